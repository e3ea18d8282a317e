import { describe, expect, test } from 'vitest';
import { namedVersions } from '../../src/model/named-versions.ts';
import { requirementPlace } from '../../src/model/requirement-place.ts';
import { projectOf } from './project-of.ts';

/** `file: name version`, and what the place says, for everything that is named. */
const named = (files: Readonly<Record<string, string>>): string[] =>
  namedVersions(projectOf({}, files)).map(({ file, dependency, exact }) => {
    const place = requirementPlace(file, dependency);
    const bytes = new TextEncoder().encode(files[file.path]);
    const at =
      place && new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(place.range.start, place.range.end));
    return `${file.path}: ${dependency.name} ${exact ?? 'open'}: ${at ?? 'nowhere'}`;
  });

describe('each kind of file, with the place', () => {
  test.each<[path: string, text: string, expected: string[]]>([
    [
      'requirements.txt',
      '# é\n#a==0\n-r base.txt\nA_b.C [x, y] == 1.0 ; python_version >= "3" # why\nd===1.0.post1\\\n  --hash=sha256:0\ne>=1, <2\nf\n',
      ['a-b-c 1.0: A_b.C [x, y] == 1.0', 'd 1.0.post1: d===1.0.post1', 'e open: e>=1, <2', 'f open: f'],
    ],
    ['requirements/mark.txt', '\uFEFFa==1\n# é\nb==2\n', ['a 1: a==1', 'b 2: b==2']],
    ['requirements/dev.txt', 'ab==2\na==1\n', ['ab 2: ab==2', 'a 1: a==1']],
    [
      'pyproject.toml',
      '[project]\ndependencies = [\n  # "a==1",\n  "a==1", \'b>=2\',\n]\n[dependency-groups]\ntest = ["c (==3)"]\n[tool.poetry.dependencies]\nd = "4.0"\ne = { version = "^5.1", extras = ["x"] }\n',
      ['a 1: a==1', 'b open: b>=2', 'c 3: c (==3', 'd 4.0: d = "4.0', 'e open: e = { version = "^5.1'],
    ],
    [
      'Pipfile',
      '[packages]\na = "==1.0"\nb = {version = "==2.0"}\n',
      ['a 1.0: a = "==1.0', 'b 2.0: b = {version = "==2.0'],
    ],
    [
      'Pipfile.lock',
      '{"_meta": {}, "default": {"a": {"hashes": ["sha256:1"], "version": "==1.0"}, "b": {"git": "x"}}, "develop": {"c": {\n"version": "==3"}}}',
      ['a 1.0: "version": "==1.0"', 'c 3: "version": "==3"'],
    ],
    [
      'poetry.lock',
      '[[package]]\nname = "A-b"\nversion = "1.0"\n\n[[package]]\nname = "c"\nversion = "1.0"\n[package.source]\ntype = "directory"\n\n[[package]]\nname = "d"\nversion = "1.0"\n[package.source]\ntype = "legacy"\n',
      ['a-b 1.0: version = "1.0"', 'd 1.0: version = "1.0"'],
    ],
    [
      'uv.lock',
      '[[package]]\r\nname = "a"\r\nversion = "1.0"\r\nsource = { registry = "r" }\r\n[[package]]\r\nname = "me"\r\nversion = "2"\r\nsource = { editable = "." }\r\n',
      ['a 1.0: version = "1.0"'],
    ],
    [
      'pdm.lock',
      '[[package]]\nname = "a"\nversion = "1.0"\n[[package]]\nname = "b"\nversion = "1"\npath = "./b"\n',
      ['a 1.0: version = "1.0"'],
    ],
    [
      'pylock.dev.toml',
      'lock-version = "1.0"\n[[packages]]\nname = "a"\nversion = "1.0"\n[[packages]]\nname = "b"\nversion = "1"\nvcs = { type = "git" }\n',
      ['a 1.0: version = "1.0"'],
    ],
    ['setup.cfg', '[options]\ninstall_requires =\n    a==1.0\n    b<2\n', ['a 1.0: a==1.0', 'b open: b<2']],
    [
      'setup.py',
      'from setuptools import setup\nsetup(install_requires=["a==1.0", \'b\'])\n',
      ['a 1.0: a==1.0', 'b open: b'],
    ],
    ['shop.egg-info/PKG-INFO', 'Name: shop\nRequires-Dist: a==1.0\n', []],
  ])('%s', (path, text, expected) => expect(named({ [path]: text })).toEqual(expected.map((one) => `${path}: ${one}`)));
});

test('a constraint counts where something requires the package', () => {
  const files = { 'requirements.txt': '-c constraints.txt\na>=1\n', 'constraints.txt': 'a==1.5\nb==2\n' };
  expect(named(files)).toEqual(['constraints.txt: a 1.5: a==1.5']);
});

test('a range is idle where an exact version beside it or around it says which', () => {
  const lock = '[[package]]\nname = "a"\nversion = "1.5"\n';
  const range = 'a>=1\n';
  expect(named({ 'uv.lock': lock, 'api/requirements.txt': range })).toEqual(['uv.lock: a 1.5: version = "1.5"']);
  expect(named({ 'web/uv.lock': lock, 'api/requirements.txt': range })).toEqual([
    'web/uv.lock: a 1.5: version = "1.5"',
    'api/requirements.txt: a open: a>=1',
  ]);
});

test('markers that no Python of the project fulfils', () => {
  const pyproject = '[project]\nrequires-python = ">=3.10"\n';
  const requirements = 'a==1 ; python_version < "3.8"\na==2 ; python_version >= "3.8"\n';
  expect(named({ 'pyproject.toml': pyproject, 'requirements.txt': requirements })).toEqual([
    'requirements.txt: a 2: a==2',
  ]);
});
