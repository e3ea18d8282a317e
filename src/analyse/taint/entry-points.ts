// Functions that somebody outside calls: handlers of web frameworks and the like. In: the models' entries for decorators,
// base classes, names and registrations. Out: for each parameter where its value is from and of which type it is, and for
// what the function returns of which sink kind. Leaves alone: how the values flow on.
import { MODULE } from '../../model/file-index.ts';
import type { ClassRef } from '../../model/project-model.ts';
import { parameterNames } from '../../model/project-model.ts';
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { calledName, literalText } from '../detectors/written-expression.ts';
import type { Engine } from '../interpreter/engine.ts';
import type { Argument } from '../interpreter/events.ts';
import { noArguments } from '../interpreter/events.ts';
import { Frame } from '../interpreter/frame.ts';
import type { Denotation, Value } from '../values/value.ts';
import type { ApiEntry } from './api-models.ts';
import { fitsName, numbersOf, packagesOf, sortEntries } from './entry-tables.ts';
import { isMarked } from './marked-functions.ts';
import type { RouteParameters } from './route-parameters.ts';
import { createReach } from '../interest.ts';
import { namesGivenByProgram } from './given-by-program.ts';
import { classRoutes } from './class-routes.ts';
import { inheritors } from './overrides.ts';
import { routeParameters } from './route-parameters.ts';
import { wrappers } from './wrapped-handlers.ts';

