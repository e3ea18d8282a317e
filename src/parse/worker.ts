// A parser worker: takes the next file from a counter that all workers share, until there are none left.
import { parentPort, workerData } from 'node:worker_threads';
import type { SourceFile } from '../discover/source-set.ts';
import type { PackedFile } from './parse-file.ts';
import { createFileParser } from './parse-file.ts';

export interface WorkerInput {
  readonly module: WebAssembly.Module;
  readonly files: readonly SourceFile[];
  /** One 32-bit word: index of the next file nobody has taken. */
  readonly counter: SharedArrayBuffer;
}

export interface WorkerOutput {
  readonly index: number;
  readonly packed: PackedFile;
}

const input = workerData as WorkerInput;
const counter = new Int32Array(input.counter);
const parseFile = createFileParser(input.module);
for (;;) {
  const index = Atomics.add(counter, 0, 1);
  const file = input.files[index];
  if (file === undefined) break;
  const packed = parseFile(file);
  const output: WorkerOutput = { index, packed };
  const { lowered } = packed;
  const moved = lowered ? [lowered.words.buffer, lowered.comments.buffer, lowered.lineStarts.buffer] : [];
  parentPort?.postMessage(output, moved as ArrayBuffer[]);
}
