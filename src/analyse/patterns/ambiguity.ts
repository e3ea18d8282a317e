// Whether a pattern can take exponential time: a loop that can read one text in many ways, before something that can fail. In: the tree of
// a pattern. Out: the loop's text length is not known, so yes or no. Leaves alone: loops with look-around, boundaries or references in
// them, which only restrict; ambiguity that costs a power of the length.
import type { CharacterSet } from './character-set.ts';
import { everything, includes, overlap, single, union, without } from './character-set.ts';
import type { Pattern } from './parse-pattern.ts';
import type { Positions } from './positions.ts';
import { build, connect, noPositions } from './positions.ts';

// A loop of so many rounds is as bad as one without end.
const MANY_ROUNDS = 20;

/** What has to come after a loop, from near to far: sets that must match, or the end. */
type Suffix = readonly (CharacterSet | 'end')[];

/** Some loop of the pattern is exponentially ambiguous and can be made to fail. `whole`: the text has to match to its end. */
export function isExponential(tree: Pattern, whole: boolean): boolean {
  return looksInto(tree, whole ? ['end'] : []);
}

function looksInto(pattern: Pattern, suffix: Suffix): boolean {
  switch (pattern.kind) {
    case 'sequence': {
      let after = suffix;
      for (const item of [...pattern.items].reverse()) {
        if (looksInto(item, after)) return true;
        const needed = required(item);
        if (needed !== undefined) after = [needed, ...after];
      }
      return false;
    }
    case 'choice':
      return pattern.items.some((item) => looksInto(item, suffix));
    case 'group':
      return looksInto(pattern.item, suffix);
    case 'look':
      return looksInto(pattern.item, []);
    case 'repeat':
      if (pattern.isPossessive) return false;
      return (
        (pattern.most >= MANY_ROUNDS && hasInnerChoice(pattern.item) && isAmbiguous(pattern.item, suffix)) ||
        looksInto(pattern.item, suffix)
      );
    default:
      return false;
  }
}

/** What an item needs of the text: the set of its first characters, if it cannot be empty. */
function required(item: Pattern): CharacterSet | 'end' | undefined {
  if (item.kind === 'anchor') return item.at === 'end' ? 'end' : undefined;
  if (item.kind === 'opaque') return item.again === undefined ? undefined : required(item.again);
  if (isNullable(item)) return undefined;
  return union(...firstSets(item));
}

function isNullable(item: Pattern): boolean {
  switch (item.kind) {
    case 'set':
      return false;
    case 'sequence':
      return item.items.every(isNullable);
    case 'choice':
      return item.items.some(isNullable);
    case 'group':
      return isNullable(item.item);
    case 'repeat':
      return item.least === 0 || isNullable(item.item);
    default:
      return true;
  }
}

function firstSets(item: Pattern): CharacterSet[] {
  switch (item.kind) {
    case 'set':
      return [item.set];
    case 'choice':
      return item.items.flatMap(firstSets);
    case 'group':
    case 'repeat':
      return firstSets(item.item);
    case 'sequence': {
      const found: CharacterSet[] = [];
      for (const one of item.items) {
        found.push(...firstSets(one));
        if (!isNullable(one)) break;
      }
      return found;
    }
    default:
      return [];
  }
}

/** A loop over one thing that always has one form is never ambiguous; what only restricts is not looked at. */
function hasInnerChoice(item: Pattern): boolean {
  let found = false;
  const visit = (one: Pattern): boolean => {
    switch (one.kind) {
      case 'anchor':
      case 'look':
      case 'opaque':
        return false;
      case 'sequence':
        return one.items.every(visit);
      case 'choice':
        found = true;
        return one.items.every(visit);
      case 'group':
        return visit(one.item);
      case 'repeat':
        found ||= one.least !== one.most;
        return !one.isPossessive && visit(one.item);
      default:
        return true;
    }
  };
  return visit(item) && found;
}

