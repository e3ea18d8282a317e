// Guards: conditions that show a value to be harmless. In: comparisons and calls with the values known there. Out: what holds for
// which expression where the condition is true or false. `applyChecks` writes it into the state: to the variable, to every other
// name of the same value, and to the expression itself where it is read again.
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { literalText, written } from '../detectors/written-expression.ts';
import type { Argument, Arguments } from '../interpreter/events.ts';
import type { Frame } from '../interpreter/frame.ts';
import { textOf } from '../values/constant.ts';
import type { Property } from '../../rules/kinds.ts';
import type { KindSet } from '../values/kind-set.ts';
import { allKinds, hasKind, kindSet } from '../values/kind-set.ts';
import type { Check, Checks, Credit, Taint } from '../values/taint.ts';
import { cleanTaint, isTainted } from '../values/taint.ts';
import type { Value } from '../values/value.ts';
import { onlyConstant, withTaint } from '../values/value.ts';
import { expressionKey } from './expression-key.ts';
import { signatureOf } from './signatures.ts';
import { typeIdentityChecks } from './type-checks.ts';
import { namedKinds, patternCleans } from './pattern-class.ts';

const nothing: readonly Check[] = [];
const urlKinds = kindSet('url') | kindSet('redirect');

/** A check of one expression, named as the code writes it. */
export function checkOf(frame: Frame, argument: Argument, kinds: KindSet, name: string, at: number): Check {
  const credit: Credit = { kind: 'guard', name, module: frame.module, node: at, kinds };
  return { node: argument.node, taint: argument.value.taint, kinds, credit };
}

export function whenTrue(...checks: readonly Check[]): Checks {
  return { whenTrue: checks, whenFalse: nothing };
}

/** The checks the other way round. */
export function negated(checks: Checks): Checks {
  return { whenTrue: checks.whenFalse, whenFalse: checks.whenTrue };
}

