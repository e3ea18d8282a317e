// The detector `csrf-off`: protection against forged requests that is taken away. In: the rule's `uses` (settings, calls), views that a
// decorator exempts, classes that override the check with nothing. Out: a detection for each. Leaves alone: views that only read, that
// check a signature or token themselves, and those behind a framework with a check of its own.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import type { Definition, ProjectModel } from '../../model/project-model.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { CreateDetector } from './detector.ts';
import { emptiedChecks, numbersOfLast } from './emptied-checks.ts';
import { says } from './definition-around.ts';
import { usage } from './usage.ts';
import { circumstancesHold } from './use-circumstances.ts';
import { argumentsOf, written } from './written-expression.ts';

/** A function or class that answers requests. */
interface View {
  readonly module: Module;
  /** function_definition or class_definition. */
  readonly node: number;
}

export const csrfOff: CreateDetector<'csrf-off'> = (context) => {
  const { rule, knowledge, report } = context;
  const { project } = knowledge;
  const asData = usage({ ...context, rule: { ...rule, detector: 'usage' } });
  const exempting = new Set(rule.exempting);
  const exemptingNumbers = numbersOfLast(project, rule.exempting);
  const checkNumbers = numbersOfLast(project, rule.checks);
  const [changing, checking, session, safe, machines] = (
    ['changing', 'checking', 'session', 'safe', 'machines'] as const
  ).map((key) => new RegExp(rule[key], 'u')) as [RegExp, RegExp, RegExp, RegExp, RegExp];

  const tell = (module: Module, node: number, wording: string, name: string, isReview: boolean): void => {
    const site = { module, functionIndex: module.functionAround(node), node };
    const lowered = rule.lower?.find(({ when }) =>
      when.some((one) => circumstancesHold(one, site, undefined, context)),
    );
    report({
      ...site,
      wording,
      values: { name },
      ...(isReview || lowered !== undefined ? { tier: 'hotspot' as const } : {}),
      ...(lowered?.level === undefined ? {} : { level: lowered.level }),
    });
  };

  /** Nothing for a view that needs no check. */
  const judge = (view: View): { readonly isReview: boolean } | undefined => {
    const { module, node } = view;
    const { tree } = module;
    const decorated = tree.kind(tree.parent(node)) === Kind.decorated_definition ? tree.parent(node) : node;
    if (says(module, decorated, checking) || isSafe(view, decorated)) return undefined;
    if (!says(module, tree.child(node, Field.body), changing)) return undefined;
    const name = tree.text(tree.child(node, Field.name));
    const isForMachines = machines.test(name) || machines.test(module.path.split('/').at(-1)!);
    return { isReview: isForMachines && !says(module, decorated, session) };
  };

  const isSafe = ({ module, node }: View, decorated: number): boolean => {
    const { tree } = module;
    const heads = tree.children(decorated).filter((child) => tree.kind(child) === Kind.decorator);
    const bases = tree.child(node, Field.superclasses);
    return [...heads, ...(bases < 0 ? [] : [bases])].some((head) => says(module, head, safe));
  };

  const lookForExempted = (module: Module): void => {
    for (const node of mentionsOf(module, exemptingNumbers)) {
      const definition = project.dotted(module, module.functionAround(node), node);
      if (!isExempting(module, node, definition)) continue;
      const view = exemptedView(project, module, node);
      const verdict = view === undefined ? undefined : judge(view);
      if (view === undefined) lookAtBlueprint(module, node);
      if (verdict === undefined) continue;
      const name = view!.module.tree.text(view!.module.tree.child(view!.node, Field.name));
      tell(module, node, 'view', name, verdict.isReview);
    }
  };

  /** `csrf.exempt(blueprint)`: all views of the module that made it, of which some change data. */
  const lookAtBlueprint = (module: Module, node: number): void => {
    const argument = exemptedArgument(module, node);
    if (argument < 0) return;
    const views = viewsOfBlueprint(project, module, argument);
    const verdicts = views.flatMap((view) => judge(view) ?? []);
    if (verdicts.length === 0 || views.some((view) => checksAll(view))) return;
    const name = written(module.tree, argument);
    tell(
      module,
      node,
      'view',
      name,
      verdicts.every(({ isReview }) => isReview),
    );
  };

  /** `@blueprint.before_request`: looks at every request before the view does. */
  const checksAll = ({ module, node }: View): boolean => {
    const decorated = module.tree.parent(node);
    return says(module, decorated, /^before_request$/) && says(module, decorated, checking);
  };

  const isExempting = (module: Module, node: number, definition: Definition | undefined): boolean => {
    if (definition?.kind === 'external') return exempting.has(definition.name);
    const { tree } = module;
    if (definition?.kind === 'function' || definition?.kind === 'class' || tree.kind(node) !== Kind.attribute)
      return false;
    // `csrf.exempt`: what `csrf` was made by.
    const object = project.dotted(module, module.functionAround(node), tree.child(node, Field.object));
    const made = object?.kind === 'value' ? object.bindings : [];
    return made.some((binding) => {
      if (binding.kind !== 'value' || object?.kind !== 'value') return false;
      const maker = object.module;
      if (maker.tree.kind(binding.value) !== Kind.call) return false;
      const callee = project.dotted(maker, MODULE, maker.tree.child(binding.value, Field.function));
      const method = tree.text(tree.child(node, Field.attribute));
      return callee?.kind === 'external' && exempting.has(`${callee.name}.${method}`);
    });
  };

  const lookForEmptied = (module: Module): void => {
    for (const { node, name } of emptiedChecks(project, module, rule.checks, checkNumbers))
      tell(module, node, 'check', name, false);
  };

  return {
    ...asData,
    module: (module) => {
      asData.module?.(module);
      if (knowledge.context(module).isTest) return;
      if (exemptingNumbers.size > 0) lookForExempted(module);
      lookForEmptied(module);
    },
  };
};

