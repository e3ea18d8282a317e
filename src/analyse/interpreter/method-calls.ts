// Methods of builtin types: texts that stay known, lists and dicts that change in place.
import { splitWords } from './split-words.ts';
import { builtText } from '../taint/built-html.ts';
import { quoted } from '../taint/quoted-values.ts';
import { viewOfAttribute } from '../taint/views.ts';
import type { Constant } from '../values/constant.ts';
import { bool, constantKey, equalConstants, textOf } from '../values/constant.ts';
import type { HeapObject } from '../values/state.ts';
import { kindSet } from '../values/kind-set.ts';
import type { Taint } from '../values/taint.ts';
import { cleanTaint, derivedTaint, isTainted } from '../values/taint.ts';
import type { TextPart, Value } from '../values/value.ts';
import { constantValue, instanceOf, joinValues, noneValue, onlyConstant, unknown, textValue } from '../values/value.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { materialized, setEntry } from './assign.ts';
import { configMethod, isConfigParser } from './config-parser.ts';
import { anyValueOf, asPart, elementOf, entryOf, taintedEntry } from './containers.ts';
import { spreadKeys } from './dict-calls.ts';
import type { Argument, Arguments } from './events.ts';
import { noArguments } from './events.ts';
import type { Frame } from './frame.ts';
import { noteFilled } from './global-containers.ts';
import { filled, finished, isText, parts } from './operators.ts';

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

const sameText: Readonly<Record<string, (text: string, args: readonly string[]) => string | undefined>> = {
  lower: (text) => text.toLowerCase(),
  upper: (text) => text.toUpperCase(),
  strip: (text, [characters]) => (characters === undefined ? text.trim() : undefined),
  lstrip: (text, [characters]) => (characters === undefined ? text.trimStart() : undefined),
  rstrip: (text, [characters]) => (characters === undefined ? text.trimEnd() : undefined),
  replace: (text, [from, to]) =>
    from === undefined || from === '' || to === undefined ? undefined : text.replaceAll(from, to),
  removeprefix: (text, [prefix]) =>
    prefix !== undefined && text.startsWith(prefix) ? text.slice(prefix.length) : text,
  removesuffix: (text, [suffix]) =>
    suffix !== undefined && suffix !== '' && text.endsWith(suffix) ? text.slice(0, -suffix.length) : text,
  title: () => undefined,
  capitalize: (text) => text.slice(0, 1).toUpperCase() + text.slice(1).toLowerCase(),
};

function textMethod(frame: Frame, node: number, receiver: Value, name: string, args: Arguments): Value | undefined {
  const texts = args.positional
    .map((argument) => onlyConstant(argument.value))
    .map((constant) => (constant === undefined ? undefined : textOf(constant)));
  const constant = onlyConstant(receiver);
  const own = constant === undefined ? undefined : textOf(constant);
  switch (name) {
    case 'format':
      return own === undefined
        ? finished([
            ...parts(receiver),
            ...args.positional.map((argument) => ({ hole: asPart(frame, node, argument.value) })),
          ])
        : builtText(frame, node, braceFormat(frame, node, own, args));
    case 'format_map':
      return own === undefined || args.positional[0] === undefined
        ? undefined
        : braceFormat(frame, node, own, {
            ...noArguments,
            keywords: entriesAsKeywords(frame, args.positional[0].value),
            doubleStar: otherEntries(frame, args.positional[0].value),
          });
    case 'join':
      return own === undefined
        ? joinedBy(frame, node, receiver, args)
        : joined(frame, node, own, args.positional[0]?.value ?? unknown);
    case 'split':
    case 'rsplit':
      return own === undefined && args.positional.length === 0 && args.keywords.size === 0
        ? splitWords(frame, node, receiver)
        : undefined;
    case 'encode':
    case 'decode':
      // The text is the same; which of the two it is decides nothing for a rule.
      return receiver.constants === undefined
        ? receiver
        : { ...receiver, constants: receiver.constants.map((known) => recoded(known, name)) };
    default: {
      const told = own === undefined ? undefined : toldOfText(own, name, texts);
      if (told !== undefined) return constantValue(bool(told), receiver.origin);
      const same = sameText[name];
      if (same === undefined) return undefined;
      if (own !== undefined && texts.every((text) => text !== undefined)) {
        const result = same(own, texts);
        if (result !== undefined)
          return constantValue({ type: constant!.type as 'str', value: result }, receiver.origin);
      }
      return {
        ...instanceOf('str'),
        taint: withoutBreaks(
          frame,
          node,
          name,
          texts,
          // What is looked for or taken off does not come out; only what takes its place does.
          derivedTaint([receiver.taint, name === 'replace' ? args.positional[1]?.value.taint : undefined]),
        ),
      };
    }
  }
}

