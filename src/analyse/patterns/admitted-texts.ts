// What texts a pattern that matches the whole of them admits: how they begin, and which characters can stand side by side. In: the
// pattern without anchors at its ends. Out: answers that err on the side of admitting more. Leaves alone: how often something is repeated.
import type { CharacterSet } from './character-set.ts';
import { overlap } from './character-set.ts';
import type { Pattern } from './parse-pattern.ts';
import { parsePattern } from './parse-pattern.ts';
import { build, noPositions } from './positions.ts';

export interface AdmittedTexts {
  /** Whether a text can begin with one of these characters. */
  readonly mayBegin: (set: CharacterSet) => boolean;
  /** Whether a text can begin with a character and go on with one of these. */
  readonly maySecond: (set: CharacterSet) => boolean;
  /** Whether somewhere in a text one of the first can stand before one of the others. */
  readonly mayFollow: (one: CharacterSet, other: CharacterSet) => boolean;
}

/** Undefined for a pattern that is not known, is large, or refers to what a group matched. */
export function admittedTexts(body: string): AdmittedTexts | undefined {
  const parsed = parsePattern(body, { ignoreCase: false, dotAll: true, verbose: false });
  if (parsed === undefined || hasOpaque(parsed.tree)) return undefined;
  // Whatever may come twice counts as a loop.
  const positions = noPositions(2);
  const fragment = build(parsed.tree, positions);
  if (fragment === undefined) return undefined;
  const { sets, follow } = positions;
  const first = [...fragment.first.keys()];
  return {
    mayBegin: (set) => first.some((at) => overlap(sets[at]!, set)),
    maySecond: (set) => first.some((at) => [...follow[at]!.keys()].some((next) => overlap(sets[next]!, set))),
    mayFollow: (one, other) =>
      sets.some((set, at) => overlap(set, one) && [...follow[at]!.keys()].some((next) => overlap(sets[next]!, other))),
  };
}

function hasOpaque(pattern: Pattern): boolean {
  switch (pattern.kind) {
    case 'opaque':
      return true;
    case 'sequence':
    case 'choice':
      return pattern.items.some(hasOpaque);
    case 'group':
    case 'repeat':
      return hasOpaque(pattern.item);
    default:
      return false;
  }
}
