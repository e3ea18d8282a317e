import { chmodSync, existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeCommit } from '../../src/discover/base-tree.ts';
import type { Changes } from '../../src/discover/changes.ts';
import {
  changesBetween,
  filesOfCommit,
  mergeBase,
  presentCommit,
  readObjects,
} from '../../src/discover/git-objects.ts';
import { temporaryDirectory } from '../options/temporary-directory.ts';
import { gitRepository } from './git-repository.ts';

const changes = async (root: string, base: string, head: string): Promise<Changes> => {
  const answer = await changesBetween(root, base, head);
  if (!answer.ok) throw new Error(answer.reason);
  return answer.changes;
};
const lines = (count: number, changed: Readonly<Record<number, string>> = {}): string =>
  Array.from({ length: count }, (_, index) => `${changed[index + 1] ?? `line ${index + 1}`}\n`).join('');

describe('changed lines', () => {
  test('added, modified, deleted, renamed, gone, of another type', async () => {
    const { root, commit, git } = gitRepository();
    const base = commit({
      'same.py': 'x\n',
      'edited.py': lines(9),
      'old name.py': lines(30),
      'gone.py': 'x\n',
      'link.py': 'x\n',
    });
    git('rm', '-q', 'link.py');
    symlinkSync('same.py', join(root, 'link.py'));
    const head = commit({
      'edited.py': lines(9, { 2: 'two' }).replace('line 5\n', ''),
      'gone.py': undefined,
      'old name.py': undefined,
      'ne"w\tname.py': lines(30, { 30: 'last' }),
      'dir/new.py': 'a\nb',
      'empty.py': '',
    });
    const found = await changes(root, base, head);
    expect(Object.fromEntries(found.files)).toEqual({
      'edited.py': { added: [{ first: 2, last: 2 }], deletedAfter: [4], whole: false },
      'ne"w\tname.py': { added: [{ first: 30, last: 30 }], deletedAfter: [], whole: false },
      'dir/new.py': { added: [{ first: 1, last: 2 }], deletedAfter: [], whole: false },
      'empty.py': { added: [], deletedAfter: [], whole: false },
      'link.py': { added: [{ first: 1, last: 1 }], deletedAfter: [], whole: false },
    });
    expect([...found.formerPaths]).toEqual([['ne"w\tname.py', 'old name.py']]);
    expect(found).toMatchObject({ deleted: ['gone.py'], by: 'git', base });
  });

  test('a directory of the repository sees its own files, under its own paths', async () => {
    const { root, commit } = gitRepository();
    const base = commit({ 'sub/a.py': 'x\n', 'b.py': 'x\n' });
    const head = commit({ 'sub/a.py': 'y\n', 'b.py': 'y\n' });
    expect([...(await changes(join(root, 'sub'), base, head)).files.keys()]).toEqual(['a.py']);
    expect((await filesOfCommit(join(root, 'sub'), head))?.map(({ path }) => path)).toEqual(['a.py']);
  });

  test('a file that git calls binary counts as a whole', async () => {
    const { root, commit } = gitRepository();
    const base = commit({ 'a.py': 'x\n', '.gitattributes': '*.py binary\n' });
    expect((await changes(root, base, commit({ 'a.py': 'y\n' }))).files.get('a.py')?.whole).toBe(true);
  });

  test('nothing a checkout configures is run', async () => {
    const { root, commit, git } = gitRepository();
    const trap = join(temporaryDirectory(), 'trap.sh');
    const proof = `${trap}.ran`;
    writeFileSync(trap, `#!/bin/sh\ntouch ${proof}\ncat "$1" 2>/dev/null\n`);
    chmodSync(trap, 0o755);
    const base = commit({ 'a.py': 'x\n', '.gitattributes': '*.py diff=evil filter=evil\n' });
    const head = commit({ 'a.py': 'y\n' });
    for (const key of [
      'diff.external',
      'diff.evil.command',
      'diff.evil.textconv',
      'filter.evil.smudge',
      'core.fsmonitor',
      'core.pager',
      'core.sshCommand',
    ])
      git('config', key, trap);
    git('config', 'diff.noprefix', 'true');
    git('config', 'color.ui', 'always');
    expect((await changes(root, base, head)).files.get('a.py')?.added).toEqual([{ first: 1, last: 1 }]);
    const directory = temporaryDirectory();
    expect(await writeCommit(root, base, directory)).toBe(true);
    expect(readFileSync(join(directory, 'a.py'), 'utf8')).toBe('x\n');
    expect(existsSync(proof)).toBe(false);
  });
});

