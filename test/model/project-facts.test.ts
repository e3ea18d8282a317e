import { describe, expect, test } from 'vitest';
import { projectFacts } from '../../src/model/project-facts.ts';
import { admitsBelow, compareVersions, isEmpty, readRange, readVersion } from '../../src/model/version-range.ts';
import { projectOf } from './project-of.ts';

const factsOf = (projectFiles: Record<string, string>) => projectFacts(projectOf({}, projectFiles));

describe('versions', () => {
  test('in order', () => {
    const ordered = [
      '1.0.dev1',
      '1.0a1.dev2',
      '1.0a1',
      '1.0a2',
      '1.0b1',
      '1.0rc1',
      '1.0',
      '1.0.post1',
      '1.0.1',
      '1.2',
      '1.10',
      '2',
      '1!0.1',
    ];
    const versions = ordered.map((text) => readVersion(text)!);
    expect(
      [...versions]
        .reverse()
        .sort(compareVersions)
        .map((version) => version.text),
    ).toEqual(ordered);
  });
  test('equal with zeros', () => expect(compareVersions(readVersion('1.0')!, readVersion('v1.0.0+local')!)).toBe(0));
  test.each(['', 'latest', '1.x', '*'])('%j is none', (text) => expect(readVersion(text)).toBeUndefined());
});

describe('ranges', () => {
  test.each<[constraint: string, dialect: 'pep440' | 'poetry', version: string, below: boolean]>([
    ['>=2.0', 'pep440', '2.0', false],
    ['>=2.0', 'pep440', '2.0.1', true],
    ['>2.0', 'pep440', '2.0', false],
    ['==2.3', 'pep440', '2.3', false],
    ['==2.3', 'pep440', '2.4', true],
    ['==2.*', 'pep440', '2', false],
    ['~=1.4.2', 'pep440', '1.4.2', false],
    ['<3', 'pep440', '2', true],
    ['!=2.1', 'pep440', '2', true],
    ['>=1,<3,!=2', 'pep440', '1', false],
    ['^1.2', 'poetry', '1.2', false],
    ['~1.2', 'poetry', '1.3', true],
    ['1.2.3', 'poetry', '1.2.3', false],
    ['^1 || ^3', 'poetry', '2', true],
    ['>=1 <2', 'poetry', '1', false],
  ])('%s (%s) admits below %s: %s', (constraint, dialect, version, below) => {
    expect(admitsBelow(readRange(constraint, dialect)!, readVersion(version)!)).toBe(below);
  });
  test.each<[constraint: string, upper: string]>([
    ['^1.2.3', '2'],
    ['^0.2.3', '0.3'],
    ['~1.2.3', '1.3'],
    ['~1', '2'],
  ])('%s ends before %s', (constraint, upper) =>
    expect(readRange(constraint, 'poetry')!.upper!.version.text).toBe(upper),
  );
  test('~= ends before the next of the last part but one', () =>
    expect(readRange('~=1.4.2')!.upper!.version.text).toBe('1.5'));
  test('empty', () => expect([isEmpty(readRange('>=2,<2')!), isEmpty(readRange('>=2,<=2')!)]).toEqual([true, false]));
  test.each(['latest', '1.2', '>=x'])('%j cannot be read', (text) => expect(readRange(text)).toBeUndefined());
});

describe('Python', () => {
  test.each<[name: string, files: Record<string, string>, min: string | undefined]>([
    ['pyproject', { 'pyproject.toml': '[project]\nrequires-python = ">=3.9,<4"\n' }, '3.9'],
    ['Poetry', { 'pyproject.toml': '[tool.poetry.dependencies]\npython = "^3.8"\n' }, '3.8'],
    ['setup.cfg', { 'setup.cfg': '[options]\npython_requires = >=3.7\n' }, '3.7'],
    ['pbr', { 'setup.cfg': '[metadata]\npython-requires = >=3.6\n' }, '3.6'],
    ['setup.py', { 'setup.py': "setup(\n    name='a',\n    python_requires='>=3.5',\n)\n" }, '3.5'],
    ['setup.py, computed', { 'setup.py': "setup(python_requires='>=' + floor)\n" }, undefined],
    ['setup.py, in a comment', { 'setup.py': "setup(\n    # python_requires='>=3.5',\n)\n" }, undefined],
    ['metadata', { 'a.egg-info/PKG-INFO': 'Name: a\nRequires-Python: >=3.8\n\nRequires-Python: >=3.1\n' }, '3.8'],
    ['Pipfile', { Pipfile: '[requires]\npython_version = "3.10"\n' }, '3.10'],
    [
      'outermost first',
      {
        'a/pyproject.toml': '[project]\nrequires-python = ">=3.6"\n',
        'setup.cfg': '[options]\npython_requires = >=3.8\n',
      },
      '3.8',
    ],
    ['nothing', {}, undefined],
  ])('%s', (_, files, min) => expect(factsOf(files).requiresPython?.min).toBe(min));

  test.each<[requires: string, bound: string, satisfied: boolean]>([
    ['>=3.10', '>=3.10', true],
    ['>=3.9', '>=3.10', false],
    ['<3.12', '<3.12', true],
    ['<3.12', '<3.11', false],
    ['<=3.11', '<3.11', false],
    ['>=3.8', '<3.12', false],
  ])('%s satisfies %s: %s', (requires, bound, satisfied) => {
    expect(factsOf({ 'pyproject.toml': `[project]\nrequires-python = "${requires}"\n` }).pythonSatisfies(bound)).toBe(
      satisfied,
    );
  });
  test('unknown is the newest', () => {
    expect([factsOf({}).pythonSatisfies('>=3.10'), factsOf({}).pythonSatisfies('<3.10')]).toEqual([true, false]);
  });
});

