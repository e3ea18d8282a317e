// The framework models as the interpreter asks them: by the qualified name of a call, attribute or handler.
// In: the entries of all models and what is known of versions. Out: lookups. Leaves alone: values.
import { madeOnce } from '../../base/made-once.ts';
import type { SinkKind, SourceKind } from '../../rules/kinds.ts';
import type { ModelEntry } from '../../rules/model-schema.ts';
import type { KindSet } from '../values/kind-set.ts';
import { kindSet, noKinds } from '../values/kind-set.ts';
import type { CleanableKind } from '../values/kind-set.ts';

/** An entry with its kinds taken apart. */
export interface ApiEntry {
  readonly entry: ModelEntry;
  readonly sources: readonly SourceKind[];
  readonly sinks: readonly SinkKind[];
  readonly sanitizes: KindSet;
  readonly guards: KindSet;
  readonly propagates: boolean;
  /** The argument that is meant, as `argumentOf` reads it; undefined if the entry names none. */
  readonly argument: string | undefined;
}

export class ApiModels {
  readonly entries: readonly ApiEntry[];
  readonly #calls = new Map<string, ApiEntry[]>();
  readonly #attributes = new Map<string, ApiEntry[]>();
  readonly #assigned = new Map<string, ApiEntry[]>();
  readonly #items = new Map<string, ApiEntry[]>();
  readonly #types = new Map<string, string>();
  /** Of calls that call their first argument at once: the type of what they hand to it first. */
  readonly #handed = new Map<string, string>();
  /** Last names of calls on receivers of any type: `execute`. */
  readonly #anywhere = new Set<string>();
  /** Types of which attributes or methods are sources. */
  readonly #bearers = new Set<string>();
  readonly #names = new Set<string>();

  constructor(entries: readonly ModelEntry[]) {
    this.entries = entries.map(prepare);
    for (const prepared of this.entries) {
      const { entry } = prepared;
      for (const name of [entry.returns, ...(entry.on ?? []), ...(entry.decorator ?? []), ...(entry.registrar ?? [])])
        if (name?.includes('.') === true) this.#names.add(name);
      index(this.#calls, entry.call, entry.on, prepared);
      index(this.#attributes, entry.attr, entry.on, prepared);
      index(this.#assigned, entry.assign, entry.on, prepared);
      index(this.#items, entry.item, entry.on, prepared);
      // A transaction goes to the function and then what else was given: `session.execute_read(find, name)`.
      if (entry.registrar !== undefined && entry.arg === 0 && entry.param === 0 && entry.returns !== undefined) {
        for (const owner of entry.on ?? [])
          for (const name of entry.registrar) this.#handed.set(`${owner}.${name}`, entry.returns);
      }
      if (
        entry.call !== undefined &&
        entry.on === undefined &&
        entry.returns !== undefined &&
        entry.where === undefined
      )
        for (const name of entry.call) this.#types.set(name, entry.returns);
      if (prepared.sources.length > 0 && (entry.attr ?? entry.call) !== undefined)
        for (const owner of entry.on ?? []) this.#bearers.add(owner);
      if (entry.on?.some((owner) => owner === '*' || owner.startsWith('*.')) === true)
        for (const name of entry.call ?? []) this.#anywhere.add(name);
    }
  }

  /** What is said of a function, class or method, `sqlite3.Cursor.execute`; `*.execute` of a method of whatever type. */
  call(name: string): readonly ApiEntry[] | undefined {
    return this.#calls.get(name);
  }

  /** What is said of an attribute, `flask.Request.args`, or of an object, `flask.request`. */
  attribute(name: string): readonly ApiEntry[] | undefined {
    return this.#attributes.get(name);
  }

  assigned(name: string): readonly ApiEntry[] | undefined {
    return this.#assigned.get(name);
  }

  item(name: string): readonly ApiEntry[] | undefined {
    return this.#items.get(name);
  }

  /** Type that a function or method returns whatever it is given. */
  returns(name: string): string | undefined {
    return this.#calls
      .get(name)
      ?.find(({ entry }) => entry.returns !== undefined && entry.returns !== 'self' && entry.where === undefined)?.entry
      .returns;
  }

  /** The one name of a class that can be imported under several. */
  canonical(type: string): string {
    return this.#types.get(type) ?? type;
  }

  /** Type of what a call hands to its first argument, a function, before the other arguments. */
  firstHanded(name: string): string | undefined {
    return this.#handed.get(name);
  }

  /** Names with a package in front: of functions, methods and classes. */
  *names(): Iterable<string> {
    for (const name of this.#calls.keys()) if (name.includes('.')) yield name;
    yield* this.#names;
  }

  /** Some attribute or method of the type is a source. */
  isBearer(type: string): boolean {
    return this.#bearers.has(type);
  }

  /** What makes harmless what it is given, or its object, by its name alone: `quote_ident`, `model_dump`. */
  cleanedAnywhere(method: string): readonly ApiEntry[] {
    const entries = this.#anywhere.has(method) ? this.#calls.get(`*.${method}`) : undefined;
    return entries?.filter(({ sanitizes }) => sanitizes !== noKinds) ?? [];
  }

  isSinkAnywhere(method: string): boolean {
    return this.#anywhere.has(method);
  }
}

/** The models of these entries; indexing thousands of them takes longer than a small project. */
export const apiModels = madeOnce((entries: readonly ModelEntry[]) => new ApiModels(entries));

function index(
  map: Map<string, ApiEntry[]>,
  names: readonly string[] | undefined,
  owners: readonly string[] | undefined,
  entry: ApiEntry,
): void {
  for (const name of names ?? []) {
    for (const owner of owners ?? ['']) {
      const qualified = owner === '' ? name : `${owner}.${name}`;
      const list = map.get(qualified);
      if (list === undefined) map.set(qualified, [entry]);
      else list.push(entry);
    }
  }
}

function prepare(entry: ModelEntry): ApiEntry {
  const sources: SourceKind[] = [];
  const sinks: SinkKind[] = [];
  let sanitizes = noKinds;
  let guards = noKinds;
  let propagates = false;
  for (const kind of entry.kind ?? []) {
    const [role, name] = kind.split(':') as [string, string | undefined];
    if (role === 'source') sources.push(name as SourceKind);
    else if (role === 'sink') sinks.push(name as SinkKind);
    else if (role === 'sanitizer') sanitizes |= kindSet(name as CleanableKind);
    else if (role === 'guard') guards |= kindSet(name as CleanableKind);
    else propagates = true;
  }
  const argument = entry.arg === undefined ? undefined : String(entry.arg);
  return { entry, sources, sinks, sanitizes, guards, propagates, argument };
}
