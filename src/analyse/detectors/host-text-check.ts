// The detector `host-text-check`: a URL, host or origin that is judged by a piece of text in it: `"shop.com" in url`, `url.startswith(...)`.
// In: such tests in conditions. Out: a detection for each that somebody can pass with a host of their own. Leaves alone: tests by which
// nothing is decided, those that go on to a slash or begin with a dot, lists of hosts.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { createNameTest } from '../name-test.ts';
import { topLevel } from '../patterns/hostname.ts';
import { textOf } from '../values/constant.ts';
import { stringConstant } from '../values/literals.ts';
import type { CreateDetector } from './detector.ts';
import { leavesOf } from './expression-leaves.ts';
import { givenHeaders, headerTokens } from './given-headers.ts';
import { ownNodes } from './own-nodes.ts';
import { isOrigin, isRequestedOrigin, ORIGIN, valueNode } from './request-origin.ts';
import { circumstancesHold } from './use-circumstances.ts';
import { argumentsOf, calledName, literalText } from './written-expression.ts';

/** A test of a text for a part, with what is asked and what for. */
interface Test {
  readonly node: number;
  readonly subject: number;
  readonly text: string;
  readonly how: 'in' | 'startswith' | 'endswith';
}

export const hostTextCheck: CreateDetector<'host-text-check'> = (context) => {
  const { rule, knowledge, report } = context;
  const subjects = new RegExp(rule.subject, 'iu');
  const guarding = new RegExp(rule.guarding, 'iu');
  const isHostToken = createNameTest(knowledge.project.names, (token) => {
    const constant = stringConstant(token);
    return constant !== undefined && hostIn(textOf(constant) ?? '') !== undefined;
  });
  let tokens: ReadonlyMap<number, string> | undefined;

  const isSubject = (module: Module, functionIndex: number, node: number): boolean => {
    const leaves = leavesOf(module, functionIndex, node);
    return (
      leaves.length > 0 && leaves.every(({ name, variables }) => [name, ...variables].some((one) => subjects.test(one)))
    );
  };

  /** Functions that tell the browser that the origin of the request may read the answer. */
  const reflecting = (module: Module): ReadonlySet<number> => {
    tokens ??= headerTokens(knowledge.project.names, [ORIGIN]);
    const found = new Set<number>();
    for (const header of givenHeaders(module, tokens, context.engine())) {
      const { functionIndex } = header;
      if (functionIndex !== MODULE && isRequestedOrigin(module, functionIndex, valueNode(header)))
        found.add(functionIndex);
    }
    return found;
  };

  const isOfOrigin = (module: Module, functionIndex: number, node: number): boolean =>
    leavesOf(module, functionIndex, node).some((leaf) => isOrigin(leaf) || /^origin$/i.test(leaf.name));

  return {
    module: (module) => {
      if (knowledge.context(module).isTest) return;
      const tests = hostTests(module, isHostToken);
      if (tests.length === 0) return;
      const allowed = rule.of === 'origin' ? reflecting(module) : undefined;
      for (const test of tests) {
        const functionIndex = module.functionAround(test.node);
        const counts =
          allowed === undefined
            ? isSubject(module, functionIndex, test.subject) && decides(module, test, guarding)
            : allowed.has(functionIndex) && isOfOrigin(module, functionIndex, test.subject);
        if (!counts) continue;
        const site = { module, functionIndex, node: test.node };
        const lowered = rule.lower?.find(({ when }) =>
          when.some((one) => circumstancesHold(one, site, undefined, context)),
        );
        report({
          ...site,
          wording: test.how,
          values: { host: test.text.replace(/^https?:\/\/|[/:].*$/g, '') },
          ...(lowered === undefined ? {} : { tier: lowered.tier }),
          ...(lowered?.level === undefined ? {} : { level: lowered.level }),
        });
      }
    },
  };
};

