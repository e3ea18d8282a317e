// What the report needs to know of a rule. Structural on purpose: the rules of `src/rules` and those a checkout brings
// along fit in, and so does a rule written down in a test.

export type RuleLevel = 'error' | 'warning' | 'note';
export type PracticeLevel = 'warning' | 'note' | 'opt-in' | 'off';

export interface RuleView {
  /** `PV513`; never reused. */
  readonly code: string;
  /** `cert-validation-off`. */
  readonly id: string;
  readonly title: string;
  readonly category: 'security' | 'practice';
  /** Security rules only. */
  readonly tier?: 'defect' | 'hotspot' | 'inventory' | undefined;
  /** GitHub's number, 0.1 to 10.0, of a security rule. */
  readonly severity: number | undefined;
  /** Severity of single cases in another tier than the rule's own. */
  readonly caseSeverity?: { readonly defect?: number | undefined; readonly hotspot?: number | undefined } | undefined;
  readonly precision: 'very-high' | 'high' | 'medium' | 'low';
  readonly practiceLevels?: { readonly test: PracticeLevel; readonly production: PracticeLevel } | undefined;
  /** `injection`, `crypto`, `waiting`, `flakiness`, `hardcoded`, `errors`, `comments` ... */
  readonly family: string;
  /** CWE numbers. */
  readonly cwe: readonly number[];
  readonly tags: readonly string[];
  readonly references: readonly string[];
  readonly why: string;
  readonly fix: string;
  readonly badExample?: string | undefined;
  readonly goodExample?: string | undefined;
}

export type RulesByCode = ReadonlyMap<string, RuleView>;

export function rulesByCode(rules: readonly RuleView[]): RulesByCode {
  return new Map(rules.map((rule) => [rule.code, rule]));
}

/** The rule of a finding. A finding without its rule is a bug of the caller, never of the scanned code. */
export function ruleOf(rules: RulesByCode, code: string): RuleView {
  const rule = rules.get(code);
  if (!rule) throw new Error(`a finding names the rule ${code}, which is not in the rule set`);
  return rule;
}
