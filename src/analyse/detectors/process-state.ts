// What a test changes for the whole process: environment, directory, search path, locale, other modules. In: a module. Out: each
// such change with the API it goes through. Leaves alone: whether somebody undoes it.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import type { ProjectModel } from '../../model/project-model.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { externalCalls, type Wanted } from './calls-by-name.ts';
import { argumentsOf, literalText, written } from './written-expression.ts';

export interface StateChange {
  readonly functionIndex: number;
  readonly node: number;
  /** `os.chdir`, `os.environ["MODE"]`, `shop.settings.DEBUG`: what a later statement has to touch to undo it. */
  readonly target: string;
  /** The environment variable that is set. */
  readonly variable?: string;
  /** The function that is called, by its qualified name. */
  readonly call?: string;
  /** It puts back what was there before. */
  readonly restores?: true;
}

/** All changes in functions of a module, in file order; `calls` are functions that change the process. */
export function stateChanges(project: ProjectModel, module: Module, calls: Wanted): StateChange[] {
  const found: StateChange[] = [];
  for (const { node, name } of externalCalls(project, module, calls)) {
    const functionIndex = module.functionAround(node);
    if (functionIndex === MODULE || changesNothing(module, node, name)) continue;
    const variable =
      name === 'os.putenv' ? literalText(module.tree, argumentsOf(module.tree, node).positional[0] ?? -1) : undefined;
    found.push({
      functionIndex,
      node,
      call: name,
      target:
        variable === undefined ? name.replace(/\.(?:insert|append)$/, '') : `os.environ[${JSON.stringify(variable)}]`,
      ...(variable === undefined ? {} : { variable }),
    });
  }
  for (const assignment of module.index.assignments) {
    const functionIndex = module.functionAround(assignment);
    if (functionIndex === MODULE) continue;
    const change = changedBy(project, module, functionIndex, assignment);
    if (change !== undefined) found.push(change);
  }
  return found.sort((a, b) => a.node - b.node);
}

/** `locale.setlocale(locale.LC_ALL)`, also with None, asks only. */
function changesNothing(module: Module, call: number, name: string): boolean {
  const { positional, keywords } = argumentsOf(module.tree, call);
  if (name !== 'locale.setlocale') return false;
  const locale = positional[1] ?? keywords.get('locale');
  return locale === undefined || module.tree.kind(locale) === Kind.none;
}

function changedBy(
  project: ProjectModel,
  module: Module,
  functionIndex: number,
  assignment: number,
): StateChange | undefined {
  const { tree } = module;
  const left = tree.child(assignment, Field.left);
  if (tree.kind(left) === Kind.subscript) {
    const object = tree.child(left, Field.value);
    const definition = project.dotted(module, functionIndex, object);
    if (definition?.kind !== 'external' || definition.name !== 'os.environ') return undefined;
    const key = tree.child(left, Field.subscript);
    const variable = literalText(tree, key);
    const text = variable === undefined ? written(tree, key) || '...' : JSON.stringify(variable);
    return {
      functionIndex,
      node: left,
      target: `os.environ[${text}]`,
      ...(variable === undefined ? {} : { variable }),
    };
  }
  if (tree.kind(left) !== Kind.attribute) return undefined;
  const owner = outsideOwner(project, module, functionIndex, tree.child(left, Field.object));
  // What is made for tests, and what is only emptied, changes nothing for the others.
  if (owner === undefined || /fake|mock|stub|dummy/i.test(owner)) return undefined;
  if (isEmpty(module, tree.child(assignment, Field.right))) return undefined;
  const target = `${owner}.${tree.text(tree.child(left, Field.attribute))}`;
  // The interpreter itself sets these at each error that nobody catches.
  if (/^sys\.last_(?:type|value|traceback|exc)$/.test(target)) return undefined;
  const restores = wasReadFrom(module, functionIndex, tree.child(assignment, Field.right), target);
  return { functionIndex, node: left, target, ...(restores ? { restores } : {}) };
}

/** A local that holds what the target was before: this puts it back. */
function wasReadFrom(module: Module, functionIndex: number, value: number, target: string): boolean {
  const { tree, index } = module;
  if (value < 0 || tree.kind(value) !== Kind.identifier) return false;
  const bindings = module.functionBindings(index.functions[functionIndex]!).byName.get(tree.name(value)) ?? [];
  return bindings.some((binding) => binding.kind === 'value' && written(tree, binding.value) === target);
}

/** A module, or a class of another module, as the file writes it; undefined for anything that may belong to the test. */
function outsideOwner(
  project: ProjectModel,
  module: Module,
  functionIndex: number,
  object: number,
): string | undefined {
  const { tree } = module;
  const kind = tree.kind(object);
  if (kind !== Kind.identifier && kind !== Kind.attribute) return undefined;
  if (!isImported(module, functionIndex, object)) return undefined;
  const definition = project.dotted(module, functionIndex, object);
  const name = written(tree, object);
  if (definition?.kind === 'module') return definition.module === module ? undefined : name;
  if (definition?.kind === 'class') return definition.module === module ? undefined : name;
  if (definition?.kind !== 'external') return undefined;
  const isClass = /^[A-Z][A-Za-z0-9]*[a-z]/.test(definition.name.slice(definition.name.lastIndexOf('.') + 1));
  return isClass || importsModule(module, definition.name) ? name : undefined;
}

/** The name that a dotted expression starts with comes from an import. */
function isImported(module: Module, functionIndex: number, expression: number): boolean {
  const { tree, index } = module;
  let root = expression;
  while (tree.kind(root) === Kind.attribute) root = tree.child(root, Field.object);
  const own = module.functionBindings(index.functions[functionIndex]!).byName.get(tree.name(root));
  const bindings = own ?? module.bindings.byName.get(tree.name(root)) ?? [];
  return bindings.length > 0 && bindings.every(({ kind }) => kind === 'import');
}

/** None, an empty literal, `set()`: the state that a fresh process has. */
function isEmpty({ tree }: Module, value: number): boolean {
  if (value < 0) return true;
  switch (tree.kind(value)) {
    case Kind.none:
      return true;
    case Kind.list:
    case Kind.tuple:
    case Kind.dictionary:
      return tree.next(value) === value + 1;
    case Kind.call:
      return (
        /^(?:\w+\.)?(?:set|dict|list|OrderedDict|defaultdict|deque|Counter)\(\)$/.test(written(tree, value)) &&
        argumentsOf(tree, value).positional.length === 0
      );
    default:
      return false;
  }
}

/** `import a.b` binds modules; `from a import b` may bind anything. */
function importsModule({ tree, index }: Module, name: string): boolean {
  return index.imports.some((node) => {
    if (tree.kind(node) !== Kind.import_statement) return false;
    return tree.children(node).some((child) => {
      const dotted = tree.kind(child) === Kind.aliased_import ? tree.child(child, Field.name) : child;
      if (tree.kind(dotted) !== Kind.dotted_name) return false;
      const text = tree
        .children(dotted)
        .map((part) => tree.text(part))
        .join('.');
      return text === name || text.startsWith(`${name}.`);
    });
  });
}
