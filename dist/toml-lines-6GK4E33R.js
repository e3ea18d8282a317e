import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import "./chunk-RVTCQXDU.js";

// src/options/toml-lines.ts
function tomlLines(text) {
  let lines = /* @__PURE__ */ new Map(), lengths = /* @__PURE__ */ new Map(), at = 0, line = 1, table = [], note = (path) => {
    let key2 = JSON.stringify(path);
    lines.has(key2) || lines.set(key2, line);
  }, blanks = () => {
    for (; text[at] === " " || text[at] === "	" || text[at] === "\r"; ) at++;
  }, restOfLine = () => {
    for (; at < text.length && text[at] !== `
`; ) at++;
  }, key = () => {
    let parts = [];
    for (; ; ) {
      blanks();
      let quote = text[at], from = at;
      if (quote === '"' || quote === "'") {
        for (at++; at < text.length && text[at] !== quote; ) at += text[at] === "\\" && quote === '"' ? 2 : 1;
        at++, parts.push(quote === '"' ? unescaped(text.slice(from, at)) : text.slice(from + 1, at - 1));
      } else {
        for (; at < text.length && /[\w-]/.test(text[at]); ) at++;
        parts.push(text.slice(from, at));
      }
      if (blanks(), text[at] !== ".") return parts;
      at++;
    }
  }, skipString = () => {
    let quote = text[at], triple = text.startsWith(quote.repeat(3), at) ? quote.repeat(3) : quote;
    for (at += triple.length; at < text.length && !text.startsWith(triple, at); )
      text[at] === "\\" && quote === '"' && at++, text[at] === `
` && line++, at++;
    if (at += triple.length, triple.length === 3) for (; text[at] === quote; ) at++;
  }, value = (path) => {
    let depth = 0, index = 0, expects = !1;
    for (; at < text.length; ) {
      let char = text[at];
      if (char === `
`) {
        if (depth === 0) return;
        line++, at++;
        continue;
      }
      if (/\s/.test(char)) {
        at++;
        continue;
      }
      if (char === "#") {
        restOfLine();
        continue;
      }
      if (depth === 1 && expects && char !== "]" && (note([...path, index]), expects = !1), char === '"' || char === "'") {
        skipString();
        continue;
      }
      char === "[" || char === "{" ? (depth++, depth === 1 && char === "[" && (expects = !0)) : char === "]" || char === "}" ? depth-- : char === "," && depth === 1 && (index++, expects = !0), at++;
    }
  }, placed = (names, isArray) => {
    let path = [];
    for (let [position, name] of names.entries()) {
      path = [...path, name];
      let id = JSON.stringify(path);
      position === names.length - 1 && isArray && lengths.set(id, (lengths.get(id) ?? 0) + 1);
      let length = lengths.get(id);
      length !== void 0 && (path = [...path, length - 1]);
    }
    return path;
  };
  for (; at < text.length; ) {
    blanks();
    let char = text[at];
    if (char === `
`)
      line++, at++;
    else if (char === "#")
      restOfLine();
    else if (char === "[") {
      let isArray = text[at + 1] === "[";
      at += isArray ? 2 : 1, table = placed(key(), isArray), note(table), restOfLine();
    } else if (char !== void 0) {
      let start = at, path = [...table, ...key()];
      note(path), text[at] === "=" && at++, value(path), at === start && at++;
    }
  }
  return (path) => {
    for (let length = path.length; length > 0; length--) {
      let found = lines.get(JSON.stringify(path.slice(0, length)));
      if (found !== void 0) return found;
    }
    return 1;
  };
}
function unescaped(quoted) {
  try {
    return JSON.parse(quoted);
  } catch {
    return quoted.slice(1, -1);
  }
}
export {
  tomlLines
};
