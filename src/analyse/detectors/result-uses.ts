// Which methods a function calls on what a call gives: `with SMTP(host) as link: link.login(...)`. In: a call. Out: their names, if the
// function alone has the object. Leaves alone: objects that are kept, returned or passed on: somebody else may call the rest.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { usesOfLocal } from './local-uses.ts';

/** Names of the methods that are called on the result of a call; undefined where others can have it. */
export function methodsOfResult(module: Module, call: number): ReadonlySet<string> | undefined {
  const direct = onlyMethod(module, call);
  if (direct !== undefined) return new Set([direct]);
  const functionIndex = module.functionAround(call);
  const name = functionIndex === MODULE ? 0 : nameOfResult(module, call);
  return name === 0 ? undefined : methodsOf(module, functionIndex, name, false);
}

/** `Writer(path).dump(shelf)` as a statement: nothing else is ever done with what was made. */
function onlyMethod({ tree }: Module, call: number): string | undefined {
  const attribute = tree.parent(call);
  if (attribute < 0 || tree.kind(attribute) !== Kind.attribute || tree.child(attribute, Field.object) !== call)
    return undefined;
  const outer = tree.parent(attribute);
  if (tree.kind(outer) !== Kind.call || tree.child(outer, Field.function) !== attribute) return undefined;
  const isStatement = tree.kind(tree.parent(outer)) === Kind.expression_statement;
  return isStatement ? tree.text(tree.child(attribute, Field.attribute)) : undefined;
}

/**
 * Names of the methods that are called on the local object of which the node calls a method, `it.set(...)`, or sets an entry, `it[a][b] = c`;
 * undefined where it is no object that the function makes and keeps to itself.
 */
export function methodsOfReceiver(module: Module, node: number): ReadonlySet<string> | undefined {
  const { tree } = module;
  const functionIndex = module.functionAround(node);
  if (functionIndex === MODULE) return undefined;
  let receiver = tree.kind(node) === Kind.call ? tree.child(node, Field.function) : node;
  if (tree.kind(receiver) === Kind.assignment) receiver = tree.child(receiver, Field.left);
  while (tree.kind(receiver) === Kind.attribute || tree.kind(receiver) === Kind.subscript)
    receiver = tree.child(receiver, tree.kind(receiver) === Kind.attribute ? Field.object : Field.value);
  if (receiver < 0 || tree.kind(receiver) !== Kind.identifier) return undefined;
  const bindings = module.functionBindings(module.index.functions[functionIndex]!).byName.get(tree.name(receiver));
  const [only, ...more] = bindings ?? [];
  if (only?.kind !== 'value' || more.length > 0 || tree.kind(only.value) !== Kind.call) return undefined;
  return methodsOf(module, functionIndex, tree.name(receiver), true);
}

function methodsOf(
  module: Module,
  functionIndex: number,
  name: number,
  withEntries: boolean,
): ReadonlySet<string> | undefined {
  const called = new Set<string>();
  for (const use of usesOfLocal(module, functionIndex, name)) {
    if (use.kind === 'other' && !(withEntries && use.isEntry)) return undefined;
    if (use.kind === 'member' && use.call >= 0) called.add(use.attribute);
  }
  return called;
}

/** `name = CALL`, `with CALL as name`; 0 for anything else. */
function nameOfResult({ tree }: Module, call: number): number {
  let node = call;
  let parent = tree.parent(node);
  if (tree.kind(parent) === Kind.await) [node, parent] = [parent, tree.parent(parent)];
  if (tree.kind(parent) === Kind.assignment && tree.field(node) === Field.right) {
    const left = tree.child(parent, Field.left);
    return tree.kind(left) === Kind.identifier ? tree.name(left) : 0;
  }
  if (tree.kind(parent) !== Kind.as_pattern) return 0;
  const target = tree.childOfKind(parent, Kind.as_pattern_target);
  return target >= 0 && tree.kind(target + 1) === Kind.identifier ? tree.name(target + 1) : 0;
}
