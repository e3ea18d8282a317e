// Pauses of tests that hope that something has happened meanwhile (BP102). In: a module of test code. Out: by function, each sleep of
// a constant after which the same block looks at state. Leaves alone: loops (waiting-loop.ts), tests about time itself.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import type { LoweredTree } from '../../parse/lowered-tree.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { statementAround } from '../constructs.ts';
import { commentsOf } from '../../model/comments.ts';
import { argumentsOf, calledName, literalText, written } from '../detectors/written-expression.ts';
import { valueAlone } from '../detectors/value-alone.ts';
import type { Engine } from '../interpreter/engine.ts';
import type { Knowledge } from '../knowledge.ts';
import { amountOf } from './amount.ts';
import { comparison, ownNodes } from './expressions.ts';
import { inChildProcess, isFake } from './noteworthy-wait.ts';
import { isPatched } from './patched-names.ts';
import type { SleepCall } from './sleep-calls.ts';

export interface FixedSleep {
  readonly module: Module;
  readonly functionIndex: number;
  /** The call. */
  readonly node: number;
  readonly seconds: number;
  /** The first place behind it that looks at state. */
  readonly look: number;
}

// Nobody waits an hour in a test: that sleep stands for "until it is stopped".
const FOR_EVER = 3600;

const aboutTime = /(?:^|_)(?:time|timers?|timing|sched\w*|rollover|timeouts?|ttl|expir\w*|clocks?|sleep)(?:_|\.|$)/;
// Tests that let something grow old.
const aboutExpiry = /(?:^|_)(?:expir\w*|ttl|cach(?:e|es|ed|ing)|timeouts?|rollover)(?:_|$)/;
// Tests about moments themselves: two of them have to differ.
const aboutMoments = /(?:^|_)(?:times?|now|[amc]time|timestamps?|clocks?|timers?|elapsed|duration)(?:_|$)/;
// Words in a test of what grows old, as its names and texts say it.
const growingOld = /expir|(?:^|[^a-z])ttl(?:[^a-z]|$)|max_?age|\bstale/i;
// A remark that the pause lets the clock move on, and one that it shows that something does not happen.
const clockMoves =
  /\btime ?stamps?\b|\b[amc]time\b|\bcreation times?\b|\bdifferent (?:\w+ )?times?\b|\bresolution\b|\bgranularity\b|\ba second has\b|\bexpir\w+/i;
