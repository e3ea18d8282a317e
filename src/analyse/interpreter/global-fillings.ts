// What a container or object at the top level of a module holds besides what it was made with: statements there that fill it,
// `HANDLERS["run"] = run`, `routes.add("run", run)`, and functions that decorators note down. In: the variable with what its
// assignments say. Out: the same with what was put into it. Leaves alone: what functions put there when they are called.
import type { HeapObject } from '../values/held.ts';
import { changeHeld } from '../values/held.ts';
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { outside } from '../taint/leaving.ts';
import type { Value } from '../values/value.ts';
import { changeValue, denoting, joinValues, unknown } from '../values/value.ts';
import type { Engine } from './engine.ts';
import { Frame } from './frame.ts';
import type { Registered, Registrations, Variable } from './registrars.ts';
import { findRegistrations, variableOf } from './registrars.ts';
import { runStatement } from './statements.ts';

interface Filling {
  readonly module: Module;
  readonly statement: number;
  /** The variable's name there. */
  readonly name: number;
}

// Heap id of the object that is filled.
const FILLED = -2_000_000;
const MAX_FILLINGS = 48;

export class GlobalFillings {
  readonly #engine: Engine;
  #statements: Map<Module, Map<number, Filling[]>> | undefined;
  #registrations: Registrations | undefined;

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** The variable's value with all that is put into it. */
  filled(module: Module, name: number, made: Value): Value {
    const { held } = made;
    if (held === undefined) return made;
    this.#statements ??= this.#collect();
    let value = made;
    for (const filling of this.#statements.get(module)?.get(name) ?? []) value = this.#after(filling, value);
    this.#registrations ??= findRegistrations(this.#engine.project);
    const registered = this.#registrations.inVariables.get(module)?.get(name);
    if (registered !== undefined && value.held !== undefined)
      value = changeValue(value, { held: withRegistered(value.held, registered) });
    const attributes = this.#registrations.inObjects.get(module)?.get(name);
    if (attributes === undefined || value.held?.kind !== 'instance') return value;
    const entries = new Map(value.held.entries);
    for (const [attribute, functions] of attributes) {
      const entry = entries.get(attribute);
      if (entry?.held !== undefined)
        entries.set(attribute, changeValue(entry, { held: withRegistered(entry.held, functions) }));
    }
    return changeValue(value, { held: changeHeld(value.held, { entries }) });
  }

  #after({ module, statement, name }: Filling, value: Value): Value {
    if (value.held === undefined) return value;
    const frame = new Frame(this.#engine, module, MODULE, { observing: false, depth: 1 });
    frame.isAlone = true;
    frame.state.setObject(FILLED, value.held);
    frame.state.setVariable(name, changeValue(value, { held: undefined, objects: [FILLED] }));
    runStatement(frame, statement);
    const after = frame.state.variables.get(name);
    return after === undefined ? value : outside(frame.export(after));
  }

  /** Statements at the top level of modules that change what a variable there holds. */
  #collect(): Map<Module, Map<number, Filling[]>> {
    const { project } = this.#engine;
    const found = new Map<Module, Map<number, Filling[]>>();
    for (const module of project.modules) {
      const { tree } = module;
      for (const statement of tree.children(0)) {
        const name = tree.kind(statement) === Kind.expression_statement ? filledName(module, statement + 1) : 0;
        const variable: Variable | undefined = name === 0 ? undefined : variableOf(project, module, name);
        if (variable === undefined) continue;
        let ofModule = found.get(variable.module);
        if (ofModule === undefined) found.set(variable.module, (ofModule = new Map<number, Filling[]>()));
        const list = ofModule.get(variable.name);
        if (list === undefined) ofModule.set(variable.name, [{ module, statement, name }]);
        else if (list.length < MAX_FILLINGS) list.push({ module, statement, name });
      }
    }
    return found;
  }
}

/** The name that `name[key] = value` or `name.method(value)` is about; 0 for others. */
function filledName({ tree }: Module, node: number): number {
  if (tree.kind(node) === Kind.assignment) {
    const left = tree.child(node, Field.left);
    if (tree.kind(left) !== Kind.subscript) return 0;
    const object = tree.child(left, Field.value);
    return tree.kind(object) === Kind.identifier ? tree.name(object) : 0;
  }
  if (tree.kind(node) !== Kind.call) return 0;
  const callee = tree.child(node, Field.function);
  if (tree.kind(callee) !== Kind.attribute) return 0;
  const object = tree.child(callee, Field.object);
  return tree.kind(object) === Kind.identifier ? tree.name(object) : 0;
}

function withRegistered(held: HeapObject, registered: readonly Registered[]): HeapObject {
  if (held.kind === 'instance') return held;
  const all = changeValue(denoting(...registered), { origin: 'module' as const });
  return changeHeld(held, {
    rest: held.rest === undefined || held.rest === unknown ? all : joinValues(held.rest, all),
  });
}
