#!/usr/bin/env node
import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  readGitHubContext
} from "./chunk-TUFZIHHL.js";
import {
  version
} from "./chunk-TEBEN6QG.js";
import {
  tuneEngine
} from "./chunk-NOVBSOYN.js";
import {
  deadline
} from "./chunk-3AOBLAAQ.js";
import {
  safeLines,
  terminalLog
} from "./chunk-RFLJBLL3.js";
import {
  readOptionValue,
  toOptions
} from "./chunk-HDUKUS7W.js";
import "./chunk-MVIZP4WT.js";
import "./chunk-QY6Q7WH2.js";
import "./chunk-QIWHAPUH.js";
import "./chunk-EMVM3MV3.js";
import "./chunk-BN766LEE.js";
import {
  commands
} from "./chunk-2RB7D6ET.js";
import {
  optionsTable
} from "./chunk-R2UB2633.js";
import {
  didYouMean
} from "./chunk-S5LOYPCO.js";
import "./chunk-7VISL4MZ.js";
import "./chunk-FORHVMEO.js";
import "./chunk-IUFO3TOP.js";
import "./chunk-6LGVUQHY.js";
import {
  ConfigurationError
} from "./chunk-SRHPKDDQ.js";
import "./chunk-RVTCQXDU.js";

// src/options/from-command-line.ts
var commandNames = Object.keys(commands), flagRows = optionsTable.filter((row) => row.flag !== void 0);
function fromCommandLine(args) {
  let [first, ...rest] = args;
  if (first === void 0 || first === "help" || wants(args, "--help", "-h")) return { name: "help" };
  if (first === "version" || first === "--version" || first === "-V") return { name: "version" };
  switch (first) {
    case "scan":
      return { name: "scan", settings: scanSettings(rest) };
    case "baseline":
      return { name: "baseline", settings: scanSettings(rest) };
    case "compare":
      return compareCommand(rest);
    case "suppress":
      return suppressCommand(rest);
    case "init":
      if (rest.length > 0) throw new ConfigurationError(`init takes nothing; ${rest[0]} is one too many`);
      return { name: "init" };
    case "completion":
      if (rest.length !== 1) throw new ConfigurationError("completion needs a shell: pyverdict completion bash");
      return { name: "completion", shell: rest[0] };
    case "explain":
      return explainCommand(rest);
    case "rules":
      return rulesCommand(rest);
    case "test-rules":
      return testRulesCommand(rest);
    default: {
      let what = first.startsWith("-") ? "option" : "command", known = what === "option" ? ["--help", "--version"] : commandNames;
      throw new ConfigurationError(
        `unknown ${what} ${first}${didYouMean(first, known)}
Usage: pyverdict scan [PATH...]; pyverdict --help has the rest`
      );
    }
  }
}
function wants(args, ...flags) {
  let end = args.indexOf("--");
  return (end < 0 ? args : args.slice(0, end)).some((arg) => flags.includes(arg));
}
function scanSettings(args) {
  let settings = {}, paths = [];
  for (let i = 0; i < args.length; i++) {
    let arg = args[i];
    if (arg === "--") {
      paths.push(...args.slice(i + 1));
      break;
    }
    if (!arg.startsWith("-") || arg === "-") {
      paths.push(arg);
      continue;
    }
    let equals = arg.indexOf("="), flag = equals < 0 ? arg : arg.slice(0, equals), row = rowOfFlag(flag), text = equals < 0 ? void 0 : arg.slice(equals + 1);
    if (text === void 0 && (text = row.type === "boolean" ? "true" : args[++i]), text === void 0) throw new ConfigurationError(`${flag} needs a value: ${flag} ${row.valueName ?? "VALUE"}`);
    let value = readOptionValue(row, text, flag), earlier = settings[row.name];
    settings[row.name] = Array.isArray(value) && Array.isArray(earlier) ? [...earlier, ...value] : value;
  }
  return paths.length > 0 && (settings.path = paths), settings;
}
function rowOfFlag(flag) {
  let row = flagRows.find((candidate) => candidate.flag === flag);
  if (row) return row;
  let flags = flagRows.map((candidate) => candidate.flag);
  throw new ConfigurationError(`unknown option ${flag}${didYouMean(flag, [...flags, "--help", "--version"])}`);
}
function compareCommand(args) {
  let settings = scanSettings(args), [other, ...paths] = settings.path ?? [];
  if (other === void 0)
    throw new ConfigurationError("compare needs a SARIF file of another tool: pyverdict compare OTHER.sarif [PATH...]");
  let { path: _path, ...rest } = settings;
  return { name: "compare", other, settings: paths.length > 0 ? { ...rest, path: paths } : rest };
}
function suppressCommand(args) {
  let { path = [], ...settings } = scanSettings(args), [place, rule, ...reason] = path;
  if (place === void 0 || rule === void 0)
    throw new ConfigurationError("suppress needs a place and a rule: pyverdict suppress FILE:LINE RULE [REASON...]");
  let match = /^(.+?):([1-9]\d{0,6})(?::\d+)?$/.exec(place);
  if (match === null) throw new ConfigurationError(`${place} names no line: write FILE:LINE, such as app/db.py:12`);
  return { name: "suppress", file: match[1], line: Number(match[2]), rule, reason: reason.join(" "), settings };
}
function explainCommand(args) {
  let [rule, ...more] = args;
  if (rule === void 0) throw new ConfigurationError("explain needs a rule: pyverdict explain PV301");
  if (rule.startsWith("-")) throw new ConfigurationError(`unknown option ${rule}`);
  if (more.length > 0) throw new ConfigurationError(`explain takes one rule; ${more[0]} is one too many`);
  return { name: "explain", rule };
}
function rulesCommand(args) {
  for (let arg of args)
    if (arg !== "--json") throw new ConfigurationError(`unknown option ${arg}${didYouMean(arg, ["--json"])}`);
  return { name: "rules", json: args.includes("--json") };
}
function testRulesCommand(args) {
  let flag = args.find((arg) => arg.startsWith("-"));
  if (flag !== void 0) throw new ConfigurationError(`unknown option ${flag}; test-rules takes names of rules`);
  return { name: "test-rules", rules: args };
}

