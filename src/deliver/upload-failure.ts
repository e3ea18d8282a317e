// What a failed upload means (`github-delivery.md` §7.5). In: a status and GitHub's text. Out: a stable reason code and
// what the user can do. The text is GitHub's and may change: it is searched for substrings, ignoring case.
import type { UploadReason } from '../report/delivery-outcome.ts';
import type { ApiFailure } from './github-api.ts';

/** What is shown beside each reason. */
export const remedies: Readonly<Record<UploadReason, string>> = {
  'no-permission':
    'Give the job `permissions: security-events: write` (and `contents: read`). In a reusable workflow the calling job needs them too.',
  fork: 'Pull requests from forks run with a read-only token. The findings are below and in `results.sarif`; they reach code scanning when the branch is merged.',
  'dependabot-push':
    'Dependabot pushes run read-only: trigger on `pull_request` and leave Dependabot branches out of `push`.',
  'not-enabled':
    'Code scanning is free for public repositories; a private one needs GitHub Code Security. Set `upload: never` to silence this; all other outputs work without it.',
  archived: 'The repository is archived.',
  'bad-token': 'Leave `token` at its default.',
  'not-found': 'The token cannot see this repository, or code scanning does not exist on this server.',
  'unknown-commit': 'Upload needs a pushed commit: set `ref` and `sha` together.',
  invalid: 'This is a defect in pyverdict: please report it with `results.sarif`.',
  'too-large': 'Exclude directories with `exclude`.',
  'too-many': 'Exclude directories with `exclude`.',
  'duplicate-category': 'Give each run of pyverdict in this commit its own `category`.',
  'alert-limit': 'GitHub has blocked uploads for this repository; see its documentation on alert limits.',
  'rate-limited': 'Wait, or upload less often.',
  'processing-timeout': 'GitHub is still processing the upload.',
  network: 'The findings are in `results.sarif`.',
  unknown: 'The findings are in `results.sarif`.',
  off: 'The option `upload` is `never`.',
  event: 'The inputs `ref` and `sha` must say which commit was scanned.',
};

export interface FailureContext {
  readonly fromFork: boolean;
  readonly actor: string;
  readonly eventName: string;
}

// In order: the first row whose text is found decides. Texts come before statuses, since GitHub uses 403 for many things.
const byText: readonly (readonly [UploadReason, ...string[]])[] = [
  [
    'not-enabled',
    'advanced security must be enabled',
    'code security must be enabled',
    'code scanning is not enabled',
    'blocked by a policy',
  ],
  ['archived', 'archived'],
  ['alert-limit', 'too many logical alerts'],
  ['duplicate-category', 'multiple runs with the same category', 'same category'],
  ['too-many', 'rejecting sarif, as there are more'],
  ['rate-limited', 'rate limit'],
  ['bad-token', 'bad credentials', 'requires authentication'],
  ['unknown-commit', 'commit not found', 'not found in this repository'],
  [
    'invalid',
    'rejecting sarif',
    'an invalid uri was provided',
    'expected artifact location',
    'invalid security severity value',
    'sarif uri scheme',
  ],
];

/** Reason code of a failure that retries did not mend. */
export function reasonOf(failure: ApiFailure, context: FailureContext): UploadReason {
  const { status, message } = failure;
  if (status === undefined) return 'network';
  const text = message.toLowerCase();
  if (status === 429) return 'rate-limited';
  if (status === 403 && context.actor === 'dependabot[bot]' && context.eventName === 'push') return 'dependabot-push';
  if (status === 403 && text.includes('resource not accessible by integration'))
    return context.fromFork ? 'fork' : 'no-permission';
  const found = byText.find(([, ...parts]) => parts.some((part) => text.includes(part)));
  if (found) return found[0];
  if (status === 401) return 'bad-token';
  if (status === 404) return 'not-found';
  if (status === 413) return 'too-large';
  if (status === 400 || status === 422) return 'invalid';
  return 'unknown';
}

/** Reason code of `processing_status: failed`, from the texts of its `errors`. */
export function reasonOfErrors(errors: readonly string[]): UploadReason {
  const text = errors.join('\n').toLowerCase();
  return byText.find(([, ...parts]) => parts.some((part) => text.includes(part)))?.[0] ?? 'unknown';
}
