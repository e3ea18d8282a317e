// What is known of values: one thing varied at a time.
import { describe, expect, test } from 'vitest';
import { probe } from './probe.ts';

type Case = readonly [name: string, code: string, expected: readonly string[]];

function table(cases: readonly Case[]): void {
  test.each(cases)('%s', (_, code, expected) => expect(probe(code)).toEqual(expected));
}

describe('constants', () =>
  table([
    ['literals', "probe(1, 2.5, True, None, 'a', b'b', 0x10, 1_000)", ["1, 2.5, True, None, 'a', b, 16, 1000"]],
    ['arithmetic', 'probe(2 + 3 * 4, 7 // 2, 2 ** 10, 10 / 4, -3 % 5, 6 & 3, ~1)', ['14, 3, 1024, 2.5, 2, 2, -2']],
    [
      'text',
      "probe('a' + 'b', 'ab' * 2, 'a' 'b', '%s-%d' % ('x', 3), '{}/{k}'.format(1, k='y'))",
      ["'ab', 'abab', 'ab', 'x-3', '1/y'"],
    ],
    ['f-string', "n = 3\nprobe(f'a{n}b{{}}', f'{n:>4}')", ["'a3b{}', ?"]],
    ['escapes', String.raw`probe('a\n\x41é', r'\n', '\101')`, ["'a\nAé', '\\n', 'A'"]],
    [
      'comparison',
      "probe(1 < 2, 'a' == 'b', 'a' in 'cat', 1 == True, None is None)",
      ['True, False, True, True, True'],
    ],
    [
      'text methods',
      "probe('AbC'.lower(), ' x '.strip(), ','.join(['a', 'b']), 'a'.encode())",
      ["'abc', 'x', 'a,b', a"],
    ],
    ['a conversion from a base', "probe(int('777', 8), int('0o17', 0), int('ff', base=16))", ['511, 15, 255']],
    ['a conversion', "probe(int('7'), str(5), len('abc'), float('1.5'))", ["7, '5', 3, 1.5"]],
    ['an operation on the unknown', 'probe(x + 1)', ['?']],
    [
      'file modes',
      'import stat\nfrom stat import S_IWOTH\nprobe(stat.S_IRUSR | S_IWOTH, stat.S_IRWXU & ~0o100)',
      ['258, 384'],
    ],
  ]));

describe('branches', () =>
  table([
    ['both ways', 'if x:\n    a = 1\nelse:\n    a = 2\nprobe(a)', ['1 or 2']],
    ['a constant condition', 'if 0:\n    a = 1\nelif True:\n    a = 2\nelse:\n    a = 3\nprobe(a)', ['2']],
    ['code that cannot run', 'if False:\n    probe(1)\nprobe(2)', ['2']],
    ['type checking', 'from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    probe(1)\nprobe(2)', ['2']],
    ['after return', 'def f():\n    return\n    probe(1)', []],
    ['conditional expression', 'probe(1 if x else 2, 3 if 1 else 4)', ['1 or 2, 3']],
    ['refined by equality', 'a = 1 if x else 2\nif a == 1:\n    probe(a)\nelse:\n    probe(a)', ['1', '2']],
    ['refined by is None', 'a = None if x else 2\nif a is not None:\n    probe(a)', ['2']],
    ['or with a default', 'probe(None or 5, 0 and x)', ['5, 0']],
    ['a branch that leaves', 'def f(x):\n    a = 1\n    if x:\n        a = 2\n        return\n    probe(a)', ['1']],
    ['try and except', 'try:\n    a = 1\n    g()\nexcept E:\n    a = 2\nprobe(a)', ['1 or 2']],
    ['finally after return', 'def f():\n    try:\n        return 1\n    finally:\n        probe(1)', ['1']],
    ['match', 'a = 0\nmatch x:\n    case 1:\n        a = 1\nprobe(a)', ['1 or 0']],
  ]));

describe('loops', () =>
  table([
    ['what a loop may change', 'a = 1\nfor i in x:\n    a = 2\nprobe(a)', ['1 or 2']],
    ['what a loop has changed before', 'a = 1\nfor i in x:\n    probe(a)\n    a = 2', ['1 or 2']],
    ['a counter', 'n = 0\nwhile n < 3:\n    n += 1\nprobe(n)', ['?']],
    ['once for each place', 'for i in x:\n    for j in y:\n        probe(1)', ['1']],
    ['elements', "for i in ['a', 'b']:\n    probe(i)", ["'a' or 'b'"]],
    ['break', 'a = 1\nwhile True:\n    if x:\n        a = 2\n        break\nprobe(a)', ['2']],
    ['an endless loop', 'while True:\n    g()\nprobe(1)', []],
    ['else', 'for i in x:\n    break\nelse:\n    probe(1)', ['1']],
    ['comprehension', "probe([y.upper() for y in ['a']])", ["list(*'A')"]],
  ]));

