import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  writeResultFile
} from "./chunk-BNZUG7BT.js";
import {
  createPeerIndex,
  ruleTable
} from "./chunk-47T3LMEC.js";
import {
  readSmallFile
} from "./chunk-AB43IXLW.js";
import {
  iniList,
  readIni
} from "./chunk-NKCLXYN7.js";
import {
  safeLines
} from "./chunk-RFLJBLL3.js";
import "./chunk-QY6Q7WH2.js";
import {
  visibleText
} from "./chunk-QIWHAPUH.js";
import {
  bundle
} from "./chunk-BN766LEE.js";
import {
  runGit
} from "./chunk-IUFO3TOP.js";
import "./chunk-RVTCQXDU.js";

// src/init-project.ts
import { lstatSync, realpathSync } from "node:fs";
import { join as join2 } from "node:path";

// src/options/foreign-settings.ts
import { join } from "node:path";
var maxBytes = 1e6;
async function readForeignSettings(root, rules) {
  let said = [], read = [], broken = [], look = async (name, understand) => {
    let text = readSmallFile(join(root, name), maxBytes);
    if (text !== void 0)
      try {
        let found = (await understand(text)).filter(
          ({ ignore, exclude, perPath: perPath2 }) => ignore.length + exclude.length + Object.keys(perPath2).length > 0
        );
        found.length > 0 && read.push(name), said.push(...found);
      } catch {
        broken.push(name);
      }
  };
  await look(".bandit", (text) => {
    let section = readIni(text).get("bandit"), listOf = (key) => iniList(section?.get(key) ?? "");
    return [{ ignore: listOf("skips"), exclude: listOf("exclude"), perPath: {} }];
  });
  for (let name of ["bandit.yaml", "bandit.yml", ".bandit.yml", ".bandit.yaml"])
    await look(name, async (text) => [banditTable((await import("./dist-7R6TZQNE.js")).parse(text, { maxAliasCount: 0 }))]);
  await look("pyproject.toml", async (text) => {
    let tool = tableOf(await toml(text), "tool");
    return [banditTable(tool.bandit), ruffTable(tool.ruff)];
  });
  for (let name of ["ruff.toml", ".ruff.toml"]) await look(name, async (text) => [ruffTable(await toml(text))]);
  let peers = createPeerIndex(rules), known = [...rules.values()].flatMap(({ peers: { ruff = [], bandit = [] } }) => [...ruff, ...bandit]), unknown = /* @__PURE__ */ new Set(), codesOf = (id) => {
    let exact = [...peers.codes("nosec", id)];
    if (exact.length > 0) return exact;
    let digits = /^S(\d{0,2})$/.exec(id)?.[1];
    return known.filter(
      (one) => digits !== void 0 && /^[SB]\d{3}$/.test(one) && one.startsWith(digits, 1)
    ).flatMap((one) => [...peers.codes("nosec", one)]);
  }, translate = (ids) => {
    let ours = /* @__PURE__ */ new Map();
    for (let id of ids) {
      let codes = codesOf(id);
      codes.length === 0 && unknown.add(id);
      for (let code of codes) ours.set(code, (ours.get(code) ?? /* @__PURE__ */ new Set()).add(id));
    }
    return [...ours].sort(([a], [b]) => a < b ? -1 : 1).map(([code, theirs]) => ({ ours: code, theirs: [...theirs].sort() }));
  }, globs = /* @__PURE__ */ new Map();
  for (let glob of said.flatMap(({ exclude }) => exclude)) {
    let ours = globOf(glob);
    ours !== "" && globs.set(ours, (globs.get(ours) ?? /* @__PURE__ */ new Set()).add(glob));
  }
  let perPath = said.flatMap(
    (one) => Object.entries(one.perPath).map(([path, ids]) => ({ path: globOf(path), ignore: translate(ids) }))
  );
  return {
    ignore: translate(said.flatMap(({ ignore }) => ignore)),
    exclude: [...globs].map(([ours, theirs]) => ({ ours, theirs: [...theirs] })),
    perPath: perPath.filter(({ path, ignore }) => path !== "" && ignore.length > 0),
    unknown: [...unknown].sort(),
    read,
    broken
  };
}
async function toml(text) {
  let { parse } = await import("./dist-DI3QMVVU.js");
  return parse(text.replace(/^\uFEFF/, ""));
}
function banditTable(value) {
  let table = asTable(value);
  return { ignore: strings(table.skips), exclude: strings(table.exclude_dirs ?? table.exclude), perPath: {} };
}
function ruffTable(value) {
  let table = asTable(value), lint = tableOf(table, "lint"), both = (key) => [...strings(table[key]), ...strings(lint[key])], security = (ids) => ids.filter((id) => /^S\d*$/.test(id)), perPath = {};
  for (let key of ["per-file-ignores", "extend-per-file-ignores"])
    for (let [path, ids] of [...Object.entries(tableOf(table, key)), ...Object.entries(tableOf(lint, key))]) {
      let own = security(strings(ids));
      own.length > 0 && (perPath[path] = [...perPath[path] ?? [], ...own]);
    }
  return {
    ignore: security([...both("ignore"), ...both("extend-ignore")]),
    exclude: [...strings(table.exclude), ...strings(table["extend-exclude"])],
    perPath
  };
}
function globOf(pattern) {
  return pattern.trim().replaceAll("\\", "/").replace(/^\.\//, "/").replace(/^\*\//, "**/").replace(/\/\*$/, "/**");
}
function asTable(value) {
  return typeof value == "object" && value !== null && !Array.isArray(value) ? value : {};
}
function tableOf(table, name) {
  return asTable(Object.hasOwn(table, name) ? table[name] : void 0);
}
function strings(value) {
  return typeof value == "string" ? iniList(value).map((item) => item.trim()) : Array.isArray(value) ? value.filter((item) => typeof item == "string" && item !== "") : [];
}

// src/init-project.ts
async function initProject(directory) {
  let root = realpathSync(directory), foreign = await readForeignSettings(root, ruleTable(bundle.rules)), lines = [
    [".github/workflows/pyverdict.yml", workflowText(await branchOf(root))],
    ["pyverdict.toml", configurationText(foreign)]
  ].map(([path, text]) => lstatSync(join2(root, path), { throwIfNoEntry: !1 }) !== void 0 ? `${path} is there already and stays as it is.` : (writeResultFile(join2(root, path), text, root), `Wrote ${path}.`));
  return foreign.read.length > 0 && lines.push(`Read ${foreign.read.join(", ")}.`), foreign.broken.length > 0 && lines.push(`Could not read ${foreign.broken.join(", ")}.`), foreign.unknown.length > 0 && lines.push(`No rule here answers to ${foreign.unknown.join(", ")}: nothing has to be switched off.`), lines.push("In the workflow, put full commit hashes where it says so."), safeLines(`${lines.map(visibleText).join(`
`)}
`);
}
async function branchOf(root) {
  for (let name of ["refs/remotes/origin/HEAD", "HEAD"]) {
    let answer = await runGit(root, ["symbolic-ref", "--quiet", "--short", name]), branch = answer.ok ? answer.stdout.toString("utf8").trim().replace(/^origin\//, "") : "";
    if (branch !== "") return branch;
  }
  return "main";
}
function workflowText(branch) {
  return `name: pyverdict
on:
  push:
    # Every branch that pull requests go to: without an analysis of it GitHub cannot tell which alerts a pull request brings.
    branches: [${JSON.stringify(branch)}]
  pull_request:
  schedule:
    - cron: "23 4 * * 1"
permissions: {}
jobs:
  pyverdict:
    runs-on: ubuntu-latest
    permissions:
      contents: read
      security-events: write
    steps:
      - uses: actions/checkout@FULL_COMMIT_HASH
        with:
          persist-credentials: false
          # So that the commit a pull request starts from can be scanned too.
          fetch-depth: 0
      - uses: OWNER/pyverdict@FULL_COMMIT_HASH
`;
}
function configurationText({ ignore, exclude, perPath, read }) {
  return [
    "# Settings of pyverdict; docs/options.md lists them all.",
    ...read.length === 0 ? [] : [`# With what ${commentText(read.join(", "))} said. Look through it: a rule here may find more than theirs.`],
    "",
    "# Globs of files to leave out, as in .gitignore.",
    ...arrayText("exclude", exclude),
    "",
    "# Rules not to run.",
    ...arrayText("ignore", ignore),
    "",
    "# Severity of security defects that fails a pull request: none, critical, high, medium, low.",
    'fail-on = "high"',
    ...perPath.flatMap((one) => [
      "",
      "[[per-path]]",
      `paths = [${quoted(one.path)}]`,
      ...arrayText("ignore", one.ignore)
    ]),
    ""
  ].join(`
`);
}
function arrayText(key, items) {
  return items.length === 0 ? [`${key} = []`] : [
    `${key} = [`,
    ...items.map(({ ours, theirs }) => {
      let note = theirs.length === 1 && theirs[0] === ours ? "" : ` # ${commentText(theirs.join(", "))}`;
      return `  ${quoted(ours)},${note}`;
    }),
    "]"
  ];
}
function quoted(text) {
  return JSON.stringify(text.replace(new RegExp("\\p{Surrogate}", "gu"), "�")).replaceAll("", "\\u007F");
}
function commentText(text) {
  return visibleText(text).slice(0, 200);
}
export {
  initProject
};
