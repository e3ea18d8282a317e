// Ranges of a character class that hold more than they seem to. In: the tree of a pattern. Out: the range as written, and signs it admits.
// Leaves alone: ranges by escapes, those over all printable characters, and signs beside a whole class (`/-9`).
import type { Pattern, WrittenRange } from './parse-pattern.ts';

export interface WideRange {
  readonly written: string;
  /** Some of the characters that nobody may have meant. */
  readonly also: string;
}

const classes: readonly (readonly [number, number])[] = [
  [48, 57],
  [65, 90],
  [97, 122],
];
const FEW = 2;

/** The first range that crosses from one kind of character to another. */
export function wideRange(tree: Pattern): WideRange | undefined {
  switch (tree.kind) {
    case 'sequence':
    case 'choice': {
      for (const item of tree.items) {
        const found = wideRange(item);
        if (found !== undefined) return found;
      }
      return undefined;
    }
    case 'group':
    case 'look':
    case 'repeat':
      return wideRange(tree.item);
    case 'set': {
      const range = tree.ranges?.find(isWide);
      if (range === undefined) return undefined;
      const { from, to } = range;
      const signs = Array.from({ length: to - from + 1 }, (_, i) => String.fromCharCode(from + i));
      const also = signs
        .filter((sign) => !/[A-Za-z0-9]/.test(sign))
        .slice(0, 6)
        .join(' ');
      return { written: `${String.fromCharCode(from)}-${String.fromCharCode(to)}`, also };
    }
    default:
      return undefined;
  }
}

function isWide({ from, to, isPlain }: WrittenRange): boolean {
  // Printable characters, and their parts in the grammars of protocols.
  if (!isPlain || to > 125 || from <= 35) return false;
  // Whole columns of the table of ASCII, as control sequences of terminals have them: `[0-?]`, `[@-_]`.
  if (from % 16 === 0 && to % 16 === 15) return false;
  const touched = classes.filter(([first, last]) => from <= last && to >= first);
  const [only] = touched;
  if (only === undefined) return false;
  if (touched.length > 1) return !/^[0-9A-Z]$/.test(String.fromCharCode(from)) || to - from > FEW;
  const isPart = from >= only[0] && to <= only[1];
  const isWhole = from <= only[0] && to >= only[1];
  const beside = Math.max(0, only[0] - from) + Math.max(0, to - only[1]);
  return !isPart && (!isWhole || beside > FEW);
}
