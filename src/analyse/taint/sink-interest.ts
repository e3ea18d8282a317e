// Where sinks and handlers may stand: names of calls and assignments to look for, and functions that are handlers.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import type { SinkKind } from '../../rules/kinds.ts';
import type { Rule } from '../../rules/schema.ts';
import type { CallInterest, Interest } from '../detectors/detector.ts';
import type { Engine } from '../interpreter/engine.ts';
import { functionsThatStoreOutside } from './outside-stores.ts';
import type { SinkLog } from './sink-log.ts';

/** Kinds of sinks that rules of a run listen for. */
export function sinkKindsOf(rules: readonly Rule[]): ReadonlySet<SinkKind> {
  return new Set(
    rules.flatMap((rule) => {
      if (rule.detector === 'unproven-sink') return rule.sinks;
      return rule.detector === 'taint' ? [...rule.sinks, ...(rule.also ?? []).flatMap(({ sinks }) => sinks)] : [];
    }),
  );
}

/** What makes a function worth evaluating for the sinks that are wanted. */
export function sinkInterest(engine: Engine, sinks: SinkLog): Interest {
  const calls: CallInterest[] = [];
  const assigns = new Set<string>();
  for (const { entry, sinks: kinds } of engine.models.entries) {
    if (!kinds.some((kind) => sinks.isWanted(kind))) continue;
    for (const name of [...(entry.assign ?? []), ...(entry.item ?? [])]) if (name !== 'self') assigns.add(name);
    for (const name of entry.call ?? []) {
      const last = name.slice(name.lastIndexOf('.') + 1);
      const owners = entry.on ?? [name];
      for (const owner of owners) {
        const first = owner.split('.', 1)[0]!;
        calls.push(first === '*' || (entry.on === undefined && !name.includes('.')) ? { name: last } : { name: last, package: first });
      }
    }
  }
  const hasHandlers = engine.models.entries.some(
    ({ entry }) => entry.decorator ?? entry.method ?? entry.function ?? entry.registrar,
  );
  return {
    calls,
    assigns: [...assigns],
    functions: (module: Module) => (hasHandlers && engine.isFollowed(module) ? handlersOf(engine, module) : []),
  };
}

function* handlersOf(engine: Engine, module: Module): Iterable<number> {
  for (const index of engine.entryPoints.handlers(module)) if (index !== MODULE) yield index;
  yield* functionsThatStoreOutside(module);
  // Functions that make a whole answer for one: `{"statusCode": 200, "body": x}`.
  const { tree, names } = { tree: module.tree, names: engine.project.names };
  const keys = [names.find('"statusCode"'), names.find("'statusCode'")].filter((name) => name !== 0);
  if (keys.length === 0) return;
  for (const node of module.index.strings) if (keys.includes(tree.name(node))) yield module.functionAround(node);
}
