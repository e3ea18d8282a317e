// Every event of the matrix (github-delivery.md §9.1), with a recorded payload, against the built Action.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryDirectory } from '../options/temporary-directory.ts';
import type { Commits, Run, Setup } from './run-action.ts';
import { commands, runAction, runCommand, token, useAction } from './run-action.ts';

useAction();

const old = 'import requests\n\nrequests.get("https://example.org", verify=False)\n';
const fresh = 'import requests\n\n\ndef get():\n    return requests.get("https://example.net", verify=False)\n';
const files = { 'app/old.py': old, 'app/main.py': 'def main():\n    return 1\n' };
const pull = { files: { 'app/fresh.py': fresh }, base: { 'README.md': 'later\n' } };

const on =
  (name: string, ref: string, sha: keyof Commits = 'HEAD', more: Readonly<Record<string, string>> = {}) =>
  (_: string, commits: Commits) => ({ GITHUB_EVENT_NAME: name, GITHUB_REF: ref, GITHUB_SHA: commits[sha], ...more });

const results = (run: Run): number => run.server.uploads[0]?.sarif.runs[0]!.results.length ?? -1;
const locked = { status: 403, body: { message: `Resource not accessible by integration (${token})` } };

describe('events', () => {
  test.each<[string, Setup, string]>([
    ['push to a branch', { event: 'push' }, 'refs/heads/main'],
    ['push of a tag', { event: 'push-tag', environment: on('push', 'refs/tags/v1.0') }, 'refs/tags/v1.0'],
    ['schedule', { event: 'schedule', environment: on('schedule', 'refs/heads/main') }, 'refs/heads/main'],
    [
      'workflow_dispatch',
      { event: 'workflow_dispatch', environment: on('workflow_dispatch', 'refs/heads/x') },
      'refs/heads/x',
    ],
    [
      'anything else',
      { event: 'issue_comment', environment: on('issue_comment', 'refs/heads/main') },
      'refs/heads/main',
    ],
  ])('%s: everything is uploaded and shown, nothing fails', async (_, setup, ref) => {
    const run = await runAction({ files, ...setup });
    expect(run.server.violations).toEqual([]);
    expect(run.server.uploads[0]!.body).toMatchObject({ ref, commit_sha: run.head });
    expect(results(run)).toBe(1);
    expect(run.outputs).toMatchObject({ 'security-count': '1', 'new-security-count': '', 'upload-status': 'uploaded' });
    expect(run.code).toBe(0);
    expect(run.summary).not.toContain('New in this pull request');
  });

  test('pull_request: all is uploaded for the merge ref; the gate looks at the changed lines', async () => {
    const run = await runAction({
      files,
      pull,
      event: 'pull_request',
      environment: on('pull_request', 'refs/pull/7/merge'),
    });
    expect(run.server.violations).toEqual([]);
    expect(run.server.uploads[0]!.body).toMatchObject({ ref: 'refs/pull/7/merge', commit_sha: run.commits.MERGE });
    expect(results(run)).toBe(2);
    expect(run.outputs).toMatchObject({ 'security-count': '2', 'new-security-count': '1' });
    expect(run.code).toBe(1);
    expect(commands(run)).toEqual([
      '::error::pyverdict: 1 security defect of severity high or above on changed lines (fail-on: high)',
    ]);
    expect(run.summary).toContain('1 of them on lines changed in this pull request.');
    const section = run.summary.split('### New in this pull request')[1]!.split('\n### ')[0]!;
    expect(section).toContain('fresh&#46;py');
    expect(section).not.toContain('old&#46;py');
    expect(section).toContain('Changed lines by the local git');
  });

  test('pull_request that touches nothing of the findings passes', async () => {
    const run = await runAction({
      files,
      pull: { files: { 'app/main.py': 'def main():\n    return 2\n' } },
      event: 'pull_request',
      environment: on('pull_request', 'refs/pull/7/merge'),
    });
    expect(run.outputs).toMatchObject({ 'security-count': '1', 'new-security-count': '0' });
    expect(run.code).toBe(0);
    expect(run.summary).toContain('None of them on lines changed in this pull request.');
    expect(run.summary).toContain('gate passed');
  });

  test('pull_request with its head checked out is compared with the common ancestor', async () => {
    const run = await runAction({
      files,
      pull,
      checkout: 'PR_HEAD',
      event: 'pull_request',
      environment: on('pull_request', 'refs/pull/7/merge', 'MERGE'),
    });
    expect(run.server.uploads[0]!.body).toMatchObject({ ref: 'refs/pull/7/head', commit_sha: run.commits.PR_HEAD });
    expect(run.outputs['new-security-count']).toBe('1');
  });

  test.each(['pull_request-fork', 'pull_request-fork-gone'])(
    '%s: nothing is uploaded; the gate works',
    async (event) => {
      const run = await runAction({ files, pull, event, environment: on('pull_request', 'refs/pull/7/merge') });
      expect(run.server.requests).toEqual([]);
      expect(run.outputs).toMatchObject({ 'upload-status-reason': 'fork', 'new-security-count': '1' });
      expect(run.code).toBe(1);
      expect(run.summary).toContain('read-only token');
    },
  );

  test('pull_request by Dependabot: a refusal is a warning that says what to do', async () => {
    const run = await runAction({
      files,
      event: 'pull_request-dependabot',
      environment: on('pull_request', 'refs/pull/7/merge', 'HEAD', { GITHUB_ACTOR: 'dependabot[bot]' }),
      scenario: { uploads: [locked] },
    });
    expect(run.code).toBe(0);
    expect(run.outputs['upload-status-reason']).toBe('no-permission');
    expect(commands(run)).toEqual([expect.stringContaining('security-events: write')]);
  }, 20_000);

  test('push by Dependabot', async () => {
    const run = await runAction({
      files,
      event: 'push',
      environment: on('push', 'refs/heads/dependabot/x', 'HEAD', { GITHUB_ACTOR: 'dependabot[bot]' }),
      scenario: { uploads: [locked] },
    });
    expect(run.outputs['upload-status-reason']).toBe('dependabot-push');
  }, 20_000);

  test('merge_group: nothing is uploaded; the gate looks at what the queue brings', async () => {
    const run = await runAction({
      files,
      pull,
      event: 'merge_group',
      environment: on('merge_group', 'refs/heads/gh-readonly-queue/main/pr-7-abc'),
    });
    expect(run.server.requests).toEqual([]);
    expect(run.outputs).toMatchObject({ 'upload-status-reason': 'event', 'new-security-count': '1' });
    expect(run.code).toBe(1);
  });

  test.each([
    ['pull_request_target', 'BASE'],
    ['workflow_run', 'BASE'],
  ] as const)('%s: nothing is uploaded without ref and sha, and the gate looks at everything', async (event, sha) => {
    const setup: Setup = { files, pull, checkout: 'PR_HEAD', event, environment: on(event, 'refs/heads/main', sha) };
    const run = await runAction(setup);
    expect(run.server.requests).toEqual([]);
    expect(run.outputs).toMatchObject({ 'upload-status-reason': 'event', 'security-count': '2' });
    expect(run.code).toBe(1);
    expect(run.stdout).toContain(`::warning::On ${event} the commit ${run.commits.PR_HEAD} was scanned`);
    const given = await runAction({ ...setup, inputs: { ref: 'refs/pull/7/head', sha: run.commits.PR_HEAD } });
    expect(given.server.uploads[0]?.body ?? {}).toMatchObject({
      ref: 'refs/pull/7/head',
      commit_sha: run.commits.PR_HEAD,
    });
  });

  test('a checkout of something else than the event is about uploads nothing', async () => {
    const run = await runAction({
      files,
      environment: on('push', 'refs/heads/main', 'HEAD', { GITHUB_SHA: 'f'.repeat(40) }),
    });
    expect(run.server.requests).toEqual([]);
    expect(run.outputs['upload-status-reason']).toBe('unknown-commit');
  });
});

