import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { filePath } from '../../src/base/file-path.ts';
import type { SourceFile } from '../../src/discover/source-set.ts';
import { createFlatParser, ParserFailure } from '../../src/parse/flat-parser.ts';
import { createReader } from '../../src/parse/reread.ts';

const module = new WebAssembly.Module(readFileSync(new URL('../../src/parse/native/parser.wasm', import.meta.url)));
const parser = createFlatParser(module);
const file: SourceFile = { path: filePath('a.py'), absolutePath: '/nowhere/a.py', kind: 'python', size: 1 };

function tokens(statement: string, strings: 'kept' | 'hidden' = 'kept'): readonly string[] {
  const before = 'if x:\n  é = 1\n  ';
  const read = createReader(
    () => parser,
    () => Buffer.from(`${before}${statement}\n  y = 2\n`),
  )(file)!;
  const start = Buffer.byteLength(before);
  return read.tokens({ start, end: start + Buffer.byteLength(statement) }, strings);
}

test.each([
  ['time.sleep( 0.5 )', ['time', '.', 'sleep', '(', '0.5', ')']],
  ['f(  # why\n  é,\n)', ['f', '(', 'é', ',', ')']],
  ['x = 1 + \\\r\n  2', ['x', '=', '1', '+', '2']],
  ['s = rb"a\\d" \'\'', ['s', '=', 'rb"', 'a\\d', '"', "'", "'"]],
  ['s = "a\\n b"', ['s', '=', '"', 'a\\n b', '"']],
  ['s = " "', ['s', '=', '"', ' ', '"']],
  ['s = """a\r\nb"""', ['s', '=', '"""', 'a\nb', '"""']],
  ['s = f"a{b!r:>{w}}c"', ['s', '=', 'f"', 'a', '{', 'b', '!r', ':', '>', '{', 'w', '}', '}', 'c', '"']],
  ['for _ in range(10):', ['for', '_', 'in', 'range', '(', '10', ')', ':']],
  ['except (A, B) as e:', ['except', '(', 'A', ',', 'B', ')', 'as', 'e', ':']],
  ['elif x:', ['elif', 'x', ':']],
  ['else:', ['else', ':']],
  ['case {"a": 1} if x:', ['case', '{', '"', 'a', '"', ':', '1', '}', 'if', 'x', ':']],
  [
    'async def f(a, *, b=1) -> int:',
    ['async', 'def', 'f', '(', 'a', ',', '*', ',', 'b', '=', '1', ')', '->', 'int', ':'],
  ],
  ['@app.route("/")', ['@', 'app', '.', 'route', '(', '"', '/', '"', ')']],
  ['x not in y is not z', ['x', 'not', 'in', 'y', 'is', 'not', 'z']],
  ['', []],
  ['# only a comment', []],
])('tokens of %j', (statement, expected) => {
  const joined = (list: readonly string[]): string => list.join(' ');
  expect(joined(tokens(statement))).toBe(joined(expected));
});

test('hidden strings', () => {
  expect(tokens('login("a", f"b{c}", key=b"d" "e")', 'hidden')).toEqual([
    'login',
    '(',
    'str',
    ',',
    'str',
    ',',
    'key',
    '=',
    'str',
    'str',
    ')',
  ]);
});

test('what the parser gives up on still gives tokens, and the next file has a new parser', () => {
  let made = 0;
  const reader = createReader(
    () => {
      made++;
      return made === 1 ? { ...parser, parse: (): never => failing() } : parser;
    },
    () => Buffer.from('a  (b)\n'),
  );
  const read = reader(file)!;
  expect(read.tokens({ start: 0, end: 6 }, 'kept')).toEqual(['a', '(b)']);
  expect(read.tokens({ start: 0, end: 6 }, 'kept')).toEqual(['a', '(', 'b', ')']);
});

function failing(): never {
  throw new ParserFailure('gave up');
}

test('the file on disk: size, hash, text with its byte order mark', () => {
  const absolutePath = fileURLToPath(import.meta.url);
  const original = readFileSync(absolutePath);
  const onDisk = createReader(() => parser)({ ...file, absolutePath })!;
  expect([onDisk.byteLength, onDisk.encoding, onDisk.text]).toEqual([
    original.length,
    'utf-8',
    original.toString('utf8'),
  ]);
  const marked = createReader(
    () => parser,
    () => Buffer.from('\uFEFFx\n'),
  )(file)!;
  expect([marked.text, marked.byteLength, marked.sha256]).toEqual([
    '\uFEFFx\n',
    5,
    'dc79faf9efbee8e42b42346da7a977c74a27581ae8f3465f431176f43e521415',
  ]);
});

test('a file that is gone, or is no text any more', () => {
  expect(createReader(() => parser)(file)).toBeUndefined();
  expect(
    createReader(
      () => parser,
      () => Buffer.from([0x78, 0, 0xff]),
    )(file),
  ).toBeUndefined();
});
