// The parser's gate on snippets: equal to the oracle in every node, and the lowered form is its projection.
// test/real/oracle.test.ts does the same over real code.
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { createFlatParser } from '../../src/parse/flat-parser.ts';
import { Kind } from '../../src/parse/syntax-kinds.ts';
import type { Oracle } from './oracle.ts';
import { comparable, createOracle, FULL_WORDS, isBroken, oracleDifference } from './oracle.ts';
import { loweredDifference } from './projection.ts';
import { broken, snippets } from './snippets.ts';

const parser = createFlatParser(
  new WebAssembly.Module(readFileSync(new URL('../../src/parse/native/parser.wasm', import.meta.url))),
);
const names: string[] = [''];
let oracle: Oracle;
beforeAll(async () => {
  oracle = await createOracle();
});

function check(text: string): void {
  expect(oracleDifference(parser, oracle, text, { extra: true })).toBeUndefined();
  const source = Buffer.from(text, 'utf8');
  const full = parser.parse(source);
  const lowered = parser.lower(source);
  names.push(...parser.takeNewTexts());
  expect(loweredDifference(source, full, lowered, names)).toBeUndefined();
}

/** How real files differ in their bytes; each is applied to every snippet. */
const forms: readonly { readonly form: string; readonly change: (text: string) => string }[] = [
  { form: 'LF', change: (text) => text },
  { form: 'CRLF', change: (text) => text.replaceAll('\n', '\r\n') },
  { form: 'lone CR', change: (text) => text.replaceAll('\n', '\r') },
  { form: 'BOM', change: (text) => `\ufeff${text}` },
  { form: 'tabs', change: (text) => text.replaceAll('    ', '\t') },
  { form: 'form feed', change: (text) => text.replaceAll('\n\n', '\n\f\n') },
  { form: 'no last line end', change: (text) => text.trimEnd() },
  { form: 'non-ASCII names', change: (text) => text.replaceAll('name', 'näme𝒙') },
  { form: 'cut off', change: (text) => text.slice(0, Math.floor(text.length * 0.7)) },
];

describe.each(forms)('$form', ({ change }) => {
  test.each(Object.entries(snippets))('%s', (_, text) => {
    check(change(text));
  });
});

test.each(Object.entries(snippets))('%s is read without an error', (_, text) => {
  expect(isBroken(comparable(parser.parse(Buffer.from(text))))).toBe(false);
});

test.each(Object.entries(broken))('broken: %s', (_, text) => {
  check(text);
  expect(isBroken(comparable(parser.parse(Buffer.from(text))))).toBe(true);
});

test('the snippets reach most of the grammar', () => {
  const seen = new Set<number>();
  for (const text of Object.values(snippets)) {
    const { words } = parser.parse(Buffer.from(text));
    for (let at = 0; at < words.length; at += FULL_WORDS) seen.add(words[at]! & 511);
  }
  const named = Object.entries(Kind).filter(([name]) => /^\w+$/.test(name) && name !== 'ERROR');
  const missing = named.filter(([, kind]) => !seen.has(kind)).map(([name]) => name);
  expect(missing).toEqual([]);
});
