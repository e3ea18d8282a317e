import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  normalName
} from "./chunk-QHJQHKHC.js";
import {
  ConfigurationError
} from "./chunk-SRHPKDDQ.js";

// src/base/foreign-json.ts
function property(value, name) {
  return typeof value == "object" && value !== null && Object.hasOwn(value, name) ? value[name] : void 0;
}
function list(value) {
  return Array.isArray(value) ? value : [];
}

// src/advisories/cvss.ts
var weights = {
  AV: { N: 0.85, A: 0.62, L: 0.55, P: 0.2 },
  AC: { L: 0.77, H: 0.44 },
  PR: { N: 0.85, L: 0.62, H: 0.27 },
  UI: { N: 0.85, R: 0.62 },
  C: { H: 0.56, L: 0.22, N: 0 },
  I: { H: 0.56, L: 0.22, N: 0 },
  A: { H: 0.56, L: 0.22, N: 0 }
}, privilegesIfChanged = { N: 0.85, L: 0.68, H: 0.5 };
function cvss3Score(vector) {
  if (!/^CVSS:3\.[01]\//.test(vector)) return;
  let metrics = new Map(
    vector.split("/").slice(1).map((part) => part.split(":", 2))
  ), scope = metrics.get("S");
  if (scope !== "U" && scope !== "C") return;
  let changed = scope === "C", weight = (metric) => {
    let table = metric === "PR" && changed ? privilegesIfChanged : weights[metric], value = metrics.get(metric) ?? "";
    return Object.hasOwn(table, value) ? table[value] : Number.NaN;
  }, base = 1 - (1 - weight("C")) * (1 - weight("I")) * (1 - weight("A")), impact = changed ? 7.52 * (base - 0.029) - 3.25 * (base - 0.02) ** 15 : 6.42 * base, exploitability = 8.22 * weight("AV") * weight("AC") * weight("PR") * weight("UI"), score = impact <= 0 ? 0 : Math.min((changed ? 1.08 : 1) * (impact + exploitability), 10);
  return Number.isNaN(impact + exploitability) ? void 0 : roundUp(score);
}
function roundUp(score) {
  let whole = Math.round(score * 1e5);
  return whole % 1e4 === 0 ? whole / 1e5 : (Math.floor(whole / 1e4) + 1) / 10;
}

// src/advisories/read-osv.ts
var MAX_SUMMARY = 200, MAX_ID = 100;
function readOsv(document) {
  let id = property(document, "id");
  if (typeof id != "string" || !isId(id)) return { ok: !1, reason: 'it has no "id", so it is no OSV document' };
  let affected = property(document, "affected");
  if (affected !== void 0 && !Array.isArray(affected)) return { ok: !1, reason: 'its "affected" is no list' };
  let packages = /* @__PURE__ */ new Map();
  if (typeof property(document, "withdrawn") == "string") return { ok: !0, packages };
  for (let [index, one] of list(affected).entries()) {
    let name = property(property(one, "package"), "name");
    if (property(property(one, "package"), "ecosystem") !== "PyPI") continue;
    if (typeof name != "string" || name === "")
      return { ok: !1, reason: `affected[${index}] has no name of a package` };
    let read = readAffected(one, `affected[${index}]`);
    if ("reason" in read) return { ok: !1, ...read };
    let normal = normalName(name), earlier = packages.get(normal), severity = severityOf(one) ?? severityOf(document);
    packages.set(normal, {
      id,
      aliases: texts(property(document, "aliases")).filter(isId).sort(),
      summary: oneLine(property(document, "summary")),
      ...severity !== void 0 && { severity },
      // A document may have several entries about one package: each adds versions.
      ranges: [...earlier?.ranges ?? [], ...read.ranges],
      versions: [...earlier?.versions ?? [], ...read.versions],
      symbols: earlier === void 0 || earlier.symbols.length > 0 ? [...earlier?.symbols ?? [], ...read.symbols] : []
    });
  }
  return { ok: !0, packages };
}
function isId(text) {
  return /^[\w.:-]+$/.test(text) && text.length <= MAX_ID;
}
function readAffected(one, where) {
  let ranges = [];
  for (let range of list(property(one, "ranges"))) {
    let type = property(range, "type");
    if (type === "GIT") continue;
    if (type !== "ECOSYSTEM" && type !== "SEMVER") return { reason: `${where} has a range of unknown type` };
    let events = list(property(range, "events")).flatMap(readEvent);
    if (!events.some(({ kind }) => kind === "introduced"))
      return { reason: `${where} has a range without "introduced"` };
    ranges.push(events);
  }
  let versions = property(one, "versions");
  return versions !== void 0 && !Array.isArray(versions) ? { reason: `the "versions" of ${where} are no list` } : { ranges, versions: texts(versions), symbols: readSymbols(property(one, "ecosystem_specific")) };
}
function readEvent(event) {
  return ["introduced", "fixed", "last_affected"].flatMap((kind) => {
    let version = property(event, kind);
    return typeof version == "string" ? [{ kind, version }] : [];
  });
}
function readSymbols(specific) {
  return list(property(specific, "imports")).flatMap((one) => {
    let attribute = property(one, "attribute"), modules = texts(property(one, "modules"));
    return typeof attribute == "string" && attribute !== "" && modules.length > 0 ? [{ attribute, modules }] : [];
  });
}
var words = { LOW: 2.5, MODERATE: 5.5, MEDIUM: 5.5, HIGH: 8, CRITICAL: 9.5 };
function severityOf(holder) {
  let scores = list(property(holder, "severity")).flatMap((one) => {
    let [type, vector] = [property(one, "type"), property(one, "score")], score = type === "CVSS_V3" && typeof vector == "string" ? cvss3Score(vector) : void 0;
    return score === void 0 || score === 0 ? [] : [score];
  });
  if (scores.length > 0) return Math.max(...scores);
  let word = property(property(holder, "database_specific"), "severity");
  return typeof word == "string" && Object.hasOwn(words, word.toUpperCase()) ? words[word.toUpperCase()] : void 0;
}
function texts(value) {
  return list(value).filter((item) => typeof item == "string");
}
function oneLine(value) {
  if (typeof value != "string") return "";
  let line = value.replace(/[\s\p{C}]+/gu, " ").trim();
  return line.length > MAX_SUMMARY ? `${line.slice(0, MAX_SUMMARY - 1).trimEnd()}…` : line;
}

// src/advisories/collect-advisories.ts
var maxDocumentBytes = 8 * 1024 * 1024, maxDocuments = 5e5, shownBroken = 5;
function collectAdvisories(packages, from) {
  let byPackage = /* @__PURE__ */ new Map(), broken = [], documents = 0, count = 0, reject = (name, reason) => {
    broken.push(`${name} (${reason})`);
  };
  return {
    reject,
    add: (name, text) => {
      let document;
      try {
        document = JSON.parse(text.replace(/^\uFEFF/, ""));
      } catch (error) {
        reject(name, `it is not JSON: ${error instanceof Error ? error.message : "it cannot be parsed"}`);
        return;
      }
      let read = readOsv(document);
      if (!read.ok) {
        reject(name, read.reason);
        return;
      }
      documents++, read.packages.size > 0 && count++;
      for (let [name2, advisory] of read.packages) {
        if (!packages.has(name2)) continue;
        let known = byPackage.get(name2);
        known === void 0 ? byPackage.set(name2, [advisory]) : known.push(advisory);
      }
    },
    finish: () => {
      if (documents === 0) throw new ConfigurationError(nothingIn(from, broken));
      return { byPackage: sorted(byPackage), count, from, problems: brokenProblem(from, broken) };
    }
  };
}
function sorted(byPackage) {
  return new Map([...byPackage].map(([name, list2]) => [name, list2.toSorted((a, b) => a.id < b.id ? -1 : 1)]));
}
function nothingIn(from, broken) {
  let advice = "Give a folder with JSON files in OSV format or a zip file of them, such as the one that OSV publishes for PyPI.";
  return broken.length === 0 ? `advisories: ${from} has no file that ends in .json. ${advice}` : `advisories: ${from} has no advisory that can be read: ${named(broken)}. ${advice}`;
}
function brokenProblem(from, broken) {
  if (broken.length === 0) return [];
  let [what, says] = broken.length === 1 ? ["One advisory", "it says"] : [`${broken.length} advisories`, "they say"];
  return [{ id: "PVN010", message: `${what} in ${from} could not be read, so what ${says} about dependencies is not known: ${named(broken)}. Mend what is broken, or take it out.`, hidesCode: !0 }];
}
function named(broken) {
  let list2 = broken.toSorted().slice(0, shownBroken).join("; ");
  return broken.length > shownBroken ? `${list2}; and ${broken.length - shownBroken} more` : list2;
}

export {
  property,
  list,
  readOsv,
  maxDocumentBytes,
  maxDocuments,
  collectAdvisories,
  sorted
};
