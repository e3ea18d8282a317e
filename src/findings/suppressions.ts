// Which detections are accepted by a mark in the source (`github-delivery.md` §6.1).
// In: detections, the comments of all files, the rules. Out: the suppression of each accepted detection, and problems
// for marks of our own form that name nothing or silence nothing. Leaves alone: the detections themselves.
import type { Detection } from '../analyse/analysis.ts';
import type { FilePath } from '../base/file-path.ts';
import { didYouMean } from '../base/nearest.ts';
import type { Problem } from '../base/problem.ts';
import type { ProjectFile } from '../discover/source-set.ts';
import type { FileFacts } from '../parse/file-facts.ts';
import type { LoweredTree } from '../parse/lowered-tree.ts';
import type { Reopened, Suppression } from './finding-set.ts';
import type { PathPart } from './path-print.ts';
import { changedParts, createPathPrint, readPrint, reopenedBecause } from './path-print.ts';
import { createPeerIndex, type PeerIndex } from './peer-index.ts';
import type { PlaceFinder } from './place-finder.ts';
import type { RuleTable } from './rule-view.ts';
import { suppressionMarks, type Mark } from './suppression-marks.ts';
import { hasHashComments, textComments } from './text-comments.ts';

export interface SuppressionResult {
  readonly byDetection: ReadonlyMap<Detection, Suppression>;
  /** Detections that a mark would accept if their path were still the one it names. */
  readonly reopened: ReadonlyMap<Detection, Reopened>;
  readonly problems: readonly Problem[];
}

interface PlacedMark extends Mark {
  /** Start of the comment. */
  readonly offset: number;
  /** Line in the parser's text. */
  readonly line: number;
  /** Codes that it silences; undefined: all of its kind. */
  readonly codes: ReadonlySet<string> | undefined;
  /** Codes of which the accepted path is another one now, with what of it has changed. */
  readonly stale: Map<string, readonly PathPart[]>;
  /** Of those, the codes that no other mark accepts. */
  readonly reported: Set<string>;
  /** Lower-case ids of ours that silenced something. */
  readonly used: Set<string>;
}

/** What of a file tells where its comments are. */
type Commented = Pick<LoweredTree, 'line' | 'comments'>;

interface MarkedFile {
  readonly path: FilePath;
  readonly tree: Commented;
  readonly marks: readonly PlacedMark[];
}

export interface SuppressionInput {
  readonly detections: readonly Detection[];
  readonly facts: readonly FileFacts[];
  /** Files that are no code; those in which `#` begins a comment may have marks of ours. */
  readonly projectFiles?: readonly ProjectFile[];
  readonly rules: RuleTable;
  /** Codes of the rules that ran: a mark for another rule is not called unused. */
  readonly rulesRun: ReadonlySet<string>;
  readonly requireReason: boolean;
  readonly places: Pick<PlaceFinder, 'startsLine' | 'line' | 'tokens'>;
}

/** Lines between a mark and its statement that are still looked at. */
const LONGEST_COMMENT = 40;

/** What reaches a mark that names a path is one path: another detection of the rule beside it is a change of it. */
function comparePaths(
  withPath: ReadonlyMap<PlacedMark, ReadonlyMap<string, readonly Detection[]>>,
  peers: PeerIndex,
  { facts, places }: SuppressionInput,
): void {
  if (withPath.size === 0) return;
  const trees = new Map(facts.map(({ file, tree }) => [file.path as string, tree]));
  const printOf = createPathPrint((file) => trees.get(file), places);
  for (const [mark, byRule] of withPath) {
    for (const [id, path] of mark.paths) {
      const before = readPrint(path);
      for (const code of peers.codes(mark.form, id)) {
        const detections = byRule.get(code);
        if (detections === undefined) continue;
        const changed = before === undefined ? [] : changedParts(before, printOf(detections));
        if (before === undefined || changed.length > 0) mark.stale.set(code, changed);
      }
    }
  }
}

