import { expect, test } from 'vitest';
import { fromCommandLine } from '../../src/options/from-command-line.ts';
import { helpText } from '../../src/options/help-text.ts';
import { optionsTable } from '../../src/options/options-table.ts';

test.each([
  [[], { name: 'help' }],
  [['--help'], { name: 'help' }],
  [['scan', '.', '-h'], { name: 'help' }],
  [['--version'], { name: 'version' }],
  [['explain', 'PV513'], { name: 'explain', rule: 'PV513' }],
  [['rules'], { name: 'rules', json: false }],
  [['rules', '--json'], { name: 'rules', json: true }],
  [['scan'], { name: 'scan', settings: {} }],
  [['scan', 'a', 'b'], { name: 'scan', settings: { path: ['a', 'b'] } }],
  [['scan', '--', '--help', '-x'], { name: 'scan', settings: { path: ['--help', '-x'] } }],
  [
    ['scan', '--fail-on=none', 'src', '--sarif', 'out.sarif', '--quiet', '--threads', '2'],
    {
      name: 'scan',
      settings: { 'fail-on': 'none', path: ['src'], 'sarif-file': 'out.sarif', quiet: true, threads: 2 },
    },
  ],
  [
    ['scan', '--select', 'PV513,BP101', '--select', 'secrets'],
    { name: 'scan', settings: { select: ['PV513', 'BP101', 'secrets'] } },
  ],
  [['scan', '--fail-on-incomplete=false'], { name: 'scan', settings: { 'fail-on-incomplete': false } }],
])('%j', (args, command) => {
  expect(fromCommandLine(args)).toEqual(command);
});

test.each([
  [['scna', '.'], /^unknown command scna; did you mean scan\?/],
  [['--hepl'], /^unknown option --hepl; did you mean --help\?/],
  [['scan', '--fial-on', 'high'], /^unknown option --fial-on; did you mean --fail-on\?$/],
  [['scan', '--sariff=x'], /^unknown option --sariff; did you mean --sarif\?$/],
  [
    ['scan', '--fail-on', 'hihg'],
    /^--fail-on: "hihg" is not one of none, critical, high, medium, low; did you mean high\?$/,
  ],
  [['scan', '--sarif'], /^--sarif needs a value: --sarif FILE$/],
  [['scan', '--threads', 'many'], /^--threads: expected a number of at least 0, got "many"$/],
  [['scan', '--fail-on-incomplete=yes'], /^--fail-on-incomplete: expected true or false, got "yes"$/],
  [['rules', '--jsn'], /^unknown option --jsn; did you mean --json\?$/],
  [['explain'], /^explain needs a rule/],
  [['explain', 'PV101', 'PV102'], /PV102 is one too many$/],
])('%j is refused', (args, message) => {
  expect(() => fromCommandLine(args)).toThrow(message);
});

test('--help names every option of the command line and no other', () => {
  const flags = optionsTable.flatMap((row) => row.flag ?? []);
  const shown = [...helpText().matchAll(/^ {2}(--[\w-]+)/gm)].map((match) => match[1]);
  expect(shown).toEqual(flags);
  expect(
    Math.max(
      ...helpText()
        .split('\n')
        .map((line) => line.length),
    ),
  ).toBeLessThan(120);
});
