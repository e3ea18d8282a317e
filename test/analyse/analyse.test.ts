// The stage as a whole: policy by kind of code, failures that stay where they happen, bounds that are told.
import { describe, expect, test } from 'vitest';
import type { Analysis } from '../../src/analyse/analysis.ts';
import { analyse } from '../../src/analyse/analyse.ts';
import type { RuleSet } from '../../src/rules/load-rule-set.ts';
import type { Rule } from '../../src/rules/schema.ts';
import { detectors } from '../../src/analyse/detectors/table.ts';
import { projectOf } from '../model/project-of.ts';
import { ruleFolder } from '../rule-folder.ts';

const rule = (code: string): Rule => ruleFolder.rules.find((file) => file.rule.code === code)!.rule;

function ruleSet(...rules: Rule[]): RuleSet {
  return { rules, models: ruleFolder.models, all: rules, hash: '', familiesNotExamined: [] };
}

const unsafe = 'import requests\nrequests.get(url, verify=False)\n';
const options = { deferToConfiguredLinters: true };

function tiers(files: Readonly<Record<string, string>>): string[] {
  const analysis = analyse(projectOf(files), ruleSet(rule('PV513')), options);
  return analysis.detections.map(({ file, tier, level }) => `${file} ${tier}${level === undefined ? '' : ` ${level}`}`);
}

describe('a rule whose test behaviour is note', () => {
  test('is a defect in production', () => expect(tiers({ 'app/a.py': unsafe })).toEqual(['app/a.py defect']));
  test('is to review in test code', () =>
    expect(tiers({ 'tests/test_a.py': unsafe })).toEqual(['tests/test_a.py hotspot note']));
  test('is to review in examples and documentation', () =>
    expect(tiers({ 'docs/a.py': unsafe, 'examples/a.py': unsafe })).toEqual([
      'docs/a.py hotspot note',
      'examples/a.py hotspot note',
    ]));
  test('says nothing about stubs', () => expect(tiers({ 'app/a.pyi': unsafe })).toEqual([]));
});

describe('a detector that throws', () => {
  const broken = (): Analysis =>
    analyse(
      projectOf({ 'a.py': unsafe, 'b.py': 'import requests\nrequests.post(url)\nrequests.get(url)\n' }),
      ruleSet(rule('PV513')),
      options,
      {
        ...detectors,
        usage: () => ({
          interest: { calls: [{ name: 'get' }] },
          observer: {
            call: () => {
              throw new Error('boom');
            },
          },
        }),
      },
    );
  test('costs its rule on each file once, and the run goes on', () => {
    expect(broken().problems.filter(({ id }) => id === 'PVN005')).toEqual([
      {
        id: 'PVN005',
        message: 'PV513 failed on a.py (boom); please report it.',
        rule: 'PV513',
        file: 'a.py',
        hidesCode: true,
      },
      {
        id: 'PVN005',
        message: 'PV513 failed on b.py (boom); please report it.',
        rule: 'PV513',
        file: 'b.py',
        hidesCode: true,
      },
    ]);
    expect(broken().coverage.files).toHaveLength(2);
  });
});

test('code that is nested too deep to follow is a problem of its function', () => {
  const deep = `import requests\ndef f():\n    x = ${'-'.repeat(50_000)}1\n    requests.get(u, verify=False)\n${unsafe}`;
  const { problems, detections } = analyse(projectOf({ 'a.py': deep }), ruleSet(rule('PV513')), options);
  expect(problems.map(({ id, file, hidesCode }) => ({ id, file, hidesCode }))).toContainEqual({
    id: 'PVN004',
    file: 'a.py',
    hidesCode: true,
  });
  expect(detections).toHaveLength(1);
});

test('detections come in the order of their places', () => {
  const { detections } = analyse(
    projectOf({ 'b.py': unsafe + unsafe, 'a.py': unsafe }),
    ruleSet(rule('PV513')),
    options,
  );
  expect(detections.map(({ file, range }) => `${file} ${range.start}`)).toEqual(['a.py 25', 'b.py 25', 'b.py 73']);
});

describe('what kept it from seeing', () => {
  const messages = (
    files: Readonly<Record<string, string>>,
    packaging: Readonly<Record<string, string>> = {},
  ): string[] =>
    analyse(projectOf(files, packaging), ruleSet(), options).problems.map(({ id, message }) => `${id} ${message}`);
  test('imports that lead nowhere', () =>
    expect(
      messages({
        'app/__init__.py': '',
        'app/a.py': 'import os, yaml\nfrom . import b\nfrom .gone import x\nfrom app.b import y\n',
        'app/b.py': '',
      }),
    ).toEqual([
      'PVN006 2 imports could not be resolved (app, yaml): not in the checkout, not in the standard library, not declared.',
    ]));
  test('a declared dependency', () =>
    expect(messages({ 'a.py': 'import requests\n' }, { 'requirements.txt': 'requests>=2\n' })).toEqual([
      'PVN009 1 declared dependency is not in the checkout (requests): of its functions only what models say is known.',
    ]));
  test('code that makes code', () =>
    expect(messages({ 'a.py': 'exec(x)\nfrom os import *\ndef f(eval): eval(x)\n' })).toEqual([
      'PVN008 1 call of exec or eval and 1 star import of unknown modules hide what names stand for.',
    ]));
  test('nothing', () => expect(messages({ 'a.py': 'import os\n' })).toEqual([]));
});
