// One evaluation of a function's body (or a module's top level): its state, and what it returns and stores.
// The walk over statements is in statements.ts, over expressions in expressions.ts, over calls in calls.ts.
import type { HeapObject } from '../values/held.ts';
import { makeHeld } from '../values/held.ts';
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import type { ClassRef } from '../../model/project-model.ts';
import { parameterName } from '../../model/project-model.ts';
import type { LoweredTree } from '../../parse/lowered-tree.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { Binding } from '../taint/reach.ts';
import type { PendingSink } from '../taint/sink-log.ts';
import { State } from '../values/state.ts';
import type { Check, Parameter, Taint } from '../values/taint.ts';
import type { Denotation, Value } from '../values/value.ts';
import {
  changeValue,
  denoting,
  instanceOf,
  joinObjects,
  joinValues,
  noneValue,
  typedAs,
  unknown,
  withDenotes,
  withObjects,
} from '../values/value.ts';
import { decoratorNames } from './decorator-names.ts';
import { namesUsed } from './names-used.ts';
import { typeOfAnnotation } from './annotations.ts';
import type { BoundParameters, Passed } from './bind-parameters.ts';
import { bindParameters, SELF_OBJECT, unbound } from './bind-parameters.ts';
import { attributeOf } from './attributes.ts';
import { wholeValue } from './containers.ts';
import type { Engine, Summary } from './engine.ts';
import type { Arguments } from './events.ts';
import { evaluate } from './expressions.ts';
import { fromOutside } from './handler-parameters.ts';
import type { GuardSummary } from './exit-guards.ts';
import { atExit } from './exit-guards.ts';
import { runBlock } from './statements.ts';

export interface FrameOptions {
  /** Whether observers hear of what happens. */
  readonly observing: boolean;
  /** Whether sinks are recorded, where that differs. */
  readonly recording?: boolean;
  /** How many calls deep an evaluation in a caller's context is. */
  readonly depth: number;
  /** Arguments of the call that is evaluated; without them parameters are symbolic. */
  readonly args?: Arguments;
  readonly self?: Value;
  /** Of a method whose parameters are symbolic: the class of its object, if that is not the one it stands in. */
  readonly selfClass?: ClassRef;
  /** The frame that makes the call. Sinks are recorded there, in terms of its parameters. */
  readonly caller?: Frame;
  /** What is passed, in the same order as the parameters. */
  readonly binding?: Binding;
  /** Variables of the function around it. */
  readonly captured?: ReadonlyMap<number, Value>;
}

/** A call of something that a function's caller passes. */
export interface OpenCall {
  /** What is called: a parameter, or what is reached from one. */
  readonly callee: Parameter;
  /** What it gets of the function's parameters. */
  readonly given: readonly Parameter[];
  /** It gets untrusted data that the function reads itself. */
  readonly isTold: boolean;
}

export interface LoopExits {
  readonly breaks: State[];
  readonly continues: State[];
}

// How deep nested containers keep their shape when they leave a function.
const MAX_EXPORT_DEPTH = 4;
// Expressions evaluated in one function, repeated rounds of loops included; a generated function can be endless.
const MAX_STEPS = 200_000;
// More calls of what parameters hold are not told apart.
const MAX_OPEN_CALLS = 12;
const plain: ReadonlySet<number> = new Set<number>([
  Kind.identifier,
  Kind.attribute,
  Kind.string,
  Kind.integer,
  Kind.float,
  Kind.true,
  Kind.false,
  Kind.none,
]);

type OwnFunction = Extract<Denotation, { kind: 'function' }>;

