// What was analysed and what was not, as plain sentences: the part of the answer that makes "nothing found" mean
// something. Words of the repository are in them: whoever shows them escapes them.
import type { Credited, SinkCoverage, SourceLine } from '../analyse/analysis.ts';
import { problemKinds, type Problem } from '../base/problem.ts';
import type { FindingSet } from '../findings/finding-set.ts';
import { compareText } from '../findings/group.ts';
import type { OwnRules } from '../rules/bundle.ts';
import { groupBy } from './group-by.ts';
import type { RuleView } from './rule-view.ts';
import { sinkTitle } from './sink-titles.ts';
import { skipReasonText } from './skip-reasons.ts';
import { count, grouped, listed } from './text/count.ts';
import { securityRulesRun } from './verdict-text.ts';

export interface CoverageText {
  /** "1 file, 126 lines, 9 functions; 44 security rules, 17 practice rules." */
  readonly analysed: string;
  /** One sentence for each kind of sink or call that was seen. */
  readonly sinks: readonly string[];
  /** What is missing from the answer, most important first. */
  readonly gaps: readonly string[];
  /** Counts and statistics that are no gaps. */
  readonly facts: readonly string[];
}

/** Problems shown one by one; the rest are counted. */
const shownProblems = 10;

/** The coverage of a run in sentences; `own`: what the checkout added to the rules. */
export function coverageText(set: FindingSet, rules: readonly RuleView[], own?: OwnRules): CoverageText {
  const { coverage } = set;
  const lines = coverage.files.reduce((sum, file) => sum + file.lines, 0);
  const ran = new Set(coverage.rulesRun);
  const practice = rules.filter((rule) => rule.category === 'practice' && ran.has(rule.code)).length;
  const titles = new Map(rules.map((rule) => [rule.code, rule.id]));
  return {
    analysed:
      `${count(coverage.files.length, 'Python file')}, ${count(lines, 'line')}, ${count(coverage.functions, 'function')}` +
      `${coverage.entryPoints > 0 ? `, ${count(coverage.entryPoints, 'entry point')}` : ''}; ` +
      `${count(securityRulesRun(set, rules), 'security rule')}, ${count(practice, 'practice rule')}.`,
    sinks: [
      ...coverage.sinks
        .filter((sink) => sink.seen > 0)
        .map(sinkText)
        .sort(compareText),
      ...creditText(coverage.credited),
    ],
    gaps: [...gapsOf(set)],
    facts: [...factsOf(set, titles), ...ownRulesText(own)],
  };
}

/** "SQL: 41 places seen: 37 constant or bound, 3 cleaned by `int()`, 1 of unknown type (app/db.py line 12)." */
function sinkText(sink: SinkCoverage): string {
  const parts: [number, string][] = [
    [sink.reported, 'reported'],
    [sink.constant, sink.kind === 'sql' ? 'constant or bound' : 'constant'],
    [sink.cleaned, `cleaned${by(sink.cleanedBy)}`],
    [sink.guarded, `guarded${by(sink.guardedBy)}`],
    [sink.noSource, 'that no untrusted value reaches'],
    [sink.unresolved, `on a receiver of unknown type (${sink.unresolvedAt.map(placeText).join(', ')})`],
  ];
  const known = parts.filter(([number]) => number > 0).map(([number, word]) => `${grouped(number)} ${word}`);
  return `${sinkTitle(sink.kind)}: ${count(sink.seen, 'place')} seen: ${known.join(', ')}.`;
}

function by(names: readonly string[]): string {
  return names.length === 0 ? '' : ` by ${names.join(', ')}`;
}

function placeText({ path, line }: SourceLine): string {
  return `${path} line ${grouped(line)}`;
}

const shownCredits = 8;

/** Sanitizers and guards that the answer relies on: whoever changes them changes it. */
function creditText(credited: readonly Credited[]): string[] {
  if (credited.length === 0) return [];
  const most = [...credited].sort((a, b) => b.sinks - a.sinks || compareText(a.path, b.path) || a.line - b.line);
  const named = most.slice(0, shownCredits).map((one) => {
    const tested = one.refusedAt === undefined ? '' : `; a test sees it refuse: ${placeText(one.refusedAt)}`;
    return `${one.name} in ${placeText(one)} (${count(one.sinks, 'sink')}${tested})`;
  });
  const more = most.length > shownCredits ? `, and ${grouped(most.length - shownCredits)} more` : '';
  return [
    `The answer relies on ${count(credited.length, 'check or conversion', 'checks and conversions')}: ${named.join('; ')}${more}.`,
  ];
}

