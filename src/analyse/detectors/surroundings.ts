// Where a place stands: settings code, test code, under `if __name__ == "__main__"`, in a request handler.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { Surrounding } from '../../rules/use-schema.ts';
import { unreachable } from '../../base/unreachable.ts';
import type { Site } from '../interpreter/events.ts';
import type { Knowledge } from '../knowledge.ts';
import { expectsError, isReplaced, startsServer } from './stand-ins.ts';
import { literalText } from './written-expression.ts';

export function standsIn(surrounding: Surrounding, site: Site, knowledge: Knowledge): boolean {
  switch (surrounding) {
    case 'settings':
      return isSettingsModule(site.module);
    case 'development':
      return isDevelopmentModule(site.module) || developmentName.test(classNameAround(site));
    case 'test':
      return knowledge.context(site.module).isTest;
    case 'production':
      return !knowledge.context(site.module).isTest;
    case 'main-guard':
      return underMainGuard(site);
    case 'handler':
      return isHandler(site);
    case 'test-settings':
      return /test/i.test(`${fileName(site.module)} ${classNameAround(site)}`);
    case 'conditional':
      return conditionsAround(site).length > 0;
    case 'debug-branch':
      return conditionsAround(site).some((condition) => mentions(site.module, condition, debugSwitch));
    case 'expected-error':
      return expectsError(site);
    case 'patched':
      return isReplaced(site);
    case 'own-server':
      return startsServer(site.module);
    case 'build-script':
      return isBuildScript(site.module);
    default:
      return unreachable(surrounding);
  }
}

/** Named `settings*.py` (also `local_settings.py`), `config*.py`, `celeryconfig*.py` or `gunicorn*.py`, in a `settings` package, or defining INSTALLED_APPS or SECRET_KEY. */
export function isSettingsModule(module: Module): boolean {
  const segments = module.path.split('/');
  if (
    /^(?:(?:\w+_)?settings|config|gunicorn|celery_?config).*\.py$/.test(segments.at(-1)!) ||
    segments.at(-2) === 'settings'
  )
    return true;
  const { names } = module.tree;
  // Names are looked up in the run's table; a number of 0 is bound nowhere.
  return djangoSettings.some((name) => module.bindings.byName.has(names.find(name)) && names.find(name) !== 0);
}

// Names that only settings have.
const djangoSettings =
  'INSTALLED_APPS SECRET_KEY PASSWORD_HASHERS ROOT_URLCONF WSGI_APPLICATION AUTH_PASSWORD_VALIDATORS X_FRAME_OPTIONS'.split(
    ' ',
  );

/** A settings file for development: its name has local, dev, test, debug or example in it. */
export function isDevelopmentModule(module: Module): boolean {
  return isSettingsModule(module) && developmentName.test(fileName(module));
}

const developmentName = /local|dev|test|debug|example/i;

/** A file that packaging tools run: a setup.py or the like that imports what builds a package, a hook of a build tool. */
function isBuildScript(module: Module): boolean {
  const name = fileName(module);
  if (/^(?:hatch_build|pdm_build|_?build_backend)\.py$/.test(name)) return true;
  return (
    /^(?:_?build|setup)\.py$/.test(name) &&
    module
      .importTargets()
      .some((target) => /^(?:setuptools|distutils|numpy\.distutils|skbuild|Cython\.Build)\b/.test(target))
  );
}

function fileName(module: Module): string {
  return module.path.split('/').at(-1)!;
}

function classNameAround({ module, node }: Site): string {
  const classIndex = module.classAround(node);
  return classIndex === MODULE ? '' : module.qualifiedClassName(classIndex);
}

/** Conditions of the `if` statements and expressions around a place, in the same function. */
function conditionsAround({ module, node }: Site): number[] {
  const { tree } = module;
  const found: number[] = [];
  for (let current = tree.parent(node); current >= 0; current = tree.parent(current)) {
    const kind = tree.kind(current);
    if (kind === Kind.function_definition || kind === Kind.lambda) break;
    if (kind === Kind.if_statement || kind === Kind.elif_clause) found.push(tree.child(current, Field.condition));
    // `value if condition else other`
    if (kind === Kind.conditional_expression) found.push(tree.children(current)[1]!);
  }
  return found;
}

/** Some name or text in the conditions around a place matches. */
export function conditionMentions(site: Site, pattern: string): boolean {
  const { tree } = site.module;
  const regex = new RegExp(pattern, 'u');
  return conditionsAround(site).some((condition) => {
    for (let inner = condition; inner < tree.next(condition); inner++) if (regex.test(tree.text(inner))) return true;
    return false;
  });
}

// What is on while somebody looks for a fault: a name, or a key of the configuration.
const debugSwitch =
  /^(?:debug|is_debug|dev_mode|debug_mode|(?:show|include|expose|with)_(?:stack_?trace|traceback|tracebacks))$/i;

/** Some identifier or text in an expression matches. */
function mentions({ tree }: Module, node: number, pattern: RegExp): boolean {
  for (let inner = node; inner < tree.next(node); inner++) {
    const kind = tree.kind(inner);
    if (kind === Kind.identifier && pattern.test(tree.text(inner))) return true;
    if (kind === Kind.string && pattern.test(literalText(tree, inner) ?? '')) return true;
  }
  return false;
}

/** Under `if __name__ == "__main__":`. */
export function underMainGuard({ module, node }: Site): boolean {
  return mainGuardAround(module, node) >= 0;
}

/** The statement `if __name__ == "__main__":` around a node, -1 if there is none. */
export function mainGuardAround({ tree }: Module, node: number): number {
  for (let current = tree.parent(node); current >= 0; current = tree.parent(current)) {
    if (tree.kind(current) !== Kind.if_statement) continue;
    const condition = tree.child(current, Field.condition);
    if (tree.kind(condition) !== Kind.comparison_operator) continue;
    if (tree.children(condition).some((child) => tree.text(child) === '__name__')) return current;
  }
  return -1;
}

const routeDecorators = new Set(
  'route get post put patch delete head options websocket api_route view_config expose api_view'.split(' '),
);

/** In a function with a decorator that routes requests, or a method of a view or handler class. */
function isHandler({ module, functionIndex }: Site): boolean {
  if (functionIndex === MODULE) return false;
  const { tree } = module;
  const item = module.index.functions[functionIndex]!;
  if (item.decorated >= 0) {
    for (const child of tree.children(item.decorated)) {
      if (tree.kind(child) !== Kind.decorator) continue;
      let name = child + 1;
      if (tree.kind(name) === Kind.call) name = tree.child(name, Field.function);
      const last = tree.kind(name) === Kind.attribute ? tree.child(name, Field.attribute) : name;
      if (routeDecorators.has(tree.text(last))) return true;
    }
  }
  return (
    item.methodOf !== MODULE &&
    /(?:View|Handler|Resource|Endpoint|ViewSet)$/.test(module.qualifiedClassName(item.methodOf))
  );
}
