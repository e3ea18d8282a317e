// The detector `form-data-bypass`: a field that is read from the request where a form has checked it. In: functions that ask a form of the
// checkout `is_valid()`. Out: a detection at each later reading of one of its fields. Leaves alone: other keys, branches where it is not valid.
import type { Module } from '../../model/module.ts';
import type { ClassRef, ProjectModel } from '../../model/project-model.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { callsByName } from './calls-by-name.ts';
import type { CreateDetector } from './detector.ts';
import { ownNodes } from './own-nodes.ts';
import { inOtherBranch } from './use-circumstances.ts';
import { argumentsOf, calledName, literalText, written } from './written-expression.ts';

export const formDataBypass: CreateDetector<'form-data-bypass'> = ({ rule, knowledge, report }) => {
  const { project } = knowledge;
  const forms = new RegExp(rule.forms, 'u');
  const isValid = project.names.find('is_valid');

  return {
    module: (module) => {
      if (isValid === 0 || knowledge.context(module).isTest) return;
      const { tree, index } = module;
      for (const check of callsByName(module).get(isValid) ?? []) {
        const functionIndex = module.functionAround(check);
        const item = index.functions[functionIndex];
        const object = tree.child(tree.child(check, Field.function), Field.object);
        if (item === undefined || object < 0 || tree.kind(object) !== Kind.identifier) continue;
        const fields = fieldsOf(project, module, functionIndex, tree.name(object), forms);
        if (fields.size === 0) continue;
        for (const node of ownNodes(tree, item.body, Kind.subscript, Kind.call)) {
          const key = node > check ? readKey(module, node) : undefined;
          if (key === undefined || !fields.has(key) || isWhereInvalid(module, check, node)) continue;
          const name = `request.POST["${key}"]`;
          report({ module, functionIndex, node, values: { name, form: written(tree, object) } });
        }
      }
    },
  };
};

/** The key of `request.POST["key"]`, `request.POST.get("key")`. */
function readKey({ tree }: Module, node: number): string | undefined {
  const isPost = (object: number): boolean =>
    tree.kind(object) === Kind.attribute && tree.text(tree.child(object, Field.attribute)) === 'POST';
  if (tree.kind(node) === Kind.subscript)
    return isPost(tree.child(node, Field.value)) ? literalText(tree, tree.child(node, Field.subscript)) : undefined;
  const callee = tree.child(node, Field.function);
  if (calledName(tree, node) !== 'get' || !isPost(tree.child(callee, Field.object))) return undefined;
  return literalText(tree, argumentsOf(tree, node).positional[0] ?? -1);
}

/** The place is in the branch for what is not valid. */
function isWhereInvalid(module: Module, check: number, node: number): boolean {
  if (inOtherBranch(module, check, node)) {
    const { tree } = module;
    for (let current = tree.parent(node); current >= 0; current = tree.parent(current)) {
      const kind = tree.kind(current);
      if (kind === Kind.else_clause && tree.parent(current) < check && check < current) return true;
      // `if not form.is_valid(): ...`
      const condition = kind === Kind.if_statement ? tree.child(current, Field.condition) : -1;
      if (
        condition >= 0 &&
        tree.kind(condition) === Kind.not_operator &&
        condition < check &&
        check < tree.next(condition)
      )
        return (
          tree.child(current, Field.consequence) < node && node < tree.next(tree.child(current, Field.consequence))
        );
    }
  }
  return false;
}

/** Names of the fields of the form that a variable is made of. */
function fieldsOf(
  project: ProjectModel,
  module: Module,
  functionIndex: number,
  name: number,
  forms: RegExp,
): ReadonlySet<string> {
  const { tree, index } = module;
  const bindings = module.functionBindings(index.functions[functionIndex]!).byName.get(name) ?? [];
  const fields = new Set<string>();
  for (const binding of bindings) {
    if (binding.kind !== 'value' || tree.kind(binding.value) !== Kind.call) continue;
    const made = project.dotted(module, functionIndex, tree.child(binding.value, Field.function));
    if (made?.kind !== 'class') continue;
    const { classes, external } = project.ancestry(made);
    if (!external.some((base) => forms.test(base))) continue;
    for (const reference of classes) for (const field of fieldsIn(reference)) fields.add(field);
  }
  return fields;
}

/** Names that a class body gives a field: `mail = forms.EmailField()`; those that its `Meta` takes over from a model; `clean_mail`. */
function fieldsIn({ module: { tree, index }, index: at }: ClassRef): string[] {
  const { body } = index.classes[at]!;
  const declared = index.assignments.flatMap((assignment) => {
    if (assignment < body || assignment >= tree.next(body)) return [];
    const left = tree.child(assignment, Field.left);
    const right = tree.child(assignment, Field.right);
    if (right < 0 || tree.kind(left) !== Kind.identifier) return [];
    const name = tree.text(left);
    const isField = tree.kind(right) === Kind.call && calledName(tree, right).endsWith('Field');
    if (isField) return [name];
    if (name !== 'fields' || (tree.kind(right) !== Kind.list && tree.kind(right) !== Kind.tuple)) return [];
    return tree.children(right).map((element) => literalText(tree, element) ?? '');
  });
  const cleaned = index.functions.flatMap(({ methodOf, name }) =>
    methodOf === at ? (/^clean_(\w+)$/.exec(tree.names.text(name))?.[1] ?? []) : [],
  );
  return [...declared, ...cleaned];
}
