// What must hold for every rule file: it reads without mistakes, and what is derived from it fits GitHub's limits.
import { Ajv } from 'ajv';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { cweTag, ruleName, ruleTags, severityOf } from '../../src/rules/derived.ts';
import { baseFields, practiceFields, securityFields } from '../../src/rules/schema.ts';
import { detectorSchemas } from '../../src/rules/detector-schemas.ts';
import { modelJsonSchema, ruleJsonSchema } from '../../src/rules/json-schema.ts';
import { fillTokens } from '../../src/rules/example-tokens.ts';
import { readExample } from '../../src/rules/read-example.ts';
import { ruleFolder, rulesPath } from '../rule-folder.ts';

const rules = ruleFolder.rules.map((file) => ({ id: file.rule.id, file, rule: file.rule }));
const validRule = new Ajv({ allErrors: true, strict: false, formats: { uri: true } }).compile(
  JSON.parse(ruleJsonSchema()) as object,
);

test('no file has a mistake', () => expect(ruleFolder.mistakes).toEqual([]));

test('there are rules of both categories', () => {
  expect(new Set(rules.map(({ rule }) => rule.category))).toEqual(new Set(['security', 'practice']));
});

describe.each(rules)('$id', ({ file, rule }) => {
  test('fits the limits', () => {
    expect(ruleName(rule)).toMatch(/^[A-Z][A-Za-z0-9]{2,79}$/);
    expect(rule.title.length).toBeLessThanOrEqual(120);
    expect(rule.why.length).toBeLessThanOrEqual(900);
    expect(ruleTags(rule).length).toBeLessThanOrEqual(9);
  });

  test('is a security rule or none, for GitHub', () => {
    const tags = ruleTags(rule);
    expect(tags.includes('security')).toBe(rule.category === 'security');
    expect(tags.includes('practice')).toBe(rule.category === 'practice');
    expect(tags.filter((tag) => tag.startsWith('external/cwe/'))).toEqual(rule.cwe.map(cweTag));
    if (rule.category === 'security') expect(severityOf(rule, 'hotspot')).toBeLessThanOrEqual(6.9);
  });

  test('is accepted by the schema for editors', () => {
    const written: unknown = parse(readFileSync(join(rulesPath, '..', file.path), 'utf8'));
    validRule(written);
    expect(validRule.errors ?? []).toEqual([]);
  });

  test('has examples that can be read', () => {
    for (const example of [...file.good, ...file.ok]) expect(readExample(example, rule).expected.findings).toEqual([]);
    for (const example of file.bad) {
      const { files, expected } = readExample(example, rule);
      expect(expected.findings.length + expected.inventory).toBeGreaterThan(0);
      for (const { path, line } of expected.findings) expect(files[path]?.split('\n')[line - 1]).toMatch(/\S/);
    }
  });

  test('has messages of one line', () => {
    const sentences = [rule.message, ...Object.values(rule.messages ?? {})];
    for (const text of sentences) expect(fillTokens(text)).toMatch(/^[^\n]+$/);
  });
});

describe('the schema for editors', () => {
  const written = (id: string): Record<string, unknown> =>
    parse(readFileSync(join(rulesPath, '..', rules.find(({ rule }) => rule.id === id)!.file.path), 'utf8')) as Record<
      string,
      unknown
    >;

  test.each([
    ['a parameter of another detector', 'sleep-polling', { uses: [] }],
    ['a field of the other category', 'sleep-polling', { tier: 'defect' }],
    ['a severity of the other category', 'sleep-polling', { severity: 8.8 }],
    ['an unknown field', 'cert-validation-off', { callz: [] }],
    ['an unknown detector', 'cert-validation-off', { detector: 'x' }],
    ['an unknown condition', 'cert-validation-off', { uses: [{ call: 'a.b', where: { 0: { contians: 'x' } } }] }],
  ])('refuses %s', (_, id, change) => {
    expect(validRule({ ...written(id), ...change })).toBe(false);
  });

  test('refuses a missing field', () => {
    const { detector: _, ...rest } = written('sleep-polling');
    expect(validRule(rest)).toBe(false);
  });

  test('of models knows the kinds', () => {
    const valid = new Ajv({ strict: false }).compile(JSON.parse(modelJsonSchema()) as object);
    expect(valid([{ call: 'shlex.quote', arg: 0, kind: 'sanitizer:shell', returns: 'str' }])).toBe(true);
    expect(valid([{ call: 'shlex.quote', arg: 0, kind: 'sanitizer:shelf' }])).toBe(false);
  });
});

test('no parameter of a detector has the name of a field that all rules have', () => {
  const fields = Object.keys({ ...baseFields, ...securityFields, ...practiceFields, detector: 0 });
  for (const [name, schema] of Object.entries(detectorSchemas)) {
    expect([name, Object.keys(schema.shape).filter((key) => fields.includes(key))]).toEqual([name, []]);
  }
});
