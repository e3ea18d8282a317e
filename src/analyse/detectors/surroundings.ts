// Where a place stands: settings code, test code, under `if __name__ == "__main__"`, in a request handler.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { Surrounding } from '../../rules/use-schema.ts';
import { unreachable } from '../../base/unreachable.ts';
import type { Site } from '../interpreter/events.ts';
import type { Knowledge } from '../knowledge.ts';

export function standsIn(surrounding: Surrounding, site: Site, knowledge: Knowledge): boolean {
  switch (surrounding) {
    case 'settings':
      return isSettingsModule(site.module);
    case 'development':
      return isDevelopmentModule(site.module);
    case 'test':
      return knowledge.context(site.module).isTest;
    case 'production':
      return !knowledge.context(site.module).isTest;
    case 'main-guard':
      return underMainGuard(site);
    case 'handler':
      return isHandler(site);
    default:
      return unreachable(surrounding);
  }
}

/** Named `settings*.py` or `config*.py`, in a `settings` package, or defining INSTALLED_APPS or SECRET_KEY. */
export function isSettingsModule(module: Module): boolean {
  const segments = module.path.split('/');
  if (/^(?:settings|config).*\.py$/.test(segments.at(-1)!) || segments.at(-2) === 'settings') return true;
  const { names } = module.tree;
  // Names are looked up in the run's table; a number of 0 is bound nowhere.
  return ['INSTALLED_APPS', 'SECRET_KEY'].some((name) => module.bindings.byName.has(names.find(name)) && names.find(name) !== 0);
}

/** A settings file for development: its name has local, dev, test, debug or example in it. */
export function isDevelopmentModule(module: Module): boolean {
  return /local|dev|test|debug|example/i.test(module.path.split('/').at(-1)!);
}

/** Under `if __name__ == "__main__":`. */
export function underMainGuard({ module, node }: Site): boolean {
  const { tree } = module;
  for (let current = tree.parent(node); current >= 0; current = tree.parent(current)) {
    if (tree.kind(current) !== Kind.if_statement) continue;
    const condition = tree.child(current, Field.condition);
    if (tree.kind(condition) !== Kind.comparison_operator) continue;
    if (tree.children(condition).some((child) => tree.text(child) === '__name__')) return true;
  }
  return false;
}

const routeDecorators = new Set('route get post put patch delete head options websocket api_route view_config expose api_view'.split(' '));

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
  return item.methodOf !== MODULE && /(?:View|Handler|Resource|Endpoint|ViewSet)$/.test(module.qualifiedClassName(item.methodOf));
}
