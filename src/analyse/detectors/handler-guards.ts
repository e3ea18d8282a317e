// What shows that a handler asks who sends the request. In: a handler and the patterns of names. Out: `checked` for a decorator, dependency, base
// or refusal that is one; `unclear` for anything that might be; `open` for nothing at all. Leaves alone: whether the check is the right one.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import type { ProjectModel } from '../../model/project-model.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { refuses } from './access-decision.ts';
import { ownNodes } from './own-nodes.ts';
import type { Handler } from './request-handlers.ts';
import { definitionOf, functionOf } from './request-handlers.ts';
import { isRequest, readingOfKey } from './request-reading.ts';
import { argumentsOf, calledName, literalText, written } from './written-expression.ts';

export type Standing = 'checked' | 'unclear' | 'open';

export interface GuardPatterns {
  readonly checking: RegExp;
  readonly guards: RegExp;
  readonly neutral: RegExp;
}

const MAX_DEPTH = 2;

/** How a handler stands, by its own decorators, parameters, classes and body. */
export function standingOf(project: ProjectModel, handler: Handler, patterns: GuardPatterns): Standing {
  const { module } = handler;
  const item = functionOf(handler);
  const standings = [
    item === undefined ? 'open' : byDecorators(project, module, item.decorated, handler.decorator, patterns),
    handler.decorator < 0 ? 'open' : byRoute(project, handler, patterns),
    item === undefined ? 'open' : byParameters(project, handler, patterns),
    handler.classIndex === MODULE ? 'open' : byClass(project, handler, patterns),
  ] as const;
  if (standings.includes('checked')) return 'checked';
  const body = byBody(project, module, item === undefined ? definitionOf(handler) : item.body, patterns);
  if (body === 'checked' || standings.every((one) => one === 'open')) return body;
  return 'unclear';
}

function byDecorators(
  project: ProjectModel,
  module: Module,
  decorated: number,
  route: number,
  patterns: GuardPatterns,
): Standing {
  const { tree } = module;
  if (decorated < 0) return 'open';
  let standing: Standing = 'open';
  for (const decorator of tree.children(decorated)) {
    if (tree.kind(decorator) !== Kind.decorator || decorator === route) continue;
    const one = byCallable(project, module, decorator + 1, patterns);
    if (one === 'checked') return one;
    if (one === 'unclear') standing = one;
  }
  return standing;
}

/** A decorator or dependency: by its name, or by what the function of the checkout does. */
function byCallable(project: ProjectModel, module: Module, node: number, patterns: GuardPatterns): Standing {
  const { tree } = module;
  const names = namesIn(module, node);
  if (names.some((name) => patterns.guards.test(name))) return 'checked';
  const callee = tree.kind(node) === Kind.call ? tree.child(node, Field.function) : node;
  const found = project.dotted(module, module.functionAround(node), callee);
  if (found?.kind === 'function') {
    const { body } = found.module.index.functions[found.index]!;
    return checks(project, found.module, body, patterns) ? 'checked' : 'open';
  }
  if (found?.kind === 'class') {
    const { node: definition } = found.module.index.classes[found.index]!;
    return checks(project, found.module, definition, patterns) ? 'checked' : 'open';
  }
  const last = names.length === 0 ? '' : (written(tree, callee).split('.').at(-1) ?? '');
  return last === '' || !patterns.neutral.test(last) ? 'unclear' : 'open';
}

/** `@router.post("/x", dependencies=[Depends(admin)])` */
function byRoute(project: ProjectModel, { module, decorator }: Handler, patterns: GuardPatterns): Standing {
  const { keywords } = argumentsOf(module.tree, decorator + 1);
  for (const [key, value] of keywords) {
    if (/^(?:auth\w*|permissions?|security|guards?)$/.test(key)) return 'checked';
    if (key === 'dependencies') return byDependencies(project, module, value, patterns) === 'open' ? 'open' : 'checked';
  }
  return 'open';
}

