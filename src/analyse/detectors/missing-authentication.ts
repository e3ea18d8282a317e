// The detector `missing-authentication`: a handler that changes or gives away something and asks nobody who they are, where its neighbours do or where its
// path says that it is for administrators. In: handlers of a project and what checks them. Out: a detection for each, with neighbours as evidence.
// Leaves alone: what is meant for everybody (logins, webhooks, health), applications with a gate before everything, handlers with anything
// that might be a check.
import type { Module } from '../../model/module.ts';
import { MODULE } from '../../model/file-index.ts';
import { Kind } from '../../parse/lowered-tree.ts';
import { gatesOf, programs } from './application-gates.ts';
import type { Gates } from './application-gates.ts';
import type { CreateDetector } from './detector.ts';
import type { GuardPatterns, Standing } from './handler-guards.ts';
import { standingOf } from './handler-guards.ts';
import type { Handler, Mount } from './request-handlers.ts';
import { definitionOf, functionOf, handlersOf, mountsOf } from './request-handlers.ts';
import { literalText } from './written-expression.ts';

/** From how many checked neighbours on a handler without a check stands out, and for one that only reads. */
const MIN_CHECKED = 3;
const MIN_CHECKED_FOR_READING = 5;
const MAX_OPEN_FOR_READING = 2;

/** The first route to each function and class, by module and definition. */
type Mounts = ReadonlyMap<Module, ReadonlyMap<number, Mount>>;

interface Judged {
  readonly handler: Handler;
  readonly path: string;
  readonly standing: Standing;
  /** For everybody by its name or path. */
  readonly isMeant: boolean;
}

export const missingAuthentication: CreateDetector<'missing-authentication'> = ({ rule, knowledge, report }) => {
  const { project } = knowledge;
  const expression = (key: 'open' | 'grave' | 'administration' | 'changing' | 'reading'): RegExp =>
    new RegExp(rule[key], 'iu');
  const [open, grave, administration, changing, reading] = (
    ['open', 'grave', 'administration', 'changing', 'reading'] as const
  ).map(expression) as [RegExp, RegExp, RegExp, RegExp, RegExp];
  const patterns: GuardPatterns = {
    checking: new RegExp(rule.checking, 'iu'),
    guards: new RegExp(rule.guards, 'iu'),
    neutral: new RegExp(rule.neutral, 'iu'),
  };
  const handlers: Handler[] = [];
  const modules: Module[] = [];

  const judge = (handler: Handler, mounts: Mounts, gates: Gates): Judged => {
    const mounted = mountOf(handler, mounts);
    const path = pathOf(handler, mounted, gates);
    const isWrapped = mounted?.wrappers.some((name) => patterns.guards.test(name)) === true;
    const isBehind =
      gates.isBehind(handler.module, path) ||
      (handler.router !== '' && gates.isGuarded({ module: handler.module, name: handler.router }));
    const standing = isWrapped || isBehind ? 'checked' : standingOf(project, handler, patterns);
    return { handler, path, standing, isMeant: open.test(spaced(`${handler.name} ${path}`)) };
  };

  const changes = ({ handler, path }: Judged): boolean => {
    const { methods } = handler;
    if (methods.some((method) => /^(?:DELETE|PUT|PATCH)$/.test(method))) return true;
    if (handler.functionIndex === MODULE) return methods.includes('POST');
    if (methods.includes('POST')) return grave.test(spaced(`${handler.name} ${path}`)) || mentions(handler, changing);
    return false;
  };

  const isGrave = ({ handler, path }: Judged): boolean =>
    grave.test(spaced(`${handler.name} ${path.split('/').at(-1) || path.split('/').at(-2) || ''}`));

  const tell = (judged: Judged, checked: readonly Judged[], total: number, isAdministration: boolean): void => {
    const { handler, path } = judged;
    const [neighbour] = checked;
    report({
      module: handler.module,
      functionIndex: handler.functionIndex,
      node: handler.node,
      ...(isAdministration ? { wording: 'administration' } : {}),
      values: { name: handler.name, path, checked: checked.length, total, neighbour: neighbour?.handler.name ?? '' },
      related: checked
        .slice(0, 3)
        .map((one) => ({ module: one.handler.module, node: one.handler.node, message: 'this one has a check' })),
    });
  };

  /** The neighbours of which most check; undefined if they do not say anything about this one. */
  const standsOut = (judged: Judged, neighbours: readonly Judged[]): readonly Judged[] | undefined => {
    const others = neighbours.filter(({ isMeant }) => !isMeant);
    const checked = others.filter(({ standing }) => standing === 'checked');
    const openOnes = others.filter(({ standing }) => standing === 'open');
    if (checked.length < MIN_CHECKED || checked.length < openOnes.length) return undefined;
    if (changes(judged) || isGrave(judged)) return checked;
    const isException = checked.length >= MIN_CHECKED_FOR_READING && openOnes.length <= MAX_OPEN_FOR_READING;
    return isException && mentions(judged.handler, reading) ? checked : undefined;
  };

  return {
    module: (module) => {
      const { isTest, role } = knowledge.context(module);
      if (isTest || role !== 'production') return;
      modules.push(module);
      for (const handler of handlersOf(project, module)) handlers.push(handler);
    },
    finish: () => {
      if (handlers.length === 0) return;
      const gates = gatesOf(project, modules, patterns);
      const mounts = mountsByDefinition(modules.flatMap((module) => mountsOf(project, module)));
      const judged = handlers
        // A function that takes a request and is named nowhere among the URLs of its module is no view.
        .filter(
          (handler) =>
            !gates.isClosed(handler.module) &&
            (handler.path !== undefined || !mounts.has(handler.module) || mountOf(handler, mounts) !== undefined),
        )
        .map((handler) => judge(handler, mounts, gates));
      const programOf = programs(project, modules);
      const isAdministration = ({ path }: Judged): boolean =>
        path.split('/').some((segment) => administration.test(segment));
      const checkedPrograms = new Set(
        judged.filter(({ standing }) => standing === 'checked').map(({ handler }) => programOf(handler.module)),
      );
      const checkedAdministrations = judged.filter((one) => one.standing === 'checked' && isAdministration(one));
      const groups = groupsOf(judged);
      for (const one of judged) {
        if (one.standing !== 'open' || one.isMeant || isEmpty(one.handler)) continue;
        const found = (groups.get(one) ?? [])
          .map((neighbours) => ({ neighbours, checked: standsOut(one, neighbours) }))
          .find(({ checked }) => checked !== undefined);
        if (found?.checked !== undefined) {
          tell(one, found.checked, found.neighbours.length - 1, false);
          continue;
        }
        if (!isAdministration(one)) continue;
        const program = programOf(one.handler.module);
        const beside = checkedAdministrations.filter(({ handler }) => programOf(handler.module) === program);
        const gives = checkedPrograms.has(program) && mentions(one.handler, reading);
        if (changes(one) || isGrave(one) || gives || beside.length > 0) tell(one, beside, 0, true);
      }
      for (const module of modules) module.release();
    },
  };
};

