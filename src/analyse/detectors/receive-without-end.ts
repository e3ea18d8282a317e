// The detector `receive-without-end`: loops that add what a socket gives to a text and never look whether it gave nothing, which is how the other
// side's leaving is told. In: `while` loops. Out: a detection at the call of `recv`. Leaves alone: loops that ask the piece or its length, datagrams.
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { CreateDetector } from './detector.ts';
import { ownNodes } from './own-nodes.ts';
import { argumentsOf, calledName } from './written-expression.ts';

export const receiveWithoutEnd: CreateDetector<'receive-without-end'> = ({ rule, knowledge, report }) => {
  const { project } = knowledge;
  const calls = new Set(rule.calls);
  const mayReceive = rule.calls.map((name) => project.names.find(name)).some((name) => name !== 0);
  const datagram = project.names.find('SOCK_DGRAM');

  return {
    module: (module) => {
      if (!mayReceive || knowledge.context(module).isTest) return;
      const { tree, index } = module;
      const isOfDatagrams = index.attributes.some(
        (node) => datagram !== 0 && tree.name(tree.child(node, Field.attribute)) === datagram,
      );
      if (isOfDatagrams) return;
      for (const loop of index.loops) {
        if (tree.kind(loop) !== Kind.while_statement) continue;
        for (const call of ownNodes(tree, loop, Kind.call)) {
          if (!calls.has(calledName(tree, call)) || tree.kind(tree.child(call, Field.function)) !== Kind.attribute)
            continue;
          if (argumentsOf(tree, call).positional.length !== 1 || innermostLoop(module, call) !== loop) continue;
          const kept = keeping(module, loop, call);
          if (kept === undefined || isAsked(module, loop, kept)) continue;
          const condition = tree.child(loop, Field.condition);
          const isCounted = condition >= 0 && /\blen\b/.test(names(module, condition).join(' '));
          report({
            module,
            functionIndex: module.functionAround(call),
            node: call,
            wording: isCounted ? 'counted' : 'open',
          });
        }
      }
    },
  };
};

function innermostLoop({ tree }: Module, node: number): number {
  let at = tree.parent(node);
  while (at >= 0 && tree.kind(at) !== Kind.while_statement && tree.kind(at) !== Kind.for_statement)
    at = tree.parent(at);
  return at;
}

/** The names that hold the piece: none where it is added at once, its own where that is added afterwards; undefined where nothing is gathered. */
function keeping(module: Module, loop: number, call: number): readonly number[] | undefined {
  const { tree } = module;
  let node = call;
  let parent = tree.parent(call);
  // `sock.recv(10).decode()`, `await ...`
  while (tree.kind(parent) === Kind.attribute || tree.kind(parent) === Kind.call || tree.kind(parent) === Kind.await) {
    node = parent;
    parent = tree.parent(parent);
  }
  if (tree.kind(parent) === Kind.augmented_assignment) return [];
  if (tree.kind(parent) === Kind.binary_operator && tree.kind(tree.parent(parent)) === Kind.assignment) {
    const target = tree.child(tree.parent(parent), Field.left);
    return tree.kind(target) === Kind.identifier && tree.name(tree.child(parent, Field.left)) === tree.name(target)
      ? []
      : undefined;
  }
  if (tree.kind(parent) !== Kind.assignment || tree.child(parent, Field.right) !== node) return undefined;
  const target = tree.child(parent, Field.left);
  if (tree.kind(target) !== Kind.identifier) return undefined;
  const name = tree.name(target);
  const isAdded = ownNodes(tree, loop, Kind.augmented_assignment).some((one) => {
    const right = tree.child(one, Field.right);
    return tree.kind(right) === Kind.identifier && tree.name(right) === name;
  });
  return isAdded ? [name] : undefined;
}

/** Somewhere in the loop a condition asks the piece itself or its length, or something leaves the loop by another count. */
function isAsked(module: Module, loop: number, kept: readonly number[]): boolean {
  const { tree } = module;
  return (
    ownNodes(
      tree,
      loop,
      Kind.if_statement,
      Kind.elif_clause,
      Kind.conditional_expression,
      Kind.assert_statement,
      Kind.raise_statement,
    )
      .map((node) =>
        tree.kind(node) === Kind.if_statement || tree.kind(node) === Kind.elif_clause
          ? tree.child(node, Field.condition)
          : node,
      )
      .some((condition) => asksFor(module, condition, kept)) ||
    (kept.length > 0 && asksFor(module, tree.child(loop, Field.condition), kept))
  );
}

/** A bare name of the piece, its length, or what is compared with something empty; of a text that pieces were added to, its length. */
function asksFor(module: Module, condition: number, kept: readonly number[]): boolean {
  const { tree } = module;
  if (condition < 0) return false;
  if (kept.length === 0)
    return names(module, condition).includes('len') || tree.kind(condition) === Kind.raise_statement;
  for (let node = condition; node < tree.next(condition); node++)
    if (tree.kind(node) === Kind.identifier && kept.includes(tree.name(node))) {
      const parent = tree.parent(node);
      if (tree.kind(parent) !== Kind.attribute) return true;
    }
  return false;
}

function names({ tree }: Module, root: number): string[] {
  const found: string[] = [];
  for (let node = root; node < tree.next(root); node++)
    if (tree.kind(node) === Kind.identifier) found.push(tree.text(node));
  return found;
}
