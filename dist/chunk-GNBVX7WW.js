import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  familyOf,
  ruleLevel,
  ruleName,
  ruleProfile,
  ruleTags
} from "./chunk-4VJFYAOQ.js";

// src/rules/describe-rule.ts
function describeRule(rule) {
  let security = rule.category === "security" ? rule : void 0;
  return {
    code: rule.code,
    id: rule.id,
    name: ruleName(rule),
    title: rule.title,
    category: rule.category,
    tier: security?.tier,
    severity: security?.severity,
    caseSeverity: security?.caseSeverity,
    practiceLevels: rule.category === "practice" ? rule.severity : void 0,
    level: ruleLevel(rule),
    precision: rule.precision,
    profile: ruleProfile(rule),
    family: familyOf(rule.code)?.id ?? rule.category,
    cwe: rule.cwe,
    tags: ruleTags(rule),
    references: rule.references,
    peers: rule.peers,
    why: rule.why.trim(),
    fix: rule.fix.trim(),
    badExample: rule.help.bad,
    goodExample: rule.help.good
  };
}
function severityText(rule) {
  if (rule.category === "practice")
    return `test code: ${rule.severity.test}, production code: ${rule.severity.production}`;
  let band = rule.severity > 9 ? "critical" : rule.severity >= 7 ? "high" : rule.severity >= 4 ? "medium" : "low";
  return `${rule.tier}, ${band} (${rule.severity.toFixed(1)}), precision ${rule.precision}`;
}
var peerNames = [
  ["bandit", "Bandit"],
  ["ruff", "Ruff"],
  ["flake8", "Flake8"],
  ["pylint", "Pylint"],
  ["semgrep", "Semgrep"],
  ["codeql", "CodeQL"],
  ["sonar", "Sonar"],
  ["pysa", "Pysa"],
  ["hacking", "hacking"],
  ["smells", "test smells"]
];
function peersText(rule) {
  return peerNames.flatMap(([key, name]) => rule.peers[key] ? [`${name} ${rule.peers[key].join(", ")}`] : []).join("; ");
}

export {
  describeRule,
  severityText,
  peersText
};
