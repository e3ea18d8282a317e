import { describe, expect, test } from 'vitest';
import type { GitHubContext } from '../../src/base/github-context.ts';
import { projectHints } from '../../src/model/project-hints.ts';

const [sha, head, other] = ['a', 'b', 'c'].map((digit) => digit.repeat(40)) as [string, string, string];

function github(changes: Partial<GitHubContext>): GitHubContext {
  const texts = { apiUrl: '', serverUrl: '', eventName: 'push', ref: '', actor: '', runId: '', runAttempt: '' };
  return { ...texts, owner: 'openstack', repository: 'nova', sha, token: () => '', ...changes };
}

describe('the repository is named if its commit is what was scanned', () => {
  const pullRequest = { number: 1, headSha: head, fromFork: false };
  test.each<[string, Partial<GitHubContext>, boolean]>([
    ['the commit of the event', { head: sha }, true],
    ['the head of the pull request', { head, pullRequest }, true],
    ['another repository, checked out beside it', { head: other, pullRequest }, false],
    ['no git checkout', {}, false],
  ])('%s', (_, changes, named) => {
    expect(projectHints({ host: 'action', github: github(changes) }, {})).toEqual(
      named ? { repository: 'openstack/nova' } : {},
    );
  });
});

test("a clone's folder is named on the command line only", () => {
  expect(projectHints({ host: 'command-line' }, { cloneName: 'tools' })).toEqual({ rootFolder: 'tools' });
  expect(projectHints({ host: 'action' }, { cloneName: 'tools' })).toEqual({});
  expect(projectHints({ host: 'command-line' }, {})).toEqual({});
});
