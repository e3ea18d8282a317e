// The parser's gate on real code: equal to the oracle in every node, and the lowered form is its projection.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createFlatParser } from '../../src/parse/flat-parser.ts';
import { createOracle, oracleDifference } from '../parse/oracle.ts';
import { loweredDifference } from '../parse/projection.ts';
import { corpusFiles } from './corpus.ts';

const module = new WebAssembly.Module(readFileSync(new URL('../../src/parse/native/parser.wasm', import.meta.url)));
// Each of these forms of a line end, of indentation or of an edge reaches code of its own in the grammar's scanner.
const variants: readonly {
  readonly name: string;
  readonly every: number;
  readonly change: (text: string) => string;
}[] = [
  { name: 'CRLF', every: 12, change: (text) => text.replaceAll('\n', '\r\n') },
  { name: 'lone CR', every: 40, change: (text) => text.replaceAll('\n', '\r') },
  { name: 'BOM', every: 40, change: (text) => '\ufeff' + text },
  { name: 'tabs', every: 40, change: (text) => text.replaceAll('    ', '\t') },
  { name: 'broken: cut off', every: 12, change: (text) => text.slice(0, Math.floor(text.length * 0.6)) },
  { name: 'broken: brackets turned', every: 40, change: (text) => text.replaceAll(')', '(').slice(0, 3000) },
  { name: 'non-ASCII', every: 12, change: (text) => text.replaceAll('self', 'sélf𝒙') },
];

test('equal to the oracle in every node of the corpus', { timeout: 600_000 }, async () => {
  const oracle = await createOracle();
  const parser = createFlatParser(module);
  const names: string[] = [''];
  const differences: string[] = [];
  const counts = new Map<string, { files: number; nodes: number }>();
  let number = 0;
  for (const { path, bytes } of corpusFiles()) {
    number++;
    const text = bytes.toString('utf8');
    // Latin-1 and UTF-16 files of the corpus: what the oracle sees is not what the bytes say.
    if (!Buffer.from(text, 'utf8').equals(bytes)) continue;
    for (const variant of [{ name: 'as it is', every: 1, change: (same: string) => same }, ...variants]) {
      if (number % variant.every !== 0) continue;
      const changed = variant.change(text);
      const source = Buffer.from(changed, 'utf8');
      const full = parser.parse(source);
      const lowered = parser.lower(source);
      for (const name of parser.takeNewTexts()) names.push(name);
      const difference = oracleDifference(parser, oracle, changed) ?? loweredDifference(source, full, lowered, names);
      if (difference !== undefined && differences.length < 20)
        differences.push(`${path} (${variant.name}): ${difference}`);
      const count = counts.get(variant.name) ?? { files: 0, nodes: 0 };
      counts.set(variant.name, { files: count.files + 1, nodes: count.nodes + full.size });
    }
  }
  for (const [name, { files, nodes }] of counts) console.log(`oracle: ${name}: ${files} files, ${nodes} nodes equal`);
  expect(differences).toEqual([]);
  expect(counts.get('as it is')!.nodes).toBeGreaterThan(1_000_000);
  for (const { name } of variants) expect(counts.get(name)!.nodes, name).toBeGreaterThan(5_000);
});
