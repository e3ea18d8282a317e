import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);

// src/parse/parse-file.ts
import { Buffer as Buffer3 } from "node:buffer";

// src/parse/flat-parser.ts
var ParserFailure = class extends Error {
  name = "ParserFailure";
}, FULL = 0, LOWERED = 1, FULL_UTF16 = 2, wasi = {
  wasi_snapshot_preview1: {
    clock_time_get: () => 52,
    fd_close: () => 52,
    fd_seek: () => 52,
    fd_write: () => 52
  }
};
function createFlatParser(module) {
  let exports = new WebAssembly.Instance(module, wasi).exports;
  exports._initialize(), exports.pv_init();
  let decoder = new TextDecoder("utf-8", { ignoreBOM: !0 }), textTaken = 0, copy = (pointer, words) => new Uint32Array(exports.memory.buffer, pointer, words).slice(), run = (source, form) => {
    let parsed;
    try {
      let pointer = exports.pv_source(source.length) >>> 0;
      new Uint8Array(exports.memory.buffer, pointer, source.length).set(source), parsed = exports.pv_parse(source.length, form);
    } catch (error) {
      throw new ParserFailure("the parser ran out of memory or stack", { cause: error });
    }
    if (parsed === 0) throw new ParserFailure("the parser gave up");
  }, takeJoinedTexts = () => {
    let length = exports.pv_text_length();
    if (length === textTaken) return "";
    let bytes = new Uint8Array(exports.memory.buffer, (exports.pv_text() >>> 0) + textTaken, length - textTaken - 1);
    return textTaken = length, decoder.decode(bytes);
  };
  return {
    lower(source) {
      return run(source, LOWERED), {
        words: copy(exports.pv_tree() >>> 0, exports.pv_tree_words()),
        comments: copy(exports.pv_comments() >>> 0, exports.pv_comment_words()),
        lineStarts: copy(exports.pv_lines() >>> 0, exports.pv_line_count())
      };
    },
    parse(source, encoding) {
      run(source, encoding === "utf-16le" ? FULL_UTF16 : FULL);
      let words = copy(exports.pv_tree() >>> 0, exports.pv_tree_words());
      return { words, size: words.length / 6 };
    },
    takeNewTexts() {
      let texts = takeJoinedTexts();
      return texts === "" ? [] : texts.split("\0");
    },
    takeJoinedTexts,
    memoryBytes: () => exports.memory.buffer.byteLength,
    work: () => exports.pv_work()
  };
}

// src/parse/read-source.ts
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

// src/discover/test-path.ts
var testFolders = /* @__PURE__ */ new Set([
  "test",
  "tests",
  "_tests",
  "testing",
  "unittests",
  "functional_tests",
  "integration_tests",
  "e2e"
]), testName = /^(?:test_.*|.*_tests?|tests|conftest|locustfile.*)\.(?:py|pyw|pyi|ipynb)$/;
function looksLikeTestPath(path) {
  let segments = path.split("/"), name = segments.pop() ?? "";
  return testName.test(name) || segments.some((segment) => testFolders.has(segment.toLowerCase()));
}

// src/parse/notebook.ts
import { isUtf8 } from "node:buffer";

