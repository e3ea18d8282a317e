// Where sinks and handlers may stand: names of calls and assignments to look for, and functions that are handlers.
import { madeOnce } from '../../base/made-once.ts';
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import type { SinkKind } from '../../rules/kinds.ts';
import type { Rule } from '../../rules/schema.ts';
import { callInterest } from '../detectors/call-interest.ts';
import type { CallInterest, Interest } from '../detectors/detector.ts';
import { neededArguments } from '../detectors/use-conditions.ts';
import type { Engine } from '../interpreter/engine.ts';
import { functionsThatStoreOutside } from './outside-stores.ts';
import type { ApiEntry } from './api-models.ts';
import type { SinkLog } from './sink-log.ts';

/** Kinds of sinks that rules of a run listen for. */
export function sinkKindsOf(rules: readonly Rule[]): ReadonlySet<SinkKind> {
  return new Set(
    rules.flatMap((rule) => {
      if (rule.detector === 'unproven-sink') return rule.sinks;
      if (rule.detector !== 'taint') return [];
      return [...rule.sinks, ...(rule.also ?? []).flatMap(({ sinks }) => sinks), ...(rule.unlessReaches ?? [])];
    }),
  );
}

// Detectors that ask values where they are from, at places that are no sinks.
const asking: ReadonlySet<string> = new Set([
  'guessable-secret',
  'exposed-secret',
  'reflected-origin',
  'secret-compare',
]);

/** Whether some rule of a run asks where values are from. */
export function needsTaint(rules: readonly Rule[]): boolean {
  return rules.some(({ detector }) => asking.has(detector)) || sinkKindsOf(rules).size > 0;
}

/** What makes a function worth evaluating for the sinks that are wanted. */
export function sinkInterest(engine: Engine, sinks: SinkLog): Interest {
  const calls: CallInterest[] = [];
  const assigns = new Set<string>();
  const packages = packagesOfTypes(engine.models.entries);
  for (const prepared of engine.models.entries) {
    const { entry, sinks: kinds } = prepared;
    if (entry.quiet === true || !kinds.some((kind) => sinks.isWanted(kind))) continue;
    for (const name of [...(entry.assign ?? []), ...(entry.item ?? [])]) if (name !== 'self') assigns.add(name);
    const needs = neededBySink(prepared);
    for (const name of entry.call ?? []) {
      const last = name.slice(name.lastIndexOf('.') + 1);
      const owners = entry.on ?? [name];
      for (const owner of owners) {
        const first = owner.split('.', 1)[0]!;
        // What a builtin gives has no package: `globals()[name]`.
        const builtin = /^(\w+)\(\)$/.exec(owner);
        if (builtin !== null) calls.push({ name: builtin[1]! });
        else if (entry.on === undefined) calls.push({ ...callInterest(name), needs });
        else if (first === '*') calls.push({ name: last, needs });
        else
          for (const one of new Set([first, ...(packages.get(owner) ?? [])]))
            calls.push({ name: last, package: one, needs });
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

/** Arguments without which a call of a sink is none, by their keys. */
function neededBySink({ entry, argument }: ApiEntry): string[] {
  if (entry.renders !== undefined) return [];
  const meant = argument ?? '0';
  // All arguments, those of some name, the receiver: any call may be one.
  const isNamed = meant !== 'self' && meant !== 'return' && !meant.includes('*');
  return [...neededArguments(entry.where), ...(isNamed ? [meant] : [])];
}

/**
 * Packages from which an object of a type can be had, by type: Flask hands out an environment of Jinja. A module that imports the one
 * need not import the other.
 */
const packagesOfTypes = madeOnce((entries: readonly ApiEntry[]): ReadonlyMap<string, ReadonlySet<string>> => {
  const found = new Map<string, Set<string>>();
  let isGrowing = true;
  for (let round = 0; isGrowing && round < 4; round++) {
    isGrowing = false;
    for (const { entry } of entries) {
      const makers = entry.on ?? entry.call ?? entry.attr;
      if (makers === undefined || makers.length > 20) continue;
      for (const type of [entry.returns, entry.elements]) {
        if (type === undefined) continue;
        const of = found.get(type) ?? new Set<string>();
        const before = of.size;
        for (const maker of makers) {
          const own = maker.split('.', 1)[0]!;
          if (maker.includes('.') && own !== type.split('.', 1)[0]) of.add(own);
          for (const one of found.get(maker) ?? []) of.add(one);
        }
        if (of.size > before) isGrowing = true;
        if (of.size > 0) found.set(type, of);
      }
    }
  }
  return found;
});

function* handlersOf(engine: Engine, module: Module): Iterable<number> {
  for (const index of engine.entryPoints.handlers(module)) if (index !== MODULE) yield index;
  yield* functionsThatStoreOutside(module);
  // Functions that make a whole answer for one: `{"statusCode": 200, "body": x}`.
  const { tree, names } = { tree: module.tree, names: engine.project.names };
  const keys = [names.find('"statusCode"'), names.find("'statusCode'")].filter((name) => name !== 0);
  if (keys.length === 0) return;
  for (const node of module.index.strings) if (keys.includes(tree.name(node))) yield module.functionAround(node);
}
