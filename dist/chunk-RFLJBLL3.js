import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  safeLogLine
} from "./chunk-QY6Q7WH2.js";

// src/deliver/terminal-log.ts
var QUIET_MS = 1e3, STEP_MS = 100;
function terminalLog(stream, quiet, now = () => performance.now()) {
  let shown = !1, last = 0, clear = () => {
    shown && stream.write("\r\x1B[2K"), shown = !1;
  }, line = (text) => {
    clear(), stream.write(`pyverdict: ${safeLines(text)}
`);
  };
  return {
    info: (message) => {
      quiet || line(message);
    },
    warning: line,
    progress: (stage, done, total) => {
      if (quiet || stream.isTTY !== !0) return;
      if (done >= total) return clear();
      let time = now();
      if (time < QUIET_MS || time - last < STEP_MS) return;
      last = time, shown = !0;
      let text = `${stage} ${done} of ${total} files`;
      stream.write(`\r\x1B[2K${text.slice(0, (stream.columns || 80) - 1)}`);
    }
  };
}
function safeLines(text) {
  return text.split(`
`).map(safeLogLine).join(`
`);
}

export {
  terminalLog,
  safeLines
};
