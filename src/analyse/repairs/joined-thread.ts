// A wait for the thread or process that a test starts. In: the call that starts it. Out: a line that joins it (of a timer: cancels it), as
// a clean-up where the test case has them, else behind the test's last statement. Not safe: the test may take longer than before.
import type { Framework } from '../../model/framework.ts';
import type { Module } from '../../model/module.ts';
import { Kind } from '../../parse/lowered-tree.ts';
import type { Repair } from '../analysis.ts';
import { statementAround } from '../constructs.ts';
import { lineBehind } from './line-edits.ts';
import { isMethodOnSelf } from './method-on-self.ts';

const SECONDS = 5;

/** `start` is the one call of `name.start()`; `isTimer` if it runs later by itself. */
export function joinedThread(
  module: Module,
  functionIndex: number,
  start: number,
  name: string,
  isTimer: boolean,
  framework: Framework,
): Repair | undefined {
  const { tree, index } = module;
  const statement = statementAround(tree, start);
  if (tree.kind(statement) !== Kind.expression_statement || statement + 1 !== start) return undefined;
  if (framework !== 'unittest-style' && isMethodOnSelf(module, functionIndex)) {
    const edit = lineBehind(
      tree,
      statement,
      `self.addCleanup(${isTimer ? `${name}.cancel` : `${name}.join, ${SECONDS}`})`,
    );
    return edit && { edits: [edit], safe: false };
  }
  const { body } = index.functions[functionIndex]!;
  const last = tree.children(body).at(-1);
  // Elsewhere than at the top of the function it may not have been started.
  if (last === undefined || tree.parent(statement) !== body) return undefined;
  if (tree.kind(last) === Kind.return_statement || tree.kind(last) === Kind.raise_statement) return undefined;
  const edit = lineBehind(tree, last, isTimer ? `${name}.cancel()` : `${name}.join(${SECONDS})`);
  return edit && { edits: [edit], safe: false };
}
