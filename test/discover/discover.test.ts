import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ConfigurationError } from '../../src/base/configuration-error.ts';
import { discover } from '../../src/discover/discover.ts';
import type { SourceSet } from '../../src/discover/source-set.ts';
import { git, hasGit, temporaryCheckout } from './temporary-checkout.ts';

const onWindows = process.platform === 'win32';

interface Asked {
  readonly paths?: readonly string[];
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
}

async function look(root: string, asked: Asked = {}): Promise<SourceSet> {
  const paths = (asked.paths ?? ['.']).map((path) => join(root, path));
  return discover({ root, paths, include: asked.include ?? [], exclude: asked.exclude ?? [] });
}

function filesOf(sources: SourceSet): readonly string[] {
  return sources.files.map((file) => file.path);
}

function skippedOf(sources: SourceSet): Readonly<Record<string, string>> {
  return Object.fromEntries(sources.skipped.map((one) => [one.path, one.reason]));
}

describe('what is a source', () => {
  test.each([
    ['a.py', '', 'python'],
    ['A.PYW', '', 'python'],
    ['a.pyi', '', 'stub'],
    ['a.ipynb', '{}', 'notebook'],
    ['tool', '#!/usr/bin/env python3\n', 'python'],
    ['tool', '#! /usr/bin/python3.11 -I\n', 'python'],
    ['tool', '#!/usr/bin/env -S uv run --script\n', 'python'],
    ['tool', '#!/usr/bin/env -S PYTHONPATH=x python\r\n', 'python'],
    ['tool', '#!/opt/pypy3\n', 'python'],
    ['tool', '#!/bin/sh\npython\n', undefined],
    ['tool', '#!/usr/bin/pythonista\n', undefined],
    ['tool', '# python\n', undefined],
    ['tool.sh', '#!/usr/bin/python3\n', undefined],
    ['a.txt', '', undefined],
  ])('%s with %j: %s', async (path, content, kind) => {
    const root = temporaryCheckout({ [path]: content });
    expect((await look(root)).files.map((file) => [file.path, file.kind])).toEqual(
      kind === undefined ? [] : [[path, kind]],
    );
  });

  test('paths are sorted by code unit and sizes are bytes', async () => {
    const root = temporaryCheckout({ 'b.py': 'é', 'a/z.py': '', 'Z.py': '', 'a.py': '', 'é.py': '' });
    const sources = await look(root);
    expect(filesOf(sources)).toEqual(['Z.py', 'a.py', 'a/z.py', 'b.py', 'é.py']);
    expect(sources.files[3]).toEqual({ path: 'b.py', absolutePath: join(root, 'b.py'), kind: 'python', size: 2 });
    expect(sources.listedBy).toBe('ignore-files');
  });
});

