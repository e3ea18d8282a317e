import { execFileSync } from 'node:child_process';
import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Options } from '../../src/base/options.ts';
import { fromActionInputs } from '../../src/options/from-action-inputs.ts';
import type { Settings } from '../../src/options/options-table.ts';
import { toOptions } from '../../src/options/to-options.ts';
import { temporaryDirectory } from './temporary-directory.ts';

const commandLine = (directory: string, settings: Partial<Settings> = {}): Promise<Options> =>
  toOptions(settings, { host: 'command-line', directory, colour: false, changing: [] });

const action = async (directory: string, inputs: Readonly<Record<string, string>> = {}): Promise<Options> => {
  const environment = Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
  );
  return toOptions(fromActionInputs(environment), {
    host: 'action',
    directory,
    colour: false,
    changing: ['deadbeefcafe', '123456789'],
  });
};

describe('defaults', () => {
  test('of the command line', async () => {
    const directory = temporaryDirectory();
    expect(await commandLine(directory)).toMatchObject({
      root: directory,
      paths: [directory],
      profile: 'default',
      failOn: 'high',
      failScope: 'all',
      upload: { when: 'never', waitForProcessing: true },
      outputs: { stdout: 'text' },
    });
    expect((await commandLine(directory)).outputs).not.toHaveProperty('sarif');
  });

  test('of the Action', async () => {
    const directory = temporaryDirectory();
    const options = await action(directory, { token: 'x', category: 'pyverdict', 'wait-for-processing': 'True' });
    expect(options).toMatchObject({
      root: directory,
      failScope: 'none',
      upload: { when: 'auto', waitForProcessing: true },
      outputs: {
        within: directory,
        sarif: join(directory, 'pyverdict-results/results.sarif'),
        json: join(directory, 'pyverdict-results/results.json'),
        summaryStyle: 'full',
      },
    });
    expect(options.outputs).not.toHaveProperty('stdout');
  });
});

describe('configuration file', () => {
  test('fills what was not given; globs are added up', async () => {
    const directory = temporaryDirectory({
      'pyverdict.toml': 'fail-on = "low"\nprofile = "audit"\nexclude = ["a/**"]\nselect = ["security"]\n',
    });
    expect(await commandLine(directory, { profile: 'extended' })).toMatchObject({
      failOn: 'low',
      profile: 'extended',
      select: ['security'],
      configFile: join(directory, 'pyverdict.toml'),
    });
    expect(await action(directory, { exclude: 'b/**\nc/**', select: 'practice' })).toMatchObject({
      exclude: ['a/**', 'b/**', 'c/**'],
      select: ['practice'],
    });
  });

  test('[tool.pyverdict] of pyproject.toml; one without it is none of our business', async () => {
    const ours = temporaryDirectory({ 'pyproject.toml': '[tool.pyverdict]\nfail-on = "none"\n' });
    expect((await commandLine(ours)).failOn).toBe('none');
    const other = temporaryDirectory({ 'pyproject.toml': '[project]\nname = "pyverdict-user"\nfail-on = 3\n' });
    expect(await commandLine(other)).not.toHaveProperty('configFile');
  });

  test.each([
    ['fial-on = "low"', 'pyverdict.toml:1: unknown key "fial-on"; did you mean fail-on?'],
    ['\ntoken = "x"', 'pyverdict.toml:2: unknown key "token": it is set by the input token of the Action only'],
    [
      'fail-on = "hihg"',
      'pyverdict.toml:1: fail-on: "hihg" is not one of none, critical, high, medium, low; did you mean high?',
    ],
    ['exclude = "a"', 'pyverdict.toml:1: exclude: expected a list of texts'],
    ['fail-on-incomplete = "true"', 'pyverdict.toml:1: fail-on-incomplete: expected true or false'],
  ])('%s', async (text, message) => {
    const directory = temporaryDirectory({ 'pyverdict.toml': text });
    await expect(commandLine(directory)).rejects.toMatchObject({ name: 'ConfigurationError', message });
  });

  test('that is no TOML is named with its line', async () => {
    const directory = temporaryDirectory({ 'pyverdict.toml': 'a = 1\nb = = 2\n' });
    await expect(commandLine(directory)).rejects.toThrow(/^pyverdict\.toml:2: [^\n]+$/);
  });

  test('a file that is given must exist and lie inside the checkout', async () => {
    const outside = temporaryDirectory({ 'conf.toml': 'fail-on = "none"' });
    const directory = temporaryDirectory({ 'sub/mine.toml': 'fail-on = "medium"' });
    expect((await commandLine(directory, { config: 'sub/mine.toml' })).failOn).toBe('medium');
    await expect(commandLine(directory, { config: 'no.toml' })).rejects.toThrow(
      'configuration file no.toml does not exist',
    );
    await expect(commandLine(directory, { config: join(outside, 'conf.toml') })).rejects.toThrow(
      'lies outside of the checkout',
    );
    symlinkSync(join(outside, 'conf.toml'), join(directory, 'pyverdict.toml'));
    await expect(commandLine(directory)).rejects.toThrow('pyverdict.toml lies outside of the checkout');
  });
});

