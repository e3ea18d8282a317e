// Names of what a call may run outside the checkout.
import type { CallTarget } from '../interpreter/events.ts';

/** `requests.get`, `requests.Session.get` for a method; functions of the checkout have none. */
export function qualifiedTargets(targets: readonly CallTarget[]): string[] {
  return targets.flatMap((target) => {
    if (target.kind === 'symbol') return [target.name];
    return target.kind === 'method' ? [`${target.on}.${target.name}`] : [];
  });
}
