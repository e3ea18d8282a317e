// Builtin functions and a few of the standard library whose result can be told from their arguments.
import type { HeapObject } from '../values/held.ts';
import { makeHeld } from '../values/held.ts';
import { isAlwaysThere } from './always-there.ts';
import { str, textOf } from '../values/constant.ts';
import type { Denotation, Value } from '../values/value.ts';
import type { Taint } from '../values/taint.ts';
import { asText, cleanTaint, derivedTaint, isTainted } from '../values/taint.ts';
import {
  changeValue,
  constantValue,
  denoting,
  instanceOf,
  joinValues,
  onlyConstant,
  unknown,
  withObjects,
  withTaint,
} from '../values/value.ts';
import { capturedBy } from './calls.ts';
import { settingRead } from './config-defaults.ts';
import { callFunction } from './call-function.ts';
import { boundedNumber } from '../taint/bound-checks.ts';
import { methodChecks } from '../taint/checks.ts';
import { setEntry } from './assign.ts';
import { methodCall } from './method-calls.ts';
import { patternCall } from './pattern-calls.ts';
import { anyValueOf, elementOf, wholeValue } from './containers.ts';
import type { Argument, Arguments } from './events.ts';
import { noArguments } from './events.ts';
import { attributeOf, classOf } from './attributes.ts';
import { dictCall, dictOfKeys } from './dict-calls.ts';
import { conversionCall } from './conversions.ts';
import type { Frame } from './frame.ts';
import { namedMembers } from './named-members.ts';
import { namedTuple } from './named-tuples.ts';
import { finished, parts } from './operators.ts';
import { flagLetters, writtenFlags } from '../patterns/written-flags.ts';
import { quoted } from '../taint/quoted-values.ts';
import { splitWords } from './split-words.ts';

const containers: Readonly<Record<string, HeapObject['kind']>> = {
  list: 'list',
  tuple: 'tuple',
  set: 'set',
  frozenset: 'set',
  sorted: 'list',
  'collections.deque': 'list',
};

