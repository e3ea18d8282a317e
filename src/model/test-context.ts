// Is a file test code, of which kind, and what is each of its functions for (practices-catalogue.md §1.1).
// In: the project model. Out: per module a score with its reasons. Leaves alone: which framework it is (framework.ts).
import { Field, Kind } from '../parse/lowered-tree.ts';
import { commentsBeforeCode, docstring, docstringText } from './comments.ts';
import { MODULE } from './file-index.ts';
import type { Framework } from './framework.ts';
import { frameworkOf } from './framework.ts';
import { literalShare } from './literal-share.ts';
import type { Module } from './module.ts';
import type { ProjectModel } from './project-model.ts';
import { isMainGuard, testImports } from './test-imports.ts';
import { createRunnerMatch } from './test-runners.ts';

export type FileKind = 'unit' | 'functional' | 'helper' | 'fixture-data' | 'generated';
export type FileRole = 'test' | 'example' | 'docs' | 'migration' | 'production';
export type FunctionRole = 'test' | 'set-up' | 'helper' | 'nested' | 'production';

export interface ContextReason {
  readonly points: number;
  /** "file name test_wait.py", "class WaitTest derives from TestCase". */
  readonly evidence: string;
}

export interface FileContext {
  readonly isTest: boolean;
  readonly role: FileRole;
  /** Sum of the reasons' points; 2 or more is test code. Score and reasons are computed at the first call. */
  readonly score: number;
  readonly reasons: readonly ContextReason[];
  /** Test code without a test function. Computed at the first call. */
  readonly isHelper: boolean;
  /** Test code is `unit` unless its path says `functional`. Computed at the first call. */
  readonly kinds: readonly FileKind[];
  /** Of the whole file; undefined for production code. Computed at the first call. */
  readonly framework: Framework | undefined;
}

const TEST_SCORE = 2;

const testFileName = /^(?:test_.*|.*_test|.*_tests|tests|testing|conftest|locustfile.*)\.pyw?$/;
// A command may be called so; a file that imports a library for tests is none.
const likelyFileName = /^test\.pyw?$/;
const testFolders = new Set('test tests _tests testing unittests functional_tests integration_tests e2e'.split(' '));
const sideFolders = new Set(['examples', 'docs', 'benchmarks', 'scripts', 'tools']);
const testBase = /(?:TestCase|TestBase|Tests?)$/;
// `Test` as a word of a class's name: _TestObject, BaseTestProtocol, WaitTests.
const testClassName = /(?:^|[^A-Z])Tests?(?![a-z])/;
const setUpName =
  /^_?(?:setUp|tearDown|asyncSetUp|asyncTearDown)|^(?:setup|teardown)(?:_(?:method|class|module|function))?$/;

/** Memoizing function from a module to its context. Modules have to be of the project. */
export function createTestContexts(project: ProjectModel): (module: Module) => FileContext {
  const rows = createRows(project);
  const contexts = new Map<Module, FileContext>();
  return (module) => {
    let context = contexts.get(module);
    if (context === undefined) contexts.set(module, (context = toContext(project, module, rows)));
    return context;
  };
}

function toContext(project: ProjectModel, module: Module, rows: EvidenceRows): FileContext {
  // A row worth two or more decides alone: the reasons are only collected for who asks.
  const decisive = rows.decisive(module);
  let reasons: readonly ContextReason[] | undefined;
  const allReasons = (): readonly ContextReason[] => (reasons ??= rows.all(module));
  const sum = (): number => allReasons().reduce((total, reason) => total + reason.points, 0);
  const isTest = decisive || sum() >= TEST_SCORE;
  let kinds: readonly FileKind[] | undefined;
  let framework: Framework | undefined;
  let hasTests: boolean | undefined;
  return {
    isTest,
    role: roleOf(partsOf(module).folders, isTest),
    get score() {
      return sum();
    },
    get reasons() {
      return allReasons();
    },
    get isHelper() {
      return (
        isTest && !(hasTests ??= module.index.functions.some((_, index) => isTestFunction(project, module, index)))
      );
    },
    get kinds() {
      return (kinds ??= kindsOf(module, isTest, this.isHelper));
    },
    get framework() {
      return isTest ? (framework ??= frameworkOf(project, module)) : undefined;
    },
  };
}

interface EvidenceRows {
  /** True if a row worth two points or more holds; the cheap rows are looked at first. */
  readonly decisive: (module: Module) => boolean;
  readonly all: (module: Module) => readonly ContextReason[];
}

