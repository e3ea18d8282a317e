// A project model from texts in memory, for tests of everything after `parse`.
// In: Python texts by path, packaging files by path. Out: the model that a scan of these files would build.
import { readFileSync } from 'node:fs';
import { filePath } from '../../src/base/file-path.ts';
import type { SourceFile, SourceKind, SourceSet } from '../../src/discover/source-set.ts';
import { buildModel } from '../../src/model/build-model.ts';
import type { Module } from '../../src/model/module.ts';
import type { ProjectModel } from '../../src/model/project-model.ts';
import { createFlatParser } from '../../src/parse/flat-parser.ts';
import type { FileFacts } from '../../src/parse/file-facts.ts';
import { LoweredTree } from '../../src/parse/lowered-tree.ts';
import { NameMapping, NameTable } from '../../src/parse/name-table.ts';

const wasm = new WebAssembly.Module(readFileSync(new URL('../../src/parse/native/parser.wasm', import.meta.url)));

/** Builds a model; paths are sorted as `discover` sorts them. */
export function projectOf(
  files: Readonly<Record<string, string>>,
  projectFiles: Readonly<Record<string, string>> = {},
): ProjectModel {
  // A parser of its own, so that the project knows no texts but its own.
  const parser = createFlatParser(wasm);
  const names = new NameTable();
  const mapping = new NameMapping(names);
  const facts: FileFacts[] = [];
  for (const path of Object.keys(files).sort()) {
    const bytes = new TextEncoder().encode(files[path]);
    const lowered = parser.lower(bytes);
    const globalNames = mapping.add(parser.takeNewTexts());
    const texts: string[] = [];
    for (let i = 0; i < lowered.comments.length; i += 2) {
      texts.push(new TextDecoder().decode(bytes.subarray(lowered.comments[i], lowered.comments[i + 1])));
    }
    const tree = new LoweredTree(
      lowered.words,
      lowered.lineStarts,
      { ranges: lowered.comments, texts },
      names,
      globalNames,
    );
    facts.push({ file: sourceFile(path, bytes.length), tree, problems: [], skipped: [] });
  }
  const sources: SourceSet = {
    root: '/checkout',
    files: facts.map((item) => item.file),
    skipped: [],
    projectFiles: Object.keys(projectFiles)
      .sort()
      .map((path) => ({ path: filePath(path), text: projectFiles[path]! })),
    listedBy: 'git',
    problems: [],
  };
  return buildModel({ facts, names }, sources);
}

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

function sourceFile(path: string, size: number): SourceFile {
  const kind: SourceKind = path.endsWith('.pyi') ? 'stub' : path.endsWith('.ipynb') ? 'notebook' : 'python';
  return { path: filePath(path), absolutePath: `/checkout/${path}`, kind, size };
}
