// A wait whose numbers callers can choose. In: a `for` over a range with a sleep, both with plain numbers. Out: edits that make the
// numbers parameters with these defaults. Leaves alone: loops of other forms, and functions that nobody calls by name.
import type { ByteRange } from '../../base/region.ts';
import type { FunctionNode } from '../../model/file-index.ts';
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { Edit, Repair } from '../analysis.ts';
import { argumentsOf, calledName } from '../detectors/written-expression.ts';
import { holdsComment } from './argument-edits.ts';

/** `def wait(server, *, attempts=10, interval=0.5)`; what calls it today goes on as before. */
export function waitParameters(module: Module, functionIndex: number, loop: number, sleep: number): Repair | undefined {
  const { tree, index } = module;
  const item = functionIndex === MODULE ? undefined : index.functions[functionIndex]!;
  // What decorators make of a function may take other arguments.
  if (item === undefined || item.parameters < 0 || item.decorated >= 0) return undefined;
  const range = tree.kind(loop) === Kind.for_statement ? tree.child(loop, Field.right) : -1;
  if (range < 0 || tree.kind(range) !== Kind.call || calledName(tree, range) !== 'range') return undefined;
  const attempts = onlyNumber(module, range);
  const interval = onlyNumber(module, sleep);
  if (attempts < 0 || interval < 0 || !isFree(module, item, 'attempts') || !isFree(module, item, 'interval'))
    return undefined;
  const parameter = newParameters(module, item, `attempts=${tree.text(attempts)}, interval=${tree.text(interval)}`);
  if (parameter === undefined) return undefined;
  const named = (node: number, name: string): Edit => ({ range: rangeOf(module, node), parts: [name] });
  return { edits: [parameter, named(attempts, 'attempts'), named(interval, 'interval')], safe: true };
}

/** The plain number that is the call's only argument, or -1. */
function onlyNumber({ tree }: Module, call: number): number {
  const { positional, keywords, hasSplat } = argumentsOf(tree, call);
  const [only = -1] = positional;
  const isOnly = positional.length === 1 && keywords.size === 0 && !hasSplat;
  return isOnly && (tree.kind(only) === Kind.integer || tree.kind(only) === Kind.float) ? only : -1;
}

/** Behind the last parameter; as keywords, so that no call by position changes its meaning. */
function newParameters({ tree }: Module, { parameters }: FunctionNode, text: string): Edit | undefined {
  const given = tree.children(parameters);
  const last = given.at(-1);
  const kinds = given.map((one) => tree.kind(one));
  const isStar = (kind: number, node: number): boolean =>
    kind === Kind.list_splat_pattern ||
    (kind === Kind.typed_parameter && tree.kind(node + 1) === Kind.list_splat_pattern);
  // What `**kwargs` takes is passed on to somebody who may know these names.
  const takesAll = given.some(
    (one, i) =>
      kinds[i] === Kind.dictionary_splat_pattern ||
      (kinds[i] === Kind.typed_parameter && tree.kind(one + 1) === Kind.dictionary_splat_pattern),
  );
  if (takesAll || holdsComment(tree, { start: tree.start(parameters), end: tree.end(parameters) })) return undefined;
  const isKeywordOnly = given.some((one, i) => kinds[i] === Kind.keyword_separator || isStar(kinds[i]!, one));
  const put = isKeywordOnly ? text : `*, ${text}`;
  const at = last === undefined ? tree.start(parameters) + 1 : tree.end(last);
  return { range: { start: at, end: at }, parts: [last === undefined ? put : `, ${put}`] };
}

/** Nothing in the function is called so. */
function isFree({ tree }: Module, { node }: FunctionNode, name: string): boolean {
  const number = tree.names.find(name);
  if (number === 0) return true;
  for (let inner = node; inner < tree.next(node); inner++) {
    if (tree.kind(inner) === Kind.identifier && tree.name(inner) === number) return false;
  }
  return true;
}

function rangeOf({ tree }: Module, node: number): ByteRange {
  return { start: tree.start(node), end: tree.end(node) };
}
