// Guards: conditions that show a value to be harmless. In: comparisons and calls with the values known there. Out: what holds for
// which expression where the condition is true or false. Leaves alone: writing it into the state (apply-checks.ts).
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { written } from '../detectors/written-expression.ts';
import type { Argument, Arguments } from '../interpreter/events.ts';
import type { Frame } from '../interpreter/frame.ts';
import { textOf } from '../values/constant.ts';
import type { KindSet } from '../values/kind-set.ts';
import { allKinds, kindSet, textKinds, urlKinds } from '../values/kind-set.ts';
import type { Check, Checks, Credit, Given, Taint } from '../values/taint.ts';
import { implied, isTainted, makeTaint, sameOrigins } from '../values/taint.ts';
import type { Value } from '../values/value.ts';
import { changeValue, onlyConstant, unknown } from '../values/value.ts';
import { conditions, isNamedCollection, noCondition } from './given.ts';
import { containmentChecks, partChecks } from './containment-checks.ts';
import { namedKinds } from './pattern-class.ts';
import { boundChecks } from './bound-checks.ts';
import { belowKinds, isResolved, prefixChecks } from './prefix-checks.ts';
import { signatureOf } from './signatures.ts';
import { subsetCheck } from './subset-checks.ts';
import { typeIdentityChecks } from './type-checks.ts';
import { hostKinds, isOwnHost, isOwnHosts, withoutHost } from './host-checks.ts';
import { asOrigin } from './views.ts';

const nothing: readonly Check[] = [];

/** A check of one expression, named as the code writes it; `given`: what it needs besides. */
export function checkOf(
  frame: Frame,
  argument: Argument,
  kinds: KindSet,
  name: string,
  at: number,
  given: readonly Given[] = noCondition,
): Check {
  const credit: Credit = { kind: 'guard', name, module: frame.module, node: at, kinds };
  const check = { node: argument.node, taint: argument.value.taint, kinds, credit };
  return given.length === 0 ? check : { ...check, given };
}

export function whenTrue(...checks: readonly Check[]): Checks {
  return { whenTrue: checks, whenFalse: nothing };
}

export function whenFalse(...checks: readonly Check[]): Checks {
  return { whenTrue: nothing, whenFalse: checks };
}

/** The checks the other way round. */
export function negated(checks: Checks): Checks {
  return { whenTrue: checks.whenFalse, whenFalse: checks.whenTrue };
}

/** A text that is asked for as a whole: one that is empty, or None, does no harm. */
export function emptinessChecks(frame: Frame, node: number, value: Value): Checks | undefined {
  const { tree } = frame;
  switch (tree.kind(node)) {
    case Kind.parenthesized_expression:
      return emptinessChecks(frame, node + 1, value);
    case Kind.not_operator: {
      const argument = tree.child(node, Field.argument);
      const shown = emptinessChecks(frame, argument, frame.evaluateSilently(argument));
      return shown === undefined ? undefined : negated(shown);
    }
    case Kind.boolean_operator:
      return tree.kind(tree.child(node, Field.operator)) === Kind["'or'"] ? emptyBoth(frame, node) : undefined;
    case Kind.identifier:
    case Kind.attribute:
    case Kind.subscript:
      if (!isTainted(value.taint)) return undefined;
      return whenFalse(checkOf(frame, { node, value }, allKinds, 'check for something', node));
    default:
      return undefined;
  }
}

/** `target or others`: where it does not hold, both are empty. */
function emptyBoth(frame: Frame, node: number): Checks | undefined {
  const shown = [Field.left, Field.right].flatMap((field) => {
    const side = frame.tree.child(node, field);
    return emptinessChecks(frame, side, frame.evaluateSilently(side))?.whenFalse ?? [];
  });
  return shown.length === 0 ? undefined : { whenTrue: nothing, whenFalse: shown };
}

/** What two conditions show of the same expression: what holds if either does. */
export function sharedChecks(a: readonly Check[], b: readonly Check[]): readonly Check[] {
  return a.flatMap((one) => {
    const other = b.find(
      ({ taint, node, key }) =>
        (taint !== undefined && taint === one.taint) ||
        (node >= 0 && node === one.node) ||
        (key !== undefined && key === one.key),
    );
    const kinds = implied(one.kinds) & implied(other?.kinds ?? 0n);
    return kinds === 0n ? [] : [{ ...one, kinds }];
  });
}

/** What `left operator right` shows of untrusted values. */
export function comparisonChecks(
  frame: Frame,
  node: number,
  operator: string,
  left: Argument,
  right: Argument,
): Checks | undefined {
  switch (operator) {
    case '==':
    case 'is':
      return sameChecks(frame, node, left, right);
    case '!=':
    case 'is not': {
      const equal = sameChecks(frame, node, left, right);
      return equal === undefined ? undefined : negated(equal);
    }
    case 'in':
      return membershipChecks(frame, node, left, right);
    case 'not in': {
      const member = membershipChecks(frame, node, left, right);
      return member === undefined ? undefined : negated(member);
    }
    case '<=':
    case '<': {
      const subset = subsetCheck(frame, node, left, right);
      return subset === undefined ? boundChecks(frame, node, left, right) : whenTrue(subset);
    }
    case '>=':
    case '>':
      return comparisonChecks(frame, node, '<=', right, left);
    default:
      return undefined;
  }
}

