// Secrets: names that promise one, values that can be one, formats of providers, private keys; and that none is ever shown.
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Detection } from '../../src/analyse/analysis.ts';
import { secretName } from '../../src/analyse/detectors/secret-name.ts';
import { passesSecretTest } from '../../src/analyse/detectors/secret-value.ts';
import { findNamedToken, findTokens, mayHoldToken } from '../../src/analyse/secrets/find-tokens.ts';
import { findPrivateKeys } from '../../src/analyse/secrets/private-keys.ts';
import { checkHolds } from '../../src/analyse/secrets/token-checks.ts';
import { providerTokens } from '../../src/rules/provider-tokens.ts';
import { analyseTexts } from '../../src/scan-example.ts';
import { fillTokens } from '../../src/rules/example-tokens.ts';
import { readExample } from '../../src/rules/read-example.ts';
import { ruleFolder } from '../rule-folder.ts';
import { textOfPattern } from './text-of-pattern.ts';

describe('names', () => {
  test.each([
    ...[
      'password',
      'DB_PASSWORD',
      'dbPassword',
      'user-passwd',
      'adminpwd',
      'smtp_pass',
      'password2',
      'oldPassword',
    ].map((name) => [name, 'password'] as const),
    ...[
      'api_key',
      'apiKey',
      'APIKEY',
      'X-Api-Key',
      'client_secret',
      'SECRET_KEY',
      'aws_secret_access_key',
      'auth_token',
      'accessToken',
      'credentials',
    ].map((name) => [name, 'key'] as const),
    ...['token', 'csrftoken2_token'].map((name) => [name, 'token'] as const),
    ...['dsn', 'connection_string'].map((name) => [name, 'connection'] as const),
    ['password_salt', 'salt'] as const,
  ])('%s promises a %s', (name, kind) => expect(secretName(name)).toBe(kind));

  test.each(
    'key keys primary_key foreign_key cache_key password_field passwordField has_password is_secret token_type token_url password_hash hashed_password secretary tokenizer next_page_token pad_token public_key conf_password NextToken compass bypass_count keyboard monkey PW'.split(
      ' ',
    ),
  )('%s promises none', (name) => expect(secretName(name)).toBeUndefined());
});

