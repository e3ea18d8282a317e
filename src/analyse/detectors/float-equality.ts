// BP166: a computed number compared for equality with one that binary floating point cannot hold. In: equality assertions. Out: a note
// at each. Leaves alone: numbers that are passed through, halves and quarters, `approx`.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { bare } from '../waiting/expressions.ts';
import { externalName } from './calls-by-name.ts';
import type { CreateDetector } from './detector.ts';
import { equalityAssertions } from './equality-assertions.ts';
import { calledName, written } from './written-expression.ts';

export const floatEquality: CreateDetector<'float-equality'> = ({ rule, knowledge, report }) => {
  const computing = new RegExp(rule.computing, 'u');

  /** Arithmetic, or a function that computes; through the only value of a local. */
  const isComputed = (module: Module, functionIndex: number, node: number, depth = 0): boolean => {
    const { tree, index } = module;
    switch (tree.kind(node)) {
      case Kind.binary_operator:
        return (
          tree.kind(tree.child(node, Field.operator)) !== Kind["'%'"] ||
          tree.kind(tree.child(node, Field.left)) !== Kind.string
        );
      case Kind.unary_operator:
        return isComputed(module, functionIndex, bare(tree, tree.child(node, Field.argument)), depth);
      case Kind.call:
        return computing.test(externalName(knowledge.project, module, node) ?? '');
      case Kind.identifier: {
        const bindings = module.functionBindings(index.functions[functionIndex]!).byName.get(tree.name(node)) ?? [];
        const [only] = bindings;
        return (
          bindings.length === 1 &&
          only?.kind === 'value' &&
          depth < 3 &&
          isComputed(module, functionIndex, bare(tree, only.value), depth + 1)
        );
      }
      default:
        return false;
    }
  };

  return {
    module: (module) => {
      if (!knowledge.context(module).isTest) return;
      const { tree } = module;
      for (const { node, operands } of equalityAssertions(module)) {
        const functionIndex = module.functionAround(node);
        if (functionIndex === MODULE || calledName(tree, node) === 'assertIs') continue;
        for (const [literal, other] of [operands, [operands[1], operands[0]]] as const) {
          const number = inexact(module, bare(tree, literal));
          const computed = bare(tree, other);
          if (number === undefined || !isComputed(module, functionIndex, computed)) continue;
          const text = written(tree, computed);
          report({
            module,
            functionIndex,
            node,
            values: {
              function: tree.names.text(module.index.functions[functionIndex]!.name),
              number,
              other: text === '' ? 'a computed number' : text,
            },
            rank: { numberKnown: true },
          });
          break;
        }
      }
    },
  };
};

/** The text of a decimal fraction that has no exact binary form. */
function inexact({ tree }: Module, node: number): string | undefined {
  const inner = tree.kind(node) === Kind.unary_operator ? tree.child(node, Field.argument) : node;
  if (inner < 0 || tree.kind(inner) !== Kind.float) return undefined;
  const text = tree.text(inner);
  const value = Number(text.replaceAll('_', ''));
  if (!Number.isFinite(value) || Number.isInteger(value * 1024)) return undefined;
  return text;
}
