// Where the parser's module and the worker's script are: beside this file in the sources, beside the bundle in `dist`.
import { existsSync } from 'node:fs';

/** URL of the compiled parser. */
export function parserModuleUrl(): URL {
  const beside = new URL('./parser.wasm', import.meta.url);
  return existsSync(beside) ? beside : new URL('./native/parser.wasm', import.meta.url);
}

/** URL of the worker's script, as JavaScript: only `dist` has one. */
export function workerUrl(): URL {
  return new URL('./parse-worker.js', import.meta.url);
}
