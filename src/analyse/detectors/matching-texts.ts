// Text literals by their content. In: a module and a pattern. Out: the literals of which a constant part matches.
// Leaves alone: docstrings and other texts that stand alone as a statement.
import type { Module } from '../../model/module.ts';
import { Kind } from '../../parse/lowered-tree.ts';
import { textOf } from '../values/constant.ts';
import { stringConstant } from '../values/literals.ts';

/** Nodes of literals, in file order; of a text with holes each constant piece is tried (flags `u`, unanchored). */
export function matchingTexts({ tree, index }: Module, pattern: string): number[] {
  const regex = new RegExp(pattern, 'u');
  return index.strings.filter((node) => {
    if (tree.kind(tree.parent(node)) === Kind.expression_statement) return false;
    if (tree.next(node) === node + 1) {
      const constant = stringConstant(tree.text(node));
      return constant !== undefined && regex.test(textOf(constant) ?? '');
    }
    return tree.children(node).some((part) => tree.kind(part) === Kind.string_content && regex.test(tree.text(part)));
  });
}
