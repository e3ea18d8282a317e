// Who is evaluated because of what a function does with its parameters: those who may call it, under any of its names.
import { expect, test } from 'vitest';
import { createCallers } from '../../src/analyse/taint/callers.ts';
import { MODULE } from '../../src/model/file-index.ts';
import { projectOf } from '../model/project-of.ts';

/** Names of the functions that may call the one of that qualified name. */
function callersOf(files: Readonly<Record<string, string>>, callee: string): string[] {
  const project = projectOf(files);
  for (const module of project.modules) {
    const index = module.index.functions.findIndex((_, position) => module.qualifiedName(position) === callee);
    if (index < 0) continue;
    const found = createCallers(project)({ module, index });
    return found.map((one) => (one.index === MODULE ? one.module.name : one.module.qualifiedName(one.index)));
  }
  throw new Error(`no function ${callee}`);
}

test('a call by its own name', () =>
  expect(callersOf({ 'a.py': 'def run(x): pass\ndef go(x):\n  run(x)\n' }, 'run')).toEqual(['go']));

test('a namesake that the file has imported is another function', () =>
  expect(
    callersOf(
      {
        'a.py': 'def run(x): pass\n',
        'b.py': 'def run(x): pass\n',
        'c.py': 'from b import run\ndef other(x):\n  run(x)\n',
        'd.py': 'from a import run\ndef go(x):\n  run(x)\n',
      },
      'run',
    ),
  ).toEqual(['go']));

test('a function of another package is another function', () =>
  expect(
    callersOf(
      { 'a.py': 'import json\ndef load(x): pass\ndef other(x):\n  json.load(x)\ndef go(x):\n  load(x)\n' },
      'load',
    ),
  ).toEqual(['go']));

test('a method of the own class is no function of its name', () => {
  const code =
    'def run(x): pass\nclass A:\n  def run(self, x): pass\n  def other(self, x):\n    self.run(x)\n' +
    'def any(a, x):\n  a.run(x)\n';
  expect(callersOf({ 'a.py': code }, 'run')).toEqual(['any']);
  expect(callersOf({ 'a.py': code }, 'A.run')).toEqual(['A.other', 'any']);
});

test('a method of a subclass may be called by the base', () =>
  expect(
    callersOf(
      {
        'a.py':
          'class A:\n  def run(self, x): pass\n  def go(self, x):\n    self.run(x)\nclass B(A):\n  def run(self, x): pass\n',
      },
      'B.run',
    ),
  ).toEqual(['A.go']));

test('a table, an alias, a name that is imported under another', () => {
  expect(callersOf({ 'a.py': 'def run(x): pass\nT = {"r": run}\ndef go(k, x):\n  T[k](x)\n' }, 'run')).toContain('go');
  expect(callersOf({ 'a.py': 'def run(x): pass\nstart = run\ndef go(x):\n  start(x)\n' }, 'run')).toContain('go');
  expect(
    callersOf({ 'a.py': 'def run(x): pass\n', 'b.py': 'from a import run as start\ndef go(x):\n  start(x)\n' }, 'run'),
  ).toContain('go');
});

test('what a factory makes is called under the name it is given', () =>
  expect(
    callersOf(
      { 'a.py': 'def make(y):\n  def run(x): pass\n  return run\nstart = make(1)\ndef go(x):\n  start(x)\n' },
      'make.run',
    ),
  ).toContain('go'));

test('the result of a call is no other name for what was called', () =>
  expect(
    callersOf({ 'a.py': 'def load(x): pass\ndef go(x):\n  data = load(x)\ndef other(data):\n  print(data)\n' }, 'load'),
  ).toEqual(['go']));

test('an object is called, and has its entries read, under the names it goes by', () => {
  const code =
    'class A:\n  def __init__(self, x): pass\n  def __call__(self, x): pass\nrun = A(1)\ndef go(x):\n  run(x)\n';
  expect(callersOf({ 'a.py': code }, 'A.__call__')).toContain('go');
  expect(callersOf({ 'a.py': code }, 'A.__init__')).toEqual(['a']);
});
