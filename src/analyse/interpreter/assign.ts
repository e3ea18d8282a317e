// Assignment to any target: names, attributes, subscripts, unpacking. A name is overwritten; an object that is known
// to be one is changed in place, one that may be several keeps what it held as well.
import type { HeapObject } from '../values/held.ts';
import { changeHeld, makeHeld } from '../values/held.ts';
import { MODULE } from '../../model/file-index.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { constantKey } from '../values/constant.ts';
import type { Value } from '../values/value.ts';
import { assignedSink, itemSink } from '../taint/assigned-sinks.ts';
import { derivedTaint, isTainted, withStep } from '../values/taint.ts';
import { changeValue, joinValues, onlyConstant, unknown, withOrigin, withTaint } from '../values/value.ts';
import { callFunction } from './call-function.ts';
import { elementOf, entryOf } from './containers.ts';
import type { AssignTarget } from './events.ts';
import { noArguments } from './events.ts';
import type { Frame } from './frame.ts';
import { storeInGlobal } from './global-containers.ts';

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
      if (callSetter(frame, target, object, name, value)) break;
      setEntry(frame, object, name, value);
      if (object.objects.length === 0 && object.taint?.is !== undefined) frame.storesOutside = true;
      if (tree.name(tree.child(target, Field.object)) === frame.selfName && frame.selfName !== 0) {
        const before = frame.selfStores.get(name);
        frame.selfStores.set(name, before === undefined ? value : joinValues(before, value));
      }
      storeOnClass(frame, object, name, value);
      assignedSink(frame, target, object, name, value, valueNode);
      tell(frame, target, { kind: 'attribute', object, name }, value, valueNode);
      break;
    }
    case Kind.subscript: {
      const object = frame.evaluate(tree.child(target, Field.value));
      const key = frame.evaluate(tree.child(target, Field.subscript));
      const constant = onlyConstant(key);
      if (callSetItem(frame, target, object, key, value)) break;
      storeInGlobal(frame, tree.child(target, Field.value), constant, value);
      const own = materialized(frame, tree.child(target, Field.value), object);
      setEntry(frame, own, constant === undefined ? undefined : constantKey(constant), value);
      if (constant === undefined && isTainted(key.taint)) addKey(frame, own, key);
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
      assign(
        frame,
        target + 1,
        tree.kind(target) === Kind.parenthesized_expression
          ? value
          : frame.allocate(target, makeHeld('list', new Map(), value), 'list'),
        -1,
      );
      break;
    default:
      break;
  }
}

/** `object.name = value` where the class has a setter for it; false if it has none. */
function callSetter(frame: Frame, node: number, object: Value, name: string, value: Value): boolean {
  let isCalled = false;
  for (const one of object.denotes) {
    const setter = one.kind === 'object' ? frame.engine.setter(one, name) : undefined;
    if (setter === undefined) continue;
    callFunction(frame, node, { ...setter, self: object }, { ...noArguments, positional: [{ node, value }] });
    isCalled = true;
  }
  return isCalled;
}

/** `object[key] = value` where the class says what that does; false if it does not. */
function callSetItem(frame: Frame, node: number, object: Value, key: Value, value: Value): boolean {
  let isCalled = false;
  for (const one of object.denotes) {
    const method = one.kind === 'object' ? frame.engine.project.method(one, '__setitem__') : undefined;
    if (method === undefined) continue;
    const positional = [
      { node, value: key },
      { node, value },
    ];
    callFunction(frame, node, { ...method, self: object }, { ...noArguments, positional });
    isCalled = true;
  }
  return isCalled;
}

/** By the models it is a dict of which nothing else is known. */
function isSomeDict({ denotes, constants }: Value): boolean {
  return (
    constants === undefined && denotes.length === 1 && denotes[0]!.kind === 'instance' && denotes[0]!.of === 'dict'
  );
}

/**
 * A container that came from elsewhere as an object of this frame's own, before it is changed: what it held before is still there
 * under other keys. Only a variable can be changed so; for another expression the value comes back as it is.
 */
export function materialized(frame: Frame, node: number, value: Value, kind: HeapObject['kind'] = 'dict'): Value {
  const { tree, state } = frame;
  const isAttribute = tree.kind(node) === Kind.attribute;
  // What may be there in place of an object of this frame's own becomes one beside it.
  const isBeside = value.objects.length > 0 && value.held !== undefined;
  if ((value.objects.length > 0 && !isBeside) || (tree.kind(node) !== Kind.identifier && !isAttribute)) return value;
  const isDict = value.held === undefined && kind === 'dict' && isSomeDict(value);
  if (value.held === undefined && !isTainted(value.taint) && !isDict) return value;
  const owner = isAttribute ? frame.evaluateSilently(tree.child(node, Field.object)) : undefined;
  if (owner !== undefined && owner.objects.length !== 1) return value;
  // What is reached from a parameter is the caller's.
  if (value.taint?.is !== undefined) frame.storesOutside = true;
  const isNew = isDict && !isTainted(value.taint);
  const held: HeapObject =
    value.held ?? makeHeld(kind, new Map(), isNew ? unknown : undefined, undefined, isNew ? undefined : value);
  const marks = derivedTaint([value.taint]);
  const own: Value = changeValue(withTaint(value, value.held === undefined ? undefined : marks), {
    held: undefined,
    objects: [...value.objects, node],
  });
  state.setObject(node, held);
  if (owner === undefined) state.setVariable(tree.name(node), own);
  else {
    const name = tree.text(tree.child(node, Field.attribute));
    setEntry(frame, owner, name, own);
    if (tree.name(tree.child(node, Field.object)) === frame.selfName && frame.selfName !== 0) {
      const before = frame.selfStores.get(name);
      frame.selfStores.set(name, before === undefined ? own : joinValues(before, own));
    }
  }
  return own;
}

