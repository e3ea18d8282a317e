import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  loadRuleSet,
  scan
} from "./chunk-VI6KF6FP.js";
import "./chunk-TAZYNEVG.js";
import "./chunk-QLLBBONI.js";
import {
  count
} from "./chunk-CCYPABZL.js";
import {
  createPeerIndex,
  ruleTable
} from "./chunk-47T3LMEC.js";
import "./chunk-R5LKLLCZ.js";
import "./chunk-HHQEKI7M.js";
import "./chunk-AB43IXLW.js";
import "./chunk-QTOSVXEG.js";
import "./chunk-4VJFYAOQ.js";
import "./chunk-W65A6XST.js";
import {
  list,
  property
} from "./chunk-R56P2K4R.js";
import "./chunk-QHJQHKHC.js";
import "./chunk-NKCLXYN7.js";
import {
  tuneEngine
} from "./chunk-NOVBSOYN.js";
import {
  deadline
} from "./chunk-3AOBLAAQ.js";
import {
  safeLines
} from "./chunk-RFLJBLL3.js";
import {
  existingPaths,
  toOptions
} from "./chunk-HDUKUS7W.js";
import "./chunk-MVIZP4WT.js";
import "./chunk-QY6Q7WH2.js";
import {
  visibleText
} from "./chunk-QIWHAPUH.js";
import {
  bundleFor
} from "./chunk-EMVM3MV3.js";
import "./chunk-BN766LEE.js";
import "./chunk-YMQPTKG4.js";
import "./chunk-R2UB2633.js";
import "./chunk-S5LOYPCO.js";
import "./chunk-7VISL4MZ.js";
import "./chunk-FORHVMEO.js";
import "./chunk-IUFO3TOP.js";
import "./chunk-6LGVUQHY.js";
import {
  ConfigurationError
} from "./chunk-SRHPKDDQ.js";
import "./chunk-4B76474W.js";
import "./chunk-RVTCQXDU.js";

// src/findings/alert-answers.ts
function answerAlerts(alerts, set, rules, sinksOf2) {
  let peers = createPeerIndex(rules), analysed = new Set(set.coverage.files.map(({ path }) => path)), ran = new Set(set.coverage.rulesRun);
  return alerts.map((alert) => {
    if (!analysed.has(alert.path)) return { alert, kind: "outside", why: "The file was not analysed." };
    let codes = peers.codes(alert.form, alert.rule);
    if (codes.size === 0) return { alert, kind: "outside", why: `There is no rule for ${alert.rule} here.` };
    let names = [...codes].sort().join(", "), finding = set.findings.find((one) => confirms(one, alert, codes));
    if (finding !== void 0) return { alert, kind: "confirmed", why: confirmedText(finding), finding };
    let kinds = new Set([...codes].flatMap((code) => [...sinksOf2(code)])), sites = (set.coverage.sinkAnswers ?? []).filter(
      (site) => site.path === alert.path && kinds.has(site.kind) && overlaps(site.line, site.endLine, alert)
    ), contrary = contraryText(sites);
    return contrary !== void 0 ? { alert, kind: "contradicted", why: contrary } : sites.some(({ outcome }) => outcome === "unresolved") ? { alert, kind: "not-found", why: `The type of the receiver is not known, so ${names} says nothing.` } : [...codes].some((code) => ran.has(code)) ? { alert, kind: "not-found", why: `${names} ran and found nothing there.` } : { alert, kind: "outside", why: `${names} did not run (profile, select or ignore).` };
  });
}
function confirms(finding, alert, codes) {
  return [finding.rule, ...finding.mergedRules].some((code) => codes.has(code)) ? finding.file === alert.path && overlaps(finding.context.startLine, finding.context.endLine, alert) ? !0 : [...finding.allPlaces, ...finding.related.map(({ file, region }) => ({ file, line: region.startLine }))].some(
    ({ file, line }) => file === alert.path && overlaps(line, line, alert)
  ) : !1;
}
function confirmedText(finding) {
  let steps = finding.flows[0]?.steps ?? [], source = steps[0], way = source === void 0 ? "" : ` The value comes from ${source.file}:${source.region.startLine}, in ${steps.length} ${steps.length === 1 ? "step" : "steps"}.`, accepted = finding.suppression === void 0 ? "" : ` Accepted by "${finding.suppression.mark}".`;
  return `${finding.ruleId}: ${finding.message}${way}${accepted}`;
}
var outcomeText = {
  constant: "what reaches the call is constant or bound",
  cleaned: "what reaches the call is cleaned",
  guarded: "what reaches the call is checked before",
  noSource: "no untrusted value reaches the call"
};
function contraryText(sites) {
  if (sites.length === 0) return;
  let reasons = /* @__PURE__ */ new Set();
  for (let { outcome, by } of sites) {
    if (outcome === "reported" || outcome === "unresolved") return;
    let names = by.length > 0 && (outcome === "cleaned" || outcome === "guarded") ? ` by ${by.join(", ")}` : "";
    reasons.add(outcomeText[outcome] + names);
  }
  let text3 = [...reasons].join("; ");
  return `${text3.charAt(0).toUpperCase()}${text3.slice(1)}.`;
}
function overlaps(first, last, { line, endLine }) {
  return first <= endLine && last >= line;
}

