import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);

// src/tune-engine.ts
import { setFlagsFromString } from "node:v8";
var flags = {
  11: ["--interrupt-budget=300000", "--max-inlined-bytecode-size-cumulative=150", "--max-inlined-bytecode-size=80"],
  12: ["--invocation-count-for-turbofan=30000"],
  13: ["--invocation-count-for-turbofan=30000"]
};
function tuneEngine() {
  for (let flag of flags[Number(process.versions.v8.split(".", 1)[0])] ?? []) setFlagsFromString(flag);
}

export {
  tuneEngine
};
