// Does this run fail? In: the findings and the options. Out: passed or failed, one line that says why, the exit code.
// Hotspots never fail anything; suppressed findings are accepted.
import type { GateOutcome } from '../report/delivery-outcome.ts';
import type { Options, Severity } from '../base/options.ts';
import type { Finding, FindingSet } from '../findings/finding-set.ts';
import { verdictOf } from '../findings/verdict.ts';
import { severityName, severityNames } from '../report/severity.ts';
import { activeFindings } from '../report/tally.ts';
import { count } from '../report/text/count.ts';

/** Exit codes of the command line (`github-delivery.md` §9.4); 2 and 3 are the business of `cli.ts`. */
export type GateExitCode = 0 | 1 | 4;

export interface Gate extends GateOutcome {
  readonly exitCode: GateExitCode;
}

export type GateFindings = Pick<FindingSet, 'findings' | 'problems' | 'coverage' | 'skipped'>;
export type GateOptions = Pick<Options, 'failOn' | 'failScope' | 'failOnPractice' | 'failOnIncomplete'>;

/** The gate over all findings, however many were uploaded or shown. */
export function gate(set: GateFindings, options: GateOptions): Gate {
  const looked = inScope(set.findings, options.failScope);
  const where = options.failScope === 'new' ? ' that the baseline lacks' : '';
  const failures: string[] = [];

  const defects = looked.filter((finding) => finding.tier === 'defect' && failsOn(finding, options.failOn));
  if (defects.length > 0) {
    const above = options.failOn === 'critical' ? 'critical' : `${options.failOn} or above`;
    failures.push(
      `${count(defects.length, 'security defect')} of severity ${above}${where} (fail-on: ${options.failOn})`,
    );
  }
  const notes = looked.filter((finding) => finding.tier === 'note' && practiceFails(finding, options.failOnPractice));
  if (notes.length > 0) {
    const above = options.failOnPractice === 'note' ? 'note or above' : 'warning';
    failures.push(
      `${count(notes.length, 'best-practice note')} of level ${above}${where} (fail-on-practice: ${options.failOnPractice})`,
    );
  }
  const failed = failures.length > 0;
  const incomplete = options.failOnIncomplete ? whyIncomplete(set) : undefined;
  if (incomplete !== undefined) failures.push(`${incomplete} (fail-on-incomplete)`);

  if (failures.length > 0) return { result: 'failed', text: failures.join('; '), exitCode: failed ? 1 : 4 };
  const off = options.failScope === 'none' || (options.failOn === 'none' && options.failOnPractice === 'none');
  if (off && !options.failOnIncomplete) return { result: 'off', text: `off (${offBecause(options)})`, exitCode: 0 };
  const limit = off
    ? 'fail-on-incomplete'
    : options.failOn === 'none'
      ? `fail-on-practice: ${options.failOnPractice}`
      : `fail-on: ${options.failOn}`;
  return { result: 'passed', text: `passed (${limit}${where})`, exitCode: 0 };
}

function inScope(findings: readonly Finding[], scope: Options['failScope']): Finding[] {
  const active = activeFindings(findings);
  switch (scope) {
    case 'all':
      return active;
    case 'new':
      return active.filter((finding) => finding.baseline !== 'unchanged');
    case 'none':
      return [];
    case 'changed-lines':
      // No option leads here until changed lines are known; a gate that cannot look must not say "passed".
      throw new Error('the gate cannot look at changed lines');
  }
}

function failsOn(finding: Finding, limit: Severity | 'none'): boolean {
  if (limit === 'none') return false;
  return severityNames.indexOf(severityName(finding.severity ?? 0.1)) <= severityNames.indexOf(limit);
}

function practiceFails(finding: Finding, limit: Options['failOnPractice']): boolean {
  if (limit === 'none') return false;
  return limit === 'note' || finding.level !== 'note';
}

// What the verdict would be without the defects: they hide from it that the analysis is incomplete too.
function whyIncomplete(set: GateFindings): string | undefined {
  if (set.coverage.files.length === 0) return 'no Python file was analysed';
  const sources = { files: [], skipped: set.skipped };
  const verdict = verdictOf({ findings: [], coverage: set.coverage, sources, problems: set.problems });
  return verdict === 'incomplete' ? 'the analysis is incomplete' : undefined;
}

function offBecause(options: GateOptions): string {
  return options.failScope === 'none' ? 'fail-scope: none' : 'fail-on: none';
}
