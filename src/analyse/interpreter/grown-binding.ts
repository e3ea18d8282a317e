// A variable of a scope around that grew after it was set: `hosts = {"a"}`, then `hosts |= more`. In: what it was set to, and the
// targets of its augmented assignments. Out: the same list or set with what was added among its elements; undefined for anything else.
import { changeHeld } from '../values/held.ts';
import type { LoweredTree } from '../../parse/lowered-tree.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { outside } from '../taint/leaving.ts';
import type { Value } from '../values/value.ts';
import { changeValue, joinValues } from '../values/value.ts';
import { elementOf } from './containers.ts';
import type { Frame } from './frame.ts';

/** Whether a name is bound there by `+=` or `|=`. */
export function isGrowth(tree: LoweredTree, target: number): boolean {
  return tree.kind(tree.parent(target)) === Kind.augmented_assignment;
}

export function grown(frame: Frame, value: Value | undefined, targets: readonly number[]): Value | undefined {
  const held = value?.held;
  if (held === undefined || held.kind === 'dict' || held.kind === 'instance') return undefined;
  let { rest } = held;
  for (const target of targets) {
    const added = outside(
      elementOf(frame, frame.evaluateAlone(frame.tree.child(frame.tree.parent(target), Field.right))),
    );
    rest = rest === undefined ? added : joinValues(rest, added);
  }
  return changeValue(value!, { held: changeHeld(held, { rest }) });
}
