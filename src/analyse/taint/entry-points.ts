// Functions that somebody outside calls: handlers of web frameworks and the like. In: the models' entries for decorators,
// base classes, names and registrations. Out: for each parameter where its value is from and of which type it is, and for
// what the function returns of which sink kind. Leaves alone: how the values flow on.
import { MODULE } from '../../model/file-index.ts';
import { parameterNames } from '../../model/project-model.ts';
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { Engine } from '../interpreter/engine.ts';
import type { ApiEntry } from './api-models.ts';
import { numbersOf, sortEntries } from './entry-tables.ts';
import { namesGivenByProgram } from './given-by-program.ts';
import { HandlerMethods } from './handler-methods.ts';
import type { Handling } from './handling.ts';
import { FunctionFit } from './handling.ts';
import { MeantEntries } from './meant-entries.ts';
import { Registrations } from './registrations.ts';
import { wrappers } from './wrapped-handlers.ts';

export interface HandlerParameter {
  /** Entries that make its value a source. */
  readonly sources: readonly ApiEntry[];
  /** The same where its route lets nothing through but a whole number. */
  readonly numbers: readonly ApiEntry[];
  /** Its type by a model. */
  readonly type: string | undefined;
}

const noHandling: readonly Handling[] = [];

export class EntryPoints {
  readonly #engine: Engine;
  readonly #decorators: ReadonlyMap<string, readonly ApiEntry[]>;
  readonly #methods: HandlerMethods;
  readonly #registrations: Registrations;
  readonly #meant: MeantEntries;
  readonly #fit: FunctionFit;
  readonly #functions: ReadonlyMap<string, readonly ApiEntry[]>;
  /** Entries with the numbers of their parameters' names, if the checkout has such names. */
  readonly #byParameterNames: readonly { readonly entry: ApiEntry; readonly names: readonly (readonly number[])[] }[];
  readonly #known = new Map<Module, Map<number, readonly Handling[]>>();

