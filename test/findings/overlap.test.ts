import { describe, expect, test } from 'vitest';
import { rule, settled, smallProject } from './small-project.ts';

const rules = [
  rule('PV103'),
  rule('PV201', { overlaps: ['PV103'] }),
  rule('PV203', { overlaps: ['PV103', 'PV201'] }),
  rule('PV401'),
  rule('PV404', { overlaps: ['PV401'] }),
  rule('PV501'),
  rule('PV607', { cwe: [311] }),
  rule('PV608', { cwe: [311, 284] }),
  rule('PV610', { cwe: [284] }),
  rule('BP101', { overlaps: ['BP103'] }),
  rule('BP103'),
  rule('BP302'),
];
const hotspot = { tier: 'hotspot' } as const;

function left(
  text: string,
  found: readonly (readonly [code: string, part: string, more?: { tier?: 'hotspot' | 'note'; after?: string }])[],
): string[] {
  const project = smallProject({ 'a.py': text });
  const detections = found.map(([code, part, more]) => project.detect('a.py', code, part, more));
  const forwards = settled(project, detections, rules).findings.map(
    ({ ruleId, region }) => `${ruleId}@${region.startColumn}`,
  );
  const backwards = settled(project, [...detections].reverse(), rules).findings.map(
    ({ ruleId, region }) => `${ruleId}@${region.startColumn}`,
  );
  expect(backwards).toEqual(forwards);
  return forwards;
}

describe('one place', () => {
  test.each([
    [
      'a rule names the one that wins',
      'run(x)\n',
      [
        ['PV103', 'run(x)'],
        ['PV201', 'run(x)', hotspot],
        ['PV203', 'run(x)', hotspot],
      ],
      ['PV103@1'],
    ],
    [
      'without the first, the second wins',
      'run(x)\n',
      [
        ['PV201', 'run(x)', hotspot],
        ['PV203', 'run(x)', hotspot],
      ],
      ['PV201/review@1'],
    ],
    [
      'the winner is named even if it is less severe',
      'run(x)\n',
      [
        ['PV103', 'run(x)', hotspot],
        ['PV201', 'run(x)'],
      ],
      ['PV103/review@1'],
    ],
    [
      'a hotspot beside a defect',
      'run(x)\n',
      [
        ['PV501', 'run(x)'],
        ['PV203', 'run(x)', hotspot],
      ],
      ['PV501@1'],
    ],
    [
      'a hotspot beside a defect of another kind of weakness',
      'run(x)\n',
      [
        ['PV610', 'run(x)'],
        ['PV607', 'run(x)', hotspot],
      ],
      ['PV607/review@1', 'PV610@1'],
    ],
    [
      'a hotspot beside a defect of which it shares one kind of weakness',
      'run(x)\n',
      [
        ['PV610', 'run(x)'],
        ['PV608', 'run(x)', hotspot],
      ],
      ['PV610@1'],
    ],
    [
      'a defect and a hotspot of one rule',
      'run(x)\n',
      [
        ['PV201', 'run(x)'],
        ['PV201', 'run(x)', hotspot],
      ],
      ['PV201@1'],
    ],
    [
      'a note beside a hotspot',
      'run(x)\n',
      [
        ['BP302', 'run(x)'],
        ['PV203', 'run(x)', hotspot],
      ],
      ['PV203/review@1'],
    ],
    [
      'two defects that do not know each other',
      'run(x)\n',
      [
        ['PV501', 'run(x)'],
        ['PV103', 'run(x)'],
      ],
      ['PV103@1', 'PV501@1'],
    ],
    [
      'a literal in a call',
      'run("k")\n',
      [
        ['PV401', '"k"'],
        ['PV404', 'run("k")'],
      ],
      ['PV401@5'],
    ],
    [
      'a call in a call',
      'run(call(x))\n',
      [
        ['PV103', 'call(x)'],
        ['PV201', 'run(call(x))', hotspot],
      ],
      ['PV201/review@1', 'PV103@5'],
    ],
    [
      'two calls in one statement',
      'run(x); run(y)\n',
      [
        ['PV103', 'run(x)'],
        ['PV201', 'run(y)', hotspot],
      ],
      ['PV103@1', 'PV201/review@9'],
    ],
    [
      'notes of one statement',
      'while run(x):\n',
      [
        ['BP101', 'run(x)'],
        ['BP103', 'while'],
      ],
      ['BP103@1'],
    ],
    [
      'a note in another statement',
      'while run(x):\n    run(y)\n',
      [
        ['BP101', 'run(y)'],
        ['BP103', 'while'],
      ],
      ['BP103@1', 'BP101@5'],
    ],
    [
      'a note about a loop with a hotspot in its body',
      'for x in y:\n    run(x); z\n',
      [
        ['BP302', 'for x in y:\n    run(x); z'],
        ['PV203', 'run(x)', hotspot],
      ],
      ['BP302@1', 'PV203/review@5'],
    ],
  ] as const)('%s', (_, text, found, expected) => {
    expect(left(text, found)).toEqual(expected);
  });

  test('two files', () => {
    const project = smallProject({ 'a.py': 'run(x)\n', 'b.py': 'run(x)\n' });
    const set = settled(
      project,
      [project.detect('a.py', 'PV103', 'run(x)'), project.detect('b.py', 'PV201', 'run(x)')],
      rules,
    );
    expect(set.findings).toHaveLength(2);
  });
});
