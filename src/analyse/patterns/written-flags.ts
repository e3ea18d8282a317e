// Flags of a regular expression as the call writes them: by their names, wherever among the arguments they stand.
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { PatternFlags } from './parse-pattern.ts';

export function writtenFlags({ tree }: Module, call: number): PatternFlags {
  const list = tree.child(call, Field.arguments);
  const names = new Set<string>();
  for (let node = list; list >= 0 && node < tree.next(list); node++) {
    if (tree.kind(node) === Kind.identifier) names.add(tree.text(node));
  }
  return {
    ignoreCase: names.has('I') || names.has('IGNORECASE'),
    dotAll: names.has('S') || names.has('DOTALL'),
    verbose: names.has('X') || names.has('VERBOSE'),
    multiline: names.has('M') || names.has('MULTILINE'),
  };
}

/** Flags as letters, as a pattern can have them at its beginning: `is`. */
export function flagLetters({ ignoreCase, dotAll, verbose, multiline }: PatternFlags): string {
  return `${ignoreCase ? 'i' : ''}${dotAll ? 's' : ''}${verbose ? 'x' : ''}${multiline === true ? 'm' : ''}`;
}
