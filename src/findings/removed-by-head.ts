// Findings that the configuration a pull request brings would leave out. They stay and are judged: what a change may take away
// from its own review is for a reader to see. In: findings, the settings. Out: the findings, each with the setting that would.
import type { RuleSettings } from '../base/options.ts';
import { ignorePatterns } from '../discover/ignore-patterns.ts';
import type { Finding } from './finding-set.ts';
import { pathRulesFilter } from './path-rules.ts';
import type { RuleTable } from './rule-view.ts';
import { compareBands, severityBand } from './severity.ts';

/** Marks the findings; `running`: codes of the rules that would run. */
export function markRemoved(
  findings: readonly Finding[],
  settings: RuleSettings,
  running: ReadonlySet<string>,
  rules: RuleTable,
): Finding[] {
  const excluded = ignorePatterns(settings.exclude).matcher;
  const included = ignorePatterns(settings.include).matcher;
  const byPath = pathRulesFilter(settings.perPath ?? [], rules);
  const reason = ({ rule, file, tier, severity }: Finding): string | undefined => {
    if (!running.has(rule)) return 'the choice of rules';
    if (severity !== undefined && compareBands(severityBand(severity), settings.minSeverity) < 0) return 'min-severity';
    if (excluded.ignores(file)) return 'exclude';
    if (settings.include.length > 0 && !included.ignores(file)) return 'include';
    return byPath({ rule, file, tier }) === undefined ? undefined : 'per-path';
  };
  return findings.map((finding) => {
    const removedBy = reason(finding);
    return removedBy === undefined ? finding : { ...finding, removedBy };
  });
}
