// Functions that are handed to somebody who calls them: executors, event loops, threads, queues of tasks. In: the call that hands one over.
// Out: what comes of it, a future whose result is the function's; `await` and `result()` see through it.
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { makeHeld } from '../values/held.ts';
import type { Value } from '../values/value.ts';
import { derivedTaint } from '../values/taint.ts';
import { changeValue, denoting, instanceOf, joinValues, unknown } from '../values/value.ts';
import { applied, callValue } from './builtin-calls.ts';
import { elementOf } from './containers.ts';
import type { Argument, Arguments } from './events.ts';
import { noArguments } from './events.ts';
import type { Frame } from './frame.ts';

/** The type of what `submit` returns. */
export const FUTURE = 'concurrent.futures.Future';

/** Last names of calls, and the position of the function among their arguments. */
const schedulers: Readonly<Record<string, number>> = {
  submit: 0,
  to_thread: 0,
  run_sync: 0,
  run_in_threadpool: 0,
  call_soon: 0,
  call_soon_threadsafe: 0,
  apply_async: 0,
  apply: 0,
  enqueue: 0,
  enqueue_call: 0,
  defer: 0,
  deferToThread: 0,
  spawn: 0,
  add_task: 0,
  run_in_executor: 1,
  call_later: 1,
  enqueue_at: 1,
  enqueue_in: 1,
};

/** The result of a call that has a function of the checkout called; undefined if it hands none over. */
export function scheduled(
  frame: Frame,
  node: number,
  name: string,
  args: Arguments,
  receiver?: Value,
): Value | undefined {
  const last = name.slice(name.lastIndexOf('.') + 1);
  // What is awaited anyway, one or several.
  if (/^asyncio\.(?:create_task|ensure_future|wait_for|shield|run|run_coroutine_threadsafe)$/.test(name)) {
    return args.positional[0]?.value;
  }
  if (name === 'asyncio.gather' || name === 'asyncio.as_completed') return gathered(frame, node, args);
  if (last === 'map' || last === 'starmap' || last === 'imap' || last === 'imap_unordered') {
    const [callee, ...lists] = args.positional;
    if (callee === undefined || !isCallable(callee.value)) return undefined;
    const rest = applied(frame, node, callee.value, lists, true);
    return frame.allocate(node, makeHeld('list', new Map(), rest), 'list');
  }
  if (last === 'add_done_callback') {
    const [callback] = args.positional;
    if (callback === undefined || receiver === undefined || !isCallable(callback.value)) return undefined;
    return callValue(frame, node, callback.value, { ...noArguments, positional: [{ node, value: receiver }] });
  }
  const first = frame.engine.models.firstHanded(name);
  if (first !== undefined) {
    const [callee, ...rest] = args.positional;
    if (callee === undefined || !isCallable(callee.value)) return undefined;
    return callValue(frame, node, callee.value, { ...args, positional: [{ node, value: instanceOf(first) }, ...rest] });
  }
  if (name === 'functools.reduce') return reduced(frame, node, args);
  const position = schedulers[last];
  if (position !== undefined) {
    const callee = args.positional[position];
    if (callee === undefined || !isCallable(callee.value)) return undefined;
    const { keywords } = args;
    const given = { ...noArguments, positional: args.positional.slice(position + 1), keywords };
    const result = callValue(frame, node, callee.value, given);
    return last === 'submit' || last === 'apply_async' ? futureOf(frame, result) : result;
  }
  return last === 'Thread' || last === 'Process' || last === 'Timer' ? started(frame, node, name, args) : undefined;
}

/** Methods that a decorator gives a task, and how its arguments are handed over: as they are, or as a list and a dict. */
const taskMethods: ReadonlyMap<string, 'given' | 'listed'> = new Map([
  ['delay', 'given'],
  ['s', 'given'],
  ['si', 'given'],
  ['subtask', 'listed'],
  ['signature', 'listed'],
  ['apply', 'listed'],
  ['apply_async', 'listed'],
  ['send', 'given'],
  ['send_with_options', 'listed'],
  ['defer', 'given'],
  ['defer_async', 'given'],
  ['kiq', 'given'],
]);

/** Whether a method of this name may start a task. */
export function isTaskMethod(name: string): boolean {
  return taskMethods.has(name);
}

