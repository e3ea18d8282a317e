// How a text begins in which a pattern matched at the beginning: `^https?://host\\.example\\.org/`. In: a pattern and how it is used.
// Out: the texts it may begin with, one for each letter that may be missing.

const MAX_TEXTS = 8;

/** The texts that what `re.<how>(pattern)` found begins with; undefined where nothing is fixed. `how`: match, search. */
export function literalBeginnings(pattern: string, how: string): string[] | undefined {
  const anchored = /^(?:\^|\\A)/.exec(pattern);
  if ((how === 'search' && anchored === null) || pattern.includes('|') || pattern.startsWith('(?')) return undefined;
  let texts = [''];
  for (let at = anchored?.[0].length ?? 0; at < pattern.length; at++) {
    let letter = pattern[at]!;
    if (letter === '\\') {
      letter = pattern[++at] ?? '';
      // A class, a reference, a place.
      if (letter === '' || /\w/.test(letter)) break;
    } else if ('.[({*+?$^)'.includes(letter)) break;
    const behind = pattern[at + 1] ?? '';
    if (behind === '*' || behind === '{') break;
    const longer = texts.map((text) => text + letter);
    if (behind === '+') {
      texts = longer;
      break;
    }
    texts = behind === '?' ? [...texts, ...longer] : longer;
    if (texts.length > MAX_TEXTS) return undefined;
    if (behind === '?') at++;
  }
  return texts.includes('') ? undefined : texts;
}
