// Escaping for HTML that stands where it does not help: in an attribute without quotes, `f"<input value={escape(word)}>"`, a blank begins
// the next attribute, and in a script outside of quotes any text is code. In: a page's text. Out: the holes whose escaping does not help.
import { kindSet } from '../values/kind-set.ts';
import { changeMark, isTainted, makeTaint, uncleanMark } from '../values/taint.ts';
import type { TextPart, Value } from '../values/value.ts';
import { withTaint } from '../values/value.ts';

const escaping = ['escape', 'conditional_escape', 'xhtml_escape', 'escape_html', 'format_html', 'format'];

/** Where a piece of a page ends. */
interface Place {
  /** Inside a tag, or in the code of a script. */
  readonly in: 'text' | 'tag' | 'script';
  /** The quote that is open there. */
  readonly quote: string;
  /** The tag is that of a script: behind it code begins. */
  readonly opensScript: boolean;
}

/** Holes of a page's text that are escaped in vain, as if they had not been; those that were not are left out. */
export function escapedInVain(text: readonly TextPart[]): Value[] {
  const found: Value[] = [];
  let place: Place = { in: 'text', quote: '', opensScript: false };
  let before = '';
  for (const part of text) {
    if (typeof part === 'string') {
      place = placeBehind(part, place);
      before = part;
      continue;
    }
    const isBare =
      place.quote === '' && (place.in === 'script' || (place.in === 'tag' && /=\s*[^\s"'=<>]*$/.test(before)));
    before = '';
    if (!isBare) continue;
    const marks = part.hole.taint?.marks ?? [];
    const plain = marks.map((mark) => uncleanMark(mark, escaping));
    if (plain.some((mark, index) => mark !== marks[index])) found.push(withTaint(part.hole, makeTaint(plain)));
  }
  return found;
}

/** Text outside of tags cannot leave its place without `<`; in a tag or a script that nothing begins a tag is no help. */
export function withTagsInTags(text: readonly TextPart[]): TextPart[] {
  let place: Place = { in: 'text', quote: '', opensScript: false };
  return text.map((part) => {
    if (typeof part === 'string') {
      place = placeBehind(part, place);
      return part;
    }
    const { taint } = part.hole;
    if (place.in === 'text' || !isTainted(taint)) return part;
    const marks = taint.marks.map((mark) => changeMark(mark, { cleaned: mark.cleaned & ~kindSet('no-tag') }));
    return { hole: withTaint(part.hole, makeTaint(marks)) };
  });
}

function placeBehind(piece: string, before: Place): Place {
  let { in: inside, quote, opensScript } = before;
  for (let at = 0; at < piece.length; at++) {
    const letter = piece[at]!;
    if (quote !== '') {
      if (letter === '\\' && inside === 'script') at++;
      else if (letter === quote) quote = '';
    } else if (inside === 'script') {
      if (/^<\/script/i.test(piece.slice(at, at + 8))) inside = 'text';
      else if (letter === '"' || letter === "'" || letter === '`') quote = letter;
    } else if (inside === 'tag') {
      if (letter === '"' || letter === "'") quote = letter;
      else if (letter === '>') inside = opensScript ? 'script' : 'text';
    } else if (letter === '<' && /[a-z]/i.test(piece[at + 1] ?? '')) {
      inside = 'tag';
      opensScript = /^<script\b/i.test(piece.slice(at, at + 8));
    }
  }
  return { in: inside, quote, opensScript };
}
