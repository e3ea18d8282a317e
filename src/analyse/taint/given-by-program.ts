// Dependencies that the program itself gives to handlers by name: Litestar's `dependencies={"folder": Provide(lambda: root)}`. In: the
// checkout. Out: the names. Leaves alone: those that a function makes, which may read the request.
import { madeOnce } from '../../base/made-once.ts';
import type { Module } from '../../model/module.ts';
import type { ProjectModel } from '../../model/project-model.ts';
import { Field, Kind } from '../../parse/lowered-tree.ts';
import { argumentsOf, calledName, literalText } from '../detectors/written-expression.ts';

const frameworks = /^(?:litestar|starlite)(?:\.|$)/;

/** Names of parameters that handlers get from lambdas without parameters, and from nothing else. */
export const namesGivenByProgram = madeOnce((project: ProjectModel): ReadonlySet<string> => {
  const given = new Map<string, boolean>();
  for (const module of project.modules) {
    if (!module.importTargets().some((target) => frameworks.test(target))) continue;
    for (const call of module.index.calls) {
      const table = argumentsOf(module.tree, call).keywords.get('dependencies') ?? -1;
      for (const [name, isOwn] of providedNames(module, table)) given.set(name, isOwn && given.get(name) !== false);
    }
  }
  return new Set([...given].flatMap(([name, isOwn]) => (isOwn ? [name] : [])));
});

/** Each name of a table, and whether what it gives has nothing to do with the request. */
function providedNames({ tree }: Module, table: number): [string, boolean][] {
  if (table < 0 || tree.kind(table) !== Kind.dictionary) return [];
  return tree.children(table).flatMap((pair): [string, boolean][] => {
    const name = tree.kind(pair) === Kind.pair ? literalText(tree, tree.child(pair, Field.key)) : undefined;
    if (name === undefined) return [];
    const provider = tree.child(pair, Field.value);
    const isProvided = tree.kind(provider) === Kind.call && calledName(tree, provider) === 'Provide';
    const [made] = isProvided ? argumentsOf(tree, provider).positional : [];
    const isOwn = made !== undefined && tree.kind(made) === Kind.lambda && tree.child(made, Field.parameters) < 0;
    return [[name, isOwn]];
  });
}
