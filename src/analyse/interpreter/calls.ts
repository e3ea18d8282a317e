// Calls: what may run, with which arguments, and what comes back.
import { makeHeld } from '../values/held.ts';
import { MODULE } from '../../model/file-index.ts';
import type { ClassRef, ProjectModel } from '../../model/project-model.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { Denotation, Value } from '../values/value.ts';
import { changeValue, denoting, instanceOf, joinValues, unknown, withTaint } from '../values/value.ts';
import { modelledCall } from '../taint/api-calls.ts';
import { rechecked } from '../taint/apply-checks.ts';
import { bearsSources, seesRequest } from '../taint/seen-requests.ts';
import { declaredFields, fieldsFromOutside, isHarmlessField } from '../taint/harmless-types.ts';
import type { State } from '../values/state.ts';
import { joinAll } from '../values/state.ts';
import { derivedTaint, isTainted } from '../values/taint.ts';
import { setEntry } from './assign.ts';
import { attributeOn } from './attributes.ts';
import { argumentTaints, builtinCall, callValue } from './builtin-calls.ts';
import { makeNamedTuple, NAMED_TUPLE } from './named-tuples.ts';
import { callFunction } from './call-function.ts';
import { libraryMethod } from './library-methods.ts';
import { scheduled, taskStarted } from './scheduled-calls.ts';
import { anyValueOf, elementOf } from './containers.ts';
import { onDefault, settingRead } from './config-defaults.ts';
import type { Argument, Arguments, CallTarget } from './events.ts';
import { noArguments } from './events.ts';
import type { Frame } from './frame.ts';
import { methodCall } from './method-calls.ts';
import { namesUsed } from './names-used.ts';

/** Evaluates a call node and tells observers. A result that nobody uses is not looked for in the functions of the checkout. */
export function evaluateCall(frame: Frame, node: number, isUsed = true): Value {
  const { tree } = frame;
  const calleeNode = tree.child(node, Field.function);
  const isMethod = tree.kind(calleeNode) === Kind.attribute;
  const receiver = isMethod ? frame.evaluate(tree.child(calleeNode, Field.object)) : undefined;
  const callee = receiver === undefined ? frame.evaluate(calleeNode) : attributeOn(frame, calleeNode, receiver);
  if (isTainted(callee.taint) && frame.recording) frame.engine.sinks?.foundUses.called(frame, node, callee.taint);
  const args = evaluateArguments(frame, tree.child(node, Field.arguments));
  const plain = callResult(frame, node, calleeNode, callee, receiver, args, isUsed);
  const call = { node, callee, calleeNode, receiver, args, result: plain };
  const modelled = rechecked(frame, node, modelledCall(frame, call));
  const result =
    node === frame.raising && frame.isFollowing
      ? withTaint(modelled, derivedTaint([modelled.taint, ...argumentTaints(frame, args)]))
      : modelled;
  if (frame.observing) {
    const targets = callTargets(frame, callee);
    const { module, functionIndex, holds } = frame;
    const event = {
      module,
      functionIndex,
      node,
      targets,
      arguments: args,
      receiver,
      result,
      evaluate: frame.evaluateSilently,
      holds,
    };
    for (const observer of frame.engine.observers) observer.call?.(event);
  }
  return result;
}

const { keywords: noKeywords } = noArguments;

