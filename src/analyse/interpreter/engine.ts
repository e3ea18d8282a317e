// Evaluates functions on demand and remembers what they do. In: the project and the models' return types.
// Out: events to observers, values of module constants and attributes, function summaries.
// Leaves alone: what is a defect; that is for detectors.
import type { Bindings } from '../../model/bindings.ts';
import type { FunctionNode } from '../../model/file-index.ts';
import { attributeOfSubclasses, plainBases } from './subclass-attributes.ts';
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import type { ClassRef, Definition, ProjectModel } from '../../model/project-model.ts';
import { ApiModels } from '../taint/api-models.ts';
import { declaredFields, fieldsFromOutside } from '../taint/harmless-types.ts';
import { EntryPoints } from '../taint/entry-points.ts';
import { OwnNames } from '../taint/own-names.ts';
import { decorated, enterWrapped } from '../taint/wrapped-handlers.ts';
import type { PendingSink, SinkLog, WhereHolds } from '../taint/sink-log.ts';
import { outside } from '../taint/leaving.ts';
import type { Constant } from '../values/constant.ts';
import type { Source } from '../values/taint.ts';
import type { Value } from '../values/value.ts';
import { constantValue, denoting, instanceOf, joinValues, unknown, withOrigin } from '../values/value.ts';
import { callFunction } from './call-function.ts';
import { boundTo, collectStores, fillable, getterOf } from './class-members.ts';
import { ConstructorTypes } from './constructor-types.ts';
import { decoratorNames } from './decorator-names.ts';
import { contextOf, entered } from './entered-context.ts';
import { memberAttribute } from './enum-members.ts';
import type { Arguments, Observer } from './events.ts';
import { noArguments } from './events.ts';
import { externalAttribute } from './external-attributes.ts';
import { externalValue } from './external-constants.ts';
import { GlobalFillings } from './global-fillings.ts';
import { GlobalStores } from './global-stores.ts';
import { LateStores } from './late-stores.ts';
import type { GuardSummary } from './exit-guards.ts';
import type { OpenCall } from './frame.ts';
import { Frame } from './frame.ts';
import { grown, isGrowth } from './grown-binding.ts';

/** What a function does, seen from outside. */
export interface Summary {
  readonly returns: Value;
  /** The symbolic value of each parameter, in order: a result that is one of them passes the argument on. */
  readonly parameters: readonly Value[];
  /** Attributes it sets on its first parameter. */
  readonly selfStores: ReadonlyMap<string, Value>;
  /** What these attributes are where it comes back, as far as it is known. */
  readonly exitStores: ReadonlyMap<string, Value>;
  /** Sinks that hang on its parameters. */
  readonly pending: readonly PendingSink[];
  /** What it calls of its parameters, and of what is reached from them. */
  readonly openCalls: readonly OpenCall[];
  /** What its parameters have been checked for where it comes back; undefined if it never does. */
  readonly guards: GuardSummary | undefined;
  /** It puts something into a variable or class outside itself. */
  readonly storesOutside: boolean;
  /** It ends with an exception, whatever it is given. */
  readonly neverReturns: boolean;
  /** What exceptions say that it raises itself, with the marks of its parameters. */
  readonly raised: readonly Value[];
}

/** A bound that was hit, with the function it was hit in. */
export interface LimitHit {
  readonly module: Module;
  readonly functionIndex: number;
  readonly what: string;
}

// Functions that are evaluated one for the other; each takes a part of the JavaScript stack.
const MAX_NESTING = 50;
// In a function of a thousand lines whose locals are made of each other there are more ways than anybody can go.
const MAX_NAMES = 100;
const nothingDone: Summary = {
  returns: unknown,
  parameters: [],
  selfStores: new Map(),
  exitStores: new Map(),
  pending: [],
  openCalls: [],
  guards: undefined,
  storesOutside: false,
  neverReturns: false,
  raised: [],
};

export interface EngineOptions {
  readonly observers?: readonly Observer[];
  readonly models?: ApiModels;
  /** Symbols whose mention observers want to hear of, by last component. */
  readonly wantedReferences?: ReadonlySet<string>;
  /** Where what reaches a sink is recorded; without it nobody asks. */
  readonly sinks?: SinkLog;
  /** Modules in which untrusted data is followed; without it all are, if sinks are recorded. */
  readonly follows?: (module: Module) => boolean;
  /** Decides conditions of the models on a call's arguments; without it none holds. */
  readonly whereHolds?: WhereHolds;
}

