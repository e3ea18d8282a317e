// Functions that note others down in a table: `def action(name): def register(function): ACTIONS[name] = function`. In: the checkout.
// Out: for every variable at the top level of a module, and every attribute of a class, the functions and classes that decorators or
// calls at the top level of modules put there. Found once, from how the code is written. Leaves alone: what is stored under which key.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import type { ProjectModel } from '../../model/project-model.ts';
import { parameterNames } from '../../model/project-model.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { Denotation } from '../values/value.ts';

/** A function or class that is noted down. */
export type Registered = Extract<Denotation, { kind: 'function' | 'class' }>;

export interface Registrations {
  /** By module and name of the variable. */
  readonly inVariables: ReadonlyMap<Module, ReadonlyMap<number, readonly Registered[]>>;
  /** By module and name of a variable that holds an object: its attributes. */
  readonly inObjects: ReadonlyMap<Module, ReadonlyMap<number, ReadonlyMap<string, readonly Registered[]>>>;
}

// A table with more is not told apart by what it holds.
const MAX_REGISTERED = 24;
const filling = new Set(['append', 'add', 'insert', 'setdefault', 'appendleft']);

/** A variable at the top level of a module. */
export interface Variable {
  readonly module: Module;
  readonly name: number;
}

const known = new WeakMap<ProjectModel, Registrations>();

/** What is registered where. */
export function findRegistrations(project: ProjectModel): Registrations {
  let found = known.get(project);
  if (found === undefined) known.set(project, (found = find(project)));
  return found;
}

function find(project: ProjectModel): Registrations {
  const tables = findTables(project);
  const inVariables = new Map<Module, Map<number, Registered[]>>();
  const inObjects = new Map<Module, Map<number, Map<string, Registered[]>>>();
  if (tables.byFunction.size === 0 && tables.byMethod.size === 0) return { inVariables, inObjects };
  const note = (module: Module, expression: number, registered: Registered): void => {
    const { tree } = module;
    const callee = tree.kind(expression) === Kind.call ? tree.child(expression, Field.function) : expression;
    const definition = project.dotted(module, MODULE, callee);
    if (definition?.kind === 'function') {
      for (const table of tables.byFunction.get(definition.module)?.get(definition.index) ?? [])
        addTo(listIn(listsOf(inVariables, table.module), table.name), registered);
      return;
    }
    if (tree.kind(callee) !== Kind.attribute) return;
    const attributes = tables.byMethod.get(tree.name(tree.child(callee, Field.attribute)));
    const object = tree.child(callee, Field.object);
    if (attributes === undefined || tree.kind(object) !== Kind.identifier) return;
    const holder = variableOf(project, module, tree.name(object));
    if (holder === undefined) return;
    let ofName = listsOf(inObjects, holder.module).get(holder.name);
    if (ofName === undefined)
      inObjects.get(holder.module)!.set(holder.name, (ofName = new Map<string, Registered[]>()));
    for (const attribute of attributes) addTo(listIn(ofName, attribute), registered);
  };
  for (const module of project.modules) {
    const { tree, index } = module;
    const decorated = (node: number, registered: Registered): void => {
      for (const child of tree.children(node))
        if (tree.kind(child) === Kind.decorator) note(module, child + 1, registered);
    };
    index.functions.forEach((item, at) => {
      if (item.decorated >= 0) decorated(item.decorated, { kind: 'function', module, index: at });
    });
    index.classes.forEach((item, at) => {
      if (item.decorated >= 0) decorated(item.decorated, { kind: 'class', module, index: at });
    });
  }
  return { inVariables, inObjects };
}

interface Tables {
  readonly byFunction: ReadonlyMap<Module, ReadonlyMap<number, readonly Variable[]>>;
  /** By the method's name: the attributes it fills. */
  readonly byMethod: ReadonlyMap<number, ReadonlySet<string>>;
}

function findTables(project: ProjectModel): Tables {
  const byFunction = new Map<Module, Map<number, Variable[]>>();
  const byMethod = new Map<number, Set<string>>();
  const note = (module: Module, container: number, value: number, around: number): void => {
    const { tree, index } = module;
    if (around === MODULE || tree.kind(value) !== Kind.identifier) return;
    if (!parameterNames(module, index.functions[around]!).includes(tree.name(value))) return;
    let outermost = around;
    while (index.functions[outermost]!.parent !== MODULE) outermost = index.functions[outermost]!.parent;
    const item = index.functions[outermost]!;
    if (tree.kind(container) === Kind.identifier) {
      const name = tree.name(container);
      for (let one = around; one !== MODULE; one = index.functions[one]!.parent) {
        const inner = index.functions[one]!;
        if (module.functionBindings(inner).byName.has(name) || parameterNames(module, inner).includes(name)) return;
      }
      const variable = variableOf(project, module, name);
      if (variable !== undefined) addTo(listIn(listsOf(byFunction, module), outermost), variable);
    } else if (tree.kind(container) === Kind.attribute && item.methodOf !== MODULE) {
      const object = tree.child(container, Field.object);
      const [self] = parameterNames(module, item);
      if (tree.kind(object) !== Kind.identifier || tree.name(object) !== self) return;
      const attributes = byMethod.get(item.name) ?? new Set<string>();
      byMethod.set(item.name, attributes.add(tree.text(tree.child(container, Field.attribute))));
    }
  };
  for (const module of project.modules) {
    const { tree, index } = module;
    for (const assignment of index.assignments) {
      const left = tree.child(assignment, Field.left);
      const right = tree.child(assignment, Field.right);
      if (right < 0 || tree.kind(left) !== Kind.subscript) continue;
      note(module, tree.child(left, Field.value), right, module.functionAround(assignment));
    }
    for (const call of index.calls) {
      const callee = tree.child(call, Field.function);
      if (tree.kind(callee) !== Kind.attribute || !filling.has(tree.text(tree.child(callee, Field.attribute))))
        continue;
      const list = tree.child(call, Field.arguments);
      const last = list < 0 ? -1 : (tree.children(list).at(-1) ?? -1);
      if (last >= 0) note(module, tree.child(callee, Field.object), last, module.functionAround(call));
    }
  }
  return { byFunction, byMethod };
}

/** The variable at the top level of a module that a name stands for there, through imports. */
export function variableOf(project: ProjectModel, module: Module, name: number): Variable | undefined {
  const binding = module.bindings.byName.get(name)?.at(-1);
  if (binding === undefined) return undefined;
  if (binding.kind === 'value') return { module, name };
  if (binding.kind !== 'import') return undefined;
  const definition = project.resolve(binding.target);
  return definition.kind === 'value' ? { module: definition.module, name: definition.name } : undefined;
}

function listsOf<K, V>(map: Map<Module, Map<K, V>>, module: Module): Map<K, V> {
  let found = map.get(module);
  if (found === undefined) map.set(module, (found = new Map<K, V>()));
  return found;
}

function listIn<K, V>(map: Map<K, V[]>, key: K): V[] {
  let found = map.get(key);
  if (found === undefined) map.set(key, (found = []));
  return found;
}

function addTo<V>(list: V[], one: V): void {
  if (list.length < MAX_REGISTERED && !list.includes(one)) list.push(one);
}
