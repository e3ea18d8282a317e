// One evaluation of a function's body (or a module's top level): its state, and what it returns and stores.
// The walk over statements is in statements.ts, over expressions in expressions.ts, over calls in calls.ts.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import { parameterKind, parameterName } from '../../model/project-model.ts';
import type { LoweredTree } from '../../parse/lowered-tree.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { Binding } from '../taint/reach.ts';
import { checkedOutside, keyOutside } from '../taint/read-again.ts';
import type { PendingSink } from '../taint/sink-log.ts';
import { isTrue } from '../values/constant.ts';
import type { Guarded, HeapObject } from '../values/state.ts';
import { bothGuards, joinGuards, State } from '../values/state.ts';
import type { Check, Parameter, Taint } from '../values/taint.ts';
import { isTainted, parameterAt, parameterTaint, withStep } from '../values/taint.ts';
import type { Denotation, Value } from '../values/value.ts';
import {
  noneValue,
  denoting,
  instanceOf,
  joinValues,
  onlyConstant,
  typedAs,
  unknown,
  withTaint,
} from '../values/value.ts';
import { decoratorNames } from './decorator-names.ts';
import { namesUsed } from './names-used.ts';
import { typeOfAnnotation } from './annotations.ts';
import { attributeOf } from './attributes.ts';
import { wholeValue } from './containers.ts';
import type { Engine, Summary } from './engine.ts';
import type { Arguments } from './events.ts';
import { keysOf } from './events.ts';
import { evaluate } from './expressions.ts';
import { fromOutside, handlerParameter } from './handler-parameters.ts';
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

/** What holds of parameters (by their text) where a function comes back. */
export interface GuardSummary {
  readonly always: ReadonlyMap<string, Guarded>;
  readonly whenTrue: ReadonlyMap<string, Guarded>;
  readonly whenFalse: ReadonlyMap<string, Guarded>;
  /** Of a tuple that comes back, where each of its elements is true or false: `return ok, reason`. */
  readonly parts?: readonly ExitGuards[] | undefined;
}

type ExitGuards = Pick<GuardSummary, 'whenTrue' | 'whenFalse'>;

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

