// What a table of routes gives to a handler's `initialize`: `(r"/slide", Slides, {"store": Store(root)})`, as Tornado writes it. In: a
// class of the checkout and a keyword. Out: the expressions that routes pass under it. Leaves alone: what these are.
import { madeOnce } from '../../base/made-once.ts';
import type { Module } from '../../model/module.ts';
import type { ClassRef, ProjectModel } from '../../model/project-model.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { argumentsOf } from '../detectors/written-expression.ts';
import type { Site } from './events.ts';
import { stringConstant } from '../values/literals.ts';

interface Route {
  readonly module: Module;
  readonly functionIndex: number;
  readonly handler: number;
  /** `{"store": ...}` or `dict(store=...)`. */
  readonly given: number;
}

/** Expressions that routes of the checkout pass to a handler class under a keyword, in path order. */
export function routeArguments(project: ProjectModel, handler: ClassRef, keyword: string): readonly Site[] {
  return routesOf(project).flatMap(({ module, functionIndex, handler: named, given }) => {
    const meant = project.dotted(module, functionIndex, named);
    if (meant?.kind !== 'class' || meant.module !== handler.module || meant.index !== handler.index) return [];
    const value = valueUnder(module, given, keyword);
    return value < 0 ? [] : [{ module, functionIndex, node: value }];
  });
}

const routesOf = madeOnce((project: ProjectModel): readonly Route[] => project.modules.flatMap(routesIn));

function routesIn(module: Module): Route[] {
  const { tree } = module;
  if (![...module.importTargets()].some((target) => target.split('.', 1)[0] === 'tornado')) return [];
  const found: Route[] = [];
  for (let node = 0; node < tree.next(0); node++) {
    const kind = tree.kind(node);
    if (kind !== Kind.tuple && kind !== Kind.call) continue;
    const [, handler, given] = kind === Kind.tuple ? tree.children(node) : argumentsOf(tree, node).positional;
    if (handler === undefined || given === undefined) continue;
    const isName = tree.kind(handler) === Kind.identifier || tree.kind(handler) === Kind.attribute;
    if (isName && isOptions(module, given))
      found.push({ module, functionIndex: module.functionAround(node), handler, given });
  }
  return found;
}

function isOptions({ tree }: Module, node: number): boolean {
  if (tree.kind(node) === Kind.dictionary) return true;
  return tree.kind(node) === Kind.call && tree.text(tree.child(node, Field.function)) === 'dict';
}

function valueUnder({ tree }: Module, given: number, keyword: string): number {
  if (tree.kind(given) === Kind.call) return argumentsOf(tree, given).keywords.get(keyword) ?? -1;
  for (const entry of tree.children(given)) {
    if (tree.kind(entry) !== Kind.pair) continue;
    const key = stringConstant(tree.text(tree.child(entry, Field.key)));
    if (key?.type === 'str' && key.value === keyword) return tree.child(entry, Field.value);
  }
  return -1;
}
