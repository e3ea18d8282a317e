// The functions of a project that answer requests, as far as the code says so. In: a module. Out: handlers of Flask, Quart, FastAPI, Starlette,
// aiohttp, Sanic and Bottle by their routes, views of Django, classes of Tornado, Flask and Django. Leaves alone: who may ask them.
import type { FunctionNode } from '../../model/file-index.ts';
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import type { ProjectModel } from '../../model/project-model.ts';
import { parameterNames } from '../../model/project-model.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { externalName } from './calls-by-name.ts';
import { ownNodes } from './own-nodes.ts';
import { argumentsOf, calledName, literalText, written } from './written-expression.ts';

export interface Handler {
  readonly module: Module;
  /** The function that answers; of a class without one MODULE. */
  readonly functionIndex: number;
  /** The class it belongs to, or MODULE. */
  readonly classIndex: number;
  /** Where it is made a handler: the route's call, or the definition's name. */
  readonly node: number;
  readonly name: string;
  /** As the route says it, without what is put before it elsewhere; undefined if no route is seen. */
  readonly path: string | undefined;
  /** In capitals; empty where the code does not say. */
  readonly methods: readonly string[];
  /** What routes it: `app`, `bp`; '' where that is the module. */
  readonly router: string;
  /** The decorator of the route, or -1. */
  readonly decorator: number;
}

/** A route that names its handler elsewhere: `path("x/", views.x)`, `(r"/x", Handler)`. */
export interface Mount {
  readonly path: string;
  readonly target: Module;
  readonly node: number;
  /** Names of functions around the handler: `login_required(view)`. */
  readonly wrappers: readonly string[];
}

const verbs = /^(?:get|post|put|patch|delete)$/;
const routes = /^(?:route|get|post|put|patch|delete|api_route)$/;
const pathKeywords = ['path', 'rule', 'uri'];
const views =
  /^django\.views\.generic\.(?:\w+\.)*(?:View|TemplateView|ListView|DetailView|FormView|CreateView|UpdateView|DeleteView|RedirectView)$|^django\.views\.View$/;
const classes =
  /^tornado\.web\.RequestHandler$|^(?:jupyter_server|notebook)\.base\.handlers\.\w+Handler$|^flask\.views\.MethodView$|^quart\.views\.MethodView$|^flask_rest(?:ful|x|plus)\.(?:\w+\.)*Resource$|^aiohttp\.web\.View$|^starlette\.endpoints\.HTTPEndpoint$/;
const answering = /^django\.(?:http|shortcuts)\.|^django\.template\.response\./;

/** Handlers that a module holds. */
export function handlersOf(project: ProjectModel, module: Module): Handler[] {
  const imports = module.importTargets();
  const isWeb = imports.some((name) =>
    /^(?:flask|quart|fastapi|starlette|aiohttp|sanic|bottle|django|tornado|litestar)\w*(?:\.|$)/.test(name),
  );
  // Routers are made in one file and used in others.
  return [
    ...routed(project, module, isWeb),
    ...(imports.some((name) => name.startsWith('django.')) ? djangoViews(project, module) : []),
    ...ofClasses(project, module),
  ];
}

/** `@app.post("/x")`, and Flask-AppBuilder's `@expose("/x")`, which belongs to no object. */
function routed(project: ProjectModel, module: Module, isWeb: boolean): Handler[] {
  const { tree, index } = module;
  const found: Handler[] = [];
  for (const [functionIndex, item] of index.functions.entries()) {
    if (item.decorated < 0) continue;
    for (const decorator of tree.children(item.decorated)) {
      if (tree.kind(decorator) !== Kind.decorator || tree.kind(decorator + 1) !== Kind.call) continue;
      const call = decorator + 1;
      const callee = tree.child(call, Field.function);
      const verb = calledName(tree, call);
      const isExposed =
        verb === 'expose' && /^flask_appbuilder\..*\bexpose$/.test(externalName(project, module, call) ?? '');
      if (!isExposed && (tree.kind(callee) !== Kind.attribute || !routes.test(verb))) continue;
      const { positional, keywords } = argumentsOf(tree, call);
      const path = literalText(
        tree,
        positional[0] ?? pathKeywords.map((key) => keywords.get(key) ?? -1).find((node) => node >= 0) ?? -1,
      );
      if (path === undefined || !/^(?:$|[/<^])/.test(path) || (path === '' && !isWeb)) continue;
      const router = isExposed ? verb : written(tree, tree.child(callee, Field.object));
      const methods = verbs.test(verb)
        ? [verb.toUpperCase()]
        : textsIn(module, keywords.get('methods') ?? keywords.get('method') ?? -1);
      if (router !== '')
        found.push({
          module,
          functionIndex,
          classIndex: MODULE,
          node: call,
          name: tree.names.text(item.name),
          path,
          methods,
          router,
          decorator,
        });
      break;
    }
  }
  return found;
}

