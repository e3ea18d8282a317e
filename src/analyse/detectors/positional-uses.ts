// Where callers take an element of a function's result by its position (`[0]`, `[-1]`, `.pop()`), themselves or by way of a helper that
// returns it. In: a function. Out: the places in its file, found by the function's name, as long as nothing between looks at the result.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import { parameterNames } from '../../model/project-model.ts';
import type { LoweredTree } from '../../parse/lowered-tree.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { ownNodes } from './own-nodes.ts';
import { argumentsOf, calledName, written } from './written-expression.ts';

export interface PositionalUse {
  /** The subscript, or the call of `pop`. */
  readonly node: number;
  /** `servers[0]` */
  readonly text: string;
  /** How many elements the caller asked for, if an argument with such a name is a number. */
  readonly asked: number | undefined;
}

// A helper, and a helper that returns what the first one does.
const MAX_DEPTH = 2;

/** Uses of the result of a function by position in the functions of its file, in file order. */
export function positionalUses(module: Module, functionIndex: number, depth = 1): PositionalUse[] {
  const { tree, index } = module;
  const { name } = index.functions[functionIndex]!;
  const found: PositionalUse[] = [];
  for (const call of index.calls) {
    const callee = call + 1;
    const isMethod = tree.kind(callee) === Kind.attribute;
    const last = isMethod ? tree.child(callee, Field.attribute) : callee;
    if (tree.name(last) !== name || (isMethod && !isSelf(module, callee))) continue;
    const caller = module.functionAround(call);
    if (caller === MODULE || caller === functionIndex) continue;
    if (depth < MAX_DEPTH && returns(module, caller, call)) found.push(...positionalUses(module, caller, depth + 1));
    else found.push(...usesOf(module, functionIndex, caller, call));
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
  const taken = takenFrom(module, call);
  if (taken >= 0) return [{ node: taken, text: written(tree, taken), asked }];
  if (tree.kind(parent) !== Kind.assignment) return [];
  const left = tree.child(parent, Field.left);
  if (tree.kind(left) !== Kind.identifier) return [];
  const found: PositionalUse[] = [];
  for (const node of ownNodes(tree, module.index.functions[caller]!.body)) {
    if (node < tree.next(parent)) continue;
    if (looksAt(module, node, tree.name(left))) break;
    if (tree.kind(node) !== Kind.identifier || tree.name(node) !== tree.name(left)) continue;
    const place = takenFrom(module, node);
    if (place >= 0) found.push({ node: place, text: written(tree, place), asked });
  }
  return found;
}

/** The place that takes an element of an expression's value: `x[0]`, `x[-1]`, `x.pop()`, `x.pop(0)`; -1 if it is used otherwise. */
function takenFrom({ tree }: Module, expression: number): number {
  const parent = tree.parent(expression);
  if (tree.kind(parent) === Kind.subscript && tree.child(parent, Field.value) === expression)
    return isPosition(tree, tree.child(parent, Field.subscript)) ? parent : -1;
  if (tree.kind(parent) !== Kind.attribute || tree.text(tree.child(parent, Field.attribute)) !== 'pop') return -1;
  const call = tree.parent(parent);
  if (tree.kind(call) !== Kind.call || tree.child(call, Field.function) !== parent) return -1;
  const { positional, keywords } = argumentsOf(tree, call);
  return keywords.size === 0 && positional.every((one) => isPosition(tree, one)) && positional.length < 2 ? call : -1;
}

function isPosition(tree: LoweredTree, node: number): boolean {
  if (tree.kind(node) === Kind.unary_operator) return tree.kind(tree.child(node, Field.argument)) === Kind.integer;
  return tree.kind(node) === Kind.integer;
}

/** The call's result is what the caller returns, as it is. */
function returns({ tree, index }: Module, caller: number, call: number): boolean {
  const parent = tree.parent(call);
  if (tree.kind(parent) === Kind.return_statement) return true;
  const left = tree.kind(parent) === Kind.assignment ? tree.child(parent, Field.left) : -1;
  if (left < 0 || tree.kind(left) !== Kind.identifier) return false;
  return ownNodes(tree, index.functions[caller]!.body, Kind.return_statement).some(
    (node) =>
      tree.next(node) === node + 2 &&
      tree.kind(node + 1) === Kind.identifier &&
      tree.name(node + 1) === tree.name(left),
  );
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
