// A request to GitHub, tried again where that helps (`github-delivery.md` §7.4). In: the request. Out: its last answer.
import type { GitHubContext } from '../base/github-context.ts';
import type { Clock } from './clock.ts';
import type { ApiResult } from './github-api.ts';
import { retryDelay } from './retry-delay.ts';

/** Sends until it works, trying is in vain, or `budget` milliseconds after `start` are over. */
export async function withRetries(
  send: () => Promise<ApiResult>,
  github: Pick<GitHubContext, 'pullRequest'>,
  clock: Clock,
  start: number,
  budget: number,
): Promise<ApiResult> {
  const fromFork = github.pullRequest?.fromFork ?? false;
  let waitedForRate = 0;
  for (let tries = 1; ; tries++) {
    const result = await send();
    if (result.ok) return result;
    const retry = retryDelay(result.failure, { tries, waitedForRate, fromFork, now: clock.now() });
    if (!retry) return result;
    const delay = Math.round(retry.delay * (1 + clock.random() / 4));
    if (clock.now() - start + delay > budget) return result;
    if (retry.rate) waitedForRate += retry.delay;
    await clock.pause(delay);
  }
}
