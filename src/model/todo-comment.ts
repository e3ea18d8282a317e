// Comments that ask for work: TODO, FIXME, XXX, HACK, with or without somebody or something to ask about it.
// In: a module's comments. Out: which of them are such, and whether they name an owner, a number or a link.
import type { Comment } from './comments.ts';
import { commentsOf } from './comments.ts';
import type { Module } from './module.ts';

export interface TodoComment {
  /** The word it starts with, in capitals. */
  readonly word: string;
  /** Names an owner in parentheses, an issue number or a URL. */
  readonly owned: boolean;
}

// At the start of a comment, or later if a colon or parenthesis follows: "see the TODO below" asks for nothing.
const marker = /^#+[:\s]*(TODO|FIXME|XXX|HACK)(?=$|[^\w])|\s@?(TODO|FIXME|XXX|HACK)(?=[:(])/;
const reference =
  /https?:\/\/|\b[A-Z][A-Z\d]+-\d+\b|(?:^|[\s([])#\d+\b|\b(?:bugs?|issues?|ticket|bpo|gh|pr|lp)[\s:#-]*\d+/i;

/** Reads one comment, with its `#`; `following` is the text of the comment lines below that belong to it. */
export function todoComment(comment: string, following = ''): TodoComment | undefined {
  const match = marker.exec(comment);
  if (match === null) return undefined;
  const rest = comment.slice(match.index + match[0].length);
  // An issue's number in parentheses is found by the reference; anything else there that has a letter is a person.
  const owned =
    /^\s?[([]\s*@?_*[A-Za-z](?:[^)\]]*[)\]]|\w*:)/.test(rest) ||
    /^\s?[([]\s*#?\d+\s*[)\]]/.test(rest) ||
    reference.test(`${rest} ${following}`);
  return { word: match[1] ?? match[2]!, owned };
}

type PlacedTodo = TodoComment & { readonly comment: Comment };

const found = new WeakMap<Module, readonly PlacedTodo[]>();

/** Those of a module's comments, in file order. A link in the lines below, in the same block, counts. */
export function todosOf(module: Module): readonly PlacedTodo[] {
  let todos = found.get(module);
  if (todos === undefined) found.set(module, (todos = findTodos(module)));
  return todos;
}

const none: readonly PlacedTodo[] = [];

function findTodos(module: Module): readonly PlacedTodo[] {
  if (!module.tree.comments.texts.some((text) => marker.test(text))) return none;
  const { comments } = commentsOf(module);
  return comments.flatMap((comment, index) => {
    const todo = todoComment(comment.text, comment.ownLine ? textBelow(comments, index) : '');
    return todo === undefined ? [] : [{ ...todo, comment }];
  });
}

/** The rest of the block below a comment, up to the next comment that asks for work. */
function textBelow(comments: readonly Comment[], index: number): string {
  if (todoComment(comments[index]!.text) === undefined) return '';
  const lines: string[] = [];
  for (let i = index + 1; i < comments.length; i++) {
    const comment = comments[i]!;
    if (!comment.ownLine || comment.line !== comments[i - 1]!.line + 1 || todoComment(comment.text) !== undefined)
      break;
    lines.push(comment.text);
  }
  return lines.join(' ');
}
