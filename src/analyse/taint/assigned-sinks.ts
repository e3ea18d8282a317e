// Sinks that are assigned to or returned to: `response.content = x`, `response.headers[k] = v`, the result of a handler.
// In: the assignment's target and value. Out: records in the sink log.
import { MODULE } from '../../model/file-index.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { Arguments } from '../interpreter/events.ts';
import { noArguments } from '../interpreter/events.ts';
import type { Frame } from '../interpreter/frame.ts';
import type { Value } from '../values/value.ts';
import type { ApiEntry, ApiModels } from './api-models.ts';
import { becoming } from './becoming.ts';
import { addressAsKey } from './decision-sinks.ts';
import { typesOf } from './meant-entries.ts';

/** `object.name = value`. */
export function assignedSink(
  frame: Frame,
  node: number,
  object: Value,
  name: string,
  value: Value,
  valueNode: number,
): void {
  const { sinks, models } = frame.engine;
  if (sinks === undefined) return;
  const anywhere = models.assigned(`*.${name}`);
  const types = typesOf(frame.engine, object);
  for (const type of anywhere === undefined ? types : [...types, '*']) {
    const entries = type === '*' ? anywhere : models.assigned(`${type}.${name}`);
    if (entries === undefined) continue;
    const given = { ...noArguments, keywords: new Map([['value', { node: valueNode, value }]]) };
    becoming(frame, node, frame.tree.child(node, Field.object), object, entries, given);
    if (frame.recording) for (const entry of entries) record(frame, node, entry, value, valueNode);
  }
}

/** `object[key] = value`, and `owner.name[key] = value`. */
export function itemSink(frame: Frame, node: number, object: Value, key: Value, value: Value, valueNode: number): void {
  const { sinks, models } = frame.engine;
  if (sinks === undefined || !frame.recording) return;
  const { tree } = frame;
  const names = typesOf(frame.engine, object).map((type) => `${type}.self`);
  for (const one of object.denotes) if (one.kind === 'member') names.push(`${models.canonical(one.of)}.${one.name}`);
  for (const one of object.denotes) if (one.kind === 'symbol') names.push(one.name);
  const keyNode = tree.child(node, Field.subscript);
  addressAsKey(frame, node, { node: keyNode, value: key });
  for (const name of names) {
    for (const entry of models.item(name) ?? []) {
      const isKey = entry.argument === 'key';
      // The record stands at the object's name, as the line of the finding does.
      const given = new Map([
        ['key', { node: keyNode, value: key }],
        ['value', { node: valueNode, value }],
      ]);
      record(frame, node, entry, isKey ? key : value, isKey ? keyNode : valueNode, given);
    }
  }
}

/** `return value` of a handler, or of a function that makes a whole answer for one. */
export function resultSink(frame: Frame, node: number, value: Value, valueNode: number): void {
  const { sinks, entryPoints } = frame.engine;
  if (sinks === undefined || !frame.recording || frame.functionIndex === MODULE) return;
  const isAnswer = isWholeAnswer(frame, value);
  // What a function of the checkout made is looked at where that one returns it, not where it is handed on.
  if (isAnswer && (frame.tree.kind(valueNode) === Kind.call || isParameter(frame, valueNode))) return;
  const entries = isAnswer
    ? wholeAnswers(frame.engine.models)
    : frame.root === frame
      ? entryPoints.results(frame.module, frame.functionIndex)
      : [];
  for (const entry of entries) record(frame, node, entry, value, valueNode);
}

function isParameter({ tree, parameterNames }: Frame, node: number): boolean {
  return tree.kind(node) === Kind.identifier && parameterNames.includes(tree.text(node));
}

/** `{"statusCode": 200, "body": x}`: whoever returns it, a function in a cloud answers with it. */
function isWholeAnswer(frame: Frame, value: Value): boolean {
  return frame
    .holds(value)
    .some(
      ({ kind, entries }) =>
        kind === 'dict' && entries.has('sstatusCode') && (entries.has('sbody') || entries.has('sheaders')),
    );
}

const answers = new WeakMap<ApiModels, readonly ApiEntry[]>();

/** What the models say of results of functions in a cloud. */
function wholeAnswers(models: ApiModels): readonly ApiEntry[] {
  let found = answers.get(models);
  if (found === undefined) {
    found = models.entries.filter(
      ({ entry, argument, sinks }) =>
        entry.function !== undefined && entry.parameters === undefined && argument === 'return' && sinks.length > 0,
    );
    answers.set(models, found);
  }
  return found;
}

function record(
  frame: Frame,
  node: number,
  entry: ApiEntry,
  value: Value,
  valueNode: number,
  keywords: Arguments['keywords'] = noArguments.keywords,
): void {
  const { module, functionIndex, engine } = frame;
  const argument = { node: valueNode, value };
  engine.sinks!.call(frame, {
    module,
    node,
    functionIndex,
    names: [],
    method: '',
    receiver: undefined,
    args: { ...noArguments, positional: [argument], keywords },
    entry,
  });
}
