// Versions and the constraints that packaging files put on them: as much of PEP 440 as requirement lines use.
// In: texts such as `>=2.0,!=2.1.*,<3`. Out: comparable versions and a range. Leaves alone: epochs' and local labels' fine print.

/** Release numbers first; the last parts order `dev < a < b < rc < final < post`. */
export interface Version {
  readonly release: readonly number[];
  /** [-2] dev, [-1, letter, n] pre-release, [0] final, [1, n] post-release: compared item by item. */
  readonly suffix: readonly number[];
  readonly text: string;
}

const preReleases: Readonly<Record<string, number>> = {
  a: 1,
  alpha: 1,
  b: 2,
  beta: 2,
  c: 3,
  rc: 3,
  pre: 3,
  preview: 3,
};

/** Reads a version (`1.2.3`, `v2`, `1.0rc1`, `2!1.0`); undefined if it is none. */
export function readVersion(text: string): Version | undefined {
  const match =
    /^\s*v?(?:(\d+)!)?(\d+(?:\.\d+)*)(?:[-_.]?(a|alpha|b|beta|c|rc|pre|preview)[-_.]?(\d*))?(?:[-_.]?(?:post|rev|r)[-_.]?(\d*)|-(\d+))?(?:[-_.]?(dev)[-_.]?(\d*))?(?:\+[a-z\d._-]+)?\s*$/i.exec(
      text,
    );
  if (match === null) return undefined;
  const [, epoch, release, pre, preNumber, post, postDash, dev, devNumber] = match;
  const suffix: number[] = [];
  if (pre !== undefined) suffix.push(-1, preReleases[pre.toLowerCase()]!, Number(preNumber || '0'));
  const postNumber = post ?? postDash;
  if (postNumber !== undefined) suffix.push(1, Number(postNumber || '0'));
  if (dev !== undefined) suffix.push(suffix.length === 0 ? -2 : -1, Number(devNumber || '0'));
  // The epoch weighs more than any release number.
  return { release: [Number(epoch ?? '0'), ...release!.split('.').map(Number)], suffix, text: text.trim() };
}

/** Negative if `a` is the earlier version, 0 if they are equal (`1.0` and `1.0.0`), positive if it is the later one. */
export function compareVersions(a: Version, b: Version): number {
  return compareNumbers(a.release, b.release) || compareNumbers(a.suffix, b.suffix);
}

