// Files with findings are read a second time: for their lines, their hash and the tokens of statements.
// In: a listed file. Out: its text and its tokens. Leaves alone: what they are needed for (stage `findings`).
import { Buffer } from 'node:buffer';
import { readFileSync } from 'node:fs';
import type { ByteRange } from '../base/region.ts';
import type { SourceFile } from '../discover/source-set.ts';
import type { FlatParser, FullTree } from './flat-parser.ts';
import { ParserFailure } from './flat-parser.ts';
import { decodeFile } from './read-source.ts';
import { Kind } from './syntax-kinds.ts';

export interface ReadFile {
  /** UTF-8, exactly what the parser saw; for a notebook its joined cells. */
  readonly bytes: Uint8Array;
  /** The file on disk; the same object as `bytes` where the parser saw it as it is. */
  readonly original: Uint8Array;
  /** The file on disk decoded as UTF-8 whatever it declares, byte order mark kept. */
  readonly text: string;
  /** Python's name of the encoding of the file on disk. */
  readonly encoding: string;
  /** Size of the file on disk. */
  readonly byteLength: number;
  /** SHA-256 of the file on disk, hexadecimal. */
  readonly sha256: string;
  /** Notebooks: line and column in the file, from 1, of an offset in `bytes`. */
  readonly position?: (offset: number) => { readonly line: number; readonly column: number };
  /** Leaf tokens of a statement or a header, comments dropped; `hidden`: every string literal is the one token `str`. */
  readonly tokens: (range: ByteRange, strings: 'kept' | 'hidden') => readonly string[];
  /** Whether another text, UTF-8 as the parser would see it, has the same code and other comments. */
  readonly differsInComments: (text: Uint8Array) => boolean;
}

/** Undefined for a file that cannot be read any more. */
export type Reader = (file: SourceFile) => ReadFile | undefined;

/**
 * A function that reads a file again. `createParser` is called when tokens are first asked for, and again if a parser had
 * to be thrown away. `readBytes` gives the file as it is on disk and may throw.
 */
export function createReader(
  createParser: () => FlatParser,
  readBytes: (file: SourceFile) => Buffer = ({ absolutePath }) => readFileSync(absolutePath),
): Reader {
  let parser: FlatParser | undefined;
  const parse = (source: Uint8Array): FullTree | undefined => {
    try {
      parser ??= createParser();
      const tree = parser.parse(source);
      parser.takeJoinedTexts();
      return tree;
    } catch (error) {
      if (!(error instanceof ParserFailure)) throw error;
      parser = undefined;
      return undefined;
    }
  };

  return (file) => {
    let original: Buffer;
    try {
      original = readBytes(file);
    } catch {
      return undefined;
    }
    const source = decodeFile(file, original);
    if (source.kind !== 'text') return undefined;
    const { bytes, encoding, map } = source;
    return {
      bytes,
      original,
      text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(original),
      encoding,
      byteLength: source.original.length,
      sha256: source.original.sha256(),
      ...(map && { position: map }),
      tokens: ({ start, end }, strings) => statementTokens(bytes.subarray(start, end), strings, parse),
      differsInComments: (text) =>
        isSame(statementTokens(bytes, 'kept', parse), statementTokens(text, 'kept', parse)) &&
        !isSame(commentsOf(bytes, parse), commentsOf(text, parse)),
    };
  };
}

/**
 * Tokens of a statement that is parsed on its own: far cheaper than parsing the file again, and errors elsewhere in the
 * file cannot change them.
 */
function statementTokens(
  statement: Uint8Array,
  strings: 'kept' | 'hidden',
  parse: (source: Uint8Array) => FullTree | undefined,
): string[] {
  const text = Buffer.from(statement.buffer, statement.byteOffset, statement.byteLength);
  const tree = text.length === 0 ? undefined : parse(statement);
  // Only hostile input gets here; any text that follows the statement will do.
  if (tree === undefined)
    return text
      .toString('utf8')
      .split(/\s+/)
      .filter((word) => word !== '');
  return leafTokens(tree, text, strings);
}

function commentsOf(source: Uint8Array, parse: (source: Uint8Array) => FullTree | undefined): string[] {
  const tree = parse(source);
  if (tree === undefined) return [];
  const comments: string[] = [];
  for (let node = 0; node < tree.size; node++) {
    const [head, start, end] = tree.words.subarray(node * WORDS, node * WORDS + 3);
    if ((head! & 511) === Kind.comment) comments.push(new TextDecoder().decode(source.subarray(start, end)));
  }
  return comments;
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((text, index) => text === other[index]);
}

const WORDS = 6;
const LEAF = 8 << 15;

function leafTokens({ words, size }: FullTree, text: Buffer, strings: 'kept' | 'hidden'): string[] {
  const tokens: string[] = [];
  let covered = 0;
  const add = (start: number, end: number, token?: string): void => {
    // Some text has no node of its own: a format specifier around a nested hole, what a syntax error skipped.
    const between = text.toString('utf8', covered, start).trim();
    if (between !== '') tokens.push(between);
    // A checkout with other line ends is the same code.
    if (token !== undefined && token !== '') tokens.push(token.replace(/\r\n?/g, '\n'));
    covered = Math.max(covered, end);
  };

  let node = 0;
  while (node < size) {
    const head = words[node * WORDS]!;
    const kind = head & 511;
    const start = words[node * WORDS + 1]!;
    const end = words[node * WORDS + 2]!;
    const next = words[node * WORDS + 3]!;
    if (kind === Kind.comment || kind === Kind.line_continuation) {
      add(start, end);
      node = next;
    } else if (kind === Kind.string && strings === 'hidden') {
      add(start, end, 'str');
      node = next;
    } else if (kind === Kind.string_content) {
      // One token, although its escapes are nodes of their own.
      add(start, end, text.toString('utf8', start, end));
      node = next;
    } else if ((head & LEAF) !== 0) {
      add(start, end, text.toString('utf8', start, end).trim());
      node++;
    } else {
      node++;
    }
  }
  add(text.length, text.length);
  return tokens;
}
