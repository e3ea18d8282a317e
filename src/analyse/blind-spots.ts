// What kept the analysis from seeing, counted once for the whole checkout: imports that lead nowhere, dependencies that
// are not there, code that makes code. Never results; each is a line of the coverage.
import type { Problem } from '../base/problem.ts';
import type { Module } from '../model/module.ts';
import { isStandardLibrary } from '../model/standard-library.ts';
import { Field, Kind } from '../parse/lowered-tree.ts';
import type { Knowledge } from './knowledge.ts';

export interface BlindSpots {
  /** Imports of modules that are neither in the checkout, nor in the standard library, nor declared. */
  readonly unresolvedImports: number;
  readonly problems: readonly Problem[];
}

const MAX_NAMES = 5;

/** Looks at the imports and the calls of `exec` and `eval` of the modules. */
export function findBlindSpots(modules: readonly Module[], knowledge: Knowledge): BlindSpots {
  const unresolved = new Map<string, number>();
  const missing = new Set<string>();
  let unknownStars = 0;
  let dynamicCode = 0;
  for (const module of modules) {
    for (const target of module.importTargets()) {
      const place = whereIs(target, knowledge);
      if (place === 'unresolved') unresolved.set(topLevel(target), (unresolved.get(topLevel(target)) ?? 0) + 1);
      else if (place === 'declared') missing.add(topLevel(target));
    }
    unknownStars += module.bindings.stars.filter((star) => knowledge.project.module(star) === undefined).length;
    dynamicCode += countDynamicCode(module, knowledge);
  }

  const problems: Problem[] = [];
  const add = (id: Problem['id'], message: string): void => void problems.push({ id, message, hidesCode: false });
  const imports = [...unresolved.values()].reduce((sum, count) => sum + count, 0);
  if (imports > 0) {
    const most = [...unresolved].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([name]) => name);
    add(
      'PVN006',
      `${counted(imports, 'import')} could not be resolved (${listed(most)}): not in the checkout, not in the standard library, not declared.`,
    );
  }
  if (missing.size > 0) {
    const names = [...missing].sort();
    const isOne = names.length === 1;
    const declared = isOne ? '1 declared dependency is' : `${names.length} declared dependencies are`;
    add(
      'PVN009',
      `${declared} not in the checkout (${listed(names)}): of ${isOne ? 'its' : 'their'} functions only what models say is known.`,
    );
  }
  const opaque = [
    ...(dynamicCode > 0 ? [counted(dynamicCode, 'call') + ' of exec or eval'] : []),
    ...(unknownStars > 0 ? [counted(unknownStars, 'star import') + ' of unknown modules'] : []),
  ];
  if (opaque.length > 0) add('PVN008', `${opaque.join(' and ')} hide what names stand for.`);
  return { unresolvedImports: imports, problems };
}

function whereIs(target: string, { project, facts }: Knowledge): 'found' | 'declared' | 'unresolved' {
  if (project.isOwn(target)) {
    // `from package import name`: the package is enough, since names can be made at run time.
    const dot = target.lastIndexOf('.');
    const parent = dot < 0 ? target : target.slice(0, dot);
    return project.module(target) !== undefined || project.module(parent) !== undefined ? 'found' : 'unresolved';
  }
  if (isStandardLibrary(target)) return 'found';
  return facts.distribution(topLevel(target)) === undefined ? 'unresolved' : 'declared';
}

function countDynamicCode(module: Module, { project }: Knowledge): number {
  const { tree, index } = module;
  const names = [project.names.find('exec'), project.names.find('eval')].filter((name) => name !== 0);
  if (names.length === 0) return 0;
  return index.calls.filter((call) => {
    const callee = tree.child(call, Field.function);
    if (tree.kind(callee) !== Kind.identifier || !names.includes(tree.name(callee))) return false;
    return project.dotted(module, module.functionAround(call), callee)?.kind === 'external';
  }).length;
}

function topLevel(target: string): string {
  return target.split('.', 1)[0]!;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, MAX_NAMES).join(', ');
  return names.length > MAX_NAMES ? `${shown} and ${names.length - MAX_NAMES} more` : shown;
}
