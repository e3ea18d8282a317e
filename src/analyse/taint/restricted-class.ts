// Classes of the checkout that take the harm out of what they derive from: an unpickler that chooses which classes it finds. In: a
// class and what the models say of its base. Out: whether one of the methods that decide is there and decides something.
import type { ClassRef } from '../../model/project-model.ts';
import { Kind } from '../../parse/lowered-tree.ts';
import type { Frame } from '../interpreter/frame.ts';
import type { ApiEntry } from './api-models.ts';

const deciding: ReadonlySet<number> = new Set<number>([
  Kind.if_statement,
  Kind.conditional_expression,
  Kind.raise_statement,
  Kind.match_statement,
  Kind.subscript,
]);

/** Whether the class defines one of the methods that the base's entries name (`unlessDefined`), and its body chooses. */
export function isRestricted(
  { engine }: Frame,
  reference: ClassRef,
  entries: readonly ApiEntry[] | undefined,
): boolean {
  for (const { entry } of entries ?? []) {
    for (const name of entry.unlessDefined ?? []) {
      const method = engine.project.method(reference, name);
      if (method !== undefined && chooses(method)) return true;
    }
  }
  return false;
}

function chooses({ module, index }: ClassRef): boolean {
  const { tree } = module;
  const { body } = module.index.functions[index]!;
  if (body < 0) return false;
  for (let node = body; node < tree.next(body); node++) if (deciding.has(tree.kind(node))) return true;
  return false;
}
