// Python's regular expressions as trees. In: a pattern and its flags. Out: the tree, or nothing for what Python would not compile or
// this does not know (conditional groups). Leaves alone: which group is which, and what Unicode adds to classes.
import type { CharacterSet } from './character-set.ts';
import {
  digits,
  everything,
  negated,
  notNewline,
  single,
  spaces,
  union,
  withoutCase,
  wordCharacters,
} from './character-set.ts';

/** A range in a class as it is written: `A-z`. */
export interface WrittenRange {
  readonly from: number;
  readonly to: number;
  /** Both ends are the characters themselves, no escapes. */
  readonly isPlain: boolean;
}

export type Pattern =
  | {
      readonly kind: 'set';
      readonly set: CharacterSet;
      /** The one character that stands for itself. */
      readonly character?: string;
      /** An unescaped `.`. */
      readonly isDot?: true;
      readonly ranges?: readonly WrittenRange[];
    }
  | { readonly kind: 'anchor'; readonly at: 'start' | 'end' | 'boundary' }
  /** What is looked for and not consumed, ahead or behind. */
  | { readonly kind: 'look'; readonly item: Pattern }
  /** What a group matched again (`again`, if the group is known), or a group that does not give anything back. */
  | { readonly kind: 'opaque'; readonly again?: Pattern }
  | { readonly kind: 'sequence'; readonly items: readonly Pattern[] }
  | { readonly kind: 'choice'; readonly items: readonly Pattern[] }
  | { readonly kind: 'group'; readonly item: Pattern; readonly captures: boolean }
  | {
      readonly kind: 'repeat';
      readonly item: Pattern;
      readonly least: number;
      readonly most: number;
      /** Gives nothing back: `a*+`. */
      readonly isPossessive: boolean;
    };

/** Of Python's flags those that change what a pattern matches. */
export interface PatternFlags {
  readonly ignoreCase: boolean;
  readonly dotAll: boolean;
  readonly verbose: boolean;
  /** `$` holds before every line break. */
  readonly multiline?: boolean;
}

export interface ParsedPattern {
  readonly tree: Pattern;
  readonly flags: PatternFlags;
}

class Unknown extends Error {}

