import { describe, expect, test } from 'vitest';
import { suppressionMarks } from '../../src/findings/suppression-marks.ts';

const names = new Set(['sleep-polling', 'assert_used', 'subprocess_popen_with_shell_equals_true']);
const read = (comment: string): string[] =>
  suppressionMarks(comment, (word) => names.has(word.toLowerCase())).map((mark) =>
    `${mark.form}(${mark.ids.join(' ')})${mark.malformed ? '!' : ''} ${mark.reason}`.trimEnd(),
  );

describe('marks of a comment', () => {
  test.each([
    ['# pyverdict: ignore[PV101,BP101] checked by hand', 'pyverdict(PV101 BP101) checked by hand'],
    ['#pyverdict :ignore [ sleep-polling ]', 'pyverdict(sleep-polling)'],
    ['# PyVerdict: IGNORE[pv101] - reason', 'pyverdict(pv101) reason'],
    ['# pyverdict: ignore', 'pyverdict()!'],
    ['# pyverdict: ignore[PV101', 'pyverdict()!'],
    ['# pyverdict: ignroe[PV101]', 'pyverdict()!'],
    ['# noqa', 'noqa()'],
    ['# NOQA : S608 , PV101', 'noqa(S608 PV101)'],
    ['# noqa:S608,sleep-polling because of x', 'noqa(S608 sleep-polling) because of x'],
    ['# noqa: E501 well-known', 'noqa(E501) well-known'],
    ['# noqa S608', 'noqa() S608'],
    ['# ruff: noqa', 'file-noqa()'],
    ['# flake8: noqa: S608', 'file-noqa(S608)'],
    ['# pylint: disable=bare-except, W0718', 'pylint(bare-except W0718)'],
    ['#NOSONAR', 'nosonar()'],
    ['# NOSONAR(S1313) lab only', 'nosonar(S1313) lab only'],
    ['# nosec', 'nosec()'],
    ['# nosec - constant command', 'nosec() constant command'],
    ['# nosec B608,B609', 'nosec(B608 B609)'],
    ['#nosec: B602 fixed', 'nosec(B602) fixed'],
    ['# nosec subprocess_popen_with_shell_equals_true', 'nosec(subprocess_popen_with_shell_equals_true)'],
    ['# nosemgrep', 'nosemgrep()'],
    ['# nosemgrep: a.b.raw-sql, other reason', 'nosemgrep(a.b.raw-sql other) reason'],
    ['# codeql[py/sql-injection]', 'codeql(py/sql-injection)'],
    ['# lgtm', 'lgtm()'],
    ['# lgtm [py/xxe, py/redos]', 'lgtm(py/xxe py/redos)'],
  ])('%s', (comment, expected) => {
    expect(read(comment)).toEqual([expected]);
  });

  test.each([
    ['# pyverdict: ignore[PV101 path=ab12-cd34-ef56-7890] why', ['PV101'], { pv101: 'ab12-cd34-ef56-7890' }, 'why'],
    ['# pyverdict: ignore[PV101, BP101 PATH=x, PV103]', ['PV101', 'BP101', 'PV103'], { bp101: 'x' }, ''],
    ['# pyverdict: ignore[path=x]', [], {}, ''],
  ])('a path that was accepted: %s', (comment, ids, paths, reason) => {
    const [mark] = suppressionMarks(comment, () => false);
    expect(mark).toMatchObject({ ids, reason });
    expect(Object.fromEntries(mark!.paths)).toEqual(paths);
    expect(comment.slice(mark!.start, mark!.end)).toBe(comment);
  });

  test('several marks in one comment', () => {
    expect(read('# type: ignore # nosec B602 fixed text # noqa: S602')).toEqual([
      'nosec(B602) fixed text',
      'noqa(S602)',
    ]);
  });

  test.each([
    '# see noqa',
    '# nosecrets here',
    '# noqapple',
    '# codeql is a tool',
    '# pyverdict: the tool we use',
    '# pylint: enable=x',
  ])('no mark: %s', (comment) => expect(read(comment)).toEqual([]));

  test('the mark as written', () => {
    expect(suppressionMarks('# x  # noqa: S501  old host', () => false)[0]).toMatchObject({
      text: '# noqa: S501',
      reason: 'old host',
    });
  });

  test('a very long comment takes no long time', () => {
    const started = process.cpuUsage().user;
    suppressionMarks(`# noqa: ${'S608 '.repeat(20_000)}${' '.repeat(50_000)}x`, () => false);
    suppressionMarks(`#${' '.repeat(100_000)}noqa #${'#'.repeat(100_000)}`, () => false);
    expect(process.cpuUsage().user - started).toBeLessThan(2_000_000);
  });
});
