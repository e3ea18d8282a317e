// Tokens of providers in a text. In: a text, and the name it is given to. Out: what was found, with its format.
// Leaves alone: where the text stands, how serious it is. Built for millions of texts: a quick test drops nearly all of them,
// the rest is looked at only where a word starts like a token.
import type { ProviderToken } from '../../rules/provider-tokens.ts';
import { providerTokens } from '../../rules/provider-tokens.ts';
import { entropy, isExampleToken } from '../detectors/secret-value.ts';
import { longestToken, shortestTokenRun, tokenEntropy } from './secret-limits.ts';
import { contentOf } from './content-of.ts';
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
  /** 1 for the first two characters of some start: `code0 * 128 + code1`. */
  readonly heads: Uint8Array;
  /** By the same number. */
  readonly byStart: ReadonlyMap<number, readonly Compiled[]>;
  /** What they are known by stands inside. */
  readonly inner: readonly Compiled[];
  readonly named: readonly { readonly format: ProviderToken; readonly context: RegExp; readonly regex: RegExp }[];
  readonly anyContext: RegExp;
}

let table: Table | undefined;

/**
 * True if a text has a run of letters, digits, `_` and `-` that is long enough for a token and has a digit or a capital letter
 * in it. Words, names in snake_case and lines of dashes have not.
 */
function hasTokenRun(text: string): boolean {
  // A run of that length covers one of the places that lie so far apart; from each the run is followed both ways.
  for (let at = shortestTokenRun - 1; at < text.length; at += shortestTokenRun) {
    let mixture = classes[text.charCodeAt(at)]!;
    if (mixture === 0) continue;
    let before = at - 1;
    for (let found; before >= 0 && (found = classes[text.charCodeAt(before)]!) !== 0; before--) mixture |= found;
    let after = at + 1;
    for (let found; after < text.length && (found = classes[text.charCodeAt(after)]!) !== 0; after++) mixture |= found;
    if (after - before > shortestTokenRun && (mixture & (DIGIT | UPPER)) !== 0) return true;
    at = after;
  }
  return false;
}

const HASH = 35;
const DIGIT = 1;
const UPPER = 2;
const OTHER = 4;

// By character code: the class of a character of tokens, 0 for others; 1 for letters and digits.
const classes = new Uint8Array(65536);
const wordCodes = new Uint8Array(65536);
for (let code = 0; code < 128; code++) {
  const character = String.fromCharCode(code);
  classes[code] = /\d/.test(character)
    ? DIGIT
    : /[A-Z]/.test(character)
      ? UPPER
      : /[a-z_-]/.test(character)
        ? OTHER
        : 0;
  if (/[A-Za-z0-9]/.test(character)) wordCodes[code] = 1;
}

/** Tokens with a published form, in the order of the text. */
export function findTokens(text: string): FoundToken[] {
  const { heads, byStart, inner } = (table ??= compile());
  const found: FoundToken[] = [];
  const accept = (compiled: Compiled, match: RegExpExecArray): void => {
    const token = match[0];
    const isHead = token.startsWith(compiled.start);
    const body = match.groups?.['body'] ?? (isHead ? token.slice(compiled.start.length) : token);
    if (isIssued(compiled.format, token, body))
      found.push({ format: compiled.format, text: token, shown: isHead ? compiled.start : '' });
  };
  let inWord = false;
  for (let at = 0, code = text.charCodeAt(0); at + 1 < text.length; at++) {
    const next = text.charCodeAt(at + 1);
    const isWord = wordCodes[code] === 1;
    // Codes of 128 and more give an index outside, where nothing is.
    if (isWord && !inWord && heads[code * 128 + next] === 1 && next < 128) {
      for (const compiled of byStart.get(code * 128 + next)!) {
        if (!text.startsWith(compiled.start, at)) continue;
        compiled.regex.lastIndex = at;
        const match = compiled.regex.exec(text);
        if (match !== null) accept(compiled, match);
      }
    }
    inWord = isWord;
    code = next;
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
    if (context.test(name) && regex.test(value) && isIssued(format, value, value))
      return { format, text: value, shown: '' };
  }
  return undefined;
}

/** Some format may be there; whose it is can depend on a name. In the order of cost: nearly every text fails the first tests. */
export function mayHoldToken(text: string): boolean {
  if (text.length <= shortestTokenRun) return false;
  const hasRun = hasTokenRun(text);
  const mayBeOpaque = text.length < longestToken + 8 && text.charCodeAt(0) !== HASH && !text.includes(' ');
  if (!mayBeOpaque && !hasRun) return false;
  const content = contentOf(text);
  return (
    (mayBeOpaque && isOpaque(content)) ||
    (hasRun && (findTokens(content).length > 0 || assignedTokens(content).length > 0))
  );
}

const assignment = /\b(\w*(?:key|token|secret)\w*)['"]?\s*[:=]\s*['"]?([A-Za-z0-9/+=_.:-]{15,120})(?=['"\s,;&)]|$)/gi;

/** `AWS_SECRET_ACCESS_KEY=...` inside a comment or a longer text. */
export function assignedTokens(text: string): readonly FoundToken[] {
  if (!/key|token|secret/i.test(text)) return [];
  return [...text.matchAll(assignment)].flatMap(([, name, value]) => {
    const found = isOpaque(value!) ? findNamedToken(name!, value!) : undefined;
    return found === undefined ? [] : [found];
  });
}

/** True for a text as findNamedToken wants it: opaque from end to end. */
export function isOpaque(text: string): boolean {
  return (
    text.length >= shortestTokenRun &&
    text.length <= longestToken &&
    /\d/.test(text) &&
    /^[A-Za-z0-9/+=_.:-]+$/.test(text)
  );
}

/** Neither typed for documentation nor wrong by its own checksum. */
function isIssued(format: ProviderToken, token: string, body: string): boolean {
  if (isExampleToken(body)) return false;
  if (entropy(body) < (/^[0-9a-f-]+$/i.test(body) ? tokenEntropy.hex : tokenEntropy.other) && body.length >= 16)
    return false;
  return format.check === undefined || checkHolds(format.check, token);
}

function compile(): Table {
  const heads = new Uint8Array(128 * 128);
  const byStart = new Map<number, Compiled[]>();
  const inner: Compiled[] = [];
  const named: { format: ProviderToken; context: RegExp; regex: RegExp }[] = [];
  for (const format of providerTokens) {
    if (format.context !== undefined) {
      named.push({
        format,
        context: new RegExp(format.context, 'iu'),
        regex: new RegExp(`^(?:${format.pattern})$`, 'u'),
      });
    }
    for (const start of format.starts ?? []) {
      const key = start.charCodeAt(0) * 128 + start.charCodeAt(1);
      const regex = new RegExp(`(?:${format.pattern})(?![A-Za-z0-9_-])`, 'uy');
      heads[key] = 1;
      byStart.set(key, [...(byStart.get(key) ?? []), { format, start, regex }]);
    }
    for (const start of format.holds ?? []) {
      inner.push({
        format,
        start,
        regex: new RegExp(`(?<![A-Za-z0-9_-])(?:${format.pattern})(?![A-Za-z0-9_-])`, 'gu'),
      });
    }
  }
  return {
    heads,
    byStart,
    inner,
    named,
    anyContext: new RegExp(named.map(({ context }) => `(?:${context.source})`).join('|'), 'iu'),
  };
}