/** What holds where both sides are the same. */
function sameChecks(frame: Frame, node: number, a: Argument, b: Argument): Checks | undefined {
  const [left, right] = [asOrigin(a), asOrigin(b)];
  return (
    equalityChecks(frame, node, left, right) ??
    equalityChecks(frame, node, right, left) ??
    typeIdentityChecks(frame, node, left, right) ??
    expectedChecks(frame, node, left, right) ??
    expectedChecks(frame, node, right, left) ??
    ownPathChecks(frame, node, left, right) ??
    ownPathChecks(frame, node, right, left)
  );
}

function equalityChecks(frame: Frame, node: number, value: Argument, other: Argument): Checks | undefined {
  const { taint } = value.value;
  const signature = signatureOf(value.value);
  if (signature !== undefined)
    return whenTrue(viewCheck(frame, node, makeTaint([], undefined, undefined, signature), kindSet('deserialize')));
  if (taint === undefined) return undefined;
  if (taint.view?.as === 'common') return commonChecks(frame, node, taint, other);
  const its = frame.whole(other.value).taint;
  if (isTainted(its)) {
    const isOwn = taint.view?.as === 'host' && isOwnHost(other.value);
    if (isOwn) return whenTrue(viewCheck(frame, node, taint, urlKinds));
    return equalToHarmless(frame, node, value, its);
  }
  const constant = onlyConstant(other.value);
  // `x is None` says nothing about what x is where it is something.
  if (constant?.type === 'none') {
    // The result of a match or of a look-up is something where what it asks for is there.
    return taint.checks === undefined ? undefined : negated(taint.checks);
  }
  if (constant?.type === 'bool' && taint.checks !== undefined)
    return constant.value ? taint.checks : negated(taint.checks);
  if (taint.view?.as === 'host') {
    const kinds = constant !== undefined && textOf(constant) === '' ? withoutHost(taint.view) : urlKinds;
    return whenTrue(viewCheck(frame, node, taint, kinds));
  }
  return expectedChecks(frame, node, value, other);
}

/** A comparison with a text or setting of ours, or with what a caller passes if that is one. */
function expectedChecks(frame: Frame, node: number, value: Argument, other: Argument): Checks | undefined {
  const given = isTainted(value.value.taint) ? conditions(frame, other.value, 'settled') : undefined;
  if (given === undefined) return undefined;
  const equal = checkOf(frame, value, allKinds, `comparison with ${describe(frame, other)}`, node, given);
  return { whenTrue: [equal], whenFalse: partChecks(frame, node, value, other) };
}

/** `os.path.realpath(path) == base`: a path that was made absolute and is one of ours; what else it may be is not asked. */
function ownPathChecks(frame: Frame, node: number, value: Argument, other: Argument): Checks | undefined {
  if (!isTainted(value.value.taint) || !isResolved(value.value)) return undefined;
  const given = conditions(frame, other.value, 'ours');
  if (given === undefined) return undefined;
  const name = `comparison with ${describe(frame, other)}`;
  return whenTrue(checkOf(frame, value, belowKinds(value.value), name, node, given));
}

/** `name == os.path.basename(name)`: what the one is harmless for, the other is where they are the same. */
function equalToHarmless(frame: Frame, node: number, value: Argument, other: Taint): Checks | undefined {
  if (!isTainted(value.value.taint)) return undefined;
  const { view } = other;
  // Nothing was replaced in it.
  const unchanged = view?.as === 'replaced' && sameOrigins(value.value.taint, view.of) ? (view.kinds ?? 0n) : 0n;
  const kinds = other.marks.reduce((all, { cleaned }) => all & cleaned, allKinds) | unchanged;
  const before = value.value.taint.marks.reduce((all, { cleaned }) => all & cleaned, allKinds);
  if ((kinds & ~before) === 0n) return undefined;
  return whenTrue(checkOf(frame, value, kinds, 'comparison with a harmless form', node));
}

/** `commonpath([base, path]) == base` */
function commonChecks(frame: Frame, node: number, taint: Taint, base: Argument): Checks | undefined {
  const { of, node: at, as, other } = taint.view!;
  const given = conditions(frame, base.value, 'ours');
  if (given === undefined) return undefined;
  // Of two parameters the one is the directory that is compared with.
  const isBase = base.value.taint !== undefined && (of === base.value.taint || sameOrigins(of, base.value.taint));
  if (isBase && other === undefined) return undefined;
  const view = isBase ? { ...other!, as } : { of, node: at, as };
  return whenTrue(
    viewCheck(frame, node, makeTaint([], undefined, undefined, view), belowKinds({ taint: view.of }), given),
  );
}

const homeKinds = kindSet('redirect') | kindSet('by-parser');

const viewNames: Readonly<Partial<Record<string, string>>> = {
  common: 'comparison of the common path',
  host: 'comparison of the host',
  digest: 'comparison of a signature',
};

