// Several detections, one result (`practices-catalogue.md` §7 Grouping, end of `github-delivery.md` §4.1).
// In: detections with their suppressions. Out: groups with the one to show first. Leaves alone: overlaps between rules.
import type { Detection } from '../analyse/analysis.ts';
import type { Suppression } from './finding-set.ts';

export interface Group {
  /** First in path order. */
  readonly primary: Detection;
  /** In path order. */
  readonly others: readonly Detection[];
  readonly suppression?: Suppression;
  /** What the others have in common with the primary; decides how the message counts them. */
  readonly by: 'function' | 'value' | 'none';
  /** Groups of the same rule that begin on the same line: GitHub would take them for one alert with this one. */
  readonly sameLine: readonly Group[];
}

/**
 * Notes: one group for each rule and function, or for each `groupKey` over all files. All rules: one group a line, the
 * further ones in `sameLine`. Detections under different marks stay apart, so that a summary can say what each mark
 * accepts. `line` gives the line where a detection starts. The groups are in path order.
 */
export function groupDetections(
  detections: readonly Detection[],
  suppressions: ReadonlyMap<Detection, Suppression>,
  line: (detection: Detection) => number,
): Group[] {
  const groups = new Map<string, { by: Group['by']; suppression: Suppression | undefined; members: Detection[] }>();
  [...detections].sort(compareDetections).forEach((detection, index) => {
    const suppression = suppressions.get(detection);
    const { by, key } = groupKey(detection, index);
    const mark = suppression === undefined ? '' : `${suppression.file}\0${suppression.line}\0${suppression.mark}`;
    const full = `${key}\0\0${mark}`;
    const group = groups.get(full);
    if (group === undefined) groups.set(full, { by, suppression, members: [detection] });
    else group.members.push(detection);
  });
  const grouped = [...groups.values()].map(({ by, suppression, members }): Group => {
    const [primary, ...others] = members as [Detection, ...Detection[]];
    return { primary, others, by, sameLine: [], ...(suppression && { suppression }) };
  });
  return oneALine(grouped, line);
}

function groupKey(detection: Detection, index: number): { by: Group['by']; key: string } {
  const { rule, tier, file, scope, scopeHeader } = detection;
  const name = `${rule}\0${tier}\0`;
  if (detection.groupKey !== undefined) return { by: 'value', key: `${name}value\0${detection.groupKey}` };
  if (tier !== 'note') return { by: 'none', key: `${name}${index}` };
  // Two functions of one name in one file are told apart by where they start.
  return { by: 'function', key: `${name}scope\0${file}\0${scope}\0${scopeHeader?.start ?? ''}` };
}

function oneALine(groups: readonly Group[], line: (detection: Detection) => number): Group[] {
  const kept = new Map<string, Group & { sameLine: Group[] }>();
  for (const group of groups) {
    const { rule, tier, file } = group.primary;
    const key = `${rule}\0${tier}\0${file}\0${line(group.primary)}\0${group.suppression === undefined ? '' : 'suppressed'}`;
    const first = kept.get(key);
    if (first === undefined) kept.set(key, { ...group, sameLine: [] });
    else first.sameLine.push(group);
  }
  return [...kept.values()];
}

/** Order of the places of a group: path, start, end, rule; by code units. */
export function compareDetections(a: Detection, b: Detection): number {
  return (
    compareText(a.file, b.file) ||
    a.range.start - b.range.start ||
    a.range.end - b.range.end ||
    compareText(a.rule, b.rule) ||
    compareText(a.message, b.message)
  );
}

/** By UTF-16 code units, the same in every locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
