// Patterns that look for script elements of HTML. In: a pattern's text and flags. Out: what of a browser's script elements they miss.
// Leaves alone: whether the text is filtered for safety.
import type { PatternFlags } from './parse-pattern.ts';

/** What the pattern does not find, for a sentence; nothing if it is about something else, or finds all. */
export function missedScripts(text: string, { ignoreCase, dotAll }: PatternFlags): string | undefined {
  if (!/<(?:\\s\*)?\(?(?:\?:)?script/i.test(text)) return undefined;
  const missed: string[] = [];
  if (!ignoreCase && !/\[sS\]|\[Ss\]|\[a-zA-Z\]/.test(text)) missed.push('<SCRIPT>');
  // Between the tags.
  const between = /script[^<]*>(.*)<\\?\/|script\b([^<]*)<\\?\//is.exec(text);
  const content = between?.[1] ?? between?.[2];
  if (content !== undefined && /(?<!\\)\.[*+]/.test(content) && !dotAll) missed.push('scripts of several lines');
  if (/<\\?\/script>/i.test(text)) missed.push('</script >');
  return missed.length === 0 ? undefined : missed.join(' and ');
}
