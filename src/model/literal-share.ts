// How much of a file is data: the share of literals among what its statements are made of.
// In: a module. Out: a number from 0 to 1. Imports, docstrings and the names of definitions do not count.
import { Kind } from '../parse/lowered-tree.ts';
import type { Module } from './module.ts';

/** Share of literals among a module's leaves; 0 for a module without any. Scans the tree. */
export function literalShare({ tree }: Module): number {
  let literals = 0;
  let others = 0;
  for (let node = 0; node < tree.size;) {
    const next = tree.next(node);
    switch (tree.kind(node)) {
      case Kind.import_statement:
      case Kind.import_from_statement:
      case Kind.future_import_statement:
        node = next;
        continue;
      case Kind.expression_statement:
        // A string that stands alone is a docstring or a comment in its form.
        if (tree.kind(node + 1) === Kind.string && next === node + 2) {
          node = next;
          continue;
        }
        break;
      case Kind.string:
      case Kind.integer:
      case Kind.float:
      case Kind.true:
      case Kind.false:
      case Kind.none:
        literals++;
        node = next;
        continue;
      case Kind.identifier:
        others++;
        break;
      default:
        break;
    }
    node++;
  }
  return literals === 0 ? 0 : literals / (literals + others);
}
