// Values that nobody chooses freely: constants, numbers, members of enumerations, and what is made of them.
import { isEnumeration } from '../interpreter/enum-members.ts';
import type { Frame } from '../interpreter/frame.ts';
import type { Denotation, Value } from '../values/value.ts';

const numberType = /^(?:int|float|bool|complex|decimal\.Decimal|uuid\.UUID|datetime\..*|enum\.Enum\.value)$/;

/** A number or member of an enumeration, or text of which every hole is one: what a parameter's annotation says. */
export function isNumber(frame: Frame, { text, denotes, constants }: Value): boolean {
  if (text !== undefined) return text.every((part) => typeof part === 'string' || isNumber(frame, part.hole));
  return constants !== undefined || (denotes.length > 0 && denotes.every((one) => isOneOfFew(frame, one)));
}

/** A number, or a member of an enumeration. */
function isOneOfFew({ engine }: Frame, one: Denotation): boolean {
  return one.kind === 'object' ? isEnumeration(engine, one) : one.kind === 'instance' && numberType.test(one.of);
}

// Containers in containers are looked at this deep.
const MAX_CONTAINED = 6;

/** Constant, a number, or made of such parts. */
export function isConstant(frame: Frame, value: Value, depth = 0): boolean {
  if (value.constants !== undefined || value.fallback !== undefined) return true;
  // A list that a loop puts into itself has no end.
  if (depth > MAX_CONTAINED) return false;
  if (value.text !== undefined) {
    return value.text.every((part) => typeof part === 'string' || isConstant(frame, part.hole, depth + 1));
  }
  const held = frame.holds(value);
  if (held.length > 0) {
    return held.every(
      ({ kind, entries, rest }) =>
        kind !== 'instance' &&
        (rest === undefined || isConstant(frame, rest, depth + 1)) &&
        [...entries.values()].every((entry) => isConstant(frame, entry, depth + 1)),
    );
  }
  return (
    value.denotes.length > 0 &&
    value.denotes.every(
      (one) =>
        isOneOfFew(frame, one) ||
        (one.kind === 'instance' && one.of === 'compile()') ||
        (one.kind === 'symbol' && /^(?:sys\.executable|__file__|os\.sep|os\.linesep)$/.test(one.name)),
    )
  );
}
