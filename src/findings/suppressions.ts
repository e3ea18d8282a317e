// Which detections are accepted by a mark in the source (`github-delivery.md` §6.1).
// In: detections, the comments of all files, the rules. Out: the suppression of each accepted detection, and problems
// for marks of our own form that name nothing or silence nothing. Leaves alone: the detections themselves.
import type { Detection } from '../analyse/analysis.ts';
import type { FilePath } from '../base/file-path.ts';
import { didYouMean } from '../base/nearest.ts';
import type { Problem } from '../base/problem.ts';
import type { FileFacts } from '../parse/file-facts.ts';
import type { LoweredTree } from '../parse/lowered-tree.ts';
import type { Suppression } from './finding-set.ts';
import { createPeerIndex, type PeerIndex } from './peer-index.ts';
import type { PlaceFinder } from './place-finder.ts';
import type { RuleTable } from './rule-view.ts';
import { suppressionMarks, type Mark } from './suppression-marks.ts';

export interface SuppressionResult {
  readonly byDetection: ReadonlyMap<Detection, Suppression>;
  readonly problems: readonly Problem[];
}

interface PlacedMark extends Mark {
  /** Start of the comment. */
  readonly offset: number;
  /** Line in the parser's text. */
  readonly line: number;
  /** Codes that it silences; undefined: all of its kind. */
  readonly codes: ReadonlySet<string> | undefined;
  /** Lower-case ids of ours that silenced something. */
  readonly used: Set<string>;
}

interface MarkedFile {
  readonly path: FilePath;
  readonly tree: LoweredTree;
  readonly marks: readonly PlacedMark[];
}

export interface SuppressionInput {
  readonly detections: readonly Detection[];
  readonly facts: readonly FileFacts[];
  readonly rules: RuleTable;
  /** Codes of the rules that ran: a mark for another rule is not called unused. */
  readonly rulesRun: ReadonlySet<string>;
  readonly requireReason: boolean;
  readonly places: Pick<PlaceFinder, 'startsLine' | 'line'>;
}

/** Lines between a mark and its statement that are still looked at. */
const LONGEST_COMMENT = 40;

/** Finds the mark that accepts each detection: ours before other tools', then the first in the file. */
export function findSuppressions(input: SuppressionInput): SuppressionResult {
  const peers = createPeerIndex(input.rules);
  const files = new Map<FilePath, MarkedFile>();
  for (const { file, tree } of input.facts) {
    if (tree === undefined || file.kind === 'stub') continue;
    const marks = marksOf(tree, peers);
    if (marks.length > 0) files.set(file.path, { path: file.path, tree, marks });
  }

  const byDetection = new Map<Detection, Suppression>();
  for (const detection of input.detections) {
    const file = files.get(detection.file);
    if (file === undefined) continue;
    const reaching = file.marks.filter(
      (mark) => silences(mark, detection, input.rules) && reaches(mark, detection, file, input),
    );
    for (const mark of reaching) noteUse(mark, detection.rule, peers);
    const mark = reaching.find(({ form, reason }) => form !== 'pyverdict' || reason !== '' || !input.requireReason);
    if (mark === undefined) continue;
    byDetection.set(detection, {
      mark: mark.text,
      reason: mark.reason,
      file: file.path,
      line: input.places.line(file.path, mark.offset),
    });
  }
  // A sentence merged into another message cannot be taken out of it, but its mark has found what it was written for.
  for (const detection of input.detections) {
    for (const rule of detection.mergedRules ?? []) {
      const file = files.get(detection.file);
      if (file === undefined) continue;
      const merged = { ...detection, rule };
      for (const mark of file.marks) {
        if (silences(mark, merged, input.rules) && reaches(mark, merged, file, input)) noteUse(mark, rule, peers);
      }
    }
  }
  const problems = [...files.values()].flatMap((file) =>
    file.marks.flatMap((mark) => markProblems(mark, file, peers, input)),
  );
  return { byDetection, problems };
}

function marksOf(tree: LoweredTree, peers: PeerIndex): PlacedMark[] {
  const { texts, ranges } = tree.comments;
  const marks = texts.flatMap((text, index) =>
    suppressionMarks(text, peers.isName).map((mark): PlacedMark => {
      const offset = ranges[index * 2]!;
      const codes =
        mark.ids.length === 0 ? undefined : new Set(mark.ids.flatMap((id) => [...peers.codes(mark.form, id)]));
      return { ...mark, offset, line: tree.line(offset), codes, used: new Set() };
    }),
  );
  return [...marks.filter(({ form }) => form === 'pyverdict'), ...marks.filter(({ form }) => form !== 'pyverdict')];
}

