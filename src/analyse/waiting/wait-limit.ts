// What bounds a waiting loop. In: the loop, what its body does, and the values known before its first round.
// Out: a number of attempts, a deadline, a bound that is not understood, or none.
import { MODULE } from '../../model/file-index.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { Amount, Reader } from './amount.ts';
import { amountOf, leastFixed } from './amount.ts';
import { clockTerms, isTime } from './clock-terms.ts';
import { calledName } from '../detectors/written-expression.ts';
import { argumentNodes, bare, comparison, conditionLeaves, lastName, ownNodes } from './expressions.ts';
import type { LoopBody } from './loop-body.ts';
import type { RoundItem, Run } from './round-count.ts';
import { playRounds } from './round-count.ts';

export type Limit =
  | { readonly kind: 'none' }
  /** Something ends it that is no plain counter or clock. */
  | { readonly kind: 'other' }
  | { readonly kind: 'deadline'; readonly amount: Amount }
  | {
      readonly kind: 'attempts';
      readonly amount: Amount;
      readonly run?: Run;
      /** It counts seconds up to this many; adding fractions may take one round more than dividing says. */
      readonly seconds?: number;
    };

export interface LoopReader extends Reader {
  readonly loop: number;
  readonly body: LoopBody;
  /** The loop's own sleep calls. */
  readonly sleeps: readonly number[];
  /** Nodes that read the state. */
  readonly looks: readonly number[];
}

/** A comparison with a counter, or its truth. */
interface Counter {
  readonly node: number;
  readonly name: number;
  /** What it is compared with; -1 if its own truth decides. */
  readonly limit: number;
  readonly holds: (counter: number, limit: number) => boolean;
}

/** Finds the bound of a loop. */
export function limitOf(reader: LoopReader): Limit {
  const { tree } = reader.module;
  if (tree.kind(reader.loop) === Kind.for_statement) {
    const iterable = tree.child(reader.loop, Field.right);
    const counted = forLimit(reader, iterable);
    if (counted !== undefined) return counted;
    if (tree.kind(iterable) !== Kind.call || calledName(tree, iterable) !== 'count') return { kind: 'other' };
  }
  const conditions = boundConditions(reader);
  for (const node of conditions) {
    const counter = counterOf(reader, node);
    if (counter !== undefined) return countedLimit(reader, counter);
    const deadline = deadlineOf(reader, node);
    if (deadline !== undefined) return { kind: 'deadline', amount: deadline };
  }
  return conditions.some((node) => isTime(reader, node) || mentionsBound(reader, node)) || hasEnclosingBound(reader)
    ? { kind: 'other' }
    : { kind: 'none' };
}

/** True for a part of a condition that is about rounds or time, not about the state waited for. */
export function isBoundCondition(reader: Omit<LoopReader, 'looks'>, node: number): boolean {
  return (
    counterOf(reader, node) !== undefined ||
    countsSomething(reader, node) ||
    isTime(reader, node) ||
    mentionsBound(reader, node)
  );
}

/** Parts of the conditions that keep the loop going or leave it, in file order. */
function boundConditions({ module, loop, body }: LoopReader): number[] {
  const { tree } = module;
  const roots: number[] = [];
  if (tree.kind(loop) === Kind.while_statement) roots.push(tree.child(loop, Field.condition));
  for (const { kind, guards } of body.exits) {
    if (kind === 'continue') continue;
    for (const guard of guards) if (guard.kind === 'if') roots.push(...guard.conditions);
  }
  return [...new Set(roots.flatMap((root) => conditionLeaves(tree, root)))].sort((a, b) => a - b);
}

/** `for _ in range(N)`, `repeat(None, N)`, a display of pauses. */
function forLimit(reader: LoopReader, iterable: number): Limit | undefined {
  const { tree } = reader.module;
  const kind = tree.kind(iterable);
  if (kind === Kind.list || kind === Kind.tuple) {
    return playedFor(reader, { value: tree.children(iterable).length, source: 'fixed' }, 0);
  }
  if (kind !== Kind.call) return undefined;
  const { positional } = argumentNodes(tree, iterable);
  switch (calledName(tree, iterable)) {
    case 'range':
    case 'xrange': {
      const amounts = positional.map((node) => amountOf(reader, node));
      const values = amounts.map(({ value }) => value);
      if (amounts.length === 0) return undefined;
      const [start, end, step] =
        amounts.length === 1 ? [0, values[0], 1] : [values[0], values[1], amounts.length > 2 ? values[2] : 1];
      const known = start !== undefined && end !== undefined && step !== undefined && step !== 0;
      const value = known ? Math.max(0, Math.ceil((end - start) / step)) : undefined;
      return playedFor(reader, { value, source: leastFixed(amounts.map(({ source }) => source)) }, start ?? 0);
    }
    case 'repeat':
      return positional[1] === undefined ? undefined : playedFor(reader, amountOf(reader, positional[1]), 0);
    case 'reversed':
    case 'enumerate':
      return positional[0] === undefined ? undefined : forLimit(reader, positional[0]);
    default:
      return undefined;
  }
}

