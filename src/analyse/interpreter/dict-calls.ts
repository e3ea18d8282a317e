// `dict(...)` and its relatives. In: the call's arguments. Out: a dict that knows what it holds under which key, as far as the arguments
// tell: another dict, pairs, keywords.
import type { HeapObject } from '../values/held.ts';
import { makeHeld } from '../values/held.ts';
import { constantKey } from '../values/constant.ts';
import { derivedTaint, isTainted } from '../values/taint.ts';
import type { Value } from '../values/value.ts';
import { changeValue, joinValues, noneValue, onlyConstant, unknown } from '../values/value.ts';
import { anyValueOf, elementOf, entryOf } from './containers.ts';
import type { Arguments } from './events.ts';
import type { Frame } from './frame.ts';

/** The result of `dict(...)`, `OrderedDict(...)`. */
export function dictCall(frame: Frame, node: number, args: Arguments): Value {
  const first = args.positional[0]?.value;
  const [held] = first === undefined ? [] : frame.holds(first);
  if (first !== undefined && held === undefined && args.keywords.size === 0 && !args.hasDoubleStar) {
    const rest = args.doubleStar ?? anyValueOf(frame, first);
    const keys = changeValue(unknown, { taint: first.taint });
    const made = frame.allocate(node, makeHeld('dict', new Map(), rest, keys), 'dict');
    return changeValue(made, { taint: derivedTaint([first.taint]) });
  }
  const from = held === undefined || held.kind === 'dict' ? held : ofPairs(frame, held);
  const entries = new Map(from?.entries ?? []);
  for (const [keyword, argument] of args.keywords) entries.set(`s${keyword}`, argument.value);
  const isUnknown = (first !== undefined && held === undefined) || args.hasDoubleStar;
  const spread = args.doubleStar ?? (first === undefined ? unknown : anyValueOf(frame, first));
  const rest = isUnknown ? (from?.rest === undefined ? spread : joinValues(spread, from.rest)) : from?.rest;
  const own =
    first !== undefined && held === undefined && isTainted(first.taint)
      ? [changeValue(unknown, { taint: first.taint })]
      : [];
  const keys = [...own, ...(from?.keys === undefined ? [] : [from.keys]), ...spreadKeys(args)].reduce<
    Value | undefined
  >((all, one) => (all === undefined ? one : joinValues(all, one)), undefined);
  return frame.allocate(node, makeHeld('dict', entries, rest, keys, from?.base), 'dict');
}

/** Keys from outside that `**mapping` brings. */
export function spreadKeys({ doubleStarKeys }: Arguments): Value[] {
  return doubleStarKeys !== undefined && isTainted(doubleStarKeys.taint) ? [doubleStarKeys] : [];
}

/** What a dict holds that is made of pairs: those with a constant key under it. */
function ofPairs(frame: Frame, { entries: pairs, rest: more, base }: HeapObject): HeapObject {
  const entries = new Map<string, Value>();
  let rest: Value | undefined;
  let keys: Value | undefined;
  for (const pair of more === undefined ? pairs.values() : [...pairs.values(), more]) {
    const key = entryOf(frame, pair, 'n0') ?? unknown;
    const value = entryOf(frame, pair, 'n1') ?? elementOf(frame, pair);
    const known = pair === more ? undefined : onlyConstant(key);
    if (known !== undefined) {
      entries.set(constantKey(known), value);
      continue;
    }
    rest = rest === undefined ? value : joinValues(rest, value);
    keys = keys === undefined ? key : joinValues(keys, key);
  }
  return makeHeld('dict', entries, rest, keys, base);
}

/** The result of `dict.fromkeys(keys, value)`. */
export function dictOfKeys(frame: Frame, node: number, args: Arguments): Value | undefined {
  const [first, second] = args.positional;
  if (first === undefined) return undefined;
  const value = second?.value ?? noneValue;
  const holds = frame.holds(first.value);
  const keys = holds.flatMap((held) => [...held.entries.values()].map(onlyConstant));
  const isKnown =
    holds.length > 0 &&
    holds.every(({ kind, rest, base }) => kind !== 'dict' && rest === undefined && base === undefined);
  if (isKnown && keys.every((key) => key !== undefined)) {
    const entries = new Map(keys.map((key) => [constantKey(key), value]));
    return frame.allocate(node, makeHeld('dict', entries, undefined), 'dict');
  }
  return frame.allocate(node, makeHeld('dict', new Map(), value, elementOf(frame, first.value)), 'dict');
}
