// An example with all its mechanical fixes made, as a user would who scans and fixes until nothing is left to fix.
import { filePath } from './base/file-path.ts';
import { applyEdits, correctFiles } from './findings/correct-files.ts';
import type { Finding, FoundRepair } from './findings/finding-set.ts';
import { resolveEdits } from './findings/resolve-edits.ts';
import { modelOfTexts } from './model/model-of-texts.ts';
import { Kind } from './parse/lowered-tree.ts';
import type { ModelEntry } from './rules/model-schema.ts';
import type { Rule } from './rules/schema.ts';
import { analyseTexts } from './scan-example.ts';

type Files = Readonly<Record<string, string>>;

export interface RepairedExample {
  /** Of each repair, whether it is safe. */
  readonly safe: readonly boolean[];
  readonly files: Files;
  /** Findings that no repair is for, before and after. */
  readonly unrepaired: { readonly before: number; readonly after: number };
  /** Paths of files that do not parse although they did before. */
  readonly broken: readonly string[];
}

const ROUNDS = 5;
const noRegion = { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 };

/** Scans with this one rule and fixes, several times. */
export function repairExample(files: Files, rule: Rule, models: readonly ModelEntry[]): RepairedExample {
  let current = files;
  const safe: boolean[] = [];
  const first = scan(files, rule, models);
  let found = first;
  for (let round = 0; round < ROUNDS && found.repairs.length > 0; round++) {
    safe.push(...found.repairs.map((repair) => repair.safe));
    current = repaired(current, found.repairs);
    found = scan(current, rule, models);
  }
  return {
    safe,
    files: current,
    unrepaired: { before: first.findings - first.repairs.length, after: found.findings },
    broken: Object.keys(files).filter(
      (path) => current[path] !== files[path] && isBroken(path, current[path]!) && !isBroken(path, files[path]!),
    ),
  };
}

function scan(
  files: Files,
  rule: Rule,
  models: readonly ModelEntry[],
): { readonly findings: number; readonly repairs: readonly FoundRepair[] } {
  const rules = { rules: [rule], models, all: [rule], hash: rule.code, familiesNotExamined: [] };
  const { detections } = analyseTexts(files, rules);
  const repairs = detections.flatMap(({ file, repair }): FoundRepair[] => {
    const edits = repair && resolveEdits(repair.edits, new TextEncoder().encode(files[file]));
    if (edits === undefined) return [];
    return [{ file, safe: repair!.safe, replacements: edits.map((edit) => ({ ...edit, region: noRegion })) }];
  });
  return { findings: detections.length, repairs };
}

function repaired(files: Files, repairs: readonly FoundRepair[]): Files {
  const finding = { repairs, rule: 'BP000', region: noRegion } as unknown as Finding;
  const bytes = new Map(Object.entries(files).map(([path, text]) => [filePath(path), new TextEncoder().encode(text)]));
  const { files: corrected } = correctFiles([finding], 'all', {
    bytes: (path) => ({ bytes: bytes.get(path)!, original: bytes.get(path)! }),
  });
  const changed = corrected.map(({ file, before, edits }) => [
    file,
    new TextDecoder().decode(applyEdits(before, edits)),
  ]);
  return { ...files, ...(Object.fromEntries(changed) as Record<string, string>) };
}

/** Whether the parser had to leave something out or make something up. */
export function isBroken(path: string, text: string): boolean {
  if (!path.endsWith('.py')) return false;
  const { tree } = modelOfTexts({ [path]: text }).modules[0]!;
  for (let node = 0; node < tree.size; node++) if (tree.kind(node) === Kind.ERROR || tree.isMissing(node)) return true;
  return false;
}
