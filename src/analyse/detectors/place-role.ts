// What an expression is for in its statement: an argument, a default, a value that is assigned. In: a node. Out: the role.
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { PlaceRole } from '../../rules/use-schema.ts';

/**
 * The nearest thing around a node that gives it a purpose; parts of `a | b` have the purpose of the whole. What is in a list
 * is an element of it, or compared, if that is what the list is for.
 */
export function placeRole(module: Module, start: number): PlaceRole | undefined {
  const { tree } = module;
  for (let node = start, parent = tree.parent(node); parent >= 0; node = parent, parent = tree.parent(node)) {
    switch (tree.kind(parent)) {
      case Kind.list:
      case Kind.tuple:
      case Kind.set:
        return placeRole(module, parent) === 'compared' ? 'compared' : 'element';
      case Kind.argument_list:
      case Kind.keyword_argument:
        return 'argument';
      case Kind.default_parameter:
      case Kind.typed_default_parameter:
        return 'default';
      case Kind.assignment:
      case Kind.augmented_assignment:
        if (tree.field(node) !== Field.right) return undefined;
        return tree.kind(tree.child(parent, Field.left)) === Kind.subscript ? 'entry' : 'assigned';
      case Kind.named_expression:
        return 'assigned';
      case Kind.pair:
        return tree.field(node) === Field.value ? 'entry' : undefined;
      case Kind.comparison_operator:
        return 'compared';
      case Kind.expression_statement:
        return node === start ? 'unused' : undefined;
      case Kind.return_statement:
        return 'returned';
      case Kind.call:
      case Kind.block:
      case Kind.module:
      case Kind.subscript:
        return undefined;
      default:
        break;
    }
  }
  return undefined;
}
