// The command line as a user starts it: a process.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { homepage, version } from '../../src/base/version.ts';
import type { Ended } from '../built-dist.ts';
import { runNode, useBuiltDist } from '../built-dist.ts';
import { temporaryDirectory } from '../options/temporary-directory.ts';

const dist = useBuiltDist();
const harmless = 'def main():\n    return 1\n';
const defect = 'import requests\n\nrequests.get("https://example.org", verify=False)\n';

const pyverdict = (
  args: readonly string[],
  directory: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<Ended> => runNode([join(dist(), 'cli.js'), ...args], directory, environment);

test('version and home are those of package.json', async () => {
  const released = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string;
    homepage?: string;
  };
  expect({ version, homepage }).toEqual({ version: released.version, homepage: released.homepage });
  expect(await pyverdict(['--version'], temporaryDirectory())).toEqual({
    code: 0,
    stdout: `pyverdict ${version}\n`,
    stderr: '',
  });
});

test('--help', async () => {
  const { code, stdout } = await pyverdict(['--help'], temporaryDirectory());
  expect(code).toBe(0);
  expect(stdout).toContain('pyverdict scan [PATH...]');
});

describe('rules', () => {
  test('explain takes a code or an id', async () => {
    const directory = temporaryDirectory();
    const byCode = await pyverdict(['explain', 'BP101'], directory);
    expect(byCode).toMatchObject({ code: 0, stdout: expect.stringContaining('sleep-polling') });
    expect(await pyverdict(['explain', 'sleep-polling'], directory)).toEqual(byCode);
    expect(await pyverdict(['explain', 'sleep-poling'], directory)).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('did you mean sleep-polling?'),
    });
  });

  test('list', async () => {
    const directory = temporaryDirectory();
    expect((await pyverdict(['rules'], directory)).stdout).toMatch(/BP101 +sleep-polling/);
    const rows = JSON.parse((await pyverdict(['rules', '--json'], directory)).stdout) as { code: string }[];
    expect(rows.map((row) => row.code)).toContain('BP101');
  });
});

describe('wrong usage is exit code 2 and names the nearest', () => {
  test.each<[string[], string]>([
    [['scan', 'nowhere'], 'nowhere does not exist'],
    [['scan', '--formt=json'], 'unknown option --formt; did you mean --format?'],
    [['scan', '--select', 'sleep-poling'], 'did you mean sleep-polling?'],
    [['scan', '--config', 'no.toml'], 'configuration file no.toml does not exist'],
    [['sacn'], 'unknown command sacn; did you mean scan?'],
  ])('%j', async (args, message) => {
    const ended = await pyverdict(args, temporaryDirectory({ 'a.py': harmless }));
    expect(ended).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining(message) });
  });

  test('no Python file', async () => {
    const ended = await pyverdict(['scan'], temporaryDirectory({ 'README.md': 'x', 'types.pyi': 'x: int\n' }));
    expect(ended).toEqual({
      code: 2,
      stdout: '',
      stderr: 'pyverdict: no Python file found in .; nothing was analysed, so there is no verdict\n',
    });
  });
});