describe('what is left out', () => {
  const code = 'x = 1\n';
  test.each<[string, Record<string, string | Uint8Array>, Record<string, string>]>([
    ['pyvenv.cfg', { 'any/pyvenv.cfg': '', 'any/lib/site-packages/a.py': code }, { any: 'virtual-environment' }],
    ['an old virtualenv', { 'venv/bin/activate': '', 'venv/lib/a.py': code }, { venv: 'virtual-environment' }],
    ['conda', { 'c/conda-meta/history': '', 'c/lib/a.py': code }, { c: 'virtual-environment' }],
    ['tox', { '.tox/py/a.py': code }, { '.tox': 'virtual-environment' }],
    ['npm', { 'web/node_modules/gyp/a.py': code }, { 'web/node_modules': 'virtual-environment' }],
    [
      '_vendor',
      { 'p/_vendor/x/a.py': code, 'p/_vendor/b.py': code },
      { 'p/_vendor/b.py': 'vendored', 'p/_vendor/x/a.py': 'vendored' },
    ],
    ['vendor with a licence', { 'vendor/x/LICENSE.txt': '', 'vendor/x/a.py': code }, { 'vendor/x/a.py': 'vendored' }],
    [
      'third_party with metadata',
      { 'third_party/x-1.dist-info/METADATA': '', 'third_party/x.py': code },
      { 'third_party/x.py': 'vendored' },
    ],
    [
      'protobuf',
      { 'a_pb2.py': code, 'a_pb2_grpc.py': code },
      { 'a_pb2.py': 'generated', 'a_pb2_grpc.py': 'generated' },
    ],
    ['a zero byte', { 'a.py': 'x\0y' }, { 'a.py': 'binary' }],
    ['a big file', { 'a.py': Buffer.alloc(5_000_001, 10) }, { 'a.py': 'too-large' }],
    [
      'a big generated file',
      { 'a.py': Buffer.concat([Buffer.from('# @generated\n'), Buffer.alloc(5e6, 10)]) },
      { 'a.py': 'generated' },
    ],
  ])('%s', async (_, files, expected) => {
    const sources = await look(temporaryCheckout({ ...files, 'ok.py': code }));
    expect(filesOf(sources)).toEqual(['ok.py']);
    expect(skippedOf(sources)).toEqual(expected);
    expect(sources.skipped.every((one) => one.detail !== '')).toBe(true);
  });

  test.each<[string, Record<string, string>]>([
    ['an application called vendor', { 'shop/vendor/__init__.py': '', 'shop/vendor/models.py': code }],
    ['a folder called venv that is none', { 'venv/a.py': code }],
    [
      'an unpacked distribution',
      { 'usr/lib/python3/dist-packages/nova/a.py': code, 'usr/lib/python3.9/site-packages/b.py': code },
    ],
    ['UTF-16', { 'a.py': '\ufeffx = 1\n' }],
  ])('not %s', async (_, files) => {
    const root = temporaryCheckout(files);
    if ('a.py' in files) writeFileSync(join(root, 'a.py'), files['a.py'] ?? '', 'utf16le');
    const sources = await look(root);
    expect(filesOf(sources)).toEqual(Object.keys(files).sort());
    expect(sources.skipped).toEqual([]);
  });

  test('a directory inside a virtual environment that is asked for is read', async () => {
    const root = temporaryCheckout({
      'v/pyvenv.cfg': '',
      'v/lib/p/a.py': code,
      'v/lib/p/pyvenv.cfg': '',
      'v/lib/p/.tox/b.py': code,
    });
    const sources = await look(root, { paths: ['v/lib/p'] });
    expect(filesOf(sources)).toEqual(['v/lib/p/a.py']);
    expect(skippedOf(sources)).toEqual({ 'v/lib/p/.tox': 'virtual-environment' });
    expect(filesOf(await look(root, { paths: ['.', 'v/lib/p'] }))).toEqual(['v/lib/p/a.py']);
  });

  test('only size and access make the verdict incomplete, and not in tests or stubs', async () => {
    const big = Buffer.alloc(5_000_001, 10);
    const files = {
      'a.py': big,
      'tests/b.py': big,
      'test_c.py': big,
      'd.pyi': big,
      'e.py': 'x\0',
      'f_pb2.py': '',
      '_vendor/g.py': '',
    };
    const { problems } = await look(temporaryCheckout(files));
    expect(problems).toMatchObject([{ id: 'PVN002', file: 'a.py', hidesCode: true }]);
    expect(problems[0]?.message).toBe(
      'a.py was not read: 5.0 MB, more than 5 MB; exclude it if it is data or generated.',
    );
  });

  // Root may open everything.
  test.skipIf(onWindows || process.getuid?.() === 0)('what the system refuses is a problem', async () => {
    const root = temporaryCheckout({ 'a.py': 'x = 1', 'd/b.py': '' });
    chmodSync(join(root, 'a.py'), 0);
    chmodSync(join(root, 'd'), 0);
    const sources = await look(root);
    chmodSync(join(root, 'd'), 0o700);
    expect(skippedOf(sources)).toEqual({ 'a.py': 'unreadable', d: 'unreadable' });
    expect(sources.problems.map((problem) => problem.hidesCode)).toEqual([true, true]);
  });
});

