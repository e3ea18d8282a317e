// Walks statements: changes the frame's state, joins it where ways meet, iterates loops until nothing new is learnt.
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { State } from '../values/state.ts';
import { joinAll } from '../values/state.ts';
import type { Denotation, Value } from '../values/value.ts';
import { resultSink } from '../taint/assigned-sinks.ts';
import { applyChecks } from '../taint/apply-checks.ts';
import { asElement, elementKey, wholeChecks } from '../taint/loop-checks.ts';
import { withOrigins } from '../taint/views.ts';
import { allKinds } from '../values/kind-set.ts';
import type { Constant } from '../values/constant.ts';
import { equalConstants } from '../values/constant.ts';
import { derivedTaint, isTainted, sourceTaint } from '../values/taint.ts';
import { denoting, instanceOf, joinValues, noneValue, onlyConstant, unknown, withTaint } from '../values/value.ts';
import { assign, forget } from './assign.ts';
import { attributeOf } from './attributes.ts';
import { iteratorOf } from './builtin-calls.ts';
import { callFunction } from './call-function.ts';
import { evaluateCall } from './calls.ts';
import { noArguments } from './events.ts';
import { carriedNames } from './carried-names.ts';
import { refine, relateFlags, truth } from './conditions.ts';
import { anyValueOf, elementOf, loopedOver } from './containers.ts';
import type { Frame } from './frame.ts';
import { augmented } from './operators.ts';
import { caughtBy, noteRaised } from './raised.ts';

// A loop's body is walked silently until its state is stable, at most this often; types settle in two rounds.
const MAX_ROUNDS = 3;
// Below this depth of loops in loops every inner loop is walked once more only: rounds multiply.
const MAX_SETTLING_DEPTH = 2;

/** Runs the statements of a block or module. */
export function runBlock(frame: Frame, block: number): void {
  const { tree } = frame;
  const end = tree.next(block);
  for (let node = block + 1; node < end && frame.state.reachable; node = tree.next(node)) runStatement(frame, node);
}

/** Runs one statement. */
export function runStatement(frame: Frame, node: number): void {
  const { tree } = frame;
  switch (tree.kind(node)) {
    case Kind.expression_statement:
      for (const child of tree.children(node)) evaluateStatement(frame, child);
      break;
    case Kind.return_statement: {
      const value = node + 1 < tree.next(node) ? frame.evaluate(node + 1) : undefined;
      if (value !== undefined) {
        frame.returns =
          frame.returns === undefined ? frame.export(value) : joinValues(frame.returns, frame.export(value));
        resultSink(frame, node, value, node + 1);
      } else frame.returns ??= noneValue;
      frame.noteExit(value === undefined ? -1 : node + 1, value ?? noneValue);
      frame.state.reachable = false;
      break;
    }
    case Kind.raise_statement:
      for (const child of tree.children(node)) {
        frame.raising = child;
        const raised = frame.evaluate(child);
        if (raised.taint !== undefined && child === node + 1) noteRaised(frame, raised);
        const isOpen = raised.denotes.some((one) => 'name' in one && one.name === 'NotImplementedError');
        frame.raises ||=
          !isOpen && !raised.denotes.some((one) => one.kind === 'instance' && one.of === 'NotImplementedError');
      }
      // What was caught goes on as it is.
      if (tree.next(node) === node + 1) for (const one of frame.caught) noteRaised(frame, one);
      frame.state.reachable = false;
      break;
    case Kind.if_statement:
      runIf(frame, node);
      break;
    case Kind.for_statement:
    case Kind.while_statement:
      runLoop(frame, node);
      break;
    case Kind.try_statement:
      runTry(frame, node);
      break;
    case Kind.with_statement:
      runWith(frame, node);
      break;
    case Kind.match_statement:
      runMatch(frame, node);
      break;
    case Kind.break_statement:
    case Kind.continue_statement: {
      const exits = frame.loops.at(-1);
      const list = tree.kind(node) === Kind.break_statement ? exits?.breaks : exits?.continues;
      list?.push(frame.state.copy());
      frame.state.reachable = false;
      break;
    }
    case Kind.assert_statement:
      for (const child of tree.children(node)) frame.evaluate(child);
      // With `python -O` an assertion is gone: what it shows of untrusted data does not count.
      refine(frame, node + 1, true, false);
      break;
    case Kind.delete_statement:
      for (const child of tree.children(node)) forget(frame, child);
      break;
    case Kind.decorated_definition:
      for (const child of tree.children(node)) {
        if (tree.kind(child) === Kind.decorator) for (const inner of tree.children(child)) frame.evaluate(inner);
        else runStatement(frame, child);
      }
      break;
    case Kind.function_definition:
      defineFunction(frame, node);
      break;
    case Kind.class_definition:
      defineClass(frame, node);
      break;
    case Kind.import_statement:
    case Kind.import_from_statement:
    case Kind.future_import_statement:
      bindImports(frame, node);
      break;
    case Kind.print_statement:
    case Kind.exec_statement:
      for (const child of tree.children(node)) frame.evaluate(child);
      break;
    case Kind.block:
      runBlock(frame, node);
      break;
    case Kind.ERROR:
      // What recovery could not place is evaluated for its calls; control flow in it is not known.
      for (const child of tree.children(node)) frame.evaluate(child);
      break;
    default:
      break;
  }
}

