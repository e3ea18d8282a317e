import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  familyOf
} from "./chunk-4VJFYAOQ.js";

// src/findings/group.ts
function groupDetections(detections, suppressions, line) {
  let groups = /* @__PURE__ */ new Map();
  [...detections].sort(compareDetections).forEach((detection, index) => {
    let suppression = suppressions.get(detection), { by, key } = groupKey(detection, index), mark = suppression === void 0 ? "" : `${suppression.file}\0${suppression.line}\0${suppression.mark}`, full = `${key}\0\0${mark}`, group = groups.get(full);
    group === void 0 ? groups.set(full, { by, suppression, members: [detection] }) : group.members.push(detection);
  });
  let grouped = [...groups.values()].map(({ by, suppression, members }) => {
    let [primary, ...others] = members;
    return { primary, others, by, sameLine: [], ...suppression && { suppression } };
  });
  return oneALine(grouped, line);
}
function groupKey(detection, index) {
  let { rule, tier, file, scope, scopeHeader } = detection, name = `${rule}\0${tier}\0`;
  return detection.groupKey !== void 0 ? { by: "value", key: `${name}value\0${detection.groupKey}` } : tier !== "note" ? { by: "none", key: `${name}${index}` } : { by: "function", key: `${name}scope\0${file}\0${scope}\0${scopeHeader?.start ?? ""}` };
}
function oneALine(groups, line) {
  let kept = /* @__PURE__ */ new Map();
  for (let group of groups) {
    let { rule, tier, file } = group.primary, key = `${rule}\0${tier}\0${file}\0${line(group.primary)}\0${group.suppression === void 0 ? "" : "suppressed"}`, first = kept.get(key);
    first === void 0 ? kept.set(key, { ...group, sameLine: [] }) : first.sameLine.push(group);
  }
  return [...kept.values()];
}
function compareDetections(a, b) {
  return compareText(a.file, b.file) || a.range.start - b.range.start || a.range.end - b.range.end || compareText(a.rule, b.rule) || compareText(a.message, b.message);
}
function compareText(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

// src/findings/rank.ts
function rankScore(level, evidence, changed = "no") {
  let score = level === "note" ? 1 : 3;
  return changed !== "no" && (score += changed === "line" ? 2 : 1), evidence.numberKnown === !0 && score++, evidence.spansFiles === !0 && score++, (evidence.callingTests ?? 0) >= 3 && score++, evidence.explainedByComment === !0 && score--, evidence.fixtureData === !0 && score--, score;
}
function compareRank(a, b) {
  return b.rank - a.rank || familyOrder(a.rule) - familyOrder(b.rule) || compareText(a.file, b.file) || a.region.startLine - b.region.startLine || a.region.startColumn - b.region.startColumn || compareText(a.ruleId, b.ruleId);
}
var familyIds = ["waiting", "flakiness", "errors", "hardcoded", "comments"];
function familyOrder(code) {
  let order = familyIds.indexOf(familyOf(code)?.id ?? "");
  return order < 0 ? familyIds.length : order;
}
function orderO(rules) {
  let precision = (finding) => {
    let order = precisions.indexOf(rules.get(finding.rule)?.precision ?? "");
    return order < 0 ? precisions.length : order;
  };
  return (a, b) => tiers.indexOf(a.tier) - tiers.indexOf(b.tier) || (b.severity ?? 0) - (a.severity ?? 0) || levels.indexOf(a.level) - levels.indexOf(b.level) || precision(a) - precision(b) || compareFindings(a, b);
}
var tiers = ["defect", "hotspot", "note"], levels = ["error", "warning", "note"], precisions = ["very-high", "high", "medium", "low"];
function compareFindings(a, b) {
  return compareText(a.file, b.file) || a.region.startLine - b.region.startLine || a.region.startColumn - b.region.startColumn || compareText(a.ruleId, b.ruleId) || compareText(a.fingerprint, b.fingerprint);
}

export {
  groupDetections,
  compareDetections,
  compareText,
  rankScore,
  compareRank,
  orderO,
  compareFindings
};
