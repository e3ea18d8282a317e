// A digest made with a key stands for the data it was made of: where it equals what the client sent, the data was written by somebody
// who has the key. In: calls that make digests or pass them on. Out: the view that a result is of the data, for the checks.
import { makeTaint } from '../values/taint.ts';
import type { Argument } from '../interpreter/events.ts';
import type { Taint, View } from '../values/taint.ts';
import type { Value } from '../values/value.ts';
import { withTaint } from '../values/value.ts';
import type { ApiEntry } from './api-models.ts';

// Other forms of the same digest.
const passing = /^(?:digest|hexdigest|hex|copy|decode|encode|lower|upper|strip|rstrip)$/;

/** The result of a call with the data that it is a digest of. `meant`: the arguments an entry is about. */
export function withSignature(
  result: Value,
  receiver: Value | undefined,
  method: string,
  entries: readonly ApiEntry[],
  meant: (entry: ApiEntry) => readonly Argument[],
): Value {
  const view = passing.test(method) ? signatureOf(receiver) : undefined;
  if (view !== undefined) return signed(result, view);
  for (const entry of entries) {
    if (entry.entry.view !== 'digest' && !entry.propagates) continue;
    for (const { node, value } of meant(entry)) {
      const known = signatureOf(value);
      if (known !== undefined) return signed(result, known);
      if (entry.entry.view === 'digest' && value.taint !== undefined)
        return signed(result, { of: value.taint, node, as: 'digest' });
    }
  }
  return result;
}

/** What a value is a digest of, also where it stands in a text: `"sha256=" + digest`. */
export function signatureOf(value: Value | undefined): View | undefined {
  if (value?.taint?.view?.as === 'digest') return value.taint.view;
  for (const part of value?.text ?? []) {
    const view = typeof part === 'string' ? undefined : signatureOf(part.hole);
    if (view !== undefined) return view;
  }
  return undefined;
}

export function signed(value: Value, view: View): Value {
  const taint: Taint = makeTaint(value.taint?.marks ?? [], undefined, undefined, view);
  return withTaint(value, taint);
}

/** A callee's digest as its caller sees it: of the argument in the place of the parameter. */
export function signatureThere(
  view: View,
  reached: (index: number, path: readonly string[]) => Value | undefined,
  nodes: readonly number[],
): View | undefined {
  const { is } = view.of;
  if (is === undefined) return undefined;
  const of = reached(is.index, is.path)?.taint;
  return of === undefined ? undefined : { of, node: is.path.length === 0 ? (nodes[is.index] ?? -1) : -1, as: 'digest' };
}
