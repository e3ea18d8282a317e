// How a text begins that a pattern matched at its beginning: `^https?://host\\.example\\.org/`. In: the tree of a pattern. Out: the texts
// it may begin with, one for each way through the pattern. Leaves alone: whether the pattern is tried at the beginning only.
import type { Pattern } from './parse-pattern.ts';
import { waysThrough } from './ways-through.ts';

/** The texts that what the pattern found begins with; undefined where nothing is fixed. */
export function literalBeginnings(tree: Pattern): string[] | undefined {
  const texts = new Set<string>();
  for (const way of waysThrough(tree)) {
    const end = way.findIndex(({ character }) => character === undefined);
    texts.add((end < 0 ? way : way.slice(0, end)).map(({ character }) => character).join(''));
  }
  return texts.has('') ? undefined : [...texts];
}
