// Checks of everything in something, or of anything: `all(c in SAFE for c in word)`, `any(part == ".." for part in path.split("/"))`,
// `any(path.is_relative_to(root) for root in ROOTS)`. In: the generator that `all` or `any` gets. Out: what its truth shows of what
// is gone through, and of what each element is compared with.
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { literalText } from '../detectors/written-expression.ts';
import type { Argument } from '../interpreter/events.ts';
import type { Frame } from '../interpreter/frame.ts';
import { textOf } from '../values/constant.ts';
import type { KindSet } from '../values/kind-set.ts';
import { kindSet, textKinds } from '../values/kind-set.ts';
import type { Check, Checks } from '../values/taint.ts';
import { isTainted } from '../values/taint.ts';
import type { Value } from '../values/value.ts';
import { onlyConstant } from '../values/value.ts';
import { characterMethods, checkOf, viewCheck } from './checks.ts';
import { isOnlyResolved, missing } from './containment-checks.ts';
import { conditions } from './given.ts';
import { signText } from '../values/path-signs.ts';

/** What `all(...)` shows where it is true, and `any(...)` where it is false; and the other way round of what is the same for all. */
export function elementChecks(frame: Frame, node: number, isAll: boolean, argument: number): Checks | undefined {
  const { tree } = frame;
  if (tree.kind(argument) !== Kind.generator_expression && tree.kind(argument) !== Kind.list_comprehension)
    return undefined;
  const clause = tree.childOfKind(argument, Kind.for_in_clause);
  const body = tree.child(argument, Field.body);
  if (clause < 0 || body < 0) return undefined;
  const ofEach = everyElementChecks(frame, node, isAll, argument);
  const shown = frame.checks.get(body);
  const names = namesBound(frame, argument);
  // One of them is enough for what does not hang on which one it is.
  const ofOne = ((isAll ? shown?.whenFalse : shown?.whenTrue) ?? []).filter((check) => isOutside(frame, check, names));
  if (ofEach.length + ofOne.length === 0) return undefined;
  return isAll ? { whenTrue: ofEach, whenFalse: ofOne } : { whenTrue: ofOne, whenFalse: ofEach };
}

/** Names that a comprehension binds. */
function namesBound({ tree }: Frame, comprehension: number): ReadonlySet<number> {
  const names = new Set<number>();
  for (const clause of tree.children(comprehension)) {
    if (tree.kind(clause) !== Kind.for_in_clause) continue;
    const left = tree.child(clause, Field.left);
    for (let node = left; node < tree.next(left); node++)
      if (tree.kind(node) === Kind.identifier) names.add(tree.name(node));
  }
  return names;
}

function isOutside({ tree }: Frame, { node }: Check, names: ReadonlySet<number>): boolean {
  if (node < 0) return false;
  for (let inner = node; inner < tree.next(node); inner++)
    if (tree.kind(inner) === Kind.identifier && names.has(tree.name(inner))) return false;
  return true;
}

/** What holds of what is gone through if the test comes out the same for each element. */
function everyElementChecks(frame: Frame, node: number, isAll: boolean, generator: number): readonly Check[] {
  const { tree } = frame;
  const clause = tree.childOfKind(generator, Kind.for_in_clause);
  const body = tree.child(generator, Field.body);
  const iterable = tree.child(clause, Field.right);
  const element = tree.child(clause, Field.left);
  if (tree.kind(element) !== Kind.identifier || tree.childOfKind(generator, Kind.if_clause) >= 0) return [];
  const name = tree.name(element);
  const value = frame.evaluateSilently(iterable);
  const { taint } = value;
  if (!isTainted(taint)) return absentChecks(frame, node, body, name, isAll, iterable);
  const checked = { node: iterable, value };
  if (taint.view?.as === 'parts') {
    const isTold = !isOnlyResolved(taint.view.of) && excludesParent(frame, body, name, isAll);
    return isTold ? [viewCheck(frame, node, taint, kindSet('path-inside'))] : [];
  }
  if (isAll && isCharacterTest(frame, body, name))
    return [checkOf(frame, checked, textKinds, 'check of every character', node)];
  return ofElements(frame, node, body, name, isAll, checked);
}

/** `any(part in path for part in ("..", "/"))`: where it is false, none of them is in it. */
function absentChecks(
  frame: Frame,
  node: number,
  body: number,
  name: number,
  isAll: boolean,
  iterable: number,
): readonly Check[] {
  const { tree } = frame;
  if (tree.kind(body) === Kind.parenthesized_expression)
    return absentChecks(frame, node, body + 1, name, isAll, iterable);
  if (tree.kind(body) !== Kind.comparison_operator) return [];
  const [part, whole, ...more] = tree.children(body).filter((child) => tree.field(child) !== Field.operators);
  if (part === undefined || whole === undefined || more.length > 0 || tree.name(part) !== name) return [];
  if (tree.kind(tree.child(body, Field.operators)) !== (isAll ? Kind["'not in'"] : Kind["'in'"])) return [];
  const value = frame.evaluateSilently(whole);
  if (!isTainted(value.taint) || isOnlyResolved(value.taint)) return [];
  let kinds: KindSet = 0n;
  for (const text of textsIn(frame, iterable)) kinds |= missing(text);
  return kinds === 0n ? [] : [checkOf(frame, { node: whole, value }, kinds, 'check for what leads out', node)];
}

