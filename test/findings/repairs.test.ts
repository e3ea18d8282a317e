import { describe, expect, test } from 'vitest';
import type { Repair } from '../../src/analyse/analysis.ts';
import type { ByteRange } from '../../src/base/region.ts';
import { rule, settled, smallProject } from './small-project.ts';

const rules = [rule('PV101'), rule('PV403'), rule('BP101')];

function replacing(range: ByteRange, text: string, safe = true): Repair {
  return { edits: [{ range, parts: [text] }], safe };
}

describe('repairs of findings', () => {
  test('have lines and columns, in characters of the file', () => {
    const project = smallProject({ 'a.py': 'x = "é"; run(1)\n' });
    const repair = replacing(project.range('a.py', 'run'), 'go');
    const { findings, corrections } = settled(project, [project.detect('a.py', 'PV101', 'run(1)', { repair })], rules);
    const region = { startLine: 1, startColumn: 10, endLine: 1, endColumn: 13 };
    expect(findings[0]!.repairs).toMatchObject([{ file: 'a.py', safe: true, replacements: [{ region, text: 'go' }] }]);
    expect(corrections).toBeUndefined();
  });

  test('of a suppressed finding there are none', () => {
    const project = smallProject({ 'a.py': 'run(1)  # pyverdict: ignore[PV101] on purpose\n' });
    const repair = replacing(project.range('a.py', 'run'), 'go');
    const detection = project.detect('a.py', 'PV101', 'run(1)', { repair });
    const { findings, corrections } = settled(project, [detection], rules, { repairs: 'show' });
    expect(findings[0]!.suppression).toBeDefined();
    expect(findings[0]!.repairs).toBeUndefined();
    expect(corrections).toEqual({ files: [], leftOut: [], unsafe: 0 });
  });

  test('none show a line with a secret', () => {
    const project = smallProject({ 'a.py': 'run("hunter22")\n' });
    const secret = project.detect('a.py', 'PV403', '"hunter22"', { secret: true });
    const repair = { edits: [{ range: { start: 0, end: 0 }, parts: [{ copy: { start: 0, end: 15 } }] }], safe: true };
    const set = settled(project, [secret, project.detect('a.py', 'PV101', 'run', { repair })], rules, {
      repairs: 'show',
    });
    expect(set.findings.flatMap(({ repairs = [] }) => repairs)).toEqual([]);
    expect(set.corrections!.files).toEqual([]);
  });

  test('a finding that stands for several places has all of theirs', () => {
    const project = smallProject({ 'a.py': 'sleep(1)\nsleep(2)\n' });
    const detections = ['sleep(1)', 'sleep(2)'].map((part) =>
      project.detect('a.py', 'BP101', part, { repair: replacing(project.range('a.py', part), 'wait()') }),
    );
    const { findings } = settled(project, detections, rules);
    expect(findings).toHaveLength(1);
    expect(findings[0]!.repairs).toHaveLength(2);
  });

  test('only safe ones are to be written', () => {
    const project = smallProject({ 'a.py': 'run(1)\nrun(2)\n' });
    const detections = [true, false].map((safe, i) =>
      project.detect('a.py', 'PV101', `run(${i + 1})`, {
        repair: replacing(project.range('a.py', `run(${i + 1})`), 'go()', safe),
      }),
    );
    const { corrections } = settled(project, detections, rules, { repairs: 'write' });
    expect(corrections).toMatchObject({ files: [{ file: 'a.py', repairs: 1 }], unsafe: 1 });
  });
});
