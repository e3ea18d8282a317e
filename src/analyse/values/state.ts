// What is known at one point of a program: the value of each variable, and what each heap object holds.
// States are copied at every branch, so a copy shares its maps until one side writes.
import type { HeapObject } from './held.ts';
import { changeHeld } from './held.ts';
import type { KindSet } from './kind-set.ts';
import type { Credit, Given } from './taint.ts';
import type { Value } from './value.ts';
import { changeValue, joinObjects, joinValues, sameValue } from './value.ts';

/** What an expression, or a parameter, has been checked for. */
export interface Guarded {
  readonly kinds: KindSet;
  readonly credit: Credit;
  /** It holds only where a caller passes this. */
  readonly given?: readonly Given[];
}

const noGuards: ReadonlyMap<string, Guarded> = new Map();

export class State {
  /** False after return, raise, break or continue, and in a branch that cannot be taken. */
  reachable = true;
  #variables: Map<number, Value> = new Map();
  #heap: Map<number, HeapObject> = new Map();
  #ownsVariables = true;
  #ownsHeap = true;
  #guards: ReadonlyMap<string, Guarded> = noGuards;

  get variables(): ReadonlyMap<number, Value> {
    return this.#variables;
  }

  get heap(): ReadonlyMap<number, HeapObject> {
    return this.#heap;
  }

  /** By an expression's text or a parameter (`#` and its text). */
  get guards(): ReadonlyMap<string, Guarded> {
    return this.#guards;
  }

  setGuard(key: string, guarded: Guarded): void {
    const known = this.#guards.get(key);
    if (known !== undefined && (known.kinds | guarded.kinds) === known.kinds) return;
    this.#guards = new Map(this.#guards).set(key, known === undefined ? guarded : bothGuards(known, guarded));
  }

