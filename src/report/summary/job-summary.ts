// The job summary as Markdown (`github-delivery.md` §11): verdict, findings, data flow, practice notes, coverage, caveat.
// Everything from the repository is hostile and passes `text/markdown-text.ts`.
import type { Options } from '../../base/options.ts';
import type { Finding, FindingSet } from '../../findings/finding-set.ts';
import type { DeliveryOutcome } from '../delivery-outcome.ts';
import { orderO } from '../../findings/rank.ts';
import { shownScope } from '../../findings/scope.ts';
import { rulesByCode, type RulesByCode, type RuleView } from '../rule-view.ts';
import type { RunFacts } from '../run-facts.ts';
import { activeFindings } from '../tally.ts';
import { count, grouped } from '../text/count.ts';
import { codeSpan } from '../text/markdown-text.ts';
import { caveat } from '../verdict-text.ts';
import { assemble, summaryBudget, type Budget, type Section } from './budget.ts';
import { changeSection } from './change-section.ts';
import { coverageLine, coverageSection } from './coverage-section.ts';
import { findingTable } from './finding-table.ts';
import { flowSection } from './flow-section.ts';
import { commitLink } from './links.ts';
import { listedAsNew, newSection } from './new-section.ts';
import { practiceSection } from './practice-section.ts';
import { verdictSection } from './verdict-section.ts';

const defectRows = 50;
const hotspotRows = 20;
const evidenceLinks = 5;

export interface SummaryInput {
  readonly set: FindingSet;
  readonly rules: readonly RuleView[];
  readonly options: Options;
  readonly run: RunFacts;
  readonly outcome: DeliveryOutcome;
  /** Findings that were to be uploaded, before any limit. */
  readonly uploadable: number;
}

/** The Markdown, in UTF-8 below the budget's hard stop; empty for the style `none`. */
export function jobSummary(input: SummaryInput, budget: Budget = summaryBudget): string {
  const { set, rules, options, run, outcome, uploadable } = input;
  if (options.outputs.summaryStyle === 'none') return '';
  const byCode = rulesByCode(rules);
  const active = activeFindings(set.findings).sort(orderO(byCode));
  const tier = (name: Finding['tier']) => active.filter((finding) => finding.tier === name);
  const security = active.filter((finding) => finding.tier !== 'note');
  const scope = shownScope(set, options);
  const above = new Set(listedAsNew(active, scope));
  const full: Section[] = [
    { priority: 1, forms: tableForms('Security findings', tier('defect'), above, defectRows, byCode, run) },
    { priority: 2, forms: tableForms('To review', tier('hotspot'), above, hotspotRows, byCode, run) },
    { priority: 5, forms: flowForms(security, byCode, run) },
    { priority: 3, forms: practiceForms(input, tier('note')) },
    { priority: 4, forms: [coverageSection(set, rules, run, outcome, uploadable), coverageLine(set, rules)] },
  ];
  return assemble(
    [
      { priority: 0, forms: [verdictSection(set, rules, options, run, outcome)] },
      { priority: 1, forms: [newSection(active, set.comparison, scope, byCode, run)] },
      { priority: 1, forms: [changeSection(set, options, run)] },
      ...(options.outputs.summaryStyle === 'short' ? [] : full),
      { priority: 0, forms: [`> ${caveat}`] },
      { priority: 0, forms: [footer(run, outcome)] },
    ],
    budget,
  );
}

function tableForms(
  title: string,
  all: readonly Finding[],
  above: ReadonlySet<Finding>,
  rows: number,
  rules: RulesByCode,
  run: RunFacts,
): string[] {
  if (all.length === 0) return [''];
  const heading = `### ${title}`;
  // What is new stands in a table of its own, and nobody wants to read it twice.
  const findings = all.filter((finding) => !above.has(finding));
  const repeated = all.length - findings.length;
  if (findings.length === 0) {
    const which =
      repeated === 1 ? 'The one there is stands' : repeated === 2 ? 'Both stand' : `All ${grouped(repeated)} stand`;
    return [`${heading}\n\n${which} in the table above.`];
  }
  const more =
    repeated === 0 ? '' : `\n\n${grouped(repeated)} more ${repeated === 1 ? 'stands' : 'stand'} in the table above.`;
  const sizes = [rows, 10, 3].filter((size, index) => index === 0 || size < Math.min(rows, findings.length));
  return [
    ...sizes.map((size) => `${heading}\n\n${findingTable(findings, size, rules, run)}${more}`),
    `${heading}\n\n${grouped(findings.length)} in \`results.sarif\`.`,
  ];
}

function flowForms(findings: readonly Finding[], rules: RulesByCode, run: RunFacts): string[] {
  const full = flowSection(findings, rules, run, true);
  if (full === '') return [''];
  return [full, flowSection(findings, rules, run, false), '### Data flow\n\nThe paths are in `results.sarif`.'];
}

function practiceForms({ set, rules, run }: SummaryInput, notes: readonly Finding[]): string[] {
  return [
    practiceSection(set, rules, notes, run, evidenceLinks),
    practiceSection(set, rules, notes, run, 1),
    `### Best-practice notes\n\n${count(notes.length, 'note')} in \`results.sarif\`.`,
  ];
}

function footer(run: RunFacts, outcome: DeliveryOutcome): string {
  const parts = [
    `pyverdict ${codeSpan(run.version)}`,
    ...(outcome.durationSeconds === undefined ? [] : [`${outcome.durationSeconds} s`]),
    ...(run.repository ? [`commit ${commitLink(run.repository)}`] : []),
    `rule set ${codeSpan(run.ruleSetHash.slice(0, 12))}`,
    ...(outcome.sarifFile === undefined ? [] : [`complete list: ${codeSpan(outcome.sarifFile)}`]),
  ];
  return `<sub>${parts.join(' · ')}</sub>`;
}
