// What a sink is called in messages.
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { TemplatePlace } from './template-form.ts';
import { written } from '../detectors/written-expression.ts';

interface Named {
  readonly module: Module;
  readonly node: number;
  readonly place?: TemplatePlace | undefined;
}

/** The callee, or what is assigned or returned, as the code writes it. */
export function sinkName({ module, node, place }: Named): string {
  if (place !== undefined) return `${place.written} in ${place.file.slice(place.file.lastIndexOf('/') + 1)}`;
  const { tree } = module;
  const shown = tree.kind(node) === Kind.call ? tree.child(node, Field.function) : node;
  if (tree.kind(node) === Kind.return_statement) return 'the response';
  if (tree.kind(node) === Kind.comparison_operator) return 'this comparison';
  return written(tree, shown) || 'this call';
}
