// Reads a template: what it writes, where in the page, whether that is escaped, and which other templates it takes in. In: its text.
// Out: facts with offsets. Leaves alone: what is passed to it, and everything that only runs (conditions, assignments of other values).
// One pass over the text; a delimiter without its end ends the reading, as it would end the rendering.
import type { FilterStyle, Operand } from './expression.ts';
import { pathOf, readExpression, splitList } from './expression.ts';
import type { HtmlPlace, HtmlState } from './html-place.ts';
import { afterHole, afterText, pageStart, placeOf } from './html-place.ts';
import type { TemplateLanguage } from './language.ts';

/** One expression whose value is written into the page. */
export interface TemplateOutput {
  /** Offsets of the whole tag in the text. */
  readonly start: number;
  readonly end: number;
  /** The expression as written, shortened. */
  readonly written: string;
  readonly operands: readonly Operand[];
  readonly place: HtmlPlace;
  /** What a tag around it, or its own delimiters, say of escaping; undefined where the engine's default holds. */
  readonly escapes: boolean | undefined;
}

export interface TemplateFacts {
  readonly outputs: readonly TemplateOutput[];
  /** Names of templates that get the same variables: included, extended. */
  readonly parts: readonly string[];
  /** Functions that come from templates: macros, imported names. Their results are markup. */
  readonly macros: ReadonlySet<string>;
}

/** What a name inside a loop, macro or `with` stands for; undefined: something that is computed. */
type Scope = Map<string, readonly string[] | undefined>;

/** First name of the path of a macro's parameter. */
export const PARAMETER = '()';

const MAX_OUTPUTS = 4000;
const MAX_SCOPES = 64;
const MAX_TAG = 4000;
const WRITTEN = 60;

interface Reading {
  readonly text: string;
  readonly language: TemplateLanguage;
  readonly outputs: TemplateOutput[];
  readonly parts: string[];
  readonly macros: Set<string>;
  readonly scopes: Scope[];
  readonly branches: HtmlState[];
  /** Whether `{% autoescape %}` around says so. */
  readonly escapes: (boolean | undefined)[];
  /** Depth of `{% filter %}` blocks around. */
  filtered: number;
  html: HtmlState;
  /** Up to where the text has been looked at as HTML. */
  seen: number;
}

/** Reads one template. */
export function readTemplate(text: string, language: TemplateLanguage): TemplateFacts {
  const reading: Reading = {
    text,
    language,
    outputs: [],
    parts: [],
    macros: new Set(),
    scopes: [new Map<string, readonly string[] | undefined>()],
    branches: [],
    escapes: [undefined],
    filtered: 0,
    html: pageStart,
    seen: 0,
  };
  if (language === 'braces') readBraces(reading);
  else if (language === 'mako') readMako(reading);
  else readBottle(reading);
  const { outputs, parts, macros } = reading;
  return { outputs, parts: [...new Set(parts)], macros };
}

/** What comes before `end` is text of the page; it goes on at `next`. */
function pass(reading: Reading, end: number, next: number): void {
  if (end > reading.seen) reading.html = afterText(reading.html, reading.text, reading.seen, end);
  reading.seen = Math.max(reading.seen, next);
}

function write(
  reading: Reading,
  start: number,
  end: number,
  expression: string,
  style: FilterStyle,
  escapes: boolean | undefined,
): void {
  pass(reading, start, end);
  const operands = readExpression(expression, style).map((operand) => resolved(reading, operand));
  if (reading.outputs.length < MAX_OUTPUTS && reading.filtered === 0)
    reading.outputs.push({
      start,
      end,
      written: shortened(expression),
      operands,
      place: placeOf(reading.html),
      escapes: escapes ?? reading.escapes.at(-1),
    });
  reading.html = afterHole(reading.html);
}

function shortened(expression: string): string {
  const text = expression.slice(0, 400).trim().replace(/\s+/g, ' ');
  return text.length > WRITTEN ? `${text.slice(0, WRITTEN - 3)}...` : text;
}

/** The operand with what its first name stands for. */
function resolved({ scopes }: Reading, operand: Operand): Operand {
  const path = operand.path && resolve(scopes, operand.path);
  return path === operand.path ? operand : { ...operand, path };
}

