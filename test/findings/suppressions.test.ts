import { describe, expect, test } from 'vitest';
import type { Detection } from '../../src/analyse/analysis.ts';
import type { FindingSet } from '../../src/findings/finding-set.ts';
import { settle } from '../../src/findings/settle.ts';
import { analysisOf, rule, settled, smallProject } from './small-project.ts';

const rules = [
  rule('PV101', {
    id: 'sql-injection',
    peers: {
      bandit: ['B608'],
      ruff: ['S608'],
      codeql: ['py/sql-injection'],
      semgrep: ['raw-sql'],
      sonar: ['S3649'],
      pylint: ['W0999 sql-by-hand'],
    },
  }),
  rule('PV103', { id: 'command-injection', peers: { bandit: ['B602'] } }),
  rule('PV203', { id: 'process-call', peers: { bandit: ['B603'] } }),
  rule('BP101', { id: 'sleep-polling', peers: { ruff: ['ASYNC110'], hacking: ['N373'] } }),
  rule('BP302', {
    id: 'swallowed-error',
    peers: { ruff: ['BLE001'], bandit: ['B110'], pylint: ['W0718 broad-exception-caught'] },
  }),
];

/** What of the code `# HERE` marks is left after the marks around it: the detection is at `run`. */
function outcome(
  text: string,
  code: string,
  more: Partial<Detection> = {},
  options = {},
): { suppressed: boolean; set: FindingSet } {
  const project = smallProject({ 'a.py': text });
  const set = settled(project, [project.detect('a.py', code, 'run', more)], rules, options);
  expect(set.findings).toHaveLength(1);
  return { suppressed: set.findings[0]!.suppression !== undefined, set };
}

describe('which rules a mark silences, on the line of the finding', () => {
  test.each([
    ['# pyverdict: ignore[PV101]', ['PV101']],
    ['# pyverdict: ignore[sql-injection, bp101] why', ['PV101', 'BP101']],
    ['# pyverdict: ignore[PV101/review]', ['PV101']],
    ['# pyverdict: ignore', []],
    ['# pyverdict: ignore[S608]', []],
    ['# noqa', ['BP101', 'BP302']],
    ['# noqa: S608', ['PV101']],
    ['# noqa: B608', ['PV101']],
    ['# noqa: PV101,BP101', ['PV101', 'BP101']],
    ['# noqa: sleep-polling', ['BP101']],
    ['# noqa: ASYNC110, s110', ['BP101', 'BP302']],
    ['# noqa: N373', ['BP101']],
    ['# noqa: E501', []],
    ['# pylint: disable=broad-exception-caught', ['BP302']],
    ['# pylint: disable=W0718,sql-by-hand', ['BP302', 'PV101']],
    ['# pylint: disable=all', []],
    ['# NOSONAR', ['PV101', 'PV103', 'PV203', 'BP101', 'BP302']],
    ['# NOSONAR(S3649)', ['PV101']],
    ['# nosec', ['PV101', 'PV103', 'PV203']],
    ['# nosec B608,B110', ['PV101', 'BP302']],
    ['# nosec S608', ['PV101']],
    ['# nosec B999', []],
    ['# nosec subprocess_popen_with_shell_equals_true', ['PV103']],
    ['# nosec the input is fixed', ['PV101', 'PV103', 'PV203']],
    ['# nosemgrep', ['PV101', 'PV103', 'PV203']],
    ['# nosemgrep: python.db.raw-sql', ['PV101']],
    ['# lgtm', ['PV101', 'PV103', 'PV203']],
    ['# lgtm[py/sql-injection]', ['PV101']],
    ['# type: ignore # noqa: S608', ['PV101']],
    ['# TODO: remove', []],
  ])('%s', (mark, expected) => {
    const silenced = rules.map(({ code }) => code).filter((code) => outcome(`run(x)  ${mark}\n`, code).suppressed);
    expect(silenced.sort()).toEqual([...expected].sort());
  });

  test('a code covers its findings to review', () => {
    expect(outcome('run(x)  # pyverdict: ignore[PV101]\n', 'PV101', { tier: 'hotspot' }).suppressed).toBe(true);
  });
});

