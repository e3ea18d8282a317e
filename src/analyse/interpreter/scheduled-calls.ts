// Functions that are handed to somebody who calls them: executors, event loops, threads. In: the call that hands one over.
// Out: what comes of it, a future whose result is the function's; `await` and `result()` see through it.
import { makeHeld } from '../values/held.ts';
import type { Value } from '../values/value.ts';
import { derivedTaint } from '../values/taint.ts';
import { changeValue, instanceOf, joinValues } from '../values/value.ts';
import { applied, callValue } from './builtin-calls.ts';
import { elementOf } from './containers.ts';
import type { Arguments } from './events.ts';
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
  defer: 0,
  deferToThread: 0,
  spawn: 0,
  add_task: 0,
  run_in_executor: 1,
  call_later: 1,
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
  const given = keywords.get('args') ?? positional[isTimer ? 2 : 3];
  const [held] = given === undefined ? [] : frame.holds(given.value);
  const values = held === undefined ? [] : [...held.entries.values()];
  if (held?.rest !== undefined) values.push(elementOf(frame, given!.value));
  const named = keywords.get('kwargs');
  const [dict] = named === undefined ? [] : frame.holds(named.value);
  const passed = new Map(
    [...(dict?.entries ?? [])].flatMap(([key, value]) =>
      key.startsWith('s') ? [[key.slice(1), { node: named!.node, value }] as const] : [],
    ),
  );
  callValue(frame, node, callee.value, {
    ...noArguments,
    positional: values.map((value) => ({ node: given?.node ?? node, value })),
    keywords: passed,
  });
  return instanceOf(name);
}
