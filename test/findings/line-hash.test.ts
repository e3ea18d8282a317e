import { computeRollingHashes } from '@microsoft/sarif';
import { describe, expect, test } from 'vitest';
import { lineHashes } from '../../src/findings/line-hash.ts';
import { seeded } from './seeded.ts';

const all = (text: string): string[] => {
  const hashes = lineHashes(text);
  return Array.from({ length: hashes.lineCount }, (_, index) => hashes.hash(index + 1));
};
const decode = (bytes: readonly number[]): string =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(Uint8Array.from(bytes));

const END = 'c129715d7a2bc9a3:1';
const vectors: { name: string; text: string; lines: Record<number, string> }[] = [
  { name: 'empty', text: '', lines: { 1: END } },
  {
    name: 'white space',
    text: ' a\nb\n  \t\tc\n d',
    lines: { 1: '271789c17abda88f:1', 2: '54703d4cd895b18:1', 3: '180aee12dab6264:1', 4: 'a23a3dc5e078b07b:1' },
  },
  {
    name: 'repeated lines',
    text: 'Lorem ipsum dolor sit amet.\n'.repeat(10),
    lines: {
      1: 'a7f2ff13bc495cf2:1',
      2: 'a7f2ff13bc495cf2:2',
      3: 'a7f2ff13bc495cf2:3',
      4: 'a7f2ff13bc495cf2:4',
      5: 'a7f2ff13bc495cf2:5',
      6: 'a7f2ff13bc495cf2:6',
      7: 'a7f2ff1481e87703:1',
      8: 'a9cf91f7bbf1862b:1',
      9: '55ec222b86bcae53:1',
      10: 'cc97dc7b1d7d8f7b:1',
      11: END,
    },
  },
  { name: 'one line', text: 'import os\n', lines: { 1: 'cb30a0d6d5e2b68e:1' } },
  { name: 'byte order mark', text: '\uFEFFimport os\n', lines: { 1: '5aa1a8e55c93c499:1' } },
  { name: 'astral', text: 's = "😀"\n', lines: { 1: '68c0f9a78e9ae616:1' } },
  { name: 'lone CR', text: 'a\rb\r', lines: { 1: '81b8d8db678b2bbe:1', 2: 'ade70578248be16f:1', 3: END } },
  { name: 'LF', text: 'a\nb\n', lines: { 1: '81b8d8db678b2bbe:1', 2: 'ade70578248be16f:1', 3: END } },
  { name: 'Latin-1 bytes', text: decode([0x23, 0x20, 0xe9, 0x0a]), lines: { 1: 'ddc19d7023414f1d:1' } },
  { name: 'the same in UTF-8', text: '# é\n', lines: { 1: '49d0914d8cf53b29:1' } },
  { name: 'no other line ends', text: 'a\f\nb\u2028c\n', lines: { 1: 'd9959240087468e1:1', 2: '7f25d376e8254a2e:1' } },
];

const W = `import time


def wait(api, server):
    for _ in range(10):
        if api.get(server) == "done":
            return
        time.sleep(0.5)
    raise AssertionError("timeout")
`;

describe('the published vectors', () => {
  test.each(vectors)('$name', ({ text, lines }) => {
    const found = all(text);
    for (const [line, hash] of Object.entries(lines)) expect(found[Number(line) - 1]).toBe(hash);
  });

  test('the polling loop', () => {
    expect(lineHashes(W).hash(8)).toBe('d2ef0a960e839fa7:1');
    const reformatted = W.replaceAll('    ', '\t').replaceAll('\n', '\r\n').replace('(0.5)', '( 0.5 )');
    expect(lineHashes(reformatted).hash(8)).toBe('d2ef0a960e839fa7:1');
    expect(lineHashes(`import os\n${W}`).hash(9)).toBe('d2ef0a960e839fa7:1');
  });

  test('an edit within 100 characters below changes a line', () => {
    const edited = W.replace('"timeout"', '"timed out"');
    expect(lineHashes(edited).hash(8)).toBe('f0eb3121f66483eb:1');
    const changed = all(W).flatMap((hash, index) => (hash === all(edited)[index] ? [] : [index + 1]));
    expect(changed).toEqual([5, 6, 7, 8, 9]);
  });
});

test('1,000 random files agree with the oracle', () => {
  const random = seeded(20261122);
  const pieces = [
    'a',
    'x = 1',
    '    ',
    '\t',
    ' ',
    '\n',
    '\n',
    '\n',
    '\r\n',
    '\r',
    '\r\r\n',
    '\uFEFF',
    '😀',
    '\u{10FFFF}',
    '\uFFFD',
    '\uD800',
    '\f',
    '\u2028',
    '\u0085',
    '\0',
    'é',
    'import os\n',
    'Lorem ipsum dolor sit amet.\n',
    '\uFFFF',
    '#'.repeat(99),
    '#'.repeat(100),
  ];
  let lines = 0;
  for (let file = 0; file < 1000; file++) {
    let text = random(8) === 0 ? '\uFEFF' : '';
    const size = random(200);
    for (let piece = 0; piece < size; piece++) text += pieces[random(pieces.length)]!;
    if (random(4) === 0) text += decode(Array.from({ length: random(40) }, () => random(256)));
    const oracle = computeRollingHashes(text);
    const ours = all(text);
    expect(ours).toEqual([...oracle.values()]);
    lines += ours.length;
  }
  expect(lines).toBeGreaterThan(20_000);
});

test('a line that is not there is an error', () => {
  expect(() => lineHashes('a\n').hash(3)).toThrow('no line 3');
  expect(() => lineHashes('a\n').hash(0)).toThrow('no line 0');
});
