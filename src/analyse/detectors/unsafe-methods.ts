// The detector `unsafe-methods`: a view that changes data for GET as for POST. In: routes with several methods, views of Django without a
// limit on them. Out: a detection for each whose body writes and never asks which method it is. Leaves alone: what other methods of a
// class do, and views that read what only a POST brings.
import type { FunctionNode } from '../../model/file-index.ts';
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import { parameterNames } from '../../model/project-model.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { createNameTest } from '../name-test.ts';
import { externalName } from './calls-by-name.ts';
import { says } from './definition-around.ts';
import type { CreateDetector } from './detector.ts';
import { ownNodes } from './own-nodes.ts';
import { argumentsOf, calledName, literalText, written } from './written-expression.ts';

/** A function that answers GET and, by `other`, something that changes. */
interface OpenView {
  readonly module: Module;
  readonly functionIndex: number;
  readonly other: string;
}

export const unsafeMethods: CreateDetector<'unsafe-methods'> = ({ rule, knowledge, report }) => {
  const { project } = knowledge;
  const [routing, writing, bulk, separating, safe, meant, answering] = (
    ['routing', 'writing', 'bulk', 'separating', 'safe', 'meant', 'answering'] as const
  ).map((key) => new RegExp(rule[key], 'u')) as [RegExp, RegExp, RegExp, RegExp, RegExp, RegExp, RegExp];
  const isRouting = createNameTest(project.names, (token) => routing.test(token));

  /** A method that changes GET's neighbour, if the list has GET too. */
  const methodBeside = (module: Module, node: number): string | undefined => {
    const methods = textsOf(module, node);
    return methods.includes('GET') ? methods.find((method) => /^(?:POST|PUT|PATCH|DELETE)$/.test(method)) : undefined;
  };

  /** `@app.route('/x', methods=['GET', 'POST'])` and `app.add_url_rule('/x', view_func=x, methods=...)`. */
  const routed = function* (module: Module): Iterable<OpenView> {
    const { tree, index } = module;
    for (const call of index.calls) {
      const callee = tree.child(call, Field.function);
      if (tree.kind(callee) !== Kind.attribute || !isRouting(tree.name(tree.child(callee, Field.attribute)))) continue;
      const { positional, keywords } = argumentsOf(tree, call);
      const other = methodBeside(module, keywords.get('methods') ?? keywords.get('method') ?? -1);
      if (other === undefined) continue;
      const decorator = tree.parent(call);
      if (tree.kind(decorator) === Kind.decorator) {
        const definition = tree.child(tree.parent(decorator), Field.definition);
        const functionIndex = index.functionOfNode.get(definition);
        if (functionIndex !== undefined) yield { module, functionIndex, other };
        continue;
      }
      const view = keywords.get('view_func') ?? positional[2] ?? -1;
      const found = view < 0 ? undefined : project.dotted(module, module.functionAround(call), view);
      if (found?.kind === 'function') yield { module: found.module, functionIndex: found.index, other };
    }
  };

  /** Functions of a module of Django that take the request and make an answer. */
  const ofDjango = function* (module: Module): Iterable<OpenView> {
    const { tree, index } = module;
    if (!module.importTargets().some((name) => name.startsWith('django.'))) return;
    for (const [functionIndex, item] of index.functions.entries()) {
      if (item.parent !== MODULE || item.methodOf !== MODULE || item.name === 0) continue;
      const [first] = parameterNames(module, item);
      if (first === undefined || tree.names.text(first) !== 'request') continue;
      if (
        ownNodes(tree, item.body, Kind.call).some((call) => answering.test(externalName(project, module, call) ?? ''))
      )
        yield { module, functionIndex, other: 'POST' };
    }
  };

  const writes = (module: Module, item: FunctionNode): number | undefined =>
    ownNodes(module.tree, item.body, Kind.call).find((call) => {
      const { tree } = module;
      const callee = tree.child(call, Field.function);
      if (tree.kind(callee) !== Kind.attribute) return false;
      const name = calledName(tree, call);
      // A model is saved and deleted without arguments by position; a picture is saved to a file.
      if (writing.test(name)) return argumentsOf(tree, call).positional.length === 0;
      return bulk.test(name) && hasManager(module, callee);
    });

  const isSeparated = (module: Module, item: FunctionNode): boolean => {
    if (says(module, item.body, separating)) return true;
    const decorators = item.decorated < 0 ? [] : module.tree.children(item.decorated);
    if (decorators.some((one) => module.tree.kind(one) === Kind.decorator && says(module, one, safe))) return true;
    // What is handed the request may ask for it.
    return ownNodes(module.tree, item.body, Kind.call).some((call) => {
      const given = argumentsOf(module.tree, call).positional.some((one) => module.tree.text(one) === 'request');
      const called = given
        ? project.dotted(module, module.functionAround(call), module.tree.child(call, Field.function))
        : undefined;
      if (called?.kind === 'function')
        return says(called.module, called.module.index.functions[called.index]!.body, separating);
      return called?.kind === 'class';
    });
  };

  /** A name of the view or of what it takes says that the link itself is the proof. */
  const isMeant = (module: Module, item: FunctionNode): boolean =>
    [item.name, ...parameterNames(module, item)].some((name) => meant.test(module.tree.names.text(name))) ||
    says(module, item.body, meant);

  return {
    module: (module) => {
      if (knowledge.context(module).isTest) return;
      const seen = new Set<FunctionNode>();
      for (const views of [routed(module), ofDjango(module)]) {
        for (const view of views) {
          const item = view.module.index.functions[view.functionIndex]!;
          const { tree } = view.module;
          const call = writes(view.module, item);
          if (call === undefined || seen.has(item)) continue;
          if (isSeparated(view.module, item) || isMeant(view.module, item)) continue;
          seen.add(item);
          report({
            module: view.module,
            functionIndex: view.functionIndex,
            node: tree.child(item.node, Field.name),
            values: {
              name: tree.names.text(item.name),
              call: written(tree, call) || `${calledName(tree, call)}()`,
              other: view.other,
            },
          });
        }
      }
    },
  };
};

/** `Order.objects.filter(...)` and the like. */
function hasManager({ tree }: Module, callee: number): boolean {
  for (let node = callee; node < tree.next(callee); node++)
    if (tree.kind(node) === Kind.identifier && tree.text(node) === 'objects') return true;
  return false;
}

/** Texts of a list, or of a name of the module's top level for one, in capitals. */
function textsOf(module: Module, node: number): string[] {
  const { tree } = module;
  if (node < 0) return [];
  if (tree.kind(node) === Kind.identifier) {
    const bindings = module.bindings.byName.get(tree.name(node)) ?? [];
    const only = bindings.length === 1 ? bindings[0]! : undefined;
    return only?.kind === 'value' && tree.kind(only.value) !== Kind.identifier ? textsOf(module, only.value) : [];
  }
  const isList = [Kind.list, Kind.tuple, Kind.set].some((kind) => kind === tree.kind(node));
  return isList ? tree.children(node).flatMap((child) => literalText(tree, child)?.toUpperCase() ?? []) : [];
}
