// Does this run fail? In: the findings and the options. Out: passed or failed, one line that says why, the exit code.
// Hotspots never fail anything; suppressed findings are accepted.
import type { GateOutcome } from '../report/delivery-outcome.ts';
import type { Options, Scope, Severity } from '../base/options.ts';
import type { Finding, FindingSet } from '../findings/finding-set.ts';
import { answerableScope, isInScope } from '../findings/scope.ts';
import { verdictOf } from '../findings/verdict.ts';
import { severityName, severityNames } from '../report/severity.ts';
import { activeFindings } from '../report/tally.ts';
import { count } from '../report/text/count.ts';

/** Exit codes of the command line (`github-delivery.md` §9.4); 2 and 3 are the business of `cli.ts`. */
export type GateExitCode = 0 | 1 | 4;

export interface Gate extends GateOutcome {
  readonly exitCode: GateExitCode;
}

export type GateFindings = Pick<FindingSet, 'findings' | 'problems' | 'coverage' | 'skipped' | 'comparison'>;
export type GateOptions = Pick<
  Options,
  'failOn' | 'failScope' | 'failOnPractice' | 'failOnIncomplete' | 'baseline' | 'against'
>;

/** The gate over all findings, however many were uploaded or shown. */
export function gate(set: GateFindings, options: GateOptions): Gate {
  const scope = answerableScope(options.failScope, set, options, 'none');
  const looked = activeFindings(set.findings).filter((finding) => isInScope(finding, scope));
  const where = whereText(scope, options);
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
  const off = scope === 'none' || (options.failOn === 'none' && options.failOnPractice === 'none');
  if (off && !options.failOnIncomplete)
    return { result: 'off', text: `off (${offBecause(scope, options)})`, exitCode: 0 };
  const limit = off
    ? 'fail-on-incomplete'
    : options.failOn === 'none'
      ? `fail-on-practice: ${options.failOnPractice}`
      : `fail-on: ${options.failOn}`;
  return { result: 'passed', text: `passed (${limit}${where})`, exitCode: 0 };
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

/** Whether a finding is one of those that make the gate fail. */
export function failing(set: GateFindings, options: GateOptions): (finding: Finding) => boolean {
  const scope = answerableScope(options.failScope, set, options, 'none');
  return (finding) =>
    !finding.suppression &&
    isInScope(finding, scope) &&
    (finding.tier === 'defect'
      ? failsOn(finding, options.failOn)
      : finding.tier === 'note' && practiceFails(finding, options.failOnPractice));
}

function whereText(scope: Scope, options: GateOptions): string {
  if (scope === 'changed-lines') return ' on changed lines';
  if (scope !== 'new') return '';
  return options.against && options.baseline === undefined
    ? ' that the commit before lacks'
    : ' that the baseline lacks';
}

function offBecause(scope: Scope, options: GateOptions): string {
  if (scope === 'none' && options.failScope !== 'none')
    return `fail-scope: ${options.failScope}, and nobody could tell what changed`;
  return scope === 'none' ? 'fail-scope: none' : 'fail-on: none';
}
