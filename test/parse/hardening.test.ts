// Hostile and extreme input: the parser gives a tree with right positions or a ParserFailure, soon, and the next file
// is read as if nothing had been.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { FlatParser, LoweredWords } from '../../src/parse/flat-parser.ts';
import { createFlatParser, ParserFailure } from '../../src/parse/flat-parser.ts';
import { Kind } from '../../src/parse/syntax-kinds.ts';
import { Flag } from './oracle.ts';

const module = new WebAssembly.Module(readFileSync(new URL('../../src/parse/native/parser.wasm', import.meta.url)));

const MANY = 20_000;
const many = (text: string, times = MANY): string => text.repeat(times);
const indented = (lines: number, line: string): string =>
  Array.from({ length: lines }, (_, depth) => ' '.repeat(depth) + line + '\n').join('');

/** Depth and length that a parser could overflow its stack on. All of it has a tree; most of it has no error. */
const extremes: Readonly<Record<string, string | Uint8Array>> = {
  'nested brackets': many('(', 100_000) + many(')', 100_000),
  'open brackets': many('(', 100_000),
  'closed brackets': many(']'),
  'mixed open brackets': many('([{'),
  'nested calls': many('f(') + many(')'),
  'nested functions': indented(1200, 'def f():') + ' '.repeat(1200) + 'pass\n',
  'nested ifs': indented(1200, 'if a:') + ' '.repeat(1200) + 'pass\n',
  'nested f-strings': many("f'{", 5000) + 'a' + many("}'", 5000),
  'open f-strings': 'x = ' + many("f'{", 20_000),
  'an f-string of many parts': `f'${many('{a}b')}'`,
  'unary operators': many('-') + 'a',
  'not not not': many('not ') + 'a',
  'attribute chain': 'a' + many('.b'),
  'call chain': 'a' + many('()'),
  'subscript chain': 'a' + many('[0]'),
  'binary operators': 'a' + many(' + a'),
  powers: 'a' + many(' ** a'),
  comparisons: 'a' + many(' < a'),
  'string concatenation': 'x = ' + many("'a' "),
  'else-if chain': 'if a: pass\n' + many('elif a: pass\n'),
  'conditional expressions': 'x = ' + many('a if b else ') + 'c',
  lambdas: many('lambda: ') + 'a',
  'assignment chain': many('x = ') + '1',
  decorators: many('@a\n') + 'def f(): pass\n',
  'open generators': many('(a for a in '),
  'nested match statements': indented(500, 'match a:').replaceAll('match', ' match'),
  'list patterns': `match a:\n case ${many('[')}\n`,
  'a line of 10 MB': `x = "${many('a', 10_000_000)}"\n`,
  'a name of 10 MB': many('a', 10_000_000),
  'a comment of 10 MB': '#' + many('a', 10_000_000),
  'blank lines': many('\n', 1_000_000),
  'carriage returns': many('\r', 500_000),
  'form feeds': many('\f'),
  'open triple quotes': many("'''\n"),
  'no Python at all': many('<div class="a">text</div>\n', 2000),
  'NUL bytes': many('\0'),
  'a NUL byte in code': 'x = 1\0\ny = 2\n',
  'a NUL byte in a string': "x = 'a\0b'\ny = 2\n",
  'invalid UTF-8': Buffer.alloc(MANY, 0xff),
  'a character cut off': Buffer.from([0x78, 0x3d, 0xe6, 0xbc]),
  'Latin-1': Buffer.from('x = "\u00e9"\n\u00e9 = \u00fc\n', 'latin1'),
  'UTF-16': Buffer.from('\ufeff' + many('import os\nx = 1\n', 500), 'utf16le'),
  'UTF-16, big-endian': Buffer.from(many('import os\nx = 1\n', 500), 'utf16le').swap16(),
  'a program in machine code': readFileSync(new URL('../../src/parse/native/parser.wasm', import.meta.url)).subarray(
    0,
    100_000,
  ),
};

/** What the parser would take minutes for. */
const tooMuch: Readonly<Record<string, string>> = {
  'line continuations': many('\\\n', 60_000),
  'escapes without an end': `'${many('\\N{', 60_000)}'`,
};

// More memory than a module may have is in test/real/limits.test.ts: filling it takes seconds.

const bytesOf = (text: string | Uint8Array): Uint8Array => (typeof text === 'string' ? Buffer.from(text) : text);

describe('extremes', () => {
  const parser = createFlatParser(module);
  const names = [''];
  test.each(Object.entries(extremes))('%s', (_, text) => {
    const source = bytesOf(text);
    const lowered = parser.lower(source);
    names.push(...parser.takeNewTexts());
    expect(wrongPosition(source, lowered, names)).toBeUndefined();
    names.push(...expectToWork(parser));
  });
});