describe('containers', () =>
  table([
    ['dict by key', "d = {'a': 1, 'b': 2}\nprobe(d['a'], d.get('b'), d.get('c', 3))", ['1, 2, 3']],
    ['dict changed', "d = {}\nd['a'] = 1\nd.update(b=2)\nprobe(d)", ['dict(a: 1, b: 2)']],
    ['an alias', "d = {}\ne = d\ne['a'] = 1\nprobe(d['a'])", ['1']],
    ['list by index', 'l = [1, 2]\nl.append(3)\nprobe(l[0], l[-1], l.pop())', ['1, 3, 3']],
    ['unpacking', 'a, (b, c) = 1, (2, 3)\nprobe(a, b, c)', ['1, 2, 3']],
    ['keyword arguments', "o = {'verify': False}\nprobe(**o)\nprobe(**x)", ['verify=False', '**']],
    ['positional arguments', 'l = [1, 2]\nprobe(*l)', ['1, 2']],
    ['membership', "probe('a' in ['a', 'b'], 3 in (1, 2))", ['True, False']],
  ]));

describe('names', () =>
  table([
    ['import', 'import requests as r\nfrom os import path\nprobe(r.get, path.join)', ['requests.get, os.path.join']],
    ['alias', 'import subprocess\nrun = subprocess.run\ndef f():\n    probe(run)', ['subprocess.run']],
    [
      'an instance',
      'import requests\nprobe(requests.Session(), requests.Session().get)',
      ['requests.Session(), requests.Session().get'],
    ],
    ['an unknown maker', "import hashlib\nprobe(hashlib.new('x').digest)", ['hashlib.new()().digest']],
    ['a modelled maker', 'import ssl\nprobe(ssl.create_default_context())', ['ssl.SSLContext()']],
    ['with', "import tarfile\nwith tarfile.TarFile('x') as t:\n    probe(t)", ['tarfile.TarFile()']],
    [
      'annotation',
      'import requests\ndef f(s: requests.Session, t: "Own", u: requests.Session | None):\n    probe(s, t, u)\nclass Own: pass',
      ['requests.Session() [parameter], Own() [parameter], requests.Session() [parameter]'],
    ],
    ['a local of the same name', 'import time\ndef f(time):\n    probe(time.sleep)', ['?']],
    ['global', 'x = 1\ndef f():\n    global x\n    probe(x)', ['1 [module]']],
    [
      'closure over a local import',
      'def f():\n    import requests\n    s = requests.Session()\n    def g():\n        probe(s)\n    return g',
      ['requests.Session()'],
    ],
    [
      'closure over a local that hides a name of the module',
      'a = 1\ndef f():\n    a = 2\n    b = a\n    def g():\n        probe(b)\n    return g',
      ['2'],
    ],
    [
      'closures that define each other',
      'def f():\n    a = b\n    b = a\n    def g():\n        probe(a)\n    return g',
      ['?'],
    ],
    ['closure', 'def f():\n    a = 5\n    def g():\n        probe(a)\n    return g', ['5']],
    ['configuration', 'def f(conf):\n    probe(conf.timeout, CONF.a.b)', ['? [config], CONF.a.b [config]']],
    ['the environment', "import os\nprobe(os.environ['A'], os.environ.get('A'))", ['? [config], ? [config]']],
    ['a parameter', 'def f(n=10):\n    probe(n)', ['? [parameter]']],
  ]));

