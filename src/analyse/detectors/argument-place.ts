// Where a finding about an argument of a call stands: at the keyword, where that is on a line of its own or comes from a dict that is
// written down elsewhere (`Application(routes, **settings)`). In: the call and the conditions that hold for its arguments. Out: the node
// a reader would edit. Leaves alone: whether they hold.
import { MODULE } from '../../model/file-index.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { Engine } from '../interpreter/engine.ts';
import type { CallEvent, Site } from '../interpreter/events.ts';
import type { Condition, ConditionTests } from '../../rules/use-schema.ts';
import { argumentOf } from './use-conditions.ts';
import { entryUnder, isWrittenDict } from './written-dict.ts';

// What these ask of is the value that is wrong; the others say which call is meant.
const deciding: readonly (keyof ConditionTests)[] = ['is', 'name', 'below', 'above', 'empty', 'item', 'grants', 'any'];

export interface ArgumentPlace extends Site {
  /** It is no part of the call: the entry of a dict. */
  readonly isElsewhere?: boolean;
}

/** The first keyword that a condition judges, where it stands; undefined if the call itself is as good a place. */
export function argumentPlace(
  engine: Engine,
  event: CallEvent,
  conditions: Readonly<Record<string, Condition>>,
): ArgumentPlace | undefined {
  const all = Object.entries(conditions);
  for (const [key, condition] of all) {
    if (all.length > 1 && !judges(condition)) continue;
    const argument = argumentOf(event.arguments, key);
    if (argument === undefined) continue;
    const { tree } = event.module;
    if (tree.kind(argument.node) === Kind.dictionary_splat) return spreadPlace(engine, event, argument.node, key);
    const keyword = tree.parent(argument.node);
    if (keyword < 0 || tree.kind(keyword) !== Kind.keyword_argument) continue;
    return tree.line(tree.start(keyword)) === tree.line(calleeStart(event))
      ? undefined
      : { ...siteOf(event), node: keyword };
  }
  return undefined;
}

function judges(condition: Condition): boolean {
  return condition === null || typeof condition !== 'object' || deciding.some((test) => test in condition);
}

function calleeStart({ module: { tree }, node }: Site): number {
  const callee = tree.child(node, Field.function);
  return tree.start(tree.kind(callee) === Kind.attribute ? tree.child(callee, Field.attribute) : callee);
}

function siteOf({ module, functionIndex, node }: Site): Site {
  return { module, functionIndex, node };
}

/** The entry of a spread dict, if that is written as one literal. */
function spreadPlace(engine: Engine, event: Site, splat: number, key: string): ArgumentPlace | undefined {
  const found = literalOf(engine, { ...siteOf(event), node: splat + 1 });
  const entry = found === undefined ? -1 : entryUnder(found.module, found.node, key.split('|'));
  return found === undefined || entry < 0 ? undefined : { ...found, node: entry, isElsewhere: true };
}

/** The dict display or `dict(...)` that an expression is, or that its name is bound to once. */
function literalOf(engine: Engine, { module, functionIndex, node }: Site): Site | undefined {
  const { tree } = module;
  if (isWrittenDict(module, node)) return { module, functionIndex, node };
  if (tree.kind(node) !== Kind.identifier && tree.kind(node) !== Kind.attribute) return undefined;
  const item = module.index.functions[functionIndex];
  const local =
    item === undefined || tree.kind(node) === Kind.attribute
      ? undefined
      : module.functionBindings(item).byName.get(tree.name(node));
  if (local !== undefined) return boundTo({ module, functionIndex, node }, local);
  const definition = engine.project.dotted(module, functionIndex, node);
  if (definition?.kind !== 'value') return undefined;
  const bindings = definition.module.bindings.byName.get(definition.name) ?? [];
  return boundTo({ module: definition.module, functionIndex: MODULE, node: -1 }, bindings);
}

function boundTo(
  { module, functionIndex }: Site,
  bindings: readonly { readonly kind: string; readonly value?: number }[],
): Site | undefined {
  const values = bindings.flatMap(({ kind, value }) => (kind === 'value' && value !== undefined ? [value] : []));
  const [only, ...others] = values;
  if (only === undefined || others.length > 0 || !isWrittenDict(module, only)) return undefined;
  return { module, functionIndex, node: only };
}
