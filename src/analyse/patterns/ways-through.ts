// A pattern as the ways through it: alternatives and optional parts written out, characters in order. In: the tree of a pattern. Out: lists of
// characters and sets; what would be too many ways, or refers to what a group matched, is any characters. Leaves alone: anchors, look-around.
import type { CharacterSet } from './character-set.ts';
import { everything, union } from './character-set.ts';
import type { Pattern } from './parse-pattern.ts';

// Ways that are written out.
const MAX_WAYS = 16;

/** One character, or any number of some set. */
export interface Atom {
  readonly set: CharacterSet;
  /** The character, where it is always there and once. */
  readonly character?: string;
}

const anything: readonly Atom[][] = [[{ set: everything }]];

/** The characters of each way through a pattern, in order. */
export function waysThrough(pattern: Pattern): readonly Atom[][] {
  switch (pattern.kind) {
    case 'set':
      return [
        [pattern.character === undefined ? { set: pattern.set } : { set: pattern.set, character: pattern.character }],
      ];
    case 'anchor':
    case 'look':
      return [[]];
    case 'opaque':
      return anything;
    case 'group':
      return waysThrough(pattern.item);
    case 'choice': {
      const ways = pattern.items.flatMap(waysThrough);
      return ways.length > MAX_WAYS ? anything : ways;
    }
    case 'sequence':
      return inOrder(pattern.items);
    case 'repeat':
      return repeated(pattern);
  }
}

function inOrder(items: readonly Pattern[]): readonly Atom[][] {
  let ways: Atom[][] = [[]];
  for (const item of items) {
    const next = waysThrough(item);
    const isMuch = ways.length * next.length > MAX_WAYS;
    ways = ways.flatMap((way) => (isMuch ? anything : next).map((more) => [...way, ...more]));
  }
  return ways;
}

/** Once or not at all is two ways; any other number is one thing of what may be in it. */
function repeated({ item, least, most }: Pattern & { readonly kind: 'repeat' }): readonly Atom[][] {
  const once = waysThrough(item);
  if (most <= 1) return least === 1 ? once : [[], ...once];
  const any: Atom = { set: union(...once.flat().map(({ set }) => set)) };
  // Of what is there at least once, the first.
  return least === 0 ? [[any]] : once.map((way) => [...way, any]);
}