/** The result of calling an external function by name, or undefined where its arguments do not tell. */
export function builtinCall(frame: Frame, node: number, name: string, args: Arguments): Value | undefined {
  const first = args.positional[0]?.value;
  const conversion = conversionCall(frame, node, name, args);
  if (conversion !== undefined) return conversion;
  const kind = containers[name];
  if (name === 'sorted' || name === 'min' || name === 'max') rank(frame, node, args);
  if (kind !== undefined) return container(frame, node, kind, first);
  switch (name) {
    case 'collections.ChainMap':
      return chained(frame, node, args.positional);
    case 'collections.OrderedDict':
    case 'types.MappingProxyType':
    case 'dict':
      return dictCall(frame, node, args);
    case 'dict.fromkeys':
    case 'collections.OrderedDict.fromkeys':
      return dictOfKeys(frame, node, args);
    case 'setattr': {
      const [, attribute, given] = args.positional;
      const constant = attribute === undefined ? undefined : onlyConstant(attribute.value);
      const text = constant === undefined ? undefined : textOf(constant);
      if (first !== undefined && text !== undefined && given !== undefined)
        setAttribute(frame, first, text, given.value);
      return undefined;
    }
    case 'types.SimpleNamespace':
    case 'argparse.Namespace': {
      if (args.hasDoubleStar || args.positional.length > 0) return undefined;
      const entries = new Map([...args.keywords].map(([keyword, { value }]) => [keyword, value]));
      return frame.allocate(node, makeHeld('instance', entries, undefined), name);
    }
    case 'getattr': {
      const attribute = args.positional[1] === undefined ? undefined : onlyConstant(args.positional[1].value);
      const text = attribute === undefined ? undefined : textOf(attribute);
      if (first === undefined) return unknown;
      return text === undefined
        ? namedMembers(frame, first, args.positional[1]?.value)
        : attributeOf(frame, first, text);
    }
    case 'type':
      return first === undefined || args.positional.length > 1 ? undefined : classOf(first);
    case 'hasattr': {
      const attribute = args.positional[1] === undefined ? undefined : onlyConstant(args.positional[1].value);
      const text = attribute === undefined ? undefined : textOf(attribute);
      const [module, ...others] = first?.denotes ?? [];
      const isThere =
        text !== undefined && module?.kind === 'symbol' && others.length === 0 && isAlwaysThere(module.name, text);
      return isThere ? constantValue({ type: 'bool', value: true }) : undefined;
    }
    case 'os.path.join':
    case 'posixpath.join': {
      const before = args.before ?? args.positional.length;
      const pieces = args.positional.map(({ value }) => value).toSpliced(before, 0, ...(args.star ? [args.star] : []));
      return finished(pieces.flatMap((piece, index) => (index === 0 ? [...parts(piece)] : ['/', ...parts(piece)])));
    }
    // What it is where nobody has set TMPDIR: a directory of everybody.
    case 'tempfile.gettempdir':
      return constantValue({ type: 'str', value: '/tmp' });
    case 'next':
      return first === undefined ? undefined : elementOf(frame, first);
    case 'iter':
    case 'reversed':
      return first === undefined ? undefined : (iteratorOf(frame, node, first) ?? first);
    case 'enumerate': {
      const element = first === undefined ? unknown : elementOf(frame, first);
      return listOf(frame, node, pairOf(frame, node, [instanceOf('int'), element]));
    }
    case 'zip':
    case 'itertools.zip_longest':
    case 'itertools.product':
      return listOf(
        frame,
        node,
        pairOf(
          frame,
          node,
          args.positional.map(({ value }) => elementOf(frame, value)),
        ),
      );
    case 'itertools.chain':
      return listOf(
        frame,
        node,
        args.positional.map(({ value }) => elementOf(frame, value)).reduce(joinValues, args.star ?? unknown),
      );
    case 'min':
    case 'max':
    case 'sum': {
      const element = args.positional.length === 1 && first !== undefined ? elementOf(frame, first) : unknown;
      const found = carrying(frame, args, element);
      // `min(count, 100)`
      const isBounded = name === 'min' && args.positional.some(({ value }) => value.constants !== undefined);
      return isBounded ? withTaint(found, boundedNumber(frame, node, found.taint, '`min()`')) : found;
    }
    case 'map':
    case 'concurrent.futures.ThreadPoolExecutor.map':
      return listOf(frame, node, applied(frame, node, first, args.positional.slice(1), true));
    case 'filter':
      return args.positional[1] === undefined
        ? undefined
        : listOf(frame, node, filtered(frame, node, first, args.positional[1]));
    case 'bytes':
    case 'bytearray':
    case 'memoryview':
    case 'format':
    case 'copy.copy':
    case 'copy.deepcopy':
      return first === undefined
        ? undefined
        : name.startsWith('copy.')
          ? copied(frame, node, first)
          : carrying(frame, args, instanceOf('str'));
    case 'staticmethod':
      return first;
    case 'repr':
    case 'ascii':
      return first === undefined
        ? undefined
        : quoted(
            frame,
            node,
            `\`${name}()\``,
            changeValue(instanceOf('str'), { taint: asText(frame.whole(first).taint) }),
          );
    case 'shlex.split':
      return first === undefined ? undefined : splitWords(frame, node, first);
    case 'vars':
      return first === undefined
        ? undefined
        : changeValue(first, { denotes: [...first.denotes, { kind: 'instance', of: 'vars()' }] });
    case 'globals':
      return denoting({ kind: 'instance', of: 'globals()' }, { kind: 'module', module: frame.module });
    case 'functools.partial':
      return first === undefined
        ? undefined
        : changeValue(denoting({ kind: 'instance', of: 'functools.partial' }), { held: partialOf(first, args) });
    case 'dataclasses.field':
    case 'attr.ib':
    case 'attr.field':
    case 'attrs.field': {
      const made = args.keywords.get('default_factory') ?? args.keywords.get('factory');
      if (made !== undefined) return callValue(frame, node, made.value, noArguments);
      return args.keywords.get('default')?.value ?? unknown;
    }
    case 'collections.namedtuple':
    case 'typing.NamedTuple':
      return namedTuple(frame, args);
    case 'concurrent.futures.as_completed':
    case 'asyncio.wait':
      return first;
    case 'queue.Queue':
    case 'queue.LifoQueue':
    case 'queue.PriorityQueue':
    case 'queue.SimpleQueue':
    case 'asyncio.Queue':
    case 'multiprocessing.Queue':
      return frame.allocate(node, makeHeld('list', new Map(), undefined), name);
    case 'collections.defaultdict': {
      const made = first?.denotes.flatMap((one) => (one.kind === 'symbol' ? [one.name] : []))[0];
      if (made === undefined || args.positional.length > 1 || args.keywords.size > 0) return undefined;
      const dict = frame.allocate(node, makeHeld('dict', new Map(), undefined), 'dict');
      return changeValue(dict, {
        denotes: [...dict.denotes, { kind: 'instance', of: `collections.defaultdict[${made}]` }],
      });
    }
    case 'io.StringIO':
    case 'io.BytesIO': {
      const entries = new Map(first === undefined ? [] : [['n0', first]]);
      return frame.allocate(node, makeHeld('list', entries, undefined), name);
    }
    case 'configparser.ConfigParser':
    case 'configparser.RawConfigParser':
    case 'configparser.SafeConfigParser':
      return frame.allocate(node, makeHeld('dict', new Map(), undefined), name);
    case 'contextlib.closing':
    case 'contextlib.aclosing':
    case 'contextlib.nullcontext':
    case 'typing.cast':
      return name === 'typing.cast' ? args.positional[1]?.value : first;
    case 'string.Template':
      return first === undefined
        ? undefined
        : changeValue(instanceOf(name), { held: makeHeld('instance', new Map([['template', first]]), undefined) });
    case 're.match':
    case 're.fullmatch':
    case 're.search':
    case 're.sub':
    case 're.findall':
    case 're.finditer':
    case 're.split':
      return first === undefined ? undefined : patternCall(frame, node, name.slice(3), first, args.positional.slice(1));
    case 're.compile':
      return first === undefined
        ? undefined
        : changeValue(instanceOf('re.Pattern'), {
            held: makeHeld('instance', compiledPattern(frame, node, first), undefined),
          });
    case 'importlib.import_module':
    case '__import__': {
      const constant = first === undefined ? undefined : onlyConstant(first);
      const text = constant === undefined ? undefined : textOf(constant);
      return text === undefined
        ? undefined
        : frame.engine.definitionValue(frame.engine.project.resolve(frame.module.resolveImport(0, text) ?? text));
    }
    case 'super': {
      const self = frame.state.variables.get(frame.selfName);
      return self === undefined ? unknown : superOf(frame, self);
    }
    default:
      return settingRead(name, args);
  }
}

