// Reading what lists, tuples, sets, dicts and objects hold.
import type { Value } from '../values/value.ts';
import { constantValue, joinValues, unknown } from '../values/value.ts';
import { str } from '../values/constant.ts';
import type { Frame } from './frame.ts';

/** What an object holds under a key (`constantKey`) or attribute; undefined if nothing is known of it. */
export function entryOf(frame: Frame, object: Value, key: string): Value | undefined {
  let joined: Value | undefined;
  for (const held of frame.holds(object)) {
    const value = held.entries.get(key) ?? held.rest;
    if (value === undefined) return undefined;
    joined = join(joined, value);
  }
  return joined;
}

/** Any element: what iterating gives (of a dict its keys), or an unknown key of a dict. */
export function elementOf(frame: Frame, container: Value): Value {
  let joined: Value | undefined;
  for (const held of frame.holds(container)) {
    if (held.kind === 'instance') return unknown;
    if (held.kind === 'dict') {
      for (const key of held.entries.keys())
        joined = join(joined, key.startsWith('s') ? constantValue(str(key.slice(1))) : unknown);
      if (held.rest !== undefined) joined = join(joined, unknown);
      continue;
    }
    for (const value of held.entries.values()) joined = join(joined, value);
    if (held.rest !== undefined) joined = join(joined, held.rest);
  }
  return joined ?? unknown;
}

/** Any value of a dict. */
export function anyValueOf(frame: Frame, container: Value): Value {
  let joined: Value | undefined;
  for (const held of frame.holds(container)) {
    for (const value of held.entries.values()) joined = join(joined, value);
    if (held.rest !== undefined) joined = join(joined, held.rest);
  }
  return joined ?? unknown;
}

function join(a: Value | undefined, b: Value): Value {
  return a === undefined ? b : joinValues(a, b);
}