function evaluateArguments(frame: Frame, node: number): Arguments {
  const { tree } = frame;
  if (node < 0 || (tree.next(node) === node + 1 && tree.kind(node) === Kind.argument_list)) return noArguments;
  const positional: Argument[] = [];
  let keywords = noKeywords;
  const setKeyword = (name: string, argument: Argument): void => {
    if (keywords === noKeywords) keywords = new Map();
    (keywords as Map<string, Argument>).set(name, argument);
  };
  let hasStar = false;
  let hasDoubleStar = false;
  let before: number | undefined;
  let star: Value | undefined;
  let doubleStar: Value | undefined;
  let doubleStarKeys: Value | undefined;
  if (tree.kind(node) === Kind.generator_expression) {
    return { positional: [{ node, value: frame.evaluate(node) }], keywords, hasStar, hasDoubleStar };
  }
  for (const child of tree.children(node)) {
    switch (tree.kind(child)) {
      case Kind.keyword_argument: {
        const valueNode = tree.child(child, Field.value);
        setKeyword(tree.text(tree.child(child, Field.name)), { node: valueNode, value: frame.evaluate(valueNode) });
        break;
      }
      case Kind.list_splat: {
        const value = frame.evaluate(child);
        const held = frame.holds(value);
        // A list whose elements are all known is as good as its elements.
        if (held.length === 1 && held[0]!.rest === undefined && held[0]!.kind !== 'dict') {
          for (const element of held[0]!.entries.values()) positional.push({ node: child, value: element });
        } else {
          if (!hasStar) before = positional.length;
          hasStar = true;
          star = star === undefined ? elementOf(frame, value) : joinValues(star, elementOf(frame, value));
        }
        break;
      }
      case Kind.dictionary_splat: {
        const given = frame.evaluate(child);
        const held = frame.holds(given);
        if (held.length !== 1 || held[0]!.kind !== 'dict') {
          hasDoubleStar = true;
          doubleStar = anyValueOf(frame, given);
          // Of a parameter the keys that a caller passes.
          doubleStarKeys = isTainted(given.taint)
            ? changeValue(unknown, {
                taint: derivedTaint([(given.taint.is === undefined ? given : elementOf(frame, given)).taint]),
              })
            : undefined;
          break;
        }
        for (const [key, value] of held[0]!.entries)
          if (key.startsWith('s')) setKeyword(key.slice(1), { node: child, value });
        if (held[0]!.rest !== undefined) {
          hasDoubleStar = true;
          doubleStar = held[0]!.rest;
        }
        doubleStarKeys = held[0]!.keys ?? doubleStarKeys;
        if (isTainted(held[0]!.base?.taint)) {
          // What came from outside and was changed here: other keys are as they were sent.
          hasDoubleStar = true;
          doubleStar = anyValueOf(frame, given);
          doubleStarKeys = changeValue(unknown, { taint: derivedTaint([held[0]!.base.taint, doubleStarKeys?.taint]) });
        } else if (held[0]!.keys === undefined && isTainted(given.taint) && given.taint.is === undefined) {
          // Of `**body.get("options", {})` the default is what is known; what was sent may be anything.
          const sent = anyValueOf(frame, given);
          hasDoubleStar = true;
          doubleStar = doubleStar === undefined ? sent : joinValues(doubleStar, sent);
          doubleStarKeys = changeValue(unknown, { taint: derivedTaint([given.taint, doubleStarKeys?.taint]) });
        }
        break;
      }
      default:
        positional.push({ node: child, value: frame.evaluate(child) });
    }
  }
  return {
    positional,
    keywords,
    hasStar,
    hasDoubleStar,
    ...(before === undefined ? {} : { before }),
    ...(star === undefined ? {} : { star }),
    ...(doubleStar === undefined ? {} : { doubleStar }),
    ...(doubleStarKeys === undefined ? {} : { doubleStarKeys }),
  };
}

function callTargets(frame: Frame, callee: Value): CallTarget[] {
  const targets: CallTarget[] = [];
  for (const denotation of callee.denotes) {
    switch (denotation.kind) {
      case 'symbol':
        targets.push({ kind: 'symbol', name: denotation.name });
        break;
      case 'member':
        targets.push({ kind: 'method', on: denotation.of, name: denotation.name });
        break;
      case 'function':
        targets.push({ kind: 'function', module: denotation.module, index: denotation.index });
        break;
      case 'class': {
        targets.push({ kind: 'class', module: denotation.module, index: denotation.index });
        // Making a subclass of an external class is also making one of that class.
        for (const name of frame.engine.project.ancestry(denotation).external) targets.push({ kind: 'symbol', name });
        break;
      }
      default:
    }
  }
  return targets;
}

