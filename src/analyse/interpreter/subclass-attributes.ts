// Attributes that a class reads and only its subclasses set: `self.client` of an abstract base. In: the class and the name. Out: the types
// that it has in them. Leaves alone: what is stored, which another subclass may do otherwise.
import type { ClassRef } from '../../model/project-model.ts';
import { derivedFrom } from '../taint/overrides.ts';
import type { Denotation, Value } from '../values/value.ts';
import { denoting } from '../values/value.ts';
import type { Engine } from './engine.ts';

/** Bases from elsewhere that have no attributes of their own. */
export const plainBases: ReadonlySet<string> = new Set([
  'object',
  'builtins.object',
  'abc.ABC',
  'typing.Generic',
  'typing.Protocol',
]);

const MAX_SUBCLASSES = 8;

/** What objects an attribute holds in the subclasses of a class that has none of this name itself; undefined if none says so. */
export function attributeOfSubclasses(engine: Engine, reference: ClassRef, name: string): Value | undefined {
  const types = new Map<string, Denotation>();
  for (const type of derivedFrom(engine.project, reference).slice(0, MAX_SUBCLASSES)) {
    for (const one of engine.stored(type, name)?.denotes ?? []) {
      if (one.kind === 'instance' && one.of.includes('.')) types.set(one.of, one);
      else if (one.kind === 'object') types.set(`${one.module.path}:${one.index}`, one);
    }
  }
  return types.size === 0 ? undefined : denoting(...types.values());
}
