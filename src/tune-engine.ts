// Sets the JavaScript engine up for a program that runs for seconds and then ends. In and out: nothing.
import { setFlagsFromString } from 'node:v8';

// How much code a function runs before it is worth optimising, in bytes of bytecode; V8's own is 135,168. Compiling
// more of our functions better does not pay within one scan: a fifth of all CPU went into it (docs/performance.md).
const INTERRUPT_BUDGET = 2_000_000;

// V8 says on standard error that it does not know a flag, so only versions that were looked at are asked: Node 20 to 24.
const firstVersion = 11;
const lastVersion = 13;

/** Has to be called before the analyser runs; the parser's workers follow. */
export function tuneEngine(): void {
  const major = Number(process.versions.v8.split('.', 1)[0]);
  if (major >= firstVersion && major <= lastVersion) setFlagsFromString(`--interrupt-budget=${INTERRUPT_BUDGET}`);
}
