// Which directory the paths of a report are relative to, when the command line scans something.
import { realpathSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import { ConfigurationError } from '../base/configuration-error.ts';
import { findRoot } from '../discover/find-root.ts';

export interface Checkout {
  /** Absolute, symlinks resolved. */
  readonly root: string;
  readonly paths: readonly string[];
}

/**
 * The checkout for paths given relative to `directory`: the directory itself if all of them are in it. Otherwise the
 * git checkout around them, or, without one, the directory that holds the outermost Python package around them, so that
 * a single file still knows where in its project it is. Throws ConfigurationError for a path that does not exist.
 */
export function checkoutOf(given: readonly string[], directory: string): Checkout {
  const base = realpathSync(directory);
  const paths = existingPaths(given, directory);
  if (paths.every((path) => isInside(base, path))) return { root: base, paths };
  const root = findRoot(paths);
  const stray = paths.find((path) => !isInside(root, path));
  // Different drives have nothing in common.
  if (stray !== undefined)
    throw new ConfigurationError(`${stray} and ${paths[0]} have no directory in common: scan them one by one`);
  return { root, paths };
}

/** Absolute paths with symlinks resolved. Throws ConfigurationError naming the first that does not exist. */
export function existingPaths(given: readonly string[], directory: string): string[] {
  return given.map((path) => {
    try {
      return realpathSync(resolve(directory, path));
    } catch {
      throw new ConfigurationError(`${path} does not exist`);
    }
  });
}

/** Is `path` the directory `root` or below it? Both absolute. */
export function isInside(root: string, path: string): boolean {
  return path === root || path.startsWith(root.endsWith(sep) ? root : root + sep);
}
