import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  connect,
  withoutToken
} from "./chunk-RDWSYPWY.js";
import {
  readGitHubContext
} from "./chunk-TUFZIHHL.js";
import "./chunk-TEBEN6QG.js";
import {
  tuneEngine
} from "./chunk-NBZ7F6TX.js";
import {
  deadline
} from "./chunk-3AOBLAAQ.js";
import {
  safeLines
} from "./chunk-JJ6THPSB.js";
import {
  optionsTable,
  readOptionValue,
  toOptions
} from "./chunk-L2YCMU7H.js";
import "./chunk-MCAS7B5U.js";
import "./chunk-6MCPUHYD.js";
import "./chunk-6LGVUQHY.js";
import {
  ConfigurationError
} from "./chunk-LSZVFLMB.js";
import "./chunk-RVTCQXDU.js";

// src/deliver/fetch-file.ts
async function fetchFile(github, path, commit) {
  if (github.token() === "") return "unknown";
  let api = await connect(github), segments = path.split("/").map(encodeURIComponent).join("/"), repository = `/repos/${encodeURIComponent(github.owner)}/${encodeURIComponent(github.repository)}`, result = await api("GET", `${repository}/contents/${segments}?ref=${encodeURIComponent(commit)}`);
  if (!result.ok) return result.failure.status === 404 ? "missing" : "unknown";
  let data = result.answer.data;
  return data === null || typeof data != "object" || data.type !== "file" || data.encoding !== "base64" || typeof data.content != "string" ? "unknown" : { text: Buffer.from(data.content, "base64").toString("utf8") };
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
var environment = process.env, token = environment.INPUT_TOKEN?.trim() ?? "", core = await import("./core-S5D2SAZM.js"), failure;
try {
  token !== "" && core.setSecret(token);
  let github = readGitHubContext(environment, token), options = await toOptions(fromActionInputs(environment), {
    host: "action",
    directory: environment.GITHUB_WORKSPACE ?? process.cwd(),
    colour: !1,
    ...github && { github },
    ...github && { fetchFile: (path, commit) => fetchFile(github, path, commit) },
    changing: changingTexts()
  });
  tuneEngine();
  let { run } = await import("./run-A7DOKBRB.js");
  ({ failure } = await run(options, workflowLog(core), deadline(options.timeoutMinutes)));
} catch (error) {
  core.setOutput("verdict", "failed"), failure = withoutToken(describe(error), token), await core.summary.emptyBuffer().addRaw(`# pyverdict

Failed: the analysis did not finish. The log of this step says why.
`, !0).write().catch(() => core.info("There is no job summary to write to."));
}
failure !== void 0 && core.setFailed(`pyverdict: ${safeLines(failure)}`);
function describe(error) {
  return error instanceof ConfigurationError ? error.message : `internal failure, please report it: ${error instanceof Error ? error.stack ?? error.message : String(error)}`;
}
function changingTexts() {
  let sha = environment.GITHUB_SHA ?? "";
  return [sha, sha.slice(0, 7), environment.GITHUB_RUN_ID ?? "", environment.GITHUB_RUN_NUMBER ?? ""].filter((text) => text.length >= 4);
}
