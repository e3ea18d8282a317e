import { describe, expect, test } from 'vitest';
import type { Linter } from '../../src/model/configured-linters.ts';
import { configuredLinters } from '../../src/model/configured-linters.ts';
import { findConventions } from '../../src/model/conventions.ts';
import { glob } from '../../src/model/glob.ts';
import { createTestContexts } from '../../src/model/test-context.ts';
import { todoComment } from '../../src/model/todo-comment.ts';
import { projectOf } from './project-of.ts';

function conventionsOf(files: Record<string, string>, projectFiles: Record<string, string> = {}) {
  const project = projectOf(files, projectFiles);
  return findConventions(project, createTestContexts(project));
}

describe('comments that ask for work', () => {
  test.each<[comment: string, owned: boolean | undefined]>([
    ['# TODO: later', false],
    ['# TODO(alice): later', true],
    ['# TODO (alice) later', true],
    ['# FIXME #123', true],
    ['# XXX bug 123', true],
    ['# HACK see https://example.org/1', true],
    ['# TODO PROJ-12 later', true],
    ['# TODO(_alice_) later', true],
    ['# TODO(alice: later', true],
    ['# TODO() later', false],
    ['# TODO (later', false],
    ['#TODO', false],
    ['# see below. TODO: later', false],
    ['# see the TODO below', undefined],
    ['# TODOS', undefined],
    ['# todo: later', undefined],
  ])('%s', (comment, owned) => expect(todoComment(comment)?.owned).toBe(owned));

  test('share, with links in the lines below', () => {
    const text =
      '# TODO: a\n# https://example.org/1\nx = 1\n# TODO: b\n# more\n# TODO(c): d\ny = 2  # TODO: e\n# #12\n';
    expect(conventionsOf({ 'a.py': text }).todos).toEqual({ total: 4, owned: 2, share: 0.5 });
  });
  test('none', () => expect(conventionsOf({ 'a.py': 'x = 1\n' }).todos).toEqual({ total: 0, owned: 0, share: 0 }));
});

describe('sentinel for UUIDs', () => {
  test('the name most files use', () => {
    const files = {
      'a.py': 'from oslo_utils.fixture import uuidsentinel as uuids\n',
      'b.py': 'from oslo_utils.fixture import uuidsentinel as uuids\n',
      'c.py': 'from oslo_utils.fixture import uuidsentinel\n',
    };
    expect(conventionsOf(files).uuidSentinel).toEqual({
      name: 'uuids',
      target: 'oslo_utils.fixture.uuidsentinel',
      files: 2,
    });
  });
  test('a variable of that name is none', () =>
    expect(conventionsOf({ 'a.py': 'uuids = []\n' }).uuidSentinel).toBeUndefined());
});

describe('seeding', () => {
  test.each<
    [name: string, files: Record<string, string>, projectFiles: Record<string, string>, expected: string | undefined]
  >([
    ['plugin', {}, { 'requirements.txt': 'pytest-randomly\n' }, 'pytest-randomly'],
    ['conftest', { 'tests/conftest.py': 'import random as r\ndef f():\n    r.seed(1)\n' }, {}, 'tests/conftest.py'],
    [
      'base class',
      {
        'tests/base.py':
          'import random, unittest\nclass Base(unittest.TestCase):\n    def setUp(self):\n        random.seed(1)\n',
      },
      {},
      'tests/base.py',
    ],
    ['a test of its own', { 'tests/test_a.py': 'import random\ndef test_a():\n    random.seed(1)\n' }, {}, undefined],
    ['another seed', { 'tests/conftest.py': 'import db\ndb.seed(1)\n' }, {}, undefined],
  ])('%s', (_, files, projectFiles, expected) => expect(conventionsOf(files, projectFiles).seededBy).toBe(expected));
});

test('wait helpers: name and bound', () => {
  const files = {
    'tests/helpers.py':
      'class Mixin:\n    def _wait_for_state(self, server, state, max_retries=10): pass\ndef wait_until(check, *, timeout=5): pass\n' +
      'def wait_for_nothing(x): pass\ndef await_it(timeout): pass\ndef f():\n    def poll(timeout): pass\n',
    'a.py': 'def poll(timeout): pass\n',
  };
  expect(
    conventionsOf(files).waitHelpers.map((item) => [
      item.module.path,
      item.name,
      item.parameters,
      item.bounds,
      item.inTest,
    ]),
  ).toEqual([
    ['a.py', 'poll', ['timeout'], ['timeout'], false],
    ['tests/helpers.py', '_wait_for_state', ['server', 'state', 'max_retries'], ['max_retries'], true],
    ['tests/helpers.py', 'wait_until', ['check', 'timeout'], ['timeout'], true],
  ]);
});

