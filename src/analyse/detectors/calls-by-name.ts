// Calls of functions outside the checkout, found by name alone. In: a module and qualified names. Out: its calls of them, in file
// order. Leaves alone: methods of values, which only the interpreter knows.
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { Names } from '../../parse/lowered-tree.ts';
import type { Module } from '../../model/module.ts';
import type { ProjectModel } from '../../model/project-model.ts';

/** Qualified names with the numbers of their last parts. */
export interface Wanted {
  readonly qualified: ReadonlySet<string>;
  readonly last: readonly number[];
}

export function wantedCalls(names: Names, qualified: Iterable<string>): Wanted {
  const all = new Set(qualified);
  const last = new Set([...all].map((name) => names.find(name.slice(name.lastIndexOf('.') + 1))));
  last.delete(0);
  return { qualified: all, last: [...last] };
}

export interface ExternalCall {
  readonly node: number;
  /** Qualified name: `os.listdir`. */
  readonly name: string;
}

/** Calls of a module that resolve to one of the names, through imports and their other names. */
export function externalCalls(project: ProjectModel, module: Module, wanted: Wanted): ExternalCall[] {
  const byName = callsByName(module);
  const found: ExternalCall[] = [];
  for (const last of wanted.last) {
    for (const node of byName.get(last) ?? []) {
      const name = externalName(project, module, node);
      if (name !== undefined && wanted.qualified.has(name)) found.push({ node, name });
    }
  }
  return found.sort((a, b) => a.node - b.node);
}

/** Qualified name of what a call calls, if that is outside the checkout. */
export function externalName(project: ProjectModel, module: Module, call: number): string | undefined {
  const callee = module.tree.child(call, Field.function);
  const definition = project.dotted(module, module.functionAround(call), callee);
  return definition?.kind === 'external' ? definition.name.replace(/^builtins\./, '') : undefined;
}

// Several rules ask about one module after the other.
let latest: { readonly module: Module; readonly calls: ReadonlyMap<number, readonly number[]> } | undefined;

/** Calls of a module by the number of the last name they call; what is imported under another name also by its own. */
export function callsByName(module: Module): ReadonlyMap<number, readonly number[]> {
  if (latest?.module === module) return latest.calls;
  const { tree, index } = module;
  const own = ownNames(module);
  const calls = new Map<number, number[]>();
  const add = (name: number, call: number): void => {
    const list = calls.get(name);
    if (list === undefined) calls.set(name, [call]);
    else list.push(call);
  };
  for (const call of index.calls) {
    const callee = tree.child(call, Field.function);
    const isName = tree.kind(callee) === Kind.identifier;
    if (!isName && tree.kind(callee) !== Kind.attribute) continue;
    const name = tree.name(isName ? callee : tree.child(callee, Field.attribute));
    add(name, call);
    const original = isName ? own.get(name) : undefined;
    if (original !== undefined && original !== name) add(original, call);
  }
  latest = { module, calls };
  return calls;
}

/** Names that `from ... import name as other` and `other = module.name` at the top level give, to the name itself. */
function ownNames({ tree, index, bindings }: Module): Map<number, number> {
  const found = new Map<number, number>();
  for (const node of index.imports) {
    for (const child of tree.children(node)) {
      if (tree.kind(child) !== Kind.aliased_import) continue;
      const dotted = tree.child(child, Field.name);
      found.set(tree.name(tree.child(child, Field.alias)), tree.name(tree.children(dotted).at(-1) ?? dotted));
    }
  }
  for (const [name, values] of bindings.byName) {
    for (const value of values) {
      if (value.kind === 'value' && tree.kind(value.value) === Kind.attribute)
        found.set(name, tree.name(tree.child(value.value, Field.attribute)));
    }
  }
  return found;
}
