// Tests as witnesses of security findings. In: handlers that untrusted data comes from, and the checks that hold it back elsewhere. Out:
// that no test mentions a handler; where a test sees a check refuse something. Leaves alone: what the tests show otherwise.
import { filePath } from '../../base/file-path.ts';
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import type { SourceLine } from '../analysis.ts';
import type { Engine } from '../interpreter/engine.ts';
import type { Knowledge } from '../knowledge.ts';
import type { Credit } from '../values/taint.ts';
import type { HandlerNames } from './handler-names.ts';
import { handlerNames, mentionsHandler, ownNames, textsBeside } from './handler-names.ts';
import { gatherMentions, type Mentions } from './mentions.ts';
import { lastNameOf, refusals } from './refusals.ts';

/** A function and the module it is in. */
export interface FunctionPlace {
  readonly module: Module;
  readonly functionIndex: number;
}

export interface TestWitness {
  /** One sentence if no test mentions the first handler on the way; undefined if one does, or there are no tests or no handler. */
  readonly untested: (way: readonly FunctionPlace[]) => string | undefined;
  /** Where a test sees the check refuse a value. */
  readonly refusedAt: (check: Credit) => SourceLine | undefined;
}

const witnesses = new WeakMap<Engine, TestWitness>();

/** The witness of a run. Tests are read when it is first asked. */
export function testWitness(engine: Engine, knowledge: Knowledge): TestWitness {
  let witness = witnesses.get(engine);
  if (witness === undefined) witnesses.set(engine, (witness = createTestWitness(engine, knowledge)));
  return witness;
}

interface SeenRefusal extends Mentions {
  readonly at: SourceLine;
  readonly by: readonly number[];
  readonly status: boolean;
}

function createTestWitness(engine: Engine, knowledge: Knowledge): TestWitness {
  const { project } = engine;
  const isTest = (module: Module): boolean => knowledge.context(module).isTest;
  const testModules = once(() => project.modules.filter((module) => module.file.kind !== 'stub' && isTest(module)));
  const mentions = once(() => {
    const all = { names: new Set<number>(), texts: new Set<string>() };
    for (const module of testModules()) gatherMentions(module, all);
    return all;
  });
  const seen = once(() => testModules().flatMap((module) => refusalsOf(module, knowledge)));
  const hasTests = once(() =>
    testModules().some((module) => module.index.functions.some((_, index) => knowledge.role(module, index) === 'test')),
  );
  const ourNames = once(
    () =>
      new Set(
        project.modules.flatMap((module) => (isTest(module) ? [] : module.index.functions.map(({ name }) => name))),
      ),
  );
  const registered = once(() => {
    const others = project.modules.filter((module) => module.file.kind !== 'stub' && !isTest(module));
    const wanted = others.flatMap((module) => [...handlers(module)].flatMap((index) => ownNames(module, index)));
    return textsBeside(others, new Set(wanted));
  });
  const handlersOf = new Map<Module, ReadonlySet<number>>();
  const namesOf = new Map<string, HandlerNames>();

  const handlers = (module: Module): ReadonlySet<number> => {
    let known = handlersOf.get(module);
    if (known === undefined) handlersOf.set(module, (known = new Set(engine.entryPoints.handlers(module))));
    return known;
  };
  /** The handler that a function is, or stands in. */
  const handlerAround = ({ module, functionIndex }: FunctionPlace): number => {
    let index = functionIndex;
    while (index !== MODULE && !handlers(module).has(index)) index = module.index.functions[index]!.parent;
    return index;
  };
  const names = (module: Module, index: number): HandlerNames => {
    const key = `${index} ${module.path}`;
    let known = namesOf.get(key);
    if (known === undefined) {
      known = handlerNames(module, index, engine.entryPoints.routes(module, index), registered());
      namesOf.set(key, known);
    }
    return known;
  };

  return {
    untested: (way) => {
      if (!hasTests()) return undefined;
      for (const place of way) {
        const index = handlerAround(place);
        if (index === MODULE) continue;
        const handler = names(place.module, index);
        return mentionsHandler(handler, mentions()) ? undefined : sentence(handler);
      }
      return undefined;
    },
    refusedAt: ({ module, node }) => {
      if (!hasTests()) return undefined;
      const { tree, index } = module;
      const functionIndex = module.functionAround(node);
      const handler = handlerAround({ module, functionIndex });
      const by: number[] = [];
      if (tree.kind(node) === Kind.call) by.push(...lastNameOf(module, tree.child(node, Field.function)));
      if (functionIndex !== MODULE && handler === MODULE) by.push(index.functions[functionIndex]!.name);
      const direct = seen().find((one) => one.by.some((name) => by.includes(name) && ourNames().has(name)));
      if (direct !== undefined || handler === MODULE) return direct?.at;
      const called = names(module, handler);
      return seen().find((one) => one.status && mentionsHandler(called, one))?.at;
    },
  };
}

function sentence({ name, routes }: HandlerNames): string {
  const route = routes.find((text) => text.includes('/'));
  return `No test calls this handler: none mentions \`${name}\`${route === undefined ? '' : ` or \`${route}\``}.`;
}

function refusalsOf(module: Module, knowledge: Knowledge): SeenRefusal[] {
  const found = refusals(module, (functionIndex) => knowledge.role(module, functionIndex));
  const ofFunction = new Map<number, Mentions>();
  return found.map(({ node, by, status, functionIndex }) => {
    let mentions = ofFunction.get(functionIndex);
    if (mentions === undefined) {
      const into = { names: new Set<number>(), texts: new Set<string>() };
      const { node: from } = module.index.functions[functionIndex]!;
      gatherMentions(module, into, from, module.tree.next(from));
      ofFunction.set(functionIndex, (mentions = into));
    }
    return { ...mentions, at: { path: filePath(module.path), line: module.tree.lineOf(node) }, by, status };
  });
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
