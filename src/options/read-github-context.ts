// The runner's environment and event to a GitHubContext. Anybody who can open a pull request writes parts of the event:
// only the few fields we need are taken, each with its type checked.
import { readFileSync } from 'node:fs';
import type { GitHubContext, PullRequest } from '../base/github-context.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** What the environment says about the run; undefined outside of GitHub (no `GITHUB_REPOSITORY` or no API). */
export function readGitHubContext(environment: Environment, token: string): GitHubContext | undefined {
  const [owner, repository, ...more] = (environment['GITHUB_REPOSITORY'] ?? '').split('/');
  const apiUrl = environment['GITHUB_API_URL'];
  if (!owner || !repository || more.length > 0 || !apiUrl) return undefined;
  const eventName = environment['GITHUB_EVENT_NAME'] ?? '';
  const event = readEvent(environment['GITHUB_EVENT_PATH']);
  const pullRequest = readPullRequest(event);
  const action = environment['GITHUB_ACTION_REPOSITORY'] ?? '';
  const mergeGroupBase = commitField(field(event, 'merge_group'), 'base_sha');
  return {
    apiUrl: apiUrl.replace(/\/+$/, ''),
    serverUrl: (environment['GITHUB_SERVER_URL'] ?? '').replace(/\/+$/, ''),
    owner,
    repository,
    eventName,
    ref: environment['GITHUB_REF'] ?? '',
    sha: environment['GITHUB_SHA'] ?? '',
    actor: environment['GITHUB_ACTOR'] ?? '',
    ...(/^[\w.-]+\/[\w.-]+$/.test(action) && { actionRepository: action }),
    runId: environment['GITHUB_RUN_ID'] ?? '',
    runAttempt: environment['GITHUB_RUN_ATTEMPT'] ?? '',
    ...(pullRequest && { pullRequest }),
    ...(mergeGroupBase !== undefined && { mergeGroupBase }),
    uploadedBefore: (environment['PYVERDICT_UPLOADED'] ?? '').split('\n').filter((line) => line !== ''),
    token: () => token,
  };
}

function readEvent(path: string | undefined): unknown {
  if (!path) return undefined;
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    // Without a readable event the rules for uploads see no pull request and skip what they cannot place.
    return undefined;
  }
}

function readPullRequest(event: unknown): PullRequest | undefined {
  const pull = field(event, 'pull_request');
  const number = field(pull, 'number');
  const headSha = field(field(pull, 'head'), 'sha');
  if (typeof number !== 'number' || typeof headSha !== 'string') return undefined;
  const base = field(field(field(pull, 'base'), 'repo'), 'full_name');
  const head = field(field(field(pull, 'head'), 'repo'), 'full_name');
  const baseSha = commitField(field(pull, 'base'), 'sha');
  return {
    number,
    headSha,
    ...(baseSha !== undefined && { baseSha }),
    fromFork: typeof head !== 'string' || head !== base,
  };
}

function commitField(value: unknown, name: string): string | undefined {
  const found = field(value, name);
  return typeof found === 'string' && /^([0-9a-f]{40}|[0-9a-f]{64})$/.test(found) ? found : undefined;
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
