// One wait in the place of a loop that looks and sleeps. In: a `for` over a range that does nothing else, and the call that waits for
// the same (`done.wait(5)`). Out: the loop's replacement. Leaves alone: loops that do more, and what stands behind them.
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { EditPart, Repair } from '../analysis.ts';
import { holdsComment } from './argument-edits.ts';

/** `waits` is true if `look` would be; `sleep` is the call that pauses. */
export function oneWait(module: Module, loop: number, look: number, sleep: number, waits: string): Repair | undefined {
  const { tree } = module;
  const range = { start: tree.start(loop), end: tree.end(loop) };
  if (tree.kind(loop) !== Kind.for_statement || tree.child(loop, Field.alternative) >= 0) return undefined;
  if (holdsComment(tree, range) || isNamedElsewhere(module, loop)) return undefined;
  const statements = tree.children(tree.child(loop, Field.body));
  const test = statements.find((one) => tree.kind(one) === Kind.if_statement) ?? -1;
  const pause = statements.find((one) => tree.kind(one) === Kind.expression_statement && one + 1 === sleep);
  if (statements.length !== 2 || test < 0 || pause === undefined || tree.child(test, Field.condition) !== look)
    return undefined;
  const exit = tree.children(tree.child(test, Field.consequence));
  const [only] = exit;
  if (only === undefined || exit.length !== 1 || tree.child(test, Field.alternative) >= 0) return undefined;
  const parts: EditPart[] = [waits];
  if (tree.kind(only) === Kind.return_statement) {
    const result = { copy: { start: tree.start(only), end: tree.end(only) } };
    parts.unshift('if ');
    parts.push(':\n', { indentOf: range.start, deeper: true }, result);
  } else if (tree.kind(only) !== Kind.break_statement) return undefined;
  return { edits: [{ range, parts }], safe: true };
}

/** The counter of the loop is read, in it or behind it. */
function isNamedElsewhere(module: Module, loop: number): boolean {
  const { tree, index } = module;
  const target = tree.child(loop, Field.left);
  if (tree.kind(target) !== Kind.identifier) return true;
  const around = index.functions[module.functionAround(loop)];
  const root = around?.node ?? 0;
  for (let node = root; node < tree.next(root); node++) {
    if (node !== target && tree.kind(node) === Kind.identifier && tree.name(node) === tree.name(target)) return true;
  }
  return false;
}
