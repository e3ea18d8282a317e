// Why a function is called by somebody outside, and what an entry asks of a function besides. In: entries of the models. Out: answers
// for one function. Leaves alone: where the entry was found.
import { MODULE } from '../../model/file-index.ts';
import type { Module } from '../../model/module.ts';
import { parameterNames } from '../../model/project-model.ts';
import { literalText } from '../detectors/written-expression.ts';
import type { Engine } from '../interpreter/engine.ts';
import { createReach } from '../interest.ts';
import type { ApiEntry } from './api-models.ts';
import { numbersOf } from './entry-tables.ts';
import { isMarked } from './marked-functions.ts';
import type { RouteParameters } from './route-parameters.ts';

export interface Handling {
  readonly entry: ApiEntry;
  readonly route: RouteParameters | undefined;
  /** The route's text. */
  readonly path?: string | undefined;
}

/** Handlings of a module's functions, by their index. */
export type HandlingsByModule = Map<Module, Map<number, Handling[]>>;

/** What functions have to be like for an entry: parameters, marks, imports of their module. */
export class FunctionFit {
  readonly #engine: Engine;
  /** Packages that a module, or one that it imports, imports. */
  readonly reach: (module: Module) => ReadonlySet<string>;

  constructor(engine: Engine) {
    this.#engine = engine;
    this.reach = createReach(engine.project);
  }

  /** Whether the function has the parameters, the mark and the texts, and its module the imports, that an entry asks for. */
  holds(module: Module, index: number, { entry: { parameters, imports, near, marked, mentions } }: ApiEntry): boolean {
    if (marked !== undefined && !isMarked(module, index, marked)) return false;
    if (parameters !== undefined) {
      const item = module.index.functions[index]!;
      const own = parameterNames(module, item).slice(item.methodOf === MODULE ? 0 : 1);
      if (!parameters.every((one, position) => numbersOf(this.#engine, one).includes(own[position]!))) return false;
    }
    if (mentions !== undefined && !isMentioned(module, index, mentions)) return false;
    if (near !== undefined) {
      const reached = this.reach(module);
      return near.some((name) => reached.has(name));
    }
    return imports?.some((name) => importsPackage(module, name)) ?? true;
  }
}

/** Whether one of these texts is written in a function, or in its class. */
function isMentioned(
  { tree, index: { functions, classes, strings } }: Module,
  index: number,
  texts: readonly string[],
): boolean {
  const { node, methodOf } = functions[index]!;
  const around = methodOf === MODULE ? node : classes[methodOf]!.node;
  return strings.some((one) => one > around && one < tree.next(around) && texts.includes(literalText(tree, one) ?? ''));
}

/** Whether a module imports the package of a type. */
export function importsPackage(module: Module, type: string): boolean {
  const first = type.split('.', 1)[0]!;
  return module.importTargets().some((target) => target === first || target.startsWith(`${first}.`));
}