function resolve(scopes: readonly Scope[], path: readonly string[]): readonly string[] | undefined {
  for (let at = scopes.length - 1; at >= 0; at--) {
    if (!scopes[at]!.has(path[0]!)) continue;
    const meant = scopes[at]!.get(path[0]!);
    return meant === undefined ? undefined : [...meant, ...path.slice(1)].slice(0, 8);
  }
  return path;
}

function bind(reading: Reading, names: string, expression: string, isElement: boolean): void {
  const [first, ...others] = names
    .replace(/[()]/g, '')
    .split(',')
    .map((name) => name.trim());
  // `x or []`, `x|sort`: still the elements of x.
  const plain =
    /^\s*([\w.]+(?:\[[^\]]*\])?)(?:\.(?:items|values|all)\(\))?(?:\s*\|\s*(?:sort|reverse|list|dictsort|unique|batch|slice)\b.*)?\s*$/.exec(
      expression,
    )?.[1];
  const path = plain === undefined ? undefined : pathOf(plain);
  const whole = path && resolve(reading.scopes, path);
  const meant = whole && (isElement ? [...whole, '*'] : whole);
  const scope = reading.scopes.at(-1)!;
  if (first !== undefined && first !== '') scope.set(first, others.length > 0 ? undefined : meant);
  others.forEach((name, index) => scope.set(name, index === 0 && /\.items\(?/.test(expression) ? meant : undefined));
}

/** What a macro's parameter stands for, its callers decide. */
function bindParameter(scope: Scope, parameter: string): void {
  const name = /^\w+/.exec(parameter)?.[0];
  if (name !== undefined) scope.set(name, [PARAMETER, name]);
}

function open(reading: Reading): void {
  if (reading.scopes.length < MAX_SCOPES) reading.scopes.push(new Map());
}

function close(reading: Reading): void {
  if (reading.scopes.length > 1) reading.scopes.pop();
}

/** The constant names in a tag that takes in a template. */
function takeIn(reading: Reading, tag: string): void {
  for (const match of tag.matchAll(/'([^'\n]{1,200})'|"([^"\n]{1,200})"/g)) {
    const name = match[1] ?? match[2]!;
    if (/[\w-]+\.\w+$/.test(name)) reading.parts.push(name);
  }
}

// Jinja, Django, Tornado

function readBraces(reading: Reading): void {
  const { text } = reading;
  const isFileWide = !text.includes('endautoescape');
  const hasEndOfComment = text.includes('endcomment');
  const ends = /\{%-?\s{0,9}end\s{0,9}-?%\}/.test(text);
  const blocks: string[] = [];
  let at = 0;
  for (;;) {
    const start = text.indexOf('{', at);
    if (start < 0) break;
    const sign = text[start + 1];
    if (sign !== '{' && sign !== '%' && sign !== '#') {
      at = start + 1;
      continue;
    }
    const closing = sign === '{' ? '}}' : sign === '%' ? '%}' : '#}';
    const close = text.indexOf(closing, start + 2);
    if (close < 0) break;
    const end = close + 2;
    const inner = text.slice(start + 2, close).replace(/^[-+!]|[-+]$/g, '');
    at = end;
    if (sign === '#') {
      pass(reading, start, end);
      continue;
    }
    // `{{!` is Tornado's way to write two braces.
    if (sign === '{') {
      if (text[start + 2] === '!') pass(reading, start, end);
      else write(reading, start, end, inner, 'bar', undefined);
      continue;
    }
    const tag = inner.length > MAX_TAG ? '' : inner.trim();
    const name = /^\w+/.exec(tag)?.[0] ?? '';
    const rest = tag.slice(name.length).trim();
    if (name === 'raw' && rest !== '') {
      write(reading, start, end, rest, 'none', false);
      continue;
    }
    pass(reading, start, end);
    if (name === 'raw' || name === 'verbatim' || (name === 'comment' && hasEndOfComment)) {
      const after = behindBlock(text, end, `end${name}`);
      if (after === undefined) break;
      reading.seen = at = after;
      continue;
    }
    readTag(reading, name, rest, { isFileWide, ends, blocks, start, end });
  }
  pass(reading, text.length, text.length);
}

function behindBlock(text: string, from: number, name: string): number | undefined {
  const ending = new RegExp(`^[-+]?\\s*${name}\\b`);
  for (let at = text.indexOf('{%', from); at >= 0; at = text.indexOf('{%', at + 2)) {
    const head = text.slice(at + 2, at + 40);
    if (!ending.test(head)) continue;
    const end = text.indexOf('%}', at);
    return end < 0 ? undefined : end + 2;
  }
  return undefined;
}

