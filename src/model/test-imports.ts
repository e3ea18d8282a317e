// Which test libraries a module imports, by the text of its import statements, and whether it runs them itself.
// In: a module. Out: names of libraries. Leaves alone: what is done with them.
import { Field, Kind } from '../parse/lowered-tree.ts';
import { dottedText } from './bindings.ts';
import type { Module } from './module.ts';
import type { ProjectModel } from './project-model.ts';

const libraries = [
  'unittest',
  'pytest',
  'testtools',
  'nose',
  'testscenarios',
  'ddt',
  'hypothesis',
  'absl.testing',
  'django.test',
  'twisted.trial',
];

export type TestLibrary = string;

const firstNames = new WeakMap<ProjectModel, ReadonlySet<number>>();
const found = new WeakMap<Module, readonly TestLibrary[]>();

/** Test libraries that a module imports anywhere, in file order; each once. `from django import test` is `django.test`. */
export function testImports(project: ProjectModel, module: Module): readonly TestLibrary[] {
  let known = found.get(module);
  if (known === undefined) found.set(module, (known = findImports(project, module)));
  return known;
}

function findImports(project: ProjectModel, module: Module): TestLibrary[] {
  const { tree } = module;
  let firsts = firstNames.get(project);
  if (firsts === undefined) {
    // Numbers instead of texts: nearly every import is about something else.
    firsts = new Set(libraries.map((name) => project.names.find(name.split('.', 1)[0]!)).filter((name) => name !== 0));
    firstNames.set(project, firsts);
  }
  const imports: TestLibrary[] = [];
  const take = (dotted: string): void => {
    const library = libraries.find((name) => dotted === name || dotted.startsWith(`${name}.`));
    if (library !== undefined && !imports.includes(library)) imports.push(library);
  };
  for (const node of module.index.imports) {
    if (tree.kind(node) === Kind.import_statement) {
      for (const child of tree.children(node)) {
        const name = tree.kind(child) === Kind.aliased_import ? tree.child(child, Field.name) : child;
        if (firsts.has(tree.name(name + 1))) take(dottedText(tree, name));
      }
      continue;
    }
    const from = tree.child(node, Field.module_name);
    if (tree.kind(from) !== Kind.dotted_name || !firsts.has(tree.name(from + 1))) continue;
    const base = dottedText(tree, from);
    take(base);
    for (const child of tree.children(node)) {
      if (tree.field(child) !== Field.name) continue;
      take(
        `${base}.${dottedText(tree, tree.kind(child) === Kind.aliased_import ? tree.child(child, Field.name) : child)}`,
      );
    }
  }
  return imports;
}

/** True for a module that ends in `if ...: unittest.main()`, or the same call of another test library. */
export function isMainGuard(project: ProjectModel, module: Module): boolean {
  const { tree } = module;
  for (const statement of tree.children(0)) {
    if (tree.kind(statement) !== Kind.if_statement) continue;
    const body = tree.child(statement, Field.consequence);
    if (body < 0) continue;
    for (const inner of tree.children(body)) {
      const call = inner + 1;
      if (tree.kind(inner) !== Kind.expression_statement || tree.kind(call) !== Kind.call) continue;
      const definition = project.dotted(module, -1, tree.child(call, Field.function));
      if (
        definition?.kind === 'external' &&
        /^(?:unittest2?|pytest|nose|absl\.testing\.absltest|testtools)\.(?:\w+\.)?(?:main|runmodule)$/.test(
          definition.name,
        )
      )
        return true;
    }
  }
  return false;
}
