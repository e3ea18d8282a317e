// Dotted names of files: which module a path is. In: the paths of the checkout. Out: each file's names, the usual one first, no two files
// with the same. Leaves alone: file contents, and which of them an import statement means (import-paths.ts).
import { isStandardLibrary } from './standard-library.ts';

/** Names of one file; `root` is the folder that has to be on `sys.path` for the first of them, as Python finds it. */
interface Natural {
  readonly path: string;
  readonly root: string;
  readonly name: string;
}

/** Paths of the folders that are regular packages. */
export function packageFolders(paths: readonly string[]): ReadonlySet<string> {
  return new Set(paths.filter(isPackageFile).map(folderOf));
}

/**
 * For each path the dotted names it answers to in the whole checkout. Regular packages give the first one, `pkg.module`. Where two folders have
 * a module or package of the same name (`orders/app.py` and `users/app.py`), the one nearer to the top keeps it, the others are called
 * by their path. Namespace packages, folders without `__init__.py`, also answer to their path below the root, `src/` or `lib/`.
 */
export function namesOfModules(
  paths: readonly string[],
  packages: ReadonlySet<string>,
): ReadonlyMap<string, readonly string[]> {
  const natural = paths.map((path) => naturalName(path, packages));
  const owners = ownersOfTopNames(natural);
  const given = new Set(paths);
  return new Map(
    natural.map(({ path, root, name }) => {
      const isOwner = owners.get(topOf(name)) === root && !hidesStandardLibrary(name, root, given);
      const first = isOwner || root === '' ? name : `${dots(root)}.${name}`;
      return [path, [...new Set([first, belowSourceFolder(path)])].filter((item) => item !== '')];
    }),
  );
}

function naturalName(path: string, packages: ReadonlySet<string>): Natural {
  const root = sourceRoot(path, packages);
  return { path, root, name: dots(modulePath(path).slice(root === '' ? 0 : root.length + 1)) };
}

/**
 * The folder that holds the outermost regular package around a file; its own folder if it is in none. A folder without `__init__.py` below
 * a package is part of it.
 */
function sourceRoot(path: string, packages: ReadonlySet<string>): string {
  const folders = foldersUpwards(folderOf(path)).filter((folder) => folder !== '');
  const innermost = folders.findIndex((folder) => packages.has(folder));
  if (innermost < 0) return folderOf(path);
  const outside = folders.findIndex((folder, index) => index > innermost && !packages.has(folder));
  return folders[outside] ?? '';
}

/** For each name at the top of a source root the root whose modules keep it: the one that is least deep, then the first by path. */
function ownersOfTopNames(natural: readonly Natural[]): ReadonlyMap<string, string> {
  const owners = new Map<string, string>();
  for (const { path, root, name } of natural) {
    if (path.endsWith('.pyi')) continue;
    const top = topOf(name);
    const known = owners.get(top);
    if (known === undefined || depth(root) < depth(known)) owners.set(top, root);
  }
  return owners;
}

/** A lone file called like a module of the standard library, outside of that library, which Python too knows by its `os.py`. */
function hidesStandardLibrary(name: string, root: string, paths: ReadonlySet<string>): boolean {
  return isStandardLibrary(name) && paths.has(`${root}/${name}.py`) && !paths.has(`${root}/os.py`);
}

function belowSourceFolder(path: string): string {
  return dots(modulePath(path).replace(/^(?:src|lib)\//, ''));
}

function depth(folder: string): number {
  return folder === '' ? 0 : folder.split('/').length;
}

function topOf(name: string): string {
  return name.split('.', 1)[0]!;
}

function dots(path: string): string {
  return path.replaceAll('/', '.');
}

/** A file's path without its ending; that of the folder for `__init__.py`. */
export function modulePath(path: string): string {
  return path.replace(/(?:(?:^|\/)__init__)?\.(?:pyw?|pyi|ipynb)$/, '');
}

/** The folder a file is in; empty for the top of the checkout. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** A folder and those around it, the innermost first, the top of the checkout (empty) last. */
export function foldersUpwards(folder: string): string[] {
  const found = [folder];
  for (let current = folder; current !== '';) {
    current = folderOf(current);
    found.push(current);
  }
  return found;
}

/** True for `pkg/__init__.py`. */
export function isPackageFile(path: string): boolean {
  return /(^|\/)__init__\.pyi?$/.test(path);
}

/** The module a relative import is relative to: `level` dots seen from `module`. Undefined if it leaves the top. */
export function relativeBase(module: string, isPackage: boolean, level: number): string | undefined {
  const parts = module.split('.');
  const drop = isPackage ? level - 1 : level;
  if (drop > parts.length) return undefined;
  return parts.slice(0, parts.length - drop).join('.');
}
