// The value of every kind of expression. Tells observers of calls, references and comparisons on the way.
import { isTainted, makeTaint } from '../values/taint.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { quoted } from '../taint/quoted-values.ts';
import { falseConstant, textOf, trueConstant } from '../values/constant.ts';
import { numberConstant, stringConstant, stringContent } from '../values/literals.ts';
import type { TextPart, Value } from '../values/value.ts';
import type { Check, Checks } from '../values/taint.ts';
import { comparisonChecks, emptinessChecks, negated, sharedChecks, whenFalse } from '../taint/checks.ts';
import { subsetCheck } from '../taint/subset-checks.ts';
import { builtText } from '../taint/built-html.ts';
import { comparedAddress } from '../taint/decision-sinks.ts';
import { comparedNumber } from '../taint/number-sinks.ts';
import { checksOfOrigins, withOrigins } from '../taint/views.ts';
import {
  changeValue,
  constantValue,
  denoting,
  instanceOf,
  joinValues,
  noneValue,
  onlyConstant,
  unknown,
  withTaint,
} from '../values/value.ts';
import { assign } from './assign.ts';
import { evaluateCall } from './calls.ts';
import type { Argument } from './events.ts';
import { settingOr } from './config-defaults.ts';
import { refine, truth } from './conditions.ts';
import { evaluateAttribute, tellReference } from './attributes.ts';
import { asPart, elementOf } from './containers.ts';
import type { Frame } from './frame.ts';
import { lookUp } from './names.ts';
import { binary, comparison, filled, finished, operatorText, parts, unary } from './operators.ts';
import { evaluateComprehension, evaluateDictionary, evaluateSequence } from './displays.ts';
import { evaluateSubscript } from './subscripts.ts';

const trueValue = constantValue(trueConstant);
const falseValue = constantValue(falseConstant);

