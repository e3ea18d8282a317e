// Sets the JavaScript engine up for a program that runs for seconds and then ends. In and out: nothing.
import { setFlagsFromString } from 'node:v8';

// What has to be run before V8 optimises a function to the last, and how much of what it calls becomes part of it. V8's own figures
// (135,168 bytes of bytecode in Node 20, 3,000 calls in Node 22 and 24, up to 920 bytes of other functions) suit servers: within one scan it
// pays to compile few functions, or many in little time (docs/performance.md).
// V8 says on standard error that it does not know a flag, so only versions that were looked at are asked.
const flags: Readonly<Record<number, readonly string[]>> = {
  11: ['--interrupt-budget=300000', '--max-inlined-bytecode-size-cumulative=150', '--max-inlined-bytecode-size=80'],
  12: ['--invocation-count-for-turbofan=30000'],
  13: ['--invocation-count-for-turbofan=30000'],
};

/** Has to be called before the analyser runs; the parser's workers follow. */
export function tuneEngine(): void {
  for (const flag of flags[Number(process.versions.v8.split('.', 1)[0])] ?? []) setFlagsFromString(flag);
}
