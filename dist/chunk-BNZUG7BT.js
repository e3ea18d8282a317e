import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);

// src/deliver/write-file.ts
import { lstatSync, mkdirSync, realpathSync, writeFileSync } from "node:fs";
import { basename, dirname, join, sep } from "node:path";
function writeResultFile(path, text, within) {
  if (within === void 0) {
    mkdirSync(dirname(path), { recursive: !0 }), writeFileSync(path, text);
    return;
  }
  let directory = makeDirectory(dirname(path), within), target = join(directory, basename(path));
  if (lstatSync(target, { throwIfNoEntry: !1 })?.isSymbolicLink())
    throw new Error(`${basename(path)} is a symbolic link`);
  writeFileSync(target, text);
}
function makeDirectory(directory, within) {
  if (directory === dirname(directory)) throw new Error("the file lies outside of the workspace");
  if (directory === within) return within;
  let real = join(makeDirectory(dirname(directory), within), basename(directory));
  lstatSync(real, { throwIfNoEntry: !1 }) || mkdirSync(real);
  let resolved = realpathSync(real);
  if (!resolved.startsWith(within.endsWith(sep) ? within : within + sep))
    throw new Error("a symbolic link leads out of the workspace");
  return resolved;
}

export {
  writeResultFile
};
