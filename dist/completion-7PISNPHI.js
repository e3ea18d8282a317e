import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  commands,
  completionScript
} from "./chunk-2RB7D6ET.js";
import "./chunk-R2UB2633.js";
import "./chunk-S5LOYPCO.js";
import "./chunk-SRHPKDDQ.js";
import "./chunk-RVTCQXDU.js";
export {
  commands,
  completionScript
};
