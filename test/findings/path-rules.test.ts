import { describe, expect, test } from 'vitest';
import type { PathRules } from '../../src/base/options.ts';
import { rule, settled, smallProject } from './small-project.ts';

const rules = [rule('PV103', { severity: 5 }), rule('PV201', { severity: 8 }), rule('BP101')];
const project = smallProject({ 'app/a.py': 'one()\ntwo()\nthree()\n', 'tests/t.py': 'one()\ntwo()\nthree()\n' });
const detections = ['app/a.py', 'tests/t.py'].flatMap((path) => [
  project.detect(path, 'PV103', 'one()'),
  project.detect(path, 'PV201', 'two()', { tier: 'hotspot' }),
  project.detect(path, 'BP101', 'three()'),
]);
const left = (...perPath: Partial<PathRules>[]) => {
  const set = settled(project, detections, rules, {
    perPath: perPath.map((one) => ({ paths: [], select: [], ignore: [], ...one })),
  });
  return { found: set.findings.map(({ file, rule: code }) => `${file} ${code}`), leftOut: set.leftOut };
};
const inApp = ['app/a.py PV103', 'app/a.py PV201', 'app/a.py BP101'];

describe('settings by path', () => {
  test('ignore names a code, an id, a group, or a rule to review', () => {
    expect(left({ paths: ['tests/**'], ignore: ['PV103', 'rule-bp101'] })).toEqual({
      found: [...inApp, 'tests/t.py PV201'],
      leftOut: [{ paths: ['tests/**'], security: 1, practice: 1 }],
    });
    expect(left({ paths: ['tests/'], ignore: ['security'] }).found).toEqual([...inApp, 'tests/t.py BP101']);
    expect(left({ paths: ['t.py'], ignore: ['PV201/review', 'practice'] }).found).toEqual([
      ...inApp,
      'tests/t.py PV103',
    ]);
  });
  test('select leaves the others out; min-severity spares practice notes', () => {
    expect(left({ paths: ['tests/**'], select: ['PV103'] }).found).toEqual([...inApp, 'tests/t.py PV103']);
    expect(left({ paths: ['tests/**'], minSeverity: 'high' }).found).toEqual([...inApp, 'tests/t.py BP101']);
  });
  test('a later glob may take back an earlier one; without a match nothing is left out', () => {
    expect(left({ paths: ['*.py', '!app/a.py'], ignore: ['practice'] }).found).toEqual([
      ...inApp,
      'tests/t.py PV103',
      'tests/t.py PV201',
    ]);
    expect(left({ paths: ['nowhere/**'], ignore: ['security'] }).leftOut).toBeUndefined();
  });
});
