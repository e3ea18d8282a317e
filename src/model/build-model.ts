// From packed files to a project: every file becomes a module with its names.
import type { SourceSet } from '../discover/source-set.ts';
import type { ParsedSources } from '../parse/parse.ts';
import { moduleNames } from './module-names.ts';
import { Module } from './module.ts';
import { ProjectModel } from './project-model.ts';

/** Builds the model of all files that could be parsed. */
export function buildModel(parsed: ParsedSources, sources: SourceSet): ProjectModel {
  const packages = new Set(
    sources.files
      .filter((file) => /(^|\/)__init__\.pyi?$/.test(file.path))
      .map((file) => file.path.replace(/\/?__init__\.pyi?$/, '')),
  );
  const modules: Module[] = [];
  for (const { file, tree } of parsed.facts) {
    if (tree === undefined) continue;
    modules.push(
      new Module(
        file,
        tree,
        moduleNames(file.path, (directory) => packages.has(directory)),
      ),
    );
  }
  return new ProjectModel(modules, parsed.names, sources.projectFiles);
}