/** Names and attributes with such a last name, outside imports. */
function mentionsOf(module: Module, numbers: ReadonlySet<number>): number[] {
  const { tree, index } = module;
  const found: number[] = [];
  for (const attribute of index.attributes) {
    if (numbers.has(tree.name(tree.child(attribute, Field.attribute)))) found.push(attribute);
  }
  const own = new Set([...numbers].filter((number) => module.bindings.byName.has(number)));
  for (const node of index.imports) {
    for (const child of tree.children(node)) {
      if (tree.kind(child) !== Kind.aliased_import) continue;
      const dotted = tree.child(child, Field.name);
      if (numbers.has(tree.name(tree.children(dotted).at(-1) ?? dotted)))
        own.add(tree.name(tree.child(child, Field.alias)));
    }
  }
  for (let node = 0; own.size > 0 && node < tree.size; node++) {
    if (tree.kind(node) !== Kind.identifier || !own.has(tree.name(node))) continue;
    const parent = tree.kind(tree.parent(node));
    if (parent !== Kind.attribute && parent !== Kind.dotted_name && parent !== Kind.aliased_import) found.push(node);
  }
  return found;
}

/** What `exempt(view)` is called with; -1 if it is no call. */
function exemptedArgument({ tree }: Module, node: number): number {
  const call = tree.parent(node);
  if (tree.kind(call) !== Kind.call || tree.field(node) !== Field.function) return -1;
  return argumentsOf(tree, call).positional[0] ?? -1;
}

/** Functions that a blueprint's decorators register, in the module that made it. */
function viewsOfBlueprint(project: ProjectModel, module: Module, node: number): View[] {
  const made = project.dotted(module, module.functionAround(node), node);
  if (made?.kind !== 'value') return [];
  const owner = made.module;
  const { tree, index } = owner;
  const names = made.bindings.flatMap((binding) => {
    if (binding.kind !== 'value' || tree.kind(binding.value) !== Kind.call) return [];
    const maker = project.dotted(owner, MODULE, tree.child(binding.value, Field.function));
    if (maker?.kind !== 'external' || !/(?:^|\.)Blueprint$/.test(maker.name)) return [];
    const assignment = tree.parent(binding.value);
    const left = tree.kind(assignment) === Kind.assignment ? tree.child(assignment, Field.left) : -1;
    return left >= 0 && tree.kind(left) === Kind.identifier ? [tree.name(left)] : [];
  });
  return index.functions.flatMap(({ node: definition }) => {
    const decorated = tree.parent(definition);
    if (tree.kind(decorated) !== Kind.decorated_definition) return [];
    const isRegistered = tree.children(decorated).some((child) => {
      if (tree.kind(child) !== Kind.decorator) return false;
      // Of `@blueprint.post("/")` the first name.
      for (let inner = child + 1; inner < tree.next(child); inner++)
        if (tree.kind(inner) === Kind.identifier) return names.includes(tree.name(inner));
      return false;
    });
    return isRegistered ? [{ module: owner, node: definition }] : [];
  });
}

/** What a decorator or a call of it is about: `@exempt`, `@method_decorator(exempt)`, `exempt(view)`, `exempt(View.as_view())`. */
function exemptedView(project: ProjectModel, module: Module, node: number): View | undefined {
  const { tree } = module;
  for (let current = node; current >= 0; current = tree.parent(current)) {
    if (tree.kind(current) !== Kind.decorator) continue;
    const definition = tree.child(tree.parent(current), Field.definition);
    // `dispatch` hands over to the methods of its class.
    const isDispatch =
      tree.kind(definition) === Kind.function_definition &&
      tree.text(tree.child(definition, Field.name)) === 'dispatch' &&
      module.classAround(definition) !== MODULE;
    return {
      module,
      node: isDispatch ? module.index.classes[module.classAround(definition)]!.node : definition,
    };
  }
  let argument = exemptedArgument(module, node);
  if (argument < 0) return undefined;
  if (argument >= 0 && tree.kind(argument) === Kind.call) {
    const callee = tree.child(argument, Field.function);
    if (tree.kind(callee) !== Kind.attribute || tree.text(tree.child(callee, Field.attribute)) !== 'as_view')
      return undefined;
    argument = tree.child(callee, Field.object);
  }
  const target = argument < 0 ? undefined : project.dotted(module, module.functionAround(node), argument);
  if (target?.kind === 'function')
    return { module: target.module, node: target.module.index.functions[target.index]!.node };
  if (target?.kind === 'class') return { module: target.module, node: target.module.index.classes[target.index]!.node };
  return undefined;
}
