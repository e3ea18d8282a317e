// BP312, BP314: a waiting loop that overlooks what it could see. In: waiting loops. Out: a note at a loop that throws errors away and then
// times out without them, or that waits for one state and goes on in a state that never leads there.
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { ownNodes as nodesIn } from '../waiting/expressions.ts';
import { comparison } from '../waiting/expressions.ts';
import { standsApart } from '../waiting/noteworthy-wait.ts';
import type { WaitingLoop } from '../waiting/waiting-loop.ts';
import { functionName, waitingLoops } from '../waiting/waiting-loop.ts';
import { discardsSilently, handlerBlock } from './attempt.ts';
import type { CreateDetector } from './detector.ts';
import { ownNodes } from './own-nodes.ts';
import { lastWord, literalText, written } from './written-expression.ts';

const status = /(?:^|_)(?:status|state|phase|health|condition)$/i;
const failed = /err|fail|abort|cancel|dead|crash|terminat|reject|timeout/i;

export const pollBlindness: CreateDetector<'poll-blindness'> = ({ rule, knowledge, engine, report }) => {
  const loops = waitingLoops(knowledge, engine, rule.calls);

  /** The handler in the loop that loses the error. */
  const lostError = ({ module, node }: WaitingLoop): number => {
    const { tree } = module;
    return (
      ownNodes(tree, tree.child(node, Field.body), Kind.except_clause).find((handler) => {
        const block = handlerBlock(tree, handler);
        const value = tree.child(handler, Field.value);
        const isNamed = value >= 0 && tree.kind(value) === Kind.as_pattern;
        return block >= 0 && !isNamed && discardsSilently(tree, block) && !leaves(module, block);
      }) ?? -1
    );
  };

  /** `break` or `return`: the error is what the loop waits for. */
  const leaves = ({ tree }: Module, block: number): boolean =>
    tree
      .children(block)
      .some((one) => tree.kind(one) === Kind.break_statement || tree.kind(one) === Kind.return_statement);

  const lookForLostError = (loop: WaitingLoop): void => {
    const handler = loop.givesUpAt.length === 0 ? -1 : lostError(loop);
    const [end] = loop.givesUpAt;
    if (handler < 0 || end === undefined || !isFailure(loop.module, end)) return;
    const { module, functionIndex } = loop;
    const value = module.tree.child(handler, Field.value);
    const error = value < 0 ? '' : written(module.tree, value);
    report({
      module,
      functionIndex,
      node: handler,
      values: { function: functionName(loop), error: error === '' ? 'the error' : error, state: '' },
      related: [{ module, node: end, message: 'gives up here' }],
    });
  };

  const isFailure = ({ tree }: Module, node: number): boolean =>
    tree.kind(node) === Kind.raise_statement ||
    [node, ...ownNodes(tree, node)].some(
      (one) => tree.kind(one) === Kind.raise_statement || /^(?:fail|skip)/.test(literalCallee(tree, one)),
    );

  /** The state that the loop waits for, by a comparison with a text. */
  const wanted = ({ module, node }: WaitingLoop): { readonly state: string; readonly node: number } | undefined => {
    const { tree } = module;
    for (const inner of nodesIn(tree, node)) {
      const compared = comparison(tree, inner);
      if (compared === undefined || (compared.operator !== Kind["'=='"] && compared.operator !== Kind["'!='"]))
        continue;
      for (const [name, text] of [
        [compared.left, compared.right],
        [compared.right, compared.left],
      ] as const) {
        const state = literalText(tree, text);
        if (state !== undefined && /^[A-Za-z][\w -]{2,}$/.test(state) && status.test(lastWord(module.tree, name)))
          return { state, node: inner };
      }
    }
    return undefined;
  };

  const lookForState = (loop: WaitingLoop): void => {
    const { module, functionIndex, node } = loop;
    const { tree } = module;
    const found = wanted(loop);
    // Waiting for the bad state itself, or looking at it as well.
    if (found === undefined || failed.test(found.state)) return;
    const body = tree.child(node, Field.body);
    const mentions = [...nodesIn(tree, node)].some((inner) => {
      // `status not in (...)`: it lists the states in which it goes on.
      if (tree.kind(inner) === Kind.comparison_operator && isListed(module, inner)) return true;
      const isText = tree.kind(inner) === Kind.string || tree.kind(inner) === Kind.identifier;
      return isText && failed.test(tree.text(inner)) && !isInGiveUp(loop, inner);
    });
    if (mentions || body < 0) return;
    report({
      module,
      functionIndex,
      node,
      values: { function: functionName(loop), state: found.state, error: '' },
    });
  };

  const isInGiveUp = ({ module, givesUpAt }: WaitingLoop, node: number): boolean =>
    givesUpAt.some((end) => node >= end && node < module.tree.next(end));

  return {
    interest: { functions: loops.functions },
    observer: {
      loop: (event) => {
        const loop = loops.at(event);
        if (loop === undefined || standsApart(loop, knowledge)) return;
        if (rule.find === 'lost-error') lookForLostError(loop);
        else lookForState(loop);
      },
    },
  };
};

function isListed({ tree }: Module, node: number): boolean {
  return tree.children(node).some((part) => tree.kind(part) === Kind["'in'"] || tree.kind(part) === Kind["'not in'"]);
}

function literalCallee(tree: Module['tree'], node: number): string {
  if (tree.kind(node) !== Kind.call) return '';
  const callee = tree.child(node, Field.function);
  return tree.text(tree.kind(callee) === Kind.attribute ? tree.child(callee, Field.attribute) : callee);
}
