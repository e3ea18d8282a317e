import { describe, expect, test } from 'vitest';
import type { FlowStep, FlowStepKind } from '../../src/analyse/analysis.ts';
import { filePath } from '../../src/base/file-path.ts';
import type { PathPart } from '../../src/findings/path-print.ts';
import {
  changedParts,
  createPathPrint,
  readPrint,
  reopenedBecause,
  writtenPrint,
} from '../../src/findings/path-print.ts';
import type { PathPrint } from '../../src/findings/path-print.ts';
import { createPlaceFinder } from '../../src/findings/place-finder.ts';
import { settled, rule, smallProject } from './small-project.ts';

const code = [
  'def view(request, db):',
  '    q = request.args["q"]',
  '    if not plausible(q):',
  '        return "no"',
  '    other = request.form',
  '    text = "select" + q',
  '    db.execute(text)',
  '    return done(q)',
  '',
].join('\n');

const parts: readonly (readonly [FlowStepKind, string])[] = [
  ['source', 'request.args'],
  ['assignment', 'q ='],
  ['assignment', 'text ='],
  ['sink', 'text)'],
];

function printOf(text: string): PathPrint | undefined {
  const project = smallProject({ 'a.py': text });
  const steps = parts.map(([kind, part], index): FlowStep => {
    const start = text.indexOf(part);
    const name = part.replace(/ =$|\)$/, '');
    return { kind, file: filePath('a.py'), range: { start, end: start + name.length }, message: '', depth: index };
  });
  const trees = new Map(project.facts.map(({ file, tree }) => [file.path as string, tree]));
  const places = createPlaceFinder(project.reader, project.sources.files, project.facts, []);
  const detection = project.detect('a.py', 'PV101', 'execute(text)', { flows: [{ steps }] });
  return createPathPrint((file) => trees.get(file), places)([detection]);
}

function changed(from: string, to: string): PathPart[] {
  const text = code.replace(from, to);
  expect(text).not.toBe(code);
  return changedParts(printOf(code)!, printOf(text));
}

describe('what of a path has changed', () => {
  test.each([
    ['the source', 'request.args["q"]', 'request.args["r"]', ['source']],
    ['an assignment on the way', '"select" + q', '"select *" + q', ['way']],
    ['the sink', 'db.execute(text)', 'db.cursor().execute(text)', ['sink']],
    ['a check', 'not plausible(q)', 'not likely(q)', ['checks']],
    ['what a check does', 'return "no"', 'pass', ['checks']],
    ['a check that is gone', '    if not plausible(q):\n        return "no"\n', '', ['checks']],
    ['a check that is new', '    text =', '    assert q\n    text =', ['checks']],
    ['white space and comments', '"select" + q', '"select"  +  q # why', []],
    ['the place', 'def view', 'import x\n\n\ndef view', []],
    ['another value', 'request.form', 'request.files', []],
    ['another value of the same request', 'request.form', 'request.args["page"]', []],
    [
      'a check of the value where it comes from',
      '    other =',
      '    check(request.args.get("q"))\n    other =',
      ['checks'],
    ],
    ['what comes after the sink', 'done(q)', 'finished(q)', []],
  ])('%s', (_, from, to, expected) => {
    expect(changed(from, to)).toEqual(expected);
  });
});

test('as it is written and read', () => {
  const print = printOf(code)!;
  expect(writtenPrint(print)).toMatch(/^[0-9a-f]{4}(-[0-9a-f]{4}){3}$/);
  expect(readPrint(writtenPrint(print).toUpperCase())).toEqual(print);
  expect(readPrint('ab12')).toBeUndefined();
});

test('in words', () => {
  expect(reopenedBecause(['sink'])).toBe('the sink has changed');
  expect(reopenedBecause(['source', 'checks', 'sink'])).toBe(
    'the source, a check on the way and the sink have changed',
  );
});

describe('a comment that names a path', () => {
  const outcome = (path: string) => {
    const text = `q = 1\nrun(q)  # pyverdict: ignore[PV101 path=${path}]\n`;
    const project = smallProject({ 'a.py': text });
    const steps: FlowStep[] = [
      { kind: 'source', ...project.detect('a.py', 'PV101', '1'), message: '', depth: 0 },
      { kind: 'sink', ...project.detect('a.py', 'PV101', 'q)'), message: '', depth: 0 },
    ];
    return settled(project, [project.detect('a.py', 'PV101', 'run(q)', { flows: [{ steps }] })], [rule('PV101')]);
  };
  const now = /now|path=([\da-f-]+)/;

  test('counts for that path, and for no other', () => {
    const other = outcome('0000-0000-0000-0000');
    expect(other.findings[0]).toMatchObject({
      reopened: { line: 2, changed: ['source', 'way', 'checks', 'sink'] },
      evidence: [
        expect.stringContaining('A comment accepts this, but the source, the way of the data, a check on the way'),
      ],
    });
    expect(other.findings[0]!.suppression).toBeUndefined();
    expect(other.verdict).toBe('defects');
    expect(other.problems.map(({ id, line }) => [id, line])).toEqual([['PVC004', 2]]);
    expect(now.test(other.problems[0]!.message)).toBe(true);
  });

  test('is told if it is no fingerprint', () => {
    const wrong = outcome('x');
    expect(wrong.findings[0]!.suppression).toBeUndefined();
    expect(wrong.problems.map(({ id, message }) => `${id} ${message}`)).toEqual([
      'PVC002 a.py:2: "path=x" of PV101 is no fingerprint of a path; "pyverdict suppress" writes it.',
    ]);
  });
});
