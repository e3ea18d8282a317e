// `namedtuple("Point", "x y")`: a class made by a call, and its instances.
import { makeHeld } from '../values/held.ts';
import { str, textOf } from '../values/constant.ts';
import type { Value } from '../values/value.ts';
import { changeValue, constantValue, instanceOf, onlyConstant } from '../values/value.ts';
import type { Arguments } from './events.ts';
import type { Frame } from './frame.ts';

/** The type of a class that `namedtuple` made: calling it makes a tuple with names. */
export const NAMED_TUPLE = 'collections.namedtuple()';

/** The class that a call makes; undefined if its fields are not given. */
export function namedTuple(frame: Frame, args: Arguments): Value | undefined {
  const fields = args.positional[1] ?? args.keywords.get('field_names');
  if (fields === undefined) return undefined;
  const constant = onlyConstant(fields.value);
  const text = constant === undefined ? undefined : textOf(constant);
  const [held] = frame.holds(fields.value);
  const names =
    text !== undefined
      ? text.split(/[\s,]+/).filter((name) => name !== '')
      : [...(held?.entries.values() ?? [])].map((entry) => fieldName(frame, entry));
  const entries = new Map(names.map((name, index) => [`n${index}`, constantValue(str(name))]));
  return changeValue(instanceOf(NAMED_TUPLE), { held: makeHeld('tuple', entries, undefined) });
}

/** A name, or the first of the pair of name and type. */
function fieldName(frame: Frame, entry: Value): string {
  const [pair] = frame.holds(entry);
  const constant = onlyConstant(pair?.entries.get('n0') ?? entry);
  return constant === undefined ? '' : (textOf(constant) ?? '');
}

/** An instance of such a class: its fields by name and by position. */
export function makeNamedTuple(frame: Frame, node: number, type: Value, args: Arguments): Value {
  const entries = new Map<string, Value>();
  const [fields] = frame.holds(type);
  [...(fields?.entries.values() ?? [])].forEach((field, index) => {
    const constant = onlyConstant(field);
    const name = constant === undefined ? '' : (textOf(constant) ?? '');
    const value = args.keywords.get(name)?.value ?? args.positional[index]?.value ?? args.star ?? args.doubleStar;
    if (value === undefined) return;
    entries.set(name, value);
    entries.set(`n${index}`, value);
  });
  return frame.allocate(node, makeHeld('instance', entries, undefined), 'collections.namedtuple()()');
}
