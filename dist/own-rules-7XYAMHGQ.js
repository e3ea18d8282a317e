import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  fetchOwnRules,
  ownRulesOfCommit,
  readOwnRules
} from "./chunk-7VISL4MZ.js";
import "./chunk-FORHVMEO.js";
import "./chunk-IUFO3TOP.js";
import "./chunk-6LGVUQHY.js";
import "./chunk-SRHPKDDQ.js";
import "./chunk-RVTCQXDU.js";
export {
  fetchOwnRules,
  ownRulesOfCommit,
  readOwnRules
};
