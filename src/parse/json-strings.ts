// Where strings stand in a JSON text: what JSON.parse does not tell.
// In: text that JSON.parse has accepted. Out: the cells of a notebook with the places of their source strings, and decoded
// strings whose characters know their place. Leaves alone: checking the JSON.

export interface JsonPlace {
  /** Index in the text of the first character inside the quotes. */
  readonly raw: number;
}

export interface JsonText {
  readonly value: string;
  /** Index in the text of the character at `index` of `value`; at the end of `value`: of the closing quote. */
  readonly rawAt: (index: number) => number;
}

export interface NotebookCell {
  readonly isCode: boolean;
  /** The strings that make up the source, in order. */
  readonly source: readonly JsonPlace[];
}

/** The cells of a notebook of format 4 (`cells`, `source`) or 3 (`worksheets[].cells`, `input`), or `undefined` if it has no such list. */
export function findCells(text: string): readonly NotebookCell[] | undefined {
  const top = members(text, skipSpace(text, 0));
  const cells = top.get('cells');
  if (cells !== undefined)
    return text[cells] === '[' ? elements(text, cells).map((at) => readCell(text, at)) : undefined;
  const worksheets = top.get('worksheets');
  if (worksheets === undefined || text[worksheets] !== '[') return undefined;
  return elements(text, worksheets)
    .map((at) => members(text, at).get('cells'))
    .flatMap((at) => (at === undefined ? [] : elements(text, at)))
    .map((at) => readCell(text, at));
}

/** Decodes the string that starts (inside its quotes) at `place`. Asking for growing indexes costs one pass in all. */
export function decodeJsonString(text: string, place: JsonPlace): JsonText {
  const { raw } = place;
  const end = endOfString(text, raw);
  const inside = text.slice(raw, end);
  if (!inside.includes('\\')) return { value: inside, rawAt: (index) => raw + index };
  let known = { index: 0, at: raw };
  const rawAt = (index: number): number => {
    let { index: unit, at } = index < known.index ? { index: 0, at: raw } : known;
    for (; unit < index; unit++) at += unitLength(text, at);
    known = { index, at };
    return at;
  };
  return { value: JSON.parse(`"${inside}"`) as string, rawAt };
}

/** The place `bytes` bytes of UTF-8 further on in the string, from `raw` inside it; at most its closing quote. */
export function advanceInString(text: string, raw: number, bytes: number): number {
  let at = raw;
  let left = bytes;
  while (left > 0 && at < text.length && text[at] !== '"') {
    const length = unitLength(text, at);
    const code = unitAt(text, at);
    const isPair = isHighSurrogate(code) && isLowSurrogate(unitAt(text, at + length));
    left -= isPair ? 4 : code < 0x80 ? 1 : code < 0x800 ? 2 : 3;
    // An offset inside a character means that character.
    if (left < 0) break;
    at += isPair ? length + unitLength(text, at + length) : length;
  }
  return at;
}

/** How many characters of the escaped text stand for one UTF-16 code unit. */
function unitLength(text: string, at: number): number {
  if (text[at] !== '\\') return 1;
  return text[at + 1] === 'u' ? 6 : 2;
}

/** The code unit written at `at`; which one a short escape means does not matter here, since all of them are ASCII. */
function unitAt(text: string, at: number): number {
  if (text[at] !== '\\') return text.charCodeAt(at);
  return text[at + 1] === 'u' ? Number.parseInt(text.slice(at + 2, at + 6), 16) : 0;
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code < 0xdc00;
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code < 0xe000;
}

function readCell(text: string, at: number): NotebookCell {
  const fields = members(text, at);
  const type = fields.get('cell_type');
  const isCode = type !== undefined && text[type] === '"' && decodeJsonString(text, { raw: type + 1 }).value === 'code';
  const source = fields.get('source') ?? fields.get('input');
  if (source === undefined) return { isCode, source: [] };
  const strings = text[source] === '[' ? elements(text, source) : [source];
  return { isCode, source: strings.filter((one) => text[one] === '"').map((one) => ({ raw: one + 1 })) };
}

/** Key to the index of its value; empty if no object starts at `at`. The last of two equal keys counts, as in JSON.parse. */
function members(text: string, at: number): Map<string, number> {
  const found = new Map<string, number>();
  if (text[at] !== '{') return found;
  for (let i = skipSpace(text, at + 1); text[i] === '"';) {
    const key = decodeJsonString(text, { raw: i + 1 }).value;
    const value = skipSpace(text, skipSpace(text, endOfString(text, i + 1) + 1) + 1);
    found.set(key, value);
    i = skipSpace(text, endOfValue(text, value));
    if (text[i] === ',') i = skipSpace(text, i + 1);
  }
  return found;
}

/** The indexes of an array's values; empty if no array starts at `at`. */
function elements(text: string, at: number): number[] {
  const found: number[] = [];
  if (text[at] !== '[') return found;
  for (let i = skipSpace(text, at + 1); i < text.length && text[i] !== ']';) {
    found.push(i);
    i = skipSpace(text, endOfValue(text, i));
    if (text[i] === ',') i = skipSpace(text, i + 1);
  }
  return found;
}

/** Counts brackets instead of calling itself: a text of 100,000 brackets is only a long one. */
function endOfValue(text: string, at: number): number {
  let depth = 0;
  for (let i = at; i < text.length; i++) {
    const character = text[i];
    if (character === '"') {
      i = endOfString(text, i + 1);
      if (depth === 0) return i + 1;
    } else if (character === '{' || character === '[') depth++;
    else if (character === '}' || character === ']') {
      // A bare value ends where what holds it ends.
      if (depth === 0) return i;
      if (--depth === 0) return i + 1;
    } else if (depth === 0 && character === ',') return i;
  }
  return text.length;
}

/** Index of the closing quote of the string whose inside starts at `at`. */
function endOfString(text: string, at: number): number {
  for (let quote = text.indexOf('"', at); quote >= 0; quote = text.indexOf('"', quote + 1)) {
    let backslashes = 0;
    while (quote - 1 - backslashes >= at && text[quote - 1 - backslashes] === '\\') backslashes++;
    if (backslashes % 2 === 0) return quote;
  }
  return text.length;
}

function skipSpace(text: string, at: number): number {
  let i = at;
  while (text[i] === ' ' || text[i] === '\n' || text[i] === '\r' || text[i] === '\t') i++;
  return i;
}
