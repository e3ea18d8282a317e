// Findings compared with the commit a pull request starts from. In: what changed, and that commit's findings if it could be
// scanned. Out: for each finding what the pull request did to it, and which checks it took away.
import type { Credited } from '../analyse/analysis.ts';
import type { Changes } from '../discover/changes.ts';
import { isAdded } from '../discover/changes.ts';
import type { FileFacts } from '../parse/file-facts.ts';
import { formerFingerprints } from './create-finding.ts';
import type { Comparison, Finding, FindingChange } from './finding-set.ts';
import type { Group } from './group.ts';
import type { PlaceFinder } from './place-finder.ts';
import type { Touch } from './touched.ts';
import { createTouch } from './touched.ts';

/** The commit before, scanned with the same rules. */
export interface BaseScan {
  /** Of its findings that nobody had accepted. */
  readonly fingerprints: ReadonlySet<string>;
  /** Sanitizers and guards on which its answer relied. */
  readonly credited: readonly Credited[];
}

export interface ComparisonInput {
  readonly changes: Changes;
  /** `same`: nothing that a scan reads has changed. Absent: that commit is not there, or could not be scanned. */
  readonly base?: BaseScan | 'same';
}

/** The comparison, or why there is none. */
export type ComparisonAnswer = ComparisonInput | { readonly unavailable: string };

interface CompareInput {
  readonly comparison?: ComparisonAnswer;
  readonly facts: readonly FileFacts[];
}

/**
 * A function that says of the finding of each group what changed. `known`: fingerprints of the baseline. A renamed file is
 * looked up under its former path too.
 */
export function createCompare(
  { comparison, facts }: CompareInput,
  known: ReadonlySet<string> | undefined,
  groups: readonly Group[],
  places: PlaceFinder,
): (finding: Finding, index: number) => Finding {
  const input = comparison !== undefined && 'changes' in comparison ? comparison : undefined;
  if (input === undefined && known === undefined) return (finding) => finding;
  const trees = new Map(facts.map(({ file, tree }) => [file.path as string, tree]));
  const touch = input && createTouch(input.changes, (file) => trees.get(file));
  const isRenamed = input !== undefined && input.changes.formerPaths.size > 0;
  const former = isRenamed ? formerFingerprints(groups, places, input.changes.formerPaths) : [];
  return (finding, index) => {
    const prints = [finding.fingerprint, ...former.slice(index, index + 1)];
    const { scopeHeader, file } = groups[index]!.primary;
    const header = scopeHeader && places.line(file, scopeHeader.start);
    const { suppression } = finding;
    const isAddedMark =
      suppression !== undefined &&
      input !== undefined &&
      isAdded(input.changes.files.get(suppression.file), suppression.line);
    return {
      ...finding,
      ...(known && { baseline: prints.some((print) => known.has(print)) ? 'unchanged' : 'new' }),
      ...(touch && { change: changeOf(touch(finding, header), prints, input.base) }),
      ...(isAddedMark && { suppression: { ...suppression, added: true } }),
    };
  };
}

/** What the report says of the comparison. `now`: the checks on which this answer relies. */
export function comparisonOf(answer: ComparisonAnswer, now: readonly Credited[]): Comparison {
  if ('unavailable' in answer) return { unavailable: answer.unavailable, baseScanned: false, lostChecks: [] };
  const { by, base } = answer.changes;
  return { by, base, baseScanned: answer.base !== undefined, lostChecks: lostChecks(answer, now) };
}

/** What became of one finding; `prints`: its fingerprint, and the one it would have under its former path. */
function changeOf(touch: Touch, prints: readonly string[], base: ComparisonInput['base']): FindingChange {
  // Without a scan of the commit before, a deletion may be the check that is missing now.
  if (base === undefined) return { touched: touch.lines || touch.deletion };
  return { touched: touch.lines, fresh: base !== 'same' && !prints.some((print) => base.fingerprints.has(print)) };
}

/** Checks of the commit before that hold nothing back any more, by name and file; the count of each decides. */
function lostChecks({ changes, base }: ComparisonInput, now: readonly Credited[]): Credited[] {
  if (base === undefined || base === 'same') return [];
  const left = new Map<string, number>();
  const keyOf = (path: string, { kind, name }: Credited): string => `${path}\0${kind}\0${name}`;
  for (const one of now) {
    const key = keyOf(changes.formerPaths.get(one.path) ?? one.path, one);
    left.set(key, (left.get(key) ?? 0) + 1);
  }
  return base.credited.filter((one) => {
    const key = keyOf(one.path, one);
    const count = left.get(key) ?? 0;
    left.set(key, count - 1);
    return count <= 0;
  });
}
