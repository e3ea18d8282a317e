// BP305: a key of an answer from outside is taken for given. In: results of JSON decoders that are read by a literal key. Out: a note at the
// first of a function. Leaves alone: reads in a `try` for the missing key, keys that were asked for with `in`.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { bare } from '../waiting/expressions.ts';
import { externalName } from './calls-by-name.ts';
import type { CreateDetector } from './detector.ts';
import { ownNodes } from './own-nodes.ts';
import { argumentsOf, calledName, literalText, written } from './written-expression.ts';

const MAX_RELATED = 10;
const missing = /^(?:KeyError|LookupError|TypeError|Exception|BaseException)$/;

export const unguardedKey: CreateDetector<'unguarded-key'> = ({ rule, knowledge, report }) => {
  const decoders = new Set(rule.calls);
  const methods = new Set(rule.methods);

  /** The call that decodes, or a local whose only value is one. */
  const isDecoded = (module: Module, functionIndex: number, expression: number, depth = 0): boolean => {
    const { tree, index } = module;
    const node = bare(tree, expression);
    if (node < 0) return false;
    if (tree.kind(node) === Kind.call) {
      const callee = tree.child(node, Field.function);
      const isMethod =
        tree.kind(callee) === Kind.attribute &&
        methods.has(calledName(tree, node)) &&
        argumentsOf(tree, node).positional.length === 0;
      return isMethod || decoders.has(externalName(knowledge.project, module, node) ?? '');
    }
    if (tree.kind(node) !== Kind.identifier || depth > 1) return false;
    const bindings = module.functionBindings(index.functions[functionIndex]!).byName.get(tree.name(node)) ?? [];
    const [only] = bindings;
    return bindings.length === 1 && only?.kind === 'value' && isDecoded(module, functionIndex, only.value, depth + 1);
  };

  const isCaught = ({ tree }: Module, node: number): boolean => {
    for (let current = node, parent = tree.parent(node); parent >= 0; current = parent, parent = tree.parent(current)) {
      if (tree.kind(parent) === Kind.function_definition) return false;
      if (tree.kind(parent) !== Kind.try_statement || tree.field(current) !== Field.body) continue;
      const handlers = tree.children(parent).filter((clause) => tree.kind(clause) === Kind.except_clause);
      const names = handlers.flatMap((clause) => {
        const value = tree.child(clause, Field.value);
        return value < 0
          ? ['Exception']
          : [value, ...ownNodes(tree, value)].map((part) =>
              tree.kind(part) === Kind.identifier ? tree.text(part) : '',
            );
      });
      if (names.some((name) => missing.test(name))) return true;
    }
    return false;
  };

  const look = (module: Module, functionIndex: number): void => {
    const { tree, index } = module;
    const { body, name } = index.functions[functionIndex]!;
    const keys = ownNodes(tree, body, Kind.subscript).filter((node) => {
      const isTarget = tree.field(node) === Field.left && tree.kind(tree.parent(node)) === Kind.assignment;
      return (
        !isTarget &&
        literalText(tree, tree.child(node, Field.subscript)) !== undefined &&
        isDecoded(module, functionIndex, tree.child(node, Field.value)) &&
        !isCaught(module, node)
      );
    });
    if (keys.length === 0) return;
    // `"id" in answer`, or a look at the status, says that somebody thought of another answer.
    const asked = new Set(
      ownNodes(tree, body, Kind.comparison_operator).flatMap((node) => {
        const text = literalText(tree, node + 1);
        return text === undefined ? [] : [text];
      }),
    );
    const checksStatus = ownNodes(tree, body, Kind.attribute).some((node) =>
      /^(?:status_code|ok|is_success|raise_for_status|status)$/.test(tree.text(tree.child(node, Field.attribute))),
    );
    const left = checksStatus
      ? []
      : keys.filter((node) => !asked.has(literalText(tree, tree.child(node, Field.subscript))!));
    const [first, ...others] = left;
    if (first === undefined) return;
    report({
      module,
      functionIndex,
      node: first,
      values: {
        function: tree.names.text(name) || 'this function',
        read: written(tree, first) || 'a key',
        key: literalText(tree, tree.child(first, Field.subscript))!,
      },
      related: others.slice(0, MAX_RELATED).map((node) => ({ module, node, message: 'read here too' })),
    });
  };

  return {
    module: (module) => {
      const wanted = new Set([...rule.calls.map((call) => call.slice(call.lastIndexOf('.') + 1)), ...rule.methods]);
      const functions = new Set(
        module.index.calls
          .filter((call) => wanted.has(calledName(module.tree, call)))
          .map((call) => module.functionAround(call)),
      );
      for (const functionIndex of [...functions].sort((a, b) => a - b)) {
        if (functionIndex === MODULE || module.index.functions[functionIndex]!.name === 0) continue;
        if (knowledge.role(module, functionIndex) !== 'set-up') look(module, functionIndex);
      }
    },
  };
};
