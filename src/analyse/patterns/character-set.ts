// Sets of characters as sorted ranges of code points. In: ranges. Out: union, negation, overlap. Leaves alone: what characters mean
// beyond ASCII; `\w`, `\d` and `\s` have their ASCII characters only.

/** Pairs of first and last code point, in order, without overlap. */
export type CharacterSet = readonly (readonly [number, number])[];

const LAST = 0x10ffff;

export const everything: CharacterSet = [[0, LAST]];
export const digits: CharacterSet = [[48, 57]];
export const wordCharacters: CharacterSet = [
  [48, 57],
  [65, 90],
  [95, 95],
  [97, 122],
];
export const spaces: CharacterSet = [
  [9, 13],
  [28, 32],
];
export const notNewline: CharacterSet = negated([[10, 10]]);

export function single(code: number): CharacterSet {
  return [[code, code]];
}

/** What is in one of them. */
export function union(...sets: readonly CharacterSet[]): CharacterSet {
  const sorted = sets.flat().sort((a, b) => a[0] - b[0]);
  const merged: [number, number][] = [];
  for (const [from, to] of sorted) {
    const last = merged.at(-1);
    if (last !== undefined && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}

/** What is not in it. */
export function negated(set: CharacterSet): CharacterSet {
  const found: [number, number][] = [];
  let next = 0;
  for (const [from, to] of set) {
    if (from > next) found.push([next, from - 1]);
    next = to + 1;
  }
  if (next <= LAST) found.push([next, LAST]);
  return found;
}

/** What is in the first and not in the second. */
export function without(set: CharacterSet, other: CharacterSet): CharacterSet {
  return negated(union(negated(set), other));
}

/** Some character is in both. */
export function overlap(a: CharacterSet, b: CharacterSet): boolean {
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i]![1] < b[j]![0]) i++;
    else if (b[j]![1] < a[i]![0]) j++;
    else return true;
  }
  return false;
}

/** Everything of `inner` is in `outer`. */
export function includes(outer: CharacterSet, inner: CharacterSet): boolean {
  return !overlap(negated(outer), inner);
}

/** With the other case of each ASCII letter. */
export function withoutCase(set: CharacterSet): CharacterSet {
  const more: [number, number][] = [];
  for (const [from, to] of set) {
    const [upperFrom, upperTo] = [Math.max(from, 65), Math.min(to, 90)];
    if (upperFrom <= upperTo) more.push([upperFrom + 32, upperTo + 32]);
    const [lowerFrom, lowerTo] = [Math.max(from, 97), Math.min(to, 122)];
    if (lowerFrom <= lowerTo) more.push([lowerFrom - 32, lowerTo - 32]);
  }
  return more.length === 0 ? set : union(set, more);
}
