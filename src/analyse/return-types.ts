// What functions and methods outside the checkout return, by the framework models.
import type { ModelEntry } from '../rules/model-schema.ts';
import type { Knowledge } from './knowledge.ts';

/** `sqlite3.connect` to `sqlite3.Connection`, `sqlite3.Connection.cursor` to `sqlite3.Cursor`. */
export function returnTypes(models: readonly ModelEntry[], knowledge: Knowledge): ReadonlyMap<string, string> {
  const types = new Map<string, string>();
  for (const entry of models) {
    if (entry.returns === undefined || !holds(entry, knowledge)) continue;
    for (const name of [...(entry.call ?? []), ...(entry.attr ?? [])]) {
      for (const owner of entry.on ?? ['']) types.set(owner === '' ? name : `${owner}.${name}`, entry.returns);
    }
  }
  return types;
}

/** Whether the library versions that the project allows include one in which the entry holds. */
function holds(entry: ModelEntry, { facts }: Knowledge): boolean {
  if (entry.since === undefined && entry.before === undefined) return true;
  const name = (entry.call ?? entry.attr ?? [''])[0]!.split('.', 1)[0]!;
  const floor = facts.distribution(name);
  // Undeclared means the newest version, in which what ended before is gone.
  return entry.before === undefined || (floor !== undefined && floor.admitsBelow(entry.before));
}
