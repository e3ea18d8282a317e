import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  withoutToken
} from "./chunk-O32IBTLM.js";
import {
  deadline,
  readGitHubContext,
  safeLines,
  tuneEngine
} from "./chunk-3KM44V2V.js";
import {
  optionsTable,
  readOptionValue,
  toOptions
} from "./chunk-O5IUQVS2.js";
import "./chunk-TEBEN6QG.js";
import "./chunk-K7Z5VMI3.js";
import {
  ConfigurationError
} from "./chunk-LSZVFLMB.js";
import "./chunk-RVTCQXDU.js";

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
    changing: changingTexts()
  });
  tuneEngine();
  let { run } = await import("./run-W2633HKR.js");
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
