// What became of the outputs, as the job summary (which comes last) tells it. `deliver` fills it in; the command line
// has no upload and passes none of GitHub's facts.

/** Reason codes of `github-delivery.md` §7.5, and the ways an upload is left out on purpose. */
export type UploadReason =
  | 'no-permission'
  | 'fork'
  | 'dependabot-push'
  | 'not-enabled'
  | 'archived'
  | 'bad-token'
  | 'not-found'
  | 'unknown-commit'
  | 'invalid'
  | 'too-large'
  | 'too-many'
  | 'duplicate-category'
  | 'alert-limit'
  | 'rate-limited'
  | 'processing-timeout'
  | 'network'
  | 'unknown'
  | 'off'
  | 'event';

export interface UploadOutcome {
  readonly status: 'uploaded' | 'processing' | 'skipped' | 'failed';
  readonly reason?: UploadReason;
  /** What to do about it, our own words (§7.5). */
  readonly remedy?: string;
  /** GitHub's own text: an error, or the `warning` field of the analysis. */
  readonly serverMessage?: string;
}

export interface GateOutcome {
  readonly result: 'passed' | 'failed' | 'off';
  /** One line: "passed (fail-on: high)", "off (fail-scope: none)"; why it failed: "2 security defects of ...". */
  readonly text: string;
}

export interface DeliveryOutcome {
  /** Files written, relative to the workspace. */
  readonly sarifFile?: string;
  readonly jsonFile?: string;
  /** Absent: nothing was to be uploaded (command line). */
  readonly upload?: UploadOutcome;
  readonly gate?: GateOutcome;
  /** Of the upload view. */
  readonly truncated: boolean;
  readonly omitted: number;
  /** Whole seconds or tenths, for the last line of the summary. */
  readonly durationSeconds?: number;
}
