// Facts of the run that no stage before the report knows. The command line leaves out everything that only GitHub has.

import type { OwnRules } from '../rules/bundle.ts';

export interface RunFacts {
  /** Version of pyverdict. */
  readonly version: string;
  readonly ruleSetHash: string;
  /** What the checkout added to rules and models. */
  readonly ownRules?: OwnRules;
  /** Where the checkout comes from. Absent on the command line: then places are plain `path:line`, without links. */
  readonly repository?: RepositoryFacts;
  /** Home page of the tool. */
  readonly informationUri?: string;
  /** Where the rules' pages are, ending in `/`; a page is `<base><id>.md`. */
  readonly rulePages?: string;
  /** ISO 8601, UTC, with `Z`. The only values that may differ between two runs over the same tree. */
  readonly startTime?: string;
  readonly endTime?: string;
  readonly exitCode?: number;
}

export interface RepositoryFacts {
  /** `GITHUB_SERVER_URL`: never a literal host. */
  readonly serverUrl: string;
  readonly owner: string;
  readonly repo: string;
  /** The commit that was analysed. */
  readonly sha: string;
  readonly branch?: string;
  readonly pullRequest?: number;
  readonly runId?: string;
  readonly runAttempt?: string;
}
