// Objects that a framework hands around and a program keeps its own things on: `flask.g`, `request.state`, `app["db"]`, `threading.local()`.
// In: an object's type or name and an attribute or key. Out: the join of what the checkout assigns to it, wherever that is.
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { written, literalText } from '../detectors/written-expression.ts';
import { outside } from '../taint/leaving.ts';
import type { Value } from '../values/value.ts';
import { joinValues, unknown } from '../values/value.ts';
import type { Engine } from './engine.ts';
import { Frame } from './frame.ts';

// What a middleware or the resource above puts on a request. Another one, or the client, may have put something else there before.
const requests: readonly string[] = [
  'django.http.HttpRequest',
  'twisted.web.server.Request',
  'pyramid.request.Request',
];

// Each with what it is called where nothing says what it is: in a function that is given the application, say.
const holders: ReadonlyMap<string, RegExp | undefined> = new Map<string, RegExp | undefined>([
  ...['flask.Flask', 'quart.Quart'].map((app) => [app, /(?:^|[._])app$/] as const),
  ...['starlette.datastructures.State', 'sanic.Sanic.ctx'].map((state) => [state, /app\.(?:state|ctx)$/] as const),
  ...[
    'flask.g',
    'flask.ctx._AppCtxGlobals',
    'quart.g',
    'quart.ctx._AppCtxGlobals',
    'starlette.requests.Request.state',
    'fastapi.Request.state',
    ...requests,
    'threading.local',
    'types.SimpleNamespace',
    'argparse.Namespace',
  ].map((name) => [name, undefined] as const),
]);

// The same for what is kept under keys.
const mappings: ReadonlyMap<string, RegExp> = new Map<string, RegExp>([
  ['aiohttp.web.Application', /(?:^|[._])app(?:lication)?$/],
  ['aiohttp.web.Request', /(?:^|[._])req(?:uest)?$/],
  ['flask.Flask.extensions', /app\.extensions$/],
  ['quart.Quart.extensions', /app\.extensions$/],
]);
const mappingNames = /^(?:_?app|application|req|request|extensions)$/;

interface Store {
  readonly module: Module;
  readonly functionIndex: number;
  readonly object: number;
  readonly value: number;
}

export class GlobalStores {
  readonly #engine: Engine;
  #byName: Map<number, Store[]> | undefined;
  #byKey: Map<string, Store[]> | undefined;
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
      this.#byName ??= this.#collect();
      const stores = this.#byName.get(this.#engine.project.names.find(name)) ?? [];
      const stored = this.#join(of, stores, holders.get(of));
      this.#known.set(key, stored !== undefined && requests.includes(of) ? joinValues(stored, unknown) : stored);
    }
    return this.#known.get(key);
  }

  /** What is stored under a key, a text or the name of what stands for it (`web.AppKey`); undefined if nothing is known of it. */
  readKey(of: string, key: string): Value | undefined {
    if (!mappings.has(of)) return undefined;
    const known = `${of}[${key}`;
    if (!this.#known.has(known)) {
      this.#known.set(known, undefined);
      this.#byKey ??= this.#collectKeyed();
      this.#known.set(known, this.#join(of, this.#byKey.get(key) ?? [], mappings.get(of)));
    }
    return this.#known.get(known);
  }

  #join(of: string, stores: readonly Store[], usualName: RegExp | undefined): Value | undefined {
    let joined: Value | undefined;
    for (const { module, functionIndex, object, value } of stores) {
      const { denotes } = this.#alone(module, functionIndex, object);
      const isMeant =
        denotes.length === 0
          ? usualName?.test(written(module.tree, object)) === true
          : denotes.some((one) =>
              one.kind === 'symbol'
                ? one.name === of
                : one.kind === 'instance'
                  ? this.#engine.models.canonical(one.of) === of
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

  /** Every assignment to a key of something that is called as such mappings are, by the key. */
  #collectKeyed(): Map<string, Store[]> {
    const found = new Map<string, Store[]>();
    for (const module of this.#engine.project.modules) {
      const { tree, index } = module;
      for (const assignment of index.assignments) {
        const left = tree.child(assignment, Field.left);
        const right = tree.child(assignment, Field.right);
        if (right < 0 || tree.kind(left) !== Kind.subscript) continue;
        const object = tree.child(left, Field.value);
        const last = tree.kind(object) === Kind.attribute ? tree.child(object, Field.attribute) : object;
        if (!mappingNames.test(tree.text(last))) continue;
        const key = keyName(module, tree.child(left, Field.subscript));
        if (key === undefined) continue;
        const store = { module, functionIndex: module.functionAround(assignment), object, value: right };
        const list = found.get(key);
        if (list === undefined) found.set(key, [store]);
        else list.push(store);
      }
    }
    return found;
  }

  #alone(module: Module, functionIndex: number, node: number): Value {
    return new Frame(this.#engine, module, functionIndex, { observing: false, depth: 1 }).evaluateAlone(node);
  }
}

/** What a key is known by: its text, or the last name of what stands for it; undefined for any other expression. */
export function keyName({ tree }: Module, node: number): string | undefined {
  if (node < 0) return undefined;
  const text = literalText(tree, node);
  if (text !== undefined) return text;
  const last = tree.kind(node) === Kind.attribute ? tree.child(node, Field.attribute) : node;
  return tree.kind(last) === Kind.identifier ? tree.text(last) : undefined;
}
