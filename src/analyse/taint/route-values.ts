// Values that a handler reads from its own route by name: `request.match_info["token"]` under `/files/{token:[0-9a-f]{32}}`. In: what was
// read. Out: the same, harmless where every route that names it lets no free text through.
import { MODULE } from '../../model/file-index.ts';
import type { Frame } from '../interpreter/frame.ts';
import { textKinds } from '../values/kind-set.ts';
import { cleanTaint, isTainted } from '../values/taint.ts';
import type { Value } from '../values/value.ts';
import { withTaint } from '../values/value.ts';
import { familyRoutes } from './class-routes.ts';
import { routeParameters } from './route-parameters.ts';

const fromRoute = /(?:^|\.)(?:match_info|path_params|view_args|url_args|matchdict|path_kwargs)$|^(?:self\.)?kwargs$/;

/** The entry `key` of what a route gave; `node` is the expression that reads it. */
export function routeValue(frame: Frame, value: Value, node: number): Value {
  const { taint } = value;
  if (!isTainted(taint)) return value;
  const source = taint.marks[0]!.source;
  if (source?.key === undefined || taint.marks.length > 1 || !fromRoute.test(source.name)) return value;
  const { key } = source;
  const naming = routesAround(frame.root)
    .map(routeParameters)
    .filter(({ named, harmless }) => named.has(key) || harmless.has(key));
  if (naming.length === 0 || !naming.every(({ harmless }) => harmless.has(key))) return value;
  const credit = { kind: 'sanitizer' as const, name: 'the route', module: frame.module, node, kinds: textKinds };
  return withTaint(value, cleanTaint(taint, textKinds, credit));
}

/** The routes to a handler, or to the class that a method stands in. */
function routesAround({ module, functionIndex, engine }: Frame): readonly string[] {
  if (functionIndex === MODULE) return [];
  const own = engine.entryPoints.routes(module, functionIndex);
  const { methodOf } = module.index.functions[functionIndex]!;
  return own.length > 0 || methodOf === MODULE ? own : familyRoutes(engine.project, { module, index: methodOf });
}