/** Heap id of the receiver of the method that is evaluated. */
const SELF_OBJECT = -1;
// What a list or dict holds that `*args` and `**kwargs` make of a call's arguments.
const ARGS_OBJECT = -1_000_000;

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
  /** Heap objects of arguments, with what they held at the start. */
  readonly #passed = new Map<number, { readonly id: number; readonly held: HeapObject }>();
  readonly #exitStores = new Map<string, Value>();
  #steps = 0;
  #isCapturing = false;
  readonly #args: Arguments | undefined;
  readonly #self: Value | undefined;
  readonly #binding: Binding | undefined;
  readonly #parameters: Value[] = [];
  /** Names of its parameters, in their order. */
  readonly parameterNames: string[] = [];

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
    this.#binding = options.binding;
    this.depth = options.depth;
    this.#args = options.args;
    this.#self = options.self;
    this.selfName = this.#firstParameter();
  }

  /** Walks the body and returns what it does. */
  run(): Summary {
    if (this.functionIndex === MODULE) {
      runBlock(this, 0);
      return this.#summary(unknown, true);
    }
    const item = this.module.index.functions[this.functionIndex]!;
    this.#bindParameters(item.parameters);
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
      returns = {
        ...denoting({ kind: 'instance', of: 'generator' }),
        held: { kind: 'list', entries: new Map(), rest: this.export(this.yields) },
      };
    }
    for (const [name, value] of this.selfStores) this.selfStores.set(name, this.export(value));
    return this.#summary(this.#exported(returns ?? unknown), comesBack);
  }

  #summary(returns: Value, comesBack: boolean): Summary {
    return {
      returns: this.#annotated(returns),
      parameters: this.#parameters,
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
    if (this.functionIndex === MODULE || returns.denotes.length > 0 || returns.taint?.is?.path.length === 0)
      return returns;
    if (returns.constants?.some(({ type }) => type !== 'none') === true || returns.held !== undefined) return returns;
    const annotation = this.tree.child(this.module.index.functions[this.functionIndex]!.node, Field.return_type);
    if (annotation < 0) return returns;
    const denotes = typeOfAnnotation(this, annotation);
    return denotes.length === 0 ? returns : { ...returns, denotes };
  }

  /** Notes what holds of parameters where the function comes back with a value; `node` is its expression, -1 if it has none. */
  noteExit(node: number, value: Value): void {
    if (this.selfStores.size > 0) this.#noteStores();
    const guards = this.#parameterGuards();
    const here = this.#exitGuards(node, value, guards);
    const before = this.#exits;
    const parts = this.#exitParts(node, value, guards);
    this.#exits = {
      always: before === undefined ? guards : joinGuards(before.always, guards),
      ...joinExits(before, here),
      parts:
        before === undefined || parts === undefined
          ? parts
          : before.parts?.length === parts.length
            ? parts.map((part, index) => joinExits(before.parts![index], part))
            : undefined,
    };
  }

  /** What holds of parameters where the value that comes back is true, and where it is false; undefined if it never is. */
  #exitGuards(node: number, value: Value, guards: ReadonlyMap<string, Guarded>): Partial<ExitGuards> {
    const known = node < 0 ? false : truthOfExit(value);
    const checks = node < 0 || known !== undefined ? undefined : (this.checks.get(node) ?? value.taint?.checks);
    if (checks !== undefined) {
      return {
        whenTrue: withChecks(this, guards, checks.whenTrue),
        whenFalse: withChecks(this, guards, checks.whenFalse),
      };
    }
    if (known === undefined) return { whenTrue: guards, whenFalse: guards };
    return known ? { whenTrue: guards } : { whenFalse: guards };
  }

  /** The same for each element of a tuple that is written there. */
  #exitParts(node: number, value: Value, guards: ReadonlyMap<string, Guarded>): ExitGuards[] | undefined {
    const { tree } = this;
    if (node < 0 || (tree.kind(node) !== Kind.expression_list && tree.kind(node) !== Kind.tuple)) return undefined;
    const [held] = this.holds(value);
    return tree
      .children(node)
      .map((child, index) =>
        joinExits(undefined, this.#exitGuards(child, held?.entries.get(`n${index}`) ?? unknown, guards)),
      );
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

  /** What parameters have been checked for, at this point: as the state says, and as their values do. */
  #parameterGuards(): ReadonlyMap<string, Guarded> {
    const { guards } = this.state;
    if (guards.size === 0) return guards;
    const found = [...guards].flatMap(([key, guarded]): [string, Guarded][] => {
      if (key.startsWith('#')) return [[key.slice(1), guarded]];
      const outside = key.startsWith('@') ? undefined : keyOutside(this, key, this.parameterNames);
      return outside === undefined ? [] : [[outside, guarded]];
    });
    return new Map(found);
  }

  // A result that is a parameter stays that very value: it passes the argument on.
  #exported(value: Value): Value {
    return this.#parameters.includes(value) ? value : this.export(value);
  }

  /** A value for use outside this frame: what its heap objects hold goes with it, as it is now; of a function its variables. */
  export(value: Value, depth = 0): Value {
    if (!this.#isCapturing && value.denotes.length > 0 && value.denotes.some((one) => this.#isOwnFunction(one))) {
      const denotes = value.denotes.map((one): Denotation => (this.#isOwnFunction(one) ? this.#capturing(one) : one));
      return this.export({ ...value, denotes }, depth);
    }
    if (value.objects.length === 0) return value;
    const only =
      value.objects.length === 1 && depth < MAX_EXPORT_DEPTH ? this.state.heap.get(value.objects[0]!) : undefined;
    if (only === undefined || value.objects[0] === SELF_OBJECT) return { ...value, objects: [] };
    return { ...value, objects: [], held: this.#exportObject(only, depth) };
  }

  /** A value for a callee: as `export`, and of the receiver what has been set on it. */
  handOver(value: Value): Value {
    const own =
      value.objects.length === 1 && value.objects[0] === SELF_OBJECT ? this.state.heap.get(SELF_OBJECT) : undefined;
    if (own === undefined || own.entries.size === 0) return this.export(value);
    return { ...value, objects: [], held: this.#exportObject(own, 0) };
  }

  #exportObject(object: HeapObject, depth: number): HeapObject {
    const entries = new Map([...object.entries].map(([key, entry]) => [key, this.export(entry, depth + 1)]));
    const rest = object.rest === undefined ? undefined : this.export(object.rest, depth + 1);
    const keys = object.keys === undefined ? {} : { keys: object.keys };
    const base = object.base === undefined ? {} : { base: object.base };
    return { kind: object.kind, entries, rest, ...keys, ...base };
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
      this.#bindParameters(this.module.index.functions[this.functionIndex]!.parameters);
    }
    return this.export(this.evaluate(node));
  }

  /** What a constructor stores if every parameter comes from outside, by attribute. */
  storesFromOutside(): ReadonlyMap<string, Value> {
    const item = this.module.index.functions[this.functionIndex]!;
    this.#bindParameters(item.parameters);
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
    this.#bindParameters(this.module.index.functions[this.functionIndex]!.parameters);
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
    return { ...instanceOf(of), objects: [id], origin: 'local' };
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

  #bindParameters(parameters: number): void {
    if (parameters < 0) return;
    const { tree } = this;
    const args = this.#args;
    const given = [
      ...(this.#self === undefined ? [] : [this.#self]),
      ...(args?.positional.map((argument) => argument.value) ?? []),
    ];
    const named = new Set<string>();
    let position = 0;
    let keywordOnly = false;
    for (const node of tree.children(parameters)) {
      const kind = tree.kind(node);
      if (kind === Kind.keyword_separator) {
        keywordOnly = true;
        continue;
      }
      const nameNode = parameterName(this.module, node);
      if (nameNode < 0) continue;
      const name = tree.name(nameNode);
      const text = tree.names.text(name);
      named.add(text);
      const symbolic = this.#symbolicParameter(node, name);
      let value = symbolic;
      if (args !== undefined) {
        const takes = parameterKind(this.module, node);
        if (takes === 'star') value = this.#restOf(args, given, position);
        else if (takes === 'double-star') value = this.#keywordsOf(args, named);
        else {
          const keyword = args.keywords.get(text);
          const isKnown = !args.hasStar || position < (args.before ?? 0) + (this.#self === undefined ? 0 : 1);
          const positional = keywordOnly || !isKnown ? undefined : given[position];
          const defaultNode = tree.child(node, Field.value);
          if (keyword !== undefined) value = keyword.value;
          else if (positional !== undefined) value = positional;
          else if (defaultNode >= 0 && !args.hasStar && !args.hasDoubleStar) value = this.evaluate(defaultNode);
          else value = { ...symbolic, taint: (args.star ?? args.doubleStar)?.taint };
        }
        value = typedAs(value, symbolic.denotes);
        if (isTainted(value.taint)) value = this.#passedIn(value, position, text);
        value = this.#broughtIn(value, position, name === this.selfName && position === 0);
      }
      if (parameterKind(this.module, node) === 'star') keywordOnly = true;
      position++;
      this.#parameters.push(symbolic);
      this.parameterNames.push(text);
      this.state.setVariable(name, value);
    }
  }

  /** An object that is passed in is one of this frame's: what is changed on it is seen here, and by the caller afterwards. */
  #broughtIn(value: Value, position: number, isSelf: boolean): Value {
    if (value.held === undefined || value.objects.length > 0) return value;
    const id = isSelf ? SELF_OBJECT : ARGS_OBJECT - 2 - position;
    this.state.setObject(id, value.held);
    this.#passed.set(position, { id, held: value.held });
    return { ...value, held: undefined, objects: [id] };
  }

  /** Objects that were passed in and have changed: by position of the parameter what they hold now. */
  changedArguments(): Map<number, HeapObject> {
    const changed = new Map<number, HeapObject>();
    for (const [position, { id, held }] of this.#passed) {
      const now = this.state.heap.get(id);
      if (now === undefined || now === held) continue;
      const exported = this.#exportObject(now, 0);
      changed.set(position, exported);
    }
    return changed;
  }

  /** What `*args` holds: the positional arguments that no parameter took. */
  #restOf(args: Arguments, given: readonly Value[], from: number): Value {
    const entries = new Map(given.slice(from).map((value, index) => [`n${index}`, value]));
    const rest = args.hasStar ? (args.star ?? unknown) : undefined;
    return this.allocate(ARGS_OBJECT, { kind: 'tuple', entries, rest }, 'tuple');
  }

  #keywordsOf(args: Arguments, named: ReadonlySet<string>): Value {
    const left = [...args.keywords].filter(([name]) => !named.has(name));
    const entries = new Map(left.map(([name, argument]) => [`s${name}`, argument.value]));
    const rest = args.hasDoubleStar ? (args.doubleStar ?? unknown) : undefined;
    return this.allocate(ARGS_OBJECT - 1, { kind: 'dict', entries, rest, ...keysOf(args) }, 'dict');
  }

  /** An argument with the step into this function on its way. */
  #passedIn(value: Value, position: number, parameter: string): Value {
    const binding = this.#binding;
    if (binding === undefined || value.taint === undefined) return value;
    const { module, callee } = binding;
    const node = binding.nodes[position] ?? binding.nodes[0] ?? 0;
    return withTaint(value, withStep(value.taint, { kind: 'call', module, node, name: callee, parameter }));
  }

  #symbolicParameter(node: number, name: number): Value {
    const { tree } = this;
    const index = this.#parameters.length;
    if (name === this.selfName && index === 0) {
      const { methodOf, decorated } = this.module.index.functions[this.functionIndex]!;
      if (decoratorNames(this.module, decorated).includes('classmethod')) {
        return { ...denoting({ kind: 'class', module: this.module, index: methodOf }), origin: 'parameter' };
      }
      const object = denoting({ kind: 'object', module: this.module, index: methodOf });
      const selfValue: Value = {
        ...object,
        objects: [SELF_OBJECT],
        origin: 'parameter',
        taint: { marks: [], is: parameterAt(0) },
      };
      this.state.setObject(SELF_OBJECT, { kind: 'instance', entries: new Map(), rest: undefined, base: selfValue });
      return selfValue;
    }
    const annotation = tree.child(node, Field.type);
    const types = annotation < 0 ? [] : typeOfAnnotation(this, annotation);
    const defaultNode = tree.child(node, Field.value);
    // A default is evaluated where the function is defined; here only a literal matters.
    const standard = defaultNode < 0 ? undefined : this.evaluate(defaultNode);
    const fallback = standard === undefined ? undefined : onlyConstant(standard);
    // A function that is the default is what runs unless a caller says otherwise.
    const functions = standard?.denotes.filter(({ kind }) => kind === 'function' || kind === 'symbol') ?? [];
    const value: Value = { ...denoting(...(types.length > 0 ? types : functions)), origin: 'parameter', fallback };
    if (!this.isFollowing) return value;
    return handlerParameter(this, node, name, index, value) ?? withTaint(value, parameterTaint(parameterAt(index)));
  }
}

