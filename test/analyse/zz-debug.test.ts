import { readFileSync } from 'node:fs';
import { test } from 'vitest';
import { loadRuleSet } from '../../src/rules/load-rule-set.ts';
import { bundleOf } from '../../src/rules/read-rule-folder.ts';
import { analyseText } from '../analyse-text.ts';
import { ruleFolder } from '../rule-folder.ts';
test('dbg', () => {
  const bundle = bundleOf({ ...ruleFolder, mistakes: [] });
  const rules = loadRuleSet({ profile: 'default', select: ['security'], ignore: [] }, bundle);
  const out = analyseText({ 'main.py': readFileSync(process.env.DBG!, 'utf8') }, rules);
  for (const d of out.detections) {
    console.log(d.rule, d.tier, d.range.start, d.message.slice(0, 120));
    for (const s of d.flows[0]?.steps ?? []) console.log('   ', s.depth, s.kind, s.range.start, s.message);
  }
  for (const p of out.problems) console.log(p.message);
});
