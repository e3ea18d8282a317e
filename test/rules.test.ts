// Runs the examples of every rule. One rule: npx vitest run test/rules.test.ts -t sleep-polling
import { describe, expect, test } from 'vitest';
import { readExample } from '../src/rules/read-example.ts';
import { ruleFolder } from './rule-folder.ts';
import { scanExample } from './scan-example.ts';

// A file with a mistake is left out of the folder, and its examples with it: their silence is no success.
test('every rule file is read', () => {
  expect(ruleFolder.mistakes).toEqual([]);
  expect(ruleFolder.rules.length).toBeGreaterThan(0);
});

describe.each(ruleFolder.rules.map((file) => ({ id: file.rule.id, file })))('$id', ({ file }) => {
  const examples = [
    ...file.bad.map((example) => ({ name: `bad: ${example.name}`, example })),
    ...file.good.map((example) => ({ name: `good: ${example.name}`, example })),
    ...file.ok.map((example) => ({ name: `ok: ${example.name}`, example })),
  ];
  test.each(examples)('$name', ({ example }) => {
    const { files, expected } = readExample(example, file.rule);
    expect(scanExample(files, file.rule)).toMatchObject(expected);
  });
});
