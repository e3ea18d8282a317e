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
import { MentionTable } from './mention-table.ts';
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
  let mentions: MentionTable | undefined;
  const isCommonName = createCommonNames(project);
  let otherNames: OtherNames | undefined;
  const knowing = createKnowing(project);
  const mayMean = createMayMean(project);
  /** Mentions of a name whose functions have not been told yet, for callees of that file or for any. */
  const left = new Map<number, Map<Module | undefined, readonly number[]>>();
  const leftOf = (name: number, by: Module | undefined): readonly number[] => {
    const known = left.get(name)?.get(by);
    if (known !== undefined) return known;
    const all = mentions!.of(name);
    if (by === undefined || all.length === 0) return all;
    const modules = knowing(by);
    return all.filter((one) => modules.has(mentions!.moduleOf(one)));
  };
  const take = (name: number, by: Module | undefined, meant: ClassRef): FunctionRef[] => {
    const here = leftOf(name, by);
    if (here.length === 0) return [];
    const found: FunctionRef[] = [];
    const others = here.filter((one) => {
      const mention = mentions!.at(one);
      if (mention.node >= 0 && !mayMean(mention, meant)) return true;
      const last = found.at(-1);
      if (last?.module !== mention.module || last.index !== mention.around)
        found.push({ module: mention.module, index: mention.around });
      return false;
    });
    let ofName = left.get(name);
    if (ofName === undefined) left.set(name, (ofName = new Map<Module | undefined, readonly number[]>()));
    ofName.set(by, others);
    return found;
  };
  return ({ module, index }) => {
    otherNames ??= collectOtherNames(project);
    mentions ??= collect(project, otherNames);
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

/** The files that import a file or something of it, and that file itself. */
function createKnowing(project: ProjectModel): (callee: Module) => ReadonlySet<Module> {
  let importers: Map<string, Set<Module>> | undefined;
  const known = new Map<Module, ReadonlySet<Module>>();
  return (callee) => {
    let found = known.get(callee);
    if (found === undefined) {
      importers ??= collectImporters(project);
      found = new Set([callee, ...callee.names.flatMap((name) => [...(importers!.get(name) ?? [])])]);
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

/** Mentions of all names that functions and classes go by. */
function collect(project: ProjectModel, { ofCode, ofInstances }: OtherNames): MentionTable {
  const wanted = definedNames(project);
  const others = new Set([ofCode, ofInstances].flatMap((all) => [...all.values()].flatMap((names) => [...names])));
  for (const name of others) wanted.add(name);
  wanted.delete(0);
  // What a class is asked for is not called.
  const asking = new Set(['isinstance', 'issubclass', 'hasattr'].map((name) => project.names.find(name)));
  asking.delete(0);
  const table = new MentionTable(project.modules);
  project.modules.forEach((module, position) => {
    if (module.file.kind === 'stub') return;
    const { tree, index } = module;
    const noteName = (node: number): void => {
      if (tree.kind(node) === Kind.identifier && wanted.has(tree.name(node)))
        table.add(tree.name(node), position, node, false);
    };
    for (const call of index.calls) {
      const callee = tree.child(call, Field.function);
      noteName(callee);
      // `task.delay(x)`: the task runs.
      if (tree.kind(callee) === Kind.attribute && isTaskMethod(tree.text(tree.child(callee, Field.attribute))))
        noteName(tree.child(callee, Field.object));
      const list = tree.child(call, Field.arguments);
      if (list < 0 || asking.has(tree.name(callee))) continue;
      for (let child = list + 1; child < tree.next(list); child = tree.next(child))
        noteName(tree.kind(child) === Kind.keyword_argument ? tree.child(child, Field.value) : child);
    }
    // Methods, and tables of functions and properties, which are read and not called.
    for (const attribute of index.attributes) {
      const name = tree.name(tree.child(attribute, Field.attribute));
      if (wanted.has(name)) table.add(name, position, attribute, false);
      const object = tree.child(attribute, Field.object);
      if (tree.kind(object) === Kind.identifier && others.has(tree.name(object)))
        table.add(tree.name(object), position, object, true);
    }
    if (others.size === 0) return;
    for (let node = 0; node < tree.size; node++) {
      if (tree.kind(node) !== Kind.subscript) continue;
      const name = lastName(module, tree.child(node, Field.value));
      if (others.has(name)) table.add(name, position, node, true);
    }
  });
  table.close();
  return table;
}
