// Text from the scanned repository, made safe to print: what would move the cursor, change the direction of reading,
// end a line or not be seen at all is shown as an escape.

/**
 * Replaces control, bidirectional, zero-width and line-separator characters by a visible `\uXXXX` and lone halves of
 * surrogate pairs by U+FFFD. The result is one line.
 */
export function visibleText(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD').replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) => {
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
    return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`;
  });
}

/** Text as it is, but well-formed: lone halves of surrogate pairs, which JSON and URIs cannot carry, become U+FFFD. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD');
}
