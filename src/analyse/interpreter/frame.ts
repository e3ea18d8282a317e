// One evaluation of a function's body (or a module's top level): its state, and what it returns and stores.
// The walk over statements is in statements.ts, over expressions in expressions.ts, over calls in calls.ts.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import { parameterName } from '../../model/project-model.ts';
import type { LoweredTree } from '../../parse/lowered-tree.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { none } from '../values/constant.ts';
import type { HeapObject } from '../values/state.ts';
import { State } from '../values/state.ts';
import type { Value } from '../values/value.ts';
import { constantValue, denoting, instanceOf, joinValues, onlyConstant, unknown } from '../values/value.ts';
import { typeOfAnnotation } from './annotations.ts';
import type { Engine, Summary } from './engine.ts';
import type { Arguments } from './events.ts';
import { evaluate } from './expressions.ts';
import { runBlock } from './statements.ts';

export interface FrameOptions {
  /** Whether observers hear of what happens. */
  readonly observing: boolean;
  /** How many calls deep an evaluation in a caller's context is. */
  readonly depth: number;
  /** Arguments of the call that is evaluated; without them parameters are symbolic. */
  readonly args?: Arguments;
  readonly self?: Value;
}

export interface LoopExits {
  readonly breaks: State[];
  readonly continues: State[];
}

// How deep nested containers keep their shape when they leave a function.
const MAX_EXPORT_DEPTH = 4;
// Expressions evaluated in one function, repeated rounds of loops included; a generated function can be endless.
const MAX_STEPS = 200_000;
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

export class Frame {
  readonly engine: Engine;
  readonly module: Module;
  readonly tree: LoweredTree;
  readonly functionIndex: number;
  readonly depth: number;
  state: State = new State();
  /** False while a loop is still settling, or nobody asked. */
  observing: boolean;
  /** An expression is evaluated by itself: nothing has run before it. */
  isAlone = false;
  readonly loops: LoopExits[] = [];
  readonly selfStores = new Map<string, Value>();
  readonly selfName: number;
  returns: Value | undefined;
  /** The body has a `yield`: what it returns is a generator. */
  yields = false;
  #steps = 0;
  readonly #args: Arguments | undefined;
  readonly #self: Value | undefined;
  readonly #parameters: Value[] = [];

  constructor(engine: Engine, module: Module, functionIndex: number, options: FrameOptions) {
    this.engine = engine;
    this.module = module;
    this.tree = module.tree;
    this.functionIndex = functionIndex;
    this.observing = options.observing && engine.observers.length > 0;
    this.depth = options.depth;
    this.#args = options.args;
    this.#self = options.self;
    this.selfName = this.#firstParameter();
  }

