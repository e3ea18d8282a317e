// Whether the failure of a wait says how long it was, and it was long (BP151, BP406). In: a waiting loop with a known budget. Out: yes or
// no. Leaves alone: comments (says-why.ts).
import { ownNodes } from '../detectors/own-nodes.ts';
import { Kind } from '../../parse/lowered-tree.ts';
import { calledName } from '../detectors/written-expression.ts';
import { waitNumbers } from './wait-numbers.ts';
import type { WaitingLoop } from './waiting-loop.ts';

// So many looks are no guess at how long it takes.
const AMPLE_LOOKS = 100;

/** The loop looks a hundred times and more, and the text of its failure says for how long: whoever reads it knows what to change. */
export function tellsAmpleBudget(loop: WaitingLoop): boolean {
  const { interval, budget } = waitNumbers(loop);
  if (interval === undefined || budget === undefined || budget < AMPLE_LOOKS * interval) return false;
  const { tree } = loop.module;
  const around = tree.parent(loop.node);
  const after = tree.children(around).find((node) => node > loop.node) ?? loop.node;
  const tells = (text: string): boolean =>
    [...text.matchAll(/(\d+(?:\.\d+)?)\s*(?:s\b|sec)/gi)].some(
      (found) => Math.abs(Number(found[1]) / budget - 1) < 0.05,
    );
  return ownNodes(tree, around, Kind.raise_statement, Kind.call, Kind.assert_statement)
    .filter((node) => node > loop.node && node < tree.next(after))
    .filter((node) => tree.kind(node) !== Kind.call || /^_*(?:fail|skip)/i.test(calledName(tree, node)))
    .some((node) => ownNodes(tree, node, Kind.string).some((text) => tells(tree.text(text))));
}
