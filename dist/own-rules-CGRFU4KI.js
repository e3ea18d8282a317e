import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  readOwnFiles,
  withOwnRules
} from "./chunk-7SLGVDKV.js";
import "./chunk-OAE4WFQX.js";
import "./chunk-4VJFYAOQ.js";
import "./chunk-S5LOYPCO.js";
import "./chunk-SRHPKDDQ.js";
import "./chunk-YA2A3CDJ.js";
import "./chunk-RVTCQXDU.js";
export {
  readOwnFiles,
  withOwnRules
};
