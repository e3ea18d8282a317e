// Fields of a record that are named by what was sent: keys of a mapping, not its values. In: what an entry says is a mapping, the keys of
// one (`**x`), or the name of an attribute that is set. Out: the part that names fields.
import type { ModelEntry } from '../../rules/model-schema.ts';
import type { Frame } from '../interpreter/frame.ts';
import type { Value } from '../values/value.ts';
import { withTaint } from '../values/value.ts';
import type { SinkPart } from './sink-part.ts';

export function fieldParts(frame: Frame, value: Value, entry: ModelEntry): SinkPart[] {
  if (entry.arg === '**') return [{ kind: 'fields', value }];
  const [held] = frame.holds(value);
  if (held !== undefined && held.kind !== 'instance' && held.base === undefined)
    return held.keys === undefined ? [] : [{ kind: 'fields', value: held.keys }];
  const { taint } = held?.base ?? value;
  // A name that was asked for by itself is no key among many: `setattr(x, request.args["name"], y)`.
  const marks = taint?.marks.filter(
    ({ source }) => source === undefined || (source.key === undefined && source.handler === undefined),
  );
  return taint === undefined || marks === undefined
    ? []
    : [{ kind: 'fields', value: withTaint({ ...value, text: undefined }, { ...taint, marks }) }];
}
