import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  codeSpan,
  cweUri,
  encodePath,
  encodeSegment,
  fenced,
  groupBy,
  pathLimit,
  problemKinds,
  prose,
  ruleOf,
  rulesByCode,
  sarifLog,
  shortenSteps,
  shownFlows,
  skipReasonText,
  stepLimit,
  toolName,
  truncationNotification
} from "./chunk-LGCGVRD7.js";
import {
  shortenEnd,
  shortenMiddle
} from "./chunk-JON3PTKK.js";
import {
  writeResultFile
} from "./chunk-BNZUG7BT.js";
import {
  describeRule
} from "./chunk-GNBVX7WW.js";
import {
  writeCorrections
} from "./chunk-Y3ZGML6P.js";
import {
  loadRuleSet,
  pathRulesFilter,
  reopenedBecause,
  scan,
  verdictOf
} from "./chunk-VI6KF6FP.js";
import {
  compareFindings,
  compareRank,
  compareText,
  orderO
} from "./chunk-TAZYNEVG.js";
import {
  compareBands,
  severityBand,
  unreachable
} from "./chunk-QLLBBONI.js";
import {
  count,
  grouped,
  listed
} from "./chunk-CCYPABZL.js";
import {
  ruleTable
} from "./chunk-47T3LMEC.js";
import "./chunk-R5LKLLCZ.js";
import {
  isProjectFile
} from "./chunk-HHQEKI7M.js";
import "./chunk-AB43IXLW.js";
import "./chunk-QTOSVXEG.js";
import "./chunk-4VJFYAOQ.js";
import "./chunk-W65A6XST.js";
import "./chunk-R56P2K4R.js";
import "./chunk-QHJQHKHC.js";
import "./chunk-NKCLXYN7.js";
import {
  connect,
  withoutToken
} from "./chunk-T4JXIMOV.js";
import {
  version
} from "./chunk-TEBEN6QG.js";
import {
  deadline
} from "./chunk-3AOBLAAQ.js";
import {
  foreignEvents,
  ignorePatterns
} from "./chunk-MVIZP4WT.js";
import {
  withoutCommands
} from "./chunk-QY6Q7WH2.js";
import {
  visibleText,
  wellFormed
} from "./chunk-QIWHAPUH.js";
import {
  bundleFor
} from "./chunk-EMVM3MV3.js";
import "./chunk-BN766LEE.js";
import "./chunk-YMQPTKG4.js";
import "./chunk-S5LOYPCO.js";
import {
  baseCommit,
  changesBetween,
  filesOfCommit,
  placeInRepository,
  readObjects
} from "./chunk-FORHVMEO.js";
import "./chunk-IUFO3TOP.js";
import "./chunk-6LGVUQHY.js";
import "./chunk-SRHPKDDQ.js";
import "./chunk-4B76474W.js";
import "./chunk-RVTCQXDU.js";

// src/compare-with-base.ts
import { existsSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join as join2, relative } from "node:path";

// src/discover/base-tree.ts
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
function isScanned(path) {
  let name = path.slice(path.lastIndexOf("/") + 1);
  return /\.(?:py|pyw|pyi|ipynb)$/.test(name) || !name.includes(".") || isProjectFile(path);
}
async function writeCommit(root, commit, directory) {
  let files = (await filesOfCommit(root, commit))?.filter(({ path }) => isScanned(path) && isSafe(path));
  if (files === void 0) return !1;
  let contents = await readObjects(
    root,
    files.map(({ object }) => object)
  );
  if (contents === void 0) return !1;
  for (let [index, { path }] of files.entries()) {
    let target = join(directory, path);
    try {
      mkdirSync(dirname(target), { recursive: !0 }), writeFileSync(target, contents[index], { flag: "wx" });
    } catch (error) {
      let { code } = error;
      if (code === "ENOSPC" || code === "EROFS" || code === "EACCES") return !1;
    }
  }
  return !0;
}
function isSafe(path) {
  return path.split(/[/\\]/).every((segment) => !["", ".", ".."].includes(segment) && !/^\.git$/i.test(segment));
}

// src/compare-with-base.ts
async function compareWithBase(options, rules, log) {
  let asks = (scope) => scope === "changed-lines" || scope === "new", { against, github, root } = options;
  if (against === void 0 || !(asks(options.scope) || asks(options.failScope))) return;
  let head = github?.head;
  if (head === void 0) return { unavailable: "the scanned directory is no git checkout" };
  let base = await baseCommit(root, head, against), local = base === void 0 ? { ok: !1, reason: "the history up to the base is not in the checkout" } : await changesBetween(root, base, head), answer = local.ok ? local : await askApi(options, against, head, local.reason);
  if (!answer.ok)
    return log.warning(
      `Nobody could tell which lines changed: ${answer.reason}. Everything is shown, and nothing fails the run. With \`fetch-depth: 0\` in actions/checkout the local git can tell.`
    ), { unavailable: answer.reason };
  let { changes } = answer;
  if (base === void 0 || changes.by !== "git") return { changes };
  let scanned = [...changes.files.keys(), ...changes.formerPaths.values(), ...changes.deleted].some(isScanned) ? await scanCommit(options, rules, log, base) : "same";
  return { changes, ...scanned && { base: scanned } };
}
async function askApi(options, { sha }, head, reason) {
  let { github, root } = options;
  if (!github || github.token() === "") return { ok: !1, reason };
  let [{ compareCommits }, { connect: connect2 }] = await Promise.all([
    import("./compare-commits-4IXCKJSM.js"),
    import("./github-api-YROWNBCF.js")
  ]), prefix = await placeInRepository(root) ?? "", answer = await compareCommits(await connect2(github), github, sha, head, prefix);
  return answer.ok ? answer : { ok: !1, reason: `${reason}, and ${answer.reason}` };
}
async function scanCommit(options, rules, log, commit) {
  let directory = realpathSync(mkdtempSync(join2(tmpdir(), "pyverdict-base-")));
  try {
    if (!await writeCommit(options.root, commit, directory)) return;
    let paths = options.paths.map((path) => join2(directory, relative(options.root, path))).filter((path) => existsSync(path));
    if (paths.length === 0) return { fingerprints: /* @__PURE__ */ new Set(), credited: [] };
    let { baseline: _baseline, configFile: _file, ...rest } = options, quiet = { ...log, info: () => {
    }, warning: () => {
    } }, outOfTime = deadline(options.timeoutMinutes), set = await scan({ ...rest, root: directory, paths }, rules, quiet, outOfTime);
    return outOfTime() || set.verdict === "failed" ? void 0 : {
      fingerprints: new Set(
        set.findings.filter(({ suppression }) => !suppression).map(({ fingerprint }) => fingerprint)
      ),
      credited: set.coverage.credited
    };
  } catch (error) {
    log.info(`The commit before could not be scanned: ${error instanceof Error ? error.message : String(error)}`);
    return;
  } finally {
    rmSync(directory, { recursive: !0, force: !0 });
  }
}

// src/deliver/deliver.ts
import { basename, isAbsolute, relative as relative2, sep } from "node:path";