describe('how far a mark reaches', () => {
  const own = '# pyverdict: ignore[PV101]';
  test.each([
    ['own: first line of the statement', `q(  ${own}\n  run(x),\n  1)\n`, true],
    ['own: last line', `q(\n  run(x),\n  1)  ${own}\n`, true],
    ['own: above', `${own}\nq(\n  run(x),\n  1)\n`, true],
    ['own: above with a comment between', `${own}\n# why\nq(\n  run(x),\n  1)\n`, true],
    ['own: above, but a line is free between', `${own}\n\nq(\n  run(x),\n  1)\n`, false],
    ['own: behind the statement above', `y = 1  ${own}\nq(\n  run(x),\n  1)\n`, false],
    ['own: below', `q(\n  run(x),\n  1)\n${own}\n`, false],
    ['noqa: last line of the statement', 'q(\n  run(x),\n  1)  # noqa: S608\n', true],
    ['noqa: above', '# noqa: S608\nq(\n  run(x),\n  1)\n', false],
    ['pylint: first line of the statement', 'q(  # pylint: disable=sql-by-hand\n  run(x),\n  1)\n', true],
    ['nosec: first line of the statement', 'q(  # nosec\n  run(x),\n  1)\n', true],
    ['nosec: another statement', 'q(\n  run(x),\n  1)\ny = 1  # nosec\n', false],
    ['NOSONAR: last line of the statement', 'q(\n  run(x),\n  1)  # NOSONAR\n', true],
    ['nosemgrep: above', '# nosemgrep\nq(\n  run(x),\n  1)\n', true],
    ['nosemgrep: two above', '# nosemgrep\n# why\nq(\n  run(x),\n  1)\n', false],
    ['nosemgrep: behind the statement above', 'y = 1  # nosemgrep\nq(\n  run(x),\n  1)\n', false],
    ['nosemgrep: last line', 'q(\n  run(x),\n  1)  # nosemgrep\n', false],
    ['codeql: above', '# codeql[py/sql-injection]\nq(\n  run(x),\n  1)\n', true],
    ['codeql: the same line', 'q(\n  run(x),  # codeql[py/sql-injection]\n  1)\n', false],
    ['codeql: without an id', '# codeql[]\nq(\n  run(x),\n  1)\n', false],
    ['lgtm: the same line', 'q(\n  run(x),  # lgtm\n  1)\n', true],
    ['lgtm: first line of the statement', 'q(  # lgtm\n  run(x),\n  1)\n', false],
    ['lgtm: above', '# lgtm\nq(\n  run(x),\n  1)\n', false],
    ['ruff: the file', 'y = 1\n# ruff: noqa: S608\nq(\n  run(x),\n  1)\n', true],
    ['flake8: the file', 'q(\n  run(x),\n  1)\n# flake8: noqa: S608\n', true],
    ['ruff: not behind code', 'y = 1  # ruff: noqa: S608\nq(\n  run(x),\n  1)\n', false],
    ['ruff without codes: practice only', '# ruff: noqa\nq(\n  run(x),\n  1)\n', false],
  ])('%s', (_, text, suppressed) => {
    const project = smallProject({ 'a.py': text });
    const statement = { start: project.range('a.py', 'q(').start, end: project.range('a.py', '1)').end };
    expect(outcome(text, 'PV101', { statement }).suppressed).toBe(suppressed);
  });

  test('with CR line ends', () => {
    expect(outcome(`${own}\rrun(x)\ry = 1\r`, 'PV101').suppressed).toBe(true);
    expect(outcome(`y = 1  ${own}\rrun(x)\r`, 'PV101').suppressed).toBe(false);
  });

  test('file marks without codes silence practice notes', () => {
    expect(outcome('# flake8: noqa\nrun(x)\n', 'BP101').suppressed).toBe(true);
  });

  test.each([
    ['BP101', '# pyverdict: ignore[BP101]', true],
    ['PV101', '# pyverdict: ignore[PV101]', false],
    ['BP101', '# noqa: BP101', false],
  ])('the def line: %s by %s', (code, mark, suppressed) => {
    for (const text of [`def f():  ${mark}\n    run(x)\n`, `${mark}\ndef f():\n    run(x)\n`]) {
      const scopeHeader = smallProject({ 'a.py': text }).range('a.py', 'def f():');
      expect(outcome(text, code, { scopeHeader }).suppressed).toBe(
        suppressed && !(text.startsWith('#') && mark.includes('noqa')),
      );
    }
  });
});

test('what is kept of a mark', () => {
  const { set } = outcome('y = 1\nrun(x)  # nosec B608 - fixed text\n', 'PV101');
  expect(set.findings[0]!.suppression).toEqual({ mark: '# nosec B608', reason: 'fixed text', file: 'a.py', line: 2 });
  expect(set.verdict).toBe('no-explicit-defects');
});