describe('commits', () => {
  test('the first parent of a merge, the common ancestor', async () => {
    const { root, commit, git } = gitRepository();
    const first = commit({ 'a.py': 'x\n' });
    git('checkout', '-q', '-b', 'feature');
    const feature = commit({ 'b.py': 'x\n' });
    git('checkout', '-q', 'main');
    const main = commit({ 'c.py': 'x\n' });
    git('merge', '-q', '--no-ff', '-m', 'merge', 'feature');
    expect(await presentCommit(root, 'HEAD^1')).toBe(main);
    expect(await mergeBase(root, main, feature)).toBe(first);
    expect(await presentCommit(root, '0'.repeat(40))).toBeUndefined();
    expect(await presentCommit(root, '--upload-pack=x')).toBeUndefined();
  });

  test('a clone with one commit has no parent and no ancestor', async () => {
    const origin = gitRepository();
    const base = origin.commit({ 'a.py': 'x\n' });
    origin.commit({ 'a.py': 'y\n' });
    const root = join(temporaryDirectory(), 'clone');
    origin.git('clone', '-q', '--depth', '1', `file://${origin.root}`, root);
    expect(await presentCommit(root, 'HEAD')).toBeDefined();
    expect(await presentCommit(root, 'HEAD^1')).toBeUndefined();
    expect(await presentCommit(root, base)).toBeUndefined();
    expect((await changesBetween(root, base, base.replace(/./, 'f'))).ok).toBe(false);
  });

  test('outside of a checkout nothing can be said', async () => {
    const root = temporaryDirectory();
    expect(await presentCommit(root, 'HEAD')).toBeUndefined();
    expect(await filesOfCommit(root, '0'.repeat(40))).toBeUndefined();
    expect(await changesBetween(root, '0'.repeat(40), '1'.repeat(40))).toMatchObject({ ok: false });
  });
});

describe('the tree of a commit', () => {
  test('Python, project files and scripts; no links; bytes as they are', async () => {
    const { root, commit, git } = gitRepository();
    git('config', 'core.autocrlf', 'false');
    symlinkSync('/etc/passwd', join(root, 'evil.py'));
    const bytes = Buffer.from([0x23, 0xe9, 0x0d, 0x0a]);
    const base = commit({ 'a.py': bytes, 'd/n.ipynb': '{}', 'pyproject.toml': '', 'readme.md': '', script: '#!x\n' });
    commit({ 'a.py': 'later\n' });
    const directory = temporaryDirectory();
    expect(await writeCommit(root, base, directory)).toBe(true);
    expect(readFileSync(join(directory, 'a.py'))).toEqual(bytes);
    expect(['d/n.ipynb', 'pyproject.toml', 'script'].map((path) => existsSync(join(directory, path)))).toEqual([
      true,
      true,
      true,
    ]);
    expect(['evil.py', 'readme.md'].map((path) => existsSync(join(directory, path)))).toEqual([false, false]);
  });

  test('an object that is missing makes the answer unavailable', async () => {
    const { root, commit } = gitRepository();
    commit({ 'a.py': 'x\n' });
    expect(await readObjects(root, ['0'.repeat(40)])).toBeUndefined();
    expect(await readObjects(root, [])).toEqual([]);
  });
});
