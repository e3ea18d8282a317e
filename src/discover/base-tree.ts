// The Python files of another commit as a directory of their own. In: the checkout, a commit, a directory to write to. Out:
// whether that worked. The contents come from git's object store as they are: no filter runs, nothing is checked out.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { filesOfCommit, readObjects } from './git-objects.ts';
import { isProjectFile } from './project-files.ts';

/** Whether a scan looks at a file of this name; ignore files aside: a commit has no ignored files. */
export function isScanned(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return /\.(?:py|pyw|pyi|ipynb)$/.test(name) || !name.includes('.') || isProjectFile(path);
}

/** Writes what a scan of `commit` would read below `directory`; false if git cannot give all of it. */
export async function writeCommit(root: string, commit: string, directory: string): Promise<boolean> {
  const files = (await filesOfCommit(root, commit))?.filter(({ path }) => isScanned(path) && isSafe(path));
  if (files === undefined) return false;
  const contents = await readObjects(
    root,
    files.map(({ object }) => object),
  );
  if (contents === undefined) return false;
  for (const [index, { path }] of files.entries()) {
    const target = join(directory, path);
    try {
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, contents[index]!, { flag: 'wx' });
    } catch (error) {
      // A name this system cannot have, or two that it takes for one: the checkout has no such file either.
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENOSPC' || code === 'EROFS' || code === 'EACCES') return false;
    }
  }
  return true;
}

/** A tree is data that anybody may have written: its names must not lead out of the directory. */
function isSafe(path: string): boolean {
  return path.split(/[/\\]/).every((segment) => !['', '.', '..'].includes(segment) && !/^\.git$/i.test(segment));
}
