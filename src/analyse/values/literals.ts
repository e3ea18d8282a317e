// Python's literal tokens as constants. In: the token's source text. Out: a Constant, or undefined if it is none.
import type { Constant } from './constant.ts';

/** A string token with prefix and quotes: `rb'..'`, `"""..."""`. An f-string without holes gives its text. */
export function stringConstant(token: string): Constant | undefined {
  const match = /^([A-Za-z]*)("""|'''|"|')/.exec(token);
  if (match === null) return undefined;
  const prefix = match[1]!.toLowerCase();
  const quotes = match[2]!;
  if (token.length < prefix.length + 2 * quotes.length || !token.endsWith(quotes)) return undefined;
  const body = token.slice(prefix.length + quotes.length, token.length - quotes.length);
  return { type: prefix.includes('b') ? 'bytes' : 'str', value: stringContent(body, prefix) };
}

/** The text of the inside of a string whose prefix is given (lower case). */
export function stringContent(body: string, prefix: string): string {
  const raw = prefix.includes('r');
  let text = raw || !body.includes('\\') ? body : unescape(body, prefix.includes('b'));
  if (prefix.includes('f') || prefix.includes('t')) text = text.replaceAll('{{', '{').replaceAll('}}', '}');
  return text;
}

const simpleEscapes: Readonly<Record<string, string>> = {
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\n': '',
  '\r': '',
  '\r\n': '',
};

function unescape(body: string, bytes: boolean): string {
  return body.replace(
    /\\(\r\n|[0-7]{1,3}|x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|N\{[^}]*\}|[^])/g,
    (whole, escape: string) => {
      const simple = simpleEscapes[escape];
      if (simple !== undefined) return simple;
      if (/^[0-7]/.test(escape)) return String.fromCharCode(parseInt(escape, 8));
      if (escape.length === 3 && escape.startsWith('x')) return String.fromCharCode(parseInt(escape.slice(1), 16));
      if (!bytes && /^u.{4}$/.test(escape)) return String.fromCharCode(parseInt(escape.slice(1), 16));
      if (!bytes && /^U.{8}$/.test(escape)) {
        const code = parseInt(escape.slice(1), 16);
        return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
      }
      // Named characters are not looked up; which one it is decides nothing.
      if (!bytes && escape.startsWith('N{')) return '\ufffd';
      return whole;
    },
  );
}

/** A number token; Python 2's `0777` and `10L` too. Undefined for an imaginary or an unsafely large one. */
export function numberConstant(token: string): Constant | undefined {
  const text = token.replaceAll('_', '').toLowerCase();
  if (text.endsWith('j')) return undefined;
  if (/^\d*\.?\d*(e[+-]?\d+)?$/.test(text) && /[.e]/.test(text)) return { type: 'float', value: Number(text) };
  const digits = text.replace(/l$/, '');
  const value = /^0[0-7]+$/.test(digits) ? parseInt(digits, 8) : Number(digits);
  return Number.isSafeInteger(value) ? { type: 'int', value } : undefined;
}
