// One clause that says what is reviewed: "test code (functional, testtools) for the Nova component of OpenStack"
// (practices-catalogue.md §1.3). In: the project and its contexts. Out: the clause, and the subject of a lone test file.
// Nothing is claimed that the checkout does not show; a parent project is never invented.
import { Field, Kind } from '../parse/lowered-tree.ts';
import { classDocstring, docstring, docstringText } from './comments.ts';
import { configurationFiles } from './configuration-files.ts';
import { displayName } from './display-name.ts';
import { MODULE } from './file-index.ts';
import type { Framework } from './framework.ts';
import type { Module } from './module.ts';
import { normalName, packaging } from './packaging.ts';
import type { PackagingFile } from './packaging.ts';
import type { ProjectModel } from './project-model.ts';
import type { FileContext } from './test-context.ts';
import { pathKind } from './test-context.ts';

export interface ProjectDescription {
  readonly description: string;
  /** "regression test for bug 1718455", if exactly one file is reviewed and it has one clear subject. */
  readonly subject?: string;
}

/** What the checkout's files do not show: the caller may know it. */
export interface ProjectHints {
  /** `owner/name` as the CI gives it. */
  readonly repository?: string;
  /** Name of the checkout's root folder. */
  readonly rootFolder?: string;
}

/** Describes the reviewed modules (default: all that are no stubs) and the project they belong to. */
export function describeProject(
  project: ProjectModel,
  contextOf: (module: Module) => FileContext,
  reviewed: readonly Module[] = project.modules.filter((module) => module.file.kind !== 'stub'),
  hints: ProjectHints = {},
): ProjectDescription {
  const tests = reviewed.filter((module) => contextOf(module).isTest);
  const production = reviewed.length - tests.length;
  const words = testWords(tests, contextOf);
  const testCode = words.length === 0 ? 'test code' : `test code (${words.join(', ')})`;
  const of = owner(project, reviewed, hints);
  const [only] = reviewed;
  const subject = reviewed.length === 1 && contextOf(only!).isTest ? subjectOf(project, only!) : undefined;
  const withSubject = subject === undefined ? {} : { subject };
  if (reviewed.length === 0) return { description: 'no code' };
  if (production === 0) return { description: `${testCode}${short(of)}`, ...withSubject };
  if (tests.length === 0) return { description: `production code${short(of)}` };
  const counted = `production code (${count(production)}) and test code (${[count(tests.length), ...words].join(', ')})`;
  return { description: `${counted}${long(of)}` };
}

function count(files: number): string {
  return files === 1 ? '1 file' : `${files} files`;
}

/** What a file's context says, for a list of files: "functional, testtools"; empty for production code. */
export function describeFile(module: Module, context: FileContext): string {
  return context.isTest ? testWords([module], () => context).join(', ') : '';
}

const frameworkNames: Readonly<Partial<Record<Framework, string>>> = {
  testtools: 'testtools',
  unittest: 'unittest',
  'unittest-async': 'unittest with asyncio',
  pytest: 'pytest',
  django: 'Django tests',
  trial: 'Twisted Trial',
};
// The framework of a large set is that of files spread evenly over it: reading every class of a checkout for one word of
// the header would cost more than many rules do.
const MAX_FRAMEWORK_FILES = 50;
const MOSTLY = 0.9;

