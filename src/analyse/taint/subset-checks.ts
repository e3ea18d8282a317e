// Checks that everything in something is one of ours: `set(words) <= WORDS`, `set(words).issubset(WORDS)`, `set(words) - WORDS`. In: the
// two sides. Out: what holds of the words where they are a subset.
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { Argument } from '../interpreter/events.ts';
import type { Frame } from '../interpreter/frame.ts';
import { allKinds } from '../values/kind-set.ts';
import type { Check } from '../values/taint.ts';
import { isTainted } from '../values/taint.ts';
import { checkOf } from './checks.ts';
import { conditions } from './given.ts';

/** What holds where `words` is a subset of `allowed`. */
export function subsetCheck(frame: Frame, node: number, words: Argument, allowed: Argument): Check | undefined {
  const list = madeOf(frame, words);
  const isSet =
    list !== words || words.value.denotes.some((one) => one.kind === 'instance' && /^(?:frozen)?set$/.test(one.of));
  const given = isSet ? conditions(frame, allowed.value, 'collection') : undefined;
  if (given === undefined) return undefined;
  return isTainted(list.value.taint) ? checkOf(frame, list, allKinds, 'check for a subset', node, given) : undefined;
}

/** `set(words)`: the words. */
function madeOf(frame: Frame, words: Argument): Argument {
  const { tree } = frame;
  const { node } = words;
  if (
    node < 0 ||
    tree.kind(node) !== Kind.call ||
    !/^(?:frozen)?set$/.test(tree.text(tree.child(node, Field.function)))
  )
    return words;
  const [inner, ...others] = tree.children(tree.child(node, Field.arguments));
  if (inner === undefined || others.length > 0) return words;
  return { node: inner, value: frame.evaluateSilently(inner) };
}
