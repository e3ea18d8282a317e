// A pattern as an automaton of its characters (Glushkov's): each character class is a position, and after each position come others. In:
// the tree of a pattern. Out: positions, and where the pattern begins and ends among them. Leaves alone: look-around and boundaries, which
// are taken for nothing.
import type { CharacterSet } from './character-set.ts';
import type { Pattern } from './parse-pattern.ts';

// So many positions are still looked at.
const MAX_POSITIONS = 60;
const MAX_COPIES = 40;
const MORE_COPIES = 4;

/** Positions of characters in the loop, and in how many ways one can follow the other (2 stands for more). */
export interface Positions {
  /** A loop of so many rounds counts as one without end. */
  readonly endless: number;
  readonly sets: CharacterSet[];
  readonly follow: Map<number, number>[];
}

export interface Fragment {
  readonly nullable: boolean;
  readonly first: ReadonlyMap<number, number>;
  readonly last: ReadonlyMap<number, number>;
}

const nothing: Fragment = { nullable: true, first: new Map(), last: new Map() };

export function noPositions(endless: number): Positions {
  return { endless, sets: [], follow: [] };
}

/** The part of the automaton that a pattern is; undefined if it is too large. */
export function build(pattern: Pattern, positions: Positions): Fragment | undefined {
  switch (pattern.kind) {
    case 'set': {
      if (positions.sets.length >= MAX_POSITIONS) return undefined;
      const at = positions.sets.push(pattern.set) - 1;
      positions.follow.push(new Map());
      const only = new Map([[at, 1]]);
      return { nullable: false, first: only, last: only };
    }
    case 'group':
      return build(pattern.item, positions);
    case 'sequence':
      return inSequence(pattern.items, positions);
    case 'choice': {
      const parts = pattern.items.map((item) => build(item, positions));
      let whole: Fragment | undefined;
      for (const part of parts) {
        if (part === undefined) return undefined;
        whole =
          whole === undefined
            ? part
            : {
                nullable: whole.nullable || part.nullable,
                first: added(whole.first, part.first),
                last: added(whole.last, part.last),
              };
      }
      return whole;
    }
    case 'repeat':
      return buildRepeat(pattern, positions);
    default:
      return nothing;
  }
}

function buildRepeat(
  { item, least, most }: Pattern & { readonly kind: 'repeat' },
  positions: Positions,
): Fragment | undefined {
  if (most >= positions.endless) {
    const part = build(item, positions);
    if (part === undefined) return undefined;
    connect(positions, part, part);
    return { ...part, nullable: part.nullable || least === 0 };
  }
  if (least > MAX_COPIES) return undefined;
  // One copy after the other; from the last that is needed on each can be the end.
  const copies = Math.max(1, least + Math.min(most - least, MORE_COPIES));
  let first: ReadonlyMap<number, number> = new Map();
  let last: ReadonlyMap<number, number> = new Map();
  let before: Fragment | undefined;
  for (let i = 1; i <= copies; i++) {
    const part = build(item, positions);
    if (part === undefined) return undefined;
    if (before === undefined) first = part.first;
    else connect(positions, before, part);
    if (i >= least || part.nullable) last = added(last, part.last);
    before = part;
  }
  return { nullable: least === 0 || before!.nullable, first, last };
}

function inSequence(items: readonly Pattern[], positions: Positions): Fragment | undefined {
  let whole = nothing;
  for (const item of items) {
    const part = build(item, positions);
    if (part === undefined) return undefined;
    connect(positions, whole, part);
    whole = {
      nullable: whole.nullable && part.nullable,
      first: whole.nullable ? added(whole.first, part.first) : whole.first,
      last: part.nullable ? added(whole.last, part.last) : part.last,
    };
  }
  return whole;
}

/** After the last positions of one come the first of the other. */
export function connect({ follow }: Positions, one: Fragment, other: Fragment): void {
  for (const [from, ways] of one.last) {
    for (const [to, more] of other.first) {
      follow[from]!.set(to, Math.min(2, (follow[from]!.get(to) ?? 0) + ways * more));
    }
  }
}

function added(a: ReadonlyMap<number, number>, b: ReadonlyMap<number, number>): ReadonlyMap<number, number> {
  const sum = new Map(a);
  for (const [key, ways] of b) sum.set(key, Math.min(2, (sum.get(key) ?? 0) + ways));
  return sum;
}
