// Which findings a pull request touched (`github-delivery.md` §9.3). In: findings, what changed, the trees. Out: for each
// finding whether a changed line is its own, one of its path, or the header of its function. Leaves alone: which of them the
// commit before did not have (`compare-with-base.ts`).
import type { Changes } from '../discover/changes.ts';
import { isAdded } from '../discover/changes.ts';
import type { LoweredTree } from '../parse/lowered-tree.ts';
import { Kind } from '../parse/syntax-kinds.ts';
import type { Finding } from './finding-set.ts';

/** A finding as far as this question goes. `header`: line of the `def` or `class` of a note that is about all of it. */
export type Placed = Pick<Finding, 'file' | 'region' | 'context' | 'flows' | 'tier'>;

export interface Touch {
  /** On a line that was added or modified. */
  readonly lines: boolean;
  /** Something was deleted in a function that it passes through: perhaps the check it used to have. */
  readonly deletion: boolean;
}

/** Makes the question. Trees are walked only for files in which something was deleted. */
export function createTouch(
  changes: Changes,
  treeOf: (file: string) => LoweredTree | undefined,
): (finding: Placed, header: number | undefined) => Touch {
  const functions = new Map<string, readonly FunctionLines[]>();
  const functionsOf = (file: string): readonly FunctionLines[] => {
    let known = functions.get(file);
    if (known === undefined) {
      const tree = treeOf(file);
      functions.set(file, (known = tree === undefined ? [] : functionLines(tree)));
    }
    return known;
  };
  const isDeletedAround = (file: string, line: number): boolean => {
    const deleted = changes.files.get(file)?.deletedAfter ?? [];
    if (deleted.length === 0) return false;
    // Lines of a notebook's file are not those of its code.
    if (file.endsWith('.ipynb')) return true;
    const around = innermost(functionsOf(file), line);
    // Outside of functions nobody knows how far a deletion reaches: the neighbouring lines count.
    if (around === undefined) return deleted.some((after) => after === line || after === line - 1);
    return deleted.some((after) => after >= around.first && after <= around.last);
  };
  return ({ file, region, context, flows, tier }, header) => {
    const steps = flows.flatMap((flow) => flow.steps);
    const change = changes.files.get(file);
    const lines =
      isAdded(change, region.startLine) ||
      isAdded(change, context.startLine, context.endLine) ||
      (tier === 'note' && header !== undefined && isAdded(change, header)) ||
      steps.some((step) => isAdded(changes.files.get(step.file), step.region.startLine));
    const deletion =
      isDeletedAround(file, region.startLine) ||
      steps.some((step) => isDeletedAround(step.file, step.region.startLine));
    return { lines, deletion };
  };
}

interface FunctionLines {
  readonly first: number;
  readonly last: number;
}

function functionLines(tree: LoweredTree): FunctionLines[] {
  const found: FunctionLines[] = [];
  for (let node = 0; node < tree.size; node++) {
    if (tree.kind(node) !== Kind.function_definition) continue;
    found.push({ first: tree.line(tree.start(node)), last: tree.line(Math.max(tree.start(node), tree.end(node) - 1)) });
  }
  return found;
}

function innermost(functions: readonly FunctionLines[], line: number): FunctionLines | undefined {
  let best: FunctionLines | undefined;
  for (const one of functions) {
    if (line < one.first || line > one.last) continue;
    if (best === undefined || one.last - one.first < best.last - best.first) best = one;
  }
  return best;
}
