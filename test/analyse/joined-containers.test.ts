// Containers that hold others twice over: joining them takes one step a container, not one for every way to it.
import { expect, test } from 'vitest';
import type { HeapObject } from '../../src/analyse/values/held.ts';
import { makeHeld } from '../../src/analyse/values/held.ts';
import { changeValue, joinObjects, unknown } from '../../src/analyse/values/value.ts';

/** A container with the one before under two keys, `depth` times. */
function nested(depth: number): HeapObject {
  let held = makeHeld('dict', new Map(), undefined);
  for (let i = 0; i < depth; i++) {
    const inner = changeValue(unknown, { held });
    held = makeHeld('dict', new Map([['left', inner] as const, ['right', inner] as const]), undefined);
  }
  return held;
}

test('60 containers in each other', () => {
  const joined = joinObjects(nested(60), nested(60));
  expect([...joined.entries.keys()]).toEqual(['left', 'right']);
  // What was one container on both sides is one afterwards.
  expect(joined.entries.get('left')!.held).toBe(joined.entries.get('right')!.held);
});
