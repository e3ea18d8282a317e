// Which test framework a class or file uses, and the words for what we suggest there (practices-catalogue.md §1.2).
// In: a module of test code. Out: a framework. Leaves alone: whether the module is test code.
import { Field, Kind } from '../parse/lowered-tree.ts';
import { MODULE } from './file-index.ts';
import type { Module } from './module.ts';
import type { ProjectModel } from './project-model.ts';
import { testImports } from './test-imports.ts';

export type Framework =
  | 'testtools'
  | 'unittest'
  | 'unittest-async'
  | 'pytest'
  | 'django'
  | 'trial'
  /** Methods with `self.assert*`, of a base class we do not know. */
  | 'unittest-style'
  /** None of the above: plain functions with `assert`. */
  | 'pytest-style';

// Qualified names of base classes, of which libraries say what they derive from. The first match decides.
const bases: readonly (readonly [RegExp, Framework])[] = [
  [/^(?:testtools|oslotest|tempest)\./, 'testtools'],
  [/^unittest2?\.(?:async_case\.)?IsolatedAsyncioTestCase$/, 'unittest-async'],
  [/^aiohttp\.test_utils\./, 'unittest-async'],
  [/^unittest2?\.(?:case\.)?(?:TestCase|FunctionTestCase)$/, 'unittest'],
  [
    /^(?:absl\.testing|pyfakefs\.fake_filesystem_unittest|flask_testing|tornado\.testing)\.|^fixtures\.TestWithFixtures$/,
    'unittest',
  ],
  [/^(?:django\.(?:test|contrib\.staticfiles\.testing)|rest_framework\.test)\./, 'django'],
  [/^twisted\.trial\./, 'trial'],
];
// Earlier wins where classes of one file disagree as often as not.
const order: readonly Framework[] = [
  'testtools',
  'unittest',
  'unittest-async',
  'pytest',
  'django',
  'trial',
  'unittest-style',
  'pytest-style',
];
const testtoolsMethods = ['useFixture', 'addDetail', 'assertThat'];

const ofFile = new WeakMap<Module, Framework>();

/** Framework of a class of the module, or of the whole file: what most of its classes use, then what it imports. */
export function frameworkOf(project: ProjectModel, module: Module, classIndex: number = MODULE): Framework {
  if (classIndex !== MODULE) {
    const ofClass = frameworkOfClass(project, module, classIndex);
    if (ofClass !== undefined) return ofClass;
  }
  let framework = ofFile.get(module);
  if (framework === undefined) ofFile.set(module, (framework = frameworkOfFile(project, module)));
  return framework;
}

function frameworkOfFile(project: ProjectModel, module: Module): Framework {
  const counts = new Map<Framework, number>();
  for (let index = 0; index < module.index.classes.length; index++) {
    const framework = frameworkOfClass(project, module, index);
    if (framework !== undefined) counts.set(framework, (counts.get(framework) ?? 0) + 1);
  }
  const most = order.reduce<Framework | undefined>(
    (best, framework) =>
      (counts.get(framework) ?? 0) > (best === undefined ? 0 : counts.get(best)!) ? framework : best,
    undefined,
  );
  return most ?? byImports(project, module) ?? byStyle(module);
}

function frameworkOfClass(project: ProjectModel, module: Module, classIndex: number): Framework | undefined {
  const { classes, external } = project.ancestry({ module, index: classIndex });
  // Classes of the checkout count by their name too: the standard library's own sources have unittest inside.
  const names = [
    ...external,
    ...classes.slice(1).map((item) => `${item.module.name}.${item.module.qualifiedClassName(item.index)}`),
  ];
  for (const [pattern, framework] of bases)
    if (names.some((name) => pattern.test(name))) return preferTesttools(module, classIndex, framework);
  return callsOwn(module, testtoolsMethods, classIndex) ? 'testtools' : undefined;
}