export class Engine {
  readonly project: ProjectModel;
  readonly observers: readonly Observer[];
  /** What is known of APIs outside the checkout. */
  readonly models: ApiModels;
  /** What models name that stands in the checkout. */
  readonly ownNames: OwnNames;
  readonly entryPoints: EntryPoints;
  readonly sinks: SinkLog | undefined;
  readonly whereHolds: WhereHolds | undefined;
  readonly limits: LimitHit[] = [];
  /** Functions with sinks that hang on their parameters: their callers are of interest. In the order in which they were found. */
  readonly open: ClassRef[] = [];
  /** What functions store outside themselves. */
  readonly late = new LateStores();
  /** How many attributes and keys of arguments are being followed, one for the other. */
  reaching = 0;
  /** Functions that are being evaluated again for a call. */
  readonly inlining = new Set<FunctionNode>();
  /** Functions whose decorators' result is being called: what that one calls is the function itself. */
  readonly unwrapping = new Set<FunctionNode>();
  /** Symbols whose mention observers want to hear of, by last component. */
  readonly wantedReferences: ReadonlySet<string>;
  readonly #summaries = new Map<Module, Map<number, Summary>>();
  readonly #moduleValues = new Map<Module, Map<number, Value>>();
  readonly #attributeSites = new Map<Module, Map<number, Map<string, number[]>>>();
  readonly #literals = new Map<number, Value>();
  readonly #evaluating = new WeakMap<Bindings, Set<number>>();
  #namesUnderWay = 0;
  #namesLookedUp = 0;
  readonly #sources = new Map<Module, Map<string, Source>>();
  readonly #parameters = new Map<Module, Map<string, Value | undefined>>();
  readonly #decorated = new Map<Module, Map<number, Value | undefined>>();
  readonly #entered = new Map<Module, Map<number, boolean>>();
  /** What constructors are given for parameters that say no type. */
  readonly constructorTypes = new ConstructorTypes(this);
  readonly #globalStores = new GlobalStores(this);
  readonly #globalFillings = new GlobalFillings(this);
  readonly #follows: (module: Module) => boolean;
  readonly #followed = new Map<Module, boolean>();
  readonly #opened = new Map<Module, Set<number>>();
  readonly #unfinished = new Set<Summary>();
  readonly #recursive = new Set<Summary>();
  #nesting = 0;

  constructor(project: ProjectModel, options: EngineOptions = {}) {
    this.project = project;
    this.observers = options.observers ?? [];
    this.models = options.models ?? new ApiModels([]);
    this.wantedReferences = options.wantedReferences ?? new Set();
    this.sinks = options.sinks;
    this.whereHolds = options.whereHolds;
    this.#follows = options.follows ?? (() => true);
    this.ownNames = new OwnNames(project, this.models);
    this.entryPoints = new EntryPoints(this, this.models.entries);
  }

  /** Whether untrusted data is followed in a module: parameters stand for what callers pass, and calls for all they do. */
  isFollowed(module: Module): boolean {
    if (this.sinks === undefined) return false;
    const known = this.#followed.get(module);
    if (known !== undefined) return known;
    // Deciding may evaluate something in that very module.
    this.#followed.set(module, false);
    const followed = this.#follows(module);
    this.#followed.set(module, followed);
    return followed;
  }

  /** Records that a bound was hit, once for each function and bound. */
  limit(frame: Frame, what: string): void {
    const { module, functionIndex } = frame;
    const isKnown = this.limits.some(
      (known) => known.module === module && known.functionIndex === functionIndex && known.what === what,
    );
    if (!isKnown) this.limits.push({ module, functionIndex, what });
  }

  /** The one object for a place where untrusted data enters. */
  source(source: Source): Source {
    let ofModule = this.#sources.get(source.module);
    if (ofModule === undefined) this.#sources.set(source.module, (ofModule = new Map<string, Source>()));
    const key = `${source.node}:${source.kind}:${source.key ?? ''}`;
    const known = ofModule.get(key);
    if (known === undefined) ofModule.set(key, source);
    return known ?? source;
  }

  /** The value of a literal token by the number of its text. */
  literal(name: number, read: (token: string) => Constant | undefined): Value {
    let value = this.#literals.get(name);
    if (value === undefined) {
      const constant = read(this.project.names.text(name));
      value = constant === undefined ? unknown : constantValue(constant);
      this.#literals.set(name, value);
    }
    return value;
  }

  /** Walks a module's top level, its class bodies included, and tells observers. */
  runModule(module: Module): void {
    new Frame(this, module, MODULE, { observing: true, depth: 0 }).run();
  }

