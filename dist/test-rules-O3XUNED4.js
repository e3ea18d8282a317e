import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  shortenMiddle
} from "./chunk-JON3PTKK.js";
import {
  findingMark,
  readOwnFiles
} from "./chunk-MXCI2XCO.js";
import {
  analyse,
  applyEdits,
  correctFiles,
  namedVersions,
  ownSeverity,
  resolveEdits
} from "./chunk-QLLBBONI.js";
import {
  count
} from "./chunk-CCYPABZL.js";
import {
  NameMapping,
  NameTable,
  buildModel,
  filePath,
  isProjectFile,
  parserModule
} from "./chunk-HHQEKI7M.js";
import "./chunk-AB43IXLW.js";
import "./chunk-QTOSVXEG.js";
import {
  levelOfSeverity,
  practiceLevel,
  severityOf
} from "./chunk-4VJFYAOQ.js";
import {
  findRule,
  requireRule
} from "./chunk-W65A6XST.js";
import {
  collectAdvisories
} from "./chunk-R56P2K4R.js";
import "./chunk-QHJQHKHC.js";
import "./chunk-NKCLXYN7.js";
import {
  safeLines
} from "./chunk-RFLJBLL3.js";
import "./chunk-QY6Q7WH2.js";
import {
  visibleText
} from "./chunk-QIWHAPUH.js";
import {
  bundle
} from "./chunk-BN766LEE.js";
import {
  Kind,
  LoweredTree,
  createFlatParser
} from "./chunk-YMQPTKG4.js";
import "./chunk-S5LOYPCO.js";
import {
  readOwnRules
} from "./chunk-7VISL4MZ.js";
import "./chunk-FORHVMEO.js";
import "./chunk-IUFO3TOP.js";
import "./chunk-6LGVUQHY.js";
import {
  ConfigurationError
} from "./chunk-SRHPKDDQ.js";
import "./chunk-4B76474W.js";
import "./chunk-ETEU7JQO.js";
import "./chunk-RVTCQXDU.js";

// src/parse/parse-texts.ts
function parseTexts(files) {
  let parser = createFlatParser(parserModule()), names = new NameTable(), mapping = new NameMapping(names);
  return { facts: Object.keys(files).sort().map((path) => {
    let bytes = new TextEncoder().encode(files[path]), { words: words2, lineStarts, comments } = parser.lower(bytes), globalNames = mapping.add(parser.takeNewTexts()), texts = [];
    for (let i = 0; i < comments.length; i += 2)
      texts.push(new TextDecoder().decode(bytes.subarray(comments[i], comments[i + 1])));
    let tree = new LoweredTree(words2, lineStarts, { ranges: comments, texts }, names, globalNames);
    return { file: sourceFile(path, bytes.length), tree, problems: [], skipped: [] };
  }), names };
}
function sourceFile(path, size) {
  let kind = path.endsWith(".pyi") ? "stub" : path.endsWith(".ipynb") ? "notebook" : "python";
  return { path: filePath(path), absolutePath: `/checkout/${path}`, kind, size };
}

// src/model/model-of-texts.ts
function modelOfTexts(files, projectFiles = {}) {
  let parsed = parseTexts(files);
  return buildModel(parsed, {
    root: "/checkout",
    files: parsed.facts.map(({ file }) => file),
    skipped: [],
    projectFiles: Object.keys(projectFiles).sort().map((path) => ({ path: filePath(path), text: projectFiles[path] })),
    listedBy: "git",
    problems: []
  });
}

