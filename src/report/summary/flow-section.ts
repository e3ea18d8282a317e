// Data flow of the most important taint findings: numbered steps, then a diagram, folded away.
import type { Finding } from '../../findings/finding-set.ts';
import { shortenSteps, shownFlows } from '../flow-steps.ts';
import { ruleOf, type RulesByCode } from '../rule-view.ts';
import type { RunFacts } from '../run-facts.ts';
import { stepLimit } from '../sarif/results.ts';
import { count } from '../text/count.ts';
import { codeSpan, prose } from '../text/markdown-text.ts';
import { flowDiagram } from './flow-diagram.ts';
import { placeLink } from './links.ts';

/** Diagrams in one summary. */
const flowsShown = 5;

/** The section, with diagrams or with the steps alone; empty without a path. */
export function flowSection(
  findings: readonly Finding[],
  rules: RulesByCode,
  run: RunFacts,
  diagrams: boolean,
): string {
  const withFlow = findings.filter((finding) => shownFlows(finding, 1).length > 0);
  if (withFlow.length === 0) return '';
  const rest = withFlow.length - flowsShown;
  return [
    '### Data flow',
    ...withFlow.slice(0, flowsShown).map((finding) => flowDetails(finding, rules, run, diagrams)),
    ...(rest > 0 ? [`${count(rest, 'more path', 'more paths')} in \`results.sarif\`.`] : []),
  ].join('\n\n');
}

function flowDetails(finding: Finding, rules: RulesByCode, run: RunFacts, diagrams: boolean): string {
  const steps = shownFlows(finding, 1)[0] ?? [];
  const title = `${finding.rule} ${codeSpan(ruleOf(rules, finding.rule).id)} at ${codeSpan(finding.file, 80)} line ${finding.region.startLine}`;
  const list = shortenSteps(steps, stepLimit).map(({ step, position, omitted }) => {
    const gap = omitted > 0 ? `(${count(omitted, 'step')} omitted) ` : '';
    return `${position + 1}. ${gap}${placeLink(run, step.file, step.region.startLine)} ${prose(step.message, 300)}`;
  });
  const diagram = diagrams ? flowDiagram(steps) : undefined;
  // Blank lines, or GitHub takes the Markdown inside for HTML.
  return [
    '<details>',
    `<summary>${title}</summary>`,
    '',
    ...list,
    '',
    ...(diagram === undefined ? [] : [diagram, '']),
    '</details>',
  ].join('\n');
}
