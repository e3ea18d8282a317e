// What the checkout says about the versions of its dependencies. In: the project. Out: each package with the file that names it; which
// of them are exact. Leaves alone: where in the file it stands, and what is published about the package.
import type { ConfigurationFile } from './configuration-files.ts';
import { configurationFiles } from './configuration-files.ts';
import type { Dependency } from './packaging.ts';
import { packaging } from './packaging.ts';
import { projectFacts } from './project-facts.ts';
import type { ProjectModel } from './project-model.ts';
import { compareVersions } from './version-range.ts';

export interface NamedVersion {
  readonly dependency: Dependency;
  readonly file: ConfigurationFile<undefined>;
  /** As written; absent if several versions are admitted. */
  readonly exact?: string;
}

/** The packages that packaging files, requirements and lock files name, lock files first. */
export function namedVersions(project: ProjectModel): NamedVersion[] {
  const files = new Map(configurationFiles(project).all.map((file) => [file.path, file]));
  const { fulfils } = projectFacts(project);
  const named = packaging(project).dependencies.flatMap((dependency): NamedVersion[] => {
    const file = files.get(dependency.file);
    // Metadata repeats what the files that it is made from say.
    if (file === undefined || /^(?:PKG-INFO|METADATA)$/.test(file.name)) return [];
    if (dependency.elsewhere === true || !fulfils(dependency.marker)) return [];
    const exact = exactVersion(dependency);
    return [{ dependency, file, ...(exact !== undefined && { exact }) }];
  });
  return named.filter((one) => !isIdle(one, named));
}

function exactVersion({ range }: Dependency): string | undefined {
  if (range?.lower === undefined || range.upper === undefined) return undefined;
  const { lower, upper } = range;
  const one = lower.inclusive && upper.inclusive && compareVersions(lower.version, upper.version) === 0;
  return one ? lower.version.text : undefined;
}

/** A constraint installs nothing by itself, and a range nothing where an exact version beside it is one of it. */
function isIdle({ dependency: { name }, file, exact }: NamedVersion, named: readonly NamedVersion[]): boolean {
  const others = named.filter((other) => other.dependency.name === name && other.file !== file);
  if (isConstraints(file)) return !others.some((other) => !isConstraints(other.file));
  if (exact !== undefined) return false;
  return others.some((other) => other.exact !== undefined && isNear(file.folder, other.file.folder));
}

function isConstraints({ name }: Pick<ConfigurationFile<undefined>, 'name'>): boolean {
  return /constraint/i.test(name);
}

/** One folder lies in the other. */
function isNear(a: string, b: string): boolean {
  return a.startsWith(b) || b.startsWith(a);
}
