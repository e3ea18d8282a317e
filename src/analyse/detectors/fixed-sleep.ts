// BP102: a test sleeps a fixed time and then looks whether something has happened. In: test functions. Out: one note a function, at
// the first pause, with how long the test pauses in all.
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { comparison } from '../waiting/expressions.ts';
import type { FixedSleep } from '../waiting/fixed-sleeps.ts';
import { fixedSleeps } from '../waiting/fixed-sleeps.ts';
import { hasComment, saysWhy } from '../waiting/says-why.ts';
import { written as seconds } from '../waiting/seconds.ts';
import { waitingLoops } from '../waiting/waiting-loop.ts';
import type { CreateDetector } from './detector.ts';
import { argumentsOf, calledName, written } from './written-expression.ts';

const MAX_RELATED = 10;

export const fixedSleep: CreateDetector<'fixed-sleep'> = ({ rule, knowledge, engine, report }) => {
  const loops = waitingLoops(knowledge, engine, rule.calls);
  return {
    module: (module) => {
      for (const [functionIndex, sleeps] of fixedSleeps(knowledge, engine(), module, loops.sleepCalls(module))) {
        const [first, ...others] = sleeps as [FixedSleep, ...FixedSleep[]];
        const isExplained = hasComment(first);
        const says = isExplained || saysWhy(first);
        const total = sleeps.reduce((sum, sleep) => sum + sleep.seconds, 0);
        report({
          module,
          functionIndex,
          node: first.node,
          ...(others.length > 0 ? { wording: 'several' } : {}),
          values: {
            function: module.tree.names.text(module.index.functions[functionIndex]!.name),
            length: seconds(first.seconds),
            count: sleeps.length,
            total: seconds(total),
            look: describeLook(module, first.look),
            why: says ? '' : ` Nothing says why ${seconds(first.seconds)} s.`,
          },
          related: others.slice(0, MAX_RELATED).map(({ node }) => ({ module, node, message: 'sleeps here too' })),
          rank: { numberKnown: true, explainedByComment: isExplained },
          ...(says ? {} : { mergedRules: ['BP406'] }),
        });
      }
    },
  };
};

/** "asserts on worker.pending", "calls proc.kill()". */
function describeLook(module: Module, node: number): string {
  const { tree } = module;
  if (tree.kind(node) === Kind.assert_statement) return `asserts${onWhat(module, [node + 1])}`;
  if (tree.kind(node) !== Kind.call) return `reads ${written(tree, tree.parent(node)) || written(tree, node)}`;
  const name = calledName(tree, node);
  if (/^_?(?:assert|fail|expect)/.test(name)) {
    // `mock.assert_called_with(...)` is about the mock; of `assertRaises(OSError)` the log shows more than its argument.
    const object = tree.child(tree.child(node, Field.function), Field.object);
    const isMock = name.startsWith('assert_') && object >= 0 && tree.text(object) !== 'self';
    const about = isMock ? [object] : /Raises|Warns|Logs/.test(name) ? [] : argumentsOf(tree, node).positional;
    return `asserts${onWhat(module, about)}`;
  }
  return `calls ${written(tree, node) || name}`;
}

/** The first operand that is no literal, as the code writes it. */
function onWhat({ tree }: Module, nodes: readonly number[]): string {
  const operands = nodes.flatMap((node) => {
    const inner = tree.kind(node) === Kind.not_operator ? tree.child(node, Field.argument) : node;
    const compared = comparison(tree, inner);
    return compared === undefined ? [inner] : [compared.left, compared.right];
  });
  const text = operands.map((node) => (isName(tree.kind(node)) ? written(tree, node) : '')).find((name) => name !== '');
  return text === undefined ? '' : ` on ${text}`;
}

function isName(kind: number): boolean {
  return kind === Kind.identifier || kind === Kind.attribute || kind === Kind.call || kind === Kind.subscript;
}
