// What packaging files say: the project's name, who it belongs to, which Python and which libraries it wants.
// In: the project's configuration files. Out: statements with the file they stand in. Leaves alone: which statement wins.
import type { FilePath } from '../base/file-path.ts';
import type { ConfigurationFile, Toml } from './configuration-files.ts';
import { configurationFiles, tomlAt, tomlEntries, tomlStrings } from './configuration-files.ts';
import type { IniFile } from './ini-file.ts';
import { iniList } from './ini-file.ts';
import type { ProjectModel } from './project-model.ts';
import type { VersionRange } from './version-range.ts';
import { anyVersion, readRange } from './version-range.ts';

export interface Dependency {
  /** Normalised (PEP 503). */
  readonly name: string;
  /** Undefined if the constraint could not be read. */
  readonly range: VersionRange | undefined;
  /** From a lock file: this very version is installed. */
  readonly locked: boolean;
  /** Of a lock file: it comes out of a repository, a folder or an address, so its version is its own and not the index's. */
  readonly elsewhere?: true;
  /** Environment marker as written, '' for none. */
  readonly marker: string;
  readonly file: FilePath;
}

/** One packaging file's statements about the project in its folder. */
export interface PackagingFile {
  readonly path: FilePath;
  /** The folder whose project it describes, with a slash at the end; '' for the root. */
  readonly folder: string;
  readonly kind: 'pyproject' | 'setup.cfg' | 'setup.py' | 'metadata';
  readonly name?: string;
  readonly requiresPython?: string;
  readonly classifiers: readonly string[];
  readonly author?: string;
  readonly homePage?: string;
  /** Packages that `top_level.txt` beside the metadata lists. */
  readonly topLevel?: readonly string[];
}

export interface Packaging {
  /** Outermost first; in one folder pyproject.toml, setup.cfg, setup.py, metadata. */
  readonly files: readonly PackagingFile[];
  readonly dependencies: readonly Dependency[];
  /** `requires-python` by other means: Poetry's `python`, Pipfile's `python_version`. */
  readonly otherPython: readonly { readonly file: FilePath; readonly text: string }[];
}

/** PEP 503: runs of `-`, `_` and `.` are one dash; lower case. */
export function normalName(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-');
}

const cache = new WeakMap<ProjectModel, Packaging>();

/** The packaging files of a project, read once. */
export function packaging(project: ProjectModel): Packaging {
  let found = cache.get(project);
  if (found === undefined) cache.set(project, (found = readPackaging(project)));
  return found;
}

const kindOrder: readonly PackagingFile['kind'][] = ['pyproject', 'setup.cfg', 'setup.py', 'metadata'];

function readPackaging(project: ProjectModel): Packaging {
  const configuration = configurationFiles(project);
  const files: PackagingFile[] = [];
  const dependencies: Dependency[] = [];
  const otherPython: { file: FilePath; text: string }[] = [];
  for (const file of configuration.toml) {
    if (file.name === 'pyproject.toml') {
      files.push(pyproject(file));
      pyprojectDependencies(file, dependencies, otherPython);
    } else if (file.name === 'Pipfile') pipfileDependencies(file, dependencies, otherPython);
    else if (file.name.endsWith('.lock')) lockedPackages(file, tomlAt(file.content, 'package'), dependencies);
    else if (isPylock(file.name)) lockedPackages(file, tomlAt(file.content, 'packages'), dependencies);
  }
  for (const file of configuration.ini) if (file.name === 'setup.cfg') readSetupCfg(file, files, dependencies);
  for (const file of configuration.all) {
    if (file.name === 'setup.py') readSetupPy(file, files, dependencies);
    else if (file.name === 'PKG-INFO' || file.name === 'METADATA')
      readMetadata(file, configuration.all, files, dependencies);
    else if (file.name === 'Pipfile.lock') pipfileLock(file, dependencies);
    else if (
      /^(?:.*[-_])?(?:requirements|constraints)(?:[-_.].*)?\.(?:txt|in)$/.test(file.name) ||
      /(?:^|\/)requirements\/$/.test(file.folder)
    ) {
      for (const line of requirementLines(file.text)) addRequirement(dependencies, line, file.path);
    }
  }
  const depth = (path: string): number => path.split('/').length;
  files.sort(
    (a, b) =>
      depth(a.folder) - depth(b.folder) ||
      (a.folder < b.folder ? -1 : a.folder > b.folder ? 1 : kindOrder.indexOf(a.kind) - kindOrder.indexOf(b.kind)) ||
      (a.path < b.path ? -1 : 1),
  );
  return { files, dependencies, otherPython };
}

