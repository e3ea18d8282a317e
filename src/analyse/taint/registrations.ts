// Functions that are handed to a registering call anywhere in the checkout: `path("x/", view)`, `server.serve(handler)`. In: the models'
// entries for such calls. Out: for each function why it is a handler; found once. Leaves alone: decorators, base classes and names.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { calledName } from '../detectors/written-expression.ts';
import type { Engine } from '../interpreter/engine.ts';
import type { Denotation } from '../values/value.ts';
import type { ApiEntry } from './api-models.ts';
import { packagesOf } from './entry-tables.ts';
import type { Handling, HandlingsByModule } from './handling.ts';
import type { MeantEntries } from './meant-entries.ts';

export class Registrations {
  readonly #engine: Engine;
  readonly #meant: MeantEntries;
  readonly #reach: (module: Module) => ReadonlySet<string>;
  readonly #registrars: ReadonlyMap<string, readonly ApiEntry[]>;
  /** For the number of each registering call's name the packages that it belongs to; undefined if it is known without one. */
  readonly #packages: ReadonlyMap<number, ReadonlySet<string> | undefined>;
  #registered: HandlingsByModule | undefined;
  #isLooking = false;
  /** What routes name in front of the routes that they include. */
  readonly prefixNames = new Set<string>();

  /** `reach`: packages that a module, or one that it imports, imports. */
  constructor(
    engine: Engine,
    meant: MeantEntries,
    reach: (module: Module) => ReadonlySet<string>,
    registrars: ReadonlyMap<string, readonly ApiEntry[]>,
  ) {
    this.#engine = engine;
    this.#meant = meant;
    this.#reach = reach;
    this.#registrars = registrars;
    this.#packages = packagesOf(registrars, engine);
  }

  /** Whether registrations are still looked for: what is known by now may not be all. */
  get isLooking(): boolean {
    return this.#isLooking;
  }

  /** Why a function is a handler by what it is handed to. */
  of(module: Module, index: number): readonly Handling[] {
    return this.#all().get(module)?.get(index) ?? [];
  }

  #all(): HandlingsByModule {
    if (this.#registered !== undefined) return this.#registered;
    const registered = (this.#registered = new Map<Module, Map<number, Handling[]>>());
    this.#isLooking = true;
    this.#find(registered);
    this.#isLooking = false;
    return registered;
  }

  #find(registered: HandlingsByModule): void {
    if (this.#packages.size === 0) return;
    for (const module of this.#engine.project.modules) {
      const { tree, index } = module;
      const known = this.#reachable(module);
      if (known.size === 0) continue;
      for (const call of index.calls) {
        const callee = tree.child(call, Field.function);
        const last = tree.kind(callee) === Kind.attribute ? tree.child(callee, Field.attribute) : callee;
        if (known.has(tree.name(last))) this.#register(module, call, callee, registered);
      }
    }
  }

  /** Names of registering calls whose package the module, or one it imports, imports. */
  #reachable(module: Module): ReadonlySet<number> {
    const imported = this.#reach(module);
    const found = new Set<number>();
    for (const [number, packages] of this.#packages) {
      if (packages === undefined || [...packages].some((name) => imported.has(name))) found.add(number);
    }
    return found;
  }

  #register(module: Module, call: number, callee: number, registered: HandlingsByModule): void {
    const around = evaluatedIn(module, call);
    for (const handling of this.#meant.of(module, around, callee, call, this.#registrars)) {
      const argument = argumentNode(module, call, handling.entry.argument ?? '0');
      if (argument < 0) continue;
      if (handling.entry.entry.filledBy === 'route' && handling.route !== undefined && isInclude(module, argument))
        for (const name of handling.route.named) this.prefixNames.add(name);
      for (const denotation of this.#handed(module, around, argument)) {
        if (denotation.kind !== 'function') continue;
        let ofModule = registered.get(denotation.module);
        if (ofModule === undefined) registered.set(denotation.module, (ofModule = new Map<number, Handling[]>()));
        const list = ofModule.get(denotation.index);
        if (list === undefined) ofModule.set(denotation.index, [handling]);
        else list.push(handling);
      }
    }
  }

  /** What an argument stands for; of a list of functions each. */
  #handed(module: Module, functionIndex: number, node: number): readonly Denotation[] {
    const kind = module.tree.kind(node);
    if (kind !== Kind.list && kind !== Kind.tuple) return this.#meant.alone(module, functionIndex, node).denotes;
    return module.tree.children(node).flatMap((child) => this.#meant.alone(module, functionIndex, child).denotes);
  }
}

/** The function in which an expression is evaluated: defaults and annotations of parameters belong to the one around. */
function evaluatedIn(module: Module, node: number): number {
  let around = module.functionAround(node);
  while (around !== MODULE && node < module.index.functions[around]!.body)
    around = module.index.functions[around]!.parent;
  return around;
}

/** `path('<team>/', include(...))` */
function isInclude({ tree }: Module, node: number): boolean {
  return tree.kind(node) === Kind.call && calledName(tree, node) === 'include';
}

function argumentNode(module: Module, call: number, wanted: string): number {
  const { tree } = module;
  const list = tree.child(call, Field.arguments);
  if (list < 0) return -1;
  const positional: number[] = [];
  for (const child of tree.children(list)) {
    if (tree.kind(child) !== Kind.keyword_argument) positional.push(child);
    else if (wanted.split('|').includes(tree.text(tree.child(child, Field.name))))
      return tree.child(child, Field.value);
  }
  for (const part of wanted.split('|')) {
    const found = /^\d+$/.test(part) ? positional[Number(part)] : undefined;
    if (found !== undefined) return found;
  }
  return -1;
}