export class Frame {
  readonly engine: Engine;
  readonly module: Module;
  readonly tree: LoweredTree;
  readonly functionIndex: number;
  readonly depth: number;
  state: State = new State();
  /** False while a loop is still settling, or nobody asked. */
  observing: boolean;
  /** Whether what reaches a sink is recorded: as `observing`, but also where a function is evaluated again for a call. */
  recording: boolean;
  /** The frame whose function is evaluated for all callers: this one, or the one that called it. */
  readonly root: Frame;
  /** Whether untrusted data is followed here. */
  readonly isFollowing: boolean;
  readonly captured: ReadonlyMap<number, Value> | undefined;
  /** The class of a method's object, if that is not the one it stands in. */
  readonly selfClass: ClassRef | undefined;
  /** Of a root: nodes of the functions evaluated again for its calls. */
  inlined = 0;
  /** What is called here and is a parameter of the root's function or reached from one, by the parameter's text. */
  readonly openCalls = new Map<string, OpenCall>();
  /** Sinks that hang on parameters of the root's function. */
  readonly pending: PendingSink[] = [];
  readonly pendingKeys = new Set<string>();
  /** Of a root: it has read a parameter of a function around it, which is not evaluated now. */
  readsOuterParameter = false;
  /** Of a root: a sink gets something of which that may be part. */
  hangsOnOuterParameter = false;
  /** What a condition showed, by its node. */
  readonly checks = new Map<number, { readonly whenTrue: readonly Check[]; readonly whenFalse: readonly Check[] }>();
  /** An expression is evaluated by itself: nothing has run before it. */
  isAlone = false;
  readonly loops: LoopExits[] = [];
  readonly selfStores = new Map<string, Value>();
  readonly selfName: number;
  returns: Value | undefined;
  /** What it yields; undefined if it is no generator. */
  yields: Value | undefined;
  /** What exceptions say that are raised here and not caught, and in the `try` that is walked. */
  readonly raised: Value[] = [];
  catching: Value[] | undefined;
  /** In a handler: what was caught. */
  caught: readonly Value[] = [];
  /** The call whose result is raised. */
  raising = -1;
  /** A way out with an exception was seen that is more than "not written yet". */
  raises = false;
  /** A global variable, a variable of the function around it, or a class attribute was set. */
  storesOutside = false;
  #exits: GuardSummary | undefined;
  readonly #exitStores = new Map<string, Value>();
  #steps = 0;
  #isCapturing = false;
  readonly #passed: Passed;
  #bound: BoundParameters = unbound();

  constructor(engine: Engine, module: Module, functionIndex: number, options: FrameOptions) {
    this.engine = engine;
    this.module = module;
    this.tree = module.tree;
    this.functionIndex = functionIndex;
    this.observing = options.observing && engine.observers.length > 0;
    this.root = options.caller?.root ?? this;
    this.isFollowing = this.root === this ? engine.isFollowed(module) : this.root.isFollowing;
    this.recording =
      this.isFollowing &&
      (options.recording ?? (options.caller === undefined ? options.observing : options.caller.recording));
    this.captured = options.captured;
    this.selfClass = options.selfClass;
    this.depth = options.depth;
    this.#passed = { args: options.args, self: options.self, binding: options.binding };
    this.selfName = this.#firstParameter();
  }

  /** Names of its parameters, in their order. */
  get parameterNames(): readonly string[] {
    return this.#bound.names;
  }

  /** Walks the body and returns what it does. */
  run(): Summary {
    if (this.functionIndex === MODULE) {
      runBlock(this, 0);
      return this.#summary(unknown, true);
    }
    const item = this.module.index.functions[this.functionIndex]!;
    this.#bound = bindParameters(this, item.parameters, this.#passed);
    if (this.tree.kind(item.node) === Kind.lambda) {
      const value = item.body < 0 ? unknown : this.evaluate(item.body);
      this.noteExit(item.body, value);
      return this.#summary(this.#exported(value), true);
    }
    if (item.body >= 0) runBlock(this, item.body);
    const comesBack = this.state.reachable || this.returns !== undefined || this.yields !== undefined;
    let returns = this.returns;
    // Falling off the end returns None; where both happen the value may be either.
    if (this.state.reachable && this.yields === undefined) {
      this.noteExit(-1, noneValue);
      returns = returns === undefined ? noneValue : joinValues(returns, noneValue);
    }
    if (this.yields !== undefined) {
      returns = changeValue(denoting({ kind: 'instance', of: 'generator' }), {
        held: makeHeld('list', new Map(), this.export(this.yields)),
      });
    }
    for (const [name, value] of this.selfStores) this.selfStores.set(name, this.export(value));
    return this.#summary(this.#exported(returns ?? unknown), comesBack);
  }

