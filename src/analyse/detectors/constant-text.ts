// Texts that a name or a sum of texts is known to be without running anything. In: an expression. Out: the text, and the node of the
// literal. Leaves alone: names with several values, and texts with holes.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import type { ProjectModel } from '../../model/project-model.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { literalText } from './written-expression.ts';

export interface ConstantText {
  /** The literal or sum; of a name from another module, the name. */
  readonly node: number;
  readonly text: string;
}

const MAX_DEPTH = 6;

/** A literal, texts that are added, or the only value of a name, here or in the module it is imported from. */
export function constantText(
  project: ProjectModel,
  module: Module,
  functionIndex: number,
  node: number,
  depth = 0,
): ConstantText | undefined {
  const { tree } = module;
  if (node < 0 || depth > MAX_DEPTH) return undefined;
  const behind = (inner: number): ConstantText | undefined =>
    constantText(project, module, functionIndex, inner, depth + 1);
  switch (tree.kind(node)) {
    case Kind.parenthesized_expression:
      return behind(node + 1);
    case Kind.binary_operator: {
      const left = behind(tree.child(node, Field.left));
      const right = behind(tree.child(node, Field.right));
      const isSum = tree.kind(tree.child(node, Field.operator)) === Kind["'+'"];
      return left === undefined || right === undefined || !isSum ? undefined : { node, text: left.text + right.text };
    }
    case Kind.identifier: {
      const name = tree.name(node);
      const item = functionIndex === MODULE ? undefined : module.index.functions[functionIndex]!;
      const own = item === undefined ? undefined : module.functionBindings(item).byName.get(name);
      const bindings = own ?? module.bindings.byName.get(name);
      const only = bindings?.length === 1 ? bindings[0]! : undefined;
      if (only?.kind === 'value') return behind(only.value);
      return only?.kind === 'import' ? elsewhere(project, project.resolve(only.target), node, depth) : undefined;
    }
    // `patterns.SLUG`
    case Kind.attribute:
      return elsewhere(project, project.dotted(module, functionIndex, node), node, depth);
    default: {
      const text = literalText(tree, node);
      return text === undefined ? undefined : { node, text };
    }
  }
}

/** The text that a module of the checkout gives a name. */
function elsewhere(
  project: ProjectModel,
  known: ReturnType<ProjectModel['dotted']>,
  node: number,
  depth: number,
): ConstantText | undefined {
  const only = known?.kind === 'value' && known.bindings.length === 1 ? known.bindings[0]! : undefined;
  if (known?.kind !== 'value' || only?.kind !== 'value') return undefined;
  const found = constantText(project, known.module, MODULE, only.value, depth + 1);
  return found === undefined ? undefined : { node, text: found.text };
}
