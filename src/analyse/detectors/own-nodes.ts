// The nodes of a piece of code that run when it runs. In: a tree and a node. Out: nodes below it, in file order.
// Leaves out what nested functions, classes and lambdas hold: that runs later, or never.
import type { LoweredTree } from '../../parse/lowered-tree.ts';
import { Kind } from '../../parse/lowered-tree.ts';

const nested: ReadonlySet<number> = new Set<number>([Kind.function_definition, Kind.class_definition, Kind.lambda]);

/** Nodes below `root`, which is not among them; only those of the wanted kinds, if any are named. */
export function ownNodes(tree: LoweredTree, root: number, ...wanted: readonly number[]): number[] {
  const found: number[] = [];
  const end = tree.next(root);
  for (let node = root + 1; node < end;) {
    const kind = tree.kind(node);
    if (wanted.length === 0 || wanted.includes(kind)) found.push(node);
    node = nested.has(kind) ? tree.next(node) : node + 1;
  }
  return found;
}

/** Number of statements of a block with those nested in compound statements, functions and classes; a docstring counts. */
export function countStatements(tree: LoweredTree, block: number): number {
  let count = 0;
  const end = tree.next(block);
  for (let node = block; node < end; node++) if (tree.kind(node) === Kind.block) count += tree.children(node).length;
  return count;
}
