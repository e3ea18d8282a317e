// A project model from texts in memory: of the examples of rules. In: Python texts by path, packaging files by path. Out: the model that a
// scan of these files would build.
import { filePath } from '../base/file-path.ts';
import { parseTexts } from '../parse/parse-texts.ts';
import { buildModel } from './build-model.ts';
import type { ProjectModel } from './project-model.ts';

/** Builds a model; paths are sorted as `discover` sorts them. */
export function modelOfTexts(
  files: Readonly<Record<string, string>>,
  projectFiles: Readonly<Record<string, string>> = {},
): ProjectModel {
  const parsed = parseTexts(files);
  return buildModel(parsed, {
    root: '/checkout',
    files: parsed.facts.map(({ file }) => file),
    skipped: [],
    projectFiles: Object.keys(projectFiles)
      .sort()
      .map((path) => ({ path: filePath(path), text: projectFiles[path]! })),
    listedBy: 'git',
    problems: [],
  });
}
