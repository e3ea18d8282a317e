// BP301: `except:` that does not raise again. In: handlers. Out: a note at each that loses what it catches.
import type { ByteRange } from '../../base/region.ts';
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import {
  describeAttempt,
  discardsSilently,
  handlerBlock,
  isExplained,
  isImportGuard,
  isTidyingUp,
  onlyCalls,
} from './attempt.ts';
import type { CreateDetector } from './detector.ts';
import { ownNodes } from './own-nodes.ts';
import { calledName } from './written-expression.ts';

function afterExcept(start: number): ByteRange {
  const end = start + 'except'.length;
  return { start: end, end };
}

export const bareExcept: CreateDetector<'bare-except'> = (context) => {
  const tidying = new Set(context.rule.tidying);
  const telling = new Set(context.rule.telling);
  const dealsWith = new RegExp(context.rule.handled, 'u');

  /** The handler raises, leaves the process, or hands the error to somebody. */
  const isHandled = ({ tree }: Module, block: number): boolean => {
    for (const node of ownNodes(tree, block, Kind.raise_statement, Kind.call, Kind.assert_statement, Kind.identifier)) {
      const kind = tree.kind(node);
      if (kind === Kind.raise_statement || kind === Kind.assert_statement) return true;
      if (kind === Kind.call && dealsWith.test(calledName(tree, node))) return true;
      if (kind === Kind.identifier && dealsWith.test(tree.text(node))) return true;
    }
    return false;
  };

  const look = (module: Module, handler: number): void => {
    const { tree } = module;
    if (tree.child(handler, Field.value) >= 0) return;
    const attempt = tree.parent(handler);
    const block = handlerBlock(tree, handler);
    if (tree.kind(attempt) !== Kind.try_statement || block < 0) return;
    const functionIndex = module.functionAround(handler);
    if (functionIndex === MODULE || isImportGuard(tree, attempt)) return;
    if (isExplained(module, attempt, handler) || isHandled(module, block)) return;
    const attempted = tree.child(attempt, Field.body);
    if (onlyCalls(tree, attempted, telling)) return;
    if (onlyCalls(tree, attempted, tidying) && isTidyingUp(module, attempt, functionIndex)) return;
    context.report({
      module,
      functionIndex,
      node: handler,
      ...(discardsSilently(tree, block) ? {} : { wording: 'caught' }),
      // KeyboardInterrupt and SystemExit then go through, which may be what somebody relies on.
      // Where the error is thrown away that is no help.
      ...(discardsSilently(tree, block)
        ? {}
        : { repair: { edits: [{ range: afterExcept(tree.start(handler)), parts: [' Exception'] }], safe: false } }),
      values: { attempt: describeAttempt(tree, attempt) },
    });
  };
  return { module: (module) => module.index.handlers.forEach((handler) => look(module, handler)) };
};
