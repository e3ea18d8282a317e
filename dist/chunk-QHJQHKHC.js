import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  iniList,
  readIni
} from "./chunk-NKCLXYN7.js";
import {
  parse
} from "./chunk-4B76474W.js";

// src/model/configuration-files.ts
import { Buffer } from "node:buffer";
var iniNames = /(^|\.)(cfg|ini|flake8|pylintrc|coveragerc|conf|gitreview)$|^pylintrc$|^pycodestyle$/, tomlNames = /\.toml$|^Pipfile$|^(poetry|uv|pdm)\.lock$/, cache = /* @__PURE__ */ new WeakMap();
function configurationFiles(project) {
  let found = cache.get(project);
  return found === void 0 && cache.set(project, found = readAll(project.projectFiles)), found;
}
function readAll(files) {
  let depth = (path) => path.split("/").length, sorted = [...files].sort(
    (a, b) => depth(a.path) - depth(b.path) || (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)
  ), ini = [], toml = [], all = [], problems = [];
  for (let { path, text: raw } of sorted) {
    let text2 = raw.replace(/^\uFEFF/, ""), cut = path.lastIndexOf("/") + 1, base = {
      path,
      text: text2,
      start: Buffer.byteLength(raw) - Buffer.byteLength(text2),
      folder: path.slice(0, cut),
      name: path.slice(cut)
    };
    if (all.push({ ...base, content: void 0 }), iniNames.test(base.name)) ini.push({ ...base, content: readIni(text2) });
    else if (tomlNames.test(base.name))
      try {
        toml.push({ ...base, content: parse(text2) });
      } catch (error) {
        problems.push(brokenToml(path, error));
      }
  }
  return { ini, toml, all, problems };
}
function brokenToml(path, error) {
  let reason = error instanceof Error ? error.message.split(`
`, 1)[0] : "it is not TOML", line = error instanceof Error && "line" in error && typeof error.line == "number" ? error.line : void 0;
  return {
    id: "PVC001",
    message: `${path} could not be read (${reason}), so what it says about versions, tests and linters is not known. Correct the file.`,
    file: path,
    ...line === void 0 ? {} : { line },
    hidesCode: !1
  };
}
function tomlAt(value, ...keys) {
  let current = value;
  for (let key of keys) {
    if (typeof current != "object" || current === null || Array.isArray(current) || !Object.hasOwn(current, key))
      return;
    current = current[key];
  }
  return current;
}
function tomlStrings(value) {
  return typeof value == "string" ? [value] : Array.isArray(value) ? value.filter((item) => typeof item == "string") : [];
}
function tomlEntries(value) {
  return typeof value == "object" && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
}

