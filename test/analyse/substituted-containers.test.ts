// A callee's objects at a call: what is held in several places, or comes from one parameter many times, is changed once.
import { expect, test } from 'vitest';
import type { Binding } from '../../src/analyse/taint/reach.ts';
import { substitute } from '../../src/analyse/taint/substitute.ts';
import { makeHeld } from '../../src/analyse/values/held.ts';
import { parameterAt, parameterTaint } from '../../src/analyse/values/taint.ts';
import type { Value } from '../../src/analyse/values/value.ts';
import { changeValue, unknown } from '../../src/analyse/values/value.ts';

const keys = Array.from({ length: 20 }, (_, i) => `key${i}`);

/** A dict of 20 entries that are all the same dict, and so on. */
function nested(innermost: Value, depth: number): Value {
  let value = innermost;
  for (let i = 0; i < depth; i++) {
    const inner = value;
    value = changeValue(unknown, { held: makeHeld('dict', new Map(keys.map((key) => [key, inner])), undefined) });
  }
  return value;
}

/** A call that passes nothing for its one parameter, and how often it was asked for that. */
function call(): { readonly binding: Binding; readonly asked: () => number } {
  let asked = 0;
  const values = new Proxy<undefined[]>([], { get: () => void asked++ });
  const binding = { callee: 'f', names: ['p'], values, nodes: [0] } as unknown as Binding;
  return { binding, asked: () => asked };
}

const fromParameter = changeValue(unknown, { taint: parameterTaint(parameterAt(0, [])) });

test('what is held many times is changed once', () => {
  const { binding, asked } = call();
  const there = substitute(nested(fromParameter, 4), binding);
  const entries = there.held!.entries;
  expect(entries.get('key0')!.held).toBe(entries.get('key19')!.held);
  expect(entries.get('key0')!.held!.entries.get('key7')!.held!.entries.get('key1')!.taint).toBeUndefined();
  expect(asked()).toBeLessThan(10);
});

test('what holds nothing of a parameter stays what it is', () => {
  const value = nested(unknown, 3);
  expect(substitute(value, call().binding)).toBe(value);
});
