// Where a module asks a pattern that it has compiled and given a name: `HOST.match(url)`, `self.host.search(url)`. In: the call of
// `compile`. Out: the calls that ask it, with what they search. Leaves alone: other modules, names that are given again.
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { argumentsOf, calledName } from './written-expression.ts';

export interface CompiledUse {
  readonly call: number;
  /** `match`, `fullmatch`, `search`. */
  readonly how: string;
  readonly subject: number;
}

/** Calls of `match`, `fullmatch` and `search` on the name that the compiled pattern is assigned to. */
export function compiledUses({ tree, index }: Module, compile: number): CompiledUse[] {
  const assignment = tree.parent(compile);
  if (tree.kind(assignment) !== Kind.assignment || tree.field(compile) !== Field.right) return [];
  // Of an attribute the last node is its name.
  const name = tree.name(tree.next(tree.child(assignment, Field.left)) - 1);
  const uses: CompiledUse[] = [];
  for (const call of index.calls) {
    const callee = tree.child(call, Field.function);
    if (tree.kind(callee) !== Kind.attribute) continue;
    const object = tree.child(callee, Field.object);
    if (tree.kind(object) !== Kind.identifier && tree.kind(object) !== Kind.attribute) continue;
    const how = calledName(tree, call);
    if (tree.name(tree.next(object) - 1) !== name || !/^(?:match|fullmatch|search)$/.test(how)) continue;
    uses.push({ call, how, subject: argumentsOf(tree, call).positional[0] ?? -1 });
  }
  return uses;
}
