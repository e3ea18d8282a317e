// A project model from texts in memory, for tests of everything after `parse`, and where to look in it.
import type { Module } from '../../src/model/module.ts';
import { modelOfTexts } from '../../src/model/model-of-texts.ts';
import type { ProjectModel } from '../../src/model/project-model.ts';

/** Builds a model; paths are sorted as `discover` sorts them. */
export const projectOf = modelOfTexts;

/** The module at a path. */
export function moduleAt(project: ProjectModel, path: string): Module {
  const module = project.modules.find((item) => item.path === path);
  if (module === undefined) throw new Error(`no module at ${path}`);
  return module;
}

/** A project of one file, and its module. */
export function moduleOf(text: string, path = 'app.py'): { project: ProjectModel; module: Module } {
  const project = projectOf({ [path]: text });
  return { project, module: moduleAt(project, path) };
}

/** Index of a function by its qualified name. */
export function functionOf(module: Module, qualifiedName: string): number {
  const index = module.index.functions.findIndex((_, i) => module.qualifiedName(i) === qualifiedName);
  if (index < 0) throw new Error(`no function ${qualifiedName} in ${module.path}`);
  return index;
}
