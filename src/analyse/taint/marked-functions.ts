// Functions that are marked by an attribute, as CherryPy's are: `index.exposed = True`, or `exposed = True` in the class around. In: a
// function and the attribute's name. Out: whether it is set to something true where the function stands. Leaves alone: marks set elsewhere.
import { madeOnce } from '../../base/made-once.ts';
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';

// What a class that is marked as a whole answers; its other methods are its own.
const verbs = /^(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|__call__)$/;

/** Whether a function, or the class it is a method of, carries a mark. */
export function isMarked(module: Module, functionIndex: number, mark: string): boolean {
  const name = module.tree.names.find(mark);
  if (name === 0) return false;
  const { name: own, methodOf } = module.index.functions[functionIndex]!;
  const isOfClass = methodOf !== MODULE && verbs.test(module.tree.names.text(own));
  return marksOf(module).some(
    (one) => one.mark === name && one.classIndex === methodOf && (one.of === own || (one.of === 0 && isOfClass)),
  );
}

interface Mark {
  /** The attribute; the function's name, or 0 for all of the class. */
  readonly mark: number;
  readonly of: number;
  readonly classIndex: number;
}

/** Assignments of `True` to an attribute of a name, or to a name in a class, outside of functions. */
const marksOf = madeOnce((module: Module): readonly Mark[] => {
  const { tree, index } = module;
  return index.assignments.flatMap((assignment): Mark[] => {
    const left = assignment + 1;
    const right = tree.child(assignment, Field.right);
    if (right < 0 || tree.kind(right) !== Kind.true || module.functionAround(assignment) !== MODULE) return [];
    const classIndex = module.classAround(assignment);
    if (tree.kind(left) === Kind.identifier) return [{ mark: tree.name(left), of: 0, classIndex }];
    const object = tree.child(left, Field.object);
    if (tree.kind(left) !== Kind.attribute || tree.kind(object) !== Kind.identifier) return [];
    return [{ mark: tree.name(tree.child(left, Field.attribute)), of: tree.name(object), classIndex }];
  });
});
