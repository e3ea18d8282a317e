// Where untrusted data is worth following: in production code, and in test code that has handlers of its own or imports the request
// that a framework hands around. Tests call everything, and what they pass is theirs: a request that a test builds is no source.
import { madeOnce } from '../../base/made-once.ts';
import type { Module } from '../../model/module.ts';
import type { ApiModels } from './api-models.ts';
import type { EntryPoints } from './entry-points.ts';

/** Decides for a module. `entryPoints` is asked for only about test code that imports a package with sources. */
export function createFollowed(
  models: ApiModels,
  isTest: (module: Module) => boolean,
  entryPoints: () => EntryPoints,
): (module: Module) => boolean {
  const packages = packagesWithSources(models);
  const requests = requestsHandedAround(models);
  return (module) => {
    if (!isTest(module)) return true;
    const targets = module.importTargets();
    if (!targets.some((target) => packages.has(firstPart(target)))) return false;
    return targets.some((target) => requests.has(target)) || entryPoints().count(module) > 0;
  };
}

const packagesWithSources = madeOnce(
  (models: ApiModels): ReadonlySet<string> =>
    new Set(
      models.entries
        .filter(({ sources }) => sources.includes('remote'))
        .flatMap(({ entry }) => [
          ...(entry.on ?? []),
          ...(entry.attr ?? []),
          ...(entry.call ?? []),
          ...(entry.decorator ?? []),
        ])
        .filter((name) => name.includes('.') && !name.startsWith('*'))
        .map(firstPart),
    ),
);

/** Objects of frameworks that are the request wherever they are read: `flask.request`. */
const requestsHandedAround = madeOnce((models: ApiModels): ReadonlySet<string> => {
  const withSources = new Set(
    models.entries.filter(({ sources }) => sources.includes('remote')).flatMap(({ entry }) => entry.on ?? []),
  );
  return new Set(
    models.entries.flatMap(({ entry: { attr, on, returns } }) =>
      on === undefined && returns !== undefined && withSources.has(returns) ? (attr ?? []) : [],
    ),
  );
});

function firstPart(name: string): string {
  return name.split('.', 1)[0]!;
}
