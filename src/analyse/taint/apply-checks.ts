// What checks show is written into the state: to the variable, to every other name of the same value, to parameters that are
// meant, and to the expression itself where it is read again.
import { changeHeld } from '../values/held.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { Frame } from '../interpreter/frame.ts';
import type { Guarded } from '../values/state.ts';
import type { Check, Taint } from '../values/taint.ts';
import { changeTaint, cleanMark, isTainted, provideMark, sameOrigins } from '../values/taint.ts';
import type { Value } from '../values/value.ts';
import { changeValue, withTaint } from '../values/value.ts';
import { expressionKey } from './expression-key.ts';
import { elementKey } from './loop-checks.ts';

/** Writes into the state what the checks show. */
export function applyChecks(frame: Frame, checks: readonly Check[]): void {
  for (const check of checks) applyCheck(frame, check);
}

function applyCheck(frame: Frame, check: Check): void {
  const { tree, state } = frame;
  const { taint } = check;
  if (taint !== undefined) {
    for (const [name, value] of state.variables) {
      // Parts of a URL that was checked are checked, too.
      if (value.taint === taint || isPartOf(value.taint, taint)) {
        state.setVariable(name, cleanedValue(value, check));
      }
    }
    for (const [id, held] of state.heap) {
      for (const [key, entry] of held.entries) {
        if (entry.taint !== taint) continue;
        const entries = new Map(state.heap.get(id)!.entries).set(key, cleanedValue(entry, check));
        state.setObject(id, changeHeld(held, { entries }));
      }
    }
    const { view } = taint;
    if (view?.as === 'element' || view?.as === 'part') state.setGuard(elementKey(view), guardedBy(check));
    if (taint.is !== undefined) {
      for (const { parameter } of taint.marks) {
        if (parameter !== undefined) state.setGuard(`#${parameter.text}`, guardedBy(check));
      }
    }
  }
  if (check.key !== undefined) state.setGuard(check.key, guardedBy(check));
  if (check.node < 0) return;
  const node = unwrapped(frame, check.node);
  if (tree.kind(node) === Kind.identifier) {
    const value = state.variables.get(tree.name(node));
    // The name may have been bound anew since.
    if (value !== undefined && isTainted(value.taint) && (taint === undefined || sameOrigins(value.taint, taint))) {
      state.setVariable(tree.name(node), cleanedValue(value, check));
    }
    return;
  }
  const key = expressionKey(tree, node);
  if (key !== '') state.setGuard(key, guardedBy(check));
}

/** The name that `(word := value)` binds; what stands in brackets. */
function unwrapped({ tree }: Frame, node: number): number {
  let inner = node;
  for (;;) {
    if (tree.kind(inner) === Kind.parenthesized_expression) inner++;
    else if (tree.kind(inner) === Kind.named_expression) inner = tree.child(inner, Field.name);
    else return inner;
  }
}

function guardedBy({ kinds, credit, given }: Check): Guarded {
  return given === undefined ? { kinds, credit } : { kinds, credit, given };
}

/** What does not begin with a slash may do so without the space in front. */
function isPartOf(part: Taint | undefined, whole: Taint): boolean {
  return part?.view !== undefined && part.view.of === whole && part.view.as !== 'stripped';
}

/** The value with what was checked of it; of a text the same holds of what was put into it. */
function cleanedValue(value: Value, guarded: Guarded): Value {
  const { text, taint } = value;
  const checked = withTaint(value, taint === undefined ? undefined : cleaned(taint, guarded));
  if (text === undefined || !isTainted(taint)) return checked;
  const holes = text.map((part) => (typeof part === 'string' ? part : { hole: cleanedValue(part.hole, guarded) }));
  return changeValue(checked, { text: holes });
}

/** Still the same parameter, but checked: a callee's use of it is harmless for these kinds. */
function cleaned(taint: Taint, { kinds, credit, given }: Guarded): Taint {
  if (given === undefined)
    return changeTaint(taint, { marks: taint.marks.map((mark) => cleanMark(mark, kinds, credit)) });
  // A parameter that it was checked against is not checked by that.
  const marks = taint.marks.map((mark) =>
    given.some(({ parameter }) => parameter === mark.parameter?.text)
      ? mark
      : provideMark(mark, { kinds, credit, given }),
  );
  return changeTaint(taint, { marks });
}

/** An expression's value with what was checked before it was read again. */
export function rechecked(frame: Frame, node: number, value: Value): Value {
  const { guards } = frame.state;
  if (guards.size === 0 || !isTainted(value.taint)) return value;
  const key = expressionKey(frame.tree, node);
  const guarded = key === '' ? undefined : guards.get(key);
  return guarded === undefined ? value : cleanedValue(value, guarded);
}
