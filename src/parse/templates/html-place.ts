// Where in a page of HTML something stands. In: the page's text piece by piece, with holes between. Out: the place of each hole: text, an
// attribute's value, a script. Leaves alone: whether the markup is valid; one pass, whatever it holds.

/** Where a hole of a page stands. */
export type HtmlPlace =
  | { readonly in: 'text' | 'comment' | 'style' | 'tag' }
  /** `quote` is '' for a value without quotes; `isFirst`: nothing of the value stands before the hole. */
  | {
      readonly in: 'attribute';
      readonly element: string;
      readonly name: string;
      readonly quote: string;
      readonly isFirst: boolean;
    }
  /** A script that runs; `quote` is that of the string the hole stands in, '' outside of strings. */
  | { readonly in: 'script'; readonly quote: string };

/** What is known at one point of the page; immutable, so that branches can go on from the same point. */
export interface HtmlState {
  readonly at: 'text' | 'comment' | 'open' | 'close' | 'tag' | 'name' | 'after-name' | 'before-value' | 'value' | 'raw';
  /** Element whose tag or content it is, in lower case. */
  readonly element: string;
  readonly attribute: string;
  readonly quote: string;
  readonly isFirst: boolean;
  /** Of a script: it is data, or a template of another language. */
  readonly isData: boolean;
  /** Of a script: the string or comment it is in. */
  readonly script: '' | "'" | '"' | '`' | '//' | '/*';
}

export const pageStart: HtmlState = {
  at: 'text',
  element: '',
  attribute: '',
  quote: '',
  isFirst: true,
  isData: false,
  script: '',
};

const MAX_NAME = 64;
const letter = /[A-Za-z]/;
const space = /\s/;
const rawElements: ReadonlySet<string> = new Set(['script', 'style', 'textarea', 'title']);
const runs = /^(?:module|(?:text|application)\/(?:x-)?(?:java|ecma|live|j)script(?:;.*)?)$/i;

/** The state behind a piece of text. */
export function afterText(before: HtmlState, text: string, start: number, end: number): HtmlState {
  let { at, element, attribute, quote, isFirst, isData, script } = before;
  // The value of a script's `type`.
  let value = '';
  const closeTag = (): void => {
    const isRaw = rawElements.has(element);
    at = isRaw ? 'raw' : 'text';
    script = '';
    if (!isRaw) element = '';
  };
  const endValue = (): void => {
    if (element === 'script' && attribute === 'type' && value !== '') isData = !runs.test(value.trim());
    value = '';
    at = 'tag';
  };
  for (let i = start; i < end; i++) {
    const char = text[i]!;
    switch (at) {
      case 'text': {
        if (char !== '<') break;
        if (text.startsWith('<!--', i)) {
          at = 'comment';
          i += 3;
        } else if (letter.test(text[i + 1] ?? '')) {
          at = 'open';
          element = '';
          isData = false;
        } else if (text[i + 1] === '/') at = 'close';
        break;
      }
      case 'comment':
        if (char === '-' && text.startsWith('-->', i)) {
          at = 'text';
          i += 2;
        }
        break;
      case 'close':
        if (char === '>') at = 'text';
        break;
      case 'open':
        if (space.test(char) || char === '/') {
          element = element.toLowerCase();
          at = 'tag';
        } else if (char === '>') {
          element = element.toLowerCase();
          closeTag();
        } else if (element.length < MAX_NAME) element += char;
        break;
      case 'tag':
        if (char === '>') closeTag();
        else if (!space.test(char) && char !== '/') {
          at = 'name';
          attribute = char;
        }
        break;
      case 'name':
      case 'after-name':
        if (char === '=') {
          at = 'before-value';
          attribute = attribute.toLowerCase();
        } else if (char === '>') closeTag();
        else if (space.test(char)) at = 'after-name';
        else if (char === '/') at = 'tag';
        else if (at === 'after-name') {
          at = 'name';
          attribute = char;
        } else if (attribute.length < MAX_NAME) attribute += char;
        break;
      case 'before-value':
        if (space.test(char)) break;
        if (char === '>') {
          closeTag();
          break;
        }
        at = 'value';
        quote = char === '"' || char === "'" ? char : '';
        isFirst = quote !== '';
        value = quote === '' ? char : '';
        break;
      case 'value':
        if (quote === '' ? space.test(char) : char === quote) endValue();
        else if (quote === '' && char === '>') {
          endValue();
          closeTag();
        } else {
          if (isFirst && !space.test(char)) isFirst = false;
          if (value.length < MAX_NAME) value += char;
        }
        break;
      case 'raw':
        if (char === '<' && text[i + 1] === '/' && isClosing(text, i + 2, element)) {
          at = 'close';
          element = '';
        } else if (element === 'script' && !isData) {
          const next = scriptState(script, text, i);
          script = next.script;
          i += next.skip;
        }
        break;
    }
  }
  return { at, element, attribute, quote, isFirst, isData, script };
}

/** The state behind a hole: something stands there, and it is not known what. */
export function afterHole(before: HtmlState): HtmlState {
  switch (before.at) {
    case 'before-value':
      return { ...before, at: 'value', quote: '', isFirst: false };
    case 'value':
      return before.isFirst ? { ...before, isFirst: false } : before;
    case 'open':
      return { ...before, element: `${before.element}x` };
    default:
      return before;
  }
}

/** Where a hole at this point stands. */
export function placeOf({ at, element, attribute, quote, isFirst, isData, script }: HtmlState): HtmlPlace {
  switch (at) {
    case 'text':
    case 'close':
      return { in: 'text' };
    case 'comment':
      return { in: 'comment' };
    case 'before-value':
      return { in: 'attribute', element, name: attribute, quote: '', isFirst: true };
    case 'value':
      return { in: 'attribute', element, name: attribute, quote, isFirst };
    case 'raw':
      if (element === 'style') return { in: 'style' };
      if (element !== 'script' || isData) return { in: 'text' };
      return script === '//' || script === '/*' ? { in: 'comment' } : { in: 'script', quote: script };
    default:
      return { in: 'tag' };
  }
}

function isClosing(text: string, at: number, element: string): boolean {
  return text.slice(at, at + element.length).toLowerCase() === element;
}

function scriptState(
  script: HtmlState['script'],
  text: string,
  at: number,
): { readonly script: HtmlState['script']; readonly skip: number } {
  const char = text[at]!;
  const stay = { script, skip: 0 };
  switch (script) {
    case '':
      if (char === "'" || char === '"' || char === '`') return { script: char, skip: 0 };
      if (char !== '/') return stay;
      if (text[at + 1] === '/') return { script: '//', skip: 1 };
      return text[at + 1] === '*' ? { script: '/*', skip: 1 } : stay;
    case '//':
      return char === '\n' ? { script: '', skip: 0 } : stay;
    case '/*':
      return char === '*' && text[at + 1] === '/' ? { script: '', skip: 1 } : stay;
    default:
      if (char === '\\') return { script, skip: 1 };
      if (char === script) return { script: '', skip: 0 };
      // A string without an end: an apostrophe in a pattern. Only those between back quotes go on.
      return char === '\n' && script !== '`' ? { script: '', skip: 0 } : stay;
  }
}
