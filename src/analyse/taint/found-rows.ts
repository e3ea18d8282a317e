// Rows that something from outside has found: a converter of a route, a serializer with related objects. In: an untrusted text that is
// asked for an attribute. Out: whether it cannot be a text, because texts have no such attribute.
import { Field } from '../../parse/lowered-tree.ts';
import type { Mark, Source, Taint } from '../values/taint.ts';
import { changeTaint } from '../values/taint.ts';
import type { Value } from '../values/value.ts';

// What texts, numbers, lists, dicts and open files have.
const ofPlainValues = new Set(
  (
    'capitalize casefold center count encode decode endswith expandtabs find format format_map index isalnum isalpha isascii isdecimal isdigit ' +
    'isidentifier islower isnumeric isprintable isspace istitle isupper join ljust lower lstrip maketrans partition removeprefix removesuffix ' +
    'replace rfind rindex rjust rpartition rsplit rstrip split splitlines startswith strip swapcase title translate upper zfill hex fromhex ' +
    'append extend insert remove sort reverse clear copy add discard union get getlist pop popitem setdefault update items keys values ' +
    'real imag numerator denominator bit_length to_bytes isoformat strftime year month day hour minute second date time timestamp ' +
    'file filename name stream path content content_type mimetype headers size read readline readlines seek tell save chunks close url text data value body'
  ).split(' '),
);

/** The taint of an attribute that no text has: without what a route or a serializer has looked up for it. */
export function withoutFoundRows(object: Value, name: string): Taint | undefined {
  const { taint } = object;
  if (taint === undefined || object.denotes.length > 0 || name.startsWith('_') || ofPlainValues.has(name)) return taint;
  const marks = taint.marks.filter((mark) => !isFoundRow(mark));
  if (marks.length === taint.marks.length) return taint;
  return marks.length === 0 ? undefined : changeTaint(taint, { marks });
}

function isFoundRow({ source, shape }: Mark): boolean {
  if (source === undefined || source.kind !== 'remote') return false;
  if (source.key !== undefined) return /(?:^|\.)validated_data$/.test(source.name);
  return shape === 'text' && source.handler !== undefined && !isDescribed(source);
}

/** Its annotation says what it is. */
function isDescribed({ module: { tree }, node }: Source): boolean {
  return tree.child(node, Field.type) >= 0;
}
