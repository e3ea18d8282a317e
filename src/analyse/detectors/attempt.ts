// A `try` and its handlers, as the rules about lost errors see them. In: a module and nodes. Out: what is tried, whether a
// comment explains a handler, whether losing the error is the accepted way. Leaves alone: what a handler does with the error.
import { commentsOf } from '../../model/comments.ts';
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import type { LoweredTree } from '../../parse/lowered-tree.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { ownNodes } from './own-nodes.ts';
import { calledName, written } from './written-expression.ts';

// A comment above a short `try` speaks of the whole; above a long one it need not mean the handler.
const SHORT_ATTEMPT = 3;

const everyday = new Set(
  'len() str() int() float() bool() type() list() dict() tuple() set() isinstance() repr() sorted() range() print() join()'.split(
    ' ',
  ),
);

/** The block of a handler. */
export function handlerBlock(tree: LoweredTree, handler: number): number {
  return tree.childOfKind(handler, Kind.block);
}

/** What is tried, for "errors from ... are discarded": the first call and how many more; without a call what is looked up. */
export function describeAttempt(tree: LoweredTree, attempt: number): string {
  const body = tree.child(attempt, Field.body);
  const calls = ownNodes(tree, body, Kind.call).filter((call) => !isCallee(tree, call));
  const names = calls.map((call) => written(tree, call)).filter((text) => text !== '');
  // `len()` or `str()` says little about what can fail.
  const name = names.find((text) => !everyday.has(text)) ?? names[0];
  if (name === undefined) return lookedUp(tree, body) ?? 'this block';
  if (calls.length === 1) return name;
  return calls.length === 2 ? `${name} and another call` : `${name} and ${calls.length - 1} more calls`;
}

/** `target.user_id`, `args[0]`: the first attribute or entry that is read. */
function lookedUp(tree: LoweredTree, body: number): string | undefined {
  return ownNodes(tree, body, Kind.attribute, Kind.subscript)
    .filter((node) => tree.field(node) !== Field.left)
    .map((node) => written(tree, node))
    .find((text) => text !== '');
}

/** `a()` of `a().b()` or `a()()` is part of the call around it. */
function isCallee(tree: LoweredTree, call: number): boolean {
  let node = call;
  while (tree.kind(tree.parent(node)) === Kind.attribute) node = tree.parent(node);
  return tree.kind(tree.parent(node)) === Kind.call && tree.field(node) === Field.function;
}

// What a remark right below a `try` says when it is about the failing.
const aboutFailing =
  /\b(?:fail\w*|errors?|exceptions?|raised?|could(?: not|n't)|can(?:not|'t)|unable|invalid|ignor\w+)\b/i;

/**
 * A comment stands in the handler, on the line above it, or, at a short `try`, above the `try` or inside it: what it says is not judged,
 * somebody has thought of it. Right below the `try` it has to be about failing.
 */
export function isExplained(module: Module, attempt: number, handler: number): boolean {
  const { tree } = module;
  const comments = commentsOf(module);
  const firstLine = tree.lineOf(handler);
  const lastLine = tree.line(tree.end(handler) - 1);
  const isShort = tree.children(tree.child(attempt, Field.body)).length <= SHORT_ATTEMPT;
  const from = isShort ? tree.lineOf(attempt) - 1 : firstLine - 1;
  for (let line = from; line <= lastLine; line++) {
    const comment = comments.commentOnLine(line);
    if (comment !== undefined && (line >= tree.lineOf(attempt) || comment.ownLine)) return true;
  }
  // A remark above the lines that lead to the `try`, if it is about failing: "ignore any exceptions".
  if (isShort && aboutFailing.test(remarkAbove(module, attempt))) return true;
  // The rest of the handler: comments below its last statement that are indented deeper than it.
  const column = tree.start(handler) - tree.lineStarts[firstLine - 1]!;
  for (let line = lastLine + 1; ; line++) {
    const comment = comments.commentOnLine(line);
    if (comment === undefined || !comment.ownLine) return false;
    if (comment.start - tree.lineStarts[line - 1]! > column) return true;
    if (tree.next(handler) === tree.next(attempt) && aboutFailing.test(comment.text)) return true;
  }
}

/** The comment above a statement and those right before it, as far as no line lies between them. */
function remarkAbove(module: Module, statement: number): string {
  const { tree } = module;
  const comments = commentsOf(module);
  const siblings = tree.children(tree.parent(statement));
  let at = siblings.indexOf(statement);
  for (; at > 0; at--) {
    const before = siblings[at - 1]!;
    if (comments.commentBefore(siblings[at]!) !== undefined) break;
    if (tree.line(tree.end(before) - 1) !== tree.lineOf(siblings[at]!) - 1) break;
  }
  return comments.commentBefore(siblings[at] ?? statement)?.text.replaceAll('\n', ' ') ?? '';
}

