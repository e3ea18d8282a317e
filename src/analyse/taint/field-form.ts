// Fields of a record that are named by what was sent: keys of a mapping, not its values. In: what an entry says is a mapping, the keys of
// one (`**x`), or the name of an attribute that is set. Out: the part that names fields.
import { changeTaint } from '../values/taint.ts';
import type { ModelEntry } from '../../rules/model-schema.ts';
import type { Frame } from '../interpreter/frame.ts';
import type { Value } from '../values/value.ts';
import { changeValue, withTaint } from '../values/value.ts';
import type { SinkPart } from './sink-part.ts';

// An update of a document: what stands under these keys is a mapping of fields.
const updates = /^s\$(?:set|setOnInsert)$/;

export function fieldParts(frame: Frame, value: Value, entry: ModelEntry): SinkPart[] {
  if (entry.arg === '**') return [{ kind: 'fields', value }];
  const [held] = frame.holds(value);
  if (held !== undefined && held.kind !== 'instance' && held.base === undefined)
    return [
      ...(held.keys === undefined ? [] : [{ kind: 'fields' as const, value: held.keys }]),
      ...[...held.entries].flatMap(([key, under]) => (updates.test(key) ? fieldParts(frame, under, entry) : [])),
    ];
  const { taint } = held?.base ?? value;
  // A name that was asked for by itself is no key among many: `setattr(x, request.args["name"], y)`.
  const marks = taint?.marks.filter(
    ({ source }) => source === undefined || (source.key === undefined && source.handler === undefined),
  );
  return taint === undefined || marks === undefined
    ? []
    : [{ kind: 'fields', value: withTaint(changeValue(value, { text: undefined }), changeTaint(taint, { marks })) }];
}