const nothingHappens =
  /\bopportunity\b|\bplenty of time\b|\bnothing\b|\b(?:do|does|did|has|have|is|are|should|will)(?: not|n't)\b|\bnot? (?:yet|more)\b/i;
const clock =
  /^(?:time|monotonic|perf_counter|process_time|now|utcnow|default_timer|time_ns|monotonic_ns|perf_counter_ns)$/;
const bounding =
  /^(?:timeout|timeout_at|wait_for|fail_after|move_on_after|assertRaises\w*|raises|assertWarns\w*|start_threads)$/;
const looking =
  /^(?:assert|_assert|fail(?:If|Unless)|expect|verify|check)|^(?:is_set|is_alive|poll|kill|terminate|set|send_signal|qsize|cancel)$/;

/** Sleeps by function of a module, in file order. `sleepCalls` are all calls of it that sleep. */
export function fixedSleeps(
  knowledge: Knowledge,
  engine: Engine,
  module: Module,
  sleepCalls: readonly SleepCall[],
): ReadonlyMap<number, readonly FixedSleep[]> {
  const found = new Map<number, FixedSleep[]>();
  if (sleepCalls.length === 0 || !knowledge.context(module).isTest) return found;
  if (aboutTime.test(module.path.slice(module.path.lastIndexOf('/') + 1))) return found;
  for (const call of sleepCalls) {
    const functionIndex = module.functionAround(call.node);
    if (functionIndex === MODULE || !mayPause(knowledge, module, functionIndex)) continue;
    const seconds = lengthOf(engine, module, functionIndex, call);
    if (seconds === undefined || seconds <= 0 || seconds >= FOR_EVER || !runsOnce(module, call.node)) continue;
    const look = looksAfter(module, functionIndex, call.node);
    if (look < 0 || measuresTime(module, functionIndex) || letsGrowOld(module, functionIndex)) continue;
    if (isMeant(module, call.node)) continue;
    if (isPatched(knowledge.project, module, functionIndex, /^_?sleep$/)) continue;
    const sleep = { module, functionIndex, node: call.node, seconds, look };
    const list = found.get(functionIndex);
    if (list === undefined) found.set(functionIndex, [sleep]);
    else list.push(sleep);
  }
  return found;
}

/** A test or its set-up, not one that stands in for something. */
function mayPause({ role }: Knowledge, module: Module, functionIndex: number): boolean {
  const kind = role(module, functionIndex);
  if (kind !== 'test' && kind !== 'set-up') return false;
  const name = module.tree.names.text(module.index.functions[functionIndex]!.name);
  if (aboutExpiry.test(name) || aboutMoments.test(name)) return false;
  return !isFake({ module, functionIndex }) && !/tear_?down/i.test(module.qualifiedName(functionIndex));
}

/** Seconds that are written down in the function; a constant with a name says what it is for. */
function lengthOf(engine: Engine, module: Module, functionIndex: number, { duration }: SleepCall): number | undefined {
  if (duration === undefined) return undefined;
  const place = duration;
  const evaluate = (node: number) => valueAlone(engine, place.module, place.functionIndex, node);
  const { value, source } = amountOf(
    { module: place.module, functionIndex: place.functionIndex, evaluate },
    place.node,
  );
  const isHere = place.module === module && place.functionIndex === functionIndex;
  return source === 'fixed' || !isHere ? value : undefined;
}

/** A statement of its own, in no loop, in no child process, under nothing that ends it early. */
function runsOnce(module: Module, node: number): boolean {
  const { tree } = module;
  const isAwaited = tree.kind(tree.parent(node)) === Kind.await;
  const statement = isAwaited ? tree.parent(tree.parent(node)) : tree.parent(node);
  if (tree.kind(statement) !== Kind.expression_statement) return false;
  const around = innermostFunction(module, node);
  // A coroutine that nobody awaits does not pause.
  const callee = tree.child(node, Field.function);
  const isCoroutine = /^(?:asyncio|trio|anyio)$/.test(
    tree.text(tree.kind(callee) === Kind.attribute ? callee + 1 : callee),
  );
  if (isCoroutine !== isAwaited && isCoroutine) return false;
  for (let current = tree.parent(statement); current >= 0 && current !== around; current = tree.parent(current)) {
    const kind = tree.kind(current);
    if (kind === Kind.for_statement || kind === Kind.while_statement) return false;
    // Putting things away, and pausing before another attempt.
    if (kind === Kind.finally_clause || kind === Kind.except_clause) return false;
    if (kind !== Kind.with_statement) continue;
    const clause = tree.childOfKind(current, Kind.with_clause);
    for (const inner of clause < 0 ? [] : ownNodes(tree, clause)) {
      if (bounding.test(calledName(tree, inner))) return false;
    }
  }
  return !inChildProcess({ module, node });
}

function innermostFunction(module: Module, node: number): number {
  return module.index.functions[module.functionAround(node)]?.node ?? -1;
}

/** The first place in a later statement of the sleep's block that looks at state or acts on what was started; -1 if there is none. */
function looksAfter(module: Module, functionIndex: number, sleep: number): number {
  const { tree } = module;
  let statement = sleep;
  while (tree.kind(tree.parent(statement)) !== Kind.block) statement = tree.parent(statement);
  const block = tree.parent(statement);
  const started = startedBefore(module, functionIndex, statement);
  // Tasks of the same loop have run as far as they can before an awaited pause is over, however slow the machine is.
  const isAwaited = tree.kind(tree.parent(sleep)) === Kind.await;
  for (let next = tree.next(statement); next < tree.next(block); next = tree.next(next)) {
    let past = next;
    for (const node of ownNodes(tree, next)) {
      if (node < past) continue;
      const kind = tree.kind(node);
      if (kind === Kind.assert_statement || (kind === Kind.call && looking.test(calledName(tree, node)))) {
        if (isAwaited && calledName(tree, node) === 'cancel') return -1;
        if (comparesMoments(tree, node)) return -1;
        // What the test expects later is for what it does next.
        if (isStillEmpty(tree, node)) return -1;
        if (!expectsNothing(module, node)) return node;
        past = tree.next(node);
        continue;
      }
      if (kind === Kind.identifier && started.has(tree.name(node)) && !isPutAway(module, node)) return node;
    }
  }
  return -1;
}

/** The assertion holds as long as nothing happens: a pause that is too short does not make it fail. */
function expectsNothing({ tree }: Module, node: number): boolean {
  if (tree.kind(node) === Kind.assert_statement) return tree.kind(node + 1) === Kind.not_operator;
  return /^assert(?:False|IsNone|_not_called|_not_awaited|NotCalled)$/.test(calledName(tree, node));
}

const moment = /(?:^|_)(?:[acm]?time|timestamp|created|updated|modified|accessed|changed|now)(?:_at|_on)?$|_at$/;

/** `assertGreater(row.updated_at, row.created_at)`: the pause lets the clock move on between the two. */
function comparesMoments(tree: LoweredTree, assertion: number): boolean {
  const compared = tree.kind(assertion) === Kind.assert_statement ? comparison(tree, assertion + 1) : undefined;
  const operands = compared === undefined ? argumentNodesOf(tree, assertion) : [compared.left, compared.right];
  return operands.length === 2 && operands.every((node) => moment.test(lastWord(tree, node)));
}

function argumentNodesOf(tree: LoweredTree, node: number): readonly number[] {
  return tree.kind(node) === Kind.call ? argumentsOf(tree, node).positional.slice(0, 2) : [];
}

function lastWord(tree: LoweredTree, node: number): string {
  const kind = tree.kind(node);
  if (kind === Kind.attribute) return tree.text(tree.child(node, Field.attribute));
  return kind === Kind.identifier ? tree.text(node) : '';
}

/** `assertEqual(len(done), 0)` where the test goes on to expect more of the same: so far nothing has come. */
function isStillEmpty(tree: LoweredTree, assertion: number): boolean {
  const counted = countedIn(tree, assertion);
  if (counted === undefined || !counted.isZero) return false;
  const siblings = tree.children(tree.parent(tree.parent(assertion)));
  return siblings.some((statement) => {
    if (statement < assertion || tree.kind(statement) !== Kind.expression_statement) return false;
    const later = countedIn(tree, statement + 1);
    return later !== undefined && !later.isZero && later.name === counted.name;
  });
}

/** Of `assertEqual(len(done), 0)`: `done`, and that it is expected to be empty. */
function countedIn(tree: LoweredTree, node: number): { readonly name: string; readonly isZero: boolean } | undefined {
  if (node < 0 || tree.kind(node) !== Kind.call || !/^assertEquals?$/.test(calledName(tree, node))) return undefined;
  const { positional } = argumentsOf(tree, node);
  const length = positional.find((one) => tree.kind(one) === Kind.call && calledName(tree, one) === 'len');
  if (length === undefined) return undefined;
  const name = written(tree, argumentsOf(tree, length).positional[0] ?? -1);
  const isZero = positional.some((one) => tree.kind(one) === Kind.integer && tree.text(one) === '0');
  return name === '' ? undefined : { name, isZero };
}

/** Names of what the function has started before a statement: `worker.start()`. */
function startedBefore(module: Module, functionIndex: number, statement: number): Set<number> {
  const { tree, index } = module;
  const found = new Set<number>();
  for (const node of ownNodes(tree, index.functions[functionIndex]!.body)) {
    if (node >= statement) break;
    if (calledName(tree, node) !== 'start') continue;
    const callee = tree.child(node, Field.function);
    const object = tree.kind(callee) === Kind.attribute ? tree.child(callee, Field.object) : -1;
    if (object < 0 || tree.kind(object) !== Kind.identifier) continue;
    if (!/^(?:self|cls)$/.test(tree.text(object))) found.add(tree.name(object));
  }
  return found;
}

/** `worker.join()`, `worker.stop()`, `worker = ...`: nothing is expected of it. */
function isPutAway({ tree }: Module, name: number): boolean {
  const parent = tree.parent(name);
  if (tree.field(name) === Field.left) return true;
  if (tree.kind(parent) !== Kind.attribute) return false;
  return /^(?:join|stop|close|wait|shutdown|start)$/.test(tree.text(tree.child(parent, Field.attribute)));
}

/** Names or texts of the test speak of expiry: the pause lets that come, and a slow machine makes it longer only. */
function letsGrowOld(module: Module, functionIndex: number): boolean {
  const { tree, index } = module;
  for (const node of ownNodes(tree, index.functions[functionIndex]!.body)) {
    const kind = tree.kind(node);
    if (kind !== Kind.identifier && kind !== Kind.string) continue;
    const text = kind === Kind.identifier ? tree.text(node) : (literalText(tree, node) ?? '');
    if (growingOld.test(text)) return true;
  }
  return false;
}

/** A comment above the pause, on its line or below it says that time itself has to pass, or what must not happen meanwhile. */
function isMeant(module: Module, sleep: number): boolean {
  const comments = commentsOf(module);
  const line = module.tree.lineOf(sleep);
  const statement = statementAround(module.tree, sleep);
  const texts = [
    comments.commentBefore(statement)?.text,
    ...[line, line + 1].map((at) => comments.commentOnLine(at)?.text),
  ];
  // The remark may stand above what is started just before: "let both try, and ensure that they do not".
  for (let one = before(module.tree, statement); one >= 0; one = before(module.tree, one))
    texts.push(comments.commentBefore(one)?.text);
  return texts.some((text) => text !== undefined && (clockMoves.test(text) || nothingHappens.test(text)));
}

/** The statement in the line above one, in the same block; -1 if there is another line between them. */
function before(tree: LoweredTree, statement: number): number {
  const siblings = tree.children(tree.parent(statement));
  const one = siblings[siblings.indexOf(statement) - 1] ?? -1;
  return one >= 0 && tree.line(tree.end(one) - 1) === tree.lineOf(statement) - 1 ? one : -1;
}

/** The test reads a clock twice: it is about time. */
function measuresTime(module: Module, functionIndex: number): boolean {
  const { tree, index } = module;
  let reads = 0;
  for (const node of ownNodes(tree, index.functions[functionIndex]!.body)) {
    if (clock.test(calledName(tree, node))) reads++;
  }
  return reads > 1;
}
