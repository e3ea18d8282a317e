// A document at each of GitHub's limits (`github-delivery.md` §3): what is uploaded passes the validator, is below what GitHub
// refuses, and says what it leaves out. The complete file passes the validator too.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Log, Run } from 'sarif';
import { afterAll, describe, expect, test } from 'vitest';
import { filePath } from '../../src/base/file-path.ts';
import type { FindingSet, Finding, FoundStep } from '../../src/findings/finding-set.ts';
import { render } from '../../src/report/render.ts';
import type { Report } from '../../src/report/render.ts';
import type { RuleView } from '../../src/report/rule-view.ts';
import { bundle } from '../../src/rules/bundle.ts';
import { describeRule } from '../../src/rules/describe-rule.ts';
import { refusal } from '../fake-github/sarif-limits.ts';
import { emptyCoverage, finding, findingSet, sampleOptions, sampleRules, sampleRun } from '../report/samples.ts';
import { validateSarif } from './validate-sarif.mjs';

const folder = mkdtempSync(join(tmpdir(), 'limits-'));
afterAll(() => rmSync(folder, { recursive: true }));

const facts = { ...sampleRun, informationUri: 'https://example.org/pyverdict' };
const report = (set: FindingSet, rules: readonly RuleView[] = sampleRules): Report =>
  render(set, rules, sampleOptions, facts);
const places = (count: number): FoundStep[] =>
  Array.from({ length: count }, (_, index) => ({
    file: filePath('app/steps.py'),
    region: { startLine: index + 1, startColumn: 1, endLine: index + 1, endColumn: 5 },
    snippet: `step_${index}()`,
    kind: index === 0 ? 'source' : index === count - 1 ? 'sink' : index % 7 === 0 ? 'call' : 'assignment',
    message: `step ${index}`,
    depth: 0,
  }));

function complaints(name: string, log: Log): unknown[] {
  const file = join(folder, `${name.replaceAll(/\W+/g, '-')}.sarif`);
  writeFileSync(file, JSON.stringify(log));
  return validateSarif(file).filter(({ level }) => level === 'error');
}

/** The only run of what is uploaded, after the checks that hold for every document. */
function uploaded(name: string, made: Report, complete: 'complete too' | 'upload only' = 'complete too'): Run {
  const { log } = made.uploadView();
  expect(refusal(log)).toBeUndefined();
  expect(log.runs).toHaveLength(1);
  expect(gzipSync(JSON.stringify(log), { level: 9 }).length).toBeLessThanOrEqual(9_000_000);
  expect(complaints(`${name} uploaded`, log)).toEqual([]);
  if (complete === 'complete too') expect(complaints(name, made.sarif)).toEqual([]);
  return log.runs[0]!;
}

function noticesOf(run: Run): string[] {
  return (run.invocations?.[0]?.toolExecutionNotifications ?? [])
    .filter(({ descriptor }) => descriptor?.id === 'PVN003')
    .map(({ message }) => message.text ?? '');
}

const many = (count: number, text: (index: number) => string, more: Partial<Finding> = {}): Finding[] =>
  Array.from({ length: count }, (_, index) =>
    finding('PV513', (index % 5000) + 1, text(index), {
      file: filePath(`app/m${Math.floor(index / 5000)}.py`),
      ...more,
    }),
  );

describe('GitHub refuses, or keeps a part of', () => {
  test('results: 30,000 of them', () => {
    const made = report(findingSet(many(30_000, (index) => `call ${index}`)));
    expect(refusal(made.sarif)).toBe('rejecting SARIF, as there are more results per run than allowed (30000 > 25000)');
    const run = uploaded('results', made, 'upload only');
    expect(run.results).toHaveLength(5000);
    expect(noticesOf(run)).toEqual([
      '25,000 of 30,000 findings were not sent to code scanning (limit: 5,000 per upload). The complete list is in `results.sarif`.',
    ]);
  }, 120_000);

  test('bytes: messages that do not compress', () => {
    // A small generator, so that the document is the same in every run.
    let state = 1;
    const noise = (length: number): string => {
      let text = '';
      while (text.length < length) {
        state = (state * 48_271) % 2_147_483_647;
        text += state.toString(36);
      }
      return text;
    };
    const made = report(findingSet(many(4_900, () => `${noise(4_000)}.`)));
    expect(gzipSync(JSON.stringify(made.sarif)).length).toBeGreaterThan(10 * 1024 * 1024);
    const run = uploaded('bytes', made, 'upload only');
    const sent = run.results!.length;
    expect(sent).toBeGreaterThan(1000);
    expect(noticesOf(run)).toEqual([
      expect.stringMatching(
        /^[\d,]+ of 4,900 findings were not sent .*\(with more the file would have over 9,000,000 bytes compressed\)/,
      ),
    ]);
  }, 120_000);

  test('steps of the paths of one result: 12 paths of 900', () => {
    const flows = Array.from({ length: 12 }, () => ({ steps: places(900) }));
    const run = uploaded('steps', report(findingSet([finding('PV101', 900, 'long way', { flows })])));
    const { codeFlows } = run.results![0]!;
    expect(codeFlows!.map(({ threadFlows }) => threadFlows[0]!.locations.length)).toEqual([32, 32, 32, 32]);
    expect(
      codeFlows![0]!.threadFlows[0]!.locations.some(({ location }) =>
        /… \d+ steps omitted/.test(location?.message?.text ?? ''),
      ),
    ).toBe(true);
  });

  test('locations of one result: 1,200 places', () => {
    const related = places(1_200).map((place) => ({ ...place, message: 'also here' }));
    const run = uploaded('locations', report(findingSet([finding('BP201', 1, 'A literal.', { related })])));
    const [result] = run.results!;
    expect(result!.locations).toHaveLength(1);
    expect(result!.relatedLocations).toHaveLength(20);
    expect(result!.message.text).toContain('And 1,180 more places.');
  });

  test('tags, names and texts of a rule', () => {
    const [first, ...others] = sampleRules;
    const wordy = {
      ...first!,
      id: 'sleep-polling',
      title: 'A title that goes on '.repeat(60),
      why: 'A reason that goes on. '.repeat(100),
      tags: Array.from({ length: 30 }, (_, index) => `tag-${index}`),
    };
    const set = findingSet([finding('BP101', 1, 'A note.')]);
    const run = uploaded('rule', report(set, [wordy, ...others]));
    const descriptor = run.tool.driver.rules!.find(({ id }) => id === 'BP101')!;
    expect(descriptor.properties!.tags).toHaveLength(9);
    expect(descriptor.name!.length).toBeLessThanOrEqual(80);
    expect(descriptor.shortDescription!.text.length).toBeLessThanOrEqual(120);
    expect(descriptor.fullDescription!.text.length).toBeLessThanOrEqual(900);
  });

  test('rules: all that there are', () => {
    const rules = bundle.rules.map(describeRule);
    const coverage = { ...emptyCoverage, rulesRun: rules.map(({ code }) => code) };
    const run = uploaded('rules', report(findingSet([], { coverage }), rules));
    expect(run.tool.driver.rules!.length).toBeGreaterThan(rules.length);
    for (const { name, shortDescription, fullDescription, properties } of run.tool.driver.rules!) {
      expect(name!.length).toBeLessThanOrEqual(80);
      expect(shortDescription!.text.length).toBeLessThanOrEqual(120);
      expect(fullDescription!.text.length).toBeLessThanOrEqual(900);
      expect(properties!.tags!.length).toBeLessThanOrEqual(9);
    }
  });
});
