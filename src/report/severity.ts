// Severities as the report shows them.
import type { Severity } from '../base/options.ts';
import type { Finding } from '../findings/finding-set.ts';
import { severityBand } from '../findings/severity.ts';

/** Most severe first. */
export const severityNames: readonly Severity[] = ['critical', 'high', 'medium', 'low'];

/** Name of a number of 0.1 to 10.0, by GitHub's bands. */
export { severityBand as severityName };

/** What is shown beside a finding: the severity of a security finding, the level of a practice note. */
export function shownSeverity(finding: Finding): string {
  return finding.severity === undefined ? finding.level : severityBand(finding.severity);
}
