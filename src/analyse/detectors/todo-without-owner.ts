// BP404: a comment that asks for work and names nobody, where the repository's other ones do. In: comments. Out: notes, or,
// where there is no such convention, one line of statistics.
import { commentsOf } from '../../model/comments.ts';
import type { Module } from '../../model/module.ts';
import { todoComment } from '../../model/todo-comment.ts';
import type { CreateDetector } from './detector.ts';

export const todoWithoutOwner: CreateDetector<'todo-without-owner'> = (context) => {
  const { rule, knowledge } = context;

  const look = (module: Module): void => {
    if (!module.tree.comments.texts.some((text) => todoComment(text)?.owned === false)) return;
    const { todos } = knowledge.conventions;
    if (todos.total < rule.comments || todos.share < rule.share) return;
    const { comments } = commentsOf(module);
    comments.forEach((comment, i) => {
      const todo = todoComment(comment.text);
      if (todo === undefined || todo.owned) return;
      const below: string[] = [];
      for (let next = i + 1; next < comments.length; next++) {
        const other = comments[next]!;
        if (!other.ownLine || other.line !== comments[next - 1]!.line + 1 || todoComment(other.text) !== undefined) break;
        below.push(other.text);
      }
      if (todoComment(comment.text, below.join(' '))!.owned) return;
      const node = module.nodeAt(comment.start);
      context.report({
        module,
        functionIndex: module.functionAround(node),
        node,
        range: { start: comment.start, end: comment.end },
        values: { word: todo.word, owned: todos.owned, total: todos.total },
      });
    });
  };
  return { module: look };
};
