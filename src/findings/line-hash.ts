// `primaryLocationLineHash`, the fingerprint by which GitHub recognises an alert (`github-delivery.md` §4.1): a rolling
// hash over the 100 characters that follow the start of a line, white space left out.
// In: the text of a file. Out: the value of any of its lines. Leaves alone: how the text was read and decoded.

const WINDOW = 100;
const FACTOR = 37;
const WORD = 2 ** 32;
const LF = 10;
const CR = 13;
const SPACE = 32;
const TAB = 9;
const END_MARK = 65535;

// 37^100: what the first unit of a window has been multiplied by when the window has passed it.
const PASSED = Array.from({ length: WINDOW }).reduce((power: number) => Math.imul(power, FACTOR), 1);

export interface LineHashes {
  /** One more than the number of line ends. */
  readonly lineCount: number;
  /** The value of a line, from 1: `d2ef0a960e839fa7:1`. Throws on a line the text does not have. */
  readonly hash: (line: number) => string;
}

/**
 * Hashes every line of a text. Lines end at LF, CR LF or a lone CR; a byte order mark is a character of the first line.
 * `text` is the file decoded as UTF-8 whatever encoding it declares, since GitHub does so.
 *
 * The lower half of a 64-bit hash takes 32-bit arithmetic, so it alone is computed for every line; the whole of it for
 * the lines that are asked for, and for those with an equal lower half.
 */
export function lineHashes(text: string): LineHashes {
  const { lows, starts } = lowerHalves(text);
  const known = new Map<number, string>();
  const numberEqualLines = (low: number): void => {
    const occurrences = new Map<string, number>();
    for (let index = 0; index < lows.length; index++) {
      if (lows[index] !== low) continue;
      const value = windowHash(text, starts[index]!);
      const occurrence = (occurrences.get(value) ?? 0) + 1;
      occurrences.set(value, occurrence);
      known.set(index, `${value}:${occurrence}`);
    }
  };
  return {
    lineCount: starts.length,
    hash(line) {
      const low = lows[line - 1];
      if (low === undefined) throw new RangeError(`no line ${line} in a text of ${starts.length} lines`);
      if (!known.has(line - 1)) numberEqualLines(low);
      return known.get(line - 1)!;
    },
  };
}

/** For each line the lower 32 bits of its hash, and where in the text it starts. */
function lowerHalves(text: string): { readonly lows: readonly number[]; readonly starts: readonly number[] } {
  const lows: number[] = [];
  const starts = [0];
  // Of each line: how many units were kept before it, and the hash of all of them. A window is the difference of two.
  const unitsBefore = [0];
  const hashBefore = [0];
  let hash = 0;
  let units = 0;
  // Where the window of the first line without a hash ends.
  let windowEnd = WINDOW;
  const close = (): void => {
    lows.push((hash - Math.imul(hashBefore[lows.length]!, PASSED)) | 0);
    windowEnd = lows.length < starts.length ? unitsBefore[lows.length]! + WINDOW : Infinity;
  };
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === SPACE || unit === TAB) continue;
    const endsLine = unit === LF || unit === CR;
    if (unit === CR && text.charCodeAt(at + 1) === LF) at++;
    hash = (Math.imul(hash, FACTOR) + (endsLine ? LF : unit)) | 0;
    units++;
    if (units === windowEnd) close();
    if (!endsLine) continue;
    starts.push(at + 1);
    unitsBefore.push(units);
    hashBefore.push(hash);
    if (windowEnd === Infinity) windowEnd = units + WINDOW;
  }
  for (let unit = END_MARK; lows.length < starts.length; unit = 0) {
    hash = (Math.imul(hash, FACTOR) + unit) | 0;
    units++;
    if (units === windowEnd) close();
  }
  return { lows, starts };
}

/** The hash of the 100 units behind a position, in hexadecimal: 64 bits in two halves, exact in floating point. */
function windowHash(text: string, start: number): string {
  let high = 0;
  let low = 0;
  let at = start;
  let ended = false;
  for (let count = 0; count < WINDOW; count++) {
    while (text.charCodeAt(at) === SPACE || text.charCodeAt(at) === TAB) at++;
    let unit = 0;
    if (at < text.length) {
      unit = text.charCodeAt(at);
      if (unit === CR) {
        unit = LF;
        if (text.charCodeAt(at + 1) === LF) at++;
      }
      at++;
    } else if (!ended) {
      unit = END_MARK;
      ended = true;
    }
    const sum = low * FACTOR + unit;
    high = (high * FACTOR + Math.floor(sum / WORD)) >>> 0;
    low = sum >>> 0;
  }
  return high === 0 ? low.toString(16) : high.toString(16) + low.toString(16).padStart(8, '0');
}
