// Values by which another one is checked: the host of a URL, the address that a host resolves to, a URL that was joined to a base.
// In: calls and attributes that make one of another. Out: the taint with the view, and what its truth shows. Leaves alone:
// comparisons of a view (checks.ts).
import { Field } from '../../parse/lowered-tree.ts';
import type { Argument, Arguments } from '../interpreter/events.ts';
import type { Frame } from '../interpreter/frame.ts';
import type { Check, Checks, Taint, View } from '../values/taint.ts';
import { isTainted } from '../values/taint.ts';
import type { Value } from '../values/value.ts';
import { withTaint } from '../values/value.ts';
import type { KindSet } from '../values/kind-set.ts';
import { hasKind, kindSet } from '../values/kind-set.ts';

const parsers =
  /^(?:(?:six\.moves\.)?urllib\.parse\.)?url(?:parse|split)$|^urlparse\.url(?:parse|split)$|^yarl\.URL$|^furl\.furl$|^httpx\.URL$/;
const joiners = /(?:^|\.)urljoin$/;
const addresses =
  /^(?:socket\.gethostbyname|ipaddress\.ip_address|ipaddress\.IPv[46]Address|ipaddr\.IPAddress|netaddr\.IPAddress)$/;
const resolvers =
  /^(?:os\.path|posixpath|ntpath)\.(?:realpath|abspath|normpath)$|^(?:pathlib|anyio|trio)\.\w+\.resolve$/;
const urlKinds = kindSet('url') | kindSet('url-path') | kindSet('redirect');
// Addresses that nobody outside should be sent to, and their opposite.
const inside = /^is_(?:private|loopback|reserved|link_local|multicast|unspecified)$/;

/** The result of a call of that name as a view of its argument. */
export function viewOfCall(
  frame: Frame,
  name: string,
  receiver: Argument | undefined,
  { positional: [first, second] }: Arguments,
  taint: Taint,
): Taint {
  const from = first?.value.taint;
  if (joiners.test(name) && second?.value.taint !== undefined) {
    return { ...taint, view: { of: second.value.taint, node: second.node, as: 'joined' } };
  }
  if (resolvers.test(name)) {
    const path = receiver ?? first;
    return path?.value.taint === undefined
      ? taint
      : { ...taint, view: { of: path.value.taint, node: path.node, as: 'resolved' } };
  }
  if (first !== undefined && name === 'os.path.commonpath') return commonView(frame, first, taint);
  if (first === undefined || from === undefined) return taint;
  const { view } = from;
  if (parsers.test(name))
    return {
      ...taint,
      view: view?.as === 'joined' ? { ...view, as: 'url' } : { of: from, node: first.node, as: 'url' },
    };
  if (addresses.test(name))
    return { ...taint, view: view?.as === 'host' ? view : { of: from, node: first.node, as: 'host' } };
  return taint;
}

/** What holds of a path that was made absolute holds of the path it was made of. */
export function withOrigins(checks: readonly Check[]): readonly Check[] {
  return checks.flatMap((check): readonly Check[] => {
    const view = check.taint?.view;
    if (view?.as !== 'resolved' || !hasKind(check.kinds, 'path')) return [check];
    return [check, { node: view.node, taint: view.of, kinds: kindSet('path'), credit: check.credit }];
  });
}

/** The same for what a condition shows. */
export function checksOfOrigins(checks: Checks | undefined): Checks | undefined {
  if (checks === undefined) return undefined;
  return { whenTrue: withOrigins(checks.whenTrue), whenFalse: withOrigins(checks.whenFalse) };
}

/** `commonpath([base, path])` */
function commonView(frame: Frame, paths: Argument, taint: Taint): Taint {
  const [held] = frame.holds(paths.value);
  const nodes = frame.tree.children(paths.node);
  const index = [...(held?.entries.values() ?? [])].findIndex((value) => isTainted(value.taint));
  const path = index < 0 ? undefined : held!.entries.get(`n${index}`);
  return path?.taint === undefined
    ? taint
    : { ...taint, view: { of: path.taint, node: nodes[index] ?? -1, as: 'common' } };
}

/** An attribute of a view: the host of a URL, whether an address is one of ours, the parents of a path. */
export function viewOfAttribute(frame: Frame, node: number, name: string, object: Value, value: Value): Value {
  const { taint } = object;
  if (value.taint === undefined || taint === undefined) return value;
  const { view } = taint;
  if (view?.as === 'url' && /^(?:netloc|hostname|host)$/.test(name)) {
    // No host, no other site.
    const check = checkOf(frame, node, view, kindSet('redirect'), 'check for a host');
    return checked(frame, node, value, { ...view, as: 'host' }, { whenTrue: [], whenFalse: [check] });
  }
  if (view?.as === 'host' && (inside.test(name) || name === 'is_global')) {
    const check = [checkOf(frame, node, view, urlKinds, `\`${name}\``)];
    const isInside = name !== 'is_global';
    return checked(frame, node, value, view, { whenTrue: isInside ? [] : check, whenFalse: isInside ? check : [] });
  }
  if (name === 'parents')
    return withTaint(value, { ...value.taint, view: { of: taint, node: pathNode(frame, node), as: 'parents' } });
  return value;
}

function checkOf({ module }: Frame, at: number, { of, node }: View, kinds: KindSet, name: string): Check {
  return { node, taint: of, kinds, credit: { kind: 'guard', name, module, node: at, kinds } };
}

function checked(frame: Frame, node: number, value: Value, view: View, checks: NonNullable<Taint['checks']>): Value {
  if (node >= 0) frame.checks.set(node, checks);
  return withTaint(value, { marks: value.taint!.marks, view, checks });
}

/** The path whose parents are read. */
function pathNode({ tree }: Frame, node: number): number {
  return node < 0 ? -1 : tree.child(node, Field.object);
}
