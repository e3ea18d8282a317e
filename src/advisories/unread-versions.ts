// Files that name versions and could not be read. In: the project and what kept its files from being read. Out: a problem for each, since a
// clean answer about dependencies does not cover them.
import type { Problem } from '../base/problem.ts';
import { configurationFiles } from '../model/configuration-files.ts';
import type { ProjectModel } from '../model/project-model.ts';

const namesVersions =
  /(?:^|\/)(?:(?:poetry|uv|pdm|Pipfile)\.lock|pylock(?:\.[^./]+)?\.toml|Pipfile|pyproject\.toml|setup\.cfg|(?:[^/]*[-_.])?(?:requirements|constraints)(?:[-_.][^/]*)?\.(?:txt|in)|requirements\/[^/]+\.txt)$/;

/** One problem for each file; `discovered`: those of the stage that read the files. */
export function unreadVersions(project: ProjectModel, discovered: readonly Problem[]): Problem[] {
  const { all, problems } = configurationFiles(project);
  const files = [...discovered, ...problems].flatMap(({ file }) => file ?? []);
  const broken = all.filter(({ name, text }) => name === 'Pipfile.lock' && !isJson(text)).map(({ path }) => path);
  return [...new Set([...files, ...broken])]
    .filter((file) => namesVersions.test(file))
    .map((file) => ({
      id: 'PVN010',
      message: `${file} could not be read, so the versions in it were not compared with the advisories.`,
      file,
      hidesCode: true,
    }));
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
