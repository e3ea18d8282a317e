// From nodes to the ranges that people see and fingerprints hash: the construct to underline, the statement around it.
import type { ByteRange } from '../base/region.ts';
import type { LoweredTree } from '../parse/lowered-tree.ts';
import { Field, Kind } from '../parse/lowered-tree.ts';

/** What to underline: of a call from the callee's last name to its end, of a compound statement its header. */
export function constructRange(tree: LoweredTree, node: number): ByteRange {
  if (tree.kind(node) === Kind.call) {
    const callee = tree.child(node, Field.function);
    const name = tree.kind(callee) === Kind.attribute ? tree.child(callee, Field.attribute) : callee;
    return { start: tree.start(name), end: tree.end(node) };
  }
  return headerRange(tree, node);
}

const clauses: ReadonlySet<number> = new Set<number>([
  Kind.elif_clause,
  Kind.else_clause,
  Kind.except_clause,
  Kind.finally_clause,
  Kind.case_clause,
  Kind.decorator,
]);

/** The smallest statement (or clause of one) around a node; the node itself if it is one. */
export function statementAround(tree: LoweredTree, node: number): number {
  let current = node;
  for (;;) {
    if (clauses.has(tree.kind(current))) return current;
    const parent = tree.parent(current);
    if (parent < 0) return current;
    const parentKind = tree.kind(parent);
    if (parentKind === Kind.block || parentKind === Kind.module) return current;
    // A definition and its decorators are one statement, but the definition's header is what a rule means.
    if (parentKind === Kind.decorated_definition) return current;
    current = parent;
  }
}

/** A statement without the blocks it holds: of `if x: ...` only `if x:`. */
export function headerRange(tree: LoweredTree, node: number): ByteRange {
  const start = tree.start(node);
  const end = tree.next(node);
  for (let child = node + 1; child < end; child = tree.next(child)) {
    // Tokens that lie wholly inside the range are the header's; the block's first one is not.
    if (tree.kind(child) === Kind.block) return { start, end: tree.start(child) };
  }
  return { start, end: tree.end(node) };
}