function createRows(project: ProjectModel): EvidenceRows {
  const collectedBy = createRunnerMatch(project);
  const rows: readonly ((module: Module, folders: readonly string[], name: string) => ContextReason | undefined)[] = [
    (_module, _folders, name) => (testFileName.test(name) ? { points: 2, evidence: `file name ${name}` } : undefined),
    (_module, folders) =>
      reason(
        2,
        'folder',
        folders.find((segment) => testFolders.has(segment.toLowerCase())),
      ),
    (module) => reason(3, 'collected by', collectedBy(module.path)),
    (module) =>
      reason(
        2,
        'test function',
        firstFunction(module, (index) => isCollectedTest(module, index) && tellsAlone(project, module, index)),
      ),
    (module) =>
      reason(
        2,
        'a test base class above class',
        firstClass(module, (index) => hasTestBase(project, module, index)),
      ),
  ];
  const decisive = (module: Module): ContextReason[] => {
    const { folders, name } = partsOf(module);
    return rows.map((row) => row(module, folders, name)).filter((found) => found !== undefined);
  };
  return {
    decisive: (module) => {
      const { folders, name } = partsOf(module);
      return rows.some((row) => row(module, folders, name) !== undefined);
    },
    all: (module) => {
      const strong = decisive(module);
      const imported = testImports(project, module)[0];
      const side = partsOf(module).folders.find((segment) => sideFolders.has(segment));
      return [
        ...strong,
        reason(
          1,
          'test function',
          firstFunction(module, (index) => isCollectedTest(module, index) && !tellsAlone(project, module, index)),
        ),
        reason(1, 'file name', likelyFileName.test(partsOf(module).name) ? 'test.py' : undefined),
        reason(1, 'imports', imported),
        reason(1, 'fixture', firstFixture(project, module)),
        reason(1, 'runs', imported !== undefined && isMainGuard(project, module) ? 'unittest.main()' : undefined),
        reason(-1, 'folder', strong.length === 0 ? side : undefined),
      ].filter((found) => found !== undefined);
    },
  };
}

/** The folders that say something of a file, those the user named aside, and its name. */
function partsOf({ path, file }: Module): { readonly folders: readonly string[]; readonly name: string } {
  const folders = path.split('/');
  const name = folders.pop()!;
  return { folders: folders.slice(file.namedFolders ?? 0), name };
}

function reason(points: number, label: string, what: string | undefined): ContextReason | undefined {
  return what === undefined ? undefined : { points, evidence: `${label} ${what}` };
}

function firstFunction(module: Module, holds: (index: number) => boolean): string | undefined {
  const index = module.index.functions.findIndex((_, i) => holds(i));
  return index < 0 ? undefined : module.qualifiedName(index);
}

function firstClass(module: Module, holds: (index: number) => boolean): string | undefined {
  const index = module.index.classes.findIndex((_, i) => holds(i));
  return index < 0 ? undefined : module.qualifiedClassName(index);
}

/** A base named like a test base class, or one that resolves to unittest.TestCase inside the repository. */
export function hasTestBase(project: ProjectModel, module: Module, classIndex: number): boolean {
  const { tree } = module;
  const { superclasses } = module.index.classes[classIndex]!;
  if (superclasses < 0) return false;
  if (baseNames(module, classIndex).some((name) => testBase.test(tree.names.text(name)))) return true;
  if (!mayDeriveFromTestCase(project, module, classIndex)) return false;
  const { classes, external } = project.ancestry({ module, index: classIndex });
  return (
    external.some(isUnittestCase) ||
    classes.slice(1).some((item) => isUnittestCase(`${item.module.name}.${item.module.qualifiedClassName(item.index)}`))
  );
}

function isUnittestCase(name: string): boolean {
  return /^unittest2?\.(?:case\.|async_case\.)?(?:TestCase|IsolatedAsyncioTestCase)$/.test(name);
}

// Following bases costs more than looking at their names. A class can only derive from a test case of the repository
// if one of its bases' names is a class that does, as far as names tell; that set is computed once. (A base imported
// under another name goes unseen.)
const candidates = new WeakMap<ProjectModel, ReadonlySet<number>>();

function mayDeriveFromTestCase(project: ProjectModel, module: Module, classIndex: number): boolean {
  let names = candidates.get(project);
  if (names === undefined) candidates.set(project, (names = candidateNames(project)));
  return baseNames(module, classIndex).some((name) => names.has(name));
}

const MAX_DEPTH = 5;