/** What a method that answers yes or no says of a constant text. */
function toldOfText(
  text: string,
  name: string,
  [first, ...others]: readonly (string | undefined)[],
): boolean | undefined {
  if (name === 'isdigit' || name === 'isdecimal')
    return /^[0-9]+$/.test(text) ? true : /^[ -~]*$/.test(text) ? false : undefined;
  if (name === 'isalpha') return /^[a-zA-Z]+$/.test(text) ? true : /^[ -~]*$/.test(text) ? false : undefined;
  if (first === undefined || others.length > 0) return undefined;
  if (name === 'startswith') return text.startsWith(first);
  return name === 'endswith' ? text.endsWith(first) : undefined;
}

/** `replace("\\n", "")` takes out what would begin a new line; one kind of break is enough for most readers of headers and logs. */
export function withoutBreaks(
  frame: Frame,
  node: number,
  method: string,
  texts: readonly (string | undefined)[],
  taint: Taint | undefined,
): Taint | undefined {
  if (method !== 'replace' || taint === undefined) return taint;
  const [from, to] = texts;
  if (to === undefined || from === undefined) return taint;
  if (from === '/' && !to.includes('/')) return withoutSlashes(frame, node, taint);
  if (!/^(?:\r\n|\n|\r)$/.test(from) || /[\r\n]/.test(to)) return taint;
  const credit = {
    kind: 'sanitizer' as const,
    name: 'replacing line breaks',
    module: frame.module,
    node,
    kinds: kindSet('single-line'),
  };
  return cleanTaint(taint, kindSet('single-line'), credit);
}

/** `replace("/", "_")`: a name, of no other folder. */
function withoutSlashes({ module }: Frame, node: number, taint: Taint): Taint | undefined {
  const kinds = kindSet('path-relative') | kindSet('path-inside');
  return cleanTaint(taint, kinds, { kind: 'sanitizer', name: 'replacing slashes', module, node, kinds });
}

function recoded(constant: Constant, name: string): Constant {
  const text = textOf(constant);
  return text === undefined ? constant : { type: name === 'encode' ? 'bytes' : 'str', value: text };
}

/** `"{} {name}".format(...)`. */
function braceFormat(frame: Frame, node: number, format: string, args: Arguments): Value {
  const result: TextPart[] = [];
  let last = 0;
  let index = 0;
  for (const match of format.matchAll(/\{\{|\}\}|\{([^{}:!]*)(?:!([rsa]))?(?::[^{}]*(?:\{[^{}]*\}[^{}]*)*)?\}/g)) {
    result.push(format.slice(last, match.index));
    last = match.index + match[0].length;
    if (match[0] === '{{' || match[0] === '}}') {
      result.push(match[0][0]!);
      continue;
    }
    const field = match[1]!;
    const argument =
      field === ''
        ? args.positional[index++]
        : /^\d+$/.test(field)
          ? args.positional[Number(field)]
          : args.keywords.get(field);
    const value = argument?.value ?? attributeField(frame, field, args) ?? args.star ?? args.doubleStar ?? unknown;
    const conversion = match[2];
    const part = asPart(frame, node, value);
    result.push(
      conversion === 'r' || conversion === 'a'
        ? { hole: quoted(frame, node, `\`!${conversion}\``, part) }
        : filled(part, ''),
    );
  }
  result.push(format.slice(last));
  return finished(result);
}