// src/report/formats/github-commands.ts
function githubCommands(annotations) {
  return annotations.map((annotation) => `${command(annotation)}
`).join("");
}
function command({ level, title, message, place: place2 }) {
  let properties = [
    ...place2 === void 0 ? [] : [
      ["file", place2.file],
      ["line", String(place2.line)],
      ["endLine", String(place2.line)],
      ["col", String(place2.column)],
      ["endColumn", String(place2.endColumn)]
    ],
    ["title", title]
  ].map(([name, value]) => `${name}=${escapeProperty(value)}`);
  return `::${level} ${properties.join(",")}::${escapeData(message)}`;
}
function escapeData(text) {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll(`
`, "%0A");
}
function escapeProperty(text) {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

// src/findings/scope.ts
function isInScope(finding, scope) {
  switch (scope) {
    case "all":
      return !0;
    case "none":
      return !1;
    case "changed-lines":
      return finding.change?.touched === !0 || finding.change?.fresh === !0;
    case "new":
      return finding.baseline === void 0 ? finding.change?.fresh === !0 : finding.baseline === "new";
  }
}
function answerableScope(scope, set, options, or) {
  return scope === "changed-lines" ? set.comparison?.by === void 0 ? or : scope : scope === "new" ? isCompared(set, options) || set.comparison?.baseScanned === !0 ? scope : or : scope;
}
function shownScope(set, options) {
  let scope = options.scope ?? "all";
  return answerableScope(scope === "all" && isCompared(set, options) ? "new" : scope, set, options, "all");
}
function isCompared({ findings }, { baseline }) {
  return baseline !== void 0 || findings.some((finding) => finding.baseline !== void 0);
}

// src/report/severity.ts
var severityNames = ["critical", "high", "medium", "low"];
function shownSeverity(finding) {
  return finding.severity === void 0 ? finding.level : severityBand(finding.severity);
}

// src/report/tally.ts
function tally(findings) {
  let active = activeFindings(findings), defects = active.filter((finding) => finding.tier === "defect"), bySeverity = { critical: 0, high: 0, medium: 0, low: 0 };
  for (let defect of defects) bySeverity[severityBand(defect.severity ?? 0.1)]++;
  return {
    defects: defects.length,
    bySeverity,
    hotspots: active.filter((finding) => finding.tier === "hotspot").length,
    notes: active.filter((finding) => finding.tier === "note").length,
    suppressed: findings.length - active.length
  };
}
function activeFindings(findings) {
  return findings.filter((finding) => !finding.suppression);
}

// src/deliver/gate.ts
function gate(set, options) {
  let scope = answerableScope(options.failScope, set, options, "none"), looked = activeFindings(set.findings).filter((finding) => isInScope(finding, scope)), where = whereText(scope, options), failures = [], defects = looked.filter((finding) => finding.tier === "defect" && failsOn(finding, options.failOn));
  if (defects.length > 0) {
    let above = options.failOn === "critical" ? "critical" : `${options.failOn} or above`;
    failures.push(
      `${count(defects.length, "security defect")} of severity ${above}${where} (fail-on: ${options.failOn})`
    );
  }
  let notes = looked.filter((finding) => finding.tier === "note" && practiceFails(finding, options.failOnPractice));
  if (notes.length > 0) {
    let above = options.failOnPractice === "note" ? "note or above" : "warning";
    failures.push(
      `${count(notes.length, "best-practice note")} of level ${above}${where} (fail-on-practice: ${options.failOnPractice})`
    );
  }
  let failed2 = failures.length > 0, incomplete = options.failOnIncomplete ? whyIncomplete(set) : void 0;
  if (incomplete !== void 0 && failures.push(`${incomplete} (fail-on-incomplete)`), failures.length > 0) return { result: "failed", text: failures.join("; "), exitCode: failed2 ? 1 : 4 };
  let off = scope === "none" || options.failOn === "none" && options.failOnPractice === "none";
  return off && !options.failOnIncomplete ? { result: "off", text: `off (${offBecause(scope, options)})`, exitCode: 0 } : { result: "passed", text: `passed (${off ? "fail-on-incomplete" : options.failOn === "none" ? `fail-on-practice: ${options.failOnPractice}` : `fail-on: ${options.failOn}`}${where})`, exitCode: 0 };
}
function failsOn(finding, limit) {
  return limit === "none" ? !1 : severityNames.indexOf(severityBand(finding.severity ?? 0.1)) <= severityNames.indexOf(limit);
}
function practiceFails(finding, limit) {
  return limit === "none" ? !1 : limit === "note" || finding.level !== "note";
}
function whyIncomplete(set) {
  if (set.coverage.files.length === 0) return "no Python file was analysed";
  let sources = { files: [], skipped: set.skipped };
  return verdictOf({ findings: [], coverage: set.coverage, sources, problems: set.problems }) === "incomplete" ? "the analysis is incomplete" : void 0;
}
function failing(set, options) {
  let scope = answerableScope(options.failScope, set, options, "none");
  return (finding) => !finding.suppression && isInScope(finding, scope) && (finding.tier === "defect" ? failsOn(finding, options.failOn) : finding.tier === "note" && practiceFails(finding, options.failOnPractice));
}
function whereText(scope, options) {
  return scope === "changed-lines" ? " on changed lines" : scope !== "new" ? "" : options.against && options.baseline === void 0 ? " that the commit before lacks" : " that the baseline lacks";
}
function offBecause(scope, options) {
  return scope === "none" && options.failScope !== "none" ? `fail-scope: ${options.failScope}, and nobody could tell what changed` : scope === "none" ? "fail-scope: none" : "fail-on: none";
}

// src/deliver/job.ts
async function setOutputs(outputs2) {
  let core = await import("./core-M6RT6TSB.js");
  for (let [name, value] of Object.entries(outputs2)) core.setOutput(name, value);
}
async function rememberUploads(uploads) {
  process.env.GITHUB_ENV && (await import("./core-M6RT6TSB.js")).exportVariable("PYVERDICT_UPLOADED", uploads.join(`
`));
}
async function annotate(annotations) {
  let core = await import("./core-M6RT6TSB.js");
  for (let { level, title, message, place: place2 } of annotations)
    core[level](message, {
      title,
      ...place2 && {
        file: place2.file,
        startLine: place2.line,
        endLine: place2.line,
        startColumn: place2.column,
        endColumn: place2.endColumn
      }
    });
}
async function appendJobSummary(markdown) {
  let { summary } = await import("./core-M6RT6TSB.js");
  await summary.emptyBuffer().addRaw(markdown, !0).write();
}

// src/report/verdict-text.ts
function verdictText(set, rules) {
  let families = set.coverage.familiesNotExamined, notExamined = families.length > 0 ? ` · ${families.join(", ")} not examined` : "", { headline, statement } = wording(set, rules);
  return { verdict: set.verdict, headline, sentence: `${statement}${notExamined}.`, reviewed: reviewedLine(set) };
}
var caveat = "The verdict covers only the code analysed, by static rules. Configuration, dependencies, deployment and design were not reviewed; a review of the whole system is still needed.";
function wording(set, rules) {
  let files = set.coverage.files.length, counts = tally(set.findings);
  switch (set.verdict) {
    case "defects": {
      let parts = severityNames.flatMap(
        (name) => counts.bySeverity[name] > 0 ? [`${grouped(counts.bySeverity[name])} ${name}`] : []
      ), found = `${count(counts.defects, "security defect")} found`;
      return { headline: found, statement: `${found}: ${parts.join(", ")}` };
    }
    case "no-explicit-defects":
      return {
        headline: "No explicit security defects found",
        statement: `No explicit security defects found in what was analysed: ${count(files, "Python file")}, ${count(securityRulesRun(set, rules), "security rule")}`
      };
    case "incomplete":
      return {
        headline: "Incomplete: no security defects found in the part that was analysed",
        statement: `Incomplete: no security defects found, but ${listed(whatIsMissing(set))}`
      };
    case "failed":
      return { headline: "Failed", statement: "Failed: the analysis did not finish" };
    default:
      return unreachable(set.verdict);
  }
}
function securityRulesRun(set, rules) {
  let byCode = rulesByCode(rules);
  return set.coverage.rulesRun.filter((code) => {
    let rule = byCode.get(code);
    return rule?.category === "security" && rule.tier !== "inventory";
  }).length;
}
function filesNotAnalysed(set) {
  return lostFiles(set).size;
}
function lostFiles(set) {
  let unread = set.skipped.filter(
    ({ reason }) => reason === "too-large" || reason === "unreadable" || reason === "encoding"
  );
  return /* @__PURE__ */ new Set([
    ...hidden(set, ["PVN001", "PVN002"]).flatMap((problem) => problem.file ?? []),
    ...set.problems.flatMap((problem) => problem.files ?? []),
    ...unread.map(({ path }) => path)
  ]);
}
function whatIsMissing(set) {
  let missing = [], lost = lostFiles(set);
  if (lost.size > 0) {
    let all = /* @__PURE__ */ new Set([...set.coverage.files.map((file) => file.path), ...lost]);
    missing.push(`${grouped(lost.size)} of ${count(all.size, "file")} could not be analysed`);
  } else set.coverage.files.length === 0 && missing.push("no Python file was analysed");
  let limits = hidden(set, ["PVN004"]).filter((problem) => problem.files === void 0).length;
  limits > 0 && missing.push(`a limit of the analysis was reached in ${count(limits, "place")}`);
  let failed2 = new Set(hidden(set, ["PVN005"]).map((problem) => problem.rule ?? problem.message)).size;
  return failed2 > 0 && missing.push(`${count(failed2, "rule")} failed`), missing.length > 0 ? missing : ["part of the code could not be analysed"];
}
function hidden(set, ids) {
  return set.problems.filter((problem) => problem.hidesCode && ids.includes(problem.id));
}
function reviewedLine(set) {
  let files = set.coverage.files, lines2 = files.reduce((sum, file) => sum + file.lines, 0), what = set.reviewed.description === "" ? "Python code" : set.reviewed.description, subject = set.reviewed.subject === void 0 ? "" : ` Subject: ${set.reviewed.subject}.`;
  return `Reviewed: ${what}, ${count(files.length, "file")}, ${count(lines2, "line")}.${subject}`;
}

// src/deliver/outputs.ts
function outputs(set, files, upload, cut, scope) {
  let counts = tally(set.findings), compared = scope !== "all", fresh = tally(activeFindings(set.findings).filter((finding) => isInScope(finding, scope)));
  return {
    verdict: set.verdict,
    "security-count": String(counts.defects),
    "hotspot-count": String(counts.hotspots),
    "practice-count": String(counts.notes),
    "suppressed-count": String(counts.suppressed),
    "critical-count": String(counts.bySeverity.critical),
    "high-count": String(counts.bySeverity.high),
    "medium-count": String(counts.bySeverity.medium),
    "low-count": String(counts.bySeverity.low),
    "new-security-count": compared ? String(fresh.defects) : "",
    "new-practice-count": compared ? String(fresh.notes) : "",
    "files-analysed": String(set.coverage.files.length),
    "files-not-analysed": String(filesNotAnalysed(set)),
    "sarif-file": files.sarifFile ?? "",
    "json-file": files.jsonFile ?? "",
    "summary-file": files.summaryFile ?? "",
    "sarif-id": upload.id ?? "",
    "upload-status": upload.status,
    "upload-status-reason": upload.reason ?? "",
    truncated: String(cut.truncated),
    "omitted-count": String(cut.omitted)
  };
}

// src/deliver/tell-corrections.ts
function tellCorrections(corrections, options, log) {
  let { files, leftOut, unsafe } = corrections, failures = [], sum = (written) => `${count(
    written.reduce((total, { repairs }) => total + repairs, 0),
    "fix",
    "fixes"
  )} in ${count(written.length, "file")}`;
  if (options.repairs === "show") log.info(`${sum(files)}; nothing was written.`);
  else {
    let results = writeCorrections(files, options.root);
    log.info(`${sum(results.filter(({ refused }) => refused === void 0))} written.`);
    for (let { file, refused } of results) {
      if (refused === void 0) continue;
      let message = `${file} was not fixed: ${refused}`;
      failures.push(message), log.warning(message);
    }
  }
  for (let one of leftOut) log.info(`${one.rule} in ${one.file} line ${one.line} was left out: ${reasonOf(one)}.`);
  if (unsafe > 0) {
    let need = unsafe === 1 ? "fix needs" : "fixes need";
    log.info(`${unsafe} more ${need} a look: pyverdict scan --diff shows ${unsafe === 1 ? "it" : "them"}.`);
  }
  return failures;
}
function reasonOf({ reason }) {
  switch (reason) {
    case "overlap":
      return "another fix changes the same code; scan again after that one";
    case "encoding":
      return "the file's encoding cannot be written here";
  }
}

// src/deliver/upload-step.ts
import { gzipSync } from "node:zlib";

// src/deliver/upload-failure.ts
var remedies = {
  "no-permission": "Give the job `permissions: security-events: write` (and `contents: read`). In a reusable workflow the calling job needs them too.",
  fork: "Pull requests from forks run with a read-only token. The findings are below and in `results.sarif`; they reach code scanning when the branch is merged.",
  "dependabot-push": "Dependabot pushes run read-only: trigger on `pull_request` and leave Dependabot branches out of `push`.",
  "not-enabled": "Code scanning is free for public repositories; a private one needs GitHub Code Security. Set `upload: never` to silence this; all other outputs work without it.",
  archived: "The repository is archived.",
  "bad-token": "Leave `token` at its default.",
  "not-found": "The token cannot see this repository, or code scanning does not exist on this server.",
  "unknown-commit": "Upload needs a pushed commit: set `ref` and `sha` together.",
  invalid: "This is a defect in pyverdict: please report it with `results.sarif`.",
  "too-large": "Exclude directories with `exclude`.",
  "too-many": "Exclude directories with `exclude`.",
  "duplicate-category": "Give each run of pyverdict in this commit its own `category`.",
  "alert-limit": "GitHub has blocked uploads for this repository; see its documentation on alert limits.",
  "rate-limited": "Wait, or upload less often.",
  "processing-timeout": "GitHub is still processing the upload.",
  network: "The findings are in `results.sarif`.",
  unknown: "The findings are in `results.sarif`.",
  off: "The option `upload` is `never`.",
  event: "The inputs `ref` and `sha` must say which commit was scanned."
}, byText = [
  [
    "not-enabled",
    "advanced security must be enabled",
    "code security must be enabled",
    "code scanning is not enabled",
    "blocked by a policy"
  ],
  ["archived", "archived"],
  ["alert-limit", "too many logical alerts"],
  ["duplicate-category", "multiple runs with the same category", "same category"],
  ["too-many", "rejecting sarif, as there are more"],
  ["rate-limited", "rate limit"],
  ["bad-token", "bad credentials", "requires authentication"],
  ["unknown-commit", "commit not found", "not found in this repository"],
  [
    "invalid",
    "rejecting sarif",
    "an invalid uri was provided",
    "expected artifact location",
    "invalid security severity value",
    "sarif uri scheme"
  ]
];
function reasonOf2(failure, context) {
  let { status, message } = failure;
  if (status === void 0) return "network";
  let text = message.toLowerCase();
  if (status === 429) return "rate-limited";
  if (status === 403 && context.actor === "dependabot[bot]" && context.eventName === "push") return "dependabot-push";
  if (status === 403 && text.includes("resource not accessible by integration"))
    return context.fromFork ? "fork" : "no-permission";
  let found = byText.find(([, ...parts]) => parts.some((part) => text.includes(part)));
  return found ? found[0] : status === 401 ? "bad-token" : status === 404 ? "not-found" : status === 413 ? "too-large" : status === 400 || status === 422 ? "invalid" : "unknown";
}
function reasonOfErrors(errors) {
  let text = errors.join(`
`).toLowerCase();
  return byText.find(([, ...parts]) => parts.some((part) => text.includes(part)))?.[0] ?? "unknown";
}

// src/deliver/upload-sarif.ts
import { pathToFileURL } from "node:url";

// src/deliver/clock.ts
var systemClock = {
  now: Date.now,
  pause: (milliseconds) => new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  }),
  random: Math.random
};

// src/deliver/retry-delay.ts
var OUTAGE_DELAYS = [2e3, 8e3, 3e4], RATE_BUDGET = 12e4, TRANSIENT_AUTHENTICATION_DELAY = 5e3;
function retryDelay(failure, state) {
  let { status } = failure;
  if (status === void 0 || [408, 500, 502, 503, 504].includes(status)) {
    let delay = OUTAGE_DELAYS[state.tries - 1];
    return delay === void 0 ? void 0 : { delay, rate: !1 };
  }
  if (isRateLimit(failure)) {
    let delay = rateDelay(failure, state.now);
    return state.waitedForRate + delay > RATE_BUDGET ? void 0 : { delay, rate: !0 };
  }
  if ([401, 403, 404].includes(status) && state.tries === 1 && !state.fromFork)
    return { delay: TRANSIENT_AUTHENTICATION_DELAY, rate: !1 };
}
function isRateLimit({ status, headers, message }) {
  return status === 429 ? !0 : status !== 403 ? !1 : "retry-after" in headers || headers["x-ratelimit-remaining"] === "0" || /secondary rate limit/i.test(message);
}
function rateDelay({ headers }, now) {
  let after = Number(headers["retry-after"]);
  if (Number.isFinite(after) && after >= 0) return Math.max(1e3, after * 1e3);
  let reset = Number(headers["x-ratelimit-reset"]);
  return Number.isFinite(reset) ? Math.max(1e3, reset * 1e3 - now) : 6e4;
}

// src/deliver/with-retries.ts
async function withRetries(send, github, clock, start, budget) {
  let fromFork = github.pullRequest?.fromFork ?? !1, waitedForRate = 0;
  for (let tries = 1; ; tries++) {
    let result = await send();
    if (result.ok) return result;
    let retry = retryDelay(result.failure, { tries, waitedForRate, fromFork, now: clock.now() });
    if (!retry) return result;
    let delay = Math.round(retry.delay * (1 + clock.random() / 4));
    if (clock.now() - start + delay > budget) return result;
    retry.rate && (waitedForRate += retry.delay), await clock.pause(delay);
  }
}

// src/deliver/upload-sarif.ts
var POLL_DELAYS = [5e3, 1e4, 2e4, 4e4, 8e4], TOTAL_BUDGET = 3e5;
async function uploadSarif(upload, github, clock = systemClock) {
  let api = await connect(github), start = clock.now(), path = `/repos/${encodeURIComponent(github.owner)}/${encodeURIComponent(github.repository)}/code-scanning/sarifs`, sent = await withRetries(() => api("POST", path, bodyOf(upload, github)), github, clock, start, TOTAL_BUDGET);
  if (!sent.ok) {
    let reason = reasonOf2(sent.failure, failureContext(github));
    return {
      status: reason === "fork" ? "skipped" : "failed",
      reason,
      remedy: remedies[reason],
      serverMessage: describe(sent.failure)
    };
  }
  let id = textField(sent.answer.data, "id"), uploaded = { status: "uploaded", ...id !== void 0 && { id } };
  return !upload.waitForProcessing || id === void 0 ? uploaded : { ...await waitForProcessing(api, `${path}/${encodeURIComponent(id)}`, github, clock, start), id };
}
function bodyOf(upload, { apiUrl }) {
  return {
    commit_sha: upload.sha,
    ref: upload.ref,
    sarif: Buffer.from(upload.gzip).toString("base64"),
    checkout_uri: pathToFileURL(`${upload.root}/`).href,
    // The scan began when this process did.
    started_at: new Date(performance.timeOrigin).toISOString(),
    tool_name: "pyverdict",
    // Enterprise servers do not know the field and refuse a request with it.
    ...upload.validate && !apiUrl.endsWith("/api/v3") && { validate: !0 }
  };
}
async function waitForProcessing(api, path, github, clock, start) {
  for (let delay of POLL_DELAYS) {
    if (clock.now() - start + delay > TOTAL_BUDGET) break;
    await clock.pause(delay);
    let result = await api("GET", path);
    if (!result.ok) return { status: "processing", serverMessage: describe(result.failure) };
    let { data } = result.answer, status = textField(data, "processing_status");
    if (status === "complete") return complete(api, textField(data, "analyses_url"), github);
    if (status === "failed") return failed(data, github);
  }
  return { status: "processing", reason: "processing-timeout", remedy: remedies["processing-timeout"] };
}
async function complete(api, analysesUrl, github) {
  let prefix = `${github.apiUrl}/`;
  if (!analysesUrl?.startsWith(prefix)) return { status: "uploaded" };
  let result = await api("GET", analysesUrl.slice(prefix.length - 1)), [analysis] = result.ok && Array.isArray(result.answer.data) ? result.answer.data : [], warning = textField(analysis, "warning");
  return warning ? { status: "uploaded", serverMessage: withoutToken(warning, github.token()) } : { status: "uploaded" };
}
function failed(data, github) {
  let errors = data.errors, texts = Array.isArray(errors) ? errors.map((error) => withoutToken(String(error), github.token())) : [], serverMessage = texts.join(`
`);
  if (texts.length > 0 && texts.every((text) => text.startsWith("unsuccessful execution")))
    return { status: "uploaded", serverMessage };
  let reason = reasonOfErrors(texts);
  return { status: "failed", reason, remedy: remedies[reason], serverMessage };
}
function failureContext(github) {
  return { fromFork: github.pullRequest?.fromFork ?? !1, actor: github.actor, eventName: github.eventName };
}
function describe(failure) {
  return failure.status === void 0 ? failure.message : `${failure.status}: ${failure.message}`;
}
function textField(value, name) {
  if (typeof value != "object" || value === null) return;
  let found = value[name];
  return typeof found == "string" ? found : void 0;
}

