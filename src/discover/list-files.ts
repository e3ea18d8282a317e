// Lists the files of a directory of the checkout: by git where it can, else by reading ignore files ourselves.
// In: root and directory. Out: paths relative to the root. Leaves alone: which of them are Python.
import { existsSync, lstatSync, realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import type { SourceSet } from './source-set.ts';
import { readSmallFile } from './read-small-file.ts';
import { runGit } from './run-git.ts';
import type { Walk } from './walk-directory.ts';
import { walkDirectory } from './walk-directory.ts';

export interface Listing extends Walk {
  readonly listedBy: SourceSet['listedBy'];
}

const maxModulesBytes = 1024 * 1024;

/**
 * Lists what lies below `directory` (`''`: the whole root): tracked, and untracked but not ignored. Submodules and nested
 * checkouts, which git lists as one entry, are walked. `prune` as in `walkDirectory`.
 */
export async function listFiles(
  root: string,
  directory: string,
  prune: (directory: string) => boolean,
): Promise<Listing> {
  const listed = await listByGit(root, directory);
  if (listed === undefined) {
    return { ...walkDirectory(root, directory, prune), listedBy: 'ignore-files' };
  }
  // Named although ignored (or empty): git has nothing to list, and the user wants it read.
  if (listed.length === 0) {
    return { ...walkDirectory(root, directory, prune), listedBy: 'git' };
  }
  const submodules = submodulePaths(root);
  const files: string[] = [];
  const walks: Walk[] = [];
  for (const path of listed) {
    if (isNestedCheckout(root, path, submodules)) {
      const nested = path.endsWith('/') ? path.slice(0, -1) : path;
      if (!prune(nested)) walks.push(walkDirectory(root, nested, prune));
    } else files.push(path);
  }
  return {
    files: walks.length === 0 ? files : files.concat(...walks.map((walk) => walk.files)),
    unreadable: walks.flatMap((walk) => walk.unreadable),
    problems: walks.flatMap((walk) => walk.problems),
    listedBy: 'git',
  };
}

async function listByGit(root: string, directory: string): Promise<readonly string[] | undefined> {
  const top = topLevel(root);
  if (top === undefined) return undefined;
  const scope = directory === '' ? [] : ['--', directory];
  const [listed, claimedTop] = await Promise.all([
    runGit(root, ['ls-files', '-z', '--cached', '--others', '--exclude-standard', ...scope]),
    runGit(root, ['rev-parse', '--show-toplevel']),
  ]);
  if (!listed.ok || !claimedTop.ok) return undefined;
  // core.worktree in the checkout's configuration can point anywhere; then this is a list of something else.
  if (!isSameDirectory(top, claimedTop.stdout.toString('utf8').trimEnd())) return undefined;
  // A file in a merge conflict is listed once for each side, hence the set.
  return [...new Set(listed.stdout.toString('utf8').split('\0'))].filter((path) => path !== '');
}

function topLevel(root: string): string | undefined {
  for (let folder = root; ; folder = dirname(folder)) {
    if (existsSync(`${folder}/.git`)) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}

function isSameDirectory(a: string, b: string): boolean {
  try {
    return realpathSync.native(a) === realpathSync.native(b);
  } catch {
    return false;
  }
}

function isNestedCheckout(root: string, path: string, submodules: ReadonlySet<string>): boolean {
  if (path.endsWith('/')) return true;
  // Most directories have no dot in their name; the others are in .gitmodules. Looking at every file would cost more.
  if (path.includes('.', path.lastIndexOf('/') + 1) && !submodules.has(path)) return false;
  return lstatSync(`${root}/${path}`, { throwIfNoEntry: false })?.isDirectory() === true;
}

function submodulePaths(root: string): ReadonlySet<string> {
  const text = readSmallFile(`${root}/.gitmodules`, maxModulesBytes) ?? '';
  return new Set(Array.from(text.matchAll(/^[ \t]*path[ \t]*=[ \t]*(.+)$/gm), (match) => (match[1] ?? '').trim()));
}
