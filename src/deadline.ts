// The one clock that bounds an analysis; the stages only ask whether time is up.

/** True once `minutes` have passed since this call; never for 0. `now` is in milliseconds. */
export function deadline(minutes: number, now: () => number = () => performance.now()): () => boolean {
  if (minutes === 0) return () => false;
  const end = now() + minutes * 60_000;
  return () => now() >= end;
}
