// What a pull request changes about the review itself: checks it takes away, comments that accept findings.
import type { Finding, FindingSet } from '../../findings/finding-set.ts';
import type { RunFacts } from '../run-facts.ts';
import { count } from '../text/count.ts';
import { codeSpan } from '../text/markdown-text.ts';
import { placeLink } from './links.ts';

const shown = 20;

/** The section; empty if the pull request changes nothing of the kind. */
export function changeSection(set: FindingSet, run: RunFacts): string {
  const accepted = set.findings.filter(({ suppression }) => suppression?.added === true);
  const lost = set.comparison?.lostChecks ?? [];
  const parts = [
    ...list(
      accepted,
      'finding is accepted by a comment it adds',
      'findings are accepted by comments it adds',
      (finding) => acceptedText(finding, run),
    ),
    ...list(
      lost,
      'check that held untrusted data back does not any more',
      'checks that held untrusted data back do not any more',
      // The line is that of the commit before: no link would lead there.
      ({ name, path, line, sinks }) =>
        `${codeSpan(name)}, before at ${codeSpan(`${path}:${line}`)}: it held data back from ${count(sinks, 'sink')}`,
    ),
  ];
  return parts.length === 0 ? '' : ['### Changed by this pull request', ...parts].join('\n\n');
}

function list<T>(items: readonly T[], one: string, many: string, text: (item: T) => string): string[] {
  if (items.length === 0) return [];
  const rest = items.length - shown;
  return [
    [
      `${count(items.length, one, many)}:`,
      '',
      ...items.slice(0, shown).map((item) => `- ${text(item)}`),
      ...(rest > 0 ? [`- and ${count(rest, 'more', 'more')}`] : []),
    ].join('\n'),
  ];
}

function acceptedText({ rule, file, region, suppression }: Finding, run: RunFacts): string {
  return `${rule} ${placeLink(run, file, region.startLine)} by ${codeSpan(suppression?.mark ?? '')}`;
}
