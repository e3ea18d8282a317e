// What is known of a Python value at one point of a program: the abstract values of the interpreter (`design.md` §4).
// Values are immutable and shared; what a list, dict or object holds stands in the state's heap (state.ts).
import type { HeapObject } from './held.ts';
import { makeHeld } from './held.ts';
import type { Module } from '../../model/module.ts';
import type { Constant } from './constant.ts';
import { constantKey, isTrue, none } from './constant.ts';
import type { Taint } from './taint.ts';
import { derivedTaint, isTainted, joinTaint, makeTaint, parameterAt, parameterTaint, sameTaint } from './taint.ts';

/** Where a value was written down. Decides whether a caller or an environment can change it. */
export type Origin = 'literal' | 'local' | 'parameter' | 'module' | 'class' | 'config' | 'unknown';

/** What a value may be, as far as names tell. */
export type Denotation =
  /** A module, function or class outside the checkout, by qualified name: `subprocess.run`, `open`. */
  | { readonly kind: 'symbol'; readonly name: string }
  /** An instance of such a class, `requests.Session`, or of the unknown class that a function returns: `hashlib.md5()`. */
  | { readonly kind: 'instance'; readonly of: string }
  /** An attribute or bound method of such an instance. */
  | {
      readonly kind: 'member';
      readonly of: string;
      readonly name: string;
      /** The text whose method it is. */
      readonly self?: Value;
    }
  | { readonly kind: 'module'; readonly module: Module }
  | {
      readonly kind: 'function';
      readonly module: Module;
      readonly index: number;
      readonly self?: Value;
      /** It is meant itself, not what its decorators make of it. */
      readonly isBare?: boolean;
      /** Variables of the function it was defined in, where that one has returned. */
      readonly captured?: ReadonlyMap<number, Value>;
    }
  | { readonly kind: 'class'; readonly module: Module; readonly index: number }
  /** An instance of a class of the checkout. */
  | { readonly kind: 'object'; readonly module: Module; readonly index: number };

/** A text of which some parts are known: constant pieces, and holes with the value that fills them. */
export type TextPart = string | { readonly hole: Value };

export interface Value {
  /** All values it can have, at most 8; undefined if not known to be constant. */
  readonly constants: readonly Constant[] | undefined;
  /** What it may be; empty if unknown. */
  readonly denotes: readonly Denotation[];
  /** Heap objects it may be. */
  readonly objects: readonly number[];
  /** What it holds, for a container made in another function or at the top level of a module. */
  readonly held: HeapObject | undefined;
  /** Known parts of a text that is not constant. */
  readonly text: readonly TextPart[] | undefined;
  readonly origin: Origin;
  /** For a parameter: the constant default, which a caller may override; for a setting: the constant that holds where nothing is set. */
  readonly fallback: Constant | undefined;
  /** Untrusted data it carries; undefined is clean. */
  readonly taint: Taint | undefined;
}

export const MAX_CONSTANTS = 8;
// Tables of handlers have a few dozen entries.
const MAX_DENOTATIONS = 24;
const MAX_TEXT_PARTS = 64;

const empty: readonly never[] = [];

// One literal for all values: objects of one shape, made without copying, are what this program makes most of.
function make(constants: readonly Constant[] | undefined, denotes: readonly Denotation[], origin: Origin): Value {
  return {
    constants,
    denotes,
    objects: empty,
    held: undefined,
    text: undefined,
    origin,
    fallback: undefined,
    taint: undefined,
  };
}

// The same without a spread, which V8 makes property by property where objects come from many places.
function remade(
  { constants, text, fallback }: Value,
  denotes: readonly Denotation[],
  objects: readonly number[],
  held: HeapObject | undefined,
  origin: Origin,
  taint: Taint | undefined,
): Value {
  return { constants, denotes, objects, held, text, origin, fallback, taint };
}

/** The same value with some of its fields changed; one shape for all, as `makeTaint` says. */
export function changeValue(value: Value, change: Partial<Value>): Value {
  return {
    constants: 'constants' in change ? change.constants : value.constants,
    denotes: change.denotes ?? value.denotes,
    objects: change.objects ?? value.objects,
    held: 'held' in change ? change.held : value.held,
    text: 'text' in change ? change.text : value.text,
    origin: change.origin ?? value.origin,
    fallback: 'fallback' in change ? change.fallback : value.fallback,
    taint: 'taint' in change ? change.taint : value.taint,
  };
}

export const unknown: Value = make(undefined, empty, 'unknown');
export const fromConfig: Value = make(undefined, empty, 'config');

export function constantValue(constant: Constant, origin: Origin = 'literal'): Value {
  return make([constant], empty, origin);
}

export const noneValue = constantValue(none);

export function denoting(...denotes: Denotation[]): Value {
  return make(undefined, denotes, 'unknown');
}

export function instanceOf(of: string): Value {
  return denoting({ kind: 'instance', of });
}

