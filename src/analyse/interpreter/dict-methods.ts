// Methods of dicts: entries by constant key stay apart; what is stored under an unknown key may stand under any.
import type { HeapObject } from '../values/held.ts';
import { changeHeld, makeHeld } from '../values/held.ts';
import type { Constant } from '../values/constant.ts';
import { constantKey } from '../values/constant.ts';
import { derivedTaint, isTainted } from '../values/taint.ts';
import type { Value } from '../values/value.ts';
import { changeValue, joinValues, noneValue, onlyConstant, unknown } from '../values/value.ts';
import { setEntry } from './assign.ts';
import { anyValueOf, elementOf, entryOf, taintedEntry } from './containers.ts';
import { spreadKeys } from './dict-calls.ts';
import type { Arguments } from './events.ts';
import type { Frame } from './frame.ts';
import { replaceHeld } from './replace-held.ts';

/** The result of a dict's method, with its effects on the dict; undefined for methods that are not known. */
export function dictMethod(
  frame: Frame,
  node: number,
  receiver: Value,
  held: HeapObject,
  name: string,
  args: Arguments,
): Value | undefined {
  const first = args.positional[0]?.value;
  const key = first === undefined ? undefined : onlyConstant(first);
  const fallback = args.positional[1]?.value;
  switch (name) {
    case 'get':
    case 'pop':
    case 'setdefault': {
      const found = key === undefined ? anyValueOf(frame, receiver) : entryOf(frame, receiver, constantKey(key));
      if (name === 'pop' && key !== undefined) removeEntry(frame, receiver, constantKey(key));
      if (name === 'setdefault' && key !== undefined && found === undefined)
        setEntry(frame, receiver, constantKey(key), fallback ?? unknown);
      if (found !== undefined && key !== undefined && held.entries.has(constantKey(key))) return found;
      if (found === undefined) return readUnknown(receiver, key) ?? fallback ?? unknown;
      // Without a default `get` gives None where the key is not there.
      if (fallback === undefined) return name === 'get' && key === undefined ? joinValues(found, noneValue) : found;
      return joinValues(found, fallback);
    }
    case 'update': {
      for (const [keyword, argument] of args.keywords) setEntry(frame, receiver, `s${keyword}`, argument.value);
      if (args.hasDoubleStar) mayOverwrite(frame, receiver, args.doubleStar ?? unknown);
      addKeys(frame, receiver, spreadKeys(args));
      if (first === undefined) return unknown;
      const [other] = frame.holds(first);
      if (other?.kind !== 'dict') {
        mayOverwrite(frame, receiver, taintedEntry(first, undefined) ?? unknown);
        if (isTainted(first.taint))
          addKeys(frame, receiver, [changeValue(unknown, { taint: derivedTaint([first.taint]) })]);
      } else {
        for (const [entry, value] of other.entries) setEntry(frame, receiver, entry, value);
        if (other.rest !== undefined) mayOverwrite(frame, receiver, other.rest);
        if (other.keys !== undefined) addKeys(frame, receiver, [other.keys]);
      }
      return unknown;
    }
    case 'values':
      return frame.allocate(node, makeHeld('list', new Map(), anyValueOf(frame, receiver)), 'dict_values');
    case 'keys':
      return frame.allocate(node, makeHeld('list', new Map(), elementOf(frame, receiver)), 'dict_keys');
    case 'copy':
      return frame.allocate(node, held, 'dict');
    case 'items':
      return itemsOf(frame, node, receiver);
    default:
      return undefined;
  }
}

/** A list of pairs of any key and any value. */
export function itemsOf(frame: Frame, node: number, receiver: Value): Value {
  const pair = new Map([
    ['n0', elementOf(frame, receiver)],
    ['n1', anyValueOf(frame, receiver)],
  ]);
  // The pairs are objects of their own, told from the list of them by a negative id.
  const item = frame.allocate(-2 - node, makeHeld('tuple', pair, undefined), 'tuple');
  return frame.allocate(node, makeHeld('list', new Map(), item), 'dict_items');
}

/** A dict that came from outside as a whole has entries that nobody wrote here. */
function readUnknown(receiver: Value, key: Constant | undefined): Value | undefined {
  return taintedEntry(receiver, key === undefined ? undefined : constantKey(key));
}

function removeEntry(frame: Frame, receiver: Value, key: string): void {
  replaceHeld(frame, receiver, (held) => {
    const entries = new Map(held.entries);
    entries.delete(key);
    return changeHeld(held, { entries });
  });
}

/** A value under a key that is not known: untrusted, it may stand under any. */
function mayOverwrite(frame: Frame, receiver: Value, value: Value): void {
  setEntry(frame, receiver, undefined, value);
  if (!isTainted(value.taint)) return;
  replaceHeld(frame, receiver, (held) =>
    changeHeld(held, { entries: new Map([...held.entries].map(([key, entry]) => [key, joinValues(entry, value)])) }),
  );
}

/** Keys that are not known, as somebody chose them. */
function addKeys(frame: Frame, receiver: Value, keys: readonly Value[]): void {
  for (const added of keys)
    replaceHeld(frame, receiver, (held) =>
      changeHeld(held, { keys: held.keys === undefined ? added : joinValues(held.keys, added) }),
    );
}
