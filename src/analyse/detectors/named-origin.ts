// Whether what goes into an expression is called so: a salt that is made of a user's name, a text with a password in it.
// In: an expression, a pattern for names. Out: yes or no.
import type { Module } from '../../model/module.ts';
import type { Leaf } from './expression-leaves.ts';
import { leavesOf } from './expression-leaves.ts';

const isCalledSo = ({ name, variables }: Leaf, pattern: RegExp): boolean =>
  pattern.test(name) || variables.some((variable) => pattern.test(variable));

/** At least one name goes into the expression, and each one matches. */
export function isMadeOfNamed(module: Module, functionIndex: number, node: number, pattern: RegExp): boolean {
  const leaves = leavesOf(module, functionIndex, node);
  return leaves.length > 0 && leaves.every((leaf) => isCalledSo(leaf, pattern));
}

/** Some name that goes into the expression matches. */
export function hasNamedPart(module: Module, functionIndex: number, node: number, pattern: RegExp): boolean {
  return leavesOf(module, functionIndex, node).some((leaf) => isCalledSo(leaf, pattern));
}
