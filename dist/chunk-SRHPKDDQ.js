import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);

// src/base/configuration-error.ts
var ConfigurationError = class extends Error {
  name = "ConfigurationError";
};

export {
  ConfigurationError
};