  /** Walks the body and returns what it does. */
  run(): Summary {
    if (this.functionIndex === MODULE) {
      runBlock(this, 0);
      return { returns: unknown, parameters: [], selfStores: this.selfStores };
    }
    const item = this.module.index.functions[this.functionIndex]!;
    this.#bindParameters(item.parameters);
    if (this.tree.kind(item.node) === Kind.lambda) {
      const value = item.body < 0 ? unknown : this.evaluate(item.body);
      return { returns: this.#exported(value), parameters: this.#parameters, selfStores: this.selfStores };
    }
    if (item.body >= 0) runBlock(this, item.body);
    let returns = this.yields ? instanceOf('generator') : this.returns;
    // Falling off the end returns None; where both happen the value may be either.
    if (this.state.reachable && !this.yields)
      returns = returns === undefined ? constantValue(none) : joinValues(returns, constantValue(none));
    for (const [name, value] of this.selfStores) this.selfStores.set(name, this.export(value));
    return { returns: this.#exported(returns ?? unknown), parameters: this.#parameters, selfStores: this.selfStores };
  }

  // A result that is a parameter stays that very value: it passes the argument on.
  #exported(value: Value): Value {
    return this.#parameters.includes(value) ? value : this.export(value);
  }

  /** A value for use outside this frame: what its heap objects hold goes with it, as it is now. */
  export(value: Value, depth = 0): Value {
    if (value.objects.length === 0) return value;
    const only =
      value.objects.length === 1 && depth < MAX_EXPORT_DEPTH ? this.state.heap.get(value.objects[0]!) : undefined;
    if (only === undefined || value.objects[0] === SELF_OBJECT) return { ...value, objects: [] };
    const entries = new Map([...only.entries].map(([key, entry]) => [key, this.export(entry, depth + 1)]));
    const rest = only.rest === undefined ? undefined : this.export(only.rest, depth + 1);
    return { ...value, objects: [], held: { kind: only.kind, entries, rest } };
  }

  /** An expression by itself, without what ran before it. */
  evaluateAlone(node: number): Value {
    this.isAlone = true;
    if (this.functionIndex !== MODULE) {
      this.#bindParameters(this.module.index.functions[this.functionIndex]!.parameters);
    }
    return this.export(this.evaluate(node));
  }

  /** The value of an expression that has no effects, a name or a literal; undefined for any other. */
  peek(node: number): Value | undefined {
    if (!plain.has(this.tree.kind(node))) return undefined;
    const { observing } = this;
    this.observing = false;
    const value = this.evaluate(node);
    this.observing = observing;
    return value;
  }

  /** Counts a step; false once the bound is hit, which is recorded. */
  step(): boolean {
    if (++this.#steps < MAX_STEPS) return true;
    if (this.#steps === MAX_STEPS) {
      this.engine.limits.push({ module: this.module, functionIndex: this.functionIndex, what: `${MAX_STEPS} steps` });
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
    const { observing, state } = this;
    this.observing = false;
    this.state = state.copy();
    const value = this.evaluate(node);
    this.state = state;
    this.observing = observing;
    return value;
  };

  #firstParameter(): number {
    if (this.functionIndex === MODULE) return 0;
    const item = this.module.index.functions[this.functionIndex]!;
    if (item.methodOf === MODULE || item.parameters < 0) return 0;
    const first = item.parameters + 1;
    if (first >= this.tree.next(item.parameters) || this.tree.kind(first) !== Kind.identifier) return 0;
    return isStatic(this.module, item.decorated) ? 0 : this.tree.name(first);
  }

  #bindParameters(parameters: number): void {
    if (parameters < 0) return;
    const { tree } = this;
    const args = this.#args;
    const given = [
      ...(this.#self === undefined ? [] : [this.#self]),
      ...(args?.positional.map((argument) => argument.value) ?? []),
    ];
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
      const symbolic = this.#symbolicParameter(node, name);
      const isSplat = kind === Kind.list_splat_pattern || kind === Kind.dictionary_splat_pattern;
      let value = symbolic;
      if (args !== undefined && !isSplat) {
        const keyword = args.keywords.get(tree.names.text(name));
        const positional = keywordOnly || args.hasStar ? undefined : given[position];
        const defaultNode = tree.child(node, Field.value);
        if (keyword !== undefined) value = keyword.value;
        else if (positional !== undefined) value = positional;
        else if (defaultNode >= 0 && !args.hasStar && !args.hasDoubleStar) value = this.evaluate(defaultNode);
      }
      if (kind === Kind.list_splat_pattern) keywordOnly = true;
      position++;
      this.#parameters.push(symbolic);
      this.state.setVariable(name, value);
    }
  }

  #symbolicParameter(node: number, name: number): Value {
    const { tree } = this;
    if (name === this.selfName && this.#parameters.length === 0) {
      const { methodOf } = this.module.index.functions[this.functionIndex]!;
      this.state.setObject(SELF_OBJECT, { kind: 'instance', entries: new Map(), rest: unknown });
      const object = denoting({ kind: 'object', module: this.module, index: methodOf });
      return { ...object, objects: [SELF_OBJECT], origin: 'parameter' };
    }
    const annotation = tree.child(node, Field.type);
    const types = annotation < 0 ? [] : typeOfAnnotation(this, annotation);
    const defaultNode = tree.child(node, Field.value);
    // A default is evaluated where the function is defined; here only a literal matters.
    const fallback = defaultNode < 0 ? undefined : onlyConstant(this.evaluate(defaultNode));
    return { ...denoting(...types), origin: 'parameter', fallback };
  }
}

function isStatic(module: Module, decorated: number): boolean {
  if (decorated < 0) return false;
  const { tree } = module;
  return tree
    .children(decorated)
    .some((child) => tree.kind(child) === Kind.decorator && tree.text(child + 1) === 'staticmethod');
}
