// Functions that may put something where other functions find it: into a global variable, a class attribute, a container at the top
// level of a module. They are worth evaluating although no sink stands in them.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';

/** Indexes of functions of a module with such a store. */
export function* functionsThatStoreOutside(module: Module): Iterable<number> {
  const { tree, index, bindings } = module;
  const isShared = (node: number, around: number): boolean => {
    if (tree.kind(node) !== Kind.identifier || !bindings.byName.has(tree.name(node))) return false;
    const scope = module.functionBindings(index.functions[around]!);
    return scope.outer.has(tree.name(node)) || !scope.byName.has(tree.name(node));
  };
  for (const assignment of index.assignments) {
    const left = tree.child(assignment, Field.left);
    const kind = tree.kind(left);
    if (kind !== Kind.identifier && kind !== Kind.attribute && kind !== Kind.subscript) continue;
    const name =
      kind === Kind.identifier ? left : tree.child(left, kind === Kind.attribute ? Field.object : Field.value);
    if (tree.kind(name) !== Kind.identifier || !bindings.byName.has(tree.name(name))) continue;
    const around = module.functionAround(assignment);
    if (around === MODULE) continue;
    // A plain name is the module's only where it is declared so.
    if (
      kind === Kind.identifier
        ? module.functionBindings(index.functions[around]!).outer.has(tree.name(left))
        : isShared(name, around)
    )
      yield around;
  }
  for (const call of index.calls) {
    const callee = tree.child(call, Field.function);
    if (tree.kind(callee) !== Kind.attribute) continue;
    const object = tree.child(callee, Field.object);
    if (tree.kind(object) !== Kind.identifier || !bindings.byName.has(tree.name(object))) continue;
    if (!filling.has(tree.text(tree.child(callee, Field.attribute)))) continue;
    const around = module.functionAround(call);
    if (around !== MODULE && isShared(object, around)) yield around;
  }
}

// Methods that put something into a container.
const filling = new Set('append appendleft add insert extend update setdefault put put_nowait'.split(' '));
