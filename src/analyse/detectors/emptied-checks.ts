// Methods that override a check of a framework with nothing. In: a module, qualified names of the checks by class. Out: the name node of each such
// method, with its name. Leaves alone: overrides that ask or raise something.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import type { ProjectModel } from '../../model/project-model.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';

export interface EmptiedCheck {
  readonly node: number;
  readonly name: string;
}

/** Overrides of `checks` (`tornado.web.RequestHandler.check_xsrf_cookie`) that do nothing. */
export function emptiedChecks(
  project: ProjectModel,
  module: Module,
  checks: readonly string[],
  numbers: ReadonlySet<number>,
): EmptiedCheck[] {
  const { tree, index } = module;
  const found: EmptiedCheck[] = [];
  for (const item of numbers.size === 0 ? [] : index.functions) {
    if (item.methodOf === MODULE || !numbers.has(item.name) || !doesNothing(module, item.body)) continue;
    const { external } = project.ancestry({ module, index: item.methodOf });
    const name = tree.names.text(item.name);
    if (external.some((base) => checks.includes(`${base}.${name}`)))
      found.push({ node: tree.child(item.node, Field.name), name });
  }
  return found;
}

/** Numbers of the last parts of qualified names, of those that some file has. */
export function numbersOfLast({ names }: ProjectModel, qualified: readonly string[]): ReadonlySet<number> {
  const numbers = new Set(qualified.map((name) => names.find(name.slice(name.lastIndexOf('.') + 1))));
  numbers.delete(0);
  return numbers;
}

/** A docstring, `pass`, `...`, `return`, `return True`: nothing is asked and nothing raised. */
function doesNothing({ tree }: Module, body: number): boolean {
  return (
    body >= 0 &&
    tree.children(body).every((statement) => {
      const kind = tree.kind(statement);
      if (kind === Kind.pass_statement) return true;
      if (kind === Kind.expression_statement) return idle.has(tree.kind(statement + 1));
      if (kind !== Kind.return_statement) return false;
      const value = tree.children(statement)[0];
      return value === undefined || tree.kind(value) === Kind.none || tree.kind(value) === Kind.true;
    })
  );
}

const idle: ReadonlySet<number> = new Set<number>([Kind.string, Kind.ellipsis, Kind.none]);
