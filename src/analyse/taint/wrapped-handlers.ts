// Handlers with decorators of the checkout between the framework and them: what the framework calls is what these make of the
// handler. In: a handler. Out: the call as the framework makes it, with what comes from outside; what the wrapper checks or
// passes on instead is seen by evaluating it. Leaves alone: decorators from outside the checkout.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import { parameterKind, parameterName } from '../../model/project-model.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { callValue } from '../interpreter/builtin-calls.ts';
import type { Engine } from '../interpreter/engine.ts';
import type { Argument } from '../interpreter/events.ts';
import { noArguments } from '../interpreter/events.ts';
import { Frame } from '../interpreter/frame.ts';
import { handlerParameter } from '../interpreter/handler-parameters.ts';
import type { Value } from '../values/value.ts';
import { denoting, unknown } from '../values/value.ts';

/** Decorators of a function that are functions of the checkout, from the innermost outwards: their expressions. */
export function wrappers(engine: Engine, module: Module, index: number): number[] {
  const item = module.index.functions[index]!;
  if (item.decorated < 0) return [];
  const { tree } = module;
  const found: number[] = [];
  for (const child of tree.children(item.decorated)) {
    if (tree.kind(child) !== Kind.decorator) continue;
    const expression = child + 1;
    const callee = tree.kind(expression) === Kind.call ? tree.child(expression, Field.function) : expression;
    const definition = engine.project.dotted(module, item.parent, callee);
    if (definition?.kind === 'function') found.unshift(expression);
  }
  return found;
}

/** What decorators of the checkout make of a function; undefined if they give it back or nothing that can be followed. */
export function decorated(engine: Engine, module: Module, index: number): Value | undefined {
  const expressions = wrappers(engine, module, index);
  if (expressions.length === 0) return undefined;
  const item = module.index.functions[index]!;
  const frame = new Frame(engine, module, item.parent, { observing: false, depth: 0 });
  frame.isAlone = true;
  const bare: Value = denoting({ kind: 'function', module, index, isBare: true });
  let value = bare;
  for (const expression of expressions) {
    const positional = [{ node: item.node, value }];
    const made = callValue(frame, expression, frame.evaluate(expression), { ...noArguments, positional });
    // A decorator that only notes the function down gives it back, or nothing that could be called.
    if (made.denotes.some(({ kind }) => kind === 'function' || kind === 'object')) value = frame.export(made);
  }
  const isOther = value.denotes.some(
    (one) => one.kind === 'function' && (one.module !== module || one.index !== index),
  );
  return isOther ? value : undefined;
}

/** Calls a wrapped handler as its framework does. True if its decorators made a function of it that could be followed. */
export function enterWrapped(engine: Engine, module: Module, index: number): boolean {
  const value = engine.decorated(module, index);
  if (value === undefined) return false;
  const item = module.index.functions[index]!;
  const frame = new Frame(engine, module, item.parent, { observing: false, recording: true, depth: 0 });
  // What was made of it may be what the framework knows by its parameters.
  const [made] = value.denotes;
  const isKnown = made?.kind === 'function' && engine.entryPoints.isHandler(made.module, made.index);
  const given = isKnown ? allFromOutside(engine, made.module, made.index) : outsideArguments(engine, module, index);
  callValue(frame, item.node, value, { ...noArguments, ...given });
  return true;
}

/** What a framework passes to a function by position. */
function allFromOutside(engine: Engine, module: Module, index: number): { positional: Argument[] } {
  const item = module.index.functions[index]!;
  const inside = new Frame(engine, module, index, { observing: false, depth: 0 });
  const { tree } = module;
  const positional: Argument[] = [];
  for (const node of item.parameters < 0 ? [] : tree.children(item.parameters)) {
    const nameNode = parameterName(module, node);
    if (nameNode < 0 || parameterKind(module, node) !== 'one') break;
    const value = handlerParameter(inside, node, tree.name(nameNode), positional.length, unknown, true) ?? unknown;
    positional.push({ node, value });
  }
  return { positional };
}

/** What a framework passes: the request and self by position, what the route names by name. */
function outsideArguments(
  engine: Engine,
  module: Module,
  index: number,
): { positional: Argument[]; keywords: Map<string, Argument> } {
  const item = module.index.functions[index]!;
  const inside = new Frame(engine, module, index, { observing: false, depth: 0 });
  const positional: Argument[] = [];
  const keywords = new Map<string, Argument>();
  const { tree } = module;
  let position = 0;
  for (const node of item.parameters < 0 ? [] : tree.children(item.parameters)) {
    const nameNode = parameterName(module, node);
    if (nameNode < 0 || parameterKind(module, node) !== 'one') continue;
    const name = tree.name(nameNode);
    if (item.methodOf !== MODULE && position === 0 && inside.selfName !== 0) {
      positional.push({ node, value: denoting({ kind: 'object', module, index: item.methodOf }) });
    } else {
      const value = handlerParameter(inside, node, name, position, unknown, true);
      if (value !== undefined && value.taint === undefined && value.denotes.length > 0)
        positional.push({ node, value });
      else if (value?.taint !== undefined && isRouted(engine, module, index, tree.text(nameNode))) {
        keywords.set(tree.text(nameNode), { node, value });
      }
    }
    position++;
  }
  return { positional, keywords };
}

/** The route names the parameter, or says nothing of parameters at all. */
function isRouted(engine: Engine, module: Module, index: number, name: string): boolean {
  const routes = engine.entryPoints.routes(module, index);
  return routes.length === 0 || routes.some((route) => new RegExp(`\\b${name}\\b`).test(route));
}
