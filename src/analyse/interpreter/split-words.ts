// The words of a text, as `shlex.split` and `split()` make them. In: a text of which parts are known. Out: a list whose beginning is known.
import { makeHeld } from '../values/held.ts';
import { kindSet } from '../values/kind-set.ts';
import { cleanTaint } from '../values/taint.ts';
import type { TextPart, Value } from '../values/value.ts';
import { changeValue, constantValue, joinValues, textValue, withTaint } from '../values/value.ts';
import type { Frame } from './frame.ts';
import { parts } from './operators.ts';

/** A list of the words. A hole may hold several: behind it no word has a place of its own. */
export function splitWords(frame: Frame, node: number, text: Value): Value {
  const words = wordsOf(text);
  const credit = {
    kind: 'sanitizer' as const,
    name: 'splitting at blanks',
    module: frame.module,
    node,
    kinds: kindSet('single-line'),
  };
  const known = new Map<string, Value>();
  let rest: Value | undefined;
  for (const word of words) {
    const isOpen = word.constants === undefined;
    const cleaned = isOpen
      ? withTaint(word, cleanTaint(frame.whole(word).taint, kindSet('single-line'), credit))
      : word;
    if (rest === undefined) known.set(`n${known.size}`, cleaned);
    if (!isOpen) continue;
    const open = changeValue(cleaned, { text: undefined });
    rest = rest === undefined ? open : joinValues(rest, open);
  }
  return frame.allocate(node, makeHeld('list', known, rest), 'list');
}

function wordsOf(value: Value): Value[] {
  const words: Value[] = [];
  let word: TextPart[] = [];
  const end = (): void => {
    if (word.length === 0) return;
    const known = word.filter((part) => typeof part === 'string');
    const isKnown = known.length === word.length;
    words.push(isKnown ? constantValue({ type: 'str', value: known.join('') }) : textValue(word));
    word = [];
  };
  for (const part of parts(value)) {
    if (typeof part !== 'string') {
      word.push(part);
      continue;
    }
    for (const piece of part.split(/(\s+)/)) {
      if (/^\s+$/.test(piece)) end();
      else if (piece !== '') word.push(piece);
    }
  }
  end();
  return words;
}
