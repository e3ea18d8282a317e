// The detector `vulnerable-dependency`: versions that an advisory is about. In: what the checkout names and what is published about it. Out:
// a place in the file that names the version, with the advisories, the worst first, and where the package is imported. Leaves alone: what was
// withdrawn, what another line pins, and how the flaw works.
import type { Advisory } from '../../advisories/advisory.ts';
import { affects, affectsAll, fixedVersions } from '../../advisories/affected.ts';
import type { ImportPlace } from '../import-places.ts';
import { createImportPlaces } from '../import-places.ts';
import type { NamedVersion } from '../../model/named-versions.ts';
import { namedVersions } from '../../model/named-versions.ts';
import { requirementPlace } from '../../model/requirement-place.ts';
import { compareVersions, readVersion } from '../../model/version-range.ts';
import { fillMessage } from '../../rules/fill-message.ts';
import type { RuleOf } from '../../rules/schema.ts';
import type { CreateDetector, FileDraft } from './detector.ts';

/** One flaw: an advisory, with those that are other names of it. */
interface Flaw {
  readonly id: string;
  readonly also: readonly string[];
  readonly summary: string;
  readonly severity: number | undefined;
  readonly fixed: string | undefined;
  /** Where what it is about is imported outside of tests, and in tests only. */
  readonly use: { readonly place: ImportPlace; readonly inTest: boolean; readonly what: string } | undefined;
  /** It names parts of the package. */
  readonly partial: boolean;
}

const SHOWN_FLAWS = 3;

export const vulnerableDependency: CreateDetector<'vulnerable-dependency'> = ({ rule, knowledge, reportFile }) => ({
  finish: () => {
    const published = knowledge.advisories?.byPackage;
    if (published === undefined || published.size === 0) return;
    const places = createImportPlaces(knowledge);
    const told = new Set<string>();
    for (const one of namedVersions(knowledge.project)) {
      const advisories = published.get(one.dependency.name) ?? [];
      const hits = advisories.filter((advisory) => isAbout(advisory, one));
      const key = `${one.file.path}\0${one.dependency.name}\0${one.exact ?? ''}`;
      const place = hits.length === 0 || told.has(key) ? undefined : requirementPlace(one.file, one.dependency);
      if (place === undefined) continue;
      told.add(key);
      const flaws = byFlaw(hits).map((group) => toFlaw(group, one, places.of));
      flaws.sort(worstFirst(typeof rule.severity === 'number' ? rule.severity : 0));
      reportFile({
        file: one.file.path,
        range: place.range,
        statement: place.entry,
        ...draftOf(one, flaws, mended(one, hits, advisories), rule.relock),
      });
    }
  },
});

function isAbout(advisory: Advisory, { dependency, exact }: NamedVersion): boolean {
  if (exact !== undefined) return affects(advisory, exact);
  return dependency.range !== undefined && affectsAll(advisory, dependency.range);
}

/** Advisories that share an id or a name belong together: databases publish the same flaw each under an id of their own. */
function byFlaw(advisories: readonly Advisory[]): Advisory[][] {
  const groups: { readonly names: Set<string>; readonly members: Advisory[] }[] = [];
  for (const advisory of advisories) {
    const names = [advisory.id, ...advisory.aliases];
    const same = groups.filter((group) => names.some((name) => group.names.has(name)));
    const [first = { names: new Set<string>(), members: [] }, ...others] = same;
    if (same.length === 0) groups.push(first);
    for (const other of others) {
      for (const name of other.names) first.names.add(name);
      first.members.push(...other.members);
      groups.splice(groups.indexOf(other), 1);
    }
    for (const name of names) first.names.add(name);
    first.members.push(advisory);
  }
  return groups.map(({ members }) => members);
}

type FindImport = ReturnType<typeof createImportPlaces>['of'];

function toFlaw(group: readonly Advisory[], { dependency, exact }: NamedVersion, find: FindImport): Flaw {
  const symbols = group.flatMap((advisory) => advisory.symbols);
  const severities = group.flatMap(({ severity }) => severity ?? []);
  const [first] = group as [Advisory];
  const names = [...new Set(group.flatMap(({ id, aliases }) => [id, ...aliases]))].filter((name) => name !== first.id);
  const lowest = readVersion(exact ?? dependency.range?.lower?.version.text ?? '0');
  const fixed = lowest === undefined ? [] : group.flatMap((advisory) => fixedVersions(advisory, lowest));
  return {
    id: first.id,
    // Of the other names people know the CVE.
    also: names.filter((name) => name.startsWith('CVE-')).slice(0, 2),
    summary: group.find(({ summary }) => summary !== '')?.summary ?? '',
    severity: severities.length === 0 ? undefined : Math.max(...severities),
    fixed: earliest(fixed),
    use: find(dependency.name, symbols),
    partial: symbols.length > 0,
  };
}

