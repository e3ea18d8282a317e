// The README's quick start as somebody new goes through it: an empty repository, a first scan, `pyverdict init`, and the workflow it
// writes run for each of its events, in a child process as a runner does it and by GitHub's `@github/local-action`. What is taken
// for granted: the two actions are at the commits that were put in, and a runner calls them; only GitHub can show that.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Log } from 'sarif';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Run, Setup } from '../action/run-action.ts';
import { builtDist, commands, runAction, runCommand, startJob, useAction } from '../action/run-action.ts';
import { temporaryDirectory } from '../options/temporary-directory.ts';
import { runLocalAction } from './local-action.ts';
import { validateSarif } from './validate-sarif.mjs';

const root = realpathSync(fileURLToPath(new URL('../..', import.meta.url)));

interface Workflow {
  readonly name: string;
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: object;
  readonly jobs: {
    readonly pyverdict: {
      readonly 'runs-on': string;
      readonly permissions: object;
      readonly steps: readonly { readonly uses: string; readonly with?: Readonly<Record<string, unknown>> }[];
    };
  };
}

const app = `"""Notes in SQLite, over HTTP."""
import sqlite3

from flask import Flask, jsonify, request

app = Flask(__name__)


def notes(text):
    with sqlite3.connect("notes.db") as db:
        return db.execute("select id, text from notes where text like ?", (f"%{text}%",)).fetchall()


@app.get("/notes")
def search():
    return jsonify(notes(request.args.get("q", "")))
`;
const change = app
  .replace('like ?", (f"%{text}%",)).fetchall()', `like '%" + text + "%'").fetchall()`)
  .replace('Notes in SQLite', 'Notes in a file of SQLite');

const failure = 'pyverdict: 1 security defect of severity high or above on changed lines (fail-on: high)';

useAction();

interface Started {
  readonly files: Readonly<Record<string, string>>;
  readonly workflow: Workflow;
}

let beginning: Promise<Started> | undefined;

/** The files of somebody who did what the README says. */
function started(): Promise<Started> {
  return (beginning ??= start());
}

async function start(): Promise<Started> {
  const directory = temporaryDirectory();
  execFileSync('git', ['init', '-q', '-b', 'trunk'], { cwd: directory });
  const empty = await runCommand(directory, 'scan');
  expect(empty).toMatchObject({ code: 2, stderr: expect.stringContaining('no Python file') as string });

  write(directory, { 'app/__init__.py': '', 'app/notes.py': app });
  const first = await runCommand(directory, 'scan');
  expect(first.code).toBe(0);
  expect(first.stdout).toMatch(/^No explicit security defects found in what was analysed: 2 Python files/);

  const { code, stdout } = await runCommand(directory, 'init');
  expect({ code, stdout }).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('Wrote pyverdict.toml.') as string,
  });
  const paths = ['.github/workflows/pyverdict.yml', 'pyverdict.toml', 'app/__init__.py', 'app/notes.py'];
  const files = Object.fromEntries(paths.map((path) => [path, readFileSync(join(directory, path), 'utf8')]));
  return { files, workflow: parse(files['.github/workflows/pyverdict.yml']!) as Workflow };
}

function write(directory: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), text);
  }
}

/** What the workflow asks for, in the words of the harness. */
async function job(event: 'push' | 'pull_request' | 'schedule'): Promise<Setup> {
  const { files, workflow } = await started();
  expect(Object.keys(workflow.on)).toContain(event);
  const [checkout, step, ...more] = workflow.jobs.pyverdict.steps;
  expect([checkout?.uses.split('@')[0], step?.uses.split('@')[0], more]).toEqual([
    'actions/checkout',
    'OWNER/pyverdict',
    [],
  ]);
  const inputs = Object.entries(step!.with ?? {}).map(([name, value]) => [name, String(value)]);
  return {
    files,
    shallow: checkout!.with?.['fetch-depth'] !== 0,
    inputs: Object.fromEntries(inputs) as Record<string, string>,
    event,
    environment: () => ({
      GITHUB_EVENT_NAME: event,
      GITHUB_REF: event === 'pull_request' ? 'refs/pull/7/merge' : 'refs/heads/main',
      GITHUB_ACTION_REPOSITORY: step!.uses.split('@')[0]!,
    }),
    ...(event === 'pull_request' && { pull: { files: { 'app/notes.py': change } } }),
  };
}