function callResult(
  frame: Frame,
  node: number,
  calleeNode: number,
  callee: Value,
  receiver: Value | undefined,
  args: Arguments,
  isUsed: boolean,
): Value {
  if (receiver !== undefined) {
    const name = frame.tree.text(frame.tree.child(calleeNode, Field.attribute));
    const known =
      methodCall(frame, node, receiver, name, args) ??
      taskStarted(frame, node, receiver, name, args) ??
      onDefault(receiver, (assumed) => methodCall(frame, node, assumed, name, args));
    if (known !== undefined) return known;
  }
  const matters = isUsed || mayHaveEffects(frame, callee, receiver, args);
  let joined: Value | undefined;
  const before = callee.denotes.length > 1 ? frame.state.copy() : undefined;
  const ends: State[] = [];
  if (frame.isFollowing && callee.denotes.length === 0 && isTainted(callee.taint) && callee.taint.view?.as !== 'found')
    frame.noteOpenCall(callee.taint, argumentTaints(frame, args));
  for (const denotation of callee.denotes) {
    // Any one of them runs, and from the same state.
    if (before !== undefined) frame.state.become(before);
    const value =
      matters || denotation.kind !== 'function' ? resultOf(frame, node, callee, receiver, denotation, args) : unknown;
    joined = joined === undefined ? value : joinValues(joined, value);
    if (before !== undefined) ends.push(frame.state.copy());
  }
  if (ends.length > 0) frame.state.become(joinAll(ends));
  return joined ?? (callee.origin === 'config' ? changeValue(unknown, { origin: 'config' }) : unknown);
}

/** A result that nobody uses: the callee matters if it gets something untrusted, or an object it may fill. */
function mayHaveEffects(frame: Frame, callee: Value, receiver: Value | undefined, args: Arguments): boolean {
  if (!frame.isFollowing || !callee.denotes.some(({ kind }) => kind === 'function')) return false;
  if (receiver !== undefined && (receiver.objects.length > 0 || isTainted(receiver.taint))) return true;
  if (args.star !== undefined || args.doubleStar !== undefined) return true;
  if (
    callee.denotes.some(
      (one) =>
        one.kind === 'function' &&
        (one.captured !== undefined || bindsAround(frame, one) || seesRequest(frame, one.module)),
    )
  )
    return true;
  const tells = ({ value }: Argument): boolean =>
    isTainted(value.taint) || value.objects.length > 0 || bearsSources(frame, value);
  return args.positional.some(tells) || [...args.keywords.values()].some(tells);
}

/** A nested function that sets variables of the function around it: `nonlocal text`. */
function bindsAround({ module, functionIndex }: Frame, callee: ClassRef): boolean {
  const item = callee.module.index.functions[callee.index]!;
  if (callee.module !== module || functionIndex === MODULE || item.parent !== functionIndex) return false;
  return module.functionBindings(item).outer.size > 0;
}

function resultOf(
  frame: Frame,
  node: number,
  callee: Value,
  receiver: Value | undefined,
  denotation: Denotation,
  args: Arguments,
): Value {
  const { engine } = frame;
  switch (denotation.kind) {
    case 'symbol':
      return (
        builtinCall(frame, node, denotation.name, args) ??
        scheduled(frame, node, denotation.name, args) ??
        madeBy(frame, denotation.name)
      );
    case 'member':
      return (
        (receiver === undefined && denotation.self !== undefined
          ? methodCall(frame, node, denotation.self, denotation.name, args)
          : undefined) ??
        settingRead(`${denotation.of}.${denotation.name}`, args) ??
        libraryMethod(frame, node, denotation, receiver ?? denotation.self, args) ??
        scheduled(frame, node, `${denotation.of}.${denotation.name}`, args, receiver) ??
        madeBy(frame, `${denotation.of}.${denotation.name}`)
      );
    case 'instance':
      if (denotation.of === 'functools.partial') return callValue(frame, node, callee, args);
      if (denotation.of === NAMED_TUPLE) return makeNamedTuple(frame, node, callee, args);
      return settingRead(`${denotation.of}.__call__`, args) ?? unknown;
    case 'function':
      return callFunction(
        frame,
        node,
        { ...denotation, self: denotation.self, captured: capturedBy(frame, denotation) },
        args,
      );
    case 'class':
      return construct(frame, node, denotation, args);
    case 'object': {
      const method = engine.project.method(denotation, '__call__');
      if (method === undefined) return unknown;
      return callFunction(frame, node, { ...method, self: changeValue(callee, { denotes: [denotation] }) }, args);
    }
    default:
      return unknown;
  }
}

