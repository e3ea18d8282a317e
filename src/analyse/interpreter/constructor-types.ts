// What a constructor is given for a parameter that says no type: `Store(pools.pg)` says what `pg` is in `Store`. In: a constructor's
// parameter. Out: the types that calls of the class in the checkout pass, as far as they are known without running anything before them.
import type { Module } from '../../model/module.ts';
import type { ClassRef, ProjectModel } from '../../model/project-model.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { argumentsOf } from '../detectors/written-expression.ts';
import type { Denotation } from '../values/value.ts';
import { sameDenotation } from '../values/value.ts';
import type { Engine } from './engine.ts';
import { Frame } from './frame.ts';

interface ConstructorCall {
  readonly module: Module;
  readonly functionIndex: number;
  readonly node: number;
}

// Whoever is made in more places is made of many things.
const MAX_CALLS = 6;
const MAX_TYPES = 3;
const none: readonly Denotation[] = [];

export class ConstructorTypes {
  readonly #engine: Engine;
  #calls: ReadonlyMap<number, readonly ConstructorCall[]> | undefined;
  readonly #known = new Map<Module, Map<string, readonly Denotation[]>>();

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** Types of the parameter `name` of an `__init__`, `position` counted without self. */
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
    this.#calls ??= collect(project);
    const calls = this.#calls.get(module.index.classes[methodOf]!.name) ?? [];
    const keyword = project.names.text(name);
    const types: Denotation[] = [];
    let seen = 0;
    for (const call of calls) {
      if (!this.#engine.isFollowed(call.module)) continue;
      const { tree } = call.module;
      const made = project.dotted(call.module, call.functionIndex, tree.child(call.node, Field.function));
      if (made?.kind !== 'class' || made.module !== module || made.index !== methodOf) continue;
      if (++seen > MAX_CALLS) return none;
      const { positional, keywords } = argumentsOf(tree, call.node);
      const argument = keywords.get(keyword) ?? positional[position];
      if (argument === undefined || tree.kind(argument) === Kind.list_splat) continue;
      const frame = new Frame(this.#engine, call.module, call.functionIndex, { observing: false, depth: 1 });
      for (const one of frame.evaluateAlone(argument).denotes) {
        const isType = one.kind === 'object' || (one.kind === 'instance' && !/\(\)|\[\]$/.test(one.of));
        if (isType && !types.some((known) => sameDenotation(known, one))) types.push(one);
      }
    }
    return types.length > MAX_TYPES ? none : types;
  }
}

/** Calls by the name of a class of the checkout, in path order. */
function collect(project: ProjectModel): ReadonlyMap<number, readonly ConstructorCall[]> {
  const classes = new Set(project.modules.flatMap(({ index }) => index.classes.map(({ name }) => name)));
  const found = new Map<number, ConstructorCall[]>();
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
