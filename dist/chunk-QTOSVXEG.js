import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);

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
  // names in an archive from outside, and in one of unknown origin
  "member",
  "packed",
  // labels: what a value is, wherever it came from
  "secret",
  "exception",
  "traceback",
  // all settings or the whole environment at once; one that is named is none
  "settings",
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
  // text with tags, wherever it goes
  "html-text",
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
  // another form of the same text, made after it was checked
  "unicode-form",
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
  // what tells a language model what it is to do, and what a user asks of one that has tools
  "prompt",
  "user-prompt",
  "hash",
  "key",
  "compare"
], properties = [
  "path-inside",
  "path-relative",
  "path-resolved",
  "path-below",
  "path-segment",
  "url-segment",
  "single-line",
  "text",
  "rooted",
  "single-slash",
  "by-parser",
  "no-single-quote",
  "no-double-quote",
  "no-tag"
], modelKinds = [
  ...sourceKinds.map((kind) => `source:${kind}`),
  ...sinkKinds.map((kind) => `sink:${kind}`),
  ...[...sinkKinds, ...properties, "any"].map((kind) => `sanitizer:${kind}`),
  ...[...sinkKinds, ...properties, "any"].map((kind) => `guard:${kind}`),
  "propagator"
];

export {
  sourceKinds,
  sinkKinds,
  properties,
  modelKinds
};
