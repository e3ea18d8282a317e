// Bounds of how long a text is: `len(text) > 100`, `text[:100]`. In: comparisons and slices. Out: what holds of a text that has at most so
// many characters. Leaves alone: how many they are.
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { Argument } from '../interpreter/events.ts';
import type { Frame } from '../interpreter/frame.ts';
import { kindSet } from '../values/kind-set.ts';
import type { Checks, Taint } from '../values/taint.ts';
import { cleanTaint, isTainted } from '../values/taint.ts';
import { checkOf, whenFalse, whenTrue } from './checks.ts';
import { conditions } from './given.ts';

/** Kinds that only a long text does harm at. */
export const lengthKinds = kindSet('regex-subject') | kindSet('unicode');

/** `len(text) < limit` or `limit < len(text)`; the operators with `=` are the same. */
export function lengthChecks(frame: Frame, node: number, left: Argument, right: Argument): Checks | undefined {
  const [below, above] = [measured(frame, left), measured(frame, right)];
  if (below !== undefined) {
    const given = conditions(frame, right.value, 'settled');
    return given === undefined
      ? undefined
      : whenTrue(checkOf(frame, below, lengthKinds, 'check of the length', node, given));
  }
  if (above === undefined) return undefined;
  const given = conditions(frame, left.value, 'settled');
  return given === undefined
    ? undefined
    : whenFalse(checkOf(frame, above, lengthKinds, 'check of the length', node, given));
}

/** What `len(...)` measures, if that is untrusted. */
function measured(frame: Frame, { node }: Argument): Argument | undefined {
  const { tree } = frame;
  if (node < 0 || tree.kind(node) !== Kind.call || tree.text(tree.child(node, Field.function)) !== 'len')
    return undefined;
  const [only] = tree.children(tree.child(node, Field.arguments));
  if (only === undefined) return undefined;
  const value = frame.evaluateSilently(only);
  return isTainted(value.taint) ? { node: only, value } : undefined;
}

/** `text[:100]` */
export function boundedSlice(frame: Frame, node: number, taint: Taint | undefined): Taint | undefined {
  if (!isTainted(taint)) return taint;
  const { module } = frame;
  return cleanTaint(taint, lengthKinds, { kind: 'sanitizer', name: 'a slice', module, node, kinds: lengthKinds });
}
