// BP407: a helper of tests that asks an API or waits, is long, and says nothing about itself. In: methods of test classes.
// Out: a note at the name. Who calls it is looked up in the whole checkout at the end, for the candidates alone.
import { commentsOf, functionDocstring, hasReason } from '../../model/comments.ts';
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import { hasTestBase, isTestClass } from '../../model/test-context.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { createClientCalls, type ClientCall } from './client-calls.ts';
import type { CreateDetector } from './detector.ts';
import { countStatements, ownNodes } from './own-nodes.ts';
import { argumentsOf, calledName, literalText } from './written-expression.ts';

interface Candidate {
  readonly module: Module;
  readonly functionIndex: number;
  readonly values: Readonly<Record<string, string | number>>;
  readonly numberKnown: boolean;
}

export const undocumentedHelper: CreateDetector<'undocumented-helper'> = (context) => {
  const { rule, knowledge } = context;
  const { project } = knowledge;
  const clientCall = createClientCalls(rule);
  const named = new RegExp(rule.named, 'u');
  const fakes = new RegExp(rule.fakes, 'iu');
  const sleeps = new Set(rule.sleeps);
  const candidates: Candidate[] = [];

  const isAsked = (module: Module, functionIndex: number): boolean => {
    const { tree } = module;
    const item = module.index.functions[functionIndex]!;
    const name = tree.names.text(item.name);
    if (item.methodOf === MODULE || item.parent !== MODULE || named.test(name) || fakes.test(name)) return false;
    if (/^__\w+__$/.test(name) || fakes.test(module.qualifiedClassName(item.methodOf))) return false;
    if (knowledge.role(module, functionIndex) !== 'helper' || !isHome(module, item.methodOf)) return false;
    return functionDocstring(module, functionIndex) < 0 && !overrides(module, functionIndex);
  };

  /** A class of tests, or one that such classes take methods from. */
  const isHome = (module: Module, classIndex: number): boolean =>
    hasTestBase(project, module, classIndex) ||
    /Mixin$|^Base|Base$/.test(module.qualifiedClassName(classIndex)) ||
    (isTestClass(project, module, classIndex) &&
      module.index.functions.some(
        (item) => item.methodOf === classIndex && module.tree.names.text(item.name).startsWith('test'),
      ));

  const overrides = (module: Module, functionIndex: number): boolean => {
    const { methodOf, name } = module.index.functions[functionIndex]!;
    const bases = project.bases({ module, index: methodOf });
    return bases.some(
      (base) => base.kind === 'class' && project.method(base, module.tree.names.text(name)) !== undefined,
    );
  };

  const sleepNames = new Set(rule.sleeps.map((name) => project.names.find(name.slice(name.lastIndexOf('.') + 1))));

  const isSleep = (module: Module, functionIndex: number, call: number): boolean => {
    const { tree } = module;
    const callee = tree.child(call, Field.function);
    const last = tree.kind(callee) === Kind.attribute ? tree.child(callee, Field.attribute) : callee;
    if (!sleepNames.has(tree.name(last))) return false;
    const definition = project.dotted(module, functionIndex, callee);
    if (definition?.kind !== 'external' || !sleeps.has(definition.name)) return false;
    // A sleep of nothing only lets others run.
    const duration = argumentsOf(tree, call).positional[0];
    return duration !== undefined && !/^0+(?:\.0*)?$/.test(tree.text(duration));
  };

  const look = (module: Module, functionIndex: number, calls: readonly number[]): void => {
    const { tree } = module;
    const { body, node } = module.index.functions[functionIndex]!;
    const asked = calls.map((call) => clientCall(module, call)).filter((call) => call !== undefined);
    const pauses = calls.some((call) => isSleep(module, functionIndex, call));
    if ((asked.length < 2 && !pauses) || !isAsked(module, functionIndex)) return;
    if (countStatements(tree, body) < rule.statements) return;
    if (
      ownNodes(tree, body, Kind.for_statement, Kind.while_statement, Kind.with_statement, Kind.try_statement).length ===
      0
    )
      return;
    // A remark above the definition does what a docstring would.
    if (commentsOf(module).commentBefore(node) !== undefined) return;
    const range = { start: tree.start(node), end: tree.end(node) };
    if (
      hasReason(
        commentsOf(module)
          .commentsIn(range)
          .map((comment) => comment.text)
          .join(' '),
      )
    )
      return;
    const silence = describeSilence(module, functionIndex, asked);
    if (silence === undefined) return;
    const lines = tree.line(tree.end(node) - 1) - tree.lineOf(node) + 1;
    candidates.push({
      module,
      functionIndex,
      numberKnown: true,
      values: {
        function: tree.names.text(module.index.functions[functionIndex]!.name),
        acts: describeActs(module, calls, asked, pauses),
        lines,
        silence,
      },
    });
  };

  const finish = (): void => {
    if (candidates.length === 0) return;
    const callers = callersByName(context.knowledge.project.modules, candidates, knowledge.role);
    for (const { module, functionIndex, values, numberKnown } of candidates) {
      const item = module.index.functions[functionIndex]!;
      const found = callers.get(item.name);
      if (found === undefined) continue;
      // What asserts and is all that its callers do is the body of tests: their names say what it is for.
      if (found.bare === found.all && asserts(module, functionIndex)) continue;
      context.report({
        module,
        functionIndex,
        node: item.node,
        values,
        rank: { numberKnown, callingTests: found.tests },
      });
    }
  };

  return {
    module: (module) => {
      if (!knowledge.context(module).isTest) return;
      const byFunction = new Map<number, number[]>();
      for (const call of module.index.calls) {
        const functionIndex = module.functionAround(call);
        if (functionIndex === MODULE) continue;
        const list = byFunction.get(functionIndex);
        if (list === undefined) byFunction.set(functionIndex, [call]);
        else list.push(call);
      }
      for (const [functionIndex, calls] of byFunction) if (calls.length > 1) look(module, functionIndex, calls);
    },
    finish,
  };
};