/** The tree of a pattern. */
export function parsePattern(source: string, given: PatternFlags): ParsedPattern | undefined {
  let at = 0;
  let flags = given;
  // Groups in the order of their opening brackets, by number and by name.
  const groups: (Pattern | undefined)[] = [];
  const named = new Map<string, number>();
  const sameAgain = (group: Pattern | undefined): Pattern =>
    group === undefined ? { kind: 'opaque' } : { kind: 'opaque', again: group };

  const fail = (): never => {
    throw new Unknown();
  };

  const skipBlank = (): void => {
    while (flags.verbose && at < source.length) {
      if (/\s/.test(source[at]!)) at++;
      else if (source[at] === '#') while (at < source.length && source[at] !== '\n') at++;
      else return;
    }
  };

  const choice = (): Pattern => {
    const items = [sequence()];
    while (source[at] === '|') {
      at++;
      items.push(sequence());
    }
    return items.length === 1 ? items[0]! : { kind: 'choice', items };
  };

  const sequence = (): Pattern => {
    const items: Pattern[] = [];
    for (;;) {
      skipBlank();
      if (at >= source.length || source[at] === '|' || source[at] === ')') break;
      const item = atom();
      if (item !== undefined) items.push(repeated(item));
    }
    return items.length === 1 ? items[0]! : { kind: 'sequence', items };
  };

  const repeated = (item: Pattern): Pattern => {
    skipBlank();
    const counted = /^(?:([*+?])|\{(\d*)(,?)(\d*)\})([?+]?)/.exec(source.slice(at, at + 24));
    if (counted === null) return item;
    const [whole, sign, least = '', comma, most = '', after] = counted;
    if (sign === undefined && least === '' && most === '') return item;
    at += whole.length;
    const low = sign === undefined ? Number(least || 0) : sign === '+' ? 1 : 0;
    const high =
      sign === undefined ? (comma === '' ? low : most === '' ? Infinity : Number(most)) : sign === '?' ? 1 : Infinity;
    return repeated({ kind: 'repeat', item, least: low, most: high, isPossessive: after === '+' });
  };

  const set = (characters: CharacterSet): Pattern => ({
    kind: 'set',
    set: flags.ignoreCase ? withoutCase(characters) : characters,
  });

  const atom = (): Pattern | undefined => {
    const character = source[at]!;
    switch (character) {
      case '(':
        return group();
      case '[':
        return characterClass();
      case '\\':
        return escape();
      case '.':
        at++;
        return { kind: 'set', set: flags.dotAll ? everything : notNewline, isDot: true };
      case '^':
        at++;
        return { kind: 'anchor', at: 'start' };
      case '$':
        at++;
        return { kind: 'anchor', at: 'end' };
      case '*':
      case '+':
      case '?':
        return fail();
      default: {
        const code = source.codePointAt(at)!;
        at += code > 0xffff ? 2 : 1;
        return { ...set(single(code)), character: String.fromCodePoint(code) } as Pattern;
      }
    }
  };

  const group = (): Pattern | undefined => {
    const head = /^\((?:\?(?:P<\w+>|P=\w+\)|#[^)]*\)|<?[=!]|>|\(|[aiLmsux]*(?:-[imsx]+)?[:)]))?/.exec(source.slice(at));
    const text = head![0];
    if (text === '(' && source[at + 1] === '?') return fail();
    at += text.length;
    if (text.startsWith('(?P=')) return sameAgain(groups[named.get(text.slice(4, -1)) ?? -1]);
    if (text.startsWith('(?#')) return undefined;
    if (text === '(?(') return fail();
    const before = flags;
    const letters = /^\(\?([aiLmsux]*)(?:-([imsx]+))?[:)]$/.exec(text);
    if (letters !== null) {
      const has = (letter: string, now: boolean): boolean =>
        letters[2]?.includes(letter) === true ? false : now || letters[1]!.includes(letter);
      flags = {
        ignoreCase: has('i', flags.ignoreCase),
        dotAll: has('s', flags.dotAll),
        verbose: has('x', flags.verbose),
        multiline: has('m', flags.multiline === true),
      };
      if (text.endsWith(')')) return undefined;
    }
    const captures = text === '(' || text.startsWith('(?P<');
    const number = captures ? groups.push(undefined) - 1 : -1;
    if (text.startsWith('(?P<')) named.set(text.slice(4, -1), number);
    const item = choice();
    if (source[at] !== ')') return fail();
    at++;
    flags = before;
    if (captures) groups[number] = item;
    if (/^\(\?<?[=!]$/.test(text)) return { kind: 'look', item };
    if (text === '(?>') return { kind: 'opaque' };
    return { kind: 'group', item, captures };
  };

  const escape = (): Pattern => {
    const letter = source[at + 1];
    if (letter === undefined) return fail();
    if (/[1-9]/.test(letter)) {
      const reference = /^\\(\d{1,2})/.exec(source.slice(at))!;
      at += reference[0].length;
      return sameAgain(groups[Number(reference[1]) - 1]);
    }
    if (letter === 'A' || letter === 'Z' || letter === 'z') {
      at += 2;
      return { kind: 'anchor', at: letter === 'A' ? 'start' : 'end' };
    }
    if (letter === 'b' || letter === 'B') {
      at += 2;
      return { kind: 'anchor', at: 'boundary' };
    }
    const known = escapedSet();
    return 'code' in known
      ? ({ ...set(single(known.code)), character: String.fromCodePoint(known.code) } as Pattern)
      : set(known.set);
  };

  /** `\d`, `\x41`, `\.`, in a class and outside. */
  const escapedSet = (): { readonly set: CharacterSet } | { readonly code: number; readonly isPlain: boolean } => {
    const numbered = /^\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|0([0-7]{0,2}))/.exec(
      source.slice(at),
    );
    if (numbered !== null) {
      at += numbered[0].length;
      const hex = numbered[1] ?? numbered[2] ?? numbered[3];
      return { code: hex === undefined ? parseInt(numbered[4] || '0', 8) : parseInt(hex, 16), isPlain: false };
    }
    const letter = source[at + 1] ?? fail();
    at += 2;
    const classes: Readonly<Record<string, CharacterSet>> = { d: digits, w: wordCharacters, s: spaces };
    const known = classes[letter.toLowerCase()];
    if (known !== undefined) return { set: letter === letter.toLowerCase() ? known : negated(known) };
    const controls: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, f: 12, v: 11, a: 7, b: 8 };
    const control = controls[letter];
    if (control === undefined && /[A-Za-z]/.test(letter)) return fail();
    return { code: control ?? letter.codePointAt(0)!, isPlain: false };
  };

  const characterClass = (): Pattern => {
    at++;
    const isNegated = source[at] === '^';
    if (isNegated) at++;
    let found: CharacterSet = [];
    const ranges: WrittenRange[] = [];
    for (let isFirst = true; ; isFirst = false) {
      if (at >= source.length) return fail();
      if (source[at] === ']' && !isFirst) break;
      const from = member();
      if ('set' in from) {
        found = union(found, from.set);
        continue;
      }
      if (source[at] === '-' && at + 1 < source.length && source[at + 1] !== ']') {
        at++;
        const to = member();
        if ('set' in to) {
          found = union(found, single(from.code), single(45), to.set);
          continue;
        }
        if (to.code < from.code) return fail();
        ranges.push({ from: from.code, to: to.code, isPlain: from.isPlain && to.isPlain });
        found = union(found, [[from.code, to.code]]);
      } else found = union(found, single(from.code));
    }
    at++;
    const set = flags.ignoreCase ? withoutCase(found) : found;
    return { kind: 'set', set: isNegated ? negated(set) : set, ranges };
  };

  const member = (): { readonly set: CharacterSet } | { readonly code: number; readonly isPlain: boolean } => {
    if (source[at] === '\\') return escapedSet();
    const code = source.codePointAt(at)!;
    at += code > 0xffff ? 2 : 1;
    return { code, isPlain: true };
  };

  try {
    const tree = choice();
    return at === source.length ? { tree, flags } : undefined;
  } catch (error) {
    if (error instanceof Unknown || error instanceof RangeError) return undefined;
    throw error;
  }
}
