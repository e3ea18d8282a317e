// What a comparison of a URL's host shows. In: the view that the host is of its URL, and what it is compared with. Out: which hosts are ours,
// and what the URL is harmless for then.
import type { Frame } from '../interpreter/frame.ts';
import { textOf } from '../values/constant.ts';
import type { KindSet } from '../values/kind-set.ts';
import { kindSet, urlKinds } from '../values/kind-set.ts';
import type { View } from '../values/taint.ts';
import { isTainted } from '../values/taint.ts';
import type { Value } from '../values/value.ts';
import { onlyConstant } from '../values/value.ts';

/** The host that the request was sent to, as it says: for a redirect that is here. */
export function isOwnHost({ taint }: Value): boolean {
  return taint!.marks.every(
    ({ source }) =>
      source !== undefined && /(?:^|\.)(?:get_)?(?:host|host_url|url_root|base_url)(?:\(\))?$/.test(source.name),
  );
}

/** A collection of hosts that are ours: written there, or the one that the visitor is on. */
export function isOwnHosts(frame: Frame, collection: Value): boolean {
  const held = frame.holds(collection);
  const isOurs = (one: Value): boolean => !isTainted(frame.whole(one).taint) || isOwnHost(one);
  return (
    held.length > 0 &&
    held.every(
      ({ kind, entries, rest }) =>
        kind !== 'dict' &&
        kind !== 'instance' &&
        (rest === undefined || isOurs(rest)) &&
        [...entries.values()].every(isOurs),
    )
  );
}

/** What holds of a URL without a host: no other site, as Python reads it; a browser finds one in `////host` and `\\\\host`, unless they were replaced. */
export function withoutHost({ of }: View): KindSet {
  return kindSet(of.view?.as === 'tidied' ? 'redirect' : 'by-parser');
}

/** What a URL is harmless for whose host is among these; an empty one among them is no host. */
export function hostKinds(frame: Frame, view: View, collection: Value): KindSet {
  const mayBeNone = frame.holds(collection).some(({ entries }) => [...entries.values()].some(isEmptyText));
  return mayBeNone ? (urlKinds & ~kindSet('redirect')) | withoutHost(view) : urlKinds;
}

function isEmptyText(value: Value): boolean {
  const constant = onlyConstant(value);
  return constant !== undefined && textOf(constant) === '';
}
