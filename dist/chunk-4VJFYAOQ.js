import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);

// src/rules/families.ts
var families = [
  { id: "injection", name: "injection", category: "security", from: "PV101", to: "PV199" },
  { id: "dangerous-api", name: "dangerous APIs", category: "security", from: "PV201", to: "PV299" },
  { id: "web", name: "web configuration", category: "security", from: "PV301", to: "PV399" },
  { id: "secrets", name: "secrets", category: "security", from: "PV401", to: "PV499" },
  { id: "crypto", name: "cryptography and transport", category: "security", from: "PV501", to: "PV599" },
  { id: "cloud", name: "cloud configuration", category: "security", from: "PV601", to: "PV699" },
  { id: "supply-chain", name: "AI and supply chain", category: "security", from: "PV701", to: "PV799" },
  { id: "waiting", name: "waiting", category: "practice", from: "BP101", to: "BP149" },
  { id: "flakiness", name: "potential for flakiness", category: "practice", from: "BP150", to: "BP199" },
  { id: "hardcoded", name: "hardcoded values", category: "practice", from: "BP200", to: "BP299" },
  { id: "errors", name: "error handling", category: "practice", from: "BP300", to: "BP399" },
  { id: "comments", name: "comments", category: "practice", from: "BP400", to: "BP499" }
];
function familyOf(code) {
  return families.find((family) => inRange(code, family.from, family.to));
}
function familiesNotExamined(rules) {
  let examined = new Set(rules.map((rule) => familyOf(rule.code)?.id));
  return families.filter((family) => family.category === "security" && !examined.has(family.id)).map((family) => family.name);
}
function inRange(code, from, to) {
  return code.length === from.length && code.slice(0, 2) === from.slice(0, 2) && code >= from && code <= to;
}

// src/rules/owasp.ts
var categories = {
  a01: "PV109 PV110 PV113 PV131 PV132 PV140 PV141 PV303-PV305 PV309 PV310 PV319 PV340-PV342 PV348 PV215 PV601 PV605 PV606 PV608 PV610 PV611",
  a02: "PV411 PV412 PV415 PV501-PV519 PV528 PV602 PV607",
  a03: "PV101-PV108 PV115-PV130 PV133 PV136 PV156 PV201 PV206 PV207 PV256 PV311-PV315 PV704-PV706",
  a04: "PV134 PV135 PV137 PV138 PV226 PV318 PV320 PV323",
  a05: "PV115 PV116 PV301 PV302 PV306-PV308 PV316 PV317 PV321 PV327 PV344 PV603 PV609",
  a06: "PV230 PV516 PV526 PV529 PV711 PV712",
  a07: "PV323 PV343 PV345-PV347 PV401-PV410 PV520-PV525 PV325",
  a08: "PV114 PV209 PV210 PV527 PV701-PV703 PV707-PV710 PV713 PV219",
  a09: "PV122 PV227 PV413 PV416",
  a10: "PV111 PV112 PV139 PV220"
};
function owaspTags(code) {
  return Object.entries(categories).filter(
    ([, list]) => list.split(" ").some((part) => {
      let [from, to = from] = part.split("-");
      return inRange(code, from, to);
    })
  ).map(([category]) => `owasp-${category}`);
}

// src/rules/derived.ts
function ruleName(rule) {
  return rule.id.split("-").map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
}
function severityOf(rule, tier) {
  let given = rule.caseSeverity?.[tier];
  return given !== void 0 ? given : tier === "defect" ? rule.severity : Math.min(rule.severity, 6.9);
}
function levelOfSeverity(severity) {
  return severity >= 7 ? "error" : severity >= 4 ? "warning" : "note";
}
function ruleLevel(rule) {
  return rule.category === "security" ? levelOfSeverity(rule.severity) : rule.severity.test === "warning" || rule.severity.production === "warning" ? "warning" : "note";
}
function ruleProfile(rule) {
  return rule.profile ? rule.profile : rule.category === "practice" ? "default" : securityProfile(rule);
}
function securityProfile(rule) {
  switch (rule.tier) {
    case "defect":
      return rule.precision === "low" ? "audit" : "default";
    case "hotspot":
      return rule.precision === "high" || rule.precision === "very-high" || rule.precision === "medium" && rule.severity >= 6.5 ? "default" : "extended";
    case "inventory":
      return "audit";
  }
}
var kindTags = ["taint", "api", "config", "secret", "pattern"], kindOfFamily = {
  injection: "taint",
  web: "config",
  secrets: "secret",
  cloud: "config"
};
function ruleTags(rule) {
  let family = familyOf(rule.code)?.id, tags = [rule.category, ...rule.cwe.map(cweTag)];
  if (rule.category === "security") {
    let own = rule.tags.find((tag) => kindTags.includes(tag));
    tags.push(own ?? kindOfFamily[family ?? ""] ?? "api");
  }
  return family && tags.push(family), rule.category === "security" && tags.push(...owaspTags(rule.code)), [.../* @__PURE__ */ new Set([...tags, ...rule.tags, "python"])];
}
function cweTag(cwe) {
  return `external/cwe/cwe-${String(cwe).padStart(3, "0")}`;
}
function practiceLevel(rule, inTest) {
  let level = inTest ? rule.severity.test : rule.severity.production;
  return level === "opt-in" ? "off" : level;
}
function optedIn(rule) {
  if (rule.category !== "practice") return rule;
  let { test, production } = rule.severity;
  if (test !== "opt-in" && production !== "opt-in") return rule;
  let asked = (level) => level === "opt-in" ? "note" : level;
  return { ...rule, severity: { test: asked(test), production: asked(production) } };
}

export {
  families,
  familyOf,
  familiesNotExamined,
  ruleName,
  severityOf,
  levelOfSeverity,
  ruleLevel,
  ruleProfile,
  ruleTags,
  cweTag,
  practiceLevel,
  optedIn
};
