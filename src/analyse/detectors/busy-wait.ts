// BP106: a loop asks again and again without a pause. In: `while` loops. Out: a note at each whose body does nothing but go on, while
// its condition only looks. Leaves alone: conditions that do the work themselves (`while step(): pass`).
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { CreateDetector } from './detector.ts';
import { ownNodes } from './own-nodes.ts';
import { calledName, written } from './written-expression.ts';

export const busyWait: CreateDetector<'busy-wait'> = ({ rule, report, knowledge }) => {
  const asking = new RegExp(rule.asking, 'u');
  const look = (module: Module): void => {
    const { tree } = module;
    for (const loop of module.index.loops) {
      if (tree.kind(loop) !== Kind.while_statement) continue;
      const functionIndex = module.functionAround(loop);
      const looked = askedIn(module, loop, asking);
      if (looked === undefined || functionIndex === MODULE) continue;
      if (/fake|mock|stub/i.test(module.qualifiedName(functionIndex))) continue;
      if (knowledge.role(module, functionIndex) === 'nested') continue;
      report({
        module,
        functionIndex,
        node: loop,
        values: {
          function: tree.names.text(module.index.functions[functionIndex]!.name) || 'this function',
          look: looked,
        },
      });
    }
  };
  return { module: look };
};

/** What the loop asks about, if it does nothing else. */
function askedIn(module: Module, loop: number, asking: RegExp): string | undefined {
  const { tree } = module;
  const body = tree.child(loop, Field.body);
  let condition = tree.child(loop, Field.condition);
  const statements = tree.children(body);
  if (!statements.every((one) => isEmpty(module, one))) {
    // `while True: if done: break`
    const [only] = statements;
    if (statements.length !== 1 || tree.kind(only!) !== Kind.if_statement || tree.child(only!, Field.alternative) >= 0)
      return undefined;
    if (tree.kind(condition) !== Kind.true && tree.kind(condition) !== Kind.integer) return undefined;
    const inside = tree.children(tree.child(only!, Field.consequence));
    if (inside.length !== 1 || ![Kind.break_statement, Kind.return_statement].includes(tree.kind(inside[0]!) as never))
      return undefined;
    condition = tree.child(only!, Field.condition);
  }
  const nodes = [condition, ...ownNodes(tree, condition)];
  if (nodes.some((node) => tree.kind(node) === Kind.named_expression || tree.kind(node) === Kind.await))
    return undefined;
  const calls = nodes.filter((node) => tree.kind(node) === Kind.call);
  if (!calls.every((call) => asking.test(calledName(tree, call)))) return undefined;
  const reads = nodes.filter((node) => tree.kind(node) === Kind.attribute || tree.kind(node) === Kind.subscript);
  const look = calls[0] ?? reads[0];
  return look === undefined ? undefined : written(tree, look) || 'the state';
}

function isEmpty({ tree }: Module, statement: number): boolean {
  const kind = tree.kind(statement);
  return (
    kind === Kind.pass_statement ||
    kind === Kind.continue_statement ||
    (kind === Kind.expression_statement && tree.kind(statement + 1) === Kind.ellipsis)
  );
}
