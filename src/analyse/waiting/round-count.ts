// Plays a counted loop through, as if the state never came. In: what a round does, in order. Out: how often it looks
// and pauses. Counting by hand has too many cases: the check may stand before or after the pause and the step.
// Leaves alone: how long a pause is.

export type RoundItem =
  | { readonly kind: 'look' }
  | { readonly kind: 'pause' }
  | { readonly kind: 'step'; readonly by: number }
  /** Leaves the loop once the counter compares otherwise than the first time. */
  | { readonly kind: 'check'; readonly holds: (counter: number) => boolean };

export interface Run {
  /** How often it looks. */
  readonly looks: number;
  readonly pauses: number;
  /** Pauses before the last look. */
  readonly pausesBeforeLastLook: number;
}

// A loop with more rounds than this is no wait whose budget anybody planned.
const MAX_ROUNDS = 100_000;

/** Plays at most `rounds` rounds; undefined if no end is in sight. */
export function playRounds(items: readonly RoundItem[], start: number, rounds = Infinity): Run | undefined {
  let counter = start;
  let looks = 0;
  let pauses = 0;
  let pausesBeforeLastLook = 0;
  const first = new Map<RoundItem, boolean>();
  for (let round = 0; round < rounds; round++) {
    if (round >= MAX_ROUNDS) return undefined;
    let looked = false;
    for (const item of items) {
      switch (item.kind) {
        case 'look':
          looked = true;
          pausesBeforeLastLook = pauses;
          break;
        case 'pause':
          pauses++;
          break;
        case 'step':
          counter += item.by;
          break;
        case 'check': {
          const holds = item.holds(counter);
          const before = first.get(item);
          if (before === undefined) first.set(item, holds);
          else if (before !== holds) return { looks: looks + (looked ? 1 : 0), pauses, pausesBeforeLastLook };
          break;
        }
      }
    }
    if (looked) looks++;
  }
  return { looks, pauses, pausesBeforeLastLook };
}
