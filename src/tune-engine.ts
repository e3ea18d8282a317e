// Sets the JavaScript engine up for a program that runs for seconds and then ends. In and out: nothing.
import { setFlagsFromString } from 'node:v8';

// How much code a function runs before it is worth optimising, in bytes of bytecode; V8's own is 135,168. Compiling
// more of our functions better does not pay within one scan: a fifth of all CPU went into it (docs/performance.md).
const INTERRUPT_BUDGET = 2_000_000;

// V8 says on standard error that it does not know a flag, so only the version that was looked at is asked: that of Node 20. Those of
// Node 22 and 24 count calls instead and have no such flag.
const VERSION = 11;

/** Has to be called before the analyser runs; the parser's workers follow. */
export function tuneEngine(): void {
  const major = Number(process.versions.v8.split('.', 1)[0]);
  if (major === VERSION) setFlagsFromString(`--interrupt-budget=${INTERRUPT_BUDGET}`);
}