describe('globs and given paths', () => {
  const files = { 'a.py': '', 'doc/conf.py': '', 'doc/gen/x.py': '', 'tests/t.py': '', tool: '#!/usr/bin/python\n' };
  test.each<[Asked, readonly string[]]>([
    [{}, ['a.py', 'doc/conf.py', 'doc/gen/x.py', 'tests/t.py', 'tool']],
    [{ exclude: ['doc/', 'tool'] }, ['a.py', 'tests/t.py']],
    [{ exclude: ['*.py', '!a.py'] }, ['a.py', 'tool']],
    [{ include: ['doc/**'], exclude: ['conf.py'] }, ['doc/gen/x.py']],
    [{ paths: ['doc'] }, ['doc/conf.py', 'doc/gen/x.py']],
    [{ paths: ['doc/gen', 'tests', 'a.py'] }, ['a.py', 'doc/gen/x.py', 'tests/t.py']],
    [{ paths: ['doc/gen', 'doc', 'doc/conf.py'] }, ['doc/conf.py', 'doc/gen/x.py']],
    [{ paths: ['doc/conf.py'], exclude: ['doc'] }, ['doc/conf.py']],
  ])('%j', async (asked, expected) => {
    expect(filesOf(await look(temporaryCheckout(files), asked))).toEqual(expected);
  });

  test('what globs leave out is counted by file', async () => {
    const sources = await look(temporaryCheckout(files), { exclude: ['doc'] });
    expect(skippedOf(sources)).toEqual({ 'doc/conf.py': 'excluded', 'doc/gen/x.py': 'excluded' });
  });

  test('a named file is taken wherever it is', async () => {
    const root = temporaryCheckout({
      'v/pyvenv.cfg': '',
      'v/a.py': '',
      '_vendor/b.py': '',
      'c_pb2.py': '',
      'wscript.build': '',
    });
    const paths = ['v/a.py', '_vendor/b.py', 'c_pb2.py', 'wscript.build'];
    expect(filesOf(await look(root, { paths }))).toEqual(['_vendor/b.py', 'c_pb2.py', 'v/a.py', 'wscript.build']);
  });

  test.each([
    ['a path that is not there', { paths: ['nowhere.py'] }, /nowhere\.py does not exist/],
    ['a path outside', { paths: ['..'] }, /lies outside the root/],
    ['a glob that takes minutes', { exclude: ['**/a/**/a/**/a/**/b'] }, /exclude: .* too costly/],
  ])('%s is an error', async (_, asked, message) => {
    const error: unknown = await look(temporaryCheckout(files), asked).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ConfigurationError);
    expect((error as Error).message).toMatch(message);
  });

  test('a root that is not there is an error', async () => {
    await expect(discover({ root: '/nowhere/at/all', paths: [], include: [], exclude: [] })).rejects.toThrow(
      ConfigurationError,
    );
  });
});

