import { describe, expect, test } from 'vitest';
import type { Credited } from '../../src/analyse/analysis.ts';
import type { Changes, FileChange } from '../../src/discover/changes.ts';
import { settle } from '../../src/findings/settle.ts';
import type { ComparisonAnswer } from '../../src/findings/comparison.ts';
import type { Detection, FlowStep } from '../../src/analyse/analysis.ts';
import type { FindingSet } from '../../src/findings/finding-set.ts';
import { analysisOf, rule, smallProject } from './small-project.ts';
import type { SmallProject } from './small-project.ts';

const code = `import os

def source(request):
    value = request.args
    return value

def run(
    value,
):
    os.system(
        value,
    )
    os.stat(value)
`;
const project = smallProject({ 'app/a.py': code, 'app/b.py': code });
const rules = [rule('PV103'), rule('BP101')];

const changed = (
  files: Readonly<Record<string, Partial<FileChange>>>,
  former: Readonly<Record<string, string>> = {},
): Changes => ({
  files: new Map(
    Object.entries(files).map(([path, change]) => [path, { added: [], deletedAfter: [], whole: false, ...change }]),
  ),
  deleted: [],
  formerPaths: new Map(Object.entries(former)),
  by: 'git',
  base: 'b'.repeat(40),
});
const lines = (first: number, last = first): Partial<FileChange> => ({ added: [{ first, last }] });

const settledWith = (
  detections: readonly Detection[],
  comparison: ComparisonAnswer,
  from: SmallProject = project,
  credited: readonly Credited[] = [],
): FindingSet => {
  const analysis = analysisOf(
    detections,
    from.facts.map(({ file }) => file.path),
    ['PV103', 'BP101'],
  );
  return settle({
    analysis: { ...analysis, coverage: { ...analysis.coverage, credited } },
    facts: from.facts,
    sources: from.sources,
    rules,
    options: { minSeverity: 'low', requireSuppressionReason: false },
    reader: from.reader,
    comparison,
  });
};

const step = (path: string, part: string, kind: FlowStep['kind']): FlowStep => ({
  file: project.facts.find(({ file }) => file.path === path)!.file.path,
  range: project.range(path, part),
  kind,
  message: kind,
  depth: 0,
});
const sink = project.detect('app/a.py', 'PV103', 'system(', {
  scope: 'run',
  statement: project.range('app/a.py', 'os.system(\n        value,\n    )'),
  flows: [{ steps: [step('app/b.py', 'request.args', 'source'), step('app/a.py', 'system(', 'sink')] }],
});
const note = project.detect('app/a.py', 'BP101', 'stat(', {
  scope: 'run',
  scopeHeader: project.range('app/a.py', 'def run('),
});
const touched = (detection: Detection, changes: Changes, base?: 'same'): boolean | undefined =>
  settledWith([detection], { changes, ...(base && { base }) }).findings[0]!.change?.touched;

describe('touched', () => {
  test('the line, the statement, a step in another file; nothing else', () => {
    expect(touched(sink, changed({ 'app/a.py': lines(10) }))).toBe(true);
    expect(touched(sink, changed({ 'app/a.py': lines(11) }))).toBe(true);
    expect(touched(sink, changed({ 'app/b.py': lines(4) }))).toBe(true);
    expect(touched(sink, changed({ 'app/b.py': { whole: true } }))).toBe(true);
    expect(touched(sink, changed({ 'app/a.py': lines(13), 'app/b.py': lines(5, 9) }))).toBe(false);
    expect(touched(sink, changed({}))).toBe(false);
  });
  test('the header of the function, for a note about all of it only', () => {
    expect(touched(note, changed({ 'app/a.py': lines(7) }))).toBe(true);
    expect(touched(sink, changed({ 'app/a.py': lines(7) }))).toBe(false);
  });
  test('a deletion in a function on the path, where the commit before was not scanned', () => {
    const inSink = changed({ 'app/a.py': { deletedAfter: [9] } });
    const inSource = changed({ 'app/b.py': { deletedAfter: [3] } });
    const elsewhere = changed({ 'app/a.py': { deletedAfter: [3] }, 'app/b.py': { deletedAfter: [12] } });
    expect([inSink, inSource, elsewhere].map((changes) => touched(sink, changes))).toEqual([true, true, false]);
    expect(touched(sink, inSink, 'same')).toBe(false);
  });
});

describe('the commit before', () => {
  const before = settledWith([sink, note], { changes: changed({}) }).findings;
  const base = (prints: readonly string[]) => ({ fingerprints: new Set(prints), credited: [] });

  test('what it lacks is new, wherever its lines are', () => {
    const [kept] = before;
    const found = settledWith([sink, note], { changes: changed({}), base: base([kept!.fingerprint]) }).findings;
    expect(found.map(({ rule: name, change }) => [name, change])).toEqual([
      ['PV103', { touched: false, fresh: false }],
      ['BP101', { touched: false, fresh: true }],
    ]);
  });

  test('a renamed file is looked up under its former path', () => {
    const renamed = smallProject({ 'app/c.py': code });
    const moved = renamed.detect('app/c.py', 'PV103', 'system(', {
      scope: 'run',
      statement: renamed.range('app/c.py', 'os.system(\n        value,\n    )'),
    });
    const prints = before.map(({ fingerprint }) => fingerprint);
    const fresh = (former: Readonly<Record<string, string>>) =>
      settledWith([moved], { changes: changed({}, former), base: base(prints) }, renamed).findings[0]!.change?.fresh;
    expect(fresh({ 'app/c.py': 'app/a.py' })).toBe(false);
    expect(fresh({})).toBe(true);
  });

  test('checks it relied on that hold nothing back any more', () => {
    const check = (path: string, name: string): Credited => ({
      path: path as Credited['path'],
      line: 3,
      kind: 'guard',
      name,
      sinks: 1,
      kinds: ['sql'],
    });
    const set = settledWith(
      [],
      {
        changes: changed({}, { 'new.py': 'old.py' }),
        base: { fingerprints: new Set(), credited: [check('old.py', 'a'), check('x.py', 'b'), check('x.py', 'b')] },
      },
      project,
      [check('new.py', 'a'), check('x.py', 'b')],
    );
    expect(set.comparison).toMatchObject({ by: 'git', baseScanned: true });
    expect(set.comparison!.lostChecks).toEqual([check('x.py', 'b')]);
  });

  test('nobody could tell: no finding says that it did not change', () => {
    const set = settledWith([sink], { unavailable: 'no history' });
    expect(set.comparison).toEqual({ unavailable: 'no history', baseScanned: false, lostChecks: [] });
    expect(set.findings[0]!.change).toBeUndefined();
  });
});

test('a comment that the pull request adds is marked', () => {
  const marked = smallProject({
    'a.py': 'run(1)  # pyverdict: ignore[PV103] old\nrun(2)  # pyverdict: ignore[PV103] new\n',
  });
  const detections = ['run(1)', 'run(2)'].map((part) => marked.detect('a.py', 'PV103', part));
  const { findings } = settledWith(detections, { changes: changed({ 'a.py': lines(2) }) }, marked);
  expect(findings.map(({ suppression }) => suppression?.added)).toEqual([undefined, true]);
});
