// How the time of a pattern grows with the text: loops that can read the same characters, one behind the other, before something that can
// fail. In: the tree of a pattern and how it is used. Out: the power of the text's length, of each alternative at the top level the
// highest; a text that does it has been tried out on the automaton. Leaves alone: look-around, boundaries and references, which only
// restrict: a pattern with one of them is not judged.
import type { CharacterSet } from './character-set.ts';
import { everything, overlap, single } from './character-set.ts';
import type { Pattern } from './parse-pattern.ts';
import type { Fragment, Positions } from './positions.ts';
import { build, noPositions } from './positions.ts';

// Bounds of a loop that are worth no attack.
const ENDLESS = 1000;
const MAX_TRIPLES = 40_000;
const MAX_SUFFIX = 3;
const NEWLINE = 10;
const LAST = 0x10ffff;

export interface Growth {
  /** 2 for the square of the length; 1 if it is in proportion. */
  readonly power: number;
  /** One loop only, which is tried from each place of the text: `\s+$`. */
  readonly byStart: boolean;
}

/** `anchored`: only the beginning of the text is tried. `whole`: it has to match to its end. `byLine`: `$` is the end of any line. */
export function growthOf(tree: Pattern, anchored: boolean, whole: boolean, byLine = false): Growth {
  let worst: Growth = { power: 1, byStart: false };
  for (const alternative of tree.kind === 'choice' ? tree.items : [tree]) {
    const found = growthOfAlternative(alternative, anchored, whole, byLine);
    if (found.power > worst.power || (found.power === worst.power && !found.byStart)) worst = found;
  }
  return worst;
}

const linear: Growth = { power: 1, byStart: false };

function growthOfAlternative(alternative: Pattern, anchored: boolean, whole: boolean, byLine: boolean): Growth {
  let items = alternative.kind === 'sequence' ? [...alternative.items] : [alternative];
  const isAnchored = anchored || isAnchor(items[0], 'start');
  const toEnd = whole || isAnchor(items.at(-1), 'end');
  items = items.filter((item, at) => !isAnchor(item, at === 0 ? 'start' : at === items.length - 1 ? 'end' : undefined));
  const body: Pattern = { kind: 'sequence', items };
  if (!isPlain(body)) return linear;
  const positions = noPositions(ENDLESS);
  const fragment = build(body, positions);
  if (fragment === undefined) return linear;
  const automaton = automatonOf(positions, fragment, isAnchored, toEnd, byLine && !whole);
  // Without the start's own loop there is less to find: what is left is the pattern's own.
  const power = longestChain(automaton);
  if (power < 2) return linear;
  const byStart = automaton.startLoops && power === 2 && longestChain({ ...automaton, startLoops: false }) < 2;
  // Nearly every search has such a loop; only where it has to reach the end is a text of one character enough.
  return byStart && !toEnd ? linear : { power, byStart };
}

function isAnchor(item: Pattern | undefined, at: 'start' | 'end' | undefined): boolean {
  return item?.kind === 'anchor' && item.at === at;
}

/** Nothing that restricts, and nothing that gives nothing back. */
function isPlain(pattern: Pattern): boolean {
  switch (pattern.kind) {
    case 'set':
      return true;
    case 'sequence':
    case 'choice':
      return pattern.items.every(isPlain);
    case 'group':
      return isPlain(pattern.item);
    case 'repeat':
      return !pattern.isPossessive && isPlain(pattern.item);
    default:
      return false;
  }
}

/** States are positions; the last one is the start, before any character was read. */
interface Automaton {
  readonly sets: readonly CharacterSet[];
  readonly next: readonly (readonly number[])[];
  readonly start: number;
  /** A search goes on from each place of the text. */
  readonly startLoops: boolean;
  readonly accepting: ReadonlySet<number>;
  readonly toEnd: boolean;
  /** A line break is an end as well. */
  readonly byLine: boolean;
}

function automatonOf(
  { sets, follow }: Positions,
  fragment: Fragment,
  isAnchored: boolean,
  toEnd: boolean,
  byLine: boolean,
): Automaton {
  const start = sets.length;
  const accepting = new Set(fragment.last.keys());
  if (fragment.nullable) accepting.add(start);
  return {
    sets: [...sets, everything],
    next: [...follow.map((to) => [...to.keys()]), [...fragment.first.keys()]],
    start,
    startLoops: !isAnchored,
    accepting,
    toEnd,
    byLine,
  };
}

function nextOf({ next, start, startLoops }: Automaton, state: number): readonly number[] {
  return state === start && startLoops ? [...next[state]!, start] : next[state]!;
}

/** So many loops stand behind each other that can all read one text: 1 for a single one. */
function longestChain(automaton: Automaton): number {
  const looping = automaton.sets.flatMap((_, state) => (reaches(automaton, state, state) ? [state] : []));
  if (looping.length < 2) return 1;
  const budget = { left: MAX_TRIPLES };
  const after = new Map<number, number[]>();
  for (const p of looping)
    for (const q of looping)
      if (p !== q && reaches(automaton, p, q) && !reaches(automaton, q, p)) {
        const word = sharedWord(automaton, p, q, budget);
        if (word !== undefined && canFail(automaton, p, word)) after.set(p, [...(after.get(p) ?? []), q]);
      }
  const lengths = new Map<number, number>();
  const lengthFrom = (state: number): number => {
    const known = lengths.get(state);
    if (known !== undefined) return known;
    const length = 1 + Math.max(0, ...(after.get(state) ?? []).map(lengthFrom));
    lengths.set(state, length);
    return length;
  };
  return Math.max(...looping.map(lengthFrom));
}