/** A check of what a view is of. */
export function viewCheck(
  frame: Frame,
  node: number,
  taint: Taint,
  kinds: KindSet,
  given: readonly Given[] = noCondition,
): Check {
  const { as, of, node: at } = taint.view!;
  const name = viewNames[as] ?? 'check of the path';
  return checkOf(frame, { node: at, value: changeValue(unknown, { taint: of }) }, kinds, name, node, given);
}

function membershipChecks(frame: Frame, node: number, given: Argument, collection: Argument): Checks | undefined {
  const member = asOrigin(given);
  const contained = containmentChecks(frame, node, member, collection);
  if (contained !== undefined) return contained;
  const { taint } = member.value;
  if (taint === undefined) return undefined;
  const known = knownKeyChecks(frame, node, member, collection);
  if (known !== undefined) return known;
  const needed =
    conditions(frame, collection.value, 'collection') ??
    (isNamedCollection(frame, collection) ? noCondition : undefined);
  if (needed === undefined) {
    const isHome = taint.view?.as === 'host' && isOwnHosts(frame, collection.value);
    if (isHome)
      return whenTrue(viewCheck(frame, node, taint, homeKinds & hostKinds(frame, taint.view, collection.value)));
    return listingChecks(frame, node, member, collection);
  }
  if (taint.view?.as === 'host')
    return whenTrue(viewCheck(frame, node, taint, hostKinds(frame, taint.view, collection.value), needed));
  if (!isTainted(taint)) return undefined;
  const isMember = checkOf(frame, member, allKinds, `membership in ${describe(frame, collection)}`, node, needed);
  return { whenTrue: [isMember], whenFalse: partChecks(frame, node, member, collection) };
}

/** `name in model.model_dump()`: what is among names that were declared is one of them. */
function knownKeyChecks(frame: Frame, node: number, member: Argument, { value }: Argument): Checks | undefined {
  const { taint } = value;
  if (!isTainted(taint) || !isTainted(member.value.taint) || value.text !== undefined) return undefined;
  const kinds = taint.marks.reduce((all, { cleaned }) => all & cleaned, kindSet('fields') | kindSet('reflection'));
  return kinds === 0n ? undefined : whenTrue(checkOf(frame, member, kinds, 'membership in declared names', node));
}

/** `TABLE[key]`, `TABLE.get(key)`: a key that is there is one of ours. */
export function keyCheck(frame: Frame, node: number, table: Value, key: Argument): Check | undefined {
  const held = frame.holds(table);
  if (held.length === 0 || held.some(({ kind }) => kind !== 'dict') || table.denotes.some(makesEntries))
    return undefined;
  const given = conditions(frame, table, 'collection');
  return given === undefined ? undefined : checkOf(frame, key, allKinds, 'look-up in a table', node, given);
}

/** A dict that has an entry for every key. */
function makesEntries(one: Value['denotes'][number]): boolean {
  return one.kind === 'object' || (one.kind === 'instance' && one.of.startsWith('collections.'));
}

/** `name in os.listdir(base)`: a name that is there is a name. */
function listingChecks(frame: Frame, node: number, member: Argument, { value }: Argument): Checks | undefined {
  const isListing = value.denotes.some((one) => one.kind === 'instance' && one.of === 'os.listdir()');
  if (!isListing || !isTainted(member.value.taint) || isTainted(frame.whole(value).taint)) return undefined;
  return whenTrue(checkOf(frame, member, kindSet('path'), 'membership in `os.listdir()`', node));
}

function describe(frame: Frame, { node, value }: Argument): string {
  const constant = onlyConstant(value);
  const text = constant === undefined ? undefined : textOf(constant);
  if (text !== undefined && text.length <= 40) return JSON.stringify(text);
  return `\`${(node < 0 ? '' : written(frame.tree, node)) || 'a fixed set'}\``;
}

// Methods that hold only for text of letters, digits or names.
export const characterMethods: ReadonlySet<string> = new Set([
  'isalnum',
  'isdigit',
  'isdecimal',
  'isnumeric',
  'isalpha',
  'isidentifier',
]);

/** What a method call on an untrusted text shows of it. */
export function methodChecks(
  frame: Frame,
  node: number,
  receiver: Argument,
  method: string,
  args: Arguments,
): Checks | undefined {
  const { taint } = receiver.value;
  if (!isTainted(taint)) return undefined;
  if (characterMethods.has(method))
    return whenTrue(checkOf(frame, receiver, textKinds & ~namedKinds, `${method}()`, node));
  const first = args.positional[0];
  if (first === undefined) return undefined;
  if (method === 'startswith') return prefixChecks(frame, node, receiver, first);
  if (method === 'is_relative_to') {
    const given = conditions(frame, first.value, 'ours');
    if (given === undefined) return undefined;
    return whenTrue(checkOf(frame, receiver, belowKinds(receiver.value), 'is_relative_to()', node, given));
  }
  if (method === 'endswith' && taint.view?.as === 'host') {
    const constant = onlyConstant(first.value);
    if (constant !== undefined && textOf(constant)?.startsWith('.') === true) {
      return whenTrue(viewCheck(frame, node, taint, urlKinds));
    }
  }
  return undefined;
}
