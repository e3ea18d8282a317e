// A call of something that models may know, and what of it they speak about.
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { Argument, Arguments } from '../interpreter/events.ts';
import type { Frame } from '../interpreter/frame.ts';
import type { Value } from '../values/value.ts';
import type { ApiEntry, ApiModels } from './api-models.ts';

/** A call with its values. */
export interface ApiCall {
  readonly node: number;
  readonly callee: Value;
  readonly calleeNode: number;
  readonly receiver: Value | undefined;
  readonly args: Arguments;
  readonly result: Value;
}

const noEntries: readonly ApiEntry[] = [];

/** What the models say of any of these names. */
export function entriesOf(models: ApiModels, names: readonly string[]): readonly ApiEntry[] {
  let found = noEntries;
  for (const name of names) {
    const entries = models.call(name);
    if (entries !== undefined) found = found === noEntries ? entries : [...found, ...entries];
  }
  return found;
}

/** The arguments an entry is about: the one it names, else all and the receiver. */
export function argumentsOf(entry: ApiEntry, { args, receiver, node }: ApiCall): Argument[] {
  const { argument } = entry;
  const spread = [args.star, args.doubleStar].flatMap((value) => (value === undefined ? [] : [{ node, value }]));
  const all = [...args.positional, ...args.keywords.values(), ...spread];
  const self = receiver === undefined ? [] : [{ node, value: receiver }];
  if (argument === undefined) return [...self, ...all];
  for (const part of argument.split('|')) {
    if (part === '*') return all;
    if (part === 'self') return self;
    const given = /^\d+$/.test(part) ? args.positional[Number(part)] : args.keywords.get(part);
    if (given !== undefined) return [given];
  }
  return spread;
}

// Methods whose result holds what their object held.
/** The expression of the object whose method is called; -1 if it is none. */
export function receiverNode({ tree }: Frame, { calleeNode }: ApiCall): number {
  return tree.kind(calleeNode) === Kind.attribute ? tree.child(calleeNode, Field.object) : -1;
}