// src/deliver/upload-target.ts
function uploadTarget(options, github) {
  if (options.when === "never") return none("off", "The option `upload` is `never`.");
  if (!github) return none("network", "Not on a GitHub runner: GITHUB_REPOSITORY and GITHUB_API_URL are not set.");
  if (github.token() === "") return none("bad-token", remedies["bad-token"]);
  if (options.target) return { upload: !0, ...options.target };
  let { eventName, pullRequest } = github;
  if (foreignEvents.has(eventName))
    return none("event", `On ${eventName} the inputs \`ref\` and \`sha\` must say which commit was scanned.`);
  if (eventName === "merge_group")
    return none("event", "The ref of a merge queue is temporary; the push that follows uploads.");
  if (eventName === "pull_request") return pullRequestTarget(options, github);
  if (pullRequest)
    return none("event", `On ${eventName} the inputs \`ref\` and \`sha\` must say which commit was scanned.`);
  let sha = github.head ?? github.sha;
  return sha !== github.sha || !isCommit(sha) ? none("unknown-commit", remedies["unknown-commit"]) : isRef(github.ref) ? { upload: !0, ref: github.ref, sha } : none("unknown-commit", remedies["unknown-commit"]);
}
function pullRequestTarget(options, github) {
  let { pullRequest } = github;
  if (!pullRequest) return none("unknown-commit", remedies["unknown-commit"]);
  if (pullRequest.fromFork && options.when !== "always") return none("fork", remedies.fork);
  let sha = github.head ?? github.sha;
  return isCommit(sha) ? sha === github.sha ? { upload: !0, ref: `refs/pull/${pullRequest.number}/merge`, sha } : sha === pullRequest.headSha ? { upload: !0, ref: `refs/pull/${pullRequest.number}/head`, sha } : none("unknown-commit", remedies["unknown-commit"]) : none("unknown-commit", remedies["unknown-commit"]);
}
function none(reason, remedy) {
  return { upload: !1, reason, remedy };
}
function isCommit(text) {
  return /^([0-9a-f]{40}|[0-9a-f]{64})$/.test(text);
}
function isRef(text) {
  return /^refs\/(heads|tags|pull)\/./.test(text);
}

// src/deliver/upload-step.ts
var whole = { truncated: !1, omitted: 0 };
async function uploadStep(report, options, log) {
  let { github } = options, target = uploadTarget(options.upload, github);
  if (!target.upload || !github) {
    let reason = target.upload ? "unknown" : target.reason, remedy = target.upload ? "" : target.remedy;
    return reason !== "off" && tell(log, reason, remedy), { upload: { status: "skipped", reason, remedy }, cut: whole };
  }
  let sentinel = `${target.sha} ${options.category}`, before = github.uploadedBefore ?? [];
  if (before.includes(sentinel)) {
    let remedy = remedies["duplicate-category"];
    return tell(log, "duplicate-category", remedy), { upload: { status: "skipped", reason: "duplicate-category", remedy }, cut: whole };
  }
  try {
    let view = report.uploadView(), cut = { truncated: view.truncated, omitted: view.omitted }, gzip = gzipSync(JSON.stringify(view.log), { level: 9 }), answer = await uploadSarif(
      {
        gzip,
        ref: target.ref,
        sha: target.sha,
        root: options.root,
        waitForProcessing: options.upload.waitForProcessing,
        validate: options.upload.when === "always"
      },
      github
    ), upload = tooMuch.has(answer.reason ?? "") ? {
      ...answer,
      remedy: `${answer.remedy ?? ""} Sent were ${view.counts()}; ${grouped(gzip.length)} bytes compressed.`
    } : answer;
    return options.host === "action" && (upload.status === "uploaded" || upload.status === "processing") && await rememberUploads([...before, sentinel]), upload.reason !== void 0 && upload.status !== "uploaded" && tell(log, upload.reason, upload.remedy ?? ""), upload.serverMessage && log.info(`GitHub said: ${upload.serverMessage}`), view.notice !== void 0 && log.warning(view.notice), { upload, cut };
  } catch (error) {
    let serverMessage = error instanceof Error ? error.message : String(error);
    return tell(log, "unknown", serverMessage), { upload: { status: "failed", reason: "unknown", serverMessage }, cut: whole };
  }
}
var tooMuch = /* @__PURE__ */ new Set(["too-many", "too-large"]), expected = /* @__PURE__ */ new Set(["fork", "event", "processing-timeout"]);
function tell(log, reason, remedy) {
  let text = `Upload to code scanning: ${reason}. ${remedy}`;
  expected.has(reason) ? log.info(text) : log.warning(text);
}

// src/deliver/deliver.ts
async function deliver(findings, report, options, log) {
  let wanted = options.outputs, inAction = options.host === "action", failures = [], attempt = async (what, step) => {
    try {
      return await step(), !0;
    } catch (error) {
      let message = `${what} could not be written: ${reasonOf3(error)}`;
      return failures.push(message), log.warning(message), !1;
    }
  }, write = (path, text) => path === void 0 ? Promise.resolve(!1) : attempt(shownPath(path, options), () => writeResultFile(path, text(), wanted.within)), { github } = options;
  github !== void 0 && foreignEvents.has(github.eventName) && log.warning(`On ${github.eventName} the commit ${github.head ?? "of the checkout"} was scanned, whoever wrote it.`), findings.coverage.files.length === 0 && log.warning("No Python file was analysed: this run says nothing about the code.");
  let sarifWritten = await write(wanted.sarif, () => pretty(report.sarif)), jsonWritten = await write(wanted.json, () => pretty(report.json)), { upload, cut } = await uploadStep(report, options, log), gated = gate(findings, options), isAnnotated = upload.status === "uploaded" || upload.status === "processing", { annotations = "auto" } = wanted;
  inAction && (annotations === "true" || annotations === "auto" && !isAnnotated) && await attempt("Annotations", () => annotate(report.annotations(failing(findings, options))));
  let outcome = {
    ...sarifWritten && { sarifFile: namedPath(wanted.sarif, options) },
    ...jsonWritten && { jsonFile: namedPath(wanted.json, options) },
    ...(inAction || options.upload.when !== "never") && { upload },
    gate: { result: gated.result, text: gated.text },
    ...cut,
    // The command line's outputs hold no clock: the same tree gives the same bytes.
    ...inAction && { durationSeconds: Math.round(performance.now() / 100) / 10 }
  };
  if (findings.corrections !== void 0) {
    let refused = tellCorrections(findings.corrections, options, log);
    failures.push(...refused);
  }
  await attempt("Standard output", () => print(report, findings, outcome, options));
  let summaryWritten = await write(wanted.summary, () => report.summary(outcome));
  if (inAction && wanted.summaryStyle !== "none") {
    let markdown = report.summary(outcome);
    await appendJobSummary(markdown).catch((error) => {
      log.info(
        `No job summary (${reasonOf3(error)}); it is in ${wanted.summary === void 0 ? "no file" : shownPath(wanted.summary, options)}.`
      );
    });
  }
  if (inAction) {
    let files = {
      ...outcome,
      ...summaryWritten && { summaryFile: shownPath(wanted.summary, options) }
    };
    await attempt("Outputs", () => setOutputs(outputs(findings, files, upload, cut, shownScope(findings, options))));
  }
  let reasons = gated.result === "failed" ? [gated.text] : [];
  return findings.verdict === "failed" && reasons.push("none of the Python files could be analysed"), options.upload.when === "always" && (upload.status === "failed" || upload.status === "skipped") && reasons.push(`nothing was uploaded (${upload.reason ?? "unknown"}) and upload is "always"`), inAction || reasons.push(...failures), reasons.length === 0 ? { exitCode: 0 } : { exitCode: gated.exitCode === 0 ? 3 : gated.exitCode, failure: reasons.join("; ") };
}
function print(report, findings, outcome, options) {
  switch (options.outputs.stdout) {
    case "text":
      process.stdout.write(report.console(options));
      break;
    case "json":
      process.stdout.write(pretty(report.json));
      break;
    case "sarif":
      process.stdout.write(pretty(report.sarif));
      break;
    case "diff":
      process.stdout.write(report.diff());
      break;
    case "markdown":
      process.stdout.write(report.summary(outcome));
      break;
    case "github":
      process.stdout.write(githubCommands(report.annotations(failing(findings, options))));
      break;
    case "gitlab":
      process.stdout.write(pretty(report.gitlab()));
      break;
    case "junit":
      process.stdout.write(report.junit());
      break;
    case void 0:
      break;
  }
}
function pretty(value) {
  return `${JSON.stringify(value, null, 2)}
`;
}
function namedPath(path, options) {
  let shown2 = shownPath(path, options);
  return isAbsolute(shown2) ? basename(shown2) : shown2;
}
function shownPath(path, options) {
  let shown2 = relative2(options.outputs.within ?? process.cwd(), path).split(sep).join("/");
  return shown2.startsWith("../") ? path : shown2;
}
function reasonOf3(error) {
  if (!(error instanceof Error)) return String(error);
  let { code } = error;
  switch (code) {
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return "no permission to write there";
    case "EISDIR":
      return "it is a directory";
    case "ENOTDIR":
      return "part of its path is a file";
    case "ENOSPC":
      return "the disk is full";
    default:
      return error.message;
  }
}

// src/findings/removed-by-head.ts
function markRemoved(findings, settings, running, rules) {
  let excluded = ignorePatterns(settings.exclude).matcher, included = ignorePatterns(settings.include).matcher, byPath = pathRulesFilter(settings.perPath ?? [], rules), reason = ({ rule, file, tier, severity }) => running.has(rule) ? severity !== void 0 && compareBands(severityBand(severity), settings.minSeverity) < 0 ? "min-severity" : excluded.ignores(file) ? "exclude" : settings.include.length > 0 && !included.ignores(file) ? "include" : byPath({ rule, file, tier }) === void 0 ? void 0 : "per-path" : "the choice of rules";
  return findings.map((finding) => {
    let removedBy = reason(finding);
    return removedBy === void 0 ? finding : { ...finding, removedBy };
  });
}

