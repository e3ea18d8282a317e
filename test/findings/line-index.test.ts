import { describe, expect, test } from 'vitest';
import { createLineIndex } from '../../src/findings/line-index.ts';
import { seeded } from './seeded.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const rangeOf = (text: string, part: string): { start: number; end: number } => {
  const start = encode(text.slice(0, text.indexOf(part))).length;
  return { start, end: start + encode(part).length };
};

describe('first line of a range, columns in UTF-16 units', () => {
  test.each([
    { name: 'plain', text: 'a\nfoo(1)\n', part: 'foo(1)', region: [2, 1, 2, 7] },
    { name: 'é before', text: 'é = foo(1)\n', part: 'foo(1)', region: [1, 5, 1, 11] },
    { name: 'an astral character before', text: '"😀", foo(1)\n', part: 'foo(1)', region: [1, 7, 1, 13] },
    { name: 'an astral character inside', text: 'foo("😀")\n', part: 'foo("😀")', region: [1, 1, 1, 10] },
    { name: 'a tab is one column', text: 'if x:\n\tfoo(1)\n', part: 'foo(1)', region: [2, 2, 2, 8] },
    { name: 'after a byte order mark', text: '\uFEFFfoo(1)\n', part: 'foo(1)', region: [1, 1, 1, 7] },
    { name: 'after CR LF', text: 'a\r\nfoo(1)\r\n', part: 'foo(1)', region: [2, 1, 2, 7] },
    { name: 'after a lone CR', text: 'a\rfoo(1)\rb', part: 'foo(1)', region: [2, 1, 2, 7] },
    { name: 'clipped at LF', text: 'foo(\n  1)\n', part: 'foo(\n  1)', region: [1, 1, 1, 5] },
    { name: 'clipped at CR LF', text: 'foo(\r\n  1)\n', part: 'foo(\r\n  1)', region: [1, 1, 1, 5] },
    { name: 'clipped at CR', text: 'foo(\r  1)\n', part: 'foo(\r  1)', region: [1, 1, 1, 5] },
    { name: 'form feed and U+2028 end no line', text: 'a\f\u2028foo(1)\n', part: 'foo(1)', region: [1, 4, 1, 10] },
  ])('$name', ({ text, part, region }) => {
    const found = createLineIndex(encode(text)).firstLine(rangeOf(text, part));
    expect([found.startLine, found.startColumn, found.endLine, found.endColumn]).toEqual(region);
  });
});

test('a whole range keeps its last line', () => {
  const text = 'x\nfoo(\n  "é", 1)\n';
  expect(createLineIndex(encode(text)).region(rangeOf(text, 'foo(\n  "é", 1)'))).toEqual({
    startLine: 2,
    startColumn: 1,
    endLine: 3,
    endColumn: 10,
  });
});

test('text of lines', () => {
  const index = createLineIndex(encode('\uFEFFa\r\n\r\nb\rc\n\nd'));
  expect(Array.from({ length: index.starts.length }, (_, line) => index.lineText(line + 1))).toEqual([
    'a',
    '',
    'b',
    'c',
    '',
    'd',
  ]);
});

test('offsets behind the text count as its end, an empty text has one line', () => {
  expect(createLineIndex(encode('ab')).region({ start: 9, end: 12 })).toEqual({
    startLine: 1,
    startColumn: 3,
    endLine: 1,
    endColumn: 3,
  });
  expect(createLineIndex(encode('')).firstLine({ start: 0, end: 0 })).toEqual({
    startLine: 1,
    startColumn: 1,
    endLine: 1,
    endColumn: 1,
  });
});

test('invalid bytes count as what they decode to', () => {
  const bytes = Uint8Array.from([0x22, 0xff, 0xfe, 0x22, 0x78]);
  expect(createLineIndex(bytes).column(4)).toBe(5);
});

test('random texts: lines and columns are those of the text split by hand', () => {
  const random = seeded(7);
  const pieces = ['a', 'é', '😀', '\t', '\n', '\r\n', '\r', '中'];
  for (let file = 0; file < 200; file++) {
    let text = '';
    for (let piece = random(60); piece > 0; piece--) text += pieces[random(pieces.length)]!;
    const index = createLineIndex(encode(text));
    let line = 1;
    let column = 1;
    let offset = 0;
    for (const character of text) {
      expect([index.line(offset), index.column(offset)]).toEqual([line, column]);
      offset += encode(character).length;
      column += character.length;
      const at = encode(text)[offset - 1];
      if (at === 10 || (at === 13 && encode(text)[offset] !== 10)) {
        line++;
        column = 1;
      }
    }
    expect(index.starts.length).toBe(line);
  }
});
