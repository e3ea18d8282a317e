// What an analysis says when its time runs out, and what it tells of its progress.
import { expect, test } from 'vitest';
import type { AnalyseOptions } from '../../src/analyse/analyse.ts';
import { analyse } from '../../src/analyse/analyse.ts';
import type { Analysis } from '../../src/analyse/analysis.ts';
import type { RuleSet } from '../../src/rules/load-rule-set.ts';
import { projectOf } from '../model/project-of.ts';
import { ruleFolder } from '../rule-folder.ts';

const unchecked = 'import requests\nrequests.get("https://example.org", verify=False)\n';
const files = { 'a.py': unchecked, 'b.py': unchecked, 'c.pyi': 'x: int\n', 'd.py': unchecked };
const rules = ruleFolder.rules.map(({ rule }) => rule).filter((rule) => rule.code === 'PV513');
const ruleSet: RuleSet = { rules, models: ruleFolder.models, all: rules, hash: '', familiesNotExamined: [] };

const limits = ({ problems }: Analysis): Analysis['problems'] => problems.filter(({ id }) => id === 'PVN004');

function analyseWith(options: Partial<AnalyseOptions>, texts: Readonly<Record<string, string>> = files): Analysis {
  return analyse(projectOf(texts), ruleSet, { deferToConfiguredLinters: true, ...options });
}

/** True from the question after the first `files` on. */
function after(files: number): () => boolean {
  let asked = 0;
  return () => asked++ >= files;
}

test('results so far, and one problem with the files that are left', () => {
  const analysis = analyseWith({ outOfTime: after(1) });
  const { detections, coverage } = analysis;
  expect(detections.map((detection) => detection.file)).toEqual(['a.py']);
  expect(coverage.files.map((file) => file.path)).toEqual(['a.py']);
  expect(limits(analysis)).toEqual([
    {
      id: 'PVN004',
      message:
        'Time ran out: 2 of 3 files were not analysed (b.py, d.py). Raise timeout-minutes, or exclude what needs no review.',
      files: ['b.py', 'd.py'],
      hidesCode: true,
    },
  ]);
});

test('of many files a few are named', () => {
  const many = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`f${String(i).padStart(2, '0')}.py`, '']));
  const [problem] = limits(analyseWith({ outOfTime: after(0) }, many));
  expect(problem?.message).toMatch(/^Time ran out: 30 of 30 files .* \(f00\.py, .*, f09\.py and 20 more\)/);
  expect(problem?.files).toHaveLength(30);
});

test('time enough, or no limit: no problem', () => {
  for (const options of [{ outOfTime: after(3) }, {}]) {
    const analysis = analyseWith(options);
    expect([analysis.coverage.files.length, limits(analysis)]).toEqual([3, []]);
  }
});

test('progress is told after each file, and once at the end', () => {
  const told: string[] = [];
  const onProgress = (done: number, total: number): void => void told.push(`${done}/${total}`);
  analyseWith({ onProgress });
  expect(told).toEqual(['1/3', '2/3', '3/3', '3/3']);
  told.length = 0;
  analyseWith({ onProgress, outOfTime: after(1) });
  expect(told).toEqual(['1/3', '3/3']);
});
