// What detectors may ask about the project besides values: contexts of files, roles of functions, facts and conventions.
import type { Conventions, ConfiguredLinters } from '../model/conventions.ts';
import { configuredLinters, findConventions } from '../model/conventions.ts';
import type { Module } from '../model/module.ts';
import type { ProjectFacts } from '../model/project-facts.ts';
import { projectFacts } from '../model/project-facts.ts';
import type { ProjectModel } from '../model/project-model.ts';
import type { FileContext, FunctionRole } from '../model/test-context.ts';
import { createFunctionRoles, createTestContexts } from '../model/test-context.ts';

export interface Knowledge {
  readonly project: ProjectModel;
  readonly context: (module: Module) => FileContext;
  /** Role of a function of a test file; `production` elsewhere. */
  readonly role: (module: Module, functionIndex: number) => FunctionRole;
  readonly facts: ProjectFacts;
  readonly conventions: Conventions;
  readonly linters: ConfiguredLinters;
}

/** Gathers what is known; expensive parts are computed when first asked for. */
export function gatherKnowledge(project: ProjectModel): Knowledge {
  const context = createTestContexts(project);
  let conventions: Conventions | undefined;
  let linters: ConfiguredLinters | undefined;
  return {
    project,
    context,
    role: createFunctionRoles(project, context),
    facts: projectFacts(project),
    get conventions() {
      return (conventions ??= findConventions(project, context));
    },
    get linters() {
      return (linters ??= configuredLinters(project));
    },
  };
}