/** A pattern that was compiled, with its flags where it has some. */
function compiledPattern({ module }: Frame, node: number, pattern: Value): Map<string, Value> {
  const flags = flagLetters(writtenFlags(module, node));
  const entries = new Map([['pattern', pattern]]);
  return flags === '' ? entries : entries.set('flags', constantValue(str(flags)));
}

/** `ChainMap(a, b)`: what stands in a, else what stands in b. */
function chained(frame: Frame, node: number, maps: readonly Argument[]): Value {
  let entries = new Map<string, Value>();
  let rest: Value | undefined;
  let keys: Value | undefined;
  for (const { value } of maps.toReversed()) {
    const [held] = frame.holds(value);
    const other = held?.kind === 'dict' ? held.rest : anyValueOf(frame, value);
    // What may stand under any key may hide what later ones say.
    if (other !== undefined) entries = new Map([...entries].map(([key, entry]) => [key, joinValues(entry, other)]));
    if (held?.kind === 'dict') for (const [key, entry] of held.entries) entries.set(key, entry);
    if (other !== undefined) rest = rest === undefined ? other : joinValues(rest, other);
    if (held?.keys !== undefined) keys = keys === undefined ? held.keys : joinValues(keys, held.keys);
  }
  return frame.allocate(node, makeHeld('dict', entries, rest, keys), 'dict');
}