/** `cls.name = value`, `Settings.name = value`. */
function storeOnClass(frame: Frame, object: Value, name: string, value: Value): void {
  for (const one of object.denotes) {
    if (one.kind !== 'class') continue;
    frame.storesOutside = true;
    if (!frame.recording) continue;
    // A class of the checkout that declares the name is where others read it.
    const { classes } = frame.engine.project.ancestry(one);
    const number = frame.engine.project.names.find(name);
    const owner =
      classes.find(({ module, index }) => module.classBindings(module.index.classes[index]!).byName.has(number)) ?? one;
    frame.engine.late.storeClass(owner.module, owner.index, name, value);
  }
}

function bindName(frame: Frame, target: number, value: Value, valueNode: number): void {
  const { tree, module, state } = frame;
  state.dropGuards(tree.text(target));
  let bound = value.origin === 'literal' ? withOrigin(value, 'local') : value;
  // Another name for the same value is no step of its own; it is checked when that one is.
  if (isTainted(value.taint) && valueNode >= 0 && tree.kind(valueNode) !== Kind.identifier) {
    bound = withTaint(
      bound,
      withStep(value.taint, { kind: 'assignment', module, node: target, name: tree.text(target) }),
    );
  }
  state.setVariable(tree.name(target), bound);
  if (isTainted(bound.taint) && isGlobal(frame, tree.name(target))) {
    frame.storesOutside = true;
    if (frame.recording) frame.engine.late.storeGlobal(module, tree.name(target), bound);
  }
}

/** The function declares the name `global`. */
function isGlobal({ module, functionIndex }: Frame, name: number): boolean {
  if (functionIndex === MODULE) return false;
  return (
    module.functionBindings(module.index.functions[functionIndex]!).outer.has(name) && module.bindings.byName.has(name)
  );
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
  if (splat >= 0 && unpackStarred(frame, targets, splat, value)) return;
  targets.forEach((node, index) => {
    const known = splat < 0 || index < splat;
    const part = known ? entryOf(frame, value, `n${index}`) : undefined;
    assign(frame, node, part ?? elementOf(frame, value), known && parts.length === targets.length ? parts[index]! : -1);
  });
}

/** `first, *rest = value` where all elements are known; false if they are not. */
function unpackStarred(frame: Frame, targets: readonly number[], splat: number, value: Value): boolean {
  const holds = frame.holds(value);
  const [held] = holds;
  if (
    held === undefined ||
    holds.length > 1 ||
    held.rest !== undefined ||
    held.kind === 'dict' ||
    held.kind === 'instance'
  )
    return false;
  const values = [...held.entries.values()];
  const after = targets.length - splat - 1;
  if (values.length < targets.length - 1) return false;
  targets.forEach((node, index) => {
    if (index < splat) assign(frame, node, values[index]!, -1);
    else if (index > splat) assign(frame, node, values[values.length - (targets.length - index)]!, -1);
    else {
      const rest = values.slice(splat, values.length - after);
      const entries = new Map(rest.map((one, i) => [`n${i}`, one]));
      assign(frame, node + 1, frame.allocate(node, makeHeld('list', entries, undefined), 'list'), -1);
    }
  });
  return true;
}

/** Notes that dicts have a key that a client chose. */
function addKey(frame: Frame, object: Value, key: Value): void {
  for (const id of object.objects) {
    const held = frame.state.heap.get(id);
    if (held?.kind !== 'dict') continue;
    frame.state.setObject(id, changeHeld(held, { keys: held.keys === undefined ? key : joinValues(held.keys, key) }));
  }
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
    const rest = held.rest === undefined ? value : joinValues(held.rest, value);
    if (!isTainted(value.taint) || held.kind !== 'dict') return changeHeld(held, { rest });
    // Untrusted data under a key that is not known may stand under any.
    return changeHeld(held, {
      rest,
      entries: new Map([...held.entries].map(([name, entry]) => [name, joinValues(entry, value)])),
    });
  }
  const before = held.entries.get(key);
  const entries = new Map(held.entries);
  entries.set(key, strong || before === undefined ? value : joinValues(before, value));
  return changeHeld(held, { entries });
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
      frame.state.setObject(id, changeHeld(held, { entries }));
    }
  } else {
    for (const child of tree.children(target)) forget(frame, child);
  }
}
