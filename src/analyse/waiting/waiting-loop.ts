// The loops of a project that wait by sleeping and looking again: one analysis for all rules about them.
// In: `loop` events of the interpreter. Out: per loop what it waits for, how long it pauses, what bounds it and where it
// gives up. Leaves alone: whether that is worth a note.
import type { Module } from '../../model/module.ts';
import type { ProjectModel } from '../../model/project-model.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { Engine } from '../interpreter/engine.ts';
import type { LoopEvent } from '../interpreter/events.ts';
import { Frame } from '../interpreter/frame.ts';
import type { Knowledge } from '../knowledge.ts';
import type { Amount } from './amount.ts';
import { amountOf, leastFixed, unknownAmount } from './amount.ts';
import { boundNames, ownNodes, readNames } from './expressions.ts';
import { readLoopBody } from './loop-body.ts';
import type { SleepCall } from './sleep-calls.ts';
import { createSleepCalls } from './sleep-calls.ts';
import type { Limit, LoopReader } from './wait-limit.ts';
import { isBoundCondition, limitOf } from './wait-limit.ts';
import type { WaitState } from './wait-state.ts';
import { waitState } from './wait-state.ts';

export interface WaitingLoop {
  readonly module: Module;
  readonly functionIndex: number;
  /** The loop statement. */
  readonly node: number;
  /** The first call that sleeps. */
  readonly sleep: number;
  readonly pause: Pause;
  readonly limit: Limit;
  readonly state: WaitState;
  /** `raise` and `fail` that say the wait is over without success, inside the loop or right behind it. */
  readonly givesUpAt: readonly number[];
}

export interface Pause extends Amount {
  /** `delay *= 2` */
  readonly grows: boolean;
  /** It sleeps where an attempt has raised: a retry. */
  readonly afterError: boolean;
}

export interface WaitingLoops {
  /** Functions of a module that hold a loop with a sleep, MODULE for its top level. */
  readonly functions: (module: Module) => readonly number[];
  /** The waiting loop an event is about, undefined if it is none. */
  readonly at: (event: LoopEvent) => WaitingLoop | undefined;
  /** All that have been seen so far, in the order of the events. */
  readonly seen: readonly WaitingLoop[];
  readonly sleepCalls: (module: Module) => readonly SleepCall[];
}

const ofRun = new WeakMap<Knowledge, Map<string, WaitingLoops>>();

/** The waiting loops of a run; rules that name the same sleep functions share them. */
export function waitingLoops(
  knowledge: Knowledge,
  engine: () => Engine,
  sleepFunctions: readonly string[],
): WaitingLoops {
  let loops = ofRun.get(knowledge);
  if (loops === undefined) ofRun.set(knowledge, (loops = new Map<string, WaitingLoops>()));
  const key = [...sleepFunctions].sort().join(' ');
  let found = loops.get(key);
  if (found === undefined) loops.set(key, (found = createWaitingLoops(knowledge.project, engine, sleepFunctions)));
  return found;
}

function createWaitingLoops(
  project: ProjectModel,
  engine: () => Engine,
  sleepFunctions: readonly string[],
): WaitingLoops {
  const sleepCalls = createSleepCalls(project, sleepFunctions);
  const loopsOf = new Map<Module, ReadonlyMap<number, readonly SleepCall[]>>();
  const read = new Map<Module, Map<number, WaitingLoop | undefined>>();
  const seen: WaitingLoop[] = [];
  const candidates = (module: Module): ReadonlyMap<number, readonly SleepCall[]> => {
    let found = loopsOf.get(module);
    if (found === undefined) loopsOf.set(module, (found = sleepsByLoop(module, sleepCalls(module))));
    return found;
  };
  return {
    seen,
    sleepCalls,
    functions: (module) => [...new Set([...candidates(module).keys()].map((loop) => module.functionAround(loop)))],
    at: (event) => {
      const sleeps = candidates(event.module).get(event.node);
      if (sleeps === undefined) return undefined;
      let ofModule = read.get(event.module);
      if (ofModule === undefined) read.set(event.module, (ofModule = new Map<number, WaitingLoop | undefined>()));
      if (!ofModule.has(event.node)) {
        const loop = readLoop(event, sleeps, engine());
        ofModule.set(event.node, loop);
        if (loop !== undefined) seen.push(loop);
      }
      return ofModule.get(event.node);
    },
  };
}

/** Sleep calls by the innermost loop around them in the same function. */
function sleepsByLoop(module: Module, calls: readonly SleepCall[]): Map<number, SleepCall[]> {
  const { tree } = module;
  const found = new Map<number, SleepCall[]>();
  for (const call of calls) {
    for (let node = tree.parent(call.node); node >= 0; node = tree.parent(node)) {
      const kind = tree.kind(node);
      if (kind === Kind.function_definition || kind === Kind.lambda || kind === Kind.class_definition) break;
      if (kind !== Kind.for_statement && kind !== Kind.while_statement) continue;
      // What stands behind `else` runs once.
      const body = tree.child(node, Field.body);
      if (body < 0 || call.node < body || call.node >= tree.next(body)) continue;
      const list = found.get(node);
      if (list === undefined) found.set(node, [call]);
      else list.push(call);
      break;
    }
  }
  return found;
}