const everyGuard: ReadonlyMap<string, Guarded> = new Map([['*', { kinds: 0n, credit: undefined as never }]]);

/** Ways out on which something is never so hold everything; a way out that may be so, what holds there. */
function joinExit(
  before: ReadonlyMap<string, Guarded> | undefined,
  here: ReadonlyMap<string, Guarded> | undefined,
): ReadonlyMap<string, Guarded> {
  if (here === undefined || here === everyGuard) return before ?? everyGuard;
  return before === undefined || before === everyGuard ? here : joinGuards(before, here);
}

function joinExits(before: ExitGuards | undefined, here: Partial<ExitGuards>): ExitGuards {
  return {
    whenTrue: joinExit(before?.whenTrue, here.whenTrue),
    whenFalse: joinExit(before?.whenFalse, here.whenFalse),
  };
}

function truthOfExit(value: Value): boolean | undefined {
  const truths = new Set(value.constants?.map(isTrue) ?? []);
  return truths.size === 1 ? truths.has(true) : undefined;
}

/** What is known of parameters where checks of them came out. */
function withChecks(
  frame: Frame,
  guards: ReadonlyMap<string, Guarded>,
  checks: readonly Check[],
): ReadonlyMap<string, Guarded> {
  const all = new Map(guards);
  for (const check of checks) {
    const { taint, kinds, credit, given } = check;
    const guarded = given === undefined ? { kinds, credit } : { kinds, credit, given };
    for (const key of [taint?.is?.text, checkedOutside(frame, check, frame.parameterNames)]) {
      if (key === undefined) continue;
      const known = all.get(key);
      all.set(key, known === undefined ? guarded : bothGuards(known, guarded));
    }
  }
  return all;
}