/** `task.delay(x)`: the function that the task was made of runs with x; undefined if it is no method of a task. */
export function taskStarted(
  frame: Frame,
  node: number,
  receiver: Value,
  method: string,
  args: Arguments,
): Value | undefined {
  const way = taskMethods.get(method);
  const tasks = way === undefined ? [] : receiver.denotes.filter((one) => one.kind === 'function');
  if (tasks.length === 0) return undefined;
  for (const task of tasks) {
    const { decorated } = task.module.index.functions[task.index]!;
    if (decorated < 0) continue;
    const passed = way === 'listed' ? unpacked(frame, node, args) : args;
    // `@app.task(bind=True)`: the task itself comes first.
    const bound = isBound(task.module, decorated) ? [{ node, value: unknown }] : [];
    const positional = [...bound, ...passed.positional];
    callValue(frame, node, denoting(task), { ...passed, positional });
  }
  return unknown;
}

function isBound({ tree }: Module, decorated: number): boolean {
  for (const decorator of tree.children(decorated)) {
    if (tree.kind(decorator) !== Kind.decorator) continue;
    for (let node = decorator + 1; node < tree.next(decorator); node++) {
      const isBind = tree.kind(node) === Kind.keyword_argument && tree.text(tree.child(node, Field.name)) === 'bind';
      if (isBind && tree.kind(tree.child(node, Field.value)) === Kind.true) return true;
    }
  }
  return false;
}

/** `reduce(f, list, start)`: what f makes of what came before and an element. */
function reduced(frame: Frame, node: number, { positional }: Arguments): Value | undefined {
  const [callee, list, start] = positional;
  if (callee === undefined || list === undefined || !isCallable(callee.value)) return undefined;
  const element = elementOf(frame, list.value);
  const before = start === undefined ? element : joinValues(start.value, element);
  const given = {
    ...noArguments,
    positional: [
      { node: list.node, value: before },
      { node: list.node, value: element },
    ],
  };
  return callValue(frame, node, callee.value, given);
}

/** What will be there: `result()` and `get()` give it. */
function futureOf(frame: Frame, value: Value): Value {
  const result = frame.export(value);
  const held = makeHeld('instance', new Map([['result', result]]), undefined);
  return changeValue(instanceOf(FUTURE), { held, taint: derivedTaint([frame.whole(result).taint]) });
}

function isCallable(value: Value): boolean {
  return (
    value.held?.entries.has('callee') === true ||
    value.denotes.some(({ kind }) => kind === 'function' || kind === 'symbol')
  );
}

function gathered(frame: Frame, node: number, args: Arguments): Value {
  const entries = new Map(args.positional.map(({ value }, index) => [`n${index}`, value]));
  const rest = args.star;
  return frame.allocate(node, makeHeld('list', entries, rest), 'list');
}

/** `Thread(target=f, args=(x,))`: f runs with x. */
function started(frame: Frame, node: number, name: string, { positional, keywords }: Arguments): Value | undefined {
  const isTimer = name.endsWith('.Timer');
  const callee = keywords.get('target') ?? keywords.get('function') ?? positional[1];
  if (callee === undefined || !isCallable(callee.value)) return undefined;
  const list = keywords.get('args') ?? positional[isTimer ? 2 : 3];
  callValue(frame, node, callee.value, spread(frame, node, list, keywords.get('kwargs')));
  return instanceOf(name);
}

/** `apply_async((x,), {"key": y})`: the arguments that stand in a list and a dict. */
function unpacked(frame: Frame, node: number, { positional, keywords }: Arguments): Arguments {
  return spread(frame, node, keywords.get('args') ?? positional[0], keywords.get('kwargs') ?? positional[1]);
}

function spread(frame: Frame, node: number, list: Argument | undefined, dict: Argument | undefined): Arguments {
  const [held] = list === undefined ? [] : frame.holds(list.value);
  const values = held === undefined ? [] : [...held.entries.values()];
  if (held?.rest !== undefined) values.push(elementOf(frame, list!.value));
  const [named] = dict === undefined ? [] : frame.holds(dict.value);
  const passed = new Map(
    [...(named?.entries ?? [])].flatMap(([key, value]) =>
      key.startsWith('s') ? [[key.slice(1), { node: dict!.node, value }] as const] : [],
    ),
  );
  return {
    ...noArguments,
    positional: values.map((value) => ({ node: list?.node ?? node, value })),
    keywords: passed,
  };
}
