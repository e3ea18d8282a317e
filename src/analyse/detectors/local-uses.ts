// How a function uses one of its locals. In: a function and a name. Out: each place where the name stands, with what is done there.
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';

export type LocalUse =
  /** It is bound: the target of an assignment, a loop or a `with`. */
  | { readonly kind: 'bound'; readonly node: number }
  /** `name.attribute`, read; `isCalled`, or set. */
  | {
      readonly kind: 'member';
      readonly node: number;
      readonly attribute: string;
      /** The call of the method, the assignment to the attribute; -1 if it is only read. */
      readonly call: number;
      readonly assignment: number;
    }
  /** Anything else: passed, returned, stored, compared; `name[key]`. */
  | { readonly kind: 'other'; readonly node: number; readonly isEntry: boolean };

/** Uses in a function and the functions in it, in file order. */
export function usesOfLocal({ tree, index }: Module, functionIndex: number, name: number): LocalUse[] {
  const { body } = index.functions[functionIndex]!;
  const uses: LocalUse[] = [];
  for (let node = body; node < tree.next(body); node++) {
    if (tree.kind(node) !== Kind.identifier || tree.name(node) !== name) continue;
    const parent = tree.parent(node);
    const kind = tree.kind(parent);
    const field = tree.field(node);
    if (kind === Kind.attribute) {
      if (field !== Field.object) continue;
      const around = tree.parent(parent);
      const isCallee = tree.kind(around) === Kind.call && tree.child(around, Field.function) === parent;
      const isTarget = tree.kind(around) === Kind.assignment && tree.child(around, Field.left) === parent;
      uses.push({
        kind: 'member',
        node,
        attribute: tree.text(tree.child(parent, Field.attribute)),
        call: isCallee ? around : -1,
        assignment: isTarget ? around : -1,
      });
    } else if (kind === Kind.keyword_argument && field === Field.name) continue;
    else if ((kind === Kind.assignment && field === Field.left) || kind === Kind.as_pattern_target)
      uses.push({ kind: 'bound', node });
    else uses.push({ kind: 'other', node, isEntry: kind === Kind.subscript && field === Field.value });
  }
  return uses;
}
