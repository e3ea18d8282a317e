import { expect, test } from 'vitest';
import { unreadVersions } from '../../src/advisories/unread-versions.ts';
import { filePath } from '../../src/base/file-path.ts';
import { projectOf } from '../model/project-of.ts';

test('files with versions that could not be read, each once', () => {
  const project = projectOf(
    {},
    {
      'uv.lock': '[[package]\n',
      'ruff.toml': '[',
      'api/Pipfile.lock': '{',
      'Pipfile.lock': '{}',
      'requirements.txt': 'a==1\n',
    },
  );
  const tooLarge = (path: string) => ({ id: 'PVN002' as const, message: 'x', file: filePath(path), hidesCode: false });
  const problems = unreadVersions(project, [tooLarge('web/poetry.lock'), tooLarge('app/models.py')]);
  expect(problems.map(({ file }) => file)).toEqual(['web/poetry.lock', 'uv.lock', 'api/Pipfile.lock']);
  expect(problems[0]).toMatchObject({
    id: 'PVN010',
    hidesCode: true,
    message: expect.stringContaining('web/poetry.lock could not be read'),
  });
});
