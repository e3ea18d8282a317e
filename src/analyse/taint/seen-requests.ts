// Whether a function may look at a request though nothing untrusted is passed: it gets the request itself, whose parts are sources, or
// its module imports one that all functions see (Flask's). In: a value or a function. Out: yes or no.
import type { Module } from '../../model/module.ts';
import type { Frame } from '../interpreter/frame.ts';
import type { Value } from '../values/value.ts';
import type { ApiModels } from './api-models.ts';

/** Attributes or methods of the value are sources. */
export function bearsSources({ engine: { models } }: Frame, { denotes }: Value): boolean {
  return denotes.some((one) => one.kind === 'instance' && models.isBearer(models.canonical(one.of)));
}

const seeing = new WeakMap<Module, boolean>();

/** The module imports an object whose attributes or methods are sources. */
export function seesRequest({ engine: { models } }: Frame, module: Module): boolean {
  let sees = seeing.get(module);
  if (sees === undefined) seeing.set(module, (sees = importsBearer(models, module)));
  return sees;
}

function importsBearer(models: ApiModels, { bindings }: Module): boolean {
  for (const ofName of bindings.byName.values()) {
    for (const binding of ofName) {
      if (binding.kind !== 'import') continue;
      const type = models.attribute(binding.target)?.find(({ entry }) => entry.returns !== undefined)?.entry.returns;
      if (type !== undefined && models.isBearer(type)) return true;
    }
  }
  return false;
}
