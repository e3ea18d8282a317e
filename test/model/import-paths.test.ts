// Which file an import means: seen from where it stands, as Python's search path would have it.
import { describe, expect, it } from 'vitest';
import type { Definition } from '../../src/model/project-model.ts';
import { moduleAt, projectOf } from './project-of.ts';

const query = 'def query(text):\n    pass\n';

/** Path of the file that `name` comes from, seen from the top level of `path`; the qualified name of what is not in the checkout. */
function origin(files: Readonly<Record<string, string>>, path: string, name: string): string | undefined {
  const project = projectOf(files);
  const found: Definition | undefined = project.member(moduleAt(project, path), name);
  if (found === undefined) return undefined;
  return found.kind === 'external' ? found.name : found.module.path;
}

describe('modules of the same name', () => {
  const two = {
    'orders/app.py': 'from db import query\n',
    'orders/db.py': query,
    'users/app.py': 'import db\nfrom db import query\nfrom models.user import load\nfind = db.query\n',
    'users/db.py': query,
    'users/models/user.py': 'def load():\n    pass\n',
    'orders/models/user.py': 'def load():\n    pass\n',
  };

  it('each program imports its own', () => {
    expect(origin(two, 'orders/app.py', 'query')).toBe('orders/db.py');
    expect(origin(two, 'users/app.py', 'query')).toBe('users/db.py');
    expect(origin(two, 'users/app.py', 'load')).toBe('users/models/user.py');
    expect(origin(two, 'users/app.py', 'find')).toBe('users/db.py');
  });

  it('no two modules have the same name', () => {
    const names = projectOf(two).modules.map((module) => module.name);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toContain('db');
    expect(names).toContain('users.db');
  });

  it('packages of two services are not mixed', () => {
    const files = {
      'a/app/__init__.py': '',
      'a/app/store.py': query,
      'a/main.py': 'from app.store import query\n',
      'b/app/__init__.py': '',
      'b/app/store.py': 'from . import tools\nfrom .tools import query\n',
      'b/app/tools.py': query,
      'b/tests/unit/test_store.py': 'from app.store import query\n',
      'b/tests/unit/other.py': 'import app.tools as t\nquery = t.query\n',
    };
    expect(origin(files, 'a/main.py', 'query')).toBe('a/app/store.py');
    expect(origin(files, 'b/tests/unit/test_store.py', 'query')).toBe('b/app/tools.py');
    expect(origin(files, 'b/app/store.py', 'tools')).toBe('b/app/tools.py');
    expect(origin(files, 'b/tests/unit/other.py', 'query')).toBe('b/app/tools.py');
  });

  it('the one nearest to the top keeps the short name', () => {
    const files = { 'app.py': query, 'an/example/app.py': query, 'other/run.py': 'from app import query\n' };
    expect(origin(files, 'other/run.py', 'query')).toBe('app.py');
  });
});

describe('folders on the search path', () => {
  it('the result does not hang on the folder a scan starts in', () => {
    const files = {
      'shop/__init__.py': '',
      'shop/web/views.py': 'from shop.files.store import query\n',
      'shop/files/store.py': query,
    };
    const deeper = Object.fromEntries(Object.entries(files).map(([path, text]) => [`work/checkouts/${path}`, text]));
    expect(origin(files, 'shop/web/views.py', 'query')).toBe('shop/files/store.py');
    expect(origin(deeper, 'work/checkouts/shop/web/views.py', 'query')).toBe('work/checkouts/shop/files/store.py');
  });

  it('src/ and lib/ of a project belong to it', () => {
    const files = { 'p/src/shop/store.py': query, 'p/tests/test_store.py': 'from shop.store import query\n' };
    expect(origin(files, 'p/tests/test_store.py', 'query')).toBe('p/src/shop/store.py');
  });

  it('folders without __init__.py are packages too', () => {
    const files = {
      'deep/proj/ns/mod.py': query,
      'deep/proj/run.py': 'import ns.mod\nfrom ns import mod\nfind = mod.query\n',
      'deep/proj/ns/inner.py': 'from . import mod\nfrom .mod import query\n',
      'top/mod.py': query,
      'main.py': 'import top.mod\nfind = top.mod.query\n',
    };
    expect(origin(files, 'deep/proj/run.py', 'find')).toBe('deep/proj/ns/mod.py');
    expect(origin(files, 'deep/proj/ns/inner.py', 'query')).toBe('deep/proj/ns/mod.py');
    expect(origin(files, 'deep/proj/ns/inner.py', 'mod')).toBe('deep/proj/ns/mod.py');
    expect(origin(files, 'main.py', 'find')).toBe('top/mod.py');
  });

  it("a package's own modules do not hide what is installed", () => {
    const files = {
      'pkg/__init__.py': '',
      'pkg/redis.py': 'from redis import Redis\n',
      'pkg/cache.py': 'from redis import Redis\nfrom pkg.redis import Redis as Own\n',
    };
    expect(origin(files, 'pkg/cache.py', 'Redis')).toBe('redis.Redis');
    expect(origin(files, 'pkg/cache.py', 'Own')).toBe('redis.Redis');
  });

  it('a module beside the importing one in a package is found by what is taken from it', () => {
    const files = {
      'app/__init__.py': '',
      'app/main.py': 'from db import query\nimport tools\nfind = tools.query\nimport redis\nstore = redis.Redis\n',
      'app/db.py': query,
      'app/tools.py': 'class Other:\n    def inner(self):\n        query = 1\ndef query():\n    pass\n',
      'app/redis.py': 'class Cache:\n    def Redis(self):\n        pass\n',
    };
    expect(origin(files, 'app/main.py', 'query')).toBe('app/db.py');
    expect(origin(files, 'app/main.py', 'find')).toBe('app/tools.py');
    expect(origin(files, 'app/main.py', 'store')).toBe('redis.Redis');
  });

  it('what is named like a module of the standard library hides it in its own folder only', () => {
    const files = {
      'tools/json.py': 'def loads(text):\n    pass\n',
      'tools/run.py': 'from json import loads\n',
      'tools/deep/run.py': 'from json import loads\n',
    };
    expect(origin(files, 'tools/run.py', 'loads')).toBe('tools/json.py');
    expect(origin(files, 'tools/deep/run.py', 'loads')).toBe('json.loads');
  });

  it('the standard library itself keeps its names', () => {
    const files = {
      'usr/lib/python3.11/os.py': '',
      'usr/lib/python3.11/json.py': query,
      'run.py': 'from json import query\n',
    };
    expect(origin(files, 'run.py', 'query')).toBe('usr/lib/python3.11/json.py');
  });

  it('more dots than folders mean nothing', () => {
    expect(origin({ 'a/b.py': 'from ....x import y\n' }, 'a/b.py', 'y')).toBe('?.y');
  });
});