// src/parse/json-strings.ts
function findCells(text) {
  let top = members(text, skipSpace(text, 0)), cells = top.get("cells");
  if (cells !== void 0)
    return text[cells] === "[" ? elements(text, cells).map((at) => readCell(text, at)) : void 0;
  let worksheets = top.get("worksheets");
  if (!(worksheets === void 0 || text[worksheets] !== "["))
    return elements(text, worksheets).map((at) => members(text, at).get("cells")).flatMap((at) => at === void 0 ? [] : elements(text, at)).map((at) => readCell(text, at));
}
function decodeJsonString(text, place) {
  let { raw } = place, end = endOfString(text, raw), inside = text.slice(raw, end);
  if (!inside.includes("\\")) return { value: inside, rawAt: (index) => raw + index };
  let known = { index: 0, at: raw }, rawAt = (index) => {
    let { index: unit, at } = index < known.index ? { index: 0, at: raw } : known;
    for (; unit < index; unit++) at += unitLength(text, at);
    return known = { index, at }, at;
  };
  return { value: JSON.parse(`"${inside}"`), rawAt };
}
function advanceInString(text, raw, bytes) {
  let at = raw, left = bytes;
  for (; left > 0 && at < text.length && text[at] !== '"'; ) {
    let length = unitLength(text, at), code = unitAt(text, at), isPair = isHighSurrogate(code) && isLowSurrogate(unitAt(text, at + length));
    if (left -= isPair ? 4 : code < 128 ? 1 : code < 2048 ? 2 : 3, left < 0) break;
    at += isPair ? length + unitLength(text, at + length) : length;
  }
  return at;
}
function unitLength(text, at) {
  return text[at] !== "\\" ? 1 : text[at + 1] === "u" ? 6 : 2;
}
function unitAt(text, at) {
  return text[at] !== "\\" ? text.charCodeAt(at) : text[at + 1] === "u" ? Number.parseInt(text.slice(at + 2, at + 6), 16) : 0;
}
function isHighSurrogate(code) {
  return code >= 55296 && code < 56320;
}
function isLowSurrogate(code) {
  return code >= 56320 && code < 57344;
}
function readCell(text, at) {
  let fields = members(text, at), type = fields.get("cell_type"), isCode = type !== void 0 && text[type] === '"' && decodeJsonString(text, { raw: type + 1 }).value === "code", source = fields.get("source") ?? fields.get("input");
  if (source === void 0) return { isCode, source: [] };
  let strings = text[source] === "[" ? elements(text, source) : [source];
  return { isCode, source: strings.filter((one) => text[one] === '"').map((one) => ({ raw: one + 1 })) };
}
function members(text, at) {
  let found = /* @__PURE__ */ new Map();
  if (text[at] !== "{") return found;
  for (let i = skipSpace(text, at + 1); text[i] === '"'; ) {
    let key = decodeJsonString(text, { raw: i + 1 }).value, value = skipSpace(text, skipSpace(text, endOfString(text, i + 1) + 1) + 1);
    found.set(key, value), i = skipSpace(text, endOfValue(text, value)), text[i] === "," && (i = skipSpace(text, i + 1));
  }
  return found;
}
function elements(text, at) {
  let found = [];
  if (text[at] !== "[") return found;
  for (let i = skipSpace(text, at + 1); i < text.length && text[i] !== "]"; )
    found.push(i), i = skipSpace(text, endOfValue(text, i)), text[i] === "," && (i = skipSpace(text, i + 1));
  return found;
}
function endOfValue(text, at) {
  let depth = 0;
  for (let i = at; i < text.length; i++) {
    let character = text[i];
    if (character === '"') {
      if (i = endOfString(text, i + 1), depth === 0) return i + 1;
    } else if (character === "{" || character === "[") depth++;
    else if (character === "}" || character === "]") {
      if (depth === 0) return i;
      if (--depth === 0) return i + 1;
    } else if (depth === 0 && character === ",") return i;
  }
  return text.length;
}
function endOfString(text, at) {
  for (let quote = text.indexOf('"', at); quote >= 0; quote = text.indexOf('"', quote + 1)) {
    let backslashes = 0;
    for (; quote - 1 - backslashes >= at && text[quote - 1 - backslashes] === "\\"; ) backslashes++;
    if (backslashes % 2 === 0) return quote;
  }
  return text.length;
}
function skipSpace(text, at) {
  let i = at;
  for (; text[i] === " " || text[i] === `
` || text[i] === "\r" || text[i] === "	"; ) i++;
  return i;
}

