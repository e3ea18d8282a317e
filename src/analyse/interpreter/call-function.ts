// Calls of functions of the checkout: what comes back, what they store on their object, what of their parameters reaches a sink,
// what they checked. In: the summary, which holds for all callers, and one call. Small callees are evaluated again with what the
// call passes, where that decides something.
import type { Callee } from './callee.ts';
import { itemOf } from './callee.ts';
import { changeHeld, makeHeld } from '../values/held.ts';
import { makeTaint } from '../values/taint.ts';
import { parameterKind, parameterName } from '../../model/project-model.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { Binding } from '../taint/reach.ts';
import { returned } from '../taint/leaving.ts';
import { neededHere, reached } from '../taint/reach.ts';
import { substitute } from '../taint/substitute.ts';
import { applyChecks } from '../taint/apply-checks.ts';
import { signatureOf, signed } from '../taint/signatures.ts';
import { overridesOf } from '../taint/overrides.ts';
import { handOver, keyInside } from '../taint/read-again.ts';
import { withOrigins } from '../taint/views.ts';
import { joinGuards } from '../values/state.ts';
import type { Check, Checks, Taint } from '../values/taint.ts';
import type { Guarded } from '../values/state.ts';
import type { Value } from '../values/value.ts';
import { changeValue, joinValues, onlyConstant, unknown, withObjects, withTaint } from '../values/value.ts';
import { setEntry } from './assign.ts';
import { callValue } from './builtin-calls.ts';
import type { Summary } from './engine.ts';
import type { Argument, Arguments } from './events.ts';
import type { GuardSummary } from './exit-guards.ts';
import { isWorthEvaluating } from './evaluate-again.ts';
import { Frame } from './frame.ts';
import { noteRaisedBy } from './raised.ts';

/** The result of a call, with its effects on the caller's state. */
export function callFunction(caller: Frame, node: number, callee: Callee, args: Arguments): Value {
  const { engine } = caller;
  const wrapped = callee.isBare === true ? undefined : engine.decorated(callee.module, callee.index);
  if (wrapped !== undefined && !engine.unwrapping.has(itemOf(callee)))
    return callWrapped(caller, node, callee, wrapped, args);
  const summary = engine.summary(callee.module, callee.index);
  const binding = bind(caller, node, callee, args);
  const isLookedAt = caller.isFollowing || isUsed(caller, node);
  if (isLookedAt && isWorthEvaluating(caller, callee, summary, binding))
    return evaluated(caller, node, callee, args, binding);
  if (summary.pending.length > 0) engine.sinks?.apply(caller, summary.pending, binding);
  storeOnSelf(caller, callee, summary.exitStores, (value) => substitute(value, binding));
  if (caller.catching !== undefined) noteRaisedBy(caller, node, summary.raised, binding, false);
  if (summary.neverReturns && isPlain(callee)) leave(caller);
  const checks = guardChecks(summary, binding, callee, node);
  if (checks !== undefined) applyChecks(caller, checks.always);
  const result = returned(substitute(summary.returns, binding), caller.module, node, binding.callee);
  return withGuards(caller, node, broughtIn(caller, node, result), checks);
}

/** Whether something is made of what a call gives: it is no statement of its own, and no decorator. */
function isUsed({ tree }: Frame, node: number): boolean {
  const parent = tree.kind(tree.parent(node));
  return parent !== Kind.expression_statement && parent !== Kind.decorator;
}

/** Calls what decorators made of a function. */
function callWrapped(caller: Frame, node: number, callee: Callee, wrapped: Value, args: Arguments): Value {
  const { unwrapping } = caller.engine;
  const positional = callee.self === undefined ? args.positional : [{ node, value: callee.self }, ...args.positional];
  const given = {
    ...args,
    positional,
    ...(args.before === undefined ? {} : { before: args.before + positional.length - args.positional.length }),
  };
  unwrapping.add(itemOf(callee));
  const result = callValue(caller, node, wrapped, given);
  unwrapping.delete(itemOf(callee));
  return result;
}

/** Nothing runs behind a call that never comes back. */
function leave(caller: Frame): void {
  caller.raises = true;
  caller.state.reachable = false;
}

