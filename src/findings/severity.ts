// How severe a finding is, from its rule and tier (`github-delivery.md` §2.3): the severity belongs to the SARIF rule,
// so a rule has one number for its defects and one for its findings to review.
import type { DetectionTier } from '../analyse/analysis.ts';
import type { Severity } from '../base/options.ts';
import { levelOfSeverity, type RuleLevel } from '../rules/derived.ts';
import type { RuleView } from './rule-view.ts';

/** GitHub puts findings to review below "high". */
const REVIEW_LIMIT = 6.9;

/** What decides the severity of a finding besides its rule. */
export interface Severe {
  readonly tier: DetectionTier;
  /** A number of its own; GitHub shows the rule's, which stands under the SARIF id. */
  readonly severity?: number;
}

/** The number of a finding; undefined for practice rules. */
export function findingSeverity(rule: RuleView, { tier, severity }: Severe): number | undefined {
  if (typeof rule.severity !== 'number' || tier === 'note') return undefined;
  if (severity !== undefined) return ownSeverity(severity, tier);
  if (tier === 'hotspot') return rule.caseSeverity?.hotspot ?? Math.min(rule.severity, REVIEW_LIMIT);
  return rule.caseSeverity?.defect ?? rule.severity;
}

/** A number that a place has of its own, by its tier. */
export function ownSeverity(severity: number, tier: DetectionTier): number {
  return tier === 'hotspot' ? Math.min(severity, REVIEW_LIMIT) : severity;
}

/** The word for a number: over 9.0 critical, 7.0 to 8.9 high, 4.0 to 6.9 medium, below low. */
export function severityBand(severity: number): Severity {
  if (severity > 9) return 'critical';
  if (severity >= 7) return 'high';
  if (severity >= 4) return 'medium';
  return 'low';
}

/** -1 if `a` is less severe than `b`, 0 if equal, 1 if more. */
export function compareBands(a: Severity, b: Severity): number {
  return Math.sign(bands.indexOf(a) - bands.indexOf(b));
}

const bands: readonly Severity[] = ['low', 'medium', 'high', 'critical'];

/** Level of a result whose detection names none: from the number, or the practice rule's for test or production code. */
export function defaultLevel(rule: RuleView, detection: Severe & { readonly inTest: boolean }): RuleLevel {
  const severity = findingSeverity(rule, detection);
  if (severity !== undefined) return levelOfSeverity(severity);
  if (typeof rule.severity !== 'object') return 'note';
  return (detection.inTest ? rule.severity.test : rule.severity.production) === 'warning' ? 'warning' : 'note';
}
