// Which functions are worth evaluating: those that contain a name some detector listens for. One look at each call,
// assignment and attribute of a file, by number; cost follows the candidates, not the size of the checkout.
import type { Module } from '../model/module.ts';
import { MODULE } from '../model/file-index.ts';
import type { ProjectModel } from '../model/project-model.ts';
import { Field, Kind } from '../parse/lowered-tree.ts';
import { mayGive } from './argument-test.ts';
import type { Interest } from './detectors/detector.ts';
import type { Wanted } from './receiver-test.ts';
import { createReceiverTest } from './receiver-test.ts';

/** Indexes of the functions of a module to evaluate, MODULE for its top level. */
export type FindFunctions = (module: Module) => ReadonlySet<number>;

interface WantedCall extends Wanted {
  readonly needs: readonly string[];
}

function isSame(a: WantedCall, b: WantedCall): boolean {
  return a.package === b.package && a.module === b.module && a.needs.join() === b.needs.join();
}

/** Merges what all detectors listen for into one test per name. */
export function createInterest(project: ProjectModel, interests: readonly Interest[]): FindFunctions {
  const wantedCalls = new Map<number, WantedCall[]>();
  const referencePackages = new Map<number, Set<string>>();
  const assigned = new Set<number>();
  const add = (map: Map<number, Set<string>>, name: string, from: string): void => {
    const number = project.names.find(name);
    if (number === 0) return;
    const known = map.get(number);
    if (known === undefined) map.set(number, new Set([from]));
    else known.add(from);
  };
  for (const interest of interests) {
    for (const call of interest.calls ?? []) {
      const number = project.names.find(call.name);
      if (number === 0) continue;
      const wanted = { package: call.package, module: call.module, needs: call.needs ?? [] };
      const known = wantedCalls.get(number);
      if (known === undefined) wantedCalls.set(number, [wanted]);
      else if (!known.some((one) => isSame(one, wanted))) known.push(wanted);
    }
    for (const name of interest.references ?? []) {
      add(referencePackages, name.slice(name.lastIndexOf('.') + 1), name.split('.', 1)[0]!);
    }
    for (const name of interest.assigns ?? []) {
      const number = project.names.find(name);
      if (number !== 0) assigned.add(number);
      for (const quoted of [`'${name}'`, `"${name}"`])
        if (project.names.find(quoted) !== 0) assigned.add(project.names.find(quoted));
    }
  }
  const reach = createReach(project);
  const inReach = (module: Module, packages: ReadonlySet<string> | undefined): boolean => {
    if (packages === undefined) return false;
    const reachable = reach(module);
    for (const name of packages) if (reachable.has(name)) return true;
    return false;
  };
  const mayBe = createReceiverTest(project);
  /** `call` is the call whose callee it is; -1 for a class's base. */
  const isWanted = (module: Module, callee: number, last: number, call: number): boolean => {
    const list = wantedCalls.get(last);
    if (list === undefined) return false;
    const reachable = reach(module);
    return list.some(
      (one) =>
        (one.package === undefined || reachable.has(one.package)) &&
        (call < 0 || one.needs.every((key) => mayGive(module, call, key))) &&
        mayBe(module, callee, one),
    );
  };
  const derived = derivedNames(project, isWanted);

  return (module) => {
    const { tree, index } = module;
    const found = new Set<number>();
    const note = (node: number): void => void found.add(module.functionAround(node));
    const aliases = aliasedNames(module, wantedCalls, referencePackages);
    for (const call of index.calls) {
      const callee = tree.child(call, Field.function);
      const kind = tree.kind(callee);
      const last = kind === Kind.attribute ? tree.name(tree.child(callee, Field.attribute)) : tree.name(callee);
      const isAlias = kind === Kind.identifier ? aliases.has(last) : aliases.isKept(last);
      if (isWanted(module, callee, last, call) || derived.has(last) || isAlias) note(call);
    }
    for (const attribute of index.attributes) {
      if (inReach(module, referencePackages.get(tree.name(tree.child(attribute, Field.attribute))))) note(attribute);
    }
    for (const assignment of index.assignments) {
      const left = tree.child(assignment, Field.left);
      const kind = tree.kind(left);
      const name =
        kind === Kind.attribute
          ? tree.name(tree.child(left, Field.attribute))
          : kind === Kind.subscript
            ? tree.name(tree.child(left, Field.subscript))
            : tree.name(left);
      if (assigned.has(name)) note(assignment);
    }
    // A reference imported by name can stand anywhere in the file.
    if (aliases.hasReference) for (let i = MODULE; i < index.functions.length; i++) found.add(i);
    for (const interest of interests) for (const extra of interest.functions?.(module) ?? []) found.add(extra);
    return found;
  };
}