export function textValue(parts: readonly TextPart[]): Value {
  const merged: TextPart[] = [];
  for (const part of parts) {
    const last = merged.at(-1);
    if (typeof part === 'string' && typeof last === 'string') merged[merged.length - 1] = last + part;
    else if (part !== '') merged.push(part);
  }
  if (merged.length > MAX_TEXT_PARTS) merged.length = MAX_TEXT_PARTS;
  const taint = derivedTaint(merged.map((part) => (typeof part === 'string' ? undefined : part.hole.taint)));
  return changeValue(make(undefined, [{ kind: 'instance', of: 'str' }], 'local'), { text: merged, taint });
}

/** The value under another origin: a literal bound to a local is a local. */
export function withOrigin(value: Value, origin: Origin): Value {
  return value.origin === origin ? value : remade(value, value.denotes, value.objects, value.held, origin, value.taint);
}

/** The same value with other taint. */
export function withTaint(value: Value, taint: Taint | undefined): Value {
  return value.taint === taint ? value : remade(value, value.denotes, value.objects, value.held, value.origin, taint);
}

/** The same value, which may be something else. */
export function withDenotes(value: Value, denotes: readonly Denotation[]): Value {
  return remade(value, denotes, value.objects, value.held, value.origin, value.taint);
}

/** The same value as these objects of the heap, or holding something that stands in no heap. */
export function withObjects(value: Value, objects: readonly number[], held: HeapObject | undefined): Value {
  return remade(value, value.denotes, objects, held, value.origin, value.taint);
}

/** The same value with other known parts of its text. */
export function withText(value: Value, text: readonly TextPart[] | undefined): Value {
  return value.text === text ? value : changeValue(value, { text });
}

/** The value with the type that is declared for it, where nothing else tells what it is. */
export function typedAs(value: Value, declared: readonly Denotation[]): Value {
  const { denotes, constants, objects, held, text } = value;
  const isKnown =
    constants !== undefined ||
    objects.length > 0 ||
    held !== undefined ||
    text !== undefined ||
    !denotes.every(isVague);
  return isKnown || declared.length === 0 || denotes === declared
    ? value
    : // A class of the checkout says all that can be asked of it.
      withDenotes(value, declared.every(({ kind }) => kind === 'object') ? declared : [...denotes, ...declared]);
}

/** Its class is not known: what a function gives of which nothing is known, an attribute of something outside the checkout. */
function isVague(one: Denotation): boolean {
  return one.kind === 'member' || (one.kind === 'instance' && one.of.endsWith('()'));
}

/** The single constant a value is known to be. */
export function onlyConstant(value: Value): Constant | undefined {
  return value.constants?.length === 1 ? value.constants[0] : undefined;
}

export function sameDenotation(a: Denotation, b: Denotation): boolean {
  if (a.kind !== b.kind) return false;
  switch (a.kind) {
    case 'symbol':
      return a.name === (b as typeof a).name;
    case 'instance':
      return a.of === (b as typeof a).of;
    case 'member':
      return a.of === (b as typeof a).of && a.name === (b as typeof a).name;
    case 'module':
      return a.module === (b as typeof a).module;
    default:
      return a.module === (b as typeof a).module && a.index === (b as typeof a).index;
  }
}

/**
 * What is known when either value may be there. Constants are kept only if both sides are constant (they decide
 * branches); what it denotes is the union (a receiver that may be a session is one to look at).
 */
export function joinValues(a: Value, b: Value): Value {
  if (a === b) return a;
  const denotes = union(a.denotes, b.denotes, sameDenotation, MAX_DENOTATIONS);
  const objects = union(a.objects, b.objects, (x, y) => x === y, MAX_DENOTATIONS);
  let constants: readonly Constant[] | undefined;
  if (a.constants !== undefined && b.constants !== undefined) {
    const all = union(
      a.constants,
      b.constants,
      (x, y) => x.type === y.type && constantKey(x) === constantKey(y),
      MAX_CONSTANTS + 1,
    );
    constants = all.length > MAX_CONSTANTS ? undefined : all;
  }
  return {
    constants,
    denotes,
    objects,
    held: joinHeld(a, b),
    // Of two texts the one with something untrusted in it.
    text:
      a.text === undefined || (b.text !== undefined && a.taint === undefined && b.taint !== undefined)
        ? (b.text ?? a.text)
        : a.text,
    origin: a.origin === b.origin ? a.origin : 'unknown',
    fallback: undefined,
    taint: joinedChecks(a, b) ?? joinTaint(a.taint, b.taint),
  };
}

function joinHeld(a: Value, b: Value): HeapObject | undefined {
  if (a.held !== undefined && b.held !== undefined) return a.held === b.held ? a.held : joinObjects(a.held, b.held);
  return a.held ?? b.held ?? besideContainer(a, b) ?? besideContainer(b, a);
}

