// Finds the texts of a module that are worth a closer look: string literals, the constant parts of f-strings, comments.
// In: a module, and what is looked for. Out: places with their text as written. Each distinct text of a run is tested once, by
// its number, for all that is looked for. Leaves alone: whether it is a secret.
import { Buffer } from 'node:buffer';
import type { ByteRange } from '../../base/region.ts';
import type { Module } from '../../model/module.ts';
import { Kind } from '../../parse/lowered-tree.ts';
import type { Names } from '../../parse/lowered-tree.ts';
import { nodeAtComment } from '../detectors/comment-place.ts';
import { mayHoldToken } from './find-tokens.ts';
import { mayHoldKey } from './private-keys.ts';
import { mayHoldCredentials } from './url-credentials.ts';

export interface WrittenText {
  /** The string, the part of an f-string, or the node nearest to a comment. */
  readonly node: number;
  readonly kind: 'string' | 'part' | 'comment';
  /** With prefix and quotes, or with `#`; escapes as written. */
  readonly text: string;
  /** Byte where it starts. */
  readonly start: number;
}

/** What a text may hold: one test for each detector that looks at all texts. */
export type TextContent = 'token' | 'key' | 'url';

const tests: readonly (readonly [TextContent, (text: string) => boolean])[] = [
  ['token', mayHoldToken],
  ['key', mayHoldKey],
  ['url', mayHoldCredentials],
];
// One bit for each of them, and one for a text that was tested.
const TESTED = 1 << tests.length;

/** Per run: what each distinct text may hold, and what was found in the module that was asked about last. */
interface Search {
  masks: Uint8Array;
  module: Module | undefined;
  strings: readonly (WrittenText & { readonly mask: number })[];
  comments: readonly (WrittenText & { readonly mask: number })[];
}

const searches = new WeakMap<Names, Search>();

/**
 * Strings, parts of f-strings and comments of a module that may hold that, each group in file order. All detectors share one
 * look at the module. Texts of more than 4096 bytes are not kept and never found.
 */
export function textsWith(
  content: TextContent,
  module: Module,
): { readonly strings: WrittenText[]; readonly comments: WrittenText[] } {
  const { names } = module.tree;
  let search = searches.get(names);
  if (search === undefined)
    searches.set(names, (search = { masks: new Uint8Array(0), module: undefined, strings: [], comments: [] }));
  if (search.module !== module) {
    search.module = module;
    search.strings = findStrings(module, search);
    search.comments = findComments(module);
  }
  const bit = 1 << tests.findIndex(([name]) => name === content);
  return {
    strings: search.strings.filter(({ mask }) => (mask & bit) !== 0),
    comments: search.comments.filter(({ mask }) => (mask & bit) !== 0),
  };
}

function maskOf(text: string): number {
  let mask = 0;
  for (let i = 0; i < tests.length; i++) if (tests[i]![1](text)) mask |= 1 << i;
  return mask;
}

function findStrings({ tree, index }: Module, search: Search): (WrittenText & { mask: number })[] {
  const found: (WrittenText & { mask: number })[] = [];
  const look = (node: number, kind: 'string' | 'part'): void => {
    const name = tree.name(node);
    if (name >= search.masks.length) {
      const larger = new Uint8Array(name * 2 + 1024);
      larger.set(search.masks);
      search.masks = larger;
    }
    let mask = search.masks[name]!;
    if (mask === 0) search.masks[name] = mask = maskOf(tree.text(node)) | TESTED;
    if (mask !== TESTED) found.push({ node, kind, text: tree.text(node), start: tree.start(node), mask });
  };
  for (const string of index.strings) {
    const end = tree.next(string);
    if (end === string + 1) look(string, 'string');
    else
      for (let part = string + 1; part < end; part = tree.next(part))
        if (tree.kind(part) === Kind.string_content) look(part, 'part');
  }
  return found;
}

function findComments(module: Module): (WrittenText & { mask: number })[] {
  const { texts, ranges } = module.tree.comments;
  const found: (WrittenText & { mask: number })[] = [];
  for (let i = 0; i < texts.length; i++) {
    const mask = maskOf(texts[i]!);
    if (mask === 0) continue;
    const start = ranges[2 * i]!;
    found.push({ node: nodeAtComment(module, start), kind: 'comment', text: texts[i]!, start, mask });
  }
  return found;
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
  if (tree.kind(before) === Kind.concatenated_string || tree.kind(before) === Kind.parenthesized_expression)
    before -= 1;
  // `name: str = ...`
  if (tree.kind(before) === Kind.identifier && tree.kind(before - 1) === Kind.type) before -= 2;
  if (before <= 0) return '';
  if (tree.kind(before) === Kind.identifier) return tree.text(before);
  if (tree.kind(before) !== Kind.string || tree.next(before) !== before + 1) return '';
  return /^[A-Za-z]*(?:"""|'''|"|')(.*?)(?:"""|'''|"|')$/s.exec(tree.text(before))?.[1] ?? '';
}
