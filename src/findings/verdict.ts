// The verdict about security (`design.md` §6). Practice notes, hotspots and suppressed findings never turn it.
import type { Coverage } from '../analyse/analysis.ts';
import type { FilePath } from '../base/file-path.ts';
import type { Problem } from '../base/problem.ts';
import type { SkipReason, SourceSet } from '../discover/source-set.ts';
import { looksLikeTestPath } from '../discover/test-path.ts';
import type { Finding, Verdict } from './finding-set.ts';

export interface VerdictInput {
  readonly findings: readonly Pick<Finding, 'tier' | 'suppression'>[];
  readonly coverage: Pick<Coverage, 'files'>;
  readonly sources: Pick<SourceSet, 'files' | 'skipped'>;
  readonly problems: readonly Problem[];
}

/**
 * `failed`: there were files to analyse and none could be. `defects`: at least one that nobody accepted. `incomplete`:
 * none was found, but production code was not looked at, a rule crashed, a limit was hit, or there was no code at all.
 */
export function verdictOf({ findings, coverage, sources, problems }: VerdictInput): Verdict {
  if (coverage.files.length === 0) return sources.files.some(({ kind }) => kind !== 'stub') ? 'failed' : 'incomplete';
  if (findings.some(({ tier, suppression }) => tier === 'defect' && suppression === undefined)) return 'defects';
  const tests = new Set(coverage.files.filter(({ test }) => test).map(({ path }) => path));
  const isTest = (path: FilePath): boolean => tests.has(path) || looksLikeTestPath(path);
  const unread = sources.skipped.some(({ path, reason }) => hidingReasons.has(reason) && !isTest(path));
  return unread || problems.some((problem) => hides(problem, isTest)) ? 'incomplete' : 'no-explicit-defects';
}

/** Reasons for leaving a file out that nobody chose: what is vendored, generated or excluded never counts. */
const hidingReasons: ReadonlySet<SkipReason> = new Set(['too-large', 'unreadable', 'encoding']);

function hides(problem: Problem, isTest: (path: FilePath) => boolean): boolean {
  if (problem.id === 'PVN005') return problem.hidesCode || !(problem.rule?.startsWith('BP') ?? false);
  if (!problem.hidesCode) return false;
  // Code that was not read counts in production files only; a limit or a crash counts everywhere.
  const unread = problem.id === 'PVN001' || problem.id === 'PVN002';
  return !(unread && problem.file !== undefined && isTest(problem.file));
}