function candidateNames(project: ProjectModel): Set<number> {
  const found = new Set<number>();
  const derived = new Map<number, number[]>();
  for (const module of project.modules) {
    for (let index = 0; index < module.index.classes.length; index++) {
      const name = module.index.classes[index]!.name;
      for (const base of baseNames(module, index)) {
        const list = derived.get(base);
        if (list === undefined) derived.set(base, [name]);
        else list.push(name);
      }
    }
  }
  let round = [...derived.keys()].filter((name) => testBase.test(project.names.text(name)));
  for (let depth = 0; depth < MAX_DEPTH && round.length > 0; depth++) {
    for (const name of round) found.add(name);
    round = round.flatMap((name) => derived.get(name) ?? []).filter((name) => !found.has(name));
  }
  for (const name of round) found.add(name);
  return found;
}

function baseNames({ tree, index }: Module, classIndex: number): number[] {
  const { superclasses } = index.classes[classIndex]!;
  if (superclasses < 0) return [];
  const found: number[] = [];
  const end = tree.next(superclasses);
  for (let node = superclasses + 1; node < end; node = tree.next(node)) {
    const kind = tree.kind(node);
    if (kind === Kind.identifier) found.push(tree.name(node));
    else if (kind === Kind.attribute) found.push(tree.name(tree.child(node, Field.attribute)));
  }
  return found;
}

const testClasses = new WeakMap<Module, Map<number, boolean>>();

/** True for a class in which `test*` methods are tests: named like one, with a test base, or base of such a class of its file. */
export function isTestClass(project: ProjectModel, module: Module, classIndex: number): boolean {
  let known = testClasses.get(module);
  if (known === undefined) testClasses.set(module, (known = new Map<number, boolean>()));
  let answer = known.get(classIndex);
  if (answer === undefined) known.set(classIndex, (answer = looksLikeTestClass(project, module, classIndex)));
  return answer;
}

function looksLikeTestClass(project: ProjectModel, module: Module, classIndex: number): boolean {
  const { classes } = module.index;
  const number = classes[classIndex]!.name;
  if (testClassName.test(module.tree.names.text(number)) || hasTestBase(project, module, classIndex)) return true;
  // A mixin: `class SharedChecks: def test_x` beside `class ThisTest(SharedChecks, TestCase)`.
  return classes.some(
    (_, index) =>
      index !== classIndex && baseNames(module, index).includes(number) && hasTestBase(project, module, index),
  );
}

/** True if a function's innermost class is a test class. */
export function isInTestClass(project: ProjectModel, module: Module, functionIndex: number): boolean {
  const owner = module.index.functions[functionIndex]!.parentClass;
  return owner !== MODULE && isTestClass(project, module, owner);
}

// What pytest would collect by itself: `def test_*` at module level, `test*` methods of a `Test*` class.
function isCollectedTest(module: Module, functionIndex: number): boolean {
  const item = module.index.functions[functionIndex]!;
  const { names } = module.tree;
  if (item.name === 0 || item.parent !== MODULE || !names.text(item.name).startsWith('test')) return false;
  if (item.methodOf !== MODULE) return names.text(module.index.classes[item.methodOf]!.name).startsWith('Test');
  return item.parentClass === MODULE && names.text(item.name).startsWith('test_');
}

// A plain function named `test_*` is a probe in some libraries (`imghdr.test_jpeg`), and where it is none pytest finds it by
// the file's name: in a file without a test's name and without a test library it is not enough.
function tellsAlone(project: ProjectModel, module: Module, functionIndex: number): boolean {
  return module.index.functions[functionIndex]!.methodOf !== MODULE || testImports(project, module).length > 0;
}

function firstFixture(project: ProjectModel, module: Module): string | undefined {
  const { functions, classes } = module.index;
  const decorated = functions.findIndex((_, index) => isFixtureFunction(project, module, index));
  if (decorated >= 0) return `${module.qualifiedName(decorated)}`;
  const fixture = project.names.find('Fixture');
  if (fixture === 0) return undefined;
  const derived = classes.findIndex(
    (_, index) =>
      baseNames(module, index).includes(fixture) &&
      project.ancestry({ module, index }).external.some((name) => /^fixtures\.(?:fixture\.)?Fixture$/.test(name)),
  );
  return derived >= 0 ? `${module.qualifiedClassName(derived)}` : undefined;
}

/** True for a function decorated with `pytest.fixture` or `pytest_asyncio.fixture`. */
export function isFixtureFunction(project: ProjectModel, module: Module, functionIndex: number): boolean {
  const { tree } = module;
  const item = module.index.functions[functionIndex]!;
  const fixture = project.names.find('fixture');
  if (item.decorated < 0 || fixture === 0) return false;
  for (const decorator of tree.children(item.decorated)) {
    if (tree.kind(decorator) !== Kind.decorator) continue;
    let expression = decorator + 1;
    if (tree.kind(expression) === Kind.call) expression = tree.child(expression, Field.function);
    const last = tree.kind(expression) === Kind.attribute ? tree.child(expression, Field.attribute) : expression;
    if (tree.name(last) !== fixture) continue;
    const definition = project.dotted(module, item.parent, expression);
    if (definition?.kind === 'external' && /^pytest(?:_asyncio)?(?:\.\w+)*\.fixture$/.test(definition.name))
      return true;
  }
  return false;
}