/** `{item.name}`, `{0[key]}`: what is said of the whole. */
function attributeField(frame: Frame, field: string, args: Arguments): Value | undefined {
  const [root] = field.split(/[.[]/, 1);
  if (root === undefined || root === field) return undefined;
  const argument = /^\d+$/.test(root) ? args.positional[Number(root)] : args.keywords.get(root);
  if (argument === undefined) return undefined;
  const whole = { ...unknown, taint: frame.whole(argument.value).taint };
  const [, name] = /^\w+\.(\w+)$/.exec(field) ?? [];
  return name === undefined ? whole : viewOfAttribute(frame, -1, name, argument.value, whole);
}

function entriesAsKeywords(frame: Frame, value: Value): ReadonlyMap<string, Argument> {
  const found = new Map<string, Argument>();
  for (const held of frame.holds(value)) {
    for (const [key, entry] of held.entries)
      if (key.startsWith('s')) found.set(key.slice(1), { node: -1, value: entry });
  }
  return found;
}

/** What a mapping holds under keys that are not known. */
function otherEntries(frame: Frame, value: Value): Value {
  const holds = frame.holds(value);
  if (holds.length === 0) return anyValueOf(frame, value);
  const others = holds.flatMap(({ rest, base }) => [
    rest ?? [],
    base === undefined ? [] : (taintedEntry(base, undefined) ?? unknown),
  ]);
  return (
    others
      .flat()
      .reduce<Value | undefined>((all, one) => (all === undefined ? one : joinValues(all, one)), undefined) ?? unknown
  );
}

/** Joined by a separator that is not constant. */
function joinedBy(frame: Frame, node: number, separator: Value, args: Arguments): Value {
  const list = args.positional[0]?.value ?? unknown;
  const [held] = frame.holds(list);
  const isWhole = held?.base === undefined && (held?.rest === undefined || held.entries.size > 0);
  if (held !== undefined && held.kind !== 'dict' && isWhole)
    return finished(piecesOf(frame, node, parts(separator), held));
  return { ...instanceOf('str'), taint: derivedTaint([separator.taint, frame.whole(list).taint]) };
}

function joined(frame: Frame, node: number, separator: string, list: Value): Value {
  const [held] = frame.holds(list);
  const [repeated, ...more] = list.text ?? [];
  // `", ".join("?" * len(keys))`.
  if (held === undefined && typeof repeated === 'string' && more.length === 0)
    return textValue([[...repeated].join(separator)]);
  const isWhole = held?.rest === undefined || held.entries.size > 0;
  if (held === undefined || held.kind === 'dict' || held.base !== undefined || !isWhole) {
    const element = elementOf(frame, list);
    const whole = asPart(frame, node, element);
    return finished([{ hole: { ...whole, taint: derivedTaint([whole.taint, list.taint]) } }]);
  }
  return finished(piecesOf(frame, node, [separator], held));
}

function piecesOf(frame: Frame, node: number, separator: readonly TextPart[], held: HeapObject): TextPart[] {
  const known = [...held.entries.values()].flatMap((value, index) => [
    ...(index === 0 ? [] : separator),
    ...parts(asPart(frame, node, value)),
  ]);
  // Behind the beginning that is known there may be more.
  return held.rest === undefined ? known : [...known, ...separator, { hole: asPart(frame, node, held.rest) }];
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

function replace(frame: Frame, receiver: Value, change: (held: HeapObject) => HeapObject): void {
  for (const id of receiver.objects) {
    const held = frame.state.heap.get(id);
    if (held !== undefined) frame.state.setObject(id, change(held));
  }
}

function listMethod(frame: Frame, receiver: Value, held: HeapObject, name: string, args: Arguments): Value | undefined {
  const first = args.positional[0]?.value ?? unknown;
  const known = held.rest === undefined && receiver.objects.length === 1;
  switch (name) {
    case 'append':
    case 'add':
      if (known) setEntry(frame, receiver, `n${held.entries.size}`, first);
      else setEntry(frame, receiver, undefined, first);
      return unknown;
    case 'extend':
    case 'update': {
      const [other] = frame.holds(first);
      if (known && other !== undefined && other.rest === undefined && other.kind !== 'dict') {
        const values = [...held.entries.values(), ...other.entries.values()];
        replace(frame, receiver, (object) => ({ ...object, entries: indexed(values) }));
      } else setEntry(frame, receiver, undefined, elementOf(frame, first));
      return unknown;
    }
    case 'appendleft':
    case 'popleft':
      return listMethod(frame, receiver, held, name === 'popleft' ? 'pop' : 'insert', {
        ...args,
        positional: [{ node: -1, value: constantValue({ type: 'int', value: 0 }) }, ...args.positional],
      });
    case 'insert': {
      const index = args.positional[0] === undefined ? undefined : onlyConstant(args.positional[0].value);
      const value = args.positional[1]?.value ?? unknown;
      const isInFront = receiver.objects.length === 1 && held.kind === 'list';
      if (isInFront && index?.type === 'int' && index.value >= 0 && (known || index.value <= held.entries.size)) {
        replace(frame, receiver, (object) => ({
          ...object,
          entries: indexed([...object.entries.values()].toSpliced(index.value, 0, value)),
        }));
      } else
        replace(frame, receiver, (object) => ({
          ...object,
          entries: new Map(),
          rest: joinValues(elementOf(frame, receiver), value),
        }));
      return unknown;
    }
    case 'pop': {
      const index = args.positional[0] === undefined ? -1 : constantInteger(args.positional[0].value);
      const isFront = receiver.objects.length === 1 && index === 0 && held.entries.size > 0;
      if ((!known && !isFront) || index === undefined) return elementOf(frame, receiver);
      const values = [...held.entries.values()];
      const value = values.at(index);
      replace(frame, receiver, (object) => ({ ...object, entries: indexed(values.toSpliced(index, 1)) }));
      return value ?? unknown;
    }
    case 'clear':
      replace(frame, receiver, (object) => ({ ...object, entries: new Map(), rest: undefined }));
      return unknown;
    case 'remove': {
      const removed = args.positional[0] === undefined ? undefined : onlyConstant(args.positional[0].value);
      const values = [...held.entries.values()];
      const at =
        removed === undefined
          ? -1
          : values.findIndex((value) => {
              const one = onlyConstant(value);
              return one !== undefined && equalConstants(one, removed);
            });
      const isCertain = known && at >= 0 && values.slice(0, at).every((value) => value.constants !== undefined);
      if (isCertain) {
        replace(frame, receiver, (object) => ({ ...object, entries: indexed(values.toSpliced(at, 1)) }));
        return unknown;
      }
      replace(frame, receiver, (object) => ({ ...object, entries: new Map(), rest: elementOf(frame, receiver) }));
      return unknown;
    }
    case 'sort':
    case 'reverse':
      // Which element is where is no longer known.
      replace(frame, receiver, (object) => ({ ...object, entries: new Map(), rest: elementOf(frame, receiver) }));
      return unknown;
    case 'copy':
      return receiver;
    default:
      return undefined;
  }
}

function constantInteger(value: Value): number | undefined {
  const constant = onlyConstant(value);
  return constant?.type === 'int' ? constant.value : undefined;
}

function indexed(values: readonly Value[]): Map<string, Value> {
  return new Map(values.map((value, index) => [`n${index}`, value]));
}

/** A dict that came from outside as a whole has entries that nobody wrote here. */
function readUnknown(receiver: Value, key: Constant | undefined): Value | undefined {
  return taintedEntry(receiver, key === undefined ? undefined : constantKey(key));
}

function removeEntry(frame: Frame, receiver: Value, key: string): void {
  replace(frame, receiver, (held) => {
    const entries = new Map(held.entries);
    entries.delete(key);
    return { ...held, entries };
  });
}

/** A value under a key that is not known: untrusted, it may stand under any. */
function mayOverwrite(frame: Frame, receiver: Value, value: Value): void {
  setEntry(frame, receiver, undefined, value);
  if (!isTainted(value.taint)) return;
  replace(frame, receiver, (held) => ({
    ...held,
    entries: new Map([...held.entries].map(([key, entry]) => [key, joinValues(entry, value)])),
  }));
}

/** Keys that are not known, as somebody chose them. */
function addKeys(frame: Frame, receiver: Value, keys: readonly Value[]): void {
  for (const added of keys)
    replace(frame, receiver, (held) => ({
      ...held,
      keys: held.keys === undefined ? added : joinValues(held.keys, added),
    }));
}

function dictMethod(
  frame: Frame,
  node: number,
  receiver: Value,
  held: HeapObject,
  name: string,
  args: Arguments,
): Value | undefined {
  const first = args.positional[0]?.value;
  const key = first === undefined ? undefined : onlyConstant(first);
  const fallback = args.positional[1]?.value;
  switch (name) {
    case 'get':
    case 'pop':
    case 'setdefault': {
      const found = key === undefined ? anyValueOf(frame, receiver) : entryOf(frame, receiver, constantKey(key));
      if (name === 'pop' && key !== undefined) removeEntry(frame, receiver, constantKey(key));
      if (name === 'setdefault' && key !== undefined && found === undefined)
        setEntry(frame, receiver, constantKey(key), fallback ?? unknown);
      if (found !== undefined && key !== undefined && held.entries.has(constantKey(key))) return found;
      if (found === undefined) return readUnknown(receiver, key) ?? fallback ?? unknown;
      // Without a default `get` gives None where the key is not there.
      if (fallback === undefined) return name === 'get' && key === undefined ? joinValues(found, noneValue) : found;
      return joinValues(found, fallback);
    }
    case 'update': {
      for (const [keyword, argument] of args.keywords) setEntry(frame, receiver, `s${keyword}`, argument.value);
      if (args.hasDoubleStar) mayOverwrite(frame, receiver, args.doubleStar ?? unknown);
      addKeys(frame, receiver, spreadKeys(args));
      if (first === undefined) return unknown;
      const [other] = frame.holds(first);
      if (other?.kind !== 'dict') {
        mayOverwrite(frame, receiver, taintedEntry(first, undefined) ?? unknown);
        if (isTainted(first.taint)) addKeys(frame, receiver, [{ ...unknown, taint: derivedTaint([first.taint]) }]);
      } else {
        for (const [entry, value] of other.entries) setEntry(frame, receiver, entry, value);
        if (other.rest !== undefined) mayOverwrite(frame, receiver, other.rest);
        if (other.keys !== undefined) addKeys(frame, receiver, [other.keys]);
      }
      return unknown;
    }
    case 'values':
      return frame.allocate(
        node,
        { kind: 'list', entries: new Map(), rest: anyValueOf(frame, receiver) },
        'dict_values',
      );
    case 'keys':
      return frame.allocate(node, { kind: 'list', entries: new Map(), rest: elementOf(frame, receiver) }, 'dict_keys');
    case 'copy':
      return frame.allocate(node, held, 'dict');
    case 'items':
      return itemsOf(frame, node, receiver);
    default:
      return undefined;
  }
}

function itemsOf(frame: Frame, node: number, receiver: Value): Value {
  const pair = new Map([
    ['n0', elementOf(frame, receiver)],
    ['n1', anyValueOf(frame, receiver)],
  ]);
  // The pairs are objects of their own, told from the list of them by a negative id.
  const item = frame.allocate(-2 - node, { kind: 'tuple', entries: pair, rest: undefined }, 'tuple');
  return frame.allocate(node, { kind: 'list', entries: new Map(), rest: item }, 'dict_items');
}
