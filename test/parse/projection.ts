// What the lowered form must be, said a second time: computed in JavaScript from the full form.
// In: a source, both forms and the interned texts. Out: the first difference in a sentence. Also checks comments and
// line starts, which the full form or the text tell.
import type { FullTree, LoweredWords } from '../../src/parse/flat-parser.ts';
import { Kind } from '../../src/parse/syntax-kinds.ts';
import { Flag, FULL_WORDS } from './oracle.ts';

const LONGEST_INTERNED = 4096;
const WITH_TEXT: ReadonlySet<number> = new Set([
  Kind.identifier,
  Kind.string,
  Kind.integer,
  Kind.float,
  Kind.string_content,
  Kind.string_start,
  Kind.type_conversion,
  Kind.import_prefix,
]);
/** Tokens without a name or a field that still carry meaning, and where. */
const TOKENS: readonly { readonly token: number; readonly parent?: number }[] = [
  { token: Kind["'async'"] },
  { token: Kind["':'"], parent: Kind.slice },
  { token: Kind["'from'"], parent: Kind.yield },
  { token: Kind["'*'"], parent: Kind.except_clause },
];

interface ProjectedNode {
  readonly head: number;
  readonly start: number;
  readonly end: number;
  readonly text: string | undefined;
  next: number;
}

/** First difference between the lowered form and the projection of the full form, or undefined. */
export function loweredDifference(
  source: Uint8Array,
  full: FullTree,
  lowered: LoweredWords,
  names: readonly string[],
): string | undefined {
  const comments: number[] = [];
  const expected = project(source, full, comments);
  const size = lowered.words.length / 4;
  for (let node = 0; node < Math.min(size, expected.length); node++) {
    const want = expected[node]!;
    const head = lowered.words[node * 4]!;
    const last = lowered.words[node * 4 + 3]!;
    const isLeaf = (head & Flag.leaf) !== 0;
    const same =
      head === want.head &&
      lowered.words[node * 4 + 1] === want.start &&
      lowered.words[node * 4 + 2] === want.end &&
      (isLeaf ? (last === 0 ? undefined : names[last]) === want.text : last === want.next);
    if (!same) {
      const got = [...lowered.words.subarray(node * 4, node * 4 + 4)].join(' ');
      return `lowered node ${node} is ${got} (${isLeaf ? names[last] : ''}), expected ${JSON.stringify(want)}`;
    }
  }
  if (size !== expected.length) return `${size} lowered nodes, expected ${expected.length}`;
  if (!equal(lowered.comments, comments)) return `comments ${lowered.comments.join()}, expected ${comments.join()}`;
  const lines = lineStarts(source);
  return equal(lowered.lineStarts, lines)
    ? undefined
    : `line starts ${lowered.lineStarts.join()}, expected ${lines.join()}`;
}

function project(source: Uint8Array, full: FullTree, comments: number[]): ProjectedNode[] {
  const { words, size } = full;
  const kindOf = (node: number): number => words[node * FULL_WORDS]! & 511;
  const nextOf = (node: number): number => words[node * FULL_WORDS + 3]!;
  const out: ProjectedNode[] = [];
  const visit = (node: number): void => {
    const at = node * FULL_WORDS;
    const head = words[at]!;
    const kind = kindOf(node);
    const [start, end] = [words[at + 1]!, words[at + 2]!];
    const collapsed =
      kind === Kind.string_content || kind === Kind.import_prefix || (kind === Kind.string && !hasInterpolation(node));
    const leaf = (head & Flag.leaf) !== 0 || collapsed;
    const text = leaf && WITH_TEXT.has(kind) ? interned(source.subarray(start, end)) : undefined;
    const me = out.length;
    out.push({ head: leaf ? head | Flag.leaf : head, start, end, text, next: 0 });
    if (leaf) return;
    for (let child = node + 1; child < nextOf(node); child = nextOf(child)) {
      if (kindOf(child) === Kind.comment) {
        comments.push(words[child * FULL_WORDS + 1]!, words[child * FULL_WORDS + 2]!);
      } else if (isKept(words[child * FULL_WORDS]!, kind)) {
        visit(child);
      }
    }
    if (out.length === me + 1) out[me] = { head: head | Flag.leaf, start, end, text: undefined, next: 0 };
    else out[me]!.next = out.length;
  };
  const hasInterpolation = (node: number): boolean => {
    for (let child = node + 1; child < nextOf(node); child = nextOf(child)) {
      if (kindOf(child) === Kind.interpolation) return true;
    }
    return false;
  };
  if (size > 0) visit(0);
  return out;
}

function isKept(head: number, parent: number): boolean {
  const kind = head & 511;
  if (kind === Kind.line_continuation) return false;
  if ((head & (Flag.named | Flag.missing)) !== 0 || ((head >> 9) & 63) !== 0) return true;
  return TOKENS.some((token) => token.token === kind && (token.parent === undefined || token.parent === parent));
}

function interned(bytes: Uint8Array): string | undefined {
  if (bytes.length > LONGEST_INTERNED || bytes.includes(0)) return undefined;
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

function lineStarts(source: Uint8Array): number[] {
  const starts = [0];
  const text = Buffer.from(source).toString('latin1');
  for (const match of text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);
  return starts;
}

function equal(a: Uint32Array, b: readonly number[]): boolean {
  return a.length === b.length && b.every((value, i) => a[i] === value);
}
