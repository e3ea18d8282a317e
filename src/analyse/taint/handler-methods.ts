// Methods that a framework calls since their class has a base of its own: `get` of a View. In: the models' entries for methods. Out: why
// a method is a handler, with the routes of its class. Leaves alone: decorators and registrations.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import type { ClassRef } from '../../model/project-model.ts';
import type { Engine } from '../interpreter/engine.ts';
import type { ApiEntry } from './api-models.ts';
import { familyRoutes } from './class-routes.ts';
import { fitsName } from './entry-tables.ts';
import type { FunctionFit, Handling } from './handling.ts';
import { inheritors } from './overrides.ts';
import { routeParameters } from './route-parameters.ts';

export class HandlerMethods {
  readonly #engine: Engine;
  readonly #fit: FunctionFit;
  readonly #methods: readonly ApiEntry[];
  /** Methods of classes that need no base outside the checkout. */
  readonly #methodsAnywhere: readonly ApiEntry[];
  /** Entries whose pattern a method's name fits, without and with those that need a base outside the checkout, by the name's number. */
  readonly #fitting = [new Map<number, readonly ApiEntry[]>(), new Map<number, readonly ApiEntry[]>()] as const;

  constructor(engine: Engine, fit: FunctionFit, methods: readonly ApiEntry[], methodsAnywhere: readonly ApiEntry[]) {
    this.#engine = engine;
    this.#fit = fit;
    this.#methods = methods;
    this.#methodsAnywhere = methodsAnywhere;
  }

  /** Why a method is a handler by its class; nothing for a function. */
  of(module: Module, index: number): Handling[] {
    const item = module.index.functions[index]!;
    if (item.methodOf === MODULE) return [];
    const own = { module, index: item.methodOf };
    const itsNames = this.#engine.ownNames.ofClass(own).map((name) => this.#engine.models.canonical(name));
    // The framework itself calls what its own class does there, and with what: that is followed.
    const isTheirs = ({ entry: { entry } }: Handling): boolean =>
      entry.param !== undefined && itsNames.some((name) => entry.on?.includes(name) === true);
    const found = this.#asMethodOf(module, index, own);
    if (found.length > 0 || item.parent !== MODULE) return found.filter((one) => !isTheirs(one));
    // Of a mixin: where a class that takes the method over is one of the framework's.
    for (const type of inheritors(this.#engine.project, { module, index })) {
      const taken = this.#asMethodOf(module, index, type);
      if (taken.length > 0) return taken.filter((one) => !isTheirs(one));
    }
    return found;
  }

  /** Why a method is a handler in its own class, or in one that inherits it. */
  #asMethodOf(module: Module, index: number, type: ClassRef): Handling[] {
    const item = module.index.functions[index]!;
    const { classes, external } = this.#engine.ownNames.ancestry(type);
    const candidates = this.#fittingMethods(item.name, external.length > 0);
    if (candidates.length === 0) return [];
    const bases = external.map((base) => this.#engine.models.canonical(base));
    const isOfBase = (type: string): boolean => {
      if (!type.startsWith('*')) return bases.includes(type);
      const end = type.slice(1);
      return (
        bases.some((base) => base.endsWith(end)) ||
        classes.slice(1).some((base) => base.module.qualifiedClassName(base.index).endsWith(end))
      );
    };
    return candidates.flatMap((entry): Handling[] => {
      const isMeant = entry.entry.on?.some((type) => type === '*' || isOfBase(type)) ?? true;
      if (!isMeant || !this.#fit.holds(module, index, entry)) return [];
      const paths = familyRoutes(this.#engine.project, type);
      if (paths.length === 0) return [{ entry, route: undefined }];
      return paths.map((path) => ({ entry, route: routeParameters(path), path }));
    });
  }

  #fittingMethods(name: number, hasBase: boolean): readonly ApiEntry[] {
    const known = this.#fitting[hasBase ? 1 : 0];
    let found = known.get(name);
    if (found === undefined) {
      const text = this.#engine.project.names.text(name);
      const entries = hasBase ? [...this.#methods, ...this.#methodsAnywhere] : this.#methodsAnywhere;
      found = entries.filter(({ entry }) => entry.method!.some((pattern) => fitsName(pattern, text)));
      known.set(name, found);
    }
    return found;
  }
}
