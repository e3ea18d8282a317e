// One literal is often told of by several rules about secrets; the one that knows most about it stays.
import { describe, expect, test } from 'vitest';
import { ruleFolder } from '../rule-folder.ts';

// From the surest to the vaguest: a provider's token, a key's body, a cloud's key, then what only a name or a header says.
const chain = ['PV401', 'PV402', 'PV409', 'PV407', 'PV408', 'PV404', 'PV403', 'PV405', 'PV406'];

describe('rules about secrets', () => {
  test.each(chain)('%s gives way to those before it, and to no other of them', (code) => {
    const { rule } = ruleFolder.rules.find((file) => file.rule.code === code)!;
    expect(rule.overlaps.filter((other) => chain.includes(other))).toEqual(chain.slice(0, chain.indexOf(code)));
  });
});
