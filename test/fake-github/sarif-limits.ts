// GitHub's hard limits on a SARIF file: above them it refuses the upload. In: a log. Out: its message, in GitHub's words.
import type { Log, Run } from 'sarif';

const perRun: readonly (readonly [string, number, (run: Run) => number])[] = [
  ['results per run', 25_000, ({ results }) => results?.length ?? 0],
  ['rules per run', 25_000, ({ tool }) => tool.driver.rules?.length ?? 0],
  ['tool extensions per run', 100, ({ tool }) => tool.extensions?.length ?? 0],
  [
    'threadflow steps per result',
    10_000,
    ({ results }) =>
      most(results, ({ codeFlows }) =>
        (codeFlows ?? [])
          .flatMap(({ threadFlows }) => threadFlows)
          .reduce((sum, { locations }) => sum + locations.length, 0),
      ),
  ],
  [
    'locations per result',
    1_000,
    ({ results }) =>
      most(results, ({ locations, relatedLocations }) => (locations?.length ?? 0) + (relatedLocations?.length ?? 0)),
  ],
  ['tags per rule', 20, ({ tool }) => most(tool.driver.rules, ({ properties }) => properties?.tags?.length ?? 0)],
];

/** Bytes after gzip. */
export const maxGzipBytes = 10 * 1024 * 1024;

/** Undefined if the log is within all limits. */
export function refusal({ runs }: Log): string | undefined {
  const counted = [
    ['runs', 20, runs.length] as const,
    ...perRun.flatMap(([what, limit, number]) => runs.map((run) => [what, limit, number(run)] as const)),
  ];
  const over = counted.find(([, limit, number]) => number > limit);
  return over && `rejecting SARIF, as there are more ${over[0]} than allowed (${over[2]} > ${over[1]})`;
}

function most<T>(items: readonly T[] | undefined, size: (item: T) => number): number {
  return (items ?? []).reduce((largest, item) => Math.max(largest, size(item)), 0);
}