function playedFor(reader: LoopReader, amount: Amount, start: number): Limit {
  const { tree } = reader.module;
  const target = tree.child(reader.loop, Field.left);
  // `if attempt == 9: break` cuts the loop short.
  const name = tree.kind(target) === Kind.identifier ? tree.name(target) : 0;
  const counter = boundConditions(reader)
    .map((node) => counterOf(reader, node))
    .find((found) => found?.name === name);
  const limit = counter === undefined ? undefined : limitNumber(reader, counter);
  const run =
    amount.value === undefined
      ? undefined
      : playRounds(
          [...roundItems(reader, limit === undefined ? undefined : counter, limit), { kind: 'step', by: 1 }],
          start,
          amount.value,
        );
  return { kind: 'attempts', amount, ...(run === undefined ? {} : { run }) };
}

/** Names that count rounds: those of `+=`, and the target of the loop. */
function isCounter({ module, loop, body }: Omit<LoopReader, 'looks'>, node: number): boolean {
  const { tree } = module;
  if (tree.kind(node) !== Kind.identifier) return false;
  const name = tree.name(node);
  if (body.counts.some((count) => count.name === name)) return true;
  if (tree.kind(loop) !== Kind.for_statement) return false;
  const target = tree.child(loop, Field.left);
  // Of `for i, x in enumerate(...)` the first.
  const first = tree.kind(target) === Kind.identifier ? target : target + 1;
  return tree.kind(first) === Kind.identifier && tree.name(first) === name;
}

function counterOf(reader: Omit<LoopReader, 'looks'>, node: number): Counter | undefined {
  const { tree } = reader.module;
  if (isCounter(reader, node)) return { node, name: tree.name(node), limit: -1, holds: (counter) => counter !== 0 };
  const compared = comparison(tree, node);
  if (compared === undefined) return undefined;
  const [left, right] = [bare(tree, compared.left), bare(tree, compared.right)];
  const order = orders.get(compared.operator);
  if (order === undefined) return undefined;
  if (isCounter(reader, left)) return { node, name: tree.name(left), limit: right, holds: order };
  if (isCounter(reader, right))
    return { node, name: tree.name(right), limit: left, holds: (counter, limit) => order(limit, counter) };
  return undefined;
}

const orders: ReadonlyMap<number, (a: number, b: number) => boolean> = new Map([
  [Kind["'<'"], (a: number, b: number) => a < b],
  [Kind["'<='"], (a: number, b: number) => a <= b],
  [Kind["'>'"], (a: number, b: number) => a > b],
  [Kind["'>='"], (a: number, b: number) => a >= b],
  [Kind["'=='"], (a: number, b: number) => a === b],
  [Kind["'!='"], (a: number, b: number) => a !== b],
]);

/** A counter somewhere in a comparison: `time_left - waited > 0`. */
function countsSomething(reader: Omit<LoopReader, 'looks'>, node: number): boolean {
  const { tree } = reader.module;
  if (tree.kind(node) !== Kind.comparison_operator) return false;
  for (const inner of ownNodes(tree, node)) if (isCounter(reader, inner)) return true;
  return false;
}

function limitNumber(reader: LoopReader, { limit }: Counter): number | undefined {
  return limit < 0 ? 0 : amountOf(reader, limit).value;
}

function countedLimit(reader: LoopReader, counter: Counter): Limit {
  const { body } = reader;
  const steps = body.counts.filter((count) => count.name === counter.name);
  const start = startOf(reader, counter);
  const limit: Amount = counter.limit < 0 ? { value: 0, source: 'fixed' } : amountOf(reader, counter.limit);
  const amounts = steps.map(({ step }) => amountOf(reader, step));
  const source = leastFixed([start.source, limit.source]);
  // `waited += 0.1`: the counter is a clock made by hand.
  const countsTime = amounts.some(({ value }) => value !== undefined && !Number.isInteger(value));
  const known =
    start.value !== undefined &&
    limit.value !== undefined &&
    amounts.every(({ value }) => value !== undefined) &&
    !body.changed.has(counter.name);
  const run = known ? playRounds(roundItems(reader, counter, limit.value), start.value) : undefined;
  const seconds = countsTime && known ? Math.abs(limit.value - start.value) : undefined;
  return {
    kind: 'attempts',
    amount: { value: run?.looks, source },
    ...(run === undefined ? {} : { run }),
    ...(seconds === undefined ? {} : { seconds }),
  };
}

