// Findings that the configuration leaves out under some paths (`[[per-path]]`).
// In: detections, the settings, the rules. Out: what stays, and how much each setting left out. Leaves alone: whether a rule exists.
import type { Detection, DetectionTier } from '../analyse/analysis.ts';
import type { PathRules } from '../base/options.ts';
import { ignorePatterns } from '../discover/ignore-patterns.ts';
import type { LeftOutFindings } from './finding-set.ts';
import type { RuleTable, RuleView } from './rule-view.ts';
import { compareBands, findingSeverity, severityBand } from './severity.ts';

/** The detections that stay, and how many each setting left out. */
export function leaveOutByPath(
  detections: readonly Detection[],
  settings: readonly PathRules[],
  rules: RuleTable,
): { kept: readonly Detection[]; leftOut: LeftOutFindings[] } {
  if (settings.length === 0) return { kept: detections, leftOut: [] };
  const filter = pathRulesFilter(settings, rules);
  const taken = settings.map((): Detection[] => []);
  const kept = detections.filter((detection) => {
    const index = filter(detection);
    if (index !== undefined) taken[index]!.push(detection);
    return index === undefined;
  });
  const leftOut = settings.flatMap(({ paths }, index) => {
    const left = taken[index]!;
    const practice = left.filter(({ tier }) => tier === 'note').length;
    return left.length === 0 ? [] : [{ paths, security: left.length - practice, practice }];
  });
  return { kept, leftOut };
}

interface Placed {
  readonly rule: string;
  readonly file: string;
  readonly tier: DetectionTier;
  readonly severity?: number;
}

/** Index of the first setting that leaves a detection out; undefined: it stays. */
export function pathRulesFilter(
  settings: readonly PathRules[],
  rules: RuleTable,
): (detection: Placed) => number | undefined {
  const ready = settings.map(({ paths, select, ignore, minSeverity }) => ({
    matcher: ignorePatterns(paths).matcher,
    select: namedCodes(select, rules),
    ignore: namedCodes(ignore, rules),
    selects: select.length > 0,
    minSeverity,
  }));
  return ({ rule, file, ...severe }) => {
    const found = ready.findIndex(({ matcher, select, selects, ignore, minSeverity }) => {
      if (!matcher.ignores(file)) return false;
      if (ignore.has(rule) || (selects && !select.has(rule))) return true;
      const view = rules.get(rule);
      const severity = view === undefined ? undefined : findingSeverity(view, severe);
      return (
        minSeverity !== undefined && severity !== undefined && compareBands(severityBand(severity), minSeverity) < 0
      );
    });
    return found < 0 ? undefined : found;
  };
}

function namedCodes(names: readonly string[], rules: RuleTable): ReadonlySet<string> {
  const wanted = new Set(names.map((name) => name.replace(/\/review$/, '')));
  const means = ({ code, id, category }: RuleView): boolean =>
    wanted.has(code) || wanted.has(id) || wanted.has(category);
  return new Set([...rules.values()].filter(means).map(({ code }) => code));
}