function setAttribute(frame: Frame, object: Value, name: string, value: Value): void {
  setEntry(frame, object, name, value);
  const own = frame.state.variables.get(frame.selfName);
  if (own === undefined || own.objects[0] !== object.objects[0] || object.objects.length !== 1) return;
  const before = frame.selfStores.get(name);
  frame.selfStores.set(name, before === undefined ? value : joinValues(before, value));
}

/** `key=` is called with each element. */
function rank(frame: Frame, node: number, args: Arguments): void {
  const key = args.keywords.get('key');
  const [list] = args.positional;
  if (key !== undefined && list !== undefined) applied(frame, node, key.value, [list], true);
}

/** What `__iter__` of a class of the checkout gives. */
export function iteratorOf(frame: Frame, node: number, value: Value): Value | undefined {
  for (const one of value.denotes) {
    const method = one.kind === 'object' ? frame.engine.project.method(one, '__iter__') : undefined;
    if (method !== undefined) return callFunction(frame, node, { ...method, self: value }, noArguments);
  }
  return undefined;
}

/** An object of its own that holds the same. */
export function copied(frame: Frame, node: number, value: Value): Value {
  const [held, ...others] = frame.holds(value);
  if (held === undefined || others.length > 0) return value;
  frame.state.setObject(node, frame.export(value).held ?? held);
  return withObjects(value, [node], undefined);
}

function listOf(frame: Frame, node: number, element: Value): Value {
  return frame.allocate(node, makeHeld('list', new Map(), element), 'list');
}

function pairOf(frame: Frame, node: number, values: readonly Value[]): Value {
  const entries = new Map(values.map((value, index) => [`n${index}`, value]));
  // The pairs are objects of their own, told from the list of them by a negative id.
  return frame.allocate(-2 - node, makeHeld('tuple', entries, undefined), 'tuple');
}

/** A result that holds what the arguments held. */
function carrying(frame: Frame, args: Arguments, result: Value): Value {
  const taint = derivedTaint([result.taint, ...args.positional.map(({ value }) => wholeValue(frame, value).taint)]);
  return withTaint(result, taint);
}

/** The result of calling a value with arguments, or with their elements: a callback. */
export function applied(
  frame: Frame,
  node: number,
  callee: Value | undefined,
  given: readonly Argument[],
  elements = false,
): Value {
  const positional = elements ? given.map((one) => ({ node: one.node, value: elementOf(frame, one.value) })) : given;
  return callValue(frame, node, callee ?? unknown, { ...noArguments, positional });
}

/** The elements for which a function holds: what it checked of them holds. */
function filtered(frame: Frame, node: number, check: Value | undefined, list: Argument): Value {
  const element = elementOf(frame, list.value);
  const method = check?.denotes.flatMap((one) =>
    one.kind === 'symbol' && one.name.startsWith('str.') ? [one.name.slice(4)] : [],
  )[0];
  const result = method === undefined ? applied(frame, node, check, [{ node: -1, value: element }]) : unknown;
  const told =
    method === undefined
      ? result.taint?.checks
      : methodChecks(frame, node, { node: -1, value: element }, method, noArguments);
  const checks = told?.whenTrue ?? [];
  let { taint } = element;
  for (const one of checks) if (one.taint === element.taint) taint = cleanTaint(taint, one.kinds, one.credit);
  return withTaint(element, taint);
}

function partialOf(callee: Value, args: Arguments): HeapObject {
  const entries = new Map<string, Value>([['callee', callee]]);
  args.positional.slice(1).forEach(({ value }, index) => entries.set(`n${index}`, value));
  for (const [name, { value }] of args.keywords) entries.set(`s${name}`, value);
  return makeHeld('instance', entries, undefined);
}

/** What is said of untrusted data in a call's arguments. */
export function argumentTaints(
  frame: Frame,
  { positional, keywords, star, doubleStar }: Arguments,
): (Taint | undefined)[] {
  const given = [...positional, ...keywords.values()].map(({ value }) => wholeValue(frame, value).taint);
  return star === undefined && doubleStar === undefined ? given : [...given, star?.taint, doubleStar?.taint];
}