const scoped: ReadonlySet<string> = new Set(['for', 'with', 'macro', 'call', 'blocktrans', 'blocktranslate']);

function readTag(
  reading: Reading,
  name: string,
  rest: string,
  around: { isFileWide: boolean; ends: boolean; blocks: string[]; start: number; end: number },
): void {
  const { blocks, ends } = around;
  if (name === 'end' || (name.startsWith('end') && name !== 'endraw')) {
    const opened = name === 'end' ? blocks.pop() : name.slice(3);
    if (opened === undefined) return;
    if (scoped.has(opened)) close(reading);
    if (opened === 'autoescape' && reading.escapes.length > 1) reading.escapes.pop();
    if (opened === 'filter' && reading.filtered > 0) reading.filtered--;
    if (opened === 'if' || opened === 'ifequal') reading.branches.pop();
    return;
  }
  if (
    ends &&
    /^(?:if|for|while|try|block|apply|with|autoescape)$/.test(name) &&
    !(name === 'autoescape' && around.isFileWide)
  )
    blocks.push(name);
  switch (name) {
    case 'if':
    case 'ifequal':
      if (reading.branches.length < MAX_SCOPES) reading.branches.push(reading.html);
      return;
    case 'else':
    case 'elif':
      reading.html = reading.branches.at(-1) ?? reading.html;
      return;
    case 'for': {
      open(reading);
      const match = /^(.{1,200}?)\s+in\s+([^]*)$/.exec(rest);
      if (match !== null) bind(reading, match[1]!, match[2]!.replace(/\s+(?:if|recursive)\b[^]*$/, ''), true);
      return;
    }
    case 'with': {
      open(reading);
      const as = /^(\S+)\s+as\s+(\w+)$/.exec(rest);
      if (as !== null) bind(reading, as[2]!, as[1]!, false);
      else for (const match of rest.matchAll(/(\w+)\s*=\s*([^\s,]+)/g)) bind(reading, match[1]!, match[2]!, false);
      return;
    }
    case 'set': {
      const match = /^(\w[\w\s,]*?)\s*=\s*([^]*)$/.exec(rest);
      if (match !== null) bind(reading, match[1]!, match[2]!, false);
      // The content of a block is what has been written there.
      else if (/^\w+$/.test(rest)) reading.macros.add(rest);
      return;
    }
    case 'macro':
    case 'call': {
      const match = /^(?:(\w+)\s*)?\(([^)]*)\)/.exec(rest);
      if (name === 'macro' && match?.[1] !== undefined) reading.macros.add(match[1]);
      open(reading);
      for (const one of splitList(match?.[2] ?? '')) bindParameter(reading.scopes.at(-1)!, one);
      return;
    }
    case 'blocktrans':
    case 'blocktranslate':
      open(reading);
      return;
    case 'import': {
      const as = /\bas\s+(\w+)/.exec(rest)?.[1];
      if (as !== undefined) reading.macros.add(as);
      return;
    }
    case 'from':
      for (const one of splitList(rest.replace(/^[^]*\bimport\s+/, '').replace(/\s+with(?:out)?\s+context$/, '')))
        reading.macros.add(/(\w+)$/.exec(one)?.[1] ?? '');
      return;
    case 'include':
    case 'extends':
      if (/^[\w./-]+$/.test(rest) && /\.\w+$/.test(rest)) reading.parts.push(rest);
      else takeIn(reading, rest);
      return;
    case 'autoescape': {
      const value = /^(?:off|false|none)$/i.test(rest) ? false : true;
      if (around.isFileWide) reading.escapes[0] = value;
      else if (reading.escapes.length < MAX_SCOPES) reading.escapes.push(value);
      return;
    }
    case 'filter':
      reading.filtered++;
      return;
    default: {
      // What a tag of the project gives, under a name of its own: `{% login_url as place %}`.
      const as = /\sas\s+(\w+)$/.exec(` ${rest}`)?.[1];
      if (as !== undefined) reading.scopes.at(-1)?.set(as, undefined);
    }
  }
}

// Mako

