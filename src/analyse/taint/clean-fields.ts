// Fields of forms and serializers whose values hold no free text, by what stands in the class: `count = forms.IntegerField()`.
// In: a class of the checkout. Out: the names of such fields, those of its bases included.
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { ClassRef } from '../../model/project-model.ts';
import type { Engine } from '../interpreter/engine.ts';
import { allKinds } from '../values/kind-set.ts';

/** Names of the fields that a conversion of the models makes clean. What a class redefines hides what its base says. */
export function cleanFields(engine: Engine, reference: ClassRef): string[] {
  const seen = new Set<number>();
  const found: string[] = [];
  for (const { module, index } of engine.project.ancestry(reference).classes) {
    const { tree } = module;
    const { body } = module.index.classes[index]!;
    for (const statement of body < 0 ? [] : tree.children(body)) {
      const assignment = statement + 1;
      if (tree.kind(statement) !== Kind.expression_statement || tree.kind(assignment) !== Kind.assignment) continue;
      const left = tree.child(assignment, Field.left);
      if (tree.kind(left) !== Kind.identifier || seen.has(tree.name(left))) continue;
      seen.add(tree.name(left));
      const right = tree.child(assignment, Field.right);
      if (right < 0 || tree.kind(right) !== Kind.call) continue;
      const definition = engine.project.dotted(
        module,
        module.functionAround(assignment),
        tree.child(right, Field.function),
      );
      if (definition?.kind !== 'external') continue;
      const entries = engine.models.call(definition.name);
      if (entries?.some(({ sanitizes }) => sanitizes === allKinds) === true) found.push(tree.text(left));
    }
  }
  return found;
}