/** Neighbours by handler: those of the same router in the file, and those of them with the same first folder of the path. */
function groupsOf(judged: readonly Judged[]): Map<Judged, Judged[][]> {
  const byKey = new Map<string, Judged[]>();
  const keysOf = ({ handler, path }: Judged): string[] => {
    const own = `${handler.module.path}\n${handler.router}`;
    const [, first = '', second] = path.split('/');
    return second === undefined || first === '' ? [own] : [`${own}\n/${first}`, own];
  };
  for (const one of judged)
    for (const key of keysOf(one)) {
      const list = byKey.get(key);
      if (list === undefined) byKey.set(key, [one]);
      else list.push(one);
    }
  return new Map(judged.map((one) => [one, keysOf(one).map((key) => byKey.get(key)!)]));
}

function mountsByDefinition(mounts: readonly Mount[]): Mounts {
  const found = new Map<Module, Map<number, Mount>>();
  for (const mount of mounts) {
    const ofModule = found.get(mount.target) ?? new Map<number, Mount>();
    found.set(mount.target, ofModule);
    if (!ofModule.has(mount.node)) ofModule.set(mount.node, mount);
  }
  return found;
}

function mountOf(handler: Handler, mounts: Mounts): Mount | undefined {
  const { module, classIndex } = handler;
  const definition = classIndex === MODULE ? definitionOf(handler) : module.index.classes[classIndex]!.node;
  return mounts.get(module)?.get(definition);
}

function pathOf({ module, path, router }: Handler, mount: Mount | undefined, gates: Gates): string {
  if (path === undefined) return mount === undefined ? '' : `/${mount.path.replace(/^\^?\/?/, '')}`;
  return `${gates.prefixOf({ module, name: router })}${path}`;
}

/** `deleteUser`, `/users/delete-all` with the words apart. */
function spaced(text: string): string {
  return text.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[^A-Za-z0-9]+/g, ' ');
}

/** A name or plain text in the handler matches. */
function mentions(handler: Handler, pattern: RegExp): boolean {
  const { tree } = handler.module;
  const root = functionOf(handler)?.body ?? definitionOf(handler);
  for (let node = root; node < tree.next(root); node++) {
    const kind = tree.kind(node);
    if (kind === Kind.identifier && pattern.test(tree.text(node))) return true;
    if (kind === Kind.string && pattern.test(literalText(tree, node) ?? '')) return true;
  }
  return false;
}

/** Nothing is done: `pass`, an error. */
function isEmpty(handler: Handler): boolean {
  const item = functionOf(handler);
  if (item === undefined) return false;
  const { tree } = handler.module;
  return tree.children(item.body).every((statement) => {
    const kind = tree.kind(statement);
    return (
      kind === Kind.pass_statement ||
      kind === Kind.raise_statement ||
      (kind === Kind.expression_statement && tree.kind(statement + 1) === Kind.string)
    );
  });
}