describe.skipIf(onWindows)('symbolic links', () => {
  test('out of the checkout: never followed, always named', async () => {
    const outside = temporaryCheckout({ 'secret.py': '', 'd/x.py': '' });
    const root = temporaryCheckout({ 'a.py': '' });
    symlinkSync(join(outside, 'secret.py'), join(root, 'l.py'));
    symlinkSync(join(outside, 'd'), join(root, 'd'));
    symlinkSync('/dev/zero', join(root, 'zero.py'));
    const sources = await look(root);
    expect(filesOf(sources)).toEqual(['a.py']);
    expect(skippedOf(sources)).toEqual({
      d: 'symlink-outside',
      'l.py': 'symlink-outside',
      'zero.py': 'symlink-outside',
    });
    await expect(look(root, { paths: ['l.py'] })).rejects.toThrow(/outside the root/);
  });

  test('inside: each file once, under its own name where it has a Python one', async () => {
    const root = temporaryCheckout({ 'p/a.py': '', 'data.txt': 'x = 1' });
    symlinkSync('p/a.py', join(root, 'again.py'));
    symlinkSync('p', join(root, 'q'));
    symlinkSync('data.txt', join(root, 'code.py'));
    symlinkSync('nothing', join(root, '.#lock.py'));
    symlinkSync('loop.py', join(root, 'loop.py'));
    const sources = await look(root);
    expect(sources.files).toMatchObject([
      { path: 'code.py', absolutePath: join(root, 'data.txt') },
      { path: 'p/a.py' },
    ]);
    expect(skippedOf(sources)).toEqual({
      '.#lock.py': 'symlink',
      'again.py': 'symlink',
      'loop.py': 'symlink',
      q: 'symlink',
    });
  });

  test('a project or ignore file that leads out is not read', async () => {
    const outside = temporaryCheckout({ 'secret.ini': 'password', patterns: '*.py\n', 'w/ci.yml': 'password' });
    const root = temporaryCheckout({ 'a.py': '', 'real.cfg': 'name = x', '.github/x': '', 'sub/b.py': '' });
    symlinkSync(join(outside, 'secret.ini'), join(root, 'tox.ini'));
    symlinkSync(join(outside, 'patterns'), join(root, '.gitignore'));
    symlinkSync(join(outside, 'w'), join(root, '.github/workflows'));
    symlinkSync('real.cfg', join(root, 'setup.cfg'));
    const sources = await look(root);
    expect(filesOf(sources)).toEqual(['a.py', 'sub/b.py']);
    expect(sources.projectFiles).toEqual([{ path: 'setup.cfg', text: 'name = x' }]);
    expect((await look(root, { paths: ['sub'] })).projectFiles).toEqual([{ path: 'setup.cfg', text: 'name = x' }]);
  });

  test('a root that is a link is resolved', async () => {
    const root = temporaryCheckout({ 'real/a.py': '' });
    symlinkSync('real', join(root, 'link'));
    expect((await look(join(root, 'link'))).files[0]?.absolutePath).toBe(join(root, 'real/a.py'));
  });

  test.skipIf(!hasGit)('a tracked folder that became a link is not entered', async () => {
    const outside = temporaryCheckout({ 'x.py': 'secret = 1' });
    const root = temporaryCheckout({ 'd/x.py': '', 'a.py': '' });
    git(root, 'init');
    git(root, 'add', '.');
    rmSync(join(root, 'd'), { recursive: true });
    symlinkSync(outside, join(root, 'd'));
    const sources = await look(root);
    expect(filesOf(sources)).toEqual(['a.py']);
    expect(skippedOf(sources)).toEqual({ d: 'symlink-outside' });
  });

  test('a pipe named like a source does not stop the scan', async () => {
    const { execFileSync } = await import('node:child_process');
    const root = temporaryCheckout({ 'a.py': '' });
    execFileSync('mkfifo', [join(root, 'p.py')]);
    expect(filesOf(await look(root))).toEqual(['a.py']);
  });
});

const ignoring = {
  '.gitignore': 'out/\n*.tmp.py\n!keep.tmp.py\n',
  'a.py': '',
  'b.tmp.py': '',
  'keep.tmp.py': '',
  'out/c.py': '',
  'sub/.gitignore': '/only.py\n!b.tmp.py\n',
  'sub/only.py': '',
  'sub/b.tmp.py': '',
  'sub/deep/only.py': '',
  'sub/out/d.py': '',
};
const notIgnored = ['a.py', 'keep.tmp.py', 'sub/b.tmp.py', 'sub/deep/only.py'];

