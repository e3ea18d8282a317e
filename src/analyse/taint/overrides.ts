// Methods that subclasses have in the place of one: what a method checks on its own object, a subclass may do otherwise. In: a method.
// Out: those of the checkout that override it; of a class those that derive from it. Built when it is first asked for.
import { madeOnce } from '../../base/made-once.ts';
import type { ClassRef, ProjectModel } from '../../model/project-model.ts';

const ofProjects = new WeakMap<ProjectModel, ReadonlyMap<string, readonly ClassRef[]>>();

/** Methods of subclasses of the same name. */
export function overridesOf(project: ProjectModel, method: ClassRef): readonly ClassRef[] {
  let overrides = ofProjects.get(project);
  if (overrides === undefined) ofProjects.set(project, (overrides = collected(project)));
  return overrides.get(keyOf(method)) ?? [];
}

function keyOf({ module, index }: ClassRef): string {
  return `${module.path}:${index}`;
}

function collected(project: ProjectModel): ReadonlyMap<string, readonly ClassRef[]> {
  const found = new Map<string, ClassRef[]>();
  for (const module of project.modules) {
    module.index.classes.forEach((item, index) => {
      const [, ...bases] = project.ancestry({ module, index }).classes;
      if (bases.length === 0) return;
      for (const [name, bindings] of module.classBindings(item).byName) {
        const own = bindings.findLast(({ kind }) => kind === 'function');
        if (own?.kind !== 'function') continue;
        for (const base of bases) {
          const theirs = base.module
            .classBindings(base.module.index.classes[base.index]!)
            .byName.get(name)
            ?.findLast(({ kind }) => kind === 'function');
          if (theirs?.kind !== 'function') continue;
          const key = keyOf({ module: base.module, index: theirs.index });
          const known = found.get(key);
          if (known === undefined) found.set(key, [{ module, index: own.index }]);
          else known.push({ module, index: own.index });
        }
      }
    });
  }
  return found;
}

/** Classes of the checkout that derive from one, in the order of their files. */
export function derivedFrom(project: ProjectModel, base: ClassRef): readonly ClassRef[] {
  return derivedClasses(project).get(keyOf(base)) ?? [];
}

/** Classes that inherit a method: they derive from the class that it stands in, and have no other of its name. */
export function inheritors(project: ProjectModel, { module, index }: ClassRef): readonly ClassRef[] {
  const { methodOf, name } = module.index.functions[index]!;
  const text = project.names.text(name);
  return derivedFrom(project, { module, index: methodOf }).filter((type) => {
    const its = project.method(type, text);
    return its?.module === module && its.index === index;
  });
}

const derivedClasses = madeOnce((project: ProjectModel): ReadonlyMap<string, readonly ClassRef[]> => {
  const found = new Map<string, ClassRef[]>();
  for (const module of project.modules) {
    for (let index = 0; index < module.index.classes.length; index++) {
      for (const base of project.ancestry({ module, index }).classes.slice(1)) {
        const known = found.get(keyOf(base));
        if (known === undefined) found.set(keyOf(base), [{ module, index }]);
        else known.push({ module, index });
      }
    }
  }
  return found;
});