describe('scan', () => {
  test('prints the verdict and writes the files', async () => {
    const directory = temporaryDirectory({ 'a.py': harmless });
    const ended = await pyverdict(
      ['scan', '--sarif', 'out/r.sarif', '--json', 'r.json', '--summary', 'r.md'],
      directory,
    );
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    expect(ended.stdout).toContain('No explicit security defects found');
    expect(JSON.parse(readFileSync(join(directory, 'out/r.sarif'), 'utf8'))).toMatchObject({ version: '2.1.0' });
    expect(JSON.parse(readFileSync(join(directory, 'r.json'), 'utf8'))).toMatchObject({
      verdict: 'no-explicit-defects',
    });
    expect(readFileSync(join(directory, 'r.md'), 'utf8')).toContain('No explicit security defects found');
  });

  test('a defect fails the gate, unless it is told not to', async () => {
    const directory = temporaryDirectory({ 'a.py': defect });
    const failed = await pyverdict(['scan'], directory);
    expect(failed).toMatchObject({
      code: 1,
      stderr: 'pyverdict: 1 security defect of severity high or above (fail-on: high)\n',
    });
    expect(failed.stdout).toContain('a.py:3');
    expect((await pyverdict(['scan', '--fail-on', 'none'], directory)).code).toBe(0);
    expect((await pyverdict(['scan', '--fail-on', 'critical'], directory)).code).toBe(0);
  });

  test('what a baseline knows does not fail', async () => {
    const directory = temporaryDirectory({ 'a.py': defect });
    await pyverdict(['scan', '--sarif', 'old.sarif'], directory);
    expect((await pyverdict(['scan', '--baseline', 'old.sarif'], directory)).code).toBe(0);
  });

  test('code that cannot be read is exit code 4, if asked for', async () => {
    const directory = temporaryDirectory({ 'a.py': harmless, 'b.py': '# coding: no-such-encoding\n' });
    expect((await pyverdict(['scan'], directory)).code).toBe(0);
    expect((await pyverdict(['scan', '--fail-on-incomplete'], directory)).code).toBe(4);
  });

  test.each(['json', 'sarif'])('--format %s prints nothing else', async (format) => {
    const { stdout } = await pyverdict(['scan', '--format', format], temporaryDirectory({ 'a.py': harmless }));
    expect(() => JSON.parse(stdout) as unknown).not.toThrow();
  });

  test('the same bytes twice', async () => {
    const directory = temporaryDirectory({ 'a.py': defect, 'b.py': harmless });
    for (const format of ['text', 'json', 'sarif', 'markdown']) {
      const first = await pyverdict(['scan', '--format', format], directory);
      expect(await pyverdict(['scan', '--format', format], directory)).toEqual(first);
      expect(first.stdout).not.toContain(directory);
    }
  });

  test('the same bytes wherever the checkout lies; a clone is named after its folder', async () => {
    const files = { 'acme/.git/HEAD': '', 'acme/a.py': defect };
    const [here, there] = [temporaryDirectory(files), temporaryDirectory(files)];
    for (const format of ['text', 'json', 'sarif', 'markdown']) {
      const first = await pyverdict(['scan', '--format', format], join(here, 'acme'));
      expect(await pyverdict(['scan', '--format', format], join(there, 'acme'))).toEqual(first);
    }
    const { stdout } = await pyverdict(['scan', '--format', 'json'], join(here, 'acme'));
    expect(JSON.parse(stdout)).toMatchObject({ reviewed: { description: 'production code for acme' } });
  });

  test('colours only when asked for: we are no terminal', async () => {
    const directory = temporaryDirectory({ 'a.py': defect });
    const scan = async (environment: Readonly<Record<string, string>>): Promise<boolean> =>
      (await pyverdict(['scan'], directory, environment)).stdout.includes('\u001b[');
    expect(await scan({})).toBe(false);
    expect(await scan({ FORCE_COLOR: '1' })).toBe(true);
    expect(await scan({ FORCE_COLOR: '1', NO_COLOR: '1' })).toBe(false);
  });

  test('--quiet prints nothing but errors', async () => {
    const directory = temporaryDirectory({ 'a.py': defect });
    expect(await pyverdict(['scan', '--quiet', '--fail-on', 'none'], directory)).toEqual({
      code: 0,
      stdout: '',
      stderr: '',
    });
  });

  test('hostile names do not become commands or escapes', async () => {
    const name = process.platform === 'win32' ? 'x##[error].py' : '::error::\u001b[31m##[x]\n.py';
    const { stdout, stderr } = await pyverdict(['scan'], temporaryDirectory({ [name]: defect, 'b.py': 'def (((:\n' }));
    expect(stdout).toContain('verify=False');
    for (const line of `${stdout}\n${stderr}`.split('\n')) expect(line).not.toMatch(/^\s*::|##\[|\u001b/);
  });
});

describe('--explain-context prints the evidence and nothing else', () => {
  const project = {
    'base.py': 'import unittest\nclass Shared(unittest.TestCase): pass\n',
    'checks/wait.py':
      '"""Bug #42: waits."""\nfrom base import Shared\nclass Wait(Shared):\n    def setUp(self): pass\n    def test_x(self): pass\n',
    'examples/run.py': 'def main(): pass\n',
    'broken.py': '# coding: no-such-encoding\n',
    'pyproject.toml': '[project]\nname = "acme"\n',
  };

  test('of a test that derives from a test class elsewhere in the project', async () => {
    const directory = temporaryDirectory(project);
    expect(await pyverdict(['scan', '--explain-context', 'checks/wait.py'], directory)).toEqual({
      code: 0,
      stdout: [
        'checks/wait.py: test code, score 2 (2 or more is test code)',
        '  +2  a test base class above class Wait',
        'role: test',
        'kinds: unit',
        'framework: unittest',
        'component: test code (unittest) for acme',
        'subject: regression test for bug 42',
        'functions:',
        '  set-up  Wait.setUp',
        '  test    Wait.test_x',
        '',
      ].join('\n'),
      stderr: '',
    });
    // Alone it does not show what its base is.
    const elsewhere = await pyverdict(
      ['scan', '--explain-context', join(directory, 'checks/wait.py')],
      temporaryDirectory(),
    );
    expect(elsewhere.stdout).toMatch(/wait\.py: production code, score 0 /);
    expect(elsewhere.stdout).not.toContain(directory);
  });

  test('of production code', async () => {
    const ended = await pyverdict(['scan', '--explain-context=examples/run.py'], temporaryDirectory(project));
    expect(ended).toEqual({
      code: 0,
      stdout: [
        'examples/run.py: production code, score -1 (2 or more is test code)',
        '  -1  folder examples',
        'role: example',
        'component: production code for acme',
        'functions:',
        '  production  main',
        '',
      ].join('\n'),
      stderr: '',
    });
  });

  test.each([
    ['nowhere.py', 'nowhere.py does not exist'],
    ['checks', 'checks has no context: it is no Python file'],
    ['broken.py', 'broken.py has no context: '],
  ])('%s is wrong usage', async (file, message) => {
    const ended = await pyverdict(['scan', '--explain-context', file], temporaryDirectory(project));
    expect(ended).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining(message) });
  });
});

