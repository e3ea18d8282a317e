// Broken files in UTF-8, as we read them: equal in every node to stock tree-sitter compiled by the machine's compiler.
// (The oracle of oracle.test.ts reads UTF-16, in which error recovery may choose differently.)
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { createFlatParser } from '../../src/parse/flat-parser.ts';
import { comparable, firstDifference, isBroken, ORACLE_WORDS } from '../parse/oracle.ts';
import { broken } from '../parse/snippets.ts';
import { corpusFiles } from './corpus.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const module = new WebAssembly.Module(readFileSync(join(root, 'src/parse/native/parser.wasm')));

/** Ways to break a real file; each file gets one of them. */
const breaks: readonly ((text: Buffer) => Buffer)[] = [
  (text) => text.subarray(0, Math.floor(text.length * 0.6)),
  (text) => Buffer.from(text.toString('latin1').replaceAll(')', '(').slice(0, 4000), 'latin1'),
  (text) => Buffer.from(text.toString('latin1').replace(/:\n/g, '\n'), 'latin1'),
  (text) => Buffer.from(text.toString('latin1').replaceAll('e', '\xe9'), 'latin1'),
  (text) => Buffer.concat([text.subarray(0, 2000), Buffer.from('"""\n'), text.subarray(2000)]),
  (text) => text,
];

test('broken files are equal to native tree-sitter in every node', { timeout: 300_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'pyverdict-native-'));
  try {
    const program = join(folder, 'native-oracle');
    const core = join(root, 'node_modules/tree-sitter/vendor/tree-sitter/lib');
    const grammar = join(root, 'node_modules/tree-sitter-python/src');
    execFileSync('cc', [
      ...['-O2', '-w', `-I${core}/include`, `-I${core}/src`, `-I${grammar}`, '-o', program],
      ...[join(root, 'test/real/native-oracle.c'), `${core}/src/lib.c`, `${grammar}/parser.c`, `${grammar}/scanner.c`],
    ]);
    const sources: Buffer[] = Object.values(broken).map((text) => Buffer.from(text));
    let number = 0;
    for (const { bytes } of corpusFiles()) {
      const change = breaks[number++ % breaks.length]!;
      if (number % 3 === 0) sources.push(change(bytes));
    }
    const names = sources.map((source, i) => {
      const name = join(folder, `${i}.py`);
      writeFileSync(name, source);
      return name;
    });
    const output = execFileSync(program, { input: names.join('\n') + '\n', maxBuffer: 1 << 30 });
    const parser = createFlatParser(module);
    const differences: string[] = [];
    let [at, nodes, brokenFiles] = [0, 0, 0];
    for (const [i, source] of sources.entries()) {
      const size = output.readUInt32LE(at);
      const bytes = output.buffer.slice(
        output.byteOffset + at + 4,
        output.byteOffset + at + 4 + size * ORACLE_WORDS * 4,
      );
      const theirs = new Uint32Array(bytes);
      at += 4 + theirs.byteLength;
      nodes += size;
      if (isBroken(theirs)) brokenFiles++;
      const difference = firstDifference(comparable(parser.parse(source), { extra: true }), theirs);
      if (difference !== undefined && differences.length < 20) differences.push(`source ${i}: ${difference}`);
    }
    console.log(`native oracle: ${sources.length} files, ${brokenFiles} of them broken, ${nodes} nodes equal`);
    expect(differences).toEqual([]);
    expect(at).toBe(output.length);
    expect(brokenFiles).toBeGreaterThan(300);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
