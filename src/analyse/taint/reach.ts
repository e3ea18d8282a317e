// What a caller's value is to the code of a callee: what is reached from an argument by attributes and keys.
import type { Module } from '../../model/module.ts';
import { attributeOf } from '../interpreter/attributes.ts';
import { anyValueOf, elementOf, entryOf, ITERATED, taintedEntry } from '../interpreter/containers.ts';
import type { Frame } from '../interpreter/frame.ts';
import type { Given } from '../values/taint.ts';
import { parameterAt } from '../values/taint.ts';
import type { Value } from '../values/value.ts';
import { joinValues } from '../values/value.ts';
import { conditions, noCondition } from './given.ts';

/** One call: the callee's parameters with what is passed, and where. */
export interface Binding {
  readonly callee: string;
  readonly names: readonly string[];
  readonly values: readonly (Value | undefined)[];
  /** The arguments' expressions, or the call's where there is none. */
  readonly nodes: readonly number[];
  readonly module: Module;
  readonly frame: Frame;
}

const MAX_REACHING = 4;

/** What is reached from a value by a parameter's path; undefined if nothing is known of it. Sources on the way are at `node`, the argument. */
export function reach(frame: Frame, value: Value | undefined, path: readonly string[], node = -1): Value | undefined {
  if (path.length === 0) return value;
  // A property may lead on to another one, and so on without end.
  if (frame.engine.reaching >= MAX_REACHING) return undefined;
  frame.engine.reaching++;
  const found = follow(frame, value, path, node);
  frame.engine.reaching--;
  return found;
}

function follow(frame: Frame, value: Value | undefined, path: readonly string[], node: number): Value | undefined {
  let current = value;
  for (const step of path) {
    if (current === undefined) return undefined;
    if (step.startsWith('.')) current = attributeOf(frame, current, step.slice(1), node);
    else if (step === '[]') current = anyEntry(frame, current);
    else if (step === ITERATED) current = elementOf(frame, current);
    else
      current =
        entryOf(frame, current, step.slice(1)) ??
        taintedEntry(current, step.slice(1), (source, key) => frame.engine.source({ ...source, key }));
  }
  return current;
}

/** What a parameter of the callee, or what is reached from it, is at the call; `text` as in `Parameter`. */
export function reached(binding: Binding, index: number, text: string): Value | undefined {
  const path = text.slice(String(index).length).match(/\.[^.[]+|\[[^.[]*/g) ?? [];
  return reach(binding.frame, binding.values[index], parameterAt(index, path).path);
}

/** What a callee's check needs of its parameters, as this caller's values or its own parameters say it; undefined if that is not so. */
export function neededHere(binding: Binding, given: readonly Given[]): readonly Given[] | undefined {
  const needed: Given[] = [];
  for (const { parameter, test } of given) {
    const value = reached(binding, Number.parseInt(parameter, 10), parameter);
    // What is not passed is the callee's own default.
    const here = value === undefined ? noCondition : conditions(binding.frame, value, test);
    if (here === undefined) return undefined;
    needed.push(...here);
  }
  return needed;
}

/** An entry under a key that is not known, of a dict a key as well: what comes from `items()`. */
function anyEntry(frame: Frame, value: Value): Value {
  const element = elementOf(frame, value);
  return frame.holds(value).some(({ kind }) => kind === 'dict')
    ? joinValues(element, anyValueOf(frame, value))
    : element;
}
