// The parameters of an evaluation: symbolic where a function is evaluated for all callers, else what the call passes. In: the frame, before
// its body runs, and the call's arguments. Out: the variables of the frame are set; what the parameters are for everybody.
import type { HeapObject } from '../values/held.ts';
import { makeHeld } from '../values/held.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { MODULE } from '../../model/file-index.ts';
import { parameterKind, parameterName } from '../../model/project-model.ts';
import type { Binding } from '../taint/reach.ts';
import { isTainted, makeTaint, parameterAt, parameterTaint, withStep } from '../values/taint.ts';
import type { Denotation, Value } from '../values/value.ts';
import {
  changeValue,
  denoting,
  instanceOf,
  onlyConstant,
  typedAs,
  unknown,
  withObjects,
  withTaint,
} from '../values/value.ts';
import { typeOfAnnotation } from './annotations.ts';
import { decoratorNames } from './decorator-names.ts';
import type { Arguments } from './events.ts';
import type { Frame } from './frame.ts';
import { handlerParameter } from './handler-parameters.ts';

/** Heap id of the receiver of the method that is evaluated. */
export const SELF_OBJECT = -1;
// What a list or dict holds that `*args` and `**kwargs` make of a call's arguments.
const ARGS_OBJECT = -1_000_000;

/** What a call passes; without arguments parameters are symbolic. */
export interface Passed {
  readonly args: Arguments | undefined;
  readonly self: Value | undefined;
  readonly binding: Binding | undefined;
}

export interface BoundParameters {
  /** As they are for any caller, in their order. */
  readonly symbolic: Value[];
  readonly names: string[];
  /** Heap objects of arguments by position, with what they held at the start. */
  readonly objects: Map<number, { readonly id: number; readonly held: HeapObject }>;
}

/** No parameters. */
export function unbound(): BoundParameters {
  return { symbolic: [], names: [], objects: new Map() };
}

/** Binds a function's parameters, of which `parameters` is the node, or -1. */
export function bindParameters(frame: Frame, parameters: number, passed: Passed): BoundParameters {
  const bound = unbound();
  if (parameters < 0) return bound;
  const { tree, module } = frame;
  const { args, self } = passed;
  const given = [...(self === undefined ? [] : [self]), ...(args?.positional.map((argument) => argument.value) ?? [])];
  const named = new Set<string>();
  let position = 0;
  let keywordOnly = false;
  for (const node of tree.children(parameters)) {
    const kind = tree.kind(node);
    if (kind === Kind.keyword_separator) {
      keywordOnly = true;
      continue;
    }
    const nameNode = parameterName(module, node);
    if (nameNode < 0) continue;
    const name = tree.name(nameNode);
    const text = tree.names.text(name);
    named.add(text);
    const takes = parameterKind(module, node);
    const one = symbolicParameter(frame, node, name, position);
    // What is annotated is each of them.
    const symbolic = takes === 'star' ? changeValue(one, { denotes: instanceOf('tuple').denotes }) : one;
    let value = symbolic;
    if (args !== undefined) {
      if (takes === 'star') value = restOf(frame, args, given, position);
      else if (takes === 'double-star') value = keywordsOf(frame, args, named);
      else {
        const keyword = args.keywords.get(text);
        const isKnown = !args.hasStar || position < (args.before ?? 0) + (self === undefined ? 0 : 1);
        const positional = keywordOnly || !isKnown ? undefined : given[position];
        const defaultNode = tree.child(node, Field.value);
        if (keyword !== undefined) value = keyword.value;
        else if (positional !== undefined) value = positional;
        else if (defaultNode >= 0 && !args.hasStar && !args.hasDoubleStar) value = frame.evaluate(defaultNode);
        else value = changeValue(symbolic, { taint: (args.star ?? args.doubleStar)?.taint });
      }
      value = typedAs(value, symbolic.denotes);
      if (isTainted(value.taint)) value = passedIn(passed.binding, value, position, text);
      value = broughtIn(frame, bound, value, position, name === frame.selfName && position === 0);
    }
    if (takes === 'star') keywordOnly = true;
    position++;
    bound.symbolic.push(symbolic);
    bound.names.push(text);
    frame.state.setVariable(name, value);
  }
  return bound;
}