  /** What a function does; the first time it is asked, observers hear of what happens inside. */
  summary(module: Module, index: number): Summary {
    let ofModule = this.#summaries.get(module);
    if (ofModule === undefined) this.#summaries.set(module, (ofModule = new Map<number, Summary>()));
    const known = ofModule.get(index);
    if (known !== undefined) {
      if (this.#unfinished.has(known)) this.#recursive.add(known);
      return known;
    }
    if (this.#nesting >= MAX_NESTING) {
      this.limits.push({ module, functionIndex: index, what: `${MAX_NESTING} calls deep` });
      return nothingDone;
    }
    // Recursion starts at bottom: the first time a call of itself tells nothing new, the second time it is known.
    const bottom: Summary = { ...nothingDone };
    ofModule.set(index, bottom);
    this.#unfinished.add(bottom);
    this.#nesting++;
    const frame = new Frame(this, module, index, { observing: true, depth: 0 });
    let summary = frame.run();
    if (this.#recursive.has(bottom)) {
      ofModule.set(index, summary);
      summary = new Frame(this, module, index, { observing: false, recording: true, depth: 0 }).run();
    }
    this.#nesting--;
    this.#unfinished.delete(bottom);
    ofModule.set(index, summary);
    if (summary.pending.length > 0 || frame.hangsOnOuterParameter) this.#open(module, index);
    return summary;
  }

  #open(module: Module, index: number): void {
    let ofModule = this.#opened.get(module);
    if (ofModule === undefined) this.#opened.set(module, (ofModule = new Set<number>()));
    if (ofModule.has(index)) return;
    ofModule.add(index);
    this.open.push({ module, index });
  }

  /** A function that calls a method of that name on something its callers pass is open as well: they may pass the object that is meant. */
  passUp(module: Module, index: number, callee: ClassRef): void {
    const calls = this.#summaries.get(module)?.get(index)?.openCalls ?? [];
    if (calls.length === 0) return;
    const name = `.${this.project.names.text(callee.module.index.functions[callee.index]!.name)}`;
    if (!calls.some(({ callee: { path } }) => path.at(-1) === name)) return;
    this.#open(module, index);
  }

  /** Evaluates a function once more for its sinks; observers have heard of it. */
  again(module: Module, index: number): void {
    if (index === MODULE) return;
    const frame = new Frame(this, module, index, { observing: false, recording: true, depth: 0 });
    frame.run();
  }

  /** Evaluates a handler with decorators of the checkout as its framework calls it; does nothing for others. */
  enter(module: Module, index: number): void {
    if (!this.entryPoints.isWrapped(module, index)) return;
    this.isEntered(module, index);
  }

  /** Whether what a handler's decorators made of it could be called; the first time it is asked, it is. */
  isEntered(module: Module, index: number): boolean {
    if (!this.entryPoints.isWrapped(module, index)) return false;
    let ofModule = this.#entered.get(module);
    if (ofModule === undefined) this.#entered.set(module, (ofModule = new Map<number, boolean>()));
    const known = ofModule.get(index);
    if (known !== undefined) return known;
    // While the wrapper is evaluated the handler's parameters are what it passes.
    ofModule.set(index, true);
    const isEntered = enterWrapped(this, module, index);
    ofModule.set(index, isEntered);
    if (!isEntered) this.#summaries.get(module)?.delete(index);
    return isEntered;
  }

  /** A parameter of a function that is not being evaluated, without what callers pass. */
  parameterValue(module: Module, index: number, name: number): Value | undefined {
    let ofModule = this.#parameters.get(module);
    if (ofModule === undefined) this.#parameters.set(module, (ofModule = new Map<string, Value | undefined>()));
    const key = `${index}:${name}`;
    if (!ofModule.has(key)) {
      ofModule.set(key, undefined);
      ofModule.set(key, new Frame(this, module, index, { observing: false, depth: 1 }).parameter(name));
    }
    return ofModule.get(key);
  }

  /** What decorators of the checkout make of a function; undefined if it stays itself. */
  decorated(module: Module, index: number): Value | undefined {
    if (module.index.functions[index]!.decorated < 0) return undefined;
    let ofModule = this.#decorated.get(module);
    if (ofModule === undefined) this.#decorated.set(module, (ofModule = new Map<number, Value | undefined>()));
    if (!ofModule.has(index)) {
      ofModule.set(index, undefined);
      ofModule.set(index, decorated(this, module, index));
    }
    return ofModule.get(index);
  }

  /** What a function returns, to code that knows nothing of its arguments. */
  outcome(module: Module, index: number): Value {
    return outside(this.summary(module, index).returns);
  }

