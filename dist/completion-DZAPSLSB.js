import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  commands,
  completionScript
} from "./chunk-CFJU4EQ6.js";
import "./chunk-JMHZFAOE.js";
import "./chunk-S5LOYPCO.js";
import "./chunk-SRHPKDDQ.js";
import "./chunk-RVTCQXDU.js";
export {
  commands,
  completionScript
};
