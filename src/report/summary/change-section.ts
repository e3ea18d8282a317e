// What a pull request changes about the review itself: checks it takes away, comments that accept findings.
import type { ChangedConfiguration, Options } from '../../base/options.ts';
import type { Finding, FindingSet } from '../../findings/finding-set.ts';
import { reopenedBecause } from '../../findings/path-print.ts';
import { isInScope } from '../../findings/scope.ts';
import { activeFindings } from '../tally.ts';
import type { RunFacts } from '../run-facts.ts';
import { count } from '../text/count.ts';
import { codeSpan, prose } from '../text/markdown-text.ts';
import { placeLink } from './links.ts';

const shown = 20;

/** The section; empty if the pull request changes nothing of the kind. */
export function changeSection(set: FindingSet, { changedConfiguration: changed }: Options, run: RunFacts): string {
  const accepted = set.findings.filter(({ suppression }) => suppression?.added === true);
  const lost = set.comparison?.lostChecks ?? [];
  const removed = activeFindings(set.findings).filter(({ removedBy }) => removedBy !== undefined);
  // Only what this pull request brought back: the rest was reported before.
  const reopened = set.findings.filter((one) => one.reopened !== undefined && isInScope(one, 'changed-lines'));
  const parts = [
    ...(changed ? [configurationText(changed)] : []),
    ...list(
      removed,
      'finding would be left out by it, and counts all the same',
      'findings would be left out by it, and count all the same',
      ({ rule, file, region, removedBy }) =>
        `${rule} ${placeLink(run, file, region.startLine)} by ${codeSpan(removedBy ?? '')}`,
    ),
    ...list(
      accepted,
      'finding is accepted by a comment it adds',
      'findings are accepted by comments it adds',
      (finding) => acceptedText(finding, run),
    ),
    ...list(
      reopened,
      'finding that a comment accepts is back',
      'findings that comments accept are back',
      ({ rule, file, region, reopened: again }) =>
        `${rule} ${placeLink(run, file, region.startLine)}: ${reopenedBecause(again?.changed ?? [])} since ${codeSpan(again?.mark ?? '')}`,
    ),
    ...list(
      lost,
      'check that held untrusted data back does not any more',
      'checks that held untrusted data back do not any more',
      // The line is that of the commit before: no link would lead there.
      ({ name, path, line, sinks }) =>
        `${prose(name, 200)}, before at ${codeSpan(`${path}:${line}`)}: it held data back from ${count(sinks, 'sink')}`,
    ),
  ];
  return parts.length === 0 ? '' : ['### Changed by this pull request', ...parts].join('\n\n');
}

function configurationText({ keys, unreadable, removing = [] }: ChangedConfiguration): string {
  const names = keys.map((key) => codeSpan(key)).join(', ');
  const before =
    unreadable === undefined
      ? 'this run went by the configuration of the commit before'
      : `this run went by the built-in settings, since of the configuration of the commit before ${prose(unreadable, 300)}`;
  const taking =
    removing.length === 0
      ? ''
      : ` It adds what takes findings away: ${removing
          .slice(0, shown)
          .map((words) => codeSpan(words))
          .join(', ')}${removing.length > shown ? ', ...' : ''}.`;
  return `The configuration (${names}) takes effect once it is merged; ${before}.${taking}`;
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
