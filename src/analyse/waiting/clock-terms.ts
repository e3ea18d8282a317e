// Comparisons with a clock as sums: `time.time() - start < timeout` compares the clock with start + timeout.
// In: a comparison in a loop. Out: the terms that make up the time that may pass, or undefined if no clock is in it.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { isClock } from './clocks.ts';
import { calledName } from '../detectors/written-expression.ts';
import { argumentNodes, bare, ownNodes } from './expressions.ts';

/** One summand: an expression in seconds times a factor. */
interface Term {
  readonly node: number;
  readonly factor: number;
}

interface ClockTerms {
  readonly terms: readonly Term[];
  /** False if the clock is compared with a point in time made elsewhere: the terms are no duration then. */
  readonly isDuration: boolean;
}

interface Sum {
  /** How often the clock is read in the loop, and before it, with signs. */
  now: number;
  start: number;
  readonly terms: Term[];
}

interface Place {
  readonly module: Module;
  readonly functionIndex: number;
  readonly loop: number;
}

// Names are followed this far: `end = start + timeout`, `start = time.time()`.
const MAX_DEPTH = 4;
const unitSeconds: Readonly<Record<string, number>> = { seconds: 1, minutes: 60, hours: 3600, milliseconds: 0.001 };

/** The time that may pass until `left < right` (or any other order) turns over. */
export function clockTerms(place: Place, left: number, right: number): ClockTerms | undefined {
  const sum: Sum = { now: 0, start: 0, terms: [] };
  add(place, sum, left, 1, 0);
  add(place, sum, right, -1, 0);
  if (sum.now === 0) return undefined;
  // now - start - T: what is left is minus T.
  const factor = -Math.sign(sum.now);
  return {
    terms: sum.terms.map((term) => ({ ...term, factor: term.factor * factor })),
    isDuration: sum.now === -sum.start,
  };
}

function add(place: Place, sum: Sum, expression: number, factor: number, depth: number): void {
  const { module, loop } = place;
  const { tree } = module;
  const node = bare(tree, expression);
  switch (tree.kind(node)) {
    case Kind.binary_operator: {
      const operator = tree.kind(tree.child(node, Field.operator));
      if (operator === Kind["'+'"] || operator === Kind["'-'"]) {
        add(place, sum, tree.child(node, Field.left), factor, depth);
        add(place, sum, tree.child(node, Field.right), operator === Kind["'+'"] ? factor : -factor, depth);
        return;
      }
      break;
    }
    case Kind.call: {
      if (isClock(tree, node)) {
        if (node > loop && node < tree.next(loop)) sum.now += factor;
        else sum.start += factor;
        return;
      }
      const name = calledName(tree, node);
      const { positional, keywords } = argumentNodes(tree, node);
      if (name === 'total_seconds')
        return add(place, sum, tree.child(tree.child(node, Field.function), Field.object), factor, depth);
      if (
        name === 'timedelta' &&
        positional.length === 0 &&
        [...keywords.keys()].every((key) => unitSeconds[key] !== undefined)
      ) {
        for (const [key, value] of keywords) sum.terms.push({ node: value, factor: factor * unitSeconds[key]! });
        return;
      }
      break;
    }
    case Kind.identifier: {
      const value = depth < MAX_DEPTH ? valueOf(place, node) : -1;
      if (value >= 0 && holdsClock(place, value, depth)) return add(place, sum, value, factor, depth + 1);
      break;
    }
    default:
      break;
  }
  sum.terms.push({ node, factor });
}

/** The expression a name was given: the only one in the loop, or the last one before it. */
function valueOf({ module, functionIndex, loop }: Place, node: number): number {
  const { tree, index } = module;
  const scope = functionIndex === MODULE ? module.bindings : module.functionBindings(index.functions[functionIndex]!);
  const bindings = scope.byName.get(tree.name(node)) ?? [];
  const end = tree.next(loop);
  const inside = bindings.filter((binding) => binding.node > loop && binding.node < end);
  const found =
    inside.length > 0
      ? inside.length === 1
        ? inside[0]
        : undefined
      : bindings.findLast((binding) => binding.node < loop);
  return found?.kind === 'value' ? found.value : -1;
}

function holdsClock(place: Place, node: number, depth: number): boolean {
  const { tree } = place.module;
  for (const inner of ownNodes(tree, node)) {
    if (isClock(tree, inner)) return true;
    if (tree.kind(inner) !== Kind.identifier || depth >= MAX_DEPTH) continue;
    const value = valueOf(place, inner);
    if (value >= 0 && value !== node && holdsClock(place, value, depth + 1)) return true;
  }
  return false;
}

/** True for a name or expression that is made from a clock read in the loop or before it. */
export function isTime(place: Place, node: number): boolean {
  return holdsClock(place, node, 0);
}