/** Functions of a module of Django that take the request and make an answer, and classes that derive from its views. */
function djangoViews(project: ProjectModel, module: Module): Handler[] {
  const { tree, index } = module;
  const common = { module, path: undefined, router: '', decorator: -1 };
  const functions = [...index.functions.entries()].flatMap(([functionIndex, item]): Handler[] => {
    if (item.parent !== MODULE || item.methodOf !== MODULE || item.name === 0) return [];
    const [first] = parameterNames(module, item);
    if (first === undefined || tree.names.text(first) !== 'request') return [];
    const answers = ownNodes(tree, item.body, Kind.call).some((call) =>
      answering.test(externalName(project, module, call) ?? ''),
    );
    if (!answers || decoratorPaths(module, item.decorated).some((name) => name === 'api_view')) return [];
    const methods = decoratorPaths(module, item.decorated).includes('require_POST') ? ['POST'] : [];
    const name = tree.names.text(item.name);
    return [{ ...common, functionIndex, classIndex: MODULE, node: tree.child(item.node, Field.name), name, methods }];
  });
  const ofClass = [...index.classes.entries()].flatMap(([classIndex, item]): Handler[] => {
    const name = tree.names.text(item.name);
    if (/^_|Mixin|Base/.test(name) || item.superclasses < 0) return [];
    const { external } = project.ancestry({ module, index: classIndex });
    if (external.some((base) => base.startsWith('rest_framework.')) || !external.some((base) => views.test(base)))
      return [];
    const isWriting = external.some((base) => /\.(?:Create|Update|Delete)View$/.test(base));
    const own = index.functions
      .filter(({ methodOf }) => methodOf === classIndex)
      .map((one) => tree.names.text(one.name));
    const methods = isWriting ? ['POST'] : own.filter((one) => verbs.test(one)).map((one) => one.toUpperCase());
    return [{ ...common, functionIndex: MODULE, classIndex, node: tree.child(item.node, Field.name), name, methods }];
  });
  return [...functions, ...ofClass];
}

/** Methods of classes that answer requests: `def post(self)`. */
function ofClasses(project: ProjectModel, module: Module): Handler[] {
  const { tree, index } = module;
  const found: Handler[] = [];
  for (const [functionIndex, item] of index.functions.entries()) {
    if (item.methodOf === MODULE || !verbs.test(tree.names.text(item.name))) continue;
    const { external } = project.ancestry({ module, index: item.methodOf });
    if (!external.some((base) => classes.test(base))) continue;
    const owner = tree.names.text(index.classes[item.methodOf]!.name);
    const verb = tree.names.text(item.name);
    found.push({
      module,
      functionIndex,
      classIndex: item.methodOf,
      node: tree.child(item.node, Field.name),
      name: `${owner}.${verb}`,
      path: undefined,
      methods: [verb.toUpperCase()],
      router: '',
      decorator: -1,
    });
  }
  return found;
}

/** Routes of a module that name a function or class: tables of Tornado, urls of Django. */
export function mountsOf(project: ProjectModel, module: Module): Mount[] {
  const { tree, index } = module;
  const found: Mount[] = [];
  const add = (literal: number, view: number, at: number): void => {
    const path = literalText(tree, literal);
    if (path === undefined) return;
    const wrappers: string[] = [];
    let node = view;
    while (tree.kind(node) === Kind.call) {
      const callee = tree.child(node, Field.function);
      if (calledName(tree, node) === 'as_view') {
        node = tree.child(callee, Field.object);
        break;
      }
      const name = written(tree, callee);
      if (name !== '') wrappers.push(name);
      node = argumentsOf(tree, node).positional[0] ?? -1;
      if (node < 0) return;
    }
    const target = project.dotted(module, module.functionAround(at), node);
    if (target?.kind === 'function')
      found.push({ path, target: target.module, node: target.module.index.functions[target.index]!.node, wrappers });
    if (target?.kind === 'class')
      found.push({ path, target: target.module, node: target.module.index.classes[target.index]!.node, wrappers });
  };
  for (const literal of index.strings) {
    const parent = tree.parent(literal);
    const kind = tree.kind(parent);
    if (kind === Kind.tuple) {
      const [first, second, third] = tree.children(parent);
      const text = literalText(tree, literal) ?? '';
      if (
        first === literal &&
        second !== undefined &&
        (third === undefined || tree.children(parent).length < 5) &&
        /^\^?\//.test(text)
      )
        add(literal, second, parent);
    } else if (kind === Kind.argument_list && tree.kind(tree.parent(parent)) === Kind.call) {
      const call = tree.parent(parent);
      const { positional } = argumentsOf(tree, call);
      if (
        positional[0] === literal &&
        positional[1] !== undefined &&
        /^(?:path|re_path|url|URLSpec|Route)$/.test(calledName(tree, call))
      )
        add(literal, positional[1], call);
    }
  }
  return found;
}

/** Names of the decorators of a definition: `login_required`, `admin.only`. */
export function decoratorPaths(module: Module, decorated: number): string[] {
  const { tree } = module;
  if (decorated < 0) return [];
  return tree.children(decorated).flatMap((child) => {
    if (tree.kind(child) !== Kind.decorator) return [];
    const inner = child + 1;
    return [written(tree, tree.kind(inner) === Kind.call ? tree.child(inner, Field.function) : inner)];
  });
}

/** The definition of a handler: its function, or its class. */
export function definitionOf({ module, functionIndex, classIndex }: Handler): number {
  return functionIndex === MODULE
    ? module.index.classes[classIndex]!.node
    : module.index.functions[functionIndex]!.node;
}

export function functionOf({ module, functionIndex }: Handler): FunctionNode | undefined {
  return module.index.functions[functionIndex];
}

function textsIn({ tree }: Module, node: number): string[] {
  if (node < 0) return [];
  const nodes = tree.kind(node) === Kind.string ? [node] : tree.children(node);
  return nodes.flatMap((one) => literalText(tree, one)?.toUpperCase() ?? []);
}
