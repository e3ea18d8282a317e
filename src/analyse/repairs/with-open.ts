// A `with` around the use of a file that is opened in passing. In: the call that opens it. Out: edits that give it a name and close it,
// or none where more than one statement, or an order of evaluation, would have to change. Leaves alone: files kept in locals.
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { EditPart, Repair } from '../analysis.ts';
import { statementAround } from '../constructs.ts';
import { holdsComment } from './argument-edits.ts';
import { indented } from './line-edits.ts';
import { freeName } from './reachable-name.ts';

const names = ['file', 'handle', 'opened'];

/** `data = open(path).read()`: the file is used up when the statement is done. */
export function withOpen(module: Module, call: number): Repair | undefined {
  const { tree } = module;
  const name = freeName(module, names);
  const statement = statementAround(tree, call);
  if (name === undefined || tree.kind(tree.parent(statement)) !== Kind.block) return undefined;
  const opening = { start: tree.start(call), end: tree.end(call) };
  const start = tree.start(statement);
  const indent: EditPart = { indentOf: start };
  if (holdsComment(tree, { start, end: opening.end })) return undefined;
  const head: EditPart[] = ['with ', { copy: opening }, ` as ${name}:\n`];
  if (tree.kind(statement) === Kind.for_statement) {
    if (tree.child(statement, Field.right) !== call || isAsync(module, statement)) return undefined;
    const body = tree.child(statement, Field.body);
    const moved = indented(tree, tree.children(body)[0]!, tree.children(body).at(-1)!);
    // A comment between the header and the body would have to move too, and an `else` as well.
    const header = { start: opening.end, end: tree.start(body) };
    if (holdsComment(tree, header) || tree.child(statement, Field.alternative) >= 0) return undefined;
    const lines = tree.line(opening.end) === tree.lineOf(body) ? undefined : moved;
    if (lines === undefined) return undefined;
    const parts: EditPart[] = [
      ...head,
      { ...indent, deeper: true },
      { copy: { start, end: opening.start } },
      `${name}:\n`,
      { indentOf: tree.start(body), deeper: true },
      lines,
    ];
    return { edits: [{ range: { start, end: tree.end(statement) }, parts }], safe: true };
  }
  if (!isSimple(module, statement) || !isEvaluatedOnce(module, statement, call)) return undefined;
  const end = tree.end(statement);
  // The lines of a long statement stay as they are between its brackets.
  if (tree.lineOf(statement) !== tree.line(end)) return undefined;
  const parts: EditPart[] = [
    ...head,
    { ...indent, deeper: true },
    { copy: { start, end: opening.start } },
    name,
    { copy: { start: opening.end, end } },
  ];
  return { edits: [{ range: { start, end }, parts }], safe: true };
}

function isAsync({ tree }: Module, statement: number): boolean {
  return tree.childOfKind(statement, Kind["'async'"]) >= 0;
}

function isSimple({ tree }: Module, statement: number): boolean {
  const kind = tree.kind(statement);
  return kind === Kind.expression_statement || kind === Kind.return_statement;
}

/** Nothing between the call and its statement runs it later, never or several times; nothing before it does anything. */
function isEvaluatedOnce({ tree }: Module, statement: number, call: number): boolean {
  for (let node = tree.parent(call); node !== statement; node = tree.parent(node)) {
    switch (tree.kind(node)) {
      case Kind.attribute:
      case Kind.call:
      case Kind.argument_list:
      case Kind.keyword_argument:
      case Kind.assignment:
      case Kind.subscript:
      case Kind.parenthesized_expression:
      case Kind.tuple:
      case Kind.list:
        break;
      default:
        return false;
    }
  }
  for (let node = statement; node < tree.next(statement); node++) {
    const kind = tree.kind(node);
    if (kind === Kind.named_expression || kind === Kind.yield || kind === Kind.await || kind === Kind.lambda)
      return false;
    // What is called before the file is opened would be called after it.
    if (kind === Kind.call && tree.end(node) <= tree.start(call)) return false;
  }
  return true;
}