// Functions outside the checkout that never return, as what their call gives is called.
const neverReturning = new Set(
  [
    'flask.abort',
    'quart.abort',
    'werkzeug.exceptions.abort',
    'bottle.abort',
    'sanic.exceptions.abort',
    'sys.exit',
    'os._exit',
    'os.abort',
    'exit',
    'quit',
    'pytest.fail',
    'pytest.skip',
    'pyramid.httpexceptions.exception_response',
  ].map((name) => `${name}()`),
);

function evaluateStatement(frame: Frame, node: number): void {
  const { tree } = frame;
  const kind = tree.kind(node);
  if (kind === Kind.assignment) {
    runAssignment(frame, node);
  } else if (kind === Kind.augmented_assignment) {
    const left = tree.child(node, Field.left);
    const right = tree.child(node, Field.right);
    assign(frame, left, augmented(frame, node, left, right), -1);
  } else if (kind === Kind.call) {
    if (frame.step()) {
      const value = evaluateCall(frame, node, false);
      if (value.denotes.some((one) => one.kind === 'instance' && neverReturning.has(one.of))) {
        frame.raises = true;
        frame.state.reachable = false;
      }
    }
  } else if (kind !== Kind.string) {
    frame.evaluate(node);
  }
}

/** `a = b = value`: evaluates the value once and assigns from left to right. Returns the value. */
function runAssignment(frame: Frame, node: number): Value {
  const { tree } = frame;
  const left = tree.child(node, Field.left);
  const right = tree.child(node, Field.right);
  if (right < 0) return unknown;
  const value = tree.kind(right) === Kind.assignment ? runAssignment(frame, right) : frame.evaluate(right);
  let valueNode = right;
  while (tree.kind(valueNode) === Kind.assignment) valueNode = tree.child(valueNode, Field.right);
  assign(frame, left, value, valueNode);
  return value;
}

function runIf(frame: Frame, node: number): void {
  const { tree } = frame;
  const ends: State[] = [];
  let fallsThrough = true;
  let condition = tree.child(node, Field.condition);
  let consequence = tree.child(node, Field.consequence);
  const alternatives = tree.children(node).filter((child) => tree.field(child) === Field.alternative);
  let next = 0;
  for (;;) {
    const known = truth(frame, condition, frame.evaluate(condition));
    const before = frame.state.copy();
    if (known === false) frame.state.reachable = false;
    refine(frame, condition, true);
    runBlock(frame, consequence);
    ends.push(frame.state.copy());
    frame.state.become(before);
    if (known === true) frame.state.reachable = false;
    refine(frame, condition, false);
    const alternative = alternatives[next++];
    if (alternative === undefined) break;
    if (tree.kind(alternative) === Kind.else_clause) {
      runBlock(frame, tree.child(alternative, Field.body));
      ends.push(frame.state.copy());
      fallsThrough = false;
      break;
    }
    condition = tree.child(alternative, Field.condition);
    consequence = tree.child(alternative, Field.consequence);
    if (!frame.state.reachable) {
      fallsThrough = false;
      break;
    }
  }
  if (fallsThrough) ends.push(frame.state.copy());
  frame.state.become(joinAll(ends));
  if (ends.length === 2) relateFlags(frame, tree.child(node, Field.condition), ends[0]!, ends[1]!);
}

