import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filePath } from '../../src/base/file-path.ts';
import type { SourceFile, SourceKind } from '../../src/discover/source-set.ts';
import { decodeFile, readSource } from '../../src/parse/read-source.ts';
import { temporaryCheckout } from '../discover/temporary-checkout.ts';

function source(path = 'a.py', kind: SourceKind = 'python', size = 0): SourceFile {
  return { path: filePath(path), absolutePath: `/nowhere/${path}`, kind, size };
}

function bytes(...parts: readonly (string | number)[]): Uint8Array {
  return Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from([part]))));
}

function decodedText(original: Uint8Array): [string, string] | string {
  const read = decodeFile(source(), original);
  if (read.kind === 'text') return [read.encoding, Buffer.from(read.bytes).toString('utf8')];
  return read.kind === 'unreadable' ? `${read.problem.line ?? '-'}: ${read.problem.message}` : read.skipped.detail;
}

test.each<[string, Uint8Array, string, string]>([
  ['nothing', bytes(), 'utf-8', ''],
  ['ASCII', bytes('x = 1\n'), 'utf-8', 'x = 1\n'],
  ['UTF-8', bytes('x = "é€😀"'), 'utf-8', 'x = "é€😀"'],
  ['UTF-8 with a mark', bytes('\ufeffx'), 'utf-8', '\ufeffx'],
  ['the mark beats the coding line', bytes('\ufeff# coding: latin-1\né'), 'utf-8', '\ufeff# coding: latin-1\né'],
  ['UTF-16, low byte first', Buffer.from('\ufeffx = "é"\n', 'utf16le'), 'utf-16le', 'x = "é"\n'],
  ['UTF-16, high byte first', Buffer.from('\ufeffx = "é"\n', 'utf16le').swap16(), 'utf-16be', 'x = "é"\n'],
  [
    'latin-1',
    bytes('# -*- coding: latin-1 -*-\n"', 0xe9, 0x80, '"'),
    'iso-8859-1',
    '# -*- coding: latin-1 -*-\n"é\u0080"',
  ],
  [
    'latin-1, spelled for an editor',
    bytes('# coding=ISO_8859_1-unix\n', 0xe9),
    'iso-8859-1',
    '# coding=ISO_8859_1-unix\né',
  ],
  ['latin-1, spelled short', bytes('#coding:latin1\n', 0xe9), 'iso-8859-1', '#coding:latin1\né'],
  [
    'windows-1252 in line 2',
    bytes('#!/usr/bin/python\r\n# vim: set fileencoding=cp1252 :\r\n', 0x80),
    'cp1252',
    '#!/usr/bin/python\r\n# vim: set fileencoding=cp1252 :\r\n€',
  ],
  ['after a blank line', bytes(' \f\n#coding:koi8-r\n', 0xc1), 'koi8-r', ' \f\n#coding:koi8-r\nа'],
  ['lines that end with CR', bytes('#\r# coding: cp1251\r', 0xe0), 'cp1251', '#\r# coding: cp1251\rа'],
  ['EUC-JP', bytes('# coding: euc_jp\n', 0xa4, 0xa2), 'euc-jp', '# coding: euc_jp\nあ'],
  [
    'ISO-2022-JP, whose bytes are all ASCII',
    bytes('# coding: iso2022_jp\n', 0x1b, '$B$"', 0x1b, '(B'),
    'iso2022-jp',
    '# coding: iso2022_jp\nあ',
  ],
  ['UTF-8 bytes that are declared latin-1', bytes('# coding: latin-1\né'), 'iso-8859-1', '# coding: latin-1\nÃ©'],
  ['a coding line in line 3', bytes('\n\n# coding: latin-1\né'), 'utf-8', '\n\n# coding: latin-1\né'],
  ['a coding line after code', bytes('x\n# coding: nonsense\n'), 'utf-8', 'x\n# coding: nonsense\n'],
  ['a coding line that is none', bytes('x = "# coding: nonsense"\n'), 'utf-8', 'x = "# coding: nonsense"\n'],
  ['UTF-8, spelled in other ways', bytes('# coding: UTF8\né'), 'utf-8', '# coding: UTF8\né'],
])('decoded: %s', (_, original, encoding, text) => {
  expect(decodedText(original)).toEqual([encoding, text]);
});