test('ours comes before others', () => {
  const { set } = outcome('run(x)  # nosec # pyverdict: ignore[PV101] checked\n', 'PV101');
  expect(set.findings[0]!.suppression?.mark).toBe('# pyverdict: ignore[PV101]');
});

describe('problems', () => {
  const messages = (text: string, code = 'PV101', options = {}): string[] =>
    outcome(text, code, {}, options).set.problems.map(({ id, line, message }) => `${id} ${line} ${message}`);

  test.each([
    ['a mark that is used', 'run(x)  # pyverdict: ignore[PV101]\n', []],
    [
      'unused',
      'run(x)  # pyverdict: ignore[PV101, BP101]\n',
      ['PVC002 1 a.py:1: nothing of BP101 is found here; remove it from "# pyverdict: ignore[PV101, BP101]".'],
    ],
    [
      'unknown',
      'y = 1\nrun(x)  # pyverdict: ignore[sql-injektion]\n',
      ['PVC002 2 a.py:2: there is no rule "sql-injektion"; did you mean sql-injection?.'],
    ],
    [
      'of another tool',
      'run(x)  # pyverdict: ignore[B608]\n',
      ['PVC002 1 a.py:1: there is no rule "B608"; ours for it: PV101.'],
    ],
    [
      'without ids',
      'run(x)  # pyverdict: ignore\n',
      ['PVC002 1 a.py:1: "# pyverdict: ignore" silences nothing; write "# pyverdict: ignore[CODE] reason".'],
    ],
    ['unused marks of other tools', 'run(x)  # noqa: E501 # nosec B999\n', []],
  ])('%s', (_, text, expected) => {
    expect(messages(text).map((message) => message.replace('?.', '?'))).toEqual(
      expected.map((message) => message.replace('?.', '?')),
    );
  });

  test('a rule that did not run is not called unused', () => {
    const project = smallProject({ 'a.py': 'x = 1  # pyverdict: ignore[PV103]\n' });
    expect(settled(project, [], [rule('PV101')]).problems).toHaveLength(1);
    const all = settled(project, [], rules);
    expect(all.problems.map(({ message }) => message)).toEqual([expect.stringContaining('nothing of PV103')]);
  });

  test('a rule that kept quiet for a configured linter is not called unused', () => {
    const project = smallProject({ 'a.py': 'x = 1  # pyverdict: ignore[BP101]\n' });
    const analysis = analysisOf([], [], ['BP101']);
    const input = { ...project, rules, options: { minSeverity: 'low', requireSuppressionReason: false } } as const;
    expect(settle({ ...input, analysis }).problems).toHaveLength(1);
    const deferred = new Map([['BP101', 'ruff ASYNC110']]);
    expect(
      settle({ ...input, analysis: { ...analysis, coverage: { ...analysis.coverage, deferred } } }).problems,
    ).toEqual([]);
  });

  test('a reason that is required', () => {
    const options = { requireSuppressionReason: true };
    expect(outcome('run(x)  # pyverdict: ignore[PV101]\n', 'PV101', {}, options).suppressed).toBe(false);
    expect(messages('run(x)  # pyverdict: ignore[PV101]\n', 'PV101', options)).toEqual([
      'PVC003 1 a.py:1: "# pyverdict: ignore[PV101]" has no reason and does not count; write one behind it.',
    ]);
    expect(outcome('run(x)  # pyverdict: ignore[PV101] fixed\n', 'PV101', {}, options).suppressed).toBe(true);
    expect(outcome('run(x)  # nosec\n', 'PV101', {}, options).suppressed).toBe(true);
  });

  test('a mark for a merged rule is used, but silences nothing', () => {
    const { suppressed, set } = outcome('run(x)  # pyverdict: ignore[BP302]\n', 'BP101', { mergedRules: ['BP302'] });
    expect(suppressed).toBe(false);
    expect(set.problems).toEqual([]);
  });

  test('a mark for a result that another one replaced is used', () => {
    const project = smallProject({ 'a.py': 'run(x)  # pyverdict: ignore[PV203]\n' });
    const set = settled(
      project,
      [project.detect('a.py', 'PV103', 'run(x)'), project.detect('a.py', 'PV203', 'run(x)', { tier: 'hotspot' })],
      rules,
    );
    expect(set.findings.map(({ rule: code, suppression }) => [code, suppression])).toEqual([['PV103', undefined]]);
    expect(set.problems).toEqual([]);
  });
});
