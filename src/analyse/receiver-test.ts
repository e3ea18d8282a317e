// Whether a call can be of something that a rule or model is about, by the names in front of it alone. In: the call's callee. Out: no
// only where the file says that it is something else: a function of another package, a function of a module that the name in front of
// it is not. Leaves alone: what values the names have, which the interpreter knows.
import type { Module } from '../model/module.ts';
import type { ProjectModel } from '../model/project-model.ts';
import { Field, Kind } from '../parse/lowered-tree.ts';

/** A function or method that is looked for under the name that the callee ends in. */
export interface Wanted {
  /** Top-level package; absent for builtins and methods of unknown origin, which may be anything. */
  readonly package: string | undefined;
  /** Last part of the module that it is a function of; absent for methods. */
  readonly module: string | undefined;
}

/** The test for a checkout. */
export function createReceiverTest(project: ProjectModel): (module: Module, callee: number, wanted: Wanted) => boolean {
  const aliases = new WeakMap<Module, ReadonlySet<number>>();
  const aliasesOf = (module: Module): ReadonlySet<number> => {
    let names = aliases.get(module);
    if (names === undefined) aliases.set(module, (names = otherNames(module)));
    return names;
  };
  const importers = new Set(['__import__', 'import_module', 'getattr'].map((name) => project.names.find(name)));

  const fits = (target: string, wanted: Wanted): boolean =>
    project.isOwn(target) ||
    target.split('.', 1)[0] === wanted.package ||
    target.slice(target.lastIndexOf('.') + 1) === wanted.module;

  return (module, callee, wanted) => {
    if (wanted.package === undefined) return true;
    const { tree } = module;
    if (tree.kind(callee) !== Kind.attribute) {
      const name = tree.name(callee);
      const targets = module.importedAs(name);
      if (targets.length > 0 && !targets.some((target) => fits(target, wanted))) return aliasesOf(module).has(name);
      // A function or class of the file itself.
      const bindings = targets.length > 0 ? undefined : module.bindings.byName.get(name);
      return bindings?.every(({ kind }) => kind === 'function' || kind === 'class') !== true;
    }
    const object = tree.child(callee, Field.object);
    const kind = tree.kind(object);
    if (kind === Kind.identifier) {
      const name = tree.name(object);
      const targets = module.importedAs(name);
      if (targets.length > 0) return targets.some((target) => fits(target, wanted)) || aliasesOf(module).has(name);
      return wanted.module === undefined || tree.text(object) === wanted.module || aliasesOf(module).has(name);
    }
    if (wanted.module === undefined) return true;
    if (kind === Kind.attribute) {
      const last = tree.child(object, Field.attribute);
      return tree.text(last) === wanted.module || aliasesOf(module).has(tree.name(last));
    }
    // `__import__("os").system`, `sys.modules["os"].system`
    if (kind !== Kind.call) return kind === Kind.subscript;
    const made = tree.child(object, Field.function);
    return importers.has(tree.name(tree.kind(made) === Kind.attribute ? tree.child(made, Field.attribute) : made));
  };
}

/** Names and attributes that are given what another name stands for, `run = subprocess`, as a variable, attribute or default. */
function otherNames({ tree, index }: Module): ReadonlySet<number> {
  const found = new Set<number>();
  const note = (name: number, value: number): void => {
    const kind = tree.kind(value);
    if (kind === Kind.identifier || kind === Kind.attribute) found.add(name);
  };
  for (const assignment of index.assignments) {
    const left = tree.child(assignment, Field.left);
    const right = tree.child(assignment, Field.right);
    if (right < 0) continue;
    note(tree.name(tree.kind(left) === Kind.attribute ? tree.child(left, Field.attribute) : left), right);
  }
  for (const { parameters } of index.functions) {
    for (const parameter of parameters < 0 ? [] : tree.children(parameters)) {
      const value = tree.child(parameter, Field.value);
      if (value >= 0) note(tree.name(tree.child(parameter, Field.name)), value);
    }
  }
  return found;
}