/** Names of the checkout's classes whose base is called like something wanted: making one is a call of the base. */
function derivedNames(
  project: ProjectModel,
  isWanted: (module: Module, callee: number, last: number, call: number) => boolean,
): ReadonlySet<number> {
  const derived = new Set<number>();
  for (const module of project.modules) {
    const { tree, index } = module;
    for (const { name, superclasses } of index.classes) {
      if (superclasses < 0) continue;
      for (const base of tree.children(superclasses)) {
        const last =
          tree.kind(base) === Kind.attribute ? tree.name(tree.child(base, Field.attribute)) : tree.name(base);
        if (last !== 0 && isWanted(module, base, last, -1)) derived.add(name);
      }
    }
  }
  return derived;
}

interface Aliases {
  readonly has: (name: number) => boolean;
  /** An attribute of a class. */
  readonly isKept: (name: number) => boolean;
  readonly hasReference: boolean;
}

/** Local names of `from requests import get as fetch`. */
function aliasedNames(
  module: Module,
  calls: ReadonlyMap<number, unknown>,
  references: ReadonlyMap<number, ReadonlySet<string>>,
): Aliases {
  const names = new Set<number>();
  let hasReference = false;
  const { tree } = module;
  for (const node of module.index.imports) {
    if (tree.kind(node) !== Kind.import_from_statement) continue;
    for (const child of tree.children(node)) {
      if (tree.field(child) !== Field.name) continue;
      const isAlias = tree.kind(child) === Kind.aliased_import;
      const dotted = isAlias ? tree.child(child, Field.name) : child;
      const original = tree.name(dotted + 1);
      if (isAlias && calls.has(original)) names.add(tree.name(tree.child(child, Field.alias)));
      const packages = references.get(original);
      if (packages !== undefined) {
        const from = tree.child(node, Field.module_name);
        hasReference ||= packages.has(tree.text(tree.kind(from) === Kind.dotted_name ? from + 1 : from));
      }
    }
  }
  // An alias, `run = subprocess.run`, is called under its own name; one of a class as its attribute, `self.run`.
  const kept = new Set<number>();
  for (const assignment of module.index.assignments) {
    const target = assignment + 1;
    if (tree.kind(target) !== Kind.identifier || !calls.has(lastName(module, tree.child(assignment, Field.right))))
      continue;
    names.add(tree.name(target));
    if (module.classAround(target) !== MODULE && module.functionAround(target) === MODULE) kept.add(tree.name(target));
  }
  return { has: (name) => names.has(name), isKept: (name) => kept.has(name), hasReference };
}

/** Last name of a function that is mentioned and not called: `subprocess.run`, `staticmethod(subprocess.run)`; 0 if there is none. */
function lastName(module: Module, node: number): number {
  const { tree } = module;
  if (node < 0) return 0;
  const kind = tree.kind(node);
  if (kind === Kind.attribute) return tree.name(tree.child(node, Field.attribute));
  if (kind === Kind.identifier) return tree.name(node);
  if (kind !== Kind.call || tree.text(tree.child(node, Field.function)) !== 'staticmethod') return 0;
  const [only] = tree.children(tree.child(node, Field.arguments));
  return only === undefined || tree.kind(only) === Kind.call ? 0 : lastName(module, only);
}

/** Top-level packages that a module, or a module of the checkout it imports, imports. */
export function createReach(project: ProjectModel): (module: Module) => ReadonlySet<string> {
  const direct = new Map<Module, { external: Set<string>; own: Module[] }>();
  const reachable = new Map<Module, Set<string>>();
  const importsOf = (module: Module): { external: Set<string>; own: Module[] } => {
    let found = direct.get(module);
    if (found === undefined) direct.set(module, (found = directImports(project, module)));
    return found;
  };
  return (module) => {
    let packages = reachable.get(module);
    if (packages === undefined) {
      const { external, own } = importsOf(module);
      packages = new Set(external);
      for (const other of own) for (const name of importsOf(other).external) packages.add(name);
      reachable.set(module, packages);
    }
    return packages;
  };
}

function directImports(project: ProjectModel, module: Module): { external: Set<string>; own: Module[] } {
  const external = new Set<string>();
  const own = new Set<Module>();
  const add = (dotted: string): void => {
    if (!project.isOwn(dotted)) {
      external.add(dotted.split('.', 1)[0]!);
      return;
    }
    const found = project.module(dotted) ?? project.module(dotted.slice(0, dotted.lastIndexOf('.')));
    if (found !== undefined) own.add(found);
    // A package of the checkout may be what a rule is about.
    external.add(dotted.split('.', 1)[0]!);
  };
  for (const target of module.importTargets()) add(target);
  return { external, own: [...own] };
}
