// Who may call a function, by name: every function in which something of that name is called or handed on as an argument.
// Built once for the checkout, when the first sink turns out to hang on its function's parameters.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import type { ClassRef, ProjectModel } from '../../model/project-model.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';

/** A function of a module, or MODULE for its top level. */
export interface FunctionRef {
  readonly module: Module;
  readonly index: number;
}

/** Finds the functions that may call one, in path order. */
export function createCallers(project: ProjectModel): (callee: ClassRef) => readonly FunctionRef[] {
  let byName: Map<number, FunctionRef[]> | undefined;
  return ({ module, index }) => {
    byName ??= collect(project);
    const item = module.index.functions[index]!;
    const names = [item.name];
    // Making an instance calls `__init__`; operators and `with` call other methods of two underscores.
    if (item.methodOf !== MODULE && project.names.text(item.name).startsWith('__')) {
      names.push(module.index.classes[item.methodOf]!.name);
    }
    return names.flatMap((name) => (name === 0 ? [] : (byName!.get(name) ?? [])));
  };
}

function collect(project: ProjectModel): Map<number, FunctionRef[]> {
  const defined = new Set<number>();
  for (const { index } of project.modules) {
    for (const item of index.functions) defined.add(item.name);
    for (const item of index.classes) defined.add(item.name);
  }
  const byName = new Map<number, FunctionRef[]>();
  for (const module of project.modules) {
    if (module.file.kind === 'stub') continue;
    const { tree, index } = module;
    let around = MODULE;
    const note = (name: number): void => {
      if (name === 0 || !defined.has(name)) return;
      let list = byName.get(name);
      if (list === undefined) byName.set(name, (list = []));
      const last = list.at(-1);
      if (last?.module !== module || last.index !== around) list.push({ module, index: around });
    };
    for (const call of index.calls) {
      around = module.functionAround(call);
      note(lastName(module, tree.child(call, Field.function)));
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
    }
  }
  return byName;
}

function lastName({ tree }: Module, node: number): number {
  const kind = tree.kind(node);
  if (kind === Kind.identifier) return tree.name(node);
  return kind === Kind.attribute ? tree.name(tree.child(node, Field.attribute)) : 0;
}