// src/report/facts-of-run.ts
function factsOfRun(options, rules) {
  let { hash: ruleSetHash, own: ownRules } = rules, always = { version, ruleSetHash, ...ownRules && { ownRules }, ...void 0 };
  if (options.host === "command-line") return always;
  let repository = repositoryFacts(options);
  return {
    ...always,
    ...repository && { repository },
    // The repository the workflow has it from: of a fork, the fork.
    ...repository && options.github?.actionRepository !== void 0 && {
      informationUri: `${repository.serverUrl}/${options.github.actionRepository}`
    },
    startTime: new Date(performance.timeOrigin).toISOString(),
    endTime: (/* @__PURE__ */ new Date()).toISOString()
  };
}
function repositoryFacts({ github }) {
  if (!github || !/^https?:\/\//.test(github.serverUrl)) return;
  let branch = /^refs\/heads\/(.+)$/.exec(github.ref)?.[1];
  return {
    serverUrl: github.serverUrl,
    owner: github.owner,
    repo: github.repository,
    sha: github.head ?? github.sha,
    ...branch !== void 0 && { branch },
    ...github.pullRequest && { pullRequest: github.pullRequest.number },
    ...github.runId !== "" && { runId: github.runId },
    ...github.runAttempt !== "" && { runAttempt: github.runAttempt }
  };
}

// src/report/annotations.ts
var perLevel = 9, titleLimit = 255, messageLimit = 500;
function annotationsOf(findings, rules, fails) {
  return ["error", "warning", "notice"].flatMap((level) => {
    let own = findings.filter((finding) => levelOf(finding, fails) === level), shown2 = own.slice(0, perLevel).map((finding) => annotationOf(finding, level, rules)), rest = own.length - shown2.length;
    if (rest === 0) return shown2;
    let message = `… and ${count(rest, "more", "more")}: see the job summary.`;
    return [...shown2, { level, title: "pyverdict", message }];
  });
}
function levelOf(finding, fails) {
  return fails(finding) ? "error" : finding.tier === "note" ? "notice" : "warning";
}
function annotationOf(finding, level, rules) {
  let rule = ruleOf(rules, finding.rule), grade = finding.tier === "note" ? "" : ` (${finding.tier === "hotspot" ? "to review" : shownSeverity(finding)})`;
  return {
    level,
    title: shortenMiddle(visibleText(`${finding.rule} ${rule.id}${grade}`), titleLimit),
    message: shortenMiddle(visibleText(finding.message.trim() || `${rule.title}.`), messageLimit),
    place: {
      file: visibleText(finding.file),
      line: finding.region.startLine,
      column: finding.region.startColumn,
      endColumn: finding.region.endColumn
    }
  };
}

// src/report/sink-titles.ts
var titles = {
  sql: "SQL",
  nosql: "Document queries",
  shell: "Shell commands",
  argv: "Arguments of programs",
  code: "Code",
  module: "Names of modules to load",
  expression: "Expressions",
  template: "Template texts",
  html: "HTML",
  "safe-html": "Text declared to be HTML",
  "html-text": "Text with tags",
  path: "File paths",
  archive: "Archives unpacked",
  url: "Addresses of requests",
  "url-path": "Paths of requests",
  redirect: "Redirects",
  deserialize: "Deserialisation",
  xml: "XML with entities",
  "xml-bomb": "XML without limits",
  xpath: "XPath",
  xslt: "XSLT",
  ldap: "LDAP filters",
  "ldap-dn": "LDAP names",
  header: "Response headers",
  cookie: "Cookies",
  log: "Log messages",
  output: "Logs and output",
  regex: "Regular expressions",
  "regex-subject": "Texts that patterns are matched with",
  mail: "Mail headers",
  "mail-html": "HTML mail",
  "mail-body": "Mail texts",
  reflection: "Names looked up",
  fields: "Fields by name",
  session: "Session keys",
  decision: "Decisions by client address",
  format: "Format strings",
  csv: "Cells of tables",
  markup: "XML texts",
  config: "Settings",
  env: "Environment variables",
  size: "Sizes and counts",
  decompress: "Compressed data unpacked",
  unicode: "Text normalised",
  "unicode-form": "Text normalised after a check",
  number: "Numbers compared",
  upload: "Names of uploads",
  content: "Content of files",
  signal: "Processes signalled",
  prompt: "Instructions of language models",
  "user-prompt": "Questions to language models",
  hash: "Values hashed",
  key: "Keys",
  compare: "Comparisons",
  answer: "Responses",
  storage: "Storage",
  claims: "Token payloads"
};
function sinkTitle(kind) {
  return titles[kind] ?? kind;
}

// src/report/coverage-text.ts
var shownProblems = 10;
function coverageText(set, rules, own) {
  let { coverage } = set, lines2 = coverage.files.reduce((sum, file) => sum + file.lines, 0), ran = new Set(coverage.rulesRun), practice = rules.filter((rule) => rule.category === "practice" && ran.has(rule.code)).length, titles2 = new Map(rules.map((rule) => [rule.code, rule.id]));
  return {
    analysed: `${count(coverage.files.length, "Python file")}, ${count(lines2, "line")}, ${count(coverage.functions, "function")}${coverage.entryPoints > 0 ? `, ${count(coverage.entryPoints, "entry point")}` : ""}; ${count(securityRulesRun(set, rules), "security rule")}, ${count(practice, "practice rule")}.`,
    sinks: [
      ...coverage.sinks.filter((sink) => sink.seen > 0).map(sinkText).sort(compareText),
      ...creditText(coverage.credited)
    ],
    gaps: [...gapsOf(set)],
    facts: [...factsOf(set, titles2), ...ownRulesText(own)]
  };
}
function sinkText(sink) {
  let known = [
    [sink.reported, "reported"],
    [sink.constant, sink.kind === "sql" ? "constant or bound" : "constant"],
    [sink.cleaned, `cleaned${by(sink.cleanedBy)}`],
    [sink.guarded, `guarded${by(sink.guardedBy)}`],
    [sink.noSource, "that no untrusted value reaches"],
    [sink.unresolved, `on a receiver of unknown type (${sink.unresolvedAt.map(placeText).join(", ")})`]
  ].filter(([number]) => number > 0).map(([number, word]) => `${grouped(number)} ${word}`);
  return `${sinkTitle(sink.kind)}: ${count(sink.seen, "place")} seen: ${known.join(", ")}.`;
}
function by(names) {
  return names.length === 0 ? "" : ` by ${names.join(", ")}`;
}
function placeText({ path, line }) {
  return `${path} line ${grouped(line)}`;
}
var shownCredits = 8;
function creditText(credited) {
  if (credited.length === 0) return [];
  let most = [...credited].sort((a, b) => b.sinks - a.sinks || compareText(a.path, b.path) || a.line - b.line), named = most.slice(0, shownCredits).map((one) => {
    let tested = one.refusedAt === void 0 ? "" : `; a test sees it refuse: ${placeText(one.refusedAt)}`;
    return `${one.name} in ${placeText(one)} (${count(one.sinks, "sink")}${tested})`;
  }), more = most.length > shownCredits ? `, and ${grouped(most.length - shownCredits)} more` : "";
  return [
    `The answer relies on ${count(credited.length, "check or conversion", "checks and conversions")}: ${named.join("; ")}${more}.`
  ];
}
function* gapsOf(set) {
  let { coverage, problems, skipped } = set, single = [...problems].sort((a, b) => Number(b.hidesCode) - Number(a.hidesCode)).filter((problem) => problemKinds[problem.id].level !== "note" || problem.hidesCode);
  for (let problem of single.slice(0, shownProblems)) yield problemText(problem);
  single.length > shownProblems && (yield `And ${count(single.length - shownProblems, "more problem")} of this kind (all are in the SARIF and JSON files).`), coverage.familiesNotExamined.length > 0 && (yield `Not examined: ${coverage.familiesNotExamined.join(", ")}.`);
  for (let left of set.leftOut ?? []) {
    let parts = [
      ...left.security > 0 ? [count(left.security, "security finding")] : [],
      ...left.practice > 0 ? [count(left.practice, "practice note")] : []
    ];
    yield `Left out by the configuration's per-path settings for ${left.paths.join(", ")}: ${listed(parts)}.`;
  }
  skipped.length > 0 && (yield `Skipped: ${[...groupBy(skipped, (file) => skipReasonText[file.reason])].sort(
    ([a, x], [b, y]) => y.length - x.length || compareText(a, b)
  ).map(([reason, files]) => `${grouped(files.length)} ${reason}`).join(", ")}.`);
  let notes = groupBy(
    problems.filter((problem) => !single.includes(problem) && problem.id !== "PVN002"),
    (problem) => problem.id
  );
  for (let [, group] of [...notes].sort(([a], [b]) => compareText(a, b))) {
    let [first] = group;
    first && (yield problemText(first) + (group.length > 1 ? ` (and ${grouped(group.length - 1)} more like it)` : ""));
  }
  set.listedBy === "ignore-files" && (yield "The files were listed without git, by the ignore files in their folders.");
}
function problemText(problem) {
  return (problem.file === void 0 || problem.message.includes(problem.file) ? "" : `${problem.file}${problem.line === void 0 ? "" : ` line ${problem.line}`}: `) + problem.message;
}
var shownRemovals = 20;
function ownRulesText(own) {
  if (own === void 0) return [];
  let added = `This checkout has ${count(own.rules, "rule")} and ${count(own.entries, "model entry", "model entries")} of its own (.pyverdict/).`;
  if (own.removing.length === 0) return [added];
  let named = own.removing.slice(0, shownRemovals).map(({ names, kinds, path, line }) => `${names.join(", ")} (${kinds.join(", ")}; ${path} line ${line})`), more = own.removing.length > shownRemovals ? `; and ${grouped(own.removing.length - shownRemovals)} more` : "";
  return [added, `These of its entries take findings away: ${named.join("; ")}${more}.`];
}
function factsOf(set, titles2) {
  let { coverage } = set, inventory = [...coverage.inventory].filter(([, places]) => places > 0).sort(([a], [b]) => compareText(a, b)), deferred = [...coverage.deferred].sort(([a], [b]) => compareText(a, b));
  return [
    ...coverage.facts,
    ...inventory.length > 0 ? [
      `Counted only: ${inventory.map(([code, places]) => `${grouped(places)} ${titles2.get(code) ?? code}`).join(", ")}.`
    ] : [],
    ...deferred.length > 0 ? [`Left to the linters this project has: ${deferred.map(([code, linter]) => `${code} (${linter})`).join(", ")}.`] : []
  ];
}

// src/report/practice-families.ts
var practiceFamilies = [
  {
    family: "waiting",
    title: "Waiting",
    lookedAt: "waiting",
    about: ["BP101", "BP103"],
    claim: (n) => `${count(n, "place")} ${n === 1 ? "waits" : "wait"} by sleeping and looking again.`,
    why: "Each success costs up to one interval more than needed, and a slow run fails although nothing is broken.",
    whyInProduction: "Callers wait up to one interval longer than needed and hold the thread meanwhile.",
    whatToDo: "Wait on an event or notification, or use one shared helper with a timeout.",
    fine: "Fine when the state can only be read from outside and the budget is a parameter."
  },
  {
    family: "flakiness",
    title: "Potential for flakiness",
    lookedAt: "flakiness",
    claim: (n) => `${count(n, "place")} can pass or fail with machine speed, order or environment.`,
    why: "A test that fails one time in a hundred is rerun, then ignored.",
    whatToDo: "Make the budget a parameter, undo global changes, compare without order.",
    fine: "Fine for a bound that is ten times the usual duration and says so."
  },
  {
    family: "hardcoded",
    title: "Hardcoded values",
    lookedAt: "hardcoded values",
    about: ["BP201"],
    claim: (n) => `${count(n, "literal")} ${n === 1 ? "stands" : "stand"} for something defined elsewhere.`,
    why: "When the fixture changes, these tests fail far from the cause.",
    whyInProduction: "When the value changes, this code fails far from the cause.",
    whatToDo: "Import the constant or read it from the fixture.",
    fine: "Fine for the object's own arbitrary identity, for sentinels and for sample data."
  },
  {
    family: "errors",
    title: "Error handling",
    lookedAt: "error handling",
    about: ["BP304", "BP306", "BP313", "BP316"],
    claim: (n) => `${count(n, "place")} would fail without saying why.`,
    why: "The person who reads the CI log sees an IndexError and has to reproduce it.",
    whyInProduction: "The person who reads the log has to reproduce the failure to learn its cause.",
    whatToDo: "Assert on status or length with the body as message.",
    fine: "Fine when the client already raises with the response text and the result is used whole."
  },
  {
    family: "comments",
    title: "Comments",
    lookedAt: "comments",
    about: ["BP406", "BP407"],
    claim: (n) => `${count(n, "helper or constant", "helpers or constants")} ${n === 1 ? "lacks" : "lack"} the reason.`,
    why: "The next person cannot tell a measured value from a guess.",
    whatToDo: "One line of why is enough.",
    fine: "Fine for steps that the code already names."
  }
];
function unknownFamily(family) {
  return { family, title: family, lookedAt: family, about: [], claim: () => "", why: "", whatToDo: "", fine: "" };
}

// src/report/practice-groups.ts
var groupedAbove = 3;
function practiceGroups(notes, rules, set) {
  let unexplained = notes.filter(({ mergedRules }) => mergedRules.includes("BP406")).length, byFamily = groupBy(notes, (note) => ruleOf(rules, note.rule).family), known = practiceFamilies.filter((family) => byFamily.has(family.family)), others = [...byFamily.keys()].filter((family) => !practiceFamilies.some((entry) => entry.family === family)).sort(compareText).map(unknownFamily);
  return [...known, ...others].map(
    (family) => familyGroup(family, byFamily.get(family.family) ?? [], rules, set, unexplained)
  );
}
function familyGroup(family, notes, rules, set, unexplained) {
  let spokenOf = notes.filter((note) => !family.about || family.about.includes(note.rule)), others = notes.length - spokenOf.length, claims = spokenOf.length > 0 ? [family.claim(spokenOf.length)] : [];
  others > 0 && claims.push(`${count(others, spokenOf.length > 0 ? "further note" : "note")}.`);
  let says = spokenOf.length > 0, production = spokenOf.every((note) => !note.inTest);
  return {
    family,
    notes: notes.length,
    claim: claims.join(" "),
    why: says ? (production ? family.whyInProduction : void 0) ?? family.why : "",
    whatToDo: says ? family.whatToDo : "",
    fine: says ? family.fine : "",
    evidence: evidenceOf(notes, family, rules),
    facts: family.family === "comments" ? [...commentFacts(set.coverage.files), ...unexplainedFacts(unexplained)] : family.family === "flakiness" ? flakyFacts(notes) : []
  };
}
function familiesLookedAt(rules, rulesRun) {
  let ran = new Set(rulesRun), families = new Set(
    rules.filter((rule) => rule.category === "practice" && ran.has(rule.code)).map((rule) => rule.family)
  ), known = practiceFamilies.filter((family) => families.has(family.family)).map((family) => family.lookedAt), others = [...families].filter((family) => !practiceFamilies.some((entry) => entry.family === family)).sort(compareText);
  return [...known, ...others];
}
function practiceTail(rules, set) {
  let lookedAt = familiesLookedAt(rules, set.coverage.rulesRun);
  return lookedAt.length === 0 ? "No practice rule ran, so nothing is said about practice." : `Looked at: ${lookedAt.join(", ")}. These are notes on the files given; they say nothing about the system's behaviour at run time or about its dependencies.`;
}
function noPracticeNotes(set) {
  let test = set.coverage.files.filter((file) => file.test).length, production = set.coverage.files.length - test;
  return `No practice notes in ${count(test, "file")} of test code and ${production} of production code.`;
}
function evidenceOf(notes, family, rules) {
  return [...groupBy([...notes].sort(compareRank), (note) => `${note.rule} ${note.file}`).values()].flatMap(
    (group) => group.length > groupedAbove ? group.slice(0, 1).map((finding) => ({ finding, more: group.length - 1 })) : group.map((finding) => ({ finding, more: 0 }))
  ).sort((a, b) => compareRank(a.finding, b.finding)).map(({ finding, more }) => {
    let rule = ruleOf(rules, finding.rule), general = !family.about || family.about.includes(finding.rule), fix = finding.fix.trim() !== "" && finding.fix.trim() !== rule.fix.trim() ? finding.fix : general ? void 0 : rule.fix;
    return { finding, rule, more, ...fix === void 0 ? {} : { fix } };
  });
}
function unexplainedFacts(waits) {
  return waits === 0 ? [] : [`The numbers of ${count(waits, "wait")} above have no reason either.`];
}
var marksOfFlaky = ["BP164", "BP165"];
function flakyFacts(notes) {
  let tests = notes.filter(({ rule }) => marksOfFlaky.includes(rule)).reduce((sum, { allPlaces }) => sum + allPlaces.length, 0);
  return tests === 0 ? [] : [`${count(tests, "test")} ${tests === 1 ? "is" : "are"} marked flaky.`];
}
function commentFacts(files) {
  let withReason = 0, blocks = 0;
  for (let file of files)
    withReason += file.commentReasons?.withReason ?? 0, blocks += file.commentReasons?.blocks ?? 0;
  return blocks === 0 ? [] : [`${withReason} of ${count(blocks, "comment block")} ${withReason === 1 ? "gives" : "give"} a reason.`];
}

// src/report/text/wrap-text.ts
function wrapText(text, width2, indent = "") {
  let room = Math.max(10, width2 - indent.length), lines2 = [], line = "";
  for (let word of text.split(" ").flatMap((long) => pieces(long, room)))
    line === "" ? line = word : displayWidth(line) + 1 + displayWidth(word) <= room ? line += ` ${word}` : (lines2.push(line), line = word);
  return (line !== "" || lines2.length === 0) && lines2.push(line), lines2.map((content) => indent + content);
}
function displayWidth(text) {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  let width2 = 0;
  for (let character of text) width2 += characterWidth(character);
  return width2;
}
var zero = /^[\p{Mn}\p{Me}\p{Cf}]$/u, wide = /^[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uA960-\uA97C\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]$/u;
function characterWidth(character) {
  return zero.test(character) ? 0 : wide.test(character) ? 2 : 1;
}
function pieces(word, room) {
  if (displayWidth(word) <= room) return [word];
  let points = [...word], out = [], size = displayWidth(word) === points.length ? room : Math.floor(room / 2);
  for (let from = 0; from < points.length; from += size) out.push(points.slice(from, from + size).join(""));
  return out;
}

// src/report/console/code-frame.ts
function codeFrame(place2, width2, paint, mark) {
  if (place2.snippet === void 0 || place2.snippet.trim() === "") return [];
  let gutter = String(place2.region.startLine).padStart(6), room = width2 - gutter.length - 3, start = place2.region.startColumn - 1, end = Math.max(start + 1, place2.region.endColumn - 1), indent = /^\s*/.exec(place2.snippet)?.[0].length ?? 0, part = (from, to) => visibleText(place2.snippet?.slice(from, to).replaceAll("	", "  ") ?? ""), before = part(Math.min(indent, start), start), marked2 = part(start, end), after = part(end, place2.snippet.length).trimEnd();
  displayWidth(before + marked2 + after) > room && (before = keepEnd(before, Math.floor(room / 4)), marked2 = keepStart(marked2, room - displayWidth(before) - 1), after = keepStart(after, room - displayWidth(before) - displayWidth(marked2)));
  let line = `${paint.dim(`${gutter} |`)} ${before}${marked2}${after}`, marker = `${paint.dim(`${" ".repeat(gutter.length)} |`)} ${" ".repeat(displayWidth(before))}${mark("^".repeat(Math.max(1, displayWidth(marked2))))}`;
  return [line, marker];
}
function keepStart(text, room) {
  if (displayWidth(text) <= room) return text;
  let points = [...text];
  for (; points.length > 0 && displayWidth(points.join("")) > room - 1; )
    points.length -= Math.max(1, Math.ceil((displayWidth(points.join("")) - room) / 2));
  return room > 0 ? `${points.join("")}…` : "";
}
function keepEnd(text, room) {
  if (displayWidth(text) <= room) return text;
  let points = [...text];
  for (; points.length > 0 && displayWidth(points.join("")) > room - 1; )
    points = points.slice(Math.max(1, Math.ceil((displayWidth(points.join("")) - room) / 2)));
  return room > 0 ? `…${points.join("")}` : "";
}

// src/report/console/style.ts
function style(colour) {
  let code = (open, close) => (text) => colour && text !== "" ? `\x1B[${open}m${text}\x1B[${close}m` : text;
  return {
    bold: code(1, 22),
    dim: code(2, 22),
    red: code(31, 39),
    yellow: code(33, 39),
    green: code(32, 39),
    cyan: code(36, 39)
  };
}

// src/report/console/console-text.ts
var width = 88, shownDefects = 50, shownHotspots = 20, shownNotes = 5, messageLimit2 = 600;
function consoleText(set, rules, colour, own) {
  let paint = style(colour), byCode = rulesByCode(rules), active = activeFindings(set.findings).sort(orderO(byCode)), tier = (name) => active.filter((finding) => finding.tier === name);
  return `${[
    ...verdictLines(set, rules, paint),
    ...securityLines("Defects", tier("defect"), shownDefects, byCode, paint, paint.red),
    ...securityLines("To review", tier("hotspot"), shownHotspots, byCode, paint, paint.yellow),
    ...suppressedLines(set, paint),
    ...noteLines(set, rules, tier("note"), byCode, paint),
    ...coverageLines(set, rules, paint, own),
    "",
    ...wrapText(caveat, width)
  ].map(withoutCommands).join(`
`)}
`;
}
function verdictLines(set, rules, paint) {
  let { sentence, reviewed } = verdictText(set, rules), counts = tally(set.findings), mark = set.verdict === "no-explicit-defects" ? paint.green : set.verdict === "incomplete" ? paint.yellow : paint.red, rest = [
    `${count(counts.hotspots, "hotspot")} to review`,
    count(counts.notes, "practice note"),
    ...counts.suppressed > 0 ? [`${counts.suppressed} suppressed in source`] : []
  ];
  return [
    ...wrapText(safe(sentence), width).map((line) => mark(paint.bold(line))),
    "",
    ...wrapText(safe(reviewed), width),
    ...wrapText(`Beside the verdict: ${rest.join(", ")}.`, width),
    ...repairLines(set)
  ];
}
function repairLines({ findings }) {
  let mended = activeFindings(findings).filter(({ repairs = [] }) => repairs.length > 0).length;
  if (mended === 0) return [];
  let whose = mended === 1 ? "1 finding has a mechanical fix" : `${mended} findings have mechanical fixes`;
  return wrapText(`${whose}: pyverdict scan --diff prints ${mended === 1 ? "it" : "them"} as a patch.`, width);
}
function securityLines(title, findings, limit, rules, paint, mark) {
  if (findings.length === 0) return [];
  let rest = findings.length - limit;
  return [
    ...heading(`${title} (${findings.length})`, paint),
    ...findings.slice(0, limit).flatMap((finding) => ["", ...securityFinding(finding, ruleOf(rules, finding.rule), paint, mark)]),
    ...rest > 0 ? ["", `  And ${count(rest, "more", "more")}: see --json or --sarif.`] : []
  ];
}
function securityFinding(finding, rule, paint, mark) {
  let cwe = rule.cwe.length > 0 ? ` (${rule.cwe.map((number) => `CWE-${number}`).join(", ")})` : "", fix = finding.fix === "" ? rule.fix : finding.fix;
  return [
    place(finding, paint),
    `  ${mark(paint.bold(shownSeverity(finding)))}  ${finding.rule} ${safe(rule.id)}${cwe}`,
    ...finding.secret ? [`  ${paint.dim("(the line is not shown: it holds a secret)")}`] : codeFrame(finding, width, paint, mark),
    ...wrapText(safe(shortenEnd(finding.message, messageLimit2)), width, "  "),
    ...flowLines(finding, paint),
    ...finding.evidence.flatMap((sentence) => wrapText(safe(shortenEnd(sentence, messageLimit2)), width, "  ")),
    ...labelled("Fix:", shortenEnd(fix, messageLimit2), paint)
  ];
}
function flowLines(finding, paint) {
  let [steps] = shownFlows(finding, 1);
  return steps ? [
    `  ${paint.dim("How the value gets there:")}`,
    ...shortenSteps(steps, 8).flatMap(({ step, omitted }) => [
      ...omitted > 0 ? [`    … ${count(omitted, "step")} omitted`] : [],
      ...wrapText(
        `${pathOf(step.file)}:${step.region.startLine}  ${safe(shortenEnd(step.message, 200))}`,
        width,
        "    "
      )
    ])
  ] : [];
}
function suppressedLines(set, paint) {
  let suppressed = set.findings.filter((finding) => finding.suppression && finding.tier !== "note");
  return suppressed.length === 0 ? [] : [
    ...heading(`Suppressed in source, security (${suppressed.length})`, paint),
    "",
    ...suppressed.slice(0, shownHotspots).flatMap(
      (finding) => wrapText(
        `${pathOf(finding.file)}:${finding.region.startLine}  ${finding.rule}  by ${safe(shortenEnd(finding.suppression?.mark ?? "", 120))}`,
        width,
        "  "
      )
    ),
    ...suppressed.length > shownHotspots ? [`  And ${suppressed.length - shownHotspots} more.`] : []
  ];
}
function noteLines(set, rules, notes, byCode, paint) {
  let tail = wrapText(safe(practiceTail(rules, set)), width, "  ");
  if (notes.length === 0) {
    let none2 = set.coverage.rulesRun.some((code) => byCode.get(code)?.category === "practice") ? wrapText(noPracticeNotes(set), width, "  ") : [];
    return [...heading("Practice notes", paint), "", ...none2, ...tail];
  }
  return [
    ...heading(`Practice notes (${notes.length})`, paint),
    ...practiceGroups(notes, byCode, set).flatMap((group) => ["", ...familyLines(group, paint)]),
    "",
    ...tail
  ];
}
function familyLines(group, paint) {
  let shown2 = group.evidence.slice(0, shownNotes), rest = group.notes - shown2.reduce((sum, evidence) => sum + 1 + evidence.more, 0), advice = [group.why, group.whatToDo, group.fine].filter((sentence) => sentence !== "").join(" ");
  return [
    ...wrapText(`${safe(group.family.title)}: ${group.claim}`, width).map(
      (line, index) => index === 0 ? paint.cyan(line) : line
    ),
    ...shown2.flatMap(({ finding, rule, more, fix }) => [
      `  ${place(finding, paint)}  ${finding.rule} ${safe(rule.id)}${finding.level === "warning" ? `  ${paint.yellow("warning")}` : ""}`,
      ...wrapText(
        safe(shortenEnd(finding.message, messageLimit2)) + (more > 0 ? ` And ${more} more like it in this file.` : ""),
        width,
        "    "
      ),
      ...fix === void 0 ? [] : wrapText(safe(shortenEnd(fix, messageLimit2)), width, "    ")
    ]),
    ...rest > 0 ? [`  And ${count(rest, "more", "more")}: see --json or --sarif.`] : [],
    ...group.facts.map((fact) => `  ${fact}`),
    ...advice === "" ? [] : wrapText(advice, width, "  ").map(paint.dim)
  ];
}
function coverageLines(set, rules, paint, own) {
  let text = coverageText(set, rules, own), bullets = (items) => items.flatMap((item) => wrapText(safe(shortenEnd(item, messageLimit2)), width, "  "));
  return [
    ...heading("What was analysed, and what was not", paint),
    "",
    ...bullets([text.analysed, ...text.sinks, ...text.facts]),
    ...text.gaps.length > 0 ? ["", "  Not covered, or not wholly:", ...bullets(text.gaps)] : []
  ];
}
function heading(title, paint) {
  return ["", paint.bold(title), paint.dim("-".repeat(title.length))];
}
function labelled(label, text, paint) {
  let [first = "", ...rest] = wrapText(`${label} ${safe(text)}`, width, "  ");
  return [first.replace(label, paint.bold(label)), ...rest];
}
function place(finding, paint) {
  return paint.bold(`${pathOf(finding.file)}:${finding.region.startLine}:${finding.region.startColumn}`);
}
function pathOf(path) {
  return shortenMiddle(visibleText(path), 200);
}
function safe(text) {
  return visibleText(text.replaceAll(`
`, " "));
}

// src/report/formats/gitlab-report.ts
function gitlabReport(findings, rules) {
  return activeFindings(findings).sort(compareFindings).map((finding) => ({
    description: wellFormed(finding.message.trim() || `${ruleOf(rules, finding.rule).title}.`),
    check_name: finding.ruleId,
    fingerprint: finding.fingerprint,
    severity: severityOf(finding),
    location: { path: wellFormed(finding.file), lines: { begin: finding.region.startLine } }
  }));
}
function severityOf({ tier, level, severity }) {
  if (tier === "note") return level === "note" ? "info" : "minor";
  switch (severityBand(severity ?? 0.1)) {
    case "critical":
      return "blocker";
    case "high":
      return "critical";
    case "medium":
      return "major";
    case "low":
      return "minor";
  }
}

// src/report/formats/junit-report.ts
function junitReport(set, sentence, rules) {
  let findings = activeFindings(set.findings).sort(compareFindings), failures = findings.filter(({ tier }) => tier === "defect").length, unsure = set.verdict === "incomplete" || set.verdict === "failed", counts = `tests="${findings.length + 1}" failures="${failures}" errors="${unsure ? 1 : 0}" skipped="${findings.length - failures}"`, verdict = unsure ? `    <testcase classname="pyverdict" name="verdict">
      <error message="${escape(sentence)}"></error>
    </testcase>` : '    <testcase classname="pyverdict" name="verdict"></testcase>';
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="pyverdict" ${counts}>`,
    `  <testsuite name="pyverdict" ${counts}>`,
    verdict,
    ...findings.map((finding) => testCase(finding, rules)),
    "  </testsuite>",
    "</testsuites>",
    ""
  ].join(`
`);
}
function testCase(finding, rules) {
  let { file, region, ruleId, tier, message, fix } = finding, place2 = `${file}:${region.startLine}`, name = `${ruleId} ${ruleOf(rules, finding.rule).id} at ${place2}`, attributes = `classname="${escape(file)}" name="${escape(name)}" file="${escape(file)}" line="${region.startLine}"`, inner = tier === "defect" ? `<failure type="${escape(ruleId)}" message="${escape(message)}">${escape(`${place2}: ${message} ${fix}`)}</failure>` : `<skipped message="${escape(message)}"></skipped>`;
  return `    <testcase ${attributes}>
      ${inner}
    </testcase>`;
}
function escape(text) {
  return visibleText(text).replace(/[\uFFFE\uFFFF]/g, "�").replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

// src/report/diff/quoted-path.ts
var escapes = { "	": "\\t", "\n": "\\n", "\r": "\\r", '"': '\\"', "\\": "\\\\" };
function quotedPath(path) {
  let special = /[\u0000-\u001f\u007f"\\]/g;
  if (path.search(special) < 0) return path.includes(" ") ? `${path}	` : path;
  let octal = (character) => `\\${character.charCodeAt(0).toString(8).padStart(3, "0")}`;
  return `"${path.replace(special, (character) => escapes[character] ?? octal(character))}"`;
}

// src/report/diff/unified-diff.ts
var CONTEXT = 3, LF = 10;
function unifiedDiff(files) {
  return Buffer.concat(files.flatMap(fileDiff));
}
function fileDiff({ file, before, edits }) {
  let old = lines(before), changes = changedLines(old, before, edits);
  if (changes.length === 0) return [];
  let header = Buffer.from(`--- ${quotedPath(`a/${file}`)}
+++ ${quotedPath(`b/${file}`)}
`), added = 0, hunks = inHunks(changes).flatMap((hunk) => {
    let text = hunkText(old, hunk, added);
    return added += hunk.reduce((sum, { from, to, lines: put }) => sum + put.length - (to - from), 0), text;
  });
  return [header, ...hunks];
}
function lines(bytes2) {
  let found = [];
  for (let start = 0; start < bytes2.length; ) {
    let end = bytes2.indexOf(LF, start), next = end < 0 ? bytes2.length : end + 1;
    found.push(bytes2.subarray(start, next)), start = next;
  }
  return found;
}
function changedLines(old, before, edits) {
  let starts = [], offset = 0;
  for (let line of old)
    starts.push(offset), offset += line.length;
  starts.push(offset);
  let lineAt = (position) => {
    let low = 0, high = old.length;
    for (; low < high; ) {
      let middle = low + high + 1 >> 1;
      starts[middle] <= position ? low = middle : high = middle - 1;
    }
    return low === old.length && low > 0 && old[low - 1].at(-1) !== LF ? low - 1 : low;
  }, changes = [];
  for (let index = 0; index < edits.length; ) {
    let from = lineAt(edits[index].start), to = from, at = starts[from], pieces2 = [];
    for (; index < edits.length && (to === from || edits[index].start < starts[to]); ) {
      let { start, end, bytes: bytes2 } = edits[index];
      pieces2.push(before.subarray(at, start), bytes2), at = end, to = Math.max(to, Math.min(lineAt(end) + 1, old.length)), to === from && (to = from + 1), index++;
    }
    to = Math.min(to, old.length), pieces2.push(before.subarray(at, starts[to]));
    for (let change of trimmed(old, { from, to, lines: lines(Buffer.concat(pieces2)) })) {
      let last = changes.at(-1);
      last === void 0 || last.to !== change.from ? changes.push(change) : changes[changes.length - 1] = { from: last.from, to: change.to, lines: [...last.lines, ...change.lines] };
    }
  }
  return changes;
}
function trimmed(old, { from, to, lines: put }) {
  let first = 0;
  for (; from + first < to && first < put.length && equal(old[from + first], put[first]); ) first++;
  let last = 0;
  for (; to - last > from + first && put.length - last > first && equal(old[to - last - 1], put[put.length - last - 1]); )
    last++;
  let change = { from: from + first, to: to - last, lines: put.slice(first, put.length - last) };
  return change.from === change.to && change.lines.length === 0 ? [] : [change];
}
function equal(a, b) {
  return Buffer.compare(a, b) === 0;
}
function inHunks(changes) {
  let hunks = [];
  for (let change of changes) {
    let last = hunks.at(-1);
    last !== void 0 && change.from - last.at(-1).to <= 2 * CONTEXT ? last.push(change) : hunks.push([change]);
  }
  return hunks;
}
function hunkText(old, changes, added) {
  let from = Math.max(0, changes[0].from - CONTEXT), to = Math.min(old.length, changes.at(-1).to + CONTEXT), body = [], at = from, keep = (end) => {
    for (; at < end; at++) body.push(...marked(" ", old[at]));
  };
  for (let change of changes) {
    for (keep(change.from); at < change.to; at++) body.push(...marked("-", old[at]));
    for (let line of change.lines) body.push(...marked("+", line));
  }
  keep(to);
  let oldCount = to - from, newCount = oldCount + changes.reduce((sum, { from: a, to: b, lines: put }) => sum + put.length - (b - a), 0), header = `@@ -${span(from, oldCount)} +${span(from + added, newCount)} @@
`;
  return [Buffer.from(header), ...body];
}
function span(start, count2) {
  return count2 === 1 ? String(start + 1) : `${count2 === 0 ? start : start + 1},${count2}`;
}
function marked(mark, line) {
  let pieces2 = [Buffer.from(mark), line];
  return line.at(-1) !== LF && pieces2.push(Buffer.from(`
\\ No newline at end of file
`)), pieces2;
}

// src/report/json-report.ts
function jsonReport(set, rules, run2) {
  let byCode = rulesByCode(rules), counts = tally(set.findings), { coverage } = set;
  return {
    schemaVersion: "1",
    tool: { name: "pyverdict", version: run2.version, ruleSetHash: run2.ruleSetHash },
    verdict: set.verdict,
    sentence: verdictText(set, rules).sentence,
    caveat,
    reviewed: {
      description: wellFormed(set.reviewed.description),
      ...set.reviewed.subject === void 0 ? {} : { subject: wellFormed(set.reviewed.subject) }
    },
    counts: {
      security: counts.defects,
      ...counts.bySeverity,
      hotspots: counts.hotspots,
      practice: counts.notes,
      suppressed: counts.suppressed
    },
    findings: [...set.findings].sort(compareFindings).map((finding) => findingJson(finding, byCode)),
    coverage: {
      files: coverage.files.map(({ path, lines: lines2, test, description }) => ({
        path: wellFormed(path),
        lines: lines2,
        test,
        description: wellFormed(description)
      })),
      fileCount: coverage.files.length,
      lines: coverage.files.reduce((sum, file) => sum + file.lines, 0),
      functions: coverage.functions,
      filesNotAnalysed: filesNotAnalysed(set),
      rulesRun: [...coverage.rulesRun],
      familiesNotExamined: [...coverage.familiesNotExamined],
      sinks: coverage.sinks.map((sink) => ({
        ...sink,
        cleanedBy: sink.cleanedBy.map(wellFormed),
        guardedBy: sink.guardedBy.map(wellFormed),
        unresolvedAt: sink.unresolvedAt.map(({ path, line }) => ({ path: wellFormed(path), line }))
      })),
      credited: coverage.credited.map((one) => ({
        ...one,
        path: wellFormed(one.path),
        name: wellFormed(one.name),
        kinds: [...one.kinds],
        ...one.refusedAt === void 0 ? {} : { refusedAt: { path: wellFormed(one.refusedAt.path), line: one.refusedAt.line } }
      })),
      entryPoints: coverage.entryPoints,
      inventory: [...coverage.inventory].sort(([a], [b]) => compareText(a, b)).map(([rule, places]) => ({ rule, places })),
      unresolvedImports: coverage.unresolvedImports,
      deferred: [...coverage.deferred].sort(([a], [b]) => compareText(a, b)).map(([rule, to]) => ({ rule, to })),
      facts: coverage.facts.map(wellFormed),
      leftOut: (set.leftOut ?? []).map(({ paths, ...counted }) => ({ paths: paths.map(wellFormed), ...counted })),
      listedBy: set.listedBy,
      ...run2.ownRules && {
        ownRules: {
          rules: run2.ownRules.rules,
          entries: run2.ownRules.entries,
          removing: run2.ownRules.removing.map(({ names, kinds, path, line }) => ({
            names: names.map(wellFormed),
            kinds: [...kinds],
            path: wellFormed(path),
            line
          }))
        }
      }
    },
    ...set.comparison && {
      comparison: {
        ...set.comparison,
        ...set.comparison.unavailable !== void 0 && { unavailable: wellFormed(set.comparison.unavailable) },
        lostChecks: set.comparison.lostChecks.map((lost) => ({
          path: wellFormed(lost.path),
          line: lost.line,
          kind: lost.kind,
          name: wellFormed(lost.name)
        }))
      }
    },
    skipped: set.skipped.map(({ path, reason, detail }) => ({
      path: wellFormed(path),
      reason,
      detail: wellFormed(detail)
    })),
    problems: set.problems.map((problem) => ({
      id: problem.id,
      name: problemKinds[problem.id].name,
      level: problemKinds[problem.id].level,
      message: wellFormed(problem.message),
      ...problem.file === void 0 ? {} : { path: wellFormed(problem.file) },
      ...problem.files === void 0 ? {} : { paths: problem.files.map(wellFormed) },
      ...problem.line === void 0 ? {} : { line: problem.line },
      ...problem.rule === void 0 ? {} : { rule: problem.rule },
      hidesCode: problem.hidesCode
    }))
  };
}
function findingJson(finding, rules) {
  let rule = ruleOf(rules, finding.rule), snippet = (place2) => place2.snippet === void 0 || finding.secret ? {} : { snippet: wellFormed(place2.snippet) };
  return {
    rule: finding.rule,
    ruleId: finding.ruleId,
    name: rule.id,
    title: rule.title,
    family: rule.family,
    category: rule.category,
    tier: finding.tier,
    level: finding.level,
    ...finding.severity === void 0 ? {} : { severity: severityBand(finding.severity), securitySeverity: finding.severity },
    cwe: [...rule.cwe],
    path: wellFormed(finding.file),
    region: { ...finding.region },
    context: { ...finding.context },
    ...snippet(finding),
    scope: wellFormed(finding.scope),
    inTest: finding.inTest,
    message: wellFormed(finding.message),
    fix: wellFormed(finding.fix),
    evidence: finding.evidence.map(wellFormed),
    places: finding.allPlaces.map(({ file, line }) => ({ path: wellFormed(file), line })),
    related: finding.related.map((place2) => ({
      path: wellFormed(place2.file),
      region: { ...place2.region },
      message: wellFormed(place2.message),
      ...snippet(place2)
    })),
    flows: finding.flows.map((flow) => ({
      steps: flow.steps.map((step) => ({
        kind: step.kind,
        path: wellFormed(step.file),
        region: { ...step.region },
        message: wellFormed(step.message),
        depth: step.depth,
        ...snippet(step)
      }))
    })),
    mergedRules: [...finding.mergedRules],
    fingerprint: finding.fingerprint,
    lineHash: finding.lineHash,
    ...finding.suppression ? {
      suppression: {
        mark: wellFormed(finding.suppression.mark),
        reason: wellFormed(finding.suppression.reason),
        path: wellFormed(finding.suppression.file),
        line: finding.suppression.line,
        ...finding.suppression.added === !0 && { added: !0 }
      }
    } : {},
    ...finding.reopened && {
      reopened: {
        mark: wellFormed(finding.reopened.mark),
        path: wellFormed(finding.reopened.file),
        line: finding.reopened.line,
        changed: [...finding.reopened.changed]
      }
    },
    ...finding.baseline === void 0 ? {} : { baseline: finding.baseline },
    ...finding.removedBy === void 0 ? {} : { removedBy: finding.removedBy },
    ...finding.change && { change: { ...finding.change } },
    ...finding.repairs === void 0 ? {} : {
      repairs: finding.repairs.map(({ file, safe: safe2, replacements }) => ({
        path: wellFormed(file),
        safe: safe2,
        replacements: replacements.map(({ region, text }) => ({ region: { ...region }, text: wellFormed(text) }))
      }))
    }
  };
}

// src/report/sarif/upload-view.ts
import { gzipSync as gzipSync2 } from "node:zlib";

// src/report/sarif/shortened-thread-flow.ts
function shortenedThreadFlow(flow, limit) {
  return {
    ...flow,
    threadFlows: flow.threadFlows.map((thread) => {
      if (thread.locations.length <= limit) return thread;
      let head = thread.locations.slice(0, Math.ceil(limit / 2)), tail = thread.locations.slice(thread.locations.length - Math.floor(limit / 2)), omitted = thread.locations.length - head.length - tail.length, [after, ...rest] = tail, location = after?.location, marked2 = after && location ? [
        {
          ...after,
          location: {
            ...location,
            message: { text: `… ${count(omitted, "step")} omitted; ${location.message?.text ?? ""}` }
          }
        }
      ] : [];
      return { ...thread, locations: [...head, ...marked2, ...rest] };
    })
  };
}

// src/report/sarif/upload-counts.ts
function uploadCounts({ runs }) {
  let results = runs.flatMap((run2) => run2.results ?? []), rules = runs.flatMap((run2) => run2.tool.driver.rules ?? []), extensions = runs.flatMap((run2) => run2.tool.extensions ?? []), most = (items, size) => items.reduce((largest, item) => Math.max(largest, size(item)), 0), steps = most(
    results,
    ({ codeFlows }) => (codeFlows ?? []).flatMap(({ threadFlows }) => threadFlows).reduce((sum, { locations }) => sum + locations.length, 0)
  ), places = most(
    results,
    ({ locations, relatedLocations }) => (locations?.length ?? 0) + (relatedLocations?.length ?? 0)
  ), tags = most(rules, ({ properties }) => properties?.tags?.length ?? 0);
  return `${count(results.length, "result")} of ${count(rules.length, "rule")}` + (extensions.length > 0 ? ` and ${count(extensions.length, "rule pack")}` : "") + `, with at most ${count(steps, "step")} and ${count(places, "location")} in a result and ${count(tags, "tag")} in a rule`;
}

// src/report/sarif/upload-view.ts
var uploadLimits = { results: 5e3, gzipBytes: 9e6 };
function uploadView(log, weighed2, limits = uploadLimits) {
  let run2 = log.runs[0];
  if (!run2) throw new Error("a SARIF log without a run");
  let total = weighed2.length, view = (kept, steps2) => {
    let omitted = total - kept.length, results = kept.map(({ result }) => steps2.reduce((shrunk2, step) => step.result(shrunk2), forUpload(result))), shrunk = steps2.reduce((current, step) => step.run(current, results), run2);
    return { ...log, runs: [{ ...withNotice(shrunk, omitted, total, limits), results }] };
  }, done = (kept, steps2) => {
    let omitted = total - kept.length, sent = view(kept, steps2);
    return {
      log: sent,
      counts: () => uploadCounts(sent),
      truncated: omitted > 0,
      omitted,
      ...omitted > 0 && { notice: truncationText(omitted, kept.length, limits) }
    };
  }, capped = heaviest(weighed2, limits.results), steps = [];
  if (fits(view(capped, steps), limits)) return done(capped, steps);
  for (let step of sizeSteps)
    if (steps.push(step), fits(view(capped, steps), limits)) return done(capped, steps);
  let fitting = -1, tooMany = capped.length;
  for (; tooMany - fitting > 1; ) {
    let middle = Math.floor((fitting + tooMany) / 2);
    fits(view(heaviest(capped, middle), steps), limits) ? fitting = middle : tooMany = middle;
  }
  if (fitting < 0) throw new Error("the SARIF of a run without results is too large to upload");
  return done(heaviest(capped, fitting), steps);
}
var sameRun = (run2) => run2, sizeSteps = [
  { run: sameRun, result: withoutContext },
  {
    run: sameRun,
    result: (result) => mapPlaces(result, (place2) => place2.region ? { ...place2, region: withoutSnippet(place2.region) } : place2)
  },
  {
    run: sameRun,
    result: (result) => result.codeFlows ? { ...result, codeFlows: result.codeFlows.slice(0, 1).map((flow) => shortenedThreadFlow(flow, 16)) } : result
  },
  {
    run: sameRun,
    result: (result) => result.relatedLocations ? { ...result, relatedLocations: keptRelated(result, 5) } : result
  },
  { run: withoutUnreferencedArtifacts, result: (result) => result }
];
function heaviest(weighed2, limit) {
  if (weighed2.length <= limit) return weighed2;
  let kept = new Set([...weighed2].sort((a, b) => a.weight - b.weight).slice(0, limit));
  return weighed2.filter((item) => kept.has(item));
}
function forUpload(result) {
  let { suppressions: _suppressions, baselineState: _baselineState, fixes: _fixes, ...rest } = result;
  return rest;
}
function fits(log, limits) {
  let bytes2 = Buffer.from(JSON.stringify(log));
  return bytes2.length + 1024 < limits.gzipBytes ? !0 : gzipSync2(bytes2, { level: 9 }).length <= limits.gzipBytes;
}
function truncationText(omitted, sent, limits = uploadLimits) {
  let cause = sent >= limits.results ? `limit: ${grouped(limits.results)} per upload` : `with more the file would have over ${grouped(limits.gzipBytes)} bytes compressed`;
  return `${grouped(omitted)} of ${grouped(omitted + sent)} findings were not sent to code scanning (${cause}). The complete list is in \`results.sarif\`.`;
}
function withNotice(run2, omitted, total, limits) {
  let invocation = run2.invocations?.[0];
  if (omitted === 0 || !invocation) return run2;
  let notice = truncationNotification(truncationText(omitted, total - omitted, limits));
  return {
    ...run2,
    invocations: [
      { ...invocation, toolExecutionNotifications: [...invocation.toolExecutionNotifications ?? [], notice] }
    ]
  };
}
function withoutContext(result) {
  return mapPlaces(result, (place2) => {
    let { contextRegion: _contextRegion, ...rest } = place2;
    return rest;
  });
}
function withoutSnippet(region) {
  let { snippet: _snippet, ...rest } = region;
  return rest;
}
function mapPlaces(result, change) {
  let mapped = (location) => location.physicalLocation ? { ...location, physicalLocation: change(location.physicalLocation) } : location, mappedStep = (step) => step.location ? { ...step, location: mapped(step.location) } : step;
  return {
    ...result,
    ...result.locations ? { locations: result.locations.map(mapped) } : {},
    ...result.relatedLocations ? { relatedLocations: result.relatedLocations.map(mapped) } : {},
    ...result.codeFlows ? {
      codeFlows: result.codeFlows.map((flow) => ({
        ...flow,
        threadFlows: flow.threadFlows.map((thread) => ({ ...thread, locations: thread.locations.map(mappedStep) }))
      }))
    } : {}
  };
}
function keptRelated(result, limit) {
  let related = result.relatedLocations ?? [], linked = new Set([...(result.message.text ?? "").matchAll(/\]\((\d+)\)/g)].map((match) => Number(match[1])));
  return related.filter((location, index) => index < limit || location.id !== void 0 && linked.has(location.id));
}
function withoutUnreferencedArtifacts(run2, results) {
  let referenced = /* @__PURE__ */ new Set();
  for (let result of results)
    mapPlaces(result, (place2) => (place2.artifactLocation?.uri !== void 0 && referenced.add(place2.artifactLocation.uri), place2));
  return {
    ...run2,
    artifacts: (run2.artifacts ?? []).filter((artifact) => referenced.has(artifact.location?.uri ?? ""))
  };
}

