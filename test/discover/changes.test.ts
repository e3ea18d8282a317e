import { describe, expect, test } from 'vitest';
import { isAdded, readHunks, wholeFile } from '../../src/discover/changes.ts';

const read = (text: string) => readHunks(text.split('\n'));

describe('hunks', () => {
  test('without context: added, modified, deleted', () => {
    expect(read('@@ -0,0 +1,2 @@\n+a\n+b')).toEqual({ added: [{ first: 1, last: 2 }], deletedAfter: [], whole: false });
    expect(read('@@ -3 +3 @@ def f():\n-a\n+b')).toMatchObject({ added: [{ first: 3, last: 3 }], deletedAfter: [] });
    expect(read('@@ -3,2 +2,0 @@\n-a\n-b')).toMatchObject({ added: [], deletedAfter: [2] });
    expect(read('@@ -1 +0,0 @@\n-a')).toMatchObject({ deletedAfter: [0] });
  });
  test('with context, as the API gives it', () => {
    const patch =
      '@@ -1,7 +1,7 @@\n one\n-two\n three\n four\n+five\n\n seven\n-eight\n+EIGHT\n\\ No newline at end of file';
    expect(read(patch)).toEqual({
      added: [
        { first: 4, last: 4 },
        { first: 7, last: 7 },
      ],
      deletedAfter: [1],
      whole: false,
    });
  });
  test('several hunks; lines that look like headers', () => {
    expect(read('@@ -1 +1 @@\n-@@ x\n+diff --git a b\n@@ -9,0 +10 @@\n++++ b/x')).toMatchObject({
      added: [
        { first: 1, last: 1 },
        { first: 10, last: 10 },
      ],
    });
  });
  test.each([
    '@@ -1 +1 @',
    'text',
    '@@ -1,2 +1,2 @@\n a',
    '@@ -1 +1 @@\n-a\n+b\n+c',
    '@@ -1 +1 @@\n-a\n*b',
    '@@ -a +b @@',
  ])('%j is no answer', (text) => expect(read(text)).toBeUndefined());
});

test('a line, a range, a whole file', () => {
  const change = { added: [{ first: 3, last: 5 }], deletedAfter: [], whole: false };
  expect([2, 3, 5, 6].map((line) => isAdded(change, line))).toEqual([false, true, true, false]);
  expect([isAdded(change, 1, 3), isAdded(change, 6, 9), isAdded(wholeFile, 1), isAdded(undefined, 1)]).toEqual([
    true,
    false,
    true,
    false,
  ]);
});
