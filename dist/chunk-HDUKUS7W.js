import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  foreignEvents,
  ignorePatterns
} from "./chunk-MVIZP4WT.js";
import {
  bundleFor
} from "./chunk-EMVM3MV3.js";
import {
  optionsTable
} from "./chunk-R2UB2633.js";
import {
  didYouMean
} from "./chunk-S5LOYPCO.js";
import {
  fetchOwnRules,
  ownRulesOfCommit,
  readOwnRules
} from "./chunk-7VISL4MZ.js";
import {
  baseCommit,
  fileOfCommit,
  placeInRepository
} from "./chunk-FORHVMEO.js";
import {
  runGit
} from "./chunk-IUFO3TOP.js";
import {
  ConfigurationError
} from "./chunk-SRHPKDDQ.js";

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
import { existsSync as existsSync2, realpathSync as realpathSync3, statSync as statSync3 } from "node:fs";
import { availableParallelism } from "node:os";
import { basename, dirname as dirname2, join as join2, resolve as resolve5 } from "node:path";

// src/options/base-configuration.ts
import { relative as relative2, resolve as resolve4, sep as sep4 } from "node:path";

// src/options/configuration-file.ts
import { readFileSync, realpathSync as realpathSync2, statSync as statSync2 } from "node:fs";
import { join, relative, resolve as resolve3, sep as sep3 } from "node:path";

