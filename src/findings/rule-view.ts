// What this stage needs to know about a rule. The rule set's own type has more and satisfies this one.

export type Peer = 'bandit' | 'ruff' | 'semgrep' | 'codeql' | 'sonar' | 'pylint' | 'flake8' | 'hacking';

export type PracticeLevel = 'warning' | 'note' | 'opt-in' | 'off';

export interface RuleView {
  /** `PV513`. */
  readonly code: string;
  /** `tls-verification-disabled`. */
  readonly id: string;
  readonly category: 'security' | 'practice';
  /** GitHub's number for security rules; the level in test and production code for practice rules. */
  readonly severity?: number | { readonly test: PracticeLevel; readonly production: PracticeLevel };
  /** Severity of cases in another tier than the rule's own, where it is not the derived one. */
  readonly caseSeverity?: { readonly defect?: number; readonly hotspot?: number };
  /** `very-high` to `low`. */
  readonly precision?: string;
  readonly tier?: string;
  /** Numbers of the kinds of weakness that it is about. */
  readonly cwe?: readonly number[];
  /** Codes that win over this one at the same place. */
  readonly overlaps: readonly string[];
  /** Ids of other tools' rules; a pylint entry may be a number, a name, or both with a space between. */
  readonly peers: Readonly<Partial<Record<Peer, readonly string[]>>>;
  /** One sentence: what to do instead. */
  readonly fix: string;
}

/** Rules by code. */
export type RuleTable = ReadonlyMap<string, RuleView>;

/** Makes the table; a later rule with the same code is ignored (the rules stage has refused it already). */
export function ruleTable(rules: readonly RuleView[]): RuleTable {
  const table = new Map<string, RuleView>();
  for (const rule of rules) if (!table.has(rule.code)) table.set(rule.code, rule);
  return table;
}
