import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  readHunks,
  unchangedFile,
  wholeFile
} from "./chunk-6LGVUQHY.js";
import "./chunk-RVTCQXDU.js";

// src/deliver/compare-commits.ts
var fileLimit = 300;
async function compareCommits(api, github, base, head, prefix) {
  let path = `${`/repos/${encodeURIComponent(github.owner)}/${encodeURIComponent(github.repository)}`}/compare/${encodeURIComponent(base)}...${encodeURIComponent(head)}`, result = await api("GET", path);
  if (!result.ok) return { ok: !1, reason: `the compare API answered: ${result.failure.message}` };
  let files = fieldOf(result.answer.data, "files");
  if (!Array.isArray(files)) return { ok: !1, reason: "the compare API gave no list of files" };
  if (files.length >= fileLimit)
    return { ok: !1, reason: `the pull request changes ${fileLimit} files or more, which the compare API cuts` };
  let changes = /* @__PURE__ */ new Map(), formerPaths = /* @__PURE__ */ new Map(), deleted = [];
  for (let file of files) {
    let name = fieldOf(file, "filename"), change = changeOf(file);
    if (typeof name != "string" || change === void 0)
      return { ok: !1, reason: "an answer of the compare API could not be read" };
    if (!name.startsWith(prefix)) continue;
    if (fieldOf(file, "status") === "removed") {
      deleted.push(name.slice(prefix.length));
      continue;
    }
    changes.set(name.slice(prefix.length), change);
    let former = fieldOf(file, "previous_filename");
    typeof former == "string" && former !== name && former.startsWith(prefix) && formerPaths.set(name.slice(prefix.length), former.slice(prefix.length));
  }
  return { ok: !0, changes: { files: changes, deleted, formerPaths, by: "api", base } };
}
function changeOf(file) {
  let patch = fieldOf(file, "patch"), changed = fieldOf(file, "changes");
  if (typeof patch != "string" || patch === "") return changed === 0 ? unchangedFile : wholeFile;
  let lines = patch.split(`
`);
  lines.at(-1) === "" && lines.pop();
  let change = readHunks(lines), added = lines.filter((line) => line.startsWith("+")).length, additions = fieldOf(file, "additions");
  return change !== void 0 && typeof additions == "number" && additions !== added ? wholeFile : change;
}
function fieldOf(value, name) {
  return typeof value == "object" && value !== null ? value[name] : void 0;
}
export {
  compareCommits
};
