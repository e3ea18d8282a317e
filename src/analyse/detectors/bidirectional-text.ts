// The detector `bidirectional-text`: characters that make source code look different from what Python reads.
// In: comments, strings and identifiers as they are written. Out: a detection for each line with control characters that
// turn the direction of text, and for identifiers with letters of another script that look Latin.
// Leaves alone: escapes (`\u202e`), right-to-left text that closes what it opens, texts over 4096 bytes, which are not kept.
import type { Module } from '../../model/module.ts';
import { Kind } from '../../parse/lowered-tree.ts';
import type { CreateDetector } from './detector.ts';

const control = /[\u202a-\u202e\u2066-\u2069]/u;
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

const controlNames: Readonly<Record<string, string>> = {
  '\u202a': 'left-to-right embedding',
  '\u202b': 'right-to-left embedding',
  '\u202c': 'pop directional formatting',
  '\u202d': 'left-to-right override',
  '\u202e': 'right-to-left override',
  '\u2066': 'left-to-right isolate',
  '\u2067': 'right-to-left isolate',
  '\u2068': 'first strong isolate',
  '\u2069': 'pop directional isolate',
};

// Cyrillic and Greek letters that most fonts draw like a Latin one. Small Greek letters other than omicron are left out:
// they are the names of quantities.
const lookAlike: ReadonlyMap<string, string> = new Map(
  ['аa', 'еe', 'оo', 'рp', 'сc', 'уy', 'хx', 'ѕs', 'іi', 'јj', 'һh', 'ԁd', 'ԛq', 'ԝw']
    .concat(['АA', 'ВB', 'ЕE', 'КK', 'МM', 'НH', 'ОO', 'РP', 'СC', 'ТT', 'ХX', 'ЅS', 'ІI', 'ЈJ'])
    .concat(['ΑA', 'ΒB', 'ΕE', 'ΖZ', 'ΗH', 'ΙI', 'ΚK', 'ΜM', 'ΝN', 'ΟO', 'ΡP', 'ΤT', 'ΥY', 'ΧX', 'οo'])
    .map((pair) => [pair[0]!, pair[1]!]),
);
const identifier = /^[\p{L}_][\p{L}\p{N}\p{M}_]*$/u;

export const bidirectionalText: CreateDetector<'bidirectional-text'> = ({ rule, knowledge, report }) => {
  const locale = new RegExp(rule.localePaths, 'iu');
  let suspects: Suspects | undefined;

  const reportControls = (module: Module, node: number, start: number, text: string, what: string): void => {
    if (!control.test(text)) return;
    let offset = start;
    for (const line of text.split(/(?<=\n|\r(?!\n))/u)) {
      const at = deceptive(line);
      if (at >= 0) {
        const character = line[at]!;
        const from = offset + utf8Length(line.slice(0, at));
        report({
          module,
          node,
          functionIndex: module.functionAround(node),
          range: { start: from, end: from + utf8Length(character) },
          values: {
            what,
            name: controlNames[character]!,
            code: `U+${character.charCodeAt(0).toString(16).toUpperCase()}`,
          },
        });
      }
      offset += utf8Length(line);
    }
  };

  return {
    module: (module) => {
      if (locale.test(module.path)) return;
      const { tree, index } = module;
      const { ranges, texts } = tree.comments;
      texts.forEach((text, i) => {
        if (control.test(text)) reportControls(module, nodeAt(module, ranges[2 * i]!), ranges[2 * i]!, text, 'comment');
      });
      suspects ??= findSuspects(knowledge.project.names);
      if (suspects.texts.size > 0) {
        for (const string of index.strings) {
          for (let part = string; part < tree.next(string); part++) {
            if (!suspects.texts.has(tree.name(part)) || tree.kind(part) === Kind.identifier) continue;
            if (part > string && tree.kind(part) !== Kind.string_content) continue;
            reportControls(module, part, tree.start(part), tree.text(part), 'string');
          }
        }
      }
      if (suspects.identifiers.size === 0) return;
      const seen = new Set<number>();
      for (let node = 0; node < tree.size; node++) {
        const name = tree.name(node);
        if (name === 0 || !suspects.identifiers.has(name) || tree.kind(node) !== Kind.identifier || seen.has(name))
          continue;
        seen.add(name);
        const latin = suspects.identifiers.get(name)!;
        report({
          module,
          node,
          functionIndex: module.functionAround(node),
          wording: 'identifier',
          values: { latin },
          tier: 'hotspot',
          level: 'note',
        });
      }
    },
  };
};

interface Suspects {
  /** Numbers of texts with control characters. */
  readonly texts: ReadonlySet<number>;
  /** Numbers of identifiers with letters that look Latin, and what they look like. */
  readonly identifiers: ReadonlyMap<number, string>;
}

interface AllNames {
  readonly size: number;
  readonly text: (name: number) => string;
  readonly find: (text: string) => number;
}

/** One look at every distinct text of the run: most runs have none of these. */
function findSuspects(names: AllNames): Suspects {
  const texts = new Set<number>();
  const identifiers = new Map<number, string>();
  for (let name = 1; name < names.size; name++) {
    const text = names.text(name);
    if (isPlain(text)) continue;
    if (control.test(text)) texts.add(name);
    const latin = identifier.test(text) ? latinTwin(text) : undefined;
    if (latin !== undefined && (mixesScripts(text) || names.find(latin) !== 0)) identifiers.set(name, latin);
  }
  return { texts, identifiers };
}

function isPlain(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x36f) return false;
  return true;
}

/** The identifier in Latin letters, if each of its other letters looks like one. */
function latinTwin(text: string): string | undefined {
  let twin = '';
  for (const character of text) {
    const latin = character <= '\u007f' ? character : lookAlike.get(character);
    if (latin === undefined) return undefined;
    twin += latin;
  }
  return twin;
}

function mixesScripts(text: string): boolean {
  return text.split(/[_\d]+/u).some((word) => /[A-Za-z]/.test(word) && /[^\0-\u007f]/.test(word));
}

/** Where a line has control characters that can deceive: the index of the first, or -1. */
function deceptive(line: string): number {
  const first = line.search(control);
  if (first < 0) return -1;
  const override = line.search(/[\u202d\u202e]/u);
  if (override >= 0) return override;
  return rightToLeft.test(line) && closesAll(line) ? -1 : first;
}

/** Every embedding and isolate of the line is closed on it, in the order of nesting. */
function closesAll(line: string): boolean {
  const open: string[] = [];
  for (const character of line) {
    if (/[\u202a\u202b]/u.test(character)) open.push('\u202c');
    else if (/[\u2066-\u2068]/u.test(character)) open.push('\u2069');
    else if (/[\u202c\u2069]/u.test(character) && open.pop() !== character) return false;
  }
  return open.length === 0;
}

function utf8Length(text: string): number {
  let length = 0;
  for (const character of text) {
    const code = character.codePointAt(0)!;
    length += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return length;
}

/** The last node that starts at or before a byte: what a comment stands behind or in. */
function nodeAt({ tree }: Module, byte: number): number {
  let low = 0;
  let high = tree.size - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (tree.start(middle) <= byte) low = middle;
    else high = middle - 1;
  }
  return low;
}
