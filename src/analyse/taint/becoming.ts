// Calls and assignments after which an object is of another type: a parser that was told to resolve entities. In: what is called or
// assigned, with its object. Out: the object's variable or attribute with the type it has from now on.
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { setEntry } from '../interpreter/assign.ts';
import type { Arguments } from '../interpreter/events.ts';
import type { Frame } from '../interpreter/frame.ts';
import type { Value } from '../values/value.ts';
import { changeValue, withTaint } from '../values/value.ts';
import type { ApiEntry } from './api-models.ts';
import { signatureOf, signed } from './signatures.ts';

/** Applies the first entry that says so and holds; `node` is the object's expression, `at` the call or assignment. */
export function becoming(
  frame: Frame,
  at: number,
  node: number,
  object: Value,
  entries: readonly ApiEntry[],
  args: Arguments,
  result?: Value,
): void {
  const { engine, module, functionIndex } = frame;
  for (const { entry } of entries) {
    const { becomes, where } = entry;
    if (becomes === undefined) continue;
    const place = { module, functionIndex, node: at };
    if (where !== undefined && engine.whereHolds?.(where, args, frame, place) !== true) continue;
    const changed: Value = changeValue(object, { denotes: [{ kind: 'instance', of: becomes }] });
    const digest = signatureOf(result);
    return replace(frame, node, digest === undefined ? withTaint(changed, object.taint) : signed(changed, digest));
  }
}

function replace(frame: Frame, node: number, value: Value): void {
  const { tree, state } = frame;
  if (tree.kind(node) === Kind.identifier) state.setVariable(tree.name(node), value);
  else if (tree.kind(node) === Kind.attribute) {
    const object = tree.child(node, Field.object);
    const name = tree.text(tree.child(node, Field.attribute));
    const owner = frame.peek(object);
    if (owner !== undefined) setEntry(frame, owner, name, value);
    if (frame.selfName !== 0 && tree.name(object) === frame.selfName) frame.selfStores.set(name, value);
  }
}