function silences(mark: PlacedMark, detection: Detection, rules: RuleTable): boolean {
  if (mark.codes !== undefined) return mark.codes.has(detection.rule);
  const security =
    (rules.get(detection.rule)?.category ?? (detection.tier === 'note' ? 'practice' : 'security')) === 'security';
  switch (mark.form) {
    case 'pyverdict':
    case 'codeql':
    case 'pylint':
      return false;
    case 'noqa':
    case 'file-noqa':
      return !security;
    case 'nosonar':
      return true;
    case 'nosec':
    case 'nosemgrep':
    case 'lgtm':
      return security;
  }
}

function reaches(mark: PlacedMark, detection: Detection, file: MarkedFile, input: SuppressionInput): boolean {
  const { tree } = file;
  const lines = (start: number, end: number): { first: number; last: number } => ({
    first: tree.line(start),
    last: tree.line(Math.max(start, end - 1)),
  });
  const shown = tree.line(detection.range.start);
  const statement = lines(detection.statement.start, detection.statement.end);
  // The line shown counts too: a loop's header is the statement of a finding that points into its body.
  const on = (area: { first: number; last: number }): boolean => mark.line >= area.first && mark.line <= area.last;
  const onStatement = on(statement) || mark.line === shown;
  const alone = (): boolean => input.places.startsLine(file.path, mark.offset);
  switch (mark.form) {
    case 'pyverdict': {
      if (onStatement || isAbove(mark, statement.first, file, input) || isAbove(mark, shown, file, input)) return true;
      // Notes are one result a function, so the function's header speaks for all of them.
      if (detection.tier !== 'note' || detection.scopeHeader === undefined) return false;
      const header = lines(detection.scopeHeader.start, detection.scopeHeader.end);
      return on(header) || isAbove(mark, header.first, file, input);
    }
    case 'noqa':
    case 'pylint':
    case 'nosonar':
    case 'nosec':
      return onStatement;
    case 'file-noqa':
      return alone();
    case 'nosemgrep': {
      // That tool's matches may begin at the statement or at the expression.
      const places = [shown, statement.first];
      return places.includes(mark.line) || (places.includes(mark.line + 1) && alone());
    }
    case 'codeql':
      return (mark.line + 1 === shown || mark.line + 1 === statement.first) && alone();
    case 'lgtm':
      return mark.line === shown;
  }
}

/** In a comment of its own above a line, with nothing but such comments between. */
function isAbove(mark: PlacedMark, line: number, file: MarkedFile, input: SuppressionInput): boolean {
  if (mark.line >= line || line - mark.line > LONGEST_COMMENT) return false;
  const { ranges } = file.tree.comments;
  const free = new Set<number>();
  for (let at = 0; at < ranges.length; at += 2) {
    const comment = file.tree.line(ranges[at]!);
    if (comment >= mark.line && comment < line && input.places.startsLine(file.path, ranges[at]!)) free.add(comment);
  }
  return free.size === line - mark.line;
}

function noteUse(mark: PlacedMark, rule: string, peers: PeerIndex): void {
  if (mark.form !== 'pyverdict') return;
  for (const id of mark.ids) if (peers.codes(mark.form, id).has(rule)) mark.used.add(id.toLowerCase());
}

function markProblems(mark: PlacedMark, file: MarkedFile, peers: PeerIndex, input: SuppressionInput): Problem[] {
  if (mark.form !== 'pyverdict') return [];
  const line = input.places.line(file.path, mark.offset);
  const problem = (id: 'PVC002' | 'PVC003', message: string): Problem => ({
    id,
    message,
    file: file.path,
    line,
    hidesCode: false,
  });
  const where = `${file.path}:${line}`;
  if (mark.malformed || mark.ids.length === 0) {
    return [problem('PVC002', `${where}: "${mark.text}" silences nothing; write "# pyverdict: ignore[CODE] reason".`)];
  }
  const problems = mark.ids.flatMap((id) => {
    const codes = peers.codes('pyverdict', id);
    if (codes.size === 0)
      return [problem('PVC002', `${where}: there is no rule "${id}"${hint(id, peers, input.rules)}.`)];
    const ran = [...codes].some((code) => input.rulesRun.has(code));
    if (!ran || mark.used.has(id.toLowerCase())) return [];
    return [problem('PVC002', `${where}: nothing of ${id} is found here; remove it from "${mark.text}".`)];
  });
  if (input.requireReason && mark.reason === '') {
    problems.push(problem('PVC003', `${where}: "${mark.text}" has no reason and does not count; write one behind it.`));
  }
  return problems;
}

function hint(id: string, peers: PeerIndex, rules: RuleTable): string {
  const codes = new Set(
    (['noqa', 'pylint', 'nosonar', 'nosec', 'nosemgrep', 'codeql'] as const).flatMap((form) => [
      ...peers.codes(form, id),
    ]),
  );
  if (codes.size > 0) return `; ours for it: ${[...codes].sort().join(', ')}`;
  return didYouMean(
    id,
    [...rules.values()].flatMap((rule) => [rule.code, rule.id]),
  );
}