/** What two conditions show of the same expression: what holds if either does. */
export function sharedChecks(a: readonly Check[], b: readonly Check[]): readonly Check[] {
  return a.flatMap((one) => {
    const other = b.find(
      ({ taint, node }) => (taint !== undefined && taint === one.taint) || (node >= 0 && node === one.node),
    );
    const kinds = one.kinds & (other?.kinds ?? 0n);
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
      return (
        equalityChecks(frame, node, left, right) ??
        equalityChecks(frame, node, right, left) ??
        typeIdentityChecks(frame, node, left, right)
      );
    case '!=':
    case 'is not': {
      const equal =
        equalityChecks(frame, node, left, right) ??
        equalityChecks(frame, node, right, left) ??
        typeIdentityChecks(frame, node, left, right);
      return equal === undefined ? undefined : negated(equal);
    }
    case 'in':
      return membershipChecks(frame, node, left, right);
    case 'not in': {
      const member = membershipChecks(frame, node, left, right);
      return member === undefined ? undefined : negated(member);
    }
    default:
      return undefined;
  }
}

function equalityChecks(frame: Frame, node: number, value: Argument, other: Argument): Checks | undefined {
  const { taint } = value.value;
  const signature = signatureOf(value.value);
  if (signature !== undefined)
    return whenTrue(viewCheck(frame, node, { marks: [], view: signature }, kindSet('deserialize')));
  if (taint === undefined) return undefined;
  if (isTainted(frame.whole(other.value).taint)) {
    const isOwn = taint.view?.as === 'host' && isOwnHost(other.value);
    return isOwn ? whenTrue(viewCheck(frame, node, taint, urlKinds)) : undefined;
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
    // An empty host is a path of this site; scheme-relative and absolute URLs have one.
    const kinds = constant !== undefined && textOf(constant) === '' ? kindSet('redirect') : urlKinds;
    return whenTrue(viewCheck(frame, node, taint, kinds));
  }
  if (taint.view?.as === 'common') return whenTrue(viewCheck(frame, node, taint, belowKinds({ taint: taint.view.of })));
  if (!isTainted(taint) || (constant === undefined && !isSettled(other.value))) return undefined;
  return whenTrue(checkOf(frame, value, allKinds, `comparison with ${describe(frame, other)}`, node));
}

/** The host that the request was sent to, as it says: for a redirect that is here. */
function isOwnHost({ taint }: Value): boolean {
  return taint!.marks.every(
    ({ source }) =>
      source !== undefined && /(?:^|\.)(?:get_)?(?:host|host_url|url_root|base_url)(?:\(\))?$/.test(source.name),
  );
}

/** What a name in capitals or a setting holds is not up to the client. */
function isSettled(value: Value): boolean {
  return value.constants !== undefined || value.origin === 'config' || value.origin === 'module';
}

const viewNames: Readonly<Partial<Record<string, string>>> = {
  host: 'comparison of the host',
  digest: 'comparison of a signature',
};

function viewCheck(frame: Frame, node: number, taint: Taint, kinds: KindSet): Check {
  const view = taint.view!;
  const credit: Credit = {
    kind: 'guard',
    name: viewNames[view.as] ?? 'comparison of the common path',
    module: frame.module,
    node,
    kinds,
  };
  return { node: view.node, taint: view.of, kinds, credit };
}

function membershipChecks(frame: Frame, node: number, member: Argument, collection: Argument): Checks | undefined {
  const { taint } = member.value;
  const inside = collection.value.taint;
  // `".." in path`, `"/" in name`: where it does not hold, that part is missing.
  if (isTainted(inside) && inside.view === undefined) {
    const constant = onlyConstant(member.value);
    const text = constant === undefined ? undefined : textOf(constant);
    if (text === '..' || text === '../') {
      return {
        whenTrue: nothing,
        whenFalse: [checkOf(frame, collection, kindSet('path-inside'), `check for ${JSON.stringify(text)}`, node)],
      };
    }
    if (text === '/') {
      const kinds = kindSet('path-relative') | kindSet('path-inside');
      return { whenTrue: nothing, whenFalse: [checkOf(frame, collection, kinds, 'check for "/"', node)] };
    }
    if (text === '//') {
      return {
        whenTrue: nothing,
        whenFalse: [checkOf(frame, collection, kindSet('single-slash'), 'check for "//"', node)],
      };
    }
    if (text === '\n' || text === '\r') {
      return {
        whenTrue: nothing,
        whenFalse: [checkOf(frame, collection, kindSet('single-line'), 'check for line breaks', node)],
      };
    }
  }
  if (inside?.view?.as === 'parents')
    return whenTrue(viewCheck(frame, node, inside, belowKinds({ taint: inside.view.of })));
  if (taint === undefined || !isCollection(frame, collection.value)) return undefined;
  if (taint.view?.as === 'host') return whenTrue(viewCheck(frame, node, taint, urlKinds));
  if (!isTainted(taint)) return undefined;
  return whenTrue(checkOf(frame, member, allKinds, `membership in ${describe(frame, collection)}`, node));
}

/** A list, tuple, set or dict of ours: no text, of which any part would do, and nothing a client filled. */
function isCollection(frame: Frame, value: Value): boolean {
  if (isTainted(frame.whole(value).taint)) return false;
  const held = frame.holds(value);
  if (held.length > 0) return held.every(({ kind }) => kind !== 'instance');
  if (value.constants !== undefined || value.text !== undefined) return false;
  return value.denotes.some((one) => {
    if (one.kind === 'class') return true;
    return (
      one.kind === 'instance' &&
      /^(?:list|tuple|set|frozenset|dict|dict_keys|dict_values|range|typing\..*)$/.test(one.of)
    );
  });
}

function describe(frame: Frame, { node, value }: Argument): string {
  const constant = onlyConstant(value);
  const text = constant === undefined ? undefined : textOf(constant);
  if (text !== undefined && text.length <= 40) return JSON.stringify(text);
  return `\`${(node < 0 ? '' : written(frame.tree, node)) || 'a fixed set'}\``;
}

// Methods that hold only for text of letters, digits or names.
const characterMethods = new Set(['isalnum', 'isdigit', 'isdecimal', 'isnumeric', 'isalpha', 'isidentifier']);

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
    return whenTrue(checkOf(frame, receiver, allKinds & ~namedKinds, `${method}()`, node));
  const first = args.positional[0];
  if (first === undefined) return undefined;
  if (method === 'startswith') return prefixChecks(frame, node, receiver, first);
  if (method === 'is_relative_to') {
    return whenTrue(checkOf(frame, receiver, belowKinds(receiver.value), 'is_relative_to()', node));
  }
  if (method === 'endswith' && taint.view?.as === 'host') {
    const constant = onlyConstant(first.value);
    if (constant !== undefined && textOf(constant)?.startsWith('.') === true) {
      return whenTrue(viewCheck(frame, node, taint, urlKinds));
    }
  }
  return undefined;
}

