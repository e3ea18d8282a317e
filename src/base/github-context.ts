// What a GitHub runner says about the run: who, what, where. Read once from the environment, then a plain value.

export interface GitHubContext {
  /** `GITHUB_API_URL`: the only host the token is ever sent to. No slash at the end. */
  readonly apiUrl: string;
  /** `GITHUB_SERVER_URL`, for links. No slash at the end. */
  readonly serverUrl: string;
  readonly owner: string;
  readonly repository: string;
  readonly eventName: string;
  /** `GITHUB_REF`: `refs/heads/main`, `refs/pull/7/merge`. */
  readonly ref: string;
  /** `GITHUB_SHA`. */
  readonly sha: string;
  /** HEAD of the scanned checkout, if git could say. */
  readonly head?: string;
  readonly actor: string;
  /** `owner/name` of the Action that runs, where it comes from a repository of its own. */
  readonly actionRepository?: string;
  readonly runId: string;
  readonly runAttempt: string;
  /** Present on `pull_request` and `pull_request_target`. */
  readonly pullRequest?: PullRequest;
  /** Present on `merge_group`: the commit the queue's branch starts from. */
  readonly mergeGroupBase?: string;
  /** Uploads of earlier steps of the job: commit, blank, category. */
  readonly uploadedBefore?: readonly string[];
  /** A function, so that no report and no log can print it by accident. Empty: there is none. */
  readonly token: () => string;
}

/** Events whose `GITHUB_REF` and `GITHUB_SHA` are those of the default branch, whatever is checked out. */
export const foreignEvents: ReadonlySet<string> = new Set(['pull_request_target', 'workflow_run']);

export interface PullRequest {
  readonly number: number;
  readonly headSha: string;
  /** Tip of the branch it is to be merged into, when the event happened. */
  readonly baseSha?: string;
  /** The head's repository is another one, or is gone. */
  readonly fromFork: boolean;
}
