// Writes one file of results. In: an absolute path, the text, perhaps a directory that must hold it. The scanned checkout
// is somebody else's: it may bring along a symlink where we are going to write.
import { lstatSync, mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';

/**
 * Writes `text` to `path`, creating directories. With `within` (absolute, symlinks resolved) nothing outside of that
 * directory is created or written, and no existing symlink is written through. Throws Error saying why it could not.
 */
export function writeResultFile(path: string, text: string, within?: string): void {
  if (within === undefined) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    return;
  }
  const directory = makeDirectory(dirname(path), within);
  const target = join(directory, basename(path));
  if (lstatSync(target, { throwIfNoEntry: false })?.isSymbolicLink())
    throw new Error(`${basename(path)} is a symbolic link`);
  writeFileSync(target, text);
}

// One segment after the other: `mkdir -p` would follow a link on the way and create directories behind it.
function makeDirectory(directory: string, within: string): string {
  if (directory === dirname(directory)) throw new Error('the file lies outside of the workspace');
  if (directory === within) return within;
  const real = join(makeDirectory(dirname(directory), within), basename(directory));
  const found = lstatSync(real, { throwIfNoEntry: false });
  if (!found) mkdirSync(real);
  const resolved = realpathSync(real);
  if (!resolved.startsWith(within.endsWith(sep) ? within : within + sep))
    throw new Error('a symbolic link leads out of the workspace');
  return resolved;
}
