// The families of the catalogues: ranges of codes with the name that messages use. A family's number never changes.

export interface RuleFamily {
  /** `injection`, `waiting`: also a tag of every rule of the family. */
  readonly id: string;
  /** As it stands in a sentence: "cloud configuration not yet examined". */
  readonly name: string;
  readonly category: 'security' | 'practice';
  /** First and last code. */
  readonly from: string;
  readonly to: string;
}

export const families: readonly RuleFamily[] = [
  { id: 'injection', name: 'injection', category: 'security', from: 'PV101', to: 'PV199' },
  { id: 'dangerous-api', name: 'dangerous APIs', category: 'security', from: 'PV201', to: 'PV299' },
  { id: 'web', name: 'web configuration', category: 'security', from: 'PV301', to: 'PV399' },
  { id: 'secrets', name: 'secrets', category: 'security', from: 'PV401', to: 'PV499' },
  { id: 'crypto', name: 'cryptography and transport', category: 'security', from: 'PV501', to: 'PV599' },
  { id: 'cloud', name: 'cloud configuration', category: 'security', from: 'PV601', to: 'PV699' },
  { id: 'supply-chain', name: 'AI and supply chain', category: 'security', from: 'PV701', to: 'PV799' },
  { id: 'waiting', name: 'waiting', category: 'practice', from: 'BP101', to: 'BP149' },
  { id: 'flakiness', name: 'potential for flakiness', category: 'practice', from: 'BP150', to: 'BP199' },
  { id: 'hardcoded', name: 'hardcoded values', category: 'practice', from: 'BP200', to: 'BP299' },
  { id: 'errors', name: 'error handling', category: 'practice', from: 'BP300', to: 'BP399' },
  { id: 'comments', name: 'comments', category: 'practice', from: 'BP400', to: 'BP499' },
];

/** The family a code belongs to, or undefined for a code outside all ranges. */
export function familyOf(code: string): RuleFamily | undefined {
  return families.find((family) => inRange(code, family.from, family.to));
}

/** Names of the security families of which no rule is in `rules`, in the catalogue's order. */
export function familiesNotExamined(rules: readonly { readonly code: string }[]): string[] {
  const examined = new Set(rules.map((rule) => familyOf(rule.code)?.id));
  return families
    .filter((family) => family.category === 'security' && !examined.has(family.id))
    .map((family) => family.name);
}

/** True if `code` has the letters of the range and its number lies in it, both ends included. */
export function inRange(code: string, from: string, to: string): boolean {
  return code.length === from.length && code.slice(0, 2) === from.slice(0, 2) && code >= from && code <= to;
}
