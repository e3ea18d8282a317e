// BP404: a comment that asks for work and names nobody, where the repository's other ones do. In: comments. Out: notes, or,
// where there is no such convention, one line of statistics.
import type { Module } from '../../model/module.ts';
import { todosOf } from '../../model/todo-comment.ts';
import { nodeAtComment } from './comment-place.ts';
import type { CreateDetector } from './detector.ts';

export const todoWithoutOwner: CreateDetector<'todo-without-owner'> = (context) => {
  const { rule, knowledge } = context;

  const look = (module: Module): void => {
    const found = todosOf(module).filter((todo) => !todo.owned);
    if (found.length === 0) return;
    const { todos } = knowledge.conventions;
    if (todos.total < rule.comments || todos.share < rule.share) return;
    for (const { word, comment } of found) {
      const node = nodeAtComment(module, comment.start);
      context.report({
        module,
        functionIndex: module.functionAround(node),
        node,
        range: { start: comment.start, end: comment.end },
        values: { word, owned: todos.owned, total: todos.total },
      });
    }
  };
  return { module: look };
};
