// What a name from outside can do that is looked up: much if what is found is called, or if a value from outside is set under it; else
// it is for review. In: a call or subscript that looks up. Out: whether it is for review only. Leaves alone: what the object has.
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { Arguments } from '../interpreter/events.ts';
import type { Frame } from '../interpreter/frame.ts';
import { isTainted } from '../values/taint.ts';

/** Where a name is looked up. */
export interface LookUp {
  readonly module: Module;
  readonly node: number;
  readonly functionIndex: number;
  readonly names: readonly string[];
  readonly method: string;
  readonly args: Arguments;
}

/** Nothing is called by the name, and nothing from outside is put there. */
export function isOnlyRead(frame: Frame, look: LookUp): boolean {
  const { args, names, method } = look;
  if (names.includes('operator.methodcaller')) return false;
  if (/setattr/.test(method) || names.some((name) => /setattr/.test(name))) {
    const value = args.positional.at(-1)?.value;
    return value === undefined || !isTainted(frame.whole(value).taint);
  }
  return !isCalled(look);
}

function isCalled({ module, node, functionIndex }: LookUp): boolean {
  const { tree } = module;
  const parent = tree.parent(node);
  if (parent >= 0 && tree.kind(parent) === Kind.call) return tree.child(parent, Field.function) === node;
  return callsOf(module, node, functionIndex).length > 0;
}

/** Calls of the name that what was found is assigned to. */
export function callsOf(module: Module, node: number, functionIndex: number): readonly number[] {
  const { tree } = module;
  const parent = tree.parent(node);
  if (parent < 0 || tree.kind(parent) !== Kind.assignment || tree.child(parent, Field.right) !== node) return [];
  const target = tree.child(parent, Field.left);
  if (tree.kind(target) !== Kind.identifier) return [];
  const name = tree.name(target);
  return module.index.calls.filter((call) => {
    const callee = tree.child(call, Field.function);
    return (
      tree.kind(callee) === Kind.identifier &&
      tree.name(callee) === name &&
      module.functionAround(call) === functionIndex
    );
  });
}
