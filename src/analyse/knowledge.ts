// What detectors may ask about the project besides values: contexts of files, roles of functions, facts and conventions.
import type { Advisories } from '../advisories/advisory.ts';
import type { ConfiguredLinters } from '../model/configured-linters.ts';
import { configuredLinters } from '../model/configured-linters.ts';
import type { Conventions } from '../model/conventions.ts';
import { findConventions } from '../model/conventions.ts';
import type { Module } from '../model/module.ts';
import type { ProjectFacts } from '../model/project-facts.ts';
import { projectFacts } from '../model/project-facts.ts';
import type { ProjectModel } from '../model/project-model.ts';
import type { FileContext, FunctionRole } from '../model/test-context.ts';
import { createFunctionRoles, createTestContexts } from '../model/test-context.ts';
import type { SnippetParser } from '../parse/snippet.ts';
import { createSnippetParser } from '../parse/snippet.ts';

export interface Knowledge {
  readonly project: ProjectModel;
  readonly context: (module: Module) => FileContext;
  /** Role of a function of a test file; `production` elsewhere. */
  readonly role: (module: Module, functionIndex: number) => FunctionRole;
  readonly facts: ProjectFacts;
  readonly conventions: Conventions;
  readonly linters: ConfiguredLinters;
  /** What is published about the dependencies; absent: nobody asked. */
  readonly advisories?: Advisories;
  /** Parses code that stands in a comment or text. */
  readonly parseSnippet: SnippetParser;
}

/** Gathers what is known; expensive parts are computed when first asked for. */
export function gatherKnowledge(project: ProjectModel, advisories?: Advisories): Knowledge {
  const context = createTestContexts(project);
  let conventions: Conventions | undefined;
  let linters: ConfiguredLinters | undefined;
  return {
    project,
    ...(advisories && { advisories }),
    context,
    role: createFunctionRoles(project, context),
    facts: projectFacts(project),
    parseSnippet: createSnippetParser(),
    get conventions() {
      return (conventions ??= findConventions(project, context));
    },
    get linters() {
      return (linters ??= configuredLinters(project));
    },
  };
}
