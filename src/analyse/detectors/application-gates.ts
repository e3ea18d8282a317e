// Checks of who asks that stand before handlers, for a whole application or a router: hooks, middlewares, dependencies of routers. In: the modules
// of a project. Out: gates, with the paths they are for. Leaves alone: the handlers' own checks.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import type { ProjectModel } from '../../model/project-model.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { GuardPatterns } from './handler-guards.ts';
import { byDependencies, checks } from './handler-guards.ts';
import { decoratorPaths } from './request-handlers.ts';
import { argumentsOf, calledName, literalText, written } from './written-expression.ts';

export interface Router {
  readonly module: Module;
  readonly name: string;
}

export interface Gates {
  /** There is a gate before all handlers of the program that a module belongs to. */
  readonly isClosed: (module: Module) => boolean;
  /** There is one before this path of it. */
  readonly isBehind: (module: Module, path: string) => boolean;
  readonly isGuarded: (router: Router) => boolean;
  /** What is put before the paths of a router. */
  readonly prefixOf: (router: Router) => string;
}

const hooks = /(?:^|\.)(?:before_request|before_app_request|before_serving|middleware|on_request|hook)$/;
const middlewareBases = /(?:BaseHTTPMiddleware|MiddlewareMixin|AbstractMiddleware)$/;

/** The gates of a project. */
export function gatesOf(project: ProjectModel, modules: readonly Module[], patterns: GuardPatterns): Gates {
  const gates: { readonly module: Module; readonly prefix: string; readonly isEverywhere: boolean }[] = [];
  const guarded = new Set<string>();
  const before = new Map<string, string>();
  const key = ({ module, name }: Router): string => `${module.path}:${name}`;

  const close = (module: Module, isEverywhere = false): void => void gates.push({ module, prefix: '', isEverywhere });
  const addGate = (module: Module, body: number, isEverywhere = false): void => {
    const own = pathsAsked(module, body);
    if (own.length === 0) close(module, isEverywhere);
    for (const prefix of own) gates.push({ module, prefix, isEverywhere });
  };

  const lookAtFunctions = (module: Module): void => {
    for (const item of module.index.functions) {
      if (item.decorated < 0) continue;
      const hook = decoratorPaths(module, item.decorated).find((name) => hooks.test(name));
      if (hook === undefined || !checks(project, module, item.body, patterns)) continue;
      const owner = hook.includes('.') ? hook.slice(0, hook.lastIndexOf('.')) : '';
      if (hook.endsWith('.before_request') && madeBy(project, { module, name: owner }) === 'Blueprint')
        guarded.add(key({ module, name: owner }));
      else addGate(module, item.body);
    }
  };

  const lookAtClasses = (module: Module): void => {
    for (const [index, { node, name }] of module.index.classes.entries()) {
      const isNamed = /Middleware$/.test(module.tree.names.text(name));
      const { external } = project.ancestry({ module, index });
      if ((isNamed || external.some((base) => middlewareBases.test(base))) && checks(project, module, node, patterns))
        addGate(module, node, isOfDjango(module));
    }
  };

  const lookAtCalls = (module: Module): void => {
    const { tree } = module;
    for (const call of module.index.calls) {
      const name = calledName(tree, call);
      if (
        !/^(?:decorate_urlpatterns|decorator_include|before_request|add_middleware|include_router|register_blueprint|FastAPI|APIRouter|Blueprint|Router|mount)$/.test(
          name,
        )
      )
        continue;
      // Puts a decorator before all views of a list of URLs.
      if (name === 'decorate_urlpatterns' || name === 'decorator_include') close(module, true);
      const { positional, keywords } = argumentsOf(tree, call);
      const dependencies = keywords.get('dependencies') ?? -1;
      const isGuarding = dependencies >= 0 && byDependencies(project, module, dependencies, patterns) !== 'open';
      const first = positional[0] ?? keywords.get('router') ?? keywords.get('blueprint') ?? -1;
      if (name === 'FastAPI' && isGuarding) close(module);
      if (name === 'before_request' && first >= 0) {
        const hook = project.dotted(module, module.functionAround(call), first);
        if (hook === undefined || hook.kind === 'external') close(module);
        if (hook?.kind === 'function') {
          const { body } = hook.module.index.functions[hook.index]!;
          if (checks(project, hook.module, body, patterns)) addGate(hook.module, body);
        }
      }
      if (name === 'add_middleware' && first >= 0 && patterns.guards.test(written(tree, first))) close(module);
      if ((name === 'include_router' || name === 'register_blueprint') && first >= 0) {
        const router = routerAt(project, module, first);
        const prefix = literalText(tree, keywords.get('prefix') ?? keywords.get('url_prefix') ?? -1);
        if (router === undefined) continue;
        if (isGuarding) guarded.add(key(router));
        if (prefix !== undefined) before.set(key(router), prefix);
      }
    }
    for (const literal of module.index.strings) {
      const text = literalText(tree, literal) ?? '';
      if (/^[\w.]+\.\w*(?:LoginRequired|RequireLogin|AuthRequired)\w*Middleware$/.test(text)) close(module, true);
    }
  };

  for (const module of modules) {
    lookAtFunctions(module);
    lookAtClasses(module);
    lookAtCalls(module);
  }

  const programOf = programs(project, modules);
  const isOf = (module: Module, gate: (typeof gates)[number]): boolean =>
    (gate.isEverywhere && isOfDjango(module)) || programOf(gate.module) === programOf(module);

  return {
    isClosed: (module) => gates.some((gate) => gate.prefix === '' && isOf(module, gate)),
    isBehind: (module, path) =>
      gates.some((gate) => gate.prefix !== '' && path.startsWith(gate.prefix) && isOf(module, gate)),
    isGuarded: (router) => {
      if (guarded.has(key(router))) return true;
      const made = makingOf(project, router);
      const dependencies =
        made === undefined ? -1 : (argumentsOf(made.module.tree, made.node).keywords.get('dependencies') ?? -1);
      return (
        made !== undefined &&
        dependencies >= 0 &&
        byDependencies(project, made.module, dependencies, patterns) !== 'open'
      );
    },
    prefixOf: (router) => {
      const made = makingOf(project, router);
      const keywords = made === undefined ? undefined : argumentsOf(made.module.tree, made.node).keywords;
      const own =
        made === undefined
          ? undefined
          : literalText(made.module.tree, keywords!.get('url_prefix') ?? keywords!.get('prefix') ?? -1);
      return `${before.get(key(router)) ?? ''}${own ?? ''}`;
    },
  };
}

