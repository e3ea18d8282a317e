// Text with tags that is put together from parts: `"<Say>" + name + "</Say>"`. In: a text as far as it is known. Out: what stands between tags
// or in one of them, if that is not constant. Leaves alone: texts without a tag, and what an element of a tree is given.
import type { SinkKind } from '../../rules/kinds.ts';
import type { Value } from '../values/value.ts';
import type { SinkPart } from './sink-part.ts';
import { soundParts } from './sink-part.ts';

const anyTag = /<[A-Za-z_?!/]/;
const htmlTag =
  /<(?:!doctype|html|head|body|title|script|style|meta|link|div|span|p|a|b|i|u|em|strong|code|pre|h[1-6]|ul|ol|li|dl|dt|dd|table|thead|tbody|tr|td|th|img|br|hr|form|input|button|select|option|textarea|label|iframe|video|audio|svg|small|center|font)\b[^<>]*(?:>|$|[^<>]*['"=])/i;

/** The holes of a text that has a tag in front of them. */
export function taggedParts(kind: SinkKind, value: Value): SinkPart[] {
  if (value.text === undefined) return [];
  const found: SinkPart[] = [];
  const tag = kind === 'html-text' ? htmlTag : anyTag;
  let before = '';
  for (const part of soundParts(value)) {
    if (typeof part === 'string') before += part;
    else if (tag.test(before)) found.push({ kind, value: part.hole });
  }
  return found;
}
