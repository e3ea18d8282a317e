// An XPath query: what stands in it between quotes does harm only with a quote of the same kind, for XPath has no way to escape one. In:
// the query's text. Out: the parts that can do harm.
import type { Property } from '../../rules/kinds.ts';
import { hasKind } from '../values/kind-set.ts';
import { makeTaint } from '../values/taint.ts';
import type { Value } from '../values/value.ts';
import { withTaint } from '../values/value.ts';
import type { SinkPart } from './sink-part.ts';
import { soundParts } from './sink-part.ts';

const ends: Readonly<Record<string, Property>> = { "'": 'no-single-quote', '"': 'no-double-quote' };

/** The query, or the holes of its text if some of them cannot end the text they stand in. */
export function xpathParts(value: Value): SinkPart[] {
  const found: SinkPart[] = [];
  let open = '';
  let isShorter = false;
  for (const part of soundParts(value)) {
    if (typeof part === 'string') {
      for (const sign of part) if (sign in ends && (open === '' || open === sign)) open = open === '' ? sign : '';
      continue;
    }
    const marks = part.hole.taint?.marks ?? [];
    const ending = ends[open];
    const left = ending === undefined ? marks : marks.filter(({ cleaned }) => !hasKind(cleaned, ending));
    if (left.length < marks.length) isShorter = true;
    found.push({
      kind: 'xpath',
      value: left.length === marks.length ? part.hole : withTaint(part.hole, makeTaint(left)),
    });
  }
  return isShorter ? found : [{ kind: 'xpath', value }];
}
