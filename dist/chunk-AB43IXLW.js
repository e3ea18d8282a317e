import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);

// src/discover/read-small-file.ts
import { lstatSync, readFileSync } from "node:fs";
function readSmallFile(absolutePath, maxBytes) {
  try {
    let stats = lstatSync(absolutePath);
    return stats.isFile() && stats.size <= maxBytes ? readFileSync(absolutePath, "utf8") : void 0;
  } catch {
    return;
  }
}

export {
  readSmallFile
};
