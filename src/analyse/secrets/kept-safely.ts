// Fields of a model of the checkout that keep a secret in another form: a property that hashes what it is given, a column that encrypts.
// In: a class and a field's name. Out: whether the class says so. Leaves alone: what callers have made of the secret before.
import { foundOncePerClass } from '../../model/found-once.ts';
import type { Module } from '../../model/module.ts';
import type { ClassRef, ProjectModel } from '../../model/project-model.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { lastWord } from '../detectors/written-expression.ts';

/** Whether a class, or one that it derives from, keeps what a field is given in another form. */
export function isKeptSafely(project: ProjectModel, reference: ClassRef, field: string): boolean {
  return project.ancestry(reference).classes.some(({ module, index }) => safeFields(module, index).has(field));
}

const keeper = /encrypt|cipher|hash|^(?:synonym|hybrid_property|PasswordType)$/i;

const safeFields = foundOncePerClass((module, index): ReadonlySet<string> => {
  const { tree } = module;
  const { body } = module.index.classes[index]!;
  const found = new Set<string>();
  for (const statement of body < 0 ? [] : tree.children(body)) {
    if (tree.kind(statement) === Kind.decorated_definition) {
      const name = setterName(module, statement);
      if (name !== undefined) found.add(name);
    }
    const assignment = statement + 1;
    if (tree.kind(statement) !== Kind.expression_statement || tree.kind(assignment) !== Kind.assignment) continue;
    const left = tree.child(assignment, Field.left);
    const right = tree.child(assignment, Field.right);
    if (tree.kind(left) === Kind.identifier && right >= 0 && callsKeeper(module, right)) found.add(tree.text(left));
  }
  return found;
});

/** `@password.setter` */
function setterName({ tree }: Module, definition: number): string | undefined {
  for (const child of tree.children(definition)) {
    if (tree.kind(child) !== Kind.decorator || tree.kind(child + 1) !== Kind.attribute) continue;
    const object = tree.child(child + 1, Field.object);
    if (tree.text(tree.child(child + 1, Field.attribute)) === 'setter' && tree.kind(object) === Kind.identifier)
      return tree.text(object);
  }
  return undefined;
}

/** `encrypt(models.CharField())`, `Column(EncryptedType(String))`, `synonym("_password", descriptor=...)` */
function callsKeeper({ tree }: Module, value: number): boolean {
  for (let node = value; node < tree.next(value); node++)
    if (tree.kind(node) === Kind.call && keeper.test(lastWord(tree, node))) return true;
  return false;
}
