// What a failure without a text can say. In: a call, assertion or raise that fails a test. Out: the text that its place gives ("KeyError
// not raised"), or a `subTest` around the body of the loop that it stands in, so that the log names the case. Leaves alone: other places.
import type { Framework } from '../../model/framework.ts';
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { Repair } from '../analysis.ts';
import { statementAround } from '../constructs.ts';
import { written } from '../detectors/written-expression.ts';
import { holdsComment } from './argument-edits.ts';
import { indented } from './line-edits.ts';
import { isMethodOnSelf } from './method-on-self.ts';

export function failureText(
  module: Module,
  functionIndex: number,
  node: number,
  framework: Framework,
): Repair | undefined {
  const text = textFor(module, node);
  if (text === undefined) return casesNamed(module, functionIndex, node, framework);
  const { tree } = module;
  const quoted = `'${text}'`;
  const insert = (at: number, ...parts: string[]): Repair => ({
    edits: [{ range: { start: at, end: at }, parts }],
    safe: true,
  });
  switch (tree.kind(node)) {
    case Kind.call:
      return insert(tree.end(node) - 1, quoted);
    case Kind.assert_statement:
      return insert(tree.end(node), ', ', quoted);
    default:
      return tree.kind(node + 1) === Kind.call
        ? insert(tree.end(node) - 1, quoted)
        : insert(tree.end(node), '(', quoted, ')');
  }
}

/** "KeyError not raised" at the end of a `try` or in its `else`, "KeyError raised" in its handler. */
function textFor({ tree }: Module, node: number): string | undefined {
  const statement = statementAround(tree, node);
  const around = tree.parent(statement);
  if (tree.kind(around) !== Kind.block || tree.children(around).at(-1) !== statement) return undefined;
  const clause = tree.kind(tree.parent(around)) === Kind.try_statement ? around : tree.parent(around);
  const attempt = tree.parent(clause);
  if (tree.kind(attempt) !== Kind.try_statement) return undefined;
  const isHandler = tree.kind(clause) === Kind.except_clause;
  if (!isHandler && clause !== around && tree.kind(clause) !== Kind.else_clause) return undefined;
  const handlers = isHandler
    ? [clause]
    : tree.children(attempt).filter((child) => tree.kind(child) === Kind.except_clause);
  const names = handlers.map((handler) => caught(tree, handler));
  if (names.length === 0 || names.some((name) => name === '')) return undefined;
  return `${names.join(' or ')} ${isHandler ? 'raised' : 'not raised'}`;
}

function caught(tree: Module['tree'], handler: number): string {
  const value = tree.child(handler, Field.value);
  if (value < 0) return '';
  const type = tree.kind(value) === Kind.as_pattern ? value + 1 : value;
  const types = tree.kind(type) === Kind.tuple ? tree.children(type) : [type];
  const names = types.map((one) => written(tree, one));
  return names.includes('') ? '' : names.join(' or ');
}

const withSubTest: readonly Framework[] = ['unittest', 'unittest-async', 'django'];

function casesNamed(module: Module, functionIndex: number, node: number, framework: Framework): Repair | undefined {
  const { tree, index } = module;
  if (!withSubTest.includes(framework) || !isMethodOnSelf(module, functionIndex)) return undefined;
  const loop = loopAround(module, node, index.functions[functionIndex]!.node);
  if (loop < 0) return undefined;
  const target = tree.child(loop, Field.left);
  const targets = tree.kind(target) === Kind.identifier ? [target] : tree.children(target);
  if (targets.length === 0 || targets.some((one) => tree.kind(one) !== Kind.identifier)) return undefined;
  const names = targets.map((one) => tree.text(one)).filter((name) => name !== '_');
  const statements = tree.children(tree.child(loop, Field.body));
  const [first, last] = [statements[0]!, statements.at(-1)!];
  // `break` and `continue` go on working in a `with`; a comment below the header would stay outside.
  const header = { start: tree.end(tree.child(loop, Field.right)), end: tree.start(first) };
  if (names.length === 0 || holdsComment(tree, header) || tree.lineOf(first) === tree.lineOf(loop)) return undefined;
  const given = names.map((name) => `${name}=${name}`).join(', ');
  const start = tree.start(first);
  return {
    edits: [
      {
        range: { start, end: tree.end(last) },
        parts: [`with self.subTest(${given}):\n`, { indentOf: start, deeper: true }, indented(tree, first, last)],
      },
    ],
    safe: true,
  };
}

/** The innermost `for` of the function whose body holds the place; -1 if there is none. */
function loopAround({ tree }: Module, node: number, root: number): number {
  for (let inner = node, around = tree.parent(node); around > root; inner = around, around = tree.parent(around)) {
    if (tree.kind(around) === Kind.for_statement && tree.field(inner) === Field.body) return around;
  }
  return -1;
}

/** Stands in `with self.subTest(value=value)`: the log names the case. */
export function namesCase({ tree }: Module, node: number): boolean {
  for (let around = tree.parent(node); around >= 0; around = tree.parent(around)) {
    if (tree.kind(around) === Kind.function_definition) return false;
    if (tree.kind(around) !== Kind.with_statement) continue;
    const clause = tree.childOfKind(around, Kind.with_clause);
    for (let inner = clause; inner >= 0 && inner < tree.next(clause); inner++) {
      if (tree.kind(inner) !== Kind.call || written(tree, inner) !== 'self.subTest()') continue;
      const given = tree.child(inner, Field.arguments);
      if (tree.next(given) > given + 1) return true;
    }
  }
  return false;
}
