import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  compareDetections,
  compareFindings,
  compareText,
  groupDetections,
  rankScore
} from "./chunk-TAZYNEVG.js";
import {
  analyse,
  applyEdits,
  compareBands,
  correctFiles,
  defaultLevel,
  findingSeverity,
  headerRange,
  lineEndOf,
  namedVersions,
  needsAdvisories,
  onDisk,
  resolveEdits,
  severityBand,
  statementAround
} from "./chunk-QLLBBONI.js";
import {
  createPeerIndex,
  ruleTable
} from "./chunk-47T3LMEC.js";
import {
  discover,
  projectHints
} from "./chunk-R5LKLLCZ.js";
import {
  buildModel,
  parse,
  parserModule
} from "./chunk-HHQEKI7M.js";
import {
  familiesNotExamined,
  optedIn,
  ruleProfile
} from "./chunk-4VJFYAOQ.js";
import {
  requireRule
} from "./chunk-W65A6XST.js";
import {
  collectAdvisories,
  list,
  property
} from "./chunk-R56P2K4R.js";
import {
  configurationFiles
} from "./chunk-QHJQHKHC.js";
import {
  ignorePatterns
} from "./chunk-MVIZP4WT.js";
import {
  bundle
} from "./chunk-BN766LEE.js";
import {
  Field,
  Kind,
  ParserFailure,
  createFlatParser,
  decodeFile,
  looksLikeTestPath
} from "./chunk-YMQPTKG4.js";
import {
  didYouMean
} from "./chunk-S5LOYPCO.js";
import {
  isAdded
} from "./chunk-6LGVUQHY.js";
import {
  ConfigurationError
} from "./chunk-SRHPKDDQ.js";

// src/rules/load-rule-set.ts
import { createHash } from "node:crypto";
var profiles = ["default", "extended", "audit"], groups = ["security", "practice"];
function loadRuleSet(options, from = bundle) {
  let inProfile = from.rules.filter(
    (rule) => profiles.indexOf(ruleProfile(rule)) <= profiles.indexOf(options.profile)
  ), selected = options.select.length === 0 ? inProfile : named(options.select, from.rules, inProfile), ignored = new Set(named(options.ignore, from.rules, from.rules)), chosen = new Set(selected.filter((rule) => !ignored.has(rule))), asked = new Set(
    named(
      options.select.filter((name) => !isGroup(name)),
      from.rules,
      []
    )
  ), rules = from.rules.filter((rule) => chosen.has(rule)).map((rule) => options.profile !== "default" || asked.has(rule) ? optedIn(rule) : rule), hash2 = createHash("sha256").update(from.hash);
  for (let rule of rules) hash2.update(` ${rule.code}`);
  return {
    rules,
    models: modelsOf(from.models, options.profile),
    all: from.rules,
    hash: hash2.digest("hex"),
    familiesNotExamined: familiesNotExamined(rules),
    ...from.own && { own: from.own }
  };
}
var offInDefault = /* @__PURE__ */ new Set(["source:local", "source:ipc", "source:stored"]), offInOthers = /* @__PURE__ */ new Set(["source:ipc", "source:stored"]);
function modelsOf(models, profile) {
  let off = profile === "default" ? offInDefault : offInOthers;
  return models.flatMap((entry) => {
    let { kind, ...rest } = entry;
    if (kind?.some((one) => off.has(one)) !== !0) return [entry];
    let left = kind.filter((one) => !off.has(one));
    return left.length > 0 ? [{ ...rest, kind: left }] : rest.returns === void 0 && rest.elements === void 0 ? [] : [rest];
  });
}
function isGroup(name) {
  return groups.some((group) => group === name);
}
function named(list2, all, grouped) {
  return list2.flatMap(
    (name) => isGroup(name) ? grouped.filter((rule) => rule.category === name) : [requireRule(all, name, groups)]
  );
}

