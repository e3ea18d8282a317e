// The Action as a runner starts it: a process with INPUT_* and GITHUB_*, against a server on the loopback address.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { parse } from 'yaml';
import type { Ended } from '../built-dist.ts';
import { actionNode, runNode, useBuiltDist } from '../built-dist.ts';
import type { FakeGitHub, Scenario } from '../fake-github/server.ts';
import { startFakeGitHub } from '../fake-github/server.ts';
import { temporaryDirectory } from '../options/temporary-directory.ts';

export const token = 'ghs_not_a_real_token_0123456789';
const harmless = { 'app/main.py': 'def main():\n    return 1\n' };

let dist: () => string = () => '';

/** Builds the Action before the tests of a file. */
export function useAction(): void {
  dist = useBuiltDist();
}

/** Runs the command line of the same build. */
export function runCommand(cwd: string, ...args: string[]): Promise<Ended> {
  return runNode([join(dist(), 'cli.js'), ...args], cwd);
}

type Files = Readonly<Record<string, string | undefined>>;

/** Commits of the repository by the name the recorded events have for them. */
export interface Commits {
  /** Tip of the branch to merge into. */
  readonly BASE: string;
  /** The pull request's own last commit; without one the same as BASE. */
  readonly PR_HEAD: string;
  /** Both merged. */
  readonly MERGE: string;
  /** What is checked out. */
  readonly HEAD: string;
}

export interface Setup {
  /** First commit. */
  readonly files?: Files;
  /** A pull request: its commit on top of the first one, and perhaps one on the branch it goes to. */
  readonly pull?: { readonly files: Files; readonly base?: Files };
  /** What the workflow checks out. Default: the merge, as `actions/checkout` does on `pull_request`. */
  readonly checkout?: keyof Commits;
  /** One commit without history, as `actions/checkout` fetches. Default: all of it. */
  readonly shallow?: boolean;
  readonly scenario?: Scenario;
  readonly inputs?: Readonly<Record<string, string>>;
  /** Environment of the event; `head` stands for the commit of the checkout. */
  readonly environment?: (head: string, commits: Commits) => Readonly<Record<string, string>>;
  /** Pauses end at once and are noted. */
  readonly quick?: boolean;
  /** Modules that are loaded before the Action. */
  readonly preload?: readonly string[];
  /** Gives the process the file for variables that later steps see. */
  readonly exports?: boolean;
  /** The payload, or the name of a recorded one. */
  readonly event?: string | ((head: string) => unknown);
}

export interface Run extends Ended {
  readonly server: FakeGitHub;
  readonly head: string;
  readonly commits: Commits;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  /** Seconds of each pause, rounded down, if they were noted. */
  readonly pauses: readonly number[];
  /** PYVERDICT_UPLOADED as later steps see it. */
  readonly exported: string | undefined;
  readonly read: (path: string) => string;
  /** Everything the run wrote or sent, for what must not be in it. */
  readonly everything: () => string[];
}

/** What a runner has ready before a step starts. */
export interface Job {
  readonly directory: string;
  readonly workspace: string;
  readonly server: FakeGitHub;
  readonly commits: Commits;
  readonly environment: Readonly<Record<string, string>>;
}

/** Runs the Action as a runner does. */
export async function runAction(setup: Setup): Promise<Run> {
  const job = await startJob(setup);
  const modules = [
    ...(setup.quick === true ? [new URL('quick-clock.mjs', import.meta.url).href] : []),
    ...(setup.preload ?? []),
  ];
  const preload = modules.flatMap((module) => ['--import', module]);
  const environment = { ...job.environment, PAUSES: join(job.directory, 'pauses') };
  return endJob(job, await runNode([...preload, join(dist(), 'index.js')], job.workspace, environment, actionNode));
}

/** The folder with what is run. */
export function builtDist(): string {
  return dist();
}

/** Makes the repository, checks it out, starts the server and fills in what the event and the inputs say. */
export async function startJob(setup: Setup): Promise<Job> {
  const server = await startFakeGitHub(setup.scenario);
  onTestFinished(() => server.close());
  const directory = temporaryDirectory({ output: '', summary: '', variables: '', pauses: '' });
  const workspace = join(directory, 'workspace');
  const commits = prepare(directory, workspace, setup);
  const head = commits.HEAD;
  writeFileSync(join(directory, 'event.json'), eventText(setup.event, commits));

  const environment = {
    GITHUB_ACTIONS: 'true',
    GITHUB_API_URL: server.url,
    GITHUB_SERVER_URL: 'https://github.example',
    GITHUB_REPOSITORY: 'octo/hello',
    GITHUB_EVENT_NAME: 'push',
    GITHUB_REF: 'refs/heads/main',
    GITHUB_SHA: head,
    GITHUB_ACTOR: 'octocat',
    GITHUB_RUN_ID: '4242424242',
    GITHUB_RUN_NUMBER: '7',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_WORKSPACE: workspace,
    GITHUB_OUTPUT: join(directory, 'output'),
    GITHUB_STEP_SUMMARY: join(directory, 'summary'),
    ...(setup.exports === true && { GITHUB_ENV: join(directory, 'variables') }),
    GITHUB_EVENT_PATH: join(directory, 'event.json'),
    ...inputDefaults(workspace),
    'INPUT_WAIT-FOR-PROCESSING': 'false',
    ...Object.fromEntries(
      Object.entries(setup.inputs ?? {}).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
    ),
    ...setup.environment?.(head, commits),
  };
  return { directory, workspace, server, commits, environment };
}

