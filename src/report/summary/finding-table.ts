// Table of security findings: Severity, Rule, Where, What, CWE (`github-delivery.md` §11.3).
import type { Finding } from '../../findings/finding-set.ts';
import { cweUri } from '../rule-help.ts';
import { ruleOf, type RulesByCode, type RuleView } from '../rule-view.ts';
import type { RunFacts } from '../run-facts.ts';
import { shownSeverity } from '../severity.ts';
import { count } from '../text/count.ts';
import { codeSpan, encodeSegment, prose } from '../text/markdown-text.ts';
import { placeLink } from './links.ts';

/** The first `limit` findings as a table, and a line that counts the rest. */
export function findingTable(findings: readonly Finding[], limit: number, rules: RulesByCode, run: RunFacts): string {
  const rows = findings.slice(0, limit).map((finding) => row(finding, ruleOf(rules, finding.rule), run));
  const rest = findings.length - rows.length;
  const table = ['| Severity | Rule | Where | What | CWE |', '| --- | --- | --- | --- | --- |', ...rows].join('\n');
  return rest > 0 ? `${table}\n\n${count(rest, 'more', 'more')} in \`results.sarif\`.` : table;
}

function row(finding: Finding, rule: RuleView, run: RunFacts): string {
  const message = prose(finding.message, 400);
  const fix =
    finding.fix === '' || finding.message.includes(finding.fix) ? '' : `<br>**Fix:** ${prose(finding.fix, 300)}`;
  const cells = [
    shownSeverity(finding),
    ruleName(rule, run),
    placeLink(run, finding.file, finding.region.startLine),
    [message + fix, ...finding.evidence.map((sentence) => prose(sentence, 300))].join('<br>'),
    rule.cwe.map((number) => `[${number}](${cweUri(number)})`).join(', '),
  ];
  return `| ${cells.join(' | ')} |`;
}

/** Code of a rule, linked to its page where there is one. */
export function ruleCode(rule: RuleView, run: RunFacts): string {
  return linkedToPage(rule.code, rule, run);
}

function ruleName(rule: RuleView, run: RunFacts): string {
  return linkedToPage(`${rule.code} ${codeSpan(rule.id)}`, rule, run);
}

function linkedToPage(text: string, rule: RuleView, run: RunFacts): string {
  return run.rulePages === undefined ? text : `[${text}](${run.rulePages}${encodeSegment(rule.id)}.md)`;
}
