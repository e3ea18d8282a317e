// One place, several rules: the most specific result stays (`security-catalogue.md` §2.5, `practices-catalogue.md` §7).
// In: all detections. Out: those that no other one makes superfluous. Leaves alone: which rule names which, that is data
// (`overlaps`); results of one rule at several places (`group.ts`).
import type { Detection } from '../analyse/analysis.ts';
import type { FilePath } from '../base/file-path.ts';
import type { ByteRange } from '../base/region.ts';
import type { RuleTable } from './rule-view.ts';

const CLOSING_PARENTHESIS = 41;

/** Reads one byte of a file's text. */
export type ByteReader = (file: FilePath, offset: number) => number | undefined;

/**
 * Drops what another detection at the same place covers: a rule that names the other in `overlaps`, a hotspot beside a
 * defect of the same kind of weakness, a practice note beside any security result. A detection that was dropped still drops others: the order of
 * the catalogue is one chain. The order of the rest is kept.
 */
export function dropOverlapped(detections: readonly Detection[], rules: RuleTable, byte: ByteReader): Detection[] {
  const dropped = new Set<Detection>();
  for (const file of byFile(detections)) {
    const extents = file.map((detection) => ({ detection, ...extent(detection) })).sort((a, b) => a.start - b.start);
    for (let first = 0; first < extents.length; first++) {
      const one = extents[first]!;
      for (let second = first + 1; second < extents.length && extents[second]!.start < one.end; second++) {
        const loser = loserOf(one.detection, extents[second]!.detection, rules, byte);
        if (loser !== undefined) dropped.add(loser);
      }
    }
  }
  return detections.filter((detection) => !dropped.has(detection));
}

function loserOf(a: Detection, b: Detection, rules: RuleTable, byte: ByteReader): Detection | undefined {
  const aNamesB = a.rule !== b.rule && (rules.get(a.rule)?.overlaps.includes(b.rule) ?? false);
  const bNamesA = a.rule !== b.rule && (rules.get(b.rule)?.overlaps.includes(a.rule) ?? false);
  if (aNamesB || bNamesA) {
    const loser = aNamesB ? a : b;
    // Notes are about statements, security results about expressions.
    const same = a.tier === 'note' && b.tier === 'note' ? sameStatement(a, b) : samePlace(a, b, byte);
    return same ? loser : undefined;
  }
  if (weight[a.tier] === weight[b.tier] || !samePlace(a, b, byte)) return undefined;
  if (a.tier !== 'note' && b.tier !== 'note' && !sameConcern(a, b, rules)) return undefined;
  return weight[a.tier] < weight[b.tier] ? a : b;
}

const weight = { note: 0, hotspot: 1, defect: 2 } as const;

/**
 * The rules share a kind of weakness: to review it is superfluous where one is proven. A public address and a disk without
 * encryption are two things to mend in one call.
 */
function sameConcern(a: Detection, b: Detection, rules: RuleTable): boolean {
  const first = rules.get(a.rule)?.cwe;
  const second = rules.get(b.rule)?.cwe;
  return first === undefined || second === undefined || first.some((number) => second.includes(number));
}

function sameStatement(a: Detection, b: Detection): boolean {
  return equal(a.statement, b.statement) || intersect(a.range, b.range);
}

/**
 * The same expression: equal ranges, or one inside the other in one statement (a literal and the call it is passed to).
 * Two calls, one as the argument of the other, are two expressions; both ranges then end with a parenthesis.
 */
function samePlace(a: Detection, b: Detection, byte: ByteReader): boolean {
  if (equal(a.range, b.range)) return true;
  if (!equal(a.statement, b.statement)) return false;
  if (!contains(a.range, b.range) && !contains(b.range, a.range)) return false;
  const isCall = (detection: Detection): boolean =>
    byte(detection.file, detection.range.end - 1) === CLOSING_PARENTHESIS;
  return !(isCall(a) && isCall(b));
}

function equal(a: ByteRange, b: ByteRange): boolean {
  return a.start === b.start && a.end === b.end;
}

function contains(outer: ByteRange, inner: ByteRange): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function intersect(a: ByteRange, b: ByteRange): boolean {
  return a.start < b.end && b.start < a.end;
}

function extent({ range, statement }: Detection): ByteRange {
  return { start: Math.min(range.start, statement.start), end: Math.max(range.end, statement.end) };
}

function byFile(detections: readonly Detection[]): Iterable<Detection[]> {
  const files = new Map<FilePath, Detection[]>();
  for (const detection of detections) {
    const file = files.get(detection.file);
    if (file === undefined) files.set(detection.file, [detection]);
    else file.push(detection);
  }
  return files.values();
}
