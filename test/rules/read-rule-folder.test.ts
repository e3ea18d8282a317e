import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { bundleOf, readRuleFolder } from '../../src/rules/read-rule-folder.ts';
import { practiceRule, securityRule } from './rule-text.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rules-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(path: string, text: string): void {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), text);
}

test('rules by code, models by file, other files left alone', () => {
  write('security/cert-validation-off.yml', securityRule);
  write('practice/sleep-polling.yml', practiceRule);
  write('practice/notes.txt', 'no rule');
  write('models/b.yml', '- { call: b.f, kind: sink:sql }\n');
  write('models/a.yml', '- { call: a.f, kind: sink:sql }\n');
  const read = readRuleFolder(folder);
  expect(read.rules.map(({ rule }) => rule.code)).toEqual(['BP101', 'PV513']);
  expect(read.models.map(({ model }) => model)).toEqual(['a', 'b']);
  expect(read.mistakes).toEqual([]);
  const bundle = bundleOf(read);
  expect(bundle.hash).toMatch(/^[0-9a-f]{64}$/);
  expect(JSON.stringify(bundle)).not.toContain('# finding');
});

test('a file with a mistake is left out, the others are read; no bundle is made of it', () => {
  write('security/cert-validation-off.yml', securityRule.replace('7.4', '9.0'));
  write('practice/sleep-polling.yml', practiceRule);
  write('models/a.yml', '- { call: a.f }\n');
  const read = readRuleFolder(folder);
  expect(read.rules.map(({ rule }) => rule.code)).toEqual(['BP101']);
  expect(read.mistakes).toEqual([
    'rules/security/cert-validation-off.yml:6: severity: expected a severity from 0.1 to 10 in tenths, other than 9.0',
    'rules/models/a.yml:1: [0]: expected `kind`, `returns` or `elements`',
  ]);
  expect(() => bundleOf(read)).toThrow(/:6: severity.*\n.*\[0\]: expected/);
});

test('a code or id that is taken', () => {
  write('practice/sleep-polling.yml', practiceRule);
  write('practice/sleep-polling-again.yml', practiceRule.replace('id: sleep-polling', 'id: sleep-polling-again'));
  expect(readRuleFolder(folder).mistakes).toEqual([
    'rules/practice/sleep-polling.yml:1: BP101 is taken by rules/practice/sleep-polling-again.yml',
  ]);
});
