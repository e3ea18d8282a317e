// Thresholds of the tests for secrets (security-catalogue.md §9.3), calibrated on the standard library, Nova, Django, Salt and
// Ansible. Lengths are characters, entropies Shannon's bits per character.

/** Shorter texts are no working secret of that kind. */
export const shortest = { password: 4, key: 6, token: 8, used: 1 } as const;

/** Alphabets and what a text in one of them must have to pass for random; the first alphabet that fits counts. */
export const entropyLimits = [
  { alphabet: /^[0-9a-fA-F]+$/, length: 32, entropy: 3.0, classes: 1 },
  { alphabet: /^[A-Za-z0-9+/_=-]+$/, length: 20, entropy: 4.0, classes: 2 },
  { alphabet: /^[\x21-\x7e]+$/, length: 16, entropy: 3.7, classes: 3 },
] as const;

/** Letters per word, on average, of a text that is made of words. */
export const shortestWords = 3.5;

/** From this length on, placeholder words of up to three letters in a text that passes for random are chance. */
export const chanceLength = 20;

/** Random part of a provider token: fewer different characters than this and it was typed, not made. */
export const tokenEntropy = { hex: 2.6, other: 3.0 } as const;

/** The same character this often in a row, or an alphabet this far, is a documentation example. */
export const exampleRun = { repeated: 5, sequence: 8 } as const;

/** Every provider token is at least so long a run of letters, digits, `_` and `-`; shorter runs need no further look. */
export const shortestTokenRun = 15;

/** Longer texts without a blank are no token that a name could tell. */
export const longestToken = 120;

/** Base64 characters of a private key's body. An elliptic-curve key can be shorter if it decodes to a whole structure. */
export const keyBody = { length: 100, structured: 60 } as const;
