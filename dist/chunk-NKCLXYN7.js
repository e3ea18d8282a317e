import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);

// src/model/ini-file.ts
function readIni(text) {
  let sections = /* @__PURE__ */ new Map(), section, key;
  for (let line of text.split(/\r\n|[\n\r]/)) {
    if (/^\s*([#;]|$)/.test(line)) continue;
    let header = /^\[([^\]]+)\]/.exec(line);
    if (header !== null) {
      let name = header[1].trim();
      section = sections.get(name) ?? /* @__PURE__ */ new Map(), sections.set(name, section), key = void 0;
      continue;
    }
    if (section === void 0) continue;
    if (/^\s/.test(line)) {
      key !== void 0 && section.set(key, `${section.get(key)}
${line.trim()}`);
      continue;
    }
    let pair = /^([^=:]+?)\s*[=:]\s*(.*)$/.exec(line);
    pair !== null && (key = pair[1].toLowerCase(), section.set(key, pair[2].trim()));
  }
  return sections;
}
function iniList(value) {
  return value === void 0 ? [] : value.split(`
`).flatMap((line) => line.replace(/(^|\s)#.*$/, "").split(/[\s,]+/)).filter((item) => item !== "");
}

export {
  readIni,
  iniList
};
