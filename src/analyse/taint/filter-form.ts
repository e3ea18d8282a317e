// Which entries of a query's filter can be operators.
import { elementOf } from '../interpreter/containers.ts';
import type { Frame } from '../interpreter/frame.ts';
import type { Value } from '../values/value.ts';
import type { SinkPart } from './sink-part.ts';

/** Of a filter what may be an operator: an entry that may be a dict, a whole filter from outside, text that is run. */
export function filterParts(frame: Frame, value: Value, depth: number): SinkPart[] {
  const held = frame.holds(value);
  if (held.length === 0) return [{ kind: 'nosql', value, objectsOnly: !isTextual(value) }];
  const found: SinkPart[] = [];
  for (const object of held) {
    for (const [key, entry] of object.entries) {
      const name = object.kind === 'dict' && key.startsWith('s') ? key.slice(1) : '';
      if (name === '$eq') continue;
      if (/^\$(?:where|function|accumulator|expr|body)$/.test(name)) found.push({ kind: 'nosql', value: entry });
      else if (depth < 3 && frame.holds(entry).length > 0) found.push(...filterParts(frame, entry, depth + 1));
      else found.push({ kind: 'nosql', value: entry, objectsOnly: true });
    }
    if (object.rest !== undefined) found.push({ kind: 'nosql', value: object.rest, objectsOnly: true });
  }
  if (held.some(({ kind }) => kind === 'list' || kind === 'tuple')) {
    const element = elementOf(frame, value);
    if (frame.holds(element).length === 0) found.push({ kind: 'nosql', value: element, objectsOnly: true });
  }
  return found;
}

function isTextual(value: Value): boolean {
  return value.text !== undefined || value.denotes.some((one) => one.kind === 'instance' && one.of === 'str');
}
