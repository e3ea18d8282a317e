// What a loop has checked of each element holds of the whole once the loop is through: `for part in path.split("/"): if part == "..":
// raise`. In: what a loop goes through, and the state at the end of a round. Out: elements that stand for the whole; checks of it.
// Leaves alone: what a `break` skips, which is the loop's to say.
import type { Argument } from '../interpreter/events.ts';
import type { Frame } from '../interpreter/frame.ts';
import { kindSet } from '../values/kind-set.ts';
import type { Guarded } from '../values/state.ts';
import type { Check, View } from '../values/taint.ts';
import { changeTaint, isTainted } from '../values/taint.ts';
import type { Value } from '../values/value.ts';
import { withTaint } from '../values/value.ts';
import { isOnlyResolved } from './containment-checks.ts';
import { ofWhole } from './element-checks.ts';

/** An element as a part of what is gone through, which is untrusted. */
export function asElement(element: Value, { value: { taint }, node }: Argument): Value {
  if (!isTainted(taint) || !isTainted(element.taint) || element.taint.view !== undefined) return element;
  const whole = taint.view;
  const isPath = whole?.as === 'parts' && !isOnlyResolved(whole.of);
  const view: View = isPath ? { of: whole.of, node: whole.node, as: 'part' } : { of: taint, node, as: 'element' };
  return withTaint(element, changeTaint(element.taint, { view }));
}

/** Where the state keeps what has been checked of an element. */
export function elementKey({ node }: View): string {
  return `@${node}`;
}

/** What the whole is once each of its elements has been checked like the last one. */
export function wholeChecks(frame: Frame, element: Value, whole: Argument, guarded: Guarded): readonly Check[] {
  const { view } = element.taint!;
  const isPart = view!.as === 'part';
  const kinds = isPart ? guarded.kinds & kindSet('path-inside') : ofWhole(frame, whole.value, guarded.kinds);
  return kinds === 0n ? [] : [{ ...guarded, node: view!.node, taint: view!.of, kinds }];
}
