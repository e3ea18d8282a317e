// What containers and objects hold: entries by constant key, and all the rest.
import type { Value } from './value.ts';

/** A list, tuple, set, dict or instance made at one place of the program (its id is that place). */
export interface HeapObject {
  readonly kind: 'list' | 'tuple' | 'set' | 'dict' | 'instance';
  /** By constant key (`constantKey`), index (`n0`) or attribute name. */
  readonly entries: ReadonlyMap<string, Value>;
  /** Join of everything else it may hold; undefined if the entries are all there is. */
  readonly rest: Value | undefined;
  /** Of a dict: keys that are not known. */
  readonly keys: Value | undefined;
  /** What it was made from: what it holds under keys that nobody wrote since. */
  readonly base: Value | undefined;
}

/** What a container holds; see `makeTaint` for why it is made here only. */
export function makeHeld(
  kind: HeapObject['kind'],
  entries: ReadonlyMap<string, Value>,
  rest: Value | undefined,
  keys?: Value,
  base?: Value,
): HeapObject {
  return { kind, entries, rest, keys, base };
}

/** The same with each value in it changed; itself if none was. */
export function mapHeld(held: HeapObject, change: (value: Value) => Value): HeapObject {
  const { kind, entries, rest, keys, base } = held;
  let changed: Map<string, Value> | undefined;
  for (const [key, entry] of entries) {
    const now = change(entry);
    if (now !== entry) (changed ??= new Map(entries)).set(key, now);
  }
  const [restNow, keysNow, baseNow] = [rest && change(rest), keys && change(keys), base && change(base)];
  return changed === undefined && restNow === rest && keysNow === keys && baseNow === base
    ? held
    : makeHeld(kind, changed ?? entries, restNow, keysNow, baseNow);
}

/** The same with some of its fields changed. */
export function changeHeld(held: HeapObject, change: Partial<HeapObject>): HeapObject {
  return makeHeld(
    change.kind ?? held.kind,
    change.entries ?? held.entries,
    'rest' in change ? change.rest : held.rest,
    'keys' in change ? change.keys : held.keys,
    'base' in change ? change.base : held.base,
  );
}
