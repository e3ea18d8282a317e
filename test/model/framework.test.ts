import { describe, expect, test } from 'vitest';
import type { Framework } from '../../src/model/framework.ts';
import { frameworkOf, replacementWording } from '../../src/model/framework.ts';
import { moduleAt, moduleOf, projectOf } from './project-of.ts';

describe('framework of a file', () => {
  test.each<[framework: Framework, text: string]>([
    ['testtools', 'import testtools\nclass A(testtools.TestCase): pass\n'],
    ['testtools', 'from oslotest import base\nclass A(base.BaseTestCase): pass\n'],
    ['testtools', 'class A(test.TestCase):\n    def setUp(self):\n        self.useFixture(x)\n'],
    [
      'testtools',
      'import unittest\nclass A(unittest.TestCase):\n    def test_x(self):\n        self.assertThat(a, b)\n',
    ],
    ['unittest', 'from unittest import TestCase as T\nclass A(T): pass\n'],
    ['unittest-async', 'import unittest\nclass A(unittest.IsolatedAsyncioTestCase): pass\n'],
    ['pytest', 'def test_x():\n    assert f()\n'],
    ['pytest', 'from unittest import mock\nimport pytest\nclass TestA:\n    def test_x(self): pass\n'],
    ['django', 'from django.test import TestCase\nclass A(TestCase): pass\n'],
    ['trial', 'from twisted.trial import unittest\nclass A(unittest.TestCase): pass\n'],
    ['unittest-style', 'class A(unknown.TestCase):\n    def test_x(self):\n        self.assertEqual(1, f())\n'],
    ['pytest-style', 'class A:\n    def test_x(self):\n        assert f()\n'],
  ])('%s: %j', (framework, text) => {
    const { project, module } = moduleOf(text, 'test_a.py');
    expect(frameworkOf(project, module)).toBe(framework);
  });

  test('a base of the repository is followed', () => {
    const project = projectOf({
      'pkg/__init__.py': '',
      'pkg/base.py': 'import testtools\nclass TestCase(testtools.TestCase): pass\n',
      'pkg/test_a.py': 'from pkg import base\nclass A(base.TestCase): pass\n',
    });
    expect(frameworkOf(project, moduleAt(project, 'pkg/test_a.py'))).toBe('testtools');
  });

  test('classes of one file may differ', () => {
    const { project, module } = moduleOf(
      'import unittest, testtools\nclass A(unittest.TestCase): pass\nclass B(testtools.TestCase): pass\nclass C(testtools.TestCase): pass\n',
    );
    expect([0, 1].map((index) => frameworkOf(project, module, index))).toEqual(['unittest', 'testtools']);
    expect(frameworkOf(project, module)).toBe('testtools');
  });
});

test('wording follows the framework', () => {
  expect(replacementWording('pytest').expectError).toContain('pytest.raises');
  expect(replacementWording('testtools').undo).toContain('useFixture');
  expect(replacementWording('unittest').undo).not.toContain('useFixture');
  expect(replacementWording('unittest-async').undo).toContain('addAsyncCleanup');
  expect(replacementWording('unittest-async').wait).toContain('asyncio.timeout');
});
