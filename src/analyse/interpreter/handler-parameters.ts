// The value of a handler's parameter: from outside, unless its type, its route or its default say that it cannot be free text.
import { makeHeld } from '../values/held.ts';
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import type { ClassRef } from '../../model/project-model.ts';
import { parameterKind } from '../../model/project-model.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { Shape } from '../../rules/model-schema.ts';
import { parameterPosition } from '../taint/handler-position.ts';
import { outsideValue } from './outside-value.ts';
import { fieldsFromOutside, hasHarmlessPattern, isHarmlessType, isMessage } from '../taint/harmless-types.ts';
import type { ApiEntry } from '../taint/api-models.ts';
import { kindSet, noKinds, textKinds } from '../values/kind-set.ts';
import type { Taint } from '../values/taint.ts';
import { cleanTaint, joinTaint, parameterAt, parameterTaint, sourceTaint } from '../values/taint.ts';
import type { Value } from '../values/value.ts';
import { changeValue, denoting, withTaint } from '../values/value.ts';
import { typeOfAnnotation } from './annotations.ts';
import { elementOf } from './containers.ts';
import { entriesSaid } from './external-attributes.ts';
import { Frame } from './frame.ts';

/**
 * The value of a parameter if its function is a handler; undefined if it is none. `value` is what annotation and default say.
 * A parameter that is filled by a dependency (`Depends(f)`) is what that function returns.
 */
export function handlerParameter(
  frame: Frame,
  node: number,
  name: number,
  index: number,
  value: Value,
  isOutside = false,
): Value | undefined {
  const { engine, module, functionIndex, tree } = frame;
  const text = tree.names.text(name);
  const takes = parameterKind(module, node);
  if (takes !== 'one' && !engine.entryPoints.fillsRest(module, functionIndex, takes)) return undefined;
  const hasDefault = tree.child(node, Field.value) >= 0;
  const found = engine.entryPoints.parameter(module, functionIndex, parameterPosition(frame, index), text, hasDefault);
  if (found === undefined) return undefined;
  if (found.type !== undefined && found.sources.length === 0) {
    // An annotation says it better.
    if (value.denotes.length > 0) return undefined;
    return changeValue(denoting({ kind: 'instance', of: found.type }), { origin: 'parameter' });
  }
  // What decorators of the checkout make of it decides what it gets: that call is evaluated by itself.
  if (!isOutside && engine.isEntered(module, functionIndex)) return undefined;
  const injected = dependency(frame, node, value);
  if (injected !== undefined) return injected;
  const [entry] = found.sources;
  const [counting] = found.numbers;
  if (entry === undefined && counting !== undefined) return wholeNumber(frame, node, text, value, counting);
  // What no entry claims is what callers in the checkout pass.
  if (entry === undefined) return undefined;
  if (isWholeNumber(frame, node)) return wholeNumber(frame, node, text, value, entry);
  if (!mayCarryText(frame, node, value)) return value;
  const shape: Shape = entry.entry.shape ?? 'text';
  const source = engine.source({
    kind: entry.sources[0]!,
    name: text,
    key: undefined,
    handler: module.qualifiedName(functionIndex),
    module,
    node,
    ...entriesSaid(frame, entry.entry, ownClass(module, functionIndex), node),
  });
  const isModel = value.denotes.some((one) => one.kind === 'object');
  const taint = cleanedByModel(
    frame,
    node,
    text,
    entry,
    sourceTaint(source, isModel || isContainer(value) ? 'object' : shape),
  );
  const described = found.type === undefined ? outsideValue(frame, tree.child(node, Field.type), taint) : undefined;
  if (described !== undefined) return changeValue(described, { origin: 'parameter' });
  const type = found.type === undefined ? value : denoting({ kind: 'instance', of: found.type });
  // What comes through a queue is what callers in the checkout put there.
  const isQueued = entry.sources[0] === 'ipc';
  return withTaint(
    changeValue(type, { origin: 'parameter', fallback: undefined }),
    isQueued ? joinTaint(parameterTaint(parameterAt(index)), taint) : taint,
  );
}

