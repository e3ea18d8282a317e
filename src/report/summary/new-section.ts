// What is new: in the pull request, or since the baseline; and how anybody knows.
import type { Scope } from '../../base/options.ts';
import type { Comparison, Finding } from '../../findings/finding-set.ts';
import { isInScope } from '../../findings/scope.ts';
import type { RulesByCode } from '../rule-view.ts';
import type { RunFacts } from '../run-facts.ts';
import { count } from '../text/count.ts';
import { codeSpan, prose } from '../text/markdown-text.ts';
import { findingTable } from './finding-table.ts';

const rows = 20;

/** The security findings in the section's table. `active`: findings in order, none accepted. */
export function listedAsNew(active: readonly Finding[], scope: Scope): readonly Finding[] {
  if (scope === 'all') return [];
  return active.filter((finding) => finding.tier !== 'note' && isInScope(finding, scope)).slice(0, rows);
}

/** The section; empty where everything is shown and nothing was compared. `active`: findings in order, none accepted. */
export function newSection(
  active: readonly Finding[],
  comparison: Comparison | undefined,
  scope: Scope,
  rules: RulesByCode,
  run: RunFacts,
): string {
  if (comparison?.by === undefined && scope === 'all')
    return comparison === undefined ? '' : `### New in this pull request\n\n${howKnown(comparison)}`;
  if (scope === 'all') return '';
  const fresh = active.filter((finding) => isInScope(finding, scope));
  const security = fresh.filter((finding) => finding.tier !== 'note');
  const notes = fresh.length - security.length;
  const isChange = scope === 'changed-lines' || fresh.some(({ baseline }) => baseline === undefined);
  const nothing = scope === 'changed-lines' ? 'No security finding on the changed lines.' : 'No new security finding.';
  return [
    isChange || comparison !== undefined ? '### New in this pull request' : '### New since the baseline',
    security.length > 0 ? findingTable(security, rows, rules, run) : nothing,
    ...(notes > 0
      ? [scope === 'new' ? `${count(notes, 'new practice note')}.` : `${count(notes, 'practice note')} there too.`]
      : []),
    ...(comparison === undefined ? [] : [howKnown(comparison)]),
  ].join('\n\n');
}

function howKnown({ by, base, baseScanned, unavailable }: Comparison): string {
  if (by === undefined)
    return `Nobody could tell which lines changed (${prose(unavailable ?? '', 300)}): everything is shown below, and the gate looks at nothing.`;
  const commit = codeSpan((base ?? '').slice(0, 12));
  const who = by === 'git' ? 'the local git' : "GitHub's compare API";
  const scanned = baseScanned
    ? 'That commit was scanned too: what it does not have is new, wherever its lines are.'
    : 'That commit was not scanned (it is not in the checkout; `fetch-depth: 0` brings it): a deletion in a function on the path of a finding counts as a change of it.';
  return `Changed lines by ${who}, against ${commit}. ${scanned}`;
}
