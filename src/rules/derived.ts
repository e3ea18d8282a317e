// What follows from a rule's fields and is therefore written nowhere: level, profile, severity by tier, SARIF name, tags.
import type { Profile } from '../base/options.ts';
import { familyOf } from './families.ts';
import { owaspTags } from './owasp.ts';
import type { PracticeRule, Rule, SecurityRule } from './schema.ts';

export type RuleLevel = 'error' | 'warning' | 'note';

/** PascalCase of the id (`CertValidationOff`): SARIF `rule.name`. */
export function ruleName(rule: Pick<Rule, 'id'>): string {
  return rule.id
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}

/**
 * `security-severity` of a security rule's findings in that tier: the head's own number for the head's tier; a hotspot
 * of a defect rule at most 6.9, since GitHub shows more than that as high. A case the rule raises has its `caseSeverity`.
 */
export function severityOf(rule: SecurityRule, tier: 'defect' | 'hotspot'): number {
  const given = rule.caseSeverity?.[tier];
  if (given !== undefined) return given;
  return tier === 'defect' ? rule.severity : Math.min(rule.severity, 6.9);
}

/** SARIF level of a security severity (7.0 and over `error`, 4.0 and over `warning`). */
export function levelOfSeverity(severity: number): RuleLevel {
  if (severity >= 7) return 'error';
  return severity >= 4 ? 'warning' : 'note';
}

/** Default level of a rule: by its severity, of a practice rule the higher of test and production. */
export function ruleLevel(rule: Rule): RuleLevel {
  if (rule.category === 'security') return levelOfSeverity(rule.severity);
  return rule.severity.test === 'warning' || rule.severity.production === 'warning' ? 'warning' : 'note';
}

/** The smallest profile that runs the rule. */
export function ruleProfile(rule: Rule): Profile {
  if (rule.profile) return rule.profile;
  return rule.category === 'practice' ? 'default' : securityProfile(rule);
}

function securityProfile(rule: SecurityRule): Profile {
  switch (rule.tier) {
    case 'defect':
      return rule.precision === 'low' ? 'audit' : 'default';
    case 'hotspot': {
      const high = rule.precision === 'high' || rule.precision === 'very-high';
      return high || (rule.precision === 'medium' && rule.severity >= 6.5) ? 'default' : 'extended';
    }
    case 'inventory':
      return 'audit';
  }
}

const kindTags = ['taint', 'api', 'config', 'secret', 'pattern'];
const kindOfFamily: Readonly<Record<string, string>> = {
  injection: 'taint',
  web: 'config',
  secrets: 'secret',
  cloud: 'config',
};

/**
 * All tags, in SARIF's order: category, CWEs, the kind of security rule (`taint`, `api` ...; one of the rule's own tags
 * overrides it), family, OWASP categories, the rule's own, `python`. At most 9: GitHub shows ten and rejects over twenty.
 */
export function ruleTags(rule: Rule): string[] {
  const family = familyOf(rule.code)?.id;
  const tags: string[] = [rule.category, ...rule.cwe.map(cweTag)];
  if (rule.category === 'security') {
    const own = rule.tags.find((tag) => kindTags.includes(tag));
    tags.push(own ?? kindOfFamily[family ?? ''] ?? 'api');
  }
  if (family) tags.push(family);
  if (rule.category === 'security') tags.push(...owaspTags(rule.code));
  return [...new Set([...tags, ...rule.tags, 'python'])];
}

/** `external/cwe/cwe-089`: GitHub reads the CWE from this tag. */
export function cweTag(cwe: number): string {
  return `external/cwe/cwe-${String(cwe).padStart(3, '0')}`;
}

/** Level of a practice rule's notes in test or production code; `off` means the rule keeps silent there. */
export function practiceLevel(rule: PracticeRule, inTest: boolean): 'warning' | 'note' | 'off' {
  const level = inTest ? rule.severity.test : rule.severity.production;
  return level === 'opt-in' ? 'off' : level;
}

/** The rule as somebody asked for it: where it is opt-in, it gives notes. */
export function optedIn(rule: Rule): Rule {
  if (rule.category !== 'practice') return rule;
  const { test, production } = rule.severity;
  if (test !== 'opt-in' && production !== 'opt-in') return rule;
  const asked = (level: typeof test): typeof test => (level === 'opt-in' ? 'note' : level);
  return { ...rule, severity: { test: asked(test), production: asked(production) } };
}
