// Names of what a call may run outside the checkout.
import type { CallTarget } from '../interpreter/events.ts';

// Several rules ask about the same call one after the other.
let last: { readonly targets: readonly CallTarget[]; readonly names: readonly string[] } = { targets: [], names: [] };

/** `requests.get`, `requests.Session.get` for a method; functions of the checkout have none. */
export function qualifiedTargets(targets: readonly CallTarget[]): readonly string[] {
  if (targets !== last.targets) last = { targets, names: targets.flatMap(qualifiedName) };
  return last.names;
}

function qualifiedName(target: CallTarget): string[] {
  if (target.kind === 'symbol') return [target.name];
  return target.kind === 'method' ? [`${target.on}.${target.name}`] : [];
}
