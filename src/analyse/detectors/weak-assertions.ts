// BP163, BP167, BP168: tests whose assertions tell or check little. In: test functions. Out: a note at one without any assertion, at one
// that asserts only under a condition, or at the first of many assertions of which the log shows no value.
import { commentsOf, docstringText, functionDocstring } from '../../model/comments.ts';
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { CreateDetector } from './detector.ts';
import { ownNodes } from './own-nodes.ts';
import { assertionsIn, mayAssert } from './test-assertions.ts';
import { argumentsOf, calledName, written } from './written-expression.ts';

export const weakAssertions: CreateDetector<'weak-assertions'> = ({ rule, knowledge, report }) => {
  const { project } = knowledge;
  const surviving = new RegExp(rule.surviving ?? '(?!)', 'iu');

  const isAboutSurviving = (module: Module, functionIndex: number): boolean => {
    const { tree, index } = module;
    const { node, name } = index.functions[functionIndex]!;
    const comments = commentsOf(module);
    const inside = comments.commentsIn({ start: tree.start(node), end: tree.end(node) }).map(({ text }) => text);
    const told = [tree.names.text(name), docstringText(module, functionDocstring(module, functionIndex)), ...inside];
    return told.some((text) => surviving.test(text));
  };

  const lookForNone = (module: Module, functionIndex: number): void => {
    const { tree, index } = module;
    const { body, node, decorated, name } = index.functions[functionIndex]!;
    const statements = tree.children(body).filter((one) => tree.kind(one) !== Kind.pass_statement);
    // A test that is empty, skipped or expected to fail has another problem.
    if (ownNodes(tree, body, Kind.call).length === 0 || statements.length === 0 || decorated >= 0) return;
    if (isAboutSurviving(module, functionIndex) || mayAssert(project, module, functionIndex)) return;
    report({ module, functionIndex, node, values: { function: tree.names.text(name), count: 0, condition: '' } });
  };

  /** The `if` without an `else` that an assertion stands under; -1 if it is always reached. */
  const conditionOf = ({ tree }: Module, node: number, body: number): number => {
    for (
      let current = node, parent = tree.parent(node);
      parent !== body && parent >= 0;
      current = parent, parent = tree.parent(current)
    ) {
      if (tree.kind(parent) !== Kind.if_statement || tree.field(current) !== Field.consequence) continue;
      if (tree.child(parent, Field.alternative) < 0) return parent;
    }
    return -1;
  };

  const lookForConditional = (module: Module, functionIndex: number): void => {
    const { tree, index } = module;
    const { body, name } = index.functions[functionIndex]!;
    const assertions = assertionsIn(module, body);
    // `if not ok: self.fail(...)` is an assertion itself.
    if (assertions.some((node) => tree.kind(node) === Kind.raise_statement || /fail/i.test(calledName(tree, node))))
      return;
    if (assertions.some((node) => inLoop(module, node, body))) return;
    const [first] = assertions.map((node) => conditionOf(module, node, body));
    if (first === undefined || first < 0) return;
    if (assertions.some((node) => conditionOf(module, node, body) < 0)) return;
    // Another call may assert where no condition holds.
    const helpers = ownNodes(tree, body, Kind.call).filter(
      (call) => calledName(tree, call) !== '' && isOnSelf(module, call),
    );
    if (helpers.some((call) => !assertions.includes(call) && conditionOf(module, call, body) < 0)) return;
    const condition = tree.child(first, Field.condition);
    // `if sys.platform == ...` decides which test this is.
    if (
      /platform|version|environ|skip|has_|have_|hasattr|support|is_|maxsize|debug|uid\b|_ids\b/i.test(
        allNames(module, condition),
      )
    )
      return;
    if (/\b_*[A-Z][A-Z\d_]+\b/.test(allNames(module, condition))) return;
    report({
      module,
      functionIndex,
      node: first,
      values: {
        function: tree.names.text(name),
        count: assertions.length,
        condition: written(tree, condition) || 'a condition holds',
      },
      rank: { numberKnown: true },
    });
  };

  const lookForSilent = (module: Module, functionIndex: number): void => {
    const { tree, index } = module;
    const { body, name } = index.functions[functionIndex]!;
    const silent = assertionsIn(module, body).filter((node) => saysNothing(module, node));
    if (silent.length < (rule.assertions ?? Infinity)) return;
    report({
      module,
      functionIndex,
      node: silent[0]!,
      values: { function: tree.names.text(name), count: silent.length, condition: '' },
      rank: { numberKnown: true },
    });
  };

  const look = { none: lookForNone, conditional: lookForConditional, silent: lookForSilent }[rule.find];
  return {
    module: (module) => {
      if (!knowledge.context(module).isTest) return;
      module.index.functions.forEach((item, functionIndex) => {
        if (item.name !== 0 && item.parent === MODULE && knowledge.role(module, functionIndex) === 'test')
          look(module, functionIndex);
      });
    },
  };
};

/** `assertTrue(x)`, `assert a and b`: the log shows "False is not true", or not which of the two. */
function saysNothing({ tree }: Module, node: number): boolean {
  if (tree.kind(node) === Kind.assert_statement)
    return tree.children(node).length === 1 && tree.kind(node + 1) === Kind.boolean_operator;
  if (
    tree.kind(node) !== Kind.call ||
    !/^(?:assertTrue|assertFalse|failUnless|failIf|assert_)$/.test(calledName(tree, node))
  )
    return false;
  const { positional, keywords, hasSplat } = argumentsOf(tree, node);
  return positional.length === 1 && keywords.size === 0 && !hasSplat;
}

function inLoop({ tree }: Module, node: number, body: number): boolean {
  for (let parent = tree.parent(node); parent !== body && parent >= 0; parent = tree.parent(parent)) {
    const kind = tree.kind(parent);
    if (kind === Kind.for_statement || kind === Kind.while_statement || kind === Kind.except_clause) return true;
  }
  return false;
}

function isOnSelf({ tree }: Module, call: number): boolean {
  const callee = tree.child(call, Field.function);
  return tree.kind(callee) === Kind.attribute && tree.text(tree.child(callee, Field.object)) === 'self';
}

function allNames({ tree }: Module, node: number): string {
  let text = '';
  for (let inner = node; inner < tree.next(node); inner++)
    if (tree.kind(inner) === Kind.identifier) text += ` ${tree.text(inner)}`;
  return text;
}
