// Practice rules that keep quiet because the repository's own linters already have them.
import type { Rule } from '../rules/schema.ts';
import type { Knowledge } from './knowledge.ts';

/** Code of the rule to the linter and its rule: `BP301` to `ruff E722`. */
export function deferredRules(rules: readonly Rule[], { linters }: Knowledge): Map<string, string> {
  const deferred = new Map<string, string>();
  for (const rule of rules) {
    if (rule.category !== 'practice') continue;
    for (const tool of ['ruff', 'flake8', 'pylint'] as const) {
      const enabled = rule.peers[tool]?.find((peer) => linters.enables(tool, peer));
      if (enabled !== undefined) {
        deferred.set(rule.code, `${tool} ${enabled}`);
        break;
      }
    }
  }
  return deferred;
}