// src/model/version-range.ts
var preReleases = {
  a: 1,
  alpha: 1,
  b: 2,
  beta: 2,
  c: 3,
  rc: 3,
  pre: 3,
  preview: 3
};
function readVersion(text2) {
  let match = /^\s*v?(?:(\d+)!)?(\d+(?:\.\d+)*)(?:[-_.]?(a|alpha|b|beta|c|rc|pre|preview)[-_.]?(\d*))?(?:[-_.]?(?:post|rev|r)[-_.]?(\d*)|-(\d+))?(?:[-_.]?(dev)[-_.]?(\d*))?(?:\+[a-z\d._-]+)?\s*$/i.exec(
    text2
  );
  if (match === null) return;
  let [, epoch, release, pre, preNumber, post, postDash, dev, devNumber] = match, suffix = [];
  pre !== void 0 && suffix.push(-1, preReleases[pre.toLowerCase()], Number(preNumber || "0"));
  let postNumber = post ?? postDash;
  return postNumber !== void 0 && suffix.push(1, Number(postNumber || "0")), dev !== void 0 && suffix.push(suffix.length === 0 ? -2 : -1, Number(devNumber || "0")), { release: [Number(epoch ?? "0"), ...release.split(".").map(Number)], suffix, text: text2.trim() };
}
function compareVersions(a, b) {
  return compareNumbers(a.release, b.release) || compareNumbers(a.suffix, b.suffix);
}
function compareNumbers(a, b) {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    let difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
var anyVersion = { text: "" };
function readRange(text2, dialect = "pep440") {
  let joined;
  for (let alternative of text2.split(dialect === "poetry" ? /\|\|?/ : /\|\|/)) {
    let range = readConjunction(alternative, dialect);
    if (range === void 0) return;
    joined = joined === void 0 ? range : union(joined, range);
  }
  return { ...joined, text: text2.trim() };
}
function readConjunction(text2, dialect) {
  let range = anyVersion;
  for (let part of text2.split(",").flatMap((item) => item.trim().split(/\s+(?=[<>=!~^])/))) {
    if (part === "" || part === "*") continue;
    let match = /^(===|==|~=|>=|<=|!=|<|>|\^|~|=)?\s*(\S+)$/.exec(part.trim());
    if (match === null) return;
    let operator = match[1] ?? (dialect === "poetry" ? "==" : void 0), one = operator === void 0 ? void 0 : readClause(operator, match[2]);
    if (one === void 0) return;
    range = intersect(range, one);
  }
  return { ...range, text: text2.trim() };
}
function readClause(operator, written) {
  let wildcard = written.endsWith(".*"), version = readVersion(wildcard ? written.slice(0, -2) : written);
  if (version === void 0) return;
  let lower = { version, inclusive: !0 }, parts = version.release.length - 1;
  switch (operator) {
    case "===":
    case "==":
    case "=":
      return wildcard ? { lower, upper: { version: bump(version, parts), inclusive: !1 }, text: "" } : { lower, upper: lower, text: "" };
    case ">=":
      return { lower, text: "" };
    case ">":
      return { lower: { version, inclusive: !1 }, text: "" };
    case "<=":
      return { upper: { version, inclusive: !0 }, text: "" };
    case "<":
      return { upper: { version, inclusive: !1 }, text: "" };
    case "~=":
      return { lower, upper: { version: bump(version, Math.max(1, parts - 1)), inclusive: !1 }, text: "" };
    case "~":
      return { lower, upper: { version: bump(version, Math.min(parts, 2)), inclusive: !1 }, text: "" };
    case "^": {
      let nonZero = version.release.slice(1).findIndex((part) => part !== 0);
      return {
        lower,
        upper: { version: bump(version, nonZero < 0 ? parts : nonZero + 1), inclusive: !1 },
        text: ""
      };
    }
    default:
      return anyVersion;
  }
}
function bump(version, count) {
  let kept = version.release.slice(1, count + 1);
  for (; kept.length < count; ) kept.push(0);
  return kept[count - 1] += 1, { release: [version.release[0], ...kept], suffix: [], text: kept.join(".") };
}
function stricter(a, b, sign) {
  if (a === void 0 || b === void 0) return a ?? b;
  let difference = compareVersions(a.version, b.version) * sign;
  return difference > 0 || difference === 0 && !a.inclusive ? a : b;
}
function looser(a, b, sign) {
  if (!(a === void 0 || b === void 0))
    return stricter(a, b, sign) === a ? b : a;
}
function toRange(lower, upper, text2) {
  return { ...lower === void 0 ? {} : { lower }, ...upper === void 0 ? {} : { upper }, text: text2 };
}
function intersect(a, b) {
  let text2 = [a.text, b.text].filter((part) => part !== "").join(",");
  return toRange(stricter(a.lower, b.lower, 1), stricter(a.upper, b.upper, -1), text2);
}
function union(a, b) {
  return toRange(looser(a.lower, b.lower, 1), looser(a.upper, b.upper, -1), `${a.text} || ${b.text}`);
}
function isEmpty({ lower, upper }) {
  if (lower === void 0 || upper === void 0) return !1;
  let difference = compareVersions(lower.version, upper.version);
  return difference > 0 || difference === 0 && !(lower.inclusive && upper.inclusive);
}
function admitsBelow(range, version) {
  return !isEmpty(range) && (range.lower === void 0 || compareVersions(range.lower.version, version) < 0);
}
function staysBelow({ upper }, version) {
  if (upper === void 0) return !1;
  let difference = compareVersions(upper.version, version);
  return difference < 0 || difference === 0 && !upper.inclusive;
}

// src/model/packaging.ts
function normalName(name) {
  return name.toLowerCase().replace(/[-_.]+/g, "-");
}
var cache2 = /* @__PURE__ */ new WeakMap();
function packaging(project) {
  let found = cache2.get(project);
  return found === void 0 && cache2.set(project, found = readPackaging(project)), found;
}
var kindOrder = ["pyproject", "setup.cfg", "setup.py", "metadata"];
function readPackaging(project) {
  let configuration = configurationFiles(project), files = [], dependencies = [], otherPython = [];
  for (let file of configuration.toml)
    file.name === "pyproject.toml" ? (files.push(pyproject(file)), pyprojectDependencies(file, dependencies, otherPython)) : file.name === "Pipfile" ? pipfileDependencies(file, dependencies, otherPython) : file.name.endsWith(".lock") ? lockedPackages(file, tomlAt(file.content, "package"), dependencies) : isPylock(file.name) && lockedPackages(file, tomlAt(file.content, "packages"), dependencies);
  for (let file of configuration.ini) file.name === "setup.cfg" && readSetupCfg(file, files, dependencies);
  for (let file of configuration.all)
    if (file.name === "setup.py") readSetupPy(file, files, dependencies);
    else if (file.name === "PKG-INFO" || file.name === "METADATA")
      readMetadata(file, configuration.all, files, dependencies);
    else if (file.name === "Pipfile.lock") pipfileLock(file, dependencies);
    else if (/^(?:.*[-_])?(?:requirements|constraints)(?:[-_.].*)?\.(?:txt|in)$/.test(file.name) || /(?:^|\/)requirements\/$/.test(file.folder))
      for (let line of requirementLines(file.text)) addRequirement(dependencies, line, file.path);
  let depth = (path) => path.split("/").length;
  return files.sort(
    (a, b) => depth(a.folder) - depth(b.folder) || (a.folder < b.folder ? -1 : a.folder > b.folder ? 1 : kindOrder.indexOf(a.kind) - kindOrder.indexOf(b.kind)) || (a.path < b.path ? -1 : 1)
  ), { files, dependencies, otherPython };
}
function optional(key, value) {
  return value === void 0 ? {} : { [key]: value };
}
function text(value) {
  return typeof value == "string" && value.trim() !== "" ? value.trim() : void 0;
}
function pyproject(file) {
  let project = tomlAt(file.content, "project"), poetry = tomlAt(file.content, "tool", "poetry"), urls = tomlEntries(tomlAt(project, "urls")).find(([key]) => /^home-?page$/i.test(key)), authors = tomlAt(project, "authors");
  return {
    path: file.path,
    folder: file.folder,
    kind: "pyproject",
    ...optional("name", text(tomlAt(project, "name")) ?? text(tomlAt(poetry, "name"))),
    ...optional("requiresPython", text(tomlAt(project, "requires-python"))),
    classifiers: [...tomlStrings(tomlAt(project, "classifiers")), ...tomlStrings(tomlAt(poetry, "classifiers"))],
    ...optional(
      "author",
      Array.isArray(authors) && authors.length === 1 ? text(tomlAt(authors[0], "name")) : void 0
    ),
    ...optional("homePage", text(urls?.[1]) ?? text(tomlAt(poetry, "homepage")))
  };
}
function pyprojectDependencies(file, dependencies, otherPython) {
  let requirements = [
    ...tomlStrings(tomlAt(file.content, "project", "dependencies")),
    ...tomlEntries(tomlAt(file.content, "project", "optional-dependencies")).flatMap(([, list]) => tomlStrings(list)),
    ...tomlEntries(tomlAt(file.content, "dependency-groups")).flatMap(([, list]) => tomlStrings(list))
  ];
  for (let requirement of requirements) addRequirement(dependencies, requirement, file.path);
  let poetry = tomlAt(file.content, "tool", "poetry"), tables = [
    tomlAt(poetry, "dependencies"),
    tomlAt(poetry, "dev-dependencies"),
    ...tomlEntries(tomlAt(poetry, "group")).map(([, group]) => tomlAt(group, "dependencies"))
  ];
  for (let [name, value] of tables.flatMap(tomlEntries))
    for (let entry of Array.isArray(value) ? value : [value]) {
      let constraint = typeof entry == "string" ? entry : text(tomlAt(entry, "version"));
      if (name === "python") {
        constraint !== void 0 && otherPython.push({ file: file.path, text: constraint });
        continue;
      }
      let marker = text(tomlAt(entry, "markers")) ?? poetryPython(text(tomlAt(entry, "python"))), range = constraint === void 0 ? anyVersion : readRange(constraint, "poetry");
      dependencies.push({ name: normalName(name), range, locked: !1, marker, file: file.path });
    }
}
function poetryPython(constraint) {
  let match = /^(<=?)\s*([\d.]+)$/.exec(constraint ?? "");
  return match === null ? "" : `python_version ${match[1]} "${match[2]}"`;
}
function pipfileDependencies(file, dependencies, otherPython) {
  for (let section of ["packages", "dev-packages"])
    for (let [name, value] of tomlEntries(tomlAt(file.content, section))) {
      let constraint = typeof value == "string" ? value : text(tomlAt(value, "version")) ?? "*", marker = text(tomlAt(value, "markers")) ?? "";
      dependencies.push({
        name: normalName(name),
        range: readRange(constraint),
        locked: !1,
        marker,
        file: file.path
      });
    }
  let version = text(tomlAt(file.content, "requires", "python_version"));
  version !== void 0 && otherPython.push({ file: file.path, text: `==${version}.*` });
}
function lockedPackages(file, packages, dependencies) {
  if (Array.isArray(packages))
    for (let item of packages) {
      let name = text(tomlAt(item, "name")), version = text(tomlAt(item, "version"));
      name === void 0 || version === void 0 || addLocked(dependencies, name, `==${version}`, file.path, isFromElsewhere(item));
    }
}
function isPylock(name) {
  return /^pylock(?:\.[^.]+)?\.toml$/.test(name);
}
function isFromElsewhere(item) {
  let source = tomlAt(item, "source"), type = text(tomlAt(source, "type"));
  return type !== void 0 ? type !== "legacy" : source !== void 0 ? tomlAt(source, "registry") === void 0 : ["git", "path", "url", "vcs", "directory", "archive"].some((key) => tomlAt(item, key) !== void 0);
}
function pipfileLock(file, dependencies) {
  let content;
  try {
    content = JSON.parse(file.text);
  } catch {
    return;
  }
  for (let section of ["default", "develop"])
    for (let [name, entry] of tomlEntries(tomlAt(content, section))) {
      let version = text(tomlAt(entry, "version"));
      version !== void 0 && addLocked(dependencies, name, version, file.path, !1);
    }
}
function addLocked(dependencies, name, constraint, file, elsewhere) {
  let range = readRange(constraint);
  dependencies.push({
    name: normalName(name),
    range,
    locked: !0,
    marker: "",
    file,
    ...elsewhere && { elsewhere: !0 }
  });
}
function requirementLines(content) {
  return content.replace(/\\\r?\n/g, " ").split(/\r\n|[\n\r]/).map(
    (line) => line.replace(/(^|\s)#.*$/, "").replace(/\s--\w.*$/, "").trim()
  ).filter((line) => line !== "" && !line.startsWith("-"));
}
function addRequirement(dependencies, requirement, file) {
  let match = /^\s*([A-Za-z\d](?:[\w.-]*[A-Za-z\d])?)\s*(?:\[[^\]]*\])?\s*([^;]*)(?:;(.*))?$/.exec(requirement);
  if (match === null) return;
  let constraint = match[2].trim().replace(/^\((.*)\)$/, "$1"), range = constraint === "" ? anyVersion : /^[<>=!~]/.test(constraint) ? readRange(constraint) : void 0;
  range === void 0 && !/^(?:@|[<>=!~])/.test(constraint) || dependencies.push({ name: normalName(match[1]), range, locked: !1, marker: (match[3] ?? "").trim(), file });
}
function readSetupCfg(file, files, dependencies) {
  let metadata = file.content.get("metadata"), options = file.content.get("options"), get = (...keys) => keys.map((key) => metadata?.get(key)).find((value) => value !== void 0 && value !== "");
  (metadata !== void 0 || options !== void 0) && files.push({
    path: file.path,
    folder: file.folder,
    kind: "setup.cfg",
    ...optional("name", get("name")),
    ...optional(
      "requiresPython",
      options?.get("python_requires") ?? get("python-requires", "python_requires", "requires-python")
    ),
    classifiers: (get("classifiers", "classifier") ?? "").split(`
`).map((line) => line.trim()).filter((line) => line !== ""),
    ...optional("author", get("author")),
    ...optional("homePage", get("url", "home-page", "home_page"))
  });
  let lists = [
    options?.get("install_requires"),
    options?.get("tests_require"),
    ...file.content.get("options.extras_require")?.values() ?? [],
    ...file.content.get("extras")?.values() ?? []
  ];
  for (let list of lists)
    for (let line of requirementLines(list ?? "")) addRequirement(dependencies, line, file.path);
}
function readSetupPy(file, files, dependencies) {
  let source = file.text.replace(/^\s*#.*$/gm, ""), literal = (key) => new RegExp(`[(,\\s]${key}\\s*=\\s*(["'])([^"'\\n\\\\{}%]+)\\1\\s*[,)]`).exec(source)?.[2]?.trim();
  files.push({
    path: file.path,
    folder: file.folder,
    kind: "setup.py",
    ...optional("name", literal("name")),
    ...optional("requiresPython", literal("python_requires")),
    classifiers: [...source.matchAll(/["']((?:Environment|Framework) :: [^"'\n]+)["']/g)].map((match) => match[1]),
    ...optional("author", literal("author")),
    ...optional("homePage", literal("url"))
  });
  for (let key of ["install_requires", "tests_require"]) {
    let list = new RegExp(`[(,\\s]${key}\\s*=\\s*\\[([^\\]]*)\\]`).exec(source)?.[1];
    for (let item of (list ?? "").matchAll(/"([^"\n]*)"|'([^'\n]*)'/g))
      addRequirement(dependencies, item[1] ?? item[2], file.path);
  }
}
function readMetadata(file, all, files, dependencies) {
  let headers = /* @__PURE__ */ new Map();
  for (let line of file.text.split(/\r?\n\r?\n/, 1)[0].split(/\r?\n/)) {
    let match = /^([A-Za-z-]+):\s*(.*)$/.exec(line);
    if (match === null) continue;
    let key = match[1].toLowerCase();
    headers.set(key, [...headers.get(key) ?? [], match[2].trim()]);
  }
  let first = (key) => text(headers.get(key)?.[0]), beside = (name) => all.find((other) => other.folder === file.folder && other.name === name)?.text, topLevel = beside("top_level.txt");
  files.push({
    path: file.path,
    // `nova-26.2.2.egg-info/PKG-INFO` describes what lies beside its folder.
    folder: file.folder.replace(/[^/]+\.(?:egg|dist)-info\/$/, ""),
    kind: "metadata",
    ...optional("name", first("name")),
    ...optional("requiresPython", first("requires-python")),
    classifiers: headers.get("classifier") ?? [],
    ...optional("author", first("author")),
    ...optional("homePage", first("home-page")),
    ...optional("topLevel", topLevel === void 0 ? void 0 : iniList(topLevel))
  });
  let requirements = headers.get("requires-dist") ?? requirementLines(beside("requires.txt") ?? "").filter((line) => !line.startsWith("["));
  for (let requirement of requirements) addRequirement(dependencies, requirement, file.path);
}

export {
  configurationFiles,
  tomlAt,
  tomlStrings,
  tomlEntries,
  readVersion,
  compareVersions,
  anyVersion,
  readRange,
  intersect,
  union,
  isEmpty,
  admitsBelow,
  staysBelow,
  normalName,
  packaging
};
