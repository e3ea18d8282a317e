// PV230, PV239: imports that are worth knowing of. In: import statements. Out: a detection at the first that names one of the modules, where
// the project's declared dependencies are as the rule says. Leaves alone: what is done with the module.
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { CreateDetector } from './detector.ts';

export const importedModule: CreateDetector<'imported-module'> = ({ rule, knowledge, report }) => {
  const { facts } = knowledge;
  const wanted = rule.imports
    .filter(({ declared, notDeclared }) => {
      if (declared?.some((name) => facts.declared(name)) === false) return false;
      return notDeclared?.some((name) => facts.declared(name)) !== true;
    })
    .flatMap((one) => one.modules.map((name) => ({ ...one, name })));

  const look = (module: Module, statement: number, told: Set<string>): void => {
    const { tree } = module;
    for (const name of importedNames(module, statement)) {
      const found = wanted.find((one) => name === one.name || name.startsWith(`${one.name}.`));
      if (found === undefined || told.has(found.name)) continue;
      told.add(found.name);
      report({
        module,
        functionIndex: module.functionAround(statement),
        node: statement,
        values: { module: found.name },
        ...(found.message === undefined ? {} : { message: found.message }),
        ...(found.fix === undefined ? {} : { fix: found.fix }),
      });
      if (tree.kind(statement) === Kind.import_from_statement) return;
    }
  };

  return {
    module: (module) => {
      if (wanted.length === 0 || knowledge.context(module).isTest) return;
      const told = new Set<string>();
      for (const statement of module.index.imports) look(module, statement, told);
    },
  };
};

/** Absolute names of the modules that a statement imports, and of what it imports from them. */
function importedNames({ tree }: Module, statement: number): string[] {
  const nameOf = (node: number): string => {
    const dotted = tree.kind(node) === Kind.aliased_import ? tree.child(node, Field.name) : node;
    return tree.kind(dotted) === Kind.dotted_name
      ? tree
          .children(dotted)
          .map((part) => tree.text(part))
          .join('.')
      : tree.text(dotted);
  };
  const parts = tree.children(statement);
  if (tree.kind(statement) === Kind.import_statement) return parts.map(nameOf);
  if (tree.kind(statement) !== Kind.import_from_statement) return [];
  const from = tree.child(statement, Field.module_name);
  if (from < 0 || tree.kind(from) !== Kind.dotted_name) return [];
  const base = nameOf(from);
  return parts.filter((part) => part !== from).map((part) => `${base}.${nameOf(part)}`);
}
