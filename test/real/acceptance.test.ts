// The whole program on real code: the file the seed review is about, nova, the standard library with its tests.
// Runs the committed dist/, as a user would.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ReportJson } from '../../src/report/report-schema.ts';
import { corpusFolder } from './corpus.ts';

const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const nova = join(corpusFolder(), 'python3-nova/usr/lib/python3/dist-packages');
const seed = 'nova/tests/functional/regressions/test_bug_1718455.py';
// Where what the scans write stays, for whoever checks it further.
const kept = process.env['PYVERDICT_REAL_RESULTS'];
const out = kept ?? mkdtempSync(join(tmpdir(), 'pyverdict-acceptance-'));
afterAll(() => {
  if (kept === undefined) rmSync(out, { recursive: true });
});

/** Scans paths and returns the report; SARIF and summary go beside it. */
function scan(name: string, paths: readonly string[], ...more: string[]): ReportJson {
  const file = (extension: string): string => join(out, name, `results.${extension}`);
  const files = ['--json', file('json'), '--sarif', file('sarif'), '--summary', file('md')];
  const { status, stderr } = spawnSync(
    process.execPath,
    [cli, 'scan', ...paths, ...files, '--fail-on', 'none', '--quiet', ...more],
    {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    },
  );
  expect(stderr).toBe('');
  expect(status).toBe(0);
  return JSON.parse(readFileSync(file('json'), 'utf8')) as ReportJson;
}

let ofNova: ReportJson | undefined;

/** Of all of it, with as many workers as there are cores. */
function novaReport(): ReportJson {
  return (ofNova ??= scan('nova', [nova]));
}

const noted = (report: ReportJson): string[] =>
  report.findings.map(({ rule, level, region }) => `${rule} ${level} ${region.startLine}`);

describe('the file that the seed review is about', () => {
  test('alone: a clean verdict and five notes', () => {
    const report = scan('seed', [join(nova, seed)]);
    expect(report.verdict).toBe('no-explicit-defects');
    expect(report.reviewed).toEqual({
      description: 'test code (functional, testtools) for Nova',
      subject: 'regression test for bug 1718455',
    });
    expect(noted(report)).toEqual([
      'BP407 note 64',
      'BP201 note 66',
      'BP304 note 71',
      'BP151 note 85',
      'BP101 note 92',
    ]);
    const message = (code: string): string => report.findings.find(({ rule }) => rule === code)!.message;
    expect(message('BP201')).toContain('which must match a value defined elsewhere');
    expect(message('BP151')).toBe(
      'The wait budget of _wait_for_migration_status is fixed at 10 x 0.5 s = 5 s; a loaded CI machine cannot be given more. Nothing says why 10 and 0.5.',
    );
    expect(message('BP101')).toBe(
      '_wait_for_migration_status polls up to 10 times every 0.5 s: gives up after 5 s (the last look is at 4.5 s).',
    );
  });

  test('as part of the package: the same, with what the package tells', () => {
    const report = novaReport();
    const here = report.findings.filter(({ path }) => path === seed);
    expect(here.map(({ rule, region }) => `${rule} ${region.startLine}`)).toEqual([
      'BP407 64',
      'BP304 71',
      'BP151 85',
      'BP101 92',
    ]);
    const image = report.findings.find(
      ({ rule, places }) => rule === 'BP201' && places.some(({ path, line }) => path === seed && line === 66),
    );
    expect(image?.message).toContain('defined in nova/tests/fixtures/glance.py line 36 and repeated in 32 other files');
  });
});

describe('whole projects', () => {
  let reports: ReportJson[];
  beforeAll(() => {
    const library = ['libpython3.11-stdlib', 'libpython3.11-testsuite'].map((name) => join(corpusFolder(), name));
    reports = [novaReport(), scan('library', library)];
  });

  test('no file is lost without a reason, no rule fails', () => {
    for (const { problems } of reports) expect(problems.filter(({ id }) => id === 'PVN005')).toEqual([]);
    expect(reports[0]!.problems.filter(({ hidesCode }) => hidesCode)).toEqual([]);
  });

  test('fewer than one note per 1,000 lines before grouping', () => {
    for (const { findings, coverage } of reports) {
      const lines = coverage.files.reduce((sum, file) => sum + file.lines, 0);
      const notes = findings.filter(({ tier }) => tier === 'note').reduce((sum, { places }) => sum + places.length, 0);
      expect(lines).toBeGreaterThan(400_000);
      expect(notes).toBeGreaterThan(0);
      expect((notes / lines) * 1000).toBeLessThan(1);
    }
  });

  test('private keys of tests are to review, not defects', () => {
    const keys = reports[0]!.findings.filter(({ rule, path }) => rule === 'PV402' && path.endsWith('/test_crypto.py'));
    expect(keys.map(({ tier }) => tier)).toEqual(['hotspot', 'hotspot']);
  });
});

test('the same bytes with one worker and with two, and in two runs', () => {
  const read = (name: string): Buffer[] =>
    ['json', 'sarif', 'md'].map((extension) => readFileSync(join(out, name, `results.${extension}`)));
  novaReport();
  scan('one', [nova], '--threads', '1');
  scan('two', [nova], '--threads', '2');
  expect(read('one')).toEqual(read('two'));
  expect(read('nova')).toEqual(read('two'));
});
