// What a handler catches. In: an `except` clause, and what exceptions raised before it say. Out: its name is bound, and the frame knows what was
// caught.
import { Kind } from '../../parse/lowered-tree.ts';
import { derivedTaint, sourceTaint } from '../values/taint.ts';
import type { Denotation, Value } from '../values/value.ts';
import { denoting, unknown, withTaint } from '../values/value.ts';
import { assign } from './assign.ts';
import type { Frame } from './frame.ts';
import { caughtBy } from './raised.ts';

/** Binds the exception of a handler; `thrown` is what may arrive there. */
export function bindException(frame: Frame, handler: number, thrown: Value[]): void {
  const { tree } = frame;
  let type: Value | undefined;
  let target = -1;
  let value = unknown;
  for (const child of tree.children(handler)) {
    if (tree.kind(child) === Kind.block) continue;
    if (tree.kind(child) === Kind.as_pattern) {
      type = frame.evaluate(child + 1);
      target = tree.childOfKind(child, Kind.as_pattern_target);
      const instances = type.denotes.flatMap((denotation) =>
        denotation.kind === 'symbol' ? [{ kind: 'instance', of: denotation.name } as const] : [],
      );
      if (target >= 0) value = exceptionValue(frame, child, type, denoting(...instances));
    } else if (tree.kind(child) !== Kind["'*'"]) {
      type = frame.evaluate(child);
    }
  }
  frame.caught = caughtBy(frame, thrown, type);
  if (target < 0) return;
  const told = frame.caught.map(({ taint }) => taint);
  assign(frame, target + 1, told.length === 0 ? value : withTaint(value, derivedTaint([value.taint, ...told])), -1);
}

/** A caught exception: what it says may tell a client how the program is made. One of the checkout's own says what its author wrote. */
function exceptionValue(frame: Frame, node: number, type: Value, caught: Value): Value {
  const { tree, module, engine } = frame;
  const own = type.denotes.flatMap((one): Denotation[] =>
    one.kind === 'class' ? [{ kind: 'object', module: one.module, index: one.index }] : [],
  );
  if (own.length > 0) return denoting(...own);
  if (engine.sinks === undefined) return caught;
  const target = tree.childOfKind(node, Kind.as_pattern_target);
  const name = tree.text(target + 1);
  const source = engine.source({
    kind: 'exception',
    name,
    key: undefined,
    handler: undefined,
    module,
    node: target + 1,
  });
  return withTaint(caught, sourceTaint(source, 'text'));
}
