import { describe, expect, test } from 'vitest';
import type { Options, Profile } from '../../src/base/options.ts';
import { ConfigurationError } from '../../src/base/configuration-error.ts';
import type { Bundle } from '../../src/rules/bundle.ts';
import { practiceLevel } from '../../src/rules/derived.ts';
import { loadRuleSet } from '../../src/rules/load-rule-set.ts';
import { readRule } from '../../src/rules/read-rule.ts';
import type { Rule } from '../../src/rules/schema.ts';
import { changed, practiceRule, securityRule } from './rule-text.ts';

/** A security rule with this head; the id is made from the code. */
function security(code: string, tier: string, precision: string, severity: number, more = ''): Rule {
  const id = `rule-${code.toLowerCase()}`;
  const head = `tier: ${tier}\nseverity: ${severity}\nprecision: ${precision}\n${more}`;
  const text = changed(securityRule, 'tier: defect\nseverity: 7.4\nprecision: very-high\n', head);
  return readRule(`rules/security/${id}.yml`, text.replace('PV513', code).replace('cert-validation-off', id)).rule;
}

function practice(code: string, more = ''): Rule {
  const id = `rule-${code.toLowerCase()}`;
  const text = practiceRule.replace('BP101', code).replace('sleep-polling', id);
  return readRule(`rules/practice/${id}.yml`, `${more}${text}`).rule;
}

const bundle: Bundle = {
  rules: [
    practice('BP101'),
    practice('BP105', 'profile: extended\n'),
    security('PV501', 'defect', 'medium', 7),
    security('PV502', 'defect', 'low', 7),
    security('PV503', 'hotspot', 'high', 4),
    security('PV504', 'hotspot', 'medium', 6.5),
    security('PV505', 'hotspot', 'medium', 6.4),
    security('PV506', 'hotspot', 'low', 6.9),
    security('PV507', 'inventory', 'very-high', 1),
    security('PV508', 'inventory', 'high', 1, 'profile: default\n'),
  ],
  models: [],
  hash: 'h',
};

function codes(options: Partial<Pick<Options, 'profile' | 'select' | 'ignore'>>): string {
  return loadRuleSet({ profile: 'default', select: [], ignore: [], ...options }, bundle)
    .rules.map((rule) => rule.code)
    .join(' ');
}

test('what is opt-in is a note in the profile extended, or when the rule is named', () => {
  const optIn: Bundle = {
    ...bundle,
    rules: [{ ...practice('BP101'), severity: { test: 'opt-in', production: 'warning' } } as Rule],
  };
  const levels = (options: Partial<Pick<Options, 'profile' | 'select'>>): string =>
    loadRuleSet({ profile: 'default', select: [], ignore: [], ...options }, optIn)
      .rules.map((rule) =>
        rule.category === 'practice' ? `${practiceLevel(rule, true)} ${practiceLevel(rule, false)}` : '',
      )
      .join();
  expect(levels({})).toBe('off warning');
  expect(levels({ select: ['practice'] })).toBe('off warning');
  expect(levels({ select: ['BP101'] })).toBe('note warning');
  expect(levels({ profile: 'extended' })).toBe('note warning');
});

test.each<[Profile, string]>([
  ['default', 'BP101 PV501 PV503 PV504 PV508'],
  ['extended', 'BP101 BP105 PV501 PV503 PV504 PV505 PV506 PV508'],
  ['audit', 'BP101 BP105 PV501 PV502 PV503 PV504 PV505 PV506 PV507 PV508'],
])('profile %s', (profile, expected) => expect(codes({ profile })).toBe(expected));

describe('select and ignore', () => {
  test.each<[string, string[], string[], string]>([
    ['a code', ['PV501'], [], 'PV501'],
    ['an id', ['rule-pv501'], [], 'PV501'],
    ['a code to review', ['PV503/review'], [], 'PV503'],
    ['a rule outside the profile', ['PV507'], [], 'PV507'],
    ['a group: the part of the profile', ['practice'], [], 'BP101'],
    ['a group and a rule outside the profile', ['practice', 'PV507'], [], 'BP101 PV507'],
    ['the order of the codes, each once', ['PV503', 'PV501', 'rule-pv503'], [], 'PV501 PV503'],
    ['ignore a code', [], ['PV501'], 'BP101 PV503 PV504 PV508'],
    ['ignore an id', [], ['rule-pv501'], 'BP101 PV503 PV504 PV508'],
    ['ignore a group', [], ['security'], 'BP101'],
    ['ignore wins', ['PV501', 'PV503'], ['PV501'], 'PV503'],
    ['ignore a rule that would not run', [], ['PV507'], 'BP101 PV501 PV503 PV504 PV508'],
  ])('%s', (_, select, ignore, expected) => expect(codes({ select, ignore })).toBe(expected));

  test.each([
    ['PV591', '; did you mean PV501?'],
    ['rule-pv5o1', '; did you mean rule-pv501?'],
    ['practise', '; did you mean practice?'],
    ['something-quite-different', '; "pyverdict rules" lists them'],
  ])('unknown: %s', (name, hint) => {
    const error = new ConfigurationError(`there is no rule "${name}"${hint}`);
    expect(() => codes({ select: [name] })).toThrow(error);
    expect(() => codes({ ignore: [name] })).toThrow(error);
  });
});

test('the hash follows the choice and the bundle, and nothing else', () => {
  const options = { profile: 'default' as const, select: [], ignore: [] };
  const { hash } = loadRuleSet(options, bundle);
  expect(loadRuleSet({ ...options, ignore: ['PV502'] }, bundle).hash).toBe(hash);
  expect(loadRuleSet({ ...options, ignore: ['PV501'] }, bundle).hash).not.toBe(hash);
  expect(loadRuleSet(options, { ...bundle, hash: 'other' }).hash).not.toBe(hash);
});

test('families without a rule in this run are named, so that no verdict is given about them', () => {
  const others = ['injection', 'dangerous APIs', 'web configuration', 'secrets'];
  expect(loadRuleSet({ profile: 'default', select: [], ignore: [] }, bundle).familiesNotExamined).toEqual([
    ...others,
    'cloud configuration',
    'AI and supply chain',
  ]);
  const practiceOnly = loadRuleSet({ profile: 'default', select: ['practice'], ignore: [] }, bundle);
  expect(practiceOnly.familiesNotExamined).toContain('cryptography and transport');
});
