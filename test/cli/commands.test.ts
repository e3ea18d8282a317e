// Commands beside `scan`, as processes.
import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Ended } from '../built-dist.ts';
import { runNode, useBuiltDist } from '../built-dist.ts';
import { fromCommandLine } from '../../src/options/from-command-line.ts';
import { readSettings } from '../../src/options/read-settings.ts';
import { securityRule } from '../rules/rule-text.ts';
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

test('rules of the checkout are listed, and may be named in its configuration and in comments', async () => {
  const rule = securityRule
    .replace('PV513', 'ACME101')
    .replace('id: cert-validation-off', 'id: acme-verify')
    .replace('requests.get', 'acme.get');
  const files = {
    '.pyverdict/rules/acme-verify.yml': rule,
    'pyverdict.toml': 'select = ["acme-verify"]\n',
    'a.py': 'import acme\n\nacme.get("https://example.org", verify=False)\n',
  };
  const directory = temporaryDirectory(files);
  expect((await run(directory, 'scan')).stdout).toContain('ACME101 acme-verify');
  expect((await run(directory, 'rules')).stdout).toContain(
    'of this checkout (.pyverdict/rules)\n  ACME101  acme-verify',
  );
  expect((await run(directory, 'explain', 'ACME101')).stdout).toContain('ACME101 acme-verify');
  await run(directory, 'suppress', 'a.py:3', 'acme-verify', 'lab');
  expect(readFileSync(join(directory, 'a.py'), 'utf8')).toContain('# pyverdict: ignore[ACME101] lab\n');
  expect((await run(directory, 'scan', '--quiet')).code).toBe(0);
  const other = temporaryDirectory({ 'a.py': '', 'pyverdict.toml': 'select = ["acme-verify"]\n' });
  expect((await run(other, 'scan')).stderr).toContain('there is no rule "acme-verify"');
}, 60_000);

