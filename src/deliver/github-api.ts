// The one connection to GitHub. In: a context with a token. Out: a function that sends a request to the API's host, and
// to no other. Every text that comes back is cleaned of the token before anybody else sees it.
import type { GitHubContext } from '../base/github-context.ts';
import { version } from '../base/version.ts';

export interface ApiAnswer {
  readonly status: number;
  readonly data: unknown;
}

/** An answer that is not a success, or none. `status` is absent if there was no answer. */
export interface ApiFailure {
  readonly status?: number;
  readonly message: string;
  readonly headers: Readonly<Record<string, string>>;
}

export type ApiResult =
  { readonly ok: true; readonly answer: ApiAnswer } | { readonly ok: false; readonly failure: ApiFailure };

/** Sends `body` as JSON. `path` starts with a slash and is relative to the API's address. Never throws. */
export type Api = (
  method: 'GET' | 'POST',
  path: string,
  body?: Readonly<Record<string, unknown>>,
) => Promise<ApiResult>;

const ANSWER_TIMEOUT_MS = 60_000;

/** Connects; loads the toolkit only now. */
export async function connect(github: GitHubContext): Promise<Api> {
  const { getOctokit } = await import('@actions/github');
  const silent = (): void => {};
  // Octokit prints what a server calls deprecated; a workflow log executes what it is given.
  const log = { debug: silent, info: silent, warn: silent, error: silent };
  const octokit = getOctokit(github.token(), { baseUrl: github.apiUrl, userAgent: `pyverdict/${version}`, log });
  return async (method, path, body) => {
    try {
      // Octokit takes {x} and :x in a path for its own placeholders.
      const answer = (await octokit.request(`${method} ${path.replaceAll(/[{}:]/g, encodeURIComponent)}`, {
        ...body,
        headers: { accept: 'application/vnd.github+json', 'x-github-api-version': '2022-11-28' },
        request: { signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS), log },
      })) as ApiAnswer;
      return { ok: true, answer: { status: answer.status, data: answer.data } };
    } catch (error) {
      return { ok: false, failure: failureOf(error, github.token()) };
    }
  };
}

/** Text without the token, for whatever is logged, shown or written. */
export function withoutToken(text: string, token: string): string {
  return token === '' ? text : text.replaceAll(token, '***');
}

interface OctokitError {
  readonly status?: number;
  readonly message?: string;
  readonly cause?: { readonly message?: string };
  readonly response?: { readonly headers: Record<string, string | number | undefined>; readonly data?: unknown };
}

function failureOf(thrown: unknown, token: string): ApiFailure {
  const error = thrown as OctokitError;
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(error.response?.headers ?? {})) {
    if (value !== undefined) headers[name.toLowerCase()] = String(value);
  }
  const message = withoutToken(error.message ?? String(thrown), token);
  // Octokit gives 500 to what never got an answer.
  return error.response ? { status: error.status ?? 0, message, headers } : { message, headers };
}