/** What a check for the directory shows: of a path that was not made absolute, little, unless whoever passes it has done so. */
export function belowKinds(value: Pick<Value, 'taint'>): KindSet {
  return isResolved(value) ? kindSet('path') : kindSet('path-below');
}

/** Every way the value took made it absolute, without `..`. */
function isResolved(value: Pick<Value, 'taint'>): boolean {
  return value.taint?.marks.every(({ cleaned }) => hasKind(cleaned, 'path-resolved')) === true;
}

function prefixChecks(frame: Frame, node: number, receiver: Argument, prefix: Argument): Checks | undefined {
  if (isTainted(frame.whole(prefix.value).taint)) return undefined;
  const texts = prefixTexts(frame, prefix.value);
  if (texts === undefined) return undefined;
  if (texts.includes('-')) {
    return { whenTrue: nothing, whenFalse: [checkOf(frame, receiver, kindSet('argv'), 'startswith("-")', node)] };
  }
  const roots = rootChecks(frame, node, receiver, texts);
  if (roots !== undefined) return roots;
  let kinds = 0n;
  if (texts.every((text) => text !== '' && !text.startsWith('-') && !text.startsWith('\u0000')))
    kinds |= kindSet('argv');
  if (
    texts.every(
      (text) => /^[a-z][a-z0-9+.-]*:\/\/[^/?#]+\/$/i.test(text) || /^[a-z][a-z0-9+.-]*:\/\/[^/?#]+\/./i.test(text),
    )
  )
    kinds |= urlKinds;
  if (texts.every((text) => /^\/[^/\\]/.test(text))) kinds |= kindSet('redirect');
  // A base without a separator behind it is also the beginning of its siblings.
  if (texts.every((text) => /[/\\]$/.test(text))) kinds |= belowKinds(receiver.value);
  return kinds === 0n ? undefined : whenTrue(checkOf(frame, receiver, kinds, 'startswith()', node));
}

/** `startswith("/")` and `startswith("//")`: a path of this machine, a path of this site, another host. */
function rootChecks(frame: Frame, node: number, receiver: Argument, texts: readonly string[]): Checks | undefined {
  const check = (kind: Property, name: string): Check => checkOf(frame, receiver, kindSet(kind), name, node);
  const isRoot = texts.every((text) => text === '/' || text === '\\');
  if (isRoot) {
    return { whenTrue: [check('rooted', 'startswith("/")')], whenFalse: [check('path-relative', 'startswith("/")')] };
  }
  return texts.includes('//')
    ? { whenTrue: nothing, whenFalse: [check('single-slash', 'startswith("//")')] }
    : undefined;
}

/** The prefixes that are asked for; of one with holes what is known of its end, behind a sign for the rest. */
function prefixTexts(frame: Frame, value: Value): string[] | undefined {
  if (value.constants !== undefined) {
    const texts = value.constants.map(textOf);
    return texts.some((text) => text === undefined) ? undefined : (texts as string[]);
  }
  const held = frame.holds(value).find(({ kind }) => kind === 'tuple');
  if (held !== undefined && held.rest === undefined) {
    const inner = [...held.entries.values()].map((entry) => prefixTexts(frame, entry));
    return inner.some((texts) => texts === undefined) ? undefined : (inner as string[][]).flat();
  }
  if (value.text === undefined) return undefined;
  const whole = value.text.map((part) => {
    if (typeof part === 'string') return part;
    return part.hole.denotes.some((one) => one.kind === 'symbol' && one.name === 'os.sep') ? '/' : '\u0000';
  });
  return [whole.join('')];
}

/** What `re.fullmatch(pattern, x)` and the like show. */
export function patternChecks(
  frame: Frame,
  node: number,
  how: string,
  pattern: string,
  subject: Argument,
): Checks | undefined {
  if (!isTainted(subject.value.taint)) return undefined;
  const kinds = patternCleans(pattern, how);
  return kinds === 0n ? undefined : whenTrue(checkOf(frame, subject, kinds, `re.${how}()`, node));
}

/** `all(c in SAFE for c in x)`: what holds for each character holds for the text. */
export function everyCharacterChecks(frame: Frame, node: number, argument: number): Checks | undefined {
  const { tree } = frame;
  if (tree.kind(argument) !== Kind.generator_expression && tree.kind(argument) !== Kind.list_comprehension)
    return undefined;
  const clause = tree.childOfKind(argument, Kind.for_in_clause);
  const body = tree.child(argument, Field.body);
  if (clause < 0 || body < 0 || tree.childOfKind(argument, Kind.if_clause) >= 0) return undefined;
  const iterable = tree.child(clause, Field.right);
  const element = tree.child(clause, Field.left);
  if (tree.kind(element) !== Kind.identifier || !isCharacterTest(frame, body, tree.name(element))) return undefined;
  const value = frame.evaluateSilently(iterable);
  if (!isTainted(value.taint)) return undefined;
  return whenTrue(checkOf(frame, { node: iterable, value }, allKinds, 'check of every character', node));
}

function isCharacterTest(frame: Frame, node: number, name: number): boolean {
  const { tree } = frame;
  switch (tree.kind(node)) {
    case Kind.parenthesized_expression:
      return isCharacterTest(frame, node + 1, name);
    case Kind.boolean_operator: {
      const sides = [tree.child(node, Field.left), tree.child(node, Field.right)];
      const isAnd = tree.kind(tree.child(node, Field.operator)) === Kind["'and'"];
      return isAnd
        ? sides.some((side) => isCharacterTest(frame, side, name))
        : sides.every((side) => isCharacterTest(frame, side, name));
    }
    case Kind.call: {
      const callee = tree.child(node, Field.function);
      if (tree.kind(callee) !== Kind.attribute || tree.name(tree.child(callee, Field.object)) !== name) return false;
      return characterMethods.has(tree.text(tree.child(callee, Field.attribute)));
    }
    case Kind.comparison_operator: {
      const operands = tree.children(node).filter((child) => tree.field(child) !== Field.operators);
      const operator = tree.child(node, Field.operators);
      if (operands.length !== 2 || tree.kind(operator) !== Kind["'in'"] || tree.name(operands[0]!) !== name)
        return false;
      const constant = onlyConstant(frame.evaluateSilently(operands[1]!));
      const text = literalText(tree, operands[1]!) ?? (constant === undefined ? undefined : textOf(constant));
      return text === undefined
        ? isCollection(frame, frame.evaluateSilently(operands[1]!))
        : !/['"`;|&$<>(){}\\/\n\r%*?!#]/.test(text);
    }
    default:
      return false;
  }
}

/** Writes into the state what the checks show. */
export function applyChecks(frame: Frame, checks: readonly Check[]): void {
  for (const check of checks) applyCheck(frame, check);
}

function applyCheck(frame: Frame, { node, taint, kinds, credit }: Check): void {
  const { tree, state } = frame;
  if (taint !== undefined) {
    for (const [name, value] of state.variables) {
      // Parts of a URL that was checked are checked, too.
      if (value.taint === taint || (value.taint !== undefined && value.taint.view?.of === taint)) {
        state.setVariable(name, withTaint(value, cleaned(value.taint, kinds, credit)));
      }
    }
    for (const [id, held] of state.heap) {
      for (const [key, entry] of held.entries) {
        if (entry.taint !== taint) continue;
        const entries = new Map(state.heap.get(id)!.entries).set(key, withTaint(entry, cleaned(taint, kinds, credit)));
        state.setObject(id, { ...held, entries });
      }
    }
    for (const { parameter } of taint.marks) {
      if (parameter !== undefined && taint.is !== undefined) state.setGuard(`#${parameter.text}`, { kinds, credit });
    }
  }
  if (node < 0) return;
  if (tree.kind(node) === Kind.identifier) {
    const value = state.variables.get(tree.name(node));
    if (value !== undefined && isTainted(value.taint)) {
      state.setVariable(tree.name(node), withTaint(value, cleaned(value.taint, kinds, credit)));
    }
    return;
  }
  const key = expressionKey(tree, node);
  if (key !== '') state.setGuard(key, { kinds, credit });
}

/** Still the same parameter, but checked: a callee's use of it is harmless for these kinds. */
function cleaned(taint: Taint, kinds: KindSet, credit: Credit): Taint | undefined {
  const marks = cleanTaint(taint, kinds, credit)?.marks ?? [];
  return { ...taint, marks };
}

/** An expression's value with what was checked before it was read again. */
export function rechecked(frame: Frame, node: number, value: Value): Value {
  const { guards } = frame.state;
  if (guards.size === 0 || !isTainted(value.taint)) return value;
  const key = expressionKey(frame.tree, node);
  const guarded = key === '' ? undefined : guards.get(key);
  return guarded === undefined ? value : withTaint(value, cleaned(value.taint, guarded.kinds, guarded.credit));
}
