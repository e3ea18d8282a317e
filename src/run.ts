// The whole way, once: it reads like the table in ARCHITECTURE.md. The stages up to the findings are in `scan.ts`.
import type { Logger } from './base/logger.ts';
import type { Options } from './base/options.ts';
import { compareWithBase } from './compare-with-base.ts';
import type { Delivery } from './deliver/deliver.ts';
import { deliver } from './deliver/deliver.ts';
import type { FindingSet } from './findings/finding-set.ts';
import { markRemoved } from './findings/removed-by-head.ts';
import { ruleTable } from './findings/rule-view.ts';
import { factsOfRun } from './report/facts-of-run.ts';
import { render } from './report/render.ts';
import { bundleFor } from './rules/bundle-for.ts';
import { describeRule } from './rules/describe-rule.ts';
import { loadRuleSet } from './rules/load-rule-set.ts';
import type { RuleSet } from './rules/load-rule-set.ts';
import { scan } from './scan.ts';

/**
 * Reviews what the options name and delivers the result. `outOfTime` ends the analysis early.
 * Throws ConfigurationError for what the user can mend.
 */
export async function run(options: Options, log: Logger, outOfTime: () => boolean): Promise<Delivery> {
  const rules = loadRuleSet(options, await bundleFor(options.ownRules));
  const comparison = await compareWithBase(options, rules, log);
  const found = await scan(options, rules, log, outOfTime, comparison);
  const findings = await withRemoved(found, options, rules);
  const report = render(findings, rules.all.map(describeRule), options, factsOfRun(options, rules));
  return deliver(findings, report, options, log);
}

/** With the findings marked that a pull request's own configuration would leave out. */
async function withRemoved(
  set: FindingSet,
  { changedConfiguration: changed }: Options,
  rules: RuleSet,
): Promise<FindingSet> {
  if (changed === undefined) return set;
  const own = loadRuleSet(changed.rules, await bundleFor(changed.rules.ownRules));
  const running = new Set(own.rules.map(({ code }) => code));
  return { ...set, findings: markRemoved(set.findings, changed.rules, running, ruleTable(rules.all)) };
}
