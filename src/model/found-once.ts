// Remembers what a search over the nodes of one function or class found: the tree never changes. Leaves alone: what is searched for.
import type { Module } from './module.ts';

/** The same function of a module and a function's index, which runs once for each. */
export function foundOncePerFunction<T>(
  find: (module: Module, index: number) => T,
): (module: Module, index: number) => T {
  const known = new WeakMap<Module, Map<number, T>>();
  return (module, index) => {
    let ofModule = known.get(module);
    if (ofModule === undefined) known.set(module, (ofModule = new Map<number, T>()));
    let found = ofModule.get(index);
    if (found === undefined) ofModule.set(index, (found = find(module, index)));
    return found;
  };
}

/** The same for classes, by their index. */
export function foundOncePerClass<T>(find: (module: Module, index: number) => T): (module: Module, index: number) => T {
  return foundOncePerFunction(find);
}
