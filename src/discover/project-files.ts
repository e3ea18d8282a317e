// The project's own description of itself (packaging, test and tool configuration), files that hold credentials, and templates, as text.
// In: paths. Out: ProjectFile values. Leaves alone: what the texts mean; nothing of it is ever executed.
import { lstatSync, readdirSync, realpathSync } from 'node:fs';
import { sep } from 'node:path';
import { filePath } from '../base/file-path.ts';
import type { Problem } from '../base/problem.ts';
import { credentialForm } from './credential-file.ts';
import { readSmallFile } from './read-small-file.ts';
import type { ProjectFile } from './source-set.ts';
import { hasTemplateMarks, isTemplateFile } from './template-file.ts';

const maxBytes = 256 * 1024;
const maxLockFileBytes = 4 * 1024 * 1024;

const exactNames = new Set([
  ...[
    'pyproject.toml',
    'setup.cfg',
    'setup.py',
    'Pipfile',
    'Pipfile.lock',
    'poetry.lock',
    'uv.lock',
    'pdm.lock',
    'pylock.toml',
  ],
  ...['tox.ini', 'pytest.ini', '.pytest.ini', '.stestr.conf', 'noxfile.py', '.gitreview', '.pre-commit-config.yaml'],
  ...['.flake8', 'ruff.toml', '.ruff.toml', '.pylintrc', 'pylintrc', '.bandit', 'mypy.ini'],
  ...['Dockerfile', 'Containerfile', 'compose.yml', 'compose.yaml', 'PKG-INFO'],
]);
const namePatterns =
  /^(?:(?:.*[-_.])?(?:requirements|constraints)(?:[-_.].*)?\.(?:txt|in)|pylock\.[^.]+\.toml|Dockerfile\..+|.+\.[Dd]ockerfile|docker-compose(?:[.-].+)?\.ya?ml)$/;
const pathPatterns =
  /(?:^|\/)(?:requirements\/[^/]+\.txt|[^/]+\.(?:egg-info|dist-info)\/(?:PKG-INFO|METADATA|top_level\.txt)|\.github\/workflows\/[^/]+\.ya?ml)$/;

/** True if the path (relative to the root) names a file that describes the project, one that holds credentials, or a template. */
export function isProjectFile(path: string): boolean {
  return describesProject(path) || credentialForm(path) !== undefined || isTemplateFile(path);
}

/** True if the path names a file that describes the project: packaging, tests, tools. */
export function describesProject(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return exactNames.has(name) || namePatterns.test(name) || pathPatterns.test(path);
}

/**
 * The project files that lie beside the way from the root down to `given` (a directory or file to scan) and are not below it:
 * those directly in each directory on the way, and the root's workflows. Metadata of neighbours is not looked for.
 */
export function projectFilesAbove(root: string, given: string): string[] {
  const segments = given === '' ? [] : given.split('/');
  const directories = segments.map((_, depth) => segments.slice(0, depth).join('/'));
  if (given !== '') directories.push('.github/workflows');
  return directories.flatMap((directory) =>
    filesOf(`${root}/${directory}`)
      .map((name) => (directory === '' ? name : `${directory}/${name}`))
      .filter(describesProject),
  );
}

/**
 * Reads one project file; `undefined` if it is not there or a link leads out of the checkout. Too big to be read as a whole:
 * a problem, since half a lock file would be misleading.
 */
export function readProjectFile(root: string, path: string): ProjectFile | Problem | undefined {
  const limit = /\.lock$|(?:^|\/)pylock(?:\.[^.]+)?\.toml$/.test(path) ? maxLockFileBytes : maxBytes;
  let real: string;
  try {
    real = realpathSync(`${root}/${path}`);
  } catch {
    return undefined;
  }
  if (!real.startsWith(root.endsWith(sep) ? root : root + sep)) return undefined;
  const stats = lstatSync(real, { throwIfNoEntry: false });
  if (stats?.isFile() !== true) return undefined;
  const text = readSmallFile(real, limit);
  if (text !== undefined)
    return isTemplateFile(path) && !hasTemplateMarks(text) ? undefined : { path: filePath(path), text };
  const wrong =
    stats.size > limit
      ? `it is larger than ${limit / 1024} KB`
      : 'the system refuses to open it; check its permissions';
  const message = `${path} was not read for project facts: ${wrong}.`;
  return { id: 'PVN002', message, file: filePath(path), hidesCode: false };
}

function filesOf(directory: string): string[] {
  try {
    return readdirSync(directory, { withFileTypes: true })
      .filter((entry) => entry.isFile() || entry.isSymbolicLink())
      .map((entry) => entry.name);
  } catch {
    return [];
  }
}
