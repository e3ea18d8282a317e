// What the interpreter tells detectors while it walks a function: each call, assignment and loop with the values known there.
import type { HeapObject } from '../values/held.ts';
import type { Module } from '../../model/module.ts';
import type { Value } from '../values/value.ts';

/** A place in the program: a node of a module, inside a function (MODULE for the top level). */
export interface Site {
  readonly module: Module;
  readonly functionIndex: number;
  readonly node: number;
}

export interface Argument {
  /** The value's expression. */
  readonly node: number;
  readonly value: Value;
}

export interface Arguments {
  readonly positional: readonly Argument[];
  readonly keywords: ReadonlyMap<string, Argument>;
  /** `*args` of unknown length was given: later positions are unknown. */
  readonly hasStar: boolean;
  /** `**kwargs` with unknown keys was given. */
  readonly hasDoubleStar: boolean;
  /** With `*args`: how many positional arguments stand before it. */
  readonly before?: number;
  /** What one of these holds, as far as it is known. */
  readonly star?: Value;
  readonly doubleStar?: Value;
  /** Keys of `**kwargs` that are not known, as far as anything is known of them. */
  readonly doubleStarKeys?: Value;
}

const noKeywords: ReadonlyMap<string, Argument> = new Map();
export const noArguments: Arguments = { positional: [], keywords: noKeywords, hasStar: false, hasDoubleStar: false };

/** What a call may run. */
export type CallTarget =
  /** A function or class outside the checkout: `requests.get`. */
  | { readonly kind: 'symbol'; readonly name: string }
  /** A method of an instance of a class outside the checkout, or inherited from one. */
  | { readonly kind: 'method'; readonly on: string; readonly name: string }
  | { readonly kind: 'function'; readonly module: Module; readonly index: number }
  | { readonly kind: 'class'; readonly module: Module; readonly index: number };

export interface CallEvent extends Site {
  readonly targets: readonly CallTarget[];
  readonly arguments: Arguments;
  /** The receiver of a method call. */
  readonly receiver: Value | undefined;
  readonly result: Value;
  /** Reads the value of an expression at this point. */
  readonly evaluate: (node: number) => Value;
  /** What a heap object holds at this point. */
  readonly holds: Holds;
}

export type AssignTarget =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'attribute'; readonly object: Value; readonly name: string }
  | { readonly kind: 'subscript'; readonly object: Value; readonly key: Value };

/** An assignment to one target; `node` is the target. */
export interface AssignEvent extends Site {
  readonly target: AssignTarget;
  readonly value: Value;
  /** The value's expression, -1 if there is none (a loop target, unpacking). */
  readonly valueNode: number;
  readonly holds: Holds;
}

/** A name or dotted name that stands for something outside the checkout: `ssl.PROTOCOL_SSLv3`. */
export interface ReferenceEvent extends Site {
  readonly name: string;
}

/** A loop, with the values that hold before its first round. */
export interface LoopEvent extends Site {
  readonly evaluate: (node: number) => Value;
}

/** A comparison of two operands. */
export interface CompareEvent extends Site {
  readonly operator: string;
  readonly left: Argument;
  readonly right: Argument;
}

/** What the heap objects that a value may be hold at this point. */
export type Holds = (value: Value) => readonly HeapObject[];

/** A detector's ears. Handlers run once for each place, after loops have settled. */
export interface Observer {
  readonly call?: (event: CallEvent) => void;
  readonly assign?: (event: AssignEvent) => void;
  readonly reference?: (event: ReferenceEvent) => void;
  readonly loop?: (event: LoopEvent) => void;
  readonly compare?: (event: CompareEvent) => void;
}