/** Calls what a value is: functions of the checkout, partials of them. */
export function callValue(frame: Frame, node: number, callee: Value, args: Arguments): Value {
  const partial = callee.held?.entries.get('callee');
  if (partial !== undefined) {
    const entries = [...callee.held!.entries];
    const before = entries.flatMap(([key, value]) => (/^n\d/.test(key) ? [{ node: -1, value }] : []));
    const named = entries.flatMap(([key, value]): [string, Argument][] =>
      key.startsWith('s') ? [[key.slice(1), { node: -1, value }]] : [],
    );
    const keywords = new Map([...named, ...args.keywords]);
    return callValue(frame, node, partial, { ...args, positional: [...before, ...args.positional], keywords });
  }
  let joined: Value | undefined;
  if (frame.isFollowing && callee.denotes.length === 0 && isTainted(callee.taint))
    frame.noteOpenCall(callee.taint, argumentTaints(frame, args));
  for (const one of callee.denotes) {
    const result = calledOne(frame, node, callee, one, args);
    if (result !== undefined) joined = joined === undefined ? result : joinValues(joined, result);
  }
  return joined ?? unknown;
}

function calledOne(frame: Frame, node: number, callee: Value, one: Denotation, args: Arguments): Value | undefined {
  if (one.kind === 'function')
    return callFunction(frame, node, { ...one, self: one.self, captured: capturedBy(frame, one) }, args);
  if (one.kind === 'member')
    return one.self === undefined ? undefined : methodCall(frame, node, one.self, one.name, args);
  if (one.kind === 'symbol') {
    handedSink(frame, node, one.name, args);
    return builtinCall(frame, node, one.name, args) ?? unboundMethod(frame, node, one.name, args);
  }
  if (one.kind !== 'object') return undefined;
  const method = frame.engine.project.method(one, '__call__');
  return method === undefined
    ? undefined
    : callFunction(frame, node, { ...method, self: changeValue(callee, { denotes: [one] }) }, args);
}

/** `str.strip` as a function: its first argument is the object. */
function unboundMethod(frame: Frame, node: number, name: string, args: Arguments): Value | undefined {
  const [receiver, ...positional] = args.positional;
  const method = /^(?:str|bytes|list|dict|set)\.(\w+)$/.exec(name)?.[1];
  if (receiver === undefined || method === undefined) return undefined;
  const result = methodCall(frame, node, receiver.value, method, { ...args, positional });
  return result ?? carrying(frame, args, unknown);
}

/** A function outside the checkout that is called for us: `pool.submit(os.system, x)`. */
function handedSink(frame: Frame, node: number, name: string, args: Arguments): void {
  const { sinks, models } = frame.engine;
  if (sinks === undefined || !frame.recording || models.call(name)?.some((entry) => entry.sinks.length > 0) !== true)
    return;
  const { module, functionIndex } = frame;
  sinks.call(frame, { module, functionIndex, node, names: [name], method: '', receiver: undefined, args });
}

function container(frame: Frame, node: number, kind: HeapObject['kind'], source: Value | undefined): Value {
  if (source === undefined) return frame.allocate(node, makeHeld(kind, new Map(), undefined), kind);
  const [held] = frame.holds(source);
  if (
    held !== undefined &&
    (held.kind === 'list' || held.kind === 'tuple') &&
    held.rest === undefined &&
    kind !== 'set'
  ) {
    return frame.allocate(node, makeHeld(kind, held.entries, undefined), kind);
  }
  return frame.allocate(node, makeHeld(kind, new Map(), elementOf(frame, source)), kind);
}

/** `super()`: the bases of the class the method stands in. */
function superOf(frame: Frame, self: Value): Value {
  const denotes = self.denotes.flatMap((denotation): Denotation[] => {
    if (denotation.kind !== 'object') return [];
    const { project } = frame.engine;
    return project.bases(denotation).flatMap((base): Denotation[] => {
      if (base.kind === 'class') return [{ kind: 'object', module: base.module, index: base.index }];
      return base.kind === 'external' ? [{ kind: 'instance', of: base.name }] : [];
    });
  });
  return changeValue(unknown, { denotes, objects: self.objects });
}
