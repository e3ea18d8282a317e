// Which Python and which versions of libraries a project admits (design.md §3, "Project facts").
// In: packaging files. Out: answers for rules that depend on a version; what is unknown is the newest major version.
import type { Problem } from '../base/problem.ts';
import { configurationFiles } from './configuration-files.ts';
import { distributionOf } from './import-names.ts';
import type { Dependency } from './packaging.ts';
import { normalName, packaging } from './packaging.ts';
import type { ProjectModel } from './project-model.ts';
import type { Version, VersionRange } from './version-range.ts';
import {
  admitsBelow,
  anyVersion,
  compareVersions,
  intersect,
  isEmpty,
  readRange,
  readVersion,
  staysBelow,
  union,
} from './version-range.ts';

export interface Floor {
  /** The lowest admitted version, as written; absent if nothing bounds it from below. */
  readonly min?: string;
  /**
   * True if a version earlier than this one is admitted. A requirement without any constraint admits none: what gets
   * installed then is the newest. Throws on a text that is no version (a bug of the caller).
   */
  readonly admitsBelow: (version: string) => boolean;
  /** True if every admitted version is earlier than this one. Throws likewise. */
  readonly staysBelow: (version: string) => boolean;
}

export interface ProjectFacts {
  /** Undefined if nothing says which Python: the newest. */
  readonly requiresPython: Floor | undefined;
  /** Undefined if the library is not declared: its newest major version. Names in any spelling. */
  readonly floor: (name: string) => Floor | undefined;
  /** True if a requirement, of whatever group, or a lock file names the library. */
  readonly declared: (name: string) => boolean;
  /** The floor of the distribution that a top-level module comes from: `yaml` is PyYAML's. */
  readonly distribution: (module: string) => Floor | undefined;
  /** Every Python the project admits satisfies a bound, `>=3.10` or `<3.12`. Unknown is the newest. */
  readonly pythonSatisfies: (bound: string) => boolean;
  /** The same for a library: `PyYAML>=6`. */
  readonly dependencySatisfies: (requirement: string) => boolean;
  /** False for an environment marker that no Python of the project fulfils. */
  readonly fulfils: (marker: string) => boolean;
  readonly problems: readonly Problem[];
}

const cache = new WeakMap<ProjectModel, ProjectFacts>();

/** Facts of a project; read once. */
export function projectFacts(project: ProjectModel): ProjectFacts {
  let facts = cache.get(project);
  if (facts === undefined) cache.set(project, (facts = readFacts(project)));
  return facts;
}

function readFacts(project: ProjectModel): ProjectFacts {
  const { files, dependencies, otherPython } = packaging(project);
  // The outermost file that says it counts; beside each other pyproject.toml before setup.cfg, setup.py and metadata.
  const written = files.find((file) => file.requiresPython !== undefined)?.requiresPython;
  const python =
    written !== undefined
      ? readRange(written)
      : otherPython.length > 0
        ? readRange(otherPython[0]!.text, 'poetry')
        : undefined;
  const byName = new Map<string, Dependency[]>();
  for (const dependency of dependencies) {
    const list = byName.get(dependency.name);
    if (list === undefined) byName.set(dependency.name, [dependency]);
    else list.push(dependency);
  }
  const requiresPython = python === undefined ? undefined : toFloor(python);
  const floor = (name: string): Floor | undefined => {
    const declarations = byName.get(normalName(name));
    return declarations === undefined ? undefined : toFloor(rangeOf(declarations, python));
  };
  return {
    requiresPython,
    floor,
    distribution: (module) => floor(distributionOf(module)),
    pythonSatisfies: (bound) => satisfies(requiresPython, bound),
    dependencySatisfies: (requirement) => {
      const match = /^([\w.-]+?)\s*((?:>=|<).*)$/.exec(requirement);
      if (match === null) throw new Error(`not a requirement: ${requirement}`);
      return satisfies(floor(match[1]!), match[2]!);
    },
    fulfils: (marker) => appliesTo(marker, python),
    declared: (name) => byName.has(normalName(name)),
    problems: configurationFiles(project).problems,
  };
}

/**
 * What all declarations of one library admit together. A lock file says what is installed, so it wins. Otherwise the
 * declarations hold together, as they do for whoever installs the project with its requirement files; if they
 * contradict each other they are of different environments, and the lowest counts.
 */
function rangeOf(declarations: readonly Dependency[], python: VersionRange | undefined): VersionRange {
  const locked = declarations.filter((item) => item.locked);
  const active = (locked.length > 0 ? locked : declarations).filter((item) => appliesTo(item.marker, python));
  // A constraint that cannot be read says as much as none.
  const ranges = active.map((item) => item.range ?? anyVersion);
  if (ranges.length === 0) return anyVersion;
  const together = ranges.reduce(intersect);
  return locked.length > 0 || isEmpty(together) ? ranges.reduce(union) : together;
}

/** False for a marker that only an older Python than the project's (unknown: the newest) fulfils: `python_version < "3.8"`. */
function appliesTo(marker: string, python: VersionRange | undefined): boolean {
  if (/\sor\s|\([^)]*\sand\s/.test(marker)) return true;
  return marker.split(/\sand\s/).every((part) => mayHold(part.trim(), python));
}

function mayHold(marker: string, python: VersionRange | undefined): boolean {
  const match = /^\(?\s*python(?:_full)?_version\s*(<=?|==)\s*["']([\d.]+)(?:\.\*)?["']\s*\)?$/.exec(marker);
  if (match === null) return true;
  const limit = readVersion(match[2]!);
  if (limit === undefined) return true;
  if (python?.lower === undefined) return false;
  const difference = compareVersions(python.lower.version, limit);
  return match[1] === '<' ? difference < 0 : difference <= 0;
}

function satisfies(floor: Floor | undefined, bound: string): boolean {
  const match = /^(>=|<)\s*(\S+)$/.exec(bound);
  if (match === null) throw new Error(`not a version bound: ${bound}`);
  if (match[1] === '<') return floor !== undefined && floor.staysBelow(match[2]!);
  return floor === undefined || !floor.admitsBelow(match[2]!);
}

function toFloor(range: VersionRange): Floor {
  const bounded = range.lower !== undefined || range.upper !== undefined;
  return {
    ...(range.lower === undefined ? {} : { min: range.lower.version.text }),
    admitsBelow: (text) => bounded && admitsBelow(range, parsed(text)),
    staysBelow: (text) => staysBelow(range, parsed(text)),
  };
}

function parsed(text: string): Version {
  const version = readVersion(text);
  if (version === undefined) throw new Error(`not a version: ${text}`);
  return version;
}
