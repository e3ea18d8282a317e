// What of a mail is header: of a raw message what stands before the first empty line.
import type { Value } from '../values/value.ts';
import type { SinkPart } from './sink-part.ts';
import { soundParts } from './sink-part.ts';

/** The parts of an address, a header or a raw message in which a line break would add a header. */
export function mailParts(value: Value): SinkPart[] {
  const found: SinkPart[] = [];
  let before = '';
  for (const part of soundParts(value)) {
    if (typeof part === 'string') before += part;
    else {
      found.push({ kind: 'mail', value: part.hole });
      before += 'x';
    }
    if (/\r?\n\r?\n/.test(before)) break;
  }
  return found;
}
