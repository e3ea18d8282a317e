import { expect, test } from 'vitest';
import { hasHashComments, textComments } from '../../src/findings/text-comments.ts';

test.each<[path: string, has: boolean]>([
  ['requirements.txt', true],
  ['requirements/dev.in', true],
  ['pyproject.toml', true],
  ['Pipfile', true],
  ['Pipfile.lock', false],
  ['uv.lock', false],
  ['id_rsa', false],
])('%s: %s', (path, has) => expect(hasHashComments(path)).toBe(has));

test('comments with their bytes and lines', () => {
  const text = '\uFEFF# é\r\na==1  # one\r\nb @ https://shop.example/#sha1=0\n';
  const { comments, line } = textComments(text);
  const bytes = new TextEncoder().encode(text);
  expect(comments.texts).toEqual(['# é', '# one']);
  const pieces = [0, 2].map((at) =>
    new TextDecoder().decode(bytes.subarray(comments.ranges[at], comments.ranges[at + 1])),
  );
  expect(pieces).toEqual(comments.texts);
  expect([line(comments.ranges[0]!), line(comments.ranges[2]!)]).toEqual([1, 2]);
});
