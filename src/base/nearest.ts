// "Did you mean ...": the known name closest to one that is not known.

/**
 * The candidate with the smallest edit distance to `name`, ignoring case, if the distance is at most a third of
 * the longer of the two (and at least 1 is always allowed); otherwise undefined. Of equals the first wins.
 */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  // A name from outside can be of any length; nobody mistypes one of 200 characters.
  if (name.length > 200) return undefined;
  let best: string | undefined;
  let bestDistance = Infinity;
  for (const candidate of candidates) {
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase());
    const allowed = Math.max(1, Math.floor(Math.max(name.length, candidate.length) / 3));
    if (distance <= allowed && distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/**
 * Edits (insert, delete, replace, swap two neighbours) from `a` to `b`: Levenshtein's distance with swaps, in the form
 * of Wagner and Fischer's table ("optimal string alignment"). Swapped letters are the commonest typing mistake.
 */
export function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      let least = Math.min(replaced, row[j]! + 1, next[j - 1]! + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, before[j - 2]! + 1);
      next.push(least);
    }
    before = row;
    row = next;
  }
  return row[b.length]!;
}

/** `; did you mean X?`, or nothing: the end of a sentence about an unknown name. */
export function didYouMean(name: string, candidates: Iterable<string>): string {
  const best = nearest(name, candidates);
  return best === undefined ? '' : `; did you mean ${best}?`;
}