function runLoop(frame: Frame, node: number): void {
  const { tree } = frame;
  const isFor = tree.kind(node) === Kind.for_statement;
  const body = tree.child(node, Field.body);
  const given = isFor ? frame.evaluate(tree.child(node, Field.right)) : unknown;
  const iterable = isFor ? (iteratorOf(frame, tree.child(node, Field.right), given) ?? given) : given;
  const whole = { node: isFor ? tree.child(node, Field.right) : -1, value: given };
  let element = unknown;
  const condition = isFor ? -1 : tree.child(node, Field.condition);
  if (frame.observing) {
    const event = { module: frame.module, functionIndex: frame.functionIndex, node, evaluate: frame.evaluateSilently };
    for (const observer of frame.engine.observers) observer.loop?.(event);
  }
  if (body < 0) return;

  const round = (): State | undefined => {
    const exits = { breaks: [] as State[], continues: [] as State[] };
    frame.loops.push(exits);
    if (isFor) {
      element = asElement(loopedOver(frame, whole.node, iterable), whole);
      assign(frame, tree.child(node, Field.left), element, -1);
    } else {
      if (truth(frame, condition, frame.evaluate(condition)) === false) frame.state.reachable = false;
      refine(frame, condition, true);
    }
    runBlock(frame, body);
    frame.loops.pop();
    frame.state.become(joinAll([frame.state, ...exits.continues]));
    return exits.breaks.length > 0 ? joinAll(exits.breaks) : undefined;
  };

  // Settle: what a round changes may be there at the start of the next.
  let entry = frame.state.copy();
  let broken: State | undefined;
  let isSettled = false;
  const { observing, recording } = frame;
  frame.observing = frame.recording = false;
  const carried = carriedNames(frame.module, node);
  const rounds = frame.loops.length < MAX_SETTLING_DEPTH ? MAX_ROUNDS : 1;
  for (let i = 1; i <= rounds && !isSettled; i++) {
    broken = round();
    const joined = entry.join(frame.state);
    isSettled = joined.tellsNothingNew(entry, carried);
    // What still changes after the last round has no bound that a few more would show: a counter.
    entry = isSettled || i < rounds ? joined.widenLists(entry) : joined.widen(entry);
    if (!isSettled) frame.state.become(entry);
  }
  frame.observing = observing;
  frame.recording = recording;
  // Where nobody listens, the round that told nothing new was the last; but what it left behind is there where a later one breaks off.
  if (!isSettled || broken !== undefined || observing || recording) {
    frame.state.become(entry);
    broken = round();
  }
  // The condition may have been false at the start, so what came from above is still possible.
  const left = entry.join(frame.state);
  const { view } = element.taint ?? {};
  const eachChecked = view === undefined ? undefined : frame.state.guards.get(elementKey(view));
  frame.state.become(left);
  if (eachChecked !== undefined) applyChecks(frame, withOrigins(wholeChecks(frame, element, whole, eachChecked)));
  const endless = condition >= 0 && truth(frame, condition, frame.evaluateSilently(condition)) === true;
  if (endless) frame.state.reachable = false;
  else if (condition >= 0) refine(frame, condition, false);
  const alternative = tree.child(node, Field.alternative);
  if (alternative >= 0 && frame.state.reachable) runBlock(frame, tree.child(alternative, Field.body));
  if (broken !== undefined) frame.state.become(frame.state.join(broken));
}

