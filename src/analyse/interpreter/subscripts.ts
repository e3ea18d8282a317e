// Reading by key, index and slice. In: a subscript. Out: the entry as far as object and key are known, and what is untrusted of it.
import type { HeapObject } from '../values/held.ts';
import { makeHeld } from '../values/held.ts';
import { routeValue } from '../taint/route-values.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { Constant } from '../values/constant.ts';
import { constantKey, numberOf, textOf } from '../values/constant.ts';
import type { TextPart, Value } from '../values/value.ts';
import { changeTaint, derivedTaint, isTainted } from '../values/taint.ts';
import { applyChecks, rechecked } from '../taint/apply-checks.ts';
import { keyCheck } from '../taint/checks.ts';
import { boundedSlice } from '../taint/bound-checks.ts';
import { withOrigins } from '../taint/views.ts';
import { methodNames } from '../taint/method-names.ts';
import { changeValue, constantValue, fromConfig, joinValues, onlyConstant, unknown } from '../values/value.ts';
import { setEntry } from './assign.ts';
import { callFunction } from './call-function.ts';
import { noArguments } from './events.ts';
import { isConfiguration } from './attributes.ts';
import { anyValueOf, elementOf, entryOf, entryTypes, sourceByProtocol, taintedEntry } from './containers.ts';
import type { Frame } from './frame.ts';
import { keyName } from './global-stores.ts';

/** `object[key]`, `object[start:stop]`. */
export function evaluateSubscript(frame: Frame, node: number): Value {
  const { tree } = frame;
  const object = frame.evaluate(tree.child(node, Field.value));
  const subscripts = tree.children(node).filter((child) => tree.field(child) === Field.subscript);
  const keys = subscripts.map((child) => frame.evaluate(child));
  subscriptSink(frame, node, object, keys);
  if (keys.length === 1 && isTainted(keys[0]!.taint)) {
    // An unknown key raises.
    const known = keyCheck(frame, node, object, { node: subscripts[0]!, value: keys[0]! });
    if (known !== undefined) applyChecks(frame, withOrigins([known]));
  }
  const item = itemOf(frame, node, object, keys);
  if (item !== undefined) return item;
  const named = globalNamed(frame, object, keys) ?? storedUnderKey(frame, node, object);
  if (named !== undefined) return named;
  const key = subscripts.length === 1 ? onlyConstant(keys[0]!) : undefined;
  const holds = frame.holds(object);
  const isOwn = holds.length > 0 || object.taint !== undefined;
  if (!isOwn && isConfiguration(frame, tree.child(node, Field.value), object)) return fromConfig;
  if (holds.length > 0) {
    if (key !== undefined) {
      const index = negativeIndex(holds, key);
      const found = entryOf(frame, object, index ?? constantKey(key));
      if (found !== undefined && !(found === unknown && object.taint !== undefined))
        return numberOf(key) === -1 ? nearestProxy(found) : found;
      const made = madeEntry(frame, node, object, key);
      if (made !== undefined) return made;
      return readTainted(frame, node, object, key) ?? unknown;
    }
    if (tree.kind(subscripts[0] ?? node) === Kind.slice) return sliced(frame, node, object, subscripts[0]!);
    const made = subscripts.length === 1 ? madeEntry(frame, node, object, undefined) : undefined;
    if (made !== undefined) return made;
    const any = holds.some((held) => held.kind === 'dict') ? anyValueOf(frame, object) : elementOf(frame, object);
    if (tellsNothing(any)) return readTainted(frame, node, object, undefined) ?? any;
    return isFromEnd(frame, node) ? nearestProxy(any) : any;
  }
  const text =
    key === undefined ? undefined : object.constants?.length === 1 ? textOf(object.constants[0]!) : undefined;
  const position = key === undefined ? undefined : numberOf(key);
  if (text !== undefined && position !== undefined) {
    const character = text.at(position);
    return character === undefined ? unknown : constantValue({ type: 'str', value: character }, object.origin);
  }
  const part = tree.kind(subscripts[0] ?? node) === Kind.slice ? textSlice(frame, object, subscripts[0]!) : undefined;
  if (part !== undefined) return part;
  const denotes = entryTypes(frame, node, object, keys);
  if (subscripts.length === 1 && tree.kind(subscripts[0]!) === Kind.slice) {
    // A part of a text is text of the same origin; its first part keeps what is known of the beginning.
    const taint = derivedTaint([object.taint]);
    return changeValue(unknown, {
      denotes: object.text === undefined ? denotes : object.denotes,
      taint: isBounded(frame, subscripts[0]!) ? boundedSlice(frame, node, taint) : taint,
    });
  }
  const entry = readTainted(frame, node, object, key);
  if (entry !== undefined) return denotes.length === 0 ? entry : changeValue(entry, { denotes });
  return changeValue(unknown, { denotes, taint: sourceByProtocol(frame, node, object, ['__getitem__']) });
}

