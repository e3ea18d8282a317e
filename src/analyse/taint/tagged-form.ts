// Text with tags that is put together from parts: `"<Say>" + name + "</Say>"`. In: a text as far as it is known. Out: what stands between tags
// or in one of them, if that is not constant. Leaves alone: texts without a tag, and what an element of a tree is given.
import type { SinkKind } from '../../rules/kinds.ts';
import type { Value } from '../values/value.ts';
import type { SinkPart } from './sink-part.ts';
import { soundParts } from './sink-part.ts';

const tag = /<[A-Za-z_?!/]/;

/** The holes of a text that has a tag in front of them. */
export function taggedParts(kind: SinkKind, value: Value): SinkPart[] {
  if (value.text === undefined) return [];
  const found: SinkPart[] = [];
  let before = '';
  for (const part of soundParts(value)) {
    if (typeof part === 'string') before += part;
    else if (tag.test(before)) found.push({ kind, value: part.hole });
  }
  return found;
}