test.each<[string, Uint8Array, string]>([
  [
    'no UTF-8',
    bytes('a\r\nb\rc\n"', 0xe9, '"\nd'),
    '4: a.py is not UTF-8 (line 4) and has no coding line: nothing in it was examined.',
  ],
  [
    'no UTF-8 at the end',
    bytes('é\n', 0xc3),
    '2: a.py is not UTF-8 (line 2) and has no coding line: nothing in it was examined.',
  ],
  [
    'a lone surrogate',
    bytes('a', 0xed, 0xa0, 0x80),
    '1: a.py is not UTF-8 (line 1) and has no coding line: nothing in it was examined.',
  ],
  [
    'declared UTF-8, but is not',
    bytes('# coding: utf-8\n', 0xff),
    '2: a.py says that it is UTF-8, but line 2 is not: nothing in it was examined.',
  ],
  [
    'declared ASCII, but is not',
    bytes('# coding: ascii\n\né'),
    '3: a.py says that it is ASCII, but line 3 is not: nothing in it was examined.',
  ],
  [
    'an unknown codec',
    bytes('#\n# coding: klingon\nx'),
    '2: a.py has a coding line with klingon, which cannot be decoded here: nothing in it was examined.',
  ],
  [
    'broken in its codec',
    bytes('# coding: euc-jp\n', 0xa4),
    '1: a.py cannot be decoded as euc-jp: nothing in it was examined.',
  ],
  ['odd UTF-16', bytes(0xff, 0xfe, 0x41), '-: a.py cannot be decoded as utf-16le: nothing in it was examined.'],
  [
    'a zero byte',
    bytes('x = 1\n', 0, 'y'),
    '-: a.py has a zero byte, which Python refuses: nothing in it was examined.',
  ],
  ['5 MB and more', Buffer.alloc(5_000_001, 10), '-: a.py is larger than 5 MB: nothing in it was examined.'],
])('a problem: %s', (_, original, message) => {
  expect(decodedText(original)).toBe(message);
});

test.each(['utf-7', 'unicode_escape', 'raw_unicode_escape', 'rot13', 'punycode', 'hex', 'mbcs', 'cp037'])(
  'text that %s would turn into other code is not read as ASCII',
  (codec) => {
    expect(decodedText(bytes(`# coding: ${codec}\nx = 1\n`))).toContain(`has a coding line with ${codec}`);
  },
);

test.each([
  ['a.py', 'python', true],
  ['tests/a.py', 'python', false],
  ['test_a.py', 'python', false],
  ['a.pyi', 'stub', false],
] as const)('what cannot be read in %s hides code: %s %s', (path, kind, hidesCode) => {
  expect(decodeFile(source(path, kind), bytes(0xff))).toMatchObject({
    problem: { id: 'PVN002', file: path, hidesCode },
  });
});

test('valid UTF-8 is not copied', () => {
  const original = bytes('# coding: utf-8\nx = "é"\n');
  const read = decodeFile(source(), original);
  expect(read.kind === 'text' && read.bytes === original).toBe(true);
});

test('reads from disk; hash and length are those of the file', () => {
  const content = bytes('# coding: latin-1\n', 0xe9);
  const root = temporaryCheckout({ 'a.py': content });
  const file: SourceFile = { ...source(), absolutePath: join(root, 'a.py') };
  const read = readSource(file);
  if (read.kind !== 'text') throw new Error('not read');
  expect(read.original.length).toBe(19);
  expect(read.original.sha256()).toBe(createHash('sha256').update(content).digest('hex'));
  expect(read.original.sha256()).toBe(read.original.sha256());
  rmSync(file.absolutePath);
  expect(readSource(file)).toMatchObject({
    problem: { message: 'a.py could not be read (ENOENT): nothing in it was examined.' },
  });
  expect(readSource({ ...file, size: 6e6 })).toMatchObject({
    problem: { message: expect.stringContaining('larger than 5 MB') as string },
  });
});

test('a notebook comes as its cells, with its map and what was left out', () => {
  const cells = ['x = 1\n', '%%bash\nls'].map((text) => ({ cell_type: 'code', source: [text] }));
  const read = decodeFile(source('a.ipynb', 'notebook'), bytes(JSON.stringify({ cells })));
  expect(read).toMatchObject({
    kind: 'text',
    bytes: bytes('x = 1\n'),
    skipped: [{ path: 'a.ipynb', reason: 'cell-magic' }],
  });
  expect(read.kind === 'text' && read.map?.(4)).toEqual({ line: 1, column: 46 });
});

test('a notebook in another language is skipped, a broken one is a problem', () => {
  const other = { cells: [], metadata: { kernelspec: { language: 'R' } } };
  expect(decodeFile(source('a.ipynb', 'notebook'), bytes(JSON.stringify(other)))).toMatchObject({
    kind: 'skipped',
    skipped: { reason: 'other-language', detail: 'a notebook for R' },
  });
  const zero = { cells: [{ cell_type: 'code', source: 'x\0' }] };
  expect(decodeFile(source('a.ipynb', 'notebook'), bytes(JSON.stringify(zero))).kind).toBe('unreadable');
  expect(decodeFile(source('a.ipynb', 'notebook'), bytes('{'))).toMatchObject({ problem: { hidesCode: true } });
});
