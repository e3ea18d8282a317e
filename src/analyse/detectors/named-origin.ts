// Whether all that goes into an expression is called so: a salt that is made of a user's name. In: an expression, a pattern for
// names. Out: yes or no; what comes from a call that is no known transformation goes by the name of what is called.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { argumentsOf, calledName, literalText } from './written-expression.ts';

const MAX_DEPTH = 8;

// What these give says no more than what they get.
const transforming = new Set(
  (
    'encode decode lower upper casefold strip lstrip rstrip ljust rjust center zfill join format replace bytes bytearray str repr digest hexdigest hash ' +
    'md5 sha1 sha224 sha256 sha384 sha512 sha3_256 sha3_512 blake2b blake2s new b64encode urlsafe_b64encode b32encode hexlify to_bytes force_bytes force_text pad smart_bytes get'
  ).split(' '),
);

/** True if at least one name goes into the expression and each one matches; constants do not count. Variables are followed to their only assignment. */
export function isMadeOfNamed(module: Module, functionIndex: number, node: number, pattern: RegExp): boolean {
  const names = namesInto(module, functionIndex, node, 0);
  return names !== undefined && names.length > 0 && names.every((name) => pattern.test(name));
}

/** Names of what goes into an expression; undefined where that cannot be told. */
function namesInto(module: Module, functionIndex: number, node: number, depth: number): string[] | undefined {
  const { tree } = module;
  if (depth > MAX_DEPTH) return undefined;
  const again = (inner: number): string[] | undefined => namesInto(module, functionIndex, inner, depth + 1);
  const all = (nodes: readonly number[]): string[] | undefined => {
    const found = nodes.map(again);
    return found.includes(undefined) ? undefined : found.flatMap((names) => names!);
  };
  switch (tree.kind(node)) {
    case Kind.integer:
    case Kind.none:
    case Kind.true:
    case Kind.false:
      return [];
    case Kind.string: {
      const holes = tree.children(node).filter((child) => tree.kind(child) === Kind.interpolation);
      return all(holes.map((hole) => tree.child(hole, Field.expression)));
    }
    case Kind.concatenated_string:
    case Kind.list:
    case Kind.tuple:
    case Kind.parenthesized_expression:
      return all(tree.children(node));
    case Kind.binary_operator:
    case Kind.boolean_operator:
      return all([tree.child(node, Field.left), tree.child(node, Field.right)]);
    case Kind.attribute:
      return [tree.text(tree.child(node, Field.attribute))];
    case Kind.subscript: {
      const key = tree.child(node, Field.subscript);
      const text = literalText(tree, key);
      return text !== undefined ? [text] : tree.kind(key) === Kind.slice ? again(tree.child(node, Field.value)) : undefined;
    }
    case Kind.call:
      return namesIntoCall(module, node, all);
    case Kind.identifier: {
      const value = onlyValue(module, functionIndex, tree.name(node));
      return value < 0 || tree.kind(value) === Kind.identifier ? [tree.text(node)] : again(value);
    }
    default:
      return undefined;
  }
}

function namesIntoCall(
  module: Module,
  call: number,
  all: (nodes: readonly number[]) => string[] | undefined,
): string[] | undefined {
  const { tree } = module;
  const name = calledName(tree, call);
  const { positional, keywords, hasSplat } = argumentsOf(tree, call);
  if (hasSplat || name === '') return undefined;
  if (!transforming.has(name)) return [name];
  const callee = tree.child(call, Field.function);
  const object = tree.kind(callee) === Kind.attribute ? tree.child(callee, Field.object) : -1;
  // `form.get("email")` reads what it names; `hashlib.md5(x)` is a function of a module, `text.encode()` a method of what matters.
  const key = name === 'get' && positional[0] !== undefined ? literalText(tree, positional[0]) : undefined;
  if (key !== undefined) return [key];
  const given = [...positional, ...keywords.values()];
  const receiver = object >= 0 && !isModule(module, object) ? [object] : [];
  return all([...receiver, ...given]);
}

function isModule(module: Module, object: number): boolean {
  const { tree } = module;
  let root = object;
  while (tree.kind(root) === Kind.attribute) root += 1;
  if (tree.kind(root) !== Kind.identifier) return false;
  return module.bindings.byName.get(tree.name(root))?.every(({ kind }) => kind === 'import') === true;
}

/** The only value that is assigned to a name in a function, or in the module; -1 if it is a parameter or there are several. */
function onlyValue(module: Module, functionIndex: number, name: number): number {
  const item = functionIndex === MODULE ? undefined : module.index.functions[functionIndex]!;
  const own = item === undefined ? undefined : module.functionBindings(item).byName.get(name);
  if (own === undefined && item !== undefined && hasParameter(module, item.parameters, name)) return -1;
  const bindings = own ?? module.bindings.byName.get(name);
  const only = bindings?.length === 1 ? bindings[0]! : undefined;
  return only?.kind === 'value' ? only.value : -1;
}

function hasParameter({ tree }: Module, parameters: number, name: number): boolean {
  if (parameters < 0) return false;
  // Of `name: type = default` the name comes first.
  return tree.children(parameters).some((child) => tree.name(child) === name || tree.name(child + 1) === name);
}
