import { describe, expect, test } from 'vitest';
import { describeProject } from '../../src/model/component.ts';
import type { ProjectHints } from '../../src/model/component.ts';
import { createTestContexts } from '../../src/model/test-context.ts';
import { projectOf } from './project-of.ts';

function describeFiles(
  files: Record<string, string>,
  projectFiles: Record<string, string> = {},
  only?: string,
  hints?: ProjectHints,
) {
  const project = projectOf(files, projectFiles);
  const reviewed = only === undefined ? undefined : project.modules.filter((module) => module.path === only);
  return describeProject(project, createTestContexts(project), reviewed, hints);
}

const bugTest = 'nova/tests/functional/regressions/test_bug_1718455.py';
const bugTestText =
  'from nova import test\nclass A(test.TestCase):\n    def test_x(self):\n        self.useFixture(f)\n';
const packageFiles = { 'nova/__init__.py': '', 'nova/api.py': 'x = 1\n', [bugTest]: bugTestText };
const metadata = (name: string, ...headers: string[]) => [`Name: ${name}`, ...headers, '', 'Text.'].join('\n');
const openstack = { 'nova-26.2.2.egg-info/PKG-INFO': metadata('nova', 'Classifier: Environment :: OpenStack') };

describe('description', () => {
  test.each<[name: string, expected: string, ...args: Parameters<typeof describeFiles>]>([
    ['one file of a package', 'test code (functional, testtools) for Nova', { [bugTest]: bugTestText }],
    ['one file that shows no package', 'test code (pytest)', { 'x/y/test_a.py': 'def test_a(): pass\n' }],
    [
      'a file of a package with its classifier',
      'test code (functional, testtools) for the Nova component of OpenStack',
      packageFiles,
      openstack,
      bugTest,
    ],
    [
      'the whole package',
      'production code (2 files) and test code (1 file, functional, testtools) for Nova, a component of OpenStack',
      packageFiles,
      openstack,
    ],
    [
      'metadata of another package',
      'production code for Nova',
      packageFiles,
      { 'other.egg-info/PKG-INFO': metadata('other', 'Classifier: Environment :: OpenStack') },
      'nova/api.py',
    ],
    [
      'top_level.txt names the package',
      'production code for nova-server',
      packageFiles,
      { 'n.egg-info/PKG-INFO': metadata('nova-server'), 'n.egg-info/top_level.txt': 'nova\n' },
      'nova/api.py',
    ],
    [
      'a framework is no parent',
      'production code for acme-blog, a package for Django',
      { 'acme_blog/__init__.py': '' },
      {
        'pyproject.toml':
          '[project]\nname = "acme-blog"\nclassifiers = ["Framework :: Django", "Framework :: Django :: 4.2"]\n',
      },
    ],
    [
      'two frameworks: none',
      'production code for acme',
      { 'acme/__init__.py': '' },
      { 'pyproject.toml': '[project]\nname = "acme"\nclassifiers = ["Framework :: Django", "Framework :: Flask"]\n' },
    ],
    [
      '.gitreview',
      'production code for the Nova component of OpenStack',
      { 'nova/__init__.py': '' },
      { '.gitreview': '[gerrit]\nhost=review.opendev.org\nproject=openstack/nova.git\n' },
    ],
    [
      '.gitreview of the common namespace',
      'production code for Nova',
      { 'nova/__init__.py': '' },
      { '.gitreview': '[gerrit]\nproject=x/nova.git\n' },
    ],
    [
      'setup.py',
      'production code for acme-tools',
      { 'acme/__init__.py': '' },
      { 'setup.py': 'setup(name="acme-tools", version="1")\n' },
    ],
    [
      'a Django app',
      'production code for the blog app of acme',
      { 'acme/__init__.py': '', 'acme/blog/__init__.py': '', 'acme/blog/apps.py': '', 'acme/blog/views.py': 'x = 1\n' },
      {},
      'acme/blog/views.py',
    ],
    [
      'a workspace member',
      'production code for the billing component of acme',
      { 'packages/billing/src/billing/__init__.py': '' },
      {
        'pyproject.toml': '[project]\nname = "acme"\n',
        'packages/billing/pyproject.toml': '[project]\nname = "billing"\n',
      },
    ],
    ['scripts that belong to nothing', 'production code', { 'run.py': 'x = 1\n' }],
    [
      'the repository by the CI',
      'production code for tools',
      { 'run.py': 'x = 1\n' },
      {},
      undefined,
      { repository: 'acme/tools' },
    ],
    [
      'the owner by the CI, if it is an umbrella we know',
      'production code for the Nova component of OpenStack',
      { 'run.py': 'x = 1\n' },
      {},
      undefined,
      { repository: 'openstack/nova' },
    ],
    [
      'the root folder last',
      'production code for work',
      { 'run.py': 'x = 1\n' },
      {},
      undefined,
      { rootFolder: 'work' },
    ],
    [
      'tests of two kinds',
      'test code (unit and functional, pytest)',
      { 'tests/unit/test_a.py': 'def test_a(): pass\n', 'tests/functional/test_b.py': 'def test_b(): pass\n' },
    ],
    [
      'tests that disagree',
      'test code',
      {
        'tests/test_a.py': 'def test_a(): pass\n',
        'tests/unit/test_b.py': 'import unittest\nclass A(unittest.TestCase): pass\n',
      },
    ],
    ['no code', 'no code', {}],
  ])('%s', (_, expected, ...args) => {
    expect(describeFiles(...args).description).toBe(expected);
  });
});

describe('subject', () => {
  const under = { 'pkg/__init__.py': '', 'pkg/core/api.py': 'x = 1\n' };
  const testText = 'def test_a(): pass\n';
  test.each<[name: string, subject: string | undefined, ...args: Parameters<typeof describeFiles>]>([
    ['bug in the name', 'regression test for bug 1718455', { [bugTest]: bugTestText }],
    [
      'bug in the first line of the docstring',
      'regression test for bug 42',
      {
        'test_a.py':
          'class TestA:\n    """Regression test for bug #42\n\n    See bug #41.\n    """\n    def test_a(self): pass\n',
      },
    ],
    ['bug further down', undefined, { 'test_a.py': '"""Tests.\n\nSee bug #41.\n"""\ndef test_a(): pass\n' }],
    [
      'module in the package',
      'tests of pkg/core/api.py',
      { ...under, 'pkg/tests/unit/core/test_api.py': testText },
      {},
      'pkg/tests/unit/core/test_api.py',
    ],
    [
      'tests at the root',
      'tests of pkg/core/api.py',
      { ...under, 'tests/core/test_api.py': testText },
      {},
      'tests/core/test_api.py',
    ],
    [
      'two candidates',
      undefined,
      { ...under, 'other/core/api.py': '', 'tests/core/test_api.py': testText },
      {},
      'tests/core/test_api.py',
    ],
    ['several files', undefined, { 'test_bug_1.py': testText, 'test_bug_2.py': testText }],
    ['production code', undefined, { 'pkg/bug_12.py': 'x = 1\n' }],
  ])('%s', (_, subject, ...args) => {
    expect(describeFiles(...args).subject).toBe(subject);
  });
});