/** A number from outside: no text, but as large as somebody likes, and of any process. */
function wholeNumber(frame: Frame, node: number, name: string, value: Value, entry: ApiEntry): Value {
  const { engine, module, functionIndex } = frame;
  const handler = module.qualifiedName(functionIndex);
  const source = engine.source({ kind: entry.sources[0]!, name, key: undefined, handler, module, node });
  const kinds = textKinds | kindSet('number');
  const credit = { kind: 'sanitizer' as const, name: '`int`', module, node, kinds };
  return withTaint(changeValue(value, { origin: 'parameter' }), cleanTaint(sourceTaint(source, 'text'), kinds, credit));
}

// What may stand beside `int` in an annotation of a number, and what bounds it.
const besideInt = new Set(
  'int Optional Annotated Union None Query Path Body Form Header Cookie typing fastapi'.split(' '),
);

/** `int`, `int | None`, `Annotated[int, Query()]`; none of which the framework knows how large it may be. */
function isWholeNumber(frame: Frame, node: number): boolean {
  const { tree } = frame;
  const annotation = tree.child(node, Field.type);
  const value = tree.child(node, Field.value);
  if (annotation < 0) return false;
  let isInt = false;
  for (let at = annotation; at < tree.next(annotation); at++) {
    const kind = tree.kind(at);
    if (kind === Kind.keyword_argument && /^l[et]$/.test(tree.text(at + 1))) return false;
    if (kind !== Kind.identifier || tree.kind(tree.parent(at)) === Kind.keyword_argument) continue;
    if (!besideInt.has(tree.text(at))) return false;
    isInt ||= tree.text(at) === 'int';
  }
  for (let at = value; value >= 0 && at < tree.next(value); at++)
    if (tree.kind(at) === Kind.keyword_argument && /^l[et]$/.test(tree.text(at + 1))) return false;
  return isInt && (value < 0 || !isDependency(frame, value));
}

/** What the framework has made harmless before it calls the handler. */
function cleanedByModel({ module }: Frame, node: number, name: string, { sanitizes }: ApiEntry, taint: Taint): Taint {
  if (sanitizes === noKinds) return taint;
  return (
    cleanTaint(taint, sanitizes, { kind: 'sanitizer', name: `\`${name}\``, module, node, kinds: sanitizes }) ?? taint
  );
}

/** A parameter that a framework fills from the request, whatever function it belongs to; undefined if it cannot be free text. */
export function fromOutside(frame: Frame, node: number, name: number): Value | undefined {
  const { engine, module, functionIndex, tree } = frame;
  const annotation = tree.child(node, Field.type);
  const value: Value = changeValue(denoting(...(annotation < 0 ? [] : typeOfAnnotation(frame, annotation))), {
    origin: 'parameter',
  });
  if (!mayCarryText(frame, node, value)) return undefined;
  const handler = module.qualifiedName(functionIndex);
  const source = engine.source({ kind: 'remote', name: tree.names.text(name), key: undefined, handler, module, node });
  return withTaint(value, sourceTaint(source, 'text'));
}

function ownClass(module: Module, functionIndex: number): ClassRef | undefined {
  const { methodOf } = module.index.functions[functionIndex]!;
  return methodOf === MODULE ? undefined : { module, index: methodOf };
}

function isContainer(value: Value): boolean {
  return value.denotes.some((one) => one.kind === 'instance' && /^(?:dict|list|object|typing\.\w+)$/.test(one.of));
}

// Types of values that hold what a client sends.
const carriers = /^(?:typing|pathlib|collections|pydantic|builtins)\./;

/** Not a number, date, choice or service: something a client can put text into. */
function mayCarryText(frame: Frame, node: number, value: Value): boolean {
  const annotation = frame.tree.child(node, Field.type);
  if (annotation < 0) return true;
  if (
    isHarmlessType(frame, annotation) ||
    hasHarmlessPattern(frame.engine, frame.module, frame.tree.child(node, Field.value))
  )
    return false;
  return value.denotes.every((one) => {
    if (one.kind === 'object') return fieldsFromOutside(frame.engine, one);
    if (one.kind !== 'instance') return true;
    return !one.of.includes('.') || isMessage(one.of) || carriers.test(one.of);
  });
}

