import { describe, expect, test } from 'vitest';
import { filePath } from '../../src/base/file-path.ts';
import type { Finding } from '../../src/findings/finding-set.ts';
import { compareRank, orderO, rankScore } from '../../src/findings/rank.ts';
import { ruleTable } from '../../src/findings/rule-view.ts';
import { defaultLevel, findingSeverity, severityBand } from '../../src/findings/severity.ts';
import { rule } from './small-project.ts';

test.each([
  ['note', {}, 'no', 1],
  ['warning', {}, 'no', 3],
  ['note', {}, 'line', 3],
  ['note', {}, 'file', 2],
  ['note', { numberKnown: true, spansFiles: true, callingTests: 3 }, 'no', 4],
  ['note', { callingTests: 2 }, 'no', 1],
  ['warning', { explainedByComment: true, fixtureData: true }, 'no', 1],
] as const)('score of a %s with %o, changed: %s', (level, evidence, changed, score) => {
  expect(rankScore(level, evidence, changed)).toBe(score);
});

const finding = (code: string, more: Partial<Finding> = {}): Finding =>
  ({
    rule: code,
    ruleId: code,
    tier: 'note',
    level: 'note',
    rank: 1,
    file: filePath('a.py'),
    region: { startLine: 1, startColumn: 1 },
    fingerprint: '',
    ...more,
  }) as Finding;
const shuffled = <T>(list: readonly T[]): T[] => [...list.slice(3), ...list.slice(0, 3)].reverse();

test('notes: rank, family (waiting, flakiness, errors, values, comments), path, line', () => {
  const order = [
    finding('BP407', { rank: 3 }),
    finding('BP101'),
    finding('BP151'),
    finding('BP301'),
    finding('BP201'),
    finding('BP403'),
    finding('BP403', { region: { startLine: 2, startColumn: 1, endLine: 2, endColumn: 2 } }),
    finding('BP403', { file: filePath('b.py') }),
  ];
  expect(shuffled(order).sort(compareRank)).toEqual(order);
});

test('order O: tier, severity, level of notes, precision, place', () => {
  const rules = ruleTable([rule('PV101'), rule('PV102', { precision: 'medium' }), rule('BP101'), rule('BP103')]);
  const order = [
    finding('PV101', { tier: 'defect', severity: 9.1 }),
    finding('PV101', { tier: 'defect', severity: 7, file: filePath('z.py') }),
    finding('PV102', { tier: 'defect', severity: 7 }),
    finding('PV101', { tier: 'hotspot', severity: 6.9 }),
    finding('PV101', { tier: 'hotspot', severity: 5 }),
    finding('BP103', { level: 'warning', file: filePath('z.py') }),
    finding('BP101'),
    finding('BP101', { file: filePath('b.py') }),
  ];
  expect(shuffled(order).sort(orderO(rules))).toEqual(order);
});

describe('severity', () => {
  test.each([
    [rule('PV101', { severity: 9.8 }), 'defect', 9.8, 'error'],
    [rule('PV101', { severity: 9.8 }), 'hotspot', 6.9, 'warning'],
    [rule('PV101', { severity: 5 }), 'hotspot', 5, 'warning'],
    [rule('PV101', { severity: 2 }), 'defect', 2, 'note'],
    [rule('PV101', { severity: 5, tier: 'hotspot', caseSeverity: { defect: 7.5 } }), 'defect', 7.5, 'error'],
    [rule('PV101', { severity: 9.8, caseSeverity: { hotspot: 4 } }), 'hotspot', 4, 'warning'],
    [rule('BP101'), 'note', undefined, 'note'],
    [rule('BP101', { severity: { test: 'note', production: 'warning' } }), 'note', undefined, 'warning'],
  ] as const)('%o as %s', (of, tier, severity, level) => {
    expect(findingSeverity(of, { tier })).toBe(severity);
    expect(defaultLevel(of, { tier, inTest: false })).toBe(level);
  });

  test('a practice rule has its own level in tests', () => {
    const of = rule('BP101', { severity: { test: 'note', production: 'warning' } });
    expect(defaultLevel(of, { tier: 'note', inTest: true })).toBe('note');
  });

  test('a place may have a number of its own', () => {
    const of = rule('PV712', { severity: 7.5 });
    expect(findingSeverity(of, { tier: 'defect', severity: 3.1 })).toBe(3.1);
    expect(findingSeverity(of, { tier: 'hotspot', severity: 9.8 })).toBe(6.9);
    expect(defaultLevel(of, { tier: 'defect', severity: 3.1, inTest: false })).toBe('note');
  });

  test.each([
    [9.1, 'critical'],
    [8.9, 'high'],
    [7, 'high'],
    [6.9, 'medium'],
    [4, 'medium'],
    [3.9, 'low'],
    [0.1, 'low'],
  ] as const)('%d is %s', (severity, band) => expect(severityBand(severity)).toBe(band));
});
