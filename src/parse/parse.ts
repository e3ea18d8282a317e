// Reads and parses every file. In: the files that `discover` listed. Out: FileFacts in the same order, whatever the
// files contain: a broken file gives facts with problems. Full trees and texts stay in the worker and are dropped there.
import { readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { Logger } from '../base/logger.ts';
import type { SourceFile, SourceSet } from '../discover/source-set.ts';
import type { FileFacts } from './file-facts.ts';
import { LoweredTree } from './lowered-tree.ts';
import { NameMapping, NameTable } from './name-table.ts';
import type { PackedFile } from './parse-file.ts';
import { createFileParser } from './parse-file.ts';
import { parserModuleUrl, workerUrl } from './parser-files.ts';
import type { WorkerInput, WorkerOutput } from './worker.ts';

export interface ParsedSources {
  /** In the order of the source set. */
  readonly facts: readonly FileFacts[];
  readonly names: NameTable;
}

// Below this, starting a worker costs more than it saves (measured: docs/performance.md).
const SMALL_BYTES = 1_000_000;

/** Parses with up to `threads` workers; small sets on the calling thread. The product does not depend on the number. */
export async function parse(sources: SourceSet, threads: number, log: Logger): Promise<ParsedSources> {
  const module = parserModule();
  const names = new NameTable();
  const facts = new Array<FileFacts>(sources.files.length);
  const bytes = sources.files.reduce((sum, file) => sum + file.size, 0);
  let done = 0;
  const unpack = (mappings: Map<number, NameMapping>, index: number, packed: PackedFile): void => {
    facts[index] = unpackFile(sources.files[index]!, packed, names, mappings);
    log.progress('reading', ++done, sources.files.length);
  };

  if (threads <= 1 || bytes < SMALL_BYTES) {
    const parseFile = createFileParser(module);
    const mappings = new Map<number, NameMapping>();
    sources.files.forEach((file, index) => unpack(mappings, index, parseFile(file)));
    return { facts, names };
  }

  const input: WorkerInput = { module, files: sources.files, counter: new SharedArrayBuffer(4) };
  const runWorker = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const mappings = new Map<number, NameMapping>();
      const worker = new Worker(workerUrl(), { workerData: input });
      worker.on('message', (output: WorkerOutput) => unpack(mappings, output.index, output.packed));
      worker.on('error', reject);
      worker.on('exit', () => resolve());
    });
  await Promise.all(Array.from({ length: threads }, runWorker));
  return { facts, names };
}

let compiled: WebAssembly.Module | undefined;

/** The compiled parser; compiled once. */
export function parserModule(): WebAssembly.Module {
  return (compiled ??= new WebAssembly.Module(readFileSync(parserModuleUrl())));
}

function unpackFile(
  file: SourceFile,
  packed: PackedFile,
  names: NameTable,
  mappings: Map<number, NameMapping>,
): FileFacts {
  let mapping = mappings.get(packed.parserNumber);
  if (mapping === undefined) mappings.set(packed.parserNumber, (mapping = new NameMapping(names)));
  const globalNames = mapping.add(packed.newTexts === '' ? [] : packed.newTexts.split('\0'));
  const { lowered } = packed;
  if (lowered === undefined) return { file, problems: packed.problems, skipped: packed.skipped };
  const comments = {
    ranges: lowered.comments,
    texts: packed.commentTexts === '' ? [] : packed.commentTexts.split('\0'),
  };
  return {
    file,
    tree: new LoweredTree(lowered.words, lowered.lineStarts, comments, names, globalNames),
    problems: packed.problems,
    skipped: packed.skipped,
  };
}