function runTry(frame: Frame, node: number): void {
  const { tree } = frame;
  const before = frame.state.copy();
  const { catching, caught } = frame;
  const thrown: Value[] = [];
  frame.catching = thrown;
  runBlock(frame, tree.child(node, Field.body));
  frame.catching = catching;
  const after = frame.state.copy();
  // A handler may run after any statement of the body: with what was known before it, or with what it did.
  after.reachable = true;
  const raised = before.join(after);
  raised.reachable = true;
  const ends: State[] = [];
  let finallyClause = -1;
  let elseClause = -1;
  const handlers: number[] = [];
  for (const child of tree.children(node)) {
    if (tree.kind(child) === Kind.except_clause) handlers.push(child);
    else if (tree.kind(child) === Kind.else_clause) elseClause = child;
    else if (tree.kind(child) === Kind.finally_clause) finallyClause = child;
  }
  if (elseClause >= 0 && frame.state.reachable) runBlock(frame, tree.child(elseClause, Field.body));
  ends.push(frame.state.copy());
  for (const handler of handlers) {
    frame.state.become(raised);
    bindException(frame, handler, thrown);
    const block = tree.childOfKind(handler, Kind.block);
    if (block >= 0) runBlock(frame, block);
    ends.push(frame.state.copy());
  }
  frame.caught = caught;
  for (const one of thrown) noteRaised(frame, one);
  const joined = joinAll(ends);
  frame.state.become(joined);
  if (finallyClause < 0) return;
  const reachable = frame.state.reachable;
  // The finally block runs also when nothing behind it does.
  if (!reachable) frame.state.become(raised);
  const block = tree.childOfKind(finallyClause, Kind.block);
  if (block >= 0) runBlock(frame, block);
  if (!reachable) frame.state.reachable = false;
}

function bindException(frame: Frame, handler: number, thrown: Value[]): void {
  const { tree } = frame;
  let type: Value | undefined;
  let target = -1;
  let value = unknown;
  for (const child of tree.children(handler)) {
    if (tree.kind(child) === Kind.block) continue;
    if (tree.kind(child) === Kind.as_pattern) {
      type = frame.evaluate(child + 1);
      target = tree.childOfKind(child, Kind.as_pattern_target);
      const instances = type.denotes.flatMap((denotation) =>
        denotation.kind === 'symbol' ? [{ kind: 'instance', of: denotation.name } as const] : [],
      );
      if (target >= 0) value = exceptionValue(frame, child, type, denoting(...instances));
    } else if (tree.kind(child) !== Kind["'*'"]) {
      type = frame.evaluate(child);
    }
  }
  frame.caught = caughtBy(frame, thrown, type);
  if (target < 0) return;
  const told = frame.caught.map(({ taint }) => taint);
  assign(frame, target + 1, told.length === 0 ? value : withTaint(value, derivedTaint([value.taint, ...told])), -1);
}

/** A caught exception: what it says may tell a client how the program is made. One of the checkout's own says what its author wrote. */
function exceptionValue(frame: Frame, node: number, type: Value, caught: Value): Value {
  const { tree, module, engine } = frame;
  const own = type.denotes.flatMap((one): Denotation[] =>
    one.kind === 'class' ? [{ kind: 'object', module: one.module, index: one.index }] : [],
  );
  if (own.length > 0) return denoting(...own);
  if (engine.sinks === undefined) return caught;
  const target = tree.childOfKind(node, Kind.as_pattern_target);
  const name = tree.text(target + 1);
  const source = engine.source({
    kind: 'exception',
    name,
    key: undefined,
    handler: undefined,
    module,
    node: target + 1,
  });
  return withTaint(caught, sourceTaint(source, 'text'));
}

function runWith(frame: Frame, node: number): void {
  const { tree } = frame;
  const clause = tree.childOfKind(node, Kind.with_clause);
  const before = frame.state.copy();
  let isSuppressing = false;
  for (const item of tree.children(clause)) {
    if (tree.kind(item) !== Kind.with_item) continue;
    const value = tree.child(item, Field.value);
    if (tree.kind(value) === Kind.as_pattern) {
      const context = frame.evaluate(value + 1);
      const target = tree.childOfKind(value, Kind.as_pattern_target);
      if (target >= 0) assign(frame, target + 1, entered(frame, context, value + 1), value + 1);
    } else {
      const { denotes } = frame.evaluate(value);
      isSuppressing ||= denotes.some((one) => one.kind === 'instance' && suppressing.test(one.of));
    }
  }
  runBlock(frame, tree.child(node, Field.body));
  // The block may have been left after any of its statements.
  if (isSuppressing) frame.state.become(before.join(frame.state));
}

