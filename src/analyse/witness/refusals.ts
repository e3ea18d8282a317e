// Assertions of tests that something is refused: a check says no, an error is raised, the answer's status is one of the client's. In: a
// test module. Out: for each what is refused there. Leaves alone: which check that is about.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import type { FunctionRole } from '../../model/test-context.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { equalityAssertions } from '../detectors/equality-assertions.ts';
import { ownNodes } from '../detectors/own-nodes.ts';
import { argumentsOf, calledName } from '../detectors/written-expression.ts';
import { bare, comparison } from '../waiting/expressions.ts';

export interface Refusal {
  readonly node: number;
  /** Numbers of the names of functions that refuse. */
  readonly by: readonly number[];
  /** The test asserts a status of its answer: whatever it calls has refused. */
  readonly status: boolean;
  readonly functionIndex: number;
}

// What is wrong with the request itself; who asks (401) and how (405) is another matter.
const refusing = new Set(['400', '403', '404', '413', '415', '422']);
const raising = /^(?:assertRaises\w*|raises|assert_raises\w*)$/;
const denying = /^assert(?:False|IsNone|Falsy|_false)$/i;

/** Refusals in the tests of a module, in file order. */
export function refusals(module: Module, role: (functionIndex: number) => FunctionRole): Refusal[] {
  const { tree, index } = module;
  const found: Refusal[] = [];
  const add = (node: number, by: readonly number[], status = false): void => {
    const functionIndex = module.functionAround(node);
    if ((by.length === 0 && !status) || functionIndex === MODULE || role(functionIndex) !== 'test') return;
    found.push({ node, by, status, functionIndex });
  };
  for (const call of index.calls) {
    const name = calledName(tree, call);
    if (raising.test(name)) {
      const [, callable] = argumentsOf(tree, call).positional;
      add(call, callable === undefined ? calledIn(module, withBody(module, call)) : lastNameOf(module, callable));
    } else if (denying.test(name)) add(call, calledIn(module, tree.child(call, Field.arguments)));
  }
  for (const node of index.asserts) {
    const condition = bare(tree, node + 1);
    if (tree.kind(condition) === Kind.not_operator) add(node, calledIn(module, condition));
    const compared = comparison(tree, condition);
    const saysNo = [compared?.left, compared?.right].some(
      (side) => side !== undefined && (tree.kind(side) === Kind.false || tree.kind(side) === Kind.none),
    );
    const isSame = compared?.operator === Kind["'is'"] || compared?.operator === Kind["'=='"];
    if (saysNo && isSame) add(node, calledIn(module, condition));
  }
  for (const { node, operands } of equalityAssertions(module)) {
    if (operands.some((side) => tree.kind(side) === Kind.integer && refusing.has(tree.text(side)))) add(node, [], true);
    else if (operands.some((side) => tree.kind(side) === Kind.false))
      add(
        node,
        operands.flatMap((side) => calledIn(module, side)),
      );
  }
  return found.sort((a, b) => a.node - b.node);
}

/** Body of the `with` whose item the call is, or -1. */
function withBody({ tree }: Module, call: number): number {
  let node = tree.parent(call);
  const isPart = (kind: number): boolean =>
    kind === Kind.as_pattern || kind === Kind.with_item || kind === Kind.with_clause;
  while (node >= 0 && isPart(tree.kind(node))) node = tree.parent(node);
  return node >= 0 && tree.kind(node) === Kind.with_statement ? tree.child(node, Field.body) : -1;
}

function calledIn(module: Module, root: number): number[] {
  if (root < 0) return [];
  const { tree } = module;
  const calls = [root, ...ownNodes(tree, root, Kind.call)].filter((node) => tree.kind(node) === Kind.call);
  return calls.flatMap((call) => lastNameOf(module, tree.child(call, Field.function)));
}

/** Number of the last name of what is called; none if it has none. */
export function lastNameOf({ tree }: Module, callee: number): number[] {
  if (tree.kind(callee) === Kind.identifier) return [tree.name(callee)];
  return tree.kind(callee) === Kind.attribute ? [tree.name(tree.child(callee, Field.attribute))] : [];
}
