// What a call of a function of the checkout calls.
import type { FunctionNode } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import type { Value } from '../values/value.ts';

/** A function of the checkout as a call sees it. */
export interface Callee {
  readonly module: Module;
  readonly index: number;
  /** The object of a bound method. */
  readonly self: Value | undefined;
  readonly captured?: ReadonlyMap<number, Value> | undefined;
  /** It is meant itself, not what its decorators make of it. */
  readonly isBare?: boolean | undefined;
}

/** The callee's definition. */
export function itemOf({ module, index }: Callee): FunctionNode {
  return module.index.functions[index]!;
}
