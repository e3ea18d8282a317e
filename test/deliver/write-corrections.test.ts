import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filePath } from '../../src/base/file-path.ts';
import { writeCorrections } from '../../src/deliver/write-corrections.ts';
import type { CorrectedFile } from '../../src/findings/finding-set.ts';
import { temporaryDirectory } from '../options/temporary-directory.ts';

function corrected(path: string, before: string): CorrectedFile {
  const edits = [{ start: 0, end: 1, bytes: Buffer.from('A') }];
  return { file: filePath(path), before: Buffer.from(before), edits, repairs: 1 };
}

test('a file is replaced, with its mode, and nothing is left beside it', () => {
  const root = temporaryDirectory({ 'run.py': 'abc\r\n' });
  chmodSync(join(root, 'run.py'), 0o751);
  expect(writeCorrections([corrected('run.py', 'abc\r\n')], root)).toEqual([{ file: 'run.py', repairs: 1 }]);
  expect(readFileSync(join(root, 'run.py'), 'utf8')).toBe('Abc\r\n');
  expect(statSync(join(root, 'run.py')).mode & 0o777).toBe(0o751);
  expect(readdirSync(root)).toEqual(['run.py']);
});

test('a file that has changed is left alone, and the others are written', () => {
  const root = temporaryDirectory({ 'a.py': 'other', 'b.py': 'abc' });
  const results = writeCorrections(
    [corrected('a.py', 'abc'), corrected('gone.py', 'abc'), corrected('b.py', 'abc')],
    root,
  );
  expect(results.map(({ refused }) => refused)).toEqual([
    'it has changed since it was read',
    expect.stringContaining('ENOENT'),
    undefined,
  ]);
  expect(readFileSync(join(root, 'a.py'), 'utf8')).toBe('other');
  expect(readdirSync(root).sort()).toEqual(['a.py', 'b.py']);
});

test('no link is followed out of the checkout, and none is replaced', () => {
  const outside = temporaryDirectory({ 'x.py': 'abc' });
  const root = temporaryDirectory({ 'real.py': 'abc' });
  symlinkSync(outside, join(root, 'linked'));
  symlinkSync(join(root, 'real.py'), join(root, 'link.py'));
  mkdirSync(join(root, 'folder.py'));
  const files = ['linked/x.py', 'link.py', 'folder.py'].map((path) => corrected(path, 'abc'));
  expect(writeCorrections(files, root).map(({ refused }) => refused)).toEqual([
    'a symbolic link leads out of the checkout',
    'it is a symbolic link',
    'it is not a plain file',
  ]);
  expect(readFileSync(join(outside, 'x.py'), 'utf8')).toBe('abc');
  expect(lstatSync(join(root, 'link.py')).isSymbolicLink()).toBe(true);
  expect(readFileSync(join(root, 'real.py'), 'utf8')).toBe('abc');
});

test('a root that is reached by a link is a root', () => {
  const root = temporaryDirectory({ 'a.py': 'abc' });
  const other = join(temporaryDirectory(), 'link');
  symlinkSync(root, other);
  expect(writeCorrections([corrected('a.py', 'abc')], other)).toEqual([{ file: 'a.py', repairs: 1 }]);
  writeFileSync(join(root, 'b.py'), 'abc');
  expect(readFileSync(join(root, 'a.py'), 'utf8')).toBe('Abc');
});
