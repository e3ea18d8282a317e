// Orders of findings: by how much a note helps a reader, and by what must not be cut.
import type { RankEvidence } from '../analyse/analysis.ts';
import { familyOf } from '../rules/families.ts';
import type { Finding } from './finding-set.ts';
import { compareText } from './group.ts';
import type { RuleView } from './rule-view.ts';

/** What a pull request did to the place of a finding. */
export type Changed = 'line' | 'file' | 'no';

/** Score of `practices-catalogue.md` §7, higher first. */
export function rankScore(
  level: 'error' | 'warning' | 'note',
  evidence: RankEvidence,
  changed: Changed = 'no',
): number {
  let score = level === 'note' ? 1 : 3;
  if (changed !== 'no') score += changed === 'line' ? 2 : 1;
  if (evidence.numberKnown === true) score++;
  if (evidence.spansFiles === true) score++;
  if ((evidence.callingTests ?? 0) >= 3) score++;
  if (evidence.explainedByComment === true) score--;
  if (evidence.fixtureData === true) score--;
  return score;
}

/** Notes in the order the summary shows them: rank, then family, path, line. */
export function compareRank(a: Finding, b: Finding): number {
  return (
    b.rank - a.rank ||
    familyOrder(a.rule) - familyOrder(b.rule) ||
    compareText(a.file, b.file) ||
    a.region.startLine - b.region.startLine ||
    a.region.startColumn - b.region.startColumn ||
    compareText(a.ruleId, b.ruleId)
  );
}

/** Waiting, flakiness, error handling, hardcoded values, comments. */
const familyIds = ['waiting', 'flakiness', 'errors', 'hardcoded', 'comments'];

function familyOrder(code: string): number {
  const order = familyIds.indexOf(familyOf(code)?.id ?? '');
  return order < 0 ? familyIds.length : order;
}

/**
 * Order O of `github-delivery.md` §3, in which an upload is cut: security before practice, defects before hotspots,
 * then severity, precision, path, line. Practice notes have no severity; their level stands for it.
 */
export function orderO(rules: ReadonlyMap<string, Pick<RuleView, 'precision'>>): (a: Finding, b: Finding) => number {
  const precision = (finding: Finding): number => {
    const order = precisions.indexOf(rules.get(finding.rule)?.precision ?? '');
    return order < 0 ? precisions.length : order;
  };
  return (a, b) =>
    tiers.indexOf(a.tier) - tiers.indexOf(b.tier) ||
    (b.severity ?? 0) - (a.severity ?? 0) ||
    levels.indexOf(a.level) - levels.indexOf(b.level) ||
    precision(a) - precision(b) ||
    compareFindings(a, b);
}

const tiers = ['defect', 'hotspot', 'note'] as const;
const levels = ['error', 'warning', 'note'] as const;
const precisions = ['very-high', 'high', 'medium', 'low'];

/** The order of every output: path, start line, start column, rule id; by code units. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    compareText(a.file, b.file) ||
    a.region.startLine - b.region.startLine ||
    a.region.startColumn - b.region.startColumn ||
    compareText(a.ruleId, b.ruleId) ||
    compareText(a.fingerprint, b.fingerprint)
  );
}
