// The top of the job summary: verdict, what was reviewed, and one line with counts, gate and upload.
import type { Options } from '../../base/options.ts';
import type { FindingSet } from '../../findings/finding-set.ts';
import { isInScope, shownScope } from '../../findings/scope.ts';
import { problemText } from '../coverage-text.ts';
import type { DeliveryOutcome, UploadOutcome } from '../delivery-outcome.ts';
import type { RuleView } from '../rule-view.ts';
import type { RunFacts } from '../run-facts.ts';
import { severityNames } from '../severity.ts';
import { activeFindings, tally } from '../tally.ts';
import { count, grouped } from '../text/count.ts';
import { codeSpan, prose } from '../text/markdown-text.ts';
import { filesNotAnalysed, verdictText } from '../verdict-text.ts';
import { alertsLink } from './links.ts';

/** Heading, sentence, header and status line. Short whatever was found. */
export function verdictSection(
  set: FindingSet,
  rules: readonly RuleView[],
  options: Options,
  run: RunFacts,
  outcome: DeliveryOutcome,
): string {
  const { headline, sentence, reviewed } = verdictText(set, rules);
  return [
    `## pyverdict: ${headline.charAt(0).toLowerCase()}${headline.slice(1)}`,
    `**${ourSentence(sentence)}${onChangedLines(set, options)}**`,
    ...notAnalysed(set),
    prose(reviewed),
    statusLine(set, options, run, outcome),
  ].join('\n\n');
}

const shownGaps = 3;

/** What an incomplete verdict lacks, where the reader looks first. */
function notAnalysed(set: FindingSet): string[] {
  if (set.verdict !== 'incomplete') return [];
  const hidden = set.problems.filter(({ hidesCode }) => hidesCode);
  if (hidden.length === 0) return [];
  const rest = hidden.length - shownGaps;
  return [
    [
      ...hidden.slice(0, shownGaps).map((problem) => `- ${prose(problemText(problem))}`),
      ...(rest > 0 ? [`- and ${count(rest, 'more', 'more')}, listed below`] : []),
    ].join('\n'),
  ];
}

/** " 1 of them on lines changed in this pull request."; "new in", where a change somewhere else brought one of them. */
function onChangedLines(set: FindingSet, options: Options): string {
  const scope = shownScope(set, options);
  const defects = activeFindings(set.findings).filter(({ tier }) => tier === 'defect');
  if (scope !== 'changed-lines' || defects.length === 0) return '';
  const there = defects.filter((finding) => isInScope(finding, scope));
  const where = there.every(({ change }) => change?.touched === true) ? 'on lines changed in' : 'new in';
  return ` ${there.length === 0 ? 'None' : grouped(there.length)} of them ${where} this pull request.`;
}

/** Nothing but what we wrote stands in the verdict's sentence; only the middle dots and brackets need no care. */
function ourSentence(sentence: string): string {
  return prose(sentence);
}

function statusLine(set: FindingSet, options: Options, run: RunFacts, outcome: DeliveryOutcome): string {
  const counts = tally(set.findings);
  const severities = severityNames
    .filter((name) => counts.bySeverity[name] > 0)
    .map((name) => `${grouped(counts.bySeverity[name])} ${name}`);
  const lost = filesNotAnalysed(set);
  return [
    counts.defects === 0 ? '0 defects' : `${count(counts.defects, 'defect')} (${severities.join(', ')})`,
    `${grouped(counts.hotspots)} to review`,
    count(counts.notes, 'practice note'),
    ...(counts.suppressed > 0 ? [`${grouped(counts.suppressed)} suppressed in source`] : []),
    ...(lost > 0 ? [`${count(lost, 'file')} not analysed`] : []),
    ...gateText(outcome),
    ...(outcome.upload ? [uploadText(outcome.upload, run)] : []),
    ...(options.category === 'pyverdict' ? [] : [`category ${codeSpan(options.category)}`]),
  ].join(' · ');
}

function gateText({ gate }: DeliveryOutcome): string[] {
  if (!gate) return [];
  return [gate.result === 'failed' ? `**gate failed**: ${prose(gate.text)}` : `gate ${prose(gate.text)}`];
}

function uploadText(upload: UploadOutcome, run: RunFacts): string {
  const reason = upload.reason === undefined ? '' : ` (${upload.reason})`;
  const remedy = upload.remedy === undefined ? '' : `: ${prose(upload.remedy)}`;
  const server = upload.serverMessage === undefined ? '' : ` GitHub says: ${codeSpan(upload.serverMessage)}`;
  switch (upload.status) {
    case 'uploaded':
    case 'processing': {
      const link = run.repository ? alertsLink(run.repository) : undefined;
      const state =
        upload.status === 'uploaded' ? 'uploaded to code scanning' : 'uploaded, still being processed by GitHub';
      return `${state}${link === undefined ? '' : `: ${link}`}${server}`;
    }
    case 'skipped':
      return `not uploaded${reason}${remedy}${server}`;
    case 'failed':
      return `upload failed${reason}${remedy}${server} The findings are below and in \`results.sarif\`.`;
  }
}
