import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  shortenEnd,
  shortenMiddle
} from "./chunk-JON3PTKK.js";
import {
  compareFindings,
  compareText
} from "./chunk-TAZYNEVG.js";
import {
  count
} from "./chunk-CCYPABZL.js";
import {
  cweTag,
  levelOfSeverity,
  ruleName
} from "./chunk-4VJFYAOQ.js";
import {
  visibleText,
  wellFormed
} from "./chunk-QIWHAPUH.js";

// src/report/rule-view.ts
function rulesByCode(rules) {
  return new Map(rules.map((rule) => [rule.code, rule]));
}
function ruleOf(rules, code) {
  let rule = rules.get(code);
  if (!rule) throw new Error(`a finding names the rule ${code}, which is not in the rule set`);
  return rule;
}

// src/report/text/markdown-text.ts
var special = /[&<>"'`|*_[\](){}#!~@\\$+\-.:]/g, pathLimit = 120, codeLimit = 160;
function codeSpan(text, limit = codeLimit) {
  let shown = shortenMiddle(visibleText(text), limit).trim();
  return shown === "" ? "" : `<code>${entities(shown)}</code>`;
}
function entities(text) {
  return text.replace(special, (character) => {
    let entity = `&#${character.charCodeAt(0)};`;
    return character === "@" ? `<!-- -->${entity}` : entity;
  });
}
function prose(message, limit = 600) {
  return shortenMiddle(visibleText(message).replace(/\s+/g, " ").trim(), limit).split("`").map((part, index, parts) => index % 2 === 1 && index < parts.length - 1 ? codeSpan(part) : words(part)).join("");
}
function words(text) {
  let out = [], code = [], flush = () => {
    if (code.length === 0) return;
    let { before, body, after } = peeled(code.join(" "));
    out.push(before + codeSpan(body) + after), code = [];
  };
  for (let token of wholeExpressions(text.split(" "))) {
    let { before, body, after } = peeled(token);
    isPlain(body) ? (flush(), out.push(before + body + after)) : (code.push(token), /[,.;:]$/.test(after) && flush());
  }
  return flush(), out.join(" ");
}
var expressionWords = 16;
function wholeExpressions(tokens) {
  let out = [];
  for (let index = 0; index < tokens.length; index++) {
    let token = tokens[index] ?? "", joined = token, taken = 0;
    if (/[\w\])"']["'([{]/.test(token) || /^\(?["'[{]/.test(token))
      for (; taken < expressionWords && index + taken + 1 < tokens.length && isOpen(joined); )
        taken++, joined += ` ${tokens[index + taken] ?? ""}`;
    taken > 0 && !isOpen(joined) ? index += taken : joined = token, out.push(joined);
  }
  return out;
}
function isOpen(text) {
  let bare = text.replace(/(["'])(?:(?!\1).)*\1/g, "");
  return /["]/.test(bare) ? !0 : (bare.match(/[([{]/g)?.length ?? 0) > (bare.match(/[)\]}]/g)?.length ?? 0);
}
function peeled(token) {
  let after = /[,.;:!?]*$/.exec(token)?.[0] ?? "", body = token.slice(0, token.length - after.length), before = "", closing = "";
  body.startsWith("(") && (before = "(", body = body.slice(1));
  let opened = body.split("(").length - 1, closed = body.split(")").length - 1;
  return body.endsWith(")") && closed > opened && (closing = ")", body = body.slice(0, -1)), { before, body, after: closing + after };
}
function isPlain(word) {
  return /^(?:|[·…–—=/]|\d{1,10}(?:\.\d{1,4})?|\d{1,3}(?:,\d{3})+)$/.test(word) ? !0 : !/^[A-Za-z]+(['’-][A-Za-z]+)*$/.test(word) || /^[0-9a-f]{7,}$/i.test(word) ? !1 : word.length <= 24 && (properNames.has(word) || !/[a-z][A-Z]/.test(word));
}
var properNames = /* @__PURE__ */ new Set([
  "GitHub",
  "GitLab",
  "JavaScript",
  "MongoDB",
  "MySQL",
  "OpenSSL",
  "OpenStack",
  "PostgreSQL",
  "PyJWT",
  "PyPI",
  "PyYAML"
]);
function encodePath(path) {
  return path.split("/").map(encodeSegment).join("/");
}
function encodeSegment(segment) {
  return encodeURIComponent(segment.replace(new RegExp("\\p{Surrogate}", "gu"), "�")).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`
  );
}

// src/report/rule-help.ts
function ruleHelpMarkdown(rule) {
  let parts = [`**Why it matters.** ${rule.why.trim()}`];
  rule.badExample !== void 0 && parts.push("**What is found**", fenced(rule.badExample, "python")), parts.push(`**What to do.** ${rule.fix.trim()}`), rule.goodExample !== void 0 && parts.push(fenced(rule.goodExample, "python"));
  let links = [...rule.cwe.map((number) => `[CWE-${number}](${cweUri(number)})`), ...rule.references.map(reference)];
  return links.length > 0 && parts.push(`**References**

${links.map((link) => `- ${link}`).join(`
`)}`), `${parts.join(`

`)}
`;
}
function ruleHelpText(rule) {
  let parts = [`Why it matters: ${rule.why.trim()}`];
  rule.badExample !== void 0 && parts.push(`What is found:

${indented(rule.badExample)}`), parts.push(`What to do: ${rule.fix.trim()}`), rule.goodExample !== void 0 && parts.push(indented(rule.goodExample));
  let links = [...rule.cwe.map((number) => `CWE-${number}: ${cweUri(number)}`), ...rule.references];
  return links.length > 0 && parts.push(`References:
${links.join(`
`)}`), `${parts.join(`

`)}
`;
}
function cweUri(number) {
  return `https://cwe.mitre.org/data/definitions/${number}.html`;
}
function fenced(code, language) {
  let longest = Math.max(0, ...[...code.matchAll(/`+/g)].map((run) => run[0].length)), fence = "`".repeat(Math.max(3, longest + 1));
  return `${fence}${language}
${code.trimEnd()}
${fence}`;
}
function reference(link) {
  return /^https?:\/\/[^\s<>]+$/.test(link) ? `<${link}>` : codeSpan(link);
}
function indented(code) {
  return code.trimEnd().split(`
`).map((line) => line === "" ? "" : `    ${line}`).join(`
`);
}

// src/report/sarif/cwe-names.ts
var cweNames = {
  15: "External Control of System or Configuration Setting",
  20: "Improper Input Validation",
  22: "Improper Limitation of a Pathname to a Restricted Directory",
  73: "External Control of File Name or Path",
  78: "Improper Neutralization of Special Elements used in an OS Command",
  79: "Improper Neutralization of Input During Web Page Generation",
  88: "Improper Neutralization of Argument Delimiters in a Command",
  89: "Improper Neutralization of Special Elements used in an SQL Command",
  90: "Improper Neutralization of Special Elements used in an LDAP Query",
  91: "XML Injection",
  93: "Improper Neutralization of CRLF Sequences",
  94: "Improper Control of Generation of Code",
  95: "Improper Neutralization of Directives in Dynamically Evaluated Code",
  96: "Improper Neutralization of Directives in Statically Saved Code",
  113: "Improper Neutralization of CRLF Sequences in HTTP Headers",
  116: "Improper Encoding or Escaping of Output",
  117: "Improper Output Neutralization for Logs",
  134: "Use of Externally-Controlled Format String",
  155: "Improper Neutralization of Wildcards or Matching Symbols",
  176: "Improper Handling of Unicode Encoding",
  200: "Exposure of Sensitive Information to an Unauthorized Actor",
  208: "Observable Timing Discrepancy",
  209: "Generation of Error Message Containing Sensitive Information",
  250: "Execution with Unnecessary Privileges",
  259: "Use of Hard-coded Password",
  276: "Incorrect Default Permissions",
  283: "Unverified Ownership",
  284: "Improper Access Control",
  285: "Improper Authorization",
  287: "Improper Authentication",
  290: "Authentication Bypass by Spoofing",
  295: "Improper Certificate Validation",
  297: "Improper Validation of Certificate with Host Mismatch",
  306: "Missing Authentication for Critical Function",
  311: "Missing Encryption of Sensitive Data",
  312: "Cleartext Storage of Sensitive Information",
  319: "Cleartext Transmission of Sensitive Information",
  321: "Use of Hard-coded Cryptographic Key",
  322: "Key Exchange without Entity Authentication",
  326: "Inadequate Encryption Strength",
  327: "Use of a Broken or Risky Cryptographic Algorithm",
  328: "Use of Weak Hash",
  329: "Generation of Predictable IV with CBC Mode",
  338: "Use of Cryptographically Weak Pseudo-Random Number Generator",
  340: "Generation of Predictable Numbers or Identifiers",
  346: "Origin Validation Error",
  347: "Improper Verification of Cryptographic Signature",
  348: "Use of Less Trusted Source",
  352: "Cross-Site Request Forgery",
  353: "Missing Support for Integrity Check",
  359: "Exposure of Private Personal Information to an Unauthorized Actor",
  377: "Insecure Temporary File",
  379: "Creation of Temporary File in Directory with Insecure Permissions",
  390: "Detection of Error Condition Without Action",
  400: "Uncontrolled Resource Consumption",
  409: "Improper Handling of Highly Compressed Data",
  426: "Untrusted Search Path",
  434: "Unrestricted Upload of File with Dangerous Type",
  441: "Unintended Proxy or Intermediary",
  454: "External Initialization of Trusted Variables or Data Stores",
  470: "Use of Externally-Controlled Input to Select Classes or Code",
  477: "Use of Obsolete Function",
  489: "Active Debug Code",
  494: "Download of Code Without Integrity Check",
  501: "Trust Boundary Violation",
  502: "Deserialization of Untrusted Data",
  506: "Embedded Malicious Code",
  521: "Weak Password Requirements",
  522: "Insufficiently Protected Credentials",
  523: "Unprotected Transport of Credentials",
  532: "Insertion of Sensitive Information into Log File",
  552: "Files or Directories Accessible to External Parties",
  601: "URL Redirection to Untrusted Site",
  605: "Multiple Binds to the Same Port",
  611: "Improper Restriction of XML External Entity Reference",
  614: "Sensitive Cookie in HTTPS Session Without Secure Attribute",
  617: "Reachable Assertion",
  643: "Improper Neutralization of Data within XPath Expressions",
  644: "Improper Neutralization of HTTP Headers for Scripting Syntax",
  668: "Exposure of Resource to Wrong Sphere",
  676: "Use of Potentially Dangerous Function",
  693: "Protection Mechanism Failure",
  704: "Incorrect Type Conversion or Cast",
  706: "Use of Incorrectly-Resolved Name or Reference",
  732: "Incorrect Permission Assignment for Critical Resource",
  760: "Use of a One-Way Hash with a Predictable Salt",
  770: "Allocation of Resources Without Limits or Throttling",
  776: "Improper Restriction of Recursive Entity References in DTDs",
  789: "Memory Allocation with Excessive Size Value",
  798: "Use of Hard-coded Credentials",
  807: "Reliance on Untrusted Inputs in a Security Decision",
  829: "Inclusion of Functionality from Untrusted Control Sphere",
  862: "Missing Authorization",
  863: "Incorrect Authorization",
  915: "Improperly Controlled Modification of Dynamically-Determined Object Attributes",
  916: "Use of Password Hash With Insufficient Computational Effort",
  918: "Server-Side Request Forgery",
  939: "Improper Authorization in Handler for Custom URL Scheme",
  942: "Permissive Cross-domain Policy with Untrusted Domains",
  943: "Improper Neutralization of Special Elements in Data Query Logic",
  1004: "Sensitive Cookie Without HttpOnly Flag",
  1007: "Insufficient Visual Distinction of Homoglyphs Presented to User",
  1104: "Use of Unmaintained Third Party Components",
  1188: "Initialization of a Resource with an Insecure Default",
  1236: "Improper Neutralization of Formula Elements in a CSV File",
  1275: "Sensitive Cookie with Improper SameSite Attribute",
  1333: "Inefficient Regular Expression Complexity",
  1336: "Improper Neutralization of Special Elements Used in a Template Engine",
  1357: "Reliance on Insufficiently Trustworthy Component",
  1395: "Dependency on Vulnerable Third-Party Component",
  1426: "Improper Validation of Generative AI Output",
  1427: "Improper Neutralization of Input Used for LLM Prompting"
};

// src/report/sarif/cwe-taxonomy.ts
function cweTaxonomy(rules) {
  let numbers = [...new Set(rules.flatMap((rule) => rule.cwe))].sort((a, b) => a - b), indexes = new Map(numbers.map((number, index) => [number, index]));
  return {
    component: {
      name: "CWE",
      version: "4.15",
      organization: "MITRE",
      informationUri: "https://cwe.mitre.org/",
      shortDescription: { text: "Common Weakness Enumeration" },
      isComprehensive: !1,
      taxa: numbers.map(taxon)
    },
    relationships: (rule) => rule.cwe.map((number) => ({
      target: { id: `CWE-${number}`, index: indexes.get(number) ?? -1, toolComponent: { name: "CWE", index: 0 } },
      kinds: ["superset"]
    }))
  };
}
function taxon(number) {
  let name = cweNames[number];
  return {
    id: `CWE-${number}`,
    ...name === void 0 ? {} : { name: name.replace(/[^A-Za-z0-9]+(.)?/g, (_, next) => (next ?? "").toUpperCase()) },
    shortDescription: { text: name ?? `CWE-${number}` },
    helpUri: cweUri(number)
  };
}

// src/report/sarif/message-text.ts
function escapeMessage(text) {
  return visibleText(text).replace(/[\\[\]]/g, "\\$&").replace(/[{}]/g, "$&$&");
}
function linkedMessage(finding, message, targets) {
  let open = /* @__PURE__ */ new Map();
  for (let target of targets) {
    let phrases2 = target.file === finding.file ? [`line ${target.line}`] : [];
    for (let phrase of [`${target.file} line ${target.line}`, ...phrases2])
      open.has(phrase) || open.set(phrase, target);
  }
  if (open.size === 0) return escapeMessage(message);
  let linked = /* @__PURE__ */ new Set(), phrases = [...open.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).map(escapeRegExp), pattern = new RegExp(`(?<![\\w./-])(?:${phrases.join("|")})(?!\\d)`, "g"), out = "", from = 0;
  for (let match of message.matchAll(pattern)) {
    let target = open.get(match[0]);
    !target || linked.has(target.id) || match[0].startsWith("line ") && /[\w-]\.\w+ $/.test(message.slice(0, match.index)) || (linked.add(target.id), out += `${escapeMessage(message.slice(from, match.index))}[${escapeMessage(match[0])}](${target.id})`, from = match.index + match[0].length);
  }
  return out + escapeMessage(message.slice(from));
}
function escapeRegExp(text) {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&");
}

// src/report/sarif/locations.ts
var rootId = "SRCROOT", snippetLimit = 300, redacted = "(not shown: this line holds a secret)";
function artifactLocation(path) {
  return { uri: encodePath(path), uriBaseId: rootId };
}
function physicalLocation(place, secret) {
  let text = secret ? redacted : snippetOf(place);
  return {
    artifactLocation: artifactLocation(place.file),
    region: text === void 0 ? regionOf(place.region) : { ...regionOf(place.region), snippet: { text } }
  };
}
function linkedLocation(id, place, message, secret) {
  return { id, physicalLocation: physicalLocation(place, secret), message: { text: escapeMessage(message) } };
}
function regionOf(region) {
  let { startLine, startColumn } = region, endLine = Math.max(region.endLine, startLine), endColumn = endLine === startLine ? Math.max(region.endColumn, startColumn) : region.endColumn;
  return { startLine, startColumn, endLine, endColumn };
}
function surrounds(outer, inner) {
  let starts = outer.startLine < inner.startLine || outer.startLine === inner.startLine && outer.startColumn <= inner.startColumn, ends = outer.endLine > inner.endLine || outer.endLine === inner.endLine && outer.endColumn >= inner.endColumn, same = outer.startLine === inner.startLine && outer.startColumn === inner.startColumn && outer.endLine === inner.endLine && outer.endColumn === inner.endColumn;
  return starts && ends && !same;
}
function snippetOf(place) {
  if (place.snippet === void 0) return;
  let part = place.snippet.slice(place.region.startColumn - 1, place.region.endColumn - 1), whole = place.region.endColumn - 1 <= place.snippet.length && part !== "";
  return shortenEnd(wellFormed(whole ? part : place.snippet), snippetLimit);
}

// src/base/problem.ts
var problemKinds = {
  PVN001: { name: "FileNotParsed", level: "warning" },
  PVN002: { name: "FileSkipped", level: "note" },
  PVN003: { name: "UploadTruncated", level: "warning" },
  PVN004: { name: "AnalysisLimit", level: "warning" },
  PVN005: { name: "RuleFailed", level: "error" },
  PVN006: { name: "UnresolvedImport", level: "note" },
  PVN007: { name: "UnmodelledFramework", level: "note" },
  PVN008: { name: "OpaqueConstruct", level: "note" },
  PVN009: { name: "MissingDependency", level: "note" },
  PVN010: { name: "AdvisoriesNotRead", level: "warning" },
  PVC001: { name: "ConfigProblem", level: "warning" },
  PVC002: { name: "UnusedSuppression", level: "note" },
  PVC003: { name: "SuppressionWithoutReason", level: "note" },
  PVC004: { name: "SuppressionReopened", level: "warning" }
};

// src/report/skip-reasons.ts
var skipReasonText = {
  "virtual-environment": "in a virtual environment",
  vendored: "vendored",
  generated: "generated",
  "too-large": "too large",
  binary: "binary",
  excluded: "excluded by configuration",
  "symlink-outside": "a link that leaves the checkout",
  symlink: "a link to a file listed elsewhere",
  "other-language": "a notebook in another language",
  unreadable: "unreadable",
  encoding: "unknown encoding",
  "cell-magic": "a notebook cell in another language"
};

// src/report/group-by.ts
function groupBy(items, keyOf) {
  let groups = /* @__PURE__ */ new Map();
  for (let item of items) {
    let key = keyOf(item), group = groups.get(key);
    group ? group.push(item) : groups.set(key, [item]);
  }
  return groups;
}

// src/report/sarif/notifications.ts
var ids = Object.keys(problemKinds), skippedPerReason = 20, descriptions = {
  PVN001: "A file could not be parsed, wholly or in part.",
  PVN002: "A file was left out: too large, binary, in an unknown encoding, excluded, generated or vendored.",
  PVN003: "Not every finding was sent to code scanning.",
  PVN004: "A limit on time, call depth or number of paths was reached.",
  PVN005: "A rule failed on a file; the other rules went on.",
  PVN006: "Imports could not be resolved.",
  PVN007: "A framework is used that no model describes.",
  PVN008: "Code is built or changed at run time, out of sight of the analysis.",
  PVN009: "A declared dependency is not in the checkout.",
  PVN010: "Advisories about dependencies could not be had, wholly or in part.",
  PVC001: "Something in the configuration is wrong or has no effect.",
  PVC002: "A suppression names an unknown rule or suppresses nothing.",
  PVC003: "A suppression gives no reason, and reasons are required.",
  PVC004: "A suppression accepts another path than the one that is there now, so the finding is reported again."
}, notificationDescriptors = ids.map((id) => ({
  id,
  name: problemKinds[id].name,
  shortDescription: { text: descriptions[id] },
  fullDescription: { text: descriptions[id] },
  help: { text: descriptions[id] },
  defaultConfiguration: { level: problemKinds[id].level }
}));
function notifications(problems, skipped, descriptors) {
  let named = new Set(
    problems.flatMap((problem) => problem.id === "PVN002" && problem.file !== void 0 ? [problem.file] : [])
  ), tool = problems.filter((problem) => !problem.id.startsWith("PVC")), configuration = problems.filter((problem) => problem.id.startsWith("PVC"));
  return {
    tool: [
      ...tool.map((problem) => notification(problem, descriptors)),
      ...skippedNotifications(skipped.filter((file) => !named.has(file.path)))
    ],
    configuration: configuration.map((problem) => notification(problem, descriptors))
  };
}
function truncationNotification(text) {
  return {
    descriptor: descriptorReference("PVN003"),
    level: problemKinds.PVN003.level,
    message: { text: escapeMessage(text) }
  };
}
function notification(problem, descriptors) {
  let associated = [problem.rule ?? "", `${problem.rule ?? ""}/review`].find((id) => descriptors.indexOf.has(id));
  return {
    descriptor: descriptorReference(problem.id),
    level: problemKinds[problem.id].level,
    message: { text: escapeMessage(problem.message) },
    ...associated === void 0 ? {} : { associatedRule: { id: associated, index: descriptors.indexOf.get(associated) ?? -1 } },
    ...problem.file === void 0 ? {} : {
      locations: [
        {
          physicalLocation: {
            artifactLocation: artifactLocation(problem.file),
            ...problem.line === void 0 ? {} : { region: { startLine: problem.line } }
          }
        }
      ]
    }
  };
}
function skippedNotifications(skipped) {
  let byPath = [...skipped].sort((a, b) => compareText(a.path, b.path));
  return [...groupBy(byPath, (file) => file.reason)].sort(([a], [b]) => compareText(a, b)).flatMap(([, files]) => {
    let named = files.slice(0, skippedPerReason).map((file) => ({
      descriptor: descriptorReference("PVN002"),
      level: problemKinds.PVN002.level,
      message: { text: escapeMessage(`Skipped: ${skippedBecause(files)} (${file.detail}).`) },
      locations: [{ physicalLocation: { artifactLocation: artifactLocation(file.path) } }]
    })), rest = files.length - named.length;
    if (rest === 0) return named;
    let text = `Skipped: ${count(rest, "more file")} (${skippedBecause(files)}).`;
    return [
      ...named,
      { descriptor: descriptorReference("PVN002"), level: problemKinds.PVN002.level, message: { text } }
    ];
  });
}
function skippedBecause([first]) {
  return first ? skipReasonText[first.reason] : "";
}
function descriptorReference(id) {
  return { id, index: ids.indexOf(id) };
}

// src/report/flow-steps.ts
function shownFlows(finding, limit) {
  return finding.flows.map((flow) => flow.steps).filter((steps) => steps.length > 0).sort((a, b) => a.length - b.length).slice(0, limit);
}
function shortenSteps(steps, limit) {
  let chosen = steps.length <= limit ? steps.map((_, index) => index) : keptPositions(steps, limit);
  return chosen.flatMap((position, index) => {
    let step = steps[position], previous = index === 0 ? -1 : chosen[index - 1] ?? -1;
    return step ? [{ step, position, omitted: position - previous - 1 }] : [];
  });
}
function keptPositions(steps, limit) {
  let ends = Math.floor((limit - 1) / 3), kept = /* @__PURE__ */ new Set();
  for (let index = 0; index <= ends; index++) kept.add(index);
  for (let index = 0; index < Math.max(ends, 1); index++) kept.add(steps.length - 1 - index);
  for (let [index, step] of steps.entries()) {
    if (kept.size >= limit) break;
    (step.kind === "call" || step.kind === "return") && kept.add(index);
  }
  return [...kept].sort((a, b) => a - b);
}

// src/report/sarif/results.ts
var flowLimit = 4, stepLimit = 32, relatedLimit = 20;
function sarifResult(finding, rule, descriptors) {
  let flows = shownFlows(finding, flowLimit), related = relatedLocations(finding, flows), codeFlows = flows.map((steps) => codeFlow(steps, finding.secret)), suppressions = suppressionsOf(finding), primary = physicalLocation(finding, finding.secret);
  return {
    ruleId: finding.ruleId,
    ruleIndex: descriptors.indexOf.get(finding.ruleId) ?? -1,
    ...descriptors.levelOf.get(finding.ruleId) === finding.level ? {} : { level: finding.level },
    kind: "fail",
    message: { text: messageOf(finding, rule, related) },
    locations: [
      {
        physicalLocation: surrounds(finding.context, finding.region) ? { ...primary, contextRegion: regionOf(finding.context) } : primary
      }
    ],
    ...related.length > 0 ? { relatedLocations: related.map(({ location }) => location) } : {},
    ...codeFlows.length > 0 ? { codeFlows } : {},
    partialFingerprints: { primaryLocationLineHash: finding.lineHash, "pyverdictContext/v1": finding.fingerprint },
    ...finding.repairs === void 0 ? {} : { fixes: fixesOf(finding) },
    ...suppressions.length > 0 ? { suppressions } : {},
    ...finding.baseline === void 0 ? {} : { baselineState: finding.baseline },
    properties: {
      tier: finding.tier,
      ...finding.mergedRules.length > 0 ? { mergedRules: [...finding.mergedRules] } : {}
    }
  };
}
function relatedLocations(finding, flows) {
  return [...flows.slice(0, 1).flatMap((steps) => steps[0] ?? []), ...finding.related].slice(0, relatedLimit).map((place, index) => ({
    target: { id: index + 1, file: place.file, line: place.region.startLine },
    location: linkedLocation(index + 1, place, place.message, finding.secret)
  }));
}
function messageOf(finding, rule, related) {
  let ownFix = finding.fix.trim() !== "" && finding.fix.trim() !== rule.fix.trim() ? ` ${finding.fix.trim()}` : "", said = finding.message.trim() === "" ? `${rule.title}.` : finding.message, message = linkedMessage(
    finding,
    said + ownFix,
    related.map(({ target }) => target)
  ), source = related[0]?.target;
  if (source && finding.flows.length > 0 && !message.includes(`](${source.id})`)) {
    let place = source.file === finding.file ? `line ${source.line}` : `${source.file} line ${source.line}`;
    message += ` The value comes from [${escapeMessage(place)}](${source.id}).`;
  }
  let more = finding.furtherPlaces + Math.max(0, finding.related.length - relatedLimit);
  return more > 0 && !/\b\d[\d,]* (?:more|other)\b/.test(finding.message) && (message += ` And ${count(more, "more place", "more places")}.`), message;
}
function codeFlow(steps, secret) {
  return { threadFlows: [{ locations: shortenSteps(steps, stepLimit).map(({ step, position, omitted }) => {
    let gap = omitted > 0 ? `… ${count(omitted, "step")} omitted; ` : "";
    return {
      location: {
        physicalLocation: physicalLocation(step, secret),
        message: { text: escapeMessage(gap + step.message) }
      },
      kinds: [step.kind],
      nestingLevel: step.depth,
      executionOrder: position + 1,
      importance: step.kind === "assignment" ? "unimportant" : "essential"
    };
  }) }] };
}
function fixesOf(finding) {
  return (finding.repairs ?? []).map(({ file, replacements, safe }) => ({
    description: { text: escapeMessage(finding.fix) },
    artifactChanges: [
      {
        artifactLocation: artifactLocation(file),
        replacements: replacements.map(({ region, text }) => ({
          deletedRegion: { ...region },
          insertedContent: { text: wellFormed(text) }
        }))
      }
    ],
    properties: { safe }
  }));
}
function suppressionsOf(finding) {
  let made = [];
  if (finding.suppression) {
    let { mark, reason, file, line } = finding.suppression;
    made.push({
      kind: "inSource",
      status: "accepted",
      ...reason === "" ? {} : { justification: wellFormed(reason) },
      location: { physicalLocation: { artifactLocation: artifactLocation(file), region: { startLine: line } } },
      properties: { mark: wellFormed(mark) }
    });
  }
  return finding.baseline === "unchanged" && made.push({ kind: "external", status: "accepted", justification: "Known in the baseline." }), made;
}

// src/report/sarif/rule-descriptors.ts
var reviewSeverityCap = 6.9, tagLimit = 9;
function ruleDescriptors(rules, findings, taxonomy, rulePages) {
  let used = /* @__PURE__ */ new Map();
  for (let finding of findings) used.set(finding.ruleId, finding.severity ?? used.get(finding.ruleId));
  let made = rules.flatMap((rule) => idsOf(rule, used).map((id) => ({ id, ...describe(rule, id, used.get(id)) }))).sort((a, b) => compareText(a.id, b.id));
  return {
    rules: made.map(({ id, descriptor, rule }) => {
      let page = rulePages === void 0 ? rule.references[0] : `${rulePages}${rule.id}.md`, relationships = taxonomy.relationships(rule);
      return {
        id,
        ...descriptor,
        ...page === void 0 ? {} : { helpUri: page },
        ...relationships.length > 0 ? { relationships } : {}
      };
    }),
    indexOf: new Map(made.map(({ id }, index) => [id, index])),
    levelOf: new Map(made.map(({ id, level }) => [id, level]))
  };
}
function idsOf(rule, used) {
  let review = `${rule.code}/review`;
  if (rule.category === "practice") return [rule.code];
  let plainExpected = rule.tier === "defect" || rule.caseSeverity?.defect !== void 0, reviewExpected = rule.tier === "defect" || rule.tier === "hotspot" || rule.caseSeverity?.hotspot !== void 0;
  return [
    ...plainExpected || used.has(rule.code) ? [rule.code] : [],
    ...reviewExpected || used.has(review) ? [review] : []
  ];
}
function describe(rule, id, usedSeverity) {
  let review = id.endsWith("/review"), severity = rule.category === "practice" ? void 0 : usedSeverity ?? ruleSeverity(rule, review), level = severity === void 0 ? practiceLevel(rule) : reviewLevel(levelOfSeverity(severity), review);
  return { descriptor: {
    name: ruleName(rule) + (review ? "Review" : ""),
    shortDescription: { text: shortenEnd(rule.title, review ? 108 : 120) + (review ? " (to review)" : "") },
    fullDescription: { text: shortenEnd(rule.why.trim(), 900) },
    help: { text: ruleHelpText(rule), markdown: ruleHelpMarkdown(rule) },
    defaultConfiguration: { level },
    properties: {
      tags: tagsOf(rule),
      precision: rule.precision,
      "problem.severity": level === "note" ? "recommendation" : level,
      ...severity === void 0 ? {} : { "security-severity": severity.toFixed(1) }
    }
  }, level, rule };
}
function ruleSeverity(rule, review) {
  let severity = rule.severity ?? 0.1;
  return review ? Math.min(rule.caseSeverity?.hotspot ?? severity, reviewSeverityCap) : rule.caseSeverity?.defect ?? severity;
}
function reviewLevel(level, review) {
  return review && level === "error" ? "warning" : level;
}
function practiceLevel(rule) {
  return rule.practiceLevels?.test === "warning" || rule.practiceLevels?.production === "warning" ? "warning" : "note";
}
function tagsOf(rule) {
  let own = rule.tags.filter((tag) => tag !== "security" && tag !== "practice");
  return [.../* @__PURE__ */ new Set([rule.category, ...rule.cwe.map(cweTag), "python", ...own, rule.family])].slice(0, tagLimit);
}

// src/report/sarif/sarif-log.ts
var toolName = "pyverdict";
function sarifLog(set, rules, options, run) {
  let byCode = rulesByCode(rules), ran = rules.filter(
    (rule) => set.coverage.rulesRun.includes(rule.code) || set.findings.some((finding) => finding.rule === rule.code)
  ), taxonomy = cweTaxonomy(ran), descriptors = ruleDescriptors(ran, set.findings, taxonomy, run.rulePages), { tool, configuration } = notifications(set.problems, set.skipped, descriptors), hasCwe = (taxonomy.component.taxa ?? []).length > 0;
  return { $schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0", runs: [{
    tool: {
      driver: {
        name: toolName,
        semanticVersion: run.version,
        version: run.version,
        ...run.informationUri === void 0 ? {} : { informationUri: run.informationUri },
        rules: descriptors.rules,
        notifications: [...notificationDescriptors],
        ...hasCwe ? { supportedTaxonomies: [{ name: "CWE", index: 0 }] } : {},
        properties: { ruleSetHash: run.ruleSetHash }
      }
    },
    automationDetails: { id: `${options.category}/` },
    columnKind: "utf16CodeUnits",
    defaultSourceLanguage: "python",
    originalUriBaseIds: { [rootId]: { description: { text: "The root of the checkout that was scanned." } } },
    ...run.repository ? { versionControlProvenance: [provenance(run.repository)] } : {},
    invocations: [
      {
        executionSuccessful: set.verdict !== "failed",
        ...run.startTime === void 0 ? {} : { startTimeUtc: run.startTime },
        ...run.endTime === void 0 ? {} : { endTimeUtc: run.endTime },
        ...run.exitCode === void 0 ? {} : { exitCode: run.exitCode },
        toolExecutionNotifications: tool,
        toolConfigurationNotifications: configuration
      }
    ],
    ...hasCwe ? { taxonomies: [taxonomy.component] } : {},
    artifacts: artifacts(set),
    results: [...set.findings].sort(compareFindings).map((finding) => sarifResult(finding, ruleOf(byCode, finding.rule), descriptors))
  }] };
}
function artifacts(set) {
  let facts = new Map(set.artifacts.map((artifact) => [artifact.path, artifact])), paths = new Set(set.problems.flatMap((problem) => problem.file ?? []));
  for (let finding of set.findings) {
    for (let place of [finding, ...finding.related, ...finding.flows.flatMap((flow) => flow.steps)])
      paths.add(place.file);
    finding.suppression && paths.add(finding.suppression.file);
  }
  return [...paths].sort(compareText).map((path) => {
    let known = facts.get(path);
    return {
      location: artifactLocation(path),
      roles: ["analysisTarget"],
      sourceLanguage: "python",
      ...known ? { length: known.length, encoding: known.encoding, hashes: { "sha-256": known.sha256 } } : {}
    };
  });
}
function provenance(repository) {
  let server = new URL(repository.serverUrl);
  return server.username = "", server.password = "", {
    repositoryUri: `${server.href.replace(/\/$/, "")}/${encodeURIComponent(repository.owner)}/${encodeURIComponent(repository.repo)}`,
    revisionId: repository.sha,
    ...repository.branch === void 0 ? {} : { branch: repository.branch },
    mappedTo: { uriBaseId: rootId }
  };
}

export {
  rulesByCode,
  ruleOf,
  problemKinds,
  groupBy,
  skipReasonText,
  shownFlows,
  shortenSteps,
  pathLimit,
  codeSpan,
  prose,
  encodePath,
  encodeSegment,
  cweUri,
  fenced,
  escapeMessage,
  notificationDescriptors,
  truncationNotification,
  descriptorReference,
  stepLimit,
  toolName,
  sarifLog
};
