// What was checked of the dependencies, for the coverage. In: what is known. Out: a sentence, if advisories were looked through.
import type { Rule } from '../rules/schema.ts';
import { namedVersions } from '../model/named-versions.ts';
import type { Knowledge } from './knowledge.ts';

/** True for a rule that says nothing without advisories. */
export function needsAdvisories({ detector }: Pick<Rule, 'detector'>): boolean {
  return detector === 'vulnerable-dependency';
}

const SHOWN_NAMES = 5;

/** "41 pinned packages were checked against 1,200 advisories (all.zip); 2 have no exact version, so they were not: flask, redis." */
export function dependencyFacts({ project, advisories }: Knowledge, running: readonly Rule[]): string[] {
  // Where the source had nothing to say, a problem says why.
  if (advisories === undefined || !running.some(needsAdvisories)) return [];
  if (advisories.failed === true) return [];
  const named = namedVersions(project);
  const exact = new Set(
    named.flatMap(({ dependency, exact: version }) => (version === undefined ? [] : [dependency.name])),
  );
  const open = [...new Set(named.map(({ dependency }) => dependency.name))].filter((name) => !exact.has(name)).sort();
  const checked =
    `${words(exact.size, 'pinned package')} ${exact.size === 1 ? 'was' : 'were'} checked against ` +
    `${words(advisories.count, 'advisory', 'advisories')} (${advisories.from})`;
  if (open.length === 0) return [`${checked}.`];
  const more = open.length > SHOWN_NAMES ? ` and ${open.length - SHOWN_NAMES} more` : '';
  const which = `${open.slice(0, SHOWN_NAMES).join(', ')}${more}`;
  return [`${checked}; without an exact version, and so not checked as installed: ${which}.`];
}

function words(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('en')} ${number === 1 ? one : many}`;
}
