// Microsoft's validator, with GitHub's rules, over what `render` makes of every kind of run.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Log } from 'sarif';
import { afterAll, expect, test } from 'vitest';
import type { FindingSet } from '../../src/findings/finding-set.ts';
import { failedRun } from '../../src/report/sarif/failed-run.ts';
import { render } from '../../src/report/render.ts';
import { hostileSet } from '../report/hostile-corpus.ts';
import {
  emptyCoverage,
  finding,
  findingSet,
  sampleOptions,
  sampleRules,
  sampleRun,
  seedReview,
  webReview,
} from '../report/samples.ts';
import { validateSarif } from './validate-sarif.mjs';

const folder = mkdtempSync(join(tmpdir(), 'conformance-'));
afterAll(() => rmSync(folder, { recursive: true }));

const run = {
  ...sampleRun,
  informationUri: 'https://example.org/pyverdict',
  startTime: '2026-01-01T00:00:00Z',
  endTime: '2026-01-01T00:00:02Z',
};
const report = (set: FindingSet) => render(set, sampleRules, sampleOptions, run);
const many = findingSet(Array.from({ length: 60 }, (_, index) => finding('PV513', index + 1, `message ${index}`)));
const known = {
  ...webReview,
  findings: webReview.findings.map((item) => ({ ...item, baseline: 'unchanged' as const })),
};
const failed = findingSet([], { verdict: 'failed', coverage: { ...emptyCoverage, rulesRun: [] } });
const web = report(webReview);

test.each<[string, Log]>([
  ['the seed review', report(seedReview).sarif],
  ['one of everything', web.sarif],
  ['one of everything, with a baseline', report(known).sarif],
  ['one of everything, uploaded', web.uploadView().log],
  ['one of everything, uploaded in the smallest form', web.uploadView({ results: 5000, gzipBytes: 3900 }).log],
  ['hostile text', report(hostileSet()).sarif],
  ['no finding', report(findingSet([])).sarif],
  ['a failed run', report(failed).sarif],
  [
    'a run that a wrong input ended',
    failedRun('input fail-on: "hgih" {is} not one of [none](x)', true, 'https://github.com/octo/pyverdict'),
  ],
  ['a run that a fault of ours ended', failedRun('internal failure', false, 'https://github.com/octo/pyverdict')],
  ['more than an upload holds', report(many).uploadView({ results: 50, gzipBytes: 9_000_000 }).log],
])('%s is valid', (name, log) => {
  const file = join(folder, `${name.replaceAll(/\W+/g, '-')}.sarif`);
  writeFileSync(file, JSON.stringify(log, null, 2));
  expect(validateSarif(file)).toEqual([]);
});

test('a log with an absolute path and a rule index that lies is not', () => {
  const log = structuredClone(web.sarif);
  log.runs[0]!.results![0]!.locations![0]!.physicalLocation!.artifactLocation = { uri: 'file:///x.py' };
  log.runs[0]!.results![1]!.ruleIndex = 999;
  const file = join(folder, 'bad.sarif');
  writeFileSync(file, JSON.stringify(log));
  expect(validateSarif(file).filter((item) => item.level === 'error').length).toBeGreaterThan(1);
});

test('a file that is not JSON is not', () => {
  const file = join(folder, 'text.sarif');
  writeFileSync(file, 'hello');
  expect(validateSarif(file)).toMatchObject([{ level: 'error' }]);
});
