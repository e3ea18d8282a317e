// Regular expressions that somebody else wrote and that are matched against texts somebody else wrote. In: a pattern. Out: why it may
// take too long, if it may. A pattern without `*`, `+` and `{n,}` whose bounds are small takes a time that grows with the text alone.

/** How often a pattern may try again at one place of a text. */
const MOST_TRIES = 10_000;

let bounded = false;

/** Reads with every pattern of a schema held to that. */
export function withBoundedPatterns<T>(read: () => T): T {
  bounded = true;
  try {
    return read();
  } finally {
    bounded = false;
  }
}

/** Undefined: it is fine, or nobody asks now. */
export function whyUnbounded(pattern: string): string | undefined {
  if (!bounded) return undefined;
  // Of a class in brackets and an escape only one character counts.
  const plain = pattern.replace(/\\./gs, 'e').replace(/\[(?:[^\]])*\]/g, 'c');
  if (/\\[1-9]|\\k</.test(pattern)) return 'it refers back to a group';
  if (/[*+]|\{\d+,\}/.test(plain)) return 'write {0,50} in the place of *, + and {n,}';
  let tries = alternatives(plain);
  for (const { 1: group, 2: least, 3: most } of plain.matchAll(/(\)?)(?:\{(\d+)(?:,(\d+))?\}|\?(?![:=!<]))/g)) {
    const times = least === undefined ? 1 : Number(most ?? least);
    if (group === ')' && times > 1) return 'a group may be optional, not repeated';
    tries *= times + 1;
  }
  return tries > MOST_TRIES ? 'it may try too often: use fewer or smaller bounds' : undefined;
}

/** Ways through the groups that have alternatives; those of the whole pattern are tried one after the other. */
function alternatives(plain: string): number {
  const open: number[] = [];
  let ways = 1;
  for (const character of plain) {
    if (character === '(') open.push(1);
    else if (character === ')') ways *= open.pop() ?? 1;
    else if (character === '|' && open.length > 0) open.push(open.pop()! + 1);
  }
  return ways;
}