interface Callers {
  tests: number;
  /** Calls, and those among them that are all that a test does. */
  all: number;
  bare: number;
}

/** Functions that call one of the candidates' names, counted as far as they are tests. */
function callersByName(
  modules: readonly Module[],
  candidates: readonly Candidate[],
  role: (module: Module, functionIndex: number) => string,
): Map<number, Callers> {
  const wanted = new Set(candidates.map(({ module, functionIndex }) => module.index.functions[functionIndex]!.name));
  const found = new Map<number, Callers>();
  for (const module of modules) {
    const { tree } = module;
    const tests = new Set<string>();
    for (const call of module.index.calls) {
      const callee = call + 1;
      // Helpers are called on `self`; a method of that name on anything else is another one.
      if (tree.kind(callee) !== Kind.attribute) continue;
      const name = tree.name(tree.child(callee, Field.attribute));
      if (!wanted.has(name) || !/^(?:self|cls)$|^_?test/i.test(tree.text(tree.child(callee, Field.object)))) continue;
      let callers = found.get(name);
      if (callers === undefined) found.set(name, (callers = { tests: 0, all: 0, bare: 0 }));
      const functionIndex = module.functionAround(call);
      callers.all++;
      if (functionIndex !== MODULE && isAllOf(module, functionIndex, call, role)) callers.bare++;
      const key = `${name} ${functionIndex}`;
      if (functionIndex === MODULE || tests.has(key) || role(module, functionIndex) !== 'test') continue;
      tests.add(key);
      callers.tests++;
    }
  }
  return found;
}

function asserts({ tree, index }: Module, functionIndex: number): boolean {
  return ownNodes(tree, index.functions[functionIndex]!.body, Kind.call, Kind.assert_statement).some(
    (node) => tree.kind(node) !== Kind.call || /^_*(?:assert|fail)/.test(calledName(tree, node)),
  );
}

/** The call is a statement of its own, and the test that it stands in has no other (but a docstring). */
function isAllOf(
  module: Module,
  functionIndex: number,
  call: number,
  role: (module: Module, functionIndex: number) => string,
): boolean {
  const { tree, index } = module;
  if (role(module, functionIndex) !== 'test') return false;
  const statements = tree.children(index.functions[functionIndex]!.body);
  const [only, more] = functionDocstring(module, functionIndex) >= 0 ? statements.slice(1) : statements;
  return more === undefined && only !== undefined && only === tree.parent(call) && tree.kind(only) !== Kind.block;
}

/** "makes 2 API calls and waits for ACTIVE" */
function describeActs(module: Module, calls: readonly number[], asked: readonly ClientCall[], pauses: boolean): string {
  const acts: string[] = [];
  if (asked.length > 0) acts.push(`makes ${asked.length} API call${asked.length === 1 ? '' : 's'}`);
  const state = awaitedState(module, calls);
  if (state !== undefined) acts.push(`waits for ${state}`);
  else if (pauses) acts.push('sleeps');
  return acts.join(' and ');
}

/** The state that a helper waits for, if it is written there: `self._wait_for_state_change(server, 'ACTIVE')`. */
function awaitedState({ tree }: Module, calls: readonly number[]): string | undefined {
  for (const call of calls) {
    if (!/^_*(?:wait|poll|eventually)/.test(calledName(tree, call))) continue;
    const { positional, keywords } = argumentsOf(tree, call);
    for (const argument of [...positional, ...keywords.values()]) {
      const text = literalText(tree, argument);
      if (text !== undefined && /^[\w-]{2,30}$/.test(text)) return text;
    }
  }
  return undefined;
}

const filters = /^(?:search_opts|filters?|params|query)$/;

/**
 * What nobody says: the result if there is one, and why an answer is narrowed down. Undefined for a wait that does no more: its name says
 * what for, and the notes about waiting say how long.
 */
function describeSilence(module: Module, functionIndex: number, asked: readonly ClientCall[]): string | undefined {
  const { tree } = module;
  const { body, name } = module.index.functions[functionIndex]!;
  const key = asked.map(({ node }) => filterKey(module, node)).find((text) => text !== undefined);
  if (key === undefined && /(?:^|_)(?:wait|poll)/.test(tree.names.text(name))) return undefined;
  const returns = ownNodes(tree, body, Kind.return_statement).some(
    (node) => tree.next(node) > node + 1 && tree.kind(node + 1) !== Kind.none,
  );
  const missing = [returns ? 'what it returns' : '', key === undefined ? '' : `why it filters by ${key}`].filter(
    (text) => text !== '',
  );
  return missing.length === 0 ? 'what holds when it is done' : missing.join(' or ');
}

/** `reservation id`, of `search_opts={'reservation_id': ...}`. */
function filterKey({ tree }: Module, call: number): string | undefined {
  for (const [keyword, value] of argumentsOf(tree, call).keywords) {
    if (!filters.test(keyword) || tree.kind(value) !== Kind.dictionary) continue;
    const pair = tree.childOfKind(value, Kind.pair);
    const text = pair < 0 ? undefined : literalText(tree, tree.child(pair, Field.key));
    if (text !== undefined && /^\w{2,30}$/.test(text)) return text.replaceAll('_', ' ');
  }
  return undefined;
}
