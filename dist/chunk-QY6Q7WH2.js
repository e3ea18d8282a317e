import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  visibleText
} from "./chunk-QIWHAPUH.js";

// src/report/text/safe-log-line.ts
function safeLogLine(line) {
  return withoutCommands(visibleText(line));
}
function withoutCommands(line) {
  let broken = line.replaceAll("##[", "## [");
  return /^\s*(?:\x1b\[\d*m)*\s*::/.test(broken) ? `> ${broken}` : broken;
}

export {
  safeLogLine,
  withoutCommands
};
