// Which names a function mentions, nested functions included: of the variables around it only those matter to it.
import type { Module } from '../../model/module.ts';
import { Kind } from '../../parse/lowered-tree.ts';

const known = new WeakMap<Module, Map<number, ReadonlySet<number>>>();

/** Numbers of the identifiers in a function, its own names and attributes' among them. Found once for each function. */
export function namesUsed(module: Module, index: number): ReadonlySet<number> {
  let ofModule = known.get(module);
  if (ofModule === undefined) known.set(module, (ofModule = new Map<number, ReadonlySet<number>>()));
  let found = ofModule.get(index);
  if (found === undefined) ofModule.set(index, (found = find(module, index)));
  return found;
}

function find({ tree, index: { functions } }: Module, index: number): ReadonlySet<number> {
  const found = new Set<number>();
  const { node } = functions[index]!;
  for (let inner = node; inner < tree.next(node); inner++)
    if (tree.kind(inner) === Kind.identifier) found.add(tree.name(inner));
  return found;
}
