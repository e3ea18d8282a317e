// Findings as GitLab's code quality report: `--format gitlab`, for `artifacts: reports: codequality`. In: the findings.
// Out: a plain value. Findings that somebody accepted are left out: GitLab has no place for them.
import type { Finding } from '../../findings/finding-set.ts';
import { compareFindings } from '../../findings/rank.ts';
import { ruleOf, type RulesByCode } from '../rule-view.ts';
import { severityName } from '../severity.ts';
import { activeFindings } from '../tally.ts';
import { wellFormed } from '../text/visible-text.ts';

export interface GitlabIssue {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: 'info' | 'minor' | 'major' | 'critical' | 'blocker';
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

/** One issue for each finding, by path and line. */
export function gitlabReport(findings: readonly Finding[], rules: RulesByCode): GitlabIssue[] {
  return activeFindings(findings)
    .sort(compareFindings)
    .map((finding) => ({
      description: wellFormed(finding.message.trim() || `${ruleOf(rules, finding.rule).title}.`),
      check_name: finding.ruleId,
      fingerprint: finding.fingerprint,
      severity: severityOf(finding),
      location: { path: wellFormed(finding.file), lines: { begin: finding.region.startLine } },
    }));
}

function severityOf({ tier, level, severity }: Finding): GitlabIssue['severity'] {
  if (tier === 'note') return level === 'note' ? 'info' : 'minor';
  switch (severityName(severity ?? 0.1)) {
    case 'critical':
      return 'blocker';
    case 'high':
      return 'critical';
    case 'medium':
      return 'major';
    case 'low':
      return 'minor';
  }
}
