// Quoting for a shell that stands between quotes already: `f"grep '{shlex.quote(word)}' notes"`. The value's own quotes end those of
// the text, and between double quotes a shell still runs `$(...)`. In: a command's text. Out: the holes whose quoting does not help.
import type { Value } from '../values/value.ts';
import { withTaint } from '../values/value.ts';
import { makeTaint, uncleanMark } from '../values/taint.ts';
import { soundParts } from './sink-part.ts';

const quoting = ['quote', 'join', 'shell_quote', 'shlex_quote'];

/** Holes between quotes, as if they had not been quoted; those that were not are left out. */
export function quotedTwice(command: Value): Value[] {
  const found: Value[] = [];
  let open = '';
  for (const part of soundParts(command)) {
    if (typeof part === 'string') open = quoteBehind(part, open);
    else if (open !== '') {
      const { marks } = part.hole.taint ?? makeTaint([]);
      const plain = marks.map((mark) => uncleanMark(mark, quoting));
      if (plain.some((mark, index) => mark !== marks[index])) found.push(withTaint(part.hole, makeTaint(plain)));
    }
  }
  return found;
}

/** The quote that is open behind a piece of a command, `before` being the one open before it; empty if there is none. */
function quoteBehind(piece: string, before: string): string {
  let open = before;
  for (let at = 0; at < piece.length; at++) {
    const letter = piece[at]!;
    if (letter === '\\' && open !== "'") at++;
    else if (open === '' && (letter === "'" || letter === '"')) open = letter;
    else if (letter === open) open = '';
  }
  return open;
}