  constructor(engine: Engine, entries: readonly ApiEntry[]) {
    this.#engine = engine;
    const sorted = sortEntries(entries);
    this.#fit = new FunctionFit(engine);
    this.#meant = new MeantEntries(engine);
    this.#methods = new HandlerMethods(engine, this.#fit, sorted.methods, sorted.methodsAnywhere);
    this.#registrations = new Registrations(engine, this.#meant, this.#fit.reach, sorted.registrars);
    this.#decorators = sorted.decorators;
    this.#functions = sorted.functions;
    this.#byParameterNames = sorted.anyFunction.flatMap((entry) => {
      const names = (entry.entry.parameters ?? []).map((one) => numbersOf(engine, one));
      return names.length === 0 || names.some((numbers) => numbers.length === 0) ? [] : [{ entry, names }];
    });
  }

  /** The handlers of a module, in file order. */
  *handlers(module: Module): Iterable<number> {
    for (let index = 0; index < module.index.functions.length; index++) {
      if (this.#handling(module, index).length > 0) yield index;
    }
  }

  /** How many handlers a module has. */
  count(module: Module): number {
    let count = 0;
    for (const index of this.handlers(module)) if (index !== MODULE) count++;
    return count;
  }

  /** What is known of a parameter (its position counts from the first after self); undefined if it is not for what is outside. */
  parameter(
    module: Module,
    index: number,
    position: number,
    name: string,
    hasDefault: boolean,
  ): HandlerParameter | undefined {
    const handling = this.#handling(module, index);
    if (handling.length === 0) return undefined;
    if (hasDefault && this.#keepsDefault(handling, position, name)) return undefined;
    const named = handling.filter(({ entry: { entry } }) => isMeant(entry.param, position, name));
    const types = named.flatMap(({ entry: { entry } }) => entry.returns ?? []);
    let sources = named.filter(({ entry }) => entry.sources.length > 0);
    if (sources.length === 0 && types.length === 0) {
      sources = handling.filter(({ entry }) => entry.sources.length > 0 && entry.entry.param === undefined);
    }
    if (sources.length > 0 && namesGivenByProgram(this.#engine.project).has(name)) return undefined;
    // Routes that do not fill it say nothing of it.
    const at = position - requestsBefore(handling);
    const filling = handling.flatMap(({ route }) =>
      route !== undefined && (route.named.has(name) || route.harmless.has(name) || (at >= 0 && at < route.unnamed))
        ? [route]
        : [],
    );
    const isHarmless =
      filling.length > 0 && filling.every((route) => route.harmless.has(name) || route.harmlessPositions.has(at));
    // Nobody outside fills it; whoever calls the function does.
    if (!isHarmless && sources.length === 0 && types.length === 0) return undefined;
    const entries = sources.map(({ entry }) => entry);
    const isNumber =
      isHarmless &&
      handling.every(
        ({ route }) =>
          route === undefined ||
          route.numbers.has(name) ||
          route.numberPositions.has(position - requestsBefore(handling)),
      );
    return { sources: isHarmless ? [] : entries, numbers: isNumber ? entries : [], type: types[0] };
  }

  /**
   * Whether something from outside may be left for a function's `*args` or `**kwargs`. No where its routes are known and have no part
   * for it; what stands around the function may pass more, so not of one that is decorated.
   */
  fillsRest(module: Module, index: number, takes: 'star' | 'double-star'): boolean {
    const handling = this.#handling(module, index).filter(({ entry }) => entry.sources.length > 0);
    if (handling.length === 0 || module.index.functions[index]!.decorated >= 0) return true;
    if (takes === 'double-star' && this.#registrations.prefixNames.size > 0) return true;
    return !handling.every(
      ({ entry, route }) =>
        entry.entry.filledBy === 'route' &&
        route !== undefined &&
        (takes === 'star' ? route.unnamed === 0 : route.named.size === 0),
    );
  }

  /** No route that leads here, nor one in front of it, fills the parameter. */
  #keepsDefault(handling: readonly Handling[], position: number, name: string): boolean {
    const filling = handling.filter(({ entry }) => entry.entry.filledBy === 'route');
    return (
      filling.length > 0 &&
      !this.#registrations.prefixNames.has(name) &&
      filling.every(
        ({ route }) =>
          route !== undefined && !route.named.has(name) && position - requestsBefore(handling) >= route.unnamed,
      )
    );
  }

  /** Texts of the routes that lead to a handler. */
  routes(module: Module, index: number): string[] {
    return this.#handling(module, index).flatMap(({ path }) => (path === undefined ? [] : [path]));
  }

  /** Whether a framework calls the function with something from outside. */
  isHandler(module: Module, index: number): boolean {
    return this.#handling(module, index).length > 0;
  }

  /** Whether decorators of the checkout stand between the framework and a handler: they decide what it gets. */
  isWrapped(module: Module, index: number): boolean {
    return this.#handling(module, index).length > 0 && wrappers(this.#engine, module, index).length > 0;
  }

  /** Entries that make what the function returns a sink. */
  results(module: Module, index: number): readonly ApiEntry[] {
    return this.#handling(module, index).flatMap(({ entry }) =>
      (entry.argument === 'return' || entry.entry.param === 'return') && entry.sinks.length > 0 ? [entry] : [],
    );
  }

  #handling(module: Module, index: number): readonly Handling[] {
    let ofModule = this.#known.get(module);
    if (ofModule === undefined) this.#known.set(module, (ofModule = new Map<number, readonly Handling[]>()));
    let found = ofModule.get(index);
    if (found === undefined) {
      ofModule.set(index, noHandling);
      found = [
        ...this.#byDecorator(module, index),
        ...this.#methods.of(module, index),
        ...this.#byName(module, index),
        ...this.#byParameters(module, index),
        ...this.#registrations.of(module, index),
      ];
      if (found.length === 0) found = this.#byWrapper(module, index);
      // What was found while registrations are still looked for may not be all.
      if (this.#registrations.isLooking) ofModule.delete(index);
      else ofModule.set(index, found.length === 0 ? noHandling : found);
    }
    return found;
  }

  #byDecorator(module: Module, index: number): Handling[] {
    const item = module.index.functions[index]!;
    if (item.decorated < 0 || this.#decorators.size === 0) return [];
    const { tree } = module;
    return tree.children(item.decorated).flatMap((child) => {
      if (tree.kind(child) !== Kind.decorator) return [];
      const expression = child + 1;
      const call = tree.kind(expression) === Kind.call ? expression : -1;
      const callee = call < 0 ? expression : tree.child(call, Field.function);
      return this.#meant.of(module, item.parent, callee, call, this.#decorators);
    });
  }

  #byName(module: Module, index: number): Handling[] {
    const item = module.index.functions[index]!;
    if (item.parent !== MODULE || item.parentClass !== MODULE) return [];
    const entries = this.#functions.get(module.tree.names.text(item.name)) ?? [];
    return entries
      .filter((entry) => this.#fit.holds(module, index, entry))
      .map((entry) => ({ entry, route: undefined }));
  }

  /** What its parameters are called tells what a function is for: `(environ, start_response)`. */
  #byParameters(module: Module, index: number): Handling[] {
    if (this.#byParameterNames.length === 0) return [];
    const item = module.index.functions[index]!;
    const own = parameterNames(module, item).slice(item.methodOf === MODULE ? 0 : 1);
    return this.#byParameterNames.flatMap(({ entry, names }) => {
      const hasNames = names.every((numbers, at) => numbers.includes(own[at]!));
      return hasNames && this.#fit.holds(module, index, entry) ? [{ entry, route: undefined }] : [];
    });
  }

  /** Functions that a decorator of the checkout wraps in one of which the parameters say what it is for. */
  #byWrapper(module: Module, index: number): Handling[] {
    if (this.#byParameterNames.length === 0 || module.index.functions[index]!.decorated < 0) return [];
    const { tree } = module;
    const item = module.index.functions[index]!;
    for (const expression of wrappers(this.#engine, module, index).toReversed()) {
      const callee = tree.kind(expression) === Kind.call ? tree.child(expression, Field.function) : expression;
      const decorator = this.#engine.project.dotted(module, item.parent, callee);
      if (decorator?.kind !== 'function') continue;
      const { functions } = decorator.module.index;
      for (let inner = decorator.index + 1; inner < functions.length; inner++) {
        if (!isInside(decorator.module, inner, decorator.index)) continue;
        const found = this.#byParameters(decorator.module, inner);
        if (found.length > 0) return found;
      }
    }
    return [];
  }
}

/** How many parameters come before those that the route's groups fill: a request, if it is the first. */
function requestsBefore(handling: readonly Handling[]): number {
  return handling.some(({ entry }) => entry.sources.length === 0 && String(entry.entry.param) === '0') ? 1 : 0;
}

/** Whether a function is defined in another one, however deep. */
function isInside({ index }: Module, inner: number, outer: number): boolean {
  let { parent } = index.functions[inner]!;
  while (parent !== MODULE && parent !== outer) ({ parent } = index.functions[parent]!);
  return parent === outer;
}

function isMeant(param: string | number | undefined, position: number, name: string): boolean {
  if (param === undefined) return false;
  return String(param)
    .split('|')
    .some((part) => part === '*' || part === name || part === String(position));
}
