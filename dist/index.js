import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  connect,
  withoutToken
} from "./chunk-T4JXIMOV.js";
import {
  readGitHubContext
} from "./chunk-TUFZIHHL.js";
import "./chunk-TEBEN6QG.js";
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
  readOptionValue,
  toOptions
} from "./chunk-HDUKUS7W.js";
import "./chunk-MVIZP4WT.js";
import "./chunk-QY6Q7WH2.js";
import "./chunk-QIWHAPUH.js";
import "./chunk-EMVM3MV3.js";
import "./chunk-BN766LEE.js";
import {
  optionsTable
} from "./chunk-R2UB2633.js";
import "./chunk-S5LOYPCO.js";
import "./chunk-7VISL4MZ.js";
import "./chunk-FORHVMEO.js";
import "./chunk-IUFO3TOP.js";
import "./chunk-6LGVUQHY.js";
import {
  ConfigurationError
} from "./chunk-SRHPKDDQ.js";
import "./chunk-RVTCQXDU.js";

// src/deliver/fetch-file.ts
async function fetchFile(github, path, commit) {
  let content = await contentsOf(github, path, commit);
  if (typeof content == "string") return content;
  let data = content.data;
  return data === null || typeof data != "object" || data.type !== "file" || data.encoding !== "base64" || typeof data.content != "string" ? "unknown" : { text: Buffer.from(data.content, "base64").toString("utf8") };
}
var MOST_LISTED = 1e3;
async function fetchFolder(github, path, commit) {
  let content = await contentsOf(github, path, commit);
  return typeof content == "string" ? content : !Array.isArray(content.data) || content.data.length >= MOST_LISTED ? "unknown" : content.data.flatMap(
    ({ type, name }) => type === "file" && typeof name == "string" ? [name] : []
  );
}
async function contentsOf(github, path, commit) {
  if (github.token() === "") return "unknown";
  let api = await connect(github), segments = path.split("/").map(encodeURIComponent).join("/"), repository = `/repos/${encodeURIComponent(github.owner)}/${encodeURIComponent(github.repository)}`, result = await api("GET", `${repository}/contents/${segments}?ref=${encodeURIComponent(commit)}`);
  return result.ok ? { data: result.answer.data } : result.failure.status === 404 ? "missing" : "unknown";
}

// src/deliver/workflow-log.ts
function workflowLog(core2) {
  return {
    info: (message) => core2.info(safeLines(message)),
    // The toolkit escapes the line ends of a warning, but not what a terminal would make of the rest.
    warning: (message) => core2.warning(safeLines(message)),
    progress: () => {
    }
  };
}

// src/options/from-action-inputs.ts
function fromActionInputs(environment2) {
  let settings = {};
  for (let row of optionsTable) {
    if (!row.input) continue;
    let text = environment2[`INPUT_${row.name.toUpperCase()}`]?.trim() ?? "";
    text !== "" && (settings[row.name] = readOptionValue(row, text, `input ${row.name}`));
  }
  return settings;
}

// src/action.ts
var environment = process.env, token = environment.INPUT_TOKEN?.trim() ?? "", core = await import("./core-M6RT6TSB.js"), failure;
try {
  token !== "" && core.setSecret(token);
  let github = readGitHubContext(environment, token), options = await toOptions(fromActionInputs(environment), {
    host: "action",
    directory: environment.GITHUB_WORKSPACE ?? process.cwd(),
    colour: !1,
    ...github && { github },
    ...github && {
      fetchFile: (path, commit) => fetchFile(github, path, commit),
      fetchFolder: (path, commit) => fetchFolder(github, path, commit)
    },
    changing: changingTexts()
  });
  tuneEngine();
  let { run } = await import("./run-YLGQBR5S.js");
  ({ failure } = await run(options, workflowLog(core), deadline(options.timeoutMinutes)));
} catch (error) {
  core.setOutput("verdict", "failed"), failure = withoutToken(describe(error), token);
  let { writeFailedRun } = await import("./write-failed-run-ZBTUHVZB.js"), written = writeFailedRun(
    environment.GITHUB_WORKSPACE ?? process.cwd(),
    sarifPaths(),
    safeLines(failure),
    error instanceof ConfigurationError,
    actionAddress()
  );
  written !== void 0 && core.setOutput("sarif-file", written), await core.summary.emptyBuffer().addRaw(`# pyverdict

Failed: the analysis did not finish. The log of this step says why.
`, !0).write().catch(() => core.info("There is no job summary to write to."));
}
failure !== void 0 && core.setFailed(`pyverdict: ${safeLines(failure)}`);
function describe(error) {
  return error instanceof ConfigurationError ? error.message : `internal failure, please report it: ${error instanceof Error ? error.stack ?? error.message : String(error)}`;
}
function actionAddress() {
  let { GITHUB_SERVER_URL: server, GITHUB_ACTION_REPOSITORY: repository } = environment;
  return server && repository && /^https?:\/\//.test(server) ? `${server}/${repository}` : void 0;
}
function sarifPaths() {
  let given = environment["INPUT_SARIF-FILE"]?.trim() ?? "", usual = optionsTable.find(({ name }) => name === "sarif-file").default;
  return given === "" ? [usual] : [given, usual];
}
function changingTexts() {
  let sha = environment.GITHUB_SHA ?? "";
  return [sha, sha.slice(0, 7), environment.GITHUB_RUN_ID ?? "", environment.GITHUB_RUN_NUMBER ?? ""].filter((text) => text.length >= 4);
}
