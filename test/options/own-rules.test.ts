import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fetchOwnRules, readOwnRules } from '../../src/options/own-rules.ts';
import { temporaryDirectory } from './temporary-directory.ts';

test('files of the two folders, and nothing that a link leads to', () => {
  const outside = temporaryDirectory({ 'x.yml': 'secret' });
  const root = temporaryDirectory({
    '.pyverdict/rules/b.yml': 'b',
    '.pyverdict/rules/a.yml': 'a',
    '.pyverdict/rules/README.md': 'text',
    '.pyverdict/rules/deep/c.yml': 'c',
    '.pyverdict/models/m.yml': 'm',
  });
  symlinkSync(join(outside, 'x.yml'), join(root, '.pyverdict/rules/x.yml'));
  expect(readOwnRules(root)).toEqual([
    { path: '.pyverdict/models/m.yml', text: 'm' },
    { path: '.pyverdict/rules/a.yml', text: 'a' },
    { path: '.pyverdict/rules/b.yml', text: 'b' },
  ]);
  const linked = temporaryDirectory({ 'a.py': '' });
  symlinkSync(join(root, '.pyverdict'), join(linked, '.pyverdict'));
  expect(readOwnRules(linked)).toEqual([]);
  expect(readOwnRules(outside)).toEqual([]);
});

test('what would be overlooked, or is too much, is told', () => {
  const read = (files: Record<string, string>) => () => readOwnRules(temporaryDirectory(files));
  expect(read({ '.pyverdict/rules/a.yaml': '' })).toThrow(
    '.pyverdict/rules/a.yaml: only files that end in .yml are read',
  );
  expect(read({ '.pyverdict/models/a.yml': '#'.repeat(300_000) })).toThrow(
    '.pyverdict/models/a.yml is larger than 256 KB',
  );
  const many = Array.from({ length: 201 }, (_, index) => [`.pyverdict/rules/r${index}.yml`, '']);
  expect(read(Object.fromEntries(many) as Record<string, string>)).toThrow('over 200 files');
});

test('by asking: in the place of the root, and "unknown" is no "missing"', async () => {
  const folders: Record<string, readonly string[]> = { 'sub/.pyverdict/rules': ['b.yml', 'notes.txt', 'a.yml'] };
  const folder = async (path: string) => folders[path] ?? ('missing' as const);
  const file = async (path: string) => ({ text: path });
  expect(await fetchOwnRules('sub/', 'c', folder, file)).toEqual([
    { path: '.pyverdict/rules/a.yml', text: 'sub/.pyverdict/rules/a.yml' },
    { path: '.pyverdict/rules/b.yml', text: 'sub/.pyverdict/rules/b.yml' },
  ]);
  expect(await fetchOwnRules('', 'c', folder, file)).toEqual([]);
  expect(await fetchOwnRules('sub/', 'c', folder, async () => 'unknown' as const)).toBeUndefined();
  expect(await fetchOwnRules('', 'c', async () => 'unknown' as const, file)).toBeUndefined();
});