// src/options/option-value.ts
function readOptionValue(row, text2, where) {
  let trimmed = text2.trim();
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
function checkChoice(row, text2, where) {
  let allowed = row.allowed ?? [];
  if (allowed.includes(text2)) return text2;
  let hint = didYouMean(text2, allowed);
  throw new ConfigurationError(`${where}: "${text2}" is not one of ${allowed.join(", ")}${hint}`);
}
function splitList(text2) {
  return text2.split(/[\n,]/).map((item) => item.trim()).filter((item) => item !== "");
}

// src/options/path-rules.ts
var pathRuleKeys = {
  paths: "Globs of the files that the table is about, in the syntax of .gitignore.",
  select: "Rules that are reported there: codes, ids, or the groups security and practice. Without it: all that run.",
  ignore: "Rules that are not reported there: codes, ids, or groups.",
  "min-severity": "Drop security findings there below this severity."
}, pathRulesKey = "per-path";
function readPathRules(value, complain) {
  return Array.isArray(value) ? value.flatMap((table, index) => readTable(table, index, complain) ?? []) : (complain({ path: [pathRulesKey], message: `${pathRulesKey}: expected tables, each under [[${pathRulesKey}]]` }), []);
}
function readTable(table, index, complain) {
  let wrong = [], wrongAt = (key, message) => {
    wrong.push(message), complain({ path: [pathRulesKey, index, ...key === void 0 ? [] : [key]], message });
  };
  if (typeof table != "object" || table === null || Array.isArray(table)) {
    wrongAt(void 0, `${pathRulesKey}: expected tables, each under [[${pathRulesKey}]]`);
    return;
  }
  let entries = table, list = (key) => {
    let given = entries[key];
    return given === void 0 ? [] : Array.isArray(given) && given.every((item) => typeof item == "string" && item !== "") ? given : (wrongAt(key, `${key}: expected a list of texts`), []);
  }, known = Object.keys(pathRuleKeys);
  for (let key of Object.keys(entries))
    known.includes(key) || wrongAt(key, `unknown key "${key}" in [[${pathRulesKey}]]${didYouMean(key, known)}`);
  let [paths, select, ignore] = [list("paths"), list("select"), list("ignore")], least = entries["min-severity"], severities = optionsTable.find(({ name }) => name === "min-severity").allowed;
  if (least !== void 0 && (typeof least != "string" || !severities.includes(least))) {
    let hint = typeof least == "string" ? didYouMean(least, severities) : "", shown = typeof least == "string" ? `"${least}" is not` : "expected";
    wrongAt("min-severity", `min-severity: ${shown} one of ${severities.join(", ")}${hint}`);
  }
  let { refused } = ignorePatterns(paths);
  if (refused.length > 0 && wrongAt("paths", `paths: ${refused[0]} takes too long to match: use at most three "**"`), wrong.length === 0 && paths.length === 0 && wrongAt(void 0, `[[${pathRulesKey}]] needs paths: which files it is about`), wrong.length === 0 && select.length + ignore.length === 0 && least === void 0 && wrongAt(void 0, `[[${pathRulesKey}]] says nothing: give it ignore, select or min-severity`), !(wrong.length > 0))
    return { paths, select, ignore, ...least !== void 0 && { minSeverity: least } };
}

// src/options/read-settings.ts
var SHOWN_MISTAKES = 20;
async function readSettings(text2, name, ownRules = []) {
  let [{ parse, TomlError }, { tomlLines }] = await Promise.all([import("./dist-DI3QMVVU.js"), import("./toml-lines-6GK4E33R.js")]), source = text2.replace(/^\uFEFF/, ""), document;
  try {
    document = parse(source);
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    let message = error.message.split(`
`)[0].replace(/^Invalid TOML document: /, "");
    throw new ConfigurationError(`${name}:${error.line}: ${message}`);
  }
  let inProject = isPackaging(name), above = inProject ? ["tool", "pyverdict"] : [], table = inProject ? tableOf(document.tool, "pyverdict") : document;
  if (table === void 0) return;
  let mistakes = [], complain = (mistake) => {
    mistakes.push(mistake);
  }, read = isTable(table) ? await checkTable(table, ownRules, complain) : void 0;
  if (read === void 0 && complain({ path: [], message: "tool.pyverdict is not a table" }), read !== void 0 && mistakes.length === 0) return read;
  let lineOf = tomlLines(source), told = mistakes.map(({ path, message }) => ({ line: lineOf([...above, ...path]), message })).sort((a, b) => a.line - b.line).map(({ line, message }) => `${name}:${line}: ${message}`), more = told.length > SHOWN_MISTAKES ? [`and ${told.length - SHOWN_MISTAKES} more in ${name}`] : [];
  throw new ConfigurationError([...told.slice(0, SHOWN_MISTAKES), ...more].join(`
`));
}
function isPackaging(name) {
  return /(?:^|[\\/])pyproject\.toml$/.test(name);
}
async function checkTable(table, ownRules, complain) {
  let rows = optionsTable.filter((row) => row.configuration), settings = {}, perPath = [];
  for (let [key, value] of Object.entries(table)) {
    if (key === pathRulesKey) {
      perPath = readPathRules(value, complain);
      continue;
    }
    let row = rows.find((candidate) => candidate.name === key);
    if (row === void 0) {
      complain({ path: [key], message: `unknown key "${key}"${unknownHint(key, [...rows.map(({ name }) => name)])}` });
      continue;
    }
    try {
      settings[key] = checkOptionValue(row, value, key);
    } catch (error) {
      if (!(error instanceof ConfigurationError)) throw error;
      complain({ path: [key], message: error.message });
    }
  }
  return await checkRuleNames(settings, perPath, ownRules, complain), { settings, perPath };
}
function unknownHint(key, known) {
  let elsewhere = optionsTable.find((row) => row.name === key);
  if (elsewhere !== void 0) {
    let input = elsewhere.input ? `the input ${key} of the Action` : void 0, places = [elsewhere.flag, input].filter((place) => place !== void 0);
    if (places.length > 0) return `: it is set by ${places.join(" or ")} only`;
  }
  return didYouMean(key, [...known, pathRulesKey]);
}
async function checkRuleNames(settings, perPath, ownRules, complain) {
  let lists = [
    ...["select", "ignore"].map((key) => ({
      path: [key],
      names: settings[key] ?? []
    })),
    ...perPath.flatMap(
      (one, index) => ["select", "ignore"].map((key) => ({ path: [pathRulesKey, index, key], names: one[key] }))
    )
  ].filter(({ names }) => names.length > 0);
  if (lists.length === 0) return;
  let [{ bundleFor: bundleFor2 }, { requireRule }] = await Promise.all([
    import("./bundle-for-BGIAMDFV.js"),
    import("./find-rule-RHVQUMEU.js")
  ]), { rules } = await bundleFor2(ownRules), groups = ["security", "practice"];
  for (let { path, names } of lists)
    names.forEach((name, index) => {
      if (!groups.includes(name))
        try {
          requireRule(rules, name, groups);
        } catch (error) {
          if (!(error instanceof ConfigurationError)) throw error;
          complain({ path: [...path, index], message: `${String(path.at(-1))}: ${error.message}` });
        }
    });
}
function tableOf(value, name) {
  return isTable(value) ? value[name] : void 0;
}
function isTable(value) {
  return typeof value == "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

// src/options/configuration-file.ts
var configurationNames = ["pyverdict.toml", "pyproject.toml"], maxConfigurationBytes = 1e6;
async function readConfiguration(root, given, base, ownRules) {
  if (given !== "") {
    let file = resolve3(base, given), text2 = readInside(root, file);
    if (text2 === void 0) throw new ConfigurationError(`configuration file ${given} does not exist`);
    return { file, ...await readSettings(text2, given, ownRules) ?? { settings: {}, perPath: [] } };
  }
  for (let name of configurationNames) {
    let file = join(root, name), text2 = readInside(root, file);
    if (text2 === void 0 || !mayConfigure(name, text2)) continue;
    let read = await readSettings(text2, name, ownRules);
    if (read !== void 0) return { file, ...read };
  }
}
function mayConfigure(name, text2) {
  return !isPackaging(name) || text2.includes("pyverdict");
}
function readInside(root, file) {
  let size = statSync2(file, { throwIfNoEntry: !1 });
  if (size === void 0) return;
  let name = relative(root, file) || file;
  if (!size.isFile()) throw new ConfigurationError(`configuration file ${name} is not a file`);
  if (size.size > maxConfigurationBytes) throw new ConfigurationError(`configuration file ${name} is larger than 1 MB`);
  let real = realpathSync2(file);
  if (!real.startsWith(realpathSync2(root) + sep3))
    throw new ConfigurationError(`configuration file ${name} lies outside of the checkout`);
  return readFileSync(real, "utf8");
}

// src/options/base-configuration.ts
var builtIn = { settings: {}, perPath: [], ownRules: [] };
async function readBaseConfiguration(root, given, head, against, remote) {
  let prefix = await placeInRepository(root) ?? "", commit = head === void 0 ? void 0 : await baseCommit(root, head, against), read = async (path) => {
    let local = commit === void 0 ? "unknown" : await fileOfCommit(root, commit, prefix + path);
    return local === "unknown" ? remote.file(prefix + path, commit ?? against.sha) : local;
  }, unreadable = (why) => ({ ...builtIn, unreadable: why });
  try {
    let ownRules = (commit === void 0 ? void 0 : await ownRulesOfCommit(root, commit)) ?? await fetchOwnRules(prefix, commit ?? against.sha, remote.folder, remote.file);
    if (ownRules === void 0) return unreadable("it could not be read");
    await bundleFor(ownRules);
    let names = given === "" ? configurationNames : [relative2(root, resolve4(root, given)).split(sep4).join("/")];
    for (let name of names) {
      let file = await read(name);
      if (file === "unknown") return unreadable("it could not be read");
      if (file === "missing" || !mayConfigure(name, file.text)) continue;
      if (file.text.length > maxConfigurationBytes) return unreadable("it is larger than 1 MB");
      let settings = await readSettings(file.text, name, ownRules);
      if (settings !== void 0) return { ...settings, ownRules };
    }
    return { ...builtIn, ownRules };
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    return unreadable(`it has a mistake: ${error.message.split(`
`)[0]}`);
  }
}
async function changedConfiguration(before, now, rules) {
  let keys = [
    ...[.../* @__PURE__ */ new Set([...Object.keys(before.settings), ...Object.keys(now.settings)])].filter((name) => text(before.settings[name]) !== text(now.settings[name])),
    ...text(before.perPath) === text(now.perPath) ? [] : ["per-path"],
    ...changedFiles(before.ownRules, now.ownRules)
  ].sort();
  if (keys.length === 0) return;
  let { unreadable } = before, removing = await addedRemovals(before.ownRules, now.ownRules);
  return {
    keys,
    ...unreadable !== void 0 && { unreadable },
    ...removing.length > 0 && { removing },
    rules
  };
}
function changedFiles(before, now) {
  let texts = (files) => new Map(files.map(({ path, text: own }) => [path, own])), [old, fresh] = [texts(before), texts(now)];
  return [.../* @__PURE__ */ new Set([...old.keys(), ...fresh.keys()])].filter((path) => old.get(path) !== fresh.get(path));
}
async function addedRemovals(before, now) {
  let wordsOf = async (files) => {
    let { own } = await bundleFor(files);
    return new Map(
      (own?.removing ?? []).map(({ names, kinds, path, line }) => [
        text([names, kinds, path]),
        `${kinds.join(", ")} ${names.join(", ")} (${path} line ${line})`
      ])
    );
  }, [old, fresh] = [await wordsOf(before), await wordsOf(now)];
  return [...fresh].flatMap(([key, words]) => old.has(key) ? [] : [words]);
}
function text(value) {
  return JSON.stringify([value]);
}

// src/options/scopes.ts
function scopes(settings, host, github) {
  let compared = settings.baseline !== "", against = host === "action" ? againstOf(github) : void 0, event = github?.eventName ?? "", isChange = against !== void 0 && (event === "pull_request" || event === "merge_group"), scope = settings.scope !== "auto" ? settings.scope : isChange ? "changed-lines" : "all", failScope = settings["fail-scope"], names = { scope, "fail-scope": failScope };
  for (let [name, value] of Object.entries(names)) {
    if (value === "new" && !compared && against === void 0)
      throw new ConfigurationError(`${name} new needs a baseline to compare with`);
    if (value === "changed-lines" && against === void 0)
      throw new ConfigurationError(
        `${name} changed-lines needs a pull request or a merge queue: nothing else says what changed`
      );
  }
  return { scope, failScope: failScope === "auto" ? isChange ? scope : foreignEvents.has(event) ? "all" : compared ? "new" : host === "command-line" ? "all" : "none" : failScope, ...against && { against } };
}
function againstOf(github) {
  if (github === void 0) return;
  if (github.mergeGroupBase !== void 0) return { sha: github.mergeGroupBase, isMerge: !1 };
  let sha = github.pullRequest?.baseSha;
  if (sha !== void 0)
    return {
      sha,
      isMerge: github.eventName === "pull_request" && github.head !== void 0 && github.head === github.sha
    };
}

// src/options/to-options.ts
async function toOptions(given, facts) {
  let command = facts.host === "command-line", fixed = { ...defaultSettings(facts.host), ...given }, checkout = command ? checkoutOf(fixed.path, facts.directory) : actionCheckout(fixed, facts.directory), base = command ? facts.directory : checkout.root, github = facts.github && { ...facts.github, ...await headOf(checkout.root) }, ownRules = readOwnRules(checkout.root), configuration = await readConfiguration(checkout.root, fixed.config, base, ownRules), own = { ...configuration ?? { settings: {}, perPath: [] }, ownRules }, compared = scopes(fixed, facts.host, github), before = compared.against && await readBaseConfiguration(checkout.root, fixed.config, github?.head, compared.against, {
    file: facts.fetchFile ?? (async () => "unknown"),
    folder: facts.fetchFolder ?? (async () => "unknown")
  }), defaults = defaultSettings(facts.host), settings = { ...defaults, ...(before ?? own).settings, ...given }, changed = before && await changedConfiguration(before, own, ruleSettings(own, given, defaults));
  return checkCategory(settings.category, facts.changing), {
    host: facts.host,
    root: checkout.root,
    paths: checkout.paths,
    ...configuration && { configFile: configuration.file },
    ...ruleSettings(before ?? own, given, defaults),
    deferToConfiguredLinters: settings["defer-to-configured-linters"],
    requireSuppressionReason: settings["require-suppression-reason"],
    ...advisorySource(given, before ?? own, base, checkout.root),
    ...settings.baseline !== "" && { baseline: existingFile(settings.baseline, base) },
    failOn: settings["fail-on"],
    ...compared,
    ...changed && { changedConfiguration: changed },
    failOnPractice: settings["fail-on-practice"],
    failOnIncomplete: settings["fail-on-incomplete"],
    uploadFindings: settings["upload-findings"],
    category: settings.category,
    timeoutMinutes: settings["timeout-minutes"],
    threads: settings.threads >= 1 ? Math.floor(settings.threads) : availableParallelism(),
    ...settings.diff && { repairs: "show" },
    ...settings.fix && { repairs: "write" },
    outputs: command ? commandLineOutputs(settings, facts) : actionOutputs(settings, facts.directory),
    upload: uploadOptions(settings),
    ...github && { github }
  };
}
function ruleSettings(file, given, defaults) {
  let settings = { ...defaults, ...file.settings, ...given }, added = (name) => [...file.settings[name] ?? [], ...given[name] ?? []];
  return {
    include: added("include"),
    exclude: added("exclude"),
    select: settings.select,
    ignore: settings.ignore,
    profile: settings.profile,
    minSeverity: settings["min-severity"],
    ...file.perPath.length > 0 && { perPath: file.perPath },
    ...file.ownRules.length > 0 && { ownRules: file.ownRules }
  };
}
async function headOf(root) {
  let answer = await runGit(root, ["rev-parse", "--verify", "--quiet", "HEAD"]), head = answer.ok ? answer.stdout.toString("latin1").trim() : "";
  return /^([0-9a-f]{40}|[0-9a-f]{64})$/.test(head) ? { head } : {};
}
function defaultSettings(host) {
  let entries = optionsTable.map((row) => {
    let text2 = host === "command-line" ? row.commandLineDefault ?? row.default : row.default;
    return [row.name, readOptionValue(row, text2.startsWith("${{") ? "" : text2, row.name)];
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
function commandLineOutputs(settings, facts) {
  let file = (name) => settings[name] === "" ? void 0 : resolve5(facts.directory, settings[name]), sarif = file("sarif-file"), json = file("json-file"), summary = file("summary-file");
  if (settings.diff && settings.fix)
    throw new ConfigurationError("--diff shows the fixes and --fix writes them: give one");
  if (settings.diff && settings.format !== "text")
    throw new ConfigurationError(`--diff prints a patch and --format ${settings.format} a report: give one`);
  return {
    ...sarif !== void 0 && { sarif },
    ...json !== void 0 && { json },
    ...summary !== void 0 && { summary },
    summaryStyle: "full",
    // Another format was asked for to be read by a program: that is not chatter.
    ...settings.diff ? { stdout: "diff" } : !(settings.quiet && settings.format === "text") && { stdout: settings.format },
    colour: facts.colour && settings.format === "text",
    quiet: settings.quiet
  };
}
function actionOutputs(settings, workspace) {
  let within = realpathSync3(workspace), sarif = resolve5(within, settings["sarif-file"]);
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
    annotations: settings.annotations,
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
function advisorySource(given, file, base, root) {
  let shown = given.advisories ?? file.settings.advisories ?? "";
  if (shown === "") return {};
  if (shown === "online") return { advisories: { kind: "online" } };
  let path = resolve5(given.advisories === void 0 ? root : base, shown);
  if (!existsSync2(path)) throw new ConfigurationError(`advisories: ${shown} does not exist`);
  if (given.advisories === void 0 && !isInside(realpathSync3(root), realpathSync3(path)))
    throw new ConfigurationError(`advisories: ${shown} lies outside of the checkout`);
  return { advisories: { kind: "files", path, shown } };
}
function existingFile(path, base) {
  let file = resolve5(base, path);
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
  let parts = category.split(/[^0-9A-Za-z]+/), found = changing.find((text2) => text2 !== "" && parts.includes(text2));
  if (found !== void 0)
    throw new ConfigurationError(
      `input category: it contains "${found}" (commit, run id, run number or attempt). A category must stay the same for ever: alerts of a category that changes are never closed`
    );
}

export {
  readOptionValue,
  existingPaths,
  isInside,
  toOptions
};
