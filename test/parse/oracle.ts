// The parser's oracle: web-tree-sitter with the grammar's own wasm, an independent build of parser and grammar.
// In: Python text. Out: its tree in the words of our full form (without interned names), positions in UTF-8 bytes.
import { createRequire } from 'node:module';
import { Language, Parser } from 'web-tree-sitter';
import type { FlatParser, FullTree } from '../../src/parse/flat-parser.ts';

export const FULL_WORDS = 6;
const NO_PARENT = 0xffffffff;
const ERROR_KIND = 511;
export const Flag = { named: 1 << 15, extra: 2 << 15, missing: 4 << 15, leaf: 8 << 15 } as const;

export interface Oracle {
  /** Words of every node in preorder: head, start, end, next, parent. `extra` is slow to ask for, so only on demand. */
  readonly parse: (text: string, options?: { readonly extra: boolean }) => Uint32Array;
}

/**
 * The first difference between our tree of a text and the oracle's, or undefined if they are equal in every node.
 * A text without a syntax error is compared in UTF-8, as we read files. Error recovery weighs skipped text in bytes,
 * so of a broken text the oracle, which reads UTF-16, may have another tree: there we read UTF-16 too, and the
 * UTF-8 tree must be that of test/real/native.test.ts.
 */
export function oracleDifference(
  parser: FlatParser,
  oracle: Oracle,
  text: string,
  options?: { readonly extra: boolean },
): string | undefined {
  const theirs = oracle.parse(text, options);
  if (!isBroken(theirs)) return firstDifference(comparable(parser.parse(Buffer.from(text, 'utf8')), options), theirs);
  const toByte = byteOffsets(text);
  const ours = comparable(parser.parse(Buffer.from(text, 'utf16le'), 'utf-16le'), options);
  for (let at = 0; at < ours.length; at += ORACLE_WORDS) {
    ours[at + 1] = toByte(ours[at + 1]! / 2);
    ours[at + 2] = toByte(ours[at + 2]! / 2);
  }
  return firstDifference(ours, theirs);
}

/** True if a tree has an error or a missing token. */
export function isBroken(words: Uint32Array): boolean {
  for (let at = 0; at < words.length; at += ORACLE_WORDS) {
    if ((words[at]! & 511) === ERROR_KIND || (words[at]! & Flag.missing) !== 0) return true;
  }
  return false;
}

export const ORACLE_WORDS = 5;

/** Loads the oracle. */
export async function createOracle(): Promise<Oracle> {
  await Parser.init();
  const require = createRequire(import.meta.url);
  const language = await Language.load(require.resolve('tree-sitter-python/tree-sitter-python.wasm'));
  const parser = new Parser();
  parser.setLanguage(language);
  return {
    parse(text, options) {
      const tree = parser.parse((index) => chunk(text, index));
      if (tree === null) throw new Error('the oracle gave up');
      const toByte = byteOffsets(text);
      const cursor = tree.walk();
      let words = new Uint32Array(4096 * ORACLE_WORDS);
      let count = 0;
      const open: number[] = [];
      for (;;) {
        if ((count + 1) * ORACLE_WORDS > words.length) {
          const larger = new Uint32Array(words.length * 2);
          larger.set(words);
          words = larger;
        }
        const at = count * ORACLE_WORDS;
        const type = cursor.nodeTypeId;
        let head = (type === 0xffff ? ERROR_KIND : type) | (cursor.currentFieldId << 9);
        if (cursor.nodeIsNamed) head |= Flag.named;
        if (cursor.nodeIsMissing) head |= Flag.missing;
        if (options?.extra === true && cursor.currentNode.isExtra) head |= Flag.extra;
        words[at + 1] = toByte(cursor.startIndex);
        words[at + 2] = toByte(cursor.endIndex);
        words[at + 4] = open.at(-1) ?? NO_PARENT;
        const node = count++;
        if (cursor.gotoFirstChild()) {
          words[at] = head;
          open.push(node);
          continue;
        }
        words[at] = head | Flag.leaf;
        words[at + 3] = count;
        while (!cursor.gotoNextSibling()) {
          const closed = open.pop();
          if (closed === undefined || !cursor.gotoParent()) {
            cursor.delete();
            tree.delete();
            return words.subarray(0, count * ORACLE_WORDS);
          }
          words[closed * ORACLE_WORDS + 3] = count;
        }
      }
    },
  };
}

/** Our full form in the oracle's words, so that the two compare as arrays. */
export function comparable(tree: FullTree, options?: { readonly extra: boolean }): Uint32Array {
  const words = new Uint32Array(tree.size * ORACLE_WORDS);
  const mask = options?.extra === true ? 0xffffffff : ~Flag.extra;
  for (let node = 0; node < tree.size; node++) {
    const from = node * FULL_WORDS;
    words[node * ORACLE_WORDS] = tree.words[from]! & mask;
    for (let i = 1; i < ORACLE_WORDS; i++) words[node * ORACLE_WORDS + i] = tree.words[from + i]!;
  }
  return words;
}

/** The first difference of two trees in a sentence, or undefined if they are equal in every node and in size. */
export function firstDifference(ours: Uint32Array, theirs: Uint32Array): string | undefined {
  const nodes = Math.min(ours.length, theirs.length) / ORACLE_WORDS;
  for (let node = 0; node < nodes; node++) {
    for (let i = 0; i < ORACLE_WORDS; i++) {
      const at = node * ORACLE_WORDS + i;
      if (ours[at] !== theirs[at])
        return `node ${node}: ${describe(ours, node)}; the oracle has ${describe(theirs, node)}`;
    }
  }
  if (ours.length === theirs.length) return undefined;
  return `${ours.length / ORACLE_WORDS} nodes; the oracle has ${theirs.length / ORACLE_WORDS}`;
}

function describe(words: Uint32Array, node: number): string {
  const [head = 0, start, end, next, parent] = words.subarray(node * ORACLE_WORDS, (node + 1) * ORACLE_WORDS);
  return `kind ${head & 511} field ${(head >> 9) & 63} flags ${head >> 15} ${start}..${end} next ${next} parent ${parent}`;
}

// The oracle's buffer holds 5,119 code units, and of a surrogate pair that its end cuts it makes an error of its own.
function chunk(text: string, index: number): string {
  const end = index + 5000;
  const last = text.charCodeAt(end - 1);
  return text.slice(index, last >= 0xd800 && last < 0xdc00 ? end - 1 : end);
}

// The oracle reads UTF-16: its positions are code units.
function byteOffsets(text: string): (unit: number) => number {
  const offsets = new Uint32Array(text.length + 1);
  let byte = 0;
  for (let unit = 0; unit < text.length; unit++) {
    offsets[unit] = byte;
    const code = text.charCodeAt(unit);
    if (code < 0x80) byte += 1;
    else if (code < 0x800) byte += 2;
    // A pair of surrogates is four bytes: the high one stands for three of them, so the low one adds one.
    else byte += code >= 0xdc00 && code < 0xe000 ? 1 : 3;
  }
  offsets[text.length] = byte;
  return (unit) => offsets[unit]!;
}
