// The detector `open-model-fields`: forms and serializers of a model that let a request set fields that decide about rights. In: classes `Meta` of
// forms and serializers with a model of the checkout or of the framework. Out: a detection at `fields` or `exclude`, with the fields. Leaves alone:
// models that are not known, forms of the admin site, fields that can only be read.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import type { ClassRef, Definition, ProjectModel } from '../../model/project-model.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { CreateDetector } from './detector.ts';
import { argumentsOf, calledName, literalText } from './written-expression.ts';

export const openModelFields: CreateDetector<'open-model-fields'> = ({ rule, knowledge, report }) => {
  const { project } = knowledge;
  const owners = new RegExp(rule.owners, 'u');
  const rights = new RegExp(rule.rights, 'u');
  const listed = new RegExp(rule.listed, 'u');
  const meta = project.names.find('Meta');

  return {
    module: (module) => {
      const { tree, index } = module;
      if (
        meta === 0 ||
        knowledge.context(module).isTest ||
        /(?:^|\/)(?:admin|management)(?:\/|\.py$)/.test(module.path)
      )
        return;
      for (const [at, { name, parentClass }] of index.classes.entries()) {
        if (name !== meta || parentClass === MODULE) continue;
        const around = { module, index: parentClass };
        const { external } = project.ancestry(around);
        if (!external.some((base) => owners.test(base)) || /Admin|Staff/.test(className(around))) continue;
        const values = assigned(module, at);
        const node = values.get('fields') ?? values.get('exclude') ?? -1;
        const model = values.get('model');
        const open = node < 0 ? undefined : openFields(module, values);
        if (model === undefined || open === undefined) continue;
        const known = fieldsOfModel(project, module, model);
        const closed = new Set([...readOnly(module, parentClass, values), ...(open.except ?? [])]);
        // What a form lists one by one its author has chosen; of an API's fields few know that they can be written as well.
        if (open.named !== undefined && !external.some((base) => base.startsWith('rest_framework.'))) continue;
        const wanted = open.named === undefined ? rights : listed;
        const found = [...new Set(open.named ?? known)].filter(
          (field) => wanted.test(field) && !closed.has(field) && known.includes(field),
        );
        if (found.length === 0) continue;
        report({
          module,
          functionIndex: module.functionAround(node),
          node: tree.parent(node),
          values: {
            name: className(around),
            fields: found.slice(0, 4).join(', '),
            how: open.named === undefined ? 'takes over all fields of the model' : 'lists them',
          },
        });
      }
    },
  };
};

function className({ module, index }: ClassRef): string {
  return module.tree.names.text(module.index.classes[index]!.name);
}

/** Values that the body of a class gives names, by name. */
function assigned({ tree, index }: Module, at: number): Map<string, number> {
  const { body } = index.classes[at]!;
  const values = new Map<string, number>();
  for (const assignment of index.assignments) {
    if (assignment < body || assignment >= tree.next(body)) continue;
    const left = tree.child(assignment, Field.left);
    const right = tree.child(assignment, Field.right);
    if (right >= 0 && tree.kind(left) === Kind.identifier) values.set(tree.text(left), right);
  }
  return values;
}

interface Open {
  /** The fields that are named; all if absent. */
  readonly named?: readonly string[];
  /** All but these. */
  readonly except?: readonly string[];
}

/** What `fields` and `exclude` say; undefined where it is not known. */
function openFields(module: Module, values: ReadonlyMap<string, number>): Open | undefined {
  const fields = values.get('fields');
  const except = texts(module, values.get('exclude') ?? -1);
  if (fields === undefined) return except === undefined ? undefined : { except };
  if (literalText(module.tree, fields) === '__all__') return except === undefined ? {} : { except };
  const named = texts(module, fields);
  return named === undefined ? undefined : { named };
}

