// Which code a comment stands at. In: a module and a comment's offset. Out: the nearest node.
import type { Module } from '../../model/module.ts';
import type { LoweredTree } from '../../parse/lowered-tree.ts';

/** The statement below a place that holds no code, the one above at the end of a block; 0 in an empty file. */
export function nodeAtComment(module: Module, offset: number): number {
  const { tree } = module;
  let node = 0;
  for (;;) {
    const inside = childAround(tree, node, offset);
    if (inside < 0) break;
    node = inside;
  }
  const children = tree.children(node);
  return children.find((child) => tree.start(child) >= offset) ?? children.at(-1) ?? node;
}

function childAround(tree: LoweredTree, node: number, offset: number): number {
  const end = tree.next(node);
  for (let child = node + 1; child < end; child = tree.next(child)) {
    if (tree.start(child) > offset) return -1;
    if (tree.end(child) > offset) return child;
  }
  return -1;
}