function readMako(reading: Reading): void {
  const { text } = reading;
  const all = /<%page\b[^>]*expression_filter\s*=\s*["'][^"']*\bh\b/.test(text.slice(0, 20_000));
  if (all) reading.escapes[0] = true;
  const next = /\$\{|<%|^[ \t]*(?:##|%(?!%)).*$/gm;
  for (let match = next.exec(text); match !== null; match = next.exec(text)) {
    const start = match.index;
    let end = start + match[0].length;
    if (match[0] === '${') {
      const close = closingBrace(text, end);
      if (close === undefined) break;
      end = close + 1;
      writeMako(reading, start, end, text.slice(start + 2, close));
    } else if (match[0] === '<%') {
      const head = /^<%(\w*)/.exec(text.slice(start, start + 40))![1]!;
      const until = head === 'text' ? '</%text>' : head === 'doc' ? '</%doc>' : head === '' ? '%>' : '>';
      const close = text.indexOf(until, end);
      if (close < 0) break;
      end = close + until.length;
      pass(reading, start, end);
      const tag = text.slice(start, end);
      if (head === 'include' || head === 'inherit') takeIn(reading, tag);
      else if (head === 'namespace') reading.macros.add(/\bname\s*=\s*["'](\w+)/.exec(tag)?.[1] ?? '');
      else if (head === 'def') {
        const signature = /\bname\s*=\s*["'](\w+)\(([^)]*)\)/.exec(tag);
        if (signature !== null) reading.macros.add(signature[1]!);
        for (const one of splitList(signature?.[2] ?? '')) bindParameter(reading.scopes[0]!, one);
      }
    } else {
      // Not up to the line's end, which is text of the page no longer.
      pass(reading, start, end);
      readPythonLine(reading, match[0].slice(0, MAX_TAG));
    }
    next.lastIndex = Math.max(end, next.lastIndex, start + 1);
  }
  pass(reading, text.length, text.length);
}

function closingBrace(text: string, from: number): number | undefined {
  let depth = 1;
  for (let at = from; at < text.length && at < from + 4000; at++) {
    if (text[at] === '{') depth++;
    else if (text[at] === '}' && --depth === 0) return at;
  }
  return undefined;
}

function writeMako(reading: Reading, start: number, end: number, expression: string): void {
  const [first] = readExpression(expression, 'list');
  const names = (first?.filters ?? []).map(({ name }) => name);
  const escapes = names.some((name) => /^(?:h|x|u|entity|escape)$/.test(name))
    ? true
    : names.includes('n')
      ? false
      : undefined;
  write(reading, start, end, expression, 'list', escapes);
}

// bottle

function readBottle(reading: Reading): void {
  const { text } = reading;
  const next = /\{\{|<%|^[ \t]*%(?!%).*$/gm;
  for (let match = next.exec(text); match !== null; match = next.exec(text)) {
    const start = match.index;
    let end = start + match[0].length;
    if (match[0] === '{{' || match[0] === '<%') {
      const close = text.indexOf(match[0] === '{{' ? '}}' : '%>', end);
      if (close < 0) break;
      const inner = text.slice(end, close);
      end = close + 2;
      if (match[0] === '<%') pass(reading, start, end);
      else if (inner.startsWith('!')) write(reading, start, end, inner.slice(1), 'none', false);
      else write(reading, start, end, inner, 'none', true);
    } else {
      pass(reading, start, end);
      readPythonLine(reading, match[0].slice(0, MAX_TAG));
    }
    next.lastIndex = Math.max(end, next.lastIndex, start + 1);
  }
  pass(reading, text.length, text.length);
}

/** A line of Python between the lines of the page, with its `%`: loops, assignments, other templates. */
function readPythonLine(reading: Reading, written: string): void {
  const line = written.replace(/^[ \t]*%?/, '').trim();
  const loop = /^for\s+(.{1,200}?)\s+in\s+(.*?):?\s*$/.exec(line);
  if (loop !== null) {
    bind(reading, loop[1]!, loop[2]!, true);
    return;
  }
  const assigned = /^(\w+)\s*=\s*([^=].*)$/.exec(line);
  if (assigned !== null) bind(reading, assigned[1]!, assigned[2]!, false);
  if (/^(?:include|rebase)\b/.test(line)) {
    const name = /^\w+\s*\(?\s*['"]([^'"]+)['"]/.exec(line)?.[1];
    if (name !== undefined) reading.parts.push(name);
  }
}
