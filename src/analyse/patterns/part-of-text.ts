// Patterns that fit a part of a text where the whole of it is meant. In: a pattern with its flags. Out: what in it lets the rest through: `$` that
// holds at the end of each line, or a last part that repeats and nothing after it. Leaves alone: whether something is decided by it.
import type { ParsedPattern, Pattern } from './parse-pattern.ts';

export type PartFlaw = 'lines' | 'open';

/** What lets the rest of a text through, if something does. */
export function partOfText({ parsed }: { readonly parsed: ParsedPattern }): PartFlaw | undefined {
  const parts = sequence(parsed.tree);
  const [first] = parts;
  const last = parts.at(-1);
  const isAnchored = first?.kind === 'anchor' && first.at === 'start';
  if (parsed.flags.multiline === true)
    return isAnchored && last?.kind === 'anchor' && last.at === 'end' ? 'lines' : undefined;
  if (last?.kind !== 'repeat' || last.item.kind !== 'set' || last.item.isDot === true) return undefined;
  // One part only asks for a beginning; several in a row are the form of a whole value: an address, a date, a name with a prefix.
  const meaning = parts.filter((part) => part.kind !== 'anchor');
  return meaning.filter(({ kind }) => kind === 'repeat').length >= 3 && meaning.some((part) => isSeparator(part))
    ? 'open'
    : isAnchored && meaning.length === 1 && last.most > 64
      ? 'open'
      : undefined;
}

/** A pattern without an end is asked for a part by `match` and `search`. */
export function asksPart(flaw: PartFlaw, how: string): boolean {
  return flaw === 'lines' ? how === 'search' || how === 'match' : how === 'match' || how === 'search';
}

function isSeparator(part: Pattern): boolean {
  return part.kind === 'set' && part.character !== undefined && /[.:@/-]/.test(part.character);
}

function sequence(pattern: Pattern): readonly Pattern[] {
  return pattern.kind === 'sequence' ? pattern.items : [pattern];
}
