// The numbers of a waiting loop that a note prints. In: the loop. Out: attempts, seconds, and when it looks last.
import { MODULE } from '../../model/file-index.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { writtenName } from './expressions.ts';
import type { WaitingLoop } from './waiting-loop.ts';

export interface WaitNumbers {
  readonly attempts: number | undefined;
  /** Seconds between two looks. */
  readonly interval: number | undefined;
  /** Seconds until it gives up. */
  readonly budget: number | undefined;
  /** Seconds at the last look, where that is before the end. */
  readonly lastLook: number | undefined;
  /** Attempts and budget follow from adding fractions. */
  readonly about: boolean;
}

/** Numbers as far as they are known. */
export function waitNumbers(loop: WaitingLoop): WaitNumbers {
  const { limit, pause } = loop;
  const interval = pause.value;
  if (limit.kind === 'deadline')
    return { attempts: undefined, interval, budget: limit.amount.value, lastLook: undefined, about: false };
  const run = limit.kind === 'attempts' ? limit.run : undefined;
  if (run === undefined || limit.kind !== 'attempts')
    return { attempts: undefined, interval, budget: undefined, lastLook: undefined, about: false };
  // `waited += 0.1` up to 10: division says 100 rounds, addition may need one more.
  if (limit.seconds !== undefined && interval !== undefined && interval > 0) {
    return {
      attempts: Math.round(limit.seconds / interval),
      interval,
      budget: limit.seconds,
      lastLook: undefined,
      about: true,
    };
  }
  const budget = interval === undefined ? undefined : run.pauses * interval;
  const early = interval !== undefined && run.pausesBeforeLastLook < run.pauses && !looksAgainBehind(loop);
  return {
    attempts: run.looks,
    interval,
    budget,
    lastLook: early ? run.pausesBeforeLastLook * interval : undefined,
    about: false,
  };
}

/** The same call stands behind the loop: that is the last look. */
function looksAgainBehind({ module, functionIndex, node, state }: WaitingLoop): boolean {
  const { tree, index } = module;
  const end = functionIndex === MODULE ? tree.size : tree.next(index.functions[functionIndex]!.node);
  const names = new Set(
    state.looks
      .filter((look) => tree.kind(look) === Kind.call)
      .map((look) => writtenName(tree, tree.child(look, Field.function))),
  );
  names.delete('');
  return index.calls.some(
    (call) => call >= tree.next(node) && call < end && names.has(writtenName(tree, tree.child(call, Field.function))),
  );
}
