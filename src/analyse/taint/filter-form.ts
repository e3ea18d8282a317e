// Which parts of a query's filter can change what it asks. In: the value that reaches a query, and what its sink takes. Out: the
// parts that do harm: operators that are chosen outside, keys, code. Leaves alone: texts that are only compared.
import type { HeapObject } from '../values/held.ts';
import { changeValue } from '../values/value.ts';
import { elementOf } from '../interpreter/containers.ts';
import type { Frame } from '../interpreter/frame.ts';
import type { Shape } from '../../rules/model-schema.ts';
import { isTainted } from '../values/taint.ts';
import type { Value } from '../values/value.ts';
import type { SinkPart } from './sink-part.ts';

const MAX_DEPTH = 6;

// The key under which a text is run, and those under which a text that is run, or read as a query, stands one level deeper.
const codeKey = '$where';
const codeHolders = /^(?:\$function|\$accumulator|script|script_score|query_string|simple_query_string)$/;
const heldCode = /^(?:body|init|accumulate|merge|finalize|source|inline|query)$/;

/**
 * The parts of a filter by the harm they can do. `shape` is what the sink takes: `text` a text that is code or an expression; `mapping`
 * a dict of which only the keys matter; anything else a filter, of which an entry that may be a dict is an operator.
 */
export function filterParts(frame: Frame, value: Value, shape: Shape | undefined): SinkPart[] {
  if (shape === 'text') return [{ kind: 'nosql', value }];
  if (shape === 'mapping') return mappingParts(frame, value);
  return partsAt(frame, value, '', 0);
}

function mappingParts(frame: Frame, value: Value): SinkPart[] {
  const held = frame.holds(value);
  if (held.length === 0) return [{ kind: 'nosql', value, objectsOnly: true }];
  return held.flatMap((object) => keyParts(object));
}

/** `holder` is the key of the dict around, if a text in it may be code. */
function partsAt(frame: Frame, value: Value, holder: string, depth: number): SinkPart[] {
  const held = frame.holds(value);
  if (held.length === 0 && depth === 0 && isBuiltJson(value)) return [{ kind: 'nosql', value }];
  if (held.length === 0 || depth > MAX_DEPTH) return [{ kind: 'nosql', value, objectsOnly: true }];
  const found: SinkPart[] = [];
  for (const object of held) {
    found.push(...keyParts(object));
    for (const [key, entry] of object.entries) {
      const name = object.kind === 'dict' && key.startsWith('s') ? key.slice(1) : '';
      if (name === '$eq' || name === 'params' || name === 'args') continue;
      if (name === codeKey || (holder !== '' && heldCode.test(name)))
        found.push({ kind: 'nosql', value: codeOf(frame, entry) });
      found.push(...partsAt(frame, entry, codeHolders.test(name) ? name : '', depth + 1));
    }
    if (object.rest !== undefined) found.push(...partsAt(frame, object.rest, '', depth + 1));
  }
  if (held.some(({ kind }) => kind === 'list' || kind === 'tuple')) {
    const element = elementOf(frame, value);
    if (frame.holds(element).length === 0) found.push({ kind: 'nosql', value: element, objectsOnly: true });
  }
  return found;
}

/** Texts of a filter that are patterns, which the database tries: what stands under `$regex`. */
export function filterPatterns(frame: Frame, value: Value, depth = 0): SinkPart[] {
  if (depth > MAX_DEPTH) return [];
  return frame.holds(value).flatMap(({ entries }) =>
    [...entries].flatMap(([key, entry]): SinkPart[] => {
      const isText = frame.holds(entry).length === 0;
      if (isText) return key === 's$regex' ? [{ kind: 'regex', value: entry, review: true }] : [];
      return filterPatterns(frame, entry, depth + 1);
    }),
  );
}

/** A query that is written as JSON with something put into it: a quotation mark ends the text, and what follows is query. */
function isBuiltJson({ text }: Value): boolean {
  const first = text?.[0];
  return text !== undefined && text.length > 1 && typeof first === 'string' && /^\s*\{/.test(first);
}

/** Keys that are not constant. */
function keyParts({ keys }: HeapObject): SinkPart[] {
  return keys === undefined || !isTainted(keys.taint) ? [] : [{ kind: 'nosql', value: keys }];
}

/** Of what stands under a code key the text itself; of a dict its own entries are looked at. */
function codeOf(frame: Frame, value: Value): Value {
  return frame.holds(value).length === 0
    ? value
    : changeValue(value, { taint: undefined, held: undefined, objects: [] });
}
