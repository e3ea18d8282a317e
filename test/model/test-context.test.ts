import { describe, expect, test } from 'vitest';
import { createFunctionRoles, createTestContexts, isInTestClass } from '../../src/model/test-context.ts';
import { functionOf, moduleAt, projectOf } from './project-of.ts';

function contextIn(files: Record<string, string>, path: string, projectFiles: Record<string, string> = {}) {
  const project = projectOf(files, projectFiles);
  return createTestContexts(project)(moduleAt(project, path));
}

const plain = 'x = f()\n';

describe('score', () => {
  test.each<[name: string, path: string, text: string, score: number]>([
    ['file name test_*', 'test_a.py', plain, 2],
    ['file name *_test', 'a_test.py', plain, 2],
    ['file name *_tests', 'a_tests.py', plain, 2],
    ['file name tests', 'tests.py', plain, 2],
    ['conftest', 'conftest.py', plain, 2],
    ['a name that only starts alike', 'testament.py', plain, 0],
    ['folder', 'pkg/tests/helpers.py', plain, 2],
    ['folder with a capital', 'Tests/helpers.py', plain, 2],
    ['folder and name', 'tests/test_a.py', plain, 4],
    ['import alone', 'a.py', 'import pytest\n', 1],
    ['from django import test', 'a.py', 'from django import test\n', 1],
    ['django alone says nothing', 'a.py', 'import django\n', 0],
    ['base by its name', 'a.py', 'class A(base.BaseTestCase): pass\n', 2],
    ['base that only ends in lower case', 'a.py', 'class A(Contest): pass\n', 0],
    ['module-level test function', 'a.py', 'def test_x(): pass\n', 1],
    ['module-level test function with a test library', 'a.py', 'import pytest\ndef test_x(): pass\n', 3],
    ['nested function named test', 'a.py', 'def f():\n    def test_x(): pass\n', 0],
    ['Test class with test methods', 'a.py', 'class TestA:\n    def test_x(self): pass\n', 2],
    ['other class with test methods', 'a.py', 'class Probe:\n    def test_x(self): pass\n', 0],
    ['fixture with its import', 'a.py', 'import pytest\n@pytest.fixture\ndef db(): pass\n', 2],
    [
      'fixture called, under another name',
      'a.py',
      'from pytest import fixture as fx\n@fx(scope="module")\ndef db(): pass\n',
      1,
    ],
    ['Fixture subclass', 'a.py', 'import fixtures\nclass A(fixtures.Fixture): pass\n', 1],
    ['main guard', 'a.py', 'import unittest\nif __name__ == "__main__":\n    unittest.main()\n', 2],
    ['side folder', 'scripts/a.py', 'import pytest\n', 0],
    ['side folder with a decisive row', 'scripts/test_a.py', 'import pytest\n', 3],
    ['production', 'pkg/a.py', plain, 0],
  ])('%s', (_, path, text, score) => {
    const context = contextIn({ [path]: text }, path);
    expect([context.score, context.isTest]).toEqual([score, score >= 2]);
  });

  test('a base that the repository derives from unittest.TestCase, three files away', () => {
    const files = {
      'pkg/__init__.py': '',
      'pkg/a.py': 'from unittest import TestCase\nclass One(TestCase): pass\n',
      'pkg/b.py': 'from pkg import a\nclass Two(a.One): pass\n',
      'pkg/c.py': 'from .b import Two\nclass Three(Two): pass\n',
      'pkg/d.py': 'from .e import Two\nclass Three(Two): pass\n',
      'pkg/e.py': 'class Two: pass\n',
    };
    expect(contextIn(files, 'pkg/c.py').reasons).toEqual([
      { points: 2, evidence: 'a test base class above class Three' },
    ]);
    expect(contextIn(files, 'pkg/d.py').score).toBe(0);
  });

  test.each<[name: string, projectFiles: Record<string, string>, path: string, points: number]>([
    [
      'testpaths and python_files',
      { 'pyproject.toml': '[tool.pytest.ini_options]\ntestpaths = ["checks"]\npython_files = "check_*.py"\n' },
      'checks/check_a.py',
      3,
    ],
    [
      'outside testpaths',
      { 'pyproject.toml': '[tool.pytest.ini_options]\ntestpaths = ["checks"]\npython_files = "check_*.py"\n' },
      'src/check_a.py',
      0,
    ],
    ['a folder of testpaths alone', { 'pytest.ini': '[pytest]\ntestpaths = src\n' }, 'src/app.py', 0],
    [
      'python_files in setup.cfg',
      { 'setup.cfg': '[tool:pytest]\npython_files =\n    check_*.py\n' },
      'x/check_a.py',
      3,
    ],
    ['python_files that match all', { 'pytest.ini': '[pytest]\npython_files = *.py\n' }, 'src/app.py', 0],
    [
      'stestr',
      { '.stestr.conf': '[DEFAULT]\ntest_path=${OS_TEST_PATH:-./pkg/checks}\n' },
      'pkg/checks/testing_x.py',
      3,
    ],
    [
      'unittest discover',
      { 'tox.ini': '[testenv]\ncommands = python -m unittest discover -s checks -p "check*.py"\n' },
      'checks/check_a.py',
      3,
    ],
  ])('runner: %s', (_, projectFiles, path, points) => {
    expect(contextIn({ [path]: plain }, path, projectFiles).score).toBe(points);
  });
});

