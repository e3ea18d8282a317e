// Who may call a function, by name: every function in which something of that name is called or handed on as an argument, or in which
// a table that holds it, another name for it, is mentioned.
// Built once for the checkout, when the first sink turns out to hang on its function's parameters.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import { createCommonNames } from '../../model/namesakes.ts';
import type { ClassRef, ProjectModel } from '../../model/project-model.ts';
import { isTaskMethod } from '../interpreter/scheduled-calls.ts';
import { findRegistrations } from '../interpreter/registrars.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';

/** A function of a module, or MODULE for its top level. */
export interface FunctionRef {
  readonly module: Module;
  readonly index: number;
}

/**
 * Finds the functions that may call one, in path order. Who calls something of its name is the same for each of its namesakes, and is
 * told for the first that asks only.
 */
export function createCallers(project: ProjectModel): (callee: ClassRef) => readonly FunctionRef[] {
  let byName: ReadonlyMap<number, ReadonlyMap<Module, readonly FunctionRef[]>> | undefined;
  const isCommonName = createCommonNames(project);
  let otherNames: Map<number, Set<number>> | undefined;
  const knowing = createKnowing(project);
  const told = new Map<string, Set<Module | undefined>>();
  /** Whether callers of a name were told, for a callee of that file or for any. */
  const isTold = (key: string, by: Module | undefined): boolean => {
    const known = told.get(key);
    if (known === undefined) told.set(key, new Set([by]));
    else if (known.has(by)) return true;
    else known.add(by);
    return false;
  };
  return ({ module, index }) => {
    otherNames ??= collectOtherNames(project);
    byName ??= collect(project, otherNames);
    const item = module.index.functions[index]!;
    const names = [item.name];
    // Making an instance calls `__init__`; operators and `with` call other methods of two underscores.
    if (item.methodOf !== MODULE && project.names.text(item.name).startsWith('__')) {
      names.push(module.index.classes[item.methodOf]!.name);
    }
    const all = new Set(names.flatMap((name) => [name, ...(otherNames!.get(name) ?? [])]));
    const found: FunctionRef[] = [];
    for (const name of all) {
      const callers = name === 0 ? undefined : byName.get(name);
      if (callers === undefined) continue;
      // A name that many functions have says little: then the caller has to know the callee's file.
      const isCommon = isCommonName(name);
      if (isTold(`${item.name} ${name}`, isCommon ? module : undefined)) continue;
      const modules = isCommon ? knowing(module) : callers.keys();
      for (const caller of modules) for (const one of callers.get(caller) ?? []) found.push(one);
    }
    // What a nested function does may hang on what the one around it was given.
    for (let { parent } = item; parent !== MODULE; parent = module.index.functions[parent]!.parent) {
      const { name } = module.index.functions[parent]!;
      if (isTold(`${item.name} around ${name}`, undefined)) continue;
      for (const callers of byName.get(name)?.values() ?? []) found.push(...callers);
    }
    return found;
  };
}

/** The files that import a file or something of it, and that file itself, in path order. */
function createKnowing(project: ProjectModel): (callee: Module) => readonly Module[] {
  let importers: Map<string, Set<Module>> | undefined;
  const known = new Map<Module, readonly Module[]>();
  const order = new Map(project.modules.map((module, position) => [module, position]));
  return (callee) => {
    let found = known.get(callee);
    if (found === undefined) {
      importers ??= collectImporters(project);
      const modules = new Set([callee, ...callee.names.flatMap((name) => [...(importers!.get(name) ?? [])])]);
      found = [...modules].sort((a, b) => order.get(a)! - order.get(b)!);
      known.set(callee, found);
    }
    return found;
  };
}

/** For each dotted name that is imported, or of which something is, the files that do. */
function collectImporters(project: ProjectModel): Map<string, Set<Module>> {
  const found = new Map<string, Set<Module>>();
  for (const module of project.modules) {
    for (const name of module.importTargets().flatMap(withParents)) {
      const modules = found.get(name);
      if (modules === undefined) found.set(name, new Set([module]));
      else modules.add(module);
    }
  }
  return found;
}

/** `a.b.c`, `a.b`, `a`. */
function withParents(dotted: string): string[] {
  const parts = dotted.split('.');
  return parts.map((_, position) => parts.slice(0, position + 1).join('.'));
}

// A table of more functions than this is looked at for none of them.
const MAX_OTHER_NAMES = 8;