// src/report/summary/budget.ts
var summaryBudget = { target: 204800, hardStop: 921600 };
function assemble(sections, budget = summaryBudget) {
  let chosen = /* @__PURE__ */ new Map(), used = sections.reduce((sum, section) => sum + bytes(section.forms.at(-1) ?? ""), 0);
  for (let section of [...sections].sort((a, b) => a.priority - b.priority)) {
    let least = bytes(section.forms.at(-1) ?? ""), limit = section.priority === 0 ? budget.hardStop : budget.target, form = section.forms.find((text) => used - least + bytes(text) <= limit);
    form !== void 0 ? (used += bytes(form) - least, chosen.set(section, form)) : used -= least;
  }
  return `${sections.flatMap((section) => chosen.get(section) ?? []).filter((text) => text !== "").join(`

`)}
`;
}
function bytes(text) {
  return text === "" ? 0 : Buffer.byteLength(text) + 2;
}

// src/report/summary/links.ts
function placeLink(run2, path, line, label) {
  let text = label ?? codeSpan(`${shortenMiddle(visibleText(path), pathLimit)}:${line}`, pathLimit + 12);
  return run2.repository ? `[${text}](${fileUrl(run2.repository, path)}#L${line})` : text;
}
function fileUrl(repository, path) {
  return `${repositoryUrl(repository)}/blob/${encodeSegment(repository.sha)}/${encodePath(path)}`;
}
function repositoryUrl(repository) {
  return `${repository.serverUrl.replace(/\/+$/, "")}/${encodeSegment(repository.owner)}/${encodeSegment(repository.repo)}`;
}
function commitLink(repository) {
  return `[${codeSpan(repository.sha.slice(0, 12))}](${repositoryUrl(repository)}/commit/${encodeSegment(repository.sha)})`;
}
function alertsLink(repository) {
  let { pullRequest, branch } = repository, subject = pullRequest === void 0 ? branch === void 0 ? void 0 : `branch:${quoted(branch)}` : `pr:${pullRequest}`;
  if (subject === void 0) return;
  let query = ["is:open", subject, `tool:${toolName}`].map(encodeSegment).join("+");
  return `[alerts](${repositoryUrl(repository)}/security/code-scanning?query=${query}) (maintainers)`;
}
function quoted(branch) {
  return /\s/.test(branch) ? `"${branch}"` : branch;
}

