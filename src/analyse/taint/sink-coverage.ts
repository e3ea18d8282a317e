// The sink log as evidence: of the places where values reach a sink, how many are harmless and why. In: the places, after the rules
// have said which they report. Out: counts by kind, and the sanitizers and guards that the answer relies on.
import { filePath } from '../../base/file-path.ts';
import type { Credited, SinkAnswer, SinkCoverage, SinkOutcome as Outcome, SourceLine } from '../analysis.ts';
import type { Credit } from '../values/taint.ts';
import type { SinkSite } from './sink-log.ts';

const MAX_NAMES = 3;
const MAX_PLACES = 3;

/** Counts by kind of sink, in the order of the kinds' names. */
export function sinkCoverage(sites: readonly SinkSite[]): SinkCoverage[] {
  const byKind = new Map<string, SinkSite[]>();
  for (const site of sites) {
    const list = byKind.get(site.kind);
    if (list === undefined) byKind.set(site.kind, [site]);
    else list.push(site);
  }
  return [...byKind].sort(([a], [b]) => (a < b ? -1 : 1)).map(([kind, list]) => coverageOf(kind, list));
}

function coverageOf(kind: string, sites: readonly SinkSite[]): SinkCoverage {
  const counts: Record<Outcome, number> = {
    reported: 0,
    cleaned: 0,
    guarded: 0,
    constant: 0,
    unresolved: 0,
    noSource: 0,
  };
  const unresolvedAt: SourceLine[] = [];
  const names = { sanitizer: new Map<string, number>(), guard: new Map<string, number>() };
  for (const site of sites) {
    const outcome = outcomeOf(site);
    counts[outcome]++;
    if (outcome === 'unresolved' && unresolvedAt.length < MAX_PLACES) unresolvedAt.push(lineOf(site));
    for (const { kind: how, name } of site.credits) names[how].set(name, (names[how].get(name) ?? 0) + 1);
  }
  return {
    kind,
    seen: sites.length,
    ...counts,
    cleanedBy: mostFrequent(names.sanitizer),
    guardedBy: mostFrequent(names.guard),
    unresolvedAt,
  };
}

function outcomeOf(site: SinkSite): Outcome {
  if (site.reported) return 'reported';
  if (site.credits.some(({ kind }) => kind === 'guard')) return 'guarded';
  if (site.credits.length > 0) return 'cleaned';
  if (site.constant && !site.unproven && !site.open) return 'constant';
  return site.unresolved ? 'unresolved' : 'noSource';
}

function mostFrequent(names: ReadonlyMap<string, number>): string[] {
  return [...names]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, MAX_NAMES)
    .map(([name]) => name);
}

function lineOf({ module, node }: Pick<SinkSite, 'module' | 'node'>): SourceLine {
  return { path: filePath(module.path), line: module.tree.lineOf(node) };
}

/** What was made of each place, in the order of path and line. */
export function sinkAnswers(sites: readonly SinkSite[]): SinkAnswer[] {
  return sites
    .map((site): SinkAnswer => {
      const { tree } = site.module;
      return {
        ...lineOf(site),
        endLine: tree.line(Math.max(tree.start(site.node), tree.end(site.node) - 1)),
        kind: site.kind,
        outcome: outcomeOf(site),
        by: [...new Set(site.credits.map(({ name }) => name))].sort(),
      };
    })
    .sort((a, b) => (a.path === b.path ? a.line - b.line : a.path < b.path ? -1 : 1));
}

/** Each sanitizer and guard that holds untrusted data back from some sink, by path and line; `refusedAt` knows the tests. */
export function credited(
  sites: readonly SinkSite[],
  refusedAt: (credit: Credit) => SourceLine | undefined,
): Credited[] {
  const found = new Map<string, { credit: Credit; sites: Set<SinkSite> }>();
  for (const site of sites) {
    if (site.reported) continue;
    for (const credit of site.credits) {
      const key = `${credit.module.path}:${credit.node}:${credit.name}`;
      const known = found.get(key);
      if (known === undefined) found.set(key, { credit, sites: new Set([site]) });
      else known.sites.add(site);
    }
  }
  return [...found.values()]
    .map(({ credit, sites: held }) => {
      const refused = refusedAt(credit);
      return {
        ...lineOf(credit),
        kind: credit.kind,
        name: credit.name,
        sinks: held.size,
        kinds: [...new Set([...held].map(({ kind }) => kind))].sort(),
        ...(refused === undefined ? {} : { refusedAt: refused }),
      };
    })
    .sort((a, b) => (a.path === b.path ? a.line - b.line : a.path < b.path ? -1 : 1));
}
