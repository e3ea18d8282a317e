// Tables in which a route names a handler class, as Tornado writes them: `(r"/slide/(\d+)", Slides, {"store": Store(root)})`. In: a class of
// the checkout. Out: the routes that lead to it, and what they pass to its `initialize`. Leaves alone: what that is.
import { madeOnce } from '../../base/made-once.ts';
import type { Module } from '../../model/module.ts';
import type { ClassRef, ProjectModel } from '../../model/project-model.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { entryUnder, isWrittenDict } from '../detectors/written-dict.ts';
import { argumentsOf, literalText } from '../detectors/written-expression.ts';
import type { Site } from '../interpreter/events.ts';

interface ClassRoute {
  readonly module: Module;
  readonly functionIndex: number;
  /** The pattern. */
  readonly path: string;
  /** The expression that names the class. */
  readonly handler: number;
  /** `{"store": ...}` or `dict(store=...)`; -1 if there is none. */
  readonly given: number;
}

/** Patterns of the routes to a handler class, in path order. */
export function classRoutes(project: ProjectModel, handler: ClassRef): readonly string[] {
  return routesTo(project, handler).map(({ path }) => path);
}

/** Expressions that routes pass to a handler class under a keyword, in path order. */
export function routeArguments(project: ProjectModel, handler: ClassRef, keyword: string): readonly Site[] {
  return routesTo(project, handler).flatMap(({ module, functionIndex, given }) => {
    const entry = given < 0 ? -1 : entryUnder(module, given, [keyword]);
    return entry < 0 ? [] : [{ module, functionIndex, node: module.tree.child(entry, Field.value) }];
  });
}

function routesTo(project: ProjectModel, handler: ClassRef): readonly ClassRoute[] {
  const { name } = handler.module.index.classes[handler.index]!;
  return (routesOf(project).get(name) ?? []).filter((route) => {
    const meant = project.dotted(route.module, route.functionIndex, route.handler);
    return meant?.kind === 'class' && meant.module === handler.module && meant.index === handler.index;
  });
}

/** By the last part of the class's name. */
const routesOf = madeOnce((project: ProjectModel): ReadonlyMap<number, readonly ClassRoute[]> => {
  const found = new Map<number, ClassRoute[]>();
  for (const module of project.modules) {
    for (const route of routesIn(module)) {
      const { tree } = module;
      const isDotted = tree.kind(route.handler) === Kind.attribute;
      const name = tree.name(isDotted ? tree.child(route.handler, Field.attribute) : route.handler);
      const list = found.get(name);
      if (list === undefined) found.set(name, [route]);
      else list.push(route);
    }
  }
  return found;
});

function routesIn(module: Module): ClassRoute[] {
  const { tree } = module;
  if (![...module.importTargets()].some((target) => target.split('.', 1)[0] === 'tornado')) return [];
  const found: ClassRoute[] = [];
  for (let node = 0; node < tree.next(0); node++) {
    const kind = tree.kind(node);
    if (kind !== Kind.tuple && kind !== Kind.call) continue;
    const parts = kind === Kind.tuple ? tree.children(node) : argumentsOf(tree, node).positional;
    const [pattern, handler, given] = parts;
    const path = pattern === undefined || handler === undefined ? undefined : literalText(tree, pattern);
    if (path?.startsWith('/') !== true || handler === undefined) continue;
    if (tree.kind(handler) !== Kind.identifier && tree.kind(handler) !== Kind.attribute) continue;
    const options = given !== undefined && isWrittenDict(module, given) ? given : -1;
    found.push({ module, functionIndex: module.functionAround(node), path, handler, given: options });
  }
  return found;
}
