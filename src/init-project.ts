// `pyverdict init`: a workflow and a configuration to begin with. In: the checkout. Out: what was written, as a text. Files that
// are there stay as they are, and nothing is written through a link.
import { lstatSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { writeResultFile } from './deliver/write-file.ts';
import { safeLines } from './deliver/terminal-log.ts';
import { runGit } from './discover/run-git.ts';
import { ruleTable } from './findings/rule-view.ts';
import type { ForeignSettings, Translated } from './options/foreign-settings.ts';
import { readForeignSettings } from './options/foreign-settings.ts';
import { visibleText } from './report/text/visible-text.ts';
import { bundle } from './rules/bundle.ts';

/** Writes what is missing below `directory`; the answer says what was done and what is left to do. */
export async function initProject(directory: string): Promise<string> {
  const root = realpathSync(directory);
  const foreign = await readForeignSettings(root, ruleTable(bundle.rules));
  const files: readonly (readonly [string, string])[] = [
    ['.github/workflows/pyverdict.yml', workflowText(await branchOf(root))],
    ['pyverdict.toml', configurationText(foreign)],
  ];
  const lines = files.map(([path, text]) => {
    if (lstatSync(join(root, path), { throwIfNoEntry: false }) !== undefined)
      return `${path} is there already and stays as it is.`;
    writeResultFile(join(root, path), text, root);
    return `Wrote ${path}.`;
  });
  if (foreign.read.length > 0) lines.push(`Read ${foreign.read.join(', ')}.`);
  if (foreign.broken.length > 0) lines.push(`Could not read ${foreign.broken.join(', ')}.`);
  if (foreign.unknown.length > 0)
    lines.push(`No rule here answers to ${foreign.unknown.join(', ')}: nothing has to be switched off.`);
  lines.push('In the workflow, put full commit hashes where it says so.');
  return safeLines(`${lines.map(visibleText).join('\n')}\n`);
}

async function branchOf(root: string): Promise<string> {
  for (const name of ['refs/remotes/origin/HEAD', 'HEAD']) {
    const answer = await runGit(root, ['symbolic-ref', '--quiet', '--short', name]);
    const branch = answer.ok
      ? answer.stdout
          .toString('utf8')
          .trim()
          .replace(/^origin\//, '')
      : '';
    if (branch !== '') return branch;
  }
  return 'main';
}

function workflowText(branch: string): string {
  // JSON's strings are YAML's: whatever the branch is called, it stays a text.
  return `name: pyverdict
on:
  push:
    # Every branch that pull requests go to: without an analysis of it GitHub cannot tell which alerts a pull request brings.
    branches: [${JSON.stringify(branch)}]
  pull_request:
  schedule:
    - cron: "23 4 * * 1"
permissions: {}
jobs:
  pyverdict:
    runs-on: ubuntu-latest
    permissions:
      contents: read
      security-events: write
    steps:
      - uses: actions/checkout@FULL_COMMIT_HASH
        with:
          persist-credentials: false
          # So that the commit a pull request starts from can be scanned too.
          fetch-depth: 0
      - uses: OWNER/pyverdict@FULL_COMMIT_HASH
`;
}

function configurationText({ ignore, exclude, perPath, read }: ForeignSettings): string {
  const from =
    read.length === 0
      ? []
      : [`# With what ${commentText(read.join(', '))} said. Look through it: a rule here may find more than theirs.`];
  return [
    '# Settings of pyverdict; docs/options.md lists them all.',
    ...from,
    '',
    '# Globs of files to leave out, as in .gitignore.',
    ...arrayText('exclude', exclude),
    '',
    '# Rules not to run.',
    ...arrayText('ignore', ignore),
    '',
    '# Severity of security defects that fails a pull request: none, critical, high, medium, low.',
    'fail-on = "high"',
    ...perPath.flatMap((one) => [
      '',
      '[[per-path]]',
      `paths = [${quoted(one.path)}]`,
      ...arrayText('ignore', one.ignore),
    ]),
    '',
  ].join('\n');
}

function arrayText(key: string, items: readonly Translated[]): string[] {
  if (items.length === 0) return [`${key} = []`];
  return [
    `${key} = [`,
    ...items.map(({ ours, theirs }) => {
      const note = theirs.length === 1 && theirs[0] === ours ? '' : ` # ${commentText(theirs.join(', '))}`;
      return `  ${quoted(ours)},${note}`;
    }),
    ']',
  ];
}

/** TOML's basic strings are JSON's, but for one character. */
function quoted(text: string): string {
  return JSON.stringify(text.replace(/\p{Surrogate}/gu, '\uFFFD')).replaceAll('\x7f', '\\u007F');
}

function commentText(text: string): string {
  return visibleText(text).slice(0, 200);
}