  /** Forgets what expressions were checked for that begin with a name. */
  dropGuards(name: string): void {
    if (this.#guards.size === 0) return;
    const kept = [...this.#guards].filter(
      ([key]) => key !== name && !(key.startsWith(name) && /^[.[(]/.test(key.slice(name.length))),
    );
    if (kept.length < this.#guards.size) this.#guards = new Map(kept);
  }

  setVariable(name: number, value: Value): void {
    this.#ownVariables().set(name, value);
  }

  deleteVariable(name: number): void {
    if (this.#variables.has(name)) this.#ownVariables().delete(name);
  }

  setObject(id: number, object: HeapObject): void {
    if (!this.#ownsHeap) {
      this.#heap = new Map(this.#heap);
      this.#ownsHeap = true;
    }
    this.#heap.set(id, object);
  }

  /** The same state, to be changed on its own. */
  copy(): State {
    const copy = new State();
    copy.become(this);
    return copy;
  }

  /** Takes over what another state knows. */
  become(other: State): void {
    if (other === this) return;
    this.reachable = other.reachable;
    this.takeVariables(other);
    this.#heap = other.#heap;
    this.#ownsHeap = other.#ownsHeap = false;
    this.#guards = other.#guards;
  }

  /** Takes over another state's variables and keeps its own heap: leaving a class body. */
  takeVariables(other: State): void {
    this.#variables = other.#variables;
    this.#ownsVariables = other.#ownsVariables = false;
  }

  /** What is known where this and another way meet. A variable bound on one way only keeps that value: elsewhere it would raise. */
  join(other: State): State {
    if (!this.reachable) return other.copy();
    const joined = this.copy();
    if (!other.reachable) return joined;
    if (other.#variables !== this.#variables) {
      for (const [name, value] of other.#variables) {
        const known = joined.#variables.get(name);
        if (known === value) continue;
        joined.setVariable(name, known === undefined ? value : joinValues(known, value));
      }
    }
    if (other.#heap !== this.#heap) {
      for (const [id, object] of other.#heap) {
        const known = joined.#heap.get(id);
        if (known === object) continue;
        joined.setObject(id, known === undefined ? object : joinObjects(known, object));
      }
    }
    joined.#guards = joinGuards(this.#guards, other.#guards);
    return joined;
  }

  /** This state without the constants that differ from an earlier one: they would go on changing. */
  widen(earlier: State): State {
    const wide = this.copy();
    for (const [name, value] of this.#variables) {
      const before = earlier.#variables.get(name);
      if (before === undefined || !sameValue(before, value)) wide.setVariable(name, widenValue(value));
    }
    for (const [id, object] of this.#heap) {
      const before = earlier.#heap.get(id);
      if (before === undefined || !sameObject(before, object)) wide.setObject(id, widenObject(object));
    }
    return wide;
  }

  /** This state with lists that grew since an earlier one known by their elements alone: they would go on growing. */
  widenLists(earlier: State): State {
    if (this.#heap === earlier.#heap) return this;
    const wide = this.copy();
    for (const [id, object] of this.#heap) {
      const size = earlier.#heap.get(id)?.entries.size;
      const hasGrown =
        size !== undefined && object.kind !== 'dict' && object.kind !== 'instance' && object.entries.size > size;
      if (hasGrown) wide.setObject(id, widenObject(object));
    }
    return wide;
  }

  /**
   * Nothing differs from an earlier state, of which this is a join, that another round of a loop could learn from. Only variables that are
   * `read` before a round sets them count; not those that are only `filled`, and what they hold.
   */
  tellsNothingNew(
    earlier: State,
    { read, filled }: { readonly read: ReadonlySet<number>; readonly filled: ReadonlySet<number> },
  ): boolean {
    if (this.reachable !== earlier.reachable) return false;
    if (this.#variables !== earlier.#variables) {
      for (const name of read) {
        const value = this.#variables.get(name);
        const before = earlier.#variables.get(name);
        if (value !== before && (value === undefined || before === undefined || !sameValue(before, value)))
          return false;
      }
    }
    if (this.#heap !== earlier.#heap) {
      let unseen: Set<number> | undefined;
      for (const [id, object] of this.#heap) {
        const before = earlier.#heap.get(id);
        if (before === undefined || sameObject(before, object)) continue;
        unseen ??= this.#heldOnlyBy(filled, read);
        if (!unseen.has(id)) return false;
      }
    }
    return (
      this.#guards === earlier.#guards ||
      sameEntries(this.#guards, earlier.#guards, (a: Guarded, b: Guarded) => a.kinds === b.kinds)
    );
  }

  /** Objects that are some of the variables and none of the others. */
  #heldOnlyBy(some: ReadonlySet<number>, others: ReadonlySet<number>): Set<number> {
    const found = new Set<number>();
    for (const name of some) for (const id of this.#variables.get(name)?.objects ?? []) found.add(id);
    for (const name of others) for (const id of this.#variables.get(name)?.objects ?? []) found.delete(id);
    return found;
  }

  #ownVariables(): Map<number, Value> {
    if (!this.#ownsVariables) {
      this.#variables = new Map(this.#variables);
      this.#ownsVariables = true;
    }
    return this.#variables;
  }
}

/** Two things that have been checked of the same value: together they hold where what both need is so. */
export function bothGuards(a: Guarded, b: Guarded): Guarded {
  return { ...(a.given === undefined ? b : a), ...givenOf(a, b), kinds: a.kinds | b.kinds };
}

function givenOf(a: Guarded, b: Guarded): Pick<Guarded, 'given'> {
  if (b.given === undefined || a.given === b.given) return a.given === undefined ? {} : { given: a.given };
  const known = a.given ?? [];
  const more = b.given.filter(
    (one) => !known.some(({ parameter, test }) => parameter === one.parameter && test === one.test),
  );
  return { given: more.length === 0 ? known : [...known, ...more] };
}

/** What holds on both ways. */
export function joinGuards(
  a: ReadonlyMap<string, Guarded>,
  b: ReadonlyMap<string, Guarded>,
): ReadonlyMap<string, Guarded> {
  if (a === b) return a;
  if (a.size === 0 || b.size === 0) return noGuards;
  const joined = new Map<string, Guarded>();
  for (const [key, guarded] of a) {
    const other = b.get(key);
    const kinds = guarded.kinds & (other?.kinds ?? 0n);
    if (other === undefined || kinds === 0n) continue;
    const same = kinds === guarded.kinds && guarded.given === other.given;
    joined.set(key, same ? guarded : { ...guarded, ...givenOf(guarded, other), kinds });
  }
  return joined;
}

/** Join of the states at which several ways end; at least one is given. */
export function joinAll(states: readonly State[]): State {
  return states.reduce((joined, state) => joined.join(state));
}

function widenValue(value: Value): Value {
  return value.constants === undefined && value.text === undefined
    ? value
    : changeValue(value, { constants: undefined, text: undefined });
}

/** Of a list that grows only what its elements are is kept; of a dict its keys. */
function widenObject(object: HeapObject): HeapObject {
  if (object.kind === 'dict' || object.kind === 'instance') {
    const entries = new Map([...object.entries].map(([key, value]) => [key, widenValue(value)]));
    return changeHeld(object, { entries });
  }
  let rest = object.rest;
  for (const value of object.entries.values()) rest = rest === undefined ? value : joinValues(rest, value);
  return changeHeld(object, { entries: new Map(), rest });
}

function sameObject(a: HeapObject, b: HeapObject): boolean {
  return a === b || sameEntries(a.entries, b.entries, sameValue);
}

function sameEntries<K, V>(a: ReadonlyMap<K, V>, b: ReadonlyMap<K, V>, same: (x: V, y: V) => boolean): boolean {
  if (a.size !== b.size) return false;
  for (const [key, value] of a) {
    const other = b.get(key);
    if (other === undefined || !same(value, other)) return false;
  }
  return true;
}
