// Reads an ignore or configuration file of a checkout that nobody vouches for.
// In: its path and a limit. Out: its text. Leaves alone: links, pipes and devices, which could lead anywhere or never end.
import { lstatSync, readFileSync } from 'node:fs';

/** The text of a regular file of at most `maxBytes`; `undefined` for anything else, also for a symbolic link. */
export function readSmallFile(absolutePath: string, maxBytes: number): string | undefined {
  try {
    const stats = lstatSync(absolutePath);
    return stats.isFile() && stats.size <= maxBytes ? readFileSync(absolutePath, 'utf8') : undefined;
  } catch {
    return undefined;
  }
}
