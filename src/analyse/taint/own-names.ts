// The checkout may be the framework itself: what models name under `tornado.web.RequestHandler` is then a class of its own. In: the
// names of all models, and what they stand for in the checkout. Out: for a class or function of the checkout the names that models
// know it by. Leaves alone: what the models say of it.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import type { Ancestry, ClassRef, ProjectModel } from '../../model/project-model.ts';
import type { Denotation } from '../values/value.ts';
import type { ApiModels } from './api-models.ts';

type Names = Map<Module, Map<number, string[]>>;

const none: readonly string[] = [];

export class OwnNames {
  readonly #project: ProjectModel;
  readonly #models: ApiModels;
  readonly #classes: Names = new Map();
  readonly #functions: Names = new Map();
  readonly #ancestries = new WeakMap<Ancestry, Ancestry>();

  constructor(project: ProjectModel, models: ApiModels) {
    this.#project = project;
    this.#models = models;
    for (const name of models.names()) {
      if (!project.isOwn(name)) continue;
      const definition = project.resolve(name);
      if (definition.kind === 'class') note(this.#classes, definition, name);
      else if (definition.kind === 'function' && !this.#isFollowed(definition, name))
        note(this.#functions, definition, name);
    }
  }

  /** What a function of a module gives is made of what it is passed, and that is followed; an object has a state that nobody sees. */
  #isFollowed({ module, index }: ClassRef, name: string): boolean {
    const isMethod = module.index.functions[index]!.methodOf !== MODULE;
    return !isMethod && this.#models.call(name)?.some(({ sources }) => sources.length > 0) === true;
  }

  /** Whether models say of a function, or of the class it makes, that it is a sink: what it does with its arguments inside is told by that. */
  isSink(module: Module, index: number): boolean {
    if (this.#functions.size === 0 && this.#classes.size === 0) return false;
    const item = module.index.functions[index];
    if (item === undefined) return false;
    const isConstructor = item.methodOf !== MODULE && module.tree.names.text(item.name) === '__init__';
    const names = isConstructor ? this.ofClass({ module, index: item.methodOf }) : this.ofFunction(module, index);
    return names.some((name) => this.#reaches(name));
  }

  /** Names of a function or method that is called: where a class calls a sink of its own, it is on the way from the one to the other. */
  called(module: Module, caller: number, callee: ClassRef): readonly string[] {
    const names = this.ofFunction(callee.module, callee.index);
    if (names.length === 0 || caller === MODULE || callee.module !== module) return names;
    const { methodOf } = module.index.functions[caller]!;
    if (methodOf === MODULE || methodOf !== module.index.functions[callee.index]!.methodOf) return names;
    return names.filter((name) => !this.#reaches(name));
  }

  #reaches(name: string): boolean {
    return this.#models.call(name)?.some(({ sinks }) => sinks.length > 0) === true;
  }

  /** Names of a function or method of the checkout. */
  ofFunction(module: Module, index: number): readonly string[] {
    return this.#functions.get(module)?.get(index) ?? none;
  }

  /** Names of a class of the checkout, its own alone, as each of them is imported. */
  ofClass({ module, index }: ClassRef): readonly string[] {
    return this.#classes.get(module)?.get(index) ?? none;
  }

  /** A function or class of the checkout that models name. */
  isNamed(one: Denotation): boolean {
    if (one.kind === 'class') return this.ofClass(one).length > 0;
    return one.kind === 'function' && this.ofFunction(one.module, one.index).length > 0;
  }

  #typesOf(reference: ClassRef): readonly string[] {
    return this.ofClass(reference).map((name) => this.#models.canonical(name));
  }

  /** What a class outside the checkout would be called that an object of this one is: its own names, and those of its bases. */
  types(reference: ClassRef): readonly string[] {
    return [...new Set([...this.#typesOf(reference), ...this.ancestry(reference).external])];
  }

  /** A class's bases, with what models call those that stand in the checkout. */
  ancestry(reference: ClassRef): Ancestry {
    const plain = this.#project.ancestry(reference);
    if (this.#classes.size === 0) return plain;
    let found = this.#ancestries.get(plain);
    if (found === undefined) {
      // What the class itself is called is for those that derive from it.
      const own = plain.classes.slice(1).flatMap((one) => this.#typesOf(one));
      found =
        own.length === 0 ? plain : { classes: plain.classes, external: [...new Set([...own, ...plain.external])] };
      this.#ancestries.set(plain, found);
    }
    return found;
  }

  /** The name under which models call an attribute of a class a source: of the checkout's own classes the first that one knows. */
  bearerOf(reference: ClassRef, attribute: string): string | undefined {
    if (this.#classes.size === 0) return undefined;
    return this.#project
      .ancestry(reference)
      .classes.flatMap((one) => this.#typesOf(one))
      .find((name) => this.#models.attribute(`${name}.${attribute}`)?.some(({ sources }) => sources.length > 0));
  }
}

function note(names: Names, { module, index }: ClassRef, name: string): void {
  let ofModule = names.get(module);
  if (ofModule === undefined) names.set(module, (ofModule = new Map<number, string[]>()));
  const list = ofModule.get(index);
  if (list === undefined) ofModule.set(index, [name]);
  else if (!list.includes(name)) list.push(name);
}
