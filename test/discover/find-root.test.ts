import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findRoot } from '../../src/discover/find-root.ts';
import { temporaryCheckout } from './temporary-checkout.ts';

test.each<[string, readonly string[], readonly string[], string]>([
  ['the git top level', ['r/.git/HEAD', 'r/p/__init__.py', 'r/p/a.py'], ['r/p/a.py'], 'r'],
  ['a git file, as in a work tree', ['r/.git', 'r/p/a.py'], ['r/p'], 'r'],
  [
    'the git top level that holds all paths',
    ['r/.git/HEAD', 'r/s/.git/HEAD', 'r/s/a.py', 'r/b.py'],
    ['r/s/a.py', 'r/b.py'],
    'r',
  ],
  ['beside the outermost package', ['r/p/__init__.py', 'r/p/q/__init__.py', 'r/p/q/a.py'], ['r/p/q/a.py'], 'r'],
  ['through a folder of a package that is none', ['r/p/__init__.py', 'r/p/data/a.py'], ['r/p/data'], 'r'],
  ['not past the project', ['r/__init__.py', 'r/x/pyproject.toml', 'r/x/a.py'], ['r/x/a.py'], 'r/x'],
  ['not past a gap', ['r/__init__.py', 'r/x/p/__init__.py', 'r/x/p/a.py'], ['r/x/p/a.py'], 'r/x'],
  ['the directory', ['r/a.py'], ['r'], 'r'],
  ['the directory of a file', ['r/a.py'], ['r/a.py'], 'r'],
  ['the common directory', ['r/x/a.py', 'r/xy/b.py'], ['r/x/a.py', 'r/xy'], 'r'],
])('%s', (_, files, paths, expected) => {
  const base = temporaryCheckout(Object.fromEntries(files.map((path) => [path, ''])));
  expect(findRoot(paths.map((path) => join(base, path)))).toBe(join(base, expected));
});
