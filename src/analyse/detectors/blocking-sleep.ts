// BP104: a coroutine that sleeps without awaiting. In: calls that block, in async functions. Out: a note at each.
import { commentsOf } from '../../model/comments.ts';
import { MODULE } from '../../model/file-index.ts';
import { amountOf } from '../waiting/amount.ts';
import { isPatched } from '../waiting/patched-names.ts';
import { written as seconds } from '../waiting/seconds.ts';
import type { SleepCall } from '../waiting/sleep-calls.ts';
import { createSleepCalls } from '../waiting/sleep-calls.ts';
import type { CreateDetector } from './detector.ts';
import { valueAlone } from './value-alone.ts';
import { written } from './written-expression.ts';

const onPurpose = /block|busy|simulat|pretend|on purpose|deliberate/i;

export const blockingSleep: CreateDetector<'blocking-sleep'> = ({ rule, knowledge, engine, report }) => {
  const sleepCalls = createSleepCalls(knowledge.project, rule.calls);

  const lengthOf = ({ duration }: SleepCall): number | undefined => {
    if (duration === undefined) return undefined;
    const { module, functionIndex, node } = duration;
    const evaluate = (inner: number) => valueAlone(engine(), module, functionIndex, inner);
    return amountOf({ module, functionIndex, evaluate }, node).value;
  };

  return {
    module: (module) => {
      const { tree, index } = module;
      if (!index.functions.some(({ isAsync }) => isAsync)) return;
      const comments = commentsOf(module);
      for (const call of sleepCalls(module)) {
        const functionIndex = module.functionAround(call.node);
        if (functionIndex === MODULE || !index.functions[functionIndex]!.isAsync) continue;
        const line = tree.lineOf(call.node);
        const above = comments.commentOnLine(line - 1);
        const said = [comments.commentOnLine(line), above?.ownLine === true ? above : undefined];
        if (said.some((comment) => comment !== undefined && onPurpose.test(comment.text))) continue;
        if (isPatched(knowledge.project, module, functionIndex, /^_?sleep$/)) continue;
        const length = lengthOf(call);
        if (length !== undefined && length <= 0) continue;
        report({
          module,
          functionIndex,
          node: call.node,
          values: {
            function: tree.names.text(index.functions[functionIndex]!.name),
            call: written(tree, call.node).replace(/\(\)$/, ''),
            length: length === undefined ? '' : ` for ${seconds(length)} s`,
          },
          rank: { numberKnown: length !== undefined },
        });
      }
    },
  };
};
