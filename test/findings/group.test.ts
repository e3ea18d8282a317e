import { describe, expect, test } from 'vitest';
import { rule, settled, smallProject } from './small-project.ts';

const rules = [rule('PV201'), rule('BP101'), rule('BP102'), rule('BP201')];
const inF = { scope: 'f' };

describe('notes', () => {
  test('one result a rule and function', () => {
    const lines = Array.from({ length: 13 }, (_, index) => `    wait(${index})\n`);
    const project = smallProject({ 'a.py': `def f():\n${lines.join('')}def g():\n    wait("g")\n` });
    const detections = lines.map((_, index) => project.detect('a.py', 'BP101', `wait(${index})`, inF));
    const set = settled(
      project,
      [...detections.reverse(), project.detect('a.py', 'BP101', 'wait("g")', { scope: 'g' })],
      rules,
    );
    expect(set.findings.map(({ region, message }) => [region.startLine, message])).toEqual([
      [2, 'BP101 here (and 12 more in this function).'],
      [16, 'BP101 here.'],
    ]);
    const [first] = set.findings;
    expect(first!.related.map(({ region, message }) => [region.startLine, message])).toEqual(
      Array.from({ length: 10 }, (_, index) => [index + 3, 'also here']),
    );
    expect(first!.furtherPlaces).toBe(2);
    expect(first!.allPlaces.map(({ line }) => line)).toEqual(Array.from({ length: 13 }, (_, index) => index + 2));
  });

  test('two rules, or two functions of one name, stay apart', () => {
    const project = smallProject({ 'a.py': 'def f():\n    wait(1)\ndef f():\n    wait(2)\n' });
    const [one, two] = [project.range('a.py', 'def f():'), project.range('a.py', 'def f():', 'wait(1)')];
    const set = settled(
      project,
      [
        project.detect('a.py', 'BP101', 'wait(1)', { ...inF, scopeHeader: one }),
        project.detect('a.py', 'BP102', 'wait(1)', { ...inF, scopeHeader: one }),
        project.detect('a.py', 'BP101', 'wait(2)', { ...inF, scopeHeader: two }),
      ],
      rules,
    );
    expect(set.findings.map(({ rule: code, region }) => `${code} ${region.startLine}`)).toEqual([
      'BP101 2',
      'BP102 2',
      'BP101 4',
    ]);
  });

  test('functions that share a line', () => {
    const project = smallProject({ 'a.py': 'a = lambda: wait(1); b = lambda: wait(2)\n' });
    const set = settled(
      project,
      [
        project.detect('a.py', 'BP101', 'wait(1)', { scope: 'a' }),
        project.detect('a.py', 'BP101', 'wait(2)', { scope: 'b' }),
      ],
      rules,
    );
    expect(set.findings.map(({ message }) => message)).toEqual(['BP101 here (and 1 more on this line).']);
  });

  test('a value groups over files; the first in path order is shown', () => {
    const project = smallProject({ 'b.py': 'x("v")\ny("v")\n', 'a/c.py': '\nz("v")\nz("w")\n' });
    const value = { groupKey: 'v' };
    const set = settled(
      project,
      [
        project.detect('b.py', 'BP201', '"v"', value),
        project.detect('b.py', 'BP201', '"v"', { ...value, after: 'y' }),
        project.detect('a/c.py', 'BP201', '"v"', value),
        project.detect('a/c.py', 'BP201', '"w"', { groupKey: 'w' }),
      ],
      rules,
    );
    expect(
      set.findings.map(({ message, allPlaces }) => [message, ...allPlaces.map(({ file, line }) => `${file}:${line}`)]),
    ).toEqual([
      ['BP201 here.', 'a/c.py:2', 'b.py:1', 'b.py:2'],
      ['BP201 here.', 'a/c.py:3'],
    ]);
  });

  test('two values on one line', () => {
    const project = smallProject({ 'a.py': 'z("v", "w")\n' });
    const set = settled(
      project,
      ['v', 'w'].map((value) => project.detect('a.py', 'BP201', `"${value}"`, { groupKey: value })),
      rules,
    );
    expect(set.findings.map(({ message }) => message)).toEqual(['BP201 here (and 1 more on this line).']);
    expect(set.findings[0]!.related).toMatchObject([{ message: 'also on this line', region: { startColumn: 8 } }]);
  });

  test('places that a detector groups itself', () => {
    const project = smallProject({ 'a.py': 'x\ny\nz\n' });
    const place = (part: string) => ({ file: project.sources.files[0]!.path, range: project.range('a.py', part) });
    const set = settled(
      project,
      [
        project.detect('a.py', 'BP201', 'x', {
          groupKey: 'v',
          related: [{ ...place('y'), message: 'defined here' }],
          otherPlaces: [place('z')],
        }),
      ],
      rules,
    );
    expect(set.findings[0]).toMatchObject({
      furtherPlaces: 1,
      related: [{ message: 'defined here', region: { startLine: 2 } }],
    });
    // What defines the value is no place of the note.
    expect(set.findings[0]!.allPlaces.map(({ line }) => line)).toEqual([1, 3]);
  });

  test('what is suppressed is counted apart', () => {
    const project = smallProject({ 'a.py': 'def f():\n    wait(1)  # noqa\n    wait(2)\n    wait(3)\n' });
    const set = settled(
      project,
      [1, 2, 3].map((n) => project.detect('a.py', 'BP101', `wait(${n})`, inF)),
      rules,
    );
    expect(
      set.findings.map(({ region, message, suppression }) => [region.startLine, message, suppression?.mark]),
    ).toEqual([
      [2, 'BP101 here.', '# noqa'],
      [3, 'BP101 here (and 1 more in this function).', undefined],
    ]);
  });

  test('the level of a group is its highest', () => {
    const project = smallProject({ 'a.py': 'def f():\n    wait(1)\n    wait(2)\n' });
    const set = settled(
      project,
      [
        project.detect('a.py', 'BP101', 'wait(1)', inF),
        project.detect('a.py', 'BP101', 'wait(2)', { ...inF, level: 'warning' }),
      ],
      rules,
    );
    expect(set.findings.map(({ level }) => level)).toEqual(['warning']);
  });
});

describe('security results', () => {
  test('two of one rule on one line are one', () => {
    const project = smallProject({ 'a.py': 'run(1); run(2)\nrun(3)\n' });
    const set = settled(
      project,
      [1, 2, 3].map((n) => project.detect('a.py', 'PV201', `run(${n})`, inF)),
      rules,
    );
    expect(set.findings.map(({ region, message }) => [region.startLine, message])).toEqual([
      [1, 'PV201 here (and 1 more on this line).'],
      [2, 'PV201 here.'],
    ]);
    expect(set.findings[0]!.related).toMatchObject([{ message: 'also on this line', region: { startColumn: 9 } }]);
  });

  test('a defect and a hotspot of one rule on one line have two SARIF ids', () => {
    const project = smallProject({ 'a.py': 'run(1); run(2)\n' });
    const set = settled(
      project,
      [project.detect('a.py', 'PV201', 'run(1)'), project.detect('a.py', 'PV201', 'run(2)', { tier: 'hotspot' })],
      rules,
    );
    expect(set.findings.map(({ ruleId }) => ruleId)).toEqual(['PV201', 'PV201/review']);
  });
});
