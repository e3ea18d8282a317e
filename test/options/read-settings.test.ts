import { Ajv } from 'ajv';
import { parse } from 'smol-toml';
import { describe, expect, test } from 'vitest';
import { configurationJsonSchema } from '../../src/options/configuration-schema.ts';
import { optionsTable } from '../../src/options/options-table.ts';
import { readSettings } from '../../src/options/read-settings.ts';

const mistakes = async (text: string, name = 'pyverdict.toml'): Promise<string[]> => {
  try {
    await readSettings(text, name);
    return [];
  } catch (error) {
    return (error as Error).message.split('\n');
  }
};

const schema = JSON.parse(configurationJsonSchema()) as { properties: Record<string, unknown> };
const accepts = new Ajv({ allErrors: true }).compile(schema);

const good = `
# comment
exclude = [
  "third_party/**", # "not this"
]
ignore = ["sleep-polling", "BP403", "PV201/review"]
fail-on = 'medium'
timeout-minutes = 2.5

[[per-path]]
paths = ["tests/**"]
ignore = ["security"]

[[per-path]]
paths = ["tools/*.py"]
select = ["PV101"]
min-severity = "high"
`;

test('settings and settings by path', async () => {
  expect(await readSettings(good, 'pyverdict.toml')).toEqual({
    settings: {
      exclude: ['third_party/**'],
      ignore: ['sleep-polling', 'BP403', 'PV201/review'],
      'fail-on': 'medium',
      'timeout-minutes': 2.5,
    },
    perPath: [
      { paths: ['tests/**'], select: [], ignore: ['security'] },
      { paths: ['tools/*.py'], select: ['PV101'], ignore: [], minSeverity: 'high' },
    ],
  });
});

test('every mistake is told at once, with its line and the nearest name', async () => {
  const text = `fial-on = "low"
profile = "extendde"
select = [
  "PV101",
  "sleep-poling",
]
why = """
ignore = ["nothing here is a key"]
"""
threads = 4

[[per-path]]
paths = ["a/**"]
ignroe = ["PV101"]

[[per-path]]
ignore = ["PV101", "PV1O1"]

[per-paht]
`;
  expect(await mistakes(text)).toEqual([
    'pyverdict.toml:1: unknown key "fial-on"; did you mean fail-on?',
    'pyverdict.toml:2: profile: "extendde" is not one of default, extended, audit; did you mean extended?',
    'pyverdict.toml:5: select: there is no rule "sleep-poling"; did you mean sleep-polling?',
    'pyverdict.toml:7: unknown key "why"',
    'pyverdict.toml:10: unknown key "threads": it is set by --threads only',
    'pyverdict.toml:14: unknown key "ignroe" in [[per-path]]; did you mean ignore?',
    'pyverdict.toml:16: [[per-path]] needs paths: which files it is about',
    'pyverdict.toml:19: unknown key "per-paht"; did you mean per-path?',
  ]);
});

describe('tables by path', () => {
  test.each([
    ['per-path = 3', 'pyverdict.toml:1: per-path: expected tables, each under [[per-path]]'],
    ['[per-path]\npaths = ["a"]', 'pyverdict.toml:1: per-path: expected tables, each under [[per-path]]'],
    [
      '[[per-path]]\npaths = ["a"]',
      'pyverdict.toml:1: [[per-path]] says nothing: give it ignore, select or min-severity',
    ],
    ['[[per-path]]\npaths = "a"\nignore = ["BP101"]', 'pyverdict.toml:2: paths: expected a list of texts'],
    [
      '[[per-path]]\npaths = ["**/a/**/b/**/c/**"]\nignore = ["BP101"]',
      'pyverdict.toml:2: paths: **/a/**/b/**/c/** takes too long to match: use at most three "**"',
    ],
    [
      '[[per-path]]\npaths = ["a"]\nmin-severity = "hihg"',
      'pyverdict.toml:3: min-severity: "hihg" is not one of critical, high, medium, low; did you mean high?',
    ],
  ])('%j', async (text, message) => {
    expect(await mistakes(text)).toEqual([message]);
  });
});

describe('pyproject.toml', () => {
  test('lines are those of the whole file', async () => {
    const text =
      '[project]\nname = "x"\n\n[tool."pyverdict"]\n  exclude = "a"\n\n[[tool.pyverdict.per-path]]\npaths = 1\n';
    expect(await mistakes(text, 'sub/pyproject.toml')).toEqual([
      'sub/pyproject.toml:5: exclude: expected a list of texts',
      'sub/pyproject.toml:8: paths: expected a list of texts',
    ]);
  });
  test('without our table there is nothing to read', async () => {
    expect(await readSettings('[tool.other]\npyverdict = 1\n', 'pyproject.toml')).toBeUndefined();
    expect(await mistakes('[tool]\npyverdict = 1\n', 'pyproject.toml')).toEqual([
      'pyproject.toml:2: tool.pyverdict is not a table',
    ]);
  });
});

test('a hostile file costs an answer, not a run', async () => {
  const many = Array.from({ length: 500 }, (_, index) => `k${index} = 1`).join('\n');
  const told = await mistakes(many);
  expect(told).toHaveLength(21);
  expect(told.at(-1)).toBe('and 480 more in pyverdict.toml');
  expect(await mistakes('"::error::x\\u001b[31m" = 1')).toHaveLength(1);
  expect((await mistakes(`__proto__ = 1\nconstructor = 2\n`)).length).toBeGreaterThan(0);
});

describe('the schema for editors', () => {
  test('has the keys of the options table', () => {
    const keys = optionsTable.filter((row) => row.configuration).map((row) => row.name);
    expect(Object.keys(schema.properties).sort()).toEqual([...keys, 'per-path'].sort());
  });
  test.each([
    [good, true],
    ['fail-on = "hgih"', false],
    ['unknown = 1', false],
    ['exclude = "a"', false],
    ['timeout-minutes = -1', false],
    ['fail-on-incomplete = true', true],
    ['[[per-path]]\npaths = ["a"]', false],
    ['[[per-path]]\npaths = ["a"]\nignore = ["BP101"]\nmore = 1', false],
  ])('%j: agrees with the program', async (text, fine) => {
    expect(accepts(parse(text))).toBe(fine);
    expect((await mistakes(text)).length === 0).toBe(fine);
  });
});
