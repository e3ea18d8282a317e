import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  fetchOwnRules,
  ownRulesOfCommit,
  readOwnRules
} from "./chunk-W5D56BT7.js";
import "./chunk-S4LAXXHV.js";
import "./chunk-6LGVUQHY.js";
import "./chunk-IUFO3TOP.js";
import "./chunk-SRHPKDDQ.js";
import "./chunk-RVTCQXDU.js";
export {
  fetchOwnRules,
  ownRulesOfCommit,
  readOwnRules
};
