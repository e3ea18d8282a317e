// Reading what lists, tuples, sets, dicts and objects hold.
import { noArguments } from './events.ts';
import { str } from '../values/constant.ts';
import type { ApiEntry } from '../taint/api-models.ts';
import { headerLabel, ownHost } from '../taint/header-labels.ts';
import type { Mark, Source, Taint } from '../values/taint.ts';
import {
  asText,
  changeMark,
  changeTaint,
  derivedTaint,
  isTainted,
  makeTaint,
  parameterAt,
  parameterTaint,
} from '../values/taint.ts';
import type { Denotation, Value } from '../values/value.ts';
import { changeValue, constantValue, instanceOf, joinValues, unknown, withTaint } from '../values/value.ts';
import { sourceOf } from './external-attributes.ts';
import type { Frame } from './frame.ts';
import { asWritten } from './own-operators.ts';

/** What an object holds under a key (`constantKey`) or attribute; undefined if nothing is known of it. */
export function entryOf(frame: Frame, object: Value, key: string): Value | undefined {
  let joined: Value | undefined;
  for (const held of frame.holds(object)) {
    const value =
      held.entries.get(key) ??
      restUnder(held.rest, key) ??
      (held.base === undefined || held.kind === 'instance' ? undefined : taintedEntry(held.base, key));
    if (value === undefined) return undefined;
    joined = join(joined, value);
  }
  return joined;
}

/** What may stand under any key, read by a constant one: of all settings, the one that is asked for by its name is what somebody wants to show. */
function restUnder(rest: Value | undefined, key: string): Value | undefined {
  return rest === undefined || !key.startsWith('s') ? rest : withoutSettings(rest, false);
}

/** The value without marks of settings: all of them, or those of whole mappings only. */
function withoutSettings(value: Value, isMapping: boolean): Value {
  if (!isTainted(value.taint)) return value;
  const marks = value.taint.marks.filter(
    ({ source, shape }) => source?.kind !== 'settings' || (isMapping && shape !== 'mapping'),
  );
  if (marks.length === value.taint.marks.length) return value;
  return withTaint(value, marks.length === 0 ? undefined : changeTaint(value.taint, { marks }));
}

/** The step of a parameter's path to what iterating gives: of a dict its keys. `[]` is any entry under an unknown key as well. */
export const ITERATED = '{}';

/** Any element: what iterating gives (of a dict its keys), or an unknown key of a dict. */
export function elementOf(frame: Frame, container: Value): Value {
  let joined: Value | undefined;
  for (const held of frame.holds(container)) {
    if (held.kind === 'instance') continue;
    if (held.kind === 'dict') {
      for (const key of held.entries.keys())
        joined = join(joined, key.startsWith('s') ? constantValue(str(key.slice(1))) : unknown);
      if (held.rest !== undefined) joined = join(joined, held.keys ?? unknown);
      if (held.base !== undefined) joined = join(joined, taintedEntry(held.base, undefined) ?? unknown);
      continue;
    }
    for (const value of held.entries.values()) joined = join(joined, value);
    if (held.rest !== undefined) joined = join(joined, held.rest);
    if (held.base !== undefined) joined = join(joined, taintedEntry(held.base, undefined) ?? unknown);
  }
  const entry = taintedEntry(withoutSettings(container, true), undefined, undefined, ITERATED);
  const denotes = joined === undefined && container.denotes.length > 0 ? elementTypes(frame, container) : [];
  const tainted = denotes.length === 0 ? entry : changeValue(entry ?? unknown, { denotes });
  return joined === undefined ? (tainted ?? unknown) : tainted === undefined ? joined : joinValues(joined, tainted);
}

/** Types of what iterating gives, as the models say it of `__iter__`. */
function elementTypes({ engine: { models } }: Frame, container: Value): Denotation[] {
  const types: Denotation[] = [];
  for (const one of container.denotes) {
    if (one.kind !== 'instance') continue;
    const of = models.canonical(one.of);
    const entries = models.call(`${of}.__iter__`) ?? models.call(`${of}.__aiter__`);
    const found = entries?.find(({ entry }) => entry.elements !== undefined || entry.returns !== undefined)?.entry;
    const type = found?.elements ?? found?.returns;
    if (type !== undefined) types.push({ kind: 'instance', of: type });
  }
  return types;
}