function isUsed({ use }: Flaw): boolean {
  return use !== undefined && !use.inTest;
}

function worstFirst(usual: number): (a: Flaw, b: Flaw) => number {
  return (a, b) =>
    Number(isUsed(b)) - Number(isUsed(a)) || (b.severity ?? usual) - (a.severity ?? usual) || (a.id < b.id ? -1 : 1);
}

/** The first version in which, by all that is published, none of the flaws is left. */
function mended(one: NamedVersion, hits: readonly Advisory[], all: readonly Advisory[]): string | undefined {
  const from = readVersion(one.exact ?? one.dependency.range?.lower?.version.text ?? '0');
  if (from === undefined) return undefined;
  const candidates = hits.flatMap((advisory) => fixedVersions(advisory, from));
  return earliest(candidates.filter((version) => !all.some((advisory) => affects(advisory, version))));
}

function earliest(versions: readonly string[]): string | undefined {
  return versions.toSorted((a, b) => compareVersions(readVersion(a)!, readVersion(b)!))[0];
}

type Relock = RuleOf<'vulnerable-dependency'>['relock'];

type Said = Pick<FileDraft, 'tier' | 'severity' | 'values' | 'fix' | 'evidence' | 'related'>;

function draftOf(one: NamedVersion, flaws: readonly Flaw[], better: string | undefined, relock: Relock): Said {
  const { dependency, exact } = one;
  const worst = flaws[0]!;
  const defect = exact !== undefined && isUsed(worst);
  const shown = flaws.slice(0, SHOWN_FLAWS).map(flawText);
  const more = flaws.length > SHOWN_FLAWS ? `; and ${flaws.length - SHOWN_FLAWS} more` : '';
  const uses = new Map(flaws.flatMap(({ use }) => (use === undefined ? [] : [[use.place, use] as const])));
  return {
    tier: defect ? 'defect' : 'hotspot',
    ...(worst.severity !== undefined && { severity: worst.severity }),
    values: {
      package:
        exact === undefined
          ? `Every version of ${dependency.name} that is admitted here`
          : `${dependency.name} ${exact}`,
      count: flaws.length === 1 ? 'a published vulnerability' : `${flaws.length} published vulnerabilities`,
      flaws: `${shown.join('; ')}${more}`,
    },
    fix: fixOf(one, better, relock),
    evidence: [...useText(dependency.name, flaws), ...flaws.slice(0, SHOWN_FLAWS).flatMap(summaryText)],
    related: [...uses.values()]
      .slice(0, SHOWN_FLAWS)
      .map(({ place, what: name }) => ({ ...place, message: `${name} is imported here` })),
  };
}

/** "PYSEC-0000-1 (CVE-0000-0001), CVSS 9.8, fixed in 5.4". */
function flawText({ id, also, severity, fixed }: Flaw): string {
  return [
    also.length === 0 ? id : `${id} (${also.join(', ')})`,
    ...(severity === undefined ? [] : [`severity ${severity.toFixed(1)}`]),
    fixed === undefined ? 'no fixed version is named' : `fixed in ${fixed}`,
  ].join(', ');
}

function summaryText({ id, summary }: Flaw): string[] {
  return summary === '' ? [] : [`${id}: ${summary}`];
}

function useText(name: string, flaws: readonly Flaw[]): string[] {
  const used = flaws.find(({ use }) => use !== undefined);
  if (used?.use !== undefined) {
    const { place, inTest, what } = used.use;
    const where = `${place.module.path} line ${place.module.tree.lineOf(place.node)}`;
    return [`${what} is imported in ${where}${inTest ? ', and in tests only' : ''}.`];
  }
  return flaws.every(({ partial }) => partial)
    ? [`The advisories are about parts of ${name} that nothing in this checkout imports.`]
    : [`Nothing in this checkout imports ${name}; another package may.`];
}

function fixOf(
  { dependency: { name, locked }, file, exact }: NamedVersion,
  better: string | undefined,
  relock: Relock,
): string {
  if (better === undefined)
    return `No version without them is named: look in the advisories for a way around, or do without ${name}.`;
  if (exact === undefined) return `Admit ${name} ${better}, the first version that has none of them.`;
  if (!locked) return `Write ${name}==${better}, the first version that has none of them.`;
  const command = Object.hasOwn(relock, file.name) ? fillMessage(relock[file.name]!, { name, version: better }) : '';
  return `Lock ${name} ${better}, the first version that has none of them, or later${command === '' ? '' : `: ${command}`}.`;
}
