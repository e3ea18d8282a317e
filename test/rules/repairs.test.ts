// Makes the mechanical fixes of every example of every rule: what comes out parses, and the rule has nothing left to fix.
// One rule: npx vitest run test/rules/repairs.test.ts -t unsafe-yaml-load
import { describe, expect, test } from 'vitest';
import { fillTokens } from '../../src/rules/example-tokens.ts';
import { readExample } from '../../src/rules/read-example.ts';
import { repairExample } from '../../src/repair-example.ts';
import { ruleFolder } from '../rule-folder.ts';

const examples = ruleFolder.rules.flatMap(({ rule, bad }) =>
  bad.map((example) => ({ name: `${rule.id}: ${example.name}`, rule, example })),
);

describe('mechanical fixes', () => {
  test('rules have them', () => {
    const rules = new Set(examples.filter(({ example }) => example.fixed !== undefined).map(({ rule }) => rule.id));
    expect(rules.size).toBeGreaterThan(0);
  });

  test.each(examples)('$name', ({ rule, example }) => {
    const { files } = readExample(example, rule);
    const { safe, files: after, unrepaired, broken } = repairExample(files, rule, ruleFolder.models);
    expect(broken.map((path) => after[path])).toEqual([]);
    expect(unrepaired.after, JSON.stringify(after, null, 1)).toBe(unrepaired.before);
    if (example.fixed === undefined) return;
    const [only] = Object.keys(files);
    const fixed = typeof example.fixed === 'string' ? { [only!]: example.fixed } : example.fixed;
    for (const [path, text] of Object.entries(fixed)) expect(after[path]).toBe(fillTokens(text));
    // The same code says that there is no fix here.
    expect(safe.length > 0).toBe(Object.keys(files).some((path) => after[path] !== files[path]));
    expect(safe.every((one) => one === example.safe)).toBe(true);
  });
});