// src/findings/foreign-alerts.ts
import { readFileSync } from "node:fs";
import { isAbsolute, relative } from "node:path";
import { fileURLToPath } from "node:url";
var formOf = [
  [/bandit/i, "nosec"],
  [/ruff|flake8/i, "noqa"],
  [/semgrep|opengrep/i, "nosemgrep"],
  [/codeql/i, "codeql"],
  [/pylint/i, "pylint"],
  [/sonar/i, "nosonar"],
  [/pyverdict/i, "pyverdict"]
];
function readForeignAlerts(file, root) {
  let log;
  try {
    log = JSON.parse(readFileSync(file, "utf8").replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new ConfigurationError(`${file} cannot be read as SARIF: ${error.message}`);
  }
  let runs = property(log, "runs");
  if (!Array.isArray(runs)) throw new ConfigurationError(`${file} is not SARIF: it has no "runs"`);
  let alerts = [], unplaced = 0;
  for (let run of runs) {
    let driver = property(property(run, "tool"), "driver"), tool = text(property(driver, "name")) ?? "another tool", form = formOf.find(([pattern]) => pattern.test(tool))?.[1] ?? "noqa", rules = list(property(driver, "rules"));
    for (let result of list(property(run, "results"))) {
      let place = property(list(property(result, "locations"))[0], "physicalLocation"), uri = text(property(property(place, "artifactLocation"), "uri")), region = property(place, "region"), line = number(property(region, "startLine")), index = number(property(result, "ruleIndex")), rule = text(property(result, "ruleId")) ?? text(property(property(result, "rule"), "id")) ?? (index === void 0 ? void 0 : text(property(rules[index], "id")));
      if (uri === void 0 || line === void 0 || rule === void 0) {
        unplaced++;
        continue;
      }
      let message = text(property(property(result, "message"), "text")) ?? "", endLine = Math.max(line, number(property(region, "endLine")) ?? line);
      alerts.push({ tool, form, rule, message, path: pathOf(uri, root), line, endLine });
    }
  }
  return { alerts, unplaced };
}
function pathOf(uri, root) {
  try {
    let path = uri.startsWith("file:") ? fileURLToPath(uri) : decodeURIComponent(uri);
    return (isAbsolute(path) ? relative(root, path) : path).replaceAll("\\", "/").replace(/^(?:\.\/)+/, "");
  } catch {
    return uri;
  }
}
function text(value) {
  return typeof value == "string" && value !== "" ? value : void 0;
}
function number(value) {
  return typeof value == "number" && Number.isInteger(value) && value >= 0 ? value : void 0;
}

// src/compare-sarif.ts
async function compareSarif(other, settings, directory, log) {
  let [file] = existingPaths([other], directory), options = await toOptions(
    { profile: "audit", ...settings },
    { host: "command-line", directory, colour: !1, changing: [] }
  ), { alerts, unplaced } = readForeignAlerts(file, options.root);
  tuneEngine();
  let rules = loadRuleSet(options, await bundleFor(options.ownRules)), set = await scan({ ...options, wantsSinkAnswers: !0 }, rules, log, deadline(options.timeoutMinutes)), sinks = new Map(rules.all.map((rule) => [rule.code, sinksOf(rule)])), answers = answerAlerts(alerts, set, ruleTable(rules.all), (code) => sinks.get(code) ?? []);
  return safeLines(text2(answers, unplaced));
}
function sinksOf(rule) {
  return "sinks" in rule && Array.isArray(rule.sinks) ? rule.sinks : [];
}
var titles = {
  confirmed: "Confirmed",
  contradicted: "Contradicted",
  "not-found": "Not found",
  outside: "Outside of this tool's view"
};
function text2(answers, unplaced) {
  let kinds = Object.keys(titles), counted = kinds.map(
    (kind) => `${answers.filter((one) => one.kind === kind).length} ${titles[kind].toLowerCase()}`
  ), lines = [`${count(answers.length, "alert")}: ${counted.join(", ")}.`];
  unplaced > 0 && lines.push(`${count(unplaced, "result")} without a place in a file left out.`);
  for (let kind of kinds) {
    let own = answers.filter((one) => one.kind === kind);
    if (own.length !== 0) {
      lines.push("", titles[kind], "-".repeat(titles[kind].length));
      for (let { alert, why } of own)
        lines.push(`${visibleText(alert.path)}:${alert.line} ${visibleText(alert.rule)} (${visibleText(alert.tool)})`), lines.push(`  ${visibleText(why)}`);
    }
  }
  return `${lines.join(`
`)}
`;
}
export {
  compareSarif
};
