// Every output from one set of findings: SARIF, JSON, console text, job summary. Plain values: no file, no clock, no
// network; `deliver` writes and sends.
import type { Log } from 'sarif';
import type { Options } from '../base/options.ts';
import type { Finding, FindingSet } from '../findings/finding-set.ts';
import { isInScope, shownScope } from '../findings/scope.ts';
import { annotationsOf, type Annotation } from './annotations.ts';
import { consoleText } from './console/console-text.ts';
import type { DeliveryOutcome } from './delivery-outcome.ts';
import { compareFindings, orderO } from '../findings/rank.ts';
import { gitlabReport, type GitlabIssue } from './formats/gitlab-report.ts';
import { junitReport } from './formats/junit-report.ts';
import { unifiedDiff } from './diff/unified-diff.ts';
import { jsonReport } from './json-report.ts';
import type { ReportJson } from './report-schema.ts';
import { rulesByCode, type RulesByCode, type RuleView } from './rule-view.ts';
import type { RunFacts } from './run-facts.ts';
import { sarifLog } from './sarif/sarif-log.ts';
import { uploadView, type UploadLimits, type UploadView, type WeighedResult } from './sarif/upload-view.ts';
import { jobSummary } from './summary/job-summary.ts';
import { activeFindings } from './tally.ts';
import { verdictText } from './verdict-text.ts';

export interface Report {
  /** Complete: what `results.sarif` holds. */
  readonly sarif: Log;
  /** What is sent to code scanning: without accepted findings, within GitHub's limits. Made when asked for. */
  readonly uploadView: (limits?: UploadLimits) => UploadView;
  readonly json: ReportJson;
  /** Text for standard output, ending in a newline; empty with `quiet`. */
  readonly console: (options: Options) => string;
  /** Annotations of the findings in scope; `fails`: it makes the gate fail. */
  readonly annotations: (fails: (finding: Finding) => boolean) => readonly Annotation[];
  /** GitLab's code quality report. */
  readonly gitlab: () => readonly GitlabIssue[];
  /** JUnit XML, ending in a newline. */
  readonly junit: () => string;
  /** The corrections as a patch; empty if there are none. */
  readonly diff: () => Uint8Array;
  /** Markdown; empty with the summary style `none`. */
  readonly summary: (outcome: DeliveryOutcome) => string;
}

/** Renders a run. `rules` must hold the rule of every finding; those that did not run are left out of the outputs. */
export function render(findings: FindingSet, rules: readonly RuleView[], options: Options, run: RunFacts): Report {
  const byCode = rulesByCode(rules);
  const sarif = sarifLog(findings, rules, options, run);
  const uploadable = [...findings.findings].sort(compareFindings).map((finding) => isUploaded(finding, options));
  return {
    sarif,
    uploadView: (limits) => uploadView(sarif, weighed(sarif, findings, uploadable, byCode), limits),
    json: jsonReport(findings, rules, run),
    console: (shown) => (shown.outputs.quiet ? '' : consoleText(findings, rules, shown.outputs.colour, run.ownRules)),
    annotations: (fails) => {
      const scope = shownScope(findings, options);
      const shown = activeFindings(findings.findings).filter((finding) => isInScope(finding, scope));
      return annotationsOf(shown.sort(orderO(byCode)), byCode, fails);
    },
    gitlab: () => gitlabReport(findings.findings, byCode),
    junit: () => junitReport(findings, verdictText(findings, rules).sentence, byCode),
    diff: () => unifiedDiff(findings.corrections?.files ?? []),
    summary: (outcome) =>
      jobSummary({ set: findings, rules, options, run, outcome, uploadable: uploadable.filter(Boolean).length }),
  };
}

/** Accepted in source: closed by GitHub once it is no longer uploaded. Practice notes: unless they are not wanted there. */
function isUploaded(finding: Finding, options: Options): boolean {
  return !finding.suppression && (options.uploadFindings === 'all' || finding.tier !== 'note');
}

// Results of the log stand in the order of `compareFindings`, as the findings do here.
function weighed(sarif: Log, set: FindingSet, uploadable: readonly boolean[], rules: RulesByCode): WeighedResult[] {
  const sorted = [...set.findings].sort(compareFindings);
  const weights = new Map([...sorted].sort(orderO(rules)).map((finding, index) => [finding, index]));
  const results = sarif.runs[0]?.results ?? [];
  return sorted.flatMap((finding, index) => {
    const result = results[index];
    return result && uploadable[index] === true ? [{ result, weight: weights.get(finding) ?? 0 }] : [];
  });
}
