// CWE as a SARIF taxonomy: the entries that the rules of a run relate to (`github-delivery.md` §6.3).
import type { ReportingDescriptor, ReportingDescriptorRelationship, ToolComponent } from 'sarif';
import { cweUri } from '../rule-help.ts';
import type { RuleView } from '../rule-view.ts';
import { cweNames } from './cwe-names.ts';

export interface CweTaxonomy {
  readonly component: ToolComponent;
  /** Relationships of a rule to its entries. */
  readonly relationships: (rule: RuleView) => ReportingDescriptorRelationship[];
}

/** The taxonomy with the entries of these rules, in numerical order. */
export function cweTaxonomy(rules: readonly RuleView[]): CweTaxonomy {
  const numbers = [...new Set(rules.flatMap((rule) => rule.cwe))].sort((a, b) => a - b);
  const indexes = new Map(numbers.map((number, index) => [number, index]));
  return {
    component: {
      name: 'CWE',
      version: '4.15',
      organization: 'MITRE',
      informationUri: 'https://cwe.mitre.org/',
      shortDescription: { text: 'Common Weakness Enumeration' },
      isComprehensive: false,
      taxa: numbers.map(taxon),
    },
    relationships: (rule) =>
      rule.cwe.map((number) => ({
        target: { id: `CWE-${number}`, index: indexes.get(number) ?? -1, toolComponent: { name: 'CWE', index: 0 } },
        kinds: ['superset'],
      })),
  };
}

function taxon(number: number): ReportingDescriptor {
  const name = cweNames[number];
  return {
    id: `CWE-${number}`,
    ...(name === undefined
      ? {}
      : { name: name.replace(/[^A-Za-z0-9]+(.)?/g, (_, next: string | undefined) => (next ?? '').toUpperCase()) }),
    shortDescription: { text: name ?? `CWE-${number}` },
    helpUri: cweUri(number),
  };
}
