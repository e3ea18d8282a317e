// Which calls of a module sleep. In: a module. Out: its calls of a sleep function, or of a function of the checkout
// that does nothing but call one. Leaves alone: how long they sleep, what is polled.
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { docstring } from '../../model/comments.ts';
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import type { Definition, ProjectModel } from '../../model/project-model.ts';
import { parameterNames } from '../../model/project-model.ts';
import { argumentNodes, bare, lastName } from './expressions.ts';

export interface SleepCall {
  /** The call node. */
  readonly node: number;
  /** The expression that says how long, and the module and function it stands in; undefined if nothing is given. */
  readonly duration: { readonly module: Module; readonly functionIndex: number; readonly node: number } | undefined;
}

interface Wrapper {
  /** The sleep call inside it. */
  readonly duration: number;
  /** Position of the parameter that is the duration, -1 if it is none. */
  readonly parameter: number;
}

/** Memoizing function from a module to its sleep calls, in file order. `functions` are the qualified names that sleep. */
export function createSleepCalls(
  project: ProjectModel,
  functions: readonly string[],
): (module: Module) => readonly SleepCall[] {
  const sleeps: SleepFunctions = {
    qualified: new Set(functions),
    last: new Set(
      functions.map((name) => project.names.find(name.slice(name.lastIndexOf('.') + 1))).filter((name) => name !== 0),
    ),
  };
  const found = new Map<Module, readonly SleepCall[]>();
  let wrappers: Wrappers | undefined;
  return (module) => {
    let calls = found.get(module);
    if (calls === undefined) {
      wrappers ??= findWrappers(project, sleeps);
      found.set(module, (calls = findCalls(project, module, sleeps, wrappers)));
    }
    return calls;
  };
}

interface SleepFunctions {
  readonly qualified: ReadonlySet<string>;
  /** Numbers of their last names. */
  readonly last: ReadonlySet<number>;
}

interface Wrappers {
  readonly byFunction: ReadonlyMap<Module, ReadonlyMap<number, Wrapper>>;
  /** Numbers of their names. */
  readonly names: ReadonlySet<number>;
}

/** Names of the module's top level that are a sleep function under another name. */
function aliases(module: Module, names: ReadonlySet<number>): Set<number> {
  const found = new Set<number>();
  const { tree } = module;
  const noteImports = (node: number): void => {
    for (const child of tree.children(node)) {
      if (tree.kind(child) !== Kind.aliased_import) continue;
      const dotted = tree.child(child, Field.name);
      if (names.has(tree.name(tree.children(dotted).at(-1) ?? dotted)))
        found.add(tree.name(tree.child(child, Field.alias)));
    }
  };
  for (const node of module.index.imports) if (tree.kind(node) === Kind.import_from_statement) noteImports(node);
  for (const assignment of module.index.assignments) {
    const left = tree.child(assignment, Field.left);
    const right = tree.child(assignment, Field.right);
    if (right < 0 || tree.kind(left) !== Kind.identifier || tree.kind(right) !== Kind.attribute) continue;
    if (names.has(tree.name(tree.child(right, Field.attribute)))) found.add(tree.name(left));
  }
  return found;
}

function isSleep(sleeps: SleepFunctions, definition: Definition | undefined): boolean {
  return definition?.kind === 'external' && sleeps.qualified.has(definition.name);
}

/** Functions whose body is one call of a sleep function. */
function findWrappers(project: ProjectModel, sleeps: SleepFunctions): Wrappers {
  const byFunction = new Map<Module, Map<number, Wrapper>>();
  const names = new Set<number>();
  for (const module of project.modules) {
    const { tree, index } = module;
    index.functions.forEach((item, functionIndex) => {
      if (item.name === 0 || item.body < 0) return;
      let statement = item.body + 1;
      if (docstring(module, item.node) >= 0) statement = tree.next(statement);
      const end = tree.next(item.body);
      if (statement >= end || tree.next(statement) !== end) return;
      const kind = tree.kind(statement);
      if (kind !== Kind.expression_statement && kind !== Kind.return_statement) return;
      const call = bare(tree, statement + 1);
      if (call >= end || tree.kind(call) !== Kind.call) return;
      const callee = tree.child(call, Field.function);
      const last = lastName(tree, callee);
      if (
        last < 0 ||
        !sleeps.last.has(tree.name(last)) ||
        !isSleep(sleeps, project.dotted(module, functionIndex, callee))
      )
        return;
      const { positional, keywords } = argumentNodes(tree, call);
      const duration = positional[0] ?? [...keywords.values()][0];
      if (duration === undefined) return;
      const parameter =
        tree.kind(duration) === Kind.identifier ? parameterNames(module, item).indexOf(tree.name(duration)) : -1;
      let ofModule = byFunction.get(module);
      if (ofModule === undefined) byFunction.set(module, (ofModule = new Map<number, Wrapper>()));
      ofModule.set(functionIndex, {
        duration,
        parameter: parameter - (item.methodOf !== MODULE && parameter > 0 ? 1 : 0),
      });
      names.add(item.name);
    });
  }
  return { byFunction, names };
}

function findCalls(project: ProjectModel, module: Module, sleeps: SleepFunctions, wrappers: Wrappers): SleepCall[] {
  const { tree, index } = module;
  const others = aliases(module, sleeps.last);
  const calls: SleepCall[] = [];
  for (const call of index.calls) {
    const callee = tree.child(call, Field.function);
    const last = lastName(tree, callee);
    if (last < 0) continue;
    const name = tree.name(last);
    if (!sleeps.last.has(name) && !others.has(name) && !wrappers.names.has(name)) continue;
    const functionIndex = module.functionAround(call);
    const definition =
      project.dotted(module, functionIndex, callee) ?? ownMethod(project, module, callee, functionIndex);
    const { positional, keywords } = argumentNodes(tree, call);
    if (isSleep(sleeps, definition)) {
      const node = positional[0] ?? [...keywords.values()][0];
      calls.push({ node: call, duration: node === undefined ? undefined : { module, functionIndex, node } });
    } else if (definition?.kind === 'function') {
      const wrapper = wrappers.byFunction.get(definition.module)?.get(definition.index);
      if (wrapper === undefined) continue;
      const given = wrapper.parameter < 0 ? undefined : (positional[wrapper.parameter] ?? [...keywords.values()][0]);
      calls.push({
        node: call,
        duration:
          given === undefined
            ? { module: definition.module, functionIndex: definition.index, node: wrapper.duration }
            : { module, functionIndex, node: given },
      });
    }
  }
  return calls;
}

/** `self.pause()`: a method of the class around, or of its bases. */
function ownMethod(
  project: ProjectModel,
  module: Module,
  callee: number,
  functionIndex: number,
): Definition | undefined {
  const { tree, index } = module;
  if (functionIndex === MODULE || tree.kind(callee) !== Kind.attribute) return undefined;
  const item = index.functions[functionIndex]!;
  const object = tree.child(callee, Field.object);
  if (item.methodOf === MODULE || tree.kind(object) !== Kind.identifier) return undefined;
  if (parameterNames(module, item)[0] !== tree.name(object)) return undefined;
  const method = project.method({ module, index: item.methodOf }, tree.text(tree.child(callee, Field.attribute)));
  return method === undefined ? undefined : { kind: 'function', ...method };
}
