// The verdict in words (`github-delivery.md` §11.3), the same in the console, the JSON and the job summary. Practice
// notes never soften it; what was not looked at stands beside it.
import type { FindingSet, Verdict } from '../findings/finding-set.ts';
import type { Problem } from '../base/problem.ts';
import { unreachable } from '../base/unreachable.ts';
import { severityNames } from './severity.ts';
import { count, grouped, listed } from './text/count.ts';
import { rulesByCode, type RuleView } from './rule-view.ts';
import { tally } from './tally.ts';

export interface VerdictText {
  readonly verdict: Verdict;
  /** A few words: "No explicit security defects found". */
  readonly headline: string;
  /** One sentence with the numbers and the families that were not examined (" · injection not examined"). */
  readonly sentence: string;
  /** "Reviewed: test code (functional, testtools) for Nova, 1 file, 126 lines."; holds words of the repository. */
  readonly reviewed: string;
}

/** What the review answers, for the reader who reads one line only. */
export function verdictText(set: FindingSet, rules: readonly RuleView[]): VerdictText {
  const families = set.coverage.familiesNotExamined;
  const notExamined = families.length > 0 ? ` · ${families.join(', ')} not examined` : '';
  const { headline, statement } = wording(set, rules);
  return { verdict: set.verdict, headline, sentence: `${statement}${notExamined}.`, reviewed: reviewedLine(set) };
}

/** The caveat that closes every review. */
export const caveat =
  'The verdict covers only the code analysed, by static rules. Configuration, dependencies, deployment and design were ' +
  'not reviewed; a review of the whole system is still needed.';

function wording(set: FindingSet, rules: readonly RuleView[]): { headline: string; statement: string } {
  const files = set.coverage.files.length;
  const counts = tally(set.findings);
  switch (set.verdict) {
    case 'defects': {
      const parts = severityNames.flatMap((name) =>
        counts.bySeverity[name] > 0 ? [`${grouped(counts.bySeverity[name])} ${name}`] : [],
      );
      const found = `${count(counts.defects, 'security defect')} found`;
      return { headline: found, statement: `${found}: ${parts.join(', ')}` };
    }
    case 'no-explicit-defects':
      return {
        headline: 'No explicit security defects found',
        statement:
          'No explicit security defects found in what was analysed: ' +
          `${count(files, 'Python file')}, ${count(securityRulesRun(set, rules), 'security rule')}`,
      };
    case 'incomplete':
      return {
        headline: 'Incomplete: no security defects found in the part that was analysed',
        statement: `Incomplete: no security defects found, but ${listed(whatIsMissing(set))}`,
      };
    case 'failed':
      return { headline: 'Failed', statement: 'Failed: the analysis did not finish' };
    default:
      return unreachable(set.verdict);
  }
}

/** Security rules that ran and can report something; the ones that only count are not sold as a look for defects. */
export function securityRulesRun(set: FindingSet, rules: readonly RuleView[]): number {
  const byCode = rulesByCode(rules);
  return set.coverage.rulesRun.filter((code) => {
    const rule = byCode.get(code);
    return rule?.category === 'security' && rule.tier !== 'inventory';
  }).length;
}

/** Files that nobody chose to leave out and that could not be read or parsed, wholly or in part. */
export function filesNotAnalysed(set: FindingSet): number {
  return lostFiles(set).size;
}

function lostFiles(set: FindingSet): Set<string> {
  const unread = set.skipped.filter(
    ({ reason }) => reason === 'too-large' || reason === 'unreadable' || reason === 'encoding',
  );
  return new Set([
    ...hidden(set, ['PVN001', 'PVN002']).flatMap((problem) => problem.file ?? []),
    ...set.problems.flatMap((problem) => problem.files ?? []),
    ...unread.map(({ path }) => path),
  ]);
}

function whatIsMissing(set: FindingSet): string[] {
  const missing: string[] = [];
  const lost = lostFiles(set);
  if (lost.size > 0) {
    const all = new Set([...set.coverage.files.map((file) => file.path), ...lost]);
    missing.push(`${grouped(lost.size)} of ${count(all.size, 'file')} could not be analysed`);
  } else if (set.coverage.files.length === 0) {
    missing.push('no Python file was analysed');
  }
  // Files that time ran out before are among the lost ones.
  const limits = hidden(set, ['PVN004']).filter((problem) => problem.files === undefined).length;
  if (limits > 0) missing.push(`a limit of the analysis was reached in ${count(limits, 'place')}`);
  const failed = new Set(hidden(set, ['PVN005']).map((problem) => problem.rule ?? problem.message)).size;
  if (failed > 0) missing.push(`${count(failed, 'rule')} failed`);
  return missing.length > 0 ? missing : ['part of the code could not be analysed'];
}

function hidden(set: FindingSet, ids: readonly Problem['id'][]): Problem[] {
  return set.problems.filter((problem) => problem.hidesCode && ids.includes(problem.id));
}

function reviewedLine(set: FindingSet): string {
  const files = set.coverage.files;
  const lines = files.reduce((sum, file) => sum + file.lines, 0);
  const what = set.reviewed.description === '' ? 'Python code' : set.reviewed.description;
  const subject = set.reviewed.subject === undefined ? '' : ` Subject: ${set.reviewed.subject}.`;
  return `Reviewed: ${what}, ${count(files.length, 'file')}, ${count(lines, 'line')}.${subject}`;
}
