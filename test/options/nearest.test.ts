import { expect, test } from 'vitest';
import { editDistance, nearest } from '../../src/base/nearest.ts';

test.each([
  ['', '', 0],
  ['abc', '', 3],
  ['kitten', 'sitting', 3],
  ['--formt', '--format', 1],
  ['scna', 'scan', 1],
])('%j to %j is %d edits', (a, b, distance) => {
  expect(editDistance(a, b)).toBe(distance);
  expect(editDistance(b, a)).toBe(distance);
});

test.each([
  ['sleep-poling', 'sleep-polling'],
  ['pv512', 'PV513'],
  ['hgih', 'high'],
  ['something-else-entirely', undefined],
  ['x'.repeat(5000), undefined],
])('nearest of %s is %s', (name, expected) => {
  expect(nearest(name, ['high', 'PV513', 'sleep-polling'])).toBe(expected);
});
