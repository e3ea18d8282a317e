// Finds the texts of a module that are worth a closer look: string literals, the constant parts of f-strings, comments.
// In: a quick test on text. Out: places with their text as written. Each distinct text of a run is tested once, by its number.
import { Buffer } from 'node:buffer';
import type { ByteRange } from '../../base/region.ts';
import type { Module } from '../../model/module.ts';
import { Kind } from '../../parse/lowered-tree.ts';
import type { Names } from '../../parse/lowered-tree.ts';
import { nodeAtComment } from '../detectors/comment-place.ts';

export interface WrittenText {
  /** The string, the part of an f-string, or the node nearest to a comment. */
  readonly node: number;
  readonly kind: 'string' | 'part' | 'comment';
  /** With prefix and quotes, or with `#`; escapes as written. */
  readonly text: string;
  /** Byte where it starts. */
  readonly start: number;
}

export interface TextSearch {
  /** Strings and parts of f-strings that pass, in file order. */
  readonly strings: (module: Module) => WrittenText[];
  /** Comments that pass, in file order. */
  readonly comments: (module: Module) => WrittenText[];
}

const UNSEEN = 0;
const FAILED = 1;
const PASSED = 2;

/** `passes` must depend on the text alone. Texts of more than 4096 bytes are not kept and never found. */
export function createTextSearch(names: Names & { readonly size: number }, passes: (text: string) => boolean): TextSearch {
  let seen = new Uint8Array(names.size);
  const test = (name: number): boolean => {
    if (name >= seen.length) {
      const larger = new Uint8Array(names.size);
      larger.set(seen);
      seen = larger;
    }
    if (seen[name] === UNSEEN) seen[name] = passes(names.text(name)) ? PASSED : FAILED;
    return seen[name] === PASSED;
  };
  return {
    strings: ({ tree, index }) => {
      const found: WrittenText[] = [];
      for (const string of index.strings) {
        const end = tree.next(string);
        if (end === string + 1) {
          if (test(tree.name(string))) found.push({ node: string, kind: 'string', text: tree.text(string), start: tree.start(string) });
          continue;
        }
        for (let part = string + 1; part < end; part = tree.next(part)) {
          if (tree.kind(part) !== Kind.string_content || !test(tree.name(part))) continue;
          found.push({ node: part, kind: 'part', text: tree.text(part), start: tree.start(part) });
        }
      }
      return found;
    },
    comments: (module) => {
      const { texts, ranges } = module.tree.comments;
      const found: WrittenText[] = [];
      for (let i = 0; i < texts.length; i++) {
        if (!passes(texts[i]!)) continue;
        const start = ranges[2 * i]!;
        found.push({ node: nodeAtComment(module, start), kind: 'comment', text: texts[i]!, start });
      }
      return found;
    },
  };
}

/** Where a piece of a text stands in the file; the whole text if it is written otherwise there (escapes). */
export function rangeOf(written: WrittenText, piece: string): ByteRange {
  const at = written.text.indexOf(piece);
  if (at < 0) return { start: written.start, end: written.start + Buffer.byteLength(written.text) };
  const start = written.start + Buffer.byteLength(written.text.slice(0, at));
  return { start, end: start + Buffer.byteLength(piece) };
}

/** The name that a string is given to, as far as it stands directly before it: a variable, attribute, key or keyword; else ''. */
export function nameBefore({ tree }: Module, node: number): string {
  let before = node - 1;
  if (tree.kind(before) === Kind.concatenated_string || tree.kind(before) === Kind.parenthesized_expression) before -= 1;
  // `name: str = ...`
  if (tree.kind(before) === Kind.identifier && tree.kind(before - 1) === Kind.type) before -= 2;
  if (before <= 0) return '';
  if (tree.kind(before) === Kind.identifier) return tree.text(before);
  if (tree.kind(before) !== Kind.string || tree.next(before) !== before + 1) return '';
  return /^[A-Za-z]*(?:"""|'''|"|')(.*?)(?:"""|'''|"|')$/s.exec(tree.text(before))?.[1] ?? '';
}
