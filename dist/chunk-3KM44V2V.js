import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  safeLogLine
} from "./chunk-K7Z5VMI3.js";

// src/deadline.ts
function deadline(minutes, now = () => performance.now()) {
  if (minutes === 0) return () => !1;
  let end = now() + minutes * 6e4;
  return () => now() >= end;
}

// src/deliver/terminal-log.ts
var QUIET_MS = 1e3, STEP_MS = 100;
function terminalLog(stream, quiet, now = () => performance.now()) {
  let shown = !1, last = 0, clear = () => {
    shown && stream.write("\r\x1B[2K"), shown = !1;
  }, line = (text) => {
    clear(), stream.write(`pyverdict: ${safeLines(text)}
`);
  };
  return {
    info: (message) => {
      quiet || line(message);
    },
    warning: line,
    progress: (stage, done, total) => {
      if (quiet || stream.isTTY !== !0) return;
      if (done >= total) return clear();
      let time = now();
      if (time < QUIET_MS || time - last < STEP_MS) return;
      last = time, shown = !0;
      let text = `${stage} ${done} of ${total} files`;
      stream.write(`\r\x1B[2K${text.slice(0, (stream.columns || 80) - 1)}`);
    }
  };
}
function safeLines(text) {
  return text.split(`
`).map(safeLogLine).join(`
`);
}

// src/options/read-github-context.ts
import { readFileSync } from "node:fs";
function readGitHubContext(environment, token) {
  let [owner, repository, ...more] = (environment.GITHUB_REPOSITORY ?? "").split("/"), apiUrl = environment.GITHUB_API_URL;
  if (!owner || !repository || more.length > 0 || !apiUrl) return;
  let eventName = environment.GITHUB_EVENT_NAME ?? "", pullRequest = readPullRequest(environment.GITHUB_EVENT_PATH);
  return {
    apiUrl: apiUrl.replace(/\/+$/, ""),
    serverUrl: (environment.GITHUB_SERVER_URL ?? "").replace(/\/+$/, ""),
    owner,
    repository,
    eventName,
    ref: environment.GITHUB_REF ?? "",
    sha: environment.GITHUB_SHA ?? "",
    actor: environment.GITHUB_ACTOR ?? "",
    runId: environment.GITHUB_RUN_ID ?? "",
    runAttempt: environment.GITHUB_RUN_ATTEMPT ?? "",
    ...pullRequest && { pullRequest },
    token: () => token
  };
}
function readPullRequest(path) {
  if (!path) return;
  let event;
  try {
    event = JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return;
  }
  let pull = field(event, "pull_request"), number = field(pull, "number"), headSha = field(field(pull, "head"), "sha");
  if (typeof number != "number" || typeof headSha != "string") return;
  let base = field(field(field(pull, "base"), "repo"), "full_name"), head = field(field(field(pull, "head"), "repo"), "full_name");
  return { number, headSha, fromFork: typeof head != "string" || head !== base };
}
function field(value, name) {
  return typeof value == "object" && value !== null ? value[name] : void 0;
}

// src/tune-engine.ts
import { setFlagsFromString } from "node:v8";
var INTERRUPT_BUDGET = 2e6, firstVersion = 11, lastVersion = 13;
function tuneEngine() {
  let major = Number(process.versions.v8.split(".", 1)[0]);
  major >= firstVersion && major <= lastVersion && setFlagsFromString(`--interrupt-budget=${INTERRUPT_BUDGET}`);
}

export {
  deadline,
  terminalLog,
  safeLines,
  readGitHubContext,
  tuneEngine
};
