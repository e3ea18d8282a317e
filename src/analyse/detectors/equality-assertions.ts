// Assertions that two things are equal: `assertEqual(a, b)`, `assert a == b`, `assertTrue(a == b)`. In: a module. Out: each with its
// two operands, in file order.
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { bare, comparison } from '../waiting/expressions.ts';
import { argumentsOf, calledName } from './written-expression.ts';

export interface EqualityAssertion {
  /** The call or the assert statement. */
  readonly node: number;
  readonly operands: readonly [number, number];
}

const equalities =
  /^(?:assert(?:Equals?|ListEqual|TupleEqual|SequenceEqual|DictEqual|MultiLineEqual|JsonEqual)|failUnlessEqual|assert_equals?|eq_)$/;

let latest: { readonly module: Module; readonly found: readonly EqualityAssertion[] } | undefined;

/** All of a module; the latest one is remembered, since several rules ask. */
export function equalityAssertions(module: Module): readonly EqualityAssertion[] {
  if (latest?.module === module) return latest.found;
  const { tree, index } = module;
  const found: EqualityAssertion[] = [];
  for (const node of index.calls) {
    const name = calledName(tree, node);
    if (equalities.test(name)) {
      const { positional, keywords } = argumentsOf(tree, node);
      const first = positional[0] ?? keywords.get('first') ?? keywords.get('expected');
      const second = positional[1] ?? keywords.get('second') ?? keywords.get('observed');
      if (first !== undefined && second !== undefined) found.push({ node, operands: [first, second] });
    } else if (name === 'assertTrue') {
      const [condition] = argumentsOf(tree, node).positional;
      if (condition !== undefined) found.push(...comparedIn(module, node, condition));
    }
  }
  for (const node of index.asserts) found.push(...comparedIn(module, node, node + 1));
  found.sort((a, b) => a.node - b.node);
  latest = { module, found };
  return found;
}

/** Comparisons with `==` that a condition is, or that it joins by `and`. */
function comparedIn(module: Module, node: number, condition: number): EqualityAssertion[] {
  const { tree } = module;
  const inner = bare(tree, condition);
  if (tree.kind(inner) === Kind.boolean_operator) {
    if (tree.kind(tree.child(inner, Field.operator)) !== Kind["'and'"]) return [];
    return [Field.left, Field.right].flatMap((field) => comparedIn(module, node, tree.child(inner, field)));
  }
  const compared = comparison(tree, inner);
  if (compared === undefined || compared.operator !== Kind["'=='"]) return [];
  return [{ node, operands: [compared.left, compared.right] }];
}