function readLoop(event: LoopEvent, calls: readonly SleepCall[], engine: Engine): WaitingLoop | undefined {
  const { module, functionIndex, node, evaluate } = event;
  const { tree } = module;
  const sleeps = calls.map((call) => call.node);
  const body = readLoopBody(tree, node, new Set(sleeps));
  if (!body.onlyLooks) return undefined;
  const base = { module, functionIndex, loop: node, body, sleeps, evaluate };
  const state = waitState(base);
  if (!state.ends || looksElsewhereEachRound(base, state)) return undefined;
  const reader: LoopReader = { ...base, looks: state.looks };
  const pause = pauseOf(reader, calls, engine);
  if (pause.value !== undefined && pause.value <= 0) return undefined;
  return {
    module,
    functionIndex,
    node,
    sleep: sleeps[0]!,
    pause,
    limit: limitOf(reader),
    state,
    givesUpAt: findGiveUps(reader),
  };
}

/** `for server in servers: if server.ready()`: each round is about another thing. */
function looksElsewhereEachRound({ module, loop }: Omit<LoopReader, 'looks'>, { looks }: WaitState): boolean {
  const { tree } = module;
  if (tree.kind(loop) !== Kind.for_statement) return false;
  const targets = new Set(boundNames(tree, tree.child(loop, Field.left)).map((node) => tree.name(node)));
  return looks.some((look) => [...readNames(tree, look)].some((name) => targets.has(tree.name(name))));
}

function pauseOf(reader: LoopReader, calls: readonly SleepCall[], engine: Engine): Pause {
  const amounts = calls.map((call) => durationOf(reader, call, engine));
  const [first] = amounts;
  const same = first !== undefined && amounts.every(({ value }) => value === first.value);
  return {
    // Several pauses in one round, or different ones: no number.
    value: same && (calls.length === 1 || !inOneBlock(reader, calls)) ? first.value : undefined,
    source: leastFixed(amounts.map(({ source }) => source)),
    grows: amounts.some(({ grows }) => grows),
    afterError: calls.every(({ node }) => isAfterError(reader, node)),
  };
}

function durationOf(reader: LoopReader, { duration }: SleepCall, engine: Engine): Amount & { readonly grows: boolean } {
  if (duration === undefined) return { ...unknownAmount, grows: false };
  if (duration.module !== reader.module || duration.functionIndex !== reader.functionIndex) {
    const frame = new Frame(engine, duration.module, duration.functionIndex, { observing: false, depth: 1 });
    const own = {
      module: duration.module,
      functionIndex: duration.functionIndex,
      evaluate: (node: number) => frame.evaluateAlone(node),
    };
    return { ...amountOf(own, duration.node), grows: false };
  }
  const { tree } = reader.module;
  const { body, loop } = reader;
  const names = [...readNames(tree, duration.node)].map((node) => tree.name(node));
  const target =
    tree.kind(loop) === Kind.for_statement
      ? boundNames(tree, tree.child(loop, Field.left)).map((node) => tree.name(node))
      : [];
  const counted = body.counts.some((count) => names.includes(count.name));
  const grows = counted || names.some((name) => body.changed.has(name) || target.includes(name));
  if (grows) return { value: undefined, source: amountOf(reader, duration.node).source, grows };
  const bound = body.assignments.filter(({ name }) => names.includes(name));
  const [only] = bound;
  if (only === undefined) return { ...amountOf(reader, duration.node), grows: false };
  // Bound in the loop: known only if that is a plain number. `delay = min(2 * delay, limit)` grows.
  const recursive = bound.some(
    ({ name, value }) => value >= 0 && [...readNames(tree, value)].some((node) => tree.name(node) === name),
  );
  if (bound.length > 1 || only.value < 0 || recursive || tree.kind(duration.node) !== Kind.identifier) {
    return {
      value: undefined,
      source: leastFixed(bound.map(({ value }) => (value < 0 ? 'unknown' : amountOf(reader, value).source))),
      grows: recursive,
    };
  }
  return { ...amountOf(reader, only.value), grows: false };
}

function inOneBlock({ module }: LoopReader, calls: readonly SleepCall[]): boolean {
  const { tree } = module;
  const blocks = calls.map(({ node }) => {
    let current = node;
    while (tree.kind(current) !== Kind.block) current = tree.parent(current);
    return current;
  });
  return new Set(blocks).size < blocks.length;
}

function isAfterError({ module, loop }: LoopReader, sleep: number): boolean {
  const { tree } = module;
  for (let node = tree.parent(sleep); node !== loop && node >= 0; node = tree.parent(node)) {
    if (tree.kind(node) === Kind.except_clause) return true;
  }
  return false;
}

/** Where the loop gives up: under a bound in its body, in its `else`, or in the statement behind it. */
function findGiveUps(reader: LoopReader): number[] {
  const { module, loop, body } = reader;
  const { tree } = module;
  const inside = body.exits.flatMap(({ kind, node, guards }) => {
    if (kind !== 'raise' && kind !== 'fail') return [];
    const underBound = guards.some(
      (guard) =>
        guard.kind === 'if' &&
        guard.conditions.some((condition) =>
          [...ownNodes(tree, condition)].some((part) => isBoundCondition(reader, part)),
        ),
    );
    return underBound ? [node] : [];
  });
  const alternative = tree.child(loop, Field.alternative);
  const last = alternative >= 0 ? lastStatement(module, tree.child(alternative, Field.body)) : following(module, loop);
  return last < 0 ? inside : [...inside, last];
}

function lastStatement({ tree }: Module, block: number): number {
  return tree.children(block).at(-1) ?? -1;
}

function following({ tree }: Module, loop: number): number {
  const next = tree.next(loop);
  const block = tree.parent(loop);
  return next < tree.next(block) ? next : -1;
}

/** The function's own name in a message. */
export function functionName({ module, functionIndex }: Pick<WaitingLoop, 'module' | 'functionIndex'>): string {
  const item = module.index.functions[functionIndex];
  return item === undefined ? 'the top level of the file' : module.tree.names.text(item.name);
}