  #summary(returns: Value, comesBack: boolean): Summary {
    return {
      returns: this.#annotated(returns),
      parameters: this.#bound.symbolic,
      selfStores: this.selfStores,
      exitStores: this.#exitStores,
      pending: this.pending,
      openCalls: [...this.openCalls.values()],
      guards: this.#exits,
      storesOutside: this.storesOutside,
      neverReturns: !comesBack && this.raises,
      raised: this.raised,
    };
  }

  /** A result of unknown type has the one that the function's annotation says. */
  #annotated(returns: Value): Value {
    if (this.functionIndex === MODULE || returns.taint?.is?.path.length === 0) return returns;
    if (returns.constants?.some(({ type }) => type !== 'none') === true || returns.held !== undefined) return returns;
    const annotation = this.tree.child(this.module.index.functions[this.functionIndex]!.node, Field.return_type);
    return annotation < 0 ? returns : typedAs(returns, typeOfAnnotation(this, annotation));
  }

  /** Notes what holds of parameters where the function comes back with a value; `node` is its expression, -1 if it has none. */
  noteExit(node: number, value: Value): void {
    if (this.selfStores.size > 0) this.#noteStores();
    this.#exits = atExit(this, this.#exits, node, value);
  }

  /** Attributes of self as they are on this way out; one that is not set on it is what it was. */
  #noteStores(): void {
    const entries = this.state.heap.get(SELF_OBJECT)?.entries;
    const self = this.state.variables.get(this.selfName);
    for (const name of this.selfStores.keys()) {
      const here = entries?.get(name) ?? (self === undefined ? undefined : attributeOf(this, self, name));
      if (here === undefined) continue;
      const value = this.export(here);
      const before = this.#exitStores.get(name);
      this.#exitStores.set(name, before === undefined ? value : joinValues(before, value));
    }
  }

  // A result that is a parameter stays that very value: it passes the argument on.
  #exported(value: Value): Value {
    return this.#bound.symbolic.includes(value) ? value : this.export(value);
  }

  /** A value for use outside this frame: what its heap objects hold goes with it, as it is now; of a function its variables. */
  export(value: Value, depth = 0): Value {
    if (!this.#isCapturing && value.denotes.length > 0 && value.denotes.some((one) => this.#isOwnFunction(one))) {
      const denotes = value.denotes.map((one): Denotation => (this.#isOwnFunction(one) ? this.#capturing(one) : one));
      return this.export(withDenotes(value, denotes), depth);
    }
    if (value.objects.length === 0) return value;
    const only =
      value.objects.length === 1 && depth < MAX_EXPORT_DEPTH ? this.state.heap.get(value.objects[0]!) : undefined;
    if (only === undefined || value.objects[0] === SELF_OBJECT) return withObjects(value, [], value.held);
    const exported = this.#exportObject(only, depth);
    // It may be something from elsewhere as well: `given or {}`.
    return withObjects(value, [], value.held === undefined ? exported : joinObjects(exported, value.held));
  }

  /** A value for a callee: as `export`, and of the receiver what has been set on it. */
  handOver(value: Value): Value {
    const own =
      value.objects.length === 1 && value.objects[0] === SELF_OBJECT ? this.state.heap.get(SELF_OBJECT) : undefined;
    if (own === undefined || own.entries.size === 0) return this.export(value);
    return withObjects(value, [], this.#exportObject(own, 0));
  }

  #exportObject(object: HeapObject, depth: number): HeapObject {
    const entries = new Map([...object.entries].map(([key, entry]) => [key, this.export(entry, depth + 1)]));
    const rest = object.rest === undefined ? undefined : this.export(object.rest, depth + 1);
    return makeHeld(object.kind, entries, rest, object.keys, object.base);
  }

  /** A function defined in the one that is evaluated, whose variables it can see. */
  #isOwnFunction(denotation: Denotation): denotation is OwnFunction {
    return (
      denotation.kind === 'function' &&
      denotation.captured === undefined &&
      this.functionIndex !== MODULE &&
      denotation.module === this.module &&
      this.module.index.functions[denotation.index]!.parent === this.functionIndex
    );
  }

  #capturing(denotation: OwnFunction): Denotation {
    const used = namesUsed(denotation.module, denotation.index);
    const captured = new Map<number, Value>();
    const copy = { ...denotation, captured } as Denotation;
    // Functions that see each other capture each other; here each sees the others without what they see.
    this.#isCapturing = true;
    for (const name of used) {
      const value = this.state.variables.get(name) ?? this.captured?.get(name);
      if (value !== undefined) captured.set(name, this.export(value, 1));
    }
    this.#isCapturing = false;
    return copy;
  }

  /** A value with all that is said of untrusted data in what it holds. */
  whole = (value: Value): Value => wholeValue(this, value);

  /** An expression by itself, without what ran before it. */
  evaluateAlone(node: number): Value {
    this.isAlone = true;
    if (this.functionIndex !== MODULE) {
      this.#bound = bindParameters(this, this.module.index.functions[this.functionIndex]!.parameters, this.#passed);
    }
    return this.export(this.evaluate(node));
  }

  /** What a constructor stores if every parameter comes from outside, by attribute. */
  storesFromOutside(): ReadonlyMap<string, Value> {
    const item = this.module.index.functions[this.functionIndex]!;
    this.#bound = bindParameters(this, item.parameters, this.#passed);
    for (const node of item.parameters < 0 ? [] : this.tree.children(item.parameters)) {
      const nameNode = parameterName(this.module, node);
      if (nameNode < 0 || this.tree.name(nameNode) === this.selfName) continue;
      const value = fromOutside(this, node, this.tree.name(nameNode));
      if (value !== undefined) this.state.setVariable(this.tree.name(nameNode), value);
    }
    if (item.body >= 0) runBlock(this, item.body);
    for (const [name, value] of this.selfStores) this.selfStores.set(name, this.export(value));
    return this.selfStores;
  }

  /** The value of a parameter, without what any caller passes. */
  parameter(name: number): Value | undefined {
    this.#bound = bindParameters(this, this.module.index.functions[this.functionIndex]!.parameters, this.#passed);
    return this.state.variables.get(name);
  }

  /** The value of an expression that has no effects, a name or a literal; undefined for any other. */
  peek(node: number): Value | undefined {
    if (!plain.has(this.tree.kind(node))) return undefined;
    const { observing, recording } = this;
    this.observing = this.recording = false;
    const value = this.evaluate(node);
    this.observing = observing;
    this.recording = recording;
    return value;
  }

  /** Notes that something of which only the taint is known was called: whoever passes it knows what runs. */
  noteOpenCall({ marks }: Taint, args: readonly (Taint | undefined)[]): void {
    const { openCalls } = this.root;
    let given: Parameter[] | undefined;
    for (const { parameter } of marks) {
      if (parameter === undefined) continue;
      const known = openCalls.get(parameter.text);
      if (known === undefined && openCalls.size >= MAX_OPEN_CALLS) return;
      given ??= args.flatMap((taint) => taint?.marks.flatMap((mark) => mark.parameter ?? []) ?? []);
      const isTold =
        known?.isTold === true || args.some((taint) => taint?.marks.some(({ source }) => source !== undefined));
      if (known === undefined) openCalls.set(parameter.text, { callee: parameter, given, isTold });
      else
        openCalls.set(parameter.text, {
          callee: parameter,
          given: [...known.given, ...given.filter((one) => !known.given.some(({ text }) => text === one.text))],
          isTold,
        });
    }
  }

  /** Counts a step; false once the bound is hit, which is recorded. */
  step(): boolean {
    if (++this.#steps < MAX_STEPS) return true;
    if (this.#steps === MAX_STEPS) {
      this.engine.limit(this, `${MAX_STEPS} steps`);
    }
    return false;
  }

  /** What the heap objects that a value may be hold. */
  holds = (value: Value): HeapObject[] => {
    const found: HeapObject[] = value.held === undefined ? [] : [value.held];
    for (const id of value.objects) {
      const object = this.state.heap.get(id);
      if (object !== undefined) found.push(object);
    }
    return found;
  };

  /** Makes (or replaces) the heap object of a place and returns a value that is it. */
  allocate(id: number, object: HeapObject, of: string): Value {
    this.state.setObject(id, object);
    return changeValue(instanceOf(of), { objects: [id], origin: 'local' });
  }

  /** The value of an expression, with its effects on the state. */
  evaluate(node: number): Value {
    return this.step() ? evaluate(this, node) : unknown;
  }

  /** The value of an expression at this point, without telling observers and without its effects. */
  evaluateSilently = (node: number): Value => {
    const { observing, recording, state } = this;
    this.observing = this.recording = false;
    this.state = state.copy();
    const value = this.evaluate(node);
    this.state = state;
    this.observing = observing;
    this.recording = recording;
    return value;
  };

  #firstParameter(): number {
    if (this.functionIndex === MODULE) return 0;
    const item = this.module.index.functions[this.functionIndex]!;
    if (item.methodOf === MODULE || item.parameters < 0) return 0;
    const first = item.parameters + 1;
    if (first >= this.tree.next(item.parameters) || this.tree.kind(first) !== Kind.identifier) return 0;
    return decoratorNames(this.module, item.decorated).includes('staticmethod') ? 0 : this.tree.name(first);
  }

  /** Objects that were passed in and have changed: by position of the parameter what they hold now. */
  changedArguments(): Map<number, HeapObject> {
    const changed = new Map<number, HeapObject>();
    for (const [position, { id, held }] of this.#bound.objects) {
      const now = this.state.heap.get(id);
      if (now === undefined || now === held) continue;
      const exported = this.#exportObject(now, 0);
      changed.set(position, exported);
    }
    return changed;
  }
}
