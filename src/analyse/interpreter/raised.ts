// What exceptions of the checkout say: `raise ValueError(text)` here, `str(error)` in the handler, in the same function or in the one
// that called it. In: raise statements, calls, handlers. Out: untrusted data that a caught exception carries. Leaves alone: exceptions
// that a library raises, and those that pass through more than one call.
import { returned } from '../taint/leaving.ts';
import { substitute } from '../taint/substitute.ts';
import type { Binding } from '../taint/reach.ts';
import { asText, isTainted, makeTaint } from '../values/taint.ts';
import type { Denotation, Value } from '../values/value.ts';
import { changeValue, joinValues, sameDenotation, unknown, withTaint } from '../values/value.ts';
import type { Frame } from './frame.ts';

// More kinds of exceptions with something to tell are not told apart.
const MAX_RAISED = 4;
const nothing: readonly Value[] = [];

/** Notes an exception that is raised here, where what it says is from outside or hangs on a parameter. */
export function noteRaised(frame: Frame, exception: Value): void {
  // What a caught exception of a library says is a source of its own.
  const marks = exception.taint?.marks.filter(({ source }) => source?.kind !== 'exception') ?? [];
  if (marks.length === 0) return;
  const list = frame.catching ?? frame.raised;
  const value = withTaint(changeValue(unknown, { denotes: exception.denotes }), asText(makeTaint(marks)));
  const [own] = value.denotes;
  const known = list.findIndex(({ denotes: [one] }) =>
    one === undefined || own === undefined ? one === own : sameDenotation(one, own),
  );
  if (known >= 0) list[known] = joinValues(list[known]!, value);
  else if (list.length < MAX_RAISED) list.push(value);
}

/** Notes in a `try` what a function that is called there raises. */
export function noteRaisedBy(
  caller: Frame,
  node: number,
  raised: readonly Value[],
  binding: Binding,
  isHere: boolean,
): void {
  for (const one of raised) {
    const here = isHere ? one : substitute(one, binding);
    if (isTainted(here.taint)) noteRaised(caller, returned(here, caller.module, node, binding.callee));
  }
}

/** Takes out of the list what a handler of a type catches; without a type every exception. */
export function caughtBy(frame: Frame, raised: Value[], type: Value | undefined): readonly Value[] {
  if (raised.length === 0) return nothing;
  const types = type === undefined ? undefined : namedTypes(frame, type);
  const caught = raised.filter((one) => types === undefined || types.some((handled) => catches(frame, handled, one)));
  for (const one of caught) raised.splice(raised.indexOf(one), 1);
  return caught;
}

function namedTypes(frame: Frame, type: Value): readonly Denotation[] {
  const held = frame.holds(type).find(({ kind }) => kind === 'tuple');
  return held === undefined ? type.denotes : [...held.entries.values()].flatMap(({ denotes }) => denotes);
}

// The classes that are caught most often by one of their bases.
const below: Readonly<Partial<Record<string, RegExp>>> = {
  BaseException: /^/,
  Exception: /^(?!(?:KeyboardInterrupt|SystemExit|GeneratorExit|BaseException)$)/,
  LookupError: /^(?:KeyError|IndexError)$/,
  OSError: /^(?:IOError|FileNotFoundError|FileExistsError|PermissionError|ConnectionError|TimeoutError)$/,
  ValueError: /^(?:UnicodeError|UnicodeDecodeError|UnicodeEncodeError|json\.JSONDecodeError)$/,
  RuntimeError: /^(?:NotImplementedError|RecursionError)$/,
};

function catches({ engine: { project } }: Frame, handled: Denotation, { denotes: [one] }: Value): boolean {
  if (handled.kind === 'symbol') {
    const names = one?.kind === 'object' ? project.ancestry(one).external : one?.kind === 'instance' ? [one.of] : [];
    return names.some((name) => name === handled.name || below[handled.name]?.test(name) === true);
  }
  if (handled.kind !== 'class' || one?.kind !== 'object') return false;
  return project
    .ancestry(one)
    .classes.some(({ module, index }) => module === handled.module && index === handled.index);
}
