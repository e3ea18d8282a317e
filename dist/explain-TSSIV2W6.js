import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  describeRule,
  peersText,
  severityText
} from "./chunk-GNBVX7WW.js";
import {
  families,
  familyOf
} from "./chunk-4VJFYAOQ.js";
import "./chunk-RVTCQXDU.js";

// src/rules/explain.ts
function explainRule(rule) {
  let described = describeRule(rule), peers = peersText(rule);
  return `${[
    `${rule.code} ${rule.id}
${rule.title}`,
    [
      `  Severity    ${severityText(rule)}`,
      `  Profile     ${described.profile}`,
      ...rule.cwe.length > 0 ? [`  CWE         ${rule.cwe.map((cwe) => `CWE-${cwe}`).join(", ")}`] : [],
      ...peers ? [`  Elsewhere   ${peers}`] : []
    ].join(`
`),
    `Why
${wrapped(rule.why)}`,
    `Found
${indented(rule.help.bad)}`,
    `Better
${indented(rule.help.good)}`,
    `How to fix
${wrapped(rule.fix)}`,
    ...rule.references.length > 0 ? [`See
${indented(rule.references.join(`
`), 2)}`] : []
  ].join(`

`)}
`;
}
function listRules(rules) {
  let idWidth = Math.max(0, ...rules.map((rule) => rule.id.length)), linesOf = (shown) => shown.map((rule) => `  ${rule.code}  ${rule.id.padEnd(idWidth)}  ${briefly(rule).padEnd(9)}  ${rule.title}`).join(`
`), groups = families.flatMap((family) => {
    let members = rules.filter((rule) => familyOf(rule.code) === family);
    return members.length === 0 ? [] : [`${family.name} (${family.category})
${linesOf(members)}`];
  }), own = rules.filter((rule) => familyOf(rule.code) === void 0);
  return own.length > 0 && groups.push(`of this checkout (.pyverdict/rules)
${linesOf(own)}`), `${groups.join(`

`)}
`;
}
function briefly(rule) {
  return rule.category === "security" ? rule.tier : describeRule(rule).level;
}
function indented(text, by = 4) {
  return text.replace(/^(?=.)/gm, " ".repeat(by));
}
function wrapped(text) {
  let lines = [], line = " ";
  for (let word of text.trim().split(/\s+/))
    line.length + 1 + word.length > 100 && line.trim() !== "" && (lines.push(line), line = " "), line += ` ${word}`;
  return [...lines, line].join(`
`);
}
export {
  explainRule,
  listRules
};