/** `Depends(x)` and `Security(x)` below a node. */
export function byDependencies(project: ProjectModel, module: Module, root: number, patterns: GuardPatterns): Standing {
  const { tree } = module;
  let standing: Standing = 'open';
  for (let node = root; node < tree.next(root); node++) {
    if (tree.kind(node) !== Kind.call || !/^(?:Depends|Security)$/.test(calledName(tree, node))) continue;
    const { positional, keywords } = argumentsOf(tree, node);
    const dependency = positional[0] ?? keywords.get('dependency') ?? -1;
    const one = dependency < 0 ? 'unclear' : byCallable(project, module, dependency, patterns);
    if (one === 'checked' || calledName(tree, node) === 'Security') return 'checked';
    if (one === 'unclear') standing = one;
  }
  return standing;
}

/** `user: User = Depends(current_user)`, `user: CurrentUser` */
function byParameters(project: ProjectModel, handler: Handler, patterns: GuardPatterns): Standing {
  const { module } = handler;
  const { tree } = module;
  const { parameters } = functionOf(handler)!;
  if (parameters < 0) return 'open';
  const direct = byDependencies(project, module, parameters, patterns);
  if (direct !== 'open') return direct;
  for (const parameter of tree.children(parameters)) {
    const type = tree.child(parameter, Field.type);
    if (type < 0) continue;
    for (let node = type; node < tree.next(type); node++) {
      if (tree.kind(node) !== Kind.identifier) continue;
      if (/^(?:Current|Auth|Admin|Active|LoggedIn|Signed)\w*|(?:User|Admin)(?:Dep|Auth)$/.test(tree.text(node)))
        return 'checked';
      const found = project.dotted(module, MODULE, node);
      const value = found?.kind === 'value' && found.bindings.length === 1 ? found.bindings[0]! : undefined;
      if (found?.kind !== 'value' || value?.kind !== 'value') continue;
      const named = byDependencies(project, found.module, value.value, patterns);
      if (named !== 'open') return named;
    }
  }
  return 'open';
}

/** Bases that ask, methods that run before, lists of decorators. */
function byClass(project: ProjectModel, handler: Handler, patterns: GuardPatterns): Standing {
  const { module, classIndex } = handler;
  const item = module.index.classes[classIndex]!;
  const own = byDecorators(project, module, item.decorated, -1, patterns);
  if (own === 'checked') return own;
  const { classes, external } = project.ancestry({ module, index: classIndex });
  if (external.some((base) => patterns.guards.test(base.slice(base.lastIndexOf('.') + 1)))) return 'checked';
  for (const { module: of, index } of classes) {
    const { tree } = of;
    const definition = of.index.classes[index]!;
    if (index !== classIndex && patterns.guards.test(tree.names.text(definition.name))) return 'checked';
    const runsBefore = of.index.functions.some(
      ({ methodOf, name, body }) =>
        methodOf === index &&
        /^(?:prepare|dispatch|dispatch_request|test_func|has_permission|check_\w*permissions?|before_request|initialize|setup|get_queryset|get_object)$/.test(
          tree.names.text(name),
        ) &&
        checks(project, of, body, patterns),
    );
    if (runsBefore) return 'checked';
    const isListed = of.index.assignments.some((assignment) => {
      if (of.classAround(assignment) !== index || of.functionAround(assignment) !== MODULE) return false;
      const left = tree.text(tree.child(assignment, Field.left));
      if (/^(?:permission_required|permission_classes|required_role\w*|roles?_required|auth\w*)$/.test(left))
        return true;
      return (
        /^(?:decorators|method_decorators)$/.test(left) && namesIn(of, tree.child(assignment, Field.right)).length > 0
      );
    });
    if (isListed) return 'checked';
  }
  return own;
}

