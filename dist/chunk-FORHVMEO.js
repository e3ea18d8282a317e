import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  runGit
} from "./chunk-IUFO3TOP.js";
import {
  readHunks,
  unchangedFile,
  wholeFile
} from "./chunk-6LGVUQHY.js";

// src/discover/git-objects.ts
var commitPattern = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
async function presentCommit(root, revision) {
  if (revision !== "HEAD" && revision !== "HEAD^1" && !commitPattern.test(revision)) return;
  let answer = await runGit(root, ["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`]), commit = answer.ok ? answer.stdout.toString("latin1").trim() : "";
  return commitPattern.test(commit) ? commit : void 0;
}
async function mergeBase(root, one, other) {
  if (!commitPattern.test(one) || !commitPattern.test(other)) return;
  let answer = await runGit(root, ["merge-base", one, other]), commit = answer.ok ? answer.stdout.toString("latin1").trim().split(`
`)[0] : "";
  return commitPattern.test(commit) ? commit : void 0;
}
async function baseCommit(root, head, { sha, isMerge }) {
  let parent = isMerge ? await presentCommit(root, "HEAD^1") : void 0;
  if (parent !== void 0) return parent;
  let tip = await presentCommit(root, sha);
  return tip && mergeBase(root, tip, head);
}
async function fileOfCommit(root, commit, path) {
  let listed = await runGit(root, ["ls-tree", "-z", "--full-tree", commit, "--", path]);
  if (!listed.ok) return "unknown";
  let object = /^100\d{3} blob ([0-9a-f]+)\t/.exec(listed.stdout.toString("utf8"))?.[1];
  if (object === void 0) return "missing";
  let [content] = await readObjects(root, [object]) ?? [];
  return content === void 0 ? "unknown" : { text: content.toString("utf8") };
}
async function placeInRepository(root) {
  let answer = await runGit(root, ["rev-parse", "--show-prefix"]);
  return answer.ok ? answer.stdout.toString("utf8").replace(/\n$/, "") : void 0;
}
async function filesOfCommit(root, commit) {
  let prefix = await placeInRepository(root);
  if (prefix === void 0 || !commitPattern.test(commit)) return;
  let answer = await runGit(root, ["ls-tree", "-r", "-z", "--full-tree", commit, ...prefix === "" ? [] : ["--", prefix]]);
  if (answer.ok)
    return answer.stdout.toString("utf8").split("\0").flatMap((entry) => {
      let match = /^100\d{3} blob ([0-9a-f]+)\t([\s\S]+)$/.exec(entry);
      return match === null || !match[2].startsWith(prefix) ? [] : [{ path: match[2].slice(prefix.length), object: match[1] }];
    });
}
async function readObjects(root, objects) {
  if (objects.length === 0) return [];
  let answer = await runGit(root, ["cat-file", "--batch"], `${objects.join(`
`)}
`);
  if (!answer.ok) return;
  let { stdout } = answer, contents = [], at = 0;
  for (let object of objects) {
    let end = stdout.indexOf(10, at), header = end < 0 ? null : /^([0-9a-f]+) blob (\d+)$/.exec(stdout.toString("latin1", at, end));
    if (header === null || header[1] !== object) return;
    let size = Number(header[2]);
    contents.push(stdout.subarray(end + 1, end + 1 + size)), at = end + 1 + size + 1;
  }
  return contents;
}
var diffArguments = [
  "diff-tree",
  "-r",
  "--no-commit-id",
  "--no-color",
  "--no-ext-diff",
  "--no-textconv",
  "--find-renames=50%",
  "--full-index",
  "--ignore-submodules=none",
  "--submodule=short",
  "--no-relative"
];
async function changesBetween(root, base, head) {
  let prefix = await placeInRepository(root);
  if (prefix === void 0 || !commitPattern.test(base) || !commitPattern.test(head))
    return { ok: !1, reason: "git could not be asked" };
  let [names, patch] = await Promise.all([
    runGit(root, [...diffArguments, "--raw", "-z", base, head]),
    runGit(root, [...diffArguments, "--patch", "--unified=0", "--inter-hunk-context=0", base, head])
  ]);
  if (!names.ok) return { ok: !1, reason: names.reason };
  if (!patch.ok) return { ok: !1, reason: patch.reason };
  let changes = readDiff(names.stdout.toString("utf8"), patch.stdout.toString("latin1"), prefix, base);
  return changes === void 0 ? { ok: !1, reason: "git's answer could not be read" } : { ok: !0, changes };
}
function readDiff(names, patch, prefix, base) {
  let entries = readNames(names), sections = readSections(patch);
  if (entries === void 0 || sections === void 0) return;
  let files = /* @__PURE__ */ new Map(), formerPaths = /* @__PURE__ */ new Map(), deleted = [], next = 0;
  for (let { status, from, to } of entries) {
    let own = sections.slice(next, next + (status === "T" ? 2 : 1));
    next += own.length;
    let section = own.at(-1);
    if (section === void 0) return;
    if (!to.startsWith(prefix)) continue;
    if (status === "D") {
      deleted.push(to.slice(prefix.length));
      continue;
    }
    let path = to.slice(prefix.length), change = section.hunks.length > 0 ? readHunks(section.hunks) : section.binary ? wholeFile : unchangedFile;
    if (change === void 0) return;
    files.set(path, change), status === "R" && from.startsWith(prefix) && formerPaths.set(path, from.slice(prefix.length));
  }
  return next === sections.length ? { files, deleted, formerPaths, by: "git", base } : void 0;
}
function readNames(text) {
  let fields = text.split("\0");
  if (fields.pop() !== "") return;
  let entries = [];
  for (let at = 0; at < fields.length; ) {
    let status = /^:\d+ \d+ [0-9a-f]+ [0-9a-f]+ ([ACDMRT])\d*$/.exec(fields[at++])?.[1], from = fields[at++], to = status === "R" || status === "C" ? fields[at++] : from;
    if (status === void 0 || from === void 0 || to === void 0) return;
    entries.push({ status, from, to });
  }
  return entries;
}
function readSections(patch) {
  if (patch === "") return [];
  let lines = patch.split(`
`);
  if (lines.pop() !== "") return;
  let starts = lines.flatMap((line, index) => line.startsWith("diff --git ") ? [index] : []);
  if (starts[0] === 0)
    return starts.map((start, index) => {
      let own = lines.slice(start + 1, starts[index + 1]), first = own.findIndex((line) => line.startsWith("@@")), head = first < 0 ? own : own.slice(0, first);
      return { hunks: first < 0 ? [] : own.slice(first), binary: head.some((line) => line.startsWith("Binary files ")) };
    });
}

export {
  baseCommit,
  fileOfCommit,
  placeInRepository,
  filesOfCommit,
  readObjects,
  changesBetween
};
