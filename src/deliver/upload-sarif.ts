// Sends SARIF to code scanning (`github-delivery.md` §7.1, §7.3, §7.4). In: the compressed document, where it belongs, a
// connection. Out: what became of it. Never throws: a failed upload is an outcome like any other.
import { pathToFileURL } from 'node:url';
import type { GitHubContext } from '../base/github-context.ts';
import type { UploadOutcome } from '../report/delivery-outcome.ts';
import type { Clock } from './clock.ts';
import { systemClock } from './clock.ts';
import type { Api, ApiFailure } from './github-api.ts';
import { connect, withoutToken } from './github-api.ts';
import { reasonOf, reasonOfErrors, remedies } from './upload-failure.ts';
import { withRetries } from './with-retries.ts';

export interface SarifUpload {
  /** The minified document after gzip. */
  readonly gzip: Uint8Array;
  readonly ref: string;
  readonly sha: string;
  /** Absolute path of the checkout. */
  readonly root: string;
  readonly waitForProcessing: boolean;
  /** Let the server check the document more strictly. */
  readonly validate: boolean;
}

export interface SarifUploadOutcome extends UploadOutcome {
  /** GitHub's id of the upload. */
  readonly id?: string;
}

// Seconds 5, 15, 35, 75 and 155 after the upload.
const POLL_DELAYS = [5_000, 10_000, 20_000, 40_000, 80_000];
/** For the whole upload, waiting included. */
const TOTAL_BUDGET = 300_000;

/** Uploads, with retries, and waits until GitHub has processed the upload, if asked to. */
export async function uploadSarif(
  upload: SarifUpload,
  github: GitHubContext,
  clock: Clock = systemClock,
): Promise<SarifUploadOutcome> {
  const api = await connect(github);
  const start = clock.now();
  const path = `/repos/${encodeURIComponent(github.owner)}/${encodeURIComponent(github.repository)}/code-scanning/sarifs`;
  const sent = await withRetries(() => api('POST', path, bodyOf(upload, github)), github, clock, start, TOTAL_BUDGET);
  if (!sent.ok) {
    const reason = reasonOf(sent.failure, failureContext(github));
    return {
      status: reason === 'fork' ? 'skipped' : 'failed',
      reason,
      remedy: remedies[reason],
      serverMessage: describe(sent.failure),
    };
  }
  const id = textField(sent.answer.data, 'id');
  const uploaded = { status: 'uploaded', ...(id !== undefined && { id }) } as const;
  if (!upload.waitForProcessing || id === undefined) return uploaded;
  return { ...(await waitForProcessing(api, `${path}/${encodeURIComponent(id)}`, github, clock, start)), id };
}

function bodyOf(upload: SarifUpload, { apiUrl }: GitHubContext): Record<string, string | boolean> {
  return {
    commit_sha: upload.sha,
    ref: upload.ref,
    sarif: Buffer.from(upload.gzip).toString('base64'),
    checkout_uri: pathToFileURL(`${upload.root}/`).href,
    // The scan began when this process did.
    started_at: new Date(performance.timeOrigin).toISOString(),
    tool_name: 'pyverdict',
    // Enterprise servers do not know the field and refuse a request with it.
    ...(upload.validate && !apiUrl.endsWith('/api/v3') && { validate: true }),
  };
}

async function waitForProcessing(
  api: Api,
  path: string,
  github: GitHubContext,
  clock: Clock,
  start: number,
): Promise<UploadOutcome> {
  for (const delay of POLL_DELAYS) {
    if (clock.now() - start + delay > TOTAL_BUDGET) break;
    await clock.pause(delay);
    const result = await api('GET', path);
    // The upload itself was accepted and is still being processed; only we cannot see it.
    if (!result.ok) return { status: 'processing', serverMessage: describe(result.failure) };
    const { data } = result.answer;
    const status = textField(data, 'processing_status');
    if (status === 'complete') return complete(api, textField(data, 'analyses_url'), github);
    if (status === 'failed') return failed(data, github);
  }
  return { status: 'processing', reason: 'processing-timeout', remedy: remedies['processing-timeout'] };
}

// What the server left out ("123 results were ignored") stands only in the analysis.
async function complete(api: Api, analysesUrl: string | undefined, github: GitHubContext): Promise<UploadOutcome> {
  const prefix = `${github.apiUrl}/`;
  if (!analysesUrl?.startsWith(prefix)) return { status: 'uploaded' };
  const result = await api('GET', analysesUrl.slice(prefix.length - 1));
  const [analysis] = result.ok && Array.isArray(result.answer.data) ? (result.answer.data as unknown[]) : [];
  const warning = textField(analysis, 'warning');
  return warning
    ? { status: 'uploaded', serverMessage: withoutToken(warning, github.token()) }
    : { status: 'uploaded' };
}

function failed(data: unknown, github: GitHubContext): UploadOutcome {
  const errors = (data as { errors?: unknown }).errors;
  const texts = Array.isArray(errors) ? errors.map((error) => withoutToken(String(error), github.token())) : [];
  const serverMessage = texts.join('\n');
  // Said of a run whose scan failed and that has no results: expected.
  if (texts.length > 0 && texts.every((text) => text.startsWith('unsuccessful execution')))
    return { status: 'uploaded', serverMessage };
  const reason = reasonOfErrors(texts);
  return { status: 'failed', reason, remedy: remedies[reason], serverMessage };
}

function failureContext(github: GitHubContext): { fromFork: boolean; actor: string; eventName: string } {
  return { fromFork: github.pullRequest?.fromFork ?? false, actor: github.actor, eventName: github.eventName };
}

function describe(failure: ApiFailure): string {
  return failure.status === undefined ? failure.message : `${failure.status}: ${failure.message}`;
}

function textField(value: unknown, name: string): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const found = (value as Record<string, unknown>)[name];
  return typeof found === 'string' ? found : undefined;
}
