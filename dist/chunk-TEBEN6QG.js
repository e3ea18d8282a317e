import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);

// src/base/version.ts
var version = "0.1.0";

export {
  version
};
