// When to try a failed request again (`github-delivery.md` §7.4).
import type { ApiFailure } from './github-api.ts';

export interface RetryState {
  /** Tries so far, at least 1. */
  readonly tries: number;
  /** Milliseconds already waited for a rate limit. */
  readonly waitedForRate: number;
  readonly fromFork: boolean;
  /** Milliseconds since 1970. */
  readonly now: number;
}

export interface Retry {
  readonly delay: number;
  readonly rate: boolean;
}

const OUTAGE_DELAYS = [2_000, 8_000, 30_000];
const RATE_BUDGET = 120_000;
const TRANSIENT_AUTHENTICATION_DELAY = 5_000;

/** Milliseconds to wait before the next try; undefined: give up. */
export function retryDelay(failure: ApiFailure, state: RetryState): Retry | undefined {
  const { status } = failure;
  if (status === undefined || [408, 500, 502, 503, 504].includes(status)) {
    const delay = OUTAGE_DELAYS[state.tries - 1];
    return delay === undefined ? undefined : { delay, rate: false };
  }
  if (isRateLimit(failure)) {
    const delay = rateDelay(failure, state.now);
    return state.waitedForRate + delay > RATE_BUDGET ? undefined : { delay, rate: true };
  }
  if ([401, 403, 404].includes(status) && state.tries === 1 && !state.fromFork) {
    return { delay: TRANSIENT_AUTHENTICATION_DELAY, rate: false };
  }
  return undefined;
}

function isRateLimit({ status, headers, message }: ApiFailure): boolean {
  if (status === 429) return true;
  if (status !== 403) return false;
  return 'retry-after' in headers || headers['x-ratelimit-remaining'] === '0' || /secondary rate limit/i.test(message);
}

function rateDelay({ headers }: ApiFailure, now: number): number {
  const after = Number(headers['retry-after']);
  if (Number.isFinite(after) && after >= 0) return Math.max(1_000, after * 1_000);
  const reset = Number(headers['x-ratelimit-reset']);
  if (Number.isFinite(reset)) return Math.max(1_000, reset * 1_000 - now);
  return 60_000;
}