// src/report/summary/change-section.ts
var shown = 20;
function changeSection(set, { changedConfiguration: changed }, run2) {
  let accepted = set.findings.filter(({ suppression }) => suppression?.added === !0), lost = set.comparison?.lostChecks ?? [], removed = activeFindings(set.findings).filter(({ removedBy }) => removedBy !== void 0), reopened = set.findings.filter((one) => one.reopened !== void 0 && isInScope(one, "changed-lines")), parts = [
    ...changed ? [configurationText(changed)] : [],
    ...list(
      removed,
      "finding would be left out by it, and counts all the same",
      "findings would be left out by it, and count all the same",
      ({ rule, file, region, removedBy }) => `${rule} ${placeLink(run2, file, region.startLine)} by ${codeSpan(removedBy ?? "")}`
    ),
    ...list(
      accepted,
      "finding is accepted by a comment it adds",
      "findings are accepted by comments it adds",
      (finding) => acceptedText(finding, run2)
    ),
    ...list(
      reopened,
      "finding that a comment accepts is back",
      "findings that comments accept are back",
      ({ rule, file, region, reopened: again }) => `${rule} ${placeLink(run2, file, region.startLine)}: ${reopenedBecause(again?.changed ?? [])} since ${codeSpan(again?.mark ?? "")}`
    ),
    ...list(
      lost,
      "check that held untrusted data back does not any more",
      "checks that held untrusted data back do not any more",
      // The line is that of the commit before: no link would lead there.
      ({ name, path, line, sinks }) => `${prose(name, 200)}, before at ${codeSpan(`${path}:${line}`)}: it held data back from ${count(sinks, "sink")}`
    )
  ];
  return parts.length === 0 ? "" : ["### Changed by this pull request", ...parts].join(`

`);
}
function configurationText({ keys, unreadable, removing = [] }) {
  let names = keys.map((key) => codeSpan(key)).join(", "), before = unreadable === void 0 ? "this run went by the configuration of the commit before" : `this run went by the built-in settings, since of the configuration of the commit before ${prose(unreadable, 300)}`, taking = removing.length === 0 ? "" : ` It adds what takes findings away: ${removing.slice(0, shown).map((words) => codeSpan(words)).join(", ")}${removing.length > shown ? ", ..." : ""}.`;
  return `The configuration (${names}) takes effect once it is merged; ${before}.${taking}`;
}
function list(items, one, many, text) {
  if (items.length === 0) return [];
  let rest = items.length - shown;
  return [
    [
      `${count(items.length, one, many)}:`,
      "",
      ...items.slice(0, shown).map((item) => `- ${text(item)}`),
      ...rest > 0 ? [`- and ${count(rest, "more", "more")}`] : []
    ].join(`
`)
  ];
}
function acceptedText({ rule, file, region, suppression }, run2) {
  return `${rule} ${placeLink(run2, file, region.startLine)} by ${codeSpan(suppression?.mark ?? "")}`;
}

