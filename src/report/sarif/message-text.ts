// Message strings of SARIF: brackets, braces and backslashes have a meaning there (2.1.0 §3.11), and links to related
// locations are written `[text](id)`.
import type { Finding } from '../../findings/finding-set.ts';
import { visibleText } from '../text/visible-text.ts';

export interface LinkTarget {
  readonly id: number;
  readonly file: string;
  readonly line: number;
}

/** Text that stands for itself: brackets and backslashes escaped, braces doubled, control characters visible. */
export function escapeMessage(text: string): string {
  return visibleText(text)
    .replace(/[\\[\]]/g, '\\$&')
    .replace(/[{}]/g, '$&$&');
}

/**
 * The message of a finding with each "line 12" or "path line 12" that names a related place turned into a link to it.
 * A place of the finding's own file is meant where no path stands before the words.
 */
export function linkedMessage(finding: Finding, message: string, targets: readonly LinkTarget[]): string {
  const open = new Map<string, LinkTarget>();
  for (const target of targets) {
    const phrases = target.file === finding.file ? [`line ${target.line}`] : [];
    for (const phrase of [`${target.file} line ${target.line}`, ...phrases])
      if (!open.has(phrase)) open.set(phrase, target);
  }
  if (open.size === 0) return escapeMessage(message);
  const linked = new Set<number>();
  // Longest first, so that "a.py line 3" is not taken for "line 3"; the look-ahead keeps "line 1" out of "line 12".
  const phrases = [...open.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).map(escapeRegExp);
  const pattern = new RegExp(`(?<![\\w./-])(?:${phrases.join('|')})(?!\\d)`, 'g');
  let out = '';
  let from = 0;
  for (const match of message.matchAll(pattern)) {
    const target = open.get(match[0]);
    if (!target || linked.has(target.id)) continue;
    // "x.py line 3" of a file that is no target: the words belong to that path, not to this file.
    if (match[0].startsWith('line ') && /[\w-]\.\w+ $/.test(message.slice(0, match.index))) continue;
    linked.add(target.id);
    out += `${escapeMessage(message.slice(from, match.index))}[${escapeMessage(match[0])}](${target.id})`;
    from = match.index + match[0].length;
  }
  return out + escapeMessage(message.slice(from));
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}
