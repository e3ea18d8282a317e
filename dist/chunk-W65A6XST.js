import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  didYouMean
} from "./chunk-S5LOYPCO.js";
import {
  ConfigurationError
} from "./chunk-SRHPKDDQ.js";

// src/rules/find-rule.ts
function findRule(rules, name) {
  let plain = name.replace(/\/review$/, "");
  return rules.find((rule) => rule.code === plain || rule.id === plain);
}
function requireRule(rules, name, also = []) {
  let rule = findRule(rules, name);
  if (rule) return rule;
  let valid = [...rules.flatMap(({ code, id }) => [code, id]), ...also];
  throw new ConfigurationError(
    `there is no rule "${name}"${didYouMean(name, valid) || '; "pyverdict rules" lists them'}`
  );
}

export {
  findRule,
  requireRule
};
