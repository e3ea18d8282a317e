// A rule in the words of a report: its fields and what is derived from them, one flat value.
import { ruleLevel, ruleName, ruleProfile, ruleTags, type RuleLevel } from './derived.ts';
import { familyOf } from './families.ts';
import type { Profile } from '../base/options.ts';
import type { PracticeRule, Rule, SecurityRule } from './schema.ts';

export interface RuleDescription {
  readonly code: string;
  readonly id: string;
  /** PascalCase. */
  readonly name: string;
  readonly title: string;
  readonly category: 'security' | 'practice';
  readonly tier: SecurityRule['tier'] | undefined;
  /** Security severity of the rule's own tier; undefined for a practice rule. */
  readonly severity: number | undefined;
  readonly caseSeverity: SecurityRule['caseSeverity'];
  readonly practiceLevels: PracticeRule['severity'] | undefined;
  readonly level: RuleLevel;
  readonly precision: Rule['precision'];
  readonly profile: Profile;
  /** `injection`, `waiting` ... */
  readonly family: string;
  readonly cwe: readonly number[];
  /** All tags, at most 9. */
  readonly tags: readonly string[];
  readonly references: readonly string[];
  readonly peers: Rule['peers'];
  readonly why: string;
  readonly fix: string;
  readonly badExample: string;
  readonly goodExample: string;
}

export function describeRule(rule: Rule): RuleDescription {
  const security = rule.category === 'security' ? rule : undefined;
  return {
    code: rule.code,
    id: rule.id,
    name: ruleName(rule),
    title: rule.title,
    category: rule.category,
    tier: security?.tier,
    severity: security?.severity,
    caseSeverity: security?.caseSeverity,
    practiceLevels: rule.category === 'practice' ? rule.severity : undefined,
    level: ruleLevel(rule),
    precision: rule.precision,
    profile: ruleProfile(rule),
    family: familyOf(rule.code)?.id ?? rule.category,
    cwe: rule.cwe,
    tags: ruleTags(rule),
    references: rule.references,
    peers: rule.peers,
    why: rule.why.trim(),
    fix: rule.fix.trim(),
    badExample: rule.help.bad,
    goodExample: rule.help.good,
  };
}

/** "defect, high (8.8), precision very-high": how serious a rule is, in one line. */
export function severityText(rule: Rule): string {
  if (rule.category === 'practice')
    return `test code: ${rule.severity.test}, production code: ${rule.severity.production}`;
  const band = rule.severity > 9 ? 'critical' : rule.severity >= 7 ? 'high' : rule.severity >= 4 ? 'medium' : 'low';
  return `${rule.tier}, ${band} (${rule.severity.toFixed(1)}), precision ${rule.precision}`;
}

const peerNames: readonly (readonly [keyof Rule['peers'], string])[] = [
  ['bandit', 'Bandit'], ['ruff', 'Ruff'], ['flake8', 'Flake8'], ['pylint', 'Pylint'], ['semgrep', 'Semgrep'],
  ['codeql', 'CodeQL'], ['sonar', 'Sonar'], ['pysa', 'Pysa'], ['hacking', 'hacking'], ['smells', 'test smells'],
]; // prettier-ignore

/** "Bandit B501; Ruff S501; Sonar S4830": ids of the same finding elsewhere; empty if there are none. */
export function peersText(rule: Rule): string {
  return peerNames
    .flatMap(([key, name]) => (rule.peers[key] ? [`${name} ${rule.peers[key].join(', ')}`] : []))
    .join('; ');
}