/**
 * What comes from elsewhere and may be there in place of a container, `request.json or {"page": 1}`: something that holds what it holds;
 * where nothing is known of it, anything.
 */
function besideContainer(container: Value, other: Value): HeapObject | undefined {
  if (container.objects.length === 0 || other.objects.length > 0) return undefined;
  if (other.constants !== undefined || other.text !== undefined) return undefined;
  const [one] = container.denotes;
  const kind = one?.kind === 'instance' ? builtinContainers.get(one.of) : undefined;
  if (kind === undefined) return undefined;
  return other.taint === undefined
    ? makeHeld(kind, new Map(), unknown)
    : makeHeld(kind, new Map(), undefined, undefined, other);
}

const builtinContainers: ReadonlyMap<string, HeapObject['kind']> = new Map(
  (['list', 'tuple', 'set', 'dict'] as const).map((kind) => [kind, kind]),
);

/** What a check showed is still shown where the other value is a constant that comes out the other way: `allowed = False`. */
function joinedChecks(a: Value, b: Value): Taint | undefined {
  if ((a.taint?.checks === undefined) === (b.taint?.checks === undefined)) return undefined;
  const [kept, other] = a.taint?.checks === undefined ? [b, a] : [a, b];
  const truth = isTainted(other.taint) ? undefined : truthOfValue(other);
  if (truth === undefined || truthOfValue(kept) !== undefined) return undefined;
  const { marks, checks } = kept.taint!;
  return makeTaint(marks, undefined, truth ? { ...checks!, whenTrue: [] } : { ...checks!, whenFalse: [] });
}

// What was joined on the way down: containers that hold others twice over are joined once each, not once for every way to them.
const joinedInside = new Map<HeapObject, Map<HeapObject, HeapObject>>();
let joinDepth = 0;

/** What a container may hold if it may be either. */
export function joinObjects(a: HeapObject, b: HeapObject): HeapObject {
  const known = joinedInside.get(a)?.get(b);
  if (known !== undefined) return known;
  joinDepth++;
  try {
    const joined = joinedEntries(a, b);
    if (joinDepth > 1) {
      const ofFirst = joinedInside.get(a) ?? new Map<HeapObject, HeapObject>();
      joinedInside.set(a, ofFirst.set(b, joined));
    }
    return joined;
  } finally {
    if (--joinDepth === 0 && joinedInside.size > 0) joinedInside.clear();
  }
}

function joinedEntries(a: HeapObject, b: HeapObject): HeapObject {
  const entries = new Map(a.entries);
  for (const [key, value] of b.entries) {
    const other = entries.get(key) ?? a.rest ?? before(a, key);
    entries.set(key, other === undefined ? value : joinValues(other, value));
  }
  if (b.base !== undefined) {
    for (const [key, value] of a.entries) {
      const other = b.entries.has(key) ? undefined : before(b, key);
      if (other !== undefined) entries.set(key, joinValues(value, other));
    }
  }
  const rest = a.rest === undefined ? b.rest : b.rest === undefined ? a.rest : joinValues(a.rest, b.rest);
  const keys = a.keys === undefined || b.keys === undefined ? (a.keys ?? b.keys) : joinValues(a.keys, b.keys);
  const base = a.base === undefined || b.base === undefined ? (a.base ?? b.base) : joinValues(a.base, b.base);
  return makeHeld(a.kind, entries, rest, keys, base);
}

/** What the receiver of a method had in an attribute before the method set it. */
function before({ kind, base }: HeapObject, key: string): Value | undefined {
  const is = kind === 'instance' ? base?.taint?.is : undefined;
  if (is === undefined) return undefined;
  return withTaint(unknown, parameterTaint(parameterAt(is.index, [...is.path, `.${key}`])));
}

function union<T>(a: readonly T[], b: readonly T[], same: (x: T, y: T) => boolean, limit: number): readonly T[] {
  if (b.length === 0) return a;
  if (a.length === 0) return b;
  const all = [...a];
  for (const item of b) {
    if (all.length >= limit) break;
    if (!all.some((known) => same(known, item))) all.push(item);
  }
  return all.length === a.length ? a : all;
}

/** Same facts, for the fixpoint of loops. */
export function sameValue(a: Value, b: Value): boolean {
  if (a === b) return true;
  return (
    a.constants?.length === b.constants?.length &&
    (a.constants ?? []).every((constant, i) => constantKey(constant) === constantKey(b.constants![i]!)) &&
    a.denotes.length === b.denotes.length &&
    a.objects.length === b.objects.length &&
    a.origin === b.origin &&
    sameTaint(a.taint, b.taint)
  );
}

/** Whether all constants a value can have are true, or all false; undefined if neither is known. */
export function truthOfValue(value: Value): boolean | undefined {
  if (value.constants === undefined || value.constants.length === 0) return undefined;
  const first = isTrue(value.constants[0]!);
  return value.constants.every((constant) => isTrue(constant) === first) ? first : undefined;
}
