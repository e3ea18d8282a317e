// Upper bounds: of a number, `count > 100`, and of how long a text is, `len(text) > 100`, `text[:100]`. In: comparisons and slices. Out: what
// holds of a number or text that is no larger. Leaves alone: how large it may be.
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { Argument } from '../interpreter/events.ts';
import { numberOf } from '../values/constant.ts';
import { onlyConstant } from '../values/value.ts';
import type { Frame } from '../interpreter/frame.ts';
import type { KindSet } from '../values/kind-set.ts';
import { kindSet } from '../values/kind-set.ts';
import type { Checks, Taint } from '../values/taint.ts';
import { cleanTaint, isTainted } from '../values/taint.ts';
import { checkOf, whenFalse, whenTrue } from './checks.ts';
import { conditions } from './given.ts';

/** Kinds that only a long text does harm at. */
const lengthKinds = kindSet('regex-subject') | kindSet('unicode');
const sizeKinds = kindSet('size');

interface Bounded {
  readonly argument: Argument;
  readonly kinds: KindSet;
}

/** `count < limit`, `limit < len(text)`; the operators with `=` are the same. */
export function boundChecks(frame: Frame, node: number, left: Argument, right: Argument): Checks | undefined {
  const [below, above] = [bounded(frame, left), bounded(frame, right)];
  const found = below ?? above;
  if (found === undefined) return undefined;
  const given = conditions(frame, (below === undefined ? left : right).value, 'settled');
  if (given === undefined) return undefined;
  const limit = onlyConstant((below === undefined ? left : right).value);
  // One character is not two slashes.
  const isShort = found.kinds === lengthKinds && limit !== undefined && (numberOf(limit) ?? 2) <= 1;
  const kinds = isShort ? found.kinds | kindSet('single-slash') : found.kinds;
  const check = checkOf(frame, found.argument, kinds, 'check of an upper bound', node, given);
  return below === undefined ? whenFalse(check) : whenTrue(check);
}

/** A number itself; what `len(...)` measures. */
function bounded(frame: Frame, argument: Argument): Bounded | undefined {
  if (isTainted(argument.value.taint)) return { argument, kinds: sizeKinds };
  const { tree } = frame;
  const { node } = argument;
  if (node < 0 || tree.kind(node) !== Kind.call || tree.text(tree.child(node, Field.function)) !== 'len')
    return undefined;
  const [only] = tree.children(tree.child(node, Field.arguments));
  if (only === undefined) return undefined;
  const value = frame.evaluateSilently(only);
  return isTainted(value.taint) ? { argument: { node: only, value }, kinds: lengthKinds } : undefined;
}

/** `text[:100]` */
export function boundedSlice(frame: Frame, node: number, taint: Taint | undefined): Taint | undefined {
  if (!isTainted(taint)) return taint;
  const { module } = frame;
  return cleanTaint(taint, lengthKinds, { kind: 'sanitizer', name: 'a slice', module, node, kinds: lengthKinds });
}

/** `count % 100`, `count & 0xff`, `min(count, 100)` */
export function boundedNumber(
  frame: Frame,
  node: number,
  taint: Taint | undefined,
  name = 'a remainder',
): Taint | undefined {
  if (!isTainted(taint)) return taint;
  const { module } = frame;
  return cleanTaint(taint, sizeKinds, { kind: 'sanitizer', name, module, node, kinds: sizeKinds });
}
