import { describe, expect, test } from 'vitest';
import type { GitHubContext } from '../../src/base/github-context.ts';
import type { UploadOptions } from '../../src/base/options.ts';
import { uploadTarget } from '../../src/deliver/upload-target.ts';

const merge = 'a'.repeat(40);
const head = 'b'.repeat(40);
const other = 'c'.repeat(40);

const github = (changes: Partial<GitHubContext>): GitHubContext => ({
  apiUrl: 'https://api.github.example',
  serverUrl: 'https://github.example',
  owner: 'o',
  repository: 'r',
  eventName: 'push',
  ref: 'refs/heads/main',
  sha: merge,
  head: merge,
  actor: 'octo',
  runId: '1',
  runAttempt: '1',
  token: () => 'secret',
  ...changes,
});
const pull = (fromFork = false) => ({ number: 7, headSha: head, fromFork });
const auto: UploadOptions = { when: 'auto', waitForProcessing: true };

describe('uploads', () => {
  test.each<[string, Partial<GitHubContext>, { ref: string; sha: string }]>([
    ['push', {}, { ref: 'refs/heads/main', sha: merge }],
    ['a tag', { ref: 'refs/tags/v1' }, { ref: 'refs/tags/v1', sha: merge }],
    ['a schedule', { eventName: 'schedule' }, { ref: 'refs/heads/main', sha: merge }],
    ['without git', { head: undefined as never }, { ref: 'refs/heads/main', sha: merge }],
    [
      'the merge commit',
      { eventName: 'pull_request', pullRequest: pull(), ref: 'refs/pull/7/merge' },
      { ref: 'refs/pull/7/merge', sha: merge },
    ],
    [
      'the head commit',
      { eventName: 'pull_request', pullRequest: pull(), head },
      { ref: 'refs/pull/7/head', sha: head },
    ],
  ])('%s', (_name, changes, target) => {
    expect(uploadTarget(auto, github(changes))).toEqual({ upload: true, ...target });
  });

  test('what ref and sha say, on every event', () => {
    const target = { ref: 'refs/pull/9/head', sha: other };
    for (const eventName of ['workflow_run', 'pull_request_target', 'push']) {
      expect(uploadTarget({ ...auto, target }, github({ eventName }))).toEqual({ upload: true, ...target });
    }
  });

  test('a fork only if told to always', () => {
    const fork = github({ eventName: 'pull_request', pullRequest: pull(true) });
    expect(uploadTarget({ ...auto, when: 'always' }, fork)).toMatchObject({ upload: true });
  });
});

describe('skips', () => {
  test.each<[string, UploadOptions, Partial<GitHubContext>, string]>([
    ['never', { ...auto, when: 'never' }, {}, 'off'],
    ['a fork', auto, { eventName: 'pull_request', pullRequest: pull(true) }, 'fork'],
    [
      'pull_request_target, even at GITHUB_SHA',
      auto,
      { eventName: 'pull_request_target', pullRequest: pull() },
      'event',
    ],
    ['workflow_run', auto, { eventName: 'workflow_run' }, 'event'],
    ['a merge queue', auto, { eventName: 'merge_group', ref: 'refs/heads/gh-readonly-queue/main/x' }, 'event'],
    ['a review', auto, { eventName: 'pull_request_review', pullRequest: pull() }, 'event'],
    ['another commit than the event', auto, { head: other }, 'unknown-commit'],
    [
      'another commit than head and merge',
      auto,
      { eventName: 'pull_request', pullRequest: pull(), head: other },
      'unknown-commit',
    ],
    ['a pull request without its event', auto, { eventName: 'pull_request' }, 'unknown-commit'],
    ['a ref that is none', auto, { ref: 'main' }, 'unknown-commit'],
    ['no token', auto, { token: () => '' }, 'bad-token'],
  ])('%s', (_name, options, changes, reason) => {
    expect(uploadTarget(options, github(changes))).toMatchObject({ upload: false, reason });
  });

  test('outside of GitHub', () => {
    expect(uploadTarget(auto, undefined)).toMatchObject({ upload: false });
  });
});
