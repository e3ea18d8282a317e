// A folder of advisories, one JSON file each, as deep as it goes. In: its path. Out: their texts to the collector, in the order of their
// names. Links are not followed, and folders that begin with a dot are not entered.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Collector } from './collect-advisories.ts';
import { maxDocumentBytes, maxDocuments } from './collect-advisories.ts';

const MAX_DEPTH = 16;

/** Hands every file that ends in `.json` to the collector. */
export function readFolder(folder: string, collector: Collector): void {
  let files = 0;
  const walk = (below: string, depth: number): void => {
    const entries = readdirSync(join(folder, below), { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const name = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory() && !entry.name.startsWith('.')) {
        if (depth < MAX_DEPTH) walk(name, depth + 1);
        else collector.reject(name, `it lies more than ${MAX_DEPTH} folders deep`);
      } else if (entry.isFile() && entry.name.endsWith('.json')) {
        files++;
        if (files === maxDocuments + 1) collector.reject(name, `there are more than ${maxDocuments} files`);
        if (files <= maxDocuments) readOne(name);
      }
    }
  };
  const readOne = (name: string): void => {
    const path = join(folder, name);
    try {
      if (statSync(path).size > maxDocumentBytes)
        collector.reject(name, `it is larger than ${maxDocumentBytes >> 20} MB`);
      else collector.add(name, readFileSync(path, 'utf8'));
    } catch (error) {
      collector.reject(name, error instanceof Error ? error.message : 'the system refuses to open it');
    }
  };
  walk('', 0);
}