// src/report/summary/coverage-section.ts
var shownSuppressed = 50;
function coverageSection(set, rules, run2, outcome, uploadable) {
  let text = coverageText(set, rules, run2.ownRules), sent = Math.min(uploadable - outcome.omitted, uploadLimits.results), gaps = [
    ...text.gaps.map((gap) => prose(gap)),
    ...outcome.truncated ? [prose(truncationText(outcome.omitted, sent))] : []
  ], analysed = [text.analysed, ...text.sinks, ...text.facts].map((sentence) => prose(sentence)), suppressed = set.findings.filter((finding) => finding.suppression && finding.tier !== "note");
  return [
    "### What was analysed, and what was not",
    bulleted(analysed),
    ...gaps.length > 0 ? ["Not covered, or not wholly:", bulleted(gaps)] : [],
    ...suppressed.length > 0 ? [suppressedDetails(suppressed, run2)] : []
  ].join(`

`);
}
function bulleted(items) {
  return items.map((item) => `- ${item}`).join(`
`);
}
function coverageLine(set, rules) {
  return `### What was analysed, and what was not

${prose(coverageText(set, rules).analysed)} The details are in \`results.json\`.`;
}
function suppressedDetails(findings, run2) {
  let rest = findings.length - shownSuppressed;
  return [
    "<details>",
    `<summary>${count(findings.length, "security finding")} suppressed in source</summary>`,
    "",
    ...findings.slice(0, shownSuppressed).map((finding) => {
      let reason = finding.suppression?.reason ?? "";
      return `- ${finding.rule} ${placeLink(run2, finding.file, finding.region.startLine)} by ${codeSpan(finding.suppression?.mark ?? "")}` + (reason === "" ? "" : `, reason: ${codeSpan(reason)}`);
    }),
    ...rest > 0 ? [`- and ${grouped(rest)} more in \`results.sarif\``] : [],
    "",
    "</details>"
  ].join(`
`);
}

// src/report/summary/finding-table.ts
function findingTable(findings, limit, rules, run2) {
  let rows2 = findings.slice(0, limit).map((finding) => row(finding, ruleOf(rules, finding.rule), run2)), rest = findings.length - rows2.length, table = ["| Severity | Rule | Where | What | CWE |", "| --- | --- | --- | --- | --- |", ...rows2].join(`
`);
  return rest > 0 ? `${table}

${count(rest, "more", "more")} in \`results.sarif\`.` : table;
}
function row(finding, rule, run2) {
  let message = prose(finding.message, 400), fix = finding.fix === "" || finding.message.includes(finding.fix) ? "" : `<br>**Fix:** ${prose(finding.fix, 300)}`;
  return `| ${[
    shownSeverity(finding),
    ruleName(rule, run2),
    placeLink(run2, finding.file, finding.region.startLine),
    [message + fix, ...finding.evidence.map((sentence) => prose(sentence, 300))].join("<br>"),
    rule.cwe.map((number) => `[${number}](${cweUri(number)})`).join(", ")
  ].join(" | ")} |`;
}
function ruleCode(rule, run2) {
  return linkedToPage(rule.code, rule, run2);
}
function ruleName(rule, run2) {
  return linkedToPage(`${rule.code} ${codeSpan(rule.id)}`, rule, run2);
}
function linkedToPage(text, rule, run2) {
  return run2.rulePages === void 0 ? text : `[${text}](${run2.rulePages}${encodeSegment(rule.id)}.md)`;
}

// src/report/summary/flow-diagram.ts
var nodeLimit = 12, characterLimit = 4e3;
function flowDiagram(steps) {
  if (steps.length < 3) return;
  let labels = [];
  for (let { step, omitted } of shortenSteps(steps, nodeLimit - (steps.length > nodeLimit ? 3 : 0)))
    omitted > 0 && labels.push(nodeText(`… ${count(omitted, "step")}`)), labels.push(
      // A label is no Markdown.
      `${nodeText(step.message.replaceAll("`", ""), 80)}<br/>${nodeText(`${shortenMiddle(step.file, 60)}:${step.region.startLine}`, 80)}`
    );
  let shown2 = collapsed(labels), text = [
    "flowchart TD",
    ...shown2.map((label, index) => `  n${index}["${label}"]`),
    ...shown2.slice(1).map((_, index) => `  n${index} --> n${index + 1}`)
  ].join(`
`);
  return text.length > characterLimit ? void 0 : fenced(text, "mermaid");
}
function collapsed(labels) {
  if (labels.length <= nodeLimit) return labels;
  let tail = Math.floor((nodeLimit - 1) / 2), head = nodeLimit - 1 - tail;
  return [...labels.slice(0, head), nodeText("… steps omitted"), ...labels.slice(labels.length - tail)];
}
function nodeText(text, limit = 80) {
  return [...shortenMiddle(visibleText(text), limit)].map((character) => /[A-Za-z0-9 ._/-]/.test(character) ? character : `#${character.codePointAt(0) ?? 65533};`).join("");
}

