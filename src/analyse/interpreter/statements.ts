// Walks statements: changes the frame's state, joins it where ways meet, iterates loops until nothing new is learnt.
import { entered } from './entered-context.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { State } from '../values/state.ts';
import { joinAll } from '../values/state.ts';
import type { Value } from '../values/value.ts';
import { resultSink } from '../taint/assigned-sinks.ts';
import { denoting, joinValues, noneValue, unknown } from '../values/value.ts';
import { assign, forget } from './assign.ts';
import { evaluateCall } from './calls.ts';
import { bindException } from './caught-exceptions.ts';
import { refine, relateFlags, truth } from './conditions.ts';
import type { Frame } from './frame.ts';
import { runLoop } from './loops.ts';
import { matchPatterns } from './match-patterns.ts';
import { augmented } from './operators.ts';
import { noteRaised } from './raised.ts';

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
    'bottle.redirect',
    'flask_restful.abort',
    'flask_restx.abort',
    'flask_smorest.abort',
    'apiflask.abort',
    'grpc.ServicerContext.abort',
    'grpc.ServicerContext.abort_with_status',
    'grpc.aio.ServicerContext.abort',
    'argparse.ArgumentParser.error',
    'argparse.ArgumentParser.exit',
    'click.Context.fail',
    'click.Context.abort',
    'click.Context.exit',
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
  } else if (kind === Kind.call || (kind === Kind.await && tree.kind(node + 1) === Kind.call)) {
    if (frame.step()) {
      const value = kind === Kind.call ? evaluateCall(frame, node, false) : frame.evaluate(node);
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
