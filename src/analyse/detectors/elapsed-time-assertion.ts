// The detector `elapsed-time-assertion` (BP152): an assertion that little time has passed. In: comparisons and assertion
// calls with the values known there. Out: a note, with the margin that the test's own pauses leave.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { Argument, CallEvent, CompareEvent, Site } from '../interpreter/events.ts';
import { numberOf } from '../values/constant.ts';
import { onlyConstant } from '../values/value.ts';
import { calledName } from './written-expression.ts';
import { bare, lastName } from '../waiting/expressions.ts';
import { isPatched } from '../waiting/patched-names.ts';
import { tellsTimeHere } from '../waiting/says-why.ts';
import { written } from '../waiting/seconds.ts';
import type { CreateDetector } from './detector.ts';
import { qualifiedTargets } from './qualified-targets.ts';

const clockName = /^(?:time|monotonic|perf_counter|default_timer|sleep)$/;
const lessThan: ReadonlySet<string> = new Set(['assertLess', 'assertLessEqual']);
const greaterThan: ReadonlySet<string> = new Set(['assertGreater', 'assertGreaterEqual']);

interface Pause {
  readonly node: number;
  readonly seconds: number;
}

export const elapsedTimeAssertion: CreateDetector<'elapsed-time-assertion'> = ({ rule, knowledge, report }) => {
  const { project } = knowledge;
  const clockNumbers = new Set(
    rule.clocks.map((name) => project.names.find(name.slice(name.lastIndexOf('.') + 1))).filter((name) => name !== 0),
  );
  // Constant pauses by function, in the order of the events.
  const pauses = new Map<Module, Map<number, Pause[]>>();

  const isClockCall = (module: Module, functionIndex: number, node: number): boolean => {
    if (module.tree.kind(node) !== Kind.call) return false;
    const callee = module.tree.child(node, Field.function);
    const last = lastName(module.tree, callee);
    if (last < 0 || !clockNumbers.has(module.tree.name(last))) return false;
    const definition = project.dotted(module, functionIndex, callee);
    if (definition?.kind === 'external') return rule.clocks.includes(definition.name);
    // `loop.time()`, of an event loop that is a local or an attribute.
    const object =
      module.tree.kind(callee) === Kind.attribute ? lastName(module.tree, module.tree.child(callee, Field.object)) : -1;
    return object >= 0 && /^_?loop$/.test(module.tree.text(object)) && module.tree.text(last) === 'time';
  };

  /** The expression a name stands for: its last assignment before the place. */
  const valueOf = ({ module, functionIndex }: Site, node: number): number => {
    if (module.tree.kind(node) !== Kind.identifier || functionIndex === MODULE) return node;
    const bindings =
      module.functionBindings(module.index.functions[functionIndex]!).byName.get(module.tree.name(node)) ?? [];
    const last = bindings.findLast((binding) => binding.node < node);
    return last?.kind === 'value' ? last.value : -1;
  };

  /** Where the first clock of a difference of two clock reads stands; -1 if it is none. */
  const startOf = (site: Site, node: number): number => {
    const { module, functionIndex } = site;
    const { tree } = module;
    const value = bare(tree, valueOf(site, bare(tree, node)));
    if (
      value < 0 ||
      tree.kind(value) !== Kind.binary_operator ||
      tree.kind(tree.child(value, Field.operator)) !== Kind["'-'"]
    )
      return -1;
    const [end, start] = [Field.left, Field.right].map((field) =>
      bare(tree, valueOf(site, bare(tree, tree.child(value, field)))),
    );
    return isClockCall(module, functionIndex, end!) && isClockCall(module, functionIndex, start!) ? start! : -1;
  };

  /** In a loop that the clock was started before: a deadline, not an expectation. */
  const isGuard = ({ module, node }: Site, start: number): boolean => {
    const { tree } = module;
    for (let current = tree.parent(node); current >= 0; current = tree.parent(current)) {
      const kind = tree.kind(current);
      if (kind === Kind.function_definition) return false;
      if ((kind === Kind.while_statement || kind === Kind.for_statement) && start < current) return true;
    }
    return false;
  };

  const tell = (site: Site, smaller: Argument, larger: Argument): void => {
    const constant = onlyConstant(larger.value);
    const limit = constant === undefined || constant.type === 'bool' ? undefined : numberOf(constant);
    if (limit === undefined || limit <= 0 || limit >= rule.below) return;
    const start = startOf(site, smaller.node);
    if (start < 0 || isGuard(site, start) || /(?:^|\/)(?:benchmarks?|perf)\//.test(site.module.path)) return;
    if (isPatched(project, site.module, site.functionIndex, clockName) || tellsTimeHere(site)) return;
    const own = (pauses.get(site.module)?.get(site.functionIndex) ?? []).filter(
      ({ node }) => node > start && node < site.node,
    );
    const paused = own.reduce((sum, { seconds }) => sum + seconds, 0);
    // A pause that is a small part of the limit does not explain it.
    const hasMargin = paused < limit && paused >= limit / 4;
    report({
      ...site,
      ...(hasMargin ? { wording: 'margin' } : {}),
      values: { limit: written(limit), paused: written(paused), margin: written(limit - paused) },
      related: own
        .slice(0, 10)
        .map(({ node }) => ({ module: site.module, node, message: 'a pause of the test itself' })),
      rank: { numberKnown: true },
    });
  };

  const onCall = (event: CallEvent): void => {
    const { module, functionIndex, node } = event;
    const name = calledName(module.tree, node);
    const [first, second] = event.arguments.positional;
    if (first !== undefined && second !== undefined) {
      if (lessThan.has(name)) tell(event, first, second);
      else if (greaterThan.has(name)) tell(event, second, first);
    }
    if (
      first === undefined ||
      inLoop(module, node) ||
      !qualifiedTargets(event.targets).some((target) => rule.calls.includes(target))
    )
      return;
    const constant = onlyConstant(first.value);
    const seconds = constant === undefined ? undefined : numberOf(constant);
    if (seconds === undefined) return;
    let ofModule = pauses.get(module);
    if (ofModule === undefined) pauses.set(module, (ofModule = new Map<number, Pause[]>()));
    const list = ofModule.get(functionIndex);
    if (list === undefined) ofModule.set(functionIndex, [{ node, seconds }]);
    else list.push({ node, seconds });
  };

  const onCompare = (event: CompareEvent): void => {
    if (!isAsserted(event)) return;
    if (event.operator === '<' || event.operator === '<=') tell(event, event.left, event.right);
    else if (event.operator === '>' || event.operator === '>=') tell(event, event.right, event.left);
  };

  /** Functions of test code that read the clock twice. */
  const candidates = (module: Module): number[] => {
    const counts = new Map<number, number>();
    const { tree, index } = module;
    for (const call of index.calls) {
      const last = lastName(tree, tree.child(call, Field.function));
      if (last < 0 || !clockNumbers.has(tree.name(last))) continue;
      const functionIndex = module.functionAround(call);
      counts.set(functionIndex, (counts.get(functionIndex) ?? 0) + 1);
    }
    const found = [...counts]
      .filter(([functionIndex, count]) => count > 1 && functionIndex !== MODULE)
      .map(([functionIndex]) => functionIndex);
    return found.length > 0 && knowledge.context(module).isTest ? found : [];
  };

  const called = [...lessThan, ...greaterThan, ...rule.calls.map((name) => name.slice(name.lastIndexOf('.') + 1))];
  return {
    interest: { functions: candidates },
    observer: { call: onCall, compare: onCompare },
    hears: { calls: called },
  };
};

/** The comparison is what an `assert` or `assertTrue` asks for. */
function isAsserted({ module, node }: CompareEvent): boolean {
  const { tree } = module;
  let current = node;
  for (let parent = tree.parent(current); parent >= 0; current = parent, parent = tree.parent(parent)) {
    const kind = tree.kind(parent);
    if (kind === Kind.parenthesized_expression || kind === Kind.argument_list) continue;
    if (kind === Kind.boolean_operator && tree.kind(tree.child(parent, Field.operator)) === Kind["'and'"]) continue;
    if (kind === Kind.assert_statement) return current === parent + 1;
    return kind === Kind.call && calledName(tree, parent) === 'assertTrue' && tree.kind(current) === Kind.argument_list;
  }
  return false;
}

function inLoop({ tree }: Module, node: number): boolean {
  for (let current = tree.parent(node); current >= 0; current = tree.parent(current)) {
    const kind = tree.kind(current);
    if (kind === Kind.while_statement || kind === Kind.for_statement) return true;
    if (kind === Kind.function_definition) return false;
  }
  return false;
}
