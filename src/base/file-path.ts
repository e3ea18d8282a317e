// Paths of the scanned checkout: relative to its root, with `/` on every system.

declare const brand: unique symbol;

/** Path of a file relative to the root of the checkout, `/` between segments, never starting with `./` or `../`. */
export type FilePath = string & { readonly [brand]: 'FilePath' };

/** Marks a relative path with `/` as a FilePath. Throws on an absolute path or one that leaves the root (a bug of the caller). */
export function filePath(path: string): FilePath {
  if (path.startsWith('/') || path.split('/').includes('..'))
    throw new Error(`not a path inside the checkout: ${path}`);
  return path as FilePath;
}
