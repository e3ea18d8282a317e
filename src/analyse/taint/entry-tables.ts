// What the models say of handlers, made ready for look-ups by name: decorators, methods, functions, registering calls. In: the models' entries.
// Out: tables by last name, and tests of names by an entry's patterns. Leaves alone: whether a function is meant (entry-points.ts).
import { madeOnce } from '../../base/made-once.ts';
import type { Engine } from '../interpreter/engine.ts';
import type { ApiEntry } from './api-models.ts';

/** Of the registrars whose names the checkout has. */
export function packagesOf(
  registrars: ReadonlyMap<string, readonly ApiEntry[]>,
  { project }: Engine,
): ReadonlyMap<number, ReadonlySet<string> | undefined> {
  const found = new Map<number, ReadonlySet<string> | undefined>();
  for (const [name, entries] of registrars) {
    const number = project.names.find(name);
    if (number === 0) continue;
    const types = entries.flatMap(({ entry }) => entry.on ?? entry.registrar ?? []);
    const isAnywhere = types.some((type) => type.startsWith('*'));
    found.set(number, isAnywhere ? undefined : new Set(types.map((type) => type.split('.', 1)[0]!)));
  }
  return found;
}

/** The entries by what they say of handlers. */
export const sortEntries = madeOnce((entries: readonly ApiEntry[]) => {
  const methods = entries.filter(({ entry }) => entry.method !== undefined);
  const methodsAnywhere = new Set(
    methods.filter(({ entry: { on } }) => on === undefined || on.some((type) => type.startsWith('*'))),
  );
  return {
    decorators: byLastName(entries, ({ entry }) => entry.decorator),
    methods: methods.filter((entry) => !methodsAnywhere.has(entry)),
    methodsAnywhere: [...methodsAnywhere],
    functions: byLastName(entries, ({ entry }) => entry.function),
    registrars: byLastName(entries, ({ entry }) => entry.registrar),
    anyFunction: entries.filter(({ entry }) => entry.function?.includes('*') === true),
  };
});

function byLastName(
  entries: readonly ApiEntry[],
  namesOf: (entry: ApiEntry) => readonly string[] | undefined,
): ReadonlyMap<string, readonly ApiEntry[]> {
  const map = new Map<string, ApiEntry[]>();
  for (const entry of entries) {
    for (const name of namesOf(entry) ?? []) {
      const last = name.slice(name.lastIndexOf('.') + 1);
      const list = map.get(last);
      if (list === undefined) map.set(last, [entry]);
      else list.push(entry);
    }
  }
  return map;
}

/** Numbers of `event|evt`, as far as the checkout has such names. */
export function numbersOf({ project }: Engine, names: string): number[] {
  return names
    .split('|')
    .map(project.names.find)
    .filter((name) => name !== 0);
}

/** `*` is every name but those of protocols, `on_*` each that begins so. */
export function fitsName(pattern: string, name: string): boolean {
  if (pattern === '*') return !name.startsWith('__');
  return pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
}
