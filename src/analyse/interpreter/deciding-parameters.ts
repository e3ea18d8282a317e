// Which parameters of a function decide what comes back from it, or what it stores on its object, or what holds behind it. In: its
// summary. Found once for each summary.
import type { Value } from '../values/value.ts';
import type { Summary } from './engine.ts';

const known = new WeakMap<Summary, ReadonlySet<number>>();
const MAX_DEPTH = 3;

/** Positions of the parameters, the object of a method included. */
export function decidingParameters(summary: Summary): ReadonlySet<number> {
  let found = known.get(summary);
  if (found === undefined) known.set(summary, (found = find(summary)));
  return found;
}

function find({ returns, exitStores, guards, parameters }: Summary): ReadonlySet<number> {
  const found = new Set<number>();
  const addAll = (): void => {
    for (let position = 0; position < parameters.length; position++) found.add(position);
  };
  const add = ({ taint, held, denotes }: Value, depth: number): void => {
    if (taint?.is !== undefined) found.add(taint.is.index);
    for (const { parameter } of taint?.marks ?? []) if (parameter !== undefined) found.add(parameter.index);
    // What a closure sees of its maker's parameters is not looked for.
    if (denotes.some((one) => one.kind === 'function' && one.captured !== undefined)) addAll();
    if (held === undefined || depth > MAX_DEPTH) return;
    for (const entry of held.entries.values()) add(entry, depth + 1);
    if (held.rest !== undefined) add(held.rest, depth + 1);
  };
  add(returns, 0);
  for (const value of exitStores.values()) add(value, 0);
  // A check of one may hang on another: the base folder of a path.
  if (guards !== undefined && guards.always.size + guards.whenTrue.size + guards.whenFalse.size > 0) addAll();
  return found;
}
