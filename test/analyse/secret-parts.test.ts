// The parts of the detectors for secrets: what an expression is made of, and which names promise a secret.
import { describe, expect, test } from 'vitest';
import { aFew, leavesOf } from '../../src/analyse/detectors/expression-leaves.ts';
import { hasNamedPart, isMadeOfNamed } from '../../src/analyse/detectors/named-origin.ts';
import { promisesSecret, protectsSecret } from '../../src/analyse/taint/secret-names.ts';
import { Field } from '../../src/parse/lowered-tree.ts';
import { projectOf } from '../model/project-of.ts';

/** The right side of the last assignment of a function `f`. */
function lastValue(source: string) {
  const [module] = projectOf({ 'a.py': source }).modules;
  const assignment = module!.index.assignments.at(-1)!;
  return { module: module!, node: module!.tree.child(assignment, Field.right) };
}

const inFunction = (body: string): string =>
  `import hashlib, jwt\n\ndef f(a, b, form, user):\n    ${body.split('; ').join('\n    ')}\n`;

describe('leaves of an expression', () => {
  test.each([
    ['x = a', ['name a']],
    ['x = a + "-" + b', ['name a', 'name b']],
    ['x = f"{a}:{b!r}"', ['name a', 'name b']],
    ['x = user.email.lower()', ['attribute email']],
    ['x = form["email"].encode()', ['key email']],
    ['x = form.get("email", a)', ['key email']],
    ['x = unknown(a)', ['call unknown']],
    ['x = a if b else "none"', ['name a']],
    ['y = a + "!"; x = hashlib.sha256(y.encode()).hexdigest()', ['name a']],
    ['x = {"k": a, "n": 1}', ['name a']],
    ['x = dict(k=a)', ['name a']],
    ['x = "".join(pick(b) for _ in b)', ['call pick']],
    // A function of a module is no method of a text.
    ['x = jwt.encode({"sub": a}, b)', ['call encode']],
    // What is assigned twice may be either.
    ['y = a; y = b; x = y', ['name y']],
    ['x = 1', []],
  ])('%s', (body, expected) => {
    const { module, node } = lastValue(inFunction(body));
    expect(leavesOf(module, 0, node).map(({ kind, name }) => `${kind} ${name}`)).toEqual(expected);
  });

  test('the way of a leaf', () => {
    const { module, node } = lastValue(inFunction('y = a[:4]; x = hashlib.md5(y).digest()'));
    expect(leavesOf(module, 0, node)).toMatchObject([
      { name: 'a', variables: ['y'], through: ['digest', 'md5', aFew] },
    ]);
  });

  test.each([
    ['x = a.ljust(16)', true, true],
    ['x = a + b', false, true],
    ['x = b', false, false],
    ['x = "salt"', false, false],
  ])('%s is all, or in part, called a', (body, all, part) => {
    const { module, node } = lastValue(inFunction(body));
    expect(isMadeOfNamed(module, 0, node, /^a$/)).toBe(all);
    expect(hasNamedPart(module, 0, node, /^a$/)).toBe(part);
  });
});

test.each([
  ['password', true],
  ['SMTP_PASSWORD', true],
  ['apiKey', true],
  ['payment_api_key', true],
  ['password_hash', false],
  ['password_field', false],
  ['has_password', false],
  ['public_key', false],
  ['token', false],
  ['salt', false],
  ['keyboard', false],
])('%s promises a secret: %s', (name, expected) => {
  expect(promisesSecret(name)).toBe(expected);
});

test.each([
  ['mask_token', true],
  ['generate_password_hash', true],
  ['encrypt', true],
  ['check_password', true],
  ['get_password', false],
  ['load_settings', false],
])('%s hides what it gets: %s', (name, expected) => {
  expect(protectsSecret(name)).toBe(expected);
});
