import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeResultFile } from '../../src/deliver/write-file.ts';
import { temporaryDirectory } from '../options/temporary-directory.ts';

test('directories are made', () => {
  const directory = temporaryDirectory();
  writeResultFile(join(directory, 'a/b/c.txt'), 'text', directory);
  writeResultFile(join(directory, 'a/b/c.txt'), 'again', directory);
  expect(readFileSync(join(directory, 'a/b/c.txt'), 'utf8')).toBe('again');
  writeResultFile(join(directory, 'd/e.txt'), 'free');
  expect(readFileSync(join(directory, 'd/e.txt'), 'utf8')).toBe('free');
});

test('no link of the checkout is followed out of the workspace', () => {
  const outside = temporaryDirectory({ 'precious.txt': 'precious' });
  const directory = temporaryDirectory();
  symlinkSync(outside, join(directory, 'results'));
  expect(() => writeResultFile(join(directory, 'results/x.sarif'), '', directory)).toThrow(
    'leads out of the workspace',
  );
  expect(() => writeResultFile(join(directory, 'results/deep/x.sarif'), '', directory)).toThrow(
    'leads out of the workspace',
  );
  expect(existsSync(join(outside, 'x.sarif'))).toBe(false);
  expect(existsSync(join(outside, 'deep'))).toBe(false);

  mkdirSync(join(directory, 'real'));
  symlinkSync(join(outside, 'precious.txt'), join(directory, 'real/x.sarif'));
  expect(() => writeResultFile(join(directory, 'real/x.sarif'), '', directory)).toThrow('x.sarif is a symbolic link');
  expect(readFileSync(join(outside, 'precious.txt'), 'utf8')).toBe('precious');
});

test('a path outside is refused', () => {
  const directory = temporaryDirectory();
  expect(() => writeResultFile(join(directory, '../escaped.txt'), '', directory)).toThrow('outside of the workspace');
});
