import { describe, expect, test } from 'vitest';
import { explainRule, listRules } from '../../src/rules/explain.ts';
import { fillMessage } from '../../src/rules/fill-message.ts';
import { codesByPeerId } from '../../src/rules/peer-ids.ts';
import { readRule } from '../../src/rules/read-rule.ts';
import { rulePage, ruleTable } from '../../src/rules/rule-page.ts';
import { describeRule } from '../../src/rules/describe-rule.ts';
import type { Rule } from '../../src/rules/schema.ts';
import { changed, practiceRule, securityRule } from './rule-text.ts';

const security = readRule('rules/security/cert-validation-off.yml', securityRule).rule;
const practice = readRule('rules/practice/sleep-polling.yml', practiceRule).rule;

/** The security rule under another code with these peers. */
function withPeers(code: string, peers: string): Rule {
  return readRule('rules/security/cert-validation-off.yml', changed(securityRule, 'PV513', code) + `peers: ${peers}\n`)
    .rule;
}

test('explain', () => {
  expect(explainRule(security)).toBe(`PV513 cert-validation-off
Certificate not checked

  Severity    defect, high (7.4), precision very-high
  Profile     default
  CWE         CWE-295

Why
  Anybody on the path can read it.

Found
    get(verify=False)

Better
    get()

How to fix
  Leave it on.
`);
});

test('explain breaks long lines at 100 characters', () => {
  const long = { ...practice, why: 'word '.repeat(60) };
  const lines = explainRule(long).split('\n');
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100);
  expect(explainRule(long).match(/\bword\b/g)).toHaveLength(60);
});

test('the list is by family', () => {
  expect(listRules([practice, security])).toBe(`cryptography and transport (security)
  PV513  cert-validation-off  defect     Certificate not checked

waiting (practice)
  BP101  sleep-polling        note       Sleep in a polling loop
`);
});

describe('page', () => {
  test('has the four headings in order', () => {
    const headings = [...rulePage(security).matchAll(/^## (.*)$/gm)].map((match) => match[1]);
    expect(headings).toEqual(['What it finds', 'Why', 'Example', 'How to fix']);
  });

  test('a fence in the code does not end the fence', () => {
    const page = rulePage({ ...security, help: { bad: "'''\n```\n'''", good: 'x' } });
    expect(page).toContain("````python\n'''\n```\n'''\n````");
  });

  test('a bar in a title does not end the cell', () => {
    expect(ruleTable([{ ...security, title: 'a | b' }])).toContain(
      '| [PV513](docs/rules/cert-validation-off.md) | `cert-validation-off` | defect 7.4 | a \\| b |',
    );
  });

  test('shows no mark and no secret', () => {
    const text = changed(securityRule, 'get(verify=False)  # finding', "key = '{{token:github}}'  # finding: hotspot");
    const page = rulePage(readRule('rules/security/cert-validation-off.yml', text).rule);
    expect(page).toContain("\nkey = '<github token>'\n");
  });
});

test('what is derived of a rule', () => {
  expect(describeRule(security)).toMatchObject({
    name: 'CertValidationOff',
    level: 'error',
    profile: 'default',
    family: 'crypto',
    tags: ['security', 'external/cwe/cwe-295', 'api', 'crypto', 'owasp-a02', 'python'],
  });
  expect(describeRule(practice)).toMatchObject({
    level: 'note',
    severity: undefined,
    practiceLevels: { test: 'note', production: 'off' },
    tags: ['practice', 'waiting', 'python'],
  });
});

test('messages', () => {
  expect(fillMessage('{a} and {b}{c}.', { a: '{b}', b: 2, c: '' })).toBe('{b} and 2.');
  expect(() => fillMessage('{a}', {})).toThrow('no value for {a}');
});

describe('ids of other tools', () => {
  test("Bandit's number is Ruff's, unless Ruff has no such rule", () => {
    const ids = codesByPeerId([withPeers('PV513', '{ bandit: B501 }'), withPeers('PV514', '{ bandit: [B501, B613] }')]);
    expect(ids.get('bandit')?.get('B501')).toEqual(['PV513', 'PV514']);
    expect(ids.get('ruff')?.get('S501')).toEqual(['PV513', 'PV514']);
    expect(ids.get('bandit')?.get('B613')).toEqual(['PV514']);
    expect(ids.get('ruff')?.has('S613')).toBe(false);
  });

  test("Ruff's number is Bandit's, unless Bandit has no such rule", () => {
    const ids = codesByPeerId([withPeers('PV115', '{ ruff: [S501, S320, B904, RUF027, DTZ001] }')]);
    expect([...(ids.get('bandit')?.keys() ?? [])]).toEqual(['B501', 'B320']);
    expect([...(ids.get('ruff')?.keys() ?? [])]).toEqual(['S501', 'S320', 'B904', 'RUF027', 'DTZ001']);
  });

  test('retired ids mean the rule that took their place', () => {
    expect(
      codesByPeerId([withPeers('PV213', '{ bandit: B306 }')])
        .get('bandit')
        ?.get('B325'),
    ).toEqual(['PV213']);
    expect(codesByPeerId([]).size).toBe(0);
  });
});