test.each(Object.entries(tooMuch))('given up, always at the same step: %s', (_, text) => {
  const work = [1, 2].map(() => {
    const parser = createFlatParser(module);
    expect(() => parser.lower(Buffer.from(text))).toThrow(ParserFailure);
    return parser.work();
  });
  expect(work[0]).toBe(work[1]);
  expectToWork(createFlatParser(module));
});

test('nesting is kept to its full depth', () => {
  const { words } = createFlatParser(module).lower(bytesOf(extremes['nested brackets']!));
  const kinds = Array.from({ length: words.length / 4 }, (_, node) => words[node * 4]! & 511);
  // The innermost pair is an empty tuple.
  expect(kinds.filter((kind) => kind === Kind.parenthesized_expression)).toHaveLength(99_999);
});

test('an empty file is a module without children', () => {
  const lowered = createFlatParser(module).lower(new Uint8Array(0));
  expect([...lowered.words]).toEqual([Kind.module | Flag.named | Flag.leaf, 0, 0, 0]);
  expect([...lowered.lineStarts]).toEqual([0]);
});

test('memory does not grow when the same files are read again', () => {
  const parser = createFlatParser(module);
  const files = ['nested calls', 'an f-string of many parts', 'invalid UTF-8'].map((name) => bytesOf(extremes[name]!));
  const round = (): number => {
    for (const file of files) parser.lower(file);
    for (let i = 0; i < 200; i++) parser.lower(Buffer.from('def f(a):\n    return f"{a}"\n'));
    parser.takeNewTexts();
    return parser.memoryBytes();
  };
  const first = round();
  for (let i = 0; i < 2; i++) expect(round()).toBe(first);
});

test('texts come once, in the order of their numbers, with every character', () => {
  const parser = createFlatParser(module);
  parser.lower(Buffer.from("f'\ufeffa{näme}'\n"));
  expect(parser.takeNewTexts()).toEqual(["f'", '\ufeffa', 'näme']);
  expect(parser.takeNewTexts()).toEqual([]);
  parser.lower(Buffer.from('näme = other\n'));
  expect(parser.takeNewTexts()).toEqual(['other']);
});

/** Reads a plain file; gives the texts that it brought. */
function expectToWork(parser: FlatParser): string[] {
  const { words, lineStarts } = parser.lower(Buffer.from('def näme():\n    pass\n'));
  expect([...words.filter((_, i) => i % 4 === 0)].map((head) => head & 511)).toEqual([
    Kind.module,
    Kind.function_definition,
    Kind.identifier,
    Kind.parameters,
    Kind.block,
    Kind.pass_statement,
  ]);
  expect([...lineStarts]).toEqual([0, 13, 22]);
  return parser.takeNewTexts();
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** The first node that lies outside its parent or the file, overlaps its sibling, or has another text than its bytes. */
function wrongPosition(source: Uint8Array, lowered: LoweredWords, names: readonly string[]): string | undefined {
  const { words } = lowered;
  const size = words.length / 4;
  const open: { end: number; next: number }[] = [{ end: source.length, next: size }];
  let last = 0;
  for (let node = 0; node < size; node++) {
    const [head, start, end, fourth] = words.subarray(node * 4, node * 4 + 4) as unknown as [
      number,
      number,
      number,
      number,
    ];
    while (open.length > 1 && open.at(-1)!.next <= node) open.pop();
    const parent = open.at(-1)!;
    if (start < last || end < start || end > parent.end)
      return `node ${node}: ${start}..${end} in ..${parent.end} after ${last}`;
    if ((head & Flag.leaf) !== 0) {
      const text = fourth === 0 ? undefined : decoder.decode(source.subarray(start, end));
      if (fourth !== 0 && names[fourth] !== text) return `node ${node} has the text ${names[fourth]} for ${text}`;
      last = end;
    } else {
      if (fourth <= node + 1 || fourth > parent.next) return `node ${node}: next ${fourth} of ${parent.next}`;
      open.push({ end, next: fourth });
      last = start;
    }
  }
  const lines = lowered.lineStarts;
  if (lines.some((line, i) => (i === 0 ? line !== 0 : line <= lines[i - 1]!))) return 'lines are not in order';
  return undefined;
}

test('an empty file may be the first that a parser sees', () => {
  const parser = createFlatParser(module);
  expect(parser.lower(new Uint8Array()).words.length).toBe(4);
  const text = new TextEncoder().encode('def f(a):\n    return [a, a]\n'.repeat(2000));
  const alone = createFlatParser(module).lower(text);
  for (let round = 0; round < 3; round++) expect(parser.lower(text).words).toEqual(alone.words);
});
