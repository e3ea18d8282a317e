// Product of `parse`: what is kept of each file once its full tree and text are gone.
import type { Problem } from '../base/problem.ts';
import type { SkippedFile, SourceFile } from '../discover/source-set.ts';
import type { LoweredTree } from './lowered-tree.ts';

export interface FileFacts {
  readonly file: SourceFile;
  /** Absent when the file could not be read or decoded at all. */
  readonly tree?: LoweredTree;
  readonly problems: readonly Problem[];
  /** Parts that were left out on purpose: notebook cells in another language. */
  readonly skipped: readonly SkippedFile[];
}
