// Where names are mentioned in a checkout, as numbers: a large checkout has half a million mentions of names that functions have.
import type { Module } from '../../model/module.ts';
import type { Mention } from './mention.ts';

const FIRST_ROOM = 4096;

/** Mentions by the name's number. Filled once, then closed. */
export class MentionTable {
  readonly #modules: readonly Module[];
  /** While it is filled: name, module and node one after the other, in the order of the files. Then module and node, by name. */
  #rows = new Int32Array(FIRST_ROOM * 3);
  #size = 0;
  readonly #starts = new Map<number, number>();
  readonly #counts = new Map<number, number>();

  constructor(modules: readonly Module[]) {
    this.#modules = modules;
  }

  /** Notes that a name is mentioned at a node of a module; `asTable` where it stands for what it holds. */
  add(name: number, module: number, node: number, asTable: boolean): void {
    if (this.#size === this.#rows.length) {
      const larger = new Int32Array(this.#rows.length * 2);
      larger.set(this.#rows);
      this.#rows = larger;
    }
    this.#rows[this.#size++] = name;
    this.#rows[this.#size++] = module;
    this.#rows[this.#size++] = asTable ? -1 - node : node;
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
  }

  /** Sorts by name; the order of the files stays. */
  close(): void {
    let start = 0;
    const next = new Map<number, number>();
    for (const [name, count] of this.#counts) {
      this.#starts.set(name, start);
      next.set(name, start);
      start += count;
    }
    const sorted = new Int32Array(start * 2);
    for (let row = 0; row < this.#size; row += 3) {
      const name = this.#rows[row]!;
      const place = next.get(name)!;
      next.set(name, place + 1);
      sorted[place * 2] = this.#rows[row + 1]!;
      sorted[place * 2 + 1] = this.#rows[row + 2]!;
    }
    this.#rows = sorted;
  }

  /** Numbers of the mentions of a name. */
  of(name: number): number[] {
    const start = this.#starts.get(name);
    return start === undefined ? [] : Array.from({ length: this.#counts.get(name)! }, (_, index) => start + index);
  }

  /** The module of a mention. */
  moduleOf(mention: number): Module {
    return this.#modules[this.#rows[mention * 2]!]!;
  }

  /** A mention; its node is -1 where the name stands for a table. */
  at(mention: number): Mention {
    const module = this.moduleOf(mention);
    const node = this.#rows[mention * 2 + 1]!;
    return node < 0
      ? { module, around: module.functionAround(-1 - node), node: -1 }
      : { module, around: module.functionAround(node), node };
  }
}
