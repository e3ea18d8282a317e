// What of a value still holds outside of the function it was made in. In: a value. Out: it for the caller, or for everybody.
import type { Module } from '../../model/module.ts';
import { mapHeld } from '../values/held.ts';
import type { Taint } from '../values/taint.ts';
import { changeTaint, derivedTaint, isTainted, makeTaint, stepped, unprovided } from '../values/taint.ts';
import type { Value } from '../values/value.ts';
import { withObjects, withTaint, withText } from '../values/value.ts';

const MAX_DEPTH = 4;

/** Marks that come back from a call. */
export function returned(value: Value, module: Module, node: number, callee: string): Value {
  if (!isTainted(value.taint)) return value;
  const step = { kind: 'return' as const, module, node, name: callee };
  const marks = value.taint.marks.map((mark) =>
    mark.trace === undefined || mark.trace.kind === 'source' ? mark : stepped(mark, step),
  );
  return withTaint(value, changeTaint(value.taint, { marks }));
}

/** A value without what only holds inside its function: marks of its parameters. */
export function outside(value: Value, depth = 0): Value {
  const { taint, held } = value;
  if (taint === undefined && held === undefined) return value;
  const own = taint?.marks.filter(({ source }) => source !== undefined) ?? [];
  const hangs = own.some(({ provided }) => provided !== undefined);
  const marks = hangs ? own.map((mark) => (mark.provided === undefined ? mark : unprovided(mark))) : own;
  const kept =
    marks.length === 0 ? undefined : marks.length === taint?.marks.length && !hangs ? taint : makeTaint(marks);
  const text = value.text?.map((part) => (typeof part === 'string' ? part : { hole: outside(part.hole, depth + 1) }));
  if (held === undefined || depth > MAX_DEPTH) return withText(withTaint(value, stripped(kept)), text);
  const there = mapHeld(held, (one) => outside(one, depth + 1));
  return withText(withTaint(withObjects(value, value.objects, there), stripped(kept)), text);
}

function stripped(taint: Taint | undefined): Taint | undefined {
  return taint === undefined || taint.is === undefined ? taint : derivedTaint([taint]);
}
