// Variables that a loop's body gives a value before anything can read them, in every round: what the round before left in them is never
// seen. In: the loop. Leaves alone: names first set in a branch, by `with` or by an inner loop, which a round may pass by.
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';

const known = new WeakMap<Module, Map<number, ReadonlySet<number>>>();

/** Numbers of the names; `loop` is the statement. */
export function freshNames(module: Module, loop: number): ReadonlySet<number> {
  let ofModule = known.get(module);
  if (ofModule === undefined) known.set(module, (ofModule = new Map<number, ReadonlySet<number>>()));
  let found = ofModule.get(loop);
  if (found === undefined) ofModule.set(loop, (found = find(module, loop)));
  return found;
}

function find({ tree }: Module, loop: number): ReadonlySet<number> {
  const fresh = new Set<number>();
  const mentioned = new Set<number>();
  const mention = (from: number): void => {
    for (let node = from; node >= 0 && node < tree.next(from); node++)
      if (tree.kind(node) === Kind.identifier) mentioned.add(tree.name(node));
  };
  const define = (target: number): void => {
    const kind = tree.kind(target);
    if (kind === Kind.identifier) {
      if (!mentioned.has(tree.name(target))) fresh.add(tree.name(target));
      mentioned.add(tree.name(target));
    } else if (kind === Kind.pattern_list || kind === Kind.tuple_pattern) {
      for (const child of tree.children(target)) define(child);
    } else mention(target);
  };

  if (tree.kind(loop) === Kind.for_statement) define(tree.child(loop, Field.left));
  else mention(tree.child(loop, Field.condition));
  for (const statement of tree.children(tree.child(loop, Field.body))) {
    const expression = tree.kind(statement) === Kind.expression_statement ? statement + 1 : -1;
    const right =
      expression >= 0 && tree.kind(expression) === Kind.assignment ? tree.child(expression, Field.right) : -1;
    if (right < 0) mention(statement);
    else {
      mention(right);
      define(tree.child(expression, Field.left));
    }
  }
  return fresh;
}