// src/scan-example.ts
function scanExample(files, rule, models) {
  let rules = {
    rules: [rule],
    models,
    all: [rule],
    hash: rule.code,
    familiesNotExamined: []
  }, analysis = analyseTexts(files, rules), findings = analysis.detections.map((detection) => ({
    path: detection.file,
    line: lineAt(files[detection.file] ?? "", detection.range.start),
    message: detection.message,
    tier: detection.tier,
    level: detection.level ?? defaultLevel(rule, detection)
  }));
  return findings.sort((a, b) => a.path === b.path ? a.line - b.line : a.path < b.path ? -1 : 1), {
    findings,
    inventory: analysis.coverage.inventory.get(rule.code) ?? 0,
    problems: analysis.problems.filter(({ id, hidesCode }) => hidesCode || id === "PVN005").map(({ message }) => message)
  };
}
function analyseTexts(files, rules) {
  let entries = Object.entries(files), sources = Object.fromEntries(entries.filter(([path]) => /\.pyw?i?$/.test(path))), packaging = Object.fromEntries(entries.filter(([path]) => isProjectFile(path))), project = modelOfTexts(sources, packaging), advisories = advisoriesOf(entries, project);
  return analyse(project, rules, { deferToConfiguredLinters: !0, ...advisories && { advisories } });
}
function advisoriesOf(entries, project) {
  let documents = entries.filter(([path]) => /^advisories\/.+\.json$/.test(path));
  if (documents.length === 0) return;
  let collector = collectAdvisories(
    new Set(namedVersions(project).map(({ dependency }) => dependency.name)),
    "advisories"
  );
  for (let [path, text] of documents) collector.add(path, text);
  return collector.finish();
}
function defaultLevel(rule, detection) {
  if (rule.category === "practice") return practiceLevel(rule, detection.inTest);
  let usual = severityOf(rule, detection.tier === "defect" ? "defect" : "hotspot");
  return levelOfSeverity(detection.severity === void 0 ? usual : ownSeverity(detection.severity, detection.tier));
}
function lineAt(text, byte) {
  return new TextDecoder().decode(new TextEncoder().encode(text).subarray(0, byte)).split(/\r\n|\r|\n/).length;
}

// src/repair-example.ts
var ROUNDS = 5, noRegion = { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 };
function repairExample(files, rule, models) {
  let current = files, safe = [], first = scan(files, rule, models), found = first;
  for (let round = 0; round < ROUNDS && found.repairs.length > 0; round++)
    safe.push(...found.repairs.map((repair) => repair.safe)), current = repaired(current, found.repairs), found = scan(current, rule, models);
  return {
    safe,
    files: current,
    unrepaired: { before: first.findings - first.repairs.length, after: found.findings },
    broken: Object.keys(files).filter(
      (path) => current[path] !== files[path] && isBroken(path, current[path]) && !isBroken(path, files[path])
    )
  };
}
function scan(files, rule, models) {
  let rules = { rules: [rule], models, all: [rule], hash: rule.code, familiesNotExamined: [] }, { detections } = analyseTexts(files, rules), repairs = detections.flatMap(({ file, repair }) => {
    let edits = repair && resolveEdits(repair.edits, new TextEncoder().encode(files[file]));
    return edits === void 0 ? [] : [{ file, safe: repair.safe, replacements: edits.map((edit) => ({ ...edit, region: noRegion })) }];
  });
  return { findings: detections.length, repairs };
}
function repaired(files, repairs) {
  let finding = { repairs, rule: "BP000", region: noRegion }, bytes = new Map(Object.entries(files).map(([path, text]) => [filePath(path), new TextEncoder().encode(text)])), { files: corrected } = correctFiles([finding], "all", {
    bytes: (path) => ({ bytes: bytes.get(path), original: bytes.get(path) })
  }), changed = corrected.map(({ file, before, edits }) => [
    file,
    new TextDecoder().decode(applyEdits(before, edits))
  ]);
  return { ...files, ...Object.fromEntries(changed) };
}
function isBroken(path, text) {
  if (!path.endsWith(".py")) return !1;
  let { tree } = modelOfTexts({ [path]: text }).modules[0];
  for (let node = 0; node < tree.size; node++) if (tree.kind(node) === Kind.ERROR || tree.isMissing(node)) return !0;
  return !1;
}

