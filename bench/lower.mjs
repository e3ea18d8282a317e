// Lowers files on one thread and prints CPU seconds as JSON: the parser's part of a scan, without reading files.
// In: names of files on stdin, one a line; argument: how many times.
import { readFileSync } from 'node:fs';
import { importTypeScript } from '../scripts/import-typescript.mjs';

const repetitions = Number(process.argv[2] ?? 3);
const sources = readFileSync(0, 'utf8')
  .trim()
  .split('\n')
  .map((name) => readFileSync(name));
const { createFlatParser } = await importTypeScript('src/parse/flat-parser.ts');
const module = new WebAssembly.Module(readFileSync(new URL('../src/parse/native/parser.wasm', import.meta.url)));
const runs = [];
for (let i = 0; i < repetitions; i++) {
  const parser = createFlatParser(module);
  const start = process.cpuUsage();
  let nodes = 0;
  for (const source of sources) {
    nodes += parser.lower(source).words.length / 4;
    parser.takeNewTexts();
  }
  const { user, system } = process.cpuUsage(start);
  runs.push({ cpu: (user + system) / 1e6, nodes });
}
console.log(JSON.stringify(runs));
