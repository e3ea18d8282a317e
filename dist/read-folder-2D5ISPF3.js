import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  maxDocumentBytes,
  maxDocuments
} from "./chunk-R56P2K4R.js";
import "./chunk-QHJQHKHC.js";
import "./chunk-NKCLXYN7.js";
import "./chunk-SRHPKDDQ.js";
import "./chunk-4B76474W.js";
import "./chunk-RVTCQXDU.js";

// src/advisories/read-folder.ts
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
var MAX_DEPTH = 16;
function readFolder(folder, collector) {
  let files = 0, walk = (below, depth) => {
    let entries = readdirSync(join(folder, below), { withFileTypes: !0 });
    for (let entry of entries.sort((a, b) => a.name < b.name ? -1 : 1)) {
      let name = below === "" ? entry.name : `${below}/${entry.name}`;
      entry.isDirectory() && !entry.name.startsWith(".") ? depth < MAX_DEPTH ? walk(name, depth + 1) : collector.reject(name, `it lies more than ${MAX_DEPTH} folders deep`) : entry.isFile() && entry.name.endsWith(".json") && (files++, files === maxDocuments + 1 && collector.reject(name, `there are more than ${maxDocuments} files`), files <= maxDocuments && readOne(name));
    }
  }, readOne = (name) => {
    let path = join(folder, name);
    try {
      statSync(path).size > maxDocumentBytes ? collector.reject(name, `it is larger than ${maxDocumentBytes >> 20} MB`) : collector.add(name, readFileSync(path, "utf8"));
    } catch (error) {
      collector.reject(name, error instanceof Error ? error.message : "the system refuses to open it");
    }
  };
  walk("", 0);
}
export {
  readFolder
};