/** Finds the mark that accepts each detection: ours before other tools', then the first in the file. */
export function findSuppressions(input: SuppressionInput): SuppressionResult {
  const peers = createPeerIndex(input.rules);
  const files = new Map<FilePath, MarkedFile>();
  for (const { file, tree } of input.facts) {
    if (tree === undefined || file.kind === 'stub') continue;
    const marks = marksOf(tree, peers);
    if (marks.length > 0) files.set(file.path, { path: file.path, tree, marks });
  }

  const code = new Set(input.facts.map(({ file }) => file.path));
  for (const { path, text } of input.projectFiles ?? []) {
    if (code.has(path) || !text.includes('pyverdict') || !hasHashComments(path)) continue;
    const tree = textComments(text);
    const marks = marksOf(tree, peers).filter(({ form }) => form === 'pyverdict');
    if (marks.length > 0) files.set(path, { path, tree, marks });
  }

  const reaching = new Map<Detection, readonly PlacedMark[]>();
  const withPath = new Map<PlacedMark, Map<string, Detection[]>>();
  for (const detection of input.detections) {
    const file = files.get(detection.file);
    if (file === undefined) continue;
    const marks = file.marks.filter(
      (mark) => silences(mark, detection, input.rules) && reaches(mark, detection, file, input),
    );
    if (marks.length > 0) reaching.set(detection, marks);
    for (const mark of marks) {
      noteUse(mark, detection.rule, peers);
      if (mark.paths.size === 0) continue;
      const byRule = withPath.get(mark) ?? new Map<string, Detection[]>();
      withPath.set(mark, byRule.set(detection.rule, [...(byRule.get(detection.rule) ?? []), detection]));
    }
  }
  comparePaths(withPath, peers, input);

  const byDetection = new Map<Detection, Suppression>();
  const reopened = new Map<Detection, Reopened>();
  for (const [detection, marks] of reaching) {
    const given = marks.filter(({ form, reason }) => form !== 'pyverdict' || reason !== '' || !input.requireReason);
    const mark = given.find(({ stale }) => !stale.has(detection.rule));
    const [outdated] = given;
    if (mark !== undefined) {
      byDetection.set(detection, {
        mark: mark.text,
        reason: mark.reason,
        file: detection.file,
        line: input.places.line(detection.file, mark.offset),
      });
    } else if (outdated !== undefined) {
      outdated.reported.add(detection.rule);
      reopened.set(detection, {
        mark: outdated.text,
        file: detection.file,
        line: input.places.line(detection.file, outdated.offset),
        changed: outdated.stale.get(detection.rule) ?? [],
      });
    }
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
  return { byDetection, reopened, problems };
}

function marksOf(tree: Commented, peers: PeerIndex): PlacedMark[] {
  const { texts, ranges } = tree.comments;
  const marks = texts.flatMap((text, index) =>
    suppressionMarks(text, peers.isName).map((mark): PlacedMark => {
      const offset = ranges[index * 2]!;
      const codes =
        mark.ids.length === 0 ? undefined : new Set(mark.ids.flatMap((id) => [...peers.codes(mark.form, id)]));
      return {
        ...mark,
        offset,
        line: tree.line(offset),
        codes,
        stale: new Map(),
        reported: new Set(),
        used: new Set(),
      };
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

type Reaching = Pick<PlacedMark, 'form' | 'line' | 'offset'>;

/** Whether a mark, or one that somebody is about to write, counts for a detection in its file. */
export function reaches(
  mark: Reaching,
  detection: Detection,
  file: Pick<MarkedFile, 'path' | 'tree'>,
  input: Pick<SuppressionInput, 'places'>,
): boolean {
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
function isAbove(
  mark: Reaching,
  line: number,
  file: Pick<MarkedFile, 'path' | 'tree'>,
  input: Pick<SuppressionInput, 'places'>,
): boolean {
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
  const problem = (id: 'PVC002' | 'PVC003' | 'PVC004', message: string): Problem => ({
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
  for (const id of mark.ids) {
    const path = mark.paths.get(id.toLowerCase());
    if (path === undefined || readPrint(path) !== undefined) continue;
    problems.push(
      problem(
        'PVC002',
        `${where}: "path=${path}" of ${id} is no fingerprint of a path; "pyverdict suppress" writes it.`,
      ),
    );
  }
  for (const [code, changed] of mark.stale) {
    if (changed.length === 0 || !mark.reported.has(code)) continue;
    problems.push(
      problem(
        'PVC004',
        `${where}: ${code} is reported again: ${reopenedBecause(changed)} since "${mark.text}" was written.`,
      ),
    );
  }
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
