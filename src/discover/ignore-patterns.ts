// Patterns in the syntax of .gitignore, from ignore files and from options.
// In: the lines. Out: a matcher, and the lines that were refused. Leaves alone: which files exist.
import type { Ignore } from 'ignore';
import ignore from 'ignore';

export interface IgnorePatterns {
  readonly matcher: Ignore;
  /** Lines that were not used, because matching them can take minutes. */
  readonly refused: readonly string[];
}

/** Each further double star multiplies the matching time by the depth of the path: measured 41 s for one path with seven. */
const maxDoubleStars = 3;
const maxLength = 1000;

/** Makes the matcher. Upper and lower case differ on every system, so that the same checkout gives the same answer. */
export function ignorePatterns(lines: readonly string[]): IgnorePatterns {
  const refused = lines.filter((line) => !line.startsWith('#') && isCostly(line));
  const used = lines.filter((line) => !refused.includes(line));
  return { matcher: ignore({ ignorecase: false }).add(used), refused };
}

function isCostly(line: string): boolean {
  return line.length > maxLength || line.split('**').length - 1 > maxDoubleStars;
}
