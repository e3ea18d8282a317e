// How a UUID literal is used: as somebody's own identity, as a reference to something else, as a named constant.
// In: the literal's node. Out: its role and a name for messages. By shape alone. Leaves alone: where else the value stands.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import type { LoweredTree } from '../../parse/lowered-tree.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { calledName } from './written-expression.ts';
import { lastName, writtenName } from '../waiting/expressions.ts';

export type UuidRole =
  /** Names something else: `image_uuid=`, an argument of a function, an operand. */
  | 'reference'
  /** The object's own: `{"id": ...}`, `Instance(uuid=...)`, `obj.uuid = ...`. */
  | 'identity'
  /** A name in UPPER case, or any name at module or class level. */
  | 'constant'
  /** Only what a mock gives back or was called with. */
  | 'mock'
  | 'data';

export interface UuidUse {
  readonly role: UuidRole;
  readonly name: string;
}

const mockCalls =
  /^(?:Mock|MagicMock|AsyncMock|NonCallableMock|PropertyMock|call|patch|object|assert_called\w*|assert_any_call|assert_has_calls|assert_awaited\w*|assert_any_await|assert_not_\w+|stub_out|StubOut\w*)$/;
const mockValues = /^(?:return_value|side_effect)$/;
const mockNames = /mock|fake|stub|dummy/i;
// These only wrap the value.
const wrapping = /^(?:UUID|str|unicode|text_type|six)$/;

/** Role and name of a literal. `identityNames` are keys and attributes of an object's own identity. */
export function uuidUse(module: Module, literal: number, identityNames: readonly string[]): UuidUse {
  const { tree } = module;
  let node = literal;
  for (let parent = tree.parent(node); parent >= 0; parent = tree.parent(node)) {
    const kind = tree.kind(parent);
    const isWrapper =
      kind === Kind.parenthesized_expression ||
      (kind === Kind.argument_list &&
        tree.kind(tree.parent(parent)) === Kind.call &&
        wrapping.test(calledName(tree, tree.parent(parent)))) ||
      (kind === Kind.call && wrapping.test(calledName(tree, parent)));
    if (!isWrapper) break;
    node = parent;
  }
  const parent = tree.parent(node);
  if (isMocked(tree, node)) return { role: 'mock', name: 'a value of a mock' };
  const named = (name: string, other: UuidRole): UuidUse => ({
    role: identityNames.includes(name) ? 'identity' : other,
    name,
  });
  switch (tree.kind(parent)) {
    case Kind.keyword_argument:
      return named(tree.text(tree.child(parent, Field.name)), 'reference');
    case Kind.default_parameter:
    case Kind.typed_default_parameter:
      return named(tree.text(tree.child(parent, Field.name)), 'reference');
    case Kind.pair:
      return tree.field(node) === Field.value ? pairUse(tree, parent, named) : { role: 'data', name: 'a key' };
    case Kind.argument_list: {
      const callee = calledName(tree, tree.parent(parent));
      return {
        role: /^_*[a-z]/.test(callee) ? 'reference' : 'data',
        name: callee === '' ? 'an argument' : `an argument of ${callee}`,
      };
    }
    case Kind.comparison_operator: {
      const other = tree
        .children(parent)
        .map((child) => (child === node ? '' : writtenName(tree, child)))
        .find((name) => name !== '');
      return { role: 'reference', name: other === undefined ? 'a compared value' : `the value compared with ${other}` };
    }
    case Kind.binary_operator:
      return { role: 'reference', name: 'a part of a text' };
    case Kind.assignment:
      return assignedUse(module, parent, named);
    default:
      return { role: 'data', name: elementName(tree, node) };
  }
}

function pairUse(tree: LoweredTree, pair: number, named: (name: string, other: UuidRole) => UuidUse): UuidUse {
  const key = tree.child(pair, Field.key);
  const name =
    tree.kind(key) === Kind.string ? tree.text(key).replace(/^[a-zA-Z]*['"]+|['"]+$/g, '') : writtenName(tree, key);
  return named(name === '' ? 'a value' : name, 'data');
}

function assignedUse(module: Module, assignment: number, named: (name: string, other: UuidRole) => UuidUse): UuidUse {
  const { tree } = module;
  const target = tree.child(assignment, Field.left);
  if (tree.kind(target) === Kind.attribute) return named(tree.text(tree.child(target, Field.attribute)), 'data');
  if (tree.kind(target) === Kind.subscript) {
    const key = tree.child(target, Field.subscript);
    return named(tree.text(key).replace(/^[a-zA-Z]*['"]+|['"]+$/g, '') || 'an entry', 'data');
  }
  const name = writtenName(tree, target);
  const isConstant = /^_*[A-Z][A-Z\d_]*$/.test(name) || module.functionAround(assignment) === MODULE;
  return { role: isConstant ? 'constant' : 'data', name: name === '' ? 'a value' : name };
}

/** An element is called by the list it is in. */
function elementName(tree: LoweredTree, node: number): string {
  let current = tree.parent(node);
  while (
    current >= 0 &&
    (tree.kind(current) === Kind.list || tree.kind(current) === Kind.tuple || tree.kind(current) === Kind.set)
  )
    current = tree.parent(current);
  if (current < 0) return 'a value';
  const kind = tree.kind(current);
  if (kind === Kind.keyword_argument) return `an element of ${tree.text(tree.child(current, Field.name))}`;
  if (kind === Kind.assignment) {
    const name = writtenName(tree, tree.child(current, Field.left));
    return name === '' ? 'an element' : `an element of ${name}`;
  }
  return kind === Kind.return_statement ? 'the result' : 'a value';
}

/** Inside the arguments of a mock, or what is assigned as its answer. */
function isMocked(tree: LoweredTree, node: number): boolean {
  for (let current = node, parent = tree.parent(node); parent >= 0; current = parent, parent = tree.parent(parent)) {
    switch (tree.kind(parent)) {
      case Kind.list:
      case Kind.tuple:
      case Kind.set:
      case Kind.dictionary:
      case Kind.pair:
      case Kind.parenthesized_expression:
      case Kind.argument_list:
        break;
      case Kind.keyword_argument:
        if (mockValues.test(tree.text(tree.child(parent, Field.name)))) return true;
        break;
      case Kind.call: {
        if (current === tree.child(parent, Field.function)) return false;
        const callee = tree.child(parent, Field.function);
        if (mockCalls.test(calledName(tree, parent)) || mockNames.test(writtenName(tree, callee))) return true;
        break;
      }
      case Kind.assignment: {
        const last = lastName(tree, tree.child(parent, Field.left));
        return last >= 0 && mockValues.test(tree.text(last));
      }
      default:
        return false;
    }
  }
  return false;
}