/** Reads what the step has left behind. */
export function endJob({ directory, workspace, server, commits }: Job, ended: Ended): Run {
  const read = (path: string): string => readFileSync(join(workspace, path), 'utf8');
  const run = {
    ...ended,
    server,
    head: commits.HEAD,
    commits,
    outputs: readOutputs(join(directory, 'output')),
    exported: readOutputs(join(directory, 'variables'))['PYVERDICT_UPLOADED'],
    summary: readFileSync(join(directory, 'summary'), 'utf8'),
    pauses: readFileSync(join(directory, 'pauses'), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => Math.floor(Number(line) / 1000)),
    read,
  };
  const everything = (): string[] => [
    run.stderr,
    run.summary,
    JSON.stringify(run.outputs),
    ...['results.sarif', 'results.json', 'summary.md'].map((name) => read(`pyverdict-results/${name}`)),
    ...server.uploads.map(({ body, sarif }) => JSON.stringify([body, sarif])),
  ];
  return { ...run, everything };
}

/** Makes a repository with the commits of the setup, and the workspace as a clone of one of them. */
function prepare(directory: string, workspace: string, setup: Setup): Commits {
  const origin = join(directory, 'origin');
  mkdirSync(origin);
  const git = (...args: string[]): string =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.example', ...args], {
      cwd: origin,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  const commit = (files: Files): string => {
    for (const [path, text] of Object.entries(files)) {
      if (text === undefined) {
        rmSync(join(origin, path));
        continue;
      }
      mkdirSync(dirname(join(origin, path)), { recursive: true });
      writeFileSync(join(origin, path), text);
    }
    git('add', '-A');
    git('commit', '-q', '--allow-empty', '-m', 'a commit');
    return git('rev-parse', 'HEAD');
  };
  git('init', '-q', '-b', 'main');
  const first = commit(setup.files ?? harmless);
  git('checkout', '-q', '-b', 'feature');
  const own = setup.pull === undefined ? first : commit(setup.pull.files);
  git('checkout', '-q', 'main');
  const base = setup.pull?.base === undefined ? first : commit(setup.pull.base);
  git('checkout', '-q', '-b', 'merged');
  if (setup.pull !== undefined) git('merge', '-q', '--no-ff', '-m', 'merge', 'feature');
  const commits = { BASE: base, PR_HEAD: own, MERGE: git('rev-parse', 'HEAD') };
  const head = setup.checkout === undefined ? commits.MERGE : { ...commits, HEAD: commits.MERGE }[setup.checkout];
  git('branch', 'checkout', head);
  const depth = setup.shallow === true ? ['--depth', '1', '--single-branch'] : [];
  git('clone', '-q', ...depth, '--branch', 'checkout', `file://${origin}`, workspace);
  return { ...commits, HEAD: head };
}

function eventText(event: Setup['event'], commits: Commits): string {
  if (typeof event !== 'string') return JSON.stringify(event?.(commits.HEAD) ?? {});
  const recorded = readFileSync(new URL(`events/${event}.json`, import.meta.url), 'utf8');
  return recorded.replace(/"(BASE|PR_HEAD|MERGE|HEAD)"/g, (_, name: keyof Commits) => JSON.stringify(commits[name]));
}

/** What the runner fills in: the defaults of action.yml, with the expressions replaced. */
function inputDefaults(workspace: string): Record<string, string> {
  const { inputs } = parse(readFileSync(new URL('../../action.yml', import.meta.url), 'utf8')) as {
    inputs: Record<string, { default?: string }>;
  };
  return Object.fromEntries(
    Object.entries(inputs).map(([name, { default: value = '' }]) => [
      `INPUT_${name.toUpperCase()}`,
      value.replace('${{ github.workspace }}', workspace).replace('${{ github.token }}', token),
    ]),
  );
}

/** The runner's file format: `name<<delimiter`, lines, delimiter. */
function readOutputs(file: string): Record<string, string> {
  const text = readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
  return Object.fromEntries(
    [...text.matchAll(/^([\w-]+)<<(\S+)\n([\s\S]*?)\n?\2$/gm)].map((match) => [match[1]!, match[3]!]),
  );
}

/** Lines a runner would execute, the masking of the token left out. */
export function commands(run: Run): string[] {
  return `${run.stdout}\n${run.stderr}`
    .split('\n')
    .filter((line) => /^\s*::|##\[/.test(line) && line !== `::add-mask::${token}`);
}