// src/rules/example-tokens.ts
import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";
var digits = "0123456789", lower = "abcdefghijklmnopqrstuvwxyz", upper = lower.toUpperCase(), hex = `${digits}abcdef`, base62 = digits + upper + lower, base32 = `${upper}234567`, base64url = `${upper}${lower}${digits}-_`, base64 = `${upper}${lower}${digits}+/`, tokens = {
  "aws-access-key-id": (random) => `AKIA${random(base32, 16)}`,
  "aws-secret": (random) => random(base64, 40),
  "azure-storage": (random) => `DefaultEndpointsProtocol=https;AccountName=shop;AccountKey=${random(base64, 86)}==`,
  "google-api": (random) => `AIza${random(base64url, 35)}`,
  github: (random) => withChecksum("ghp_", random(base62, 30)),
  "github-app": (random) => withChecksum("ghs_", random(base62, 30)),
  /** As `github`, with a checksum that does not fit. */
  "github-wrong-checksum": (random) => `${withChecksum("ghp_", random(base62, 30)).slice(0, -6)}AAAAAA`,
  "github-fine-grained": (random) => `github_pat_${random(base62, 22)}_${random(base62, 59)}`,
  gitlab: (random) => `glpat-${random(base64url, 20)}`,
  npm: (random) => withChecksum("npm_", random(base62, 30)),
  pypi: (random) => `pypi-AgEIcHlwaS5vcmc${random(base64url, 140)}`,
  slack: (random) => `xoxb-${random(digits, 12)}-${random(digits, 12)}-${random(base62, 24)}`,
  "slack-webhook": (random) => `https://hooks.slack.com/services/T${random(upper + digits, 8)}/B${random(upper + digits, 8)}/${random(base62, 24)}`,
  "stripe-live": (random) => `sk_live_${random(base62, 24)}`,
  "stripe-test": (random) => `sk_test_${random(base62, 24)}`,
  "stripe-public": (random) => `pk_live_${random(base62, 24)}`,
  openai: (random) => `sk-${random(base62, 20)}T3BlbkFJ${random(base62, 20)}`,
  "openai-project": (random) => `sk-proj-${random(base64url, 74)}T3BlbkFJ${random(base64url, 74)}`,
  anthropic: (random) => `sk-ant-api03-${random(base64url, 93)}AA`,
  "hugging-face": (random) => `hf_${random(upper + lower, 34)}`,
  sendgrid: (random) => `SG.${random(base64url, 22)}.${random(base64url, 43)}`,
  twilio: (random) => `SK${random(hex, 32)}`,
  telegram: (random) => `${random("123456789", 9)}:AA${random(base64url, 33)}`,
  digitalocean: (random) => `dop_v1_${random(hex, 64)}`,
  databricks: (random) => `dapi${random(hex, 32)}`,
  doppler: (random) => `dp.pt.${random(base62, 43)}`,
  vault: (random) => `hvs.${random(base64url, 90)}`,
  pulumi: (random) => `pul-${random(hex, 40)}`,
  shopify: (random) => `shpat_${random(hex, 32)}`,
  postman: (random) => `PMAK-${random(hex, 24)}-${random(hex, 34)}`,
  "new-relic": (random) => `NRAK-${random(upper + digits, 27)}`,
  linear: (random) => `lin_api_${random(base62, 40)}`,
  mailgun: (random) => `key-${random(hex, 32)}`,
  mailchimp: (random) => `${random(hex, 32)}-us12`,
  groq: (random) => `gsk_${random(base62, 52)}`,
  replicate: (random) => `r8_${random(base62, 37)}`,
  grafana: (random) => withHexChecksum(`glsa_${random(base62, 32)}`),
  age: (random) => `AGE-SECRET-KEY-1${random("QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L", 58)}`,
  /** The private part of a JSON Web Key on a curve of 256 bits. */
  "jwk-d": (random) => random(base64url, 43),
  /** What a person chooses who was told to use four kinds of characters. */
  password: (random) => `${random(upper, 1)}${random(lower, 5)}${random(digits, 3)}!`,
  jwt: (random) => {
    let part = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");
    return `${part({ alg: "HS256", typ: "JWT" })}.${part({ sub: "shop", iat: 17e8 })}.${random(base64url, 43)}`;
  },
  /** Text that no person chose, of no provider. */
  random: (random) => random(base62, 32)
}, keyForms = {
  "private-key": (key) => key,
  "private-key-lines": (key) => key.split(`
`).map((line) => `'${line}',`).join(`
`),
  "private-key-strings": (key) => key.split(`
`).map((line) => `'${line}\\n'`).join(`
`),
  "private-key-escaped": (key) => key.split(`
`).join("\\n"),
  "private-key-encrypted": (key) => key.replace(`
`, `
Proc-Type: 4,ENCRYPTED
DEK-Info: AES-128-CBC,5AE1B30C2D9F47E6A1B2C3D4E5F60718

`)
}, placeholder = /\{\{([a-z-]+):([a-z0-9-]+)\}\}/g;
function fillTokens(text) {
  return text.replace(placeholder, (whole, kind, name, offset) => {
    let write = keyForms[kind];
    if (write !== void 0) {
      let indent = /^[ \t]*/.exec(text.slice(text.lastIndexOf(`
`, offset) + 1))[0];
      return write(privateKey(Number(name))).split(`
`).join(`
${indent}`);
    }
    let make = kind === "token" ? tokens[name] : void 0;
    if (!make)
      throw new ConfigurationError(
        `${whole}: known are {{private-key:BITS}} and {{token:NAME}} with ${Object.keys(tokens).join(", ")}`
      );
    return make(randomText(name));
  });
}
function withHexChecksum(text) {
  let bytes = Buffer.alloc(4);
  return bytes.writeUInt32LE(crc32(text)), `${text}_${bytes.toString("hex")}`;
}
function withChecksum(prefix, random) {
  let rest = crc32(random), checksum = "";
  for (let i = 0; i < 6; i++)
    checksum = base62[rest % 62] + checksum, rest = Math.floor(rest / 62);
  return prefix + random + checksum;
}
function randomText(seed) {
  let bytes = randomBytes(seed);
  return (alphabet, length) => Array.from({ length }, () => alphabet[bytes.next().value % alphabet.length]).join("");
}
function* randomBytes(seed) {
  for (let block = 0; ; block++) yield* createHash("sha256").update(`${seed} ${block}`).digest();
}
function privateKey(bits) {
  if (!Number.isInteger(bits) || bits < 512 || bits > 16384)
    throw new ConfigurationError(`{{private-key:${bits}}}: bits from 512 to 16384`);
  let bytes = randomBytes(`private key ${bits}`), integer = (byteCount) => {
    let value = Buffer.from(Array.from({ length: byteCount }, () => bytes.next().value));
    return value[0] |= 128, der(2, Buffer.concat([Buffer.of(0), value]));
  }, size = bits / 8, half = size / 2, version = der(2, Buffer.of(0)), exponent = der(2, Buffer.of(1, 0, 1)), parts = [
    version,
    integer(size),
    exponent,
    integer(size),
    integer(half),
    integer(half),
    integer(half),
    integer(half),
    integer(half)
  ], body = der(48, Buffer.concat(parts)).toString("base64"), label = ["RSA", "PRIVATE", "KEY"].join(" ");
  return [`-----BEGIN ${label}-----`, ...body.match(/.{1,64}/g) ?? [], `-----END ${label}-----`].join(`
`);
}
function der(tag, content) {
  let { length } = content;
  if (length < 128) return Buffer.concat([Buffer.of(tag, length), content]);
  let lengthBytes = length < 256 ? [length] : [length >> 8, length & 255];
  return Buffer.concat([Buffer.of(tag, 128 | lengthBytes.length, ...lengthBytes), content]);
}

