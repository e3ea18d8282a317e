// Errors that may be lost without a word because the code itself says so. In: a `try` whose handler does nothing. Out: yes or no, for each
// reason: what is put away, a question, an answer that is not needed, a constant that the docstring announces. Comments are in attempt.ts.
import { docstringText, functionDocstring } from '../../model/comments.ts';
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import type { LoweredTree } from '../../parse/lowered-tree.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { onlyCalls } from './attempt.ts';
import { ownNodes } from './own-nodes.ts';
import { argumentsOf, calledName, written } from './written-expression.ts';

/**
 * The block closes things that the function does not use again: whether they could be closed matters to nobody. What the function has
 * written to is another matter: closing it writes the rest.
 */
export function onlyPutsAway(
  module: Module,
  attempt: number,
  functionIndex: number,
  closing: ReadonlySet<string>,
): boolean {
  const { tree } = module;
  const block = tree.child(attempt, Field.body);
  if (functionIndex === MODULE || !onlyCalls(tree, block, closing)) return false;
  const { body } = module.index.functions[functionIndex]!;
  return ownNodes(tree, block, Kind.call).every((call) => {
    const callee = tree.child(call, Field.function);
    if (!closing.has(calledName(tree, call)) || tree.kind(callee) !== Kind.attribute) return true;
    // `os.close(descriptor)`: what is closed is given.
    const closed = argumentsOf(tree, call).positional[0] ?? tree.child(callee, Field.object);
    const name = written(tree, closed);
    if (name === '') return false;
    for (const node of ownNodes(tree, body, Kind.identifier, Kind.attribute)) {
      if ((node >= attempt && node < tree.next(attempt)) || written(tree, node) !== name) continue;
      // From here on the name is another thing's.
      if (node > attempt && isBound(tree, node)) return true;
      if (node > attempt ? !isInOtherBranch(tree, attempt, node) : isWrittenTo(tree, node)) return false;
    }
    return true;
  });
}

/** Stands in an `elif` or `else` of an `if` around the attempt. */
function isInOtherBranch(tree: LoweredTree, attempt: number, node: number): boolean {
  for (let current = tree.parent(node); current >= 0; current = tree.parent(current)) {
    const kind = tree.kind(current);
    if (kind !== Kind.else_clause && kind !== Kind.elif_clause) continue;
    const branching = tree.parent(current);
    if (tree.kind(branching) !== Kind.if_statement) continue;
    if (attempt > branching && attempt < current) return true;
  }
  return false;
}

/** `connection = ...`, `del connection`, `for connection in ...`. */
function isBound(tree: LoweredTree, node: number): boolean {
  return tree.field(node) === Field.left || tree.kind(tree.parent(node)) === Kind.delete_statement;
}

/** `stream.write(...)`, `json.dump(data, stream)`. */
function isWrittenTo(tree: LoweredTree, node: number): boolean {
  for (let current = tree.parent(node); current >= 0; current = tree.parent(current)) {
    if (
      tree.kind(current) === Kind.call &&
      /^(?:write\w*|flush|dump|send\w*|commit|print)$/.test(calledName(tree, current))
    )
      return true;
    if (tree.kind(current) === Kind.block) return false;
  }
  return false;
}

/** The attempt is a question: a value is read and dropped (`hash(value)`), so that failing is one of the two answers. */
export function onlyAsks(tree: LoweredTree, attempt: number): boolean {
  const [statement, more] = tree.children(tree.child(attempt, Field.body));
  if (statement === undefined || more !== undefined || tree.kind(statement) !== Kind.expression_statement) return false;
  const call = statement + 1;
  return (
    tree.kind(call) === Kind.call &&
    tree.kind(call + 1) === Kind.identifier &&
    /^(?:hash|len|iter|int|float|complex|bytes|str|repr|getattr|memoryview|ord|bool)$/.test(tree.text(call + 1))
  );
}

/** `try: ... except: pass else: ...`: what follows from the answer stands in the `else`, and without an answer it is left out. */
export function goesOnOnlyWithAnswer(tree: LoweredTree, attempt: number, block: number): boolean {
  const [statement, more] = tree.children(block);
  return (
    more === undefined &&
    statement !== undefined &&
    tree.kind(statement) === Kind.pass_statement &&
    tree.childOfKind(attempt, Kind.else_clause) >= 0
  );
}

/** The docstring says when the function gives this very constant: `Return None if the text is no date.` */
export function documentsAnswer(module: Module, functionIndex: number, attempt: number, block: number): boolean {
  const { tree } = module;
  if (functionIndex === MODULE) return false;
  const [statement] = tree.children(block);
  if (statement === undefined) return false;
  let answer: string | undefined;
  if (tree.kind(statement) === Kind.return_statement) {
    answer = tree.next(statement) === statement + 1 ? 'None' : answerText(tree, statement + 1);
  } else if (tree.children(module.index.functions[functionIndex]!.body).at(-1) === attempt) answer = 'None';
  if (answer === undefined) return false;
  const sentences = docstringText(module, functionDocstring(module, functionIndex)).split(/\.(?:\s|$)/);
  const given = new RegExp(String.raw`\breturns?\b[^.]*(?:^|[^\w])(?:${answer})(?:[^\w]|$)`, 'is');
  return sentences.some((sentence) => given.test(sentence) && announcing.test(sentence));
}

const announcing =
  /\b(?:if|when|unless|otherwise|else)\b|\b(?:up)?on\s+(?:an?\s+|any\s+)?(?:error|failure|exception)|\bin case of\b/i;

/** How a docstring writes a constant, as a pattern. */
function answerText(tree: LoweredTree, node: number): string | undefined {
  switch (tree.kind(node)) {
    case Kind.none:
      return 'None';
    case Kind.true:
      return 'True';
    case Kind.false:
      return 'False';
    case Kind.integer:
    case Kind.float:
      return tree.text(node).replace('.', String.raw`\.`);
    case Kind.string:
    case Kind.list:
    case Kind.tuple:
    case Kind.dictionary:
      return 'empty';
    default:
      return undefined;
  }
}