/** The counter's value before the first round. */
function startOf(reader: LoopReader, counter: Counter): Amount {
  const { tree } = reader.module;
  for (const node of ownNodes(tree, reader.loop)) {
    if (tree.kind(node) === Kind.identifier && tree.name(node) === counter.name) return amountOf(reader, node);
  }
  return { value: undefined, source: 'unknown' };
}

/** What a round does, in the order of the text: looks, pauses, steps of the counter, its check. */
function roundItems(reader: LoopReader, counter: Counter | undefined, limit: number | undefined): RoundItem[] {
  const items: { readonly at: number; readonly item: RoundItem }[] = [
    ...reader.looks.map((at) => ({ at, item: { kind: 'look' } as const })),
    ...reader.sleeps.map((at) => ({ at, item: { kind: 'pause' } as const })),
  ];
  if (counter !== undefined && limit !== undefined) {
    items.push({ at: counter.node, item: { kind: 'check', holds: (value) => counter.holds(value, limit) } });
    for (const { node, name, step, sign } of reader.body.counts) {
      if (name === counter.name)
        items.push({ at: node, item: { kind: 'step', by: sign * (amountOf(reader, step).value ?? 0) } });
    }
  }
  return items.sort((a, b) => a.at - b.at).map(({ item }) => item);
}

/** The time a comparison with a clock leaves. */
function deadlineOf(reader: LoopReader, node: number): Amount | undefined {
  const { tree } = reader.module;
  const compared = comparison(tree, node);
  if (compared === undefined || !orders.has(compared.operator)) return undefined;
  const found = clockTerms(reader, compared.left, compared.right);
  if (found === undefined) return undefined;
  const amounts = found.terms.map(({ node: term, factor }) => ({ factor, amount: amountOf(reader, term) }));
  const known = found.isDuration && amounts.every(({ amount }) => amount.value !== undefined);
  const value = known ? amounts.reduce((sum, { factor, amount }) => sum + factor * amount.value!, 0) : undefined;
  const source = leastFixed(amounts.map(({ amount }) => amount.source));
  // A point in time that comes from elsewhere is somebody else's to set.
  return {
    value: value !== undefined && value > 0 ? value : undefined,
    source: found.isDuration ? source : leastFixed([source, 'unknown']),
  };
}

const boundWords =
  /time_?(?:d_?)?(?:out|left|limit)|deadline|expir|elapsed|remaining|tries|retr(?:y|ies)|attempt|count|max_|_max$|limit|giv(?:e|ing)_up|budget|waited/i;

/** Names in a condition that speak of time or number. */
function mentionsBound({ module }: Omit<LoopReader, 'looks'>, node: number): boolean {
  const { tree } = module;
  for (const inner of ownNodes(tree, node)) {
    if (tree.kind(inner) === Kind.identifier && boundWords.test(tree.text(inner))) return true;
  }
  return false;
}

/** A `with timeout(...)`, a decorator with a time limit, or an outer loop with a bound. */
function hasEnclosingBound({ module, functionIndex, loop }: LoopReader): boolean {
  const { tree, index } = module;
  const item = functionIndex === MODULE ? undefined : index.functions[functionIndex]!;
  for (let node = tree.parent(loop); node >= 0 && node !== item?.node; node = tree.parent(node)) {
    const kind = tree.kind(node);
    if (kind === Kind.for_statement) return true;
    if (kind === Kind.with_statement && namesTimeLimit(module, tree.childOfKind(node, Kind.with_clause))) return true;
  }
  if (item === undefined || item.decorated < 0) return false;
  return tree
    .children(item.decorated)
    .some((child) => tree.kind(child) === Kind.decorator && namesTimeLimit(module, child));
}

function namesTimeLimit({ tree }: LoopReader['module'], root: number): boolean {
  for (const node of ownNodes(tree, root)) {
    const last = lastName(tree, node);
    if (last >= 0 && /time_?out|move_on_after|fail_after|deadline|time_?limit|alarm|watchdog/i.test(tree.text(last)))
      return true;
  }
  return false;
}
