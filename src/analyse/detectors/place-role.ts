// What an expression is for in its statement: an argument, a default, a value that is assigned. In: a node. Out: the role.
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { PlaceRole } from '../../rules/use-schema.ts';

/** The nearest thing around a node that gives it a purpose; parts of a list or of `a | b` have the purpose of the whole. */
export function placeRole({ tree }: Module, start: number): PlaceRole | undefined {
  for (let node = start, parent = tree.parent(node); parent >= 0; node = parent, parent = tree.parent(node)) {
    switch (tree.kind(parent)) {
      case Kind.argument_list:
      case Kind.keyword_argument:
        return 'argument';
      case Kind.default_parameter:
      case Kind.typed_default_parameter:
        return 'default';
      case Kind.assignment:
      case Kind.augmented_assignment:
        return tree.field(node) === Field.right ? 'assigned' : undefined;
      case Kind.named_expression:
        return 'assigned';
      case Kind.pair:
        return tree.field(node) === Field.value ? 'entry' : undefined;
      case Kind.comparison_operator:
        return 'compared';
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
