// What an expression of a template puts together: its alternatives and operands, each with its filters. In: the text between the
// delimiters. Out: operands. Leaves alone: what the names stand for; expressions past a length, which nobody writes.

export interface Filter {
  readonly name: string;
  /** As written, without parentheses or colon; '' for none. */
  readonly argument: string;
}

/** One value that an expression may write. */
export interface Operand {
  /** As written, without its filters. */
  readonly text: string;
  /** Names of a variable and what is read of it, `['user', 'bio']`; `*` is an entry that is computed. Undefined for anything else. */
  readonly path: readonly string[] | undefined;
  /** The last name of the path as it is written, inside of loops too: `bio` for `user.bio`. */
  readonly name: string | undefined;
  /** Dotted name of the function whose result it is. */
  readonly call: string | undefined;
  readonly isLiteral: boolean;
  readonly filters: readonly Filter[];
}

/** Filters by a bar with arguments in parentheses or behind a colon; by a bar, several with commas between (Mako); none. */
export type FilterStyle = 'bar' | 'list' | 'none';

const MAX_LENGTH = 2000;
const MAX_OPERANDS = 16;

/** The operands of an expression, conditions left out. */
export function readExpression(text: string, style: FilterStyle): Operand[] {
  if (text.length > MAX_LENGTH) return [{ ...operandOf(text.slice(0, 80)), path: undefined }];
  if (style === 'list') {
    const parts = splitAt(text, (at) => (text[at] === '|' ? 1 : 0));
    const names = parts.length > 1 ? parts.at(-1)! : '';
    const isFilters = /^[\w\s,.()'"]*$/.test(names);
    const body = isFilters && parts.length > 1 ? text.slice(0, text.length - names.length - 1) : text;
    const filters = isFilters && names !== '' ? names.split(',').map((name) => filterOf(name.trim())) : [];
    return readExpression(body, 'none').map((operand) => ({ ...operand, filters }));
  }
  const found: Operand[] = [];
  for (const alternative of alternatives(text)) {
    for (const operand of splitAt(alternative, (at) => isJoin(alternative, at))) {
      if (found.length >= MAX_OPERANDS) return found;
      const [first, ...filters] =
        style === 'none'
          ? [operand]
          : splitAt(operand, (at) => (operand[at] === '|' && operand[at + 1] !== '|' ? 1 : 0));
      const inner = withoutParentheses(first!.trim());
      if (inner === '') continue;
      const own = filters.map((filter) => filterOf(filter.trim()));
      if (inner === first!.trim()) found.push({ ...operandOf(inner), filters: own });
      else for (const one of readExpression(inner, style)) found.push({ ...one, filters: [...one.filters, ...own] });
    }
  }
  return found;
}

/** `a if condition else b` writes a or b. */
function alternatives(text: string): string[] {
  const ends: { readonly word: 'if' | 'else'; readonly at: number }[] = [];
  scan(text, (at) => {
    for (const word of ['if', 'else'] as const) if (isWord(text, at, word)) ends.push({ word, at });
  });
  const [condition, other] = ends;
  if (condition?.word !== 'if') return [text];
  const first = text.slice(0, condition.at);
  if (other?.word !== 'else') return [first];
  return [first, ...alternatives(text.slice(other.at + 4))];
}

function isWord(text: string, at: number, word: string): boolean {
  return text.startsWith(word, at) && /\s/.test(text[at - 1] ?? '') && !/[\w.]/.test(text[at + word.length] ?? '');
}

/** Length of an operator that joins texts at this place, or that chooses one of two. */
function isJoin(text: string, at: number): number {
  const char = text[at];
  if (char === '~' || char === '+') return 1;
  return isWord(text, at, 'or') ? 2 : 0;
}

function operandOf(text: string): Operand {
  const call = /^([A-Za-z_][\w.]*)\(/.exec(text)?.[1];
  return {
    text,
    path: pathOf(text),
    name: pathOf(text)?.findLast((name) => name !== '*' && !/^\d+$/.test(name)),
    call,
    isLiteral: /^(?:'[^']*'|"[^"]*"|_?\(?(?:'[^']*'|"[^"]*")\)?|-?[\d.]+|true|false|none)$/i.test(text),
    filters: [],
  };
}

/** Names of a plain path, `a.b["c"].0`; undefined for anything else. */
export function pathOf(text: string): string[] | undefined {
  const first = /^[A-Za-z_]\w*/.exec(text)?.[0];
  if (first === undefined) return undefined;
  const path = [first];
  const step = /\.([A-Za-z_]\w*|\d+)|\[\s*(?:'([^'\]]*)'|"([^"\]]*)"|([^'"[\]]*))\s*\]/y;
  step.lastIndex = first.length;
  while (step.lastIndex < text.length) {
    const match = step.exec(text);
    if (match === null) return undefined;
    const [, name, single, double, computed = ''] = match;
    path.push(name ?? single ?? double ?? (/^\d+$/.test(computed) ? computed : '*'));
  }
  return path;
}

function filterOf(text: string): Filter {
  const name = /^[\w.]+/.exec(text)?.[0] ?? '';
  const rest = text.slice(name.length).trim();
  return { name, argument: rest.startsWith('(') ? rest.replace(/^\(|\)$/g, '') : rest.replace(/^:/, '') };
}

function withoutParentheses(text: string): string {
  if (!text.startsWith('(') || !text.endsWith(')')) return text;
  let end = -1;
  let depth = 0;
  for (let at = 0; at < text.length && end < 0; at++) {
    if (text[at] === '(') depth++;
    else if (text[at] === ')' && --depth === 0) end = at;
  }
  return end === text.length - 1 ? text.slice(1, -1).trim() : text;
}

/** Parts between separators outside of strings and brackets; `separator` gives the length of the one at a place, 0 for none. */
function splitAt(text: string, separator: (at: number) => number): string[] {
  const parts: string[] = [];
  let start = 0;
  scan(text, (at) => {
    const length = at < start ? 0 : separator(at);
    if (length === 0) return;
    parts.push(text.slice(start, at));
    start = at + length;
  });
  parts.push(text.slice(start));
  return parts;
}

/** Parts of a list with commas between, outside of strings and brackets. */
export function splitList(text: string): string[] {
  return splitAt(text, (at) => (text[at] === ',' ? 1 : 0)).map((part) => part.trim());
}

/** Tells of each place outside of strings and brackets. */
function scan(text: string, tell: (at: number) => void): void {
  let quote = '';
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text[at]!;
    if (quote !== '') {
      if (char === '\\') at++;
      else if (char === quote) quote = '';
    } else if (char === "'" || char === '"') quote = char;
    else if (char === '(' || char === '[' || char === '{') depth++;
    else if (char === ')' || char === ']' || char === '}') depth--;
    else if (depth === 0) tell(at);
  }
}