function tellsNothing({ constants, denotes, objects, held, text, taint }: Value): boolean {
  const isEmpty = constants === undefined && held === undefined && text === undefined && taint === undefined;
  return isEmpty && denotes.length === 0 && objects.length === 0;
}

/** `globals()["name"]`. */
function globalNamed(frame: Frame, object: Value, keys: readonly Value[]): Value | undefined {
  const constant = keys.length === 1 ? onlyConstant(keys[0]!) : undefined;
  const text = constant === undefined ? undefined : textOf(constant);
  const isGlobals = object.denotes.some((one) => one.kind === 'instance' && one.of === 'globals()');
  const member = object.denotes.find((one) => one.kind === 'module');
  if (text === undefined || !isGlobals || member?.kind !== 'module') return undefined;
  const definition = frame.engine.project.member(member.module, text);
  return definition === undefined ? undefined : frame.engine.definitionValue(definition);
}

/** `request.app["db"]`: what the checkout has put there. */
function storedUnderKey(frame: Frame, node: number, object: Value): Value | undefined {
  const { engine, module, tree } = frame;
  if (tree.kind(node) !== Kind.subscript) return undefined;
  for (const one of object.denotes) {
    const of =
      one.kind === 'instance'
        ? engine.models.canonical(one.of)
        : one.kind === 'member'
          ? `${one.of}.${one.name}`
          : undefined;
    const key = of === undefined ? undefined : keyName(module, tree.child(node, Field.subscript));
    const stored = key === undefined ? undefined : engine.storedUnderKey(of!, key);
    if (stored !== undefined && !tellsNothing(stored)) return stored;
  }
  return undefined;
}

/** An entry that reading it makes: of a `defaultdict(list)`. */
function madeEntry(frame: Frame, node: number, object: Value, key: Constant | undefined): Value | undefined {
  const type = object.denotes.find((one) => one.kind === 'instance' && one.of.startsWith('collections.defaultdict['));
  const kind = type?.kind === 'instance' ? /\[(list|set|dict)\]$/.exec(type.of)?.[1] : undefined;
  if (kind === undefined) return undefined;
  // Under a key that is not known there may be one already.
  const before = key === undefined ? frame.state.heap.get(node) : undefined;
  const made = frame.allocate(node, before ?? makeHeld(kind as HeapObject['kind'], new Map(), undefined), kind);
  setEntry(frame, object, key === undefined ? undefined : constantKey(key), made);
  return made;
}

/** What an entry is looked up in can be a sink: `globals()[name]`, `local[program]`. */
function subscriptSink(frame: Frame, node: number, object: Value, keys: readonly Value[]): void {
  const { sinks, models } = frame.engine;
  if (sinks === undefined || !frame.recording || frame.tree.kind(node) !== Kind.subscript) return;
  const names = methodNames(frame, object, '__getitem__').filter(
    (name) => models.call(name)?.some((entry) => entry.sinks.length > 0) === true,
  );
  if (names.length === 0) return;
  const { module, functionIndex } = frame;
  const args = { ...noArguments, positional: keys.map((value) => ({ node, value })) };
  sinks.call(frame, { module, functionIndex, node, names, method: '__getitem__', receiver: object, args });
}

/** What `__getitem__` of a class of the checkout gives. */
function itemOf(frame: Frame, node: number, object: Value, keys: readonly Value[]): Value | undefined {
  let joined: Value | undefined;
  for (const one of object.denotes) {
    if (one.kind !== 'object') continue;
    const method = frame.engine.project.method(one, '__getitem__');
    if (method === undefined) continue;
    const positional = keys.map((value) => ({ node, value }));
    const value = callFunction(frame, node, { ...method, self: object }, { ...noArguments, positional });
    joined = joined === undefined ? value : joinValues(joined, value);
  }
  return joined;
}

/** An entry of untrusted data, or of what is reached from a parameter. */
function readTainted(frame: Frame, node: number, object: Value, key: Constant | undefined): Value | undefined {
  const { engine, module } = frame;
  const entry = taintedEntry(object, key === undefined ? undefined : constantKey(key), (source, text) =>
    engine.source({ ...source, key: text, module, node }),
  );
  if (entry === undefined) return undefined;
  const isNearest = key === undefined ? isFromEnd(frame, node) : numberOf(key) === -1;
  return rechecked(frame, node, isNearest ? nearestProxy(entry) : routeValue(frame, entry, node));
}