function* gapsOf(set: FindingSet): Generator<string> {
  const { coverage, problems, skipped } = set;
  const ordered = [...problems].sort((a, b) => Number(b.hidesCode) - Number(a.hidesCode));
  const single = ordered.filter((problem) => problemKinds[problem.id].level !== 'note' || problem.hidesCode);
  for (const problem of single.slice(0, shownProblems)) yield problemText(problem);
  if (single.length > shownProblems)
    yield `And ${count(single.length - shownProblems, 'more problem')} of this kind (all are in the SARIF and JSON files).`;
  if (coverage.familiesNotExamined.length > 0) yield `Not examined: ${coverage.familiesNotExamined.join(', ')}.`;
  for (const left of set.leftOut ?? []) {
    const parts = [
      ...(left.security > 0 ? [count(left.security, 'security finding')] : []),
      ...(left.practice > 0 ? [count(left.practice, 'practice note')] : []),
    ];
    yield `Left out by the configuration's per-path settings for ${left.paths.join(', ')}: ${listed(parts)}.`;
  }
  if (skipped.length > 0) {
    const reasons = [...groupBy(skipped, (file) => skipReasonText[file.reason])].sort(
      ([a, x], [b, y]) => y.length - x.length || compareText(a, b),
    );
    yield `Skipped: ${reasons.map(([reason, files]) => `${grouped(files.length)} ${reason}`).join(', ')}.`;
  }
  const notes = groupBy(
    problems.filter((problem) => !single.includes(problem) && problem.id !== 'PVN002'),
    (problem) => problem.id,
  );
  for (const [, group] of [...notes].sort(([a], [b]) => compareText(a, b))) {
    const [first] = group;
    if (first) yield problemText(first) + (group.length > 1 ? ` (and ${grouped(group.length - 1)} more like it)` : '');
  }
  if (set.listedBy === 'ignore-files') yield 'The files were listed without git, by the ignore files in their folders.';
}

/** A problem as a sentence that names its place. */
export function problemText(problem: Problem): string {
  const place =
    problem.file === undefined || problem.message.includes(problem.file)
      ? ''
      : `${problem.file}${problem.line === undefined ? '' : ` line ${problem.line}`}: `;
  return place + problem.message;
}

const shownRemovals = 20;

/** What `.pyverdict/` adds, and what of it takes findings away. */
function ownRulesText(own: OwnRules | undefined): string[] {
  if (own === undefined) return [];
  const added = `This checkout has ${count(own.rules, 'rule')} and ${count(own.entries, 'model entry', 'model entries')} of its own (.pyverdict/).`;
  if (own.removing.length === 0) return [added];
  const named = own.removing
    .slice(0, shownRemovals)
    .map(({ names, kinds, path, line }) => `${names.join(', ')} (${kinds.join(', ')}; ${path} line ${line})`);
  const more = own.removing.length > shownRemovals ? `; and ${grouped(own.removing.length - shownRemovals)} more` : '';
  return [added, `These of its entries take findings away: ${named.join('; ')}${more}.`];
}

function factsOf(set: FindingSet, titles: ReadonlyMap<string, string>): string[] {
  const { coverage } = set;
  const inventory = [...coverage.inventory].filter(([, places]) => places > 0).sort(([a], [b]) => compareText(a, b));
  const deferred = [...coverage.deferred].sort(([a], [b]) => compareText(a, b));
  return [
    ...coverage.facts,
    ...(inventory.length > 0
      ? [
          `Counted only: ${inventory.map(([code, places]) => `${grouped(places)} ${titles.get(code) ?? code}`).join(', ')}.`,
        ]
      : []),
    ...(deferred.length > 0
      ? [`Left to the linters this project has: ${deferred.map(([code, linter]) => `${code} (${linter})`).join(', ')}.`]
      : []),
  ];
}
