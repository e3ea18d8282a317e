// Small questions about expressions that the analysis of waiting loops asks again and again. By shape alone, no values.
import type { LoweredTree } from '../../parse/lowered-tree.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';

/** Last name of a callee, attribute or plain name as a node: `sleep` of `time.sleep`; -1 for anything else. */
export function lastName(tree: LoweredTree, node: number): number {
  switch (tree.kind(node)) {
    case Kind.identifier:
      return node;
    case Kind.attribute:
      return tree.child(node, Field.attribute);
    default:
      return -1;
  }
}

/** Argument expressions of a call: positional ones in order, keywords by name. Splats are left out. */
export function argumentNodes(
  tree: LoweredTree,
  call: number,
): { readonly positional: number[]; readonly keywords: Map<string, number> } {
  const list = tree.child(call, Field.arguments);
  const positional: number[] = [];
  const keywords = new Map<string, number>();
  if (list < 0) return { positional, keywords };
  if (tree.kind(list) !== Kind.argument_list) return { positional: [list], keywords };
  for (const child of tree.children(list)) {
    const kind = tree.kind(child);
    if (kind === Kind.keyword_argument)
      keywords.set(tree.text(tree.child(child, Field.name)), tree.child(child, Field.value));
    else if (kind !== Kind.list_splat && kind !== Kind.dictionary_splat) positional.push(child);
  }
  return { positional, keywords };
}

/** The expression inside parentheses and `await`. */
export function bare(tree: LoweredTree, node: number): number {
  let current = node;
  while (current >= 0 && (tree.kind(current) === Kind.parenthesized_expression || tree.kind(current) === Kind.await))
    current++;
  return current;
}

const ownScopes: ReadonlySet<number> = new Set<number>([Kind.function_definition, Kind.class_definition, Kind.lambda]);

/** Nodes of a subtree in order, without those of nested functions, classes and lambdas. */
export function* ownNodes(tree: LoweredTree, root: number): Generator<number> {
  const end = tree.next(root);
  for (let node = root; node < end;) {
    if (node !== root && ownScopes.has(tree.kind(node))) {
      node = tree.next(node);
      continue;
    }
    yield node;
    node++;
  }
}

/** Identifiers in an expression that are read as names: no attribute names, no keywords of calls. */
export function* readNames(tree: LoweredTree, root: number): Generator<number> {
  const end = tree.next(root);
  for (let node = root; node < end; node++) {
    if (tree.kind(node) !== Kind.identifier) continue;
    const field = tree.field(node);
    if (node !== root && field === Field.attribute) continue;
    if (node !== root && field === Field.name && tree.kind(tree.parent(node)) === Kind.keyword_argument) continue;
    yield node;
  }
}

/** Identifiers that an assignment's target binds. */
export function boundNames(tree: LoweredTree, target: number): number[] {
  switch (tree.kind(target)) {
    case Kind.identifier:
      return [target];
    case Kind.attribute:
    case Kind.subscript:
      return [];
    default:
      return tree.children(target).flatMap((child) => boundNames(tree, child));
  }
}

/** True if every child of the target is a name: no attribute, no subscript. */
export function bindsOnlyNames(tree: LoweredTree, target: number): boolean {
  const kind = tree.kind(target);
  if (kind === Kind.attribute || kind === Kind.subscript) return false;
  return kind === Kind.identifier || tree.children(target).every((child) => bindsOnlyNames(tree, child));
}

/** A dotted expression as written, calls as `f()`; '' where it is something else. */
export function writtenName(tree: LoweredTree, node: number): string {
  switch (tree.kind(node)) {
    case Kind.identifier:
      return tree.text(node);
    case Kind.await:
    case Kind.parenthesized_expression:
      return writtenName(tree, node + 1);
    case Kind.call: {
      const callee = writtenName(tree, tree.child(node, Field.function));
      const list = tree.child(node, Field.arguments);
      const none = list >= 0 && tree.next(list) === list + 1;
      return callee === '' ? '' : `${callee}(${none ? '' : '...'})`;
    }
    case Kind.attribute: {
      const object = writtenName(tree, tree.child(node, Field.object));
      const name = tree.text(tree.child(node, Field.attribute));
      return object === '' ? name : `${object}.${name}`;
    }
    default:
      return '';
  }
}

/** Operands of a condition below `and`, `or`, `not` and parentheses. */
export function conditionLeaves(tree: LoweredTree, node: number): number[] {
  const inner = bare(tree, node);
  switch (tree.kind(inner)) {
    case Kind.boolean_operator:
      return [
        ...conditionLeaves(tree, tree.child(inner, Field.left)),
        ...conditionLeaves(tree, tree.child(inner, Field.right)),
      ];
    case Kind.not_operator:
      return conditionLeaves(tree, tree.child(inner, Field.argument));
    default:
      return [inner];
  }
}

/** The two operands and the operator's kind of a comparison; undefined for a chain or anything else. */
export function comparison(
  tree: LoweredTree,
  node: number,
): { readonly left: number; readonly right: number; readonly operator: number } | undefined {
  if (tree.kind(node) !== Kind.comparison_operator) return undefined;
  const children = tree.children(node);
  const [left, operator, right] = children;
  if (children.length !== 3 || left === undefined || operator === undefined || right === undefined) return undefined;
  return { left, right, operator: tree.kind(operator) };
}