/** `hops[-PROXIES]`: the one that the outermost proxy of ours has added. */
function isFromEnd({ tree }: Frame, node: number): boolean {
  if (tree.kind(node) !== Kind.subscript) return false;
  const key = tree.child(node, Field.subscript);
  return (
    key >= 0 && tree.kind(key) === Kind.unary_operator && tree.kind(tree.child(key, Field.operator)) === Kind["'-'"]
  );
}

/** The last part of X-Forwarded-For is what the nearest proxy added. */
function nearestProxy(value: Value): Value {
  const marks = value.taint?.marks.filter(({ source }) => source?.kind !== 'client-ip');
  return marks === undefined || marks.length === value.taint!.marks.length
    ? value
    : changeValue(value, { taint: changeTaint(value.taint!, { marks }) });
}

/** `x[1:]`: the elements that are left, if all are known and the bounds constant. */
function sliced(frame: Frame, node: number, object: Value, slice: number): Value {
  const { tree } = frame;
  const [held] = frame.holds(object);
  if (held === undefined || (held.kind !== 'list' && held.kind !== 'tuple')) return object;
  const bounds = sliceBounds(frame, slice);
  if (bounds === undefined) return object;
  // Of a list of which only the beginning is known, a slice of that beginning is known.
  const isFront = bounds.from >= 0 && bounds.to !== undefined && bounds.to >= 0 && bounds.to <= held.entries.size;
  if (held.rest !== undefined && !isFront) return object;
  const values = [...held.entries.values()]
    .slice(bounds.from, bounds.to)
    .filter((_, index) => index % bounds.step === 0);
  const entries = new Map(values.map((value, index) => [`n${index}`, value]));
  return frame.allocate(
    tree.kind(node) === Kind.subscript ? node : slice,
    makeHeld(held.kind, entries, undefined),
    held.kind,
  );
}

/** A part of a constant text. */
function textSlice(frame: Frame, object: Value, slice: number): Value | undefined {
  const text = object.constants?.length === 1 ? textOf(object.constants[0]!) : undefined;
  const bounds = text === undefined && object.text === undefined ? undefined : sliceBounds(frame, slice);
  if (bounds === undefined) return undefined;
  if (text === undefined) return knownEnd(object.text!, bounds);
  const characters = [...text].slice(bounds.from, bounds.to).filter((_, index) => index % bounds.step === 0);
  return constantValue({ type: object.constants![0]!.type as 'str', value: characters.join('') }, object.origin);
}

/** `(name + ".txt")[-4:]`: of a text of which only the end is known, that end. */
function knownEnd(
  parts: readonly TextPart[],
  { from, to, step }: { readonly from: number; readonly to: number | undefined; readonly step: number },
): Value | undefined {
  const last = parts.at(-1);
  if (typeof last !== 'string' || from >= 0 || to !== undefined || step !== 1) return undefined;
  const signs = [...last];
  return signs.length < -from ? undefined : constantValue({ type: 'str', value: signs.slice(from).join('') });
}

/** `[:100]`, `[2:10]`: so long at most. */
function isBounded(frame: Frame, slice: number): boolean {
  return (sliceBounds(frame, slice)?.to ?? -1) >= 0;
}

/** Constant bounds and a step forwards; undefined for others. */
function sliceBounds(frame: Frame, slice: number): { from: number; to: number | undefined; step: number } | undefined {
  const { tree } = frame;
  const bounds: (number | undefined)[] = [undefined, undefined, undefined];
  let at = 0;
  for (const child of tree.children(slice)) {
    if (tree.kind(child) === Kind["':'"]) at++;
    else {
      const constant = onlyConstant(frame.evaluate(child));
      const number = constant === undefined ? undefined : numberOf(constant);
      if (number === undefined) return undefined;
      bounds[at] = number;
    }
  }
  const step = bounds[2] ?? 1;
  return step >= 1 ? { from: bounds[0] ?? 0, to: bounds[1], step } : undefined;
}

/** `x[-1]` of a list whose elements are all known. */
function negativeIndex(holds: readonly HeapObject[], key: Constant): string | undefined {
  const number = numberOf(key);
  if (number === undefined || number >= 0 || holds.length !== 1) return undefined;
  const [held] = holds;
  if (held!.rest !== undefined || held!.kind === 'dict') return undefined;
  return `n${held!.entries.size + number}`;
}
