import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { filePath } from '../../src/base/file-path.ts';
import { jsonReport } from '../../src/report/json-report.ts';
import { reportJsonSchema, reportSchema } from '../../src/report/report-schema.ts';
import { findingSet, sampleRules, sampleRun, seedReview, webReview } from './samples.ts';
import { hostileSet } from './hostile-corpus.ts';

interface Node {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly items?: Node;
}

/** Paths of all leaves: `findings[].region.startLine`. */
function leaves(node: Node, path: string): string[] {
  if (node.properties)
    return Object.entries(node.properties).flatMap(([name, child]) =>
      leaves(child, path === '' ? name : `${path}.${name}`),
    );
  if (node.items) return leaves(node.items, `${path}[]`);
  return [path];
}

const validate = new Ajv2020({ strict: false }).compile(reportJsonSchema());

describe('the JSON report', () => {
  test.each([
    ['the seed review', seedReview],
    ['one of everything', webReview],
    ['nothing', findingSet([])],
    ['hostile text', hostileSet()],
  ])('of %s follows its schema', (_, set) => {
    const report: unknown = JSON.parse(JSON.stringify(jsonReport(set, sampleRules, sampleRun)));
    expect(reportSchema.safeParse(report).error).toBeUndefined();
    expect([validate(report), validate.errors]).toEqual([true, null]);
  });

  test('is refused with a field too many or too few', () => {
    const report = jsonReport(seedReview, sampleRules, sampleRun);
    expect(validate({ ...report, extra: 1 })).toBe(false);
    const { verdict: _verdict, ...rest } = report;
    expect(validate(rest)).toBe(false);
  });

  test('holds verdict, counts, all places and coverage', () => {
    const report = jsonReport(webReview, sampleRules, sampleRun);
    expect(report.counts).toEqual({
      security: 3,
      critical: 1,
      high: 2,
      medium: 0,
      low: 0,
      hotspots: 1,
      practice: 6,
      suppressed: 1,
    });
    expect(report.sentence).toBe('3 security defects found: 1 critical, 2 high.');
    expect(report.findings.find((finding) => finding.rule === 'PV401')).toMatchObject({
      severity: 'critical',
      securitySeverity: 9.3,
      cwe: [798],
    });
    expect(report.coverage).toMatchObject({
      fileCount: 5,
      lines: 2440,
      filesNotAnalysed: 2,
      inventory: [{ rule: 'PV202', places: 3 }],
    });
    expect(report.problems.map(({ id, name }) => `${id} ${name}`)).toEqual([
      'PVN001 FileNotParsed',
      'PVN005 RuleFailed',
      'PVC002 UnusedSuppression',
    ]);
  });

  test('has every field in docs/report.md, and no other', () => {
    const text = readFileSync(new URL('../../docs/report.md', import.meta.url), 'utf8');
    const cells = text
      .split('\n')
      .filter((line) => line.startsWith('| `'))
      .map((line) => line.split(' | ')[0]!);
    const documented = cells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1]!));
    expect(documented.length).toBeGreaterThan(50);
    expect(documented.sort()).toEqual(leaves(reportJsonSchema() as Node, '').sort());
  });
});

test('files that time ran out before are counted and listed', () => {
  const files = [filePath('b.py'), filePath('c.py')];
  const problem = { id: 'PVN004', message: 'Time ran out.', files, hidesCode: true } as const;
  const report = jsonReport({ ...findingSet([]), verdict: 'incomplete', problems: [problem] }, sampleRules, sampleRun);
  expect(report.problems).toEqual([
    { id: 'PVN004', name: 'AnalysisLimit', level: 'warning', message: 'Time ran out.', paths: files, hidesCode: true },
  ]);
  expect(report.coverage.filesNotAnalysed).toBe(2);
  expect(report.sentence).toMatch(
    /^Incomplete: no security defects found, but 2 of \d+ files could not be analysed[. ]/,
  );
  expect(reportSchema.safeParse(report).error).toBeUndefined();
});
