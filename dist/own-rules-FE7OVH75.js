import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  readOwnFiles,
  withOwnRules
} from "./chunk-MXCI2XCO.js";
import "./chunk-QTOSVXEG.js";
import "./chunk-4VJFYAOQ.js";
import "./chunk-S5LOYPCO.js";
import "./chunk-SRHPKDDQ.js";
import "./chunk-ETEU7JQO.js";
import "./chunk-RVTCQXDU.js";
export {
  readOwnFiles,
  withOwnRules
};
