// What a regular expression shows of a text that it matches whole: the characters it admits. In: a constant pattern. Out: the
// kinds for which no admitted character has a meaning. Leaves alone: whether the pattern is slow.
import { admittedTexts } from '../patterns/admitted-texts.ts';
import { negated, single, union } from '../patterns/character-set.ts';
import { fixesHost } from '../patterns/fixed-host.ts';
import type { ParsedPattern, Pattern } from '../patterns/parse-pattern.ts';
import { parsePattern } from '../patterns/parse-pattern.ts';
import type { KindSet } from '../values/kind-set.ts';
import { kindSet, textKinds, urlKinds } from '../values/kind-set.ts';

/**
 * Kinds for which a text that `re.<how>(pattern)` matched is harmless; none if the pattern neither covers the whole text nor fixes
 * its host, or admits too much. `how`: fullmatch, match, search. Flags stand at the pattern's beginning: `(?m)`.
 */
export function patternCleans(pattern: string, how: string): KindSet {
  const parsed = treeOf(pattern);
  if (parsed === undefined || !isTriedAtBeginning(parsed, pattern, how)) return 0n;
  const body = withoutFlags(pattern);
  // An alternative at the top level is anchored on one side only, and with `(?m)` `$` holds at the end of each line.
  const atEnd = parsed.flags.multiline === true ? /\\Z$/ : /(?:\$|\\Z)$/;
  const isWhole = how === 'fullmatch' || (atEnd.test(body) && !/\\\$$/.test(body) && parsed.tree.kind !== 'choice');
  return (fixesHost(parsed.tree, isWhole) ? urlKinds : 0n) | (isWhole ? wholeCleans(body) : 0n);
}

/** The tree of a pattern that `re.<how>` tries at the beginning of a text; undefined for others, and for one that is not known. */
export function triedAtBeginning(pattern: string, how: string): Pattern | undefined {
  const parsed = treeOf(pattern);
  return parsed !== undefined && isTriedAtBeginning(parsed, pattern, how) ? parsed.tree : undefined;
}

function isTriedAtBeginning({ tree, flags }: ParsedPattern, pattern: string, how: string): boolean {
  if (how !== 'search') return true;
  const anchor = flags.multiline === true ? /^\\A/ : /^(?:\^|\\A)/;
  return anchor.test(withoutFlags(pattern)) && tree.kind !== 'choice';
}

function treeOf(pattern: string): ParsedPattern | undefined {
  return parsePattern(pattern, { ignoreCase: false, dotAll: true, verbose: false });
}

function withoutFlags(pattern: string): string {
  return pattern.replace(/^\(\?[aiLmsux]+\)/, '');
}

/** The same of a pattern that covers the whole text. */
function wholeCleans(pattern: string): KindSet {
  const body = pattern.replace(/^(?:\^|\\A)/, '').replace(/(?:\$|\\Z)$/, '');
  const admitted = admittedCharacters(body);
  const begins = beginsPlain(body) ? kindSet('argv') : 0n;
  const placed = kindsByPlace(body, admitted);
  if (admitted === undefined) return begins | placed;
  const sums = isArithmetic(body, admitted) ? kindSet('code') | kindSet('expression') : 0n;
  const host = isOwnHost(body, admitted) ? kindSet('url') : 0n;
  return (kindsWithout(admitted) & ~namedKinds) | begins | sums | placed | host;
}

/** Hosts of one domain only: `[a-z0-9-]+\\.example\\.com`. */
function isOwnHost(body: string, admitted: ReadonlySet<string>): boolean {
  return /(?:\\\.[a-z0-9-]+){2,}$/i.test(body) && ![...'/\\@:?# '].some((sign) => admitted.has(sign));
}

const ofOneName = kindSet('path') | kindSet('path-inside') | kindSet('path-relative');
const slash = single(47);
// What browsers take for a slash, or leave out before the second one.
const likeSlash = union(slash, single(92), single(9), single(10), single(13));

/** Kinds of which it matters where a character stands: two dots side by side, a slash at the beginning. */
function kindsByPlace(body: string, admitted: ReadonlySet<string> | undefined): KindSet {
  const texts = admittedTexts(body);
  if (texts === undefined) return 0n;
  let kinds = 0n;
  // One name that does not begin with a dot is neither `.` nor `..`.
  if (admitted !== undefined && !texts.mayBegin(single(46))) {
    if (!['/', '\\'].some((sign) => admitted.has(sign))) kinds |= ofOneName;
    if (!['/', '\\', '?', '#', '@'].some((sign) => admitted.has(sign))) kinds |= kindSet('url-path');
  }
  if (!texts.mayFollow(single(46), single(46))) kinds |= kindSet('path-inside');
  if (!texts.mayBegin(likeSlash)) kinds |= kindSet('path-relative');
  // One slash and then no second one: a path of this site.
  if (!texts.mayBegin(negated(slash)) && !texts.maySecond(likeSlash)) kinds |= kindSet('redirect');
  return kinds;
}