/** Names under which functions and classes go besides their own: `run = start`, `ACTIONS = {"run": run}`, `import run as execute`. */
function collectOtherNames(project: ProjectModel): Map<number, Set<number>> {
  const defined = definedNames(project);
  const found = new Map<number, Set<number>>();
  const note = (name: number, other: number): void => {
    if (name === other || other === 0 || !defined.has(name)) return;
    let others = found.get(name);
    if (others === undefined) found.set(name, (others = new Set()));
    if (others.size < MAX_OTHER_NAMES) others.add(other);
  };
  for (const module of project.modules) {
    const { tree, index, bindings } = module;
    for (const statement of tree.children(0)) {
      if (tree.kind(statement) === Kind.expression_statement) noteFilled(module, statement + 1, note);
    }
    for (const assignment of index.assignments) {
      const left = tree.child(assignment, Field.left);
      // `TABLE["run"] = run` at the top level fills the table.
      const isEntry = tree.kind(left) === Kind.subscript && module.functionAround(assignment) === MODULE;
      const other = lastName(module, isEntry ? tree.child(left, Field.value) : left);
      const right = tree.child(assignment, Field.right);
      if (other === 0 || right < 0 || !tables.has(tree.kind(right))) continue;
      for (let node = right; node < tree.next(right); node++)
        if (tree.kind(node) === Kind.identifier) note(tree.name(node), other);
    }
    for (const [local, bound] of bindings.byName) {
      for (const binding of bound) {
        if (binding.kind !== 'import') continue;
        note(project.names.find(binding.target.slice(binding.target.lastIndexOf('.') + 1)), local);
      }
    }
  }
  const { inVariables, inObjects } = findRegistrations(project);
  for (const ofModule of inVariables.values()) {
    for (const [table, functions] of ofModule)
      for (const { module, index, kind } of functions)
        note((kind === 'class' ? module.index.classes : module.index.functions)[index]!.name, table);
  }
  for (const ofModule of inObjects.values()) {
    for (const [table, attributes] of ofModule) {
      for (const { module, index, kind } of [...attributes.values()].flat())
        note((kind === 'class' ? module.index.classes : module.index.functions)[index]!.name, table);
    }
  }
  return found;
}

/** `routes.add("run", run)`: whoever mentions `routes` may call `run`. */
function noteFilled(module: Module, call: number, note: (name: number, other: number) => void): void {
  const { tree } = module;
  if (tree.kind(call) !== Kind.call) return;
  const callee = tree.child(call, Field.function);
  const list = tree.child(call, Field.arguments);
  if (tree.kind(callee) !== Kind.attribute || list < 0) return;
  const table = lastName(module, tree.child(callee, Field.object));
  for (const child of tree.children(list))
    note(lastName(module, tree.kind(child) === Kind.keyword_argument ? tree.child(child, Field.value) : child), table);
}

const tables: ReadonlySet<number> = new Set<number>([
  Kind.identifier,
  Kind.dictionary,
  Kind.list,
  Kind.tuple,
  Kind.call,
]);

function definedNames(project: ProjectModel): Set<number> {
  const defined = new Set<number>();
  for (const { index } of project.modules) {
    for (const item of index.functions) defined.add(item.name);
    for (const item of index.classes) defined.add(item.name);
  }
  return defined;
}

function collect(
  project: ProjectModel,
  otherNames: ReadonlyMap<number, ReadonlySet<number>>,
): Map<number, Map<Module, FunctionRef[]>> {
  const defined = definedNames(project);
  const others = new Set([...otherNames.values()].flatMap((names) => [...names]));
  for (const name of others) defined.add(name);
  const byName = new Map<number, Map<Module, FunctionRef[]>>();
  for (const module of project.modules) {
    if (module.file.kind === 'stub') continue;
    const { tree, index } = module;
    let around = MODULE;
    const note = (name: number): void => {
      if (name === 0 || !defined.has(name)) return;
      let ofName = byName.get(name);
      if (ofName === undefined) byName.set(name, (ofName = new Map<Module, FunctionRef[]>()));
      const list = ofName.get(module);
      if (list === undefined) ofName.set(module, [{ module, index: around }]);
      else if (list.at(-1)!.index !== around) list.push({ module, index: around });
    };
    for (const call of index.calls) {
      around = module.functionAround(call);
      const callee = tree.child(call, Field.function);
      note(lastName(module, callee));
      // `task.delay(x)`: the task runs.
      if (tree.kind(callee) === Kind.attribute && isTaskMethod(tree.text(tree.child(callee, Field.attribute))))
        note(lastName(module, tree.child(callee, Field.object)));
      const list = tree.child(call, Field.arguments);
      if (list < 0) continue;
      for (let child = list + 1; child < tree.next(list); child = tree.next(child)) {
        note(lastName(module, tree.kind(child) === Kind.keyword_argument ? tree.child(child, Field.value) : child));
      }
    }
    // Tables of functions, and properties, are read and not called.
    for (const attribute of index.attributes) {
      around = module.functionAround(attribute);
      note(tree.name(tree.child(attribute, Field.attribute)));
      const object = tree.child(attribute, Field.object);
      if (tree.kind(object) === Kind.identifier && others.has(tree.name(object))) note(tree.name(object));
    }
    if (others.size === 0) continue;
    for (let node = 0; node < tree.next(0); node++) {
      if (tree.kind(node) !== Kind.subscript) continue;
      const table = lastName(module, tree.child(node, Field.value));
      if (!others.has(table)) continue;
      around = module.functionAround(node);
      note(table);
    }
  }
  return byName;
}

function lastName({ tree }: Module, node: number): number {
  const kind = tree.kind(node);
  if (kind === Kind.identifier) return tree.name(node);
  return kind === Kind.attribute ? tree.name(tree.child(node, Field.attribute)) : 0;
}
