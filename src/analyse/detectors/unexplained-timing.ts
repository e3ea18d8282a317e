// BP406: numbers of a wait for which nobody gives a reason. In: waiting loops and fixed sleeps of test code. Out: a note at each; rules
// that speak about the same wait say it themselves and win (`overlaps`).
import { MODULE } from '../../model/file-index.ts';
import { fixedSleeps } from '../waiting/fixed-sleeps.ts';
import { isNoteworthy } from '../waiting/noteworthy-wait.ts';
import { hasComment, saysWhy } from '../waiting/says-why.ts';
import { written } from '../waiting/seconds.ts';
import { tellsAmpleBudget } from '../waiting/told-budget.ts';
import { functionName, waitingLoops } from '../waiting/waiting-loop.ts';
import { describeBudget, isFixed } from '../waiting/written-budget.ts';
import type { CreateDetector } from './detector.ts';

export const unexplainedTiming: CreateDetector<'unexplained-timing'> = ({ rule, knowledge, engine, report }) => {
  const loops = waitingLoops(knowledge, engine, rule.calls);
  return {
    interest: { functions: loops.functions },
    observer: {
      loop: (event) => {
        const loop = loops.at(event);
        const budget = loop === undefined ? undefined : describeBudget(loop);
        if (loop === undefined || budget === undefined || !isFixed(loop)) return;
        if (!isNoteworthy(loop, knowledge) || saysWhy(loop) || tellsAmpleBudget(loop)) return;
        const { module, functionIndex, node } = loop;
        report({
          module,
          functionIndex,
          node,
          values: { function: functionName(loop), wait: budget.text, numbers: budget.numbers },
          rank: { numberKnown: true },
        });
      },
    },
    module: (module) => {
      for (const [functionIndex, sleeps] of fixedSleeps(knowledge, engine(), module, loops.sleepCalls(module))) {
        const first = sleeps[0]!;
        if (functionIndex === MODULE || hasComment(first) || saysWhy(first)) continue;
        const seconds = `${written(first.seconds)} s`;
        report({
          module,
          functionIndex,
          node: first.node,
          values: { function: functionName(first), wait: seconds, numbers: seconds },
          rank: { numberKnown: true },
        });
      }
    },
  };
};
