import { describe, expect, test } from 'vitest';
import { readOsv } from '../../src/advisories/read-osv.ts';
import { document, worst } from './documents.ts';

const advisory = (more: Readonly<Record<string, unknown>>) => {
  const read = readOsv(document('PYSEC-0000-1', more));
  return read.ok ? read.packages.get('shop-label') : undefined;
};

test('what a document says', () => {
  expect(
    advisory({ aliases: ['GHSA-0000-0000-0001', 'CVE-0000-10001'], summary: 'Labels\n\u001b[31mwin', severity: worst }),
  ).toEqual({
    id: 'PYSEC-0000-1',
    aliases: ['CVE-0000-10001', 'GHSA-0000-0000-0001'],
    summary: 'Labels [31mwin',
    severity: 9.8,
    ranges: [
      [
        { kind: 'introduced', version: '1.0' },
        { kind: 'fixed', version: '1.4.3' },
      ],
    ],
    versions: [],
    symbols: [],
  });
});

test('entries about one package add up', () => {
  const one = { package: { ecosystem: 'PyPI', name: 'shop-label' } };
  const imports = [{ attribute: 'draw', modules: ['shop_label'] }];
  const both = advisory({
    affected: [
      { ...one, versions: ['1'], ecosystem_specific: { imports } },
      { ...one, versions: ['2'], ecosystem_specific: { imports } },
    ],
  });
  expect(both).toMatchObject({ versions: ['1', '2'], symbols: [...imports, ...imports] });
  // One that is about the whole package makes the names of parts pointless.
  expect(
    advisory({
      affected: [
        { ...one, versions: ['1'] },
        { ...one, versions: ['2'], ecosystem_specific: { imports } },
      ],
    }),
  ).toMatchObject({ symbols: [] });
});

describe('severity', () => {
  test.each<[string, Readonly<Record<string, unknown>>, number | undefined]>([
    ['none', {}, undefined],
    ['a vector', { severity: worst }, 9.8],
    [
      'a vector of CVSS 4 and a word',
      { severity: [{ type: 'CVSS_V4', score: 'CVSS:4.0/AV:N' }], database_specific: { severity: 'HIGH' } },
      8,
    ],
    ['a word', { database_specific: { severity: 'MODERATE' } }, 5.5],
    ['a word that is none', { database_specific: { severity: 'constructor' } }, undefined],
    ['a vector and a word', { severity: worst, database_specific: { severity: 'LOW' } }, 9.8],
  ])('%s', (_, more, severity) => expect(advisory(more)?.severity).toBe(severity));
});

test.each<[string, unknown]>([
  ['withdrawn', document('PYSEC-0000-1', { withdrawn: '2020-01-02T00:00:00Z' })],
  ['another ecosystem', document('A-1', { affected: [{ package: { ecosystem: 'npm', name: 'shop-label' } }] })],
  ['about nothing', document('A-1', { affected: [] })],
  ['without a package', document('A-1', { affected: [{ ranges: [{ type: 'GIT', events: [{ introduced: '0' }] }] }] })],
])('%s: no package', (_, json) => expect(readOsv(json)).toEqual({ ok: true, packages: new Map() }));

const broken = (affected: Readonly<Record<string, unknown>>) =>
  document('A-1', { affected: [{ package: { ecosystem: 'PyPI', name: 'a' }, ...affected }] });

test.each<[string, unknown, string]>([
  ['no object', [1], 'it has no "id"'],
  ['another schema', { name: 'shop', version: '1.0' }, 'it has no "id"'],
  ['an id that is markup', document('<b>'), 'it has no "id"'],
  ['affected', document('A-1', { affected: {} }), '"affected" is no list'],
  ['a name', broken({ package: { ecosystem: 'PyPI' } }), 'affected[0] has no name'],
  ['a type of range', broken({ ranges: [{ type: 'NEW', events: [] }] }), 'affected[0] has a range of unknown type'],
  [
    'a range',
    broken({ ranges: [{ type: 'ECOSYSTEM', events: [{ fixed: '1' }] }] }),
    'affected[0] has a range without "introduced"',
  ],
  ['versions', broken({ versions: '1.0' }), 'the "versions" of affected[0] are no list'],
])('wrong: %s', (_, json, reason) => {
  expect(readOsv(json)).toEqual({ ok: false, reason: expect.stringContaining(reason) });
});