  /** The result of calling a function of the checkout, with all that the call does. */
  callResult(
    module: Module,
    index: number,
    args: Arguments,
    self: Value | undefined,
    caller: Frame,
    node: number,
  ): Value {
    return callFunction(caller, node, { module, index, self }, args);
  }

  /** What a definition is as a value. */
  definitionValue(definition: Definition): Value {
    switch (definition.kind) {
      case 'external': {
        const type = this.models.attribute(definition.name)?.find(({ entry }) => entry.returns !== undefined);
        return type?.entry.returns === undefined ? externalValue(definition.name) : instanceOf(type.entry.returns);
      }
      case 'module':
        return denoting({ kind: 'module', module: definition.module });
      case 'function':
      case 'class':
        return denoting({ kind: definition.kind, module: definition.module, index: definition.index });
      case 'value':
        return this.moduleValue(definition.module, definition.name);
    }
  }

  /** The value of a name at the top level of a module, from its assignments alone; constants only if all are. */
  moduleValue(module: Module, name: number): Value {
    let ofModule = this.#moduleValues.get(module);
    if (ofModule === undefined) this.#moduleValues.set(module, (ofModule = new Map<number, Value>()));
    const known = ofModule.get(name);
    if (known !== undefined) return known;
    ofModule.set(name, unknown);
    const late = this.late.ofModule(module, name);
    const bound = this.bindingsValue(module, MODULE, module.bindings, name);
    const all = this.#globalFillings.filled(module, name, bound);
    const value = withOrigin(late === undefined ? all : joinValues(all, late), 'module');
    ofModule.set(name, value);
    return value;
  }