/** Types of an entry: by the model of `__getitem__`, or, of what an external function returned, where it is from, `f()[]`; deeper ones are not known. */
export function entryTypes(frame: Frame, node: number, object: Value, keys: readonly Value[] = []): Denotation[] {
  const { models } = frame.engine;
  const types: Denotation[] = [];
  for (const one of object.denotes) {
    if (one.kind !== 'instance') continue;
    const getter = `${models.canonical(one.of)}.__getitem__`;
    const type = models.returns(getter) ?? typeUnderKey(frame, node, getter, keys);
    if (type !== undefined) types.push({ kind: 'instance', of: type });
    else if (one.of.endsWith('()')) types.push({ kind: 'instance', of: `${one.of}[]` });
  }
  return types;
}

/** The type that a model gives for certain keys only: `context["request"]`. */
function typeUnderKey(frame: Frame, node: number, getter: string, keys: readonly Value[]): string | undefined {
  const { engine, module, functionIndex } = frame;
  const args = { ...noArguments, positional: keys.map((value) => ({ node, value })) };
  const fitting = engine.models
    .call(getter)
    ?.find(
      ({ entry: { returns, where } }) =>
        returns !== undefined &&
        where !== undefined &&
        engine.whereHolds?.(where, args, frame, { module, functionIndex, node }) === true,
    );
  return fitting?.entry.returns;
}

/** What a loop gets from an expression, which may be a source by being gone through: lines of a request. */
export function loopedOver(frame: Frame, node: number, container: Value): Value {
  const element = elementOf(frame, container);
  if (element.taint !== undefined) return element;
  const taint = sourceByProtocol(frame, node, container, ['__iter__', '__aiter__', '__next__', '__anext__']);
  return taint === undefined ? element : withTaint(element, taint);
}

/** The taint of what one of these methods of an object gives, by the models. */
export function sourceByProtocol(
  frame: Frame,
  node: number,
  object: Value,
  methods: readonly string[],
): Taint | undefined {
  const { models } = frame.engine;
  const entries: ApiEntry[] = [];
  for (const one of object.denotes) {
    if (one.kind !== 'instance') continue;
    const of = models.canonical(one.of);
    for (const method of methods) {
      const found = models.call(`${of}.${method}`);
      if (found === undefined) continue;
      entries.push(...found);
      break;
    }
  }
  return entries.length === 0 ? undefined : sourceOf(frame, entries, node);
}

// Parameters are told apart to this depth of attributes and keys.
const MAX_PATH = 3;

/**
 * What untrusted data, or a parameter, holds under a key (`constantKey`), or as any element where the key is undefined. Undefined
 * for a value that carries neither. `reread` gives the source its key where the value is the source itself.
 */
export function taintedEntry(
  object: Value,
  key: string | undefined,
  reread?: (source: Source, key: string) => Source,
  anyStep: '[]' | typeof ITERATED = '[]',
): Value | undefined {
  const { taint } = object;
  if (taint === undefined) return undefined;
  if (taint.is !== undefined && taint.is.path.length < MAX_PATH) {
    const step = key === undefined ? anyStep : `[${key}`;
    return withTaint(unknown, parameterTaint(parameterAt(taint.is.index, [...taint.is.path, step])));
  }
  if (!isTainted(taint)) return undefined;
  const isFile = taint.marks.some(({ source }) => isUpload(source, key));
  return withTaint(isFile ? instanceOf(UPLOAD) : unknown, entryTaint(taint, key, reread));
}

const UPLOAD = 'django.core.files.uploadedfile.UploadedFile';

/** The entry of a form that its class declares as a file. */
function isUpload(source: Source | undefined, key: string | undefined): boolean {
  return source?.files !== undefined && key?.startsWith('s') === true && source.files.includes(key.slice(1));
}

