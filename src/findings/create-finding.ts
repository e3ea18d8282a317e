// From a group of detections to the finding that people see: places in lines, message, severity, fingerprints.
// Leaves alone: which detections belong together, what is suppressed, the order of the findings.
import type { Detection, Place } from '../analyse/analysis.ts';
import type { FilePath } from '../base/file-path.ts';
import type { Finding, FoundPlace, FoundRepair, RelatedFoundPlace, Reopened } from './finding-set.ts';
import { fingerprints, type FingerprintKey } from './fingerprint.ts';
import { compareDetections } from './group.ts';
import type { Group } from './group.ts';
import { reopenedBecause } from './path-print.ts';
import type { PlaceFinder } from './place-finder.ts';
import { rankScore } from './rank.ts';
import type { RuleTable } from './rule-view.ts';
import { defaultLevel, findingSeverity } from './severity.ts';

/** Places of a group that are shown as related; the JSON lists all. */
const RELATED_LIMIT = 10;

/** The fingerprints under the paths the files had before they were renamed, in the order of the groups. */
export function formerFingerprints(
  groups: readonly Group[],
  places: PlaceFinder,
  formerPaths: ReadonlyMap<string, string>,
): string[] {
  return fingerprints(
    groups.map(({ primary }) => {
      const key = fingerprintKey(primary, places);
      return { ...key, path: formerPaths.get(key.path) ?? key.path };
    }),
  );
}

/** Findings of the groups, which must be in path order: it decides the ordinals of equal fingerprint keys. */
export function createFindings(
  groups: readonly Group[],
  rules: RuleTable,
  places: PlaceFinder,
  reopened: ReadonlyMap<Detection, Reopened>,
): Finding[] {
  const prints = fingerprints(groups.map(({ primary }) => fingerprintKey(primary, places)));
  return groups.map((group, index) => {
    const finding = createFinding(group, prints[index]!, rules, places);
    const again = reopened.get(group.primary);
    return again === undefined
      ? finding
      : { ...finding, reopened: again, evidence: [...finding.evidence, reopenedText(again)] };
  });
}

function reopenedText({ mark, changed }: Reopened): string {
  const why = changed.length === 0 ? 'it names no path' : `${reopenedBecause(changed)} since`;
  return `A comment accepts this, but ${why}: look again, and at "${mark}".`;
}

function createFinding(group: Group, fingerprint: string, rules: RuleTable, places: PlaceFinder): Finding {
  const { primary, suppression } = group;
  const onLine = group.sameLine.flatMap((other) => [other.primary, ...other.others]);
  const others = [...group.others, ...onLine].sort(compareDetections);
  const members = [primary, ...others];
  const rule = rules.get(primary.rule);
  const secret = members.some((member) => member.secret === true);
  const show = (place: Place): FoundPlace => {
    const { snippet, ...found } = places.found(place);
    return secret || snippet === undefined ? found : { ...found, snippet };
  };
  const shown = others.slice(0, RELATED_LIMIT);
  const related: RelatedFoundPlace[] = [
    ...primary.related.map((place) => ({ ...show(place), message: place.message })),
    ...shown.map((place) => ({ ...show(place), message: onLine.includes(place) ? 'also on this line' : 'also here' })),
  ];
  const allPlaces = everyPlace(members, places);
  const seen = new Set(
    [primary, ...primary.related, ...shown].map((place) =>
      placeKey(place.file, places.line(place.file, place.range.start)),
    ),
  );
  const further = allPlaces.filter(({ file, line }) => !seen.has(placeKey(file, line))).length;
  const level = members
    .map((member) => member.level ?? (rule ? defaultLevel(rule, member) : 'note'))
    .sort(bySeverity)[0]!;
  const severity = rule === undefined ? undefined : findingSeverity(rule, primary);
  const found = show(primary);
  const repairs = suppression === undefined ? repairsOf(members, places) : [];
  return {
    ...found,
    rule: primary.rule,
    ruleId: primary.tier === 'hotspot' ? `${primary.rule}/review` : primary.rule,
    tier: primary.tier,
    level,
    ...(severity !== undefined && { severity }),
    message: withCount(primary.message, group),
    fix: primary.fix ?? rule?.fix ?? '',
    evidence: [...new Set(members.flatMap(({ evidence }) => evidence ?? []))],
    context: places.context({ file: primary.file, range: around(primary) }),
    scope: primary.scope,
    related,
    furtherPlaces: further,
    allPlaces,
    flows: members.flatMap(({ flows }) =>
      flows.map(({ steps }) => ({
        steps: steps.map((step) => ({ ...show(step), kind: step.kind, message: step.message, depth: step.depth })),
      })),
    ),
    lineHash: places.lineHash(primary.file, found.region.startLine),
    fingerprint,
    ...(suppression && { suppression }),
    ...(repairs.length > 0 && { repairs }),
    inTest: primary.inTest,
    mergedRules: [...new Set(members.flatMap(({ mergedRules }) => mergedRules ?? []))].sort(),
    secret,
    rank: Math.max(...members.map(({ rank }) => rankScore(level, rank))),
  };
}

