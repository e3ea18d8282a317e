// Where untrusted data is worth following: in production code, and in test code that itself knows a framework with sources. Tests
// call everything, and what they pass is theirs.
import type { Module } from '../../model/module.ts';
import type { ApiModels } from './api-models.ts';

/** Decides for a module. */
export function createFollowed(models: ApiModels, isTest: (module: Module) => boolean): (module: Module) => boolean {
  const packages = new Set(
    models.entries
      .filter(({ sources }) => sources.includes('remote'))
      .flatMap(({ entry }) => [
        ...(entry.on ?? []),
        ...(entry.attr ?? []),
        ...(entry.call ?? []),
        ...(entry.decorator ?? []),
      ])
      .filter((name) => name.includes('.') && !name.startsWith('*'))
      .map((name) => name.split('.', 1)[0]!),
  );
  return (module) => !isTest(module) || module.importTargets().some((target) => packages.has(target.split('.', 1)[0]!));
}
