// Stage 7. In: what was detected, and the files it was detected in. Out: findings with lines, fingerprints, suppressions
// and baseline state, sorted, and the verdict with its coverage.
// Leaves alone: which rules run (stage 1), what is cut for an output (stage 8), whether a gate fails (stage 9).
import { Buffer } from 'node:buffer';
import type { Analysis, Detection } from '../analyse/analysis.ts';
import type { FilePath } from '../base/file-path.ts';
import type { Options } from '../base/options.ts';
import type { Problem } from '../base/problem.ts';
import type { SourceFile, SourceSet } from '../discover/source-set.ts';
import type { FileFacts } from '../parse/file-facts.ts';
import type { Reader } from '../parse/reread.ts';
import { acceptFinding } from './accept-finding.ts';
import { readBaseline } from './baseline.ts';
import type { ComparisonAnswer } from './comparison.ts';
import { comparisonOf, createCompare } from './comparison.ts';
import { correctFiles } from './correct-files.ts';
import { createFindings } from './create-finding.ts';
import type { Artifact, FindingSet, Finding } from './finding-set.ts';
import { compareText, groupDetections } from './group.ts';
import { dropOverlapped } from './overlap.ts';
import { leaveOutByPath } from './path-rules.ts';
import { createPlaceFinder, type PlaceFinder } from './place-finder.ts';
import { compareFindings } from './rank.ts';
import { ruleTable, type RuleTable, type RuleView } from './rule-view.ts';
import { compareBands, findingSeverity, severityBand } from './severity.ts';
import { findSuppressions } from './suppressions.ts';
import { verdictOf } from './verdict.ts';

export interface SettleInput {
  readonly analysis: Analysis;
  readonly facts: readonly FileFacts[];
  readonly sources: SourceSet;
  /** Every rule there is, chosen or not: suppressions may name any. */
  readonly rules: readonly RuleView[];
  readonly options: Pick<
    Options,
    'minSeverity' | 'requireSuppressionReason' | 'baseline' | 'perPath' | 'repairs' | 'accept'
  >;
  /** What the commit before was found to be, or why that is not known. Absent: there is nothing to compare with. */
  readonly comparison?: ComparisonAnswer;
  /** Reads a file again; called only for files with findings, marks or problems. */
  readonly reader: Reader;
}

/**
 * Makes findings of detections and gives the verdict. The same input gives the same product, whatever order the
 * detections come in. Throws ConfigurationError for a baseline that cannot be used.
 */
export function settle(input: SettleInput): FindingSet {
  const { analysis, facts, sources, options } = input;
  const rules = ruleTable(input.rules);
  const known = options.baseline === undefined ? undefined : readBaseline(options.baseline);
  const secrets = analysis.detections.filter(({ secret }) => secret === true).flatMap(secretPlaces);
  const places = createPlaceFinder(input.reader, readAgain(sources), facts, secrets);

  const suppressions = findSuppressions({
    detections: analysis.detections,
    facts,
    projectFiles: sources.projectFiles,
    rules,
    rulesRun: new Set(analysis.coverage.rulesRun.filter((code) => !analysis.coverage.deferred.has(code))),
    requireReason: options.requireSuppressionReason,
    places,
  });
  const severe = dropOverlapped(analysis.detections, rules, places.byte).filter((detection) =>
    isSevereEnough(detection, rules, options.minSeverity),
  );
  const { kept, leftOut } = leaveOutByPath(severe, options.perPath ?? [], rules);
  const groups = groupDetections(kept, suppressions.byDetection, ({ file, range }) => places.line(file, range.start));
  const compare = createCompare(input, known, groups, places);
  const findings = createFindings(groups, rules, places, suppressions.reopened).map(compare).sort(compareFindings);

  const corrections = options.repairs && correctFiles(findings, options.repairs === 'show' ? 'all' : 'safe', places);

  const acceptance =
    options.accept &&
    acceptFinding({
      request: options.accept,
      groups,
      detections: analysis.detections,
      suppressions: suppressions.byDetection,
      facts,
      places,
    });

  const problems = [
    ...sources.problems,
    ...facts.flatMap((file) => file.problems),
    ...analysis.problems,
    ...suppressions.problems,
    ...places.changed().map(changedFile),
  ].sort(compareProblems);
  return {
    ...(input.comparison && { comparison: comparisonOf(input.comparison, analysis.coverage.credited) }),
    verdict: verdictOf({ findings, coverage: analysis.coverage, sources, problems }),
    findings,
    artifacts: artifactsOf(findings, problems, places),
    coverage: analysis.coverage,
    reviewed: analysis.reviewed,
    skipped: [...sources.skipped, ...facts.flatMap((file) => file.skipped)].sort(
      (a, b) => compareText(a.path, b.path) || compareText(a.detail, b.detail),
    ),
    listedBy: sources.listedBy,
    ...(leftOut.length > 0 && { leftOut }),
    ...(corrections && { corrections }),
    ...(acceptance && { acceptance }),
    problems,
  };
}

/** Files in which something can be found: sources, and files of the project, which are text as well. */
function readAgain({ root, files, projectFiles }: SourceSet): SourceFile[] {
  const known = new Set(files.map(({ path }) => path));
  const others = projectFiles.filter(({ path }) => !known.has(path));
  return [
    ...files,
    ...others.map(({ path, text }): SourceFile => ({
      path,
      absolutePath: `${root}/${path}`,
      kind: 'python',
      size: Buffer.byteLength(text),
    })),
  ];
}

/** Where the secret itself can stand: the literal and its statement; a flow starts at it. */
function secretPlaces({
  file,
  range,
  statement,
  flows,
}: Detection): { file: FilePath; range: { start: number; end: number } }[] {
  const sourcePlaces = flows.flatMap(({ steps }) => steps.slice(0, 1));
  return [{ file, range }, { file, range: statement }, ...sourcePlaces];
}

function isSevereEnough(detection: Detection, rules: RuleTable, least: Options['minSeverity']): boolean {
  const rule = rules.get(detection.rule);
  const severity = rule === undefined ? undefined : findingSeverity(rule, detection);
  return severity === undefined || compareBands(severityBand(severity), least) >= 0;
}

function changedFile(file: FilePath): Problem {
  return {
    id: 'PVN002',
    message: `${file} changed or vanished during the scan, so its findings have no columns and no code; scan again.`,
    file,
    hidesCode: false,
  };
}

function artifactsOf(findings: readonly Finding[], problems: readonly Problem[], places: PlaceFinder): Artifact[] {
  const paths = new Set<FilePath>();
  for (const { file, related, flows } of findings) {
    paths.add(file);
    for (const place of related) paths.add(place.file);
    for (const { steps } of flows) for (const step of steps) paths.add(step.file);
  }
  for (const { file } of problems) if (file !== undefined) paths.add(file);
  return [...paths].sort(compareText).flatMap((path) => places.artifact(path) ?? []);
}

function compareProblems(a: Problem, b: Problem): number {
  return (
    compareText(a.file ?? '', b.file ?? '') ||
    (a.line ?? 0) - (b.line ?? 0) ||
    compareText(a.id, b.id) ||
    compareText(a.rule ?? '', b.rule ?? '') ||
    compareText(a.message, b.message)
  );
}
