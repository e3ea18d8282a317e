// `pyverdict compare OTHER.sarif [PATH...]`: this tool's answer to each alert of another one. In: the file and the settings of
// a scan. Out: a text. Nothing fails: the answers are for a reader.
import type { Logger } from './base/logger.ts';
import { deadline } from './deadline.ts';
import { safeLines } from './deliver/terminal-log.ts';
import type { AlertAnswer, AnswerKind } from './findings/alert-answers.ts';
import { answerAlerts } from './findings/alert-answers.ts';
import { readForeignAlerts } from './findings/foreign-alerts.ts';
import { ruleTable } from './findings/rule-view.ts';
import { existingPaths } from './options/checkout-root.ts';
import type { Settings } from './options/options-table.ts';
import { toOptions } from './options/to-options.ts';
import { count } from './report/text/count.ts';
import { visibleText } from './report/text/visible-text.ts';
import { bundleFor } from './rules/bundle-for.ts';
import { loadRuleSet } from './rules/load-rule-set.ts';
import type { Rule } from './rules/schema.ts';
import { scan } from './scan.ts';
import { tuneEngine } from './tune-engine.ts';

/** The answers, ending in a newline. Without a profile every rule runs. Throws ConfigurationError. */
export async function compareSarif(
  other: string,
  settings: Partial<Settings>,
  directory: string,
  log: Logger,
): Promise<string> {
  const [file] = existingPaths([other], directory) as [string];
  const options = await toOptions(
    { profile: 'audit', ...settings },
    { host: 'command-line', directory, colour: false, changing: [] },
  );
  const { alerts, unplaced } = readForeignAlerts(file, options.root);
  tuneEngine();
  const rules = loadRuleSet(options, await bundleFor(options.ownRules));
  const set = await scan({ ...options, wantsSinkAnswers: true }, rules, log, deadline(options.timeoutMinutes));
  const sinks = new Map(rules.all.map((rule) => [rule.code, sinksOf(rule)]));
  const answers = answerAlerts(alerts, set, ruleTable(rules.all), (code) => sinks.get(code) ?? []);
  return safeLines(text(answers, unplaced));
}

function sinksOf(rule: Rule): readonly string[] {
  return 'sinks' in rule && Array.isArray(rule.sinks) ? rule.sinks : [];
}

const titles: Readonly<Record<AnswerKind, string>> = {
  confirmed: 'Confirmed',
  contradicted: 'Contradicted',
  'not-found': 'Not found',
  outside: "Outside of this tool's view",
};

function text(answers: readonly AlertAnswer[], unplaced: number): string {
  const kinds = Object.keys(titles) as AnswerKind[];
  const counted = kinds.map(
    (kind) => `${answers.filter((one) => one.kind === kind).length} ${titles[kind].toLowerCase()}`,
  );
  const lines = [`${count(answers.length, 'alert')}: ${counted.join(', ')}.`];
  if (unplaced > 0) lines.push(`${count(unplaced, 'result')} without a place in a file left out.`);
  for (const kind of kinds) {
    const own = answers.filter((one) => one.kind === kind);
    if (own.length === 0) continue;
    lines.push('', titles[kind], '-'.repeat(titles[kind].length));
    for (const { alert, why } of own) {
      lines.push(`${visibleText(alert.path)}:${alert.line} ${visibleText(alert.rule)} (${visibleText(alert.tool)})`);
      lines.push(`  ${visibleText(why)}`);
    }
  }
  return `${lines.join('\n')}\n`;
}
