import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);

// src/base/nearest.ts
function nearest(name, candidates) {
  if (name.length > 200) return;
  let best, bestDistance = 1 / 0;
  for (let candidate of candidates) {
    let distance = editDistance(name.toLowerCase(), candidate.toLowerCase()), allowed = Math.max(1, Math.floor(Math.max(name.length, candidate.length) / 3));
    distance <= allowed && distance < bestDistance && (best = candidate, bestDistance = distance);
  }
  return best;
}
function editDistance(a, b) {
  let before = [], row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    let next = [i];
    for (let j = 1; j <= b.length; j++) {
      let replaced = row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1), least = Math.min(replaced, row[j] + 1, next[j - 1] + 1);
      i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] && (least = Math.min(least, before[j - 2] + 1)), next.push(least);
    }
    before = row, row = next;
  }
  return row[b.length];
}
function didYouMean(name, candidates) {
  let best = nearest(name, candidates);
  return best === void 0 ? "" : `; did you mean ${best}?`;
}

export {
  didYouMean
};
