import { expect, test } from 'vitest';
import { ruleTable } from '../../src/findings/rule-view.ts';
import { readForeignSettings } from '../../src/options/foreign-settings.ts';
import { rule } from '../findings/small-project.ts';
import { temporaryDirectory } from './temporary-directory.ts';

const rules = ruleTable([
  rule('PV101', { peers: { bandit: ['B608'], ruff: ['S608'] } }),
  rule('PV102', { peers: { bandit: ['B602'], ruff: ['S602'] } }),
  rule('PV103', { peers: { bandit: ['B605'] } }),
]);
const read = (files: Readonly<Record<string, string>>) => readForeignSettings(temporaryDirectory(files), rules);

test('Bandit, in each of its files', async () => {
  const found = await read({
    '.bandit': '[bandit]\nskips = B608,B101\nexclude = ./build,tests\n',
    'bandit.yaml': "skips: ['B602']\nexclude_dirs: ['*/tests/*']\n",
    'pyproject.toml': '[tool.bandit]\nskips = ["subprocess_popen_with_shell_equals_true"]\n',
  });
  expect(found.ignore).toEqual([
    { ours: 'PV101', theirs: ['B608'] },
    { ours: 'PV102', theirs: ['B602', 'subprocess_popen_with_shell_equals_true'] },
  ]);
  expect(found.exclude.map(({ ours }) => ours)).toEqual(['/build', 'tests', '**/tests/**']);
  expect(found).toMatchObject({ unknown: ['B101'], read: ['.bandit', 'bandit.yaml', 'pyproject.toml'], broken: [] });
});

test('Ruff: its S rules, prefixes, settings for files; nothing else', async () => {
  const found = await read({
    'ruff.toml':
      '[lint]\nignore = ["S60", "E501"]\n[lint.per-file-ignores]\n"scripts/*" = ["S608", "T201"]\n"docs/*" = ["D100"]\n',
  });
  expect(found.ignore.map(({ ours }) => ours)).toEqual(['PV101', 'PV102', 'PV103']);
  expect(found.perPath).toEqual([{ path: 'scripts/**', ignore: [{ ours: 'PV101', theirs: ['S608'] }] }]);
  expect(found.unknown).toEqual([]);
});

test('broken and hostile files cost nothing but their word', async () => {
  const found = await read({
    'bandit.yaml': 'a: &a [1]\nb: [*a, *a]\nskips: {',
    'pyproject.toml': '[tool.bandit]\nskips = 3\nexclude_dirs = [1, "x\\u0000y"]\n[tool.ruff]\nlint = "S1"\n',
    'ruff.toml': '= = =',
  });
  expect(found).toMatchObject({ ignore: [], broken: ['bandit.yaml', 'ruff.toml'] });
});