describe('libraries', () => {
  test.each<[name: string, files: Record<string, string>, min: string | undefined, belowSix: boolean]>([
    [
      'pyproject',
      { 'pyproject.toml': '[project]\ndependencies = ["PyYAML >= 5.1 ; sys_platform != \'x\'"]\n' },
      '5.1',
      true,
    ],
    ['extra', { 'pyproject.toml': '[project.optional-dependencies]\nyaml = ["pyyaml[c]>=6"]\n' }, '6', false],
    [
      'Poetry table',
      { 'pyproject.toml': '[tool.poetry.group.dev.dependencies]\nPyYAML = { version = "^6.0", optional = true }\n' },
      '6.0',
      false,
    ],
    [
      'setup.cfg',
      { 'setup.cfg': '[options]\ninstall_requires =\n    requests\n    PyYAML>=6.0  # why\n' },
      '6.0',
      false,
    ],
    ['setup.py', { 'setup.py': 'setup(install_requires=[\'requests\', "pyyaml>=5"])\n' }, '5', true],
    ['requirements', { 'requirements/dev.txt': '-r base.txt\npyyaml==5.4 --hash=sha256:ab\n' }, '5.4', true],
    [
      'requirements with constraints',
      { 'requirements.txt': 'pyyaml\n', 'constraints.txt': 'PyYAML==6.0.1\n' },
      '6.0.1',
      false,
    ],
    [
      'several hold together',
      { 'requirements.txt': 'pyyaml>=5\n', 'test-requirements.txt': 'pyyaml>=6\n' },
      '6',
      false,
    ],
    [
      'contradiction: the lowest',
      { 'requirements.txt': 'pyyaml==5\n', 'test-requirements.txt': 'pyyaml==6\n' },
      '5',
      true,
    ],
    [
      'lock file wins',
      { 'requirements.txt': 'pyyaml>=5\n', 'poetry.lock': '[[package]]\nname = "pyyaml"\nversion = "6.0.1"\n' },
      '6.0.1',
      false,
    ],
    ['Pipfile.lock', { 'Pipfile.lock': '{"default": {"pyyaml": {"version": "==5.4.1"}}}' }, '5.4.1', true],
    ['metadata', { 'a.dist-info/METADATA': 'Name: a\nRequires-Dist: PyYAML (>=5.1)\n\nText.\n' }, '5.1', true],
    [
      'requires.txt',
      { 'a.egg-info/PKG-INFO': 'Name: a\n\n', 'a.egg-info/requires.txt': '[test]\nPyYAML>=5.1\n' },
      '5.1',
      true,
    ],
    ['without a version: the newest', { 'requirements.txt': 'pyyaml\n' }, undefined, false],
    ['upper bound only', { 'requirements.txt': 'pyyaml<6\n' }, undefined, true],
    ['by address', { 'requirements.txt': 'pyyaml @ https://example.org/pyyaml.zip\n' }, undefined, false],
    [
      'for an older Python only',
      { 'requirements.txt': 'pyyaml==5 ; python_version < "3.7"\npyyaml>=6 ; python_version >= "3.7"\n' },
      '6',
      false,
    ],
  ])('%s', (_, files, min, belowSix) => {
    const floor = factsOf(files).floor('Py.YAML'.replace('.', ''))!;
    expect([floor.min, floor.admitsBelow('6')]).toEqual([min, belowSix]);
  });

  test('undeclared', () => {
    const facts = factsOf({ 'requirements.txt': 'ruamel.yaml>=0.1\n' });
    expect([facts.floor('pyyaml'), facts.declared('pyyaml'), facts.declared('ruamel_yaml')]).toEqual([
      undefined,
      false,
      true,
    ]);
    expect([facts.dependencySatisfies('PyYAML>=6'), facts.dependencySatisfies('PyYAML<6')]).toEqual([true, false]);
  });

  test('by the module it installs', () => {
    expect(factsOf({ 'requirements.txt': 'PyYAML>=5\n' }).distribution('yaml')?.min).toBe('5');
  });

  test('a marker counts where the project admits that Python', () => {
    const files = {
      'pyproject.toml':
        '[project]\nrequires-python = ">=3.6"\ndependencies = ["a==1; python_version < \'3.7\'", "a>=2; python_version >= \'3.7\'"]\n',
    };
    expect(factsOf(files).floor('a')!.min).toBe('1');
  });

  test('a bad version is a bug of the caller', () => {
    expect(() => factsOf({ 'requirements.txt': 'a>=1\n' }).floor('a')!.admitsBelow('new')).toThrow(
      'not a version: new',
    );
  });
});

test('broken TOML is a problem of that file', () => {
  const { problems, requiresPython } = factsOf({
    'pyproject.toml': '[project]\nname = \n',
    'setup.cfg': '[options]\npython_requires = >=3.7\n',
  });
  expect(problems).toMatchObject([{ id: 'PVC001', file: 'pyproject.toml', line: 2, hidesCode: false }]);
  expect(problems[0]!.message).toContain('pyproject.toml could not be read');
  expect(requiresPython?.min).toBe('3.7');
});
