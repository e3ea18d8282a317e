// The framework models that hold for a project: entries that end or begin with a version of their library.
import type { ModelEntry } from '../rules/model-schema.ts';
import type { Knowledge } from './knowledge.ts';

/** Entries for library versions that the project allows. */
export function modelsInForce(models: readonly ModelEntry[], knowledge: Knowledge): ModelEntry[] {
  return models.filter((entry) => holds(entry, knowledge));
}

/** Whether the library versions that the project allows include one in which the entry holds. */
function holds(entry: ModelEntry, { facts }: Knowledge): boolean {
  if (entry.since === undefined && entry.before === undefined) return true;
  const name = (entry.on ?? entry.call ?? entry.attr ?? [''])[0]!.split('.', 1)[0]!;
  const floor = facts.distribution(name);
  // Undeclared means the newest version, in which what ended before is gone.
  return entry.before === undefined || (floor !== undefined && floor.admitsBelow(entry.before));
}
