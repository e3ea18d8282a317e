// Whether a call can give an argument, by what is written at the call alone.
import type { Module } from '../model/module.ts';
import { Field, Kind } from '../parse/lowered-tree.ts';

/**
 * Whether a call gives the argument that a key names (`0|url`: by position or by keyword), or has `*args` or `**kwargs`, which may.
 */
export function mayGive({ tree }: Module, call: number, key: string): boolean {
  const list = tree.child(call, Field.arguments);
  if (list < 0) return true;
  // `sum(x for x in y)`: the generator is the only argument.
  if (tree.kind(list) !== Kind.argument_list) return true;
  const parts = key.split('|');
  let positional = 0;
  for (const child of tree.children(list)) {
    const kind = tree.kind(child);
    if (kind === Kind.list_splat || kind === Kind.dictionary_splat) return true;
    if (kind === Kind.keyword_argument) {
      if (parts.includes(tree.text(tree.child(child, Field.name)))) return true;
    } else {
      if (parts.includes(String(positional))) return true;
      positional++;
    }
  }
  return false;
}
