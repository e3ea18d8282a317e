import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { filePath } from '../../src/base/file-path.ts';
import type { FindingSet } from '../../src/findings/finding-set.ts';
import { render } from '../../src/report/render.ts';
import type { UploadLimits } from '../../src/report/sarif/upload-view.ts';
import { finding, findingSet, sampleOptions, sampleRules, sampleRun, sqlSteps, webReview } from './samples.ts';

const roomy: UploadLimits = { results: 5000, gzipBytes: 9_000_000 };

function upload(set: FindingSet, limits: UploadLimits = roomy, options = sampleOptions) {
  return render(set, sampleRules, options, sampleRun).uploadView(limits);
}

function size(value: unknown): number {
  return gzipSync(JSON.stringify(value), { level: 9 }).length;
}

describe('what is uploaded', () => {
  test('leaves accepted findings out, and the complete log alone', () => {
    const report = render(webReview, sampleRules, sampleOptions, sampleRun);
    const before = JSON.stringify(report.sarif);
    const { log, truncated, omitted } = report.uploadView();
    expect(log.runs[0]!.results).toHaveLength(webReview.findings.length - 1);
    expect(log.runs[0]!.results!.some((result) => result.suppressions)).toBe(false);
    expect({ truncated, omitted }).toEqual({ truncated: false, omitted: 0 });
    expect(JSON.stringify(report.sarif)).toBe(before);
  });

  test('is the same with a baseline and without', () => {
    const known = {
      ...webReview,
      findings: webReview.findings.map((item) => ({ ...item, baseline: 'unchanged' as const })),
    };
    expect(JSON.stringify(upload(known).log)).toBe(JSON.stringify(upload(webReview).log));
  });

  test('is security alone where notes are not wanted there', () => {
    const { log, omitted } = upload(webReview, roomy, { ...sampleOptions, uploadFindings: 'security' });
    expect(log.runs[0]!.results!.map((result) => result.ruleId)).toEqual(['PV310/review', 'PV101', 'PV401', 'PV513']);
    expect(omitted).toBe(0);
  });

  test('has no fixes, which GitHub does not read', () => {
    const region = { startLine: 3, startColumn: 1, endLine: 3, endColumn: 4 };
    const replacements = [{ range: { start: 20, end: 23 }, region, text: 'go', shared: false }];
    const fixed = finding('PV513', 3, 'open', { repairs: [{ file: filePath('a.py'), safe: false, replacements }] });
    const set = findingSet([fixed]);
    const report = render(set, sampleRules, sampleOptions, sampleRun);
    expect(report.sarif.runs[0]!.results![0]!.fixes).toEqual([
      {
        description: { text: fixed.fix },
        artifactChanges: [
          {
            artifactLocation: { uri: 'a.py', uriBaseId: 'SRCROOT' },
            replacements: [{ deletedRegion: region, insertedContent: { text: 'go' } }],
          },
        ],
        properties: { safe: false },
      },
    ]);
    expect(JSON.stringify(upload(set).log)).not.toContain('insertedContent');
  });

  test('is a run without results, too', () => {
    expect(upload(findingSet([])).log.runs[0]!.results).toEqual([]);
  });
});

describe('more results than GitHub keeps', () => {
  const notes = Array.from({ length: 30 }, (_, index) =>
    finding('BP101', index + 1, `note ${index}`, { file: filePath('a.py') }),
  );
  const hotspots = [
    finding('PV310', 5, 'spot', {
      file: filePath('y.py'),
      ruleId: 'PV310/review',
      tier: 'hotspot',
      level: 'warning',
      severity: 6.5,
    }),
  ];
  const defects = [
    finding('PV513', 7, 'high', { file: filePath('z.py') }),
    finding('PV401', 9, 'critical', { file: filePath('z.py') }),
  ];
  const set = findingSet([...notes, ...hotspots, ...defects]);

  test('keeps defects, then hotspots, then notes, in the order of the file', () => {
    const { log, truncated, omitted } = upload(set, { ...roomy, results: 5 });
    expect(log.runs[0]!.results!.map((result) => result.message.text)).toEqual([
      'note 0',
      'note 1',
      'spot',
      'high',
      'critical',
    ]);
    expect({ truncated, omitted }).toEqual({ truncated: true, omitted: 28 });
    expect(upload(set, { ...roomy, results: 1 }).log.runs[0]!.results![0]!.message.text).toBe('critical');
  });

  test('says so in the uploaded file', () => {
    const [invocation] = upload(set, { ...roomy, results: 5 }).log.runs[0]!.invocations!;
    const notice = invocation!.toolExecutionNotifications!.at(-1)!;
    expect(notice).toMatchObject({ descriptor: { id: 'PVN003' }, level: 'warning' });
    expect(notice.message.text).toBe(
      '28 of 33 findings were not sent to code scanning (limit: 5 per upload). The complete list is in `results.sarif`.',
    );
  });

  test('30,000 findings: 5,000 uploaded, all in the complete log, the JSON and the counts', () => {
    const many = findingSet(Array.from({ length: 30_000 }, (_, index) => finding('PV513', index + 1, `m ${index}`)));
    const report = render(many, sampleRules, sampleOptions, sampleRun);
    const view = report.uploadView();
    expect(view.log.runs[0]!.results).toHaveLength(5000);
    expect(view.omitted).toBe(25_000);
    expect(size(view.log)).toBeLessThan(10_000_000);
    expect(report.sarif.runs[0]!.results).toHaveLength(30_000);
    expect(report.json.counts.security).toBe(30_000);
    const summary = report.summary({ truncated: true, omitted: 25_000 });
    expect(Buffer.byteLength(summary)).toBeLessThan(900 * 1024);
    expect(summary).toContain('30,000 security defects found');
    expect(summary).toContain('25,000 of 30,000 findings were not sent to code scanning (limit: 5,000 per upload)');
  });
});

