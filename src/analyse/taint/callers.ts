// Who may call a function, by name: every function in which something of that name is called or handed on as an argument, or in which
// a table that holds it, another name for it, is mentioned.
// Built once for the checkout, when the first sink turns out to hang on its function's parameters.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import { createCommonNames } from '../../model/namesakes.ts';
import type { ClassRef, ProjectModel } from '../../model/project-model.ts';
import { isTaskMethod } from '../interpreter/scheduled-calls.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { createMayMean } from './mention.ts';
import type { OtherNames } from './other-names.ts';
import { collectOtherNames, definedNames, lastName } from './other-names.ts';

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
  let byName: ReadonlyMap<number, ReadonlyMap<Module, ReadonlyMap<number, Mentions>>> | undefined;
  const isCommonName = createCommonNames(project);
  let otherNames: OtherNames | undefined;
  const knowing = createKnowing(project);
  const mayMean = createMayMean(project);
  /** Those who mention a name and have not been told yet, for callees of that file or for any. */
  const left = new Map<number, Map<Module | undefined, Mentions[]>>();
  const leftOf = (name: number, by: Module | undefined): Mentions[] => {
    let ofName = left.get(name);
    if (ofName === undefined) left.set(name, (ofName = new Map<Module | undefined, Mentions[]>()));
    let mentions = ofName.get(by);
    if (mentions === undefined) {
      const all = byName!.get(name);
      const modules = all === undefined ? [] : by === undefined ? all.keys() : knowing(by);
      mentions = [...modules].flatMap((module) => [...(all!.get(module)?.values() ?? [])]);
      ofName.set(by, mentions);
    }
    return mentions;
  };
  const take = (name: number, by: Module | undefined, meant: ClassRef): FunctionRef[] => {
    const mentions = leftOf(name, by);
    if (mentions.length === 0) return mentions;
    const found: Mentions[] = [];
    const others: Mentions[] = [];
    for (const one of mentions) {
      const { module, index: around, nodes } = one;
      const isMeant = nodes.some((node) => node < 0 || mayMean({ module, around, node }, meant));
      (isMeant ? found : others).push(one);
    }
    left.get(name)!.set(by, others);
    return found;
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
    const all = new Set(names.flatMap((name) => [name, ...(otherNames!.ofCode.get(name) ?? [])]));
    // Operators, `with` and a call of the object run what its class has for them; making it does not.
    if (names.length > 1 && !makers.has(project.names.text(item.name)))
      for (const name of otherNames.ofInstances.get(names[1]!) ?? []) all.add(name);
    // A name that many functions have says little: then the caller has to know the callee's file.
    const found = [...all].flatMap((name) =>
      name === 0 ? [] : take(name, isCommonName(name) ? module : undefined, { module, index }),
    );
    // What a nested function does may hang on what the one around it was given.
    for (let { parent } = item; parent !== MODULE; parent = module.index.functions[parent]!.parent) {
      const { name } = module.index.functions[parent]!;
      for (const one of [name, ...(otherNames.ofCode.get(name) ?? [])])
        found.push(...take(one, undefined, { module, index: parent }));
    }
    return found;
  };
}

const makers: ReadonlySet<string> = new Set(['__init__', '__new__', '__post_init__']);

/** A function that mentions a name, and where it does; -1 for a place where the name stands for a table. */
interface Mentions extends FunctionRef {
  readonly nodes: number[];
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

function collect(
  project: ProjectModel,
  { ofCode, ofInstances }: OtherNames,
): Map<number, Map<Module, Map<number, Mentions>>> {
  const defined = definedNames(project);
  const others = new Set([ofCode, ofInstances].flatMap((all) => [...all.values()].flatMap((names) => [...names])));
  for (const name of others) defined.add(name);
  // What a class is asked for is not called.
  const asking = new Set(['isinstance', 'issubclass', 'hasattr'].map((name) => project.names.find(name)));
  asking.delete(0);
  const byName = new Map<number, Map<Module, Map<number, Mentions>>>();
  for (const module of project.modules) {
    if (module.file.kind === 'stub') continue;
    const { tree, index } = module;
    let around = MODULE;
    const note = (name: number, node: number): void => {
      if (name === 0 || !defined.has(name)) return;
      let ofName = byName.get(name);
      if (ofName === undefined) byName.set(name, (ofName = new Map<Module, Map<number, Mentions>>()));
      let ofModule = ofName.get(module);
      if (ofModule === undefined) ofName.set(module, (ofModule = new Map<number, Mentions>()));
      const known = ofModule.get(around);
      if (known === undefined) ofModule.set(around, { module, index: around, nodes: [node] });
      else known.nodes.push(node);
    };
    const noteLast = (node: number): void => note(lastName(module, node), node);
    for (const call of index.calls) {
      around = module.functionAround(call);
      const callee = tree.child(call, Field.function);
      noteLast(callee);
      // `task.delay(x)`: the task runs.
      if (tree.kind(callee) === Kind.attribute && isTaskMethod(tree.text(tree.child(callee, Field.attribute))))
        noteLast(tree.child(callee, Field.object));
      const list = tree.child(call, Field.arguments);
      if (list < 0 || asking.has(tree.name(callee))) continue;
      for (let child = list + 1; child < tree.next(list); child = tree.next(child)) {
        noteLast(tree.kind(child) === Kind.keyword_argument ? tree.child(child, Field.value) : child);
      }
    }
    // Tables of functions, and properties, are read and not called.
    for (const attribute of index.attributes) {
      around = module.functionAround(attribute);
      noteLast(attribute);
      const object = tree.child(attribute, Field.object);
      if (tree.kind(object) === Kind.identifier && others.has(tree.name(object))) note(tree.name(object), -1);
    }
    if (others.size === 0) continue;
    for (let node = 0; node < tree.next(0); node++) {
      if (tree.kind(node) !== Kind.subscript) continue;
      const table = lastName(module, tree.child(node, Field.value));
      if (!others.has(table)) continue;
      around = module.functionAround(node);
      note(table, -1);
    }
  }
  return byName;
}