function optional<K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> {
  return value === undefined ? {} : ({ [key]: value } as Record<K, V>);
}

function text(value: Toml): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

function pyproject(file: ConfigurationFile<Toml>): PackagingFile {
  const project = tomlAt(file.content, 'project');
  const poetry = tomlAt(file.content, 'tool', 'poetry');
  const urls = tomlEntries(tomlAt(project, 'urls')).find(([key]) => /^home-?page$/i.test(key));
  const authors = tomlAt(project, 'authors');
  return {
    path: file.path,
    folder: file.folder,
    kind: 'pyproject',
    ...optional('name', text(tomlAt(project, 'name')) ?? text(tomlAt(poetry, 'name'))),
    ...optional('requiresPython', text(tomlAt(project, 'requires-python'))),
    classifiers: [...tomlStrings(tomlAt(project, 'classifiers')), ...tomlStrings(tomlAt(poetry, 'classifiers'))],
    ...optional(
      'author',
      Array.isArray(authors) && authors.length === 1 ? text(tomlAt(authors[0], 'name')) : undefined,
    ),
    ...optional('homePage', text(urls?.[1]) ?? text(tomlAt(poetry, 'homepage'))),
  };
}

function pyprojectDependencies(
  file: ConfigurationFile<Toml>,
  dependencies: Dependency[],
  otherPython: { file: FilePath; text: string }[],
): void {
  const requirements = [
    ...tomlStrings(tomlAt(file.content, 'project', 'dependencies')),
    ...tomlEntries(tomlAt(file.content, 'project', 'optional-dependencies')).flatMap(([, list]) => tomlStrings(list)),
    ...tomlEntries(tomlAt(file.content, 'dependency-groups')).flatMap(([, list]) => tomlStrings(list)),
  ];
  for (const requirement of requirements) addRequirement(dependencies, requirement, file.path);
  const poetry = tomlAt(file.content, 'tool', 'poetry');
  const tables = [
    tomlAt(poetry, 'dependencies'),
    tomlAt(poetry, 'dev-dependencies'),
    ...tomlEntries(tomlAt(poetry, 'group')).map(([, group]) => tomlAt(group, 'dependencies')),
  ];
  for (const [name, value] of tables.flatMap(tomlEntries)) {
    // A list holds one entry per environment.
    for (const entry of Array.isArray(value) ? (value as Toml[]) : [value]) {
      const constraint = typeof entry === 'string' ? entry : text(tomlAt(entry, 'version'));
      if (name === 'python') {
        if (constraint !== undefined) otherPython.push({ file: file.path, text: constraint });
        continue;
      }
      const marker = text(tomlAt(entry, 'markers')) ?? poetryPython(text(tomlAt(entry, 'python')));
      const range = constraint === undefined ? anyVersion : readRange(constraint, 'poetry');
      dependencies.push({ name: normalName(name), range, locked: false, marker, file: file.path });
    }
  }
}

function poetryPython(constraint: string | undefined): string {
  const match = /^(<=?)\s*([\d.]+)$/.exec(constraint ?? '');
  return match === null ? '' : `python_version ${match[1]!} "${match[2]!}"`;
}

function pipfileDependencies(
  file: ConfigurationFile<Toml>,
  dependencies: Dependency[],
  otherPython: { file: FilePath; text: string }[],
): void {
  for (const section of ['packages', 'dev-packages']) {
    for (const [name, value] of tomlEntries(tomlAt(file.content, section))) {
      const constraint = typeof value === 'string' ? value : (text(tomlAt(value, 'version')) ?? '*');
      const marker = text(tomlAt(value, 'markers')) ?? '';
      dependencies.push({
        name: normalName(name),
        range: readRange(constraint),
        locked: false,
        marker,
        file: file.path,
      });
    }
  }
  const version = text(tomlAt(file.content, 'requires', 'python_version'));
  if (version !== undefined) otherPython.push({ file: file.path, text: `==${version}.*` });
}

