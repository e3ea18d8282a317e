// What a function has checked of its parameters where it comes back: its guards, for callers. In: the frame at one way out, and the value that
// comes back there. Out: that way joined with those before it.
import { Kind } from '../../parse/lowered-tree.ts';
import { checkedOutside, keyOutside } from '../taint/read-again.ts';
import { isTrue } from '../values/constant.ts';
import type { Guarded } from '../values/state.ts';
import { bothGuards, joinGuards } from '../values/state.ts';
import type { Check } from '../values/taint.ts';
import type { Value } from '../values/value.ts';
import { unknown } from '../values/value.ts';
import type { Frame } from './frame.ts';

/** What holds of parameters (by their text) where a function comes back. */
export interface GuardSummary {
  readonly always: ReadonlyMap<string, Guarded>;
  readonly whenTrue: ReadonlyMap<string, Guarded>;
  readonly whenFalse: ReadonlyMap<string, Guarded>;
  /** Of a tuple that comes back, where each of its elements is true or false: `return ok, reason`. */
  readonly parts?: readonly ExitGuards[] | undefined;
}

type ExitGuards = Pick<GuardSummary, 'whenTrue' | 'whenFalse'>;

/** The guards of a function with one more way out; `node` is the expression of what comes back, -1 if it has none. */
export function atExit(frame: Frame, before: GuardSummary | undefined, node: number, value: Value): GuardSummary {
  const guards = parameterGuards(frame);
  const parts = exitParts(frame, node, value, guards);
  return {
    always: before === undefined ? guards : joinGuards(before.always, guards),
    ...joinExits(before, exitGuards(frame, node, value, guards)),
    parts:
      before === undefined || parts === undefined
        ? parts
        : before.parts?.length === parts.length
          ? parts.map((part, index) => joinExits(before.parts![index], part))
          : undefined,
  };
}

/** What holds of parameters where the value that comes back is true, and where it is false; undefined if it never is. */
function exitGuards(
  frame: Frame,
  node: number,
  value: Value,
  guards: ReadonlyMap<string, Guarded>,
): Partial<ExitGuards> {
  const known = node < 0 ? false : truthOfExit(frame, node, value);
  const checks = node < 0 || known !== undefined ? undefined : (frame.checks.get(node) ?? value.taint?.checks);
  if (checks !== undefined) {
    return {
      whenTrue: withChecks(frame, guards, checks.whenTrue),
      whenFalse: withChecks(frame, guards, checks.whenFalse),
    };
  }
  if (known === undefined) return { whenTrue: guards, whenFalse: guards };
  return known ? { whenTrue: guards } : { whenFalse: guards };
}

/** The same for each element of a tuple that is written there. */
function exitParts(
  frame: Frame,
  node: number,
  value: Value,
  guards: ReadonlyMap<string, Guarded>,
): ExitGuards[] | undefined {
  const { tree } = frame;
  if (node < 0 || (tree.kind(node) !== Kind.expression_list && tree.kind(node) !== Kind.tuple)) return undefined;
  const [held] = frame.holds(value);
  return tree
    .children(node)
    .map((child, index) =>
      joinExits(undefined, exitGuards(frame, child, held?.entries.get(`n${index}`) ?? unknown, guards)),
    );
}

/** What parameters have been checked for, at this point: as the state says, and as their values do. */
function parameterGuards(frame: Frame): ReadonlyMap<string, Guarded> {
  const { guards } = frame.state;
  if (guards.size === 0) return guards;
  const found = [...guards].flatMap(([key, guarded]): [string, Guarded][] => {
    if (key.startsWith('#')) return [[key.slice(1), guarded]];
    const outside = key.startsWith('@') ? undefined : keyOutside(frame, key, frame.parameterNames);
    return outside === undefined ? [] : [[outside, guarded]];
  });
  return new Map(found);
}

const everyGuard: ReadonlyMap<string, Guarded> = new Map([['*', { kinds: 0n, credit: undefined as never }]]);

/** Ways out on which something is never so hold everything; a way out that may be so, what holds there. */
function joinExit(
  before: ReadonlyMap<string, Guarded> | undefined,
  here: ReadonlyMap<string, Guarded> | undefined,
): ReadonlyMap<string, Guarded> {
  if (here === undefined || here === everyGuard) return before ?? everyGuard;
  return before === undefined || before === everyGuard ? here : joinGuards(before, here);
}

function joinExits(before: ExitGuards | undefined, here: Partial<ExitGuards>): ExitGuards {
  return {
    whenTrue: joinExit(before?.whenTrue, here.whenTrue),
    whenFalse: joinExit(before?.whenFalse, here.whenFalse),
  };
}

function truthOfExit(frame: Frame, node: number, value: Value): boolean | undefined {
  if (isFilled(frame, node) || isAnswer(value)) return true;
  const truths = new Set(value.constants?.map(isTrue) ?? []);
  return truths.size === 1 ? truths.has(true) : undefined;
}

/** `{"error": "no such shelf"}`: a container with something in it. */
function isFilled({ tree }: Frame, node: number): boolean {
  switch (tree.kind(node)) {
    case Kind.dictionary:
    case Kind.list:
    case Kind.set:
    case Kind.tuple:
    case Kind.expression_list:
      return tree
        .children(node)
        .some((child) => tree.kind(child) !== Kind.list_splat && tree.kind(child) !== Kind.dictionary_splat);
    default:
      return false;
  }
}

/** An answer that is made where a check fails: `return HttpResponse(status=400)`. */
function isAnswer({ denotes, constants }: Value): boolean {
  return (
    constants === undefined &&
    denotes.length > 0 &&
    denotes.every((one) => one.kind === 'instance' && /\w*Response$/.test(one.of))
  );
}

/** What is known of parameters where checks of them came out. */
function withChecks(
  frame: Frame,
  guards: ReadonlyMap<string, Guarded>,
  checks: readonly Check[],
): ReadonlyMap<string, Guarded> {
  const all = new Map(guards);
  for (const check of checks) {
    const { taint, kinds, credit, given } = check;
    const guarded = given === undefined ? { kinds, credit } : { kinds, credit, given };
    for (const key of [taint?.is?.text, checkedOutside(frame, check, frame.parameterNames)]) {
      if (key === undefined) continue;
      const known = all.get(key);
      all.set(key, known === undefined ? guarded : bothGuards(known, guarded));
    }
  }
  return all;
}
