// Text literals by their content. In: a module and a pattern. Out: the literals of which a constant part matches.
// Leaves alone: docstrings and other texts that stand alone as a statement.
import type { Module } from '../../model/module.ts';
import type { Names } from '../../parse/lowered-tree.ts';
import { Kind } from '../../parse/lowered-tree.ts';
import { createNameTest } from '../name-test.ts';
import { textOf } from '../values/constant.ts';
import { stringConstant } from '../values/literals.ts';

/** Nodes of literals, in file order; of a text with holes each constant piece is tried (flags `u`, unanchored). */
export function matchingTexts({ tree, index }: Module, pattern: string): number[] {
  const matches = matcher(tree.names, pattern);
  return index.strings.filter((node) => {
    const found =
      tree.next(node) === node + 1
        ? matches(tree.name(node))
        : tree.children(node).some((part) => tree.kind(part) === Kind.string_content && matches(tree.name(part)));
    return found && tree.kind(tree.parent(node)) !== Kind.expression_statement;
  });
}

const matchers = new WeakMap<Names, Map<string, (name: number) => boolean>>();

/** A test of the literals of a run; a piece of a text with holes is taken as it stands. */
function matcher(names: Names, pattern: string): (name: number) => boolean {
  let ofRun = matchers.get(names);
  if (ofRun === undefined) matchers.set(names, (ofRun = new Map<string, (name: number) => boolean>()));
  let matches = ofRun.get(pattern);
  if (matches === undefined) {
    const regex = new RegExp(pattern, 'u');
    matches = createNameTest(names, (token) => {
      const constant = stringConstant(token);
      return regex.test((constant === undefined ? undefined : textOf(constant)) ?? token);
    });
    ofRun.set(pattern, matches);
  }
  return matches;
}
