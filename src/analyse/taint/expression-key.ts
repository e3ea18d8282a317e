// Two places that read the same: `request.args["id"]` here and there. In: an expression. Out: its text as a key, if it is a chain
// of names, attributes, constant keys and calls with constant arguments; '' for any other.
import type { LoweredTree } from '../../parse/lowered-tree.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';

/** The key of an expression; '' if it is more than a chain. */
export function expressionKey(tree: LoweredTree, node: number): string {
  switch (tree.kind(node)) {
    case Kind.identifier:
      return tree.text(node);
    case Kind.attribute: {
      const object = expressionKey(tree, tree.child(node, Field.object));
      return object === '' ? '' : `${object}.${tree.text(tree.child(node, Field.attribute))}`;
    }
    case Kind.subscript: {
      const object = expressionKey(tree, tree.child(node, Field.value));
      const key = literal(tree, tree.child(node, Field.subscript));
      return object === '' || key === '' ? '' : `${object}[${key}]`;
    }
    case Kind.call: {
      const callee = expressionKey(tree, tree.child(node, Field.function));
      const list = tree.child(node, Field.arguments);
      if (callee === '' || list < 0 || tree.kind(list) !== Kind.argument_list) return '';
      const given = tree.children(list).map((child) => literal(tree, child));
      if (given.includes('')) return '';
      // What a dict gives under a key is the same either way.
      return given.length === 1 && given[0]!.startsWith("'") && callee.endsWith('.get')
        ? `${callee.slice(0, -'.get'.length)}[${given[0]!}]`
        : `${callee}(${given.join(',')})`;
    }
    case Kind.await:
    case Kind.parenthesized_expression:
      return node + 1 < tree.next(node) ? expressionKey(tree, node + 1) : '';
    default:
      return '';
  }
}

function literal(tree: LoweredTree, node: number): string {
  const kind = tree.kind(node);
  if (kind === Kind.none) return 'None';
  if (kind !== Kind.string && kind !== Kind.integer) return '';
  return tree.text(node).replaceAll('"', "'");
}