// src/findings/suppression-marks.ts
var ANY = /pyverdict|noqa|nosec|nosem|nosonar|pylint|codeql|lgtm/i, HEADS = [
  { form: "pyverdict", head: /#\s*pyverdict\s*:\s*(?=ignore\b|\w+\s*\[)/gi },
  { form: "file-noqa", head: /#\s*(?:ruff|flake8)\s*:\s*noqa\b/gi },
  { form: "noqa", head: /#\s*noqa\b/gi },
  { form: "pylint", head: /#\s*pylint\s*:\s*disable\s*=\s*/gi },
  { form: "nosonar", head: /#\s*nosonar\b/gi },
  { form: "nosec", head: /#\s*nosec\b/gi },
  { form: "nosemgrep", head: /#\s*nosem(?:grep)?\b/gi },
  { form: "codeql", head: /#\s*codeql\s*(?=\[)/gi },
  { form: "lgtm", head: /#\s*lgtm\b/gi }
], noPaths = /* @__PURE__ */ new Map();
function suppressionMarks(comment, isName) {
  if (!ANY.test(comment)) return [];
  let found = [];
  for (let { form, head } of HEADS)
    for (let match of comment.matchAll(head))
      found.push({ form, start: match.index, ids: readIds(form, comment, match.index + match[0].length, isName) });
  return found.sort((a, b) => a.start - b.start), found.map(({ form, start, ids }, index) => {
    let whole = comment.slice(start, found[index + 1]?.start ?? comment.length).trimEnd();
    return {
      form,
      ids: ids.ids,
      paths: ids.paths ?? noPaths,
      text: comment.slice(start, ids.end).trimEnd(),
      start,
      end: start + whole.length,
      reason: trimReason(comment.slice(ids.end, start + whole.length)),
      malformed: ids.malformed ?? !1
    };
  });
}
function idsWithPaths(list2) {
  let ids = [], paths = /* @__PURE__ */ new Map();
  for (let word of list2) {
    let path = /^path=(.*)$/i.exec(word)?.[1], id = ids.at(-1);
    path === void 0 ? ids.push(word) : id !== void 0 && paths.set(id.toLowerCase(), path);
  }
  return { ids, paths };
}
function readIds(form, text, from, isName) {
  switch (form) {
    case "pyverdict": {
      let list2 = sticky(/ignore\s*\[([^\]]*)\]/iy, text, from);
      if (list2 !== void 0) return { ...idsWithPaths(words(list2.match[1])), end: list2.end };
      let wrong = sticky(/\w+\s*(?:\[[^\]]*\]?)?/y, text, from);
      return { ids: [], end: wrong?.end ?? from, malformed: !0 };
    }
    case "codeql":
    case "lgtm": {
      let list2 = sticky(/\s*\[([^\]]*)\]/y, text, from);
      return list2 === void 0 ? { ids: [], end: from } : { ids: words(list2.match[1]), end: list2.end };
    }
    case "nosonar": {
      let list2 = sticky(/\s*\(([^)]*)\)/y, text, from);
      return list2 === void 0 ? { ids: [], end: from } : { ids: words(list2.match[1]), end: list2.end };
    }
    case "pylint": {
      let list2 = sticky(/[\w-]+(?:\s*,\s*[\w-]+)*/y, text, from);
      return list2 === void 0 ? { ids: [], end: from } : { ids: words(list2.match[0]), end: list2.end };
    }
    case "nosemgrep": {
      let list2 = sticky(/\s*:\s*([\w.-]+(?:\s*,\s*[\w.-]+)*)/y, text, from);
      return list2 === void 0 ? { ids: [], end: from } : { ids: words(list2.match[1]), end: list2.end };
    }
    case "noqa":
    case "file-noqa":
      return codes(/\s*:\s*/y, /[a-z]{1,8}\d{1,5}(?![\w-])/iy, !0, text, from, isName);
    case "nosec":
      return codes(/\s*:?\s*/y, /(?:[BS]\d{3}|[A-Z]{2,6}\d{3})(?![\w-])/iy, !1, text, from, isName);
  }
}
function codes(lead, code, needsLead, text, from, isName) {
  let start = sticky(lead, text, from);
  if (start === void 0 && needsLead) return { ids: [], end: from };
  let ids = [], end = from, at = start?.end ?? from;
  for (; ; ) {
    let next = sticky(code, text, at) ?? sticky(/[a-z][\w-]*/iy, text, at);
    if (next === void 0 || (code.lastIndex = at, !code.test(text) && !isName(next.match[0]))) break;
    ids.push(next.match[0]), end = next.end;
    let separator = sticky(/[\s,]+/y, text, end);
    if (separator === void 0) break;
    at = separator.end;
  }
  return { ids, end };
}
function sticky(pattern, text, at) {
  pattern.lastIndex = at;
  let match = pattern.exec(text);
  return match === null ? void 0 : { match, end: at + match[0].length };
}
function words(list2) {
  return list2.split(/[\s,]+/).filter((word) => word !== "");
}
function trimReason(text) {
  return text.replace(/^[\s\-–—:;,.#]+/, "").replace(/[\s#]+$/, "");
}

// src/advisories/load-advisories.ts
import { statSync } from "node:fs";
async function loadAdvisories(source, named2) {
  if (source.kind === "online") {
    let { askOsv } = await import("./ask-osv-3QEGIAVQ.js");
    return askOsv(named2);
  }
  let { path, shown } = source, stats = statSync(path, { throwIfNoEntry: !1 }), collector = collectAdvisories(new Set(named2.map(({ dependency }) => dependency.name)), shown);
  if (stats?.isDirectory() === !0) (await import("./read-folder-2D5ISPF3.js")).readFolder(path, collector);
  else if (stats?.isFile() === !0) (await import("./read-zip-22JRVY5N.js")).readZip(path, shown, collector);
  else throw new ConfigurationError(`advisories: ${shown} does not exist`);
  return collector.finish();
}

// src/advisories/unread-versions.ts
var namesVersions = /(?:^|\/)(?:(?:poetry|uv|pdm|Pipfile)\.lock|pylock(?:\.[^./]+)?\.toml|Pipfile|pyproject\.toml|setup\.cfg|(?:[^/]*[-_.])?(?:requirements|constraints)(?:[-_.][^/]*)?\.(?:txt|in)|requirements\/[^/]+\.txt)$/;
function unreadVersions(project, discovered) {
  let { all, problems } = configurationFiles(project), files = [...discovered, ...problems].flatMap(({ file }) => file ?? []), broken = all.filter(({ name, text }) => name === "Pipfile.lock" && !isJson(text)).map(({ path }) => path);
  return [.../* @__PURE__ */ new Set([...files, ...broken])].filter((file) => namesVersions.test(file)).map((file) => ({
    id: "PVN010",
    message: `${file} could not be read, so the versions in it were not compared with the advisories.`,
    file,
    hidesCode: !0
  }));
}
function isJson(text) {
  try {
    return JSON.parse(text), !0;
  } catch {
    return !1;
  }
}

// src/discover/require-sources.ts
import { relative } from "node:path";
function requireSources(sources, options) {
  if (options.host === "action" || sources.files.some((file) => file.kind !== "stub")) return sources;
  let where = options.paths.map((path) => relative(process.cwd(), path) || ".").join(", "), skipped = sources.skipped.length, left = skipped === 0 ? "" : ` (${skipped} left out, for instance ${sources.skipped[0].path}: ${sources.skipped[0].reason})`;
  throw new ConfigurationError(`no Python file found in ${where}${left}; nothing was analysed, so there is no verdict`);
}

// src/findings/settle.ts
import { Buffer as Buffer3 } from "node:buffer";

// src/findings/path-print.ts
import { createHash as createHash2 } from "node:crypto";

// src/findings/node-at.ts
function nodeAt(tree, { start, end }) {
  let found;
  for (let node = 0; node < tree.size; ) {
    if (tree.start(node) === start && tree.end(node) === end) return node;
    tree.start(node) <= start && start < tree.end(node) ? found = node++ : node = tree.next(node);
  }
  return found;
}

// src/findings/path-checks.ts
function checksOnPath(steps, treeOf) {
  let found = [];
  for (let scope of scopesOf(steps, treeOf)) {
    let { file, tree } = scope;
    found.push(...checksOf(scope).map((range) => ({ file, range }))), tree.forgetParents();
  }
  return found;
}
function scopesOf(steps, treeOf) {
  let scopes = /* @__PURE__ */ new Map();
  for (let { file, range } of steps) {
    let tree = treeOf(file), at = tree && nodeAt(tree, range);
    if (tree === void 0 || at === void 0) continue;
    let node = functionAround(tree, at), key = `${file}\0${node}`, scope = scopes.get(key) ?? { file, tree, node, steps: [] };
    scopes.set(key, scope), scope.steps.push(at);
  }
  return [...scopes.values()];
}
function functionAround(tree, node) {
  let current = node;
  for (; current > 0 && tree.kind(current) !== Kind.function_definition; ) current = tree.parent(current);
  return Math.max(current, 0);
}
function checksOf({ tree, node: scope, steps }) {
  let known = { names: /* @__PURE__ */ new Set(), expressions: [] }, own = new Set(steps.map((step) => statementAround(tree, step)));
  for (let step of steps)
    tree.kind(step) === Kind.attribute ? known.expressions.push(expressionOf(tree, step)) : addNames(tree, step, known);
  for (let statement of own) isAssignment(tree, statement) && addTargets(tree, statement, known);
  let last = Math.max(...steps.map((step) => tree.start(step))), holdsStep = (node) => steps.some((step) => step >= node && step < tree.next(node)), found = [], take = (node) => {
    found.push({ start: tree.start(node), end: tree.end(node) });
  }, walk = (node) => {
    if (tree.start(node) > last || isDefinition(tree.kind(node))) return;
    if (!holdsStep(node)) {
      mentions(tree, node, known) && !onlyTells(tree, node) && (take(node), isAssignment(tree, node) && addTargets(tree, node, known));
      return;
    }
    let header = headerRange(tree, node), parts2 = tree.children(node).filter((child) => isPart(tree.kind(child)));
    if (parts2.length === 0) return;
    let asks = tree.children(node).some((child) => !isPart(tree.kind(child)) && mentions(tree, child, known));
    asks && !own.has(node) && found.push(header);
    for (let part of parts2) {
      let isBlock = tree.kind(part) === Kind.block;
      if (!holdsStep(part) && (asks || mentions(tree, part, known))) take(part);
      else if (isBlock) for (let child of tree.children(part)) walk(child);
      else walk(part);
    }
  }, body = scope === 0 ? 0 : tree.child(scope, Field.body);
  if (body >= 0) for (let child of tree.children(body)) walk(child);
  return found;
}
var partKinds = /* @__PURE__ */ new Set([
  Kind.block,
  Kind.elif_clause,
  Kind.else_clause,
  Kind.except_clause,
  Kind.finally_clause,
  Kind.case_clause
]);
function isPart(kind) {
  return partKinds.has(kind);
}
function isDefinition(kind) {
  return kind === Kind.function_definition || kind === Kind.class_definition || kind === Kind.decorated_definition;
}
function isAssignment(tree, node) {
  let inner = tree.kind(node) === Kind.expression_statement ? node + 1 : node;
  return tree.kind(inner) === Kind.assignment || tree.kind(inner) === Kind.augmented_assignment;
}
function* namesIn(tree, root) {
  let self = [tree.names.find("self"), tree.names.find("cls")].filter((name) => name !== 0);
  for (let node = root; node < tree.next(root); node++) {
    if (tree.kind(node) !== Kind.identifier || self.includes(tree.name(node))) continue;
    let field = tree.field(node);
    if (node !== root && (field === Field.attribute || field === Field.function)) {
      let object = tree.child(tree.parent(node), Field.object);
      if (field === Field.function || object < 0 || !self.includes(tree.name(object))) continue;
    }
    let parent = tree.parent(node);
    field === Field.name && parent >= 0 && tree.kind(parent) === Kind.keyword_argument || (yield tree.name(node));
  }
}
function addNames(tree, root, { names }) {
  for (let name of namesIn(tree, root)) names.add(name);
}
function addTargets(tree, statement, known) {
  let inner = tree.kind(statement) === Kind.expression_statement ? statement + 1 : statement, target = tree.child(inner, Field.left);
  target >= 0 && addNames(tree, target, known);
}
function mentions(tree, root, { names, expressions }) {
  for (let name of namesIn(tree, root)) if (names.has(name)) return !0;
  if (expressions.length === 0) return !1;
  for (let node = root; node < tree.next(root); node++) {
    if (tree.kind(node) !== Kind.attribute) continue;
    let one = expressionOf(tree, node);
    if (expressions.some((other) => other.leaves === one.leaves && other.key === one.key)) return !0;
  }
  return !1;
}
function expressionOf(tree, node) {
  let leaves = [];
  for (let leaf = node; leaf < tree.next(node); leaf++) tree.name(leaf) !== 0 && leaves.push(tree.name(leaf));
  return { leaves: leaves.join(" "), key: keyBehind(tree, node) };
}
function keyBehind(tree, node) {
  let parent = tree.parent(node);
  if (parent < 0) return 0;
  if (tree.kind(parent) === Kind.subscript) {
    let key = tree.child(parent, Field.subscript);
    return key < 0 || key === node ? 0 : tree.name(key);
  }
  let call = tree.kind(parent) === Kind.attribute ? tree.parent(parent) : -1;
  if (call < 0 || tree.kind(call) !== Kind.call || tree.child(call, Field.function) !== parent) return 0;
  let list2 = tree.child(call, Field.arguments), [first] = list2 < 0 ? [] : tree.children(list2);
  return first === void 0 ? 0 : tree.name(first);
}
var telling = /* @__PURE__ */ new Set([
  "debug",
  "info",
  "warning",
  "error",
  "exception",
  "critical",
  "print",
  "log"
]);
function onlyTells(tree, node) {
  if (tree.kind(node) !== Kind.expression_statement && tree.kind(node) !== Kind.call) return !1;
  let call = tree.kind(node) === Kind.call ? node : node + 1;
  if (tree.kind(call) !== Kind.call) return !1;
  let callee = tree.child(call, Field.function), name = tree.kind(callee) === Kind.attribute ? tree.child(callee, Field.attribute) : callee;
  return name >= 0 && telling.has(tree.text(name));
}

// src/findings/path-print.ts
var parts = ["source", "way", "checks", "sink"], written = /^([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{4})$/;
function createPathPrint(treeOf, places) {
  return (detections) => {
    let found = {
      source: /* @__PURE__ */ new Set(),
      way: /* @__PURE__ */ new Set(),
      checks: /* @__PURE__ */ new Set(),
      sink: /* @__PURE__ */ new Set()
    };
    for (let detection of detections) {
      let strings = detection.secret === !0 ? "hidden" : "kept", textOf = (file, range) => places.tokens({ file, range }, strings), statement = ({ file, range }) => {
        let tree = treeOf(file), node = tree && nodeAt(tree, range);
        return tree === void 0 || node === void 0 ? "" : textOf(file, headerRange(tree, statementAround(tree, node)));
      };
      for (let { steps } of detection.flows) {
        let [source, ...rest] = steps;
        if (source === void 0) continue;
        let first = statement(source), between = rest.filter(({ kind }) => kind !== "sink").map(statement);
        found.source.add(first), found.way.add(between.filter((text) => text !== first).join(`
`)), found.sink.add(textOf(detection.file, detection.statement));
        let checks = checksOnPath(steps, treeOf).map(({ file, range }) => textOf(file, range));
        found.checks.add(checks.join(`
`));
      }
    }
    if (found.source.size !== 0)
      return { source: hash(found.source), way: hash(found.way), checks: hash(found.checks), sink: hash(found.sink) };
  };
}
function writtenPrint(print) {
  return parts.map((part) => print[part]).join("-");
}
function readPrint(text) {
  let match = written.exec(text.toLowerCase());
  if (match === null) return;
  let [, source = "", way = "", checks = "", sink = ""] = match;
  return { source, way, checks, sink };
}
function changedParts(before, now) {
  return parts.filter((part) => before[part] !== now?.[part]);
}
var partNames = {
  source: "the source",
  way: "the way of the data",
  checks: "a check on the way",
  sink: "the sink"
};
function reopenedBecause(changed) {
  let names = changed.map((part) => partNames[part]), last = names.pop() ?? "the path";
  return names.length === 0 ? `${last} has changed` : `${names.join(", ")} and ${last} have changed`;
}
function hash(texts) {
  return createHash2("sha256").update([...texts].sort().join("\0"), "utf8").digest("hex").slice(0, 4);
}

// src/findings/text-comments.ts
import { Buffer as Buffer2 } from "node:buffer";

// src/findings/line-index.ts
function createLineIndex(bytes) {
  let starts = lineStarts(bytes), decoder = new TextDecoder("utf-8", { ignoreBOM: !0 }), hasMark = bytes[0] === 239 && bytes[1] === 187 && bytes[2] === 191, textStart = (line2) => line2 === 1 && hasMark ? 3 : starts[line2 - 1], line = (offset) => {
    let low = 0, high = starts.length - 1;
    for (; low < high; ) {
      let middle = low + high + 1 >> 1;
      starts[middle] <= offset ? low = middle : high = middle - 1;
    }
    return low + 1;
  }, lineEnd = (of) => {
    if (of >= starts.length) return bytes.length;
    let end = starts[of] - 1;
    return bytes[end] === 10 && bytes[end - 1] === 13 && end > starts[of - 1] && end--, end;
  }, column = (offset) => {
    let start = textStart(line(offset));
    return offset <= start ? 1 : decoder.decode(bytes.subarray(start, offset)).length + 1;
  }, place = (start, end) => ({
    startLine: line(start),
    startColumn: column(start),
    endLine: line(end),
    endColumn: column(end)
  }), clamp = (offset) => Math.min(Math.max(offset, 0), bytes.length);
  return {
    starts,
    line,
    lineEnd,
    column,
    region: (range) => place(clamp(range.start), Math.max(clamp(range.start), clamp(range.end))),
    firstLine(range) {
      let start = clamp(range.start), end = Math.min(Math.max(start, clamp(range.end)), Math.max(start, lineEnd(line(start))));
      return place(start, end);
    },
    lineText: (of) => decoder.decode(bytes.subarray(textStart(of), lineEnd(of)))
  };
}
function lineStarts(bytes) {
  let starts = [0];
  for (let at = 0; at < bytes.length; at++) {
    let byte = bytes[at];
    (byte === 10 || byte === 13 && bytes[at + 1] !== 10) && starts.push(at + 1);
  }
  return Uint32Array.from(starts);
}

// src/findings/text-comments.ts
function hasHashComments(path) {
  return /\.(?:txt|in|toml|cfg|ini|ya?ml|env)$|(?:^|\/)(?:Pipfile|Dockerfile|Containerfile|\.env)(?:\.[^/]*)?$/.test(path) && !/\.lock$/.test(path);
}
function textComments(text) {
  let lines = createLineIndex(Buffer2.from(text)), found = [...text.matchAll(/(?<=^|\s)#[^\r\n]*/gm)], ranges = found.flatMap(({ index, 0: comment }) => {
    let start = Buffer2.byteLength(text.slice(0, index));
    return [start, start + Buffer2.byteLength(comment)];
  });
  return {
    line: (offset) => lines.line(offset),
    comments: { texts: found.map(([comment]) => comment), ranges: Uint32Array.from(ranges) }
  };
}

// src/findings/suppressions.ts
var LONGEST_COMMENT = 40;
function comparePaths(withPath, peers, { facts, places }) {
  if (withPath.size === 0) return;
  let trees = new Map(facts.map(({ file, tree }) => [file.path, tree])), printOf = createPathPrint((file) => trees.get(file), places);
  for (let [mark, byRule] of withPath)
    for (let [id, path] of mark.paths) {
      let before = readPrint(path);
      for (let code of peers.codes(mark.form, id)) {
        let detections = byRule.get(code);
        if (detections === void 0) continue;
        let changed = before === void 0 ? [] : changedParts(before, printOf(detections));
        (before === void 0 || changed.length > 0) && mark.stale.set(code, changed);
      }
    }
}
function findSuppressions(input) {
  let peers = createPeerIndex(input.rules), files = /* @__PURE__ */ new Map();
  for (let { file, tree } of input.facts) {
    if (tree === void 0 || file.kind === "stub") continue;
    let marks = marksOf(tree, peers);
    marks.length > 0 && files.set(file.path, { path: file.path, tree, marks });
  }
  let code = new Set(input.facts.map(({ file }) => file.path));
  for (let { path, text } of input.projectFiles ?? []) {
    if (code.has(path) || !text.includes("pyverdict") || !hasHashComments(path)) continue;
    let tree = textComments(text), marks = marksOf(tree, peers).filter(({ form }) => form === "pyverdict");
    marks.length > 0 && files.set(path, { path, tree, marks });
  }
  let reaching = /* @__PURE__ */ new Map(), withPath = /* @__PURE__ */ new Map();
  for (let detection of input.detections) {
    let file = files.get(detection.file);
    if (file === void 0) continue;
    let marks = file.marks.filter(
      (mark) => silences(mark, detection, input.rules) && reaches(mark, detection, file, input)
    );
    marks.length > 0 && reaching.set(detection, marks);
    for (let mark of marks) {
      if (noteUse(mark, detection.rule, peers), mark.paths.size === 0) continue;
      let byRule = withPath.get(mark) ?? /* @__PURE__ */ new Map();
      withPath.set(mark, byRule.set(detection.rule, [...byRule.get(detection.rule) ?? [], detection]));
    }
  }
  comparePaths(withPath, peers, input);
  let byDetection = /* @__PURE__ */ new Map(), reopened = /* @__PURE__ */ new Map();
  for (let [detection, marks] of reaching) {
    let given = marks.filter(({ form, reason }) => form !== "pyverdict" || reason !== "" || !input.requireReason), mark = given.find(({ stale }) => !stale.has(detection.rule)), [outdated] = given;
    mark !== void 0 ? byDetection.set(detection, {
      mark: mark.text,
      reason: mark.reason,
      file: detection.file,
      line: input.places.line(detection.file, mark.offset)
    }) : outdated !== void 0 && (outdated.reported.add(detection.rule), reopened.set(detection, {
      mark: outdated.text,
      file: detection.file,
      line: input.places.line(detection.file, outdated.offset),
      changed: outdated.stale.get(detection.rule) ?? []
    }));
  }
  for (let detection of input.detections)
    for (let rule of detection.mergedRules ?? []) {
      let file = files.get(detection.file);
      if (file === void 0) continue;
      let merged = { ...detection, rule };
      for (let mark of file.marks)
        silences(mark, merged, input.rules) && reaches(mark, merged, file, input) && noteUse(mark, rule, peers);
    }
  let problems = [...files.values()].flatMap(
    (file) => file.marks.flatMap((mark) => markProblems(mark, file, peers, input))
  );
  return { byDetection, reopened, problems };
}
function marksOf(tree, peers) {
  let { texts, ranges } = tree.comments, marks = texts.flatMap(
    (text, index) => suppressionMarks(text, peers.isName).map((mark) => {
      let offset = ranges[index * 2], codes2 = mark.ids.length === 0 ? void 0 : new Set(mark.ids.flatMap((id) => [...peers.codes(mark.form, id)]));
      return {
        ...mark,
        offset,
        line: tree.line(offset),
        codes: codes2,
        stale: /* @__PURE__ */ new Map(),
        reported: /* @__PURE__ */ new Set(),
        used: /* @__PURE__ */ new Set()
      };
    })
  );
  return [...marks.filter(({ form }) => form === "pyverdict"), ...marks.filter(({ form }) => form !== "pyverdict")];
}
function silences(mark, detection, rules) {
  if (mark.codes !== void 0) return mark.codes.has(detection.rule);
  let security = (rules.get(detection.rule)?.category ?? (detection.tier === "note" ? "practice" : "security")) === "security";
  switch (mark.form) {
    case "pyverdict":
    case "codeql":
    case "pylint":
      return !1;
    case "noqa":
    case "file-noqa":
      return !security;
    case "nosonar":
      return !0;
    case "nosec":
    case "nosemgrep":
    case "lgtm":
      return security;
  }
}
function reaches(mark, detection, file, input) {
  let { tree } = file, lines = (start, end) => ({
    first: tree.line(start),
    last: tree.line(Math.max(start, end - 1))
  }), shown = tree.line(detection.range.start), statement = lines(detection.statement.start, detection.statement.end), on = (area) => mark.line >= area.first && mark.line <= area.last, onStatement = on(statement) || mark.line === shown, alone = () => input.places.startsLine(file.path, mark.offset);
  switch (mark.form) {
    case "pyverdict": {
      if (onStatement || isAbove(mark, statement.first, file, input) || isAbove(mark, shown, file, input)) return !0;
      if (detection.tier !== "note" || detection.scopeHeader === void 0) return !1;
      let header = lines(detection.scopeHeader.start, detection.scopeHeader.end);
      return on(header) || isAbove(mark, header.first, file, input);
    }
    case "noqa":
    case "pylint":
    case "nosonar":
    case "nosec":
      return onStatement;
    case "file-noqa":
      return alone();
    case "nosemgrep": {
      let places = [shown, statement.first];
      return places.includes(mark.line) || places.includes(mark.line + 1) && alone();
    }
    case "codeql":
      return (mark.line + 1 === shown || mark.line + 1 === statement.first) && alone();
    case "lgtm":
      return mark.line === shown;
  }
}
function isAbove(mark, line, file, input) {
  if (mark.line >= line || line - mark.line > LONGEST_COMMENT) return !1;
  let { ranges } = file.tree.comments, free = /* @__PURE__ */ new Set();
  for (let at = 0; at < ranges.length; at += 2) {
    let comment = file.tree.line(ranges[at]);
    comment >= mark.line && comment < line && input.places.startsLine(file.path, ranges[at]) && free.add(comment);
  }
  return free.size === line - mark.line;
}
function noteUse(mark, rule, peers) {
  if (mark.form === "pyverdict")
    for (let id of mark.ids) peers.codes(mark.form, id).has(rule) && mark.used.add(id.toLowerCase());
}
function markProblems(mark, file, peers, input) {
  if (mark.form !== "pyverdict") return [];
  let line = input.places.line(file.path, mark.offset), problem = (id, message) => ({
    id,
    message,
    file: file.path,
    line,
    hidesCode: !1
  }), where = `${file.path}:${line}`;
  if (mark.malformed || mark.ids.length === 0)
    return [problem("PVC002", `${where}: "${mark.text}" silences nothing; write "# pyverdict: ignore[CODE] reason".`)];
  let problems = mark.ids.flatMap((id) => {
    let codes2 = peers.codes("pyverdict", id);
    return codes2.size === 0 ? [problem("PVC002", `${where}: there is no rule "${id}"${hint(id, peers, input.rules)}.`)] : ![...codes2].some((code) => input.rulesRun.has(code)) || mark.used.has(id.toLowerCase()) ? [] : [problem("PVC002", `${where}: nothing of ${id} is found here; remove it from "${mark.text}".`)];
  });
  for (let id of mark.ids) {
    let path = mark.paths.get(id.toLowerCase());
    path === void 0 || readPrint(path) !== void 0 || problems.push(
      problem(
        "PVC002",
        `${where}: "path=${path}" of ${id} is no fingerprint of a path; "pyverdict suppress" writes it.`
      )
    );
  }
  for (let [code, changed] of mark.stale)
    changed.length === 0 || !mark.reported.has(code) || problems.push(
      problem(
        "PVC004",
        `${where}: ${code} is reported again: ${reopenedBecause(changed)} since "${mark.text}" was written.`
      )
    );
  return input.requireReason && mark.reason === "" && problems.push(problem("PVC003", `${where}: "${mark.text}" has no reason and does not count; write one behind it.`)), problems;
}
function hint(id, peers, rules) {
  let codes2 = new Set(
    ["noqa", "pylint", "nosonar", "nosec", "nosemgrep", "codeql"].flatMap((form) => [
      ...peers.codes(form, id)
    ])
  );
  return codes2.size > 0 ? `; ours for it: ${[...codes2].sort().join(", ")}` : didYouMean(
    id,
    [...rules.values()].flatMap((rule) => [rule.code, rule.id])
  );
}

// src/findings/accept-finding.ts
function acceptFinding(input) {
  let { request, groups: groups2, places } = input, group = groupAt(input);
  if (group === void 0)
    return { kind: "nothing", near: groups2.map(({ primary }) => ({
      file: primary.file,
      rule: primary.rule,
      line: places.line(primary.file, primary.range.start)
    })).filter(({ file, rule, line }) => file === request.file && (line === request.line || rule === request.rule)).map(({ rule, line }) => ({ rule, line })) };
  let wanted = membersOf(group).find((member) => isAt(member, input)) ?? group.primary, accepted = input.suppressions.get(wanted);
  return accepted !== void 0 ? { kind: "accepted", by: accepted } : commentFor(input, group, wanted);
}
function commentFor(input, group, wanted) {
  let { request, facts, places } = input, trees = new Map(facts.map(({ file, tree: tree2 }) => [file.path, tree2])), kind = facts.find(({ file }) => file.path === wanted.file)?.file.kind, tree = trees.get(wanted.file), read = places.bytes(wanted.file), printOf = createPathPrint((file) => trees.get(file), places), markFor = (reached, before) => {
    let print = printOf(reached), text = markText(request, print && writtenPrint(print), before), reason = request.reason || (before?.reason ?? "");
    return { text, line: reason === "" ? text : `${text} ${reason}` };
  }, refused = (why) => ({ kind: "refused", why, mark: markFor([wanted]).line });
  if (kind === void 0) return refused("it is no Python file, and only those are written");
  if (kind !== "python") return refused("it is a notebook, whose cells other programs write");
  if (tree === void 0 || read === void 0) return refused("the file changed or vanished during the scan");
  let { bytes } = read, area = areaOf(group, wanted), reachedFrom = (line, offset) => input.detections.filter(
    (one) => one.rule === request.rule && one.file === wanted.file && reaches({ form: "pyverdict", line, offset }, one, { path: one.file, tree }, input)
  ), outdated = ownMark(tree, wanted, input), spots = outdated === void 0 ? spotsOf(area, wanted, tree, bytes) : [outdated.spot];
  for (let spot of spots) {
    let reached = reachedFrom(spot.line, spot.offset), mark = markFor(reached.includes(wanted) ? reached : [wanted], outdated?.mark), edit = { range: spot.range, text: `${spot.before}${mark.line}${spot.after}` };
    if (!read.differsInComments(applyEdits(bytes, [{ ...edit.range, bytes: Buffer.from(edit.text) }]))) continue;
    let edits = onDisk([edit], read);
    if (edits === void 0) return refused("the file's encoding cannot be written here");
    let line = places.line(wanted.file, spot.range.start), remaining = membersOf(group).filter((member) => member !== wanted && !reached.includes(member) && !input.suppressions.has(member)).map(({ file, range }) => ({ file, line: places.line(file, range.start) }));
    return {
      kind: "written",
      mark: mark.text,
      line,
      change: { file: wanted.file, before: read.original, edits },
      remaining
    };
  }
  return refused("no comment can stand in these lines");
}
function groupAt(input) {
  let { request, groups: groups2, places } = input, own = groups2.filter((group) => group.primary.rule === request.rule);
  return own.find(
    (group) => membersOf(group).some(
      ({ file, range }) => file === request.file && places.line(file, range.start) === request.line
    )
  ) ?? own.find((group) => membersOf(group).some((member) => isAt(member, input)));
}
function membersOf(group) {
  return [group, ...group.sameLine].flatMap(({ primary, others }) => [primary, ...others]);
}
function isAt({ file, range, statement }, { request, places }) {
  if (file !== request.file) return !1;
  let first = places.line(file, Math.min(range.start, statement.start)), last = places.line(file, Math.max(range.start, statement.end - 1));
  return request.line >= first && request.line <= last;
}
function areaOf(group, wanted) {
  return group.by === "function" && group.others.length > 0 && wanted.scopeHeader !== void 0 ? wanted.scopeHeader : wanted.statement;
}
function spotsOf(area, wanted, tree, bytes) {
  let first = tree.line(area.start), last = tree.line(trimmedEnd(bytes, area)), shown = tree.line(wanted.range.start), all = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index), ends = [.../* @__PURE__ */ new Set([...shown >= first && shown <= last ? [shown] : [], last, first, ...all])].flatMap((line) => {
    let range = lineRange(tree, line, bytes), end = range.end;
    for (; end > range.start && isBlank(bytes[end - 1]); ) end--;
    return bytes[end - 1] === BACKSLASH ? [] : [{ line, range: { start: end, end: range.end }, before: "  ", after: "", offset: end }];
  }), { start } = lineRange(tree, first, bytes), indent = Buffer.from(bytes.subarray(start, area.start)).toString("utf8");
  if (!/^[ \t\f]*$/.test(indent.replace(/^\uFEFF/, ""))) return ends;
  let at = area.start;
  return [
    ...ends,
    {
      line: first,
      range: { start: at, end: at },
      before: "",
      after: `${lineEndOf(bytes)}${indent.replace(/^\uFEFF/, "")}`,
      offset: at
    }
  ];
}
function ownMark(tree, wanted, { request, places }) {
  let { texts, ranges } = tree.comments;
  for (let [index, text] of texts.entries()) {
    let offset = ranges[index * 2], line = tree.line(offset);
    for (let mark of suppressionMarks(text, () => !1)) {
      if (mark.form !== "pyverdict" || !mark.ids.some((id) => means(id, request)) || !reaches({ form: "pyverdict", line, offset }, wanted, { path: wanted.file, tree }, { places })) continue;
      let bytesOf = (end) => offset + Buffer.byteLength(text.slice(0, end)), range = { start: bytesOf(mark.start), end: bytesOf(mark.end) };
      return { spot: { line, range, before: "", after: "", offset }, mark };
    }
  }
}
function markText(request, path, before) {
  return `# pyverdict: ignore[${(before?.ids ?? [request.rule]).map((id) => {
    let own = means(id, request) ? path : before?.paths.get(id.toLowerCase());
    return own === void 0 ? id : `${id} path=${own}`;
  }).join(", ")}]`;
}
function means(id, { rule, ruleId }) {
  return [rule, ruleId].some((name) => id.toLowerCase().replace(/\/review$/, "") === name.toLowerCase());
}
var [TAB, LF, FORM_FEED, CR, SPACE, BACKSLASH] = [9, 10, 12, 13, 32, 92];
function isBlank(byte) {
  return byte === SPACE || byte === TAB || byte === FORM_FEED;
}
function trimmedEnd(bytes, { start, end }) {
  let last = end - 1;
  for (; last > start && (isBlank(bytes[last]) || bytes[last] === LF || bytes[last] === CR); ) last--;
  return last;
}
function lineRange({ lineStarts: lineStarts2 }, line, bytes) {
  let start = lineStarts2[line - 1] ?? bytes.length, end = lineStarts2[line] ?? bytes.length;
  for (; end > start && (bytes[end - 1] === LF || bytes[end - 1] === CR); ) end--;
  return { start, end };
}

// src/findings/baseline.ts
import { readFileSync } from "node:fs";
var fingerprintName = "pyverdictContext/v1";
function readBaseline(path) {
  let advice = 'Give a file that "pyverdict scan --sarif FILE" wrote, or leave the option out.', text;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    let missing = error.code === "ENOENT";
    throw new ConfigurationError(
      `The baseline ${path} ${missing ? "does not exist" : `cannot be read (${error.message})`}. ${advice}`
    );
  }
  let log;
  try {
    log = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new ConfigurationError(`The baseline ${path} is not JSON: ${error.message}. ${advice}`);
  }
  let runs = property(log, "runs");
  if (!Array.isArray(runs))
    throw new ConfigurationError(`The baseline ${path} is not SARIF: it has no "runs". ${advice}`);
  let known = /* @__PURE__ */ new Set(), results = 0, marked = 0;
  for (let run of runs)
    for (let result of list(property(run, "results"))) {
      results++;
      let fingerprint2 = property(property(result, "partialFingerprints"), fingerprintName);
      if (typeof fingerprint2 != "string") continue;
      marked++, list(property(result, "suppressions")).some(
        (suppression) => property(suppression, "kind") === "inSource"
      ) || known.add(fingerprint2);
    }
  if (results > 0 && marked === 0)
    throw new ConfigurationError(
      `The baseline ${path} has ${results} results without our fingerprints ("${fingerprintName}"): another tool wrote it. ${advice}`
    );
  return known;
}

// src/findings/fingerprint.ts
import { createHash as createHash3 } from "node:crypto";
function fingerprint(key, ordinal) {
  return createHash3("sha256").update(`${joined(key)}\0${ordinal}`, "utf8").digest("hex").slice(0, 32);
}
function fingerprints(keys) {
  let seen = /* @__PURE__ */ new Map();
  return keys.map((key) => {
    let text = joined(key), ordinal = seen.get(text) ?? 0;
    return seen.set(text, ordinal + 1), fingerprint(key, ordinal);
  });
}
function joined(key) {
  let fields = ["pv1", key.rule, key.path, key.scope, key.text];
  return key.taint !== void 0 && fields.push(key.taint.source, key.taint.sink), fields.join("\0");
}

// src/findings/create-finding.ts
var RELATED_LIMIT = 10;
function formerFingerprints(groups2, places, formerPaths) {
  return fingerprints(
    groups2.map(({ primary }) => {
      let key = fingerprintKey(primary, places);
      return { ...key, path: formerPaths.get(key.path) ?? key.path };
    })
  );
}
function createFindings(groups2, rules, places, reopened) {
  let prints = fingerprints(groups2.map(({ primary }) => fingerprintKey(primary, places)));
  return groups2.map((group, index) => {
    let finding = createFinding(group, prints[index], rules, places), again = reopened.get(group.primary);
    return again === void 0 ? finding : { ...finding, reopened: again, evidence: [...finding.evidence, reopenedText(again)] };
  });
}
function reopenedText({ mark, changed }) {
  return `A comment accepts this, but ${changed.length === 0 ? "it names no path" : `${reopenedBecause(changed)} since`}: look again, and at "${mark}".`;
}
function createFinding(group, fingerprint2, rules, places) {
  let { primary, suppression } = group, onLine = group.sameLine.flatMap((other) => [other.primary, ...other.others]), others = [...group.others, ...onLine].sort(compareDetections), members = [primary, ...others], rule = rules.get(primary.rule), secret = members.some((member) => member.secret === !0), show = (place) => {
    let { snippet, ...found2 } = places.found(place);
    return secret || snippet === void 0 ? found2 : { ...found2, snippet };
  }, shown = others.slice(0, RELATED_LIMIT), related = [
    ...primary.related.map((place) => ({ ...show(place), message: place.message })),
    ...shown.map((place) => ({ ...show(place), message: onLine.includes(place) ? "also on this line" : "also here" }))
  ], allPlaces = everyPlace(members, places), seen = new Set(
    [primary, ...primary.related, ...shown].map(
      (place) => placeKey(place.file, places.line(place.file, place.range.start))
    )
  ), further = allPlaces.filter(({ file, line }) => !seen.has(placeKey(file, line))).length, level = members.map((member) => member.level ?? (rule ? defaultLevel(rule, member) : "note")).sort(bySeverity)[0], severity = rule === void 0 ? void 0 : findingSeverity(rule, primary), found = show(primary), repairs = suppression === void 0 ? repairsOf(members, places) : [];
  return {
    ...found,
    rule: primary.rule,
    ruleId: primary.tier === "hotspot" ? `${primary.rule}/review` : primary.rule,
    tier: primary.tier,
    level,
    ...severity !== void 0 && { severity },
    message: withCount(primary.message, group),
    fix: primary.fix ?? rule?.fix ?? "",
    evidence: [...new Set(members.flatMap(({ evidence }) => evidence ?? []))],
    context: places.context({ file: primary.file, range: around(primary) }),
    scope: primary.scope,
    related,
    furtherPlaces: further,
    allPlaces,
    flows: members.flatMap(
      ({ flows }) => flows.map(({ steps }) => ({
        steps: steps.map((step) => ({ ...show(step), kind: step.kind, message: step.message, depth: step.depth }))
      }))
    ),
    lineHash: places.lineHash(primary.file, found.region.startLine),
    fingerprint: fingerprint2,
    ...suppression && { suppression },
    ...repairs.length > 0 && { repairs },
    inTest: primary.inTest,
    mergedRules: [...new Set(members.flatMap(({ mergedRules }) => mergedRules ?? []))].sort(),
    secret,
    rank: Math.max(...members.map(({ rank }) => rankScore(level, rank)))
  };
}
function repairsOf(members, places) {
  let repairs = /* @__PURE__ */ new Map();
  for (let { file, repair } of members) {
    let found = repair && places.repair(file, repair);
    found !== void 0 && repairs.set(JSON.stringify([file, found.replacements]), found);
  }
  return [...repairs.values()];
}
function fingerprintKey(detection, places) {
  let { rule, file, scope, statement, groupKey, taint } = detection, secret = detection.secret === !0;
  if (groupKey !== void 0 && !secret) return { rule, path: "", scope: "", text: groupKey };
  let text = places.tokens({ file, range: statement }, secret ? "hidden" : "kept");
  return { rule, path: file, scope, text, ...taint && { taint } };
}
function withCount(message, { primary, others, by, sameLine }) {
  let counts = [], where = primary.scope === "<module>" ? "at module level" : "in this function";
  return by === "function" && others.length > 0 && counts.push(`${others.length} more ${where}`), sameLine.length > 0 && counts.push(`${sameLine.length} more on this line`), counts.length === 0 ? message : `${message.endsWith(".") ? message.slice(0, -1) : message} (and ${counts.join(", ")}).`;
}
function around({ range, statement }) {
  return { start: Math.min(range.start, statement.start), end: Math.max(range.end, statement.end) };
}
function placeKey(file, line) {
  return `${file}\0${line}`;
}
function everyPlace(members, places) {
  let all = /* @__PURE__ */ new Map(), add = ({ file, range }) => {
    let line = places.line(file, range.start);
    all.set(placeKey(file, line), { file, line });
  };
  for (let member of members) {
    add(member);
    for (let place of member.otherPlaces ?? []) add(place);
  }
  return [...all.values()];
}
function bySeverity(a, b) {
  let order = ["error", "warning", "note"];
  return order.indexOf(a) - order.indexOf(b);
}

// src/findings/touched.ts
function createTouch(changes, treeOf) {
  let functions = /* @__PURE__ */ new Map(), functionsOf = (file) => {
    let known = functions.get(file);
    if (known === void 0) {
      let tree = treeOf(file);
      functions.set(file, known = tree === void 0 ? [] : functionLines(tree));
    }
    return known;
  }, isDeletedAround = (file, line) => {
    let deleted = changes.files.get(file)?.deletedAfter ?? [];
    if (deleted.length === 0) return !1;
    if (file.endsWith(".ipynb")) return !0;
    let around2 = innermost(functionsOf(file), line);
    return around2 === void 0 ? deleted.some((after) => after === line || after === line - 1) : deleted.some((after) => after >= around2.first && after <= around2.last);
  };
  return ({ file, region, context, flows, tier }, header) => {
    let steps = flows.flatMap((flow) => flow.steps), change = changes.files.get(file), lines = isAdded(change, region.startLine) || isAdded(change, context.startLine, context.endLine) || tier === "note" && header !== void 0 && isAdded(change, header) || steps.some((step) => isAdded(changes.files.get(step.file), step.region.startLine)), deletion = isDeletedAround(file, region.startLine) || steps.some((step) => isDeletedAround(step.file, step.region.startLine));
    return { lines, deletion };
  };
}
function functionLines(tree) {
  let found = [];
  for (let node = 0; node < tree.size; node++)
    tree.kind(node) === Kind.function_definition && found.push({ first: tree.line(tree.start(node)), last: tree.line(Math.max(tree.start(node), tree.end(node) - 1)) });
  return found;
}
function innermost(functions, line) {
  let best;
  for (let one of functions)
    line < one.first || line > one.last || (best === void 0 || one.last - one.first < best.last - best.first) && (best = one);
  return best;
}

// src/findings/comparison.ts
function createCompare({ comparison, facts }, known, groups2, places) {
  let input = comparison !== void 0 && "changes" in comparison ? comparison : void 0;
  if (input === void 0 && known === void 0) return (finding) => finding;
  let trees = new Map(facts.map(({ file, tree }) => [file.path, tree])), touch = input && createTouch(input.changes, (file) => trees.get(file)), former = input !== void 0 && input.changes.formerPaths.size > 0 ? formerFingerprints(groups2, places, input.changes.formerPaths) : [];
  return (finding, index) => {
    let prints = [finding.fingerprint, ...former.slice(index, index + 1)], { scopeHeader, file } = groups2[index].primary, header = scopeHeader && places.line(file, scopeHeader.start), { suppression } = finding, isAddedMark = suppression !== void 0 && input !== void 0 && isAdded(input.changes.files.get(suppression.file), suppression.line);
    return {
      ...finding,
      ...known && { baseline: prints.some((print) => known.has(print)) ? "unchanged" : "new" },
      ...touch && { change: changeOf(touch(finding, header), prints, input.base) },
      ...isAddedMark && { suppression: { ...suppression, added: !0 } }
    };
  };
}
function comparisonOf(answer, now) {
  if ("unavailable" in answer) return { unavailable: answer.unavailable, baseScanned: !1, lostChecks: [] };
  let { by, base } = answer.changes;
  return { by, base, baseScanned: answer.base !== void 0, lostChecks: lostChecks(answer, now) };
}
function changeOf(touch, prints, base) {
  return base === void 0 ? { touched: touch.lines || touch.deletion } : { touched: touch.lines, fresh: base !== "same" && !prints.some((print) => base.fingerprints.has(print)) };
}
function lostChecks({ changes, base }, now) {
  if (base === void 0 || base === "same") return [];
  let left = /* @__PURE__ */ new Map(), keyOf = (path, { kind, name }) => `${path}\0${kind}\0${name}`;
  for (let one of now) {
    let key = keyOf(changes.formerPaths.get(one.path) ?? one.path, one);
    left.set(key, (left.get(key) ?? 0) + 1);
  }
  return base.credited.filter((one) => {
    let key = keyOf(one.path, one), count = left.get(key) ?? 0;
    return left.set(key, count - 1), count <= 0;
  });
}

// src/findings/overlap.ts
function dropOverlapped(detections, rules, byte) {
  let dropped = /* @__PURE__ */ new Set();
  for (let file of byFile(detections)) {
    let extents = file.map((detection) => ({ detection, ...extent(detection) })).sort((a, b) => a.start - b.start);
    for (let first = 0; first < extents.length; first++) {
      let one = extents[first];
      for (let second = first + 1; second < extents.length && extents[second].start < one.end; second++) {
        let loser = loserOf(one.detection, extents[second].detection, rules, byte);
        loser !== void 0 && dropped.add(loser);
      }
    }
  }
  return detections.filter((detection) => !dropped.has(detection));
}
function loserOf(a, b, rules, byte) {
  let aNamesB = a.rule !== b.rule && (rules.get(a.rule)?.overlaps.includes(b.rule) ?? !1), bNamesA = a.rule !== b.rule && (rules.get(b.rule)?.overlaps.includes(a.rule) ?? !1);
  if (aNamesB || bNamesA) {
    let loser = aNamesB ? a : b;
    return (a.tier === "note" && b.tier === "note" ? sameStatement(a, b) : samePlace(a, b, byte)) ? loser : void 0;
  }
  if (!(weight[a.tier] === weight[b.tier] || !samePlace(a, b, byte)) && !(a.tier !== "note" && b.tier !== "note" && !sameConcern(a, b, rules)))
    return weight[a.tier] < weight[b.tier] ? a : b;
}
var weight = { note: 0, hotspot: 1, defect: 2 };
function sameConcern(a, b, rules) {
  let first = rules.get(a.rule)?.cwe, second = rules.get(b.rule)?.cwe;
  return first === void 0 || second === void 0 || first.some((number) => second.includes(number));
}
function sameStatement(a, b) {
  return equal(a.statement, b.statement) || intersect(a.range, b.range);
}
function samePlace(a, b, byte) {
  if (equal(a.range, b.range)) return !0;
  if (!equal(a.statement, b.statement) || !contains(a.range, b.range) && !contains(b.range, a.range)) return !1;
  let isCall = (detection) => byte(detection.file, detection.range.end - 1) === 41;
  return !(isCall(a) && isCall(b));
}
function equal(a, b) {
  return a.start === b.start && a.end === b.end;
}
function contains(outer, inner) {
  return outer.start <= inner.start && inner.end <= outer.end;
}
function intersect(a, b) {
  return a.start < b.end && b.start < a.end;
}
function extent({ range, statement }) {
  return { start: Math.min(range.start, statement.start), end: Math.max(range.end, statement.end) };
}
function byFile(detections) {
  let files = /* @__PURE__ */ new Map();
  for (let detection of detections) {
    let file = files.get(detection.file);
    file === void 0 ? files.set(detection.file, [detection]) : file.push(detection);
  }
  return files.values();
}

// src/findings/path-rules.ts
function leaveOutByPath(detections, settings, rules) {
  if (settings.length === 0) return { kept: detections, leftOut: [] };
  let filter = pathRulesFilter(settings, rules), taken = settings.map(() => []), kept = detections.filter((detection) => {
    let index = filter(detection);
    return index !== void 0 && taken[index].push(detection), index === void 0;
  }), leftOut = settings.flatMap(({ paths }, index) => {
    let left = taken[index], practice = left.filter(({ tier }) => tier === "note").length;
    return left.length === 0 ? [] : [{ paths, security: left.length - practice, practice }];
  });
  return { kept, leftOut };
}
function pathRulesFilter(settings, rules) {
  let ready = settings.map(({ paths, select, ignore, minSeverity }) => ({
    matcher: ignorePatterns(paths).matcher,
    select: namedCodes(select, rules),
    ignore: namedCodes(ignore, rules),
    selects: select.length > 0,
    minSeverity
  }));
  return ({ rule, file, ...severe }) => {
    let found = ready.findIndex(({ matcher, select, selects, ignore, minSeverity }) => {
      if (!matcher.ignores(file)) return !1;
      if (ignore.has(rule) || selects && !select.has(rule)) return !0;
      let view = rules.get(rule), severity = view === void 0 ? void 0 : findingSeverity(view, severe);
      return minSeverity !== void 0 && severity !== void 0 && compareBands(severityBand(severity), minSeverity) < 0;
    });
    return found < 0 ? void 0 : found;
  };
}
function namedCodes(names, rules) {
  let wanted = new Set(names.map((name) => name.replace(/\/review$/, ""))), means2 = ({ code, id, category }) => wanted.has(code) || wanted.has(id) || wanted.has(category);
  return new Set([...rules.values()].filter(means2).map(({ code }) => code));
}

// src/findings/line-hash.ts
var PASSED = Array.from({ length: 100 }).reduce((power) => Math.imul(power, 37), 1);
function lineHashes(text) {
  let { lows, starts } = lowerHalves(text), known = /* @__PURE__ */ new Map(), numberEqualLines = (low) => {
    let occurrences = /* @__PURE__ */ new Map();
    for (let index = 0; index < lows.length; index++) {
      if (lows[index] !== low) continue;
      let value = windowHash(text, starts[index]), occurrence = (occurrences.get(value) ?? 0) + 1;
      occurrences.set(value, occurrence), known.set(index, `${value}:${occurrence}`);
    }
  };
  return {
    lineCount: starts.length,
    hash(line) {
      let low = lows[line - 1];
      if (low === void 0) throw new RangeError(`no line ${line} in a text of ${starts.length} lines`);
      return known.has(line - 1) || numberEqualLines(low), known.get(line - 1);
    }
  };
}
function lowerHalves(text) {
  let lows = [], starts = [0], unitsBefore = [0], hashBefore = [0], hash2 = 0, units = 0, windowEnd = 100, close = () => {
    lows.push(hash2 - Math.imul(hashBefore[lows.length], PASSED) | 0), windowEnd = lows.length < starts.length ? unitsBefore[lows.length] + 100 : 1 / 0;
  };
  for (let at = 0; at < text.length; at++) {
    let unit = text.charCodeAt(at);
    if (unit === 32 || unit === 9) continue;
    let endsLine = unit === 10 || unit === 13;
    unit === 13 && text.charCodeAt(at + 1) === 10 && at++, hash2 = Math.imul(hash2, 37) + (endsLine ? 10 : unit) | 0, units++, units === windowEnd && close(), endsLine && (starts.push(at + 1), unitsBefore.push(units), hashBefore.push(hash2), windowEnd === 1 / 0 && (windowEnd = units + 100));
  }
  for (let unit = 65535; lows.length < starts.length; unit = 0)
    hash2 = Math.imul(hash2, 37) + unit | 0, units++, units === windowEnd && close();
  return { lows, starts };
}
function windowHash(text, start) {
  let high = 0, low = 0, at = start, ended = !1;
  for (let count = 0; count < 100; count++) {
    for (; text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9; ) at++;
    let unit = 0;
    at < text.length ? (unit = text.charCodeAt(at), unit === 13 && (unit = 10, text.charCodeAt(at + 1) === 10 && at++), at++) : ended || (unit = 65535, ended = !0);
    let sum = low * 37 + unit;
    high = high * 37 + Math.floor(sum / 4294967296) >>> 0, low = sum >>> 0;
  }
  return high === 0 ? low.toString(16) : high.toString(16) + low.toString(16).padStart(8, "0");
}

// src/findings/place-finder.ts
var SNIPPET_LIMIT = 300, KEPT_BYTES = 4 * 1024 * 1024;
function createPlaceFinder(reader, files, facts, secrets) {
  let sources = new Map(files.map((file) => [file.path, file])), trees = new Map(facts.flatMap(({ file, tree }) => tree === void 0 ? [] : [[file.path, tree]])), open = /* @__PURE__ */ new Map(), artifacts = /* @__PURE__ */ new Map(), changed = /* @__PURE__ */ new Set(), keptBytes = 0, fileAt = (path) => {
    if (open.has(path)) {
      let file2 = open.get(path);
      return open.delete(path), open.set(path, file2), file2;
    }
    let source = sources.get(path), read = source === void 0 ? void 0 : reader(source), index = read && createLineIndex(read.bytes), file = read && index && !hasChanged(index, trees.get(path)) ? { read, index } : void 0;
    if (read === void 0 || file === void 0) changed.add(path);
    else {
      let { byteLength, sha256, encoding } = read;
      artifacts.set(path, { path, length: byteLength, sha256, encoding }), keptBytes += read.bytes.length;
    }
    open.set(path, file);
    for (let [oldest, closing] of open) {
      if (keptBytes <= KEPT_BYTES || oldest === path) break;
      keptBytes -= closing?.read.bytes.length ?? 0, open.delete(oldest);
    }
    return file;
  }, hiddenLines = /* @__PURE__ */ new Map(), textLine = (path, offset) => trees.get(path)?.line(offset) ?? fileAt(path)?.index.line(offset) ?? 1;
  for (let { file, range } of secrets) {
    let lines = hiddenLines.get(file) ?? /* @__PURE__ */ new Set();
    hiddenLines.set(file, lines);
    let last = textLine(file, range.end);
    for (let line = textLine(file, range.start); line <= last; line++) lines.add(line);
  }
  let region = (place, whole) => {
    let file = fileAt(place.file);
    if (file === void 0) return unreadRegion(place.file, place.range);
    let { read, index } = file;
    if (read.position === void 0) return whole ? index.region(place.range) : index.firstLine(place.range);
    let lineEnd = index.lineEnd(index.line(place.range.start)), start = read.position(place.range.start), end = read.position(
      whole ? place.range.end : Math.max(place.range.start, Math.min(place.range.end, lineEnd))
    );
    return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
  }, unreadRegion = (path, range) => {
    let line = textLine(path, range.start);
    return { startLine: line, startColumn: 1, endLine: line, endColumn: 1 };
  }, isHidden = (path, { start, end }) => {
    let hidden = hiddenLines.get(path);
    if (hidden === void 0) return !1;
    for (let line = textLine(path, start); line <= textLine(path, end); line++) if (hidden.has(line)) return !0;
    return !1;
  };
  return {
    found(place) {
      let found = { file: place.file, region: region(place, !1) }, index = fileAt(place.file)?.index;
      if (index === void 0) return found;
      let line = index.line(place.range.start);
      return hiddenLines.get(place.file)?.has(line) === !0 ? found : { ...found, snippet: clip(index.lineText(line)) };
    },
    context: (place) => region(place, !0),
    line(path, offset) {
      return sources.get(path)?.kind !== "notebook" ? textLine(path, offset) : fileAt(path)?.read.position?.(offset).line ?? textLine(path, offset);
    },
    lineHash(path, line) {
      let file = fileAt(path);
      return file === void 0 ? "" : (file.hashes ??= lineHashes(file.read.text), file.hashes.hash(Math.min(line, file.hashes.lineCount)));
    },
    tokens: (place, strings) => fileAt(place.file)?.read.tokens(place.range, strings).join(" ") ?? "",
    byte: (path, offset) => fileAt(path)?.read.bytes[offset],
    startsLine(path, offset) {
      let bytes = fileAt(path)?.read.bytes;
      if (bytes === void 0) return !1;
      let at = offset - 1;
      for (; at >= 0 && (bytes[at] === 32 || bytes[at] === 9 || bytes[at] === 12); ) at--;
      return at < 0 || bytes[at] === 10 || bytes[at] === 13 || at === 2 && bytes[0] === 239 && bytes[1] === 187;
    },
    repair(path, { edits, safe }) {
      let file = fileAt(path);
      if (file === void 0) return;
      let resolved = resolveEdits(edits, file.read.bytes);
      if (!(resolved === void 0 || edits.some(({ range }) => isHidden(path, range))))
        return {
          file: path,
          replacements: resolved.map((edit) => ({ ...edit, region: file.index.region(edit.range) })),
          safe
        };
    },
    bytes: (path) => {
      let file = fileAt(path);
      return file === void 0 || file.read.original.length !== sources.get(path)?.size ? void 0 : file.read;
    },
    artifact(path) {
      return !artifacts.has(path) && sources.has(path) && fileAt(path), artifacts.get(path);
    },
    changed: () => [...changed].sort()
  };
}
function hasChanged({ starts }, tree) {
  return tree === void 0 ? !1 : starts.length !== tree.lineStarts.length || starts.some((start, index) => start !== tree.lineStarts[index]);
}
function clip(text) {
  if (text.length <= SNIPPET_LIMIT) return text;
  let last = text.charCodeAt(SNIPPET_LIMIT - 1);
  return text.slice(0, last >= 55296 && last <= 56319 ? SNIPPET_LIMIT - 1 : SNIPPET_LIMIT);
}

// src/findings/verdict.ts
function verdictOf({ findings, coverage, sources, problems }) {
  if (coverage.files.length === 0) return sources.files.some(({ kind }) => kind !== "stub") ? "failed" : "incomplete";
  if (findings.some(({ tier, suppression }) => tier === "defect" && suppression === void 0)) return "defects";
  let tests = new Set(coverage.files.filter(({ test }) => test).map(({ path }) => path)), isTest = (path) => tests.has(path) || looksLikeTestPath(path);
  return sources.skipped.some(({ path, reason }) => hidingReasons.has(reason) && !isTest(path)) || problems.some((problem) => hides(problem, isTest)) ? "incomplete" : "no-explicit-defects";
}
var hidingReasons = /* @__PURE__ */ new Set(["too-large", "unreadable", "encoding"]);
function hides(problem, isTest) {
  return problem.id === "PVN005" ? problem.hidesCode || !(problem.rule?.startsWith("BP") ?? !1) : problem.hidesCode ? !((problem.id === "PVN001" || problem.id === "PVN002") && problem.file !== void 0 && isTest(problem.file)) : !1;
}

// src/findings/settle.ts
function settle(input) {
  let { analysis, facts, sources, options } = input, rules = ruleTable(input.rules), known = options.baseline === void 0 ? void 0 : readBaseline(options.baseline), secrets = analysis.detections.filter(({ secret }) => secret === !0).flatMap(secretPlaces), places = createPlaceFinder(input.reader, readAgain(sources), facts, secrets), suppressions = findSuppressions({
    detections: analysis.detections,
    facts,
    projectFiles: sources.projectFiles,
    rules,
    rulesRun: new Set(analysis.coverage.rulesRun.filter((code) => !analysis.coverage.deferred.has(code))),
    requireReason: options.requireSuppressionReason,
    places
  }), severe = dropOverlapped(analysis.detections, rules, places.byte).filter(
    (detection) => isSevereEnough(detection, rules, options.minSeverity)
  ), { kept, leftOut } = leaveOutByPath(severe, options.perPath ?? [], rules), groups2 = groupDetections(kept, suppressions.byDetection, ({ file, range }) => places.line(file, range.start)), compare = createCompare(input, known, groups2, places), findings = createFindings(groups2, rules, places, suppressions.reopened).map(compare).sort(compareFindings), corrections = options.repairs && correctFiles(findings, options.repairs === "show" ? "all" : "safe", places), acceptance = options.accept && acceptFinding({
    request: options.accept,
    groups: groups2,
    detections: analysis.detections,
    suppressions: suppressions.byDetection,
    facts,
    places
  }), problems = [
    ...sources.problems,
    ...facts.flatMap((file) => file.problems),
    ...analysis.problems,
    ...suppressions.problems,
    ...places.changed().map(changedFile)
  ].sort(compareProblems);
  return {
    ...input.comparison && { comparison: comparisonOf(input.comparison, analysis.coverage.credited) },
    verdict: verdictOf({ findings, coverage: analysis.coverage, sources, problems }),
    findings,
    artifacts: artifactsOf(findings, problems, places),
    coverage: analysis.coverage,
    reviewed: analysis.reviewed,
    skipped: [...sources.skipped, ...facts.flatMap((file) => file.skipped)].sort(
      (a, b) => compareText(a.path, b.path) || compareText(a.detail, b.detail)
    ),
    listedBy: sources.listedBy,
    ...leftOut.length > 0 && { leftOut },
    ...corrections && { corrections },
    ...acceptance && { acceptance },
    problems
  };
}
function readAgain({ root, files, projectFiles }) {
  let known = new Set(files.map(({ path }) => path)), others = projectFiles.filter(({ path }) => !known.has(path));
  return [
    ...files,
    ...others.map(({ path, text }) => ({
      path,
      absolutePath: `${root}/${path}`,
      kind: "python",
      size: Buffer3.byteLength(text)
    }))
  ];
}
function secretPlaces({
  file,
  range,
  statement,
  flows
}) {
  let sourcePlaces = flows.flatMap(({ steps }) => steps.slice(0, 1));
  return [{ file, range }, { file, range: statement }, ...sourcePlaces];
}
function isSevereEnough(detection, rules, least) {
  let rule = rules.get(detection.rule), severity = rule === void 0 ? void 0 : findingSeverity(rule, detection);
  return severity === void 0 || compareBands(severityBand(severity), least) >= 0;
}
function changedFile(file) {
  return {
    id: "PVN002",
    message: `${file} changed or vanished during the scan, so its findings have no columns and no code; scan again.`,
    file,
    hidesCode: !1
  };
}
function artifactsOf(findings, problems, places) {
  let paths = /* @__PURE__ */ new Set();
  for (let { file, related, flows } of findings) {
    paths.add(file);
    for (let place of related) paths.add(place.file);
    for (let { steps } of flows) for (let step of steps) paths.add(step.file);
  }
  for (let { file } of problems) file !== void 0 && paths.add(file);
  return [...paths].sort(compareText).flatMap((path) => places.artifact(path) ?? []);
}
function compareProblems(a, b) {
  return compareText(a.file ?? "", b.file ?? "") || (a.line ?? 0) - (b.line ?? 0) || compareText(a.id, b.id) || compareText(a.rule ?? "", b.rule ?? "") || compareText(a.message, b.message);
}

// src/parse/reread.ts
import { Buffer as Buffer4 } from "node:buffer";
import { readFileSync as readFileSync2 } from "node:fs";
function createReader(createParser, readBytes = ({ absolutePath }) => readFileSync2(absolutePath)) {
  let parser, parse2 = (source) => {
    try {
      parser ??= createParser();
      let tree = parser.parse(source);
      return parser.takeJoinedTexts(), tree;
    } catch (error) {
      if (!(error instanceof ParserFailure)) throw error;
      parser = void 0;
      return;
    }
  };
  return (file) => {
    let original;
    try {
      original = readBytes(file);
    } catch {
      return;
    }
    let source = decodeFile(file, original);
    if (source.kind !== "text") return;
    let { bytes, encoding, map } = source;
    return {
      bytes,
      original,
      text: new TextDecoder("utf-8", { ignoreBOM: !0 }).decode(original),
      encoding,
      byteLength: source.original.length,
      sha256: source.original.sha256(),
      ...map && { position: map },
      tokens: ({ start, end }, strings) => statementTokens(bytes.subarray(start, end), strings, parse2),
      differsInComments: (text) => isSame(statementTokens(bytes, "kept", parse2), statementTokens(text, "kept", parse2)) && !isSame(commentsOf(bytes, parse2), commentsOf(text, parse2))
    };
  };
}
function statementTokens(statement, strings, parse2) {
  let text = Buffer4.from(statement.buffer, statement.byteOffset, statement.byteLength), tree = text.length === 0 ? void 0 : parse2(statement);
  return tree === void 0 ? text.toString("utf8").split(/\s+/).filter((word) => word !== "") : leafTokens(tree, text, strings);
}
function commentsOf(source, parse2) {
  let tree = parse2(source);
  if (tree === void 0) return [];
  let comments = [];
  for (let node = 0; node < tree.size; node++) {
    let [head, start, end] = tree.words.subarray(node * WORDS, node * WORDS + 3);
    (head & 511) === Kind.comment && comments.push(new TextDecoder().decode(source.subarray(start, end)));
  }
  return comments;
}
function isSame(one, other) {
  return one.length === other.length && one.every((text, index) => text === other[index]);
}
var WORDS = 6, LEAF = 8 << 15;
function leafTokens({ words: words2, size }, text, strings) {
  let tokens = [], covered = 0, add = (start, end, token) => {
    let between = text.toString("utf8", covered, start).trim();
    between !== "" && tokens.push(between), token !== void 0 && token !== "" && tokens.push(token.replace(/\r\n?/g, `
`)), covered = Math.max(covered, end);
  }, node = 0;
  for (; node < size; ) {
    let head = words2[node * WORDS], kind = head & 511, start = words2[node * WORDS + 1], end = words2[node * WORDS + 2], next = words2[node * WORDS + 3];
    kind === Kind.comment || kind === Kind.line_continuation ? (add(start, end), node = next) : kind === Kind.string && strings === "hidden" ? (add(start, end, "str"), node = next) : kind === Kind.string_content ? (add(start, end, text.toString("utf8", start, end)), node = next) : ((head & LEAF) !== 0 && add(start, end, text.toString("utf8", start, end).trim()), node++);
  }
  return add(text.length, text.length), tokens;
}

// src/scan.ts
async function scan(options, rules, log, outOfTime, comparison) {
  let sources = requireSources(await discover(options), options), parsed = await parse(sources, options.threads, log), model = buildModel(parsed, sources), onProgress = (done, total) => log.progress("analysing", done, total), hints = projectHints(options, sources), { advisories: source, ...rest } = options, advisories = source && rules.rules.some(needsAdvisories) && await published(source, model, sources), analysis = analyse(model, rules, { ...rest, ...advisories && { advisories }, hints, outOfTime, onProgress }), reader = createReader(() => createFlatParser(parserModule())), { facts } = parsed;
  return settle({ analysis, facts, sources, rules: rules.all, options, reader, ...comparison && { comparison } });
}
async function published(source, model, sources) {
  let advisories = await loadAdvisories(source, namedVersions(model));
  return { ...advisories, problems: [...advisories.problems, ...unreadVersions(model, sources.problems)] };
}

export {
  loadRuleSet,
  reopenedBecause,
  suppressionMarks,
  pathRulesFilter,
  verdictOf,
  scan
};
