// Whether something is decided by a test. In: a test in a module, words of names that say so. Out: yes or no: what is done where it does not
// hold, or the names around, show that it lets in or keeps out. Leaves alone: what the test asks.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { ownNodes } from './own-nodes.ts';
import { calledName } from './written-expression.ts';

/** It is a condition, and names, or what is done where it does not hold, show what for. */
export function decides(module: Module, test: number, guarding: RegExp): boolean {
  const { tree, index } = module;
  let isNegated =
    tree.kind(test) === Kind.comparison_operator && tree.kind(tree.children(test)[1]!) === Kind["'not in'"];
  let node = test;
  for (let parent = tree.parent(node); parent >= 0; node = parent, parent = tree.parent(node)) {
    const kind = tree.kind(parent);
    if (kind === Kind.not_operator || isNone(module, parent)) isNegated = !isNegated;
    else if (isNone(module, parent, Kind["'is not'"])) continue;
    else if (kind !== Kind.parenthesized_expression && kind !== Kind.boolean_operator) break;
  }
  const parent = tree.parent(node);
  const kind = tree.kind(parent);
  const isIf = (kind === Kind.if_statement || kind === Kind.elif_clause) && tree.field(node) === Field.condition;
  if (!isIf && kind !== Kind.return_statement && kind !== Kind.assert_statement && kind !== Kind.assignment)
    return false;
  if (isIf && isNegated && refuses(module, tree.child(parent, Field.consequence))) return true;
  for (let at = module.functionAround(test); at !== MODULE; at = index.functions[at]!.parent)
    if (guarding.test(tree.names.text(index.functions[at]!.name))) return true;
  return kind === Kind.assignment && guarding.test(tree.text(tree.child(parent, Field.left)));
}

/** The test tells what is refused: a condition that raises where it holds, or `return test is None`. */
export function isOfRefused(module: Module, test: number): boolean {
  const { tree } = module;
  let isNegated = false;
  let node = test;
  for (let parent = tree.parent(node); parent >= 0; node = parent, parent = tree.parent(node)) {
    const kind = tree.kind(parent);
    if (kind === Kind.not_operator || isNone(module, parent)) isNegated = !isNegated;
    else if (
      kind !== Kind.parenthesized_expression &&
      kind !== Kind.boolean_operator &&
      kind !== Kind.comparison_operator
    )
      break;
  }
  const parent = tree.parent(node);
  const kind = tree.kind(parent);
  const isIf = (kind === Kind.if_statement || kind === Kind.elif_clause) && tree.field(node) === Field.condition;
  return isIf ? !isNegated && refuses(module, tree.child(parent, Field.consequence)) : isNegated;
}

/** `test is None`: what a pattern that does not fit gives; or `is not None`. */
function isNone({ tree }: Module, node: number, wanted: number = Kind["'is'"]): boolean {
  if (tree.kind(node) !== Kind.comparison_operator) return false;
  const [, operator = -1, right = -1, more] = tree.children(node);
  return more === undefined && tree.kind(operator) === wanted && tree.kind(right) === Kind.none;
}

const refusing =
  /^(?:abort|HttpResponse(?:Forbidden|BadRequest)|forbidden|PermissionDenied|deny|reject|send_error|set_status)$/;

/** A branch that raises, answers with an error, or leaves with nothing. */
export function refuses({ tree }: Module, block: number): boolean {
  return (
    block >= 0 &&
    ownNodes(tree, block, Kind.raise_statement, Kind.call, Kind.return_statement).some((node) => {
      const kind = tree.kind(node);
      if (kind === Kind.raise_statement) return true;
      if (kind === Kind.call) return refusing.test(calledName(tree, node));
      // `return "no", 403`, `return Response(status=400)`
      return ownNodes(tree, node, Kind.integer).some((number) => /^4\d\d$/.test(tree.text(number)));
    })
  );
}
