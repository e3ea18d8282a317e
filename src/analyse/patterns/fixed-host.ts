// Whether every URL that a pattern admits lies on hosts that the pattern names. In: a pattern that is tried from the beginning. Out: yes,
// or not sure. Leaves alone: what comes behind the host, and whether the pattern covers the whole text.
import { digits, includes, single, union, wordCharacters } from './character-set.ts';
import type { Pattern } from './parse-pattern.ts';
import type { Atom } from './ways-through.ts';
import { waysThrough } from './ways-through.ts';

const hostSigns = union(wordCharacters, single(45), single(46));
const portSigns = union(digits, single(58));
// What ends the host in a URL.
const endsHost = /^[/?#]$/;
// Stands for a set of characters in what is written out.
const SOME = '\u0000';

/**
 * True where each text that the pattern matches at its beginning is `scheme://host` with a host that the pattern spells out, or with labels of
 * its choice before a domain that it spells out (`[a-z]+\.example\.com`), and `/`, `?` or `#` behind it; `isWhole`: or nothing behind it.
 */
export function fixesHost(tree: Pattern, isWhole: boolean): boolean {
  return waysThrough(tree).every((atoms) => isFixed(atoms, isWhole));
}

function isFixed(atoms: readonly Atom[], isWhole: boolean): boolean {
  const scheme = /^[a-z][a-z0-9+.-]*:\/\//i.exec(written(atoms));
  if (scheme === null) return false;
  const from = scheme[0].length;
  const length = atoms.slice(from).findIndex(({ character }) => character !== undefined && endsHost.test(character));
  if (length < 0 && !isWhole) return false;
  const host = withoutPort(length < 0 ? atoms.slice(from) : atoms.slice(from, from + length));
  if (host.length === 0 || !host.every(({ set }) => includes(hostSigns, set))) return false;
  const name = written(host);
  return !name.includes(SOME) || /(?:\.[a-z0-9-]+){2,}$/i.test(name);
}

function written(atoms: readonly Atom[]): string {
  return atoms.map(({ character }) => character ?? SOME).join('');
}

function withoutPort(atoms: readonly Atom[]): readonly Atom[] {
  const end = atoms.findIndex(({ character }, i) => i > 0 && character === ':');
  return end < 0 || !atoms.slice(end).every(({ set }) => includes(portSigns, set)) ? atoms : atoms.slice(0, end);
}
