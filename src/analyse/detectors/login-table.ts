// Tables of log-ins that stand in the code: `USERS = {"anna": "..."}`, of which an entry is compared with a password somewhere in the
// file. In: the name of a variable. Out: yes if one is. Leaves alone: what the entries are.
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { onlyValue } from './expression-leaves.ts';
import { secretName } from './secret-name.ts';
import { argumentsOf, calledName, lastWord, literalText } from './written-expression.ts';

/** Whether an entry of a table is compared with something whose name promises a password. */
export function isLoginTable(module: Module, table: number): boolean {
  const { tree } = module;
  for (let node = 0; node < tree.next(0); node++) {
    const sides = comparedSides(module, node);
    if (sides.some((one) => isEntryOf(module, one, table)) && sides.some((one) => isPassword(module, one))) return true;
  }
  return false;
}

function comparedSides({ tree }: Module, node: number): readonly number[] {
  if (tree.kind(node) === Kind.comparison_operator)
    return tree.children(node).filter((child) => tree.field(child) !== Field.operators);
  if (tree.kind(node) === Kind.call && calledName(tree, node) === 'compare_digest')
    return argumentsOf(tree, node).positional;
  return [];
}

/** `USERS[name]`, `USERS.get(name)`, or a variable that is one of these. */
function isEntryOf(module: Module, node: number, table: number): boolean {
  const { tree } = module;
  switch (tree.kind(node)) {
    case Kind.subscript:
      return tree.name(tree.child(node, Field.value)) === table;
    case Kind.call: {
      const callee = tree.child(node, Field.function);
      if (tree.kind(callee) !== Kind.attribute) return false;
      const method = tree.text(tree.child(callee, Field.attribute));
      const object = tree.child(callee, Field.object);
      return method === 'encode' ? isEntryOf(module, object, table) : method === 'get' && tree.name(object) === table;
    }
    case Kind.identifier: {
      const value = onlyValue(module, module.functionAround(node), tree.name(node));
      return value >= 0 && tree.kind(value) !== Kind.identifier && isEntryOf(module, value, table);
    }
    default:
      return false;
  }
}

/** `password`, `auth.password`, `request.form["password"]`, `form.get("password")`, each with `.encode()` behind it. */
function isPassword(module: Module, node: number): boolean {
  const { tree } = module;
  if (tree.kind(node) !== Kind.call) return secretName(lastWord(tree, node)) === 'password';
  const callee = tree.child(node, Field.function);
  if (tree.kind(callee) !== Kind.attribute) return false;
  const method = tree.text(tree.child(callee, Field.attribute));
  if (method === 'encode') return isPassword(module, tree.child(callee, Field.object));
  const [first] = argumentsOf(tree, node).positional;
  return method === 'get' && first !== undefined && secretName(literalText(tree, first) ?? '') === 'password';
}
