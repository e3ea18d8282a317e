// IPython's additions to Python inside a cell. In: the lines of a cell. Out: as many lines of plain Python; the cell's magic.
// Leaves alone: what the magics do.

export interface CellMagic {
  readonly name: string;
  /** What follows is Python that runs as it stands. */
  readonly isTransparent: boolean;
}

const transparentMagics = new Set(['time', 'timeit', 'capture']);

/** The `%%magic` that a cell starts with, if any. */
export function cellMagic(lines: readonly string[]): CellMagic | undefined {
  const name = /^%%\s*([^\s]*)/.exec(lines.find((line) => line.trim() !== '') ?? '')?.[1];
  return name === undefined ? undefined : { name, isTransparent: transparentMagics.has(name) };
}

/** `!ls`, `%matplotlib inline`, `%%time`, `?name`, `name?`, `name??` */
const magicLine = /^\s*(?:[%!?]|(?:[\w.*%]|\[\d+\])+\?{1,2}(?:\s*;)?\s*$)/;
/** `files = !ls`, `result = %timeit -o f()` */
const magicValue = /^([\w.,\s[\]'"*()]+?=\s*)[%!]/;

/**
 * Takes the magics out; the number of lines stays. A line of its own becomes empty (`pass` where it is indented, since it can
 * be all that a block has), an assigned one becomes the call `get_ipython()`, of which nothing is known.
 * Only starts of statements are looked at: inside brackets and strings `%` and `!` are Python's.
 */
export function withoutMagics(lines: readonly string[]): readonly string[] {
  const result: string[] = [];
  let state: State = { depth: 0, quote: undefined, continues: false };
  let magicContinues = false;
  for (const line of lines) {
    const isStart = state.depth === 0 && state.quote === undefined && !state.continues;
    const value = isStart && !magicContinues ? magicValue.exec(line) : null;
    if (magicContinues || (isStart && magicLine.test(line))) {
      // A continued magic is one statement: its further lines must not be indented more than what came before.
      const indent = /^\s*/.exec(line)?.[0] ?? '';
      result.push(indent === '' || magicContinues ? '' : `${indent}pass`);
      magicContinues = /\\\s*$/.test(line);
    } else if (value?.[1] !== undefined) {
      result.push(`${value[1]}get_ipython()`);
      magicContinues = /\\\s*$/.test(line);
    } else {
      result.push(line);
      state = scanLine(line, state);
    }
  }
  return result;
}

interface State {
  /** Open brackets. */
  readonly depth: number;
  /** The quotes that end the string we are in, across lines. */
  readonly quote: string | undefined;
  /** The line ended with a backslash. */
  readonly continues: boolean;
}

/** Follows brackets and strings through one line, as far as needed to know whether the next one starts a statement. */
function scanLine(line: string, before: State): State {
  let { depth, quote } = before;
  let continues = false;
  for (let i = 0; i < line.length; i++) {
    const character = line.charAt(i);
    if (character === '\\') {
      continues = i === line.length - 1;
      i++;
    } else if (quote !== undefined) {
      if (line.startsWith(quote, i)) {
        i += quote.length - 1;
        quote = undefined;
      }
    } else if (character === '#') break;
    else if (character === '"' || character === "'") {
      quote = line.startsWith(character.repeat(3), i) ? character.repeat(3) : character;
      i += quote.length - 1;
    } else if ('([{'.includes(character)) depth++;
    else if (')]}'.includes(character)) depth = Math.max(0, depth - 1);
  }
  // An unfinished string in plain quotes is a mistake of this line only, unless a backslash carries it on.
  return { depth, quote: quote?.length === 1 && !continues ? undefined : quote, continues };
}