describe('values', () => {
  test.each([
    ['password', 'hunter2 admin root secret 123456 Passw0rd! correcthorse'],
    ['key', 'k9Qx2Lm4Vt7 5f2b9c1d7e4a vWqkTzBhmNraPxLcdYuEsK'],
    ['token', 'k9Qx2Lm4Vt7Wz8Rp 5f2b9c1d7e4a'],
    ['used', 'dev secret changeme y'],
    ['placeholder', 'changeme your-key-here test-key'],
    ['connection', 'PWD=hunter2;UID=shop'],
    ['high-entropy', '9f2b1c4d8e7a6f5b4c3d2e1f0a9b8c7d xQ7pLm2Zk9Wv4Rt8Yb3N'],
  ] as const)('%s: %s', (kind, texts) => {
    for (const text of texts.split(' ')) expect([text, passesSecretTest(kind, text)]).toEqual([text, true]);
  });

  test.each([
    [
      'password',
      'abc xxxx aaaa changeme your-password <password> ${PASSWORD} {password} %s /run/secrets/db https://example.com a@b.example #ff00ff 2024-05-01 1.2.3 ******** test prompt user_password',
    ],
    ['key', 'apple k9Qx keyboard SOME_CONSTANT snake_case_name CamelCaseName'],
    ['token', 'bearer refresh access short1 identifier'],
    ['used', '{{secret}} ${SECRET} <secret>'],
    ['placeholder', 'k9Qx2Lm4Vt7'],
    ['connection', 'host=db PWD= password=changeme'],
    ['high-entropy', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa 0123 the_name_of_a_function_here'],
  ] as const)('not %s: %s', (kind, texts) => {
    for (const text of texts.split(' ')) expect([text, passesSecretTest(kind, text)]).toEqual([text, false]);
  });

  test('sentences and labels are none', () => {
    for (const text of ['Enter your password', 'New password:', 'The secret is missing', 'a b c'])
      expect([text, passesSecretTest('password', text)]).toEqual([text, false]);
  });
});

/** Numbers below a bound, the same for the same seed. */
function sequence(seed: string): (below: number) => number {
  let block = 0;
  let bytes: number[] = [];
  return (below) => {
    if (bytes.length < 2) bytes = [...createHash('sha256').update(`${seed} ${block++}`).digest()];
    return (bytes.pop()! * 256 + bytes.pop()!) % below;
  };
}

describe('formats of providers', () => {
  test('have ids of their own', () =>
    expect(new Set(providerTokens.map(({ id }) => id)).size).toBe(providerTokens.length));

  const formats = providerTokens.filter(({ check, id }) => check === undefined && id !== 'azure-storage');
  test.each(formats.filter(({ context }) => context === undefined).map((format) => [format.id, format] as const))(
    '%s is found',
    (id, format) => {
      const text = textOfPattern(format.pattern, sequence(id));
      expect(text).toMatch(new RegExp(`^(?:${format.pattern})$`, 'u'));
      expect(mayHoldToken(`'${text}'`)).toBe(true);
      expect(findTokens(`key = ${text};`).map((token) => token.format.id)).toContain(id);
      expect(findTokens(`${text}`).every((token) => token.shown === '' || text.startsWith(token.shown))).toBe(true);
    },
  );

  test.each(formats.filter(({ context }) => context !== undefined).map((format) => [format.id, format] as const))(
    '%s is found by name',
    (id, format) => {
      const name = textOfPattern(format.context!.replaceAll('.*', '_'), sequence(id));
      const text = textOfPattern(format.pattern, sequence(id));
      expect(findNamedToken(name, text)?.format.id).toBe(id);
      expect(findNamedToken('value', text)).toBeUndefined();
    },
  );

  test('inside a longer word they are none', () => {
    const token = fillTokens('{{token:gitlab}}');
    expect(findTokens(`a${token}`)).toEqual([]);
    expect(findTokens(`(${token})`)).toHaveLength(1);
  });
});

describe('checks', () => {
  test.each([
    ['crc32-base62', '{{token:github}}'],
    ['crc32-base62', '{{token:npm}}'],
    ['crc32-hex', '{{token:grafana}}'],
    ['jwt-header', '{{token:jwt}}'],
  ] as const)('%s of %s', (check, placeholder) => {
    const token = fillTokens(placeholder);
    expect(checkHolds(check, token)).toBe(true);
    expect(checkHolds(check, check === 'jwt-header' ? `x${token}` : `${token.slice(0, -3)}000`)).toBe(false);
  });
});

describe('private keys', () => {
  test.each([512, 1024, 2048, 4096])('an RSA key of %i bits', (bits) => {
    expect(findPrivateKeys(fillTokens(`{{private-key:${bits}}}`))).toMatchObject([
      { name: 'RSA private key', bits, encrypted: false },
    ]);
  });
  test('a protected key says nothing of its size', () => {
    expect(findPrivateKeys(fillTokens('{{private-key-encrypted:1024}}'))).toMatchObject([
      { bits: undefined, encrypted: true },
    ]);
  });
  test('two in one text', () =>
    expect(findPrivateKeys(fillTokens('{{private-key:512}}\n{{private-key:1024}}'))).toHaveLength(2));
  test('a public key is none', () =>
    expect(findPrivateKeys(fillTokens('{{private-key:1024}}').replaceAll('PRIVATE', 'PUBLIC'))).toEqual([]));
});

describe('no secret is shown', () => {
  const codes = ['PV401', 'PV402', 'PV403', 'PV404', 'PV407', 'PV408'];
  const secrets = ['hunter2', 'k9Qx2Lm4', 'letmein', 'correcthorse', 'super secret key', 'seekrit', 'holygrail'];
  const rules = ruleFolder.rules.filter(({ rule }) => codes.includes(rule.code));
  test.each(
    rules.flatMap((file) => file.bad.map((example) => [`${file.rule.code} ${example.name}`, file, example] as const)),
  )('%s', (_, file, example) => {
    const { files } = readExample(example, file.rule);
    const given = [
      ...secrets,
      ...[...JSON.stringify(example).matchAll(/\{\{token:[a-z0-9-]+\}\}/g)].map(([placeholder]) =>
        fillTokens(placeholder),
      ),
    ];
    const analysis = analyseTexts(files, {
      rules: [file.rule],
      models: ruleFolder.models,
      all: [file.rule],
      hash: '',
      familiesNotExamined: [],
    });
    expect(analysis.detections.length).toBeGreaterThan(0);
    for (const detection of analysis.detections) {
      expect(detection.secret).toBe(true);
      for (const secret of given) expect(wordsOf(detection)).not.toContain(secret);
    }
  });
});

function wordsOf({ message, fix, scope, related }: Detection): string {
  return [message, fix ?? '', scope, ...related.map((place) => place.message)].join('\n');
}