function lockedPackages(file: ConfigurationFile<unknown>, packages: Toml, dependencies: Dependency[]): void {
  if (!Array.isArray(packages)) return;
  for (const item of packages as Toml[]) {
    const name = text(tomlAt(item, 'name'));
    const version = text(tomlAt(item, 'version'));
    if (name === undefined || version === undefined) continue;
    addLocked(dependencies, name, `==${version}`, file.path, isFromElsewhere(item));
  }
}

/** `pylock.toml` and `pylock.NAME.toml` (PEP 751). */
function isPylock(name: string): boolean {
  return /^pylock(?:\.[^.]+)?\.toml$/.test(name);
}

/** Poetry and uv say it in `source`, pdm and pylock.toml in keys of the package itself. */
function isFromElsewhere(item: Toml): boolean {
  const source = tomlAt(item, 'source');
  const type = text(tomlAt(source, 'type'));
  if (type !== undefined) return type !== 'legacy';
  if (source !== undefined) return tomlAt(source, 'registry') === undefined;
  return ['git', 'path', 'url', 'vcs', 'directory', 'archive'].some((key) => tomlAt(item, key) !== undefined);
}

function pipfileLock(file: ConfigurationFile<undefined>, dependencies: Dependency[]): void {
  let content: unknown;
  try {
    content = JSON.parse(file.text);
  } catch {
    // A lock file is written by a tool; a broken one says nothing, and the Pipfile beside it still counts.
    return;
  }
  for (const section of ['default', 'develop']) {
    for (const [name, entry] of tomlEntries(tomlAt(content, section))) {
      const version = text(tomlAt(entry, 'version'));
      if (version !== undefined) addLocked(dependencies, name, version, file.path, false);
    }
  }
}

function addLocked(
  dependencies: Dependency[],
  name: string,
  constraint: string,
  file: FilePath,
  elsewhere: boolean,
): void {
  const range = readRange(constraint);
  dependencies.push({
    name: normalName(name),
    range,
    locked: true,
    marker: '',
    file,
    ...(elsewhere && { elsewhere: true as const }),
  });
}

/** Lines of a requirements file, continued lines joined; options (`-r`, `--hash`) and comments dropped. */
function requirementLines(content: string): string[] {
  return content
    .replace(/\\\r?\n/g, ' ')
    .split(/\r\n|[\n\r]/)
    .map((line) =>
      line
        .replace(/(^|\s)#.*$/, '')
        .replace(/\s--\w.*$/, '')
        .trim(),
    )
    .filter((line) => line !== '' && !line.startsWith('-'));
}

/** Takes one requirement (PEP 508): `name[extra] >=1,<2 ; marker`. A direct reference (`name @ url`) has no known version. */
function addRequirement(dependencies: Dependency[], requirement: string, file: FilePath): void {
  const match = /^\s*([A-Za-z\d](?:[\w.-]*[A-Za-z\d])?)\s*(?:\[[^\]]*\])?\s*([^;]*)(?:;(.*))?$/.exec(requirement);
  if (match === null) return;
  const constraint = match[2]!.trim().replace(/^\((.*)\)$/, '$1');
  const range = constraint === '' ? anyVersion : /^[<>=!~]/.test(constraint) ? readRange(constraint) : undefined;
  // A path or a word that follows is no requirement at all.
  if (range === undefined && !/^(?:@|[<>=!~])/.test(constraint)) return;
  dependencies.push({ name: normalName(match[1]!), range, locked: false, marker: (match[3] ?? '').trim(), file });
}

