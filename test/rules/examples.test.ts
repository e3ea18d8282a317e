// The helpers that the examples of rules go through, and the secrets made for them.
import { createPrivateKey } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readRule } from '../../src/rules/read-rule.ts';
import type { Example } from '../../src/rules/schema.ts';
import { fillTokens } from '../../src/rules/example-tokens.ts';
import { readExample, type ReadExample } from '../../src/rules/read-example.ts';
import { practiceRule, securityRule } from './rule-text.ts';

const security = readRule('rules/security/cert-validation-off.yml', securityRule).rule;
const practice = readRule('rules/practice/sleep-polling.yml', practiceRule).rule;

function read(code: string, rule = security, expect: Example['expect'] = []): ReadExample {
  return readExample({ name: 'x', path: 'a.py', code, expect }, rule);
}

describe('marks', () => {
  test('are taken out, lines stay', () => {
    expect(read('x = 1\ny = 2  # finding\n# TODO it # finding: note\n').files).toEqual({
      'a.py': 'x = 1\ny = 2\n# TODO it\n',
    });
  });

  test.each([
    ['a defect, the tier of the rule', 'x  # finding', [{ path: 'a.py', line: 1, tier: 'defect' }]],
    ['another tier', 'x  # finding: hotspot', [{ path: 'a.py', line: 1, tier: 'hotspot' }]],
    ['a lowered finding', 'x  # finding: note', [{ path: 'a.py', line: 1, tier: 'hotspot', level: 'note' }]],
    ['a level', 'x  # finding: hotspot, warning', [{ path: 'a.py', line: 1, tier: 'hotspot', level: 'warning' }]],
    [
      'two in a line',
      'x  # finding # finding: hotspot',
      [
        { line: 1, tier: 'defect' },
        { line: 1, tier: 'hotspot' },
      ],
    ],
    ['other comments', 'x  # findings are fine', []],
  ])('%s', (_, code, findings) => {
    const { expected } = read(code);
    expect(expected.findings).toMatchObject(findings);
    expect(expected.findings).toHaveLength(findings.length);
  });

  test('of a practice rule', () => {
    expect(read('x  # finding\ny  # finding: warning', practice).expected.findings).toEqual([
      { path: 'a.py', line: 1, tier: 'note' },
      { path: 'a.py', line: 2, tier: 'note', level: 'warning' },
    ]);
  });

  test('of places that are only counted', () => {
    expect(read('x  # finding: inventory').expected).toMatchObject({ findings: [], inventory: 1 });
  });

  test('with a word that says nothing', () => expect(() => read('x  # finding: bad')).toThrow('# finding: bad'));
});

describe('expect', () => {
  test('refines a mark', () => {
    expect(read('x  # finding', security, [{ line: 1, message: 'm', level: 'error' }]).expected.findings).toEqual([
      { path: 'a.py', line: 1, tier: 'defect', message: 'm', level: 'error' },
    ]);
  });

  test('stands where no mark can', () => {
    expect(read('x\ny  # finding', security, [{ line: 1, message: 'm' }]).expected.findings).toEqual([
      { path: 'a.py', line: 1, tier: 'defect', message: 'm' },
      { path: 'a.py', line: 2, tier: 'defect' },
    ]);
  });
});

test('several files, in the order of their paths', () => {
  const { files, expected } = readExample(
    { name: 'x', files: { 'b.py': 'x  # finding', 'a.py': 'y  # finding' } },
    security,
  );
  expect(Object.keys(files)).toEqual(['b.py', 'a.py']);
  expect(expected.findings.map(({ path }) => path)).toEqual(['a.py', 'b.py']);
});

describe('secrets', () => {
  test('are the same each time, and differ by name', () => {
    expect(fillTokens('{{token:github}}')).toBe(fillTokens('{{token:github}}'));
    expect(fillTokens('{{token:aws-secret}}')).not.toBe(fillTokens('{{token:random}}'));
  });

  test('a token ends in its checksum', () => {
    const [, random, checksum] = /^ghp_(\w{30})(\w{6})$/.exec(fillTokens('{{token:github}}'))!;
    const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
    const value = [...checksum!].reduce((sum, digit) => sum * 62 + digits.indexOf(digit), 0);
    expect(value).toBe(crc32(random!));
  });

  test('a private key decodes to that many bits', () => {
    const pem = fillTokens('{{private-key:2048}}');
    expect(pem).toMatch(/^-----BEGIN RSA PRIVATE KEY-----\n[A-Za-z0-9+/=\n]{1200,}\n-----END RSA PRIVATE KEY-----$/);
    expect(createPrivateKey(pem).asymmetricKeyDetails?.modulusLength).toBe(2048);
  });

  test('a private key keeps the indent of its line', () => {
    const lines = fillTokens('key = """\n    {{private-key:512}}\n"""').split('\n');
    expect(lines.slice(1, -1).every((line) => line.startsWith('    '))).toBe(true);
  });

  test('an unknown name is refused', () => expect(() => fillTokens('{{token:githup}}')).toThrow('{{token:githup}}'));
});
