// The detector `host-text-check`: a URL, host or origin that is judged by a piece of text in it: `"shop.com" in url`, `url.startswith(...)`.
// In: such tests in conditions. Out: a detection for each that somebody can pass with a host of their own. Leaves alone: tests by which
// nothing is decided, those that go on to a slash or begin with a dot, lists of hosts. Also tells of a framework's check of the origin that is overridden with nothing.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { createNameTest } from '../name-test.ts';
import { topLevel } from '../patterns/hostname.ts';
import { textOf } from '../values/constant.ts';
import { stringConstant } from '../values/literals.ts';
import { decides } from './deciding-test.ts';
import type { CreateDetector } from './detector.ts';
import { emptiedChecks, numbersOfLast } from './emptied-checks.ts';
import { leavesOf } from './expression-leaves.ts';
import { givenHeaders, headerTokens } from './given-headers.ts';
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
  const checkNumbers = numbersOfLast(knowledge.project, rule.checks ?? []);
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
      for (const { node, name } of emptiedChecks(knowledge.project, module, rule.checks ?? [], checkNumbers))
        report({
          module,
          functionIndex: module.functionAround(node),
          node,
          wording: 'check',
          values: { name, host: '' },
          tier: 'hotspot',
        });
      const tests = hostTests(module, isHostToken);
      if (tests.length === 0) return;
      const allowed = rule.of === 'origin' ? reflecting(module) : undefined;
      for (const test of tests) {
        const functionIndex = module.functionAround(test.node);
        const counts =
          allowed === undefined
            ? isSubject(module, functionIndex, test.subject) && decides(module, test.node, guarding)
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
  found.push(...testsByList(module, isHostToken));
  return found.filter((test, i) => found.findIndex(({ node }) => node === test.node) === i);
}

/** `any(host.endswith(one) for one in HOSTS)`, `host.endswith(HOSTS)`, where a name of the top level's list has no dot before it. */
function testsByList(module: Module, isHostToken: (name: number) => boolean): Test[] {
  const { tree, index } = module;
  const texts = new Map<number, string>();
  for (const literal of index.strings) {
    const list = isHostToken(tree.name(literal)) ? tree.parent(literal) : -1;
    const isList = list >= 0 && [Kind.list, Kind.tuple, Kind.set].some((kind) => tree.kind(list) === kind);
    const assignment = isList ? tree.parent(list) : -1;
    if (assignment < 0 || tree.kind(assignment) !== Kind.assignment || module.functionAround(assignment) !== MODULE)
      continue;
    const name = tree.name(tree.child(assignment, Field.left));
    const text = literalText(tree, literal) ?? '';
    if (/^\w/.test(text) && !text.includes('/') && !texts.has(name)) texts.set(name, text);
  }
  if (texts.size === 0) return [];
  return index.calls.flatMap((call): Test[] => {
    const callee = tree.child(call, Field.function);
    const [one, ...more] = argumentsOf(tree, call).positional;
    if (calledName(tree, call) !== 'endswith' || tree.kind(callee) !== Kind.attribute) return [];
    if (one === undefined || more.length > 0 || tree.kind(one) !== Kind.identifier) return [];
    const subject = tree.child(callee, Field.object);
    const whole = texts.get(tree.name(one));
    if (whole !== undefined) return [{ node: call, subject, text: whole, how: 'endswith' }];
    const generator = tree.parent(call);
    const clause =
      tree.kind(generator) === Kind.generator_expression ? tree.childOfKind(generator, Kind.for_in_clause) : -1;
    if (clause < 0 || tree.name(tree.child(clause, Field.left)) !== tree.name(one)) return [];
    const text = texts.get(tree.name(tree.child(clause, Field.right)));
    // `any(...)`: the generator is its only argument, with or without parentheses of its own.
    let around = tree.parent(generator);
    if (tree.kind(around) === Kind.argument_list) around = tree.parent(around);
    return text === undefined || calledName(tree, around) !== 'any'
      ? []
      : [{ node: around, subject, text, how: 'endswith' }];
  });
}
