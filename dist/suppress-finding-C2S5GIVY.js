import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  replaceFile
} from "./chunk-Y3ZGML6P.js";
import {
  loadRuleSet,
  scan,
  suppressionMarks
} from "./chunk-VI6KF6FP.js";
import "./chunk-TAZYNEVG.js";
import "./chunk-QLLBBONI.js";
import {
  count
} from "./chunk-CCYPABZL.js";
import "./chunk-47T3LMEC.js";
import "./chunk-R5LKLLCZ.js";
import {
  filePath
} from "./chunk-HHQEKI7M.js";
import "./chunk-AB43IXLW.js";
import "./chunk-QTOSVXEG.js";
import "./chunk-4VJFYAOQ.js";
import {
  requireRule
} from "./chunk-W65A6XST.js";
import "./chunk-R56P2K4R.js";
import "./chunk-QHJQHKHC.js";
import "./chunk-NKCLXYN7.js";
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
  existingPaths,
  isInside,
  toOptions
} from "./chunk-HDUKUS7W.js";
import "./chunk-MVIZP4WT.js";
import "./chunk-QY6Q7WH2.js";
import {
  visibleText
} from "./chunk-QIWHAPUH.js";
import {
  bundleFor
} from "./chunk-EMVM3MV3.js";
import "./chunk-BN766LEE.js";
import "./chunk-YMQPTKG4.js";
import "./chunk-R2UB2633.js";
import "./chunk-S5LOYPCO.js";
import "./chunk-7VISL4MZ.js";
import "./chunk-FORHVMEO.js";
import "./chunk-IUFO3TOP.js";
import "./chunk-6LGVUQHY.js";
import {
  ConfigurationError
} from "./chunk-SRHPKDDQ.js";
import "./chunk-4B76474W.js";
import "./chunk-RVTCQXDU.js";

// src/suppress-finding.ts
import { relative, sep } from "node:path";
async function suppressFinding(request, settings, directory, log) {
  let [file] = existingPaths([request.file], directory), options = await toOptions(settings, { host: "command-line", directory, colour: !1, changing: [] });
  if (!isInside(options.root, file))
    throw new ConfigurationError(
      `${request.file} is not below the current directory, which is what is scanned: run this in the root of the checkout`
    );
  let rules = loadRuleSet(options, await bundleFor(options.ownRules)), rule = requireRule(rules.all, request.rule);
  if (!rules.rules.some(({ code }) => code === rule.code))
    throw new ConfigurationError(
      `${rule.code} (${rule.id}) does not run with these settings: give the --profile that has it`
    );
  let reason = reasonIn(request.reason);
  if (options.requireSuppressionReason && reason === "")
    throw new ConfigurationError("the configuration asks for a reason: write it behind the rule");
  let path = filePath(relative(options.root, file).split(sep).join("/")), accept = { file: path, line: request.line, rule: rule.code, ruleId: rule.id, reason };
  tuneEngine();
  let set = await scan({ ...options, accept }, rules, log, deadline(options.timeoutMinutes));
  if (!set.acceptance) throw new Error("a scan that was asked to accept a finding gave no answer");
  return safeLines(answer(set.acceptance, options.root, `${path}:${request.line}`, rule.code));
}
function answer(acceptance, root, place, code) {
  switch (acceptance.kind) {
    case "written": {
      let { change, mark, line, remaining } = acceptance;
      try {
        replaceFile(root, change);
      } catch (error) {
        throw new ConfigurationError(
          `${change.file} was not written: ${error instanceof Error ? error.message : String(error)}`
        );
      }
      return `${change.file}:${line}: wrote "${mark}".
${mark.includes(" path=") ? pathText : ""}${remainingText(remaining)}`;
    }
    case "accepted":
      return `${place}: ${code} is accepted already, by "${visibleText(acceptance.by.mark)}" in line ${acceptance.by.line}.
`;
    case "nothing":
      throw new ConfigurationError(`${place}: nothing of ${code} is found there${nearText(acceptance.near)}`);
    case "refused":
      throw new ConfigurationError(`${place}: ${acceptance.why}. Write it by hand: ${acceptance.mark}`);
  }
}
var pathText = `It holds for this path: if source, sink or a check on the way changes, the finding is reported again.
`;
function remainingText(remaining) {
  if (remaining.length === 0) return "";
  let shown = remaining.slice(0, 5).map(({ file, line }) => `${visibleText(file)}:${line}`), more = remaining.length > shown.length ? ", ..." : "";
  return `${count(remaining.length, "place")} of the same finding ${remaining.length === 1 ? "is" : "are"} left: ${shown.join(", ")}${more}.
`;
}
function nearText(near) {
  return near.length === 0 ? '. "pyverdict scan" lists what is found' : `; in this file: ${near.slice(0, 5).map(({ rule, line }) => `${rule} in line ${line}`).join(", ")}`;
}
function reasonIn(text) {
  let reason = visibleText(text.replace(/\s+/g, " ").trim());
  if (suppressionMarks(`# ${reason}`, () => !1).length > 0)
    throw new ConfigurationError(
      `the reason "${reason}" would be read as another suppression comment: word it without the #`
    );
  return reason;
}
export {
  suppressFinding
};
