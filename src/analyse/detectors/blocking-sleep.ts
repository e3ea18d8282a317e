// BP104: a coroutine that sleeps without awaiting. In: calls that block, in async functions. Out: a note at each.
import { commentsOf } from '../../model/comments.ts';
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { Repair } from '../analysis.ts';
import { replace } from '../repairs/argument-edits.ts';
import { reachableName } from '../repairs/reachable-name.ts';
import { amountOf } from '../waiting/amount.ts';
import { isPatched } from '../waiting/patched-names.ts';
import { written as seconds } from '../waiting/seconds.ts';
import type { SleepCall } from '../waiting/sleep-calls.ts';
import { createSleepCalls } from '../waiting/sleep-calls.ts';
import type { CreateDetector } from './detector.ts';
import { valueAlone } from './value-alone.ts';
import { argumentsOf, calledName, written } from './written-expression.ts';

const onPurpose = /block|busy|simulat|pretend|on purpose|deliberate/i;

/** `await asyncio.sleep(...)`; safe in a file that works with asyncio already. */
function awaited(module: Module, functionIndex: number, call: number): Repair | undefined {
  const { tree } = module;
  const isStatement = tree.kind(tree.parent(call)) === Kind.expression_statement;
  const name = reachableName({ module, functionIndex, node: call }, 'asyncio', 'sleep');
  const targets = module.importTargets();
  const imports = (pattern: RegExp): boolean => targets.some((target) => pattern.test(target));
  if (!isStatement || name === undefined || imports(/^(?:trio|anyio|curio|eventlet)\b/)) return undefined;
  if (argumentsOf(tree, call).positional.length !== 1 || calledName(tree, call) !== 'sleep') return undefined;
  const edit = replace(tree, tree.child(call, Field.function), `await ${name.text}`);
  return edit && { edits: [...name.edits, edit], safe: imports(/^asyncio\b/) };
}

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
          repair: awaited(module, functionIndex, call.node),
          rank: { numberKnown: length !== undefined },
        });
      }
    },
  };
};