/** The block only calls functions with these last names: `connection.close()`. */
export function onlyCalls(tree: LoweredTree, block: number, names: ReadonlySet<string>): boolean {
  const statements = tree.children(block);
  return (
    statements.length > 0 &&
    statements.every((statement) => {
      let node = statement;
      // `if sock: sock.close()` closes too; `await` waits for it.
      if (tree.kind(node) === Kind.if_statement) {
        return tree.children(node).every((child) => tree.kind(child) !== Kind.block || onlyCalls(tree, child, names));
      }
      if (tree.kind(node) === Kind.expression_statement) node += 1;
      if (tree.kind(node) === Kind.await) node += 1;
      return tree.kind(node) === Kind.call && names.has(calledName(tree, node));
    })
  );
}

const importError = /^(?:ImportError|ModuleNotFoundError)$/;

/** The `try` is about whether a module is there: it imports, or catches a failed import. */
export function isImportGuard(tree: LoweredTree, attempt: number): boolean {
  const body = tree.child(attempt, Field.body);
  if (ownNodes(tree, body, Kind.import_statement, Kind.import_from_statement).length > 0) return true;
  return tree
    .children(attempt)
    .some(
      (clause) =>
        tree.kind(clause) === Kind.except_clause && importError.test(written(tree, tree.child(clause, Field.value))),
    );
}

/** Stands in a `finally`, in another handler, or in a function that tidies up (`__del__`, `close`, `_cleanup`). */
export function isTidyingUp(module: Module, node: number, functionIndex: number): boolean {
  const { tree } = module;
  for (let current = tree.parent(node); current >= 0; current = tree.parent(current)) {
    const kind = tree.kind(current);
    if (kind === Kind.finally_clause || kind === Kind.except_clause) return true;
    if (kind === Kind.function_definition) break;
  }
  if (functionIndex === MODULE) return false;
  const name = tree.names.text(module.index.functions[functionIndex]!.name);
  return /^_*(?:del|exit|aexit|close|aclose|cleanup|clean_up|tearDown|teardown|shutdown|stop|terminate|disconnect|kill)(?:_|[A-Z]|$)/.test(
    name,
  );
}

/** `is_ready`, `has_table`: whoever asks gets "no" for an answer when asking fails. */
export function answersNo(module: Module, attempt: number, block: number, functionIndex: number): boolean {
  const { tree } = module;
  const [statement, more] = tree.children(block);
  if (statement === undefined || more !== undefined) return false;
  let answer = statement;
  if (tree.kind(statement) === Kind.pass_statement) {
    const siblings = tree.children(tree.parent(attempt));
    answer = siblings[siblings.indexOf(attempt) + 1] ?? -1;
  }
  if (answer < 0 || tree.kind(answer) !== Kind.return_statement || tree.next(answer) === answer + 1) return false;
  if (tree.kind(answer + 1) !== Kind.false && tree.kind(answer + 1) !== Kind.true) return false;
  return /^_*(?:is|has|can|supports?|should)_/.test(tree.names.text(module.index.functions[functionIndex]!.name));
}

/** Own statements of a handler's block that do nothing with the error: `pass`, `continue`, `break`, a constant. */
export function discardsSilently(tree: LoweredTree, block: number): boolean {
  const statements = tree.children(block);
  return statements.length > 0 && statements.every((statement) => isEmptyStatement(tree, statement));
}

function isEmptyStatement(tree: LoweredTree, statement: number): boolean {
  switch (tree.kind(statement)) {
    case Kind.pass_statement:
    case Kind.continue_statement:
    case Kind.break_statement:
      return true;
    case Kind.return_statement:
      return tree.next(statement) === statement + 1 || isConstant(tree, statement + 1);
    case Kind.expression_statement:
      return isConstant(tree, statement + 1);
    default:
      return false;
  }
}

/** A literal, or an empty container. */
function isConstant(tree: LoweredTree, node: number): boolean {
  switch (tree.kind(node)) {
    case Kind.none:
    case Kind.true:
    case Kind.false:
    case Kind.integer:
    case Kind.float:
    case Kind.string:
    case Kind.ellipsis:
    case Kind.list:
    case Kind.tuple:
    case Kind.dictionary:
      return tree.next(node) === node + 1;
    case Kind.unary_operator:
      return isConstant(tree, tree.child(node, Field.argument));
    default:
      return false;
  }
}
