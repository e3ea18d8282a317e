// Objects that a framework hands around and a program keeps its own things on: `flask.g`, `request.state`, `threading.local()`.
// In: an object's type or name and an attribute. Out: the join of what the checkout assigns to it, wherever that is.
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { outside } from '../taint/reach.ts';
import type { Value } from '../values/value.ts';
import { joinValues } from '../values/value.ts';
import type { Engine } from './engine.ts';
import { Frame } from './frame.ts';

const holders = new Set([
  'flask.g',
  'flask.ctx._AppCtxGlobals',
  'quart.g',
  'quart.ctx._AppCtxGlobals',
  'flask.current_app',
  'starlette.datastructures.State',
  'starlette.requests.Request.state',
  'fastapi.Request.state',
  'fastapi.FastAPI.state',
  'threading.local',
  'types.SimpleNamespace',
  'argparse.Namespace',
]);

interface Store {
  readonly module: Module;
  readonly functionIndex: number;
  readonly object: number;
  readonly value: number;
}

export class GlobalStores {
  readonly #engine: Engine;
  #byName: Map<number, Store[]> | undefined;
  readonly #known = new Map<string, Value | undefined>();

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** What is stored under a name on an object of a type; undefined if nothing is known of it. */
  read(of: string, name: string): Value | undefined {
    if (!holders.has(of)) return undefined;
    const key = `${of}.${name}`;
    if (!this.#known.has(key)) {
      // What is stored may be computed from what is stored.
      this.#known.set(key, undefined);
      this.#known.set(key, this.#find(of, name));
    }
    return this.#known.get(key);
  }

  #find(of: string, name: string): Value | undefined {
    this.#byName ??= this.#collect();
    let joined: Value | undefined;
    for (const { module, functionIndex, object, value } of this.#byName.get(this.#engine.project.names.find(name)) ??
      []) {
      const isMeant = this.#alone(module, functionIndex, object).denotes.some((one) =>
        one.kind === 'symbol'
          ? one.name === of
          : one.kind === 'instance'
            ? one.of === of
            : one.kind === 'member' && `${one.of}.${one.name}` === of,
      );
      if (!isMeant) continue;
      const stored = outside(this.#alone(module, functionIndex, value));
      joined = joined === undefined ? stored : joinValues(joined, stored);
    }
    return joined;
  }

  /** Every assignment to an attribute, by the attribute's name. */
  #collect(): Map<number, Store[]> {
    const found = new Map<number, Store[]>();
    for (const module of this.#engine.project.modules) {
      const { tree, index } = module;
      for (const assignment of index.assignments) {
        const left = tree.child(assignment, Field.left);
        const right = tree.child(assignment, Field.right);
        if (right < 0 || tree.kind(left) !== Kind.attribute) continue;
        const name = tree.name(tree.child(left, Field.attribute));
        const store = {
          module,
          functionIndex: module.functionAround(assignment),
          object: tree.child(left, Field.object),
          value: right,
        };
        const list = found.get(name);
        if (list === undefined) found.set(name, [store]);
        else list.push(store);
      }
    }
    return found;
  }

  #alone(module: Module, functionIndex: number, node: number): Value {
    return new Frame(this.#engine, module, functionIndex, { observing: false, depth: 1 }).evaluateAlone(node);
  }
}
