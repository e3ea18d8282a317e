// The header that says which other sites may read an answer, and the origin that a request names. In: headers that are set, expressions.
// Out: what a header is given, and whether that is the request's origin. Leaves alone: whether it was checked.
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { Leaf } from './expression-leaves.ts';
import { leavesOf } from './expression-leaves.ts';
import type { GivenHeader } from './given-headers.ts';
import { argumentsOf } from './written-expression.ts';

/** The header by which an answer allows other sites to read it. */
export const ORIGIN = 'Access-Control-Allow-Origin';

/** The expression that a header is given: of a call its second argument, of an assignment the right side. */
export function valueNode({ module: { tree }, node }: GivenHeader): number {
  if (tree.kind(node) === Kind.call) return argumentsOf(tree, node).positional[1] ?? -1;
  const assignment = tree.parent(node);
  return tree.kind(assignment) === Kind.assignment && tree.field(node) === Field.left
    ? tree.child(assignment, Field.right)
    : node;
}

/** Nothing goes into it but the header Origin of a request. */
export function isRequestedOrigin(module: Module, functionIndex: number, node: number): boolean {
  const leaves = leavesOf(module, functionIndex, node);
  return leaves.length > 0 && leaves.every(isOrigin);
}

/** The header Origin of a request, as it is read. */
export const isOrigin = ({ kind, name, variables }: Leaf): boolean =>
  (kind === 'key' && /^(?:http_)?origin$/i.test(name)) ||
  (kind === 'attribute' && name === 'origin' && variables.length > 0);
