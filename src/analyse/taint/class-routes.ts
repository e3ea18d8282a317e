// Routes that name a handler class: in tables as Tornado has them, `(r"/slide/(\d+)", Slides, {"store": Store(root)})`, in calls as Django's
// and Flask's `path("<int:pk>/", Detail.as_view())`, in decorators of the class. In: a class of the checkout. Out: the routes that lead to
// it, and what they pass to its `initialize`. Leaves alone: what that is; routes in front of those that are included.
import { madeOnce } from '../../base/made-once.ts';
import type { Module } from '../../model/module.ts';
import type { ClassRef, ProjectModel } from '../../model/project-model.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { entryUnder, isWrittenDict } from '../detectors/written-dict.ts';
import { argumentsOf, literalText } from '../detectors/written-expression.ts';
import type { Site } from '../interpreter/events.ts';
import { derivedFrom } from './overrides.ts';

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

/** The same with those to classes that derive from it: its methods are theirs. */
export function familyRoutes(project: ProjectModel, handler: ClassRef): readonly string[] {
  return [handler, ...derivedFrom(project, handler)].flatMap((one) => classRoutes(project, one));
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

/** The forms that frameworks have for it. */
function routesIn(module: Module): ClassRoute[] {
  const isTornado = module.importTargets().some((target) => target.split('.', 1)[0] === 'tornado');
  return [
    ...(isTornado ? tableRoutes(module) : []),
    ...viewRoutes(module),
    ...resourceRoutes(module),
    ...ownRoutes(module),
  ];
}

/** Tornado: `(r"/slide/(\d+)", Slides, {"store": store})`, `url(r"/slide/(\d+)", Slides)`. */
function tableRoutes(module: Module): ClassRoute[] {
  const { tree } = module;
  const found: ClassRoute[] = [];
  for (let node = 0; node < tree.next(0); node++) {
    const kind = tree.kind(node);
    if (kind !== Kind.tuple && kind !== Kind.call) continue;
    const parts = kind === Kind.tuple ? tree.children(node) : argumentsOf(tree, node).positional;
    const [pattern, handler, given] = parts;
    const path = pattern === undefined || handler === undefined ? undefined : literalText(tree, pattern);
    if (path?.startsWith('/') !== true || handler === undefined || !isDotted(module, handler)) continue;
    const options = given !== undefined && isWrittenDict(module, given) ? given : -1;
    found.push({ module, functionIndex: module.functionAround(node), path, handler, given: options });
  }
  return found;
}

/** Django and Flask: `path("<int:pk>/", login_required(Detail.as_view()))`, `add_url_rule("/<int:id>", view_func=Items.as_view("items"))`. */
function viewRoutes(module: Module): ClassRoute[] {
  const { tree, index } = module;
  const asView = tree.names.find('as_view');
  if (asView === 0) return [];
  return index.attributes.flatMap((attribute) => {
    if (tree.name(tree.child(attribute, Field.attribute)) !== asView) return [];
    const handler = tree.child(attribute, Field.object);
    const path = isDotted(module, handler) ? pathAround(module, tree.parent(attribute)) : undefined;
    if (path === undefined) return [];
    return [{ module, functionIndex: module.functionAround(attribute), path, handler, given: -1 }];
  });
}

/** The text that stands beside an expression in the nearest call around it that has one. */
function pathAround(module: Module, from: number): string | undefined {
  const { tree } = module;
  for (let node = from; ;) {
    const parent = tree.parent(node);
    const list = parent >= 0 && tree.kind(parent) === Kind.keyword_argument ? tree.parent(parent) : parent;
    if (list < 0 || tree.kind(list) !== Kind.argument_list) return undefined;
    node = tree.parent(list);
    const { positional, keywords } = argumentsOf(tree, node);
    const [first] = positional;
    const pattern = first ?? keywords.get('route') ?? keywords.get('regex') ?? keywords.get('rule');
    const path = pattern === undefined ? undefined : literalText(tree, pattern);
    if (path !== undefined) return path;
  }
}

/** Flask-RESTful: `api.add_resource(Order, "/order/<int:id>", "/orders/<int:id>")`. */
function resourceRoutes(module: Module): ClassRoute[] {
  const { tree, index } = module;
  const adding = tree.names.find('add_resource');
  if (adding === 0) return [];
  return index.calls.flatMap((call) => {
    const callee = tree.child(call, Field.function);
    if (tree.kind(callee) !== Kind.attribute || tree.name(tree.child(callee, Field.attribute)) !== adding) return [];
    const [handler, ...patterns] = argumentsOf(tree, call).positional;
    if (handler === undefined || !isDotted(module, handler)) return [];
    const paths = patterns.flatMap((pattern) => literalText(tree, pattern) ?? []);
    return paths.map((path) => ({ module, functionIndex: module.functionAround(call), path, handler, given: -1 }));
  });
}

/** Flask-RESTX and the like: `@api.route("/order/<int:id>")` on the class. */
function ownRoutes(module: Module): ClassRoute[] {
  const { tree, index } = module;
  return index.classes.flatMap(({ node, decorated }) => {
    if (decorated < 0) return [];
    const handler = tree.child(node, Field.name);
    return tree.children(decorated).flatMap((child) => {
      if (tree.kind(child) !== Kind.decorator || tree.kind(child + 1) !== Kind.call) return [];
      const callee = tree.child(child + 1, Field.function);
      const isRoute =
        tree.kind(callee) === Kind.attribute && tree.text(tree.child(callee, Field.attribute)) === 'route';
      const paths = isRoute
        ? argumentsOf(tree, child + 1).positional.flatMap((one) => literalText(tree, one) ?? [])
        : [];
      return paths.map((path) => ({ module, functionIndex: module.functionAround(node), path, handler, given: -1 }));
    });
  });
}

function isDotted({ tree }: Module, node: number): boolean {
  return tree.kind(node) === Kind.identifier || tree.kind(node) === Kind.attribute;
}
