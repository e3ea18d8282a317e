// Corrections as a patch. In: files as they are on disk, with edits. Out: bytes, since a patch has to repeat the lines of a file in
// the file's own encoding. Leaves alone: which edits there are.
import type { CorrectedFile } from '../../findings/finding-set.ts';
import { quotedPath } from './quoted-path.ts';

const CONTEXT = 3;
const LF = 10;

/** Lines of the old file, from 0, that become other lines. */
interface Change {
  readonly from: number;
  readonly to: number;
  readonly lines: readonly Uint8Array[];
}

/**
 * A unified diff with paths from the checkout's root, `a/` and `b/` before them. It has no git headers: with them `git apply` would
 * start at the top of the repository wherever the root lies in it.
 */
export function unifiedDiff(files: readonly CorrectedFile[]): Uint8Array {
  return Buffer.concat(files.flatMap(fileDiff));
}

function fileDiff({ file, before, edits }: CorrectedFile): Uint8Array[] {
  const old = lines(before);
  const changes = changedLines(old, before, edits);
  if (changes.length === 0) return [];
  const header = Buffer.from(`--- ${quotedPath(`a/${file}`)}\n+++ ${quotedPath(`b/${file}`)}\n`);
  let added = 0;
  const hunks = inHunks(changes).flatMap((hunk) => {
    const text = hunkText(old, hunk, added);
    added += hunk.reduce((sum, { from, to, lines: put }) => sum + put.length - (to - from), 0);
    return text;
  });
  return [header, ...hunks];
}

/** With their line ends, the last one perhaps without. */
function lines(bytes: Uint8Array): Uint8Array[] {
  const found: Uint8Array[] = [];
  for (let start = 0; start < bytes.length;) {
    const end = bytes.indexOf(LF, start);
    const next = end < 0 ? bytes.length : end + 1;
    found.push(bytes.subarray(start, next));
    start = next;
  }
  return found;
}

function changedLines(old: readonly Uint8Array[], before: Uint8Array, edits: CorrectedFile['edits']): Change[] {
  const starts: number[] = [];
  let offset = 0;
  for (const line of old) {
    starts.push(offset);
    offset += line.length;
  }
  starts.push(offset);
  const lineAt = (position: number): number => {
    let low = 0;
    let high = old.length;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= position) low = middle;
      else high = middle - 1;
    }
    // The end of a last line without a line end is still in that line.
    return low === old.length && low > 0 && old[low - 1]!.at(-1) !== LF ? low - 1 : low;
  };
  const changes: Change[] = [];
  for (let index = 0; index < edits.length;) {
    const from = lineAt(edits[index]!.start);
    let to = from;
    let at = starts[from]!;
    const pieces: Uint8Array[] = [];
    // Edits of the same lines make one change.
    while (index < edits.length && (to === from || edits[index]!.start < starts[to]!)) {
      const { start, end, bytes } = edits[index]!;
      pieces.push(before.subarray(at, start), bytes);
      at = end;
      to = Math.max(to, Math.min(lineAt(end) + 1, old.length));
      if (to === from) to = from + 1;
      index++;
    }
    to = Math.min(to, old.length);
    pieces.push(before.subarray(at, starts[to]));
    for (const change of trimmed(old, { from, to, lines: lines(Buffer.concat(pieces)) })) {
      const last = changes.at(-1);
      // Lines that follow each other change together, as people know it from diffs.
      if (last === undefined || last.to !== change.from) changes.push(change);
      else changes[changes.length - 1] = { from: last.from, to: change.to, lines: [...last.lines, ...change.lines] };
    }
  }
  return changes;
}

/** Without the lines at both ends that stay as they are; nothing if all do. */
function trimmed(old: readonly Uint8Array[], { from, to, lines: put }: Change): Change[] {
  let first = 0;
  while (from + first < to && first < put.length && equal(old[from + first]!, put[first]!)) first++;
  let last = 0;
  while (
    to - last > from + first &&
    put.length - last > first &&
    equal(old[to - last - 1]!, put[put.length - last - 1]!)
  )
    last++;
  const change = { from: from + first, to: to - last, lines: put.slice(first, put.length - last) };
  return change.from === change.to && change.lines.length === 0 ? [] : [change];
}

function equal(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}

/** Changes whose context would overlap stand in one hunk. */
function inHunks(changes: readonly Change[]): Change[][] {
  const hunks: Change[][] = [];
  for (const change of changes) {
    const last = hunks.at(-1);
    if (last !== undefined && change.from - last.at(-1)!.to <= 2 * CONTEXT) last.push(change);
    else hunks.push([change]);
  }
  return hunks;
}

function hunkText(old: readonly Uint8Array[], changes: readonly Change[], added: number): Uint8Array[] {
  const from = Math.max(0, changes[0]!.from - CONTEXT);
  const to = Math.min(old.length, changes.at(-1)!.to + CONTEXT);
  const body: Uint8Array[] = [];
  let at = from;
  const keep = (end: number): void => {
    for (; at < end; at++) body.push(...marked(' ', old[at]!));
  };
  for (const change of changes) {
    keep(change.from);
    for (; at < change.to; at++) body.push(...marked('-', old[at]!));
    for (const line of change.lines) body.push(...marked('+', line));
  }
  keep(to);
  const oldCount = to - from;
  const newCount = oldCount + changes.reduce((sum, { from: a, to: b, lines: put }) => sum + put.length - (b - a), 0);
  const header = `@@ -${span(from, oldCount)} +${span(from + added, newCount)} @@\n`;
  return [Buffer.from(header), ...body];
}

/** An empty span is named by the line before it. */
function span(start: number, count: number): string {
  return count === 1 ? String(start + 1) : `${count === 0 ? start : start + 1},${count}`;
}

function marked(mark: string, line: Uint8Array): Uint8Array[] {
  const pieces = [Buffer.from(mark), line];
  if (line.at(-1) !== LF) pieces.push(Buffer.from('\n\\ No newline at end of file\n'));
  return pieces;
}
