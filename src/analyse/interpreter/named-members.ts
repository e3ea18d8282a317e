// Methods that are looked up by a name of which only the beginning is known: `getattr(self, "do_" + verb)`. In: the object and the name. Out:
// whichever methods of its class begin so. Leaves alone: names of which nothing is known.
import type { ProjectModel, ClassRef } from '../../model/project-model.ts';
import type { Value } from '../values/value.ts';
import { joinValues, unknown } from '../values/value.ts';
import { attributeOf } from './attributes.ts';
import type { Frame } from './frame.ts';

const MIN_BEGINNING = 2;
// As many as one value keeps apart.
const MAX_METHODS = 24;

/** What `getattr(object, name)` may give; unknown if the name tells too little. */
export function namedMembers(frame: Frame, object: Value, name: Value | undefined): Value {
  const [beginning] = name?.text ?? [];
  const [type, ...others] = object.denotes;
  if (typeof beginning !== 'string' || beginning.length < MIN_BEGINNING || others.length > 0) return unknown;
  if (type?.kind !== 'object' && type?.kind !== 'class') return unknown;
  const names = methodsBeginning(frame.engine.project, type, beginning);
  if (names.length > MAX_METHODS) return unknown;
  const found = names.map((text) => attributeOf(frame, object, text));
  return found.length === 0 ? unknown : found.reduce(joinValues);
}

function methodsBeginning(project: ProjectModel, type: ClassRef, beginning: string): string[] {
  const names = new Set<string>();
  for (const { module, index } of project.ancestry(type).classes) {
    const { byName } = module.classBindings(module.index.classes[index]!);
    for (const [number, bindings] of byName) {
      const text = project.names.text(number);
      if (text.startsWith(beginning) && bindings.some(({ kind }) => kind === 'function')) names.add(text);
    }
  }
  return [...names];
}