/** What has to hold of the run, whoever started it. */
function expectVerdict(
  run: Run,
  event: 'push' | 'pull_request' | 'schedule',
  status: Readonly<Record<string, string>>,
): void {
  const defects = event === 'pull_request' ? '1' : '0';
  expect(run.outputs).toMatchObject({
    verdict: defects === '0' ? 'no-explicit-defects' : 'defects',
    'security-count': defects,
    'files-analysed': '2',
    'files-not-analysed': '0',
    'new-security-count': event === 'pull_request' ? '1' : '',
    ...status,
  });
  expect(run.summary).toContain(
    defects === '0'
      ? 'No explicit security defects found in what was analysed: 2 Python files'
      : '1 security defect found: 1 high. 1 of them on lines changed in this pull request.',
  );
  const sarif = JSON.parse(run.read(run.outputs['sarif-file']!)) as Log;
  expect(sarif.runs[0]!.results?.map(({ ruleId }) => ruleId)).toEqual(defects === '0' ? [] : ['PV101']);
  expect(JSON.parse(run.read(run.outputs['json-file']!))).toMatchObject({ verdict: run.outputs['verdict'] });
  const file = join(temporaryDirectory(), 'results.sarif');
  writeFileSync(file, JSON.stringify(sarif));
  expect(validateSarif(file)).toEqual([]);
}

test('the README shows the workflow that init writes', async () => {
  const { workflow } = await started();
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const shown = parse(/```yaml\n(name: pyverdict\n[\s\S]*?)```/.exec(readme)![1]!) as Workflow;
  // The branch is the one that is checked out; where a commit belongs stands a word; an event without settings is null or empty.
  const plain = (given: Workflow): unknown =>
    JSON.parse(
      JSON.stringify({ ...given, on: { ...given.on, pull_request: given.on['pull_request'] ?? {} } })
        .replaceAll('"trunk"', '"main"')
        .replace(/@(?:<full commit hash>|FULL_COMMIT_HASH)/g, ''),
    );
  expect(plain(workflow)).toEqual(plain(shown));
});

describe.each(['push', 'pull_request', 'schedule'] as const)('%s', (event) => {
  test('in a child process', async () => {
    const run = await runAction(await job(event));
    expectVerdict(run, event, { 'upload-status': 'uploaded' });
    expect(run.server.violations).toEqual([]);
    expect(run.server.uploads).toHaveLength(1);
    expect(run.code).toBe(event === 'pull_request' ? 1 : 0);
    expect(commands(run)).toEqual(event === 'pull_request' ? [`::error::${failure}`] : []);
  });
});

// Their own words for it: "supports non-transpiled action code only". So the sources show that it can run this Action, and dist/ runs in it
// with the toolkit that is built in, which writes the files of the runner itself.
describe('by local-action', () => {
  test('pull_request: the sources, with the toolkit that it puts in place', async () => {
    const started = await startJob(await job('pull_request'));
    const run = await runLocalAction(started, root, 'test/conformance/local-action-entry.ts');
    expectVerdict(run, 'pull_request', { 'upload-status': 'uploaded' });
    expect(run.server.violations).toEqual([]);
    expect(run.server.uploads).toHaveLength(1);
    expect(run.stdout).toContain(failure);
    // Where node_modules is a link it does not find what it would replace.
    expect(run.stdout).toContain('::set-output name=verdict::defects');
  });

  test('push: action.yml and dist/, with the toolkit that is built in', async () => {
    const started = await startJob(await job('push'));
    const run = await runLocalAction(started, builtAction(), 'entry.mjs');
    expectVerdict(run, 'push', { 'upload-status': 'uploaded' });
    expect(run.server.violations).toEqual([]);
    expect(run.server.uploads).toHaveLength(1);
    expect(run.stdout).toContain('No outputs were set!');
  });
});

/** A folder as a release has it. */
function builtAction(): string {
  const directory = temporaryDirectory({
    'package.json': '{ "name": "built", "type": "module" }',
    'entry.mjs': "export const run = () => import('./dist/index.js');\n",
  });
  cpSync(join(root, 'action.yml'), join(directory, 'action.yml'));
  cpSync(builtDist(), join(directory, 'dist'), { recursive: true });
  return directory;
}
