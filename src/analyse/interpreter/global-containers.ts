// Containers at the top level of a module that functions fill: `STORE["key"] = value`, `jobs.put(value)`. Others find there what was put
// in, whenever they run. In: a change of a container. Out: what is untrusted of it, to the engine's late stores.
import type { HeapObject } from '../values/held.ts';
import { makeHeld } from '../values/held.ts';
import { MODULE } from '../../model/file-index.ts';
import { parameterNames } from '../../model/project-model.ts';
import { Kind } from '../../parse/lowered-tree.ts';
import { isTainted } from '../values/taint.ts';
import type { Value } from '../values/value.ts';
import { joinValues } from '../values/value.ts';
import { constantKey } from '../values/constant.ts';
import type { Constant } from '../values/constant.ts';
import type { Frame } from './frame.ts';
import { variableOf } from './registrars.ts';

/** `STORE[key] = value`; `node` is the container's expression, `key` is undefined if it is not known. */
export function storeInGlobal(frame: Frame, node: number, key: Constant | undefined, value: Value): void {
  const { tree } = frame;
  if (tree.kind(node) !== Kind.identifier || !isTainted(frame.whole(value).taint)) return;
  const entries = new Map(key === undefined ? [] : [[constantKey(key), value]]);
  note(frame, tree.name(node), makeHeld('dict', entries, key === undefined ? value : undefined));
}

/** What a container holds after a method has changed it. Of a list it does not matter where. */
export function noteFilled(frame: Frame, node: number, container: Value): void {
  const { tree } = frame;
  if (tree.kind(node) !== Kind.identifier) return;
  for (const { kind, entries, rest } of frame.holds(container)) {
    const untrusted = [...entries, ['', rest] as const].flatMap(([key, value]) =>
      value !== undefined && isTainted(frame.whole(value).taint) ? [[key, value] as const] : [],
    );
    if (untrusted.length === 0 || kind === 'instance') continue;
    const isKeyed = kind === 'dict';
    const all = untrusted.filter(([key]) => !isKeyed || key === '').map(([, value]) => value);
    note(
      frame,
      tree.name(node),
      makeHeld(
        kind,
        new Map(isKeyed ? untrusted.filter(([key]) => key !== '') : []),
        all.length === 0 ? undefined : all.reduce((one, other) => joinValues(one, other)),
      ),
    );
  }
}

function note(frame: Frame, name: number, held: HeapObject): void {
  const { module, functionIndex, engine } = frame;
  if (functionIndex === MODULE || !module.bindings.byName.has(name) || frame.captured?.has(name) === true) return;
  const item = module.index.functions[functionIndex]!;
  if (module.functionBindings(item).byName.has(name) || parameterNames(module, item).includes(name)) return;
  frame.storesOutside = true;
  const variable = frame.recording ? variableOf(engine.project, module, name) : undefined;
  if (variable !== undefined) engine.late.storeEntry(frame, variable.module, variable.name, held);
}