describe('timeouts', () => {
  test('variable that the code reads', () => {
    expect(
      conventionsOf({ 'a.py': "import os\nt = os.environ.get('OS_TEST_TIMEOUT', 0)\nu = 'DB_TIMEOUT'\n" })
        .timeoutVariable,
    ).toBe('OS_TEST_TIMEOUT');
    expect(conventionsOf({ 'a.py': 'OS_TEST_TIMEOUT = 1\nx = "LATEST_TIMEOUT"\n' }).timeoutVariable).toBeUndefined();
  });
  test.each<[file: string, text: string, name: string, seconds: number | undefined]>([
    ['pyproject.toml', '[tool.pytest.ini_options]\ntimeout = 300\n', 'pytest-timeout', 300],
    ['pytest.ini', '[pytest]\naddopts = -q --timeout=60\n', 'pytest-timeout', 60],
    ['setup.cfg', '[tool:pytest]\nfaulthandler_timeout = 5\n', 'faulthandler_timeout', 5],
    ['tox.ini', '[testenv]\nsetenv =\n    A=1\n    OS_TEST_TIMEOUT=160\n', 'OS_TEST_TIMEOUT', 160],
    ['tox.ini', '[testenv]\nsetenv = OS_TEST_TIMEOUT={env:OS_TEST_TIMEOUT}\n', 'OS_TEST_TIMEOUT', undefined],
  ])('%s: %j', (file, text, name, seconds) => {
    expect(conventionsOf({}, { [file]: text }).globalTimeouts).toEqual([
      { name, ...(seconds === undefined ? {} : { seconds }), file },
    ]);
  });
  test('zero is none', () =>
    expect(conventionsOf({}, { 'pytest.ini': '[pytest]\ntimeout = 0\n' }).globalTimeouts).toEqual([]));
});

describe('linters', () => {
  test.each<[tool: Linter, files: Record<string, string>, enabled: string[], not: string[]]>([
    ['ruff', {}, [], ['E722']],
    ['ruff', { 'ruff.toml': 'line-length = 100\n' }, ['E722', 'F401'], ['S113', 'E501']],
    [
      'ruff',
      { 'pyproject.toml': '[tool.ruff.lint]\nselect = ["E", "S", "PL"]\nignore = ["S1"]\nextend-select = ["S113"]\n' },
      ['E722', 'S113', 'S324', 'PLR2004'],
      ['S110', 'SIM115', 'F401', 'ERA001'],
    ],
    [
      'ruff',
      { 'ruff.toml': 'lint.select = ["ALL"]\nlint.ignore = ["D", "TD002"]\n' },
      ['S113', 'DTZ005', 'TD003'],
      ['D103', 'TD002'],
    ],
    ['flake8', {}, [], ['E722']],
    ['flake8', { '.flake8': '[flake8]\nmax-line-length = 100\n' }, ['E722'], ['W503', 'B001', 'C901']],
    [
      'flake8',
      { 'tox.ini': '[flake8]\nignore = E722\nenable-extensions = H106\n', 'test-requirements.txt': 'hacking>=3\n' },
      ['W503', 'H201', 'H106'],
      ['E722', 'H203', 'B001'],
    ],
    ['flake8', { 'setup.cfg': '[flake8]\nselect = E,B001\nextend-ignore = E7\n' }, ['B001', 'E501'], ['E722', 'F401']],
    [
      'flake8',
      { 'tox.ini': '[flake8]\n[flake8:local-plugins]\nextension =\n  N307 = checks:a\n  N310 = checks:b\n' },
      ['N310'],
      ['N311'],
    ],
    ['pylint', {}, [], ['W0702']],
    ['pylint', { '.pylintrc': '[MAIN]\njobs=1\n' }, ['W0702', 'bare-except', 'W0511'], ['R2004']],
    [
      'pylint',
      { '.pylintrc': '[MESSAGES CONTROL]\ndisable=all\nenable=bare-except,\n    W3101\n' },
      ['W0702', 'missing-timeout'],
      ['R1732'],
    ],
    [
      'pylint',
      { 'pyproject.toml': '[tool.pylint."messages control"]\ndisable = ["C", "fixme", "broad-except"]\n' },
      ['W0702'],
      ['C0116', 'W0511', 'W0718'],
    ],
    ['pylint', { '.pylintrc': '[MAIN]\nload-plugins=pylint.extensions.magic_value\n' }, ['R2004'], []],
  ])('%s %j', (tool, files, enabled, not) => {
    const linters = configuredLinters(projectOf({}, files));
    expect(enabled.filter((rule) => !linters.enables(tool, rule))).toEqual([]);
    expect(not.filter((rule) => linters.enables(tool, rule))).toEqual([]);
    expect(linters.configured).toEqual(Object.keys(files).length === 0 ? [] : [tool]);
  });
});

describe('glob', () => {
  test.each<[pattern: string, name: string, matches: boolean]>([
    ['test_*.py', 'test_a.py', true],
    ['test_*.py', 'atest_a.py', false],
    ['*_test.py', 'a_b_test.py', true],
    ['a?c', 'abc', true],
    ['a?c', 'a/c', false],
    ['*', 'a/b', false],
    ['[a-c]x', 'bx', true],
    ['[!a-c]x', 'bx', false],
    ['a.c', 'abc', false],
    ['(a', '(a', true],
  ])('%s on %s', (pattern, name, matches) => expect(glob(pattern)(name)).toBe(matches));
  test('many stars end in time', () => expect(glob('*a'.repeat(40) + 'b')('a'.repeat(4000))).toBe(false));
});
