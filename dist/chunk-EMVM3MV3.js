import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  bundle
} from "./chunk-BN766LEE.js";

// src/rules/bundle-for.ts
async function bundleFor(files) {
  if (files === void 0 || files.length === 0) return bundle;
  let { withOwnRules } = await import("./own-rules-FE7OVH75.js");
  return withOwnRules(bundle, files);
}

export {
  bundleFor
};
