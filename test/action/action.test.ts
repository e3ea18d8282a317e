// The Action as a runner starts it: what it writes, uploads and says, and what it does when something fails.
import type { Log } from 'sarif';
import { describe, expect, test } from 'vitest';
import { startFakeGitHub } from '../fake-github/server.ts';
import type { Run } from './run-action.ts';
import { commands, runAction, token, useAction } from './run-action.ts';

useAction();
const defect = { 'app/main.py': 'import requests\n\nrequests.get("https://example.org", verify=False)\n' };

const pullRequest = (headRepository: string) => (head: string) => ({
  pull_request: {
    number: 7,
    head: { sha: head, repo: { full_name: headRepository } },
    base: { sha: '0'.repeat(40), repo: { full_name: 'octo/hello' } },
  },
});

describe('push', () => {
  test('uploads, writes files, outputs and the summary', async () => {
    const run = await runAction({});
    expect({ code: run.code, stderr: run.stderr, commands: commands(run) }).toEqual({
      code: 0,
      stderr: '',
      commands: [],
    });
    expect(run.server.violations).toEqual([]);
    expect(run.server.uploads).toHaveLength(1);
    expect(run.server.uploads[0]!.body).toMatchObject({ ref: 'refs/heads/main', commit_sha: run.head });
    expect(run.outputs).toMatchObject({
      'upload-status': 'uploaded',
      'upload-status-reason': '',
      'sarif-file': 'pyverdict-results/results.sarif',
      'files-analysed': '1',
      'security-count': '0',
      truncated: 'false',
    });
    expect(run.outputs['sarif-id']).toMatch(/^4717/);
    expect(run.summary).toContain('No explicit security defects found in what was analysed');
    expect(run.read('pyverdict-results/summary.md').trim()).toBe(run.summary.trim());
    expect(JSON.parse(run.read('pyverdict-results/results.json'))).toMatchObject({ verdict: run.outputs['verdict'] });
    expect(JSON.parse(run.read('pyverdict-results/results.sarif'))).toMatchObject({ version: '2.1.0' });
  });

  test('waits for the processing', async () => {
    const run = await runAction({
      inputs: { 'wait-for-processing': 'true' },
      scenario: { warning: '3 results were ignored' },
    });
    expect(run.server.requests.map((request) => request.replace(/ .*\//, ' '))).toHaveLength(3);
    expect(run.outputs['upload-status']).toBe('uploaded');
    expect(run.stdout).toContain('GitHub said: 3 results were ignored');
  }, 20_000);

  test('a defect does not fail the step of itself; with fail-scope: all it does, after everything was written', async () => {
    const passed = await runAction({ files: defect });
    expect(passed.code).toBe(0);
    expect(passed.outputs).toMatchObject({ verdict: 'defects', 'security-count': '1' });
    expect(passed.server.uploads[0]!.sarif.runs[0]!.results).toHaveLength(1);
    const failed = await runAction({ files: defect, inputs: { 'fail-scope': 'all' } });
    expect(failed.code).toBe(1);
    expect(commands(failed)).toEqual([
      '::error::pyverdict: 1 security defect of severity high or above (fail-on: high)',
    ]);
    expect(failed.outputs['verdict']).toBe('defects');
    expect(failed.summary).toContain('1 security defect found');
    expect(failed.stdout.trimEnd().split('\n').at(-1)).toMatch(/^::error::/);
  });
});

describe('pull_request', () => {
  test('of this repository uploads for the merge ref', async () => {
    const run = await runAction({
      environment: () => ({ GITHUB_EVENT_NAME: 'pull_request', GITHUB_REF: 'refs/pull/7/merge' }),
      event: pullRequest('octo/hello'),
    });
    expect(run.server.violations).toEqual([]);
    expect(run.server.uploads[0]!.body).toMatchObject({ ref: 'refs/pull/7/merge', commit_sha: run.head });
  });

  test('that checked out its head uploads for the head ref', async () => {
    const run = await runAction({
      environment: () => ({
        GITHUB_EVENT_NAME: 'pull_request',
        GITHUB_REF: 'refs/pull/7/merge',
        GITHUB_SHA: 'f'.repeat(40),
      }),
      event: pullRequest('octo/hello'),
    });
    expect(run.server.uploads[0]!.body).toMatchObject({ ref: 'refs/pull/7/head', commit_sha: run.head });
  });

  test('of a fork uploads nothing, and is no failure', async () => {
    const run = await runAction({
      environment: () => ({ GITHUB_EVENT_NAME: 'pull_request', GITHUB_REF: 'refs/pull/7/merge' }),
      event: pullRequest('mallory/hello'),
    });
    expect(run.code).toBe(0);
    expect(run.server.uploads).toEqual([]);
    expect(run.outputs).toMatchObject({ 'upload-status': 'skipped', 'upload-status-reason': 'fork' });
    expect(run.summary).toContain('read-only token');
  });
});

test('pull_request_target uploads nothing', async () => {
  const run = await runAction({
    environment: () => ({ GITHUB_EVENT_NAME: 'pull_request_target' }),
    event: pullRequest('octo/hello'),
  });
  expect(run.server.uploads).toEqual([]);
  expect(run.outputs).toMatchObject({ 'upload-status': 'skipped', 'upload-status-reason': 'event' });
});

describe('failures', () => {
  test('a refused upload is a warning; the files and the summary are there', async () => {
    const refused = { status: 422, body: { message: `rejecting ${token} ::error::x\n::warning::y` } };
    const run = await runAction({ scenario: { uploads: [refused] } });
    expect(run.code).toBe(0);
    expect(run.outputs).toMatchObject({ 'upload-status': 'failed', 'upload-status-reason': 'invalid' });
    expect(commands(run)).toEqual([expect.stringMatching(/^::warning::Upload to code scanning: invalid\./)]);
    expect(run.summary).toContain('verdict');
    expect(run.read('pyverdict-results/results.sarif')).toContain('2.1.0');
  });

  test('with upload: always it fails the step', async () => {
    const run = await runAction({
      inputs: { upload: 'always' },
      scenario: { uploads: [{ status: 422, body: { message: 'no' } }] },
    });
    expect(run.code).toBe(1);
    expect(run.outputs['upload-status']).toBe('failed');
    expect(run.stdout).toContain('::error::pyverdict: nothing was uploaded (invalid) and upload is "always"');
  });

  test('no Python file: incomplete, warned of, and an empty run is uploaded', async () => {
    const run = await runAction({ files: { 'README.md': 'hello\n' } });
    expect(run.code).toBe(0);
    expect(run.outputs).toMatchObject({ verdict: 'incomplete', 'files-analysed': '0', 'upload-status': 'uploaded' });
    expect(run.server.uploads[0]!.sarif.runs[0]!.results).toEqual([]);
    expect(commands(run)).toEqual([expect.stringMatching(/^::warning::No Python file was analysed/)]);
    const strict = await runAction({ files: { 'README.md': 'hello\n' }, inputs: { 'fail-on-incomplete': 'true' } });
    expect(strict.code).toBe(1);
  });

  test('a wrong input: the verdict is failed, the step fails, summary and SARIF say so', async () => {
    const run = await runAction({ inputs: { 'fail-on': 'hgih' } });
    const said = 'input fail-on: "hgih" is not one of none, critical, high, medium, low; did you mean high?';
    expect(run.code).toBe(1);
    expect(run.outputs).toEqual({ verdict: 'failed', 'sarif-file': 'pyverdict-results/results.sarif' });
    expect(commands(run)).toEqual([`::error::pyverdict: ${said}`]);
    expect(run.summary).toContain('Failed: the analysis did not finish.');
    expect(JSON.parse(run.read('pyverdict-results/results.sarif'))).toMatchObject({
      runs: [
        {
          results: [],
          invocations: [{ executionSuccessful: false, toolConfigurationNotifications: [{ message: { text: said } }] }],
        },
      ],
    });
    expect(run.server.uploads).toEqual([]);
  });

  test.each([
    ['other/found.sarif', { 'fail-on': 'hgih' }, 'other/found.sarif'],
    ['../outside.sarif', {}, 'pyverdict-results/results.sarif'],
  ])('SARIF of a failed run lies where it was asked for, %s, if that is inside', async (asked, inputs, written) => {
    const run = await runAction({ inputs: { ...inputs, 'sarif-file': asked } });
    expect(run.code).toBe(1);
    expect(run.outputs['sarif-file']).toBe(written);
    expect(JSON.parse(run.read(written))).toMatchObject({ runs: [{ invocations: [{ executionSuccessful: false }] }] });
  });
});

test.each([410, 413, 418, 422, 451])(
  'whatever GitHub answers (%d), the files and the summary are there',
  async (status) => {
    const run = await runAction({
      files: defect,
      scenario: { uploads: [{ status, body: { message: `no: ${token}` } }] },
    });
    expect(run.code).toBe(0);
    expect(run.outputs).toMatchObject({ 'upload-status': 'failed', 'security-count': '1', verdict: 'defects' });
    expect(run.outputs['upload-status-reason']).not.toBe('');
    expect(run.summary).toContain('1 security defect found');
    for (const text of run.everything()) {
      expect(text).not.toBe('{}');
      expect(text).not.toContain(token);
    }
  },
);

describe('an outage', () => {
  const down = (status: number) => ({ status, body: { message: `down: ${token}` } });

  test('that ends is not noticed', async () => {
    const run = await runAction({ quick: true, scenario: { uploads: [down(503), down(502), { status: 202 }] } });
    expect(run.code).toBe(0);
    expect(run.outputs).toMatchObject({ 'upload-status': 'uploaded', 'upload-status-reason': '' });
    expect([run.server.uploads.length, commands(run)]).toEqual([3, []]);
    expect(run.pauses.map((pause, index) => pause >= [2, 8][index]! && pause <= [2, 10][index]!)).toEqual([true, true]);
  });

  test.each<[string, { status: number; reset?: boolean }, string, string]>([
    ['500', down(500), 'unknown', '500: down'],
    ['504', down(504), 'unknown', '504: down'],
    ['a connection that breaks', { status: 0, reset: true }, 'network', ''],
  ])('that stays (%s): four tries, a warning, and everything else is there', async (_, answer, reason, said) => {
    const run = await runAction({ quick: true, files: defect, scenario: { uploads: [answer] } });
    expect(run.code).toBe(0);
    expect([run.server.uploads.length, run.pauses.length]).toEqual([4, 3]);
    expect(run.pauses[2]).toBeGreaterThanOrEqual(30);
    expect(run.outputs).toMatchObject({
      verdict: 'defects',
      'upload-status': 'failed',
      'upload-status-reason': reason,
      'sarif-id': '',
    });
    expect(commands(run)[0]).toBe(
      `::warning::Upload to code scanning: ${reason}. The findings are in \`results.sarif\`.`,
    );
    // Nothing was uploaded, so the run is annotated.
    expect(commands(run)[1]).toMatch(/^::warning title=PV/);
    expect(run.summary).toContain(`upload failed (${reason})`);
    expect(run.summary).toContain('1 security defect found');
    expect(run.stdout).toContain(`GitHub said: ${said}`);
    for (const text of run.everything()) expect(text).not.toContain(token);
  });

  test('with upload: always it fails the step, after everything was written', async () => {
    const run = await runAction({ quick: true, inputs: { upload: 'always' }, scenario: { uploads: [down(503)] } });
    expect(run.code).toBe(1);
    expect(run.stdout).toContain('::error::pyverdict: nothing was uploaded (unknown) and upload is "always"');
    expect(run.summary).toContain('upload failed (unknown)');
    expect(run.read('pyverdict-results/results.sarif')).toContain('2.1.0');
  });

  test('of the server that says how far the processing is: the upload counts', async () => {
    const run = await runAction({
      quick: true,
      inputs: { 'wait-for-processing': 'true' },
      scenario: { statuses: ['pending', down(503)] },
    });
    expect(run.code).toBe(0);
    expect(run.outputs).toMatchObject({ 'upload-status': 'processing', 'upload-status-reason': '' });
    expect(run.summary).toContain('still being processed by GitHub');
  });

  test('nobody at the address of the API', async () => {
    // The port of a server that is gone.
    const gone = await startFakeGitHub();
    await gone.close();
    const run = await runAction({ quick: true, environment: () => ({ GITHUB_API_URL: gone.url }) });
    expect(run.code).toBe(0);
    expect(run.pauses).toHaveLength(3);
    expect(run.outputs).toMatchObject({ 'upload-status': 'failed', 'upload-status-reason': 'network' });
    expect(run.summary).toContain('upload failed (network)');
    expect(run.read('pyverdict-results/results.json')).toContain('"verdict"');
  });
});

test.each([
  [422, 'rejecting SARIF, as there are more results per run than allowed (2 > 1)', 'too-many'],
  [413, 'Payload too large', 'too-large'],
])('too much of something (%d): what was sent is counted', async (status, message, reason) => {
  const run = await runAction({ files: defect, scenario: { uploads: [{ status, body: { message } }] } });
  const counted =
    /Sent were 1 result of \d+ rules, with at most 0 steps and 1 location in a result and \d tags in a rule; [\d,]+ bytes/;
  expect(run.outputs['upload-status-reason']).toBe(reason);
  expect(commands(run)[0]).toMatch(counted);
  expect(run.summary.replaceAll('\\', '')).toMatch(counted);
  expect(run.stdout).toContain(`GitHub said: ${status}: ${message}`);
});

test('the SARIF names where the Action comes from', async () => {
  const driver = (run: Run): unknown =>
    (JSON.parse(run.read('pyverdict-results/results.sarif')) as Log).runs[0]!.tool.driver.informationUri;
  const environment = (GITHUB_ACTION_REPOSITORY: string) => () => ({ GITHUB_ACTION_REPOSITORY });
  expect(driver(await runAction({ environment: environment('some-org/pyverdict') }))).toBe(
    'https://github.example/some-org/pyverdict',
  );
  expect(driver(await runAction({ environment: environment('x/y/](z') }))).toBeUndefined();
});

test('names that the event brings are no commands and no markup', async () => {
  const ref = 'refs/heads/a::error::b|`</details>[x](javascript:1)@octocat%0A::warning::c';
  const run = await runAction({ environment: () => ({ GITHUB_REF: ref, GITHUB_ACTOR: '::error::x' }) });
  expect(commands(run)).toEqual([]);
  expect(run.server.uploads[0]!.body).toMatchObject({ ref });
  expect(run.summary).not.toMatch(/<\/details>\[x|\]\(javascript|@octocat/);
});

test('a second upload of the same category for the same commit is refused', async () => {
  const first = await runAction({ exports: true });
  expect(first.exported).toBe(`${first.head} pyverdict`);
  const environment = (head: string) => ({ PYVERDICT_UPLOADED: `${head} pyverdict` });
  const second = await runAction({ environment });
  expect(second.server.uploads).toEqual([]);
  expect(second.outputs).toMatchObject({ 'upload-status': 'skipped', 'upload-status-reason': 'duplicate-category' });
  expect(commands(second)).toEqual([expect.stringContaining('its own `category`')]);
  const other = await runAction({ environment, inputs: { category: 'pyverdict-b' } });
  expect(other.outputs['upload-status']).toBe('uploaded');
});

describe('annotations', () => {
  test('none where code scanning makes its own; asked for, or nothing uploaded, one for each place', async () => {
    expect(commands(await runAction({ files: defect }))).toEqual([]);
    const asked = await runAction({ files: defect, inputs: { annotations: 'true' } });
    const never = await runAction({ files: defect, inputs: { upload: 'never', 'fail-scope': 'all' } });
    const place = 'file=app/main.py,line=3,endLine=3,col=10,endColumn=';
    expect(commands(asked)).toEqual([expect.stringContaining(`::warning title=PV`)]);
    expect(commands(asked)[0]).toContain(place);
    expect(commands(never)[0]).toMatch(/^::error title=PV/);
    expect(commands(await runAction({ files: defect, inputs: { upload: 'never', annotations: 'false' } }))).toEqual([]);
  }, 20_000);

  test('nine of a level, and one that counts the rest', async () => {
    const many = Array.from({ length: 14 }, (_, n) => `requests.get("https://example.org/${n}", verify=False)\n`);
    const files = { 'app/main.py': `import requests\n\n${many.join('\n')}` };
    const run = await runAction({ files, inputs: { upload: 'never' } });
    const warnings = commands(run).filter((line) => line.startsWith('::warning'));
    expect(warnings).toHaveLength(10);
    expect(warnings.at(-1)).toContain('… and 5 more: see the job summary.');
  });

  test('names and code from the checkout cannot become commands', async () => {
    const name = 'app/a,b::error::x%0A]#.py';
    const files = { [name]: `def f(eval_):\n    "::error::doc"\n${defect['app/main.py']}` };
    const run = await runAction({ files, inputs: { upload: 'never' } });
    const [line, ...more] = commands(run);
    expect(more).toEqual([]);
    expect(line).toContain('file=app/a%2Cb%3A%3Aerror%3A%3Ax%250A]#.py');
  });
});

test('the token is nowhere but in its mask and at the API', async () => {
  const echoing = { status: 403, body: { message: `Resource not accessible by integration: ${token}` } };
  const run = await runAction({ scenario: { uploads: [echoing, echoing] } });
  expect(run.stdout.split('\n').filter((line) => line.includes(token))).toEqual([`::add-mask::${token}`]);
  const places = [
    run.stderr,
    run.summary,
    JSON.stringify(run.outputs),
    run.read('pyverdict-results/results.sarif'),
    run.read('pyverdict-results/results.json'),
  ];
  for (const place of places) expect(place).not.toContain(token);
  expect(run.server.uploads[0]!.headers.authorization).toContain(token);
  expect(run.outputs['upload-status-reason']).toBe('no-permission');
}, 20_000);
