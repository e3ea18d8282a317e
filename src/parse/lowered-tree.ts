// The compact tree that is kept of every file: preorder, four 32-bit words a node (see native/flatten.c).
// Children of node i start at i + 1; `next(i)` is the node after its subtree. Texts are interned for the whole run:
// `name` gives a number that is equal for equal texts in all files, and `names` turns it back into text.
import type { SyntaxKind } from './syntax-kinds.ts';
import { Field, Kind } from './syntax-kinds.ts';

const WORDS = 4;
const LEAF = 8 << 15;
const MISSING = 4 << 15;

/** Interned texts of a run; number 0 is "no text". */
export interface Names {
  /** One more than the largest number. */
  readonly size: number;
  readonly text: (name: number) => string;
  /** Number of a text, or 0 if no file contains it. */
  readonly find: (text: string) => number;
}

export interface CommentTable {
  /** Start and end byte of each comment, in file order. */
  readonly ranges: Uint32Array;
  /** The comments' texts with their `#`. */
  readonly texts: readonly string[];
}

export class LoweredTree {
  readonly words: Uint32Array;
  readonly size: number;
  /** Byte offset of the first byte of each line; lines end at LF, CR LF or a lone CR. */
  readonly lineStarts: Uint32Array;
  readonly comments: CommentTable;
  readonly names: Names;
  /** From the worker's numbers to the run's. */
  readonly #globalNames: Uint32Array | undefined;
  #parents: Int32Array | undefined;

  constructor(
    words: Uint32Array,
    lineStarts: Uint32Array,
    comments: CommentTable,
    names: Names,
    globalNames?: Uint32Array,
  ) {
    this.words = words;
    this.size = words.length / WORDS;
    this.lineStarts = lineStarts;
    this.comments = comments;
    this.names = names;
    this.#globalNames = globalNames;
  }

  kind(node: number): SyntaxKind {
    return (this.words[node * WORDS]! & 511) as SyntaxKind;
  }

  field(node: number): number {
    return (this.words[node * WORDS]! >> 9) & 63;
  }

  isMissing(node: number): boolean {
    return (this.words[node * WORDS]! & MISSING) !== 0;
  }

  start(node: number): number {
    return this.words[node * WORDS + 1]!;
  }

  end(node: number): number {
    return this.words[node * WORDS + 2]!;
  }

  /** The node after this one's subtree: its next sibling, if it has one. */
  next(node: number): number {
    return (this.words[node * WORDS]! & LEAF) !== 0 ? node + 1 : this.words[node * WORDS + 3]!;
  }

  /** Number of the text of an identifier, number, or string without interpolation; 0 where there is none. */
  name(node: number): number {
    if ((this.words[node * WORDS]! & LEAF) === 0) return 0;
    const local = this.words[node * WORDS + 3]!;
    return this.#globalNames === undefined ? local : this.#globalNames[local]!;
  }

  /** Source text of a leaf that has one, '' otherwise. */
  text(node: number): string {
    return this.names.text(this.name(node));
  }

  /** First child with a field, or -1. */
  child(node: number, field: number): number {
    const end = this.next(node);
    for (let child = node + 1; child < end; child = this.next(child)) {
      if (this.field(child) === field) return child;
    }
    return -1;
  }

  /** First child of a kind, or -1. */
  childOfKind(node: number, kind: SyntaxKind): number {
    const end = this.next(node);
    for (let child = node + 1; child < end; child = this.next(child)) {
      if (this.kind(child) === kind) return child;
    }
    return -1;
  }

  children(node: number): number[] {
    const found: number[] = [];
    const end = this.next(node);
    for (let child = node + 1; child < end; child = this.next(child)) found.push(child);
    return found;
  }

  /** Parent of a node, -1 for the root. Computed for the whole file at the first call. */
  parent(node: number): number {
    this.#parents ??= this.#findParents();
    return this.#parents[node]!;
  }

  /** Gives back what `parent` computed; it is computed again when it is asked for again. */
  forgetParents(): void {
    this.#parents = undefined;
  }

  #findParents(): Int32Array {
    const { words, size } = this;
    const parents = new Int32Array(size);
    // The innermost node that is still open, and where it ends.
    let open = -1;
    let end = size;
    for (let node = 0; node < size; node++) {
      while (node >= end) {
        open = parents[open]!;
        end = words[open * WORDS + 3]!;
      }
      parents[node] = open;
      if ((words[node * WORDS]! & LEAF) !== 0) continue;
      open = node;
      end = words[node * WORDS + 3]!;
    }
    return parents;
  }

  /** Line of a byte offset, from 1. */
  line(offset: number): number {
    let low = 0;
    let high = this.lineStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.lineStarts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  }

  /** Line where a node starts, from 1. */
  lineOf(node: number): number {
    return this.line(this.start(node));
  }

  /** Lines of the file; the empty rest behind the last line end is none. */
  get lineCount(): number {
    const starts = this.lineStarts.length;
    return starts > 1 && this.lineStarts[starts - 1]! >= this.end(0) ? starts - 1 : starts;
  }
}

export { Field, Kind };
