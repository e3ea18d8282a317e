// What a sink is called in messages.
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { written } from '../detectors/written-expression.ts';

/** The callee, or what is assigned or returned, as the code writes it. */
export function sinkName({ module, node }: { readonly module: Module; readonly node: number }): string {
  const { tree } = module;
  const shown = tree.kind(node) === Kind.call ? tree.child(node, Field.function) : node;
  if (tree.kind(node) === Kind.return_statement) return 'the response';
  if (tree.kind(node) === Kind.comparison_operator) return 'this comparison';
  return written(tree, shown) || 'this call';
}
