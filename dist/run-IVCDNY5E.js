import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  MODULE,
  NameMapping,
  NameTable,
  admitsBelow,
  anyVersion,
  bareText,
  buildModel,
  commentReasons,
  commentsOf,
  compareVersions,
  configurationFiles,
  createFunctionRoles,
  createTestContexts,
  describeFile,
  describeProject,
  discover,
  docstring,
  docstringText,
  dottedText,
  filePath,
  forgetComments,
  fromImportModule,
  functionDocstring,
  hasReason,
  hasTestBase,
  iniList,
  intersect,
  isDirective,
  isEmpty,
  isLicenceHeader,
  isTestClass,
  normalName,
  packaging,
  parameterKind,
  parameterName,
  parameterNames,
  parse,
  parserModule,
  projectHints,
  readRange,
  readVersion,
  staysBelow,
  tomlAt,
  tomlEntries,
  tomlStrings,
  union
} from "./chunk-2IFYHNPA.js";
import {
  connect,
  withoutToken
} from "./chunk-O32IBTLM.js";
import {
  version
} from "./chunk-TEBEN6QG.js";
import {
  visibleText,
  wellFormed,
  withoutCommands
} from "./chunk-K7Z5VMI3.js";
import {
  Field,
  Kind,
  LoweredTree,
  ParserFailure,
  createFlatParser,
  decodeFile,
  looksLikeTestPath
} from "./chunk-7XXFCXZG.js";
import "./chunk-4B76474W.js";
import {
  bundle
} from "./chunk-V4ZFZHHI.js";
import {
  cweTag,
  describeRule,
  familiesNotExamined,
  familyOf,
  levelOfSeverity,
  practiceLevel,
  ruleName,
  ruleProfile
} from "./chunk-5Q5EGRIY.js";
import {
  requireRule
} from "./chunk-NCHKHIWC.js";
import {
  ConfigurationError,
  didYouMean
} from "./chunk-LSZVFLMB.js";
import "./chunk-RVTCQXDU.js";

// src/model/standard-library.ts
var python3 = "__future__ __main__ abc aifc annotationlib antigravity argparse array ast asynchat asyncio asyncore atexit audioop base64 bdb binascii bisect builtins bz2 cProfile calendar cgi cgitb chunk cmath cmd code codecs codeop collections colorsys compileall compression concurrent configparser contextlib contextvars copy copyreg crypt csv ctypes curses dataclasses datetime dbm decimal difflib dis distutils doctest email encodings ensurepip enum errno faulthandler fcntl filecmp fileinput fnmatch fractions ftplib functools gc genericpath getopt getpass gettext glob graphlib grp gzip hashlib heapq hmac html http idlelib imaplib imghdr imp importlib inspect io ipaddress itertools json keyword lib2to3 linecache locale logging lzma mailbox mailcap marshal math mimetypes mmap modulefinder msilib msvcrt multiprocessing netrc nis nntplib nt ntpath nturl2path numbers opcode operator optparse os ossaudiodev pathlib pdb pickle pickletools pipes pkgutil platform plistlib poplib posix posixpath pprint profile pstats pty pwd py_compile pyclbr pydoc pydoc_data pyexpat queue quopri random re readline reprlib resource rlcompleter runpy sched secrets select selectors shelve shlex shutil signal site smtpd smtplib sndhdr socket socketserver spwd sqlite3 sre_compile sre_constants sre_parse ssl stat statistics string stringprep struct subprocess sunau symtable sys sysconfig syslog tabnanny tarfile telnetlib tempfile termios textwrap this threading time timeit tkinter token tokenize tomllib trace traceback tracemalloc tty turtle turtledemo types typing unicodedata unittest urllib uu uuid venv warnings wave weakref webbrowser winreg winsound wsgiref xdrlib xml xmlrpc zipapp zipfile zipimport zlib zoneinfo", python2 = "BaseHTTPServer ConfigParser Cookie HTMLParser Queue SimpleHTTPServer SimpleXMLRPCServer SocketServer StringIO Tkinter UserDict UserList UserString __builtin__ anydbm cPickle cStringIO commands cookielib copy_reg dbhash dummy_thread exceptions gdbm htmlentitydefs httplib itertools markupbase md5 new repr robotparser sets sgmllib sha string thread types urllib urllib2 urlparse user whichdb xmlrpclib", modules = new Set(`${python3} ${python2}`.split(" "));
function isStandardLibrary(name) {
  return modules.has(name.split(".", 1)[0]);
}

// src/analyse/blind-spots.ts
var MAX_NAMES = 5;
function findBlindSpots(modules2, knowledge) {
  let unresolved = /* @__PURE__ */ new Map(), missing = /* @__PURE__ */ new Set(), unknownStars = 0, dynamicCode = 0;
  for (let module of modules2) {
    for (let target of module.importTargets()) {
      let place4 = whereIs(target, knowledge);
      place4 === "unresolved" ? unresolved.set(topLevel(target), (unresolved.get(topLevel(target)) ?? 0) + 1) : place4 === "declared" && missing.add(topLevel(target));
    }
    unknownStars += module.bindings.stars.filter((star) => knowledge.project.module(star) === void 0).length, dynamicCode += countDynamicCode(module, knowledge);
  }
  let problems = [], add3 = (id, message) => {
    problems.push({ id, message, hidesCode: !1 });
  }, imports = [...unresolved.values()].reduce((sum, count2) => sum + count2, 0);
  if (imports > 0) {
    let most = [...unresolved].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([name]) => name);
    add3(
      "PVN006",
      `${counted(imports, "import")} could not be resolved (${listed(most)}): not in the checkout, not in the standard library, not declared.`
    );
  }
  if (missing.size > 0) {
    let names2 = [...missing].sort(), declared = names2.length === 1 ? "1 declared dependency is" : `${names2.length} declared dependencies are`;
    add3(
      "PVN009",
      `${declared} not in the checkout (${listed(names2)}): of their functions only what models say is known.`
    );
  }
  let opaque = [
    ...dynamicCode > 0 ? [counted(dynamicCode, "call") + " of exec or eval"] : [],
    ...unknownStars > 0 ? [counted(unknownStars, "star import") + " of unknown modules"] : []
  ];
  return opaque.length > 0 && add3("PVN008", `${opaque.join(" and ")} hide what names stand for.`), { unresolvedImports: imports, problems };
}
function whereIs(target, { project, facts }) {
  if (project.isOwn(target)) {
    let dot = target.lastIndexOf("."), parent = dot < 0 ? target : target.slice(0, dot);
    return project.module(target) !== void 0 || project.module(parent) !== void 0 ? "found" : "unresolved";
  }
  return isStandardLibrary(target) ? "found" : facts.distribution(topLevel(target)) === void 0 ? "unresolved" : "declared";
}
function countDynamicCode(module, { project }) {
  let { tree, index: index2 } = module, names2 = [project.names.find("exec"), project.names.find("eval")].filter((name) => name !== 0);
  return names2.length === 0 ? 0 : index2.calls.filter((call2) => {
    let callee = tree.child(call2, Field.function);
    return tree.kind(callee) !== Kind.identifier || !names2.includes(tree.name(callee)) ? !1 : project.dotted(module, module.functionAround(call2), callee)?.kind === "external";
  }).length;
}
function topLevel(target) {
  return target.split(".", 1)[0];
}
function counted(count2, what) {
  return `${count2} ${what}${count2 === 1 ? "" : "s"}`;
}
function listed(names2) {
  let shown = names2.slice(0, MAX_NAMES).join(", ");
  return names2.length > MAX_NAMES ? `${shown} and ${names2.length - MAX_NAMES} more` : shown;
}

// src/analyse/deferred-rules.ts
function deferredRules(rules, { linters }) {
  let deferred = /* @__PURE__ */ new Map();
  for (let rule of rules)
    if (rule.category === "practice")
      for (let tool of ["ruff", "flake8", "pylint"]) {
        let enabled = rule.peers[tool]?.find((peer) => linters.enables(tool, peer));
        if (enabled !== void 0) {
          deferred.set(rule.code, `${tool} ${enabled}`);
          break;
        }
      }
  return deferred;
}

// src/analyse/detectors/own-nodes.ts
var nested = /* @__PURE__ */ new Set([Kind.function_definition, Kind.class_definition, Kind.lambda]);
function ownNodes(tree, root, ...wanted) {
  let found2 = [], end = tree.next(root);
  for (let node = root + 1; node < end; ) {
    let kind = tree.kind(node);
    (wanted.length === 0 || wanted.includes(kind)) && found2.push(node), node = nested.has(kind) ? tree.next(node) : node + 1;
  }
  return found2;
}
function countStatements(tree, block) {
  let count2 = 0, end = tree.next(block);
  for (let node = block; node < end; node++) tree.kind(node) === Kind.block && (count2 += tree.children(node).length);
  return count2;
}

// src/analyse/values/constant.ts
var none = { type: "none" }, trueConstant = { type: "bool", value: !0 }, falseConstant = { type: "bool", value: !1 }, bool = (value) => value ? trueConstant : falseConstant, str = (value) => ({ type: "str", value }), int = (value) => ({ type: "int", value });
function equalConstants(a, b) {
  let left = numberOf(a), right = numberOf(b);
  return left !== void 0 && right !== void 0 ? left === right : a.type !== b.type ? !1 : a.type === "none" || b.type === "none" || a.value === b.value;
}
function numberOf(constant) {
  switch (constant.type) {
    case "int":
    case "float":
      return constant.value;
    case "bool":
      return constant.value ? 1 : 0;
    default:
      return;
  }
}
function textOf(constant) {
  return constant.type === "str" || constant.type === "bytes" ? constant.value : void 0;
}
function isTrue(constant) {
  switch (constant.type) {
    case "none":
      return !1;
    case "bool":
      return constant.value;
    case "str":
    case "bytes":
      return constant.value !== "";
    default:
      return constant.value !== 0;
  }
}
function constantKey(constant) {
  let number = numberOf(constant);
  return number !== void 0 ? `n${number}` : constant.type === "none" ? "none" : `${constant.type[0]}${textOf(constant)}`;
}
function display(constant) {
  switch (constant.type) {
    case "none":
      return "None";
    case "bool":
      return constant.value ? "True" : "False";
    case "float":
      return Number.isInteger(constant.value) ? `${constant.value}.0` : String(constant.value);
    default:
      return String(constant.value);
  }
}
function binaryOperation(operator, a, b) {
  let left = numberOf(a), right = numberOf(b);
  if (left !== void 0 && right !== void 0)
    return arithmetic(operator, left, right, a.type === "float" || b.type === "float");
  if (operator === "+" && a.type === b.type && (a.type === "str" || a.type === "bytes")) {
    let value = a.value + textOf(b);
    return value.length > MAX_TEXT ? void 0 : { type: a.type, value };
  }
  if (operator === "*") {
    let [text, count2] = textOf(a) === void 0 ? [b, left] : [a, right];
    return text.type !== "str" && text.type !== "bytes" || count2 === void 0 || text.value.length * count2 > MAX_TEXT ? void 0 : { type: text.type, value: text.value.repeat(Math.max(0, count2)) };
  }
}
var MAX_TEXT = 1e5;
function arithmetic(operator, a, b, isFloat) {
  let result = compute(operator, a, b);
  if (!(result === void 0 || !Number.isFinite(result)))
    return isFloat || operator === "/" ? { type: "float", value: result } : Number.isSafeInteger(result) ? { type: "int", value: result } : void 0;
}
function compute(operator, a, b) {
  switch (operator) {
    case "+":
      return a + b;
    case "-":
      return a - b;
    case "*":
      return a * b;
    case "/":
      return b === 0 ? void 0 : a / b;
    case "//":
      return b === 0 ? void 0 : Math.floor(a / b);
    case "%":
      return b === 0 ? void 0 : a - b * Math.floor(a / b);
    case "**":
      return a ** b;
    case "|":
    case "&":
    case "^":
      return bitwise(operator, a, b);
    case "<<":
      return b >= 0 && b < 53 ? a * 2 ** b : void 0;
    case ">>":
      return b >= 0 && b < 53 ? Math.floor(a / 2 ** b) : void 0;
    default:
      return;
  }
}
function bitwise(operator, a, b) {
  if (!Number.isInteger(a) || !Number.isInteger(b)) return;
  let [x, y] = [BigInt(a), BigInt(b)];
  return Number(operator === "|" ? x | y : operator === "&" ? x & y : x ^ y);
}
function compareConstants(operator, a, b) {
  switch (operator) {
    case "==":
      return equalConstants(a, b);
    case "!=":
    case "<>":
      return !equalConstants(a, b);
    case "is":
      return a.type === "none" || b.type === "none" || a.type === "bool" || b.type === "bool" ? a.type === b.type && equalConstants(a, b) : void 0;
    case "is not": {
      let same = compareConstants("is", a, b);
      return same === void 0 ? void 0 : !same;
    }
    case "in":
    case "not in": {
      let [needle, text] = [textOf(a), textOf(b)];
      return needle === void 0 || text === void 0 ? void 0 : text.includes(needle) === (operator === "in");
    }
    default: {
      let [x, y] = [numberOf(a) ?? textOf(a), numberOf(b) ?? textOf(b)];
      return x === void 0 || y === void 0 || typeof x != typeof y ? void 0 : operator === "<" ? x < y : operator === "<=" ? x <= y : operator === ">" ? x > y : operator === ">=" ? x >= y : void 0;
    }
  }
}

// src/analyse/values/literals.ts
function stringConstant(token) {
  let match = /^([A-Za-z]*)("""|'''|"|')/.exec(token);
  if (match === null) return;
  let prefix = match[1].toLowerCase(), quotes = match[2];
  if (token.length < prefix.length + 2 * quotes.length || !token.endsWith(quotes)) return;
  let body = token.slice(prefix.length + quotes.length, token.length - quotes.length);
  return { type: prefix.includes("b") ? "bytes" : "str", value: stringContent(body, prefix) };
}
function stringContent(body, prefix) {
  let text = prefix.includes("r") || !body.includes("\\") ? body : unescape(body, prefix.includes("b"));
  return (prefix.includes("f") || prefix.includes("t")) && (text = text.replaceAll("{{", "{").replaceAll("}}", "}")), text;
}
var simpleEscapes = {
  "\\": "\\",
  "'": "'",
  '"': '"',
  a: "\x07",
  b: "\b",
  f: "\f",
  n: `
`,
  r: "\r",
  t: "	",
  v: "\v",
  "\n": "",
  "\r": "",
  "\r\n": ""
};
function unescape(body, bytes2) {
  return body.replace(
    /\\(\r\n|[0-7]{1,3}|x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|N\{[^}]*\}|[^])/g,
    (whole2, escape) => {
      let simple = simpleEscapes[escape];
      if (simple !== void 0) return simple;
      if (/^[0-7]/.test(escape)) return String.fromCharCode(parseInt(escape, 8));
      if (escape.length === 3 && escape.startsWith("x") || !bytes2 && /^u.{4}$/.test(escape)) return String.fromCharCode(parseInt(escape.slice(1), 16));
      if (!bytes2 && /^U.{8}$/.test(escape)) {
        let code = parseInt(escape.slice(1), 16);
        return code <= 1114111 ? String.fromCodePoint(code) : whole2;
      }
      return !bytes2 && escape.startsWith("N{") ? "�" : whole2;
    }
  );
}
function numberConstant(token) {
  let text = token.replaceAll("_", "").toLowerCase();
  if (text.endsWith("j")) return;
  if (/^\d*\.?\d*(e[+-]?\d+)?$/.test(text) && /[.e]/.test(text)) return { type: "float", value: Number(text) };
  let digits2 = text.replace(/l$/, ""), value = /^0[0-7]+$/.test(digits2) ? parseInt(digits2, 8) : Number(digits2);
  return Number.isSafeInteger(value) ? { type: "int", value } : void 0;
}

// src/analyse/detectors/written-expression.ts
var MAX_WRITTEN = 60;
function written(tree, node) {
  let text = write(tree, node);
  return text.length > MAX_WRITTEN ? "" : text;
}
function write(tree, node) {
  switch (tree.kind(node)) {
    case Kind.identifier:
    case Kind.integer:
      return tree.text(node);
    case Kind.attribute: {
      let object = write(tree, tree.child(node, Field.object)), name = tree.text(tree.child(node, Field.attribute));
      return object === "" ? name : `${object}.${name}`;
    }
    case Kind.call: {
      let callee = write(tree, tree.child(node, Field.function));
      return callee === "" ? "" : `${callee}()`;
    }
    case Kind.subscript: {
      let object = write(tree, tree.child(node, Field.value)), key = tree.child(node, Field.subscript), text = literalText(tree, key), inside2 = text === void 0 ? write(tree, key) : JSON.stringify(text);
      return object === "" || inside2 === "" ? "" : `${object}[${inside2}]`;
    }
    case Kind.await:
    case Kind.parenthesized_expression:
      return node + 1 < tree.next(node) ? write(tree, node + 1) : "";
    default:
      return "";
  }
}
function literalText(tree, node) {
  if (node < 0) return;
  if (tree.kind(node) === Kind.concatenated_string) {
    let parts2 = tree.children(node).map((part) => literalText(tree, part));
    return parts2.some((part) => part === void 0) ? void 0 : parts2.join("");
  }
  if (tree.kind(node) !== Kind.string || tree.next(node) !== node + 1) return;
  let constant = stringConstant(tree.text(node));
  return constant === void 0 ? void 0 : textOf(constant);
}
function calledName(tree, call2) {
  let callee = tree.child(call2, Field.function);
  return tree.kind(callee) === Kind.attribute ? tree.text(tree.child(callee, Field.attribute)) : tree.kind(callee) === Kind.identifier ? tree.text(callee) : "";
}
function argumentsOf(tree, call2) {
  let list3 = tree.child(call2, Field.arguments), positional = [], keywords = /* @__PURE__ */ new Map(), hasSplat = !1;
  if (list3 >= 0 && tree.kind(list3) !== Kind.argument_list) return { positional: [list3], keywords, hasSplat };
  for (let child of list3 < 0 ? [] : tree.children(list3)) {
    let kind = tree.kind(child);
    kind === Kind.keyword_argument ? keywords.set(tree.text(tree.child(child, Field.name)), tree.child(child, Field.value)) : kind === Kind.list_splat || kind === Kind.dictionary_splat ? hasSplat = !0 : positional.push(child);
  }
  return { positional, keywords, hasSplat };
}

// src/analyse/detectors/attempt.ts
var SHORT_ATTEMPT = 3, everyday = new Set(
  "len() str() int() float() bool() type() list() dict() tuple() set() isinstance() repr() sorted() range() print() join()".split(
    " "
  )
);
function handlerBlock(tree, handler) {
  return tree.childOfKind(handler, Kind.block);
}
function describeAttempt(tree, attempt) {
  let body = tree.child(attempt, Field.body), calls2 = ownNodes(tree, body, Kind.call).filter((call2) => !isCallee(tree, call2)), names2 = calls2.map((call2) => written(tree, call2)).filter((text) => text !== ""), name = names2.find((text) => !everyday.has(text)) ?? names2[0];
  return name === void 0 ? lookedUp(tree, body) ?? "this block" : calls2.length === 1 ? name : calls2.length === 2 ? `${name} and another call` : `${name} and ${calls2.length - 1} more calls`;
}
function lookedUp(tree, body) {
  return ownNodes(tree, body, Kind.attribute, Kind.subscript).filter((node) => tree.field(node) !== Field.left).map((node) => written(tree, node)).find((text) => text !== "");
}
function isCallee(tree, call2) {
  let node = call2;
  for (; tree.kind(tree.parent(node)) === Kind.attribute; ) node = tree.parent(node);
  return tree.kind(tree.parent(node)) === Kind.call && tree.field(node) === Field.function;
}
function isExplained(module, attempt, handler) {
  let { tree } = module, comments = commentsOf(module), firstLine = tree.lineOf(handler), lastLine = tree.line(tree.end(handler) - 1), from = tree.children(tree.child(attempt, Field.body)).length <= SHORT_ATTEMPT ? tree.lineOf(attempt) - 1 : firstLine - 1;
  for (let line = from; line <= lastLine; line++) {
    let comment = comments.commentOnLine(line);
    if (comment !== void 0 && (line >= tree.lineOf(attempt) || comment.ownLine)) return !0;
  }
  let column = tree.start(handler) - tree.lineStarts[firstLine - 1];
  for (let line = lastLine + 1; ; line++) {
    let comment = comments.commentOnLine(line);
    if (comment === void 0 || !comment.ownLine) return !1;
    if (comment.start - tree.lineStarts[line - 1] > column) return !0;
  }
}
function onlyCalls(tree, block, names2) {
  let statements = tree.children(block);
  return statements.length > 0 && statements.every((statement2) => {
    let node = statement2;
    return tree.kind(node) === Kind.if_statement ? tree.children(node).every((child) => tree.kind(child) !== Kind.block || onlyCalls(tree, child, names2)) : (tree.kind(node) === Kind.expression_statement && (node += 1), tree.kind(node) === Kind.await && (node += 1), tree.kind(node) === Kind.call && names2.has(calledName(tree, node)));
  });
}
var importError = /^(?:ImportError|ModuleNotFoundError)$/;
function isImportGuard(tree, attempt) {
  let body = tree.child(attempt, Field.body);
  return ownNodes(tree, body, Kind.import_statement, Kind.import_from_statement).length > 0 ? !0 : tree.children(attempt).some(
    (clause) => tree.kind(clause) === Kind.except_clause && importError.test(written(tree, tree.child(clause, Field.value)))
  );
}
function isTidyingUp(module, node, functionIndex) {
  let { tree } = module;
  for (let current = tree.parent(node); current >= 0; current = tree.parent(current)) {
    let kind = tree.kind(current);
    if (kind === Kind.finally_clause || kind === Kind.except_clause) return !0;
    if (kind === Kind.function_definition) break;
  }
  if (functionIndex === MODULE) return !1;
  let name = tree.names.text(module.index.functions[functionIndex].name);
  return /^_*(?:del|exit|aexit|close|aclose|cleanup|clean_up|tearDown|teardown|shutdown|stop|terminate|disconnect|kill)(?:_|[A-Z]|$)/.test(
    name
  );
}
function answersNo(module, block, functionIndex) {
  let { tree } = module, [statement2, more] = tree.children(block);
  return statement2 === void 0 || more !== void 0 || tree.kind(statement2) !== Kind.return_statement || tree.next(statement2) === statement2 + 1 || tree.kind(statement2 + 1) !== Kind.false && tree.kind(statement2 + 1) !== Kind.true ? !1 : /^_*(?:is|has|can|supports?|should)_/.test(tree.names.text(module.index.functions[functionIndex].name));
}
function discardsSilently(tree, block) {
  let statements = tree.children(block);
  return statements.length > 0 && statements.every((statement2) => isEmptyStatement(tree, statement2));
}
function isEmptyStatement(tree, statement2) {
  switch (tree.kind(statement2)) {
    case Kind.pass_statement:
    case Kind.continue_statement:
    case Kind.break_statement:
      return !0;
    case Kind.return_statement:
      return tree.next(statement2) === statement2 + 1 || isConstant(tree, statement2 + 1);
    case Kind.expression_statement:
      return isConstant(tree, statement2 + 1);
    default:
      return !1;
  }
}
function isConstant(tree, node) {
  switch (tree.kind(node)) {
    case Kind.none:
    case Kind.true:
    case Kind.false:
    case Kind.integer:
    case Kind.float:
    case Kind.string:
    case Kind.ellipsis:
    case Kind.list:
    case Kind.tuple:
    case Kind.dictionary:
      return tree.next(node) === node + 1;
    case Kind.unary_operator:
      return isConstant(tree, tree.child(node, Field.argument));
    default:
      return !1;
  }
}

// src/analyse/detectors/bare-except.ts
var bareExcept = (context) => {
  let tidying = new Set(context.rule.tidying), telling = new Set(context.rule.telling), dealsWith = new RegExp(context.rule.handled, "u"), isHandled = ({ tree }, block) => {
    for (let node of ownNodes(tree, block, Kind.raise_statement, Kind.call, Kind.assert_statement, Kind.identifier)) {
      let kind = tree.kind(node);
      if (kind === Kind.raise_statement || kind === Kind.assert_statement || kind === Kind.call && dealsWith.test(calledName(tree, node)) || kind === Kind.identifier && dealsWith.test(tree.text(node))) return !0;
    }
    return !1;
  }, look = (module, handler) => {
    let { tree } = module;
    if (tree.child(handler, Field.value) >= 0) return;
    let attempt = tree.parent(handler), block = handlerBlock(tree, handler);
    if (tree.kind(attempt) !== Kind.try_statement || block < 0) return;
    let functionIndex = module.functionAround(handler);
    if (functionIndex === MODULE || isImportGuard(tree, attempt) || isExplained(module, attempt, handler) || isHandled(module, block)) return;
    let attempted = tree.child(attempt, Field.body);
    onlyCalls(tree, attempted, telling) || onlyCalls(tree, attempted, tidying) && isTidyingUp(module, attempt, functionIndex) || context.report({
      module,
      functionIndex,
      node: handler,
      ...discardsSilently(tree, block) ? {} : { wording: "caught" },
      values: { attempt: describeAttempt(tree, attempt) }
    });
  };
  return { module: (module) => module.index.handlers.forEach((handler) => look(module, handler)) };
};

// src/model/todo-comment.ts
var marker = /^#+[:\s]*(TODO|FIXME|XXX|HACK)(?=$|[^\w])|\s@?(TODO|FIXME|XXX|HACK)(?=[:(])/, reference = /https?:\/\/|\b[A-Z][A-Z\d]+-\d+\b|(?:^|[\s([])#\d+\b|\b(?:bugs?|issues?|ticket|bpo|gh|pr|lp)[\s:#-]*\d+/i;
function todoComment(comment, following2 = "") {
  let match = marker.exec(comment);
  if (match === null) return;
  let rest = comment.slice(match.index + match[0].length), owned = /^\s?[([]\s*@?_*[A-Za-z](?:[^)\]]*[)\]]|\w*:)/.test(rest) || /^\s?[([]\s*#?\d+\s*[)\]]/.test(rest) || reference.test(`${rest} ${following2}`);
  return { word: match[1] ?? match[2], owned };
}
var found = /* @__PURE__ */ new WeakMap();
function todosOf(module) {
  let todos = found.get(module);
  return todos === void 0 && found.set(module, todos = findTodos(module)), todos;
}
var none2 = [];
function findTodos(module) {
  if (!module.tree.comments.texts.some((text) => marker.test(text))) return none2;
  let { comments } = commentsOf(module);
  return comments.flatMap((comment, index2) => {
    let todo = todoComment(comment.text, comment.ownLine ? textBelow(comments, index2) : "");
    return todo === void 0 ? [] : [{ ...todo, comment }];
  });
}
function textBelow(comments, index2) {
  if (todoComment(comments[index2].text) === void 0) return "";
  let lines = [];
  for (let i = index2 + 1; i < comments.length; i++) {
    let comment = comments[i];
    if (!comment.ownLine || comment.line !== comments[i - 1].line + 1 || todoComment(comment.text) !== void 0)
      break;
    lines.push(comment.text);
  }
  return lines.join(" ");
}

// src/analyse/detectors/comment-place.ts
function nodeAtComment(module, offset) {
  let { tree } = module, node = 0;
  for (; ; ) {
    let inside2 = childAround(tree, node, offset);
    if (inside2 < 0) break;
    node = inside2;
  }
  let children = tree.children(node);
  return children.find((child) => tree.start(child) >= offset) ?? children.at(-1) ?? node;
}
function childAround(tree, node, offset) {
  let end = tree.next(node);
  for (let child = node + 1; child < end; child = tree.next(child)) {
    if (tree.start(child) > offset) return -1;
    if (tree.end(child) > offset) return child;
  }
  return -1;
}

// src/analyse/detectors/commented-out-code.ts
var looksLikeCode = /^#+\s*(?:[\w.[\]'"]+(?:,\s*[\w.[\]'"]+)*\s*[-+*/|]?=[^=]|[\w.]+\(|(?:import|from|return|raise|assert|del|yield|await|with|for|while|if|elif|else|try|except|finally|def|class|async|@)\b.*|@\w)/, MAX_PROSE_SHARE = 1 / 3, OWNED_LINES = 5, explaining = /\b(?:not|no longer|never|fails?|failing|broken|breaks?|too|until|only|once|when|temporar\w+|uncomment|currently|slow|expensive|debug(?:ging)?|\w+n't)\b/i, commentedOutCode = (context) => {
  let { rule, knowledge } = context, prose2 = new RegExp(rule.prose, "iu"), explains = (text) => hasReason(text) || explaining.test(text), look = (module, block, before2) => {
    if (!block.ownLine || block.comments.length < rule.statements || block.comments.filter((comment) => looksLikeCode.test(comment.text)).length < rule.statements || prose2.test(block.text) || block.comments.some((comment) => isDirective(comment.text)) || isLicenceHeader(module, block)) return !1;
    let code = readCode(block, knowledge.parseSnippet, explains);
    if (code === void 0 || code.statements < rule.statements || before2 !== void 0 && explains(before2.text.replaceAll(`
`, " "))) return !1;
    let node = nodeAtComment(module, block.start);
    return context.report({
      module,
      functionIndex: module.functionAround(node),
      node,
      range: { start: block.start, end: block.end },
      values: { lines: code.lines, statements: code.statements, first: code.first }
    }), !0;
  };
  return {
    module: (module) => {
      if (module.tree.comments.texts.filter((text) => looksLikeCode.test(text)).length < rule.statements) return;
      let before2, found2 = !1, owned = -1 / 0;
      for (let block of commentsOf(module).blocks) {
        let near = before2 !== void 0 && before2.ownLine && block.firstLine - before2.lastLine <= 2;
        block.comments.some((comment) => todoComment(comment.text)?.owned === !0) && (owned = block.lastLine), !(block.firstLine - owned <= OWNED_LINES) && (found2 = near && found2 || look(module, block, near ? before2 : void 0), before2 = block);
      }
    }
  };
};
function readCode(block, parse2, explains) {
  let lines = block.comments.map((comment) => comment.text.replace(/^#+ ?/, "").trimEnd()), filled3 = lines.filter((line) => line !== ""), isCode2 = lines.map((line, i) => line !== "" && !isProse(line, block.comments[i].text)), code = dedent(lines.map((line, i) => isCode2[i] ? line : ""));
  if (filled3.length - isCode2.filter(Boolean).length > filled3.length * MAX_PROSE_SHARE) return;
  let text = lines.filter((line, i) => line !== "" && !isCode2[i]);
  if (text.some((line) => /[:,]$/.test(line)) || explains(text.join(" ")) || lines.some((line, i) => isCode2[i] && / # .* \w/.test(line))) return;
  let tree = parse2(`${code.join(`
`)}
`);
  if (tree === void 0 || hasError(tree)) return;
  let counted2 = [], covered = /* @__PURE__ */ new Set();
  for (let node = 1; node < tree.size; node++)
    if (counts(tree, node)) {
      counted2.push(node);
      for (let line = tree.lineOf(node); line <= tree.line(Math.max(tree.start(node), tree.end(node) - 1)); line++)
        covered.add(line);
    }
  if (!(counted2.length === 0 || filled3.length - covered.size > filled3.length * MAX_PROSE_SHARE))
    return { lines: filled3.length, statements: counted2.length, first: firstWords(tree, counted2[0], code) };
}
function isProse(line, comment) {
  return looksLikeCode.test(comment) ? /^\s*(?:if|for|while|with|from|import|return|raise|assert|else|try|except|del|class|finally|yield|def)\b[^=()[\]:]*\b(?:the|a|an|is|are|we|this|it|to|of|and)\b[^=()[\]]*$/i.test(
    line
  ) : !/^\s*(?:["'([{\])}]|[\w.'"[\]]+\s*(?:[,=(:)\]}]|$)|\*|pass\b|break\b|continue\b|\.)/.test(line) || /^\s*[A-Z][a-z]+ [a-z]+/.test(line);
}
function dedent(lines) {
  let indents = lines.filter((line) => line !== "").map((line) => line.length - line.trimStart().length), common = Math.min(...indents);
  return lines.map((line) => line.slice(common));
}
function hasError(tree) {
  for (let node = 0; node < tree.size; node++) if (tree.kind(node) === Kind.ERROR || tree.isMissing(node)) return !0;
  return !1;
}
function counts(tree, node) {
  switch (tree.kind(node)) {
    case Kind.import_statement:
    case Kind.import_from_statement:
    case Kind.raise_statement:
    case Kind.assert_statement:
    case Kind.delete_statement:
    case Kind.for_statement:
    case Kind.while_statement:
    case Kind.if_statement:
    case Kind.try_statement:
    case Kind.with_statement:
    case Kind.function_definition:
    case Kind.class_definition:
      return !0;
    case Kind.return_statement:
      return tree.next(node) > node + 1 && tree.kind(node + 1) !== Kind.identifier;
    case Kind.expression_statement:
      return isAct(tree, node + 1);
    default:
      return !1;
  }
}
function isAct(tree, expression) {
  let node = expression;
  if (tree.kind(node) === Kind.await && (node += 1), tree.kind(node) === Kind.call) return tree.kind(tree.child(node, Field.function)) === Kind.attribute;
  if (tree.kind(node) !== Kind.assignment && tree.kind(node) !== Kind.augmented_assignment) return !1;
  let value = tree.child(node, Field.right), made = [
    Kind.call,
    Kind.attribute,
    Kind.list,
    Kind.tuple,
    Kind.dictionary,
    Kind.set,
    Kind.list_comprehension,
    Kind.dictionary_comprehension,
    Kind.subscript,
    Kind.await
  ];
  return value >= 0 && made.includes(tree.kind(value));
}
var MAX_FIRST = 40;
function firstWords(tree, node, code) {
  let line = bareText(code[tree.lineOf(node) - 1]);
  return line.length <= MAX_FIRST ? line : `${line.slice(0, MAX_FIRST).replace(/\W*\w*$/, "")}...`;
}

// src/analyse/constructs.ts
function constructRange(tree, node) {
  if (tree.kind(node) === Kind.call) {
    let callee = tree.child(node, Field.function), name = tree.kind(callee) === Kind.attribute ? tree.child(callee, Field.attribute) : callee;
    return { start: tree.start(name), end: tree.end(node) };
  }
  return headerRange(tree, node);
}
var clauses = /* @__PURE__ */ new Set([
  Kind.elif_clause,
  Kind.else_clause,
  Kind.except_clause,
  Kind.finally_clause,
  Kind.case_clause,
  Kind.decorator
]);
function statementAround(tree, node) {
  let current = node;
  for (; ; ) {
    if (clauses.has(tree.kind(current))) return current;
    let parent = tree.parent(current);
    if (parent < 0) return current;
    let parentKind = tree.kind(parent);
    if (parentKind === Kind.block || parentKind === Kind.module || parentKind === Kind.decorated_definition) return current;
    current = parent;
  }
}
function headerRange(tree, node) {
  let start = tree.start(node), end = tree.next(node);
  for (let child = node + 1; child < end; child = tree.next(child))
    if (tree.kind(child) === Kind.block) return { start, end: tree.start(child) };
  return { start, end: tree.end(node) };
}

// src/rules/kinds.ts
var sourceKinds = [
  "remote",
  "local",
  "llm",
  "ipc",
  "stored",
  "response",
  // parts of a request that rules single out
  "host",
  "client-ip",
  // names in an archive from outside
  "member",
  // labels: what a value is, wherever it came from
  "secret",
  "exception",
  "traceback",
  "weak-random",
  "digest"
], sinkKinds = [
  // injection
  "sql",
  "nosql",
  "shell",
  "argv",
  "code",
  "module",
  "expression",
  "template",
  "html",
  // text that is declared to be HTML
  "safe-html",
  "path",
  "archive",
  "url",
  "url-path",
  "redirect",
  "deserialize",
  "xml",
  "xml-bomb",
  "xpath",
  "xslt",
  "ldap",
  "ldap-dn",
  "header",
  "cookie",
  "log",
  "regex",
  "regex-subject",
  "format",
  // headers and addresses of a mail, its HTML part, its text
  "mail",
  "mail-html",
  "mail-body",
  "csv",
  "markup",
  "config",
  "reflection",
  "fields",
  "session",
  "env",
  "size",
  "decompress",
  "unicode",
  "number",
  "decision",
  "upload",
  "content",
  "signal",
  // other families
  "answer",
  // terminals and logs, where others read; for secrets, which escaping does not hide as it does for `log`
  "output",
  // payload of a signed token, which everybody can read
  "claims",
  "storage",
  "prompt",
  "hash",
  "key",
  "compare"
], properties = [
  "path-inside",
  "path-relative",
  "path-resolved",
  "path-below",
  "single-line",
  "text",
  "rooted",
  "single-slash"
], modelKinds = [
  ...sourceKinds.map((kind) => `source:${kind}`),
  ...sinkKinds.map((kind) => `sink:${kind}`),
  ...[...sinkKinds, ...properties, "any"].map((kind) => `sanitizer:${kind}`),
  ...[...sinkKinds, ...properties, "any"].map((kind) => `guard:${kind}`),
  "propagator"
];

// src/analyse/values/kind-set.ts
var bits = new Map(
  [...sinkKinds, ...properties].map((kind, index2) => [kind, 1n << BigInt(index2)])
), noKinds = 0n, allKinds = (1n << BigInt(bits.size)) - 1n;
function kindSet(kind) {
  return kind === "any" ? allKinds : bits.get(kind);
}
function hasKind(set, kind) {
  let wanted = kindSet(kind);
  return (set & wanted) === wanted;
}

// src/analyse/values/taint.ts
var MAX_MARKS = 12, MAX_CREDITS = 4, noCredits = [];
function parameterAt(index2, path = []) {
  return { index: index2, path, text: `${index2}${path.join("")}` };
}
function sourceTaint(source, shape) {
  let { module, node, name } = source;
  return { marks: [{ source, parameter: void 0, cleaned: noKinds, credits: noCredits, shape, trace: { kind: "source", module, node, name, before: void 0 } }] };
}
function parameterTaint(parameter) {
  return { marks: [{
    source: void 0,
    parameter,
    cleaned: noKinds,
    credits: noCredits,
    shape: "object",
    trace: void 0
  }], is: parameter };
}
function isTainted(taint2) {
  return taint2 !== void 0 && taint2.marks.length > 0;
}
function sameOrigin(a, b) {
  return a.source !== void 0 || b.source !== void 0 ? a.source === b.source : a.parameter.text === b.parameter.text;
}
function joinMarks(a, b) {
  if (a === b || b.length === 0) return a;
  if (a.length === 0) return b;
  let joined4;
  for (let mark of b) {
    let list3 = joined4 ?? a, at = list3.findIndex((known3) => known3 === mark || sameOrigin(known3, mark));
    if (at < 0) {
      list3.length < MAX_MARKS && (joined4 ??= [...a]).push(mark);
      continue;
    }
    let known2 = list3[at];
    if (known2 === mark) continue;
    let cleaned3 = known2.cleaned & mark.cleaned, worse = cleaned3 === known2.cleaned ? known2 : cleaned3 === mark.cleaned ? mark : { ...known2, cleaned: cleaned3 };
    worse !== known2 && ((joined4 ??= [...a])[at] = worse);
  }
  return joined4 ?? a;
}
function joinTaint(a, b) {
  if (a === b) return a;
  if (a === void 0 || b === void 0) {
    let only = a ?? b;
    return only.is === void 0 && only.checks === void 0 && only.view === void 0 ? only : only.marks.length === 0 ? void 0 : { marks: only.marks };
  }
  let marks = joinMarks(a.marks, b.marks), is = a.is !== void 0 && a.is.text === b.is?.text ? a.is : void 0, view = a.view === b.view ? a.view : void 0;
  return marks === a.marks && a.checks === void 0 && view === a.view && is === a.is ? a : { marks, ...is === void 0 ? {} : { is }, ...view === void 0 ? {} : { view } };
}
function derivedTaint(taints) {
  let marks = [];
  for (let taint2 of taints) taint2 !== void 0 && (marks = joinMarks(marks, taint2.marks));
  return marks.length === 0 ? void 0 : { marks };
}
function mapMarks(taint2, change) {
  return isTainted(taint2) ? { marks: taint2.marks.map(change) } : void 0;
}
function cleanMark(mark, kinds3, credit2) {
  if ((mark.cleaned | kinds3) === mark.cleaned) return mark;
  let credits = mark.credits.length < MAX_CREDITS ? [...mark.credits, credit2] : mark.credits;
  return { ...mark, cleaned: mark.cleaned | kinds3, credits };
}
function cleanTaint(taint2, kinds3, credit2) {
  return mapMarks(taint2, (mark) => cleanMark(mark, kinds3, credit2));
}
function asText(taint2) {
  return mapMarks(taint2, (mark) => mark.shape === "text" ? mark : { ...mark, shape: "text" });
}
function withStep(taint2, step2) {
  return { ...taint2, marks: taint2.marks.map((mark) => ({ ...mark, trace: { ...step2, before: mark.trace } })) };
}
function sameTaint(a, b) {
  if (a === b) return !0;
  let x = a?.marks ?? [], y = b?.marks ?? [];
  return x.length !== y.length ? !1 : x.every((mark, i) => mark === y[i] || sameOrigin(mark, y[i]) && mark.cleaned === y[i].cleaned);
}
var harmless = (mark) => mark.cleaned === allKinds;

// src/analyse/values/value.ts
var MAX_CONSTANTS = 8, MAX_DENOTATIONS = 24, MAX_TEXT_PARTS = 64, empty = [];
function make(constants, denotes, origin) {
  return {
    constants,
    denotes,
    objects: empty,
    held: void 0,
    text: void 0,
    origin,
    fallback: void 0,
    taint: void 0
  };
}
var unknown = make(void 0, empty, "unknown"), fromConfig = make(void 0, empty, "config");
function constantValue(constant, origin = "literal") {
  return make([constant], empty, origin);
}
function denoting(...denotes) {
  return make(void 0, denotes, "unknown");
}
function instanceOf(of) {
  return denoting({ kind: "instance", of });
}
function textValue(parts2) {
  let merged = [];
  for (let part of parts2) {
    let last2 = merged.at(-1);
    typeof part == "string" && typeof last2 == "string" ? merged[merged.length - 1] = last2 + part : part !== "" && merged.push(part);
  }
  merged.length > MAX_TEXT_PARTS && (merged.length = MAX_TEXT_PARTS);
  let taint2 = derivedTaint(merged.map((part) => typeof part == "string" ? void 0 : part.hole.taint));
  return { ...make(void 0, [{ kind: "instance", of: "str" }], "local"), text: merged, taint: taint2 };
}
function withOrigin(value, origin) {
  return value.origin === origin ? value : { ...value, origin };
}
function withTaint(value, taint2) {
  return value.taint === taint2 ? value : { ...value, taint: taint2 };
}
function typedAs(value, declared) {
  let { denotes, constants, objects, held, text } = value;
  return denotes.length > 0 || constants !== void 0 || objects.length > 0 || held !== void 0 || text !== void 0 || declared.length === 0 ? value : { ...value, denotes: declared };
}
function onlyConstant(value) {
  return value.constants?.length === 1 ? value.constants[0] : void 0;
}
function sameDenotation(a, b) {
  if (a.kind !== b.kind) return !1;
  switch (a.kind) {
    case "symbol":
      return a.name === b.name;
    case "instance":
      return a.of === b.of;
    case "member":
      return a.of === b.of && a.name === b.name;
    case "module":
      return a.module === b.module;
    default:
      return a.module === b.module && a.index === b.index;
  }
}
function joinValues(a, b) {
  if (a === b) return a;
  let denotes = union2(a.denotes, b.denotes, sameDenotation, MAX_DENOTATIONS), objects = union2(a.objects, b.objects, (x, y) => x === y, MAX_DENOTATIONS), constants;
  if (a.constants !== void 0 && b.constants !== void 0) {
    let all = union2(
      a.constants,
      b.constants,
      (x, y) => x.type === y.type && constantKey(x) === constantKey(y),
      MAX_CONSTANTS + 1
    );
    constants = all.length > MAX_CONSTANTS ? void 0 : all;
  }
  return {
    constants,
    denotes,
    objects,
    held: a.held === void 0 || b.held === void 0 || a.held === b.held ? a.held ?? b.held : joinObjects(a.held, b.held),
    text: a.text ?? b.text,
    origin: a.origin === b.origin ? a.origin : "unknown",
    fallback: void 0,
    taint: joinTaint(a.taint, b.taint)
  };
}
function joinObjects(a, b) {
  let entries = new Map(a.entries);
  for (let [key, value] of b.entries) {
    let other = entries.get(key) ?? a.rest ?? before(a, key);
    entries.set(key, other === void 0 ? value : joinValues(other, value));
  }
  if (b.base !== void 0)
    for (let [key, value] of a.entries) {
      let other = b.entries.has(key) ? void 0 : before(b, key);
      other !== void 0 && entries.set(key, joinValues(value, other));
    }
  let rest = a.rest === void 0 ? b.rest : b.rest === void 0 ? a.rest : joinValues(a.rest, b.rest), keys = a.keys === void 0 || b.keys === void 0 ? a.keys ?? b.keys : joinValues(a.keys, b.keys), base = a.base === void 0 || b.base === void 0 ? a.base ?? b.base : joinValues(a.base, b.base);
  return {
    kind: a.kind,
    entries,
    rest,
    ...keys === void 0 ? {} : { keys },
    ...base === void 0 ? {} : { base }
  };
}
function before({ kind, base }, key) {
  let is = kind === "instance" ? base?.taint?.is : void 0;
  if (is !== void 0)
    return { ...unknown, taint: parameterTaint(parameterAt(is.index, [...is.path, `.${key}`])) };
}
function union2(a, b, same, limit) {
  if (b.length === 0) return a;
  if (a.length === 0) return b;
  let all = [...a];
  for (let item of b) {
    if (all.length >= limit) break;
    all.some((known2) => same(known2, item)) || all.push(item);
  }
  return all.length === a.length ? a : all;
}
function sameValue(a, b) {
  return a === b ? !0 : a.constants?.length === b.constants?.length && (a.constants ?? []).every((constant, i) => constantKey(constant) === constantKey(b.constants[i])) && a.denotes.length === b.denotes.length && a.objects.length === b.objects.length && a.origin === b.origin && sameTaint(a.taint, b.taint);
}
function truthOfValue(value) {
  if (value.constants === void 0 || value.constants.length === 0) return;
  let first = isTrue(value.constants[0]);
  return value.constants.every((constant) => isTrue(constant) === first) ? first : void 0;
}

// src/analyse/detectors/expression-leaves.ts
var MAX_DEPTH = 10, MAX_LEAVES = 64, transforming = new Set(
  "encode decode lower upper casefold title strip lstrip rstrip ljust rjust center zfill join format format_map replace removeprefix removesuffix split partition translate bytes bytearray str int float repr ascii chr ord hex oct bin abs round list tuple sorted reversed digest hexdigest hash hex_digest memoryview md5 sha1 sha224 sha256 sha384 sha512 sha3_224 sha3_256 sha3_384 sha3_512 blake2b blake2s new b64encode b64decode urlsafe_b64encode urlsafe_b64decode standard_b64encode b32encode b16encode b85encode hexlify unhexlify fromhex to_bytes from_bytes force_bytes force_text force_str smart_bytes smart_str smart_text text_type to_native to_unicode utf8 pad quote dumps isoformat strftime total_seconds timestamp".split(" ")
), aFew = "[:4]", MAX_FEW = 4, methods = /^(?:encode|decode|format|format_map|join|replace|split|translate|strip|lower|upper|title|digest|hexdigest|hash|hex|partition)$/, form = /^(?:hex|bytes|int|urn|value|data|text|content)$/, hashing = /^(?:md5|sha\d+\w*|sha3_\d+|blake2[bs]|new|digest|hexdigest|hash|hex_digest)$/;
function leavesOf(module, functionIndex, node) {
  let found2 = [];
  return node >= 0 && collect(module, functionIndex, node, { variables: [], through: [] }, found2, 0), found2;
}
function collect(module, functionIndex, node, way, found2, depth) {
  let { tree } = module;
  if (found2.length >= MAX_LEAVES) return;
  let add3 = (kind, name) => {
    found2.push({ kind, name, node, ...way });
  }, into = (inner2, taken = way) => {
    inner2 >= 0 && collect(module, functionIndex, inner2, taken, found2, depth + 1);
  };
  if (depth > MAX_DEPTH) {
    add3("other", "");
    return;
  }
  switch (tree.kind(node)) {
    case Kind.integer:
    case Kind.float:
    case Kind.none:
    case Kind.true:
    case Kind.false:
      return;
    case Kind.string:
      for (let child of tree.children(node))
        tree.kind(child) === Kind.interpolation && into(tree.child(child, Field.expression));
      return;
    case Kind.concatenated_string:
    case Kind.list:
    case Kind.tuple:
    case Kind.set:
    case Kind.expression_list:
    case Kind.parenthesized_expression:
    case Kind.await:
      for (let child of tree.children(node)) into(child);
      return;
    case Kind.dictionary:
      for (let child of tree.children(node)) {
        let key = tree.kind(child) === Kind.pair ? literalText(tree, tree.child(child, Field.key)) : void 0, value = tree.kind(child) === Kind.pair ? tree.child(child, Field.value) : child + 1;
        into(value, key === void 0 ? way : { ...way, variables: [...way.variables, key] });
      }
      return;
    case Kind.binary_operator:
    case Kind.boolean_operator:
      into(tree.child(node, Field.left)), into(tree.child(node, Field.right));
      return;
    case Kind.conditional_expression: {
      let [body, , otherwise] = tree.children(node);
      into(body ?? -1), into(otherwise ?? -1);
      return;
    }
    case Kind.list_comprehension:
    case Kind.set_comprehension:
    case Kind.generator_expression:
      into(tree.child(node, Field.body));
      return;
    case Kind.named_expression:
      into(tree.child(node, Field.value));
      return;
    case Kind.attribute: {
      let object = tree.child(node, Field.object), name = tree.text(tree.child(node, Field.attribute));
      tree.kind(object) === Kind.call && form.test(name) ? into(object, { ...way, through: [...way.through, name] }) : add3("attribute", name);
      return;
    }
    case Kind.subscript: {
      let text = literalText(tree, tree.child(node, Field.subscript));
      text !== void 0 ? add3("key", text) : into(
        tree.child(node, Field.value),
        isShort(module, tree.child(node, Field.subscript)) ? { ...way, through: [...way.through, aFew] } : way
      );
      return;
    }
    case Kind.call: {
      if (calledName(tree, node) === "dict") {
        let { positional, keywords } = argumentsOf(tree, node);
        for (let argument of positional) into(argument);
        for (let [key, value] of keywords) into(value, { ...way, variables: [...way.variables, key] });
        return;
      }
      let inside2 = intoCall(module, functionIndex, node);
      if ("leaf" in inside2) add3(inside2.leaf, inside2.name);
      else for (let child of inside2.nodes) into(child, { ...way, through: [...way.through, inside2.name] });
      return;
    }
    case Kind.identifier: {
      let name = tree.text(node), value = onlyValue(module, functionIndex, tree.name(node));
      value < 0 || way.variables.includes(name) ? add3("name", name) : into(value, { ...way, variables: [...way.variables, name] });
      return;
    }
    default:
      add3("other", "");
  }
}
function intoCall(module, functionIndex, call2) {
  let { tree } = module, name = calledName(tree, call2), { positional, keywords, hasSplat } = argumentsOf(tree, call2), callee = tree.child(call2, Field.function), object = tree.kind(callee) === Kind.attribute ? tree.child(callee, Field.object) : -1, key = /^(?:get|pop|getenv|getlist|getfirst|getone|get_argument|get_body_argument|get_query_argument|get_header|get_cookie|get_param|setdefault)$/.test(
    name
  ) ? positional.map((argument) => literalText(tree, argument))[0] : void 0;
  if (key !== void 0) return { leaf: "key", name: key };
  if (/(?:^|\.)hmac\.(?:new|digest)$|(?:^|\.)HMAC(?:\.new)?$/.test(written(tree, callee)))
    return { leaf: "call", name: "hmac" };
  if (!transforming.has(name) || hasSplat) return { leaf: "call", name };
  let ofModule = object >= 0 && isModule(module, functionIndex, object);
  if (ofModule && methods.test(name) && !/(?:^|\.)(?:codecs|json|str|bytes)$/.test(written(tree, object)))
    return { leaf: "call", name };
  let receiver = object >= 0 && !ofModule ? [object] : [];
  return { name, nodes: [...receiver, ...positional, ...keywords.values()] };
}
function isShort({ tree }, subscript) {
  if (tree.kind(subscript) === Kind.integer) return !0;
  if (tree.kind(subscript) !== Kind.slice) return !1;
  let bounds = tree.children(subscript).filter((child) => tree.kind(child) === Kind.integer || tree.kind(child) === Kind.unary_operator), only = bounds.length === 1 && tree.children(subscript).length <= 2 ? bounds[0] : void 0;
  if (only === void 0) return !1;
  let number = tree.kind(only) === Kind.integer ? only : tree.next(only) - 1;
  return Number(tree.text(number)) <= MAX_FEW;
}
function isModule(module, functionIndex, object) {
  let { tree } = module, root = object;
  for (; tree.kind(root) === Kind.attribute; ) root += 1;
  if (tree.kind(root) !== Kind.identifier) return !1;
  let name = tree.name(root), item = functionIndex === MODULE ? void 0 : module.index.functions[functionIndex];
  return ((item === void 0 ? void 0 : module.functionBindings(item).byName.get(name)) ?? module.bindings.byName.get(name))?.every(({ kind }) => kind === "import") === !0;
}
function onlyValue(module, functionIndex, name) {
  let item = functionIndex === MODULE ? void 0 : module.index.functions[functionIndex], own = item === void 0 ? void 0 : module.functionBindings(item).byName.get(name);
  if (item !== void 0 && hasParameter(module, item.parameters, name)) return -1;
  let bindings = own ?? module.bindings.byName.get(name), only = bindings?.length === 1 ? bindings[0] : void 0;
  return only?.kind === "value" ? only.value : -1;
}
function hasParameter({ tree }, parameters, name) {
  return parameters < 0 ? !1 : tree.children(parameters).some((child) => tree.name(child) === name || tree.name(child + 1) === name);
}

// src/analyse/detectors/qualified-targets.ts
var last = { targets: [], names: [] };
function qualifiedTargets(targets) {
  return targets !== last.targets && (last = { targets, names: targets.flatMap(qualifiedName) }), last.names;
}
function qualifiedName(target) {
  return target.kind === "symbol" ? [target.name] : target.kind === "method" ? [`${target.on}.${target.name}`] : [];
}

// src/analyse/name-test.ts
function createNameTest(names2, passes) {
  let seen = new Uint8Array(names2.size);
  return (name) => {
    if (name === 0) return !1;
    if (name >= seen.length) {
      let larger = new Uint8Array(names2.size);
      larger.set(seen), seen = larger;
    }
    return seen[name] === 0 && (seen[name] = passes(names2.text(name)) ? 2 : 1), seen[name] === 2;
  };
}

// src/analyse/detectors/secret-name.ts
var about = new Set(
  [
    "name names type types uri url path file field fields label hint prefix suffix header param params env var expire ttl len length min max",
    "count regex pattern policy validator hash hashed encrypted masked redacted format version question is has no not un needs require required",
    "requires use uses enable enabled disable allow pagination page next previous continuation csrf header tokenizer tokenize pad bos eos cls sep mask",
    "unk special vocab num stop secretary public reset forgot forgotten lost change changed conf config cfg opt option arg argument attr attribute col column meta",
    "msg message text title desc description help prompt placeholder error err invalid missing wrong bad status mode format sort cache primary foreign",
    "dummy fake example update always"
  ].join(" ").split(" ")
), passwordWord = /^(?:.*(?:password|passwd|passphrase|passcode)|pwd|(?:db|my|user|admin|root|mysql|sql|smtp|ftp|ssh)pwd|pw|passw)$/, passOwners = new Set(
  "db database user usr smtp mail email imap pop3 admin root ftp sftp ssh mysql pg postgres redis mongo rabbitmq amqp auth login proxy ldap sql my http basic bind svn git key cert pfx".split(
    " "
  )
), keyOwners = new Set(
  "api access private auth secret encryption signing signature master account storage app application license consumer client crypto aes hmac jwt shared".split(
    " "
  )
), tokenOwners = new Set(
  "auth access refresh bearer api bot secret session oauth user github gitlab slack id jwt personal service account".split(
    " "
  )
), known = /* @__PURE__ */ new Map();
function secretName(name) {
  if (!/pass|pwd|pw|secret|key|token|credential|bearer|dsn|salt|conn/i.test(name)) return;
  let kind = known.get(name);
  return kind === void 0 && !known.has(name) && known.set(name, kind = kindOf(name, wordsOf(name))), kind;
}
function wordsOf(name) {
  let words4 = knownWords.get(name);
  return words4 === void 0 && knownWords.set(name, words4 = splitWords(name)), words4;
}
var knownWords = /* @__PURE__ */ new Map();
function splitWords(name) {
  return name.replace(/([a-z\d])([A-Z])/g, "$1 $2").replace(/([A-Z])([A-Z][a-z])/g, "$1 $2").toLowerCase().split(/[^a-z\d]+/).filter((word) => word !== "");
}
function kindOf(name, words4) {
  if (name === "PW" || words4.length === 0 || words4.length > 8 || words4.some((word) => about.has(word)))
    return;
  let counted2 = words4.filter((word) => !/^\d+$/.test(word)), last2 = counted2.at(-1)?.replace(/\d+$/, "") ?? "", before2 = counted2.at(-2) ?? "";
  if (passwordWord.test(last2) || last2 === "pass" && passOwners.has(before2) || last2 === "userpass" || last2 === "dbpass")
    return "password";
  if (last2 === "secret" || /^(?:client|app|api|consumer|shared|jwt)secret$/.test(last2) || last2 === "credential" || last2 === "credentials" || last2 === "creds" || /^(?:api|secret|access|private|auth|encryption|signing|master)key$/.test(last2) || last2 === "key" && keyOwners.has(before2)) return "key";
  if (last2 === "bearer") return "token";
  if (/^(?:auth|access|refresh|api|bearer)token$/.test(last2)) return "key";
  if (last2 === "token") return tokenOwners.has(before2) ? "key" : "token";
  if (last2 === "dsn" || last2 === "string" && /^conn(?:ection)?$/.test(before2) || last2 === "connectionstring") return "connection";
  if (last2 === "salt") return "salt";
}

// src/analyse/taint/secret-names.ts
function promisesSecret(name) {
  let kind = secretName(name);
  return kind === "password" || kind === "key" || kind === "connection";
}
function mayHoldSecret(tree, node, value) {
  if (value.constants !== void 0) return !1;
  let call2 = node >= 0 && tree.kind(node) === Kind.await ? node + 1 : node;
  return call2 >= 0 && tree.kind(call2) === Kind.call && protectsSecret(calledName(tree, call2)) ? !1 : !(value.denotes.length > 0 && value.denotes.every(
    (one) => one.kind === "function" || one.kind === "class" || one.kind === "module" || // An object is shown by its type; what is capitalised is a class.
    one.kind === "object" || one.kind === "instance" && /(?:^|\.)_?[A-Z]\w*$/.test(one.of) || one.kind === "instance" && harmless2.test(one.of)
  ));
}
var protectingWords = new Set(
  "hash hashed hashpw hasher encrypt encrypted encryptor crypt digest hexdigest hmac sign signed mask masked redact redacted obfuscate censor scrub hide anonymize anonymise fingerprint derive kdf pbkdf2 bcrypt argon2 scrypt verify check validate exists has is len bool seal".split(" ")
);
function protectsSecret(name) {
  return wordsOf(name).some((word) => protectingWords.has(word));
}
var harmless2 = /^(?:int|float|bool|complex|NoneType|re\.Pattern|datetime\..+|uuid\.UUID|decimal\.Decimal|logging\.Logger|pydantic\.(?:types\.)?Secret(?:Str|Bytes)|hmac\.HMAC|.*(?:Field|Form|Widget|Serializer|Column|Hasher|PasswordHash|CryptContext|Validator|Parser))(?:\(\))?$/;

// src/analyse/detectors/secret-givers.ts
var tests = /* @__PURE__ */ new WeakMap(), namingIn = /* @__PURE__ */ new WeakMap();
function namingFunctions(project, module) {
  let known2 = namingIn.get(module);
  if (known2 !== void 0) return known2;
  let promises = promising(project), { tree } = module, found2 = /* @__PURE__ */ new Set();
  for (let node = 0; node < tree.size; node++) promises(tree.name(node)) && found2.add(module.functionAround(node));
  return namingIn.set(module, found2), found2;
}
function promising(project) {
  let promises = tests.get(project);
  return promises === void 0 && tests.set(project, promises = createNameTest(project.names, (text) => promisesSecret(bare(text)))), promises;
}
var giving = /* @__PURE__ */ new WeakMap();
function namesThatGive(project, models, isTest) {
  let known2 = giving.get(project);
  if (known2 !== void 0) return known2;
  let names2 = /* @__PURE__ */ new Set();
  for (let { entry: entry2, sources } of models.entries)
    if (sources.includes("secret"))
      for (let call2 of entry2.call ?? []) names2.add(project.names.find(call2.slice(call2.lastIndexOf(".") + 1)));
  for (let module of project.modules)
    if (!(module.file.kind === "stub" || isTest(module)))
      for (let around2 of namingFunctions(project, module))
        around2 !== MODULE && names2.add(module.index.functions[around2].name);
  return names2.delete(0), giving.set(project, names2), names2;
}
var handed = /* @__PURE__ */ new WeakMap();
function namesThatGet(project, isTest) {
  let known2 = handed.get(project);
  if (known2 !== void 0) return known2;
  let names2 = /* @__PURE__ */ new Set();
  for (let module of project.modules) {
    if (module.file.kind === "stub" || isTest(module)) continue;
    let promises = promising(project), { tree, index: index2 } = module;
    if (namingFunctions(project, module).size !== 0)
      for (let call2 of index2.calls) {
        let list3 = tree.child(call2, Field.arguments), name = calleeName(module, call2);
        if (!(list3 < 0 || name === 0 || names2.has(name))) {
          for (let node = list3 + 1; node < tree.next(list3); node++)
            if (promises(tree.name(node))) {
              names2.add(name);
              break;
            }
        }
      }
  }
  return handed.set(project, names2), names2;
}
function namesThatCall(project, wanted, isTest) {
  let found2 = new Set(wanted);
  for (let module of project.modules)
    if (!(module.file.kind === "stub" || isTest(module)))
      for (let call2 of module.index.calls) {
        if (!wanted.has(calleeName(module, call2))) continue;
        let around2 = module.functionAround(call2);
        around2 !== MODULE && found2.add(module.index.functions[around2].name);
      }
  return found2.delete(0), found2;
}
function calleeName({ tree }, call2) {
  let callee = tree.child(call2, Field.function);
  return tree.kind(callee) === Kind.attribute ? tree.name(tree.child(callee, Field.attribute)) : tree.name(callee);
}
function bare(text) {
  return text.replace(/^[A-Za-z]{0,2}(['"])(.*)\1$/s, "$2");
}

// src/analyse/taint/pattern-class.ts
function patternCleans(pattern, how) {
  let body = pattern.replace(/^\(\?[aiLmsux]+\)/, "");
  if (how === "search" && !/^(?:\^|\\A)/.test(body) || how !== "fullmatch" && (!/(?:\$|\\Z)$/.test(body) || /\\\$$/.test(body) || hasTopLevelAlternative(body)))
    return 0n;
  body = body.replace(/^(?:\^|\\A)/, "").replace(/(?:\$|\\Z)$/, "");
  let admitted = admittedCharacters(body), begins = beginsPlain(body) ? kindSet("argv") : 0n;
  if (admitted === void 0) return begins;
  let sums = isArithmetic(body, admitted) ? kindSet("code") | kindSet("expression") : 0n;
  return kindsWithout(admitted) & ~namedKinds | begins | sums | (ownPath.test(body) ? kindSet("redirect") : 0n);
}
var namedKinds = kindSet("reflection") | kindSet("module") | kindSet("fields") | kindSet("session");
function beginsPlain(body) {
  let [first, characters] = /^(?:\[((?:[\w./:@]-[\w]|[\w./:@])+)\]|\\[wd]|[\w/.:@])(?![*?{])/.exec(body) ?? [];
  return first !== void 0 && characters?.startsWith("^") !== !0 && !hasTopLevelAlternative(body);
}
function isArithmetic(body, admitted) {
  return [...admitted].some((sign2) => !" +-*/%.,()".includes(sign2)) ? !1 : !/[A-Za-z_]/.test(body.replace(/\\[dsAZ]/g, ""));
}
var ownPath = /^\/(?:[A-Za-z0-9_]|\\w|\[(?!\^)(?:[^\]/\\]|\\[wd-])+\](?![*?{]))/;
function groupBody(pattern, which) {
  let count2 = 0, inClass = !1;
  for (let i = 0; i < pattern.length; i++) {
    let character = pattern[i];
    if (character === "\\") i++;
    else if (inClass) inClass = character !== "]" || pattern[i - 1] === "[";
    else if (character === "[") inClass = !0;
    else if (character === "(") {
      let head = /^\((?:\?(?:P<(\w+)>|[^P]))?/.exec(pattern.slice(i));
      if (!(!head[0].startsWith("(?") || head[1] !== void 0) || (count2++, count2 !== which && head[1] !== which)) continue;
      let from = i + head[0].length;
      return pattern.slice(from, groupEnd(pattern, from));
    }
  }
}
function groupEnd(pattern, from) {
  let depth = 0, inClass = !1;
  for (let i = from; i < pattern.length; i++) {
    let character = pattern[i];
    if (character === "\\") i++;
    else if (inClass) inClass = character !== "]";
    else if (character === "[") inClass = !0;
    else if (character === "(") depth++;
    else if (character === ")" && depth-- === 0) return i;
  }
  return pattern.length;
}
function removedCleans(pattern, replacement2) {
  let negated2 = /^\(?\[\^((?:[^\]\\]|\\.)+)\]\)?[+*]?$/s.exec(pattern);
  return pattern === "\\W" || pattern === "\\W+" ? patternCleans(`[\\w${escapeClass(replacement2)}]*`, "fullmatch") : negated2 === null ? 0n : patternCleans(`[${negated2[1]}${escapeClass(replacement2)}]*`, "fullmatch");
}
function escapeClass(text) {
  return text.replaceAll(/[\\\]^-]/g, "\\$&");
}
function hasTopLevelAlternative(pattern) {
  let depth = 0, inClass = !1;
  for (let i = 0; i < pattern.length; i++) {
    let character = pattern[i];
    if (character === "\\") i++;
    else if (inClass) inClass = character !== "]";
    else if (character === "[") inClass = !0;
    else if (character === "(") depth++;
    else if (character === ")") depth--;
    else if (character === "|" && depth === 0) return !0;
  }
  return !1;
}
var plain = /[A-Za-z0-9_]/;
function admittedCharacters(pattern) {
  let admitted = /* @__PURE__ */ new Set(), add3 = (character) => {
    plain.test(character) || admitted.add(character);
  };
  for (let i = 0; i < pattern.length; i++) {
    let character = pattern[i];
    if (character === ".") return;
    if (character === "[") {
      let end = classEnd(pattern, i);
      if (end < 0 || !addClass(pattern.slice(i + 1, end), add3)) return;
      i = end;
    } else if (character === "\\") {
      let escaped = pattern[++i] ?? "";
      if (/[WDSB]/.test(escaped)) return;
      if (escaped === "s") for (let space of ` 
\r	`) add3(space);
      else escaped === "n" ? add3(`
`) : /[wdbAZ]/.test(escaped) || add3(escaped);
    } else if (character === "(") {
      if (/^\(\?(?:[!=]|<[!=])/.test(pattern.slice(i))) return;
      let head = /^\((?:\?(?::|P<\w+>))?/.exec(pattern.slice(i));
      i += head[0].length - 1;
    } else if (character === "{") {
      let counted2 = /^\{\d*,?\d*\}/.exec(pattern.slice(i));
      counted2 === null ? add3("{") : i += counted2[0].length - 1;
    } else character === "-" && !/[*+{]/.test(pattern[i + 1] ?? "") || ")|*+?^$".includes(character) || add3(character);
  }
  return admitted;
}
function classEnd(pattern, start) {
  let i = start + 1;
  for (pattern[i] === "^" && i++, pattern[i] === "]" && i++; i < pattern.length; i++)
    if (pattern[i] === "\\") i++;
    else if (pattern[i] === "]") return i;
  return -1;
}
function addClass(body, add3) {
  if (body.startsWith("^")) return !1;
  for (let i = 0; i < body.length; i++) {
    let character = body[i];
    if (character === "\\") {
      if (character = body[++i] ?? "", /[WDS]/.test(character)) return !1;
      if (character === "s") for (let space of ` 
\r	`) add3(space);
      else /[wd]/.test(character) || add3(character);
      if (/[wds]/.test(character)) continue;
    }
    if (body[i + 1] === "-" && i + 2 < body.length) {
      let to = body[i + 2], [from, until] = [character.codePointAt(0), to.codePointAt(0)];
      for (let code = from; code <= until && code < from + 256; code++) add3(String.fromCodePoint(code));
      i += 2;
    } else add3(character);
  }
  return !0;
}
var dangerous = {
  sql: "'\"`;\\()-*/%=",
  shell: `;|&$\`<>(){}[]*?!~#'"\\ 
\r	%^=`,
  code: `()[]{}.;'"=+,: 
\\@`,
  template: "{}%$#<",
  expression: `()[]{}.;'"=+,: 
\\@`,
  argv: "-",
  html: "<>&\"'`=",
  markup: `<>&"'`,
  path: "/\\.",
  redirect: "/\\:",
  url: "/\\:@?#.",
  "url-path": "./\\?#@",
  ldap: '*()\\\0=,+<>;"',
  xpath: `'"[]()/=|@`,
  header: `
\r`,
  cookie: `
\r;=,`,
  log: `
\r`,
  mail: `
\r,;<>@`,
  regex: ".*+?()[]{}|^$\\",
  reflection: ".",
  nosql: "$.{}",
  format: "{}%"
};
function kindsWithout(admitted) {
  if (admitted.size === 0) return allKinds;
  let kinds3 = 0n;
  for (let [kind, signs] of Object.entries(dangerous))
    [...admitted].every((sign2) => !signs.includes(sign2)) && (kinds3 |= kindSet(kind));
  return !admitted.has("/") && !admitted.has("\\") && (kinds3 |= kindSet("path-relative")), admitted.has(".") || (kinds3 |= kindSet("path-inside")), !admitted.has(`
`) && !admitted.has("\r") && (kinds3 |= kindSet("single-line")), kinds3;
}

// src/analyse/taint/harmless-types.ts
var harmlessNames = /^(?:int|float|bool|complex|None|decimal\.Decimal|fractions\.Fraction|uuid\.UUID|datetime\.(?:date|datetime|time|timedelta|timezone)|ipaddress\.\w+|enum\.\w+|pydantic\.(?:\w*Int|\w*Float|UUID\d|conint|confloat|condecimal|PositiveInt|FutureDate|PastDate|IPvAny\w+)|fastapi\.(?:Request|Response|BackgroundTasks|WebSocket)|starlette\..*)$/, wrappers = /* @__PURE__ */ new Set([
  "Optional",
  "Union",
  "Annotated",
  "Final",
  "List",
  "Sequence",
  "Set",
  "Iterable",
  "list",
  "set",
  "tuple",
  "frozenset",
  "Tuple",
  "conlist"
]);
function isHarmlessType(frame, annotation) {
  return harmless3(frame.engine, frame.module, frame.functionIndex, annotation);
}
function harmless3(engine, module, functionIndex, node) {
  let { tree } = module;
  switch (tree.kind(node)) {
    case Kind.type:
    case Kind.parenthesized_expression:
      return node + 1 < tree.next(node) && harmless3(engine, module, functionIndex, node + 1);
    case Kind.none:
      return !0;
    case Kind.binary_operator:
    case Kind.union_type:
      return tree.children(node).filter((child) => tree.field(child) !== Field.operator).every((child) => harmless3(engine, module, functionIndex, child));
    case Kind.subscript:
    case Kind.generic_type: {
      let base = node + 1, last2 = tree.kind(base) === Kind.attribute ? tree.text(tree.child(base, Field.attribute)) : tree.text(base);
      if (last2 === "Literal") return !0;
      if (!wrappers.has(last2)) return !1;
      let inner2 = tree.children(node).slice(1).flatMap((child) => tree.kind(child) === Kind.type_parameter ? tree.children(child) : [child]);
      return last2 === "Annotated" ? inner2.length > 0 && (harmless3(engine, module, functionIndex, inner2[0]) || inner2.slice(1).some((one) => hasHarmlessPattern(module, one))) : inner2.length > 0 && inner2.every((child) => harmless3(engine, module, functionIndex, child));
    }
    case Kind.identifier:
    case Kind.attribute: {
      let definition = engine.project.dotted(module, functionIndex, node);
      return definition?.kind === "external" ? harmlessNames.test(definition.name) || isConversion(engine, definition.name) : definition?.kind === "class" && isChoice(engine, definition);
    }
    case Kind.call:
      return harmless3(engine, module, functionIndex, tree.child(node, Field.function)) || hasHarmlessPattern(module, node);
    default:
      return !1;
  }
}
function isConversion({ models }, name) {
  return models.call(models.canonical(name))?.some(({ sanitizes, entry: entry2 }) => sanitizes === allKinds && entry2.where === void 0) === !0;
}
function hasHarmlessPattern({ tree }, node) {
  if (node < 0) return !1;
  let call2 = tree.kind(node) === Kind.type ? node + 1 : node;
  if (tree.kind(call2) !== Kind.call) return !1;
  let list3 = tree.child(call2, Field.arguments);
  return tree.children(list3).some((child) => {
    if (tree.kind(child) !== Kind.keyword_argument || !/^(?:pattern|regex)$/.test(tree.text(tree.child(child, Field.name)))) return !1;
    let pattern = literalText(tree, tree.child(child, Field.value));
    return pattern !== void 0 && (patternCleans(pattern, "search") | namedKinds) === allKinds;
  });
}
function isChoice(engine, reference3) {
  return engine.project.ancestry(reference3).external.some((base) => /^enum\.\w*(?:Enum|Flag)$/.test(base) || /(?:TextChoices|IntegerChoices)$/.test(base));
}
var modelBases = /(?:^|\.)(?:BaseModel|Schema|ModelSchema|SQLModel|TypedDict|NamedTuple|Struct|GenericModel|RootModel|MappedAsDataclass)$/;
function fieldsFromOutside(engine, reference3) {
  let { classes: classes3, external } = engine.project.ancestry(reference3);
  return external.some((base) => modelBases.test(base)) ? !0 : classes3.some(({ module, index: index2 }) => {
    let { decorated: decorated2 } = module.index.classes[index2];
    if (decorated2 < 0) return !1;
    let { tree } = module;
    return tree.children(decorated2).some((child) => {
      if (tree.kind(child) !== Kind.decorator) return !1;
      let callee = tree.kind(child + 1) === Kind.call ? tree.child(child + 1, Field.function) : child + 1, last2 = tree.kind(callee) === Kind.attribute ? tree.text(tree.child(callee, Field.attribute)) : tree.text(callee);
      return /^(?:dataclass|define|frozen|mutable|attrs|s)$/.test(last2);
    });
  });
}
function fieldType(engine, reference3, name) {
  let number = engine.project.names.find(name);
  if (number !== 0) {
    for (let { module, index: index2 } of engine.project.ancestry(reference3).classes)
      for (let field of declaredFields(module, index2))
        if (field.name === number) return { module, node: field.type, value: field.value };
  }
}
function declaredFields(module, index2) {
  let { tree } = module, { body } = module.index.classes[index2];
  return body < 0 ? [] : tree.children(body).flatMap((statement2) => {
    let assignment2 = statement2 + 1;
    if (tree.kind(statement2) !== Kind.expression_statement || tree.kind(assignment2) !== Kind.assignment) return [];
    let left = tree.child(assignment2, Field.left), type = tree.child(assignment2, Field.type);
    return type < 0 || tree.kind(left) !== Kind.identifier ? [] : [{ name: tree.name(left), type, value: tree.child(assignment2, Field.right) }];
  });
}
function isHarmlessField(engine, { module, node, value = -1 }) {
  if (value >= 0 && hasHarmlessPattern(module, value)) return !0;
  let around2 = module.functionAround(node);
  return harmless3(engine, module, around2, node);
}
var textNames = /^(?:str|bytes|pydantic\.(?:EmailStr|SecretStr|constr|StrictStr|AnyUrl|HttpUrl|\w*Url))$/;
function isTextField(engine, { module, node }) {
  let { tree } = module;
  switch (tree.kind(node)) {
    case Kind.type:
    case Kind.parenthesized_expression:
      return node + 1 < tree.next(node) && isTextField(engine, { module, node: node + 1 });
    case Kind.none:
      return !0;
    case Kind.binary_operator:
    case Kind.union_type:
      return tree.children(node).filter((child) => tree.field(child) !== Field.operator).every((child) => isTextField(engine, { module, node: child }));
    case Kind.subscript:
    case Kind.generic_type: {
      let base = node + 1, last2 = tree.kind(base) === Kind.attribute ? tree.text(tree.child(base, Field.attribute)) : tree.text(base);
      if (last2 !== "Optional" && last2 !== "Annotated" && last2 !== "Union") return !1;
      let inner2 = tree.children(node).slice(1).flatMap((child) => tree.kind(child) === Kind.type_parameter ? tree.children(child) : [child]), types = last2 === "Union" ? inner2 : inner2.slice(0, 1);
      return types.length > 0 && types.every((child) => isTextField(engine, { module, node: child }));
    }
    case Kind.identifier:
    case Kind.attribute: {
      let definition = engine.project.dotted(module, module.functionAround(node), node);
      return definition?.kind === "external" && textNames.test(definition.name);
    }
    default:
      return !1;
  }
}

// src/analyse/detectors/secret-in-value.ts
var doing = new Set(
  "set update save store delete remove send rotate revoke change test ask enter prompt need require reset try list count log print show write".split(
    " "
  )
), vague = /(?:^|_)(?:credentials?|creds|secrets)$|^(?:get_|load_|read_|find_|fetch_)?(?:\w+_)?(?:account|app|client|license|storage|access|application|consumer)_?key$|^(?:get_|load_|read_|find_|fetch_)?secret$/, isVague = (name) => vague.test(wordsOf(name).join("_"));
function createSecretFinder(engine, exceptNames, notFrom) {
  let except = exceptNames === void 0 ? void 0 : new RegExp(exceptNames, "iu"), isMeant2 = (name) => promisesSecret(name) && except?.test(wordsOf(name).join("_")) !== !0, secretIn = (site, argument, holds3, evaluate3, key) => {
    let { value, node } = argument;
    if (value.constants !== void 0) return;
    let marks = value.taint?.marks ?? [];
    if (notFrom.some((kind) => marks.some(({ source }) => source?.kind === kind))) return;
    for (let mark of marks) {
      let { source } = mark;
      if (!(source?.kind !== "secret" || harmless(mark) || except?.test(source.key ?? "") === !0))
        return { name: source.name, module: source.module, node: source.node, isVague: !1 };
    }
    if (node < 0) return;
    let { module, functionIndex } = site, leaves = leavesOf(module, functionIndex, node);
    for (let leaf of leaves) {
      let name = secretOf(key === void 0 ? leaf : { ...leaf, variables: [key, ...leaf.variables] });
      if (name === void 0) continue;
      let known2 = evaluate3(leaf.node);
      if (!(notFrom.some((kind) => known2.taint?.marks.some(({ source }) => source?.kind === kind)) || isClean(known2) || !mayHoldSecret(module.tree, assignedBefore(module, functionIndex, leaf.node), known2) || isHidden(module, leaf.node, evaluate3)))
        return { name: written(module.tree, leaf.node) || name, module, node: leaf.node, isVague: isVague(name) };
    }
    let only = leaves.length === 1 ? leaves[0] : void 0;
    return only !== void 0 && only.kind !== "other" && only.through.every((one) => one === "dumps" || one === "str" || one === "repr") ? heldSecret(site, node, value, holds3, 0) : void 0;
  }, isHidden = (module, node, evaluate3) => {
    let { tree } = module;
    if (tree.kind(node) !== Kind.attribute) return !1;
    let name = tree.text(tree.child(node, Field.attribute));
    return evaluate3(tree.child(node, Field.object)).denotes.some((one) => {
      let type = one.kind === "object" ? fieldType(engine(), one, name) : void 0;
      return type !== void 0 && /Secret/.test(sourceText(type.module, type.node));
    });
  }, secretOf = ({ kind, name, variables, through: through2 }) => {
    if (!(through2.some((one) => one === aFew || hashing.test(one)) || kind === "other") && !(protectsSecret(name) || kind === "call" && doing.has(wordsOf(name)[0] ?? "")) && !variables.some((variable) => protectsSecret(variable)))
      return [name, ...variables].find(isMeant2);
  }, heldSecret = (site, node, value, holds3, depth) => {
    for (let held of holds3(value))
      if (held.kind === "dict")
        for (let [key, entry2] of held.entries) {
          let name = key.startsWith("s") ? key.slice(1) : "";
          if (isMeant2(name) && !isClean(entry2) && mayHoldSecret(site.module.tree, -1, entry2))
            return { name, module: site.module, node, isVague: isVague(name) };
          let inner2 = depth < 2 ? heldSecret(site, node, entry2, holds3, depth + 1) : void 0;
          if (inner2 !== void 0) return inner2;
        }
  };
  return { secretIn, isMeant: isMeant2 };
}
function assignedBefore(module, functionIndex, node) {
  let { tree, index: index2 } = module;
  if (tree.kind(node) !== Kind.identifier) return node;
  let last2 = node;
  for (let assignment2 of index2.assignments) {
    if (assignment2 >= node) break;
    let right = tree.child(assignment2, Field.right);
    tree.kind(assignment2 + 1) === Kind.identifier && tree.name(assignment2 + 1) === tree.name(node) && right >= 0 && tree.next(assignment2) <= node && module.functionAround(assignment2) === functionIndex && (last2 = right);
  }
  return last2;
}
function isClean({ taint: taint2 }) {
  let marks = taint2?.marks ?? [];
  return marks.length > 0 && marks.every((mark) => harmless(mark));
}
function sourceText({ tree }, root) {
  let text = "";
  for (let node = root; node < tree.next(root); node++) tree.next(node) === node + 1 && (text += ` ${tree.text(node)}`);
  return text;
}

// src/analyse/detectors/matching-texts.ts
var searches = /* @__PURE__ */ new WeakMap();
function matchingTexts(module, pattern) {
  let { names: names2 } = module.tree, search = searches.get(names2);
  search === void 0 && searches.set(names2, search = { patterns: /* @__PURE__ */ new Map(), matchesAny: () => !1, module: void 0, nodes: [] });
  let known2 = search.patterns.get(pattern);
  if (known2 === void 0) {
    let regex = new RegExp(pattern, "u");
    known2 = { regex, matches: createNameTest(names2, (token) => regex.test(contentOf(token))) }, search.patterns.set(pattern, known2);
    let regexes = [...search.patterns.values()].map((each) => each.regex);
    search.matchesAny = createNameTest(names2, (token) => {
      let content = contentOf(token);
      return regexes.some((each) => each.test(content));
    }), search.module = void 0;
  }
  search.module !== module && (search.module = module, search.nodes = findTexts(module, search.matchesAny));
  let { matches } = known2;
  return search.nodes.filter((node) => isMatched(module, node, matches));
}
function findTexts(module, matches) {
  let { tree, index: index2 } = module, found2 = [];
  for (let node of index2.strings)
    isMatched(module, node, matches) && tree.kind(tree.parent(node)) !== Kind.expression_statement && found2.push(node);
  return found2;
}
function isMatched({ tree }, node, matches) {
  let end = tree.next(node);
  if (end === node + 1) return matches(tree.name(node));
  for (let part = node + 1; part < end; part = tree.next(part))
    if (tree.kind(part) === Kind.string_content && matches(tree.name(part))) return !0;
  return !1;
}
function contentOf(token) {
  let constant = stringConstant(token);
  return (constant === void 0 ? void 0 : textOf(constant)) ?? token;
}

// src/analyse/detectors/names-around.ts
function nameAround(site, places, words4) {
  let matches = matcher(words4);
  for (let place4 of places)
    for (let name of namesAt(site, place4)) if (matches(name)) return name;
}
function namesAt(site, place4) {
  switch (place4) {
    case "result":
      return uses(site).flatMap((use) => resultNames(site.module, use));
    case "argument":
      return argumentNames(site);
    case "function":
      return functionNames(site);
    case "class":
      return classNames(site);
    case "module":
      return site.module.path.replace(/\.\w+$/, "").split("/").slice(-3);
    case "comment":
      return commentsBeside(site);
    case "condition":
      return conditionNames(site);
  }
}
var matchers = /* @__PURE__ */ new WeakMap();
function matcher(words4) {
  let found2 = matchers.get(words4);
  if (found2 === void 0) {
    let whole2 = new Set(words4.filter((word) => word.startsWith("=")).map((word) => word.slice(1))), parts2 = words4.filter((word) => !word.startsWith("=")), pattern = parts2.length === 0 ? void 0 : new RegExp(`_(?:${parts2.join("|")})s?_`);
    found2 = (name) => {
      let snake = snakeCase(name);
      return whole2.has(snake) || pattern?.test(`_${snake}_`) === !0;
    }, matchers.set(words4, found2);
  }
  return found2;
}
function snakeCase(name) {
  return name.replace(/([a-z0-9])([A-Z])/g, "$1_$2").replace(/([A-Z])([A-Z][a-z]{2})/g, "$1_$2").replace(/[^A-Za-z0-9]+/g, "_").replace(/^_+|_+$/g, "").toLowerCase();
}
function uses({ module, functionIndex, node }) {
  let { tree } = module, assignment2 = tree.parent(node);
  if (tree.kind(node) !== Kind.call || tree.kind(assignment2) !== Kind.assignment) return [node];
  let left = tree.child(assignment2, Field.left);
  if (tree.kind(left) !== Kind.identifier) return [node];
  let name = tree.name(left), later = module.index.calls.filter((call2) => {
    if (call2 < node || module.functionAround(call2) !== functionIndex) return !1;
    let callee = call2 + 1;
    return tree.kind(callee) === Kind.attribute && tree.kind(callee + 1) === Kind.identifier && tree.name(callee + 1) === name;
  });
  return [node, ...later];
}
function resultNames(module, start) {
  let { tree } = module, names2 = [];
  for (let node = start, parent = tree.parent(node); parent >= 0; node = parent, parent = tree.parent(node))
    switch (tree.kind(parent)) {
      case Kind.keyword_argument:
      case Kind.named_expression:
      case Kind.default_parameter:
      case Kind.typed_default_parameter:
        names2.push(...lastNames(module, tree.child(parent, Field.name)));
        break;
      case Kind.argument_list:
        names2.push(...lastNames(module, tree.child(tree.parent(parent), Field.function)));
        break;
      case Kind.attribute:
        names2.push(tree.text(tree.child(parent, Field.attribute)));
        break;
      case Kind.pair:
        tree.field(node) === Field.value && names2.push(...lastNames(module, tree.child(parent, Field.key)));
        break;
      case Kind.comparison_operator:
        for (let operand of tree.children(parent)) operand !== node && names2.push(...namesIn(module, operand));
        break;
      case Kind.assignment:
      case Kind.augmented_assignment:
        return tree.field(node) === Field.right && names2.push(...lastNames(module, tree.child(parent, Field.left))), names2;
      case Kind.block:
      case Kind.module:
        return names2;
      default:
        break;
    }
  return names2;
}
function lastNames(module, node) {
  let { tree } = module;
  if (node < 0) return [];
  switch (tree.kind(node)) {
    case Kind.identifier:
      return [tree.text(node)];
    case Kind.attribute:
      return [tree.text(tree.child(node, Field.attribute))];
    case Kind.string:
      return stringName(module, node);
    case Kind.subscript:
      return tree.children(node).flatMap((child) => lastNames(module, child));
    case Kind.pattern_list:
    case Kind.tuple_pattern:
      return tree.children(node).flatMap((child) => lastNames(module, child));
    default:
      return [];
  }
}
function stringName({ tree }, node) {
  let constant = tree.next(node) === node + 1 ? stringConstant(tree.text(node)) : void 0, text = constant === void 0 ? void 0 : textOf(constant);
  return text !== void 0 && /^[\w-]{1,40}$/.test(text) ? [text] : [];
}
function argumentNames(site) {
  let { module } = site, { tree } = module;
  return uses(site).flatMap((call2) => {
    let list3 = tree.kind(call2) === Kind.call ? tree.child(call2, Field.arguments) : -1;
    return list3 < 0 ? [] : namesIn(module, list3);
  });
}
function namesIn(module, root) {
  let { tree } = module, names2 = [], end = tree.next(root);
  for (let node = root; node < end; node++) {
    let kind = tree.kind(node);
    kind === Kind.identifier ? names2.push(tree.text(node)) : kind === Kind.string && names2.push(...stringName(module, node));
  }
  return names2;
}
function functionNames({ module, functionIndex }) {
  let names2 = [];
  for (let current = functionIndex; current !== MODULE; current = module.index.functions[current].parent) {
    let { name } = module.index.functions[current];
    name !== 0 && names2.push(module.tree.names.text(name));
  }
  return names2;
}
function classNames({ module, node }) {
  let names2 = [];
  for (let current = module.classAround(node); current !== MODULE; current = module.index.classes[current].parentClass)
    names2.push(module.tree.names.text(module.index.classes[current].name));
  return names2;
}
function conditionNames({ module, node }) {
  let { tree } = module, names2 = [];
  for (let current = tree.parent(node); current >= 0; current = tree.parent(current)) {
    let kind = tree.kind(current);
    if (kind === Kind.function_definition || kind === Kind.class_definition || kind === Kind.lambda) break;
    if (kind === Kind.conditional_expression && names2.push(...namesIn(module, tree.children(current)[1] ?? current)), !(kind !== Kind.if_statement && kind !== Kind.elif_clause)) {
      names2.push(...namesIn(module, tree.child(current, Field.condition)));
      for (let child of tree.children(current))
        child < node && tree.kind(child) === Kind.elif_clause && names2.push(...namesIn(module, tree.child(child, Field.condition)));
    }
  }
  return names2;
}
function commentsBeside({ module, node }) {
  let { tree } = module, { ranges, texts } = tree.comments, statement2 = statementAround(tree, node), first = tree.lineOf(statement2) - 1, last2 = tree.line(tree.end(node));
  return texts.filter((_, i) => {
    let line = tree.line(ranges[2 * i]);
    return line >= first && line <= last2;
  });
}

// src/analyse/detectors/place-role.ts
function placeRole(module, start) {
  let { tree } = module;
  for (let node = start, parent = tree.parent(node); parent >= 0; node = parent, parent = tree.parent(node))
    switch (tree.kind(parent)) {
      case Kind.list:
      case Kind.tuple:
      case Kind.set:
        return placeRole(module, parent) === "compared" ? "compared" : "element";
      case Kind.argument_list:
      case Kind.keyword_argument:
        return "argument";
      case Kind.default_parameter:
      case Kind.typed_default_parameter:
        return "default";
      case Kind.assignment:
      case Kind.augmented_assignment:
        return tree.field(node) !== Field.right ? void 0 : tree.kind(tree.child(parent, Field.left)) === Kind.subscript ? "entry" : "assigned";
      case Kind.named_expression:
        return "assigned";
      case Kind.pair:
        return tree.field(node) === Field.value ? "entry" : void 0;
      case Kind.comparison_operator:
        return "compared";
      case Kind.expression_statement:
        return node === start ? "unused" : void 0;
      case Kind.return_statement:
        return "returned";
      case Kind.call:
      case Kind.block:
      case Kind.module:
      case Kind.subscript:
        return;
      default:
        break;
    }
}

// src/base/unreachable.ts
function unreachable(value) {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`);
}

// src/analyse/detectors/stand-ins.ts
var expecting = /^(?:assertRaises\w*|failUnlessRaises|raises|expectFailure|suppress)$/;
function expectsError({ module: { tree }, node }) {
  for (let current = tree.parent(node); current >= 0; current = tree.parent(current)) {
    let kind = tree.kind(current);
    if (kind === Kind.call && expecting.test(calledName(tree, current))) return !0;
    if (kind === Kind.function_definition) return !1;
    if (kind !== Kind.with_statement) continue;
    let clause = tree.childOfKind(current, Kind.with_clause);
    if (clause >= 0 && ownNodes(tree, clause, Kind.call).some((call2) => expecting.test(calledName(tree, call2))))
      return !0;
  }
  return !1;
}
var answering = /^(?:responses|requests_mock|httpretty|respx|vcr|pook|aioresponses|mocket|betamax|wsgi_intercept|pytest_httpserver)(?:\.|$)/, replacing = /^(?:patch|object|setattr|setitem|MonkeyPatch|MockPatch|MockPatchObject|stub_out|stub_with|Set|SetattrFixture|swap_attr)$/;
function isReplaced({ module, node }) {
  let called = written(module.tree, module.tree.child(node, Field.function));
  return called !== "" && (answersItself(module) || replacedNames(module).some((name) => `${called}.`.includes(`${name}.`)));
}
function answersItself(module) {
  return module.importTargets().some((target) => answering.test(target));
}
var serving = /^(?:listen|serve_forever|create_server|start_server|handle_request|accept|run_server|\w*Server)$/, servers = /^(?:http\.server|socketserver|wsgiref\.simple_server|xmlrpc\.server|aiohttp\.test_utils|werkzeug\.serving)(?:\.|$)/;
function startsServer(module) {
  let { tree, index: index2 } = module;
  return module.importTargets().some((target) => servers.test(target)) || index2.calls.some((call2) => serving.test(calledName(tree, call2)));
}
var ofModules = /* @__PURE__ */ new WeakMap();
function replacedNames(module) {
  let names2 = ofModules.get(module);
  if (names2 === void 0) {
    let { tree, index: index2 } = module;
    names2 = index2.calls.filter((call2) => replacing.test(calledName(tree, call2))).flatMap((call2) => argumentsOf(tree, call2).positional.slice(0, 2)).map((argument) => literalText(tree, argument)?.split(".").at(-1) ?? "").filter((name) => name !== ""), ofModules.set(module, names2);
  }
  return names2;
}

// src/analyse/detectors/surroundings.ts
function standsIn(surrounding, site, knowledge) {
  switch (surrounding) {
    case "settings":
      return isSettingsModule(site.module);
    case "development":
      return isDevelopmentModule(site.module) || developmentName.test(classNameAround(site));
    case "test":
      return knowledge.context(site.module).isTest;
    case "production":
      return !knowledge.context(site.module).isTest;
    case "main-guard":
      return underMainGuard(site);
    case "handler":
      return isHandler(site);
    case "test-settings":
      return /test/i.test(`${fileName(site.module)} ${classNameAround(site)}`);
    case "conditional":
      return conditionsAround(site).length > 0;
    case "debug-branch":
      return conditionsAround(site).some(
        (condition) => mentions(site.module, condition, /^(?:debug|is_debug|dev_mode)$/i)
      );
    case "expected-error":
      return expectsError(site);
    case "patched":
      return isReplaced(site);
    case "own-server":
      return startsServer(site.module);
    default:
      return unreachable(surrounding);
  }
}
function isSettingsModule(module) {
  let segments = module.path.split("/");
  if (/^(?:(?:\w+_)?settings|config|gunicorn).*\.py$/.test(segments.at(-1)) || segments.at(-2) === "settings")
    return !0;
  let { names: names2 } = module.tree;
  return ["INSTALLED_APPS", "SECRET_KEY"].some(
    (name) => module.bindings.byName.has(names2.find(name)) && names2.find(name) !== 0
  );
}
function isDevelopmentModule(module) {
  return isSettingsModule(module) && developmentName.test(fileName(module));
}
var developmentName = /local|dev|test|debug|example/i;
function fileName(module) {
  return module.path.split("/").at(-1);
}
function classNameAround({ module, node }) {
  let classIndex = module.classAround(node);
  return classIndex === MODULE ? "" : module.qualifiedClassName(classIndex);
}
function conditionsAround({ module, node }) {
  let { tree } = module, found2 = [];
  for (let current = tree.parent(node); current >= 0; current = tree.parent(current)) {
    let kind = tree.kind(current);
    if (kind === Kind.function_definition || kind === Kind.lambda) break;
    (kind === Kind.if_statement || kind === Kind.elif_clause) && found2.push(tree.child(current, Field.condition));
  }
  return found2;
}
function conditionMentions(site, pattern) {
  let { tree } = site.module, regex = new RegExp(pattern, "u");
  return conditionsAround(site).some((condition) => {
    for (let inner2 = condition; inner2 < tree.next(condition); inner2++) if (regex.test(tree.text(inner2))) return !0;
    return !1;
  });
}
function mentions({ tree }, node, pattern) {
  for (let inner2 = node; inner2 < tree.next(node); inner2++)
    if (tree.kind(inner2) === Kind.identifier && pattern.test(tree.text(inner2))) return !0;
  return !1;
}
function underMainGuard({ module, node }) {
  let { tree } = module;
  for (let current = tree.parent(node); current >= 0; current = tree.parent(current)) {
    if (tree.kind(current) !== Kind.if_statement) continue;
    let condition = tree.child(current, Field.condition);
    if (tree.kind(condition) === Kind.comparison_operator && tree.children(condition).some((child) => tree.text(child) === "__name__"))
      return !0;
  }
  return !1;
}
var routeDecorators = new Set(
  "route get post put patch delete head options websocket api_route view_config expose api_view".split(" ")
);
function isHandler({ module, functionIndex }) {
  if (functionIndex === MODULE) return !1;
  let { tree } = module, item = module.index.functions[functionIndex];
  if (item.decorated >= 0)
    for (let child of tree.children(item.decorated)) {
      if (tree.kind(child) !== Kind.decorator) continue;
      let name = child + 1;
      tree.kind(name) === Kind.call && (name = tree.child(name, Field.function));
      let last2 = tree.kind(name) === Kind.attribute ? tree.child(name, Field.attribute) : name;
      if (routeDecorators.has(tree.text(last2))) return !0;
    }
  return item.methodOf !== MODULE && /(?:View|Handler|Resource|Endpoint|ViewSet)$/.test(module.qualifiedClassName(item.methodOf));
}

// src/analyse/detectors/file-mode-rights.ts
var bits2 = {
  "other-read": 4,
  "other-write": 2,
  "group-write": 16,
  "set-id": 3072
};
function grantsRight(mode, right) {
  return (mode & bits2[right]) !== 0;
}

// src/analyse/detectors/left-defaults.ts
function defaultUse(project, module, functionIndex, parameter) {
  let item = module.index.functions[functionIndex], isMethod = item.methodOf !== MODULE, called = isMethod && project.names.text(item.name) === "__init__" ? module.index.classes[item.methodOf].name : item.name, position = parameterNames(module, item).indexOf(parameter) - (isMethod ? 1 : 0), use = "uncalled";
  for (let other of project.modules) {
    let { tree, index: index2 } = other;
    for (let call2 of index2.calls) {
      let callee = call2 + 1, last2 = tree.kind(callee) === Kind.attribute ? tree.child(callee, Field.attribute) : callee;
      if (tree.name(last2) === called) {
        if (!gives(other, call2, parameter, position)) return "left";
        use = "given";
      }
    }
  }
  return use;
}
function gives({ tree }, call2, parameter, position) {
  let list3 = tree.child(call2, Field.arguments);
  if (list3 < 0) return !1;
  let positional = 0;
  for (let child of tree.children(list3))
    switch (tree.kind(child)) {
      case Kind.list_splat:
      case Kind.dictionary_splat:
        return !0;
      case Kind.keyword_argument:
        if (tree.name(tree.child(child, Field.name)) === parameter) return !0;
        break;
      default:
        positional++;
    }
  return positional > position;
}

// src/analyse/detectors/loopback.ts
function isLoopback(text) {
  let authority = /^[a-z][a-z0-9+.-]*:\/\/(?:[^@/]*@)?([^/?#]*)/i.exec(text)?.[1] ?? text, host2 = authority.startsWith("[") ? authority.slice(1).split("]", 1)[0] : authority.includes("::") ? authority : authority.split(":", 1)[0];
  return /^(?:localhost(?:\.localdomain)?|127(?:\.\d{1,3}){3}|::1|0:0:0:0:0:0:0:1)$/i.test(host2);
}

// src/analyse/detectors/made-from-constants.ts
var MAX_DEPTH2 = 8;
function isMadeFromConstants(site, node, makers2, evaluate3, depth = 0) {
  let { module, functionIndex } = site, { tree } = module;
  if (depth > MAX_DEPTH2) return !1;
  let again = (inner2, scope = functionIndex) => isMadeFromConstants(
    { ...site, functionIndex: scope },
    inner2,
    makers2,
    scope === functionIndex ? evaluate3 : () => unknown,
    depth + 1
  );
  if (isConstant2(evaluate3(node))) return !0;
  switch (tree.kind(node)) {
    case Kind.parenthesized_expression:
      return again(node + 1);
    case Kind.string:
    case Kind.concatenated_string:
    case Kind.integer:
      return tree.next(node) === node + 1;
    case Kind.list:
    case Kind.tuple:
      return tree.children(node).length > 0 && tree.children(node).every((child) => again(child));
    case Kind.binary_operator:
      return again(tree.child(node, Field.left)) && again(tree.child(node, Field.right));
    case Kind.subscript:
      return again(tree.child(node, Field.value));
    case Kind.call: {
      let callee = tree.child(node, Field.function), isMethod = tree.kind(callee) === Kind.attribute, name = `.${written(tree, callee)}`, maker = makers2.find((one) => name.endsWith(`.${one.slice(0, one.indexOf("("))}`));
      if (maker === void 0) return !isMethod && functionGivesConstants(site, callee, makers2, depth + 1);
      let material = maker.slice(maker.indexOf("(") + 1, -1);
      if (material === "self") return isMethod && again(tree.child(callee, Field.object));
      let given = argumentsOf(tree, node).positional[Number(material)];
      return given !== void 0 && again(given);
    }
    case Kind.identifier: {
      let name = tree.name(node);
      for (let scope = functionIndex; ; scope = module.index.functions[scope].parent) {
        let bindings = (scope === MODULE ? module.bindings : module.functionBindings(module.index.functions[scope])).byName.get(name);
        if (bindings !== void 0)
          return bindings.length === 1 && bindings[0].kind === "value" && !isFed(module, name) && again(bindings[0].value, scope);
        if (scope === MODULE) return !1;
      }
    }
    default:
      return !1;
  }
}
function functionGivesConstants({ module }, callee, makers2, depth) {
  let { tree, index: index2 } = module, bindings = tree.kind(callee) === Kind.identifier ? module.bindings.byName.get(tree.name(callee)) : void 0, only = bindings?.length === 1 ? bindings[0] : void 0;
  if (only?.kind !== "function") return !1;
  let returns = ownNodes(tree, index2.functions[only.index].body, Kind.return_statement);
  return returns.length > 0 && returns.every(
    (node) => tree.next(node) > node + 1 && isMadeFromConstants({ module, functionIndex: only.index, node }, node + 1, makers2, () => unknown, depth)
  );
}
function isFed({ tree, index: index2 }, name) {
  return index2.calls.some((call2) => {
    let callee = call2 + 1;
    return tree.kind(callee) !== Kind.attribute || tree.name(callee + 1) !== name || tree.kind(callee + 1) !== Kind.identifier ? !1 : /^(?:update|write|extend|append)$/.test(tree.text(tree.child(callee, Field.attribute)));
  });
}
function isConstant2({ constants }) {
  return constants !== void 0 && constants.length > 0 && constants.every((constant) => (textOf(constant) ?? "") !== "" || constant.type === "int");
}

// src/analyse/detectors/named-origin.ts
var isCalledSo = ({ name, variables }, pattern) => pattern.test(name) || variables.some((variable) => pattern.test(variable));
function isMadeOfNamed(module, functionIndex, node, pattern) {
  let leaves = leavesOf(module, functionIndex, node);
  return leaves.length > 0 && leaves.every((leaf) => isCalledSo(leaf, pattern));
}
function hasNamedPart(module, functionIndex, node, pattern) {
  return leavesOf(module, functionIndex, node).some((leaf) => isCalledSo(leaf, pattern));
}

// src/analyse/secrets/secret-limits.ts
var shortest = { password: 4, key: 6, token: 8, used: 1 }, entropyLimits = [
  { alphabet: /^[0-9a-fA-F]+$/, length: 32, entropy: 3, classes: 1 },
  { alphabet: /^[A-Za-z0-9+/_=-]+$/, length: 20, entropy: 4, classes: 2 },
  { alphabet: /^[\x21-\x7e]+$/, length: 16, entropy: 3.7, classes: 3 }
], shortestWords = 3.5, chanceLength = 20, tokenEntropy = { hex: 2.6, other: 3 }, exampleRun = { repeated: 5, sequence: 8 }, shortestTokenRun = 15, longestToken = 120, keyBody = { length: 100, structured: 60 };

// src/analyse/detectors/secret-value.ts
function passesSecretTest(test, text) {
  return test === "high-entropy" ? isRandom(text) && !isStructured(text) : test === "placeholder" ? isPlaceholder(text) : test === "connection" ? passwordOfConnection(text) !== void 0 : text.length < shortest[test] || isTemplate(text) ? !1 : test === "used" ? !/^\s*$/.test(text) : isMonotonous(text) || isStructured(text) || isProse2(text) || isPlaceholder(text) || isLabel(text) ? !1 : test === "password" ? !isName(text) : !isPlainWords(text) && (test === "key" || /\d/.test(text) || isRandom(text));
}
function passwordOfConnection(text) {
  let password = /(?:^|[\s;&?])(?:password|passwd|pwd)\s*=\s*(?:'([^']+)'|([^\s;&']+))/i.exec(text), value = password?.[1] ?? password?.[2];
  return value !== void 0 && passesSecretTest("password", value) ? value : void 0;
}
function entropy(text) {
  let counts2 = /* @__PURE__ */ new Map();
  for (let character of text) counts2.set(character, (counts2.get(character) ?? 0) + 1);
  let sum = 0;
  for (let count2 of counts2.values()) sum -= count2 / text.length * Math.log2(count2 / text.length);
  return sum;
}
function isRandom(text) {
  let limit = entropyLimits.find(({ alphabet: alphabet2 }) => alphabet2.test(text));
  return limit !== void 0 && text.length >= limit.length && entropy(text) >= limit.entropy && classes(text) >= limit.classes;
}
function classes(text) {
  return [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/].filter((one) => one.test(text)).length;
}
function isTemplate(text) {
  return /\{[^{}]*\}|%(?:\(\w+\))?[-#0 +]*\d*(?:\.\d+)?[sdrifxgu](?![A-Za-z0-9])|\$\{|\$\(|^\$\w+$|^%\w+%$|^<.*>$|^\[.*\]$|^\(.*\)$|^__.*__$|^@\w+@$/.test(
    text
  ) || /^[*.•xX_#?-]+$/.test(text) || /\.{3}|…|\*{3}/.test(text);
}
function isMonotonous(text) {
  return /^(.)\1*$/s.test(text) || text.length >= 6 && !/^\d/.test(text) && isSequence(text) || /^(?:0123456789|1234567890){2}/.test(text);
}
function isSequence(text) {
  for (let i = 1; i < text.length; i++) if (text.charCodeAt(i) !== text.charCodeAt(i - 1) + 1) return !1;
  return !0;
}
var structures = [
  /^[a-z][a-z0-9+.-]*:\/\//i,
  // URL
  /^(?:\/|\.{1,2}\/|~|[A-Za-z]:\\)/,
  // path
  /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/,
  // e-mail address
  /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
  // UUID
  /^#[0-9a-f]{3,8}$/i,
  // colour
  /^\d{4}-\d\d-\d\d(?:[T ]|$)/,
  // date
  /^v?\d+(?:\.\d+)+(?:[-.]?(?:a|b|rc|dev|post|alpha|beta)\d*)?$/i,
  // version
  /^--?[a-z][a-z-]*$/,
  // option of a command
  /^ssh-(?:rsa|dss|ed25519) |^ecdsa-sha2-|^-----BEGIN /,
  // keys, which have a rule of their own
  /^[\w-]+(?:,\s*[\w-]+)+$/,
  // list
  /^\$(?:1|2[aby]?|5|6|y|argon2\w*|pbkdf2[\w-]*)\$|^\{[A-Z0-9]+\}|^pbkdf2_\w+\$|^(?:md5|sha\d+)[:$]/
  // hash of a password
], regexSyntax = /\\[dwsbDWSB.]|\(\?[:=!<P]|\[\^|\.\*|\.\+|\]\+|\]\*|^\^|\[[a-z]-[a-z]/, qualifiedName2 = /^[A-Za-z_][A-Za-z_-]*\d{0,2}(?:[./:][A-Za-z_][A-Za-z_-]*\d{0,2})+$/;
function isStructured(text) {
  return regexSyntax.test(text) || qualifiedName2.test(text) || structures.some((structure) => structure.test(text));
}
function isProse2(text) {
  if (/[\n\r\t]|[a-z]:$/i.test(text)) return !0;
  let words4 = text.trim().split(/\s+/);
  return words4.length >= 3 ? !0 : text !== text.trim() && text.length > 1 || words4.length === 2 && (/[:?.!]$/.test(text) || words4.some((word) => vocabulary.has(word.toLowerCase())));
}
var vocabulary = new Set(
  "password passwords passwd passphrase secret key keys token tokens api access auth authentication credential credentials enter your new old invalid required missing private user".split(
    " "
  )
), placeholders = new Set(
  "changeme change changeit changethis example examples sample dummy fake mock test tests testing tester todo tbd fixme xxx xxxx xxxxx placeholder redacted hidden masked removed your insert replace replaceme none null nil undefined default foo bar baz foobar unset empty unknown unused".split(
    " "
  )
);
function isPlaceholder(text) {
  if (/change[-_ ]?(?:me|it|this)|replace[-_ ]?(?:me|this|with)|(?:put|enter|insert|paste)[-_ ]?(?:your|the)?[-_ ]|your[-_ ]|[-_ ]here$|x{4,}|0{6,}|example|placeholder/i.test(
    text
  ))
    return !0;
  let chance = text.length >= chanceLength && isRandom(text);
  return wordsOf(text).some((word) => {
    let bare5 = word.replace(/^\d+|\d+$/g, "");
    return placeholders.has(bare5) && !(chance && bare5.length <= 4);
  });
}
var labels = new Set(
  "clear guest anonymous bearer basic digest access refresh oauth oauth2 jwt mac negotiate ntlm kerberos plain plaintext raw text string str bytes int bool boolean true false yes on off optional always never ask prompt env environ keyring file stdin auto token apikey api_key query header cookie form body base64 hex utf8 ascii md5 sha1 sha256 hmac rsa ecdsa ed25519 aes keyboard-interactive publickey".split(
    " "
  )
);
function isLabel(text) {
  return labels.has(text.toLowerCase());
}
function isName(text) {
  if (!/^[A-Za-z][A-Za-z]*(?:[_-]?[A-Za-z]+)*$/.test(text)) return !1;
  if (/^[A-Z]+(?:_[A-Z]+){2,}$/.test(text)) return !0;
  let words4 = wordsOf(text);
  return words4.length >= 2 && words4.some((word) => nameWords.has(word));
}
var nameWords = new Set(
  "password passwd passphrase pwd secret secrets token tokens key keys credential credentials auth api access refresh client id user admin private encryption signing login".split(
    " "
  )
);
function isPlainWords(text) {
  return /^[A-Za-z]+(?:[ _.:/-]?[A-Za-z]+)*$/.test(text) ? text === text.toLowerCase() || text === text.toUpperCase() || text.length / wordsOf(text).length >= shortestWords : !1;
}
function isExampleToken(text) {
  if (/example|sample|dummy|placeholder|redacted|x{4,}|your|insert|fake|12345678|87654321|deadbeef|0{5,}|abcdefgh|^(?:test|foo|bar)/i.test(
    text
  ))
    return !0;
  let same = 1, rising = 1;
  for (let i = 1; i < text.length; i++) {
    let step2 = text.charCodeAt(i) - text.charCodeAt(i - 1);
    if (same = step2 === 0 ? same + 1 : 1, rising = step2 === 1 ? rising + 1 : 1, same >= exampleRun.repeated || rising >= exampleRun.sequence) return !0;
  }
  return !1;
}

// src/analyse/detectors/use-conditions.ts
function conditionsHold(where, given) {
  return Object.entries(where).every(([key, condition]) => holds(condition, ask(key, given), given));
}
function ask(key, given) {
  if ("value" in given) return { value: key === "value" ? given.value : void 0, certain: !0 };
  let argument = argumentOf(given.arguments, key), { hasStar, hasDoubleStar } = given.arguments;
  return {
    value: argument?.value,
    certain: !hasStar && !hasDoubleStar,
    ...argument === void 0 ? {} : { node: argument.node }
  };
}
function argumentOf(args, key) {
  for (let part of key.split("|")) {
    let found2 = /^\d+$/.test(part) ? args.positional[Number(part)] : args.keywords.get(part);
    if (found2 !== void 0) return found2;
  }
}
function holds(condition, asked, sight) {
  return condition === null || typeof condition != "object" ? holds({ is: [condition] }, asked, sight) : Object.keys(condition).every((test) => testHolds(condition, test, asked, sight));
}
function testHolds(condition, test, asked, sight) {
  let { value } = asked;
  if (test === "missing")
    return value === void 0 ? condition.missing === !0 && asked.certain : condition.missing === !1;
  if (test === "any") return condition.any.some((one) => holds(one, asked, sight));
  if (test === "all") return condition.all.every((one) => holds(one, asked, sight));
  if (value === void 0) return !1;
  let { constants } = value, heap = sight.holds, every = (check) => constants !== void 0 && constants.length > 0 && constants.every(check);
  switch (test) {
    case "is":
      return every((constant) => condition.is.some((literal3) => equalsLiteral(constant, literal3)));
    case "not":
      return every((constant) => !condition.not.some((literal3) => equalsLiteral(constant, literal3)));
    case "name":
      return everyDenotation(
        value,
        (denotation) => denotation.kind === "symbol" && condition.name.includes(denotation.name)
      );
    case "constant":
      return condition.constant === isConstant3(value, heap);
    case "madeBy": {
      let { place: place4 } = sight;
      return place4 !== void 0 && asked.node !== void 0 && isMadeFromConstants(place4.site, asked.node, condition.madeBy, place4.evaluate);
    }
    case "default":
      return (value.origin === "config" || value.origin === "module") && constants === void 0 && value.fallback !== void 0 && holds(condition.default, { value: constantValue(value.fallback), certain: !0 }, sight);
    case "parameterDefault":
      return value.origin === "parameter" && value.fallback !== void 0 && holds(condition.parameterDefault, { value: constantValue(value.fallback), certain: !0 }, sight);
    case "leftByCallers":
      return useOfDefault(asked, sight) === (condition.leftByCallers === !0 ? "left" : "uncalled");
    case "namedAs":
    case "partNamed": {
      let { place: place4 } = sight;
      if (place4 === void 0 || asked.node === void 0) return !1;
      let { module, functionIndex } = place4.site, pattern = compiled(condition[test], "iu");
      return (test === "namedAs" ? isMadeOfNamed : hasNamedPart)(module, functionIndex, asked.node, pattern);
    }
    case "carries":
      return carries(value, condition.carries);
    case "below":
      return every((constant) => (numberOf(constant) ?? 1 / 0) < condition.below);
    case "above":
      return every((constant) => (numberOf(constant) ?? -1 / 0) > condition.above);
    case "empty":
      return every((constant) => textOf(constant) === "") || heap(value).some((held) => held.entries.size === 0 && held.rest === void 0);
    case "startsWith":
      return withText(
        value,
        (text, whole2) => condition.startsWith.some((start) => text.startsWith(start)) && (whole2 || text !== "")
      );
    case "endsWith":
      return every((constant) => condition.endsWith.some((end) => textOf(constant)?.endsWith(end) === !0));
    case "contains":
      return withText(value, (text) => condition.contains.some((part) => text.includes(part)));
    case "matches":
      return withText(value, (text) => compiled(condition.matches).test(text));
    case "type":
      return everyDenotation(
        value,
        (denotation) => denotation.kind === "instance" && condition.type.includes(denotation.of)
      );
    case "subclassOf":
      return isSubclass(value, condition.subclassOf, sight.engine);
    case "returns":
      return value.denotes.some(
        (denotation) => denotation.kind === "function" && holds(
          condition.returns,
          { value: sight.engine.summary(denotation.module, denotation.index).returns, certain: !0 },
          sight
        )
      );
    case "secret":
      return every((constant) => passesSecretTest(condition.secret, textOf(constant) ?? ""));
    case "grants":
      return every((constant) => condition.grants.some((right) => grantsRight(numberOf(constant) ?? 0, right)));
    case "loopback":
      return withText(value, (text) => isLoopback(text)) === condition.loopback;
    case "fromObject":
      return condition.fromObject === isFromObject(asked, sight);
    case "item":
      return everyHeld(
        value,
        heap,
        (held) => [...held.entries.values()].some((item) => holds(condition.item, { value: item, certain: !0 }, sight))
      );
    case "first":
      return everyHeld(
        value,
        heap,
        ({ kind, entries }) => (kind === "list" || kind === "tuple") && entries.has("n0") && holds(condition.first, { value: entries.get("n0"), certain: !0 }, sight)
      );
    case "elements":
      return everyHeld(
        value,
        heap,
        ({ kind, entries }) => (kind === "list" || kind === "tuple") && Object.entries(condition.elements).every(
          ([at, one]) => entries.has(`n${at}`) && holds(one, { value: entries.get(`n${at}`), certain: !0 }, sight)
        )
      );
    case "entries":
      return everyHeld(
        value,
        heap,
        (held) => Object.entries(condition.entries).every(
          ([key, one]) => holds(one, { value: held.entries.get(`s${key}`), certain: held.rest === void 0 }, sight)
        )
      );
  }
}
function carries({ taint: taint2 }, kinds3) {
  return taint2?.marks.some(
    (mark) => mark.source !== void 0 && kinds3.includes(mark.source.kind) && (mark.source.kind === "weak-random" || !harmless(mark))
  ) === !0;
}
function isConstant3(value, heap) {
  if (value.constants !== void 0) return !0;
  let held = heap(value);
  return held.length > 0 && held.every(
    ({ kind, entries, rest }) => kind !== "instance" && rest === void 0 && [...entries.values()].every((entry2) => isConstant3(entry2, heap))
  );
}
function everyDenotation({ denotes }, check) {
  return denotes.length > 0 && denotes.every(check);
}
function everyHeld(value, heap, check) {
  let held = heap(value);
  return held.length > 0 && held.every(check);
}
function useOfDefault({ node }, { place: place4, engine }) {
  if (node === void 0 || place4 === void 0) return;
  let { module, functionIndex } = place4.site, item = module.index.functions[functionIndex], name = module.tree.kind(node) === Kind.identifier ? module.tree.name(node) : 0;
  if (!(item === void 0 || !engine.project.isParameter(module, item, name)))
    return defaultUse(engine.project, module, functionIndex, name);
}
function isFromObject({ node }, { place: place4 }) {
  if (node === void 0 || place4 === void 0) return !1;
  let { tree } = place4.site.module, root = node;
  for (; tree.kind(root) === Kind.attribute || tree.kind(root) === Kind.subscript; ) root += 1;
  return root !== node && /^(?:self|cls)$/.test(tree.text(root));
}
function isSubclass(value, names2, engine) {
  return value.denotes.some((denotation) => denotation.kind === "symbol" ? names2.includes(denotation.name) : denotation.kind === "class" && engine.project.ancestry(denotation).external.some((name) => names2.includes(name)));
}
function withText(value, check) {
  if (value.constants !== void 0 && value.constants.length > 0)
    return value.constants.every((constant) => textOf(constant) !== void 0 && check(textOf(constant), !0));
  let first = value.text?.[0];
  return typeof first == "string" && check(first, !1);
}
function equalsLiteral(constant, literal3) {
  return typeof literal3 == "string" ? textOf(constant) === literal3 : equalConstants(
    constant,
    literal3 === null ? none : typeof literal3 == "boolean" ? bool(literal3) : int(literal3)
  );
}
var patterns = /* @__PURE__ */ new Map();
function compiled(pattern, flags2 = "u") {
  let key = `${flags2} ${pattern}`, regex = patterns.get(key);
  return regex === void 0 && patterns.set(key, regex = new RegExp(pattern, flags2)), regex;
}

// src/analyse/detectors/use-circumstances.ts
function circumstancesHold(circumstance, site, given, { knowledge, engine }) {
  if (circumstance.python !== void 0 && !knowledge.facts.pythonSatisfies(circumstance.python)) return !1;
  let { facts } = knowledge;
  return !(circumstance.requiresPython !== void 0 && (facts.requiresPython === void 0 || !facts.pythonSatisfies(circumstance.requiresPython)) || circumstance.dependency !== void 0 && !knowledge.facts.dependencySatisfies(circumstance.dependency) || circumstance.called !== void 0 && !circumstance.called.some((name) => calls(site.module, name, knowledge)) || circumstance.assigned !== void 0 && !circumstance.assigned.some((name) => assignsAttribute(site.module, name)) || circumstance.calledInFunction !== void 0 && !circumstance.calledInFunction.some((name) => calls(site.module, name, knowledge, site.functionIndex)) || circumstance.calledAfter?.some((name) => calls(site.module, name, knowledge, site.functionIndex, site.node)) === !1 || circumstance.notCalled?.some((name) => calls(site.module, name, knowledge)) === !0 || circumstance.mentioned?.some((name) => mentions2(site.module, name, knowledge)) === !1 || circumstance.around !== void 0 && nameAround(site, circumstance.around.of, circumstance.around.words) === void 0 || circumstance.role !== void 0 && !circumstance.role.some((role) => role === placeRole(site.module, site.node)) || circumstance.callsNamed !== void 0 && !callsNamed(site, circumstance.callsNamed) || circumstance.condition !== void 0 && !conditionMentions(site, circumstance.condition) || circumstance.text !== void 0 && matchingTexts(site.module, circumstance.text).length === 0 || circumstance.bound !== void 0 && !boundTo(circumstance.bound, site.module, engine()) || circumstance.beside !== void 0 && !hasNeighbour(site.module, circumstance.beside, knowledge) || circumstance.parameter !== void 0 && !hasParameter2(site, circumstance.parameter, knowledge) || circumstance.in !== void 0 && !circumstance.in.some((surrounding) => standsIn(surrounding, site, knowledge)) || circumstance.where !== void 0 && (given === void 0 || !conditionsHold(circumstance.where, given)));
}
function calls(module, name, knowledge, functionIndex, after) {
  let { tree, index: index2 } = module, last2 = name.slice(name.lastIndexOf(".") + 1);
  return index2.calls.some((call2) => {
    if (after !== void 0 && (call2 <= after || inOtherBranch(module, after, call2)) || functionIndex !== void 0 && !standsInFunction(module, call2, functionIndex)) return !1;
    let callee = tree.child(call2, Field.function), isAttribute = tree.kind(callee) === Kind.attribute;
    if (isAttribute && tree.text(tree.child(callee, Field.attribute)) !== last2) return !1;
    let definition = knowledge.project.dotted(module, module.functionAround(call2), callee);
    return definition?.kind === "external" ? definition.name === name : isAttribute && definition === void 0;
  });
}
function inOtherBranch({ tree }, first, second) {
  let common = tree.parent(first);
  for (; common >= 0 && tree.next(common) <= second; ) common = tree.parent(common);
  let kind = common < 0 ? void 0 : tree.kind(common);
  return kind === Kind.if_statement || kind === Kind.match_statement || kind === Kind.conditional_expression;
}
function callsNamed({ module, functionIndex }, pattern) {
  let { tree, index: index2 } = module, regex = new RegExp(pattern, "u");
  return index2.calls.some((call2) => {
    if (!standsInFunction(module, call2, functionIndex)) return !1;
    let callee = tree.child(call2, Field.function);
    return regex.test(tree.text(tree.kind(callee) === Kind.attribute ? tree.child(callee, Field.attribute) : callee));
  });
}
function standsInFunction(module, node, functionIndex) {
  if (functionIndex === MODULE) return module.functionAround(node) === MODULE;
  let { node: definition } = module.index.functions[functionIndex];
  return node > definition && node < module.tree.next(definition);
}
function mentions2(module, name, { project }) {
  let { tree, index: index2 } = module, last2 = tree.names.find(name.slice(name.lastIndexOf(".") + 1));
  return last2 === 0 ? !1 : module.importTargets().includes(name) ? !0 : index2.attributes.some((node) => {
    if (tree.name(tree.child(node, Field.attribute)) !== last2) return !1;
    let definition = project.dotted(module, module.functionAround(node), node);
    return definition?.kind === "external" && definition.name === name;
  });
}
function boundTo(conditions, module, engine) {
  return Object.entries(conditions).every(([name, condition]) => {
    let number = module.tree.names.find(name);
    return number === 0 || !module.bindings.byName.has(number) ? !1 : conditionsHold({ value: condition }, { value: engine.moduleValue(module, number), holds: () => [], engine });
  });
}
function hasNeighbour(module, pattern, knowledge) {
  let regex = new RegExp(pattern, "u"), directory = module.path.slice(0, module.path.lastIndexOf("/") + 1);
  return knowledge.project.projectFiles.some(
    ({ path }) => path.startsWith(directory) && regex.test(path.slice(directory.length))
  );
}
function hasParameter2({ module, functionIndex }, names2, { project }) {
  let numbers2 = names2.map(project.names.find).filter((number) => number !== 0);
  for (let current = functionIndex; current !== MODULE; ) {
    let item = module.index.functions[current];
    if (numbers2.some((number) => project.isParameter(module, item, number))) return !0;
    current = item.parent;
  }
  return !1;
}
function assignsAttribute(module, name) {
  let { tree, index: index2 } = module;
  return index2.assignments.some((assignment2) => {
    let left = tree.child(assignment2, Field.left);
    return tree.kind(left) === Kind.attribute && tree.text(tree.child(left, Field.attribute)) === name;
  });
}

// src/analyse/detectors/exposed-secret.ts
var loggers = /(?:^|\.)_*(?:log|logger|logging|LOG|LOGGER)$/, levels = /^(?:debug|info|warning|warn|error|critical|fatal|exception|log)$/, exposedSecret = (context) => {
  let { rule, knowledge, report } = context, wanted = new Set(rule.sinks), { secretIn, isMeant: isMeant2 } = createSecretFinder(context.engine, rule.exceptNames, rule.notFrom), told = /* @__PURE__ */ new Map(), open = [], passed = [], tell3 = (site, sink, found2, review) => {
    let ofModule = told.get(site.module);
    if (ofModule === void 0 && told.set(site.module, ofModule = /* @__PURE__ */ new Set()), ofModule.has(site.node)) return;
    let holds3 = (one) => circumstancesHold(one, site, void 0, context);
    if (rule.unless?.some(holds3) === !0) return;
    ofModule.add(site.node);
    let lowered = rule.lower?.find(({ when }) => when.some(holds3));
    report({
      module: site.module,
      functionIndex: site.functionIndex,
      node: site.node,
      values: { name: found2.name, sink: sinkText(site) },
      ...found2.isVague || review ? { tier: "hotspot" } : {},
      ...lowered === void 0 ? {} : { tier: lowered.tier },
      ...lowered?.level === void 0 ? {} : { level: lowered.level },
      flows: [flow(found2, site)],
      taint: { source: "secret", sink }
    });
  }, onCall = (event) => {
    let { arguments: args, holds: holds3, evaluate: evaluate3 } = event, { models } = context.engine();
    for (let name of qualifiedTargets(event.targets))
      for (let { entry: entry2, sinks, argument } of models.call(name) ?? []) {
        let sink = sinks.find((kind) => wanted.has(kind));
        sink !== void 0 && (entry2.where !== void 0 && !conditionsHold(entry2.where, {
          arguments: args,
          holds: holds3,
          engine: context.engine(),
          place: { site: event, evaluate: evaluate3 }
        }) || lookAtArguments(event, sink, argument ?? "0", entry2.tier === "hotspot"));
      }
    wanted.has("output") && event.targets.every(({ kind }) => kind === "method" || kind === "function") && qualifiedTargets(event.targets).every((name) => models.call(name) === void 0) && isLogger(event) && lookAtArguments(event, "output", "*", !1), lookAtPassed(event);
  }, lookAtArguments = (event, sink, wantedArgument, review) => {
    let { arguments: args, holds: holds3, evaluate: evaluate3 } = event, given = [];
    if (wantedArgument === "*") {
      for (let one of args.positional) given.push([one, void 0]);
      for (let [key, one] of args.keywords) given.push([one, key]);
    } else {
      let one = argumentOf(args, wantedArgument), key = wantedArgument.split("|").find((part) => args.keywords.has(part));
      one !== void 0 && given.push([one, key]);
    }
    for (let [argument, key] of given) {
      let found2 = secretIn(event, argument, holds3, evaluate3, key);
      if (found2 !== void 0) tell3(event, sink, found2, review);
      else for (let parameter of parametersIn(event, argument)) open.push({ site: event, parameter, sink, review });
    }
  }, parametersIn = ({ module, functionIndex }, { node }) => {
    let item = module.index.functions[functionIndex];
    if (item === void 0 || node < 0) return [];
    let names3 = parameterNames(module, item);
    return leavesOf(module, functionIndex, node).flatMap((leaf) => {
      let name = leaf.kind === "name" && !leaf.through.some((one) => one === aFew || hashing.test(one)) ? module.tree.name(leaf.node) : 0;
      return names3.includes(name) ? [name] : [];
    });
  }, lookAtPassed = (event) => {
    let { module, functionIndex, arguments: args, holds: holds3, evaluate: evaluate3 } = event;
    if (!knowledge.context(module).isTest)
      for (let target of event.targets) {
        if (target.kind !== "function") continue;
        let item = target.module.index.functions[target.index], names3 = parameterNames(target.module, item).slice(item.methodOf === MODULE ? 0 : 1), pairs = args.positional.flatMap(
          (one, i) => names3[i] === void 0 ? [] : [[names3[i], one]]
        );
        for (let [key, one] of args.keywords) pairs.push([target.module.tree.names.find(key), one]);
        for (let [name, argument] of pairs) {
          if (isMeant2(target.module.tree.names.text(name))) continue;
          let found2 = secretIn({ module, functionIndex, node: event.node }, argument, holds3, evaluate3);
          found2 !== void 0 && passed.push({ module: target.module, index: target.index, parameter: name, found: found2 });
        }
      }
  }, finish = () => {
    for (let { site, parameter, sink, review } of open) {
      let given = passed.find(
        (one) => one.module === site.module && one.index === site.functionIndex && one.parameter === parameter
      );
      given !== void 0 && tell3(site, sink, given.found, review || sink === "storage");
    }
  }, onAssign = (event) => {
    let { target, module, functionIndex, node, value, valueNode: valueNode2, holds: holds3 } = event;
    if (target.kind === "name") return;
    let entries = assignedEntries(event);
    for (let { entry: entry2, sinks } of entries) {
      let sink = sinks.find((kind) => wanted.has(kind));
      if (sink === void 0 || entry2.arg === "key") continue;
      let key = target.kind === "attribute" ? target.name : target.key.constants?.map((one) => one.type === "str" ? one.value : "")[0], found2 = secretIn({ module, functionIndex, node }, { node: valueNode2, value }, holds3, () => unknown, key);
      found2 !== void 0 && tell3({ module, functionIndex, node }, sink, found2, entry2.tier === "hotspot");
    }
  }, assignedEntries = ({ target }) => {
    if (target.kind === "name") return [];
    let { models } = context.engine();
    return target.object.denotes.flatMap((one) => {
      if (one.kind !== "instance" && one.kind !== "member") return [];
      let type = one.kind === "member" ? `${one.of}.${one.name}` : models.canonical(one.of);
      return target.kind === "attribute" ? models.assigned(`${type}.${target.name}`) ?? [] : (one.kind === "member" ? models.item(type) : models.item(`${type}.self`)) ?? [];
    });
  }, lookAtResults = (module, functionIndex) => {
    let { tree, index: index2 } = module, { body, node } = index2.functions[functionIndex];
    if (tree.kind(node) !== Kind.function_definition) return;
    let isHandler2 = context.engine().entryPoints.results(module, functionIndex).some(({ sinks }) => sinks.some((kind) => wanted.has(kind)));
    for (let statement2 of ownNodes(tree, body, Kind.return_statement)) {
      let result = statement2 + 1;
      if (result >= tree.next(statement2)) continue;
      let shown = isHandler2 ? result : answerBody(module, result);
      if (shown < 0) continue;
      let site = { module, functionIndex, node: statement2 }, found2 = secretIn(
        site,
        { node: shown, value: unknown },
        () => [],
        (leaf) => valueOf3(module, leaf)
      );
      found2 !== void 0 && tell3(site, "answer", found2, !1);
    }
  }, valueOf3 = (module, node) => {
    let { tree } = module;
    return tree.kind(node) !== Kind.identifier || !module.bindings.byName.has(tree.name(node)) ? unknown : context.engine().moduleValue(module, tree.name(node));
  }, names2, sinkNames = () => {
    let { models, project } = context.engine(), called = wanted.has("output") ? ["debug", "info", "warning", "warn", "error", "critical", "exception", "log"] : [];
    for (let { entry: entry2, sinks } of names2 === void 0 ? models.entries : [])
      if (sinks.some((kind) => wanted.has(kind)))
        for (let call2 of entry2.call ?? []) called.push(call2.slice(call2.lastIndexOf(".") + 1));
    return names2 ??= new Set(called.map((name) => project.names.find(name)).filter((name) => name !== 0));
  }, reaching, reachingNames = () => reaching ??= namesThatCall(context.engine().project, sinkNames(), (module) => knowledge.context(module).isTest), functionsOf = (module) => {
    let { index: index2 } = module, { models, project } = context.engine(), withSecrets = new Set(namingFunctions(project, module)), giving2 = namesThatGive(project, models, (one) => knowledge.context(one).isTest);
    for (let call2 of index2.calls)
      giving2.has(calleeName(module, call2)) && withSecrets.add(module.functionAround(call2));
    let getting = namesThatGet(project, (one) => knowledge.context(one).isTest), found2 = /* @__PURE__ */ new Set();
    for (let call2 of index2.calls) {
      let name = calleeName(module, call2);
      if (!reachingNames().has(name)) continue;
      let around2 = module.functionAround(call2), isHanded = around2 !== MODULE && sinkNames().has(name) && getting.has(index2.functions[around2].name);
      (withSecrets.has(around2) || isHanded) && found2.add(around2);
    }
    for (let around2 of withSecrets) around2 !== MODULE && wanted.has("answer") && lookAtResults(module, around2);
    return found2;
  };
  return {
    observer: { call: onCall, assign: onAssign },
    finish,
    interest: {
      functions: (module) => knowledge.context(module).isTest ? [] : functionsOf(module)
    }
  };
};
function isLogger({ module, node }) {
  let { tree } = module, callee = tree.child(node, Field.function);
  return tree.kind(callee) !== Kind.attribute || !levels.test(tree.text(tree.child(callee, Field.attribute))) ? !1 : loggers.test(written(tree, tree.child(callee, Field.object)));
}
function answerBody(module, result) {
  let { tree } = module;
  if (tree.kind(result) !== Kind.dictionary) return -1;
  let entries = /* @__PURE__ */ new Map();
  for (let child of tree.children(result)) {
    let key = tree.kind(child) === Kind.pair ? literalText(tree, tree.child(child, Field.key)) : void 0;
    key !== void 0 && entries.set(key, tree.child(child, Field.value));
  }
  return entries.has("statusCode") ? entries.get("body") ?? -1 : -1;
}
function sinkText({ module, node }) {
  let { tree } = module;
  return tree.kind(node) === Kind.return_statement ? "the answer" : written(tree, tree.kind(node) === Kind.call ? tree.child(node, Field.function) : node) || "this call";
}
function flow(found2, { module, node }) {
  let { tree } = module, given = tree.kind(node) === Kind.call ? argumentsOf(tree, node) : void 0, inside2 = [...given?.positional ?? [], ...given?.keywords.values() ?? []].find(
    (one) => found2.module === module && one <= found2.node && found2.node < tree.next(one)
  );
  return {
    steps: [
      {
        kind: "source",
        file: filePath(found2.module.path),
        range: constructRange(found2.module.tree, found2.node),
        message: `source: the secret \`${found2.name}\``,
        depth: 0
      },
      {
        kind: "sink",
        file: filePath(module.path),
        range: constructRange(tree, inside2 ?? node),
        message: `sink: ${sinkText({ module, node, functionIndex: 0 })}`,
        depth: 0
      }
    ]
  };
}

// src/analyse/detectors/failure-without-message.ts
var failureWithoutMessage = (context) => {
  let { rule, knowledge } = context, { project } = knowledge, methods2 = new Set(rule.calls.filter((name) => !name.includes("."))), functions = new Set(rule.calls.filter((name) => name.includes("."))), lastNames2 = new Set(rule.calls.map((name) => name.slice(name.lastIndexOf(".") + 1))), shown = (module, functionIndex, node) => {
    let { tree } = module;
    switch (tree.kind(node)) {
      case Kind.assert_statement: {
        if (tree.children(node).length !== 1) return;
        let isZero = tree.kind(node + 1) === Kind.integer && tree.text(node + 1) === "0";
        return tree.kind(node + 1) === Kind.false || isZero ? "AssertionError" : void 0;
      }
      case Kind.raise_statement: {
        if (tree.children(node).length !== 1) return;
        let isCall = tree.kind(node + 1) === Kind.call;
        if (isCall && tree.next(tree.child(node + 1, Field.arguments)) !== tree.child(node + 1, Field.arguments) + 1)
          return;
        let raised = isCall ? tree.child(node + 1, Field.function) : node + 1, definition = project.dotted(module, functionIndex, raised);
        return definition?.kind === "external" && definition.name === "AssertionError" ? "AssertionError" : void 0;
      }
      default:
        return shownByCall(module, functionIndex, node);
    }
  }, shownByCall = (module, functionIndex, call2) => {
    let { tree } = module, name = calledName(tree, call2), { positional, keywords, hasSplat } = argumentsOf(tree, call2);
    if (positional.length > 0 || keywords.size > 0 || hasSplat) return;
    let callee = tree.child(call2, Field.function), definition = project.dotted(module, functionIndex, callee);
    if (definition?.kind === "external" && functions.has(definition.name)) return "Failed";
    if (!(tree.kind(callee) === Kind.attribute && tree.text(tree.child(callee, Field.object)) === "self") || !methods2.has(name)) return;
    let owner = module.index.functions[functionIndex].parentClass;
    return owner !== MODULE && isTestClass(project, module, owner) ? "AssertionError: None" : void 0;
  }, speaks = (module, functionIndex) => {
    let item = module.index.functions[functionIndex];
    if (item.name === 0 || item.decorated >= 0 && expectsFailure(module, item.decorated)) return !1;
    let role = knowledge.role(module, functionIndex);
    return role === "test" || role === "helper" && item.parent === MODULE && !isStandIn(module, functionIndex);
  }, isCaught = (module, functionIndex, node) => {
    let { tree } = module;
    for (let current = node, parent = tree.parent(node); parent >= 0; current = parent, parent = tree.parent(current)) {
      if (tree.kind(parent) === Kind.function_definition) return !1;
      if (tree.kind(parent) !== Kind.try_statement || tree.field(current) !== Field.body) continue;
      if (tree.children(parent).some((clause) => {
        if (tree.kind(clause) !== Kind.except_clause) return !1;
        let value = tree.child(clause, Field.value);
        return value < 0 ? !0 : [value, ...ownNodes(tree, value)].some((part) => {
          let definition = tree.kind(part) === Kind.identifier ? project.dotted(module, functionIndex, part) : void 0;
          return definition?.kind === "external" && /^(?:AssertionError|Exception|BaseException)$/.test(definition.name);
        });
      })) return !0;
    }
    return !1;
  }, look = (module, node) => {
    let { tree } = module, functionIndex = module.functionAround(node);
    if (functionIndex === MODULE) return;
    let text = shown(module, functionIndex, node);
    if (text === void 0 || !speaks(module, functionIndex) || expectsError({ module, functionIndex, node }) || isCaught(module, functionIndex, node)) return;
    let comment = commentsOf(module).commentOnLine(tree.line(tree.end(statementAround(tree, node)) - 1)), isCommented = comment !== void 0 && !comment.ownLine;
    context.report({
      module,
      functionIndex,
      node,
      values: {
        function: tree.names.text(module.index.functions[functionIndex].name),
        failure: describe(module, node),
        shown: text
      },
      ...isCommented ? { fix: "Move the comment into the call: the log shows the text, not the comment." } : {},
      rank: { explainedByComment: isCommented }
    });
  };
  return {
    module: (module) => {
      if (!knowledge.context(module).isTest) return;
      let { tree, index: index2 } = module;
      for (let call2 of index2.calls) lastNames2.has(calledName(tree, call2)) && look(module, call2);
      for (let statement2 of [...index2.asserts, ...index2.raises]) look(module, statement2);
    }
  };
};
function describe({ tree }, node) {
  return tree.kind(node) === Kind.call ? written(tree, node) : `${tree.kind(node) === Kind.assert_statement ? "assert" : "raise"} ${tree.kind(node + 1) === Kind.false ? "False" : written(tree, node + 1)}`;
}
function isStandIn(module, functionIndex) {
  let { body, parentClass } = module.index.functions[functionIndex];
  return parentClass !== MODULE && /fake|mock|stub|dummy/i.test(module.qualifiedClassName(parentClass)) ? !0 : module.tree.children(body).length === 1;
}
function expectsFailure({ tree }, decorated2) {
  return tree.children(decorated2).some((child) => tree.kind(child) !== Kind.decorator ? !1 : /(?:expectedFailure|xfail)\b/.test(written(tree, child + 1)));
}

// src/analyse/waiting/expressions.ts
function lastName(tree, node) {
  switch (tree.kind(node)) {
    case Kind.identifier:
      return node;
    case Kind.attribute:
      return tree.child(node, Field.attribute);
    default:
      return -1;
  }
}
function calledName2(tree, call2) {
  if (tree.kind(call2) !== Kind.call) return "";
  let last2 = lastName(tree, tree.child(call2, Field.function));
  return last2 < 0 ? "" : tree.text(last2);
}
function argumentNodes(tree, call2) {
  let list3 = tree.child(call2, Field.arguments), positional = [], keywords = /* @__PURE__ */ new Map();
  if (list3 < 0) return { positional, keywords };
  if (tree.kind(list3) !== Kind.argument_list) return { positional: [list3], keywords };
  for (let child of tree.children(list3)) {
    let kind = tree.kind(child);
    kind === Kind.keyword_argument ? keywords.set(tree.text(tree.child(child, Field.name)), tree.child(child, Field.value)) : kind !== Kind.list_splat && kind !== Kind.dictionary_splat && positional.push(child);
  }
  return { positional, keywords };
}
function bare2(tree, node) {
  let current = node;
  for (; current >= 0 && (tree.kind(current) === Kind.parenthesized_expression || tree.kind(current) === Kind.await); )
    current++;
  return current;
}
var ownScopes = /* @__PURE__ */ new Set([Kind.function_definition, Kind.class_definition, Kind.lambda]);
function* ownNodes2(tree, root) {
  let end = tree.next(root);
  for (let node = root; node < end; ) {
    if (node !== root && ownScopes.has(tree.kind(node))) {
      node = tree.next(node);
      continue;
    }
    yield node, node++;
  }
}
function* readNames(tree, root) {
  let end = tree.next(root);
  for (let node = root; node < end; node++) {
    if (tree.kind(node) !== Kind.identifier) continue;
    let field = tree.field(node);
    node !== root && field === Field.attribute || node !== root && field === Field.name && tree.kind(tree.parent(node)) === Kind.keyword_argument || (yield node);
  }
}
function boundNames(tree, target) {
  switch (tree.kind(target)) {
    case Kind.identifier:
      return [target];
    case Kind.attribute:
    case Kind.subscript:
      return [];
    default:
      return tree.children(target).flatMap((child) => boundNames(tree, child));
  }
}
function bindsOnlyNames(tree, target) {
  let kind = tree.kind(target);
  return kind === Kind.attribute || kind === Kind.subscript ? !1 : kind === Kind.identifier || tree.children(target).every((child) => bindsOnlyNames(tree, child));
}
function writtenName(tree, node) {
  switch (tree.kind(node)) {
    case Kind.identifier:
      return tree.text(node);
    case Kind.await:
    case Kind.parenthesized_expression:
      return writtenName(tree, node + 1);
    case Kind.call: {
      let callee = writtenName(tree, tree.child(node, Field.function)), list3 = tree.child(node, Field.arguments), none6 = list3 >= 0 && tree.next(list3) === list3 + 1;
      return callee === "" ? "" : `${callee}(${none6 ? "" : "..."})`;
    }
    case Kind.attribute: {
      let object = writtenName(tree, tree.child(node, Field.object)), name = tree.text(tree.child(node, Field.attribute));
      return object === "" ? name : `${object}.${name}`;
    }
    default:
      return "";
  }
}
function conditionLeaves(tree, node) {
  let inner2 = bare2(tree, node);
  switch (tree.kind(inner2)) {
    case Kind.boolean_operator:
      return [
        ...conditionLeaves(tree, tree.child(inner2, Field.left)),
        ...conditionLeaves(tree, tree.child(inner2, Field.right))
      ];
    case Kind.not_operator:
      return conditionLeaves(tree, tree.child(inner2, Field.argument));
    default:
      return [inner2];
  }
}
function comparison(tree, node) {
  if (tree.kind(node) !== Kind.comparison_operator) return;
  let children = tree.children(node), [left, operator, right] = children;
  if (!(children.length !== 3 || left === void 0 || operator === void 0 || right === void 0))
    return { left, right, operator: tree.kind(operator) };
}

// src/analyse/waiting/patched-names.ts
var replacing2 = /^(?:patch|object|dict|multiple|setattr|swap_attr|stub_out|stub|Stub|StubOut|MonkeyPatch|MockPatch\w*|replace|useFixture|flexmock|freeze_time)$/;
function isPatched(project, module, functionIndex, name) {
  let { index: index2, tree } = module;
  for (let current = functionIndex; current !== MODULE; current = index2.functions[current].parent) {
    let item = index2.functions[current];
    if (replacesIn(module, item.decorated >= 0 ? item.decorated : item.node, name)) return !0;
    if (item.methodOf !== MODULE)
      for (let owner of project.ancestry({ module, index: item.methodOf }).classes) {
        let ownerItem = owner.module.index.classes[owner.index];
        if (ownerItem.decorated >= 0 && decoratorsReplace(owner.module, ownerItem.decorated, name)) return !0;
        for (let setUp of ["setUp", "asyncSetUp", "setUpClass", "setup_method"]) {
          let method = project.method(owner, setUp);
          if (method !== void 0 && replacesIn(method.module, method.module.index.functions[method.index].node, name))
            return !0;
        }
      }
  }
  return index2.functions.some(
    (item) => item.decorated >= 0 && item.methodOf === MODULE && isAutomatic(tree, item.decorated) && replacesIn(module, item.node, name)
  );
}
function isAutomatic(tree, decorated2) {
  return tree.children(decorated2).some((child) => tree.kind(child) !== Kind.decorator ? !1 : [...ownNodes2(tree, child)].some(
    (node) => tree.kind(node) === Kind.identifier && tree.text(node) === "autouse"
  ));
}
function decoratorsReplace(module, decorated2, name) {
  let { tree } = module;
  return tree.children(decorated2).some((child) => tree.kind(child) === Kind.decorator && replacesIn(module, child, name));
}
function replacesIn({ tree }, root, name) {
  for (let node of ownNodesOfDecorated(tree, root)) {
    let kind = tree.kind(node);
    if (kind === Kind.assignment) {
      let left = tree.child(node, Field.left);
      if (tree.kind(left) === Kind.attribute && name.test(tree.text(tree.child(left, Field.attribute)))) return !0;
    }
    if (kind !== Kind.call || !replacing2.test(calledName2(tree, node))) continue;
    let list3 = tree.child(node, Field.arguments);
    if (!(list3 < 0))
      for (let inner2 of ownNodes2(tree, list3)) {
        let innerKind = tree.kind(inner2);
        if (innerKind !== Kind.string && innerKind !== Kind.identifier) continue;
        let text = tree.text(inner2).replace(/^[a-zA-Z]*['"]+|['"]+$/g, "");
        if (name.test(text.slice(text.lastIndexOf(".") + 1))) return !0;
      }
  }
  return !1;
}
function* ownNodesOfDecorated(tree, root) {
  if (tree.kind(root) !== Kind.decorated_definition) {
    yield* ownNodes2(tree, root);
    return;
  }
  for (let child of tree.children(root)) yield* ownNodes2(tree, child);
}

// src/analyse/waiting/seconds.ts
function written2(number) {
  return String(Number(number.toPrecision(6)));
}

// src/analyse/detectors/elapsed-time-assertion.ts
var clockName = /^(?:time|monotonic|perf_counter|default_timer|sleep)$/, lessThan = /* @__PURE__ */ new Set(["assertLess", "assertLessEqual"]), greaterThan = /* @__PURE__ */ new Set(["assertGreater", "assertGreaterEqual"]), elapsedTimeAssertion = ({ rule, knowledge, report }) => {
  let { project } = knowledge, clockNumbers = new Set(
    rule.clocks.map((name) => project.names.find(name.slice(name.lastIndexOf(".") + 1))).filter((name) => name !== 0)
  ), pauses = /* @__PURE__ */ new Map(), isClockCall = (module, functionIndex, node) => {
    if (module.tree.kind(node) !== Kind.call) return !1;
    let callee = module.tree.child(node, Field.function), last2 = lastName(module.tree, callee);
    if (last2 < 0 || !clockNumbers.has(module.tree.name(last2))) return !1;
    let definition = project.dotted(module, functionIndex, callee);
    if (definition?.kind === "external") return rule.clocks.includes(definition.name);
    let object = module.tree.kind(callee) === Kind.attribute ? lastName(module.tree, module.tree.child(callee, Field.object)) : -1;
    return object >= 0 && /^_?loop$/.test(module.tree.text(object)) && module.tree.text(last2) === "time";
  }, valueOf3 = ({ module, functionIndex }, node) => {
    if (module.tree.kind(node) !== Kind.identifier || functionIndex === MODULE) return node;
    let last2 = (module.functionBindings(module.index.functions[functionIndex]).byName.get(module.tree.name(node)) ?? []).findLast((binding) => binding.node < node);
    return last2?.kind === "value" ? last2.value : -1;
  }, startOf2 = (site, node) => {
    let { module, functionIndex } = site, { tree } = module, value = bare2(tree, valueOf3(site, bare2(tree, node)));
    if (value < 0 || tree.kind(value) !== Kind.binary_operator || tree.kind(tree.child(value, Field.operator)) !== Kind["'-'"])
      return -1;
    let [end, start] = [Field.left, Field.right].map(
      (field) => bare2(tree, valueOf3(site, bare2(tree, tree.child(value, field))))
    );
    return isClockCall(module, functionIndex, end) && isClockCall(module, functionIndex, start) ? start : -1;
  }, isGuard = ({ module, node }, start) => {
    let { tree } = module;
    for (let current = tree.parent(node); current >= 0; current = tree.parent(current)) {
      let kind = tree.kind(current);
      if (kind === Kind.function_definition) return !1;
      if ((kind === Kind.while_statement || kind === Kind.for_statement) && start < current) return !0;
    }
    return !1;
  }, tell3 = (site, smaller, larger) => {
    let constant = onlyConstant(larger.value), limit = constant === void 0 || constant.type === "bool" ? void 0 : numberOf(constant);
    if (limit === void 0 || limit <= 0 || limit >= rule.below) return;
    let start = startOf2(site, smaller.node);
    if (start < 0 || isGuard(site, start) || /(?:^|\/)(?:benchmarks?|perf)\//.test(site.module.path) || isPatched(project, site.module, site.functionIndex, clockName)) return;
    let own = (pauses.get(site.module)?.get(site.functionIndex) ?? []).filter(
      ({ node }) => node > start && node < site.node
    ), paused = own.reduce((sum, { seconds }) => sum + seconds, 0), hasMargin = paused < limit && paused >= limit / 4;
    report({
      ...site,
      ...hasMargin ? { wording: "margin" } : {},
      values: { limit: written2(limit), paused: written2(paused), margin: written2(limit - paused) },
      related: own.slice(0, 10).map(({ node }) => ({ module: site.module, node, message: "a pause of the test itself" })),
      rank: { numberKnown: !0 }
    });
  }, onCall = (event) => {
    let { module, functionIndex, node } = event, name = calledName2(module.tree, node), [first, second] = event.arguments.positional;
    if (first !== void 0 && second !== void 0 && (lessThan.has(name) ? tell3(event, first, second) : greaterThan.has(name) && tell3(event, second, first)), first === void 0 || inLoop(module, node) || !qualifiedTargets(event.targets).some((target) => rule.calls.includes(target)))
      return;
    let constant = onlyConstant(first.value), seconds = constant === void 0 ? void 0 : numberOf(constant);
    if (seconds === void 0) return;
    let ofModule = pauses.get(module);
    ofModule === void 0 && pauses.set(module, ofModule = /* @__PURE__ */ new Map());
    let list3 = ofModule.get(functionIndex);
    list3 === void 0 ? ofModule.set(functionIndex, [{ node, seconds }]) : list3.push({ node, seconds });
  }, onCompare = (event) => {
    isAsserted(event) && (event.operator === "<" || event.operator === "<=" ? tell3(event, event.left, event.right) : (event.operator === ">" || event.operator === ">=") && tell3(event, event.right, event.left));
  }, candidates = (module) => {
    let counts2 = /* @__PURE__ */ new Map(), { tree, index: index2 } = module;
    for (let call2 of index2.calls) {
      let last2 = lastName(tree, tree.child(call2, Field.function));
      if (last2 < 0 || !clockNumbers.has(tree.name(last2))) continue;
      let functionIndex = module.functionAround(call2);
      counts2.set(functionIndex, (counts2.get(functionIndex) ?? 0) + 1);
    }
    let found2 = [...counts2].filter(([functionIndex, count2]) => count2 > 1 && functionIndex !== MODULE).map(([functionIndex]) => functionIndex);
    return found2.length > 0 && knowledge.context(module).isTest ? found2 : [];
  }, called = [...lessThan, ...greaterThan, ...rule.calls.map((name) => name.slice(name.lastIndexOf(".") + 1))];
  return {
    interest: { functions: candidates },
    observer: { call: onCall, compare: onCompare },
    hears: { calls: called }
  };
};
function isAsserted({ module, node }) {
  let { tree } = module, current = node;
  for (let parent = tree.parent(current); parent >= 0; current = parent, parent = tree.parent(parent)) {
    let kind = tree.kind(parent);
    if (!(kind === Kind.parenthesized_expression || kind === Kind.argument_list) && !(kind === Kind.boolean_operator && tree.kind(tree.child(parent, Field.operator)) === Kind["'and'"]))
      return kind === Kind.assert_statement ? current === parent + 1 : kind === Kind.call && calledName2(tree, parent) === "assertTrue" && tree.kind(current) === Kind.argument_list;
  }
  return !1;
}
function inLoop({ tree }, node) {
  for (let current = tree.parent(node); current >= 0; current = tree.parent(current)) {
    let kind = tree.kind(current);
    if (kind === Kind.while_statement || kind === Kind.for_statement) return !0;
    if (kind === Kind.function_definition) return !1;
  }
  return !1;
}

// src/analyse/detectors/uuid-use.ts
var mockCalls = /^(?:Mock|MagicMock|AsyncMock|NonCallableMock|PropertyMock|call|patch|object|assert_called\w*|assert_any_call|assert_has_calls|assert_awaited\w*|assert_any_await|assert_not_\w+|stub_out|StubOut\w*)$/, mockValues = /^(?:return_value|side_effect)$/, mockNames = /mock|fake|stub|dummy/i, wrapping = /^(?:UUID|str|unicode|text_type|six)$/;
function uuidUse(module, literal3, identityNames) {
  let { tree } = module, node = literal3;
  for (let parent2 = tree.parent(node); parent2 >= 0; parent2 = tree.parent(node)) {
    let kind = tree.kind(parent2);
    if (!(kind === Kind.parenthesized_expression || kind === Kind.argument_list && tree.kind(tree.parent(parent2)) === Kind.call && wrapping.test(calledName2(tree, tree.parent(parent2))) || kind === Kind.call && wrapping.test(calledName2(tree, parent2)))) break;
    node = parent2;
  }
  let parent = tree.parent(node);
  if (isMocked(tree, node)) return { role: "mock", name: "a value of a mock" };
  let named3 = (name, other) => ({
    role: identityNames.includes(name) ? "identity" : other,
    name
  });
  switch (tree.kind(parent)) {
    case Kind.keyword_argument:
      return named3(tree.text(tree.child(parent, Field.name)), "reference");
    case Kind.default_parameter:
    case Kind.typed_default_parameter:
      return named3(tree.text(tree.child(parent, Field.name)), "reference");
    case Kind.pair:
      return tree.field(node) === Field.value ? pairUse(tree, parent, named3) : { role: "data", name: "a key" };
    case Kind.argument_list: {
      let callee = calledName2(tree, tree.parent(parent));
      return {
        role: /^_*[a-z]/.test(callee) ? "reference" : "data",
        name: callee === "" ? "an argument" : `an argument of ${callee}`
      };
    }
    case Kind.comparison_operator: {
      let other = tree.children(parent).map((child) => child === node ? "" : writtenName(tree, child)).find((name) => name !== "");
      return { role: "reference", name: other === void 0 ? "a compared value" : `the value compared with ${other}` };
    }
    case Kind.binary_operator:
      return { role: "reference", name: "a part of a text" };
    case Kind.assignment:
      return assignedUse(module, parent, named3);
    default:
      return { role: "data", name: elementName(tree, node) };
  }
}
function pairUse(tree, pair, named3) {
  let key = tree.child(pair, Field.key), name = tree.kind(key) === Kind.string ? tree.text(key).replace(/^[a-zA-Z]*['"]+|['"]+$/g, "") : writtenName(tree, key);
  return named3(name === "" ? "a value" : name, "data");
}
function assignedUse(module, assignment2, named3) {
  let { tree } = module, target = tree.child(assignment2, Field.left);
  if (tree.kind(target) === Kind.attribute) return named3(tree.text(tree.child(target, Field.attribute)), "data");
  if (tree.kind(target) === Kind.subscript) {
    let key = tree.child(target, Field.subscript);
    return named3(tree.text(key).replace(/^[a-zA-Z]*['"]+|['"]+$/g, "") || "an entry", "data");
  }
  let name = writtenName(tree, target);
  return { role: /^_*[A-Z][A-Z\d_]*$/.test(name) || module.functionAround(assignment2) === MODULE ? "constant" : "data", name: name === "" ? "a value" : name };
}
function elementName(tree, node) {
  let current = tree.parent(node);
  for (; current >= 0 && (tree.kind(current) === Kind.list || tree.kind(current) === Kind.tuple || tree.kind(current) === Kind.set); )
    current = tree.parent(current);
  if (current < 0) return "a value";
  let kind = tree.kind(current);
  if (kind === Kind.keyword_argument) return `an element of ${tree.text(tree.child(current, Field.name))}`;
  if (kind === Kind.assignment) {
    let name = writtenName(tree, tree.child(current, Field.left));
    return name === "" ? "an element" : `an element of ${name}`;
  }
  return kind === Kind.return_statement ? "the result" : "a value";
}
function isMocked(tree, node) {
  for (let current = node, parent = tree.parent(node); parent >= 0; current = parent, parent = tree.parent(parent))
    switch (tree.kind(parent)) {
      case Kind.list:
      case Kind.tuple:
      case Kind.set:
      case Kind.dictionary:
      case Kind.pair:
      case Kind.parenthesized_expression:
      case Kind.argument_list:
        break;
      case Kind.keyword_argument:
        if (mockValues.test(tree.text(tree.child(parent, Field.name)))) return !0;
        break;
      case Kind.call: {
        if (current === tree.child(parent, Field.function)) return !1;
        let callee = tree.child(parent, Field.function);
        if (mockCalls.test(calledName2(tree, parent)) || mockNames.test(writtenName(tree, callee))) return !0;
        break;
      }
      case Kind.assignment: {
        let last2 = lastName(tree, tree.child(parent, Field.left));
        return last2 >= 0 && mockValues.test(tree.text(last2));
      }
      default:
        return !1;
    }
  return !1;
}

// src/analyse/detectors/uuid-text.ts
var literal = /^[uU]?("""|'''|"|')([0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12})\1$/;
function uuidOfText(text) {
  let value = literal.exec(text)?.[2]?.toLowerCase();
  return value === void 0 || isMadeUp(value) ? void 0 : value;
}
var runs = [
  "0123456789",
  "9876543210",
  "0123456789abcdef",
  "fedcba9876543210",
  "1234567890abcdef",
  "fedcba0987654321"
].map((run2) => run2.repeat(3));
function isMadeUp(value) {
  let digits2 = value.replaceAll("-", "");
  return value.split("-").filter((group) => !isPlain(group)).length <= 1 || new Set(digits2).size <= 4 || !/\d/.test(digits2);
}
function isPlain(group) {
  return new Set(group).size <= 2 || runs.some((run2) => run2.includes(group));
}

// src/analyse/detectors/uuid-literal.ts
var MAX_RELATED = 10, uuidLiteral = ({ rule, knowledge, report }) => {
  let isUuid = createNameTest(knowledge.project.names, (text) => uuidOfText(text) !== void 0), occurrences = /* @__PURE__ */ new Map(), valueOf3 = (module, node) => {
    let name = module.tree.name(node);
    return isUuid(name) ? uuidOfText(module.tree.names.text(name)) : void 0;
  };
  return {
    module: (module) => {
      if (!/uuid/i.test(module.path.slice(module.path.lastIndexOf("/") + 1)))
        for (let node of module.index.strings) {
          let value = valueOf3(module, node);
          if (value === void 0) continue;
          let occurrence = {
            module,
            functionIndex: module.functionAround(node),
            node,
            ...uuidUse(module, node, rule.names)
          }, list3 = occurrences.get(value);
          list3 === void 0 ? occurrences.set(value, [occurrence]) : list3.push(occurrence);
        }
    },
    finish: () => {
      for (let [value, all] of occurrences) {
        let draft = judge(value, all, rule, knowledge);
        draft !== void 0 && report(draft);
      }
    }
  };
}, MIN_SENTINEL_FILES = 3;
function judge(value, all, rule, knowledge) {
  let files2 = new Set(all.map(({ module: module2 }) => module2)), repeated = mostFunctionsOfOneFile(all), defining = definingPlace(all, knowledge), seen = {
    shared: files2.size >= (defining === void 0 ? rule.files : 2),
    repeated: repeated >= rule.functions,
    inOneFunction: isInOneFunction(all),
    alone: all.length === 1
  }, primary = all.find(
    (occurrence) => occurrence !== defining && isNoteworthy(occurrence, defining, seen, knowledge)
  );
  if (primary === void 0) return;
  let others2 = all.filter((occurrence) => occurrence !== primary), places = [
    ...defining === void 0 ? [] : [place(defining, "defined here")],
    ...others2.filter((occurrence) => occurrence !== defining).map((occurrence) => place(occurrence, "also here"))
  ], elsewhere = new Set(others2.map(({ module: module2 }) => module2));
  elsewhere.delete(primary.module), defining !== void 0 && elsewhere.delete(defining.module);
  let { module, functionIndex, node } = primary, counts2 = { value, files: files2.size, elsewhere: elsewhere.size, repeated: seen.repeated ? repeated : 0 };
  return {
    module,
    functionIndex,
    node,
    ...wordsOf2(primary, defining, counts2, knowledge),
    groupKey: value,
    related: places.slice(0, MAX_RELATED),
    otherPlaces: places.slice(MAX_RELATED),
    rank: {
      numberKnown: defining !== void 0 || seen.shared,
      spansFiles: files2.size > 1,
      fixtureData: knowledge.context(module).kinds.includes("fixture-data")
    }
  };
}
function isNoteworthy(occurrence, defining, seen, knowledge) {
  let { module, functionIndex, role } = occurrence;
  return functionIndex === MODULE || role === "constant" || role === "mock" || seen.inOneFunction ? !1 : knowledge.context(module).isTest ? role === "identity" ? seen.repeated || defining !== void 0 && defining.module !== module : seen.shared || seen.repeated ? !0 : role === "reference" && (defining !== void 0 || seen.alone && isPartOfMore(module, knowledge)) : !0;
}
function isPartOfMore(module, { project }) {
  if (project.modules.length === 1) return !0;
  let folders = new Set(module.path.split("/"));
  return module.importTargets().some((target) => {
    let first = target.split(".", 1)[0];
    return project.module(target) === void 0 && project.module(target.slice(0, target.lastIndexOf("."))) === void 0 && (project.isOwn(target) || folders.has(first));
  });
}
function isInOneFunction(all) {
  let [first] = all;
  return all.length > 1 && all.every(({ module, functionIndex }) => module === first.module && functionIndex === first.functionIndex);
}
function wordsOf2(primary, defining, counts2, knowledge) {
  let { module, functionIndex, name } = primary, { value, files: files2, elsewhere, repeated } = counts2, values2 = {
    name,
    value: `${value.slice(0, 8)}-…-${value.slice(-12)}`,
    function: module.qualifiedName(functionIndex),
    files: files2,
    functions: repeated
  };
  if (defining !== void 0) {
    let line = defining.module.tree.lineOf(defining.node), place4 = defining.module === module ? `at line ${line} of this file` : `in ${defining.module.path} line ${line}`, others2 = elsewhere === 0 ? "" : ` and repeated in ${elsewhere} other ${elsewhere === 1 ? "file" : "files"}`;
    return {
      wording: "defined",
      values: { ...values2, place: place4, others: others2 },
      fix: `Take it from where it is defined, ${place4}.`
    };
  }
  let sentinel = knowledge.context(module).isTest ? knowledge.conventions.uuidSentinel : void 0, fix = sentinel === void 0 || sentinel.files < MIN_SENTINEL_FILES ? {} : {
    fix: `Name it once and use that, or take a sentinel from \`${sentinel.name}\`, as ${sentinel.files} files here do.`
  };
  return repeated > 0 ? { wording: "functions", values: values2, ...fix } : files2 > 1 ? { wording: "files", values: values2, ...fix } : knowledge.context(module).isTest ? { values: values2 } : { wording: "production", values: values2 };
}
function place({ module, node }, message) {
  return { module, node, message };
}
function mostFunctionsOfOneFile(all) {
  let functions = /* @__PURE__ */ new Map();
  for (let { module, functionIndex } of all) {
    if (functionIndex === MODULE) continue;
    let known2 = functions.get(module);
    known2 === void 0 ? functions.set(module, /* @__PURE__ */ new Set([functionIndex])) : known2.add(functionIndex);
  }
  return Math.max(0, ...[...functions.values()].map((set) => set.size));
}
function definingPlace(all, knowledge) {
  let isOneFile = all.every(({ module }) => module === all[0].module), rank3 = ({ module, functionIndex }) => {
    let inner2 = functionIndex === MODULE ? 0 : 1;
    if (/fixture|fake|conftest/i.test(module.path)) return inner2;
    let { isTest, isHelper } = knowledge.context(module);
    return !isTest || isHelper ? 2 + inner2 : isOneFile && functionIndex === MODULE ? 4 : 1 / 0;
  };
  for (let role of ["identity", "constant"]) {
    let candidates = all.filter((occurrence) => occurrence.role === role && rank3(occurrence) < 1 / 0), [first] = candidates.toSorted((a, b) => rank3(a) - rank3(b));
    if (first !== void 0) return first;
  }
}

// src/analyse/values/state.ts
var noGuards = /* @__PURE__ */ new Map(), State = class _State {
  /** False after return, raise, break or continue, and in a branch that cannot be taken. */
  reachable = !0;
  #variables = /* @__PURE__ */ new Map();
  #heap = /* @__PURE__ */ new Map();
  #ownsVariables = !0;
  #ownsHeap = !0;
  #guards = noGuards;
  get variables() {
    return this.#variables;
  }
  get heap() {
    return this.#heap;
  }
  /** By an expression's text or a parameter (`#` and its text). */
  get guards() {
    return this.#guards;
  }
  setGuard(key, guarded) {
    let known2 = this.#guards.get(key), kinds3 = known2 === void 0 ? guarded.kinds : known2.kinds | guarded.kinds;
    kinds3 !== known2?.kinds && (this.#guards = new Map(this.#guards).set(key, { ...guarded, kinds: kinds3 }));
  }
  /** Forgets what expressions were checked for that begin with a name. */
  dropGuards(name) {
    if (this.#guards.size === 0) return;
    let kept = [...this.#guards].filter(
      ([key]) => key !== name && !(key.startsWith(name) && /^[.[(]/.test(key.slice(name.length)))
    );
    kept.length < this.#guards.size && (this.#guards = new Map(kept));
  }
  setVariable(name, value) {
    this.#ownVariables().set(name, value);
  }
  deleteVariable(name) {
    this.#variables.has(name) && this.#ownVariables().delete(name);
  }
  setObject(id, object) {
    this.#ownsHeap || (this.#heap = new Map(this.#heap), this.#ownsHeap = !0), this.#heap.set(id, object);
  }
  /** The same state, to be changed on its own. */
  copy() {
    let copy = new _State();
    return copy.become(this), copy;
  }
  /** Takes over what another state knows. */
  become(other) {
    other !== this && (this.reachable = other.reachable, this.takeVariables(other), this.#heap = other.#heap, this.#ownsHeap = other.#ownsHeap = !1, this.#guards = other.#guards);
  }
  /** Takes over another state's variables and keeps its own heap: leaving a class body. */
  takeVariables(other) {
    this.#variables = other.#variables, this.#ownsVariables = other.#ownsVariables = !1;
  }
  /** What is known where this and another way meet. A variable bound on one way only keeps that value: elsewhere it would raise. */
  join(other) {
    if (!this.reachable) return other.copy();
    let joined4 = this.copy();
    if (!other.reachable) return joined4;
    if (other.#variables !== this.#variables)
      for (let [name, value] of other.#variables) {
        let known2 = joined4.#variables.get(name);
        known2 !== value && joined4.setVariable(name, known2 === void 0 ? value : joinValues(known2, value));
      }
    if (other.#heap !== this.#heap)
      for (let [id, object] of other.#heap) {
        let known2 = joined4.#heap.get(id);
        known2 !== object && joined4.setObject(id, known2 === void 0 ? object : joinObjects(known2, object));
      }
    return joined4.#guards = joinGuards(this.#guards, other.#guards), joined4;
  }
  /** This state without the constants that differ from an earlier one: they would go on changing. */
  widen(earlier) {
    let wide2 = this.copy();
    for (let [name, value] of this.#variables) {
      let before2 = earlier.#variables.get(name);
      (before2 === void 0 || !sameValue(before2, value)) && wide2.setVariable(name, widenValue(value));
    }
    for (let [id, object] of this.#heap) {
      let before2 = earlier.#heap.get(id);
      (before2 === void 0 || !sameObject(before2, object)) && wide2.setObject(id, widenObject(object));
    }
    return wide2;
  }
  /** Nothing differs that another round of a loop could learn from. */
  equals(other) {
    return this.reachable !== other.reachable ? !1 : (this.#variables === other.#variables || sameEntries(this.#variables, other.#variables, sameValue)) && (this.#heap === other.#heap || sameEntries(this.#heap, other.#heap, sameObject)) && (this.#guards === other.#guards || sameEntries(this.#guards, other.#guards, (a, b) => a.kinds === b.kinds));
  }
  #ownVariables() {
    return this.#ownsVariables || (this.#variables = new Map(this.#variables), this.#ownsVariables = !0), this.#variables;
  }
};
function joinGuards(a, b) {
  if (a === b) return a;
  if (a.size === 0 || b.size === 0) return noGuards;
  let joined4 = /* @__PURE__ */ new Map();
  for (let [key, guarded] of a) {
    let kinds3 = guarded.kinds & (b.get(key)?.kinds ?? 0n);
    kinds3 !== 0n && joined4.set(key, kinds3 === guarded.kinds ? guarded : { ...guarded, kinds: kinds3 });
  }
  return joined4;
}
function joinAll(states) {
  return states.reduce((joined4, state) => joined4.join(state));
}
function widenValue(value) {
  return value.constants === void 0 && value.text === void 0 ? value : { ...value, constants: void 0, text: void 0 };
}
function widenObject(object) {
  if (object.kind === "dict" || object.kind === "instance") {
    let entries = new Map([...object.entries].map(([key, value]) => [key, widenValue(value)]));
    return { ...object, entries };
  }
  let rest = object.rest;
  for (let value of object.entries.values()) rest = rest === void 0 ? value : joinValues(rest, value);
  return { ...object, entries: /* @__PURE__ */ new Map(), rest };
}
function sameObject(a, b) {
  return a === b || sameEntries(a.entries, b.entries, sameValue);
}
function sameEntries(a, b, same) {
  if (a.size !== b.size) return !1;
  for (let [key, value] of a) {
    let other = b.get(key);
    if (other === void 0 || !same(value, other)) return !1;
  }
  return !0;
}

// src/analyse/interpreter/decorator-names.ts
var none3 = [];
function decoratorNames({ tree }, decorated2) {
  return decorated2 < 0 ? none3 : tree.children(decorated2).flatMap((child) => {
    if (tree.kind(child) !== Kind.decorator) return [];
    let expression = tree.kind(child + 1) === Kind.call ? tree.child(child + 1, Field.function) : child + 1;
    return [tree.text(tree.kind(expression) === Kind.attribute ? tree.child(expression, Field.attribute) : expression)];
  });
}

// src/analyse/interpreter/annotations.ts
var wrappers2 = /* @__PURE__ */ new Set(["Optional", "Union", "Annotated", "Final", "ClassVar", "Awaitable", "Coroutine"]);
function typeOfAnnotation(frame, node) {
  let { tree } = frame;
  switch (tree.kind(node)) {
    case Kind.type:
    case Kind.parenthesized_expression:
      return node + 1 < tree.next(node) ? typeOfAnnotation(frame, node + 1) : [];
    case Kind.binary_operator:
    case Kind.union_type:
    case Kind.tuple:
      return tree.children(node).filter((child) => tree.field(child) !== Field.operator).flatMap((child) => typeOfAnnotation(frame, child));
    case Kind.subscript:
    case Kind.generic_type: {
      let base = node + 1, last2 = tree.kind(base) === Kind.attribute ? tree.text(tree.child(base, Field.attribute)) : tree.text(base);
      return wrappers2.has(last2) ? tree.children(node).slice(1).flatMap((child) => tree.kind(child) === Kind.type_parameter ? tree.children(child) : [child]).flatMap((child) => typeOfAnnotation(frame, child)) : typeOfAnnotation(frame, base);
    }
    case Kind.string: {
      let constant = stringConstant(tree.text(node)), name = constant?.type === "str" ? constant.value : "";
      if (!/^[A-Za-z_]\w*$/.test(name)) return [];
      let definition = frame.engine.project.member(frame.module, name);
      return definition?.kind === "class" ? [{ kind: "object", module: definition.module, index: definition.index }] : definition?.kind === "external" ? [{ kind: "instance", of: frame.engine.models.canonical(definition.name) }] : [];
    }
    case Kind.identifier:
    case Kind.attribute: {
      let definition = frame.engine.project.dotted(frame.module, frame.functionIndex, node);
      return definition?.kind === "class" ? [{ kind: "object", module: definition.module, index: definition.index }] : definition?.kind === "external" ? [{ kind: "instance", of: frame.engine.models.canonical(definition.name) }] : definition?.kind === "value" ? typeOfAlias(frame, definition) : [];
    }
    default:
      return [];
  }
}
function typeOfAlias(frame, { module, bindings }) {
  let binding = bindings.at(-1);
  if (binding?.kind !== "value") return [];
  let kind = module.tree.kind(binding.value);
  if (kind !== Kind.subscript && kind !== Kind.binary_operator) return [];
  let there = new Frame(frame.engine, module, MODULE, { observing: !1, depth: 1 });
  return typeOfAnnotation(there, binding.value);
}

// src/analyse/taint/expression-key.ts
function expressionKey(tree, node) {
  switch (tree.kind(node)) {
    case Kind.identifier:
      return tree.text(node);
    case Kind.attribute: {
      let object = expressionKey(tree, tree.child(node, Field.object));
      return object === "" ? "" : `${object}.${tree.text(tree.child(node, Field.attribute))}`;
    }
    case Kind.subscript: {
      let object = expressionKey(tree, tree.child(node, Field.value)), key = literal2(tree, tree.child(node, Field.subscript));
      return object === "" || key === "" ? "" : `${object}[${key}]`;
    }
    case Kind.call: {
      let callee = expressionKey(tree, tree.child(node, Field.function)), list3 = tree.child(node, Field.arguments);
      if (callee === "" || list3 < 0 || tree.kind(list3) !== Kind.argument_list) return "";
      let given = tree.children(list3).map((child) => literal2(tree, child));
      return given.includes("") ? "" : `${callee}(${given.join(",")})`;
    }
    case Kind.await:
    case Kind.parenthesized_expression:
      return node + 1 < tree.next(node) ? expressionKey(tree, node + 1) : "";
    default:
      return "";
  }
}
function literal2(tree, node) {
  let kind = tree.kind(node);
  return kind === Kind.none ? "None" : kind !== Kind.string && kind !== Kind.integer ? "" : tree.text(node).replaceAll('"', "'");
}

// src/analyse/taint/signatures.ts
var passing = /^(?:digest|hexdigest|hex|copy|decode|encode|lower|upper|strip|rstrip)$/;
function withSignature(result, receiver, method, entries, meant) {
  let view = passing.test(method) ? signatureOf(receiver) : void 0;
  if (view !== void 0) return signed(result, view);
  for (let entry2 of entries)
    if (!(entry2.entry.view !== "digest" && !entry2.propagates))
      for (let { node, value } of meant(entry2)) {
        let known2 = signatureOf(value);
        if (known2 !== void 0) return signed(result, known2);
        if (entry2.entry.view === "digest" && value.taint !== void 0)
          return signed(result, { of: value.taint, node, as: "digest" });
      }
  return result;
}
function signatureOf(value) {
  if (value?.taint?.view?.as === "digest") return value.taint.view;
  for (let part of value?.text ?? []) {
    let view = typeof part == "string" ? void 0 : signatureOf(part.hole);
    if (view !== void 0) return view;
  }
}
function signed(value, view) {
  let taint2 = { marks: value.taint?.marks ?? [], view };
  return withTaint(value, taint2);
}
function signatureThere(view, reached2, nodes) {
  let { is } = view.of;
  if (is === void 0) return;
  let of = reached2(is.index, is.path)?.taint;
  return of === void 0 ? void 0 : { of, node: is.path.length === 0 ? nodes[is.index] ?? -1 : -1, as: "digest" };
}

// src/analyse/taint/type-checks.ts
function typeChecks(frame, node, value, type) {
  return type === void 0 ? void 0 : checksOf(frame, node, value, typeNames(frame, type.value), "isinstance()");
}
function typeIdentityChecks(frame, node, left, right) {
  let { tree } = frame;
  if (left.node < 0 || tree.kind(left.node) !== Kind.call || tree.text(tree.child(left.node, Field.function)) !== "type")
    return;
  let [given] = tree.children(tree.child(left.node, Field.arguments));
  if (given === void 0) return;
  let value = { node: given, value: frame.evaluateSilently(given) };
  return isTainted(value.value.taint) ? checksOf(frame, node, value, typeNames(frame, right.value), "type()") : void 0;
}
function typeNames(frame, type) {
  let held = frame.holds(type).find(({ kind }) => kind === "tuple");
  return (held === void 0 ? [type] : [...held.entries.values()]).flatMap(({ denotes }) => denotes.flatMap((one) => one.kind === "symbol" ? [one.name] : ["?"]));
}
function checksOf(frame, node, value, names2, check) {
  if (names2.length !== 0) {
    if (names2.every((name) => /^(?:int|float|bool|decimal\.Decimal|uuid\.UUID)$/.test(name)))
      return { whenTrue: [checkOf(frame, value, kindSet("any"), check, node)], whenFalse: [] };
    if (names2.every((name) => /^(?:int|float|bool|decimal\.Decimal|uuid\.UUID|str|bytes)$/.test(name)))
      return { whenTrue: [checkOf(frame, value, kindSet("text"), check, node)], whenFalse: [] };
    if (names2.includes("dict"))
      return { whenTrue: [], whenFalse: [checkOf(frame, value, kindSet("nosql"), check, node)] };
  }
}

// src/analyse/taint/checks.ts
var nothing = [], urlKinds = kindSet("url") | kindSet("redirect");
function checkOf(frame, argument, kinds3, name, at) {
  let credit2 = { kind: "guard", name, module: frame.module, node: at, kinds: kinds3 };
  return { node: argument.node, taint: argument.value.taint, kinds: kinds3, credit: credit2 };
}
function whenTrue(...checks2) {
  return { whenTrue: checks2, whenFalse: nothing };
}
function negated(checks2) {
  return { whenTrue: checks2.whenFalse, whenFalse: checks2.whenTrue };
}
function sharedChecks(a, b) {
  return a.flatMap((one) => {
    let other = b.find(
      ({ taint: taint2, node }) => taint2 !== void 0 && taint2 === one.taint || node >= 0 && node === one.node
    ), kinds3 = one.kinds & (other?.kinds ?? 0n);
    return kinds3 === 0n ? [] : [{ ...one, kinds: kinds3 }];
  });
}
function comparisonChecks(frame, node, operator, left, right) {
  switch (operator) {
    case "==":
    case "is":
      return equalityChecks(frame, node, left, right) ?? equalityChecks(frame, node, right, left) ?? typeIdentityChecks(frame, node, left, right);
    case "!=":
    case "is not": {
      let equal2 = equalityChecks(frame, node, left, right) ?? equalityChecks(frame, node, right, left) ?? typeIdentityChecks(frame, node, left, right);
      return equal2 === void 0 ? void 0 : negated(equal2);
    }
    case "in":
      return membershipChecks(frame, node, left, right);
    case "not in": {
      let member = membershipChecks(frame, node, left, right);
      return member === void 0 ? void 0 : negated(member);
    }
    default:
      return;
  }
}
function equalityChecks(frame, node, value, other) {
  let { taint: taint2 } = value.value, signature = signatureOf(value.value);
  if (signature !== void 0)
    return whenTrue(viewCheck(frame, node, { marks: [], view: signature }, kindSet("deserialize")));
  if (taint2 === void 0) return;
  if (isTainted(frame.whole(other.value).taint))
    return taint2.view?.as === "host" && isOwnHost(other.value) ? whenTrue(viewCheck(frame, node, taint2, urlKinds)) : void 0;
  let constant = onlyConstant(other.value);
  if (constant?.type === "none")
    return taint2.checks === void 0 ? void 0 : negated(taint2.checks);
  if (constant?.type === "bool" && taint2.checks !== void 0)
    return constant.value ? taint2.checks : negated(taint2.checks);
  if (taint2.view?.as === "host") {
    let kinds3 = constant !== void 0 && textOf(constant) === "" ? kindSet("redirect") : urlKinds;
    return whenTrue(viewCheck(frame, node, taint2, kinds3));
  }
  if (taint2.view?.as === "common") return whenTrue(viewCheck(frame, node, taint2, belowKinds({ taint: taint2.view.of })));
  if (!(!isTainted(taint2) || constant === void 0 && !isSettled(other.value)))
    return whenTrue(checkOf(frame, value, allKinds, `comparison with ${describe2(frame, other)}`, node));
}
function isOwnHost({ taint: taint2 }) {
  return taint2.marks.every(
    ({ source }) => source !== void 0 && /(?:^|\.)(?:get_)?(?:host|host_url|url_root|base_url)(?:\(\))?$/.test(source.name)
  );
}
function isSettled(value) {
  return value.constants !== void 0 || value.origin === "config" || value.origin === "module";
}
var viewNames = {
  host: "comparison of the host",
  digest: "comparison of a signature"
};
function viewCheck(frame, node, taint2, kinds3) {
  let view = taint2.view, credit2 = {
    kind: "guard",
    name: viewNames[view.as] ?? "comparison of the common path",
    module: frame.module,
    node,
    kinds: kinds3
  };
  return { node: view.node, taint: view.of, kinds: kinds3, credit: credit2 };
}
function membershipChecks(frame, node, member, collection) {
  let { taint: taint2 } = member.value, inside2 = collection.value.taint;
  if (isTainted(inside2) && inside2.view === void 0) {
    let constant = onlyConstant(member.value), text = constant === void 0 ? void 0 : textOf(constant);
    if (text === ".." || text === "../")
      return {
        whenTrue: nothing,
        whenFalse: [checkOf(frame, collection, kindSet("path-inside"), `check for ${JSON.stringify(text)}`, node)]
      };
    if (text === "/") {
      let kinds3 = kindSet("path-relative") | kindSet("path-inside");
      return { whenTrue: nothing, whenFalse: [checkOf(frame, collection, kinds3, 'check for "/"', node)] };
    }
    if (text === "//")
      return {
        whenTrue: nothing,
        whenFalse: [checkOf(frame, collection, kindSet("single-slash"), 'check for "//"', node)]
      };
    if (text === `
` || text === "\r")
      return {
        whenTrue: nothing,
        whenFalse: [checkOf(frame, collection, kindSet("single-line"), "check for line breaks", node)]
      };
  }
  if (inside2?.view?.as === "parents")
    return whenTrue(viewCheck(frame, node, inside2, belowKinds({ taint: inside2.view.of })));
  if (!(taint2 === void 0 || !isCollection(frame, collection.value))) {
    if (taint2.view?.as === "host") return whenTrue(viewCheck(frame, node, taint2, urlKinds));
    if (isTainted(taint2))
      return whenTrue(checkOf(frame, member, allKinds, `membership in ${describe2(frame, collection)}`, node));
  }
}
function isCollection(frame, value) {
  if (isTainted(frame.whole(value).taint)) return !1;
  let held = frame.holds(value);
  return held.length > 0 ? held.every(({ kind }) => kind !== "instance") : value.constants !== void 0 || value.text !== void 0 ? !1 : value.denotes.some((one) => one.kind === "class" ? !0 : one.kind === "instance" && /^(?:list|tuple|set|frozenset|dict|dict_keys|dict_values|range|typing\..*)$/.test(one.of));
}
function describe2(frame, { node, value }) {
  let constant = onlyConstant(value), text = constant === void 0 ? void 0 : textOf(constant);
  return text !== void 0 && text.length <= 40 ? JSON.stringify(text) : `\`${(node < 0 ? "" : written(frame.tree, node)) || "a fixed set"}\``;
}
var characterMethods = /* @__PURE__ */ new Set(["isalnum", "isdigit", "isdecimal", "isnumeric", "isalpha", "isidentifier"]);
function methodChecks(frame, node, receiver, method, args) {
  let { taint: taint2 } = receiver.value;
  if (!isTainted(taint2)) return;
  if (characterMethods.has(method))
    return whenTrue(checkOf(frame, receiver, allKinds & ~namedKinds, `${method}()`, node));
  let first = args.positional[0];
  if (first !== void 0) {
    if (method === "startswith") return prefixChecks(frame, node, receiver, first);
    if (method === "is_relative_to")
      return whenTrue(checkOf(frame, receiver, belowKinds(receiver.value), "is_relative_to()", node));
    if (method === "endswith" && taint2.view?.as === "host") {
      let constant = onlyConstant(first.value);
      if (constant !== void 0 && textOf(constant)?.startsWith(".") === !0)
        return whenTrue(viewCheck(frame, node, taint2, urlKinds));
    }
  }
}
function belowKinds(value) {
  return isResolved(value) ? kindSet("path") : kindSet("path-below");
}
function isResolved(value) {
  return value.taint?.marks.every(({ cleaned: cleaned3 }) => hasKind(cleaned3, "path-resolved")) === !0;
}
function prefixChecks(frame, node, receiver, prefix) {
  if (isTainted(frame.whole(prefix.value).taint)) return;
  let texts = prefixTexts(frame, prefix.value);
  if (texts === void 0) return;
  if (texts.includes("-"))
    return { whenTrue: nothing, whenFalse: [checkOf(frame, receiver, kindSet("argv"), 'startswith("-")', node)] };
  let roots = rootChecks(frame, node, receiver, texts);
  if (roots !== void 0) return roots;
  let kinds3 = 0n;
  return texts.every((text) => text !== "" && !text.startsWith("-") && !text.startsWith("\0")) && (kinds3 |= kindSet("argv")), texts.every(
    (text) => /^[a-z][a-z0-9+.-]*:\/\/[^/?#]+\/$/i.test(text) || /^[a-z][a-z0-9+.-]*:\/\/[^/?#]+\/./i.test(text)
  ) && (kinds3 |= urlKinds), texts.every((text) => /^\/[^/\\]/.test(text)) && (kinds3 |= kindSet("redirect")), texts.every((text) => /[/\\]$/.test(text)) && (kinds3 |= belowKinds(receiver.value)), kinds3 === 0n ? void 0 : whenTrue(checkOf(frame, receiver, kinds3, "startswith()", node));
}
function rootChecks(frame, node, receiver, texts) {
  let check = (kind, name) => checkOf(frame, receiver, kindSet(kind), name, node);
  return texts.every((text) => text === "/" || text === "\\") ? { whenTrue: [check("rooted", 'startswith("/")')], whenFalse: [check("path-relative", 'startswith("/")')] } : texts.includes("//") ? { whenTrue: nothing, whenFalse: [check("single-slash", 'startswith("//")')] } : void 0;
}
function prefixTexts(frame, value) {
  if (value.constants !== void 0) {
    let texts = value.constants.map(textOf);
    return texts.some((text) => text === void 0) ? void 0 : texts;
  }
  let held = frame.holds(value).find(({ kind }) => kind === "tuple");
  if (held !== void 0 && held.rest === void 0) {
    let inner2 = [...held.entries.values()].map((entry2) => prefixTexts(frame, entry2));
    return inner2.some((texts) => texts === void 0) ? void 0 : inner2.flat();
  }
  return value.text === void 0 ? void 0 : [value.text.map((part) => typeof part == "string" ? part : part.hole.denotes.some((one) => one.kind === "symbol" && one.name === "os.sep") ? "/" : "\0").join("")];
}
function patternChecks(frame, node, how, pattern, subject) {
  if (!isTainted(subject.value.taint)) return;
  let kinds3 = patternCleans(pattern, how);
  return kinds3 === 0n ? void 0 : whenTrue(checkOf(frame, subject, kinds3, `re.${how}()`, node));
}
function everyCharacterChecks(frame, node, argument) {
  let { tree } = frame;
  if (tree.kind(argument) !== Kind.generator_expression && tree.kind(argument) !== Kind.list_comprehension)
    return;
  let clause = tree.childOfKind(argument, Kind.for_in_clause), body = tree.child(argument, Field.body);
  if (clause < 0 || body < 0 || tree.childOfKind(argument, Kind.if_clause) >= 0) return;
  let iterable = tree.child(clause, Field.right), element2 = tree.child(clause, Field.left);
  if (tree.kind(element2) !== Kind.identifier || !isCharacterTest(frame, body, tree.name(element2))) return;
  let value = frame.evaluateSilently(iterable);
  if (isTainted(value.taint))
    return whenTrue(checkOf(frame, { node: iterable, value }, allKinds, "check of every character", node));
}
function isCharacterTest(frame, node, name) {
  let { tree } = frame;
  switch (tree.kind(node)) {
    case Kind.parenthesized_expression:
      return isCharacterTest(frame, node + 1, name);
    case Kind.boolean_operator: {
      let sides = [tree.child(node, Field.left), tree.child(node, Field.right)];
      return tree.kind(tree.child(node, Field.operator)) === Kind["'and'"] ? sides.some((side) => isCharacterTest(frame, side, name)) : sides.every((side) => isCharacterTest(frame, side, name));
    }
    case Kind.call: {
      let callee = tree.child(node, Field.function);
      return tree.kind(callee) !== Kind.attribute || tree.name(tree.child(callee, Field.object)) !== name ? !1 : characterMethods.has(tree.text(tree.child(callee, Field.attribute)));
    }
    case Kind.comparison_operator: {
      let operands = tree.children(node).filter((child) => tree.field(child) !== Field.operators), operator = tree.child(node, Field.operators);
      if (operands.length !== 2 || tree.kind(operator) !== Kind["'in'"] || tree.name(operands[0]) !== name)
        return !1;
      let constant = onlyConstant(frame.evaluateSilently(operands[1])), text = literalText(tree, operands[1]) ?? (constant === void 0 ? void 0 : textOf(constant));
      return text === void 0 ? isCollection(frame, frame.evaluateSilently(operands[1])) : !/['"`;|&$<>(){}\\/\n\r%*?!#]/.test(text);
    }
    default:
      return !1;
  }
}
function applyChecks(frame, checks2) {
  for (let check of checks2) applyCheck(frame, check);
}
function applyCheck(frame, { node, taint: taint2, kinds: kinds3, credit: credit2 }) {
  let { tree, state } = frame;
  if (taint2 !== void 0) {
    for (let [name, value] of state.variables)
      (value.taint === taint2 || value.taint !== void 0 && value.taint.view?.of === taint2) && state.setVariable(name, withTaint(value, cleaned(value.taint, kinds3, credit2)));
    for (let [id, held] of state.heap)
      for (let [key2, entry2] of held.entries) {
        if (entry2.taint !== taint2) continue;
        let entries = new Map(state.heap.get(id).entries).set(key2, withTaint(entry2, cleaned(taint2, kinds3, credit2)));
        state.setObject(id, { ...held, entries });
      }
    for (let { parameter } of taint2.marks)
      parameter !== void 0 && taint2.is !== void 0 && state.setGuard(`#${parameter.text}`, { kinds: kinds3, credit: credit2 });
  }
  if (node < 0) return;
  if (tree.kind(node) === Kind.identifier) {
    let value = state.variables.get(tree.name(node));
    value !== void 0 && isTainted(value.taint) && state.setVariable(tree.name(node), withTaint(value, cleaned(value.taint, kinds3, credit2)));
    return;
  }
  let key = expressionKey(tree, node);
  key !== "" && state.setGuard(key, { kinds: kinds3, credit: credit2 });
}
function cleaned(taint2, kinds3, credit2) {
  let marks = cleanTaint(taint2, kinds3, credit2)?.marks ?? [];
  return { ...taint2, marks };
}
function rechecked(frame, node, value) {
  let { guards } = frame.state;
  if (guards.size === 0 || !isTainted(value.taint)) return value;
  let key = expressionKey(frame.tree, node), guarded = key === "" ? void 0 : guards.get(key);
  return guarded === void 0 ? value : withTaint(value, cleaned(value.taint, guarded.kinds, guarded.credit));
}

// src/analyse/taint/views.ts
var parsers = /^(?:(?:six\.moves\.)?urllib\.parse\.)?url(?:parse|split)$|^urlparse\.url(?:parse|split)$|^yarl\.URL$|^furl\.furl$|^httpx\.URL$/, joiners = /(?:^|\.)urljoin$/, addresses = /^(?:socket\.gethostbyname|ipaddress\.ip_address|ipaddress\.IPv[46]Address|ipaddr\.IPAddress|netaddr\.IPAddress)$/, resolvers = /^(?:os\.path|posixpath|ntpath)\.(?:realpath|abspath|normpath)$|^(?:pathlib|anyio|trio)\.\w+\.resolve$/, urlKinds2 = kindSet("url") | kindSet("url-path") | kindSet("redirect"), inside = /^is_(?:private|loopback|reserved|link_local|multicast|unspecified)$/;
function viewOfCall(frame, name, receiver, { positional: [first, second] }, taint2) {
  let from = first?.value.taint;
  if (joiners.test(name) && second?.value.taint !== void 0)
    return { ...taint2, view: { of: second.value.taint, node: second.node, as: "joined" } };
  if (resolvers.test(name)) {
    let path = receiver ?? first;
    return path?.value.taint === void 0 ? taint2 : { ...taint2, view: { of: path.value.taint, node: path.node, as: "resolved" } };
  }
  if (first !== void 0 && name === "os.path.commonpath") return commonView(frame, first, taint2);
  if (first === void 0 || from === void 0) return taint2;
  let { view } = from;
  return parsers.test(name) ? {
    ...taint2,
    view: view?.as === "joined" ? { ...view, as: "url" } : { of: from, node: first.node, as: "url" }
  } : addresses.test(name) ? { ...taint2, view: view?.as === "host" ? view : { of: from, node: first.node, as: "host" } } : taint2;
}
function withOrigins(checks2) {
  return checks2.flatMap((check) => {
    let view = check.taint?.view;
    return view?.as !== "resolved" || !hasKind(check.kinds, "path") ? [check] : [check, { node: view.node, taint: view.of, kinds: kindSet("path"), credit: check.credit }];
  });
}
function checksOfOrigins(checks2) {
  if (checks2 !== void 0)
    return { whenTrue: withOrigins(checks2.whenTrue), whenFalse: withOrigins(checks2.whenFalse) };
}
function commonView(frame, paths, taint2) {
  let [held] = frame.holds(paths.value), nodes = frame.tree.children(paths.node), index2 = [...held?.entries.values() ?? []].findIndex((value) => isTainted(value.taint)), path = index2 < 0 ? void 0 : held.entries.get(`n${index2}`);
  return path?.taint === void 0 ? taint2 : { ...taint2, view: { of: path.taint, node: nodes[index2] ?? -1, as: "common" } };
}
function viewOfAttribute(frame, node, name, object, value) {
  let { taint: taint2 } = object;
  if (value.taint === void 0 || taint2 === void 0) return value;
  let { view } = taint2;
  if (view?.as === "url" && /^(?:netloc|hostname|host)$/.test(name)) {
    let check = checkOf2(frame, node, view, kindSet("redirect"), "check for a host");
    return checked(frame, node, value, { ...view, as: "host" }, { whenTrue: [], whenFalse: [check] });
  }
  if (view?.as === "host" && (inside.test(name) || name === "is_global")) {
    let check = [checkOf2(frame, node, view, urlKinds2, `\`${name}\``)], isInside = name !== "is_global";
    return checked(frame, node, value, view, { whenTrue: isInside ? [] : check, whenFalse: isInside ? check : [] });
  }
  return name === "parents" ? withTaint(value, { ...value.taint, view: { of: taint2, node: pathNode(frame, node), as: "parents" } }) : value;
}
function checkOf2({ module }, at, { of, node }, kinds3, name) {
  return { node, taint: of, kinds: kinds3, credit: { kind: "guard", name, module, node: at, kinds: kinds3 } };
}
function checked(frame, node, value, view, checks2) {
  return node >= 0 && frame.checks.set(node, checks2), withTaint(value, { marks: value.taint.marks, view, checks: checks2 });
}
function pathNode({ tree }, node) {
  return node < 0 ? -1 : tree.child(node, Field.object);
}

// src/analyse/taint/clean-fields.ts
function cleanFields(engine, reference3) {
  let seen = /* @__PURE__ */ new Set(), found2 = [];
  for (let { module, index: index2 } of engine.project.ancestry(reference3).classes) {
    let { tree } = module, { body } = module.index.classes[index2];
    for (let statement2 of body < 0 ? [] : tree.children(body)) {
      let assignment2 = statement2 + 1;
      if (tree.kind(statement2) !== Kind.expression_statement || tree.kind(assignment2) !== Kind.assignment) continue;
      let left = tree.child(assignment2, Field.left);
      if (tree.kind(left) !== Kind.identifier || seen.has(tree.name(left))) continue;
      seen.add(tree.name(left));
      let right = tree.child(assignment2, Field.right);
      if (right < 0 || tree.kind(right) !== Kind.call) continue;
      let definition = engine.project.dotted(
        module,
        module.functionAround(assignment2),
        tree.child(right, Field.function)
      );
      if (definition?.kind !== "external") continue;
      engine.models.call(definition.name)?.some(({ sanitizes }) => sanitizes === allKinds) === !0 && found2.push(tree.text(left));
    }
  }
  return found2;
}

// src/analyse/interpreter/external-attributes.ts
function externalAttribute(frame, of, name, node, by2) {
  let entries = frame.engine.models.attribute(`${of}.${name}`);
  return entries === void 0 ? void 0 : modelledValue(frame, entries, node, { kind: "member", of, name }, by2);
}
function modelledValue(frame, entries, node, otherwise, by2) {
  let type = entries.find(({ entry: entry2 }) => entry2.returns !== void 0 && entry2.returns !== "self")?.entry.returns, holder = entries.find(({ entry: entry2 }) => entry2.elements !== void 0)?.entry, elements = holder?.elements, taint2 = sourceOf(frame, entries, node, by2), base = type !== void 0 ? instanceOf(type) : otherwise === void 0 ? unknown : denoting(otherwise);
  if (elements === void 0) return taint2 === void 0 ? base : { ...base, taint: taint2 };
  let rest = { ...instanceOf(elements), taint: taint2 };
  return holder?.call !== void 0 && holder.shape !== "mapping" ? { ...base, taint: taint2, held: { kind: "list", entries: /* @__PURE__ */ new Map(), rest } } : { ...base, taint: taint2, held: { kind: "dict", entries: /* @__PURE__ */ new Map(), rest, keys: { ...unknown, taint: taint2 } } };
}
function sourceOf(frame, entries, node, by2) {
  if (node < 0) return;
  let taints = entries.flatMap(
    ({ sources, entry: entry2 }) => sources.map((kind) => {
      let { module: module2, engine, tree: tree2 } = frame, name2 = written(tree2, node) || tree2.text(node), source = engine.source({
        kind,
        name: name2,
        key: void 0,
        handler: void 0,
        module: module2,
        node,
        except: exceptOf(frame, entry2, by2)
      });
      return sourceTaint(source, entry2.shape ?? "text");
    })
  ), taint2 = derivedTaint(taints), harmless4 = 0n;
  for (let { sanitizes } of entries) harmless4 |= sanitizes;
  if (harmless4 === 0n) return taint2;
  let { module, tree } = frame, name = `\`${written(tree, node) || "the request"}\``;
  return cleanTaint(taint2, harmless4, { kind: "sanitizer", name, module, node, kinds: harmless4 });
}
function exceptOf({ engine }, entry2, by2) {
  if (entry2.fields === void 0 || by2 === void 0) return entry2.except;
  let clean = cleanFields(engine, by2);
  return clean.length === 0 ? entry2.except : [...entry2.except ?? [], ...clean];
}

// src/analyse/interpreter/external-constants.ts
var modes = {
  S_ISUID: 2048,
  S_ISGID: 1024,
  S_ISVTX: 512,
  S_IRWXU: 448,
  S_IRUSR: 256,
  S_IREAD: 256,
  S_IWUSR: 128,
  S_IWRITE: 128,
  S_IXUSR: 64,
  S_IEXEC: 64,
  S_IRWXG: 56,
  S_IRGRP: 32,
  S_IWGRP: 16,
  S_IXGRP: 8,
  S_IRWXO: 7,
  S_IROTH: 4,
  S_IWOTH: 2,
  S_IXOTH: 1
};
function externalValue(name) {
  let value = denoting({ kind: "symbol", name }), mode = name.startsWith("stat.") ? modes[name.slice(5)] : void 0;
  return mode === void 0 ? value : { ...value, constants: [{ type: "int", value: mode }] };
}

// src/analyse/interpreter/outside-value.ts
var lists = /* @__PURE__ */ new Set([
  "list",
  "List",
  "Sequence",
  "set",
  "Set",
  "frozenset",
  "FrozenSet",
  "tuple",
  "Tuple",
  "Iterable",
  "conlist",
  "Collection"
]), wrappers3 = /* @__PURE__ */ new Set(["Optional", "Annotated", "Final", "Required", "NotRequired"]), MAX_DEPTH3 = 4;
function outsideValue(frame, annotation, taint2, depth = 0) {
  let { tree } = frame;
  if (!(annotation < 0 || depth > MAX_DEPTH3))
    switch (tree.kind(annotation)) {
      case Kind.type:
      case Kind.parenthesized_expression:
        return annotation + 1 < tree.next(annotation) ? outsideValue(frame, annotation + 1, taint2, depth) : void 0;
      case Kind.binary_operator:
      case Kind.union_type: {
        let parts2 = tree.children(annotation).filter((child) => tree.field(child) !== Field.operator && !isNone(frame, child));
        return parts2.length === 1 ? outsideValue(frame, parts2[0], taint2, depth + 1) : void 0;
      }
      case Kind.subscript:
      case Kind.generic_type: {
        let base = annotation + 1, last2 = tree.kind(base) === Kind.attribute ? tree.text(tree.child(base, Field.attribute)) : tree.text(base), [inner2] = tree.children(annotation).slice(1).flatMap((child) => tree.kind(child) === Kind.type_parameter ? tree.children(child) : [child]);
        if (inner2 === void 0) return;
        if (wrappers3.has(last2)) return outsideValue(frame, inner2, taint2, depth + 1);
        if (!lists.has(last2)) return;
        let rest = isHarmlessType(frame, inner2) ? unknown : outsideValue(frame, inner2, taint2, depth + 1) ?? withTaint(unknown, taint2);
        return { ...denoting({ kind: "instance", of: "list" }), held: { kind: "list", entries: /* @__PURE__ */ new Map(), rest } };
      }
      case Kind.identifier:
      case Kind.attribute: {
        let [type, ...others2] = typeOfAnnotation(frame, annotation);
        return type === void 0 || others2.length > 0 ? void 0 : type.kind === "object" ? fieldsFromOutside(frame.engine, type) ? withTaint(denoting(type), taint2) : denoting(type) : type.kind !== "instance" || !type.of.includes(".") || type.of.startsWith("typing.") ? void 0 : isText(type.of) ? withTaint(denoting(type), taint2) : denoting(type);
      }
      default:
        return;
    }
}
function isText(type) {
  return /^(?:pathlib|collections|pydantic|builtins)\./.test(type);
}
function isNone({ tree }, node) {
  let inner2 = tree.kind(node) === Kind.type ? node + 1 : node;
  return tree.kind(inner2) === Kind.none;
}

// src/analyse/interpreter/attributes.ts
var configNames = /^(?:CONF|conf|cfg|settings|config|options|opts|args|os\.environ|environ)$/;
function evaluateAttribute(frame, node) {
  return attributeOn(frame, node, frame.evaluate(frame.tree.child(node, Field.object)));
}
function attributeOn(frame, node, object) {
  let { tree } = frame, objectNode = tree.child(node, Field.object), name = tree.text(tree.child(node, Field.attribute)), value = rechecked(frame, node, attributeOf(frame, object, name, node));
  return tellReference(frame, node, value), (value === unknown || value.origin === "unknown") && isConfiguration(frame, objectNode, object) ? withOrigin(value, "config") : value;
}
function isConfiguration(frame, objectNode, object) {
  let { tree } = frame;
  if (object.origin === "config") return !0;
  let last2 = tree.kind(objectNode) === Kind.attribute ? tree.text(tree.child(objectNode, Field.attribute)) : tree.text(objectNode);
  return configNames.test(last2) && !isFromOutside(object) || object.denotes.some((denotation) => denotation.kind === "symbol" && denotation.name === "os.environ");
}
function isFromOutside({ taint: taint2 }) {
  return taint2 !== void 0 && taint2.marks.some(({ source }) => source !== void 0);
}
var MAX_PATH = 3, harmlessAttributes = /^(?:__class__|__name__|__doc__|__module__|__dict__|method|status_code|status|remote_addr)$/;
function attributeOf(frame, object, name, node = -1) {
  if (name === "__dict__") return { ...object, denotes: [...object.denotes, { kind: "instance", of: "vars()" }] };
  let value = plainAttribute(frame, object, name, node), { taint: taint2 } = object;
  return taint2 === void 0 || value.denotes.some(({ kind }) => kind === "function" || kind === "class") ? value : carried(frame, object, name, value, node);
}
function plainAttribute(frame, object, name, node) {
  let joined4, add3 = (value) => {
    joined4 = joined4 === void 0 ? value : joinValues(joined4, value);
  }, holds3 = frame.holds(object);
  if (holds3.length > 0 && holds3.every((held) => held.kind === "instance" && held.entries.has(name))) {
    for (let held of holds3) add3(held.entries.get(name));
    return joined4;
  }
  for (let denotation of object.denotes) add3(memberOf(frame, object, denotation, name, node));
  if (joined4 === void 0 && object.constants !== void 0 && object.constants.length > 0) {
    let type = typeName(object.constants[0]);
    return denoting({ kind: "member", of: type, name });
  }
  return joined4 === void 0 && object.text !== void 0 ? denoting({ kind: "member", of: "str", name }) : joined4 ?? (object.origin === "config" ? fromConfig : unknown);
}
function carried(frame, object, name, value, node) {
  let { taint: taint2 } = object;
  if (taint2?.is !== void 0 && taint2.is.path.length < MAX_PATH) {
    if (frame.holds(object).some((held) => held.kind === "instance" && held.entries.has(name)) || isTainted(value.taint)) return value;
    let reached2 = parameterTaint(parameterAt(taint2.is.index, [...taint2.is.path, `.${name}`]));
    return withTaint(value, reached2);
  }
  if (!isTainted(taint2) || isTainted(value.taint) || harmlessAttributes.test(name)) return value;
  let holds3 = frame.holds(object);
  if (holds3.length > 0 && holds3.every((held) => held.kind === "instance" && held.entries.has(name)) || value.denotes.some((one) => one.kind === "member" && isBuiltin(one.of))) return value;
  for (let one of object.denotes) {
    if (one.kind !== "object") continue;
    let field = fieldType(frame.engine, one, name);
    if (field !== void 0 && isHarmlessField(frame.engine, field)) return value;
    if (field === void 0) continue;
    if (isTextField(frame.engine, field))
      return viewOfAttribute(frame, node, name, object, withTaint(unknown, asText(taint2)));
    let there = field.module === frame.module ? frame : new Frame(frame.engine, field.module, MODULE, { observing: !1, depth: 1 }), own = outsideValue(there, field.node, derivedTaint([taint2]) ?? taint2);
    return viewOfAttribute(frame, node, name, object, own ?? withTaint(unknown, derivedTaint([taint2])));
  }
  let marks = cleanedAttribute(frame, object, name, node, derivedTaint([taint2]));
  return viewOfAttribute(frame, node, name, object, withTaint(value, marks));
}
function cleanedAttribute(frame, object, name, node, taint2) {
  let { models } = frame.engine, kinds3 = 0n;
  for (let one of object.denotes)
    if (one.kind === "instance")
      for (let { sanitizes } of models.attribute(`${models.canonical(one.of)}.${name}`) ?? []) kinds3 |= sanitizes;
  return kinds3 === 0n ? taint2 : cleanTaint(taint2, kinds3, { kind: "sanitizer", name: `\`.${name}\``, module: frame.module, node, kinds: kinds3 });
}
function isBuiltin(type) {
  return /^(?:str|bytes|list|dict|set|tuple|int|float|bool)$/.test(type);
}
function typeName(constant) {
  return constant.type === "none" ? "NoneType" : constant.type;
}
function memberOf(frame, object, denotation, name, node) {
  let { engine } = frame;
  switch (denotation.kind) {
    case "symbol":
      return externalNamed(frame, `${denotation.name}.${name}`, node);
    case "instance": {
      let of = engine.models.canonical(denotation.of);
      return externalAttribute(frame, of, name, node) ?? engine.storedGlobally(of, name) ?? anyAttribute(engine.models, of, name) ?? denoting({ kind: "member", of, name });
    }
    case "member":
      return denoting({ kind: "member", of: `${denotation.of}.${denotation.name}`, name });
    case "module": {
      let member = engine.project.member(denotation.module, name);
      return member === void 0 ? unknown : engine.definitionValue(member);
    }
    case "class":
      return engine.classAttribute(denotation, name, void 0, frame, node);
    case "object":
      return engine.classAttribute(denotation, name, object, frame, node);
    case "function":
      return unknown;
  }
}
function anyAttribute(models, of, name) {
  let type = models.returns(`${of}.__getattr__`);
  return type === void 0 || models.call(`${of}.${name}`) !== void 0 ? void 0 : instanceOf(type);
}
function externalNamed(frame, name, node) {
  let entries = frame.engine.models.attribute(name);
  if (entries === void 0) {
    let dot = name.lastIndexOf(".");
    return frame.engine.storedGlobally(name.slice(0, dot), name.slice(dot + 1)) ?? externalValue(name);
  }
  return modelledValue(frame, entries, node, { kind: "symbol", name });
}
function tellReference(frame, node, value) {
  if (!frame.observing) return;
  let { tree, engine } = frame, last2 = tree.kind(node) === Kind.attribute ? tree.text(tree.child(node, Field.attribute)) : tree.text(node);
  for (let denotation of value.denotes) {
    if (denotation.kind !== "symbol" || !(engine.wantedReferences.has(last2) || engine.wantedReferences.has(denotation.name.slice(denotation.name.lastIndexOf(".") + 1)))) continue;
    let event = { module: frame.module, functionIndex: frame.functionIndex, node, name: denotation.name };
    for (let observer of engine.observers) observer.reference?.(event);
  }
}

// src/analyse/taint/header-labels.ts
var headers = /header|META|environ|\benv\b/i, headersKey = /^(?:multivalue)?headers$/i, address = /^(?:http[-_])?(?:x[-_])?(?:forwarded(?:[-_]for)?|real[-_]ip|(?:true[-_]|cluster[-_]|fastly[-_])?client[-_]ip|cf[-_]connecting[-_]ip|originating[-_]ip|remote[-_](?:ip|addr))$/i, host = /^(?:http[-_])?(?:x[-_](?:forwarded[-_]|original[-_])?)?host$/i;
function headerLabel(source, key) {
  if (source.kind === "remote" && !(!headers.test(source.name) && !headersKey.test(source.key ?? "")) && !/^remote_addr$/i.test(key))
    return address.test(key) ? "client-ip" : host.test(key) ? "host" : void 0;
}

// src/analyse/interpreter/containers.ts
function entryOf(frame, object, key) {
  let joined4;
  for (let held of frame.holds(object)) {
    let value = held.entries.get(key) ?? held.rest ?? (held.base === void 0 || held.kind === "instance" ? void 0 : taintedEntry(held.base, key));
    if (value === void 0) return;
    joined4 = join(joined4, value);
  }
  return joined4;
}
function elementOf(frame, container2) {
  let joined4;
  for (let held of frame.holds(container2))
    if (held.kind !== "instance") {
      if (held.kind === "dict") {
        for (let key of held.entries.keys())
          joined4 = join(joined4, key.startsWith("s") ? constantValue(str(key.slice(1))) : unknown);
        held.rest !== void 0 && (joined4 = join(joined4, held.keys ?? unknown)), held.base !== void 0 && (joined4 = join(joined4, taintedEntry(held.base, void 0) ?? unknown));
        continue;
      }
      for (let value of held.entries.values()) joined4 = join(joined4, value);
      held.rest !== void 0 && (joined4 = join(joined4, held.rest)), held.base !== void 0 && (joined4 = join(joined4, taintedEntry(held.base, void 0) ?? unknown));
    }
  let entry2 = taintedEntry(container2, void 0), denotes = joined4 === void 0 && container2.denotes.length > 0 ? elementTypes(frame, container2) : [], tainted = denotes.length === 0 ? entry2 : { ...entry2 ?? unknown, denotes };
  return joined4 === void 0 ? tainted ?? unknown : tainted === void 0 ? joined4 : joinValues(joined4, tainted);
}
function elementTypes({ engine: { models } }, container2) {
  return container2.denotes.flatMap((one) => {
    if (one.kind !== "instance") return [];
    let of = models.canonical(one.of), found2 = (models.call(`${of}.__iter__`) ?? models.call(`${of}.__aiter__`))?.find(({ entry: entry2 }) => entry2.elements !== void 0 || entry2.returns !== void 0)?.entry, type = found2?.elements ?? found2?.returns;
    return type === void 0 ? [] : [{ kind: "instance", of: type }];
  });
}
function loopedOver(frame, node, container2) {
  let element2 = elementOf(frame, container2);
  if (element2.taint !== void 0) return element2;
  let taint2 = sourceByProtocol(frame, node, container2, ["__iter__", "__aiter__", "__next__", "__anext__"]);
  return taint2 === void 0 ? element2 : { ...element2, taint: taint2 };
}
function sourceByProtocol(frame, node, object, methods2) {
  let { models } = frame.engine, entries = object.denotes.flatMap((one) => {
    if (one.kind !== "instance") return [];
    let of = models.canonical(one.of);
    return methods2.map((method) => models.call(`${of}.${method}`)).find((found2) => found2 !== void 0) ?? [];
  });
  return entries.length === 0 ? void 0 : sourceOf(frame, entries, node);
}
var MAX_PATH2 = 3;
function taintedEntry(object, key, reread) {
  let { taint: taint2 } = object;
  if (taint2 !== void 0) {
    if (taint2.is !== void 0 && taint2.is.path.length < MAX_PATH2) {
      let step2 = key === void 0 ? "[]" : `[${key}`;
      return { ...unknown, taint: parameterTaint(parameterAt(taint2.is.index, [...taint2.is.path, step2])) };
    }
    if (isTainted(taint2))
      return { ...unknown, taint: entryTaint(taint2, key, reread) };
  }
}
function entryTaint(taint2, key, reread) {
  let text = key?.startsWith("s") === !0 ? key.slice(1) : void 0;
  return { marks: taint2.marks.flatMap((whole2) => {
    let mark = exceptions(whole2, key);
    if (mark === void 0) return [];
    let { source } = mark, shape = mark.shape === "mapping" ? "text" : mark.shape, same = shape === mark.shape ? mark : { ...mark, shape };
    if (source === void 0 || text === void 0 || reread === void 0) return [same];
    let label = headerLabel(source, text), read = mark.trace?.kind === "source" && source.key === void 0 ? { ...mark, shape, source: reread(source, text) } : same;
    return label === void 0 ? [read] : [read, { ...mark, shape, source: reread({ ...source, kind: label }, text) }];
  }) };
}
function exceptions(mark, key) {
  let except = mark.source?.except;
  if (except === void 0 || mark.source === void 0 || key?.startsWith("s") !== !0) return mark;
  let name = key.slice(1);
  if (except.includes(name)) return;
  let inner2 = except.filter((path) => path.startsWith(`${name}.`)).map((path) => path.slice(name.length + 1));
  return inner2.length === 0 ? mark : { ...mark, source: { ...mark.source, except: inner2 } };
}
function anyValueOf(frame, container2) {
  let joined4;
  for (let held of frame.holds(container2)) {
    for (let value of held.entries.values()) joined4 = join(joined4, value);
    held.rest !== void 0 && (joined4 = join(joined4, held.rest)), held.base !== void 0 && (joined4 = join(joined4, taintedEntry(held.base, void 0) ?? unknown));
  }
  return joined4 ?? taintedEntry(container2, void 0) ?? unknown;
}
function wholeValue(frame, value, depth = 0) {
  if (value.objects.length === 0 && value.held === void 0) return value;
  let inner2 = [value.taint];
  for (let held of frame.holds(value)) {
    if (depth >= MAX_PATH2) break;
    for (let entry2 of held.entries.values()) inner2.push(wholeValue(frame, entry2, depth + 1).taint);
    held.rest !== void 0 && inner2.push(wholeValue(frame, held.rest, depth + 1).taint), held.keys !== void 0 && inner2.push(held.keys.taint), held.base !== void 0 && held.kind !== "instance" && inner2.push(held.base.taint);
  }
  let taint2 = derivedTaint(inner2);
  return { ...value, taint: taint2 === void 0 && value.taint?.is === void 0 ? void 0 : taint2 ?? value.taint };
}
function asPart(frame, value) {
  let whole2 = wholeValue(frame, value);
  return whole2.taint === void 0 || whole2.taint.is !== void 0 ? whole2 : { ...whole2, taint: asText(whole2.taint) };
}
function join(a, b) {
  return a === void 0 ? b : joinValues(a, b);
}

// src/analyse/taint/quoted-values.ts
var kinds = kindSet("log") | kindSet("code") | kindSet("expression") | kindSet("single-line");
function quoted(frame, node, name, value) {
  let { taint: taint2 } = frame.whole(value);
  if (!isTainted(taint2)) return value;
  let credit2 = { kind: "sanitizer", name, module: frame.module, node, kinds };
  return withTaint({ ...value, text: void 0 }, cleanTaint(taint2, kinds, credit2));
}

// src/analyse/interpreter/events.ts
var noKeywords = /* @__PURE__ */ new Map(), noArguments = { positional: [], keywords: noKeywords, hasStar: !1, hasDoubleStar: !1 };

// src/analyse/taint/decision-sinks.ts
var entry = {
  entry: { kind: ["sink:decision"], model: "built in" },
  sources: [],
  sinks: ["decision"],
  sanitizes: 0n,
  guards: 0n,
  propagates: !1,
  argument: void 0
}, operators = /* @__PURE__ */ new Set(["==", "!=", "in", "not in"]), addressName = /(?:^|_)(?:ip|ips|addr|address|host|client|remote|peer|forwarded|origin)(?:_|$)|ip$|addr/i;
function comparedAddress(frame, node, operator, left, right) {
  !isListening(frame) || !operators.has(operator) || (isPlaceholder2(right.value) || record(frame, node, left), operator !== "in" && operator !== "not in" && !isPlaceholder2(left.value) && record(frame, node, right));
}
function beginningOfAddress(frame, node, receiver, method) {
  method === "startswith" && isListening(frame) && record(frame, node, { node, value: receiver });
}
function addressAsKey(frame, node, key) {
  isListening(frame) && record(frame, node, key);
}
function isListening({ engine, recording }) {
  return recording && engine.sinks?.isWanted("decision") === !0;
}
function isPlaceholder2(value) {
  let constant = onlyConstant(value);
  return constant !== void 0 && (constant.type === "none" || /^(?:|unknown|none)$/i.test(textOf(constant) ?? "-"));
}
function record(frame, node, argument) {
  let { module, functionIndex, engine } = frame;
  if (!mayBeAddress(frame, argument)) return;
  let args = { ...noArguments, positional: [argument] };
  engine.sinks.call(frame, { module, node, functionIndex, names: [], method: "", receiver: void 0, args, entry });
}
function mayBeAddress({ tree }, { node, value: { taint: taint2 } }) {
  return taint2 === void 0 ? !1 : taint2.marks.some(({ source }) => source?.kind === "client-ip") ? !0 : taint2.marks.some(({ parameter }) => parameter !== void 0) && node >= 0 && addressName.test(tree.text(node));
}

// src/analyse/taint/markup-operators.ts
var MARKUP = "markupsafe.Markup", kinds2 = kindSet("html") | kindSet("safe-html") | kindSet("mail-html");
function escapingOperator(frame, node, operator, left, right) {
  if (!isEscaping(left) && !(operator === "+" && isEscaping(right)) || operator !== "+" && operator !== "%" && operator !== "*") return;
  let taint2 = derivedTaint([frame.whole(left).taint, frame.whole(right).taint]), credit2 = { kind: "sanitizer", name: "`Markup`", module: frame.module, node, kinds: kinds2 };
  return { ...instanceOf(MARKUP), taint: cleanTaint(taint2, kinds2, credit2) };
}
function isEscaping({ denotes }) {
  return denotes.length === 1 && denotes[0].kind === "instance" && denotes[0].of === MARKUP;
}

// src/analyse/interpreter/config-defaults.ts
var readers = {
  "os.getenv": 1,
  "os.environ.get": 1,
  "os.environ.setdefault": 1,
  "decouple.config": 1,
  "environ.Env.bool": 1,
  "environ.Env.str": 1,
  "environ.Env.int": 1,
  "environ.Env.__call__": 2,
  "environs.Env.bool": 1,
  "environs.Env.str": 1,
  "environs.Env.int": 1,
  "environs.Env.__call__": 1,
  "starlette.config.Config.__call__": 2
};
function settingRead(name, args) {
  let position = readers[name];
  if (position === void 0) return;
  let given = args.keywords.get("default") ?? args.positional[position];
  return settingWithDefault(given === void 0 ? void 0 : onlyConstant(given.value));
}
function onDefault(value, operate) {
  if (value.origin !== "config" || value.fallback === void 0 || value.constants !== void 0) return;
  let result = operate(constantValue(value.fallback)), constant = result === void 0 ? void 0 : onlyConstant(result);
  return constant === void 0 ? void 0 : settingWithDefault(constant);
}
function settingOr(left, right) {
  let constant = onlyConstant(right);
  if (!(left.origin !== "config" || left.constants !== void 0 || constant === void 0))
    return left.fallback !== void 0 && isTrue(left.fallback) ? left : settingWithDefault(constant);
}
function settingWithDefault(fallback) {
  return { ...fromConfig, fallback };
}

// src/analyse/interpreter/operators.ts
function operatorText(frame, token) {
  return operatorNames.get(frame.tree.kind(token)) ?? "";
}
var operatorNames = new Map(
  Object.entries(Kind).flatMap(([name, kind]) => name.startsWith("'") ? [[kind, name.slice(1, -1)]] : [])
);
function combine(a, b, operate) {
  if (a.constants === void 0 || b.constants === void 0 || a.constants.length * b.constants.length > MAX_CONSTANTS) return;
  let results = [];
  for (let x of a.constants)
    for (let y of b.constants) {
      let result = operate(x, y);
      if (result === void 0) return;
      results.some((known2) => known2.type === result.type && compareConstants("==", known2, result) === !0) || results.push(result);
    }
  return results;
}
function binary(frame, node, operator, left, right) {
  let taint2 = derivedTaint([left.taint, right.taint]), escaped = escapingOperator(frame, node, operator, left, right);
  if (escaped !== void 0) return escaped;
  if (operator === "%" && isText2(left)) return percentFormat(frame, node, left, right);
  let constants = combine(left, right, (x, y) => binaryOperation(operator, x, y));
  if (constants !== void 0)
    return {
      ...constantValue(constants[0]),
      constants,
      origin: left.origin === right.origin ? left.origin : mixedOrigin(left, right),
      taint: taint2
    };
  if (operator === "*" && right.constants === void 0) {
    let repeated = onlyConstant(left), text = repeated === void 0 ? void 0 : textOf(repeated);
    if (text !== void 0 && text !== "") return { ...textValue([text]), taint: taint2 };
  }
  if (operator === "+" && (isText2(left) || isText2(right))) return textValue([...parts(left), ...parts(right)]);
  if (operator === "+") {
    let joined4 = concatenated(frame, node, left, right);
    if (joined4 !== void 0) return joined4;
  }
  if (operator === "|" || operator === "+" || operator === "*") {
    let merged = mergedContainers(frame, node, operator, left, right);
    if (merged !== void 0) return merged;
  }
  return { ...unknown, taint: taint2, denotes: operator === "/" ? pathType(left) : [], origin: mixedOrigin(left, right) };
}
function mixedOrigin(a, b) {
  for (let origin of ["config", "parameter", "unknown", "class", "module", "local"])
    if (a.origin === origin || b.origin === origin) return origin;
  return "literal";
}
function pathType(left) {
  return left.denotes.filter((denotation) => denotation.kind === "instance" && denotation.of.startsWith("pathlib."));
}
function concatenated(frame, node, left, right) {
  let [a] = frame.holds(left), [b] = frame.holds(right);
  if (a === void 0 || b === void 0 || a.kind !== b.kind || a.kind !== "list" && a.kind !== "tuple" || a.rest !== void 0 || b.rest !== void 0) return;
  let entries = new Map(a.entries), index2 = a.entries.size;
  for (let value of b.entries.values()) entries.set(`n${index2++}`, value);
  return frame.allocate(node, { kind: a.kind, entries, rest: void 0 }, a.kind);
}
function mergedContainers(frame, node, operator, left, right) {
  let [a] = frame.holds(left), [b] = frame.holds(right);
  if (a === void 0 || a.kind === "instance") return;
  if (operator === "*")
    return frame.allocate(node, { kind: a.kind, entries: /* @__PURE__ */ new Map(), rest: elementOf(frame, left) }, a.kind);
  if (operator === "+" && a.kind === "list") {
    let tail = elementOf(frame, right), rest2 = a.rest === void 0 ? tail : joinValues(a.rest, tail);
    return frame.allocate(node, { kind: a.kind, entries: a.entries, rest: rest2 }, a.kind);
  }
  if (b === void 0 || a.kind !== b.kind) return;
  if (a.kind === "dict" && operator === "|") {
    let rest2 = a.rest === void 0 ? b.rest : b.rest === void 0 ? a.rest : joinValues(a.rest, b.rest);
    return frame.allocate(node, { kind: "dict", entries: new Map([...a.entries, ...b.entries]), rest: rest2 }, "dict");
  }
  let rest = joinValues(elementOf(frame, left), elementOf(frame, right));
  return frame.allocate(node, { kind: a.kind, entries: /* @__PURE__ */ new Map(), rest }, a.kind);
}
function isText2(value) {
  return value.text !== void 0 || value.constants !== void 0 && value.constants.length > 0 && value.constants.every((constant) => textOf(constant) !== void 0);
}
function parts(value) {
  if (value.text !== void 0) return value.text;
  let constant = value.constants?.length === 1 ? value.constants[0] : void 0;
  return [(constant === void 0 ? void 0 : textOf(constant)) ?? { hole: value }];
}
function percentFormat(frame, node, format, values2) {
  let text = format.constants?.length === 1 ? textOf(format.constants[0]) : void 0;
  if (text === void 0) return textValue([...parts(format), { hole: asPart(frame, values2) }]);
  let result = [], index2 = 0, last2 = 0;
  for (let match of text.matchAll(
    /%(?:\((?<key>[^)]*)\))?[-+ #0]*(?:\*|\d+)?(?:\.(?:\*|\d+))?[hlL]?(?<type>[a-zA-Z%])/g
  )) {
    result.push(text.slice(last2, match.index)), last2 = match.index + match[0].length;
    let { key, type } = match.groups;
    if (type === "%") {
      result.push("%");
      continue;
    }
    let isTuple = frame.holds(values2).some((held) => held.kind === "tuple"), value = key === void 0 ? isTuple ? entryOf(frame, values2, `n${index2++}`) : values2 : entryOf(frame, values2, `s${key}`), part = asPart(frame, value ?? elementOf(frame, values2));
    result.push(
      type === "r" || type === "a" ? { hole: quoted(frame, node, `\`%${type}\``, part) } : filled(part, type)
    );
  }
  return result.push(text.slice(last2)), finished(result);
}
function filled(value, conversion) {
  let constant = value.constants?.length === 1 ? value.constants[0] : void 0;
  return constant !== void 0 && (conversion === "s" || conversion === "d" || conversion === "") ? display(constant) : "diouxXeEfFgGc".includes(conversion) && conversion !== "" ? { hole: { ...value, taint: void 0, denotes: instanceOf("int").denotes, origin: "local" } } : { hole: value };
}
function finished(result) {
  return result.every((part) => typeof part == "string") ? { ...constantValue({ type: "str", value: result.join("") }), origin: "local" } : textValue(result);
}
function comparison2(frame, operator, left, right) {
  if (operator === "in" || operator === "not in") {
    let [held] = frame.holds(right);
    if (held !== void 0 && held.rest === void 0 && left.constants !== void 0 && held.kind !== "instance") {
      let members = held.kind === "dict" ? void 0 : [...held.entries.values()];
      if (members?.every((member) => member.constants?.length === 1) === !0) {
        let found2 = left.constants.map(
          (one) => members.some((member) => compareConstants("==", one, member.constants[0]) === !0)
        );
        if (found2.every((isMember) => isMember === found2[0]))
          return constantValue(bool(found2[0] === (operator === "in")));
      }
    }
  }
  let constants = combine(left, right, (x, y) => {
    let result = compareConstants(operator, x, y);
    return result === void 0 ? void 0 : bool(result);
  });
  return constants !== void 0 ? { ...constantValue(constants[0]), constants } : onDefault(left, (assumed) => comparison2(frame, operator, assumed, right)) ?? instanceOf("bool");
}
function unary(operator, value) {
  let results = [];
  for (let constant of value.constants ?? []) {
    let number = numberOf(constant);
    if (number === void 0) return unknown;
    let result = operator === "-" ? -number : operator === "~" ? ~number : number;
    results.push({ type: constant.type === "float" ? "float" : "int", value: result });
  }
  return results.length === 0 ? { ...unknown, origin: value.origin } : { ...constantValue(results[0], value.origin), constants: results };
}
function augmented(frame, node, left, right) {
  let operator = operatorText(frame, frame.tree.child(node, Field.operator)).replace(/=$/, "");
  return binary(frame, node, operator, frame.evaluate(left), frame.evaluate(right));
}

// src/analyse/taint/reach.ts
var MAX_DEPTH4 = 4, MAX_REACHING = 4;
function reach(frame, value, path, node = -1) {
  if (path.length === 0) return value;
  if (frame.engine.reaching >= MAX_REACHING) return;
  frame.engine.reaching++;
  let found2 = follow(frame, value, path, node);
  return frame.engine.reaching--, found2;
}
function follow(frame, value, path, node) {
  let current = value;
  for (let step2 of path) {
    if (current === void 0) return;
    step2.startsWith(".") ? current = attributeOf(frame, current, step2.slice(1), node) : step2 === "[]" ? current = anyEntry(frame, current) : current = entryOf(frame, current, step2.slice(1)) ?? taintedEntry(current, step2.slice(1), (source, key) => frame.engine.source({ ...source, key }));
  }
  return current;
}
function anyEntry(frame, value) {
  let element2 = elementOf(frame, value);
  return frame.holds(value).some(({ kind }) => kind === "dict") ? joinValues(element2, anyValueOf(frame, value)) : element2;
}
function substitute(value, binding, depth = 0) {
  let { taint: taint2 } = value;
  if (value.held === void 0 && value.text === void 0 && taint2 === void 0) return value;
  if (taint2?.view?.as === "digest") return digestThere(value, taint2.view, binding, depth);
  if (taint2?.is !== void 0 && value.constants === void 0) {
    let given = reach(binding.frame, binding.values[taint2.is.index], taint2.is.path, binding.nodes[taint2.is.index]);
    if (given !== void 0) {
      let mark = taint2.marks.find(({ parameter }) => parameter?.text === taint2.is.text);
      if (!isTainted(given.taint)) return typedAs(given, value.denotes);
      let passed = through(given.taint, taint2.is.index, mark?.trace, binding);
      return withTaint(
        typedAs(given, value.denotes),
        mark === void 0 ? passed : { ...passed, marks: passed.marks.map((one) => alsoCleaned(one, mark)) }
      );
    }
  }
  let held = value.held === void 0 || depth > MAX_DEPTH4 ? value.held : heldThere(value.held, binding, depth + 1), marks = taint2 === void 0 ? void 0 : marksThere(taint2, binding);
  if (value.text !== void 0 && depth <= MAX_DEPTH4) {
    let text = finished(
      value.text.flatMap((part) => {
        if (typeof part == "string") return [part];
        let hole2 = substitute(part.hole, binding, depth + 1);
        return hole2 === part.hole ? [part] : filledAgain(hole2);
      })
    );
    return { ...text, held, origin: text.constants === void 0 ? value.origin : "parameter", taint: marks };
  }
  return held === value.held && marks === taint2 ? value : { ...value, held, taint: marks };
}
function digestThere(value, view, binding, depth) {
  let marks = value.taint?.marks ?? [], plain3 = substitute(withTaint(value, marks.length === 0 ? void 0 : { marks }), binding, depth), there = signatureThere(view, (index2, path) => reach(binding.frame, binding.values[index2], path), binding.nodes);
  return there === void 0 ? plain3 : signed(plain3, there);
}
function filledAgain(hole2) {
  if (hole2.text !== void 0) return [...hole2.text];
  let only = hole2.constants?.length === 1 ? hole2.constants[0] : void 0;
  return only?.type === "str" ? [only.value] : [{ hole: hole2 }];
}
function heldThere(held, binding, depth) {
  let entries = new Map([...held.entries].map(([key, entry2]) => [key, substitute(entry2, binding, depth)])), rest = held.rest === void 0 ? void 0 : substitute(held.rest, binding, depth);
  return { kind: held.kind, entries, rest, ...others(held, (value) => substitute(value, binding, depth)) };
}
function marksThere(taint2, binding) {
  if (taint2.marks.every(({ source }) => source !== void 0))
    return taint2.is === void 0 ? taint2 : { marks: taint2.marks };
  let marks = [];
  for (let mark of taint2.marks) {
    let { parameter } = mark;
    if (parameter === void 0) {
      marks = joinMarks(marks, [mark]);
      continue;
    }
    let given = reach(binding.frame, binding.values[parameter.index], parameter.path, binding.nodes[parameter.index]), whole2 = given === void 0 ? void 0 : binding.frame.whole(given).taint;
    if (!isTainted(whole2)) continue;
    let passed = through(whole2, parameter.index, mark.trace, binding).marks;
    marks = joinMarks(
      marks,
      passed.map((one) => alsoCleaned(one, mark))
    );
  }
  return marks.length === 0 ? void 0 : { marks };
}
function alsoCleaned(given, inCallee) {
  let mark = given;
  for (let credit2 of inCallee.credits) mark = cleanMark(mark, credit2.kinds & inCallee.cleaned, credit2);
  let missing = inCallee.cleaned & ~mark.cleaned;
  return missing !== 0n && (mark = { ...mark, cleaned: mark.cleaned | missing }), inCallee.shape === "text" && mark.shape !== "text" ? { ...mark, shape: "text" } : mark;
}
function through(taint2, index2, inside2, binding) {
  let step2 = {
    kind: "call",
    module: binding.module,
    node: binding.nodes[index2] ?? 0,
    name: binding.callee,
    parameter: binding.names[index2] ?? "",
    inside: inside2
  };
  return { ...taint2, marks: taint2.marks.map((mark) => ({ ...mark, trace: { ...step2, before: mark.trace } })) };
}
function returned(value, module, node, callee) {
  if (!isTainted(value.taint)) return value;
  let step2 = { kind: "return", module, node, name: callee }, marks = value.taint.marks.map(
    (mark) => mark.trace === void 0 || mark.trace.kind === "source" ? mark : { ...mark, trace: { ...step2, before: mark.trace } }
  );
  return { ...value, taint: { ...value.taint, marks } };
}
function outside(value, depth = 0) {
  let { taint: taint2, held } = value;
  if (taint2 === void 0 && held === void 0) return value;
  let marks = taint2?.marks.filter(({ source }) => source !== void 0) ?? [], kept = marks.length === 0 ? void 0 : marks.length === taint2?.marks.length ? taint2 : { marks }, text = value.text?.map((part) => typeof part == "string" ? part : { hole: outside(part.hole, depth + 1) });
  if (held === void 0 || depth > MAX_DEPTH4) return { ...value, text, taint: stripped(kept) };
  let entries = new Map([...held.entries].map(([key, entry2]) => [key, outside(entry2, depth + 1)])), rest = held.rest === void 0 ? void 0 : outside(held.rest, depth + 1), more = others(held, (one) => outside(one, depth + 1));
  return { ...value, text, held: { kind: held.kind, entries, rest, ...more }, taint: stripped(kept) };
}
function others(held, change) {
  return {
    ...held.keys === void 0 ? {} : { keys: change(held.keys) },
    ...held.base === void 0 ? {} : { base: change(held.base) }
  };
}
function stripped(taint2) {
  return taint2 === void 0 || taint2.is === void 0 ? taint2 : derivedTaint([taint2]);
}

// src/analyse/taint/content-type.ts
var said = /* @__PURE__ */ new WeakMap(), attributes = /^(?:content_type|mimetype|media_type|default_content_type)$/, headerName = /^content-type$/i, makers = /(?:Response|response_class|make_response)$/, defaults = /^(?:set_default_headers|prepare|initialize|setup|end_headers)$/;
function canBeHtml(project, { module, functionIndex, node }, isAsked, isMaker) {
  let here = (saidIn(module).get(functionIndex) ?? []).filter(
    (one) => !(isMaker && one.isArgument) && !inOtherBranch(module, Math.min(one.node, node), Math.max(one.node, node))
  );
  if (here.length > 0) return here.some(({ isHtml: isHtml2 }) => isHtml2);
  let ofClass = saidByClass(project, module, functionIndex, isAsked);
  return ofClass.length > 0 ? ofClass.some(({ isHtml: isHtml2 }) => isHtml2) : !isAsked;
}
function saidByClass(project, module, functionIndex, isAsked) {
  if (functionIndex === MODULE) return [];
  let { methodOf: methodOf2 } = module.index.functions[functionIndex];
  return methodOf2 === MODULE ? [] : project.ancestry({ module, index: methodOf2 }).classes.flatMap((owner) => {
    let found2 = [];
    return owner.module.index.functions.forEach((item, index2) => {
      item.methodOf === owner.index && (!isAsked && !defaults.test(project.names.text(item.name)) || found2.push(...saidIn(owner.module).get(index2) ?? []));
    }), found2;
  });
}
function saidIn(module) {
  let known2 = said.get(module);
  if (known2 !== void 0) return known2;
  let found2 = /* @__PURE__ */ new Map(), { tree, index: index2 } = module, note = (node, value, isArgument = !1) => {
    let isHtml2 = value < 0 ? void 0 : namesHtml(module, value);
    if (isHtml2 === void 0) return;
    let around2 = module.functionAround(node), list3 = found2.get(around2);
    list3 === void 0 ? found2.set(around2, [{ node, isHtml: isHtml2, isArgument }]) : list3.push({ node, isHtml: isHtml2, isArgument });
  };
  for (let node of index2.assignments) {
    let left = tree.child(node, Field.left), right = tree.child(node, Field.right);
    tree.kind(left) === Kind.attribute && attributes.test(tree.text(tree.child(left, Field.attribute))) && note(node, right), tree.kind(left) === Kind.subscript && isHeaderName(module, tree.child(left, Field.subscript)) && note(node, right);
  }
  for (let call2 of index2.calls) {
    let list3 = tree.child(call2, Field.arguments);
    if (list3 < 0) continue;
    let given = tree.children(list3), [first, second] = given;
    if (first !== void 0 && second !== void 0 && isHeaderName(module, first) && note(call2, second), calledName(tree, call2) === "start_response" && second !== void 0 && (tree.kind(second) === Kind.list ? notePairs(module, second, (value) => note(call2, value)) : note(call2, second)), !!makers.test(calledName(tree, call2)))
      for (let child of given)
        tree.kind(child) === Kind.keyword_argument && attributes.test(tree.text(tree.child(child, Field.name))) && note(call2, tree.child(child, Field.value), !0);
  }
  return said.set(module, found2), found2;
}
function notePairs({ tree }, list3, note) {
  for (let pair of tree.children(list3)) {
    if (tree.kind(pair) !== Kind.tuple) continue;
    let [key, value] = tree.children(pair), name = key === void 0 ? void 0 : literalText(tree, key);
    name !== void 0 && headerName.test(name) && value !== void 0 && note(value);
  }
}
function isHeaderName({ tree }, node) {
  let text = node < 0 ? void 0 : literalText(tree, node);
  return text !== void 0 && headerName.test(text);
}
function namesHtml({ tree }, node) {
  let text = tree.text(node), type = /\b(?:text|application|image|audio|video|multipart|font)\/[\w.+*-]+/.exec(text)?.[0];
  return type !== void 0 ? /html|svg/i.test(type) : /^[\w.]*(?:HTML)[\w.]*$/.test(text) ? !0 : /^[\w.]*(?:JSON|TEXT|PLAIN|CSV|XML|YAML|MSGPACK|PDF)[\w.]*$/.test(text) ? !1 : void 0;
}

// src/analyse/taint/log-form.ts
function isQuotedByMessage({ positional }, argument) {
  let index2 = positional.indexOf(argument);
  if (index2 < 1) return !1;
  let message = positional.findIndex(({ value }) => {
    let constant = onlyConstant(value);
    return constant !== void 0 && textOf(constant)?.includes("%") === !0;
  });
  if (message < 0 || message >= index2) return !1;
  let conversions = [...textOf(onlyConstant(positional[message].value)).matchAll(/%[-+ #0]*(?:\*|\d+)?(?:\.(?:\*|\d+))?[hlL]?([a-zA-Z%])/g)].flatMap(
    ([, type]) => type === "%" ? [] : [type]
  );
  return /^[radiouxXeEfFgG]$/.test(conversions[index2 - message - 1] ?? "");
}

// src/analyse/taint/reflection-form.ts
function isOnlyRead(frame, look) {
  let { args, names: names2, method } = look;
  if (names2.includes("operator.methodcaller")) return !1;
  if (/setattr/.test(method) || names2.some((name) => /setattr/.test(name))) {
    let value = args.positional.at(-1)?.value;
    return value === void 0 || !isTainted(frame.whole(value).taint);
  }
  return !isCalled(look);
}
function isCalled({ module, node, functionIndex }) {
  let { tree } = module, parent = tree.parent(node);
  if (parent < 0) return !1;
  if (tree.kind(parent) === Kind.call) return tree.child(parent, Field.function) === node;
  if (tree.kind(parent) !== Kind.assignment || tree.child(parent, Field.right) !== node) return !1;
  let target = tree.child(parent, Field.left);
  if (tree.kind(target) !== Kind.identifier) return !1;
  let name = tree.name(target);
  return module.index.calls.some((call2) => {
    let callee = tree.child(call2, Field.function);
    return tree.kind(callee) === Kind.identifier && tree.name(callee) === name && module.functionAround(call2) === functionIndex;
  });
}

// src/analyse/taint/answer-form.ts
function answeredHeader(frame, answer, name) {
  return frame.holds(answer).flatMap((held) => held.kind !== "dict" ? [] : ["sheaders", "smultiValueHeaders"].flatMap((key) => held.entries.get(key) ?? []).flatMap((value) => frame.holds(value)).flatMap(
    ({ entries }) => [...entries].flatMap(([key, value]) => key.toLowerCase() === `s${name}` ? [value] : [])
  ));
}

// src/analyse/taint/sink-part.ts
function elementsOf(frame, value) {
  let held = frame.holds(value).find(({ kind }) => kind === "list" || kind === "tuple");
  if (held === void 0) return;
  let known2 = [...held.entries.values()];
  return held.rest === void 0 ? known2 : [...known2, held.rest];
}
function constantText(value) {
  let constant = onlyConstant(value);
  return constant === void 0 ? void 0 : textOf(constant);
}
function startsConstant(value) {
  let [first] = parts(value);
  return typeof first == "string" && first !== "";
}
function soundParts(value) {
  let { text, taint: taint2 } = value;
  if (text === void 0 || taint2 === void 0) return parts(value);
  let inner2 = text.flatMap((part) => typeof part == "string" ? [] : part.hole.taint?.marks ?? []);
  return taint2.marks.every(
    (mark) => inner2.some(
      (one) => one.source === mark.source && one.parameter?.text === mark.parameter?.text && (one.cleaned & ~mark.cleaned) === 0n
    )
  ) ? text : [{ hole: { ...value, text: void 0 } }];
}

// src/analyse/taint/command-form.ts
function shellParts(frame, value) {
  let elements = elementsOf(frame, value);
  return elements === void 0 ? [{ kind: "shell", value }] : elements.map((element2, index2) => ({ kind: "shell", value: element2, review: index2 > 0 }));
}
var dangerousPrograms = /^(?:tar|find|rsync|ssh|scp|sftp|git|hg|svn|curl|wget|zip|unzip|7z|sed|awk|gawk|sort|man|sqlite3|psql|mysql|ffmpeg|convert|magick|sendmail|docker|podman|kubectl|pip|pip3|npm|gpg|openssl|xargs|env|nice|sudo|watch|vim?|less|more|ip|tcpdump|nmap|java|perl|ruby|php|node)$/, interpreters = /^(?:sh|bash|dash|zsh|ksh|ash|cmd(?:\.exe)?|powershell(?:\.exe)?|pwsh|python[\d.]*|perl|ruby|node|php)$/, commandOptions = /^(?:-\w*c|\/[cC]|-Command|-e|-r|-EncodedCommand)$/;
function commandParts(frame, value) {
  let elements = elementsOf(frame, value);
  if (elements === void 0) return [{ kind: "shell", value, isProgram: !0 }];
  let [program, ...rest] = elements;
  if (program === void 0) return [];
  let name = lastPathPart(program), found2 = [{ kind: "shell", value: program, isProgram: !0 }], hasInterpreter = name !== void 0 && interpreters.test(name), isCommand = !1, isOperand = !1;
  for (let element2 of rest) {
    let text = constantText(element2);
    isCommand ? found2.push({ kind: "shell", value: element2 }) : !isOperand && (name === void 0 || dangerousPrograms.test(name)) && !startsConstant(element2) && found2.push({ kind: "argv", value: element2, review: name === void 0 }), isCommand = hasInterpreter && text !== void 0 && commandOptions.test(text), isCommand ? hasInterpreter = !1 : interpreters.test(lastPathPart(element2) ?? "") && (hasInterpreter = !0), text === "--" && (isOperand = !0);
  }
  return found2;
}
function lastPathPart(value) {
  return constantText(value)?.split(/[/\\]/).at(-1);
}

// src/analyse/taint/field-form.ts
function fieldParts(frame, value, entry2) {
  if (entry2.arg === "**") return [{ kind: "fields", value }];
  let [held] = frame.holds(value);
  if (held !== void 0 && held.kind !== "instance")
    return held.keys === void 0 ? [] : [{ kind: "fields", value: held.keys }];
  let { taint: taint2 } = value, marks = taint2?.marks.filter(
    ({ source }) => source === void 0 || source.key === void 0 && source.handler === void 0
  );
  return taint2 === void 0 || marks === void 0 ? [] : [{ kind: "fields", value: withTaint({ ...value, text: void 0 }, { ...taint2, marks }) }];
}

// src/analyse/taint/filter-form.ts
var MAX_DEPTH5 = 6, codeKey = "$where", codeHolders = /^(?:\$function|\$accumulator|script|script_score|query_string|simple_query_string)$/, heldCode = /^(?:body|init|accumulate|merge|finalize|source|inline|query)$/;
function filterParts(frame, value, shape) {
  return shape === "text" ? [{ kind: "nosql", value }] : shape === "mapping" ? mappingParts(frame, value) : partsAt(frame, value, "", 0);
}
function mappingParts(frame, value) {
  let held = frame.holds(value);
  return held.length === 0 ? [{ kind: "nosql", value, objectsOnly: !0 }] : held.flatMap((object) => keyParts(object));
}
function partsAt(frame, value, holder, depth) {
  let held = frame.holds(value);
  if (held.length === 0 || depth > MAX_DEPTH5) return [{ kind: "nosql", value, objectsOnly: !0 }];
  let found2 = [];
  for (let object of held) {
    found2.push(...keyParts(object));
    for (let [key, entry2] of object.entries) {
      let name = object.kind === "dict" && key.startsWith("s") ? key.slice(1) : "";
      name === "$eq" || name === "params" || name === "args" || ((name === codeKey || holder !== "" && heldCode.test(name)) && found2.push({ kind: "nosql", value: codeOf(frame, entry2) }), found2.push(...partsAt(frame, entry2, codeHolders.test(name) ? name : "", depth + 1)));
    }
    object.rest !== void 0 && found2.push(...partsAt(frame, object.rest, "", depth + 1));
  }
  if (held.some(({ kind }) => kind === "list" || kind === "tuple")) {
    let element2 = elementOf(frame, value);
    frame.holds(element2).length === 0 && found2.push({ kind: "nosql", value: element2, objectsOnly: !0 });
  }
  return found2;
}
function keyParts({ keys }) {
  return keys === void 0 || !isTainted(keys.taint) ? [] : [{ kind: "nosql", value: keys }];
}
function codeOf(frame, value) {
  return frame.holds(value).length === 0 ? value : { ...value, taint: void 0, held: void 0, objects: [] };
}

// src/analyse/taint/html-form.ts
var noTexts = ["object", "mapping", "file"], safeTypes = /^(?:markupsafe\.Markup|django\.utils\.safestring\.Safe(?:String|Text))$/, translations = /(?:^|\.)_?(?:u?n?p?gettext(?:_lazy|_noop)?|lazy_n?p?gettext|trans(?:late)?)\(\)$/;
function isMarkup({ denotes }) {
  return denotes.length > 0 && denotes.every((one) => one.kind === "instance" && safeTypes.test(one.of));
}
function isSafe(value) {
  return isMarkup(value) && !isTainted(value.taint);
}
function htmlParts(frame, kind, value, entry2) {
  let isResult = (entry2.decorator ?? entry2.method ?? entry2.function ?? entry2.registrar) !== void 0;
  if (kind === "mail-html") return mailedHtml(frame, value).flatMap((one) => htmlText(kind, one));
  let content = isResult ? contentOf2(frame, value, entry2.content === "html") : textsOnly(frame, value);
  return content === void 0 ? [] : htmlText(kind, content);
}
function htmlText(kind, content) {
  return soundParts(content).flatMap(
    (part) => typeof part == "string" || isSafe(part.hole) || isTranslation(part.hole) ? [] : [{ kind, value: part.hole, ...content.text === void 0 ? { without: noTexts } : {} }]
  );
}
function mailedHtml(frame, value, depth = 0) {
  let held = frame.holds(value).filter(({ kind }) => kind !== "tuple");
  return held.length === 0 ? [value] : depth > 4 ? [] : held.flatMap(({ kind, entries, rest }) => kind !== "dict" ? [...entries.values(), ...rest === void 0 ? [] : [rest]].flatMap((one) => inDict(frame, one, depth)) : [...entries].flatMap(([key, one]) => {
    if (!/^s(?:html|html_?part|html_?body|html_?content)$/i.test(key)) return inDict(frame, one, depth);
    let data = frame.holds(one).flatMap((part) => part.entries.get("sData") ?? []);
    return data.length > 0 ? data : [one];
  }));
}
function inDict(frame, value, depth) {
  return frame.holds(value).length === 0 ? [] : mailedHtml(frame, value, depth + 1);
}
function isTranslation({ denotes, taint: taint2 }) {
  return isTainted(taint2) ? !1 : denotes.length > 0 && denotes.every((one) => one.kind === "instance" && translations.test(one.of));
}
function textsOnly(frame, value) {
  return frame.holds(value).some(({ kind }) => kind === "dict" || kind === "instance") ? void 0 : value;
}
function contentOf2(frame, value, isAnswer2) {
  let held = frame.holds(value);
  if (held.length === 0) return value.denotes.some(({ kind }) => kind === "object") ? void 0 : value;
  let [only] = held;
  if (!(held.length > 1 || only === void 0))
    switch (only.kind) {
      case "tuple": {
        let [first, ...others2] = only.entries.values();
        return first === void 0 || others2.some((other) => saysOther(frame, other)) ? void 0 : contentOf2(frame, first, !1);
      }
      case "dict": {
        let text = only.entries.get("sbody"), headers2 = only.entries.get("sheaders");
        return isAnswer2 && headers2 !== void 0 && typeIn(frame, headers2)?.includes("html") === !0 ? text : void 0;
      }
      case "list":
        return isAnswer2 ? value : void 0;
      default:
        return;
    }
}
function saysOther(frame, headers2) {
  let type = typeIn(frame, headers2);
  return type !== void 0 && !/html|svg/i.test(type);
}
function typeIn(frame, headers2) {
  for (let held of frame.holds(headers2))
    for (let [key, value] of held.entries)
      if (/^scontent-type$/i.test(key)) return constantText(value);
}

// src/analyse/taint/mail-form.ts
function mailParts(value) {
  let found2 = [], before2 = "";
  for (let part of soundParts(value))
    if (typeof part == "string" ? before2 += part : (found2.push({ kind: "mail", value: part.hole }), before2 += "x"), /\r?\n\r?\n/.test(before2)) break;
  return found2;
}

// src/analyse/taint/path-form.ts
var uploads = ["file"], files = /(?:^|\.)(?:BytesIO|StringIO|TextIOWrapper|Buffered\w+|RawIOBase|IOBase|(?:Text|Binary)?IO|FileIO|FileStorage|UploadFile|\w*UploadedFile|FileUpload|FileField|SpooledTemporaryFile|NamedTemporaryFile|TemporaryFile|StreamReader|ContentFile|ResponseStream)$|(?:^|[.])(?:open|urlopen|makefile|open_file)\(\)$|TemporaryFile\(\)$/;
function isOpenFile({ denotes }) {
  return denotes.length > 0 && denotes.every((one) => one.kind === "instance" && files.test(one.of));
}
function pathParts(kind, value) {
  return isOpenFile(value) ? [] : [{ kind, value, without: uploads }];
}

// src/analyse/taint/url-form.ts
var settled = /^[a-z][a-z0-9+.-]*:\/\/[^/?#\\]*[/?#]|^\/[^/\\]|^[?#]/i;
function urlParts(frame, value) {
  let whole2 = frame.holds(value).find(({ kind }) => kind === "tuple") === void 0 ? value : elementsOf(frame, value)?.[0] ?? value, found2 = [], before2 = "", isPath = !1;
  for (let part of soundParts(whole2)) {
    if (typeof part == "string") {
      before2 += part, settled.test(before2) && (isPath = !0);
      continue;
    }
    found2.push(...pathParts(isPath ? "url-path" : "url", part.hole)), !isPath && before2 === "" && (isPath = !0), before2 += "x";
  }
  return found2;
}
function redirectParts(value) {
  let found2 = [], before2 = "";
  for (let part of soundParts(value)) {
    if (typeof part == "string")
      before2 += part;
    else {
      if (found2.push({ kind: "redirect", value: part.hole }), before2 === "") break;
      before2 += "x";
    }
    if (settled.test(before2)) break;
  }
  return found2;
}

// src/analyse/taint/sink-forms.ts
function sinkParts(frame, kind, value, entry2) {
  switch (kind) {
    case "argv":
      return commandParts(frame, value);
    case "shell":
      return shellParts(frame, value);
    case "url":
      return urlParts(frame, value);
    case "redirect":
      return isAnswer(entry2) ? answeredHeader(frame, value, "location").flatMap(redirectParts) : redirectParts(value);
    case "cookie":
      return isAnswer(entry2) ? answeredHeader(frame, value, "set-cookie").map((header2) => ({ kind, value: header2 })) : [{ kind, value }];
    case "path":
      return pathParts(kind, value);
    case "html":
    case "safe-html":
    case "mail-html":
      return htmlParts(frame, kind, value, entry2);
    case "mail":
      return mailParts(value);
    case "sql":
      return [{ kind, value: entry2.arg === "return" ? elementsOf(frame, value)?.[0] ?? value : value }];
    case "nosql":
      return filterParts(frame, value, entry2.shape);
    case "module":
      return [{ kind, value, review: startsConstant(value) }];
    case "fields":
      return fieldParts(frame, value, entry2);
    case "reflection":
      return startsConstant(value) ? [] : [{ kind, value }];
    default:
      return [{ kind, value }];
  }
}
function isAnswer(entry2) {
  return entry2.function !== void 0 && entry2.arg === "return";
}

// src/analyse/taint/sink-log.ts
var MAX_PENDING = 600, MAX_HITS = 24, SinkLog = class {
  models;
  #wanted;
  #holds;
  #methods = /* @__PURE__ */ new Set();
  #sites = /* @__PURE__ */ new Map();
  constructor(models, wanted, holds3) {
    this.models = models, this.#wanted = wanted, this.#holds = holds3;
    for (let { entry: entry2, sinks } of models.entries)
      if (!(entry2.on === void 0 || !sinks.some((kind) => this.isWanted(kind))))
        for (let name of entry2.call ?? []) this.#methods.add(name);
  }
  /** Some rule of this run listens for sinks of the kind. */
  isWanted(kind) {
    return this.#wanted.has(kind) ? !0 : kind === "argv" && this.#wanted.has("shell") || kind === "url" && this.#wanted.has("url-path");
  }
  /** All places, by path and position. */
  sites() {
    return [...this.#sites.values()].flatMap((ofModule) => [...ofModule.values()].flat()).sort(
      (a, b) => a.module === b.module ? a.node - b.node : a.module.path < b.module.path ? -1 : a.module.path > b.module.path ? 1 : 0
    );
  }
  /** Looks at a call. */
  call(frame, call2) {
    if (!frame.recording) return;
    let isOpen2 = !1;
    if (call2.entry !== void 0) {
      let argument = call2.args.positional[0], { where, item } = call2.entry.entry, holds3 = where === void 0 || item === void 0 || this.#holds(where, call2.args, frame, call2);
      argument !== void 0 && holds3 && (isOpen2 = this.#value(frame, call2, call2.entry, argument));
    }
    for (let name of call2.names)
      for (let entry2 of this.models.call(name) ?? [])
        this.#entry(frame, call2, entry2) && (isOpen2 = !0);
    if (call2.entry === void 0 && call2.receiver !== void 0 && isUnresolved(this.models, call2.names)) {
      for (let entry2 of this.models.call(`*.${call2.method}`) ?? [])
        this.#entry(frame, call2, entry2) && (isOpen2 = !0);
      call2.receiver.taint?.is !== void 0 && this.#methods.has(call2.method) && (isOpen2 = !0);
    }
    isOpen2 && this.#pend(frame, call2);
  }
  /** A callee's open sinks, with the arguments of one call of it. */
  apply(frame, pending, binding) {
    if (frame.recording)
      for (let sink of pending) {
        let receiver = sink.receiver === void 0 ? void 0 : substitute(sink.receiver, binding), names2 = sink.names.length > 0 || receiver === void 0 ? sink.names : methodNames(frame, receiver, sink.method), argument = (one) => {
          let value = substitute(one.value, binding);
          return value === one.value ? one : { node: one.node, value };
        };
        this.call(frame, {
          ...sink,
          receiver,
          names: names2,
          args: {
            ...sink.args,
            positional: sink.args.positional.map(argument),
            keywords: new Map([...sink.args.keywords].map(([name, one]) => [name, argument(one)]))
          }
        });
      }
  }
  #pend(frame, call2) {
    let { pending, pendingKeys } = frame.root, key = pendingKey(frame, call2);
    if (pendingKeys.has(key)) return;
    if (pendingKeys.add(key), pending.length >= MAX_PENDING) {
      pending.length === MAX_PENDING && frame.engine.limit(frame.root, `${MAX_PENDING} sinks that hang on its parameters`);
      return;
    }
    let leave2 = (one) => ({ node: one.node, value: frame.export(one.value) });
    pending.push({
      ...call2,
      receiver: call2.receiver === void 0 ? void 0 : frame.export(call2.receiver),
      args: {
        ...call2.args,
        positional: call2.args.positional.map(leave2),
        keywords: new Map([...call2.args.keywords].map(([name, one]) => [name, leave2(one)]))
      }
    });
  }
  /** One entry of a call; true if it hangs on a parameter. */
  #entry(frame, call2, entry2) {
    if (!entry2.sinks.some((kind) => this.isWanted(kind))) return !1;
    let { where } = entry2.entry;
    if (where !== void 0 && !this.#holds(where, call2.args, frame, call2)) return asksParameter(where, call2.args);
    let isOpen2 = !1;
    for (let argument of argumentsMeant(entry2, call2)) this.#value(frame, call2, entry2, argument) && (isOpen2 = !0);
    return isOpen2;
  }
  #value(frame, call2, entry2, argument) {
    let isOpen2 = !1;
    for (let sink of entry2.sinks) {
      if (!this.isWanted(sink) || sink === "html" && !isHtml(frame, call2, entry2, argument) || sink === "log" && isQuotedByMessage(call2.args, argument)) continue;
      let isRead = sink === "reflection" && isOnlyRead(frame, call2), found2 = sinkParts(frame, sink, argument.value, entry2.entry);
      found2.length === 0 && (this.#site(call2, entry2, sink, argument.node).constant = !0);
      for (let part of found2) {
        let site = this.#site(call2, entry2, part.kind, argument.node), { taint: taint2 } = frame.whole(part.value), review = part.review === !0 || isRead || entry2.entry.tier === "hotspot";
        call2.entry === void 0 && isUnresolved(this.models, call2.names) && (site.unresolved = !0);
        let hangs = !1;
        for (let mark of taint2?.marks ?? [])
          part.objectsOnly === !0 && mark.shape !== "object" && mark.shape !== "mapping" || mark.source !== void 0 && part.without?.includes(mark.shape) === !0 || (isHarmless(part.kind, mark) ? credit(site, part.kind, mark) : mark.source === void 0 ? hangs = !0 : hit(site, { source: mark.source, trace: mark.trace, review, note: entry2.entry.level === "note" }));
        part.value.text !== void 0 && (site.text ??= part.value), hangs && (isOpen2 = !0), part.isProgram === !0 ? site.constant ||= !found2.some((one) => one.kind === "shell" && one.isProgram !== !0) : hangs && !isNumber(part.value) ? site.open = !0 : hangs || isConstant4(frame, part.value) ? site.constant = !0 : !isTainted(taint2) && part.objectsOnly !== !0 && (site.unproven = !0);
      }
    }
    return isOpen2;
  }
  #site(call2, entry2, kind, argument) {
    let ofModule = this.#sites.get(call2.module);
    ofModule === void 0 && this.#sites.set(call2.module, ofModule = /* @__PURE__ */ new Map());
    let sites = ofModule.get(call2.node);
    sites === void 0 && ofModule.set(call2.node, sites = []);
    let site = sites.find((one) => one.kind === kind);
    if (site === void 0) {
      let { module, node, functionIndex } = call2;
      site = {
        module,
        node,
        functionIndex,
        kind,
        entry: entry2,
        argument,
        hits: [],
        credits: [],
        text: void 0,
        constant: !1,
        unproven: !1,
        open: !1,
        unresolved: !1,
        reported: !1
      }, sites.push(site);
    }
    return site;
  }
};
function isHtml(frame, call2, { entry: entry2 }, argument) {
  if (!isTainted(frame.whole(argument.value).taint)) return !0;
  let isMaker = entry2.call !== void 0 && entry2.on === void 0, isAsked = entry2.content === "html" && (entry2.function === void 0 || entry2.parameters !== void 0);
  return canBeHtml(frame.engine.project, call2, isAsked, isMaker);
}
function pendingKey(frame, { module, node, receiver, args, entry: entry2 }) {
  let texts = /* @__PURE__ */ new Set(), note = (value) => {
    if (value !== void 0)
      for (let { parameter } of frame.whole(value).taint?.marks ?? [])
        parameter !== void 0 && texts.add(parameter.text);
  };
  note(receiver);
  for (let { value } of args.positional) note(value);
  for (let { value } of args.keywords.values()) note(value);
  return `${module.path}:${node}:${entry2?.argument ?? ""}:${[...texts].join(",")}`;
}
function hit(site, found2) {
  let known2 = site.hits.findIndex(({ source }) => source === found2.source);
  known2 >= 0 ? site.hits[known2].review && !found2.review && (site.hits[known2] = found2) : site.hits.length < MAX_HITS && site.hits.push(found2);
}
function credit(site, kind, mark) {
  if (mark.source === void 0) return;
  let found2 = mark.credits.find(({ kinds: kinds3 }) => hasKind(kinds3, kind)) ?? mark.credits[0];
  found2 !== void 0 && (site.credits.some((one) => one.node === found2.node && one.module === found2.module) || site.credits.push(found2));
}
function isHarmless(kind, mark) {
  let { cleaned: cleaned3 } = mark;
  return cleaned3 === 0n ? !1 : kind === "decision" ? mark.credits.some((credit2) => credit2.kind === "guard" && hasKind(credit2.kinds, kind)) : cleaned3 === allKinds || hasKind(cleaned3, kind) ? !0 : kind === "path" ? hasKind(cleaned3, "path-resolved") && hasKind(cleaned3, "path-below") || hasKind(cleaned3, "path-inside") && hasKind(cleaned3, "path-relative") : kind === "redirect" ? hasKind(cleaned3, "rooted") && hasKind(cleaned3, "single-slash") : kind === "header" || kind === "log" || kind === "mail" ? hasKind(cleaned3, "single-line") : kind === "nosql" && hasKind(cleaned3, "text");
}
var numberType = /^(?:int|float|bool|complex|decimal\.Decimal|uuid\.UUID|datetime\..*)$/;
function isNumber({ text, denotes, constants }) {
  return text !== void 0 ? text.every((part) => typeof part == "string" || isNumber(part.hole)) : constants !== void 0 || denotes.length > 0 && denotes.every((one) => one.kind === "instance" && numberType.test(one.of));
}
function isConstant4(frame, value) {
  if (value.constants !== void 0 || value.fallback !== void 0) return !0;
  if (value.text !== void 0)
    return value.text.every((part) => typeof part == "string" || isConstant4(frame, part.hole));
  let held = frame.holds(value);
  return held.length > 0 ? held.every(
    ({ kind, entries, rest }) => kind !== "instance" && (rest === void 0 || isConstant4(frame, rest)) && [...entries.values()].every((entry2) => isConstant4(frame, entry2))
  ) : value.denotes.length > 0 && value.denotes.every(
    (one) => one.kind === "instance" && (numberType.test(one.of) || one.of === "compile()") || one.kind === "symbol" && /^(?:sys\.executable|__file__|os\.sep|os\.linesep)$/.test(one.name)
  );
}
function asksParameter(where, args) {
  return Object.keys(where).some(
    (key) => argumentOf(args, key)?.value.taint?.marks.some(({ parameter }) => parameter !== void 0) === !0
  );
}
function isUnresolved(models, names2) {
  return names2.every((name) => {
    if (models.call(name) !== void 0) return !1;
    let owner = name.slice(0, Math.max(0, name.lastIndexOf(".")));
    return !/^_?[A-Z]/.test(owner.slice(owner.lastIndexOf(".") + 1)) && !builtinOwner.test(owner);
  });
}
var builtinOwner = /^(?:str|bytes|list|dict|set|tuple|int|float|bool)$/;
function argumentsMeant(entry2, { args, receiver, node }) {
  let wanted = entry2.argument ?? "0", found2 = [];
  for (let part of wanted.split("|")) {
    if (part === "*" && entry2.sinks.includes("argv") && args.positional.length > 0)
      return [{ node: args.positional[0].node, value: positionalList(args) }];
    if (part === "*") return [...args.positional, ...args.keywords.values(), ...spread(args, node)];
    if (part === "**") return args.doubleStarKeys === void 0 ? [] : [{ node, value: args.doubleStarKeys }];
    if (part === "self") return receiver === void 0 ? [] : [{ node, value: receiver }];
    let given = /^\d+$/.test(part) ? args.positional[Number(part)] : args.keywords.get(part);
    if (given !== void 0) {
      found2.push(given);
      break;
    }
  }
  return found2.length === 0 && found2.push(...spread(args, node)), found2;
}
function positionalList({ positional, star, before: before2 }) {
  let known2 = positional.slice(0, before2 ?? positional.length).map(({ value }, index2) => [`n${index2}`, value]);
  return { ...unknown, held: { kind: "list", entries: new Map(known2), rest: star } };
}
function spread({ star, doubleStar }, node) {
  return [star, doubleStar].flatMap((value) => value === void 0 ? [] : [{ node, value }]);
}
function methodNames(frame, receiver, method) {
  let { models, project } = frame.engine;
  return receiver.denotes.flatMap((denotation) => {
    switch (denotation.kind) {
      case "symbol":
        return [`${denotation.name}.${method}`];
      case "instance":
        return [`${models.canonical(denotation.of)}.${method}`];
      case "member":
        return [`${denotation.of}.${denotation.name}.${method}`];
      case "object":
      case "class":
        return project.method(denotation, method) !== void 0 ? [] : project.ancestry(denotation).external.map((base) => `${models.canonical(base)}.${method}`);
      default:
        return [];
    }
  });
}
function sinkName({ module, node }) {
  let { tree } = module, shown = tree.kind(node) === Kind.call ? tree.child(node, Field.function) : node;
  return tree.kind(node) === Kind.return_statement ? "the response" : tree.kind(node) === Kind.comparison_operator ? "this comparison" : written(tree, shown) || "this call";
}

// src/analyse/taint/becoming.ts
function becoming(frame, at, node, object, entries, args, result) {
  let { engine, module, functionIndex } = frame;
  for (let { entry: entry2 } of entries) {
    let { becomes, where } = entry2;
    if (becomes === void 0) continue;
    let place4 = { module, functionIndex, node: at };
    if (where !== void 0 && engine.whereHolds?.(where, args, frame, place4) !== !0) continue;
    let changed = { ...object, denotes: [{ kind: "instance", of: becomes }] }, digest = signatureOf(result);
    return replace(frame, node, digest === void 0 ? withTaint(changed, object.taint) : signed(changed, digest));
  }
}
function replace(frame, node, value) {
  let { tree, state } = frame;
  if (tree.kind(node) === Kind.identifier) state.setVariable(tree.name(node), value);
  else if (tree.kind(node) === Kind.attribute) {
    let object = tree.child(node, Field.object), name = tree.text(tree.child(node, Field.attribute)), owner = frame.peek(object);
    owner !== void 0 && setEntry(frame, owner, name, value), frame.selfName !== 0 && tree.name(object) === frame.selfName && frame.selfStores.set(name, value);
  }
}

// src/analyse/interest.ts
var ANYWHERE = "";
function createInterest(project, interests) {
  let packagesOfCall = /* @__PURE__ */ new Map(), referencePackages = /* @__PURE__ */ new Map(), assigned = /* @__PURE__ */ new Set(), add3 = (map, name, from) => {
    let number = project.names.find(name);
    if (number === 0) return;
    let known2 = map.get(number);
    known2 === void 0 ? map.set(number, /* @__PURE__ */ new Set([from])) : known2.add(from);
  };
  for (let interest of interests) {
    for (let call2 of interest.calls ?? []) add3(packagesOfCall, call2.name, call2.package ?? ANYWHERE);
    for (let name of interest.references ?? [])
      add3(referencePackages, name.slice(name.lastIndexOf(".") + 1), name.split(".", 1)[0]);
    for (let name of interest.assigns ?? []) {
      let number = project.names.find(name);
      number !== 0 && assigned.add(number);
      for (let quoted3 of [`'${name}'`, `"${name}"`])
        project.names.find(quoted3) !== 0 && assigned.add(project.names.find(quoted3));
    }
  }
  let derived = derivedNames(project, packagesOfCall), reach2 = createReach(project), inReach = (module, packages) => {
    if (packages === void 0) return !1;
    if (packages.has(ANYWHERE)) return !0;
    let reachable = reach2(module);
    for (let name of packages) if (reachable.has(name)) return !0;
    return !1;
  };
  return (module) => {
    let { tree, index: index2 } = module, found2 = /* @__PURE__ */ new Set(), note = (node) => {
      found2.add(module.functionAround(node));
    }, aliases2 = aliasedNames(module, packagesOfCall, referencePackages);
    for (let call2 of index2.calls) {
      let callee = tree.child(call2, Field.function), kind = tree.kind(callee), last2 = kind === Kind.attribute ? tree.name(tree.child(callee, Field.attribute)) : tree.name(callee);
      (inReach(module, packagesOfCall.get(last2)) || derived.has(last2) || kind === Kind.identifier && aliases2.has(last2)) && note(call2);
    }
    for (let attribute of index2.attributes)
      inReach(module, referencePackages.get(tree.name(tree.child(attribute, Field.attribute)))) && note(attribute);
    for (let assignment2 of index2.assignments) {
      let left = tree.child(assignment2, Field.left), kind = tree.kind(left), name = kind === Kind.attribute ? tree.name(tree.child(left, Field.attribute)) : kind === Kind.subscript ? tree.name(tree.child(left, Field.subscript)) : tree.name(left);
      assigned.has(name) && note(assignment2);
    }
    if (aliases2.hasReference) for (let i = MODULE; i < index2.functions.length; i++) found2.add(i);
    for (let interest of interests) for (let extra of interest.functions?.(module) ?? []) found2.add(extra);
    return found2;
  };
}
function derivedNames(project, calls2) {
  let derived = /* @__PURE__ */ new Set();
  for (let { tree, index: index2 } of project.modules)
    for (let { name, superclasses } of index2.classes)
      if (!(superclasses < 0))
        for (let base of tree.children(superclasses)) {
          let last2 = tree.kind(base) === Kind.attribute ? tree.name(tree.child(base, Field.attribute)) : tree.name(base);
          last2 !== 0 && calls2.has(last2) && derived.add(name);
        }
  return derived;
}
function aliasedNames(module, calls2, references) {
  let names2 = /* @__PURE__ */ new Set(), hasReference = !1, { tree } = module;
  for (let node of module.index.imports)
    if (tree.kind(node) === Kind.import_from_statement)
      for (let child of tree.children(node)) {
        if (tree.field(child) !== Field.name) continue;
        let isAlias = tree.kind(child) === Kind.aliased_import, dotted = isAlias ? tree.child(child, Field.name) : child, original = tree.name(dotted + 1);
        isAlias && calls2.has(original) && names2.add(tree.name(tree.child(child, Field.alias)));
        let packages = references.get(original);
        if (packages !== void 0) {
          let from = tree.child(node, Field.module_name);
          hasReference ||= packages.has(tree.text(tree.kind(from) === Kind.dotted_name ? from + 1 : from));
        }
      }
  for (let [name, bindings] of module.bindings.byName)
    for (let binding of bindings)
      binding.kind !== "value" || tree.kind(binding.value) !== Kind.attribute || calls2.has(tree.name(tree.child(binding.value, Field.attribute))) && names2.add(name);
  return { has: (name) => names2.has(name), hasReference };
}
function createReach(project) {
  let direct = /* @__PURE__ */ new Map(), reachable = /* @__PURE__ */ new Map(), importsOf = (module) => {
    let found2 = direct.get(module);
    return found2 === void 0 && direct.set(module, found2 = directImports(project, module)), found2;
  };
  return (module) => {
    let packages = reachable.get(module);
    if (packages === void 0) {
      let { external, own } = importsOf(module);
      packages = new Set(external);
      for (let other of own) for (let name of importsOf(other).external) packages.add(name);
      reachable.set(module, packages);
    }
    return packages;
  };
}
function directImports(project, module) {
  let external = /* @__PURE__ */ new Set(), own = /* @__PURE__ */ new Set(), add3 = (dotted) => {
    if (!project.isOwn(dotted)) {
      external.add(dotted.split(".", 1)[0]);
      return;
    }
    let found2 = project.module(dotted) ?? project.module(dotted.slice(0, dotted.lastIndexOf(".")));
    found2 !== void 0 && own.add(found2), external.add(dotted.split(".", 1)[0]);
  };
  for (let target of module.importTargets()) add3(target);
  return { external, own: [...own] };
}

// src/analyse/taint/route-parameters.ts
var harmlessConverters = /* @__PURE__ */ new Set(["int", "float", "uuid", "slug", "any", "date", "decimal", "bool"]), harmlessPattern = /^(?:\\d|\\w|\[(?:\\d|\\w|[A-Za-z0-9]-[A-Za-z0-9]|[A-Za-z0-9_]|\\?-)+\]|[A-Za-z0-9_|]|[+*?]|\{\d+(?:,\d*)?\})+$/;
function routeParameters(route) {
  let harmless4 = /* @__PURE__ */ new Set(), harmlessPositions = /* @__PURE__ */ new Set();
  for (let [, first, second] of route.matchAll(/<(?!\?)(\w+)(?:\([^)]*\))?:(\w+)[^<>]*>/g))
    harmlessConverters.has(first) ? harmless4.add(second) : harmlessConverters.has(second) && harmless4.add(first);
  for (let [, name, pattern] of route.matchAll(/<(\w+):re:([^<>]+)>/g))
    harmlessPattern.test(pattern) && harmless4.add(name);
  for (let [, name, rest] of route.matchAll(/\{(\w+):([^{}]*(?:\{[^{}]*\}[^{}]*)*)\}/g))
    (harmlessConverters.has(rest) || harmlessPattern.test(rest) && !/^(?:path|str)$/.test(rest)) && harmless4.add(name);
  let position = 0;
  for (let [, name, pattern] of route.matchAll(/\((?:\?P<(\w+)>|(?!\?))((?:[^()\\]|\\.)*)\)/g)) {
    let isHarmless2 = harmlessPattern.test(pattern);
    name !== void 0 && isHarmless2 && harmless4.add(name), name === void 0 && (isHarmless2 && harmlessPositions.add(position), position++);
  }
  return { harmless: harmless4, harmlessPositions };
}

// src/analyse/interpreter/call-function.ts
var MAX_INLINE_DEPTH = 4, MAX_INLINE_NODES = 160, MAX_CLOSURE_NODES = 600, MAX_INLINED = 6e3;
function callFunction(caller, node, callee, args) {
  let { engine } = caller, wrapped = callee.isBare === !0 ? void 0 : engine.decorated(callee.module, callee.index);
  if (wrapped !== void 0 && !engine.inlining.has(wrapperKey(callee)))
    return callWrapped(caller, node, callee, wrapped, args);
  let summary = engine.summary(callee.module, callee.index), binding = bind(caller, node, callee, args);
  if (isWorthEvaluating(caller, callee, summary, binding)) return evaluated(caller, node, callee, args, binding);
  summary.pending.length > 0 && engine.sinks?.apply(caller, summary.pending, binding), storeOnSelf(caller, callee, summary.exitStores, (value) => substitute(value, binding)), summary.neverReturns && isPlain2(callee) && leave(caller);
  let checks2 = guardChecks(summary, binding, callee, node);
  checks2 !== void 0 && applyChecks(caller, checks2.always);
  let result = returned(substitute(summary.returns, binding), caller.module, node, binding.callee);
  return withGuards(caller, node, broughtIn(caller, node, result), checks2);
}
function wrapperKey({ module, index: index2 }) {
  return `@${module.path}:${index2}`;
}
function callWrapped(caller, node, callee, wrapped, args) {
  let { inlining } = caller.engine, positional = callee.self === void 0 ? args.positional : [{ node, value: callee.self }, ...args.positional], given = {
    ...args,
    positional,
    ...args.before === void 0 ? {} : { before: args.before + positional.length - args.positional.length }
  };
  inlining.add(wrapperKey(callee));
  let result = callValue(caller, node, wrapped, given);
  return inlining.delete(wrapperKey(callee)), result;
}
function leave(caller) {
  caller.raises = !0, caller.state.reachable = !1;
}
function nameOf({ module, index: index2 }) {
  return module.qualifiedName(index2);
}
function isPlain2({ self }) {
  return self === void 0;
}
function bind(caller, node, callee, args) {
  let { module, index: index2, self } = callee, { tree } = module, { parameters } = module.index.functions[index2], names2 = [], values2 = [], nodes = [], given = [...self === void 0 ? [] : [{ node, value: self }], ...args.positional], keywordOnly = !1;
  for (let parameter of parameters < 0 ? [] : tree.children(parameters)) {
    if (tree.kind(parameter) === Kind.keyword_separator) {
      keywordOnly = !0;
      continue;
    }
    let nameNode = parameterName(module, parameter);
    if (nameNode < 0) continue;
    let name = tree.text(nameNode), position = names2.length;
    names2.push(name);
    let found2, takes = parameterKind(module, parameter);
    if (takes === "star") {
      let entries = new Map(given.slice(position).map((one, i) => [`n${i}`, one.value])), rest = args.hasStar ? args.star ?? unknown : void 0;
      found2 = { node: given[position]?.node ?? node, value: { ...unknown, held: { kind: "tuple", entries, rest } } }, keywordOnly = !0;
    } else if (takes === "double-star") {
      let left = [...args.keywords].filter(([keyword]) => !names2.includes(keyword)), entries = new Map(left.map(([keyword, one]) => [`s${keyword}`, one.value])), rest = args.hasDoubleStar ? args.doubleStar ?? unknown : void 0;
      found2 = { node: left[0]?.[1].node ?? node, value: { ...unknown, held: { kind: "dict", entries, rest } } };
    } else {
      let isKnown = !args.hasStar || position < (args.before ?? 0) + (self === void 0 ? 0 : 1);
      found2 = args.keywords.get(name) ?? (keywordOnly || !isKnown ? void 0 : given[position]);
      let spread2 = found2 === void 0 ? args.star ?? args.doubleStar : void 0;
      spread2 !== void 0 && (found2 = { node, value: spread2 });
    }
    values2.push(found2?.value ?? defaultOf(caller, callee, position)), nodes.push(found2?.node ?? node);
  }
  return { callee: nameOf(callee), names: names2, values: values2, nodes, module: caller.module, frame: caller };
}
function defaultOf(caller, { module, index: index2 }, position) {
  let symbolic = caller.engine.summary(module, index2).parameters[position];
  return symbolic?.fallback === void 0 ? void 0 : { ...unknown, constants: [symbolic.fallback], origin: "literal" };
}
function isWorthEvaluating(caller, callee, summary, binding) {
  let { module, index: index2 } = callee, { node } = module.index.functions[index2], size = module.tree.next(node) - node, isClosure = callee.captured !== void 0;
  if (caller.depth >= MAX_INLINE_DEPTH || size > (isClosure ? MAX_CLOSURE_NODES : MAX_INLINE_NODES) || caller.engine.inlining.has(`${module.path}:${index2}`)) return !1;
  if (isClosure) return !0;
  let isGivenCode = caller.isFollowing && binding.values.some(
    (value, position) => value?.denotes.some(isCode) === !0 && !(position === 0 && callee.self !== void 0)
  ) && callsParameter(callee, binding.names), hasEffects = summary.pending.length > 0 || summary.storesOutside || isGivenCode, comesBackWhole = summary.returns.taint?.is?.path.includes("[]") === !1 || summary.returns.constants?.length === 1;
  if (!hasEffects && comesBackWhole || caller.root.inlined + size > MAX_INLINED) return !1;
  let isWanted = binding.values.some((value) => value?.constants !== void 0) || caller.isFollowing && (hasEffects || hangsOnParameters(summary)) && binding.values.some((value, position) => value === void 0 ? !1 : position === 0 && callee.self !== void 0 ? isTainted(caller.whole(value).taint) : tells(value));
  return isWanted && (caller.root.inlined += size), isWanted;
}
function isCode({ kind }) {
  return kind === "function" || kind === "class" || kind === "object";
}
function callsParameter({ module, index: index2 }, names2) {
  let { tree } = module, { node } = module.index.functions[index2], isParameter2 = (one) => tree.kind(one) === Kind.identifier && names2.includes(tree.text(one));
  for (let inner2 = node + 1; inner2 < tree.next(node); inner2++) {
    if (tree.kind(inner2) !== Kind.call) continue;
    let called = tree.child(inner2, Field.function);
    if (isParameter2(tree.kind(called) === Kind.attribute ? tree.child(called, Field.object) : called)) return !0;
    let list3 = tree.child(inner2, Field.arguments);
    if (list3 >= 0 && tree.children(list3).some(
      (argument) => isParameter2(argument) || tree.kind(argument) === Kind.list_splat && isParameter2(argument + 1)
    ))
      return !0;
  }
  return !1;
}
function hangsOnParameters({ returns, exitStores, guards }) {
  if (madeFromParameters(returns, 0)) return !0;
  for (let value of exitStores.values()) if (madeFromParameters(value, 0)) return !0;
  return guards !== void 0 && (guards.always.size > 0 || guards.whenTrue.size > 0 || guards.whenFalse.size > 0);
}
function madeFromParameters(value, depth) {
  if (value.taint?.is !== void 0 || value.taint?.marks.some(({ parameter }) => parameter !== void 0) === !0)
    return !0;
  let { held } = value;
  if (held === void 0 || depth > 3)
    return value.denotes.some((one) => one.kind === "function" && one.captured !== void 0);
  for (let entry2 of held.entries.values()) if (madeFromParameters(entry2, depth + 1)) return !0;
  return held.rest !== void 0 && madeFromParameters(held.rest, depth + 1);
}
function tells(value) {
  return value.objects.length > 0 || value.held !== void 0 || value.text !== void 0 || value.taint?.marks.some(({ source }) => source !== void 0) === !0 || value.denotes.some(
    ({ kind }) => kind === "function" || kind === "class" || kind === "object" || kind === "instance"
  );
}
function evaluated(caller, node, callee, args, binding) {
  let { module, index: index2, self, captured } = callee, { engine } = caller, key = `${module.path}:${index2}`, handedOver = (argument) => ({ node: argument.node, value: caller.export(argument.value) });
  engine.inlining.add(key);
  let frame = new Frame(engine, module, index2, {
    observing: !1,
    depth: caller.depth + 1,
    caller,
    binding,
    args: {
      ...args,
      positional: args.positional.map(handedOver),
      keywords: new Map([...args.keywords].map(([name, argument]) => [name, handedOver(argument)]))
    },
    ...self === void 0 ? {} : { self: caller.export(self) },
    ...captured === void 0 ? {} : { captured }
  }), summary = frame.run();
  engine.inlining.delete(key), storeOnSelf(caller, callee, summary.exitStores, (value) => value);
  for (let [position, held] of frame.changedArguments()) {
    let [id, ...others2] = binding.values[position]?.objects ?? [];
    id !== void 0 && others2.length === 0 && caller.state.setObject(id, held);
  }
  summary.neverReturns && isPlain2(callee) && leave(caller);
  let whole2 = engine.summary(module, index2), digest = signatureOf(whole2.returns) === void 0 ? void 0 : signatureOf(substitute(whole2.returns, binding)), isPassedOn = whole2.returns.taint?.is?.path.length === 0, plain3 = returned(
    isPassedOn ? substitute(whole2.returns, binding) : summary.returns,
    caller.module,
    node,
    binding.callee
  ), result = digest === void 0 ? plain3 : signed(plain3, digest), checks2 = guardChecks(whole2, binding, callee, node);
  return checks2 !== void 0 && applyChecks(caller, checks2.always), rebind(caller, callee, frame), withGuards(caller, node, broughtIn(caller, node, result), checks2);
}
function broughtIn(caller, node, value) {
  return value.held === void 0 || value.objects.length > 0 || value.constants !== void 0 ? value : (caller.state.setObject(node, value.held), { ...value, held: void 0, objects: [node] });
}
function rebind(caller, { module, index: index2 }, frame) {
  let item = module.index.functions[index2];
  if (!(module !== caller.module || item.parent !== caller.functionIndex))
    for (let name of module.functionBindings(item).outer) {
      let value = frame.state.variables.get(name);
      value !== void 0 && caller.state.setVariable(name, frame.export(value));
    }
}
function storeOnSelf(caller, { self }, stores, seen) {
  if (!(self === void 0 || self.objects.length === 0 || stores.size === 0))
    for (let [name, value] of stores) {
      let here = seen(value);
      if (setEntry(caller, self, name, here), isOwnSelf(caller, self)) {
        let before2 = caller.selfStores.get(name);
        caller.selfStores.set(name, before2 === void 0 ? here : joinValues(before2, here));
      }
    }
}
function isOwnSelf({ state, selfName }, { objects }) {
  let own = state.variables.get(selfName)?.objects;
  return own?.length === 1 && objects.length === 1 && own[0] === objects[0];
}
function guardChecks(summary, binding, callee, node) {
  let { guards } = summary;
  if (guards === void 0 || guards.always.size === 0 && guards.whenTrue.size === 0 && guards.whenFalse.size === 0)
    return;
  let checksOf2 = (guarded) => [...guarded].flatMap(([text, { kinds: kinds3, credit: credit2 }]) => {
    let steps = /^(\d+)(.*)$/s.exec(text);
    if (steps === null || kinds3 === 0n) return [];
    let index2 = Number(steps[1]), value = steps[2] === "" ? binding.values[index2] : reached(binding, index2, text);
    if (value?.taint === void 0) return [];
    let whose = { ...credit2, name: `\`${nameOf(callee)}\` (${credit2.name})`, module: binding.module, node }, position = callee.self !== void 0 && index2 === 0 ? -1 : binding.nodes[index2] ?? -1;
    return [{ node: steps[2] === "" ? position : -1, taint: value.taint, kinds: kinds3, credit: whose }];
  });
  return {
    always: checksOf2(guards.always),
    whenTrue: checksOf2(guards.whenTrue),
    whenFalse: checksOf2(guards.whenFalse)
  };
}
function reached(binding, index2, text) {
  let path = text.slice(String(index2).length).match(/\.[^.[]+|\[[^.[]*/g) ?? [];
  return reach(binding.frame, binding.values[index2], parameterAt(index2, path).path);
}
function withGuards(caller, node, result, checks2) {
  return checks2 === void 0 || onlyConstant(result) !== void 0 || checks2.whenTrue.length === 0 && checks2.whenFalse.length === 0 ? result : (caller.checks.set(node, checks2), { ...result, taint: { marks: result.taint?.marks ?? [], checks: checks2 } });
}

// src/analyse/interpreter/pattern-calls.ts
function patternCall(frame, node, how, pattern, given) {
  let text = constantText2(pattern);
  switch (how) {
    case "match":
    case "fullmatch":
    case "search":
      return given[0] === void 0 ? void 0 : matchOf(frame, pattern, given[0].value);
    case "finditer":
      return given[0] === void 0 ? void 0 : frame.allocate(
        node,
        { kind: "list", entries: /* @__PURE__ */ new Map(), rest: matchOf(frame, pattern, given[0].value) },
        "list"
      );
    case "findall": {
      if (given[0] === void 0) return;
      let rest = cleaned2(
        frame,
        node,
        textFrom(frame, given[0].value),
        text === void 0 ? 0n : patternCleans(text, "fullmatch"),
        "pattern"
      );
      return frame.allocate(node, { kind: "list", entries: /* @__PURE__ */ new Map(), rest }, "list");
    }
    case "split":
      return given[0] === void 0 ? void 0 : frame.allocate(node, { kind: "list", entries: /* @__PURE__ */ new Map(), rest: textFrom(frame, given[0].value) }, "list");
    case "sub": {
      let [replacement2, subject] = given;
      if (replacement2 === void 0 || subject === void 0) return;
      let by2 = constantText2(replacement2.value), kinds3 = text === void 0 || by2 === void 0 ? 0n : removedCleans(text, by2), left = cleaned2(frame, node, textFrom(frame, subject.value), kinds3, "`re.sub()`");
      return withTaint(left, derivedTaint([left.taint, replacement2.value.taint]));
    }
    default:
      return;
  }
}
function matchOf(frame, pattern, subject) {
  let taint2 = asText(frame.whole(subject).taint), held = { kind: "instance", entries: /* @__PURE__ */ new Map([["pattern", pattern]]), rest: void 0 };
  return { ...instanceOf("re.Match"), held, taint: derivedTaint([taint2]) };
}
function matchPart(frame, node, match, name, args) {
  let pattern = match.held?.entries.get("pattern"), text = pattern === void 0 ? void 0 : constantText2(pattern), whole2 = { ...instanceOf("str"), taint: derivedTaint([match.taint]) };
  switch (name) {
    case "group":
    case "__getitem__": {
      let parts2 = args.map(({ value }) => groupOf(frame, node, whole2, text, value));
      return parts2.length === 0 ? groupOf(frame, node, whole2, text, void 0) : parts2.length === 1 ? parts2[0] : tupleOf(frame, node, parts2);
    }
    case "groups": {
      let parts2 = text === void 0 ? [] : everyGroup(frame, node, whole2, text);
      return parts2.length > 0 ? tupleOf(frame, node, parts2) : frame.allocate(node, { kind: "tuple", entries: /* @__PURE__ */ new Map(), rest: whole2 }, "tuple");
    }
    case "groupdict":
      return frame.allocate(
        node,
        { kind: "dict", entries: namedGroups(frame, node, whole2, text), rest: whole2 },
        "dict"
      );
    default:
      return;
  }
}
function tupleOf(frame, node, parts2) {
  let entries = new Map(parts2.map((part, index2) => [`n${index2}`, part]));
  return frame.allocate(node, { kind: "tuple", entries, rest: void 0 }, "tuple");
}
var MAX_GROUPS = 20;
function everyGroup(frame, node, whole2, text) {
  let found2 = [];
  for (let number = 1; number <= MAX_GROUPS; number++) {
    let body = groupBody(text, number);
    if (body === void 0) break;
    found2.push(cleaned2(frame, node, whole2, patternCleans(body, "fullmatch"), "a group of the pattern"));
  }
  return found2;
}
function namedGroups(frame, node, whole2, text) {
  let names2 = text === void 0 ? [] : [...text.matchAll(/\(\?P<(\w+)>/g)].map((match) => match[1]);
  return new Map(
    names2.map((name) => {
      let kinds3 = patternCleans(groupBody(text, name) ?? ".", "fullmatch");
      return [`s${name}`, cleaned2(frame, node, whole2, kinds3, "a group of the pattern")];
    })
  );
}
function groupOf(frame, node, whole2, text, which) {
  if (text === void 0) return whole2;
  let constant = which === void 0 ? void 0 : onlyConstant(which);
  if (which !== void 0 && constant === void 0)
    return everyGroup(frame, node, whole2, text).reduce(joinValues, whole2);
  let name = (constant === void 0 ? 0 : numberOf(constant)) ?? (constant === void 0 ? 0 : textOf(constant) ?? 0), body = name === 0 ? text : groupBody(text, name);
  return body === void 0 ? whole2 : cleaned2(frame, node, whole2, patternCleans(body, "fullmatch"), "a group of the pattern");
}
function cleaned2(frame, node, value, kinds3, name) {
  if (kinds3 === 0n) return value;
  let credit2 = { kind: "sanitizer", name, module: frame.module, node, kinds: kinds3 };
  return withTaint(value, cleanTaint(value.taint, kinds3, credit2));
}
function textFrom(frame, value) {
  let taint2 = asText(frame.whole(value).taint);
  return { ...instanceOf("str"), taint: derivedTaint([taint2]) };
}
function constantText2(value) {
  let constant = onlyConstant(value);
  return constant === void 0 ? void 0 : textOf(constant);
}

// src/analyse/interpreter/split-words.ts
function splitWords2(frame, node, text) {
  let words4 = wordsOf3(text), credit2 = {
    kind: "sanitizer",
    name: "splitting at blanks",
    module: frame.module,
    node,
    kinds: kindSet("single-line")
  }, known2 = /* @__PURE__ */ new Map(), rest;
  for (let word of words4) {
    let isOpen2 = word.constants === void 0, cleaned3 = isOpen2 ? withTaint(word, cleanTaint(frame.whole(word).taint, kindSet("single-line"), credit2)) : word;
    rest === void 0 && known2.set(`n${known2.size}`, cleaned3), isOpen2 && (rest = { ...cleaned3, text: void 0 });
  }
  return frame.allocate(node, { kind: "list", entries: known2, rest }, "list");
}
function wordsOf3(value) {
  let words4 = [], word = [], end = () => {
    if (word.length === 0) return;
    let known2 = word.filter((part) => typeof part == "string"), isKnown = known2.length === word.length;
    words4.push(isKnown ? constantValue({ type: "str", value: known2.join("") }) : textValue(word)), word = [];
  };
  for (let part of parts(value)) {
    if (typeof part != "string") {
      word.push(part);
      continue;
    }
    for (let piece of part.split(/(\s+)/))
      /^\s+$/.test(piece) ? end() : piece !== "" && word.push(piece);
  }
  return end(), words4;
}

// src/analyse/interpreter/builtin-calls.ts
var converters = {
  str: (constant) => str(display(constant)),
  int: (constant) => {
    let number = numberOf(constant) ?? Number.parseInt(textOf(constant) ?? "", 10);
    return Number.isSafeInteger(Math.trunc(number)) ? int(Math.trunc(number)) : void 0;
  },
  float: (constant) => {
    let number = numberOf(constant) ?? Number.parseFloat(textOf(constant) ?? "");
    return Number.isNaN(number) ? void 0 : { type: "float", value: number };
  },
  len: (constant) => textOf(constant) === void 0 ? void 0 : int([...textOf(constant)].length),
  bool: (constant) => bool(isTrue(constant)),
  "distutils.util.strtobool": (constant) => int(/^(?:y|yes|t|true|on|1)$/i.test(textOf(constant) ?? "") ? 1 : 0),
  abs: (constant) => numberOf(constant) === void 0 ? void 0 : int(Math.abs(numberOf(constant)))
}, containers = {
  list: "list",
  tuple: "tuple",
  set: "set",
  frozenset: "set",
  sorted: "list",
  "collections.deque": "list"
};
function builtinCall(frame, node, name, args) {
  let first = args.positional[0]?.value, converter = converters[name], base = name === "int" ? args.positional[1]?.value ?? args.keywords.get("base")?.value : void 0;
  if (converter !== void 0 && first !== void 0)
    return (name === "str" ? asString(frame, node, first) : void 0) ?? converted(frame, node, name, first, base === void 0 ? converter : fromBase(base));
  let kind = containers[name];
  if ((name === "sorted" || name === "min" || name === "max") && rank(frame, node, args), kind !== void 0) return container(frame, node, kind, first);
  switch (name) {
    case "collections.OrderedDict":
    case "collections.ChainMap":
    case "types.MappingProxyType":
    case "dict": {
      let base2 = first === void 0 ? void 0 : frame.holds(first)[0], entries = new Map(base2?.entries ?? []);
      for (let [keyword, argument] of args.keywords) entries.set(`s${keyword}`, argument.value);
      let isUnknown = first !== void 0 && base2 === void 0 || args.hasDoubleStar, spread2 = args.doubleStar ?? (first === void 0 ? unknown : anyValueOf(frame, first)), rest = isUnknown ? base2?.rest === void 0 ? spread2 : joinValues(spread2, base2.rest) : base2?.rest;
      return first !== void 0 && base2 === void 0 && args.keywords.size === 0 ? { ...frame.allocate(
        node,
        { kind: "dict", entries, rest, keys: { ...unknown, taint: first.taint } },
        "dict"
      ), taint: derivedTaint([first.taint]) } : frame.allocate(node, { kind: "dict", entries, rest }, "dict");
    }
    case "setattr": {
      let [, attribute, given] = args.positional, constant = attribute === void 0 ? void 0 : onlyConstant(attribute.value), text = constant === void 0 ? void 0 : textOf(constant);
      first !== void 0 && text !== void 0 && given !== void 0 && setAttribute(frame, first, text, given.value);
      return;
    }
    case "types.SimpleNamespace":
    case "argparse.Namespace": {
      if (args.hasDoubleStar || args.positional.length > 0) return;
      let entries = new Map([...args.keywords].map(([keyword, { value }]) => [keyword, value]));
      return frame.allocate(node, { kind: "instance", entries, rest: void 0 }, name);
    }
    case "getattr": {
      let attribute = args.positional[1] === void 0 ? void 0 : onlyConstant(args.positional[1].value), text = attribute === void 0 ? void 0 : textOf(attribute);
      return first === void 0 || text === void 0 ? unknown : attributeOf(frame, first, text);
    }
    case "os.path.join":
    case "posixpath.join": {
      let pieces2 = args.positional.flatMap(
        (argument, index2) => index2 === 0 ? [...parts(argument.value)] : ["/", ...parts(argument.value)]
      );
      return args.hasStar ? instanceOf("str") : finished(pieces2);
    }
    case "next":
      return first === void 0 ? void 0 : elementOf(frame, first);
    case "iter":
    case "reversed":
      return first === void 0 ? void 0 : iteratorOf(frame, node, first) ?? first;
    case "enumerate": {
      let element2 = first === void 0 ? unknown : elementOf(frame, first);
      return listOf(frame, node, pairOf(frame, node, [instanceOf("int"), element2]));
    }
    case "zip":
    case "itertools.zip_longest":
    case "itertools.product":
      return listOf(
        frame,
        node,
        pairOf(
          frame,
          node,
          args.positional.map(({ value }) => elementOf(frame, value))
        )
      );
    case "itertools.chain":
      return listOf(
        frame,
        node,
        args.positional.map(({ value }) => elementOf(frame, value)).reduce(joinValues, args.star ?? unknown)
      );
    case "min":
    case "max":
    case "sum":
      return carrying(
        frame,
        args,
        args.positional.length === 1 && first !== void 0 ? elementOf(frame, first) : unknown
      );
    case "map":
    case "concurrent.futures.ThreadPoolExecutor.map":
      return listOf(frame, node, applied(frame, node, first, args.positional.slice(1), !0));
    case "filter":
      return args.positional[1] === void 0 ? void 0 : listOf(frame, node, filtered(frame, node, first, args.positional[1]));
    case "bytes":
    case "bytearray":
    case "memoryview":
    case "format":
    case "copy.copy":
    case "copy.deepcopy":
      return first === void 0 ? void 0 : name.startsWith("copy.") ? copied(frame, node, first) : carrying(frame, args, instanceOf("str"));
    case "repr":
    case "ascii":
      return first === void 0 ? void 0 : quoted(frame, node, `\`${name}()\``, { ...instanceOf("str"), taint: asText(frame.whole(first).taint) });
    case "shlex.split":
      return first === void 0 ? void 0 : splitWords2(frame, node, first);
    case "vars":
      return first === void 0 ? void 0 : { ...first, denotes: [...first.denotes, { kind: "instance", of: "vars()" }] };
    case "globals":
      return denoting({ kind: "instance", of: "globals()" }, { kind: "module", module: frame.module });
    case "functools.partial":
      return first === void 0 ? void 0 : { ...denoting({ kind: "instance", of: "functools.partial" }), held: partialOf(first, args) };
    case "collections.namedtuple":
    case "typing.NamedTuple":
      return namedTuple(frame, args);
    case "concurrent.futures.as_completed":
    case "asyncio.wait":
      return first;
    case "queue.Queue":
    case "queue.LifoQueue":
    case "queue.PriorityQueue":
    case "queue.SimpleQueue":
    case "asyncio.Queue":
    case "multiprocessing.Queue":
      return frame.allocate(node, { kind: "list", entries: /* @__PURE__ */ new Map(), rest: void 0 }, name);
    case "collections.defaultdict": {
      let made = first?.denotes.flatMap((one) => one.kind === "symbol" ? [one.name] : [])[0];
      if (made === void 0 || args.positional.length > 1 || args.keywords.size > 0) return;
      let dict = frame.allocate(node, { kind: "dict", entries: /* @__PURE__ */ new Map(), rest: void 0 }, "dict");
      return { ...dict, denotes: [...dict.denotes, { kind: "instance", of: `collections.defaultdict[${made}]` }] };
    }
    case "io.StringIO":
    case "io.BytesIO": {
      let entries = new Map(first === void 0 ? [] : [["n0", first]]);
      return frame.allocate(node, { kind: "list", entries, rest: void 0 }, name);
    }
    case "contextlib.closing":
    case "contextlib.aclosing":
    case "contextlib.nullcontext":
    case "typing.cast":
      return name === "typing.cast" ? args.positional[1]?.value : first;
    case "string.Template":
      return first === void 0 ? void 0 : { ...instanceOf(name), held: { kind: "instance", entries: /* @__PURE__ */ new Map([["template", first]]), rest: void 0 } };
    case "re.match":
    case "re.fullmatch":
    case "re.search":
    case "re.sub":
    case "re.findall":
    case "re.finditer":
    case "re.split":
      return first === void 0 ? void 0 : patternCall(frame, node, name.slice(3), first, args.positional.slice(1));
    case "re.compile":
      return first === void 0 ? void 0 : {
        ...instanceOf("re.Pattern"),
        held: { kind: "instance", entries: /* @__PURE__ */ new Map([["pattern", first]]), rest: void 0 }
      };
    case "super": {
      let self = frame.state.variables.get(frame.selfName);
      return self === void 0 ? unknown : superOf(frame, self);
    }
    default:
      return settingRead(name, args);
  }
}
function setAttribute(frame, object, name, value) {
  setEntry(frame, object, name, value);
  let own = frame.state.variables.get(frame.selfName);
  if (own === void 0 || own.objects[0] !== object.objects[0] || object.objects.length !== 1) return;
  let before2 = frame.selfStores.get(name);
  frame.selfStores.set(name, before2 === void 0 ? value : joinValues(before2, value));
}
function rank(frame, node, args) {
  let key = args.keywords.get("key"), [list3] = args.positional;
  key !== void 0 && list3 !== void 0 && applied(frame, node, key.value, [list3], !0);
}
function iteratorOf(frame, node, value) {
  for (let one of value.denotes) {
    let method = one.kind === "object" ? frame.engine.project.method(one, "__iter__") : void 0;
    if (method !== void 0) return callFunction(frame, node, { ...method, self: value }, noArguments);
  }
}
function asString(frame, node, value) {
  for (let one of value.denotes) {
    let method = one.kind === "object" ? frame.engine.project.method(one, "__str__") : void 0;
    if (method !== void 0) return callFunction(frame, node, { ...method, self: value }, noArguments);
  }
}
function copied(frame, node, value) {
  let [held, ...others2] = frame.holds(value);
  return held === void 0 || others2.length > 0 ? value : (frame.state.setObject(node, frame.export(value).held ?? held), { ...value, held: void 0, objects: [node] });
}
function listOf(frame, node, element2) {
  return frame.allocate(node, { kind: "list", entries: /* @__PURE__ */ new Map(), rest: element2 }, "list");
}
function pairOf(frame, node, values2) {
  let entries = new Map(values2.map((value, index2) => [`n${index2}`, value]));
  return frame.allocate(-2 - node, { kind: "tuple", entries, rest: void 0 }, "tuple");
}
function carrying(frame, args, result) {
  let taint2 = derivedTaint([result.taint, ...args.positional.map(({ value }) => wholeValue(frame, value).taint)]);
  return { ...result, taint: taint2 };
}
function applied(frame, node, callee, given, elements = !1) {
  let positional = elements ? given.map((one) => ({ node: one.node, value: elementOf(frame, one.value) })) : given;
  return callValue(frame, node, callee ?? unknown, { ...noArguments, positional });
}
function filtered(frame, node, check, list3) {
  let element2 = elementOf(frame, list3.value), method = check?.denotes.flatMap(
    (one) => one.kind === "symbol" && one.name.startsWith("str.") ? [one.name.slice(4)] : []
  )[0], result = method === void 0 ? applied(frame, node, check, [{ node: -1, value: element2 }]) : unknown, checks2 = (method === void 0 ? result.taint?.checks : methodChecks(frame, node, { node: -1, value: element2 }, method, noArguments))?.whenTrue ?? [], { taint: taint2 } = element2;
  for (let one of checks2) one.taint === element2.taint && (taint2 = cleanTaint(taint2, one.kinds, one.credit));
  return { ...element2, taint: taint2 };
}
var NAMED_TUPLE = "collections.namedtuple()";
function namedTuple(frame, args) {
  let fields = args.positional[1] ?? args.keywords.get("field_names");
  if (fields === void 0) return;
  let constant = onlyConstant(fields.value), text = constant === void 0 ? void 0 : textOf(constant), [held] = frame.holds(fields.value), names2 = text !== void 0 ? text.split(/[\s,]+/).filter((name) => name !== "") : [...held?.entries.values() ?? []].map((entry2) => fieldName(frame, entry2)), entries = new Map(names2.map((name, index2) => [`n${index2}`, constantValue(str(name))]));
  return { ...instanceOf(NAMED_TUPLE), held: { kind: "tuple", entries, rest: void 0 } };
}
function fieldName(frame, entry2) {
  let [pair] = frame.holds(entry2), constant = onlyConstant(pair?.entries.get("n0") ?? entry2);
  return constant === void 0 ? "" : textOf(constant) ?? "";
}
function makeNamedTuple(frame, node, type, args) {
  let entries = /* @__PURE__ */ new Map(), [fields] = frame.holds(type);
  return [...fields?.entries.values() ?? []].forEach((field, index2) => {
    let constant = onlyConstant(field), name = constant === void 0 ? "" : textOf(constant) ?? "", value = args.keywords.get(name)?.value ?? args.positional[index2]?.value ?? args.star ?? args.doubleStar;
    value !== void 0 && (entries.set(name, value), entries.set(`n${index2}`, value));
  }), frame.allocate(node, { kind: "instance", entries, rest: void 0 }, "collections.namedtuple()()");
}
function partialOf(callee, args) {
  let entries = /* @__PURE__ */ new Map([["callee", callee]]);
  args.positional.slice(1).forEach(({ value }, index2) => entries.set(`n${index2}`, value));
  for (let [name, { value }] of args.keywords) entries.set(`s${name}`, value);
  return { kind: "instance", entries, rest: void 0 };
}
function callValue(frame, node, callee, args) {
  let partial = callee.held?.entries.get("callee");
  if (partial !== void 0) {
    let entries = [...callee.held.entries], before2 = entries.flatMap(([key, value]) => /^n\d/.test(key) ? [{ node: -1, value }] : []), named3 = entries.flatMap(
      ([key, value]) => key.startsWith("s") ? [[key.slice(1), { node: -1, value }]] : []
    ), keywords = new Map([...named3, ...args.keywords]);
    return callValue(frame, node, partial, { ...args, positional: [...before2, ...args.positional], keywords });
  }
  let joined4;
  for (let one of callee.denotes) {
    let result = calledOne(frame, node, callee, one, args);
    result !== void 0 && (joined4 = joined4 === void 0 ? result : joinValues(joined4, result));
  }
  return joined4 ?? unknown;
}
function calledOne(frame, node, callee, one, args) {
  if (one.kind === "function") return callFunction(frame, node, { ...one, self: one.self }, args);
  if (one.kind === "symbol")
    return handedSink(frame, node, one.name, args), builtinCall(frame, node, one.name, args);
  if (one.kind !== "object") return;
  let method = frame.engine.project.method(one, "__call__");
  return method === void 0 ? void 0 : callFunction(frame, node, { ...method, self: { ...callee, denotes: [one] } }, args);
}
function handedSink(frame, node, name, args) {
  let { sinks, models } = frame.engine;
  if (sinks === void 0 || !frame.recording || models.call(name)?.some((entry2) => entry2.sinks.length > 0) !== !0)
    return;
  let { module, functionIndex } = frame;
  sinks.call(frame, { module, functionIndex, node, names: [name], method: "", receiver: void 0, args });
}
function fromBase(base) {
  let given = onlyConstant(base), radix = given === void 0 ? void 0 : numberOf(given);
  return (constant) => {
    let text = (textOf(constant) ?? "").replaceAll("_", "").toLowerCase(), prefix = text.slice(0, 2), own = prefix === "0o" ? 8 : prefix === "0x" ? 16 : prefix === "0b" ? 2 : void 0, digits2 = own !== void 0 && (radix === 0 || radix === own) ? text.slice(2) : text, number = radix === void 0 ? Number.NaN : Number.parseInt(digits2, radix === 0 ? own ?? 10 : radix);
    return Number.isSafeInteger(number) ? int(number) : void 0;
  };
}
function converted(frame, node, name, value, converter) {
  let type = name === "len" || name.includes(".") ? "int" : name, withDefault = onDefault(value, (assumed) => converted(frame, node, name, assumed, converter));
  if (withDefault !== void 0) return withDefault;
  let results = [];
  for (let constant of value.constants ?? []) {
    let result = converter(constant);
    if (result === void 0) return instanceOf(type);
    results.push(result);
  }
  return results.length === 0 ? name === "str" && value.text !== void 0 ? value : name === "str" ? { ...instanceOf(type), origin: value.origin, taint: asText(frame.whole(value).taint) } : { ...instanceOf(type), origin: value.origin, taint: numbersOnly(frame, node, name, value) } : { ...constantValue(results[0], value.origin), constants: results };
}
function numbersOnly(frame, node, name, value) {
  if (name !== "int" && name !== "float") return;
  let credit2 = { kind: "sanitizer", name: `\`${name}()\``, module: frame.module, node, kinds: allKinds };
  return cleanTaint(value.taint, allKinds, credit2);
}
function container(frame, node, kind, source) {
  if (source === void 0) return frame.allocate(node, { kind, entries: /* @__PURE__ */ new Map(), rest: void 0 }, kind);
  let [held] = frame.holds(source);
  return held !== void 0 && (held.kind === "list" || held.kind === "tuple") && held.rest === void 0 && kind !== "set" ? frame.allocate(node, { kind, entries: held.entries, rest: void 0 }, kind) : frame.allocate(node, { kind, entries: /* @__PURE__ */ new Map(), rest: elementOf(frame, source) }, kind);
}
function superOf(frame, self) {
  let denotes = self.denotes.flatMap((denotation) => {
    if (denotation.kind !== "object") return [];
    let { project } = frame.engine;
    return project.bases(denotation).flatMap((base) => base.kind === "class" ? [{ kind: "object", module: base.module, index: base.index }] : base.kind === "external" ? [{ kind: "instance", of: base.name }] : []);
  });
  return { ...unknown, denotes, objects: self.objects };
}

// src/analyse/taint/handler-position.ts
function parameterPosition(frame, index2) {
  let { methodOf: methodOf2 } = frame.module.index.functions[frame.functionIndex];
  return methodOf2 !== MODULE && frame.selfName !== 0 ? index2 - 1 : index2;
}

// src/analyse/interpreter/handler-parameters.ts
function handlerParameter(frame, node, name, index2, value, isOutside = !1) {
  let { engine, module, functionIndex, tree } = frame, text = tree.names.text(name), found2 = engine.entryPoints.parameter(module, functionIndex, parameterPosition(frame, index2), text);
  if (found2 === void 0) return;
  if (found2.type !== void 0 && found2.sources.length === 0)
    return value.denotes.length > 0 ? void 0 : { ...denoting({ kind: "instance", of: found2.type }), origin: "parameter" };
  if (!isOutside && engine.isEntered(module, functionIndex)) return;
  let injected = dependency(frame, node, value);
  if (injected !== void 0) return injected;
  let [entry2] = found2.sources;
  if (entry2 === void 0) return;
  if (!mayCarryText(frame, node, value)) return value;
  let shape = entry2.entry.shape ?? "text", source = engine.source({
    kind: entry2.sources[0],
    name: text,
    key: void 0,
    handler: module.qualifiedName(functionIndex),
    module,
    node,
    except: exceptOf(frame, entry2.entry, ownClass(module, functionIndex))
  }), isModel = value.denotes.some((one) => one.kind === "object"), taint2 = sourceTaint(source, isModel || isContainer(value) ? "object" : shape), described = found2.type === void 0 ? outsideValue(frame, tree.child(node, Field.type), taint2) : void 0;
  if (described !== void 0) return { ...described, origin: "parameter" };
  let type = found2.type === void 0 ? value : denoting({ kind: "instance", of: found2.type });
  return withTaint({ ...type, origin: "parameter", fallback: void 0 }, taint2);
}
function fromOutside(frame, node, name) {
  let { engine, module, functionIndex, tree } = frame, annotation = tree.child(node, Field.type), value = {
    ...denoting(...annotation < 0 ? [] : typeOfAnnotation(frame, annotation)),
    origin: "parameter"
  };
  if (!mayCarryText(frame, node, value)) return;
  let handler = module.qualifiedName(functionIndex), source = engine.source({ kind: "remote", name: tree.names.text(name), key: void 0, handler, module, node });
  return withTaint(value, sourceTaint(source, "text"));
}
function ownClass(module, functionIndex) {
  let { methodOf: methodOf2 } = module.index.functions[functionIndex];
  return methodOf2 === MODULE ? void 0 : { module, index: methodOf2 };
}
function isContainer(value) {
  return value.denotes.some((one) => one.kind === "instance" && /^(?:dict|list|object|typing\.\w+)$/.test(one.of));
}
function mayCarryText(frame, node, value) {
  let annotation = frame.tree.child(node, Field.type);
  return annotation < 0 ? !0 : isHarmlessType(frame, annotation) || hasHarmlessPattern(frame.module, frame.tree.child(node, Field.value)) ? !1 : value.denotes.every((one) => one.kind === "object" ? fieldsFromOutside(frame.engine, one) : one.kind !== "instance" ? !0 : !one.of.includes(".") || /^(?:typing|pathlib|collections|pydantic|builtins)\./.test(one.of));
}
var dependencies = /* @__PURE__ */ new Set(["Depends", "Security"]);
function dependency(frame, parameter, declared) {
  let { tree, engine } = frame, defaultNode = tree.child(parameter, Field.value), annotation = tree.child(parameter, Field.type), aliased = annotation < 0 ? void 0 : aliasedAnnotation(frame, annotation), where = aliased?.frame ?? frame, call2 = isDependency(frame, defaultNode) ? defaultNode : dependencyIn(where, aliased?.node ?? annotation);
  if (call2 < 0) return;
  let place4 = call2 === defaultNode ? frame : where, list3 = place4.tree.child(call2, Field.arguments), first = list3 < 0 || place4.tree.next(list3) === list3 + 1 ? -1 : list3 + 1;
  if (first < 0 || place4.tree.kind(first) === Kind.keyword_argument) return madeFrom(frame, declared);
  let given = place4.evaluateSilently(first);
  for (let one of given.denotes) {
    if (one.kind === "function") {
      let outcome = engine.outcome(one.module, one.index), value = outcome.denotes.some((type) => type.kind === "instance" && type.of === "generator") ? elementOf(frame, outcome) : outcome;
      return value.denotes.length > 0 || value.constants !== void 0 ? value : { ...value, denotes: declared.denotes };
    }
    if (one.kind === "class")
      return madeFrom(frame, denoting({ kind: "object", module: one.module, index: one.index }));
  }
  return declared;
}
function madeFrom(frame, declared) {
  let { engine } = frame, [type] = declared.denotes, init = type?.kind === "object" ? engine.project.method(type, "__init__") : void 0;
  if (init === void 0 || type?.kind !== "object") return declared;
  let inside2 = new Frame(engine, init.module, init.index, { observing: !1, depth: 1 }), entries = /* @__PURE__ */ new Map();
  for (let [name, value] of inside2.storesFromOutside()) entries.set(name, value);
  return { ...declared, held: { kind: "instance", entries, rest: void 0 } };
}
function aliasedAnnotation(frame, annotation) {
  let { tree, engine, module, functionIndex } = frame, name = tree.kind(annotation) === Kind.type ? annotation + 1 : annotation;
  if (tree.kind(name) !== Kind.identifier && tree.kind(name) !== Kind.attribute) return;
  let definition = engine.project.dotted(module, functionIndex, name);
  if (definition?.kind !== "value") return;
  let binding = definition.bindings.at(-1);
  if (binding?.kind !== "value") return;
  let there = new Frame(engine, definition.module, MODULE, { observing: !1, depth: 1 });
  return there.isAlone = !0, { frame: there, node: binding.value };
}
function isDependency({ tree }, node) {
  if (node < 0 || tree.kind(node) !== Kind.call) return !1;
  let callee = tree.child(node, Field.function);
  return dependencies.has(
    tree.text(tree.kind(callee) === Kind.attribute ? tree.child(callee, Field.attribute) : callee)
  );
}
function dependencyIn(frame, annotation) {
  if (annotation < 0) return -1;
  for (let node = annotation; node < frame.tree.next(annotation); node++) if (isDependency(frame, node)) return node;
  return -1;
}

// src/analyse/taint/wrapped-handlers.ts
function wrappers4(engine, module, index2) {
  let item = module.index.functions[index2];
  if (item.decorated < 0) return [];
  let { tree } = module, found2 = [];
  for (let child of tree.children(item.decorated)) {
    if (tree.kind(child) !== Kind.decorator) continue;
    let expression = child + 1, callee = tree.kind(expression) === Kind.call ? tree.child(expression, Field.function) : expression;
    engine.project.dotted(module, item.parent, callee)?.kind === "function" && found2.unshift(expression);
  }
  return found2;
}
function decorated(engine, module, index2) {
  let expressions = wrappers4(engine, module, index2);
  if (expressions.length === 0) return;
  let item = module.index.functions[index2], frame = new Frame(engine, module, item.parent, { observing: !1, depth: 0 });
  frame.isAlone = !0;
  let value = denoting({ kind: "function", module, index: index2, isBare: !0 });
  for (let expression of expressions) {
    let positional = [{ node: item.node, value }], made = callValue(frame, expression, frame.evaluate(expression), { ...noArguments, positional });
    made.denotes.some(({ kind }) => kind === "function" || kind === "object") && (value = frame.export(made));
  }
  return value.denotes.some(
    (one) => one.kind === "function" && (one.module !== module || one.index !== index2)
  ) ? value : void 0;
}
function enterWrapped(engine, module, index2) {
  let value = engine.decorated(module, index2);
  if (value === void 0) return !1;
  let item = module.index.functions[index2], frame = new Frame(engine, module, item.parent, { observing: !1, recording: !0, depth: 0 });
  return callValue(frame, item.node, value, { ...noArguments, ...outsideArguments(engine, module, index2) }), !0;
}
function outsideArguments(engine, module, index2) {
  let item = module.index.functions[index2], inside2 = new Frame(engine, module, index2, { observing: !1, depth: 0 }), positional = [], keywords = /* @__PURE__ */ new Map(), { tree } = module, position = 0;
  for (let node of item.parameters < 0 ? [] : tree.children(item.parameters)) {
    let nameNode = parameterName(module, node);
    if (nameNode < 0 || parameterKind(module, node) !== "one") continue;
    let name = tree.name(nameNode);
    if (item.methodOf !== MODULE && position === 0 && inside2.selfName !== 0)
      positional.push({ node, value: denoting({ kind: "object", module, index: item.methodOf }) });
    else {
      let value = handlerParameter(inside2, node, name, position, unknown, !0);
      value !== void 0 && value.taint === void 0 && value.denotes.length > 0 ? positional.push({ node, value }) : value?.taint !== void 0 && isRouted(engine, module, index2, tree.text(nameNode)) && keywords.set(tree.text(nameNode), { node, value });
    }
    position++;
  }
  return { positional, keywords };
}
function isRouted(engine, module, index2, name) {
  let routes = engine.entryPoints.routes(module, index2);
  return routes.length === 0 || routes.some((route) => new RegExp(`\\b${name}\\b`).test(route));
}

// src/analyse/taint/entry-points.ts
var noHandling = [], EntryPoints = class {
  #engine;
  #decorators;
  #methods;
  /** Methods of classes that need no base outside the checkout. */
  #methodsAnywhere;
  #functions;
  #registrars;
  /** Entries with the numbers of their parameters' names, if the checkout has such names. */
  #byParameterNames;
  #known = /* @__PURE__ */ new Map();
  #registered;
  #isRegistering = !1;
  constructor(engine, entries) {
    this.#engine = engine, this.#decorators = byLastName(entries, ({ entry: entry2 }) => entry2.decorator);
    let methods2 = entries.filter(({ entry: entry2 }) => entry2.method !== void 0);
    this.#methodsAnywhere = methods2.filter(
      ({ entry: { on } }) => on === void 0 || on.some((type) => type.startsWith("*"))
    ), this.#methods = methods2.filter((entry2) => !this.#methodsAnywhere.includes(entry2)), this.#functions = byLastName(entries, ({ entry: entry2 }) => entry2.function), this.#registrars = byLastName(entries, ({ entry: entry2 }) => entry2.registrar), this.#byParameterNames = entries.flatMap((entry2) => {
      if (entry2.entry.function?.includes("*") !== !0) return [];
      let names2 = entry2.entry.parameters?.map(engine.project.names.find) ?? [];
      return names2.length === 0 || names2.includes(0) ? [] : [{ entry: entry2, names: names2 }];
    });
  }
  /** The handlers of a module, in file order. */
  *handlers(module) {
    for (let index2 = 0; index2 < module.index.functions.length; index2++)
      this.#handling(module, index2).length > 0 && (yield index2);
  }
  /** How many handlers a module has. */
  count(module) {
    let count2 = 0;
    for (let index2 of this.handlers(module)) index2 !== MODULE && count2++;
    return count2;
  }
  /** What is known of a parameter (its position counts from the first after self); undefined if it is not for what is outside. */
  parameter(module, index2, position, name) {
    let handling = this.#handling(module, index2);
    if (handling.length === 0) return;
    let named3 = handling.filter(({ entry: { entry: entry2 } }) => isMeant(entry2.param, position, name)), types = named3.flatMap(({ entry: { entry: entry2 } }) => entry2.returns ?? []), sources = named3.filter(({ entry: entry2 }) => entry2.sources.length > 0);
    sources.length === 0 && types.length === 0 && (sources = handling.filter(({ entry: entry2 }) => entry2.sources.length > 0 && entry2.entry.param === void 0));
    let isHarmless2 = handling.some(
      ({ route }) => route !== void 0 && (route.harmless.has(name) || route.harmlessPositions.has(position))
    );
    if (!(!isHarmless2 && sources.length === 0 && types.length === 0))
      return { sources: isHarmless2 ? [] : sources.map(({ entry: entry2 }) => entry2), type: types[0] };
  }
  /** Texts of the routes that lead to a handler. */
  routes(module, index2) {
    return this.#handling(module, index2).flatMap(({ path }) => path === void 0 ? [] : [path]);
  }
  /** Whether decorators of the checkout stand between the framework and a handler: they decide what it gets. */
  isWrapped(module, index2) {
    return this.#handling(module, index2).length > 0 && wrappers4(this.#engine, module, index2).length > 0;
  }
  /** Entries that make what the function returns a sink. */
  results(module, index2) {
    return this.#handling(module, index2).flatMap(
      ({ entry: entry2 }) => (entry2.argument === "return" || entry2.entry.param === "return") && entry2.sinks.length > 0 ? [entry2] : []
    );
  }
  #handling(module, index2) {
    let ofModule = this.#known.get(module);
    ofModule === void 0 && this.#known.set(module, ofModule = /* @__PURE__ */ new Map());
    let found2 = ofModule.get(index2);
    return found2 === void 0 && (ofModule.set(index2, noHandling), found2 = [
      ...this.#byDecorator(module, index2),
      ...this.#byBaseClass(module, index2),
      ...this.#byName(module, index2),
      ...this.#byParameters(module, index2),
      ...this.#registrations().get(module)?.get(index2) ?? []
    ], this.#isRegistering ? ofModule.delete(index2) : ofModule.set(index2, found2.length === 0 ? noHandling : found2)), found2;
  }
  #byDecorator(module, index2) {
    let item = module.index.functions[index2];
    if (item.decorated < 0 || this.#decorators.size === 0) return [];
    let { tree } = module;
    return tree.children(item.decorated).flatMap((child) => {
      if (tree.kind(child) !== Kind.decorator) return [];
      let expression = child + 1, call2 = tree.kind(expression) === Kind.call ? expression : -1, callee = call2 < 0 ? expression : tree.child(call2, Field.function);
      return this.#meant(module, item.parent, callee, call2, this.#decorators);
    });
  }
  /** Entries that a decorator or registering call means, by what it is called and on what. */
  #meant(module, functionIndex, callee, call2, table2) {
    let { tree } = module, isAttribute = tree.kind(callee) === Kind.attribute, last2 = isAttribute ? tree.text(tree.child(callee, Field.attribute)) : tree.text(callee), candidates = table2.get(last2) ?? table2.get(this.#importedName(module, functionIndex, callee));
    if (candidates === void 0) return [];
    let path = call2 < 0 ? void 0 : firstText(module, call2), route = path === void 0 ? void 0 : routeParameters(path), names2 = qualifiedNames(this.#alone(module, functionIndex, callee)), object = isAttribute ? this.#alone(module, functionIndex, tree.child(callee, Field.object)) : void 0, types = object === void 0 ? [] : typesOf(this.#engine, object), isUnknown = isAttribute && types.length === 0 && names2.length === 0;
    return candidates.flatMap((entry2) => {
      let { on } = entry2.entry, subjects2 = entry2.entry.decorator ?? entry2.entry.registrar ?? [];
      return (on === void 0 ? names2.some((name) => subjects2.includes(name)) : types.some((type) => on.includes(type)) || // An application that is handed in: a route on it, in a file that knows the framework.
      isUnknown && path?.startsWith("/") === !0 && on.some((type) => importsPackage(module, type))) && this.#whereHolds(module, functionIndex, call2, entry2) ? [{ entry: entry2, route, path }] : [];
    });
  }
  /** Whether the conditions of an entry hold for the arguments of a decorator or registering call. */
  #whereHolds(module, functionIndex, call2, { entry: entry2 }) {
    if (entry2.where === void 0) return !0;
    let positional = [], keywords = /* @__PURE__ */ new Map(), { tree } = module, list3 = call2 < 0 ? -1 : tree.child(call2, Field.arguments);
    for (let child of list3 < 0 ? [] : tree.children(list3)) {
      let isKeyword = tree.kind(child) === Kind.keyword_argument, node = isKeyword ? tree.child(child, Field.value) : child, argument = { node, value: this.#alone(module, functionIndex, node) };
      isKeyword ? keywords.set(tree.text(tree.child(child, Field.name)), argument) : positional.push(argument);
    }
    let frame = new Frame(this.#engine, module, functionIndex, { observing: !1, depth: 1 }), place4 = { module, functionIndex, node: call2 };
    return this.#engine.whereHolds?.(entry2.where, { ...noArguments, positional, keywords }, frame, place4) === !0;
  }
  #importedName(module, functionIndex, callee) {
    let definition = this.#engine.project.dotted(module, functionIndex, callee);
    return definition?.kind === "external" ? definition.name.slice(definition.name.lastIndexOf(".") + 1) : "";
  }
  #byBaseClass(module, index2) {
    let item = module.index.functions[index2];
    if (item.methodOf === MODULE) return [];
    let { classes: classes3, external } = this.#engine.project.ancestry({ module, index: item.methodOf }), name = module.tree.names.text(item.name), bases = external.map((base) => this.#engine.models.canonical(base)), isOfBase = (type) => {
      if (!type.startsWith("*")) return bases.includes(type);
      let end = type.slice(1);
      return bases.some((base) => base.endsWith(end)) || classes3.slice(1).some((base) => base.module.qualifiedClassName(base.index).endsWith(end));
    };
    return (bases.length === 0 ? this.#methodsAnywhere : [...this.#methods, ...this.#methodsAnywhere]).flatMap((entry2) => {
      let { method, on } = entry2.entry;
      return method.some((pattern) => fitsName(pattern, name)) && (on?.some((type) => type === "*" || isOfBase(type)) ?? !0) && this.#fits(module, index2, entry2) ? [{ entry: entry2, route: void 0 }] : [];
    });
  }
  /** Whether the function has the parameters, and its module the imports, that an entry asks for. */
  #fits(module, index2, { entry: { parameters, imports } }) {
    if (parameters !== void 0) {
      let item = module.index.functions[index2], own = parameterNames(module, item).slice(item.methodOf === MODULE ? 0 : 1);
      if (!parameters.every((name, position) => own[position] === this.#engine.project.names.find(name))) return !1;
    }
    return imports?.some((name) => importsPackage(module, name)) ?? !0;
  }
  #byName(module, index2) {
    let item = module.index.functions[index2];
    return item.parent !== MODULE || item.parentClass !== MODULE ? [] : (this.#functions.get(module.tree.names.text(item.name)) ?? []).filter((entry2) => this.#fits(module, index2, entry2)).map((entry2) => ({ entry: entry2, route: void 0 }));
  }
  /** What its parameters are called tells what a function is for: `(environ, start_response)`. */
  #byParameters(module, index2) {
    if (this.#byParameterNames.length === 0) return [];
    let item = module.index.functions[index2], own = parameterNames(module, item).slice(item.methodOf === MODULE ? 0 : 1);
    return this.#byParameterNames.flatMap(({ entry: entry2, names: names2 }) => names2.every((name, at) => own[at] === name) && this.#fits(module, index2, entry2) ? [{ entry: entry2, route: void 0 }] : []);
  }
  /** Functions that are handed to a registering call anywhere in the checkout; found once. */
  #registrations() {
    if (this.#registered !== void 0) return this.#registered;
    let registered = this.#registered = /* @__PURE__ */ new Map();
    return this.#isRegistering = !0, this.#findRegistrations(registered), this.#isRegistering = !1, registered;
  }
  #findRegistrations(registered) {
    let numbers2 = new Set([...this.#registrars.keys()].map(this.#engine.project.names.find));
    if (numbers2.delete(0), numbers2.size === 0) return;
    let reach2 = createReach(this.#engine.project);
    for (let module of this.#engine.project.modules) {
      let { tree, index: index2 } = module, known2 = this.#reachable(module, reach2);
      if (known2.size !== 0)
        for (let call2 of index2.calls) {
          let callee = tree.child(call2, Field.function), last2 = tree.kind(callee) === Kind.attribute ? tree.child(callee, Field.attribute) : callee;
          known2.has(tree.name(last2)) && this.#register(module, call2, callee, registered);
        }
    }
  }
  /** Names of registering calls whose package the module, or one it imports, imports. */
  #reachable(module, reach2) {
    let packages = reach2(module), found2 = /* @__PURE__ */ new Set();
    for (let [name, entries] of this.#registrars) {
      let number = entries.some(
        ({ entry: entry2 }) => (entry2.on ?? entry2.registrar ?? []).some(
          (type) => type.startsWith("*") || packages.has(type.split(".", 1)[0])
        )
      ) ? this.#engine.project.names.find(name) : 0;
      number !== 0 && found2.add(number);
    }
    return found2;
  }
  #register(module, call2, callee, registered) {
    let around2 = evaluatedIn(module, call2);
    for (let handling of this.#meant(module, around2, callee, call2, this.#registrars)) {
      let argument = argumentNode(module, call2, handling.entry.argument ?? "0");
      if (!(argument < 0))
        for (let denotation of this.#alone(module, around2, argument).denotes) {
          if (denotation.kind !== "function") continue;
          let ofModule = registered.get(denotation.module);
          ofModule === void 0 && registered.set(denotation.module, ofModule = /* @__PURE__ */ new Map());
          let list3 = ofModule.get(denotation.index);
          list3 === void 0 ? ofModule.set(denotation.index, [handling]) : list3.push(handling);
        }
    }
  }
  #alone(module, functionIndex, node) {
    return new Frame(this.#engine, module, functionIndex, { observing: !1, depth: 1 }).evaluateAlone(node);
  }
};
function evaluatedIn(module, node) {
  let around2 = module.functionAround(node);
  for (; around2 !== MODULE && node < module.index.functions[around2].body; )
    around2 = module.index.functions[around2].parent;
  return around2;
}
function fitsName(pattern, name) {
  return pattern === "*" ? !name.startsWith("__") : pattern.endsWith("*") ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
}
function isMeant(param, position, name) {
  return param === void 0 ? !1 : String(param).split("|").some((part) => part === "*" || part === name || part === String(position));
}
function byLastName(entries, namesOf) {
  let map = /* @__PURE__ */ new Map();
  for (let entry2 of entries)
    for (let name of namesOf(entry2) ?? []) {
      let last2 = name.slice(name.lastIndexOf(".") + 1), list3 = map.get(last2);
      list3 === void 0 ? map.set(last2, [entry2]) : list3.push(entry2);
    }
  return map;
}
function qualifiedNames(value) {
  return value.denotes.flatMap((denotation) => denotation.kind === "symbol" ? [denotation.name] : []);
}
function typesOf(engine, value) {
  return value.denotes.flatMap((denotation) => denotation.kind === "instance" ? [engine.models.canonical(denotation.of)] : denotation.kind !== "object" && denotation.kind !== "class" ? [] : engine.project.ancestry(denotation).external.map((base) => engine.models.canonical(base)));
}
function importsPackage(module, type) {
  let first = type.split(".", 1)[0];
  return module.importTargets().some((target) => target === first || target.startsWith(`${first}.`));
}
function firstText(module, call2) {
  let list3 = module.tree.child(call2, Field.arguments);
  if (!(list3 < 0))
    for (let child of module.tree.children(list3)) {
      let text = literalText(module.tree, child);
      if (text !== void 0) return text;
    }
}
function argumentNode(module, call2, wanted) {
  let { tree } = module, list3 = tree.child(call2, Field.arguments);
  if (list3 < 0) return -1;
  let positional = [];
  for (let child of tree.children(list3))
    if (tree.kind(child) !== Kind.keyword_argument) positional.push(child);
    else if (wanted.split("|").includes(tree.text(tree.child(child, Field.name))))
      return tree.child(child, Field.value);
  for (let part of wanted.split("|")) {
    let found2 = /^\d+$/.test(part) ? positional[Number(part)] : void 0;
    if (found2 !== void 0) return found2;
  }
  return -1;
}

// src/analyse/taint/assigned-sinks.ts
function assignedSink(frame, node, object, name, value, valueNode2) {
  let { sinks, models } = frame.engine;
  if (sinks !== void 0)
    for (let type of typesOf(frame.engine, object)) {
      let entries = models.assigned(`${type}.${name}`);
      if (entries === void 0) continue;
      let given = { ...noArguments, keywords: /* @__PURE__ */ new Map([["value", { node: valueNode2, value }]]) };
      if (becoming(frame, node, frame.tree.child(node, Field.object), object, entries, given), frame.recording) for (let entry2 of entries) record2(frame, node, entry2, value, valueNode2);
    }
}
function itemSink(frame, node, object, key, value, valueNode2) {
  let { sinks, models } = frame.engine;
  if (sinks === void 0 || !frame.recording) return;
  let { tree } = frame, names2 = typesOf(frame.engine, object).map((type) => `${type}.self`);
  for (let one of object.denotes) one.kind === "member" && names2.push(`${models.canonical(one.of)}.${one.name}`);
  for (let one of object.denotes) one.kind === "symbol" && names2.push(one.name);
  let keyNode = tree.child(node, Field.subscript);
  addressAsKey(frame, node, { node: keyNode, value: key });
  for (let name of names2)
    for (let entry2 of models.item(name) ?? []) {
      let isKey = entry2.argument === "key";
      record2(frame, node, entry2, isKey ? key : value, isKey ? keyNode : valueNode2, /* @__PURE__ */ new Map([
        ["key", { node: keyNode, value: key }],
        ["value", { node: valueNode2, value }]
      ]));
    }
}
function resultSink(frame, node, value, valueNode2) {
  let { sinks, entryPoints } = frame.engine;
  if (sinks === void 0 || !frame.recording || frame.functionIndex === MODULE) return;
  let isAnswer2 = isWholeAnswer(frame, value);
  if (isAnswer2 && frame.tree.kind(valueNode2) === Kind.call) return;
  let entries = isAnswer2 ? wholeAnswers(frame.engine.models) : frame.root === frame ? entryPoints.results(frame.module, frame.functionIndex) : [];
  for (let entry2 of entries) record2(frame, node, entry2, value, valueNode2);
}
function isWholeAnswer(frame, value) {
  return frame.holds(value).some(({ kind, entries }) => kind === "dict" && entries.has("sstatusCode") && entries.has("sbody"));
}
var answers = /* @__PURE__ */ new WeakMap();
function wholeAnswers(models) {
  let found2 = answers.get(models);
  return found2 === void 0 && (found2 = models.entries.filter(
    ({ entry: entry2, argument, sinks }) => entry2.function !== void 0 && entry2.parameters === void 0 && argument === "return" && sinks.length > 0
  ), answers.set(models, found2)), found2;
}
function record2(frame, node, entry2, value, valueNode2, keywords = noArguments.keywords) {
  let { module, functionIndex, engine } = frame, argument = { node: valueNode2, value };
  engine.sinks.call(frame, {
    module,
    node,
    functionIndex,
    names: [],
    method: "",
    receiver: void 0,
    args: { ...noArguments, positional: [argument], keywords },
    entry: entry2
  });
}

// src/analyse/interpreter/assign.ts
function assign(frame, target, value, valueNode2) {
  let { tree } = frame;
  switch (tree.kind(target)) {
    case Kind.identifier:
      bindName(frame, target, value, valueNode2), tell(frame, target, { kind: "name", name: tree.text(target) }, value, valueNode2);
      break;
    case Kind.attribute: {
      let object = frame.evaluate(tree.child(target, Field.object)), name = tree.text(tree.child(target, Field.attribute));
      if (callSetter(frame, target, object, name, value)) break;
      if (setEntry(frame, object, name, value), object.objects.length === 0 && object.taint?.is !== void 0 && (frame.storesOutside = !0), tree.name(tree.child(target, Field.object)) === frame.selfName && frame.selfName !== 0) {
        let before2 = frame.selfStores.get(name);
        frame.selfStores.set(name, before2 === void 0 ? value : joinValues(before2, value));
      }
      storeOnClass(frame, object, name, value), assignedSink(frame, target, object, name, value, valueNode2), tell(frame, target, { kind: "attribute", object, name }, value, valueNode2);
      break;
    }
    case Kind.subscript: {
      let object = frame.evaluate(tree.child(target, Field.value)), key = frame.evaluate(tree.child(target, Field.subscript)), constant = onlyConstant(key);
      if (callSetItem(frame, target, object, key, value)) break;
      storeInGlobal(
        frame,
        tree.child(target, Field.value),
        constant === void 0 ? void 0 : constantKey(constant),
        value
      );
      let own = materialized(frame, tree.child(target, Field.value), object);
      setEntry(frame, own, constant === void 0 ? void 0 : constantKey(constant), value), constant === void 0 && isTainted(key.taint) && addKey(frame, own, key), itemSink(frame, target, object, key, value, valueNode2), tell(frame, target, { kind: "subscript", object, key }, value, valueNode2);
      break;
    }
    case Kind.pattern_list:
    case Kind.tuple_pattern:
    case Kind.list_pattern:
    case Kind.tuple:
    case Kind.list:
      unpack(frame, target, value, valueNode2);
      break;
    case Kind.list_splat_pattern:
    case Kind.parenthesized_expression:
    case Kind.list_splat:
      assign(
        frame,
        target + 1,
        tree.kind(target) === Kind.parenthesized_expression ? value : frame.allocate(target, { kind: "list", entries: /* @__PURE__ */ new Map(), rest: value }, "list"),
        -1
      );
      break;
    default:
      break;
  }
}
function callSetter(frame, node, object, name, value) {
  let isCalled2 = !1;
  for (let one of object.denotes) {
    let setter = one.kind === "object" ? frame.engine.setter(one, name) : void 0;
    setter !== void 0 && (callFunction(frame, node, { ...setter, self: object }, { ...noArguments, positional: [{ node, value }] }), isCalled2 = !0);
  }
  return isCalled2;
}
function callSetItem(frame, node, object, key, value) {
  let isCalled2 = !1;
  for (let one of object.denotes) {
    let method = one.kind === "object" ? frame.engine.project.method(one, "__setitem__") : void 0;
    if (method === void 0) continue;
    let positional = [
      { node, value: key },
      { node, value }
    ];
    callFunction(frame, node, { ...method, self: object }, { ...noArguments, positional }), isCalled2 = !0;
  }
  return isCalled2;
}
function materialized(frame, node, value, kind = "dict") {
  let { tree, state } = frame, isAttribute = tree.kind(node) === Kind.attribute;
  if (value.objects.length > 0 || tree.kind(node) !== Kind.identifier && !isAttribute || value.held === void 0 && !isTainted(value.taint)) return value;
  let owner = isAttribute ? frame.evaluateSilently(tree.child(node, Field.object)) : void 0;
  if (owner !== void 0 && owner.objects.length !== 1) return value;
  value.taint?.is !== void 0 && (frame.storesOutside = !0);
  let held = value.held ?? { kind, entries: /* @__PURE__ */ new Map(), rest: void 0, base: value }, marks = derivedTaint([value.taint]), own = {
    ...withTaint(value, value.held === void 0 ? void 0 : marks),
    held: void 0,
    objects: [node]
  };
  if (state.setObject(node, held), owner === void 0) state.setVariable(tree.name(node), own);
  else {
    let name = tree.text(tree.child(node, Field.attribute));
    if (setEntry(frame, owner, name, own), tree.name(tree.child(node, Field.object)) === frame.selfName && frame.selfName !== 0) {
      let before2 = frame.selfStores.get(name);
      frame.selfStores.set(name, before2 === void 0 ? own : joinValues(before2, own));
    }
  }
  return own;
}
function storeOnClass(frame, object, name, value) {
  for (let one of object.denotes) {
    if (one.kind !== "class" || (frame.storesOutside = !0, !frame.recording)) continue;
    let { classes: classes3 } = frame.engine.project.ancestry(one), number = frame.engine.project.names.find(name), owner = classes3.find(({ module, index: index2 }) => module.classBindings(module.index.classes[index2]).byName.has(number)) ?? one;
    frame.engine.late.storeClass(owner.module, owner.index, name, value);
  }
}
function bindName(frame, target, value, valueNode2) {
  let { tree, module, state } = frame;
  state.dropGuards(tree.text(target));
  let bound = value.origin === "literal" ? withOrigin(value, "local") : value;
  isTainted(value.taint) && valueNode2 >= 0 && tree.kind(valueNode2) !== Kind.identifier && (bound = withTaint(
    bound,
    withStep(value.taint, { kind: "assignment", module, node: target, name: tree.text(target) })
  )), state.setVariable(tree.name(target), bound), isTainted(bound.taint) && isGlobal(frame, tree.name(target)) && (frame.storesOutside = !0, frame.recording && frame.engine.late.storeGlobal(module, tree.name(target), bound));
}
function storeInGlobal(frame, node, key, value) {
  let { tree, module, functionIndex, engine } = frame;
  if (functionIndex === MODULE || tree.kind(node) !== Kind.identifier || !isTainted(value.taint)) return;
  let name = tree.name(node);
  if (!module.bindings.byName.has(name) || frame.captured?.has(name) === !0) return;
  let item = module.index.functions[functionIndex];
  if (module.functionBindings(item).byName.has(name) || parameterNames(module, item).includes(name)) return;
  frame.storesOutside = !0;
  let entries = new Map(key === void 0 ? [] : [[key, value]]);
  frame.recording && engine.late.storeEntry(module, name, { kind: "dict", entries, rest: key === void 0 ? value : void 0 });
}
function isGlobal({ module, functionIndex }, name) {
  return functionIndex === MODULE ? !1 : module.functionBindings(module.index.functions[functionIndex]).outer.has(name) && module.bindings.byName.has(name);
}
function tell(frame, node, target, value, valueNode2) {
  if (!frame.observing) return;
  let { module, functionIndex, holds: holds3 } = frame, event = { module, functionIndex, node, target, value, valueNode: valueNode2, holds: holds3 };
  for (let observer of frame.engine.observers) observer.assign?.(event);
}
function unpack(frame, target, value, valueNode2) {
  let { tree } = frame, targets = tree.children(target), splat = targets.findIndex(
    (node) => tree.kind(node) === Kind.list_splat_pattern || tree.kind(node) === Kind.list_splat
  ), valueKind = valueNode2 < 0 ? void 0 : tree.kind(valueNode2), parts2 = valueKind === Kind.expression_list || valueKind === Kind.tuple || valueKind === Kind.list ? tree.children(valueNode2) : [];
  splat >= 0 && unpackStarred(frame, targets, splat, value) || targets.forEach((node, index2) => {
    let known2 = splat < 0 || index2 < splat, part = known2 ? entryOf(frame, value, `n${index2}`) : void 0;
    assign(frame, node, part ?? elementOf(frame, value), known2 && parts2.length === targets.length ? parts2[index2] : -1);
  });
}
function unpackStarred(frame, targets, splat, value) {
  let holds3 = frame.holds(value), [held] = holds3;
  if (held === void 0 || holds3.length > 1 || held.rest !== void 0 || held.kind === "dict" || held.kind === "instance")
    return !1;
  let values2 = [...held.entries.values()], after = targets.length - splat - 1;
  return values2.length < targets.length - 1 ? !1 : (targets.forEach((node, index2) => {
    if (index2 < splat) assign(frame, node, values2[index2], -1);
    else if (index2 > splat) assign(frame, node, values2[values2.length - (targets.length - index2)], -1);
    else {
      let rest = values2.slice(splat, values2.length - after), entries = new Map(rest.map((one, i) => [`n${i}`, one]));
      assign(frame, node + 1, frame.allocate(node, { kind: "list", entries, rest: void 0 }, "list"), -1);
    }
  }), !0);
}
function addKey(frame, object, key) {
  for (let id of object.objects) {
    let held = frame.state.heap.get(id);
    held?.kind === "dict" && frame.state.setObject(id, { ...held, keys: held.keys === void 0 ? key : joinValues(held.keys, key) });
  }
}
function setEntry(frame, object, key, value) {
  let only = object.objects.length === 1;
  for (let id of object.objects) {
    let held = frame.state.heap.get(id);
    held !== void 0 && frame.state.setObject(id, withEntry(held, key, value, only));
  }
}
function withEntry(held, key, value, strong2) {
  if (key === void 0) {
    let rest = held.rest === void 0 ? value : joinValues(held.rest, value);
    return !isTainted(value.taint) || held.kind !== "dict" ? { ...held, rest } : {
      ...held,
      rest,
      entries: new Map([...held.entries].map(([name, entry2]) => [name, joinValues(entry2, value)]))
    };
  }
  let before2 = held.entries.get(key), entries = new Map(held.entries);
  return entries.set(key, strong2 || before2 === void 0 ? value : joinValues(before2, value)), { ...held, entries };
}
function forget(frame, target) {
  let { tree } = frame;
  if (tree.kind(target) === Kind.identifier)
    frame.state.deleteVariable(tree.name(target));
  else if (tree.kind(target) === Kind.subscript) {
    let object = frame.evaluate(tree.child(target, Field.value)), key = onlyConstant(frame.evaluate(tree.child(target, Field.subscript)));
    for (let id of object.objects) {
      let held = frame.state.heap.get(id);
      if (held === void 0 || key === void 0) continue;
      let entries = new Map(held.entries);
      entries.delete(constantKey(key)), frame.state.setObject(id, { ...held, entries });
    }
  } else
    for (let child of tree.children(target)) forget(frame, child);
}

// src/analyse/interpreter/method-calls.ts
function methodCall(frame, node, receiver, name, args) {
  if (isText2(receiver)) return textMethod(frame, node, receiver, name, args);
  let object = changing.has(name) ? materialized(frame, receiverNode(frame, node), receiver, kindFor(name)) : receiver;
  if (object.objects.length > 0 || object.held !== void 0) return containerMethod(frame, node, object, name, args);
}
var changing = new Set(
  "update setdefault pop popleft popitem clear append appendleft extend insert remove add write writelines put put_nowait".split(
    " "
  )
);
function kindFor(method) {
  return method === "update" || method === "setdefault" || method === "pop" || method === "clear" ? "dict" : "list";
}
function receiverNode({ tree }, call2) {
  let callee = tree.child(call2, Field.function);
  return callee >= 0 && tree.kind(callee) === Kind.attribute ? tree.child(callee, Field.object) : call2;
}
var noneValue = constantValue(none), sameText = {
  lower: (text) => text.toLowerCase(),
  upper: (text) => text.toUpperCase(),
  strip: (text, [characters]) => characters === void 0 ? text.trim() : void 0,
  lstrip: (text, [characters]) => characters === void 0 ? text.trimStart() : void 0,
  rstrip: (text, [characters]) => characters === void 0 ? text.trimEnd() : void 0,
  replace: (text, [from, to]) => from === void 0 || from === "" || to === void 0 ? void 0 : text.replaceAll(from, to),
  removeprefix: (text, [prefix]) => prefix !== void 0 && text.startsWith(prefix) ? text.slice(prefix.length) : text,
  removesuffix: (text, [suffix]) => suffix !== void 0 && suffix !== "" && text.endsWith(suffix) ? text.slice(0, -suffix.length) : text,
  title: () => {
  },
  capitalize: (text) => text.slice(0, 1).toUpperCase() + text.slice(1).toLowerCase()
};
function textMethod(frame, node, receiver, name, args) {
  let texts = args.positional.map((argument) => onlyConstant(argument.value)).map((constant2) => constant2 === void 0 ? void 0 : textOf(constant2)), constant = onlyConstant(receiver), own = constant === void 0 ? void 0 : textOf(constant);
  switch (name) {
    case "format":
      return own === void 0 ? finished([
        ...parts(receiver),
        ...args.positional.map((argument) => ({ hole: asPart(frame, argument.value) }))
      ]) : braceFormat(frame, node, own, args);
    case "format_map":
      return own === void 0 || args.positional[0] === void 0 ? void 0 : braceFormat(frame, node, own, {
        ...noArguments,
        keywords: entriesAsKeywords(frame, args.positional[0].value)
      });
    case "join":
      return own === void 0 ? joinedBy(frame, receiver, args) : joined(frame, own, args.positional[0]?.value ?? unknown);
    case "split":
    case "rsplit":
      return own === void 0 && args.positional.length === 0 && args.keywords.size === 0 ? splitWords2(frame, node, receiver) : void 0;
    case "encode":
    case "decode":
      return receiver.constants === void 0 ? receiver : { ...receiver, constants: receiver.constants.map((known2) => recoded(known2, name)) };
    default: {
      let told = own === void 0 ? void 0 : toldOfText(own, name, texts);
      if (told !== void 0) return constantValue(bool(told), receiver.origin);
      let same = sameText[name];
      if (same === void 0) return;
      if (own !== void 0 && texts.every((text) => text !== void 0)) {
        let result = same(own, texts);
        if (result !== void 0)
          return constantValue({ type: constant.type, value: result }, receiver.origin);
      }
      return {
        ...instanceOf("str"),
        taint: withoutBreaks(
          frame,
          node,
          name,
          texts,
          derivedTaint([receiver.taint, ...args.positional.map(({ value }) => value.taint)])
        )
      };
    }
  }
}
function toldOfText(text, name, [first, ...others2]) {
  if (name === "isdigit" || name === "isdecimal")
    return /^[0-9]+$/.test(text) ? !0 : /^[ -~]*$/.test(text) ? !1 : void 0;
  if (name === "isalpha") return /^[a-zA-Z]+$/.test(text) ? !0 : /^[ -~]*$/.test(text) ? !1 : void 0;
  if (!(first === void 0 || others2.length > 0))
    return name === "startswith" ? text.startsWith(first) : name === "endswith" ? text.endsWith(first) : void 0;
}
function withoutBreaks(frame, node, method, texts, taint2) {
  if (method !== "replace" || taint2 === void 0) return taint2;
  let [from, to] = texts;
  if (to === void 0 || from === void 0 || !/^(?:\r\n|\n|\r)$/.test(from) || /[\r\n]/.test(to)) return taint2;
  let credit2 = {
    kind: "sanitizer",
    name: "replacing line breaks",
    module: frame.module,
    node,
    kinds: kindSet("single-line")
  };
  return cleanTaint(taint2, kindSet("single-line"), credit2);
}
function recoded(constant, name) {
  let text = textOf(constant);
  return text === void 0 ? constant : { type: name === "encode" ? "bytes" : "str", value: text };
}
function braceFormat(frame, node, format, args) {
  let result = [], last2 = 0, index2 = 0;
  for (let match of format.matchAll(/\{\{|\}\}|\{([^{}:!]*)(?:!([rsa]))?(?::[^{}]*(?:\{[^{}]*\}[^{}]*)*)?\}/g)) {
    if (result.push(format.slice(last2, match.index)), last2 = match.index + match[0].length, match[0] === "{{" || match[0] === "}}") {
      result.push(match[0][0]);
      continue;
    }
    let field = match[1], value = (field === "" ? args.positional[index2++] : /^\d+$/.test(field) ? args.positional[Number(field)] : args.keywords.get(field))?.value ?? attributeField(frame, field, args) ?? args.star ?? args.doubleStar ?? unknown, conversion = match[2], part = asPart(frame, value);
    result.push(
      conversion === "r" || conversion === "a" ? { hole: quoted(frame, node, `\`!${conversion}\``, part) } : filled(part, "")
    );
  }
  return result.push(format.slice(last2)), finished(result);
}
function attributeField(frame, field, args) {
  let [root] = field.split(/[.[]/, 1);
  if (root === void 0 || root === field) return;
  let argument = /^\d+$/.test(root) ? args.positional[Number(root)] : args.keywords.get(root);
  return argument === void 0 ? void 0 : { ...unknown, taint: frame.whole(argument.value).taint };
}
function entriesAsKeywords(frame, value) {
  let found2 = /* @__PURE__ */ new Map();
  for (let held of frame.holds(value))
    for (let [key, entry2] of held.entries)
      key.startsWith("s") && found2.set(key.slice(1), { node: -1, value: entry2 });
  return found2;
}
function joinedBy(frame, separator, args) {
  let list3 = args.positional[0]?.value ?? unknown;
  return { ...instanceOf("str"), taint: derivedTaint([separator.taint, frame.whole(list3).taint]) };
}
function joined(frame, separator, list3) {
  let [held] = frame.holds(list3), [repeated, ...more] = list3.text ?? [];
  if (held === void 0 && typeof repeated == "string" && more.length === 0)
    return textValue([[...repeated].join(separator)]);
  if (held === void 0 || held.rest !== void 0 || held.kind === "dict") {
    let element2 = elementOf(frame, list3), whole2 = asPart(frame, element2);
    return finished([{ hole: { ...whole2, taint: derivedTaint([whole2.taint, list3.taint]) } }]);
  }
  let pieces2 = [...held.entries.values()].flatMap(
    (value, index2) => index2 === 0 ? [...parts(asPart(frame, value))] : [separator, ...parts(asPart(frame, value))]
  );
  return finished(pieces2);
}
function containerMethod(frame, node, receiver, name, args) {
  let [held] = frame.holds(receiver);
  if (!(held === void 0 || held.kind === "instance"))
    return receiver.denotes.some((one) => one.kind === "instance" && buffers.has(one.of)) ? bufferMethod(frame, receiver, name, args) : receiver.denotes.some((one) => one.kind === "instance" && one.of.endsWith("Queue")) ? queueMethod(frame, receiver, held, name, args) : held.kind === "dict" ? dictMethod(frame, node, receiver, held, name, args) : listMethod(frame, receiver, held, name, args);
}
function queueMethod(frame, receiver, held, name, args) {
  return name === "put" || name === "put_nowait" ? listMethod(frame, receiver, held, "append", args) : name === "get" || name === "get_nowait" ? elementOf(frame, receiver) : void 0;
}
var buffers = /* @__PURE__ */ new Set(["io.StringIO", "io.BytesIO"]);
function bufferMethod(frame, receiver, name, args) {
  let [held] = frame.holds(receiver);
  switch (name) {
    case "write":
      return listMethod(frame, receiver, held, "append", args);
    case "writelines":
      return listMethod(frame, receiver, held, "extend", args);
    case "getvalue":
    case "read":
    case "getbuffer":
      return joined(frame, "", receiver);
    case "truncate":
      return listMethod(frame, receiver, held, "clear", args);
    default:
      return;
  }
}
function replace2(frame, receiver, change) {
  for (let id of receiver.objects) {
    let held = frame.state.heap.get(id);
    held !== void 0 && frame.state.setObject(id, change(held));
  }
}
function listMethod(frame, receiver, held, name, args) {
  let first = args.positional[0]?.value ?? unknown, known2 = held.rest === void 0 && receiver.objects.length === 1;
  switch (name) {
    case "append":
    case "add":
      return known2 ? setEntry(frame, receiver, `n${held.entries.size}`, first) : setEntry(frame, receiver, void 0, first), unknown;
    case "extend":
    case "update": {
      let [other] = frame.holds(first);
      if (known2 && other !== void 0 && other.rest === void 0 && other.kind !== "dict") {
        let values2 = [...held.entries.values(), ...other.entries.values()];
        replace2(frame, receiver, (object) => ({ ...object, entries: indexed(values2) }));
      } else setEntry(frame, receiver, void 0, elementOf(frame, first));
      return unknown;
    }
    case "appendleft":
    case "popleft":
      return listMethod(frame, receiver, held, name === "popleft" ? "pop" : "insert", {
        ...args,
        positional: [{ node: -1, value: constantValue({ type: "int", value: 0 }) }, ...args.positional]
      });
    case "insert": {
      let index2 = args.positional[0] === void 0 ? void 0 : onlyConstant(args.positional[0].value), value = args.positional[1]?.value ?? unknown;
      return receiver.objects.length === 1 && held.kind === "list" && index2?.type === "int" && index2.value >= 0 && (known2 || index2.value <= held.entries.size) ? replace2(frame, receiver, (object) => ({
        ...object,
        entries: indexed([...object.entries.values()].toSpliced(index2.value, 0, value))
      })) : replace2(frame, receiver, (object) => ({
        ...object,
        entries: /* @__PURE__ */ new Map(),
        rest: joinValues(elementOf(frame, receiver), value)
      })), unknown;
    }
    case "pop": {
      let index2 = args.positional[0] === void 0 ? -1 : constantInteger(args.positional[0].value), isFront = receiver.objects.length === 1 && index2 === 0 && held.entries.size > 0;
      if (!known2 && !isFront || index2 === void 0) return elementOf(frame, receiver);
      let values2 = [...held.entries.values()], value = values2.at(index2);
      return replace2(frame, receiver, (object) => ({ ...object, entries: indexed(values2.toSpliced(index2, 1)) })), value ?? unknown;
    }
    case "clear":
      return replace2(frame, receiver, (object) => ({ ...object, entries: /* @__PURE__ */ new Map(), rest: void 0 })), unknown;
    case "remove": {
      let removed = args.positional[0] === void 0 ? void 0 : onlyConstant(args.positional[0].value), values2 = [...held.entries.values()], at = removed === void 0 ? -1 : values2.findIndex((value) => {
        let one = onlyConstant(value);
        return one !== void 0 && equalConstants(one, removed);
      });
      return known2 && at >= 0 && values2.slice(0, at).every((value) => value.constants !== void 0) ? (replace2(frame, receiver, (object) => ({ ...object, entries: indexed(values2.toSpliced(at, 1)) })), unknown) : (replace2(frame, receiver, (object) => ({ ...object, entries: /* @__PURE__ */ new Map(), rest: elementOf(frame, receiver) })), unknown);
    }
    case "sort":
    case "reverse":
      return replace2(frame, receiver, (object) => ({ ...object, entries: /* @__PURE__ */ new Map(), rest: elementOf(frame, receiver) })), unknown;
    case "copy":
      return receiver;
    default:
      return;
  }
}
function constantInteger(value) {
  let constant = onlyConstant(value);
  return constant?.type === "int" ? constant.value : void 0;
}
function indexed(values2) {
  return new Map(values2.map((value, index2) => [`n${index2}`, value]));
}
function readUnknown(receiver, key) {
  return taintedEntry(receiver, key === void 0 ? void 0 : constantKey(key));
}
function removeEntry(frame, receiver, key) {
  replace2(frame, receiver, (held) => {
    let entries = new Map(held.entries);
    return entries.delete(key), { ...held, entries };
  });
}
function mayOverwrite(frame, receiver, value) {
  setEntry(frame, receiver, void 0, value), isTainted(value.taint) && replace2(frame, receiver, (held) => ({
    ...held,
    entries: new Map([...held.entries].map(([key, entry2]) => [key, joinValues(entry2, value)]))
  }));
}
function dictMethod(frame, node, receiver, held, name, args) {
  let first = args.positional[0]?.value, key = first === void 0 ? void 0 : onlyConstant(first), fallback = args.positional[1]?.value;
  switch (name) {
    case "get":
    case "pop":
    case "setdefault": {
      let found2 = key === void 0 ? anyValueOf(frame, receiver) : entryOf(frame, receiver, constantKey(key));
      return name === "pop" && key !== void 0 && removeEntry(frame, receiver, constantKey(key)), name === "setdefault" && key !== void 0 && found2 === void 0 && setEntry(frame, receiver, constantKey(key), fallback ?? unknown), found2 !== void 0 && key !== void 0 && held.entries.has(constantKey(key)) ? found2 : found2 === void 0 ? readUnknown(receiver, key) ?? fallback ?? unknown : fallback === void 0 ? name === "get" && key === void 0 ? joinValues(found2, noneValue) : found2 : joinValues(found2, fallback);
    }
    case "update": {
      for (let [keyword, argument] of args.keywords) setEntry(frame, receiver, `s${keyword}`, argument.value);
      if (args.hasDoubleStar && mayOverwrite(frame, receiver, args.doubleStar ?? unknown), first === void 0) return unknown;
      let [other] = frame.holds(first);
      if (other?.kind !== "dict") mayOverwrite(frame, receiver, taintedEntry(first, void 0) ?? unknown);
      else {
        for (let [entry2, value] of other.entries) setEntry(frame, receiver, entry2, value);
        other.rest !== void 0 && mayOverwrite(frame, receiver, other.rest);
      }
      return unknown;
    }
    case "values":
      return frame.allocate(
        node,
        { kind: "list", entries: /* @__PURE__ */ new Map(), rest: anyValueOf(frame, receiver) },
        "dict_values"
      );
    case "keys":
      return frame.allocate(node, { kind: "list", entries: /* @__PURE__ */ new Map(), rest: elementOf(frame, receiver) }, "dict_keys");
    case "copy":
      return frame.allocate(node, held, "dict");
    case "items": {
      let pair = /* @__PURE__ */ new Map([
        ["n0", elementOf(frame, receiver)],
        ["n1", anyValueOf(frame, receiver)]
      ]), item = frame.allocate(-2 - node, { kind: "tuple", entries: pair, rest: void 0 }, "tuple");
      return frame.allocate(node, { kind: "list", entries: /* @__PURE__ */ new Map(), rest: item }, "dict_items");
    }
    default:
      return;
  }
}

// src/analyse/taint/restricted-class.ts
var deciding = /* @__PURE__ */ new Set([
  Kind.if_statement,
  Kind.conditional_expression,
  Kind.raise_statement,
  Kind.match_statement,
  Kind.subscript
]);
function isRestricted({ engine }, reference3, entries) {
  for (let { entry: entry2 } of entries ?? [])
    for (let name of entry2.unlessDefined ?? []) {
      let method = engine.project.method(reference3, name);
      if (method !== void 0 && chooses(method)) return !0;
    }
  return !1;
}
function chooses({ module, index: index2 }) {
  let { tree } = module, { body } = module.index.functions[index2];
  if (body < 0) return !1;
  for (let node = body; node < tree.next(body); node++) if (deciding.has(tree.kind(node))) return !0;
  return !1;
}

// src/analyse/taint/api-calls.ts
function modelledCall(frame, call2) {
  let names2 = calledNames(frame, call2), result = call2.result, { models, sinks } = frame.engine, entries = entriesOf(models, names2), method = call2.receiver === void 0 ? "" : frame.tree.text(frame.tree.child(call2.calleeNode, Field.attribute));
  if (entries.length === 0 && !isTouched(call2) && !models.isSinkAnywhere(method)) return result;
  if (entries.length > 0) result = applyEntries(frame, call2, entries, result);
  else if (call2.receiver !== void 0) {
    if (result = carriedByMethod(frame, call2.receiver, method, call2.args, result, entryRead(frame, call2)), method === "split" && call2.args.positional.length === 0 || method === "splitlines") {
      let credit2 = {
        kind: "sanitizer",
        name: `\`${method}()\``,
        module: frame.module,
        node: call2.node,
        kinds: kindSet("single-line")
      };
      result = withTaint(result, cleanTaint(result.taint, kindSet("single-line"), credit2));
    }
    method === "replace" && (result = withTaint(result, withoutBreaks(frame, call2.node, method, constantTexts(call2.args), result.taint)));
  }
  if (sinks !== void 0 && (result = withSignature(result, call2.receiver, method, entries, (entry2) => argumentsOf2(entry2, call2)), call2.receiver !== void 0 && becoming(frame, call2.node, receiverNode2(frame, call2), call2.receiver, entries, call2.args, result)), sinks !== void 0 && frame.recording && isPossibleSink(frame, call2, entries, names2, method)) {
    let { module, functionIndex } = frame, { node, receiver, args } = call2;
    sinks.call(frame, { module, functionIndex, node, names: names2, method, receiver, args });
  }
  return call2.receiver !== void 0 && beginningOfAddress(frame, call2.node, call2.receiver, method), withChecks(frame, call2, names2, method, result);
}
var noEntries = [];
function entriesOf(models, names2) {
  let found2 = noEntries;
  for (let name of names2) {
    let entries = models.call(name);
    entries !== void 0 && (found2 = found2 === noEntries ? entries : [...found2, ...entries]);
  }
  return found2;
}
function isTouched({ receiver, args }) {
  if (receiver !== void 0 && mayCarry(receiver) || args.star !== void 0 || args.doubleStar !== void 0) return !0;
  for (let { value } of args.positional) if (mayCarry(value)) return !0;
  for (let { value } of args.keywords.values()) if (mayCarry(value)) return !0;
  return !1;
}
function mayCarry(value) {
  return value.taint !== void 0 || value.objects.length > 0 || value.held !== void 0;
}
function isPossibleSink(frame, { receiver, callee }, entries, names2, method) {
  if (entries.some((entry2) => entry2.sinks.length > 0)) return !0;
  if (receiver === void 0) return !1;
  let { models } = frame.engine;
  return callee.denotes.length > 0 ? names2.length > 0 && models.isSinkAnywhere(method) && isUnresolved(models, names2) : models.isSinkAnywhere(method) || receiver.taint?.is !== void 0;
}
function calledNames(frame, { callee, receiver, calleeNode }) {
  let { models, project } = frame.engine, names2 = callee.denotes.flatMap((one) => {
    switch (one.kind) {
      case "symbol":
        return [one.name];
      case "member":
        return [`${models.canonical(one.of)}.${one.name}`];
      case "instance":
        return [`${models.canonical(one.of)}.__call__`];
      case "class":
        return project.ancestry(one).external.map((base) => models.canonical(base)).filter((base) => !isRestricted(frame, one, models.call(base)));
      case "object":
        return project.method(one, "__call__") === void 0 ? project.ancestry(one).external.map((base) => `${models.canonical(base)}.__call__`) : [];
      default:
        return [];
    }
  });
  return names2.length === 0 && receiver !== void 0 && !callee.denotes.some(({ kind }) => kind === "function") ? methodNames(frame, receiver, frame.tree.text(frame.tree.child(calleeNode, Field.attribute))) : names2;
}
function applyEntries(frame, call2, entries, plain3) {
  let { engine, module } = frame, result = plain3, holding = entries.filter(
    ({ entry: entry2 }) => entry2.where === void 0 || engine.whereHolds?.(entry2.where, call2.args, frame, {
      module,
      functionIndex: frame.functionIndex,
      node: call2.node
    }) === !0
  ), typing = holding.filter(({ sources }) => sources.length === 0), isConditional = typing.find(({ entry: entry2 }) => entry2.returns !== void 0)?.entry.where !== void 0;
  if (result.denotes.length === 0 || isConditional || typing.some(({ entry: entry2 }) => entry2.elements !== void 0)) {
    let typed = modelledValue(frame, typing, call2.node);
    typed.denotes.length > 0 && (result = { ...result, denotes: typed.denotes }), typed.held !== void 0 && (result = { ...result, held: result.held ?? typed.held });
  }
  typing.find(({ entry: entry2 }) => entry2.returns !== void 0)?.entry.returns === "self" && call2.receiver !== void 0 && (result = { ...result, denotes: ownType(call2.receiver) });
  let taints = [result.taint];
  for (let entry2 of holding)
    if (entry2.sources.length > 0) {
      let source = sourceOf(frame, [entry2], call2.node);
      taints.push(keyed(frame, call2, source));
      let elements = modelledValue(frame, [entry2], call2.node);
      elements.held !== void 0 && (result = { ...result, held: elements.held });
    }
  taints.push(...carriedTaints(frame, call2, holding));
  let taint2 = derivedTaint(taints);
  return taint2 === void 0 ? result : withTaint(result, viewOf(frame, call2, holding, taint2));
}
function ownType({ denotes }) {
  return denotes.map(
    (one) => one.kind === "class" ? { kind: "object", module: one.module, index: one.index } : one.kind === "symbol" ? { kind: "instance", of: one.name } : one
  );
}
function keyed(frame, { args, node }, taint2) {
  let [first] = args.positional, constant = first === void 0 ? void 0 : onlyConstant(first.value), key = constant === void 0 ? void 0 : textOf(constant);
  if (key === void 0 || !isTainted(taint2)) return taint2;
  let { engine } = frame, marks = taint2.marks.flatMap((mark) => {
    let { source } = mark;
    if (source === void 0 || source.node !== node) return [mark];
    let label = headerLabel(source, key), read = { ...mark, source: engine.source({ ...source, key }) };
    return label === void 0 ? [read] : [read, { ...mark, source: engine.source({ ...source, kind: label, key }) }];
  });
  return { ...taint2, marks };
}
function carriedTaints(frame, call2, entries) {
  let carried2 = /* @__PURE__ */ new Map();
  for (let entry2 of entries)
    if (!(!entry2.propagates && entry2.sanitizes === noKinds))
      for (let { value } of argumentsOf2(entry2, call2)) {
        let known2 = carried2.get(value), sanitizes = (known2?.sanitizes ?? noKinds) | entry2.sanitizes;
        carried2.set(value, { sanitizes, shape: entry2.entry.shape ?? known2?.shape, as: entry2.entry.as ?? known2?.as });
      }
  return [...carried2].map(([value, how]) => carriedTaint(frame, call2, value, how));
}
function carriedTaint(frame, call2, value, { sanitizes, shape, as }) {
  let entry2 = value === call2.receiver ? entryRead(frame, call2) : void 0, taint2 = derivedTaint([(entry2 ?? frame.whole(value)).taint]);
  if (taint2 !== void 0) {
    if (hasKind(sanitizes, "path-resolved") && (taint2 = mapMarks(taint2, (mark) => ({ ...mark, cleaned: mark.cleaned & ~kindSet("path-below") })) ?? taint2), sanitizes !== noKinds) {
      let credit2 = { kind: "sanitizer", name: `\`${written(frame.tree, call2.calleeNode) || "a call"}()\``, module: frame.module, node: call2.node, kinds: sanitizes };
      taint2 = cleanTaint(taint2, sanitizes, credit2);
    }
    return as !== void 0 && (taint2 = mapMarks(taint2, (mark) => relabelled(frame, mark, as)) ?? taint2), shape === void 0 ? taint2 : mapMarks(taint2, (mark) => ({ ...mark, shape }));
  }
}
function relabelled({ engine }, mark, kind) {
  let { source } = mark;
  return source === void 0 || source.kind !== "remote" && source.kind !== "response" ? mark : { ...mark, source: engine.source({ ...source, kind }) };
}
function argumentsOf2(entry2, { args, receiver, node }) {
  let { argument } = entry2, spread2 = [args.star, args.doubleStar].flatMap((value) => value === void 0 ? [] : [{ node, value }]), all = [...args.positional, ...args.keywords.values(), ...spread2], self = receiver === void 0 ? [] : [{ node, value: receiver }];
  if (argument === void 0) return [...self, ...all];
  for (let part of argument.split("|")) {
    if (part === "*") return all;
    if (part === "self") return self;
    let given = /^\d+$/.test(part) ? args.positional[Number(part)] : args.keywords.get(part);
    if (given !== void 0) return [given];
  }
  return spread2;
}
var carrying2 = new Set(
  "get pop getlist getall get_all getone getfirst getvalue setdefault popitem items values keys copy to_dict dict lists strip lstrip rstrip split rsplit splitlines partition rpartition lower upper title casefold capitalize swapcase encode decode replace format format_map join ljust rjust center zfill expandtabs translate removeprefix removesuffix tobytes hex read readline readlines getvalue read_text read_bytes chunks iter_content group groups groupdict expand result send __next__ __getitem__ _asdict model_dump _replace isoformat".split(" ")
);
function carriedByMethod(frame, receiver, method, args, result, entry2) {
  let known2 = result.taint;
  if (known2?.is !== void 0 || isTainted(known2) || !carrying2.has(method) || result.constants !== void 0 || receiver.denotes.some(({ kind }) => kind === "module") || method === "values" && result.objects.length > 0 && !isTainted(receiver.taint)) return result;
  let own = (entry2 ?? frame.whole(receiver)).taint, isText4 = /^(?:format|join|replace|ljust|rjust|center|format_map|expand|get|pop|setdefault)$/.test(method), others2 = isText4 ? args.positional.slice(method === "get" || method === "pop" || method === "setdefault" ? 1 : 0) : [], taint2 = derivedTaint([
    isTainted(own) ? own : void 0,
    ...others2.map(({ value }) => frame.whole(value).taint),
    ...isText4 ? [...args.keywords.values()].map(({ value }) => frame.whole(value).taint) : []
  ]);
  return taint2 === void 0 ? result : withTaint(result, shaped(method, taint2));
}
function constantTexts({ positional }) {
  return positional.map(({ value }) => {
    let constant = onlyConstant(value);
    return constant === void 0 ? void 0 : textOf(constant);
  });
}
var readers2 = /^(?:get|getlist|getall|getone|getfirst|get_all|get_list|pop|popone|poplist|popall|setdefault)$/;
function entryRead(frame, { calleeNode, receiver, args, node }) {
  let { tree, engine, module } = frame;
  if (receiver === void 0 || !readers2.test(tree.text(tree.child(calleeNode, Field.attribute)))) return;
  let [first] = args.positional, constant = first === void 0 ? void 0 : onlyConstant(first.value), key = constant === void 0 ? void 0 : constantKey(constant);
  return taintedEntry(receiver, key, (source, text) => engine.source({ ...source, key: text, module, node }));
}
function shaped(method, taint2) {
  return /^(?:strip|lstrip|rstrip|lower|upper|title|casefold|capitalize|encode|decode|replace|format|join|read_text|isoformat|hex)$/.test(
    method
  ) ? asText(taint2) ?? taint2 : /^(?:get|pop|getlist|getall|getone|getfirst|values|setdefault)$/.test(method) ? mapMarks(taint2, (mark) => mark.shape === "mapping" ? { ...mark, shape: "text" } : mark) ?? taint2 : taint2;
}
function viewOf(frame, call2, entries, taint2) {
  if (entries.length === 0) return taint2;
  let { receiver, args } = call2;
  for (let one of call2.callee.denotes) {
    if (one.kind === "symbol") return viewOfCall(frame, one.name, void 0, args, taint2);
    if (one.kind === "member" && receiver !== void 0)
      return viewOfCall(
        frame,
        `${one.of}.${one.name}`,
        { node: receiverNode2(frame, call2), value: receiver },
        args,
        taint2
      );
  }
  return taint2;
}
function withChecks(frame, call2, names2, method, result) {
  let checks2 = checksOfOrigins(checksOfCall(frame, call2, names2, method));
  return checks2 === void 0 ? result : (frame.checks.set(call2.node, checks2), { ...result, taint: { marks: result.taint?.marks ?? [], ...result.taint ?? {}, checks: checks2 } });
}
function checksOfCall(frame, call2, names2, method) {
  let { args, receiver, node } = call2, receiverArgument = receiver === void 0 ? void 0 : { node: receiverNode2(frame, call2), value: receiver }, guards = entriesOf(frame.engine.models, names2).filter(({ guards: kinds3 }) => kinds3 !== 0n);
  if (guards.length > 0) return modelledChecks(frame, call2, guards);
  for (let name of names2) {
    let pattern = matchedPattern(frame, name, call2);
    if (pattern !== void 0) return patternChecks(frame, node, pattern.how, pattern.text, pattern.subject);
    let [first] = args.positional;
    if (name === "all" && first !== void 0) return everyCharacterChecks(frame, node, first.node);
    if (name === "isinstance" && first !== void 0 && isTainted(first.value.taint))
      return typeChecks(frame, node, first, args.positional[1]);
    if (name === "bool" && first !== void 0) return frame.checks.get(first.node) ?? first.value.taint?.checks;
  }
  return receiverArgument === void 0 ? void 0 : methodChecks(frame, node, receiverArgument, method, args);
}
function receiverNode2({ tree }, { calleeNode }) {
  return tree.kind(calleeNode) === Kind.attribute ? tree.child(calleeNode, Field.object) : -1;
}
function modelledChecks(frame, call2, entries) {
  let holds3 = [], fails = [];
  for (let entry2 of entries) {
    let name = `\`${written(frame.tree, call2.calleeNode) || "a check"}()\``, meant = entry2.argument === void 0 || entry2.argument === "self" ? argumentsOf2({ ...entry2, argument: entry2.argument ?? "0" }, call2) : argumentsOf2(entry2, call2);
    for (let argument of meant) {
      if (argument.value.taint === void 0 && signatureOf(argument.value) === void 0) continue;
      let kinds3 = entry2.guards === kindSet("path") ? belowKinds(argument.value) : entry2.guards, node = entry2.argument === "self" ? receiverNode2(frame, call2) : argument.node, signature = signatureOf(argument.value), checked2 = signature === void 0 ? { node, value: argument.value } : { node: signature.node, value: { ...argument.value, taint: signature.of } }, check = checkOf(frame, checked2, kinds3, name, call2.node);
      entry2.entry.holds === "returns" ? applyChecks(frame, withOrigins([check])) : entry2.entry.holds === !1 ? fails.push(check) : holds3.push(check);
    }
  }
  return holds3.length + fails.length === 0 ? void 0 : { whenTrue: holds3, whenFalse: fails };
}
function matchedPattern(frame, name, { args, receiver }) {
  let called = name.startsWith("re") ? /^(?:re|regex)\.(?:Pattern\.)?(fullmatch|match|search)$/.exec(name) : null;
  if (called === null) return;
  let isCompiled = name.includes(".Pattern."), pattern = isCompiled ? receiver?.held?.entries.get("pattern") : args.positional[0]?.value, subject = args.positional[isCompiled ? 0 : 1] ?? args.keywords.get("string"), constant = pattern === void 0 ? void 0 : onlyConstant(pattern), text = constant === void 0 ? void 0 : textOf(constant);
  return text === void 0 || subject === void 0 ? void 0 : { how: called[1], text, subject };
}

// src/analyse/interpreter/library-methods.ts
function libraryMethod(frame, node, { of, name }, receiver, args) {
  if (receiver !== void 0)
    switch (of) {
      case "re.Pattern": {
        let pattern = receiver.held?.entries.get("pattern");
        return pattern === void 0 ? void 0 : patternCall(frame, node, name, pattern, args.positional);
      }
      case "re.Match":
        return matchPart(frame, node, receiver, name, args.positional);
      case "concurrent.futures.Future":
        return name === "result" || name === "get" ? receiver.held?.entries.get("result") : void 0;
      case "string.Template":
        return name === "substitute" || name === "safe_substitute" ? substituted(frame, receiver, args) : void 0;
      default:
        return;
    }
}
function substituted(frame, receiver, args) {
  let template = receiver.held?.entries.get("template"), constant = template === void 0 ? void 0 : onlyConstant(template), text = constant === void 0 ? void 0 : textOf(constant);
  if (text === void 0) return;
  let mapping = args.positional[0]?.value, parts2 = [], last2 = 0;
  for (let match of text.matchAll(/\$(?:\$|(\w+)|\{(\w+)\})/g)) {
    parts2.push(text.slice(last2, match.index)), last2 = match.index + match[0].length;
    let name = match[1] ?? match[2];
    if (name === void 0) parts2.push("$");
    else {
      let given = args.keywords.get(name)?.value ?? (mapping === void 0 ? void 0 : entryOf(frame, mapping, `s${name}`)), other = mapping === void 0 ? args.doubleStar ?? unknown : elementOf(frame, mapping);
      parts2.push(filled(asPart(frame, given ?? other), ""));
    }
  }
  return parts2.push(text.slice(last2)), finished(parts2);
}

// src/analyse/interpreter/scheduled-calls.ts
var FUTURE = "concurrent.futures.Future", schedulers = {
  submit: 0,
  to_thread: 0,
  run_sync: 0,
  run_in_threadpool: 0,
  call_soon: 0,
  call_soon_threadsafe: 0,
  apply_async: 0,
  apply: 0,
  defer: 0,
  deferToThread: 0,
  spawn: 0,
  add_task: 0,
  run_in_executor: 1,
  call_later: 1
};
function scheduled(frame, node, name, args, receiver) {
  let last2 = name.slice(name.lastIndexOf(".") + 1);
  if (/^asyncio\.(?:create_task|ensure_future|wait_for|shield|run|run_coroutine_threadsafe)$/.test(name))
    return args.positional[0]?.value;
  if (name === "asyncio.gather" || name === "asyncio.as_completed") return gathered(frame, node, args);
  if (last2 === "map" || last2 === "starmap" || last2 === "imap" || last2 === "imap_unordered") {
    let [callee, ...lists2] = args.positional;
    if (callee === void 0 || !isCallable(callee.value)) return;
    let rest = applied(frame, node, callee.value, lists2, !0);
    return frame.allocate(node, { kind: "list", entries: /* @__PURE__ */ new Map(), rest }, "list");
  }
  if (last2 === "add_done_callback") {
    let [callback] = args.positional;
    return callback === void 0 || receiver === void 0 || !isCallable(callback.value) ? void 0 : callValue(frame, node, callback.value, { ...noArguments, positional: [{ node, value: receiver }] });
  }
  let first = frame.engine.models.firstHanded(name);
  if (first !== void 0) {
    let [callee, ...rest] = args.positional;
    return callee === void 0 || !isCallable(callee.value) ? void 0 : callValue(frame, node, callee.value, { ...args, positional: [{ node, value: instanceOf(first) }, ...rest] });
  }
  if (name === "functools.reduce") return reduced(frame, node, args);
  let position = schedulers[last2];
  if (position !== void 0) {
    let callee = args.positional[position];
    if (callee === void 0 || !isCallable(callee.value)) return;
    let { keywords } = args, given = { ...noArguments, positional: args.positional.slice(position + 1), keywords }, result = callValue(frame, node, callee.value, given);
    return last2 === "submit" || last2 === "apply_async" ? futureOf(frame, result) : result;
  }
  return last2 === "Thread" || last2 === "Process" || last2 === "Timer" ? started(frame, node, name, args) : void 0;
}
function reduced(frame, node, { positional }) {
  let [callee, list3, start] = positional;
  if (callee === void 0 || list3 === void 0 || !isCallable(callee.value)) return;
  let element2 = elementOf(frame, list3.value), before2 = start === void 0 ? element2 : joinValues(start.value, element2), given = {
    ...noArguments,
    positional: [
      { node: list3.node, value: before2 },
      { node: list3.node, value: element2 }
    ]
  };
  return callValue(frame, node, callee.value, given);
}
function futureOf(frame, value) {
  let result = frame.export(value), held = { kind: "instance", entries: /* @__PURE__ */ new Map([["result", result]]), rest: void 0 };
  return { ...instanceOf(FUTURE), held, taint: derivedTaint([frame.whole(result).taint]) };
}
function isCallable(value) {
  return value.held?.entries.has("callee") === !0 || value.denotes.some(({ kind }) => kind === "function" || kind === "symbol");
}
function gathered(frame, node, args) {
  let entries = new Map(args.positional.map(({ value }, index2) => [`n${index2}`, value])), rest = args.star;
  return frame.allocate(node, { kind: "list", entries, rest }, "list");
}
function started(frame, node, name, { positional, keywords }) {
  let isTimer = name.endsWith(".Timer"), callee = keywords.get("target") ?? keywords.get("function") ?? positional[1];
  if (callee === void 0 || !isCallable(callee.value)) return;
  let given = keywords.get("args") ?? positional[isTimer ? 2 : 3], [held] = given === void 0 ? [] : frame.holds(given.value), values2 = held === void 0 ? [] : [...held.entries.values()];
  held?.rest !== void 0 && values2.push(elementOf(frame, given.value));
  let named3 = keywords.get("kwargs"), [dict] = named3 === void 0 ? [] : frame.holds(named3.value), passed = new Map(
    [...dict?.entries ?? []].flatMap(
      ([key, value]) => key.startsWith("s") ? [[key.slice(1), { node: named3.node, value }]] : []
    )
  );
  return callValue(frame, node, callee.value, {
    ...noArguments,
    positional: values2.map((value) => ({ node: given?.node ?? node, value })),
    keywords: passed
  }), instanceOf(name);
}

// src/analyse/interpreter/calls.ts
function evaluateCall(frame, node, isUsed = !0) {
  let { tree } = frame, calleeNode = tree.child(node, Field.function), receiver = tree.kind(calleeNode) === Kind.attribute ? frame.evaluate(tree.child(calleeNode, Field.object)) : void 0, callee = receiver === void 0 ? frame.evaluate(calleeNode) : attributeOn(frame, calleeNode, receiver), args = evaluateArguments(frame, tree.child(node, Field.arguments)), plain3 = callResult(frame, node, calleeNode, callee, receiver, args, isUsed), result = rechecked(frame, node, modelledCall(frame, { node, callee, calleeNode, receiver, args, result: plain3 }));
  if (frame.observing) {
    let targets = callTargets(frame, callee), { module, functionIndex, holds: holds3 } = frame, event = {
      module,
      functionIndex,
      node,
      targets,
      arguments: args,
      receiver,
      result,
      evaluate: frame.evaluateSilently,
      holds: holds3
    };
    for (let observer of frame.engine.observers) observer.call?.(event);
  }
  return result;
}
var { keywords: noKeywords2 } = noArguments;
function evaluateArguments(frame, node) {
  let { tree } = frame;
  if (node < 0 || tree.next(node) === node + 1 && tree.kind(node) === Kind.argument_list) return noArguments;
  let positional = [], keywords = noKeywords2, setKeyword = (name, argument) => {
    keywords === noKeywords2 && (keywords = /* @__PURE__ */ new Map()), keywords.set(name, argument);
  }, hasStar = !1, hasDoubleStar = !1, before2, star, doubleStar, doubleStarKeys;
  if (tree.kind(node) === Kind.generator_expression)
    return { positional: [{ node, value: frame.evaluate(node) }], keywords, hasStar, hasDoubleStar };
  for (let child of tree.children(node))
    switch (tree.kind(child)) {
      case Kind.keyword_argument: {
        let valueNode2 = tree.child(child, Field.value);
        setKeyword(tree.text(tree.child(child, Field.name)), { node: valueNode2, value: frame.evaluate(valueNode2) });
        break;
      }
      case Kind.list_splat: {
        let value = frame.evaluate(child), held = frame.holds(value);
        if (held.length === 1 && held[0].rest === void 0 && held[0].kind !== "dict")
          for (let element2 of held[0].entries.values()) positional.push({ node: child, value: element2 });
        else
          hasStar || (before2 = positional.length), hasStar = !0, star = star === void 0 ? elementOf(frame, value) : joinValues(star, elementOf(frame, value));
        break;
      }
      case Kind.dictionary_splat: {
        let given = frame.evaluate(child), held = frame.holds(given);
        if (held.length !== 1 || held[0].kind !== "dict") {
          hasDoubleStar = !0, doubleStar = anyValueOf(frame, given), doubleStarKeys = isTainted(given.taint) ? { ...unknown, taint: derivedTaint([given.taint]) } : void 0;
          break;
        }
        for (let [key, value] of held[0].entries)
          key.startsWith("s") && setKeyword(key.slice(1), { node: child, value });
        held[0].rest !== void 0 && (hasDoubleStar = !0, doubleStar = held[0].rest), doubleStarKeys = held[0].keys ?? doubleStarKeys;
        break;
      }
      default:
        positional.push({ node: child, value: frame.evaluate(child) });
    }
  return {
    positional,
    keywords,
    hasStar,
    hasDoubleStar,
    ...before2 === void 0 ? {} : { before: before2 },
    ...star === void 0 ? {} : { star },
    ...doubleStar === void 0 ? {} : { doubleStar },
    ...doubleStarKeys === void 0 ? {} : { doubleStarKeys }
  };
}
function callTargets(frame, callee) {
  return callee.denotes.flatMap((denotation) => {
    switch (denotation.kind) {
      case "symbol":
        return [{ kind: "symbol", name: denotation.name }];
      case "member":
        return [{ kind: "method", on: denotation.of, name: denotation.name }];
      case "function":
        return [{ kind: "function", module: denotation.module, index: denotation.index }];
      case "class": {
        let { external } = frame.engine.project.ancestry(denotation), bases = external.map((name) => ({ kind: "symbol", name }));
        return [{ kind: "class", module: denotation.module, index: denotation.index }, ...bases];
      }
      default:
        return [];
    }
  });
}
function callResult(frame, node, calleeNode, callee, receiver, args, isUsed) {
  if (receiver !== void 0) {
    let name = frame.tree.text(frame.tree.child(calleeNode, Field.attribute)), known2 = methodCall(frame, node, receiver, name, args) ?? onDefault(receiver, (assumed) => methodCall(frame, node, assumed, name, args));
    if (known2 !== void 0) return known2;
  }
  let matters = isUsed || mayHaveEffects(frame, callee, receiver, args), joined4, before2 = callee.denotes.length > 1 ? frame.state.copy() : void 0, ends = [];
  for (let denotation of callee.denotes) {
    before2 !== void 0 && frame.state.become(before2);
    let value = matters || denotation.kind !== "function" ? resultOf(frame, node, callee, receiver, denotation, args) : unknown;
    joined4 = joined4 === void 0 ? value : joinValues(joined4, value), before2 !== void 0 && ends.push(frame.state.copy());
  }
  return ends.length > 0 && frame.state.become(joinAll(ends)), joined4 ?? (callee.origin === "config" ? { ...unknown, origin: "config" } : unknown);
}
function mayHaveEffects(frame, callee, receiver, args) {
  if (!frame.isFollowing || !callee.denotes.some(({ kind }) => kind === "function")) return !1;
  if (receiver !== void 0 && (receiver.objects.length > 0 || isTainted(receiver.taint)) || args.star !== void 0 || args.doubleStar !== void 0 || callee.denotes.some((one) => one.kind === "function" && bindsAround(frame, one))) return !0;
  let tells2 = ({ value }) => isTainted(value.taint) || value.objects.length > 0;
  return args.positional.some(tells2) || [...args.keywords.values()].some(tells2);
}
function bindsAround({ module, functionIndex }, callee) {
  let item = callee.module.index.functions[callee.index];
  return callee.module !== module || functionIndex === MODULE || item.parent !== functionIndex ? !1 : module.functionBindings(item).outer.size > 0;
}
function resultOf(frame, node, callee, receiver, denotation, args) {
  let { engine } = frame;
  switch (denotation.kind) {
    case "symbol":
      return builtinCall(frame, node, denotation.name, args) ?? scheduled(frame, node, denotation.name, args) ?? madeBy(frame, denotation.name);
    case "member":
      return settingRead(`${denotation.of}.${denotation.name}`, args) ?? libraryMethod(frame, node, denotation, receiver, args) ?? scheduled(frame, node, `${denotation.of}.${denotation.name}`, args, receiver) ?? madeBy(frame, `${denotation.of}.${denotation.name}`);
    case "instance":
      return denotation.of === "functools.partial" ? callValue(frame, node, callee, args) : denotation.of === NAMED_TUPLE ? makeNamedTuple(frame, node, callee, args) : settingRead(`${denotation.of}.__call__`, args) ?? unknown;
    case "function":
      return callFunction(
        frame,
        node,
        { ...denotation, self: denotation.self, captured: capturedBy(frame, denotation) },
        args
      );
    case "class":
      return construct(frame, node, denotation, args);
    case "object": {
      let method = engine.project.method(denotation, "__call__");
      return method === void 0 ? unknown : callFunction(frame, node, { ...method, self: { ...callee, denotes: [denotation] } }, args);
    }
    default:
      return unknown;
  }
}
function capturedBy(frame, denotation) {
  if (denotation.captured !== void 0) return denotation.captured;
  let item = denotation.module.index.functions[denotation.index];
  return denotation.module === frame.module && item.parent === frame.functionIndex && item.parent !== MODULE ? exportedVariables(frame) : void 0;
}
function exportedVariables(frame) {
  let found2 = new Map(frame.captured ?? []);
  for (let [name, value] of frame.state.variables) {
    let isFunction = value.denotes.some(({ kind }) => kind === "function");
    found2.set(name, isFunction ? value : frame.export(value));
  }
  return found2;
}
function madeBy(frame, name) {
  let type = frame.engine.models.returns(name);
  if (type !== void 0) return instanceOf(type);
  let last2 = name.slice(name.lastIndexOf(".") + 1);
  return instanceOf(/^_?[A-Z]/.test(last2) ? name : `${name}()`);
}
function isException(project, reference3) {
  return project.ancestry(reference3).external.some((base) => /(?:Exception|Error|Warning)$/.test(base));
}
function construct(frame, node, reference3, args) {
  frame.state.setObject(node, { kind: "instance", entries: /* @__PURE__ */ new Map(), rest: void 0 });
  let made = { ...denoting({ kind: "object", module: reference3.module, index: reference3.index }), objects: [node], origin: "local" }, { project } = frame.engine;
  if (!frame.isFollowing || isException(project, reference3)) return made;
  let init = project.method(reference3, "__init__");
  return init !== void 0 ? callFunction(frame, node, { ...init, self: made }, args) : fieldsFromOutside(frame.engine, reference3) && fillFields(frame, made, reference3, args), made;
}
function fillFields(frame, made, reference3, args) {
  let { classes: classes3, external } = frame.engine.project.ancestry(reference3), isTuple = external.includes("typing.NamedTuple");
  classes3.toReversed().flatMap(({ module, index: index2 }) => declaredFields(module, index2).map((field) => ({ module, ...field }))).forEach(({ module, name, type }, position) => {
    let text = frame.tree.names.text(name), given = args.keywords.get(text)?.value ?? args.positional[position]?.value ?? args.doubleStar;
    if (given === void 0) return;
    let value = isHarmlessField(frame.engine, { module, node: type }) ? withTaint(given, void 0) : given;
    setEntry(frame, made, text, value), isTuple && setEntry(frame, made, `n${position}`, value);
  });
}

// src/analyse/interpreter/conditions.ts
function truth(frame, node, value) {
  return isTypeChecking(frame, node) ? !1 : truthOfValue(value);
}
function isTypeChecking(frame, node) {
  let { tree } = frame, kind = tree.kind(node);
  return kind === Kind.identifier ? tree.text(node) === "TYPE_CHECKING" : kind === Kind.attribute && tree.text(tree.child(node, Field.attribute)) === "TYPE_CHECKING";
}
function refine(frame, node, holds3, guards = !0) {
  let { tree } = frame;
  if (frame.state.reachable)
    switch (guards && refineTainted(frame, node, holds3), tree.kind(node)) {
      case Kind.parenthesized_expression:
        refine(frame, node + 1, holds3, guards);
        break;
      case Kind.not_operator:
        refine(frame, tree.child(node, Field.argument), !holds3, guards);
        break;
      case Kind.boolean_operator: {
        tree.kind(tree.child(node, Field.operator)) === Kind["'and'"] === holds3 && (refine(frame, tree.child(node, Field.left), holds3, guards), refine(frame, tree.child(node, Field.right), holds3, guards));
        break;
      }
      case Kind.comparison_operator:
        refineComparison(frame, node, holds3);
        break;
      case Kind.identifier:
        narrow(
          frame,
          node,
          (value) => value.constants?.filter((constant) => truthOfValue(constantValue(constant)) === holds3)
        );
        break;
      case Kind.named_expression:
        refine(frame, tree.child(node, Field.value), holds3, guards);
        break;
      default:
        break;
    }
}
function refineTainted(frame, node, holds3) {
  let { tree } = frame, kind = tree.kind(node);
  if (kind === Kind.not_operator || kind === Kind.parenthesized_expression || kind === Kind.named_expression) return;
  let checks2 = kind === Kind.identifier ? frame.state.variables.get(tree.name(node))?.taint?.checks : frame.checks.get(node);
  if (checks2 === void 0) return;
  let shown = holds3 ? checks2.whenTrue : checks2.whenFalse;
  applyChecks(frame, kind === Kind.identifier ? shown.filter((check) => isStillMeant(frame, check)) : shown);
}
function isStillMeant({ tree, state }, { node, taint: taint2 }) {
  if (node < 0 || taint2 === void 0 || tree.kind(node) !== Kind.identifier) return !0;
  let now = state.variables.get(tree.name(node));
  return now === void 0 || sameTaint(now.taint, taint2) || now.taint?.is !== void 0;
}
function refineComparison(frame, node, holds3) {
  let { tree } = frame, children = tree.children(node), operands = children.filter((child) => tree.field(child) !== Field.operators), operators2 = children.filter((child) => tree.field(child) === Field.operators);
  if (operators2.length !== 1 || operands.length !== 2) return;
  let kind = tree.kind(operators2[0]), equal2 = kind === Kind["'=='"] || kind === Kind["'is'"], different = kind === Kind["'!='"] || kind === Kind["'is not'"];
  if (!equal2 && !different) return;
  let same = equal2 === holds3;
  for (let [variable, other] of [operands, operands.toReversed()]) {
    if (tree.kind(variable) !== Kind.identifier) continue;
    let against = frame.peek(other)?.constants;
    if (against?.length !== 1) continue;
    let constant = against[0];
    narrow(frame, variable, (value) => same ? value.constants?.filter((known2) => equalConstants(known2, constant)) ?? [constant] : value.constants?.filter((known2) => !equalConstants(known2, constant)));
  }
}
function narrow(frame, node, choose) {
  let name = frame.tree.name(node), value = frame.state.variables.get(name);
  if (value === void 0) return;
  let constants = choose(value);
  if (constants !== void 0) {
    if (constants.length === 0 && value.constants !== void 0) {
      value.denotes.length === 0 && (frame.state.reachable = !1);
      return;
    }
    frame.state.setVariable(name, { ...value, constants });
  }
}

// src/analyse/interpreter/names.ts
function lookUp(frame, name) {
  let local = frame.state.variables.get(name);
  if (local !== void 0) return local;
  let captured = frame.captured?.get(name);
  if (captured !== void 0) return captured;
  let { module, engine } = frame;
  for (let current = frame.functionIndex; current !== MODULE; ) {
    let item = module.index.functions[current], scope = module.functionBindings(item);
    if (!scope.outer.has(name)) {
      if (scope.byName.has(name))
        return current === frame.functionIndex && !frame.isAlone ? unknown : withOrigin(engine.bindingsValue(module, current, scope, name), "local");
      if (parameterNames(module, item).includes(name))
        return current === frame.functionIndex ? withOrigin(unknown, "parameter") : outerParameter(frame, current, name);
    }
    current = item.parent;
  }
  let definition = engine.project.scopeLookup(module, MODULE, name);
  return definition === void 0 ? unknown : engine.definitionValue(definition);
}
function outerParameter(frame, functionIndex, name) {
  let value = frame.engine.parameterValue(frame.module, functionIndex, name);
  return withOrigin(value === void 0 ? unknown : outside(value), "parameter");
}

// src/analyse/interpreter/expressions.ts
var noneValue2 = constantValue(none), trueValue = constantValue(trueConstant), falseValue = constantValue(falseConstant);
function evaluate(frame, node) {
  let { tree } = frame;
  switch (tree.kind(node)) {
    case Kind.identifier: {
      let value = lookUp(frame, tree.name(node));
      return tellReference(frame, node, value), value;
    }
    case Kind.string:
      return evaluateString(frame, node);
    case Kind.concatenated_string: {
      let pieces2 = tree.children(node).flatMap((child) => [...parts(frame.evaluate(child))]);
      return finished(pieces2);
    }
    case Kind.integer:
    case Kind.float:
      return frame.engine.literal(tree.name(node), numberConstant);
    case Kind.true:
      return trueValue;
    case Kind.false:
      return falseValue;
    case Kind.none:
      return noneValue2;
    case Kind.attribute:
      return evaluateAttribute(frame, node);
    case Kind.call:
      return evaluateCall(frame, node);
    case Kind.subscript:
      return evaluateSubscript(frame, node);
    case Kind.parenthesized_expression:
    case Kind.await:
    case Kind.list_splat:
    case Kind.dictionary_splat:
    case Kind.type:
    case Kind.parenthesized_list_splat:
      return node + 1 < tree.next(node) ? frame.evaluate(node + 1) : unknown;
    case Kind.binary_operator: {
      let spine = [node];
      for (let left = tree.child(node, Field.left); tree.kind(left) === Kind.binary_operator; left = tree.child(left, Field.left))
        spine.push(left);
      let value = frame.evaluate(tree.child(spine.at(-1), Field.left));
      for (let one of spine.toReversed()) {
        let right = frame.evaluate(tree.child(one, Field.right));
        value = binary(frame, one, operatorText(frame, tree.child(one, Field.operator)), value, right);
      }
      return value;
    }
    case Kind.unary_operator:
      return unary(
        operatorText(frame, tree.child(node, Field.operator)),
        frame.evaluate(tree.child(node, Field.argument))
      );
    case Kind.not_operator: {
      let argument = tree.child(node, Field.argument), value = frame.evaluate(argument), known2 = truth(frame, argument, value);
      if (known2 !== void 0) return known2 ? falseValue : trueValue;
      let checks2 = frame.checks.get(argument) ?? value.taint?.checks;
      return checks2 === void 0 ? instanceOf("bool") : (frame.checks.set(node, negated(checks2)), { ...instanceOf("bool"), taint: { marks: [], checks: negated(checks2) } });
    }
    case Kind.boolean_operator:
      return evaluateBoolean(frame, node);
    case Kind.comparison_operator:
      return evaluateComparison(frame, node);
    case Kind.conditional_expression:
      return evaluateConditional(frame, node);
    case Kind.list:
    case Kind.tuple:
    case Kind.expression_list:
    case Kind.set:
      return evaluateSequence(frame, node);
    case Kind.dictionary:
      return evaluateDictionary(frame, node);
    case Kind.list_comprehension:
    case Kind.set_comprehension:
    case Kind.generator_expression:
    case Kind.dictionary_comprehension:
      return evaluateComprehension(frame, node);
    case Kind.named_expression: {
      let value = frame.evaluate(tree.child(node, Field.value));
      return assign(frame, tree.child(node, Field.name), value, tree.child(node, Field.value)), value;
    }
    case Kind.lambda:
      return denoting({ kind: "function", module: frame.module, index: frame.module.index.functionOfNode.get(node) });
    case Kind.assignment: {
      let right = tree.child(node, Field.right);
      return right < 0 ? unknown : frame.evaluate(right);
    }
    case Kind.yield:
      return evaluateYield(frame, node);
    case Kind.slice:
    case Kind.as_pattern:
    case Kind.keyword_argument:
    case Kind.expression_statement:
    case Kind.chevron:
    case Kind.pair:
    case Kind.ERROR:
      for (let child of tree.children(node)) tree.kind(child) !== Kind.as_pattern_target && frame.evaluate(child);
      return unknown;
    default:
      return unknown;
  }
}
function evaluateYield(frame, node) {
  let { tree } = frame, isFrom = tree.childOfKind(node, Kind["'from'"]) >= 0, yielded = unknown;
  for (let child of tree.children(node)) yielded = frame.evaluate(child);
  let element2 = isFrom ? elementOf(frame, yielded) : yielded;
  return frame.yields = frame.yields === void 0 ? element2 : joinValues(frame.yields, element2), unknown;
}
function evaluateString(frame, node) {
  let { tree } = frame, next = tree.next(node);
  if (next === node + 1)
    return tree.text(node) === "" ? { ...instanceOf("str"), origin: "literal" } : frame.engine.literal(tree.name(node), stringConstant);
  let prefix = tree.text(node + 1).replace(/['"]+$/, "").toLowerCase(), pieces2 = [];
  for (let child = node + 1; child < next; child = tree.next(child))
    if (tree.kind(child) === Kind.string_content)
      pieces2.push(stringContent(tree.text(child), prefix));
    else if (tree.kind(child) === Kind.interpolation) {
      let expression = tree.child(child, Field.expression), value = expression < 0 ? unknown : asPart(frame, frame.evaluate(expression)), specifier = tree.child(child, Field.format_specifier);
      specifier >= 0 && evaluateNested(frame, specifier);
      let conversion = tree.child(child, Field.type_conversion), asked = conversion < 0 ? "" : tree.text(conversion);
      asked === "!r" || asked === "!a" ? pieces2.push({ hole: quoted(frame, child, `\`${asked}\``, value) }) : pieces2.push(specifier >= 0 || conversion >= 0 ? { hole: value } : filled(value, ""));
    }
  return finished(pieces2);
}
function evaluateNested(frame, specifier) {
  let { tree } = frame;
  for (let child of tree.children(specifier)) {
    let expression = tree.child(child, Field.expression);
    expression >= 0 && frame.evaluate(expression);
  }
}
function evaluateSubscript(frame, node) {
  let { tree } = frame, object = frame.evaluate(tree.child(node, Field.value)), subscripts = tree.children(node).filter((child) => tree.field(child) === Field.subscript), keys = subscripts.map((child) => frame.evaluate(child));
  subscriptSink(frame, node, object, keys);
  let item = itemOf(frame, node, object, keys);
  if (item !== void 0) return item;
  let named3 = globalNamed(frame, object, keys);
  if (named3 !== void 0) return named3;
  let key = subscripts.length === 1 ? onlyConstant(keys[0]) : void 0, holds3 = frame.holds(object);
  if (!(holds3.length > 0 || object.taint !== void 0) && isConfiguration(frame, tree.child(node, Field.value), object)) return fromConfig;
  if (holds3.length > 0) {
    if (key !== void 0) {
      let index2 = negativeIndex(holds3, key), found2 = entryOf(frame, object, index2 ?? constantKey(key));
      if (found2 !== void 0 && !(found2 === unknown && object.taint !== void 0)) return found2;
      let made = madeEntry(frame, node, object, key);
      return made !== void 0 ? made : readTainted(frame, node, object, key) ?? unknown;
    }
    return tree.kind(subscripts[0] ?? node) === Kind.slice ? sliced(frame, node, object, subscripts[0]) : holds3.some((held) => held.kind === "dict") ? anyValueOf(frame, object) : elementOf(frame, object);
  }
  let text = key === void 0 ? void 0 : object.constants?.length === 1 ? textOf(object.constants[0]) : void 0, position = key === void 0 ? void 0 : numberOf(key);
  if (text !== void 0 && position !== void 0) {
    let character = text.at(position);
    return character === void 0 ? unknown : constantValue({ type: "str", value: character }, object.origin);
  }
  let part = tree.kind(subscripts[0] ?? node) === Kind.slice ? textSlice(frame, object, subscripts[0]) : void 0;
  if (part !== void 0) return part;
  let denotes = entriesOf2(frame, object);
  if (subscripts.length === 1 && tree.kind(subscripts[0]) === Kind.slice)
    return {
      ...unknown,
      denotes: object.text === void 0 ? denotes : object.denotes,
      taint: derivedTaint([object.taint])
    };
  let entry2 = readTainted(frame, node, object, key);
  return entry2 !== void 0 ? { ...entry2, denotes } : { ...unknown, denotes, taint: sourceByProtocol(frame, node, object, ["__getitem__"]) };
}
function globalNamed(frame, object, keys) {
  let constant = keys.length === 1 ? onlyConstant(keys[0]) : void 0, text = constant === void 0 ? void 0 : textOf(constant), isGlobals = object.denotes.some((one) => one.kind === "instance" && one.of === "globals()"), member = object.denotes.find((one) => one.kind === "module");
  if (text === void 0 || !isGlobals || member?.kind !== "module") return;
  let definition = frame.engine.project.member(member.module, text);
  return definition === void 0 ? void 0 : frame.engine.definitionValue(definition);
}
function madeEntry(frame, node, object, key) {
  let type = object.denotes.find((one) => one.kind === "instance" && one.of.startsWith("collections.defaultdict[")), kind = type?.kind === "instance" ? /\[(list|set|dict)\]$/.exec(type.of)?.[1] : void 0;
  if (kind === void 0) return;
  let made = frame.allocate(node, { kind, entries: /* @__PURE__ */ new Map(), rest: void 0 }, kind);
  return setEntry(frame, object, constantKey(key), made), made;
}
function subscriptSink(frame, node, object, keys) {
  let { sinks, models } = frame.engine;
  if (sinks === void 0 || !frame.recording || frame.tree.kind(node) !== Kind.subscript) return;
  let names2 = methodNames(frame, object, "__getitem__").filter(
    (name) => models.call(name)?.some((entry2) => entry2.sinks.length > 0) === !0
  );
  if (names2.length === 0) return;
  let { module, functionIndex } = frame, args = { ...noArguments, positional: keys.map((value) => ({ node, value })) };
  sinks.call(frame, { module, functionIndex, node, names: names2, method: "__getitem__", receiver: object, args });
}
function itemOf(frame, node, object, keys) {
  let joined4;
  for (let one of object.denotes) {
    if (one.kind !== "object") continue;
    let method = frame.engine.project.method(one, "__getitem__");
    if (method === void 0) continue;
    let positional = keys.map((value2) => ({ node, value: value2 })), value = callFunction(frame, node, { ...method, self: object }, { ...noArguments, positional });
    joined4 = joined4 === void 0 ? value : joinValues(joined4, value);
  }
  return joined4;
}
function readTainted(frame, node, object, key) {
  let { engine, module } = frame, entry2 = taintedEntry(
    object,
    key === void 0 ? void 0 : constantKey(key),
    (source, text) => engine.source({ ...source, key: text, module, node })
  );
  if (entry2 !== void 0)
    return rechecked(frame, node, key !== void 0 && numberOf(key) === -1 ? nearestProxy(entry2) : entry2);
}
function nearestProxy(value) {
  let marks = value.taint?.marks.filter(({ source }) => source?.kind !== "client-ip");
  return marks === void 0 || marks.length === value.taint.marks.length ? value : { ...value, taint: { ...value.taint, marks } };
}
function sliced(frame, node, object, slice) {
  let { tree } = frame, [held] = frame.holds(object);
  if (held === void 0 || held.kind !== "list" && held.kind !== "tuple") return object;
  let bounds = sliceBounds(frame, slice);
  if (bounds === void 0) return object;
  let isFront = bounds.from >= 0 && bounds.to !== void 0 && bounds.to >= 0 && bounds.to <= held.entries.size;
  if (held.rest !== void 0 && !isFront) return object;
  let values2 = [...held.entries.values()].slice(bounds.from, bounds.to).filter((_, index2) => index2 % bounds.step === 0), entries = new Map(values2.map((value, index2) => [`n${index2}`, value]));
  return frame.allocate(
    tree.kind(node) === Kind.subscript ? node : slice,
    { kind: held.kind, entries, rest: void 0 },
    held.kind
  );
}
function textSlice(frame, object, slice) {
  let text = object.constants?.length === 1 ? textOf(object.constants[0]) : void 0, bounds = text === void 0 ? void 0 : sliceBounds(frame, slice);
  if (text === void 0 || bounds === void 0) return;
  let characters = [...text].slice(bounds.from, bounds.to).filter((_, index2) => index2 % bounds.step === 0);
  return constantValue({ type: object.constants[0].type, value: characters.join("") }, object.origin);
}
function sliceBounds(frame, slice) {
  let { tree } = frame, bounds = [void 0, void 0, void 0], at = 0;
  for (let child of tree.children(slice))
    if (tree.kind(child) === Kind["':'"]) at++;
    else {
      let constant = onlyConstant(frame.evaluate(child)), number = constant === void 0 ? void 0 : numberOf(constant);
      if (number === void 0) return;
      bounds[at] = number;
    }
  let step2 = bounds[2] ?? 1;
  return step2 >= 1 ? { from: bounds[0] ?? 0, to: bounds[1], step: step2 } : void 0;
}
function entriesOf2({ engine: { models } }, object) {
  return object.denotes.flatMap((denotation) => {
    if (denotation.kind !== "instance") return [];
    let type = models.returns(`${models.canonical(denotation.of)}.__getitem__`);
    return type !== void 0 ? [{ kind: "instance", of: type }] : denotation.of.endsWith("()") ? [{ kind: "instance", of: `${denotation.of}[]` }] : [];
  });
}
function negativeIndex(holds3, key) {
  let number = numberOf(key);
  if (number === void 0 || number >= 0 || holds3.length !== 1) return;
  let [held] = holds3;
  if (!(held.rest !== void 0 || held.kind === "dict"))
    return `n${held.entries.size + number}`;
}
function evaluateBoolean(frame, node) {
  let { tree } = frame, leftNode = tree.child(node, Field.left), rightNode = tree.child(node, Field.right), isAnd = tree.kind(tree.child(node, Field.operator)) === Kind["'and'"], left = frame.evaluate(leftNode), known2 = truth(frame, leftNode, left);
  if (known2 === !isAnd) return left;
  let before2 = frame.state.copy();
  refine(frame, leftNode, isAnd);
  let right = frame.evaluate(rightNode);
  return frame.state.become(before2.join(frame.state)), known2 === isAnd ? right : (noteBoolean(frame, node, isAnd, left, right), (isAnd ? void 0 : settingOr(left, right)) ?? joinValues(left, right));
}
function noteBoolean(frame, node, isAnd, left, right) {
  let { tree } = frame, a = frame.checks.get(tree.child(node, Field.left)) ?? left.taint?.checks, b = frame.checks.get(tree.child(node, Field.right)) ?? right.taint?.checks;
  if (a === void 0 && b === void 0) return;
  let every = (way) => [...a?.[way] ?? [], ...b?.[way] ?? []], either = (way) => sharedChecks(a?.[way] ?? [], b?.[way] ?? []);
  frame.checks.set(
    node,
    isAnd ? { whenTrue: every("whenTrue"), whenFalse: either("whenFalse") } : { whenTrue: either("whenTrue"), whenFalse: every("whenFalse") }
  );
}
function evaluateComparison(frame, node) {
  let { tree } = frame, operands = [], operators2 = [];
  for (let child of tree.children(node))
    tree.field(child) === Field.operators ? operators2.push(operatorText(frame, child)) : operands.push({ node: child, value: frame.evaluate(child) });
  let result;
  if (operators2.forEach((operator, index2) => {
    let left = operands[index2], right = operands[index2 + 1];
    if (!(left === void 0 || right === void 0)) {
      if (frame.observing) {
        let event = { module: frame.module, functionIndex: frame.functionIndex, node, operator, left, right };
        for (let observer of frame.engine.observers) observer.compare?.(event);
      }
      if (comparedAddress(frame, node, operator, left, right), operators2.length === 1) {
        let checks3 = checksOfOrigins(comparisonChecks(frame, node, operator, left, right));
        checks3 !== void 0 && frame.checks.set(node, checks3);
      }
      operator === "==" && isMainGuard(frame, left, right) ? result = instanceOf("bool") : result = comparison2(frame, operator, left.value, right.value);
    }
  }), operators2.length !== 1) return instanceOf("bool");
  let checks2 = frame.checks.get(node), compared = result ?? unknown;
  return checks2 === void 0 ? compared : { ...compared, taint: { marks: [], checks: checks2 } };
}
function isMainGuard(frame, left, right) {
  return [left, right].some(
    ({ node }) => frame.tree.kind(node) === Kind.identifier && frame.tree.text(node) === "__name__"
  );
}
function evaluateConditional(frame, node) {
  let { tree } = frame, [body, condition, otherwise] = tree.children(node);
  if (body === void 0 || condition === void 0 || otherwise === void 0) return unknown;
  let known2 = truth(frame, condition, frame.evaluate(condition));
  if (known2 !== void 0) return frame.evaluate(known2 ? body : otherwise);
  let before2 = frame.state.copy();
  refine(frame, condition, !0);
  let left = frame.evaluate(body), after = frame.state.copy();
  frame.state.become(before2), refine(frame, condition, !1);
  let right = frame.evaluate(otherwise);
  return frame.state.become(after.join(frame.state)), joinValues(left, right);
}
var MAX_ENTRIES = 256;
function evaluateSequence(frame, node) {
  let { tree } = frame, entries = /* @__PURE__ */ new Map(), rest, index2 = 0;
  for (let child of tree.children(node)) {
    let value = frame.evaluate(child);
    if (tree.kind(child) === Kind.list_splat) {
      let element2 = elementOf(frame, value);
      rest = rest === void 0 ? element2 : joinValues(rest, element2);
    } else rest === void 0 && index2 < MAX_ENTRIES ? entries.set(`n${index2++}`, value) : rest = rest === void 0 ? value : joinValues(rest, value);
  }
  let kind = tree.kind(node) === Kind.list ? "list" : tree.kind(node) === Kind.set ? "set" : "tuple";
  return { ...frame.allocate(node, { kind, entries, rest }, kind), origin: "literal" };
}
function isLiteral(tree, node) {
  let kind = tree.kind(node);
  return tree.next(node) === node + 1 && (kind === Kind.string || kind === Kind.integer || kind === Kind.float || kind === Kind.true || kind === Kind.false || kind === Kind.none);
}
function evaluateDictionary(frame, node) {
  let { tree } = frame, entries = /* @__PURE__ */ new Map(), rest, keys, isMore = !1, addRest = (value) => {
    rest = rest === void 0 ? value : joinValues(rest, value);
  };
  for (let child of tree.children(node))
    if (tree.kind(child) === Kind.pair) {
      if (entries.size >= MAX_ENTRIES && rest !== void 0 && isLiteral(tree, tree.child(child, Field.key)) && isLiteral(tree, tree.child(child, Field.value))) {
        isMore = !0;
        continue;
      }
      let keyValue = frame.evaluate(tree.child(child, Field.key)), key = onlyConstant(keyValue), value = frame.evaluate(tree.child(child, Field.value));
      key !== void 0 && entries.size < MAX_ENTRIES ? entries.set(constantKey(key), value) : (addRest(value), isTainted(keyValue.taint) && (keys = keys === void 0 ? keyValue : joinValues(keys, keyValue)));
    } else if (tree.kind(child) === Kind.dictionary_splat) {
      let value = frame.evaluate(child), holds3 = frame.holds(value);
      holds3.length === 0 && addRest(anyValueOf(frame, value));
      for (let held of holds3) {
        for (let [key, inner2] of held.entries) entries.set(key, inner2);
        held.rest !== void 0 && addRest(held.rest);
      }
    }
  isMore && addRest(unknown);
  let object = { kind: "dict", entries, rest, ...keys === void 0 ? {} : { keys } };
  return { ...frame.allocate(node, object, "dict"), origin: "literal" };
}
function namedInside({ tree, state }, comprehension) {
  let found2 = [];
  for (let node = comprehension + 1; node < tree.next(comprehension); node++) {
    if (tree.kind(node) !== Kind.named_expression) continue;
    let name = tree.name(tree.child(node, Field.name)), value = state.variables.get(name);
    value !== void 0 && found2.push([name, value]);
  }
  return found2;
}
function evaluateComprehension(frame, node) {
  let { tree } = frame, before2 = frame.state.copy(), end = tree.next(node);
  for (let child = node + 1; child < end; child = tree.next(child))
    if (tree.kind(child) === Kind.for_in_clause) {
      let iterable = frame.evaluate(tree.child(child, Field.right));
      assign(frame, tree.child(child, Field.left), loopedOver(frame, tree.child(child, Field.right), iterable), -1);
    } else tree.kind(child) === Kind.if_clause && (frame.evaluate(child + 1), refine(frame, child + 1, !0));
  let body = tree.child(node, Field.body), isDictionary = tree.kind(node) === Kind.dictionary_comprehension, element2 = unknown, keys;
  body >= 0 && isDictionary ? (keys = frame.evaluate(tree.child(body, Field.key)), element2 = frame.evaluate(tree.child(body, Field.value))) : body >= 0 && (element2 = frame.evaluate(body)), element2 = frame.export(element2);
  let named3 = namedInside(frame, node);
  frame.state.become(before2);
  for (let [name, value2] of named3) {
    let known2 = frame.state.variables.get(name);
    frame.state.setVariable(name, known2 === void 0 ? value2 : joinValues(known2, value2));
  }
  let kind = isDictionary ? "dict" : tree.kind(node) === Kind.set_comprehension ? "set" : "list", value = frame.allocate(
    node,
    { kind, entries: /* @__PURE__ */ new Map(), rest: element2, ...isTainted(keys?.taint) ? { keys } : {} },
    kind
  );
  return tree.kind(node) === Kind.generator_expression ? { ...value, denotes: instanceOf("generator").denotes } : value;
}

// src/analyse/interpreter/statements.ts
var MAX_ROUNDS = 3, MAX_SETTLING_DEPTH = 2;
function runBlock(frame, block) {
  let { tree } = frame, end = tree.next(block);
  for (let node = block + 1; node < end && frame.state.reachable; node = tree.next(node)) runStatement(frame, node);
}
function runStatement(frame, node) {
  let { tree } = frame;
  switch (tree.kind(node)) {
    case Kind.expression_statement:
      for (let child of tree.children(node)) evaluateStatement(frame, child);
      break;
    case Kind.return_statement: {
      let value = node + 1 < tree.next(node) ? frame.evaluate(node + 1) : void 0;
      value !== void 0 ? (frame.returns = frame.returns === void 0 ? frame.export(value) : joinValues(frame.returns, frame.export(value)), resultSink(frame, node, value, node + 1)) : frame.returns ??= constantValue(none), frame.noteExit(value === void 0 ? -1 : node + 1, value ?? constantValue(none)), frame.state.reachable = !1;
      break;
    }
    case Kind.raise_statement:
      for (let child of tree.children(node)) {
        let raised = frame.evaluate(child), isOpen2 = raised.denotes.some((one) => "name" in one && one.name === "NotImplementedError");
        frame.raises ||= !isOpen2 && !raised.denotes.some((one) => one.kind === "instance" && one.of === "NotImplementedError");
      }
      frame.state.reachable = !1;
      break;
    case Kind.if_statement:
      runIf(frame, node);
      break;
    case Kind.for_statement:
    case Kind.while_statement:
      runLoop(frame, node);
      break;
    case Kind.try_statement:
      runTry(frame, node);
      break;
    case Kind.with_statement:
      runWith(frame, node);
      break;
    case Kind.match_statement:
      runMatch(frame, node);
      break;
    case Kind.break_statement:
    case Kind.continue_statement: {
      let exits = frame.loops.at(-1);
      (tree.kind(node) === Kind.break_statement ? exits?.breaks : exits?.continues)?.push(frame.state.copy()), frame.state.reachable = !1;
      break;
    }
    case Kind.assert_statement:
      for (let child of tree.children(node)) frame.evaluate(child);
      refine(frame, node + 1, !0, !1);
      break;
    case Kind.delete_statement:
      for (let child of tree.children(node)) forget(frame, child);
      break;
    case Kind.decorated_definition:
      for (let child of tree.children(node))
        if (tree.kind(child) === Kind.decorator) for (let inner2 of tree.children(child)) frame.evaluate(inner2);
        else runStatement(frame, child);
      break;
    case Kind.function_definition:
      defineFunction(frame, node);
      break;
    case Kind.class_definition:
      defineClass(frame, node);
      break;
    case Kind.import_statement:
    case Kind.import_from_statement:
    case Kind.future_import_statement:
      bindImports(frame, node);
      break;
    case Kind.print_statement:
    case Kind.exec_statement:
      for (let child of tree.children(node)) frame.evaluate(child);
      break;
    case Kind.block:
      runBlock(frame, node);
      break;
    case Kind.ERROR:
      for (let child of tree.children(node)) frame.evaluate(child);
      break;
    default:
      break;
  }
}
var neverReturning = new Set(
  [
    "flask.abort",
    "quart.abort",
    "werkzeug.exceptions.abort",
    "bottle.abort",
    "sanic.exceptions.abort",
    "sys.exit",
    "os._exit",
    "os.abort",
    "exit",
    "quit",
    "pytest.fail",
    "pytest.skip",
    "pyramid.httpexceptions.exception_response"
  ].map((name) => `${name}()`)
);
function evaluateStatement(frame, node) {
  let { tree } = frame, kind = tree.kind(node);
  if (kind === Kind.assignment)
    runAssignment(frame, node);
  else if (kind === Kind.augmented_assignment) {
    let left = tree.child(node, Field.left), right = tree.child(node, Field.right);
    assign(frame, left, augmented(frame, node, left, right), -1);
  } else kind === Kind.call ? frame.step() && evaluateCall(frame, node, !1).denotes.some((one) => one.kind === "instance" && neverReturning.has(one.of)) && (frame.raises = !0, frame.state.reachable = !1) : kind !== Kind.string && frame.evaluate(node);
}
function runAssignment(frame, node) {
  let { tree } = frame, left = tree.child(node, Field.left), right = tree.child(node, Field.right);
  if (right < 0) return unknown;
  let value = tree.kind(right) === Kind.assignment ? runAssignment(frame, right) : frame.evaluate(right), valueNode2 = right;
  for (; tree.kind(valueNode2) === Kind.assignment; ) valueNode2 = tree.child(valueNode2, Field.right);
  return assign(frame, left, value, valueNode2), value;
}
function runIf(frame, node) {
  let { tree } = frame, ends = [], fallsThrough = !0, condition = tree.child(node, Field.condition), consequence = tree.child(node, Field.consequence), alternatives2 = tree.children(node).filter((child) => tree.field(child) === Field.alternative), next = 0;
  for (; ; ) {
    let known2 = truth(frame, condition, frame.evaluate(condition)), before2 = frame.state.copy();
    known2 === !1 && (frame.state.reachable = !1), refine(frame, condition, !0), runBlock(frame, consequence), ends.push(frame.state.copy()), frame.state.become(before2), known2 === !0 && (frame.state.reachable = !1), refine(frame, condition, !1);
    let alternative = alternatives2[next++];
    if (alternative === void 0) break;
    if (tree.kind(alternative) === Kind.else_clause) {
      runBlock(frame, tree.child(alternative, Field.body)), ends.push(frame.state.copy()), fallsThrough = !1;
      break;
    }
    if (condition = tree.child(alternative, Field.condition), consequence = tree.child(alternative, Field.consequence), !frame.state.reachable) {
      fallsThrough = !1;
      break;
    }
  }
  fallsThrough && ends.push(frame.state.copy()), frame.state.become(joinAll(ends));
}
function runLoop(frame, node) {
  let { tree } = frame, isFor = tree.kind(node) === Kind.for_statement, body = tree.child(node, Field.body), given = isFor ? frame.evaluate(tree.child(node, Field.right)) : unknown, iterable = isFor ? iteratorOf(frame, tree.child(node, Field.right), given) ?? given : given, condition = isFor ? -1 : tree.child(node, Field.condition);
  if (frame.observing) {
    let event = { module: frame.module, functionIndex: frame.functionIndex, node, evaluate: frame.evaluateSilently };
    for (let observer of frame.engine.observers) observer.loop?.(event);
  }
  if (body < 0) return;
  let round = () => {
    let exits = { breaks: [], continues: [] };
    if (frame.loops.push(exits), isFor ? assign(frame, tree.child(node, Field.left), loopedOver(frame, tree.child(node, Field.right), iterable), -1) : (truth(frame, condition, frame.evaluate(condition)) === !1 && (frame.state.reachable = !1), refine(frame, condition, !0)), runBlock(frame, body), frame.loops.pop(), frame.state.become(joinAll([frame.state, ...exits.continues])), exits.breaks.length > 0) return joinAll(exits.breaks);
    let none6 = frame.state.copy();
    return none6.reachable = !1, none6;
  }, entry2 = frame.state.copy(), { observing, recording } = frame;
  frame.observing = frame.recording = !1;
  let rounds = frame.loops.length < MAX_SETTLING_DEPTH ? MAX_ROUNDS : 1;
  for (let i = 1; i <= rounds; i++) {
    round();
    let joined4 = entry2.join(frame.state);
    if (joined4.equals(entry2)) break;
    entry2 = i < rounds ? joined4 : joined4.widen(entry2), frame.state.become(entry2);
  }
  frame.observing = observing, frame.recording = recording, frame.state.become(entry2);
  let broken = round(), left = entry2.join(frame.state);
  frame.state.become(left), condition >= 0 && truth(frame, condition, frame.evaluateSilently(condition)) === !0 ? frame.state.reachable = !1 : condition >= 0 && refine(frame, condition, !1);
  let alternative = tree.child(node, Field.alternative);
  alternative >= 0 && frame.state.reachable && runBlock(frame, tree.child(alternative, Field.body)), frame.state.become(frame.state.join(broken));
}
function runTry(frame, node) {
  let { tree } = frame, before2 = frame.state.copy();
  runBlock(frame, tree.child(node, Field.body));
  let after = frame.state.copy();
  after.reachable = !0;
  let raised = before2.join(after);
  raised.reachable = !0;
  let ends = [], finallyClause = -1, elseClause = -1, handlers = [];
  for (let child of tree.children(node))
    tree.kind(child) === Kind.except_clause ? handlers.push(child) : tree.kind(child) === Kind.else_clause ? elseClause = child : tree.kind(child) === Kind.finally_clause && (finallyClause = child);
  elseClause >= 0 && frame.state.reachable && runBlock(frame, tree.child(elseClause, Field.body)), ends.push(frame.state.copy());
  for (let handler of handlers) {
    frame.state.become(raised), bindException(frame, handler);
    let block2 = tree.childOfKind(handler, Kind.block);
    block2 >= 0 && runBlock(frame, block2), ends.push(frame.state.copy());
  }
  let joined4 = joinAll(ends);
  if (frame.state.become(joined4), finallyClause < 0) return;
  let reachable = frame.state.reachable;
  reachable || frame.state.become(raised);
  let block = tree.childOfKind(finallyClause, Kind.block);
  block >= 0 && runBlock(frame, block), reachable || (frame.state.reachable = !1);
}
function bindException(frame, handler) {
  let { tree } = frame;
  for (let child of tree.children(handler))
    if (tree.kind(child) !== Kind.block)
      if (tree.kind(child) === Kind.as_pattern) {
        let type = frame.evaluate(child + 1), target = tree.childOfKind(child, Kind.as_pattern_target), instances = type.denotes.flatMap(
          (denotation) => denotation.kind === "symbol" ? [{ kind: "instance", of: denotation.name }] : []
        );
        target >= 0 && assign(frame, target + 1, exceptionValue(frame, child, type, denoting(...instances)), -1);
      } else tree.kind(child) !== Kind["'*'"] && frame.evaluate(child);
}
function exceptionValue(frame, node, type, caught) {
  let { tree, module, engine } = frame, own = type.denotes.flatMap(
    (one) => one.kind === "class" ? [{ kind: "object", module: one.module, index: one.index }] : []
  );
  if (own.length > 0) return denoting(...own);
  if (engine.sinks === void 0) return caught;
  let target = tree.childOfKind(node, Kind.as_pattern_target), name = tree.text(target + 1), source = engine.source({
    kind: "exception",
    name,
    key: void 0,
    handler: void 0,
    module,
    node: target + 1
  });
  return withTaint(caught, sourceTaint(source, "text"));
}
function runWith(frame, node) {
  let { tree } = frame, clause = tree.childOfKind(node, Kind.with_clause), before2 = frame.state.copy(), isSuppressing = !1;
  for (let item of tree.children(clause)) {
    if (tree.kind(item) !== Kind.with_item) continue;
    let value = tree.child(item, Field.value);
    if (tree.kind(value) === Kind.as_pattern) {
      let context = frame.evaluate(value + 1), target = tree.childOfKind(value, Kind.as_pattern_target);
      target >= 0 && assign(frame, target + 1, entered(frame, context, value + 1), value + 1);
    } else {
      let { denotes } = frame.evaluate(value);
      isSuppressing ||= denotes.some((one) => one.kind === "instance" && suppressing.test(one.of));
    }
  }
  runBlock(frame, tree.child(node, Field.body)), isSuppressing && frame.state.become(before2.join(frame.state));
}
var suppressing = /^(?:contextlib\.suppress|pytest\.raises)(?:\(\))?$/;
function entered(frame, value, node) {
  let { engine } = frame;
  for (let denotation of value.denotes)
    if (denotation.kind === "object") {
      let method = engine.project.method(denotation, "__enter__") ?? engine.project.method(denotation, "__aenter__");
      if (method !== void 0) return callFunction(frame, node, { ...method, self: value }, noArguments);
    } else if (denotation.kind === "instance") {
      let of = engine.models.canonical(denotation.of), type = engine.models.returns(`${of}.__enter__`) ?? engine.models.returns(`${of}.__aenter__`);
      if (type !== void 0) return withTaint(instanceOf(type), value.taint);
      if (denotation.of === "generator") return elementOf(frame, value);
    }
  return value;
}
function runMatch(frame, node) {
  let { tree } = frame, subject = tree.child(node, Field.subject), value = frame.evaluate(subject), body = tree.child(node, Field.body), ends = [], isExhausted = !1;
  for (let clause of tree.children(body)) {
    if (tree.kind(clause) !== Kind.case_clause || isExhausted) continue;
    let before2 = frame.state.copy(), matched = matchPatterns(frame, clause, subject, value), guard = tree.child(clause, Field.guard);
    if (guard >= 0) {
      for (let child of tree.children(guard)) frame.evaluate(child);
      refine(frame, guard + 1, !0);
    }
    matched === !1 && (frame.state.reachable = !1);
    let consequence = tree.child(clause, Field.consequence);
    consequence >= 0 && runBlock(frame, consequence), ends.push(frame.state.copy()), frame.state.become(before2), isExhausted = matched === !0 && guard < 0;
  }
  isExhausted || ends.push(frame.state.copy()), frame.state.become(joinAll(ends));
}
function matchPatterns(frame, clause, subject, value) {
  let { tree, module } = frame, patterns2 = tree.children(clause).filter((child) => tree.kind(child) === Kind.case_pattern), constants = [], isWild = !1, isOther = !1;
  for (let pattern of patterns2) {
    tree.next(pattern) === pattern + 1 && (isWild = !0);
    for (let part of alternatives(frame, pattern))
      if (tree.kind(part) === Kind["'_'"]) isWild = !0;
      else if (tree.kind(part) === Kind.dotted_name && tree.next(part) === part + 2)
        assign(frame, part + 1, value, subject), isWild = !0;
      else if (tree.kind(part) === Kind.as_pattern) {
        let bound = boundPattern(frame, part, value);
        bound === void 0 ? (isOther = !0, bindPattern(frame, part, value)) : constants.push(...bound);
      } else {
        let constant = onlyConstant(frame.evaluate(part));
        constant === void 0 ? (isOther = !0, bindPattern(frame, part, value)) : constants.push(constant);
      }
  }
  if (isWild) return !0;
  if (isOther || constants.length === 0) return;
  let credit2 = { kind: "guard", name: "a case of constants", module, node: clause, kinds: allKinds };
  if (isTainted(value.taint) && applyChecks(frame, [{ node: subject, taint: value.taint, kinds: allKinds, credit: credit2 }]), value.constants === void 0) return;
  let fitting = value.constants.filter((one) => constants.some((known2) => equalConstants(one, known2)));
  return fitting.length === 0 ? !1 : fitting.length === value.constants.length ? !0 : void 0;
}
function boundPattern(frame, pattern, value) {
  let { tree } = frame, [inner2, target] = tree.children(pattern);
  if (inner2 === void 0 || target === void 0) return;
  let constants = (tree.kind(inner2) === Kind.case_pattern ? alternatives(frame, inner2) : alternatives(frame, pattern).slice(0, -1)).map((part) => onlyConstant(frame.evaluate(part)));
  if (constants.length === 0 || constants.some((one) => one === void 0)) return;
  let name = tree.kind(target) === Kind.as_pattern_target ? target + 1 : target;
  return tree.kind(name) === Kind.identifier && frame.state.setVariable(tree.name(name), { ...value, constants, taint: void 0 }), constants;
}
function alternatives({ tree }, pattern) {
  return tree.children(pattern).flatMap((child) => tree.kind(child) !== Kind.union_pattern ? [child] : tree.children(child).filter((one) => tree.kind(one) !== Kind["'|'"]));
}
function bindPattern(frame, pattern, value) {
  let { tree } = frame, element2 = frame.holds(value).some(({ kind }) => kind === "dict") ? anyValueOf(frame, value) : elementOf(frame, value), end = tree.next(pattern);
  for (let node = pattern; node < end; node++)
    tree.kind(node) === Kind.identifier && frame.state.setVariable(tree.name(node), element2);
}
function defineFunction(frame, node) {
  let { tree, module } = frame, index2 = module.index.functionOfNode.get(node), parameters = tree.child(node, Field.parameters);
  if (parameters >= 0)
    for (let parameter of tree.children(parameters)) {
      let value = tree.child(parameter, Field.value);
      value >= 0 && frame.evaluate(value);
    }
  frame.state.setVariable(module.index.functions[index2].name, denoting({ kind: "function", module, index: index2 }));
}
function defineClass(frame, node) {
  let { tree, module } = frame, index2 = module.index.classOfNode.get(node), item = module.index.classes[index2];
  if (item.superclasses >= 0)
    for (let child of tree.children(item.superclasses))
      frame.evaluate(tree.kind(child) === Kind.keyword_argument ? tree.child(child, Field.value) : child);
  let outside2 = frame.state.copy();
  item.body >= 0 && runBlock(frame, item.body), frame.state.takeVariables(outside2), frame.state.setVariable(item.name, denoting({ kind: "class", module, index: index2 }));
}
function bindImports(frame, node) {
  let { module, engine } = frame, scope = frame.functionIndex < 0 ? module.bindings : module.functionBindings(module.index.functions[frame.functionIndex]);
  for (let [name, bindings] of scope.byName)
    for (let binding of bindings)
      binding.kind !== "import" || binding.node < node || binding.node >= frame.tree.next(node) || frame.state.setVariable(name, engine.definitionValue(engine.project.resolve(binding.target)));
}

// src/analyse/interpreter/frame.ts
var MAX_EXPORT_DEPTH = 4, MAX_STEPS = 2e5, plain2 = /* @__PURE__ */ new Set([
  Kind.identifier,
  Kind.attribute,
  Kind.string,
  Kind.integer,
  Kind.float,
  Kind.true,
  Kind.false,
  Kind.none
]), SELF_OBJECT = -1, ARGS_OBJECT = -1e6, Frame = class {
  engine;
  module;
  tree;
  functionIndex;
  depth;
  state = new State();
  /** False while a loop is still settling, or nobody asked. */
  observing;
  /** Whether what reaches a sink is recorded: as `observing`, but also where a function is evaluated again for a call. */
  recording;
  /** The frame whose function is evaluated for all callers: this one, or the one that called it. */
  root;
  /** Whether untrusted data is followed here. */
  isFollowing;
  captured;
  /** Of a root: nodes of the functions evaluated again for its calls. */
  inlined = 0;
  /** Sinks that hang on parameters of the root's function. */
  pending = [];
  pendingKeys = /* @__PURE__ */ new Set();
  /** What a condition showed, by its node. */
  checks = /* @__PURE__ */ new Map();
  /** An expression is evaluated by itself: nothing has run before it. */
  isAlone = !1;
  loops = [];
  selfStores = /* @__PURE__ */ new Map();
  selfName;
  returns;
  /** What it yields; undefined if it is no generator. */
  yields;
  /** A way out with an exception was seen that is more than "not written yet". */
  raises = !1;
  /** A global variable, a variable of the function around it, or a class attribute was set. */
  storesOutside = !1;
  #exits;
  /** Heap objects of arguments, with what they held at the start. */
  #passed = /* @__PURE__ */ new Map();
  #exitStores = /* @__PURE__ */ new Map();
  #steps = 0;
  #isCapturing = !1;
  #args;
  #self;
  #binding;
  #parameters = [];
  constructor(engine, module, functionIndex, options) {
    this.engine = engine, this.module = module, this.tree = module.tree, this.functionIndex = functionIndex, this.observing = options.observing && engine.observers.length > 0, this.root = options.caller?.root ?? this, this.isFollowing = this.root === this ? engine.isFollowed(module) : this.root.isFollowing, this.recording = this.isFollowing && (options.recording ?? (options.caller === void 0 ? options.observing : options.caller.recording)), this.captured = options.captured, this.#binding = options.binding, this.depth = options.depth, this.#args = options.args, this.#self = options.self, this.selfName = this.#firstParameter();
  }
  /** Walks the body and returns what it does. */
  run() {
    if (this.functionIndex === MODULE)
      return runBlock(this, 0), this.#summary(unknown, !0);
    let item = this.module.index.functions[this.functionIndex];
    if (this.#bindParameters(item.parameters), this.tree.kind(item.node) === Kind.lambda) {
      let value = item.body < 0 ? unknown : this.evaluate(item.body);
      return this.noteExit(item.body, value), this.#summary(this.#exported(value), !0);
    }
    item.body >= 0 && runBlock(this, item.body);
    let comesBack = this.state.reachable || this.returns !== void 0 || this.yields !== void 0, returns = this.returns;
    this.state.reachable && this.yields === void 0 && (this.noteExit(-1, constantValue(none)), returns = returns === void 0 ? constantValue(none) : joinValues(returns, constantValue(none))), this.yields !== void 0 && (returns = {
      ...denoting({ kind: "instance", of: "generator" }),
      held: { kind: "list", entries: /* @__PURE__ */ new Map(), rest: this.export(this.yields) }
    });
    for (let [name, value] of this.selfStores) this.selfStores.set(name, this.export(value));
    return this.#summary(this.#exported(returns ?? unknown), comesBack);
  }
  #summary(returns, comesBack) {
    return {
      returns: this.#annotated(returns),
      parameters: this.#parameters,
      selfStores: this.selfStores,
      exitStores: this.#exitStores,
      pending: this.pending,
      guards: this.#exits,
      storesOutside: this.storesOutside,
      neverReturns: !comesBack && this.raises
    };
  }
  /** A result of unknown type has the one that the function's annotation says. */
  #annotated(returns) {
    if (this.functionIndex === MODULE || returns.denotes.length > 0 || returns.taint?.is?.path.length === 0 || returns.constants?.some(({ type }) => type !== "none") === !0 || returns.held !== void 0) return returns;
    let annotation = this.tree.child(this.module.index.functions[this.functionIndex].node, Field.return_type);
    if (annotation < 0) return returns;
    let denotes = typeOfAnnotation(this, annotation);
    return denotes.length === 0 ? returns : { ...returns, denotes };
  }
  /** Notes what holds of parameters where the function comes back with a value; `node` is its expression, -1 if it has none. */
  noteExit(node, value) {
    this.selfStores.size > 0 && this.#noteStores();
    let guards = this.#parameterGuards(), known2 = node < 0 ? !1 : truthOfExit(value), whenTrue2 = known2 === !1 ? void 0 : guards, whenFalse = known2 === !0 ? void 0 : guards, checks2 = node < 0 || known2 !== void 0 ? void 0 : this.checks.get(node) ?? value.taint?.checks;
    checks2 !== void 0 && (whenTrue2 = withChecks2(guards, checks2.whenTrue), whenFalse = withChecks2(guards, checks2.whenFalse));
    let before2 = this.#exits;
    this.#exits = {
      always: before2 === void 0 ? guards : joinGuards(before2.always, guards),
      whenTrue: joinExit(before2?.whenTrue, whenTrue2),
      whenFalse: joinExit(before2?.whenFalse, whenFalse)
    };
  }
  /** Attributes of self as they are on this way out; one that is not set on it is what it was. */
  #noteStores() {
    let entries = this.state.heap.get(SELF_OBJECT)?.entries, self = this.state.variables.get(this.selfName);
    for (let name of this.selfStores.keys()) {
      let here = entries?.get(name) ?? (self === void 0 ? void 0 : attributeOf(this, self, name));
      if (here === void 0) continue;
      let value = this.export(here), before2 = this.#exitStores.get(name);
      this.#exitStores.set(name, before2 === void 0 ? value : joinValues(before2, value));
    }
  }
  /** What parameters have been checked for, at this point: as the state says, and as their values do. */
  #parameterGuards() {
    let { guards } = this.state;
    if (guards.size === 0) return guards;
    let found2 = [...guards].filter(([key]) => key.startsWith("#"));
    return new Map(found2.map(([key, guarded]) => [key.slice(1), guarded]));
  }
  // A result that is a parameter stays that very value: it passes the argument on.
  #exported(value) {
    return this.#parameters.includes(value) ? value : this.export(value);
  }
  /** A value for use outside this frame: what its heap objects hold goes with it, as it is now; of a function its variables. */
  export(value, depth = 0) {
    if (!this.#isCapturing && value.denotes.length > 0 && value.denotes.some((one) => this.#isOwnFunction(one))) {
      let denotes = value.denotes.map((one) => this.#isOwnFunction(one) ? this.#capturing(one) : one);
      return this.export({ ...value, denotes }, depth);
    }
    if (value.objects.length === 0) return value;
    let only = value.objects.length === 1 && depth < MAX_EXPORT_DEPTH ? this.state.heap.get(value.objects[0]) : void 0;
    return only === void 0 || value.objects[0] === SELF_OBJECT ? { ...value, objects: [] } : { ...value, objects: [], held: this.#exportObject(only, depth) };
  }
  #exportObject(object, depth) {
    let entries = new Map([...object.entries].map(([key, entry2]) => [key, this.export(entry2, depth + 1)])), rest = object.rest === void 0 ? void 0 : this.export(object.rest, depth + 1), keys = object.keys === void 0 ? {} : { keys: object.keys }, base = object.base === void 0 ? {} : { base: object.base };
    return { kind: object.kind, entries, rest, ...keys, ...base };
  }
  /** A function defined in the one that is evaluated, whose variables it can see. */
  #isOwnFunction(denotation) {
    return denotation.kind === "function" && denotation.captured === void 0 && this.functionIndex !== MODULE && denotation.module === this.module && this.module.index.functions[denotation.index].parent === this.functionIndex;
  }
  #capturing(denotation) {
    let captured = /* @__PURE__ */ new Map(), copy = { ...denotation, captured };
    this.#isCapturing = !0;
    for (let [name, value] of this.state.variables) captured.set(name, this.export(value, 1));
    return this.#isCapturing = !1, copy;
  }
  /** A value with all that is said of untrusted data in what it holds. */
  whole = (value) => wholeValue(this, value);
  /** An expression by itself, without what ran before it. */
  evaluateAlone(node) {
    return this.isAlone = !0, this.functionIndex !== MODULE && this.#bindParameters(this.module.index.functions[this.functionIndex].parameters), this.export(this.evaluate(node));
  }
  /** What a constructor stores if every parameter comes from outside, by attribute. */
  storesFromOutside() {
    let item = this.module.index.functions[this.functionIndex];
    this.#bindParameters(item.parameters);
    for (let node of item.parameters < 0 ? [] : this.tree.children(item.parameters)) {
      let nameNode = parameterName(this.module, node);
      if (nameNode < 0 || this.tree.name(nameNode) === this.selfName) continue;
      let value = fromOutside(this, node, this.tree.name(nameNode));
      value !== void 0 && this.state.setVariable(this.tree.name(nameNode), value);
    }
    item.body >= 0 && runBlock(this, item.body);
    for (let [name, value] of this.selfStores) this.selfStores.set(name, this.export(value));
    return this.selfStores;
  }
  /** The value of a parameter, without what any caller passes. */
  parameter(name) {
    return this.#bindParameters(this.module.index.functions[this.functionIndex].parameters), this.state.variables.get(name);
  }
  /** The value of an expression that has no effects, a name or a literal; undefined for any other. */
  peek(node) {
    if (!plain2.has(this.tree.kind(node))) return;
    let { observing, recording } = this;
    this.observing = this.recording = !1;
    let value = this.evaluate(node);
    return this.observing = observing, this.recording = recording, value;
  }
  /** Counts a step; false once the bound is hit, which is recorded. */
  step() {
    return ++this.#steps < MAX_STEPS ? !0 : (this.#steps === MAX_STEPS && this.engine.limit(this, `${MAX_STEPS} steps`), !1);
  }
  /** What the heap objects that a value may be hold. */
  holds = (value) => {
    let found2 = value.held === void 0 ? [] : [value.held];
    for (let id of value.objects) {
      let object = this.state.heap.get(id);
      object !== void 0 && found2.push(object);
    }
    return found2;
  };
  /** Makes (or replaces) the heap object of a place and returns a value that is it. */
  allocate(id, object, of) {
    return this.state.setObject(id, object), { ...instanceOf(of), objects: [id], origin: "local" };
  }
  /** The value of an expression, with its effects on the state. */
  evaluate(node) {
    return this.step() ? evaluate(this, node) : unknown;
  }
  /** The value of an expression at this point, without telling observers and without its effects. */
  evaluateSilently = (node) => {
    let { observing, recording, state } = this;
    this.observing = this.recording = !1, this.state = state.copy();
    let value = this.evaluate(node);
    return this.state = state, this.observing = observing, this.recording = recording, value;
  };
  #firstParameter() {
    if (this.functionIndex === MODULE) return 0;
    let item = this.module.index.functions[this.functionIndex];
    if (item.methodOf === MODULE || item.parameters < 0) return 0;
    let first = item.parameters + 1;
    return first >= this.tree.next(item.parameters) || this.tree.kind(first) !== Kind.identifier || decoratorNames(this.module, item.decorated).includes("staticmethod") ? 0 : this.tree.name(first);
  }
  #bindParameters(parameters) {
    if (parameters < 0) return;
    let { tree } = this, args = this.#args, given = [
      ...this.#self === void 0 ? [] : [this.#self],
      ...args?.positional.map((argument) => argument.value) ?? []
    ], named3 = /* @__PURE__ */ new Set(), position = 0, keywordOnly = !1;
    for (let node of tree.children(parameters)) {
      if (tree.kind(node) === Kind.keyword_separator) {
        keywordOnly = !0;
        continue;
      }
      let nameNode = parameterName(this.module, node);
      if (nameNode < 0) continue;
      let name = tree.name(nameNode), text = tree.names.text(name);
      named3.add(text);
      let symbolic = this.#symbolicParameter(node, name), value = symbolic;
      if (args !== void 0) {
        let takes = parameterKind(this.module, node);
        if (takes === "star") value = this.#restOf(args, given, position);
        else if (takes === "double-star") value = this.#keywordsOf(args, named3);
        else {
          let keyword = args.keywords.get(text), isKnown = !args.hasStar || position < (args.before ?? 0) + (this.#self === void 0 ? 0 : 1), positional = keywordOnly || !isKnown ? void 0 : given[position], defaultNode = tree.child(node, Field.value);
          keyword !== void 0 ? value = keyword.value : positional !== void 0 ? value = positional : defaultNode >= 0 && !args.hasStar && !args.hasDoubleStar ? value = this.evaluate(defaultNode) : value = { ...symbolic, taint: (args.star ?? args.doubleStar)?.taint };
        }
        value = typedAs(value, symbolic.denotes), isTainted(value.taint) && (value = this.#passedIn(value, position, text)), value = this.#broughtIn(value, position, name === this.selfName && position === 0);
      }
      parameterKind(this.module, node) === "star" && (keywordOnly = !0), position++, this.#parameters.push(symbolic), this.state.setVariable(name, value);
    }
  }
  /** An object that is passed in is one of this frame's: what is changed on it is seen here, and by the caller afterwards. */
  #broughtIn(value, position, isSelf2) {
    if (value.held === void 0 || value.objects.length > 0) return value;
    let id = isSelf2 ? SELF_OBJECT : ARGS_OBJECT - 2 - position;
    return this.state.setObject(id, value.held), this.#passed.set(position, { id, held: value.held }), { ...value, held: void 0, objects: [id] };
  }
  /** Objects that were passed in and have changed: by position of the parameter what they hold now. */
  changedArguments() {
    let changed = /* @__PURE__ */ new Map();
    for (let [position, { id, held }] of this.#passed) {
      let now = this.state.heap.get(id);
      if (now === void 0 || now === held) continue;
      let exported = this.#exportObject(now, 0);
      changed.set(position, exported);
    }
    return changed;
  }
  /** What `*args` holds: the positional arguments that no parameter took. */
  #restOf(args, given, from) {
    let entries = new Map(given.slice(from).map((value, index2) => [`n${index2}`, value])), rest = args.hasStar ? args.star ?? unknown : void 0;
    return this.allocate(ARGS_OBJECT, { kind: "tuple", entries, rest }, "tuple");
  }
  #keywordsOf(args, named3) {
    let left = [...args.keywords].filter(([name]) => !named3.has(name)), entries = new Map(left.map(([name, argument]) => [`s${name}`, argument.value])), rest = args.hasDoubleStar ? args.doubleStar ?? unknown : void 0;
    return this.allocate(ARGS_OBJECT - 1, { kind: "dict", entries, rest }, "dict");
  }
  /** An argument with the step into this function on its way. */
  #passedIn(value, position, parameter) {
    let binding = this.#binding;
    if (binding === void 0 || value.taint === void 0) return value;
    let { module, callee } = binding, node = binding.nodes[position] ?? binding.nodes[0] ?? 0;
    return withTaint(value, withStep(value.taint, { kind: "call", module, node, name: callee, parameter }));
  }
  #symbolicParameter(node, name) {
    let { tree } = this, index2 = this.#parameters.length;
    if (name === this.selfName && index2 === 0) {
      let { methodOf: methodOf2, decorated: decorated2 } = this.module.index.functions[this.functionIndex];
      if (decoratorNames(this.module, decorated2).includes("classmethod"))
        return { ...denoting({ kind: "class", module: this.module, index: methodOf2 }), origin: "parameter" };
      let selfValue = {
        ...denoting({ kind: "object", module: this.module, index: methodOf2 }),
        objects: [SELF_OBJECT],
        origin: "parameter",
        taint: { marks: [], is: parameterAt(0) }
      };
      return this.state.setObject(SELF_OBJECT, { kind: "instance", entries: /* @__PURE__ */ new Map(), rest: void 0, base: selfValue }), selfValue;
    }
    let annotation = tree.child(node, Field.type), types = annotation < 0 ? [] : typeOfAnnotation(this, annotation), defaultNode = tree.child(node, Field.value), fallback = defaultNode < 0 ? void 0 : onlyConstant(this.evaluate(defaultNode)), value = { ...denoting(...types), origin: "parameter", fallback };
    return this.isFollowing ? handlerParameter(this, node, name, index2, value) ?? withTaint(value, parameterTaint(parameterAt(index2))) : value;
  }
}, everyGuard = /* @__PURE__ */ new Map([["*", { kinds: 0n, credit: void 0 }]]);
function joinExit(before2, here) {
  return here === void 0 ? before2 ?? everyGuard : before2 === void 0 || before2 === everyGuard ? here : joinGuards(before2, here);
}
function truthOfExit(value) {
  let truths = new Set(value.constants?.map(isTrue) ?? []);
  return truths.size === 1 ? truths.has(!0) : void 0;
}
function withChecks2(guards, checks2) {
  let all = new Map(guards);
  for (let { taint: taint2, kinds: kinds3, credit: credit2 } of checks2) {
    if (taint2?.is === void 0) continue;
    let before2 = all.get(taint2.is.text)?.kinds ?? 0n;
    all.set(taint2.is.text, { kinds: before2 | kinds3, credit: credit2 });
  }
  return all;
}

// src/analyse/waiting/amount.ts
var unknownAmount = { value: void 0, source: "unknown" };
function amountOf(reader, node) {
  let value = reader.evaluate(node), constant = onlyConstant(value);
  return { value: constant === void 0 ? void 0 : numberOf(constant), source: sourceOf2(reader, node, value, 0) };
}
var rank2 = { fixed: 0, named: 1, unknown: 2, open: 3 };
function leastFixed(sources) {
  return sources.reduce((worst, source) => rank2[source] > rank2[worst] ? source : worst, "fixed");
}
var MAX_DEPTH6 = 4;
function sourceOf2(reader, node, value, depth) {
  switch (value.origin) {
    case "parameter":
    case "class":
    case "config":
      return "open";
    case "module":
      return "named";
    case "literal":
    case "local":
      if (value.constants !== void 0) return "fixed";
      break;
    case "unknown":
      break;
  }
  return sourceOfParts(reader, node, depth);
}
function sourceOfParts(reader, node, depth) {
  let { module } = reader, { tree } = module;
  if (depth > MAX_DEPTH6) return "unknown";
  let sources = [], end = tree.next(node);
  for (let inner2 = node; inner2 < end; ) {
    let kind = tree.kind(inner2);
    if (kind === Kind.attribute) {
      sources.push(sourceOfAttribute(reader, inner2)), inner2 = tree.next(inner2);
      continue;
    }
    if (kind === Kind.call) {
      sources.push("unknown");
      let callee = tree.child(inner2, Field.function), root = rootOf(reader, callee);
      root >= 0 && root !== callee && sourceOfName(reader, root, depth) === "open" && sources.push("open"), inner2 = tree.child(inner2, Field.arguments);
      continue;
    }
    kind === Kind.identifier && sources.push(sourceOfName(reader, inner2, depth)), inner2++;
  }
  return sources.length === 0 ? "unknown" : leastFixed(sources);
}
function rootOf({ module }, expression) {
  let { tree } = module, node = expression;
  for (; tree.kind(node) === Kind.attribute; ) node = tree.child(node, Field.object);
  return tree.kind(node) === Kind.identifier ? node : -1;
}
function sourceOfAttribute({ module, evaluate: evaluate3 }, node) {
  let { tree } = module, name = tree.text(tree.child(node, Field.attribute)), object = tree.child(node, Field.object);
  return /^(?:self|cls)$/.test(tree.text(object)) ? "open" : /^_*[A-Z][A-Z\d_]*$/.test(name) || evaluate3(node).origin === "module" ? "named" : "open";
}
function sourceOfName(reader, node, depth) {
  let { module, functionIndex } = reader, { tree, index: index2 } = module, name = tree.name(node);
  for (let current = functionIndex; current !== MODULE; current = index2.functions[current].parent) {
    let item = index2.functions[current];
    if (parameterNames(module, item).includes(name)) return "open";
    let bindings = module.functionBindings(item).byName.get(name);
    if (bindings === void 0) continue;
    let values2 = bindings.flatMap((binding) => binding.kind === "value" ? [binding.value] : []);
    return values2.length < bindings.length && values2.length === 0 ? "unknown" : leastFixed(
      values2.map(
        (value) => holdsName(reader, value, name) ? "unknown" : sourceOf2(reader, value, reader.evaluate(value), depth + 1)
      )
    );
  }
  return /^_*[A-Z][A-Z\d_]*$/.test(tree.text(node)) || module.bindings.byName.has(name) ? "named" : "unknown";
}
function holdsName({ module }, node, name) {
  for (let inner2 of readNames(module.tree, node)) if (module.tree.name(inner2) === name) return !0;
  return !1;
}

// src/analyse/waiting/loop-body.ts
var logReceiver = /^_*(?:log|logger|logging|warnings)$/i, logMethod = /^(?:debug|info|warn|warning|error|exception|critical|log|print|print_log|msg|write_log|trace)$/, failing = /^(?:fail|skipTest|skip|xfail|abort|exit|_exit)$/, looking = /^_*(?:get|show|list|find|fetch|read|stat|lstat|lookup|look_up|head|describe|query|refresh|reload|poll|check|is|has|exists|access|connect|ping|status|verify|wait_for|inspect|update_status)(?=$|_|[A-Z])/;
function readLoopBody(tree, loop, sleeps) {
  let exits = [], assignments = [], counts2 = [], changed = /* @__PURE__ */ new Set(), bareLooks = [], logs = [], onlyLooks = !0, bind2 = (target, value) => {
    for (let name of boundNames(tree, target)) assignments.push({ name: tree.name(name), value });
  }, expression = (node, guards) => {
    let kind = tree.kind(node);
    kind === Kind.assignment ? assignment2(node) : kind === Kind.augmented_assignment ? augmented2(node) : kind === Kind.call || kind === Kind.await ? statementCall(node, guards) : kind === Kind.yield && (onlyLooks = !1);
  }, assignment2 = (node) => {
    let left = tree.child(node, Field.left), right = tree.child(node, Field.right);
    if (right < 0) return;
    bindsOnlyNames(tree, left) || (onlyLooks = !1);
    let step2 = countingStep(tree, left, right);
    step2 !== void 0 ? counts2.push({ node, name: tree.name(left), ...step2 }) : bind2(left, right), tree.kind(right) === Kind.assignment && assignment2(right);
  }, augmented2 = (node) => {
    let left = tree.child(node, Field.left), operator = tree.kind(tree.child(node, Field.operator)), step2 = tree.child(node, Field.right);
    tree.kind(left) !== Kind.identifier ? onlyLooks = !1 : operator === Kind["'+='"] || operator === Kind["'-='"] ? counts2.push({ node, name: tree.name(left), step: step2, sign: operator === Kind["'+='"] ? 1 : -1 }) : changed.add(tree.name(left));
  }, statementCall = (node, guards) => {
    let call2 = bare2(tree, node);
    if (tree.kind(call2) !== Kind.call || sleeps.has(call2)) return;
    let name = calledName2(tree, call2);
    if (isLog(tree, call2)) logs.push(call2);
    else if (failing.test(name)) exits.push({ node: call2, kind: "fail", guards });
    else if (/^assert/.test(name)) {
      let conditions = argumentNodes(tree, call2).positional;
      exits.push({ node: call2, kind: "fail", guards: [...guards, { kind: "if", conditions }] });
    } else looking.test(name) ? bareLooks.push(call2) : onlyLooks = !1;
  }, branches = (node, guards, inner2) => {
    let conditions = [tree.child(node, Field.condition)];
    block(tree.child(node, Field.consequence), [...guards, { kind: "if", conditions: [...conditions] }], inner2);
    for (let child of tree.children(node))
      tree.kind(child) === Kind.elif_clause ? (conditions.push(tree.child(child, Field.condition)), block(tree.child(child, Field.consequence), [...guards, { kind: "if", conditions: [...conditions] }], inner2)) : tree.kind(child) === Kind.else_clause && block(tree.child(child, Field.body), [...guards, { kind: "if", conditions: [...conditions] }], inner2);
  }, attempt = (node, guards, inner2) => {
    let body = tree.child(node, Field.body), guarded = [...guards, { kind: "try", body }];
    block(body, guarded, inner2);
    for (let child of tree.children(node))
      if (tree.kind(child) === Kind.except_clause) {
        let target = tree.child(child, Field.value), alias = target < 0 ? -1 : tree.childOfKind(target, Kind.as_pattern_target);
        alias >= 0 && bind2(alias, -1), block(tree.childOfKind(child, Kind.block), guarded, inner2);
      } else tree.kind(child) === Kind.else_clause ? block(tree.child(child, Field.body), guarded, inner2) : tree.kind(child) === Kind.finally_clause && block(tree.childOfKind(child, Kind.block), guards, inner2);
  }, statement2 = (node, guards, inner2) => {
    switch (tree.kind(node)) {
      case Kind.expression_statement:
        for (let child of tree.children(node)) expression(child, guards);
        break;
      case Kind.return_statement:
        exits.push({ node, kind: "return", guards });
        break;
      case Kind.raise_statement:
        exits.push({ node, kind: "raise", guards });
        break;
      case Kind.break_statement:
        inner2 === 0 && exits.push({ node, kind: "break", guards });
        break;
      case Kind.continue_statement:
        inner2 === 0 && exits.push({ node, kind: "continue", guards });
        break;
      case Kind.assert_statement:
        exits.push({ node, kind: "fail", guards: [...guards, { kind: "if", conditions: [node + 1] }] });
        break;
      case Kind.if_statement:
        branches(node, guards, inner2);
        break;
      case Kind.try_statement:
        attempt(node, guards, inner2);
        break;
      case Kind.for_statement: {
        let iterable = tree.child(node, Field.right);
        bind2(tree.child(node, Field.left), iterable), block(tree.child(node, Field.body), [...guards, { kind: "for", iterable }], inner2 + 1);
        let alternative = tree.child(node, Field.alternative);
        alternative >= 0 && block(tree.child(alternative, Field.body), [...guards, { kind: "for", iterable }], inner2);
        break;
      }
      case Kind.with_statement: {
        let body = tree.child(node, Field.body);
        for (let item of tree.children(tree.childOfKind(node, Kind.with_clause))) {
          let value = tree.child(item, Field.value), alias = value < 0 ? -1 : tree.childOfKind(value, Kind.as_pattern_target);
          alias >= 0 && bind2(alias, -1);
        }
        block(body, suppresses(tree, node) ? [...guards, { kind: "try", body }] : guards, inner2);
        break;
      }
      case Kind.match_statement: {
        let conditions = [tree.child(node, Field.subject)];
        for (let clause of tree.children(tree.child(node, Field.body))) {
          let consequence = tree.child(clause, Field.consequence);
          consequence >= 0 && block(consequence, [...guards, { kind: "if", conditions }], inner2);
        }
        break;
      }
      case Kind.while_statement:
      case Kind.function_definition:
      case Kind.class_definition:
      case Kind.decorated_definition:
      case Kind.ERROR:
        onlyLooks = !1;
        break;
      case Kind.delete_statement:
        tree.children(node).some((child) => !bindsOnlyNames(tree, child)) && (onlyLooks = !1);
        break;
      default:
        break;
    }
  }, block = (node, guards, inner2) => {
    if (!(node < 0))
      for (let child of tree.children(node)) statement2(child, guards, inner2);
  };
  block(tree.child(loop, Field.body), [], 0);
  for (let node of ownNodes2(tree, loop))
    tree.kind(node) === Kind.yield && (onlyLooks = !1), tree.kind(node) === Kind.named_expression && bind2(tree.child(node, Field.name), tree.child(node, Field.value));
  return { onlyLooks, exits, assignments, counts: counts2, changed, bareLooks, logs };
}
function isLog(tree, call2) {
  let callee = tree.child(call2, Field.function);
  if (tree.kind(callee) === Kind.identifier) return tree.text(callee) === "print" || logMethod.test(tree.text(callee));
  if (tree.kind(callee) !== Kind.attribute) return !1;
  let object = lastName(tree, tree.child(callee, Field.object)), method = tree.text(tree.child(callee, Field.attribute));
  return object >= 0 && logReceiver.test(tree.text(object)) ? !0 : object >= 0 && /^(?:stdout|stderr)$/.test(tree.text(object)) && /^(?:write|flush)$/.test(method) || /^(?:print|print_log)$/.test(method);
}
function countingStep(tree, left, right) {
  if (tree.kind(left) !== Kind.identifier || tree.kind(right) !== Kind.binary_operator) return;
  let operator = tree.kind(tree.child(right, Field.operator)), first = tree.child(right, Field.left), second = tree.child(right, Field.right), same = (node) => tree.kind(node) === Kind.identifier && tree.name(node) === tree.name(left);
  return operator === Kind["'+'"] ? same(first) ? { step: second, sign: 1 } : same(second) ? { step: first, sign: 1 } : void 0 : operator === Kind["'-'"] && same(first) ? { step: second, sign: -1 } : void 0;
}
function suppresses(tree, node) {
  return tree.children(tree.childOfKind(node, Kind.with_clause)).some((item) => {
    let value = tree.child(item, Field.value);
    return value >= 0 && tree.kind(value) === Kind.call && /^(?:suppress|ignore\w*|swallow\w*)$/.test(calledName2(tree, value));
  });
}

// src/analyse/waiting/sleep-calls.ts
function createSleepCalls(project, functions) {
  let sleeps = {
    qualified: new Set(functions),
    last: new Set(
      functions.map((name) => project.names.find(name.slice(name.lastIndexOf(".") + 1))).filter((name) => name !== 0)
    )
  }, found2 = /* @__PURE__ */ new Map(), wrappers5;
  return (module) => {
    let calls2 = found2.get(module);
    return calls2 === void 0 && (wrappers5 ??= findWrappers(project, sleeps), found2.set(module, calls2 = findCalls(project, module, sleeps, wrappers5))), calls2;
  };
}
function aliases(module, names2) {
  let found2 = /* @__PURE__ */ new Set(), { tree } = module, noteImports = (node) => {
    for (let child of tree.children(node)) {
      if (tree.kind(child) !== Kind.aliased_import) continue;
      let dotted = tree.child(child, Field.name);
      names2.has(tree.name(tree.children(dotted).at(-1) ?? dotted)) && found2.add(tree.name(tree.child(child, Field.alias)));
    }
  };
  for (let node of module.index.imports) tree.kind(node) === Kind.import_from_statement && noteImports(node);
  for (let assignment2 of module.index.assignments) {
    let left = tree.child(assignment2, Field.left), right = tree.child(assignment2, Field.right);
    right < 0 || tree.kind(left) !== Kind.identifier || tree.kind(right) !== Kind.attribute || names2.has(tree.name(tree.child(right, Field.attribute))) && found2.add(tree.name(left));
  }
  return found2;
}
function isSleep(sleeps, definition) {
  return definition?.kind === "external" && sleeps.qualified.has(definition.name);
}
function findWrappers(project, sleeps) {
  let byFunction = /* @__PURE__ */ new Map(), names2 = /* @__PURE__ */ new Set();
  for (let module of project.modules) {
    let { tree, index: index2 } = module;
    index2.functions.forEach((item, functionIndex) => {
      if (item.name === 0 || item.body < 0) return;
      let statement2 = item.body + 1;
      docstring(module, item.node) >= 0 && (statement2 = tree.next(statement2));
      let end = tree.next(item.body);
      if (statement2 >= end || tree.next(statement2) !== end) return;
      let kind = tree.kind(statement2);
      if (kind !== Kind.expression_statement && kind !== Kind.return_statement) return;
      let call2 = bare2(tree, statement2 + 1);
      if (call2 >= end || tree.kind(call2) !== Kind.call) return;
      let callee = tree.child(call2, Field.function), last2 = lastName(tree, callee);
      if (last2 < 0 || !sleeps.last.has(tree.name(last2)) || !isSleep(sleeps, project.dotted(module, functionIndex, callee)))
        return;
      let { positional, keywords } = argumentNodes(tree, call2), duration = positional[0] ?? [...keywords.values()][0];
      if (duration === void 0) return;
      let parameter = tree.kind(duration) === Kind.identifier ? parameterNames(module, item).indexOf(tree.name(duration)) : -1, ofModule = byFunction.get(module);
      ofModule === void 0 && byFunction.set(module, ofModule = /* @__PURE__ */ new Map()), ofModule.set(functionIndex, {
        duration,
        parameter: parameter - (item.methodOf !== MODULE && parameter > 0 ? 1 : 0)
      }), names2.add(item.name);
    });
  }
  return { byFunction, names: names2 };
}
function findCalls(project, module, sleeps, wrappers5) {
  let { tree, index: index2 } = module, others2 = aliases(module, sleeps.last), calls2 = [];
  for (let call2 of index2.calls) {
    let callee = tree.child(call2, Field.function), last2 = lastName(tree, callee);
    if (last2 < 0) continue;
    let name = tree.name(last2);
    if (!sleeps.last.has(name) && !others2.has(name) && !wrappers5.names.has(name)) continue;
    let functionIndex = module.functionAround(call2), definition = project.dotted(module, functionIndex, callee) ?? ownMethod(project, module, callee, functionIndex), { positional, keywords } = argumentNodes(tree, call2);
    if (isSleep(sleeps, definition)) {
      let node = positional[0] ?? [...keywords.values()][0];
      calls2.push({ node: call2, duration: node === void 0 ? void 0 : { module, functionIndex, node } });
    } else if (definition?.kind === "function") {
      let wrapper = wrappers5.byFunction.get(definition.module)?.get(definition.index);
      if (wrapper === void 0) continue;
      let given = wrapper.parameter < 0 ? void 0 : positional[wrapper.parameter] ?? [...keywords.values()][0];
      calls2.push({
        node: call2,
        duration: given === void 0 ? { module: definition.module, functionIndex: definition.index, node: wrapper.duration } : { module, functionIndex, node: given }
      });
    }
  }
  return calls2;
}
function ownMethod(project, module, callee, functionIndex) {
  let { tree, index: index2 } = module;
  if (functionIndex === MODULE || tree.kind(callee) !== Kind.attribute) return;
  let item = index2.functions[functionIndex], object = tree.child(callee, Field.object);
  if (item.methodOf === MODULE || tree.kind(object) !== Kind.identifier || parameterNames(module, item)[0] !== tree.name(object)) return;
  let method = project.method({ module, index: item.methodOf }, tree.text(tree.child(callee, Field.attribute)));
  return method === void 0 ? void 0 : { kind: "function", ...method };
}

// src/analyse/waiting/clocks.ts
var clockNames = new Set(
  "time monotonic perf_counter default_timer process_time clock now utcnow utcnow_ts time_ns monotonic_ns perf_counter_ns _time".split(
    " "
  )
);
function isClock(tree, node) {
  return tree.kind(node) !== Kind.call || !clockNames.has(calledName2(tree, node)) ? !1 : argumentNodes(tree, node).positional.length <= 1;
}

// src/analyse/waiting/clock-terms.ts
var MAX_DEPTH7 = 4, unitSeconds = { seconds: 1, minutes: 60, hours: 3600, milliseconds: 1e-3 };
function clockTerms(place4, left, right) {
  let sum = { now: 0, start: 0, terms: [] };
  if (add(place4, sum, left, 1, 0), add(place4, sum, right, -1, 0), sum.now === 0) return;
  let factor = -Math.sign(sum.now);
  return {
    terms: sum.terms.map((term) => ({ ...term, factor: term.factor * factor })),
    isDuration: sum.now === -sum.start
  };
}
function add(place4, sum, expression, factor, depth) {
  let { module, loop } = place4, { tree } = module, node = bare2(tree, expression);
  switch (tree.kind(node)) {
    case Kind.binary_operator: {
      let operator = tree.kind(tree.child(node, Field.operator));
      if (operator === Kind["'+'"] || operator === Kind["'-'"]) {
        add(place4, sum, tree.child(node, Field.left), factor, depth), add(place4, sum, tree.child(node, Field.right), operator === Kind["'+'"] ? factor : -factor, depth);
        return;
      }
      break;
    }
    case Kind.call: {
      if (isClock(tree, node)) {
        node > loop && node < tree.next(loop) ? sum.now += factor : sum.start += factor;
        return;
      }
      let name = calledName2(tree, node), { positional, keywords } = argumentNodes(tree, node);
      if (name === "total_seconds")
        return add(place4, sum, tree.child(tree.child(node, Field.function), Field.object), factor, depth);
      if (name === "timedelta" && positional.length === 0 && [...keywords.keys()].every((key) => unitSeconds[key] !== void 0)) {
        for (let [key, value] of keywords) sum.terms.push({ node: value, factor: factor * unitSeconds[key] });
        return;
      }
      break;
    }
    case Kind.identifier: {
      let value = depth < MAX_DEPTH7 ? valueOf(place4, node) : -1;
      if (value >= 0 && holdsClock(place4, value, depth)) return add(place4, sum, value, factor, depth + 1);
      break;
    }
    default:
      break;
  }
  sum.terms.push({ node, factor });
}
function valueOf({ module, functionIndex, loop }, node) {
  let { tree, index: index2 } = module, bindings = (functionIndex === MODULE ? module.bindings : module.functionBindings(index2.functions[functionIndex])).byName.get(tree.name(node)) ?? [], end = tree.next(loop), inside2 = bindings.filter((binding) => binding.node > loop && binding.node < end), found2 = inside2.length > 0 ? inside2.length === 1 ? inside2[0] : void 0 : bindings.findLast((binding) => binding.node < loop);
  return found2?.kind === "value" ? found2.value : -1;
}
function holdsClock(place4, node, depth) {
  let { tree } = place4.module;
  for (let inner2 of ownNodes2(tree, node)) {
    if (isClock(tree, inner2)) return !0;
    if (tree.kind(inner2) !== Kind.identifier || depth >= MAX_DEPTH7) continue;
    let value = valueOf(place4, inner2);
    if (value >= 0 && value !== node && holdsClock(place4, value, depth + 1)) return !0;
  }
  return !1;
}
function isTime(place4, node) {
  return holdsClock(place4, node, 0);
}

// src/analyse/waiting/round-count.ts
function playRounds(items, start, rounds = 1 / 0) {
  let counter = start, looks = 0, pauses = 0, pausesBeforeLastLook = 0, first = /* @__PURE__ */ new Map();
  for (let round = 0; round < rounds; round++) {
    if (round >= 1e5) return;
    let looked = !1;
    for (let item of items)
      switch (item.kind) {
        case "look":
          looked = !0, pausesBeforeLastLook = pauses;
          break;
        case "pause":
          pauses++;
          break;
        case "step":
          counter += item.by;
          break;
        case "check": {
          let holds3 = item.holds(counter), before2 = first.get(item);
          if (before2 === void 0) first.set(item, holds3);
          else if (before2 !== holds3) return { looks: looks + (looked ? 1 : 0), pauses, pausesBeforeLastLook };
          break;
        }
      }
    looked && looks++;
  }
  return { looks, pauses, pausesBeforeLastLook };
}

// src/analyse/waiting/wait-limit.ts
function limitOf(reader) {
  let { tree } = reader.module;
  if (tree.kind(reader.loop) === Kind.for_statement) {
    let iterable = tree.child(reader.loop, Field.right), counted2 = forLimit(reader, iterable);
    if (counted2 !== void 0) return counted2;
    if (tree.kind(iterable) !== Kind.call || calledName2(tree, iterable) !== "count") return { kind: "other" };
  }
  let conditions = boundConditions(reader);
  for (let node of conditions) {
    let counter = counterOf(reader, node);
    if (counter !== void 0) return countedLimit(reader, counter);
    let deadline = deadlineOf(reader, node);
    if (deadline !== void 0) return { kind: "deadline", amount: deadline };
  }
  return conditions.some((node) => isTime(reader, node) || mentionsBound(reader, node)) || hasEnclosingBound(reader) ? { kind: "other" } : { kind: "none" };
}
function isBoundCondition(reader, node) {
  return counterOf(reader, node) !== void 0 || countsSomething(reader, node) || isTime(reader, node) || mentionsBound(reader, node);
}
function boundConditions({ module, loop, body }) {
  let { tree } = module, roots = [];
  tree.kind(loop) === Kind.while_statement && roots.push(tree.child(loop, Field.condition));
  for (let { kind, guards } of body.exits)
    if (kind !== "continue")
      for (let guard of guards) guard.kind === "if" && roots.push(...guard.conditions);
  return [...new Set(roots.flatMap((root) => conditionLeaves(tree, root)))].sort((a, b) => a - b);
}
function forLimit(reader, iterable) {
  let { tree } = reader.module, kind = tree.kind(iterable);
  if (kind === Kind.list || kind === Kind.tuple)
    return playedFor(reader, { value: tree.children(iterable).length, source: "fixed" }, 0);
  if (kind !== Kind.call) return;
  let { positional } = argumentNodes(tree, iterable);
  switch (calledName2(tree, iterable)) {
    case "range":
    case "xrange": {
      let amounts = positional.map((node) => amountOf(reader, node)), values2 = amounts.map(({ value: value2 }) => value2);
      if (amounts.length === 0) return;
      let [start, end, step2] = amounts.length === 1 ? [0, values2[0], 1] : [values2[0], values2[1], amounts.length > 2 ? values2[2] : 1], value = start !== void 0 && end !== void 0 && step2 !== void 0 && step2 !== 0 ? Math.max(0, Math.ceil((end - start) / step2)) : void 0;
      return playedFor(reader, { value, source: leastFixed(amounts.map(({ source }) => source)) }, start ?? 0);
    }
    case "repeat":
      return positional[1] === void 0 ? void 0 : playedFor(reader, amountOf(reader, positional[1]), 0);
    case "reversed":
    case "enumerate":
      return positional[0] === void 0 ? void 0 : forLimit(reader, positional[0]);
    default:
      return;
  }
}
function playedFor(reader, amount2, start) {
  let { tree } = reader.module, target = tree.child(reader.loop, Field.left), name = tree.kind(target) === Kind.identifier ? tree.name(target) : 0, counter = boundConditions(reader).map((node) => counterOf(reader, node)).find((found2) => found2?.name === name), limit = counter === void 0 ? void 0 : limitNumber(reader, counter), run2 = amount2.value === void 0 ? void 0 : playRounds(
    [...roundItems(reader, limit === void 0 ? void 0 : counter, limit), { kind: "step", by: 1 }],
    start,
    amount2.value
  );
  return { kind: "attempts", amount: amount2, ...run2 === void 0 ? {} : { run: run2 } };
}
function isCounter({ module, loop, body }, node) {
  let { tree } = module;
  if (tree.kind(node) !== Kind.identifier) return !1;
  let name = tree.name(node);
  if (body.counts.some((count2) => count2.name === name)) return !0;
  if (tree.kind(loop) !== Kind.for_statement) return !1;
  let target = tree.child(loop, Field.left), first = tree.kind(target) === Kind.identifier ? target : target + 1;
  return tree.kind(first) === Kind.identifier && tree.name(first) === name;
}
function counterOf(reader, node) {
  let { tree } = reader.module;
  if (isCounter(reader, node)) return { node, name: tree.name(node), limit: -1, holds: (counter) => counter !== 0 };
  let compared = comparison(tree, node);
  if (compared === void 0) return;
  let [left, right] = [bare2(tree, compared.left), bare2(tree, compared.right)], order = orders.get(compared.operator);
  if (order !== void 0) {
    if (isCounter(reader, left)) return { node, name: tree.name(left), limit: right, holds: order };
    if (isCounter(reader, right))
      return { node, name: tree.name(right), limit: left, holds: (counter, limit) => order(limit, counter) };
  }
}
var orders = /* @__PURE__ */ new Map([
  [Kind["'<'"], (a, b) => a < b],
  [Kind["'<='"], (a, b) => a <= b],
  [Kind["'>'"], (a, b) => a > b],
  [Kind["'>='"], (a, b) => a >= b],
  [Kind["'=='"], (a, b) => a === b],
  [Kind["'!='"], (a, b) => a !== b]
]);
function countsSomething(reader, node) {
  let { tree } = reader.module;
  if (tree.kind(node) !== Kind.comparison_operator) return !1;
  for (let inner2 of ownNodes2(tree, node)) if (isCounter(reader, inner2)) return !0;
  return !1;
}
function limitNumber(reader, { limit }) {
  return limit < 0 ? 0 : amountOf(reader, limit).value;
}
function countedLimit(reader, counter) {
  let { body } = reader, steps = body.counts.filter((count2) => count2.name === counter.name), start = startOf(reader, counter), limit = counter.limit < 0 ? { value: 0, source: "fixed" } : amountOf(reader, counter.limit), amounts = steps.map(({ step: step2 }) => amountOf(reader, step2)), source = leastFixed([start.source, limit.source]), countsTime = amounts.some(({ value }) => value !== void 0 && !Number.isInteger(value)), known2 = start.value !== void 0 && limit.value !== void 0 && amounts.every(({ value }) => value !== void 0) && !body.changed.has(counter.name), run2 = known2 ? playRounds(roundItems(reader, counter, limit.value), start.value) : void 0, seconds = countsTime && known2 ? Math.abs(limit.value - start.value) : void 0;
  return {
    kind: "attempts",
    amount: { value: run2?.looks, source },
    ...run2 === void 0 ? {} : { run: run2 },
    ...seconds === void 0 ? {} : { seconds }
  };
}
function startOf(reader, counter) {
  let { tree } = reader.module;
  for (let node of ownNodes2(tree, reader.loop))
    if (tree.kind(node) === Kind.identifier && tree.name(node) === counter.name) return amountOf(reader, node);
  return { value: void 0, source: "unknown" };
}
function roundItems(reader, counter, limit) {
  let items = [
    ...reader.looks.map((at) => ({ at, item: { kind: "look" } })),
    ...reader.sleeps.map((at) => ({ at, item: { kind: "pause" } }))
  ];
  if (counter !== void 0 && limit !== void 0) {
    items.push({ at: counter.node, item: { kind: "check", holds: (value) => counter.holds(value, limit) } });
    for (let { node, name, step: step2, sign: sign2 } of reader.body.counts)
      name === counter.name && items.push({ at: node, item: { kind: "step", by: sign2 * (amountOf(reader, step2).value ?? 0) } });
  }
  return items.sort((a, b) => a.at - b.at).map(({ item }) => item);
}
function deadlineOf(reader, node) {
  let { tree } = reader.module, compared = comparison(tree, node);
  if (compared === void 0 || !orders.has(compared.operator)) return;
  let found2 = clockTerms(reader, compared.left, compared.right);
  if (found2 === void 0) return;
  let amounts = found2.terms.map(({ node: term, factor }) => ({ factor, amount: amountOf(reader, term) })), value = found2.isDuration && amounts.every(({ amount: amount2 }) => amount2.value !== void 0) ? amounts.reduce((sum, { factor, amount: amount2 }) => sum + factor * amount2.value, 0) : void 0, source = leastFixed(amounts.map(({ amount: amount2 }) => amount2.source));
  return {
    value: value !== void 0 && value > 0 ? value : void 0,
    source: found2.isDuration ? source : leastFixed([source, "unknown"])
  };
}
var boundWords = /time_?(?:d_?)?(?:out|left|limit)|deadline|expir|elapsed|remaining|tries|retr(?:y|ies)|attempt|count|max_|_max$|limit|giv(?:e|ing)_up|budget|waited/i;
function mentionsBound({ module }, node) {
  let { tree } = module;
  for (let inner2 of ownNodes2(tree, node))
    if (tree.kind(inner2) === Kind.identifier && boundWords.test(tree.text(inner2))) return !0;
  return !1;
}
function hasEnclosingBound({ module, functionIndex, loop }) {
  let { tree, index: index2 } = module, item = functionIndex === MODULE ? void 0 : index2.functions[functionIndex];
  for (let node = tree.parent(loop); node >= 0 && node !== item?.node; node = tree.parent(node)) {
    let kind = tree.kind(node);
    if (kind === Kind.for_statement || kind === Kind.with_statement && namesTimeLimit(module, tree.childOfKind(node, Kind.with_clause))) return !0;
  }
  return item === void 0 || item.decorated < 0 ? !1 : tree.children(item.decorated).some((child) => tree.kind(child) === Kind.decorator && namesTimeLimit(module, child));
}
function namesTimeLimit({ tree }, root) {
  for (let node of ownNodes2(tree, root)) {
    let last2 = lastName(tree, node);
    if (last2 >= 0 && /time_?out|move_on_after|fail_after|deadline|time_?limit|alarm|watchdog/i.test(tree.text(last2)))
      return !0;
  }
  return !1;
}

// src/analyse/waiting/wait-state.ts
var pure = /^(?:range|len|min|max|int|float|str|repr|bool|abs|round|sum|sorted|list|tuple|set|dict|any|all|format|isinstance|issubclass|type|enumerate|zip|lower|upper|strip|split|join|append|timedelta|super|getattr|hasattr)$/;
function waitState(reader) {
  let looks = findLooks(reader), kept = keptNames(reader, looks);
  return { looks, kept, ends: canEnd(reader, kept) };
}
function findLooks({ module, loop, body, sleeps }) {
  let { tree } = module, skipped = /* @__PURE__ */ new Set([...body.logs, ...sleeps]);
  for (let { node, kind } of body.exits)
    (kind === "raise" || kind === "fail" && tree.kind(node) === Kind.call && !/^assert/.test(calledName2(tree, node))) && skipped.add(node);
  let calls2 = [], computed = [], reads = [], end = tree.next(loop), isFor = tree.kind(loop) === Kind.for_statement, alternative = tree.child(loop, Field.alternative);
  for (let node = isFor ? tree.child(loop, Field.body) : loop + 1; node < end; ) {
    let kind = tree.kind(node);
    if (skipped.has(node) || node === alternative || kind === Kind.lambda) {
      node = tree.next(node);
      continue;
    }
    if (kind === Kind.call && !isClock(tree, node))
      (pure.test(calledName2(tree, node)) ? computed : calls2).push(node);
    else if (kind === Kind.attribute || kind === Kind.subscript) {
      let parent = tree.parent(node);
      !(tree.kind(parent) === Kind.call && tree.field(node) === Field.function) && tree.kind(parent) !== Kind.attribute && reads.push(node);
    }
    node++;
  }
  return calls2.length > 0 ? calls2 : reads.length > 0 ? reads : computed;
}
function keptNames(reader, looks) {
  let { module, loop, body, functionIndex } = reader, { tree } = module, kept = /* @__PURE__ */ new Map(), place4 = { module, loop, functionIndex }, logged = new Set(body.logs.flatMap((log) => [...readNames(tree, log)].map((node) => tree.name(node)))), holdsLook2 = (value) => looks.some((look) => look >= value && look < tree.next(value)), derives = (value) => {
    for (let name of readNames(tree, value)) if (kept.has(tree.name(name))) return !0;
    for (let node of ownNodes2(tree, value))
      if (tree.kind(node) === Kind.attribute || tree.kind(node) === Kind.subscript) return !0;
    return !1;
  };
  for (let round = 0; round < 2; round++)
    for (let { name, value } of body.assignments) {
      let before2 = kept.get(name), direct = value < 0 || holdsLook2(value);
      if (value >= 0 && (isTime(place4, value) || !(direct || derives(value)))) continue;
      let tells2 = before2?.tells === !0 || value >= 0 && !isYesOrNo(tree, value) && !mentions3(tree, value, name) && !logged.has(name) && isExamined(reader, name);
      kept.set(name, { direct: direct || before2?.direct === !0, tells: tells2 });
    }
  return kept;
}
function mentions3(tree, value, name) {
  for (let node of readNames(tree, value)) if (tree.name(node) === name) return !0;
  return !1;
}
function isExamined({ module, loop, body }, name) {
  let { tree } = module;
  for (let node of ownNodes2(tree, loop)) {
    if (tree.kind(node) !== Kind.identifier || tree.name(node) !== name || body.logs.some((log) => log < node && node < tree.next(log))) continue;
    let top = node, negated2 = !1;
    for (let parent2 = tree.parent(top); parent2 >= 0; parent2 = tree.parent(top)) {
      let kind2 = tree.kind(parent2);
      if (kind2 === Kind.not_operator) negated2 = !negated2;
      else if (kind2 === Kind.comparison_operator && tree.children(parent2).some((child) => tree.kind(child) === Kind.none))
        tree.children(parent2).some((child) => tree.kind(child) === Kind["'is'"] || tree.kind(child) === Kind["'=='"]) && (negated2 = !negated2);
      else if (kind2 !== Kind.boolean_operator && kind2 !== Kind.parenthesized_expression) break;
      top = parent2;
    }
    let parent = tree.parent(top), kind = tree.kind(parent);
    if (tree.field(top) === Field.condition && (kind === Kind.if_statement || kind === Kind.elif_clause)) {
      if (negated2) return !0;
    } else if (tree.field(top) === Field.condition && kind === Kind.while_statement) {
      if (!negated2) return !0;
    } else if (kind !== Kind.return_statement && tree.field(node) !== Field.left && tree.field(top) !== Field.left && !isTarget(tree, node))
      return !0;
  }
  return !1;
}
function isTarget(tree, node) {
  let parent = tree.kind(tree.parent(node));
  return parent === Kind.pattern_list || parent === Kind.tuple_pattern || parent === Kind.as_pattern_target;
}
var yesOrNo = /^(?:is|has|can|was|exists|isfile|isdir|is_set|poll|contains|done|ready|alive|any|all|bool|startswith|endswith|wait|access|connect_ex|ping|check|verify)(?=$|_|[A-Z])/;
function isYesOrNo(tree, expression) {
  let node = bare2(tree, expression);
  switch (tree.kind(node)) {
    case Kind.comparison_operator:
    case Kind.not_operator:
    case Kind.true:
    case Kind.false:
    case Kind.none:
      return !0;
    case Kind.boolean_operator:
      return isYesOrNo(tree, tree.child(node, Field.left)) && isYesOrNo(tree, tree.child(node, Field.right));
    case Kind.call:
      return yesOrNo.test(calledName2(tree, node));
    default:
      return !1;
  }
}
function canEnd(reader, kept) {
  let { module, loop, body } = reader, { tree } = module, readsState = (condition) => conditionLeaves(tree, condition).some((leaf) => isStateLeaf(reader, kept, leaf));
  if (tree.kind(loop) === Kind.while_statement && readsState(tree.child(loop, Field.condition))) return !0;
  let dependsOnState = (guards) => guards.some((guard) => guard.kind === "if" ? guard.conditions.some(readsState) : guard.kind === "try" ? holdsLook(reader, guard.body) : !1), skips = body.exits.filter(({ kind, guards }) => kind === "continue" && dependsOnState(guards));
  return body.exits.filter(({ kind }) => kind === "return" || kind === "break").some(({ node, guards }) => dependsOnState(guards) || skips.some((skip) => skip.node < node)) ? !0 : endsByException(reader);
}
function isStateLeaf(reader, kept, leaf) {
  let { tree } = reader.module;
  if (isBoundCondition(reader, leaf)) return !1;
  for (let node of ownNodes2(tree, leaf)) {
    let kind = tree.kind(node);
    if (kind === Kind.call && !isClock(tree, node) || kind === Kind.attribute || kind === Kind.subscript || kind === Kind.identifier && kept.has(tree.name(node))) return !0;
  }
  return !1;
}
function holdsLook({ module, body, sleeps }, root) {
  let { tree } = module, end = tree.next(root);
  for (let node = root; node < end; ) {
    if (sleeps.includes(node) || body.logs.includes(node)) {
      node = tree.next(node);
      continue;
    }
    let kind = tree.kind(node);
    if (kind === Kind.call && !isClock(tree, node) || kind === Kind.await) return !0;
    node++;
  }
  return !1;
}
function endsByException(reader) {
  let { module, loop } = reader, { tree } = module, block = tree.parent(loop), attempt = tree.parent(block);
  return attempt < 0 || tree.kind(attempt) !== Kind.try_statement || tree.child(attempt, Field.body) !== block || !holdsLook(reader, tree.child(loop, Field.body)) || !tree.children(block).filter((statement2) => statement2 > loop).every((statement2) => isFailure(tree, statement2)) ? !1 : tree.children(attempt).some((child) => {
    if (tree.kind(child) !== Kind.except_clause) return !1;
    let statements = tree.children(tree.childOfKind(child, Kind.block)), [only] = statements, caught = tree.child(child, Field.value);
    return caught >= 0 && [...ownNodes2(tree, caught)].some(
      (node) => lastName(tree, node) >= 0 && /KeyboardInterrupt|SystemExit|CancelledError/.test(tree.text(lastName(tree, node)))
    ) ? !1 : statements.length === 1 && only !== void 0 && (tree.kind(only) === Kind.return_statement || tree.kind(only) === Kind.pass_statement);
  });
}
function isFailure(tree, statement2) {
  if (tree.kind(statement2) === Kind.raise_statement) return !0;
  let call2 = tree.kind(statement2) === Kind.expression_statement ? bare2(tree, statement2 + 1) : -1;
  return call2 >= 0 && tree.kind(call2) === Kind.call && calledName2(tree, call2) === "fail";
}

// src/analyse/waiting/waiting-loop.ts
var ofRun = /* @__PURE__ */ new WeakMap();
function waitingLoops(knowledge, engine, sleepFunctions) {
  let loops = ofRun.get(knowledge);
  loops === void 0 && ofRun.set(knowledge, loops = /* @__PURE__ */ new Map());
  let key = [...sleepFunctions].sort().join(" "), found2 = loops.get(key);
  return found2 === void 0 && loops.set(key, found2 = createWaitingLoops(knowledge.project, engine, sleepFunctions)), found2;
}
function createWaitingLoops(project, engine, sleepFunctions) {
  let sleepCalls = createSleepCalls(project, sleepFunctions), loopsOf = /* @__PURE__ */ new Map(), read = /* @__PURE__ */ new Map(), seen = [], candidates = (module) => {
    let found2 = loopsOf.get(module);
    return found2 === void 0 && loopsOf.set(module, found2 = sleepsByLoop(module, sleepCalls(module))), found2;
  };
  return {
    seen,
    sleepCalls,
    functions: (module) => [...new Set([...candidates(module).keys()].map((loop) => module.functionAround(loop)))],
    at: (event) => {
      let sleeps = candidates(event.module).get(event.node);
      if (sleeps === void 0) return;
      let ofModule = read.get(event.module);
      if (ofModule === void 0 && read.set(event.module, ofModule = /* @__PURE__ */ new Map()), !ofModule.has(event.node)) {
        let loop = readLoop(event, sleeps, engine());
        ofModule.set(event.node, loop), loop !== void 0 && seen.push(loop);
      }
      return ofModule.get(event.node);
    }
  };
}
function sleepsByLoop(module, calls2) {
  let { tree } = module, found2 = /* @__PURE__ */ new Map();
  for (let call2 of calls2)
    for (let node = tree.parent(call2.node); node >= 0; node = tree.parent(node)) {
      let kind = tree.kind(node);
      if (kind === Kind.function_definition || kind === Kind.lambda || kind === Kind.class_definition) break;
      if (kind !== Kind.for_statement && kind !== Kind.while_statement) continue;
      let body = tree.child(node, Field.body);
      if (body < 0 || call2.node < body || call2.node >= tree.next(body)) continue;
      let list3 = found2.get(node);
      list3 === void 0 ? found2.set(node, [call2]) : list3.push(call2);
      break;
    }
  return found2;
}
function readLoop(event, calls2, engine) {
  let { module, functionIndex, node, evaluate: evaluate3 } = event, { tree } = module, sleeps = calls2.map((call2) => call2.node), body = readLoopBody(tree, node, new Set(sleeps));
  if (!body.onlyLooks) return;
  let base = { module, functionIndex, loop: node, body, sleeps, evaluate: evaluate3 }, state = waitState(base);
  if (!state.ends || looksElsewhereEachRound(base, state)) return;
  let reader = { ...base, looks: state.looks }, pause = pauseOf(reader, calls2, engine);
  if (!(pause.value !== void 0 && pause.value <= 0))
    return {
      module,
      functionIndex,
      node,
      sleep: sleeps[0],
      pause,
      limit: limitOf(reader),
      state,
      givesUpAt: findGiveUps(reader)
    };
}
function looksElsewhereEachRound({ module, loop }, { looks }) {
  let { tree } = module;
  if (tree.kind(loop) !== Kind.for_statement) return !1;
  let targets = new Set(boundNames(tree, tree.child(loop, Field.left)).map((node) => tree.name(node)));
  return looks.some((look) => [...readNames(tree, look)].some((name) => targets.has(tree.name(name))));
}
function pauseOf(reader, calls2, engine) {
  let amounts = calls2.map((call2) => durationOf(reader, call2, engine)), [first] = amounts;
  return {
    // Several pauses in one round, or different ones: no number.
    value: first !== void 0 && amounts.every(({ value }) => value === first.value) && (calls2.length === 1 || !inOneBlock(reader, calls2)) ? first.value : void 0,
    source: leastFixed(amounts.map(({ source }) => source)),
    grows: amounts.some(({ grows }) => grows),
    afterError: calls2.every(({ node }) => isAfterError(reader, node))
  };
}
function durationOf(reader, { duration }, engine) {
  if (duration === void 0) return { ...unknownAmount, grows: !1 };
  if (duration.module !== reader.module || duration.functionIndex !== reader.functionIndex) {
    let frame = new Frame(engine, duration.module, duration.functionIndex, { observing: !1, depth: 1 }), own = {
      module: duration.module,
      functionIndex: duration.functionIndex,
      evaluate: (node) => frame.evaluateAlone(node)
    };
    return { ...amountOf(own, duration.node), grows: !1 };
  }
  let { tree } = reader.module, { body, loop } = reader, names2 = [...readNames(tree, duration.node)].map((node) => tree.name(node)), target = tree.kind(loop) === Kind.for_statement ? boundNames(tree, tree.child(loop, Field.left)).map((node) => tree.name(node)) : [], grows = body.counts.some((count2) => names2.includes(count2.name)) || names2.some((name) => body.changed.has(name) || target.includes(name));
  if (grows) return { value: void 0, source: amountOf(reader, duration.node).source, grows };
  let bound = body.assignments.filter(({ name }) => names2.includes(name)), [only] = bound;
  if (only === void 0) return { ...amountOf(reader, duration.node), grows: !1 };
  let recursive = bound.some(
    ({ name, value }) => value >= 0 && [...readNames(tree, value)].some((node) => tree.name(node) === name)
  );
  return bound.length > 1 || only.value < 0 || recursive || tree.kind(duration.node) !== Kind.identifier ? {
    value: void 0,
    source: leastFixed(bound.map(({ value }) => value < 0 ? "unknown" : amountOf(reader, value).source)),
    grows: recursive
  } : { ...amountOf(reader, only.value), grows: !1 };
}
function inOneBlock({ module }, calls2) {
  let { tree } = module, blocks = calls2.map(({ node }) => {
    let current = node;
    for (; tree.kind(current) !== Kind.block; ) current = tree.parent(current);
    return current;
  });
  return new Set(blocks).size < blocks.length;
}
function isAfterError({ module, loop }, sleep) {
  let { tree } = module;
  for (let node = tree.parent(sleep); node !== loop && node >= 0; node = tree.parent(node))
    if (tree.kind(node) === Kind.except_clause) return !0;
  return !1;
}
function findGiveUps(reader) {
  let { module, loop, body } = reader, { tree } = module, inside2 = body.exits.flatMap(({ kind, node, guards }) => kind !== "raise" && kind !== "fail" ? [] : guards.some(
    (guard) => guard.kind === "if" && guard.conditions.some(
      (condition) => [...ownNodes2(tree, condition)].some((part) => isBoundCondition(reader, part))
    )
  ) ? [node] : []), alternative = tree.child(loop, Field.alternative), last2 = alternative >= 0 ? lastStatement(module, tree.child(alternative, Field.body)) : following(module, loop);
  return last2 < 0 ? inside2 : [...inside2, last2];
}
function lastStatement({ tree }, block) {
  return tree.children(block).at(-1) ?? -1;
}
function following({ tree }, loop) {
  let next = tree.next(loop), block = tree.parent(loop);
  return next < tree.next(block) ? next : -1;
}
function functionName({ module, functionIndex }) {
  let item = module.index.functions[functionIndex];
  return item === void 0 ? "the top level of the file" : module.tree.names.text(item.name);
}

// src/analyse/waiting/noteworthy-wait.ts
var sleepName = /^_?sleep$/;
function isNoteworthy2(loop, knowledge) {
  let { limit, pause, module } = loop;
  if (limit.kind === "none" || limit.kind === "other" || pause.source === "open") return !1;
  let { isTest } = knowledge.context(module);
  return !isTest && (limit.amount.source !== "fixed" || pause.source !== "fixed" || pause.value === void 0 || pause.afterError) || limit.kind === "deadline" && limit.amount.source !== "fixed" || limit.kind === "attempts" && (limit.amount.source === "open" || limit.amount.source === "unknown") ? !1 : !standsApart(loop, knowledge);
}
function standsApart(loop, knowledge) {
  let { module, functionIndex } = loop;
  return functionIndex !== MODULE && knowledge.role(module, functionIndex) === "nested" ? !0 : isFake(loop) || inChildProcess(loop) || isPatched(knowledge.project, module, functionIndex, sleepName);
}
function isFake({ module, functionIndex }) {
  return functionIndex === MODULE ? !1 : /fake|mock|stub|dummy/i.test(module.qualifiedName(functionIndex));
}
function inChildProcess({ module, node }) {
  let { tree } = module, inner2 = node;
  for (let current = tree.parent(node); current >= 0; inner2 = current, current = tree.parent(current)) {
    let kind = tree.kind(current);
    if (kind === Kind.function_definition) return !1;
    if (kind !== Kind.if_statement || tree.field(inner2) !== Field.consequence) continue;
    let condition = tree.child(current, Field.condition), nodes = [...ownNodes2(tree, condition)], namesProcess = nodes.some(
      (part) => tree.kind(part) === Kind.identifier && /pid|fork|child/i.test(tree.text(part))
    ), comparesToZero = nodes.some(
      (part) => tree.kind(part) === Kind.not_operator || tree.kind(part) === Kind.integer && tree.text(part) === "0"
    );
    if (namesProcess && comparesToZero) return !0;
  }
  return !1;
}

// src/analyse/waiting/wait-numbers.ts
function waitNumbers(loop) {
  let { limit, pause } = loop, interval = pause.value;
  if (limit.kind === "deadline")
    return { attempts: void 0, interval, budget: limit.amount.value, lastLook: void 0, about: !1 };
  let run2 = limit.kind === "attempts" ? limit.run : void 0;
  if (run2 === void 0 || limit.kind !== "attempts")
    return { attempts: void 0, interval, budget: void 0, lastLook: void 0, about: !1 };
  if (limit.seconds !== void 0 && interval !== void 0 && interval > 0)
    return {
      attempts: Math.round(limit.seconds / interval),
      interval,
      budget: limit.seconds,
      lastLook: void 0,
      about: !0
    };
  let budget = interval === void 0 ? void 0 : run2.pauses * interval, early = interval !== void 0 && run2.pausesBeforeLastLook < run2.pauses && !looksAgainBehind(loop);
  return {
    attempts: run2.looks,
    interval,
    budget,
    lastLook: early ? run2.pausesBeforeLastLook * interval : void 0,
    about: !1
  };
}
function looksAgainBehind({ module, functionIndex, node, state }) {
  let { tree, index: index2 } = module, end = functionIndex === MODULE ? tree.size : tree.next(index2.functions[functionIndex].node), names2 = new Set(
    state.looks.filter((look) => tree.kind(look) === Kind.call).map((look) => writtenName(tree, tree.child(look, Field.function)))
  );
  return names2.delete(""), index2.calls.some(
    (call2) => call2 >= tree.next(node) && call2 < end && names2.has(writtenName(tree, tree.child(call2, Field.function)))
  );
}

// src/analyse/detectors/bounded-wait.ts
var boundedWait = ({ knowledge, report }, loops) => ({
  observer: {
    loop: (event) => {
      let loop = loops.at(event);
      if (loop === void 0 || !isNoteworthy2(loop, knowledge)) return;
      let { module, functionIndex, sleep } = loop, numbers2 = waitNumbers(loop), helper = knowledge.context(module).isTest ? nearestHelper(loop, knowledge) : void 0;
      report({
        module,
        functionIndex,
        node: sleep,
        ...wording(loop, numbers2, knowledge.context(module).isTest),
        ...replacement(event, loop, numbers2, helper),
        rank: { numberKnown: numbers2.budget !== void 0 }
      });
    }
  }
});
function wording(loop, numbers2, isTest) {
  let { attempts, interval, budget, lastLook, about: about2 } = numbers2, values2 = {
    function: functionName(loop),
    attempts: attempts ?? "",
    interval: interval === void 0 ? "" : written2(interval),
    budget: budget === void 0 ? "" : written2(budget),
    last_look: lastLook === void 0 ? "" : ` (the last look is at ${written2(lastLook)} s)`,
    pauses: loop.pause.grows ? "growing pauses" : "pauses of unknown length",
    held: loop.module.tree.kind(loop.module.tree.parent(loop.sleep)) === Kind.await ? "task" : "thread"
  };
  return loop.limit.kind === "deadline" ? budget === void 0 ? { wording: interval === void 0 ? "unknown" : "interval", values: values2 } : isTest ? { wording: interval === void 0 ? "deadline_only" : "deadline", values: values2 } : { wording: "production_deadline", values: values2 } : attempts !== void 0 && budget !== void 0 ? isTest ? about2 ? { wording: "about", values: values2 } : { values: values2 } : { wording: "production", values: values2 } : attempts !== void 0 ? { wording: "attempts", values: values2 } : { wording: interval === void 0 ? "unknown" : "interval", values: values2 };
}
function replacement(event, loop, numbers2, helper) {
  let seconds = written2(numbers2.budget ?? 5);
  for (let look of loop.state.looks) {
    let waits = waitOf(event, look, seconds);
    if (waits !== void 0) return { fix: `Wait with \`${waits}\`, which returns as soon as it happens.` };
  }
  if (helper === void 0) return {};
  let node = helper.module.index.functions[helper.functionIndex].node, bound = helper.bounds.map((name) => `\`${name}\``).join(" and ");
  return {
    fix: `Wait on a notification, or make the budget a parameter as the shared helper \`${helper.name}\` (${helper.module.path} line ${helper.module.tree.lineOf(node)}) has it in ${bound}.`,
    related: [{ module: helper.module, node, message: "shared wait helper" }]
  };
}
function waitOf({ module, evaluate: evaluate3 }, look, seconds) {
  let { tree } = module;
  if (tree.kind(look) !== Kind.call) return;
  let callee = tree.child(look, Field.function);
  if (tree.kind(callee) !== Kind.attribute) return;
  let object = tree.child(callee, Field.object), method = tree.text(lastName(tree, callee)), name = writtenName(tree, object);
  if (name !== "") {
    for (let denotation of evaluate3(object).denotes)
      if (denotation.kind === "instance") {
        if (method === "is_set" && /^(?:threading|multiprocessing)\.Event$/.test(denotation.of))
          return `${name}.wait(${seconds})`;
        if (method === "is_set" && denotation.of === "asyncio.Event") return `asyncio.wait_for(${name}.wait(), ${seconds})`;
        if (method === "poll" && denotation.of === "subprocess.Popen") return `${name}.wait(timeout=${seconds})`;
        if (method === "is_alive" && /^(?:threading\.Thread|multiprocessing\.Process)$/.test(denotation.of))
          return `${name}.join(${seconds})`;
      }
  }
}
function nearestHelper({ module, functionIndex }, { project, conventions }) {
  let helpers = conventions.waitHelpers.filter(
    (helper) => helper.module !== module || helper.functionIndex !== functionIndex
  );
  if (helpers.length === 0) return;
  let owner = functionIndex === MODULE ? MODULE : module.index.functions[functionIndex].methodOf, owners = owner === MODULE ? [] : project.ancestry({ module, index: owner }).classes, inherited = helpers.filter(
    (helper) => owners.some(({ module: home, index: index2 }) => home === helper.module && methodOf(helper) === index2)
  );
  if (inherited.length > 0) return mostCalled(inherited, project);
  let imported = new Set(module.importTargets()), reachable = helpers.filter(
    (helper) => methodOf(helper) === MODULE && (helper.module === module || helper.module.names.some((name) => imported.has(name) || imported.has(`${name}.${helper.name}`)))
  );
  return mostCalled(reachable, project);
}
function methodOf({ module, functionIndex }) {
  return module.index.functions[functionIndex].methodOf;
}
function mostCalled(helpers, project) {
  let counts2 = callCounts(project), count2 = ({ name }) => counts2.get(project.names.find(name)) ?? 0;
  return helpers.reduce(
    (best, helper) => best === void 0 || count2(helper) > count2(best) ? helper : best,
    void 0
  );
}
var countsOf = /* @__PURE__ */ new WeakMap();
function callCounts(project) {
  let counts2 = countsOf.get(project);
  if (counts2 !== void 0) return counts2;
  let found2 = /* @__PURE__ */ new Map();
  for (let { tree, index: index2 } of project.modules)
    for (let call2 of index2.calls) {
      let last2 = lastName(tree, tree.child(call2, Field.function));
      last2 >= 0 && found2.set(tree.name(last2), (found2.get(tree.name(last2)) ?? 0) + 1);
    }
  return countsOf.set(project, counts2 = found2), counts2;
}

// src/analyse/detectors/fixed-wait-budget.ts
var fixedWaitBudget = ({ knowledge, report }, loops) => ({
  // Listening makes the loops known; what they have in common shows at the end.
  observer: { loop: (event) => {
    loops.at(event);
  } },
  finish: () => {
    for (let loop of loops.seen) {
      let budget = describeBudget(loop);
      if (budget === void 0 || !isFixed(loop) || !isNoteworthy2(loop, knowledge)) continue;
      let { module, functionIndex, node, sleep } = loop, reason = saysWhy(loop), other = otherWait(loop, loops, knowledge);
      report({
        module,
        functionIndex,
        node,
        values: {
          function: functionName(loop),
          budget: budget.text,
          why: reason ? "" : ` Nothing says why ${budget.numbers}.`,
          other: other === void 0 ? "" : ` ${other.text}`
        },
        related: [{ module, node: sleep, message: "the pause" }, ...other === void 0 ? [] : [other.place]],
        rank: {
          numberKnown: !0,
          spansFiles: other !== void 0 && other.place.module !== module,
          explainedByComment: reason
        },
        ...reason ? {} : { mergedRules: ["BP406"] }
      });
    }
  }
});
function isFixed({ limit, pause }) {
  return limit.kind === "deadline" ? limit.amount.source === "fixed" : limit.kind === "attempts" && limit.amount.source === "fixed" && pause.source === "fixed";
}
function describeBudget(loop) {
  let { interval, budget, about: about2 } = waitNumbers(loop);
  if (budget === void 0 || budget <= 0) return;
  let total = `${written2(budget)} s`, { limit } = loop;
  if (limit.kind !== "attempts" || about2) return { text: about2 ? `about ${total}` : total, numbers: total };
  if (interval === void 0 || limit.run === void 0) return;
  let { pauses } = limit.run;
  return { text: `${pauses} x ${written2(interval)} s = ${total}`, numbers: `${pauses} and ${written2(interval)}` };
}
var timeWords = /\b\d+(?:\.\d+)?\s*(?:s|ms|secs?|seconds?|mins?|minutes?|milliseconds?)\b|\btime[- ]?outs?\b|\btim(?:es|ed|ing) out\b|\bretr(?:y|ies)\b|\bseconds?\b|\bminutes?\b/i;
function saysWhy({ module, functionIndex, node }) {
  let { tree, index: index2 } = module, scope = functionIndex === MODULE ? node : index2.functions[functionIndex].node, comments = commentsOf(module), before2 = comments.commentBefore(scope), texts = [
    ...comments.commentsIn({ start: tree.start(scope), end: tree.end(scope) }).map((comment) => comment.text),
    ...before2 === void 0 ? [] : [before2.text],
    ...functionIndex === MODULE ? [] : [docstringText(module, functionDocstring(module, functionIndex))]
  ], last2 = comments.commentOnLine(tree.line(tree.end(scope)));
  return [...texts, last2?.text ?? ""].some((text) => timeWords.test(text));
}
function otherWait(loop, loops, knowledge) {
  return overridden(loop, loops, knowledge) ?? sameCall(loop, loops);
}
function overridden(loop, { seen }, { project }) {
  let { module, functionIndex } = loop, owner = functionIndex === MODULE ? MODULE : module.index.functions[functionIndex].methodOf;
  if (owner === MODULE) return;
  let name = functionName(loop);
  for (let base of project.ancestry({ module, index: owner }).classes.slice(1)) {
    let found2 = seen.find((other) => {
      let item = other.module.index.functions[other.functionIndex];
      return other.module === base.module && item?.methodOf === base.index && functionName(other) === name;
    });
    if (found2 === void 0) continue;
    let length = describeBudget(found2)?.text, mine = describeBudget(loop)?.text;
    if (length === void 0) return;
    let says = length === mine ? "which waits as long" : `which waits ${length}`;
    return {
      text: `It overrides ${base.module.qualifiedClassName(base.index)}.${name}, ${says}.`,
      place: { module: base.module, node: found2.node, message: "overridden here" }
    };
  }
}
function sameCall(loop, { seen }) {
  let calls2 = callsOf(loop);
  if (calls2.length === 0) return;
  let others2 = seen.filter(
    (other2) => (other2.module !== loop.module || other2.functionIndex !== loop.functionIndex) && callsOf(other2).some((call2) => calls2.includes(call2))
  ).filter((other2) => describeBudget(other2) !== void 0).toSorted(
    (a, b) => distance(loop.module, a) - distance(loop.module, b) || compare(a.module.path, b.module.path) || a.node - b.node
  ), [other] = others2;
  if (other === void 0) return;
  let { module, node } = other;
  return {
    text: `${module.path} line ${module.tree.lineOf(node)} waits ${describeBudget(other).text} for the same call.`,
    place: { module, node, message: "waits for the same call" }
  };
}
function distance(module, other) {
  return other.module === module ? 0 : 1;
}
function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
function callsOf({ module, state }) {
  let { tree } = module;
  return state.looks.filter((look) => tree.kind(look) === Kind.call && tree.kind(tree.child(look, Field.function)) === Kind.attribute).map((look) => writtenName(tree, tree.child(look, Field.function))).filter(
    (name) => /^(?:self|cls)\.\w+\.\w{4,}|^\w+\.\w+\.\w{4,}/.test(name) && /_/.test(name.slice(name.lastIndexOf(".")))
  );
}

// src/analyse/detectors/unbounded-wait.ts
var unboundedWait = ({ knowledge, report }, loops) => ({
  observer: {
    loop: (event) => {
      let loop = loops.at(event);
      if (loop === void 0 || loop.limit.kind !== "none" || isLeftAlone(loop, knowledge)) return;
      let { module, functionIndex, node, pause } = loop, { isTest } = knowledge.context(module), ending = isTest ? globalTimeout(loop, knowledge) : void 0;
      report({
        module,
        functionIndex,
        node,
        wording: isTest ? "test" : "production",
        values: {
          what: waitedFor(loop),
          every: pause.value === void 0 ? "in a loop" : `every ${written2(pause.value)} s`,
          function: functionName(loop),
          ending: ending ?? "the runner is killed"
        },
        ...ending === void 0 ? {} : { level: "note" },
        rank: { numberKnown: pause.value !== void 0 }
      });
    }
  }
});
function isLeftAlone(loop, { project }) {
  let { module, functionIndex } = loop;
  return isFake(loop) || inChildProcess(loop) || isPatched(project, module, functionIndex, /^_?sleep$/) || waitsForStop(loop) || readsStream(loop) || isWorker(loop) || saysItBlocks(loop) || hasTimedDecorator(loop, project);
}
var stopWords = /stop|exit|quit|shut|terminat|interrupt|cancel|abort|running|finalizing|keep|should_/i;
function waitsForStop({ module, node, state }) {
  let { tree } = module, end = tree.next(node);
  return state.looks.some((look) => look < end && stopWords.test(writtenName(tree, look)));
}
function isWorker({ module, functionIndex }) {
  if (functionIndex === MODULE) return !1;
  let { tree, index: index2 } = module, item = index2.functions[functionIndex];
  return /worker|daemon|forever|serve|heartbeat|monitor|watch|background|keep_?alive/i.test(
    module.qualifiedName(functionIndex)
  ) ? !0 : index2.calls.some((call2) => {
    let { positional, keywords } = argumentNodes(tree, call2);
    return [...positional, ...keywords.values()].some((argument) => {
      let called = tree.kind(argument) === Kind.call && taskMakers.test(calledName2(tree, call2)) ? tree.child(argument, Field.function) : argument, last2 = lastName(tree, called);
      return last2 >= 0 && tree.name(last2) === item.name;
    });
  });
}
var taskMakers = /^(?:create_task|ensure_future|gather|start_soon|spawn\w*|run_coroutine_threadsafe)$/;
function hasTimedDecorator({ module, functionIndex }, project) {
  let { tree, index: index2 } = module;
  for (let current = functionIndex; current !== MODULE; current = index2.functions[current].parent) {
    let { decorated: decorated2, parent } = index2.functions[current];
    if (!(decorated2 < 0))
      for (let child of tree.children(decorated2)) {
        if (tree.kind(child) !== Kind.decorator) continue;
        let callee = tree.kind(child + 1) === Kind.call ? tree.child(child + 1, Field.function) : child + 1, definition = project.dotted(module, parent, callee);
        if (definition?.kind !== "function") continue;
        let maker = definition.module.index.functions[definition.index];
        if (parameterNames(definition.module, maker).some(
          (name) => /time_?out|deadline|time_?limit/i.test(project.names.text(name))
        ))
          return !0;
      }
  }
  return !1;
}
function readsStream({ module, state }) {
  return state.looks.some(
    (look) => module.tree.kind(look) === Kind.call && /^(?:read|readline|readlines|recv\w*|readexactly)$/.test(calledName2(module.tree, look))
  );
}
function saysItBlocks({ module, functionIndex }) {
  return functionIndex !== MODULE && /\bblocks? (?:until|till|for)\b|\bblocking (?:call|wait)\b|\bforever\b|\bindefinitely\b/i.test(
    docstringText(module, functionDocstring(module, functionIndex))
  );
}
var MAX_ARGUMENT = 40;
function waitedFor({ module, state }) {
  for (let look of state.looks) {
    let { tree } = module, name = writtenName(tree, look);
    if (name === "") continue;
    let isPlain5 = tree.kind(look) === Kind.call && tree.kind(tree.child(look, Field.function)) === Kind.identifier, { positional } = isPlain5 ? argumentNodes(tree, look) : { positional: [] }, argument = positional.length === 1 ? writtenName(tree, positional[0]) : "";
    return argument === "" || argument.length > MAX_ARGUMENT ? name : `${calledName2(tree, look)}(${argument})`;
  }
  return "a change";
}
function globalTimeout({ module, functionIndex }, { project, conventions }) {
  let [timeout] = conventions.globalTimeouts;
  if (timeout !== void 0)
    return `${timeout.name} ends it${timeout.seconds === void 0 ? "" : ` after ${written2(timeout.seconds)} s`}`;
  if (functionIndex === MODULE) return;
  let owner = module.index.functions[functionIndex].parentClass;
  if (!(owner === MODULE || project.method({ module, index: owner }, "setUp") === void 0))
    for (let reference3 of project.ancestry({ module, index: owner }).classes) {
      let method = project.method(reference3, "setUp");
      if (method !== void 0 && usesTimeoutFixture(method.module, method.index))
        return "the timeout of its base class ends it";
    }
}
function usesTimeoutFixture({ tree, index: index2 }, functionIndex) {
  for (let node of ownNodes2(tree, index2.functions[functionIndex].node))
    if (!(tree.kind(node) !== Kind.call || calledName2(tree, node) !== "useFixture") && argumentNodes(tree, node).positional.some((argument) => /timeout/i.test(writtenName(tree, argument))))
      return !0;
  return !1;
}

// src/analyse/detectors/polling-loop.ts
var tellers = {
  bounded: boundedWait,
  unbounded: unboundedWait,
  fixed: fixedWaitBudget
}, pollingLoop = (context) => {
  let { rule, knowledge, engine } = context, loops = waitingLoops(knowledge, engine, rule.calls);
  return { interest: { functions: loops.functions }, ...tellers[rule.bound ?? "bounded"](context, loops) };
};

// src/analyse/detectors/timeout-hides-last-state.ts
var timeoutHidesLastState = ({
  rule,
  knowledge,
  engine,
  report
}) => {
  let loops = waitingLoops(knowledge, engine, rule.calls);
  return {
    interest: { functions: loops.functions },
    observer: {
      loop: (event) => {
        let loop = loops.at(event);
        if (loop === void 0 || loop.limit.kind === "none" || standsApart(loop, knowledge)) return;
        let { module, functionIndex } = loop, { tree } = module, telling = tellingNames(loop);
        if (telling.length !== 0)
          for (let statement2 of loop.givesUpAt.flatMap((node) => failures(module, node))) {
            let text = messageText(module, statement2);
            text === void 0 || showsState(loop, statement2) || report({
              module,
              functionIndex,
              node: statement2,
              values: { text, names: list(telling.map((name) => tree.names.text(name))) },
              related: [{ module, node: loop.node, message: "the loop that waits" }]
            });
          }
      }
    }
  };
};
function tellingNames({ state }) {
  let telling = [...state.kept].filter(([, { tells: tells2 }]) => tells2), direct = telling.filter(([, kept]) => kept.direct);
  return (direct.length > 0 ? direct : telling).map(([name]) => name);
}
function failures(module, node) {
  let { tree } = module;
  switch (tree.kind(node)) {
    case Kind.raise_statement:
      return [node];
    case Kind.call:
      return calledName2(tree, node) === "fail" ? [node] : [];
    case Kind.expression_statement:
      return failures(module, bare2(tree, node + 1));
    case Kind.if_statement: {
      let [first] = tree.children(tree.child(node, Field.consequence));
      return first === void 0 ? [] : failures(module, first);
    }
    default:
      return [];
  }
}
var MAX_TEXT2 = 60;
function messageText({ tree }, statement2) {
  for (let node of ownNodes2(tree, statement2)) {
    if (tree.kind(node) !== Kind.string) continue;
    let text = (tree.next(node) === node + 1 ? tree.text(node).replace(/^[a-zA-Z]*("""|'''|"|')([\s\S]*)\1$/, "$2") : tree.children(node).map(
      (part) => tree.kind(part) === Kind.string_content ? tree.text(part) : tree.kind(part) === Kind.interpolation ? "{}" : ""
    ).join("")).replaceAll(/\s+/g, " ").trim();
    return /[A-Za-z]/.test(text) ? text.length > MAX_TEXT2 ? `${text.slice(0, MAX_TEXT2).trimEnd()}...` : text : void 0;
  }
}
var formatting = /^(?:format|join|str|repr|int|float|round|len|_|_LE|dict|type|format_map|strip|lower|upper|gettext|locals|vars)$/;
function showsState({ module, functionIndex, state }, statement2) {
  let { tree } = module, looked = new Set(state.looks.map((look) => writtenName(tree, look)));
  looked.delete("");
  let shows = (root, depth) => {
    for (let node of ownNodes2(tree, root)) {
      let kind = tree.kind(node);
      if (kind === Kind.call && node !== root && !isException2(module, statement2, node) && !formatting.test(calledName2(tree, node)) || kind === Kind.call && /^(?:locals|vars)$/.test(calledName2(tree, node)) || (kind === Kind.attribute || kind === Kind.subscript) && looked.has(writtenName(tree, node))) return !0;
    }
    for (let name of readNames(tree, root))
      if (state.kept.has(tree.name(name)) || depth < 2 && boundValues(module, functionIndex, tree.name(name)).some((value) => shows(value, depth + 1)))
        return !0;
    return !1;
  };
  return shows(statement2, 0);
}
function isException2({ tree }, statement2, call2) {
  return call2 === statement2 || call2 === statement2 + 1;
}
function boundValues(module, functionIndex, name) {
  return functionIndex === MODULE ? [] : (module.functionBindings(module.index.functions[functionIndex]).byName.get(name) ?? []).flatMap((binding) => binding.kind === "value" ? [binding.value] : []);
}
function list(names2) {
  let sorted = [...new Set(names2)];
  return sorted.length < 2 ? sorted.join("") : `${sorted.slice(0, -1).join(", ")} or ${sorted.at(-1)}`;
}

// src/analyse/detectors/placeholder-never-filled.ts
var percent = /%(?:\((\w+)\))?[-#0+]*\d*(?:\.\d+)?[sdrifxXeEgGcoa]\b/g, braces = /\{([A-Za-z_]\w*)(?:\.\w+|\[\w*\])*(?:![rsa])?(?::[^{}\s]*)?\}/g, placeholderNeverFilled = (context) => {
  let { rule, knowledge } = context, { project } = knowledge, methods2 = new Set(rule.calls.filter((name) => !name.includes("."))), functions = new Map(
    rule.calls.filter((name) => name.includes(".")).map((name) => [name, name.slice(name.lastIndexOf(".") + 1)])
  ), lastNames2 = /* @__PURE__ */ new Set([...methods2, ...functions.values(), "print"]), look = (shown) => {
    let { module, text, where } = shown, { tree } = module, parts2 = tree.kind(text) === Kind.concatenated_string ? tree.children(text) : [text], report = (node, wording3, placeholder2, value) => {
      let { functionIndex } = shown;
      context.report({
        module,
        functionIndex,
        node,
        range: { start: tree.start(node), end: tree.end(node) },
        ...wording3 === void 0 ? {} : { wording: wording3 },
        values: { where, placeholder: placeholder2, value }
      });
    }, whole2 = literalText(tree, text);
    if (whole2 !== void 0 && shown.fills === "never") {
      let found2 = [...whole2.matchAll(percent)].filter(
        (match) => whole2[match.index - 1] !== "%" && !isQuotedCode(whole2, match)
      ), [first] = found2, further = shown.arguments.positional.filter((node) => node !== text);
      if (first !== void 0 && further.length > 0)
        return report(text, void 0, first[0], written(tree, further[0]) || "the value");
      if (first?.[1] !== void 0) return report(text, "named", first[0], first[1]);
    }
    for (let part of parts2) {
      let name = unprefixed(shown, part);
      if (name !== void 0) return report(part, "prefix", name[0], name[1]);
    }
  }, unprefixed = ({ module, functionIndex, arguments: { keywords, hasSplat } }, part) => {
    let text = /^[rRuU]*["']/.test(module.tree.text(part)) ? literalText(module.tree, part) : void 0;
    if (text === void 0 || functionIndex === MODULE || hasSplat) return;
    let found2 = [...text.matchAll(braces)], [first] = found2;
    if (!(first === void 0 || text.replace(braces, "").search(/[{}]/) >= 0) && found2.every((match) => isLocal(module, functionIndex, match[1]) && !keywords.has(match[1])))
      return found2.some((match) => isQuotedCode(text, match)) ? void 0 : [first[0], first[1]];
  }, isLocal = (module, functionIndex, name) => {
    let number = project.names.find(name);
    if (number === 0) return !1;
    let item = module.index.functions[functionIndex];
    return project.isParameter(module, item, number) || module.functionBindings(item).byName.has(number);
  }, lookAtRaise = (module, statement2) => {
    let { tree } = module, call2 = statement2 + 1;
    if (call2 >= tree.next(statement2) || tree.kind(call2) !== Kind.call || tree.field(call2) === Field.cause) return;
    let given = argumentsOf(tree, call2), text = given.positional[0], raised = written(tree, tree.child(call2, Field.function));
    if (text === void 0 || !isText3(module, text) || raised === "") return;
    let functionIndex = module.functionAround(statement2), fills = isPlainException(module, functionIndex, tree.child(call2, Field.function)) && given.keywords.size === 0 && !given.hasSplat ? "never" : "maybe";
    look({ module, functionIndex, where: `raise ${raised}`, text, arguments: given, fills });
  }, isPlainException = (module, functionIndex, node) => {
    let definition = project.dotted(module, functionIndex, node);
    if (definition?.kind === "external") return isBuiltinException(definition.name);
    if (definition?.kind !== "class") return !1;
    let { external, classes: classes3 } = project.ancestry(definition);
    return external.length > 0 && external.every(isBuiltinException) && !classes3.some(changesText);
  }, changesText = ({ module, index: index2 }) => {
    let { byName } = module.classBindings(module.index.classes[index2]);
    return ["__init__", "__new__", "__str__", "__unicode__"].some(
      (name) => project.names.find(name) !== 0 && byName.has(project.names.find(name))
    );
  }, lookAtCall = (module, call2) => {
    let { tree } = module, name = calledName(tree, call2);
    if (!lastNames2.has(name)) return;
    let given = argumentsOf(tree, call2), text = given.positional[0] ?? given.keywords.get("msg") ?? given.keywords.get("reason");
    if (text === void 0 || !isText3(module, text)) return;
    let functionIndex = module.functionAround(call2), callee = tree.child(call2, Field.function), definition = project.dotted(module, functionIndex, callee), isFunction = definition?.kind === "external" && functions.has(definition.name), isMethod = methods2.has(name) && tree.kind(callee) === Kind.attribute && tree.text(tree.child(callee, Field.object)) === "self" && knowledge.context(module).isTest, isPrint = definition?.kind === "external" && definition.name === "print";
    !isFunction && !isMethod && !isPrint || look({
      module,
      functionIndex,
      where: written(tree, call2),
      text,
      arguments: given,
      fills: isPrint ? "maybe" : "never"
    });
  }, lookAtAssert = (module, statement2) => {
    let { tree } = module, message = tree.children(statement2)[1];
    if (message === void 0) return;
    let functionIndex = module.functionAround(statement2), positional = tree.kind(message) === Kind.tuple ? tree.children(message) : [message], text = positional[0];
    if (text === void 0 || !isText3(module, text)) return;
    look({ module, functionIndex, where: "assert", text, arguments: { positional, keywords: /* @__PURE__ */ new Map(), hasSplat: !1 }, fills: "never" });
  };
  return {
    module: (module) => {
      for (let call2 of module.index.calls) lookAtCall(module, call2);
      for (let statement2 of module.index.raises) lookAtRaise(module, statement2);
      for (let statement2 of module.index.asserts) lookAtAssert(module, statement2);
    }
  };
};
function isText3({ tree }, node) {
  return tree.kind(node) === Kind.string || tree.kind(node) === Kind.concatenated_string;
}
function isBuiltinException(name) {
  return /^(?:builtins\.)?(?:[A-Z]\w*(?:Error|Exception|Warning)|Exception|KeyboardInterrupt|StopIteration|SystemExit)$/.test(
    name
  );
}
function isQuotedCode(text, { 0: placeholder2, index: index2 }) {
  let at = index2, end = at + placeholder2.length;
  for (let quoted3 of text.matchAll(/`[^`]*`|(?<=^|[\s([=:,])(["'])(?:(?!\1).)*\1(?=$|[\s.,;:)\]!?])/g)) {
    let after = quoted3.index + quoted3[0].length;
    if (!(quoted3.index >= at || end >= after) && (quoted3[0].startsWith("`") || quoted3[0].slice(1, -1) !== placeholder2 || /^(?:\s*%|\.format)/.test(text.slice(after))))
      return !0;
  }
  return !1;
}

// src/analyse/detectors/given-headers.ts
var setters = new Set("add add_header append putHeader send_header set set_header setHeader setdefault".split(" "));
function headerTokens(texts, headers2) {
  let tokens = /* @__PURE__ */ new Map();
  for (let name of headers2)
    for (let written3 of [name, name.toLowerCase()])
      for (let quote of ["'", '"']) {
        let token = texts.find(`${quote}${written3}${quote}`);
        token !== 0 && tokens.set(token, name);
      }
  return tokens;
}
function givenHeaders(module, tokens, engine) {
  let given = [];
  if (tokens.size === 0) return given;
  let { tree, index: index2 } = module;
  for (let node of index2.strings) {
    let name = tokens.get(tree.name(node)), found2 = name === void 0 ? void 0 : valueOf2(module, node);
    if (name === void 0 || found2 === void 0) continue;
    let functionIndex = module.functionAround(node), frame = new Frame(engine, module, functionIndex, { observing: !1, depth: 1 });
    given.push({ name, module, functionIndex, node: found2.place, value: frame.evaluateAlone(found2.value) });
  }
  return given;
}
function valueOf2({ tree }, key) {
  let parent = tree.parent(key);
  switch (tree.kind(parent)) {
    case Kind.pair: {
      if (tree.field(key) !== Field.key) return;
      let value = tree.child(parent, Field.value);
      return { value, place: value };
    }
    case Kind.subscript: {
      let assignment2 = tree.parent(parent);
      if (tree.kind(assignment2) !== Kind.assignment || tree.field(parent) !== Field.left) return;
      let value = tree.child(assignment2, Field.right);
      return value < 0 ? void 0 : { value, place: parent };
    }
    case Kind.tuple: {
      let [first, second, more] = tree.children(parent);
      return first === key && second !== void 0 && more === void 0 ? { value: second, place: second } : void 0;
    }
    case Kind.argument_list: {
      let call2 = tree.parent(parent), callee = tree.child(call2, Field.function), [first, second] = tree.children(parent);
      return first !== key || second === void 0 || tree.kind(callee) !== Kind.attribute ? void 0 : setters.has(tree.text(tree.child(callee, Field.attribute))) ? { value: second, place: call2 } : void 0;
    }
    default:
      return;
  }
}

// src/analyse/detectors/secret-condition.ts
function secretAskedFor(where, given) {
  for (let [key, condition] of Object.entries(where ?? {})) {
    if (!asksForSecret(condition)) continue;
    let value = "value" in given ? given.value : argumentOf(given.arguments, key)?.value, length = value === void 0 ? void 0 : lengthOf(condition, value, given), what = "value" in given ? "literal" : nameOf2(key, given.arguments);
    return length === void 0 ? what : `${what} of ${length} character${length === 1 ? "" : "s"}`;
  }
}
function nameOf2(key, { keywords }) {
  let names2 = key.split("|").filter((part) => !/^\d+$/.test(part));
  return names2.find((name) => keywords.has(name)) ?? names2[0] ?? "argument";
}
function asksForSecret(condition) {
  return condition === null || typeof condition != "object" ? !1 : condition.secret !== void 0 || inner(condition).some(asksForSecret);
}
function inner({
  any,
  all,
  item,
  first,
  default: fallback,
  elements,
  entries
}) {
  let single = [item, first, fallback].filter((one) => one !== void 0);
  return [...any ?? [], ...all ?? [], ...single, ...Object.values(elements ?? {}), ...Object.values(entries ?? {})];
}
function lengthOf(condition, value, given) {
  if (condition === null || typeof condition != "object") return;
  if (condition.secret !== void 0) {
    let constant = onlyConstant(value), text = constant === void 0 ? void 0 : textOf(constant);
    return text === void 0 ? void 0 : (condition.secret === "connection" ? passwordOfConnection(text) : text)?.length;
  }
  for (let one of [...condition.any ?? [], ...condition.all ?? []]) {
    let length = asksForSecret(one) ? lengthOf(one, value, given) : void 0;
    if (length !== void 0) return length;
  }
  if (condition.default !== void 0 && value.fallback !== void 0) return textOf(value.fallback)?.length;
  let held = given.holds(value)[0];
  for (let [keys, prefix] of [
    [condition.elements, "n"],
    [condition.entries, "s"]
  ])
    for (let [key, one] of Object.entries(keys ?? {})) {
      let element2 = held?.entries.get(`${prefix}${key}`);
      if (element2 !== void 0 && asksForSecret(one)) return lengthOf(one, element2, given);
    }
}

// src/analyse/detectors/usage.ts
var usage = (context) => {
  let { rule, knowledge } = context, calls2 = indexed2(rule.uses, "call"), assigns = indexed2(rule.uses, "assign"), references = indexed2(rule.uses, "reference"), settings = indexed2(rule.uses, "setting"), headers2 = indexed2(rule.uses, "header"), tokensOfHeaders = headerTokens(knowledge.project.names, headers2.keys()), texts = rule.uses.filter(({ text }) => text !== void 0), tryUses = (uses2, event, given, what, node = event.node) => {
    for (let use of uses2 ?? []) {
      if (use.where !== void 0 && (given === void 0 || !conditionsHold(use.where, given)) || use.in !== void 0 && !use.in.some((surrounding) => standsIn(surrounding, event, knowledge))) continue;
      let holds3 = (circumstance) => circumstancesHold(circumstance, event, given, context);
      if (use.when?.some(holds3) === !1 || use.unless?.some(holds3) === !0) continue;
      let lowered = rule.lower?.find(({ when }) => when.some(holds3)), secret = given === void 0 ? void 0 : secretAskedFor(use.where, given);
      return context.report({
        module: event.module,
        functionIndex: event.functionIndex,
        node,
        values: {
          name: use.header === void 0 ? writtenName2(event, what) : what,
          value: secret ?? (given === void 0 ? what : describeGiven(use, given)),
          around: nameThatTold(use, event)
        },
        ...use.message === void 0 ? wording3(use) : { message: use.message },
        ...use.fix === void 0 ? {} : { fix: use.fix },
        ...use.tier === void 0 ? {} : { tier: use.tier },
        ...use.level === void 0 ? {} : { level: use.level, tier: use.tier ?? "hotspot" },
        ...lowered === void 0 ? {} : { tier: lowered.tier },
        ...lowered?.level === void 0 ? {} : { level: lowered.level },
        ...secret === void 0 ? {} : { secret: !0, ...rangeWithValue(event) }
      }), !0;
    }
    return !1;
  }, wording3 = (use) => {
    let own = subjects.find((subject) => use[subject] !== void 0 && rule.messages?.[subject] !== void 0);
    return own === void 0 ? {} : { wording: own };
  }, onCall = (event) => {
    let { arguments: args, holds: holds3, evaluate: evaluate3 } = event, given = { arguments: args, holds: holds3, engine: context.engine(), place: { site: event, evaluate: evaluate3 } }, names2 = qualifiedTargets(event.targets), isCertain = names2.every((name) => calls2.has(name)) || event.targets.some(({ kind }) => kind === "class");
    for (let name of isCertain ? names2 : []) if (tryUses(calls2.get(name), event, given, name)) return;
    let method = event.targets.length === 0 || event.targets.some(({ kind }) => kind === "method") ? calls2.get(`*.${calledName3(event)}`) : void 0;
    method !== void 0 && tryUses(method, event, given, calledName3(event)) || settings.size > 0 && tryConfigurationCall(event);
  }, tryConfigurationCall = (event) => {
    let method = event.targets.length === 0 ? calledName3(event) : event.targets[0].kind === "method" ? event.targets[0].name : calledName3(event);
    if (method !== "update" && method !== "from_mapping" || !isConfiguration2(event)) return;
    let keyed2 = [...event.arguments.keywords].map(([key, argument]) => [key, argument.value]), first = event.arguments.positional[0];
    for (let held of first === void 0 ? [] : event.holds(first.value))
      for (let [key, value] of held.entries) key.startsWith("s") && keyed2.push([key.slice(1), value]);
    for (let [key, value] of keyed2)
      if (tryUses(settings.get(key), event, { value, holds: event.holds, engine: context.engine() }, key)) return;
  }, onAssign = (event) => {
    let given = { value: event.value, holds: event.holds, engine: context.engine() }, { target } = event;
    for (let name of assignedNames(event)) if (tryUses(assigns.get(name), event, given, name)) return;
    if (settings.size !== 0) {
      if (target.kind === "name")
        isSettingPlace(event) && tryUses(settings.get(target.name), event, given, target.name);
      else if (target.kind === "subscript" && isConfiguration2(event)) {
        let key = onlyConstant(target.key), text = key === void 0 ? void 0 : textOf(key);
        text !== void 0 && tryUses(settings.get(text), event, given, text);
      }
    }
  };
  return {
    observer: {
      ...calls2.size > 0 || settings.size > 0 ? { call: onCall } : {},
      ...assigns.size > 0 || settings.size > 0 ? { assign: onAssign } : {},
      ...references.size > 0 ? {
        reference: (event) => {
          isWritten(event) && tryUses(references.get(event.name), event, void 0, event.name);
        }
      } : {}
    },
    hears: {
      calls: [...[...calls2.keys()].map(lastPart), ...settings.size > 0 ? ["update", "from_mapping"] : []],
      assigns: [...[...assigns.keys()].map(lastPart), ...settings.keys()],
      references: references.keys()
    },
    ...headers2.size === 0 && texts.length === 0 ? {} : {
      module: (module) => {
        let found2 = /* @__PURE__ */ new Set();
        for (let use of texts)
          for (let node of matchingTexts(module, use.text)) {
            let place4 = textPlace(module, node);
            if (found2.has(place4)) continue;
            let site = { module, functionIndex: module.functionAround(node), node };
            tryUses([use], site, void 0, "this text", place4) && found2.add(place4);
          }
        for (let header2 of givenHeaders(module, tokensOfHeaders, context.engine()))
          tryUses(
            headers2.get(header2.name),
            header2,
            { value: header2.value, holds: () => [], engine: context.engine() },
            header2.name
          );
      }
    },
    interest: {
      calls: [...[...calls2.keys()].map(callInterest), ...settings.size > 0 ? [{ name: "from_mapping" }] : []],
      assigns: [...[...assigns.keys()].map(lastPart), ...settings.keys()],
      references: [...references.keys()],
      functions: settings.size > 0 ? (module) => configurationUpdates(module) : () => []
    }
  };
};
function rangeWithValue(event) {
  if (!("valueNode" in event) || event.valueNode < 0) return {};
  let { tree } = event.module;
  return { range: { start: tree.start(event.node), end: tree.end(event.valueNode) } };
}
var subjects = ["call", "assign", "setting", "reference", "header", "text"];
function nameThatTold(use, site) {
  for (let { around: around2 } of use.when ?? []) {
    let name = around2 === void 0 ? void 0 : nameAround(site, around2.of, around2.words);
    if (name !== void 0) return name;
  }
  return "this";
}
function isWritten({ module, node, name }) {
  let { tree } = module, last2 = tree.kind(node) === Kind.attribute ? tree.child(node, Field.attribute) : node;
  return tree.text(last2) === lastPart(name);
}
function textPlace({ tree }, text) {
  for (let node = text, parent = tree.parent(node); parent >= 0; node = parent, parent = tree.parent(node))
    switch (tree.kind(parent)) {
      case Kind.argument_list:
        return tree.parent(parent);
      case Kind.keyword_argument:
      case Kind.list:
      case Kind.tuple:
      case Kind.binary_operator:
      case Kind.concatenated_string:
      case Kind.parenthesized_expression:
        break;
      default:
        return text;
    }
  return text;
}
function writtenName2({ module, node }, qualified) {
  let { tree } = module, written3 = dottedSource(module, tree.kind(node) === Kind.call ? tree.child(node, Field.function) : node);
  return written3 === "" ? qualified : written3;
}
function dottedSource(module, node) {
  let { tree } = module;
  if (tree.kind(node) === Kind.identifier) return tree.text(node);
  if (tree.kind(node) === Kind.subscript) {
    let object2 = dottedSource(module, tree.child(node, Field.value)), key = tree.child(node, Field.subscript);
    return object2 === "" || tree.text(key) === "" ? "" : `${object2}[${tree.text(key)}]`;
  }
  if (tree.kind(node) !== Kind.attribute) return "";
  let object = tree.child(node, Field.object), name = tree.text(tree.child(node, Field.attribute)), before2 = dottedSource(module, tree.kind(object) === Kind.call ? tree.child(object, Field.function) : object);
  return before2 === "" ? name : `${before2}${tree.kind(object) === Kind.call ? "()" : ""}.${name}`;
}
function describeGiven(use, given) {
  if ("value" in given) return describeValue(given.value) ?? "this value";
  for (let key of Object.keys(use.where ?? {})) {
    let value = argumentOf(given.arguments, key)?.value, text = value === void 0 ? void 0 : describeValue(value), keyword = key.split("|").find((part) => given.arguments.keywords.has(part));
    if (text !== void 0) return keyword === void 0 ? text : `${keyword}=${text}`;
    if (value !== void 0 && keyword !== void 0) return `${keyword}=...`;
  }
  return "these arguments";
}
function describeValue(value) {
  let constant = onlyConstant(value);
  if (constant !== void 0)
    return textOf(constant) === void 0 ? display(constant) : JSON.stringify(textOf(constant));
  for (let denotation of value.denotes) {
    if (denotation.kind === "symbol") return denotation.name;
    if (denotation.kind === "class") return denotation.module.qualifiedClassName(denotation.index);
  }
}
function indexed2(uses2, subject) {
  let map = /* @__PURE__ */ new Map();
  for (let use of uses2)
    for (let name of use[subject] ?? [])
      for (let owner of use.on ?? [""]) {
        let qualified = owner === "" ? name : `${owner}.${name}`, list3 = map.get(qualified);
        list3 === void 0 ? map.set(qualified, [use]) : list3.push(use);
      }
  return map;
}
function callInterest(qualified) {
  let name = lastPart(qualified), first = qualified.split(".", 1)[0];
  return first === qualified || first === "*" ? { name } : { name, package: first };
}
function lastPart(qualified) {
  let subscript = /\[(\w+)\]$/.exec(qualified);
  return subscript !== null ? subscript[1] : qualified.slice(qualified.lastIndexOf(".") + 1);
}
function assignedNames({ target }) {
  if (target.kind === "name") return [];
  if (target.kind === "attribute")
    return target.object.denotes.flatMap(
      (denotation) => denotation.kind === "symbol" ? [`${denotation.name}.${target.name}`] : denotation.kind === "instance" ? [`${denotation.of}.${target.name}`] : denotation.kind === "member" ? [`${denotation.of}.${denotation.name}.${target.name}`] : []
    );
  let key = onlyConstant(target.key), text = key === void 0 ? void 0 : textOf(key);
  return text === void 0 ? [] : target.object.denotes.flatMap(
    (denotation) => denotation.kind === "symbol" ? [`${denotation.name}[${text}]`] : []
  );
}
function isConfiguration2({ module, node }) {
  let { tree } = module, object = node + 1;
  tree.next(object) > object + 1 && /^(?:update|from_mapping)$/.test(tree.text(lastChild(module, object))) && (object += 1);
  let last2 = tree.next(object) === object + 1 ? object : lastChild(module, object);
  return /^(?:config|conf|settings)$/.test(tree.text(last2));
}
function lastChild({ tree }, node) {
  return tree.children(node).at(-1) ?? node;
}
function calledName3({ module, node }) {
  let { tree } = module, callee = node + 1;
  return tree.next(callee) === callee + 1 ? tree.text(callee) : tree.text(lastChild(module, callee));
}
function isSettingPlace(event) {
  if (event.functionIndex !== MODULE) return !1;
  let classIndex = event.module.classAround(event.node);
  return classIndex === MODULE ? isSettingsModule(event.module) : /(?:Config|Settings|Configuration)$/.test(event.module.qualifiedClassName(classIndex));
}
var configurationUpdatesOf = /* @__PURE__ */ new WeakMap();
function configurationUpdates(module) {
  let found2 = configurationUpdatesOf.get(module);
  return found2 === void 0 && configurationUpdatesOf.set(module, found2 = findConfigurationUpdates(module)), found2;
}
function findConfigurationUpdates(module) {
  let { tree, index: index2 } = module, update = tree.names.find("update");
  if (update === 0) return [];
  let found2 = [];
  for (let call2 of index2.calls) {
    let callee = call2 + 1;
    tree.kind(callee) !== Kind.attribute || tree.name(tree.child(callee, Field.attribute)) !== update || isConfiguration2({ module, node: call2 }) && found2.push(module.functionAround(call2));
  }
  return found2;
}

// src/analyse/detectors/reflected-origin.ts
var ORIGIN = "Access-Control-Allow-Origin", CREDENTIALS = "Access-Control-Allow-Credentials", reflectedOrigin = (context) => {
  let { rule, knowledge, report } = context, asData = usage({ ...context, rule: { ...rule, detector: "usage" } }), tokens, lookAt = (module) => {
    tokens ??= headerTokens(knowledge.project.names, [ORIGIN, CREDENTIALS]);
    let given = givenHeaders(module, tokens, context.engine());
    for (let header2 of given) {
      if (header2.name !== ORIGIN || header2.functionIndex === MODULE) continue;
      let value = valueNode(header2);
      if (!isRequested(module, header2.functionIndex, value) || isChecked(module, header2.functionIndex) || given.some(
        (other) => other.name === CREDENTIALS && other.functionIndex === header2.functionIndex && isTrue2(other)
      ) !== rule.credentials) continue;
      let site = { module, functionIndex: header2.functionIndex, node: header2.node }, lowered = rule.lower?.find(
        ({ when }) => when.some((one) => circumstancesHold(one, site, void 0, context))
      );
      report({
        ...site,
        wording: "reflected",
        values: { name: ORIGIN },
        ...lowered === void 0 ? {} : { tier: lowered.tier },
        ...lowered?.level === void 0 ? {} : { level: lowered.level }
      });
    }
  };
  return {
    ...asData,
    module: (module) => {
      asData.module?.(module), knowledge.context(module).isTest || lookAt(module);
    }
  };
};
function valueNode({ module: { tree }, node }) {
  if (tree.kind(node) === Kind.call) return argumentsOf(tree, node).positional[1] ?? -1;
  let assignment2 = tree.parent(node);
  return tree.kind(assignment2) === Kind.assignment && tree.field(node) === Field.left ? tree.child(assignment2, Field.right) : node;
}
function isRequested(module, functionIndex, node) {
  let leaves = leavesOf(module, functionIndex, node);
  return leaves.length > 0 && leaves.every(isOrigin);
}
var isOrigin = ({ kind, name, variables }) => kind === "key" && /^(?:http_)?origin$/i.test(name) || kind === "attribute" && name === "origin" && variables.length > 0;
function isChecked(module, functionIndex) {
  let { tree, index: index2 } = module, { body } = index2.functions[functionIndex], mentions5 = (node) => leavesOf(module, functionIndex, node).some(isOrigin), isNothing = (node) => tree.kind(node) === Kind.none || tree.kind(node) === Kind.string && tree.next(node) === node + 1 && /^['"]{2}$/.test(tree.text(node));
  return ownNodes(tree, body, Kind.comparison_operator, Kind.call).some((node) => {
    if (tree.kind(node) === Kind.comparison_operator) {
      let operands = tree.children(node).filter((child) => tree.field(child) !== Field.operators);
      return operands.some(mentions5) && !operands.some(isNothing);
    }
    if (setting.test(calledName(tree, node))) return !1;
    let { positional, keywords } = argumentsOf(tree, node), callee = tree.child(node, Field.function), object = tree.kind(callee) === Kind.attribute ? tree.child(callee, Field.object) : -1;
    return object >= 0 && mentions5(object) && tree.kind(object) !== Kind.call || [...positional, ...keywords.values()].some(mentions5);
  });
}
var setting = /^(?:add|add_header|append|putHeader|send_header|set|set_header|setHeader|setdefault|get|str|bool|print|debug|info|warning|strip|lower|encode|decode|HttpResponse|Response|JsonResponse|make_response|jsonify|update|dict)$/;
function isTrue2({ value }) {
  let constant = onlyConstant(value);
  return constant !== void 0 && (textOf(constant)?.toLowerCase() === "true" || constant.type === "bool");
}

// src/analyse/detectors/secret-compare.ts
var twice = /^(?:confirm\w*|repeat\w*|again|retype\w*|verify|verification|re|old|new|current|second|check|2|original|previous|same)$/, otherForms = /(?:confirm\w*|repeat|again|retype|password_?2|password_?1|old_|new_)/i, secretCompare = (context) => {
  let { rule, knowledge, report } = context, given = new RegExp(rule.given, "u"), worth = new RegExp(rule.worth, "iu"), isWorth = createNameTest(knowledge.project.names, (text) => worth.test(text)), onCompare = (event) => {
    let { operator, left, right, module, functionIndex, node } = event;
    if (operator !== "==" && operator !== "!=" || isConstant5(left) || isConstant5(right)) return;
    let a = sideOf(event, left), b = sideOf(event, right), found2 = verdict(a, b) ?? verdict(b, a);
    if (found2 === void 0 || isForm(a, b)) return;
    let site = { module, functionIndex, node }, holds3 = (one) => circumstancesHold(one, site, void 0, context);
    if (rule.unless?.some(holds3) === !0) return;
    let lowered = rule.lower?.find(({ when }) => when.some(holds3));
    report({
      ...site,
      values: { name: written(module.tree, found2.secret.node) || "a secret", operator },
      ...found2.isReview ? { tier: "hotspot" } : {},
      ...lowered === void 0 ? {} : { tier: lowered.tier },
      ...lowered?.level === void 0 ? {} : { level: lowered.level }
    });
  }, verdict = (secret, other) => {
    if (secret.isDigest) return other.isDigest ? void 0 : { secret, isReview: !1 };
    if (!(!secret.isKept || secret.isRemote))
      return other.isRemote ? { secret, isReview: !1 } : other.isHandedIn && !other.isKept ? { secret, isReview: !0 } : void 0;
  }, sideOf = ({ module, functionIndex }, { node, value }) => {
    let leaves = leavesOf(module, functionIndex, node), marks = value.taint?.marks ?? [], has = (kind) => marks.some((mark) => mark.source?.kind === kind && !harmless(mark)), only = leaves.length === 1 ? leaves[0] : void 0;
    return {
      node,
      leaves,
      isDigest: has("digest") || leaves.some(isKeyed),
      isKept: has("secret") || leaves.some((leaf) => isStored(module, leaf)),
      isRemote: has("remote"),
      isHandedIn: only?.kind === "name" && given.test(wordsOf(only.name).join("_")) && isParameter(module, functionIndex, only.name)
    };
  };
  return {
    observer: { compare: onCompare },
    interest: {
      calls: [
        { name: "new", package: "hmac" },
        { name: "digest", package: "hmac" }
      ],
      functions: (module) => knowledge.context(module).isTest ? [] : comparingFunctions(module, isWorth)
    }
  };
};
function isKeyed({ kind, name, variables, through: through2 }) {
  return kind === "call" && name === "hmac" ? !0 : through2.some((one) => hashing.test(one)) ? [name, ...variables].some((one) => secretName(one) === "password" || secretName(one) === "key") : !1;
}
function isStored(module, { kind, name, variables }) {
  return [name, ...variables].some((one) => {
    let secret = secretName(one);
    return secret !== void 0 && secret !== "salt";
  }) && (kind !== "name" || isModuleName(module, name));
}
function isModuleName(module, name) {
  return module.bindings.byName.has(module.tree.names.find(name));
}
function isForm(a, b) {
  let names2 = [...a.leaves, ...b.leaves].flatMap(({ name, variables }) => [name, ...variables]), isPassword = (side) => side.leaves.some(({ name, variables }) => [name, ...variables].some((one) => secretName(one) === "password")), says = (name) => wordsOf(name).some((word) => twice.test(word)) || otherForms.test(name);
  return isPassword(a) && !a.isDigest && !b.isDigest && names2.some(says);
}
function isConstant5({ value }) {
  return value.constants !== void 0;
}
function isParameter(module, functionIndex, name) {
  let { tree, index: index2 } = module, item = index2.functions[functionIndex];
  return item === void 0 || item.parameters < 0 ? !1 : tree.children(item.parameters).some((child) => tree.text(child) === name || tree.text(child + 1) === name);
}
function* comparingFunctions(module, isWorth) {
  let { tree } = module;
  for (let node = 0; node < tree.size; node++)
    if (tree.kind(node) === Kind.comparison_operator) {
      for (let inner2 = node + 1; inner2 < tree.next(node); inner2++)
        if (isWorth(tree.name(inner2))) {
          yield module.functionAround(node);
          break;
        }
    }
}

// src/analyse/detectors/swallowed-error.ts
var swallowedError = (context) => {
  let { rule, knowledge } = context, types = new Set(rule.types), tidying = new Set(rule.tidying), telling = new Set(rule.telling), catchesAll = (module, functionIndex, handler) => {
    let { tree } = module, value = tree.child(handler, Field.value);
    return value >= 0 && tree.kind(value) === Kind.as_pattern && (value += 1), value < 0 ? !1 : (tree.kind(value) === Kind.tuple ? tree.children(value) : [value]).some((node) => {
      let definition = knowledge.project.dotted(module, functionIndex, node);
      return definition?.kind === "external" && types.has(definition.name.replace(/^builtins\./, ""));
    });
  }, look = (module, handler) => {
    let { tree } = module, block = handlerBlock(tree, handler), attempt = tree.parent(handler);
    if (block < 0 || tree.kind(attempt) !== Kind.try_statement || !discardsSilently(tree, block)) return;
    let functionIndex = module.functionAround(handler);
    if (functionIndex === MODULE || !catchesAll(module, functionIndex, handler) || isImportGuard(tree, attempt) || isExplained(module, attempt, handler) || answersNo(module, block, functionIndex)) return;
    let attempted = tree.child(attempt, Field.body);
    onlyCalls(tree, attempted, telling) || onlyCalls(tree, attempted, tidying) && isTidyingUp(module, attempt, functionIndex) || context.report({ module, functionIndex, node: handler, values: { attempt: describeAttempt(tree, attempt) } });
  };
  return { module: (module) => module.index.handlers.forEach((handler) => look(module, handler)) };
};

// src/analyse/detectors/test-passes-either-way.ts
var testPassesEitherWay = (context) => {
  let { rule, knowledge } = context, checking = new RegExp(rule.checking, "u"), tidying = new Set(rule.tidying), checks2 = ({ tree }, block) => ownNodes(tree, block, Kind.assert_statement, Kind.raise_statement, Kind.call).some(
    (node) => tree.kind(node) !== Kind.call || checking.test(calledName(tree, node))
  ), surviving = new RegExp(rule.surviving, "iu"), isAboutSurviving = (module, functionIndex) => {
    let { tree } = module, { node, name } = module.index.functions[functionIndex], comments = commentsOf(module), inside2 = comments.commentsIn({ start: tree.start(node), end: tree.end(node) }).map((comment) => comment.text), above = comments.commentBefore(node)?.text ?? "", told = docstringText(module, functionDocstring(module, functionIndex));
    return [tree.names.text(name), told, above, ...inside2].some((text) => surviving.test(text));
  }, look = (module, functionIndex) => {
    let { tree } = module, { body, name } = module.index.functions[functionIndex], attempt = tree.children(body).at(-1);
    if (attempt === void 0 || tree.kind(attempt) !== Kind.try_statement) return;
    let clauses2 = tree.children(attempt), handlers = clauses2.filter((clause) => tree.kind(clause) === Kind.except_clause), others2 = [Kind.else_clause, Kind.finally_clause];
    if (handlers.length === 0 || clauses2.some((clause) => others2.includes(tree.kind(clause)))) return;
    let attempted = tree.child(attempt, Field.body);
    if (checks2(module, attempted) || onlyCalls(tree, attempted, tidying) || isImportGuard(tree, attempt)) return;
    for (let handler2 of handlers) {
      let block = handlerBlock(tree, handler2);
      if (block < 0 || !discardsSilently(tree, block) || isExplained(module, attempt, handler2)) return;
    }
    if (isAboutSurviving(module, functionIndex) || isUsedAsValue(module, functionIndex)) return;
    let handler = handlers[0], value = tree.child(handler, Field.value), error = value < 0 ? "" : written(tree, tree.kind(value) === Kind.as_pattern ? value + 1 : value);
    context.report({
      module,
      functionIndex,
      node: attempt,
      values: { function: tree.names.text(name), error: error === "" ? "an error" : error }
    });
  };
  return {
    module: (module) => {
      module.index.handlers.length === 0 || !knowledge.context(module).isTest || module.index.functions.forEach((item, index2) => {
        item.name !== 0 && knowledge.role(module, index2) === "test" && look(module, index2);
      });
    }
  };
};
function isUsedAsValue({ tree, index: index2 }, functionIndex) {
  let { name, methodOf: methodOf2, node: definition } = index2.functions[functionIndex];
  if (methodOf2 !== MODULE) return !1;
  for (let node = 0; node < tree.size; node++)
    if (tree.kind(node) === Kind.identifier && tree.name(node) === name && tree.parent(node) !== definition)
      return !0;
  return !1;
}

// src/analyse/detectors/todo-without-owner.ts
var todoWithoutOwner = (context) => {
  let { rule, knowledge } = context;
  return { module: (module) => {
    let found2 = todosOf(module).filter((todo) => !todo.owned);
    if (found2.length === 0) return;
    let { todos } = knowledge.conventions;
    if (!(todos.total < rule.comments || todos.share < rule.share))
      for (let { word, comment } of found2) {
        let node = nodeAtComment(module, comment.start);
        context.report({
          module,
          functionIndex: module.functionAround(node),
          node,
          range: { start: comment.start, end: comment.end },
          values: { word, owned: todos.owned, total: todos.total }
        });
      }
  } };
};

// src/analyse/detectors/client-calls.ts
function createClientCalls(names2) {
  let receivers = new RegExp(names2.receiver, "u"), fakes = new RegExp(names2.fakes, "iu"), verbs = new RegExp(names2.verb, "u"), isVerb = /* @__PURE__ */ new Map();
  return (module, node) => {
    let { tree } = module, callee = tree.child(node, Field.function);
    if (tree.kind(callee) !== Kind.attribute) return;
    let attribute = tree.child(callee, Field.attribute), number = tree.name(attribute), known2 = isVerb.get(number);
    if (known2 === void 0 && isVerb.set(number, known2 = verbs.test(tree.text(attribute))), !known2) return;
    let receiver = tree.child(callee, Field.object), parts2 = [], part = receiver;
    for (; tree.kind(part) === Kind.attribute; part = tree.child(part, Field.object))
      parts2.push(tree.text(tree.child(part, Field.attribute)));
    if (tree.kind(part) === Kind.identifier && (parts2.push(tree.text(part)), !(!receivers.test(parts2[0]) || parts2.some((name) => fakes.test(name)))))
      return { node, receiver, method: tree.text(attribute) };
  };
}
function isListLike(method) {
  return /^(?:list|search)(?:_|$)/.test(method) || /s$/.test(method) && !/(?:ss|us|is|status|details|settings|options)$/.test(method);
}

// src/analyse/detectors/client-class.ts
var MAX_DEPTH8 = 4, MAX_CLASSES = 8;
function createClientClasses(project, fakes) {
  let owners, answers2 = /* @__PURE__ */ new Map(), ownersOf = (method) => (owners ??= collectOwners(project, fakes), owners.get(project.names.find(method)) ?? []);
  return (methods2) => {
    let key = [...methods2].sort().join(" "), answer = answers2.get(key);
    return answer === void 0 && answers2.set(key, answer = ask2(project, methods2, ownersOf)), answer;
  };
}
function collectOwners(project, fakes) {
  let owners = /* @__PURE__ */ new Map();
  for (let module of project.modules)
    module.index.functions.forEach((item) => {
      if (item.methodOf === MODULE || fakes.test(module.qualifiedClassName(item.methodOf))) return;
      let list3 = owners.get(item.name);
      list3 === void 0 ? owners.set(item.name, [{ module, index: item.methodOf }]) : list3.push({ module, index: item.methodOf });
    });
  return owners;
}
function ask2(project, methods2, ownersOf) {
  let [first, ...rest] = methods2;
  if (first === void 0) return "unknown";
  let classes3 = ownersOf(first).filter(
    (owner) => rest.every((method) => project.method(owner, method) !== void 0)
  );
  if (classes3.length === 0 || classes3.length > MAX_CLASSES) return "unknown";
  let found2 = new Set(
    classes3.flatMap((owner) => methods2.map((method) => statusOf(project, owner, method, 0, /* @__PURE__ */ new Set())))
  );
  return found2.size === 1 ? [...found2][0] : "unknown";
}
function statusOf(project, owner, method, depth, seen) {
  let found2 = project.method(owner, method);
  if (found2 === void 0 || depth > MAX_DEPTH8 || seen.has(method)) return "unknown";
  seen.add(method);
  let { module } = found2, { tree } = module, { body } = module.index.functions[found2.index], nodes = ownNodes(tree, body, Kind.raise_statement, Kind.call, Kind.identifier), calls2 = nodes.filter((node) => tree.kind(node) === Kind.call);
  if (calls2.some((call2) => calledName(tree, call2) === "raise_for_status") || nodes.some((node) => tree.kind(node) === Kind.raise_statement) && nodes.some((node) => /status/i.test(tree.text(node)))) return "raises";
  let answer = "unknown";
  for (let call2 of calls2) {
    let next = followed(project, owner, module, found2.index, call2, depth, seen);
    if (next === "raises") return "raises";
    next === "handed-on" && (answer = "handed-on");
  }
  return answer;
}
function followed(project, owner, module, functionIndex, call2, depth, seen) {
  let { tree } = module, callee = tree.child(call2, Field.function);
  if (tree.kind(callee) === Kind.attribute && tree.text(tree.child(callee, Field.object)) === "self")
    return statusOf(project, owner, calledName(tree, call2), depth + 1, seen);
  let definition = project.dotted(module, functionIndex, callee);
  return definition?.kind === "external" && /^(?:requests|httpx)\.\w+$/.test(definition.name) ? "handed-on" : "unknown";
}

// src/analyse/detectors/positional-uses.ts
function positionalUses(module, functionIndex) {
  let { tree, index: index2 } = module, { name } = index2.functions[functionIndex], found2 = [];
  for (let call2 of index2.calls) {
    let callee = call2 + 1, isMethod = tree.kind(callee) === Kind.attribute, last2 = isMethod ? tree.child(callee, Field.attribute) : callee;
    if (tree.name(last2) !== name || isMethod && !isSelf(module, callee)) continue;
    let caller = module.functionAround(call2);
    caller !== MODULE && caller !== functionIndex && found2.push(...usesOf(module, functionIndex, caller, call2));
  }
  return found2;
}
function isSelf({ tree }, callee) {
  return /^(?:self|cls)$/.test(tree.text(tree.child(callee, Field.object)));
}
function usesOf(module, functionIndex, caller, call2) {
  let { tree } = module, asked = askedFor(module, functionIndex, call2), parent = tree.parent(call2);
  if (isIndexed(module, parent) && tree.child(parent, Field.value) === call2)
    return [{ node: parent, text: written(tree, parent), asked }];
  if (tree.kind(parent) !== Kind.assignment) return [];
  let left = tree.child(parent, Field.left);
  if (tree.kind(left) !== Kind.identifier) return [];
  let found2 = [];
  for (let node of ownNodes(tree, module.index.functions[caller].body)) {
    if (node < tree.next(parent)) continue;
    let kind = tree.kind(node);
    if (looksAt(module, node, tree.name(left))) break;
    kind === Kind.subscript && isIndexed(module, node) && tree.name(tree.child(node, Field.value)) === tree.name(left) && found2.push({ node, text: written(tree, node), asked });
  }
  return found2;
}
function isIndexed({ tree }, node) {
  return tree.kind(node) === Kind.subscript && tree.kind(tree.child(node, Field.subscript)) === Kind.integer;
}
function looksAt(module, node, name) {
  let { tree } = module;
  switch (tree.kind(node)) {
    case Kind.if_statement:
      return mentions4(module, tree.child(node, Field.condition), name);
    case Kind.assert_statement:
      return mentions4(module, node, name);
    case Kind.assignment:
      return tree.kind(tree.child(node, Field.left)) === Kind.identifier && tree.name(tree.child(node, Field.left)) === name;
    case Kind.call:
      return /^assert/.test(calledName(tree, node)) && mentionsWhole(module, tree.child(node, Field.arguments), name);
    default:
      return !1;
  }
}
function mentions4({ tree }, root, name) {
  return [root, ...ownNodes(tree, root, Kind.identifier)].some(
    (node) => tree.kind(node) === Kind.identifier && tree.name(node) === name
  );
}
function mentionsWhole({ tree }, root, name) {
  return ownNodes(tree, root, Kind.identifier).some(
    (node) => tree.name(node) === name && tree.kind(tree.parent(node)) !== Kind.subscript
  );
}
var amount = /(?:^|_)(?:num|count|min|n)(?:_|$)/;
function askedFor(module, functionIndex, call2) {
  let { tree } = module, { positional, keywords } = argumentsOf(tree, call2), parameters = parameterNames(module, module.index.functions[functionIndex]).map(
    (name) => tree.names.text(name)
  ), names2 = /^(?:self|cls)$/.test(parameters[0] ?? "") ? parameters.slice(1) : parameters, given = [
    ...positional.map((node, i) => [names2[i] ?? "", node]),
    ...keywords
  ];
  for (let [name, node] of given)
    if (amount.test(name) && tree.kind(node) === Kind.integer) return Number(tree.text(node));
}

// src/analyse/detectors/unchecked-response.ts
function uncheckedResponses(context) {
  let { rule, knowledge } = context, calls2 = new Set(rule.calls), sessions = new Set(rule.sessions), body = new Set(rule.body), status = new Set(rule.status), reported = /* @__PURE__ */ new Set(), onCall = (event) => {
    let names2 = qualifiedTargets(event.targets), ofSession = names2.some((name) => sessions.has(name));
    if (!ofSession && !names2.some((name) => calls2.has(name))) return;
    let { module, functionIndex, node } = event;
    if (functionIndex === MODULE || ofSession && hasHook(module)) return;
    let role = knowledge.role(module, functionIndex);
    if (role === "set-up" || role === "nested" || reported.has(`${module.path} ${functionIndex}`)) return;
    let use = firstUse(module, functionIndex, node, body, status);
    if (use === void 0) return;
    reported.add(`${module.path} ${functionIndex}`);
    let { tree } = module;
    context.report({
      module,
      functionIndex,
      node: use.node,
      wording: use.key === void 0 ? "status" : "status_key",
      values: {
        function: tree.names.text(module.index.functions[functionIndex].name) || "lambda",
        use: use.text,
        call: written(tree, node),
        key: use.key === void 0 ? "" : `'${use.key}'`
      },
      related: use.node === node ? [] : [{ module, node, message: "the response" }]
    });
  }, last2 = (name) => name.slice(name.lastIndexOf(".") + 1);
  return {
    observer: { call: onCall },
    hears: { calls: [...rule.calls, ...rule.sessions].map(last2) },
    interest: {
      calls: [...rule.calls, ...rule.sessions].map((name) => ({ name: last2(name), package: name.split(".", 1)[0] }))
    }
  };
}
function firstUse(module, functionIndex, call2, body, status) {
  let { tree } = module, item = module.index.functions[functionIndex], nodes = ownNodes(tree, item.body);
  if (nodes.some((node) => looksForErrors(module, node, status))) return;
  let value = call2;
  if (tree.kind(tree.parent(value)) === Kind.await && (value = tree.parent(value)), tree.kind(tree.parent(value)) === Kind.parenthesized_expression && (value = tree.parent(value)), tree.kind(tree.parent(value)) === Kind.attribute) return bodyUse(module, value, body);
  let name = boundTo2(module, value);
  if (name === void 0) return;
  let first;
  for (let node of nodes) {
    if (tree.kind(node) !== Kind.identifier || tree.name(node) !== name || node < call2) continue;
    let parent = tree.parent(node);
    if (tree.kind(parent) === Kind.attribute && tree.child(parent, Field.object) === node) first ??= bodyUse(module, node, body);
    else if (tree.kind(parent) !== Kind.assignment || tree.child(parent, Field.left) !== node) return;
  }
  return first;
}
function bodyUse(module, response, body) {
  let { tree } = module, attribute = tree.parent(response);
  if (!body.has(tree.text(tree.child(attribute, Field.attribute)))) return;
  let use = tree.kind(tree.parent(attribute)) === Kind.call && tree.child(tree.parent(attribute), Field.function) === attribute ? tree.parent(attribute) : attribute, text = written(tree, use);
  if (isExpected(module, use) || isArgumentOfOwn(module, use)) return;
  tree.kind(tree.parent(use)) === Kind.await && (use = tree.parent(use));
  let around2 = tree.parent(use), key = tree.kind(around2) === Kind.subscript ? literalText(tree, tree.child(around2, Field.subscript)) : void 0;
  return text === "" ? void 0 : { node: attribute, text, key };
}
function isArgumentOfOwn({ tree }, use) {
  for (let current = tree.parent(use); current >= 0; current = tree.parent(current)) {
    if (tree.kind(current) === Kind.call) {
      let callee = tree.child(current, Field.function);
      if (tree.kind(callee) === Kind.attribute && /^(?:self|cls)$/.test(tree.text(tree.child(callee, Field.object))))
        return !0;
    }
    if (tree.kind(current) === Kind.block) return !1;
  }
  return !1;
}
function isExpected({ tree }, node) {
  for (let current = node, parent = tree.parent(node); parent >= 0; current = parent, parent = tree.parent(current))
    switch (tree.kind(parent)) {
      case Kind.try_statement:
        if (tree.field(current) === Field.body && tree.childOfKind(parent, Kind.except_clause) >= 0) return !0;
        break;
      case Kind.assert_statement:
        return !0;
      case Kind.call:
        if (/^assert/.test(calledName(tree, parent))) return !0;
        break;
      case Kind.with_statement:
        if (ownNodes(tree, parent + 1, Kind.call).some(
          (call2) => /^(?:assertRaises\w*|raises)$/.test(calledName(tree, call2))
        ))
          return !0;
        break;
      case Kind.function_definition:
        return !1;
      default:
        break;
    }
  return !1;
}
function looksForErrors({ tree }, node, status) {
  return tree.kind(node) === Kind.attribute ? status.has(tree.text(tree.child(node, Field.attribute))) : tree.kind(node) === Kind.comparison_operator ? literalText(tree, node + 1) !== void 0 && tree.children(node).some((child) => isMembership(tree.kind(child))) : tree.kind(node) !== Kind.string ? !1 : /^(?:errors?|error_\w+|ok|status|status_code|success)$/i.test(literalText(tree, node) ?? "");
}
function isMembership(kind) {
  return kind === Kind["'in'"] || kind === Kind["'not in'"];
}
function boundTo2({ tree }, value) {
  let parent = tree.parent(value), target = tree.kind(parent) === Kind.assignment && tree.child(parent, Field.right) === value ? tree.child(parent, Field.left) : tree.kind(parent) === Kind.as_pattern ? tree.child(parent, Field.alias) + 1 : -1;
  return target >= 0 && tree.kind(target) === Kind.identifier ? tree.name(target) : void 0;
}
function hasHook({ tree, index: index2 }) {
  let hooks = tree.names.find("hooks"), events = tree.names.find("event_hooks");
  return hooks !== 0 && index2.attributes.some((node) => tree.name(tree.child(node, Field.attribute)) === hooks) ? !0 : events !== 0 && index2.calls.some((call2) => ownNodes(tree, call2, Kind.identifier).some((node) => tree.name(node) === events));
}

// src/analyse/detectors/unchecked-api-result.ts
var MAX_RELATED2 = 10, uncheckedApiResult = (context) => {
  let { rule, knowledge } = context, clientCall = createClientCalls(rule), badStatus = createClientClasses(knowledge.project, new RegExp(rule.fakes, "iu")), responses = uncheckedResponses(context), lookAtHelper = (module, functionIndex, calls2) => {
    let { tree } = module;
    if (checks(module, functionIndex)) return;
    let chain = findChain(module, functionIndex, calls2);
    if (chain === void 0) return;
    let list3 = calls2.find(({ method, node }) => isListLike(method) && isReturned(module, functionIndex, node)), places = list3 === void 0 ? [] : positionalUses(module, functionIndex), status = badStatus([...new Set(calls2.map(({ method }) => method))]);
    if (status === "raises" ? places.length === 0 : status === "unknown" && list3 === void 0) return;
    let key = written(tree, chain.use), first = places[0], asked = first?.asked, related = [
      { module, node: chain.feeds, message: `asks ${calledName(tree, chain.feeds)}() with it` },
      ...places.slice(0, MAX_RELATED2).map((place4) => ({ module, node: place4.node, message: `takes ${place4.text} of what it returns` }))
    ];
    context.report({
      module,
      functionIndex,
      node: chain.use,
      ...status === "raises" ? { wording: "raises" } : status === "handed-on" ? { wording: "handed_on" } : {},
      values: {
        function: tree.names.text(module.index.functions[functionIndex].name),
        uses: list3 === void 0 ? key : `${key} and the list from ${list3.method}()`,
        error: first === void 0 ? "KeyError" : "KeyError or IndexError",
        key: `KeyError: ${JSON.stringify(chain.key).replaceAll('"', "'")}`,
        place: first === void 0 ? key : first.text,
        line: tree.lineOf(first === void 0 ? chain.use : first.node),
        hint: asked === void 0 ? "" : ` with no hint that ${asked === 1 ? "one was" : `${asked} ${nounOf(list3.method)} were`} asked for`
      },
      related,
      rank: { numberKnown: asked !== void 0 }
    });
  };
  return { module: (module) => {
    if (!knowledge.context(module).isTest) return;
    let byFunction = /* @__PURE__ */ new Map();
    for (let node of module.index.calls) {
      let call2 = clientCall(module, node);
      if (call2 === void 0) continue;
      let functionIndex = module.functionAround(node), list3 = byFunction.get(functionIndex);
      list3 === void 0 ? byFunction.set(functionIndex, [call2]) : list3.push(call2);
    }
    for (let [functionIndex, calls2] of byFunction)
      functionIndex === MODULE || calls2.length < 2 || knowledge.role(module, functionIndex) !== "helper" || module.index.functions[functionIndex].name !== 0 && lookAtHelper(module, functionIndex, calls2);
  }, ...responses };
}, checkingCall = /^_*(?:assert|fail|check|verify|expect|validate|ensure)|^raise_for_status$/i;
function checks(module, functionIndex) {
  let { tree } = module, { body } = module.index.functions[functionIndex], wanted = [Kind.assert_statement, Kind.try_statement, Kind.raise_statement, Kind.call];
  return ownNodes(tree, body, ...wanted).some(
    (node) => tree.kind(node) !== Kind.call || checkingCall.test(calledName(tree, node))
  );
}
function findChain(module, functionIndex, calls2) {
  let { tree } = module, { body } = module.index.functions[functionIndex], clientCalls = new Set(calls2.map(({ node }) => node)), answers2 = /* @__PURE__ */ new Map(), entries = /* @__PURE__ */ new Map();
  for (let node of ownNodes(tree, body, Kind.assignment, Kind.call, Kind.if_statement))
    switch (tree.kind(node)) {
      case Kind.if_statement:
        for (let name of namesIn2(module, tree.child(node, Field.condition)))
          answers2.delete(name), entries.delete(name);
        break;
      case Kind.assignment: {
        let left = tree.child(node, Field.left);
        if (tree.kind(left) !== Kind.identifier) break;
        let name = tree.name(left), right = tree.child(node, Field.right), value = right >= 0 && tree.kind(right) === Kind.await ? right + 1 : right, used = right < 0 ? void 0 : entryIn(module, right, answers2, entries);
        answers2.delete(name), entries.delete(name), value >= 0 && clientCalls.has(value) ? answers2.set(name, value) : used !== void 0 && entries.set(name, used);
        break;
      }
      default: {
        if (!clientCalls.has(node)) break;
        let used = entryIn(module, tree.child(node, Field.arguments), answers2, entries);
        if (used !== void 0)
          return { use: used, key: literalText(tree, tree.child(used, Field.subscript)), feeds: node };
      }
    }
}
function entryIn({ tree }, expression, answers2, entries) {
  for (let node of [expression, ...ownNodes(tree, expression)])
    if (tree.kind(node) === Kind.subscript) {
      let object = tree.child(node, Field.value);
      if (tree.kind(object) !== Kind.identifier || !answers2.has(tree.name(object))) continue;
      if (literalText(tree, tree.child(node, Field.subscript)) !== void 0) return node;
    } else if (tree.kind(node) === Kind.identifier && entries.has(tree.name(node)))
      return entries.get(tree.name(node));
}
function namesIn2({ tree }, node) {
  return (node < 0 ? [] : [node, ...ownNodes(tree, node)]).filter((inner2) => tree.kind(inner2) === Kind.identifier).map((inner2) => tree.name(inner2));
}
function isReturned(module, functionIndex, call2) {
  let { tree } = module, { body } = module.index.functions[functionIndex], parent = tree.parent(call2);
  if (tree.kind(parent) === Kind.await && (parent = tree.parent(parent)), tree.kind(parent) === Kind.return_statement) return !0;
  if (tree.kind(parent) !== Kind.assignment) return !1;
  let left = tree.child(parent, Field.left);
  return tree.kind(left) !== Kind.identifier ? !1 : ownNodes(tree, body, Kind.return_statement).some(
    (node) => tree.kind(node + 1) === Kind.identifier && tree.next(node) === node + 2 && tree.name(node + 1) === tree.name(left)
  );
}
function nounOf(method) {
  return method.replace(/^[a-z]+_/, "").replaceAll("_", " ");
}

// src/analyse/detectors/undocumented-helper.ts
var undocumentedHelper = (context) => {
  let { rule, knowledge } = context, { project } = knowledge, clientCall = createClientCalls(rule), named3 = new RegExp(rule.named, "u"), fakes = new RegExp(rule.fakes, "iu"), sleeps = new Set(rule.sleeps), candidates = [], isAsked = (module, functionIndex) => {
    let { tree } = module, item = module.index.functions[functionIndex], name = tree.names.text(item.name);
    return item.methodOf === MODULE || item.parent !== MODULE || named3.test(name) || fakes.test(name) || /^__\w+__$/.test(name) || fakes.test(module.qualifiedClassName(item.methodOf)) || knowledge.role(module, functionIndex) !== "helper" || !isHome(module, item.methodOf) ? !1 : functionDocstring(module, functionIndex) < 0 && !overrides(module, functionIndex);
  }, isHome = (module, classIndex) => hasTestBase(project, module, classIndex) || /Mixin$|^Base|Base$/.test(module.qualifiedClassName(classIndex)) || isTestClass(project, module, classIndex) && module.index.functions.some(
    (item) => item.methodOf === classIndex && module.tree.names.text(item.name).startsWith("test")
  ), overrides = (module, functionIndex) => {
    let { methodOf: methodOf2, name } = module.index.functions[functionIndex];
    return project.bases({ module, index: methodOf2 }).some(
      (base) => base.kind === "class" && project.method(base, module.tree.names.text(name)) !== void 0
    );
  }, sleepNames = new Set(rule.sleeps.map((name) => project.names.find(name.slice(name.lastIndexOf(".") + 1)))), isSleep2 = (module, functionIndex, call2) => {
    let { tree } = module, callee = tree.child(call2, Field.function), last2 = tree.kind(callee) === Kind.attribute ? tree.child(callee, Field.attribute) : callee;
    if (!sleepNames.has(tree.name(last2))) return !1;
    let definition = project.dotted(module, functionIndex, callee);
    if (definition?.kind !== "external" || !sleeps.has(definition.name)) return !1;
    let duration = argumentsOf(tree, call2).positional[0];
    return duration !== void 0 && !/^0+(?:\.0*)?$/.test(tree.text(duration));
  }, look = (module, functionIndex, calls2) => {
    let { tree } = module, { body, node } = module.index.functions[functionIndex], asked = calls2.map((call2) => clientCall(module, call2)).filter((call2) => call2 !== void 0), pauses = calls2.some((call2) => isSleep2(module, functionIndex, call2));
    if (asked.length < 2 && !pauses || !isAsked(module, functionIndex) || countStatements(tree, body) < rule.statements || ownNodes(tree, body, Kind.for_statement, Kind.while_statement, Kind.with_statement, Kind.try_statement).length === 0 || commentsOf(module).commentBefore(node) !== void 0) return;
    let range = { start: tree.start(node), end: tree.end(node) };
    if (hasReason(
      commentsOf(module).commentsIn(range).map((comment) => comment.text).join(" ")
    ))
      return;
    let lines = tree.line(tree.end(node) - 1) - tree.lineOf(node) + 1;
    candidates.push({
      module,
      functionIndex,
      numberKnown: !0,
      values: {
        function: tree.names.text(module.index.functions[functionIndex].name),
        acts: describeActs(module, calls2, asked, pauses),
        lines,
        silence: describeSilence(module, functionIndex, asked)
      }
    });
  };
  return {
    module: (module) => {
      if (!knowledge.context(module).isTest) return;
      let byFunction = /* @__PURE__ */ new Map();
      for (let call2 of module.index.calls) {
        let functionIndex = module.functionAround(call2);
        if (functionIndex === MODULE) continue;
        let list3 = byFunction.get(functionIndex);
        list3 === void 0 ? byFunction.set(functionIndex, [call2]) : list3.push(call2);
      }
      for (let [functionIndex, calls2] of byFunction) calls2.length > 1 && look(module, functionIndex, calls2);
    },
    finish: () => {
      if (candidates.length === 0) return;
      let callers = callersByName(context.knowledge.project.modules, candidates, knowledge.role);
      for (let { module, functionIndex, values: values2, numberKnown } of candidates) {
        let item = module.index.functions[functionIndex], found2 = callers.get(item.name);
        found2 !== void 0 && context.report({
          module,
          functionIndex,
          node: item.node,
          values: values2,
          rank: { numberKnown, callingTests: found2.tests }
        });
      }
    }
  };
};
function callersByName(modules2, candidates, role) {
  let wanted = new Set(candidates.map(({ module, functionIndex }) => module.index.functions[functionIndex].name)), found2 = /* @__PURE__ */ new Map();
  for (let module of modules2) {
    let { tree } = module, tests3 = /* @__PURE__ */ new Set();
    for (let call2 of module.index.calls) {
      let callee = call2 + 1;
      if (tree.kind(callee) !== Kind.attribute) continue;
      let name = tree.name(tree.child(callee, Field.attribute));
      if (!wanted.has(name) || !/^(?:self|cls)$|^_?test/i.test(tree.text(tree.child(callee, Field.object)))) continue;
      let callers = found2.get(name);
      callers === void 0 && found2.set(name, callers = { tests: 0 });
      let functionIndex = module.functionAround(call2), key = `${name} ${functionIndex}`;
      functionIndex === MODULE || tests3.has(key) || role(module, functionIndex) !== "test" || (tests3.add(key), callers.tests++);
    }
  }
  return found2;
}
function describeActs(module, calls2, asked, pauses) {
  let acts = [];
  asked.length > 0 && acts.push(`makes ${asked.length} API call${asked.length === 1 ? "" : "s"}`);
  let state = awaitedState(module, calls2);
  return state !== void 0 ? acts.push(`waits for ${state}`) : pauses && acts.push("sleeps"), acts.join(" and ");
}
function awaitedState({ tree }, calls2) {
  for (let call2 of calls2) {
    if (!/^_*(?:wait|poll|eventually)/.test(calledName(tree, call2))) continue;
    let { positional, keywords } = argumentsOf(tree, call2);
    for (let argument of [...positional, ...keywords.values()]) {
      let text = literalText(tree, argument);
      if (text !== void 0 && /^[\w-]{2,30}$/.test(text)) return text;
    }
  }
}
var filters = /^(?:search_opts|filters?|params|query)$/;
function describeSilence(module, functionIndex, asked) {
  let { tree } = module, { body, name } = module.index.functions[functionIndex], returns = ownNodes(tree, body, Kind.return_statement).some(
    (node) => tree.next(node) > node + 1 && tree.kind(node + 1) !== Kind.none
  ), key = asked.map(({ node }) => filterKey(module, node)).find((text) => text !== void 0), waits = /(?:^|_)(?:wait|poll)/.test(tree.names.text(name)), missing = [
    returns ? "what it returns" : "",
    waits ? "how long it waits at most" : "",
    key === void 0 ? "" : `why it filters by ${key}`
  ].filter((text) => text !== "");
  return missing.length === 0 ? "what holds when it is done" : missing.join(" or ");
}
function filterKey({ tree }, call2) {
  for (let [keyword, value] of argumentsOf(tree, call2).keywords) {
    if (!filters.test(keyword) || tree.kind(value) !== Kind.dictionary) continue;
    let pair = tree.childOfKind(value, Kind.pair), text = pair < 0 ? void 0 : literalText(tree, tree.child(pair, Field.key));
    if (text !== void 0 && /^\w{2,30}$/.test(text)) return text.replaceAll("_", " ");
  }
}

// src/analyse/detectors/bidirectional-text.ts
var control = /[\u202a-\u202e\u2066-\u2069]/u, rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u, controlNames = {
  "‪": "left-to-right embedding",
  "‫": "right-to-left embedding",
  "‬": "pop directional formatting",
  "‭": "left-to-right override",
  "‮": "right-to-left override",
  "⁦": "left-to-right isolate",
  "⁧": "right-to-left isolate",
  "⁨": "first strong isolate",
  "⁩": "pop directional isolate"
}, lookAlike = new Map(
  ["аa", "еe", "оo", "рp", "сc", "уy", "хx", "ѕs", "іi", "јj", "һh", "ԁd", "ԛq", "ԝw"].concat(["АA", "ВB", "ЕE", "КK", "МM", "НH", "ОO", "РP", "СC", "ТT", "ХX", "ЅS", "ІI", "ЈJ"]).concat(["ΑA", "ΒB", "ΕE", "ΖZ", "ΗH", "ΙI", "ΚK", "ΜM", "ΝN", "ΟO", "ΡP", "ΤT", "ΥY", "ΧX", "οo"]).map((pair) => [pair[0], pair[1]])
), identifier = /^[\p{L}_][\p{L}\p{N}\p{M}_]*$/u, bidirectionalText = ({ rule, knowledge, report }) => {
  let locale = new RegExp(rule.localePaths, "iu"), suspects, reportControls = (module, node, start, text, what) => {
    if (!control.test(text)) return;
    let offset = start;
    for (let line of text.split(/(?<=\n|\r(?!\n))/u)) {
      let at = deceptive(line);
      if (at >= 0) {
        let character = line[at], from = offset + utf8Length(line.slice(0, at));
        report({
          module,
          node,
          functionIndex: module.functionAround(node),
          range: { start: from, end: from + utf8Length(character) },
          values: {
            what,
            name: controlNames[character],
            code: `U+${character.charCodeAt(0).toString(16).toUpperCase()}`
          }
        });
      }
      offset += utf8Length(line);
    }
  };
  return {
    module: (module) => {
      if (locale.test(module.path)) return;
      let { tree, index: index2 } = module, { ranges, texts } = tree.comments;
      if (texts.forEach((text, i) => {
        control.test(text) && reportControls(module, nodeAt(module, ranges[2 * i]), ranges[2 * i], text, "comment");
      }), suspects ??= findSuspects(knowledge.project.names), suspects.texts.size > 0)
        for (let string of index2.strings)
          for (let part = string; part < tree.next(string); part++)
            !suspects.texts.has(tree.name(part)) || tree.kind(part) === Kind.identifier || part > string && tree.kind(part) !== Kind.string_content || reportControls(module, part, tree.start(part), tree.text(part), "string");
      if (suspects.identifiers.size === 0) return;
      let seen = /* @__PURE__ */ new Set();
      for (let node = 0; node < tree.size; node++) {
        let name = tree.name(node);
        if (name === 0 || !suspects.identifiers.has(name) || tree.kind(node) !== Kind.identifier || seen.has(name))
          continue;
        seen.add(name);
        let latin = suspects.identifiers.get(name);
        report({
          module,
          node,
          functionIndex: module.functionAround(node),
          wording: "identifier",
          values: { latin },
          tier: "hotspot",
          level: "note"
        });
      }
    }
  };
};
function findSuspects(names2) {
  let texts = /* @__PURE__ */ new Set(), identifiers = /* @__PURE__ */ new Map();
  for (let name = 1; name < names2.size; name++) {
    let text = names2.text(name);
    if (isPlain3(text)) continue;
    control.test(text) && texts.add(name);
    let latin = identifier.test(text) ? latinTwin(text) : void 0;
    latin !== void 0 && (mixesScripts(text) || names2.find(latin) !== 0) && identifiers.set(name, latin);
  }
  return { texts, identifiers };
}
function isPlain3(text) {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 879) return !1;
  return !0;
}
function latinTwin(text) {
  let twin = "";
  for (let character of text) {
    let latin = character <= "" ? character : lookAlike.get(character);
    if (latin === void 0) return;
    twin += latin;
  }
  return twin;
}
function mixesScripts(text) {
  return text.split(/[_\d]+/u).some((word) => /[A-Za-z]/.test(word) && /[^\0-\u007f]/.test(word));
}
function deceptive(line) {
  let first = line.search(control);
  if (first < 0) return -1;
  let override = line.search(/[\u202d\u202e]/u);
  return override >= 0 ? override : rightToLeft.test(line) && closesAll(line) ? -1 : first;
}
function closesAll(line) {
  let open = [];
  for (let character of line)
    if (/[\u202a\u202b]/u.test(character)) open.push("‬");
    else if (/[\u2066-\u2068]/u.test(character)) open.push("⁩");
    else if (/[\u202c\u2069]/u.test(character) && open.pop() !== character) return !1;
  return open.length === 0;
}
function utf8Length(text) {
  let length = 0;
  for (let character of text) {
    let code = character.codePointAt(0);
    length += code < 128 ? 1 : code < 2048 ? 2 : code < 65536 ? 3 : 4;
  }
  return length;
}
function nodeAt({ tree }, byte) {
  let low = 0, high = tree.size - 1;
  for (; low < high; ) {
    let middle = low + high + 1 >> 1;
    tree.start(middle) <= byte ? low = middle : high = middle - 1;
  }
  return low;
}

// src/analyse/detectors/cookie-flags.ts
var flags = ["secure", "httponly", "samesite"], words = {
  secure: "secure=True",
  httponly: "httponly=True",
  samesite: 'samesite="Lax"'
}, cookieFlags = (context) => {
  let { rule, report } = context, sensitive = new RegExp(rule.sensitive, "iu"), readByScripts = new RegExp(rule.readByScripts, "iu"), settings = usage({ ...context, rule: { ...rule, detector: "usage" } }), onCookie = (event) => {
    let known2 = receiverOf(event, rule.on);
    if (known2 === "other") return;
    let name = argumentOf(event.arguments, "0|key|name");
    if (name === void 0) return;
    let text = cookieName(event, name);
    if (!sensitive.test(snakeCase2(text)) || isDeleted(event)) return;
    let missing = flags.filter(
      (flag) => lacks(event, flag) && !(flag === "httponly" && readByScripts.test(snakeCase2(text)))
    );
    if (!missing.includes(rule.flag)) return;
    let others2 = missing.slice(missing.indexOf(rule.flag) + 1), { module, functionIndex, node } = event;
    report({
      module,
      functionIndex,
      node,
      wording: "cookie",
      values: {
        cookie: text,
        missing: words[rule.flag],
        also: others2.length === 0 ? "" : `; it lacks ${others2.map((flag) => words[flag]).join(" and ")} too`
      },
      ...others2.length === 0 ? {} : { mergedRules: others2.map((flag) => rule.rules[flag]) },
      // Whose method it is cannot be told: what is set is a cookie by all signs, but a person should look.
      ...known2 === "unknown" ? { tier: "hotspot" } : {}
    });
  }, lacks = (event, flag) => {
    let { hasStar, hasDoubleStar } = event.arguments, given = argumentOf(event.arguments, flag === "httponly" ? "httponly|http_only" : flag);
    if (flag === "samesite") {
      let constant = given === void 0 ? void 0 : onlyConstant(given.value);
      return constant !== void 0 && (constant.type === "none" || textOf(constant)?.toLowerCase() === "none");
    }
    return given === void 0 ? !hasStar && !hasDoubleStar : truthOfValue(given.value) === !1;
  }, methods2 = new Set(rule.calls), call2 = (event) => {
    settings.observer?.call?.(event);
    let { tree } = event.module, callee = tree.child(event.node, Field.function);
    tree.kind(callee) === Kind.attribute && methods2.has(tree.text(tree.child(callee, Field.attribute))) && onCookie(event);
  };
  return {
    ...settings,
    observer: { ...settings.observer, call: call2 },
    hears: { ...settings.hears, calls: [...settings.hears?.calls ?? [], ...rule.calls] },
    interest: {
      ...settings.interest,
      calls: [...settings.interest?.calls ?? [], ...rule.calls.map((name) => ({ name }))]
    }
  };
};
function receiverOf(event, on) {
  let owners = event.targets.map((target) => target.kind === "method" ? target.on : void 0);
  return owners.some((owner) => owner !== void 0 && on.includes(owner)) ? "response" : owners.every((owner) => owner?.endsWith("()") === !0) ? "unknown" : "other";
}
function cookieName({ module: { tree } }, { node, value }) {
  let constant = onlyConstant(value);
  return constant !== void 0 ? textOf(constant) ?? "" : tree.kind(node) === Kind.identifier ? tree.text(node) : tree.kind(node) === Kind.attribute ? tree.text(tree.child(node, Field.attribute)) : "";
}
function isDeleted({ arguments: args }) {
  let content = argumentOf(args, "1|value"), constant = content === void 0 ? void 0 : onlyConstant(content.value);
  return constant !== void 0 && textOf(constant) === "" || ["max_age", "expires"].some((key) => {
    let age = args.keywords.get(key), given = age === void 0 ? void 0 : onlyConstant(age.value);
    return given?.type === "int" && given.value === 0;
  });
}
function snakeCase2(name) {
  return name.replace(/([a-z])([A-Z])/g, "$1_$2").toLowerCase();
}

// src/analyse/secrets/data-holder.ts
var documentation = new Set(
  "documentation doc docs example examples usage help epilog description synopsis".split(" ")
), testData = new Set("test tests example examples sample samples fixture fixtures demo".split(" "));
function purposeOf(module, node) {
  let { tree } = module;
  for (let current = node, parent = tree.parent(node); parent >= 0; current = parent, parent = tree.parent(current)) {
    let kind = tree.kind(parent);
    if (kind === Kind.expression_statement && (tree.kind(current) === Kind.string || tree.kind(current) === Kind.concatenated_string))
      return "documentation";
    if (kind === Kind.block || kind === Kind.module) return;
    if (kind !== Kind.assignment) continue;
    let words4 = wordsOf(tree.text(tree.next(parent + 1) - 1));
    if (tree.kind(node) !== Kind.pair && words4.some((word) => documentation.has(word))) return "documentation";
    if (words4.some((word) => testData.has(word))) return "test-data";
  }
}

// src/analyse/secrets/text-search.ts
import { Buffer as Buffer4 } from "node:buffer";

// src/rules/provider-tokens.ts
var uuid = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", published = [
  // Code hosts, package registries, builds
  {
    id: "github",
    name: "GitHub token",
    starts: ["ghp_", "gho_", "ghu_", "ghs_", "ghr_"],
    pattern: "gh[pousr]_[A-Za-z0-9]{36}",
    check: "crc32-base62"
  },
  {
    id: "github-fine-grained",
    name: "GitHub fine-grained token",
    starts: ["github_pat_"],
    pattern: "github_pat_[A-Za-z0-9_]{82}"
  },
  {
    id: "gitlab",
    name: "GitLab token",
    starts: ["glpat-", "glptt-", "gldt-", "glrt-", "glcbt-", "gloas-", "glft-", "glagent-", "glsoat-", "glimt-"],
    pattern: "gl(?:pat|ptt|dt|rt|cbt|oas|ft|agent|soat|imt)-[A-Za-z0-9_-]{20,}(?:\\.[a-z0-9]{2}\\.[a-z0-9]{9})?"
  },
  { id: "atlassian", name: "Atlassian API token", starts: ["ATATT3"], pattern: "ATATT3[A-Za-z0-9_=-]{180,}" },
  { id: "bitbucket", name: "Bitbucket app password", starts: ["ATBB"], pattern: "ATBB[A-Za-z0-9]{24,32}" },
  { id: "npm", name: "npm token", starts: ["npm_"], pattern: "npm_[A-Za-z0-9]{36}", check: "crc32-base62" },
  {
    id: "pypi",
    name: "PyPI token",
    starts: ["pypi-AgEIcHlwaS5vcmc"],
    pattern: "pypi-AgEIcHlwaS5vcmc[A-Za-z0-9_-]{50,}"
  },
  {
    id: "test-pypi",
    name: "TestPyPI token",
    starts: ["pypi-AgENdGVzdC5weXBpLm9yZ"],
    pattern: "pypi-AgENdGVzdC5weXBpLm9yZ[A-Za-z0-9_-]{50,}",
    hotspot: !0
  },
  { id: "rubygems", name: "RubyGems key", starts: ["rubygems_"], pattern: "rubygems_[0-9a-f]{48}" },
  { id: "clojars", name: "Clojars token", starts: ["CLOJARS_"], pattern: "CLOJARS_[a-z0-9]{60}" },
  {
    id: "docker-hub",
    name: "Docker Hub token",
    starts: ["dckr_pat_", "dckr_oat_"],
    pattern: "dckr_[op]at_[A-Za-z0-9_-]{27,32}"
  },
  { id: "jfrog", name: "JFrog API key", starts: ["AKCp"], pattern: "AKCp[A-Za-z0-9]{69}" },
  { id: "jfrog-reference", name: "JFrog reference token", starts: ["cmVmdGtu"], pattern: "cmVmdGtu[A-Za-z0-9]{56}" },
  {
    id: "circleci",
    name: "CircleCI token",
    starts: ["CCIPAT_", "CCIPRJ_"],
    pattern: "CCIP(?:AT|RJ)_[A-Za-z0-9]{22}_[0-9a-f]{40}"
  },
  { id: "buildkite", name: "Buildkite token", starts: ["bkua_"], pattern: "bkua_[0-9a-f]{40}" },
  {
    id: "harness",
    name: "Harness token",
    starts: ["pat.", "sat."],
    pattern: "(?:pat|sat)\\.[A-Za-z0-9_-]{22}\\.[0-9a-f]{24}\\.[A-Za-z0-9]{20}"
  },
  { id: "sonarqube", name: "SonarQube token", starts: ["squ_", "sqp_", "sqa_"], pattern: "sq[upa]_[0-9a-f]{40}" },
  {
    id: "sourcegraph",
    name: "Sourcegraph token",
    starts: ["sgp_"],
    pattern: "sgp_(?:(?:[0-9a-f]{16}|local)_)?[0-9a-f]{40}"
  },
  { id: "postman", name: "Postman API key", starts: ["PMAK-"], pattern: "PMAK-[0-9a-f]{24}-[0-9a-f]{34}" },
  { id: "readme", name: "ReadMe API key", starts: ["rdme_"], pattern: "rdme_[a-z0-9]{70}" },
  // Clouds and infrastructure
  { id: "aws", name: "AWS access key id", starts: ["AKIA", "ABIA", "ACCA"], pattern: "(?:AKIA|ABIA|ACCA)[A-Z2-7]{16}" },
  {
    id: "aws-temporary",
    name: "temporary AWS access key id",
    starts: ["ASIA"],
    pattern: "ASIA[A-Z2-7]{16}",
    hotspot: !0
  },
  { id: "google-api", name: "Google API key", starts: ["AIza"], pattern: "AIza[0-9A-Za-z_-]{35}" },
  {
    id: "google-oauth-secret",
    name: "Google OAuth client secret",
    starts: ["GOCSPX-"],
    pattern: "GOCSPX-[A-Za-z0-9_-]{28}"
  },
  {
    id: "google-oauth-token",
    name: "Google OAuth access token",
    starts: ["ya29."],
    pattern: "ya29\\.[A-Za-z0-9_-]{60,}",
    hotspot: !0
  },
  {
    id: "azure-storage",
    name: "Azure storage account key",
    starts: ["AccountKey="],
    pattern: "AccountKey=(?!Eby8vdM02xNOcqFl)[A-Za-z0-9+/]{86}=="
  },
  {
    id: "azure-shared-access",
    name: "Azure shared access key",
    starts: ["SharedAccessKey="],
    pattern: "SharedAccessKey=[A-Za-z0-9+/]{43}="
  },
  {
    id: "azure-sas",
    name: "Azure shared access signature",
    holds: ["sig="],
    pattern: "[?&]sv=\\d{4}-\\d\\d-\\d\\d&\\S*sig=(?<body>[A-Za-z0-9%+/]{43,60}(?:%3D|%3d|=))",
    hotspot: !0
  },
  {
    id: "azure-ad",
    name: "Microsoft Entra client secret",
    holds: ["7Q~", "8Q~"],
    pattern: "[A-Za-z0-9_~.-]{3}[78]Q~[A-Za-z0-9_~.-]{31,34}"
  },
  { id: "alibaba", name: "Alibaba Cloud access key id", starts: ["LTAI"], pattern: "LTAI[A-Za-z0-9]{20}" },
  { id: "yandex", name: "Yandex Cloud API key", starts: ["AQVN"], pattern: "AQVN[A-Za-z0-9_-]{35,38}" },
  {
    id: "digitalocean",
    name: "DigitalOcean token",
    starts: ["dop_v1_", "doo_v1_", "dor_v1_"],
    pattern: "do[opr]_v1_[0-9a-f]{64}"
  },
  { id: "heroku", name: "Heroku API key", starts: ["HRKU-"], pattern: `HRKU-(?:${uuid}|[A-Za-z0-9_-]{60})` },
  { id: "fly", name: "Fly.io token", starts: ["FlyV1 fm"], pattern: "FlyV1 fm\\d_[A-Za-z0-9+/=,_-]{100,}" },
  { id: "netlify", name: "Netlify token", starts: ["nfp_"], pattern: "nfp_[A-Za-z0-9]{36,}" },
  { id: "scalingo", name: "Scalingo token", starts: ["tk-us-"], pattern: "tk-us-[A-Za-z0-9_-]{48}" },
  { id: "supabase", name: "Supabase token", starts: ["sbp_"], pattern: "sbp_[0-9a-f]{40}" },
  {
    id: "planetscale",
    name: "PlanetScale token",
    starts: ["pscale_"],
    pattern: "pscale_(?:tkn|oauth|pw)_[A-Za-z0-9_=.-]{32,64}"
  },
  { id: "databricks", name: "Databricks token", starts: ["dapi"], pattern: "dapi[0-9a-f]{32}(?:-\\d)?" },
  {
    id: "doppler",
    name: "Doppler token",
    starts: ["dp."],
    pattern: "dp\\.(?:pt|st|sa|ct|scim|audit)\\.(?:[a-z0-9_-]{2,35}\\.)?[A-Za-z0-9]{40,44}"
  },
  {
    id: "vault",
    name: "HashiCorp Vault token",
    starts: ["hvs.", "hvb.", "hvr."],
    pattern: "hv[sbr]\\.[A-Za-z0-9_-]{24,}"
  },
  {
    id: "terraform",
    name: "HCP Terraform token",
    holds: [".atlasv1."],
    pattern: "[A-Za-z0-9]{14}\\.atlasv1\\.[A-Za-z0-9_-]{60,70}"
  },
  { id: "pulumi", name: "Pulumi token", starts: ["pul-"], pattern: "pul-[0-9a-f]{40}" },
  { id: "prefect", name: "Prefect API key", starts: ["pnu_", "pnb_"], pattern: "pn[ub]_[A-Za-z0-9]{36}" },
  { id: "infracost", name: "Infracost key", starts: ["ico-"], pattern: "ico-[A-Za-z0-9]{32}" },
  {
    id: "tailscale",
    name: "Tailscale key",
    starts: ["tskey-"],
    pattern: "tskey-(?:api|auth|client|scim|webhook)-[A-Za-z0-9]{8,}-[A-Za-z0-9]{20,}"
  },
  {
    id: "cloudflare-origin",
    name: "Cloudflare origin CA key",
    starts: ["v1.0-"],
    pattern: "v1\\.0-[0-9a-f]{24}-[0-9a-f]{146}"
  },
  {
    id: "defined",
    name: "Defined Networking token",
    starts: ["dnkey-"],
    pattern: "dnkey-[a-z0-9=_-]{26}-[a-z0-9=_-]{52}"
  },
  {
    id: "onepassword",
    name: "1Password service account token",
    starts: ["ops_eyJ"],
    pattern: "ops_eyJ[A-Za-z0-9+/=_-]{250,}"
  },
  // AI
  {
    id: "openai",
    name: "OpenAI API key",
    starts: ["sk-"],
    pattern: "sk-(?:(?:proj|svcacct|admin|None)-)?[A-Za-z0-9_-]{20,}T3BlbkFJ[A-Za-z0-9_-]{20,}"
  },
  {
    id: "anthropic",
    name: "Anthropic API key",
    starts: ["sk-ant-"],
    pattern: "sk-ant-(?:api|admin|oat|sid)\\d\\d-[A-Za-z0-9_-]{80,}"
  },
  { id: "hugging-face", name: "Hugging Face token", starts: ["hf_"], pattern: "hf_[A-Za-z]{34}" },
  {
    id: "hugging-face-organization",
    name: "Hugging Face organization token",
    starts: ["api_org_"],
    pattern: "api_org_[A-Za-z]{34}"
  },
  { id: "groq", name: "Groq API key", starts: ["gsk_"], pattern: "gsk_[A-Za-z0-9]{52}" },
  { id: "replicate", name: "Replicate token", starts: ["r8_"], pattern: "r8_[A-Za-z0-9]{37}" },
  { id: "perplexity", name: "Perplexity API key", starts: ["pplx-"], pattern: "pplx-[A-Za-z0-9]{48}" },
  { id: "xai", name: "xAI API key", starts: ["xai-"], pattern: "xai-[A-Za-z0-9]{80}" },
  { id: "langsmith", name: "LangSmith key", starts: ["lsv2_"], pattern: "lsv2_(?:pt|sk)_[0-9a-f]{32}_[0-9a-f]{10}" },
  // Messages and mail
  {
    id: "slack",
    name: "Slack token",
    starts: ["xoxa-", "xoxb-", "xoxp-", "xoxo-", "xoxr-", "xoxs-", "xoxe-", "xoxe."],
    pattern: "xox(?:[abpors]|e(?:\\.xox[bp])?)-(?:\\d{1,13}-){1,4}[A-Za-z0-9]{20,}"
  },
  {
    id: "slack-app",
    name: "Slack app token",
    starts: ["xapp-"],
    pattern: "xapp-\\d-[A-Z0-9]{8,}-\\d{8,}-[0-9a-f]{40,}"
  },
  {
    id: "slack-webhook",
    name: "Slack webhook",
    starts: ["hooks.slack.com/"],
    pattern: "hooks\\.slack\\.com/(?:services|workflows)/T[A-Z0-9]{8,}/[AB][A-Z0-9]{8,}/(?:\\d+/)?(?<body>[A-Za-z0-9]{23,})"
  },
  {
    id: "discord-webhook",
    name: "Discord webhook",
    starts: ["discord.com/api/webhooks/", "discordapp.com/api/webhooks/"],
    pattern: "discord(?:app)?\\.com/api/webhooks/\\d{17,20}/(?<body>[A-Za-z0-9_-]{60,72})"
  },
  {
    id: "teams-webhook",
    name: "Microsoft Teams webhook",
    holds: ["/webhookb2/"],
    pattern: `\\.webhook\\.office\\.com/webhookb2/${uuid}@${uuid}/IncomingWebhook/(?<body>[0-9a-f]{32})/${uuid}`
  },
  { id: "telegram", name: "Telegram bot token", holds: [":AA"], pattern: "\\d{8,10}:AA(?<body>[A-Za-z0-9_-]{33})" },
  { id: "sendgrid", name: "SendGrid API key", starts: ["SG."], pattern: "SG\\.[A-Za-z0-9_-]{22}\\.[A-Za-z0-9_-]{43}" },
  { id: "mailgun", name: "Mailgun API key", starts: ["key-"], pattern: "key-[0-9a-f]{32}" },
  { id: "mailchimp", name: "Mailchimp API key", holds: ["-us"], pattern: "[0-9a-f]{32}-us\\d{1,2}" },
  { id: "brevo", name: "Brevo API key", starts: ["xkeysib-"], pattern: "xkeysib-[0-9a-f]{64}-[A-Za-z0-9]{16}" },
  { id: "twilio", name: "Twilio API key id", starts: ["SK"], pattern: "SK[0-9a-f]{32}", hotspot: !0 },
  {
    id: "twitter",
    name: "X (Twitter) bearer token",
    starts: ["AAAAAAAAAAAAAAAAAAAAA"],
    pattern: "A{21,24}(?<body>[A-Za-z0-9%]{50,})"
  },
  {
    id: "facebook",
    name: "Facebook access token",
    starts: ["EAACEdEose0cBA"],
    pattern: "EAACEdEose0cBA[0-9A-Za-z]{20,}"
  },
  // Payment and shops
  { id: "stripe", name: "Stripe live key", starts: ["sk_live_", "rk_live_"], pattern: "[sr]k_live_[0-9A-Za-z]{10,99}" },
  {
    id: "stripe-test",
    name: "Stripe test key",
    starts: ["sk_test_", "rk_test_"],
    pattern: "[sr]k_test_[0-9A-Za-z]{10,99}",
    hotspot: !0
  },
  {
    id: "stripe-public",
    name: "Stripe publishable key",
    starts: ["pk_live_"],
    pattern: "pk_live_[0-9A-Za-z]{10,99}",
    hotspot: !0
  },
  { id: "stripe-webhook", name: "Stripe webhook secret", starts: ["whsec_"], pattern: "whsec_[A-Za-z0-9+/=]{32,}" },
  {
    id: "shopify",
    name: "Shopify token",
    starts: ["shpat_", "shpca_", "shppa_", "shpss_"],
    pattern: "shp(?:at|ca|pa|ss)_[0-9a-fA-F]{32}"
  },
  {
    id: "square",
    name: "Square token",
    starts: ["sq0atp-", "sq0csp-"],
    pattern: "sq0(?:atp|csp)-[0-9A-Za-z_-]{22,43}"
  },
  { id: "square-access", name: "Square access token", starts: ["EAAA"], pattern: "EAAA[A-Za-z0-9_-]{60}" },
  {
    id: "braintree",
    name: "PayPal Braintree access token",
    starts: ["access_token$production$"],
    pattern: "access_token\\$production\\$[0-9a-z]{16}\\$[0-9a-f]{32}"
  },
  {
    id: "plaid",
    name: "Plaid access token",
    starts: ["access-production-", "access-development-"],
    pattern: `access-(?:production|development)-${uuid}`
  },
  { id: "flutterwave", name: "Flutterwave secret key", starts: ["FLWSECK-"], pattern: "FLWSECK-[0-9a-h]{32}-X" },
  { id: "duffel", name: "Duffel live token", starts: ["duffel_live_"], pattern: "duffel_live_[A-Za-z0-9_=-]{43}" },
  { id: "easypost", name: "EasyPost API key", starts: ["EZAK"], pattern: "EZAK[A-Za-z0-9]{54}" },
  { id: "shippo", name: "Shippo live token", starts: ["shippo_live_"], pattern: "shippo_live_[0-9a-fA-F]{40}" },
  // Work and monitoring
  {
    id: "linear",
    name: "Linear API key",
    starts: ["lin_api_", "lin_oauth_"],
    pattern: "lin_(?:api|oauth)_[A-Za-z0-9]{40,64}"
  },
  { id: "notion", name: "Notion token", starts: ["ntn_"], pattern: "ntn_[A-Za-z0-9]{40,50}" },
  {
    id: "notion-integration",
    name: "Notion integration secret",
    starts: ["secret_"],
    pattern: "secret_[A-Za-z0-9]{43}"
  },
  { id: "airtable", name: "Airtable token", starts: ["pat"], pattern: "pat[A-Za-z0-9]{14}\\.[0-9a-f]{64}" },
  { id: "new-relic", name: "New Relic user key", starts: ["NRAK-"], pattern: "NRAK-[A-Z0-9]{27}" },
  { id: "new-relic-insert", name: "New Relic insert key", starts: ["NRII-"], pattern: "NRII-[A-Za-z0-9_-]{32}" },
  {
    id: "grafana",
    name: "Grafana service account token",
    starts: ["glsa_"],
    pattern: "glsa_[A-Za-z0-9]{32}_[0-9a-f]{8}",
    check: "crc32-hex"
  },
  { id: "grafana-cloud", name: "Grafana Cloud token", starts: ["glc_eyJ"], pattern: "glc_eyJ[A-Za-z0-9+/=_-]{40,}" },
  {
    id: "sentry",
    name: "Sentry organization token",
    starts: ["sntrys_eyJ"],
    pattern: "sntrys_eyJ[A-Za-z0-9+/=_-]{80,}"
  },
  { id: "sentry-user", name: "Sentry user token", starts: ["sntryu_"], pattern: "sntryu_[0-9a-f]{64}" },
  {
    id: "dynatrace",
    name: "Dynatrace token",
    starts: ["dt0c01.", "dt0s01."],
    pattern: "dt0[cs]01\\.[A-Z0-9]{24}\\.[A-Z0-9]{64}"
  },
  { id: "contentful", name: "Contentful token", starts: ["CFPAT-"], pattern: "CFPAT-[A-Za-z0-9_-]{43}" },
  { id: "hubspot", name: "HubSpot token", starts: ["pat-na", "pat-eu"], pattern: `pat-(?:na|eu)\\d-${uuid}` },
  { id: "typeform", name: "Typeform token", starts: ["tfp_"], pattern: "tfp_[A-Za-z0-9_.=-]{59}" },
  { id: "dropbox", name: "Dropbox access token", starts: ["sl."], pattern: "sl\\.[A-Za-z0-9_-]{130,}", hotspot: !0 },
  {
    id: "mapbox",
    name: "Mapbox secret token",
    starts: ["sk.eyJ"],
    pattern: "sk\\.eyJ[A-Za-z0-9_-]{60,}\\.[A-Za-z0-9_-]{22}"
  },
  { id: "adafruit", name: "Adafruit IO key", starts: ["aio_"], pattern: "aio_[A-Za-z0-9]{28}" },
  { id: "adobe", name: "Adobe client secret", starts: ["p8e-"], pattern: "p8e-[A-Za-z0-9]{32}" },
  { id: "frameio", name: "Frame.io token", starts: ["fio-u-"], pattern: "fio-u-[A-Za-z0-9_=-]{64}" },
  { id: "intra42", name: "42 API secret", starts: ["s-s4t2"], pattern: "s-s4t2(?:ud|af)-[0-9a-f]{64}" },
  {
    id: "onfido",
    name: "Onfido live token",
    starts: ["api_live"],
    pattern: "api_live(?:_[a-z]{2})?\\.[A-Za-z0-9_-]{11}\\.[A-Za-z0-9_-]{32}"
  },
  { id: "maxmind", name: "MaxMind licence key", holds: ["_mmk"], pattern: "[A-Za-z0-9]{6}_[A-Za-z0-9]{29}_mmk" },
  // Of no provider
  {
    id: "jwt",
    name: "JSON Web Token",
    starts: ["eyJ"],
    pattern: "eyJ[A-Za-z0-9_-]{10,}\\.eyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{20,}",
    check: "jwt-header",
    hotspot: !0
  },
  {
    id: "bcrypt",
    name: "bcrypt hash of a password",
    holds: ["$2a$", "$2b$", "$2y$"],
    pattern: "\\$2[aby]\\$\\d\\d\\$[./A-Za-z0-9]{53}",
    hotspot: !0
  },
  {
    id: "crypt",
    name: "crypt hash of a password",
    holds: ["$5$", "$6$"],
    pattern: "\\$[56]\\$(?:rounds=\\d+\\$)?[./A-Za-z0-9]{1,16}\\$(?:[./A-Za-z0-9]{86}|[./A-Za-z0-9]{43})",
    hotspot: !0
  }
], named = [
  {
    id: "aws-secret",
    name: "AWS secret access key",
    context: "aws.*secret|secret_?access_?key",
    pattern: "[A-Za-z0-9/+]{40}"
  },
  {
    id: "discord",
    name: "Discord bot token",
    context: "discord|bot_?token",
    pattern: "[MNO][A-Za-z0-9_-]{23,27}\\.[A-Za-z0-9_-]{6}\\.[A-Za-z0-9_-]{27,38}",
    check: "numeric-id"
  },
  { id: "twilio-auth", name: "Twilio auth token", context: "twilio.*(?:token|secret)", pattern: "[0-9a-f]{32}" },
  {
    id: "datadog",
    name: "Datadog key",
    context: "(?:datadog|dd)_?(?:api|app|application)_?key",
    pattern: "[0-9a-f]{32}(?:[0-9a-f]{8})?"
  },
  { id: "cohere", name: "Cohere API key", context: "cohere|co_api_key", pattern: "[A-Za-z0-9]{40}" },
  { id: "mistral", name: "Mistral API key", context: "mistral", pattern: "[A-Za-z0-9]{32}" },
  { id: "wandb", name: "Weights & Biases API key", context: "wandb", pattern: "[0-9a-f]{40}" },
  { id: "cloudflare", name: "Cloudflare API key", context: "cloudflare", pattern: "[0-9a-f]{37}|[A-Za-z0-9_-]{40}" },
  { id: "heroku-uuid", name: "Heroku API key", context: "heroku.*(?:key|token)", pattern: uuid },
  { id: "snyk", name: "Snyk token", context: "snyk.*(?:key|token)", pattern: uuid },
  { id: "codecov", name: "Codecov token", context: "codecov.*token", pattern: uuid },
  { id: "sauce", name: "Sauce Labs access key", context: "sauce.*key", pattern: uuid },
  { id: "okta", name: "Okta API token", context: "okta", pattern: "00[A-Za-z0-9_-]{40}" },
  { id: "algolia", name: "Algolia admin key", context: "algolia.*(?:admin|write)", pattern: "[0-9a-f]{32}" },
  { id: "fastly", name: "Fastly token", context: "fastly.*(?:key|token)", pattern: "[A-Za-z0-9_-]{32}" },
  { id: "facebook-secret", name: "Facebook app secret", context: "(?:facebook|fb).*secret", pattern: "[0-9a-f]{32}" },
  { id: "twitch", name: "Twitch secret", context: "twitch.*(?:secret|token)", pattern: "[a-z0-9]{30}" },
  { id: "linkedin", name: "LinkedIn client secret", context: "linkedin.*secret", pattern: "[A-Za-z0-9]{16}" },
  { id: "zendesk", name: "Zendesk API token", context: "zendesk", pattern: "[A-Za-z0-9]{40}" },
  { id: "mattermost", name: "Mattermost token", context: "mattermost", pattern: "[a-z0-9]{26}" },
  { id: "sendbird", name: "Sendbird API token", context: "sendbird", pattern: "[0-9a-f]{40}" },
  {
    id: "rapidapi",
    name: "RapidAPI key",
    context: "rapid_?api",
    pattern: "[a-z0-9]{10}msh[a-z0-9]{18}p1[a-z0-9]{6}jsn[a-z0-9]{12}"
  },
  { id: "plaid-secret", name: "Plaid secret", context: "plaid.*secret", pattern: "[0-9a-f]{30}" },
  { id: "confluent", name: "Confluent secret", context: "confluent.*secret", pattern: "[A-Za-z0-9+/]{64}" },
  { id: "launchdarkly", name: "LaunchDarkly key", context: "launch_?darkly|ld_", pattern: `(?:sdk|api)-${uuid}` },
  { id: "sumologic", name: "Sumo Logic access key", context: "sumo.*key", pattern: "[A-Za-z0-9]{64}" },
  { id: "coinbase", name: "Coinbase secret", context: "coinbase.*(?:secret|token)", pattern: "[A-Za-z0-9_-]{64}" },
  { id: "kraken", name: "Kraken private key", context: "kraken.*(?:private|secret)", pattern: "[A-Za-z0-9/+=]{80,90}" },
  { id: "finnhub", name: "Finnhub key", context: "finnhub", pattern: "[a-z0-9]{20}" },
  { id: "messagebird", name: "MessageBird key", context: "message_?bird", pattern: "[A-Za-z0-9]{25}" },
  { id: "lob", name: "Lob live key", context: "lob_", pattern: "live_[0-9a-f]{35}" },
  { id: "gocardless", name: "GoCardless token", context: "gocardless", pattern: "live_[A-Za-z0-9_=-]{40}" },
  { id: "asana", name: "Asana token", context: "asana", pattern: "[012]/\\d{15,16}(?:/\\d{15,16})?:[0-9a-f]{32}" }
], providerTokens = [...published, ...named];

// src/analyse/secrets/content-of.ts
function contentOf3(text) {
  let constant = /['"]$/.test(text) ? stringConstant(text) : void 0;
  return constant === void 0 ? text : textOf(constant) ?? text;
}

// src/analyse/secrets/token-checks.ts
import { Buffer as Buffer2 } from "node:buffer";
import { crc32 } from "node:zlib";
function checkHolds(check, token) {
  switch (check) {
    case "crc32-base62":
      return base62(crc32(token.slice(token.indexOf("_") + 1, -6))) === token.slice(-6);
    case "crc32-hex":
      return littleEndianHex(crc32(token.slice(0, -9))) === token.slice(-8);
    case "jwt-header":
      return hasAlgorithm(token.slice(0, token.indexOf(".")));
    case "numeric-id":
      return /^\d{15,20}$/.test(Buffer2.from(token.slice(0, token.indexOf(".")), "base64").toString("latin1"));
    default:
      return unreachable(check);
  }
}
function provesIssue(check) {
  return check === "crc32-base62" || check === "crc32-hex";
}
var digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
function base62(value) {
  let text = "";
  for (let rest = value, i = 0; i < 6; i++, rest = Math.floor(rest / 62)) text = digits[rest % 62] + text;
  return text;
}
function littleEndianHex(value) {
  let bytes2 = Buffer2.alloc(4);
  return bytes2.writeUInt32LE(value), bytes2.toString("hex");
}
function hasAlgorithm(part) {
  try {
    let header2 = JSON.parse(Buffer2.from(part, "base64url").toString("utf8"));
    return typeof header2 == "object" && header2 !== null && "alg" in header2;
  } catch {
    return !1;
  }
}

// src/analyse/secrets/find-tokens.ts
var table;
function hasTokenRun(text) {
  for (let at = shortestTokenRun - 1; at < text.length; at += shortestTokenRun) {
    let mixture = classes2[text.charCodeAt(at)];
    if (mixture === 0) continue;
    let before2 = at - 1;
    for (let found2; before2 >= 0 && (found2 = classes2[text.charCodeAt(before2)]) !== 0; before2--) mixture |= found2;
    let after = at + 1;
    for (let found2; after < text.length && (found2 = classes2[text.charCodeAt(after)]) !== 0; after++) mixture |= found2;
    if (after - before2 > shortestTokenRun && (mixture & (DIGIT | UPPER)) !== 0) return !0;
    at = after;
  }
  return !1;
}
var HASH = 35, DIGIT = 1, UPPER = 2, OTHER = 4, classes2 = new Uint8Array(65536), wordCodes = new Uint8Array(65536);
for (let code = 0; code < 128; code++) {
  let character = String.fromCharCode(code);
  classes2[code] = /\d/.test(character) ? DIGIT : /[A-Z]/.test(character) ? UPPER : /[a-z_-]/.test(character) ? OTHER : 0, /[A-Za-z0-9]/.test(character) && (wordCodes[code] = 1);
}
function findTokens(text) {
  let { heads, byStart, inner: inner2 } = table ??= compile(), found2 = [], accept = (compiled2, match) => {
    let token = match[0], isHead = token.startsWith(compiled2.start), body = match.groups?.body ?? (isHead ? token.slice(compiled2.start.length) : token);
    isIssued(compiled2.format, token, body) && found2.push({ format: compiled2.format, text: token, shown: isHead ? compiled2.start : "" });
  }, inWord = !1;
  for (let at = 0, code = text.charCodeAt(0); at + 1 < text.length; at++) {
    let next = text.charCodeAt(at + 1), isWord = wordCodes[code] === 1;
    if (isWord && !inWord && heads[code * 128 + next] === 1 && next < 128)
      for (let compiled2 of byStart.get(code * 128 + next)) {
        if (!text.startsWith(compiled2.start, at)) continue;
        compiled2.regex.lastIndex = at;
        let match = compiled2.regex.exec(text);
        match !== null && accept(compiled2, match);
      }
    inWord = isWord, code = next;
  }
  for (let compiled2 of inner2)
    if (text.includes(compiled2.start))
      for (let match of text.matchAll(compiled2.regex)) accept(compiled2, match);
  return found2;
}
function findNamedToken(name, value) {
  let { named: named3, anyContext } = table ??= compile();
  if (anyContext.test(name)) {
    for (let { format, context, regex } of named3)
      if (context.test(name) && regex.test(value) && isIssued(format, value, value))
        return { format, text: value, shown: "" };
  }
}
function mayHoldToken(text) {
  if (text.length <= shortestTokenRun) return !1;
  let hasRun = hasTokenRun(text), mayBeOpaque = text.length < longestToken + 8 && text.charCodeAt(0) !== HASH && !text.includes(" ");
  if (!mayBeOpaque && !hasRun) return !1;
  let content = contentOf3(text);
  return mayBeOpaque && isOpaque(content) || hasRun && (findTokens(content).length > 0 || assignedTokens(content).length > 0);
}
var assignment = /\b(\w*(?:key|token|secret)\w*)['"]?\s*[:=]\s*['"]?([A-Za-z0-9/+=_.:-]{15,120})(?=['"\s,;&)]|$)/gi;
function assignedTokens(text) {
  return /key|token|secret/i.test(text) ? [...text.matchAll(assignment)].flatMap(([, name, value]) => {
    let found2 = isOpaque(value) ? findNamedToken(name, value) : void 0;
    return found2 === void 0 ? [] : [found2];
  }) : [];
}
function isOpaque(text) {
  return text.length >= shortestTokenRun && text.length <= longestToken && /\d/.test(text) && /^[A-Za-z0-9/+=_.:-]+$/.test(text);
}
function isIssued(format, token, body) {
  return isExampleToken(body) || entropy(body) < (/^[0-9a-f-]+$/i.test(body) ? tokenEntropy.hex : tokenEntropy.other) && body.length >= 16 ? !1 : format.check === void 0 || checkHolds(format.check, token);
}
function compile() {
  let heads = new Uint8Array(16384), byStart = /* @__PURE__ */ new Map(), inner2 = [], named3 = [];
  for (let format of providerTokens) {
    format.context !== void 0 && named3.push({
      format,
      context: new RegExp(format.context, "iu"),
      regex: new RegExp(`^(?:${format.pattern})$`, "u")
    });
    for (let start of format.starts ?? []) {
      let key = start.charCodeAt(0) * 128 + start.charCodeAt(1), regex = new RegExp(`(?:${format.pattern})(?![A-Za-z0-9_-])`, "uy");
      heads[key] = 1, byStart.set(key, [...byStart.get(key) ?? [], { format, start, regex }]);
    }
    for (let start of format.holds ?? [])
      inner2.push({
        format,
        start,
        regex: new RegExp(`(?<![A-Za-z0-9_-])(?:${format.pattern})(?![A-Za-z0-9_-])`, "gu")
      });
  }
  return {
    heads,
    byStart,
    inner: inner2,
    named: named3,
    anyContext: new RegExp(named3.map(({ context }) => `(?:${context.source})`).join("|"), "iu")
  };
}

// src/analyse/secrets/private-keys.ts
import { Buffer as Buffer3 } from "node:buffer";
var header = /-----BEGIN (?:([A-Z0-9]+(?: [A-Z0-9]+)*) )?PRIVATE KEY( BLOCK)?-----/g, shortestKey = 74, DASH = 45;
function mayHoldKey(text) {
  return text.length < shortestKey ? text.charCodeAt(5) === DASH && text.includes("PRIVATE KEY") : text.includes("PRIVATE KEY") || text.includes("PuTTY-User-Key-File-") || text.includes("AGE-SECRET-KEY-1") || text.includes('"kty"');
}
function isUnfinished(text) {
  return /-----BEGIN [A-Z0-9 ]*PRIVATE KEY/.test(text) && !/-----END [A-Z0-9 ]*PRIVATE KEY/.test(text);
}
function findPrivateKeys(text) {
  let found2 = [];
  for (let match of text.matchAll(header)) {
    let key = readBlock(match[1] ?? "", text.slice(match.index + match[0].length));
    key !== void 0 && found2.push({ ...key, index: match.index });
  }
  let putty = /PuTTY-User-Key-File-\d: (\S+)[^]*?Encryption: (\S+)[^]*?Private-Lines: \d+\s+([A-Za-z0-9+/=\s]+)/.exec(
    text
  );
  putty !== null && putty[3].length >= keyBody.length && found2.push({
    name: `PuTTY private key (${putty[1]})`,
    bits: void 0,
    encrypted: putty[2] !== "none",
    length: putty[3].replaceAll(/\s/g, "").length,
    index: putty.index
  });
  let age = /\bAGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}\b/.exec(text);
  age !== null && !isExampleToken(age[0].slice(16)) && found2.push({ name: "age secret key", bits: void 0, encrypted: !1, length: age[0].length, index: age.index });
  let jwk = /"kty"\s*:\s*"(?:RSA|EC|OKP)"/.test(text) ? /"d"\s*:\s*"([A-Za-z0-9_-]{40,})"/.exec(text) : null;
  return jwk !== null && !isExampleToken(jwk[1]) && found2.push({
    name: "JSON Web Key with its private part",
    bits: void 0,
    encrypted: !1,
    length: jwk[1].length,
    index: jwk.index
  }), found2;
}
function readBlock(kind, rest) {
  if (!(kind in names)) return;
  let end = rest.search(/-----END /), lines = (end < 0 ? rest : rest.slice(0, end)).split(/[\r\n]+|\\n|\\r/).map((line) => line.replace(/^[\s#*"'\\]+|[\s"'\\,+]+$/g, "")), isHeader = (line) => /^[A-Za-z-]+: /.test(line), encrypted = kind === "ENCRYPTED" || lines.some((line) => /^Proc-Type: .*ENCRYPTED/.test(line)), body = lines.filter((line) => !isHeader(line) && !/^=[A-Za-z0-9+/]{4}$/.test(line)).join("");
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(body) || isTyped(body)) return;
  let bytes2 = Buffer3.from(body, "base64"), structured = kind !== "PGP" && !encrypted && isWhole(kind, bytes2);
  if (body.length < (structured ? keyBody.structured : keyBody.length)) return;
  let bits3 = encrypted ? void 0 : rsaBits(bytes2);
  return {
    name: `${kind === "" && bits3 !== void 0 ? "RSA " : names[kind]}private key`,
    bits: bits3,
    encrypted,
    length: body.length
  };
}
var names = {
  "": "",
  RSA: "RSA ",
  EC: "EC ",
  DSA: "DSA ",
  OPENSSH: "OpenSSH ",
  PGP: "PGP ",
  ENCRYPTED: "encrypted "
};
function isTyped(body) {
  return /([^A])\1{15}/.test(body) || /example|xxxxxx/i.test(body.slice(0, 60));
}
function isWhole(kind, bytes2) {
  if (kind === "OPENSSH") return bytes2.toString("latin1", 0, 14) === "openssh-key-v1";
  let outer = element(bytes2, 0);
  return outer !== void 0 && outer.tag === 48 && outer.end === bytes2.length;
}
function element(bytes2, offset) {
  let tag = bytes2[offset], first = bytes2[offset + 1];
  if (tag === void 0 || first === void 0) return;
  if (first < 128) return { tag, start: offset + 2, end: offset + 2 + first };
  let length = 0, count2 = first & 127;
  if (!(count2 > 4)) {
    for (let i = 0; i < count2; i++) length = length * 256 + (bytes2[offset + 2 + i] ?? 0);
    return { tag, start: offset + 2 + count2, end: offset + 2 + count2 + length };
  }
}
function rsaBits(bytes2) {
  let outer = element(bytes2, 0);
  if (outer?.tag !== 48) return;
  let version2 = element(bytes2, outer.start);
  if (version2?.tag !== 2) return;
  let second = element(bytes2, version2.end);
  if (second?.tag === 48) {
    let wrapped = element(bytes2, second.end);
    return wrapped?.tag === 4 ? rsaBits(bytes2.subarray(wrapped.start, wrapped.end)) : void 0;
  }
  let third = second === void 0 ? void 0 : element(bytes2, second.end);
  if (second?.tag !== 2 || third?.tag !== 2 || third.end - third.start > 5) return;
  let sign2 = bytes2[second.start] === 0 ? 1 : 0, leading = Math.clz32(bytes2[second.start + sign2] ?? 0) - 24;
  return (second.end - second.start - sign2) * 8 - leading;
}

// src/analyse/secrets/url-credentials.ts
function mayHoldCredentials(text) {
  return text.length > 10 && text.includes("://") && text.includes("@");
}
var url = /\b([a-z][a-z0-9+.-]{1,30}):\/\/([^\s/?#:@'"<>{}()[\]|\\]*):([^\s/?#@'"<>]{1,120})@([^\s/?#'"<>@,;)]*)/giu;
function credentialsIn(text, words4) {
  return [...text.matchAll(url)].flatMap(
    ([whole2, scheme, user, password, host2]) => isReal(user, password, host2, words4) ? [{ whole: whole2, scheme: scheme.toLowerCase(), user, password, host: host2 }] : []
  );
}
function isReal(user, password, host2, words4) {
  return isTemplate(password) || isTemplate(user) || /[{}$%<>*\\]|^\d{1,5}$/.test(password.replaceAll(/%[0-9A-Fa-f]{2}/g, "")) || words4.test(password) ? !1 : !isPlaceholder(password) && !/^(?:example|test)$/i.test(host2) && !/^\$|^%/.test(host2);
}

// src/analyse/secrets/text-search.ts
var tests2 = [
  ["token", mayHoldToken],
  ["key", mayHoldKey],
  ["url", mayHoldCredentials]
], TESTED = 1 << tests2.length, searches2 = /* @__PURE__ */ new WeakMap();
function textsWith(content, module) {
  let { names: names2 } = module.tree, search = searches2.get(names2);
  search === void 0 && searches2.set(names2, search = { masks: new Uint8Array(0), module: void 0, strings: [], comments: [] }), search.module !== module && (search.module = module, search.strings = findStrings(module, search), search.comments = findComments(module));
  let bit = 1 << tests2.findIndex(([name]) => name === content);
  return {
    strings: search.strings.filter(({ mask }) => (mask & bit) !== 0),
    comments: search.comments.filter(({ mask }) => (mask & bit) !== 0)
  };
}
function maskOf(text) {
  let mask = 0;
  for (let i = 0; i < tests2.length; i++) tests2[i][1](text) && (mask |= 1 << i);
  return mask;
}
function findStrings({ tree, index: index2 }, search) {
  let found2 = [], look = (node, kind) => {
    let name = tree.name(node);
    if (name >= search.masks.length) {
      let larger = new Uint8Array(name * 2 + 1024);
      larger.set(search.masks), search.masks = larger;
    }
    let mask = search.masks[name];
    mask === 0 && (search.masks[name] = mask = maskOf(tree.text(node)) | TESTED), mask !== TESTED && found2.push({ node, kind, text: tree.text(node), start: tree.start(node), mask });
  };
  for (let string of index2.strings) {
    let end = tree.next(string);
    if (end === string + 1) look(string, "string");
    else
      for (let part = string + 1; part < end; part = tree.next(part))
        tree.kind(part) === Kind.string_content && look(part, "part");
  }
  return found2;
}
function findComments(module) {
  let { texts, ranges } = module.tree.comments, found2 = [];
  for (let i = 0; i < texts.length; i++) {
    let mask = maskOf(texts[i]);
    if (mask === 0) continue;
    let start = ranges[2 * i];
    found2.push({ node: nodeAtComment(module, start), kind: "comment", text: texts[i], start, mask });
  }
  return found2;
}
function rangeOf(written3, piece) {
  let at = written3.text.indexOf(piece);
  if (at < 0) return { start: written3.start, end: written3.start + Buffer4.byteLength(written3.text) };
  let start = written3.start + Buffer4.byteLength(written3.text.slice(0, at));
  return { start, end: start + Buffer4.byteLength(piece) };
}
function nameBefore({ tree }, node) {
  let before2 = node - 1;
  return (tree.kind(before2) === Kind.concatenated_string || tree.kind(before2) === Kind.parenthesized_expression) && (before2 -= 1), tree.kind(before2) === Kind.identifier && tree.kind(before2 - 1) === Kind.type && (before2 -= 2), before2 <= 0 ? "" : tree.kind(before2) === Kind.identifier ? tree.text(before2) : tree.kind(before2) !== Kind.string || tree.next(before2) !== before2 + 1 ? "" : /^[A-Za-z]*(?:"""|'''|"|')(.*?)(?:"""|'''|"|')$/s.exec(tree.text(before2))?.[1] ?? "";
}

// src/analyse/detectors/credentials-in-url.ts
var credentialsInUrl = ({ rule, report }) => {
  let words4 = new RegExp(rule.words, "iu");
  return {
    module: (module) => {
      for (let written3 of textsWith("url", module).strings)
        if (purposeOf(module, written3.node) !== "documentation")
          for (let { whole: whole2, scheme, user, password, host: host2 } of credentialsIn(written3.text, words4)) {
            let lowered = isLoopback(host2) ? { tier: "hotspot", level: "note" } : password === user ? { tier: "hotspot" } : {};
            report({
              module,
              node: written3.node,
              functionIndex: module.functionAround(written3.node),
              range: rangeOf(written3, whole2),
              values: { scheme, length: password.length },
              ...lowered,
              secret: !0
            });
          }
    }
  };
};

// src/analyse/detectors/file-mode.ts
var STICKY = 512, SET_GROUP = 1024, OTHER_READ_OR_SEARCH = 5, fileMode = ({ rule, knowledge, report }) => {
  let credentials = new RegExp(rule.credentials, "iu"), secretFiles = new RegExp(rule.secretFiles, "iu"), publicFiles = new RegExp(rule.publicFiles, "iu"), judgeSet = (mode, name) => {
    if (grantsRight(mode, "other-write")) return (mode & STICKY) !== 0 ? { tier: "hotspot" } : {};
    let isCredential = credentials.test(name) && !publicFiles.test(name);
    if (grantsRight(mode, "group-write") && isCredential) return { wording: "group_credentials" };
    if (grantsRight(mode, "other-read") && secretFiles.test(name) && !publicFiles.test(name))
      return { wording: "read" };
    let shared2 = (mode & OTHER_READ_OR_SEARCH) !== OTHER_READ_OR_SEARCH || (mode & SET_GROUP) !== 0;
    return grantsRight(mode, "group-write") && !shared2 ? { wording: "group", tier: "hotspot" } : void 0;
  }, judgeMade = (mode, name, isDirectory, site) => {
    if (grantsRight(mode, "other-write"))
      return (mode & STICKY) === 0 && clearsUmask(site) ? {} : { wording: "made", tier: "hotspot", level: "note" };
    if (!(isDirectory || !grantsRight(mode, "other-read")))
      return secretFiles.test(name) && !publicFiles.test(name) ? { wording: "read" } : void 0;
  }, clearsUmask = ({ module, functionIndex }) => module.index.calls.some((call2) => {
    let argument = onlyArgument(module, call2);
    return argument < 0 || !/^0o?0*$/.test(module.tree.text(argument)) || !isUmask(module, call2) ? !1 : module.functionAround(call2) === functionIndex || !isHandedBack(module, call2);
  }), isUmask = (module, call2) => {
    let definition = knowledge.project.dotted(
      module,
      module.functionAround(call2),
      module.tree.child(call2, Field.function)
    );
    return definition?.kind === "external" && rule.umask.includes(definition.name);
  }, isHandedBack = (module, call2) => {
    let { tree, index: index2 } = module, parent = tree.parent(call2);
    if (tree.kind(parent) === Kind.argument_list) return isUmask(module, tree.parent(parent));
    if (tree.kind(parent) !== Kind.assignment) return !1;
    let kept = lastName2(module, tree.child(parent, Field.left));
    return kept !== "" && index2.calls.some((other) => {
      let argument = onlyArgument(module, other);
      return argument >= 0 && lastName2(module, argument) === kept && isUmask(module, other);
    });
  }, onCall = (event) => {
    for (let qualified of qualifiedTargets(event.targets)) {
      let set = rule.sets[qualified], made = rule.makes[qualified], asked = set ?? made;
      if (rule.umask.includes(qualified)) {
        if (modesOf(event.arguments.positional[0]?.value)?.every((mode) => mode === 0) !== !0 || isHandedBack(event.module, event.node)) return;
        report({ ...siteOf(event), wording: "umask", values: { name: qualified } });
        return;
      }
      if (asked === void 0) continue;
      let modes2 = modesOf(argumentOf(event.arguments, asked.mode)?.value);
      if (modes2 === void 0) return;
      let name = nameOfFile(event, asked.path), verdicts = modes2.map(
        (mode) => set === void 0 ? judgeMade(mode, name, asked.directory === !0, event) : judgeSet(mode, name)
      ), [first] = verdicts;
      if (first === void 0 || verdicts.includes(void 0)) return;
      report({
        ...siteOf(event),
        ...first,
        values: { name: qualified, mode: modes2.map((mode) => `0o${mode.toString(8)}`).join(" or ") }
      });
      return;
    }
  }, names2 = [...Object.keys(rule.sets), ...Object.keys(rule.makes), ...rule.umask];
  return {
    observer: { call: onCall },
    hears: { calls: names2.map((name) => name.slice(name.lastIndexOf(".") + 1)) },
    interest: {
      calls: names2.map((name) => ({ name: name.slice(name.lastIndexOf(".") + 1), package: name.split(".", 1)[0] }))
    }
  };
};
function siteOf({ module, functionIndex, node }) {
  return { module, functionIndex, node };
}
function modesOf(value) {
  let modes2 = value?.constants?.map(numberOf);
  return modes2 === void 0 || modes2.length === 0 || modes2.includes(void 0) ? void 0 : modes2;
}
function nameOfFile(event, key) {
  let { tree } = event.module, callee = tree.child(event.node, Field.function), isReceiver = key === "self", argument = isReceiver ? void 0 : argumentOf(event.arguments, key), node = isReceiver ? tree.child(callee, Field.object) : argument?.node, words4 = (argument?.value.constants ?? []).map((constant) => textOf(constant) ?? "");
  for (let part of argument?.value.text ?? []) typeof part == "string" && words4.push(part);
  if (node !== void 0)
    for (let inner2 = node; inner2 < tree.next(node); inner2++) tree.text(inner2) !== "" && words4.push(tree.text(inner2));
  return words4.join(" ");
}
function onlyArgument({ tree }, call2) {
  let [first, second] = tree.children(tree.child(call2, Field.arguments));
  return first === void 0 || second !== void 0 ? -1 : first;
}
function lastName2({ tree }, node) {
  return tree.text(tree.kind(node) === Kind.attribute ? tree.child(node, Field.attribute) : node);
}

// src/analyse/detectors/guessable-secret.ts
var strong = /^(?:token_\w+|urandom|randbelow|randbits|uuid4|get_random_\w+|generate_key|SystemRandom|get_secret\w*|hmac|sign|dumps_signed|make_token|random_bytes)$/, alphabet = /alphabet|chars|character|letters|digits|ascii|symbols|string|words?$|printable|punctuation|lowercase|uppercase|vowels|consonants|numbers|range|hexdigits|syllables|population|pool$/i, picking = /^(?:choice|choices|sample|shuffle)$/, ambiguous = /^(?:token|tokens|secret|pin|code|key|iv|state)$/, guessableSecret = (context) => {
  let { rule, knowledge, report } = context, promising2 = new RegExp(rule.names, "u"), making = new RegExp(rule.makers, "u"), known2 = rule.known === void 0 ? void 0 : new RegExp(rule.known, "iu"), always = new Set(rule.calls), sometimes = new Set(rule.clocks), lastOf = (names2) => new Set([...names2].map((name) => name.slice(name.lastIndexOf(".") + 1))), alwaysLast = lastOf(always), sometimesLast = lastOf(sometimes), isPromising = (name) => promising2.test(wordsOf(name).join("_")), promises = createNameTest(knowledge.project.names, (text) => isPromising(bare3(text))), told = /* @__PURE__ */ new Map(), tell3 = (module, node, name, source) => {
    let ofModule = told.get(module);
    if (ofModule === void 0 && told.set(module, ofModule = /* @__PURE__ */ new Set()), ofModule.has(node)) return;
    ofModule.add(node);
    let site = { module, functionIndex: module.functionAround(node), node }, holds3 = (one) => circumstancesHold(one, site, void 0, context);
    if (rule.unless?.some(holds3) === !0) return;
    let lowered = rule.lower?.find(({ when }) => when.some(holds3));
    report({
      ...site,
      values: { name, source },
      ...lowered === void 0 ? {} : { tier: lowered.tier },
      ...lowered?.level === void 0 ? {} : { level: lowered.level }
    });
  }, weakArgument = (module, name, node) => isTold(module, node) ? void 0 : weakness(module, name, node), weakness = (module, name, node) => {
    let functionIndex = module.functionAround(node), leaves = leavesOf(module, functionIndex, node);
    if (leaves.length === 0 || leaves.some(isStrong)) return;
    let isHashed = ({ through: through2 }) => through2.some((one) => hashing.test(one));
    for (let leaf of leaves) {
      if (leaf.kind !== "call" || !(alwaysLast.has(leaf.name) || sometimesLast.has(leaf.name))) continue;
      let callee = module.tree.child(leaf.node, Field.function), definition = knowledge.project.dotted(module, module.functionAround(leaf.node), callee);
      if (definition?.kind !== "external") continue;
      let isClock2 = sometimes.has(definition.name) && isHashed(leaf) === (rule.clocksIn === "hashed") && isWritten2(module, node, leaf);
      if (!(!always.has(definition.name) && !isClock2) && isMeant2(module, name, leaf.node, leaf.name, leaf.through.length > 0))
        return written(module.tree, leaf.node) || leaf.name;
    }
    let isKnown = (leaf) => isHashed(leaf) && [leaf.name, ...leaf.variables].some((one) => known2.test(one));
    return known2 !== void 0 && leaves.every(isKnown) ? `a hash of \`${leaves[0].name}\`` : void 0;
  }, isMeant2 = (module, name, call2, called, isChanged) => {
    let last2 = wordsOf(name).at(-1) ?? "";
    if (wordsOf(name).length === 1 && ambiguous.test(last2) && !isChanged && !/^(?:getrandbits|randbytes|bytes|uuid\d)$/.test(called)) return !1;
    if (!picking.test(called) || isChanged) return !0;
    let [from] = argumentsOf(module.tree, call2).positional;
    return (from === void 0 ? [] : leavesOf(module, module.functionAround(call2), from)).every(({ name: one, variables }) => [one, ...variables].some((word) => alphabet.test(word)));
  }, lookAt = (module, place4, nameNode, valueNode2) => {
    if (valueNode2 < 0 || nameNode < 0) return;
    let { tree } = module, name = bare3(tree.text(nameNode));
    if (!isPromising(name) || isTold(module, valueNode2)) return;
    let source = weakness(module, name, valueNode2);
    source !== void 0 && tell3(module, place4, name, source);
  }, isTold = (module, node) => leavesOf(module, module.functionAround(node), node).some(
    ({ kind, name, variables }) => variables.some(isPromising) || (kind === "attribute" || kind === "name") && isPromising(name)
  ), lookAtAssignments = (module) => {
    let { tree, index: index2 } = module;
    for (let assignment2 of index2.assignments) {
      let left = assignment2 + 1, nameNode = nameOfTarget(module, left);
      nameNode >= 0 && promises(tree.name(nameNode)) && lookAt(module, left, nameNode, tree.child(assignment2, Field.right));
    }
  }, lookAtCalls = (module) => {
    let { tree, index: index2 } = module;
    for (let call2 of index2.calls) {
      let { positional, keywords } = argumentsOf(tree, call2);
      for (let [name, value] of keywords) {
        if (!isPromising(name)) continue;
        let source = weakArgument(module, name, value);
        source !== void 0 && tell3(module, value, name, source);
      }
      let called = calledName(tree, call2), [first, second] = positional, set = /^(?:set|make|change|update|reset)_?(\w+)$/i.exec(called)?.[1];
      if (set !== void 0 && first !== void 0 && isPromising(set)) {
        let source = weakArgument(module, set, first);
        source !== void 0 && tell3(module, call2, set, source);
      } else if (second !== void 0 && first !== void 0 && /^(?:set_cookie|setdefault|set|setex|__setitem__)$/.test(called)) {
        let key = literalText(tree, first), source = key !== void 0 && isPromising(key) ? weakArgument(module, key, second) : void 0;
        source !== void 0 && tell3(module, call2, key, source);
      }
    }
    for (let string of index2.strings) {
      let pair = tree.parent(string);
      tree.field(string) !== Field.key || tree.kind(pair) !== Kind.pair || !promises(tree.name(string)) || lookAt(module, string, string, tree.child(pair, Field.value));
    }
  }, lookAtResults = (module) => {
    let { tree, index: index2 } = module;
    index2.functions.forEach(({ name, body, node }) => {
      let text = tree.names.text(name);
      if (!(name === 0 || tree.kind(node) !== Kind.function_definition || !making.test(wordsOf(text).join("_"))))
        for (let statement2 of ownNodes(tree, body, Kind.return_statement)) {
          let result = statement2 + 1;
          if (result >= tree.next(statement2) || isTold(module, result)) continue;
          let source = weakness(module, text, result);
          source !== void 0 && tell3(module, result, text, source);
        }
    });
  }, marked = (name, value) => {
    for (let mark of value.taint?.marks ?? []) {
      let source = markSource(mark);
      if (source === void 0 || isToldBefore(mark.trace)) continue;
      let { module, node } = mark.source;
      if (isMeant2(module, name, node, source, value.text !== void 0 || mark.trace?.kind !== "source"))
        return mark.source.name;
    }
  }, markSource = ({ source }) => {
    let called = source?.kind === "weak-random" ? calledName(source.module.tree, source.node) : "";
    return alwaysLast.has(called) ? called : void 0;
  }, isToldBefore = (trace) => {
    for (let step2 = trace; step2 !== void 0; step2 = step2.before) {
      if (step2.kind === "assignment" && isPromising(step2.name)) return !0;
      let last2 = step2.name.slice(step2.name.lastIndexOf(".") + 1);
      if (step2.kind === "return" && making.test(wordsOf(last2).join("_")) || step2.parameter !== void 0 && isPromising(step2.parameter) || step2.inside !== void 0 && isToldBefore(step2.inside)) return !0;
    }
    return !1;
  }, onAssign = (event) => {
    let { target, value, valueNode: valueNode2, module, node } = event, name = target.kind === "subscript" ? keyText(target.key) : target.name;
    if (name === void 0 || value.taint === void 0 || !isPromising(name) || valueNode2 >= 0 && (isTold(module, valueNode2) || leavesOf(module, event.functionIndex, valueNode2).some((leaf) => isStrong(leaf) || isHash(leaf))))
      return;
    let source = marked(name, value);
    source !== void 0 && tell3(module, node, name, source);
  }, onCall = (event) => {
    let { positional, keywords } = event.arguments, isWeak = ({ value }) => value.taint?.marks.some(({ source }) => source?.kind === "weak-random") === !0;
    for (let [name, argument] of keywords) isWeak(argument) && giveArgument(event, name, argument);
    if (positional.some(isWeak))
      for (let target of event.targets) {
        if (target.kind !== "function") continue;
        let { parameters, methodOf: methodOf2 } = target.module.index.functions[target.index], names2 = parameters < 0 ? [] : target.module.tree.children(parameters).map((node) => parameterName2(target.module, node)), skipped = methodOf2 === MODULE ? 0 : 1;
        positional.forEach((argument, index2) => {
          let name = names2[index2 + skipped];
          name !== void 0 && isWeak(argument) && giveArgument(event, name, argument);
        });
      }
  }, giveArgument = ({ module, functionIndex }, name, argument) => {
    if (!isPromising(name) || leavesOf(module, functionIndex, argument.node).some(isStrong) || isTold(module, argument.node)) return;
    let source = marked(name, argument.value);
    source !== void 0 && tell3(module, argument.node, name, source);
  }, functionsOf = function* (module) {
    let { tree, index: index2 } = module;
    for (let assignment2 of index2.assignments) {
      let nameNode = nameOfTarget(module, assignment2 + 1), right = tree.child(assignment2, Field.right);
      nameNode >= 0 && right >= 0 && promises(tree.name(nameNode)) && hasCall(module, right) && (yield module.functionAround(assignment2));
    }
  }, settings = rule.uses === void 0 ? void 0 : usage({ ...context, rule: { ...rule, uses: rule.uses, detector: "usage" } });
  return {
    ...settings ?? {},
    module: (module) => {
      settings?.module?.(module), !knowledge.context(module).isTest && (lookAtAssignments(module), lookAtCalls(module), lookAtResults(module));
    },
    hears: {},
    observer: {
      ...settings?.observer,
      call: (event) => {
        settings?.observer?.call?.(event), onCall(event);
      },
      assign: (event) => {
        settings?.observer?.assign?.(event), onAssign(event);
      }
    },
    interest: {
      ...settings?.interest,
      *functions(module) {
        yield* settings?.interest?.functions?.(module) ?? [], knowledge.context(module).isTest || (yield* functionsOf(module));
      }
    }
  };
};
function isWritten2({ tree }, node, { through: through2 }) {
  if (through2.some((one) => one !== "int" && one !== "round" && one !== "float")) return !0;
  for (let inner2 = node; inner2 < tree.next(node); inner2++) if (tree.kind(inner2) === Kind.string) return !0;
  return !1;
}
function isStrong({ kind, name, variables }) {
  return kind === "call" ? strong.test(name) : kind !== "other" && [name, ...variables].some((one) => secretName(one) === "key" || secretName(one) === "password");
}
function nameOfTarget({ tree }, target) {
  let last2 = tree.next(target) - 1;
  return tree.kind(target) !== Kind.subscript || tree.kind(last2) === Kind.string ? last2 : -1;
}
function isHash({ kind, name, variables }) {
  return kind !== "call" && [name, ...variables].some((one) => /hash|digest|encrypted/i.test(one));
}
function bare3(text) {
  return text.replace(/^[A-Za-z]{0,2}(['"])(.*)\1$/s, "$2");
}
function keyText(key) {
  let constant = onlyConstant(key);
  return constant === void 0 ? void 0 : textOf(constant);
}
function parameterName2({ tree }, node) {
  return tree.kind(node) === Kind.identifier ? tree.text(node) : tree.text(node + 1);
}
function hasCall({ tree }, node) {
  for (let current = node; current < tree.next(node); current++) if (tree.kind(current) === Kind.call) return !0;
  return !1;
}

// src/analyse/detectors/hardcoded-password.ts
var passwordWord2 = /^(?:password|passwd|passwort|passphrase|passcode|pass|pwd|pw)$/i, hardcodedPassword = ({ rule, knowledge, report }) => {
  let lookups = new RegExp(rule.lookups, "u"), promises = createNameTest(knowledge.project.names, (text) => kindOf2(bareName(text)) !== void 0), look = (module, place4, nameNode, valueNode2, wording3) => {
    let { tree } = module, name = bareName(tree.text(nameNode)), kind = kindOf2(name), value = literalText(tree, unwrapped(module, valueNode2));
    kind === void 0 || value === void 0 || !canBeSecret(kind, value) || wording3 !== "assigned" && wording3 !== "compared" && passwordWord2.test(value) || purposeOf(module, place4) === void 0 && (namesItself(name, value) || isNameInFile(module, value, valueNode2) || isUsedAsKey(module, nameNode, lookups) || report({
      module,
      node: place4,
      functionIndex: module.functionAround(place4),
      wording: wording3,
      values: { name, length: value.length },
      secret: !0
    }));
  }, lookAtAssignments = (module) => {
    let { tree, index: index2 } = module;
    for (let assignment2 of index2.assignments) {
      let left = assignment2 + 1, kind = tree.kind(left);
      if (kind === Kind.pattern_list || kind === Kind.tuple_pattern) {
        lookAtSeveral(module, assignment2, left);
        continue;
      }
      let nameNode = kind === Kind.identifier ? left : tree.next(left) - 1;
      if (!promises(tree.name(nameNode)) || kind === Kind.subscript && tree.kind(nameNode) !== Kind.string) continue;
      let right = tree.child(assignment2, Field.right);
      right >= 0 && look(module, assignment2, nameNode, right, "assigned");
    }
  }, lookAtSeveral = (module, assignment2, left) => {
    let { tree } = module, right = tree.child(assignment2, Field.right);
    if (right < 0 || tree.kind(right) !== Kind.expression_list && tree.kind(right) !== Kind.tuple) return;
    let targets = tree.children(left), values2 = tree.children(right);
    targets.length === values2.length && targets.forEach((target, i) => {
      promises(tree.name(target)) && look(module, values2[i], target, values2[i], "assigned");
    });
  }, lookAtStrings = (module) => {
    let { tree, index: index2 } = module;
    for (let string of index2.strings) {
      let before2 = string - 1;
      if (before2 > 1 && tree.kind(before2) === Kind.concatenated_string && before2--, !(before2 < 2)) {
        if (promises(tree.name(before2))) {
          let holder = tree.kind(before2 - 1);
          tree.field(before2) === Field.key && holder === Kind.pair ? look(module, before2 - 1, before2, before2 + 1, "entry") : tree.field(before2) === Field.name && holder === Kind.keyword_argument && lookAtKeyword(module, before2);
        } else if (tree.kind(before2) === Kind["'=='"] && promises(tree.name(before2 - 1)))
          lookAtComparison(module, string, before2 - 1);
        else if (tree.kind(string + 1) === Kind["'=='"]) {
          let other = lastName3(module, string + 2);
          promises(tree.name(other)) && lookAtComparison(module, string, other);
        }
      }
    }
  }, lookAtKeyword = (module, nameNode) => {
    look(module, nameNode - 1, nameNode, nameNode + 1, "argument");
  }, lookAtComparison = (module, string, nameNode) => {
    let { tree } = module, comparison3 = tree.parent(string);
    tree.kind(comparison3) === Kind.comparison_operator && look(module, comparison3, nameNode, string, "compared");
  };
  return {
    module: (module) => {
      knowledge.context(module).isTest || (lookAtAssignments(module), lookAtStrings(module));
    }
  };
};
function kindOf2(name) {
  if (name === "") return;
  let kind = secretName(name);
  return kind === "salt" || kind === "connection" ? void 0 : kind;
}
function canBeSecret(kind, value) {
  return passesSecretTest(kind === "password" ? "password" : kind === "key" ? "key" : "token", value);
}
function bareName(text) {
  return /['"]$/.test(text) ? /^[A-Za-z]{0,2}['"]([\w.-]{1,60})['"]$/.exec(text)?.[1] ?? "" : text;
}
function lastName3({ tree }, node) {
  return tree.kind(node) === Kind.attribute ? tree.next(node) - 1 : node;
}
function unwrapped({ tree }, node) {
  let current = node;
  for (; ; )
    if (tree.kind(current) === Kind.parenthesized_expression) current += 1;
    else if (tree.kind(current) === Kind.call && tree.kind(current + 1) === Kind.attribute && tree.text(tree.next(current + 1) - 1) === "encode")
      current += 2;
    else return current;
}
function namesItself(name, written3) {
  let value = written3.replace(/\0+$/, "");
  if (!/^[A-Za-z][\w .:/-]*$/.test(value)) return !1;
  let [own, other] = [wordsOf(name).join(""), wordsOf(value).join("")];
  return own === other || own === `${other}s` || `${own}s` === other || own.endsWith(`key${other}`) || other.length > own.length && other.endsWith(own) && /[_-]/.test(value) && !/\d/.test(value);
}
function isNameInFile({ tree }, value, valueNode2) {
  if (!/^[A-Za-z_]\w*$/.test(value)) return !1;
  let number = tree.names.find(value);
  if (number === 0) return !1;
  for (let node = 0; node < tree.size; node++)
    if (tree.name(node) === number && node !== valueNode2 && tree.kind(node) === Kind.identifier) return !0;
  return !1;
}
function isUsedAsKey({ tree }, nameNode, lookups) {
  let number = tree.name(nameNode);
  if (tree.kind(nameNode) !== Kind.identifier) return !1;
  for (let node = 1; node < tree.size; node++) {
    if (tree.name(node) !== number || tree.kind(node) !== Kind.identifier) continue;
    if (tree.field(node) === Field.subscript || tree.field(node) === Field.key) return !0;
    let list3 = tree.parent(node);
    if (tree.kind(list3) !== Kind.argument_list || list3 + 1 !== node) continue;
    let callee = tree.child(tree.parent(list3), Field.function);
    if (tree.kind(callee) === Kind.attribute && lookups.test(tree.text(tree.next(callee) - 1))) return !0;
  }
  return !1;
}

// src/analyse/detectors/private-key.ts
var MAX_LINES = 120, privateKey = ({ rule, knowledge, report }) => {
  let { names: names2 } = knowledge.project, keyTypes = ["'kty'", '"kty"'], say = (module, node, range, key, place4) => {
    let { isTest, role } = knowledge.context(module), small = key.bits !== void 0 && key.bits < rule.testBits, explains = place4 === "the code" && purposeOf(module, node) === "documentation", lowered = isTest ? { tier: "hotspot", ...small ? { level: "note" } : {} } : role !== "production" || explains ? { tier: "hotspot", level: "note" } : key.encrypted ? { tier: "hotspot" } : {};
    report({
      module,
      node,
      functionIndex: module.functionAround(node),
      ...range === void 0 ? {} : { range },
      values: {
        name: `${/^(?:RSA|EC|Open|enc|age)/.test(key.name) ? "An" : "A"} ${key.name}`,
        size: key.bits === void 0 ? `${key.length} characters` : `${key.bits} bits`,
        place: place4
      },
      ...lowered,
      secret: !0
    });
  }, lookAtStrings = (module, texts) => {
    let { tree, index: index2 } = module, last2 = -1;
    for (let written3 of texts) {
      if (written3.start <= last2) continue;
      let text = contentOf3(written3.text), end = tree.end(written3.node);
      if (isUnfinished(text)) {
        let first = index2.strings.indexOf(written3.node);
        for (let i = first + 1; first >= 0 && i < index2.strings.length && i - first < MAX_LINES && isUnfinished(text); i++) {
          let next = literalText(tree, index2.strings[i]);
          if (next === void 0 || !/^[A-Za-z0-9+/=\s:,-]*$/.test(next)) break;
          text += text.endsWith(`
`) ? next : `
${next}`, end = tree.end(index2.strings[i]);
        }
      }
      for (let key of findPrivateKeys(text))
        last2 = end, say(module, written3.node, { start: written3.start, end }, key, "the code");
    }
  }, lookAtComments = (module, found2) => {
    let { texts, ranges } = module.tree.comments;
    for (let { node, start } of found2) {
      let first = [...texts.keys()].find((i2) => ranges[2 * i2] === start), text = bare4(texts[first]), i = first + 1;
      for (; i < texts.length && i - first < MAX_LINES && isUnfinished(text); i++) text += `
${bare4(texts[i])}`;
      for (let key of findPrivateKeys(text)) say(module, node, { start, end: ranges[2 * i - 1] }, key, "a comment");
    }
  }, lookAtDicts = (module) => {
    let { tree, index: index2 } = module, numbers2 = keyTypes.map((token) => names2.find(token)).filter((number) => number !== 0);
    if (numbers2.length !== 0)
      for (let string of index2.strings) {
        if (!numbers2.includes(tree.name(string)) || tree.kind(string - 1) !== Kind.pair) continue;
        let dictionary = tree.parent(string - 1);
        for (let pair of tree.children(dictionary)) {
          if (tree.kind(pair) !== Kind.pair || literalText(tree, tree.child(pair, Field.key)) !== "d") continue;
          let value = literalText(tree, tree.child(pair, Field.value)) ?? "";
          if (!/^[A-Za-z0-9_-]{40,}$/.test(value) || isExampleToken(value)) continue;
          let key = {
            name: "JSON Web Key with its private part",
            bits: void 0,
            encrypted: !1,
            length: value.length,
            index: 0
          };
          say(module, pair, constructRange(tree, pair), key, "the code");
        }
      }
  };
  return {
    module: (module) => {
      let { strings, comments } = textsWith("key", module);
      lookAtStrings(module, strings), lookAtComments(module, comments), lookAtDicts(module);
    }
  };
};
function bare4(comment) {
  return comment.replace(/^#+[ \t]?/, "");
}

// src/analyse/detectors/provider-token.ts
var providerToken = ({ rule, knowledge, report }) => {
  let say = (module, written3, token) => {
    let range = rangeOf(written3, token.text), isProduction = knowledge.context(module).role === "production", isCertain = provesIssue(token.format.check), lowered = token.format.hotspot === !0 || !isProduction && !isCertain;
    report({
      module,
      node: written3.node,
      functionIndex: module.functionAround(written3.node),
      range,
      ...token.shown === "" ? { wording: "unmarked" } : {},
      values: {
        name: withArticle(token.format.name),
        start: token.shown,
        length: token.text.length,
        place: written3.kind === "comment" ? "a comment" : "the code"
      },
      ...lowered ? { tier: "hotspot", ...isProduction ? {} : { level: "note" } } : {},
      secret: !0
    });
  };
  return {
    module: (module) => {
      let { strings, comments } = textsWith("token", module);
      for (let written3 of [...strings, ...comments]) {
        let content = contentOf3(written3.text), named3 = written3.kind === "string" && isOpaque(content) ? findNamedToken(nameBefore(module, written3.node), content) : void 0, seen = /* @__PURE__ */ new Set();
        for (let token of [
          ...findTokens(content),
          ...assignedTokens(content),
          ...named3 === void 0 ? [] : [named3]
        ])
          seen.has(token.text) || rule.except?.includes(token.format.id) === !0 || (seen.add(token.text), say(module, written3, token));
      }
    }
  };
};
function withArticle(name) {
  return `${/^(?:[AEIOaeio]|npm|xAI|X |HCP)/.test(name) ? "An" : "A"} ${name}`;
}

// src/analyse/taint/flow-steps.ts
var MAX_STEPS2 = 32, MAX_TRACE = 4096;
function flowOf(hit2, site) {
  let steps = [], depth = 0;
  for (let trace of inOrder(hit2.trace)) {
    trace.kind === "return" && (depth = Math.max(0, depth - 1));
    let step2 = stepOf(trace, hit2.source, depth);
    trace.kind === "call" && depth++, isSamePlace(steps.at(-1), step2) || steps.push(step2);
  }
  if (steps.length === 0) {
    let { module, node, kind, name } = { ...hit2.source, kind: "source" };
    steps.push(stepOf({ kind, module, node, name, before: void 0 }, hit2.source, 0));
  }
  let argument = site.argument >= 0 ? site.argument : site.node, sink = step("sink", site.module, argument, `sink: ${sinkName(site)}`, depth);
  return { steps: shortened([...steps.filter((one) => !isSamePlace(one, sink) || one.kind === "source"), sink]) };
}
function inOrder(last2) {
  let found2 = [], open = [last2];
  for (; open.length > 0 && found2.length < MAX_TRACE; ) {
    let trace = open.pop();
    trace !== void 0 && (trace.inside === void 0 ? (found2.push(trace), open.push(trace.before)) : open.push({ ...trace, inside: void 0 }, trace.inside));
  }
  return found2.toReversed();
}
function stepOf(trace, source, depth) {
  let { module, node, name } = trace;
  switch (trace.kind) {
    case "source":
      return step("source", module, node, `source: ${describeSource(source)}`, depth);
    case "assignment":
      return step("assignment", module, node, `assigned to ${name}`, depth);
    case "call":
      return step("call", module, node, `passed to parameter ${trace.parameter ?? ""} of ${name}`, depth);
    case "return":
      return step("return", module, node, `returned by ${name}`, depth);
  }
}
function step(kind, module, node, message, depth) {
  return { kind, message, depth, file: filePath(module.path), range: constructRange(module.tree, node) };
}
function isSamePlace(a, b) {
  return a !== void 0 && a.kind === b.kind && a.file === b.file && a.range.start === b.range.start && a.message === b.message;
}
function shortened(steps) {
  if (steps.length <= MAX_STEPS2) return [...steps];
  let head = steps.slice(0, 11), tail = steps.slice(-11), between = steps.slice(11, -11).filter(({ kind }) => kind === "call" || kind === "return").slice(0, MAX_STEPS2 - 22), omitted = steps.length - head.length - tail.length - between.length, [next, ...rest] = [...between, ...tail];
  return [...head, { ...next, message: `${next.message} (${omitted} steps omitted before)` }, ...rest];
}
var nouns = [
  [
    /(?:^|\.)(?:args|GET|query_params|query|query_arguments|get_query_argument|query_args|params)(?:\(\))?$/,
    "query parameter"
  ],
  [/(?:^|\.)(?:form|forms|POST|get_body_argument|body_arguments)(?:\(\))?$/, "form field"],
  [/(?:^|\.)(?:headers|META|getHeader|get_header)(?:\(\))?$/, "header"],
  [/(?:^|\.)(?:cookies|COOKIES|get_cookie)(?:\(\))?$/, "cookie"],
  [/(?:^|\.)(?:files|FILES)(?:\(\))?$/, "uploaded file"],
  [/(?:^|\.)(?:json|get_json|data|body|content|get_data|text)(?:\(\))?$/, "request body"],
  [/(?:^|\.)(?:match_info|path_params|view_args|path_kwargs|kwargs)$/, "path parameter"],
  [/(?:^|\.)(?:get_argument|get_arguments|arguments|values)(?:\(\))?$/, "request parameter"],
  [/(?:^|\.)filename$/, "file name of the upload"]
];
function describeSource({ name, key, handler, kind }) {
  if (handler !== void 0) return `the parameter \`${name}\` of \`${handler}\``;
  if (kind === "exception") return `the exception \`${name}\``;
  let noun = nouns.find(([pattern]) => pattern.test(name))?.[1];
  return key !== void 0 ? `the ${noun ?? "value"} \`${key}\` (\`${name}\`)` : noun === void 0 ? `\`${name}\`` : `${wholes[noun] ?? `a ${noun}`} (\`${name}\`)`;
}
var wholes = {
  "query parameter": "the query",
  "form field": "the form",
  "uploaded file": "the upload",
  "request body": "the request body",
  "file name of the upload": "the file name of the upload"
};
function argumentNode2(site) {
  let { tree } = site.module;
  return site.argument >= 0 && tree.kind(site.argument) === Kind.keyword_argument ? tree.child(site.argument, Field.value) : site.argument;
}

// src/analyse/taint/query-parts.ts
var MAX_DEPTH9 = 6;
function queryParts(module, functionIndex, node, depth = 0) {
  let { tree } = module;
  if (node < 0 || depth > MAX_DEPTH9) return;
  let again = (inner2) => queryParts(module, functionIndex, inner2, depth + 1), literal3 = literalText(tree, node);
  if (literal3 !== void 0) return [literal3];
  switch (tree.kind(node)) {
    case Kind.parenthesized_expression:
      return again(node + 1);
    case Kind.concatenated_string:
      return joined2(tree.children(node).map(again));
    case Kind.string:
      return interpolated(module, node);
    case Kind.binary_operator: {
      let left = tree.child(node, Field.left), right = tree.child(node, Field.right), operator = tree.kind(tree.child(node, Field.operator));
      return operator === Kind["'+'"] ? joined2([again(left) ?? hole(module, left), again(right) ?? hole(module, right)]) : operator === Kind["'%'"] ? filled2(literalText(tree, left), /%%|%\(\w+\)[sd]|%[sd]/g, values(module, right)) : void 0;
    }
    case Kind.call: {
      let callee = tree.child(node, Field.function);
      if (calledName(tree, node) !== "format" || tree.kind(callee) !== Kind.attribute) return;
      let text = literalText(tree, tree.child(callee, Field.object));
      return filled2(text, /\{\{|\}\}|\{\w*\}/g, values(module, tree.child(node, Field.arguments)));
    }
    case Kind.identifier: {
      let bindings = functionIndex === MODULE ? module.bindings.byName.get(tree.name(node)) : module.functionBindings(module.index.functions[functionIndex]).byName.get(tree.name(node)), [only, ...more] = bindings ?? [];
      return only?.kind === "value" && more.length === 0 ? again(only.value) : void 0;
    }
    default:
      return;
  }
}
function hole({ tree }, node) {
  let text = written(tree, node);
  return text === "" ? void 0 : [{ hole: text }];
}
function joined2(lists2) {
  return lists2.some((list3) => list3 === void 0) ? void 0 : lists2.flatMap((list3) => list3);
}
function interpolated(module, node) {
  let { tree } = module, found2 = [];
  for (let child of tree.children(node))
    if (tree.kind(child) === Kind.string_content)
      found2.push(tree.text(child).replaceAll("{{", "{").replaceAll("}}", "}"));
    else if (tree.kind(child) === Kind.interpolation) {
      let part = hole(module, tree.child(child, Field.expression));
      if (part === void 0) return;
      found2.push(...part);
    }
  return found2;
}
function values({ tree }, node) {
  return (node >= 0 && (tree.kind(node) === Kind.tuple || tree.kind(node) === Kind.argument_list) ? tree.children(node) : [node]).map(
    (one) => one < 0 ? "" : written(tree, tree.kind(one) === Kind.keyword_argument ? tree.child(one, Field.value) : one)
  );
}
function filled2(text, placeholder2, given) {
  if (text === void 0) return;
  let found2 = [], last2 = 0, index2 = 0;
  for (let match of text.matchAll(placeholder2)) {
    if (found2.push(text.slice(last2, match.index)), last2 = match.index + match[0].length, /^(?:%%|\{\{|\}\})$/.test(match[0])) {
      found2.push(match[0][0]);
      continue;
    }
    let value = given[index2++];
    if (value === void 0 || value === "") return;
    found2.push({ hole: value });
  }
  return index2 === given.length ? [...found2, text.slice(last2)] : void 0;
}

// src/analyse/taint/bound-form.ts
var MAX_SHOWN = 160;
function boundForm(site) {
  let { style: style2 } = site.entry.entry;
  if (site.kind !== "sql" || style2 === void 0) return;
  let parts2 = queryParts(site.module, site.functionIndex, argumentNode2(site)), query = parts2 === void 0 ? void 0 : boundQuery(parts2, style2);
  if (query !== void 0 && query.names.length > 0)
    return `Take ${query.names.map((name) => `\`${name}\``).join(" and ")} from a fixed set of names: a parameter can stand for a value only, not for a name or a part of the statement.`;
  let shown = query === void 0 || query.values.length === 0 ? void 0 : call(site, query.text, query.values, style2);
  return shown !== void 0 && shown.length <= MAX_SHOWN ? `Pass values as parameters: \`${shown}\`.` : `Pass values as parameters: \`${call(site, `... = ${placeholder(style2, 0, "value")}`, ["value"], style2)}\`.`;
}
var FIRST_SIGN = 57344, sign = /[\ue000-\uefff]/g;
function boundQuery(parts2, style2) {
  let holes = parts2.flatMap((part) => typeof part == "string" ? [] : [part.hole]), count2 = 0, raw = parts2.map((part) => typeof part == "string" ? part : String.fromCharCode(FIRST_SIGN + count2++)).join(""), holeOf = (found2) => holes[found2.charCodeAt(0) - FIRST_SIGN], values2 = [], names2 = [], isPercent = style2 === "format" || style2 === "pyformat" || style2 === "composed", plain3 = (text2) => isPercent && style2 !== "composed" ? text2.replaceAll("%", "%%") : text2, text = "", last2 = 0, bind2 = (value) => {
    text += placeholder(style2, values2.length, value), values2.push(value);
  };
  for (let match of raw.matchAll(/'([^']*)'|[\ue000-\uefff]/g)) {
    text += plain3(raw.slice(last2, match.index)), last2 = match.index + match[0].length;
    let inside2 = match[1];
    inside2 === void 0 ? isValue(raw.slice(0, match.index)) ? bind2(holeOf(match[0])) : (names2.push(holeOf(match[0])), text += "x") : inside2.search(sign) < 0 ? text += plain3(match[0]) : inside2.length === 1 ? bind2(holeOf(inside2)) : bind2(`f"${inside2.replaceAll(sign, (one) => `{${holeOf(one)}}`)}"`);
  }
  return text = (text + plain3(raw.slice(last2))).replaceAll(/\s+/g, " ").trim(), /["\\]/.test(text) || values2.some((value) => value.length > 60 || value.startsWith('f"') && /["\\].*["\\]/.test(value.slice(2, -1))) ? names2.length > 0 ? { text, values: values2, names: names2 } : void 0 : { text, values: values2, names: names2 };
}
function isValue(before2) {
  let text = before2.trimEnd();
  return /(?:[=<>!+*/|-]|\b(?:like|ilike|limit|offset|fetch|between|then|else|values|top)|\b(?:in|values|any|all)\s*\()$/i.test(
    text
  ) ? !0 : /\b(?:where|set|having)\b.*\b(?:and|or|not)$/is.test(text) ? /\bbetween\s+\S+\s+and$/i.test(text) : /\b(?:in|values|coalesce|lower|upper|trim|date)\s*\((?:[^()]*,)?$/i.test(text);
}
function placeholder(style2, index2, value) {
  switch (style2) {
    case "qmark":
      return "?";
    case "format":
      return "%s";
    case "pyformat":
      return `%(${nameOf3(value)})s`;
    case "named":
    case "keywords":
    case "text":
    case "bindparams":
      return `:${nameOf3(value)}`;
    case "numeric":
      return `:${index2 + 1}`;
    case "dollar":
      return `$${index2 + 1}`;
    case "composed":
      return "{}";
  }
}
function nameOf3(value) {
  return /([A-Za-z_]\w*)\W*$/.exec(value)?.[1] ?? "value";
}
function call(site, text, values2, style2) {
  let name = sinkName(site), query = `"${text}"`, named3 = values2.map((value) => `"${nameOf3(value)}": ${value}`).join(", "), keywords = values2.map((value) => `${nameOf3(value)}=${value}`).join(", ");
  switch (style2) {
    case "dollar":
      return `${name}(${query}, ${values2.join(", ")})`;
    case "named":
    case "pyformat":
      return `${name}(${query}, {${named3}})`;
    case "text":
      return `${name.replace(/exec_driver_sql$/, "execute")}(text(${query}), {${named3}})`;
    case "bindparams":
      return `${name}(${query}).bindparams(${keywords})`;
    case "keywords":
      return `${name}(${query}, ${keywords})`;
    case "composed":
      return `${name}(${query}).format(${values2.map((value) => `${name.replace(/\w+$/, "Literal")}(${value})`).join(", ")})`;
    default:
      return `${name}(${query}, ${values2.length === 1 ? `(${values2[0]},)` : `(${values2.join(", ")})`})`;
  }
}

// src/analyse/detectors/taint.ts
var MAX_FLOWS = 4, SURE = 3, LOWERED = 2, LESSER = 1, taint = (context) => {
  let { rule, report } = context, pairs = [{ sources: rule.sources, sinks: rule.sinks }, ...rule.also ?? []], finish = () => {
    let strongest = /* @__PURE__ */ new Map();
    for (let site of context.engine().sinks?.sites() ?? []) {
      let found2 = foundAt(site);
      if (found2 === void 0) continue;
      let ofModule = strongest.get(site.module);
      ofModule === void 0 && strongest.set(site.module, ofModule = /* @__PURE__ */ new Map());
      let other = ofModule.get(site.node);
      (other === void 0 || found2.rank > other.rank) && ofModule.set(site.node, found2);
    }
    for (let ofModule of strongest.values())
      for (let { site, hits, rank: rank3 } of ofModule.values()) tell3(site, hits, rank3 < SURE);
  }, foundAt = (site) => {
    let sources = pairs.flatMap((pair) => pair.sinks.includes(site.kind) ? pair.sources : []);
    if (sources.length === 0 && !rule.sinks.includes(site.kind)) return;
    let wanted = site.hits.filter(({ source }) => sources.includes(source.kind)), sure = wanted.filter(({ review }) => !review);
    if (sure.length > 0) return { site, hits: sure, rank: SURE };
    if (wanted.length > 0) return { site, hits: wanted, rank: LOWERED };
    let lesser = site.hits.filter(({ source }) => rule.reviewSources.includes(source.kind));
    return lesser.length > 0 ? { site, hits: lesser, rank: LESSER } : void 0;
  }, tell3 = (site, hits, isReview) => {
    let { module, node, functionIndex } = site, holds3 = (circumstance) => circumstancesHold(circumstance, site, void 0, context);
    if (rule.unless?.some(holds3) === !0) return;
    let lowered = rule.lower?.find(({ when }) => when.some(holds3)), ways = hits.map((hit2) => ({ hit: hit2, flow: flowOf(hit2, site) })).toSorted((a, b) => a.flow.steps.length - b.flow.steps.length), { source } = ways[0].hit, described = describeSource(source), bound = boundForm(site);
    site.reported = !0, report({
      module,
      functionIndex,
      node,
      values: {
        source: described,
        Source: described.slice(0, 1).toUpperCase() + described.slice(1),
        ...sinkHoles(site)
      },
      ...isReview ? { tier: "hotspot" } : {},
      ...hits.every(({ note }) => note === !0) ? { level: "note" } : {},
      ...lowered === void 0 ? {} : { tier: lowered.tier },
      ...lowered?.level === void 0 ? {} : { level: lowered.level },
      ...bound === void 0 ? {} : { fix: bound },
      flows: ways.slice(0, MAX_FLOWS).map(({ flow: flow2 }) => flow2),
      taint: { source: source.kind, sink: site.kind }
    });
  };
  return { finish };
};
function sinkHoles(site) {
  let { module, functionIndex } = site, argument = argumentNode2(site);
  return {
    sink: sinkName(site),
    argument: (argument < 0 ? "" : written(module.tree, argument)) || "the value",
    function: functionIndex === MODULE ? "the module" : module.qualifiedName(functionIndex)
  };
}

// src/analyse/detectors/own-place.ts
var MAX_DEPTH10 = 10, keeping = new Set(
  "open GzipFile BZ2File LZMAFile Path PurePath PosixPath str fspath join joinpath dirname abspath realpath normpath resolve absolute with_name with_suffix with_stem read read_bytes read_text read_binary open_binary get_data files as_file resource_filename resource_stream resource_string decompress b64decode BytesIO decode encode getsourcefile".split(" ")
), shared = /^(?:\/tmp|\/var\/tmp|\/dev\/shm)(?:\/|$)/;
function isOwnPlace(engine, module, functionIndex, node, depth = 0) {
  let { tree } = module;
  if (node < 0 || depth > MAX_DEPTH10) return !1;
  let again = (inner2) => isOwnPlace(engine, module, functionIndex, inner2, depth + 1);
  switch (tree.kind(node)) {
    case Kind.integer:
    case Kind.none:
    case Kind.true:
    case Kind.false:
      return !0;
    case Kind.string: {
      let text = literalText(tree, node);
      return text !== void 0 ? !shared.test(text) : tree.children(node).every((child) => tree.kind(child) !== Kind.interpolation || again(tree.child(child, Field.expression)));
    }
    case Kind.parenthesized_expression:
    case Kind.await:
      return again(node + 1);
    case Kind.binary_operator:
      return again(tree.child(node, Field.left)) && again(tree.child(node, Field.right));
    case Kind.subscript:
      return again(tree.child(node, Field.value));
    case Kind.call:
      return keepsPlace(engine, module, functionIndex, node, depth);
    case Kind.attribute:
      return isNamedPlace(engine, module, functionIndex, node, depth) || again(tree.child(node, Field.object));
    case Kind.identifier:
      return isNamedPlace(engine, module, functionIndex, node, depth);
    default:
      return !1;
  }
}
function keepsPlace(engine, module, functionIndex, node, depth) {
  let { tree } = module;
  if (!keeping.has(calledName(tree, node))) return !1;
  let list3 = tree.child(node, Field.arguments), given = list3 < 0 ? [] : tree.children(list3).filter((child) => tree.kind(child) !== Kind.keyword_argument), callee = tree.child(node, Field.function), object = tree.kind(callee) === Kind.attribute ? tree.child(callee, Field.object) : -1, isFunction = object < 0 || engine.project.dotted(module, functionIndex, callee)?.kind === "external";
  return isFunction && given.length === 0 ? !1 : (isFunction || isOwnPlace(engine, module, functionIndex, object, depth + 1)) && given.every((one) => isOwnPlace(engine, module, functionIndex, one, depth + 1));
}
function isNamedPlace(engine, module, functionIndex, node, depth) {
  let { tree } = module;
  if (/^__(?:file|name|package)__$/.test(written(tree, node))) return !0;
  let local = tree.kind(node) === Kind.identifier ? localValue(module, functionIndex, tree.name(node)) : void 0;
  if (local !== void 0) return local >= 0 && isOwnPlace(engine, module, functionIndex, local, depth + 1);
  let definition = engine.project.dotted(module, functionIndex, node);
  if (definition?.kind !== "value") return !1;
  let bindings = definition.module.bindings.byName.get(definition.name) ?? [], [only] = bindings;
  return bindings.length === 1 && only?.kind === "value" && isOwnPlace(engine, definition.module, MODULE, only.value, depth + 1);
}
function localValue(module, functionIndex, name) {
  if (functionIndex === MODULE) return;
  let bindings = module.functionBindings(module.index.functions[functionIndex]).byName.get(name);
  if (bindings === void 0) return;
  let [only] = bindings;
  return bindings.length === 1 && only?.kind === "value" ? only.value : -1;
}

// src/analyse/detectors/unproven-sink.ts
var unprovenSink = (context) => {
  let { rule, report } = context;
  return { finish: () => {
    for (let site of context.engine().sinks?.sites() ?? []) {
      if (!rule.sinks.includes(site.kind) || !isUnproven(context.engine(), site) || !readsAs(rule.text, site)) continue;
      let { module, node, functionIndex } = site, holds3 = (circumstance) => circumstancesHold(circumstance, site, void 0, context);
      if (rule.unless?.some(holds3) === !0) continue;
      let lowered = rule.lower?.find(({ when }) => when.some(holds3)), built = builtFrom(module, argumentNode2(site));
      site.reported = !0, report({
        module,
        functionIndex,
        node,
        values: { ...sinkHoles(site), ...built === "" ? {} : { argument: built } },
        ...lowered === void 0 ? {} : { tier: lowered.tier },
        ...lowered?.level === void 0 ? {} : { level: lowered.level }
      });
    }
  } };
}, proven = /* @__PURE__ */ new Set(["remote", "llm", "response", "host", "client-ip"]), labels2 = /* @__PURE__ */ new Set(["exception", "traceback", "weak-random", "digest"]);
function isUnproven(engine, site) {
  return site.hits.some(({ source }) => proven.has(source.kind)) ? !1 : site.hits.some(({ source }) => !labels2.has(source.kind) && !isOwnSource(engine, source.module, source.node)) ? !0 : !site.unproven && (!site.open || site.constant) ? !1 : !isOwnPlace(engine, site.module, site.functionIndex, argumentNode2(site));
}
function isOwnSource(engine, module, node) {
  return isOwnPlace(engine, module, module.functionAround(node), node);
}
var statement = /^\s*(?:--[^\n]*\n\s*|\/\*.*?\*\/\s*)*(?:with\b.*?\)\s*)?(?:select\b.*\bfrom\b|insert\s+(?:or\s+\w+\s+)?into\b|replace\s+into\b|update\b.*\bset\b|delete\s+from\b|merge\s+into\b|create\s+(?:\w+\s+)*(?:table|index|view|database|schema|user|role|function|trigger)\b|alter\s+(?:table|user|role|database)\b|drop\s+(?:table|index|view|database|schema|user|role)\b|truncate\s+(?:table\s+)?\S|grant\b.*\bto\b|pragma\b|call\s+\w|exec(?:ute)?\s+\w)/is;
function readsAs(wanted, site) {
  if (wanted === void 0) return !0;
  let text = site.text === void 0 ? void 0 : knownText(site.text);
  return text === void 0 ? !1 : wanted === "built" || statement.test(text);
}
function knownText({ text }) {
  if (!(text === void 0 || text.every((part) => typeof part == "string")))
    return text.map((part) => typeof part == "string" ? part : "x").join("");
}
function builtFrom(module, node) {
  let { tree } = module;
  if (node < 0) return "";
  let firstOf = (nodes) => {
    for (let one of nodes) {
      let found2 = literalText(tree, one) === void 0 ? builtFrom(module, one) || written(tree, one) : "";
      if (found2 !== "") return found2;
    }
    return "";
  };
  switch (tree.kind(node)) {
    case Kind.string:
      return firstOf(
        tree.children(node).flatMap((child) => tree.kind(child) === Kind.interpolation ? [tree.child(child, Field.expression)] : [])
      );
    case Kind.parenthesized_expression:
    case Kind.concatenated_string:
    case Kind.tuple:
    case Kind.list:
      return firstOf(tree.children(node));
    case Kind.binary_operator:
      return firstOf([tree.child(node, Field.left), tree.child(node, Field.right)]);
    case Kind.call: {
      let list3 = tree.child(node, Field.arguments);
      return list3 >= 0 && /^(?:format|join)$/.test(calledName(tree, node)) ? firstOf(tree.children(list3)) : "";
    }
    default:
      return "";
  }
}

// src/analyse/detectors/table.ts
var detectors = {
  "bidirectional-text": bidirectionalText,
  "cookie-flags": cookieFlags,
  "credentials-in-url": credentialsInUrl,
  "exposed-secret": exposedSecret,
  "file-mode": fileMode,
  "guessable-secret": guessableSecret,
  "hardcoded-password": hardcodedPassword,
  "private-key": privateKey,
  "provider-token": providerToken,
  "reflected-origin": reflectedOrigin,
  "secret-compare": secretCompare,
  taint,
  "unproven-sink": unprovenSink,
  usage,
  "polling-loop": pollingLoop,
  "elapsed-time-assertion": elapsedTimeAssertion,
  "uuid-literal": uuidLiteral,
  "timeout-hides-last-state": timeoutHidesLastState,
  "bare-except": bareExcept,
  "swallowed-error": swallowedError,
  "test-passes-either-way": testPassesEitherWay,
  "unchecked-api-result": uncheckedApiResult,
  "failure-without-message": failureWithoutMessage,
  "placeholder-never-filled": placeholderNeverFilled,
  "commented-out-code": commentedOutCode,
  "todo-without-owner": todoWithoutOwner,
  "undocumented-helper": undocumentedHelper
};

// src/analyse/dispatch.ts
var Listeners = class {
  #everything = [];
  #byName = /* @__PURE__ */ new Map();
  add(listener, names2) {
    if (names2 === void 0) {
      this.#everything.push(listener);
      return;
    }
    for (let name of new Set(names2)) {
      let list3 = this.#byName.get(name);
      list3 === void 0 ? this.#byName.set(name, [listener]) : list3.push(listener);
    }
  }
  get isEmpty() {
    return this.#everything.length === 0 && this.#byName.size === 0;
  }
  tell(event, names2, guard) {
    for (let listener of this.#everything) guard(listener.rule, event, () => listener.hear(event));
    let told;
    names2.forEach((name, index2) => {
      if (names2.indexOf(name) === index2)
        for (let listener of this.#byName.get(name) ?? [])
          told?.has(listener) !== !0 && ((told ??= /* @__PURE__ */ new Set()).add(listener), guard(listener.rule, event, () => listener.hear(event)));
    });
  }
};
function dispatch(active, guard) {
  let calls2 = new Listeners(), assigns = new Listeners(), references = new Listeners(), loops = new Listeners(), compares = new Listeners();
  for (let { rule, detector } of active) {
    let { observer, hears } = detector;
    observer?.call !== void 0 && calls2.add({ rule, hear: observer.call }, hears?.calls), observer?.assign !== void 0 && assigns.add({ rule, hear: observer.assign }, hears?.assigns), observer?.reference !== void 0 && references.add({ rule, hear: observer.reference }, hears?.references), observer?.loop !== void 0 && loops.add({ rule, hear: observer.loop }, void 0), observer?.compare !== void 0 && compares.add({ rule, hear: observer.compare }, void 0);
  }
  return {
    ...calls2.isEmpty ? {} : { call: (event) => calls2.tell(event, calledNames2(event), guard) },
    ...assigns.isEmpty ? {} : { assign: (event) => assigns.tell(event, assignedNames2(event), guard) },
    ...references.isEmpty ? {} : { reference: (event) => references.tell(event, [event.name], guard) },
    ...loops.isEmpty ? {} : { loop: (event) => loops.tell(event, [], guard) },
    ...compares.isEmpty ? {} : { compare: (event) => compares.tell(event, [], guard) }
  };
}
function calledNames2({ module, node, targets }) {
  let { tree } = module, callee = tree.child(node, Field.function), names2 = [tree.text(tree.kind(callee) === Kind.attribute ? tree.child(callee, Field.attribute) : callee)];
  for (let target of targets)
    target.kind === "symbol" ? names2.push(target.name.slice(target.name.lastIndexOf(".") + 1)) : target.kind === "method" && names2.push(target.name);
  return names2;
}
function assignedNames2({ target }) {
  return target.kind !== "subscript" ? [target.name] : (target.key.constants ?? []).flatMap((key) => key.type === "str" ? [key.value] : []);
}

// src/analyse/taint/api-models.ts
var ApiModels = class {
  entries;
  #calls = /* @__PURE__ */ new Map();
  #attributes = /* @__PURE__ */ new Map();
  #assigned = /* @__PURE__ */ new Map();
  #items = /* @__PURE__ */ new Map();
  #types = /* @__PURE__ */ new Map();
  /** Of calls that call their first argument at once: the type of what they hand to it first. */
  #handed = /* @__PURE__ */ new Map();
  /** Last names of calls on receivers of any type: `execute`. */
  #anywhere = /* @__PURE__ */ new Set();
  constructor(entries) {
    this.entries = entries.map(prepare);
    for (let prepared of this.entries) {
      let { entry: entry2 } = prepared;
      if (index(this.#calls, entry2.call, entry2.on, prepared), index(this.#attributes, entry2.attr, entry2.on, prepared), index(this.#assigned, entry2.assign, entry2.on, prepared), index(this.#items, entry2.item, entry2.on, prepared), entry2.registrar !== void 0 && entry2.arg === 0 && entry2.param === 0 && entry2.returns !== void 0)
        for (let owner of entry2.on ?? [])
          for (let name of entry2.registrar) this.#handed.set(`${owner}.${name}`, entry2.returns);
      if (entry2.call !== void 0 && entry2.on === void 0 && entry2.returns !== void 0 && entry2.where === void 0)
        for (let name of entry2.call) this.#types.set(name, entry2.returns);
      if (entry2.on?.includes("*") === !0) for (let name of entry2.call ?? []) this.#anywhere.add(name);
    }
  }
  /** What is said of a function, class or method, `sqlite3.Cursor.execute`; `*.execute` of a method of whatever type. */
  call(name) {
    return this.#calls.get(name);
  }
  /** What is said of an attribute, `flask.Request.args`, or of an object, `flask.request`. */
  attribute(name) {
    return this.#attributes.get(name);
  }
  assigned(name) {
    return this.#assigned.get(name);
  }
  item(name) {
    return this.#items.get(name);
  }
  /** Type that a function or method returns whatever it is given. */
  returns(name) {
    return this.#calls.get(name)?.find(({ entry: entry2 }) => entry2.returns !== void 0 && entry2.returns !== "self" && entry2.where === void 0)?.entry.returns;
  }
  /** The one name of a class that can be imported under several. */
  canonical(type) {
    return this.#types.get(type) ?? type;
  }
  /** Type of what a call hands to its first argument, a function, before the other arguments. */
  firstHanded(name) {
    return this.#handed.get(name);
  }
  isSinkAnywhere(method) {
    return this.#anywhere.has(method);
  }
};
function index(map, names2, owners, entry2) {
  for (let name of names2 ?? [])
    for (let owner of owners ?? [""]) {
      let qualified = owner === "" ? name : `${owner}.${name}`, list3 = map.get(qualified);
      list3 === void 0 ? map.set(qualified, [entry2]) : list3.push(entry2);
    }
}
function prepare(entry2) {
  let sources = [], sinks = [], sanitizes = noKinds, guards = noKinds, propagates = !1;
  for (let kind of entry2.kind ?? []) {
    let [role, name] = kind.split(":");
    role === "source" ? sources.push(name) : role === "sink" ? sinks.push(name) : role === "sanitizer" ? sanitizes |= kindSet(name) : role === "guard" ? guards |= kindSet(name) : propagates = !0;
  }
  let argument = entry2.arg === void 0 ? void 0 : String(entry2.arg);
  return { entry: entry2, sources, sinks, sanitizes, guards, propagates, argument };
}

// src/analyse/interpreter/global-stores.ts
var holders = /* @__PURE__ */ new Set([
  "flask.g",
  "flask.ctx._AppCtxGlobals",
  "quart.g",
  "quart.ctx._AppCtxGlobals",
  "flask.current_app",
  "starlette.datastructures.State",
  "starlette.requests.Request.state",
  "fastapi.Request.state",
  "fastapi.FastAPI.state",
  "threading.local",
  "types.SimpleNamespace",
  "argparse.Namespace"
]), GlobalStores = class {
  #engine;
  #byName;
  #known = /* @__PURE__ */ new Map();
  constructor(engine) {
    this.#engine = engine;
  }
  /** What is stored under a name on an object of a type; undefined if nothing is known of it. */
  read(of, name) {
    if (!holders.has(of)) return;
    let key = `${of}.${name}`;
    return this.#known.has(key) || (this.#known.set(key, void 0), this.#known.set(key, this.#find(of, name))), this.#known.get(key);
  }
  #find(of, name) {
    this.#byName ??= this.#collect();
    let joined4;
    for (let { module, functionIndex, object, value } of this.#byName.get(this.#engine.project.names.find(name)) ?? []) {
      if (!this.#alone(module, functionIndex, object).denotes.some(
        (one) => one.kind === "symbol" ? one.name === of : one.kind === "instance" ? one.of === of : one.kind === "member" && `${one.of}.${one.name}` === of
      )) continue;
      let stored = outside(this.#alone(module, functionIndex, value));
      joined4 = joined4 === void 0 ? stored : joinValues(joined4, stored);
    }
    return joined4;
  }
  /** Every assignment to an attribute, by the attribute's name. */
  #collect() {
    let found2 = /* @__PURE__ */ new Map();
    for (let module of this.#engine.project.modules) {
      let { tree, index: index2 } = module;
      for (let assignment2 of index2.assignments) {
        let left = tree.child(assignment2, Field.left), right = tree.child(assignment2, Field.right);
        if (right < 0 || tree.kind(left) !== Kind.attribute) continue;
        let name = tree.name(tree.child(left, Field.attribute)), store = {
          module,
          functionIndex: module.functionAround(assignment2),
          object: tree.child(left, Field.object),
          value: right
        }, list3 = found2.get(name);
        list3 === void 0 ? found2.set(name, [store]) : list3.push(store);
      }
    }
    return found2;
  }
  #alone(module, functionIndex, node) {
    return new Frame(this.#engine, module, functionIndex, { observing: !1, depth: 1 }).evaluateAlone(node);
  }
};

// src/analyse/interpreter/late-stores.ts
var LateStores = class {
  #values = /* @__PURE__ */ new Map();
  #entries = /* @__PURE__ */ new Map();
  /** Modules in which something new was stored since the last `takeChanged`. */
  #changed = /* @__PURE__ */ new Set();
  /** Notes a store into a global variable; clean values say nothing. */
  storeGlobal(module, name, value) {
    this.#store(module, `${name}`, value);
  }
  /** Notes what is put into a container at the top level of a module. */
  storeEntry(module, name, held) {
    for (let [key, value] of [...held.entries, ...held.rest === void 0 ? [] : [["", held.rest]]]) {
      let stored = outside(value);
      if (!isTainted(stored.taint)) continue;
      let ofModule = this.#entries.get(module);
      ofModule === void 0 && this.#entries.set(module, ofModule = /* @__PURE__ */ new Map());
      let place4 = `${name}[${key}`, before2 = ofModule.get(place4);
      before2 !== void 0 && before2.value.taint?.marks.length === stored.taint.marks.length || (ofModule.set(place4, { name, key, value: before2 === void 0 ? stored : joinValues(before2.value, stored) }), this.#changed.add(module));
    }
  }
  storeClass(module, index2, name, value) {
    this.#store(module, `${index2}.${name}`, value);
  }
  ofModule(module, name) {
    let found2 = this.#values.get(module)?.get(`${name}`);
    for (let entry2 of this.#entries.get(module)?.values() ?? []) {
      if (entry2.name !== name) continue;
      let isRest = entry2.key === "", held = {
        kind: "dict",
        entries: new Map(isRest ? [] : [[entry2.key, entry2.value]]),
        rest: isRest ? entry2.value : void 0
      }, value = { ...unknown, held };
      found2 = found2 === void 0 ? value : joinValues(found2, value);
    }
    return found2;
  }
  ofClass(module, index2, name) {
    return this.#values.get(module)?.get(`${index2}.${name}`);
  }
  /** The modules with something new, once. */
  takeChanged() {
    let changed = [...this.#changed];
    return this.#changed = /* @__PURE__ */ new Set(), changed;
  }
  #store(module, key, value) {
    if (!isTainted(value.taint)) return;
    let stored = outside(value);
    if (!isTainted(stored.taint)) return;
    let ofModule = this.#values.get(module);
    ofModule === void 0 && this.#values.set(module, ofModule = /* @__PURE__ */ new Map());
    let before2 = ofModule.get(key);
    before2 !== void 0 && before2.taint?.marks.length === stored.taint.marks.length || (ofModule.set(key, before2 === void 0 ? stored : joinValues(before2, stored)), this.#changed.add(module));
  }
};

// src/analyse/interpreter/engine.ts
var MAX_NESTING = 50, MAX_ATTRIBUTE_SITES = 12, nothingDone = {
  returns: unknown,
  parameters: [],
  selfStores: /* @__PURE__ */ new Map(),
  exitStores: /* @__PURE__ */ new Map(),
  pending: [],
  guards: void 0,
  storesOutside: !1,
  neverReturns: !1
}, Engine = class {
  project;
  observers;
  /** What is known of APIs outside the checkout. */
  models;
  entryPoints;
  sinks;
  whereHolds;
  limits = [];
  /** Functions with sinks that hang on their parameters: their callers are of interest. In the order in which they were found. */
  open = [];
  /** What functions store outside themselves. */
  late = new LateStores();
  /** How many attributes and keys of arguments are being followed, one for the other. */
  reaching = 0;
  /** Functions that are being evaluated again for a call. */
  inlining = /* @__PURE__ */ new Set();
  /** Symbols whose mention observers want to hear of, by last component. */
  wantedReferences;
  #summaries = /* @__PURE__ */ new Map();
  #moduleValues = /* @__PURE__ */ new Map();
  #attributeSites = /* @__PURE__ */ new Map();
  #literals = /* @__PURE__ */ new Map();
  #evaluating = /* @__PURE__ */ new WeakMap();
  #sources = /* @__PURE__ */ new Map();
  #parameters = /* @__PURE__ */ new Map();
  #decorated = /* @__PURE__ */ new Map();
  #entered = /* @__PURE__ */ new Map();
  #globalStores = new GlobalStores(this);
  #follows;
  #followed = /* @__PURE__ */ new Map();
  #unfinished = /* @__PURE__ */ new Set();
  #recursive = /* @__PURE__ */ new Set();
  #nesting = 0;
  constructor(project, options = {}) {
    this.project = project, this.observers = options.observers ?? [], this.models = options.models ?? new ApiModels([]), this.wantedReferences = options.wantedReferences ?? /* @__PURE__ */ new Set(), this.sinks = options.sinks, this.whereHolds = options.whereHolds, this.#follows = options.follows ?? (() => !0), this.entryPoints = new EntryPoints(this, this.models.entries);
  }
  /** Whether untrusted data is followed in a module: parameters stand for what callers pass, and calls for all they do. */
  isFollowed(module) {
    if (this.sinks === void 0) return !1;
    let followed2 = this.#followed.get(module);
    return followed2 === void 0 && this.#followed.set(module, followed2 = this.#follows(module)), followed2;
  }
  /** Records that a bound was hit, once for each function and bound. */
  limit(frame, what) {
    let { module, functionIndex } = frame;
    this.limits.some(
      (known2) => known2.module === module && known2.functionIndex === functionIndex && known2.what === what
    ) || this.limits.push({ module, functionIndex, what });
  }
  /** The one object for a place where untrusted data enters. */
  source(source) {
    let ofModule = this.#sources.get(source.module);
    ofModule === void 0 && this.#sources.set(source.module, ofModule = /* @__PURE__ */ new Map());
    let key = `${source.node}:${source.kind}:${source.key ?? ""}`, known2 = ofModule.get(key);
    return known2 === void 0 && ofModule.set(key, source), known2 ?? source;
  }
  /** The value of a literal token by the number of its text. */
  literal(name, read) {
    let value = this.#literals.get(name);
    if (value === void 0) {
      let constant = read(this.project.names.text(name));
      value = constant === void 0 ? unknown : constantValue(constant), this.#literals.set(name, value);
    }
    return value;
  }
  /** Walks a module's top level, its class bodies included, and tells observers. */
  runModule(module) {
    new Frame(this, module, MODULE, { observing: !0, depth: 0 }).run();
  }
  /** What a function does; the first time it is asked, observers hear of what happens inside. */
  summary(module, index2) {
    let ofModule = this.#summaries.get(module);
    ofModule === void 0 && this.#summaries.set(module, ofModule = /* @__PURE__ */ new Map());
    let known2 = ofModule.get(index2);
    if (known2 !== void 0)
      return this.#unfinished.has(known2) && this.#recursive.add(known2), known2;
    if (this.#nesting >= MAX_NESTING)
      return this.limits.push({ module, functionIndex: index2, what: `${MAX_NESTING} calls deep` }), nothingDone;
    let bottom = { ...nothingDone };
    ofModule.set(index2, bottom), this.#unfinished.add(bottom), this.#nesting++;
    let summary = new Frame(this, module, index2, { observing: !0, depth: 0 }).run();
    return this.#recursive.has(bottom) && (ofModule.set(index2, summary), summary = new Frame(this, module, index2, { observing: !1, recording: !0, depth: 0 }).run()), this.#nesting--, this.#unfinished.delete(bottom), ofModule.set(index2, summary), summary.pending.length > 0 && this.open.push({ module, index: index2 }), summary;
  }
  /** Evaluates a function once more for its sinks; observers have heard of it. */
  again(module, index2) {
    if (index2 === MODULE) return;
    new Frame(this, module, index2, { observing: !1, recording: !0, depth: 0 }).run();
  }
  /** Evaluates a handler with decorators of the checkout as its framework calls it; does nothing for others. */
  enter(module, index2) {
    this.entryPoints.isWrapped(module, index2) && this.isEntered(module, index2);
  }
  /** Whether what a handler's decorators made of it could be called; the first time it is asked, it is. */
  isEntered(module, index2) {
    if (!this.entryPoints.isWrapped(module, index2)) return !1;
    let ofModule = this.#entered.get(module);
    ofModule === void 0 && this.#entered.set(module, ofModule = /* @__PURE__ */ new Map());
    let known2 = ofModule.get(index2);
    if (known2 !== void 0) return known2;
    ofModule.set(index2, !0);
    let isEntered = enterWrapped(this, module, index2);
    return ofModule.set(index2, isEntered), isEntered || this.#summaries.get(module)?.delete(index2), isEntered;
  }
  /** A parameter of a function that is not being evaluated, without what callers pass. */
  parameterValue(module, index2, name) {
    let ofModule = this.#parameters.get(module);
    ofModule === void 0 && this.#parameters.set(module, ofModule = /* @__PURE__ */ new Map());
    let key = `${index2}:${name}`;
    return ofModule.has(key) || (ofModule.set(key, void 0), ofModule.set(key, new Frame(this, module, index2, { observing: !1, depth: 1 }).parameter(name))), ofModule.get(key);
  }
  /** What decorators of the checkout make of a function; undefined if it stays itself. */
  decorated(module, index2) {
    if (module.index.functions[index2].decorated < 0) return;
    let ofModule = this.#decorated.get(module);
    return ofModule === void 0 && this.#decorated.set(module, ofModule = /* @__PURE__ */ new Map()), ofModule.has(index2) || (ofModule.set(index2, void 0), ofModule.set(index2, decorated(this, module, index2))), ofModule.get(index2);
  }
  /** What a function returns, to code that knows nothing of its arguments. */
  outcome(module, index2) {
    return outside(this.summary(module, index2).returns);
  }
  /** The result of calling a function of the checkout, with all that the call does. */
  callResult(module, index2, args, self, caller, node) {
    return callFunction(caller, node, { module, index: index2, self }, args);
  }
  /** What a definition is as a value. */
  definitionValue(definition) {
    switch (definition.kind) {
      case "external": {
        let type = this.models.attribute(definition.name)?.find(({ entry: entry2 }) => entry2.returns !== void 0);
        return type?.entry.returns === void 0 ? externalValue(definition.name) : instanceOf(type.entry.returns);
      }
      case "module":
        return denoting({ kind: "module", module: definition.module });
      case "function":
      case "class":
        return denoting({ kind: definition.kind, module: definition.module, index: definition.index });
      case "value":
        return this.moduleValue(definition.module, definition.name);
    }
  }
  /** The value of a name at the top level of a module, from its assignments alone; constants only if all are. */
  moduleValue(module, name) {
    let ofModule = this.#moduleValues.get(module);
    ofModule === void 0 && this.#moduleValues.set(module, ofModule = /* @__PURE__ */ new Map());
    let known2 = ofModule.get(name);
    if (known2 !== void 0) return known2;
    ofModule.set(name, unknown);
    let late = this.late.ofModule(module, name), bound = this.bindingsValue(module, MODULE, module.bindings, name), value = withOrigin(late === void 0 ? bound : joinValues(bound, late), "module");
    return ofModule.set(name, value), value;
  }
  /** Join of what a scope assigns to a name; unknown if it is bound in a way that tells nothing. */
  bindingsValue(module, functionIndex, scope, name) {
    let evaluating = this.#evaluating.get(scope);
    if (evaluating === void 0 && this.#evaluating.set(scope, evaluating = /* @__PURE__ */ new Set()), evaluating.has(name)) return unknown;
    evaluating.add(name);
    try {
      return this.#joinBindings(module, functionIndex, scope, name);
    } finally {
      evaluating.delete(name);
    }
  }
  #joinBindings(module, functionIndex, scope, name) {
    let joined4;
    for (let binding of scope.byName.get(name) ?? []) {
      if (binding.kind === "other") return unknown;
      let value;
      binding.kind === "value" ? value = outside(
        new Frame(this, module, functionIndex, { observing: !1, depth: 1 }).evaluateAlone(binding.value)
      ) : binding.kind === "import" ? value = this.definitionValue(this.project.resolve(binding.target)) : value = denoting({ kind: binding.kind, module, index: binding.index }), joined4 = joined4 === void 0 ? value : joinValues(joined4, value);
    }
    return joined4 ?? unknown;
  }
  /** Forgets what functions of a module do: what they read has changed. */
  forget(module) {
    this.#summaries.delete(module), this.#moduleValues.delete(module);
  }
  /** What the checkout stores in an attribute of an object that a framework hands around, `flask.g`; undefined if it stores nothing. */
  storedGlobally(of, name) {
    return this.#globalStores.read(of, name);
  }
  /** An attribute read on a class of the checkout or an instance of it: methods, class attributes, what methods store on self. */
  classAttribute(reference3, name, self, caller, node) {
    let { classes: classes3, external } = this.project.ancestry(reference3), number = this.project.names.find(name);
    if (number !== 0) {
      let found2;
      for (let owner of classes3) {
        let item = owner.module.index.classes[owner.index], scope = owner.module.classBindings(item), bindings = scope.byName.get(number), last2 = bindings?.at(-1);
        if (last2?.kind === "function") {
          let getter = getterOf(owner.module, bindings);
          if (getter !== void 0) return this.callResult(owner.module, getter, noArguments, self, caller, node);
          let bound = boundTo3(owner.module, last2.index, reference3, self);
          return denoting({
            kind: "function",
            module: owner.module,
            index: last2.index,
            ...bound === void 0 ? {} : { self: bound }
          });
        }
        let late = this.late.ofClass(owner.module, owner.index, name);
        late !== void 0 && (found2 = join2(found2, late)), bindings !== void 0 && (found2 = join2(found2, withOrigin(this.bindingsValue(owner.module, item.parent, scope, number), "class")));
        for (let functionIndex of this.#storesOf(owner).get(name) ?? []) {
          let stored = this.summary(owner.module, functionIndex).selfStores.get(name);
          found2 = join2(
            found2,
            stored === void 0 ? unknown : withOrigin(
              caller.isFollowing ? fillable(outside(stored)) : outside(stored),
              stored.origin === "config" ? "config" : "class"
            )
          );
        }
        if (found2 !== void 0) return found2;
      }
    }
    if (external.length === 0) return unknown;
    for (let of of external) {
      let known2 = externalAttribute(caller, this.models.canonical(of), name, node, reference3);
      if (known2 !== void 0) return known2;
    }
    return denoting(...external.map((of) => ({ kind: "member", of: this.models.canonical(of), name })));
  }
  /** The method that sets a property of a class, if the property has one. */
  setter(reference3, name) {
    let number = this.project.names.find(name);
    if (number !== 0) {
      for (let { module, index: index2 } of this.project.ancestry(reference3).classes)
        for (let binding of module.classBindings(module.index.classes[index2]).byName.get(number) ?? [])
          if (binding.kind === "function" && decoratorNames(module, module.index.functions[binding.index].decorated).includes("setter"))
            return { module, index: binding.index };
    }
  }
  /** Methods of a class that assign to an attribute of their first parameter: attribute to function indexes. */
  #storesOf({ module, index: index2 }) {
    let ofModule = this.#attributeSites.get(module);
    return ofModule === void 0 && this.#attributeSites.set(module, ofModule = /* @__PURE__ */ new Map()), ofModule.size === 0 && collectStores(module, ofModule), ofModule.get(index2) ?? /* @__PURE__ */ new Map();
  }
};
function join2(a, b) {
  return a === void 0 ? b : joinValues(a, b);
}
function fillable(value) {
  let { held } = value;
  return held === void 0 || held.kind === "instance" || held.kind === "tuple" ? value : { ...value, held: { ...held, rest: held.rest === void 0 ? unknown : joinValues(held.rest, unknown) } };
}
function boundTo3(module, index2, reference3, self) {
  let names2 = decoratorNames(module, module.index.functions[index2].decorated);
  if (!names2.includes("staticmethod"))
    return names2.includes("classmethod") ? denoting({ kind: "class", module: reference3.module, index: reference3.index }) : self;
}
function getterOf(module, bindings) {
  let getter = bindings.findLast(
    (binding) => binding.kind === "function" && decoratorNames(module, module.index.functions[binding.index].decorated).some(
      (name) => /^(?:property|cached_property|hybrid_property|reify|classproperty)$/.test(name)
    )
  );
  return getter?.kind === "function" ? getter.index : void 0;
}
function collectStores(module, ofClass) {
  let { tree, index: index2 } = module;
  ofClass.set(MODULE, /* @__PURE__ */ new Map());
  for (let assignment2 of index2.assignments) {
    let left = tree.child(assignment2, Field.left);
    if (tree.kind(left) !== Kind.attribute) continue;
    let object = tree.child(left, Field.object);
    if (tree.kind(object) !== Kind.identifier) continue;
    let functionIndex = module.functionAround(assignment2);
    if (functionIndex === MODULE) continue;
    let item = index2.functions[functionIndex];
    if (item.methodOf === MODULE || item.parameters < 0) continue;
    let first = item.parameters + 1;
    if (first >= tree.next(item.parameters) || tree.name(first) !== tree.name(object)) continue;
    let attributes2 = ofClass.get(item.methodOf);
    attributes2 === void 0 && ofClass.set(item.methodOf, attributes2 = /* @__PURE__ */ new Map());
    let name = tree.text(tree.child(left, Field.attribute)), sites = attributes2.get(name);
    sites === void 0 ? attributes2.set(name, [functionIndex]) : !sites.includes(functionIndex) && sites.length < MAX_ATTRIBUTE_SITES && sites.push(functionIndex);
  }
}

// src/model/project-facts.ts
var distributions = {
  Crypto: "pycryptodome",
  Cryptodome: "pycryptodomex",
  MySQLdb: "mysqlclient",
  OpenSSL: "pyopenssl",
  PIL: "pillow",
  bs4: "beautifulsoup4",
  cv2: "opencv-python",
  dateutil: "python-dateutil",
  dotenv: "python-dotenv",
  jose: "python-jose",
  jwt: "pyjwt",
  ldap: "python-ldap",
  magic: "python-magic",
  nacl: "pynacl",
  pkg_resources: "setuptools",
  rest_framework: "djangorestframework",
  serial: "pyserial",
  sklearn: "scikit-learn",
  yaml: "pyyaml",
  zmq: "pyzmq"
}, cache = /* @__PURE__ */ new WeakMap();
function projectFacts(project) {
  let facts = cache.get(project);
  return facts === void 0 && cache.set(project, facts = readFacts(project)), facts;
}
function readFacts(project) {
  let { files: files2, dependencies: dependencies2, otherPython } = packaging(project), written3 = files2.find((file) => file.requiresPython !== void 0)?.requiresPython, python = written3 !== void 0 ? readRange(written3) : otherPython.length > 0 ? readRange(otherPython[0].text, "poetry") : void 0, byName = /* @__PURE__ */ new Map();
  for (let dependency2 of dependencies2) {
    let list3 = byName.get(dependency2.name);
    list3 === void 0 ? byName.set(dependency2.name, [dependency2]) : list3.push(dependency2);
  }
  let requiresPython = python === void 0 ? void 0 : toFloor(python), floor = (name) => {
    let declarations = byName.get(normalName(name));
    return declarations === void 0 ? void 0 : toFloor(rangeOf2(declarations, python));
  };
  return {
    requiresPython,
    floor,
    distribution: (module) => floor(distributions[module] ?? module),
    pythonSatisfies: (bound) => satisfies(requiresPython, bound),
    dependencySatisfies: (requirement) => {
      let match = /^([\w.-]+?)\s*((?:>=|<).*)$/.exec(requirement);
      if (match === null) throw new Error(`not a requirement: ${requirement}`);
      return satisfies(floor(match[1]), match[2]);
    },
    declared: (name) => byName.has(normalName(name)),
    problems: configurationFiles(project).problems
  };
}
function rangeOf2(declarations, python) {
  let locked = declarations.filter((item) => item.locked), ranges = (locked.length > 0 ? locked : declarations).filter((item) => appliesTo(item.marker, python)).map((item) => item.range ?? anyVersion);
  if (ranges.length === 0) return anyVersion;
  let together = ranges.reduce(intersect);
  return locked.length > 0 || isEmpty(together) ? ranges.reduce(union) : together;
}
function appliesTo(marker2, python) {
  let match = /^\(?\s*python(?:_full)?_version\s*(<=?|==)\s*["']([\d.]+)(?:\.\*)?["']\s*\)?$/.exec(marker2);
  if (match === null) return !0;
  let limit = readVersion(match[2]);
  if (limit === void 0) return !0;
  if (python?.lower === void 0) return !1;
  let difference = compareVersions(python.lower.version, limit);
  return match[1] === "<" ? difference < 0 : difference <= 0;
}
function satisfies(floor, bound) {
  let match = /^(>=|<)\s*(\S+)$/.exec(bound);
  if (match === null) throw new Error(`not a version bound: ${bound}`);
  return match[1] === "<" ? floor !== void 0 && floor.staysBelow(match[2]) : floor === void 0 || !floor.admitsBelow(match[2]);
}
function toFloor(range) {
  let bounded = range.lower !== void 0 || range.upper !== void 0;
  return {
    ...range.lower === void 0 ? {} : { min: range.lower.version.text },
    admitsBelow: (text) => bounded && admitsBelow(range, parsed(text)),
    staysBelow: (text) => staysBelow(range, parsed(text))
  };
}
function parsed(text) {
  let version2 = readVersion(text);
  if (version2 === void 0) throw new Error(`not a version: ${text}`);
  return version2;
}

// src/model/configured-linters.ts
var cache2 = /* @__PURE__ */ new WeakMap();
function configuredLinters(project) {
  let found2 = cache2.get(project);
  return found2 === void 0 && cache2.set(project, found2 = readLinters(project)), found2;
}
function readLinters(project) {
  let facts = projectFacts(project), tools = {
    ruff: ruff(project),
    flake8: flake8(project, facts),
    pylint: pylint(project)
  };
  return { configured: ["flake8", "pylint", "ruff"].filter((tool) => tools[tool] !== void 0), enables: (tool, rule) => tools[tool]?.(rule) === !0 };
}
function longestSays(selected, ignored, length) {
  let longest = (list3) => list3.reduce((best, selector) => Math.max(best, length(selector)), -1), chosen = longest(selected), refused = longest(ignored);
  return chosen < 0 && refused < 0 ? void 0 : chosen > refused;
}
var ruffDefaults = ["E4", "E7", "E9", "F"];
function ruff(project) {
  let tables2 = configurationFiles(project).toml.flatMap((file) => {
    let table3 = /^\.?ruff\.toml$/.test(file.name) ? file.content : tomlAt(file.content, "tool", "ruff");
    return typeof table3 == "object" && table3 !== null ? [table3] : [];
  }), [table2] = tables2;
  if (table2 === void 0) return;
  let list3 = (key) => {
    let values2 = tomlAt(table2, "lint", key) ?? tomlAt(table2, key);
    return values2 === void 0 ? void 0 : tomlStrings(values2);
  }, selected = [...list3("select") ?? ruffDefaults, ...list3("extend-select") ?? []], ignored = [...list3("ignore") ?? [], ...list3("extend-ignore") ?? []];
  return (rule) => longestSays(selected, ignored, (selector) => ruffLength(selector, rule)) === !0;
}
function ruffLength(selector, rule) {
  if (selector === "ALL") return 0;
  let [, letters, digits2] = /^([A-Z]+)(\d*)$/.exec(selector) ?? [], [, ruleLetters, ruleDigits] = /^([A-Z]+)(\d*)$/.exec(rule) ?? [];
  return letters === void 0 || ruleLetters === void 0 || !ruleDigits.startsWith(digits2) ? -1 : letters === ruleLetters || letters === "PL" && /^PL[CREW]$/.test(ruleLetters) ? selector.length : -1;
}
var flake8Own = /^(?:[EWF]\d|C90)/, flake8Ignored = ["E121", "E123", "E126", "E226", "E24", "E704", "W503", "W504"], flake8Plugins = [
  [/^ASYNC\d/, ["flake8-async"]],
  [/^B\d/, ["flake8-bugbear"]],
  [/^BLE\d/, ["flake8-blind-except"]],
  [/^D\d/, ["flake8-docstrings"]],
  [/^DTZ\d/, ["flake8-datetimez"]],
  [/^ERA\d|^E800/, ["flake8-eradicate"]],
  [/^H\d/, ["hacking"]],
  [/^PT\d/, ["flake8-pytest-style"]],
  [/^S\d/, ["flake8-bandit"]],
  [/^SIM\d/, ["flake8-simplify"]],
  [/^(?:TD|T10)\d/, ["flake8-todos", "flake8-todo"]],
  [/^FIX\d/, ["flake8-fixme"]],
  [/^WPS\d/, ["wemake-python-styleguide"]]
], offByDefault = /^H(?:106|203|204|205|210|904)$/;
function flake8(project, facts) {
  let file = configurationFiles(project).ini.find(
    ({ name, content }) => /^(?:\.flake8|setup\.cfg|tox\.ini)$/.test(name) && content.has("flake8")
  );
  if (file === void 0) return;
  let section = file.content.get("flake8"), select = optionalList(section, "select"), selected = [...select ?? [], ...iniList(get(section, "extend-select"))], extensions = iniList(get(section, "enable-extensions")), ignored = [...optionalList(section, "ignore") ?? flake8Ignored, ...iniList(get(section, "extend-ignore"))], local = iniList(
    file.content.get("flake8:local-plugins")?.get("extension")?.replace(/\s*=\s*\S+/g, "")
  ), length = (rule) => (selector) => rule.startsWith(selector) ? selector.length : -1;
  return (rule) => {
    if (extensions.some((extension) => rule.startsWith(extension))) return !0;
    let said2 = longestSays(selected, ignored, length(rule));
    return said2 !== void 0 ? said2 : select !== void 0 || offByDefault.test(rule) ? !1 : flake8Own.test(rule) && rule !== "E800" ? !rule.startsWith("C90") || section.has("max-complexity") : local.includes(rule) || flake8Plugins.some(([prefix, plugins]) => prefix.test(rule) && plugins.some(facts.declared));
  };
}
function get(section, key) {
  return section?.get(key) ?? section?.get(key.replaceAll("-", "_"));
}
function optionalList(section, key) {
  let value = get(section, key);
  return value === void 0 ? void 0 : iniList(value);
}
var pylintMessages = [
  { code: "C0116", names: ["missing-function-docstring", "missing-docstring"] },
  { code: "R1732", names: ["consider-using-with"] },
  { code: "R2004", names: ["magic-value-comparison"], extension: "pylint.extensions.magic_value" },
  { code: "W0511", names: ["fixme"] },
  { code: "W0702", names: ["bare-except"] },
  { code: "W0707", names: ["raise-missing-from"] },
  { code: "W0718", names: ["broad-exception-caught", "broad-except", "W0703"] },
  { code: "W3101", names: ["missing-timeout"] }
];
function pylint(project) {
  let settings = pylintSettings(project);
  if (settings !== void 0)
    return (rule) => {
      let message = pylintMessages.find(({ code, names: names3 }) => code === rule || names3.includes(rule)), names2 = message === void 0 ? [rule] : [message.code, ...message.names];
      if (names2.some((name) => settings.enable.includes(name))) return !0;
      if (names2.some((name) => settings.disable.includes(name))) return !1;
      let category = message?.code[0] ?? (/^[CREWF]\d{4}$/.test(rule) ? rule[0] : "");
      return category !== "" && settings.enable.includes(category) ? !0 : settings.disable.includes("all") || category !== "" && settings.disable.includes(category) || message === void 0 ? settings.enable.includes("all") : message.extension === void 0 || settings.plugins.includes(message.extension);
    };
}
function pylintSettings(project) {
  let { ini, toml } = configurationFiles(project);
  for (let { name, content } of ini) {
    let sections = /^\.?pylintrc$/.test(name) ? [...content.values()] : /^(?:setup\.cfg|tox\.ini)$/.test(name) ? pylintSections(content) : [];
    if (sections.length > 0) {
      let list3 = (key) => sections.flatMap((section) => iniList(get(section, key)));
      return { enable: list3("enable"), disable: list3("disable"), plugins: list3("load-plugins") };
    }
  }
  for (let { name, content } of toml) {
    let table2 = /^\.?pylintrc\.toml$/.test(name) ? tomlAt(content, "tool", "pylint") ?? content : tomlAt(content, "tool", "pylint");
    if (table2 === void 0) continue;
    let tables2 = [table2, ...tomlEntries(table2).map(([, section]) => section)], list3 = (key) => tables2.flatMap((section) => tomlStrings(tomlAt(section, key) ?? tomlAt(section, key.replaceAll("-", "_")))).flatMap((item) => iniList(item));
    return { enable: list3("enable"), disable: list3("disable"), plugins: list3("load-plugins") };
  }
}
function pylintSections(content) {
  return [...content].filter(([name]) => /^pylint\b/i.test(name)).map(([, section]) => section);
}

// src/model/conventions.ts
function findConventions(project, contextOf) {
  let todos = once(() => countTodos(project)), uuidSentinel = once(() => findUuidSentinel(project)), seededBy = once(() => findSeeding(project, contextOf)), waitHelpers = once(() => findWaitHelpers(project, contextOf)), timeoutVariable = once(() => findTimeoutVariable(project)), globalTimeouts = once(() => findGlobalTimeouts(project));
  return {
    get todos() {
      return todos();
    },
    get uuidSentinel() {
      return uuidSentinel();
    },
    get seededBy() {
      return seededBy();
    },
    get waitHelpers() {
      return waitHelpers();
    },
    get timeoutVariable() {
      return timeoutVariable();
    },
    get globalTimeouts() {
      return globalTimeouts();
    }
  };
}
function once(compute2) {
  let result;
  return () => (result ??= { value: compute2() }).value;
}
function countTodos(project) {
  let todos = project.modules.flatMap(todosOf), owned = todos.filter((todo) => todo.owned).length;
  return { total: todos.length, owned, share: todos.length === 0 ? 0 : owned / todos.length };
}
function findUuidSentinel(project) {
  let wanted = new Set(["uuidsentinel", "uuids"].map(project.names.find).filter((name2) => name2 !== 0));
  if (wanted.size === 0) return;
  let counts2 = /* @__PURE__ */ new Map();
  for (let module of project.modules) {
    let { tree } = module;
    for (let node of module.index.imports)
      for (let child of tree.children(node)) {
        let aliased = tree.kind(child) === Kind.aliased_import, name2 = aliased ? tree.child(child, Field.name) : child;
        if (tree.kind(name2) !== Kind.dotted_name || tree.field(child) !== Field.name) continue;
        let last2 = tree.children(name2).at(-1), bound = aliased ? tree.child(child, Field.alias) : last2;
        if (!wanted.has(tree.name(last2)) && !wanted.has(tree.name(bound))) continue;
        let from = tree.kind(node) === Kind.import_from_statement ? fromImportModule(tree, node, module.resolveModule) : void 0, target2 = from === void 0 ? dottedText(tree, name2) : `${from}.${dottedText(tree, name2)}`, key = `${tree.text(bound)} ${target2}`;
        counts2.set(key, (counts2.get(key) ?? 0) + 1);
      }
  }
  let [most] = [...counts2].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  if (most === void 0) return;
  let [name, target] = most[0].split(" ");
  return { name, target, files: most[1] };
}
function findSeeding(project, contextOf) {
  let facts = projectFacts(project), plugin = ["pytest-randomly", "pytest-random-order"].find(facts.declared);
  if (plugin !== void 0) return plugin;
  let seed = project.names.find("seed");
  if (seed !== 0)
    for (let module of project.modules) {
      let { tree, index: index2 } = module, seeds = index2.calls.filter((call2) => {
        let callee = call2 + 1, last2 = tree.kind(callee) === Kind.attribute ? tree.child(callee, Field.attribute) : callee;
        return tree.name(last2) === seed;
      });
      if (seeds.length === 0 || !runsTests(project, module, contextOf(module))) continue;
      let isRandom2 = (call2) => {
        let definition = project.dotted(module, module.functionAround(call2), call2 + 1);
        return definition?.kind === "external" && /^(?:random|numpy\.random)\.seed$/.test(definition.name);
      };
      if (seeds.some(isRandom2)) return module.path;
    }
}
function runsTests(project, module, context) {
  return /(?:^|\/)(?:conftest|noxfile|run_?tests?|\w*test_?runner\w*)\.py$/.test(module.path) ? !0 : context.isHelper && module.index.classes.some((_, index2) => hasTestBase(project, module, index2));
}
var waitName = /^_*(?:wait_for|wait_until|poll|eventually)/, boundNames2 = new Set("timeout deadline max_retries retries attempts tries max_wait".split(" "));
function findWaitHelpers(project, contextOf) {
  let found2 = [];
  for (let module of project.modules) {
    if (module.file.kind === "stub") continue;
    let { names: names2 } = module.tree;
    module.index.functions.forEach((item, functionIndex) => {
      if (item.name === 0 || item.parent >= 0 || !waitName.test(names2.text(item.name))) return;
      let parameters = parameterNames(module, item).map((name) => names2.text(name)).filter((name, i) => i > 0 || !/^(?:self|cls)$/.test(name)), bounds = parameters.filter((name) => boundNames2.has(name));
      bounds.length !== 0 && found2.push({
        name: names2.text(item.name),
        module,
        functionIndex,
        parameters,
        bounds,
        inTest: contextOf(module).isTest
      });
    });
  }
  return found2;
}
var timeoutName = /^(["'])([A-Z][A-Z\d_]*TIMEOUT[A-Z\d_]*)\1$/;
function findTimeoutVariable(project) {
  let found2 = [];
  for (let number = 1; number < project.names.size; number++) {
    let text = project.names.text(number);
    if (text.length > 60 || text[0] !== "'" && text[0] !== '"' || !text.includes("TIMEOUT")) continue;
    let name = timeoutName.exec(text)?.[2];
    name !== void 0 && /(?:^|_)TESTS?_/.test(name) && found2.push(name);
  }
  return found2.sort()[0];
}
function findGlobalTimeouts(project) {
  let { ini, toml } = configurationFiles(project), found2 = [], add3 = (name, value, file) => {
    if (value === void 0 || value === "" || found2.some((other) => other.name === name)) return;
    let seconds = typeof value == "number" ? value : typeof value == "string" && /^\d+(?:\.\d+)?$/.test(value) ? Number(value) : void 0;
    seconds !== 0 && found2.push({ name, ...seconds === void 0 ? {} : { seconds }, file: filePath(file) });
  }, addPytest = (get2, file) => {
    add3("pytest-timeout", get2("timeout"), file), add3("faulthandler_timeout", get2("faulthandler_timeout"), file);
    let options = get2("addopts"), text = Array.isArray(options) ? options.join(" ") : typeof options == "string" ? options : "";
    add3("pytest-timeout", /(?:^|\s)--timeout[=\s](\S+)/.exec(text)?.[1], file);
  };
  for (let file of toml) {
    let table2 = tomlAt(file.content, "tool", "pytest", "ini_options") ?? tomlAt(file.content, "tool", "pytest");
    table2 !== void 0 && addPytest((key) => tomlAt(table2, key), file.path);
  }
  for (let file of ini) {
    let section = file.content.get("tool:pytest") ?? (file.name === "setup.cfg" ? void 0 : file.content.get("pytest"));
    section !== void 0 && addPytest((key) => section.get(key), file.path);
    for (let values2 of file.content.values()) {
      let variable = /^\s*(\w*TEST_TIMEOUT\w*)\s*=\s*(\S+)/m.exec(
        values2.get("setenv") ?? values2.get("set_env") ?? ""
      );
      variable !== null && add3(variable[1], variable[2], file.path);
    }
  }
  return found2;
}

// src/parse/snippet.ts
function createSnippetParser() {
  let start = () => {
    let names2 = new NameTable();
    return { lower: createFlatParser(parserModule()), names: names2, mapping: new NameMapping(names2) };
  }, parser;
  return (text) => {
    parser ??= start();
    try {
      let lowered = parser.lower.lower(new TextEncoder().encode(text)), names2 = parser.mapping.add(parser.lower.takeNewTexts());
      return new LoweredTree(
        lowered.words,
        lowered.lineStarts,
        { ranges: lowered.comments, texts: [] },
        parser.names,
        names2
      );
    } catch (error) {
      if (!(error instanceof ParserFailure)) throw error;
      parser = void 0;
      return;
    }
  };
}

// src/analyse/knowledge.ts
function gatherKnowledge(project) {
  let context = createTestContexts(project), conventions, linters;
  return {
    project,
    context,
    role: createFunctionRoles(project, context),
    facts: projectFacts(project),
    parseSnippet: createSnippetParser(),
    get conventions() {
      return conventions ??= findConventions(project, context);
    },
    get linters() {
      return linters ??= configuredLinters(project);
    }
  };
}

// src/rules/fill-message.ts
function fillMessage(template, values2) {
  return template.replace(/\{([A-Za-z][a-z_]*)\}/g, (_, name) => {
    let value = values2[name];
    if (value === void 0) throw new Error(`no value for {${name}} in the message "${template}"`);
    return String(value);
  });
}

// src/analyse/reporter.ts
function createReporter(knowledge) {
  let detections = [], inventory = /* @__PURE__ */ new Map();
  return { report: (rule, draft) => {
    let { module } = draft;
    if (module.file.kind === "stub") return;
    let placed = place2(rule, draft, knowledge);
    if (placed !== "silent") {
      if (placed.tier === "inventory") {
        inventory.set(rule.code, (inventory.get(rule.code) ?? 0) + 1);
        return;
      }
      detections.push(toDetection(rule, draft, placed.tier, placed.level, knowledge));
    }
  }, detections, inventory };
}
function place2(rule, draft, knowledge) {
  let { isTest, role } = knowledge.context(draft.module);
  if (rule.category === "practice") {
    let level = practiceLevel(rule, isTest);
    return level === "off" ? "silent" : { tier: "note", level: draft.level ?? level };
  }
  let tier = draft.tier ?? rule.tier;
  return isTest && rule.test === "off" ? "silent" : tier === "inventory" ? { tier, level: void 0 } : isTest && rule.test === "note" || role !== "production" && !isTest && rule.test !== "on" ? { tier: "hotspot", level: "note" } : { tier, level: draft.level };
}
function toDetection(rule, draft, tier, level, knowledge) {
  let { module, node, functionIndex } = draft, { tree } = module, statement2 = statementAround(tree, node), scopeHeader = functionIndex === MODULE ? void 0 : headerRange(tree, module.index.functions[functionIndex].node);
  return {
    rule: rule.code,
    tier,
    ...level === void 0 ? {} : { level },
    file: filePath(module.path),
    range: draft.range ?? constructRange(tree, node),
    message: messageOf(rule, draft),
    ...draft.fix === void 0 ? {} : { fix: draft.fix },
    statement: headerRange(tree, statement2),
    scope: scopeName(module, functionIndex, node),
    ...scopeHeader === void 0 ? {} : { scopeHeader },
    related: (draft.related ?? []).map((related) => ({
      file: filePath(related.module.path),
      range: constructRange(related.module.tree, related.node),
      message: related.message
    })),
    flows: draft.flows ?? [],
    ...draft.taint === void 0 ? {} : { taint: draft.taint },
    ...draft.groupKey === void 0 ? {} : { groupKey: draft.groupKey },
    otherPlaces: (draft.otherPlaces ?? []).map((other) => ({
      file: filePath(other.module.path),
      range: constructRange(other.module.tree, other.node)
    })),
    rank: draft.rank ?? {},
    inTest: knowledge.context(module).isTest,
    ...draft.mergedRules === void 0 ? {} : { mergedRules: draft.mergedRules },
    ...draft.secret === void 0 ? {} : { secret: draft.secret }
  };
}
function messageOf(rule, draft) {
  if (draft.message !== void 0) return fillMessage(draft.message, draft.values ?? {});
  let template = draft.wording === void 0 ? rule.message : rule.messages?.[draft.wording];
  if (template === void 0) throw new Error(`${rule.code} has no message "${draft.wording}"`);
  return fillMessage(template, draft.values ?? {});
}
function scopeName(module, functionIndex, node) {
  let classIndex = module.classAround(node);
  return classIndex !== MODULE && (functionIndex === MODULE || module.index.classes[classIndex].node > module.index.functions[functionIndex].node) ? module.qualifiedClassName(classIndex) : module.qualifiedName(functionIndex);
}

// src/analyse/models-in-force.ts
function modelsInForce(models, knowledge) {
  return models.filter((entry2) => holds2(entry2, knowledge));
}
function holds2(entry2, { facts }) {
  if (entry2.since === void 0 && entry2.before === void 0) return !0;
  let name = (entry2.on ?? entry2.call ?? entry2.attr ?? [""])[0].split(".", 1)[0], floor = facts.distribution(name);
  return entry2.before === void 0 || floor !== void 0 && floor.admitsBelow(entry2.before);
}

// src/analyse/taint/callers.ts
function createCallers(project) {
  let byName, definitions = countDefinitions(project), otherNames;
  return ({ module, index: index2 }) => {
    otherNames ??= collectOtherNames(project), byName ??= collect2(project, otherNames);
    let item = module.index.functions[index2], names2 = [item.name];
    item.methodOf !== MODULE && project.names.text(item.name).startsWith("__") && names2.push(module.index.classes[item.methodOf].name);
    let found2 = [...new Set(names2.flatMap((name) => [name, ...otherNames.get(name) ?? []]))].flatMap((name) => {
      let callers = name === 0 ? [] : byName.get(name) ?? [];
      return (definitions.get(name) ?? 0) > MAX_NAMESAKES ? callers.filter((caller) => knows(caller.module, module)) : callers;
    });
    return item.parent === MODULE ? found2 : [...found2, ...byName.get(module.index.functions[item.parent].name) ?? []];
  };
}
var MAX_NAMESAKES = 4;
function knows(caller, callee) {
  return caller === callee ? !0 : caller.importTargets().some((target) => callee.names.some((name) => target === name || target.startsWith(`${name}.`)));
}
function countDefinitions(project) {
  let counts2 = /* @__PURE__ */ new Map();
  for (let { index: index2 } of project.modules)
    for (let { name } of index2.functions) counts2.set(name, (counts2.get(name) ?? 0) + 1);
  return counts2;
}
var MAX_OTHER_NAMES = 8;
function collectOtherNames(project) {
  let defined = definedNames(project), found2 = /* @__PURE__ */ new Map(), note = (name, other) => {
    if (name === other || other === 0 || !defined.has(name)) return;
    let others2 = found2.get(name);
    others2 === void 0 && found2.set(name, others2 = /* @__PURE__ */ new Set()), others2.size < MAX_OTHER_NAMES && others2.add(other);
  };
  for (let { tree, index: index2, bindings } of project.modules) {
    for (let assignment2 of index2.assignments) {
      let left = tree.child(assignment2, Field.left), other = tree.kind(left) === Kind.attribute ? tree.name(tree.child(left, Field.attribute)) : tree.kind(left) === Kind.identifier ? tree.name(left) : 0, right = tree.child(assignment2, Field.right);
      if (!(other === 0 || right < 0 || !tables.has(tree.kind(right))))
        for (let node = right; node < tree.next(right); node++)
          tree.kind(node) === Kind.identifier && note(tree.name(node), other);
    }
    for (let [local, bound] of bindings.byName)
      for (let binding of bound)
        binding.kind === "import" && note(project.names.find(binding.target.slice(binding.target.lastIndexOf(".") + 1)), local);
  }
  return found2;
}
var tables = /* @__PURE__ */ new Set([
  Kind.identifier,
  Kind.dictionary,
  Kind.list,
  Kind.tuple,
  Kind.call
]);
function definedNames(project) {
  let defined = /* @__PURE__ */ new Set();
  for (let { index: index2 } of project.modules) {
    for (let item of index2.functions) defined.add(item.name);
    for (let item of index2.classes) defined.add(item.name);
  }
  return defined;
}
function collect2(project, otherNames) {
  let defined = definedNames(project), others2 = new Set([...otherNames.values()].flatMap((names2) => [...names2]));
  for (let name of others2) defined.add(name);
  let byName = /* @__PURE__ */ new Map();
  for (let module of project.modules) {
    if (module.file.kind === "stub") continue;
    let { tree, index: index2 } = module, around2 = MODULE, note = (name) => {
      if (name === 0 || !defined.has(name)) return;
      let list3 = byName.get(name);
      list3 === void 0 && byName.set(name, list3 = []);
      let last2 = list3.at(-1);
      (last2?.module !== module || last2.index !== around2) && list3.push({ module, index: around2 });
    };
    for (let call2 of index2.calls) {
      around2 = module.functionAround(call2), note(lastName4(module, tree.child(call2, Field.function)));
      let list3 = tree.child(call2, Field.arguments);
      if (!(list3 < 0))
        for (let child = list3 + 1; child < tree.next(list3); child = tree.next(child))
          note(lastName4(module, tree.kind(child) === Kind.keyword_argument ? tree.child(child, Field.value) : child));
    }
    for (let attribute of index2.attributes) {
      around2 = module.functionAround(attribute), note(tree.name(tree.child(attribute, Field.attribute)));
      let object = tree.child(attribute, Field.object);
      tree.kind(object) === Kind.identifier && others2.has(tree.name(object)) && note(tree.name(object));
    }
    if (others2.size !== 0)
      for (let node = 0; node < tree.next(0); node++) {
        if (tree.kind(node) !== Kind.subscript) continue;
        let table2 = lastName4(module, tree.child(node, Field.value));
        others2.has(table2) && (around2 = module.functionAround(node), note(table2));
      }
  }
  return byName;
}
function lastName4({ tree }, node) {
  let kind = tree.kind(node);
  return kind === Kind.identifier ? tree.name(node) : kind === Kind.attribute ? tree.name(tree.child(node, Field.attribute)) : 0;
}

// src/analyse/taint/followed-modules.ts
function createFollowed(models, isTest) {
  let packages = new Set(
    models.entries.filter(({ sources }) => sources.includes("remote")).flatMap(({ entry: entry2 }) => [
      ...entry2.on ?? [],
      ...entry2.attr ?? [],
      ...entry2.call ?? [],
      ...entry2.decorator ?? []
    ]).filter((name) => name.includes(".") && !name.startsWith("*")).map((name) => name.split(".", 1)[0])
  );
  return (module) => !isTest(module) || module.importTargets().some((target) => packages.has(target.split(".", 1)[0]));
}

// src/analyse/taint/sink-coverage.ts
var MAX_NAMES2 = 3, MAX_PLACES = 3;
function sinkCoverage(sites) {
  let byKind = /* @__PURE__ */ new Map();
  for (let site of sites) {
    let list3 = byKind.get(site.kind);
    list3 === void 0 ? byKind.set(site.kind, [site]) : list3.push(site);
  }
  return [...byKind].sort(([a], [b]) => a < b ? -1 : 1).map(([kind, list3]) => coverageOf(kind, list3));
}
function coverageOf(kind, sites) {
  let counts2 = {
    reported: 0,
    cleaned: 0,
    guarded: 0,
    constant: 0,
    unresolved: 0,
    noSource: 0
  }, unresolvedAt = [], names2 = { sanitizer: /* @__PURE__ */ new Map(), guard: /* @__PURE__ */ new Map() };
  for (let site of sites) {
    let outcome = outcomeOf(site);
    counts2[outcome]++, outcome === "unresolved" && unresolvedAt.length < MAX_PLACES && unresolvedAt.push(lineOf(site));
    for (let { kind: how, name } of site.credits) names2[how].set(name, (names2[how].get(name) ?? 0) + 1);
  }
  return {
    kind,
    seen: sites.length,
    ...counts2,
    cleanedBy: mostFrequent(names2.sanitizer),
    guardedBy: mostFrequent(names2.guard),
    unresolvedAt
  };
}
function outcomeOf(site) {
  return site.reported ? "reported" : site.credits.some(({ kind }) => kind === "guard") ? "guarded" : site.credits.length > 0 ? "cleaned" : site.constant && !site.unproven && !site.open ? "constant" : site.unresolved ? "unresolved" : "noSource";
}
function mostFrequent(names2) {
  return [...names2].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).slice(0, MAX_NAMES2).map(([name]) => name);
}
function lineOf({ module, node }) {
  return { path: filePath(module.path), line: module.tree.lineOf(node) };
}
function credited(sites) {
  let found2 = /* @__PURE__ */ new Map();
  for (let site of sites)
    if (!site.reported)
      for (let credit2 of site.credits) {
        let key = `${credit2.module.path}:${credit2.node}:${credit2.name}`, known2 = found2.get(key);
        known2 === void 0 ? found2.set(key, { credit: credit2, sites: /* @__PURE__ */ new Set([site]) }) : known2.sites.add(site);
      }
  return [...found2.values()].map(({ credit: credit2, sites: held }) => ({
    ...lineOf(credit2),
    kind: credit2.kind,
    name: credit2.name,
    sinks: held.size,
    kinds: [...new Set([...held].map(({ kind }) => kind))].sort()
  })).sort((a, b) => a.path === b.path ? a.line - b.line : a.path < b.path ? -1 : 1);
}

// src/analyse/taint/outside-stores.ts
function* functionsThatStoreOutside(module) {
  let { tree, index: index2, bindings } = module, isShared = (node, around2) => {
    if (tree.kind(node) !== Kind.identifier || !bindings.byName.has(tree.name(node))) return !1;
    let scope = module.functionBindings(index2.functions[around2]);
    return scope.outer.has(tree.name(node)) || !scope.byName.has(tree.name(node));
  };
  for (let assignment2 of index2.assignments) {
    let left = tree.child(assignment2, Field.left), kind = tree.kind(left);
    if (kind !== Kind.identifier && kind !== Kind.attribute && kind !== Kind.subscript) continue;
    let name = kind === Kind.identifier ? left : tree.child(left, kind === Kind.attribute ? Field.object : Field.value);
    if (tree.kind(name) !== Kind.identifier || !bindings.byName.has(tree.name(name))) continue;
    let around2 = module.functionAround(assignment2);
    around2 !== MODULE && (kind === Kind.identifier ? module.functionBindings(index2.functions[around2]).outer.has(tree.name(left)) : isShared(name, around2)) && (yield around2);
  }
}

// src/analyse/taint/sink-interest.ts
function sinkKindsOf(rules) {
  return new Set(
    rules.flatMap((rule) => rule.detector === "unproven-sink" ? rule.sinks : rule.detector === "taint" ? [...rule.sinks, ...(rule.also ?? []).flatMap(({ sinks }) => sinks)] : [])
  );
}
var asking = /* @__PURE__ */ new Set([
  "guessable-secret",
  "exposed-secret",
  "reflected-origin",
  "secret-compare"
]);
function needsTaint(rules) {
  return rules.some(({ detector }) => asking.has(detector)) || sinkKindsOf(rules).size > 0;
}
function sinkInterest(engine, sinks) {
  let calls2 = [], assigns = /* @__PURE__ */ new Set(), packages = packagesOfTypes(engine.models.entries);
  for (let { entry: entry2, sinks: kinds3 } of engine.models.entries)
    if (kinds3.some((kind) => sinks.isWanted(kind))) {
      for (let name of [...entry2.assign ?? [], ...entry2.item ?? []]) name !== "self" && assigns.add(name);
      for (let name of entry2.call ?? []) {
        let last2 = name.slice(name.lastIndexOf(".") + 1), owners = entry2.on ?? [name];
        for (let owner of owners) {
          let first = owner.split(".", 1)[0], builtin = /^(\w+)\(\)$/.exec(owner);
          if (builtin !== null) calls2.push({ name: builtin[1] });
          else if (first === "*" || entry2.on === void 0 && !name.includes(".")) calls2.push({ name: last2 });
          else
            for (let one of /* @__PURE__ */ new Set([first, ...packages.get(owner) ?? []])) calls2.push({ name: last2, package: one });
        }
      }
    }
  let hasHandlers = engine.models.entries.some(
    ({ entry: entry2 }) => entry2.decorator ?? entry2.method ?? entry2.function ?? entry2.registrar
  );
  return {
    calls: calls2,
    assigns: [...assigns],
    functions: (module) => hasHandlers && engine.isFollowed(module) ? handlersOf(engine, module) : []
  };
}
function packagesOfTypes(entries) {
  let found2 = /* @__PURE__ */ new Map(), isGrowing = !0;
  for (let round = 0; isGrowing && round < 4; round++) {
    isGrowing = !1;
    for (let { entry: entry2 } of entries) {
      let makers2 = entry2.on ?? entry2.call ?? entry2.attr;
      if (!(makers2 === void 0 || makers2.length > 20))
        for (let type of [entry2.returns, entry2.elements]) {
          if (type === void 0) continue;
          let of = found2.get(type) ?? /* @__PURE__ */ new Set(), before2 = of.size;
          for (let maker of makers2) {
            let own = maker.split(".", 1)[0];
            maker.includes(".") && own !== type.split(".", 1)[0] && of.add(own);
            for (let one of found2.get(maker) ?? []) of.add(one);
          }
          of.size > before2 && (isGrowing = !0), of.size > 0 && found2.set(type, of);
        }
    }
  }
  return found2;
}
function* handlersOf(engine, module) {
  for (let index2 of engine.entryPoints.handlers(module)) index2 !== MODULE && (yield index2);
  yield* functionsThatStoreOutside(module);
  let { tree, names: names2 } = { tree: module.tree, names: engine.project.names }, keys = [names2.find('"statusCode"'), names2.find("'statusCode'")].filter((name) => name !== 0);
  if (keys.length !== 0)
    for (let node of module.index.strings) keys.includes(tree.name(node)) && (yield module.functionAround(node));
}

// src/analyse/analyse.ts
function analyse(project, rules, options, table2 = detectors) {
  let knowledge = gatherKnowledge(project), reporter = createReporter(knowledge), deferred = options.deferToConfiguredLinters ? deferredRules(rules.rules, knowledge) : /* @__PURE__ */ new Map(), running = rules.rules.filter((rule) => !deferred.has(rule.code)), failures2 = createFailures(), late = {}, active = running.map((rule) => ({
    rule,
    detector: createDetector(rule, table2, knowledge, () => late.engine, reporter.report)
  })), interests = active.flatMap(({ detector }) => detector.interest === void 0 ? [] : [detector.interest]), references = new Set(
    interests.flatMap((interest) => interest.references ?? []).map((name) => name.slice(name.lastIndexOf(".") + 1))
  ), observer = dispatch(active, (rule, { module }, work) => failures2.guard(rule, module, work)), models = new ApiModels(modelsInForce(rules.models, knowledge)), kinds3 = sinkKindsOf(running), whereHolds = (where, args, frame, place4) => conditionsHold(where, {
    arguments: args,
    holds: frame.holds,
    engine: frame.engine,
    place: { site: place4, evaluate: frame.evaluateSilently }
  }), sinks = needsTaint(running) ? new SinkLog(models, kinds3, whereHolds) : void 0, engine = new Engine(project, {
    observers: [observer],
    models,
    wantedReferences: references,
    whereHolds,
    follows: createFollowed(models, (module) => knowledge.context(module).isTest),
    ...sinks === void 0 ? {} : { sinks }
  });
  late.engine = engine;
  let elsewhere = createInterest(project, interests), whereFollowed = sinks === void 0 ? elsewhere : createInterest(project, [...interests, sinkInterest(engine, sinks)]), interesting = (module) => (engine.isFollowed(module) ? whereFollowed : elsewhere)(module), evaluated2 = createEvaluated(), modules2 = project.modules.filter((module) => module.file.kind !== "stub"), files2 = [], functions = 0, handlers = 0, done = 0;
  for (let module of modules2) {
    if (options.outOfTime?.() === !0) break;
    functions += module.index.functions.length, engine.isFollowed(module) && (handlers += engine.entryPoints.count(module));
    for (let { rule, detector } of active)
      detector.module !== void 0 && failures2.guard(rule, module, () => detector.module(module));
    for (let index2 of worthEvaluating(interesting, module, failures2))
      evaluated2.add(module, index2) && evaluate2(engine, module, index2, failures2);
    files2.push(analysedFile(module, knowledge)), module.release(), forgetComments(module), done++, options.onProgress?.(done, modules2.length);
  }
  if (sinks !== void 0 && done === modules2.length) {
    let callers = createCallers(project);
    for (let next = 0; next < engine.open.length && options.outOfTime?.() !== !0; next++)
      for (let { module, index: index2 } of callers(engine.open[next]))
        engine.isFollowed(module) && evaluated2.add(module, index2) && evaluate2(engine, module, index2, failures2);
    for (let module of engine.late.takeChanged()) {
      let again = evaluated2.of(module);
      engine.forget(module);
      for (let index2 of again) engine.again(module, index2);
    }
    for (let module of modules2) module.release();
  }
  options.onProgress?.(modules2.length, modules2.length);
  for (let { rule, detector } of active)
    detector.finish !== void 0 && failures2.guard(rule, void 0, () => detector.finish());
  let sites = sinks?.sites() ?? [], blindSpots = findBlindSpots(modules2.slice(0, done), knowledge), problems = [
    ...failures2.problems,
    ...blindSpots.problems,
    ...knowledge.facts.problems,
    ...limitProblems(engine, knowledge),
    ...timeProblem(modules2, done)
  ];
  return {
    detections: reporter.detections.toSorted(
      (a, b) => compare2(a.file, b.file) || a.range.start - b.range.start || compare2(a.rule, b.rule) || compare2(a.message, b.message)
    ),
    coverage: {
      files: files2,
      functions,
      rulesRun: running.map((rule) => rule.code).toSorted(),
      familiesNotExamined: rules.familiesNotExamined,
      sinks: sinkCoverage(sites),
      credited: credited(sites),
      entryPoints: handlers,
      inventory: reporter.inventory,
      unresolvedImports: blindSpots.unresolvedImports,
      deferred,
      facts: statistics(knowledge, reporter.detections)
    },
    reviewed: describeProject(project, knowledge.context, void 0, options.hints),
    problems
  };
}
function compare2(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
function createEvaluated() {
  let known2 = /* @__PURE__ */ new Map();
  return {
    of: (module) => [...known2.get(module) ?? []].toSorted((a, b) => a - b),
    add: (module, index2) => {
      let ofModule = known2.get(module);
      return ofModule === void 0 && known2.set(module, ofModule = /* @__PURE__ */ new Set()), ofModule.has(index2) ? !1 : (ofModule.add(index2), !0);
    }
  };
}
function createDetector(rule, table2, knowledge, engine, report) {
  let create = table2[rule.detector];
  return create({ rule, knowledge, engine, report: (draft) => report(rule, draft) });
}
function createFailures() {
  let problems = [], failed2 = /* @__PURE__ */ new Map();
  return { problems, guard: (rule, module, work) => {
    if (!(failed2.size > 0 && failed2.get(rule)?.has(module) === !0))
      try {
        work();
      } catch (error) {
        let modules2 = failed2.get(rule);
        modules2 === void 0 ? failed2.set(rule, /* @__PURE__ */ new Set([module])) : modules2.add(module);
        let where = module === void 0 ? "" : ` on ${module.path}`, message = `${rule.code} failed${where} (${error instanceof Error ? error.message : String(error)}); please report it.`;
        problems.push({
          id: "PVN005",
          message,
          rule: rule.code,
          hidesCode: !0,
          ...module ? { file: filePath(module.path) } : {}
        });
      }
  } };
}
function worthEvaluating(interesting, module, failures2) {
  try {
    return [...interesting(module)].toSorted((a, b) => a - b);
  } catch (error) {
    let message = `${module.path} could not be followed (${error instanceof Error ? error.message : String(error)}); please report it.`;
    return failures2.problems.push({ id: "PVN004", message, file: filePath(module.path), hidesCode: !0 }), [];
  }
}
function evaluate2(engine, module, index2, failures2) {
  try {
    index2 === MODULE ? engine.runModule(module) : (engine.enter(module, index2), engine.summary(module, index2));
  } catch (error) {
    let message = `${`${module.qualifiedName(index2)} in ${module.path}`} could not be followed (${error instanceof Error ? error.message : String(error)}); please report it.`;
    failures2.problems.push({ id: "PVN004", message, file: filePath(module.path), hidesCode: !0 });
  }
}
var NAMED_FILES = 10;
function timeProblem(modules2, done) {
  let left = modules2.slice(done).map((module) => filePath(module.path));
  if (left.length === 0) return [];
  let more = left.length > NAMED_FILES ? ` and ${left.length - NAMED_FILES} more` : "";
  return [{ id: "PVN004", message: `Time ran out: ${left.length} of ${modules2.length} files were not analysed (${left.slice(0, NAMED_FILES).join(", ")}${more}). Raise timeout-minutes, or exclude what needs no review.`, files: left, hidesCode: !0 }];
}
function limitProblems(engine, knowledge) {
  return engine.limits.map(({ module, functionIndex, what }) => ({
    id: "PVN004",
    message: `${module.qualifiedName(functionIndex)} in ${module.path} was followed only in part: ${what} reached.`,
    file: filePath(module.path),
    hidesCode: !knowledge.context(module).isTest
  }));
}
var MIN_TODOS = 5;
function statistics({ conventions: { todos } }, detections) {
  return todos.total < MIN_TODOS || todos.owned === todos.total || detections.some(({ rule }) => rule === "BP404") ? [] : [`${todos.owned} of ${todos.total} TODO comments name an owner, an issue or a link.`];
}
function analysedFile(module, knowledge) {
  let context = knowledge.context(module), reasons = commentReasons(module);
  return {
    path: filePath(module.path),
    lines: module.tree.lineCount,
    test: context.isTest,
    description: describeFile(module, context),
    ...reasons === void 0 ? {} : { commentReasons: reasons }
  };
}

// src/deliver/deliver.ts
import { basename as basename2, isAbsolute, relative, sep as sep2 } from "node:path";

// src/findings/verdict.ts
function verdictOf({ findings, coverage, sources, problems }) {
  if (coverage.files.length === 0) return sources.files.some(({ kind }) => kind !== "stub") ? "failed" : "incomplete";
  if (findings.some(({ tier, suppression }) => tier === "defect" && suppression === void 0)) return "defects";
  let tests3 = new Set(coverage.files.filter(({ test }) => test).map(({ path }) => path)), isTest = (path) => tests3.has(path) || looksLikeTestPath(path);
  return sources.skipped.some(({ path, reason }) => hidingReasons.has(reason) && !isTest(path)) || problems.some((problem) => hides(problem, isTest)) ? "incomplete" : "no-explicit-defects";
}
var hidingReasons = /* @__PURE__ */ new Set(["too-large", "unreadable", "encoding"]);
function hides(problem, isTest) {
  return problem.id === "PVN005" ? problem.hidesCode || !(problem.rule?.startsWith("BP") ?? !1) : problem.hidesCode ? !((problem.id === "PVN001" || problem.id === "PVN002") && problem.file !== void 0 && isTest(problem.file)) : !1;
}

// src/findings/severity.ts
var REVIEW_LIMIT = 6.9;
function findingSeverity(rule, tier) {
  if (!(typeof rule.severity != "number" || tier === "note"))
    return tier === "hotspot" ? rule.caseSeverity?.hotspot ?? Math.min(rule.severity, REVIEW_LIMIT) : rule.caseSeverity?.defect ?? rule.severity;
}
function severityBand(severity) {
  return severity > 9 ? "critical" : severity >= 7 ? "high" : severity >= 4 ? "medium" : "low";
}
function compareBands(a, b) {
  return Math.sign(bands.indexOf(a) - bands.indexOf(b));
}
var bands = ["low", "medium", "high", "critical"];
function defaultLevel(rule, tier, inTest) {
  let severity = findingSeverity(rule, tier);
  return severity !== void 0 ? levelOfSeverity(severity) : typeof rule.severity != "object" ? "note" : (inTest ? rule.severity.test : rule.severity.production) === "warning" ? "warning" : "note";
}

// src/report/severity.ts
var severityNames = ["critical", "high", "medium", "low"];
function shownSeverity(finding) {
  return finding.severity === void 0 ? finding.level : severityBand(finding.severity);
}

// src/report/tally.ts
function tally(findings) {
  let active = activeFindings(findings), defects = active.filter((finding) => finding.tier === "defect"), bySeverity2 = { critical: 0, high: 0, medium: 0, low: 0 };
  for (let defect of defects) bySeverity2[severityBand(defect.severity ?? 0.1)]++;
  return {
    defects: defects.length,
    bySeverity: bySeverity2,
    hotspots: active.filter((finding) => finding.tier === "hotspot").length,
    notes: active.filter((finding) => finding.tier === "note").length,
    suppressed: findings.length - active.length
  };
}
function activeFindings(findings) {
  return findings.filter((finding) => !finding.suppression);
}

// src/report/text/count.ts
function count(number, one, many = `${one}s`) {
  return `${grouped(number)} ${number === 1 ? one : many}`;
}
function grouped(number) {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ",");
}
function listed2(words4) {
  return words4.length < 2 ? words4[0] ?? "" : `${words4.slice(0, -1).join(", ")} and ${words4.at(-1) ?? ""}`;
}

// src/deliver/gate.ts
function gate(set, options) {
  let looked = inScope(set.findings, options.failScope), where = options.failScope === "new" ? " that the baseline lacks" : "", failures2 = [], defects = looked.filter((finding) => finding.tier === "defect" && failsOn(finding, options.failOn));
  if (defects.length > 0) {
    let above = options.failOn === "critical" ? "critical" : `${options.failOn} or above`;
    failures2.push(
      `${count(defects.length, "security defect")} of severity ${above}${where} (fail-on: ${options.failOn})`
    );
  }
  let notes = looked.filter((finding) => finding.tier === "note" && practiceFails(finding, options.failOnPractice));
  if (notes.length > 0) {
    let above = options.failOnPractice === "note" ? "note or above" : "warning";
    failures2.push(
      `${count(notes.length, "best-practice note")} of level ${above}${where} (fail-on-practice: ${options.failOnPractice})`
    );
  }
  let failed2 = failures2.length > 0, incomplete = options.failOnIncomplete ? whyIncomplete(set) : void 0;
  if (incomplete !== void 0 && failures2.push(`${incomplete} (fail-on-incomplete)`), failures2.length > 0) return { result: "failed", text: failures2.join("; "), exitCode: failed2 ? 1 : 4 };
  let off = options.failScope === "none" || options.failOn === "none" && options.failOnPractice === "none";
  return off && !options.failOnIncomplete ? { result: "off", text: `off (${offBecause(options)})`, exitCode: 0 } : { result: "passed", text: `passed (${off ? "fail-on-incomplete" : options.failOn === "none" ? `fail-on-practice: ${options.failOnPractice}` : `fail-on: ${options.failOn}`}${where})`, exitCode: 0 };
}
function inScope(findings, scope) {
  let active = activeFindings(findings);
  switch (scope) {
    case "all":
      return active;
    case "new":
      return active.filter((finding) => finding.baseline !== "unchanged");
    case "none":
      return [];
    case "changed-lines":
      throw new Error("the gate cannot look at changed lines");
  }
}
function failsOn(finding, limit) {
  return limit === "none" ? !1 : severityNames.indexOf(severityBand(finding.severity ?? 0.1)) <= severityNames.indexOf(limit);
}
function practiceFails(finding, limit) {
  return limit === "none" ? !1 : limit === "note" || finding.level !== "note";
}
function whyIncomplete(set) {
  if (set.coverage.files.length === 0) return "no Python file was analysed";
  let sources = { files: [], skipped: set.skipped };
  return verdictOf({ findings: [], coverage: set.coverage, sources, problems: set.problems }) === "incomplete" ? "the analysis is incomplete" : void 0;
}
function offBecause(options) {
  return options.failScope === "none" ? "fail-scope: none" : "fail-on: none";
}

// src/deliver/job.ts
async function setOutputs(outputs2) {
  let core = await import("./core-M6RT6TSB.js");
  for (let [name, value] of Object.entries(outputs2)) core.setOutput(name, value);
}
async function appendJobSummary(markdown) {
  let { summary } = await import("./core-M6RT6TSB.js");
  await summary.emptyBuffer().addRaw(markdown, !0).write();
}

// src/report/rule-view.ts
function rulesByCode(rules) {
  return new Map(rules.map((rule) => [rule.code, rule]));
}
function ruleOf(rules, code) {
  let rule = rules.get(code);
  if (!rule) throw new Error(`a finding names the rule ${code}, which is not in the rule set`);
  return rule;
}

// src/report/verdict-text.ts
function verdictText(set, rules) {
  let families = set.coverage.familiesNotExamined, notExamined = families.length > 0 ? ` · ${families.join(", ")} not examined` : "", { headline, statement: statement2 } = wording2(set, rules);
  return { verdict: set.verdict, headline, sentence: `${statement2}${notExamined}.`, reviewed: reviewedLine(set) };
}
var caveat = "The verdict covers only the code analysed, by static rules. Configuration, dependencies, deployment and design were not reviewed; a review of the whole system is still needed.";
function wording2(set, rules) {
  let files2 = set.coverage.files.length, counts2 = tally(set.findings);
  switch (set.verdict) {
    case "defects": {
      let parts2 = severityNames.flatMap(
        (name) => counts2.bySeverity[name] > 0 ? [`${grouped(counts2.bySeverity[name])} ${name}`] : []
      ), found2 = `${count(counts2.defects, "security defect")} found`;
      return { headline: found2, statement: `${found2}: ${parts2.join(", ")}` };
    }
    case "no-explicit-defects":
      return {
        headline: "No explicit security defects found",
        statement: `No explicit security defects found in what was analysed: ${count(files2, "Python file")}, ${count(securityRulesRun(set, rules), "security rule")}`
      };
    case "incomplete":
      return {
        headline: "Incomplete: no security defects found in the part that was analysed",
        statement: `Incomplete: no security defects found, but ${listed2(whatIsMissing(set))}`
      };
    case "failed":
      return { headline: "Failed", statement: "Failed: the analysis did not finish" };
    default:
      return unreachable(set.verdict);
  }
}
function securityRulesRun(set, rules) {
  let byCode = rulesByCode(rules);
  return set.coverage.rulesRun.filter((code) => {
    let rule = byCode.get(code);
    return rule?.category === "security" && rule.tier !== "inventory";
  }).length;
}
function filesNotAnalysed(set) {
  return lostFiles(set).size;
}
function lostFiles(set) {
  let unread = set.skipped.filter(
    ({ reason }) => reason === "too-large" || reason === "unreadable" || reason === "encoding"
  );
  return /* @__PURE__ */ new Set([
    ...hidden(set, ["PVN001", "PVN002"]).flatMap((problem) => problem.file ?? []),
    ...set.problems.flatMap((problem) => problem.files ?? []),
    ...unread.map(({ path }) => path)
  ]);
}
function whatIsMissing(set) {
  let missing = [], lost = lostFiles(set);
  if (lost.size > 0) {
    let all = /* @__PURE__ */ new Set([...set.coverage.files.map((file) => file.path), ...lost]);
    missing.push(`${grouped(lost.size)} of ${count(all.size, "file")} could not be analysed`);
  } else set.coverage.files.length === 0 && missing.push("no Python file was analysed");
  let limits = hidden(set, ["PVN004"]).filter((problem) => problem.files === void 0).length;
  limits > 0 && missing.push(`a limit of the analysis was reached in ${count(limits, "place")}`);
  let failed2 = new Set(hidden(set, ["PVN005"]).map((problem) => problem.rule ?? problem.message)).size;
  return failed2 > 0 && missing.push(`${count(failed2, "rule")} failed`), missing.length > 0 ? missing : ["part of the code could not be analysed"];
}
function hidden(set, ids2) {
  return set.problems.filter((problem) => problem.hidesCode && ids2.includes(problem.id));
}
function reviewedLine(set) {
  let files2 = set.coverage.files, lines = files2.reduce((sum, file) => sum + file.lines, 0), what = set.reviewed.description === "" ? "Python code" : set.reviewed.description, subject = set.reviewed.subject === void 0 ? "" : ` Subject: ${set.reviewed.subject}.`;
  return `Reviewed: ${what}, ${count(files2.length, "file")}, ${count(lines, "line")}.${subject}`;
}

// src/deliver/outputs.ts
function outputs(set, files2, upload, cut, compared) {
  let counts2 = tally(set.findings), fresh = tally(activeFindings(set.findings).filter((finding) => finding.baseline !== "unchanged"));
  return {
    verdict: set.verdict,
    "security-count": String(counts2.defects),
    "hotspot-count": String(counts2.hotspots),
    "practice-count": String(counts2.notes),
    "suppressed-count": String(counts2.suppressed),
    "critical-count": String(counts2.bySeverity.critical),
    "high-count": String(counts2.bySeverity.high),
    "medium-count": String(counts2.bySeverity.medium),
    "low-count": String(counts2.bySeverity.low),
    "new-security-count": compared ? String(fresh.defects) : "",
    "new-practice-count": compared ? String(fresh.notes) : "",
    "files-analysed": String(set.coverage.files.length),
    "files-not-analysed": String(filesNotAnalysed(set)),
    "sarif-file": files2.sarifFile ?? "",
    "json-file": files2.jsonFile ?? "",
    "summary-file": files2.summaryFile ?? "",
    "sarif-id": upload.id ?? "",
    "upload-status": upload.status,
    "upload-status-reason": upload.reason ?? "",
    truncated: String(cut.truncated),
    "omitted-count": String(cut.omitted)
  };
}

// src/deliver/upload-step.ts
import { gzipSync } from "node:zlib";

// src/deliver/upload-sarif.ts
import { pathToFileURL } from "node:url";

// src/deliver/clock.ts
var systemClock = {
  now: Date.now,
  pause: (milliseconds) => new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  }),
  random: Math.random
};

// src/deliver/retry-delay.ts
var OUTAGE_DELAYS = [2e3, 8e3, 3e4], RATE_BUDGET = 12e4, TRANSIENT_AUTHENTICATION_DELAY = 5e3;
function retryDelay(failure, state) {
  let { status } = failure;
  if (status === void 0 || [408, 500, 502, 503, 504].includes(status)) {
    let delay = OUTAGE_DELAYS[state.tries - 1];
    return delay === void 0 ? void 0 : { delay, rate: !1 };
  }
  if (isRateLimit(failure)) {
    let delay = rateDelay(failure, state.now);
    return state.waitedForRate + delay > RATE_BUDGET ? void 0 : { delay, rate: !0 };
  }
  if ([401, 403, 404].includes(status) && state.tries === 1 && !state.fromFork)
    return { delay: TRANSIENT_AUTHENTICATION_DELAY, rate: !1 };
}
function isRateLimit({ status, headers: headers2, message }) {
  return status === 429 ? !0 : status !== 403 ? !1 : "retry-after" in headers2 || headers2["x-ratelimit-remaining"] === "0" || /secondary rate limit/i.test(message);
}
function rateDelay({ headers: headers2 }, now) {
  let after = Number(headers2["retry-after"]);
  if (Number.isFinite(after) && after >= 0) return Math.max(1e3, after * 1e3);
  let reset = Number(headers2["x-ratelimit-reset"]);
  return Number.isFinite(reset) ? Math.max(1e3, reset * 1e3 - now) : 6e4;
}

// src/deliver/upload-failure.ts
var remedies = {
  "no-permission": "Give the job `permissions: security-events: write` (and `contents: read`). In a reusable workflow the calling job needs them too.",
  fork: "Pull requests from forks run with a read-only token. The findings are below and in `results.sarif`; they reach code scanning when the branch is merged.",
  "dependabot-push": "Dependabot pushes run read-only: trigger on `pull_request` and leave Dependabot branches out of `push`.",
  "not-enabled": "Code scanning is free for public repositories; a private one needs GitHub Code Security. Set `upload: never` to silence this; all other outputs work without it.",
  archived: "The repository is archived.",
  "bad-token": "Leave `token` at its default.",
  "not-found": "The token cannot see this repository, or code scanning does not exist on this server.",
  "unknown-commit": "Upload needs a pushed commit: set `ref` and `sha` together.",
  invalid: "This is a defect in pyverdict: please report it with `results.sarif`.",
  "too-large": "Exclude directories with `exclude`.",
  "too-many": "Exclude directories with `exclude`.",
  "duplicate-category": "Give each run of pyverdict in this commit its own `category`.",
  "alert-limit": "GitHub has blocked uploads for this repository; see its documentation on alert limits.",
  "rate-limited": "Wait, or upload less often.",
  "processing-timeout": "GitHub is still processing the upload.",
  network: "The findings are in `results.sarif`.",
  unknown: "The findings are in `results.sarif`.",
  off: "The option `upload` is `never`.",
  event: "The inputs `ref` and `sha` must say which commit was scanned."
}, byText = [
  [
    "not-enabled",
    "advanced security must be enabled",
    "code security must be enabled",
    "code scanning is not enabled",
    "blocked by a policy"
  ],
  ["archived", "archived"],
  ["alert-limit", "too many logical alerts"],
  ["duplicate-category", "multiple runs with the same category", "same category"],
  ["too-many", "rejecting sarif, as there are more"],
  ["rate-limited", "rate limit"],
  ["bad-token", "bad credentials", "requires authentication"],
  ["unknown-commit", "commit not found", "not found in this repository"],
  [
    "invalid",
    "rejecting sarif",
    "an invalid uri was provided",
    "expected artifact location",
    "invalid security severity value",
    "sarif uri scheme"
  ]
];
function reasonOf(failure, context) {
  let { status, message } = failure;
  if (status === void 0) return "network";
  let text = message.toLowerCase();
  if (status === 429) return "rate-limited";
  if (status === 403 && context.actor === "dependabot[bot]" && context.eventName === "push") return "dependabot-push";
  if (status === 403 && text.includes("resource not accessible by integration"))
    return context.fromFork ? "fork" : "no-permission";
  let found2 = byText.find(([, ...parts2]) => parts2.some((part) => text.includes(part)));
  return found2 ? found2[0] : status === 401 ? "bad-token" : status === 404 ? "not-found" : status === 413 ? "too-large" : status === 400 || status === 422 ? "invalid" : "unknown";
}
function reasonOfErrors(errors) {
  let text = errors.join(`
`).toLowerCase();
  return byText.find(([, ...parts2]) => parts2.some((part) => text.includes(part)))?.[0] ?? "unknown";
}

// src/deliver/upload-sarif.ts
var POLL_DELAYS = [5e3, 1e4, 2e4, 4e4, 8e4], TOTAL_BUDGET = 3e5;
async function uploadSarif(upload, github, clock = systemClock) {
  let api = await connect(github), start = clock.now(), path = `/repos/${encodeURIComponent(github.owner)}/${encodeURIComponent(github.repository)}/code-scanning/sarifs`, sent = await withRetries(() => api("POST", path, bodyOf(upload)), github, clock, start);
  if (!sent.ok) {
    let reason = reasonOf(sent.failure, failureContext(github));
    return {
      status: reason === "fork" ? "skipped" : "failed",
      reason,
      remedy: remedies[reason],
      serverMessage: describe3(sent.failure)
    };
  }
  let id = textField(sent.answer.data, "id"), uploaded = { status: "uploaded", ...id !== void 0 && { id } };
  return !upload.waitForProcessing || id === void 0 ? uploaded : { ...await waitForProcessing(api, `${path}/${encodeURIComponent(id)}`, github, clock, start), id };
}
function bodyOf(upload) {
  return {
    commit_sha: upload.sha,
    ref: upload.ref,
    sarif: Buffer.from(upload.gzip).toString("base64"),
    checkout_uri: pathToFileURL(`${upload.root}/`).href,
    // The scan began when this process did.
    started_at: new Date(performance.timeOrigin).toISOString(),
    tool_name: "pyverdict",
    ...upload.validate && { validate: !0 }
  };
}
async function withRetries(send, github, clock, start) {
  let { fromFork } = failureContext(github), waitedForRate = 0;
  for (let tries = 1; ; tries++) {
    let result = await send();
    if (result.ok) return result;
    let retry = retryDelay(result.failure, { tries, waitedForRate, fromFork, now: clock.now() });
    if (!retry) return result;
    let delay = Math.round(retry.delay * (1 + clock.random() / 4));
    if (clock.now() - start + delay > TOTAL_BUDGET) return result;
    retry.rate && (waitedForRate += retry.delay), await clock.pause(delay);
  }
}
async function waitForProcessing(api, path, github, clock, start) {
  for (let delay of POLL_DELAYS) {
    if (clock.now() - start + delay > TOTAL_BUDGET) break;
    await clock.pause(delay);
    let result = await api("GET", path);
    if (!result.ok) return { status: "processing", serverMessage: describe3(result.failure) };
    let { data } = result.answer, status = textField(data, "processing_status");
    if (status === "complete") return complete(api, textField(data, "analyses_url"), github);
    if (status === "failed") return failed(data, github);
  }
  return { status: "processing", reason: "processing-timeout", remedy: remedies["processing-timeout"] };
}
async function complete(api, analysesUrl, github) {
  let prefix = `${github.apiUrl}/`;
  if (!analysesUrl?.startsWith(prefix)) return { status: "uploaded" };
  let result = await api("GET", analysesUrl.slice(prefix.length - 1)), [analysis] = result.ok && Array.isArray(result.answer.data) ? result.answer.data : [], warning = textField(analysis, "warning");
  return warning ? { status: "uploaded", serverMessage: withoutToken(warning, github.token()) } : { status: "uploaded" };
}
function failed(data, github) {
  let errors = data.errors, texts = Array.isArray(errors) ? errors.map((error) => withoutToken(String(error), github.token())) : [], serverMessage = texts.join(`
`);
  if (texts.length > 0 && texts.every((text) => text.startsWith("unsuccessful execution")))
    return { status: "uploaded", serverMessage };
  let reason = reasonOfErrors(texts);
  return { status: "failed", reason, remedy: remedies[reason], serverMessage };
}
function failureContext(github) {
  return { fromFork: github.pullRequest?.fromFork ?? !1, actor: github.actor, eventName: github.eventName };
}
function describe3(failure) {
  return failure.status === void 0 ? failure.message : `${failure.status}: ${failure.message}`;
}
function textField(value, name) {
  if (typeof value != "object" || value === null) return;
  let found2 = value[name];
  return typeof found2 == "string" ? found2 : void 0;
}

// src/deliver/upload-target.ts
var foreignEvents = /* @__PURE__ */ new Set(["pull_request_target", "workflow_run"]);
function uploadTarget(options, github) {
  if (options.when === "never") return none4("off", "The option `upload` is `never`.");
  if (!github) return none4("network", "Not on a GitHub runner: GITHUB_REPOSITORY and GITHUB_API_URL are not set.");
  if (github.token() === "") return none4("bad-token", remedies["bad-token"]);
  if (options.target) return { upload: !0, ...options.target };
  let { eventName, pullRequest } = github;
  if (foreignEvents.has(eventName))
    return none4("event", `On ${eventName} the inputs \`ref\` and \`sha\` must say which commit was scanned.`);
  if (eventName === "merge_group")
    return none4("event", "The ref of a merge queue is temporary; the push that follows uploads.");
  if (eventName === "pull_request") return pullRequestTarget(options, github);
  if (pullRequest)
    return none4("event", `On ${eventName} the inputs \`ref\` and \`sha\` must say which commit was scanned.`);
  let sha = github.head ?? github.sha;
  return sha !== github.sha || !isCommit(sha) ? none4("unknown-commit", remedies["unknown-commit"]) : isRef(github.ref) ? { upload: !0, ref: github.ref, sha } : none4("unknown-commit", remedies["unknown-commit"]);
}
function pullRequestTarget(options, github) {
  let { pullRequest } = github;
  if (!pullRequest) return none4("unknown-commit", remedies["unknown-commit"]);
  if (pullRequest.fromFork && options.when !== "always") return none4("fork", remedies.fork);
  let sha = github.head ?? github.sha;
  return isCommit(sha) ? sha === github.sha ? { upload: !0, ref: `refs/pull/${pullRequest.number}/merge`, sha } : sha === pullRequest.headSha ? { upload: !0, ref: `refs/pull/${pullRequest.number}/head`, sha } : none4("unknown-commit", remedies["unknown-commit"]) : none4("unknown-commit", remedies["unknown-commit"]);
}
function none4(reason, remedy) {
  return { upload: !1, reason, remedy };
}
function isCommit(text) {
  return /^([0-9a-f]{40}|[0-9a-f]{64})$/.test(text);
}
function isRef(text) {
  return /^refs\/(heads|tags|pull)\/./.test(text);
}

// src/deliver/upload-step.ts
var whole = { truncated: !1, omitted: 0 };
async function uploadStep(report, options, log) {
  let { github } = options, target = uploadTarget(options.upload, github);
  if (!target.upload || !github) {
    let reason = target.upload ? "unknown" : target.reason, remedy = target.upload ? "" : target.remedy;
    return reason !== "off" && tell2(log, reason, remedy), { upload: { status: "skipped", reason, remedy }, cut: whole };
  }
  try {
    let view = report.uploadView(), cut = { truncated: view.truncated, omitted: view.omitted }, upload = await uploadSarif(
      {
        gzip: gzipSync(JSON.stringify(view.log), { level: 9 }),
        ref: target.ref,
        sha: target.sha,
        root: options.root,
        waitForProcessing: options.upload.waitForProcessing,
        validate: options.upload.when === "always"
      },
      github
    );
    return upload.reason !== void 0 && upload.status !== "uploaded" && tell2(log, upload.reason, upload.remedy ?? ""), upload.serverMessage && log.info(`GitHub said: ${upload.serverMessage}`), cut.truncated && log.warning(`${cut.omitted} findings were not sent to code scanning; results.sarif has all of them.`), { upload, cut };
  } catch (error) {
    let serverMessage = error instanceof Error ? error.message : String(error);
    return tell2(log, "unknown", serverMessage), { upload: { status: "failed", reason: "unknown", serverMessage }, cut: whole };
  }
}
var expected = /* @__PURE__ */ new Set(["fork", "event", "processing-timeout"]);
function tell2(log, reason, remedy) {
  let text = `Upload to code scanning: ${reason}. ${remedy}`;
  expected.has(reason) ? log.info(text) : log.warning(text);
}

// src/deliver/write-file.ts
import { lstatSync, mkdirSync, realpathSync, writeFileSync } from "node:fs";
import { basename, dirname, join as join3, sep } from "node:path";
function writeResultFile(path, text, within) {
  if (within === void 0) {
    mkdirSync(dirname(path), { recursive: !0 }), writeFileSync(path, text);
    return;
  }
  let directory = makeDirectory(dirname(path), within), target = join3(directory, basename(path));
  if (lstatSync(target, { throwIfNoEntry: !1 })?.isSymbolicLink())
    throw new Error(`${basename(path)} is a symbolic link`);
  writeFileSync(target, text);
}
function makeDirectory(directory, within) {
  if (directory === dirname(directory)) throw new Error("the file lies outside of the workspace");
  if (directory === within) return within;
  let real = join3(makeDirectory(dirname(directory), within), basename(directory));
  lstatSync(real, { throwIfNoEntry: !1 }) || mkdirSync(real);
  let resolved = realpathSync(real);
  if (!resolved.startsWith(within.endsWith(sep) ? within : within + sep))
    throw new Error("a symbolic link leads out of the workspace");
  return resolved;
}

// src/deliver/deliver.ts
async function deliver(findings, report, options, log) {
  let wanted = options.outputs, inAction = options.host === "action", failures2 = [], attempt = async (what, step2) => {
    try {
      return await step2(), !0;
    } catch (error) {
      let message = `${what} could not be written: ${reasonOf2(error)}`;
      return failures2.push(message), log.warning(message), !1;
    }
  }, write2 = (path, text) => path === void 0 ? Promise.resolve(!1) : attempt(shownPath(path, options), () => writeResultFile(path, text(), wanted.within));
  findings.coverage.files.length === 0 && log.warning("No Python file was analysed: this run says nothing about the code.");
  let sarifWritten = await write2(wanted.sarif, () => pretty(report.sarif)), jsonWritten = await write2(wanted.json, () => pretty(report.json)), { upload, cut } = await uploadStep(report, options, log), gated = gate(findings, options), outcome = {
    ...sarifWritten && { sarifFile: namedPath(wanted.sarif, options) },
    ...jsonWritten && { jsonFile: namedPath(wanted.json, options) },
    ...(inAction || options.upload.when !== "never") && { upload },
    gate: { result: gated.result, text: gated.text },
    ...cut,
    // The command line's outputs hold no clock: the same tree gives the same bytes.
    ...inAction && { durationSeconds: Math.round(performance.now() / 100) / 10 }
  };
  await attempt("Standard output", () => print(report, outcome, options));
  let summaryWritten = await write2(wanted.summary, () => report.summary(outcome));
  if (inAction && wanted.summaryStyle !== "none") {
    let markdown = report.summary(outcome);
    await appendJobSummary(markdown).catch((error) => {
      log.info(
        `No job summary (${reasonOf2(error)}); it is in ${wanted.summary === void 0 ? "no file" : shownPath(wanted.summary, options)}.`
      );
    });
  }
  if (inAction) {
    let files2 = {
      ...outcome,
      ...summaryWritten && { summaryFile: shownPath(wanted.summary, options) }
    };
    await attempt("Outputs", () => setOutputs(outputs(findings, files2, upload, cut, options.baseline !== void 0)));
  }
  let reasons = gated.result === "failed" ? [gated.text] : [];
  return findings.verdict === "failed" && reasons.push("none of the Python files could be analysed"), options.upload.when === "always" && (upload.status === "failed" || upload.status === "skipped") && reasons.push(`nothing was uploaded (${upload.reason ?? "unknown"}) and upload is "always"`), inAction || reasons.push(...failures2), reasons.length === 0 ? { exitCode: 0 } : { exitCode: gated.exitCode === 0 ? 3 : gated.exitCode, failure: reasons.join("; ") };
}
function print(report, outcome, options) {
  switch (options.outputs.stdout) {
    case "text":
      process.stdout.write(report.console(options));
      break;
    case "json":
      process.stdout.write(pretty(report.json));
      break;
    case "sarif":
      process.stdout.write(pretty(report.sarif));
      break;
    case "markdown":
      process.stdout.write(report.summary(outcome));
      break;
    case void 0:
      break;
  }
}
function pretty(value) {
  return `${JSON.stringify(value, null, 2)}
`;
}
function namedPath(path, options) {
  let shown = shownPath(path, options);
  return isAbsolute(shown) ? basename2(shown) : shown;
}
function shownPath(path, options) {
  let shown = relative(options.outputs.within ?? process.cwd(), path).split(sep2).join("/");
  return shown.startsWith("../") ? path : shown;
}
function reasonOf2(error) {
  if (!(error instanceof Error)) return String(error);
  let { code } = error;
  switch (code) {
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return "no permission to write there";
    case "EISDIR":
      return "it is a directory";
    case "ENOTDIR":
      return "part of its path is a file";
    case "ENOSPC":
      return "the disk is full";
    default:
      return error.message;
  }
}

// src/discover/require-sources.ts
import { relative as relative2 } from "node:path";
function requireSources(sources, options) {
  if (options.host === "action" || sources.files.some((file) => file.kind !== "stub")) return sources;
  let where = options.paths.map((path) => relative2(process.cwd(), path) || ".").join(", "), skipped = sources.skipped.length, left = skipped === 0 ? "" : ` (${skipped} left out, for instance ${sources.skipped[0].path}: ${sources.skipped[0].reason})`;
  throw new ConfigurationError(`no Python file found in ${where}${left}; nothing was analysed, so there is no verdict`);
}

// src/findings/baseline.ts
import { readFileSync } from "node:fs";
var fingerprintName = "pyverdictContext/v1";
function readBaseline(path) {
  let advice = 'Give a file that "pyverdict scan --sarif FILE" wrote, or leave the option out.', text;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    let missing = error.code === "ENOENT";
    throw new ConfigurationError(
      `The baseline ${path} ${missing ? "does not exist" : `cannot be read (${error.message})`}. ${advice}`
    );
  }
  let log;
  try {
    log = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new ConfigurationError(`The baseline ${path} is not JSON: ${error.message}. ${advice}`);
  }
  let runs2 = property(log, "runs");
  if (!Array.isArray(runs2))
    throw new ConfigurationError(`The baseline ${path} is not SARIF: it has no "runs". ${advice}`);
  let known2 = /* @__PURE__ */ new Set(), results = 0, marked = 0;
  for (let run2 of runs2)
    for (let result of list2(property(run2, "results"))) {
      results++;
      let fingerprint2 = property(property(result, "partialFingerprints"), fingerprintName);
      if (typeof fingerprint2 != "string") continue;
      marked++, list2(property(result, "suppressions")).some(
        (suppression) => property(suppression, "kind") === "inSource"
      ) || known2.add(fingerprint2);
    }
  if (results > 0 && marked === 0)
    throw new ConfigurationError(
      `The baseline ${path} has ${results} results without our fingerprints ("${fingerprintName}"): another tool wrote it. ${advice}`
    );
  return known2;
}
function property(value, name) {
  return typeof value == "object" && value !== null && Object.hasOwn(value, name) ? value[name] : void 0;
}
function list2(value) {
  return Array.isArray(value) ? value : [];
}

// src/findings/fingerprint.ts
import { createHash } from "node:crypto";
function fingerprint(key, ordinal) {
  return createHash("sha256").update(`${joined3(key)}\0${ordinal}`, "utf8").digest("hex").slice(0, 32);
}
function fingerprints(keys) {
  let seen = /* @__PURE__ */ new Map();
  return keys.map((key) => {
    let text = joined3(key), ordinal = seen.get(text) ?? 0;
    return seen.set(text, ordinal + 1), fingerprint(key, ordinal);
  });
}
function joined3(key) {
  let fields = ["pv1", key.rule, key.path, key.scope, key.text];
  return key.taint !== void 0 && fields.push(key.taint.source, key.taint.sink), fields.join("\0");
}

// src/findings/group.ts
function groupDetections(detections, suppressions, line) {
  let groups2 = /* @__PURE__ */ new Map();
  [...detections].sort(compareDetections).forEach((detection, index2) => {
    let suppression = suppressions.get(detection), { by: by2, key } = groupKey(detection, index2), mark = suppression === void 0 ? "" : `${suppression.file}\0${suppression.line}\0${suppression.mark}`, full = `${key}\0\0${mark}`, group = groups2.get(full);
    group === void 0 ? groups2.set(full, { by: by2, suppression, members: [detection] }) : group.members.push(detection);
  });
  let grouped2 = [...groups2.values()].map(({ by: by2, suppression, members }) => {
    let [primary, ...others2] = members;
    return { primary, others: others2, by: by2, sameLine: [], ...suppression && { suppression } };
  });
  return oneALine(grouped2, line);
}
function groupKey(detection, index2) {
  let { rule, tier, file, scope, scopeHeader } = detection, name = `${rule}\0${tier}\0`;
  return detection.groupKey !== void 0 ? { by: "value", key: `${name}value\0${detection.groupKey}` } : tier !== "note" ? { by: "none", key: `${name}${index2}` } : { by: "function", key: `${name}scope\0${file}\0${scope}\0${scopeHeader?.start ?? ""}` };
}
function oneALine(groups2, line) {
  let kept = /* @__PURE__ */ new Map();
  for (let group of groups2) {
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
  return (a, b) => tiers.indexOf(a.tier) - tiers.indexOf(b.tier) || (b.severity ?? 0) - (a.severity ?? 0) || levels2.indexOf(a.level) - levels2.indexOf(b.level) || precision(a) - precision(b) || compareFindings(a, b);
}
var tiers = ["defect", "hotspot", "note"], levels2 = ["error", "warning", "note"], precisions = ["very-high", "high", "medium", "low"];
function compareFindings(a, b) {
  return compareText(a.file, b.file) || a.region.startLine - b.region.startLine || a.region.startColumn - b.region.startColumn || compareText(a.ruleId, b.ruleId) || compareText(a.fingerprint, b.fingerprint);
}

// src/findings/create-finding.ts
var RELATED_LIMIT = 10;
function createFindings(groups2, rules, places) {
  let prints = fingerprints(groups2.map(({ primary }) => fingerprintKey(primary, places)));
  return groups2.map((group, index2) => createFinding(group, prints[index2], rules, places));
}
function createFinding(group, fingerprint2, rules, places) {
  let { primary, suppression } = group, onLine = group.sameLine.flatMap((other) => [other.primary, ...other.others]), others2 = [...group.others, ...onLine].sort(compareDetections), members = [primary, ...others2], rule = rules.get(primary.rule), secret = members.some((member) => member.secret === !0), show = (place4) => {
    let { snippet, ...found3 } = places.found(place4);
    return secret || snippet === void 0 ? found3 : { ...found3, snippet };
  }, shown = others2.slice(0, RELATED_LIMIT), related = [
    ...primary.related.map((place4) => ({ ...show(place4), message: place4.message })),
    ...shown.map((place4) => ({ ...show(place4), message: onLine.includes(place4) ? "also on this line" : "also here" }))
  ], allPlaces = everyPlace(members, places), seen = new Set(
    [primary, ...primary.related, ...shown].map(
      (place4) => placeKey(place4.file, places.line(place4.file, place4.range.start))
    )
  ), further = allPlaces.filter(({ file, line }) => !seen.has(placeKey(file, line))).length, level = members.map((member) => member.level ?? (rule ? defaultLevel(rule, member.tier, member.inTest) : "note")).sort(bySeverity)[0], severity = rule === void 0 ? void 0 : findingSeverity(rule, primary.tier), found2 = show(primary);
  return {
    ...found2,
    rule: primary.rule,
    ruleId: primary.tier === "hotspot" ? `${primary.rule}/review` : primary.rule,
    tier: primary.tier,
    level,
    ...severity !== void 0 && { severity },
    message: withCount(primary.message, group),
    fix: primary.fix ?? rule?.fix ?? "",
    context: places.context({ file: primary.file, range: around(primary) }),
    scope: primary.scope,
    related,
    furtherPlaces: further,
    allPlaces,
    flows: members.flatMap(
      ({ flows }) => flows.map(({ steps }) => ({
        steps: steps.map((step2) => ({ ...show(step2), kind: step2.kind, message: step2.message, depth: step2.depth }))
      }))
    ),
    lineHash: places.lineHash(primary.file, found2.region.startLine),
    fingerprint: fingerprint2,
    ...suppression && { suppression },
    inTest: primary.inTest,
    mergedRules: [...new Set(members.flatMap(({ mergedRules }) => mergedRules ?? []))].sort(),
    secret,
    rank: Math.max(...members.map(({ rank: rank3 }) => rankScore(level, rank3)))
  };
}
function fingerprintKey(detection, places) {
  let { rule, file, scope, statement: statement2, groupKey: groupKey2, taint: taint2 } = detection, secret = detection.secret === !0;
  if (groupKey2 !== void 0 && !secret) return { rule, path: "", scope: "", text: groupKey2 };
  let text = places.tokens({ file, range: statement2 }, secret ? "hidden" : "kept");
  return { rule, path: file, scope, text, ...taint2 && { taint: taint2 } };
}
function withCount(message, { primary, others: others2, by: by2, sameLine }) {
  let counts2 = [], where = primary.scope === "<module>" ? "at module level" : "in this function";
  return by2 === "function" && others2.length > 0 && counts2.push(`${others2.length} more ${where}`), sameLine.length > 0 && counts2.push(`${sameLine.length} more on this line`), counts2.length === 0 ? message : `${message.endsWith(".") ? message.slice(0, -1) : message} (and ${counts2.join(", ")}).`;
}
function around({ range, statement: statement2 }) {
  return { start: Math.min(range.start, statement2.start), end: Math.max(range.end, statement2.end) };
}
function placeKey(file, line) {
  return `${file}\0${line}`;
}
function everyPlace(members, places) {
  let all = /* @__PURE__ */ new Map(), add3 = ({ file, range }) => {
    let line = places.line(file, range.start);
    all.set(placeKey(file, line), { file, line });
  };
  for (let member of members)
    if (add3(member), !(member.otherPlaces === void 0 || member.otherPlaces.length === 0)) {
      for (let place4 of member.related) add3(place4);
      for (let place4 of member.otherPlaces) add3(place4);
    }
  return [...all.values()];
}
function bySeverity(a, b) {
  let order = ["error", "warning", "note"];
  return order.indexOf(a) - order.indexOf(b);
}

// src/findings/overlap.ts
function dropOverlapped(detections, rules, byte) {
  let dropped = /* @__PURE__ */ new Set();
  for (let file of byFile(detections)) {
    let extents = file.map((detection) => ({ detection, ...extent(detection) })).sort((a, b) => a.start - b.start);
    for (let first = 0; first < extents.length; first++) {
      let one = extents[first];
      for (let second = first + 1; second < extents.length && extents[second].start < one.end; second++) {
        let loser = loserOf(one.detection, extents[second].detection, rules, byte);
        loser !== void 0 && dropped.add(loser);
      }
    }
  }
  return detections.filter((detection) => !dropped.has(detection));
}
function loserOf(a, b, rules, byte) {
  let aNamesB = a.rule !== b.rule && (rules.get(a.rule)?.overlaps.includes(b.rule) ?? !1), bNamesA = a.rule !== b.rule && (rules.get(b.rule)?.overlaps.includes(a.rule) ?? !1);
  if (aNamesB || bNamesA) {
    let loser = aNamesB ? a : b;
    return (a.tier === "note" && b.tier === "note" ? sameStatement(a, b) : samePlace(a, b, byte)) ? loser : void 0;
  }
  if (!(weight[a.tier] === weight[b.tier] || !samePlace(a, b, byte)))
    return weight[a.tier] < weight[b.tier] ? a : b;
}
var weight = { note: 0, hotspot: 1, defect: 2 };
function sameStatement(a, b) {
  return equal(a.statement, b.statement) || intersect2(a.range, b.range);
}
function samePlace(a, b, byte) {
  if (equal(a.range, b.range)) return !0;
  if (!equal(a.statement, b.statement) || !contains(a.range, b.range) && !contains(b.range, a.range)) return !1;
  let isCall = (detection) => byte(detection.file, detection.range.end - 1) === 41;
  return !(isCall(a) && isCall(b));
}
function equal(a, b) {
  return a.start === b.start && a.end === b.end;
}
function contains(outer, inner2) {
  return outer.start <= inner2.start && inner2.end <= outer.end;
}
function intersect2(a, b) {
  return a.start < b.end && b.start < a.end;
}
function extent({ range, statement: statement2 }) {
  return { start: Math.min(range.start, statement2.start), end: Math.max(range.end, statement2.end) };
}
function byFile(detections) {
  let files2 = /* @__PURE__ */ new Map();
  for (let detection of detections) {
    let file = files2.get(detection.file);
    file === void 0 ? files2.set(detection.file, [detection]) : file.push(detection);
  }
  return files2.values();
}

// src/findings/line-hash.ts
var PASSED = Array.from({ length: 100 }).reduce((power) => Math.imul(power, 37), 1);
function lineHashes(text) {
  let { lows, starts } = lowerHalves(text), known2 = /* @__PURE__ */ new Map(), numberEqualLines = (low) => {
    let occurrences = /* @__PURE__ */ new Map();
    for (let index2 = 0; index2 < lows.length; index2++) {
      if (lows[index2] !== low) continue;
      let value = windowHash(text, starts[index2]), occurrence = (occurrences.get(value) ?? 0) + 1;
      occurrences.set(value, occurrence), known2.set(index2, `${value}:${occurrence}`);
    }
  };
  return {
    lineCount: starts.length,
    hash(line) {
      let low = lows[line - 1];
      if (low === void 0) throw new RangeError(`no line ${line} in a text of ${starts.length} lines`);
      return known2.has(line - 1) || numberEqualLines(low), known2.get(line - 1);
    }
  };
}
function lowerHalves(text) {
  let lows = [], starts = [0], unitsBefore = [0], hashBefore = [0], hash = 0, units = 0, windowEnd = 100, close = () => {
    lows.push(hash - Math.imul(hashBefore[lows.length], PASSED) | 0), windowEnd = lows.length < starts.length ? unitsBefore[lows.length] + 100 : 1 / 0;
  };
  for (let at = 0; at < text.length; at++) {
    let unit = text.charCodeAt(at);
    if (unit === 32 || unit === 9) continue;
    let endsLine = unit === 10 || unit === 13;
    unit === 13 && text.charCodeAt(at + 1) === 10 && at++, hash = Math.imul(hash, 37) + (endsLine ? 10 : unit) | 0, units++, units === windowEnd && close(), endsLine && (starts.push(at + 1), unitsBefore.push(units), hashBefore.push(hash), windowEnd === 1 / 0 && (windowEnd = units + 100));
  }
  for (let unit = 65535; lows.length < starts.length; unit = 0)
    hash = Math.imul(hash, 37) + unit | 0, units++, units === windowEnd && close();
  return { lows, starts };
}
function windowHash(text, start) {
  let high = 0, low = 0, at = start, ended = !1;
  for (let count2 = 0; count2 < 100; count2++) {
    for (; text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9; ) at++;
    let unit = 0;
    at < text.length ? (unit = text.charCodeAt(at), unit === 13 && (unit = 10, text.charCodeAt(at + 1) === 10 && at++), at++) : ended || (unit = 65535, ended = !0);
    let sum = low * 37 + unit;
    high = high * 37 + Math.floor(sum / 4294967296) >>> 0, low = sum >>> 0;
  }
  return high === 0 ? low.toString(16) : high.toString(16) + low.toString(16).padStart(8, "0");
}

// src/findings/line-index.ts
function createLineIndex(bytes2) {
  let starts = lineStarts(bytes2), decoder = new TextDecoder("utf-8", { ignoreBOM: !0 }), hasMark = bytes2[0] === 239 && bytes2[1] === 187 && bytes2[2] === 191, textStart = (line2) => line2 === 1 && hasMark ? 3 : starts[line2 - 1], line = (offset) => {
    let low = 0, high = starts.length - 1;
    for (; low < high; ) {
      let middle = low + high + 1 >> 1;
      starts[middle] <= offset ? low = middle : high = middle - 1;
    }
    return low + 1;
  }, lineEnd = (of) => {
    if (of >= starts.length) return bytes2.length;
    let end = starts[of] - 1;
    return bytes2[end] === 10 && bytes2[end - 1] === 13 && end > starts[of - 1] && end--, end;
  }, column = (offset) => {
    let start = textStart(line(offset));
    return offset <= start ? 1 : decoder.decode(bytes2.subarray(start, offset)).length + 1;
  }, place4 = (start, end) => ({
    startLine: line(start),
    startColumn: column(start),
    endLine: line(end),
    endColumn: column(end)
  }), clamp = (offset) => Math.min(Math.max(offset, 0), bytes2.length);
  return {
    starts,
    line,
    lineEnd,
    column,
    region: (range) => place4(clamp(range.start), Math.max(clamp(range.start), clamp(range.end))),
    firstLine(range) {
      let start = clamp(range.start), end = Math.min(Math.max(start, clamp(range.end)), Math.max(start, lineEnd(line(start))));
      return place4(start, end);
    },
    lineText: (of) => decoder.decode(bytes2.subarray(textStart(of), lineEnd(of)))
  };
}
function lineStarts(bytes2) {
  let starts = [0];
  for (let at = 0; at < bytes2.length; at++) {
    let byte = bytes2[at];
    (byte === 10 || byte === 13 && bytes2[at + 1] !== 10) && starts.push(at + 1);
  }
  return Uint32Array.from(starts);
}

// src/findings/place-finder.ts
var SNIPPET_LIMIT = 300, KEPT_BYTES = 4 * 1024 * 1024;
function createPlaceFinder(reader, files2, facts, secrets) {
  let sources = new Map(files2.map((file) => [file.path, file])), trees = new Map(facts.flatMap(({ file, tree }) => tree === void 0 ? [] : [[file.path, tree]])), open = /* @__PURE__ */ new Map(), artifacts2 = /* @__PURE__ */ new Map(), changed = /* @__PURE__ */ new Set(), keptBytes = 0, fileAt = (path) => {
    if (open.has(path)) {
      let file2 = open.get(path);
      return open.delete(path), open.set(path, file2), file2;
    }
    let source = sources.get(path), read = source === void 0 ? void 0 : reader(source), index2 = read && createLineIndex(read.bytes), file = read && index2 && !hasChanged(index2, trees.get(path)) ? { read, index: index2 } : void 0;
    if (read === void 0 || file === void 0) changed.add(path);
    else {
      let { byteLength, sha256, encoding } = read;
      artifacts2.set(path, { path, length: byteLength, sha256, encoding }), keptBytes += read.bytes.length;
    }
    open.set(path, file);
    for (let [oldest, closing] of open) {
      if (keptBytes <= KEPT_BYTES || oldest === path) break;
      keptBytes -= closing?.read.bytes.length ?? 0, open.delete(oldest);
    }
    return file;
  }, hiddenLines = /* @__PURE__ */ new Map(), textLine = (path, offset) => trees.get(path)?.line(offset) ?? fileAt(path)?.index.line(offset) ?? 1;
  for (let { file, range } of secrets) {
    let lines = hiddenLines.get(file) ?? /* @__PURE__ */ new Set();
    hiddenLines.set(file, lines);
    let last2 = textLine(file, range.end);
    for (let line = textLine(file, range.start); line <= last2; line++) lines.add(line);
  }
  let region = (place4, whole2) => {
    let file = fileAt(place4.file);
    if (file === void 0) return unreadRegion(place4.file, place4.range);
    let { read, index: index2 } = file;
    if (read.position === void 0) return whole2 ? index2.region(place4.range) : index2.firstLine(place4.range);
    let lineEnd = index2.lineEnd(index2.line(place4.range.start)), start = read.position(place4.range.start), end = read.position(
      whole2 ? place4.range.end : Math.max(place4.range.start, Math.min(place4.range.end, lineEnd))
    );
    return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
  }, unreadRegion = (path, range) => {
    let line = textLine(path, range.start);
    return { startLine: line, startColumn: 1, endLine: line, endColumn: 1 };
  };
  return {
    found(place4) {
      let found2 = { file: place4.file, region: region(place4, !1) }, index2 = fileAt(place4.file)?.index;
      if (index2 === void 0) return found2;
      let line = index2.line(place4.range.start);
      return hiddenLines.get(place4.file)?.has(line) === !0 ? found2 : { ...found2, snippet: clip(index2.lineText(line)) };
    },
    context: (place4) => region(place4, !0),
    line(path, offset) {
      return sources.get(path)?.kind !== "notebook" ? textLine(path, offset) : fileAt(path)?.read.position?.(offset).line ?? textLine(path, offset);
    },
    lineHash(path, line) {
      let file = fileAt(path);
      return file === void 0 ? "" : (file.hashes ??= lineHashes(file.read.text), file.hashes.hash(Math.min(line, file.hashes.lineCount)));
    },
    tokens: (place4, strings) => fileAt(place4.file)?.read.tokens(place4.range, strings).join(" ") ?? "",
    byte: (path, offset) => fileAt(path)?.read.bytes[offset],
    startsLine(path, offset) {
      let bytes2 = fileAt(path)?.read.bytes;
      if (bytes2 === void 0) return !1;
      let at = offset - 1;
      for (; at >= 0 && (bytes2[at] === 32 || bytes2[at] === 9 || bytes2[at] === 12); ) at--;
      return at < 0 || bytes2[at] === 10 || bytes2[at] === 13 || at === 2 && bytes2[0] === 239 && bytes2[1] === 187;
    },
    artifact(path) {
      return !artifacts2.has(path) && sources.has(path) && fileAt(path), artifacts2.get(path);
    },
    changed: () => [...changed].sort()
  };
}
function hasChanged({ starts }, tree) {
  return tree === void 0 ? !1 : starts.length !== tree.lineStarts.length || starts.some((start, index2) => start !== tree.lineStarts[index2]);
}
function clip(text) {
  if (text.length <= SNIPPET_LIMIT) return text;
  let last2 = text.charCodeAt(SNIPPET_LIMIT - 1);
  return text.slice(0, last2 >= 55296 && last2 <= 56319 ? SNIPPET_LIMIT - 1 : SNIPPET_LIMIT);
}

// src/findings/rule-view.ts
function ruleTable(rules) {
  let table2 = /* @__PURE__ */ new Map();
  for (let rule of rules) table2.has(rule.code) || table2.set(rule.code, rule);
  return table2;
}

// src/findings/bandit-test-names.ts
function banditNumber(name) {
  return numbers.get(name.toLowerCase());
}
var numbers = /* @__PURE__ */ new Map([
  ["assert_used", "B101"],
  ["exec_used", "B102"],
  ["set_bad_file_permissions", "B103"],
  ["hardcoded_bind_all_interfaces", "B104"],
  ["hardcoded_password_string", "B105"],
  ["hardcoded_password_funcarg", "B106"],
  ["hardcoded_password_default", "B107"],
  ["hardcoded_tmp_directory", "B108"],
  ["password_config_option_not_marked_secret", "B109"],
  ["try_except_pass", "B110"],
  ["execute_with_run_as_root_equals_true", "B111"],
  ["try_except_continue", "B112"],
  ["request_without_timeout", "B113"],
  ["flask_debug_true", "B201"],
  ["tarfile_unsafe_members", "B202"],
  ["blacklist", "B001"],
  ["pickle", "B301"],
  ["marshal", "B302"],
  ["md5", "B303"],
  ["ciphers", "B304"],
  ["cipher_modes", "B305"],
  ["mktemp_q", "B306"],
  ["eval", "B307"],
  ["mark_safe", "B308"],
  ["httpsconnection", "B309"],
  ["urllib_urlopen", "B310"],
  ["random", "B311"],
  ["telnetlib", "B312"],
  ["xml_bad_celementtree", "B313"],
  ["xml_bad_elementtree", "B314"],
  ["xml_bad_expatreader", "B315"],
  ["xml_bad_expatbuilder", "B316"],
  ["xml_bad_sax", "B317"],
  ["xml_bad_minidom", "B318"],
  ["xml_bad_pulldom", "B319"],
  ["xml_bad_etree", "B320"],
  ["ftplib", "B321"],
  ["input", "B322"],
  ["unverified_context", "B323"],
  ["hashlib", "B324"],
  ["hashlib_insecure_functions", "B324"],
  ["tempnam", "B325"],
  ["import_telnetlib", "B401"],
  ["import_ftplib", "B402"],
  ["import_pickle", "B403"],
  ["import_subprocess", "B404"],
  ["import_xml_etree", "B405"],
  ["import_xml_sax", "B406"],
  ["import_xml_expat", "B407"],
  ["import_xml_minidom", "B408"],
  ["import_xml_pulldom", "B409"],
  ["import_lxml", "B410"],
  ["import_xmlrpclib", "B411"],
  ["import_httpoxy", "B412"],
  ["import_pycrypto", "B413"],
  ["import_pycryptodome", "B414"],
  ["import_pyghmi", "B415"],
  ["request_with_no_cert_validation", "B501"],
  ["ssl_with_bad_version", "B502"],
  ["ssl_with_bad_defaults", "B503"],
  ["ssl_with_no_version", "B504"],
  ["weak_cryptographic_key", "B505"],
  ["yaml_load", "B506"],
  ["ssh_no_host_key_verification", "B507"],
  ["snmp_insecure_version_check", "B508"],
  ["snmp_crypto_check", "B509"],
  ["paramiko_calls", "B601"],
  ["subprocess_popen_with_shell_equals_true", "B602"],
  ["subprocess_without_shell_equals_true", "B603"],
  ["any_other_function_with_shell_equals_true", "B604"],
  ["start_process_with_a_shell", "B605"],
  ["start_process_with_no_shell", "B606"],
  ["start_process_with_partial_path", "B607"],
  ["hardcoded_sql_expressions", "B608"],
  ["linux_commands_wildcard_injection", "B609"],
  ["django_extra_used", "B610"],
  ["django_rawsql_used", "B611"],
  ["logging_config_insecure_listen", "B612"],
  ["trojansource", "B613"],
  ["pytorch_load", "B614"],
  ["pytorch_load_insecure", "B614"],
  ["huggingface_unsafe_download", "B615"],
  ["jinja2_autoescape_false", "B701"],
  ["use_of_mako_templates", "B702"],
  ["django_mark_safe", "B703"],
  ["markupsafe_markup_xss", "B704"]
]);

// src/findings/peer-index.ts
var peersOf = {
  pyverdict: [],
  noqa: ["ruff", "flake8", "hacking", "bandit"],
  "file-noqa": ["ruff", "flake8", "hacking", "bandit"],
  pylint: ["pylint"],
  nosonar: ["sonar"],
  nosec: ["bandit", "ruff"],
  nosemgrep: ["semgrep"],
  codeql: ["codeql"],
  lgtm: ["codeql"]
}, none5 = /* @__PURE__ */ new Set();
function createPeerIndex(rules) {
  let own = /* @__PURE__ */ new Map(), foreign = /* @__PURE__ */ new Map(), ids2 = /* @__PURE__ */ new Set();
  for (let rule of rules.values()) {
    add2(own, rule.code.toLowerCase(), rule.code), add2(own, rule.id.toLowerCase(), rule.code), ids2.add(rule.id.toLowerCase());
    for (let peer of Object.keys(rule.peers))
      for (let entry2 of rule.peers[peer] ?? [])
        for (let id of entry2.split(/\s+/)) add2(foreign, `${peer} ${normalise(peer, id)}`, rule.code);
  }
  return {
    codes(form2, id) {
      let plain3 = id.toLowerCase().replace(/\/review$/, ""), ours = own.get(plain3);
      if (ours !== void 0) return ours;
      let found2 = /* @__PURE__ */ new Set();
      for (let peer of peersOf[form2])
        for (let code of foreign.get(`${peer} ${normalise(peer, id)}`) ?? none5) found2.add(code);
      return found2;
    },
    isName: (word) => ids2.has(word.toLowerCase()) || banditNumber(word) !== void 0
  };
}
function normalise(peer, id) {
  let lower = id.toLowerCase();
  switch (peer) {
    case "bandit":
    case "ruff":
      return (banditNumber(lower) ?? lower).toLowerCase().replace(/^[bs](?=\d{3}$)/, "b");
    case "semgrep":
      return lower.slice(lower.lastIndexOf(".") + 1);
    case "pylint":
      return lower.replace(/^pl(?=[cefrw]\d)/, "");
    default:
      return lower;
  }
}
function add2(map, key, code) {
  let codes2 = map.get(key);
  codes2 === void 0 ? map.set(key, /* @__PURE__ */ new Set([code])) : codes2.add(code);
}

// src/findings/suppression-marks.ts
var ANY = /pyverdict|noqa|nosec|nosem|nosonar|pylint|codeql|lgtm/i, HEADS = [
  { form: "pyverdict", head: /#\s*pyverdict\s*:\s*(?=ignore\b|\w+\s*\[)/gi },
  { form: "file-noqa", head: /#\s*(?:ruff|flake8)\s*:\s*noqa\b/gi },
  { form: "noqa", head: /#\s*noqa\b/gi },
  { form: "pylint", head: /#\s*pylint\s*:\s*disable\s*=\s*/gi },
  { form: "nosonar", head: /#\s*nosonar\b/gi },
  { form: "nosec", head: /#\s*nosec\b/gi },
  { form: "nosemgrep", head: /#\s*nosem(?:grep)?\b/gi },
  { form: "codeql", head: /#\s*codeql\s*(?=\[)/gi },
  { form: "lgtm", head: /#\s*lgtm\b/gi }
];
function suppressionMarks(comment, isName2) {
  if (!ANY.test(comment)) return [];
  let found2 = [];
  for (let { form: form2, head } of HEADS)
    for (let match of comment.matchAll(head))
      found2.push({ form: form2, start: match.index, ids: readIds(form2, comment, match.index + match[0].length, isName2) });
  return found2.sort((a, b) => a.start - b.start), found2.map(({ form: form2, start, ids: ids2 }, index2) => ({
    form: form2,
    ids: ids2.ids,
    text: comment.slice(start, ids2.end).trimEnd(),
    reason: trimReason(comment.slice(ids2.end, found2[index2 + 1]?.start ?? comment.length)),
    malformed: ids2.malformed ?? !1
  }));
}
function readIds(form2, text, from, isName2) {
  switch (form2) {
    case "pyverdict": {
      let list3 = sticky(/ignore\s*\[([^\]]*)\]/iy, text, from);
      if (list3 !== void 0) return { ids: words2(list3.match[1]), end: list3.end };
      let wrong = sticky(/\w+\s*(?:\[[^\]]*\]?)?/y, text, from);
      return { ids: [], end: wrong?.end ?? from, malformed: !0 };
    }
    case "codeql":
    case "lgtm": {
      let list3 = sticky(/\s*\[([^\]]*)\]/y, text, from);
      return list3 === void 0 ? { ids: [], end: from } : { ids: words2(list3.match[1]), end: list3.end };
    }
    case "nosonar": {
      let list3 = sticky(/\s*\(([^)]*)\)/y, text, from);
      return list3 === void 0 ? { ids: [], end: from } : { ids: words2(list3.match[1]), end: list3.end };
    }
    case "pylint": {
      let list3 = sticky(/[\w-]+(?:\s*,\s*[\w-]+)*/y, text, from);
      return list3 === void 0 ? { ids: [], end: from } : { ids: words2(list3.match[0]), end: list3.end };
    }
    case "nosemgrep": {
      let list3 = sticky(/\s*:\s*([\w.-]+(?:\s*,\s*[\w.-]+)*)/y, text, from);
      return list3 === void 0 ? { ids: [], end: from } : { ids: words2(list3.match[1]), end: list3.end };
    }
    case "noqa":
    case "file-noqa":
      return codes(/\s*:\s*/y, /[a-z]{1,8}\d{1,5}(?![\w-])/iy, !0, text, from, isName2);
    case "nosec":
      return codes(/\s*:?\s*/y, /(?:[BS]\d{3}|[A-Z]{2,6}\d{3})(?![\w-])/iy, !1, text, from, isName2);
  }
}
function codes(lead, code, needsLead, text, from, isName2) {
  let start = sticky(lead, text, from);
  if (start === void 0 && needsLead) return { ids: [], end: from };
  let ids2 = [], end = from, at = start?.end ?? from;
  for (; ; ) {
    let next = sticky(code, text, at) ?? sticky(/[a-z][\w-]*/iy, text, at);
    if (next === void 0 || (code.lastIndex = at, !code.test(text) && !isName2(next.match[0]))) break;
    ids2.push(next.match[0]), end = next.end;
    let separator = sticky(/[\s,]+/y, text, end);
    if (separator === void 0) break;
    at = separator.end;
  }
  return { ids: ids2, end };
}
function sticky(pattern, text, at) {
  pattern.lastIndex = at;
  let match = pattern.exec(text);
  return match === null ? void 0 : { match, end: at + match[0].length };
}
function words2(list3) {
  return list3.split(/[\s,]+/).filter((word) => word !== "");
}
function trimReason(text) {
  return text.replace(/^[\s\-–—:;,.#]+/, "").replace(/[\s#]+$/, "");
}

// src/findings/suppressions.ts
var LONGEST_COMMENT = 40;
function findSuppressions(input) {
  let peers = createPeerIndex(input.rules), files2 = /* @__PURE__ */ new Map();
  for (let { file, tree } of input.facts) {
    if (tree === void 0 || file.kind === "stub") continue;
    let marks = marksOf(tree, peers);
    marks.length > 0 && files2.set(file.path, { path: file.path, tree, marks });
  }
  let byDetection = /* @__PURE__ */ new Map();
  for (let detection of input.detections) {
    let file = files2.get(detection.file);
    if (file === void 0) continue;
    let reaching = file.marks.filter(
      (mark2) => silences(mark2, detection, input.rules) && reaches(mark2, detection, file, input)
    );
    for (let mark2 of reaching) noteUse(mark2, detection.rule, peers);
    let mark = reaching.find(({ form: form2, reason }) => form2 !== "pyverdict" || reason !== "" || !input.requireReason);
    mark !== void 0 && byDetection.set(detection, {
      mark: mark.text,
      reason: mark.reason,
      file: file.path,
      line: input.places.line(file.path, mark.offset)
    });
  }
  for (let detection of input.detections)
    for (let rule of detection.mergedRules ?? []) {
      let file = files2.get(detection.file);
      if (file === void 0) continue;
      let merged = { ...detection, rule };
      for (let mark of file.marks)
        silences(mark, merged, input.rules) && reaches(mark, merged, file, input) && noteUse(mark, rule, peers);
    }
  let problems = [...files2.values()].flatMap(
    (file) => file.marks.flatMap((mark) => markProblems(mark, file, peers, input))
  );
  return { byDetection, problems };
}
function marksOf(tree, peers) {
  let { texts, ranges } = tree.comments, marks = texts.flatMap(
    (text, index2) => suppressionMarks(text, peers.isName).map((mark) => {
      let offset = ranges[index2 * 2], codes2 = mark.ids.length === 0 ? void 0 : new Set(mark.ids.flatMap((id) => [...peers.codes(mark.form, id)]));
      return { ...mark, offset, line: tree.line(offset), codes: codes2, used: /* @__PURE__ */ new Set() };
    })
  );
  return [...marks.filter(({ form: form2 }) => form2 === "pyverdict"), ...marks.filter(({ form: form2 }) => form2 !== "pyverdict")];
}
function silences(mark, detection, rules) {
  if (mark.codes !== void 0) return mark.codes.has(detection.rule);
  let security = (rules.get(detection.rule)?.category ?? (detection.tier === "note" ? "practice" : "security")) === "security";
  switch (mark.form) {
    case "pyverdict":
    case "codeql":
    case "pylint":
      return !1;
    case "noqa":
    case "file-noqa":
      return !security;
    case "nosonar":
      return !0;
    case "nosec":
    case "nosemgrep":
    case "lgtm":
      return security;
  }
}
function reaches(mark, detection, file, input) {
  let { tree } = file, lines = (start, end) => ({
    first: tree.line(start),
    last: tree.line(Math.max(start, end - 1))
  }), shown = tree.line(detection.range.start), statement2 = lines(detection.statement.start, detection.statement.end), on = (area) => mark.line >= area.first && mark.line <= area.last, onStatement = on(statement2) || mark.line === shown, alone = () => input.places.startsLine(file.path, mark.offset);
  switch (mark.form) {
    case "pyverdict": {
      if (onStatement || isAbove(mark, statement2.first, file, input) || isAbove(mark, shown, file, input)) return !0;
      if (detection.tier !== "note" || detection.scopeHeader === void 0) return !1;
      let header2 = lines(detection.scopeHeader.start, detection.scopeHeader.end);
      return on(header2) || isAbove(mark, header2.first, file, input);
    }
    case "noqa":
    case "pylint":
    case "nosonar":
    case "nosec":
      return onStatement;
    case "file-noqa":
      return alone();
    case "nosemgrep": {
      let places = [shown, statement2.first];
      return places.includes(mark.line) || places.includes(mark.line + 1) && alone();
    }
    case "codeql":
      return (mark.line + 1 === shown || mark.line + 1 === statement2.first) && alone();
    case "lgtm":
      return mark.line === shown;
  }
}
function isAbove(mark, line, file, input) {
  if (mark.line >= line || line - mark.line > LONGEST_COMMENT) return !1;
  let { ranges } = file.tree.comments, free = /* @__PURE__ */ new Set();
  for (let at = 0; at < ranges.length; at += 2) {
    let comment = file.tree.line(ranges[at]);
    comment >= mark.line && comment < line && input.places.startsLine(file.path, ranges[at]) && free.add(comment);
  }
  return free.size === line - mark.line;
}
function noteUse(mark, rule, peers) {
  if (mark.form === "pyverdict")
    for (let id of mark.ids) peers.codes(mark.form, id).has(rule) && mark.used.add(id.toLowerCase());
}
function markProblems(mark, file, peers, input) {
  if (mark.form !== "pyverdict") return [];
  let line = input.places.line(file.path, mark.offset), problem = (id, message) => ({
    id,
    message,
    file: file.path,
    line,
    hidesCode: !1
  }), where = `${file.path}:${line}`;
  if (mark.malformed || mark.ids.length === 0)
    return [problem("PVC002", `${where}: "${mark.text}" silences nothing; write "# pyverdict: ignore[CODE] reason".`)];
  let problems = mark.ids.flatMap((id) => {
    let codes2 = peers.codes("pyverdict", id);
    return codes2.size === 0 ? [problem("PVC002", `${where}: there is no rule "${id}"${hint(id, peers, input.rules)}.`)] : ![...codes2].some((code) => input.rulesRun.has(code)) || mark.used.has(id.toLowerCase()) ? [] : [problem("PVC002", `${where}: nothing of ${id} is found here; remove it from "${mark.text}".`)];
  });
  return input.requireReason && mark.reason === "" && problems.push(problem("PVC003", `${where}: "${mark.text}" has no reason and does not count; write one behind it.`)), problems;
}
function hint(id, peers, rules) {
  let codes2 = new Set(
    ["noqa", "pylint", "nosonar", "nosec", "nosemgrep", "codeql"].flatMap((form2) => [
      ...peers.codes(form2, id)
    ])
  );
  return codes2.size > 0 ? `; ours for it: ${[...codes2].sort().join(", ")}` : didYouMean(
    id,
    [...rules.values()].flatMap((rule) => [rule.code, rule.id])
  );
}

// src/findings/settle.ts
function settle(input) {
  let { analysis, facts, sources, options } = input, rules = ruleTable(input.rules), known2 = options.baseline === void 0 ? void 0 : readBaseline(options.baseline), secrets = analysis.detections.filter(({ secret }) => secret === !0).flatMap(secretPlaces), places = createPlaceFinder(input.reader, sources.files, facts, secrets), suppressions = findSuppressions({
    detections: analysis.detections,
    facts,
    rules,
    rulesRun: new Set(analysis.coverage.rulesRun.filter((code) => !analysis.coverage.deferred.has(code))),
    requireReason: options.requireSuppressionReason,
    places
  }), kept = dropOverlapped(analysis.detections, rules, places.byte).filter(
    (detection) => isSevereEnough(detection, rules, options.minSeverity)
  ), groups2 = groupDetections(kept, suppressions.byDetection, ({ file, range }) => places.line(file, range.start)), findings = createFindings(groups2, rules, places).map(
    (finding) => known2 === void 0 ? finding : { ...finding, baseline: known2.has(finding.fingerprint) ? "unchanged" : "new" }
  ).sort(compareFindings), problems = [
    ...sources.problems,
    ...facts.flatMap((file) => file.problems),
    ...analysis.problems,
    ...suppressions.problems,
    ...places.changed().map(changedFile)
  ].sort(compareProblems);
  return {
    verdict: verdictOf({ findings, coverage: analysis.coverage, sources, problems }),
    findings,
    artifacts: artifactsOf(findings, problems, places),
    coverage: analysis.coverage,
    reviewed: analysis.reviewed,
    skipped: [...sources.skipped, ...facts.flatMap((file) => file.skipped)].sort(
      (a, b) => compareText(a.path, b.path) || compareText(a.detail, b.detail)
    ),
    listedBy: sources.listedBy,
    problems
  };
}
function secretPlaces({
  file,
  range,
  statement: statement2,
  flows
}) {
  let sourcePlaces = flows.flatMap(({ steps }) => steps.slice(0, 1));
  return [{ file, range }, { file, range: statement2 }, ...sourcePlaces];
}
function isSevereEnough(detection, rules, least) {
  let rule = rules.get(detection.rule), severity = rule === void 0 ? void 0 : findingSeverity(rule, detection.tier);
  return severity === void 0 || compareBands(severityBand(severity), least) >= 0;
}
function changedFile(file) {
  return {
    id: "PVN002",
    message: `${file} changed or vanished during the scan, so its findings have no columns and no code; scan again.`,
    file,
    hidesCode: !1
  };
}
function artifactsOf(findings, problems, places) {
  let paths = /* @__PURE__ */ new Set();
  for (let { file, related, flows } of findings) {
    paths.add(file);
    for (let place4 of related) paths.add(place4.file);
    for (let { steps } of flows) for (let step2 of steps) paths.add(step2.file);
  }
  for (let { file } of problems) file !== void 0 && paths.add(file);
  return [...paths].sort(compareText).flatMap((path) => places.artifact(path) ?? []);
}
function compareProblems(a, b) {
  return compareText(a.file ?? "", b.file ?? "") || (a.line ?? 0) - (b.line ?? 0) || compareText(a.id, b.id) || compareText(a.rule ?? "", b.rule ?? "") || compareText(a.message, b.message);
}

// src/parse/reread.ts
import { Buffer as Buffer5 } from "node:buffer";
import { readFileSync as readFileSync2 } from "node:fs";
function createReader(createParser, readBytes = ({ absolutePath }) => readFileSync2(absolutePath)) {
  let parser, parse2 = (source) => {
    try {
      parser ??= createParser();
      let tree = parser.parse(source);
      return parser.takeJoinedTexts(), tree;
    } catch (error) {
      if (!(error instanceof ParserFailure)) throw error;
      parser = void 0;
      return;
    }
  };
  return (file) => {
    let original;
    try {
      original = readBytes(file);
    } catch {
      return;
    }
    let source = decodeFile(file, original);
    if (source.kind !== "text") return;
    let { bytes: bytes2, encoding, map } = source;
    return {
      bytes: bytes2,
      text: new TextDecoder("utf-8", { ignoreBOM: !0 }).decode(original),
      encoding,
      byteLength: source.original.length,
      sha256: source.original.sha256(),
      ...map && { position: map },
      tokens: ({ start, end }, strings) => statementTokens(bytes2.subarray(start, end), strings, parse2)
    };
  };
}
function statementTokens(statement2, strings, parse2) {
  let text = Buffer5.from(statement2.buffer, statement2.byteOffset, statement2.byteLength), tree = text.length === 0 ? void 0 : parse2(statement2);
  return tree === void 0 ? text.toString("utf8").split(/\s+/).filter((word) => word !== "") : leafTokens(tree, text, strings);
}
var WORDS = 6, LEAF = 8 << 15;
function leafTokens({ words: words4, size }, text, strings) {
  let tokens = [], covered = 0, add3 = (start, end, token) => {
    let between = text.toString("utf8", covered, start).trim();
    between !== "" && tokens.push(between), token !== void 0 && token !== "" && tokens.push(token.replace(/\r\n?/g, `
`)), covered = Math.max(covered, end);
  }, node = 0;
  for (; node < size; ) {
    let head = words4[node * WORDS], kind = head & 511, start = words4[node * WORDS + 1], end = words4[node * WORDS + 2], next = words4[node * WORDS + 3];
    kind === Kind.comment || kind === Kind.line_continuation ? (add3(start, end), node = next) : kind === Kind.string && strings === "hidden" ? (add3(start, end, "str"), node = next) : kind === Kind.string_content ? (add3(start, end, text.toString("utf8", start, end)), node = next) : ((head & LEAF) !== 0 && add3(start, end, text.toString("utf8", start, end).trim()), node++);
  }
  return add3(text.length, text.length), tokens;
}

// src/report/facts-of-run.ts
function factsOfRun(options, ruleSetHash) {
  if (options.host === "command-line") return { version, ruleSetHash };
  let repository = repositoryFacts(options);
  return {
    version,
    ruleSetHash,
    ...repository && { repository },
    startTime: new Date(performance.timeOrigin).toISOString(),
    endTime: (/* @__PURE__ */ new Date()).toISOString()
  };
}
function repositoryFacts({ github }) {
  if (!github || !/^https?:\/\//.test(github.serverUrl)) return;
  let branch = /^refs\/heads\/(.+)$/.exec(github.ref)?.[1];
  return {
    serverUrl: github.serverUrl,
    owner: github.owner,
    repo: github.repository,
    sha: github.head ?? github.sha,
    ...branch !== void 0 && { branch },
    ...github.pullRequest && { pullRequest: github.pullRequest.number },
    ...github.runId !== "" && { runId: github.runId },
    ...github.runAttempt !== "" && { runAttempt: github.runAttempt }
  };
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
  PVC001: { name: "ConfigProblem", level: "warning" },
  PVC002: { name: "UnusedSuppression", level: "note" },
  PVC003: { name: "SuppressionWithoutReason", level: "note" }
};

// src/report/group-by.ts
function groupBy(items, keyOf) {
  let groups2 = /* @__PURE__ */ new Map();
  for (let item of items) {
    let key = keyOf(item), group = groups2.get(key);
    group ? group.push(item) : groups2.set(key, [item]);
  }
  return groups2;
}

// src/report/sink-titles.ts
var sinkTitles = {
  sql: "SQL",
  nosql: "Document queries",
  shell: "Shell commands",
  argv: "Arguments of programs",
  code: "Code",
  module: "Names of modules to load",
  expression: "Expressions",
  template: "Template texts",
  html: "HTML",
  "safe-html": "Text declared to be HTML",
  path: "File paths",
  archive: "Archives unpacked",
  url: "Addresses of requests",
  "url-path": "Paths of requests",
  redirect: "Redirects",
  deserialize: "Deserialisation",
  xml: "XML with entities",
  "xml-bomb": "XML without limits",
  xpath: "XPath",
  xslt: "XSLT",
  ldap: "LDAP filters",
  "ldap-dn": "LDAP names",
  header: "Response headers",
  cookie: "Cookies",
  log: "Log messages",
  output: "Logs and output",
  regex: "Regular expressions",
  mail: "Mail headers",
  "mail-html": "HTML mail",
  "mail-body": "Mail texts",
  reflection: "Names looked up",
  fields: "Fields by name",
  session: "Session keys",
  decision: "Decisions by client address",
  answer: "Responses",
  storage: "Storage",
  claims: "Token payloads"
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

// src/report/coverage-text.ts
var shownProblems = 10;
function coverageText(set, rules) {
  let { coverage } = set, lines = coverage.files.reduce((sum, file) => sum + file.lines, 0), ran = new Set(coverage.rulesRun), practice = rules.filter((rule) => rule.category === "practice" && ran.has(rule.code)).length, titles = new Map(rules.map((rule) => [rule.code, rule.id]));
  return {
    analysed: `${count(coverage.files.length, "Python file")}, ${count(lines, "line")}, ${count(coverage.functions, "function")}${coverage.entryPoints > 0 ? `, ${count(coverage.entryPoints, "entry point")}` : ""}; ${count(securityRulesRun(set, rules), "security rule")}, ${count(practice, "practice rule")}.`,
    sinks: [
      ...coverage.sinks.filter((sink) => sink.seen > 0).map(sinkText2).sort(compareText),
      ...creditText(coverage.credited)
    ],
    gaps: [...gapsOf(set)],
    facts: factsOf(set, titles)
  };
}
function sinkText2(sink) {
  let known2 = [
    [sink.reported, "reported"],
    [sink.constant, sink.kind === "sql" ? "constant or bound" : "constant"],
    [sink.cleaned, `cleaned${by(sink.cleanedBy)}`],
    [sink.guarded, `guarded${by(sink.guardedBy)}`],
    [sink.noSource, "that no untrusted value reaches"],
    [sink.unresolved, `on a receiver of unknown type (${sink.unresolvedAt.map(placeText).join(", ")})`]
  ].filter(([number]) => number > 0).map(([number, word]) => `${grouped(number)} ${word}`);
  return `${sinkTitles[sink.kind] ?? sink.kind}: ${count(sink.seen, "place")} seen: ${known2.join(", ")}.`;
}
function by(names2) {
  return names2.length === 0 ? "" : ` by ${names2.join(", ")}`;
}
function placeText({ path, line }) {
  return `${path} line ${grouped(line)}`;
}
var shownCredits = 8;
function creditText(credited2) {
  if (credited2.length === 0) return [];
  let most = [...credited2].sort((a, b) => b.sinks - a.sinks || compareText(a.path, b.path) || a.line - b.line), named3 = most.slice(0, shownCredits).map((one) => `${one.name} in ${placeText(one)} (${count(one.sinks, "sink")})`), more = most.length > shownCredits ? `, and ${grouped(most.length - shownCredits)} more` : "";
  return [
    `The answer relies on ${count(credited2.length, "check and conversion", "checks and conversions")}: ${named3.join("; ")}${more}.`
  ];
}
function* gapsOf(set) {
  let { coverage, problems, skipped } = set;
  coverage.familiesNotExamined.length > 0 && (yield `Not examined: ${coverage.familiesNotExamined.join(", ")}.`);
  let single = [...problems].sort((a, b) => Number(b.hidesCode) - Number(a.hidesCode)).filter((problem) => problemKinds[problem.id].level !== "note" || problem.hidesCode);
  for (let problem of single.slice(0, shownProblems)) yield problemText(problem);
  single.length > shownProblems && (yield `And ${count(single.length - shownProblems, "more problem")} of this kind (all are in the SARIF and JSON files).`), skipped.length > 0 && (yield `Skipped: ${[...groupBy(skipped, (file) => skipReasonText[file.reason])].sort(
    ([a, x], [b, y]) => y.length - x.length || compareText(a, b)
  ).map(([reason, files2]) => `${grouped(files2.length)} ${reason}`).join(", ")}.`);
  let notes = groupBy(
    problems.filter((problem) => !single.includes(problem) && problem.id !== "PVN002"),
    (problem) => problem.id
  );
  for (let [, group] of [...notes].sort(([a], [b]) => compareText(a, b))) {
    let [first] = group;
    first && (yield problemText(first) + (group.length > 1 ? ` (and ${grouped(group.length - 1)} more like it)` : ""));
  }
  set.listedBy === "ignore-files" && (yield "The files were listed from the ignore files, without git.");
}
function problemText(problem) {
  return (problem.file === void 0 || problem.message.includes(problem.file) ? "" : `${problem.file}${problem.line === void 0 ? "" : ` line ${problem.line}`}: `) + problem.message;
}
function factsOf(set, titles) {
  let { coverage } = set, inventory = [...coverage.inventory].filter(([, places]) => places > 0).sort(([a], [b]) => compareText(a, b)), deferred = [...coverage.deferred].sort(([a], [b]) => compareText(a, b));
  return [
    ...coverage.facts,
    ...inventory.length > 0 ? [
      `Counted only: ${inventory.map(([code, places]) => `${grouped(places)} ${titles.get(code) ?? code}`).join(", ")}.`
    ] : [],
    ...deferred.length > 0 ? [`Left to the linters this project has: ${deferred.map(([code, linter]) => `${code} (${linter})`).join(", ")}.`] : []
  ];
}

// src/report/flow-steps.ts
function shownFlows(finding, limit) {
  return finding.flows.map((flow2) => flow2.steps).filter((steps) => steps.length > 0).sort((a, b) => a.length - b.length).slice(0, limit);
}
function shortenSteps(steps, limit) {
  let chosen = steps.length <= limit ? steps.map((_, index2) => index2) : keptPositions(steps, limit);
  return chosen.flatMap((position, index2) => {
    let step2 = steps[position], previous = index2 === 0 ? -1 : chosen[index2 - 1] ?? -1;
    return step2 ? [{ step: step2, position, omitted: position - previous - 1 }] : [];
  });
}
function keptPositions(steps, limit) {
  let ends = Math.floor((limit - 1) / 3), kept = /* @__PURE__ */ new Set();
  for (let index2 = 0; index2 <= ends; index2++) kept.add(index2);
  for (let index2 = 0; index2 < Math.max(ends, 1); index2++) kept.add(steps.length - 1 - index2);
  for (let [index2, step2] of steps.entries()) {
    if (kept.size >= limit) break;
    (step2.kind === "call" || step2.kind === "return") && kept.add(index2);
  }
  return [...kept].sort((a, b) => a - b);
}

// src/report/practice-families.ts
var practiceFamilies = [
  {
    family: "waiting",
    title: "Waiting",
    lookedAt: "waiting",
    about: ["BP101", "BP103"],
    claim: (n) => `${count(n, "place")} ${n === 1 ? "waits" : "wait"} by sleeping and looking again.`,
    why: "Each success costs up to one interval more than needed, and a slow run fails although nothing is broken.",
    whyInProduction: "Callers wait up to one interval longer than needed and hold the thread meanwhile.",
    whatToDo: "Wait on an event or notification, or use one shared helper with a timeout.",
    fine: "Fine when the state can only be read from outside and the budget is a parameter."
  },
  {
    family: "flakiness",
    title: "Potential for flakiness",
    lookedAt: "flakiness",
    claim: (n) => `${count(n, "place")} can pass or fail with machine speed, order or environment.`,
    why: "A test that fails one time in a hundred is rerun, then ignored.",
    whatToDo: "Make the budget a parameter, undo global changes, compare without order.",
    fine: "Fine for a bound that is ten times the usual duration and says so."
  },
  {
    family: "hardcoded",
    title: "Hardcoded values",
    lookedAt: "hardcoded values",
    about: ["BP201"],
    claim: (n) => `${count(n, "literal")} ${n === 1 ? "stands" : "stand"} for something defined elsewhere.`,
    why: "When the fixture changes, these tests fail far from the cause.",
    whyInProduction: "When the value changes, this code fails far from the cause.",
    whatToDo: "Import the constant or read it from the fixture.",
    fine: "Fine for the object's own arbitrary identity, for sentinels and for sample data."
  },
  {
    family: "errors",
    title: "Error handling",
    lookedAt: "error handling",
    about: ["BP304", "BP306", "BP313", "BP316"],
    claim: (n) => `${count(n, "place")} would fail without saying why.`,
    why: "The person who reads the CI log sees an IndexError and has to reproduce it.",
    whyInProduction: "The person who reads the log has to reproduce the failure to learn its cause.",
    whatToDo: "Assert on status or length with the body as message.",
    fine: "Fine when the client already raises with the response text and the result is used whole."
  },
  {
    family: "comments",
    title: "Comments",
    lookedAt: "comments",
    about: ["BP406", "BP407"],
    claim: (n) => `${count(n, "helper or constant", "helpers or constants")} ${n === 1 ? "lacks" : "lack"} the reason.`,
    why: "The next person cannot tell a measured value from a guess.",
    whatToDo: "One line of why is enough.",
    fine: "Fine for steps that the code already names."
  }
];
function unknownFamily(family) {
  return { family, title: family, lookedAt: family, about: [], claim: () => "", why: "", whatToDo: "", fine: "" };
}

// src/report/practice-groups.ts
var groupedAbove = 3;
function practiceGroups(notes, rules, set) {
  let byFamily = groupBy(notes, (note) => ruleOf(rules, note.rule).family), known2 = practiceFamilies.filter((family) => byFamily.has(family.family)), others2 = [...byFamily.keys()].filter((family) => !practiceFamilies.some((entry2) => entry2.family === family)).sort(compareText).map(unknownFamily);
  return [...known2, ...others2].map((family) => familyGroup(family, byFamily.get(family.family) ?? [], rules, set));
}
function familyGroup(family, notes, rules, set) {
  let spokenOf = notes.filter((note) => !family.about || family.about.includes(note.rule)), others2 = notes.length - spokenOf.length, claims = spokenOf.length > 0 ? [family.claim(spokenOf.length)] : [];
  others2 > 0 && claims.push(`${count(others2, spokenOf.length > 0 ? "further note" : "note")}.`);
  let says = spokenOf.length > 0, production = spokenOf.every((note) => !note.inTest);
  return {
    family,
    notes: notes.length,
    claim: claims.join(" "),
    why: says ? (production ? family.whyInProduction : void 0) ?? family.why : "",
    whatToDo: says ? family.whatToDo : "",
    fine: says ? family.fine : "",
    evidence: evidenceOf(notes, family, rules),
    facts: family.family === "comments" ? commentFacts(set.coverage.files) : []
  };
}
function familiesLookedAt(rules, rulesRun) {
  let ran = new Set(rulesRun), families = new Set(
    rules.filter((rule) => rule.category === "practice" && ran.has(rule.code)).map((rule) => rule.family)
  ), known2 = practiceFamilies.filter((family) => families.has(family.family)).map((family) => family.lookedAt), others2 = [...families].filter((family) => !practiceFamilies.some((entry2) => entry2.family === family)).sort(compareText);
  return [...known2, ...others2];
}
function practiceTail(rules, set) {
  let lookedAt = familiesLookedAt(rules, set.coverage.rulesRun);
  return lookedAt.length === 0 ? "No practice rule ran, so nothing is said about practice." : `Looked at: ${lookedAt.join(", ")}. These are notes on the files given; they say nothing about the system's behaviour at run time or about its dependencies.`;
}
function noPracticeNotes(set) {
  let test = set.coverage.files.filter((file) => file.test).length, production = set.coverage.files.length - test;
  return `No practice notes in ${count(test, "file")} of test code and ${production} of production code.`;
}
function evidenceOf(notes, family, rules) {
  return [...groupBy([...notes].sort(compareRank), (note) => `${note.rule} ${note.file}`).values()].flatMap(
    (group) => group.length > groupedAbove ? group.slice(0, 1).map((finding) => ({ finding, more: group.length - 1 })) : group.map((finding) => ({ finding, more: 0 }))
  ).sort((a, b) => compareRank(a.finding, b.finding)).map(({ finding, more }) => {
    let rule = ruleOf(rules, finding.rule), general = !family.about || family.about.includes(finding.rule), fix = finding.fix.trim() !== "" && finding.fix.trim() !== rule.fix.trim() ? finding.fix : general ? void 0 : rule.fix;
    return { finding, rule, more, ...fix === void 0 ? {} : { fix } };
  });
}
function commentFacts(files2) {
  let withReason = 0, blocks = 0;
  for (let file of files2)
    withReason += file.commentReasons?.withReason ?? 0, blocks += file.commentReasons?.blocks ?? 0;
  return blocks === 0 ? [] : [`${withReason} of ${count(blocks, "comment block")} ${withReason === 1 ? "gives" : "give"} a reason.`];
}

// src/report/text/shorten.ts
function shortenMiddle(text, limit) {
  if (text.length <= limit) return text;
  let points = [...text];
  if (points.length <= limit) return text;
  let head = Math.ceil((limit - 1) / 2);
  return `${points.slice(0, head).join("")}…${points.slice(points.length - (limit - 1 - head)).join("")}`;
}
function shortenEnd(text, limit) {
  if (text.length <= limit) return text;
  let points = [...text];
  return points.length <= limit ? text : `${points.slice(0, limit - 1).join("").trimEnd()}…`;
}

// src/report/text/wrap-text.ts
function wrapText(text, width2, indent = "") {
  let room = Math.max(10, width2 - indent.length), lines = [], line = "";
  for (let word of text.split(" ").flatMap((long) => pieces(long, room)))
    line === "" ? line = word : displayWidth(line) + 1 + displayWidth(word) <= room ? line += ` ${word}` : (lines.push(line), line = word);
  return (line !== "" || lines.length === 0) && lines.push(line), lines.map((content) => indent + content);
}
function displayWidth(text) {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  let width2 = 0;
  for (let character of text) width2 += characterWidth(character);
  return width2;
}
var zero = /^[\p{Mn}\p{Me}\p{Cf}]$/u, wide = /^[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uA960-\uA97C\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]$/u;
function characterWidth(character) {
  return zero.test(character) ? 0 : wide.test(character) ? 2 : 1;
}
function pieces(word, room) {
  if (displayWidth(word) <= room) return [word];
  let points = [...word], out = [], size = displayWidth(word) === points.length ? room : Math.floor(room / 2);
  for (let from = 0; from < points.length; from += size) out.push(points.slice(from, from + size).join(""));
  return out;
}

// src/report/console/code-frame.ts
function codeFrame(place4, width2, paint, mark) {
  if (place4.snippet === void 0 || place4.snippet.trim() === "") return [];
  let gutter = String(place4.region.startLine).padStart(6), room = width2 - gutter.length - 3, start = place4.region.startColumn - 1, end = Math.max(start + 1, place4.region.endColumn - 1), indent = /^\s*/.exec(place4.snippet)?.[0].length ?? 0, part = (from, to) => visibleText(place4.snippet?.slice(from, to).replaceAll("	", "  ") ?? ""), before2 = part(Math.min(indent, start), start), marked = part(start, end), after = part(end, place4.snippet.length).trimEnd();
  displayWidth(before2 + marked + after) > room && (before2 = keepEnd(before2, Math.floor(room / 4)), marked = keepStart(marked, room - displayWidth(before2) - 1), after = keepStart(after, room - displayWidth(before2) - displayWidth(marked)));
  let line = `${paint.dim(`${gutter} |`)} ${before2}${marked}${after}`, marker2 = `${paint.dim(`${" ".repeat(gutter.length)} |`)} ${" ".repeat(displayWidth(before2))}${mark("^".repeat(Math.max(1, displayWidth(marked))))}`;
  return [line, marker2];
}
function keepStart(text, room) {
  if (displayWidth(text) <= room) return text;
  let points = [...text];
  for (; points.length > 0 && displayWidth(points.join("")) > room - 1; )
    points.length -= Math.max(1, Math.ceil((displayWidth(points.join("")) - room) / 2));
  return room > 0 ? `${points.join("")}…` : "";
}
function keepEnd(text, room) {
  if (displayWidth(text) <= room) return text;
  let points = [...text];
  for (; points.length > 0 && displayWidth(points.join("")) > room - 1; )
    points = points.slice(Math.max(1, Math.ceil((displayWidth(points.join("")) - room) / 2)));
  return room > 0 ? `…${points.join("")}` : "";
}

// src/report/console/style.ts
function style(colour) {
  let code = (open, close) => (text) => colour && text !== "" ? `\x1B[${open}m${text}\x1B[${close}m` : text;
  return {
    bold: code(1, 22),
    dim: code(2, 22),
    red: code(31, 39),
    yellow: code(33, 39),
    green: code(32, 39),
    cyan: code(36, 39)
  };
}

// src/report/console/console-text.ts
var width = 88, shownDefects = 50, shownHotspots = 20, shownNotes = 5, messageLimit = 600;
function consoleText(set, rules, colour) {
  let paint = style(colour), byCode = rulesByCode(rules), active = activeFindings(set.findings).sort(orderO(byCode)), tier = (name) => active.filter((finding) => finding.tier === name);
  return `${[
    ...verdictLines(set, rules, paint),
    ...securityLines("Defects", tier("defect"), shownDefects, byCode, paint, paint.red),
    ...securityLines("To review", tier("hotspot"), shownHotspots, byCode, paint, paint.yellow),
    ...suppressedLines(set, paint),
    ...noteLines(set, rules, tier("note"), byCode, paint),
    ...coverageLines(set, rules, paint),
    "",
    ...wrapText(caveat, width)
  ].map(withoutCommands).join(`
`)}
`;
}
function verdictLines(set, rules, paint) {
  let { sentence, reviewed } = verdictText(set, rules), counts2 = tally(set.findings), mark = set.verdict === "no-explicit-defects" ? paint.green : set.verdict === "incomplete" ? paint.yellow : paint.red, rest = [
    `${count(counts2.hotspots, "hotspot")} to review`,
    count(counts2.notes, "practice note"),
    ...counts2.suppressed > 0 ? [`${counts2.suppressed} suppressed in source`] : []
  ];
  return [
    ...wrapText(safe(sentence), width).map((line) => mark(paint.bold(line))),
    "",
    ...wrapText(safe(reviewed), width),
    ...wrapText(`Beside the verdict: ${rest.join(", ")}.`, width)
  ];
}
function securityLines(title, findings, limit, rules, paint, mark) {
  if (findings.length === 0) return [];
  let rest = findings.length - limit;
  return [
    ...heading(`${title} (${findings.length})`, paint),
    ...findings.slice(0, limit).flatMap((finding) => ["", ...securityFinding(finding, ruleOf(rules, finding.rule), paint, mark)]),
    ...rest > 0 ? ["", `  And ${count(rest, "more", "more")}: see --json or --sarif.`] : []
  ];
}
function securityFinding(finding, rule, paint, mark) {
  let cwe = rule.cwe.length > 0 ? ` (${rule.cwe.map((number) => `CWE-${number}`).join(", ")})` : "", fix = finding.fix === "" ? rule.fix : finding.fix;
  return [
    place3(finding, paint),
    `  ${mark(paint.bold(shownSeverity(finding)))}  ${finding.rule} ${safe(rule.id)}${cwe}`,
    ...finding.secret ? [`  ${paint.dim("(the line is not shown: it holds a secret)")}`] : codeFrame(finding, width, paint, mark),
    ...wrapText(safe(shortenEnd(finding.message, messageLimit)), width, "  "),
    ...flowLines(finding, paint),
    ...labelled("Fix:", shortenEnd(fix, messageLimit), paint)
  ];
}
function flowLines(finding, paint) {
  let [steps] = shownFlows(finding, 1);
  return steps ? [
    `  ${paint.dim("How the value gets there:")}`,
    ...shortenSteps(steps, 8).flatMap(({ step: step2, omitted }) => [
      ...omitted > 0 ? [`    … ${count(omitted, "step")} omitted`] : [],
      ...wrapText(
        `${pathOf(step2.file)}:${step2.region.startLine}  ${safe(shortenEnd(step2.message, 200))}`,
        width,
        "    "
      )
    ])
  ] : [];
}
function suppressedLines(set, paint) {
  let suppressed = set.findings.filter((finding) => finding.suppression && finding.tier !== "note");
  return suppressed.length === 0 ? [] : [
    ...heading(`Suppressed in source, security (${suppressed.length})`, paint),
    "",
    ...suppressed.slice(0, shownHotspots).flatMap(
      (finding) => wrapText(
        `${pathOf(finding.file)}:${finding.region.startLine}  ${finding.rule}  by ${safe(shortenEnd(finding.suppression?.mark ?? "", 120))}`,
        width,
        "  "
      )
    ),
    ...suppressed.length > shownHotspots ? [`  And ${suppressed.length - shownHotspots} more.`] : []
  ];
}
function noteLines(set, rules, notes, byCode, paint) {
  let tail = wrapText(safe(practiceTail(rules, set)), width, "  ");
  if (notes.length === 0) {
    let none6 = set.coverage.rulesRun.some((code) => byCode.get(code)?.category === "practice") ? wrapText(noPracticeNotes(set), width, "  ") : [];
    return [...heading("Practice notes", paint), "", ...none6, ...tail];
  }
  return [
    ...heading(`Practice notes (${notes.length})`, paint),
    ...practiceGroups(notes, byCode, set).flatMap((group) => ["", ...familyLines(group, paint)]),
    "",
    ...tail
  ];
}
function familyLines(group, paint) {
  let shown = group.evidence.slice(0, shownNotes), rest = group.notes - shown.reduce((sum, evidence) => sum + 1 + evidence.more, 0), advice = [group.why, group.whatToDo, group.fine].filter((sentence) => sentence !== "").join(" ");
  return [
    ...wrapText(`${safe(group.family.title)}: ${group.claim}`, width).map(
      (line, index2) => index2 === 0 ? paint.cyan(line) : line
    ),
    ...shown.flatMap(({ finding, rule, more, fix }) => [
      `  ${place3(finding, paint)}  ${finding.rule} ${safe(rule.id)}${finding.level === "warning" ? `  ${paint.yellow("warning")}` : ""}`,
      ...wrapText(
        safe(shortenEnd(finding.message, messageLimit)) + (more > 0 ? ` And ${more} more like it in this file.` : ""),
        width,
        "    "
      ),
      ...fix === void 0 ? [] : wrapText(safe(shortenEnd(fix, messageLimit)), width, "    ")
    ]),
    ...rest > 0 ? [`  And ${count(rest, "more", "more")}: see --json or --sarif.`] : [],
    ...group.facts.map((fact) => `  ${fact}`),
    ...advice === "" ? [] : wrapText(advice, width, "  ").map(paint.dim)
  ];
}
function coverageLines(set, rules, paint) {
  let text = coverageText(set, rules), bullets = (items) => items.flatMap((item) => wrapText(safe(shortenEnd(item, messageLimit)), width, "  "));
  return [
    ...heading("What was analysed, and what was not", paint),
    "",
    ...bullets([text.analysed, ...text.sinks, ...text.facts]),
    ...text.gaps.length > 0 ? ["", "  Not covered, or not wholly:", ...bullets(text.gaps)] : []
  ];
}
function heading(title, paint) {
  return ["", paint.bold(title), paint.dim("-".repeat(title.length))];
}
function labelled(label, text, paint) {
  let [first = "", ...rest] = wrapText(`${label} ${safe(text)}`, width, "  ");
  return [first.replace(label, paint.bold(label)), ...rest];
}
function place3(finding, paint) {
  return paint.bold(`${pathOf(finding.file)}:${finding.region.startLine}:${finding.region.startColumn}`);
}
function pathOf(path) {
  return shortenMiddle(visibleText(path), 200);
}
function safe(text) {
  return visibleText(text.replaceAll(`
`, " "));
}

// src/report/json-report.ts
function jsonReport(set, rules, run2) {
  let byCode = rulesByCode(rules), counts2 = tally(set.findings), { coverage } = set;
  return {
    schemaVersion: "1",
    tool: { name: "pyverdict", version: run2.version, ruleSetHash: run2.ruleSetHash },
    verdict: set.verdict,
    sentence: verdictText(set, rules).sentence,
    caveat,
    reviewed: {
      description: wellFormed(set.reviewed.description),
      ...set.reviewed.subject === void 0 ? {} : { subject: wellFormed(set.reviewed.subject) }
    },
    counts: {
      security: counts2.defects,
      ...counts2.bySeverity,
      hotspots: counts2.hotspots,
      practice: counts2.notes,
      suppressed: counts2.suppressed
    },
    findings: [...set.findings].sort(compareFindings).map((finding) => findingJson(finding, byCode)),
    coverage: {
      files: coverage.files.map(({ path, lines, test, description }) => ({
        path: wellFormed(path),
        lines,
        test,
        description: wellFormed(description)
      })),
      fileCount: coverage.files.length,
      lines: coverage.files.reduce((sum, file) => sum + file.lines, 0),
      functions: coverage.functions,
      filesNotAnalysed: filesNotAnalysed(set),
      rulesRun: [...coverage.rulesRun],
      familiesNotExamined: [...coverage.familiesNotExamined],
      sinks: coverage.sinks.map((sink) => ({
        ...sink,
        cleanedBy: sink.cleanedBy.map(wellFormed),
        guardedBy: sink.guardedBy.map(wellFormed),
        unresolvedAt: sink.unresolvedAt.map(({ path, line }) => ({ path: wellFormed(path), line }))
      })),
      credited: coverage.credited.map((one) => ({
        ...one,
        path: wellFormed(one.path),
        name: wellFormed(one.name),
        kinds: [...one.kinds]
      })),
      entryPoints: coverage.entryPoints,
      inventory: [...coverage.inventory].sort(([a], [b]) => compareText(a, b)).map(([rule, places]) => ({ rule, places })),
      unresolvedImports: coverage.unresolvedImports,
      deferred: [...coverage.deferred].sort(([a], [b]) => compareText(a, b)).map(([rule, to]) => ({ rule, to })),
      facts: coverage.facts.map(wellFormed),
      listedBy: set.listedBy
    },
    skipped: set.skipped.map(({ path, reason, detail }) => ({
      path: wellFormed(path),
      reason,
      detail: wellFormed(detail)
    })),
    problems: set.problems.map((problem) => ({
      id: problem.id,
      name: problemKinds[problem.id].name,
      level: problemKinds[problem.id].level,
      message: wellFormed(problem.message),
      ...problem.file === void 0 ? {} : { path: wellFormed(problem.file) },
      ...problem.files === void 0 ? {} : { paths: problem.files.map(wellFormed) },
      ...problem.line === void 0 ? {} : { line: problem.line },
      ...problem.rule === void 0 ? {} : { rule: problem.rule },
      hidesCode: problem.hidesCode
    }))
  };
}
function findingJson(finding, rules) {
  let rule = ruleOf(rules, finding.rule), snippet = (place4) => place4.snippet === void 0 || finding.secret ? {} : { snippet: wellFormed(place4.snippet) };
  return {
    rule: finding.rule,
    ruleId: finding.ruleId,
    name: rule.id,
    title: rule.title,
    family: rule.family,
    category: rule.category,
    tier: finding.tier,
    level: finding.level,
    ...finding.severity === void 0 ? {} : { severity: severityBand(finding.severity), securitySeverity: finding.severity },
    cwe: [...rule.cwe],
    path: wellFormed(finding.file),
    region: { ...finding.region },
    context: { ...finding.context },
    ...snippet(finding),
    scope: wellFormed(finding.scope),
    inTest: finding.inTest,
    message: wellFormed(finding.message),
    fix: wellFormed(finding.fix),
    places: finding.allPlaces.map(({ file, line }) => ({ path: wellFormed(file), line })),
    related: finding.related.map((place4) => ({
      path: wellFormed(place4.file),
      region: { ...place4.region },
      message: wellFormed(place4.message),
      ...snippet(place4)
    })),
    flows: finding.flows.map((flow2) => ({
      steps: flow2.steps.map((step2) => ({
        kind: step2.kind,
        path: wellFormed(step2.file),
        region: { ...step2.region },
        message: wellFormed(step2.message),
        depth: step2.depth,
        ...snippet(step2)
      }))
    })),
    mergedRules: [...finding.mergedRules],
    fingerprint: finding.fingerprint,
    lineHash: finding.lineHash,
    ...finding.suppression ? {
      suppression: {
        mark: wellFormed(finding.suppression.mark),
        reason: wellFormed(finding.suppression.reason),
        path: wellFormed(finding.suppression.file),
        line: finding.suppression.line
      }
    } : {},
    ...finding.baseline === void 0 ? {} : { baseline: finding.baseline }
  };
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
  return shortenMiddle(visibleText(message).replace(/\s+/g, " ").trim(), limit).split("`").map((part, index2, parts2) => index2 % 2 === 1 && index2 < parts2.length - 1 ? codeSpan(part) : words3(part)).join("");
}
function words3(text) {
  let out = [], code = [], flush = () => {
    if (code.length === 0) return;
    let { before: before2, body, after } = peeled(code.join(" "));
    out.push(before2 + codeSpan(body) + after), code = [];
  };
  for (let token of wholeExpressions(text.split(" "))) {
    let { before: before2, body, after } = peeled(token);
    isPlain4(body) ? (flush(), out.push(before2 + body + after)) : (code.push(token), /[,.;:]$/.test(after) && flush());
  }
  return flush(), out.join(" ");
}
var expressionWords = 16;
function wholeExpressions(tokens) {
  let out = [];
  for (let index2 = 0; index2 < tokens.length; index2++) {
    let token = tokens[index2] ?? "", joined4 = token, taken = 0;
    if (/[\w\])"']["'([{]/.test(token) || /^\(?["'[{]/.test(token))
      for (; taken < expressionWords && index2 + taken + 1 < tokens.length && isOpen(joined4); )
        taken++, joined4 += ` ${tokens[index2 + taken] ?? ""}`;
    taken > 0 && !isOpen(joined4) ? index2 += taken : joined4 = token, out.push(joined4);
  }
  return out;
}
function isOpen(text) {
  let bare5 = text.replace(/(["'])(?:(?!\1).)*\1/g, "");
  return /["]/.test(bare5) ? !0 : (bare5.match(/[([{]/g)?.length ?? 0) > (bare5.match(/[)\]}]/g)?.length ?? 0);
}
function peeled(token) {
  let after = /[,.;:!?]*$/.exec(token)?.[0] ?? "", body = token.slice(0, token.length - after.length), before2 = "", closing = "";
  body.startsWith("(") && (before2 = "(", body = body.slice(1));
  let opened = body.split("(").length - 1, closed = body.split(")").length - 1;
  return body.endsWith(")") && closed > opened && (closing = ")", body = body.slice(0, -1)), { before: before2, body, after: closing + after };
}
function isPlain4(word) {
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
  let parts2 = [`**Why it matters.** ${rule.why.trim()}`];
  rule.badExample !== void 0 && parts2.push("**What is found**", fenced(rule.badExample, "python")), parts2.push(`**What to do.** ${rule.fix.trim()}`), rule.goodExample !== void 0 && parts2.push(fenced(rule.goodExample, "python"));
  let links = [...rule.cwe.map((number) => `[CWE-${number}](${cweUri(number)})`), ...rule.references.map(reference2)];
  return links.length > 0 && parts2.push(`**References**

${links.map((link) => `- ${link}`).join(`
`)}`), `${parts2.join(`

`)}
`;
}
function ruleHelpText(rule) {
  let parts2 = [`Why it matters: ${rule.why.trim()}`];
  rule.badExample !== void 0 && parts2.push(`What is found:

${indented(rule.badExample)}`), parts2.push(`What to do: ${rule.fix.trim()}`), rule.goodExample !== void 0 && parts2.push(indented(rule.goodExample));
  let links = [...rule.cwe.map((number) => `CWE-${number}: ${cweUri(number)}`), ...rule.references];
  return links.length > 0 && parts2.push(`References:
${links.join(`
`)}`), `${parts2.join(`

`)}
`;
}
function cweUri(number) {
  return `https://cwe.mitre.org/data/definitions/${number}.html`;
}
function fenced(code, language) {
  let longest = Math.max(0, ...[...code.matchAll(/`+/g)].map((run2) => run2[0].length)), fence = "`".repeat(Math.max(3, longest + 1));
  return `${fence}${language}
${code.trimEnd()}
${fence}`;
}
function reference2(link) {
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
  let numbers2 = [...new Set(rules.flatMap((rule) => rule.cwe))].sort((a, b) => a - b), indexes = new Map(numbers2.map((number, index2) => [number, index2]));
  return {
    component: {
      name: "CWE",
      version: "4.15",
      organization: "MITRE",
      informationUri: "https://cwe.mitre.org/",
      shortDescription: { text: "Common Weakness Enumeration" },
      isComprehensive: !1,
      taxa: numbers2.map(taxon)
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
function physicalLocation(place4, secret) {
  let text = secret ? redacted : snippetOf(place4);
  return {
    artifactLocation: artifactLocation(place4.file),
    region: text === void 0 ? regionOf(place4.region) : { ...regionOf(place4.region), snippet: { text } }
  };
}
function linkedLocation(id, place4, message, secret) {
  return { id, physicalLocation: physicalLocation(place4, secret), message: { text: escapeMessage(message) } };
}
function regionOf(region) {
  let { startLine, startColumn } = region, endLine = Math.max(region.endLine, startLine), endColumn = endLine === startLine ? Math.max(region.endColumn, startColumn) : region.endColumn;
  return { startLine, startColumn, endLine, endColumn };
}
function surrounds(outer, inner2) {
  let starts = outer.startLine < inner2.startLine || outer.startLine === inner2.startLine && outer.startColumn <= inner2.startColumn, ends = outer.endLine > inner2.endLine || outer.endLine === inner2.endLine && outer.endColumn >= inner2.endColumn, same = outer.startLine === inner2.startLine && outer.startColumn === inner2.startColumn && outer.endLine === inner2.endLine && outer.endColumn === inner2.endColumn;
  return starts && ends && !same;
}
function snippetOf(place4) {
  if (place4.snippet === void 0) return;
  let part = place4.snippet.slice(place4.region.startColumn - 1, place4.region.endColumn - 1), whole2 = place4.region.endColumn - 1 <= place4.snippet.length && part !== "";
  return shortenEnd(wellFormed(whole2 ? part : place4.snippet), snippetLimit);
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
  PVC001: "Something in the configuration is wrong or has no effect.",
  PVC002: "A suppression names an unknown rule or suppresses nothing.",
  PVC003: "A suppression gives no reason, and reasons are required."
}, notificationDescriptors = ids.map((id) => ({
  id,
  name: problemKinds[id].name,
  shortDescription: { text: descriptions[id] },
  fullDescription: { text: descriptions[id] },
  help: { text: descriptions[id] },
  defaultConfiguration: { level: problemKinds[id].level }
}));
function notifications(problems, skipped, descriptors) {
  let named3 = new Set(
    problems.flatMap((problem) => problem.id === "PVN002" && problem.file !== void 0 ? [problem.file] : [])
  ), tool = problems.filter((problem) => !problem.id.startsWith("PVC")), configuration = problems.filter((problem) => problem.id.startsWith("PVC"));
  return {
    tool: [
      ...tool.map((problem) => notification(problem, descriptors)),
      ...skippedNotifications(skipped.filter((file) => !named3.has(file.path)))
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
  return [...groupBy(byPath, (file) => file.reason)].sort(([a], [b]) => compareText(a, b)).flatMap(([, files2]) => {
    let named3 = files2.slice(0, skippedPerReason).map((file) => ({
      descriptor: descriptorReference("PVN002"),
      level: problemKinds.PVN002.level,
      message: { text: escapeMessage(`Skipped: ${skippedBecause(files2)} (${file.detail}).`) },
      locations: [{ physicalLocation: { artifactLocation: artifactLocation(file.path) } }]
    })), rest = files2.length - named3.length;
    if (rest === 0) return named3;
    let text = `Skipped: ${count(rest, "more file")} (${skippedBecause(files2)}).`;
    return [
      ...named3,
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

// src/report/sarif/results.ts
var flowLimit = 4, stepLimit = 32, relatedLimit = 20;
function sarifResult(finding, rule, descriptors) {
  let flows = shownFlows(finding, flowLimit), related = relatedLocations(finding, flows), codeFlows = flows.map((steps) => codeFlow(steps, finding.secret)), suppressions = suppressionsOf(finding), primary = physicalLocation(finding, finding.secret);
  return {
    ruleId: finding.ruleId,
    ruleIndex: descriptors.indexOf.get(finding.ruleId) ?? -1,
    ...descriptors.levelOf.get(finding.ruleId) === finding.level ? {} : { level: finding.level },
    kind: "fail",
    message: { text: messageOf2(finding, rule, related) },
    locations: [
      {
        physicalLocation: surrounds(finding.context, finding.region) ? { ...primary, contextRegion: regionOf(finding.context) } : primary
      }
    ],
    ...related.length > 0 ? { relatedLocations: related.map(({ location }) => location) } : {},
    ...codeFlows.length > 0 ? { codeFlows } : {},
    partialFingerprints: { primaryLocationLineHash: finding.lineHash, "pyverdictContext/v1": finding.fingerprint },
    ...suppressions.length > 0 ? { suppressions } : {},
    ...finding.baseline === void 0 ? {} : { baselineState: finding.baseline },
    properties: {
      tier: finding.tier,
      ...finding.mergedRules.length > 0 ? { mergedRules: [...finding.mergedRules] } : {}
    }
  };
}
function relatedLocations(finding, flows) {
  return [...flows.slice(0, 1).flatMap((steps) => steps[0] ?? []), ...finding.related].slice(0, relatedLimit).map((place4, index2) => ({
    target: { id: index2 + 1, file: place4.file, line: place4.region.startLine },
    location: linkedLocation(index2 + 1, place4, place4.message, finding.secret)
  }));
}
function messageOf2(finding, rule, related) {
  let ownFix = finding.fix.trim() !== "" && finding.fix.trim() !== rule.fix.trim() ? ` ${finding.fix.trim()}` : "", said2 = finding.message.trim() === "" ? `${rule.title}.` : finding.message, message = linkedMessage(
    finding,
    said2 + ownFix,
    related.map(({ target }) => target)
  ), source = related[0]?.target;
  if (source && finding.flows.length > 0 && !message.includes(`](${source.id})`)) {
    let place4 = source.file === finding.file ? `line ${source.line}` : `${source.file} line ${source.line}`;
    message += ` The value comes from [${escapeMessage(place4)}](${source.id}).`;
  }
  let more = finding.furtherPlaces + Math.max(0, finding.related.length - relatedLimit);
  return more > 0 && !/\b\d[\d,]* (?:more|other)\b/.test(finding.message) && (message += ` And ${count(more, "more place", "more places")}.`), message;
}
function codeFlow(steps, secret) {
  return { threadFlows: [{ locations: shortenSteps(steps, stepLimit).map(({ step: step2, position, omitted }) => {
    let gap = omitted > 0 ? `… ${count(omitted, "step")} omitted; ` : "";
    return {
      location: {
        physicalLocation: physicalLocation(step2, secret),
        message: { text: escapeMessage(gap + step2.message) }
      },
      kinds: [step2.kind],
      nestingLevel: step2.depth,
      executionOrder: position + 1,
      importance: step2.kind === "assignment" ? "unimportant" : "essential"
    };
  }) }] };
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
  let made = rules.flatMap((rule) => idsOf(rule, used).map((id) => ({ id, ...describe4(rule, id, used.get(id)) }))).sort((a, b) => compareText(a.id, b.id));
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
    indexOf: new Map(made.map(({ id }, index2) => [id, index2])),
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
function describe4(rule, id, usedSeverity) {
  let review = id.endsWith("/review"), severity = rule.category === "practice" ? void 0 : usedSeverity ?? ruleSeverity(rule, review), level = severity === void 0 ? practiceLevel2(rule) : reviewLevel(levelOfSeverity(severity), review);
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
function practiceLevel2(rule) {
  return rule.practiceLevels?.test === "warning" || rule.practiceLevels?.production === "warning" ? "warning" : "note";
}
function tagsOf(rule) {
  let own = rule.tags.filter((tag) => tag !== "security" && tag !== "practice");
  return [.../* @__PURE__ */ new Set([rule.category, ...rule.cwe.map(cweTag), "python", ...own, rule.family])].slice(0, tagLimit);
}

// src/report/sarif/sarif-log.ts
var toolName = "pyverdict";
function sarifLog(set, rules, options, run2) {
  let byCode = rulesByCode(rules), ran = rules.filter(
    (rule) => set.coverage.rulesRun.includes(rule.code) || set.findings.some((finding) => finding.rule === rule.code)
  ), taxonomy = cweTaxonomy(ran), descriptors = ruleDescriptors(ran, set.findings, taxonomy, run2.rulePages), { tool, configuration } = notifications(set.problems, set.skipped, descriptors), hasCwe = (taxonomy.component.taxa ?? []).length > 0;
  return { $schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0", runs: [{
    tool: {
      driver: {
        name: toolName,
        semanticVersion: run2.version,
        version: run2.version,
        ...run2.informationUri === void 0 ? {} : { informationUri: run2.informationUri },
        rules: descriptors.rules,
        notifications: [...notificationDescriptors],
        ...hasCwe ? { supportedTaxonomies: [{ name: "CWE", index: 0 }] } : {},
        properties: { ruleSetHash: run2.ruleSetHash }
      }
    },
    automationDetails: { id: `${options.category}/` },
    columnKind: "utf16CodeUnits",
    defaultSourceLanguage: "python",
    originalUriBaseIds: { [rootId]: { description: { text: "The root of the checkout that was scanned." } } },
    ...run2.repository ? { versionControlProvenance: [provenance(run2.repository)] } : {},
    invocations: [
      {
        executionSuccessful: set.verdict !== "failed",
        ...run2.startTime === void 0 ? {} : { startTimeUtc: run2.startTime },
        ...run2.endTime === void 0 ? {} : { endTimeUtc: run2.endTime },
        ...run2.exitCode === void 0 ? {} : { exitCode: run2.exitCode },
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
    for (let place4 of [finding, ...finding.related, ...finding.flows.flatMap((flow2) => flow2.steps)])
      paths.add(place4.file);
    finding.suppression && paths.add(finding.suppression.file);
  }
  return [...paths].sort(compareText).map((path) => {
    let known2 = facts.get(path);
    return {
      location: artifactLocation(path),
      roles: ["analysisTarget"],
      sourceLanguage: "python",
      ...known2 ? { length: known2.length, encoding: known2.encoding, hashes: { "sha-256": known2.sha256 } } : {}
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

// src/report/sarif/upload-view.ts
import { gzipSync as gzipSync2 } from "node:zlib";

// src/report/sarif/shortened-thread-flow.ts
function shortenedThreadFlow(flow2, limit) {
  return {
    ...flow2,
    threadFlows: flow2.threadFlows.map((thread) => {
      if (thread.locations.length <= limit) return thread;
      let head = thread.locations.slice(0, Math.ceil(limit / 2)), tail = thread.locations.slice(thread.locations.length - Math.floor(limit / 2)), omitted = thread.locations.length - head.length - tail.length, [after, ...rest] = tail, location = after?.location, marked = after && location ? [
        {
          ...after,
          location: {
            ...location,
            message: { text: `… ${count(omitted, "step")} omitted; ${location.message?.text ?? ""}` }
          }
        }
      ] : [];
      return { ...thread, locations: [...head, ...marked, ...rest] };
    })
  };
}

// src/report/sarif/upload-view.ts
var uploadLimits = { results: 5e3, gzipBytes: 9e6 };
function uploadView(log, weighed2, limits = uploadLimits) {
  let run2 = log.runs[0];
  if (!run2) throw new Error("a SARIF log without a run");
  let total = weighed2.length, view = (kept, steps2) => {
    let omitted = total - kept.length, results = kept.map(({ result }) => steps2.reduce((shrunk2, step2) => step2.result(shrunk2), forUpload(result))), shrunk = steps2.reduce((current, step2) => step2.run(current, results), run2);
    return { ...log, runs: [{ ...withNotice(shrunk, omitted, total, limits), results }] };
  }, done = (kept, steps2) => ({
    log: view(kept, steps2),
    truncated: kept.length < total,
    omitted: total - kept.length
  }), capped = heaviest(weighed2, limits.results), steps = [];
  if (fits(view(capped, steps), limits)) return done(capped, steps);
  for (let step2 of sizeSteps)
    if (steps.push(step2), fits(view(capped, steps), limits)) return done(capped, steps);
  let fitting = -1, tooMany = capped.length;
  for (; tooMany - fitting > 1; ) {
    let middle = Math.floor((fitting + tooMany) / 2);
    fits(view(heaviest(capped, middle), steps), limits) ? fitting = middle : tooMany = middle;
  }
  if (fitting < 0) throw new Error("the SARIF of a run without results is too large to upload");
  return done(heaviest(capped, fitting), steps);
}
var sameRun = (run2) => run2, sizeSteps = [
  { run: sameRun, result: withoutContext },
  {
    run: sameRun,
    result: (result) => mapPlaces(result, (place4) => place4.region ? { ...place4, region: withoutSnippet(place4.region) } : place4)
  },
  {
    run: sameRun,
    result: (result) => result.codeFlows ? { ...result, codeFlows: result.codeFlows.slice(0, 1).map((flow2) => shortenedThreadFlow(flow2, 16)) } : result
  },
  {
    run: sameRun,
    result: (result) => result.relatedLocations ? { ...result, relatedLocations: keptRelated(result, 5) } : result
  },
  { run: withoutUnreferencedArtifacts, result: (result) => result }
];
function heaviest(weighed2, limit) {
  if (weighed2.length <= limit) return weighed2;
  let kept = new Set([...weighed2].sort((a, b) => a.weight - b.weight).slice(0, limit));
  return weighed2.filter((item) => kept.has(item));
}
function forUpload(result) {
  let { suppressions: _suppressions, baselineState: _baselineState, ...rest } = result;
  return rest;
}
function fits(log, limits) {
  let bytes2 = Buffer.from(JSON.stringify(log));
  return bytes2.length + 1024 < limits.gzipBytes ? !0 : gzipSync2(bytes2, { level: 9 }).length <= limits.gzipBytes;
}
function truncationText(omitted, sent, limit = uploadLimits.results) {
  let cause = sent >= limit ? `limit: ${grouped(limit)} per upload` : "the file would be too large";
  return `${grouped(omitted)} of ${grouped(omitted + sent)} findings were not sent to code scanning (${cause}). The complete list is in \`results.sarif\`.`;
}
function withNotice(run2, omitted, total, limits) {
  let invocation = run2.invocations?.[0];
  if (omitted === 0 || !invocation) return run2;
  let notice = truncationNotification(truncationText(omitted, total - omitted, limits.results));
  return {
    ...run2,
    invocations: [
      { ...invocation, toolExecutionNotifications: [...invocation.toolExecutionNotifications ?? [], notice] }
    ]
  };
}
function withoutContext(result) {
  return mapPlaces(result, (place4) => {
    let { contextRegion: _contextRegion, ...rest } = place4;
    return rest;
  });
}
function withoutSnippet(region) {
  let { snippet: _snippet, ...rest } = region;
  return rest;
}
function mapPlaces(result, change) {
  let mapped = (location) => location.physicalLocation ? { ...location, physicalLocation: change(location.physicalLocation) } : location, mappedStep = (step2) => step2.location ? { ...step2, location: mapped(step2.location) } : step2;
  return {
    ...result,
    ...result.locations ? { locations: result.locations.map(mapped) } : {},
    ...result.relatedLocations ? { relatedLocations: result.relatedLocations.map(mapped) } : {},
    ...result.codeFlows ? {
      codeFlows: result.codeFlows.map((flow2) => ({
        ...flow2,
        threadFlows: flow2.threadFlows.map((thread) => ({ ...thread, locations: thread.locations.map(mappedStep) }))
      }))
    } : {}
  };
}
function keptRelated(result, limit) {
  let related = result.relatedLocations ?? [], linked = new Set([...(result.message.text ?? "").matchAll(/\]\((\d+)\)/g)].map((match) => Number(match[1])));
  return related.filter((location, index2) => index2 < limit || location.id !== void 0 && linked.has(location.id));
}
function withoutUnreferencedArtifacts(run2, results) {
  let referenced = /* @__PURE__ */ new Set();
  for (let result of results)
    mapPlaces(result, (place4) => (place4.artifactLocation?.uri !== void 0 && referenced.add(place4.artifactLocation.uri), place4));
  return {
    ...run2,
    artifacts: (run2.artifacts ?? []).filter((artifact) => referenced.has(artifact.location?.uri ?? ""))
  };
}

// src/report/summary/budget.ts
var summaryBudget = { target: 204800, hardStop: 921600 };
function assemble(sections, budget = summaryBudget) {
  let chosen = /* @__PURE__ */ new Map(), used = sections.reduce((sum, section) => sum + bytes(section.forms.at(-1) ?? ""), 0);
  for (let section of [...sections].sort((a, b) => a.priority - b.priority)) {
    let least = bytes(section.forms.at(-1) ?? ""), limit = section.priority === 0 ? budget.hardStop : budget.target, form2 = section.forms.find((text) => used - least + bytes(text) <= limit);
    form2 !== void 0 ? (used += bytes(form2) - least, chosen.set(section, form2)) : used -= least;
  }
  return `${sections.flatMap((section) => chosen.get(section) ?? []).filter((text) => text !== "").join(`

`)}
`;
}
function bytes(text) {
  return text === "" ? 0 : Buffer.byteLength(text) + 2;
}

// src/report/summary/links.ts
function placeLink(run2, path, line, label) {
  let text = label ?? codeSpan(`${shortenMiddle(visibleText(path), pathLimit)}:${line}`, pathLimit + 12);
  return run2.repository ? `[${text}](${fileUrl(run2.repository, path)}#L${line})` : text;
}
function fileUrl(repository, path) {
  return `${repositoryUrl(repository)}/blob/${encodeSegment(repository.sha)}/${encodePath(path)}`;
}
function repositoryUrl(repository) {
  return `${repository.serverUrl.replace(/\/+$/, "")}/${encodeSegment(repository.owner)}/${encodeSegment(repository.repo)}`;
}
function commitLink(repository) {
  return `[${codeSpan(repository.sha.slice(0, 12))}](${repositoryUrl(repository)}/commit/${encodeSegment(repository.sha)})`;
}
function alertsLink(repository) {
  let { pullRequest, branch } = repository, subject = pullRequest === void 0 ? branch === void 0 ? void 0 : `branch:${quoted2(branch)}` : `pr:${pullRequest}`;
  if (subject === void 0) return;
  let query = ["is:open", subject, `tool:${toolName}`].map(encodeSegment).join("+");
  return `[alerts](${repositoryUrl(repository)}/security/code-scanning?query=${query}) (maintainers)`;
}
function quoted2(branch) {
  return /\s/.test(branch) ? `"${branch}"` : branch;
}

// src/report/summary/coverage-section.ts
var shownSuppressed = 50;
function coverageSection(set, rules, run2, outcome, uploadable) {
  let text = coverageText(set, rules), sent = Math.min(uploadable - outcome.omitted, uploadLimits.results), gaps = [
    ...text.gaps.map((gap) => prose(gap)),
    ...outcome.truncated ? [prose(truncationText(outcome.omitted, sent))] : []
  ], analysed = [text.analysed, ...text.sinks, ...text.facts].map((sentence) => prose(sentence)), suppressed = set.findings.filter((finding) => finding.suppression && finding.tier !== "note");
  return [
    "### What was analysed, and what was not",
    bulleted(analysed),
    ...gaps.length > 0 ? ["Not covered, or not wholly:", bulleted(gaps)] : [],
    ...suppressed.length > 0 ? [suppressedDetails(suppressed, run2)] : []
  ].join(`

`);
}
function bulleted(items) {
  return items.map((item) => `- ${item}`).join(`
`);
}
function coverageLine(set, rules) {
  return `### What was analysed, and what was not

${prose(coverageText(set, rules).analysed)} The details are in \`results.json\`.`;
}
function suppressedDetails(findings, run2) {
  let rest = findings.length - shownSuppressed;
  return [
    "<details>",
    `<summary>${count(findings.length, "security finding")} suppressed in source</summary>`,
    "",
    ...findings.slice(0, shownSuppressed).map((finding) => {
      let reason = finding.suppression?.reason ?? "";
      return `- ${finding.rule} ${placeLink(run2, finding.file, finding.region.startLine)} by ${codeSpan(finding.suppression?.mark ?? "")}` + (reason === "" ? "" : `, reason: ${codeSpan(reason)}`);
    }),
    ...rest > 0 ? [`- and ${grouped(rest)} more in \`results.sarif\``] : [],
    "",
    "</details>"
  ].join(`
`);
}

// src/report/summary/finding-table.ts
function findingTable(findings, limit, rules, run2) {
  let rows = findings.slice(0, limit).map((finding) => row(finding, ruleOf(rules, finding.rule), run2)), rest = findings.length - rows.length, table2 = ["| Severity | Rule | Where | What | CWE |", "| --- | --- | --- | --- | --- |", ...rows].join(`
`);
  return rest > 0 ? `${table2}

${count(rest, "more", "more")} in \`results.sarif\`.` : table2;
}
function row(finding, rule, run2) {
  let message = prose(finding.message, 400), fix = finding.fix === "" || finding.message.includes(finding.fix) ? "" : `<br>**Fix:** ${prose(finding.fix, 300)}`;
  return `| ${[
    shownSeverity(finding),
    ruleName2(rule, run2),
    placeLink(run2, finding.file, finding.region.startLine),
    message + fix,
    rule.cwe.map((number) => `[${number}](${cweUri(number)})`).join(", ")
  ].join(" | ")} |`;
}
function ruleCode(rule, run2) {
  return linkedToPage(rule.code, rule, run2);
}
function ruleName2(rule, run2) {
  return linkedToPage(`${rule.code} ${codeSpan(rule.id)}`, rule, run2);
}
function linkedToPage(text, rule, run2) {
  return run2.rulePages === void 0 ? text : `[${text}](${run2.rulePages}${encodeSegment(rule.id)}.md)`;
}

// src/report/summary/flow-diagram.ts
var nodeLimit = 12, characterLimit = 4e3;
function flowDiagram(steps) {
  let labels3 = [];
  for (let { step: step2, omitted } of shortenSteps(steps, nodeLimit - (steps.length > nodeLimit ? 3 : 0)))
    omitted > 0 && labels3.push(nodeText(`… ${count(omitted, "step")}`)), labels3.push(
      `${nodeText(step2.message, 80)}<br/>${nodeText(`${shortenMiddle(step2.file, 60)}:${step2.region.startLine}`, 80)}`
    );
  let shown = collapsed(labels3), text = [
    "flowchart TD",
    ...shown.map((label, index2) => `  n${index2}["${label}"]`),
    ...shown.slice(1).map((_, index2) => `  n${index2} --> n${index2 + 1}`)
  ].join(`
`);
  return text.length > characterLimit ? void 0 : fenced(text, "mermaid");
}
function collapsed(labels3) {
  if (labels3.length <= nodeLimit) return labels3;
  let tail = Math.floor((nodeLimit - 1) / 2), head = nodeLimit - 1 - tail;
  return [...labels3.slice(0, head), nodeText("… steps omitted"), ...labels3.slice(labels3.length - tail)];
}
function nodeText(text, limit = 80) {
  return [...shortenMiddle(visibleText(text), limit)].map((character) => /[A-Za-z0-9 ._/-]/.test(character) ? character : `#${character.codePointAt(0) ?? 65533};`).join("");
}

// src/report/summary/flow-section.ts
var flowsShown = 5;
function flowSection(findings, rules, run2, diagrams) {
  let withFlow = findings.filter((finding) => shownFlows(finding, 1).length > 0);
  if (withFlow.length === 0) return "";
  let rest = withFlow.length - flowsShown;
  return [
    "### Data flow",
    ...withFlow.slice(0, flowsShown).map((finding) => flowDetails(finding, rules, run2, diagrams)),
    ...rest > 0 ? [`${count(rest, "more path", "more paths")} in \`results.sarif\`.`] : []
  ].join(`

`);
}
function flowDetails(finding, rules, run2, diagrams) {
  let steps = shownFlows(finding, 1)[0] ?? [], title = `${finding.rule} ${codeSpan(ruleOf(rules, finding.rule).id)} at ${codeSpan(finding.file, 80)} line ${finding.region.startLine}`, list3 = shortenSteps(steps, stepLimit).map(({ step: step2, position, omitted }) => {
    let gap = omitted > 0 ? `(${count(omitted, "step")} omitted) ` : "";
    return `${position + 1}. ${gap}${placeLink(run2, step2.file, step2.region.startLine)} ${prose(step2.message, 300)}`;
  }), diagram = diagrams ? flowDiagram(steps) : void 0;
  return [
    "<details>",
    `<summary>${title}</summary>`,
    "",
    ...list3,
    "",
    ...diagram === void 0 ? [] : [diagram, ""],
    "</details>"
  ].join(`
`);
}

// src/report/summary/practice-section.ts
function practiceSection(set, rules, notes, run2, links) {
  let byCode = rulesByCode(rules), oneFile = set.coverage.files.length === 1, practiceRan = set.coverage.rulesRun.some((code) => byCode.get(code)?.category === "practice"), paragraphs = practiceGroups(notes, byCode, set).map((group) => paragraph(group, run2, links, oneFile));
  return [
    "### Best-practice notes",
    ...notes.length === 0 && practiceRan ? [noPracticeNotes(set)] : paragraphs,
    prose(practiceTail(rules, set))
  ].join(`

`);
}
function paragraph(group, run2, links, oneFile) {
  let shown = group.evidence.slice(0, links), rest = group.notes - shown.reduce((sum, evidence) => sum + 1 + evidence.more, 0), items = [
    ...shown.map((evidence) => evidenceText(evidence, run2, oneFile)),
    ...rest > 0 ? [`and ${grouped(rest)} more (see the Security tab / SARIF)`] : [],
    ...group.facts
  ], advice = [group.why, group.whatToDo, group.fine].filter((sentence) => sentence !== "").join(" ");
  return [
    `**${prose(group.family.title)}.** ${group.claim}`,
    items.map((item) => `- ${item}`).join(`
`),
    ...advice === "" ? [] : [advice]
  ].join(`

`);
}
function evidenceText({ finding, rule, more, fix }, run2, oneFile) {
  let line = finding.region.startLine;
  return `${[
    `${placeLink(run2, finding.file, line, oneFile ? `line ${line}` : void 0)}: ${prose(finding.message)}`,
    ...more > 0 ? [`And ${grouped(more)} more like it in this file.`] : [],
    ...fix === void 0 ? [] : [prose(fix)]
  ].join(" ")} (${ruleCode(rule, run2)})`;
}

// src/report/summary/verdict-section.ts
function verdictSection(set, rules, options, run2, outcome) {
  let { headline, sentence, reviewed } = verdictText(set, rules);
  return [
    `## pyverdict: ${headline.charAt(0).toLowerCase()}${headline.slice(1)}`,
    `**${ourSentence(sentence)}**`,
    prose(reviewed),
    statusLine(set, options, run2, outcome)
  ].join(`

`);
}
function ourSentence(sentence) {
  return prose(sentence);
}
function statusLine(set, options, run2, outcome) {
  let counts2 = tally(set.findings), severities = severityNames.filter((name) => counts2.bySeverity[name] > 0).map((name) => `${grouped(counts2.bySeverity[name])} ${name}`), lost = filesNotAnalysed(set);
  return [
    counts2.defects === 0 ? "0 defects" : `${count(counts2.defects, "defect")} (${severities.join(", ")})`,
    `${grouped(counts2.hotspots)} to review`,
    count(counts2.notes, "practice note"),
    ...counts2.suppressed > 0 ? [`${grouped(counts2.suppressed)} suppressed in source`] : [],
    ...lost > 0 ? [`${count(lost, "file")} not analysed`] : [],
    ...gateText(outcome),
    ...outcome.upload ? [uploadText(outcome.upload, run2)] : [],
    ...options.category === "pyverdict" ? [] : [`category ${codeSpan(options.category)}`]
  ].join(" · ");
}
function gateText({ gate: gate2 }) {
  return gate2 ? [gate2.result === "failed" ? `**gate failed**: ${prose(gate2.text)}` : `gate ${prose(gate2.text)}`] : [];
}
function uploadText(upload, run2) {
  let reason = upload.reason === void 0 ? "" : ` (${upload.reason})`, remedy = upload.remedy === void 0 ? "" : `: ${prose(upload.remedy)}`, server = upload.serverMessage === void 0 ? "" : ` GitHub says: ${codeSpan(upload.serverMessage)}`;
  switch (upload.status) {
    case "uploaded":
    case "processing": {
      let link = run2.repository ? alertsLink(run2.repository) : void 0;
      return `${upload.status === "uploaded" ? "uploaded to code scanning" : "uploaded, still being processed by GitHub"}${link === void 0 ? "" : `: ${link}`}${server}`;
    }
    case "skipped":
      return `not uploaded${reason}${remedy}${server}`;
    case "failed":
      return `upload failed${reason}${remedy}${server} The findings are below and in \`results.sarif\`.`;
  }
}

// src/report/summary/job-summary.ts
var defectRows = 50, hotspotRows = 20, evidenceLinks = 5;
function jobSummary(input, budget = summaryBudget) {
  let { set, rules, options, run: run2, outcome, uploadable } = input;
  if (options.outputs.summaryStyle === "none") return "";
  let byCode = rulesByCode(rules), active = activeFindings(set.findings).sort(orderO(byCode)), tier = (name) => active.filter((finding) => finding.tier === name), security = active.filter((finding) => finding.tier !== "note"), full = [
    { priority: 1, forms: tableForms("Security findings", tier("defect"), defectRows, byCode, run2) },
    { priority: 2, forms: tableForms("To review", tier("hotspot"), hotspotRows, byCode, run2) },
    { priority: 5, forms: flowForms(security, byCode, run2) },
    { priority: 3, forms: practiceForms(input, tier("note")) },
    { priority: 4, forms: [coverageSection(set, rules, run2, outcome, uploadable), coverageLine(set, rules)] }
  ];
  return assemble(
    [
      { priority: 0, forms: [verdictSection(set, rules, options, run2, outcome)] },
      { priority: 1, forms: [newFindings(active, byCode, run2)] },
      ...options.outputs.summaryStyle === "short" ? [] : full,
      { priority: 0, forms: [`> ${caveat}`] },
      { priority: 0, forms: [footer(run2, outcome)] }
    ],
    budget
  );
}
function newFindings(active, rules, run2) {
  if (!active.some((finding) => finding.baseline !== void 0)) return "";
  let fresh = active.filter((finding) => finding.baseline === "new"), security = fresh.filter((finding) => finding.tier !== "note"), notes = fresh.length - security.length;
  return [
    "### New since the baseline",
    ...security.length > 0 ? [findingTable(security, hotspotRows, rules, run2)] : ["No new security finding."],
    ...notes > 0 ? [`${count(notes, "new practice note")}.`] : []
  ].join(`

`);
}
function tableForms(title, findings, rows, rules, run2) {
  if (findings.length === 0) return [""];
  let heading2 = `### ${title}`;
  return [
    ...[rows, 10, 3].filter((size, index2) => index2 === 0 || size < Math.min(rows, findings.length)).map((size) => `${heading2}

${findingTable(findings, size, rules, run2)}`),
    `${heading2}

${grouped(findings.length)} in \`results.sarif\`.`
  ];
}
function flowForms(findings, rules, run2) {
  let full = flowSection(findings, rules, run2, !0);
  return full === "" ? [""] : [full, flowSection(findings, rules, run2, !1), "### Data flow\n\nThe paths are in `results.sarif`."];
}
function practiceForms({ set, rules, run: run2 }, notes) {
  return [
    practiceSection(set, rules, notes, run2, evidenceLinks),
    practiceSection(set, rules, notes, run2, 1),
    `### Best-practice notes

${count(notes.length, "note")} in \`results.sarif\`.`
  ];
}
function footer(run2, outcome) {
  return `<sub>${[
    `pyverdict ${codeSpan(run2.version)}`,
    ...outcome.durationSeconds === void 0 ? [] : [`${outcome.durationSeconds} s`],
    ...run2.repository ? [`commit ${commitLink(run2.repository)}`] : [],
    `rule set ${codeSpan(run2.ruleSetHash.slice(0, 12))}`,
    ...outcome.sarifFile === void 0 ? [] : [`complete list: ${codeSpan(outcome.sarifFile)}`]
  ].join(" · ")}</sub>`;
}

// src/report/render.ts
function render(findings, rules, options, run2) {
  let byCode = rulesByCode(rules), sarif = sarifLog(findings, rules, options, run2), uploadable = [...findings.findings].sort(compareFindings).map((finding) => isUploaded(finding, options));
  return {
    sarif,
    uploadView: (limits) => uploadView(sarif, weighed(sarif, findings, uploadable, byCode), limits),
    json: jsonReport(findings, rules, run2),
    console: (shown) => shown.outputs.quiet ? "" : consoleText(findings, rules, shown.outputs.colour),
    summary: (outcome) => jobSummary({ set: findings, rules, options, run: run2, outcome, uploadable: uploadable.filter(Boolean).length })
  };
}
function isUploaded(finding, options) {
  return !finding.suppression && (options.uploadFindings === "all" || finding.tier !== "note");
}
function weighed(sarif, set, uploadable, rules) {
  let sorted = [...set.findings].sort(compareFindings), weights = new Map([...sorted].sort(orderO(rules)).map((finding, index2) => [finding, index2])), results = sarif.runs[0]?.results ?? [];
  return sorted.flatMap((finding, index2) => {
    let result = results[index2];
    return result && uploadable[index2] === !0 ? [{ result, weight: weights.get(finding) ?? 0 }] : [];
  });
}

// src/rules/load-rule-set.ts
import { createHash as createHash2 } from "node:crypto";
var profiles = ["default", "extended", "audit"], groups = ["security", "practice"];
function loadRuleSet(options, from = bundle) {
  let inProfile = from.rules.filter(
    (rule) => profiles.indexOf(ruleProfile(rule)) <= profiles.indexOf(options.profile)
  ), selected = options.select.length === 0 ? inProfile : named2(options.select, from.rules, inProfile), ignored = new Set(named2(options.ignore, from.rules, from.rules)), chosen = new Set(selected.filter((rule) => !ignored.has(rule))), rules = from.rules.filter((rule) => chosen.has(rule)), hash = createHash2("sha256").update(from.hash);
  for (let rule of rules) hash.update(` ${rule.code}`);
  return {
    rules,
    models: modelsOf(from.models, options.profile),
    all: from.rules,
    hash: hash.digest("hex"),
    familiesNotExamined: familiesNotExamined(rules)
  };
}
var offInDefault = /* @__PURE__ */ new Set(["source:local", "source:ipc", "source:stored"]), offInOthers = /* @__PURE__ */ new Set(["source:ipc", "source:stored"]);
function modelsOf(models, profile) {
  let off = profile === "default" ? offInDefault : offInOthers;
  return models.flatMap((entry2) => {
    let { kind, ...rest } = entry2;
    if (kind?.some((one) => off.has(one)) !== !0) return [entry2];
    let left = kind.filter((one) => !off.has(one));
    return left.length > 0 ? [{ ...rest, kind: left }] : rest.returns === void 0 && rest.elements === void 0 ? [] : [rest];
  });
}
function named2(list3, all, grouped2) {
  return list3.flatMap(
    (name) => groups.some((group) => group === name) ? grouped2.filter((rule) => rule.category === name) : [requireRule(all, name, groups)]
  );
}

// src/run.ts
async function run(options, log, outOfTime) {
  let rules = loadRuleSet(options), sources = requireSources(await discover(options), options), parsed2 = await parse(sources, options.threads, log), model = buildModel(parsed2, sources), onProgress = (done, total) => log.progress("analysing", done, total), hints = projectHints(options, sources), analysis = analyse(model, rules, { ...options, hints, outOfTime, onProgress }), reader = createReader(() => createFlatParser(parserModule())), findings = settle({ analysis, facts: parsed2.facts, sources, rules: rules.all, options, reader }), report = render(findings, rules.all.map(describeRule), options, factsOfRun(options, rules.hash));
  return deliver(findings, report, options, log);
}
export {
  run
};