function roleOf(folders: readonly string[], isTest: boolean): FileRole {
  if (isTest) return 'test';
  if (folders.some((segment) => /^(?:examples?|samples?|demos?|tutorials?)$/.test(segment))) return 'example';
  if (folders.some((segment) => /^docs?$/.test(segment))) return 'docs';
  if (
    folders.some(
      (segment, i) =>
        /^(?:db_)?migrations?$/.test(segment) ||
        (segment === 'versions' && /alembic|migrat/.test(folders[i - 1] ?? '')),
    )
  )
    return 'migration';
  return 'production';
}

/** What a path says about the kind of its tests: undefined where it says nothing. The innermost folder that speaks decides. */
export function pathKind(path: string): 'unit' | 'functional' | undefined {
  const folders = path.split('/');
  const name = folders.pop()!;
  const firstTests = folders.findIndex((segment) => testFolders.has(segment.toLowerCase()));
  for (let i = folders.length - 1; i >= 0; i--) {
    const words = folders[i]!.toLowerCase().split(/[_-]/);
    if (words.some((word) => /^(?:unit|units|unittests?)$/.test(word))) return 'unit';
    if (words.some((word) => /^(?:functional|integration|integrated|e2e)$/.test(word))) return 'functional';
    // A package may be named `system`; below a folder of tests it is a kind of test.
    if (i > firstTests && firstTests >= 0 && words.some((word) => /^(?:scenarios?|system)$/.test(word)))
      return 'functional';
    if (
      words.length > 1 &&
      words.some((word) => testFolders.has(word)) &&
      words.some((word) => /^(?:scenarios?|system)$/.test(word))
    )
      return 'functional';
  }
  return /(?:^|_)(?:functional|integration|e2e)(?:_|\.)/.test(name) ? 'functional' : undefined;
}

const MIN_LITERAL_SHARE = 0.7;
const generatedMark =
  /@generated\b|\bauto-?generated\b|\bautomatically generated\b|\bgenerated (?:by|from|with|automatically)\b|\bdo not edit\b/i;

function kindsOf(module: Module, isTest: boolean, isHelper: boolean): FileKind[] {
  const kinds: FileKind[] = [];
  if (isTest) {
    kinds.push(pathKind(module.path) ?? 'unit');
    if (isHelper) kinds.push('helper');
    if (literalShare(module) >= MIN_LITERAL_SHARE) kinds.push('fixture-data');
  }
  const header = `${commentsBeforeCode(module).join('\n')}\n${docstringText(module, docstring(module, 0))}`;
  if (generatedMark.test(header)) kinds.push('generated');
  return kinds;
}

/** Name and place of a test: `test*` in a test class or at module level, not nested in another function. */
function isTestFunction(project: ProjectModel, module: Module, functionIndex: number): boolean {
  const item = module.index.functions[functionIndex]!;
  if (item.name === 0 || item.parent !== MODULE || !module.tree.names.text(item.name).startsWith('test')) return false;
  if (item.methodOf === MODULE)
    return item.parentClass === MODULE && !isFixtureFunction(project, module, functionIndex);
  return isTestClass(project, module, item.methodOf) && !isFixtureFunction(project, module, functionIndex);
}

/** A function to the role of a function; the contexts are those of `createTestContexts`. */
export function createFunctionRoles(
  project: ProjectModel,
  contextOf: (module: Module) => FileContext,
): (module: Module, functionIndex: number) => FunctionRole {
  return (module, functionIndex) =>
    contextOf(module).isTest ? computeRole(project, module, functionIndex) : 'production';
}

function computeRole(project: ProjectModel, module: Module, functionIndex: number): FunctionRole {
  const { functions } = module.index;
  const item = functions[functionIndex]!;
  for (let outer = item.parent; outer !== MODULE; outer = functions[outer]!.parent) {
    if (isTestFunction(project, module, outer)) return 'nested';
  }
  if (isFixtureFunction(project, module, functionIndex)) return 'set-up';
  if (isTestFunction(project, module, functionIndex)) return 'test';
  const name = module.tree.names.text(item.name);
  return item.parent === MODULE && item.name !== 0 && setUpName.test(name) ? 'set-up' : 'helper';
}
