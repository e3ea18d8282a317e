// What needs too much time for every run of the tests: a file that would need more memory than a module may have.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createFlatParser, ParserFailure } from '../../src/parse/flat-parser.ts';

const module = new WebAssembly.Module(readFileSync(new URL('../../src/parse/native/parser.wasm', import.meta.url)));

test('a line of 10 MB with 5,000,000 numbers is given up at 1 GB, and a new instance reads on', () => {
  const parser = createFlatParser(module);
  expect(() => parser.lower(Buffer.from(`x = [${'1,'.repeat(5_000_000)}]\n`))).toThrow(ParserFailure);
  expect(parser.memoryBytes()).toBeLessThanOrEqual(1 << 30);
  expect(createFlatParser(module).lower(Buffer.from('x = 1\n')).words.length / 4).toBe(5);
});
