// Whether a version, or all versions of a range, are among those an advisory is about (OSV schema, "Evaluation"). In: what the advisory
// says. Out: yes or no, and which versions end it. Versions are compared as PEP 440 does; what is no version is compared as text.
import type { Version, VersionRange } from '../model/version-range.ts';
import { compareVersions, isEmpty, readVersion } from '../model/version-range.ts';
import type { Advisory, RangeEvent } from './advisory.ts';

/** Below every version. */
const lowest = readVersion('0.dev0')!;

interface Interval {
  readonly from: Version;
  /** Absent: no version ends it. */
  readonly to?: { readonly version: Version; readonly inclusive: boolean };
}

/** True if the advisory is about this version. */
export function affects(advisory: Pick<Advisory, 'ranges' | 'versions'>, written: string): boolean {
  if (advisory.versions.includes(written)) return true;
  const version = readVersion(written);
  if (version === undefined) return false;
  const same = (other: string): boolean => {
    const read = readVersion(other);
    return read !== undefined && compareVersions(read, version) === 0;
  };
  return (
    advisory.versions.some(same) || advisory.ranges.some((range) => intervals(range).some((one) => holds(one, version)))
  );
}

/** True if every version that the range admits lies in one interval of the advisory. */
export function affectsAll(advisory: Pick<Advisory, 'ranges'>, admitted: VersionRange): boolean {
  if (isEmpty(admitted)) return false;
  const lower = admitted.lower?.version ?? lowest;
  const upper = admitted.upper;
  return advisory.ranges.some((range) =>
    intervals(range).some(({ from, to }) => {
      if (compareVersions(lower, from) < 0) return false;
      if (to === undefined) return true;
      if (upper === undefined) return false;
      const difference = compareVersions(upper.version, to.version);
      return difference < 0 || (difference === 0 && (to.inclusive || !upper.inclusive));
    }),
  );
}

/** Versions after `after` in which the advisory says that the flaw is mended, as written. */
export function fixedVersions(advisory: Pick<Advisory, 'ranges'>, after: Version): string[] {
  return advisory.ranges.flatMap((range) =>
    range.flatMap(({ kind, version }) => {
      const read = kind === 'fixed' ? readVersion(version) : undefined;
      return read !== undefined && compareVersions(read, after) > 0 ? [version] : [];
    }),
  );
}

function holds({ from, to }: Interval, version: Version): boolean {
  if (compareVersions(version, from) < 0) return false;
  if (to === undefined) return true;
  const difference = compareVersions(version, to.version);
  return difference < 0 || (difference === 0 && to.inclusive);
}

/** A range's events, which need not be in order, as intervals; none if a version cannot be read, since then nobody knows where they end. */
function intervals(events: readonly RangeEvent[]): Interval[] {
  const read = events.flatMap(({ kind, version }) => {
    const at = version === '0' ? lowest : readVersion(version);
    return at === undefined ? [] : [{ kind, at }];
  });
  if (read.length < events.length) return [];
  // At one version what ends before it comes first, and what ends with it last.
  const order = ['fixed', 'introduced', 'last_affected'];
  read.sort((a, b) => compareVersions(a.at, b.at) || order.indexOf(a.kind) - order.indexOf(b.kind));
  const found: Interval[] = [];
  let open: Version | undefined;
  for (const { kind, at } of read) {
    if (kind === 'introduced') open ??= at;
    else if (open !== undefined) {
      found.push({ from: open, to: { version: at, inclusive: kind === 'last_affected' } });
      open = undefined;
    }
  }
  if (open !== undefined) found.push({ from: open });
  return found;
}
