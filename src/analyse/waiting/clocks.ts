// Calls that read a clock. By the last name alone: where a loop's bound is sought, a clock too many does no harm.
import type { LoweredTree } from '../../parse/lowered-tree.ts';
import { Kind } from '../../parse/lowered-tree.ts';
import { calledName } from '../detectors/written-expression.ts';
import { argumentNodes } from './expressions.ts';

const clockNames: ReadonlySet<string> = new Set(
  'time monotonic perf_counter default_timer process_time clock now utcnow utcnow_ts time_ns monotonic_ns perf_counter_ns _time'.split(
    ' ',
  ),
);

/** True for a call that reads a clock: `time.monotonic()`, `datetime.now(tz)`. */
export function isClock(tree: LoweredTree, node: number): boolean {
  if (tree.kind(node) !== Kind.call || !clockNames.has(calledName(tree, node))) return false;
  return argumentNodes(tree, node).positional.length <= 1;
}
