import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);

// src/discover/changes.ts
var wholeFile = { added: [], deletedAfter: [], whole: !0 }, unchangedFile = { added: [], deletedAfter: [], whole: !1 };
function isAdded(change, from, to = from) {
  return change === void 0 ? !1 : change.whole || change.added.some(({ first, last }) => to >= first && from <= last);
}
function readHunks(lines) {
  let added = [], deletedAfter = [], at = 0;
  for (; at < lines.length; ) {
    let header = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(lines[at]);
    if (header === null) return;
    let before = Number(header[1] ?? 1), after = Number(header[3] ?? 1), line = Number(header[2]) + (after === 0 ? 1 : 0), removed = !1, first, close = () => {
      first !== void 0 ? added.push({ first, last: line - 1 }) : removed && deletedAfter.push(line - 1), first = void 0, removed = !1;
    };
    for (at++; before > 0 || after > 0 || lines[at]?.startsWith("\\") === !0; ) {
      let text = lines[at];
      if (text === void 0) return;
      switch (text[0]) {
        case "+":
          first ??= line, line++, after--;
          break;
        case "-":
          removed = !0, before--;
          break;
        case "\\":
          break;
        case " ":
        // Some write an empty line of context without its blank.
        // eslint-disable-next-line no-fallthrough
        case void 0:
          close(), line++, before--, after--;
          break;
        default:
          return;
      }
      if (before < 0 || after < 0) return;
      at++;
    }
    close();
  }
  return { added, deletedAfter, whole: !1 };
}

export {
  wholeFile,
  unchangedFile,
  isAdded,
  readHunks
};