/** The host in a text that is one, with or without a scheme: `https://shop.com`, `shop.com/`. */
function hostIn(text: string): string | undefined {
  const host = /^(?:https?:\/\/)?(\.?[\w-]+(?:\.[\w-]+)+)(?::\d+)?\/?$/.exec(text)?.[1];
  const last = host?.slice(host.lastIndexOf('.') + 1).toLowerCase();
  return last !== undefined && topLevel.test(last) && /[a-z]/i.test(host!) ? host : undefined;
}

/** Tests for a host that another host can pass as well. */
function hostTests(module: Module, isHostToken: (name: number) => boolean): Test[] {
  const { tree, index } = module;
  const found: Test[] = [];
  for (const literal of index.strings) {
    if (!isHostToken(tree.name(literal))) continue;
    const text = literalText(tree, literal) ?? '';
    let node = tree.parent(literal);
    // One of several: `url.startswith(('https://a.com', 'https://b.com'))`.
    if (tree.kind(node) === Kind.tuple) node = tree.parent(node);
    if (tree.kind(node) === Kind.comparison_operator) {
      const [left = -1, operator = -1, right = -1, more] = tree.children(node);
      const isIn = tree.kind(operator) === Kind["'in'"] || tree.kind(operator) === Kind["'not in'"];
      if (left === literal && isIn && more === undefined) found.push({ node, subject: right, text, how: 'in' });
      continue;
    }
    const call = tree.parent(node);
    if (tree.kind(node) !== Kind.argument_list || tree.kind(call) !== Kind.call) continue;
    const how = calledName(tree, call);
    const callee = tree.child(call, Field.function);
    if (tree.kind(callee) !== Kind.attribute || argumentsOf(tree, call).positional.length !== 1) continue;
    const subject = tree.child(callee, Field.object);
    if (how === 'startswith' && !text.endsWith('/')) found.push({ node: call, subject, text, how });
    if (how === 'endswith' && /^\w/.test(text) && !text.includes('/')) found.push({ node: call, subject, text, how });
  }
  return found.filter((test, i) => found.findIndex(({ node }) => node === test.node) === i);
}

/** It is a condition, and names, or what is done where it does not hold, show what for. */
function decides(module: Module, { node: test }: Test, guarding: RegExp): boolean {
  const { tree, index } = module;
  let isNegated =
    tree.kind(test) === Kind.comparison_operator && tree.kind(tree.children(test)[1]!) === Kind["'not in'"];
  let node = test;
  for (let parent = tree.parent(node); parent >= 0; node = parent, parent = tree.parent(node)) {
    const kind = tree.kind(parent);
    if (kind === Kind.not_operator) isNegated = !isNegated;
    else if (kind !== Kind.parenthesized_expression && kind !== Kind.boolean_operator) break;
  }
  const parent = tree.parent(node);
  const kind = tree.kind(parent);
  const isIf = (kind === Kind.if_statement || kind === Kind.elif_clause) && tree.field(node) === Field.condition;
  if (!isIf && kind !== Kind.return_statement && kind !== Kind.assert_statement && kind !== Kind.assignment)
    return false;
  if (isIf && isNegated && refuses(module, tree.child(parent, Field.consequence))) return true;
  for (let at = module.functionAround(test); at !== MODULE; at = index.functions[at]!.parent)
    if (guarding.test(tree.names.text(index.functions[at]!.name))) return true;
  return kind === Kind.assignment && guarding.test(tree.text(tree.child(parent, Field.left)));
}

/** A branch that raises, or leaves with nothing. */
function refuses({ tree }: Module, block: number): boolean {
  return (
    block >= 0 &&
    ownNodes(tree, block, Kind.raise_statement, Kind.call).some(
      (node) =>
        tree.kind(node) === Kind.raise_statement ||
        /^(?:abort|HttpResponse(?:Forbidden|BadRequest)|forbidden|PermissionDenied|deny|reject)$/.test(
          calledName(tree, node),
        ),
    )
  );
}
