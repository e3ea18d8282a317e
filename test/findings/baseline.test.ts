import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { ConfigurationError } from '../../src/base/configuration-error.ts';
import { fingerprintName, readBaseline } from '../../src/findings/baseline.ts';
import { rule, settled, smallProject } from './small-project.ts';

const folder = mkdtempSync(join(tmpdir(), 'baseline-'));
afterAll(() => rmSync(folder, { recursive: true }));
const written = (name: string, content: unknown): string => {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};
const log = (...results: unknown[]): unknown => ({ version: '2.1.0', runs: [{ results }] });
const result = (fingerprint: string, kind?: string): unknown => ({
  partialFingerprints: { [fingerprintName]: fingerprint },
  ...(kind !== undefined && { suppressions: [{ kind }] }),
});

test('fingerprints of all runs; what was accepted in the source is not known', () => {
  const path = written('good.sarif', {
    runs: [
      { results: [result('a'), result('b', 'inSource'), result('c', 'external')] },
      {},
      { results: [result('d')] },
    ],
  });
  expect([...readBaseline(path)]).toEqual(['a', 'c', 'd']);
});

test('a byte order mark, an empty run', () => {
  expect([...readBaseline(written('mark.sarif', `\uFEFF${JSON.stringify(log())}`))]).toEqual([]);
});

describe('what cannot be used is named, with what to do', () => {
  test.each([
    ['missing', () => join(folder, 'missing.sarif'), 'does not exist'],
    ['a folder', () => folder, 'cannot be read'],
    ['not JSON', () => written('text.sarif', '{'), 'is not JSON'],
    ['not SARIF', () => written('json.sarif', '[]'), 'is not SARIF'],
    ['null', () => written('null.sarif', 'null'), 'is not SARIF'],
    [
      'of another tool',
      () => written('other.sarif', log({}, { partialFingerprints: { primaryLocationLineHash: 'x' } })),
      'has 2 results without our fingerprints',
    ],
  ])('%s', (_, path, wrong) => {
    const read = (): unknown => readBaseline(path());
    expect(read).toThrow(ConfigurationError);
    expect(read).toThrow(wrong);
    expect(read).toThrow(path());
    expect(read).toThrow('--sarif FILE');
  });
});

test('findings are new or unchanged', () => {
  const project = smallProject({ 'a.py': 'run(1)\nrun(2)\n' });
  const detections = [1, 2].map((n) => project.detect('a.py', 'PV103', `run(${n})`));
  const rules = [rule('PV103')];
  const without = settled(project, detections, rules).findings;
  expect(without.map(({ baseline }) => baseline)).toEqual([undefined, undefined]);
  const baseline = written('own.sarif', log(result(without[1]!.fingerprint)));
  expect(settled(project, detections, rules, { baseline }).findings.map((finding) => finding.baseline)).toEqual([
    'new',
    'unchanged',
  ]);
});
