// Which marks a comment carries (`github-delivery.md` §6.1).
// In: the text of one comment. Out: its marks with ids as written. Leaves alone: which rules the ids mean and how far a
// mark reaches (`suppressions.ts`).

export type MarkForm =
  'pyverdict' | 'noqa' | 'file-noqa' | 'pylint' | 'nosonar' | 'nosec' | 'nosemgrep' | 'codeql' | 'lgtm';

export interface Mark {
  readonly form: MarkForm;
  /** As written; empty: the mark names no rule. */
  readonly ids: readonly string[];
  /** Ours: the path that was accepted, by lower-case id: `ab12-...` of `PV101 path=ab12-...`. */
  readonly paths: ReadonlyMap<string, string>;
  /** From its `#` to the end of its ids. */
  readonly text: string;
  /** Where the text and the reason behind it stand in the comment, in UTF-16 code units; without white space at the end. */
  readonly start: number;
  readonly end: number;
  /** What follows the mark, up to the next one. */
  readonly reason: string;
  /** Ours, but not `ignore[...]`. */
  readonly malformed: boolean;
}

const ANY = /pyverdict|noqa|nosec|nosem|nosonar|pylint|codeql|lgtm/i;

// Heads of all forms; the ids behind a head are read by `readIds`, since a reason may follow without any separator.
const HEADS: readonly { readonly form: MarkForm; readonly head: RegExp }[] = [
  { form: 'pyverdict', head: /#\s*pyverdict\s*:\s*(?=ignore\b|\w+\s*\[)/gi },
  { form: 'file-noqa', head: /#\s*(?:ruff|flake8)\s*:\s*noqa\b/gi },
  { form: 'noqa', head: /#\s*noqa\b/gi },
  { form: 'pylint', head: /#\s*pylint\s*:\s*disable\s*=\s*/gi },
  { form: 'nosonar', head: /#\s*nosonar\b/gi },
  { form: 'nosec', head: /#\s*nosec\b/gi },
  { form: 'nosemgrep', head: /#\s*nosem(?:grep)?\b/gi },
  { form: 'codeql', head: /#\s*codeql\s*(?=\[)/gi },
  { form: 'lgtm', head: /#\s*lgtm\b/gi },
];

interface Ids {
  readonly ids: readonly string[];
  readonly paths?: ReadonlyMap<string, string>;
  readonly end: number;
  readonly malformed?: boolean;
}

const noPaths: ReadonlyMap<string, string> = new Map();

/**
 * The marks of a comment in the order they stand. `isName` says whether a word is the id of a rule of ours or the name
 * of a Bandit test; without it the first word of a reason would be taken for one.
 */
export function suppressionMarks(comment: string, isName: (word: string) => boolean): Mark[] {
  if (!ANY.test(comment)) return [];
  const found: { form: MarkForm; start: number; ids: Ids }[] = [];
  for (const { form, head } of HEADS) {
    for (const match of comment.matchAll(head)) {
      found.push({ form, start: match.index, ids: readIds(form, comment, match.index + match[0].length, isName) });
    }
  }
  found.sort((a, b) => a.start - b.start);
  return found.map(({ form, start, ids }, index) => {
    const whole = comment.slice(start, found[index + 1]?.start ?? comment.length).trimEnd();
    return {
      form,
      ids: ids.ids,
      paths: ids.paths ?? noPaths,
      text: comment.slice(start, ids.end).trimEnd(),
      start,
      end: start + whole.length,
      reason: trimReason(comment.slice(ids.end, start + whole.length)),
      malformed: ids.malformed ?? false,
    };
  });
}

/** The words of our list: ids, each perhaps followed by the path that was accepted. */
function idsWithPaths(list: readonly string[]): { ids: string[]; paths: Map<string, string> } {
  const ids: string[] = [];
  const paths = new Map<string, string>();
  for (const word of list) {
    const path = /^path=(.*)$/i.exec(word)?.[1];
    const id = ids.at(-1);
    if (path === undefined) ids.push(word);
    else if (id !== undefined) paths.set(id.toLowerCase(), path);
  }
  return { ids, paths };
}

function readIds(form: MarkForm, text: string, from: number, isName: (word: string) => boolean): Ids {
  switch (form) {
    case 'pyverdict': {
      const list = sticky(/ignore\s*\[([^\]]*)\]/iy, text, from);
      if (list !== undefined) return { ...idsWithPaths(words(list.match[1]!)), end: list.end };
      const wrong = sticky(/\w+\s*(?:\[[^\]]*\]?)?/y, text, from);
      return { ids: [], end: wrong?.end ?? from, malformed: true };
    }
    case 'codeql':
    case 'lgtm': {
      const list = sticky(/\s*\[([^\]]*)\]/y, text, from);
      return list === undefined ? { ids: [], end: from } : { ids: words(list.match[1]!), end: list.end };
    }
    case 'nosonar': {
      const list = sticky(/\s*\(([^)]*)\)/y, text, from);
      return list === undefined ? { ids: [], end: from } : { ids: words(list.match[1]!), end: list.end };
    }
    case 'pylint': {
      const list = sticky(/[\w-]+(?:\s*,\s*[\w-]+)*/y, text, from);
      return list === undefined ? { ids: [], end: from } : { ids: words(list.match[0]), end: list.end };
    }
    case 'nosemgrep': {
      const list = sticky(/\s*:\s*([\w.-]+(?:\s*,\s*[\w.-]+)*)/y, text, from);
      return list === undefined ? { ids: [], end: from } : { ids: words(list.match[1]!), end: list.end };
    }
    case 'noqa':
    case 'file-noqa':
      return codes(/\s*:\s*/y, /[a-z]{1,8}\d{1,5}(?![\w-])/iy, true, text, from, isName);
    case 'nosec':
      return codes(/\s*:?\s*/y, /(?:[BS]\d{3}|[A-Z]{2,6}\d{3})(?![\w-])/iy, false, text, from, isName);
  }
}

/** Codes and known names one after the other, until the first word that is neither. */
function codes(
  lead: RegExp,
  code: RegExp,
  needsLead: boolean,
  text: string,
  from: number,
  isName: (word: string) => boolean,
): Ids {
  const start = sticky(lead, text, from);
  if (start === undefined && needsLead) return { ids: [], end: from };
  const ids: string[] = [];
  let end = from;
  let at = start?.end ?? from;
  for (;;) {
    const next = sticky(code, text, at) ?? sticky(/[a-z][\w-]*/iy, text, at);
    if (next === undefined) break;
    code.lastIndex = at;
    if (!code.test(text) && !isName(next.match[0])) break;
    ids.push(next.match[0]);
    end = next.end;
    const separator = sticky(/[\s,]+/y, text, end);
    if (separator === undefined) break;
    at = separator.end;
  }
  return { ids, end };
}

function sticky(pattern: RegExp, text: string, at: number): { match: RegExpExecArray; end: number } | undefined {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  return match === null ? undefined : { match, end: at + match[0].length };
}

function words(list: string): string[] {
  return list.split(/[\s,]+/).filter((word) => word !== '');
}

function trimReason(text: string): string {
  return text.replace(/^[\s\-–—:;,.#]+/, '').replace(/[\s#]+$/, '');
}
