// BP303: a test whose last statement ignores the error it is about. In: test functions. Out: a note at the `try`.
import { commentsOf, docstringText, functionDocstring } from '../../model/comments.ts';
import { frameworkOf } from '../../model/framework.ts';
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { expectedError } from '../repairs/expected-error.ts';
import { discardsSilently, handlerBlock, isExplained, isImportGuard, onlyCalls } from './attempt.ts';
import type { CreateDetector } from './detector.ts';
import { ownNodes } from './own-nodes.ts';
import { calledName, written } from './written-expression.ts';

export const testPassesEitherWay: CreateDetector<'test-passes-either-way'> = (context) => {
  const { rule, knowledge } = context;
  const checking = new RegExp(rule.checking, 'u');
  const tidying = new Set(rule.tidying);

  /** The block decides something itself: it asserts, raises, or calls what does. */
  const checks = ({ tree }: Module, block: number): boolean =>
    ownNodes(tree, block, Kind.assert_statement, Kind.raise_statement, Kind.call).some(
      (node) => tree.kind(node) !== Kind.call || checking.test(calledName(tree, node)),
    );

  const surviving = new RegExp(rule.surviving, 'iu');

  /** The name, docstring or a comment says that the test is about not crashing: then any end of it is a good one. */
  const isAboutSurviving = (module: Module, functionIndex: number): boolean => {
    const { tree } = module;
    const { node, name } = module.index.functions[functionIndex]!;
    const comments = commentsOf(module);
    const inside = comments.commentsIn({ start: tree.start(node), end: tree.end(node) }).map((comment) => comment.text);
    const above = comments.commentBefore(node)?.text ?? '';
    const told = docstringText(module, functionDocstring(module, functionIndex));
    return [tree.names.text(name), told, above, ...inside].some((text) => surviving.test(text));
  };

  const look = (module: Module, functionIndex: number): void => {
    const { tree } = module;
    const { body, name, methodOf } = module.index.functions[functionIndex]!;
    const attempt = tree.children(body).at(-1);
    if (attempt === undefined || tree.kind(attempt) !== Kind.try_statement) return;
    const clauses = tree.children(attempt);
    const handlers = clauses.filter((clause) => tree.kind(clause) === Kind.except_clause);
    const others = [Kind.else_clause, Kind.finally_clause] as readonly number[];
    if (handlers.length === 0 || clauses.some((clause) => others.includes(tree.kind(clause)))) return;
    const attempted = tree.child(attempt, Field.body);
    if (checks(module, attempted) || onlyCalls(tree, attempted, tidying) || isImportGuard(tree, attempt)) return;
    for (const handler of handlers) {
      const block = handlerBlock(tree, handler);
      if (block < 0 || !discardsSilently(tree, block) || isExplained(module, attempt, handler)) return;
      if (isExplainedAbove(module, attempt, handler)) return;
    }
    if (isAboutSurviving(module, functionIndex) || isUsedAsValue(module, functionIndex)) return;
    const handler = handlers[0]!;
    const value = tree.child(handler, Field.value);
    const error = value < 0 ? '' : written(tree, tree.kind(value) === Kind.as_pattern ? value + 1 : value);
    context.report({
      module,
      functionIndex,
      node: attempt,
      values: { function: tree.names.text(name), error: error === '' ? 'an error' : error },
      repair: expectedError({ module, functionIndex, node: attempt }, frameworkOf(knowledge.project, module, methodOf)),
    });
  };
  return {
    module: (module) => {
      if (module.index.handlers.length === 0 || !knowledge.context(module).isTest) return;
      module.index.functions.forEach((item, index) => {
        if (item.name !== 0 && knowledge.role(module, index) === 'test') look(module, index);
      });
    },
  };
};

/** The same attempt with other arguments stands right above, with a comment that holds for both. */
function isExplainedAbove(module: Module, attempt: number, handler: number): boolean {
  const { tree } = module;
  const siblings = tree.children(tree.parent(attempt));
  const before = siblings[siblings.indexOf(attempt) - 1];
  if (before === undefined || tree.kind(before) !== Kind.try_statement) return false;
  const other = tree.childOfKind(before, Kind.except_clause);
  const block = other < 0 ? -1 : handlerBlock(tree, other);
  if (block < 0 || !discardsSilently(tree, block) || !isExplained(module, before, other)) return false;
  const attempted = (one: number): string =>
    ownNodes(tree, tree.child(one, Field.body), Kind.call)
      .map((call) => written(tree, call))
      .join();
  const caught = (one: number): string => caughtTypes(module, one);
  return attempted(before) === attempted(attempt) && caught(other) === caught(handler);
}

function caughtTypes({ tree }: Module, handler: number): string {
  const value = tree.child(handler, Field.value);
  if (value < 0) return '';
  const types = tree.kind(value) === Kind.tuple ? tree.children(value) : [value];
  return types.map((type) => written(tree, type)).join();
}

/** A function of the module that the module itself hands on (`run(test_raise)`) is no test but what one works on. */
function isUsedAsValue({ tree, index }: Module, functionIndex: number): boolean {
  const { name, methodOf, node: definition } = index.functions[functionIndex]!;
  if (methodOf !== MODULE) return false;
  for (let node = 0; node < tree.size; node++) {
    if (tree.kind(node) === Kind.identifier && tree.name(node) === name && tree.parent(node) !== definition)
      return true;
  }
  return false;
}
