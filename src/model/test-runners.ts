// What the configured test runners collect: pytest, stestr, unittest discover.
// In: configuration files. Out: a question about a path. Leaves alone: what the files contain.
import type { ConfigurationFile, Toml } from './configuration-files.ts';
import { configurationFiles, tomlAt, tomlStrings } from './configuration-files.ts';
import type { Glob } from './glob.ts';
import { glob } from './glob.ts';
import { iniList } from './ini-file.ts';
import type { ProjectModel } from './project-model.ts';

/** Names where a runner looks: files below `folders` whose name one of `patterns` matches. */
interface Collection {
  /** Each ends with a slash; '' is the root. */
  readonly folders: readonly string[];
  readonly patterns: readonly { readonly onPath: boolean; readonly matches: Glob }[];
  /** Configuration file and setting, for the evidence. */
  readonly origin: string;
}

const pytestDefaults = ['test_*.py', '*_test.py'];

/**
 * A function from a path to the setting by which a configured runner collects that file, or undefined.
 * A folder alone is not enough (`testpaths = src` with doctests): the name has to match the runner's pattern too.
 */
export function createRunnerMatch(project: ProjectModel): (path: string) => string | undefined {
  const collections = readCollections(project);
  if (collections.length === 0) return () => undefined;
  return (path) => {
    const name = path.slice(path.lastIndexOf('/') + 1);
    return collections.find(
      ({ folders, patterns }) =>
        folders.some((folder) => path.startsWith(folder)) &&
        patterns.some(({ onPath, matches }) => matches(onPath ? path : name)),
    )?.origin;
  };
}

function readCollections(project: ProjectModel): Collection[] {
  const found: Collection[] = [];
  const { ini, toml, all } = configurationFiles(project);
  for (const file of toml) {
    const options = pytestTable(file.content);
    if (options !== undefined)
      addPytest(found, file, tomlList(tomlAt(options, 'testpaths')), tomlList(tomlAt(options, 'python_files')));
  }
  for (const file of ini) {
    const pytest =
      file.content.get('tool:pytest') ?? (file.name === 'setup.cfg' ? undefined : file.content.get('pytest'));
    if (pytest !== undefined)
      addPytest(found, file, iniList(pytest.get('testpaths')), iniList(pytest.get('python_files')));
    if (/^\.?(stestr|testr)\.conf$/.test(file.name)) {
      const section = file.content.get('DEFAULT');
      const path = section?.get('test_path') ?? section?.get('top_dir');
      if (path !== undefined)
        add(found, file, 'test_path', [shellDefault(path)], ['test*.py', '*_test.py', '*_tests.py']);
    }
  }
  for (const file of all) {
    for (const line of file.text.matchAll(/\bunittest\s+discover\b([^\n]*)/g)) {
      const start = /(?:\s-s|\s--start-directory)[\s=]+["']?([^\s"']+)/.exec(line[1]!)?.[1];
      const pattern = /(?:\s-p|\s--pattern)[\s=]+["']?([^\s"']+)/.exec(line[1]!)?.[1];
      // A CI file's commands run from the root of the checkout.
      const folder = /\.ya?ml$/.test(file.name) ? '' : file.folder;
      add(found, { ...file, folder }, 'unittest discover', [start ?? '.'], [pattern ?? 'test*.py']);
    }
  }
  return found;
}

function pytestTable(content: Toml): Toml {
  return (
    tomlAt(content, 'tool', 'pytest', 'ini_options') ?? tomlAt(content, 'pytest') ?? tomlAt(content, 'tool', 'pytest')
  );
}

// TOML takes a list, or one string with blanks between the items.
function tomlList(value: Toml): string[] {
  return tomlStrings(value)
    .flatMap((item) => (Array.isArray(value) ? [item] : item.split(/\s+/)))
    .filter((item) => item !== '');
}

type Place = Pick<ConfigurationFile<unknown>, 'path' | 'folder'>;

function addPytest(
  found: Collection[],
  file: Place,
  testpaths: readonly string[],
  pythonFiles: readonly string[],
): void {
  if (testpaths.length === 0 && pythonFiles.length === 0) return;
  // `python_files = *.py` says something only where `testpaths` says where.
  const patterns = testpaths.length === 0 ? pythonFiles.filter((pattern) => !/^\*(\.py)?$/.test(pattern)) : pythonFiles;
  if (testpaths.length === 0 && patterns.length === 0) return;
  const folders = testpaths.length === 0 ? ['.'] : testpaths;
  add(
    found,
    file,
    testpaths.length === 0 ? 'python_files' : 'testpaths',
    folders,
    patterns.length === 0 ? pytestDefaults : patterns,
  );
}

function add(
  found: Collection[],
  file: Place,
  setting: string,
  folders: readonly string[],
  patterns: readonly string[],
): void {
  const inside = folders.map((folder) => normalFolder(file.folder, folder)).filter((folder) => folder !== undefined);
  if (inside.length === 0) return;
  found.push({ folders: inside, patterns: patterns.map(toPattern), origin: `${setting} of ${file.path}` });
}

/** Folder relative to the root; undefined outside the checkout. A glob (`tests/*`) is cut where it starts. */
function normalFolder(base: string, folder: string): string | undefined {
  const segments: string[] = [];
  for (const segment of `${base}${folder.replace(/^\.\//, '')}`.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment === '..') {
      if (segments.pop() === undefined) return undefined;
    } else if (/[*?[$%]/.test(segment)) break;
    else segments.push(segment);
  }
  return segments.length === 0 ? '' : `${segments.join('/')}/`;
}

// A pattern with a slash is about the path.
function toPattern(pattern: string): Collection['patterns'][number] {
  return { onPath: pattern.includes('/'), matches: glob(pattern.replace(/^\.\//, '')) };
}

// stestr configurations say `${OS_TEST_PATH:-./nova/tests/unit}`.
function shellDefault(value: string): string {
  return value.replace(/\$\{\w+:-([^}]*)\}/g, '$1');
}