// src/parse/notebook-magics.ts
var transparentMagics = /* @__PURE__ */ new Set(["time", "timeit", "capture"]);
function cellMagic(lines) {
  let name = /^%%\s*([^\s]*)/.exec(lines.find((line) => line.trim() !== "") ?? "")?.[1];
  return name === void 0 ? void 0 : { name, isTransparent: transparentMagics.has(name) };
}
var magicLine = /^\s*(?:[%!?]|(?:[\w.*%]|\[\d+\])+\?{1,2}(?:\s*;)?\s*$)/, magicValue = /^([\w.,\s[\]'"*()]+?=\s*)[%!]/;
function withoutMagics(lines) {
  let result = [], state = { depth: 0, quote: void 0, continues: !1 }, magicContinues = !1;
  for (let line of lines) {
    let isStart = state.depth === 0 && state.quote === void 0 && !state.continues, value = isStart && !magicContinues ? magicValue.exec(line) : null;
    if (magicContinues || isStart && magicLine.test(line)) {
      let indent = /^\s*/.exec(line)?.[0] ?? "";
      result.push(indent === "" || magicContinues ? "" : `${indent}pass`), magicContinues = /\\\s*$/.test(line);
    } else value?.[1] !== void 0 ? (result.push(`${value[1]}get_ipython()`), magicContinues = /\\\s*$/.test(line)) : (result.push(line), state = scanLine(line, state));
  }
  return result;
}
function scanLine(line, before) {
  let { depth, quote } = before, continues = !1;
  for (let i = 0; i < line.length; i++) {
    let character = line.charAt(i);
    if (character === "\\")
      continues = i === line.length - 1, i++;
    else if (quote !== void 0)
      line.startsWith(quote, i) && (i += quote.length - 1, quote = void 0);
    else {
      if (character === "#") break;
      character === '"' || character === "'" ? (quote = line.startsWith(character.repeat(3), i) ? character.repeat(3) : character, i += quote.length - 1) : "([{".includes(character) ? depth++ : ")]}".includes(character) && (depth = Math.max(0, depth - 1));
    }
  }
  return { depth, quote: quote?.length === 1 && !continues ? void 0 : quote, continues };
}

// src/parse/notebook.ts
function readNotebook(path, file) {
  if (!isUtf8(file)) return { wrong: "is not UTF-8" };
  let text = Buffer.from(file).toString("utf8").replace(/^\ufeff/, ""), parsed;
  try {
    parsed = JSON.parse(text);
  } catch {
    return { wrong: "is not valid JSON" };
  }
  if (!isRecord(parsed)) return { wrong: "is not a notebook: no object at the top" };
  let language = languageOf(parsed);
  if (language !== void 0 && !/^i?python[\d.]*$/i.test(language))
    return { otherLanguage: `a notebook for ${language.slice(0, 40)}` };
  let cells = findCells(text);
  if (cells === void 0) return { wrong: "is not a notebook: it has no cells" };
  let pieces = [], chunks = [], skippedCells = [], byte = 0;
  return cells.forEach((cell, index) => {
    if (!cell.isCode) return;
    let lines = linesOf(cell.source.map((string) => decodeJsonString(text, string))), source = lines.map((line) => line.text), magic = cellMagic(source);
    if (magic !== void 0 && !magic.isTransparent) {
      skippedCells.push({ path, reason: "cell-magic", detail: `cell ${index + 1}: %%${magic.name}` });
      return;
    }
    withoutMagics(source).forEach((line, i) => {
      let isBlanked = line !== source[i];
      for (let start of isBlanked ? lines[i]?.starts.slice(0, 1) ?? [] : lines[i]?.starts ?? [])
        pieces.push({ byte: byte + Buffer.byteLength(line.slice(0, start.column)), raw: start.raw, isBlanked });
      chunks.push(line, `
`), byte += Buffer.byteLength(line) + 1;
    });
  }), { bytes: Buffer.from(chunks.join("")), encoding: "utf-8", map: positionMap(text, pieces), skippedCells };
}
function linesOf(strings) {
  let lines = [], text = "", starts = [];
  for (let string of strings) {
    let from = 0;
    for (; ; ) {
      let newline = string.value.indexOf(`
`, from), end = newline < 0 ? string.value.length : newline;
      if ((end > from || newline >= 0) && starts.push({ column: text.length, raw: string.rawAt(from) }), text += string.value.slice(from, end), newline < 0) break;
      lines.push({ text, starts }), text = "", starts = [], from = newline + 1;
    }
  }
  return starts.length > 0 && lines.push({ text, starts }), lines;
}
function positionMap(text, pieces) {
  let lineStarts;
  return (offset) => {
    lineStarts ??= findLineStarts(text);
    let piece = pieces[lastAtMost(pieces, (one) => one.byte, offset)], raw = piece === void 0 ? 0 : piece.isBlanked ? piece.raw : advanceInString(text, piece.raw, offset - piece.byte), line = lastAtMost(lineStarts, (start) => start, raw);
    return { line: line + 1, column: raw - (lineStarts[line] ?? 0) + 1 };
  };
}
function lastAtMost(sorted, key, limit) {
  let low = 0, high = sorted.length;
  for (; low < high; ) {
    let middle = low + high >> 1, item = sorted[middle];
    item !== void 0 && key(item) <= limit ? low = middle + 1 : high = middle;
  }
  return Math.max(0, low - 1);
}
function findLineStarts(text) {
  let starts = [0];
  for (let match of text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);
  return starts;
}
function languageOf(notebook) {
  let metadata = recordIn(notebook, "metadata");
  return [recordIn(metadata, "language_info").name, recordIn(metadata, "kernelspec").language].find((name) => typeof name == "string" && name !== "");
}
function recordIn(record, key) {
  let value = record[key];
  return isRecord(value) ? value : {};
}
function isRecord(value) {
  return typeof value == "object" && value !== null && !Array.isArray(value);
}

// src/parse/source-encoding.ts
import { isAscii, isUtf8 as isUtf82 } from "node:buffer";
function decodeSource(bytes) {
  let utf16 = utf16Mark(bytes);
  if (utf16 !== void 0) return recode(bytes.subarray(2), utf16, utf16);
  let hasMark = bytes[0] === 239 && bytes[1] === 187 && bytes[2] === 191, declared = hasMark ? void 0 : codingLine(bytes), codec = declared === void 0 ? "utf-8" : normalName(declared.name);
  if (codec === "utf-8") {
    if (isUtf82(bytes)) return { bytes, encoding: "utf-8" };
    let line = lineOf(bytes, firstInvalidUtf8(bytes));
    return declared === void 0 && !hasMark ? { wrong: `is not UTF-8 (line ${line}) and has no coding line`, line } : { wrong: `says that it is UTF-8, but line ${line} is not`, line };
  }
  if (codec === "ascii") {
    if (isAscii(bytes)) return { bytes, encoding: "ascii" };
    let line = lineOf(
      bytes,
      bytes.findIndex((byte) => byte > 127)
    );
    return { wrong: `says that it is ASCII, but line ${line} is not`, line };
  }
  let label = decoderLabels.get(codec.replaceAll("-", "")), declaredLine = declared?.line ?? 1;
  return label === void 0 ? {
    wrong: `has a coding line with ${declared?.name ?? codec}, which cannot be decoded here`,
    line: declaredLine
  } : !notOnTopOfAscii.has(label) && isAscii(bytes) ? { bytes, encoding: codec } : recode(bytes, label, codec, declaredLine);
}
function utf16Mark(bytes) {
  return bytes[0] === 255 && bytes[1] === 254 ? "utf-16le" : bytes[0] === 254 && bytes[1] === 255 ? "utf-16be" : void 0;
}
function recode(bytes, label, encoding, line) {
  if (label === "latin1" || label === "windows-1252") {
    let latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");
    return { bytes: Buffer.from(label === "latin1" ? latin1 : withWindows1252(latin1)), encoding };
  }
  try {
    return { bytes: Buffer.from(new TextDecoder(label, { fatal: !0 }).decode(bytes)), encoding };
  } catch {
    return { wrong: `cannot be decoded as ${encoding}`, ...line === void 0 ? {} : { line } };
  }
}
var windows1252 = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ";
function withWindows1252(latin1) {
  return latin1.replace(/[\u0080-\u009f]/g, (character) => windows1252.charAt(character.charCodeAt(0) - 128));
}
var codingPattern = /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/, blankOrComment = /^[ \t\f]*(?:#.*)?$/, maxCodingBytes = 1024;
function codingLine(bytes) {
  let first = lineAt(bytes, 0), inFirst = codingPattern.exec(first.text);
  if (inFirst?.[1] !== void 0) return { name: inFirst[1], line: 1 };
  if (!blankOrComment.test(first.text)) return;
  let inSecond = codingPattern.exec(lineAt(bytes, first.next).text);
  return inSecond?.[1] === void 0 ? void 0 : { name: inSecond[1], line: 2 };
}
function lineAt(bytes, start) {
  let limit = Math.min(bytes.length, start + maxCodingBytes), end = start;
  for (; end < limit && bytes[end] !== 10 && bytes[end] !== 13; ) end++;
  let next = end === limit ? bytes.length : bytes[end] === 13 && bytes[end + 1] === 10 ? end + 2 : end + 1;
  return { text: String.fromCharCode(...bytes.subarray(start, end)), next };
}
function normalName(name) {
  let lower = name.toLowerCase().replaceAll("_", "-");
  return /^utf-?8(?:-|$)/.test(lower) || lower === "u8" || lower === "utf" || lower === "cp65001" ? "utf-8" : /^(?:latin-?1|iso-8859-1|iso8859-1|iso-latin-1)(?:-|$)/.test(lower) || lower === "l1" ? "iso-8859-1" : /^(?:us-ascii|ascii|646|ansi-x3\.4-1968)$/.test(lower) ? "ascii" : lower;
}
var decoderLabels = new Map(
  Object.entries({
    latin1: "iso88591 latin 8859 cp819 iso8859",
    "windows-1250": "cp1250 windows1250 1250",
    "windows-1251": "cp1251 windows1251 1251",
    "windows-1252": "cp1252 windows1252 1252",
    "windows-1253": "cp1253 windows1253 1253",
    "windows-1254": "cp1254 windows1254 1254 iso88599 latin5",
    "windows-1255": "cp1255 windows1255 1255",
    "windows-1256": "cp1256 windows1256 1256",
    "windows-1257": "cp1257 windows1257 1257",
    "windows-1258": "cp1258 windows1258 1258",
    "iso-8859-2": "iso88592 latin2 l2",
    "iso-8859-3": "iso88593 latin3 l3",
    "iso-8859-4": "iso88594 latin4 l4",
    "iso-8859-5": "iso88595 cyrillic",
    "iso-8859-6": "iso88596 arabic",
    "iso-8859-7": "iso88597 greek greek8",
    "iso-8859-8": "iso88598 hebrew",
    "iso-8859-10": "iso885910 latin6 l6",
    "iso-8859-13": "iso885913 latin7 l7",
    "iso-8859-14": "iso885914 latin8 l8",
    "iso-8859-15": "iso885915 latin9 l9",
    "iso-8859-16": "iso885916 latin10 l10",
    "windows-874": "cp874 tis620 iso885911 thai",
    "koi8-r": "koi8r",
    "koi8-u": "koi8u",
    macintosh: "macroman macintosh",
    ibm866: "cp866 866 ibm866",
    gbk: "gbk cp936 936 ms936 gb2312 euccn chinese",
    gb18030: "gb18030",
    big5: "big5 big5tw csbig5 cp950 950 ms950",
    "euc-jp": "eucjp ujis",
    shift_jis: "shiftjis sjis csshiftjis cp932 932 ms932 mskanji windows31j",
    "iso-2022-jp": "iso2022jp csiso2022jp",
    "euc-kr": "euckr korean ksc5601 cp949 949 uhc ms949"
  }).flatMap(([label, names]) => names.split(" ").map((name) => [name, label]))
), notOnTopOfAscii = /* @__PURE__ */ new Set(["iso-2022-jp"]);
function firstInvalidUtf8(bytes) {
  let valid = 0, invalid = bytes.length;
  for (; invalid - valid > 1; ) {
    let cut = valid + invalid >> 1;
    for (; cut > valid && ((bytes[cut] ?? 0) & 192) === 128; ) cut--;
    if (cut === valid) break;
    isUtf82(bytes.subarray(valid, cut)) ? valid = cut : invalid = cut;
  }
  return valid;
}
function lineOf(bytes, offset) {
  let line = 1;
  for (let i = 0; i < offset; i++)
    (bytes[i] === 10 || bytes[i] === 13 && bytes[i + 1] !== 10) && line++;
  return line;
}

// src/parse/read-source.ts
function readSource(file) {
  if (file.size > 5e6) return unreadable(file, `is larger than ${5e6 / 1e6} MB`);
  let original;
  try {
    original = readFileSync(file.absolutePath);
  } catch (error) {
    return unreadable(file, `could not be read (${errorCode(error)})`);
  }
  return decodeFile(file, original);
}
function decodeFile(file, original) {
  if (original.length > 5e6) return unreadable(file, `is larger than ${5e6 / 1e6} MB`);
  let decoded = file.kind === "notebook" ? readNotebook(file.path, original) : decodeSource(original);
  if ("wrong" in decoded) return unreadable(file, decoded.wrong, decoded.line);
  if ("otherLanguage" in decoded)
    return { kind: "skipped", skipped: { path: file.path, reason: "other-language", detail: decoded.otherLanguage } };
  if (decoded.bytes.indexOf(0) >= 0) return unreadable(file, "has a zero byte, which Python refuses");
  let { map, skippedCells = [] } = decoded, hash;
  return {
    kind: "text",
    bytes: decoded.bytes,
    encoding: decoded.encoding,
    original: {
      length: original.length,
      sha256: () => hash ??= createHash("sha256").update(original).digest("hex")
    },
    ...map === void 0 ? {} : { map },
    skipped: skippedCells
  };
}
function unreadable(file, wrong, line) {
  return { kind: "unreadable", problem: {
    id: "PVN002",
    message: `${file.path} ${wrong}: nothing in it was examined.`,
    file: file.path,
    ...line === void 0 ? {} : { line },
    hidesCode: file.kind !== "stub" && !looksLikeTestPath(file.path)
  } };
}
function errorCode(error) {
  return error instanceof Error && "code" in error && typeof error.code == "string" ? error.code : "unknown error";
}

// src/parse/syntax-problem.ts
import { Buffer as Buffer2 } from "node:buffer";

// src/parse/syntax-kinds.ts
var Kind = {
  identifier: 1,
  "';'": 2,
  "'import'": 3,
  "'.'": 4,
  "'from'": 5,
  "'__future__'": 6,
  "'('": 7,
  "')'": 8,
  "','": 9,
  "'as'": 10,
  "'*'": 11,
  "'print'": 12,
  "'>>'": 13,
  "'assert'": 14,
  "':='": 15,
  "'return'": 16,
  "'del'": 17,
  "'raise'": 18,
  "'pass'": 19,
  "'break'": 20,
  "'continue'": 21,
  "'if'": 22,
  "':'": 23,
  "'elif'": 24,
  "'else'": 25,
  "'match'": 26,
  "'case'": 27,
  "'async'": 28,
  "'for'": 29,
  "'in'": 30,
  "'while'": 31,
  "'try'": 32,
  "'except'": 33,
  "'finally'": 35,
  "'with'": 36,
  "'def'": 37,
  "'->'": 38,
  "'**'": 39,
  "'global'": 40,
  "'nonlocal'": 41,
  "'exec'": 42,
  "'type'": 43,
  "'='": 44,
  "'class'": 45,
  "'['": 46,
  "']'": 47,
  "'@'": 48,
  "'-'": 49,
  "'_'": 50,
  "'|'": 51,
  "'{'": 52,
  "'}'": 53,
  "'+'": 54,
  "'not'": 55,
  "'and'": 56,
  "'or'": 57,
  "'/'": 58,
  "'%'": 59,
  "'//'": 60,
  "'&'": 61,
  "'^'": 62,
  "'<<'": 63,
  "'~'": 64,
  "'is'": 65,
  "'<'": 66,
  "'<='": 67,
  "'=='": 68,
  "'!='": 69,
  "'>='": 70,
  "'>'": 71,
  "'<>'": 72,
  "'lambda'": 73,
  "'+='": 74,
  "'-='": 75,
  "'*='": 76,
  "'/='": 77,
  "'@='": 78,
  "'//='": 79,
  "'%='": 80,
  "'**='": 81,
  "'>>='": 82,
  "'<<='": 83,
  "'&='": 84,
  "'^='": 85,
  "'|='": 86,
  "'yield'": 87,
  ellipsis: 88,
  escape_sequence: 89,
  "'\\'": 90,
  type_conversion: 92,
  integer: 93,
  float: 94,
  "'await'": 95,
  true: 96,
  false: 97,
  none: 98,
  comment: 99,
  line_continuation: 100,
  string_start: 104,
  escape_interpolation: 106,
  string_end: 107,
  module: 108,
  import_statement: 111,
  import_prefix: 112,
  relative_import: 113,
  future_import_statement: 114,
  import_from_statement: 115,
  aliased_import: 117,
  wildcard_import: 118,
  print_statement: 119,
  chevron: 120,
  assert_statement: 121,
  expression_statement: 122,
  named_expression: 123,
  return_statement: 125,
  delete_statement: 126,
  raise_statement: 127,
  pass_statement: 128,
  break_statement: 129,
  continue_statement: 130,
  if_statement: 131,
  elif_clause: 132,
  else_clause: 133,
  match_statement: 134,
  case_clause: 136,
  for_statement: 137,
  while_statement: 138,
  try_statement: 139,
  except_clause: 140,
  finally_clause: 141,
  with_statement: 142,
  with_clause: 143,
  with_item: 144,
  function_definition: 145,
  parameters: 146,
  lambda_parameters: 147,
  list_splat: 148,
  dictionary_splat: 149,
  global_statement: 150,
  nonlocal_statement: 151,
  exec_statement: 152,
  type_alias_statement: 153,
  class_definition: 154,
  type_parameter: 155,
  parenthesized_list_splat: 156,
  argument_list: 157,
  decorated_definition: 158,
  decorator: 159,
  block: 160,
  expression_list: 161,
  dotted_name: 162,
  case_pattern: 163,
  union_pattern: 166,
  dict_pattern: 169,
  keyword_pattern: 171,
  splat_pattern: 172,
  class_pattern: 173,
  complex_pattern: 174,
  tuple_pattern: 179,
  list_pattern: 180,
  default_parameter: 181,
  typed_default_parameter: 182,
  list_splat_pattern: 183,
  dictionary_splat_pattern: 184,
  as_pattern: 185,
  not_operator: 189,
  boolean_operator: 190,
  binary_operator: 191,
  unary_operator: 192,
  "'not in'": 193,
  "'is not'": 194,
  comparison_operator: 195,
  lambda: 196,
  assignment: 198,
  augmented_assignment: 199,
  pattern_list: 200,
  yield: 202,
  attribute: 203,
  subscript: 204,
  slice: 205,
  call: 206,
  typed_parameter: 207,
  type: 208,
  splat_type: 209,
  generic_type: 210,
  union_type: 211,
  constrained_type: 212,
  member_type: 213,
  keyword_argument: 214,
  list: 215,
  set: 216,
  tuple: 217,
  dictionary: 218,
  pair: 219,
  list_comprehension: 220,
  dictionary_comprehension: 221,
  set_comprehension: 222,
  generator_expression: 223,
  parenthesized_expression: 225,
  for_in_clause: 227,
  if_clause: 228,
  conditional_expression: 229,
  concatenated_string: 230,
  string: 231,
  string_content: 232,
  interpolation: 233,
  format_specifier: 236,
  await: 237,
  positional_separator: 238,
  keyword_separator: 239,
  as_pattern_target: 272,
  format_expression: 273,
  ERROR: 511
}, Field = {
  none: 0,
  alias: 1,
  alternative: 2,
  argument: 3,
  arguments: 4,
  attribute: 5,
  body: 6,
  cause: 7,
  code: 8,
  condition: 9,
  consequence: 10,
  definition: 11,
  expression: 12,
  format_specifier: 13,
  function: 14,
  guard: 15,
  key: 16,
  left: 17,
  module_name: 18,
  name: 19,
  object: 20,
  operator: 21,
  operators: 22,
  parameters: 23,
  return_type: 24,
  right: 25,
  subject: 26,
  subscript: 27,
  superclasses: 28,
  type: 29,
  type_conversion: 30,
  type_parameters: 31,
  value: 32
};

// src/parse/lowered-tree.ts
var WORDS = 4, LEAF = 8 << 15, MISSING = 4 << 15, LoweredTree = class {
  words;
  size;
  /** Byte offset of the first byte of each line; lines end at LF, CR LF or a lone CR. */
  lineStarts;
  comments;
  names;
  /** From the worker's numbers to the run's. */
  #globalNames;
  #parents;
  constructor(words, lineStarts, comments, names, globalNames) {
    this.words = words, this.size = words.length / WORDS, this.lineStarts = lineStarts, this.comments = comments, this.names = names, this.#globalNames = globalNames;
  }
  kind(node) {
    return this.words[node * WORDS] & 511;
  }
  field(node) {
    return this.words[node * WORDS] >> 9 & 63;
  }
  isMissing(node) {
    return (this.words[node * WORDS] & MISSING) !== 0;
  }
  start(node) {
    return this.words[node * WORDS + 1];
  }
  end(node) {
    return this.words[node * WORDS + 2];
  }
  /** The node after this one's subtree: its next sibling, if it has one. */
  next(node) {
    return (this.words[node * WORDS] & LEAF) !== 0 ? node + 1 : this.words[node * WORDS + 3];
  }
  /** Number of the text of an identifier, number, or string without interpolation; 0 where there is none. */
  name(node) {
    if ((this.words[node * WORDS] & LEAF) === 0) return 0;
    let local = this.words[node * WORDS + 3];
    return this.#globalNames === void 0 ? local : this.#globalNames[local];
  }
  /** Source text of a leaf that has one, '' otherwise. */
  text(node) {
    return this.names.text(this.name(node));
  }
  /** First child with a field, or -1. */
  child(node, field) {
    let end = this.next(node);
    for (let child = node + 1; child < end; child = this.next(child))
      if (this.field(child) === field) return child;
    return -1;
  }
  /** First child of a kind, or -1. */
  childOfKind(node, kind) {
    let end = this.next(node);
    for (let child = node + 1; child < end; child = this.next(child))
      if (this.kind(child) === kind) return child;
    return -1;
  }
  children(node) {
    let found = [], end = this.next(node);
    for (let child = node + 1; child < end; child = this.next(child)) found.push(child);
    return found;
  }
  /** Parent of a node, -1 for the root. Computed for the whole file at the first call. */
  parent(node) {
    return this.#parents ??= this.#findParents(), this.#parents[node];
  }
  /** Gives back what `parent` computed; it is computed again when it is asked for again. */
  forgetParents() {
    this.#parents = void 0;
  }
  #findParents() {
    let { words, size } = this, parents = new Int32Array(size), open = -1, end = size;
    for (let node = 0; node < size; node++) {
      for (; node >= end; )
        open = parents[open], end = words[open * WORDS + 3];
      parents[node] = open, (words[node * WORDS] & LEAF) === 0 && (open = node, end = words[node * WORDS + 3]);
    }
    return parents;
  }
  /** Line of a byte offset, from 1. */
  line(offset) {
    let low = 0, high = this.lineStarts.length - 1;
    for (; low < high; ) {
      let middle = low + high + 1 >> 1;
      this.lineStarts[middle] <= offset ? low = middle : high = middle - 1;
    }
    return low + 1;
  }
  /** Line where a node starts, from 1. */
  lineOf(node) {
    return this.line(this.start(node));
  }
  /** Lines of the file; the empty rest behind the last line end is none. */
  get lineCount() {
    let starts = this.lineStarts.length;
    return starts > 1 && this.lineStarts[starts - 1] >= this.end(0) ? starts - 1 : starts;
  }
};

// src/parse/syntax-problem.ts
var noNames = { size: 1, text: () => "", find: () => 0 };
function syntaxProblem(path, lowered, bytes) {
  let tree = new LoweredTree(lowered.words, lowered.lineStarts, { ranges: lowered.comments, texts: [] }, noNames), first, lost = 0;
  for (let node = 0; node < tree.size; node++) {
    if (tree.isMissing(node) && (first ??= tree.start(node)), tree.kind(node) !== Kind.ERROR) continue;
    first ??= tree.start(node);
    let text = Buffer2.from(
      bytes.buffer,
      bytes.byteOffset + tree.start(node),
      tree.end(node) - tree.start(node)
    ).toString("latin1");
    lost += text.match(/^[ \t]*(?:async[ \t]+)?(?:def|class)[ \t]+\w/gm)?.length ?? 0, node = tree.next(node) - 1;
  }
  if (first === void 0) return;
  let line = tree.line(first), consequence = lost > 0 ? `${lost} function${lost === 1 ? "" : "s"} or class${lost === 1 ? "" : "es"} could not be read` : "the rest of the file was read";
  return {
    id: "PVN001",
    message: `${path} has a syntax error at line ${line}; ${consequence}.`,
    file: path,
    line,
    hidesCode: lost > 0
  };
}

// src/parse/parse-file.ts
var PARSER_MEMORY_LIMIT = 160 * 1024 * 1024;
function createFileParser(module) {
  let parser = createFlatParser(module), parserNumber = 0, replaceParser = () => {
    parser = createFlatParser(module), parserNumber++;
  };
  return (file) => {
    let source = readSource(file), empty = { commentTexts: "", newTexts: "", parserNumber };
    if (source.kind === "unreadable") return { ...empty, problems: [source.problem], skipped: [] };
    if (source.kind === "skipped") return { ...empty, problems: [], skipped: [source.skipped] };
    let { bytes, skipped } = source, lowered;
    try {
      lowered = parser.lower(bytes);
    } catch (error) {
      if (!(error instanceof ParserFailure)) throw error;
      replaceParser();
      let message = `${file.path} could not be parsed: ${error.message}`;
      return { ...empty, problems: [{ id: "PVN001", message, file: file.path, hidesCode: !0 }], skipped };
    }
    let broken = syntaxProblem(file.path, lowered, bytes), packed = {
      lowered,
      commentTexts: commentTexts(lowered.comments, bytes),
      newTexts: parser.takeJoinedTexts(),
      parserNumber,
      problems: broken === void 0 ? [] : [broken],
      skipped
    };
    return parser.memoryBytes() > PARSER_MEMORY_LIMIT && replaceParser(), packed;
  };
}
function commentTexts(ranges, bytes) {
  if (ranges.length === 0) return "";
  let buffer = Buffer3.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), texts = [];
  for (let i = 0; i < ranges.length; i += 2) texts.push(buffer.toString("utf8", ranges[i], ranges[i + 1]));
  return texts.join("\0");
}

export {
  Kind,
  Field,
  LoweredTree,
  ParserFailure,
  createFlatParser,
  looksLikeTestPath,
  decodeFile,
  createFileParser
};
