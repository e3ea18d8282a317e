// Dotted names of files: which module a path is, so that imports find it.
// In: paths of the checkout. Out: each file's names, the usual one first. Leaves alone: file contents.

/** Names under which a file can be imported. Regular packages give one; a file outside any package also answers to its path. */
export function moduleNames(path: string, hasInit: (directory: string) => boolean): string[] {
  const segments = path.replace(/\.(pyw?|pyi|ipynb)$/, '').split('/');
  const isPackage = segments.at(-1) === '__init__';
  if (isPackage) segments.pop();
  // Walk up while the folder is a regular package; where that ends is the source root.
  let rootDepth = isPackage ? segments.length : segments.length - 1;
  while (rootDepth > 0 && hasInit(segments.slice(0, rootDepth).join('/'))) rootDepth--;
  const names = [segments.slice(rootDepth).join('.')];
  // Namespace packages: folders without __init__.py below the root, or below src/ or lib/, import by their path.
  const base = segments[0] === 'src' || segments[0] === 'lib' ? 1 : 0;
  const byPath = segments.slice(base).join('.');
  if (byPath !== '' && !names.includes(byPath)) names.push(byPath);
  return names.filter((name) => name !== '');
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
