// Where callers take an element of a function's result by its position. In: a function. Out: the places in its file, found by
// the function's name, as long as nothing between the call and the place looks at the result.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import { parameterNames } from '../../model/project-model.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { ownNodes } from './own-nodes.ts';
import { argumentsOf, calledName, written } from './written-expression.ts';

export interface PositionalUse {
  /** The subscript. */
  readonly node: number;
  /** `servers[0]` */
  readonly text: string;
  /** How many elements the caller asked for, if an argument with such a name is a number. */
  readonly asked: number | undefined;
}

/** Uses of the result of a function by constant index in the functions of its file, in file order. */
export function positionalUses(module: Module, functionIndex: number): PositionalUse[] {
  const { tree, index } = module;
  const { name } = index.functions[functionIndex]!;
  const found: PositionalUse[] = [];
  for (const call of index.calls) {
    const callee = call + 1;
    const isMethod = tree.kind(callee) === Kind.attribute;
    const last = isMethod ? tree.child(callee, Field.attribute) : callee;
    if (tree.name(last) !== name || (isMethod && !isSelf(module, callee))) continue;
    const caller = module.functionAround(call);
    if (caller !== MODULE && caller !== functionIndex) found.push(...usesOf(module, functionIndex, caller, call));
  }
  return found;
}

function isSelf({ tree }: Module, callee: number): boolean {
  return /^(?:self|cls)$/.test(tree.text(tree.child(callee, Field.object)));
}

function usesOf(module: Module, functionIndex: number, caller: number, call: number): PositionalUse[] {
  const { tree } = module;
  const asked = askedFor(module, functionIndex, call);
  const parent = tree.parent(call);
  if (isIndexed(module, parent) && tree.child(parent, Field.value) === call)
    return [{ node: parent, text: written(tree, parent), asked }];
  if (tree.kind(parent) !== Kind.assignment) return [];
  const left = tree.child(parent, Field.left);
  if (tree.kind(left) !== Kind.identifier) return [];
  const found: PositionalUse[] = [];
  for (const node of ownNodes(tree, module.index.functions[caller]!.body)) {
    if (node < tree.next(parent)) continue;
    const kind = tree.kind(node);
    if (looksAt(module, node, tree.name(left))) break;
    if (
      kind === Kind.subscript &&
      isIndexed(module, node) &&
      tree.name(tree.child(node, Field.value)) === tree.name(left)
    ) {
      found.push({ node, text: written(tree, node), asked });
    }
  }
  return found;
}

function isIndexed({ tree }: Module, node: number): boolean {
  return tree.kind(node) === Kind.subscript && tree.kind(tree.child(node, Field.subscript)) === Kind.integer;
}

/** An assertion or condition about the name, or another value for it: from there on it is known, or no longer the result. */
function looksAt(module: Module, node: number, name: number): boolean {
  const { tree } = module;
  switch (tree.kind(node)) {
    case Kind.if_statement:
      return mentions(module, tree.child(node, Field.condition), name);
    case Kind.assert_statement:
      return mentions(module, node, name);
    case Kind.assignment:
      return (
        tree.kind(tree.child(node, Field.left)) === Kind.identifier && tree.name(tree.child(node, Field.left)) === name
      );
    case Kind.call:
      return /^assert/.test(calledName(tree, node)) && mentionsWhole(module, tree.child(node, Field.arguments), name);
    default:
      return false;
  }
}

function mentions({ tree }: Module, root: number, name: number): boolean {
  return [root, ...ownNodes(tree, root, Kind.identifier)].some(
    (node) => tree.kind(node) === Kind.identifier && tree.name(node) === name,
  );
}

/** `assertEqual(2, len(servers))` is about the list; `assertEqual("x", servers[0]["id"])` is a use of it. */
function mentionsWhole({ tree }: Module, root: number, name: number): boolean {
  return ownNodes(tree, root, Kind.identifier).some(
    (node) => tree.name(node) === name && tree.kind(tree.parent(node)) !== Kind.subscript,
  );
}

const amount = /(?:^|_)(?:num|count|min|n)(?:_|$)/;

/** A number among the arguments whose keyword or parameter speaks of an amount: `num_servers=2`. */
function askedFor(module: Module, functionIndex: number, call: number): number | undefined {
  const { tree } = module;
  const { positional, keywords } = argumentsOf(tree, call);
  const parameters = parameterNames(module, module.index.functions[functionIndex]!).map((name) =>
    tree.names.text(name),
  );
  const names = /^(?:self|cls)$/.test(parameters[0] ?? '') ? parameters.slice(1) : parameters;
  const given: [string, number][] = [
    ...positional.map((node, i): [string, number] => [names[i] ?? '', node]),
    ...keywords,
  ];
  for (const [name, node] of given) {
    if (amount.test(name) && tree.kind(node) === Kind.integer) return Number(tree.text(node));
  }
  return undefined;
}
