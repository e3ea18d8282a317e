// Dicts as they are written down: `{"store": root}` and `dict(store=root)`. In: the expression. Out: whether it is one, and the entry
// under a key. Leaves alone: what a name stands for, and keys that are computed.
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { literalText } from './written-expression.ts';

/** Whether an expression is a dict display or a call of `dict`. */
export function isWrittenDict({ tree }: Module, node: number): boolean {
  if (tree.kind(node) === Kind.dictionary) return true;
  return tree.kind(node) === Kind.call && tree.text(tree.child(node, Field.function)) === 'dict';
}

/** The entry of a written dict (a pair or a keyword argument) under one of some names; -1 if there is none. */
export function entryUnder(module: Module, dict: number, names: readonly string[]): number {
  const { tree } = module;
  const isDisplay = tree.kind(dict) === Kind.dictionary;
  for (const entry of tree.children(isDisplay ? dict : tree.child(dict, Field.arguments))) {
    const name = keyOf(module, entry);
    if (name !== undefined && names.includes(name)) return entry;
  }
  return -1;
}

function keyOf({ tree }: Module, entry: number): string | undefined {
  if (tree.kind(entry) === Kind.keyword_argument) return tree.text(tree.child(entry, Field.name));
  return tree.kind(entry) === Kind.pair ? literalText(tree, tree.child(entry, Field.key)) : undefined;
}
