// Where a value ends up in its function: behind the conversions that leave what it says, and under the name that it alone is given. In: an
// expression. Out: the outermost expressions that are still that value. Leaves alone: other functions, containers.
import type { Module } from '../../model/module.ts';
import { MODULE } from '../../model/file-index.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { calledName } from './written-expression.ts';

const methods = /^(?:lower|upper|strip|lstrip|rstrip|casefold|title|decode|encode|split|rsplit|partition|rstrip)$/;
const functions = /^(?:str|int|bool|bytes|escape)$/;

/** The outermost expressions with the same value; of an assignment the later mentions of its name. */
export function usesOfValue(module: Module, start: number): number[] {
  const top = outermost(module, start);
  const name = boundName(module, top);
  if (name < 0) return [top];
  return mentions(module, top, name).map((node) => outermost(module, node));
}

/** Later mentions of a name in the function around a node. */
export function mentions(module: Module, after: number, name: number): number[] {
  const { tree, index } = module;
  const functionIndex = module.functionAround(after);
  const root = functionIndex === MODULE ? 0 : index.functions[functionIndex]!.node;
  const found: number[] = [];
  for (let node = Math.max(after, root); node < tree.next(root); node++) {
    if (tree.kind(node) !== Kind.identifier || tree.name(node) !== name || node === after) continue;
    const field = tree.field(node);
    if (field === Field.attribute || (field === Field.name && tree.kind(tree.parent(node)) === Kind.keyword_argument))
      continue;
    if (field === Field.left && tree.kind(tree.parent(node)) === Kind.assignment) continue;
    found.push(node);
  }
  return found;
}

/** `x.strip().lower()`, `int(x)`, `x or ""`, `x.split(":")[0]`: still x. */
function outermost({ tree }: Module, start: number): number {
  let node = start;
  for (;;) {
    const parent = tree.parent(node);
    const call = tree.parent(parent);
    switch (tree.kind(parent)) {
      case Kind.parenthesized_expression:
      case Kind.await:
        node = parent;
        continue;
      case Kind.boolean_operator: {
        const isOr = tree.kind(tree.child(parent, Field.operator)) === Kind["'or'"];
        const right = tree.child(parent, Field.right);
        if (!isOr || right === node || !isConstant(tree.kind(right))) return node;
        node = parent;
        continue;
      }
      case Kind.attribute:
        if (tree.kind(call) !== Kind.call || tree.field(parent) !== Field.function) return node;
        if (!methods.test(calledName(tree, call))) return node;
        node = call;
        continue;
      case Kind.argument_list:
        if (tree.kind(call) !== Kind.call || !functions.test(calledName(tree, call))) return node;
        node = call;
        continue;
      case Kind.subscript:
        if (tree.child(parent, Field.value) !== node) return node;
        if (tree.kind(tree.child(parent, Field.subscript)) !== Kind.integer) return node;
        node = parent;
        continue;
      default:
        return node;
    }
  }
}

/** The number of the name that a value is assigned to, of several the first; -1 for none. */
function boundName({ tree }: Module, node: number): number {
  const parent = tree.parent(node);
  if (tree.kind(parent) === Kind.named_expression) return tree.name(tree.child(parent, Field.name));
  if (tree.kind(parent) !== Kind.assignment || tree.field(node) !== Field.right) return -1;
  const left = tree.child(parent, Field.left);
  const target =
    tree.kind(left) === Kind.pattern_list || tree.kind(left) === Kind.tuple_pattern ? tree.children(left)[0]! : left;
  return tree.kind(target) === Kind.identifier ? tree.name(target) : -1;
}

/** Literals that stand in for what is absent. */
function isConstant(kind: number): boolean {
  return kind === Kind.string || kind === Kind.integer || kind === Kind.false || kind === Kind.none;
}
