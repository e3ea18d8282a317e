import { describe, expect, test } from 'vitest';
import type { Detection } from '../../src/analyse/analysis.ts';
import { filePath } from '../../src/base/file-path.ts';
import { applyEdits } from '../../src/findings/correct-files.ts';
import type { Acceptance } from '../../src/findings/finding-set.ts';
import { rule, settled, smallProject, type SmallProject } from './small-project.ts';

const rules = [rule('PV101', { id: 'sql-injection' }), rule('BP101', { id: 'sleep-polling' })];
type Detect = (project: SmallProject) => readonly Detection[];

function accept(text: string | Uint8Array, line: number, detect: Detect, code = 'PV101', reason = 'why'): Acceptance {
  const project = smallProject({ 'a.py': text });
  const ruleId = rules.find((one) => one.code === code)!.id;
  const request = { file: filePath('a.py'), line, rule: code, ruleId, reason };
  return settled(project, detect(project), rules, { accept: request }).acceptance!;
}

/** The file with the comment in it. */
function written(text: string | Uint8Array, line: number, detect: Detect, code?: string, reason?: string): string {
  const acceptance = accept(text, line, detect, code, reason);
  if (acceptance.kind !== 'written') throw new Error(JSON.stringify(acceptance));
  const { before, edits } = acceptance.change;
  return Buffer.from(applyEdits(before, edits)).toString('latin1');
}

/** A detection at `run`, with the statement from `q(` to `1)` if there is one. */
const atRun: Detect = (project) => {
  const isLong = (() => {
    try {
      return { start: project.range('a.py', 'q(').start, end: project.range('a.py', '1)').end };
    } catch {
      return undefined;
    }
  })();
  return [project.detect('a.py', 'PV101', 'run', isLong && { statement: isLong })];
};

const mark = '# pyverdict: ignore[PV101] why';

describe('where the comment stands', () => {
  test.each([
    ['behind the statement', 'run(x)\n', `run(x)  ${mark}\n`],
    ['in the last line without an end', 'run(x)', `run(x)  ${mark}`],
    ['with CRLF and white space behind', 'run(x) \t\r\ny\r\n', `run(x)  ${mark}\r\ny\r\n`],
    ['behind a comment', 'run(x)  # noqa: E501\n', `run(x)  # noqa: E501  ${mark}\n`],
    ['in a long statement, in the line that is shown', 'q(\n  run(x),\n  1)\n', `q(\n  run(x),  ${mark}\n  1)\n`],
    ['behind a string over lines', 'q(run("""\n"""), 1)\n', `q(run("""\n"""), 1)  ${mark}\n`],
    [
      'behind a string of which the inside looks like a comment',
      'q(run("""#\n"""), 1)\n',
      `q(run("""#\n"""), 1)  ${mark}\n`,
    ],
    ['not behind a backslash', 'q( \\\n run(x), \\\n  1)\n', `q( \\\n run(x), \\\n  1)  ${mark}\n`],
    [
      'in a line above, where the next statement holds the line end',
      'if a:\n    run(x); y = """\n"""\n',
      `if a:\n    ${mark}\n    run(x); y = """\n"""\n`,
    ],
    [
      'in a line above with tabs and CRLF',
      'if a:\r\n\trun(x); y = \\\r\n 1\r\n',
      `if a:\r\n\t${mark}\r\n\trun(x); y = \\\r\n 1\r\n`,
    ],
  ])('%s', (_, text, expected) => {
    const shown = text.slice(0, text.indexOf('run')).split(/\r\n?|\n/).length;
    expect(written(text, shown, atRun)).toBe(expected);
    const project = smallProject({ 'a.py': expected });
    expect(settled(project, atRun(project), rules).findings[0]!.suppression?.reason).toBe('why');
  });

  test('any line of the statement means the finding', () => {
    expect(written('q(\n  run(x),\n  1)\n', 3, atRun)).toContain(`run(x),  ${mark}`);
  });

  test('in an encoding of one byte a character', () => {
    const text = Buffer.from('# coding: latin-1\nrun("\u00e9")\n', 'latin1');
    expect(written(text, 2, atRun)).toBe(`# coding: latin-1\nrun("\u00e9")  ${mark}\n`);
    expect(accept(text, 2, atRun, 'PV101', '\u20ac')).toMatchObject({
      kind: 'refused',
      mark: '# pyverdict: ignore[PV101] \u20ac',
    });
  });

  test('a note that stands for several places of a function is accepted at its header', () => {
    const text = 'def f():\n    run(1)\n    run(2)\n';
    const detect: Detect = (project) => {
      const scopeHeader = project.range('a.py', 'def f():');
      return ['run(1)', 'run(2)'].map((part) => project.detect('a.py', 'BP101', part, { scope: 'f', scopeHeader }));
    };
    expect(written(text, 2, detect, 'BP101')).toBe(
      'def f():  # pyverdict: ignore[BP101] why\n    run(1)\n    run(2)\n',
    );
  });

  test('what stays is told', () => {
    const detect: Detect = (project) =>
      ['run(1)', 'run(2)'].map((part) => project.detect('a.py', 'BP101', part, { groupKey: 'v' }));
    expect(accept('run(1)\n\nrun(2)\n', 3, detect, 'BP101')).toMatchObject({
      kind: 'written',
      line: 3,
      remaining: [{ file: 'a.py', line: 1 }],
    });
  });
});

test('where the comment would swallow code, none is written', () => {
  // To the grammar a lone CR ends no comment.
  expect(accept('run(x)\ry\r', 1, atRun)).toMatchObject({ kind: 'refused' });
});

test('what is accepted already, and what is not there', () => {
  expect(accept('run(x)  # nosec\n', 1, atRun)).toMatchObject({ kind: 'accepted', by: { mark: '# nosec' } });
  expect(accept('run(x)\ny\n', 2, atRun)).toEqual({ kind: 'nothing', near: [{ rule: 'PV101', line: 1 }] });
  expect(accept('run(x)\n', 1, atRun, 'BP101')).toEqual({ kind: 'nothing', near: [{ rule: 'PV101', line: 1 }] });
});

test('an own comment that does not count is written again, with its other rules and its reason', () => {
  const text = 'run(x)  # pyverdict: ignore[BP101, sql-injection path=0000-0000-0000-0000] old\n';
  const withFlow: Detect = (project) => {
    const [one] = atRun(project);
    const steps = [{ file: one!.file, range: one!.range, kind: 'source', message: '', depth: 0 } as const];
    return [{ ...one!, flows: [{ steps }] }];
  };
  const path = /path=[0-9a-f]{4}(?:-[0-9a-f]{4}){3}/;
  expect(written(text, 1, withFlow, 'PV101', '').replace(path, 'path=P')).toBe(
    'run(x)  # pyverdict: ignore[BP101, sql-injection path=P] old\n',
  );
});
