// Methods of builtin types: texts that stay known, lists and dicts that change in place.
import type { HeapObject } from '../values/held.ts';
import type { Value } from '../values/value.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { materialized } from './assign.ts';
import { configMethod, isConfigParser } from './config-parser.ts';
import { elementOf } from './containers.ts';
import type { Arguments } from './events.ts';
import type { Frame } from './frame.ts';
import { noteFilled } from './global-containers.ts';
import { isText } from './operators.ts';
import { dictMethod, itemsOf } from './dict-methods.ts';
import { listMethod } from './list-methods.ts';
import { joined, textMethod } from './text-methods.ts';

/** The result of `receiver.name(...)` if the receiver is a known text or container; undefined otherwise. */
export function methodCall(
  frame: Frame,
  node: number,
  receiver: Value,
  name: string,
  args: Arguments,
): Value | undefined {
  if (isText(receiver)) return textMethod(frame, node, receiver, name, args);
  const object = changing.has(name)
    ? materialized(frame, receiverNode(frame, node), receiver, kindFor(name))
    : receiver;
  if (object.objects.length > 0 || object.held !== undefined) {
    const result = containerMethod(frame, node, object, name, args);
    if (changing.has(name)) noteFilled(frame, receiverNode(frame, node), object);
    return result;
  }
  // Of a parameter the keys and the values of what a caller passes.
  const isOpen =
    object.taint?.is !== undefined && object.denotes.every((one) => one.kind === 'instance' && one.of === 'dict');
  return isOpen && name === 'items' && args.positional.length === 0 ? itemsOf(frame, node, object) : undefined;
}

// Methods that change their object.
const changing = new Set(
  'update setdefault pop popleft popitem clear append appendleft extend insert remove add write writelines put put_nowait'.split(
    ' ',
  ),
);

function kindFor(method: string): HeapObject['kind'] {
  return method === 'update' || method === 'setdefault'
    ? 'dict'
    : method === 'pop' || method === 'clear'
      ? 'dict'
      : 'list';
}

function receiverNode({ tree }: Frame, call: number): number {
  const callee = tree.child(call, Field.function);
  return callee >= 0 && tree.kind(callee) === Kind.attribute ? tree.child(callee, Field.object) : call;
}

function containerMethod(
  frame: Frame,
  node: number,
  receiver: Value,
  name: string,
  args: Arguments,
): Value | undefined {
  const [held] = frame.holds(receiver);
  if (held === undefined || held.kind === 'instance') return undefined;
  if (receiver.denotes.some((one) => one.kind === 'instance' && buffers.has(one.of)))
    return bufferMethod(frame, node, receiver, name, args);
  if (receiver.denotes.some((one) => one.kind === 'instance' && one.of.endsWith('Queue')))
    return queueMethod(frame, receiver, held, name, args);
  if (receiver.denotes.some((one) => one.kind === 'instance' && isConfigParser(one.of)))
    return configMethod(frame, node, receiver, name, args);
  return held.kind === 'dict'
    ? dictMethod(frame, node, receiver, held, name, args)
    : listMethod(frame, receiver, held, name, args);
}

/** Any element may come out of a queue. */
function queueMethod(
  frame: Frame,
  receiver: Value,
  held: HeapObject,
  name: string,
  args: Arguments,
): Value | undefined {
  if (name === 'put' || name === 'put_nowait') return listMethod(frame, receiver, held, 'append', args);
  return name === 'get' || name === 'get_nowait' ? elementOf(frame, receiver) : undefined;
}

const buffers = new Set(['io.StringIO', 'io.BytesIO']);

/** A text that is written piece by piece. */
function bufferMethod(frame: Frame, node: number, receiver: Value, name: string, args: Arguments): Value | undefined {
  const [held] = frame.holds(receiver);
  switch (name) {
    case 'write':
      return listMethod(frame, receiver, held!, 'append', args);
    case 'writelines':
      return listMethod(frame, receiver, held!, 'extend', args);
    case 'getvalue':
    case 'read':
    case 'getbuffer':
      return joined(frame, node, '', receiver);
    case 'truncate':
      return listMethod(frame, receiver, held!, 'clear', args);
    default:
      return undefined;
  }
}
