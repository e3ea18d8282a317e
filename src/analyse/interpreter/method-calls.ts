// Methods of builtin types: texts that stay known, lists and dicts that change in place.
import type { Constant } from '../values/constant.ts';
import { constantKey, textOf } from '../values/constant.ts';
import type { HeapObject } from '../values/state.ts';
import type { TextPart, Value } from '../values/value.ts';
import { constantValue, instanceOf, joinTaint, joinValues, onlyConstant, unknown } from '../values/value.ts';
import { setEntry } from './assign.ts';
import { anyValueOf, elementOf, entryOf } from './containers.ts';
import type { Arguments } from './events.ts';
import type { Frame } from './frame.ts';
import { filled, finished, isText, parts } from './operators.ts';

/** The result of `receiver.name(...)` if the receiver is a known text or container; undefined otherwise. */
export function methodCall(
  frame: Frame,
  node: number,
  receiver: Value,
  name: string,
  args: Arguments,
): Value | undefined {
  if (isText(receiver)) return textMethod(frame, receiver, name, args);
  if (receiver.objects.length > 0 || receiver.held !== undefined)
    return containerMethod(frame, node, receiver, name, args);
  return undefined;
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

function textMethod(frame: Frame, receiver: Value, name: string, args: Arguments): Value | undefined {
  const texts = args.positional
    .map((argument) => onlyConstant(argument.value))
    .map((constant) => (constant === undefined ? undefined : textOf(constant)));
  const constant = onlyConstant(receiver);
  const own = constant === undefined ? undefined : textOf(constant);
  switch (name) {
    case 'format':
      return own === undefined
        ? finished([...parts(receiver), ...args.positional.map((argument) => ({ hole: argument.value }))])
        : braceFormat(own, args);
    case 'join':
      return own === undefined ? instanceOf('str') : joined(frame, own, args.positional[0]?.value ?? unknown);
    case 'encode':
    case 'decode':
      // The text is the same; which of the two it is decides nothing for a rule.
      return receiver.constants === undefined
        ? receiver
        : { ...receiver, constants: receiver.constants.map((known) => recoded(known, name)) };
    default: {
      const same = sameText[name];
      if (same === undefined) return undefined;
      if (own !== undefined && texts.every((text) => text !== undefined)) {
        const result = same(own, texts);
        if (result !== undefined)
          return constantValue({ type: constant!.type as 'str', value: result }, receiver.origin);
      }
      return { ...instanceOf('str'), taint: receiver.taint };
    }
  }
}

function recoded(constant: Constant, name: string): Constant {
  const text = textOf(constant);
  return text === undefined ? constant : { type: name === 'encode' ? 'bytes' : 'str', value: text };
}

/** `"{} {name}".format(...)`. */
function braceFormat(format: string, args: Arguments): Value {
  const result: TextPart[] = [];
  let last = 0;
  let index = 0;
  for (const match of format.matchAll(/\{\{|\}\}|\{([^{}:!]*)(?:![rsa])?(?::[^{}]*(?:\{[^{}]*\}[^{}]*)*)?\}/g)) {
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
    result.push(filled(argument?.value ?? unknown, ''));
  }
  result.push(format.slice(last));
  return finished(result);
}

function joined(frame: Frame, separator: string, list: Value): Value {
  const [held] = frame.holds(list);
  if (held === undefined || held.rest !== undefined || held.kind === 'dict') {
    const element = elementOf(frame, list);
    return finished([{ hole: { ...element, taint: joinTaint(element.taint, list.taint) } }]);
  }
  const pieces = [...held.entries.values()].flatMap((value, index) =>
    index === 0 ? [...parts(value)] : [separator, ...parts(value)],
  );
  return finished(pieces);
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
  return held.kind === 'dict'
    ? dictMethod(frame, node, receiver, held, name, args)
    : listMethod(frame, receiver, held, name, args);
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
    case 'insert': {
      const index = args.positional[0] === undefined ? undefined : onlyConstant(args.positional[0].value);
      const value = args.positional[1]?.value ?? unknown;
      if (known && index?.type === 'int' && index.value >= 0) {
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
      if (!known || index === undefined) return elementOf(frame, receiver);
      const values = [...held.entries.values()];
      const value = values.at(index);
      replace(frame, receiver, (object) => ({ ...object, entries: indexed(values.toSpliced(index, 1)) }));
      return value ?? unknown;
    }
    case 'clear':
      replace(frame, receiver, (object) => ({ ...object, entries: new Map(), rest: undefined }));
      return unknown;
    case 'remove':
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
      if (name === 'setdefault' && key !== undefined && found === undefined)
        setEntry(frame, receiver, constantKey(key), fallback ?? unknown);
      if (found !== undefined && key !== undefined && held.entries.has(constantKey(key))) return found;
      if (found === undefined) return fallback ?? unknown;
      return fallback === undefined ? found : joinValues(found, fallback);
    }
    case 'update': {
      for (const [keyword, argument] of args.keywords) setEntry(frame, receiver, `s${keyword}`, argument.value);
      if (args.hasDoubleStar) setEntry(frame, receiver, undefined, unknown);
      if (first === undefined) return unknown;
      const [other] = frame.holds(first);
      if (other?.kind !== 'dict') setEntry(frame, receiver, undefined, unknown);
      else {
        for (const [entry, value] of other.entries) setEntry(frame, receiver, entry, value);
        if (other.rest !== undefined) setEntry(frame, receiver, undefined, other.rest);
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
    case 'items': {
      const pair = new Map([
        ['n0', elementOf(frame, receiver)],
        ['n1', anyValueOf(frame, receiver)],
      ]);
      // The pairs are objects of their own, told from the list of them by a negative id.
      const item = frame.allocate(-2 - node, { kind: 'tuple', entries: pair, rest: undefined }, 'tuple');
      return frame.allocate(node, { kind: 'list', entries: new Map(), rest: item }, 'dict_items');
    }
    default:
      return undefined;
  }
}
