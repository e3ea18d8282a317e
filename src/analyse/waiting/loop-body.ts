// What a loop's body does, by its shape. In: a loop with the sleeps that are its own. Out: whether it only looks
// (the read-only body of practices-catalogue.md §1.5), what it assigns and counts, and where it can end.
// Leaves alone: values; what bounds the loop (wait-limit.ts).
import type { LoweredTree } from '../../parse/lowered-tree.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { calledName } from '../detectors/written-expression.ts';
import { argumentNodes, bare, bindsOnlyNames, boundNames, lastName, ownNodes } from './expressions.ts';

/** What stands between the loop and a place in its body. */
export type Guard =
  /** The place is reached only if the conditions come out one way or the other. */
  | { readonly kind: 'if'; readonly conditions: readonly number[] }
  /** The place is in a `try`, or in a handler of it: it is reached if the body of it raises, or if it does not. */
  | { readonly kind: 'try'; readonly body: number }
  /** An inner `for` over this expression. */
  | { readonly kind: 'for'; readonly iterable: number };

export interface Exit {
  readonly node: number;
  /** `fail` is a call that fails or skips the test, an `assert`, or an assertion method. */
  readonly kind: 'return' | 'break' | 'continue' | 'raise' | 'fail';
  readonly guards: readonly Guard[];
}

export interface Assignment {
  readonly name: number;
  /** The assigned expression; -1 for what `except` and `with` bind. */
  readonly value: number;
}

interface Count {
  readonly node: number;
  readonly name: number;
  /** What is added; a `-=` has the sign -1. */
  readonly step: number;
  readonly sign: 1 | -1;
}

export interface LoopBody {
  /** False for a loop that does work: a bare call with an effect, an inner `while`, a `yield`. */
  readonly onlyLooks: boolean;
  readonly exits: readonly Exit[];
  readonly assignments: readonly Assignment[];
  readonly counts: readonly Count[];
  /** Names changed in a way that tells no number: `delay *= 2`. */
  readonly changed: ReadonlySet<number>;
  /** Calls that stand as statements and look at something: `client.get(name)` until it raises. */
  readonly bareLooks: readonly number[];
  /** Expressions that log or report; what they mention is no look. */
  readonly logs: readonly number[];
}

const logReceiver = /^_*(?:log|logger|logging|warnings)$/i;
const logMethod = /^(?:debug|info|warn|warning|error|exception|critical|log|print|print_log|msg|write_log|trace)$/;
const failing = /^(?:fail|skipTest|skip|xfail|abort|exit|_exit)$/;
const looking =
  /^_*(?:get|show|list|find|fetch|read|stat|lstat|lookup|look_up|head|describe|query|refresh|reload|poll|check|is|has|exists|access|connect|ping|status|verify|wait_for|inspect|update_status)(?=$|_|[A-Z])/;

