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

// The unit that leaves the window has been multiplied by 37^100. Adding its complement takes it away again, so every
// number below stays positive and under 2^53: 64 bits in two halves are exact in floating point.
const LEAVING = (1n << 64n) - (37n ** 100n % (1n << 64n));
const LEAVING_HIGH = Number(LEAVING >> 32n);
const LEAVING_LOW = Number(LEAVING & 0xffffffffn);

export interface LineHashes {
  /** One more than the number of line ends. */
  readonly lineCount: number;
  /** The value of a line, from 1: `d2ef0a960e839fa7:1`. Throws on a line the text does not have. */
  readonly hash: (line: number) => string;
}

/**
 * Hashes every line of a text. Lines end at LF, CR LF or a lone CR; a byte order mark is a character of the first line.
 * `text` is the file decoded as UTF-8 whatever encoding it declares, since GitHub does so.
 */
export function lineHashes(text: string): LineHashes {
  const lineCount = countLines(text);
  const highs = new Uint32Array(lineCount);
  const lows = new Uint32Array(lineCount);
  // Positions in the stream of kept units where lines start.
  const starts = new Uint32Array(lineCount);
  const ring = new Uint16Array(WINDOW);
  let high = 0;
  let low = 0;
  let pushed = 0;
  let slot = 0;
  let opened = 1;
  let hashed = 0;

  const push = (unit: number): void => {
    const leaving = ring[slot]!;
    ring[slot] = unit;
    slot = slot === WINDOW - 1 ? 0 : slot + 1;
    const sum = low * FACTOR + unit + leaving * LEAVING_LOW;
    high = (high * FACTOR + leaving * LEAVING_HIGH + Math.floor(sum / WORD)) >>> 0;
    low = sum >>> 0;
    pushed++;
    if (hashed < opened && starts[hashed]! + WINDOW === pushed) {
      highs[hashed] = high;
      lows[hashed] = low;
      hashed++;
    }
  };

  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === SPACE || unit === TAB) continue;
    if (unit !== LF && unit !== CR) {
      push(unit);
      continue;
    }
    if (unit === CR && text.charCodeAt(at + 1) === LF) at++;
    // Before the push: the line that begins behind this line end must be known when its window fills.
    starts[opened] = pushed + 1;
    opened++;
    push(LF);
  }
  push(END_MARK);
  while (hashed < lineCount) push(0);

  return {
    lineCount,
    hash(line) {
      const index = line - 1;
      if (!(index >= 0 && index < lineCount)) throw new RangeError(`no line ${line} in a text of ${lineCount} lines`);
      const ownHigh = highs[index]!;
      const ownLow = lows[index]!;
      let occurrence = 0;
      for (let other = 0; other <= index; other++) {
        if (lows[other] === ownLow && highs[other] === ownHigh) occurrence++;
      }
      const value = ownHigh === 0 ? ownLow.toString(16) : ownHigh.toString(16) + ownLow.toString(16).padStart(8, '0');
      return `${value}:${occurrence}`;
    },
  };
}

function countLines(text: string): number {
  let lines = 1;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === LF || (unit === CR && text.charCodeAt(at + 1) !== LF)) lines++;
  }
  return lines;
}
