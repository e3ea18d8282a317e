// Assignment to any target: names, attributes, subscripts, unpacking. A name is overwritten; an object that is known
// to be one is changed in place, one that may be several keeps what it held as well.
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { constantKey } from '../values/constant.ts';
import type { HeapObject } from '../values/state.ts';
import type { Value } from '../values/value.ts';
import { assignedSink, itemSink } from '../taint/assigned-sinks.ts';
import { isTainted, withStep } from '../values/taint.ts';
import { joinValues, onlyConstant, unknown, withOrigin, withTaint } from '../values/value.ts';
import { elementOf, entryOf } from './containers.ts';
import type { AssignTarget } from './events.ts';
import type { Frame } from './frame.ts';

/** Binds `target` to `value`; `valueNode` is the value's expression, -1 if there is none. */
export function assign(frame: Frame, target: number, value: Value, valueNode: number): void {
  const { tree } = frame;
  switch (tree.kind(target)) {
    case Kind.identifier:
      bindName(frame, target, value, valueNode);
      tell(frame, target, { kind: 'name', name: tree.text(target) }, value, valueNode);
      break;
    case Kind.attribute: {
      const object = frame.evaluate(tree.child(target, Field.object));
      const name = tree.text(tree.child(target, Field.attribute));
      setEntry(frame, object, name, value);
      if (tree.name(tree.child(target, Field.object)) === frame.selfName && frame.selfName !== 0) {
        const before = frame.selfStores.get(name);
        frame.selfStores.set(name, before === undefined ? value : joinValues(before, value));
      }
      assignedSink(frame, target, object, name, value, valueNode);
      tell(frame, target, { kind: 'attribute', object, name }, value, valueNode);
      break;
    }
    case Kind.subscript: {
      const object = frame.evaluate(tree.child(target, Field.value));
      const key = frame.evaluate(tree.child(target, Field.subscript));
      const constant = onlyConstant(key);
      setEntry(frame, object, constant === undefined ? undefined : constantKey(constant), value);
      itemSink(frame, target, object, key, value, valueNode);
      tell(frame, target, { kind: 'subscript', object, key }, value, valueNode);
      break;
    }
    case Kind.pattern_list:
    case Kind.tuple_pattern:
    case Kind.list_pattern:
    case Kind.tuple:
    case Kind.list:
      unpack(frame, target, value, valueNode);
      break;
    case Kind.list_splat_pattern:
    case Kind.parenthesized_expression:
    case Kind.list_splat:
      assign(frame, target + 1, tree.kind(target) === Kind.parenthesized_expression ? value : unknown, -1);
      break;
    default:
      break;
  }
}

function bindName(frame: Frame, target: number, value: Value, valueNode: number): void {
  const { tree, module, state } = frame;
  state.dropGuards(tree.text(target));
  let bound = value.origin === 'literal' ? withOrigin(value, 'local') : value;
  // Another name for the same value is no step of its own; it is checked when that one is.
  if (isTainted(value.taint) && valueNode >= 0 && tree.kind(valueNode) !== Kind.identifier) {
    bound = withTaint(bound, withStep(value.taint, { kind: 'assignment', module, node: target, name: tree.text(target) }));
  }
  state.setVariable(tree.name(target), bound);
}

function tell(frame: Frame, node: number, target: AssignTarget, value: Value, valueNode: number): void {
  if (!frame.observing) return;
  const { module, functionIndex, holds } = frame;
  const event = { module, functionIndex, node, target, value, valueNode, holds };
  for (const observer of frame.engine.observers) observer.assign?.(event);
}

function unpack(frame: Frame, target: number, value: Value, valueNode: number): void {
  const { tree } = frame;
  const targets = tree.children(target);
  const splat = targets.findIndex(
    (node) => tree.kind(node) === Kind.list_splat_pattern || tree.kind(node) === Kind.list_splat,
  );
  // `a, b = 1, 2`: the expressions are known one by one.
  const valueKind = valueNode < 0 ? undefined : tree.kind(valueNode);
  const isList = valueKind === Kind.expression_list || valueKind === Kind.tuple || valueKind === Kind.list;
  const parts = isList ? tree.children(valueNode) : [];
  targets.forEach((node, index) => {
    const known = splat < 0 || index < splat;
    const part = known ? entryOf(frame, value, `n${index}`) : undefined;
    assign(frame, node, part ?? elementOf(frame, value), known && parts.length === targets.length ? parts[index]! : -1);
  });
}

/** Sets an entry of the objects a value may be; an unknown key may be any. */
export function setEntry(frame: Frame, object: Value, key: string | undefined, value: Value): void {
  const only = object.objects.length === 1;
  for (const id of object.objects) {
    const held = frame.state.heap.get(id);
    if (held !== undefined) frame.state.setObject(id, withEntry(held, key, value, only));
  }
}

function withEntry(held: HeapObject, key: string | undefined, value: Value, strong: boolean): HeapObject {
  if (key === undefined) {
    return { ...held, rest: held.rest === undefined ? value : joinValues(held.rest, value) };
  }
  const before = held.entries.get(key);
  const entries = new Map(held.entries);
  entries.set(key, strong || before === undefined ? value : joinValues(before, value));
  return { ...held, entries };
}

/** `del target`. */
export function forget(frame: Frame, target: number): void {
  const { tree } = frame;
  if (tree.kind(target) === Kind.identifier) {
    frame.state.deleteVariable(tree.name(target));
  } else if (tree.kind(target) === Kind.subscript) {
    const object = frame.evaluate(tree.child(target, Field.value));
    const key = onlyConstant(frame.evaluate(tree.child(target, Field.subscript)));
    for (const id of object.objects) {
      const held = frame.state.heap.get(id);
      if (held === undefined || key === undefined) continue;
      const entries = new Map(held.entries);
      entries.delete(constantKey(key));
      frame.state.setObject(id, { ...held, entries });
    }
  } else {
    for (const child of tree.children(target)) forget(frame, child);
  }
}
