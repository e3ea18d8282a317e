// The value of a handler's parameter: from outside, unless its type, its route or its default say that it cannot be free text.
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { Shape } from '../../rules/model-schema.ts';
import { parameterPosition } from '../taint/handler-position.ts';
import { fieldsFromOutside, isHarmlessType } from '../taint/harmless-types.ts';
import { sourceTaint } from '../values/taint.ts';
import type { Value } from '../values/value.ts';
import { denoting, withTaint } from '../values/value.ts';
import type { Frame } from './frame.ts';

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
  const found = engine.entryPoints.parameter(module, functionIndex, parameterPosition(frame, index), text);
  if (found === undefined) return undefined;
  if (found.type !== undefined && found.sources.length === 0) {
    return { ...denoting({ kind: 'instance', of: found.type }), origin: 'parameter' };
  }
  // What decorators of the checkout make of it decides what it gets: that call is evaluated by itself.
  if (!isOutside && engine.isEntered(module, functionIndex)) return undefined;
  const injected = dependency(frame, node);
  if (injected !== undefined) return injected;
  const [entry] = found.sources;
  if (entry === undefined || !mayCarryText(frame, node, value)) return value;
  const shape: Shape = entry.entry.shape ?? 'text';
  const source = engine.source({
    kind: entry.sources[0]!,
    name: text,
    key: undefined,
    handler: module.qualifiedName(functionIndex),
    module,
    node,
  });
  const isModel = value.denotes.some((one) => one.kind === 'object');
  const taint = sourceTaint(source, isModel || isContainer(value) ? 'object' : shape);
  const type = found.type === undefined ? value : denoting({ kind: 'instance', of: found.type });
  return withTaint({ ...type, origin: 'parameter', fallback: undefined }, taint);
}

function isContainer(value: Value): boolean {
  return value.denotes.some((one) => one.kind === 'instance' && /^(?:dict|list|object|typing\.\w+)$/.test(one.of));
}

/** Not a number, date, choice or service: something a client can put text into. */
function mayCarryText(frame: Frame, node: number, value: Value): boolean {
  const annotation = frame.tree.child(node, Field.type);
  if (annotation < 0) return true;
  if (isHarmlessType(frame, annotation)) return false;
  return value.denotes.every((one) => {
    if (one.kind === 'object') return fieldsFromOutside(frame.engine, one);
    if (one.kind !== 'instance') return true;
    return !one.of.includes('.') || /^(?:typing|pathlib|collections|pydantic|builtins)\./.test(one.of);
  });
}

const dependencies = new Set(['Depends', 'Security']);

/** What `x=Depends(f)` or `x: Annotated[T, Depends(f)]` passes. */
function dependency(frame: Frame, parameter: number): Value | undefined {
  const { tree } = frame;
  const defaultNode = tree.child(parameter, Field.value);
  const call = isDependency(frame, defaultNode) ? defaultNode : dependencyIn(frame, tree.child(parameter, Field.type));
  if (call < 0) return undefined;
  const list = tree.child(call, Field.arguments);
  const first = list < 0 || tree.next(list) === list + 1 ? -1 : list + 1;
  if (first < 0 || tree.kind(first) === Kind.keyword_argument) return denoting();
  const given = frame.evaluateSilently(first);
  for (const one of given.denotes) {
    if (one.kind === 'function') return frame.engine.outcome(one.module, one.index);
    if (one.kind === 'class') return denoting({ kind: 'object', module: one.module, index: one.index });
  }
  return denoting();
}

function isDependency({ tree }: Frame, node: number): boolean {
  if (node < 0 || tree.kind(node) !== Kind.call) return false;
  const callee = tree.child(node, Field.function);
  return dependencies.has(tree.text(tree.kind(callee) === Kind.attribute ? tree.child(callee, Field.attribute) : callee));
}

function dependencyIn(frame: Frame, annotation: number): number {
  if (annotation < 0) return -1;
  for (let node = annotation; node < frame.tree.next(annotation); node++) if (isDependency(frame, node)) return node;
  return -1;
}
