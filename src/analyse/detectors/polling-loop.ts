// The detector `polling-loop`: loops that sleep and look again. In: the waiting loops that the analysis in `../waiting`
// finds. Out: a note at the sleep of a bounded one, at the header of one without a bound, or at the header of one whose
// budget is written down in its function; the rule's `bound` says which.
import type { Detector, CreateDetector, DetectorContext } from './detector.ts';
import type { WaitingLoops } from '../waiting/waiting-loop.ts';
import { waitingLoops } from '../waiting/waiting-loop.ts';
import { boundedWait } from './bounded-wait.ts';
import { fixedWaitBudget } from './fixed-wait-budget.ts';
import { unboundedWait } from './unbounded-wait.ts';

export type TellWaits = (
  context: DetectorContext<'polling-loop'>,
  loops: WaitingLoops,
) => Pick<Detector, 'observer' | 'finish'>;

const tellers: Readonly<Record<'bounded' | 'unbounded' | 'fixed', TellWaits>> = {
  bounded: boundedWait,
  unbounded: unboundedWait,
  fixed: fixedWaitBudget,
};

export const pollingLoop: CreateDetector<'polling-loop'> = (context) => {
  const { rule, knowledge, engine } = context;
  const loops = waitingLoops(knowledge, engine, rule.calls);
  return { interest: { functions: loops.functions }, ...tellers[rule.bound ?? 'bounded'](context, loops) };
};
