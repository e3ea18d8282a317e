// Whether what something is compared with stands in the code. In: an operand. Out: yes for literals, lists of them, constants of the module,
// and members of enumerations. Leaves alone: settings, whose values are secrets more often than names.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { onlyValue } from './expression-leaves.ts';

const literals: ReadonlySet<number> = new Set<number>([
  Kind.string,
  Kind.concatenated_string,
  Kind.integer,
  Kind.true,
  Kind.false,
  Kind.none,
]);
const lists: ReadonlySet<number> = new Set<number>([Kind.tuple, Kind.list, Kind.set]);

/** A literal, a list of literals, a name for one, `Role.ADMIN`. */
export function isFixed(module: Module, node: number): boolean {
  const { tree } = module;
  const kind = tree.kind(node);
  if (literals.has(kind)) return true;
  if (lists.has(kind))
    return tree.children(node).length > 0 && tree.children(node).every((one) => isFixed(module, one));
  if (kind === Kind.identifier) {
    const value = onlyValue(module, MODULE, tree.name(node));
    return value >= 0 && (literals.has(tree.kind(value)) || lists.has(tree.kind(value)));
  }
  if (kind !== Kind.attribute) return false;
  const object = tree.child(node, Field.object);
  if (tree.text(tree.child(node, Field.attribute)) === 'value') return isFixed(module, object);
  const isMember = /^[A-Z][A-Z0-9_]*$/.test(tree.text(tree.child(node, Field.attribute)));
  return isMember && tree.kind(object) === Kind.identifier && /^[A-Z]\w*[a-z]/.test(tree.text(object));
}