function entryTaint(taint: Taint, key: string | undefined, reread?: (source: Source, key: string) => Source): Taint {
  const text = key?.startsWith('s') === true ? key.slice(1) : undefined;
  const marks = taint.marks.flatMap((whole): Mark[] => {
    if (whole.source?.kind === 'settings' && (key !== undefined || reread !== undefined)) return [];
    const mark = exceptions(whole, key);
    if (mark === undefined) return [];
    const { source } = mark;
    const shape = isUpload(source, key) ? 'file' : mark.shape === 'mapping' ? ('text' as const) : mark.shape;
    const same = shape === mark.shape ? mark : changeMark(mark, { shape });
    if (source === undefined || text === undefined || reread === undefined) return [same];
    const label = headerLabel(source, text);
    const isSource = mark.trace?.kind === 'source' && source.key === undefined;
    const read = isSource ? changeMark(mark, { shape, source: reread(source, text) }) : same;
    if (label === undefined) return [read];
    return [ownHost(read, label), changeMark(mark, { shape, source: reread({ ...source, kind: label }, text) })];
  });
  // Of the addresses that a name has each is one, and so is what it is made of.
  return taint.view?.as === 'addresses' ? makeTaint(marks, undefined, undefined, taint.view) : makeTaint(marks);
}

/** A mark as it goes on into an entry: without it if no caller chooses the entry. */
function exceptions(mark: Mark, key: string | undefined): Mark | undefined {
  const except = mark.source?.except;
  if (except === undefined || mark.source === undefined || key?.startsWith('s') !== true) return mark;
  const name = key.slice(1);
  if (except.includes(name) || (except.includes('*.*') && isOwnKey(name))) return undefined;
  const inner = except.filter((path) => path.startsWith(`${name}.`)).map((path) => path.slice(name.length + 1));
  return inner.length === 0 ? mark : changeMark(mark, { source: { ...mark.source, except: inner } });
}

// Entries that a WSGI server takes from the request.
const sentKeys = /^(?:HTTP_|SSL_|CONTENT_|QUERY_|REMOTE_|AUTH)|UR[IL]|PATH|SCRIPT|HEADER|ARGS|METHOD|TOKEN|COOKIE/;

/** A key with a dot, or one that no server takes from a request, is the operator's or the program's own, unless it is named after what was sent. */
function isOwnKey(name: string): boolean {
  const isOwn = name.includes('.') || (/^[A-Z][A-Z0-9]*_[A-Z0-9_]*$/.test(name) && !sentKeys.test(name));
  return isOwn && !/input|request|routing_args|vars|form|post|query|body|params/i.test(name);
}

/** Any value of a dict. */
export function anyValueOf(frame: Frame, container: Value): Value {
  let joined: Value | undefined;
  for (const held of frame.holds(container)) {
    for (const value of held.entries.values()) joined = join(joined, value);
    if (held.rest !== undefined) joined = join(joined, held.rest);
    if (held.base !== undefined) joined = join(joined, taintedEntry(held.base, undefined) ?? unknown);
  }
  return joined ?? taintedEntry(container, undefined) ?? unknown;
}

/** A value with everything that is said of untrusted data in what it holds: its text, if it were written out. */
export function wholeValue(frame: Frame, value: Value, depth = 0): Value {
  if (value.objects.length === 0 && value.held === undefined) return value;
  const inner: (Taint | undefined)[] = [value.taint];
  for (const held of frame.holds(value)) {
    if (depth >= MAX_PATH) break;
    for (const entry of held.entries.values()) inner.push(wholeValue(frame, entry, depth + 1).taint);
    if (held.rest !== undefined) inner.push(wholeValue(frame, held.rest, depth + 1).taint);
    if (held.keys !== undefined) inner.push(held.keys.taint);
    if (held.base !== undefined && held.kind !== 'instance') inner.push(held.base.taint);
  }
  const taint = derivedTaint(inner);
  return withTaint(value, taint === undefined && value.taint?.is === undefined ? undefined : (taint ?? value.taint));
}

/** The same as part of a text; `node` is the expression that puts it there. */
export function asPart(frame: Frame, node: number, value: Value): Value {
  const whole = wholeValue(frame, asWritten(frame, node, value) ?? value);
  const { taint } = whole;
  if (taint === undefined || taint.is !== undefined) return whole;
  const text = asText(taint);
  // A host in a text is still the host of its URL.
  const view = text === undefined || taint.view?.as !== 'host' ? undefined : taint.view;
  return changeValue(whole, { taint: view === undefined ? text : changeTaint(text!, { view }) });
}

function join(a: Value | undefined, b: Value): Value {
  return a === undefined ? b : joinValues(a, b);
}