function testWords(tests: readonly Module[], contextOf: (module: Module) => FileContext): string[] {
  const words: string[] = [];
  const kinds = new Set(tests.map((module) => pathKind(module.path)));
  // A kind is claimed if the paths of all files say it, or each says one of the two.
  if (kinds.size > 0 && !kinds.has(undefined)) {
    words.push(kinds.size === 2 ? 'unit and functional' : kinds.has('unit') ? 'unit' : 'functional');
  }
  if (tests.length === 1 && contextOf(tests[0]!).isHelper) words.push('helper');
  const step = Math.max(1, tests.length / MAX_FRAMEWORK_FILES);
  const counts = new Map<string, number>();
  for (let at = 0; at < tests.length; at += step) {
    const framework = contextOf(tests[Math.floor(at)]!).framework;
    const name = framework === undefined ? undefined : frameworkNames[framework];
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const total = [...counts.values()].reduce((sum, number) => sum + number, 0);
  const [most] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  if (most !== undefined && most[1] >= total * MOSTLY) words.push(most[0]);
  return words;
}

/** The project, the part of it that is reviewed, and what the project itself is part of. */
interface Owner {
  readonly project?: string;
  /** "billing component", "blog app": a part of the project. */
  readonly part?: string;
  /** The project is a component of this. */
  readonly parent?: string;
  /** The project is made for this framework, without being part of it. */
  readonly platform?: string;
}

/** For one kind of code: " for the Nova component of OpenStack". */
function short({ project, part, parent, platform }: Owner): string {
  if (project === undefined) return '';
  const whole = parent === undefined ? project : `the ${project} component of ${parent}`;
  if (part !== undefined)
    return parent === undefined
      ? ` for the ${part} of ${project}`
      : ` for the ${part} of ${project}, a component of ${parent}`;
  return ` for ${whole}${parent === undefined && platform !== undefined ? `, a package for ${platform}` : ''}`;
}

/** After a longer clause: " for Nova, a component of OpenStack". */
function long(owner: Owner): string {
  const { project, part, parent } = owner;
  if (project === undefined || parent === undefined || part !== undefined) return short(owner);
  return ` for ${project}, a component of ${parent}`;
}

function owner(project: ProjectModel, reviewed: readonly Module[], hints: ProjectHints): Owner {
  const { files } = packaging(project);
  const packages = new Set(reviewed.map((module) => topPackage(project, module)));
  const onlyPackage = packages.size === 1 ? [...packages][0] : undefined;
  // Nearest packaging file upwards, if it is the same one for all reviewed files.
  const homes = new Set(reviewed.map((module) => home(files, module, topPackage(project, module))));
  const member = homes.size === 1 ? [...homes][0] : undefined;
  const outermost = files.find((file) => file.name !== undefined && file.folder === '' && describes(file, onlyPackage));
  const root = outermost ?? member;
  const name = root?.name ?? repositoryName(hints) ?? onlyPackage ?? mainPackage(project) ?? hints.rootFolder;
  if (name === undefined) return {};
  const parent = parentOf(project, root, name, hints);
  const part =
    member !== undefined && root !== undefined && member.folder !== root.folder
      ? `${displayName(member.name!)} component`
      : djangoApp(project, reviewed, name);
  return {
    project: displayName(name),
    ...(part === undefined ? {} : { part }),
    ...(parent === undefined ? {} : { parent: displayName(parent) }),
    ...(root === undefined ? {} : platformOf(root, name)),
  };
}

// Metadata of an installed package stands beside other packages too: it has to name this one.
function describes(file: PackagingFile, topLevel: string | undefined): boolean {
  if (file.kind !== 'metadata') return true;
  if (topLevel === undefined) return file.topLevel === undefined;
  if (file.topLevel !== undefined) return file.topLevel.includes(topLevel);
  return normalName(file.name ?? '') === normalName(topLevel);
}

function home(
  files: readonly PackagingFile[],
  module: Module,
  topLevel: string | undefined,
): PackagingFile | undefined {
  return files
    .filter((file) => file.name !== undefined && module.path.startsWith(file.folder) && describes(file, topLevel))
    .reduce<PackagingFile | undefined>(
      (best, file) => (best === undefined || file.folder.length > best.folder.length ? file : best),
      undefined,
    );
}

const notProjects =
  /^(?:_?tests?|testing|unittests|functional_tests|integration_tests|e2e|src|lib|docs?|examples?|samples?|scripts?|tools?|benchmarks?|bin|usr|app|apps|packages)$/;

/** The package a module is in: its first name, if the checkout shows that this is a package. */
function topPackage(project: ProjectModel, module: Module): string | undefined {
  const candidates = [module.name, module.names.at(-1) ?? ''].filter((name) => name.includes('.') || module.isPackage);
  for (const name of candidates) {
    const first = name.split('.', 1)[0]!;
    if (notProjects.test(first)) continue;
    const known = project.module(first);
    if (known?.isPackage === true || importsFrom(module, first)) return first;
  }
  return undefined;
}

/** A lone file of a package shows its package by its path and its own imports together. */
function importsFrom({ tree, index }: Module, name: string): boolean {
  const number = tree.names.find(name);
  return index.imports.some((node) => {
    const from = tree.child(node, Field.module_name);
    const named =
      from >= 0
        ? [from]
        : tree
            .children(node)
            .map((child) => (tree.kind(child) === Kind.aliased_import ? tree.child(child, Field.name) : child));
    return named.some((dotted) => tree.kind(dotted) === Kind.dotted_name && tree.name(dotted + 1) === number);
  });
}

/** The one package at the top of the checkout that is no test package; undefined if there are several. */
function mainPackage(project: ProjectModel): string | undefined {
  const found = new Set<string>();
  for (const module of project.modules) {
    const first = module.name.split('.', 1)[0]!;
    if (
      (module.isPackage || module.name.includes('.')) &&
      !notProjects.test(first) &&
      project.module(first)?.isPackage === true
    )
      found.add(first);
  }
  return found.size === 1 ? [...found][0] : undefined;
}

function repositoryName({ repository }: ProjectHints): string | undefined {
  return repository?.split('/').at(-1);
}

// Umbrella projects whose components name them as author, home page, classifier or repository owner.
const umbrellas: Readonly<Record<string, RegExp>> = { openstack: /^https?:\/\/(?:[\w.-]+\.)?openstack\.org(?:\/|$)/ };

function parentOf(
  project: ProjectModel,
  root: PackagingFile | undefined,
  name: string,
  hints: ProjectHints,
): string | undefined {
  const review = configurationFiles(project).ini.find((file) => file.name === '.gitreview' && file.folder === '');
  const reviewed = review?.content
    .get('gerrit')
    ?.get('project')
    ?.replace(/\.git$/, '')
    .split('/');
  // `x/` is where projects of nobody's live.
  if (reviewed?.length === 2 && reviewed[0] !== 'x' && reviewed[0] !== name) return reviewed[0];
  const owner = hints.repository?.split('/', 1)[0]?.toLowerCase();
  const found = Object.entries(umbrellas).find(
    ([umbrella, site]) =>
      umbrella !== name.toLowerCase() &&
      (owner === umbrella ||
        root?.author?.toLowerCase() === umbrella ||
        (root?.homePage !== undefined && site.test(root.homePage)) ||
        root?.classifiers.some((classifier) =>
          new RegExp(`^(?:Environment|Framework) :: ${umbrella}$`, 'i').test(classifier),
        ) === true),
  );
  return found?.[0];
}

// Event loops and the like are techniques, not projects one writes a package for.
const techniques = new Set(['AsyncIO', 'AnyIO', 'Trio', 'OpenStack']);

function platformOf(root: PackagingFile, name: string): { readonly platform?: string } {
  const platforms = new Set(
    root.classifiers
      .map((classifier) => /^Framework :: ([^:]+?)(?: ::|$)/.exec(classifier)?.[1])
      .filter(
        (platform) =>
          platform !== undefined && !techniques.has(platform) && platform.toLowerCase() !== name.toLowerCase(),
      ),
  );
  return platforms.size === 1 ? { platform: [...platforms][0]! } : {};
}

/** The Django app all reviewed files are in: the nearest folder upwards that has apps.py. */
function djangoApp(project: ProjectModel, reviewed: readonly Module[], projectName: string): string | undefined {
  const paths = new Set(
    project.modules.filter((module) => module.path.endsWith('/apps.py')).map((module) => module.path),
  );
  if (paths.size === 0) return undefined;
  const apps = new Set(
    reviewed.map((module) => {
      const folders = module.path.split('/').slice(0, -1);
      while (folders.length > 0 && !paths.has(`${folders.join('/')}/apps.py`)) folders.pop();
      return folders.at(-1);
    }),
  );
  const [app] = apps;
  return apps.size === 1 && app !== undefined && normalName(app) !== normalName(projectName) ? `${app} app` : undefined;
}

function subjectOf(project: ProjectModel, module: Module): string | undefined {
  const stem = module.path.slice(module.path.lastIndexOf('/') + 1).replace(/\.pyw?$/, '');
  const bug = /(?:^|_)bug_?(\d+)(?:_|$)/.exec(stem)?.[1] ?? bugOfDocstring(module);
  if (bug !== undefined) return `regression test for bug ${bug}`;
  const target = moduleUnderTest(project, module, stem);
  return target === undefined ? undefined : `tests of ${target.path}`;
}

/** "bug #n" in the first line of the module's docstring, or of the only test class's. */
function bugOfDocstring(module: Module): string | undefined {
  const classes = module.index.classes
    .map((item, index) => ({ item, index }))
    .filter(({ item }) => item.parent === MODULE && item.parentClass === MODULE);
  const nodes = [docstring(module, 0), ...(classes.length === 1 ? [classDocstring(module, classes[0]!.index)] : [])];
  for (const node of nodes) {
    const found = /\bbug\s*#?\s*(\d{2,})\b/i.exec(docstringText(module, node).trim().split('\n', 1)[0]!)?.[1];
    if (found !== undefined) return found;
  }
  return undefined;
}

/** For `tests/unit/compute/test_api.py` the module `compute/api.py` beside or inside the package, if exactly one exists. */
function moduleUnderTest(project: ProjectModel, module: Module, stem: string): Module | undefined {
  const name = /^test_(.+)$|^(.+)_tests?$/.exec(stem);
  const folders = module.path.split('/').slice(0, -1);
  const tests = folders.findIndex((folder) => /^(?:tests?|unittests)$/.test(folder));
  if (name === null || tests < 0) return undefined;
  const before = folders.slice(0, tests);
  const below = folders
    .slice(tests + 1)
    .filter((folder, i) => i > 0 || !/^(?:unit|functional|integration)$/.test(folder));
  const tail = [...below, `${name[1] ?? name[2]!}.py`].join('/');
  const prefixes = [before.join('/'), [...before, 'src'].join('/')].map((prefix) =>
    prefix === '' ? '' : `${prefix}/`,
  );
  const found = project.modules.filter(
    (other) =>
      other !== module &&
      prefixes.some((prefix) => {
        if (!other.path.startsWith(prefix)) return false;
        const rest = other.path.slice(prefix.length);
        // `tests/` at the root: the package's folder stands between.
        return (
          rest === tail ||
          (before.length === 0 && rest.slice(rest.indexOf('/') + 1) === tail && !/^tests?\//.test(rest))
        );
      }),
  );
  return found.length === 1 ? found[0] : undefined;
}
