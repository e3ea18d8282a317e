// Sets of sink kinds and properties as bits of one number: what a value was made harmless for, or checked for.
import type { Property, SinkKind } from '../../rules/kinds.ts';
import { properties, sinkKinds } from '../../rules/kinds.ts';

/** A set of kinds; `0n` is empty. */
export type KindSet = bigint;

export type CleanableKind = SinkKind | Property | 'any';

const bits: ReadonlyMap<string, KindSet> = new Map(
  [...sinkKinds, ...properties].map((kind, index) => [kind, 1n << BigInt(index)]),
);

export const noKinds: KindSet = 0n;
export const allKinds: KindSet = (1n << BigInt(bits.size)) - 1n;

/** Kinds at which a number does harm as well: how large it is, that it is none, which process it means. */
export const numberKinds: KindSet = (['size', 'number', 'signal'] as const).reduce(
  (all, kind) => all | bits.get(kind)!,
  0n,
);
/** Kinds at which only a text does. */
export const textKinds: KindSet = allKinds & ~numberKinds;

/** The set of one kind; `any` is all of them. */
export function kindSet(kind: CleanableKind): KindSet {
  return kind === 'any' ? allKinds : bits.get(kind)!;
}

/** Where a URL's host does harm: to whom a request goes, and where a browser is sent. */
export const urlKinds: KindSet = kindSet('url') | kindSet('redirect');

export function hasKind(set: KindSet, kind: CleanableKind): boolean {
  const wanted = kindSet(kind);
  return (set & wanted) === wanted;
}
