import { gzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { GitHubContext } from '../../src/base/github-context.ts';
import type { Clock } from '../../src/deliver/clock.ts';
import type { SarifUploadOutcome } from '../../src/deliver/upload-sarif.ts';
import { uploadSarif } from '../../src/deliver/upload-sarif.ts';
import type { FakeGitHub, Scenario } from '../fake-github/server.ts';
import { startFakeGitHub } from '../fake-github/server.ts';

const sha = 'a'.repeat(40);
const token = 'ghs_not_a_real_token';
const document = { version: '2.1.0', runs: [{ tool: { driver: { name: 'pyverdict' } }, results: [] }] };

interface Run {
  readonly outcome: SarifUploadOutcome;
  readonly server: FakeGitHub;
  /** Seconds of every pause. */
  readonly pauses: readonly number[];
}

async function upload(scenario: Scenario, changes: Partial<GitHubContext> = {}, wait = true): Promise<Run> {
  const server = await startFakeGitHub(scenario);
  onTestFinished(() => server.close());
  const pauses: number[] = [];
  let time = Date.UTC(2030, 0, 1);
  const clock: Clock = {
    now: () => time,
    random: () => 0,
    pause: (milliseconds) => {
      pauses.push(milliseconds / 1000);
      time += milliseconds;
      return Promise.resolve();
    },
  };
  const github: GitHubContext = {
    apiUrl: server.url,
    serverUrl: 'https://github.example',
    owner: 'octo',
    repository: 'hello',
    eventName: 'push',
    ref: 'refs/heads/main',
    sha,
    actor: 'octocat',
    runId: '1',
    runAttempt: '1',
    token: () => token,
    ...changes,
  };
  const outcome = await uploadSarif(
    {
      gzip: gzipSync(JSON.stringify(document)),
      ref: 'refs/heads/main',
      sha,
      root: '/work/hello world',
      waitForProcessing: wait,
      validate: false,
    },
    github,
    clock,
  );
  return { outcome, server, pauses };
}

const failure = (status: number, message: string, headers: Readonly<Record<string, string>> = {}) => ({
  status,
  body: { message },
  headers,
});

describe('the request', () => {
  test('is what GitHub describes', async () => {
    const { outcome, server, pauses } = await upload({ statuses: ['pending', 'complete'] });
    expect(server.violations).toEqual([]);
    expect(server.uploads).toHaveLength(1);
    expect(server.uploads[0]).toMatchObject({
      path: '/repos/octo/hello/code-scanning/sarifs',
      body: { commit_sha: sha, ref: 'refs/heads/main', checkout_uri: 'file:///work/hello%20world/' },
      sarif: document,
    });
    expect(pauses).toEqual([5, 10]);
    expect(outcome).toEqual({ status: 'uploaded', id: expect.stringMatching(/^4717/) });
  });

  test('does not wait when told so', async () => {
    const { outcome, pauses, server } = await upload({}, {}, false);
    expect(outcome.status).toBe('uploaded');
    expect(pauses).toEqual([]);
    expect(server.requests).toHaveLength(1);
  });
});

describe('processing', () => {
  test('what the analysis warns of is handed on', async () => {
    expect((await upload({ warning: '123 results were ignored' })).outcome.serverMessage).toBe(
      '123 results were ignored',
    );
  });

  test('is not waited for longer than 155 seconds', async () => {
    const { outcome, pauses } = await upload({ statuses: ['pending'] });
    expect(pauses).toEqual([5, 10, 20, 40, 80]);
    expect(outcome).toMatchObject({ status: 'processing', reason: 'processing-timeout' });
  });

  test('that cannot be seen is no failure', async () => {
    const { outcome } = await upload({ statuses: [failure(404, 'Not Found')] });
    expect(outcome).toMatchObject({ status: 'processing', serverMessage: expect.stringContaining('404') });
  });

  test.each([
    ['rejecting SARIF, as there are more results per run than allowed (30000 > 25000)', 'failed', 'too-many'],
    ['an invalid URI was provided as a SARIF location', 'failed', 'invalid'],
    ['something new', 'failed', 'unknown'],
    ['unsuccessful execution: the tool said so', 'uploaded', undefined],
  ])('that fails: %s', async (error, status, reason) => {
    const { outcome } = await upload({ statuses: ['failed'], errors: [error] });
    expect(outcome).toMatchObject({ status, serverMessage: error });
    expect(outcome.reason).toBe(reason);
  });
});

describe('retries', () => {
  test('an outage', async () => {
    const { outcome, pauses, server } = await upload({
      uploads: [failure(503, 'Unavailable'), failure(503, 'Unavailable'), { status: 202 }],
    });
    expect(outcome.status).toBe('uploaded');
    expect(pauses).toEqual([2, 8, 5]);
    expect(server.uploads).toHaveLength(3);
  });

  test('an outage that stays: four tries', async () => {
    const { outcome, pauses, server } = await upload({ uploads: [failure(502, 'Bad gateway')] });
    expect(outcome).toMatchObject({ status: 'failed', reason: 'unknown' });
    expect(pauses).toEqual([2, 8, 30]);
    expect(server.uploads).toHaveLength(4);
  });

  test('a connection that breaks', async () => {
    const { outcome, pauses } = await upload({ uploads: [{ status: 0, reset: true }] });
    expect(outcome).toMatchObject({ status: 'failed', reason: 'network' });
    expect(pauses).toEqual([2, 8, 30]);
  });

  test.each<[string, Readonly<Record<string, string>>, number[]]>([
    ['retry-after', { 'retry-after': '50' }, [50, 50]],
    [
      'until the reset',
      { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(Date.UTC(2030, 0, 1) / 1000 + 90) },
      [90, 1, 1],
    ],
  ])('a rate limit: %s, at most 120 s', async (_name, headers, expected) => {
    const { outcome, pauses } = await upload({ uploads: [failure(403, 'API rate limit exceeded', headers)] });
    expect(outcome).toMatchObject({ status: 'failed', reason: 'rate-limited' });
    expect(pauses.slice(0, expected.length)).toEqual(expected);
    expect(pauses.reduce((sum, pause) => sum + pause, 0)).toBeLessThanOrEqual(120);
  });

  test('a limit longer than our patience is not waited for', async () => {
    const { outcome, pauses } = await upload({ uploads: [failure(429, 'slow down', { 'retry-after': '600' })] });
    expect(outcome.reason).toBe('rate-limited');
    expect(pauses).toEqual([]);
  });

  test('the token may need a moment', async () => {
    const { outcome, pauses } = await upload({
      uploads: [failure(403, 'Resource not accessible by integration'), { status: 202 }],
    });
    expect(outcome.status).toBe('uploaded');
    expect(pauses[0]).toBe(5);
  });

  test('what is refused for good is not sent again', async () => {
    const { outcome, server } = await upload({ uploads: [failure(422, 'whatever')] });
    expect(outcome.reason).toBe('invalid');
    expect(server.uploads).toHaveLength(1);
  });
});

describe('reasons', () => {
  const fork = { number: 1, headSha: sha, fromFork: true };
  test.each<[number, string, Partial<GitHubContext>, string]>([
    [403, 'Resource not accessible by integration', {}, 'no-permission'],
    [403, 'Resource not accessible by integration', { pullRequest: fork }, 'fork'],
    [403, 'Resource not accessible by integration', { actor: 'dependabot[bot]' }, 'dependabot-push'],
    [403, 'Code Security must be enabled for this repository to use code scanning.', {}, 'not-enabled'],
    [403, 'Repository was archived so is read-only.', {}, 'archived'],
    [401, 'Bad credentials', {}, 'bad-token'],
    [404, 'Not Found', {}, 'not-found'],
    [404, 'commit not found', {}, 'unknown-commit'],
    [422, "ref 'refs/heads/x' not found in this repository", {}, 'unknown-commit'],
    [400, 'Invalid SARIF. Expected artifact location', {}, 'invalid'],
    [413, 'Payload too large', {}, 'too-large'],
    [422, 'rejecting SARIF, as there are more runs than allowed (21 > 20)', {}, 'too-many'],
    [400, 'Code scanning cannot process multiple runs with the same category', {}, 'duplicate-category'],
    [403, 'too many logical alerts', {}, 'alert-limit'],
    [418, 'I am a teapot', {}, 'unknown'],
  ])('%d %s', async (status, message, changes, reason) => {
    const { outcome } = await upload({ uploads: [failure(status, message)] }, changes);
    expect(outcome).toMatchObject({
      reason,
      remedy: expect.stringMatching(/./),
      serverMessage: expect.stringContaining(message),
    });
    expect(outcome.status).toBe(reason === 'fork' ? 'skipped' : 'failed');
  });
});

describe('the token', () => {
  test('is not in what comes back, even when the server echoes it', async () => {
    const echoed = await upload({ uploads: [failure(422, `your token ${token} is nice`)] });
    expect(JSON.stringify(echoed.outcome)).not.toContain(token);
    expect(echoed.outcome.serverMessage).toContain('your token *** is nice');
    const later = await upload({ statuses: ['failed'], errors: [`token ${token}`] });
    expect(JSON.stringify(later.outcome)).not.toContain(token);
    const warned = await upload({ warning: `token ${token}` });
    expect(warned.outcome.serverMessage).toBe('token ***');
  });

  test('does not follow a redirect to another server', async () => {
    const elsewhere = await startFakeGitHub();
    onTestFinished(() => elsewhere.close());
    const location = `${elsewhere.url}/repos/octo/hello/code-scanning/sarifs`;
    await upload({ uploads: [{ status: 307, headers: { location } }] });
    expect(elsewhere.violations).toContain('no authorization');
  });
});
