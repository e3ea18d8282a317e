// Settings that the checkout gives somewhere: `CORS_ORIGINS = [...]` in a module or class, `app.config["CORS_ORIGINS"] = ...`. In: a name.
// Out: whether one of its modules assigns it. Leaves alone: what it is set to, and whether that module is the one that is loaded.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import type { ProjectModel } from '../../model/project-model.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { Knowledge } from '../knowledge.ts';
import { literalText } from './written-expression.ts';

const known = new WeakMap<ProjectModel, Map<string, boolean>>();

/** Whether a module of the checkout, tests aside, assigns a setting of this name. */
export function isConfigured(name: string, { project, context }: Knowledge): boolean {
  let ofProject = known.get(project);
  if (ofProject === undefined) known.set(project, (ofProject = new Map<string, boolean>()));
  let found = ofProject.get(name);
  if (found === undefined) {
    const number = project.names.find(name);
    found = project.modules.some((module) => !context(module).isTest && assigns(module, name, number));
    ofProject.set(name, found);
  }
  return found;
}

function assigns(module: Module, name: string, number: number): boolean {
  const { tree, index } = module;
  return index.assignments.some((assignment) => {
    const left = tree.child(assignment, Field.left);
    switch (tree.kind(left)) {
      case Kind.identifier:
        return number !== 0 && tree.name(left) === number && module.functionAround(assignment) === MODULE;
      case Kind.attribute:
        return tree.text(tree.child(left, Field.attribute)) === name;
      case Kind.subscript:
        return literalText(tree, tree.child(left, Field.subscript)) === name;
      default:
        return false;
    }
  });
}