describe('paths', () => {
  test('one that does not exist is named', async () => {
    await expect(commandLine(temporaryDirectory(), { path: ['nowhere.py'] })).rejects.toThrow(
      'nowhere.py does not exist',
    );
  });

  test('elsewhere: the git checkout or the package around them is the root', async () => {
    const here = temporaryDirectory();
    const packaged = temporaryDirectory({ 'app/__init__.py': '', 'app/sub/__init__.py': '', 'app/sub/a.py': '' });
    expect((await commandLine(here, { path: [join(packaged, 'app/sub/a.py')] })).root).toBe(packaged);
    const checkout = temporaryDirectory({ '.git/HEAD': '', 'lib/deep/a.py': '' });
    expect((await commandLine(here, { path: [join(checkout, 'lib/deep')] })).root).toBe(checkout);
  });

  test('of the Action stay inside the checkout', async () => {
    const directory = temporaryDirectory({ 'sub/a.py': '' });
    expect(await action(directory, { 'working-directory': 'sub', path: 'a.py' })).toMatchObject({
      root: join(directory, 'sub'),
      paths: [join(directory, 'sub/a.py')],
    });
    await expect(action(directory, { path: '..' })).rejects.toThrow('input path: .. lies outside of the checkout');
    await expect(action(directory, { 'working-directory': '..' })).rejects.toThrow('lies outside of the workspace');
    await expect(action(directory, { 'sarif-file': '../x.sarif' })).rejects.toThrow('lies outside of the workspace');
  });
});

describe('combinations', () => {
  const sha = 'a'.repeat(40);

  test.each<[Readonly<Record<string, string>>, string]>([
    [{ ref: 'refs/heads/main' }, 'inputs ref and sha: give both or none'],
    [{ ref: 'main', sha }, 'input ref: "main" does not start with'],
    [{ ref: 'refs/heads/main', sha: 'abc' }, 'input sha: "abc" is not a full commit hash'],
    [{ category: 'run-123456789' }, 'input category: it contains "123456789"'],
    [{ category: 'a\nb' }, 'input category: use letters'],
    [{ 'fail-scope': 'new' }, 'fail-scope new needs a baseline'],
    [{ 'fail-scope': 'changed-lines' }, 'fail-scope changed-lines needs a pull request'],
    [{ scope: 'changed-lines' }, 'scope changed-lines needs a pull request'],
    [{ scope: 'new' }, 'scope new needs a baseline'],
    [{ baseline: 'no.sarif' }, 'baseline: no.sarif is not a file'],
    [{ 'sarif-file': 'x/results.json' }, 'results.json is the name of another result'],
  ])('%j is refused', async (inputs, message) => {
    await expect(action(temporaryDirectory(), inputs)).rejects.toThrow(message);
  });

  test('ref and sha together, and a baseline', async () => {
    const directory = temporaryDirectory({ 'old.sarif': '{}' });
    expect(await action(directory, { ref: 'refs/pull/3/head', sha, baseline: 'old.sarif' })).toMatchObject({
      upload: { target: { ref: 'refs/pull/3/head', sha } },
      baseline: join(directory, 'old.sarif'),
      failScope: 'new',
    });
  });

  test('quiet keeps a format that was asked for', async () => {
    const directory = temporaryDirectory();
    expect((await commandLine(directory, { quiet: true })).outputs).not.toHaveProperty('stdout');
    expect((await commandLine(directory, { quiet: true, format: 'json' })).outputs.stdout).toBe('json');
  });

  test('HEAD of the checkout is read for GitHub', async () => {
    const directory = temporaryDirectory();
    const git = (...args: string[]): string =>
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.example', ...args], {
        cwd: directory,
        encoding: 'utf8',
      });
    git('init', '-q');
    writeFileSync(join(directory, 'a.py'), '');
    git('add', '.');
    git('commit', '-qm', 'first');
    const github = {
      apiUrl: 'https://api.github.example',
      serverUrl: '',
      owner: 'o',
      repository: 'r',
      eventName: 'push',
      ref: '',
      sha: '',
      actor: '',
      runId: '',
      runAttempt: '',
      token: () => '',
    };
    const options = await toOptions({}, { host: 'action', directory, colour: false, changing: [], github });
    expect(options.github?.head).toBe(git('rev-parse', 'HEAD').trim());
  });
});

