// Where secrets are named in a checkout, and what gives one although its name does not say so: by the models, and functions of the
// checkout in which one is named. In: the project and its models. Out: functions and numbers of names, found once for all rules that ask.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import { createCommonNames } from '../../model/namesakes.ts';
import type { ProjectModel } from '../../model/project-model.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { createNameTest } from '../name-test.ts';
import type { ApiModels } from '../taint/api-models.ts';
import { ownNodes } from './own-nodes.ts';
import { promisesSecret } from '../taint/secret-names.ts';

const tests = new WeakMap<ProjectModel, (name: number) => boolean>();
const namingIn = new WeakMap<Module, ReadonlySet<number>>();

/** Functions in which something promises a secret, MODULE for the top level. Several rules ask for the same. */
export function namingFunctions(project: ProjectModel, module: Module): ReadonlySet<number> {
  const known = namingIn.get(module);
  if (known !== undefined) return known;
  const promises = promising(project);
  const { tree } = module;
  const found = new Set<number>();
  for (let node = 0; node < tree.size; node++) if (promises(tree.name(node))) found.add(module.functionAround(node));
  namingIn.set(module, found);
  return found;
}

function promising(project: ProjectModel): (name: number) => boolean {
  let promises = tests.get(project);
  if (promises === undefined)
    tests.set(project, (promises = createNameTest(project.names, (text) => promisesSecret(bare(text)))));
  return promises;
}

const giving = new WeakMap<ProjectModel, ReadonlySet<number>>();

/**
 * Numbers of names: calls that the models say give a secret, and functions of the checkout in which one is named and that return
 * something. What many functions are called, `get`, tells nothing.
 */
export function namesThatGive(
  project: ProjectModel,
  models: ApiModels,
  isTest: (module: Module) => boolean,
): ReadonlySet<number> {
  const known = giving.get(project);
  if (known !== undefined) return known;
  const names = new Set<number>();
  for (const { entry, sources } of models.entries) {
    if (!sources.includes('secret')) continue;
    for (const call of entry.call ?? []) names.add(project.names.find(call.slice(call.lastIndexOf('.') + 1)));
  }
  const isCommon = createCommonNames(project);
  for (const module of project.modules) {
    if (module.file.kind === 'stub' || isTest(module)) continue;
    for (const around of namingFunctions(project, module)) {
      if (around === MODULE) continue;
      const { name, body } = module.index.functions[around]!;
      if (!isCommon(name) && returnsSomething(module, body)) names.add(name);
    }
  }
  names.delete(0);
  giving.set(project, names);
  return names;
}

function returnsSomething({ tree }: Module, body: number): boolean {
  return (
    ownNodes(tree, body, Kind.return_statement).some((statement) => statement + 1 < tree.next(statement)) ||
    ownNodes(tree, body, Kind.yield).length > 0
  );
}

const handed = new WeakMap<ProjectModel, ReadonlySet<number>>();

/** Numbers of the names of what gets something that promises a secret as an argument. */
export function namesThatGet(project: ProjectModel, isTest: (module: Module) => boolean): ReadonlySet<number> {
  const known = handed.get(project);
  if (known !== undefined) return known;
  const names = new Set<number>();
  for (const module of project.modules) {
    if (module.file.kind === 'stub' || isTest(module)) continue;
    const promises = promising(project);
    const { tree, index } = module;
    if (namingFunctions(project, module).size === 0) continue;
    for (const call of index.calls) {
      const list = tree.child(call, Field.arguments);
      const name = calleeName(module, call);
      if (list < 0 || name === 0 || names.has(name)) continue;
      for (let node = list + 1; node < tree.next(list); node++) {
        if (!promises(tree.name(node))) continue;
        names.add(name);
        break;
      }
    }
  }
  handed.set(project, names);
  return names;
}

/** Numbers of the wanted names, and of the functions of the checkout that call one of them. */
export function namesThatCall(
  project: ProjectModel,
  wanted: ReadonlySet<number>,
  isTest: (module: Module) => boolean,
): ReadonlySet<number> {
  const found = new Set(wanted);
  for (const module of project.modules) {
    if (module.file.kind === 'stub' || isTest(module)) continue;
    for (const call of module.index.calls) {
      if (!wanted.has(calleeName(module, call))) continue;
      const around = module.functionAround(call);
      if (around !== MODULE) found.add(module.index.functions[around]!.name);
    }
  }
  found.delete(0);
  return found;
}

/** Number of the last name of what a call calls. */
export function calleeName({ tree }: Module, call: number): number {
  const callee = tree.child(call, Field.function);
  return tree.kind(callee) === Kind.attribute ? tree.name(tree.child(callee, Field.attribute)) : tree.name(callee);
}

function bare(text: string): string {
  return text.replace(/^[A-Za-z]{0,2}(['"])(.*)\1$/s, '$2');
}