  /** Join of what a scope assigns to a name; unknown if it is bound in a way that tells nothing. */
  bindingsValue(module: Module, functionIndex: number, scope: Bindings, name: number): Value {
    let evaluating = this.#evaluating.get(scope);
    if (evaluating === undefined) this.#evaluating.set(scope, (evaluating = new Set<number>()));
    // Names that are defined by each other tell nothing, and each of many may be reached over every other.
    if (this.#namesUnderWay === 0) this.#namesLookedUp = 0;
    if (evaluating.has(name)) return unknown;
    if (functionIndex !== MODULE && ++this.#namesLookedUp > MAX_NAMES) return unknown;
    evaluating.add(name);
    this.#namesUnderWay++;
    try {
      return this.#joinBindings(module, functionIndex, scope, name);
    } finally {
      evaluating.delete(name);
      this.#namesUnderWay--;
    }
  }

  #joinBindings(module: Module, functionIndex: number, scope: Bindings, name: number): Value {
    const alone = (): Frame => new Frame(this, module, functionIndex, { observing: false, depth: 1 });
    const growths: number[] = [];
    let joined: Value | undefined;
    for (const binding of scope.byName.get(name) ?? []) {
      let value: Value;
      const context = binding.kind === 'other' ? contextOf(module, binding.node) : -1;
      if (context >= 0) {
        const frame = alone();
        value = outside(entered(frame, frame.evaluateAlone(context), context));
      } else if (binding.kind === 'other') {
        if (!isGrowth(module.tree, binding.node)) return unknown;
        growths.push(binding.node);
        continue;
      } else if (binding.kind === 'value') {
        value = outside(alone().evaluateAlone(binding.value));
      } else if (binding.kind === 'import') {
        value = this.definitionValue(this.project.resolve(binding.target));
      } else {
        value = denoting({ kind: binding.kind, module, index: binding.index });
      }
      joined = joined === undefined ? value : joinValues(joined, value);
    }
    return (growths.length === 0 ? joined : grown(alone(), joined, growths)) ?? unknown;
  }

  /** Forgets what functions of a module do: what they read has changed. */
  forget(module: Module): void {
    this.#summaries.delete(module);
    this.#moduleValues.delete(module);
  }

  /** What the checkout stores in an attribute of an object that a framework hands around, `flask.g`; undefined if it stores nothing. */
  storedGlobally(of: string, name: string): Value | undefined {
    return this.#globalStores.read(of, name);
  }

  /** What the checkout stores under a key of a mapping that a framework hands around, `request.app["db"]`; undefined if it stores nothing. */
  storedUnderKey(of: string, key: string): Value | undefined {
    return this.#globalStores.readKey(of, key);
  }

  /** An attribute read on a class of the checkout or an instance of it: methods, class attributes, what methods store on self. */
  classAttribute(reference: ClassRef, name: string, self: Value | undefined, caller: Frame, node: number): Value {
    const { classes, external } = this.ownNames.ancestry(reference);
    const member = memberAttribute(this, reference, name) ?? this.#ownSource(reference, name, caller, node);
    if (member !== undefined) return member;
    const number = this.project.names.find(name);
    if (number !== 0) {
      let found: Value | undefined;
      for (const owner of classes) {
        const item = owner.module.index.classes[owner.index]!;
        const scope = owner.module.classBindings(item);
        const bindings = scope.byName.get(number);
        const last = bindings?.at(-1);
        if (last?.kind === 'function') {
          const getter = getterOf(owner.module, bindings!);
          if (getter !== undefined) return this.callResult(owner.module, getter, noArguments, self, caller, node);
          const bound = boundTo(owner.module, last.index, reference, self);
          return denoting({
            kind: 'function',
            module: owner.module,
            index: last.index,
            ...(bound === undefined ? {} : { self: bound }),
          });
        }
        const late = this.late.ofClass(owner.module, owner.index, name);
        if (late !== undefined) found = join(found, late);
        if (bindings !== undefined) {
          found = join(found, withOrigin(this.bindingsValue(owner.module, item.parent, scope, number), 'class'));
          // What stands there for a field of a dataclass is only its default: whoever makes one may pass something else.
          if (self !== undefined && caller.isFollowing && this.#isField(owner, number))
            found = joinValues(found, unknown);
        }
        for (const functionIndex of this.#storesOf(owner).get(name) ?? []) {
          const stored = this.summary(owner.module, functionIndex).selfStores.get(name);
          found = join(
            found,
            stored === undefined
              ? unknown
              : withOrigin(
                  caller.isFollowing ? fillable(outside(stored)) : outside(stored),
                  stored.origin === 'config' ? 'config' : 'class',
                ),
          );
        }
        if (found !== undefined) return found;
      }
    }
    if (external.every((of) => plainBases.has(of))) return attributeOfSubclasses(this, reference, name) ?? unknown;
    for (const of of external) {
      const known = externalAttribute(caller, this.models.canonical(of), name, node, reference);
      if (known !== undefined) return known;
    }
    return denoting(...external.map((of) => ({ kind: 'member', of: this.models.canonical(of), name }) as const));
  }

  /** What methods of a class, not of its bases, store in an attribute of their object; undefined if none does. */
  stored(owner: ClassRef, name: string): Value | undefined {
    let found: Value | undefined;
    for (const functionIndex of this.#storesOf(owner).get(name) ?? [])
      found = join(found, this.summary(owner.module, functionIndex).selfStores.get(name) ?? unknown);
    return found;
  }

  /** An attribute of a class that is the framework's own, of which a model says that it is from outside. */
  #ownSource(reference: ClassRef, name: string, caller: Frame, node: number): Value | undefined {
    const of = this.ownNames.bearerOf(reference, name);
    return of === undefined ? undefined : externalAttribute(caller, of, name, node, reference);
  }

  /** What a class says of a name in its own body. */
  classScopeValue({ module, index }: ClassRef, name: number): Value {
    const item = module.index.classes[index]!;
    return this.bindingsValue(module, item.parent, module.classBindings(item), name);
  }

  /** A field that the constructor of its class takes. */
  #isField(owner: ClassRef, name: number): boolean {
    return (
      declaredFields(owner.module, owner.index).some((field) => field.name === name) && fieldsFromOutside(this, owner)
    );
  }

  /** The method that sets a property of a class, if the property has one. */
  setter(reference: ClassRef, name: string): ClassRef | undefined {
    const number = this.project.names.find(name);
    if (number === 0) return undefined;
    for (const { module, index } of this.project.ancestry(reference).classes) {
      for (const binding of module.classBindings(module.index.classes[index]!).byName.get(number) ?? []) {
        if (binding.kind !== 'function') continue;
        if (decoratorNames(module, module.index.functions[binding.index]!.decorated).includes('setter')) {
          return { module, index: binding.index };
        }
      }
    }
    return undefined;
  }

  /** Methods of a class that assign to an attribute of their first parameter: attribute to function indexes. */
  #storesOf({ module, index }: ClassRef): ReadonlyMap<string, readonly number[]> {
    let ofModule = this.#attributeSites.get(module);
    if (ofModule === undefined) this.#attributeSites.set(module, (ofModule = new Map<number, Map<string, number[]>>()));
    if (ofModule.size === 0) collectStores(module, ofModule);
    return ofModule.get(index) ?? new Map<string, number[]>();
  }
}

function join(a: Value | undefined, b: Value): Value {
  return a === undefined ? b : joinValues(a, b);
}
