// Template methods: a method that calls others on its object, of which the object's class has its own. In: the method and the class of
// the object it is called on. Out: whether the summary, made with the class the method stands in, may be about other code.
import { MODULE } from '../../model/file-index.ts';
import { foundOncePerFunction } from '../../model/found-once.ts';
import type { ClassRef, ProjectModel } from '../../model/project-model.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';

const MAX_DEPTH = 4;

/** Whether a method, or one that it calls on its object, calls one that `type`, a class derived from the method's own, defines anew. */
export function callsOverridden(project: ProjectModel, method: ClassRef, type: ClassRef, depth = 0): boolean {
  const item = method.module.index.functions[method.index]!;
  if (item.methodOf === MODULE || (type.module === method.module && type.index === item.methodOf)) return false;
  const own = { module: method.module, index: item.methodOf };
  for (const name of calledOnSelf(method.module, method.index)) {
    const text = project.names.text(name);
    const here = project.method(own, text);
    const there = project.method(type, text);
    if (there === undefined) continue;
    if (here?.module !== there.module || here.index !== there.index) return true;
    if (depth < MAX_DEPTH && callsOverridden(project, here, type, depth + 1)) return true;
  }
  return false;
}

/** Numbers of the names that a method calls on its first parameter. */
const calledOnSelf = foundOncePerFunction(({ tree, index: { functions } }, index): ReadonlySet<number> => {
  const found = new Set<number>();
  const { node, parameters } = functions[index]!;
  if (parameters < 0 || tree.next(parameters) === parameters + 1) return found;
  const self = tree.name(parameters + 1);
  for (let inner = node; inner < tree.next(node); inner++) {
    if (tree.kind(inner) !== Kind.call) continue;
    const callee = tree.child(inner, Field.function);
    if (tree.kind(callee) !== Kind.attribute) continue;
    const object = tree.child(callee, Field.object);
    if (tree.kind(object) === Kind.identifier && tree.name(object) === self)
      found.add(tree.name(tree.child(callee, Field.attribute)));
  }
  return found;
});
