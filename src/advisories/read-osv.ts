// One document in OSV format (https://ossf.github.io/osv-schema/) to what it says about Python packages. In: parsed JSON that anybody may
// have written. Out: advisories by package, or what is wrong with it. Other ecosystems and what was withdrawn are left out.
import { list, property } from '../base/foreign-json.ts';
import { normalName } from '../model/packaging.ts';
import type { AffectedSymbol, Advisory, RangeEvent } from './advisory.ts';
import { cvss3Score } from './cvss.ts';

export type ReadOsv =
  /** Empty for a document that is about no Python package, or withdrawn. */
  | { readonly ok: true; readonly packages: ReadonlyMap<string, Advisory> }
  | { readonly ok: false; readonly reason: string };

const MAX_SUMMARY = 200;
const MAX_ID = 100;

/** What an OSV document says about packages of PyPI, by their normal names. */
export function readOsv(document: unknown): ReadOsv {
  const id = property(document, 'id');
  if (typeof id !== 'string' || !isId(id)) return { ok: false, reason: 'it has no "id", so it is no OSV document' };
  const affected = property(document, 'affected');
  if (affected !== undefined && !Array.isArray(affected)) return { ok: false, reason: 'its "affected" is no list' };
  const packages = new Map<string, Advisory>();
  if (typeof property(document, 'withdrawn') === 'string') return { ok: true, packages };
  for (const [index, one] of list(affected).entries()) {
    const name = property(property(one, 'package'), 'name');
    const ecosystem = property(property(one, 'package'), 'ecosystem');
    if (ecosystem !== 'PyPI') continue;
    if (typeof name !== 'string' || name === '')
      return { ok: false, reason: `affected[${index}] has no name of a package` };
    const read = readAffected(one, `affected[${index}]`);
    if ('reason' in read) return { ok: false, ...read };
    const normal = normalName(name);
    const earlier = packages.get(normal);
    const severity = severityOf(one) ?? severityOf(document);
    packages.set(normal, {
      id,
      aliases: texts(property(document, 'aliases')).filter(isId).sort(),
      summary: oneLine(property(document, 'summary')),
      ...(severity !== undefined && { severity }),
      // A document may have several entries about one package: each adds versions.
      ranges: [...(earlier?.ranges ?? []), ...read.ranges],
      versions: [...(earlier?.versions ?? []), ...read.versions],
      symbols:
        earlier === undefined || earlier.symbols.length > 0 ? [...(earlier?.symbols ?? []), ...read.symbols] : [],
    });
  }
  return { ok: true, packages };
}

function isId(text: string): boolean {
  return /^[\w.:-]+$/.test(text) && text.length <= MAX_ID;
}

type Affected = Pick<Advisory, 'ranges' | 'versions' | 'symbols'>;

function readAffected(one: unknown, where: string): Affected | { readonly reason: string } {
  const ranges: RangeEvent[][] = [];
  for (const range of list(property(one, 'ranges'))) {
    const type = property(range, 'type');
    // Commits say nothing about releases.
    if (type === 'GIT') continue;
    if (type !== 'ECOSYSTEM' && type !== 'SEMVER') return { reason: `${where} has a range of unknown type` };
    const events = list(property(range, 'events')).flatMap(readEvent);
    if (!events.some(({ kind }) => kind === 'introduced'))
      return { reason: `${where} has a range without "introduced"` };
    ranges.push(events);
  }
  const versions = property(one, 'versions');
  if (versions !== undefined && !Array.isArray(versions)) return { reason: `the "versions" of ${where} are no list` };
  return { ranges, versions: texts(versions), symbols: readSymbols(property(one, 'ecosystem_specific')) };
}

function readEvent(event: unknown): RangeEvent[] {
  return (['introduced', 'fixed', 'last_affected'] as const).flatMap((kind) => {
    const version = property(event, kind);
    return typeof version === 'string' ? [{ kind, version }] : [];
  });
}

/** `imports` of the Python Packaging Advisory Database: attributes with the modules that have them. */
function readSymbols(specific: unknown): AffectedSymbol[] {
  return list(property(specific, 'imports')).flatMap((one) => {
    const attribute = property(one, 'attribute');
    const modules = texts(property(one, 'modules'));
    return typeof attribute === 'string' && attribute !== '' && modules.length > 0 ? [{ attribute, modules }] : [];
  });
}

// Where a publisher gives a word only: the middle of its band.
const words: Readonly<Record<string, number>> = { LOW: 2.5, MODERATE: 5.5, MEDIUM: 5.5, HIGH: 8, CRITICAL: 9.5 };

/** From a vector of CVSS 3, else from the publisher's word, which is also there where the vector is of CVSS 4. */
function severityOf(holder: unknown): number | undefined {
  const scores = list(property(holder, 'severity')).flatMap((one) => {
    const [type, vector] = [property(one, 'type'), property(one, 'score')];
    const score = type === 'CVSS_V3' && typeof vector === 'string' ? cvss3Score(vector) : undefined;
    return score === undefined || score === 0 ? [] : [score];
  });
  if (scores.length > 0) return Math.max(...scores);
  const word = property(property(holder, 'database_specific'), 'severity');
  return typeof word === 'string' && Object.hasOwn(words, word.toUpperCase()) ? words[word.toUpperCase()] : undefined;
}

function texts(value: unknown): string[] {
  return list(value).filter((item) => typeof item === 'string');
}

function oneLine(value: unknown): string {
  if (typeof value !== 'string') return '';
  const line = value.replace(/[\s\p{C}]+/gu, ' ').trim();
  return line.length > MAX_SUMMARY ? `${line.slice(0, MAX_SUMMARY - 1).trimEnd()}…` : line;
}
