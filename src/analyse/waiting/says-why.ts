// Whether somebody wrote down why a wait is as long as it is. In: the place of the wait. Out: yes or no, by words about time.
import { commentsOf, docstringText, functionDocstring, hasReason } from '../../model/comments.ts';
import { MODULE } from '../../model/file-index.ts';
import { statementAround } from '../constructs.ts';
import type { Site } from '../interpreter/events.ts';

const timeWords =
  /\b\d+(?:\.\d+)?\s*(?:s|ms|secs?|seconds?|mins?|minutes?|milliseconds?)\b|\btime[- ]?outs?\b|\btim(?:es|ed|ing) out\b|\bretr(?:y|ies)\b|\bseconds?\b|\bminutes?\b/i;

/** A comment or docstring in the function, or a comment above it, speaks of time. */
export function saysWhy({ module, functionIndex, node }: Site): boolean {
  const { tree, index } = module;
  const scope = functionIndex === MODULE ? node : index.functions[functionIndex]!.node;
  const comments = commentsOf(module);
  const before = comments.commentBefore(scope);
  const texts = [
    ...comments.commentsIn({ start: tree.start(scope), end: tree.end(scope) }).map((comment) => comment.text),
    ...(before === undefined ? [] : [before.text]),
    ...(functionIndex === MODULE ? [] : [docstringText(module, functionDocstring(module, functionIndex))]),
  ];
  const last = comments.commentOnLine(tree.line(tree.end(scope)));
  return [...texts, last?.text ?? ''].some((text) => timeWords.test(text));
}

/** A comment on the line of a place, or the comment right above its statement, speaks of time or gives a reason. */
export function tellsTimeHere({ module, node }: Site): boolean {
  const { tree } = module;
  const comments = commentsOf(module);
  const statement = statementAround(tree, node);
  const texts = [
    comments.commentBefore(statement)?.text,
    comments.commentOnLine(tree.line(tree.end(statement) - 1))?.text,
  ];
  return texts.some(
    (text) => text !== undefined && (timeWords.test(text) || hasReason(text) || /\brationale\b|\bslow\b/i.test(text)),
  );
}

/** A comment stands on the line of a place, or alone on the line above. */
export function hasComment({ module, node }: Site): boolean {
  const comments = commentsOf(module);
  const line = module.tree.lineOf(node);
  return comments.commentOnLine(line) !== undefined || comments.commentOnLine(line - 1)?.ownLine === true;
}
