// Operators at which an untrusted number does harm: a text or list repeated so many times, and a comparison that refuses, of which a number
// that is none is never true. In: operators with the values known there. Out: records in the sink log, of what is known to be from outside
// only. Leaves alone: calls, which the models describe.
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { SinkKind } from '../../rules/kinds.ts';
import { written } from '../detectors/written-expression.ts';
import type { Argument } from '../interpreter/events.ts';
import { noArguments } from '../interpreter/events.ts';
import type { Frame } from '../interpreter/frame.ts';
import { isText } from '../interpreter/operators.ts';
import { hasKind } from '../values/kind-set.ts';
import { harmless } from '../values/taint.ts';
import type { Value } from '../values/value.ts';
import type { ApiEntry } from './api-models.ts';

function builtIn(kind: SinkKind): ApiEntry {
  return {
    entry: { kind: [`sink:${kind}`], quiet: true, model: 'built in' },
    sources: [],
    sinks: [kind],
    sanitizes: 0n,
    guards: 0n,
    propagates: false,
    argument: undefined,
  };
}

const sizeEntry = builtIn('size');
const numberEntry = builtIn('number');

/** `"x" * count`, `[0] * count` */
export function repeatedSequence(frame: Frame, node: number, left: Value, right: Value): void {
  const { engine, recording } = frame;
  if (!recording || engine.sinks?.isWanted('size') !== true) return;
  const [count, sequence] = isSequence(frame, left) ? [right, left] : [left, right];
  if (!isSequence(frame, sequence) || !isFromOutside(count)) return;
  record(frame, node, { node: -1, value: count }, sizeEntry);
}

function isSequence(frame: Frame, value: Value): boolean {
  return isText(value) || frame.holds(value).some(({ kind }) => kind === 'list' || kind === 'tuple');
}

const orders = new Set(['<', '<=', '>', '>=']);

/** `if amount > limit: raise ...`: a number that is none gets past it. */
export function comparedNumber(frame: Frame, node: number, operator: string, left: Argument, right: Argument): void {
  const { engine, recording } = frame;
  if (!orders.has(operator) || !recording || engine.sinks?.isWanted('number') !== true) return;
  for (const one of [left, right])
    if (isFloat(one.value) && refuses(frame, node)) record(frame, node, one, numberEntry);
}

function isFromOutside({ taint }: Value): boolean {
  return taint?.marks.some(({ source }) => source !== undefined) === true;
}

/** Made by `float()`, and not asked since whether it is a number. */
function isFloat({ taint }: Value): boolean {
  return (
    taint?.marks.some((mark) => mark.source !== undefined && harmless(mark) && !hasKind(mark.cleaned, 'number')) ===
    true
  );
}

/** The comparison is a condition, or one of several, of which each refuses what it is true for. */
function refuses(frame: Frame, comparison: number): boolean {
  const { tree } = frame;
  let node = comparison;
  for (let parent = tree.parent(node); parent >= 0; node = parent, parent = tree.parent(node)) {
    const kind = tree.kind(parent);
    if (kind === Kind.parenthesized_expression) continue;
    if (kind === Kind.boolean_operator) {
      if (tree.kind(tree.child(parent, Field.operator)) !== Kind["'or'"]) return false;
      continue;
    }
    if (kind !== Kind.if_statement && kind !== Kind.elif_clause) return false;
    const body = tree.child(parent, Field.consequence);
    const last = body < 0 ? undefined : tree.children(body).at(-1);
    return last !== undefined && leaves(frame, last);
  }
  return false;
}

function leaves({ tree }: Frame, statement: number): boolean {
  const kind = tree.kind(statement);
  if (kind === Kind.raise_statement || kind === Kind.return_statement) return true;
  const isCall = kind === Kind.expression_statement && tree.kind(statement + 1) === Kind.call;
  return isCall && /(?:^|\.)(?:abort|fail|exit)$/.test(written(tree, tree.child(statement + 1, Field.function)));
}

function record(frame: Frame, node: number, argument: Argument, entry: ApiEntry): void {
  const { module, functionIndex, engine } = frame;
  const args = { ...noArguments, positional: [argument] };
  engine.sinks!.call(frame, { module, node, functionIndex, names: [], method: '', receiver: undefined, args, entry });
}
