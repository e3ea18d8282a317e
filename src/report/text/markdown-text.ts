// Text for GitHub Markdown (`github-delivery.md` §11.4). What comes from the scanned repository or from an API is
// hostile: it stands in `<code>` as numeric entities, where no Markdown, HTML, mention or link can start. Our own
// sentences around it are plain words.
import { shortenMiddle } from './shorten.ts';
import { visibleText } from './visible-text.ts';

const special = /[&<>"'`|*_[\](){}#!~@\\$+\-.:]/g;

/** Longest path and longest piece of code that is shown, in code points. */
export const pathLimit = 120;
export const codeLimit = 160;

/** Untrusted text as an element that renders literally, in and out of a table cell. Empty text gives nothing. */
export function codeSpan(text: string, limit = codeLimit): string {
  const shown = shortenMiddle(visibleText(text), limit).trim();
  return shown === '' ? '' : `<code>${entities(shown)}</code>`;
}

/** Every character that Markdown or HTML could take for its own becomes a numeric entity. */
function entities(text: string): string {
  return text.replace(special, (character) => {
    const entity = `&#${character.charCodeAt(0)};`;
    // GFM looks for mail addresses after it has decoded entities, in every run of text: the comment ends the run.
    return character === '@' ? `<!-- -->${entity}` : entity;
  });
}

/**
 * A message that mixes our words with the repository's. Only plain words and plain numbers stay as they are; a name, a
 * literal, anything with a character that Markdown, HTML or GitHub's filters could take up goes into `<code>`, and so
 * does what the message itself puts between backticks.
 */
export function prose(message: string, limit = 600): string {
  const text = shortenMiddle(visibleText(message).replace(/\s+/g, ' ').trim(), limit);
  return text
    .split('`')
    .map((part, index, parts) => (index % 2 === 1 && index < parts.length - 1 ? codeSpan(part) : words(part)))
    .join('');
}

interface Token {
  readonly before: string;
  readonly body: string;
  readonly after: string;
}

function words(text: string): string {
  const out: string[] = [];
  let code: string[] = [];
  const flush = (): void => {
    if (code.length === 0) return;
    const { before, body, after } = peeled(code.join(' '));
    out.push(before + codeSpan(body) + after);
    code = [];
  };
  for (const token of wholeExpressions(text.split(' '))) {
    const { before, body, after } = peeled(token);
    if (isPlain(body)) {
      flush();
      // Brackets and punctuation around plain words start nothing, so they stay readable in the raw text too.
      out.push(before + body + after);
    } else {
      code.push(token);
      // Punctuation closes a run of code: what follows is a new clause.
      if (/[,.;:]$/.test(after)) flush();
    }
  }
  flush();
  return out.join(' ');
}

/** Longest expression, in words, that is kept together. */
const expressionWords = 16;

/** Joins the words of an expression that spaces tore apart: `f("a b", (c,))` is one token, if its brackets close soon. */
function wholeExpressions(tokens: readonly string[]): string[] {
  const out: string[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index] ?? '';
    let joined = token;
    let taken = 0;
    // A bracket that opens a parenthesis of the sentence stands before a word; one of an expression follows a name.
    if (/[\w\])"']["'([{]/.test(token) || /^\(?["'[{]/.test(token)) {
      while (taken < expressionWords && index + taken + 1 < tokens.length && isOpen(joined)) {
        taken++;
        joined += ` ${tokens[index + taken] ?? ''}`;
      }
    }
    if (taken > 0 && !isOpen(joined)) index += taken;
    else joined = token;
    out.push(joined);
  }
  return out;
}

/** Whether a quotation mark or a bracket is still open. Brackets inside quotation marks count for nothing. */
function isOpen(text: string): boolean {
  const bare = text.replace(/(["'])(?:(?!\1).)*\1/g, '');
  if (/["]/.test(bare)) return true;
  return (bare.match(/[([{]/g)?.length ?? 0) > (bare.match(/[)\]}]/g)?.length ?? 0);
}

/** An opening bracket before, closing brackets and punctuation after, where the brackets belong to the sentence. */
function peeled(token: string): Token {
  const after = /[,.;:!?]*$/.exec(token)?.[0] ?? '';
  let body = token.slice(0, token.length - after.length);
  let before = '';
  let closing = '';
  if (body.startsWith('(')) {
    before = '(';
    body = body.slice(1);
  }
  const opened = body.split('(').length - 1;
  const closed = body.split(')').length - 1;
  if (body.endsWith(')') && closed > opened) {
    closing = ')';
    body = body.slice(0, -1);
  }
  return { before, body, after: closing + after };
}

// Letters alone can be no link, tag, mention or emphasis; long runs of hexadecimal digits GitHub takes for commits.
function isPlain(word: string): boolean {
  if (/^(?:|[·…–—=/]|\d{1,10}(?:\.\d{1,4})?|\d{1,3}(?:,\d{3})+)$/.test(word)) return true;
  if (!/^[A-Za-z]+(['’-][A-Za-z]+)*$/.test(word) || /^[0-9a-f]{7,}$/i.test(word)) return false;
  return word.length <= 24 && (properNames.has(word) || !/[a-z][A-Z]/.test(word));
}

// Capitals inside a word are the mark of a name in code; these are names of the world.
const properNames = new Set([
  'GitHub',
  'GitLab',
  'JavaScript',
  'MongoDB',
  'MySQL',
  'OpenSSL',
  'OpenStack',
  'PostgreSQL',
  'PyJWT',
  'PyPI',
  'PyYAML',
]);

/** Characters that are safe in a link's target, everything else percent-encoded (RFC 3986), the segments kept apart. */
export function encodePath(path: string): string {
  return path.split('/').map(encodeSegment).join('/');
}

/** One segment of a path or one value of a query, percent-encoded by RFC 3986; lone surrogates become U+FFFD. */
export function encodeSegment(segment: string): string {
  return encodeURIComponent(segment.replace(/\p{Surrogate}/gu, '\uFFFD')).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
