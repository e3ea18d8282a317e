// Writes corrected files. In: corrections with the bytes they are based on. Out: which files were written, and why others were not.
// A file is written beside itself and then put in its place, so that nobody ever sees half of it.
import { randomUUID } from 'node:crypto';
import { closeSync, fchmodSync, fsyncSync, lstatSync, openSync, readFileSync, realpathSync } from 'node:fs';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import { applyEdits } from '../findings/correct-files.ts';
import type { CorrectedFile } from '../findings/finding-set.ts';

export interface Correction {
  readonly file: string;
  readonly repairs: number;
  /** Why it was not written; absent if it was. */
  readonly refused?: string;
}

/** Writes each file, or says why not; one that cannot be written does not keep the others from it. */
export function writeCorrections(files: readonly CorrectedFile[], root: string): Correction[] {
  return files.map((corrected) => {
    const { file, repairs } = corrected;
    try {
      replaceFile(root, corrected);
      return { file, repairs };
    } catch (error) {
      return { file, repairs, refused: error instanceof Error ? error.message : String(error) };
    }
  });
}

/** Puts a file with edits in the place of the one it was made from. Throws an Error that says why it cannot. */
export function replaceFile(
  root: string,
  { file, before, edits }: Pick<CorrectedFile, 'file' | 'before' | 'edits'>,
): void {
  const checkout = realpathSync(root);
  const path = join(checkout, ...file.split('/'));
  const found = lstatSync(path);
  // The link, or what it leads to, would be somebody else's file.
  if (found.isSymbolicLink()) throw new Error('it is a symbolic link');
  if (!found.isFile()) throw new Error('it is not a plain file');
  const directory = realpathSync(dirname(path));
  if (
    directory !== dirname(path) &&
    !`${directory}${sep}`.startsWith(checkout.endsWith(sep) ? checkout : checkout + sep)
  )
    throw new Error('a symbolic link leads out of the checkout');
  const isUnchanged = (): boolean => Buffer.compare(readFileSync(path), before) === 0;
  if (!isUnchanged()) throw new Error('it has changed since it was read');
  const beside = join(directory, `.${basename(path)}.${randomUUID()}.pyverdict`);
  // `wx`: a file, or a link, of that name is not written through.
  const handle = openSync(beside, 'wx', 0o600);
  try {
    try {
      writeFileSync(handle, applyEdits(before, edits));
      fchmodSync(handle, found.mode & 0o7777);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    if (!isUnchanged()) throw new Error('it has changed since it was read');
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}
