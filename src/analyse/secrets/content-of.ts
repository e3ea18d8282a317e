// The text of a literal. In: a string token, a part of an f-string, a comment, as written. Out: what it says.
import { textOf } from '../values/constant.ts';
import { stringConstant } from '../values/literals.ts';

/** What Python reads of a string token; parts of f-strings and comments stay as they are. */
export function contentOf(text: string): string {
  const constant = /['"]$/.test(text) ? stringConstant(text) : undefined;
  return constant === undefined ? text : (textOf(constant) ?? text);
}
