// From a place in the text to the tree. In: a tree and a range. Out: a node.
import type { ByteRange } from '../base/region.ts';
import type { LoweredTree } from '../parse/lowered-tree.ts';

/** The outermost node of just that range, else the innermost one that holds its first byte. */
export function nodeAt(tree: LoweredTree, { start, end }: ByteRange): number | undefined {
  let found: number | undefined;
  for (let node = 0; node < tree.size;) {
    if (tree.start(node) === start && tree.end(node) === end) return node;
    if (tree.start(node) <= start && start < tree.end(node)) found = node++;
    else node = tree.next(node);
  }
  return found;
}
