// From packed files to a project: every file becomes a module with its names.
import type { SourceSet } from '../discover/source-set.ts';
import type { ParsedSources } from '../parse/parse.ts';
import { ImportPaths } from './import-paths.ts';
import { namesOfModules, packageFolders } from './module-names.ts';
import { Module } from './module.ts';
import { ProjectModel } from './project-model.ts';

/** Builds the model of all files that could be parsed. */
export function buildModel(parsed: ParsedSources, sources: SourceSet): ProjectModel {
  const packages = packageFolders(sources.files.map((file) => file.path));
  const facts = parsed.facts.flatMap(({ file, tree }) => (tree === undefined ? [] : [{ file, tree }]));
  const names = namesOfModules(
    facts.map(({ file }) => file.path),
    packages,
  );
  const byName = new Map<string, Module>();
  const importPaths = new ImportPaths(
    new Map([...names].map(([path, [first = '']]) => [path, first])),
    packages,
    (module, name) => byName.get(module)?.definesAtTop(name) === true,
  );
  const modules = facts.map(({ file, tree }) => new Module(file, tree, names.get(file.path)!, importPaths));
  for (const module of modules) byName.set(module.name, module);
  return new ProjectModel(modules, parsed.names, sources.projectFiles);
}