describe('a file that is too large', () => {
  // Text that does not compress, so that every part has a size.
  let state = 1;
  const noise = (length: number): string =>
    Array.from({ length }, () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0).toString(36).slice(-4)).join(
      '',
    );
  const place = (line: number) => ({
    file: filePath(`f${line}.py`),
    region: { startLine: line, startColumn: 1, endLine: line, endColumn: 200 },
    snippet: noise(60),
  });
  const set = findingSet(
    Array.from({ length: 20 }, (_, index) =>
      finding(index === 7 ? 'PV401' : 'PV513', index + 1, `message ${index}`, {
        ...place(index + 1),
        related: Array.from({ length: 12 }, (_, line) => ({ ...place(line + 1), message: noise(10) })),
        flows: [1, 2].map(() => ({
          steps: Array.from({ length: 30 }, (_, line) => ({ ...sqlSteps[1]!, ...place(line + 1), message: noise(10) })),
        })),
      }),
    ),
    { problems: [{ id: 'PVN001', message: 'm', file: filePath('unrelated.py'), hidesCode: false }] },
  );
  const whole = upload(set).log;

  /** The log under a limit that is `share` of what the log weighs after the steps before. */
  function under(bytes: number) {
    return upload(set, { results: 5000, gzipBytes: bytes });
  }
  const text = (log: unknown): string => JSON.stringify(log);

  test('loses contexts first, snippets next, then steps, related places, artifacts, and results last', () => {
    expect(text(whole)).toContain('contextRegion');
    const seen: string[] = [];
    for (let bytes = size(whole) - 1, round = 0; round < 12; round++) {
      let view;
      try {
        view = under(bytes);
      } catch {
        break;
      }
      const json = text(view.log);
      const [result] = view.log.runs[0]!.results!;
      const state = [
        json.includes('contextRegion') ? '' : 'A',
        json.includes('"snippet"') ? '' : 'B',
        (result?.codeFlows?.length ?? 0) > 1 || (result?.codeFlows?.[0]?.threadFlows[0]?.locations.length ?? 0) > 16
          ? ''
          : 'C',
        (result?.relatedLocations?.length ?? 0) > 5 ? '' : 'D',
        json.includes('unrelated.py"') &&
        view.log.runs[0]!.artifacts!.some((item) => item.location!.uri === 'unrelated.py')
          ? ''
          : 'E',
        view.truncated ? 'F' : '',
      ].join('');
      if (seen.at(-1) !== state) seen.push(state);
      expect(size(view.log)).toBeLessThanOrEqual(bytes);
      bytes = size(view.log) - 1;
      if (view.truncated) {
        // What weighs most stays longest.
        expect(view.log.runs[0]!.results!.some((item) => item.ruleId === 'PV401')).toBe(true);
        break;
      }
    }
    expect(seen).toEqual(['A', 'AB', 'ABC', 'ABCD', 'ABCDE', 'ABCDEF']);
  });

  test('that cannot fit even without results is an error of ours', () => {
    expect(() => under(100)).toThrow(/too large to upload/);
  });

  test('still reads back', () => {
    const view = under(Math.floor(size(whole) / 3));
    expect(JSON.parse(gunzipSync(gzipSync(text(view.log))).toString())).toEqual(view.log);
  });
});
