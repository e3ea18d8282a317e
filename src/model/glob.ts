// File-name patterns of configuration files. They come from the checkout, so they are matched by hand, in a time that is
// bounded by the product of the lengths, and never turned into regular expressions.

type Token = '*' | { readonly test: (character: string) => boolean };

export type Glob = (name: string) => boolean;

/** Compiles a pattern of fnmatch (`*`, `?`, `[abc]`, `[!abc]`); none of them matches a slash. */
export function glob(pattern: string): Glob {
  const tokens = toTokens(pattern);
  return (name) => {
    let token = 0;
    let at = 0;
    // Where the last star stands, and how much it has taken: the only place to come back to.
    let star = -1;
    let taken = 0;
    while (at < name.length) {
      const current = tokens[token];
      if (current === '*') {
        star = token++;
        taken = at;
      } else if (current !== undefined && current.test(name[at]!)) {
        token++;
        at++;
      } else if (star >= 0 && name[taken] !== '/') {
        token = star + 1;
        at = ++taken;
      } else return false;
    }
    while (tokens[token] === '*') token++;
    return token === tokens.length;
  };
}

function toTokens(pattern: string): Token[] {
  const tokens: Token[] = [];
  for (let i = 0; i < pattern.length; i++) {
    const character = pattern[i]!;
    if (character === '*') {
      if (tokens.at(-1) !== '*') tokens.push('*');
    } else if (character === '?') tokens.push({ test: (other) => other !== '/' });
    else if (character === '[' && pattern.indexOf(']', i + 2) > 0) {
      const close = pattern.indexOf(']', i + 2);
      tokens.push({ test: characterSet(pattern.slice(i + 1, close)) });
      i = close;
    } else tokens.push({ test: (other) => other === character });
  }
  return tokens;
}

function characterSet(inside: string): (character: string) => boolean {
  const negated = inside.startsWith('!');
  const body = negated ? inside.slice(1) : inside;
  return (character) => {
    let found = false;
    for (let i = 0; i < body.length; i++) {
      if (body[i + 1] === '-' && i + 2 < body.length) {
        found ||= body[i]! <= character && character <= body[i + 2]!;
        i += 2;
      } else found ||= body[i] === character;
    }
    return found !== negated && character !== '/';
  };
}
