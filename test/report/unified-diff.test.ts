import { describe, expect, test } from 'vitest';
import { filePath } from '../../src/base/file-path.ts';
import { unifiedDiff } from '../../src/report/diff/unified-diff.ts';

function diff(text: string, edits: readonly (readonly [number, number, string])[], path = 'app.py'): string {
  const corrected = {
    file: filePath(path),
    before: Buffer.from(text),
    edits: edits.map(([start, end, put]) => ({ start, end, bytes: Buffer.from(put) })),
    repairs: edits.length,
  };
  return Buffer.from(unifiedDiff([corrected])).toString();
}

const ten = [...'abcdefghij'].map((letter) => `${letter}\n`).join('');

describe('a unified diff', () => {
  test('has three lines around a change', () => {
    expect(diff(ten, [[8, 9, 'E']])).toBe(
      '--- a/app.py\n+++ b/app.py\n@@ -2,7 +2,7 @@\n b\n c\n d\n-e\n+E\n f\n g\n h\n',
    );
  });

  test('counts lines that come and go in later hunks', () => {
    const long = `${ten}${ten}`;
    const text = diff(long, [
      [0, 0, 'new\n'],
      [38, 40, ''],
    ]);
    expect(text).toContain('@@ -1,3 +1,4 @@\n+new\n a\n');
    expect(text).toContain('@@ -17,4 +18,3 @@\n g\n h\n i\n-j\n');
  });

  test('two changes near each other stand in one hunk, of neighbouring lines together', () => {
    expect(
      diff(ten, [
        [0, 1, 'A'],
        [2, 3, 'B'],
        [10, 11, 'F'],
      ]),
    ).toContain('@@ -1,9 +1,9 @@\n-a\n-b\n+A\n+B\n c\n d\n e\n-f\n+F\n');
    expect(
      diff(ten, [
        [0, 1, 'A'],
        [18, 19, 'J'],
      ]).match(/^@@/gm),
    ).toHaveLength(2);
  });

  test('says where the last line has no end', () => {
    expect(diff('a\nb', [[2, 3, 'c']])).toContain(
      '-b\n\\ No newline at end of file\n+c\n\\ No newline at end of file\n',
    );
    expect(diff('a', [[1, 1, '\nb']])).toContain(
      '@@ -1 +1,2 @@\n-a\n\\ No newline at end of file\n+a\n+b\n\\ No newline',
    );
  });

  test('keeps carriage returns and bytes that are no UTF-8', () => {
    expect(diff('a\r\nb\r\n', [[0, 1, 'c']])).toContain('-a\r\n+c\r\n b\r\n');
    const before = Buffer.from([0xe9, 10, 97, 10]);
    const bytes = unifiedDiff([
      { file: filePath('x.py'), before, edits: [{ start: 2, end: 3, bytes: Buffer.from('b') }], repairs: 1 },
    ]);
    expect(Buffer.from(bytes).includes(Buffer.from([32, 0xe9, 10]))).toBe(true);
  });

  test('nothing changed, nothing said', () => {
    expect(diff(ten, [[0, 1, 'a']])).toBe('');
    expect(Buffer.from(unifiedDiff([])).toString()).toBe('');
  });

  test('paths with spaces, quotes and control characters are written as git writes them', () => {
    expect(diff('a\n', [[0, 1, 'b']], 'my app.py')).toMatch(/^--- a\/my app\.py\t\n/);
    expect(diff('a\n', [[0, 1, 'b']], 'a"b\\\n\u0001é.py')).toContain('+++ "b/a\\"b\\\\\\n\\001é.py"\n');
  });
});
