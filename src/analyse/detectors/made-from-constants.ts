// Whether an expression is constant but for functions that change nothing about that: a hash, an encoding, a derivation.
// In: an expression, its value, the functions. Out: yes or no; what is not known is no.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { Site } from '../interpreter/events.ts';
import { textOf } from '../values/constant.ts';
import type { Value } from '../values/value.ts';
import { unknown } from '../values/value.ts';
import { ownNodes } from './own-nodes.ts';
import { argumentsOf, written } from './written-expression.ts';

const MAX_DEPTH = 8;

/**
 * True if the expression is a constant that is not empty, or only calls of `makers` on constants make it: names of functions or methods and
 * the argument that matters, `sha256(0)`, `SHA256.new(0)`, `digest(self)`. Names are followed to their only assignment.
 */
export function isMadeFromConstants(
  site: Site,
  node: number,
  makers: readonly string[],
  evaluate: (node: number) => Value,
  depth = 0,
): boolean {
  const { module, functionIndex } = site;
  const { tree } = module;
  if (depth > MAX_DEPTH) return false;
  const again = (inner: number, scope = functionIndex): boolean =>
    isMadeFromConstants(
      { ...site, functionIndex: scope },
      inner,
      makers,
      scope === functionIndex ? evaluate : () => unknown,
      depth + 1,
    );
  if (isConstant(evaluate(node))) return true;
  switch (tree.kind(node)) {
    case Kind.parenthesized_expression:
      return again(node + 1);
    case Kind.string:
    case Kind.concatenated_string:
    case Kind.integer:
      return tree.next(node) === node + 1;
    case Kind.list:
    case Kind.tuple:
      return tree.children(node).length > 0 && tree.children(node).every((child) => again(child));
    case Kind.binary_operator:
      return again(tree.child(node, Field.left)) && again(tree.child(node, Field.right));
    case Kind.subscript:
      return again(tree.child(node, Field.value));
    case Kind.call: {
      const callee = tree.child(node, Field.function);
      const isMethod = tree.kind(callee) === Kind.attribute;
      const name = `.${written(tree, callee)}`;
      const maker = makers.find((one) => name.endsWith(`.${one.slice(0, one.indexOf('('))}`));
      if (maker === undefined) return !isMethod && functionGivesConstants(site, callee, makers, depth + 1);
      const material = maker.slice(maker.indexOf('(') + 1, -1);
      if (material === 'self') return isMethod && again(tree.child(callee, Field.object));
      const given = argumentsOf(tree, node).positional[Number(material)];
      return given !== undefined && again(given);
    }
    case Kind.identifier: {
      const name = tree.name(node);
      for (let scope = functionIndex; ; scope = module.index.functions[scope]!.parent) {
        const bindings = (
          scope === MODULE ? module.bindings : module.functionBindings(module.index.functions[scope]!)
        ).byName.get(name);
        if (bindings !== undefined) {
          return (
            bindings.length === 1 &&
            bindings[0]!.kind === 'value' &&
            !isFed(module, name) &&
            again(bindings[0]!.value, scope)
          );
        }
        if (scope === MODULE) return false;
      }
    }
    default:
      return false;
  }
}

/** A function of the same file, of which all that it returns is made so. */
function functionGivesConstants({ module }: Site, callee: number, makers: readonly string[], depth: number): boolean {
  const { tree, index } = module;
  const bindings = tree.kind(callee) === Kind.identifier ? module.bindings.byName.get(tree.name(callee)) : undefined;
  const only = bindings?.length === 1 ? bindings[0]! : undefined;
  if (only?.kind !== 'function') return false;
  const returns = ownNodes(tree, index.functions[only.index]!.body, Kind.return_statement);
  return (
    returns.length > 0 &&
    returns.every(
      (node) =>
        tree.next(node) > node + 1 &&
        isMadeFromConstants({ module, functionIndex: only.index, node }, node + 1, makers, () => unknown, depth),
    )
  );
}

/** Something is put into the object under the name later, as into a hash: `state.update(...)`. */
function isFed({ tree, index }: Module, name: number): boolean {
  return index.calls.some((call) => {
    const callee = call + 1;
    if (
      tree.kind(callee) !== Kind.attribute ||
      tree.name(callee + 1) !== name ||
      tree.kind(callee + 1) !== Kind.identifier
    )
      return false;
    return /^(?:update|write|extend|append)$/.test(tree.text(tree.child(callee, Field.attribute)));
  });
}

function isConstant({ constants }: Value): boolean {
  return (
    constants !== undefined &&
    constants.length > 0 &&
    constants.every((constant) => (textOf(constant) ?? '') !== '' || constant.type === 'int')
  );
}
