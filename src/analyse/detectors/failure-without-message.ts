// BP306: a test fails and prints nothing. In: calls, assertions and raises of test code. Out: a note at each.
import { commentsOf } from '../../model/comments.ts';
import { frameworkOf } from '../../model/framework.ts';
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import { isTestClass } from '../../model/test-context.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { failureText, namesCase } from '../repairs/failure-text.ts';
import { statementAround } from '../constructs.ts';
import type { CreateDetector } from './detector.ts';
import { ownNodes } from './own-nodes.ts';
import { expectsError } from './stand-ins.ts';
import { argumentsOf, calledName, written } from './written-expression.ts';

export const failureWithoutMessage: CreateDetector<'failure-without-message'> = (context) => {
  const { rule, knowledge } = context;
  const { project } = knowledge;
  const methods = new Set(rule.calls.filter((name) => !name.includes('.')));
  const functions = new Set(rule.calls.filter((name) => name.includes('.')));
  const lastNames = new Set(rule.calls.map((name) => name.slice(name.lastIndexOf('.') + 1)));

  /** What the log will show, if the node fails without a text; undefined if it does not. */
  const shown = (module: Module, functionIndex: number, node: number): string | undefined => {
    const { tree } = module;
    switch (tree.kind(node)) {
      case Kind.assert_statement: {
        if (tree.children(node).length !== 1) return undefined;
        const isZero = tree.kind(node + 1) === Kind.integer && tree.text(node + 1) === '0';
        return tree.kind(node + 1) === Kind.false || isZero ? 'AssertionError' : undefined;
      }
      case Kind.raise_statement: {
        if (tree.children(node).length !== 1) return undefined;
        const isCall = tree.kind(node + 1) === Kind.call;
        if (isCall && tree.next(tree.child(node + 1, Field.arguments)) !== tree.child(node + 1, Field.arguments) + 1)
          return undefined;
        const raised = isCall ? tree.child(node + 1, Field.function) : node + 1;
        const definition = project.dotted(module, functionIndex, raised);
        return definition?.kind === 'external' && definition.name === 'AssertionError' ? 'AssertionError' : undefined;
      }
      default:
        return shownByCall(module, functionIndex, node);
    }
  };

  const shownByCall = (module: Module, functionIndex: number, call: number): string | undefined => {
    const { tree } = module;
    const name = calledName(tree, call);
    const { positional, keywords, hasSplat } = argumentsOf(tree, call);
    if (positional.length > 0 || keywords.size > 0 || hasSplat) return undefined;
    const callee = tree.child(call, Field.function);
    const definition = project.dotted(module, functionIndex, callee);
    if (definition?.kind === 'external' && functions.has(definition.name)) return 'Failed';
    const onSelf = tree.kind(callee) === Kind.attribute && tree.text(tree.child(callee, Field.object)) === 'self';
    if (!onSelf || !methods.has(name)) return undefined;
    const owner = module.index.functions[functionIndex]!.parentClass;
    return owner !== MODULE && isTestClass(project, module, owner) ? 'AssertionError: None' : undefined;
  };

  /** A test or a helper of tests: who reads its log did not write it yesterday. */
  const speaks = (module: Module, functionIndex: number): boolean => {
    const item = module.index.functions[functionIndex]!;
    // A class inside a test or a test class is what that one tests.
    if (item.parentClass !== MODULE) {
      const { parent, parentClass } = module.index.classes[item.parentClass]!;
      if (parent !== MODULE || parentClass !== MODULE) return false;
    }
    if (item.name === 0 || (item.decorated >= 0 && expectsFailure(module, item.decorated))) return false;
    const role = knowledge.role(module, functionIndex);
    return role === 'test' || (role === 'helper' && item.parent === MODULE && !isStandIn(module, functionIndex));
  };

  /** Stands in a `try` that catches the failure: it is part of the test. */
  const isCaught = (module: Module, functionIndex: number, node: number): boolean => {
    const { tree } = module;
    for (let current = node, parent = tree.parent(node); parent >= 0; current = parent, parent = tree.parent(current)) {
      if (tree.kind(parent) === Kind.function_definition) return false;
      if (tree.kind(parent) !== Kind.try_statement || tree.field(current) !== Field.body) continue;
      const catches = tree.children(parent).some((clause) => {
        if (tree.kind(clause) !== Kind.except_clause) return false;
        const value = tree.child(clause, Field.value);
        if (value < 0) return true;
        return [value, ...ownNodes(tree, value)].some((part) => {
          const definition =
            tree.kind(part) === Kind.identifier ? project.dotted(module, functionIndex, part) : undefined;
          return (
            definition?.kind === 'external' && /^(?:AssertionError|Exception|BaseException)$/.test(definition.name)
          );
        });
      });
      if (catches) return true;
    }
    return false;
  };

  const look = (module: Module, node: number): void => {
    const { tree } = module;
    const functionIndex = module.functionAround(node);
    if (functionIndex === MODULE) return;
    const text = shown(module, functionIndex, node);
    if (text === undefined || !speaks(module, functionIndex)) return;
    if (expectsError({ module, functionIndex, node }) || isCaught(module, functionIndex, node)) return;
    if (namesCase(module, node)) return;
    const comment = commentsOf(module).commentOnLine(tree.line(tree.end(statementAround(tree, node)) - 1));
    const isCommented = comment !== undefined && !comment.ownLine;
    context.report({
      module,
      functionIndex,
      node,
      values: {
        function: tree.names.text(module.index.functions[functionIndex]!.name),
        failure: describe(module, node),
        shown: text,
      },
      ...(isCommented ? { fix: 'Move the comment into the call: the log shows the text, not the comment.' } : {}),
      repair: isCommented
        ? undefined
        : failureText(
            module,
            functionIndex,
            node,
            frameworkOf(project, module, module.index.functions[functionIndex]!.methodOf),
          ),
      rank: { explainedByComment: isCommented },
    });
  };

  return {
    module: (module) => {
      if (!knowledge.context(module).isTest) return;
      const { tree, index } = module;
      for (const call of index.calls) if (lastNames.has(calledName(tree, call))) look(module, call);
      for (const statement of [...index.asserts, ...index.raises]) look(module, statement);
    },
  };
};

/** The failure as the code writes it: `self.fail()`, `assert False`, `raise AssertionError`. */
function describe({ tree }: Module, node: number): string {
  if (tree.kind(node) === Kind.call) return written(tree, node);
  const word = tree.kind(node) === Kind.assert_statement ? 'assert' : 'raise';
  return `${word} ${tree.kind(node + 1) === Kind.false ? 'False' : written(tree, node + 1)}`;
}

/** A method of a fake: a traceback through it says which call was not expected. */
function isStandIn(module: Module, functionIndex: number): boolean {
  const { body, parentClass } = module.index.functions[functionIndex]!;
  if (parentClass !== MODULE && /fake|mock|stub|dummy/i.test(module.qualifiedClassName(parentClass))) return true;
  return module.tree.children(body).length === 1;
}

function expectsFailure({ tree }: Module, decorated: number): boolean {
  return tree.children(decorated).some((child) => {
    if (tree.kind(child) !== Kind.decorator) return false;
    return /(?:expectedFailure|xfail)\b/.test(written(tree, child + 1));
  });
}
