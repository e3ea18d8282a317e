// What is said of an example that does not hold.
import { describe, expect, test } from 'vitest';
import { checkExample } from '../src/check-example.ts';
import { readRule } from '../src/rules/read-rule.ts';
import type { Example, Rule } from '../src/rules/schema.ts';
import { ruleFolder } from './rule-folder.ts';
import { practiceRule, securityRule } from './rules/rule-text.ts';

const security = readRule('rules/security/cert-validation-off.yml', securityRule).rule;
const practice = readRule('rules/practice/sleep-polling.yml', practiceRule).rule;
const call = 'import requests\nrequests.get("https://acme.example", verify=False)';

function check(example: Omit<Example, 'name'>, rule: Rule = security): string[] {
  return checkExample({ name: 'x', ...example }, rule, ruleFolder.models).map(({ place, text }) =>
    place === undefined ? text : `${place.path}:${place.line} ${text} | ${place.code}`,
  );
}

test('what holds is not talked about', () => {
  expect(check({ code: `${call}  # finding` })).toEqual([]);
  expect(check({ code: 'import requests\nrequests.get("https://acme.example")\n' })).toEqual([]);
});

describe('what does not', () => {
  test.each<[string, Omit<Example, 'name'>, string[]]>([
    [
      'a mark where nothing is found',
      { code: `import requests  # finding\n${call}  # finding` },
      ['example.py:1 has to be found, and is not | import requests'],
    ],
    [
      'a finding without a mark',
      { path: 'app/a.py', code: call },
      [
        'app/a.py:2 is found, and must not be: "requests.get accepts any certificate." | requests.get("https://acme.example", verify=False)',
      ],
    ],
    [
      'other words',
      { code: `${call}  # finding: hotspot`, expect: [{ line: 2, message: 'No.' }] },
      [
        'example.py:2 its tier is "defect", and has to be "hotspot"; its message is "requests.get accepts any certificate.", and has to be "No." | requests.get("https://acme.example", verify=False)',
      ],
    ],
    [
      'another file',
      { files: { 'a.py': `${call}\n`, 'b.py': 'import requests  # finding\n' } },
      [
        'a.py:2 is found, and must not be: "requests.get accepts any certificate." | requests.get("https://acme.example", verify=False)',
        'b.py:1 has to be found, and is not | import requests',
      ],
    ],
    [
      'a place that is only counted',
      { code: `${call}  # finding # finding: inventory` },
      ['0 places are counted, and 1 are marked'],
    ],
    [
      'a word that is no mark',
      { code: `${call}  # finding: bad` },
      [expect.stringContaining('"# finding: bad"') as string],
    ],
    [
      'a secret that nobody knows',
      { code: 'x = "{{token:githup}}"  # finding' },
      [expect.stringContaining('{{token:githup}}') as string],
    ],
    [
      'code that is none',
      { code: 'def f(:\n    return (\n\nclass A(  # finding\n' },
      ['example.py has a syntax error', 'example.py:4 has to be found, and is not | class A('],
    ],
    [
      'a fix that there is none of',
      { code: `${call}  # finding`, fixed: 'x\n', safe: true },
      ['fixed, example.py is not what `fixed` says'],
    ],
  ])('%s', (_, example, said) => {
    expect(check(example)).toEqual(said);
  });
});

test('a practice rule has no tiers', () => {
  const code =
    'import time\ndef wait(ready):\n    for _ in range(9):\n        if ready(): break\n        time.sleep(1)  # finding: warning\n';
  expect(check({ path: 'tests/test_a.py', code }, practice)).toEqual([
    'tests/test_a.py:5 its level is "note", and has to be "warning" | time.sleep(1)',
  ]);
});

test('the rules that are built in hold', () => {
  const { rule, bad } = ruleFolder.rules.find(({ bad }) => bad.some(({ fixed }) => fixed !== undefined))!;
  for (const example of bad) expect(checkExample(example, rule, ruleFolder.models)).toEqual([]);
});