/** Evaluates one expression node. */
export function evaluate(frame: Frame, node: number): Value {
  const { tree } = frame;
  switch (tree.kind(node)) {
    case Kind.identifier: {
      const value = lookUp(frame, tree.name(node));
      tellReference(frame, node, value);
      return value;
    }
    case Kind.string:
      return evaluateString(frame, node);
    case Kind.concatenated_string: {
      const pieces = tree.children(node).flatMap((child) => [...parts(frame.evaluate(child))]);
      return finished(pieces);
    }
    case Kind.integer:
    case Kind.float:
      return frame.engine.literal(tree.name(node), numberConstant);
    case Kind.true:
      return trueValue;
    case Kind.false:
      return falseValue;
    case Kind.none:
      return noneValue;
    case Kind.attribute:
      return evaluateAttribute(frame, node);
    case Kind.call:
      return evaluateCall(frame, node);
    case Kind.subscript:
      return evaluateSubscript(frame, node);
    case Kind.parenthesized_expression:
    case Kind.await:
    case Kind.list_splat:
    case Kind.dictionary_splat:
    case Kind.type:
    case Kind.parenthesized_list_splat:
      return node + 1 < tree.next(node) ? frame.evaluate(node + 1) : unknown;
    case Kind.binary_operator: {
      // `a + b + c + ...` leans to the left, and may be longer than the stack is deep.
      const spine = [node];
      for (
        let left = tree.child(node, Field.left);
        tree.kind(left) === Kind.binary_operator;
        left = tree.child(left, Field.left)
      )
        spine.push(left);
      let value = frame.evaluate(tree.child(spine.at(-1)!, Field.left));
      for (const one of spine.toReversed()) {
        const right = frame.evaluate(tree.child(one, Field.right));
        const operator = operatorText(frame, tree.child(one, Field.operator));
        const left = value;
        value = binary(frame, one, operator, left, right);
        if (operator === '-' && frame.isFollowing)
          value = withDifference(frame, one, left, { node: tree.child(one, Field.right), value: right }, value);
      }
      return value;
    }
    case Kind.unary_operator:
      return unary(
        operatorText(frame, tree.child(node, Field.operator)),
        frame.evaluate(tree.child(node, Field.argument)),
      );
    case Kind.not_operator: {
      const argument = tree.child(node, Field.argument);
      const value = frame.evaluate(argument);
      const known = truth(frame, argument, value);
      if (known !== undefined) return known ? falseValue : trueValue;
      const checks = frame.checks.get(argument) ?? value.taint?.checks;
      if (checks === undefined) return instanceOf('bool');
      frame.checks.set(node, negated(checks));
      return changeValue(instanceOf('bool'), { taint: makeTaint([], undefined, negated(checks)) });
    }
    case Kind.boolean_operator:
      return evaluateBoolean(frame, node);
    case Kind.comparison_operator:
      return evaluateComparison(frame, node);
    case Kind.conditional_expression:
      return evaluateConditional(frame, node);
    case Kind.list:
    case Kind.tuple:
    case Kind.expression_list:
    case Kind.set:
      return evaluateSequence(frame, node);
    case Kind.dictionary:
      return evaluateDictionary(frame, node);
    case Kind.list_comprehension:
    case Kind.set_comprehension:
    case Kind.generator_expression:
    case Kind.dictionary_comprehension:
      return evaluateComprehension(frame, node);
    case Kind.named_expression: {
      const value = frame.evaluate(tree.child(node, Field.value));
      assign(frame, tree.child(node, Field.name), value, tree.child(node, Field.value));
      return value;
    }
    case Kind.lambda:
      return denoting({ kind: 'function', module: frame.module, index: frame.module.index.functionOfNode.get(node)! });
    case Kind.assignment: {
      // `yield`ed or erroneous nesting; the value is what counts.
      const right = tree.child(node, Field.right);
      return right < 0 ? unknown : frame.evaluate(right);
    }
    case Kind.yield:
      return evaluateYield(frame, node);
    case Kind.slice:
    case Kind.as_pattern:
    case Kind.keyword_argument:
    case Kind.expression_statement:
    case Kind.chevron:
    case Kind.pair:
    case Kind.ERROR:
      for (const child of tree.children(node)) if (tree.kind(child) !== Kind.as_pattern_target) frame.evaluate(child);
      return unknown;
    default:
      return unknown;
  }
}

/** `set(words) - WORDS`: where nothing is left, they are all ours. */
function withDifference(frame: Frame, node: number, left: Value, right: Argument, result: Value): Value {
  const words = { node: frame.tree.child(node, Field.left), value: left };
  const subset = subsetCheck(frame, node, words, right);
  if (subset === undefined) return result;
  const checks = whenFalse(subset);
  frame.checks.set(node, checks);
  return withTaint(result, makeTaint(result.taint?.marks ?? [], undefined, checks));
}

/** What a generator yields is what looping over it gives. What is sent into it is not followed. */
function evaluateYield(frame: Frame, node: number): Value {
  const { tree } = frame;
  const isFrom = tree.childOfKind(node, Kind["'from'"]) >= 0;
  let yielded: Value = unknown;
  for (const child of tree.children(node)) yielded = frame.evaluate(child);
  const element = isFrom ? elementOf(frame, yielded) : yielded;
  frame.yields = frame.yields === undefined ? element : joinValues(frame.yields, element);
  return unknown;
}

