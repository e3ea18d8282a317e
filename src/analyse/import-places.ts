// Where the checkout imports a distribution, or one of the parts that somebody names. In: what is known of the project. Out: the first place,
// outside of tests if there is one. Modules of the checkout itself are no imports of somebody else's.
import type { AffectedSymbol } from '../advisories/advisory.ts';
import { isImportOf, mayBeImportOf } from '../model/import-names.ts';
import type { Module } from '../model/module.ts';
import type { ProjectModel } from '../model/project-model.ts';
import { Field, Kind } from '../parse/lowered-tree.ts';
import type { Knowledge } from './knowledge.ts';

export interface ImportPlace {
  readonly module: Module;
  /** The import statement, or the attribute that is used of an imported module. */
  readonly node: number;
}

export interface FoundImport {
  readonly place: ImportPlace;
  readonly inTest: boolean;
  /** As the code names it: `yaml`, `yaml.full_load`. */
  readonly what: string;
}

type Hit = Omit<FoundImport, 'inTest'>;

/** Answers where a distribution (by its normal name) or one of its symbols is imported; without symbols the whole of it. */
export function createImportPlaces({ project, context }: Pick<Knowledge, 'project' | 'context'>): {
  readonly of: (distribution: string, symbols: readonly AffectedSymbol[]) => FoundImport | undefined;
} {
  let byTop: ReadonlyMap<string, readonly Module[]> | undefined;
  const first = (distribution: string, find: (module: Module) => Hit | undefined): FoundImport | undefined => {
    let inTest: FoundImport | undefined;
    byTop ??= modulesByTop(project);
    const tops = [...byTop.keys()].filter((top) => mayBeImportOf(distribution, top));
    for (const module of tops.flatMap((top) => byTop!.get(top)!)) {
      const found = find(module);
      if (found === undefined) continue;
      if (!context(module).isTest) return { ...found, inTest: false };
      inTest ??= { ...found, inTest: true };
    }
    return inTest;
  };
  return {
    of: (distribution, symbols) =>
      first(distribution, (module) => {
        const targets = module.importTargets();
        const index = targets.findIndex((target) => isImportOf(distribution, target));
        if (index < 0) return undefined;
        const place = { module, node: module.importNodes()[index]! };
        if (symbols.length === 0) return { place, what: packageOf(distribution, targets[index]!) };
        return importedPart(module, symbols) ?? usedPart(module, symbols);
      }),
  };

  function usedPart(module: Module, symbols: readonly AffectedSymbol[]): Hit | undefined {
    const { tree } = module;
    const wanted = partsOf(symbols);
    const lasts = new Set([...wanted.keys()].map((name) => name.slice(name.lastIndexOf('.') + 1)));
    for (const node of module.index.attributes) {
      if (!lasts.has(tree.text(tree.child(node, Field.attribute)))) continue;
      const meant = project.dotted(module, module.functionAround(node), node);
      if (meant?.kind === 'external' && wanted.has(meant.name)) return { place: { module, node }, what: meant.name };
    }
    return undefined;
  }
}

/** Modules by the top-level names that they import from elsewhere, in path order. */
function modulesByTop(project: ProjectModel): ReadonlyMap<string, readonly Module[]> {
  const byTop = new Map<string, Module[]>();
  for (const module of project.modules) {
    if (module.file.kind === 'stub') continue;
    for (const top of new Set(module.importTargets().map((target) => target.split('.', 1)[0]!))) {
      if (project.isOwn(top)) continue;
      const known = byTop.get(top);
      if (known === undefined) byTop.set(top, [module]);
      else known.push(module);
    }
  }
  return byTop;
}

/** `from a import b`, `import a.b`, and `from a import *`, which may bring it along. */
function importedPart(module: Module, symbols: readonly AffectedSymbol[]): Hit | undefined {
  const { tree } = module;
  const nodes = module.importNodes();
  const wanted = partsOf(symbols);
  for (const [index, target] of module.importTargets().entries()) {
    const node = nodes[index]!;
    const isStar = tree.children(node).some((child) => tree.kind(child) === Kind.wildcard_import);
    for (const [name, owner] of wanted) {
      if (target === name || target.startsWith(`${name}.`) || (isStar && target === owner))
        return { place: { module, node }, what: name };
    }
  }
  return undefined;
}

/** Qualified names with the module each is in. Of `Class.method` the class is what can be imported. */
function partsOf(symbols: readonly AffectedSymbol[]): ReadonlyMap<string, string> {
  return new Map(
    symbols.flatMap(({ modules, attribute }) =>
      modules.map((module) => [`${module}.${attribute.split('.', 1)[0]!}`, module] as const),
    ),
  );
}

/** `google.cloud.storage` of `google.cloud.storage.Client`: as short as it still says which package it is. */
function packageOf(distribution: string, target: string): string {
  const parts = target.split('.');
  const length = parts.findIndex((_, index) => isImportOf(distribution, parts.slice(0, index + 1).join('.')));
  return parts.slice(0, length + 1).join('.');
}
