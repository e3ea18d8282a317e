// A test of interned texts that looks at each distinct text of a run once. In: a test of text. Out: a test of numbers,
// cheap enough to ask for every string of every file.
import type { Names } from '../parse/lowered-tree.ts';

const UNSEEN = 0;
const FAILED = 1;
const PASSED = 2;

/** `passes` must depend on the text alone. Number 0, a text that is not kept, fails. */
export function createNameTest(names: Names, passes: (text: string) => boolean): (name: number) => boolean {
  let seen = new Uint8Array(names.size);
  return (name) => {
    if (name === 0) return false;
    if (name >= seen.length) {
      const larger = new Uint8Array(names.size);
      larger.set(seen);
      seen = larger;
    }
    if (seen[name] === UNSEEN) seen[name] = passes(names.text(name)) ? PASSED : FAILED;
    return seen[name] === PASSED;
  };
}
