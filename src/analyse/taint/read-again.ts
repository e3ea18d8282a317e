// Expressions that were checked in one function and are read again in another one: `request.args["q"]`, `self.request.GET["q"]`. In: what
// a state keeps of checked expressions. Out: the same said of parameters and of objects that all functions see, for the summary of a
// function; and back again, in the words of a caller or of a callee.
import type { Frame } from '../interpreter/frame.ts';
import { lookUp } from '../interpreter/names.ts';
import type { Guarded } from '../values/state.ts';
import type { Check } from '../values/taint.ts';
import { expressionKey } from './expression-key.ts';

/** An expression by the parameter it begins with, `=0.args['q']`, or by the object outside that it names, `~flask.Request request.args['q']`. */
export function keyOutside(frame: Frame, key: string, parameters: readonly string[]): string | undefined {
  const name = /^[A-Za-z_]\w*/.exec(key)?.[0];
  if (name === undefined || name === key) return undefined;
  const index = parameters.indexOf(name);
  if (index >= 0) return `=${index}${key.slice(name.length)}`;
  const type = typeOfGlobal(frame, name);
  return type === undefined ? undefined : `~${type} ${key}`;
}

/** The same in the words of a caller; `argument` gives the expression that is passed. */
export function keyInside(frame: Frame, key: string, argument: (index: number) => number): string {
  if (key.startsWith('~')) {
    const [type, own] = key.slice(1).split(/ (.*)/s) as [string, string];
    return typeOfGlobal(frame, /^\w+/.exec(own)![0]) === type ? own : '';
  }
  const [, index, path] = /^=(\d+)(.*)$/s.exec(key)!;
  const node = argument(Number(index));
  const base = node < 0 ? '' : expressionKey(frame.tree, node);
  return base === '' ? '' : `${base}${path}`;
}

/** The expression of a check as a summary keeps it. */
export function checkedOutside(frame: Frame, { node, key }: Check, parameters: readonly string[]): string | undefined {
  const own = key ?? (node < 0 ? '' : expressionKey(frame.tree, node));
  return own === '' ? undefined : keyOutside(frame, own, parameters);
}

/** What a caller has checked, told to the function that it calls with it; `passed`: by position the argument's expression, and the parameter. */
export function handOver(
  caller: Frame,
  callee: Frame,
  passed: readonly { readonly node: number; readonly name: string }[],
): void {
  if (caller.state.guards.size === 0) return;
  const names = passed.map(({ node }) => (node < 0 ? '' : expressionKey(caller.tree, node)));
  for (const [key, guarded] of caller.state.guards) {
    if (/^[#@]/.test(key)) continue;
    const outside = keyOutside(caller, key, names);
    if (outside === undefined) continue;
    const own = outside.startsWith('~')
      ? keyInside(callee, outside, () => -1)
      : outside.replace(/^=(\d+)/, (_, index: string) => passed[Number(index)]!.name);
    if (own !== '') callee.state.setGuard(own, plain(guarded));
  }
}

function plain({ kinds, credit, given }: Guarded): Guarded {
  return given === undefined ? { kinds, credit } : { kinds, credit, given };
}

/** The type of an object outside the checkout that a name stands for everywhere in a module: Flask's request. */
function typeOfGlobal(frame: Frame, name: string): string | undefined {
  const number = frame.engine.project.names.find(name);
  if (number === 0 || frame.state.variables.has(number)) return undefined;
  const [only, ...others] = lookUp(frame, number).denotes;
  return only?.kind === 'instance' && others.length === 0 ? only.of : undefined;
}