test('a scan that runs out of time gives no clean verdict', async () => {
  const directory = temporaryDirectory({ 'a.py': harmless, 'pyverdict.toml': 'timeout-minutes = 1e-9\n' });
  const ended = await pyverdict(['scan'], directory);
  expect(ended.code).toBe(3);
  expect(ended.stdout.replaceAll(/\s+/g, ' ')).toContain('Time ran out: 1 of 1 files were not analysed (a.py).');
});

test('a reader that stops reading does not break us', async () => {
  const directory = temporaryDirectory();
  mkdirSync(join(directory, 'many'));
  const { writeFileSync } = await import('node:fs');
  for (let i = 0; i < 300; i++) writeFileSync(join(directory, 'many', `f${i}.py`), defect);
  const child = spawn(process.execPath, [join(dist(), 'cli.js'), 'scan', '--format', 'json', 'many'], {
    cwd: directory,
  });
  let stderr = '';
  child.stderr.on('data', (chunk) => (stderr += String(chunk)));
  child.stdout.once('data', () => child.stdout.destroy());
  const code = await new Promise((resolve) => child.on('close', resolve));
  expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringMatching(/^pyverdict: 300 security defects/) });
  // And one that reads slowly gets everything.
  const whole = await pyverdict(['scan', '--format', 'json', 'many'], directory);
  expect(JSON.parse(whole.stdout)).toMatchObject({ counts: { security: 300 } });
});
