// Tokens of providers in a text. In: a text, and the name it is given to. Out: what was found, with its format.
// Leaves alone: where the text stands, how serious it is. Built for millions of texts: a quick test drops nearly all of them,
// the rest is looked at only where a word starts like a token.
import type { ProviderToken } from '../../rules/provider-tokens.ts';
import { providerTokens } from '../../rules/provider-tokens.ts';
import { entropy, isExampleToken } from '../detectors/secret-value.ts';
import { longestToken, shortestTokenRun, tokenEntropy } from './secret-limits.ts';
import { checkHolds } from './token-checks.ts';

export interface FoundToken {
  readonly format: ProviderToken;
  readonly text: string;
  /** The published start that may be shown, or ''. */
  readonly shown: string;
}

interface Compiled {
  readonly format: ProviderToken;
  readonly start: string;
  /** Sticky where the token begins with `start`, else global. */
  readonly regex: RegExp;
}

interface Table {
  /** By the first two characters of the start: `code0 * 128 + code1`. */
  readonly byStart: ReadonlyMap<number, readonly Compiled[]>;
  /** What they are known by stands inside. */
  readonly inner: readonly Compiled[];
  readonly named: readonly { readonly format: ProviderToken; readonly context: RegExp; readonly regex: RegExp }[];
  readonly anyContext: RegExp;
}

let table: Table | undefined;

/** True if a text has a run of letters, digits, `_` and `-` that is long enough for a token. */
export function hasTokenRun(text: string): boolean {
  // A run of that length covers one of the places that lie so far apart; from each the run is followed both ways.
  for (let at = shortestTokenRun - 1; at < text.length; at += shortestTokenRun) {
    if (!isTokenCode(text.charCodeAt(at))) continue;
    let first = at;
    let last = at;
    while (first > 0 && at - first < shortestTokenRun && isTokenCode(text.charCodeAt(first - 1))) first--;
    while (last - first + 1 < shortestTokenRun && isTokenCode(text.charCodeAt(last + 1))) last++;
    if (last - first + 1 >= shortestTokenRun) return true;
  }
  return false;
}

const tokenCodes = new Uint8Array(128);
for (const character of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-') tokenCodes[character.charCodeAt(0)] = 1;

function isTokenCode(code: number): boolean {
  return tokenCodes[code] === 1;
}

function isWordCode(code: number): boolean {
  return tokenCodes[code] === 1 && code !== 95 && code !== 45;
}

/** Tokens with a published form, in the order of the text. */
export function findTokens(text: string): FoundToken[] {
  const { byStart, inner } = (table ??= compile());
  const found: FoundToken[] = [];
  const accept = (compiled: Compiled, match: RegExpExecArray): void => {
    const token = match[0];
    const isHead = token.startsWith(compiled.start);
    const body = match.groups?.['body'] ?? (isHead ? token.slice(compiled.start.length) : token);
    if (isIssued(compiled.format, token, body)) found.push({ format: compiled.format, text: token, shown: isHead ? compiled.start : '' });
  };
  let inWord = false;
  for (let at = 0; at + 1 < text.length; at++) {
    const isWord = isWordCode(text.charCodeAt(at));
    if (isWord && !inWord) {
      for (const compiled of byStart.get(text.charCodeAt(at) * 128 + text.charCodeAt(at + 1)) ?? []) {
        if (!text.startsWith(compiled.start, at)) continue;
        compiled.regex.lastIndex = at;
        const match = compiled.regex.exec(text);
        if (match !== null) accept(compiled, match);
      }
    }
    inWord = isWord;
  }
  for (const compiled of inner) {
    if (!text.includes(compiled.start)) continue;
    for (const match of text.matchAll(compiled.regex)) accept(compiled, match);
  }
  return found;
}

/** A text that is only a run of characters, and a token by the name it is given to. */
export function findNamedToken(name: string, value: string): FoundToken | undefined {
  const { named, anyContext } = (table ??= compile());
  if (!anyContext.test(name)) return undefined;
  for (const { format, context, regex } of named) {
    if (context.test(name) && regex.test(value) && isIssued(format, value, value)) return { format, text: value, shown: '' };
  }
  return undefined;
}

/** True for a text as findNamedToken wants it: opaque from end to end. */
export function isOpaque(text: string): boolean {
  return text.length >= shortestTokenRun && text.length <= longestToken && /\d/.test(text) && /^[A-Za-z0-9/+=_.:-]+$/.test(text);
}

/** Neither typed for documentation nor wrong by its own checksum. */
function isIssued(format: ProviderToken, token: string, body: string): boolean {
  if (isExampleToken(body)) return false;
  if (entropy(body) < (/^[0-9a-f-]+$/i.test(body) ? tokenEntropy.hex : tokenEntropy.other) && body.length >= 16) return false;
  return format.check === undefined || checkHolds(format.check, token);
}

function compile(): Table {
  const byStart = new Map<number, Compiled[]>();
  const inner: Compiled[] = [];
  const named: { format: ProviderToken; context: RegExp; regex: RegExp }[] = [];
  for (const format of providerTokens) {
    if (format.context !== undefined) {
      named.push({ format, context: new RegExp(format.context, 'iu'), regex: new RegExp(`^(?:${format.pattern})$`, 'u') });
    }
    for (const start of format.starts ?? []) {
      const key = start.charCodeAt(0) * 128 + start.charCodeAt(1);
      const regex = new RegExp(`(?:${format.pattern})(?![A-Za-z0-9_-])`, 'uy');
      byStart.set(key, [...(byStart.get(key) ?? []), { format, start, regex }]);
    }
    for (const start of format.holds ?? []) {
      inner.push({ format, start, regex: new RegExp(`(?<![A-Za-z0-9_-])(?:${format.pattern})(?![A-Za-z0-9_-])`, 'gu') });
    }
  }
  return { byStart, inner, named, anyContext: new RegExp(named.map(({ context }) => `(?:${context.source})`).join('|'), 'iu') };
}