// src/options/help-text.ts
var WIDTH = 100, INDENT = 30;
function helpText() {
  let options = optionsTable.filter((row) => row.flag !== void 0).map((row) => {
    let flag = row.valueName === void 0 ? row.flag : `${row.flag} ${row.valueName}`, fallback = row.commandLineDefault ?? row.default, shown = row.type === "choice" ? ` ${row.allowed.join(", ")} (default ${fallback}).` : "";
    return entry(flag, row.help + shown);
  });
  return [
    "pyverdict: is there an explicit security defect in this Python code, and what would a good engineer do better?",
    "",
    "Usage:",
    entry("pyverdict scan [PATH...]", "Scan directories and files (default: the current directory)."),
    entry(
      "pyverdict baseline [PATH...]",
      "Scan and write pyverdict-baseline.sarif (or --sarif FILE) for --baseline; nothing fails."
    ),
    entry(
      "pyverdict compare OTHER.sarif [PATH...]",
      "Answer each alert of Bandit, Ruff, Semgrep or CodeQL: confirmed, contradicted, not found, or outside of this tool's view."
    ),
    entry(
      "pyverdict suppress FILE:LINE RULE [REASON...]",
      "Write the comment that accepts a finding; of untrusted data it accepts this path only, and is void when that changes."
    ),
    entry("pyverdict init", "Write a workflow and a configuration, with what Bandit and Ruff are told here."),
    entry("pyverdict explain RULE", "Print a rule's page; RULE is a code (PV301) or an id."),
    entry("pyverdict rules [--json]", "List all rules."),
    entry(
      "pyverdict test-rules [RULE...]",
      "Run the examples of the rules in .pyverdict/rules, all or those named by code, id or file."
    ),
    entry("pyverdict completion SHELL", "Print a script that completes commands and options: bash, zsh or fish."),
    entry("pyverdict --version", "Print the version."),
    "",
    "Options of scan (--flag VALUE or --flag=VALUE; lists by comma):",
    ...options,
    "",
    "Exit codes: 0 passed, 1 the gate failed (--fail-on) or an example did (test-rules), 2 wrong usage or configuration, or",
    "no Python file, 3 internal failure or nothing could be analysed, 4 incomplete (with --fail-on-incomplete).",
    ""
  ].join(`
`);
}
function entry(left, text) {
  let lines = [], line = "";
  for (let word of text.split(" "))
    line !== "" && line.length + 1 + word.length > WIDTH - INDENT ? (lines.push(line), line = word) : line = line === "" ? word : `${line} ${word}`;
  lines.push(line);
  let head = `  ${left}`;
  return [head.length < INDENT ? head.padEnd(INDENT) + lines.shift() : head, ...lines.map((rest) => " ".repeat(INDENT) + rest)].join(`
`);
}

