import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  runGit
} from "./chunk-K7Z5VMI3.js";
import {
  ConfigurationError,
  didYouMean
} from "./chunk-LSZVFLMB.js";

// src/options/checkout-root.ts
import { realpathSync } from "node:fs";
import { resolve as resolve2, sep as sep2 } from "node:path";

// src/discover/find-root.ts
import { existsSync, statSync } from "node:fs";
import { dirname, resolve, sep } from "node:path";
function findRoot(paths) {
  let start = commonDirectory(paths.map(directoryOf));
  for (let folder of upwards(start))
    if (existsSync(`${folder}/.git`)) return folder;
  return outsideOfPackages(start);
}
var packagingFiles = ["pyproject.toml", "setup.py", "setup.cfg"];
function outsideOfPackages(start) {
  let inPackage = !1;
  for (let folder of upwards(start))
    if (existsSync(`${folder}/__init__.py`)) inPackage = !0;
    else {
      if (inPackage) return folder;
      if (packagingFiles.some((name) => existsSync(`${folder}/${name}`))) return folder;
    }
  return start;
}
function directoryOf(path) {
  let absolute = resolve(path);
  return statSync(absolute, { throwIfNoEntry: !1 })?.isDirectory() === !0 ? absolute : dirname(absolute);
}
function commonDirectory(directories) {
  let [first = resolve("."), ...others] = directories;
  return upwards(first).find((folder) => others.every((other) => isAtOrBelow(other, folder))) ?? first;
}
function isAtOrBelow(path, folder) {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
function upwards(start) {
  let folders = [start];
  for (let folder = start; dirname(folder) !== folder; )
    folder = dirname(folder), folders.push(folder);
  return folders;
}

// src/options/checkout-root.ts
function checkoutOf(given, directory) {
  let base = realpathSync(directory), paths = existingPaths(given, directory);
  if (paths.every((path) => isInside(base, path))) return { root: base, paths };
  let root = findRoot(paths), stray = paths.find((path) => !isInside(root, path));
  if (stray !== void 0)
    throw new ConfigurationError(`${stray} and ${paths[0]} have no directory in common: scan them one by one`);
  return { root, paths };
}
function existingPaths(given, directory) {
  return given.map((path) => {
    try {
      return realpathSync(resolve2(directory, path));
    } catch {
      throw new ConfigurationError(`${path} does not exist`);
    }
  });
}
function isInside(root, path) {
  return path === root || path.startsWith(root.endsWith(sep2) ? root : root + sep2);
}

// src/options/to-options.ts
import { realpathSync as realpathSync3, statSync as statSync3 } from "node:fs";
import { availableParallelism } from "node:os";
import { basename, dirname as dirname2, join as join2, resolve as resolve4 } from "node:path";

// src/options/configuration-file.ts
import { readFileSync, realpathSync as realpathSync2, statSync as statSync2 } from "node:fs";
import { join, relative, resolve as resolve3, sep as sep3 } from "node:path";

// src/options/options-table.ts
var severities = ["critical", "high", "medium", "low"], optionsTable = [
  {
    name: "path",
    type: "list",
    input: !0,
    configuration: !1,
    default: ".",
    help: "Directories and files to scan."
  },
  {
    name: "working-directory",
    type: "text",
    input: !0,
    configuration: !1,
    default: "${{ github.workspace }}",
    commandLineDefault: "",
    help: "Root of the checkout, if actions/checkout used `path:`."
  },
  {
    name: "config",
    type: "text",
    flag: "--config",
    valueName: "FILE",
    input: !0,
    configuration: !1,
    default: "",
    help: "Configuration file inside the checkout. Without it: pyverdict.toml or [tool.pyverdict] of pyproject.toml."
  },
  {
    name: "include",
    type: "list",
    input: !0,
    configuration: !0,
    default: "",
    help: "Globs of files to scan (without them: all Python files); added to those of the configuration file."
  },
  {
    name: "exclude",
    type: "list",
    input: !0,
    configuration: !0,
    default: "",
    help: "Globs of files to leave out; added to those of the configuration file."
  },
  {
    name: "select",
    type: "list",
    flag: "--select",
    valueName: "RULES",
    input: !0,
    configuration: !0,
    default: "",
    help: "Rules to run: codes, ids, or the groups security and practice. Without it: what the profile has."
  },
  {
    name: "ignore",
    type: "list",
    flag: "--ignore",
    valueName: "RULES",
    input: !0,
    configuration: !0,
    default: "",
    help: "Rules not to run: codes, ids, or groups."
  },
  {
    name: "profile",
    type: "choice",
    allowed: ["default", "extended", "audit"],
    flag: "--profile",
    valueName: "NAME",
    input: !0,
    configuration: !0,
    default: "default",
    help: "How much to report: default is what needs attention, extended adds less certain rules, audit adds everything."
  },
  {
    name: "min-severity",
    type: "choice",
    allowed: severities,
    input: !0,
    configuration: !0,
    default: "low",
    help: "Drop security findings below this severity, everywhere."
  },
  {
    name: "defer-to-configured-linters",
    type: "boolean",
    input: !0,
    configuration: !0,
    default: "true",
    help: "Keep quiet where the repository's own linters have the rule."
  },
  {
    name: "require-suppression-reason",
    type: "boolean",
    input: !0,
    configuration: !0,
    default: "false",
    help: "`# pyverdict: ignore[...]` counts only with a reason after it."
  },
  {
    name: "baseline",
    type: "text",
    flag: "--baseline",
    valueName: "FILE",
    input: !0,
    configuration: !1,
    default: "",
    help: "SARIF file of an earlier run to compare with."
  },
  {
    name: "fail-on",
    type: "choice",
    allowed: ["none", ...severities],
    flag: "--fail-on",
    valueName: "SEVERITY",
    input: !0,
    configuration: !0,
    default: "high",
    help: "Fail on security defects of this severity or above."
  },
  {
    name: "fail-scope",
    type: "choice",
    allowed: ["auto", "all", "new", "none"],
    flag: "--fail-scope",
    valueName: "SCOPE",
    input: !0,
    configuration: !1,
    default: "auto",
    help: "Which findings can fail the run. auto: with a baseline the new ones; without, none in the Action and all on the command line."
  },
  {
    name: "fail-on-practice",
    type: "choice",
    allowed: ["none", "warning", "note"],
    flag: "--fail-on-practice",
    valueName: "LEVEL",
    input: !0,
    configuration: !0,
    default: "none",
    help: "Fail on best-practice notes of this level or above."
  },
  {
    name: "fail-on-incomplete",
    type: "boolean",
    flag: "--fail-on-incomplete",
    input: !0,
    configuration: !0,
    default: "false",
    help: "Fail if code could not be analysed, defects or not."
  },
  {
    name: "upload",
    type: "choice",
    allowed: ["auto", "always", "never"],
    flag: "--upload",
    valueName: "WHEN",
    input: !0,
    configuration: !1,
    default: "auto",
    commandLineDefault: "never",
    help: "Send findings to GitHub code scanning. auto: where the event allows it, a failure is a warning; always: a failure fails the run."
  },
  {
    name: "upload-findings",
    type: "choice",
    allowed: ["all", "security"],
    input: !0,
    configuration: !0,
    default: "all",
    help: "What to upload: security findings and best-practice notes, or security findings only."
  },
  {
    name: "category",
    type: "text",
    input: !0,
    configuration: !1,
    default: "pyverdict",
    help: "Name of this analysis in code scanning. It must stay the same for ever: renaming it strands open alerts."
  },
  {
    name: "ref",
    type: "text",
    input: !0,
    configuration: !1,
    default: "",
    help: "Ref to upload for (refs/heads/..., refs/tags/... or refs/pull/...); together with `sha`."
  },
  {
    name: "sha",
    type: "text",
    input: !0,
    configuration: !1,
    default: "",
    help: "Commit to upload for; together with `ref`."
  },
  {
    name: "wait-for-processing",
    type: "boolean",
    input: !0,
    configuration: !1,
    default: "true",
    help: "Wait until GitHub has processed the upload, at most about three minutes."
  },
  {
    name: "summary",
    type: "choice",
    allowed: ["full", "short", "none"],
    input: !0,
    configuration: !1,
    default: "full",
    help: "How much to write to the job summary."
  },
  {
    name: "summary-file",
    type: "text",
    flag: "--summary",
    valueName: "FILE",
    input: !1,
    configuration: !1,
    default: "",
    help: "Write the job summary (Markdown) to FILE."
  },
  {
    name: "sarif-file",
    type: "text",
    flag: "--sarif",
    valueName: "FILE",
    input: !0,
    configuration: !1,
    default: "pyverdict-results/results.sarif",
    commandLineDefault: "",
    help: "Write SARIF to this file. In the Action it lies inside the workspace, and the JSON report beside it."
  },
  {
    name: "json-file",
    type: "text",
    flag: "--json",
    valueName: "FILE",
    input: !1,
    configuration: !1,
    default: "",
    help: "Write the report as JSON to FILE."
  },
  {
    name: "format",
    type: "choice",
    allowed: ["text", "json", "sarif", "markdown"],
    flag: "--format",
    valueName: "FORMAT",
    input: !1,
    configuration: !1,
    default: "text",
    help: "What to print."
  },
  {
    name: "timeout-minutes",
    type: "number",
    input: !0,
    configuration: !0,
    default: "10",
    help: "End the analysis after this many minutes and report what was found until then; without a defect the verdict is then incomplete. 0: no limit."
  },
  {
    name: "threads",
    type: "number",
    flag: "--threads",
    valueName: "N",
    input: !1,
    configuration: !1,
    default: "0",
    help: "Number of parser workers. 0: one for each core."
  },
  {
    name: "explain-context",
    type: "text",
    flag: "--explain-context",
    valueName: "FILE",
    input: !1,
    configuration: !1,
    default: "",
    help: "Print why FILE counts as test code or not, what it belongs to and what its functions are for; nothing else."
  },
  {
    name: "quiet",
    type: "boolean",
    flag: "--quiet",
    input: !1,
    configuration: !1,
    default: "false",
    help: "Print nothing but errors. Formats other than text are still printed."
  },
  {
    name: "token",
    type: "text",
    input: !0,
    configuration: !1,
    default: "${{ github.token }}",
    commandLineDefault: "",
    help: "Token for the upload. It is sent to the API of this GitHub server only."
  }
];

// src/options/option-value.ts
function readOptionValue(row, text, where) {
  let trimmed = text.trim();
  switch (row.type) {
    case "text":
      return trimmed;
    case "list":
      return splitList(trimmed);
    case "boolean":
      if (/^(true|True|TRUE)$/.test(trimmed)) return !0;
      if (/^(false|False|FALSE)$/.test(trimmed)) return !1;
      throw new ConfigurationError(`${where}: expected true or false, got "${trimmed}"`);
    case "number": {
      let number = Number(trimmed);
      if (trimmed !== "" && Number.isFinite(number) && number >= 0) return number;
      throw new ConfigurationError(`${where}: expected a number of at least 0, got "${trimmed}"`);
    }
    case "choice":
      return checkChoice(row, trimmed, where);
  }
}
function checkOptionValue(row, value, where) {
  switch (row.type) {
    case "text":
      if (typeof value == "string") return value;
      throw new ConfigurationError(`${where}: expected a text`);
    case "list":
      if (Array.isArray(value) && value.every((item) => typeof item == "string")) return value;
      throw new ConfigurationError(`${where}: expected a list of texts`);
    case "boolean":
      if (typeof value == "boolean") return value;
      throw new ConfigurationError(`${where}: expected true or false`);
    case "number":
      if (typeof value == "number" && Number.isFinite(value) && value >= 0) return value;
      throw new ConfigurationError(`${where}: expected a number of at least 0`);
    case "choice":
      if (typeof value == "string") return checkChoice(row, value, where);
      throw new ConfigurationError(`${where}: expected one of ${(row.allowed ?? []).join(", ")}`);
  }
}
function checkChoice(row, text, where) {
  let allowed = row.allowed ?? [];
  if (allowed.includes(text)) return text;
  let hint = didYouMean(text, allowed);
  throw new ConfigurationError(`${where}: "${text}" is not one of ${allowed.join(", ")}${hint}`);
}
function splitList(text) {
  return text.split(/[\n,]/).map((item) => item.trim()).filter((item) => item !== "");
}

// src/options/configuration-file.ts
var MAX_BYTES = 1e6;
async function readConfiguration(root, given, base) {
  if (given !== "") {
    let file = resolve3(base, given), text = readInside(root, file);
    if (text === void 0) throw new ConfigurationError(`configuration file ${given} does not exist`);
    let table = await tableOf(text, given, given.endsWith("pyproject.toml"));
    return { file, settings: checkTable(table ?? {}, given) };
  }
  for (let name of ["pyverdict.toml", "pyproject.toml"]) {
    let file = join(root, name), text = readInside(root, file);
    if (text === void 0 || name === "pyproject.toml" && !text.includes("pyverdict")) continue;
    let table = await tableOf(text, name, name === "pyproject.toml");
    if (table !== void 0) return { file, settings: checkTable(table, name) };
  }
}
function readInside(root, file) {
  let size = statSync2(file, { throwIfNoEntry: !1 });
  if (size === void 0) return;
  let name = relative(root, file) || file;
  if (!size.isFile()) throw new ConfigurationError(`configuration file ${name} is not a file`);
  if (size.size > MAX_BYTES) throw new ConfigurationError(`configuration file ${name} is larger than 1 MB`);
  let real = realpathSync2(file);
  if (!real.startsWith(realpathSync2(root) + sep3))
    throw new ConfigurationError(`configuration file ${name} lies outside of the checkout`);
  return readFileSync(real, "utf8");
}
async function tableOf(text, name, packaging) {
  let { parse, TomlError } = await import("./dist-DI3QMVVU.js"), document;
  try {
    document = parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    let message = error.message.split(`
`)[0].replace(/^Invalid TOML document: /, "");
    throw new ConfigurationError(`${name}:${error.line}: ${message}`);
  }
  if (!packaging) return document;
  let tool = document.tool, table = isTable(tool) ? tool.pyverdict : void 0;
  if (table !== void 0) {
    if (!isTable(table)) throw new ConfigurationError(`${name}: tool.pyverdict is not a table`);
    return table;
  }
}
function checkTable(table, name) {
  let rows = optionsTable.filter((row) => row.configuration), settings = {};
  for (let [key, value] of Object.entries(table)) {
    let row = rows.find((candidate) => candidate.name === key);
    if (row === void 0) {
      let known = rows.map((candidate) => candidate.name);
      throw new ConfigurationError(`${name}: unknown key "${key}"${didYouMean(key, known)}`);
    }
    settings[key] = checkOptionValue(row, value, `${name}: ${key}`);
  }
  return settings;
}
function isTable(value) {
  return typeof value == "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

// src/options/to-options.ts
async function toOptions(given, facts) {
  let command = facts.host === "command-line", fixed = { ...defaultSettings(facts.host), ...given }, checkout = command ? checkoutOf(fixed.path, facts.directory) : actionCheckout(fixed, facts.directory), base = command ? facts.directory : checkout.root, configuration = await readConfiguration(checkout.root, fixed.config, base), settings = { ...defaultSettings(facts.host), ...configuration?.settings, ...given }, added = (name) => [
    ...configuration?.settings[name] ?? [],
    ...given[name] ?? []
  ];
  return checkCategory(settings.category, facts.changing), {
    host: facts.host,
    root: checkout.root,
    paths: checkout.paths,
    ...configuration && { configFile: configuration.file },
    include: added("include"),
    exclude: added("exclude"),
    select: settings.select,
    ignore: settings.ignore,
    profile: settings.profile,
    minSeverity: settings["min-severity"],
    deferToConfiguredLinters: settings["defer-to-configured-linters"],
    requireSuppressionReason: settings["require-suppression-reason"],
    ...settings.baseline !== "" && { baseline: existingFile(settings.baseline, base) },
    failOn: settings["fail-on"],
    failScope: failScope(settings, command),
    failOnPractice: settings["fail-on-practice"],
    failOnIncomplete: settings["fail-on-incomplete"],
    uploadFindings: settings["upload-findings"],
    category: settings.category,
    timeoutMinutes: settings["timeout-minutes"],
    threads: settings.threads >= 1 ? Math.floor(settings.threads) : availableParallelism(),
    outputs: command ? commandLineOutputs(settings, facts) : actionOutputs(settings, facts.directory),
    upload: uploadOptions(settings),
    ...facts.github && { github: { ...facts.github, ...await headOf(checkout.root) } }
  };
}
async function headOf(root) {
  let answer = await runGit(root, ["rev-parse", "--verify", "--quiet", "HEAD"]), head = answer.ok ? answer.stdout.toString("latin1").trim() : "";
  return /^([0-9a-f]{40}|[0-9a-f]{64})$/.test(head) ? { head } : {};
}
function defaultSettings(host) {
  let entries = optionsTable.map((row) => {
    let text = host === "command-line" ? row.commandLineDefault ?? row.default : row.default;
    return [row.name, readOptionValue(row, text.startsWith("${{") ? "" : text, row.name)];
  });
  return Object.fromEntries(entries);
}
function actionCheckout(settings, workspace) {
  let [root] = existingPaths([settings["working-directory"] || "."], workspace);
  if (!isInside(realpathSync3(workspace), root))
    throw new ConfigurationError(
      `input working-directory: ${settings["working-directory"]} lies outside of the workspace`
    );
  let paths = existingPaths(settings.path, root), outside = paths.findIndex((path) => !isInside(root, path));
  if (outside >= 0) throw new ConfigurationError(`input path: ${settings.path[outside]} lies outside of the checkout`);
  return { root, paths };
}
function failScope(settings, command) {
  let scope = settings["fail-scope"], compared = settings.baseline !== "";
  if (scope === "new" && !compared) throw new ConfigurationError("fail-scope new needs a baseline to compare with");
  return scope !== "auto" ? scope : compared ? "new" : command ? "all" : "none";
}
function commandLineOutputs(settings, facts) {
  let file = (name) => settings[name] === "" ? void 0 : resolve4(facts.directory, settings[name]), sarif = file("sarif-file"), json = file("json-file"), summary = file("summary-file");
  return {
    ...sarif !== void 0 && { sarif },
    ...json !== void 0 && { json },
    ...summary !== void 0 && { summary },
    summaryStyle: "full",
    // Another format was asked for to be read by a program: that is not chatter.
    ...!(settings.quiet && settings.format === "text") && { stdout: settings.format },
    colour: facts.colour && settings.format === "text",
    quiet: settings.quiet
  };
}
function actionOutputs(settings, workspace) {
  let within = realpathSync3(workspace), sarif = resolve4(within, settings["sarif-file"]);
  if (!isInside(within, sarif))
    throw new ConfigurationError(`input sarif-file: ${settings["sarif-file"]} lies outside of the workspace`);
  let json = join2(dirname2(sarif), "results.json"), summary = join2(dirname2(sarif), "summary.md");
  if (sarif === json || sarif === summary)
    throw new ConfigurationError(`input sarif-file: ${basename(sarif)} is the name of another result`);
  return {
    within,
    sarif,
    json,
    ...settings.summary !== "none" && { summary },
    summaryStyle: settings.summary,
    colour: !1,
    quiet: !1
  };
}
function uploadOptions(settings) {
  let { ref, sha } = settings, rest = { when: settings.upload, waitForProcessing: settings["wait-for-processing"] };
  if (ref === "" && sha === "") return rest;
  if (ref === "" || sha === "") throw new ConfigurationError("inputs ref and sha: give both or none");
  if (!/^refs\/(heads|tags|pull)\/./.test(ref))
    throw new ConfigurationError(`input ref: "${ref}" does not start with refs/heads/, refs/tags/ or refs/pull/`);
  if (!/^([0-9a-f]{40}|[0-9a-f]{64})$/i.test(sha))
    throw new ConfigurationError(`input sha: "${sha}" is not a full commit hash`);
  return { ...rest, target: { ref, sha: sha.toLowerCase() } };
}
function existingFile(path, base) {
  let file = resolve4(base, path);
  if (!statSync3(file, { throwIfNoEntry: !1 })?.isFile())
    throw new ConfigurationError(`baseline: ${path} is not a file`);
  return file;
}
function checkCategory(category, changing) {
  if (category === "") throw new ConfigurationError("input category: must not be empty");
  if (!/^[\w.@:+ /-]{1,100}$/.test(category))
    throw new ConfigurationError(
      "input category: use letters, digits, spaces and . _ - / : @ +, at most 100 characters"
    );
  let parts = category.split(/[^0-9A-Za-z]+/), found = changing.find((text) => text !== "" && parts.includes(text));
  if (found !== void 0)
    throw new ConfigurationError(
      `input category: it contains "${found}" (commit, run id, run number or attempt). A category must stay the same for ever: alerts of a category that changes are never closed`
    );
}

export {
  optionsTable,
  readOptionValue,
  existingPaths,
  isInside,
  toOptions
};