/** Where any name does harm, a text of letters is none the better for it. */
export const namedKinds = kindSet('reflection') | kindSet('module') | kindSet('fields') | kindSet('session');

/** The text begins with a letter, a digit or a sign that begins no option. */
function beginsPlain(body: string): boolean {
  const [first, characters] = /^(?:\[((?:[\w./:@]-[\w]|[\w./:@])+)\]|\\[wd]|[\w/.:@])(?![*?{])/.exec(body) ?? [];
  return first !== undefined && characters?.startsWith('^') !== true && !hasTopLevelAlternative(body);
}

/** Digits and the signs of sums only: what Python makes of it is a number. */
function isArithmetic(body: string, admitted: ReadonlySet<string>): boolean {
  if ([...admitted].some((sign) => !' +-*/%.,()'.includes(sign))) return false;
  return !/[A-Za-z_]/.test(body.replace(/\\[dsAZ]/g, ''));
}

/** The part of a pattern in a group, by number from 1 or by name; undefined if it has no such group. */
export function groupBody(pattern: string, which: number | string): string | undefined {
  let count = 0;
  let inClass = false;
  for (let i = 0; i < pattern.length; i++) {
    const character = pattern[i];
    if (character === '\\') i++;
    else if (inClass) inClass = character !== ']' || pattern[i - 1] === '[';
    else if (character === '[') inClass = true;
    else if (character === '(') {
      const head = /^\((?:\?(?:P<(\w+)>|[^P]))?/.exec(pattern.slice(i))!;
      const isGroup = !head[0].startsWith('(?') || head[1] !== undefined;
      if (!isGroup) continue;
      count++;
      if (count !== which && head[1] !== which) continue;
      const from = i + head[0].length;
      return pattern.slice(from, groupEnd(pattern, from));
    }
  }
  return undefined;
}

function groupEnd(pattern: string, from: number): number {
  let depth = 0;
  let inClass = false;
  for (let i = from; i < pattern.length; i++) {
    const character = pattern[i];
    if (character === '\\') i++;
    else if (inClass) inClass = character !== ']';
    else if (character === '[') inClass = true;
    else if (character === '(') depth++;
    else if (character === ')' && depth-- === 0) return i;
  }
  return pattern.length;
}

/** Kinds for which a text is harmless of which everything that a negated class matches was replaced: `re.sub(r"[^a-z0-9]", "_", x)`. */
export function removedCleans(pattern: string, replacement: string): KindSet {
  const negated = /^\(?\[\^((?:[^\]\\]|\\.)+)\]\)?[+*]?$/s.exec(pattern);
  if (pattern === '\\W' || pattern === '\\W+') return patternCleans(`[\\w${escapeClass(replacement)}]*`, 'fullmatch');
  if (negated === null) return 0n;
  return patternCleans(`[${negated[1]}${escapeClass(replacement)}]*`, 'fullmatch');
}

/** What holds of a text in which a pattern finds nothing: of `(~|\.\.|/)` neither slash nor `..` is in it. */
export function absentKinds(pattern: string): KindSet {
  const body = /^\(([^()?]*)\)$/.exec(pattern)?.[1] ?? pattern;
  if (/[()]/.test(body.replace(/\\./g, ''))) return 0n;
  let kinds = 0n;
  for (const one of alternativesOf(body)) {
    const signs = /^\[(?!\^)((?:[^\]\\]|\\.)+)\]$/.exec(one)?.[1];
    if (one === '/' || signs?.includes('/') === true) kinds |= kindSet('path-relative') | kindSet('path-inside');
    if (one === '\\.\\.' || one === '\\.{2}') kinds |= kindSet('path-inside');
  }
  return kinds;
}

/** The alternatives at the top level; `|` in a class is none. */
function alternativesOf(body: string): string[] {
  return body.match(/(?:\[(?:[^\]\\]|\\.)*\]|\\.|[^|\\[])+/g) ?? [];
}

function escapeClass(text: string): string {
  return text.replaceAll(/[\\\]^-]/g, '\\$&');
}

function hasTopLevelAlternative(pattern: string): boolean {
  let depth = 0;
  let inClass = false;
  for (let i = 0; i < pattern.length; i++) {
    const character = pattern[i];
    if (character === '\\') i++;
    else if (inClass) inClass = character !== ']';
    else if (character === '[') inClass = true;
    else if (character === '(') depth++;
    else if (character === ')') depth--;
    else if (character === '|' && depth === 0) return true;
  }
  return false;
}

// Letters, digits and `_` stand for themselves everywhere; what else is admitted decides.
const plain = /[A-Za-z0-9_]/;

