import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);

// src/options/read-github-context.ts
import { readFileSync } from "node:fs";
function readGitHubContext(environment, token) {
  let [owner, repository, ...more] = (environment.GITHUB_REPOSITORY ?? "").split("/"), apiUrl = environment.GITHUB_API_URL;
  if (!owner || !repository || more.length > 0 || !apiUrl) return;
  let eventName = environment.GITHUB_EVENT_NAME ?? "", event = readEvent(environment.GITHUB_EVENT_PATH), pullRequest = readPullRequest(event), action = environment.GITHUB_ACTION_REPOSITORY ?? "", mergeGroupBase = commitField(field(event, "merge_group"), "base_sha");
  return {
    apiUrl: apiUrl.replace(/\/+$/, ""),
    serverUrl: (environment.GITHUB_SERVER_URL ?? "").replace(/\/+$/, ""),
    owner,
    repository,
    eventName,
    ref: environment.GITHUB_REF ?? "",
    sha: environment.GITHUB_SHA ?? "",
    actor: environment.GITHUB_ACTOR ?? "",
    .../^[\w.-]+\/[\w.-]+$/.test(action) && { actionRepository: action },
    runId: environment.GITHUB_RUN_ID ?? "",
    runAttempt: environment.GITHUB_RUN_ATTEMPT ?? "",
    ...pullRequest && { pullRequest },
    ...mergeGroupBase !== void 0 && { mergeGroupBase },
    uploadedBefore: (environment.PYVERDICT_UPLOADED ?? "").split(`
`).filter((line) => line !== ""),
    token: () => token
  };
}
function readEvent(path) {
  if (path)
    try {
      return JSON.parse(readFileSync(path, "utf8"));
    } catch {
      return;
    }
}
function readPullRequest(event) {
  let pull = field(event, "pull_request"), number = field(pull, "number"), headSha = field(field(pull, "head"), "sha");
  if (typeof number != "number" || typeof headSha != "string") return;
  let base = field(field(field(pull, "base"), "repo"), "full_name"), head = field(field(field(pull, "head"), "repo"), "full_name"), baseSha = commitField(field(pull, "base"), "sha");
  return {
    number,
    headSha,
    ...baseSha !== void 0 && { baseSha },
    fromFork: typeof head != "string" || head !== base
  };
}
function commitField(value, name) {
  let found = field(value, name);
  return typeof found == "string" && /^([0-9a-f]{40}|[0-9a-f]{64})$/.test(found) ? found : void 0;
}
function field(value, name) {
  return typeof value == "object" && value !== null ? value[name] : void 0;
}

export {
  readGitHubContext
};
