// For which ref and commit findings may be uploaded (`github-delivery.md` §7.2, §9.1). In: what the runner says, HEAD of
// the scanned checkout, the options. Out: the target, or why there is none. Findings filed under the wrong ref would
// close or open alerts of code that was never scanned: in doubt, nothing is uploaded.
import type { GitHubContext } from '../base/github-context.ts';
import { foreignEvents } from '../base/github-context.ts';
import type { UploadOptions } from '../base/options.ts';
import type { UploadReason } from '../report/delivery-outcome.ts';
import { remedies } from './upload-failure.ts';

export type UploadTarget =
  | { readonly upload: true; readonly ref: string; readonly sha: string }
  | { readonly upload: false; readonly reason: UploadReason; readonly remedy: string };

/** Where to upload to. */
export function uploadTarget(options: UploadOptions, github: GitHubContext | undefined): UploadTarget {
  if (options.when === 'never') return none('off', 'The option `upload` is `never`.');
  if (!github) return none('network', 'Not on a GitHub runner: GITHUB_REPOSITORY and GITHUB_API_URL are not set.');
  if (github.token() === '') return none('bad-token', remedies['bad-token']);
  if (options.target) return { upload: true, ...options.target };

  const { eventName, pullRequest } = github;
  if (foreignEvents.has(eventName))
    return none('event', `On ${eventName} the inputs \`ref\` and \`sha\` must say which commit was scanned.`);
  if (eventName === 'merge_group')
    return none('event', 'The ref of a merge queue is temporary; the push that follows uploads.');
  if (eventName === 'pull_request') return pullRequestTarget(options, github);
  if (pullRequest)
    return none('event', `On ${eventName} the inputs \`ref\` and \`sha\` must say which commit was scanned.`);

  const sha = github.head ?? github.sha;
  if (sha !== github.sha || !isCommit(sha)) return none('unknown-commit', remedies['unknown-commit']);
  if (!isRef(github.ref)) return none('unknown-commit', remedies['unknown-commit']);
  return { upload: true, ref: github.ref, sha };
}

function pullRequestTarget(options: UploadOptions, github: GitHubContext): UploadTarget {
  const { pullRequest } = github;
  if (!pullRequest) return none('unknown-commit', remedies['unknown-commit']);
  if (pullRequest.fromFork && options.when !== 'always') return none('fork', remedies.fork);
  const sha = github.head ?? github.sha;
  if (!isCommit(sha)) return none('unknown-commit', remedies['unknown-commit']);
  if (sha === github.sha) return { upload: true, ref: `refs/pull/${pullRequest.number}/merge`, sha };
  if (sha === pullRequest.headSha) return { upload: true, ref: `refs/pull/${pullRequest.number}/head`, sha };
  return none('unknown-commit', remedies['unknown-commit']);
}

function none(reason: UploadReason, remedy: string): UploadTarget {
  return { upload: false, reason, remedy };
}

function isCommit(text: string): boolean {
  return /^([0-9a-f]{40}|[0-9a-f]{64})$/.test(text);
}

function isRef(text: string): boolean {
  return /^refs\/(heads|tags|pull)\/./.test(text);
}
