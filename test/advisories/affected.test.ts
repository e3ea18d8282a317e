import { expect, test } from 'vitest';
import type { RangeEvent } from '../../src/advisories/advisory.ts';
import { affects, affectsAll, fixedVersions } from '../../src/advisories/affected.ts';
import { readRange, readVersion } from '../../src/model/version-range.ts';

/** `>1 <2`: introduced in 1, fixed in 2; `<=2`: last affected. */
const range = (text: string): RangeEvent[] =>
  text.split(' ').map((part): RangeEvent => {
    if (part.startsWith('>')) return { kind: 'introduced', version: part.slice(1) };
    if (part.startsWith('<=')) return { kind: 'last_affected', version: part.slice(2) };
    return { kind: 'fixed', version: part.slice(1) };
  });

const about = (ranges: readonly string[], versions: readonly string[] = []) => ({
  ranges: ranges.map(range),
  versions,
});

test.each<[ranges: string[], versions: string[], affected: string, safe: string]>([
  [
    ['>0 <1.4.3'],
    [],
    '0.0.1.dev1 1.0 1.4.2 1.4.2.post9 1.4.3.dev1 1.4.3rc1 v1.4.2 1.4.2+local.1',
    '1.4.3 1.4.3.post1 1.4.10 2.0a1 1!0.1',
  ],
  [['>1.0 <=1.4'], [], '1.0 1 1.4 1.4.0 1.4.0.0', '0.9 1.0rc1 1.4.1 1.4.post1'],
  [['>1.10'], [], '1.10 1.11 2!0', '1.9 1.10rc1'],
  // Several ranges, and several in one.
  [['>1 <1.5', '>2 <2.5'], [], '1.2 2.2', '1.5 1.9 2.5'],
  [['>1 <1.5 >2 <2.5'], [], '1.2 2.2', '0.9 1.5 1.9 2.5'],
  // Events in any order.
  [['<2.5 >2 <1.5 >1'], [], '1.2 2.2', '1.5 1.9 2.5'],
  // Only single versions; other spellings of them; what is no version at all.
  [[], ['1.0.0', '2.0', 'r23-old'], '1.0 1.0.0 2.0 r23-old', '1.0.1 2.0.post1 r23'],
  // A range whose end cannot be read says nothing.
  [['>1 <next'], [], '', '1.2'],
])('%j and %j', (ranges, versions, affected, safe) => {
  const words = (text: string): string[] => text.split(' ').filter((word) => word !== '');
  const found = [...words(affected), ...words(safe)].filter((version) => affects(about(ranges, versions), version));
  expect(found).toEqual(words(affected));
});

test.each<[constraint: string, ranges: string[], all: boolean]>([
  ['>=1.2,<1.4', ['>1 <1.4'], true],
  ['>=1.2,<=1.4', ['>1 <1.4'], false],
  ['>=1.2,<=1.4', ['>1 <=1.4'], true],
  ['~=1.2.0', ['>0 <1.3'], true],
  ['~=1.2', ['>0 <1.3'], false],
  ['==1.2.*', ['>1.2 <1.3'], true],
  ['>=1.2', ['>1 <1.4'], false],
  ['>=1.2', ['>1'], true],
  ['<1.4', ['>0 <1.4'], true],
  ['<1.4', ['>1 <1.4'], false],
  ['', ['>0'], true],
  ['>=1.2,<2.4', ['>1 <1.5', '>2 <2.5'], false],
  ['>=2,<1', ['>0'], false],
])('every version of %s is in %j: %s', (constraint, ranges, all) => {
  expect(affectsAll(about(ranges), readRange(constraint)!)).toBe(all);
});

test('fixed versions are those later than a version', () => {
  expect(fixedVersions(about(['>0 <1.5', '>2 <2.5']), readVersion('1.7')!)).toEqual(['2.5']);
});
