import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);

// src/tune-engine.ts
import { setFlagsFromString } from "node:v8";
var INTERRUPT_BUDGET = 2e6, VERSION = 11;
function tuneEngine() {
  Number(process.versions.v8.split(".", 1)[0]) === VERSION && setFlagsFromString(`--interrupt-budget=${INTERRUPT_BUDGET}`);
}

export {
  tuneEngine
};
