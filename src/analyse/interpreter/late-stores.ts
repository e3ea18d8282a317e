// Untrusted data that a function puts into a global variable or a class attribute: `global last; last = x`, `cls.region = x`. Others
// may have read it before it was known; their modules are evaluated once more. In: stores as they are seen. Out: their join.
import type { HeapObject } from '../values/held.ts';
import { makeHeld } from '../values/held.ts';
import type { Module } from '../../model/module.ts';
import { outside } from '../taint/leaving.ts';
import { isTainted } from '../values/taint.ts';
import type { Value } from '../values/value.ts';
import { changeValue, joinValues, unknown } from '../values/value.ts';
import type { Frame } from './frame.ts';

interface Stored {
  readonly name: number;
  readonly key: string;
  readonly kind: HeapObject['kind'];
  readonly value: Value;
  /** Marks of the value and of what it holds. */
  readonly marks: number;
}

export class LateStores {
  readonly #values = new Map<Module, Map<string, Value>>();
  readonly #entries = new Map<Module, Map<string, Stored>>();
  /** Modules in which something new was stored since the last `takeChanged`. */
  #changed = new Set<Module>();

  /** Notes a store into a global variable; clean values say nothing. */
  storeGlobal(module: Module, name: number, value: Value): void {
    this.#store(module, `${name}`, value);
  }

  /** Notes what a function puts into a container at the top level of a module. */
  storeEntry(frame: Frame, module: Module, name: number, held: HeapObject): void {
    for (const [key, value] of [...held.entries, ...(held.rest === undefined ? [] : [['', held.rest] as const])]) {
      const stored = outside(frame.export(value));
      const { taint } = frame.whole(stored);
      if (!isTainted(taint)) continue;
      let ofModule = this.#entries.get(module);
      if (ofModule === undefined) this.#entries.set(module, (ofModule = new Map<string, Stored>()));
      const place = `${name}[${key}`;
      const before = ofModule.get(place);
      if (before?.marks === taint.marks.length) continue;
      const joined = before === undefined ? stored : joinValues(before.value, stored);
      const marks = frame.whole(joined).taint?.marks.length ?? 0;
      if (before?.marks === marks) continue;
      ofModule.set(place, { name, key, kind: held.kind, value: joined, marks });
      this.#changed.add(module);
    }
  }

  storeClass(module: Module, index: number, name: string, value: Value): void {
    this.#store(module, `${index}.${name}`, value);
  }

  ofModule(module: Module, name: number): Value | undefined {
    let found = this.#values.get(module)?.get(`${name}`);
    for (const entry of this.#entries.get(module)?.values() ?? []) {
      if (entry.name !== name) continue;
      const isRest = entry.key === '';
      const held: HeapObject = makeHeld(
        entry.kind,
        new Map(isRest ? [] : [[entry.key, entry.value]]),
        isRest ? entry.value : undefined,
      );
      const value: Value = changeValue(unknown, { held });
      found = found === undefined ? value : joinValues(found, value);
    }
    return found;
  }

  ofClass(module: Module, index: number, name: string): Value | undefined {
    return this.#values.get(module)?.get(`${index}.${name}`);
  }

  /** The modules with something new, once. */
  takeChanged(): Module[] {
    const changed = [...this.#changed];
    this.#changed = new Set();
    return changed;
  }

  #store(module: Module, key: string, value: Value): void {
    if (!isTainted(value.taint)) return;
    const stored = outside(value);
    if (!isTainted(stored.taint)) return;
    let ofModule = this.#values.get(module);
    if (ofModule === undefined) this.#values.set(module, (ofModule = new Map<string, Value>()));
    const before = ofModule.get(key);
    if (before !== undefined && before.taint?.marks.length === stored.taint.marks.length) return;
    ofModule.set(key, before === undefined ? stored : joinValues(before, stored));
    this.#changed.add(module);
  }
}