// src/cli.ts
async function main(args) {
  let command = fromCommandLine(args);
  switch (command.name) {
    case "help":
      return process.stdout.write(helpText()), 0;
    case "version":
      return process.stdout.write(`pyverdict ${version}
`), 0;
    case "completion": {
      let { completionScript } = await import("./completion-7PISNPHI.js");
      return process.stdout.write(completionScript(command.shell)), 0;
    }
    case "explain":
    case "rules":
      return process.stdout.write(await rulesText(command)), 0;
    case "scan":
      return scan(command.settings);
    case "baseline":
      return writeBaseline(command.settings);
    case "compare": {
      let { compareSarif } = await import("./compare-sarif-P2TVKPHC.js");
      return process.stdout.write(
        await compareSarif(command.other, command.settings, process.cwd(), terminalLog(process.stderr, !0))
      ), 0;
    }
    case "suppress": {
      let { suppressFinding } = await import("./suppress-finding-C2S5GIVY.js");
      return process.stdout.write(
        await suppressFinding(command, command.settings, process.cwd(), terminalLog(process.stderr, !0))
      ), 0;
    }
    case "test-rules": {
      let { testRules } = await import("./test-rules-O3XUNED4.js");
      tuneEngine();
      let { text, passed } = testRules(command.rules, process.cwd());
      return process.stdout.write(text), passed ? 0 : 1;
    }
    case "init": {
      let { initProject } = await import("./init-project-D5BLFLWP.js");
      return process.stdout.write(await initProject(process.cwd())), 0;
    }
  }
}
async function rulesText(command) {
  let [{ bundleFor }, { readOwnRules }] = await Promise.all([
    import("./bundle-for-BGIAMDFV.js"),
    import("./own-rules-7XYAMHGQ.js")
  ]), bundle = await bundleFor(readOwnRules(process.cwd()));
  if (command.name === "explain") {
    let [{ explainRule }, { requireRule }] = await Promise.all([
      import("./explain-TSSIV2W6.js"),
      import("./find-rule-RHVQUMEU.js")
    ]);
    return explainRule(requireRule(bundle.rules, command.rule));
  }
  if (!command.json) return (await import("./explain-TSSIV2W6.js")).listRules(bundle.rules);
  let { describeRule } = await import("./describe-rule-KZQGDEJU.js");
  return `${JSON.stringify(bundle.rules.map(describeRule), null, 2)}
`;
}
async function writeBaseline(settings) {
  let file = settings["sarif-file"] ?? "pyverdict-baseline.sarif", code = await scan({ ...settings, "sarif-file": file, "fail-scope": "none", quiet: !0, format: "text" });
  return code === 0 && process.stdout.write(
    `${safeLines(`Wrote ${file}. "pyverdict scan --baseline ${file}" fails on what is not in it.`)}
`
  ), code;
}
async function scan(settings) {
  let log = terminalLog(process.stderr, settings.quiet === !0), file = settings["explain-context"] ?? "";
  if (file !== "") {
    let { explainContext } = await import("./explain-context-72TTLY6P.js");
    return process.stdout.write(await explainContext(file, settings, process.cwd(), log)), 0;
  }
  let github = (settings.upload ?? "never") !== "never" ? readGitHubContext(process.env, process.env.GITHUB_TOKEN ?? "") : void 0, facts = { host: "command-line", directory: process.cwd(), colour: wantsColour(), changing: [] }, options = await toOptions(settings, { ...facts, ...github && { github } });
  tuneEngine();
  let { run } = await import("./run-YLGQBR5S.js"), delivery = await run(options, log, deadline(options.timeoutMinutes));
  return delivery.failure !== void 0 && complain(delivery.failure), delivery.exitCode;
}
function wantsColour() {
  let { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  return NO_COLOR ? !1 : FORCE_COLOR ? FORCE_COLOR !== "0" : process.stdout.isTTY === !0 && TERM !== "dumb";
}
function complain(message) {
  process.stderr.write(`pyverdict: ${safeLines(message)}
`);
}
for (let stream of [process.stdout, process.stderr])
  stream.on("error", (error) => {
    if (error.code !== "EPIPE") throw error;
  });
try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  error instanceof ConfigurationError ? (complain(error.message), process.exitCode = 2) : (complain(
    `internal failure, please report it: ${error instanceof Error ? error.stack ?? error.message : String(error)}`
  ), process.exitCode = 3);
}
