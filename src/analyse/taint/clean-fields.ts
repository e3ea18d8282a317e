// Fields of forms and serializers by what stands in the class: `count = forms.IntegerField()` holds no free text, `forms.FileField()` an upload.
// In: a class of the checkout. Out: the names of such fields, those of its bases included.
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { Module } from '../../model/module.ts';
import type { ClassRef } from '../../model/project-model.ts';
import type { Engine } from '../interpreter/engine.ts';
import { allKinds, textKinds } from '../values/kind-set.ts';
import { namedKinds } from './pattern-class.ts';

/** Names of fields by what their classes say: those that a conversion of the models makes clean, and those that hold an upload. */
export interface TypedFields {
  readonly clean: readonly string[];
  readonly files: readonly string[];
}

/**
 * The fields that a class and its bases declare. What a class redefines hides what its base says. `isInside`: a method of the class asks,
 * which may stand before what its own checks have done.
 */
export function typedFields(engine: Engine, reference: ClassRef, isInside: boolean): TypedFields {
  const seen = new Set<number>();
  const clean: string[] = [];
  const files: string[] = [];
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
      const entries = classesOf(engine, module, tree.child(right, Field.function)).flatMap(
        (name) => engine.models.call(name) ?? [],
      );
      if (entries.some(({ sanitizes }) => sanitizes === allKinds)) clean.push(tree.text(left));
      else if (entries.some(({ entry }) => entry.shape === 'file')) files.push(tree.text(left));
    }
    if (!isInside) clean.push(...checkedFields(engine, module, index));
  }
  return { clean, files };
}

// A text that a pattern of letters and digits admits.
const plainText = textKinds & ~namedKinds;

/** Fields of which the class gives back only what it has checked: `def clean_number(self)`. */
function checkedFields(engine: Engine, module: Module, classIndex: number): string[] {
  return module.index.functions.flatMap(({ name, methodOf }, index) => {
    const field = methodOf === classIndex ? /^clean_(\w+)$/.exec(module.tree.names.text(name))?.[1] : undefined;
    if (field === undefined) return [];
    const marks = engine.outcome(module, index).taint?.marks ?? [];
    const isChecked = marks.length > 0 && marks.every(({ cleaned }) => (cleaned & plainText) === plainText);
    return isChecked ? [field] : [];
  });
}

// Methods in which a field of the checkout's own may make something else of what was sent.
const converters = ['clean', 'to_python', 'to_internal_value', 'validate'];

/** Qualified names of a field's class; of one of the checkout, what it derives from. */
function classesOf(engine: Engine, module: Module, callee: number): readonly string[] {
  const definition = engine.project.dotted(module, module.functionAround(callee), callee);
  if (definition?.kind === 'external') return [definition.name];
  if (definition?.kind !== 'class') return [];
  const isOwn = converters.some((name) => engine.project.method(definition, name) !== undefined);
  return isOwn ? [] : engine.project.ancestry(definition).external;
}