describe.each([
  ['ignore-files', false],
  ['git', true],
] as const)('listed by %s', (listedBy, withGit) => {
  const checkout = (files: Record<string, string>): string => {
    const root = temporaryCheckout(files);
    if (withGit) git(root, 'init');
    return root;
  };
  describe.skipIf(withGit && !hasGit)('', () => {
    test('nested ignore files', async () => {
      const sources = await look(checkout(ignoring));
      expect(filesOf(sources)).toEqual(notIgnored);
      expect(sources.listedBy).toBe(listedBy);
    });

    test('they count above the directory that is given', async () => {
      expect(filesOf(await look(checkout(ignoring), { paths: ['sub'] }))).toEqual(['sub/b.tmp.py', 'sub/deep/only.py']);
    });

    test('an ignored directory or file that is given is read', async () => {
      const root = checkout(ignoring);
      expect(filesOf(await look(root, { paths: ['out'] }))).toEqual(['out/c.py']);
      expect(filesOf(await look(root, { paths: ['b.tmp.py'] }))).toEqual(['b.tmp.py']);
    });

    test('a virtual environment is one entry', async () => {
      const root = checkout({ 'v/pyvenv.cfg': '', 'v/a.py': '', 'v/b/c.py': '', 'd.py': '' });
      expect(skippedOf(await look(root))).toEqual({ v: 'virtual-environment' });
    });
  });
});

describe.skipIf(!hasGit)('git', () => {
  test('tracked files count even if ignored; deleted ones do not; nested checkouts do', async () => {
    const root = temporaryCheckout({
      '.gitignore': 'gen.py\n',
      'gen.py': '',
      'gone.py': '',
      'untracked.py': '',
      'inner.x/i.py': '',
    });
    git(root, 'init');
    git(root, 'add', '-f', 'gen.py', 'gone.py');
    git(root, 'commit', '-m', 'first');
    git(join(root, 'inner.x'), 'init');
    rmSync(join(root, 'gone.py'));
    expect(filesOf(await look(root))).toEqual(['gen.py', 'inner.x/i.py', 'untracked.py']);
  });

  test('a submodule is part of the checkout', async () => {
    const library = temporaryCheckout({ 'lib.py': '' });
    git(library, 'init');
    git(library, 'add', '.');
    git(library, 'commit', '-m', 'first');
    const root = temporaryCheckout({ 'a.py': '' });
    git(root, 'init');
    git(root, '-c', 'protocol.file.allow=always', 'submodule', 'add', library, 'libs/some.lib');
    expect(filesOf(await look(root))).toEqual(['a.py', 'libs/some.lib/lib.py']);
  });

  test('a root below the top level lists only what is below it', async () => {
    const root = temporaryCheckout({ 'pyproject.toml': '', 'a.py': '', 'sub/b.py': '', 'sub/setup.cfg': '' });
    git(root, 'init');
    const sources = await look(join(root, 'sub'));
    expect(filesOf(sources)).toEqual(['b.py']);
    expect(sources.projectFiles.map((file) => file.path)).toEqual(['setup.cfg']);
    expect(sources.listedBy).toBe('git');
  });

  test('a merge conflict lists a file once, quotes and newlines in names survive', async () => {
    const root = temporaryCheckout({ 'a.py': '1' });
    if (!onWindows) writeFileSync(join(root, 'q"\n\\.py'), '');
    git(root, 'init');
    git(root, 'add', '.');
    git(root, 'commit', '-m', 'first');
    git(root, 'checkout', '-q', '-b', 'other');
    writeFileSync(join(root, 'a.py'), '2');
    git(root, 'commit', '-a', '-m', 'two');
    git(root, 'checkout', '-q', '-');
    writeFileSync(join(root, 'a.py'), '3');
    git(root, 'commit', '-a', '-m', 'three');
    expect(() => {
      git(root, 'merge', 'other');
    }).toThrow();
    expect(filesOf(await look(root))).toEqual(onWindows ? ['a.py'] : ['a.py', 'q"\n\\.py']);
  });

  test('broken: ignore files are read instead', async () => {
    const root = temporaryCheckout({ ...ignoring, '.git/HEAD': 'nonsense' });
    const sources = await look(root);
    expect(filesOf(sources)).toEqual(notIgnored);
    expect(sources.listedBy).toBe('ignore-files');
  });

  test('a work tree configured elsewhere is not believed', async () => {
    const elsewhere = temporaryCheckout({ 'other.py': '' });
    const root = temporaryCheckout({ 'a.py': '' });
    git(root, 'init');
    git(root, 'config', 'core.worktree', elsewhere);
    expect(filesOf(await look(root))).toEqual(['a.py']);
  });

  test.skipIf(onWindows)('runs nothing that the checkout names', async () => {
    const root = temporaryCheckout({ 'a.py': '', hooks: '' });
    rmSync(join(root, 'hooks'));
    mkdirSync(join(root, 'hooks'));
    const marker = join(root, 'was-run');
    const script = `#!/bin/sh\ntouch '${marker}'\n`;
    const evil = join(root, 'evil.sh');
    const names = ['post-index-change', 'fsmonitor-watchman', 'pre-commit', 'post-checkout', 'reference-transaction'];
    for (const path of [evil, ...names.map((name) => join(root, 'hooks', name))]) {
      writeFileSync(path, script);
      chmodSync(path, 0o755);
    }
    git(root, 'init');
    git(root, 'add', 'a.py');
    for (const [key, value] of Object.entries({
      'core.fsmonitor': evil,
      'core.hooksPath': join(root, 'hooks'),
      'core.sshCommand': evil,
      'core.pager': evil,
      'core.editor': evil,
      'diff.external': evil,
      'filter.evil.clean': evil,
      'credential.helper': evil,
      'core.alternateRefsCommand': evil,
    })) {
      git(root, 'config', key, value);
    }
    writeFileSync(join(root, '.gitattributes'), '*.py filter=evil diff=evil\n');
    writeFileSync(join(root, 'a.py'), 'changed = 1\n');
    rmSync(marker, { force: true });
    const sources = await look(root);
    expect(sources.listedBy).toBe('git');
    expect(filesOf(sources)).toEqual(['a.py']);
    // The trap works: without our flags git runs it.
    expect(() => writeFileSync(marker, '', { flag: 'wx' })).not.toThrow();
    rmSync(marker);
    git(root, 'status');
    expect(() => writeFileSync(marker, '', { flag: 'wx' })).toThrow();
  });
});

