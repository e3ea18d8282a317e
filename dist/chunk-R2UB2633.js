import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);

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
    name: "advisories",
    type: "text",
    flag: "--advisories",
    valueName: "WHERE",
    input: !0,
    configuration: !0,
    default: "",
    help: "Advisories to check the versions of dependencies against: a folder or zip file in OSV format, or `online`, which asks OSV's public database (api.osv.dev) and sends it the names and versions of packages, nothing else. In the configuration file the path lies inside the checkout. Without it dependencies are not checked."
  },
  {
    name: "scope",
    type: "choice",
    allowed: ["auto", "all", "changed-lines", "new"],
    input: !0,
    configuration: !1,
    default: "auto",
    help: "What annotations and the first table of the job summary are about. auto: in pull requests and merge queues the changed lines, else everything. new: what the baseline, or the commit the pull request starts from, does not have."
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
    allowed: ["auto", "all", "changed-lines", "new", "none"],
    flag: "--fail-scope",
    valueName: "SCOPE",
    input: !0,
    configuration: !1,
    default: "auto",
    help: "Which findings can fail the run. auto: in pull requests and merge queues those of `scope`; elsewhere with a baseline the new ones; without, none in the Action (all on pull_request_target and workflow_run) and all on the command line."
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
    name: "annotations",
    type: "choice",
    allowed: ["auto", "true", "false"],
    input: !0,
    configuration: !1,
    default: "auto",
    help: "Annotate the workflow run, at most nine places of each level. auto: only if nothing was uploaded, since code scanning annotates too."
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
    allowed: ["text", "json", "sarif", "markdown", "github", "gitlab", "junit"],
    flag: "--format",
    valueName: "FORMAT",
    input: !1,
    configuration: !1,
    default: "text",
    help: "What to print."
  },
  {
    name: "diff",
    type: "boolean",
    flag: "--diff",
    input: !1,
    configuration: !1,
    default: "false",
    help: "Print all mechanical fixes as a patch for `git apply` or `patch -p1` in the root, and nothing else. No file is written."
  },
  {
    name: "fix",
    type: "boolean",
    flag: "--fix",
    input: !1,
    configuration: !1,
    default: "false",
    help: "Write the mechanical fixes that need no look to the files. Nothing else ever changes a scanned file."
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

export {
  optionsTable
};