function evaluateString(frame: Frame, node: number): Value {
  const { tree } = frame;
  const next = tree.next(node);
  if (next === node + 1) {
    const token = tree.text(node);
    return token === ''
      ? changeValue(instanceOf('str'), { origin: 'literal' })
      : frame.engine.literal(tree.name(node), stringConstant);
  }
  const prefix = tree
    .text(node + 1)
    .replace(/['"]+$/, '')
    .toLowerCase();
  const pieces: TextPart[] = [];
  for (let child = node + 1; child < next; child = tree.next(child)) {
    if (tree.kind(child) === Kind.string_content) {
      pieces.push(stringContent(tree.text(child), prefix));
    } else if (tree.kind(child) === Kind.interpolation) {
      const expression = tree.child(child, Field.expression);
      const value = expression < 0 ? unknown : asPart(frame, node, frame.evaluate(expression));
      const specifier = tree.child(child, Field.format_specifier);
      if (specifier >= 0) evaluateNested(frame, specifier);
      const conversion = tree.child(child, Field.type_conversion);
      const asked = conversion < 0 ? '' : tree.text(conversion);
      if (asked === '!r' || asked === '!a') pieces.push({ hole: quoted(frame, child, `\`${asked}\``, value) });
      else pieces.push(specifier >= 0 || conversion >= 0 ? { hole: value } : filled(value, ''));
    }
  }
  return builtText(frame, node, finished(pieces));
}

/** Format specifiers hold expressions of their own: `{x:{width}}`. */
function evaluateNested(frame: Frame, specifier: number): void {
  const { tree } = frame;
  for (const child of tree.children(specifier)) {
    const expression = tree.child(child, Field.expression);
    if (expression >= 0) frame.evaluate(expression);
  }
}

function evaluateBoolean(frame: Frame, node: number): Value {
  const { tree } = frame;
  const leftNode = tree.child(node, Field.left);
  const rightNode = tree.child(node, Field.right);
  const isAnd = tree.kind(tree.child(node, Field.operator)) === Kind["'and'"];
  const left = frame.evaluate(leftNode);
  const known = truth(frame, leftNode, left);
  if (known === !isAnd) return left;
  // The right side runs only where the left one lets it.
  const before = frame.state.copy();
  refine(frame, leftNode, isAnd);
  const right = frame.evaluate(rightNode);
  frame.state.become(before.join(frame.state));
  if (known === isAnd) {
    const shown = frame.checks.get(rightNode) ?? emptinessChecks(frame, rightNode, right);
    if (shown !== undefined) frame.checks.set(node, shown);
    return right;
  }
  // `rows or []`: what a caller passes, or nothing.
  if (!isAnd && left.taint?.is !== undefined && isEmptyLiteral(frame, rightNode)) return left;
  noteBoolean(frame, node, isAnd, left, right);
  const joined = (isAnd ? undefined : settingOr(left, right)) ?? joinValues(isAnd ? asFalsy(left) : left, right);
  const checks = frame.checks.get(node);
  // `url.hostname or ""` is still the host.
  const { view } = left.taint ?? {};
  const isHost = !isAnd && view?.as === 'host' && isEmptyText(right);
  if (checks === undefined && !isHost) return joined;
  const marks = joined.taint?.marks ?? [];
  return changeValue(joined, { taint: makeTaint(marks, undefined, checks, isHost ? view : undefined) });
}

/** What `a and b` gives of `a`, if it is that: something empty, which does no harm. */
function asFalsy(left: Value): Value {
  return left.taint?.is === undefined && isTainted(left.taint) ? withTaint(left, undefined) : left;
}

function isEmptyLiteral({ tree }: Frame, node: number): boolean {
  const kind = tree.kind(node);
  return (kind === Kind.dictionary || kind === Kind.list || kind === Kind.tuple) && tree.children(node).length === 0;
}

function isEmptyText(value: Value): boolean {
  const constant = onlyConstant(value);
  return constant !== undefined && textOf(constant) === '';
}

/** `a and b` is true where both are: what both show holds. Of `a or b` the same where it is false. */
function noteBoolean(frame: Frame, node: number, isAnd: boolean, left: Value, right: Value): void {
  const { tree } = frame;
  const [leftNode, rightNode] = [tree.child(node, Field.left), tree.child(node, Field.right)];
  let a = frame.checks.get(leftNode) ?? left.taint?.checks;
  let b = frame.checks.get(rightNode) ?? right.taint?.checks;
  if (a === undefined && b === undefined) return;
  // `target and not is_ours(target)` is false for an empty target as well.
  a ??= emptinessChecks(frame, leftNode, left);
  b ??= emptinessChecks(frame, rightNode, right);
  const every = (way: 'whenTrue' | 'whenFalse'): readonly Check[] => [...(a?.[way] ?? []), ...(b?.[way] ?? [])];
  const either = (way: 'whenTrue' | 'whenFalse'): readonly Check[] => sharedChecks(a?.[way] ?? [], b?.[way] ?? []);
  frame.checks.set(
    node,
    isAnd
      ? { whenTrue: every('whenTrue'), whenFalse: either('whenFalse') }
      : { whenTrue: either('whenTrue'), whenFalse: every('whenFalse') },
  );
}

/** `(name, password) == known`: the parts of a tuple are compared. */
function asWhole(frame: Frame, side: Argument): Argument {
  return frame.tree.kind(side.node) === Kind.tuple ? { node: side.node, value: frame.whole(side.value) } : side;
}

function evaluateComparison(frame: Frame, node: number): Value {
  const { tree } = frame;
  const operands: { node: number; value: Value }[] = [];
  const operators: string[] = [];
  for (const child of tree.children(node)) {
    if (tree.field(child) === Field.operators) operators.push(operatorText(frame, child));
    else operands.push({ node: child, value: frame.evaluate(child) });
  }
  let result: Value | undefined;
  operators.forEach((operator, index) => {
    const left = operands[index];
    const right = operands[index + 1];
    if (left === undefined || right === undefined) return;
    if (frame.observing) {
      const sides = { left: asWhole(frame, left), right: asWhole(frame, right) };
      const event = { module: frame.module, functionIndex: frame.functionIndex, node, operator, ...sides };
      for (const observer of frame.engine.observers) observer.compare?.(event);
    }
    comparedAddress(frame, node, operator, left, right);
    comparedNumber(frame, node, operator, left, right);
    if (operators.length === 1) {
      const checks = checksOfOrigins(comparisonChecks(frame, node, operator, left, right));
      if (checks !== undefined) frame.checks.set(node, checks);
    } else if (operators.length === 2)
      bothHold(frame, node, comparisonChecks(frame, node, operator, left, right), index === 0);
    if (operator === '==' && isMainGuard(frame, left, right)) result = instanceOf('bool');
    else result = comparison(frame, operator, left.value, right.value);
  });
  if (operators.length !== 1) return instanceOf('bool');
  const checks = frame.checks.get(node);
  const compared = result ?? unknown;
  return checks === undefined ? compared : changeValue(compared, { taint: makeTaint([], undefined, checks) });
}

/** `1 <= count <= 100`: where it is true, both are. */
function bothHold(frame: Frame, node: number, one: Checks | undefined, isFirst: boolean): void {
  const before = isFirst ? [] : (frame.checks.get(node)?.whenTrue ?? []);
  const whenTrue = [...before, ...withOrigins(one?.whenTrue ?? [])];
  frame.checks.set(node, { whenTrue, whenFalse: [] });
}

/** `__name__ == "__main__"` holds when the file is run and not when it is imported. */
function isMainGuard(frame: Frame, left: { node: number }, right: { node: number }): boolean {
  return [left, right].some(
    ({ node }) => frame.tree.kind(node) === Kind.identifier && frame.tree.text(node) === '__name__',
  );
}

function evaluateConditional(frame: Frame, node: number): Value {
  const { tree } = frame;
  const [body, condition, otherwise] = tree.children(node);
  if (body === undefined || condition === undefined || otherwise === undefined) return unknown;
  const known = truth(frame, condition, frame.evaluate(condition));
  if (known !== undefined) return frame.evaluate(known ? body : otherwise);
  const before = frame.state.copy();
  refine(frame, condition, true);
  const left = frame.evaluate(body);
  const after = frame.state.copy();
  frame.state.become(before);
  refine(frame, condition, false);
  const right = frame.evaluate(otherwise);
  frame.state.become(after.join(frame.state));
  return joinValues(left, right);
}