/** Texts of a list or tuple that is written out. */
function texts({ tree }: Module, node: number): string[] | undefined {
  if (node < 0 || (tree.kind(node) !== Kind.list && tree.kind(node) !== Kind.tuple)) return undefined;
  const found = tree.children(node).map((element) => literalText(tree, element));
  return found.some((one) => one === undefined) ? undefined : (found as string[]);
}

/** Fields that a serializer does not take: `read_only_fields`, `extra_kwargs`, and those it declares with `read_only=True`. */
function readOnly(module: Module, around: number, values: ReadonlyMap<string, number>): string[] {
  const { tree } = module;
  const listed = texts(module, values.get('read_only_fields') ?? -1) ?? [];
  const extra = values.get('extra_kwargs');
  const inExtra =
    extra === undefined || tree.kind(extra) !== Kind.dictionary
      ? []
      : tree
          .children(extra)
          .flatMap((pair) =>
            isReadOnly(module, tree.child(pair, Field.value))
              ? [literalText(tree, tree.child(pair, Field.key)) ?? '']
              : [],
          );
  const declared = [...assigned(module, around)].flatMap(([name, value]) => {
    const called = calledName(tree, value);
    const { keywords } = argumentsOf(tree, value);
    const flag = tree.kind(value) === Kind.call ? keywords.get('read_only') : undefined;
    return called === 'SerializerMethodField' ||
      called === 'ReadOnlyField' ||
      (flag !== undefined && tree.kind(flag) === Kind.true)
      ? [name]
      : [];
  });
  return [...listed, ...inExtra, ...declared];
}

/** `{"read_only": True}`, `dict(read_only=True)`. */
function isReadOnly({ tree }: Module, options: number): boolean {
  if (options >= 0 && tree.kind(options) === Kind.call) {
    const flag = argumentsOf(tree, options).keywords.get('read_only');
    return flag !== undefined && tree.kind(flag) === Kind.true;
  }
  return (
    options >= 0 &&
    tree.kind(options) === Kind.dictionary &&
    tree
      .children(options)
      .some(
        (pair) =>
          tree.kind(pair) === Kind.pair &&
          literalText(tree, tree.child(pair, Field.key)) === 'read_only' &&
          tree.kind(tree.child(pair, Field.value)) === Kind.true,
      )
  );
}

const accounts = /^django\.contrib\.auth\.(?:models\.(?:User|AbstractUser|PermissionsMixin)|get_user_model)$/;
const ofAccounts = ['password', 'is_staff', 'is_superuser', 'groups', 'user_permissions'];

/** Names of the fields of a model, with those that its bases give it. */
function fieldsOfModel(project: ProjectModel, module: Module, node: number): string[] {
  const { tree } = module;
  const isCall = node >= 0 && tree.kind(node) === Kind.call;
  const model = node < 0 ? undefined : project.dotted(module, MODULE, isCall ? tree.child(node, Field.function) : node);
  return model === undefined ? [] : ofDefinition(project, model);
}

function ofDefinition(project: ProjectModel, model: Definition): string[] {
  if (model.kind === 'external') return accounts.test(model.name) ? ofAccounts : [];
  if (model.kind === 'value') {
    // `User = get_user_model()`
    const [only, ...more] = model.bindings;
    const isCall = only?.kind === 'value' && more.length === 0 && model.module.tree.kind(only.value) === Kind.call;
    return isCall ? fieldsOfModel(project, model.module, only.value) : [];
  }
  if (model.kind !== 'class') return [];
  const { classes, external } = project.ancestry(model);
  const own = classes.flatMap((one) =>
    [...assigned(one.module, one.index)].flatMap(([name, value]) =>
      one.module.tree.kind(value) === Kind.call &&
      /Field$|^(?:ForeignKey|ManyToMany)/.test(calledName(one.module.tree, value))
        ? [name]
        : [],
    ),
  );
  return [...own, ...(external.some((base) => accounts.test(base)) ? ofAccounts : [])];
}
