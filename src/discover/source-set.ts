// Product of `discover`: which files to read, which were left out and why, and the project's own description of itself.
import type { FilePath } from '../base/file-path.ts';
import type { Problem } from '../base/problem.ts';

export type SourceKind = 'python' | 'stub' | 'notebook';

export interface SourceFile {
  readonly path: FilePath;
  /** Absolute path, symlinks resolved. */
  readonly absolutePath: string;
  readonly kind: SourceKind;
  /** Size in bytes when it was listed. */
  readonly size: number;
  /**
   * How many of the path's folders, from the root on, the user named when asking for this folder; none if absent. What is named like a
   * folder of tests or examples and asked for all the same is to be read like any other code.
   */
  readonly namedFolders?: number;
}

export type SkipReason =
  | 'virtual-environment'
  | 'vendored'
  | 'generated'
  | 'too-large'
  | 'binary'
  | 'excluded'
  | 'symlink-outside'
  | 'symlink'
  | 'unreadable'
  | 'encoding'
  | 'cell-magic'
  | 'other-language';

export interface SkippedFile {
  readonly path: FilePath;
  readonly reason: SkipReason;
  /** What showed it: the matching name, header line or limit. */
  readonly detail: string;
}

/** A packaging or configuration file that is small, listed with its text: pyproject.toml, setup.cfg, tox.ini, .stestr.conf, PKG-INFO ... */
export interface ProjectFile {
  readonly path: FilePath;
  readonly text: string;
}

export interface SourceSet {
  /** Absolute path of the root all paths are relative to. */
  readonly root: string;
  /** Name of the root's folder, if it is a git checkout and was listed as a whole: people name a clone, nobody a temporary directory. */
  readonly cloneName?: string;
  /** Sorted by path, in code unit order. */
  readonly files: readonly SourceFile[];
  readonly skipped: readonly SkippedFile[];
  readonly projectFiles: readonly ProjectFile[];
  /** How the list was made; `ignore-files` when git was absent or failed. */
  readonly listedBy: 'git' | 'ignore-files';
  readonly problems: readonly Problem[];
}
