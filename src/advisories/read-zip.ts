// A zip file of advisories, one JSON file each: what OSV publishes for an ecosystem as `all.zip`. In: its path. Out: their texts to the
// collector, in the order of the archive. Nothing is written, so names of entries lead nowhere.
import { readFileSync, statSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { ConfigurationError } from '../base/configuration-error.ts';
import type { Collector } from './collect-advisories.ts';
import { maxDocumentBytes, maxDocuments } from './collect-advisories.ts';

const MAX_ZIP_BYTES = 1024 * 1024 * 1024;
/** What is unpacked at one time; all of OSV's advisories about PyPI are several times as much. */
const BATCH_BYTES = 32 * 1024 * 1024;

/** Hands every entry that ends in `.json` to the collector. Throws ConfigurationError for a file that is no zip file. */
export function readZip(path: string, shown: string, collector: Collector): void {
  if (statSync(path).size > MAX_ZIP_BYTES)
    throw new ConfigurationError(`advisories: ${shown} is larger than ${MAX_ZIP_BYTES >> 20} MB`);
  const archive = readFileSync(path);
  try {
    for (const batch of batches(archive, collector)) {
      const files = unzipSync(archive, { filter: ({ name }) => batch.has(name) });
      for (const name of batch) if (files[name] !== undefined) collector.add(name, strFromU8(files[name]));
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'it cannot be read';
    throw new ConfigurationError(
      `advisories: ${shown} is neither a folder nor a zip file that can be read (${reason})`,
    );
  }
}

/** Names of entries, as many as may be unpacked together. What an entry says of its size is all that it gets. */
function batches(archive: Uint8Array, collector: Collector): ReadonlySet<string>[] {
  const found: Set<string>[] = [];
  let bytes = Infinity;
  let files = 0;
  unzipSync(archive, {
    filter: ({ name, originalSize }) => {
      if (!name.endsWith('.json')) return false;
      files++;
      if (files === maxDocuments + 1) collector.reject(name, `there are more than ${maxDocuments} files`);
      if (originalSize > maxDocumentBytes) collector.reject(name, `it is larger than ${maxDocumentBytes >> 20} MB`);
      if (files > maxDocuments || originalSize > maxDocumentBytes) return false;
      if (bytes + originalSize > BATCH_BYTES) {
        found.push(new Set());
        bytes = 0;
      }
      bytes += originalSize;
      found.at(-1)!.add(name);
      return false;
    },
  });
  return found;
}