/** An object that is passed in is one of this frame's: what is changed on it is seen here, and by the caller afterwards. */
function broughtIn(frame: Frame, bound: BoundParameters, value: Value, position: number, isSelf: boolean): Value {
  if (value.held === undefined || value.objects.length > 0) return value;
  const id = isSelf ? SELF_OBJECT : ARGS_OBJECT - 2 - position;
  frame.state.setObject(id, value.held);
  bound.objects.set(position, { id, held: value.held });
  return withObjects(value, [id], undefined);
}

/** What `*args` holds: the positional arguments that no parameter took. */
function restOf(frame: Frame, args: Arguments, given: readonly Value[], from: number): Value {
  const entries = new Map(given.slice(from).map((value, index) => [`n${index}`, value]));
  const rest = args.hasStar ? (args.star ?? unknown) : undefined;
  return frame.allocate(ARGS_OBJECT, makeHeld('tuple', entries, rest), 'tuple');
}

function keywordsOf(frame: Frame, args: Arguments, named: ReadonlySet<string>): Value {
  const left = [...args.keywords].filter(([name]) => !named.has(name));
  const entries = new Map(left.map(([name, argument]) => [`s${name}`, argument.value]));
  const rest = args.hasDoubleStar ? (args.doubleStar ?? unknown) : undefined;
  return frame.allocate(ARGS_OBJECT - 1, makeHeld('dict', entries, rest, args.doubleStarKeys), 'dict');
}

/** An argument with the step into this function on its way. */
function passedIn(binding: Binding | undefined, value: Value, position: number, parameter: string): Value {
  if (binding === undefined || value.taint === undefined) return value;
  const { module, callee } = binding;
  const node = binding.nodes[position] ?? binding.nodes[0] ?? 0;
  return withTaint(value, withStep(value.taint, { kind: 'call', module, node, name: callee, parameter }));
}

// A handler of Tornado gets what its route says in `initialize`.
const takers = new Set(['__init__', 'initialize']);

/** Types of what a constructor is given. */
function givenTypes(
  { engine, module, functionIndex, isFollowing, tree }: Frame,
  name: number,
  index: number,
): readonly Denotation[] {
  const item = module.index.functions[functionIndex]!;
  if (!isFollowing || item.methodOf === MODULE || index === 0 || !takers.has(tree.names.text(item.name))) return [];
  return engine.constructorTypes.of({ module, index: functionIndex }, name, index - 1);
}

function symbolicParameter(frame: Frame, node: number, name: number, index: number): Value {
  const { tree, module } = frame;
  if (name === frame.selfName && index === 0) {
    const { methodOf, decorated } = module.index.functions[frame.functionIndex]!;
    const { module: owner, index: type } = frame.selfClass ?? { module, index: methodOf };
    if (decoratorNames(module, decorated).includes('classmethod')) {
      return changeValue(denoting({ kind: 'class', module: owner, index: type }), { origin: 'parameter' });
    }
    const object = denoting({ kind: 'object', module: owner, index: type });
    const selfValue: Value = changeValue(object, {
      objects: [SELF_OBJECT],
      origin: 'parameter',
      taint: makeTaint([], parameterAt(0)),
    });
    frame.state.setObject(SELF_OBJECT, makeHeld('instance', new Map(), undefined, undefined, selfValue));
    return selfValue;
  }
  const annotation = tree.child(node, Field.type);
  const types = annotation < 0 ? givenTypes(frame, name, index) : typeOfAnnotation(frame, annotation);
  const defaultNode = tree.child(node, Field.value);
  // A default is evaluated where the function is defined; here only a literal matters.
  const standard = defaultNode < 0 ? undefined : frame.evaluate(defaultNode);
  const fallback = standard === undefined ? undefined : onlyConstant(standard);
  // A function that is the default is what runs unless a caller says otherwise.
  const functions =
    standard?.denotes.filter(({ kind }) => kind === 'function' || kind === 'class' || kind === 'symbol') ?? [];
  const value: Value = changeValue(denoting(...(types.length > 0 ? types : functions)), {
    origin: 'parameter',
    fallback,
  });
  if (!frame.isFollowing) return value;
  return handlerParameter(frame, node, name, index, value) ?? withTaint(value, parameterTaint(parameterAt(index)));
}
