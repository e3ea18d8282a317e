import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  applyEdits
} from "./chunk-QLLBBONI.js";

// src/deliver/write-corrections.ts
import { randomUUID } from "node:crypto";
import { closeSync, fchmodSync, fsyncSync, lstatSync, openSync, readFileSync, realpathSync } from "node:fs";
import { renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, sep } from "node:path";
function writeCorrections(files, root) {
  return files.map((corrected) => {
    let { file, repairs } = corrected;
    try {
      return replaceFile(root, corrected), { file, repairs };
    } catch (error) {
      return { file, repairs, refused: error instanceof Error ? error.message : String(error) };
    }
  });
}
function replaceFile(root, { file, before, edits }) {
  let checkout = realpathSync(root), path = join(checkout, ...file.split("/")), found = lstatSync(path);
  if (found.isSymbolicLink()) throw new Error("it is a symbolic link");
  if (!found.isFile()) throw new Error("it is not a plain file");
  let directory = realpathSync(dirname(path));
  if (directory !== dirname(path) && !`${directory}${sep}`.startsWith(checkout.endsWith(sep) ? checkout : checkout + sep))
    throw new Error("a symbolic link leads out of the checkout");
  let isUnchanged = () => Buffer.compare(readFileSync(path), before) === 0;
  if (!isUnchanged()) throw new Error("it has changed since it was read");
  let beside = join(directory, `.${basename(path)}.${randomUUID()}.pyverdict`), handle = openSync(beside, "wx", 384);
  try {
    try {
      writeFileSync(handle, applyEdits(before, edits)), fchmodSync(handle, found.mode & 4095), fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    if (!isUnchanged()) throw new Error("it has changed since it was read");
    renameSync(beside, path);
  } catch (error) {
    throw rmSync(beside, { force: !0 }), error;
  }
}

export {
  writeCorrections,
  replaceFile
};
