// Which parameters of a function may be changed by it: something is stored in one, or a method of one gets something. In: the code.
// Leaves alone: what other functions do with a parameter that is handed on.
import { foundOncePerFunction } from '../../model/found-once.ts';
import { parameterNames } from '../../model/project-model.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';

/** Positions of the parameters, the object of a method included. */
export const changedParameters = foundOncePerFunction((module, index): ReadonlySet<number> => {
  const { tree } = module;
  const item = module.index.functions[index]!;
  const names = parameterNames(module, item);
  const found = new Set<number>();
  const note = (node: number): void => {
    const position = tree.kind(node) === Kind.identifier ? names.indexOf(tree.name(node)) : -1;
    if (position >= 0) found.add(position);
  };
  for (let inner = item.node + 1; inner < tree.next(item.node); inner++) {
    const kind = tree.kind(inner);
    if (kind === Kind.call) {
      const callee = tree.child(inner, Field.function);
      const list = tree.child(inner, Field.arguments);
      const isGiven = list >= 0 && tree.next(list) > list + 1;
      if (isGiven && tree.kind(callee) === Kind.attribute) note(tree.child(callee, Field.object));
    } else if (kind === Kind.assignment || kind === Kind.augmented_assignment) {
      const left = tree.child(inner, Field.left);
      if (tree.kind(left) === Kind.subscript) note(tree.child(left, Field.value));
      else if (tree.kind(left) === Kind.attribute) note(tree.child(left, Field.object));
      // `kept += more` changes the list that was given.
      else if (kind === Kind.augmented_assignment) note(left);
    }
  }
  return found;
});