function nameOf({ module, index }: Callee): string {
  return module.qualifiedName(index);
}

/** A method may be another one in a subclass. */
function isPlain({ self }: Callee): boolean {
  return self === undefined;
}

function bind(caller: Frame, node: number, callee: Callee, args: Arguments): Binding {
  const { module, index, self } = callee;
  const { tree } = module;
  const { parameters } = module.index.functions[index]!;
  const names: string[] = [];
  const values: (Value | undefined)[] = [];
  const nodes: number[] = [];
  const given: Argument[] = [...(self === undefined ? [] : [{ node, value: self }]), ...args.positional];
  let keywordOnly = false;
  for (const parameter of parameters < 0 ? [] : tree.children(parameters)) {
    const kind = tree.kind(parameter);
    if (kind === Kind.keyword_separator) {
      keywordOnly = true;
      continue;
    }
    const nameNode = parameterName(module, parameter);
    if (nameNode < 0) continue;
    const name = tree.text(nameNode);
    const position = names.length;
    names.push(name);
    let found: Argument | undefined;
    const takes = parameterKind(module, parameter);
    if (takes === 'star') {
      const entries = new Map(given.slice(position).map((one, i) => [`n${i}`, one.value]));
      const rest = args.hasStar ? (args.star ?? unknown) : undefined;
      found = {
        node: given[position]?.node ?? node,
        value: changeValue(unknown, { held: makeHeld('tuple', entries, rest) }),
      };
      keywordOnly = true;
    } else if (takes === 'double-star') {
      const left = [...args.keywords].filter(([keyword]) => !names.includes(keyword));
      const entries = new Map(left.map(([keyword, one]) => [`s${keyword}`, one.value]));
      const rest = args.hasDoubleStar ? (args.doubleStar ?? unknown) : undefined;
      found = {
        node: left[0]?.[1].node ?? node,
        value: changeValue(unknown, { held: makeHeld('dict', entries, rest, args.doubleStarKeys) }),
      };
    } else {
      const isKnown = !args.hasStar || position < (args.before ?? 0) + (self === undefined ? 0 : 1);
      found = args.keywords.get(name) ?? (keywordOnly || !isKnown ? undefined : given[position]);
      const spread = found === undefined ? (args.star ?? args.doubleStar) : undefined;
      if (spread !== undefined) found = { node, value: spread };
    }
    values.push(found?.value ?? defaultOf(caller, callee, position));
    nodes.push(found?.node ?? node);
  }
  return { callee: nameOf(callee), names, values, nodes, module: caller.module, frame: caller };
}

/** A parameter that gets nothing has its default, if that is a constant. */
function defaultOf(caller: Frame, { module, index }: Callee, position: number): Value | undefined {
  const symbolic = caller.engine.summary(module, index).parameters[position];
  return symbolic?.fallback === undefined
    ? undefined
    : changeValue(unknown, { constants: [symbolic.fallback], origin: 'literal' });
}

/** Evaluates the callee with what this call passes. */
function evaluated(caller: Frame, node: number, callee: Callee, args: Arguments, binding: Binding): Value {
  const { module, index, self, captured } = callee;
  const { engine } = caller;
  const handedOver = (argument: Argument): Argument => ({
    node: argument.node,
    value: caller.handOver(argument.value),
  });
  engine.inlining.add(itemOf(callee));
  const frame = new Frame(engine, module, index, {
    observing: false,
    depth: caller.depth + 1,
    caller,
    binding,
    args: {
      ...args,
      positional: args.positional.map(handedOver),
      keywords: new Map([...args.keywords].map(([name, argument]) => [name, handedOver(argument)])),
    },
    ...(self === undefined ? {} : { self: caller.handOver(self) }),
    ...(captured === undefined ? {} : { captured }),
  });
  handOver(
    caller,
    frame,
    binding.names.map((name, position) => ({ name, node: argumentNode(caller, node, callee, binding, position) })),
  );
  const summary = frame.run();
  engine.inlining.delete(itemOf(callee));
  storeOnSelf(caller, callee, summary.exitStores, (value) => value);
  if (caller.catching !== undefined) noteRaisedBy(caller, node, summary.raised, binding, true);
  for (const [position, held] of frame.changedArguments()) {
    const [id, ...others] = binding.values[position]?.objects ?? [];
    if (id !== undefined && others.length === 0) caller.state.setObject(id, held);
  }
  if (summary.neverReturns && isPlain(callee)) leave(caller);
  const whole = engine.summary(module, index);
  // What a digest is of is known in terms of the caller only from the summary.
  const digest = signatureOf(whole.returns) === undefined ? undefined : signatureOf(substitute(whole.returns, binding));
  // What is passed on unchanged stays the very object it is.
  const isPassedOn = whole.returns.taint?.is?.path.length === 0;
  const plain = returned(
    isPassedOn ? substitute(whole.returns, binding) : summary.returns,
    caller.module,
    node,
    binding.callee,
  );
  const result = digest === undefined ? plain : signed(plain, digest);
  const checks = guardChecks(whole, binding, callee, node);
  if (checks !== undefined) applyChecks(caller, checks.always);
  rebind(caller, callee, frame);
  return withGuards(caller, node, broughtIn(caller, node, result), checks);
}

