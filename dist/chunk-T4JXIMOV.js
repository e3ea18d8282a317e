import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  version
} from "./chunk-TEBEN6QG.js";

// src/deliver/github-api.ts
var ANSWER_TIMEOUT_MS = 6e4;
async function connect(github) {
  let { getOctokit } = await import("./github-MCNAHRBX.js"), silent = () => {
  }, log = { debug: silent, info: silent, warn: silent, error: silent }, octokit = getOctokit(github.token(), { baseUrl: github.apiUrl, userAgent: `pyverdict/${version}`, log });
  return async (method, path, body) => {
    try {
      let answer = await octokit.request(`${method} ${path.replaceAll(/[{}:]/g, encodeURIComponent)}`, {
        ...body,
        headers: { accept: "application/vnd.github+json", "x-github-api-version": "2022-11-28" },
        request: { signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS), log }
      });
      return { ok: !0, answer: { status: answer.status, data: answer.data } };
    } catch (error) {
      return { ok: !1, failure: failureOf(error, github.token()) };
    }
  };
}
function withoutToken(text, token) {
  return token === "" ? text : text.replaceAll(token, "***");
}
function failureOf(thrown, token) {
  let error = thrown, headers = {};
  for (let [name, value] of Object.entries(error.response?.headers ?? {}))
    value !== void 0 && (headers[name.toLowerCase()] = String(value));
  let message = withoutToken(error.message ?? String(thrown), token);
  return error.response ? { status: error.status ?? 0, message, headers } : { message, headers };
}

export {
  connect,
  withoutToken
};
