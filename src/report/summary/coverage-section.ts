// What was analysed and what was not, and which security findings somebody accepted in the source.
import type { Finding, FindingSet } from '../../findings/finding-set.ts';
import { coverageText } from '../coverage-text.ts';
import type { DeliveryOutcome } from '../delivery-outcome.ts';
import type { RuleView } from '../rule-view.ts';
import type { RunFacts } from '../run-facts.ts';
import { truncationText, uploadLimits } from '../sarif/upload-view.ts';
import { count, grouped } from '../text/count.ts';
import { codeSpan, prose } from '../text/markdown-text.ts';
import { placeLink } from './links.ts';

const shownSuppressed = 50;

/** The section; `uploadable` is the number of findings that were to be uploaded. */
export function coverageSection(
  set: FindingSet,
  rules: readonly RuleView[],
  run: RunFacts,
  outcome: DeliveryOutcome,
  uploadable: number,
): string {
  const text = coverageText(set, rules, run.ownRules);
  const sent = Math.min(uploadable - outcome.omitted, uploadLimits.results);
  const gaps = [
    ...text.gaps.map((gap) => prose(gap)),
    ...(outcome.truncated ? [prose(truncationText(outcome.omitted, sent))] : []),
  ];
  const analysed = [text.analysed, ...text.sinks, ...text.facts].map((sentence) => prose(sentence));
  const suppressed = set.findings.filter((finding) => finding.suppression && finding.tier !== 'note');
  return [
    '### What was analysed, and what was not',
    bulleted(analysed),
    ...(gaps.length > 0 ? ['Not covered, or not wholly:', bulleted(gaps)] : []),
    ...(suppressed.length > 0 ? [suppressedDetails(suppressed, run)] : []),
  ].join('\n\n');
}

function bulleted(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}

/** The same in one line. */
export function coverageLine(set: FindingSet, rules: readonly RuleView[]): string {
  return `### What was analysed, and what was not\n\n${prose(coverageText(set, rules).analysed)} The details are in \`results.json\`.`;
}

function suppressedDetails(findings: readonly Finding[], run: RunFacts): string {
  const rest = findings.length - shownSuppressed;
  return [
    '<details>',
    `<summary>${count(findings.length, 'security finding')} suppressed in source</summary>`,
    '',
    ...findings.slice(0, shownSuppressed).map((finding) => {
      const reason = finding.suppression?.reason ?? '';
      return (
        `- ${finding.rule} ${placeLink(run, finding.file, finding.region.startLine)} by ${codeSpan(finding.suppression?.mark ?? '')}` +
        (reason === '' ? '' : `, reason: ${codeSpan(reason)}`)
      );
    }),
    ...(rest > 0 ? [`- and ${grouped(rest)} more in \`results.sarif\``] : []),
    '',
    '</details>',
  ].join('\n');
}
