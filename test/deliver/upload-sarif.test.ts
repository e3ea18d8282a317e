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
      validate: true,
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
  // What a user reads, word for word: the table of §7.5.
  const remedy = {
    'no-permission': 'Give the job `permissions: security-events: write` (and `contents: read`).',
    fork: 'Pull requests from forks run with a read-only token.',
    'dependabot-push': 'trigger on `pull_request` and leave Dependabot branches out of `push`.',
    'not-enabled': 'a private one needs GitHub Code Security. Set `upload: never` to silence this',
    archived: 'The repository is archived.',
    'bad-token': 'Leave `token` at its default.',
    'not-found': 'The token cannot see this repository, or code scanning does not exist on this server.',
    'unknown-commit': 'Upload needs a pushed commit: set `ref` and `sha` together.',
    invalid: 'This is a defect in pyverdict: please report it with `results.sarif`.',
    'too-large': 'Exclude directories with `exclude`.',
    'too-many': 'Exclude directories with `exclude`.',
    'duplicate-category': 'Give each run of pyverdict in this commit its own `category`.',
    'alert-limit': 'GitHub has blocked uploads for this repository; see its documentation on alert limits.',
    unknown: 'The findings are in `results.sarif`.',
  } as const;
  test.each<[number, string, Partial<GitHubContext>, keyof typeof remedy]>([
    [403, 'Resource not accessible by integration', {}, 'no-permission'],
    [403, 'Resource not accessible by integration', { pullRequest: fork }, 'fork'],
    [403, 'Resource not accessible by integration', { actor: 'dependabot[bot]' }, 'dependabot-push'],
    [403, 'Code Security must be enabled for this repository to use code scanning.', {}, 'not-enabled'],
    [403, 'Advanced Security must be enabled for this repository', {}, 'not-enabled'],
    [403, 'Code scanning is not enabled for this repository', {}, 'not-enabled'],
    [403, 'Advanced Security purchase is blocked by a policy', {}, 'not-enabled'],
    [403, 'Repository was archived so is read-only.', {}, 'archived'],
    [401, 'Bad credentials', {}, 'bad-token'],
    [403, 'Requires authentication', {}, 'bad-token'],
    [404, 'Not Found', {}, 'not-found'],
    [404, 'commit not found', {}, 'unknown-commit'],
    [422, "ref 'refs/heads/x' not found in this repository", {}, 'unknown-commit'],
    [400, 'Invalid SARIF. Expected artifact location', {}, 'invalid'],
    [422, 'an invalid URI was provided as a SARIF location', {}, 'invalid'],
    [422, 'invalid security severity value, is not a number: x', {}, 'invalid'],
    [400, 'SARIF URI scheme "file" did not match the checkout URI scheme "https"', {}, 'invalid'],
    [422, 'something nobody has seen', {}, 'invalid'],
    [413, 'Payload too large', {}, 'too-large'],
    [422, 'rejecting SARIF, as there are more runs than allowed (21 > 20)', {}, 'too-many'],
    [400, 'Code scanning cannot process multiple runs with the same category', {}, 'duplicate-category'],
    [403, 'too many logical alerts', {}, 'alert-limit'],
    [418, 'I am a teapot', {}, 'unknown'],
  ])('%d %s', async (status, message, changes, reason) => {
    const { outcome } = await upload({ uploads: [failure(status, message)] }, changes);
    expect(outcome).toMatchObject({
      reason,
      remedy: expect.stringContaining(remedy[reason]),
      serverMessage: expect.stringContaining(message),
    });
    expect(outcome.status).toBe(reason === 'fork' ? 'skipped' : 'failed');
  });

  test.each<[Scenario, string, string]>([
    [{ uploads: [failure(429, 'slow down', { 'retry-after': '600' })] }, 'rate-limited', 'Wait, or upload less often.'],
    [{ statuses: ['pending'] }, 'processing-timeout', 'GitHub is still processing the upload.'],
    [{ uploads: [{ status: 0, reset: true }] }, 'network', 'The findings are in `results.sarif`.'],
  ])('%j', async (scenario, reason, text) => {
    expect((await upload(scenario)).outcome).toMatchObject({ reason, remedy: text });
  });

  test('case does not matter', async () => {
    const { outcome } = await upload({ uploads: [failure(403, 'RESOURCE NOT ACCESSIBLE BY INTEGRATION')] });
    expect(outcome.reason).toBe('no-permission');
  });
});

test('an Enterprise server: everything goes below its base path', async () => {
  const { outcome, server } = await upload({ basePath: '/api/v3', warning: '1 result was ignored' });
  expect(outcome).toMatchObject({ status: 'uploaded', serverMessage: '1 result was ignored' });
  expect(server.violations).toEqual([]);
  // Its description has no such field, and none may be added.
  expect(server.uploads[0]!.body).not.toHaveProperty('validate');
  expect((await upload({})).server.uploads[0]!.body).toHaveProperty('validate', true);
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
