// Where a scan's root is when nobody says. In: the paths to scan. Out: one directory. Leaves alone: what is in it.
import { existsSync, statSync } from 'node:fs';
import { dirname, resolve, sep } from 'node:path';

/**
 * The root for absolute (or current-directory-relative) `paths`: the git top level that holds them all; else the parent of the
 * outermost folder with `__init__.py` at or above their common directory; else that directory (`practices-catalogue.md` §1.3).
 * A path that does not exist counts as a file. Git itself is not asked: the top level is where `.git` is.
 */
export function findRoot(paths: readonly string[]): string {
  const start = commonDirectory(paths.map(directoryOf));
  for (const folder of upwards(start)) {
    if (existsSync(`${folder}/.git`)) return folder;
  }
  return outsideOfPackages(start);
}

const packagingFiles = ['pyproject.toml', 'setup.py', 'setup.cfg'];

function outsideOfPackages(start: string): string {
  let inPackage = false;
  for (const folder of upwards(start)) {
    if (existsSync(`${folder}/__init__.py`)) inPackage = true;
    else if (inPackage) return folder;
    // `package/data/` may lie inside a package without being one; a project's own folder does not.
    else if (packagingFiles.some((name) => existsSync(`${folder}/${name}`))) return folder;
  }
  return start;
}

function directoryOf(path: string): string {
  const absolute = resolve(path);
  return statSync(absolute, { throwIfNoEntry: false })?.isDirectory() === true ? absolute : dirname(absolute);
}

function commonDirectory(directories: readonly string[]): string {
  const [first = resolve('.'), ...others] = directories;
  return upwards(first).find((folder) => others.every((other) => isAtOrBelow(other, folder))) ?? first;
}

function isAtOrBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

function upwards(start: string): string[] {
  const folders = [start];
  for (let folder = start; dirname(folder) !== folder;) {
    folder = dirname(folder);
    folders.push(folder);
  }
  return folders;
}
