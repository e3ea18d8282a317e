import { describe, expect, test } from 'vitest';
import { ConfigurationError } from '../../src/base/configuration-error.ts';
import type { OwnFile } from '../../src/base/options.ts';
import { bundle } from '../../src/rules/bundle.ts';
import { loadRuleSet } from '../../src/rules/load-rule-set.ts';
import { withOwnRules } from '../../src/rules/own-rules.ts';
import { changed, securityRule } from './rule-text.ts';

const rulePath = '.pyverdict/rules/ledger-unsafe.yml';
const modelPath = '.pyverdict/models/acme.yml';
const rule = securityRule.replace('PV513', 'ACME101').replace('cert-validation-off', 'ledger-unsafe');
const file = (path: string, text: string): OwnFile => ({ path, text });

function mistakes(...files: OwnFile[]): string[] {
  try {
    withOwnRules(bundle, files);
    return [];
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigurationError);
    return (error as Error).message.split('\n');
  }
}

test('rules and models of a checkout come beside the built-in ones; what takes findings away is named', () => {
  const model =
    '- { call: acme.ask, arg: 0, kind: sink:sql }\n- call: [acme.quote, acme.mask]\n  arg: 0\n  kind: [sanitizer:sql, guard:html]\n';
  const both = withOwnRules(bundle, [file(modelPath, model), file(rulePath, rule)]);
  const set = loadRuleSet({ profile: 'default', select: ['ledger-unsafe'], ignore: [] }, both);
  expect(set.rules.map(({ code }) => code)).toEqual(['ACME101']);
  expect(set.all).toHaveLength(bundle.rules.length + 1);
  expect(both.models).toHaveLength(bundle.models.length + 2);
  expect(set.own).toEqual({
    rules: 1,
    entries: 2,
    removing: [
      { names: ['acme.quote', 'acme.mask'], kinds: ['sanitizer:sql', 'guard:html'], path: modelPath, line: 2 },
    ],
  });
  expect(both.hash).not.toBe(bundle.hash);
  expect(withOwnRules(bundle, [file(modelPath, `${model}\n`), file(rulePath, rule)]).hash).not.toBe(both.hash);
});

describe('mistakes', () => {
  test('of all files at once, with line and the nearest key', () => {
    const model =
      '- { call: acme.ask, arg: 0, kind: sink:sqll }\n- { call: acme.quote, agr: 0, kind: sanitizer:sql }\n';
    const wrong = changed(rule, 'where: { verify', 'wehre: { verify').replace('cwe: [295]', 'cwes: [295]');
    expect(mistakes(file(modelPath, model), file(rulePath, wrong))).toEqual([
      `${modelPath}:1: [0].kind: expected a kind such as source:remote, sink:sql, sanitizer:shell or propagator; did you mean sink:sql?`,
      `${modelPath}:2: [1].agr: unknown field; did you mean arg?`,
      `${rulePath}:1: cwe: missing, expected array, received undefined`,
      `${rulePath}:9: cwes: unknown field; did you mean cwe?`,
      `${rulePath}:13: uses[0].wehre: unknown field; did you mean where?`,
    ]);
  });

  test.each([
    [
      'a built-in code',
      'ACME101',
      'PV999',
      '1: code: PV999: PV and BP are for built-in rules; take letters of your own, such as ACME101',
    ],
    ['another file name', 'id: ledger-unsafe', 'id: ledger-safe', '2: id: the file must be ledger-safe.yml'],
    [
      'no YAML',
      'tier: defect',
      'tier: [',
      '6: Flow sequence in block collection must be sufficiently indented and end with a ]',
    ],
  ])('%s', (_, part, replacement, expected) => {
    expect(mistakes(file(rulePath, changed(rule, part, replacement)))[0]).toBe(`${rulePath}:${expected}`);
  });

  test('a name that is taken', () => {
    const same = changed(rule, 'id: ledger-unsafe', 'id: sql-injection');
    expect(mistakes(file('.pyverdict/rules/sql-injection.yml', same))).toEqual([
      '.pyverdict/rules/sql-injection.yml:1: sql-injection is taken by the built-in PV101',
    ]);
    const other = changed(rule, 'id: ledger-unsafe', 'id: ledger-open');
    expect(mistakes(file(rulePath, rule), file('.pyverdict/rules/ledger-open.yml', other))).toEqual([
      `.pyverdict/rules/ledger-open.yml:1: ACME101 is taken by ${rulePath}`,
    ]);
  });

  test('aliases that stand for too much', () => {
    const names = 'abcdefghij';
    const lines = [...names].map((name, index) =>
      index === 0 ? '- &a [x, x, x, x, x, x, x, x, x, x]' : `- &${name} [${`*${names[index - 1]!}, `.repeat(10)}x]`,
    );
    expect(mistakes(file(modelPath, lines.join('\n')))[0]).toMatch(/acme\.yml:1: Excessive alias count/);
  });
});

describe('a pattern of a checkout cannot take for ever', () => {
  const withPattern = (pattern: string): string[] =>
    mistakes(
      file(
        rulePath,
        changed(rule, 'where: { verify: false }', `where: { verify: { matches: ${JSON.stringify(pattern)} } }`),
      ),
    );

  test.each([
    '^(?:user|client)_?name$',
    '[a-z*+]{1,50}x\\*',
    'a\\+b',
    '(?:ab)?c{0,9}',
    'one|two|three',
    '(?<kind>a|b)',
  ])('%s is fine', (pattern) => expect(withPattern(pattern)).toEqual([]));

  test.each([
    ['(a+)+$', 'write {0,50} in the place of *, + and {n,}'],
    ['.*', 'write {0,50}'],
    ['a{2,}', 'write {0,50}'],
    ['(?:a|b){9}', 'a group may be optional, not repeated'],
    ['(a)\\1', 'it refers back to a group'],
    ['.{0,99}.{0,99}.{0,99}x', 'it may try too often'],
    ['(a|a)(a|a)(a|a)(a|a)(a|a)(a|a)(a|a)(a|a)(a|a)(a|a)(a|a)(a|a)(a|a)(a|a)', 'it may try too often'],
  ])('%s is refused', (pattern, why) => {
    expect(withPattern(pattern)).toEqual([
      expect.stringContaining('can take for ever on a text that somebody chose: ' + why),
    ]);
  });
});
