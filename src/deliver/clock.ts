// Time, as the upload needs it: tests bring their own.

export interface Clock {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly pause: (milliseconds: number) => Promise<void>;
  /** 0 to below 1, to keep many runs from coming back at the same moment. */
  readonly random: () => number;
}

export const systemClock: Clock = {
  now: Date.now,
  pause: (milliseconds) => new Promise((resolve) => void setTimeout(resolve, milliseconds)),
  random: Math.random,
};