const suppressing = /^(?:contextlib\.suppress|pytest\.raises)(?:\(\))?$/;

/** What `with value as x` binds: most context managers return themselves. */
function entered(frame: Frame, value: Value, node: number): Value {
  const { engine } = frame;
  for (const denotation of value.denotes) {
    if (denotation.kind === 'object') {
      const method = engine.project.method(denotation, '__enter__') ?? engine.project.method(denotation, '__aenter__');
      if (method !== undefined) return callFunction(frame, node, { ...method, self: value }, noArguments);
    } else if (denotation.kind === 'instance') {
      const of = engine.models.canonical(denotation.of);
      const type = engine.models.returns(`${of}.__enter__`) ?? engine.models.returns(`${of}.__aenter__`);
      if (type !== undefined) return withTaint(instanceOf(type), value.taint);
      // A function made into a context manager gives what it yields.
      if (denotation.of === 'generator') return elementOf(frame, value);
    }
  }
  return value;
}

function runMatch(frame: Frame, node: number): void {
  const { tree } = frame;
  const subject = tree.child(node, Field.subject);
  const value = frame.evaluate(subject);
  const body = tree.child(node, Field.body);
  const ends: State[] = [];
  let isExhausted = false;
  for (const clause of tree.children(body)) {
    if (tree.kind(clause) !== Kind.case_clause || isExhausted) continue;
    const before = frame.state.copy();
    const matched = matchPatterns(frame, clause, subject, value);
    const guard = tree.child(clause, Field.guard);
    if (guard >= 0) {
      for (const child of tree.children(guard)) frame.evaluate(child);
      refine(frame, guard + 1, true);
    }
    if (matched === false) frame.state.reachable = false;
    const consequence = tree.child(clause, Field.consequence);
    if (consequence >= 0) runBlock(frame, consequence);
    ends.push(frame.state.copy());
    frame.state.become(before);
    isExhausted = matched === true && guard < 0;
  }
  if (!isExhausted) ends.push(frame.state.copy());
  frame.state.become(joinAll(ends));
}

/**
 * Binds what a case's patterns name and narrows the subject to the constants they ask for. Returns whether the case matches for
 * certain (a wildcard, the subject's only constant), cannot match, or may.
 */
function matchPatterns(frame: Frame, clause: number, subject: number, value: Value): boolean | undefined {
  const { tree, module } = frame;
  const patterns = tree.children(clause).filter((child) => tree.kind(child) === Kind.case_pattern);
  const constants: Constant[] = [];
  let isWild = false;
  let isOther = false;
  for (const pattern of patterns) {
    if (tree.next(pattern) === pattern + 1) isWild = true;
    for (const part of alternatives(frame, pattern)) {
      if (tree.kind(part) === Kind["'_'"]) isWild = true;
      else if (tree.kind(part) === Kind.dotted_name && tree.next(part) === part + 2) {
        // A plain name takes the whole subject.
        assign(frame, part + 1, value, subject);
        isWild = true;
      } else if (tree.kind(part) === Kind.as_pattern) {
        const bound = boundPattern(frame, part, value);
        if (bound === undefined) {
          isOther = true;
          bindPattern(frame, part, value);
        } else constants.push(...bound);
      } else {
        const constant = onlyConstant(patternValue(frame, part));
        if (constant === undefined) {
          isOther = true;
          bindPattern(frame, part, value);
        } else constants.push(constant);
      }
    }
  }
  if (isWild) return true;
  if (isOther || constants.length === 0) return undefined;
  const credit = { kind: 'guard' as const, name: 'a case of constants', module, node: clause, kinds: allKinds };
  if (isTainted(value.taint)) applyChecks(frame, [{ node: subject, taint: value.taint, kinds: allKinds, credit }]);
  if (value.constants === undefined) return undefined;
  const fitting = value.constants.filter((one) => constants.some((known) => equalConstants(one, known)));
  return fitting.length === 0 ? false : fitting.length === value.constants.length ? true : undefined;
}

