// What a constructor is given for a parameter that says no type: `Store(pools.pg)` says what `pg` is in `Store`. In: a constructor's
// parameter. Out: the types that calls of the class in the checkout pass, as far as they are known without running anything before them.
import type { Module } from '../../model/module.ts';
import type { ClassRef, ProjectModel } from '../../model/project-model.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { argumentsOf } from '../detectors/written-expression.ts';
import type { Denotation } from '../values/value.ts';
import { sameDenotation } from '../values/value.ts';
import type { Engine } from './engine.ts';
import type { Site } from './events.ts';
import { Frame } from './frame.ts';
import { routeArguments } from '../taint/class-routes.ts';

// Whoever is made in more places is made of many things.
const MAX_CALLS = 6;
const MAX_TYPES = 3;
const none: readonly Denotation[] = [];

export class ConstructorTypes {
  readonly #engine: Engine;
  #calls: ReadonlyMap<number, readonly Site[]> | undefined;
  readonly #known = new Map<Module, Map<string, readonly Denotation[]>>();

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** Types of the parameter `name` of an `__init__`, or of a handler's `initialize`; `position` counted without self. */
  of(constructor: ClassRef, name: number, position: number): readonly Denotation[] {
    const { module, index } = constructor;
    let ofModule = this.#known.get(module);
    if (ofModule === undefined) this.#known.set(module, (ofModule = new Map<string, readonly Denotation[]>()));
    const key = `${index}:${name}`;
    let found = ofModule.get(key);
    if (found === undefined) {
      // What is passed may be made of what the class itself has.
      ofModule.set(key, none);
      found = this.#find(constructor, name, position);
      ofModule.set(key, found);
    }
    return found;
  }

  #find({ module, index }: ClassRef, name: number, position: number): readonly Denotation[] {
    const { project } = this.#engine;
    const { methodOf } = module.index.functions[index]!;
    const keyword = project.names.text(name);
    const types: Denotation[] = [];
    for (const { module: there, functionIndex, node } of this.#given({ module, index }, methodOf, keyword, position)) {
      const frame = new Frame(this.#engine, there, functionIndex, { observing: false, depth: 1 });
      for (const one of frame.evaluateAlone(node).denotes) {
        const isType = one.kind === 'object' || (one.kind === 'instance' && !/\(\)|\[\]$/.test(one.of));
        if (isType && !types.some((known) => sameDenotation(known, one))) types.push(one);
      }
    }
    return types.length > MAX_TYPES ? none : types;
  }

  /** Expressions that are passed, none if there are too many. */
  #given({ module, index }: ClassRef, methodOf: number, keyword: string, position: number): readonly Site[] {
    const { project } = this.#engine;
    const owner = { module, index: methodOf };
    if (project.names.text(module.index.functions[index]!.name) !== '__init__') {
      const routes = routeArguments(project, owner, keyword);
      return routes.length > MAX_CALLS ? [] : routes;
    }
    this.#calls ??= collect(project);
    const found: Site[] = [];
    let seen = 0;
    for (const call of this.#calls.get(module.index.classes[methodOf]!.name) ?? []) {
      if (!this.#engine.isFollowed(call.module)) continue;
      const { tree } = call.module;
      const made = project.dotted(call.module, call.functionIndex, tree.child(call.node, Field.function));
      if (made?.kind !== 'class' || made.module !== module || made.index !== methodOf) continue;
      if (++seen > MAX_CALLS) return [];
      const { positional, keywords } = argumentsOf(tree, call.node);
      const argument = keywords.get(keyword) ?? positional[position];
      if (argument === undefined || tree.kind(argument) === Kind.list_splat) continue;
      found.push({ module: call.module, functionIndex: call.functionIndex, node: argument });
    }
    return found;
  }
}

/** Calls by the name of a class of the checkout, in path order. */
function collect(project: ProjectModel): ReadonlyMap<number, readonly Site[]> {
  const classes = new Set(project.modules.flatMap(({ index }) => index.classes.map(({ name }) => name)));
  const found = new Map<number, Site[]>();
  for (const module of project.modules) {
    const { tree, index } = module;
    for (const node of index.calls) {
      const callee = tree.child(node, Field.function);
      const last =
        tree.kind(callee) === Kind.attribute ? tree.name(tree.child(callee, Field.attribute)) : tree.name(callee);
      if (last === 0 || !classes.has(last)) continue;
      const call = { module, functionIndex: module.functionAround(node), node };
      const list = found.get(last);
      if (list === undefined) found.set(last, [call]);
      else list.push(call);
    }
  }
  return found;
}
