// A text that a regular expression matches, for patterns of provider tokens: literals, classes, groups, alternatives,
// `{n,m}`, `?`, `+`, `*`, lookaheads (left out). The same pattern and seed always give the same text.

/** Throws for what it does not know. */
export function textOfPattern(pattern: string, random: (below: number) => number): string {
  let at = 0;

  const alternatives = (): string => {
    const options = [sequence()];
    while (pattern[at] === '|') {
      at++;
      options.push(sequence());
    }
    return options[random(options.length)]!;
  };

  const sequence = (): string => {
    let text = '';
    while (at < pattern.length && pattern[at] !== '|' && pattern[at] !== ')') text += repeated();
    return text;
  };

  const repeated = (): string => {
    const start = at;
    const first = atom();
    const quantifier = /^(?:\{(\d+)(,?)(\d*)\}|[?*+])/.exec(pattern.slice(at));
    if (quantifier === null) return first;
    const end = at + quantifier[0].length;
    const [low, high] =
      quantifier[1] === undefined
        ? { '?': [0, 1], '*': [0, 3], '+': [1, 4] }[quantifier[0]]!
        : [
            Number(quantifier[1]),
            quantifier[3] === '' ? Number(quantifier[1]) + (quantifier[2] === ',' ? 8 : 0) : Number(quantifier[3]),
          ];
    let text = '';
    for (let i = low! + random(high! - low! + 1); i > 0; i--) {
      at = start;
      text += atom();
    }
    at = end;
    return text;
  };

  const atom = (): string => {
    const character = pattern[at]!;
    if (character === '(') return group();
    if (character === '[') return oneOf();
    at++;
    if (character !== '\\') return character;
    const escaped = pattern[at++]!;
    if (escaped === 'd') return String(random(10));
    if (escaped === 'S') return 'x7';
    if (/\w/.test(escaped)) throw new Error(`\\${escaped} in ${pattern}`);
    return escaped;
  };

  const group = (): string => {
    const opening = /^\((?:\?(?::|<\w+>|(!|=)))?/.exec(pattern.slice(at))!;
    at += opening[0].length;
    const text = alternatives();
    at++;
    return opening[1] === undefined ? text : '';
  };

  const oneOf = (): string => {
    const end = pattern.indexOf(']', at);
    const letters: string[] = [];
    for (let i = at + 1; i < end; i++) {
      if (pattern[i + 1] === '-' && i + 2 < end) {
        for (let code = pattern.charCodeAt(i); code <= pattern.charCodeAt(i + 2); code++)
          letters.push(String.fromCharCode(code));
        i += 2;
      } else letters.push(pattern[i]!);
    }
    at = end + 1;
    return letters[random(letters.length)]!;
  };

  return alternatives();
}
