// Commands beside `scan`, as processes.
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Ended } from '../built-dist.ts';
import { runNode, useBuiltDist } from '../built-dist.ts';
import { fromCommandLine } from '../../src/options/from-command-line.ts';
import { readSettings } from '../../src/options/read-settings.ts';
import { temporaryDirectory } from '../options/temporary-directory.ts';

const dist = useBuiltDist();
const run = (cwd: string, ...args: string[]): Promise<Ended> => runNode([join(dist(), 'cli.js'), ...args], cwd);
const defect = 'import requests\n\nrequests.get("https://example.org", verify=False)\n';
const text = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

test('baseline: what is known does not fail, what comes after does', async () => {
  const directory = temporaryDirectory({ 'a.py': defect });
  const written = await run(directory, 'baseline');
  expect(written).toMatchObject({ code: 0, stderr: '' });
  expect(written.stdout).toContain('pyverdict scan --baseline pyverdict-baseline.sarif');
  expect((await run(directory, 'scan', '--quiet', '--baseline', 'pyverdict-baseline.sarif')).code).toBe(0);
  const other = temporaryDirectory({ 'a.py': `${defect}requests.get("https://example.net", verify=False)\n` });
  const baseline = join(directory, 'pyverdict-baseline.sarif');
  expect((await run(other, 'scan', '--quiet', '--baseline', baseline)).code).toBe(1);
});

test('compare: an alert is confirmed, contradicted with the reason, or outside', async () => {
  const code = [
    'import os',
    'import sqlite3',
    'from flask import request',
    'def one(db: sqlite3.Connection):',
    '    db.execute("select * from t where name = \'%s\'" % request.args["q"])',
    'def two(db: sqlite3.Connection):',
    '    db.execute("select * from t where id = %d" % int(request.args["q"]))',
    '',
  ].join('\n');
  const alert = (line: number, ruleId = 'B608') => ({
    ruleId,
    locations: [{ physicalLocation: { artifactLocation: { uri: 'a.py' }, region: { startLine: line } } }],
  });
  const log = {
    runs: [{ tool: { driver: { name: 'Bandit' } }, results: [alert(5), alert(7), alert(1, 'B404\u001b[31m')] }],
  };
  const directory = temporaryDirectory({ 'a.py': code, 'other.sarif': JSON.stringify(log) });
  const { code: exit, stdout, stderr } = await run(directory, 'compare', 'other.sarif');
  expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
  expect(stdout).toContain('3 alerts: 1 confirmed, 1 contradicted, 0 not found');
  expect(stdout).toMatch(/a\.py:5 B608 \(Bandit\)\n {2}PV\d+: .*The value comes from a\.py:5/);
  expect(stdout).toMatch(/a\.py:7 B608 \(Bandit\)\n {2}What reaches the call is (?:constant or bound|cleaned by int)/);
  expect(stdout).not.toContain('\u001b');
  expect((await run(directory, 'compare')).code).toBe(2);
  expect((await run(directory, 'compare', 'none.sarif')).stderr).toContain('none.sarif does not exist');
});

describe('init', () => {
  test('writes a workflow and a configuration that are valid, with what Bandit was told', async () => {
    const directory = temporaryDirectory({
      'a.py': defect,
      '.bandit': '[bandit]\nskips: B608,B101\nexclude: build\n',
      'ruff.toml': '[lint.per-file-ignores]\n"tests/*" = ["S602"]\n',
    });
    const { code, stdout } = await run(directory, 'init');
    expect(code).toBe(0);
    expect(stdout).toContain('Wrote .github/workflows/pyverdict.yml.\nWrote pyverdict.toml.\nRead .bandit, ruff.toml.');
    expect(stdout).toContain('No rule here answers to B101');
    const settings = await readSettings(readFileSync(join(directory, 'pyverdict.toml'), 'utf8'), 'pyverdict.toml');
    expect(settings?.settings.ignore?.length).toBeGreaterThan(0);
    expect(settings?.settings.exclude).toEqual(['build']);
    expect(settings?.perPath[0]?.paths).toEqual(['tests/**']);
    const workflow = parse(readFileSync(join(directory, '.github/workflows/pyverdict.yml'), 'utf8')) as {
      permissions: object;
      jobs: { pyverdict: { permissions: object } };
    };
    expect(workflow.permissions).toEqual({});
    expect(workflow.jobs.pyverdict.permissions).toEqual({ contents: 'read', 'security-events': 'write' });
    expect((await run(directory, 'scan', '--quiet')).code).toBe(1);
    expect((await run(directory, 'init')).stdout).toContain('pyverdict.toml is there already and stays as it is.');
  });

  test('writes through no link', async () => {
    const outside = temporaryDirectory();
    const directory = temporaryDirectory({ 'a.py': '' });
    symlinkSync(outside, join(directory, '.github'));
    symlinkSync(join(outside, 'x.toml'), join(directory, 'pyverdict.toml'));
    expect((await run(directory, 'init')).code).not.toBe(0);
    expect([existsSync(join(outside, 'workflows')), existsSync(join(outside, 'x.toml'))]).toEqual([false, false]);
  });
});

test('the hook of pre-commit runs a command there is', () => {
  const [hook] = parse(text('.pre-commit-hooks.yaml')) as {
    id: string;
    entry: string;
    args: string[];
    language: string;
  }[];
  expect(hook).toMatchObject({ id: 'pyverdict', language: 'node', pass_filenames: false });
  const [program, ...words] = hook!.entry.split(' ');
  expect(program).toBe('pyverdict');
  expect(fromCommandLine([...words, ...hook!.args])).toEqual({ name: 'scan', settings: { path: ['.'] } });
});

test('the problem matcher finds the findings of a run', async () => {
  const { stdout } = await run(temporaryDirectory({ 'app/a.py': defect }), 'scan');
  const { problemMatcher } = JSON.parse(text('problem-matcher.json')) as {
    problemMatcher: { pattern: { regexp: string }[] }[];
  };
  const [first, second] = problemMatcher[0]!.pattern.map(({ regexp }) => new RegExp(regexp));
  const lines = stdout.split('\n');
  const found = lines.flatMap((line, index) => {
    const place = first!.exec(line);
    const what = second!.exec(lines[index + 1] ?? '');
    return place && what ? [[place[1], place[2], place[3], what[1]]] : [];
  });
  expect(found).toEqual([['app/a.py', '3', '10', 'high  PV513 cert-validation-off (CWE-295)']]);
});