function isAmbiguous(loop: Pattern, suffix: Suffix): boolean {
  const positions = noPositions(MANY_ROUNDS);
  const fragment = build(loop, positions);
  if (fragment === undefined) return false;
  connect(positions, fragment, fragment);
  // A text of the loop that what comes after cannot match in, or that goes on with a character that nothing reads.
  return suffix.some((needed) =>
    needed === 'end'
      ? canStop(positions) && isTwofold(positions)
      : isTwofold({ ...positions, sets: positions.sets.map((set) => without(set, needed)) }),
  );
}

const SAMPLES = [...'a0/ -!'].map((sign) => sign.charCodeAt(0));

/** After some character there is one that the loop cannot read next. */
function canStop({ sets, follow }: Positions): boolean {
  const tried = new Set([...SAMPLES, ...sets.flatMap((set) => set.map(([from]) => from))]);
  return [...tried].some((code) => {
    const active = sets.flatMap((set, at) => (overlap(set, single(code)) ? [at] : []));
    const next = active.flatMap((at) => [...follow[at]!.keys()].map((to) => sets[to]!));
    return active.length > 0 && !includes(union(...next), everything);
  });
}

/** Some text brings the loop back to where it was in two ways. */
function isTwofold({ sets, follow }: Positions): boolean {
  const alive = follow.map((next, from) =>
    sets[from]!.length === 0 ? new Map<number, number>() : new Map([...next].filter(([to]) => sets[to]!.length > 0)),
  );
  const positions = { endless: MANY_ROUNDS, sets, follow: alive };
  return (
    alive.some((next, from) => [...next].some(([to, ways]) => ways > 1 && reaches(alive, to, from))) ||
    hasTwoPaths(positions)
  );
}

function reaches(follow: readonly ReadonlyMap<number, number>[], from: number, to: number): boolean {
  const seen = new Set([from]);
  for (const at of seen) {
    if (at === to) return true;
    for (const next of follow[at]!.keys()) seen.add(next);
  }
  return false;
}

/**
 * Two different ways through the loop read the same text and come back together: in the product of the loop with itself, a
 * component holds a pair of equal positions and a pair of different ones.
 */
function hasTwoPaths({ sets, follow }: Positions): boolean {
  const size = sets.length;
  const matches = sets.map((a) => sets.map((b) => overlap(a, b)));
  const next = (pair: number): number[] => {
    const found: number[] = [];
    for (const a of follow[Math.floor(pair / size)]!.keys())
      for (const b of follow[pair % size]!.keys()) if (matches[a]![b]!) found.push(a * size + b);
    return found;
  };
  // Tarjan's components, without recursion.
  const index = new Int32Array(size * size).fill(-1);
  const low = new Int32Array(size * size);
  const isOpen = new Uint8Array(size * size);
  const open: number[] = [];
  let count = 0;
  for (let root = 0; root < size; root++) {
    const start = root * size + root;
    if (index[start]! >= 0) continue;
    const work: { pair: number; targets: number[]; at: number }[] = [];
    const enter = (pair: number): void => {
      index[pair] = low[pair] = count++;
      isOpen[pair] = 1;
      open.push(pair);
      work.push({ pair, targets: next(pair), at: 0 });
    };
    enter(start);
    while (work.length > 0) {
      const top = work.at(-1)!;
      const target = top.targets[top.at++];
      if (target !== undefined) {
        if (index[target]! < 0) enter(target);
        else if (isOpen[target] === 1) low[top.pair] = Math.min(low[top.pair]!, index[target]!);
        continue;
      }
      work.pop();
      const below = work.at(-1);
      if (below !== undefined) low[below.pair] = Math.min(low[below.pair]!, low[top.pair]!);
      if (low[top.pair] !== index[top.pair]) continue;
      const component = open.splice(open.indexOf(top.pair));
      for (const pair of component) isOpen[pair] = 0;
      const isEqual = (pair: number): boolean => Math.floor(pair / size) === pair % size;
      if (component.some(isEqual) && component.some((pair) => !isEqual(pair))) return true;
    }
  }
  return false;
}
