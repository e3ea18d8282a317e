// Where sinks and handlers may stand: names of calls and assignments to look for, and functions that are handlers.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import type { SinkKind } from '../../rules/kinds.ts';
import type { Rule } from '../../rules/schema.ts';
import type { CallInterest, Interest } from '../detectors/detector.ts';
import type { Engine } from '../interpreter/engine.ts';
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

/** What makes a function worth evaluating for the sinks that are wanted. Nobody calls the handlers of test code from outside. */
export function sinkInterest(engine: Engine, sinks: SinkLog, isTest: (module: Module) => boolean): Interest {
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
    functions: (module: Module) => (hasHandlers && !isTest(module) ? handlersOf(engine, module) : []),
  };
}

function* handlersOf(engine: Engine, module: Module): Iterable<number> {
  for (const index of engine.entryPoints.handlers(module)) if (index !== MODULE) yield index;
}
