import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  createFileParser
} from "./chunk-YMQPTKG4.js";
import "./chunk-RVTCQXDU.js";

// src/parse/worker.ts
import { parentPort, workerData } from "node:worker_threads";
var input = workerData, counter = new Int32Array(input.counter), parseFile = createFileParser(input.module);
for (; ; ) {
  let index = Atomics.add(counter, 0, 1), file = input.files[index];
  if (file === void 0) break;
  let packed = parseFile(file), output = { index, packed }, { lowered } = packed, moved = lowered ? [lowered.words.buffer, lowered.comments.buffer, lowered.lineStarts.buffer] : [];
  parentPort?.postMessage(output, moved);
}