// src/rules/read-example.ts
function readExample(example, rule) {
  let sources = example.files ?? { [example.path ?? "example.py"]: example.code ?? "" }, files = {}, findings = [], inventory = 0, add = ({ inventory: counted, ...words2 }, place) => {
    counted ? inventory++ : findings.push({ ...words2, ...place });
  };
  for (let [path, text] of Object.entries(sources)) {
    let lines = text.split(`
`).map((line, index) => {
      for (let mark of line.matchAll(findingMark)) add(markWords(mark[1], rule), { path, line: index + 1 });
      return line.search(findingMark) < 0 ? line : line.replace(findingMark, "").trimEnd();
    });
    files[path] = fillTokens(lines.join(`
`));
  }
  for (let { path = Object.keys(sources)[0], tier, message, ...rest } of example.expect ?? []) {
    let marked = findings.findIndex(
      (finding) => finding.path === path && finding.line === rest.line && !finding.message
    ), more = { ...rest, ...message === void 0 ? {} : { message: fillTokens(message) } };
    marked >= 0 && tier !== "inventory" ? findings[marked] = { ...findings[marked], ...more, ...tier ? { tier } : {} } : add(tier === "inventory" ? { inventory: !0 } : tier ? { tier } : headWords(rule), { path, ...more });
  }
  return findings.sort((a, b) => a.path === b.path ? a.line - b.line : a.path < b.path ? -1 : 1), { files, expected: { findings, inventory, problems: [] } };
}
function markWords(text, rule) {
  let words2 = text?.split(",").map((word) => word.trim()) ?? [], asked = headWords(rule);
  for (let word of words2)
    switch (word) {
      case "inventory":
        asked = { inventory: !0 };
        break;
      case "defect":
      case "hotspot":
        asked = { ...asked.level ? { level: asked.level } : {}, tier: word };
        break;
      case "note":
        asked = { tier: rule.category === "security" ? "hotspot" : "note", level: word };
        break;
      case "warning":
      case "error":
        asked = { ...asked, level: word };
        break;
      default:
        throw new ConfigurationError(`${rule.id}: "# finding: ${word}" is no tier and no level`);
    }
  return asked;
}
function headWords(rule) {
  return rule.category === "practice" ? { tier: "note" } : rule.tier === "inventory" ? { inventory: !0 } : { tier: rule.tier };
}