function reaches(automaton: Automaton, from: number, to: number): boolean {
  const seen = new Set(nextOf(automaton, from));
  for (const state of seen) {
    if (state === to) return true;
    for (const one of nextOf(automaton, state)) seen.add(one);
  }
  return false;
}

/** A text that leads from p to p, from p to q and from q to q: the longer it is, the more places there are to change over. */
function sharedWord(
  automaton: Automaton,
  p: number,
  q: number,
  budget: { left: number },
): readonly number[] | undefined {
  const { sets } = automaton;
  const size = sets.length;
  const key = (a: number, b: number, c: number): number => (a * size + b) * size + c;
  const goal = key(p, q, q);
  const from = new Map<number, { readonly before: number; readonly sign: number }>();
  let frontier = [[p, p, q] as const];
  while (frontier.length > 0) {
    const further: (readonly [number, number, number])[] = [];
    for (const [a, b, c] of frontier) {
      for (const x of nextOf(automaton, a))
        for (const y of nextOf(automaton, b)) {
          if (!overlap(sets[x]!, sets[y]!)) continue;
          for (const z of nextOf(automaton, c)) {
            const reached = key(x, y, z);
            if (from.has(reached)) continue;
            const sign = commonSign(sets[x]!, sets[y]!, sets[z]!);
            if (sign === undefined) continue;
            if (--budget.left < 0) return undefined;
            from.set(reached, { before: key(a, b, c), sign });
            if (reached === goal) return wordTo(from, goal, key(p, p, q));
            further.push([x, y, z]);
          }
        }
    }
    frontier = further;
  }
  return undefined;
}

function wordTo(
  from: ReadonlyMap<number, { readonly before: number; readonly sign: number }>,
  goal: number,
  origin: number,
): number[] {
  const word: number[] = [];
  for (let at = goal; ;) {
    const { before, sign } = from.get(at)!;
    word.unshift(sign);
    if (before === origin) return word;
    at = before;
  }
}

const SAMPLES = [...'a0/ -!,.<@'].map((sign) => sign.charCodeAt(0));

/** A character of all three. */
function commonSign(a: CharacterSet, b: CharacterSet, c: CharacterSet): number | undefined {
  const isCommon = (sign: number): boolean =>
    [a, b, c].every((set) => set.some(([from, to]) => from <= sign && sign <= to));
  return SAMPLES.find(isCommon) ?? [...a, ...b, ...c].map(([from]) => from).find(isCommon);
}

/** Many times the word, and then something with which the whole does not match: then all ways are tried. */
function canFail(automaton: Automaton, p: number, word: readonly number[]): boolean {
  const { sets, toEnd, byLine } = automaton;
  const lead = wayTo(automaton, p);
  if (lead === undefined) return false;
  let active: ReadonlySet<number> = new Set([automaton.start]);
  const read = (sign: number): boolean => {
    if (byLine && sign === NEWLINE && accepts(automaton, active)) return false;
    active = step(automaton, active, sign);
    return toEnd || !accepts(automaton, active);
  };
  if (!toEnd && accepts(automaton, active)) return false;
  for (const sign of lead) if (!read(sign)) return false;
  for (let round = 0; round < sets.length + 2; round++) for (const sign of word) if (!read(sign)) return false;
  if (!accepts(automaton, active)) return true;
  return toEnd && failsWith(automaton, active, MAX_SUFFIX);
}

/** Some text of a few characters after which it does not match. */
function failsWith(automaton: Automaton, active: ReadonlySet<number>, length: number): boolean {
  const tried = new Set([
    ...SAMPLES,
    NEWLINE,
    ...[...active].flatMap((state) => automaton.sets[state]!.map(([, to]) => to + 1)),
  ]);
  const isEnd = automaton.byLine && accepts(automaton, active);
  const signs = [...tried].filter((sign) => sign <= LAST && (!isEnd || sign !== NEWLINE));
  const reached = signs.map((sign) => ({ sign, states: step(automaton, active, sign) }));
  // `$` also matches before a line break at the end.
  if (reached.some(({ sign, states }) => sign !== NEWLINE && !accepts(automaton, states))) return true;
  return length > 1 && reached.some(({ states }) => failsWith(automaton, states, length - 1));
}

function wayTo(automaton: Automaton, state: number): number[] | undefined {
  const { start } = automaton;
  if (state === start) return [];
  const from = new Map<number, number>();
  const seen = [start];
  for (const at of seen) {
    for (const next of automaton.next[at]!) {
      if (from.has(next) || next === start) continue;
      from.set(next, at);
      seen.push(next);
    }
  }
  if (!from.has(state)) return undefined;
  const way: number[] = [];
  for (let at = state; at !== start; at = from.get(at)!) {
    const set = automaton.sets[at]!;
    const sign = commonSign(set, set, set);
    if (sign === undefined) return undefined;
    way.unshift(sign);
  }
  return way;
}

function step(automaton: Automaton, active: ReadonlySet<number>, sign: number): ReadonlySet<number> {
  const read = single(sign);
  const found = new Set<number>();
  for (const state of active)
    for (const next of nextOf(automaton, state)) if (overlap(automaton.sets[next]!, read)) found.add(next);
  return found;
}

function accepts({ accepting }: Automaton, active: ReadonlySet<number>): boolean {
  for (const state of active) if (accepting.has(state)) return true;
  return false;
}