function readSetupCfg(file: ConfigurationFile<IniFile>, files: PackagingFile[], dependencies: Dependency[]): void {
  const metadata = file.content.get('metadata');
  const options = file.content.get('options');
  const get = (...keys: string[]): string | undefined =>
    keys.map((key) => metadata?.get(key)).find((value) => value !== undefined && value !== '');
  if (metadata !== undefined || options !== undefined) {
    files.push({
      path: file.path,
      folder: file.folder,
      kind: 'setup.cfg',
      ...optional('name', get('name')),
      ...optional(
        'requiresPython',
        options?.get('python_requires') ?? get('python-requires', 'python_requires', 'requires-python'),
      ),
      classifiers: (get('classifiers', 'classifier') ?? '')
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
      ...optional('author', get('author')),
      ...optional('homePage', get('url', 'home-page', 'home_page')),
    });
  }
  const lists = [
    options?.get('install_requires'),
    options?.get('tests_require'),
    ...(file.content.get('options.extras_require')?.values() ?? []),
    ...(file.content.get('extras')?.values() ?? []),
  ];
  for (const list of lists)
    for (const line of requirementLines(list ?? '')) addRequirement(dependencies, line, file.path);
}

// setup.py is Python that we never run; what it says in plain literals is taken, everything else is unknown.
function readSetupPy(file: ConfigurationFile<undefined>, files: PackagingFile[], dependencies: Dependency[]): void {
  const source = file.text.replace(/^\s*#.*$/gm, '');
  const literal = (key: string): string | undefined =>
    new RegExp(`[(,\\s]${key}\\s*=\\s*(["'])([^"'\\n\\\\{}%]+)\\1\\s*[,)]`).exec(source)?.[2]?.trim();
  files.push({
    path: file.path,
    folder: file.folder,
    kind: 'setup.py',
    ...optional('name', literal('name')),
    ...optional('requiresPython', literal('python_requires')),
    classifiers: [...source.matchAll(/["']((?:Environment|Framework) :: [^"'\n]+)["']/g)].map((match) => match[1]!),
    ...optional('author', literal('author')),
    ...optional('homePage', literal('url')),
  });
  for (const key of ['install_requires', 'tests_require']) {
    const list = new RegExp(`[(,\\s]${key}\\s*=\\s*\\[([^\\]]*)\\]`).exec(source)?.[1];
    for (const item of (list ?? '').matchAll(/"([^"\n]*)"|'([^'\n]*)'/g))
      addRequirement(dependencies, item[1] ?? item[2]!, file.path);
  }
}

function readMetadata(
  file: ConfigurationFile<undefined>,
  all: readonly ConfigurationFile<undefined>[],
  files: PackagingFile[],
  dependencies: Dependency[],
): void {
  const headers = new Map<string, string[]>();
  // The body (the long description) starts at the first empty line.
  for (const line of file.text.split(/\r?\n\r?\n/, 1)[0]!.split(/\r?\n/)) {
    const match = /^([A-Za-z-]+):\s*(.*)$/.exec(line);
    if (match === null) continue;
    const key = match[1]!.toLowerCase();
    headers.set(key, [...(headers.get(key) ?? []), match[2]!.trim()]);
  }
  const first = (key: string): string | undefined => text(headers.get(key)?.[0]);
  const beside = (name: string): string | undefined =>
    all.find((other) => other.folder === file.folder && other.name === name)?.text;
  const topLevel = beside('top_level.txt');
  files.push({
    path: file.path,
    // `nova-26.2.2.egg-info/PKG-INFO` describes what lies beside its folder.
    folder: file.folder.replace(/[^/]+\.(?:egg|dist)-info\/$/, ''),
    kind: 'metadata',
    ...optional('name', first('name')),
    ...optional('requiresPython', first('requires-python')),
    classifiers: headers.get('classifier') ?? [],
    ...optional('author', first('author')),
    ...optional('homePage', first('home-page')),
    ...optional('topLevel', topLevel === undefined ? undefined : iniList(topLevel)),
  });
  const requirements =
    headers.get('requires-dist') ??
    requirementLines(beside('requires.txt') ?? '').filter((line) => !line.startsWith('['));
  for (const requirement of requirements) addRequirement(dependencies, requirement, file.path);
}