/** Signs a pattern admits, without letters, digits and `_`; undefined if it admits any. */
function admittedCharacters(pattern: string): ReadonlySet<string> | undefined {
  const admitted = new Set<string>();
  const add = (character: string): void => {
    if (!plain.test(character)) admitted.add(character);
  };
  for (let i = 0; i < pattern.length; i++) {
    const character = pattern[i]!;
    if (character === '.') return undefined;
    if (character === '[') {
      const end = classEnd(pattern, i);
      if (end < 0 || !addClass(pattern.slice(i + 1, end), add)) return undefined;
      i = end;
    } else if (character === '\\') {
      const escaped = pattern[++i] ?? '';
      if (/[WDSB]/.test(escaped)) return undefined;
      if (escaped === 's') for (const space of ' \n\r\t') add(space);
      else if (escaped === 'n') add('\n');
      else if (!/[wdbAZ]/.test(escaped)) add(escaped);
    } else if (character === '(') {
      // What is only looked for narrows what is admitted.
      if (/^\(\?(?:[!=]|<[!=])/.test(pattern.slice(i))) {
        i = groupEnd(pattern, i + 1);
        continue;
      }
      const head = /^\((?:\?(?::|P<\w+>))?/.exec(pattern.slice(i))!;
      i += head[0].length - 1;
    } else if (character === '{') {
      const counted = /^\{\d*,?\d*\}/.exec(pattern.slice(i));
      if (counted === null) add('{');
      else i += counted[0].length - 1;
    } else if (character === '-' && !/[*+{]/.test(pattern[i + 1] ?? '')) {
      // One hyphen at a fixed place begins neither a comment nor an option.
    } else if (!')|*+?^$'.includes(character)) {
      add(character);
    }
  }
  return admitted;
}

function classEnd(pattern: string, start: number): number {
  let i = start + 1;
  if (pattern[i] === '^') i++;
  if (pattern[i] === ']') i++;
  for (; i < pattern.length; i++) {
    if (pattern[i] === '\\') i++;
    else if (pattern[i] === ']') return i;
  }
  return -1;
}

/** Adds what a class admits; false if that is nearly everything. */
function addClass(body: string, add: (character: string) => void): boolean {
  if (body.startsWith('^')) return false;
  for (let i = 0; i < body.length; i++) {
    let character = body[i]!;
    if (character === '\\') {
      character = body[++i] ?? '';
      if (/[WDS]/.test(character)) return false;
      if (character === 's') for (const space of ' \n\r\t') add(space);
      else if (!/[wd]/.test(character)) add(character);
      if (/[wds]/.test(character)) continue;
    }
    if (body[i + 1] === '-' && i + 2 < body.length) {
      const to = body[i + 2]!;
      const [from, until] = [character.codePointAt(0)!, to.codePointAt(0)!];
      for (let code = from; code <= until && code < from + 256; code++) add(String.fromCodePoint(code));
      i += 2;
    } else add(character);
  }
  return true;
}

/** Signs that mean something at the sinks of a kind. */
const dangerous: Readonly<Record<string, string>> = {
  sql: '\'"`;\\()-*/%=',
  shell: ';|&$`<>(){}[]*?!~#\'"\\ \n\r\t%^=',
  code: '()[]{}.;\'"=+,: \n\\@',
  template: '{}%$#<',
  expression: '()[]{}.;\'"=+,: \n\\@',
  argv: '-',
  html: '<>&"\'`=',
  markup: '<>&"\'',
  path: '/\\.',
  redirect: '/\\:',
  url: '/\\:@?#.',
  'url-path': './\\?#@',
  ldap: '*()\\\u0000=,+<>;"',
  xpath: '\'"[]()/=|@',
  header: '\n\r',
  cookie: '\n\r;=,',
  log: '\n\r',
  mail: '\n\r,;<>@',
  regex: '.*+?()[]{}|^$\\',
  reflection: '.',
  nosql: '$.{}',
  format: '{}%',
  // ASCII has one form
  'unicode-form': '',
};

function kindsWithout(admitted: ReadonlySet<string>): KindSet {
  if (admitted.size === 0) return textKinds;
  let kinds = 0n;
  for (const [kind, signs] of Object.entries(dangerous)) {
    if ([...admitted].every((sign) => !signs.includes(sign))) kinds |= kindSet(kind as 'sql');
  }
  // A name of letters with a hyphen or underscore begins with no option only if it cannot begin with one.
  if (!admitted.has('/') && !admitted.has('\\')) kinds |= kindSet('path-relative') | kindSet('path-segment');
  if (!admitted.has('.')) kinds |= kindSet('path-inside');
  if (!admitted.has('\n') && !admitted.has('\r')) kinds |= kindSet('single-line');
  return kinds;
}
