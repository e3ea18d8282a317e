// Whether callers leave a parameter's default as it is. In: a function and a parameter. Out: what the calls in the checkout do.
// Calls are found by the function's last name, so another function of that name counts as well.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import type { ProjectModel } from '../../model/project-model.ts';
import { parameterNames } from '../../model/project-model.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';

/** `left`: some call does not give the parameter; `given`: all do, or may; `uncalled`: there is no call. */
export type DefaultUse = 'left' | 'given' | 'uncalled';

/** What calls of a function do about a parameter (number of its name). */
export function defaultUse(
  project: ProjectModel,
  module: Module,
  functionIndex: number,
  parameter: number,
): DefaultUse {
  const item = module.index.functions[functionIndex]!;
  const isMethod = item.methodOf !== MODULE;
  const isConstructor = isMethod && project.names.text(item.name) === '__init__';
  const called = isConstructor ? module.index.classes[item.methodOf]!.name : item.name;
  const position = parameterNames(module, item).indexOf(parameter) - (isMethod ? 1 : 0);
  let use: DefaultUse = 'uncalled';
  for (const other of project.modules) {
    const { tree, index } = other;
    for (const call of index.calls) {
      const callee = call + 1;
      const last = tree.kind(callee) === Kind.attribute ? tree.child(callee, Field.attribute) : callee;
      if (tree.name(last) !== called) continue;
      if (!gives(other, call, parameter, position)) return 'left';
      use = 'given';
    }
  }
  return use;
}

function gives({ tree }: Module, call: number, parameter: number, position: number): boolean {
  const list = tree.child(call, Field.arguments);
  if (list < 0) return false;
  let positional = 0;
  for (const child of tree.children(list)) {
    switch (tree.kind(child)) {
      case Kind.list_splat:
      case Kind.dictionary_splat:
        return true;
      case Kind.keyword_argument:
        if (tree.name(tree.child(child, Field.name)) === parameter) return true;
        break;
      default:
        positional++;
    }
  }
  return positional > position;
}
