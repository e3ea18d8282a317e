// The framework models that hold for a project: entries that end with a version of their library, or ask that none is named.
import { madeOnce } from '../base/made-once.ts';
import type { ModelEntry } from '../rules/model-schema.ts';
import type { Knowledge } from './knowledge.ts';

/**
 * Entries for library versions that the project allows. Of the same models and the same versions they are the same object, so that what is
 * made of them need not be made again.
 */
export function modelsInForce(models: readonly ModelEntry[], knowledge: Knowledge): readonly ModelEntry[] {
  const { versioned, without } = choices(models);
  const gone = versioned.filter((entry) => !holds(entry, knowledge));
  if (gone.length === 0) return models;
  const key = gone.map((entry) => versioned.indexOf(entry)).join();
  let left = without.get(key);
  if (left === undefined) {
    const out = new Set(gone);
    without.set(key, (left = models.filter((entry) => !out.has(entry))));
  }
  return left;
}

/** Entries that hang on a version, and what is left without some of them. */
const choices = madeOnce((models: readonly ModelEntry[]) => ({
  versioned: models.filter(({ before, undeclared }) => before !== undefined || undeclared === true),
  without: new Map<string, readonly ModelEntry[]>(),
}));

/** Whether the library versions that the project allows include one in which the entry holds. */
function holds(entry: ModelEntry, { facts }: Knowledge): boolean {
  const name = (entry.on ?? entry.call ?? entry.attr ?? [''])[0]!.split('.', 1)[0]!;
  const floor = facts.distribution(name);
  if (entry.undeclared === true) return floor === undefined;
  // Undeclared means the newest version, in which what ended before is gone.
  return entry.before === undefined || (floor !== undefined && floor.admitsBelow(entry.before));
}
