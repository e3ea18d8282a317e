// What a mention of a function's name may mean, by scopes and classes alone. In: the place of the name, and a function of the checkout
// that has it. Out: no only where the interpreter, too, would find something else there. Leaves alone: what values hold.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import type { ClassRef, ProjectModel } from '../../model/project-model.ts';
import { parameterNames } from '../../model/project-model.ts';
import { Kind } from '../../parse/lowered-tree.ts';

/** A name or attribute in a function, or at the top level (MODULE), of a module. */
export interface Mention {
  readonly module: Module;
  readonly around: number;
  readonly node: number;
}

/** What a mention stands for: a function, a class, something else that is no code of the checkout. */
type Meaning = { readonly kind: 'function' | 'class'; readonly of: ClassRef } | { readonly kind: 'else' };

/** The function that a mention may mean. */
export type MayMean = (mention: Mention, meant: ClassRef) => boolean;

/** The test for a checkout; what a place means is looked up once. */
export function createMayMean(project: ProjectModel): MayMean {
  const known = new WeakMap<Module, Map<number, Meaning | undefined>>();
  const meaningOf = (mention: Mention): Meaning | undefined => {
    let ofModule = known.get(mention.module);
    if (ofModule === undefined) known.set(mention.module, (ofModule = new Map<number, Meaning | undefined>()));
    if (!ofModule.has(mention.node)) ofModule.set(mention.node, findMeaning(project, mention));
    return ofModule.get(mention.node);
  };
  return (mention, meant) => {
    const meaning = meaningOf(mention);
    if (meaning === undefined) return true;
    if (meaning.kind === 'else') return false;
    if (meaning.kind === 'function' && isSame(meaning.of, meant)) return true;
    // A method of the class, one in its place in a subclass, one of a base that it is called with.
    const itsClass = classOf(meant);
    const theirs = meaning.kind === 'class' ? meaning.of : classOf(meaning.of);
    return itsClass !== undefined && theirs !== undefined && areRelated(project, itsClass, theirs);
  };
}

/** What stands there; undefined if only the values there tell. */
function findMeaning(project: ProjectModel, mention: Mention): Meaning | undefined {
  const { module, around, node } = mention;
  const { tree } = module;
  let root = node;
  while (tree.kind(root) === Kind.attribute) root++;
  if (tree.kind(root) !== Kind.identifier) return undefined;
  const own = methodOfSelf(project, mention, root);
  if (own !== undefined) return { kind: 'function', of: own };
  if (!isBoundOnce(module, around, tree.name(root))) return undefined;
  const definition = project.dotted(module, around, node);
  switch (definition?.kind) {
    case 'function':
    case 'class':
      return { kind: definition.kind, of: { module: definition.module, index: definition.index } };
    case 'external':
      // An attribute of a class or module of the checkout may be one that is set.
      return project.isOwn(definition.name) ? undefined : { kind: 'else' };
    default:
      return undefined;
  }
}

/** The method that `self.name` is, if the class of the method around it or a base has one. */
function methodOfSelf(project: ProjectModel, { module, around, node }: Mention, root: number): ClassRef | undefined {
  const { tree } = module;
  if (tree.kind(node) !== Kind.attribute || root !== node + 1) return undefined;
  for (let index = around; index !== MODULE; index = module.index.functions[index]!.parent) {
    const item = module.index.functions[index]!;
    const names = parameterNames(module, item);
    if (!names.includes(tree.name(root))) continue;
    if (names[0] !== tree.name(root) || item.methodOf === MODULE) return undefined;
    return project.method({ module, index: item.methodOf }, tree.text(tree.next(root)));
  }
  return undefined;
}

/** Whether what binds a name, in the innermost scope that does, is one statement. */
function isBoundOnce(module: Module, around: number, name: number): boolean {
  for (let index = around; index !== MODULE; index = module.index.functions[index]!.parent) {
    const scope = module.functionBindings(module.index.functions[index]!);
    if (scope.outer.has(name)) continue;
    const bindings = scope.byName.get(name);
    if (bindings !== undefined) return bindings.length === 1;
  }
  return (module.bindings.byName.get(name)?.length ?? 1) === 1;
}

function classOf({ module, index }: ClassRef): ClassRef | undefined {
  const { methodOf } = module.index.functions[index]!;
  return methodOf === MODULE ? undefined : { module, index: methodOf };
}

function areRelated(project: ProjectModel, a: ClassRef, b: ClassRef): boolean {
  return (
    project.ancestry(a).classes.some((one) => isSame(one, b)) ||
    project.ancestry(b).classes.some((one) => isSame(one, a))
  );
}

function isSame(a: ClassRef, b: ClassRef): boolean {
  return a.module === b.module && a.index === b.index;
}