// src/check-example.ts
function checkExample(example, rule, models) {
  try {
    let { files, expected } = readExample(example, rule), scanned = scanExample(files, rule, models), at = ({ path, line }) => ({
      path,
      line,
      code: (files[path] ?? "").split(/\r\n|\r|\n/)[line - 1]?.trim() ?? ""
    }), differences = [
      ...scanned.problems.map((text) => ({ text: `not everything was analysed: ${text}` })),
      ...compared(expected.findings, scanned.findings).map(({ one, text }) => ({ place: at(one), text })),
      ...scanned.inventory === expected.inventory ? [] : [{ text: `${scanned.inventory} places are counted, and ${expected.inventory} are marked` }],
      ...repairDifferences(example, files, rule, models)
    ];
    return differences.length === 0 ? [] : [...Object.keys(files).filter((path) => isBroken(path, files[path])).map((path) => ({ text: `${path} has a syntax error` })), ...differences];
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    return [{ text: error.message }];
  }
}
function compared(expected, found) {
  let open = [...found], differences = expected.filter((wanted) => !takeFirst(open, (one) => words(wanted, one).length === 0)).map((wanted) => {
    let near = takeFirst(open, (one) => one.path === wanted.path && one.line === wanted.line);
    return near === void 0 ? { one: wanted, text: "has to be found, and is not" } : { one: wanted, text: words(wanted, near).join("; ") };
  }), more = open.map((one) => ({ one, text: `is found, and must not be: "${one.message}"` }));
  return [...differences, ...more].sort(
    (a, b) => a.one.path === b.one.path ? a.one.line - b.one.line : a.one.path < b.one.path ? -1 : 1
  );
}
function takeFirst(from, fits) {
  let index = from.findIndex(fits);
  return index < 0 ? void 0 : from.splice(index, 1)[0];
}
function words(wanted, found) {
  return wanted.path !== found.path || wanted.line !== found.line ? ["another place"] : ["tier", "level", "message"].flatMap(
    (key) => wanted[key] === void 0 || wanted[key] === found[key] ? [] : [`its ${key} is "${found[key]}", and has to be "${wanted[key]}"`]
  );
}
function repairDifferences(example, files, rule, models) {
  let { safe, files: after, unrepaired, broken } = repairExample(files, rule, models), differences = broken.map((path) => ({
    text: `its fix leaves code in ${path} that does not parse`
  }));
  if (unrepaired.after !== unrepaired.before && differences.push({ text: "its fix leaves something that the rule finds" }), example.fixed === void 0) return differences;
  let fixed = typeof example.fixed == "string" ? { [Object.keys(files)[0]]: example.fixed } : example.fixed;
  for (let [path, text] of Object.entries(fixed))
    after[path] !== fillTokens(text) && differences.push({ text: `fixed, ${path} is not what \`fixed\` says` });
  return safe.some((one) => one !== example.safe) && differences.push({ text: `its fixes are ${safe[0] === !0 ? "safe" : "not safe"}, and \`safe\` says otherwise` }), differences;
}

