// A wait's budget where the function itself writes it down. In: a waiting loop. Out: whether it does, and "10 x 0.5 s = 5 s".
import { written } from './seconds.ts';
import { waitNumbers } from './wait-numbers.ts';
import type { WaitingLoop } from './waiting-loop.ts';

/** True if no caller and no environment can change how long it waits. */
export function isFixed({ limit, pause }: WaitingLoop): boolean {
  if (limit.kind === 'deadline') return limit.amount.source === 'fixed';
  return limit.kind === 'attempts' && limit.amount.source === 'fixed' && pause.source === 'fixed';
}

/** "10 x 0.5 s = 5 s" and the numbers in it. */
export function describeBudget(loop: WaitingLoop): { readonly text: string; readonly numbers: string } | undefined {
  const { interval, budget, about } = waitNumbers(loop);
  if (budget === undefined || budget <= 0) return undefined;
  const total = `${written(budget)} s`;
  const { limit } = loop;
  if (limit.kind !== 'attempts' || about) return { text: about ? `about ${total}` : total, numbers: total };
  if (interval === undefined || limit.run === undefined) return undefined;
  const { pauses } = limit.run;
  return { text: `${pauses} x ${written(interval)} s = ${total}`, numbers: `${pauses} and ${written(interval)}` };
}
