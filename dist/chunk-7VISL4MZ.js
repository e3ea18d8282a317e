import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  filesOfCommit,
  readObjects
} from "./chunk-FORHVMEO.js";
import {
  ConfigurationError
} from "./chunk-SRHPKDDQ.js";

// src/options/own-rules.ts
import { lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
var folders = [".pyverdict/models", ".pyverdict/rules"], ownFile = /^\.pyverdict\/(?:models|rules)\/[^/]+\.yml$/, MOST_FILES = 200, MOST_BYTES = 256 * 1024;
function readOwnRules(root) {
  if (!isFolder(join(root, ".pyverdict"))) return [];
  let paths = folders.flatMap((folder) => isFolder(join(root, folder)) ? readdirSync(join(root, folder)).map((name) => `${folder}/${name}`) : []), files = paths.filter((path) => ownFile.test(path) && isFile(join(root, path))).sort();
  for (let path of paths)
    if (/\.yaml$/.test(path)) throw new ConfigurationError(`${path}: only files that end in .yml are read`);
  return checked(files.map((path) => ({ path, text: readFileSync(join(root, path), "utf8") })));
}
async function ownRulesOfCommit(root, commit) {
  let files = (await filesOfCommit(root, commit))?.filter(({ path }) => ownFile.test(path)), texts = files && await readObjects(
    root,
    files.map(({ object }) => object)
  );
  if (!(files === void 0 || texts === void 0))
    return checked(files.map(({ path }, index) => ({ path, text: texts[index].toString("utf8") })));
}
async function fetchOwnRules(prefix, commit, fetchFolder, fetchFile) {
  let found = [];
  for (let folder of folders) {
    let names = await fetchFolder(prefix + folder, commit);
    if (names === "unknown") return;
    if (names === "missing") continue;
    let paths = names.map((name) => `${folder}/${name}`).filter((path) => ownFile.test(path));
    if (paths.length > MOST_FILES) return;
    for (let path of paths.sort()) {
      let file = await fetchFile(prefix + path, commit);
      if (file === "unknown") return;
      file !== "missing" && found.push({ path, text: file.text });
    }
  }
  return checked(found);
}
function checked(files) {
  if (files.length > MOST_FILES)
    throw new ConfigurationError(`.pyverdict has over ${MOST_FILES} files of rules and models`);
  let large = files.find(({ text }) => text.length > MOST_BYTES);
  if (large !== void 0) throw new ConfigurationError(`${large.path} is larger than 256 KB`);
  return files;
}
function isFolder(path) {
  return lstatSync(path, { throwIfNoEntry: !1 })?.isDirectory() === !0;
}
function isFile(path) {
  let found = lstatSync(path, { throwIfNoEntry: !1 });
  return found?.isFile() === !0 && found.size <= 4 * MOST_BYTES;
}

export {
  readOwnRules,
  ownRulesOfCommit,
  fetchOwnRules
};
