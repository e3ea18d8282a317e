// What is too long, too deep or too wide to follow: it ends, soon, and where a bound was hit the analysis says so. Each program is
// made here, so that its size is one number.
import { describe, expect, test } from 'vitest';
import type { Analysis } from '../../src/analyse/analysis.ts';
import { analyseTexts } from '../../src/scan-example.ts';
import { ruleFolder } from '../rule-folder.ts';

const head = 'import os\nfrom flask import request\n';

interface Program {
  readonly name: string;
  readonly code: () => string;
  /** Whether the command is reported; undefined where a bound may cut it off. */
  readonly isReported: boolean | undefined;
  /** What the problems say; none where all was followed. */
  readonly cut: RegExp | undefined;
}

const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index);
const lines = (count: number, line: (index: number) => string): string => numbers(count).map(line).join('');

const programs: readonly Program[] = [
  {
    name: 'a chain of 5,000 functions with the sink at its end',
    code: () =>
      `${head}${lines(4999, (i) => `def f${i}(word):\n    f${i + 1}(word)\n`)}def f4999(word):\n    os.system(word)\n` +
      'def view():\n    f0(request.args["q"])\n',
    isReported: undefined,
    cut: undefined,
  },
  {
    name: 'the same the other way round in the file',
    code: () =>
      `${head}def f4999(word):\n    os.system(word)\n${lines(4999, (i) => `def f${4998 - i}(word):\n    f${4999 - i}(word)\n`)}` +
      'def view():\n    f0(request.args["q"])\n',
    isReported: undefined,
    cut: undefined,
  },
  {
    name: 'a chain of 5,000 functions with the source at its end',
    code: () =>
      `${head}${lines(4999, (i) => `def f${i}():\n    return f${i + 1}()\n`)}def f4999():\n    return request.args["q"]\n` +
      'def view():\n    os.system(f0())\n',
    isReported: undefined,
    cut: /calls deep reached/,
  },
  {
    name: 'a cycle of 500 functions',
    code: () =>
      `${head}${lines(500, (i) => `def f${i}(word, depth):\n    if depth:\n        return f${(i + 1) % 500}(word, depth - 1)\n    os.system(word)\n`)}` +
      'def view():\n    f0(request.args["q"], 9)\n',
    isReported: true,
    cut: /calls deep reached/,
  },
  {
    name: 'a function of 20,000 lines',
    code: () =>
      `${head}def view():\n    word = request.args["q"]\n${lines(20_000, (i) => `    word = word + "${i}"\n`)}    os.system(word)\n`,
    isReported: true,
    cut: undefined,
  },
  {
    name: 'a function of 20,000 branches',
    code: () =>
      `${head}def view(flag):\n    word = request.args["q"]\n${lines(10_000, (i) => `    if flag == ${i}:\n        word = word + "${i}"\n`)}` +
      '    os.system(word)\n',
    isReported: true,
    cut: undefined,
  },
  {
    name: 'loops in loops, 15 deep',
    code: () =>
      `${head}def view(items):\n    word = "ls"\n${lines(15, (i) => `${'    '.repeat(i + 1)}for x${i} in items:\n`)}` +
      `${'    '.repeat(16)}os.system(word)\n${'    '.repeat(16)}word = request.args["q"]\n`,
    isReported: true,
    cut: undefined,
  },
  {
    name: 'a function of 80,000 lines',
    code: () =>
      `${head}def view():\n    word = request.args["q"]\n${lines(80_000, (i) => `    word = word + "${i}"\n`)}    os.system(word)\n`,
    isReported: undefined,
    cut: /steps reached/,
  },
  {
    name: 'a dict of 100,000 keys',
    code: () =>
      `${head}def view():\n    words = {\n${lines(100_000, (i) => `        "k${i}": "v${i}",\n`)}        "last": request.args["q"],\n    }\n` +
      '    os.system(words["last"])\n',
    isReported: true,
    cut: undefined,
  },
  {
    name: 'a text of 20,000 pieces',
    code: () => `${head}def view():\n    os.system(${lines(20_000, (i) => `"${i}" + `)}request.args["q"])\n`,
    isReported: true,
    cut: undefined,
  },
  {
    name: 'a property that stores what reads it again, 40 times',
    code: () =>
      `${head}class Env:\n    def __init__(self, notes):\n        self.notes = notes\n        self._base = None\n    @property\n    def base(self):\n` +
      '        if self._base is None:\n            self._base = request.args["q"]\n            self.notes["last"] = self.told()\n        return self._base\n' +
      `    def told(self):\n        return {${lines(40, (i) => `"k${i}": self.base.k${i}, `)}}\n    def run(self):\n        os.system(self.base)\n`,
    isReported: true,
    cut: undefined,
  },
  {
    name: '2,000 callers of one helper',
    code: () =>
      `${head}def run(word):\n    os.system(word)\n${lines(2000, (i) => `def view${i}():\n    run(request.args["q${i}"])\n`)}`,
    isReported: true,
    cut: undefined,
  },
];

describe('bounds', () => {
  let spent = 0;

  test.each(programs)(
    '$name',
    ({ code, isReported, cut }) => {
      const text = code();
      const begin = process.cpuUsage();
      const analysis = analyse(text);
      const { user, system } = process.cpuUsage(begin);
      spent += (user + system) / 1e6;
      const messages = analysis.problems
        .filter(({ message }) => !message.includes('import could not be resolved'))
        .map(({ message }) => message);
      const isFound = analysis.detections.some(({ tier }) => tier === 'defect');
      // What is neither found nor said to be cut off is a hole that nobody sees.
      expect(isFound || messages.length > 0).toBe(true);
      expect(messages.filter((message) => !/reached\.$/.test(message))).toEqual([]);
      if (isReported !== undefined) expect(isFound).toBe(isReported);
      if (cut === undefined) expect(isReported === true ? messages : []).toEqual([]);
      else expect(messages.some((message) => cut.test(message))).toBe(true);
    },
    60_000,
  );

  // Seconds of all processors; a dozen on the slowest machine that was tried.
  test('all together take seconds', () => expect(spent).toBeLessThan(60));
});

function analyse(text: string): Analysis {
  const rule = ruleFolder.rules.find((file) => file.rule.id === 'command-injection')!.rule;
  return analyseTexts(
    { 'main.py': text },
    { rules: [rule], models: ruleFolder.models, all: [rule], hash: rule.code, familiesNotExamined: [] },
  );
}
