import { describe, expect, test } from 'vitest';
import type { Problem } from '../../src/base/problem.ts';
import type { Finding, FindingSet } from '../../src/findings/finding-set.ts';
import { gate } from '../../src/deliver/gate.ts';
import type { GateOptions } from '../../src/deliver/gate.ts';
import { finding, findingSet } from './finding-set.ts';

const high = finding();
const critical = finding({ severity: 9.1 });
const medium = finding({ severity: 6.9 });
const hotspot = finding({ tier: 'hotspot', severity: 6.9 });
const note = finding({ tier: 'note', level: 'note', rule: 'BP101', severity: undefined as never });
const warning = finding({ ...note, level: 'warning' });
const accepted = finding({ suppression: { mark: '# nosec', reason: '', file: high.file, line: 1 } });
const known = finding({ baseline: 'unchanged' });
const fresh = finding({ baseline: 'new' });

const defaults: GateOptions = { failOn: 'high', failScope: 'all', failOnPractice: 'none', failOnIncomplete: false };

test.each<[string, Finding[], Partial<GateOptions>, 0 | 1, string]>([
  ['nothing found', [], {}, 0, 'passed (fail-on: high)'],
  ['high', [high, medium], {}, 1, '1 security defect of severity high or above (fail-on: high)'],
  ['critical and high', [high, critical], {}, 1, '2 security defects of severity high or above (fail-on: high)'],
  ['only medium', [medium], {}, 0, 'passed (fail-on: high)'],
  [
    'medium, asked for',
    [medium],
    { failOn: 'medium' },
    1,
    '1 security defect of severity medium or above (fail-on: medium)',
  ],
  ['high, critical asked for', [high], { failOn: 'critical' }, 0, 'passed (fail-on: critical)'],
  ['hotspots never', [hotspot], { failOn: 'low', failOnPractice: 'note' }, 0, 'passed (fail-on: low)'],
  ['suppressed never', [accepted], { failOn: 'low' }, 0, 'passed (fail-on: low)'],
  ['notes not unless asked', [note, warning], {}, 0, 'passed (fail-on: high)'],
  [
    'warnings',
    [note, warning],
    { failOnPractice: 'warning' },
    1,
    '1 best-practice note of level warning (fail-on-practice: warning)',
  ],
  [
    'notes',
    [note, warning],
    { failOnPractice: 'note' },
    1,
    '2 best-practice notes of level note or above (fail-on-practice: note)',
  ],
  ['scope none', [high], { failScope: 'none' }, 0, 'off (fail-scope: none)'],
  ['fail-on none', [high], { failOn: 'none' }, 0, 'off (fail-on: none)'],
  [
    'new ones',
    [known, fresh],
    { failScope: 'new' },
    1,
    '1 security defect of severity high or above that the baseline lacks (fail-on: high)',
  ],
  ['known ones', [known], { failScope: 'new' }, 0, 'passed (fail-on: high that the baseline lacks)'],
])('%s', (_name, findings, options, exitCode, text) => {
  const result = gate(findingSet(findings), { ...defaults, ...options });
  expect(result).toMatchObject({ exitCode, text });
  expect(result.result === 'failed').toBe(exitCode === 1);
});

describe('fail-on-incomplete', () => {
  const problem: Problem = { id: 'PVN001', message: 'a.py could not be parsed', hidesCode: true };
  const options = { ...defaults, failOnIncomplete: true };
  const nothing: Partial<FindingSet> = { verdict: 'incomplete', coverage: { ...findingSet().coverage, files: [] } };

  test.each<[string, Finding[], Partial<FindingSet>, 0 | 1 | 4]>([
    ['complete', [], {}, 0],
    ['a problem that hides nothing', [], { problems: [{ ...problem, hidesCode: false }] }, 0],
    ['a problem that hides code', [], { problems: [problem] }, 4],
    ['with defects, of which none fails', [medium], { problems: [problem] }, 4],
    ['with a defect that fails', [high], { problems: [problem] }, 1],
    ['no file', [], nothing, 4],
  ])('%s', (_name, findings, changes, exitCode) => {
    expect(gate(findingSet(findings, changes), options).exitCode).toBe(exitCode);
  });

  test('counts also when nothing else can fail', () => {
    expect(gate(findingSet([], { problems: [problem] }), { ...options, failScope: 'none' })).toMatchObject({
      result: 'failed',
      exitCode: 4,
    });
  });
});
