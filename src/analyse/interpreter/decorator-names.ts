// Names of a definition's decorators, as far as they are names: `staticmethod`, `setter` of `@name.setter`.
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';

const none: readonly string[] = [];

/** Last names of the decorators of a decorated_definition node (-1: none), calls seen through. */
export function decoratorNames({ tree }: Module, decorated: number): readonly string[] {
  if (decorated < 0) return none;
  const names: string[] = [];
  for (let child = decorated + 1; child < tree.next(decorated); child = tree.next(child)) {
    if (tree.kind(child) !== Kind.decorator) continue;
    const expression = tree.kind(child + 1) === Kind.call ? tree.child(child + 1, Field.function) : child + 1;
    names.push(
      tree.text(tree.kind(expression) === Kind.attribute ? tree.child(expression, Field.attribute) : expression),
    );
  }
  return names;
}