/** An object that a call made is one of the caller's from now on: what is changed on it is seen again. */
function broughtIn(caller: Frame, node: number, value: Value): Value {
  if (value.held === undefined || value.objects.length > 0 || value.constants !== undefined) return value;
  caller.state.setObject(node, value.held);
  return withObjects(value, [node], undefined);
}

/** Variables of the function around a nested one that it sets: `nonlocal text`. */
function rebind(caller: Frame, { module, index }: Callee, frame: Frame): void {
  const item = module.index.functions[index]!;
  if (module !== caller.module || item.parent !== caller.functionIndex) return;
  for (const name of module.functionBindings(item).outer) {
    const value = frame.state.variables.get(name);
    if (value !== undefined) caller.state.setVariable(name, frame.export(value));
  }
}

/** What a method sets on its object is there after the call. */
function storeOnSelf(
  caller: Frame,
  { self }: Callee,
  stores: ReadonlyMap<string, Value>,
  seen: (value: Value) => Value,
): void {
  // What a property does that is only read to see what an argument is has been done where the program reads it.
  if (caller.engine.reaching > 0) return;
  if (self === undefined || self.objects.length === 0 || stores.size === 0) return;
  for (const [name, value] of stores) {
    const here = seen(value);
    setEntry(caller, self, name, here);
    if (isOwnSelf(caller, self)) {
      const before = caller.selfStores.get(name);
      caller.selfStores.set(name, before === undefined ? here : joinValues(before, here));
    }
  }
}

/** The receiver of the method that is evaluated, also under the name `super()`. */
function isOwnSelf({ state, selfName }: Frame, { objects }: Value): boolean {
  const own = state.variables.get(selfName)?.objects;
  return own?.length === 1 && objects.length === 1 && own[0] === objects[0];
}

interface CallChecks extends Checks {
  readonly always: readonly Check[];
  /** Of a tuple that comes back, what each of its elements shows. */
  readonly parts: readonly Checks[];
}

/** What the callee checked of what it was given, said of the arguments. */
function guardChecks(summary: Summary, binding: Binding, callee: Callee, node: number): CallChecks | undefined {
  const guards = ofOverrides(binding.frame, callee, summary.guards);
  if (guards === undefined || (isEmpty(guards) && guards.always.size === 0 && guards.parts?.every(isEmpty) !== false)) {
    return undefined;
  }
  const checksOf = (guarded: ReadonlyMap<string, Guarded>): Check[] =>
    [...guarded].flatMap(([text, { kinds, credit, given }]) => {
      if (kinds === 0n) return [];
      const whose = { ...credit, name: `\`${nameOf(callee)}\` (${credit.name})`, module: binding.module, node };
      if (/^[=~]/.test(text)) {
        const at = (index: number): number => argumentNode(binding.frame, node, callee, binding, index);
        const here = given === undefined ? keyInside(binding.frame, text, at) : '';
        return here === '' ? [] : [{ node: -1, taint: undefined, kinds, credit: whose, key: here }];
      }
      const steps = /^(\d+)(.*)$/s.exec(text);
      if (steps === null) return [];
      const index = Number(steps[1]);
      const value = steps[2] === '' ? binding.values[index] : reached(binding, index, text);
      const needed = given === undefined ? undefined : neededHere(binding, given);
      if (given !== undefined && needed === undefined) return [];
      const position = callee.self !== undefined && index === 0 ? -1 : (binding.nodes[index] ?? -1);
      const meant = argumentsMeant(value).map(({ taint }) => ({
        node: taint === value?.taint && steps[2] === '' ? position : -1,
        taint,
        kinds,
        credit: whose,
      }));
      return withOrigins(
        needed === undefined || needed.length === 0 ? meant : meant.map((check) => ({ ...check, given: needed })),
      );
    });
  return {
    always: checksOf(guards.always),
    whenTrue: checksOf(guards.whenTrue),
    whenFalse: checksOf(guards.whenFalse),
    parts: (guards.parts ?? []).map((part) => ({
      whenTrue: checksOf(part.whenTrue),
      whenFalse: checksOf(part.whenFalse),
    })),
  };
}