/** Constant texts of a collection, written there or kept in a name. */
function textsIn(frame: Frame, collection: number): string[] {
  const { tree } = frame;
  const isWritten = [Kind.tuple, Kind.list, Kind.set].includes(tree.kind(collection) as never);
  const values = isWritten
    ? tree.children(collection).map((one) => frame.evaluateSilently(one))
    : frame.holds(frame.evaluateSilently(collection)).flatMap(({ entries }) => [...entries.values()]);
  return values.flatMap((one) => onlyText(one) ?? signText(one) ?? []);
}

/** What the test shows of each element holds of the list. */
function ofElements(
  frame: Frame,
  node: number,
  body: number,
  name: number,
  isAll: boolean,
  list: Argument,
): readonly Check[] {
  const { tree } = frame;
  const shown = frame.checks.get(body);
  let kinds: KindSet = 0n;
  for (const check of (isAll ? shown?.whenTrue : shown?.whenFalse) ?? []) {
    const isElement = check.node >= 0 && tree.kind(check.node) === Kind.identifier && tree.name(check.node) === name;
    if (isElement && check.given === undefined) kinds |= check.kinds;
  }
  kinds = ofWhole(frame, list.value, kinds);
  return kinds === 0n ? [] : [checkOf(frame, list, kinds, 'check of every element', node)];
}

/** What holds of each element holds of all of it; of a word's letters none is `..` or `//`, whatever the word is. */
export function ofWhole(frame: Frame, whole: Value, kinds: KindSet): KindSet {
  const isList =
    frame.holds(whole).length > 0 ||
    whole.denotes.some((one) => one.kind === 'instance' && /^(?:list|tuple|set)$/.test(one.of));
  return isList ? kinds : kinds & ~(kindSet('path-inside') | kindSet('single-slash'));
}

/** The test is of a part of a path and comes out otherwise for `..`: `part == ".."` in `any`, `part != ".."` in `all`. */
function excludesParent(frame: Frame, node: number, name: number, wanted: boolean): boolean {
  const { tree } = frame;
  switch (tree.kind(node)) {
    case Kind.parenthesized_expression:
      return excludesParent(frame, node + 1, name, wanted);
    case Kind.not_operator:
      return excludesParent(frame, tree.child(node, Field.argument), name, !wanted);
    case Kind.boolean_operator: {
      const isAnd = tree.kind(tree.child(node, Field.operator)) === Kind["'and'"];
      const sides = [tree.child(node, Field.left), tree.child(node, Field.right)];
      return isAnd === wanted
        ? sides.some((side) => excludesParent(frame, side, name, wanted))
        : sides.every((side) => excludesParent(frame, side, name, wanted));
    }
    case Kind.comparison_operator:
      return isParentTest(frame, node, name, wanted);
    default:
      return false;
  }
}

function isParentTest(frame: Frame, node: number, name: number, wanted: boolean): boolean {
  const { tree } = frame;
  const operands = tree.children(node).filter((child) => tree.field(child) !== Field.operators);
  const operator = tree.kind(tree.child(node, Field.operators));
  const [part, other] = operands;
  if (part === undefined || other === undefined || operands.length !== 2) return false;
  if (tree.kind(part) !== Kind.identifier || tree.name(part) !== name) return false;
  const asked = wanted ? [Kind["'!='"], Kind["'not in'"]] : [Kind["'=='"], Kind["'in'"]];
  if (!asked.includes(operator as never)) return false;
  const isWritten = [Kind.tuple, Kind.list, Kind.set].includes(tree.kind(other) as never);
  const values = (isWritten ? tree.children(other) : [other]).map((one) => frame.evaluateSilently(one));
  const all = values.flatMap((value) => [value, ...frame.holds(value).flatMap(({ entries }) => [...entries.values()])]);
  return all.some((one) => (onlyText(one) ?? signText(one)) === '..');
}

function onlyText(value: Value): string | undefined {
  const constant = onlyConstant(value);
  return constant === undefined ? undefined : textOf(constant);
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
        ? conditions(frame, frame.evaluateSilently(operands[1]!), 'collection')?.length === 0
        : !/['"`;|&$<>(){}\\/\n\r%*?!#]/.test(text);
    }
    default:
      return false;
  }
}