describe('suppress', () => {
  const app = [
    'import sqlite3',
    'import logging',
    'from flask import Flask, request',
    'from checks import plausible',
    '',
    'app = Flask(__name__)',
    '',
    '@app.get("/")',
    'def one():',
    '    q = request.args["q"]',
    '    if not plausible(q):',
    '        return "no"',
    '    logging.info("asked %s", len(q))',
    '    return sqlite3.connect("x").execute(',
    '        "select * from t where name = \'%s\'" % q',
    '    )',
    '',
  ].join('\n');

  test('writes a comment, which holds until the path changes', async () => {
    const directory = temporaryDirectory({ 'web/app.py': app });
    const file = join(directory, 'web/app.py');
    const written = await run(directory, 'suppress', 'web/app.py:14', 'PV101', 'only', 'letters');
    expect(written).toMatchObject({ code: 0, stderr: '' });
    expect(written.stdout).toMatch(/^web\/app\.py:14: wrote "# pyverdict: ignore\[PV101 path=[0-9a-f-]{19}\]"\.\n/);
    const accepted = readFileSync(file, 'utf8');
    expect(accepted.split('\n').filter((line, index) => line !== app.split('\n')[index])).toEqual([
      expect.stringMatching(/^ {4}return sqlite3\.connect\("x"\)\.execute\( {2}# pyverdict: .*\] only letters$/),
    ]);
    expect((await run(directory, 'scan', '--quiet')).code).toBe(0);
    expect((await run(directory, 'suppress', 'web/app.py:14', 'PV101')).stdout).toContain('is accepted already');

    const changes: readonly (readonly [string, string, string | undefined])[] = [
      ['import logging\n', 'import logging\nimport os\n', undefined],
      ['asked %s', 'asked for %s', undefined],
      ['plausible(q)', 'True', 'a check on the way has changed'],
      ['request.args', 'request.form', 'the source has changed'],
      ['"x"', '"y"', 'the sink has changed'],
    ];
    for (const [from, to, why] of changes) {
      writeFileSync(file, accepted.replace(from, to));
      const { code, stdout } = await run(directory, 'scan');
      expect([from, code]).toEqual([from, why === undefined ? 0 : 1]);
      if (why !== undefined) expect(stdout.replace(/\s+/g, ' ')).toContain(`A comment accepts this, but ${why}`);
    }
    // What is accepted anew stands in the place of what was accepted before, with its reason.
    await run(directory, 'suppress', 'web/app.py:14', 'sql-injection');
    expect(readFileSync(file, 'utf8').match(/# pyverdict.*/g)).toEqual([
      expect.stringMatching(/^# pyverdict: ignore\[PV101 path=[0-9a-f-]{19}\] only letters$/),
    ]);
    expect((await run(directory, 'scan', '--quiet')).code).toBe(0);
  }, 60_000);

  test('writes nothing where it cannot, and says what to do', async () => {
    const directory = temporaryDirectory({ 'a.py': defect, 'pyverdict.toml': 'require-suppression-reason = true\n' });
    const tries: readonly (readonly [readonly string[], string])[] = [
      [['a.py:3', 'PV513'], 'asks for a reason'],
      [['a.py:3', 'PV513', 'see # noqa'], 'read as another suppression comment'],
      [['a.py:1', 'PV513', 'x'], 'a.py:1: nothing of PV513 is found there; in this file: PV513 in line 3'],
      [['a.py:3', 'PV51', 'x'], 'there is no rule "PV51"'],
      [['a.py:3', 'BP105', 'x'], 'give the --profile that has it'],
      [['a.py', 'PV513', 'x'], 'names no line'],
      [['b.py:3', 'PV513', 'x'], 'b.py does not exist'],
      [['a.py:3'], 'needs a place and a rule'],
    ];
    for (const [args, message] of tries) {
      const { code, stderr } = await run(directory, 'suppress', ...args);
      expect([args, code, stderr]).toEqual([args, 2, expect.stringContaining(message)]);
    }
    expect(readFileSync(join(directory, 'a.py'), 'utf8')).toBe(defect);
    expect((await run(directory, 'suppress', 'a.py:3:10', 'cert-validation-off', 'lab host')).code).toBe(0);
    expect(readFileSync(join(directory, 'a.py'), 'utf8')).toBe(
      defect.replace(/\n$/, '  # pyverdict: ignore[PV513] lab host\n'),
    );
  }, 60_000);
});

describe('test-rules', () => {
  const rule = securityRule
    .replace('PV513', 'ACME101')
    .replace('cert-validation-off', 'ledger-unsafe')
    .replace('requests.get', 'ledger.get')
    .replaceAll('get(verify=False)  # finding', 'import ledger; ledger.get(verify=False)  # finding')
    .replace('message: "get accepts', 'message: "ledger.get accepts')
    .replace('code: get()', 'code: "import ledger; ledger.get()"');
  const path = '.pyverdict/rules/ledger-unsafe.yml';

  test('runs the examples of all rules, or of those named; one that does not hold is exit code 1', async () => {
    const directory = temporaryDirectory({ [path]: rule });
    const passed =
      'ACME101 ledger-unsafe (.pyverdict/rules/ledger-unsafe.yml): 2 examples, passed\n1 rule, 2 examples: all passed.\n';
    for (const names of [[], ['ACME101'], ['ledger-unsafe'], [`./${path}`]])
      expect(await run(directory, 'test-rules', ...names)).toEqual({ code: 0, stdout: passed, stderr: '' });
    writeFileSync(
      join(directory, path),
      rule.replace('name: default', 'name: "\\e[31m::error::x"').replace('ledger.get()"', 'ledger.get(verify=False)"'),
    );
    const failed = await run(directory, 'test-rules');
    expect(failed).toMatchObject({ code: 1, stderr: '' });
    expect(failed.stdout).toContain(
      '2 examples, 1 of 2 failed\n  good: \\u001B[31m::error::x\n    example.py:1 is found, and must not be: "ledger.get accepts',
    );
    expect(failed.stdout).toMatch(/1 rule, 2 examples: 1 failed\.\n$/);
  });

  test('models of the checkout count', async () => {
    const taint = rule
      .replace(/detector: usage\nuses:\n.*\n.*\n/, 'detector: taint\nsources: [remote]\nsinks: [sql]\n')
      .replace(
        /import ledger; ledger\.get\(verify=False\)/g,
        'import flask, ledger; ledger.ask(flask.request.args["q"])',
      )
      .replace('message: "{name} accepts', 'message: "{sink} accepts')
      .replace(/expect: .*/, 'expect: [{ line: 1, message: "No." }]');
    const directory = temporaryDirectory({ [path]: taint });
    expect((await run(directory, 'test-rules')).stdout).toContain('has to be found, and is not');
    const model = {
      '.pyverdict/rules/ledger-unsafe.yml': taint,
      '.pyverdict/models/ledger.yml': '- { call: ledger.ask, arg: 0, kind: sink:sql }\n',
    };
    expect((await run(temporaryDirectory(model), 'test-rules')).stdout).toContain(
      'its message is "ledger.ask accepts any certificate.", and has to be "No."',
    );
  });

  test.each<[string, string, Readonly<Record<string, string>>, string]>([
    [
      'a mistake in a rule',
      '',
      { [path]: rule.replace('cwe: [295]', 'cwes: [295]') },
      `${path}:9: cwes: unknown field; did you mean cwe?`,
    ],
    [
      'a mistake in a model',
      '',
      { [path]: rule, '.pyverdict/models/a.yml': '- { call: x, agr: 0 }\n' },
      '.pyverdict/models/a.yml:1: [0].agr: unknown field; did you mean arg?',
    ],
    [
      'no rule',
      '',
      { '.pyverdict/models/a.yml': '- { call: acme.ask, arg: 0, kind: sink:sql }\n' },
      'nothing to test. The 1 entry of models can be read.',
    ],
    [
      'a name that is none',
      'ledger-unsfe',
      { [path]: rule },
      'there is no rule "ledger-unsfe"; did you mean ledger-unsafe?',
    ],
    ['a rule that is built in', 'PV101', { [path]: rule }, 'PV101 is built in'],
    ['an option', '--all', { [path]: rule }, 'unknown option --all'],
  ])('%s is exit code 2', async (_, name, files, said) => {
    const ended = await run(temporaryDirectory(files), 'test-rules', ...(name === '' ? [] : [name]));
    expect(ended).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining(said) as string });
  });
});

describe('init', () => {
  test('writes a workflow and a configuration that are valid, with what Bandit was told', async () => {
    const directory = temporaryDirectory({
      'a.py': defect,
      '.bandit': '[bandit]\nskips: B608,B999\nexclude: build\n',
      'ruff.toml': '[lint.per-file-ignores]\n"tests/*" = ["S602"]\n',
    });
    const { code, stdout } = await run(directory, 'init');
    expect(code).toBe(0);
    expect(stdout).toContain('Wrote .github/workflows/pyverdict.yml.\nWrote pyverdict.toml.\nRead .bandit, ruff.toml.');
    expect(stdout).toContain('No rule here answers to B999');
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
