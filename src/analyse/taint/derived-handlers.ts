// Handlers that a base class has and whose steps its subclasses have: `get` of the base calls `self.serve(path)`. In: a handler. Out: sinks,
// recorded for each class of the checkout that inherits it and defines a step anew, or gives a mixin its base. Leaves alone: the base's own steps.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import type { ClassRef } from '../../model/project-model.ts';
import type { Engine } from '../interpreter/engine.ts';
import { Frame } from '../interpreter/frame.ts';
import { callsOverridden } from '../interpreter/overridden-methods.ts';
import { inheritors } from './overrides.ts';

// A base with more is a framework of its own.
const MAX_DERIVED = 100;

/** Evaluates a handler once more for each class that derives from its own and has other steps, or other bases outside the checkout. */
export function enterDerived(engine: Engine, module: Module, index: number): void {
  if (index === MODULE || !engine.isFollowed(module)) return;
  const { methodOf } = module.index.functions[index]!;
  if (methodOf === MODULE || !engine.entryPoints.isHandler(module, index)) return;
  const { project } = engine;
  const bases = new Set([basesOf(engine, { module, index: methodOf })]);
  const inheriting = inheritors(project, { module, index }).filter((type) => {
    const its = basesOf(engine, type);
    const isNew = !bases.has(its);
    bases.add(its);
    return isNew || callsOverridden(project, { module, index }, type);
  });
  for (const selfClass of inheriting.slice(0, MAX_DERIVED))
    new Frame(engine, module, index, { observing: false, recording: true, depth: 0, selfClass }).run();
  if (inheriting.length > MAX_DERIVED)
    engine.limits.push({ module, functionIndex: index, what: `${MAX_DERIVED} classes that inherit it` });
}

/** What a class is to the framework: a mixin's own class is nothing. */
function basesOf({ ownNames }: Engine, type: ClassRef): string {
  return ownNames.ancestry(type).external.join(' ');
}