/** Why a function is a handler. */
interface Handling {
  readonly entry: ApiEntry;
  readonly route: RouteParameters | undefined;
  /** The route's text. */
  readonly path?: string | undefined;
}

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
  readonly #methods: readonly ApiEntry[];
  /** Methods of classes that need no base outside the checkout. */
  readonly #methodsAnywhere: readonly ApiEntry[];
  readonly #functions: ReadonlyMap<string, readonly ApiEntry[]>;
  readonly #registrars: ReadonlyMap<string, readonly ApiEntry[]>;
  /** For the number of each registering call's name the packages that it belongs to; undefined if it is known without one. */
  readonly #registrarPackages: ReadonlyMap<number, ReadonlySet<string> | undefined>;
  /** Entries with the numbers of their parameters' names, if the checkout has such names. */
  readonly #byParameterNames: readonly { readonly entry: ApiEntry; readonly names: readonly (readonly number[])[] }[];
  /** Entries whose pattern a method's name fits, without and with those that need a base outside the checkout, by the name's number. */
  readonly #fitting = [new Map<number, readonly ApiEntry[]>(), new Map<number, readonly ApiEntry[]>()] as const;
  readonly #known = new Map<Module, Map<number, readonly Handling[]>>();
  /** Packages that a module, or one that it imports, imports. */
  readonly #reach: (module: Module) => ReadonlySet<string>;
  #registered: Map<Module, Map<number, Handling[]>> | undefined;
  #isRegistering = false;
  /** What routes name in front of the routes that they include. */
  readonly #prefixNames = new Set<string>();

  constructor(engine: Engine, entries: readonly ApiEntry[]) {
    this.#engine = engine;
    this.#reach = createReach(engine.project);
    const sorted = sortEntries(entries);
    this.#decorators = sorted.decorators;
    this.#methodsAnywhere = sorted.methodsAnywhere;
    this.#methods = sorted.methods;
    this.#functions = sorted.functions;
    this.#registrars = sorted.registrars;
    this.#registrarPackages = packagesOf(this.#registrars, engine);
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

  /** No route that leads here, nor one in front of it, fills the parameter. */
  #keepsDefault(handling: readonly Handling[], position: number, name: string): boolean {
    const filling = handling.filter(({ entry }) => entry.entry.filledBy === 'route');
    return (
      filling.length > 0 &&
      !this.#prefixNames.has(name) &&
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
        ...this.#byBaseClass(module, index),
        ...this.#byName(module, index),
        ...this.#byParameters(module, index),
        ...(this.#registrations().get(module)?.get(index) ?? []),
      ];
      if (found.length === 0) found = this.#byWrapper(module, index);
      // What was found while registrations are still looked for may not be all.
      if (this.#isRegistering) ofModule.delete(index);
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
      return this.#meant(module, item.parent, callee, call, this.#decorators);
    });
  }

  /** Entries that a decorator or registering call means, by what it is called and on what. */
  #meant(
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
    const names = qualifiedNames(this.#engine, this.#alone(module, functionIndex, callee));
    const object = isAttribute ? this.#alone(module, functionIndex, tree.child(callee, Field.object)) : undefined;
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
      const argument = { node, value: this.#alone(module, functionIndex, node) };
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

  #byBaseClass(module: Module, index: number): Handling[] {
    const item = module.index.functions[index]!;
    if (item.methodOf === MODULE) return [];
    const own = { module, index: item.methodOf };
    const found = this.#asMethodOf(module, index, own);
    if (found.length > 0 || item.parent !== MODULE) return found;
    // Of a mixin: where a class that takes the method over is one of the framework's.
    for (const type of inheritors(this.#engine.project, { module, index })) {
      const taken = this.#asMethodOf(module, index, type);
      if (taken.length > 0) return taken;
    }
    return found;
  }

  /** Why a method is a handler in its own class, or in one that inherits it. */
  #asMethodOf(module: Module, index: number, type: ClassRef): Handling[] {
    const item = module.index.functions[index]!;
    const { classes, external } = this.#engine.ownNames.ancestry(type);
    const candidates = this.#fittingMethods(item.name, external.length > 0);
    if (candidates.length === 0) return [];
    const bases = external.map((base) => this.#engine.models.canonical(base));
    const isOfBase = (type: string): boolean => {
      if (!type.startsWith('*')) return bases.includes(type);
      const end = type.slice(1);
      return (
        bases.some((base) => base.endsWith(end)) ||
        classes.slice(1).some((base) => base.module.qualifiedClassName(base.index).endsWith(end))
      );
    };
    return candidates.flatMap((entry): Handling[] => {
      const isMeant = entry.entry.on?.some((type) => type === '*' || isOfBase(type)) ?? true;
      if (!isMeant || !this.#fits(module, index, entry)) return [];
      const paths = classRoutes(this.#engine.project, type);
      if (paths.length === 0) return [{ entry, route: undefined }];
      return paths.map((path) => ({ entry, route: routeParameters(path), path }));
    });
  }

  #fittingMethods(name: number, hasBase: boolean): readonly ApiEntry[] {
    const known = this.#fitting[hasBase ? 1 : 0];
    let found = known.get(name);
    if (found === undefined) {
      const text = this.#engine.project.names.text(name);
      const entries = hasBase ? [...this.#methods, ...this.#methodsAnywhere] : this.#methodsAnywhere;
      found = entries.filter(({ entry }) => entry.method!.some((pattern) => fitsName(pattern, text)));
      known.set(name, found);
    }
    return found;
  }

  /** Whether the function has the parameters and the mark, and its module the imports, that an entry asks for. */
  #fits(module: Module, index: number, { entry: { parameters, imports, near, marked } }: ApiEntry): boolean {
    if (marked !== undefined && !isMarked(module, index, marked)) return false;
    if (parameters !== undefined) {
      const item = module.index.functions[index]!;
      const own = parameterNames(module, item).slice(item.methodOf === MODULE ? 0 : 1);
      if (!parameters.every((one, position) => numbersOf(this.#engine, one).includes(own[position]!))) return false;
    }
    if (near !== undefined) {
      const reached = this.#reach(module);
      return near.some((name) => reached.has(name));
    }
    return imports?.some((name) => importsPackage(module, name)) ?? true;
  }

  #byName(module: Module, index: number): Handling[] {
    const item = module.index.functions[index]!;
    if (item.parent !== MODULE || item.parentClass !== MODULE) return [];
    const entries = this.#functions.get(module.tree.names.text(item.name)) ?? [];
    return entries.filter((entry) => this.#fits(module, index, entry)).map((entry) => ({ entry, route: undefined }));
  }

  /** What its parameters are called tells what a function is for: `(environ, start_response)`. */
  #byParameters(module: Module, index: number): Handling[] {
    if (this.#byParameterNames.length === 0) return [];
    const item = module.index.functions[index]!;
    const own = parameterNames(module, item).slice(item.methodOf === MODULE ? 0 : 1);
    return this.#byParameterNames.flatMap(({ entry, names }) => {
      const hasNames = names.every((numbers, at) => numbers.includes(own[at]!));
      return hasNames && this.#fits(module, index, entry) ? [{ entry, route: undefined }] : [];
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

  /** Functions that are handed to a registering call anywhere in the checkout; found once. */
  #registrations(): Map<Module, Map<number, Handling[]>> {
    if (this.#registered !== undefined) return this.#registered;
    const registered = (this.#registered = new Map<Module, Map<number, Handling[]>>());
    this.#isRegistering = true;
    this.#findRegistrations(registered);
    this.#isRegistering = false;
    return registered;
  }

  #findRegistrations(registered: Map<Module, Map<number, Handling[]>>): void {
    if (this.#registrarPackages.size === 0) return;
    for (const module of this.#engine.project.modules) {
      const { tree, index } = module;
      const known = this.#reachable(module);
      if (known.size === 0) continue;
      for (const call of index.calls) {
        const callee = tree.child(call, Field.function);
        const last = tree.kind(callee) === Kind.attribute ? tree.child(callee, Field.attribute) : callee;
        if (known.has(tree.name(last))) this.#register(module, call, callee, registered);
      }
    }
  }

  /** Names of registering calls whose package the module, or one it imports, imports. */
  #reachable(module: Module): ReadonlySet<number> {
    const imported = this.#reach(module);
    const found = new Set<number>();
    for (const [number, packages] of this.#registrarPackages) {
      if (packages === undefined || [...packages].some((name) => imported.has(name))) found.add(number);
    }
    return found;
  }

  #register(module: Module, call: number, callee: number, registered: Map<Module, Map<number, Handling[]>>): void {
    const around = evaluatedIn(module, call);
    for (const handling of this.#meant(module, around, callee, call, this.#registrars)) {
      const argument = argumentNode(module, call, handling.entry.argument ?? '0');
      if (argument < 0) continue;
      if (handling.entry.entry.filledBy === 'route' && handling.route !== undefined && isInclude(module, argument))
        for (const name of handling.route.named) this.#prefixNames.add(name);
      for (const denotation of this.#handed(module, around, argument)) {
        if (denotation.kind !== 'function') continue;
        let ofModule = registered.get(denotation.module);
        if (ofModule === undefined) registered.set(denotation.module, (ofModule = new Map<number, Handling[]>()));
        const list = ofModule.get(denotation.index);
        if (list === undefined) ofModule.set(denotation.index, [handling]);
        else list.push(handling);
      }
    }
  }

  /** What an argument stands for; of a list of functions each. */
  #handed(module: Module, functionIndex: number, node: number): readonly Denotation[] {
    const kind = module.tree.kind(node);
    if (kind !== Kind.list && kind !== Kind.tuple) return this.#alone(module, functionIndex, node).denotes;
    return module.tree.children(node).flatMap((child) => this.#alone(module, functionIndex, child).denotes);
  }

  #alone(module: Module, functionIndex: number, node: number): Value {
    return new Frame(this.#engine, module, functionIndex, { observing: false, depth: 1 }).evaluateAlone(node);
  }
}

/** The function in which an expression is evaluated: defaults and annotations of parameters belong to the one around. */
function evaluatedIn(module: Module, node: number): number {
  let around = module.functionAround(node);
  while (around !== MODULE && node < module.index.functions[around]!.body)
    around = module.index.functions[around]!.parent;
  return around;
}

/** How many parameters come before those that the route's groups fill: a request, if it is the first. */
function requestsBefore(handling: readonly Handling[]): number {
  return handling.some(({ entry }) => entry.sources.length === 0 && String(entry.entry.param) === '0') ? 1 : 0;
}

/** `path('<team>/', include(...))` */
function isInclude({ tree }: Module, node: number): boolean {
  return tree.kind(node) === Kind.call && calledName(tree, node) === 'include';
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

function importsPackage(module: Module, type: string): boolean {
  const first = type.split('.', 1)[0]!;
  return module.importTargets().some((target) => target === first || target.startsWith(`${first}.`));
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

function argumentNode(module: Module, call: number, wanted: string): number {
  const { tree } = module;
  const list = tree.child(call, Field.arguments);
  if (list < 0) return -1;
  const positional: number[] = [];
  for (const child of tree.children(list)) {
    if (tree.kind(child) !== Kind.keyword_argument) positional.push(child);
    else if (wanted.split('|').includes(tree.text(tree.child(child, Field.name))))
      return tree.child(child, Field.value);
  }
  for (const part of wanted.split('|')) {
    const found = /^\d+$/.test(part) ? positional[Number(part)] : undefined;
    if (found !== undefined) return found;
  }
  return -1;
}
