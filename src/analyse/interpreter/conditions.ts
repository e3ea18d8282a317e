// Conditions: whether one is known to be true or false, and what is known where it holds.
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { equalConstants } from '../values/constant.ts';
import { applyChecks } from '../taint/apply-checks.ts';
import { emptinessChecks, negated } from '../taint/checks.ts';
import { knownAs } from '../taint/path-form.ts';
import type { State } from '../values/state.ts';
import type { Check } from '../values/taint.ts';
import { isTainted, makeTaint, sameTaint } from '../values/taint.ts';
import type { Value } from '../values/value.ts';
import { changeValue, constantValue, truthOfValue } from '../values/value.ts';
import type { Frame } from './frame.ts';

/** Whether a condition is known to be true or false, given its value; undefined otherwise. */
export function truth(frame: Frame, node: number, value: Value): boolean | undefined {
  return isTypeChecking(frame, node) ? false : truthOfValue(value);
}

function isTypeChecking(frame: Frame, node: number): boolean {
  const { tree } = frame;
  const kind = tree.kind(node);
  if (kind === Kind.identifier) return tree.text(node) === 'TYPE_CHECKING';
  return kind === Kind.attribute && tree.text(tree.child(node, Field.attribute)) === 'TYPE_CHECKING';
}

/** `good = True; if not word.isalnum(): good = False`: a variable that is true on one side only tells what the condition showed. */
export function relateFlags(frame: Frame, condition: number, then: State, otherwise: State): void {
  const checks = frame.checks.get(
    frame.tree.kind(condition) === Kind.parenthesized_expression ? condition + 1 : condition,
  );
  if (checks === undefined || !then.reachable || !otherwise.reachable) return;
  for (const [name, value] of then.variables) {
    const other = otherwise.variables.get(name);
    if (other === undefined || other === value) continue;
    const [here, there] = [truthOfValue(value), truthOfValue(other)];
    if (here === undefined || there === undefined || here === there) continue;
    const joined = frame.state.variables.get(name);
    if (joined === undefined || isTainted(joined.taint)) continue;
    frame.state.setVariable(
      name,
      changeValue(joined, { taint: makeTaint([], undefined, here ? checks : negated(checks)) }),
    );
  }
}

/** Narrows what is known of variables where the condition came out as `holds`; with `guards` also what it shows of untrusted data. */
export function refine(frame: Frame, node: number, holds: boolean, guards = true): void {
  const { tree } = frame;
  if (!frame.state.reachable) return;
  if (guards) refineTainted(frame, node, holds);
  switch (tree.kind(node)) {
    case Kind.parenthesized_expression:
    case Kind.await:
      refine(frame, node + 1, holds, guards);
      break;
    case Kind.not_operator:
      refine(frame, tree.child(node, Field.argument), !holds, guards);
      break;
    case Kind.boolean_operator: {
      const isAnd = tree.kind(tree.child(node, Field.operator)) === Kind["'and'"];
      // Both sides are known only where `and` holds or `or` does not.
      if (isAnd === holds) {
        refine(frame, tree.child(node, Field.left), holds, guards);
        refine(frame, tree.child(node, Field.right), holds, guards);
      }
      break;
    }
    case Kind.comparison_operator:
      refineComparison(frame, node, holds);
      break;
    case Kind.call:
      if (holds) refineType(frame, node);
      break;
    case Kind.identifier:
      narrow(frame, node, (value) =>
        value.constants?.filter((constant) => truthOfValue(constantValue(constant)) === holds),
      );
      break;
    case Kind.named_expression:
      refine(frame, tree.child(node, Field.value), holds, guards);
      break;
    default:
      break;
  }
}

/** `isinstance(data, FileStorage)`: an open file, where nothing else was known. */
function refineType(frame: Frame, node: number): void {
  const { tree } = frame;
  const callee = tree.child(node, Field.function);
  if (tree.kind(callee) !== Kind.identifier || tree.text(callee) !== 'isinstance') return;
  const [object, type, ...others] = tree.children(tree.child(node, Field.arguments));
  if (object === undefined || type === undefined || others.length > 0) return;
  const names = frame.evaluateSilently(type).denotes.flatMap((one) => (one.kind === 'symbol' ? [one.name] : []));
  knownAs(frame, object, names);
}

/** What the condition's own check, or the variable that keeps its result, shows. */
function refineTainted(frame: Frame, node: number, holds: boolean): void {
  const { tree } = frame;
  const kind = tree.kind(node);
  if (kind === Kind.not_operator || kind === Kind.parenthesized_expression || kind === Kind.named_expression) return;
  const variable = kind === Kind.identifier ? frame.state.variables.get(tree.name(node)) : undefined;
  const checks =
    kind === Kind.identifier
      ? (variable?.taint?.checks ?? (variable && emptinessChecks(frame, node, variable)))
      : frame.checks.get(node);
  if (checks === undefined) return;
  const shown = holds ? checks.whenTrue : checks.whenFalse;
  applyChecks(frame, kind === Kind.identifier ? shown.filter((check) => isStillMeant(frame, check)) : shown);
}

/** A result that was kept says nothing of a name that has been bound anew since. */
function isStillMeant({ tree, state }: Frame, { node, taint }: Check): boolean {
  if (node < 0 || taint === undefined || tree.kind(node) !== Kind.identifier) return true;
  const now = state.variables.get(tree.name(node));
  return now === undefined || sameTaint(now.taint, taint) || now.taint?.is !== undefined;
}

function refineComparison(frame: Frame, node: number, holds: boolean): void {
  const { tree } = frame;
  const children = tree.children(node);
  const operands = children.filter((child) => tree.field(child) !== Field.operators);
  const operators = children.filter((child) => tree.field(child) === Field.operators);
  if (operators.length !== 1 || operands.length !== 2) return;
  const kind = tree.kind(operators[0]!);
  const equal = kind === Kind["'=='"] || kind === Kind["'is'"];
  const different = kind === Kind["'!='"] || kind === Kind["'is not'"];
  if (!equal && !different) return;
  const same = equal === holds;
  for (const [variable, other] of [operands, operands.toReversed()] as [number, number][]) {
    if (tree.kind(variable) !== Kind.identifier) continue;
    const against = frame.peek(other)?.constants;
    if (against?.length !== 1) continue;
    const constant = against[0]!;
    narrow(frame, variable, (value) => {
      if (same) return value.constants?.filter((known) => equalConstants(known, constant)) ?? [constant];
      return value.constants?.filter((known) => !equalConstants(known, constant));
    });
  }
}

/** Replaces the constants of a variable; none left means the branch cannot be taken. */
function narrow(frame: Frame, node: number, choose: (value: Value) => Value['constants']): void {
  const name = frame.tree.name(node);
  const value = frame.state.variables.get(name);
  if (value === undefined) return;
  const constants = choose(value);
  if (constants === undefined) return;
  if (constants.length === 0 && value.constants !== undefined) {
    // A value that also may be something with a name (None or a session) is not ruled out by its constants.
    if (value.denotes.length === 0) frame.state.reachable = false;
    return;
  }
  frame.state.setVariable(name, changeValue(value, { constants }));
}