test.skipIf(process.platform !== 'linux')('a name that is not UTF-8 is said, not lost', async () => {
  const expected = { 'b\ufffd.py': 'unreadable' };
  const root = temporaryCheckout({ 'a.py': '' });
  writeFileSync(Buffer.concat([Buffer.from(`${root}/b`), Buffer.from([0xff]), Buffer.from('.py')]), '');
  const walked = await look(root);
  expect(filesOf(walked)).toEqual(['a.py']);
  expect(skippedOf(walked)).toEqual(expected);
  expect(walked.problems).toMatchObject([{ hidesCode: true }]);
  if (!hasGit) return;
  git(root, 'init');
  const listed = await look(root);
  expect(filesOf(listed)).toEqual(['a.py']);
  expect(skippedOf(listed)).toEqual(expected);
});

describe('project files', () => {
  test('are listed with their text, wherever they are but in foreign code', async () => {
    const texts = {
      'pyproject.toml': '[project]\nname = "x"\n',
      'setup.py': 'setup()',
      '.stestr.conf': '',
      '.github/workflows/ci.yml': 'on: push',
      'requirements-dev.txt': '',
      'requirements/base.txt': '',
      'test-requirements.txt': '',
      'sub/tox.ini': '',
      'x.egg-info/PKG-INFO': 'Name: x',
      'x.egg-info/top_level.txt': 'x',
      'docker/Dockerfile.dev': '',
      'docker-compose.test.yml': '',
    };
    const root = temporaryCheckout({
      ...texts,
      'README.md': '',
      '_vendor/setup.cfg': '',
      '.tox/x/setup.py': '',
      'my_requirements.md': '',
    });
    const sources = await look(root, { exclude: ['sub'] });
    expect(Object.fromEntries(sources.projectFiles.map((file) => [file.path, file.text]))).toEqual(texts);
    expect(sources.projectFiles.map((file) => file.path)).toEqual(Object.keys(texts).sort());
    expect(filesOf(sources)).toEqual(['setup.py']);
  });

  test('are found on the way down to a given path, but not beside it', async () => {
    const files = {
      'setup.cfg': '',
      'a/tox.ini': '',
      'a/b/x.py': '',
      'a/c/tox.ini': '',
      '.github/workflows/t.yaml': '',
      'x.egg-info/PKG-INFO': '',
    };
    const expected = ['.github/workflows/t.yaml', 'a/tox.ini', 'setup.cfg'];
    const root = temporaryCheckout(files);
    for (const path of ['a/b', 'a/b/x.py']) {
      expect((await look(root, { paths: [path] })).projectFiles.map((file) => file.path)).toEqual(expected);
    }
  });

  test('those that hold credentials are listed where they were asked for, but not examples of them', async () => {
    const root = temporaryCheckout({
      '.env': 'A=1',
      '.env.example': 'A=',
      'deploy/id_rsa': 'x',
      'deploy/id_rsa.pub': 'x',
      'infra/prod.tfvars': 'a = 1',
      'infra/sample.tfvars': 'a = 1',
      'left/.npmrc': 'x',
      'setup.cfg': '',
    });
    const listed = async (options: Parameters<typeof look>[1]): Promise<string[]> =>
      (await look(root, options)).projectFiles.map((file) => file.path);
    expect(await listed({ exclude: ['left'] })).toEqual(['.env', 'deploy/id_rsa', 'infra/prod.tfvars', 'setup.cfg']);
    expect(await listed({ paths: ['deploy'] })).toEqual(['deploy/id_rsa', 'setup.cfg']);
  });

  test('too big: said, without making the verdict incomplete', async () => {
    const root = temporaryCheckout({ 'tox.ini': Buffer.alloc(262_145, 10), 'uv.lock': Buffer.alloc(1_000_000, 10) });
    const sources = await look(root);
    expect(sources.projectFiles.map((file) => file.path)).toEqual(['uv.lock']);
    expect(sources.problems).toMatchObject([{ file: 'tox.ini', hidesCode: false }]);
  });
});

test('the name of a clone is told if the whole of it was listed', async () => {
  const root = temporaryCheckout({ 'acme/.git/HEAD': '', 'acme/a.py': '', 'acme/sub/b.py': '', 'plain/a.py': '' });
  const nameOf = async (folder: string, path: string): Promise<string | undefined> =>
    (await look(join(root, folder), { paths: [path] })).cloneName;
  expect(await nameOf('acme', '.')).toBe('acme');
  expect(await nameOf('acme', 'sub')).toBeUndefined();
  expect(await nameOf('acme', 'a.py')).toBeUndefined();
  expect(await nameOf('plain', '.')).toBeUndefined();
});

describe('folders that the user named', () => {
  test.each([
    [['.'], undefined],
    [['tests'], 1],
    [['tests/app'], 2],
    [['tests/app', 'tests'], 1],
    [['tests/app', '.'], undefined],
    [['tests/app/main.py'], undefined],
    [['tests/app', 'tests/app/main.py'], undefined],
  ])('%j: %s', async (paths, named) => {
    const root = temporaryCheckout({ 'tests/app/main.py': '' });
    expect((await look(root, { paths })).files.map((file) => file.namedFolders)).toEqual([named]);
  });
});
