// Counts over findings: what the verdict line, the outputs and the JSON say. Suppressed findings are counted apart and
// in no other number.
import type { Severity } from '../base/options.ts';
import type { Finding } from '../findings/finding-set.ts';
import { severityName } from './severity.ts';

export interface Tally {
  readonly defects: number;
  readonly bySeverity: Readonly<Record<Severity, number>>;
  readonly hotspots: number;
  readonly notes: number;
  readonly suppressed: number;
}

/** Counts defects (in all and by severity), hotspots, practice notes and suppressed findings. */
export function tally(findings: readonly Finding[]): Tally {
  const active = activeFindings(findings);
  const defects = active.filter((finding) => finding.tier === 'defect');
  const bySeverity = { critical: 0, high: 0, medium: 0, low: 0 };
  for (const defect of defects) bySeverity[severityName(defect.severity ?? 0.1)]++;
  return {
    defects: defects.length,
    bySeverity,
    hotspots: active.filter((finding) => finding.tier === 'hotspot').length,
    notes: active.filter((finding) => finding.tier === 'note').length,
    suppressed: findings.length - active.length,
  };
}

/** Findings that nobody has accepted in the source. */
export function activeFindings(findings: readonly Finding[]): Finding[] {
  return findings.filter((finding) => !finding.suppression);
}
