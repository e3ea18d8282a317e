import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);

// src/discover/run-git.ts
import { execFile } from "node:child_process";
import { statSync } from "node:fs";
import { delimiter, isAbsolute, join, sep } from "node:path";
var maxOutputBytes = 512 * 1024 * 1024, timeoutMilliseconds = 12e4;
function runGit(root, args, input = "") {
  let program = findGit(root);
  if (program === void 0) return Promise.resolve({ ok: !1, reason: "git is not installed" });
  let safeArgs = [
    "-c",
    "core.fsmonitor=false",
    "-c",
    "core.hooksPath=/dev/null",
    "-c",
    `safe.directory=${root.split(sep).join("/")}`,
    "--no-optional-locks",
    "-C",
    root,
    ...args
  ], options = {
    cwd: root,
    env: gitEnvironment(process.env),
    encoding: "buffer",
    maxBuffer: maxOutputBytes,
    timeout: timeoutMilliseconds,
    windowsHide: !0
  };
  return new Promise((resolve) => {
    let child = execFile(program, safeArgs, options, (error, stdout, stderr) => {
      resolve(error === null ? { ok: !0, stdout } : { ok: !1, reason: firstLine(stderr.toString("utf8")) ?? "git could not be started" });
    });
    child.stdin?.on("error", () => {
    }), child.stdin?.end(input);
  });
}
function gitEnvironment(inherited) {
  let kept = Object.entries(inherited).filter(([name]) => !name.toUpperCase().startsWith("GIT_"));
  return {
    ...Object.fromEntries(kept),
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_TERMINAL_PROMPT: "0",
    // A partial clone fetches missing objects through whatever program its configuration names: nothing is fetched here.
    GIT_NO_LAZY_FETCH: "1",
    GIT_ALLOW_PROTOCOL: "none",
    GIT_LITERAL_PATHSPECS: "1",
    LC_ALL: "C"
  };
}
function findGit(root) {
  let names = process.platform === "win32" ? ["git.exe"] : ["git"];
  for (let folder of (process.env.PATH ?? "").split(delimiter))
    if (!(!isAbsolute(folder) || folder === root || folder.startsWith(root + sep))) {
      for (let name of names)
        if (statSync(join(folder, name), { throwIfNoEntry: !1 })?.isFile() === !0) return join(folder, name);
    }
}
function firstLine(text) {
  return text.split(`
`).find((line) => line.trim() !== "")?.trim();
}

export {
  runGit
};
