// What GitHub counts in an upload (`github-delivery.md` §3). In: the uploaded document. Out: a part of a sentence, for an answer that
// says there is too much of something.
import type { Log } from 'sarif';
import { count } from '../text/count.ts';

/** "5,000 results of 164 rules, with at most ..." */
export function uploadCounts({ runs }: Log): string {
  const results = runs.flatMap((run) => run.results ?? []);
  const rules = runs.flatMap((run) => run.tool.driver.rules ?? []);
  const extensions = runs.flatMap((run) => run.tool.extensions ?? []);
  const most = <T>(items: readonly T[], size: (item: T) => number): number =>
    items.reduce((largest, item) => Math.max(largest, size(item)), 0);
  const steps = most(results, ({ codeFlows }) =>
    (codeFlows ?? [])
      .flatMap(({ threadFlows }) => threadFlows)
      .reduce((sum, { locations }) => sum + locations.length, 0),
  );
  const places = most(
    results,
    ({ locations, relatedLocations }) => (locations?.length ?? 0) + (relatedLocations?.length ?? 0),
  );
  const tags = most(rules, ({ properties }) => properties?.tags?.length ?? 0);
  return (
    `${count(results.length, 'result')} of ${count(rules.length, 'rule')}` +
    (extensions.length > 0 ? ` and ${count(extensions.length, 'rule pack')}` : '') +
    `, with at most ${count(steps, 'step')} and ${count(places, 'location')} in a result and ${count(tags, 'tag')} in a rule`
  );
}