describe('kinds and roles of files', () => {
  const withTest = 'def test_x(): f()\n';
  test.each<[path: string, text: string, kinds: string[]]>([
    ['tests/unit/test_a.py', withTest, ['unit']],
    ['tests/test_a.py', withTest, ['unit']],
    ['tests/functional/test_a.py', withTest, ['functional']],
    ['tests/functional/unit/test_a.py', withTest, ['unit']],
    ['integration_tests/test_a.py', withTest, ['functional']],
    ['tests/system/test_a.py', withTest, ['functional']],
    ['system/tests/test_a.py', withTest, ['unit']],
    ['tests/test_a_integration.py', withTest, ['functional']],
    ['tests/helpers.py', 'def wait(): f()\n', ['unit', 'helper']],
    ['tests/data.py', 'A = {"a": 1, "b": [2, 3], "c": None}\n', ['unit', 'helper', 'fixture-data']],
    ['tests/test_g.py', `# Generated by make; do not edit.\n${withTest}`, ['unit', 'generated']],
    ['app.py', '"""Automatically generated."""\nx = f()\n', ['generated']],
    ['app.py', 'x = f()\n# Generated by hand.\n', []],
  ])('%s', (path, text, kinds) => {
    expect(contextIn({ [path]: text }, path).kinds).toEqual(kinds);
  });

  test.each([
    ['examples/a.py', 'example'],
    ['docs/conf.py', 'docs'],
    ['app/migrations/0001_initial.py', 'migration'],
    ['db/alembic/versions/a.py', 'migration'],
    ['pkg/versions/a.py', 'production'],
    ['tests/a.py', 'test'],
  ])('role of %s', (path, role) => {
    expect(contextIn({ [path]: plain }, path).role).toBe(role);
  });
});

describe('roles of functions', () => {
  const text = `
import pytest
@pytest.fixture
def test_data(): pass
def test_plain():
    def worker(): pass
    class Fake:
        def test_inner(self): pass
def helper():
    def inner(): pass
def setup_module(): pass
class WaitTest(Base):
    def setUp(self): pass
    async def asyncSetUp(self): pass
    @classmethod
    def tearDownClass(cls): pass
    def setup_method(self): pass
    def test_x(self): pass
    def _wait(self): pass
class Mixin:
    def test_shared(self): pass
class Fake:
    def test_connection(self): pass
class Concrete(Mixin, unittest.TestCase): pass
`;
  const project = projectOf({ 'tests/test_a.py': text, 'pkg.py': 'def test(): pass\n' });
  const contextOf = createTestContexts(project);
  const role = createFunctionRoles(project, contextOf);
  const module = moduleAt(project, 'tests/test_a.py');
  test.each([
    ['test_data', 'set-up'],
    ['test_plain', 'test'],
    ['test_plain.worker', 'nested'],
    ['test_plain.Fake.test_inner', 'nested'],
    ['helper', 'helper'],
    ['helper.inner', 'helper'],
    ['setup_module', 'set-up'],
    ['WaitTest.setUp', 'set-up'],
    ['WaitTest.asyncSetUp', 'set-up'],
    ['WaitTest.tearDownClass', 'set-up'],
    ['WaitTest.setup_method', 'set-up'],
    ['WaitTest.test_x', 'test'],
    ['WaitTest._wait', 'helper'],
    ['Mixin.test_shared', 'test'],
    ['Fake.test_connection', 'helper'],
  ])('%s is %s', (name, expected) => {
    expect(role(module, functionOf(module, name))).toBe(expected);
  });

  test('production code', () => {
    expect(role(moduleAt(project, 'pkg.py'), 0)).toBe('production');
  });

  test('in a test class', () => {
    expect(isInTestClass(project, module, functionOf(module, 'WaitTest._wait'))).toBe(true);
    expect(isInTestClass(project, module, functionOf(module, 'Fake.test_connection'))).toBe(false);
    expect(isInTestClass(project, module, functionOf(module, 'helper'))).toBe(false);
  });
});

describe('a folder that the user named says nothing', () => {
  const roleWith = (path: string, text: string, namedFolders: number): string => {
    const project = projectOf({ [path]: text });
    const module = moduleAt(project, path);
    Object.assign(module.file, { namedFolders });
    return createTestContexts(project)(module).role;
  };
  test.each([
    ['tests/app/main.py', plain, 0, 'test'],
    ['tests/app/main.py', plain, 2, 'production'],
    ['tests/app/tests/main.py', plain, 2, 'test'],
    ['tests/app/test_main.py', plain, 2, 'test'],
    ['tests/app/main.py', 'import unittest\nclass A(unittest.TestCase): pass\n', 2, 'test'],
    ['examples/main.py', plain, 0, 'example'],
    ['examples/main.py', plain, 1, 'production'],
    ['app/migrations/a.py', plain, 1, 'migration'],
    ['app/migrations/a.py', plain, 2, 'production'],
  ])('%s with %j, %i named: %s', (path, text, named, role) => {
    expect(roleWith(path, text, named)).toBe(role);
  });
});