describe('mechanical fixes', () => {
  test('are shown in place of the report, or written beside it', async () => {
    const directory = temporaryDirectory();
    expect(await commandLine(directory)).not.toHaveProperty('repairs');
    expect(await commandLine(directory, { diff: true, quiet: true })).toMatchObject({
      repairs: 'show',
      outputs: { stdout: 'diff' },
    });
    expect(await commandLine(directory, { fix: true })).toMatchObject({
      repairs: 'write',
      outputs: { stdout: 'text' },
    });
  });

  test('one thing at a time', async () => {
    const directory = temporaryDirectory();
    await expect(commandLine(directory, { diff: true, fix: true })).rejects.toThrow('give one');
    await expect(commandLine(directory, { diff: true, format: 'json' })).rejects.toThrow('give one');
  });
});

describe('advisories', () => {
  const files = { 'osv/A-1.json': '{}', 'pyverdict.toml': 'advisories = "osv"\n', 'app/a.py': '' };

  test('nothing by default', async () => {
    expect(await commandLine(temporaryDirectory())).not.toHaveProperty('advisories');
  });

  test('a path of the configuration file is relative to the root, a given one to where it was given', async () => {
    const directory = temporaryDirectory(files);
    const there = { advisories: { kind: 'files', path: join(directory, 'osv'), shown: 'osv' } };
    expect(await commandLine(directory)).toMatchObject(there);
    expect(await action(directory, { advisories: 'osv' })).toMatchObject(there);
    expect(await commandLine(join(directory, 'app'), { path: ['..'], advisories: '../osv' })).toMatchObject({
      advisories: { path: join(directory, 'osv'), shown: '../osv' },
    });
  });

  test('online, and switched off for once', async () => {
    const directory = temporaryDirectory(files);
    expect(await commandLine(directory, { advisories: 'online' })).toMatchObject({ advisories: { kind: 'online' } });
    expect(await commandLine(directory, { advisories: '' })).not.toHaveProperty('advisories');
  });

  test('a path that is not there', async () => {
    await expect(commandLine(temporaryDirectory(), { advisories: 'all.zip' })).rejects.toThrow(
      'advisories: all.zip does not exist',
    );
  });

  test('the configuration file leads nowhere outside of the checkout, also not by a link', async () => {
    const elsewhere = temporaryDirectory({ 'A-1.json': '{}' });
    for (const path of [elsewhere, 'link']) {
      const directory = temporaryDirectory({ 'pyverdict.toml': `advisories = ${JSON.stringify(path)}\n` });
      symlinkSync(elsewhere, join(directory, 'link'));
      await expect(commandLine(directory)).rejects.toThrow(`advisories: ${path} lies outside of the checkout`);
      expect(await commandLine(directory, { advisories: elsewhere })).toMatchObject({
        advisories: { path: elsewhere },
      });
    }
  });
});
