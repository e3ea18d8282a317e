// Changes what the objects of a value hold, in place.
import type { HeapObject } from '../values/held.ts';
import type { Value } from '../values/value.ts';
import type { Frame } from './frame.ts';

/** Changes each object that a value may be. */
export function replaceHeld(frame: Frame, receiver: Value, change: (held: HeapObject) => HeapObject): void {
  for (const id of receiver.objects) {
    const held = frame.state.heap.get(id);
    if (held !== undefined) frame.state.setObject(id, change(held));
  }
}