/** What a case compares with: of `case Colour.RED` the attribute. */
function patternValue(frame: Frame, pattern: number): Value {
  const { tree } = frame;
  if (tree.kind(pattern) !== Kind.dotted_name) return frame.evaluate(pattern);
  const [first, ...names] = tree.children(pattern);
  const start = first === undefined ? unknown : frame.evaluate(first);
  return names.reduce((object, name) => attributeOf(frame, object, tree.text(name)), start);
}

/** `case "a" | "b" as x`: the constants, with `x` bound to one of them; undefined if it asks for anything else. */
function boundPattern(frame: Frame, pattern: number, value: Value): Constant[] | undefined {
  const { tree } = frame;
  const [inner, target] = tree.children(pattern);
  if (inner === undefined || target === undefined) return undefined;
  const parts =
    tree.kind(inner) === Kind.case_pattern ? alternatives(frame, inner) : alternatives(frame, pattern).slice(0, -1);
  const constants = parts.map((part) => onlyConstant(frame.evaluate(part)));
  if (constants.length === 0 || constants.some((one) => one === undefined)) return undefined;
  const name = tree.kind(target) === Kind.as_pattern_target ? target + 1 : target;
  if (tree.kind(name) === Kind.identifier)
    frame.state.setVariable(tree.name(name), { ...value, constants: constants as Constant[], taint: undefined });
  return constants as Constant[];
}

/** What stands in a pattern: of `case "a" | "b"` the alternatives. */
function alternatives({ tree }: Frame, pattern: number): number[] {
  return tree.children(pattern).flatMap((child) => {
    if (tree.kind(child) !== Kind.union_pattern) return [child];
    return tree.children(child).filter((one) => tree.kind(one) !== Kind["'|'"]);
  });
}

/** Names in a pattern of parts get what the subject may hold. */
function bindPattern(frame: Frame, pattern: number, value: Value): void {
  const { tree } = frame;
  const element = frame.holds(value).some(({ kind }) => kind === 'dict')
    ? anyValueOf(frame, value)
    : elementOf(frame, value);
  const end = tree.next(pattern);
  for (let node = pattern; node < end; node++) {
    if (tree.kind(node) === Kind.identifier) frame.state.setVariable(tree.name(node), element);
  }
}

function defineFunction(frame: Frame, node: number): void {
  const { tree, module } = frame;
  const index = module.index.functionOfNode.get(node)!;
  const parameters = tree.child(node, Field.parameters);
  // Defaults are evaluated where the function is defined.
  if (parameters >= 0) {
    for (const parameter of tree.children(parameters)) {
      const value = tree.child(parameter, Field.value);
      if (value >= 0) frame.evaluate(value);
    }
  }
  frame.state.setVariable(module.index.functions[index]!.name, denoting({ kind: 'function', module, index }));
}

function defineClass(frame: Frame, node: number): void {
  const { tree, module } = frame;
  const index = module.index.classOfNode.get(node)!;
  const item = module.index.classes[index]!;
  if (item.superclasses >= 0) {
    for (const child of tree.children(item.superclasses)) {
      frame.evaluate(tree.kind(child) === Kind.keyword_argument ? tree.child(child, Field.value) : child);
    }
  }
  // The body has names of its own, which its methods do not see.
  const outside = frame.state.copy();
  if (item.body >= 0) runBlock(frame, item.body);
  frame.state.takeVariables(outside);
  frame.state.setVariable(item.name, denoting({ kind: 'class', module, index }));
}

function bindImports(frame: Frame, node: number): void {
  const { module, engine } = frame;
  const scope =
    frame.functionIndex < 0 ? module.bindings : module.functionBindings(module.index.functions[frame.functionIndex]!);
  for (const [name, bindings] of scope.byName) {
    for (const binding of bindings) {
      if (binding.kind !== 'import' || binding.node < node || binding.node >= frame.tree.next(node)) continue;
      frame.state.setVariable(name, engine.definitionValue(engine.project.resolve(binding.target)));
    }
  }
}