describe('changed lines', () => {
  const shallow: Setup = {
    files,
    pull,
    shallow: true,
    event: 'pull_request',
    environment: on('pull_request', 'refs/pull/7/merge'),
  };
  const compared = (name: string, patch?: string) => ({
    status: 200,
    body: {
      files: [{ filename: name, status: 'added', additions: 5, deletions: 0, changes: 5, ...(patch && { patch }) }],
    },
  });
  const patch = `@@ -0,0 +1,5 @@\n${fresh
    .trimEnd()
    .split('\n')
    .map((line) => `+${line}`)
    .join('\n')}`;

  test('a checkout without history: the API says what changed', async () => {
    const run = await runAction({ ...shallow, scenario: { compare: compared('app/fresh.py', patch) } });
    expect(run.server.violations).toEqual([]);
    expect(run.server.requests.find((request) => request.includes('/compare/'))).toBe(
      `GET /repos/octo/hello/compare/${run.commits.BASE}...${run.commits.MERGE}`,
    );
    expect(run.outputs['new-security-count']).toBe('1');
    expect(run.code).toBe(1);
    expect(run.summary).toContain('compare API');
  });

  test.each<[string, Setup['scenario']]>([
    ['refused', undefined],
    [
      'cut at 300 files',
      {
        compare: {
          status: 200,
          body: { files: Array.from({ length: 300 }, (_, n) => ({ filename: `${n}`, changes: 0 })) },
        },
      },
    ],
    ['unreadable', { compare: compared('app/fresh.py', '@@ what @@\n+x') }],
  ])('%s: everything is shown, nothing fails, and both are said', async (_, scenario) => {
    const run = await runAction({ ...shallow, ...(scenario && { scenario }) });
    expect(run.code).toBe(0);
    expect(run.outputs).toMatchObject({ 'security-count': '2', 'new-security-count': '' });
    expect(commands(run)).toEqual([expect.stringMatching(/^::warning::Nobody could tell which lines changed/)]);
    expect(run.summary).toContain('Nobody could tell which lines changed');
    expect(run.summary).toContain('nobody could tell what changed');
    expect(results(run)).toBe(2);
  });

  test('a file too large for a patch counts as a whole', async () => {
    const run = await runAction({ ...shallow, scenario: { compare: compared('app/old.py') } });
    expect(run.outputs['new-security-count']).toBe('1');
    expect(run.code).toBe(1);
  });

  const guarded = [
    'import os',
    'from flask import Flask, request, send_file',
    '',
    'from app.checks import inside',
    '',
    'app = Flask(__name__)',
    '',
    '',
    '@app.route("/get")',
    'def get():',
    '    name = request.args["name"]',
    '    inside(name)',
    '    return send_file(os.path.join("/srv/files", name))',
    '',
  ].join('\n');
  const check = (body: string): string => `def inside(name):\n    ${body}\n`;
  const strict = check('if name not in ("a.txt", "b.txt"):\n        raise ValueError(name)');

  test('a guard that is weakened in another file brings the flow back as new, and the summary names the guard', async () => {
    const run = await runAction({
      files: { 'app/views.py': guarded, 'app/checks.py': strict, 'app/__init__.py': '' },
      pull: { files: { 'app/checks.py': check('return name') } },
      event: 'pull_request',
      environment: on('pull_request', 'refs/pull/7/merge'),
    });
    expect(run.outputs).toMatchObject({ 'security-count': '1', 'new-security-count': '1' });
    expect(run.code).toBe(1);
    expect(run.summary).toContain('### Changed by this pull request');
    expect(run.summary).toMatch(/1 check that held untrusted data back does not any more/);
  });

  test('a comment that the pull request adds takes effect and is listed', async () => {
    const run = await runAction({
      files,
      pull: { files: { 'app/fresh.py': fresh.replace('verify=False)', 'verify=False)  # nosec') } },
      event: 'pull_request',
      environment: on('pull_request', 'refs/pull/7/merge'),
    });
    expect(run.code).toBe(0);
    expect(run.outputs).toMatchObject({ 'new-security-count': '0', 'suppressed-count': '1' });
    expect(run.summary).toContain('1 finding is accepted by a comment it adds');
  });

  test('a path that somebody accepted is back where the pull request weakens a check on it', async () => {
    const [views, check] = ['app/views.py', '    if not plausible(name):\n        return "no"\n'];
    const before = `import sqlite3
from flask import Flask, request
from app.checks import plausible

app = Flask(__name__)


@app.get("/")
def one():
    name = request.args["name"]
${check}    return sqlite3.connect("x").execute("select * from t where name = '%s'" % name)
`;
    const others = { 'app/__init__.py': '', 'app/checks.py': 'def plausible(name):\n    return name.isprintable()\n' };
    const directory = temporaryDirectory({ ...others, [views]: before });
    const written = await runCommand(directory, 'suppress', `${views}:13`, 'PV101', 'read', 'by', 'two');
    expect(written.stdout).toContain('wrote "# pyverdict: ignore[PV101 path=');
    const accepted = readFileSync(join(directory, views), 'utf8');
    const run = (text: string): Promise<Run> =>
      runAction({
        files: { ...others, [views]: accepted },
        pull: { files: { [views]: text } },
        event: 'pull_request',
        environment: on('pull_request', 'refs/pull/7/merge'),
      });
    const weakened = await run(accepted.replace(check, ''));
    expect(weakened.outputs).toMatchObject({
      'security-count': '1',
      'new-security-count': '1',
      'suppressed-count': '0',
    });
    expect(weakened.code).toBe(1);
    const section = plain(weakened.summary).split('### Changed by this pull request')[1]!.split('\n### ')[0]!;
    expect(section).toContain('1 finding that a comment accepts is back:');
    expect(section).toMatch(/PV101 .*: a check on the way has changed since # pyverdict: ignore\[PV101 path=/);
    expect(plain(weakened.summary)).toContain(
      'A comment accepts this, but a check on the way has changed since: look again',
    );
    const moved = await run(`# Pages.\n${accepted}`);
    expect(moved.outputs).toMatchObject({ 'security-count': '0', 'suppressed-count': '1' });
    expect(moved.code).toBe(0);
  });

  test('a renamed file: what it had is not new', async () => {
    const run = await runAction({
      files,
      pull: { files: { 'app/old.py': undefined, 'lib/moved.py': old } },
      event: 'pull_request',
      environment: on('pull_request', 'refs/pull/7/merge'),
    });
    expect(run.outputs).toMatchObject({ 'security-count': '1', 'new-security-count': '0' });
    expect(run.code).toBe(0);
  });

  test('what is uploaded does not depend on the scope', async () => {
    const upload = async (scope: string): Promise<unknown> => {
      const run = await runAction({
        files,
        pull,
        event: 'pull_request',
        environment: on('pull_request', 'refs/pull/7/merge'),
        inputs: { scope },
      });
      return (run.server.uploads[0]!.sarif.runs[0]!.results as { partialFingerprints: unknown }[]).map(
        ({ partialFingerprints }) => partialFingerprints,
      );
    };
    const [all, lines, news] = [await upload('all'), await upload('changed-lines'), await upload('new')];
    expect(lines).toEqual(all);
    expect(news).toEqual(all);
  }, 30_000);
});

describe('a pull request is judged by the configuration it starts from', () => {
  const event: Setup = { event: 'pull_request', environment: on('pull_request', 'refs/pull/7/merge') };
  const withConfiguration = (text: string): Setup => ({
    files,
    pull: { files: { ...pull.files, 'pyverdict.toml': text } },
    ...event,
  });

  test.each([
    ['ignore = ["security"]', 'ignore'],
    ['exclude = ["app/**"]', 'exclude'],
    ['fail-on = "none"', 'fail-on'],
    ['[[per-path]]\npaths = ["app/**"]\nselect = ["practice"]', 'per-path'],
    ['min-severity = "critical"', 'min-severity'],
  ])('%j takes nothing away', async (text, key) => {
    const run = await runAction(withConfiguration(text));
    expect(run.code).toBe(1);
    expect(run.outputs).toMatchObject({ 'security-count': '2', 'new-security-count': '1' });
    const section = run.summary.split('### Changed by this pull request')[1]!.split('\n### ')[0]!;
    expect(section).toContain(key.replaceAll('-', '&#45;'));
    expect(section).toContain('takes effect once it is merged');
    if (key !== 'fail-on') expect(section).toContain('2 findings would be left out by it, and count all the same');
  });

  test('without history the API has it', async () => {
    const contents = { 'pyverdict.toml': 'fail-on = "critical"\n' };
    const run = await runAction({
      files: { ...files, ...contents },
      pull: { files: { ...pull.files, 'pyverdict.toml': 'fail-on = "low"\n' } },
      shallow: true,
      ...event,
      scenario: {
        contents,
        compare: { status: 200, body: { files: [{ filename: 'app/fresh.py', status: 'added', changes: 5 }] } },
      },
    });
    expect(run.server.violations).toEqual([]);
    expect(run.code).toBe(0);
    expect(run.summary).toContain('gate passed');
    expect(run.summary).toContain('takes effect once it is merged');
  });

  test('an unchanged configuration is no change', async () => {
    const run = await runAction({ files: { ...files, 'pyverdict.toml': 'fail-on = "critical"\n' }, pull, ...event });
    expect(run.code).toBe(0);
    expect(run.summary).not.toContain('takes effect once it is merged');
  });

  test('a mistake in the base does not keep its own correction from being reviewed', async () => {
    const run = await runAction({
      files: { ...files, 'pyverdict.toml': 'fial-on = "low"\n' },
      pull: { files: { 'pyverdict.toml': 'fail-on = "low"\n' } },
      ...event,
    });
    expect(run.code).toBe(0);
    expect(run.summary).toContain('built-in settings');
  });

  test('a mistake in the pull request fails with its line', async () => {
    const run = await runAction(withConfiguration('\nfail-on = "nome"\n'));
    expect(run.code).toBe(1);
    expect(commands(run)[0]).toContain('pyverdict.toml:2: fail-on: "nome" is not one of none');
  });
});

/** What a reader sees of it. */
function plain(markdown: string): string {
  return markdown
    .replace(/<\/?code>/g, '')
    .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
    .replaceAll('\\', '');
}

describe('a pull request is judged by the rules and models it starts from', () => {
  const event: Setup = { event: 'pull_request', environment: on('pull_request', 'refs/pull/7/merge') };
  const rule = (lock: string): string => `code: ACME101
id: ledger-unsafe
title: Ledger opened without its lock
category: security
tier: defect
severity: 7.4
precision: high
test: note
cwe: [667]
detector: usage
uses: [{ call: acme.open_ledger, where: { lock: ${lock} } }]
message: "{name} opens the ledger without its lock."
why: Two writers lose entries.
fix: Leave lock at its default.
bad:
  - name: no lock
    code: acme.open_ledger(lock=False)  # finding
    expect: [{ line: 1, message: "acme.open_ledger opens the ledger without its lock." }]
good: [{ name: default, code: acme.open_ledger() }]
`;
  const sink = '- { call: acme.ask, arg: 0, kind: sink:sql }\n';
  const sanitizer = '- { call: urllib.parse.unquote, arg: 0, kind: sanitizer:sql }\n';
  const handler = (body: string): string =>
    `import acme\nfrom urllib.parse import unquote\nfrom flask import Flask, request\n\napp = Flask(__name__)\n\n\n@app.get("/")\ndef one():\n    return ${body}\n`;
  const own = { '.pyverdict/models/acme.yml': sink, '.pyverdict/rules/ledger-unsafe.yml': rule('false') };
  const asked = handler('acme.ask("select " + unquote(request.args["q"]))');
  const changes: Setup = {
    files: { ...own, 'app/one.py': 'x = 1\n' },
    pull: {
      files: {
        'app/one.py': asked,
        'app/two.py': 'import acme\n\nacme.open_ledger(lock=False)\n',
        '.pyverdict/models/acme.yml': sink + sanitizer,
        '.pyverdict/rules/ledger-unsafe.yml': undefined,
      },
    },
    ...event,
  };

  test('what its own would take away is listed, and counts all the same', async () => {
    const run = await runAction(changes);
    expect(run.outputs).toMatchObject({ 'security-count': '2', 'new-security-count': '2' });
    expect(run.code).toBe(1);
    const section = plain(run.summary).split('### Changed by this pull request')[1]!.split('\n### ')[0]!;
    expect(section).toContain('.pyverdict/models/acme.yml');
    expect(section).toContain(
      'It adds what takes findings away: sanitizer:sql urllib.parse.unquote (.pyverdict/models/acme.yml line 2)',
    );
    expect(section).toContain('1 finding would be left out by it, and counts all the same');
    expect(plain(run.summary)).toContain('1 rule and 1 model entry of its own');
  });

  test('without history the API has them', async () => {
    const run = await runAction({
      ...changes,
      shallow: true,
      scenario: {
        contents: own,
        compare: {
          status: 200,
          body: { files: ['app/one.py', 'app/two.py'].map((filename) => ({ filename, status: 'added', changes: 5 })) },
        },
      },
    });
    expect(run.server.violations).toEqual([]);
    expect(run.outputs).toMatchObject({ 'security-count': '2', 'new-security-count': '2' });
    expect(run.code).toBe(1);
  });

  test('once they are merged they count; what of them takes findings away is named', async () => {
    const run = await runAction({
      files: { ...own, '.pyverdict/models/acme.yml': sink + sanitizer, 'app/one.py': asked },
    });
    expect(run.outputs).toMatchObject({ 'security-count': '0' });
    expect(plain(run.summary)).toContain(
      'These of its entries take findings away: urllib.parse.unquote (sanitizer:sql; .pyverdict/models/acme.yml line 2).',
    );
  });

  test('a mistake in the pull request fails with its line', async () => {
    const run = await runAction({
      ...changes,
      pull: { files: { '.pyverdict/rules/ledger-unsafe.yml': rule('false').replace('tier:', 'teir:') } },
    });
    expect(run.code).toBe(1);
    expect(commands(run)[0]).toContain('.pyverdict/rules/ledger-unsafe.yml:5: teir: unknown field; did you mean tier?');
  });
});