function compareNumbers(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

interface Bound {
  readonly version: Version;
  readonly inclusive: boolean;
}

/** One interval of versions; an end that is missing is open. Single versions that are taken out (`!=`) do not matter here. */
export interface VersionRange {
  readonly lower?: Bound;
  readonly upper?: Bound;
  /** The constraint as it was written; '' if none was. */
  readonly text: string;
}

export const anyVersion: VersionRange = { text: '' };

type Dialect = 'pep440' | 'poetry';

/**
 * The range of a constraint, alternatives (`||`) joined to one interval. In Poetry's dialect `^1.2`, `~1.2` and a bare
 * version count. Undefined if a part cannot be read: then nothing is known.
 */
export function readRange(text: string, dialect: Dialect = 'pep440'): VersionRange | undefined {
  let joined: VersionRange | undefined;
  for (const alternative of text.split(dialect === 'poetry' ? /\|\|?/ : /\|\|/)) {
    const range = readConjunction(alternative, dialect);
    if (range === undefined) return undefined;
    joined = joined === undefined ? range : union(joined, range);
  }
  return { ...joined!, text: text.trim() };
}

function readConjunction(text: string, dialect: Dialect): VersionRange | undefined {
  let range: VersionRange = anyVersion;
  for (const part of text.split(',').flatMap((item) => item.trim().split(/\s+(?=[<>=!~^])/))) {
    if (part === '' || part === '*') continue;
    const match = /^(===|==|~=|>=|<=|!=|<|>|\^|~|=)?\s*(\S+)$/.exec(part.trim());
    if (match === null) return undefined;
    const operator = match[1] ?? (dialect === 'poetry' ? '==' : undefined);
    const one = operator === undefined ? undefined : readClause(operator, match[2]!);
    if (one === undefined) return undefined;
    range = intersect(range, one);
  }
  return { ...range, text: text.trim() };
}

function readClause(operator: string, written: string): VersionRange | undefined {
  const wildcard = written.endsWith('.*');
  const version = readVersion(wildcard ? written.slice(0, -2) : written);
  if (version === undefined) return undefined;
  const lower: Bound = { version, inclusive: true };
  // Number of release parts without the epoch.
  const parts = version.release.length - 1;
  switch (operator) {
    case '===':
    case '==':
    case '=':
      if (wildcard) return { lower, upper: { version: bump(version, parts), inclusive: false }, text: '' };
      return { lower, upper: lower, text: '' };
    case '>=':
      return { lower, text: '' };
    case '>':
      return { lower: { version, inclusive: false }, text: '' };
    case '<=':
      return { upper: { version, inclusive: true }, text: '' };
    case '<':
      return { upper: { version, inclusive: false }, text: '' };
    case '~=':
      return { lower, upper: { version: bump(version, Math.max(1, parts - 1)), inclusive: false }, text: '' };
    case '~':
      return { lower, upper: { version: bump(version, Math.min(parts, 2)), inclusive: false }, text: '' };
    case '^': {
      // The first part that is not zero may not change.
      const nonZero = version.release.slice(1).findIndex((part) => part !== 0);
      return {
        lower,
        upper: { version: bump(version, nonZero < 0 ? parts : nonZero + 1), inclusive: false },
        text: '',
      };
    }
    default:
      return anyVersion;
  }
}

/** The version whose part number `count` is one higher and the rest gone: bump(1.4.2, 2) is 1.5. */
function bump(version: Version, count: number): Version {
  const kept = version.release.slice(1, count + 1);
  while (kept.length < count) kept.push(0);
  kept[count - 1]! += 1;
  return { release: [version.release[0]!, ...kept], suffix: [], text: kept.join('.') };
}

// Of two lower bounds the later one is stricter, and of equal ones the exclusive; upper bounds the other way round.
function stricter(a: Bound | undefined, b: Bound | undefined, sign: 1 | -1): Bound | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  const difference = compareVersions(a.version, b.version) * sign;
  return difference > 0 || (difference === 0 && !a.inclusive) ? a : b;
}

function looser(a: Bound | undefined, b: Bound | undefined, sign: 1 | -1): Bound | undefined {
  if (a === undefined || b === undefined) return undefined;
  return stricter(a, b, sign) === a ? b : a;
}

function toRange(lower: Bound | undefined, upper: Bound | undefined, text: string): VersionRange {
  return { ...(lower === undefined ? {} : { lower }), ...(upper === undefined ? {} : { upper }), text };
}

export function intersect(a: VersionRange, b: VersionRange): VersionRange {
  const text = [a.text, b.text].filter((part) => part !== '').join(',');
  return toRange(stricter(a.lower, b.lower, 1), stricter(a.upper, b.upper, -1), text);
}

/** The smallest interval around both. */
export function union(a: VersionRange, b: VersionRange): VersionRange {
  return toRange(looser(a.lower, b.lower, 1), looser(a.upper, b.upper, -1), `${a.text} || ${b.text}`);
}

/** True if no version is in the range. */
export function isEmpty({ lower, upper }: VersionRange): boolean {
  if (lower === undefined || upper === undefined) return false;
  const difference = compareVersions(lower.version, upper.version);
  return difference > 0 || (difference === 0 && !(lower.inclusive && upper.inclusive));
}

/** True if a version earlier than `version` is in the range. */
export function admitsBelow(range: VersionRange, version: Version): boolean {
  return !isEmpty(range) && (range.lower === undefined || compareVersions(range.lower.version, version) < 0);
}

/** True if every version in the range is earlier than `version`. */
export function staysBelow({ upper }: VersionRange, version: Version): boolean {
  if (upper === undefined) return false;
  const difference = compareVersions(upper.version, version);
  return difference < 0 || (difference === 0 && !upper.inclusive);
}
