// The real code that scripts/fetch-corpus.sh downloaded: its files, decoded as the tests need them.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Folder of the corpus, from the environment. Throws when it is not set: a real-code test must not pass on nothing. */
export function corpusFolder(): string {
  const folder = process.env['PYVERDICT_CORPUS'];
  if (folder === undefined) throw new Error('set PYVERDICT_CORPUS to a folder that scripts/fetch-corpus.sh filled');
  return folder;
}

/** Every Python file of the corpus in a fixed order, with its bytes. */
export function* corpusFiles(): Generator<{ readonly path: string; readonly bytes: Buffer }> {
  const folder = corpusFolder();
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.py'));
  for (const path of paths.sort()) yield { path, bytes: readFileSync(join(folder, path)) };
}
