// Which entries of the models a decorator or a registering call means: `@app.route("/x")`, `app.add_url_rule("/x", view_func=f)`. In: the
// call and a table of entries by name. Out: those that hold, with the route. Leaves alone: what is handed to the call.
import type { ClassRef } from '../../model/project-model.ts';
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { literalText } from '../detectors/written-expression.ts';
import type { Engine } from '../interpreter/engine.ts';
import type { Argument } from '../interpreter/events.ts';
import { noArguments } from '../interpreter/events.ts';
import { Frame } from '../interpreter/frame.ts';
import type { Value } from '../values/value.ts';
import type { ApiEntry } from './api-models.ts';
import type { Handling } from './handling.ts';
import { importsPackage } from './handling.ts';
import { routeParameters } from './route-parameters.ts';

export class MeantEntries {
  readonly #engine: Engine;

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** Entries that a decorator or registering call means, by what it is called and on what. */
  of(
    module: Module,
    functionIndex: number,
    callee: number,
    call: number,
    table: ReadonlyMap<string, readonly ApiEntry[]>,
  ): Handling[] {
    const { tree } = module;
    const isAttribute = tree.kind(callee) === Kind.attribute;
    const last = isAttribute ? tree.text(tree.child(callee, Field.attribute)) : tree.text(callee);
    const candidates = table.get(last) ?? table.get(this.#importedName(module, functionIndex, callee));
    if (candidates === undefined) return [];
    const path = call < 0 ? undefined : firstText(module, call);
    const route = path === undefined ? undefined : routeParameters(path);
    const names = qualifiedNames(this.#engine, this.alone(module, functionIndex, callee));
    const object = isAttribute ? this.alone(module, functionIndex, tree.child(callee, Field.object)) : undefined;
    const types = object === undefined ? [] : typesOf(this.#engine, object);
    const ownTypes = object === undefined || types.length > 0 ? types : namedTypesOf(this.#engine, object);
    const isUnknown = isAttribute && types.length === 0 && names.length === 0;
    return candidates.flatMap((entry) => {
      const { on } = entry.entry;
      const subjects = entry.entry.decorator ?? entry.entry.registrar ?? [];
      const holds =
        on === undefined
          ? names.some((name) => subjects.includes(name))
          : (entry.sinks.length === 0 ? ownTypes : types).some((type) => on.includes(type)) ||
            // An application that is handed in: a route on it, in a file that knows the framework.
            (isUnknown && path?.startsWith('/') === true && on.some((type) => importsPackage(module, type)));
      return holds && this.#whereHolds(module, functionIndex, call, entry) ? [{ entry, route, path }] : [];
    });
  }

  /** Whether the conditions of an entry hold for the arguments of a decorator or registering call. */
  #whereHolds(module: Module, functionIndex: number, call: number, { entry }: ApiEntry): boolean {
    if (entry.where === undefined) return true;
    const positional: Argument[] = [];
    const keywords = new Map<string, Argument>();
    const { tree } = module;
    const list = call < 0 ? -1 : tree.child(call, Field.arguments);
    for (const child of list < 0 ? [] : tree.children(list)) {
      const isKeyword = tree.kind(child) === Kind.keyword_argument;
      const node = isKeyword ? tree.child(child, Field.value) : child;
      const argument = { node, value: this.alone(module, functionIndex, node) };
      if (isKeyword) keywords.set(tree.text(tree.child(child, Field.name)), argument);
      else positional.push(argument);
    }
    const frame = new Frame(this.#engine, module, functionIndex, { observing: false, depth: 1 });
    const place = { module, functionIndex, node: call };
    return this.#engine.whereHolds?.(entry.where, { ...noArguments, positional, keywords }, frame, place) === true;
  }

  #importedName(module: Module, functionIndex: number, callee: number): string {
    const definition = this.#engine.project.dotted(module, functionIndex, callee);
    return definition?.kind === 'external' ? definition.name.slice(definition.name.lastIndexOf('.') + 1) : '';
  }

  /** The value of an expression, evaluated by itself. */
  alone(module: Module, functionIndex: number, node: number): Value {
    return new Frame(this.#engine, module, functionIndex, { observing: false, depth: 1 }).evaluateAlone(node);
  }
}

function qualifiedNames({ ownNames }: Engine, value: Value): string[] {
  return value.denotes.flatMap((one) => {
    if (one.kind === 'function') return ownNames.ofFunction(one.module, one.index);
    return one.kind === 'symbol' ? [one.name] : [];
  });
}

/** Types of a value outside the checkout: of an instance its class, of one of the checkout its external bases. */
export function typesOf(engine: Engine, value: Value): string[] {
  return typesBy(engine, value, (one) => engine.project.ancestry(one).external);
}

/** The same with what models call the checkout's own classes. */
function namedTypesOf(engine: Engine, value: Value): string[] {
  return typesBy(engine, value, (one) => engine.ownNames.types(one));
}

function typesBy({ models }: Engine, value: Value, basesOf: (one: ClassRef) => readonly string[]): string[] {
  return value.denotes.flatMap((denotation) => {
    if (denotation.kind === 'instance') return [models.canonical(denotation.of)];
    if (denotation.kind !== 'object' && denotation.kind !== 'class') return [];
    return basesOf(denotation).map(models.canonical.bind(models));
  });
}

/** The first argument that is a text: a route. */
function firstText(module: Module, call: number): string | undefined {
  const list = module.tree.child(call, Field.arguments);
  if (list < 0) return undefined;
  for (const child of module.tree.children(list)) {
    const text = literalText(module.tree, child);
    if (text !== undefined) return text;
  }
  return undefined;
}