// src/report/summary/flow-section.ts
var flowsShown = 5;
function flowSection(findings, rules, run2, diagrams) {
  let withFlow = findings.filter((finding) => shownFlows(finding, 1).length > 0);
  if (withFlow.length === 0) return "";
  let rest = withFlow.length - flowsShown;
  return [
    "### Data flow",
    ...withFlow.slice(0, flowsShown).map((finding) => flowDetails(finding, rules, run2, diagrams)),
    ...rest > 0 ? [`${count(rest, "more path", "more paths")} in \`results.sarif\`.`] : []
  ].join(`

`);
}
function flowDetails(finding, rules, run2, diagrams) {
  let steps = shownFlows(finding, 1)[0] ?? [], title = `${finding.rule} ${codeSpan(ruleOf(rules, finding.rule).id)} at ${codeSpan(finding.file, 80)} line ${finding.region.startLine}`, list2 = shortenSteps(steps, stepLimit).map(({ step, position, omitted }) => {
    let gap = omitted > 0 ? `(${count(omitted, "step")} omitted) ` : "";
    return `${position + 1}. ${gap}${placeLink(run2, step.file, step.region.startLine)} ${prose(step.message, 300)}`;
  }), diagram = diagrams ? flowDiagram(steps) : void 0;
  return [
    "<details>",
    `<summary>${title}</summary>`,
    "",
    ...list2,
    "",
    ...diagram === void 0 ? [] : [diagram, ""],
    "</details>"
  ].join(`
`);
}

// src/report/summary/new-section.ts
var rows = 20;
function listedAsNew(active, scope) {
  return scope === "all" ? [] : active.filter((finding) => finding.tier !== "note" && isInScope(finding, scope)).slice(0, rows);
}
function newSection(active, comparison, scope, rules, run2) {
  if (comparison?.by === void 0 && scope === "all")
    return comparison === void 0 ? "" : `### New in this pull request

${howKnown(comparison)}`;
  if (scope === "all") return "";
  let fresh = active.filter((finding) => isInScope(finding, scope)), security = fresh.filter((finding) => finding.tier !== "note"), notes = fresh.length - security.length, isChange = scope === "changed-lines" || fresh.some(({ baseline }) => baseline === void 0), nothing = scope === "changed-lines" ? "No security finding on the changed lines." : "No new security finding.";
  return [
    isChange || comparison !== void 0 ? "### New in this pull request" : "### New since the baseline",
    security.length > 0 ? findingTable(security, rows, rules, run2) : nothing,
    ...notes > 0 ? [scope === "new" ? `${count(notes, "new practice note")}.` : `${count(notes, "practice note")} there too.`] : [],
    ...comparison === void 0 ? [] : [howKnown(comparison)]
  ].join(`

`);
}
function howKnown({ by: by2, base, baseScanned, unavailable }) {
  if (by2 === void 0)
    return `Nobody could tell which lines changed (${prose(unavailable ?? "", 300)}): everything is shown below, and the gate looks at nothing.`;
  let commit = codeSpan((base ?? "").slice(0, 12));
  return `Changed lines by ${by2 === "git" ? "the local git" : "GitHub's compare API"}, against ${commit}. ${baseScanned ? "That commit was scanned too: what it does not have is new, wherever its lines are." : "That commit was not scanned (it is not in the checkout; `fetch-depth: 0` brings it): a deletion in a function on the path of a finding counts as a change of it."}`;
}

// src/report/summary/practice-section.ts
function practiceSection(set, rules, notes, run2, links) {
  let byCode = rulesByCode(rules), oneFile = set.coverage.files.length === 1, practiceRan = set.coverage.rulesRun.some((code) => byCode.get(code)?.category === "practice"), paragraphs = practiceGroups(notes, byCode, set).map((group) => paragraph(group, run2, links, oneFile));
  return [
    "### Best-practice notes",
    ...notes.length === 0 && practiceRan ? [noPracticeNotes(set)] : paragraphs,
    prose(practiceTail(rules, set))
  ].join(`

`);
}
function paragraph(group, run2, links, oneFile) {
  let shown2 = group.evidence.slice(0, links), rest = group.notes - shown2.reduce((sum, evidence) => sum + 1 + evidence.more, 0), items = [
    ...shown2.map((evidence) => evidenceText(evidence, run2, oneFile)),
    ...rest > 0 ? [`and ${grouped(rest)} more (see the Security tab / SARIF)`] : [],
    ...group.facts
  ], advice = [group.why, group.whatToDo, group.fine].filter((sentence) => sentence !== "").join(" ");
  return [
    `**${prose(group.family.title)}.** ${group.claim}`,
    items.map((item) => `- ${item}`).join(`
`),
    ...advice === "" ? [] : [advice]
  ].join(`

`);
}
function evidenceText({ finding, rule, more, fix }, run2, oneFile) {
  let line = finding.region.startLine;
  return `${[
    `${placeLink(run2, finding.file, line, oneFile ? `line ${line}` : void 0)}: ${prose(finding.message)}`,
    ...more > 0 ? [`And ${grouped(more)} more like it in this file.`] : [],
    ...fix === void 0 ? [] : [prose(fix)]
  ].join(" ")} (${ruleCode(rule, run2)})`;
}

// src/report/summary/verdict-section.ts
function verdictSection(set, rules, options, run2, outcome) {
  let { headline, sentence, reviewed } = verdictText(set, rules);
  return [
    `## pyverdict: ${headline.charAt(0).toLowerCase()}${headline.slice(1)}`,
    `**${ourSentence(sentence)}${onChangedLines(set, options)}**`,
    ...notAnalysed(set),
    prose(reviewed),
    statusLine(set, options, run2, outcome)
  ].join(`

`);
}
var shownGaps = 3;
function notAnalysed(set) {
  if (set.verdict !== "incomplete") return [];
  let hidden2 = set.problems.filter(({ hidesCode }) => hidesCode);
  if (hidden2.length === 0) return [];
  let rest = hidden2.length - shownGaps;
  return [
    [
      ...hidden2.slice(0, shownGaps).map((problem) => `- ${prose(problemText(problem))}`),
      ...rest > 0 ? [`- and ${count(rest, "more", "more")}, listed below`] : []
    ].join(`
`)
  ];
}
function onChangedLines(set, options) {
  let scope = shownScope(set, options), defects = activeFindings(set.findings).filter(({ tier }) => tier === "defect");
  if (scope !== "changed-lines" || defects.length === 0) return "";
  let there = defects.filter((finding) => isInScope(finding, scope)), where = there.every(({ change }) => change?.touched === !0) ? "on lines changed in" : "new in";
  return ` ${there.length === 0 ? "None" : grouped(there.length)} of them ${where} this pull request.`;
}
function ourSentence(sentence) {
  return prose(sentence);
}
function statusLine(set, options, run2, outcome) {
  let counts = tally(set.findings), severities = severityNames.filter((name) => counts.bySeverity[name] > 0).map((name) => `${grouped(counts.bySeverity[name])} ${name}`), lost = filesNotAnalysed(set);
  return [
    counts.defects === 0 ? "0 defects" : `${count(counts.defects, "defect")} (${severities.join(", ")})`,
    `${grouped(counts.hotspots)} to review`,
    count(counts.notes, "practice note"),
    ...counts.suppressed > 0 ? [`${grouped(counts.suppressed)} suppressed in source`] : [],
    ...lost > 0 ? [`${count(lost, "file")} not analysed`] : [],
    ...gateText(outcome),
    ...outcome.upload ? [uploadText(outcome.upload, run2)] : [],
    ...options.category === "pyverdict" ? [] : [`category ${codeSpan(options.category)}`]
  ].join(" · ");
}
function gateText({ gate: gate2 }) {
  return gate2 ? [gate2.result === "failed" ? `**gate failed**: ${prose(gate2.text)}` : `gate ${prose(gate2.text)}`] : [];
}
function uploadText(upload, run2) {
  let reason = upload.reason === void 0 ? "" : ` (${upload.reason})`, remedy = upload.remedy === void 0 ? "" : `: ${prose(upload.remedy)}`, server = upload.serverMessage === void 0 ? "" : ` GitHub says: ${codeSpan(upload.serverMessage)}`;
  switch (upload.status) {
    case "uploaded":
    case "processing": {
      let link = run2.repository ? alertsLink(run2.repository) : void 0;
      return `${upload.status === "uploaded" ? "uploaded to code scanning" : "uploaded, still being processed by GitHub"}${link === void 0 ? "" : `: ${link}`}${server}`;
    }
    case "skipped":
      return `not uploaded${reason}${remedy}${server}`;
    case "failed":
      return `upload failed${reason}${remedy}${server} The findings are below and in \`results.sarif\`.`;
  }
}

// src/report/summary/job-summary.ts
var defectRows = 50, hotspotRows = 20, evidenceLinks = 5;
function jobSummary(input, budget = summaryBudget) {
  let { set, rules, options, run: run2, outcome, uploadable } = input;
  if (options.outputs.summaryStyle === "none") return "";
  let byCode = rulesByCode(rules), active = activeFindings(set.findings).sort(orderO(byCode)), tier = (name) => active.filter((finding) => finding.tier === name), security = active.filter((finding) => finding.tier !== "note"), scope = shownScope(set, options), above = new Set(listedAsNew(active, scope)), full = [
    { priority: 1, forms: tableForms("Security findings", tier("defect"), above, defectRows, byCode, run2) },
    { priority: 2, forms: tableForms("To review", tier("hotspot"), above, hotspotRows, byCode, run2) },
    { priority: 5, forms: flowForms(security, byCode, run2) },
    { priority: 3, forms: practiceForms(input, tier("note")) },
    { priority: 4, forms: [coverageSection(set, rules, run2, outcome, uploadable), coverageLine(set, rules)] }
  ];
  return assemble(
    [
      { priority: 0, forms: [verdictSection(set, rules, options, run2, outcome)] },
      { priority: 1, forms: [newSection(active, set.comparison, scope, byCode, run2)] },
      { priority: 1, forms: [changeSection(set, options, run2)] },
      ...options.outputs.summaryStyle === "short" ? [] : full,
      { priority: 0, forms: [`> ${caveat}`] },
      { priority: 0, forms: [footer(run2, outcome)] }
    ],
    budget
  );
}
function tableForms(title, all, above, rows2, rules, run2) {
  if (all.length === 0) return [""];
  let heading2 = `### ${title}`, findings = all.filter((finding) => !above.has(finding)), repeated = all.length - findings.length;
  if (findings.length === 0) {
    let which = repeated === 1 ? "The one there is stands" : repeated === 2 ? "Both stand" : `All ${grouped(repeated)} stand`;
    return [`${heading2}

${which} in the table above.`];
  }
  let more = repeated === 0 ? "" : `

${grouped(repeated)} more ${repeated === 1 ? "stands" : "stand"} in the table above.`;
  return [
    ...[rows2, 10, 3].filter((size, index) => index === 0 || size < Math.min(rows2, findings.length)).map((size) => `${heading2}

${findingTable(findings, size, rules, run2)}${more}`),
    `${heading2}

${grouped(findings.length)} in \`results.sarif\`.`
  ];
}
function flowForms(findings, rules, run2) {
  let full = flowSection(findings, rules, run2, !0);
  return full === "" ? [""] : [full, flowSection(findings, rules, run2, !1), "### Data flow\n\nThe paths are in `results.sarif`."];
}
function practiceForms({ set, rules, run: run2 }, notes) {
  return [
    practiceSection(set, rules, notes, run2, evidenceLinks),
    practiceSection(set, rules, notes, run2, 1),
    `### Best-practice notes

${count(notes.length, "note")} in \`results.sarif\`.`
  ];
}
function footer(run2, outcome) {
  return `<sub>${[
    `pyverdict ${codeSpan(run2.version)}`,
    ...outcome.durationSeconds === void 0 ? [] : [`${outcome.durationSeconds} s`],
    ...run2.repository ? [`commit ${commitLink(run2.repository)}`] : [],
    `rule set ${codeSpan(run2.ruleSetHash.slice(0, 12))}`,
    ...outcome.sarifFile === void 0 ? [] : [`complete list: ${codeSpan(outcome.sarifFile)}`]
  ].join(" · ")}</sub>`;
}

// src/report/render.ts
function render(findings, rules, options, run2) {
  let byCode = rulesByCode(rules), sarif = sarifLog(findings, rules, options, run2), uploadable = [...findings.findings].sort(compareFindings).map((finding) => isUploaded(finding, options));
  return {
    sarif,
    uploadView: (limits) => uploadView(sarif, weighed(sarif, findings, uploadable, byCode), limits),
    json: jsonReport(findings, rules, run2),
    console: (shown2) => shown2.outputs.quiet ? "" : consoleText(findings, rules, shown2.outputs.colour, run2.ownRules),
    annotations: (fails) => {
      let scope = shownScope(findings, options), shown2 = activeFindings(findings.findings).filter((finding) => isInScope(finding, scope));
      return annotationsOf(shown2.sort(orderO(byCode)), byCode, fails);
    },
    gitlab: () => gitlabReport(findings.findings, byCode),
    junit: () => junitReport(findings, verdictText(findings, rules).sentence, byCode),
    diff: () => unifiedDiff(findings.corrections?.files ?? []),
    summary: (outcome) => jobSummary({ set: findings, rules, options, run: run2, outcome, uploadable: uploadable.filter(Boolean).length })
  };
}
function isUploaded(finding, options) {
  return !finding.suppression && (options.uploadFindings === "all" || finding.tier !== "note");
}
function weighed(sarif, set, uploadable, rules) {
  let sorted = [...set.findings].sort(compareFindings), weights = new Map([...sorted].sort(orderO(rules)).map((finding, index) => [finding, index])), results = sarif.runs[0]?.results ?? [];
  return sorted.flatMap((finding, index) => {
    let result = results[index];
    return result && uploadable[index] === !0 ? [{ result, weight: weights.get(finding) ?? 0 }] : [];
  });
}

// src/run.ts
async function run(options, log, outOfTime) {
  let rules = loadRuleSet(options, await bundleFor(options.ownRules)), comparison = await compareWithBase(options, rules, log), found = await scan(options, rules, log, outOfTime, comparison), findings = await withRemoved(found, options, rules), report = render(findings, rules.all.map(describeRule), options, factsOfRun(options, rules));
  return deliver(findings, report, options, log);
}
async function withRemoved(set, { changedConfiguration: changed }, rules) {
  if (changed === void 0) return set;
  let own = loadRuleSet(changed.rules, await bundleFor(changed.rules.ownRules)), running = new Set(own.rules.map(({ code }) => code));
  return { ...set, findings: markRemoved(set.findings, changed.rules, running, ruleTable(rules.all)) };
}
export {
  run
};