/** Settings name its middlewares by texts, so that no import connects them with views. */
function isOfDjango(module: Module): boolean {
  return module.importTargets().some((name) => name === 'django' || name.startsWith('django.'));
}

/** Beginnings of paths that a hook asks for, if it asks for those that it is for. */
function pathsAsked({ tree, index }: Module, root: number): string[] {
  return index.calls.flatMap((call) => {
    if (call < root || call >= tree.next(root) || calledName(tree, call) !== 'startswith') return [];
    if (tree.kind(tree.parent(call)) === Kind.not_operator) return [];
    const condition = tree.parent(call);
    // `if path.startswith("/public"): return await call_next(request)` opens; what asks in the branch closes.
    if (tree.kind(condition) === Kind.if_statement && leavesAtOnce(tree.child(condition, Field.consequence))) return [];
    const [argument = -1] = argumentsOf(tree, call).positional;
    const texts = argument >= 0 && tree.kind(argument) === Kind.tuple ? tree.children(argument) : [argument];
    return texts.flatMap((node) => {
      const text = literalText(tree, node);
      return text?.startsWith('/') === true ? [text] : [];
    });
  });

  function leavesAtOnce(block: number): boolean {
    const [only, more] = block < 0 ? [] : tree.children(block);
    return only !== undefined && more === undefined && tree.kind(only) === Kind.return_statement;
  }
}

function routerAt(project: ProjectModel, module: Module, node: number): Router | undefined {
  const found = project.dotted(module, module.functionAround(node), node);
  if (found?.kind === 'value') return { module: found.module, name: found.module.tree.names.text(found.name) };
  // Imported in the function that registers it.
  const { tree } = module;
  if (tree.kind(node) !== Kind.identifier) return undefined;
  for (const target of module.importedAs(tree.name(node))) {
    const resolved = project.resolve(target);
    if (resolved.kind === 'value')
      return { module: resolved.module, name: resolved.module.tree.names.text(resolved.name) };
  }
  return undefined;
}

/** The call that made a router: `bp = Blueprint(...)`. */
function makingOf(
  project: ProjectModel,
  { module, name }: Router,
): { readonly module: Module; readonly node: number } | undefined {
  const number = project.names.find(name);
  if (number === 0) return undefined;
  const local = module.bindings.byName.get(number)?.find(({ kind }) => kind === 'value');
  if (local?.kind === 'value')
    return module.tree.kind(local.value) === Kind.call ? { module, node: local.value } : undefined;
  const found = project.scopeLookup(module, MODULE, number);
  const only = found?.kind === 'value' ? found.bindings.find(({ kind }) => kind === 'value') : undefined;
  if (found?.kind !== 'value' || only?.kind !== 'value') return undefined;
  return found.module.tree.kind(only.value) === Kind.call ? { module: found.module, node: only.value } : undefined;
}

function madeBy(project: ProjectModel, router: Router): string {
  const made = makingOf(project, router);
  return made === undefined ? '' : calledName(made.module.tree, made.node);
}

/** Which modules belong together, because one imports the other or both a third: a number for each. */
export function programs(project: ProjectModel, modules: readonly Module[]): (module: Module) => number {
  const parents = new Map<Module, Module>();
  const root = (module: Module): Module => {
    let current = module;
    for (let parent = parents.get(current); parent !== undefined; parent = parents.get(current)) current = parent;
    return current;
  };
  for (const module of modules) {
    for (const target of module.importTargets()) {
      const imported = project.module(target) ?? project.module(target.slice(0, Math.max(0, target.lastIndexOf('.'))));
      if (imported === undefined || root(imported) === root(module)) continue;
      parents.set(root(imported), root(module));
    }
  }
  const numbers = new Map<Module, number>();
  return (module) => {
    const of = root(module);
    if (!numbers.has(of)) numbers.set(of, numbers.size);
    return numbers.get(of)!;
  };
}
