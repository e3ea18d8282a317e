import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);

// src/report/text/visible-text.ts
function visibleText(text) {
  return text.replace(new RegExp("\\p{Surrogate}", "gu"), "�").replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) => {
    let code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
    return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, "0")}`;
  });
}
function wellFormed(text) {
  return text.replace(new RegExp("\\p{Surrogate}", "gu"), "�");
}

export {
  visibleText,
  wellFormed
};
