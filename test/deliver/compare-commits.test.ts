import { describe, expect, test } from 'vitest';
import { compareCommits } from '../../src/deliver/compare-commits.ts';
import type { ApiResult } from '../../src/deliver/github-api.ts';

const repository = { owner: 'octo', repository: 'hello' };
const answered = (files: unknown): ApiResult => ({ ok: true, answer: { status: 200, data: { files } } });
const compare = (result: ApiResult, prefix = '') => {
  const asked: string[] = [];
  const api = async (method: string, path: string): Promise<ApiResult> => {
    asked.push(`${method} ${path}`);
    return result;
  };
  return compareCommits(api, repository, 'b'.repeat(40), 'a'.repeat(40), prefix).then((answer) => ({ asked, answer }));
};
const file = (filename: string, more: object = {}) => ({
  filename,
  status: 'modified',
  additions: 1,
  deletions: 1,
  changes: 2,
  patch: '@@ -1,2 +1,2 @@\n a\n-b\n+c',
  ...more,
});

test('lines, renames, deletions', async () => {
  const { asked, answer } = await compare(
    answered([
      file('a.py'),
      file('new.py', { status: 'renamed', previous_filename: 'old.py', changes: 0, additions: 0, patch: undefined }),
      file('gone.py', { status: 'removed' }),
    ]),
  );
  expect(asked).toEqual([`GET /repos/octo/hello/compare/${'b'.repeat(40)}...${'a'.repeat(40)}`]);
  expect(answer).toEqual({
    ok: true,
    changes: {
      files: new Map([
        ['a.py', { added: [{ first: 2, last: 2 }], deletedAfter: [], whole: false }],
        ['new.py', { added: [], deletedAfter: [], whole: false }],
      ]),
      deleted: ['gone.py'],
      formerPaths: new Map([['new.py', 'old.py']]),
      by: 'api',
      base: 'b'.repeat(40),
    },
  });
});

describe('a file without its lines counts as a whole', () => {
  test.each([
    ['no patch', { patch: undefined }],
    ['a patch that was cut', { additions: 7 }],
  ])('%s', async (_, more) => {
    const { answer } = await compare(answered([file('a.py', more)]));
    expect(answer.ok && answer.changes.files.get('a.py')?.whole).toBe(true);
  });
});

describe('unavailable, and never "nothing changed"', () => {
  const many = (count: number) => Array.from({ length: count }, (_, index) => file(`f${index}.py`));
  test.each<[string, ApiResult, string]>([
    ['300 files', answered(many(300)), 'changes 300 files or more'],
    ['no list', answered(undefined), 'no list of files'],
    [
      'a hunk header that does not parse',
      answered([file('a.py', { patch: '@@ nonsense @@\n+x' })]),
      'could not be read',
    ],
    ['a nameless file', answered([{ patch: '' }]), 'could not be read'],
    ['a refusal', { ok: false, failure: { status: 404, message: 'Not Found', headers: {} } }, 'answered: Not Found'],
  ])('%s', async (_, result, reason) => {
    const { answer } = await compare(result);
    expect(answer.ok ? '' : answer.reason).toContain(reason);
  });
  test('299 files are an answer', async () => {
    expect((await compare(answered(many(299)))).answer.ok).toBe(true);
  });
});

test('below a directory of the repository', async () => {
  const { answer } = await compare(answered([file('sub/a.py'), file('b.py')]), 'sub/');
  expect(answer.ok && [...answer.changes.files.keys()]).toEqual(['a.py']);
});