/** The variables a function can see of the one around it: as they are now, if that one is being evaluated. */
export function capturedBy(
  frame: Frame,
  denotation: Extract<Denotation, { kind: 'function' }>,
): ReadonlyMap<number, Value> | undefined {
  if (denotation.captured !== undefined) return denotation.captured;
  const item = denotation.module.index.functions[denotation.index]!;
  const isHere = denotation.module === frame.module && item.parent === frame.functionIndex && item.parent !== MODULE;
  return isHere ? exportedVariables(frame, denotation) : undefined;
}

function exportedVariables(frame: Frame, { module, index }: ClassRef): ReadonlyMap<number, Value> {
  const found = new Map<number, Value>();
  for (const name of namesUsed(module, index)) {
    const value = frame.state.variables.get(name);
    const known = value ?? frame.captured?.get(name);
    if (known === undefined) continue;
    const isFunction = known.denotes.some(({ kind }) => kind === 'function');
    found.set(name, isFunction || value === undefined ? known : frame.export(known));
  }
  return found;
}

/** What a function or class outside the checkout returns: by its model, by its name, or a type of its own. */
function madeBy(frame: Frame, name: string): Value {
  const type = frame.engine.models.returns(name);
  if (type !== undefined) return instanceOf(type);
  const last = name.slice(name.lastIndexOf('.') + 1);
  // By convention a capitalised name is a class; anything else returns something that only its maker describes.
  return instanceOf(/^_?[A-Z]/.test(last) ? name : `${name}()`);
}

function isException(project: ProjectModel, reference: ClassRef): boolean {
  return project.ancestry(reference).external.some((base) => /(?:Exception|Error|Warning)$/.test(base));
}

// A class of one of these that has no `__init__` takes what they take.
const dicts = new Set(['dict', 'collections.OrderedDict', 'collections.UserDict']);

/** Makes an instance of a class of the checkout: what `__init__` stores is there, or what the fields of a dataclass or model say. */
function construct(frame: Frame, node: number, reference: ClassRef, args: Arguments): Value {
  frame.state.setObject(node, makeHeld('instance', new Map(), undefined));
  const object = denoting({ kind: 'object', module: reference.module, index: reference.index });
  const made: Value = changeValue(object, { objects: [node], origin: 'local' });
  const { project } = frame.engine;
  if (
    frame.isFollowing &&
    project.ancestry(reference).external.some((base) => dicts.has(base)) &&
    project.method(reference, '__init__') === undefined
  ) {
    const dict = builtinCall(frame, node, 'dict', args)!;
    return changeValue(dict, { denotes: [...made.denotes, ...dict.denotes] });
  }
  // What an exception is told is for people.
  if (!frame.isFollowing || isException(project, reference)) return made;
  const init = project.method(reference, '__init__');
  if (init !== undefined) callFunction(frame, node, { ...init, self: made }, args);
  else if (fieldsFromOutside(frame.engine, reference)) {
    fillFields(frame, made, reference, args);
    const checking = project.method(reference, '__post_init__');
    if (checking !== undefined) callFunction(frame, node, { ...checking, self: made }, noArguments);
  }
  return made;
}

function fillFields(frame: Frame, made: Value, reference: ClassRef, args: Arguments): void {
  const { classes, external } = frame.engine.project.ancestry(reference);
  const isTuple = external.includes('typing.NamedTuple');
  const fields = classes
    .toReversed()
    .flatMap(({ module, index }) => declaredFields(module, index).map((field) => ({ module, index, ...field })));
  fields.forEach(({ module, index, name, type, value: standard }, position) => {
    const text = frame.tree.names.text(name);
    const given =
      args.keywords.get(text)?.value ??
      args.positional[position]?.value ??
      args.doubleStar ??
      (standard < 0 ? undefined : frame.engine.classScopeValue({ module, index }, name));
    if (given === undefined) return;
    const isClean = isHarmlessField(frame.engine, { module, node: type });
    const value = isClean ? withTaint(given, undefined) : given;
    setEntry(frame, made, text, value);
    if (isTuple) setEntry(frame, made, `n${position}`, value);
  });
}
