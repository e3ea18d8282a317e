// Lists a directory where git does not: our own reading of nested ignore files.
// In: a directory of the checkout. Out: the files below it that no ignore file hides. Leaves alone: what the files are.
import type { Dirent } from 'node:fs';
import { readdirSync } from 'node:fs';
import type { Ignore } from 'ignore';
import type { Problem } from '../base/problem.ts';
import { ignorePatterns } from './ignore-patterns.ts';
import { readSmallFile } from './read-small-file.ts';

export interface Walk {
  /** Relative to the root, in no particular order; symbolic links are listed, never followed. */
  readonly files: readonly string[];
  /** Directories that the system did not let us list. */
  readonly unreadable: readonly string[];
  readonly problems: readonly Problem[];
}

interface IgnoreFile {
  /** Length of the path of its directory with the slash: what to cut off a path before matching. */
  readonly prefixLength: number;
  readonly matcher: Ignore;
}

const maxIgnoreFileBytes = 1024 * 1024;
const neverSources = new Set(['.git', '.hg', '.svn', '__pycache__']);

/**
 * Walks `directory` (relative to `root`, `''` for the root itself). Ignore files above it count too, unless they hide the
 * directory itself: who names an ignored directory wants it read. `prune` tells which directories are not entered.
 */
export function walkDirectory(root: string, directory: string, prune: (directory: string) => boolean): Walk {
  const files: string[] = [];
  const unreadable: string[] = [];
  const problems: Problem[] = [];
  const readIgnoreFile = (path: string): IgnoreFile | undefined => {
    const name = path === '' ? '.gitignore' : `${path}/.gitignore`;
    const text = readSmallFile(`${root}/${name}`, maxIgnoreFileBytes);
    if (text === undefined) return undefined;
    const { matcher, refused } = ignorePatterns(text.split(/\r?\n/));
    for (const line of refused) problems.push(refusedLine(name, line));
    return { prefixLength: path === '' ? 0 : path.length + 1, matcher };
  };

  const pending: { path: string; ignoreFiles: readonly IgnoreFile[] }[] = [
    { path: directory, ignoreFiles: ignoreFilesAbove(directory, readIgnoreFile) },
  ];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    let entries: Dirent[];
    try {
      entries = readdirSync(next.path === '' ? root : `${root}/${next.path}`, { withFileTypes: true });
    } catch {
      unreadable.push(next.path);
      continue;
    }
    const own = entries.some((entry) => entry.name === '.gitignore') ? readIgnoreFile(next.path) : undefined;
    const ignoreFiles = own === undefined ? next.ignoreFiles : [...next.ignoreFiles, own];
    for (const entry of entries) {
      const path = next.path === '' ? entry.name : `${next.path}/${entry.name}`;
      if (entry.isDirectory()) {
        if (neverSources.has(entry.name) || isIgnored(`${path}/`, ignoreFiles) || prune(path)) continue;
        pending.push({ path, ignoreFiles });
      } else if ((entry.isFile() || entry.isSymbolicLink()) && !isIgnored(path, ignoreFiles)) {
        files.push(path);
      }
    }
  }
  return { files, unreadable, problems };
}

function ignoreFilesAbove(directory: string, read: (path: string) => IgnoreFile | undefined): readonly IgnoreFile[] {
  if (directory === '') return [];
  const segments = directory.split('/');
  const found: IgnoreFile[] = [];
  for (let depth = 0; depth < segments.length; depth++) {
    const ignoreFile = read(segments.slice(0, depth).join('/'));
    if (ignoreFile !== undefined) found.push(ignoreFile);
    if (isIgnored(`${segments.slice(0, depth + 1).join('/')}/`, found)) return [];
  }
  return found;
}

/** The deepest ignore file that has something to say about the path decides (gitignore(5)). */
function isIgnored(path: string, ignoreFiles: readonly IgnoreFile[]): boolean {
  for (let i = ignoreFiles.length - 1; i >= 0; i--) {
    const ignoreFile = ignoreFiles[i];
    if (ignoreFile === undefined) continue;
    const { ignored, unignored } = ignoreFile.matcher.test(path.slice(ignoreFile.prefixLength));
    if (ignored || unignored) return ignored;
  }
  return false;
}

function refusedLine(name: string, line: string): Problem {
  const shown = line.length > 60 ? `${line.slice(0, 60)}...` : line;
  return {
    id: 'PVC001',
    message: `${name}: the pattern ${shown} was not used, since matching it can take minutes: write it with at most three **.`,
    hidesCode: false,
  };
}
