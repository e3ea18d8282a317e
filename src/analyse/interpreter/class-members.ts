// What a class of the checkout has under a name: methods as they are bound, properties, and which methods store which attributes. In: a class,
// or a module for all of its classes. Out: what `Engine.classAttribute` joins. Leaves alone: the values that are stored.
import { changeHeld } from '../values/held.ts';
import type { Binding } from '../../model/bindings.ts';
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import type { ClassRef } from '../../model/project-model.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { Value } from '../values/value.ts';
import { changeValue, denoting, joinValues, unknown } from '../values/value.ts';
import { decoratorNames } from './decorator-names.ts';

const MAX_ATTRIBUTE_SITES = 12;

/** A list or dict that other methods may have filled since it was made. */
export function fillable(value: Value): Value {
  const { held } = value;
  if (held === undefined || held.kind === 'instance' || held.kind === 'tuple') return value;
  return changeValue(value, {
    held: changeHeld(held, { rest: held.rest === undefined ? unknown : joinValues(held.rest, unknown) }),
  });
}

/** What a method gets as its first argument: the object, the class, or nothing. */
export function boundTo(
  module: Module,
  index: number,
  reference: ClassRef,
  self: Value | undefined,
): Value | undefined {
  const names = decoratorNames(module, module.index.functions[index]!.decorated);
  if (names.includes('staticmethod')) return undefined;
  return names.includes('classmethod')
    ? denoting({ kind: 'class', module: reference.module, index: reference.index })
    : self;
}

/** The function that reads a property; undefined if the name is bound to a method. */
export function getterOf(module: Module, bindings: readonly Binding[]): number | undefined {
  const getter = bindings.findLast(
    (binding) =>
      binding.kind === 'function' &&
      decoratorNames(module, module.index.functions[binding.index]!.decorated).some((name) =>
        /^(?:property|cached_property|hybrid_property|reify|classproperty)$/.test(name),
      ),
  );
  return getter?.kind === 'function' ? getter.index : undefined;
}

/** For every class of a module, which methods store which attributes on self. One scan of the module's assignments. */
export function collectStores(module: Module, ofClass: Map<number, Map<string, number[]>>): void {
  const { tree, index } = module;
  ofClass.set(MODULE, new Map());
  for (const assignment of index.assignments) {
    const left = tree.child(assignment, Field.left);
    if (tree.kind(left) !== Kind.attribute) continue;
    const object = tree.child(left, Field.object);
    if (tree.kind(object) !== Kind.identifier) continue;
    const functionIndex = module.functionAround(assignment);
    if (functionIndex === MODULE) continue;
    const item = index.functions[functionIndex]!;
    if (item.methodOf === MODULE || item.parameters < 0) continue;
    const first = item.parameters + 1;
    if (first >= tree.next(item.parameters) || tree.name(first) !== tree.name(object)) continue;
    let attributes = ofClass.get(item.methodOf);
    if (attributes === undefined) ofClass.set(item.methodOf, (attributes = new Map<string, number[]>()));
    const name = tree.text(tree.child(left, Field.attribute));
    const sites = attributes.get(name);
    if (sites === undefined) attributes.set(name, [functionIndex]);
    else if (!sites.includes(functionIndex) && sites.length < MAX_ATTRIBUTE_SITES) sites.push(functionIndex);
  }
}