/** Walks a loop's own body. `sleeps` are the nodes of calls that sleep. */
export function readLoopBody(tree: LoweredTree, loop: number, sleeps: ReadonlySet<number>): LoopBody {
  const exits: Exit[] = [];
  const assignments: Assignment[] = [];
  const counts: Count[] = [];
  const changed = new Set<number>();
  const bareLooks: number[] = [];
  const logs: number[] = [];
  let onlyLooks = true;

  const bind = (target: number, value: number): void => {
    for (const name of boundNames(tree, target)) assignments.push({ name: tree.name(name), value });
  };

  const expression = (node: number, guards: readonly Guard[]): void => {
    const kind = tree.kind(node);
    if (kind === Kind.assignment) {
      assignment(node);
    } else if (kind === Kind.augmented_assignment) {
      augmented(node);
    } else if (kind === Kind.call || kind === Kind.await) {
      statementCall(node, guards);
    } else if (kind === Kind.yield) {
      onlyLooks = false;
    }
  };

  const assignment = (node: number): void => {
    const left = tree.child(node, Field.left);
    const right = tree.child(node, Field.right);
    if (right < 0) return;
    // What goes into an attribute or an entry is seen by others: that is work.
    if (!bindsOnlyNames(tree, left)) onlyLooks = false;
    const step = countingStep(tree, left, right);
    if (step !== undefined) counts.push({ node, name: tree.name(left), ...step });
    else bind(left, right);
    if (tree.kind(right) === Kind.assignment) assignment(right);
  };

  const augmented = (node: number): void => {
    const left = tree.child(node, Field.left);
    const operator = tree.kind(tree.child(node, Field.operator));
    const step = tree.child(node, Field.right);
    if (tree.kind(left) !== Kind.identifier) {
      onlyLooks = false;
    } else if (operator === Kind["'+='"] || operator === Kind["'-='"]) {
      counts.push({ node, name: tree.name(left), step, sign: operator === Kind["'+='"] ? 1 : -1 });
    } else {
      changed.add(tree.name(left));
    }
  };

  const statementCall = (node: number, guards: readonly Guard[]): void => {
    const call = bare(tree, node);
    if (tree.kind(call) !== Kind.call || sleeps.has(call)) return;
    const name = calledName(tree, call);
    if (isLog(tree, call)) logs.push(call);
    else if (failing.test(name)) exits.push({ node: call, kind: 'fail', guards });
    else if (/^assert/.test(name)) {
      const conditions = argumentNodes(tree, call).positional;
      exits.push({ node: call, kind: 'fail', guards: [...guards, { kind: 'if', conditions }] });
    } else if (looking.test(name)) bareLooks.push(call);
    else onlyLooks = false;
  };

  const branches = (node: number, guards: readonly Guard[], inner: number): void => {
    const conditions = [tree.child(node, Field.condition)];
    block(tree.child(node, Field.consequence), [...guards, { kind: 'if', conditions: [...conditions] }], inner);
    for (const child of tree.children(node)) {
      if (tree.kind(child) === Kind.elif_clause) {
        conditions.push(tree.child(child, Field.condition));
        block(tree.child(child, Field.consequence), [...guards, { kind: 'if', conditions: [...conditions] }], inner);
      } else if (tree.kind(child) === Kind.else_clause) {
        block(tree.child(child, Field.body), [...guards, { kind: 'if', conditions: [...conditions] }], inner);
      }
    }
  };

  const attempt = (node: number, guards: readonly Guard[], inner: number): void => {
    const body = tree.child(node, Field.body);
    const guarded: readonly Guard[] = [...guards, { kind: 'try', body }];
    block(body, guarded, inner);
    for (const child of tree.children(node)) {
      if (tree.kind(child) === Kind.except_clause) {
        const target = tree.child(child, Field.value);
        const alias = target < 0 ? -1 : tree.childOfKind(target, Kind.as_pattern_target);
        if (alias >= 0) bind(alias, -1);
        block(tree.childOfKind(child, Kind.block), guarded, inner);
      } else if (tree.kind(child) === Kind.else_clause) {
        block(tree.child(child, Field.body), guarded, inner);
      } else if (tree.kind(child) === Kind.finally_clause) {
        block(tree.childOfKind(child, Kind.block), guards, inner);
      }
    }
  };

  const statement = (node: number, guards: readonly Guard[], inner: number): void => {
    switch (tree.kind(node)) {
      case Kind.expression_statement:
        for (const child of tree.children(node)) expression(child, guards);
        break;
      case Kind.return_statement:
        exits.push({ node, kind: 'return', guards });
        break;
      case Kind.raise_statement:
        exits.push({ node, kind: 'raise', guards });
        break;
      case Kind.break_statement:
        if (inner === 0) exits.push({ node, kind: 'break', guards });
        break;
      case Kind.continue_statement:
        if (inner === 0) exits.push({ node, kind: 'continue', guards });
        break;
      case Kind.assert_statement:
        exits.push({ node, kind: 'fail', guards: [...guards, { kind: 'if', conditions: [node + 1] }] });
        break;
      case Kind.if_statement:
        branches(node, guards, inner);
        break;
      case Kind.try_statement:
        attempt(node, guards, inner);
        break;
      case Kind.for_statement: {
        const iterable = tree.child(node, Field.right);
        bind(tree.child(node, Field.left), iterable);
        block(tree.child(node, Field.body), [...guards, { kind: 'for', iterable }], inner + 1);
        const alternative = tree.child(node, Field.alternative);
        if (alternative >= 0) block(tree.child(alternative, Field.body), [...guards, { kind: 'for', iterable }], inner);
        break;
      }
      case Kind.with_statement: {
        const body = tree.child(node, Field.body);
        for (const item of tree.children(tree.childOfKind(node, Kind.with_clause))) {
          const value = tree.child(item, Field.value);
          const alias = value < 0 ? -1 : tree.childOfKind(value, Kind.as_pattern_target);
          // A file or a lock that is held is no state.
          if (alias >= 0) bind(alias, -1);
        }
        // `with suppress(E): ... return` ends the loop once nothing is raised.
        block(body, suppresses(tree, node) ? [...guards, { kind: 'try', body }] : guards, inner);
        break;
      }
      case Kind.match_statement: {
        const conditions = [tree.child(node, Field.subject)];
        for (const clause of tree.children(tree.child(node, Field.body))) {
          const consequence = tree.child(clause, Field.consequence);
          if (consequence >= 0) block(consequence, [...guards, { kind: 'if', conditions }], inner);
        }
        break;
      }
      case Kind.while_statement:
      case Kind.function_definition:
      case Kind.class_definition:
      case Kind.decorated_definition:
      case Kind.ERROR:
        onlyLooks = false;
        break;
      case Kind.delete_statement:
        if (tree.children(node).some((child) => !bindsOnlyNames(tree, child))) onlyLooks = false;
        break;
      default:
        break;
    }
  };

  const block = (node: number, guards: readonly Guard[], inner: number): void => {
    if (node < 0) return;
    for (const child of tree.children(node)) statement(child, guards, inner);
  };

  block(tree.child(loop, Field.body), [], 0);
  for (const node of ownNodes(tree, loop)) {
    if (tree.kind(node) === Kind.yield) onlyLooks = false;
    if (tree.kind(node) === Kind.named_expression) bind(tree.child(node, Field.name), tree.child(node, Field.value));
  }
  return { onlyLooks, exits, assignments, counts, changed, bareLooks, logs };
}