/** Of each place that has a mechanical fix; two places with the same one have it once. */
function repairsOf(members: readonly Detection[], places: PlaceFinder): FoundRepair[] {
  const repairs = new Map<string, FoundRepair>();
  for (const { file, repair } of members) {
    const found = repair && places.repair(file, repair);
    if (found !== undefined) repairs.set(JSON.stringify([file, found.replacements]), found);
  }
  return [...repairs.values()];
}

function fingerprintKey(detection: Detection, places: PlaceFinder): FingerprintKey {
  const { rule, file, scope, statement, groupKey, taint } = detection;
  // The value of a secret must not be found again by hashing guesses, so a secret is never its own key.
  const secret = detection.secret === true;
  if (groupKey !== undefined && !secret) return { rule, path: '', scope: '', text: groupKey };
  const text = places.tokens({ file, range: statement }, secret ? 'hidden' : 'kept');
  return { rule, path: file, scope, text, ...(taint && { taint }) };
}

/** "... gives up after 5 s (and 2 more in this function)." Rules that group by a value count in their own message. */
function withCount(message: string, { primary, others, by, sameLine }: Group): string {
  const counts: string[] = [];
  const where = primary.scope === '<module>' ? 'at module level' : 'in this function';
  if (by === 'function' && others.length > 0) counts.push(`${others.length} more ${where}`);
  if (sameLine.length > 0) counts.push(`${sameLine.length} more on this line`);
  if (counts.length === 0) return message;
  const sentence = message.endsWith('.') ? message.slice(0, -1) : message;
  return `${sentence} (and ${counts.join(', ')}).`;
}

/** The statement, and the construct underlined if it reaches out of it. */
function around({ range, statement }: Detection): { start: number; end: number } {
  return { start: Math.min(range.start, statement.start), end: Math.max(range.end, statement.end) };
}

function placeKey(file: FilePath, line: number): string {
  return `${file}\0${line}`;
}

/** A detector that groups itself hands its further places over in `otherPlaces`; a definition it relates to is none of them. */
function everyPlace(members: readonly Detection[], places: PlaceFinder): { file: FilePath; line: number }[] {
  const all = new Map<string, { file: FilePath; line: number }>();
  const add = ({ file, range }: Place): void => {
    const line = places.line(file, range.start);
    all.set(placeKey(file, line), { file, line });
  };
  for (const member of members) {
    add(member);
    for (const place of member.otherPlaces ?? []) add(place);
  }
  return [...all.values()];
}

function bySeverity(a: 'error' | 'warning' | 'note', b: 'error' | 'warning' | 'note'): number {
  const order = ['error', 'warning', 'note'];
  return order.indexOf(a) - order.indexOf(b);
}
