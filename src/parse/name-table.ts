// Interned texts of a whole run. Every parser numbers the texts it meets; here those numbers become one numbering.
// Numbers depend on the order in which files arrive, so nothing may ever be ordered by them.
import type { Names } from './lowered-tree.ts';

export class NameTable implements Names {
  readonly #texts: string[] = [''];
  readonly #numbers = new Map<string, number>();

  text = (name: number): string => this.#texts[name] ?? '';

  find = (text: string): number => this.#numbers.get(text) ?? 0;

  get size(): number {
    return this.#texts.length;
  }

  /** Number of a text; the same for the same text. */
  intern(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    const number = this.#texts.length;
    this.#texts.push(text);
    this.#numbers.set(text, number);
    return number;
  }
}

/** Maps the numbers of one parser instance to those of a NameTable. */
export class NameMapping {
  #map: Uint32Array = new Uint32Array(4096);
  #count = 1;
  readonly #names: NameTable;

  constructor(names: NameTable) {
    this.#names = names;
  }

  /** Takes the texts that the parser met since the last call, in its order. Returns the mapping for its files so far. */
  add(texts: readonly string[]): Uint32Array {
    if (this.#count + texts.length > this.#map.length) {
      const larger = new Uint32Array((this.#count + texts.length) * 2);
      larger.set(this.#map);
      this.#map = larger;
    }
    for (const text of texts) this.#map[this.#count++] = this.#names.intern(text);
    return this.#map;
  }
}
