// The whole way, once: the only file that knows every stage, and it reads like the table in ARCHITECTURE.md.
import { analyse } from './analyse/analyse.ts';
import type { Logger } from './base/logger.ts';
import type { Options } from './base/options.ts';
import type { Delivery } from './deliver/deliver.ts';
import { deliver } from './deliver/deliver.ts';
import { discover } from './discover/discover.ts';
import { requireSources } from './discover/require-sources.ts';
import { settle } from './findings/settle.ts';
import { buildModel } from './model/build-model.ts';
import { projectHints } from './model/project-hints.ts';
import { createFlatParser } from './parse/flat-parser.ts';
import { parse, parserModule } from './parse/parse.ts';
import { createReader } from './parse/reread.ts';
import { factsOfRun } from './report/facts-of-run.ts';
import { render } from './report/render.ts';
import { describeRule } from './rules/describe-rule.ts';
import { loadRuleSet } from './rules/load-rule-set.ts';

/**
 * Reviews what the options name and delivers the result. `outOfTime` ends the analysis early.
 * Throws ConfigurationError for what the user can mend.
 */
export async function run(options: Options, log: Logger, outOfTime: () => boolean): Promise<Delivery> {
  const rules = loadRuleSet(options);
  const sources = requireSources(await discover(options), options);
  const parsed = await parse(sources, options.threads, log);
  const model = buildModel(parsed, sources);
  const onProgress = (done: number, total: number): void => log.progress('analysing', done, total);
  const hints = projectHints(options, sources);
  const analysis = analyse(model, rules, { ...options, hints, outOfTime, onProgress });
  const reader = createReader(() => createFlatParser(parserModule()));
  const findings = settle({ analysis, facts: parsed.facts, sources, rules: rules.all, options, reader });
  const report = render(findings, rules.all.map(describeRule), options, factsOfRun(options, rules.hash));
  return deliver(findings, report, options, log);
}