function isLog(tree: LoweredTree, call: number): boolean {
  const callee = tree.child(call, Field.function);
  if (tree.kind(callee) === Kind.identifier) return tree.text(callee) === 'print' || logMethod.test(tree.text(callee));
  if (tree.kind(callee) !== Kind.attribute) return false;
  const object = lastName(tree, tree.child(callee, Field.object));
  const method = tree.text(tree.child(callee, Field.attribute));
  if (object >= 0 && logReceiver.test(tree.text(object))) return true;
  // `sys.stdout.write("."); sys.stdout.flush()`: a sign of life.
  return (
    (object >= 0 && /^(?:stdout|stderr)$/.test(tree.text(object)) && /^(?:write|flush)$/.test(method)) ||
    /^(?:print|print_log)$/.test(method)
  );
}

/** `n = n + 1` counts as `n += 1` does. */
function countingStep(tree: LoweredTree, left: number, right: number): { step: number; sign: 1 | -1 } | undefined {
  if (tree.kind(left) !== Kind.identifier || tree.kind(right) !== Kind.binary_operator) return undefined;
  const operator = tree.kind(tree.child(right, Field.operator));
  const first = tree.child(right, Field.left);
  const second = tree.child(right, Field.right);
  const same = (node: number): boolean => tree.kind(node) === Kind.identifier && tree.name(node) === tree.name(left);
  if (operator === Kind["'+'"]) {
    if (same(first)) return { step: second, sign: 1 };
    return same(second) ? { step: first, sign: 1 } : undefined;
  }
  return operator === Kind["'-'"] && same(first) ? { step: second, sign: -1 } : undefined;
}

function suppresses(tree: LoweredTree, node: number): boolean {
  return tree.children(tree.childOfKind(node, Kind.with_clause)).some((item) => {
    const value = tree.child(item, Field.value);
    return (
      value >= 0 &&
      tree.kind(value) === Kind.call &&
      /^(?:suppress|ignore\w*|swallow\w*)$/.test(calledName(tree, value))
    );
  });
}
