// Edits of whole lines. In: statements. Out: edits that put lines before or behind them, or move them to the right. Leaves alone:
// what stands in the lines; where a statement has no line of its own, the whole repair comes to nothing (`resolve-edits.ts`).
import type { ByteRange } from '../../base/region.ts';
import type { LoweredTree } from '../../parse/lowered-tree.ts';
import { Kind } from '../../parse/lowered-tree.ts';
import type { Edit, EditPart } from '../analysis.ts';

/** Lines before a statement, as deep as it is. */
export function linesBefore(tree: LoweredTree, statement: number, ...lines: readonly string[]): Edit {
  const at = tree.start(statement);
  // Asked for the indent even without one, so that the statement has to begin its line.
  const parts: EditPart[] = lines.flatMap((line): EditPart[] => [line, '\n', { indentOf: at }]);
  return { range: { start: at, end: at }, parts };
}

/** A line behind a statement, as deep as it is; undefined if another statement ends or begins in its last line. */
export function lineBehind(tree: LoweredTree, statement: number, line: string): Edit | undefined {
  const indent = { indentOf: tree.start(statement) };
  const last = tree.line(tree.end(statement));
  const next = tree.next(statement);
  const isLastInBlock = next >= tree.size || tree.parent(next) !== tree.parent(statement);
  if (!isLastInBlock && tree.lineOf(next) === last) return undefined;
  const at = tree.lineStarts[last];
  if (at !== undefined) return { range: { start: at, end: at }, parts: [indent, line, '\n'] };
  const end = tree.end(statement);
  return { range: { start: end, end }, parts: ['\n', indent, line] };
}

/** Without the lines from the one that has `start` to the one that has `end`, which hold nothing else. */
export function withoutLines(tree: LoweredTree, { start, end }: ByteRange): Edit {
  const first = tree.lineStarts[tree.line(start) - 1]!;
  return { range: { start: first, end: tree.lineStarts[tree.line(end)] ?? end }, parts: [] };
}

/** Statements of one block, from `first` to `last`, one step to the right. */
export function indented(tree: LoweredTree, first: number, last: number): EditPart {
  const range = { start: tree.start(first), end: tree.end(last) };
  const inTexts: number[] = [];
  for (let node = first; node < tree.next(last); node++) {
    if (tree.kind(node) !== Kind.string) continue;
    for (let line = tree.line(tree.start(node)); line < tree.line(tree.end(node)); line++) {
      inTexts.push(tree.lineStarts[line]!);
    }
  }
  return { indented: range, inTexts };
}
