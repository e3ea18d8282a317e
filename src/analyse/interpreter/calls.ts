// Calls: what may run, with which arguments, and what comes back.
import type { ClassRef } from '../../model/project-model.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { Denotation, Value } from '../values/value.ts';
import { denoting, instanceOf, joinValues, unknown } from '../values/value.ts';
import { attributeOn } from './attributes.ts';
import { builtinCall } from './builtin-calls.ts';
import { onDefault, settingRead } from './config-defaults.ts';
import type { Argument, Arguments, CallTarget } from './events.ts';
import type { Frame } from './frame.ts';
import { methodCall } from './method-calls.ts';

/** Evaluates a call node and tells observers. A result that nobody uses is not looked for in the functions of the checkout. */
export function evaluateCall(frame: Frame, node: number, isUsed = true): Value {
  const { tree } = frame;
  const calleeNode = tree.child(node, Field.function);
  const isMethod = tree.kind(calleeNode) === Kind.attribute;
  const receiver = isMethod ? frame.evaluate(tree.child(calleeNode, Field.object)) : undefined;
  const callee = receiver === undefined ? frame.evaluate(calleeNode) : attributeOn(frame, calleeNode, receiver);
  const args = evaluateArguments(frame, tree.child(node, Field.arguments));
  const result = callResult(frame, node, calleeNode, callee, receiver, args, isUsed);
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

const noKeywords: ReadonlyMap<string, Argument> = new Map();
const noArguments: Arguments = { positional: [], keywords: noKeywords, hasStar: false, hasDoubleStar: false };

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
        const held = frame.holds(frame.evaluate(child));
        // A list whose elements are all known is as good as its elements.
        if (held.length === 1 && held[0]!.rest === undefined && held[0]!.kind !== 'dict') {
          for (const value of held[0]!.entries.values()) positional.push({ node: child, value });
        } else hasStar = true;
        break;
      }
      case Kind.dictionary_splat: {
        const held = frame.holds(frame.evaluate(child));
        if (held.length !== 1 || held[0]!.kind !== 'dict') {
          hasDoubleStar = true;
          break;
        }
        for (const [key, value] of held[0]!.entries)
          if (key.startsWith('s')) setKeyword(key.slice(1), { node: child, value });
        if (held[0]!.rest !== undefined) hasDoubleStar = true;
        break;
      }
      default:
        positional.push({ node: child, value: frame.evaluate(child) });
    }
  }
  return { positional, keywords, hasStar, hasDoubleStar };
}

function callTargets(frame: Frame, callee: Value): CallTarget[] {
  return callee.denotes.flatMap((denotation): CallTarget[] => {
    switch (denotation.kind) {
      case 'symbol':
        return [{ kind: 'symbol', name: denotation.name }];
      case 'member':
        return [{ kind: 'method', on: denotation.of, name: denotation.name }];
      case 'function':
        return [{ kind: 'function', module: denotation.module, index: denotation.index }];
      case 'class': {
        // Making a subclass of an external class is also making one of that class.
        const { external } = frame.engine.project.ancestry(denotation);
        const bases = external.map((name): CallTarget => ({ kind: 'symbol', name }));
        return [{ kind: 'class', module: denotation.module, index: denotation.index }, ...bases];
      }
      default:
        return [];
    }
  });
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
      onDefault(receiver, (assumed) => methodCall(frame, node, assumed, name, args));
    if (known !== undefined) return known;
  }
  let joined: Value | undefined;
  for (const denotation of callee.denotes) {
    const value = isUsed || denotation.kind !== 'function' ? resultOf(frame, node, denotation, args) : unknown;
    joined = joined === undefined ? value : joinValues(joined, value);
  }
  return joined ?? (callee.origin === 'config' ? { ...unknown, origin: 'config' } : unknown);
}

function resultOf(frame: Frame, node: number, denotation: Denotation, args: Arguments): Value {
  const { engine } = frame;
  switch (denotation.kind) {
    case 'symbol':
      return builtinCall(frame, node, denotation.name, args) ?? madeBy(frame, denotation.name);
    case 'member':
      return (
        settingRead(`${denotation.of}.${denotation.name}`, args) ?? madeBy(frame, `${denotation.of}.${denotation.name}`)
      );
    case 'instance':
      return settingRead(`${denotation.of}.__call__`, args) ?? unknown;
    case 'function':
      return engine.callResult(denotation.module, denotation.index, args, denotation.self, frame);
    case 'class':
      return construct(frame, node, denotation);
    case 'object': {
      const method = engine.project.method(denotation, '__call__');
      return method === undefined ? unknown : engine.callResult(method.module, method.index, args, unknown, frame);
    }
    default:
      return unknown;
  }
}

/** What a function or class outside the checkout returns: by its model, by its name, or a type of its own. */
function madeBy(frame: Frame, name: string): Value {
  const type = frame.engine.returnTypes.get(name);
  if (type !== undefined) return instanceOf(type);
  const last = name.slice(name.lastIndexOf('.') + 1);
  // By convention a capitalised name is a class; anything else returns something that only its maker describes.
  return instanceOf(/^_?[A-Z]/.test(last) ? name : `${name}()`);
}

function construct(frame: Frame, node: number, reference: ClassRef): Value {
  frame.state.setObject(node, { kind: 'instance', entries: new Map(), rest: undefined });
  const object = denoting({ kind: 'object', module: reference.module, index: reference.index });
  return { ...object, objects: [node], origin: 'local' };
}
