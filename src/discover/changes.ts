// What a pull request did to the files, as lines. In: diffs as git or the API write them. Out: `Changes`. An answer that
// cannot be read strictly is no answer: "nothing changed" must never be a misunderstanding.
// Leaves alone: where the diff comes from, and what the lines mean for a finding.

/** Lines from 1, both included. */
export interface LineRange {
  readonly first: number;
  readonly last: number;
}

export interface FileChange {
  /** Lines of the scanned commit that were added or modified. */
  readonly added: readonly LineRange[];
  /** Lines of the scanned commit behind which something was deleted; 0: at the top of the file. */
  readonly deletedAfter: readonly number[];
  /** Changed in a way that shows no lines: everything in it counts as changed. */
  readonly whole: boolean;
}

export interface Changes {
  /** By path in the scanned commit, relative to the root. */
  readonly files: ReadonlyMap<string, FileChange>;
  /** Paths that are gone, those of renamed files left out. */
  readonly deleted: readonly string[];
  /** Path in the scanned commit to the path before, for files that were renamed. */
  readonly formerPaths: ReadonlyMap<string, string>;
  /** Who said so: the local git, or the compare API. */
  readonly by: 'git' | 'api';
  /** The commit compared with. */
  readonly base: string;
}

/** The changes, or why nobody could tell. */
export type ChangesAnswer =
  { readonly ok: true; readonly changes: Changes } | { readonly ok: false; readonly reason: string };

export const wholeFile: FileChange = { added: [], deletedAfter: [], whole: true };
export const unchangedFile: FileChange = { added: [], deletedAfter: [], whole: false };

/** Whether a line of a range was added or modified. */
export function isAdded(change: FileChange | undefined, from: number, to: number = from): boolean {
  if (change === undefined) return false;
  return change.whole || change.added.some(({ first, last }) => to >= first && from <= last);
}

/**
 * Reads the hunks of one file, with any number of lines of context; `lines` are those from the first hunk header on.
 * Undefined if something in it is not as it must be.
 */
export function readHunks(lines: readonly string[]): FileChange | undefined {
  const added: LineRange[] = [];
  const deletedAfter: number[] = [];
  let at = 0;
  while (at < lines.length) {
    const header = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(lines[at]!);
    if (header === null) return undefined;
    let before = Number(header[1] ?? 1);
    let after = Number(header[3] ?? 1);
    // Of an empty range git names the line before it.
    let line = Number(header[2]) + (after === 0 ? 1 : 0);
    let removed = false;
    let first: number | undefined;
    const close = (): void => {
      if (first !== undefined) added.push({ first, last: line - 1 });
      else if (removed) deletedAfter.push(line - 1);
      first = undefined;
      removed = false;
    };
    at++;
    while (before > 0 || after > 0 || lines[at]?.startsWith('\\') === true) {
      const text = lines[at];
      if (text === undefined) return undefined;
      switch (text[0]) {
        case '+':
          first ??= line;
          line++;
          after--;
          break;
        case '-':
          removed = true;
          before--;
          break;
        case '\\':
          break;
        case ' ':
        // Some write an empty line of context without its blank.
        // eslint-disable-next-line no-fallthrough
        case undefined:
          close();
          line++;
          before--;
          after--;
          break;
        default:
          return undefined;
      }
      if (before < 0 || after < 0) return undefined;
      at++;
    }
    close();
  }
  return { added, deletedAfter, whole: false };
}
