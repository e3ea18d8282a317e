// Names under which functions, classes and their instances go besides their own, found in assignments, imports and registrations.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import type { ProjectModel } from '../../model/project-model.ts';
import { findRegistrations } from '../interpreter/registrars.ts';
import type { LoweredTree } from '../../parse/lowered-tree.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';

/** Numbers of names, by the number of the name that a definition has. */
export interface OtherNames {
  /** `run = start`, `ACTIONS = {"run": run}`, `import run as execute`, `run = made_by(factory)`. */
  readonly ofCode: ReadonlyMap<number, ReadonlySet<number>>;
  /** `handler = Handler(...)`, by the class. */
  readonly ofInstances: ReadonlyMap<number, ReadonlySet<number>>;
}

type Note = (name: number, other: number) => void;

// A table of more functions than this is looked at for none of them.
const MAX_OTHER_NAMES = 8;

/** Looks at the whole checkout. */
export function collectOtherNames(project: ProjectModel): OtherNames {
  const defined = definedNames(project);
  const ofCode = new Map<number, Set<number>>();
  const ofInstances = new Map<number, Set<number>>();
  const noteIn = (found: Map<number, Set<number>>, name: number, other: number): void => {
    if (name === other || other === 0 || !defined.has(name)) return;
    let others = found.get(name);
    if (others === undefined) found.set(name, (others = new Set()));
    if (others.size < MAX_OTHER_NAMES) others.add(other);
  };
  const note: Note = (name, other) => noteIn(ofCode, name, other);
  const makesCode = namesOfMakers(project);
  const classes = new Set(project.modules.flatMap(({ index }) => index.classes.map(({ name }) => name)));
  for (const module of project.modules) {
    const { tree, index, bindings } = module;
    for (const statement of tree.children(0)) {
      if (tree.kind(statement) === Kind.expression_statement) noteFilled(module, statement + 1, note);
    }
    for (const assignment of index.assignments) {
      const left = tree.child(assignment, Field.left);
      const around = module.functionAround(assignment);
      // `TABLE["run"] = run` at the top level fills the table.
      const isEntry = tree.kind(left) === Kind.subscript && around === MODULE;
      const other = lastName(module, isEntry ? tree.child(left, Field.value) : left);
      const right = tree.child(assignment, Field.right);
      if (other === 0 || right < 0 || !tables.has(tree.kind(right))) continue;
      for (const { node, isCalled } of mentioned(module, right)) {
        const name = lastName(module, node);
        if (!defined.has(name) || isVariable(project, module, around, node)) continue;
        if (isCalled && classes.has(name)) noteIn(ofInstances, name, other);
        else if (!isCalled || makesCode.has(name)) note(name, other);
      }
    }
    for (const [local, bound] of bindings.byName) {
      for (const binding of bound) {
        if (binding.kind !== 'import') continue;
        note(project.names.find(binding.target.slice(binding.target.lastIndexOf('.') + 1)), local);
      }
    }
  }
  const { inVariables, inObjects } = findRegistrations(project);
  for (const ofModule of inVariables.values()) {
    for (const [table, functions] of ofModule)
      for (const { module, index, kind } of functions)
        note((kind === 'class' ? module.index.classes : module.index.functions)[index]!.name, table);
  }
  for (const ofModule of inObjects.values()) {
    for (const [table, attributes] of ofModule) {
      for (const { module, index, kind } of [...attributes.values()].flat())
        note((kind === 'class' ? module.index.classes : module.index.functions)[index]!.name, table);
    }
  }
  return { ofCode, ofInstances };
}

/** Names and attributes in an expression, and whether they are what a call calls. */
function* mentioned({ tree }: Module, root: number): Iterable<{ readonly node: number; readonly isCalled: boolean }> {
  const called = new Set<number>();
  for (let node = root; node < tree.next(root); node++) {
    const kind = tree.kind(node);
    if (kind === Kind.call) called.add(tree.child(node, Field.function));
    else if (kind === Kind.identifier || kind === Kind.attribute) yield { node, isCalled: called.has(node) };
    // The names in front of an attribute's last are what it is had from.
    if (kind === Kind.attribute && tree.kind(node + 1) !== Kind.call) node = tree.next(node) - 1;
  }
}

/** Whether a plain name is a variable, whatever else in the checkout is called so. */
function isVariable(project: ProjectModel, module: Module, around: number, node: number): boolean {
  if (module.tree.kind(node) !== Kind.identifier) return false;
  const found = project.scopeLookup(module, around, module.tree.name(node));
  return found === undefined || found.kind === 'external';
}

/** Names of functions that return one that stands in them, or mention it where they return. */
function namesOfMakers(project: ProjectModel): ReadonlySet<number> {
  const found = new Set<number>();
  for (const { tree, index } of project.modules) {
    const { functions, classes } = index;
    const inner = new Map<number, Set<number>>();
    for (const { name, parent } of [...functions, ...classes]) {
      if (parent === MODULE) continue;
      const names = inner.get(parent);
      if (names === undefined) inner.set(parent, new Set([name]));
      else names.add(name);
    }
    for (const [parent, names] of inner) {
      const { name, body } = functions[parent]!;
      if (body >= 0 && returnsOneOf(tree, body, names)) found.add(name);
    }
  }
  return found;
}

/** Whether a `return` or `yield` of a body, or of a function in it, mentions a name or has a lambda. */
function returnsOneOf(tree: LoweredTree, body: number, names: ReadonlySet<number>): boolean {
  for (let node = body; node < tree.next(body); node++) {
    const kind = tree.kind(node);
    if (kind !== Kind.return_statement && kind !== Kind.yield) continue;
    for (let inner = node + 1; inner < tree.next(node); inner++)
      if (tree.kind(inner) === Kind.lambda || names.has(tree.name(inner))) return true;
  }
  return false;
}

/** `routes.add("run", run)`: whoever mentions `routes` may call `run`. */
function noteFilled(module: Module, call: number, note: Note): void {
  const { tree } = module;
  if (tree.kind(call) !== Kind.call) return;
  const callee = tree.child(call, Field.function);
  const list = tree.child(call, Field.arguments);
  if (tree.kind(callee) !== Kind.attribute || list < 0) return;
  const table = lastName(module, tree.child(callee, Field.object));
  for (const child of tree.children(list))
    note(lastName(module, tree.kind(child) === Kind.keyword_argument ? tree.child(child, Field.value) : child), table);
}

const tables: ReadonlySet<number> = new Set<number>([
  Kind.identifier,
  Kind.dictionary,
  Kind.list,
  Kind.tuple,
  Kind.call,
]);

/** Names that functions and classes of the checkout have. */
export function definedNames(project: ProjectModel): Set<number> {
  const defined = new Set<number>();
  for (const { index } of project.modules) {
    for (const item of index.functions) defined.add(item.name);
    for (const item of index.classes) defined.add(item.name);
  }
  return defined;
}

/** The name or attribute that an expression ends in; 0 if it is neither. */
export function lastName({ tree }: Module, node: number): number {
  const kind = tree.kind(node);
  if (kind === Kind.identifier) return tree.name(node);
  return kind === Kind.attribute ? tree.name(tree.child(node, Field.attribute)) : 0;
}