/** It refuses, or it asks something that might be about who sends the request. */
function byBody(project: ProjectModel, module: Module, body: number, patterns: GuardPatterns): Standing {
  if (refuses(module, body)) return 'checked';
  if (mentionsCheck(project, module, body, patterns)) return 'unclear';
  for (const call of ownNodes(module.tree, body, Kind.call)) {
    const name = calledName(module.tree, call);
    if (patterns.guards.test(name)) return 'checked';
    if (calls(project, module, call, patterns, 0)) return 'checked';
  }
  return 'open';
}

/** The function of the checkout that is called refuses. */
function calls(project: ProjectModel, module: Module, call: number, patterns: GuardPatterns, depth: number): boolean {
  const { tree } = module;
  const callee = tree.child(call, Field.function);
  const isOwn = tree.kind(callee) === Kind.attribute && tree.text(tree.child(callee, Field.object)) === 'self';
  const around = module.classAround(call);
  let found: { readonly module: Module; readonly index: number } | undefined;
  if (!isOwn) {
    const definition = project.dotted(module, module.functionAround(call), callee);
    found = definition?.kind === 'function' ? definition : undefined;
  } else if (around !== MODULE) found = project.method({ module, index: around }, calledName(tree, call));
  if (found === undefined) return false;
  const { module: of, index } = found;
  const { body } = of.index.functions[index]!;
  if (refuses(of, body)) return true;
  return (
    depth < MAX_DEPTH &&
    ownNodes(of.tree, body, Kind.call).some((inner) => calls(project, of, inner, patterns, depth + 1))
  );
}

/** A function refuses, or has the words of a check. */
export function checks(project: ProjectModel, module: Module, body: number, patterns: GuardPatterns): boolean {
  const { tree } = module;
  for (let node = body; node < tree.next(body); node++)
    if (tree.kind(node) === Kind.integer && /^40[13]$/.test(tree.text(node))) return true;
  if (nestedRefuses(module, body)) return true;
  return (
    mentionsCheck(project, module, body, patterns) ||
    ownNodes(tree, body, Kind.call).some(
      (call) => patterns.guards.test(calledName(tree, call)) || calls(project, module, call, patterns, 0),
    )
  );
}

/** Of a decorator what the inner function does counts. */
function nestedRefuses(module: Module, body: number): boolean {
  if (refuses(module, body)) return true;
  const { tree, index } = module;
  return index.functions.some(
    ({ node, body: inner }) => node > body && node < tree.next(body) && refuses(module, inner),
  );
}

function mentionsCheck(project: ProjectModel, module: Module, root: number, { checking }: GuardPatterns): boolean {
  const { tree } = module;
  for (let node = root; node < tree.next(root); node++) {
    const kind = tree.kind(node);
    if (kind === Kind.string) {
      const text = literalText(tree, node) ?? '';
      if (checking.test(text)) return true;
      // What only some know: `request.form["key"]`.
      if (
        /(?:^|[_-])(?:key|pin|code|pass|nonce|hash|digest|sign)$/i.test(text) &&
        readingOfKey(project, module, node) !== undefined
      )
        return true;
    } else if (kind === Kind.identifier) {
      if (checking.test(tree.text(node))) return true;
      if (tree.text(node) === 'session' && isSession(project, module, node)) return true;
    }
  }
  return false;
}

/** The session of a visitor, not that of a database. */
function isSession(project: ProjectModel, module: Module, node: number): boolean {
  const { tree } = module;
  const parent = tree.parent(node);
  if (tree.kind(parent) === Kind.attribute && tree.child(parent, Field.attribute) === node)
    return isRequest(module, tree.child(parent, Field.object));
  const found = project.dotted(module, module.functionAround(node), node);
  return found?.kind === 'external' && /^(?:flask|quart|bottle|aiohttp_session)\b/.test(found.name);
}

/** All names in a subtree, and the last names of what is called. */
function namesIn({ tree }: Module, root: number): string[] {
  const names: string[] = [];
  for (let node = root; node < tree.next(root); node++)
    if (tree.kind(node) === Kind.identifier) names.push(tree.text(node));
  return names;
}