const dependencies = new Set(['Depends', 'Security']);

/** What `x=Depends(f)` or `x: Annotated[T, Depends(f)]` passes, an alias for the latter included. */
function dependency(frame: Frame, parameter: number, declared: Value): Value | undefined {
  const { tree, engine } = frame;
  const defaultNode = tree.child(parameter, Field.value);
  const annotation = tree.child(parameter, Field.type);
  const aliased = annotation < 0 ? undefined : aliasedAnnotation(frame, annotation);
  const where = aliased?.frame ?? frame;
  const call = isDependency(frame, defaultNode) ? defaultNode : dependencyIn(where, aliased?.node ?? annotation);
  if (call < 0) return undefined;
  const place = call === defaultNode ? frame : where;
  const list = place.tree.child(call, Field.arguments);
  const first = list < 0 || place.tree.next(list) === list + 1 ? -1 : list + 1;
  if (first < 0 || place.tree.kind(first) === Kind.keyword_argument) return madeFrom(frame, declared);
  const given = place.evaluateSilently(first);
  for (const one of given.denotes) {
    if (one.kind === 'function') {
      const outcome = engine.outcome(one.module, one.index);
      // A dependency that yields gives what it yields, and tidies up afterwards.
      const isGenerator = outcome.denotes.some((type) => type.kind === 'instance' && type.of === 'generator');
      const value = isGenerator ? elementOf(frame, outcome) : outcome;
      return value.denotes.length > 0 || value.constants !== undefined
        ? value
        : changeValue(value, { denotes: declared.denotes });
    }
    if (one.kind === 'class')
      return madeFrom(frame, denoting({ kind: 'object', module: one.module, index: one.index }));
  }
  return declared;
}

/** An instance of a class whose constructor the framework calls with what the client sends. */
function madeFrom(frame: Frame, declared: Value): Value {
  const { engine } = frame;
  const [type] = declared.denotes;
  const init = type?.kind === 'object' ? engine.project.method(type, '__init__') : undefined;
  if (init === undefined || type?.kind !== 'object') return declared;
  const inside = new Frame(engine, init.module, init.index, { observing: false, depth: 1 });
  const entries = new Map<string, Value>();
  for (const [name, value] of inside.storesFromOutside()) entries.set(name, value);
  return changeValue(declared, { held: makeHeld('instance', entries, undefined) });
}

/** What an annotation's name stands for, if that is an expression of its own: `SessionDep = Annotated[...]`. */
function aliasedAnnotation(frame: Frame, annotation: number): { frame: Frame; node: number } | undefined {
  const { tree, engine, module, functionIndex } = frame;
  const name = tree.kind(annotation) === Kind.type ? annotation + 1 : annotation;
  if (tree.kind(name) !== Kind.identifier && tree.kind(name) !== Kind.attribute) return undefined;
  const definition = engine.project.dotted(module, functionIndex, name);
  if (definition?.kind !== 'value') return undefined;
  const binding = definition.bindings.at(-1);
  if (binding?.kind !== 'value') return undefined;
  const there = new Frame(engine, definition.module, MODULE, { observing: false, depth: 1 });
  there.isAlone = true;
  return { frame: there, node: binding.value };
}

function isDependency({ tree }: Frame, node: number): boolean {
  if (node < 0 || tree.kind(node) !== Kind.call) return false;
  const callee = tree.child(node, Field.function);
  return dependencies.has(
    tree.text(tree.kind(callee) === Kind.attribute ? tree.child(callee, Field.attribute) : callee),
  );
}

function dependencyIn(frame: Frame, annotation: number): number {
  if (annotation < 0) return -1;
  for (let node = annotation; node < frame.tree.next(annotation); node++) if (isDependency(frame, node)) return node;
  return -1;
}
