// Where the keys of a TOML document stand, which its parser does not tell.
// In: a document that parses. Out: a function from a path of keys and indexes to a line. Leaves alone: the values.

/** Line, from 1, of the value at a path; of the nearest table around it where the path is not written out. */
export type LineOf = (path: readonly (string | number)[]) => number;

type Path = readonly (string | number)[];

/** Reads the places of tables, keys and items of lists. */
export function tomlLines(text: string): LineOf {
  const lines = new Map<string, number>();
  const lengths = new Map<string, number>();
  let at = 0;
  let line = 1;
  let table: Path = [];
  const note = (path: Path): void => {
    const key = JSON.stringify(path);
    if (!lines.has(key)) lines.set(key, line);
  };
  const blanks = (): void => {
    while (text[at] === ' ' || text[at] === '\t' || text[at] === '\r') at++;
  };
  const restOfLine = (): void => {
    while (at < text.length && text[at] !== '\n') at++;
  };

  /** `a."b.c".d` up to what is no part of a key. */
  const key = (): string[] => {
    const parts: string[] = [];
    for (;;) {
      blanks();
      const quote = text[at];
      const from = at;
      if (quote === '"' || quote === "'") {
        at++;
        while (at < text.length && text[at] !== quote) at += text[at] === '\\' && quote === '"' ? 2 : 1;
        at++;
        parts.push(quote === '"' ? unescaped(text.slice(from, at)) : text.slice(from + 1, at - 1));
      } else {
        while (at < text.length && /[\w-]/.test(text[at]!)) at++;
        parts.push(text.slice(from, at));
      }
      blanks();
      if (text[at] !== '.') return parts;
      at++;
    }
  };

  const skipString = (): void => {
    const quote = text[at]!;
    const triple = text.startsWith(quote.repeat(3), at) ? quote.repeat(3) : quote;
    at += triple.length;
    while (at < text.length && !text.startsWith(triple, at)) {
      if (text[at] === '\\' && quote === '"') at++;
      if (text[at] === '\n') line++;
      at++;
    }
    at += triple.length;
    // Up to two quotes may stand right before the closing three.
    if (triple.length === 3) while (text[at] === quote) at++;
  };

  /** A value up to the end of its line; the items of a list are noted. */
  const value = (path: Path): void => {
    let depth = 0;
    let index = 0;
    let expects = false;
    while (at < text.length) {
      const char = text[at]!;
      if (char === '\n') {
        if (depth === 0) return;
        line++;
        at++;
        continue;
      }
      if (/\s/.test(char)) {
        at++;
        continue;
      }
      if (char === '#') {
        restOfLine();
        continue;
      }
      if (depth === 1 && expects && char !== ']') {
        note([...path, index]);
        expects = false;
      }
      if (char === '"' || char === "'") {
        skipString();
        continue;
      }
      if (char === '[' || char === '{') {
        depth++;
        if (depth === 1 && char === '[') expects = true;
      } else if (char === ']' || char === '}') {
        depth--;
      } else if (char === ',' && depth === 1) {
        index++;
        expects = true;
      }
      at++;
    }
  };

  /** A header's path with the index of the last element for each array of tables on it. */
  const placed = (names: readonly string[], isArray: boolean): Path => {
    let path: Path = [];
    for (const [position, name] of names.entries()) {
      path = [...path, name];
      const id = JSON.stringify(path);
      const last = position === names.length - 1;
      if (last && isArray) lengths.set(id, (lengths.get(id) ?? 0) + 1);
      const length = lengths.get(id);
      if (length !== undefined) path = [...path, length - 1];
    }
    return path;
  };

  while (at < text.length) {
    blanks();
    const char = text[at];
    if (char === '\n') {
      line++;
      at++;
    } else if (char === '#') {
      restOfLine();
    } else if (char === '[') {
      const isArray = text[at + 1] === '[';
      at += isArray ? 2 : 1;
      table = placed(key(), isArray);
      note(table);
      restOfLine();
    } else if (char !== undefined) {
      const start = at;
      const path = [...table, ...key()];
      note(path);
      if (text[at] === '=') at++;
      value(path);
      // Whatever this is, the document parsed: go on rather than stand still.
      if (at === start) at++;
    }
  }
  return (path) => {
    for (let length = path.length; length > 0; length--) {
      const found = lines.get(JSON.stringify(path.slice(0, length)));
      if (found !== undefined) return found;
    }
    return 1;
  };
}

function unescaped(quoted: string): string {
  try {
    return JSON.parse(quoted) as string;
  } catch {
    return quoted.slice(1, -1);
  }
}