/** What a parameter stands for here: of `*args` each argument that it takes. */
function argumentsMeant(value: Value | undefined): readonly (Value & { readonly taint: Taint })[] {
  const values =
    value?.taint === undefined && value?.held?.kind === 'tuple' ? [...value.held.entries.values()] : [value];
  return values.filter((one): one is Value & { readonly taint: Taint } => one?.taint !== undefined);
}

/** The expression that is passed as a parameter: of a method's object the one it is called on. */
function argumentNode({ tree }: Frame, node: number, { self }: Callee, binding: Binding, index: number): number {
  if (self === undefined || index > 0) return binding.nodes[index] ?? -1;
  const called = tree.kind(node) === Kind.call ? tree.child(node, Field.function) : -1;
  return called >= 0 && tree.kind(called) === Kind.attribute ? tree.child(called, Field.object) : -1;
}

/** What a method of its own object checks, if the methods that subclasses have in its place check it as well. */
function ofOverrides(caller: Frame, callee: Callee, guards: GuardSummary | undefined): GuardSummary | undefined {
  if (guards === undefined || callee.self?.taint?.is?.path.length !== 0 || !isOwnSelf(caller, callee.self))
    return guards;
  let joined: GuardSummary = guards;
  for (const { module, index } of overridesOf(caller.engine.project, callee)) {
    const theirs = caller.engine.summary(module, index).guards;
    if (theirs === undefined) return undefined;
    joined = {
      always: joinGuards(joined.always, theirs.always),
      whenTrue: joinGuards(joined.whenTrue, theirs.whenTrue),
      whenFalse: joinGuards(joined.whenFalse, theirs.whenFalse),
    };
  }
  return joined;
}

function isEmpty({ whenTrue, whenFalse }: Pick<GuardSummary, 'whenTrue' | 'whenFalse'>): boolean {
  return whenTrue.size === 0 && whenFalse.size === 0;
}

function withGuards(caller: Frame, node: number, result: Value, checks: CallChecks | undefined): Value {
  if (checks === undefined || onlyConstant(result) !== undefined) return result;
  if (checks.parts.length > 0) tellParts(caller, result, checks.parts);
  if (checks.whenTrue.length === 0 && checks.whenFalse.length === 0) return result;
  caller.checks.set(node, checks);
  return withTaint(result, makeTaint(result.taint?.marks ?? [], undefined, checks));
}

/** Each element of a tuple that came back says what it shows. */
function tellParts({ state }: Frame, { objects: [id, ...others] }: Value, parts: readonly Checks[]): void {
  const held = id === undefined || others.length > 0 ? undefined : state.heap.get(id);
  if (id === undefined || held === undefined) return;
  const entries = new Map(held.entries);
  parts.forEach((checks, index) => {
    const entry = entries.get(`n${index}`);
    if (entry === undefined || checks.whenTrue.length + checks.whenFalse.length === 0) return;
    entries.set(
      `n${index}`,
      changeValue(entry, { taint: makeTaint(entry.taint?.marks ?? [], entry.taint?.is, checks, entry.taint?.view) }),
    );
  });
  state.setObject(id, changeHeld(held, { entries }));
}