// src/test-rules.ts
function testRules(names, directory) {
  let files = readOwnRules(directory), own = readOwnFiles(bundle, files);
  if (own.rules.length === 0) {
    let models2 = own.models.length > 0 ? ` The ${count(own.models.length, "entry", "entries")} of models can be read.` : "";
    throw new ConfigurationError(`there is no rule in .pyverdict/rules of this directory: nothing to test.${models2}`);
  }
  let models = [...bundle.models, ...own.models], results = chosen(own.rules, names).map((file) => ({
    file,
    examples: examplesOf(file).map(({ name, example }) => ({
      name,
      differences: checkExample(example, file.rule, models)
    }))
  })), all = results.flatMap(({ examples }) => examples), failed = all.filter(({ differences }) => differences.length > 0).length, lines = results.flatMap(({ file, examples }) => {
    let wrong = examples.filter(({ differences }) => differences.length > 0), state = wrong.length === 0 ? "passed" : `${wrong.length} of ${examples.length} failed`;
    return [
      `${file.rule.code} ${file.rule.id} (${file.path}): ${count(examples.length, "example")}, ${state}`,
      ...wrong.flatMap(({ name, differences }) => [`  ${shown(name)}`, ...differences.flatMap(differenceLines)])
    ];
  });
  return lines.push(
    `${count(results.length, "rule")}, ${count(all.length, "example")}: ${failed === 0 ? "all passed" : `${failed} failed`}.`
  ), { text: safeLines(`${lines.join(`
`)}
`), passed: failed === 0 };
}
function chosen(rules, names) {
  if (names.length === 0) return rules;
  let wanted = new Set(
    names.map((name) => {
      let path = name.replaceAll("\\", "/").replace(/^\.\//, ""), file = rules.find((one) => one.path === path);
      if (file !== void 0) return file.rule.code;
      if (findRule(bundle.rules, name) !== void 0)
        throw new ConfigurationError(`${name} is built in: only rules of your own are tested here`);
      return requireRule(
        rules.map(({ rule }) => rule),
        name
      ).code;
    })
  );
  return rules.filter(({ rule }) => wanted.has(rule.code));
}
function examplesOf({
  bad,
  good,
  ok
}) {
  return Object.entries({ bad, good, ok }).flatMap(
    ([kind, examples]) => examples.map((example) => ({ name: `${kind}: ${example.name}`, example }))
  );
}
function differenceLines({ place, text }) {
  return place === void 0 ? [`    ${shown(text)}`] : [`    ${shown(`${place.path}:${place.line}`)} ${shown(text)}`, `      ${shown(place.code)}`];
}
function shown(text) {
  return visibleText(shortenMiddle(text, 1e3));
}
export {
  testRules
};