describe('classes', () =>
  table([
    ['class attribute', 'class A:\n    n = 3\n    def f(self):\n        probe(self.n)', ['3 [class]']],
    [
      'set in another method',
      'import requests\nclass A:\n    def __init__(self):\n        self.s = requests.Session()\n    def f(self):\n        probe(self.s)',
      ['requests.Session() [class]'],
    ],
    [
      'set by a subclass of a subclass',
      'class A:\n    n = 1\nclass B(A): pass\nclass C(B):\n    def f(self):\n        probe(self.n)',
      ['1 [class]'],
    ],
    ['set just before', 'class A:\n    n = 1\n    def f(self):\n        self.n = 2\n        probe(self.n)', ['2']],
    [
      'set to different values',
      'class A:\n    def a(self):\n        self.n = 1\n    def b(self):\n        self.n = 2\n    def f(self):\n        probe(self.n)',
      ['1 or 2 [class]'],
    ],
    ['a method', 'class A:\n    def g(self): return 4\n    def f(self):\n        probe(self.g())', ['4']],
    [
      'a property',
      'class A:\n    @property\n    def g(self): return 4\n    def f(self):\n        probe(self.g)',
      ['4'],
    ],
    [
      'an external base',
      'import requests\nclass A(requests.Session):\n    def f(self):\n        probe(self.get)',
      ['requests.Session().get'],
    ],
    ['an instance elsewhere', 'class A:\n    n = 3\na = A()\nprobe(a, a.n)', ['A(), 3 [class]']],
    [
      'super',
      'class A:\n    def g(self): return 1\nclass B(A):\n    def g(self): return 2\n    def f(self):\n        probe(super().g())',
      ['1'],
    ],
  ]));

describe('calls', () =>
  table([
    ['a constant result', 'def f(): return 5\nprobe(f())', ['5']],
    [
      'an entry of an external result',
      "import jwt\nhead = jwt.get_unverified_header(t)\nprobe(head['alg'], head['a']['b'])",
      ['jwt.get_unverified_header()[](), ?'],
    ],
    ['the argument passed on', 'def f(a): return a\nprobe(f(7))', ['7']],
    [
      'evaluated with constants',
      "def f(flag):\n    if flag:\n        return 'a'\n    return 'b'\nprobe(f(True), f(False))",
      ["'a', 'b'"],
    ],
    ['recursion', 'def f(n):\n    if n:\n        return f(n - 1)\n    return 1\nprobe(f(x))', ['?']],
    ['default', 'def f(a, b=2): return b\nprobe(f(1), f(1, 3), f(1, b=4))', ['2, 3, 4']],
    [
      'an entry of one of several',
      "T = {'a': (1, 'x'), 'b': (2, 'y')}\ndef f(k):\n    n, t = T[k]\n    probe(n, t)",
      ["1 or 2, 'x' or 'y'"],
    ],
    ['a dict from a function', "def f(): return {'a': 1}\nprobe(f()['a'])", ['1']],
    ['nothing returned', 'def f(): pass\nprobe(f())', ['None']],
    ['lambda', 'f = lambda: 3\nprobe(f())', ['3']],
    ['a generator', 'def f():\n    yield 1\nprobe(f())', ['list(*1)']],
  ]));

describe('settings with a default', () =>
  table([
    [
      'read',
      "import os\nprobe(os.getenv('A'), os.getenv('A', 'x'), os.environ.get('A', default=1))",
      ['? [config], ? [config] else x, ? [config] else 1'],
    ],
    [
      'compared',
      "import os\nprobe(os.getenv('A', 'True') == 'True', os.getenv('A', 'no') in ('1', 'yes'))",
      ['? [config] else True, ? [config] else False'],
    ],
    [
      'changed',
      "import os\nprobe(os.getenv('A', 'On').lower(), bool(int(os.getenv('A', '1'))))",
      ['? [config] else on, ? [config] else True'],
    ],
    [
      'or',
      "import os\nprobe(os.getenv('A') or 'x', os.getenv('A', 'y') or 'x', os.getenv('A') or z)",
      ['? [config] else x, ? [config] else y, z'],
    ],
    [
      'default that is not known',
      "import os\nprobe(os.getenv('A', x), os.getenv('A', x) == 1)",
      ['? [config], bool()'],
    ],
  ]));

test('across modules', () => {
  const files = {
    'app/__init__.py': 'from .limits import LIMIT as EXPORTED\n',
    'app/limits.py': "LIMIT = 10\nOPTIONS = {'verify': False}\ndef make(): return LIMIT * 2\n",
    'app/use.py':
      'from app import EXPORTED\nfrom app.limits import *\nfrom . import limits\nprobe(EXPORTED, LIMIT, limits.make())\nprobe(**OPTIONS)\nprobe(OPTIONS)\n',
  };
  expect(probe(files)).toEqual([
    '10 [module], 10 [module], 20 [module]',
    'verify=False',
    'dict(verify: False) [module]',
  ]);
});

test('a text with holes keeps what is known', () => {
  expect(probe("def f(n):\n    probe(f'SELECT {n} FROM t', 'a' + n, 'x %s' % n)")).toEqual([
    "'SELECT ' + ? + ' FROM t', 'a' + ?, 'x ' + ?",
  ]);
});