// Fixtures and matchers on `self` come with testtools' conventions, whatever plain base class stands behind them.
function preferTesttools(module: Module, classIndex: number, framework: Framework): Framework {
  return framework === 'unittest' && callsOwn(module, testtoolsMethods, classIndex) ? 'testtools' : framework;
}

function byImports(project: ProjectModel, module: Module): Framework | undefined {
  const imports = testImports(project, module);
  if (imports.includes('testtools')) return 'testtools';
  const { functions } = module.index;
  const plainTest = functions.some(
    (item) =>
      item.parent === MODULE && item.parentClass === MODULE && module.tree.names.text(item.name).startsWith('test_'),
  );
  if (plainTest || imports.includes('pytest')) return 'pytest';
  if (imports.includes('django.test')) return 'django';
  if (imports.includes('twisted.trial')) return 'trial';
  return undefined;
}

function byStyle(module: Module): Framework {
  const methods = new Set<string>();
  for (const call of ownCalls(module)) methods.add(call.name);
  return [...methods].some((name) => name.startsWith('assert')) ? 'unittest-style' : 'pytest-style';
}

interface OwnCall {
  readonly node: number;
  readonly name: string;
}

const callsOfModules = new WeakMap<Module, readonly OwnCall[]>();

/** Calls `self.assert...(`, `self.useFixture(`, `self.addDetail(`: what a test case offers its methods. */
function ownCalls(module: Module): readonly OwnCall[] {
  let calls = callsOfModules.get(module);
  if (calls === undefined) callsOfModules.set(module, (calls = findOwnCalls(module)));
  return calls;
}

function findOwnCalls({ tree, index }: Module): OwnCall[] {
  const self = tree.names.find('self');
  if (self === 0) return [];
  const found: OwnCall[] = [];
  for (const node of index.calls) {
    const callee = node + 1;
    if (tree.kind(callee) !== Kind.attribute) continue;
    const object = callee + 1;
    if (tree.kind(object) !== Kind.identifier || tree.name(object) !== self) continue;
    const name = tree.text(tree.child(callee, Field.attribute));
    if (name.startsWith('assert') || testtoolsMethods.includes(name)) found.push({ node, name });
  }
  return found;
}

function callsOwn(module: Module, names: readonly string[], classIndex: number): boolean {
  const { node } = module.index.classes[classIndex]!;
  const end = module.tree.next(node);
  return ownCalls(module).some((call) => call.node > node && call.node < end && names.includes(call.name));
}

export interface ReplacementWording {
  /** To undo a change at the end of the test. */
  readonly undo: string;
  readonly failWithText: string;
  readonly expectError: string;
  readonly wait: string;
}

const unittestWording = {
  failWithText: '`self.fail("...")`',
  expectError: '`assertRaises` or `assertRaisesRegex`',
  wait: '`event.wait(timeout)` or a shared helper',
};

/** What to write instead, in the words of a framework. `useFixture` is named only where the framework has it. */
export function replacementWording(framework: Framework): ReplacementWording {
  switch (framework) {
    case 'testtools':
      return { ...unittestWording, undo: '`self.addCleanup(...)` or `self.useFixture(...)`' };
    case 'unittest':
    case 'unittest-style':
    case 'django':
    case 'trial':
      return { ...unittestWording, undo: '`self.addCleanup(...)` or `self.enterContext(...)` (3.11 and later)' };
    case 'unittest-async':
      return {
        ...unittestWording,
        undo: '`self.addCleanup(...)`, `self.addAsyncCleanup(...)` or `self.enterContext(...)` (3.11 and later)',
        wait: '`async with asyncio.timeout(n): await event.wait()`',
      };
    case 'pytest':
    case 'pytest-style':
      return {
        undo: '`monkeypatch`, or a fixture with `yield`',
        failWithText: '`pytest.fail("...")`',
        expectError: '`pytest.raises(..., match="...")`',
        wait: '`event.wait(timeout)` or a shared helper',
      };
  }
}
