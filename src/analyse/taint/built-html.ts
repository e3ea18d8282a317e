// Text with tags of HTML that is put together here, wherever it goes. In: f-strings, sums and formats with the value they give. Out: records in
// the sink log, of what is known to be from outside only. Leaves alone: what templates make.
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { Frame } from '../interpreter/frame.ts';
import { noArguments } from '../interpreter/events.ts';
import type { Value } from '../values/value.ts';
import type { ApiEntry } from './api-models.ts';

const entry: ApiEntry = {
  entry: { kind: ['sink:html-text'], quiet: true, model: 'built in' },
  sources: [],
  sinks: ['html-text'],
  sanitizes: 0n,
  guards: 0n,
  propagates: false,
  argument: undefined,
};

/** The value itself, after a look at it. */
export function builtText(frame: Frame, node: number, value: Value): Value {
  const { engine, recording, tree, module, functionIndex } = frame;
  if (value.taint === undefined || !recording || engine.sinks?.isWanted('html-text') !== true) return value;
  if (value.text === undefined || value.taint.marks.every(({ source }) => source === undefined)) return value;
  // Of a sum of several the whole is looked at.
  const parent = tree.parent(node);
  const isInSum =
    parent >= 0 &&
    tree.kind(parent) === Kind.binary_operator &&
    tree.kind(tree.child(parent, Field.operator)) === Kind["'+'"];
  if (isInSum) return value;
  const args = { ...noArguments, positional: [{ node, value }] };
  engine.sinks.call(frame, { module, node, functionIndex, names: [], method: '', receiver: undefined, args, entry });
  return value;
}
